"""What a jurist is told about writing a decision is true, and a new one is sound at once."""

import json
import re
from pathlib import Path
from shutil import copytree

import pytest
from pydantic import TypeAdapter

from rules.content.briefing import Arguments
from rules.content.decision import Clash
from rules.content.decision_table import Outcome, OutcomeRow
from rules.content.demands import Demand
from rules.content.questions import Question
from rules.content.research import EvidenceEntry
from rules.grammar.condition import Rule
from rules.grammar.earlier_questions import Earlier
from rules.grammar.errors import InputError
from rules.grammar.strict_yaml import read
from rules.loading import CONTENT, load
from rules.proof.examination import examine
from rules.reading_decisions import CardHead
from rules.scaffold import PARTS, begin, schema

DOC = Path(__file__).resolve().parents[2] / "docs" / "regels-schrijven.md"
BLOCKS = re.findall(r"```yaml\n(.*?)```", DOC.read_text(encoding="utf-8"), re.DOTALL)


def by_line(block):
    """Read each line on its own: the examples of one key stand below each other."""
    return [read(line, "doc").value for line in block.splitlines() if line.strip()]


@pytest.mark.parametrize("block", BLOCKS, ids=range(len(BLOCKS)))
def test_every_example_in_the_guide_is_read(block):
    if block.startswith("when:"):
        assert [Rule.model_validate({"id": "r", **each}) for each in by_line(block)]
    elif block.startswith("earlier:"):
        rows = TypeAdapter(Earlier)
        assert [rows.validate_python(each["earlier"]) for each in by_line(block)]
    elif block.startswith("- card"):
        (card,) = read(block, "doc").value
        assert CardHead.model_validate(card).rows
    elif block.startswith("- id"):
        (item,) = read(block, "doc").value
        model = (
            Demand
            if "basis" in item
            else EvidenceEntry
            if "maatregel" in item
            else Question
        )
        assert model.model_validate(item).id == item["id"]
    elif block.startswith("about:"):
        assert Arguments.model_validate(read(block, "doc").value).about
    else:
        whole = read(block, "doc").value
        found = [Clash.model_validate(each) for each in whole.get("clashes", [])]
        found += [OutcomeRow.model_validate(each) for each in whole.get("table", [])]
        found += [Outcome.model_validate(each) for each in whole.get("outcomes", [])]
        assert found


def test_the_guide_names_every_word_of_the_language():
    text = DOC.read_text(encoding="utf-8")
    words = {*Demand.model_fields, *Outcome.model_fields} - {
        *("id", "also", "ask", "to", "duiding", "valid_from", "valid_until"),
        *("rests_on_reading", "from_", "meaning", "next_step", "tonight"),
    }

    assert {word for word in words if word not in text} == set()


@pytest.fixture
def root(tmp_path):
    """A copy of the registers, without any decision."""
    copytree(CONTENT / "registers", tmp_path / "registers")
    return tmp_path


def test_a_new_decision_is_read_checked_and_proved_at_once(root):
    made = begin("proef_besluit", root)
    library = load(root)

    assert [path.name for path in made] == [
        "argumenten.yaml",
        "besluit.yaml",
        "eisen.yaml",
        "vragen.yaml",
    ]
    assert examine(library.chart("proef_besluit")).certificate.holds
    assert library.decision("proef_besluit").phases


@pytest.mark.parametrize("name", ["", "Proef", "een besluit", "../elders", "ab"])
def test_a_name_that_cannot_be_is_refused(root, name):
    with pytest.raises(InputError, match="kan geen naam zijn"):
        begin(name, root)


def test_a_decision_that_is_there_is_not_written_over(root):
    begin("proef_besluit", root)
    with pytest.raises(InputError, match="is er al"):
        begin("proef_besluit", root)


@pytest.mark.parametrize("part", PARTS)
def test_every_part_has_a_schema_for_editors(part):
    found = schema(part)

    assert found["$schema"].startswith("https://json-schema.org/")
    assert json.loads(json.dumps(found)) == found


def test_a_part_that_is_not_there_has_no_schema():
    with pytest.raises(InputError, match="Onderdeel 'vraagen' is er niet"):
        schema("vraagen")
