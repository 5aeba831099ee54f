"""The memo of one page leaves out what is long, and never what a reader must not miss."""

import json
from datetime import date

import pytest
from lxml.html import document_fromstring

from reports.composing.memo import Cover, compose
from reports.composing.memo_core import improvements
from reports.composing.receipt import Edition
from reports.document import notes_by_section
from reports.formats import html, text
from rules.judging.advice import advise
from rules.reading_casefile import read_dossier

DAY = date(2026, 11, 29)
PLAN = {"fase": "voorstel", "waarvoor": "orde", "einddatum_in_besluit": "nee"}


@pytest.fixture
def told(library):
    """Say what the memo of one page says, as one line of text."""

    def page(answers, **more):
        dossier = {"decision": "cameratoezicht", "answers": answers, **more}
        (casefile,) = read_dossier(json.dumps(dossier), library, today=DAY)
        advice = advise(library.chart(casefile.decision), casefile)
        cover = Cover("proef", None, "0")
        document = compose([advice], library, cover, Edition.BRIEF)
        return " ".join(text.render(document).split())

    return page


@pytest.mark.parametrize(
    ("answers", "more", "said"),
    [
        (PLAN, {"doubtful": ["einddatum_in_besluit"]}, "een antwoord dat meebeslist"),
        (
            PLAN | {"wie": "bedrijf", "feiten_op_papier": "ja"},
            {"doubtful": ["feiten_op_papier"]},
            "maar dat verandert de uitkomst niet",
        ),
        (PLAN, {"reference_date": "2027-01-01"}, "ligt na de dag waarop wij de wet"),
        ({"K03": "voor_2019", "D14": "ja", "D01": "ja"}, {}, "vroeger"),
    ],
    ids=["twijfel die beslist", "twijfel", "latere peildatum", "oude antwoorden"],
)
def test_it_says_what_a_reader_must_not_miss(told, answers, more, said):
    page = told(answers, **more)

    assert "Let op:" in page
    assert said in page


def test_it_gives_three_reasons_where_there_are_three_or_more(told):
    page = told({}).partition("Waarom")[2].partition("Vraag dit vanavond")[0]

    assert page.count("Nog onbekend:") == 3


def test_without_any_of_that_there_is_nothing_to_mind(told):
    assert "Let op:" not in told(PLAN, reference_date="2026-11-21")


def test_that_answers_clash_is_said_once(told):
    page = told(
        {"fase": "besluit", "hoe_lang": "geen_einde", "einddatum_in_besluit": "ja"}
    )

    assert page.count("twee antwoorden passen niet bij elkaar") == 1


def test_another_road_says_nothing_of_this_one(told):
    page = told({"fase": "idee", "wie": "bedrijf"})

    assert "Niet in dit memo" in page
    for name in ("Raad:", "Geld:", "Privacy:", "Werkt het?", "Tegen:"):
        assert name not in page


@pytest.mark.parametrize("edition", Edition)
def test_another_road_repairs_nothing_of_this_one(library, edition):
    """Cameras of a company: no burgemeester decides on them, or can end them."""
    answers = {"fase": "voorstel", "waarvoor": "afval", "wie": "bedrijf"}
    dossier = {"decision": "cameratoezicht", "answers": answers}
    (casefile,) = read_dossier(json.dumps(dossier), library, today=DAY)
    advice = advise(library.chart("cameratoezicht"), casefile)
    memo = text.render(compose([advice], library, Cover("p", None, "0"), edition))

    assert advice.outcome.ends
    assert improvements(advice) == {}
    for said in ("Dit kan beter", "Wat kan beter", "Wie beslist:", "Toets per eis"):
        assert said not in memo
    assert "beëindig" not in memo
    assert "beelden van dit toezicht geldt" not in memo


def test_what_can_be_better_is_about_what_carries_the_outcome(told):
    """The title says that too few were for it; what is wrong with the money comes later."""
    page = told(
        {"weg": "gestemd", "geld_openbare_ruimte": "nee", "helft_stemde": "nee"},
        decision="bedrijfsinbraak",
    )

    assert "was er te weinig steun" in page
    assert "Dit kan beter: Kijk met de ondernemers wat zonder heffing kan." in page

    page = told(
        {"ook_bij_eigen_gebruik": "ja", "gevolgen_bekeken": "nee"}, decision="damocles"
    )
    first = page.partition("Waarom ------ - ")[2]
    assert first.startswith("De burgemeester weegt niet in elke zaak de gevolgen")
    assert "Dit kan beter: Weeg " in page, page


def test_what_it_rests_on_is_no_firmer_than_the_law(told):
    page = told(PLAN)

    assert "Kan die bevoegdheid geven" in page
    assert "hooguit vier weken blijven, behalve voor opsporing" in page


def test_of_several_decisions_each_page_ends_with_the_notes_that_it_is_first_to_cite(
    library,
):
    several = json.dumps({"decisions": ["cameratoezicht", "damocles"], "answers": PLAN})
    casefiles = read_dossier(several, library, today=DAY)
    advices = [advise(library.chart(each.decision), each) for each in casefiles]
    cover = Cover("proef", None, "0")
    document = compose(advices, library, cover, Edition.BRIEF)
    tree = document_fromstring(html.render(document))

    assert tree.xpath("//h2[. = 'Noten']") == []
    told = notes_by_section(document)
    for name, notes in told.items():
        (page,) = tree.xpath(f"//section[@aria-labelledby='{name}']")
        numbers = page.xpath(".//section[h3 = 'Noten']//strong/text()")
        assert [str(note.number) for note in notes] == numbers
    assert sum(map(len, told.values())) == len(document.notes) > len(told) == 2
