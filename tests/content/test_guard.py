"""The guard on papers, on sentences that were written for this test."""

from functools import cache
from pathlib import Path

import pytest
import yaml

from reports.composing.source_notes import Notes
from reports.composing.writer import Writer
from reports.council.draft import asked_for
from reports.council.lint import blocks, check, check_text
from reports.council.paper import Paper
from reports.council.paper_text import read_text
from reports.document import PaperKind
from tests.law import LIBRARY
from wizard.guarding.personal import people

BODIES = {body.id: body.name for body in LIBRARY.bodies.values()}
EMPTY = Paper(PaperKind.MOTION, "Overlast op het plein", (), local="nee")

PROPER = (
    "Verzoekt de burgemeester te onderzoeken of camera’s op het plein nodig zijn, vóór 1 mei 2027.",
    "Verzoekt de burgemeester te onderbouwen waarom lichtere maatregelen niet genoeg zijn.",
    "Verzoekt de burgemeester het cameratoezicht in de binnenstad te evalueren en te meten of overlast is verplaatst.",
    "Verzoekt de burgemeester te heroverwegen of de camera’s aan de haven moeten blijven hangen.",
    "Verzoekt de burgemeester de camera’s weg te halen zodra zij niet meer nodig zijn.",
    "Verzoekt de burgemeester in het aanwijzingsbesluit een einddatum op te nemen.",
    "Verzoekt de burgemeester vast te leggen dat de camera’s geen gezichtsherkenning gebruiken.",
    "Verzoekt de burgemeester beelden van de camera’s ten hoogste 28 dagen te bewaren.",
    "Verzoekt de burgemeester niet voor onbepaalde tijd maar voor zes maanden een gebied voor cameratoezicht aan te wijzen.",
    "Verzoekt de burgemeester in de driehoek in te brengen dat de raad meer surveillance wenst.",
    "Verzoekt de burgemeester de duur van het cameratoezicht te bespreken met de officier van justitie.",
    "Verzoekt de burgemeester elk jaar te rapporteren over gedragsaanwijzingen bij woonoverlast, zonder namen.",
    "Verzoekt de burgemeester bij de politie na te vragen of er een DPIA is.",
    "Verzoekt het college dekking te zoeken voor cameratoezicht en die bij de begroting voor te leggen.",
    "Verzoekt het college de kosten van camera’s en van toezichthouders in beeld te brengen vóór de kadernota.",
    "Verzoekt het college een voorstel voor te bereiden om de APV te wijzigen, zodat de burgemeester camera’s kan inzetten.",
    "Draagt het college op buurtbemiddeling uit te breiden naar alle kernen; bedrag: € 30.000 in 2027; dekking: te bepalen bij de begroting.",
    "Verzoekt het college van burgemeester en wethouders de straatverlichting rond het station te verbeteren.",
    "Roept het college op afspraken te maken met de corporaties over buurtbemiddeling.",
    "Verzoekt het college inwoners voor te lichten over een deurbel met camera.",
)
IMPROPER = (
    ("Verzoekt het college camera’s te plaatsen in het uitgaansgebied.", "L1"),
    (
        "Verzoekt het college van B&W het cameratoezicht met een jaar te verlengen.",
        "L1",
    ),
    ("Verzoekt de fractie te stoppen met de camera’s in het dorp.", "L1"),
    ("Verzoekt de politie vaker te surveilleren in het park.", "L1"),
    ("Verzoekt de officier van justitie de daders te vervolgen.", "L1"),
    ("Verzoekt de raad camera’s toe te staan.", "L1"),
    ("Verzoekt de burgemeester de APV te wijzigen.", "L1"),
    ("Verzoekt het college de APV te wijzigen.", "L1"),
    ("Verzoekt de burgemeester geld vrij te maken voor jongerenwerk.", "L1"),
    ("Verzoekt de burgemeester buurtbemiddeling in te voeren.", "L1"),
    ("Verzoekt het college gedragsaanwijzingen op te leggen bij woonoverlast.", "L1"),
    ("Draagt de burgemeester op camera’s te plaatsen op de markt.", "L2"),
    ("Gelast de burgemeester het cameratoezicht te beëindigen.", "L2"),
    ("Besluit camera’s te plaatsen bij het winkelcentrum.", "L2"),
    ("Verzoekt de burgemeester voor onbepaalde tijd camera’s op te hangen.", "L10"),
    ("Verzoekt de burgemeester cameratoezicht zonder einddatum in te voeren.", "L10"),
    ("Verzoekt de burgemeester beelden van camera’s zes weken te bewaren.", "L10"),
    (
        "Verzoekt de burgemeester camera’s met live gezichtsherkenning te plaatsen.",
        "L10",
    ),
    ("Verzoekt de burgemeester op te treden tegen de familie Jansen.", "L8"),
    (
        "Verzoekt de burgemeester een gedragsaanwijzing te geven voor Dorpsstraat 14.",
        "L8",
    ),
)

# Written after the first forty were right, to find what the guard had not met.
LATER_PROPER = (
    "Verzoekt het college de raad te informeren over de kosten van cameratoezicht.",
    "Verzoekt het college in overleg met de burgemeester het aantal boa’s rond het station uit te breiden.",
    "Verzoekt de burgemeester te rapporteren over meldingen, het gebruik van beelden en de kosten.",
    "Verzoekt het college bij de begroting geld te reserveren voor cameratoezicht.",
    "Verzoekt de burgemeester te onderzoeken of meer inzet van de politie mogelijk is.",
    "Verzoekt het college jongerenwerk in te zetten in plaats van camera’s.",
    "Verzoekt de burgemeester een plan te maken met een nulmeting en een stopmoment.",
    "Verzoekt de burgemeester om samen met politie en openbaar ministerie te overleggen over de overlast.",
    "Verzoekt de burgemeester de raad vóór 1 maart 2027 te berichten of de camera’s na de einddatum worden verlengd.",
    "Verzoekt het college te onderzoeken wat de verlichting van het park kost.",
    "Verzoekt de burgemeester bij het aanwijzen van een cameragebied de raad vooraf te informeren.",
    "Verzoekt het college de uitkomsten van buurtbemiddeling jaarlijks te delen met de raad.",
    "Verzoekt de burgemeester een beleidsregel over woonoverlast vast te stellen.",
    "Roept de burgemeester op het cameratoezicht op de Markt te beëindigen.",
    "Verzoekt de burgemeester bij verlenging van het cameratoezicht het nut te onderbouwen.",
    "Spreekt uit dat camera’s een laatste middel zijn, en verzoekt de burgemeester dit te betrekken bij zijn besluit.",
    "Verzoekt het college een onafhankelijk onderzoek te laten doen naar de veiligheid in de wijk.",
    "Verzoekt het college met de woningcorporaties afspraken te maken over woonoverlast.",
    "Verzoekt de burgemeester beelden na zeven dagen te laten vernietigen.",
    "Verzoekt de burgemeester camera’s te plaatsen met een einddatum, na advies van de officier van justitie.",
)
LATER_IMPROPER = (
    "Verzoekt het college bij de burgemeester te bepleiten camera’s op te hangen.",
    "Draagt het college op cameratoezicht in te voeren in het centrum.",
    "Verzoekt het college extra politie in te zetten in de avond.",
    "Verzoekt de burgemeester de kosten te dekken uit de algemene reserve.",
    "Verzoekt de burgemeester de subsidie voor buurtbemiddeling te verhogen.",
    "Draagt de burgemeester op het huisverbod op te leggen.",
    "Verzoekt het openbaar ministerie te vervolgen.",
    "Verzoekt de griffie camera’s te regelen.",
    "Verzoekt de burgemeester permanent cameratoezicht in te stellen.",
    "Verzoekt de burgemeester camerabeelden drie maanden op te slaan.",
    "Verzoekt de burgemeester slimme camera’s in te zetten die live biometrische gegevens lezen.",
    "Verzoekt de burgemeester heimelijk camera’s te plaatsen.",
    "Verzoekt de wethouder camera’s te plaatsen.",
    "Verzoekt het college cameratoezicht uit te breiden en hiervoor € 10.000 in 2027 vrij te maken met dekking.",
    "Verzoekt de burgemeester op te treden tegen een Poolse bewoner.",
    "Verzoekt de burgemeester de APV aan te passen zodat camera’s kunnen.",
    "Besluit het cameratoezicht op te heffen.",
    "Verzoekt het college vast te stellen dat camera’s nodig zijn.",
    "Gelast de burgemeester te stoppen met camera’s.",
    "Verzoekt het college deurbelcamera’s te verbieden.",
)


def judged(dictum):
    """Check one dictum as if it were typed."""
    paper = read_text(dictum, EMPTY, LIBRARY.competence)
    found = check(
        paper, LIBRARY.competence, bodies=LIBRARY.bodies, people=people
    ).findings
    assert paper.lines, dictum
    return [one for one in found if one.severity == "blokkeert"]


@pytest.mark.parametrize("dictum", [*PROPER, *LATER_PROPER])
def test_a_proper_dictum_passes(dictum):
    assert judged(dictum) == []


@pytest.mark.parametrize(("dictum", "rule"), IMPROPER)
def test_an_improper_dictum_is_blocked_with_what_to_write_instead(dictum, rule):
    found = judged(dictum)

    assert rule in {one.rule for one in found}
    assert all(one.suggestion for one in found)
    assert blocks(found)


@pytest.mark.parametrize("dictum", LATER_IMPROPER)
def test_what_was_thought_of_later_is_blocked_too(dictum):
    assert judged(dictum)


def test_twenty_of_each():
    assert len(set(PROPER)) == 20
    assert len(set(IMPROPER)) == 20


@pytest.mark.parametrize(
    "ready", LIBRARY.competence.ready.values(), ids=lambda one: one.id
)
def test_each_ready_request_goes_to_its_own_body(ready):
    body = BODIES[ready.to]

    assert judged(f"Verzoekt {body} {ready.text}, vóór 1 mei 2027.") == []


@pytest.mark.parametrize("decision", LIBRARY.decisions)
def test_no_repair_asks_a_body_what_it_cannot_do(decision):
    """A repair lies ready in a motie; the guard may not know it, but never stops it."""
    writer = Writer(LIBRARY, Notes(LIBRARY.sources), "0")
    asked = [
        f"Verzoekt {BODIES[entry.to]} {entry.text}."
        for demand in LIBRARY.decisions[decision].demands
        for repair in demand.repair
        for entry in asked_for(writer, repair)
    ]

    assert asked
    assert [dictum for dictum in asked if judged(dictum)] == []


@pytest.mark.parametrize(
    ("body", "example"),
    [
        (route.body, route.example)
        for subject in LIBRARY.competence.subjects
        for route in subject.routes
        if route.body != "raad"
    ],
)
def test_each_example_of_what_to_write_instead_is_itself_proper(body, example):
    assert BODIES[body].split()[1] in example
    assert judged(f"{example}.") == []


@pytest.mark.parametrize("decision", LIBRARY.decisions)
def test_every_decision_has_requests_for_each_body_that_acts(decision):
    bodies = {one.to for one in LIBRARY.competence.ready_for(decision)}
    roles = {role.body for role in LIBRARY.decisions[decision].roles}

    assert bodies
    assert bodies <= roles & {"burgemeester", "college"}
    assert ("college" in bodies) is ("college" in roles)


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("panden te sluiten waar in drugs is gehandeld", "burgemeester"),
        ("een gebiedsverbod op te leggen", "burgemeester"),
        ("een noodverordening te maken", "burgemeester"),
        ("preventief te fouilleren", "burgemeester"),
        ("een huisverbod op te leggen", "burgemeester"),
        ("meer agenten in te zetten", "burgemeester"),
        ("een betoging te verplaatsen", "burgemeester"),
        ("cafés eerder te sluiten", "burgemeester"),
        ("camera’s te plaatsen", "burgemeester"),
        ("de brandweerpost te sluiten", "bestuur_veiligheidsregio"),
        ("de daders te vervolgen", "officier_van_justitie"),
        ("zwaarder te straffen", "rechter"),
        ("het leger in te zetten", "minister"),
        ("de APV te wijzigen", "raad"),
        ("de noodverordening te bekrachtigen", "raad"),
    ],
)
def test_each_power_is_known_with_who_has_it(said, who):
    found = check_text(
        f"Verzoekt het college {said}.",
        LIBRARY.competence,
        bodies=LIBRARY.bodies,
        people=people,
        kind=PaperKind.MOTION,
    )
    stops = [one for one in found.findings if blocks([one])]

    assert [one.bodies[0] for one in stops] == [who]
    assert all(one.rule == "L1" for one in stops)


# --- judged sentences, of every kind of fault ----------------------------------

KINDS = {
    "motie": PaperKind.MOTION,
    "amendement": PaperKind.AMENDMENT,
    "vragen": PaperKind.QUESTIONS,
}
SENTENCES = yaml.safe_load(
    (Path(__file__).parent / "uitspraken.yaml").read_text(encoding="utf-8")
)


def checked(sentence):
    return check_text(
        sentence["text"],
        LIBRARY.competence,
        bodies=LIBRARY.bodies,
        people=people,
        kind=KINDS[sentence["kind"]],
    )


@cache
def of(judgement):
    """The sentences of one judgement, with what was found in each."""
    those = [each for each in SENTENCES if each["judged"] == judgement]
    return [(sentence, checked(sentence)) for sentence in those]


def test_there_are_enough_sentences_of_every_kind():
    assert len(SENTENCES) >= 80
    assert {one["kind"] for one in SENTENCES} == set(KINDS)
    rules = {one["rule"] for one in SENTENCES if "rule" in one}
    assert rules == {"L1", "L2", "L6", "L8", "L10", "L12"}


def test_nothing_improper_passes():
    passed = [
        one["text"] for one, found in of("ondeugdelijk") if found.verdict == "kan"
    ]

    assert passed == []


def test_most_of_what_is_improper_is_stopped_by_the_right_rule():
    improper = of("ondeugdelijk")
    stopped = [pair for pair in improper if pair[1].verdict == "kan_niet"]
    right = [
        one
        for one, found in stopped
        if one["rule"] in {each.rule for each in found.findings if blocks([each])}
    ]

    assert len(stopped) >= 0.85 * len(improper)
    assert len(right) >= 0.9 * len(stopped)


def test_hardly_anything_proper_is_stopped_or_left_unjudged():
    proper = of("deugdelijk")
    stopped = [one["text"] for one, found in proper if found.verdict == "kan_niet"]
    unjudged = [one for one, found in proper if found.verdict == "niet_beoordeeld"]

    assert stopped == []
    assert len(unjudged) <= 0.2 * len(proper)


def test_what_can_be_argued_never_passes_without_a_remark():
    silent = [
        one["text"]
        for one, found in of("betwistbaar")
        if not any(line.findings for line in found.lines)
    ]

    assert silent == []


def test_no_single_case_passes():
    cases = [pair for pair in of("ondeugdelijk") if pair[0]["rule"] == "L8"]

    assert len(cases) >= 8
    assert all(found.verdict != "kan" for _, found in cases)


@pytest.mark.parametrize(
    "said",
    [
        "Verzoekt het college de glimworm te frobelen.",
        "Frobelt de burgemeester camera’s op te hangen.",
        "Camera’s moeten er komen, zegt de burgemeester al jaren tegen iedereen in de raad.",
        "Hop hop hop.",
    ],
)
def test_what_is_not_known_is_never_proper(said):
    found = checked({"text": said, "kind": "motie"})

    assert found.verdict == "niet_beoordeeld"


@pytest.mark.parametrize(
    ("said", "verdicts"),
    [
        (
            "Verzoekt het college:\n- de verlichting te verbeteren;\n- camera’s op te hangen.",
            ["kan", "kan_niet"],
        ),
        (
            "Verzoekt het college de raad te informeren en bepaalt dat de burgemeester de camera’s weghaalt.",
            ["kan", "kan_niet"],
        ),
        ("De burgemeester wordt verzocht de camera’s te evalueren.", ["kan"]),
        ("Verzoket het collge de verlichting te verbeteren.", ["kan"]),
    ],
)
def test_each_thing_that_is_asked_gets_its_own_verdict(said, verdicts):
    found = checked({"text": said, "kind": "motie"})

    assert [line.verdict for line in found.lines] == verdicts


def test_a_pasted_change_in_a_motie_is_an_amendement():
    found = checked(
        {"text": "Besluit artikel 2:77 als volgt te wijzigen: zo.", "kind": "motie"}
    )

    assert [line.decisive.rule for line in found.lines] == ["L12"]


@pytest.mark.parametrize(
    "asked",
    [
        "Hoeveel woningen zijn er dit jaar gesloten?",
        "Wat kostte de inzet van de politie?",
        "Klopt het dat de boetes hoger werden?",
    ],
)
def test_a_question_of_fact_is_free_for_everybody(asked):
    assert checked({"text": asked, "kind": "vragen"}).verdict == "kan"


def test_a_question_that_asks_for_a_deed_of_another_body_gets_a_remark():
    text = "Vragen aan het college:\n1. Bent u bereid het plein te laten bewaken door de politie?"
    (line,) = checked({"text": text, "kind": "vragen"}).lines

    assert line.verdict == "kan"
    assert [one.bodies for one in line.findings if one.rule == "L1"] == [
        ("burgemeester",)
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Verzoekt de raad het college een avond te organiseren.",
        "Daarom draagt de raad het college op een avond te organiseren.",
        "Overwegende dat het stil is, verzoekt de raad het college een avond te organiseren.",
    ],
)
def test_the_council_that_asks_is_not_who_is_asked(said):
    found = checked({"text": said, "kind": "motie"})

    assert found.verdict == "kan"
    assert [line.line.to for line in found.lines if line.line.part == "verzoek"] == [
        "college"
    ]


def test_an_order_behind_the_reasons_is_no_reason():
    text = "Overwegende dat het tijd is;\nde raad draagt het college op de straat af te sluiten voor jongeren."
    found = checked({"text": text, "kind": "motie"})

    assert [line.line.part for line in found.lines][-1] == "verzoek"
    assert found.verdict == "niet_beoordeeld"


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        (
            "Verzoekt het college te regelen dat jongeren een eigen hangplek krijgen.",
            "kan",
        ),
        (
            "Verzoekt het college te regelen dat verdachten langer vastzitten.",
            "niet_beoordeeld",
        ),
        (
            "Verzoekt het college bezoekers een pasje te geven.",
            "niet_beoordeeld",
        ),
        ("Verzoekt het college de raad elk jaar te vertellen wie boetes geeft.", "kan"),
        (
            "Verzoekt het college de huurtoeslag in te houden.",
            "niet_beoordeeld",
        ),
    ],
)
def test_daily_work_passes_where_no_power_is_used_over_people(said, verdict):
    assert checked({"text": said, "kind": "motie"}).verdict == verdict


def test_who_is_asked_to_use_a_power_is_told_its_limits():
    said = "Verzoekt de burgemeester de demonstratie te verplaatsen."
    (line,) = checked({"text": said, "kind": "motie"}).lines
    limits = LIBRARY.competence.by_id["betogingen"].limits

    assert line.verdict == "kan"
    assert limits in [one.message for one in line.findings]


def test_a_new_rule_is_told_to_need_a_look_at_the_law():
    said = "Aan artikel 2:1 toe te voegen: ‘Skaten is hier niet toegestaan.’"
    (line,) = checked({"text": said, "kind": "amendement"}).lines

    assert line.verdict == "kan"
    assert [one.rule for one in line.findings] == ["L10"]


@pytest.mark.parametrize(
    "said",
    [
        "1. Waarvan wordt hij verdacht?",
        "1. Wie is de dader?",
        "1. Waarom krijgt de exploitant geen vergunning?",
    ],
)
def test_a_question_that_means_one_person_does_not_pass(said):
    assert checked({"text": said, "kind": "vragen"}).verdict == "niet_beoordeeld"


def test_a_pronoun_behind_a_body_means_that_body():
    said = "Wat doet de burgemeester, en hoe legt hij dat uit?"

    assert checked({"text": said, "kind": "vragen"}).verdict == "kan"


# --- what is said in other words -------------------------------------------------


@pytest.mark.parametrize(
    "said",
    [
        "betogingen om die boodschap voortaan te verbieden",
        "een betoging te verbieden als de spandoeken onze inwoners beledigen",
        "manifestaties van pro-Palestijnse groepen te weigeren",
        "geen betogingen meer toe te laten die oproepen tot sluiting van de opvang",
        "demonstraties waarvan de strekking discriminerend is, af te gelasten",
    ],
)
def test_a_ban_for_what_a_protest_says_never_passes(said):
    found = checked({"text": f"Verzoekt de burgemeester {said}.", "kind": "motie"})

    assert found.verdict == "kan_niet"


@pytest.mark.parametrize(
    "said",
    [
        "asielzoekers na tien uur uit het park te houden",
        "bewoners van het woonwagenkamp een gebiedsverbod voor de markt te geven",
        "de gasten van het asielhotel op vrijdagavond binnen te houden",
        "de mensen uit het azc een meldplicht op te leggen",
        "alle bewoners van de noodopvang de toegang tot het centrum te ontzeggen",
    ],
)
def test_a_measure_against_a_whole_group_never_passes(said):
    found = checked({"text": f"Verzoekt de burgemeester {said}.", "kind": "motie"})

    assert found.verdict != "kan"


@pytest.mark.parametrize(
    "said",
    [
        "toezichthouders een inlog op het systeem van de politie te geven",
        "het wijkteam toegang te geven tot de registratie van de politie",
        "beveiligers de meldingen van de politie te laten volgen",
        "buurtvaders in te laten zien wie er bij de politie bekend staat",
    ],
)
def test_nobody_outside_the_police_gets_at_its_data(said):
    found = checked({"text": f"Verzoekt de burgemeester {said}.", "kind": "motie"})

    assert found.verdict != "kan"


@pytest.mark.parametrize(
    "said",
    [
        "In de appartementen boven de bakkerij woont een vrouw die schreeuwt.",
        "De oudere heer in het hoekhuis tegenover de kerk is verward. Komt er hulp?",
        "Bij de haven staat een camper met een man erin die drugs verkoopt.",
        "De eigenaresse van de bloemenwinkel op de markt wordt bedreigd. Wat doet u?",
        "Op de derde verdieping van de flat heeft een bewoner brand gesticht.",
    ],
)
def test_one_person_is_known_by_where_they_live(said):
    found = checked({"text": f"Vragen aan de burgemeester\n{said}", "kind": "vragen"})

    assert found.verdict != "kan"


def test_he_is_the_burgemeester_where_nobody_else_was_named():
    asked = "Is hij bereid met bewoners te praten?"
    about = "Kan de burgemeester zeggen hoe het plan werkt?"
    person = "Kan de burgemeester zeggen hoe de dader wordt geholpen?"

    known = checked({"text": f"Vragen\n1. {about}\n2. {asked}", "kind": "vragen"})
    unknown = checked({"text": f"Vragen\n1. {person}\n2. {asked}", "kind": "vragen"})

    assert known.lines[-1].verdict == "kan"
    assert unknown.lines[-1].verdict == "niet_beoordeeld"


def test_all_protests_may_be_spoken_of_where_none_is_banned():
    said = "bij alle betogingen te zorgen voor een contactpersoon"
    found = checked({"text": f"Verzoekt de burgemeester {said}.", "kind": "motie"})

    assert "L10" not in {one.rule for one in found.findings}
