"""The shorter parts of a memo: roles, weighing, account, answers."""

from collections.abc import Iterator
from hashlib import sha256

from reports.desk import Desk, cell, paragraph
from reports.document import (
    Block,
    Cell,
    KeyValues,
    Paragraph,
    Span,
    Status,
    Table,
    Tone,
)
from reports.dutch import capital, say_answer, say_date
from rules.content.briefing import Argument
from rules.content.questions import Weight
from rules.judging.advice import Advice, Assessed
from rules.judging.advice import Status as Stand
from rules.proof.certificate import Certificate, Verdict

ARGUMENTS = 3
OTHER_POINTS = 1
PASSAGES = 2
PROOFS = 3


def roles(desk: Desk, advice: Advice) -> Iterator[Block]:
    """Say who decides what, and what is outside their power.

    The council and whoever decides are told in full, the others by their first points.
    """
    in_full = {"raad", advice.decision.header.body}
    for role in advice.decision.roles:
        most = None if role.body in in_full else OTHER_POINTS
        yield Paragraph(
            (
                Span(f"{capital(desk.body(role.body))}. ", strong=True),
                *desk.statements([*role.can[:most], *role.cannot[:most]]),
            )
        )


def weighing(desk: Desk, advice: Advice) -> Iterator[Block]:
    """Put equally many points on both sides."""
    yield from desk.passages(advice, "afweging", most=PASSAGES)
    yield paragraph(desk.say("voor_en_tegen_uitleg"))
    arguments, turn = advice.decision.arguments, _turn(advice)
    pairs = zip(
        _some(arguments.for_, turn), _some(arguments.against, turn), strict=True
    )
    rows = tuple(
        (Cell(tuple(desk.statements([one]))), Cell(tuple(desk.statements([other]))))
        for one, other in pairs
    )
    yield Table("Voor en tegen", ("Voor", "Tegen"), rows, (50, 50), row_heads=False)
    yield from desk.passages(advice, "alternatieven", most=PASSAGES)


def account(desk: Desk, advice: Advice) -> Iterator[Block]:
    """Say on what this memo rests, so that it can be made again, and what was proved."""
    yield paragraph(
        desk.say(
            "verantwoording",
            versie=desk.version,
            peildatum=say_date(advice.casefile.reference_date),
            nagekeken=say_date(advice.decision.header.checked_on),
        )
    )
    found = desk.library.certificate(advice.decision.id)
    yield KeyValues("Regelversie en nagerekende eisen", tuple(_proved(desk, found)))
    yield from desk.passages(advice, "bronnen", most=PASSAGES)


def _proved(desk: Desk, found: Certificate) -> Iterator[tuple[str, Cell]]:
    """Say what was proved and for which content; what fails is told in full."""
    proved, failed = found.said(Verdict.PROVED), found.said(Verdict.FAILED)
    told = desk.say(
        "nagerekend",
        aantal=str(len(proved)),
        vanaf=say_date(found.days[0]),
        eisen=" ".join(proved[:PROOFS]),
    )
    yield "Vingerafdruk", cell(found.fingerprint)
    yield "Nagerekend", cell(told)
    if failed:
        yield "Klopt niet", cell(" ".join(failed))


def answers(desk: Desk, advice: Advice) -> Iterator[Block]:
    """List all answers that were given."""
    given = [each for each in advice.assessed if each.answer is not None]
    if not given:
        yield paragraph(desk.say("geen_antwoorden"))
        return
    yield paragraph(desk.say("antwoorden_uitleg"), tone=Tone.SMALL)
    rows = tuple(
        (
            cell(each.question.ref),
            cell(each.question.text),
            cell(say_answer(each.question, each.answer)),
        )
        for each in given
    )
    head = ("Nr.", "Vraag", "Antwoord")
    yield Table("Alle antwoorden", head, rows, (10, 70, 20))


def stand(each: Assessed) -> Status:
    """Say how an answer stands, as a word for paper."""
    careful = each.question.kind not in (Weight.TRIAGE, Weight.DWINGEND)
    match each.status:
        case Stand.VOLDAAN:
            return Status.FOR if careful else Status.FULFILLED
        case Stand.NIET_VOLDAAN:
            return Status.AGAINST if careful else Status.NOT_FULFILLED
        case Stand.ROUTE:
            return Status.NOT_FULFILLED
        case Stand.ONBEKEND:
            return Status.UNKNOWN
        case Stand.NIET_VAN_TOEPASSING:
            return Status.NOT_APPLICABLE
        case Stand.INFO:
            return Status.INFORMATION


def _turn(advice: Advice) -> int:
    """Turn the order by the answers: repeatable, and not the same side by side."""
    seed = repr(sorted(advice.casefile.answers.items(), key=lambda item: item[0]))
    return sha256(seed.encode()).digest()[0]


def _some(arguments: tuple[Argument, ...], turn: int) -> tuple[Argument, ...]:
    start = turn % len(arguments)
    return (arguments[start:] + arguments[:start])[:ARGUMENTS]
