"""A problem and an instrument of the signpost as screens: what may fit, and who decides."""

from collections.abc import Iterable, Mapping

from flask import url_for

from reports.composing.signpost_paper import InstrumentRow, row, rows, state_label
from reports.dutch import capital, counted
from rules.content.signpost import Means, Problem
from rules.grammar.answers import Answer, YesNo
from rules.judging.signpost import Signpost
from wizard.counter import Counter, can_judge, slug_of
from wizard.screen_parts import Asked, Link, Shown
from wizard.showing.source_cards import KINDS, SourceCards

Answers = Mapping[str, Answer]


def problem_address(problem: str) -> str:
    """Say where the page of a problem is."""
    return url_for("signpost.problem", name=slug_of(problem))


def problem_screen(counter: Counter, problem: Problem, answers: Answers) -> Shown:
    """Show what may fit; answers only order it."""
    signpost = signpost_of(counter)
    questions = tuple(
        Asked(one.text, f"aan {counter.library.bodies[one.to].briefly}")
        for one in problem.questions
    )
    return Shown(
        "screens/wegwijzer.html",
        title=problem.title,
        group=Link(
            signpost.group_title[problem.group],
            f"{url_for('signpost.index')}#{problem.group}",
        ),
        problem=problem,
        means=tuple(
            (each, _enter(counter, each, problem))
            for each in rows(problem, counter.library, answers)
        ),
        limits=signpost.limits(problem),
        state=state_label(problem.state) if problem.state else "",
        questions=questions,
        copied=_copied(problem, questions),
        narrowing=tuple((one, _said(answers.get(one.id))) for one in problem.narrowing),
        refer_title=counter.library.say("wegwijzer_persoon"),
        header=signpost.header,
        kinds=KINDS,
        cards=SourceCards(counter.library.sources),
    )


def means_screen(counter: Counter, means: Means) -> Shown:
    """Show the card of one instrument."""
    signpost, shown = signpost_of(counter), row(means, counter.library)
    return Shown(
        "screens/middel.html",
        title=means.title,
        means=shown,
        enter=_enter(counter, shown, None),
        kinds=KINDS,
        where=tuple(
            Link(one.title, problem_address(one.id)) for one in signpost.where(means)
        ),
        header=signpost.header,
    )


def _enter(
    counter: Counter, each: InstrumentRow, problem: Problem | None
) -> tuple[Link, str] | None:
    """Show the way into the decision that judges an instrument, and how much it asks."""
    name = each.means.decision
    if name is None:
        return None
    decision, dossier = counter.library.decision(name), counter.open_dossier()
    if dossier is not None and not can_judge(counter, name, dossier.reference_date):
        return None
    if dossier is not None and name in dossier.decisions:
        overview = url_for("pages.overview", name=name)
        return Link(f"Ga verder met ‘{decision.header.title}’", overview), ""
    where = url_for("pages.gate", name=name)
    if problem is not None:
        where = url_for("signpost.enter", name=name, problem=slug_of(problem.id))
    first = len(decision.first_picture(None))
    about = f"eerste beeld na {counted(first, 'scherm', 'schermen')}"
    return Link("Begin", where), about


def _copied(problem: Problem, questions: Iterable[Asked]) -> str:
    """Give the three questions as plain text."""
    lines = (
        f"{n}. {capital(one.about)}: {one.text}" for n, one in enumerate(questions, 1)
    )
    return "\n".join((problem.title, *lines))


def _said(answer: Answer | None) -> str:
    return ("ja" if answer.value else "nee") if isinstance(answer, YesNo) else ""


def signpost_of(counter: Counter) -> Signpost:
    """Give the signpost; the site does not start without."""
    assert counter.library.signpost is not None
    return counter.library.signpost
