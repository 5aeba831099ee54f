"""A realistic memo to try the printers on: every kind of block, six pages of it."""

import json
from datetime import date

from reports.document import (
    Attachment,
    Callout,
    Cell,
    Document,
    Figure,
    KeyValues,
    Listing,
    Note,
    PaperKind,
    Paragraph,
    Section,
    Span,
    StatusWord,
    Table,
    Tone,
)

LAW = "https://wetten.overheid.nl/BWBR0005416/2026-01-01/"

NOTES = (
    Note(1, "Gemeentewet, artikel 151c, eerste lid. Geldig op 21 november 2026.", LAW),
    Note(2, "Gemeentewet, artikel 151c, tweede lid. Geldig op 21 november 2026.", LAW),
    Note(3, "Gemeentewet, artikel 151c, derde lid. Geldig op 21 november 2026.", LAW),
    Note(4, "Gemeentewet, artikel 151c, negende lid. Geldig op 21 november 2026.", LAW),
    Note(5, "Algemene wet bestuursrecht, artikel 3:46. Geldig op 21 november 2026."),
    Note(6, "Gemeentewet, artikel 169, tweede lid. Geldig op 21 november 2026.", LAW),
    Note(
        7,
        "Voorbeeldstuk: begroting van de gemeente, programma Veiligheid. Alleen een"
        " samenvatting gezien.",
        "https://voorbeeld.example/stukken/begroting/programma-veiligheid/2026/deel-1",
    ),
)


def words(text: str, *notes: int) -> tuple[Span, ...]:
    """One span of text."""
    return (Span(text, notes),)


def paragraph(text: str, *notes: int, tone: Tone = Tone.PLAIN) -> Paragraph:
    """A paragraph of one span."""
    return Paragraph(words(text, *notes), tone)


def cell(text: str, *notes: int) -> Cell:
    """A cell of one span."""
    return Cell(words(text, *notes))


CORE = Section(
    "kern",
    "1. Kern",
    (
        paragraph(
            "Of de camera’s volgens de wet kunnen, is nog niet te beoordelen. Twee"
            " eisen uit de wet zijn onbekend.",
            tone=Tone.LEAD,
        ),
        Paragraph(
            (
                Span("De burgemeester beslist", strong=True),
                Span(
                    " over camera’s op straat. De raad bepaalt in een verordening of"
                    " de burgemeester dat mag",
                    (1,),
                ),
                Span(". De uitkomst rust op twaalf antwoorden van 21 november 2026."),
            )
        ),
        KeyValues(
            "De uitkomst in het kort",
            (
                ("Vraag", cell("Mag de burgemeester hier camera’s inzetten?")),
                ("Wie beslist", cell("de burgemeester", 1)),
                ("Zekerheid", cell("vast: de eisen staan in de wet", 2)),
                ("Eisen", Cell(words("in twee van de veertien"), StatusWord.UNKNOWN)),
            ),
        ),
        paragraph("Drie dingen om eerst te weten:"),
        Listing(
            (
                words("Is er een DPIA (een onderzoek vooraf naar privacy)?"),
                words("Staat er geld voor deze camera’s in de begroting?", 7),
                words("Werken de camera’s zonder gezichtsherkenning?"),
            ),
            ordered=True,
        ),
        Callout(
            "Hulpmiddel, geen advies",
            (
                paragraph(
                    "Dit is een hulpmiddel bij uw eigen afweging. Het is geen juridisch"
                    " advies en geen standpunt van de gemeente. Het gebruikt alleen uw"
                    " antwoorden en regels met stand 21 november 2026. Laat een jurist"
                    " of de griffie meekijken voordat u indient."
                ),
            ),
        ),
    ),
)

ROLES = Section(
    "wie-beslist",
    "2. Wie beslist wat",
    (
        paragraph(
            "Vijf organen spelen een rol. De raad kan vragen stellen, maar geen"
            " opdracht geven over één plek.",
            6,
        ),
        Table(
            caption="Wie waarover gaat",
            head=("Orgaan", "Kan", "Kan niet"),
            rows=(
                (
                    cell("Raad"),
                    cell("de verordening vaststellen en geld geven", 1),
                    cell("zelf een camera plaatsen"),
                ),
                (
                    cell("Burgemeester"),
                    cell("beslissen over plaats en duur", 1, 2),
                    cell("beslissen zonder verordening"),
                ),
                (
                    cell("College"),
                    cell("licht, toezicht en buurtbemiddeling regelen"),
                    cell("besluiten over cameratoezicht"),
                ),
                (
                    cell("Officier van justitie"),
                    cell("meepraten over de periode", 3),
                    cell("het besluit nemen"),
                ),
                (
                    cell("Politie"),
                    cell("de beelden bekijken"),
                    cell("een camera aanwijzen"),
                ),
            ),
            widths=(25, 40, 35),
        ),
    ),
)

CONDITIONS: tuple[tuple[str, str, StatusWord, str, int], ...] = (
    ("Staat de bevoegdheid in de APV?", "ja", StatusWord.FULFILLED, "", 1),
    ("Is de plek openbaar?", "ja", StatusWord.FULFILLED, "", 1),
    ("Gaat het om de openbare orde?", "ja", StatusWord.FULFILLED, "", 1),
    ("Is er een concreet probleem op deze plek?", "ja", StatusWord.FULFILLED, "", 2),
    (
        "Zijn er cijfers van de laatste twaalf maanden?",
        "weet ik niet",
        StatusWord.UNKNOWN,
        "Vraag de burgemeester om de cijfers.",
        5,
    ),
    ("Zijn lichtere maatregelen bekeken?", "ja", StatusWord.FULFILLED, "", 5),
    (
        "Staat er een einddatum in het besluit?",
        "nee",
        StatusWord.NOT_FULFILLED,
        "De burgemeester kan een einddatum toevoegen.",
        2,
    ),
    ("Is er overleg geweest met de officier?", "ja", StatusWord.FULFILLED, "", 3),
    ("Weten voorbijgangers dat er camera’s zijn?", "ja", StatusWord.FULFILLED, "", 4),
    (
        "Hoeveel dagen blijven de beelden bewaard?",
        "7 dagen",
        StatusWord.FULFILLED,
        "De wet noemt ten hoogste 28 dagen.",
        4,
    ),
    (
        "Is er een DPIA?",
        "weet ik niet",
        StatusWord.UNKNOWN,
        "Vraag de burgemeester of de DPIA er is.",
        5,
    ),
    ("Geldt het ook voor een besloten terrein?", "–", StatusWord.NOT_APPLICABLE, "", 1),
    (
        "Is er een nulmeting?",
        "nee",
        StatusWord.NOT_FULFILLED,
        "Zonder nulmeting is later niet te zien wat er veranderde.",
        5,
    ),
    ("Horen de camera’s bij een breder pakket?", "ja", StatusWord.LATER, "", 5),
)

TEST = Section(
    "toets",
    "3. Toets per voorwaarde",
    (
        paragraph(
            "Elke regel hieronder is één eis. ‘Onbekend’ telt nooit als ja en nooit"
            " als nee."
        ),
        Table(
            caption="De eisen, uw antwoorden en wat daaruit volgt",
            head=("Vraag", "Antwoord", "Uitkomst", "Gevolg", "Grond"),
            rows=tuple(
                (
                    cell(question),
                    cell(answer),
                    Cell((), status),
                    cell(effect or "Hier is niets voor nodig."),
                    cell("noot", note),
                )
                for question, answer, status, effect, note in CONDITIONS
            ),
            widths=(35, 10, 15, 30, 10),
        ),
    ),
    (
        Section(
            "redenering",
            "Hoe de uitkomst tot stand komt",
            (
                paragraph(
                    "Aan twaalf eisen is getoetst of de burgemeester mag beslissen."
                    " Bij twee daarvan is het antwoord onbekend, dus de uitkomst staat"
                    " nog open.",
                    1,
                    5,
                ),
                Listing(
                    (
                        words("Er ligt een verordening, en de plek is openbaar.", 1),
                        words("In het besluit ontbreekt de einddatum.", 2),
                        words("Over de cijfers en de DPIA is niets bekend.", 5),
                    )
                ),
            ),
        ),
    ),
)

WEIGHING = Section(
    "afweging",
    "4. Voor, tegen en lichtere maatregelen",
    (paragraph("Aan beide kanten staan evenveel punten. De weging is aan u."),),
    (
        Section(
            "voor",
            "Wat ervoor pleit",
            (
                Listing(
                    (
                        words("Op deze plek zijn er geregeld meldingen.", 7),
                        words("De camera’s horen bij een breder pakket.", 7),
                        words("De beelden gaan na zeven dagen weg.", 4),
                    )
                ),
            ),
        ),
        Section(
            "tegen",
            "Wat ertegen pleit",
            (
                Listing(
                    (
                        words("Wie er langsloopt, komt in beeld, ook onverdacht.", 4),
                        words("Zonder nulmeting is er later niets te vergelijken.", 5),
                        words("De overlast kan naar een andere plek gaan.", 7),
                    )
                ),
            ),
        ),
        Section(
            "alternatieven",
            "Lichtere maatregelen",
            (
                Table(
                    caption="Wat eerst of daarnaast kan",
                    head=("Maatregel", "Wie", "Inbreuk", "Geprobeerd"),
                    rows=(
                        (
                            cell("Betere straatverlichting"),
                            cell("college"),
                            cell("geen"),
                            cell("ja"),
                        ),
                        (
                            cell("Extra toezicht door boa’s"),
                            cell("college"),
                            cell("klein"),
                            cell("ja"),
                        ),
                        (
                            cell("Jongerenwerk"),
                            cell("college"),
                            cell("geen"),
                            cell("weet ik niet"),
                        ),
                    ),
                    widths=(40, 20, 20, 20),
                ),
            ),
        ),
    ),
)

COST_TABLE = Table(
    caption="Kosten in euro’s, van laag tot hoog (voorbeeldbedragen, 2026)",
    head=("Post", "Laag", "Hoog"),
    rows=(
        (cell("Drie camera’s, eenmalig"), cell("5.000"), cell("8.000")),
        (cell("Onderhoud en verbinding, per jaar"), cell("4.000"), cell("5.400")),
        (cell("Uitkijken van de beelden, per jaar"), cell("6.000"), cell("12.000")),
        (cell("Totaal over twee jaar"), cell("25.000"), cell("42.800")),
    ),
    widths=(60, 20, 20),
    amounts=(1, 2),
)

CHART = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 84" role="img"'
    ' font-family="Fira Sans">'
    "<title>Balken per post: eenmalig 8.000, onderhoud 10.800 en uitkijken 24.000"
    " euro over twee jaar, hoge schatting.</title>"
    '<g fill="#1b4b73"><rect x="120" y="4" width="96" height="20"/>'
    '<rect x="120" y="32" width="130" height="20"/>'
    '<rect x="120" y="60" width="288" height="20"/></g>'
    '<g font-size="12" fill="currentColor"><text x="0" y="19">Eenmalig</text>'
    '<text x="222" y="19">8.000</text><text x="0" y="47">Onderhoud</text>'
    '<text x="256" y="47">10.800</text><text x="0" y="75">Uitkijken</text>'
    '<text x="414" y="75">24.000</text></g></svg>'
)

COSTS = Section(
    "kosten",
    "5. Kosten",
    (
        paragraph("De bedragen zijn een raming. Wat ontbreekt, staat erbij.", 7),
        Figure(
            svg=CHART,
            title="Kosten per post over twee jaar, hoge schatting",
            description="Het uitkijken van de beelden is de grootste post.",
            table=COST_TABLE,
        ),
        paragraph(
            "Niet meegeteld: stroom, verplaatsen en de uren van ambtenaren.",
            tone=Tone.SMALL,
        ),
    ),
)

PRIVACY = Section(
    "privacy",
    "6. Privacy",
    (
        paragraph(
            "Camera’s leggen iedereen vast die langskomt. Dat is een inbreuk op het"
            " privéleven. De wet vraagt daarom waarborgen.",
            4,
        ),
        Table(
            caption="Inbreuken en waarborgen",
            head=("Inbreuk", "Waarborg", "Stand"),
            rows=(
                (
                    cell("Beelden van bezoekers en bewoners"),
                    cell("woningen zijn afgeschermd"),
                    Cell((), StatusWord.FULFILLED),
                ),
                (
                    cell("Bewaren van beelden"),
                    cell("wissen na zeven dagen", 4),
                    Cell((), StatusWord.FULFILLED),
                ),
                (
                    cell("Herkennen van gezichten"),
                    cell("afspreken dat dit uit staat"),
                    Cell(words("vraag het de leverancier"), StatusWord.UNKNOWN),
                ),
            ),
            widths=(40, 35, 25),
        ),
    ),
)

OPEN = Section(
    "open",
    "7. Wat we nog niet weten",
    (
        paragraph("Deze vragen kunt u zo stellen."),
        KeyValues(
            "Kant-en-klare vragen",
            (
                (
                    "Aan de burgemeester",
                    cell("Hoeveel incidenten waren er in de laatste twaalf maanden?"),
                ),
                (
                    "Aan de burgemeester",
                    cell("Is vóór de start een DPIA gedaan, en kan de raad die lezen?"),
                ),
                (
                    "Aan het college",
                    cell("Uit welke post van de begroting komen de camera’s?"),
                ),
            ),
        ),
    ),
)

SOURCES = Section(
    "bronnen",
    "8. Bronnen en verantwoording",
    (
        Paragraph(
            (
                Span("De wet staat op "),
                Span("wetten.overheid.nl", href="https://wetten.overheid.nl/"),
                Span(
                    ". De noten onderaan noemen elk artikel met de datum waarop het"
                    " is nagezien."
                ),
            )
        ),
        KeyValues(
            "Waar dit memo op rust",
            (
                ("Peildatum", cell("21 november 2026")),
                ("Regels", cell("cameratoezicht, versie 3f9a 61c2")),
                ("Antwoorden", cell("veertien, als bijlage in de PDF")),
            ),
        ),
    ),
)

ANSWERS = Section(
    "antwoorden",
    "9. Bijlage: alle antwoorden",
    (
        Table(
            caption="Alle antwoorden in dit dossier",
            head=("Vraag", "Antwoord"),
            rows=tuple((cell(row[0]), cell(row[1])) for row in CONDITIONS),
            widths=(75, 25),
            row_heads=False,
        ),
    ),
)


def attachment() -> Attachment:
    """The answers as they travel inside the PDF."""
    answers = {row[0]: row[1] for row in CONDITIONS}
    data = json.dumps(answers, ensure_ascii=False, indent=1).encode()
    return Attachment(
        "antwoorden.json", "application/json", "De antwoorden van dit dossier", data
    )


def memo(*sections: Section) -> Document:
    """The sample memo, whole or with other sections."""
    return Document(
        kind=PaperKind.MEMO,
        title="Cameratoezicht op straat in Steenbergen",
        subject="Mag de burgemeester camera’s inzetten op de Markt, volgens artikel"
        " 151c van de Gemeentewet?",
        language="nl-NL",
        date=date(2026, 11, 21),
        header_line="Beslishulp, geen juridisch advies · juridische stand per"
        " 21 november 2026",
        footer_line="Dossier k7m2p9 · regels 3f9a 61c2",
        identifiers=(
            ("Gemeente", "Steenbergen"),
            ("Besluit", "Cameratoezicht op straat"),
            ("Dossier", "k7m2p9"),
            ("Peildatum", "21 november 2026"),
        ),
        sections=sections
        or (
            CORE,
            ROLES,
            TEST,
            WEIGHING,
            COSTS,
            PRIVACY,
            OPEN,
            SOURCES,
            ANSWERS,
        ),
        notes=NOTES,
        attachments=(attachment(),),
    )


def running_memo() -> Document:
    """A paper with a table, a list and a paragraph that each need three pages."""
    rows = tuple((cell(f"Vraag {n}"), cell("ja", 1)) for n in range(130))
    table = Table("Een lange tabel", ("Vraag", "Antwoord"), rows, (75, 25))
    listing = Listing(tuple(words(f"Punt {n}") for n in range(130)), ordered=True)
    long = paragraph("Een zin die een bladzijde vult. " * 400)
    return memo(Section("lang", "Lang", (table, listing, long)))
