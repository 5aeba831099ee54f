"""The privacy questions refine the test: a hard no counts, an unknown stays a question."""

import re
from datetime import date

import pytest

from rules.content.casefile import CaseFile
from rules.content.intrusions import Law
from rules.content.questions import Certainty, Effect, Weight
from rules.grammar.answers import DONT_KNOW, NO, YES, Choice, Number, parse
from rules.judging.advice import advise
from rules.judging.journey import journey
from rules.judging.privacy import Standing, balance
from rules.loading import load

TODAY = date(2026, 11, 21)
CAMERAS = {
    *("P01", "P04", "P05", "P06"),
    *(f"P{number}" for number in range(10, 18)),
    *(f"P{number}" for number in range(20, 33)),
    *(f"P{number}" for number in range(40, 52)),
}
NUISANCE = {"P02", "P03", "P07", "P08"}
SMART = {f"P{number}" for number in range(20, 33)}
DAY = re.compile(r"\d{1,2} [a-z]+ 20\d\d")


@pytest.fixture(scope="module")
def library():
    return load()


@pytest.fixture(scope="module")
def chart(library):
    return library.chart("cameratoezicht")


@pytest.fixture(scope="module")
def law(chart):
    return chart.decision


@pytest.fixture(scope="module")
def steenbergen(law):
    """A1 with the hard requirements met, and nothing else said."""
    known = {q.id: YES for q in law.questions if q.ref[0] in "TD" and q.is_yes_no}
    known |= {"incidenten_twaalf_maanden": Number(24), "bewaartermijn_dagen": Number(7)}
    return known


def by_ref(law, **said):
    return {
        question.id: parse(question.answer, text)
        for ref, text in said.items()
        for question in law.find(ref)
    }


def outcome(chart, answers):
    return advise(chart, CaseFile("cameratoezicht", TODAY, answers)).outcome.id


def test_every_privacy_question_has_its_place(library):
    refs = {
        name: {ref for q in decision.questions for ref in q.refs if ref[0] == "P"}
        for name, decision in library.decisions.items()
    }

    assert refs["cameratoezicht"] == CAMERAS
    assert refs["woonoverlastverordening"] == NUISANCE


def test_without_the_deepening_there_are_points_of_attention(chart, steenbergen):
    assert outcome(chart, steenbergen) == "voldoet_met_aandachtspunten"


def test_an_unknown_never_keeps_the_outcome_open(chart, law, steenbergen):
    unknown = {q.id: DONT_KNOW for q in law.questions if q.ref[0] == "P"}

    assert outcome(chart, {**steenbergen, **unknown}) == "voldoet_met_aandachtspunten"


def test_unknown_privacy_is_never_in_order(chart, law, steenbergen):
    rest = {q.id: YES for q in law.questions if q.ref[0] == "Z" and q.is_yes_no}
    whole = {**steenbergen, **rest, "start_van_de_cameras": Choice("vanaf_2019")}
    deeper = {q.id: YES for q in law.questions if q.ref[0] == "P" and q.is_yes_no}
    gates = by_ref(
        law, K01="nieuw", K02="vast", K06="alleen_overheid", K07="alleen_politie"
    )

    assert outcome(chart, whole) == "voldoet_met_aandachtspunten"
    assert outcome(chart, {**whole, **deeper, **gates}) == "voldoet"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"P01": "nee"}, "andere_route"),
        ({"P05": "nee"}, "voldoet_niet"),
        ({"P14": "nee"}, "voldoet_niet"),
        *(
            ({"Z20": "nee", f"P{n}": "nee"}, "voldoet_niet")
            for n in (21, 22, 23, 25, 26)
        ),
        ({"Z18": "nee", "K04": "drone", "P46": "nee"}, "voldoet_niet"),
        *(
            ({"Z20": "nee", f"P{n}": "nee"}, "voldoet_met_aandachtspunten")
            for n in (20, 24, 27, 28, 31, 32)
        ),
        *(
            ({f"P{n}": "nee"}, "voldoet_met_aandachtspunten")
            for n in ("04", 11, 13, 15, 17, 40, 43, 47, 51)
        ),
    ],
)
def test_a_no(chart, law, steenbergen, said, expected):
    assert outcome(chart, {**steenbergen, **by_ref(law, **said)}) == expected


def test_every_hard_privacy_question_can_stop(chart, law):
    """A stop with no effect on the table would be a promise that nobody keeps."""
    stops = {
        q.ref
        for q in law.questions
        if q.ref[0] == "P" and q.if_no.effect is Effect.STOP
    }

    assert stops == {"P05", "P14", "P21", "P22", "P23", "P25", "P26", "P46"}
    assert not any(q.informs for q in law.questions if q.ref in stops)


def test_without_smart_software_nobody_asks_about_it(chart, law, steenbergen):
    answers = {**steenbergen, "zonder_slimme_software": YES}
    todo = {question.ref for question in journey(chart, answers).todo}

    assert not todo & SMART


def test_the_deepening_comes_last_and_can_be_skipped(law):
    chapters = [chapter.id for chapter in law.header.chapters]

    assert law.privacy.chapters == tuple(chapters[-2:])
    assert all(
        q.chapter in law.privacy.chapters for q in law.questions if q.ref[0] == "P"
    )
    assert not any(
        law.question_by_id[name].ref[0] == "P" for name in law.header.first_picture
    )


# --- days ------------------------------------------------------------------------------


def test_every_day_of_the_european_law_stands_in_the_table(law):
    days = {duty.day for duty in law.privacy.duties}
    asked = [q for q in law.questions if q.chapter == "slimme_techniek"]
    named = {day for question in asked for day in DAY.findall(question.help)}

    assert "2 december 2027" in named
    assert named <= days


def test_what_only_binds_later_is_care_until_then(law):
    for duty in law.privacy.duties:
        if not duty.binds(TODAY):
            kinds = {law.question_by_id[name].kind for name in duty.questions}
            hard = {
                law.question_by_id[name].ref
                for name in duty.questions
                if law.question_by_id[name].kind is Weight.DWINGEND
            }
            # P22 already binds by the Dutch police data act.
            assert hard <= {"P22"}, kinds


def test_registering_has_a_day_of_its_own_and_a_second_reading(law):
    """Article 49 stands outside the parts that article 113 puts off (section 5)."""
    asked = law.question_by_id["systeem_in_eu_databank"]
    (apart, later) = law.privacy.duties_of(asked.id)

    assert (apart.day, later.day) == ("2 augustus 2026", "2 december 2027")
    assert "ai-verordening-113" in apart.sources
    assert asked.certainty is Certainty.OMSTREDEN
    assert apart.day in asked.help
    assert apart.day in asked.other_reading


# --- intrusions and safeguards ------------------------------------------------------------


def test_every_intrusion_of_an_unknown_measure_is_open(library):
    for law in library.decisions.values():
        found = balance(law, {})
        assert len(found.open) == len(found.weighed) > 0


def test_a_wholly_careful_measure_leaves_nothing_open(law):
    careful = {q.id: YES for q in law.questions if q.is_yes_no}
    careful |= by_ref(law, D20="7", K06="alleen_overheid", Z11="20", Z10="2")
    found = balance(law, careful)

    assert found.open == ()
    assert not [r for r in found.lighter if r.lighter.id not in {"niet_opnemen", "pas_opnemen_bij_melding"}]  # fmt: skip


def test_steenbergen_sees_what_is_open(law, steenbergen):
    found = balance(law, {**steenbergen, **by_ref(law, Z12="nee", D20="28")})
    open_ = {each.intrusion.id for each in found.open}

    assert "uren" in open_
    assert {"minder_uren", "korter_bewaren"} <= {r.lighter.id for r in found.lighter}
    assert found.weighed[0].standing is Standing.ANSWERED


def test_sound_is_answered_by_nothing(law):
    (sound,) = [
        each
        for each in balance(law, {"beeld_zonder_geluid": NO}).weighed
        if each.intrusion.id == "geluid"
    ]

    assert sound.standing is Standing.OPEN
    assert sound.guards == ()


def test_each_body_of_law_is_told_with_what_is_not_verified(law):
    regimes = law.privacy.regimes

    assert {regime.law for regime in regimes} == set(Law)
    assert any(not regime.verified for regime in regimes)


def test_a_judgement_is_asked_and_not_reckoned(law):
    asked = {law.question_by_id[guide.question].ref for guide in law.privacy.guides}

    assert asked == {"D11", "K09"}
    assert all(law.question_by_id[g.question].is_judgement for g in law.privacy.guides)
    assert all(guide.rulings for guide in law.privacy.guides)


# --- words --------------------------------------------------------------------------------


def said(item):
    """Every text that a reader can meet in an item of the privacy part."""
    for name, value in item:
        if isinstance(value, str) and name not in {
            "id",
            "question",
            "to",
            "eases",
            "body",
        }:
            yield value
        if name in {"points", "rulings"}:
            yield from (each.text for each in value)


def test_sentences_stay_short_and_quotes_are_typographic(library):
    texts = []
    for law in library.decisions.values():
        privacy = law.privacy
        for part in (
            privacy.regimes, privacy.safeguards, privacy.intrusions, privacy.lighter,
            privacy.duties, privacy.guides, privacy.gaps,
        ):  # fmt: skip
            texts += [text for item in part for text in said(item)]
        for question in law.questions:
            if question.ref[0] == "P":
                texts += [question.text, question.help, question.ask, question.if_yes]
                texts += [question.if_no.text, question.if_unknown.text]

    for text in texts:
        assert not re.search("[\"']", text), text
        for sentence in re.split(r"(?<=[.?!])\s+", text):
            assert len(sentence.split()) <= 20, sentence
