"""Each rule of the check finds what it should, and leaves what is right alone."""

from shutil import copy

import pytest

from reports.council.lint import blocks, check, is_ready
from reports.council.paper import Paper, PaperLine, PaperPart
from reports.council.paper_text import LONGEST, as_text, read_text
from reports.document import Note, PaperKind
from rules.content.competence import FindingSeverity
from rules.content.phrase_matching import first_words, has_words, spans_of
from rules.grammar.errors import ContentError
from rules.loading import CONTENT, load
from tests.law import LIBRARY
from tests.rules.synthetic import lay_out
from wizard.guarding.personal import people

BODIES = {body.id: body.name for body in LIBRARY.bodies.values()}
NOTES = (
    Note(1, "Gemeentewet, artikel 151c. Versie van 1-10-2026.", "https://example.nl"),
    Note(2, "Gemeentewet, artikel 180, lid 1; zie noot 1."),
    Note(3, "Een bron zonder datum.", "https://example.nl"),
)


def paper(*lines, kind=PaperKind.MOTION, local="nee", **more):
    more = {"notes": NOTES} | more
    return Paper(kind, "Camera’s op het plein", lines, local=local, **more)


def request(text, to="burgemeester"):
    return PaperLine(PaperPart.REQUEST, f"Verzoekt {BODIES[to]}:", text, to=to)


def fact(text, *notes):
    return PaperLine(PaperPart.FACT, "Constaterende het volgende:", text, notes)


def rules_of(found, **more):
    return {one.rule for one in lint_of(found, **more)}


def lint_of(found, **more):
    return check(
        found, LIBRARY.competence, bodies=LIBRARY.bodies, people=people, **more
    ).findings


def test_fourteen_rules_each_with_what_to_write_instead():
    rules = LIBRARY.competence.rules

    assert list(rules) == [f"L{number}" for number in range(1, 15)]
    assert all(rule.instead for rule in rules.values())
    blocking = {name for name, one in rules.items() if one.severity == "blokkeert"}
    assert blocking == {"L1", "L2", "L8", "L10", "L12"}


def test_a_judgement_among_the_facts_asks_for_a_source():
    assert "L3" in rules_of(paper(fact("De overlast is onacceptabel.")))
    assert "L3" not in rules_of(paper(fact("De overlast is onacceptabel.", 1)))


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("In 2025 waren er meldingen.", ()),
        ("Artikel 151c, lid 1 en 2, en artikel 2:77 van de APV.", ()),
        ("Het besluit is van 1 mei 2026.", ()),
        ("In 2025 waren er 40 meldingen.", (1,)),
        ("Er waren 40 meldingen.", (1,)),
        ("Er waren 40 meldingen.", (2,)),
        ("Volgens de politie waren er in 2025 40 meldingen.", ()),
        ("Dit hoort bij de vragen D01, B-R11 en Z02.", ()),
    ],
)
def test_a_number_with_source_and_year_passes(text, notes):
    assert "L4" not in rules_of(paper(fact(text, *notes)))


@pytest.mark.parametrize(
    ("text", "notes", "lacks"),
    [
        ("Er waren 40 meldingen.", (), "de bron en het jaar"),
        ("In 2025 waren er 40 meldingen.", (), "de bron"),
        ("Er waren 40 meldingen.", (3,), "het jaar"),
        ("Het kostte € 5.000.", (), "de bron en het jaar"),
        ("Het daalde met 19%.", (), "de bron en het jaar"),
    ],
)
def test_a_bare_number_warns_and_stops_nothing(text, notes, lacks):
    (found,) = [one for one in lint_of(paper(fact(text, *notes))) if one.rule == "L4"]

    assert f"ontbreekt {lacks}." in found.message
    assert not blocks([found])


@pytest.mark.parametrize(
    "text",
    [
        "Op vrijdag en zaterdag na 22 uur is het druk.",
        "Het licht gaat van 22.00 tot 06.00 uur uit.",
        "Sinds 12 maart 2026 is het plein dicht.",
        "De vergadering was op 12-11-2026 om 20:30 uur.",
        "Bus 12 rijdt tot 1 uur.",
        "Zie motie 14 en bijlage 3.",
    ],
)
def test_a_time_a_date_or_a_name_counts_nothing(text):
    assert "L4" not in rules_of(paper(fact(text)))


@pytest.mark.parametrize(
    "text",
    [
        "ten minste 3 opties te onderzoeken.",
        "4 extra boa’s te zoeken, 15 meter uiteen.",
    ],
)
def test_what_is_asked_tells_no_figure(text):
    assert "L4" not in rules_of(paper(request(text, "college")))


def test_a_term_and_a_requested_amount_need_no_source():
    text = "binnen 6 maanden te berichten; bedrag: € 5.000 in 2027; dekking: reserve."

    assert "L4" not in rules_of(paper(request(text, "college")))


def test_a_request_has_a_term():
    assert "L5" in rules_of(paper(request("te onderzoeken of camera’s nodig zijn.")))
    assert "L5" not in rules_of(paper(request("vóór 1 mei 2027 te evalueren.")))


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("geld vrij te maken.", "het bedrag of de dekking"),
        ("€ 5.000 vrij te maken in 2027.", "de dekking"),
        ("budget vrij te maken met dekking uit de reserve.", "het bedrag"),
    ],
)
def test_who_asks_for_money_names_amount_and_cover(text, lacks):
    found = [
        one for one in lint_of(paper(request(text, "college"))) if one.rule == "L6"
    ]

    assert lacks in found[0].message


def test_cover_may_be_settled_later():
    text = "geld vrij te maken; dekking: te bepalen bij de begroting."

    assert "L6" not in rules_of(paper(request(text, "college")))


def test_few_and_short_requests():
    five = [request(f"iets te doen, deel {word}.") for word in "abcde"]

    assert "L7" in rules_of(paper(*five))
    assert "L7" in rules_of(paper(request("woord " * 351)))
    assert "L7" in rules_of(paper())


def test_persons_are_held_back_but_not_looked_for_in_our_own_sentences():
    text = "De heer Jansen klaagt."

    assert "L8" in rules_of(paper(fact(text)))
    assert "L8" not in rules_of(paper(fact(text)), trusted=frozenset([text]))


def test_a_camera_request_measures_or_stops():
    assert "L9" in rules_of(paper(request("camera’s in te zetten.")))
    assert "L9" not in rules_of(paper(request("camera’s te evalueren.")))


@pytest.mark.parametrize("days", ["29 dagen", "5 weken", "twee maanden", "1 jaar"])
def test_images_are_not_kept_longer_than_the_law_allows(days):
    assert "L10" in rules_of(paper(request(f"beelden {days} te bewaren.")))


@pytest.mark.parametrize("days", ["28 dagen", "vier weken", "zeven dagen"])
def test_images_may_be_kept_as_long_as_the_law_allows(days):
    assert "L10" not in rules_of(paper(request(f"beelden {days} te bewaren.")))


def test_the_most_days_are_those_of_the_law():
    items = {one.id: one for one in LIBRARY.competence.rules["L10"].forbidden}
    images = items["langer_dan_28_dagen"]

    assert LIBRARY.sources[images.sources[0]].limits == {"dagen": images.most}
    # Gemeentewet 172a, lid 6: three months, three times prolonged by three months.
    assert items["gebiedsverbod_te_lang"].most == 366
    # Wet tijdelijk huisverbod 9, lid 1: at most four weeks after it was imposed.
    assert items["huisverbod_te_lang"].most == 28


@pytest.mark.parametrize(
    "text",
    [
        "camera’s op te hangen tot nader order.",
        "permanente camera’s te plaatsen.",
        "verborgen camera’s te plaatsen.",
        "camera’s met live gezichtsherkenning te plaatsen.",
    ],
)
def test_what_the_law_forbids_is_not_asked(text):
    found = [one for one in lint_of(paper(request(text))) if one.rule == "L10"]

    assert blocks(found)


@pytest.mark.parametrize(
    "text",
    [
        "camera’s met gezichtsherkenning te plaatsen.",
        "biometrische herkenning te gebruiken.",
        "camera’s met microfoons op te hangen.",
        "alle kentekens vast te leggen.",
    ],
)
def test_what_we_read_in_the_law_stops_nothing_and_is_called_a_reading(text):
    found = [one for one in lint_of(paper(request(text))) if "lez" in one.message]

    assert [one.rule for one in found] == ["L13"]
    assert not blocks(found)


@pytest.mark.parametrize(
    "text",
    [
        "te onderzoeken of camera’s permanent kunnen blijven.",
        "te berichten over verborgen camera’s.",
        "geen verborgen camera’s te plaatsen.",
    ],
)
def test_what_the_law_forbids_may_be_talked_of(text):
    found = [one for one in lint_of(paper(request(text))) if one.rule == "L10"]

    assert not blocks(found)


def test_the_same_words_in_a_question_are_allowed():
    line = PaperLine(
        PaperPart.QUESTION,
        "Vragen aan:",
        "Geldt dit voor onbepaalde tijd?",
        to="burgemeester",
    )

    assert "L10" not in rules_of(paper(line, kind=PaperKind.QUESTIONS))


@pytest.mark.parametrize(
    ("local", "found"), [(None, True), ("onbekend", True), ("nee", False)]
)
def test_what_the_own_council_agreed_is_asked_for(local, found):
    assert ("L11" in rules_of(paper(request("te evalueren."), local=local))) is found


def test_an_own_agreement_is_named_with_its_date():
    named = PaperLine(
        PaperPart.REASON, "Toelichting:", "In 2021 besloot de raad hierover."
    )

    assert "L11" in rules_of(paper(request("te evalueren."), local="ja"))
    assert "L11" not in rules_of(paper(named, local="ja"))


def test_motie_and_amendement_are_told_apart():
    change = request("beslispunt 2 te vervangen door een nieuwe tekst.")

    assert "L12" in rules_of(paper(change))
    assert "L12" in rules_of(paper(request("te evalueren."), kind=PaperKind.AMENDMENT))


def test_the_heaviest_findings_come_first():
    found = lint_of(paper(request("camera’s te plaatsen.", "college"), local=None))

    assert [one.severity for one in found] == sorted(
        (one.severity for one in found), key=list(FindingSeverity).index
    )


def test_nothing_is_ready_that_is_empty_or_blocked():
    good = paper(request("te evalueren vóór 1 mei 2027."))

    assert is_ready(good, lint_of(good))
    assert not is_ready(paper(), lint_of(paper()))
    bad = paper(request("camera’s te plaatsen.", "college"))
    assert not is_ready(bad, lint_of(bad))


@pytest.mark.parametrize(
    ("said", "to", "asked"),
    [
        (
            "Verzoekt het college van B&W licht aan te brengen",
            "college",
            "licht aan te brengen",
        ),
        (
            "Draagt het college op: licht aan te brengen",
            "college",
            "licht aan te brengen",
        ),
        ("Roept de burgemeester op om te stoppen", "burgemeester", "om te stoppen"),
        ("Vraagt de politie te komen", "politie", "te komen"),
        ("De burgemeester wordt verzocht te komen", "burgemeester", "te komen"),
        ("Verzoket het collge te komen", "college", "te komen"),
        ("Dringt er bij het college op aan te komen", "college", "te komen"),
    ],
)
def test_a_dictum_is_read_as_it_is_said(said, to, asked):
    (line,) = read_text(said, paper(), LIBRARY.competence).lines

    assert (line.to, line.text) == (to, asked)


def test_nothing_that_was_typed_is_dropped():
    typed = (
        "losse zin\n\nConstaterende dat er iets is\n1. eerste [1]\nvervolg\n"
        "- tweede [9]\n\nBesluit de tekst te wijzigen\nNieuwe tekst: zo\n"
        "Vragen aan de burgemeester:\n1) Wat nu?\nAanleiding: dit\n"
    )
    read = read_text(typed, paper(), LIBRARY.competence)
    words = " ".join(line.text for line in read.lines)

    for word in (
        "losse zin",
        "er iets is",
        "eerste vervolg",
        "tweede",
        "zo",
        "Wat nu?",
        "dit",
    ):
        assert word in words
    assert [line.notes for line in read.lines if "eerste" in line.text] == [(1,)]
    assert len(as_text(read)) < LONGEST


def test_patterns_are_plain_words():
    assert has_words(("draagt … op",), "Draagt de burgemeester op")
    assert first_words(("camera*",), "de CAMERA’S hier") == "CAMERA’S"
    assert spans_of(("camera",), "deurbelcamera") == []


def test_a_body_or_source_that_does_not_exist_is_told(tmp_path):
    registers = lay_out("eisen", tmp_path) / "registers"
    for name in ("bevoegdheden", "papiercontrole", "handelingen"):
        copy(CONTENT / f"registers/{name}.yaml", registers)

    with pytest.raises(ContentError) as told:
        load(tmp_path)

    assert "orgaan ‘burgemeester’".replace("‘", "'").replace("’", "'") in str(
        told.value
    )
    assert "staat niet in registers/bronnen" in str(told.value)


@pytest.mark.parametrize(
    "cover",
    [
        "te dekken uit de algemene reserve",
        "te dekken uit het begrotingsoverschot 2026",
        "te dekken uit het budget leefbaarheid",
        "te dekken binnen het bestaande budget",
        "uit de reserve leefbaarheid",
        "uit bestaande middelen",
        "te bekostigen uit de stelpost onvoorzien",
        "binnen programma 2",
        "budgetneutraal",
        "ten laste van de algemene reserve",
        "te financieren uit de bestemmingsreserve veiligheid",
    ],
)
def test_each_way_in_which_councils_name_cover_is_read(cover):
    text = f"€ 30.000 vrij te maken voor verlichting, {cover}."

    assert "L6" not in rules_of(paper(request(text, "college")))


def test_who_only_says_that_it_must_be_covered_names_no_cover():
    text = "€ 30.000 vrij te maken voor verlichting en de kosten te dekken."

    assert "L6" in rules_of(paper(request(text, "college")))


@pytest.mark.parametrize(
    "text",
    [
        "de korpschef te verzoeken de sterkte van het basisteam uit te breiden.",
        "te pleiten om het aantal wijkagenten uit te breiden.",
        "te onderzoeken of buurtbemiddeling is uit te breiden.",
        "in de driehoek te vragen om de politie uit te breiden.",
    ],
)
def test_what_others_pay_or_is_only_looked_into_asks_no_money(text):
    assert "L6" not in rules_of(paper(request(text)))


@pytest.mark.parametrize(
    "text",
    [
        "In 41% van de gevallen kwam hulp op tijd (jaarverslag Veilig Thuis 2025).",
        "Akkerdam telt 61.432 inwoners (CBS, 1 januari 2026).",
        "Artikel 38a van de Politiewet 2012 noemt één wijkagent per 5.000 inwoners.",
        "Artikel 151c van de Gemeentewet laat beelden ten hoogste 28 dagen bewaren.",
        "Uit het jaarverslag over 2025 blijkt dat er 40 inbraken waren.",
        "De politie registreerde in 2025 12 incidenten.",
        "Blijkens de Veiligheidsmonitor van 2025 is 22% slachtoffer.",
        "Er waren 300 meldingen (Politie, 2025).",
        "De gemeente telde in 2025 12 klachten.",
    ],
)
def test_a_source_may_stand_in_brackets_or_in_the_sentence(text):
    assert "L4" not in rules_of(paper(fact(text)))


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("Het CCV meldt dat 70% van de zaken goed afloopt.", "het jaar"),
        ("Er waren 300 meldingen (in 2025).", "de bron"),
        ("Er waren 300 meldingen (gemeten in 2025).", "de bron"),
    ],
)
def test_a_source_without_a_year_or_a_year_alone_is_half(text, lacks):
    (found,) = [one for one in lint_of(paper(fact(text))) if one.rule == "L4"]

    assert f"ontbreekt {lacks}." in found.message


@pytest.mark.parametrize(
    "text",
    [
        "Het voorstel ziet alleen op ernstige en herhaaldelijke hinder.",
        "Artikel 151d vraagt ernstige en herhaaldelijke hinder.",
        "Een bevel kan bij ernstige vrees voor verstoring.",
        "Een huisverbod kan bij ernstig en onmiddellijk gevaar.",
        "Uit de Veiligheidsmonitor 2025 blijkt dat 22% zich weleens onveilig voelt.",
        "Bewoners zeggen dat zij zich onveilig voelen.",
        "Volgens de politie is de overlast ernstig.",
    ],
)
def test_a_word_of_the_law_or_of_a_survey_is_no_judgement(text):
    assert "L3" not in rules_of(paper(fact(text)))


@pytest.mark.parametrize(
    "text",
    [
        "De overlast is ernstig.",
        "De situatie op het plein is onveilig.",
        "Ernstige en herhaaldelijke hinder is onacceptabel.",
    ],
)
def test_a_judgement_beside_it_stays_one(text):
    assert "L3" in rules_of(paper(fact(text)))
