"""What studies saw of the measures of a decision, as words and as a table.

One table lays outcomes and measures crosswise: every cell is a word, a certainty, and a
mark where there is more to know. Nothing is added up.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from reports.composing.amounts import Sentences
from reports.composing.writer import Writer, cell, paragraph
from reports.document import Block, Cell, Paragraph, Span, Table, Tone
from reports.dutch import capital, enumerate_words, in_sentence
from rules.content.decision import Decision
from rules.content.research import (
    Certainty,
    Direction,
    EvidenceEntry,
    EvidenceRegister,
    Fit,
    StudiedMeasure,
    Topic,
)
from rules.judging.advice import Advice
from rules.judging.research_summary import EvidenceCell, cells, cells_of

WHOLE, STEP = 100, 5
MARK = "*"  # see the remarks below the table


def say_seen(direction: Direction, certainty: Certainty | None) -> str:
    """Say which way it went and how sure that is: “minder, redelijk zeker”."""
    if certainty is None:
        return direction.dutch
    return f"{direction.dutch}, {certainty.dutch}"


def remarks(sentences: Sentences, found: EvidenceCell) -> Iterator[str]:
    """Say what must be known beside the answer: what differs, what was looked at."""
    if found.looked_at:
        told = sentences["bewijs_lijkt_erop" if found.similar else "bewijs_bekeken"]
        yield told.fill(wat="; ".join(found.looked_at))
    if found.differs:
        others = dict.fromkeys(map(_other, found.differs))
        yield sentences["bewijs_verschilt"].fill(gezien="; ".join(others))
    for entry in found.beside:
        reverse = entry.fit is Fit.REVERSE
        told = sentences["bewijs_omgekeerd" if reverse else "bewijs_ander_middel"]
        seen = say_seen(entry.direction, entry.certainty)
        yield told.fill(wat=entry.looked_at or entry.measured, gezien=seen)
    if found.direction is not Direction.NOT_FOUND:
        for entry in found.missing:
            yield sentences["bewijs_ontbreekt"].fill(wat=entry.measured)


def _other(entry: EvidenceEntry) -> str:
    """Say what another study saw, with what it looked at or where it was done."""
    there = f"{entry.country}, {entry.year or 'zonder jaar'}"
    return f"{entry.direction.dutch} ({entry.looked_at or there})"


def seen_in_short(writer: Writer, decision: Decision) -> Iterator[Span]:
    """Say in a line what studies saw of the measures themselves, on the outcome that counts.

    What was looked at, and what another study saw, stands behind the answer: who has no
    more than this line must not take a study of something alike for one of the measure.
    """
    found = tuple(_counted(writer.library.evidence, decision))
    alike = len({each.certainty for _, each in found}) == 1
    for number, (measure, each) in enumerate(found):
        start = "; " if number else f"{each.topic.title}: "
        seen = say_seen(each.direction, None if alike else each.certainty)
        named = (_name(measure),) if len(found) > 1 else ()
        beside = "; ".join((*named, *_beside(writer, each)))
        told = writer.say("kort_werkt", gezien=seen, bij=beside) if beside else seen
        told_of = (*each.deciding, *each.differs)
        yield writer.cited(f"{start}{told}", _sources(told_of))
    if found:
        certainty = found[0][1].certainty
        yield Span(f". {capital(certainty.dutch)}." if alike and certainty else ".")


def _name(measure: StudiedMeasure) -> str:
    """Name a measure within brackets: without those of its own."""
    return in_sentence(re.sub(r" \([^)]*\)$", "", measure.title))


def _counted(
    register: EvidenceRegister, decision: Decision
) -> Iterator[tuple[StudiedMeasure, EvidenceCell]]:
    """Give the decision's own measures with the cell of the outcome that comes first."""
    own = (each.studied_as for each in decision.costs.measures if each.own)
    for name in dict.fromkeys(own):
        for each in cells(register, name):
            if each.topic.name in decision.header.evidence[:1]:
                yield register.measure_by_id[name], each


def _beside(writer: Writer, found: EvidenceCell) -> Iterator[str]:
    """Say in short what the deciding studies looked at, and what another one saw."""
    looked_at = [each.briefly for each in found.deciding if each.briefly]
    if looked_at:
        told = enumerate_words(dict.fromkeys(looked_at))
        yield writer.say("kort_bekeken", wat=told)
    for entry in found.differs:
        when = f" in {entry.year}" if entry.year else ""
        where = f" bij {entry.briefly}" if entry.briefly else ""
        seen = f"{entry.direction.dutch}{when}{where}"
        yield writer.say("kort_verschilt", gezien=seen)


def measures_of(
    decision: Decision, register: EvidenceRegister
) -> tuple[StudiedMeasure, ...]:
    """Give the measures of a decision as research knows them, each once."""
    names = dict.fromkeys(each.studied_as for each in decision.costs.measures)
    return tuple(register.measure_by_id[name] for name in names)


def evidence(
    writer: Writer, decision: Decision, *, whole: bool = True
) -> Iterator[Block]:
    """Lay outcomes and measures crosswise, with what to mind below the table.

    Not `whole`, outcomes on which nothing was found at any measure are only named.
    """
    register, sentences = writer.library.evidence, writer.library.sentences
    measures = measures_of(decision, register)
    if not measures or not decision.header.evidence:
        return
    found = cells_of(register, decision)
    topics = _topics(found)
    bare = () if whole else tuple(each for each in topics if _is_bare(each, found))
    shown = tuple(topic for topic in topics if topic not in bare)
    yield paragraph(writer.say("bewijs_uitleg"))
    rows = tuple(
        (
            cell(topic.title),
            *(_cell(writer, found[each.id].get(topic)) for each in measures),
        )
        for topic in shown
    )
    if rows:
        head = ("Uitkomst", *(measure.title for measure in measures))
        yield Table(writer.say("bewijs_titel"), head, rows, _widths(len(measures)))
    named = ", ".join(in_sentence(topic.title) for topic in bare)
    nothing = writer.say("bewijs_niets_over", uitkomsten=named) if bare else ""
    told = tuple(
        tuple(_told(measure, sentences, (e for t, e in by_topic.items() if t in shown)))
        for measure, by_topic in zip(measures, found.values(), strict=True)
    )
    start = writer.say("bewijs_let_op") if any(told) else ""
    if nothing or start:
        yield paragraph(" ".join(filter(None, (nothing, start))))
    yield from (Paragraph(one, Tone.SMALL) for one in told if one)


def research(writer: Writer, advice: Advice) -> Iterator[Block]:
    """Give what studies saw as a part of the whole memo; nothing if none is named.

    A paper has to be short: a row of nothing but “niet gevonden” becomes a name.
    """
    return evidence(writer, advice.decision, whole=False)


def _is_bare(topic: Topic, found: Mapping[str, Mapping[Topic, EvidenceCell]]) -> bool:
    """Tell whether nothing was found on this outcome, whichever the measure.

    A study of another means or of the reverse is something: it keeps its row.
    """
    seen = (by_topic[topic] for by_topic in found.values() if topic in by_topic)
    return all(e.direction is Direction.NOT_FOUND and not e.beside for e in seen)


def _told(
    measure: StudiedMeasure, sentences: Sentences, found: Iterable[EvidenceCell]
) -> Iterator[Span]:
    """Say in one run what to mind at one measure; outcomes that share a remark stand together.

    One run a measure, not one a cell: on paper that is half as long.
    """
    minded: dict[str, list[str]] = {}
    for each in found:
        for remark in remarks(sentences, each):
            minded.setdefault(remark, []).append(in_sentence(each.topic.title))
    told = groupby(minded, key=lambda remark: minded[remark])
    for number, (topics, several) in enumerate(told):
        about, text = ", ".join(topics), " ".join(several)
        named = f" {capital(about)}" if number else f"{measure.title}, {about}"
        yield Span(f"{named}. ", strong=True)
        yield Span(text)


def _topics(found: Mapping[str, Mapping[Topic, EvidenceCell]]) -> tuple[Topic, ...]:
    """Give every outcome that one of the measures has, in reading order."""
    seen = dict.fromkeys(topic for each in found.values() for topic in each)
    return tuple(sorted(seen, key=lambda topic: (topic.place, topic.name)))


def _cell(writer: Writer, found: EvidenceCell | None) -> Cell:
    """Say what was seen; without a cell the measure cannot have that outcome."""
    if found is None:
        return cell(writer.say("bewijs_past_niet"))
    said = say_seen(found.direction, found.certainty)
    minded = any(remarks(writer.library.sentences, found))
    rivals = (each for each in found.differs if each.certainty is found.certainty)
    cited = _sources(each for each in (*found.deciding, *rivals) if each.counts)
    return Cell((writer.cited(f"{said}{MARK if minded else ''}", cited),))


def _sources(entries: Iterable[EvidenceEntry]) -> tuple[str, ...]:
    return tuple(source for entry in entries for source in entry.cited)


def _widths(number: int) -> tuple[int, ...]:
    """Share out the line in steps of five; the first column takes what is left."""
    each = min(25, 90 // number // STEP * STEP)
    return (WHOLE - each * number, *([each] * number))
