"""Does what lies ready to ask name demands and questions of its own decisions."""

from collections.abc import Iterable, Iterator, Mapping

from rules.checks.condition_check import misfit
from rules.content.competence import Ready, Subject
from rules.content.decision import Decision
from rules.grammar.condition import Leaf, parts
from rules.grammar.errors import Fault, did_you_mean
from rules.grammar.references import Loc
from rules.grammar.strict_yaml import ReadFile
from rules.grammar.validation import Found, unknown_names


def ready_faults(
    found: Iterable[Found[Subject]], decisions: Mapping[str, Decision]
) -> Iterator[Fault]:
    """Find what a request that lies ready names, and its decisions do not have."""
    for subject, reading, loc in found:
        for index, one in enumerate(subject.ready):
            yield from _faults(one, reading, (*loc, "ready", index), decisions)


def _faults(
    one: Ready, reading: ReadFile, loc: Loc, decisions: Mapping[str, Decision]
) -> Iterator[Fault]:
    for name in one.decisions:
        decision = decisions.get(name)
        if decision is None:
            # A decision that this content does not have is left out; a slip is told.
            if guess := did_you_mean(name, decisions):
                told = f"'{one.id}': besluit '{name}' bestaat niet.{guess}"
                yield reading.fault((*loc, "decisions"), told)
            continue
        where = f"bij {name}"
        known = {"vraag": decision.question_by_id, "eis": decision.demand_by_id}
        missing = [
            *unknown_names([(one, reading, loc)], known, dict.fromkeys(known, where))
        ]
        yield from missing
        if missing or one.when is None:
            continue
        for path, test in parts(one.when):
            if isinstance(test, Leaf):
                told = misfit(decision.question_by_id[test.question], test) or ""
                if told:
                    yield reading.fault((*loc, "when", *path), told)
