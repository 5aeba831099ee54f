"""Reading content as a whole: every fault with its file, its line and a guess.

What is wrong with a word of the language stands in `test_words`.
"""

import pytest

from rules.grammar.answers import YES
from rules.grammar.errors import ContentError, InputError
from rules.loading import load
from tests.rules.synthetic import faults_after, lay_out, library_of

FOLDER = "onbekend_in_en_of"
HEADER, ASKED, DEMANDS, RULES = (
    f"besluiten/{FOLDER}/{part}.yaml"
    for part in ("besluit", "vragen", "eisen", "regels")
)
ARGUMENTS = f"besluiten/{FOLDER}/argumenten.yaml"

FAULTS = {
    "unknown question": (
        DEMANDS,
        "question: plan_ligt_er",
        "question: plan_ligt",
        (
            "eisen.yaml:6 — eis 'bankje_past' verwijst naar vraag 'plan_ligt', maar die "
            "staat niet in vragen.yaml. Bedoelde u 'plan_ligt_er'?"
        ),
    ),
    "unknown rule": (
        DEMANDS,
        "rule: ruimte_of_steun",
        "rule: ruimte",
        (
            "eisen.yaml:6 — eis 'bankje_past' verwijst naar regel 'ruimte', maar die "
            "staat niet in regels.yaml. Bedoelde u 'ruimte_of_steun'?"
        ),
    ),
    "unknown demand in the table": (
        HEADER,
        "{demands: beslist, any: [niet_voldaan]}",
        "{demands: [bankje_pst], any: [niet_voldaan]}",
        "besluit.yaml:14 — besluit 'onbekend_in_en_of' verwijst naar eis 'bankje_pst'",
    ),
    "unknown source": (
        DEMANDS,
        "sources: [bankjesverordening-1]",
        "sources: [bankverordening-1]",
        (
            "eisen.yaml:7 — eis 'bankje_past' verwijst naar bron 'bankverordening-1', "
            "maar die staat niet in registers/bronnen. Bedoelde u 'bankjesverordening-1'?"
        ),
    ),
    "unknown body": (
        ASKED,
        "who: college",
        "who: colege",
        (
            "vragen.yaml:4 — vraag 'plan_ligt_er' verwijst naar orgaan 'colege', maar dat "
            "staat niet in registers/organen.yaml. Bedoelde u 'college'?"
        ),
    ),
    "unknown outcome": (
        HEADER,
        "{outcome: mag, ",
        "{outcome: magg, ",
        (
            "besluit.yaml:16 — besluit 'onbekend_in_en_of' verwijst naar uitkomst 'magg', "
            "maar die staat niet bij outcomes in besluit.yaml. Bedoelde u 'mag'?"
        ),
    ),
    "unknown chapter": (
        ASKED,
        "chapter: bankje",
        "chapter: bankjes",
        (
            "vragen.yaml:2 — vraag 'plan_ligt_er' verwijst naar hoofdstuk 'bankjes', maar "
            "dat staat niet bij chapters in besluit.yaml. Bedoelde u 'bankje'?"
        ),
    ),
    "unknown screen in the first picture": (
        HEADER,
        "{altijd: [plan_ligt_er]}",
        "{altijd: [plan_lag_er]}",
        "besluit.yaml:12 — besluit 'onbekend_in_en_of' verwijst naar scherm 'plan_lag_er'",
    ),
    "question that stands twice": (
        ASKED,
        "- id: plek_is_vrij",
        "- id: plan_ligt_er",
        "vragen.yaml:8 — vraag 'plan_ligt_er' staat er twee keer.",
    ),
    "outcome that stands twice": (
        HEADER,
        "{id: open,",
        "{id: mag,",
        "'mag' staat twee keer bij outcomes.",
    ),
    "rule that leans on itself": (
        RULES,
        "{any_of: [{question: plek_is_vrij}, ",
        "{any_of: [{rule: ruimte_of_steun}, {question: plek_is_vrij}, ",
        "regels.yaml:1 — regel 'ruimte_of_steun' leunt via een omweg op zichzelf.",
    ),
    "bare no": (
        DEMANDS,
        "{question: plan_ligt_er}",
        "{question: plan_ligt_er, is: no}",
        "eisen.yaml:6 — 'no' leest YAML niet zoals het er staat. Bedoelde u 'nee'?",
    ),
    "unquoted date": (
        HEADER,
        'valid_from: "2020-01-01"',
        "valid_from: 2020-01-01",
        (
            "besluit.yaml:8 — '2020-01-01' leest YAML niet zoals het er staat. Zet het "
            'anders tussen aanhalingstekens: "2020-01-01".'
        ),
    ),
    "date that cannot be": (
        HEADER,
        'valid_from: "2020-01-01"',
        'valid_from: "2026-02-30"',
        "besluit.yaml:8 — 'onbekend_in_en_of': '2026-02-30' is geen datum, zoals",
    ),
    "number for a date": (
        HEADER,
        'valid_from: "2020-01-01"',
        "valid_from: 20260101",
        "besluit.yaml:8 — 'onbekend_in_en_of': 'valid_from' hoort een datum te zijn",
    ),
    "alias": (
        DEMANDS,
        "basis: wet",
        "basis: &wet wet",
        "eisen.yaml:4 — verwijzingen met & en * kennen wij niet: schrijf het uit.",
    ),
    "tab": (
        DEMANDS,
        "  basis: wet",
        "\tbasis: wet",
        "eisen.yaml:4 — dit is geen leesbare YAML: hier staat een tab.",
    ),
    "extra key": (
        ASKED,
        "  who: college",
        "  who: college\n  if_yess: x",
        (
            "vragen.yaml:5 — 'plan_ligt_er': 'if_yess' kennen wij hier niet. "
            "Bedoelde u 'if_yes'?"
        ),
    ),
    "extra key inside": (
        DEMANDS,
        "{who: college, text:",
        "{wo: college, text:",
        "eisen.yaml:10 — 'bankje_past': 'wo' kennen wij hier niet. Bedoelde u 'who'?",
    ),
    "missing key": (
        ASKED,
        "  who: college\n",
        "",
        "vragen.yaml:1 — 'plan_ligt_er': 'who' ontbreekt.",
    ),
    "wrong word": (
        DEMANDS,
        "effect: beslist",
        "effect: besluit",
        (
            "eisen.yaml:5 — 'bankje_past': 'effect' is 'besluit', maar moet beslist of "
            "weegt zijn. Bedoelde u 'beslist'?"
        ),
    ),
    "wrong kind of answer": (
        ASKED,
        "  who: college\n",
        "  who: college\n  answer: {kind: yesno}\n",
        "vragen.yaml:5 — 'plan_ligt_er': 'kind' is 'yesno', maar moet yes_no,",
    ),
    "no kind of answer": (
        ASKED,
        "  who: college\n",
        "  who: college\n  answer: {unit: cm}\n",
        "vragen.yaml:5 — 'plan_ligt_er': bij 'answer' ontbreekt 'kind'.",
    ),
    "wrong standing in a row": (
        HEADER,
        "any: [niet_voldaan]",
        "any: [niet_voldan]",
        "besluit.yaml:14 — 'onbekend_in_en_of': 'any' is 'niet_voldan', maar moet",
    ),
    "row that asks nothing": (
        HEADER,
        "{demands: beslist, any: [niet_voldaan]}",
        "{eisen: beslist}",
        "besluit.yaml:14 — 'onbekend_in_en_of': dit is geen toets: gebruik demands met any",
    ),
    "text where a switch belongs": (
        HEADER,
        "met: true",
        'met: "true"',
        "'met' hoort true of false te zijn.",
    ),
    "name with capitals": (
        ASKED,
        "- id: plek_is_vrij",
        "- id: PlekIsVrij",
        "vragen.yaml:8 — 'PlekIsVrij': 'id' is 'PlekIsVrij', maar hoort te lijken op",
    ),
    "empty text": (
        ASKED,
        'if_yes: "Ja: plan ligt er."',
        'if_yes: ""',
        "vragen.yaml:5 — 'plan_ligt_er': 'if_yes' is leeg.",
    ),
    "number for a text": (
        ASKED,
        'if_yes: "Ja: plan ligt er."',
        "if_yes: 3",
        "'if_yes' hoort tekst te zijn: zet het tussen aanhalingstekens.",
    ),
    "text for a list": (
        HEADER,
        "legal_basis: [bankjesverordening-1]",
        "legal_basis: bankjesverordening-1",
        "besluit.yaml:7 — 'onbekend_in_en_of': bij 'legal_basis' hoort een lijst.",
    ),
    "title that is too long": (
        HEADER,
        'title: "Een proefbesluit"',
        f'title: "{"x" * 61}"',
        "besluit.yaml:3 — 'onbekend_in_en_of': 'title' is langer dan 60 tekens.",
    ),
    "no legal basis": (
        HEADER,
        "legal_basis: [bankjesverordening-1]",
        "legal_basis: []",
        "bij 'legal_basis' horen er ten minste 1 te staan.",
    ),
    "no arguments": (
        ARGUMENTS,
        'for: [{id: voor, text: "Het helpt.", sources: [bankjesverordening-1]}]',
        "for: []",
        "argumenten.yaml:1 — bij 'for' horen er ten minste 1 te staan.",
    ),
    "unbalanced arguments": (
        ARGUMENTS,
        'for: [{id: voor, text: "Het helpt.", sources: [bankjesverordening-1]}]',
        (
            'for: [{id: voor, text: "Het helpt.", sources: [bankjesverordening-1]}, '
            '{id: nog, text: "Echt.", sources: [bankjesverordening-1]}]'
        ),
        "argumenten.yaml:1 — er zijn 2 argumenten voor en 1 tegen: geef er evenveel.",
    ),
    "unreachable row": (
        HEADER,
        "when: [{demands: beslist, any: [onbekend]}]",
        "when: []",
        "besluit.yaml:15 — na deze rij wordt geen rij meer bereikt: geef haar een when.",
    ),
    "outcome without a row": (
        HEADER,
        "  - {outcome: open, when: [{demands: beslist, any: [onbekend]}]}\n",
        "",
        "besluit.yaml:18 — geen rij van de tabel leidt tot uitkomst 'open'.",
    ),
    "last row that does not catch the rest": (
        HEADER,
        "{outcome: mag, when: []}",
        "{outcome: mag, when: [{demands: beslist, any: [voldaan]}]}",
        "besluit.yaml:16 — de laatste rij van de tabel moet de rest opvangen: when: [].",
    ),
    "unused question": (
        RULES,
        "{any_of: [{question: plek_is_vrij}, ",
        "{any_of: [",
        (
            "vragen.yaml:8 — geen eis rust op vraag 'plek_is_vrij'; "
            "is er niets te oordelen, zet dan in_order: geen."
        ),
    ),
    "unused rule": (
        DEMANDS,
        "{all_of: [{question: plan_ligt_er}, {rule: ruimte_of_steun}]}",
        "{question: plan_ligt_er}",
        "regels.yaml:1 — niets gebruikt regel 'ruimte_of_steun'.",
    ),
    "test that does not fit": (
        DEMANDS,
        "{question: plan_ligt_er}",
        "{question: plan_ligt_er, at_most: 3}",
        (
            "eisen.yaml:6 — vraag 'plan_ligt_er' is yes_no: "
            "toets haar met is: ja of is: nee."
        ),
    ),
    "condition of a question on a rule": (
        ASKED,
        "  who: college",
        "  who: college\n  applies_when: {rule: ruimte_of_steun}",
        "vragen.yaml:5 — vraag 'plan_ligt_er': applies_when mag geen regel noemen.",
    ),
    "list that is none": (
        RULES,
        "- id: ruimte_of_steun",
        "regels:\n- id: ruimte_of_steun",
        "regels.yaml:1 — hier hoort een lijst te staan.",
    ),
    "id that is not the name of the folder": (
        HEADER,
        "id: onbekend_in_en_of",
        "id: iets_anders",
        (
            "besluit.yaml:2 — id 'iets_anders' hoort de naam van de map te zijn: "
            "onbekend_in_en_of."
        ),
    ),
    "body that stands twice": (
        "registers/organen.yaml",
        "{id: raad,",
        "{id: college,",
        "organen.yaml:2 — 'college' staat twee keer in het register.",
    ),
    "unknown source of a body": (
        "registers/organen.yaml",
        "sources: [bankjesverordening-1]",
        "sources: [bankjes-1]",
        (
            "organen.yaml:1 — bron 'bankjes-1' staat niet in registers/bronnen. "
            "Bedoelde u 'bankjesverordening-1'?"
        ),
    ),
    "source without a date": (
        "registers/bronnen.yaml",
        '  date: "2026-01-01"\n',
        "",
        "bronnen.yaml:2 — 'bankjesverordening-1': een bron heeft een date of een year",
    ),
    "shared question that is not there": (
        ASKED,
        "- id: plan_ligt_er\n",
        "- use: plan_lag_er\n",
        "vragen.yaml:1 — gedeelde vraag 'plan_lag_er' staat niet in gedeeld.yaml.",
    ),
}
FOLLOWS = "geen rij van de tabel leidt tot"


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_with_its_place_and_what_was_meant(name, tmp_path):
    file, old, new, fault = FAULTS[name]
    told = faults_after(FOLDER, file, old, new, tmp_path)

    assert fault in "\n".join(told)
    assert all(line.startswith(("besluiten/", "registers/")) for line in told)
    if name.startswith(("unknown", "wrong", "bare")):
        assert len([line for line in told if FOLLOWS not in line]) == 1


OWN = {
    "unknown source of an argument": (
        "argumenten",
        (
            'for: [{id: a, text: "x.", sources: [weg-1]}]\n'
            'against: [{id: b, text: "y.", sources: [bankjesverordening-1]}]\n'
        ),
        "argumenten.yaml:1 — dit onderdeel verwijst naar bron 'weg-1'",
    ),
    "unknown question of a body": (
        "orgaanvragen",
        '- {id: a, to: raad, text: "Is het zo?", about: [plan]}\n',
        "orgaanvragen.yaml:1 — orgaanvraag 'a' verwijst naar vraag 'plan', maar die",
    ),
    "unknown body of a role": (
        "rollen",
        "- {body: rad, can: [], cannot: []}\n",
        "rollen.yaml:1 — dit onderdeel verwijst naar orgaan 'rad', maar dat staat niet",
    ),
    "unknown rule of a text": (
        "teksten",
        '- {section: kosten, text: "Zo.", when: {rule: weg}}\n',
        "teksten.yaml:1 — dit onderdeel verwijst naar regel 'weg', maar die staat niet",
    ),
    "section that no paper has": (
        "teksten",
        '- {section: kostn, text: "Zo."}\n',
        "teksten.yaml:1 — 'section' is 'kostn', maar moet kort_beslist, kort_raad,",
    ),
}


@pytest.mark.parametrize("name", OWN)
def test_a_fault_in_a_part_that_may_be_absent_is_told_when_it_is_there(name, tmp_path):
    part, text, fault = OWN[name]
    root = lay_out(FOLDER, tmp_path)
    (root / f"besluiten/{FOLDER}/{part}.yaml").write_text(text)
    with pytest.raises(ContentError) as refusal:
        load(root)

    assert fault in str(refusal.value)


# What stands between a row and the one that it hangs on, or says the other answer.
OPENING = {
    "a row between": (
        "    - id: leuning_is_veilig",
        (
            "    - {id: groen, text: Is het groen?, in_order: geen, if_yes: Ja., if_no: Nee.}\n"
            "    - id: leuning_is_veilig"
        ),
    ),
    "the other answer": ("is: ja", "is: nee"),
    "nothing": ("      applies_when: {question: bankje_heeft_leuning, is: ja}\n", ""),
}


@pytest.mark.parametrize("name", OPENING)
def test_a_row_begins_with_so_yes_only_right_under_what_it_hangs_on(name, tmp_path):
    told = faults_after("kaart", "vragen.yaml", *OPENING[name], tmp_path)

    assert any(
        "vraag 'leuning_is_veilig' begint met ‘Zo ja:’, maar hangt niet aan ‘ja’"
        in each
        for each in told
    )


def test_a_file_that_is_no_utf8_is_told_among_the_others(tmp_path):
    root = lay_out(FOLDER, tmp_path)
    (root / RULES).write_bytes(b"- id: caf\xe9\n")
    with pytest.raises(ContentError) as refusal:
        load(root)

    assert f"{RULES} — dit is geen UTF-8. Bewaar het bestand opnieuw als UTF-8." in str(
        refusal.value
    )


def test_only_four_files_are_needed(tmp_path):
    root = lay_out(FOLDER, tmp_path)
    for file in (HEADER, ASKED, DEMANDS, ARGUMENTS):
        (root / file).unlink()
    with pytest.raises(ContentError) as refusal:
        load(root)

    assert {str(fault) for fault in refusal.value.faults} == {
        f"{file} — dit bestand ontbreekt."
        for file in (HEADER, ASKED, DEMANDS, ARGUMENTS)
    }


def test_a_question_that_leans_on_itself_is_told(tmp_path):
    told = faults_after(
        "niet_van_toepassing",
        "vragen.yaml",
        "applies_when: {question: bankje_heeft_leuning, is: ja}",
        "applies_when: {question: leuning_is_veilig, is: ja}",
        tmp_path,
    )

    assert "vraag 'leuning_is_veilig' leunt via een omweg op zichzelf." in told[0]


@pytest.mark.parametrize(
    ("right", "wrong", "fault"),
    [
        (
            "[nulmeting]",
            "[doel]",
            "eis 'gemeten' kijkt niet naar vraag 'doel' uit mends.",
        ),
        (
            "[evaluatie, cijfers]",
            "[cijfers]",
            (
                "eis 'gemeten' heeft geen repair voor vraag 'evaluatie': noem haar bij een "
                "mends, of laat mends ergens weg."
            ),
        ),
    ],
)
def test_repairs_mend_what_their_demand_looks_at(right, wrong, fault, tmp_path):
    told = faults_after("eisen", "eisen.yaml", right, wrong, tmp_path)

    assert any(fault in one for one in told)


def test_an_option_that_stands_twice_is_told(tmp_path):
    told = faults_after("keuze", "vragen.yaml", "{id: paars,", "{id: rood,", tmp_path)

    assert "'rood' staat twee keer bij answer." in told[0]


def test_two_decisions_may_share_a_question():
    short, long = library_of("gedeelde_vraag").decisions.values()

    assert short.questions[0].text == long.questions[0].text


def test_two_decisions_may_not_call_two_questions_the_same(tmp_path):
    root = lay_out("gedeelde_vraag", tmp_path)
    own = (root / "registers/gedeeld.yaml").read_text() + "  chapter: bankje\n"
    (root / "besluiten/bankje_lang/vragen.yaml").write_text(own)
    with pytest.raises(ContentError) as refusal:
        load(root)

    assert str(refusal.value) == (
        "besluiten/bankje_lang/vragen.yaml:1 — vraag 'plan_ligt_er' staat ook in "
        "bankje_kort. Zet haar in registers/gedeeld.yaml en verwijs met use."
    )


def test_a_fault_in_a_register_does_not_blame_the_decisions(tmp_path):
    told = faults_after(
        FOLDER, "registers/organen.yaml", "short: college", "kort: college", tmp_path
    )

    assert all("organen.yaml:2" in fault for fault in told)


def test_a_decision_is_found_by_name_or_guessed_at():
    library = library_of("gedeelde_vraag")

    assert library.decision("bankje_kort").id == "bankje_kort"
    with pytest.raises(
        InputError, match=r"Er is: bankje_kort, bankje_lang\. Bedoelde u"
    ):
        library.decision("bankje_kor")


def test_a_chart_is_folded_once():
    library = library_of("gedeelde_vraag")

    assert library.chart("bankje_kort") is library.chart("bankje_kort")
    assert library.chart("bankje_kort").outcome_of({"plan_ligt_er": YES}) == "mag"


def test_a_fixed_sentence_of_the_papers_is_filled_in(tmp_path):
    root = lay_out("keuze", tmp_path)
    stand = '- {id: stand, text: "Stand per {datum}.", holes: [datum]}\n'
    (root / "registers/zinnen.yaml").write_text(stand)

    assert load(root).say("stand", datum="nu") == "Stand per nu."


def test_a_part_may_be_a_folder_of_files(tmp_path):
    root = lay_out(FOLDER, tmp_path)
    first, second, third = (root / ASKED).read_text().split("\n\n")
    folder = root / f"besluiten/{FOLDER}/vragen"
    folder.mkdir()
    (folder / "2.yaml").write_text(f"{second}\n\n{third}")
    (folder / "1.yaml").write_text(first + "\n")
    (root / ASKED).unlink()

    assert [each.id for each in load(root).decision(FOLDER).questions] == [
        "plan_ligt_er",
        "plek_is_vrij",
        "buren_zijn_akkoord",
    ]


def test_an_abbreviation_of_a_law_that_nobody_cites_is_told(tmp_path):
    root = lay_out("keuze", tmp_path)
    names = '- {law: "Bankjeswet", short: Bw}\n'
    (root / "registers/wetnamen.yaml").write_text(names)
    with pytest.raises(ContentError) as refusal:
        load(root)

    assert str(refusal.value) == (
        "registers/wetnamen.yaml:1 — van de wet 'Bankjeswet' staat geen artikel in bronnen."
    )


def test_a_law_is_named_in_short(library):
    sources = library.sources

    assert sources["awb-3-2"].short_law == "Awb"
    assert sources["gemeentewet-151c-1"].short_law is None


def test_where_the_gate_leads_besides_must_be_there(tmp_path):
    root = lay_out("eisen", tmp_path)
    gate = root / "registers" / "poort.yaml"
    gate.write_text(
        'text: "Gaat het om beleid?"\nhelp: "Noem geen namen."\nrefer: ["Bel 112."]\n'
        'beside:\n  text: "Zie ook"\n  decisions: [eisen, eizen]\n'
    )

    with pytest.raises(ContentError) as told:
        load(root)
    assert "poort.yaml:6 — besluit 'eizen' bestaat niet." in str(told.value)
    assert "Bedoelde u 'eisen'?" in str(told.value)

    gate.write_text(gate.read_text().replace(", eizen", ""))
    assert load(root).beside_gate.decisions == ("eisen",)
    assert load(root).decision("eisen").gate.beside is None
