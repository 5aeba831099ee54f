"""The form of a paper under way: what lies ready, what was typed, and what to pick."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from reports.composing.memo_core import because
from reports.composing.source_notes import Notes
from reports.council.draft import ASKABLE, by_body, fact_text, offered_facts, points_of
from reports.council.paper import FOREIGN, PaperPart, PutLine
from reports.council.paper_document import place_of
from reports.council.written_questions import ready_questions
from reports.document import PaperKind
from reports.dutch import capital, counted
from rules.content.briefing import Argument
from rules.judging.advice import Assessed
from wizard.counter import Work, slug_of
from wizard.guarding.personal import FIELD_HINT, LONGEST_TEXT
from wizard.screen_parts import FieldFault, Link, Part, Shown, TextField
from wizard.showing.draft_as_sent import (
    LONGEST_CHANGE,
    LONGEST_TITLE,
    TO,
    PaperSort,
    Values,
    offered_entries,
    setting_of,
)
from wizard.showing.draft_fields import (
    ChoiceField,
    Entries,
    EntryField,
    Fold,
    Offered,
    Pick,
    Ticking,
)
from wizard.showing.navigation import bar, page
from wizard.showing.paper_check import (
    Composed,
    LineJudgement,
    judgement_of,
    state_of,
)

SHOWN_POINTS = 2


def compose_screen(work: Work, sort: PaperSort, composed: Composed) -> Shown:
    """Show a paper to edit, filled with what lies ready, is kept or was sent."""
    form, wrong = _Form(work, sort, composed), composed.wrong
    entries = form.entries() if sort.entry else None
    questions = sort.kind is PaperKind.QUESTIONS
    return Shown(
        "screens/opstellen.html",
        title=sort.title,
        is_wrong=bool(wrong),
        decision=work.decision.header.title,
        lead=form.lead(),
        opening="" if questions else f"De raad van {place_of(setting_of(work))},",
        first=entries if questions else None,
        ticking=(form.facts(),) if questions else (form.facts(), form.points()),
        last=None if questions else entries,
        change=form.change(),
        folds=form.folds(),
        state=state_of(composed.checked),
        faults=tuple(
            FieldFault(text, f"#{slug_of(key)}") for key, text in wrong.items()
        ),
        version=work.version,
        back=page(work, "papers"),
        bar=bar(work, "papers"),
    )


@dataclass(frozen=True)
class _Form:
    """The parts of one paper to edit, with their values."""

    work: Work
    sort: PaperSort
    composed: Composed

    @property
    def values(self) -> Values:
        return self.composed.values

    @property
    def wrong(self) -> Mapping[str, str]:
        return self.composed.wrong

    def lead(self) -> str:
        """Say in a line how this paper is used."""
        if self.sort.kind is PaperKind.AMENDMENT:
            return (
                "Vul de oude en de nieuwe tekst in. De rest ligt klaar; aanpassen mag."
            )
        if not self.composed.draft.entries:
            entry = self.sort.entry
            return f"Kies een {entry}, of schrijf er zelf een. De feiten liggen klaar."
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
        questions = self.sort.kind is PaperKind.QUESTIONS
        return Ticking(
            id="feit",
            title="Aanleiding" if questions else "constaterende het volgende",
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

    def _by_chapter(self, facts: Iterable[Assessed]) -> tuple[Part[Pick], ...]:
        titles = {one.id: one.title for one in self.work.decision.header.chapters}
        grouped = groupby(facts, key=lambda each: each.question.chapter)
        return tuple(
            Part(titles[chapter], tuple(map(self._fact, several)))
            for chapter, several in grouped
        )

    def _fact(self, each: Assessed) -> Pick:
        name = each.question.id
        origin = self.composed.draft.origins.get(name)
        text = fact_text(self.work.writer(), self.work.advice, each, origin)
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
        return Pick(f"feit-{slug_of(name)}", "feit", name, text, chosen, asked)

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
            title="overwegende het volgende",
            hint="U kiest zelf. Van elke kant staan er evenveel.",
            shown=tuple(shown),
            more="Andere punten",
            count=f"{sum(len(one.lines) for one in folded)} klaar",
            folded=tuple(one for one in folded if one.lines),
            error=self.wrong.get("punt", ""),
        )

    def _side(
        self, title: str, points: Iterable[Argument], chosen: set[str]
    ) -> Part[Pick]:
        picks = tuple(
            Pick(
                f"punt-{slug_of(point.id)}",
                "punt",
                point.id,
                point.text,
                point.id in chosen,
            )
            for point in points
        )
        return Part(title, picks)

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
            title="" if sort.kind is PaperKind.QUESTIONS else "verzoekt",
            fields=tuple(self._entry(n, removable=True) for n in filled),
            blank=None if free is None else self._entry(free, removable=False),
            bodies=tuple((name, self._name(name)) for name in ASKABLE),
            more=f"Nog een {word} erbij" if filled else f"Kies of schrijf een {word}",
            count=f"{len(rest)} klaar" if rest else "",
            offered=self._by_body(rest) if free is not None else (),
        )

    def _entry(self, number: int, *, removable: bool) -> EntryField:
        word, key = self.sort.entry, f"{self.sort.entry}_{number}"
        text, to = self.values.get(key, ""), self.values.get(f"{TO}{number}", "")
        begin = "Begin met ‘te’. " if self.sort.kind is PaperKind.MOTION else ""
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
            judged=self._judged.get(PutLine(to, " ".join(text.split()))),
        )

    @cached_property
    def _judged(self) -> dict[PutLine, LineJudgement]:
        """Lay what the check says beside the entry that it is about."""
        asked = [
            one
            for one in self.composed.checked.lines
            if one.line.part in (PaperPart.REQUEST, PaperPart.QUESTION)
        ]
        entries = by_body(self.composed.draft.entries)
        questions = self.sort.kind is PaperKind.QUESTIONS
        return {
            entry: judgement_of(one)
            for entry, one in zip(entries, asked, strict=False)
            if one.findings or not questions
        }

    @cached_property
    def _known(self) -> dict[str, tuple[str, tuple[Link, ...]]]:
        """Give why a ready question counts, and the articles that it rests on."""
        if self.sort.kind is not PaperKind.QUESTIONS:
            return {}
        library = self.work.counter.library
        found = {}
        for each in ready_questions(self.work.writer(), self.work.advice):
            notes = Notes(library.sources, in_short=True)
            notes.cite(self.work.writer().laws(each.sources))
            told = (
                library.say("dit_telt", reden=because(each)).removeprefix("— ")
                if each.because
                else ""
            )
            laws = tuple(Link(n.text.rstrip("."), n.href or "") for n in notes.all())
            found[each.text] = (told, laws)
        return found

    def _by_body(self, entries: Iterable[PutLine]) -> tuple[Offered, ...]:
        grouped = groupby(by_body(entries), key=lambda one: one.to)
        return tuple(
            (
                self.work.counter.library.say("aan", orgaan=self._name(to)),
                tuple((one.mark, capital(one.text)) for one in several),
            )
            for to, several in grouped
        )

    def _name(self, body: str) -> str:
        return self.work.counter.library.bodies[body].name

    def _default_body(self) -> str:
        body = self.work.decision.header.body
        return body if body in ASKABLE else "college"

    # --- what may stay empty ----------------------------------------------------

    def change(self) -> tuple[TextField, ...]:
        """Give the fields of an amendement: what it says now, and what it would say."""
        if self.sort.kind is not PaperKind.AMENDMENT:
            return ()
        most = f"Ten hoogste {LONGEST_CHANGE} tekens."
        return (
            self.typed(
                "voorstel", "Bij welk voorstel?", "Nummer of titel van de agenda."
            ),
            self.typed(
                "waar",
                "Waar staat deze tekst?",
                "Het artikel en lid, of het beslispunt.",
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
        questions = self.sort.kind is PaperKind.QUESTIONS
        who = "Wie vraagt dit?" if questions else "Wie dient dit in?"
        reason = self.typed(
            "toelichting",
            "Toelichting",
            f"Waarom dit stuk, in een paar zinnen. {FIELD_HINT}",
            long=True,
        )
        return (
            Fold("wie", who, self._about(), self._choices()),
            Fold("waarom", "Toelichting erbij", (reason,)),
        )

    def _about(self) -> tuple[TextField, ...]:
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
        if self.sort.kind is PaperKind.QUESTIONS:
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

    def _choices(self) -> tuple[ChoiceField, ...]:
        about = self.work.decision.header.topic or "dit onderwerp"
        local = ChoiceField(
            "lokaal",
            f"Sprak uw raad eerder iets af over {about}?",
            "In de APV of met een motie. Zo ja, noem die met de datum in de toelichting.",
            (("ja", "Ja"), ("nee", "Nee"), ("onbekend", "Weet ik niet")),
            self.values.get("lokaal", ""),
        )
        if self.sort.kind is not PaperKind.MOTION:
            return (local,)
        agenda = ChoiceField(
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

    def typed(
        self, key: str, label: str, hint: str, *, long: bool = False
    ) -> TextField:
        """Give one field with its value, and what is wrong with it."""
        value, error = self.values.get(key, ""), self.wrong.get(key, "")
        return TextField(slug_of(key), key, label, hint, value, error, long=long)
