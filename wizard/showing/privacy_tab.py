"""The page of privacy: what people give up, what answers it, what could be lighter."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from reports.composing.pictures import standing_picture
from reports.composing.privacy_part import (
    balance_of,
    what_is_lighter,
    what_is_open,
    which_law,
)
from reports.document import Figure, StatusWord
from reports.dutch import capital, enumerate_words, say_answer
from rules.content.intrusions import Aspect, Duty, Intrusion, Lighter, Regime
from rules.grammar.glossary import Body
from rules.grammar.truth import Truth
from rules.judging.privacy import (
    Applied,
    Balance,
    Guard,
    IntrusionStanding,
    OwnJudgement,
    PrivacySide,
    Room,
    Weighed,
)
from wizard.counter import Work, slug_of
from wizard.screen_parts import Link, NotedSentence, Shown, StatedPart, StateLabel
from wizard.showing.navigation import address, bar, counted
from wizard.showing.source_cards import SourceCards
from wizard.showing.weighing_parts import drawn


@dataclass(frozen=True)
class GuardRow:
    """One safeguard, whether it is in place, and where to answer for it."""

    title: NotedSentence
    status: StateLabel
    link: Link | None


@dataclass(frozen=True)
class IntrusionCard:
    """One way in which people are touched, and what answers it."""

    intrusion: Intrusion
    text: NotedSentence
    status: StateLabel
    guards: tuple[GuardRow, ...]
    note: str


@dataclass(frozen=True)
class RegimeCard:
    """One body of law: when it applies, what it means, and who answers for it."""

    regime: Regime
    law: str
    text: NotedSentence
    body: str


@dataclass(frozen=True)
class LighterCard:
    """What could be lighter, and which body to ask."""

    lighter: Lighter
    text: NotedSentence
    body: Body


@dataclass(frozen=True)
class JudgementCard:
    """The user’s own judgement, with what helps to form it."""

    own: OwnJudgement
    said: str
    link: Link | None
    points: tuple[NotedSentence, ...]
    rulings: tuple[NotedSentence, ...]


LAW = 1  # paragraphs on the law before what is open; the others stand in a fold
ASPECTS = {
    Aspect.WIE: "Wie komt in beeld",
    Aspect.WAT: "Wat er gebeurt",
    Aspect.WAAR: "Waar",
    Aspect.HOE_LANG: "Hoe lang",
}
STANDINGS = {
    IntrusionStanding.ANSWERED: StateLabel("voldaan", "beantwoord"),
    IntrusionStanding.OPEN: StateLabel("niet_voldaan", "open"),
    IntrusionStanding.ABSENT: StateLabel("niet_van_toepassing", "komt niet voor"),
}
IN_PLACE = {
    Truth.YES: StateLabel("voldaan", "geregeld"),
    Truth.NO: StateLabel("niet_voldaan", "niet geregeld"),
    Truth.UNKNOWN: StateLabel("onbekend", "onbekend"),
}
NOT_HERE = StateLabel("niet_van_toepassing", "niet nodig")
MARKS = {
    Truth.YES: StatusWord.FULFILLED,
    Truth.NO: StatusWord.NOT_FULFILLED,
    Truth.UNKNOWN: StatusWord.UNKNOWN,
}
SIDES = {
    PrivacySide.GREATER: "Uw antwoorden wijzen naar groter.",
    PrivacySide.SMALLER: "Uw antwoorden wijzen naar kleiner.",
    None: "",
}
REGIMES = (
    ("geldt", "Geldt hier", Truth.YES),
    ("misschien", "Geldt misschien", Truth.UNKNOWN),
    ("niet-hier", "Geldt hier niet, volgens uw antwoorden", Truth.NO),
)


def balance_screen(work: Work) -> Shown:
    """Show what the answers tell of privacy; weighing it is up to the reader.

    `groups` are the intrusions by aspect: who, what, where, how long; `regimes` the
    bodies of law that apply, that may apply, or that do not apply here.
    """
    notes = SourceCards(work.counter.library.sources)
    found = balance_of(work.advice)
    groups = tuple(
        _group(work, notes, aspect, title, found.about(aspect))
        for aspect, title in ASPECTS.items()
        if found.about(aspect)
    )
    lighter = tuple(_lighter(work, notes, room) for room in found.lighter)
    perhaps = tuple(_lighter(work, notes, room) for room in found.perhaps_lighter)
    regimes = tuple(
        StatedPart(
            title,
            cards,
            name,
            counted(len(cards), "situatie", "situaties"),
            truth is Truth.YES,
        )
        for name, title, truth in REGIMES
        if (cards := _regimes(work, notes, found.regimes, truth))
    )
    day = work.casefile.reference_date
    duties = tuple(
        (duty, notes.sentence(duty.text, duty.sources), duty.binds(day))
        for duty in sorted(found.duties, key=_day)
    )
    judgements = tuple(_judgement(work, notes, one) for one in found.judgements)
    writer = work.writer()
    law = tuple(which_law(writer, work.advice, found))
    return Shown(
        "screens/privacybalans.html",
        title="Wat geven mensen op aan privacy?",
        summary=_summary(found),
        law=law[:LAW],
        more_law=law[LAW:],
        open=tuple(what_is_open(writer, found)),
        lightest=tuple(what_is_lighter(writer, found)),
        notes=writer.notes.all(),
        drawings=drawn(("inbreuken-beeld", _picture(found))),
        groups=groups,
        factors=tuple(
            (each.intrusion, SIDES[each.side])
            for each in found.weighed
            if each.standing is not IntrusionStanding.ABSENT
        ),
        lighter=lighter,
        perhaps=perhaps,
        perhaps_count=counted(len(perhaps), "punt", "punten"),
        regimes=regimes,
        duties=duties,
        judgements=judgements,
        gaps=found.gaps,
        bar=bar(work, "privacy"),
    )


def _day(duty: Duty) -> tuple[str, str]:
    return duty.since.isoformat(), duty.id


def _summary(found: Balance) -> str:
    """Tell in two sentences where the intrusions stand; what there is none of stays out."""
    if not found.weighed:
        return ""
    count = counted(len(found.weighed), "inbreuk", "inbreuken")
    known = f"Wij kennen {count} bij deze maatregel."
    if found.open and len(found.open) == len(found.weighed):
        return f"{known} Bij elke inbreuk staat nog iets open."
    told = []
    if found.open:
        told.append(f"bij {len(found.open)} staat nog iets open")
    if found.answered:
        number = len(found.answered)
        told.append(f"bij {number} zijn alle waarborgen geregeld die wij noemen")
    if found.absent:
        verb = "komt" if len(found.absent) == 1 else "komen"
        told.append(f"{len(found.absent)} {verb} hier niet voor")
    return f"{known} {capital(enumerate_words(told))}." if told else known


def _picture(found: Balance) -> Figure | None:
    """Draw which safeguards each intrusion has; those that do not occur stay out."""
    shown = [
        each for each in found.weighed if each.standing is not IntrusionStanding.ABSENT
    ]
    most = max((len(each.guards) for each in shown), default=0)
    if not most:
        return None
    rows = [(each.intrusion.title, _marks(each, most)) for each in shown]
    told = f"Bij {len(found.open)} van {len(shown)} is iets onbekend of niet geregeld"
    return standing_picture(
        "Inbreuken en hun waarborgen",
        f"{told}. Elke vorm is één waarborg, in de volgorde van de lijst hieronder. "
        "Een streepje betekent: daar hoort geen waarborg meer bij.",
        tuple(f"{place}e" for place in range(1, most + 1)),
        rows,
    )


def _marks(each: Weighed, most: int) -> tuple[StatusWord, ...]:
    marks = tuple(
        StatusWord.NOT_APPLICABLE
        if guard.applies is Truth.NO
        else MARKS[guard.in_place]
        for guard in each.guards
    )
    return (*marks, *[StatusWord.NOT_APPLICABLE] * (most - len(marks)))


def _group(
    work: Work,
    notes: SourceCards,
    aspect: Aspect,
    title: str,
    found: tuple[Weighed, ...],
) -> StatedPart[IntrusionCard]:
    counts = Counter(each.standing for each in found)
    state = enumerate_words(
        f"{counts[one]} {label.text}" for one, label in STANDINGS.items() if counts[one]
    )
    return StatedPart(
        title,
        tuple(_card(work, notes, each) for each in found),
        slug_of(aspect.value),
        state,
        is_open=any(each.missing for each in found),
    )


def _card(work: Work, notes: SourceCards, each: Weighed) -> IntrusionCard:
    intrusion = each.intrusion
    note = ""
    if each.present is Truth.UNKNOWN:
        note = "Of dit hier voorkomt, is nog onbekend."
    elif each.standing is IntrusionStanding.OPEN and not each.guards:
        note = "Hier noemen wij geen waarborg: alleen dit weglaten helpt."
    return IntrusionCard(
        intrusion,
        text=notes.sentence(intrusion.text, intrusion.sources),
        status=STANDINGS[each.standing],
        guards=()
        if each.standing is IntrusionStanding.ABSENT
        else tuple(_guard(work, notes, guard) for guard in each.guards),
        note=note,
    )


def _guard(work: Work, notes: SourceCards, guard: Guard) -> GuardRow:
    status = NOT_HERE if guard.applies is Truth.NO else IN_PLACE[guard.in_place]
    answered = guard.question.id in work.casefile.answers
    word = "Wijzig uw antwoord" if answered else "Beantwoord de vraag"
    may = work.may_change and guard.applies is not Truth.NO
    return GuardRow(
        notes.sentence(guard.safeguard.title, guard.safeguard.sources),
        status,
        Link(word, address(work, guard.question)) if may else None,
    )


def _lighter(work: Work, notes: SourceCards, room: Room) -> LighterCard:
    lighter, body = room.lighter, work.counter.library.bodies[room.lighter.to]
    return LighterCard(lighter, notes.sentence(lighter.text, lighter.sources), body)


def _regimes(
    work: Work, notes: SourceCards, found: Iterable[Applied], truth: Truth
) -> tuple[RegimeCard, ...]:
    bodies = work.counter.library.bodies
    return tuple(
        RegimeCard(
            each.regime,
            law=work.counter.library.say(f"privacywet_{each.regime.law}"),
            text=notes.sentence(each.regime.text, each.regime.sources),
            body=bodies[each.regime.body].name if each.regime.body else "",
        )
        for each in found
        if each.applies is truth
    )


def _judgement(work: Work, notes: SourceCards, each: OwnJudgement) -> JudgementCard:
    said = (
        "U hebt dit nog niet beantwoord."
        if each.answer is None
        else f"Naar uw oordeel: {say_answer(each.question, each.answer)}."
    )
    word = "Geef uw oordeel" if each.answer is None else "Wijzig uw oordeel"
    return JudgementCard(
        each,
        said=said,
        link=Link(word, address(work, each.question)) if work.may_change else None,
        points=notes.statements(each.guide.points),
        rulings=notes.statements(each.guide.rulings),
    )
