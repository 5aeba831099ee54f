"""Check what the decisions say of research against the register of evidence.

What is cited exists and stands among the sources; a percentage stands only where its
source was read whole or its words are quoted; and each outcome that matters to a decision
was looked up for each of its measures.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from pydantic import BaseModel

from rules.checks.research_check import unread_percentages
from rules.content.briefing import Arguments, Cited
from rules.content.costs import Measure
from rules.content.decision import Header
from rules.content.research import EvidenceRegister
from rules.grammar.errors import Fault, did_you_mean
from rules.grammar.references import within
from rules.grammar.sources import SeenExtent, Source, SourceKind
from rules.grammar.validation import Part, Told, faults_of

# What is heard is not ours, and an id says nothing.
_NOT_OUR_WORDS = ("id", "heard")


def citation_faults(
    found: Iterable[Part], register: EvidenceRegister, sources: Mapping[str, Source]
) -> Iterator[Fault]:
    """List what does not fit in how a decision uses the register."""
    parts = tuple(found)
    own = [item for item, _, _ in parts if isinstance(item, Measure) and item.own]
    headers = (item for item, _, _ in parts if isinstance(item, Header))
    named = [name for header in headers for name in header.evidence]

    def check(item: BaseModel) -> Told:
        match item:
            case Measure():
                yield from _studied(item, named, register)
                yield from _practised(item, register)
            case Arguments():
                yield from _mirrored(item)
            case Header():
                yield from _outcome_faults(item.evidence, own, register)
            case _:
                pass
        for place, said in within(item):
            told = _unread(said, register, sources)
            cites = _cites(said, register) if isinstance(said, Cited) else ()
            yield from (((*place, *where), what) for where, what in chain(told, cites))

    return faults_of(parts, check)


def _unread(
    said: BaseModel, register: EvidenceRegister, sources: Mapping[str, Source]
) -> Told:
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
                yield (info.alias or name,), message


def _practised(measure: Measure, register: EvidenceRegister) -> Told:
    """Check that what practice says of a study in the register points to it."""
    for index, one in enumerate(measure.practice):
        known = [name for name in one.sources if name in register.cited]
        if known and not one.evidence:
            message = (
                f"bron '{known[0]}' staat in het register van onderzoek; zet bij "
                "'evidence' welk onderzoek dit is."
            )
            yield ("practice", index), message


def _outcome_faults(
    outcomes: tuple[str, ...], own: Iterable[Measure], register: EvidenceRegister
) -> Told:
    """Tell what is wrong with the outcomes that a decision names, if anything is.

    The decision names them, and the register of measures does not: so what nobody looked
    up cannot fall silent on both sides at once. What a study saw of its own measure, a
    decision cannot leave out.
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


def _studied(
    measure: Measure, named: Iterable[str], register: EvidenceRegister
) -> Told:
    """Check that a measure is in the register, and held against each outcome named."""
    studied = register.measure_by_id.get(measure.studied_as)
    if studied is None:
        guess = did_you_mean(measure.studied_as, register.measure_by_id)
        message = (
            f"alternatief '{measure.id}' verwijst naar maatregel '{measure.studied_as}', "
            f"maar die staat niet in registers/maatregelen.yaml.{guess}"
        )
        yield ("studied_as",), message
        return
    # What it could not have need not be looked up; what nobody knows is told already.
    needless = {*studied.outcomes, *studied.not_about}
    for outcome in named:
        if outcome in register.topic_names - needless:
            message = (
                f"over '{outcome}' heeft maatregel '{measure.studied_as}' geen onderzoek. "
                "Zoek het op, en zet er in registers/bewijs een, of ‘niet gevonden’."
            )
            yield ("studied_as",), message


def _cites(one: Cited, register: EvidenceRegister) -> Told:
    """Check that what is cited exists, and stands among the sources."""
    for index, name in enumerate(one.evidence):
        place, entry = ("evidence", index), register.entries.get(name)
        if entry is None:
            guess = did_you_mean(name, register.entries)
            yield place, f"onderzoek '{name}' staat niet in registers/bewijs.{guess}"
            continue
        for source in set(entry.cited) - set(one.sources):
            yield (
                place,
                f"onderzoek '{name}' steunt op bron '{source}': zet die bij sources.",
            )


def _mirrored(item: Arguments) -> Told:
    """Check that both sides draw on the register, or neither does."""
    sides = {"for": item.for_, "against": item.against}
    cites = {key: any(one.evidence for one in side) for key, side in sides.items()}
    for key, does in cites.items():
        if not does and any(cites.values()):
            message = (
                f"alleen één kant noemt onderzoek uit het register; geef ook bij '{key}' "
                "een argument met evidence."
            )
            yield (key,), message
