"""Check what the decisions say of research against the register of evidence.

What is cited exists and stands among the sources; a percentage stands only where its
source was read whole or its words are quoted; and each outcome that matters to a decision
was looked up for each of its measures.
"""

from collections.abc import Iterable, Iterator, Mapping

from pydantic import BaseModel

from rules.checks.research_check import unread_percentages
from rules.content.briefing import Arguments, Cited
from rules.content.costs import Measure
from rules.content.decision import Header
from rules.content.research import EvidenceRegister
from rules.grammar.errors import Fault, did_you_mean
from rules.grammar.references import Loc, within
from rules.grammar.sources import SeenExtent, Source, SourceKind
from rules.grammar.strict_yaml import ReadFile
from rules.grammar.validation import Found, Part

# What is heard is not ours, and an id says nothing.
_NOT_OUR_WORDS = ("id", "heard")


def citation_faults(
    found: Iterable[Part], register: EvidenceRegister, sources: Mapping[str, Source]
) -> Iterator[Fault]:
    """List what does not fit in how a decision uses the register."""
    parts = tuple(found)
    for item, reading, loc in parts:
        if isinstance(item, Measure):
            yield from _studied(item, reading, loc, register)
            yield from _practised(item, reading, loc, register)
        elif isinstance(item, Arguments):
            yield from _mirrored(item, reading, loc)
        for place, said in within(item, loc):
            if isinstance(said, Cited):
                yield from _cites(said, reading, place, register)
            for key, message in _unread(said, register, sources):
                yield reading.fault((*place, key), message)
    yield from _looked_up(parts, register)


def _unread(
    said: BaseModel, register: EvidenceRegister, sources: Mapping[str, Source]
) -> Iterator[tuple[str, str]]:
    """Tell each percentage whose source was not read whole, and that is not quoted.

    Of what kind the source is, makes no difference: a newspaper and a letter to parliament
    tell of studies too. Beside a study they do not speak for it, and a statute for none.
    """
    if not hasattr(said, "sources"):
        return
    cited = [sources[name] for name in said.sources if name in sources]
    told = [each for each in cited if not each.is_law]
    studies = [
        each
        for each in told
        if each.kind is SourceKind.ONDERZOEK or each.id in register.cited
    ]
    # Of several sources any may hold the figure; which of them a machine cannot tell.
    read = any(each.seen is SeenExtent.TEKST for each in studies or told)
    whole = read or (bool(cited) and not told)
    for name, info in type(said).model_fields.items():
        text = getattr(said, name)
        if isinstance(text, str) and name not in _NOT_OUR_WORDS:
            for figure in unread_percentages(text, whole=whole, sources=cited):
                message = (
                    f"{figure}% staat niet in woorden die bij een bron zijn "
                    "aangehaald, en geen bron ervan is heel gelezen."
                )
                yield info.alias or name, message


def _practised(
    measure: Measure, reading: ReadFile, loc: Loc, register: EvidenceRegister
) -> Iterator[Fault]:
    """Check that what practice says of a study in the register points to it."""
    for index, one in enumerate(measure.practice):
        known = [name for name in one.sources if name in register.cited]
        if known and not one.evidence:
            message = (
                f"bron '{known[0]}' staat in het register van onderzoek; zet bij "
                "'evidence' welk onderzoek dit is."
            )
            yield reading.fault((*loc, "practice", index), message)


def _looked_up(parts: Iterable[Part], register: EvidenceRegister) -> Iterator[Fault]:
    """Check that a decision names its outcomes, and that each measure was held against them.

    The decision names them, and the register of measures does not: so what nobody looked
    up cannot fall silent on both sides at once.
    """
    headers = [each for each in parts if isinstance(each[0], Header)]
    measures = [(m, where, loc) for m, where, loc in parts if isinstance(m, Measure)]
    own = [measure for measure, _, _ in measures if measure.own]
    for header, reading, loc in headers:
        outcomes = getattr(header, "evidence", ())
        for place, wrong in _outcome_faults(outcomes, own, register):
            yield reading.fault((*loc, *place), wrong)
        for outcome in outcomes:
            if outcome in register.topic_names:
                yield from _never_looked_up(outcome, measures, register)


def _outcome_faults(
    outcomes: tuple[str, ...], own: Iterable[Measure], register: EvidenceRegister
) -> Iterator[tuple[Loc, str]]:
    """Tell what is wrong with the outcomes that a decision names, if anything is.

    What a study saw of its own measure, a decision cannot leave out.
    """
    for index, outcome in enumerate(outcomes):
        if outcome not in register.topic_names:
            guess = did_you_mean(outcome, register.topic_names)
            yield (
                ("evidence", index),
                f"uitkomst '{outcome}' staat bij geen maatregel in het register.{guess}",
            )
    for measure in own:
        if not outcomes:
            message = (
                f"het besluit heeft een eigen maatregel ('{measure.id}'); zeg bij "
                "'evidence' welke uitkomsten tellen, met voorop waar een lezer het "
                "eerst op let."
            )
            yield (), message
            return
        for topic, entries in register.topics(measure.studied_as).items():
            if topic.name not in outcomes and any(each.counts for each in entries):
                message = (
                    f"van de eigen maatregel '{measure.studied_as}' is '{topic.name}' "
                    "onderzocht; zet die uitkomst er ook bij."
                )
                yield ("evidence",), message


def _never_looked_up(
    outcome: str,
    measures: Iterable[Found[Measure]],
    register: EvidenceRegister,
) -> Iterator[Fault]:
    """Tell each measure of which nobody looked up that outcome, though it could have it."""
    for measure, reading, loc in measures:
        studied = register.measure_by_id.get(measure.studied_as)
        if studied and outcome not in (*studied.outcomes, *studied.not_about):
            message = (
                f"over '{outcome}' heeft maatregel '{measure.studied_as}' geen onderzoek. "
                "Zoek het op, en zet er in registers/bewijs een, of ‘niet gevonden’."
            )
            yield reading.fault((*loc, "studied_as"), message)


def _studied(
    measure: Measure, reading: ReadFile, loc: Loc, register: EvidenceRegister
) -> Iterator[Fault]:
    if measure.studied_as not in register.measure_by_id:
        guess = did_you_mean(measure.studied_as, register.measure_by_id)
        message = (
            f"alternatief '{measure.id}' verwijst naar maatregel '{measure.studied_as}', "
            f"maar die staat niet in registers/maatregelen.yaml.{guess}"
        )
        yield reading.fault((*loc, "studied_as"), message)


def _cites(
    one: Cited, reading: ReadFile, loc: Loc, register: EvidenceRegister
) -> Iterator[Fault]:
    """Check that what is cited exists, and stands among the sources."""
    for index, name in enumerate(one.evidence):
        place = (*loc, "evidence", index)
        entry = register.entries.get(name)
        if entry is None:
            guess = did_you_mean(name, register.entries)
            yield reading.fault(
                place, f"onderzoek '{name}' staat niet in registers/bewijs.{guess}"
            )
            continue
        for source in set(entry.cited) - set(one.sources):
            message = (
                f"onderzoek '{name}' steunt op bron '{source}': zet die bij sources."
            )
            yield reading.fault(place, message)


def _mirrored(item: Arguments, reading: ReadFile, loc: Loc) -> Iterator[Fault]:
    """Check that both sides draw on the register, or neither does."""
    sides = {"for": item.for_, "against": item.against}
    cites = {key: any(one.evidence for one in side) for key, side in sides.items()}
    for key, does in cites.items():
        if not does and any(cites.values()):
            message = (
                f"alleen één kant noemt onderzoek uit het register; geef ook bij '{key}' "
                "een argument met evidence."
            )
            yield reading.fault((*loc, key), message)
