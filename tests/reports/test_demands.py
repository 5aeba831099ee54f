"""The table of demands says the same on page and paper, and never more than the answers."""

from dataclasses import replace

import pytest

from reports.composing.certainty import LawGround, law_of
from reports.composing.demands import ALREADY, NOT_YET, STATUS, demands
from reports.composing.memo import Cover, compose
from reports.composing.memo_core import improvements, old_lines
from reports.formats import text
from rules.content.casefile import Translated, Untranslated
from rules.content.demands import Basis, Standing
from rules.earlier_answers import LOST as OF_NO_USE
from rules.earlier_answers import UNREADABLE
from rules.judging.advice import advise
from rules.proof.certificate import Certificate
from tests.reports.dossiers import dossiers
from tests.reports.trial import DAY, NAME, advice, casefile, trial

RANK = list(STATUS)
LOST = Untranslated("T09", "Staat er een hek om?", "ja", "Dat vragen wij niet meer.")


def memo(found) -> str:
    library = trial()
    law = library.decision(NAME)
    proved = Certificate(
        decision=NAME, fingerprint=law.fingerprint, days=(DAY,), proofs=()
    )
    kept = replace(library, kept={NAME: proved})
    paper = compose([advice(found)], kept, Cover("ABC-123", None, "0.1.0"))
    return " ".join(text.render(paper).replace("|", " ").split())


def shown(**given: str):
    return demands(advice(casefile(**given)), trial())


def rows(**given: str):
    found = shown(**given)
    chapters = (*found.deciding, *found.weighing)
    return {row.demand.id: row for chapter in chapters for row in chapter.rows}


def test_every_demand_stands_in_exactly_one_place():
    chart = trial().chart(NAME)

    assert chart.decision.demands
    for each in dossiers(chart.decision, 200, DAY):
        advice = advise(chart, each)
        found = demands(advice, trial())
        told = [
            row.demand.title
            for chapter in (*found.deciding, *found.weighing)
            for row in chapter.rows
        ]
        told += [row.demand.title for row in found.later]
        told += [*found.idle, *found.hanging]
        of_all = sorted(one.title for one in chart.decision.demands)
        if advice.outcome.ends:  # of a road that is not taken, only what says so
            assert len(told) < len(of_all)
        else:
            assert sorted(told) == of_all


def test_in_a_chapter_what_is_not_met_comes_first_and_what_is_met_last():
    found = shown(fase="besluit", doel="rust", einddatum="nee", filmt_woningen="nee")

    assert found.deciding
    for chapter in found.deciding:
        places = [RANK.index(row.standing) for row in chapter.rows]
        assert places == sorted(places)


def test_the_headline_is_no_firmer_than_the_table():
    chart = trial().chart(NAME)
    wanting = {Standing.NIET_VOLDAAN, Standing.ONBEKEND}
    met = 0
    for each in dossiers(chart.decision, 200, DAY):
        found = advise(chart, each)
        table = demands(found, trial()).deciding
        stands = {row.standing for chapter in table for row in chapter.rows}
        if found.outcome.met:
            met += 1
            assert not stands & wanting
    assert met


def test_a_demand_that_is_not_met_shows_its_repair_with_the_body():
    row = rows(fase="besluit", doel="rust", einddatum="nee")["einde"]

    assert [(one.who, one.text) for one in row.steps] == [
        ("college", "Zet er een einddatum in.")
    ]
    assert row.said == "Er staat geen einddatum in."


def test_every_unmet_demand_of_the_real_decisions_can_be_mended(library):
    deciding = [
        demand
        for law in library.decisions.values()
        for demand in law.demands
        if demand.decides
    ]

    assert deciding
    assert [demand.id for demand in deciding if not demand.repair] == []
    assert {one.who for each in deciding for one in each.repair} <= set(library.bodies)


def test_an_open_demand_shows_the_question_and_whom_to_ask():
    row = rows(fase="besluit", doel="rust")["einde"]

    assert [(one.who, one.text) for one in row.steps] == [
        ("college", "Staat er een einddatum in?")
    ]
    assert row.said == ""


def test_what_is_met_needs_nothing():
    assert rows(fase="besluit", doel="rust")["doel"].steps == ()


def test_later_is_no_yes():
    found = shown(fase="idee", doel="rust")

    assert [row.demand.id for row in found.later] == ["einde", "woningen"]
    assert {row.standing for row in found.later} == {Standing.STRAKS}
    assert {row.plan for row in found.later} == {""}
    assert advice(casefile(fase="idee", doel="rust")).tally.voldaan == 1


def test_an_answer_of_a_later_phase_says_nothing_of_the_plan_now():
    """The card is not asked of an idea, so its answers do not count."""
    (first, *_) = shown(fase="idee", doel="rust", einddatum="nee").later

    assert first.plan not in (ALREADY, NOT_YET)


def test_each_basis_and_each_standing_has_its_word():
    assert all(basis.dutch for basis in Basis)
    assert set(STATUS) == set(Standing)
    assert [STATUS[one].value for one in Standing] == [
        "voldaan",
        "niet voldaan",
        "onbekend",
        "straks",
        "n.v.t.",
    ]


def test_what_can_be_better_is_by_body_and_absent_where_nothing_is_wrong():
    bad = improvements(advice(casefile(fase="besluit", doel="rust", einddatum="nee")))
    assert [one.text for one in bad["college"]] == ["Zet er een einddatum in."]

    assert improvements(advice(casefile(fase="besluit", doel="rust"))) == {}


def test_a_clash_is_told_before_the_outcome():
    found = casefile(fase="besluit", doel="rust", einddatum="ja", duur="altijd")
    told = memo(found)

    clash = told.index("twee antwoorden passen niet bij elkaar")
    assert clash < told.index(advice(found).headline.title)


def test_certainty_has_two_halves():
    told = memo(casefile(fase="besluit", doel="rust"))

    assert "De antwoorden: Nog niet vast. Vooral deze vraag kan de uitkomst" in told
    assert "Het recht: De uitkomst rust op de wet zelf." in told


@pytest.mark.parametrize(
    ("reading", "law"),
    [("Anderen lezen dit ruimer.", LawGround.READING), ("", LawGround.TEXT)],
)
def test_a_title_that_rests_on_a_reading_says_so(reading, law):
    found = advice(casefile(fase="besluit", doel="rust"))
    found.__dict__["headline"] = replace(found.headline, reading=reading)

    assert law_of(trial(), found) is law


def test_the_law_is_told_as_it_was_checked_and_a_later_date_gets_a_warning():
    late = DAY.replace(year=2026, month=2)

    assert "wet zoals nagekeken op 1 januari 2026" in memo(casefile(fase="idee"))
    assert "ligt na de dag" not in memo(casefile(fase="idee"))
    assert "ligt na de dag" in memo(casefile(on=late, fase="idee"))


def test_the_tally_is_told_in_words():
    told = memo(casefile(fase="idee", doel="rust"))

    assert "Eisen die beslissen: 1 voldaan; 2 later" in told


def test_an_old_answer_that_counts_no_more_is_named_in_its_old_words():
    read = Translated("doel", ("T01",), "Wij lasen het doel uit een oud antwoord.")
    found = replace(casefile(fase="idee"), untranslated=(LOST,), translated=(read,))

    (lost, told) = old_lines(advice(found))
    assert "‘Staat er een hek om?’" in lost
    assert "ja" in lost
    assert "Dat vragen wij niet meer." in lost
    assert told == read.told
    assert lost in memo(found)


@pytest.mark.parametrize(
    ("why", "said"),
    [
        (
            "want die vraag staat nu vooraf",
            "niet meer mee, want die vraag staat nu vooraf.",
        ),
        ("Dat volgt nu uit de dagen.", "niet meer mee. Dat volgt nu uit de dagen."),
        ("", "niet meer mee."),
        (OF_NO_USE, "niet meer mee, want deze vraag stellen wij niet meer."),
        (UNREADABLE, "mee, want dit antwoord past niet bij de vraag van nu."),
    ],
)
def test_why_an_old_answer_counts_no_more_reads_as_a_sentence(why, said):
    lost = replace(LOST, why=why)

    (line,) = old_lines(advice(replace(casefile(fase="idee"), untranslated=(lost,))))
    assert line.endswith(said)


def test_a_remark_stands_beside_its_answer_and_the_rows_of_a_card_share_a_number():
    given = casefile(fase="besluit", einddatum="ja")
    found = replace(given, remarks={"einddatum": "bron: raadsbrief 12 maart"})
    told = memo(found)

    assert "ja (bron: raadsbrief 12 maart)" in told
    assert "3.1 Staat er" in told


def test_no_part_of_the_memo_is_a_bare_heading():
    paper = compose(
        [advice(casefile(fase="idee"))],
        replace(trial(), kept={}),
        Cover("ABC-123", None, "0.1.0"),
    )

    assert all(section.blocks for section in paper.sections)
