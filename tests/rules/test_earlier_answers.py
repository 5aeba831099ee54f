"""Old answers live on: read as they are, translated, or named with their old words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.earlier_answers import LOST, UNREADABLE, read_stored
from rules.grammar.answers import DONT_KNOW, NO, YES, Choice, Number, Ticks
from tests.rules.synthetic import faults_after, library_of

LIBRARY = library_of("vroeger")
LAW = LIBRARY.decision("vroeger")
OLD = {each.id: each for each in LIBRARY.old}


def read(**stored):
    return read_stored(LAW, stored)


def lost(**stored):
    return {each.ref: (each.answer, each.why) for each in read(**stored).untranslated}


@pytest.mark.parametrize(
    ("stored", "question", "answer", "refs"),
    [
        ({"ligt_er_een_plan": "ja"}, "plan_ligt_er", YES, ("D01",)),
        ({"ligt_er_een_plan": "onbekend"}, "plan_ligt_er", DONT_KNOW, ("D01",)),
        ({"verf_is_veilig": "ja"}, "verf_is_giftig", NO, ("D02",)),
        ({"verf_is_veilig": "nee"}, "verf_is_giftig", YES, ("D02",)),
        ({"om_te_zitten": "ja"}, "waarvoor", Ticks(("zitten",)), ("D03",)),
        (
            {"om_te_zitten": "ja", "niet_voor_reclame": "nee"},
            "waarvoor",
            Ticks(("zitten", "reclame")),
            ("D03", "D04"),
        ),
        ({"hoogte_cm": "40"}, "formaat", Choice("klein"), ("D07",)),
        (
            {"hoogte_cm": "40", "kleur": "rood"},
            "formaat",
            Choice("klein"),
            ("D07", "D08"),
        ),
        ({"kleur": "wit"}, "is_geverfd", YES, ("D08",)),
    ],
)
def test_an_old_answer_becomes_a_new_one(stored, question, answer, refs):
    found = read(**stored)
    (told,) = [each for each in found.translated if each.question == question]

    assert found.answers[question] == answer
    assert told.refs == refs


def test_what_was_read_from_old_answers_may_say_so():
    (told,) = read(hoogte_cm="50").translated

    assert told.told == "Wij lazen uit de hoogte dat het klein is."


def test_an_answer_to_a_question_of_today_is_read_as_it_is():
    found = read(breedte_cm="120")

    assert found.answers == {"breedte_cm": Number(120)}
    assert found.translated == ()


def test_an_answer_of_today_goes_before_an_old_one():
    found = read(plan_ligt_er="nee", ligt_er_een_plan="ja")

    assert found.answers == {"plan_ligt_er": NO}
    assert found.untranslated == ()


@pytest.mark.parametrize(
    ("stored", "ref", "answer", "why"),
    [
        ({"is_mooi": "ja"}, "D09", "ja", "Over smaak vragen wij niet meer."),
        ({"om_te_zitten": "nee"}, "D03", "nee", LOST),
        ({"breedte_cm": "600"}, "D06", "600 cm", UNREADABLE),
        (
            {"hoogte_cm": "100"},
            "D07",
            "100 cm",
            "Uit de hoogte alleen volgt niet hoe groot het is.",
        ),
    ],
)
def test_what_cannot_be_translated_is_named_with_its_old_words(
    stored, ref, answer, why
):
    assert lost(**stored) == {ref: (answer, why)}


def test_the_old_words_of_a_choice_are_its_label():
    assert LIBRARY.old[6].says("rood") == "Rood"
    assert LIBRARY.old[6].says("weg") == "weg"


def test_what_was_not_known_is_not_missed():
    assert lost(is_mooi="onbekend", hoogte_cm="onbekend") == {}


def test_old_answers_that_clash_are_told_until_the_question_is_answered():
    (clash,) = read(hoogte_cm="300", om_te_zitten="ja").clashes

    assert (clash.questions, clash.ask, clash.hint) == (("formaat",), "formaat", False)
    assert "Zo hoog, en toch om te zitten" in clash.text
    assert read(hoogte_cm="300", om_te_zitten="ja", formaat="groot").clashes == ()


ANSWERS = {
    "yes_no": ["ja", "nee", "onbekend"],
    "number": ["0", "50", "51", "200", "600", "onbekend"],
    "choice": ["rood", "wit", "onbekend"],
}


@given(
    st.fixed_dictionaries(
        {}, optional={n: st.sampled_from(ANSWERS[o.kind]) for n, o in OLD.items()}
    )
)
def test_nothing_is_silently_lost(stored):
    found = read(**stored)
    told = {each.ref for each in found.untranslated}
    used = {ref for each in found.translated for ref in each.refs}

    for name, text in stored.items():
        if text != "onbekend" and name not in found.answers:
            assert (OLD[name].ref in told) != (OLD[name].ref in used)


@given(
    st.fixed_dictionaries(
        {}, optional={n: st.sampled_from(ANSWERS[o.kind]) for n, o in OLD.items()}
    )
)
def test_old_answers_never_make_an_answer_that_nobody_can_give(stored):
    for name, answer in read(**stored).answers.items():
        kind = LAW.question_by_id[name].answer
        if isinstance(answer, Ticks):
            assert kind.ticked(answer.value) == answer


# --- faults in what became of old questions -------------------------------------

HEADER, ASKED = "besluit.yaml", "vragen.yaml"
FAULTS = {
    "points nowhere": (
        (ASKED, "earlier: [D01]", "earlier: [D11]"),
        "vragen.yaml:1 — earlier noemt 'D11', maar die vraag is nooit gesteld. Bedoelde u",
    ),
    "points nowhere from an option": (
        (ASKED, 'label: "Zitten", earlier: [D03]', 'label: "Zitten", earlier: [D13]'),
        "vragen.yaml:16 — earlier noemt 'D13', maar die vraag is nooit gesteld.",
    ),
    "old question without a place": (
        (HEADER, '  - {ref: D09, told: "Over smaak vragen wij niet meer."}', "  []"),
        "oude vraag D09 ('Is het mooi?') heeft geen plaats meer",
    ),
    "same id, other kind": (
        (ASKED, "- id: is_geverfd", "- id: is_mooi"),
        "'is_mooi' was de naam van oude vraag D09, en betekent nu iets anders.",
    ),
    "same id, turned round": (
        (ASKED, "- id: verf_is_giftig", "- id: verf_is_veilig"),
        "'verf_is_veilig' was de naam van oude vraag D02, en betekent nu iets anders.",
    ),
    "becomes unknown and is not told": (
        (
            ASKED,
            ', becomes: onbekend, told: "Uit de hoogte alleen volgt niet hoe groot het is."',
            ", becomes: onbekend",
        ),
        "'formaat': bij becomes: onbekend hoort told: waarom telt het niet mee?",
    ),
    "a why that breaks the sentence": (
        (HEADER, "Over smaak vragen wij niet meer.", "over smaak vragen wij niet meer"),
        "told is een hele zin met hoofdletter en punt, of begint met ‘want’ zonder punt",
    ),
    "a why for an answer that counts": (
        (ASKED, "Wij lazen uit de hoogte dat het klein is.", "want het is niet hoog"),
        "told bij een antwoord dat meetelt, is een hele zin",
    ),
    "test without a result": (
        (ASKED, "{known: [D08], becomes: ja}", "{known: [D08]}"),
        "'is_geverfd': bij when hoort becomes: wat wordt het dan?",
    ),
    "names no old question": (
        (ASKED, "{known: [D08], becomes: ja}", "{becomes: ja}"),
        "'is_geverfd': noem met ref, when of known een oude vraag.",
    ),
    "becomes an option that is not there": (
        (ASKED, "becomes: klein", "becomes: kleyn"),
        "earlier maakt van 'formaat' wat niet kan: 'kleyn' staat niet in de lijst",
    ),
    "an old answer that never was": (
        (ASKED, "D08: [rood, onbekend]", "D08: [roze, onbekend]"),
        "earlier noemt bij D08 een antwoord dat nooit kon: 'roze'.",
    ),
    "a value of another kind": (
        (ASKED, "earlier: [D06]", "earlier: [D01]"),
        "earlier neemt het antwoord op D01 over, maar dat was van een andere soort",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_with_its_place(name, tmp_path):
    (file, old, new), fault = FAULTS[name]
    found = faults_after("vroeger", file, old, new, tmp_path)

    assert fault in "\n".join(found)
