"""Cases of the content: what must come of a dossier, one sentence a case.

A case names its answers, the outcome, how many of the counted demands stand in each way
(voldaan, niet voldaan, onbekend), how some demands stand, and which questions come
first. With `goed: ja` it starts from the dossier of the file in which all is in order.
"""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from rules.content.casefile import CaseFile
from rules.earlier_answers import read_stored
from rules.grammar.strict_yaml import read_file
from rules.judging.advice import advise
from rules.reading_casefile import stored_answers
from tests.law import LIBRARY

CASES = Path(__file__).parent / "gevallen"
TODAY = "2026-11-29"


def cases():
    for path in sorted(CASES.glob("*.yaml")):
        whole = read(path)
        good = whole.get("goed", {})
        for case in whole["cases"]:
            start = good if case.get("goed") else {}
            answers = {**start, **(case.get("answers") or {})}
            yield pytest.param(
                path.stem,
                {**case, "answers": answers},
                id=f"{path.stem}: {case['name']}",
            )


def read(path):
    """Read as the content is read: ja and nee are words, and so is a date."""
    return read_file(path, CASES).value


def law_of(name):
    """What the file of a decision says a second time of its law."""
    return read(CASES / f"{name}.yaml")["law"]


def advice_of(name, case):
    decision = LIBRARY.decision(name)
    stored = stored_answers(case["answers"], (decision,))
    read = read_stored(decision, stored)
    day = date.fromisoformat(case.get("reference_date", case.get("date", TODAY)))
    casefile = CaseFile(
        name,
        day,
        read.answers,
        translated=read.translated,
        untranslated=read.untranslated,
        clashes=read.clashes,
    )
    return advise(LIBRARY.chart(name), casefile)


@pytest.mark.parametrize(("name", "case"), cases())
def test_a_case_comes_out_as_it_must(name, case):
    advice = advice_of(name, case)
    found = {each.demand.id: each.standing.value for each in advice.judged}
    head = advice.headline
    assert advice.outcome.id == case["outcome"], f"{head.title} {found}"
    for key in case.keys() - ABOUT:
        CHECKS[key](advice, case[key])


def _tally(advice, wanted):
    counted = advice.table.counting(advice.outcome).counts()
    got = [counted.voldaan, counted.niet_voldaan, counted.onbekend]
    assert got == (wanted if isinstance(wanted, list) else list(wanted.values()))


def _straks(advice, wanted):
    assert advice.tally.straks == wanted


def _told(advice, wanted):
    head = advice.headline
    tonight = (each.text for each in advice.tonight)
    spoken = " ".join([head.title, head.meaning, head.reading, *tonight])
    assert [words for words in wanted if words not in spoken] == [], spoken


def _demands(advice, wanted):
    found = {each.demand.id: each.standing.value for each in advice.judged}
    assert {name: found[name] for name in wanted} == wanted


def _ask_first(advice, wanted):
    assert [each.id for each in advice.ask_first][: len(wanted)] == wanted


def _asks_not(advice, wanted):
    assert not {each.id for each in advice.ask_first} & set(wanted)


def _no_demand_asks(advice, wanted):
    named = (advice.decision.named_by(each.demand) for each in advice.judged)
    assert not {name for names in named for name in names} & set(wanted)


def _tonight(advice, wanted):
    about = [each.demand or each.text for each in advice.tonight]
    assert about[: len(wanted)] == wanted


def _title_has(advice, wanted):
    for words in _listed(wanted):
        assert words in advice.headline.title


def _clashes(advice, wanted):
    found = [{*each.questions, each.ask} for each in advice.clashes]
    assert len(found) == len(wanted)
    assert all(
        set(_listed(named)) <= each for each, named in zip(found, wanted, strict=True)
    )


def _firm(advice, wanted):
    assert advice.firm is wanted


ABOUT = {"name", "why", "goed", "answers", "outcome", "date", "reference_date"}
CHECKS = {
    "tally": _tally,
    "straks": _straks,
    "told": _told,
    "demands": _demands,
    "demands_absent": lambda advice, ids: _demands(advice, dict.fromkeys(ids, "nvt")),
    "ask_first": _ask_first,
    "asks_not": _asks_not,
    "no_demand_asks": _no_demand_asks,
    "tonight": _tonight,
    "title_has": _title_has,
    "clashes": _clashes,
    "firm": _firm,
}


def test_no_two_cases_have_the_same_name():
    names = Counter(each.id for each in cases())
    assert names.total() >= 40
    assert not [name for name, count in names.items() if count > 1]


@pytest.mark.parametrize("path", sorted(CASES.glob("*.yaml")), ids=lambda p: p.stem)
def test_sentences_stand_or_do_not_stand_in_the_content(path):
    whole = read(path)
    folder = Path(__file__).parents[2] / "rules" / "besluiten" / path.stem
    wrong = []
    for each in whole.get("sentences") or ():
        text = " ".join((folder / each["file"]).read_text(encoding="utf-8").split())
        wrong += [words for words in _listed(each.get("has")) if words not in text]
        wrong += [words for words in _listed(each.get("has_not")) if words in text]

    assert folder.is_dir()
    assert wrong == []


def _listed(value):
    return [] if value is None else [value] if isinstance(value, str) else value
