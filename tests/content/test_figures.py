"""The figures that the content must reach: screens, words, lines, and a steady picture."""

import re
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from rules.grammar.answers import DONT_KNOW
from rules.judging.clashing import clashing
from rules.judging.headline import table_of
from rules.judging.journey import journey
from rules.judging.what_to_ask import tonight
from rules.loading import CONTENT
from rules.proof.examination import drawn
from tests.content.dossiers import TODAY, in_order
from tests.content.test_gevallen import advice_of, cases
from tests.law import LIBRARY

NAMES = sorted(LIBRARY.decisions)
SCREENS = dict.fromkeys(NAMES, 10) | {
    "cameratoezicht": 30,
    "woonoverlastverordening": 15,
}
# In files, apart from `duiding.md`; the two large ones are laws with many articles.
LINES = dict.fromkeys(NAMES, 700) | {
    "cameratoezicht": 3_800,
    "woonoverlastverordening": 1_600,
    "buurtbemiddeling": 1_100,
    # Apart from the law: four ways beside each other with their costs, and facts.
    "damocles": 560,
}
FIRST_PICTURE = 12
DRAWS = 50  # of each real case
LONGEST_QUESTION = 20
# Words that deny a verb or restrict it; a question asks plainly.
DENIES = re.compile(
    r"\b(niet|geen|zonder|behalve|hooguit|buiten|nooit)\b", re.IGNORECASE
)
DOUBTS = re.compile(r"\b(alleen|, of|los van|weg van)\b", re.IGNORECASE)
# Argued, at most ten over all decisions: the word is part of what is asked.
EXCEPTIONS = {
    "over_het_risico": "vraagt wat is opgeschreven, ook als dat is dat het risico niet hoog is",
    "route_zware_zaken": "een zaak die niet past, is waar het over gaat",
    "bewoner_kan_nagaan": "het gaat erom dat er geen inkijk is; het werkwoord is nagaan",
    "bijdrage_gemeente_per_jaar": "één bedrag, of het nu betaald wordt of gevraagd",
}


def walked(chart, answers):
    """The screens of a walk that answers in order until nothing is left to ask."""
    known, shown = {}, []
    while (screen := journey(chart, known).next) is not None:
        shown.append(screen.id)
        rows = {row.id: answers[row.id] for row in screen.rows if row.id in answers}
        if not rows:
            rows = {row.id: DONT_KNOW for row in screen.rows}
        known |= rows
    return shown


@pytest.mark.parametrize("name", sorted(SCREENS))
def test_a_full_walk_has_few_screens(name):
    chart = LIBRARY.chart(name)
    shown = walked(chart, in_order(chart))

    assert len(shown) == len(set(shown)) <= SCREENS[name]
    assert len(chart.decision.screens) <= SCREENS[name]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_asked_first_is_at_most_twelve_screens(name):
    decision = LIBRARY.decision(name)
    phases = [option.id for option in decision.phases] or [None]
    sizes = [len(decision.asked_first(phase)) for phase in phases]

    assert min(sizes) > 0
    assert max(sizes) <= FIRST_PICTURE


@pytest.mark.parametrize("name", NAMES)
def test_the_first_picture_comes_with_the_first_card(name):
    decision = LIBRARY.decision(name)
    phases = [option.id for option in decision.phases] or [None]
    found = [decision.first_picture(phase) for phase in phases]
    facts = [[decision.screen_by_id[one].has_facts for one in each] for each in found]

    assert [sum(each) for each in facts] == [1] * len(phases)
    assert all(each[-1] for each in facts)
    assert max(map(len, found)) <= 5
    assert [
        decision.asked_first(p)[: len(f)] for p, f in zip(phases, found, strict=True)
    ] == found


def known_after_each_screen(chart, answers):
    """What is known after each screen of a walk through these answers."""
    known, found = {}, []
    while (screen := journey(chart, known).next) is not None:
        known = known | {row.id: answers[row.id] for row in screen.rows}
        found.append(known)
    return found


def first_seen(chart, known):
    """The outcome, and the first question for tonight."""
    table = table_of(chart, known, clashing(chart, known))
    outcome = chart.outcome_of(known)
    clashes = [one for one in clashing(chart, known) if not one.hint]
    asked = tonight(table, chart.decision.outcome_by_id[outcome], clashes)
    return outcome, asked[0].text


def steady_within(chart, answers, most):
    """Whether the outcome and the first question change no more after so many screens."""
    walk = known_after_each_screen(chart, answers)
    last = first_seen(chart, walk[-1])
    return all(first_seen(chart, known) == last for known in reversed(walk[most - 1 :]))


@pytest.mark.slow
def test_the_picture_stays_within_twelve_screens_in_the_median_real_case():
    """Each real case with its open rows filled by fifty random draws, as was agreed."""
    chart, draw = LIBRARY.chart("cameratoezicht").at(TODAY), Random("beeld")
    real = [
        advice_of(name, case).answers
        for name, case in (each.values for each in cases())
        if name == chart.decision.id and "R-" in case["why"]
    ]
    found = (
        steady_within(chart, {**drawn(chart, draw), **given}, FIRST_PICTURE)
        for given in real
        for _ in range(DRAWS)
    )

    more_than_half = len(real) * DRAWS // 2 + 1

    assert len(real) >= 8
    # What more than half need says the median; the rest is not walked.
    assert len(list(islice(filter(None, found), more_than_half))) == more_than_half


@pytest.mark.parametrize("name", NAMES)
def test_a_question_is_short_plain_and_single(name):
    odd = []
    for question in LIBRARY.decision(name).questions:
        words = len(question.text.split())
        if words > LONGEST_QUESTION:
            odd.append((question.id, words))
        doubtful = DENIES.search(question.text) or DOUBTS.search(question.text)
        if doubtful and question.id not in EXCEPTIONS:
            odd.append((question.id, doubtful.group()))
    assert odd == []


def test_the_exceptions_are_few_and_in_use():
    asked = {q.id for d in LIBRARY.decisions.values() for q in d.questions}

    assert len(EXCEPTIONS) <= 10
    assert EXCEPTIONS.keys() <= asked


@pytest.mark.parametrize("name", NAMES)
def test_no_sentence_of_the_answers_addresses_the_reader(name):
    decision = LIBRARY.decision(name)
    told = [
        text
        for question in decision.questions
        for text in (question.if_yes, question.if_no, question.if_unknown)
        if text
    ]
    told += [
        option.says
        for question in decision.questions
        for option in getattr(question.answer, "options", ())
        if option.says
    ]
    told += [
        text for d in decision.demands for text in (d.title, d.why, d.reading) if text
    ]
    told += [
        title.text for outcome in decision.header.outcomes for title in outcome.titles
    ]

    assert len(told) > 20
    assert [
        text for text in told if re.search(r"\b(u|uw)\b", text, re.IGNORECASE)
    ] == []


@pytest.mark.parametrize("name", NAMES)
def test_lines_are_short(name):
    found = sorted((CONTENT / "besluiten" / name).rglob("*.yaml"))
    long = [
        (path.name, place)
        for path in found
        for place, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if len(line) > 120
    ]

    assert found
    assert long == []


@pytest.mark.parametrize("name", NAMES)
def test_a_decision_fits_in_few_lines(name):
    folder = CONTENT / "besluiten" / name
    lines = [
        line
        for path in folder.rglob("*.yaml")
        for line in path.read_text(encoding="utf-8").splitlines()
    ]

    assert 200 < len(lines) <= LINES[name]


def test_every_release_counts_every_old_number():
    """Each number ever released lives on in a question or is dropped with a reason."""
    for decision in LIBRARY.decisions.values():
        placed = {ref for question in decision.questions for ref in question.refs}
        placed |= {each.ref for each in decision.header.dropped}
        for old in LIBRARY.old:
            if old.decision == decision.id:
                assert placed & set(old.refs), old.id
    assert len(LIBRARY.old) == 199


def test_the_content_lies_where_it_is_read():
    assert Path(CONTENT / "besluiten").is_dir()
