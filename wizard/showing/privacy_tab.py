"""The page of privacy: what people give up, what answers it, what could be lighter."""

from collections import Counter
from collections.abc import Iterable
from functools import partial

from reports.composing.pictures import standing_picture
from reports.composing.privacy_part import (
    balance_of,
    what_is_lighter,
    what_is_open,
    which_law,
)
from reports.document import Figure, StatusWord
from reports.dutch import capital, counted, enumerate_words
from rules.content.intrusions import Aspect, PrivacyLaw
from rules.grammar.truth import Truth
from rules.judging.privacy import Balance, Guard, IntrusionStanding, Weighed
from wizard.counter import Work
from wizard.screen_parts import Link, Shown, StateLabel
from wizard.showing.navigation import address, bar
from wizard.showing.source_cards import SourceCards
from wizard.showing.weighing_parts import drawn

Guarded = tuple[Guard, StateLabel, Link | None]


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
REGIMES = (
    ("geldt", "Geldt hier", Truth.YES),
    ("misschien", "Geldt misschien", Truth.UNKNOWN),
    ("niet-hier", "Geldt hier niet, volgens uw antwoorden", Truth.NO),
)


def balance_screen(work: Work) -> Shown:
    """Show what the answers tell of privacy; weighing it is up to the reader.

    `groups` are the intrusions by aspect, each with a note and its safeguards; `regimes`
    the bodies of law that apply, that may apply, or that do not apply here.
    """
    library, writer = work.library, work.writer()
    found = balance_of(work.advice)
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
        groups=tuple(
            (title, _state(some), tuple(_card(work, each) for each in some))
            for aspect, title in ASPECTS.items()
            if (some := found.about(aspect))
        ),
        standings=STANDINGS,
        factors=tuple(
            (each.intrusion, each.side)
            for each in found.weighed
            if each.standing is not IntrusionStanding.ABSENT
        ),
        found=found,
        regimes=tuple(
            (name, title, laws)
            for name, title, truth in REGIMES
            if (laws := [e.regime for e in found.regimes if e.applies is truth])
        ),
        laws={one: library.say(f"privacywet_{one}") for one in PrivacyLaw},
        bodies=library.bodies,
        day=work.casefile.reference_date,
        address=partial(address, work) if work.may_change else None,
        cards=SourceCards(library.sources),
        bar=bar(work, "privacy"),
    )


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


def _state(found: Iterable[Weighed]) -> str:
    counts = Counter(each.standing for each in found)
    return enumerate_words(
        f"{counts[one]} {label.text}" for one, label in STANDINGS.items() if counts[one]
    )


def _card(work: Work, each: Weighed) -> tuple[Weighed, str, tuple[Guarded, ...]]:
    """Give an intrusion with what to know of it, and its safeguards where it occurs."""
    note = ""
    if each.present is Truth.UNKNOWN:
        note = "Of dit hier voorkomt, is nog onbekend."
    elif each.standing is IntrusionStanding.OPEN and not each.guards:
        note = "Hier noemen wij geen waarborg: alleen dit weglaten helpt."
    occurs = each.standing is not IntrusionStanding.ABSENT
    guards = tuple(_guard(work, guard) for guard in each.guards if occurs)
    return each, note, guards


def _guard(work: Work, guard: Guard) -> Guarded:
    if guard.applies is Truth.NO:
        return guard, NOT_HERE, None
    answered = guard.question.id in work.casefile.answers
    word = "Wijzig uw antwoord" if answered else "Beantwoord de vraag"
    way = Link(word, address(work, guard.question)) if work.may_change else None
    return guard, IN_PLACE[guard.in_place], way
