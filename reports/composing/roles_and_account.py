"""The shorter parts of a memo: roles, weighing, account, answers."""

from collections.abc import Iterator

from reports.composing.writer import Writer, cell, paragraph
from reports.document import Block, Cell, KeyValues, Paragraph, Span, Table, Tone
from reports.dutch import capital, say_answer, say_date
from rules.judging.advice import Advice, Assessed
from rules.judging.two_sides import Point, two_sides
from rules.proof.certificate import Certificate, ClaimVerdict

ARGUMENTS = 3
ROLES = 4
OTHER_POINTS = 1
PASSAGES = 2
PROOFS = 1


def roles(writer: Writer, advice: Advice) -> Iterator[Block]:
    """Say who decides what, and what is outside their power.

    The council and whoever decides are told in full, the others by their first points.
    The roles stand in the order of their part; the last few are for the page alone.
    """
    in_full = {"raad", advice.decision.header.body}
    for role in advice.decision.roles[:ROLES]:
        most = None if role.body in in_full else OTHER_POINTS
        who = Span(f"{capital(writer.body(role.body))}. ", strong=True)
        told = writer.statements([*role.can[:most], *role.cannot[:most]])
        yield Paragraph((who, *told))


def weighing(writer: Writer, advice: Advice) -> Iterator[Block]:
    """Put equally many points on both sides: facts of this dossier, then arguments."""
    yield from writer.passages(advice, "afweging", most=PASSAGES)
    yield paragraph(writer.say("voor_en_tegen_uitleg"))
    both = two_sides(advice, ARGUMENTS)
    rows = tuple(
        (_point(writer, one), _point(writer, other))
        for one, other in zip(both.for_, both.against, strict=True)
    )
    title = writer.sides_title(advice)
    yield Table(title, ("Voor", "Tegen"), rows, (50, 50), row_heads=False)
    yield from writer.passages(advice, "alternatieven", most=PASSAGES)


def _point(writer: Writer, point: Point) -> Cell:
    return Cell((writer.cited(point.text, point.sources),))


def account(writer: Writer, advice: Advice) -> Iterator[Block]:
    """Say on what this memo rests, so that it can be made again, and what was proved."""
    yield paragraph(
        writer.say(
            "verantwoording",
            versie=writer.version,
            peildatum=say_date(advice.casefile.reference_date),
            nagekeken=say_date(advice.decision.header.checked_on),
        )
    )
    found = writer.library.certificate(advice.decision.id)
    yield KeyValues("Regelversie en nagerekende eisen", tuple(_proved(writer, found)))
    yield from writer.passages(advice, "bronnen", most=PASSAGES)


def _proved(writer: Writer, found: Certificate) -> Iterator[tuple[str, Cell]]:
    """Say what was proved and for which content; what fails is told in full."""
    proved, failed = found.said(ClaimVerdict.PROVED), found.said(ClaimVerdict.FAILED)
    told = writer.say(
        "nagerekend",
        aantal=str(len(proved)),
        vanaf=say_date(found.days[0]),
        eisen=" ".join(proved[:PROOFS]),
    )
    yield "Vingerafdruk", cell(found.fingerprint)
    yield "Nagerekend", cell(told)
    if failed:
        yield "Klopt niet", cell(" ".join(failed))


def answers(writer: Writer, advice: Advice) -> Iterator[Block]:
    """List all answers that were given, those of one card together."""
    given = [each for each in advice.assessed if each.answer is not None]
    if not given:
        yield paragraph(writer.say("geen_antwoorden"))
        return
    yield paragraph(writer.say("antwoorden_uitleg"), tone=Tone.SMALL)
    rows = tuple(_answered(writer, advice, each) for each in given)
    head = ("Nr.", "Vraag", "Antwoord")
    yield Table("Alle antwoorden", head, rows, (5, 60, 35))


def _answered(writer: Writer, advice: Advice, each: Assessed) -> tuple[Cell, ...]:
    """Give the row of an answer, with what was noted beside it."""
    question = each.question
    said = [Span(say_answer(question, each.answer))]
    if remark := advice.casefile.remarks.get(question.id):
        said.append(Span(f" ({remark})"))
    if question.id in advice.casefile.inferred:
        said.append(Span(f" ({writer.say('antwoord_gelezen')})"))
    return cell(question.number), cell(question.alone), Cell(tuple(said))
