"""An intrusion is answered, open or absent; an unknown answers nothing."""

from dataclasses import replace
from shutil import copytree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.content.intrusions import (
    Aspect,
    Duty,
    Guide,
    Intrusion,
    Lighter,
    Privacy,
    Regime,
    Safeguard,
)
from rules.grammar.answers import DONT_KNOW, NO, YES, Number
from rules.grammar.errors import ContentError
from rules.grammar.truth import Truth
from rules.judging.privacy import IntrusionStanding, PrivacySide, balance
from rules.loading import CONTENT, load
from tests.law import LIBRARY
from tests.rules.build import WORDS, decision, demand, question


def safeguard(name, asks):
    return Safeguard(id=name, title=WORDS, question=asks, sources=("wet-1",))


def intrusion(**changes):
    return Intrusion.model_validate(
        {
            "id": "geluid",
            "aspect": "wat",
            "title": WORDS,
            "text": WORDS,
            "greater": WORDS,
            "smaller": WORDS,
            "sources": ["wet-1"],
            **changes,
        }
    )


def measure(**privacy):
    """A decision that asks whether there is sound, a board and a mask."""
    asked = [
        question("stil"),
        question("bord", applies_when={"question": "stil", "is": "nee"}),
        question("masker"),
        question(
            "uren",
            answer={"kind": "number", "unit": "uren", "min": 0, "max": 168},
        ),
        question("oordeel", answer={"kind": "weighing"}),
    ]
    law = decision(asked, [demand("goed", {"question": "stil", "is": "ja"})])
    return replace(law, privacy=Privacy(**privacy))


def standing_of(law, **answers):
    (weighed,) = balance(law, answers).weighed
    return weighed.standing


def guarded(*names, **changes):
    return measure(
        safeguards=tuple(safeguard(name, name) for name in names),
        intrusions=(intrusion(answered_by=names, **changes),),
    )


# --- answered, open, absent ----------------------------------------------------


@pytest.mark.parametrize(
    ("masker", "standing"),
    [
        (YES, IntrusionStanding.ANSWERED),
        (NO, IntrusionStanding.OPEN),
        (DONT_KNOW, IntrusionStanding.OPEN),
    ],
)
def test_a_safeguard_in_place_answers(masker, standing):
    assert standing_of(guarded("masker"), masker=masker) is standing


def test_what_nobody_answered_is_open():
    assert standing_of(guarded("masker")) is IntrusionStanding.OPEN


def test_all_safeguards_are_needed():
    law = guarded("masker", "bord")

    assert standing_of(law, masker=YES, bord=NO, stil=NO) is IntrusionStanding.OPEN
    assert standing_of(law, masker=YES, bord=YES, stil=NO) is IntrusionStanding.ANSWERED


def test_what_calls_for_none_of_its_safeguards_does_not_occur():
    """Nobody measured: no figure points at anyone, and nothing was done against it."""
    weighed = balance(guarded("bord"), {"stil": YES}).weighed[0]

    assert weighed.standing is IntrusionStanding.ABSENT
    assert weighed.guards == ()


def test_a_safeguard_that_does_not_apply_is_not_told_beside_one_that_does():
    law = guarded("masker", "bord")
    weighed = balance(law, {"stil": YES, "masker": YES}).weighed[0]

    assert weighed.standing is IntrusionStanding.ANSWERED
    assert [each.question.id for each in weighed.guards] == ["masker"]


def test_what_the_answers_make_smaller_is_not_gone():
    law = guarded("bord", smaller_when={"question": "stil", "is": "ja"})
    weighed = balance(law, {"stil": YES}).weighed[0]

    assert weighed.standing is IntrusionStanding.ANSWERED
    assert weighed.side is PrivacySide.SMALLER


def test_what_is_not_asked_makes_nothing_smaller():
    law = guarded("masker", smaller_when={"question": "bord"})
    weighed = balance(law, {"stil": YES}).weighed[0]

    assert weighed.side is None


def test_what_does_not_occur_is_absent_whatever_protects():
    law = guarded("masker", when={"question": "stil", "is": "nee"})

    assert standing_of(law, stil=YES, masker=NO) is IntrusionStanding.ABSENT
    assert standing_of(law, stil=NO, masker=NO) is IntrusionStanding.OPEN
    assert standing_of(law, masker=NO) is IntrusionStanding.OPEN


def test_without_a_safeguard_only_leaving_it_out_helps():
    law = measure(intrusions=(intrusion(when={"question": "stil", "is": "nee"}),))

    assert standing_of(law, stil=NO) is IntrusionStanding.OPEN
    assert standing_of(law, stil=YES) is IntrusionStanding.ABSENT


def test_open_ones_are_named_with_what_is_missing_and_what_is_unknown():
    law = guarded("masker", "bord")
    (weighed,) = balance(law, {"masker": NO, "stil": NO}).open

    assert [guard.safeguard.id for guard in weighed.missing] == ["masker"]
    assert [guard.safeguard.id for guard in weighed.unknown] == ["bord"]


# --- the two columns, and no score ---------------------------------------------------


def test_the_answers_choose_a_column_or_none():
    law = measure(
        intrusions=(
            intrusion(
                greater_when={"question": "uren", "at_least": 100},
                smaller_when={"question": "uren", "at_most": 10},
            ),
        )
    )

    def side(hours):
        return balance(law, {"uren": Number(hours)}).weighed[0].side

    assert side(168) is PrivacySide.GREATER
    assert side(4) is PrivacySide.SMALLER
    assert side(50) is None
    assert balance(law, {}).weighed[0].side is None


def test_intrusions_are_found_by_aspect():
    law = measure(intrusions=(intrusion(), intrusion(id="duur", aspect="hoe_lang")))
    found = balance(law, {})

    assert [each.intrusion.id for each in found.about(Aspect.HOE_LANG)] == ["duur"]


def test_there_is_no_score():
    public = {name for name in dir(balance(measure(), {})) if not name.startswith("_")}

    assert public == {
        "about", "absent", "answered", "duties", "gaps", "judgements", "lighter",
        "open", "perhaps_lighter", "regimes", "rooms", "weighed",
    }  # fmt: skip


# --- what could be lighter ------------------------------------------------------------


def lighter(**changes):
    return Lighter.model_validate(
        {
            "id": "minder_uren",
            "title": WORDS,
            "text": WORDS,
            "keeps": WORDS,
            "when": {"question": "uren", "at_least": 85},
            "ask": "Kan het korter?",
            "to": "college",
            "sources": ["wet-1"],
            **changes,
        }
    )


def test_what_could_be_lighter_follows_from_the_answers():
    law = measure(lighter=(lighter(),))

    assert [room.lighter.id for room in balance(law, {"uren": Number(85)}).lighter] == [
        "minder_uren"
    ]
    assert not balance(law, {"uren": Number(84)}).lighter
    assert balance(law, {}).perhaps_lighter
    assert not balance(law, {}).lighter


# --- law, days and judgement ------------------------------------------------------------


def test_a_regime_tells_whether_it_applies():
    regime = {
        "id": "wet",
        "law": "avg",
        "situation": WORDS,
        "text": WORDS,
        "verified": True,
        "sources": ["wet-1"],
    }
    law = measure(
        regimes=(
            Regime.model_validate(regime),
            Regime.model_validate(
                {**regime, "when": {"question": "stil", "is": "nee"}}
            ),
        )
    )

    def applies(**answers):
        return [each.applies for each in balance(law, answers).regimes]

    assert applies() == [Truth.YES, Truth.UNKNOWN]
    assert applies(stil=YES) == [Truth.YES, Truth.NO]


def test_what_is_not_verified_says_so():
    given_ = {
        "id": "wet",
        "law": "avg",
        "situation": "x",
        "text": "x",
        "sources": ["w"],
    }

    with pytest.raises(ValueError, match="unverified"):
        Regime.model_validate({**given_, "verified": False})
    with pytest.raises(ValueError, match="unverified"):
        Regime.model_validate({**given_, "verified": True, "unverified": "toch niet"})


def test_a_duty_binds_from_its_day():
    duty = Duty.model_validate(
        {"id": "ai", "from": "2027-12-02", "text": WORDS, "sources": ["wet-1"]}
    )

    assert duty.day == "2 december 2027"
    assert not duty.binds(duty.since.replace(day=1))
    assert duty.binds(duty.since)


def test_a_judgement_is_the_users_own():
    guide = Guide.model_validate(
        {
            "id": "verhouding",
            "question": "oordeel",
            "points": [{"text": WORDS, "sources": ["wet-1"]}],
        }
    )
    law = measure(guides=(guide,))
    (judgement,) = balance(law, {"oordeel": NO}).judgements

    assert judgement.answer == NO
    assert judgement.question.is_judgement
    assert balance(law, {}).judgements[0].answer is None


# --- learning more --------------------------------------------------------------------


@pytest.fixture(scope="module")
def cameras():
    return LIBRARY.decision("cameratoezicht")


KNOWN = st.sampled_from([YES, NO, DONT_KNOW])


@given(data=st.data())
def test_learning_never_overturns(cameras, data):
    asked = [q.id for q in cameras.questions if q.is_yes_no]
    before = data.draw(st.dictionaries(st.sampled_from(asked), KNOWN, max_size=40))
    more = data.draw(st.dictionaries(st.sampled_from(asked), KNOWN, max_size=40))
    known = {name: answer for name, answer in before.items() if answer != DONT_KNOW}
    one, two = balance(cameras, before), balance(cameras, {**more, **known})

    for old, new in zip(one.weighed, two.weighed, strict=True):
        if old.standing is IntrusionStanding.ABSENT:
            assert new.standing is IntrusionStanding.ABSENT
        if old.standing is IntrusionStanding.ANSWERED:
            assert new.standing is not IntrusionStanding.OPEN
        if old.side is not None:
            assert new.side is old.side or old.side is PrivacySide.SMALLER
    for old_room, new_room in zip(one.rooms, two.rooms, strict=True):
        assert old_room.there in {Truth.UNKNOWN, new_room.there}


# --- faults of the content ---------------------------------------------------------------


@pytest.fixture
def root_of_content(tmp_path):
    some = ("besluiten/cameratoezicht", "besluiten/buurtbemiddeling")
    for folder in (*some, "registers", "vroeger"):
        copytree(CONTENT / folder, tmp_path / folder)
    return tmp_path


@pytest.mark.parametrize(
    ("wrong", "right", "told"),
    [
        (
            "question: cameras_kenbaar",
            "question: cameras_kenbar",
            "Bedoelde u",
        ),
        (
            "question: cameras_kenbaar",
            "question: aantal_cameras",
            "wanneer zij in orde",
        ),
        ("answered_by: [bedrijf_gescheiden]", "answered_by: []", "geen inbreuk wordt"),
        ('from: "2027-12-02"', 'from: "2027-12-03"', "noemt 3 december 2027 niet"),
        ("to: politie", "to: polite", "Bedoelde u 'politie'?"),
        (
            "when: {question: school_in_beeld, is: ja}",
            "when: {rule: geluid}",
            "maar die staat niet in regels.yaml",
        ),
        (
            "chapters: [privacy_en_software]",
            "chapters: [x]",
            "hoofdstuk 'x'",
        ),
        ("verified: true", "verifed: true", "verifed"),
    ],
)
def test_a_fault_is_told_with_its_place(root_of_content, wrong, right, told):
    folder = root_of_content / "besluiten/cameratoezicht/privacy"
    for path in folder.glob("*.yaml"):
        path.write_text(path.read_text().replace(wrong, right, 1))

    with pytest.raises(ContentError) as caught:
        load(root_of_content)

    assert any(
        told in fault.message
        and fault.file.startswith("besluiten/cameratoezicht/privacy/")
        for fault in caught.value.faults
    )


def test_a_decision_may_say_nothing_of_privacy(root_of_content):
    (root_of_content / "besluiten/buurtbemiddeling/privacy.yaml").unlink()

    assert load(root_of_content).decision("buurtbemiddeling").privacy == Privacy()
