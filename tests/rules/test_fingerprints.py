"""A decision’s fingerprint covers what it cites, and nothing else; one walker finds it."""

from typing import get_type_hints

import pytest

from rules.content import (
    briefing,
    costs,
    decision,
    decision_table,
    demands,
    intrusions,
    questions,
)
from rules.grammar import condition
from rules.grammar.content_model import Content
from rules.grammar.references import _ref, references
from rules.loading import load
from tests.rules.synthetic import lay_out

MODULES = (
    briefing,
    costs,
    decision,
    decision_table,
    demands,
    intrusions,
    questions,
    decision_table,
    condition,
)
MODELS = sorted(
    {
        model
        for module in MODULES
        for model in vars(module).values()
        if isinstance(model, type)
        and issubclass(model, Content)
        and model.__module__ == module.__name__
    },
    key=lambda model: (model.__module__, model.__name__),
)


def named_in(annotation):
    """Every reference that an annotation says, however deep."""
    found = _ref(annotation)
    if found is not None and not getattr(annotation, "__args__", ())[1:]:
        yield found.kind
    for part in getattr(annotation, "__args__", ()):
        yield from named_in(part)
    for note in getattr(annotation, "__metadata__", ()):
        if hasattr(note, "kind") and type(note).__name__ == "Ref":
            yield note.kind


def dummy(annotation):
    """A value that fits an annotation with a name in it, without validating."""
    args = getattr(annotation, "__args__", ())
    origin = getattr(annotation, "__origin__", None)
    if hasattr(annotation, "__metadata__"):
        return dummy(origin)
    if origin is tuple:
        return (dummy(args[0]),)
    if args and isinstance(args[0], type) and "Mapping" in str(origin):
        return {dummy(args[0]): dummy(args[1])}
    if "Mapping" in str(origin):
        return {dummy(args[0]): dummy(args[1])}
    if args:
        return dummy(next((each for each in args if [*named_in(each)]), args[0]))
    return "een_naam"


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_typed_name_in_every_model_is_found(model):
    hints = get_type_hints(model, include_extras=True)

    assert model.model_fields
    for name in model.model_fields:
        kinds = set(named_in(hints[name]))
        if not kinds:
            continue
        item = model.model_construct(**{name: dummy(hints[name])})
        found = {each.kind for each in _of_field(item, name)}

        assert found & kinds, (name, kinds)


def _of_field(item, name):
    alias = type(item).model_fields[name].alias or name
    only = type(item).model_construct(**{name: getattr(item, name)})
    for other in type(item).model_fields:
        if other != name:
            object.__setattr__(only, other, None)
    return [each for each in references(only) if each.loc[0] == alias]


def prints(root):
    return {name: each.fingerprint for name, each in load(root).decisions.items()}


@pytest.fixture
def root(tmp_path):
    return lay_out("gedeelde_vraag", tmp_path)


def changed(root, file, old, new):
    """The decisions whose fingerprint a change in a file changes."""
    before = prints(root)
    path = root / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    after = prints(root)
    return {name for name in before if before[name] != after[name]}


BOTH, ONE = {"bankje_kort", "bankje_lang"}, {"bankje_lang"}
DECISION = "besluiten/bankje_lang"


@pytest.mark.parametrize(
    ("file", "old", "new", "touched"),
    [
        (f"{DECISION}/eisen.yaml", "- id", "# een opmerking\n- id", set()),
        (f"{DECISION}/eisen.yaml", "Het bankje past", "Het bankje is goed", ONE),
        (
            f"{DECISION}/eisen.yaml",
            'text: "Pas het plan',
            'text: "Verander het plan',
            ONE,
        ),
        (f"{DECISION}/besluit.yaml", "any: [onbekend]", "any: [onbekend, straks]", ONE),
        (f"{DECISION}/besluit.yaml", 'summary: "Een', 'summary: "Nog een', ONE),
        (f"{DECISION}/argumenten.yaml", "Het helpt", "Het helpt wel", ONE),
        (
            "registers/gedeeld.yaml",
            "Ligt er een plan voor",
            "Is er een plan voor",
            BOTH,
        ),
        ("registers/bronnen.yaml", "artikel 1 (proef)", "artikel een (proef)", BOTH),
        ("registers/organen.yaml", "De raad vraagt het college", "Vraag het", BOTH),
        ("registers/begrippen.yaml", "Een zitplaats", "Een plaats", set()),
    ],
)
def test_a_change_touches_the_decisions_that_refer_to_it(root, file, old, new, touched):
    assert changed(root, file, old, new) == touched


def test_a_source_that_nobody_cites_changes_nothing(root):
    before = prints(root)
    path = root / "registers/bronnen.yaml"
    text = path.read_text()
    extra = text[text.index("- id") :].replace("bankjesverordening-1", "andere-1")
    path.write_text(text + extra)

    assert prints(root) == before


def test_a_source_added_to_one_decision_leaves_the_other(root):
    path = root / "registers/bronnen.yaml"
    text = path.read_text()
    extra = text[text.index("- id") :].replace("bankjesverordening-1", "andere-1")
    path.write_text(text + extra)

    assert (
        changed(
            root,
            f"{DECISION}/eisen.yaml",
            "sources: [bankjesverordening-1]",
            "sources: [bankjesverordening-1, andere-1]",
        )
        == ONE
    )


def test_a_file_that_moves_changes_nothing(root):
    before = prints(root)
    folder = root / f"{DECISION}/eisen"
    folder.mkdir()
    (root / f"{DECISION}/eisen.yaml").rename(folder / "1-alles.yaml")

    assert prints(root) == before
    assert load(root).fingerprint.startswith("sha256:")
