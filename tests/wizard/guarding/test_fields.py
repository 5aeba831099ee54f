"""Length and kind of every field are judged before anything runs."""

import re
from pathlib import Path

import pytest

import wizard
from wizard.guarding.fields import FAMILIES, FIELDS, OTHER, FieldKind, bound_of

TEMPLATES = Path(wizard.__file__).resolve().parent.parent / "templates"
FILES = {"bestand", "eerste", "tweede"}
NO_FIELDS = {"viewport", "description", "color-scheme"}


def named_in_templates():
    return {
        name
        for folder in ("screens", "parts")
        for path in (TEMPLATES / folder).glob("*.html")
        for name in re.findall(r'\bname="([a-z_.]+)"', path.read_text())
    }


def test_every_field_of_every_template_stands_in_the_table():
    names = named_in_templates() - FILES - NO_FIELDS

    assert len(names) > 12
    assert names <= set(FIELDS)


@pytest.mark.parametrize(
    "name", ["kosten.boa_uren", "kosten.boa_uren.jaar", "verzoek_1", "aan_8"]
)
def test_a_field_of_a_family_has_the_bound_of_its_family(name):
    assert any(bound_of(name) is bound for _, bound in FAMILIES)


def test_a_field_that_we_do_not_know_is_short():
    assert bound_of("iets_anders") is OTHER
    assert OTHER.characters <= 400


def test_only_what_one_can_write_lines_in_may_hold_lines():
    several = {name for name, bound in FIELDS.items() if bound.kind is FieldKind.TEXT}

    assert {"tekst", "toelichting", "antwoord", "dossier"} <= several
    assert not several & {"csrf_token", "hoort_bij", "titel", "gemeente", "versie"}
