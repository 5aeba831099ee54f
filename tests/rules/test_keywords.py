"""The language in Dutch: every key has its words, and whoever writes one is told the key."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from rules.grammar.glossary import Keyword
from rules.grammar.strict_yaml import read_file
from rules.loading import CONTENT
from rules.scaffold import PARTS
from tests.rules.synthetic import faults_after

DOC = Path(__file__).resolve().parents[2] / "docs" / "regels-schrijven.md"
WORDS = [
    Keyword.model_validate(each)
    for each in read_file(CONTENT / "registers/sleutelwoorden.yaml", CONTENT).value
]
# What a reader of files fills in itself, before any model sees it.
BESIDE_THE_MODELS = {"use"}
HEADER, ASKED, DEMANDS = "besluit.yaml", "vragen.yaml", "eisen.yaml"


def models() -> set[type[BaseModel]]:
    """Every model of the language: of each part of a decision, with all inside it."""
    found: set[type[BaseModel]] = set()

    def visit(annotation: object) -> None:
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            if annotation in found:
                return
            found.add(annotation)
            for field in annotation.model_fields.values():
                visit(field.annotation)
        for part in get_args(annotation):
            visit(part)

    for part in PARTS.values():
        visit(part)
    return found


def keys_of(model: type[BaseModel]) -> set[str]:
    return {field.alias or name for name, field in model.model_fields.items()}


def places() -> Iterator[tuple[str, str]]:
    """Each Dutch word with each kind of thing in which a key answers to it."""
    for model in models():
        for word in WORDS:
            if word.key in keys_of(model):
                for dutch in word.dutch:
                    yield model.__name__, dutch


def test_every_key_of_the_language_has_its_dutch_word():
    keys = {key for model in models() for key in keys_of(model)} | BESIDE_THE_MODELS

    assert len(keys) > 120
    assert {word.key for word in WORDS} == keys


def test_a_dutch_word_means_one_key_where_it_is_written():
    assert [each for each, count in Counter(places()).items() if count > 1] == []
    assert len({word.key for word in WORDS}) == len(WORDS)


def test_a_dutch_word_is_no_key_of_the_same_thing():
    """Otherwise it would be read as that key, and nothing would be told."""
    dutch = {(model.__name__, key) for model in models() for key in keys_of(model)}

    assert dutch & set(places()) == set()


def test_the_guide_shows_words_and_keys_as_they_are():
    by_key = {word.key: word.dutch for word in WORDS}
    rows = re.findall(r"\|?\s*([^|`]+?) \| `(\w+)` \|", DOC.read_text(encoding="utf-8"))

    assert len(rows) > 30
    for told, key in rows:
        dutch = told.partition(" (")[0].replace(" ", "_")
        assert dutch in by_key[key], f"{dutch}: {key}"


@pytest.mark.parametrize(
    ("slip", "key"),
    [
        (("titels", ASKED, '  text: "Waarvoor', '  vraag: "Waarvoor'), "text"),
        (("titels", ASKED, "  answer:", "  antwoord:"), "answer"),
        (("titels", ASKED, "    kind: choice", "    soort: choice"), "kind"),
        (("titels", ASKED, "    options:", "    opties:"), "options"),
        (("titels", ASKED, "- card: bankje", "- kaart: bankje"), "card"),
        (("titels", ASKED, "  rows:", "  rijen:"), "rows"),
        (("titels", ASKED, "{id: plan_ligt_er", "{gebruik: plan_ligt_er"), "use"),
        (("titels", DEMANDS, "  basis: wet", "  grond: wet"), "basis"),
        (("titels", DEMANDS, "  sources:", "  Bronnen:"), "sources"),
        (("titels", DEMANDS, "  repair:", "  herstel:"), "repair"),
        (("titels", DEMANDS, "request:", "verzoek:"), "request"),
        (("titels", DEMANDS, "  short:", "  kort:"), "short"),
        (("titels", DEMANDS, "{question: plan", "{vraag: plan"), "question"),
        (("in_orde", DEMANDS, "all_of", "alle"), "all_of"),
        (("fase", DEMANDS, "due:", "fase:"), "due"),
        (("fase", HEADER, "phase: stap", "fase: stap"), "phase"),
        (("titels", HEADER, 'question: "Mag', 'vraag: "Mag'), "question"),
        (("titels", HEADER, "{demands: beslist", "{eisen: beslist"), "demands"),
        (("titels", HEADER, "{outcome: elders", "{uitkomst: elders"), "outcome"),
        (("titels", HEADER, "waarvoor, one_of", "waarvoor, een van"), "one_of"),
        (("botsing", HEADER, "pair:", "paar:"), "pair"),
    ],
)
def test_whoever_writes_a_key_in_dutch_is_told_the_key(slip, key, tmp_path):
    *_, new = slip
    written = new.split(":")[0].split(",")[-1].strip(" -{")
    told = faults_after(*slip, root=tmp_path)

    assert any(f"'{written}'" in each and f"u '{key}'" in each for each in told), told
