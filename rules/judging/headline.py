"""The headline of an outcome: its title, counted, and never firmer than the demands.

Which of the titles is told, and what stands in its holes, follows from how the demands
stand and from the answers.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from string import Formatter

from rules.content.casefile import Clashing
from rules.content.decision import Decision
from rules.content.decision_table import (
    UNKNOWN_PHASE,
    ClashTest,
    DemandsTest,
    Outcome,
    OutcomeRow,
    PassedTest,
    PhaseTest,
    RuleTest,
    TallyTest,
    Title,
    TitleTest,
)
from rules.content.demands import Standing
from rules.grammar.answers import (
    Answer,
    Answers,
    Choice,
    ChoiceKind,
    DontKnow,
    Ticks,
    TicksKind,
)
from rules.grammar.truth import Truth
from rules.judging.answer_meaning import listed
from rules.judging.demands import (
    JudgedDemand,
    Tally,
    demands_of,
    findings_of,
    phase_of,
    tally,
)
from rules.judging.evaluation import Evaluated, judge_of, may_hold
from rules.judging.folded_decision import Chart

OPEN_AT = "o_"
PAIR = 2
_ALL = re.compile(r"\b[Aa]lle \{n\}")
_PART_OF_ALL = re.compile(r"\{(\w+)\} van de \{(\w+)\}")
NAMED = 3  # demands that a title names, where there are many
# What a title can count; beside these, a body (`o_politie`) or the id of a question.
COUNTED = ("n", "v", "x", "o", "s", "w", "wn", "wv", "wm", "eis", "herstel", "k", "m")
# On which demands a hole leans: what is met would be no less so by another reading.
_LEANS = {
    "n": (Standing.NIET_VOLDAAN, Standing.ONBEKEND),
    "x": (Standing.NIET_VOLDAAN,),
    "eis": (Standing.NIET_VOLDAAN,),
    "o": (Standing.ONBEKEND,),
}


@dataclass(frozen=True, slots=True)
class Headline:
    """The words of an outcome for one dossier.

    `reading` is not empty where the title rests on a reading of the law: it tells whose
    that is, and how others read it. `body` is who decides, as the title tells it.
    """

    title: str
    meaning: str
    next_step: str
    reading: str
    body: str


@dataclass(frozen=True)
class StandingTable:
    """What the tests of a table and of titles look at, for one dossier.

    `passed` are the questions whose day lies before the reference date.
    """

    decision: Decision
    answers: Answers
    findings: Mapping[str, Evaluated]
    judged: tuple[JudgedDemand, ...]
    phase: str | None
    clashes: bool
    passed: frozenset[str] = frozenset()
    counted: tuple[str, ...] = ()

    @cached_property
    def deciding(self) -> tuple[JudgedDemand, ...]:
        """Give the demands that decide."""
        return tuple(each for each in self.judged if each.demand.decides)

    @cached_property
    def weighing(self) -> tuple[JudgedDemand, ...]:
        """Give the demands that weigh."""
        return tuple(each for each in self.judged if not each.demand.decides)

    def counts(self) -> Tally:
        """Count the demands that a title counts: those named, or all that decide."""
        return tally(self.in_title)

    @cached_property
    def in_title(self) -> tuple[JudgedDemand, ...]:
        """Give the demands that a title counts."""
        if not self.counted:
            return self.deciding
        return tuple(each for each in self.judged if each.demand.id in self.counted)

    def counting(self, outcome: Outcome) -> "StandingTable":
        """Give this table as the titles of an outcome look at it."""
        return replace(self, counted=outcome.count)

    def hits(self, row: OutcomeRow | Title) -> bool:
        """Tell whether all tests of a row, or of a title, hit."""
        return all(map(self._hits, row.when))

    def _hits(self, test: TitleTest) -> bool:  # noqa: PLR0911 — one return a kind
        match test:
            case DemandsTest():
                return bool(self.found_by(test))
            case PhaseTest(phase=names):
                return (self.phase or UNKNOWN_PHASE) in names
            case ClashTest():
                return self.clashes
            case PassedTest(passed=name):
                return name in self.passed
            case TallyTest():
                return self.counts().of(test.tally) == test.is_
            case RuleTest():
                return self.findings[test.rule].truth in test.truths
            case _:
                written = self.decision.in_force(test)
                return judge_of(written)(self.answers, {}).truth is Truth.YES

    def found_by(self, test: DemandsTest) -> tuple[JudgedDemand, ...]:
        """Give the demands that make a test hit."""
        return tuple(
            each
            for each in self.judged
            if test.looks_at(each.demand) and each.standing in test.any_
        )


def table_of(
    chart: Chart,
    answers: Answers,
    notices: Iterable[Clashing],
    passed: frozenset[str] = frozenset(),
) -> StandingTable:
    """Judge answers with their reasons, and lay out what a table and its titles look at."""
    return StandingTable(
        decision=chart.decision,
        answers=answers,
        findings=findings_of(chart, answers),
        judged=demands_of(chart, answers),
        phase=phase_of(chart.decision, answers),
        clashes=any(not each.hint for each in notices),
        passed=passed,
    )


def headline(table: StandingTable, outcome: Outcome) -> Headline:
    """Word an outcome for one dossier."""
    title = title_of(table, outcome)
    table = table.counting(outcome)
    return Headline(
        title=_filled(table, outcome, title.text),
        meaning=_filled(table, outcome, title.meaning or outcome.meaning),
        next_step=_filled(table, outcome, title.next_step or outcome.next_step),
        reading=_reading(table, title),
        body=title.body or table.decision.header.body,
    )


def title_of(table: StandingTable, outcome: Outcome) -> Title:
    """Choose the title that is told: the first whose tests hit, or else the last."""
    counting = table.counting(outcome)
    # The tests of a title count the demands that the outcome names; a row counts all.
    hits = (each for each in outcome.titles if counting.hits(each))
    return next(hits, outcome.titles[-1])


def holes(text: str) -> tuple[str, ...]:
    """Name the holes in a text, each once."""
    names = (name for _, name, _, _ in Formatter().parse(text) if name is not None)
    return tuple(dict.fromkeys(names))


def _reading(table: StandingTable, title: Title) -> str:
    """Say what a title rests on, where that is a reading.

    A title that counts what is not met or open leans on each of those that is there by
    a reading; one that tells what is not met leans on nothing that is open.
    """
    if title.reading is not None:
        return title.reading
    found = set(holes(title.text))
    counted = found - {"n"} if found & {"x", "eis"} else found
    leans = {each for hole in counted for each in _LEANS.get(hole, ())}
    rests = (e.demand.rests_on_reading for e in table.in_title if e.standing in leans)
    return " ".join(filter(None, rests))


def _filled(table: StandingTable, outcome: Outcome, text: str | None) -> str:
    names = holes(text or "")
    if text is None or not names:
        return text or ""
    values = {name: _value(table, outcome, name) for name in names}
    whole = _PART_OF_ALL.sub(lambda part: _of_all(part, values), text)
    found = _ALL.sub(_both, whole) if table.counts().due == PAIR else whole
    return found.format_map(values)


def _of_all(part: re.Match[str], values: Mapping[str, str]) -> str:
    """Say of three of the three that it is all of them: nobody says ‘3 van de 3’."""
    some, all_ = part.groups()
    equal = values[some] == values[all_]
    if not equal or values[all_] in ("0", "1"):
        return part[0]
    return "beide" if values[all_] == str(PAIR) else f"alle {{{all_}}}"


def _both(found: re.Match[str]) -> str:
    """Count as people do: nobody says ‘alle 2’."""
    return "Beide" if found[0].startswith("A") else "beide"


def _value(table: StandingTable, outcome: Outcome, name: str) -> str:
    counts, weighs = table.counts(), tally(table.weighing)
    unmet = [e for e in table.in_title if e.standing is Standing.NIET_VOLDAAN]
    match name:
        case "eis":
            return named_first([e.demand.short or e.demand.title for e in unmet])
        case "herstel":
            return unmet[0].repair[0].text if unmet and unmet[0].repair else ""
        case "k" | "m":
            known, all_ = _known(table, outcome)
            return str(known if name == "k" else all_)
        case _ if name.startswith(OPEN_AT):
            return str(_only_known_by(table, name.removeprefix(OPEN_AT)))
        case _ if name in table.decision.question_by_id:
            return in_words(table.decision, name, table.answers.get(name))
        case _:
            numbers = {
                "n": counts.due,
                "v": counts.voldaan,
                "x": counts.niet_voldaan,
                "o": counts.onbekend,
                "s": counts.straks,
                "w": weighs.niet_voldaan + weighs.onbekend,
                "wn": weighs.niet_voldaan,
                "wv": weighs.voldaan,
                "wm": weighs.due,
            }
            return str(numbers[name])


def _known(table: StandingTable, outcome: Outcome) -> tuple[int, int]:
    """Count the named questions that are known, and those that apply."""
    decision, answers = table.decision, table.answers
    screens, by_id = decision.screen_by_id, decision.question_by_id
    said = [
        answers.get(row.id)
        for name in outcome.known
        for row in (screens[name].rows if name in screens else (by_id[name],))
        if may_hold(decision.applies(row), answers)
    ]
    return sum(not isinstance(each, DontKnow | None) for each in said), len(said)


def _only_known_by(table: StandingTable, body: str) -> int:
    """Count the open demands of which only this body knows what is still open."""
    by_id = table.decision.question_by_id
    return sum(
        # The title says that the others know nothing of it, so all of it must be hers.
        all(by_id[name].who == body for name in each.carried_by)
        for each in table.in_title
        if each.is_open and each.carried_by
    )


def in_words(decision: Decision, question: str, answer: Answer | None) -> str:
    """Say a choice or ticks in the fewest words, to stand in a title."""
    kind = decision.question_by_id[question].answer
    if isinstance(kind, ChoiceKind) and isinstance(answer, Choice):
        return kind.option(answer.value).name
    if isinstance(kind, TicksKind) and isinstance(answer, Ticks):
        return listed(kind.option(name).name for name in answer.value)
    return "onbekend"


def named_first(words: Sequence[str]) -> str:
    """Name a few, and count the rest: a title is read in one breath.

    >>> named_first(["een gebied", "een einddatum", "een DPIA", "een bord", "een brief"])
    'een gebied, een einddatum, een DPIA en nog 2 andere'
    """
    if len(words) <= NAMED + 1:
        return listed(words)
    return f"{', '.join(words[:NAMED])} en nog {len(words) - NAMED} andere"
