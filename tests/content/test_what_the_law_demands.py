"""What a memo puts under “Wat de wet vraagt”: what is demanded, and never the reverse."""

import json
from datetime import date

import pytest

from reports.memo import Cover, compose
from reports.text import render
from rules.dossier import read_dossier
from rules.judging.advice import advise

NUISANCE = "woonoverlastverordening"


@pytest.fixture
def parts(library):
    """Give what a memo says is demanded, and what weighs beside it."""

    def told(**answers):
        found = {"decision": NUISANCE, "answers": {"WO11": "ja", **answers}}
        (casefile,) = read_dossier(json.dumps(found), library, today=date(2026, 11, 21))
        advice = advise(library.chart(NUISANCE), casefile)
        memo = render(compose([advice], library, Cover("proef", None, "0")))
        test = " ".join(memo.split("3. Toets")[1].split("4. Voor en tegen")[0].split())
        demanded, _, beside = test.partition("Wat verder meeweegt")
        return demanded, beside

    return told


def test_an_old_text_is_never_told_as_what_the_law_asks(parts):
    demanded, beside = parts(
        woonoverlast_staat_in_verordening="ja", ingangsdatum_huidige_tekst="2018-05-01"
    )

    assert "2021" not in demanded
    assert "1 januari 2021 of later Stand: weegt tegen" in beside


def test_a_choice_of_the_raad_is_no_demand_of_the_law(parts):
    demanded, beside = parts(
        woonoverlast_staat_in_verordening="onbekend", opdracht_tot_beleidsregels="ja"
    )

    assert "keuzes" not in demanded
    assert "De raad maakte eigen keuzes over het gebruik" in beside


def test_without_a_verordening_nothing_is_said_of_its_age(parts):
    demanded, beside = parts(woonoverlast_staat_in_verordening="nee")

    assert "De tekst is van vóór" not in demanded + beside


def test_that_there_are_beleidsregels_is_no_demand_of_the_law(parts):
    demanded, beside = parts(
        woonoverlast_staat_in_verordening="ja", beleidsregels_bekendgemaakt="nee"
    )

    assert "beleidsregels" not in demanded
    assert "Er zijn beleidsregels, ook over dwangsom" in beside
    assert "De wet verplicht ze niet" in beside


def test_who_makes_the_beleidsregels_is_a_demand_where_there_are_any(parts):
    demanded, _ = parts(
        beleidsregels_bekendgemaakt="ja", burgemeester_stelde_beleidsregels_vast="nee"
    )

    assert "stelde de burgemeester ze vast Stand: niet voldaan" in demanded
