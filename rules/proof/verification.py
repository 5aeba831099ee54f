"""Prove what must hold of a decision, over every dossier that can exist.

The diagrams hold one value for each dossier, known or partly known, so that a walk
over their nodes is a proof and not a sample. What does not hold comes with a dossier
that shows it.
"""

from collections.abc import Hashable, Iterator
from typing import cast

from rules.content.decision_table import (
    UNKNOWN_PHASE,
    ClashTest,
    DemandsTest,
    OutcomeRow,
    PhaseTest,
    RowTest,
    RuleTest,
)
from rules.content.demands import Effect, Standing
from rules.grammar.answers import ChoiceKind, TicksKind
from rules.grammar.condition import Condition, Leaf, Not, RuleRef, asked, inside, parts
from rules.judging.decision_diagram import Node
from rules.judging.folded_decision import Chart
from rules.proof.searching import (
    Dossier,
    Failure,
    Failures,
    Pairs,
    Path,
    Shortest,
    dossier_of,
)


def examples(chart: Chart) -> dict[str, Dossier]:
    """Give for each outcome that can come out the smallest dossier that brings it."""
    # The smallest dossier is what a jurist can check by hand: so one that can be given.
    forest = chart.partial
    shown = forest.choose(chart.whole_ticks, chart.shown, forest.end(None))
    search = Shortest(forest, shown)
    found = {}
    for outcome in chart.decision.header.outcomes:
        path = search.to(outcome.id)
        if path is not None:
            found[outcome.id] = dossier_of(chart, path)
    return found


def outcomes_come_out(chart: Chart) -> Failures:
    """Look for an outcome that no dossier brings."""
    reached = examples(chart)
    for outcome in chart.decision.header.outcomes:
        if outcome.id not in reached:
            yield Failure(
                f"uitkomst '{outcome.id}' is met geen enkel dossier te bereiken."
            )


def questions_matter(chart: Chart) -> Failures:
    """Look for a question that asks for a judgement and can change no demand at all."""
    # What is in no standing and no outcome can be answered either way in vain.
    support = {
        chart.domains[level].question
        for node in (*chart.standings.values(), chart.shown)
        for level in chart.partial.support(node)
    }
    for question in chart.decision.questions:
        if question.judges and question.id not in support:
            yield Failure(
                f"vraag '{question.id}' kan geen enkele eis veranderen; "
                "zet anders in_order: geen."
            )


def demands_can_turn(chart: Chart) -> Failures:
    """Look for a demand that is never met, never not met, or both at once."""
    for name, demand in chart.demands.items():
        both = chart.plain.all_of([demand.met, demand.unmet])
        if both != chart.plain.no:
            yield Failure(f"eis '{name}' kan tegelijk voldaan en niet voldaan zijn.")
        values = chart.partial.values(demand.stands)
        for standing in (Standing.VOLDAAN, Standing.NIET_VOLDAAN):
            if standing not in values and name not in chart.decision.idle:
                yield Failure(f"eis '{name}' is nooit {standing.replace('_', ' ')}.")


def headline_is_no_firmer(chart: Chart) -> Failures:
    """Look for a title that says demands are met while one that decides is not, or open."""
    forest, by_id = chart.partial, chart.decision.outcome_by_id
    amiss = (Standing.NIET_VOLDAAN, Standing.ONBEKEND)
    # A clash counts as amiss: of two answers that cannot both be true one is mistaken,
    # so nothing may be said to be met.
    tests: tuple[RowTest, ...] = (
        DemandsTest(demands=Effect.BESLIST, any_=amiss),
        ClashTest(clash="ja"),
    )
    wrong = forest.any_of(chart.hit([test]) for test in tests)

    def flatters(shown: Hashable, is_wrong: Hashable) -> bool:
        return bool(is_wrong) and by_id[cast(str, shown)].met

    path = Pairs(chart, flatters).find(chart.shown, wrong)
    if path is not None:
        yield Failure(
            "de kop zegt dat aan eisen is voldaan, terwijl er een niet voldaan of "
            "onbekend is, of antwoorden botsen.",
            dossier_of(chart, path),
        )


def nothing_falls_away(chart: Chart) -> Failures:
    """Look for an answer that makes a demand drop out of sight without settling it.

    Only the phase, the purpose and who acts may make chapters fall away, and these are
    choices. Any other question opens or closes what hangs on it alone: the demands that
    rest on those questions hang on it too, and no whole chapter does. A no that puts a
    demand aside shows as a no itself.
    """
    yield from _endings(chart)
    yield from _unnoticed(chart)
    yield from _whole_chapters(chart)
    yield from _silent_noes(chart)


def _endings(chart: Chart) -> Failures:
    """Look for an outcome that ends the walk on a plain ja or nee."""
    by_id = chart.decision.question_by_id
    for name in sorted(gates_of(chart)):
        if not isinstance(by_id[name].answer, ChoiceKind | TicksKind):
            yield Failure(
                f"een antwoord op '{name}' laat alle andere vragen wegvallen: "
                "dat mag alleen een keuze, zoals de fase, het doel of wie het doet."
            )


def _unnoticed(chart: Chart) -> Failures:
    """Look for a demand that rests on a question, and not on what puts that aside."""
    decision, gates = chart.decision, gates_of(chart)
    for question in decision.questions:
        own = {row.id for row in decision.screen_of(question.id).rows}
        for gate in asked(question.applies_when):
            # A row on the same card is in sight of the answer that puts it aside.
            if gate in gates or gate in own:
                continue
            for demand in decision.demands:
                rests = question.id in decision.own_questions(demand)
                # What makes a demand apply at all may fall away: then that does too.
                if rests and gate not in decision.named_by(demand):
                    yield Failure(
                        f"een antwoord op '{gate}' zet vraag '{question.id}' uit, en eis "
                        f"'{demand.id}' merkt dat niet: laat haar ook daarvan afhangen."
                    )


def _whole_chapters(chart: Chart) -> Failures:
    decision, gates = chart.decision, gates_of(chart)
    hanging: dict[str, set[str]] = {}
    for question in decision.questions:
        for gate in asked(question.applies_when):
            if gate not in gates:
                hanging.setdefault(gate, set()).add(question.id)
    for gate, names in hanging.items():
        for chapter in decision.header.chapters:
            inside = {q.id for q in decision.questions if q.chapter == chapter.id}
            if inside and inside <= names:
                yield Failure(
                    f"een antwoord op '{gate}' zet het hele hoofdstuk "
                    f"'{chapter.title}' uit."
                )


def _silent_noes(chart: Chart) -> Failures:
    """Look for a no that puts a demand aside, and that shows nowhere itself.

    It shows where a demand rests on that very question, or a row of the table does.
    """
    decision = chart.decision
    shown = {name for each in decision.demands for name in decision.own_questions(each)}
    shown |= {
        test.question
        for row in decision.header.table
        for test in row.when
        if isinstance(test, Leaf)
    }
    for demand in decision.demands:
        for name in asked(demand.applies_when):
            judges = decision.question_by_id[name].judges
            if judges and name not in shown | gates_of(chart):
                yield Failure(
                    f"een nee op '{name}' zet eis '{demand.id}' uit, en geen eis laat "
                    "dat nee zien."
                )


def gates_of(chart: Chart) -> frozenset[str]:
    """Name the questions that may make chapters fall away: phase, purpose, who acts.

    They are the phase, and what the rows look at whose outcome ends the walk.
    """
    decision = chart.decision
    found = {decision.header.phase}
    for row in decision.header.table:
        if decision.outcome_by_id[row.outcome].ends:
            for test in row.when:
                found |= set(_looked_at(chart, test))
    return frozenset(name for name in found if name is not None)


def _looked_at(chart: Chart, test: RowTest) -> Iterator[str]:
    """Name the questions that a test of the table looks at, also through demands."""
    decision = chart.decision
    if isinstance(test, Leaf):
        yield test.question
    elif isinstance(test, DemandsTest):
        for each in chart.named(test):
            yield from decision.named_by(each.demand)
    elif isinstance(test, RuleTest):
        yield from decision.asked_by(RuleRef(rule=test.rule))


def table_is_closed(chart: Chart) -> Failures:
    """Look for a dossier that hits no row."""
    path = Shortest(chart.partial, chart.shown).to(None)
    if path is not None:
        dossier = dossier_of(chart, path)
        yield Failure("de tabel heeft een gat: dit dossier raakt geen rij.", dossier)


def rows_are_hit(chart: Chart) -> Failures:
    """Look for a row that no dossier hits first, or that the table can do without."""
    table = chart.decision.header.table
    forest = chart.partial
    before = forest.no
    for number, row in enumerate(table):
        hit = chart.hit(row.when)
        first = forest.all_of([hit, forest.negate(before)])
        before = forest.any_of([before, hit])
        name = f"rij {number + 1} van de tabel ({row.outcome})"
        if first == forest.no:
            yield Failure(f"{name} wordt nooit als eerste geraakt.")
        elif row.when and not _is_needed(chart, number):
            yield Failure(f"{name} kan weg: zonder deze rij verandert er niets.")


def _is_needed(chart: Chart, number: int) -> bool:
    table = chart.decision.header.table
    less = (*table[:number], *table[number + 1 :])
    # Equal diagrams are one node: to be the same everywhere is one comparison.
    same = chart.by(chart.plain, less) == chart.outcome
    return not (same and chart.by(chart.partial, less) == chart.shown)


def rules_decide(chart: Chart) -> Failures:
    """Look for a rule that always says the same, or a part of one that says nothing.

    A condition is taken as it is written: what `applies_when` of a question adds may
    make a part double that a reader is glad to see.
    """
    named = [(f"regel '{rule.id}'", rule.when) for rule in chart.decision.rules]
    named += [(f"eis '{demand.id}'", demand.when) for demand in chart.decision.demands]
    for name, condition in named:
        written = chart.fold(condition)
        if chart.plain.is_end(written):
            verdict = "ja" if written == chart.plain.yes else "nee"
            yield Failure(f"{name} zegt altijd {verdict}.")
        for less, part in _with_one_part_less(condition):
            if chart.fold(less) == written:
                what = f"het onderdeel {_say(part)} verandert nooit iets."
                yield Failure(f"{name}: {what}")


def questions_apply(chart: Chart) -> Failures:
    """Look for a question whose condition always holds, or never."""
    for question in chart.decision.questions:
        applies = chart.decision.applies(question)
        node = None if applies is None else chart.fold(applies)
        if node is not None and chart.plain.is_end(node):
            always = "altijd" if node == chart.plain.yes else "nooit"
            yield Failure(f"vraag '{question.id}' is {always} van toepassing.")


def _with_one_part_less(condition: Condition) -> Iterator[tuple[Condition, Condition]]:
    """Give the condition without each of its parts in turn, and that part."""
    if isinstance(condition, Not):
        for less_one, part in _with_one_part_less(condition.not_):
            yield Not(not_=less_one), part
    key, inner = inside(condition)
    for less, part in _less(inner):
        # Not validated: a list of none may be left, and a rule file may not say that.
        yield condition.model_copy(update={key: less}), part


def _less(
    inner: tuple[Condition, ...],
) -> Iterator[tuple[tuple[Condition, ...], Condition]]:
    if len(inner) == 1:
        for less, part in _with_one_part_less(inner[0]):
            yield (less,), part
        return
    for index, one in enumerate(inner):
        yield (*inner[:index], *inner[index + 1 :]), one
        for less, part in _with_one_part_less(one):
            yield (*inner[:index], less, *inner[index + 1 :]), part


def _say(condition: Condition) -> str:
    names = [
        getattr(part, "question", None) or getattr(part, "rule", None)
        for _, part in parts(condition)
    ]
    return " en ".join(f"'{name}'" for name in names if name)


def unknown_never_flatters(chart: Chart) -> Failures:  # noqa: C901 — a walk in a walk
    """Look for a title that says demands are met, and an answer that can take it away."""
    by_id = chart.decision.outcome_by_id
    table = _without_clashes(chart)
    shown, outcome = (chart.by(each, table) for each in (chart.partial, chart.plain))
    seen: set[tuple[Node, Node]] = set()

    def find(known: Node, whole: Node) -> Path | None:
        """Walk a dossier and one way to complete it, side by side."""
        if (known, whole) in seen:
            return None
        seen.add((known, whole))
        partial, plain = chart.partial, chart.plain
        if partial.is_end(known) and not by_id[cast(str, partial.value(known))].met:
            return None
        if partial.is_end(known) and plain.is_end(whole):
            return None if by_id[cast(str, plain.value(whole))].met else ()
        level = min(partial.level(known), plain.level(whole))
        unknown = len(chart.domains[level].examples)
        for cell in range(unknown):
            after = plain.follow(whole, level, cell)
            # The dossier says as much as the completion, or says nothing: every dossier
            # that could become this whole set of answers is on one of these ways.
            for told in (unknown, cell):
                path = find(partial.follow(known, level, told), after)
                if path is not None:
                    return ((level, told), *path)
        return None

    path = find(shown, outcome)
    if path is not None:
        yield Failure(
            "een onbekend feit geeft hier een gunstige uitkomst "
            "die een antwoord nog kan wegnemen.",
            dossier_of(chart, path),
        )


def _without_clashes(chart: Chart) -> tuple[OutcomeRow, ...]:
    """Give the table without what it makes of answers that clash.

    A clash is no fact that makes things worse: it says that one of two is mistaken.
    """
    return tuple(
        row
        for row in chart.decision.header.table
        if not any(isinstance(test, ClashTest) for test in row.when)
    )


def says_open(row: OutcomeRow) -> bool:
    """Tell whether a row says that something is still open: of a clash one is mistaken."""
    return any(
        isinstance(test, ClashTest)
        or (isinstance(test, DemandsTest) and Standing.ONBEKEND in test.any_)
        or (isinstance(test, PhaseTest) and UNKNOWN_PHASE in test.phase)
        or (isinstance(test, RuleTest) and "onbekend" in test.is_)
        for test in row.when
    )
