"""Each kind of fault beside a proper neighbour: the guard tells one from the other.

The two differ in little: who is asked, what is done, to whom. What a guard does not know
it may leave unjudged; it never passes without a word, and it never stops the neighbour.
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

# What it is about, the kind of paper, the proper text, the text that may not pass.
NEIGHBOURS = (
    (
        "a small word is no prosecutor",
        "vragen",
        "Vragen aan het college:\n1. Bent u bereid de winkels om 22.00 uur te vragen het licht te dimmen?",
        "Vragen aan het OM:\n1. Bent u bereid vaker te vervolgen?",
    ),
    (
        "questions go to who answers to the council",
        "vragen",
        "Vragen aan de burgemeester:\n1. Hoeveel beveiligers zijn er op de kermis?",
        "Vragen aan de uitbater van het poppodium:\n1. Hoeveel beveiligers zet u in?",
    ),
    (
        "a partner in a talk is not sent out",
        "motie",
        "Verzoekt het college het overleg tussen huisartsen, wijkteams en politie te bevorderen.",
        "Verzoekt het college in overleg met de huisartsen meer politie naar de wijk te sturen.",
    ),
    (
        "who works along is no means",
        "motie",
        "Draagt het college op samen met de winkeliers en de politie een campagne tegen babbeltrucs te maken.",
        "Draagt het college op met onmiddellijke ingang twee nieuwe wijkagenten in te zetten.",
    ),
    (
        "who offers a change of the budget does not decide on it",
        "motie",
        "Verzoekt het college een begrotingswijziging voor extra straatlicht te maken.",
        "Verzoekt het college de begroting voor extra straatlicht te verhogen.",
    ),
    (
        "the council moves money by amendement",
        "amendement",
        "Besluit het budget voor toezicht in de begroting met € 20.000 te verlagen.",
        "Besluit toe te voegen: ‘Het college kan iemand een gebiedsverbod geven.’",
    ),
    (
        "a training for the council is for the burgemeester too",
        "motie",
        "Verzoekt de burgemeester een cursus over ondermijning voor de raad te verzorgen.",
        "Verzoekt de burgemeester straatverlichting in het park te plaatsen.",
    ),
    (
        "who is spoken to by name is asked",
        "motie",
        "Zorg ervoor, college, dat het zebrapad bij de school weer is verlicht.",
        "Zorg ervoor, college, dat er een noodbevel klaarligt voor de wedstrijd.",
    ),
    (
        "what is to be provided is asked",
        "motie",
        "Verzoekt het college te zorgen voor extra bankjes langs het fietspad.",
        "Verzoekt het college te zorgen voor extra agenten langs het fietspad.",
    ),
    (
        "to take a signal up is not to take a person up",
        "motie",
        "Verzoekt het college signalen van jongerenwerkers sneller op te pakken.",
        "Verzoekt het college straatdealers sneller op te pakken.",
    ),
    (
        "to name is not to appoint",
        "motie",
        "Verzoekt de burgemeester de knelpunten bij de wijkagenten te benoemen.",
        "Verzoekt het college twee wijkagenten te benoemen.",
    ),
    (
        "a term with a word between",
        "motie",
        "Verzoekt de burgemeester de camerabeelden niet langer dan drie volle weken te bewaren.",
        "Verzoekt de burgemeester de camerabeelden drie volle maanden te bewaren.",
    ),
    (
        "the region makes its own plan",
        "amendement",
        "Besluit in het veiligheidsplan een doel over brandveiligheid op te nemen.",
        "Besluit paragraaf 2 van het dekkingsplan van de brandweer te schrappen.",
    ),
    (
        "a power in the passive",
        "amendement",
        "Besluit toe te voegen dat de raad jaarlijks hoort hoe vaak een club is gesloten.",
        "Besluit toe te voegen dat een nachtclub door de gemeenteraad wordt gesloten.",
    ),
    (
        "a rule of the council is carried out by others",
        "motie",
        "Verzoekt het college de verordening op de markt beter te handhaven.",
        "Verzoekt het college de verordening op de markt te verruimen.",
    ),
    (
        "who has a power already is helped",
        "motie",
        "Verzoekt het college gezinnen die een huisverbod meemaken te begeleiden.",
        "Verzoekt het college gezinnen een huisverbod op te leggen.",
    ),
    (
        "a judge is told of, and not spoken to about a sentence",
        "motie",
        "Verzoekt de burgemeester de raad te berichten hoe vaak de rechter een sluiting ophief.",
        "Verzoekt de burgemeester bij de rechtbank na te vragen of een hogere straf mogelijk is.",
    ),
    (
        "data that are nobody’s business are not written down",
        "motie",
        "Verzoekt het college te beschrijven hoe het voorkomt dat afkomst een rol speelt.",
        "Verzoekt het college op te schrijven van welk geloof de aanvragers zijn.",
    ),
    (
        "in a question too",
        "vragen",
        "Is het college bereid vast te leggen dat het niet naar geloofsovertuiging vraagt?",
        "Is het college bereid een lijst aan te leggen van de religie van bezoekers?",
    ),
    (
        "a fine is for nuisance, and not for a crime",
        "motie",
        "Verzoekt het college te onderzoeken of een bestuurlijke boete tegen wildplassen helpt.",
        "Verzoekt het college een bestuurlijke boete te geven voor diefstal en heling.",
    ),
    (
        "the council is told, and gives no leave",
        "amendement",
        "Besluit toe te voegen dat de burgemeester de raad na een noodbevel inlicht.",
        "Besluit te bepalen dat een noodbevel pas geldt nadat de raad heeft ingestemd.",
    ),
    (
        "the burgemeester says how many may have a licence for fireworks",
        "motie",
        "Verzoekt de burgemeester zijn beleid over ontheffingen voor vuurwerk te bespreken.",
        "Verzoekt het college ontheffingen voor vuurwerk te weigeren.",
    ),
    (
        "a hall of all, and a hall of one",
        "motie",
        "Verzoekt het college de verlichting bij de sporthal aan de ringweg te herstellen.",
        "Verzoekt het college na te gaan wat er in de molen aan de vaart gebeurt.",
    ),
    (
        "what somebody did makes him known",
        "motie",
        "Verzoekt het college de medewerker die een melding doet te beschermen.",
        "Verzoekt het college te laten weten hoe het gaat met de medewerker die in juni een melding deed.",
    ),
    (
        "a few at one place are known",
        "motie",
        "Verzoekt het college de twee wijkcentra langer open te houden.",
        "Verzoekt het college te bemiddelen tussen de twee gezinnen in de Beukenlaan.",
    ),
    (
        "letters may be a name, or a firm",
        "motie",
        "Verzoekt het college met de beheerder, een B.V., afspraken over licht te maken.",
        "Verzoekt de burgemeester te laten weten waarom R.T. een huisverbod kreeg.",
    ),
    (
        "an office that is over is held by one",
        "vragen",
        "Hoe worden oud-bestuurders begeleid na een bedreiging?",
        "Is onze vorige gemeentesecretaris begeleid na de bedreiging?",
    ),
    (
        "a rule means any home, a request this one",
        "amendement",
        "Besluit toe te voegen: ‘Wie een woning bezit of, al dan niet tegen betaling, aan een ander in gebruik geeft, voorkomt hinder uit die woning.’",
        "Besluit toe te voegen: ‘De gemeente let extra op de flat naast het zwembad, en op wie in die woning komt.’",
    ),
    (
        "a mark points at one, a need does not",
        "motie",
        "Verzoekt het college de huurder met een kleine beurs een slot te bieden.",
        "Verzoekt het college iets te doen aan die vent met de blauwe bestelauto.",
    ),
    (
        "whose kin one is",
        "motie",
        "Verzoekt het college kinderen van zieke ouders te helpen met vervoer.",
        "Verzoekt het college de dochter van de slager te helpen met vervoer.",
    ),
    (
        "who belongs to one shop",
        "motie",
        "Verzoekt het college de eigenaar van een winkel te wijzen op subsidie voor rolluiken.",
        "Verzoekt het college het stel van de viskraam te wijzen op hulp.",
    ),
    (
        "a lot with a number",
        "motie",
        "Verzoekt het college twaalf standplaatsen op het woonwagenterrein te verlichten.",
        "Verzoekt het college standplaats 12 op het woonwagenterrein te verlichten.",
    ),
    (
        "brothers at one spot",
        "motie",
        "Verzoekt het college de buren achter een bouwplaats te laten meedenken.",
        "Verzoekt het college de gezusters achter de kerk te laten meedenken.",
    ),
    (
        "a kitchen is a shop, and a cuisine is not",
        "motie",
        "Verzoekt het college restaurants bij de haven te helpen met een keurmerk.",
        "Verzoekt het college de Griek bij de haven te helpen met een keurmerk.",
    ),
    (
        "who sleeps at one spot",
        "vragen",
        "Krijgt wie in de nachtopvang verblijft hulp bij het zoeken naar werk?",
        "Krijgt de muzikant die onder de brug bij de markt slaapt hulp?",
    ),
    (
        "a nickname, and the name of a project",
        "motie",
        "Verzoekt het college het project ‘Samen Wakker’, dat goed loopt, te verlengen.",
        "Verzoekt het college een kamer te zoeken voor ‘Lange Dirk’, die bij het station zit.",
    ),
    (
        "a letter for a name",
        "vragen",
        "Hoe helpt u mevrouwen en heren op leeftijd na een babbeltruc?",
        "Is mevrouw D. uit de aanleunflat geholpen na de babbeltruc?",
    ),
    (
        "a question that knows of somebody",
        "vragen",
        "Klopt het dat de subsidie voor de kinderboerderij stopt?",
        "Klopt het dat de barman van het dorp is ondervraagd?",
    ),
    (
        "what befell one, and how often it does",
        "vragen",
        "Hoe vaak is een trainer geschorst na een melding?",
        "Is onze zwemtrainer geschorst na een melding?",
    ),
    (
        "an adjective sets one apart",
        "vragen",
        "Hoe wordt gezocht als een kind vermist is?",
        "Wie zoekt er nog naar de vermiste schipper?",
    ),
    (
        "a road of another",
        "motie",
        "Verzoekt het college bij de provincie te pleiten voor een drempel op de provinciale weg.",
        "Verzoekt het college op de provinciale weg drempels aan te leggen.",
    ),
    (
        "papers of the driehoek",
        "vragen",
        "Bent u bereid de raad te berichten wat in de driehoek is afgesproken?",
        "Bent u bereid de notulen van de driehoek aan de raad te sturen?",
    ),
    (
        "when takes as given what it asks",
        "vragen",
        "Wanneer gaat het college de lampen in het park vervangen?",
        "Wanneer gaat het college de toeslag van deze ouders inhouden en hen beboeten?",
    ),
    (
        "what is charged is no power",
        "vragen",
        "Wilt u ouders in het dorp € 10 korting geven op de sportles?",
        "Wilt u ouders in het dorp een boete van € 100 opleggen?",
    ),
    (
        "a verb that we do not know, done to things of the municipality",
        "motie",
        "Verzoekt het college de lantaarns langs het fietspad te herschikken.",
        "Verzoekt het college de boa’s langs het fietspad te herschikken.",
    ),
    (
        "without is no deed of its own",
        "motie",
        "Verzoekt de burgemeester de kosten van sluiting te onderzoeken, zonder daar al een besluit over te nemen.",
        "Verzoekt de burgemeester de panden in de buurt te sluiten, zonder daar een reden voor te geven, en de bewoners te verdrijven.",
    ),
    (
        "the council’s own organ may arrange help",
        "motie",
        "Verzoekt het presidium een werkwijze met een vertrouwenspersoon en opvang na bedreiging op te stellen.",
        "Verzoekt het presidium een gebiedsverbod na bedreiging op te leggen.",
    ),
    (
        "a meldpunt is named after what is reported",
        "motie",
        "Verzoekt het college de openingstijden van het meldpunt woonoverlast te verruimen.",
        "Verzoekt het college de aanpak met gedragsaanwijzingen te verruimen.",
    ),
    (
        "the state of somebody’s mind",
        "vragen",
        "Wilt u huisartsen uitnodigen om te vertellen hoe zij patiënten helpen?",
        "Wilt u een lijst van patiënten met een psychose opvragen en delen met de buurt?",
    ),
    (
        "a noodverordening is no by-law of the council",
        "motie",
        "Spreekt uit dat de raad een noodverordening een uiterste middel vindt.",
        "Besluit een noodverordening vast te stellen voor de intocht.",
    ),
)


def checked(text, kind):
    return check_text(
        text,
        LIBRARY.competence,
        bodies=LIBRARY.bodies,
        people=people,
        kind=KINDS[kind],
    )


def verdict(text, kind):
    return checked(text, kind).verdict


def remarks(text, kind):
    return {one.rule for one in checked(text, kind).findings}


@pytest.mark.parametrize(
    ("kind", "proper"),
    [(kind, proper) for _, kind, proper, _ in NEIGHBOURS],
    ids=[about for about, _, _, _ in NEIGHBOURS],
)
def test_the_proper_neighbour_passes(kind, proper):
    assert verdict(proper, kind) == "kan"


@pytest.mark.parametrize(
    ("kind", "fault"),
    [(kind, fault) for _, kind, _, fault in NEIGHBOURS],
    ids=[about for about, _, _, _ in NEIGHBOURS],
)
def test_the_fault_beside_it_does_not_pass(kind, fault):
    assert verdict(fault, kind) != "kan"


@pytest.mark.parametrize(
    ("kind", "plain", "told", "rule"),
    [
        (
            "vragen",
            "Hoeveel lantaarns zijn er per buurt vervangen?",
            "Hoeveel huisverboden zijn er per buurt opgelegd?",
            "L8",
        ),
        (
            "vragen",
            "Hoeveel mensen zijn er aangehouden?",
            "Zijn de aangehouden mannen bekenden van de politie?",
            "L8",
        ),
        (
            "motie",
            "Verzoekt het college bij scholen aandacht te vragen voor veilig fietsen.",
            "Verzoekt het college bij de politie aandacht te vragen voor veilig fietsen.",
            "L1",
        ),
        (
            "motie",
            "Verzoekt het college winkeliers te helpen met een app over openingstijden.",
            "Verzoekt het college winkeliers te helpen met een app over winkelverboden.",
            "L1",
        ),
        (
            "vragen",
            "Vragen aan het college\nWanneer wordt het park verlicht?",
            "Vragen aan het college\nWanneer wijst u een veiligheidsrisicogebied aan?",
            "L1",
        ),
        (
            "motie",
            "Verzoekt het college in de fietsenstalling een bakfiets als fiets te tellen.",
            "Verzoekt het college in het locatieprofiel een feest met muziek als muziekevenement te tellen.",
            "L1",
        ),
        (
            "motie",
            "Verzoekt het college de buurtpreventie een lijst van lantaarns in de wijk te geven.",
            "Verzoekt het college de buurtpreventie een lijst van ex-gedetineerden in de wijk te geven.",
            "L10",
        ),
        (
            "motie",
            "Verzoekt de burgemeester de boa’s fietsers zonder licht te laten aanspreken.",
            "Verzoekt de burgemeester de boa’s mannen met een Oost-Europees uiterlijk te laten aanspreken.",
            "L10",
        ),
    ],
)
def test_what_passes_with_a_remark_has_a_neighbour_without(kind, plain, told, rule):
    assert verdict(plain, kind) == "kan"
    assert rule not in remarks(plain, kind)
    assert rule in remarks(told, kind)


@pytest.mark.parametrize(
    "heading", ["Aan: het college", "Aan het college", "Vragen aan het college"]
)
def test_a_question_right_below_its_addressee_is_read(heading):
    found = checked(f"{heading}\nWaarom is het park donker?", "vragen")

    assert [line.line.part for line in found.lines][-1] == "vraag"
    assert found.verdict == "kan"


def test_he_is_never_the_college():
    said = (
        "Vragen aan het college\n1. Een ambtenaar nam geld aan.\n2. Is hij ontslagen?"
    )

    assert verdict(said, "vragen") == "niet_beoordeeld"
