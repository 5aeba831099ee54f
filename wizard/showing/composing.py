"""How the pages of a paper under way are shown."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from flask import url_for

from reports.clerk import Check, Filing, publication
from reports.clerk import as_text as fields_as_text
from reports.document import Document, Kind
from reports.draft import (
    COVERS,
    FOREIGN,
    MOST_REQUESTS,
    Draft,
    Line,
    Paper,
    Part,
    fact_text,
    offered_facts,
    points_of,
)
from reports.dutch import capital
from reports.edited import LABELS
from reports.lint import Finding, is_ready
from reports.written_questions import offered_questions
from rules.content.competence import Ready
from wizard.guarding.personal_data import FIELD_HINT, LONGEST_TEXT
from wizard.screens.draft import (
    CheckScreen,
    Choice,
    ComposeScreen,
    Condition,
    Group,
    Noticed,
    PaperCard,
    PapersScreen,
    Pick,
    Picks,
    Typed,
    WeighingScreen,
)
from wizard.screens.parts import Fault, Link, Sentence
from wizard.showing.drafting import (
    LONGEST_LINE,
    LONGEST_TITLE,
    SORTS,
    Sort,
    Values,
    mark,
    weighing_of,
    writing_desk,
)
from wizard.showing.standing import bar, counted
from wizard.work import Work

SEVERITY = {
    "blokkeert": "Eerst oplossen",
    "waarschuwing": "Let op",
    "tip": "Tip",
}
FORMS = (
    ("pdf", "Download als PDF"),
    ("docx", "Download voor Word"),
    ("odt", "Download voor LibreOffice"),
    ("html", "Download als webpagina"),
    ("txt", "Download als tekst"),
)
STATES = {True: "in orde", False: "nog niet in orde", None: "zelf nagaan"}
COVER_WORDS = {
    "begroting": "Te bepalen bij de begroting",
    "kadernota": "Te bepalen bij de kadernota",
    "reserve": "Ten laste van de algemene reserve",
}
LOCAL = {
    "cameratoezicht": "camera’s",
    "buurtbemiddeling": "buurtbemiddeling",
    "woonoverlastverordening": "woonoverlast",
}
NOT_WEIGHED = "Bekijk eerst de punten voor en tegen, en maak daar een keuze."
NOTHING_ASKED = "Er staat nog geen verzoek, vraag of wijziging in het stuk."
BLOCKED = "Los eerst de punten op waarbij ‘Eerst oplossen’ staat."


def papers_screen(work: Work) -> PapersScreen:
    """Show which papers can be composed, and that the weighing comes first."""
    weighed = weighing_of(work.dossier, work)
    told = (
        "U hebt de punten voor en tegen nog niet bekeken."
        if weighed is None
        else f"U koos {counted(len(weighed), 'overweging', 'overwegingen')}."
    )
    name = work.decision.id
    return PapersScreen(
        title="Een raadsstuk opstellen",
        decision=work.decision.header.title,
        lead="U kiest wat er in het stuk komt. Niets is vooraf aangevinkt.",
        weighing=Link(
            "Bekijk de punten voor en tegen", url_for("drafts.weighing", name=name)
        ),
        weighed=told,
        papers=tuple(
            PaperCard(
                sort.title,
                sort.about,
                url_for("drafts.compose", name=name, slug=sort.slug),
            )
            for sort in SORTS
        ),
        bar=bar(work),
    )


def weighing_screen(
    work: Work, chosen: Iterable[str] | None, fault: str = ""
) -> WeighingScreen:
    """Show both sides, equally long; what was chosen before stays chosen."""
    taken = set(chosen or ())
    titles = (("voor", "Punten voor"), ("tegen", "Punten tegen"))
    sides = tuple(
        Picks(
            name,
            title,
            "",
            tuple(
                Pick(
                    f"punt-{point.id.replace('_', '-')}",
                    "punt",
                    point.id,
                    Sentence(point.text),
                    point.id in taken,
                )
                for point in side
            ),
        )
        for (name, title), side in zip(titles, points_of(work.advice), strict=True)
    )
    return WeighingScreen(
        title=f"{'Fout: ' if fault else ''}Punten voor en tegen",
        decision=work.decision.header.title,
        sides=sides,
        none=chosen is not None and not taken,
        faults=(Fault(fault, "#geen"),) if fault else (),
        version=_version(work),
        back=_to_papers(work),
        bar=bar(work),
    )


def compose_screen(
    work: Work, sort: Sort, values: Values, wrong: Mapping[str, str]
) -> ComposeScreen:
    """Show the form of a paper, filled with what is kept or was sent."""
    form = _Form(work, sort, values, wrong)
    return ComposeScreen(
        title=f"{'Fout: ' if wrong else ''}{sort.title} opstellen",
        decision=work.decision.header.title,
        lead=sort.about,
        fields=form.fields(),
        lists=form.lists(),
        choices=form.choices(),
        money=form.money(),
        cover=form.cover(),
        texts=form.texts(),
        own_to=values.get("eigen_aan", ""),
        own_date=form.own_date(),
        faults=tuple(Fault(text, f"#{_anchor(key)}") for key, text in wrong.items()),
        version=_version(work),
        back=_to_papers(work),
        bar=bar(work),
    )


@dataclass(frozen=True)
class Checked:
    """A paper with what the check found, and the text as it was sent."""

    paper: Paper
    document: Document
    draft: Draft
    findings: tuple[Finding, ...]
    filing: Filing
    text: str
    edited: bool
    taken: bool
    fault: str = ""

    @property
    def is_ready(self) -> bool:
        """Whether the paper can be taken along."""
        return is_ready(self.paper, self.findings)


def check_screen(work: Work, sort: Sort, checked: Checked) -> CheckScreen:
    """Show the paper as text with what the check found; files when it is ready."""
    paper, findings, fault = checked.paper, checked.findings, checked.fault
    ready = checked.is_ready
    conditions = publication(checked.document, findings, checked.draft.parties)
    return CheckScreen(
        title=f"{'Fout: ' if fault else ''}{sort.title} nakijken",
        decision=work.decision.header.title,
        state="Dit stuk kan mee." if ready else "Dit stuk is nog niet klaar.",
        ready=ready,
        missing=() if ready else tuple(_missing(paper, findings)),
        text=checked.text,
        edited=checked.edited,
        taken=checked.taken,
        preview=tuple(_group(heading, lines) for heading, lines in paper.groups),
        noticed=tuple(map(_noticed, findings)),
        forms=FORMS,
        fields=fields_as_text(checked.filing),
        record=Link(
            "Velden voor een computer (JSON)",
            url_for("drafts.record", name=work.decision.id, slug=sort.slug),
        ),
        conditions=tuple(map(_condition, conditions)),
        faults=(Fault(fault, "#zo" if checked.edited else "#tekst"),) if fault else (),
        compose=Link(
            "Terug naar uw keuzes",
            url_for("drafts.compose", name=work.decision.id, slug=sort.slug),
        ),
        back=_to_papers(work),
        bar=bar(work),
    )


def _group(heading: str, lines: Iterable[Line]) -> Group:
    """Show lines as the paper has them: points by number, running text without."""
    told = tuple(f"{LABELS.get(line.part, '')} {line.text}".strip() for line in lines)
    numbered = not any(line.part in (*LABELS, Part.REASON) for line in lines)
    return Group(heading, told, numbered)


def _missing(paper: Paper, findings: tuple[Finding, ...]) -> Iterable[str]:
    if not paper.weighed:
        yield NOT_WEIGHED
    if any(one.severity == "blokkeert" for one in findings):
        yield BLOCKED
    elif paper.weighed:
        yield NOTHING_ASKED


def _noticed(one: Finding) -> Noticed:
    return Noticed(
        SEVERITY[one.severity],
        one.title,
        one.place,
        one.message,
        one.suggestion,
    )


def _condition(one: Check) -> Condition:
    return Condition(one.text, STATES[one.met])


def _version(work: Work) -> int:
    return 0 if work.dossier is None else work.dossier.version


def _to_papers(work: Work) -> Link:
    return Link("Alle stukken", url_for("drafts.papers", name=work.decision.id))


def _anchor(key: str) -> str:
    return key.replace("_", "-")


class _Form:
    """The fields of one paper with their values."""

    def __init__(
        self, work: Work, sort: Sort, values: Values, wrong: Mapping[str, str]
    ) -> None:
        self.work, self.sort, self.values, self.wrong = work, sort, values, wrong
        self.taken = set(values.getlist("mee"))

    def fields(self) -> tuple[Typed, ...]:
        title = self.work.decision.header.title
        found = [
            self.typed(
                "titel",
                "Titel van het stuk",
                f"Neutraal, ten hoogste {LONGEST_TITLE} tekens. "
                f"Laat u dit leeg, dan staat er: {title}.",
            ),
            self.typed(
                "fracties",
                "Welke fracties dienen dit in?",
                f"Noem fracties, geen personen. Zet er komma’s tussen. "
                f"Ten hoogste {LONGEST_LINE} tekens.",
            ),
        ]
        if self.sort.kind is Kind.QUESTIONS:
            return (*found, *self._article())
        day = self.typed(
            "vergadering",
            "Datum van de raadsvergadering",
            "Bijvoorbeeld 1-7-2027. U mag dit leeg laten.",
        )
        if self.sort.kind is Kind.AMENDMENT:
            hint = "Nummer of titel, zoals op de agenda."
            proposal = self.typed("voorstel", "Bij welk voorstel hoort dit?", hint)
            return (*found, day, proposal)
        return (*found, day)

    def _article(self) -> tuple[Typed, ...]:
        return (
            self.typed(
                "artikel",
                "Welk artikel van uw reglement van orde gaat over vragen?",
                "Alleen het nummer. Weet u dit niet? Laat het leeg. Dan staat er: "
                "‘vragen volgens het reglement van orde’.",
            ),
            self.typed(
                "antwoord_voor",
                "Vóór welke datum wilt u antwoord?",
                "Bijvoorbeeld 1-7-2027. Leeg betekent: de termijn van het reglement.",
            ),
        )

    def lists(self) -> tuple[Picks, ...]:
        if self.sort.kind is Kind.AMENDMENT:
            return ()
        if self.sort.kind is Kind.QUESTIONS:
            return (self._questions(), self._facts("Wat is de aanleiding?"))
        return (self._facts("Welke feiten stelt u vast?"), *self._requests())

    def _facts(self, title: str) -> Picks:
        desk = writing_desk(self.work)
        chosen = set(self.values.getlist("feit"))
        picks = tuple(
            Pick(
                f"feit-{each.question.id.replace('_', '-')}",
                "feit",
                each.question.id,
                Sentence(fact_text(desk, self.work.advice, each)),
                each.question.id in chosen,
            )
            for each in offered_facts(self.work.advice)
        )
        return Picks(
            "feit",
            title,
            "Deze feiten volgen uit uw antwoorden. De wettelijke grond komt erbij.",
            picks,
            "Er is nog geen vraag beantwoord die een feit geeft.",
            self.wrong.get("feit", ""),
        )

    def _requests(self) -> Iterator[Picks]:
        """Give the requests that lie ready, by body; who decides comes first."""
        chosen = set(self.values.getlist("verzoek"))
        decision = self.work.decision
        ready = self.work.desk.library.competence.ready_for(decision.id)
        bodies = sorted(
            dict.fromkeys(one.to for one in ready),
            key=lambda to: to != decision.header.body,
        )
        for index, to in enumerate(bodies):
            name = self.work.desk.library.bodies[to].name
            yield Picks(
                f"verzoek-{to}" if index else "verzoek",
                f"Wat vraagt u {name}?",
                f"Kies samen ten hoogste {MOST_REQUESTS} verzoeken. Zet er een datum bij.",
                tuple(
                    self._request(one, checked=one.id in chosen)
                    for one in ready
                    if one.to == to
                ),
                "",
                "" if index else self.wrong.get("verzoek", ""),
            )

    def _request(self, ready: Ready, *, checked: bool) -> Pick:
        key = f"datum_{ready.id}"
        return Pick(
            f"verzoek-{ready.id.replace('_', '-')}",
            "verzoek",
            ready.id,
            Sentence(capital(f"{ready.text}.")),
            checked,
            date=self.typed(key, "Vóór welke datum?", ""),
        )

    def _questions(self) -> Picks:
        chosen = set(self.values.getlist("vraag"))
        offered = offered_questions(self.work.advice)[self.sort.to]
        picks = tuple(
            Pick(
                f"vraag-{mark(text)}",
                "vraag",
                mark(text),
                Sentence(text),
                mark(text) in chosen,
            )
            for text in offered
        )
        return Picks(
            "vraag",
            "Welke vragen stelt u?",
            "Dit is nog onbekend volgens uw antwoorden. Wat meer duidelijk maakt, staat eerst.",
            picks,
            "Er zijn geen open vragen voor dit orgaan. U kunt zelf een vraag schrijven.",
            self.wrong.get("vraag", ""),
        )

    def choices(self) -> tuple[Choice, ...]:
        about = LOCAL.get(self.work.decision.id, "dit onderwerp")
        local = Choice(
            "lokaal",
            f"Heeft uw raad in de APV of met een motie iets afgesproken over {about}?",
            "Zo’n afspraak geldt alleen in uw gemeente. De griffie kan het nagaan.",
            (("ja", "Ja"), ("nee", "Nee"), ("onbekend", "Weet ik niet")),
            self.values.get("lokaal", ""),
        )
        if self.sort.kind is not Kind.MOTION:
            return (local,)
        agenda = Choice(
            "agenda",
            "Hoort de motie bij een punt op de agenda?",
            "Hoort zij bij geen enkel punt, dan heet zij ‘vreemd aan de orde van de dag’. "
            "De griffie weet wanneer u zo’n motie inlevert.",
            (
                ("punt", "Ja, bij een agendapunt"),
                (FOREIGN, "Nee, zij is vreemd aan de orde van de dag"),
                ("onbekend", "Weet ik niet"),
            ),
            self.values.get("agenda", ""),
        )
        return (local, agenda)

    def money(self) -> tuple[Typed, ...]:
        if self.sort.kind is not Kind.MOTION:
            return ()
        return (
            self.typed(
                "bedrag",
                "Vraagt u om geld? Welk bedrag?",
                "Bijvoorbeeld 20.000. Leeg betekent: u vraagt geen bedrag.",
            ),
            self.typed("jaar", "In welk jaar?", "Bijvoorbeeld 2027."),
        )

    def cover(self) -> Choice | None:
        if self.sort.kind is not Kind.MOTION:
            return None
        options = tuple((key, COVER_WORDS[key]) for key in COVERS)
        hint = "Dekking betekent: waar het geld vandaan komt."
        value = self.values.get("dekking", "")
        return Choice("dekking", "Wat is de dekking?", hint, options, value)

    def own_date(self) -> Typed | None:
        """Give the field for the term of an own request."""
        if self.sort.kind is not Kind.MOTION:
            return None
        label = "Vóór welke datum moet uw eigen verzoek klaar zijn?"
        return self.typed("eigen_datum", label, "Bijvoorbeeld 1-7-2027.")

    def texts(self) -> tuple[Typed, ...]:
        reason = self.own(
            "toelichting", "Toelichting", "Waarom dit stuk, in een paar zinnen."
        )
        if self.sort.kind is Kind.AMENDMENT:
            return (
                self.own(
                    "bestaand", "Bestaande tekst", "De tekst die u wilt wijzigen."
                ),
                self.own("eigen", "Nieuwe tekst", "Zoals de tekst moet luiden."),
                reason,
            )
        place = self.own(
            "plaats",
            "Waar en wanneer speelt dit?",
            "Noem een straat, buurt of gebied en een periode.",
        )
        word = "vraag" if self.sort.kind is Kind.QUESTIONS else "verzoek"
        hint = (
            "Eén vraag."
            if word == "vraag"
            else "Begin met ‘te’, zoals: te onderzoeken of …"
        )
        return (place, self.own("eigen", f"Een eigen {word}", hint), reason)

    def own(self, key: str, label: str, hint: str) -> Typed:
        told = f"{hint} Ten hoogste {LONGEST_TEXT} tekens. {FIELD_HINT}"
        return Typed(
            _anchor(key),
            label,
            told,
            self.values.get(key, ""),
            self.wrong.get(key, ""),
            long=True,
            take=True,
            taken=key in self.taken,
        )

    def typed(self, key: str, label: str, hint: str) -> Typed:
        return Typed(
            _anchor(key),
            label,
            hint,
            self.values.get(key, ""),
            self.wrong.get(key, ""),
        )
