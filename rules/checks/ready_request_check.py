"""Does what lies ready to ask name demands and questions of its own decisions."""

from collections.abc import Mapping

from rules.checks.condition_check import misfit
from rules.content.competence import Ready, Subject
from rules.content.decision import Decision
from rules.grammar.condition import Leaf, parts
from rules.grammar.errors import did_you_mean
from rules.grammar.references import references
from rules.grammar.validation import Told


def ready_faults(decisions: Mapping[str, Decision], subject: Subject) -> Told:
    """Tell what a request that lies ready names, and its decisions do not have."""
    for index, one in enumerate(subject.ready):
        for where, message in _faults(decisions, one):
            yield ("ready", index, *where), f"'{one.id}': {message}"


def _faults(decisions: Mapping[str, Decision], one: Ready) -> Told:
    for name in one.decisions:
        if name in decisions:
            yield from _named(decisions[name], one)
        # A decision that this content does not have is left out; a slip is told.
        elif guess := did_you_mean(name, decisions):
            yield ("decisions",), f"besluit '{name}' bestaat niet.{guess}"


def _named(decision: Decision, one: Ready) -> Told:
    known = {"vraag": decision.question_by_id, "eis": decision.demand_by_id}
    missing = False
    for each in references(one):
        names = known.get(each.kind)
        if names is not None and each.name not in names:
            missing = True
            guess = did_you_mean(each.name, names)
            told = f"{each.kind} '{each.name}' staat niet bij {decision.id}.{guess}"
            yield each.loc, told
    if missing or one.when is None:
        return
    for where, test in parts(one.when):
        if isinstance(test, Leaf):
            told = misfit(decision.question_by_id[test.question], test) or ""
            if told:
                yield ("when", *where), told
