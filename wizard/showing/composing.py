"""How the pages of a paper under way are shown."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from flask import url_for

from reports.checked_paper import TOLD, told_of
from reports.clerk import Check, Filing, publication
from reports.clerk import as_text as fields_as_text
from reports.core import because
from reports.document import Kind
from reports.draft import (
    ASKABLE,
    FOREIGN,
    Draft,
    Entry,
    Line,
    Paper,
    Part,
    by_body,
    fact_text,
    offered_facts,
    place_of,
    points_of,
)
from reports.dutch import capital, enumerate_words
from reports.edited import LABELS, as_text
from reports.findings import Judged, Verdict
from reports.lint import Checked, is_ready
from reports.notes import Notes
from reports.written_questions import ready_questions
from rules.content.briefing import Argument
from rules.judging.advice import Assessed
from wizard.guarding.personal import FIELD_HINT, LONGEST_TEXT
from wizard.screens.draft import (
    CheckedLine,
    CheckScreen,
    Choice,
    ComposeScreen,
    Condition,
    Entries,
    EntryField,
    Fold,
    Group,
    Judgement,
    Offered,
    Pick,
    Picks,
    Sign,
    Ticking,
    Typed,
)
from wizard.screens.parts import Fault, Link
from wizard.showing.drafting import (
    LONGEST_CHANGE,
    LONGEST_TITLE,
    TO,
    Sort,
    Values,
    offered_entries,
    printed,
    setting_of,
    writing_desk,
)
from wizard.showing.standing import bar, counted, page
from wizard.work import Work

FORMS = (
    ("pdf", "Maak PDF"),
    ("docx", "Word"),
    ("odt", "LibreOffice"),
    ("html", "Webpagina"),
    ("txt", "Tekst"),
)
STATES = {True: "in orde", False: "nog niet in orde", None: "zelf nagaan"}
SHAPES = {
    Verdict.CAN: "voldaan",
    Verdict.CANNOT: "niet_voldaan",
    Verdict.UNJUDGED: "onbekend",
}
ASKING = (Part.REQUEST, Part.QUESTION, Part.NEW)
SHOWN_POINTS = 2
READY = "Dit stuk kan mee."
NOT_READY = "Dit stuk kan zo nog niet mee."
NOTHING_ASKED = "Er staat nog geen verzoek, vraag of wijziging in het stuk."


@dataclass(frozen=True)
class Composed:
    """A paper as it was read from a form: its values, and what the check says of it."""

    values: Values
    wrong: Mapping[str, str]
    draft: Draft
    checked: Checked


def compose_screen(work: Work, sort: Sort, composed: Composed) -> ComposeScreen:
    """Show a paper to edit, filled with what lies ready, is kept or was sent."""
    form, wrong = _Form(work, sort, composed), composed.wrong
    entries = form.entries() if sort.entry else None
    questions = sort.kind is Kind.QUESTIONS
    return ComposeScreen(
        title=f"{'Fout: ' if wrong else ''}{sort.title}",
        decision=work.decision.header.title,
        lead=form.lead(),
        opening="" if questions else f"De raad van {place_of(setting_of(work))},",
        first=entries if questions else None,
        ticking=(form.facts(),) if questions else (form.facts(), form.points()),
        last=None if questions else entries,
        change=form.change(),
        folds=form.folds(),
        state=state_of(composed.checked),
        faults=tuple(Fault(text, f"#{_anchor(key)}") for key, text in wrong.items()),
        version=work.version,
        back=Link("Alle stukken", page(work, "papers")),
        bar=bar(work, "papers"),
    )


def state_of(checked: Checked) -> str:
    """Say what still stands in the way, in a sentence; the worst first."""
    for verdict, told in (
        (Verdict.CANNOT, "{what} kan zo niet. Pas dat aan of maak het veld leeg."),
        (Verdict.UNJUDGED, "{what}: dit konden wij niet beoordelen."),
    ):
        places = places_of(checked, verdict)
        if places:
            return told.format(what=capital(enumerate_words(places)))
    return READY if any(_asks(one) for one in checked.lines) else NOTHING_ASKED


def places_of(checked: Checked, verdict: Verdict) -> tuple[str, ...]:
    """Name the lines that got a verdict, each as it is counted in the form."""
    count: dict[Part, int] = {}
    found = []
    for one in checked.lines:
        count[one.line.part] = count.get(one.line.part, 0) + 1
        if one.verdict is verdict:
            alone = one.line.part not in (Part.REQUEST, Part.QUESTION)
            number = "" if alone else f" {count[one.line.part]}"
            found.append(f"{one.line.part}{number}")
    return tuple(dict.fromkeys(found))


def _asks(one: Judged) -> bool:
    return one.line.part in ASKING


def check_screen(
    work: Work, sort: Sort, composed: Composed, filing: Filing, *, fault: str = ""
) -> CheckScreen:
    """Show the whole paper with what the check says; files when it can be taken along."""
    checked, draft = composed.checked, composed.draft
    paper = checked.paper
    ready = is_ready(paper, checked.findings)
    name, slug = work.decision.id, sort.slug
    conditions = publication(printed(work, paper), checked.findings, draft.parties)
    unjudged = places_of(checked, Verdict.UNJUDGED)
    left = _left_out(work, sort, draft)
    within = [one for one in checked.lines if one.line.part is not Part.REASON]
    behind = [one for one in checked.lines if one.line.part is Part.REASON]
    return CheckScreen(
        title=f"{'Fout: ' if fault else ''}{sort.title} nakijken",
        decision=work.decision.header.title,
        state=READY if ready else NOT_READY,
        asks=bool(paper.of(*ASKING)),
        ready=ready,
        told=tuple(filter(READY.__ne__, (state_of(checked), *left))),
        opening=paper.opening,
        groups=tuple(_groups(within)),
        close=paper.close,
        behind=tuple(_groups(behind)),
        notes=tuple(f"{one.number}. {one.text}" for one in paper.notes),
        remarks=tuple(_remarks(checked)),
        unjudged=enumerate_words(unjudged) if ready and unjudged else "",
        ticked=False,
        forms=FORMS,
        text=whole_text(paper),
        fields=fields_as_text(filing),
        record=Link(
            "Velden voor een computer (JSON)",
            url_for("drafts.record", name=name, slug=slug),
        ),
        conditions=tuple(map(_condition, conditions)),
        faults=(Fault(fault, "#griffie"),) if fault else (),
        compose=Link(
            "Pas het stuk aan", url_for("drafts.compose", name=name, slug=slug)
        ),
        bar=bar(work, "papers"),
    )


def whole_text(paper: Paper) -> str:
    """Write a paper out as text, to copy into a message or a file."""
    parts = (
        f"{paper.kind}: {paper.title}",
        paper.opening,
        as_text(paper).strip(),
        paper.close,
        "\n".join(f"[{note.number}] {note.text}" for note in paper.notes),
    )
    return "\n\n".join(filter(None, parts)) + "\n"


def _left_out(work: Work, sort: Sort, draft: Draft) -> Iterator[str]:
    """Tell what was written by oneself, and what lay ready and was left out."""
    ready = {entry.text for entry in offered_entries(work, sort)}
    own = [
        f"{sort.entry} {number}"
        for number, entry in enumerate(by_body(draft.entries), start=1)
        if entry.text not in ready
    ]
    named = (("de plaats", draft.place), ("de toelichting", draft.reason))
    own += [name for name, text in named if text]
    if own:
        yield f"Zelf geschreven of aangepast: {enumerate_words(own)}."
    sides = points_of(work.advice)
    taken = {entry.text for entry in draft.entries}
    left = [
        counted(number, one, more)
        for number, one, more in (
            (len(offered_facts(work.advice)) - len(draft.facts), "feit", "feiten"),
            (
                sum(map(len, sides)) - len(draft.points),
                "overweging",
                "overwegingen",
            ),
            (len(ready - taken), sort.entry, sort.part),
        )
        if number and one and (one != "overweging" or sort.kind is not Kind.QUESTIONS)
    ]
    if left:
        yield f"Dit ligt ook klaar, maar staat niet in het stuk: {enumerate_words(left)}."


def _groups(lines: Iterable[Judged]) -> Iterator[Group]:
    """Show lines as the paper has them: points by number, running text without."""
    for heading, found in groupby(lines, key=lambda one: one.line.heading):
        several = tuple(found)
        told = tuple(
            CheckedLine(
                f"{LABELS.get(one.line.part, '')} {_marked(one.line)}".strip(),
                _judgement(one)
                if _asks(one) or one.verdict is not Verdict.CAN
                else None,
            )
            for one in several
        )
        running = (*LABELS, Part.REASON, Part.CAUSE)
        numbered = not any(one.line.part in running for one in several)
        yield Group(heading, told, numbered)


def _marked(line: Line) -> str:
    return (
        f"{line.text} [{', '.join(map(str, line.notes))}]" if line.notes else line.text
    )


def _judgement(one: Judged) -> Judgement:
    word = capital(TOLD[one.verdict])
    return Judgement(Sign(SHAPES[one.verdict], word), tuple(told_of(one)))


def _remarks(checked: Checked) -> Iterator[str]:
    """Give what was found in the whole, or in a line that asks nothing."""
    shown = {
        found
        for one in checked.lines
        if _asks(one) or one.verdict is not Verdict.CAN
        for found in one.findings
    }
    for one in checked.findings:
        if one not in shown:
            yield f"{capital(one.place)}: {one.message} {one.suggestion}"


def _condition(one: Check) -> Condition:
    return Condition(one.text, STATES[one.met])


def _anchor(key: str) -> str:
    return key.replace("_", "-")


@dataclass(frozen=True)
class _Form:
    """The parts of one paper to edit, with their values."""

    work: Work
    sort: Sort
    composed: Composed

    @property
    def values(self) -> Values:
        return self.composed.values

    @property
    def wrong(self) -> Mapping[str, str]:
        return self.composed.wrong

    def lead(self) -> str:
        """Say in a line how this paper is used."""
        if self.sort.kind is Kind.AMENDMENT:
            return (
                "Vul de oude en de nieuwe tekst in. De rest ligt klaar; aanpassen mag."
            )
        return "Klaar om te gebruiken. Aanpassen mag."

    # --- what is ticked ---------------------------------------------------------

    def facts(self) -> Ticking:
        """Show the facts by chapter: those that stand in the paper, the rest folded."""
        offered = offered_facts(self.work.advice)
        chosen = set(self.values.getlist("feit"))
        inside = [each for each in offered if each.question.id in chosen]
        outside = [each for each in offered if each.question.id not in chosen]
        count = len(inside)
        told = f"{counted(count, 'feit', 'feiten')} uit uw dossier. Hooguit vijf leest het best."
        questions = self.sort.kind is Kind.QUESTIONS
        return Ticking(
            id="feit",
            title="Aanleiding" if questions else "constaterende dat",
            hint=told if offered else "Nog geen antwoord geeft een feit.",
            shown=self._by_chapter(inside),
            more="Feiten erbij" if questions else "Meer feiten",
            count=f"{len(outside)} klaar",
            folded=self._by_chapter(outside),
            own=self.typed(
                "plaats",
                "Waar en wanneer speelt dit?",
                f"Mag leeg. Bijvoorbeeld: het Stationsplein, vrijdag na 22 uur. {FIELD_HINT}",
                long=True,
            ),
            error=self.wrong.get("feit", ""),
        )

    def _by_chapter(self, facts: Iterable[Assessed]) -> tuple[Picks, ...]:
        titles = {one.id: one.title for one in self.work.decision.header.chapters}
        grouped = groupby(facts, key=lambda each: each.question.chapter)
        return tuple(
            Picks(titles[chapter], tuple(map(self._fact, several)))
            for chapter, several in grouped
        )

    def _fact(self, each: Assessed) -> Pick:
        name = each.question.id
        origin = self.composed.draft.origins.get(name)
        text = fact_text(writing_desk(self.work), self.work.advice, each, origin)
        fields = (
            self.typed(f"wie_{name}", "Wie zegt dit?", "Bijvoorbeeld: de politie."),
            self.typed(
                f"wanneer_{name}",
                "Over welke tijd?",
                "Bijvoorbeeld: mei 2025 tot mei 2026.",
            ),
        )
        chosen = name in self.values.getlist("feit")
        asked = fields if each.question.fact and chosen else ()
        return Pick(f"feit-{_anchor(name)}", "feit", name, text, chosen, asked)

    def points(self) -> Ticking:
        """Show both sides, equally long; nothing is ticked beforehand."""
        chosen = set(self.values.getlist("punt"))
        sides = points_of(self.work.advice)
        shown, folded = [], []
        for title, side in zip(("Voor", "Tegen"), sides, strict=True):
            first = [
                point
                for place, point in enumerate(side)
                if place < SHOWN_POINTS or point.id in chosen
            ]
            shown.append(self._side(title, first, chosen))
            rest = [point for point in side if point not in first]
            folded.append(self._side(title, rest, chosen))
        return Ticking(
            id="punt",
            title="overwegende dat",
            hint="U kiest zelf. Van elke kant staan er evenveel.",
            shown=tuple(shown),
            more="Andere punten",
            count=f"{sum(len(one.picks) for one in folded)} klaar",
            folded=tuple(one for one in folded if one.picks),
            error=self.wrong.get("punt", ""),
        )

    def _side(self, title: str, points: Iterable[Argument], chosen: set[str]) -> Picks:
        picks = tuple(
            Pick(
                f"punt-{_anchor(point.id)}",
                "punt",
                point.id,
                point.text,
                point.id in chosen,
            )
            for point in points
        )
        return Picks(title, picks)

    # --- what is put to a body --------------------------------------------------

    def entries(self) -> Entries:
        """Show the requests or questions, each in its field, and what can come with it."""
        sort, word = self.sort, self.sort.entry
        used = {self.values.get(f"{word}_{n}", "") for n in range(1, sort.most + 1)}
        rest = [one for one in offered_entries(self.work, sort) if one.text not in used]
        filled = [n for n in range(1, sort.most + 1) if self.values.get(f"{word}_{n}")]
        free = next((n for n in range(1, sort.most + 1) if n not in filled), None)
        return Entries(
            id=sort.part,
            title="" if sort.kind is Kind.QUESTIONS else "verzoekt",
            fields=tuple(self._entry(n, removable=True) for n in filled),
            blank=None if free is None else self._entry(free, removable=False),
            bodies=tuple((name, self._name(name)) for name in ASKABLE),
            more=f"Nog een {word} erbij",
            count=f"{len(rest)} klaar",
            offered=self._by_body(rest) if free is not None else (),
        )

    def _entry(self, number: int, *, removable: bool) -> EntryField:
        word, key = self.sort.entry, f"{self.sort.entry}_{number}"
        text, to = self.values.get(key, ""), self.values.get(f"{TO}{number}", "")
        begin = "Begin met ‘te’. " if self.sort.kind is Kind.MOTION else ""
        hint = f"Mag leeg. {begin}Ten hoogste {LONGEST_TEXT} tekens. {FIELD_HINT}"
        label = f"{capital(word)} {number}" if removable else f"Uw eigen {word}"
        why, laws = self._known.get(text, ("", ()))
        return EntryField(
            number=number,
            field=self.typed(key, label, "" if removable else hint, long=True),
            to_name=f"{TO}{number}",
            to=to or self._default_body(),
            to_error=self.wrong.get(f"{TO}{number}", ""),
            removable=removable,
            why=why,
            laws=laws,
            judged=self._judged.get(Entry(to, " ".join(text.split()))),
        )

    @cached_property
    def _judged(self) -> dict[Entry, Judgement]:
        """Lay what the check says beside the entry that it is about."""
        asked = [
            one
            for one in self.composed.checked.lines
            if one.line.part in (Part.REQUEST, Part.QUESTION)
        ]
        entries = by_body(self.composed.draft.entries)
        questions = self.sort.kind is Kind.QUESTIONS
        return {
            entry: _judgement(one)
            for entry, one in zip(entries, asked, strict=False)
            if one.findings or not questions
        }

    @cached_property
    def _known(self) -> dict[str, tuple[str, tuple[Link, ...]]]:
        """Give why a ready question counts, and the articles that it rests on."""
        if self.sort.kind is not Kind.QUESTIONS:
            return {}
        library = self.work.desk.library
        found = {}
        for each in ready_questions(self.work.advice):
            notes = Notes(library.sources, in_short=True)
            notes.cite(writing_desk(self.work).laws(each.sources))
            told = (
                library.say("dit_telt", reden=because(each)).removeprefix("— ")
                if each.because
                else ""
            )
            laws = tuple(Link(n.text.rstrip("."), n.href or "") for n in notes.all())
            found[each.text] = (told, laws)
        return found

    def _by_body(self, entries: Iterable[Entry]) -> tuple[Offered, ...]:
        grouped = groupby(by_body(entries), key=lambda one: one.to)
        return tuple(
            Offered(
                f"Aan {self._name(to)}",
                tuple((one.mark, capital(one.text)) for one in several),
            )
            for to, several in grouped
        )

    def _name(self, body: str) -> str:
        return self.work.desk.library.bodies[body].name

    def _default_body(self) -> str:
        body = self.work.decision.header.body
        return body if body in ASKABLE else "college"

    # --- what may stay empty ----------------------------------------------------

    def change(self) -> tuple[Typed, ...]:
        """Give the fields of an amendement: what it says now, and what it would say."""
        if self.sort.kind is not Kind.AMENDMENT:
            return ()
        most = f"Ten hoogste {LONGEST_CHANGE} tekens."
        return (
            self.typed(
                "voorstel", "Bij welk voorstel?", "Nummer of titel van de agenda."
            ),
            self.typed(
                "bestaand", "Bestaande tekst", f"De tekst nu. {most}", long=True
            ),
            self.typed(
                "nieuw", "Nieuwe tekst", f"Zoals de tekst wordt. {most}", long=True
            ),
        )

    def folds(self) -> tuple[Fold, ...]:
        """Give what may stay empty: who brings it in and when, and an explanation."""
        questions = self.sort.kind is Kind.QUESTIONS
        who = "Wie vraagt dit?" if questions else "Wie dient dit in?"
        reason = self.typed(
            "toelichting",
            "Toelichting",
            f"Waarom dit stuk, in een paar zinnen. {FIELD_HINT}",
            long=True,
        )
        return (
            self._fold("wie", who, self._about(), self._choices()),
            self._fold("waarom", "Toelichting erbij", (reason,), ()),
        )

    def _fold(
        self,
        name: str,
        title: str,
        fields: tuple[Typed, ...],
        choices: tuple[Choice, ...],
    ) -> Fold:
        is_open = any(one.value or one.error for one in fields)
        return Fold(name, title, fields, choices, is_open)

    def _about(self) -> tuple[Typed, ...]:
        topic = self.work.decision.header.title
        title = self.typed(
            "titel",
            "Titel van het stuk",
            f"Ten hoogste {LONGEST_TITLE} tekens. Leeg: ‘{topic}’.",
        )
        parties = self.typed(
            "fracties",
            "Welke fracties?",
            "Noem fracties, geen personen. Zet er komma’s tussen.",
        )
        by = self.typed("voor", "Vóór welke datum klaar?", "Bijvoorbeeld 1-7-2027.")
        if self.sort.kind is Kind.QUESTIONS:
            article = self.typed(
                "artikel",
                "Welk artikel van uw reglement van orde gaat over vragen?",
                "Alleen het nummer. Leeg: ‘volgens het reglement van orde’.",
            )
            return (title, parties, article, by)
        day = self.typed(
            "vergadering", "Datum van de vergadering", "Bijvoorbeeld 1-7-2027."
        )
        return (title, parties, day, *((by,) if self.sort.entry else ()))

    def _choices(self) -> tuple[Choice, ...]:
        about = self.work.decision.header.topic or "dit onderwerp"
        local = Choice(
            "lokaal",
            f"Sprak uw raad eerder iets af over {about}?",
            "In de APV of met een motie. De griffie kan het nagaan.",
            (("ja", "Ja"), ("nee", "Nee"), ("onbekend", "Weet ik niet")),
            self.values.get("lokaal", ""),
        )
        if self.sort.kind is not Kind.MOTION:
            return (local,)
        agenda = Choice(
            "agenda",
            "Hoort de motie bij een punt op de agenda?",
            "Zo niet, dan heet de motie ‘vreemd aan de orde van de dag’.",
            (
                ("punt", "Ja, bij een agendapunt"),
                (FOREIGN, "Nee, bij geen enkel punt"),
                ("onbekend", "Weet ik niet"),
            ),
            self.values.get("agenda", ""),
        )
        return (local, agenda)

    def typed(self, key: str, label: str, hint: str, *, long: bool = False) -> Typed:
        """Give one field with its value, and what is wrong with it."""
        value, error = self.values.get(key, ""), self.wrong.get(key, "")
        return Typed(_anchor(key), key, label, hint, value, error, long)
