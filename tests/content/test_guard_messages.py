"""What the guard says of sentences as councillors write them, and that it is right.

Each sentence stands with the words that a reader must find; what is proper stands with
none, and gets no finding that stops it.
"""

import pytest

from reports.council.lint import check_text
from reports.document import PaperKind
from tests.law import LIBRARY
from wizard.guarding.personal import people

KINDS = {
    "motie": PaperKind.MOTION,
    "amendement": PaperKind.AMENDMENT,
    "vragen": PaperKind.QUESTIONS,
}


def told(text, kind="motie"):
    """Check a text as it was pasted: the verdict, and all that was said of its lines."""
    found = check_text(
        text,
        LIBRARY.competence,
        bodies=LIBRARY.bodies,
        people=people,
        kind=KINDS[kind],
    )
    said = [
        f"{one.rule} {one.message} {one.suggestion}"
        for judged in found.lines
        for one in judged.findings
    ]
    return found.verdict.value, "\n".join(said)


# The kind of paper, the text, the verdict, and what must be said of it.
SAID = (
    # --- who is asked ---
    (
        "vragen",
        "Vragen aan het bestuur van de veiligheidsregio:\n1. Wat zijn de opkomsttijden?",
        "kan",
        "In de regeling staat hoe een raadslid het bestuur zelf om inlichtingen vraagt.",
    ),
    (
        "vragen",
        "Vragen aan de GGD:\n1. Hoe lang is de wachttijd?",
        "kan",
        "Het college kan zeggen wie van de gemeente in het bestuur zit.",
    ),
    (
        "motie",
        "Verzoekt de veiligheidsregio de brandweerpost open te houden.",
        "kan_niet",
        "De raad kan het bestuur van de veiligheidsregio geen opdracht geven.",
    ),
    (
        "motie",
        "Verzoekt het bestuur van de veiligheidsregio de raad te berichten hoe snel de brandweer er is.",
        "kan",
        "In de regeling staat hoe een raadslid",
    ),
    (
        "vragen",
        "Vragen aan Veilig Thuis:\n1. Hoe lang is de wachttijd?",
        "kan_niet",
        "De raad spreekt Veilig Thuis niet zelf aan. Dat gaat via het college",
    ),
    (
        "motie",
        "Verzoekt de provincie de weg te verbreden.",
        "kan_niet",
        "De raad spreekt de provincie niet zelf aan.",
    ),
    (
        "vragen",
        "Vragen aan het college:\n1. Hoeveel gebiedsverboden heeft u in 2025 opgelegd?",
        "kan_niet",
        "Daarover gaat de burgemeester. Stel deze vraag aan de burgemeester.",
    ),
    (
        "vragen",
        "Vragen aan de burgemeester:\n1. Bent u bereid de APV te wijzigen?",
        "kan",
        "Stel deze vraag aan het college van burgemeester en wethouders.",
    ),
    (
        "vragen",
        "Vragen aan de burgemeester:\n1. Bent u bereid camera’s te plaatsen?",
        "kan",
        "Vraag naar beleid of aantallen",
    ),
    # --- what the council decides itself ---
    (
        "motie",
        "Verzoekt het college de Wmo-verordening te wijzigen.",
        "kan_niet",
        "een voorstel voor te bereiden om de verordening te wijzigen",
    ),
    (
        "motie",
        "Verzoekt het college de gedragscode voor wethouders vast te stellen.",
        "kan_niet",
        "verzoekt de burgemeester een voorstel voor de gedragscode voor te bereiden",
    ),
    (
        "motie",
        "Verzoekt het college het jeugdplan vast te stellen.",
        "kan_niet",
        "een voorstel voor het plan aan de raad voor te leggen",
    ),
    (
        "motie",
        "Verzoekt de burgemeester lantaarns te plaatsen.",
        "kan_niet",
        "welke voorziening hier kan helpen",
    ),
    (
        "motie",
        "Verzoekt het college een zienswijze op de ontwerpbegroting van de veiligheidsregio te geven.",
        "kan_niet",
        "Daarover gaat de gemeenteraad.",
    ),
    (
        "motie",
        "Verzoekt het college een zienswijze op de ontwerpbegroting van de veiligheidsregio vast te stellen.",
        "kan_niet",
        "een zienswijze op de begroting van de veiligheidsregio voor te bereiden",
    ),
    (
        "motie",
        "Verzoekt het college op de begroting van de GGD een zienswijze in te dienen.",
        "kan_niet",
        "de zienswijze van de raad op de begroting van een regeling",
    ),
    (
        "motie",
        "Verzoekt het college de doelen op het terrein van de veiligheid voor 2027-2030 vast te stellen.",
        "kan_niet",
        "Daarover gaat de gemeenteraad.",
    ),
    (
        "motie",
        "Verzoekt het college de doelstellingen voor de brandveiligheid vast te stellen.",
        "kan_niet",
        "Daarover gaat de gemeenteraad.",
    ),
    (
        "motie",
        "Verzoekt het college het beleidsplan Wmo vast te stellen.",
        "kan_niet",
        "de plannen voor zorg en jeugd",
    ),
    (
        "motie",
        "Draagt het college op het besluit van de veiligheidsregio ongedaan te maken.",
        "kan_niet",
        "Daarover gaat het bestuur van de veiligheidsregio.",
    ),
    (
        "motie",
        "Draagt het college op de sluiting van de kazerne niet uit te voeren.",
        "kan_niet",
        "Daarover gaat het bestuur van de veiligheidsregio.",
    ),
    (
        "motie",
        "Verzoekt het college een vuurwerkverbod in te voeren.",
        "kan_niet",
        "De wet verbiedt vuurwerk van categorie F2 en F3 al",
    ),
    (
        "motie",
        "Verzoekt het college de gemeente vuurwerkvrij te maken.",
        "kan_niet",
        "Laat nagaan wat een regel in de APV nog toevoegt.",
    ),
    (
        "vragen",
        "Vragen aan het college:\n1. Bent u bereid een afsteekverbod in te voeren?",
        "kan",
        "De wet verbiedt vuurwerk van categorie F2 en F3 al",
    ),
    (
        "motie",
        "Verzoekt het college vuurwerkvrije zones aan te wijzen.",
        "kan",
        "Daarin staat ook of het college of de burgemeester het gebied aanwijst.",
    ),
    # --- care that is not wanted ---
    (
        "motie",
        "Verzoekt het college mensen met verward gedrag gedwongen te laten opnemen.",
        "kan_niet",
        "Dit gaat over verplichte zorg. Daarover gaat de rechter.",
    ),
    (
        "motie",
        "Verzoekt de burgemeester daklozen verplicht op te nemen.",
        "kan_niet",
        "De rechter beslist op verzoek van de officier van justitie",
    ),
    (
        "motie",
        "Verzoekt de burgemeester vaker een crisismaatregel te nemen.",
        "kan",
        "na een verklaring van een psychiater",
    ),
    (
        "motie",
        "Verzoekt het college een crisismaatregel te nemen.",
        "kan_niet",
        "Dit gaat over een crisismaatregel. Daarover gaat de burgemeester.",
    ),
    # --- rules that another makes for itself ---
    (
        "motie",
        "Verzoekt het college in het coffeeshopbeleid een afstand van 350 meter tot scholen vast te leggen.",
        "kan_niet",
        "Dit gaat over coffeeshops, en het beleid daarover. Daarover gaat de burgemeester.",
    ),
    (
        "motie",
        "Verzoekt het college in het Damoclesbeleid op te nemen dat eerst wordt gewaarschuwd.",
        "kan_niet",
        "Daarover gaat de burgemeester.",
    ),
    (
        "motie",
        "Verzoekt het college de afstand uit het coffeeshopbeleid te schrappen.",
        "kan_niet",
        "Daarover gaat de burgemeester.",
    ),
    (
        "motie",
        "Verzoekt het college in het dekkingsplan op te nemen dat de post open blijft.",
        "kan_niet",
        "Daarover gaat het bestuur van de veiligheidsregio.",
    ),
    (
        "motie",
        "Verzoekt de burgemeester het Damoclesbeleid door de raad te laten vaststellen.",
        "kan_niet",
        "Beleidsregels maakt wie zelf over de zaak beslist",
    ),
    (
        "motie",
        "Verzoekt de burgemeester het coffeeshopbeleid ter vaststelling aan de raad voor te leggen.",
        "kan_niet",
        "Beleidsregels maakt wie zelf over de zaak beslist",
    ),
    (
        "amendement",
        "Amendement raadsvoorstel ter kennisname Damoclesbeleid\nNieuwe tekst: De burgemeester waarschuwt eerst.",
        "kan_niet",
        "Dit is beleid van de burgemeester zelf.",
    ),
    # --- what the council only declares ---
    (
        "motie",
        "Spreekt uit dat:\n- de burgemeester het cameratoezicht moet stoppen.",
        "kan",
        "de wet verplicht niemand om een uitspraak uit te voeren",
    ),
    (
        "motie",
        "Spreekt uit dat de politie vaker moet surveilleren.",
        "kan",
        "Daarover beslist de burgemeester.",
    ),
    (
        "motie",
        "Is van mening dat de burgemeester geen gebiedsverboden moet opleggen.",
        "kan",
        "Daarover beslist de burgemeester.",
    ),
    (
        "motie",
        "Spreekt uit dat:\n- jongeren moeten worden opgepakt.",
        "niet_beoordeeld",
        "Hierover gaat de officier van justitie.",
    ),
    (
        "motie",
        "Spreekt uit dat de rechter zwaarder moet straffen.",
        "niet_beoordeeld",
        "Hierover gaat de rechter.",
    ),
    (
        "motie",
        "Spreekt uit dat de burgemeester voor onbepaalde tijd camera’s moet plaatsen.",
        "niet_beoordeeld",
        "De wet vraagt bij camera’s een bepaalde duur.",
    ),
    (
        "motie",
        "De burgemeester moet het cameratoezicht stoppen.",
        "kan_niet",
        "De burgemeester beslist hier zelf over.",
    ),
    # --- what the law does not allow ---
    (
        "motie",
        "Verzoekt de burgemeester overlastgevers voor een jaar uit hun woning te zetten.",
        "kan_niet",
        "tien dagen, en met verlenging ten hoogste vier weken",
    ),
    (
        "amendement",
        "Nieuwe tekst: Wie een woning gebruikt, zorgt dat geen ernstige of herhaaldelijke hinder wordt veroorzaakt.",
        "kan_niet",
        "De wet vraagt hinder die ernstig én herhaaldelijk is.",
    ),
    (
        "amendement",
        "Nieuwe tekst: De gebruiker zorgt dat er geen enkele vorm van hinder is.",
        "kan_niet",
        "De wet vraagt hinder die ernstig én herhaaldelijk is.",
    ),
    (
        "amendement",
        "Nieuwe tekst: Wie een woning gebruikt, veroorzaakt geen herhaaldelijke hinder.",
        "niet_beoordeeld",
        "De wet vraagt hinder die ernstig én herhaaldelijk is.",
    ),
    (
        "motie",
        "Verzoekt de burgemeester ook aan minderjarigen een huisverbod op te leggen.",
        "kan_niet",
        "alleen aan iemand die meerderjarig is",
    ),
    (
        "motie",
        "Verzoekt de burgemeester een huisverbod op te leggen aan daders jonger dan 18 jaar.",
        "kan_niet",
        "alleen aan iemand die meerderjarig is",
    ),
    (
        "motie",
        "Verzoekt de burgemeester bij drugshandel vaker een huisverbod op te leggen.",
        "kan_niet",
        "gevaar voor wie in dezelfde woning woont of verblijft",
    ),
    (
        "motie",
        "Verzoekt de burgemeester Bibob-onderzoeken openbaar te maken.",
        "kan_niet",
        "is geheim",
    ),
    (
        "motie",
        "Verzoekt het college de bevindingen van het eigen Bibob-onderzoek openbaar te maken.",
        "kan_niet",
        "is geheim",
    ),
    (
        "motie",
        "Verzoekt de burgemeester woningen te sluiten bij geruchten over drugshandel.",
        "kan_niet",
        "Een gerucht is niet genoeg.",
    ),
    (
        "motie",
        "Verzoekt de burgemeester drugspanden al na één melding te sluiten.",
        "kan_niet",
        "Een gerucht is niet genoeg.",
    ),
    (
        "motie",
        "Verzoekt de burgemeester panden te sluiten bij een vermoeden van drugshandel.",
        "niet_beoordeeld",
        "Sluiten kan als er in een pand drugs zijn verkocht",
    ),
    (
        "motie",
        "Verzoekt de burgemeester bij elke melding van woonoverlast een gedragsaanwijzing op te leggen.",
        "kan_niet",
        "niet op een andere geschikte manier is tegen te gaan",
    ),
    (
        "motie",
        "Verzoekt de burgemeester alle drugspanden minimaal twaalf maanden te sluiten.",
        "kan_niet",
        "De burgemeester weegt per geval",
    ),
    (
        "motie",
        "Verzoekt de burgemeester drugspanden ten minste een jaar te sluiten.",
        "kan_niet",
        "De burgemeester weegt per geval",
    ),
    (
        "motie",
        "Verzoekt de burgemeester gebiedsverboden van twaalf maanden op te leggen.",
        "kan_niet",
        "Een gebiedsverbod duurt ten hoogste drie maanden.",
    ),
    (
        "motie",
        "Verzoekt de burgemeester een gebiedsverbod zo nodig te verlengen tot twee jaar.",
        "kan_niet",
        "ten hoogste driemaal",
    ),
    (
        "motie",
        "Verzoekt het college alle aanvragen van buitenlandse ondernemers door een Bibob-toets te halen.",
        "kan_niet",
        "Afkomst of geloof mag geen reden zijn.",
    ),
    (
        "motie",
        "Motie Camera’s park\n\nVerzoekt de burgemeester:\n- geen borden te plaatsen.",
        "kan_niet",
        "De wet vraagt dat iedereen kan zien dat er camera’s zijn.",
    ),
)

PROPER = (
    (
        "motie",
        "Verzoekt het college een zienswijze op de begroting van de veiligheidsregio voor te bereiden.",
    ),
    (
        "motie",
        "Verzoekt het college namens de raad een zienswijze op de begroting van de veiligheidsregio in te dienen.",
    ),
    (
        "motie",
        "Verzoekt het college de zienswijze van de raad op de begroting van de veiligheidsregio in te dienen.",
    ),
    (
        "motie",
        "Verzoekt het college een zienswijze in te dienen op het provinciale plan.",
    ),
    (
        "motie",
        "Verzoekt de burgemeester in het Damoclesbeleid op te nemen dat eerst wordt gewaarschuwd.",
    ),
    (
        "motie",
        "Verzoekt het college te onderzoeken wat in het coffeeshopbeleid is opgenomen.",
    ),
    (
        "motie",
        "Verzoekt het college in het evenementenbeleid een maximum aan geluid op te nemen.",
    ),
    (
        "motie",
        "Verzoekt de burgemeester het coffeeshopbeleid aan de raad voor te leggen ter bespreking.",
    ),
    ("motie", "Verzoekt het college het jeugdplan door de raad te laten vaststellen."),
    (
        "motie",
        "Verzoekt het college een verordening ter vaststelling aan de raad voor te leggen.",
    ),
    (
        "amendement",
        "Amendement raadsvoorstel kader coffeeshopbeleid\nBestaande tekst: 250 meter.\nNieuwe tekst: 350 meter.",
    ),
    (
        "amendement",
        "Amendement evenementenbeleid\nBestaande tekst: tien.\nNieuwe tekst: twaalf.",
    ),
    ("motie", "Verzoekt het college de veiligheidsdoelen te halen."),
    ("motie", "Verzoekt het college het beleidsplan Wmo uit te voeren."),
    (
        "motie",
        "Verzoekt het college de gedragscode voor raadsleden op de website te zetten.",
    ),
    (
        "motie",
        "Verzoekt het college een voorstel voor het beleidsplan jeugdhulp voor te leggen.",
    ),
    (
        "motie",
        "Verzoekt het college de oude kazerne te verbouwen tot buurthuis.",
    ),
    (
        "motie",
        "Verzoekt de burgemeester in het algemeen bestuur van de veiligheidsregio tegen de sluiting te stemmen.",
    ),
    (
        "motie",
        "Verzoekt de burgemeester in het bestuur voor behoud van de post te stemmen.",
    ),
    ("motie", "Verzoekt het college te onderzoeken wat een vuurwerkverbod kost."),
    (
        "motie",
        "Verzoekt de burgemeester het vuurwerkverbod te handhaven met extra boa’s.",
    ),
    (
        "motie",
        "Verzoekt het college bij de officier van justitie een zorgmachtiging aan te vragen.",
    ),
    (
        "motie",
        "Verzoekt het college te onderzoeken hoe vaak verplichte zorg wordt gegeven.",
    ),
    (
        "amendement",
        "Nieuwe tekst: Wie een woning gebruikt, zorgt dat geen ernstige en herhaaldelijke hinder wordt veroorzaakt.",
    ),
    (
        "motie",
        "Verzoekt de burgemeester bij een huisverbod de minderjarige kinderen te laten spreken met een hulpverlener.",
    ),
    ("motie", "Verzoekt de burgemeester vaker een huisverbod op te leggen."),
    (
        "motie",
        "Verzoekt het college minderjarigen na een huisverbod te laten begeleiden.",
    ),
    (
        "motie",
        "Verzoekt het college buitenlandse ondernemers te helpen met de Bibob-vragenlijst.",
    ),
    (
        "motie",
        "Verzoekt het college het onderzoek naar de Bibob-werkwijze openbaar te maken.",
    ),
    (
        "motie",
        "Verzoekt de burgemeester bij de gebiedsverboden naar de twaalf maanden daarvoor te kijken.",
    ),
    (
        "motie",
        "Verzoekt het college het aantal Bibob-onderzoeken per jaar openbaar te maken.",
    ),
    ("motie", "Verzoekt de burgemeester zijn Bibob-beleid openbaar te maken."),
    (
        "motie",
        "Verzoekt de burgemeester bij een vermoeden van drugshandel onderzoek te laten doen.",
    ),
    (
        "motie",
        "Verzoekt de burgemeester bij elke melding van woonoverlast te bekijken of een gedragsaanwijzing nodig is.",
    ),
    ("motie", "Verzoekt de burgemeester alle drugspanden in beeld te brengen."),
    (
        "motie",
        "Verzoekt de burgemeester gebiedsverboden van drie maanden op te leggen.",
    ),
    (
        "motie",
        "Verzoekt de burgemeester een gebiedsverbod van drie maanden te geven en dat te verlengen tot twaalf maanden.",
    ),
    (
        "motie",
        "Verzoekt de burgemeester binnen zes maanden te rapporteren over gebiedsverboden.",
    ),
    (
        "motie",
        "Verzoekt het college alle aanvragers van een horecavergunning door een Bibob-toets te halen.",
    ),
    (
        "motie",
        "Verzoekt het college niet ‘ernstige of herhaaldelijke’ maar ‘ernstige en herhaaldelijke’ hinder in het voorstel voor de APV op te nemen.",
    ),
)


@pytest.mark.parametrize(("kind", "text", "verdict", "words"), SAID)
def test_it_says_what_is_the_matter(kind, text, verdict, words):
    found, said = told(text, kind)

    assert (found, words in said) == (verdict, True), said


@pytest.mark.parametrize(("kind", "text"), PROPER)
def test_what_is_proper_beside_it_passes(kind, text):
    assert told(text, kind)[0] == "kan"


def test_who_is_named_is_told_before_whose_power_it_is():
    found = check_text(
        "Verzoekt het college mevrouw De Wit verplicht te laten opnemen.",
        LIBRARY.competence,
        bodies=LIBRARY.bodies,
        people=people,
        kind=PaperKind.MOTION,
    )

    assert found.lines[0].decisive.rule == "L8"


def test_a_sign_in_a_paper_on_cameras_is_not_sent_to_another():
    text = (
        "Motie Camera’s park\n\nVerzoekt de burgemeester:\n- geen borden te plaatsen."
    )

    assert "college" not in told(text)[1]


@pytest.mark.parametrize(
    "opening",
    [
        "behandelende de programmabegroting 2027",
        "ter bespreking van agendapunt 5",
        "sprekende over agendapunt 5 (veiligheid)",
        "gehoord de beraadslaging over de veiligheid in de gemeente",
        "bij de behandeling van het raadsvoorstel Integraal Veiligheidsplan",
        "beraadslagende over de kadernota",
    ],
)
def test_an_ordinary_opening_is_no_sentence_that_was_not_read(opening):
    text = (
        f"De raad van de gemeente Akkerdam, in vergadering bijeen op 3 december 2026, "
        f"{opening},\nverzoekt het college de verlichting te verbeteren."
    )

    assert told(text) == ("kan", "")


def test_an_order_in_an_opening_is_not_swallowed():
    text = (
        "De raad van Akkerdam, in vergadering bijeen op 3 december 2026, behandelende de "
        "begroting draagt de burgemeester op camera’s te plaatsen."
    )

    assert told(text)[0] == "niet_beoordeeld"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "Waarom heeft de burgemeester de camera’s op het Stationsplein verlengd?",
            "kan",
        ),
        ("Waarom liet de burgemeester camera’s op de Dorpsstraat plaatsen?", "kan"),
        ("Klopt het dat u de dealers op het Stationsplein kent?", "niet_beoordeeld"),
        ("Wat doet u voor de huurders in de Esdoornstraat?", "niet_beoordeeld"),
        ("Wat doet u met de jongen aan het Stationsplein?", "kan_niet"),
        ("Kent u de man die op het Stationsplein slaapt?", "kan_niet"),
        ("Kent u de twee broers in de Esdoornstraat?", "kan_niet"),
    ],
)
def test_the_burgemeester_at_a_place_is_nobody_and_many_are_not_one(text, verdict):
    assert told(f"Vragen aan de burgemeester:\n1. {text}", "vragen")[0] == verdict


def test_that_a_rule_must_fit_the_law_is_said_once_of_a_paper():
    text = (
        "Besluit het voorstel als volgt te wijzigen:\n"
        "In artikel 2:1 wordt na lid 1 een lid toegevoegd.\n"
        "In artikel 2:3 wordt ‘plein’ vervangen door ‘park’.\n"
        "Artikel 2:4 komt te luiden: ‘Skaten is verboden.’"
    )

    assert told(text, "amendement")[1].count("moet passen bij de wet") == 1


def test_homes_of_many_are_not_one_case():
    text = "Verzoekt de burgemeester overlastgevers uit hun woning te zetten."

    assert "L8" not in told(text)[1]
    assert "L8" in told("Verzoekt het college het gezin uit hun woning te zetten.")[1]


def test_what_is_declared_in_a_list_is_kept_whole():
    found = check_text(
        "Spreekt uit dat:\n- de burgemeester het cameratoezicht moet stoppen;",
        LIBRARY.competence,
        bodies=LIBRARY.bodies,
        people=people,
        kind=PaperKind.MOTION,
    )

    assert [one.line.text for one in found.lines] == [
        "de burgemeester het cameratoezicht moet stoppen;"
    ]


def test_behind_an_order_the_next_fault_is_told_as_well():
    text = (
        "Draagt de burgemeester op:\n- camera’s te plaatsen tot de overlast voorbij is."
    )
    said = told(text)[1]

    assert "L2 " in said
    assert "De wet vraagt bij camera’s een bepaalde duur." in said
