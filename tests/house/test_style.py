"""The stylesheet gives what the pages ask, and little more."""

import json
import re

import pytest

from hatch_build import worn

CLASS = re.compile(r"(?<![\w.-])utrecht-[a-z0-9_-]*[a-z0-9]")
WITHIN = re.compile(r":(?:not|is|where)\([^)]*\)")
SELECTOR = re.compile(r"\.(utrecht-[a-z0-9_-]+)")


@pytest.fixture(scope="module")
def asked(root, tracked):
    """The component classes that templates and pages name."""
    pages = [path for path in tracked if path.parts[0] in {"templates", "wizard"}]
    texts = [(root / path).read_text() for path in pages if path.suffix != ".woff2"]
    return set(CLASS.findall("\n".join(texts)))


def test_every_class_that_is_asked_for_is_given(root, asked):
    given = set(SELECTOR.findall((root / "static/css/nlds.css").read_text()))

    assert len(asked) > 10
    assert asked - given == set()


def test_every_component_is_asked_for(root, asked):
    packages = json.loads((root / "package.json").read_text())["devDependencies"]
    components = [name for name in packages if name.startswith("@utrecht/")]
    idle = []
    for name in components:
        css = (root / "node_modules" / name / "dist/index.min.css").read_text()
        if not asked & set(SELECTOR.findall(css)):
            idle.append(name)

    assert components
    assert idle == []


def test_only_what_a_page_can_have_is_sent(root, asked):
    css = (root / "static/css/nlds.css").read_text()
    given = set(SELECTOR.findall(WITHIN.sub("", css)))

    assert given - asked == set()


@pytest.mark.parametrize(
    ("css", "left"),
    [
        (".a{top:0}.b{top:0}", ".a{top:0}"),
        (".b,.a:hover{top:0}", ".a:hover{top:0}"),
        (".a .b{top:0}", ""),
        (".a:not(.b){top:0}", ".a:not(.b){top:0}"),
        (":is(.a,.b){top:0}", ":is(.a,.b){top:0}"),
        ("td{top:0}", "td{top:0}"),
        ("@media print{.a{top:0}.b{top:0}}", "@media print{.a{top:0}}"),
        ("@media print{.b{top:0}}", ""),
        ("@keyframes b{to{top:0}}", "@keyframes b{to{top:0}}"),
    ],
)
def test_a_rule_for_a_class_that_no_page_has_is_left_out(css, left):
    assert worn(css, {"a", "td"}) == left


def test_our_own_theme_wears_the_tokens(root):
    css = (root / "static/css/nlds.css").read_text()

    assert ".raadwijzer-theme {" in css
    assert "voorbeeld-theme" not in css
    assert css.index("@font-face") < css.index(".utrecht-")
