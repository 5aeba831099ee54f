"""Reading content as a whole: every fault with its file, its line and a guess."""

import pytest

from rules.grammar.answers import YES
from rules.grammar.errors import ContentError, InputError
from rules.loading import load
from tests.rules.synthetic import lay_out, library_of


@pytest.fixture
def faults_after(tmp_path):
    """Break one thing in a synthetic decision; give the faults that are told."""

    def break_it(folder, file, old, new):
        root = lay_out(folder, tmp_path)
        path = root / file
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new, 1))
        with pytest.raises(ContentError) as refusal:
            load(root)
        return [str(fault) for fault in refusal.value.faults]

    return break_it


DECISION = "besluiten/onbekend_in_en_of/besluit.yaml"
QUESTIONS = "besluiten/onbekend_in_en_of/vragen.yaml"
RULES = "besluiten/onbekend_in_en_of/regels.yaml"

FAULTS = {
    "unknown question": (
        RULES,
        "question: plan_ligt_er",
        "question: plan_ligt",
        (
            "regels.yaml:12 — regel 'bankje_past' verwijst naar vraag 'plan_ligt', maar die "
            "staat niet in vragen.yaml. Bedoelde u 'plan_ligt_er'?"
        ),
    ),
    "unknown rule": (
        RULES,
        "rule: ruimte_of_steun",
        "rule: ruimte",
        (
            "regels.yaml:12 — regel 'bankje_past' verwijst naar regel 'ruimte', maar die "
            "staat niet in regels.yaml. Bedoelde u 'ruimte_of_steun'?"
        ),
    ),
    "unknown rule in the table": (
        DECISION,
        "rule: bankje_past, is: [nee]",
        "rule: bankje_pst, is: [nee]",
        "besluit.yaml:15 — besluit 'onbekend_in_en_of' verwijst naar regel 'bankje_pst'",
    ),
    "unknown source": (
        QUESTIONS,
        "sources: [bankjesverordening-1]",
        "sources: [bankverordening-1]",
        (
            "vragen.yaml:8 — vraag 'plan_ligt_er' verwijst naar bron 'bankverordening-1', "
            "maar die staat niet in registers/bronnen. Bedoelde u 'bankjesverordening-1'?"
        ),
    ),
    "unknown body": (
        QUESTIONS,
        "who: college",
        "who: colege",
        (
            "vragen.yaml:9 — vraag 'plan_ligt_er' verwijst naar orgaan 'colege', maar dat "
            "staat niet in registers/organen.yaml. Bedoelde u 'college'?"
        ),
    ),
    "unknown outcome": (
        DECISION,
        "{outcome: mag, ",
        "{outcome: magg, ",
        (
            "besluit.yaml:17 — besluit 'onbekend_in_en_of' verwijst naar uitkomst 'magg', "
            "maar die staat niet bij outcomes in besluit.yaml. Bedoelde u 'mag'?"
        ),
    ),
    "unknown chapter": (
        QUESTIONS,
        "chapter: bankje",
        "chapter: bankjes",
        (
            "vragen.yaml:3 — vraag 'plan_ligt_er' verwijst naar hoofdstuk 'bankjes', maar dat "
            "staat niet bij chapters in besluit.yaml. Bedoelde u 'bankje'?"
        ),
    ),
    "unknown question in the first picture": (
        DECISION,
        "first_picture: [plan_ligt_er]",
        "first_picture: [plan_lag_er]",
        "besluit.yaml:13 — besluit 'onbekend_in_en_of' verwijst naar vraag 'plan_lag_er'",
    ),
    "question that stands twice": (
        QUESTIONS,
        "- id: plek_is_vrij",
        "- id: plan_ligt_er",
        "vragen.yaml:18 — vraag 'plan_ligt_er' staat twee keer.",
    ),
    "rule that stands twice": (
        RULES,
        "- id: bankje_past",
        "- id: ruimte_of_steun",
        "regels.yaml:10 — regel 'ruimte_of_steun' staat twee keer.",
    ),
    "outcome that stands twice": (
        DECISION,
        "- id: open",
        "- id: mag",
        "'mag' staat twee keer bij outcomes.",
    ),
    "rule that leans on itself": (
        RULES,
        "{any_of: [{question: plek_is_vrij, is: ja}, ",
        "{any_of: [{rule: bankje_past}, ",
        "regels.yaml:1 — regel 'ruimte_of_steun' leunt via een omweg op zichzelf.",
    ),
    "bare no": (
        RULES,
        "{question: buren_zijn_akkoord, is: ja}",
        "{question: buren_zijn_akkoord, is: no}",
        "regels.yaml:3 — 'no' leest YAML niet zoals het er staat. Bedoelde u 'nee'?",
    ),
    "unquoted date": (
        DECISION,
        'valid_from: "2026-01-01"',
        "valid_from: 2026-01-01",
        (
            "besluit.yaml:8 — '2026-01-01' leest YAML niet zoals het er staat. Zet het anders "
            'tussen aanhalingstekens: "2026-01-01".'
        ),
    ),
    "date that cannot be": (
        DECISION,
        'valid_from: "2026-01-01"',
        'valid_from: "2026-02-30"',
        "besluit.yaml:8 — 'onbekend_in_en_of': '2026-02-30' is geen datum, zoals",
    ),
    "number for a date": (
        DECISION,
        'valid_from: "2026-01-01"',
        "valid_from: 20260101",
        "besluit.yaml:8 — 'onbekend_in_en_of': 'valid_from' hoort een datum te zijn",
    ),
    "alias": (
        RULES,
        "who: raad",
        "who: &wie raad",
        "regels.yaml:8 — verwijzingen met & en * kennen wij niet: schrijf het uit.",
    ),
    "tab": (
        RULES,
        "  who: raad",
        "\twho: raad",
        "regels.yaml:8 — dit is geen leesbare YAML: hier staat een tab.",
    ),
    "extra key": (
        QUESTIONS,
        "certainty: vast",
        "certainty: vast\n  fulfiled: {at_most: 3}",
        (
            "vragen.yaml:16 — 'plan_ligt_er': 'fulfiled' kennen wij hier niet. "
            "Bedoelde u 'fulfilled'?"
        ),
    ),
    "extra key inside": (
        QUESTIONS,
        "{effect: stop, ",
        "{effect: stop, tekst: x, ",
        (
            "vragen.yaml:13 — 'plan_ligt_er': 'tekst' kennen wij hier niet. "
            "Bedoelde u 'text'?"
        ),
    ),
    "missing key": (
        QUESTIONS,
        "  certainty: vast\n",
        "",
        "vragen.yaml:1 — 'plan_ligt_er': 'certainty' ontbreekt.",
    ),
    "missing key inside": (
        QUESTIONS,
        "{effect: stop, text:",
        "{effect: stop, weight: zwaar, txt:",
        "vragen.yaml:13 — 'plan_ligt_er': 'text' ontbreekt.",
    ),
    "wrong word": (
        QUESTIONS,
        "certainty: vast",
        "certainty: vasst",
        (
            "vragen.yaml:15 — 'plan_ligt_er': 'certainty' is 'vasst', maar moet vast, "
            "waarschijnlijk of omstreden zijn. Bedoelde u 'vast'?"
        ),
    ),
    "wrong kind of answer": (
        QUESTIONS,
        "{kind: yes_no}",
        "{kind: yesno}",
        "vragen.yaml:7 — 'plan_ligt_er': 'kind' is 'yesno', maar moet yes_no,",
    ),
    "no kind of answer": (
        QUESTIONS,
        "{kind: yes_no}",
        "{unit: cm}",
        "vragen.yaml:7 — 'plan_ligt_er': bij 'answer' ontbreekt 'kind'.",
    ),
    "wrong verdict in a row": (
        DECISION,
        "is: [nee]",
        "is: [ne]",
        (
            "besluit.yaml:15 — 'onbekend_in_en_of': 'is' is 'ne', maar moet ja, nee of "
            "onbekend zijn. Bedoelde u 'nee'?"
        ),
    ),
    "no condition": (
        RULES,
        "{rule: ruimte_of_steun}",
        "ruimte_of_steun",
        "regels.yaml:12 — 'bankje_past': dit is geen voorwaarde: gebruik question met",
    ),
    "text where a switch belongs": (
        DECISION,
        "favourable: true",
        'favourable: "true"',
        "'favourable' hoort true of false te zijn.",
    ),
    "name with capitals": (
        QUESTIONS,
        "- id: plek_is_vrij",
        "- id: PlekIsVrij",
        "vragen.yaml:18 — 'PlekIsVrij': 'id' is 'PlekIsVrij', maar hoort te lijken op",
    ),
    "number that is no reference": (
        QUESTIONS,
        "refs: [D01]",
        "refs: [d1]",
        "vragen.yaml:2 — 'plan_ligt_er': 'refs' is 'd1', maar hoort te lijken op",
    ),
    "empty text": (
        QUESTIONS,
        'if_yes: "Ja: plan ligt er."',
        'if_yes: ""',
        "vragen.yaml:12 — 'plan_ligt_er': 'if_yes' is leeg.",
    ),
    "number for a text": (
        QUESTIONS,
        'if_yes: "Ja: plan ligt er."',
        "if_yes: 3",
        "'if_yes' hoort tekst te zijn: zet het tussen aanhalingstekens.",
    ),
    "text for a list": (
        QUESTIONS,
        "refs: [D01]",
        "refs: D01",
        "vragen.yaml:2 — 'plan_ligt_er': bij 'refs' hoort een lijst.",
    ),
    "title that is too long": (
        DECISION,
        'title: "Onbekend in en of"',
        f'title: "{"x" * 61}"',
        "besluit.yaml:3 — 'onbekend_in_en_of': 'title' is langer dan 60 tekens.",
    ),
    "too many in the first picture": (
        DECISION,
        "first_picture: [plan_ligt_er]",
        "first_picture: [a, b, c, d, e, f, g]",
        "bij 'first_picture' mogen er ten hoogste 6 staan.",
    ),
    "no outcomes": (
        DECISION,
        "legal_basis: [bankjesverordening-1]",
        "legal_basis: []",
        "bij 'legal_basis' horen er ten minste 1 te staan.",
    ),
    "text for a mapping": (
        QUESTIONS,
        "if_unknown: {text:",
        "if_unknown: [text, ja] #",
        "bij 'if_unknown' horen regels als 'naam: waarde' te staan.",
    ),
    "unbalanced arguments": (
        "besluiten/onbekend_in_en_of/argumenten.yaml",
        "for: []",
        'for: [{id: a, text: "x.", sources: [bankjesverordening-1]}]',
        "argumenten.yaml:1 — er zijn 1 argumenten voor en 0 tegen: geef er evenveel.",
    ),
    "unknown source of an argument": (
        "besluiten/onbekend_in_en_of/argumenten.yaml",
        "for: []\nagainst: []",
        (
            'for:\n  - {id: a, text: "x.", sources: [weg-1]}\nagainst:\n'
            '  - {id: b, text: "y.", sources: [bankjesverordening-1]}'
        ),
        "argumenten.yaml:2 — dit onderdeel verwijst naar bron 'weg-1'",
    ),
    "unknown question of a body": (
        "besluiten/onbekend_in_en_of/orgaanvragen.yaml",
        "[]",
        '- {id: a, to: raad, text: "Is het zo?", about: [D09]}',
        (
            "orgaanvragen.yaml:1 — orgaanvraag 'a' verwijst naar vraag of nummer 'D09', "
            "maar die staat niet in vragen.yaml."
        ),
    ),
    "unknown body of a role": (
        "besluiten/onbekend_in_en_of/rollen.yaml",
        "[]",
        "- {body: rad, can: [], cannot: []}",
        (
            "rollen.yaml:1 — dit onderdeel verwijst naar orgaan 'rad', maar dat staat niet "
            "in registers/organen.yaml. Bedoelde u 'raad'?"
        ),
    ),
    "unknown rule of a text": (
        "besluiten/onbekend_in_en_of/teksten.yaml",
        "[]",
        '- {section: kern, text: "Zo.", when: {rule: weg}}',
        "teksten.yaml:1 — dit onderdeel verwijst naar regel 'weg', maar die staat niet",
    ),
    "unreachable row": (
        DECISION,
        "when: [{rule: bankje_past, is: [onbekend]}]",
        "when: []",
        "besluit.yaml:16 — na deze rij wordt geen rij meer bereikt: geef haar een when.",
    ),
    "outcome without a row": (
        DECISION,
        "  - {outcome: open, when: [{rule: bankje_past, is: [onbekend]}]}\n",
        "",
        "besluit.yaml:24 — geen rij van de tabel leidt tot uitkomst 'open'.",
    ),
    "unused question": (
        RULES,
        "{any_of: [{question: plek_is_vrij, is: ja}, ",
        "{any_of: [",
        (
            "vragen.yaml:18 — geen regel gebruikt vraag 'plek_is_vrij'; "
            "zet anders informs: true."
        ),
    ),
    "question that informs and decides": (
        QUESTIONS,
        "certainty: vast",
        "certainty: vast\n  informs: true",
        "vragen.yaml:1 — vraag 'plan_ligt_er' beslist mee: informs: true klopt niet.",
    ),
    "unused rule": (
        RULES,
        "{all_of: [{question: plan_ligt_er, is: ja}, {rule: ruimte_of_steun}]}",
        "{question: plan_ligt_er, is: ja}",
        "regels.yaml:1 — geen rij of regel gebruikt regel 'ruimte_of_steun'.",
    ),
    "test that does not fit": (
        RULES,
        "{question: plan_ligt_er, is: ja}",
        "{question: plan_ligt_er, at_most: 3}",
        (
            "regels.yaml:12 — regel 'bankje_past': vraag 'plan_ligt_er' is yes_no: "
            "toets haar met is: ja of is: nee."
        ),
    ),
    "condition of a question on a rule": (
        QUESTIONS,
        "certainty: vast",
        "certainty: vast\n  applies_when: {rule: bankje_past}",
        "vragen.yaml:16 — vraag 'plan_ligt_er': applies_when mag geen regel noemen.",
    ),
    "list that is none": (
        RULES,
        "- id: ruimte_of_steun",
        "regels:\n- id: ruimte_of_steun",
        "regels.yaml:1 — hier hoort een lijst te staan.",
    ),
    "id that is not the name of the folder": (
        DECISION,
        "id: onbekend_in_en_of",
        "id: iets_anders",
        (
            "besluit.yaml:2 — id 'iets_anders' hoort de naam van de map te zijn: "
            "onbekend_in_en_of."
        ),
    ),
    "source that stands twice": (
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
        QUESTIONS,
        "- id: plan_ligt_er\n",
        "- use: plan_lag_er\n",
        "vragen.yaml:1 — gedeelde vraag 'plan_lag_er' staat niet in gedeeld.yaml.",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_with_its_place_and_what_was_meant(faults_after, name):
    file, old, new, fault = FAULTS[name]
    told = faults_after("onbekend_in_en_of", file, old, new)

    assert fault in "\n".join(told)
    assert all(line.startswith(("besluiten/", "registers/")) for line in told)


@pytest.mark.parametrize(
    "name", [name for name in FAULTS if name.startswith(("unknown", "wrong", "bare"))]
)
def test_one_mistake_is_told_once(faults_after, name):
    file, old, new, _ = FAULTS[name]
    told = faults_after("onbekend_in_en_of", file, old, new)
    follows = "geen rij van de tabel leidt tot"

    assert len([line for line in told if follows not in line]) == 1


def test_a_table_that_does_not_catch_the_rest_is_refused():
    with pytest.raises(ContentError) as refusal:
        library_of("zonder_uitkomst")

    assert [str(fault) for fault in refusal.value.faults] == [
        (
            "besluiten/zonder_uitkomst/besluit.yaml:17 — "
            "de laatste rij van de tabel moet de rest opvangen: when: []."
        )
    ]


def test_a_file_that_is_no_utf8_is_told_among_the_others(tmp_path):
    root = lay_out("onbekend_in_en_of", tmp_path)
    (root / RULES).write_bytes(b"- id: caf\xe9\n")
    with pytest.raises(ContentError) as refusal:
        load(root)

    assert str(refusal.value) == (
        f"{RULES} — dit is geen UTF-8. Bewaar het bestand opnieuw als UTF-8."
    )


def test_a_file_that_is_missing_is_told(tmp_path):
    root = lay_out("onbekend_in_en_of", tmp_path)
    (root / RULES).unlink()
    (root / DECISION).unlink()
    with pytest.raises(ContentError) as refusal:
        load(root)

    assert [str(fault) for fault in refusal.value.faults] == [
        f"{DECISION} — dit bestand ontbreekt.",
        f"{RULES} — dit bestand ontbreekt.",
    ]


def test_a_question_that_leans_on_itself_is_told(faults_after):
    told = faults_after(
        "niet_van_toepassing",
        "besluiten/niet_van_toepassing/vragen.yaml",
        "applies_when: {question: bankje_heeft_leuning, is: ja}",
        "applies_when: {question: leuning_is_veilig, is: ja}",
    )

    assert "vraag 'leuning_is_veilig' leunt via een omweg op zichzelf." in told[0]


def test_an_option_that_is_not_there_is_told_with_a_guess(faults_after):
    told = faults_after(
        "keuze", "besluiten/keuze/regels.yaml", "one_of: [rood,", "one_of: [rod,"
    )

    assert told == [
        (
            "besluiten/keuze/regels.yaml:3 — regel 'bankje_past': "
            "vraag 'kleur_bankje' heeft geen optie 'rod'. Bedoelde u 'rood'?"
        )
    ]


def test_a_wrong_option_counts_in_what_is_in_order_too(faults_after):
    told = faults_after(
        "keuze", "besluiten/keuze/vragen.yaml", "one_of: [groen]", "one_of: [geel]"
    )

    assert "vraag 'kleur_bankje': vraag 'kleur_bankje' heeft geen optie" in told[0]


def test_an_option_that_stands_twice_is_told(faults_after):
    told = faults_after(
        "keuze", "besluiten/keuze/vragen.yaml", "{id: paars,", "{id: rood,"
    )

    assert "vraag 'kleur_bankje': 'rood' staat twee keer bij answer." in told[0]


def test_two_decisions_may_share_a_question():
    library = library_of("gedeelde_vraag")
    short, long = library.decisions.values()

    assert short.questions[0].text == long.questions[0].text
    assert (short.questions[0].ref, long.questions[0].ref) == ("A01", "B01")


def test_two_decisions_may_not_call_two_questions_the_same(tmp_path):
    root = lay_out("gedeelde_vraag", tmp_path)
    whole = (root / "registers/gedeeld.yaml").read_text()
    own = whole.replace("  kind: dw", "  refs: [B01]\n  chapter: bankje\n  kind: dw")
    (root / "besluiten/bankje_lang/vragen.yaml").write_text(own)
    with pytest.raises(ContentError) as refusal:
        load(root)

    assert str(refusal.value) == (
        "besluiten/bankje_lang/vragen.yaml:1 — vraag 'plan_ligt_er' staat ook in "
        "bankje_kort. Zet haar in registers/gedeeld.yaml en verwijs met use."
    )


def test_a_fault_in_a_register_does_not_blame_the_decisions(faults_after):
    told = faults_after(
        "onbekend_in_en_of", "registers/organen.yaml", "short: college", "kort: college"
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


def test_the_fingerprint_changes_with_any_word_of_the_content(tmp_path):
    root = lay_out("gedeelde_vraag", tmp_path)
    before = load(root)
    again = load(root)
    path = root / "besluiten/bankje_lang/regels.yaml"
    path.write_text(path.read_text() + "# een opmerking\n")
    after = load(root)

    assert before.fingerprint == again.fingerprint != after.fingerprint
    assert before.fingerprint.startswith("sha256:")
    kept, changed = (
        before.decisions[name].fingerprint == after.decisions[name].fingerprint
        for name in ("bankje_kort", "bankje_lang")
    )
    assert (kept, changed) == (True, False)


def test_a_part_may_be_a_folder_of_files(tmp_path):
    root = lay_out("onbekend_in_en_of", tmp_path)
    whole = (root / RULES).read_text()
    first, second = whole.split("\n\n")
    folder = root / "besluiten/onbekend_in_en_of/regels"
    folder.mkdir()
    (folder / "2.yaml").write_text(second)
    (folder / "1.yaml").write_text(first + "\n")
    (root / RULES).unlink()

    assert [rule.id for rule in load(root).decision("onbekend_in_en_of").rules] == [
        "ruimte_of_steun",
        "bankje_past",
    ]
