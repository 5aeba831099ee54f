"""The start page and the signpost as screens: from a word to what may fit."""

from collections.abc import Iterable, Iterator, Mapping

from flask import url_for

from reports.desk import briefly
from reports.dutch import capital, say_date
from reports.signpost_paper import Row, row, rows, state_label
from rules.content.decision import Decision
from rules.content.signpost import Means, Problem
from rules.grammar.answers import Answer, YesNo
from rules.judging.signpost import Signpost
from wizard.guarding.personal import LONGEST_TEXT, findings
from wizard.keeping.dossier import StoredDossier
from wizard.screens.parts import Link
from wizard.screens.signpost import (
    Ask,
    Choices,
    DecisionGroup,
    DecisionLine,
    Enter,
    FoundScreen,
    MeansScreen,
    MeansView,
    Narrow,
    ProblemScreen,
    StartScreen,
    State,
    Suggestion,
    TopicsScreen,
)
from wizard.showing.citing import KINDS, Notes
from wizard.showing.standing import counted, dossier_bar
from wizard.work import Desk, can_judge

QUESTION = "Waar gaat het over?"
INSTRUMENT = "Middel"
UNKNOWN_WORD = "Dat woord kennen wij niet"
FOUND = "Dit vonden wij"
PERSON = "Gaat het om één persoon?"
OTHERS = "andere"

Answers = Mapping[str, Answer]


def slug(name: str) -> str:
    """Spell an id as an address does."""
    return name.replace("_", "-")


def start_screen(desk: Desk) -> StartScreen:
    """Show the search field and all the ways in; nothing is judged for it."""
    dossier, signpost = desk.open_dossier(), desk.library.signpost
    return StartScreen(
        title=QUESTION,
        begin_with=tuple(_begin_with(signpost)) if signpost else (),
        groups=_groups(signpost) if signpost else (),
        begun=tuple(_begun(desk, dossier)) if dossier else (),
        decisions=tuple(_decisions(desk)),
        suggestions=_suggestions(desk) if signpost else (),
        bar=None if dossier is None else dossier_bar(dossier),
    )


def _begin_with(signpost: Signpost) -> Iterator[Link]:
    for one in signpost.header.begin_with:
        yield Link(one.label, _address(one.problem))


def _groups(signpost: Signpost) -> tuple[Link, ...]:
    index = url_for("signpost.index")
    groups = signpost.header.groups
    return tuple(Link(group.title, f"{index}#{group.id}") for group in groups)


def _begun(desk: Desk, dossier: StoredDossier) -> Iterator[Link]:
    for name in dossier.decisions:
        if can_judge(desk, name, dossier.reference_date):
            title = desk.library.decision(name).header.title
            yield Link(title, url_for("pages.overview", name=name))


def _decisions(desk: Desk) -> Iterator[DecisionGroup]:
    """Give the decisions by group, in the order of the groups; those without one last."""
    titles = dict(desk.library.signpost.group_title) if desk.library.signpost else {}
    of_no_group = (one.header.group for one in desk.library.decisions.values())
    for group in dict.fromkeys((*titles, *of_no_group)):
        if lines := _of_group(desk, group):
            yield DecisionGroup(titles.get(group, ""), lines)


def _of_group(desk: Desk, group: str) -> tuple[DecisionLine, ...]:
    decisions = desk.library.decisions.values()
    return tuple(_decision(one) for one in decisions if one.header.group == group)


def _decision(decision: Decision) -> DecisionLine:
    header, size = decision.header, len(decision.screens)
    href = url_for("pages.decision", name=decision.id)
    told = f"Hooguit {counted(size, 'scherm', 'schermen')}."
    return DecisionLine(Link(header.title, href), header.question, told)


def _suggestions(desk: Desk) -> tuple[Suggestion, ...]:
    """List what the page itself can find while somebody types."""
    return tuple(
        _suggested(desk, entry.found, entry.terms)
        for entry in desk.lookup.entries
        if isinstance(entry.found, Problem) or entry.found.wanted
    )


def _suggested(
    desk: Desk, found: Problem | Means, words: tuple[str, ...] = ()
) -> Suggestion:
    signpost = _of(desk)
    if isinstance(found, Means):
        title = found.wanted or found.title
        return Suggestion(Link(title, _card(found)), INSTRUMENT, words=words)
    state = state_label(found.state) if found.state else ""
    link = Link(found.title, _address(found.id))
    return Suggestion(link, signpost.group_title[found.group], state, words)


def found_screen(desk: Desk, word: str) -> FoundScreen:
    """Show what a word leads to; who seems to name a person is told where to go."""
    signpost = _of(desk)
    hits = tuple(_suggested(desk, one) for one in desk.lookup.find(word))
    person = bool(findings(word[:LONGEST_TEXT]).concerns)
    title = PERSON if person else FOUND if hits else UNKNOWN_WORD
    return FoundScreen(
        title=title,
        hits=hits,
        refer=signpost.header.refer if person else (),
        groups=_groups(signpost),
        suggestions=_suggestions(desk),
    )


def topics_screen(desk: Desk) -> TopicsScreen:
    """Show every problem, by group."""
    signpost = _of(desk)
    return TopicsScreen(
        title="Onderwerpen",
        intro=signpost.header.intro,
        choices=tuple(
            Choices(
                group.id,
                group.title,
                tuple(
                    Link(one.title, _address(one.id))
                    for one in signpost.of_group(group.id)
                ),
                _of_group(desk, group.id),
            )
            for group in signpost.header.groups
        ),
        other=Link("Ik wil een middel", url_for("signpost.instruments")),
    )


def instruments_screen(desk: Desk) -> TopicsScreen:
    """Show the instruments that people ask for by name, and then all others."""
    signpost = _of(desk)
    wanted = tuple(Link(one.wanted or "", _card(one)) for one in signpost.wanted)
    others = [one for one in signpost.means if not one.wanted]
    links = tuple(Link(one.title, _card(one)) for one in others)
    return TopicsScreen(
        title="Ik wil een middel",
        intro="Kies een middel. Daarna staat er wie beslist, wat kan, en waarvoor het past.",
        choices=(
            Choices("gevraagd", "Waar raden om vragen", wanted),
            Choices(OTHERS, "Alle andere middelen", links),
        ),
        other=Link("Ik heb een onderwerp", url_for("signpost.index")),
    )


def problem_screen(desk: Desk, problem: Problem, answers: Answers) -> ProblemScreen:
    """Show what may fit; answers only order it."""
    signpost, notes = _of(desk), Notes(desk.library.sources)
    limits = signpost.limits(problem)
    name = slug(problem.id)
    questions = tuple(
        Ask(one.text, f"aan {briefly(desk.library, one.to)}")
        for one in problem.questions
    )
    state = problem.state
    return ProblemScreen(
        title=problem.title,
        group=Link(
            signpost.group_title[problem.group],
            f"{url_for('signpost.index')}#{problem.group}",
        ),
        lead=problem.lead,
        means=tuple(
            _view(desk, each, problem) for each in rows(problem, desk.library, answers)
        ),
        not_council=", ".join(one.short for one in limits),
        limits=tuple(notes.sentence(one.text, one.sources) for one in limits),
        state=State(state_label(state), notes.sentence(state.text, state.sources))
        if state
        else None,
        mind=notes.sentence(problem.mind.text, problem.mind.sources)
        if problem.mind
        else None,
        questions=questions,
        copied=_copied(problem, questions),
        paper=Link(
            "Bladzijde om mee te nemen",
            url_for("signpost.paper", name=name, form="pdf"),
        ),
        text=Link("Als tekst", url_for("signpost.paper", name=name, form="txt")),
        narrowing=tuple(
            Narrow(one.id, one.text, _said(answers.get(one.id)))
            for one in problem.narrowing
        ),
        refer=signpost.header.refer,
        order=notes.sentence(signpost.header.order.text, signpost.header.order.sources),
        weights=tuple(
            (weight.value, text) for weight, text in signpost.header.weights.items()
        ),
        thumb_rules=tuple(
            notes.sentence(one.text, one.sources) for one in signpost.header.thumb_rules
        ),
        checked=_checked(signpost),
        sources=notes.listed(),
    )


def means_screen(desk: Desk, means: Means) -> MeansScreen:
    """Show the card of one instrument."""
    signpost = _of(desk)
    return MeansScreen(
        title=means.title,
        means=_view(desk, row(means, desk.library), None),
        where=tuple(Link(one.title, _address(one.id)) for one in signpost.where(means)),
        order=signpost.header.order.text,
        checked=_checked(signpost),
        back=Link("Alle middelen", url_for("signpost.instruments")),
    )


def _view(desk: Desk, each: Row, problem: Problem | None) -> MeansView:
    others = tuple(
        Link(
            f"{KINDS[one.kind]} {one.year or (one.day and one.day.year) or ''}", one.url
        )
        for one in each.others
    )
    return MeansView(slug(each.means.id), each, others, _enter(desk, each, problem))


def _enter(desk: Desk, each: Row, problem: Problem | None) -> Enter | None:
    """Show the way into the decision that judges an instrument, where we have one."""
    name = each.means.decision
    if name is None:
        return None
    decision, dossier = desk.library.decision(name), desk.open_dossier()
    if dossier is not None and not can_judge(desk, name, dossier.reference_date):
        return None
    if dossier is not None and name in dossier.decisions:
        overview = url_for("pages.overview", name=name)
        return Enter(Link(f"Ga verder met ‘{decision.header.title}’", overview))
    where = url_for("pages.gate", name=name)
    if problem is not None:
        where = url_for("signpost.enter", name=name, problem=slug(problem.id))
    first = len(decision.first_picture(None))
    about = f"eerste beeld na {counted(first, 'scherm', 'schermen')}"
    return Enter(Link("Begin", where), about)


def _copied(problem: Problem, questions: Iterable[Ask]) -> str:
    """Give the three questions as plain text."""
    lines = (
        f"{n}. {capital(one.to)}: {one.text}" for n, one in enumerate(questions, 1)
    )
    return "\n".join((problem.title, *lines))


def _said(answer: Answer | None) -> str:
    return ("ja" if answer.value else "nee") if isinstance(answer, YesNo) else ""


def _checked(signpost: Signpost) -> str:
    return f"Wet zoals nagekeken op {say_date(signpost.header.checked_on)}."


def _address(problem: str) -> str:
    return url_for("signpost.problem", name=slug(problem))


def _card(means: Means) -> str:
    return url_for("signpost.instrument", name=slug(means.id))


def _of(desk: Desk) -> Signpost:
    assert desk.library.signpost is not None
    return desk.library.signpost
