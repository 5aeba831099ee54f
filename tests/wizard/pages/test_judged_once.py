"""Pages of one dossier judge once; what is kept is its content, and is let go again."""

import pytest

from rules.judging.recently_judged import MEMORIES
from wizard import counter as on_counter
from wizard.counter import AGE, LIFE, forget_what_was_judged

CAMERAS = "/cameratoezicht"
PLACE = "plek_vrij_toegankelijk"
REMARK = f"{CAMERAS}/opmerking/{PLACE.replace('_', '-')}"


@pytest.fixture(autouse=True)
def _nothing_kept():
    forget_what_was_judged()


def judged():
    """How many cases were judged anew since nothing was kept; reading is no judging."""
    judging = (one for one in MEMORIES if one.__name__ != "read_stored")
    return max(one.cache_info().misses for one in judging)


def kept():
    return sum(one.cache_info().currsize for one in MEMORIES)


def test_pages_between_two_answers_judge_once(begin, visit):
    begin({PLACE: "ja"})
    visit(f"{CAMERAS}/kort")
    before = judged()
    for page in ("kort", "toets", "overzicht", "privacy", "kort"):
        visit(f"{CAMERAS}/{page}")

    assert judged() == before > 0


def test_another_answer_is_judged_anew(begin, visit):
    begin({PLACE: "ja"})
    met, before = visit(f"{CAMERAS}/kort").text, judged()
    begin({PLACE: "nee"})

    assert visit(f"{CAMERAS}/kort").text != met
    assert judged() > before


def test_two_dossiers_that_differ_in_a_remark_alone_are_not_taken_for_one(
    begin, visit, send
):
    begin({PLACE: "ja"})
    visit(f"{CAMERAS}/overzicht")
    ask = f"{CAMERAS}/overzicht?opmerking={PLACE}"
    send(REMARK, {"opmerking": "raadsbrief, blz. 3"}, ask=ask)

    assert "raadsbrief, blz. 3" in visit(f"{CAMERAS}/overzicht").text


def test_a_deleted_dossier_is_let_go(begin, visit, send):
    begin({PLACE: "ja"})
    visit(f"{CAMERAS}/kort")
    assert kept()
    send("/wissen", {})

    assert kept() == 0


def test_after_half_an_hour_a_question_of_the_operator_lets_go_of_all(
    begin, client, visit, monkeypatch
):
    begin({PLACE: "ja"})
    visit(f"{CAMERAS}/kort")
    later = AGE.since + LIFE + 1
    monkeypatch.setattr(on_counter, "monotonic", lambda: later)
    client.get("/gereed")

    assert kept() == 0
