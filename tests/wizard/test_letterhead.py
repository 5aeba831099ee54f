"""A letterhead that would spoil a paper stops the start, and says why in Dutch."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from wizard.cli import main
from wizard.letterhead import (
    LEAST_CONTRAST,
    MOST_BYTES,
    LetterheadError,
    contrast_on_white,
    read_letterhead,
)
from wizard.settings import SettingsError, load_settings

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">{}</svg>'
SHIELD = SVG.format('<path fill="#7a1f3d" d="M0 0h10v10z"/>')
FILE = 'name: Gemeente Voorbeeld\nlogo: logo.svg\nalt: Wapen\ncolour: "#7a1f3d"\n'
DOSSIER = 'decision: buurtbemiddeling\nreference_date: "2026-11-21"\nanswers: {}\n'
LINKED = '<use xmlns:x="http://www.w3.org/1999/xlink" x:href="{}"/>'


def png(mode="RGB", size=(40, 20), **saved) -> bytes:
    target = BytesIO()
    Image.new(mode, size).save(target, "PNG", **saved)
    return target.getvalue()


@pytest.fixture
def write(tmp_path):
    """Write a letterhead with its logo, and give its path."""

    def written(text=FILE, logo=SHIELD, name="logo.svg"):
        data = logo if isinstance(logo, bytes) else logo.encode()
        (tmp_path / name).write_bytes(data)
        path = tmp_path / "briefhoofd.yaml"
        path.write_text(text.replace("logo.svg", name), "utf-8")
        return path

    return written


def fault_of(path) -> str:
    with pytest.raises(LetterheadError) as caught:
        read_letterhead(path)
    return str(caught.value)


def test_a_letterhead_has_a_name_a_logo_with_words_and_a_colour(write):
    found = read_letterhead(write())

    assert (found.name, found.colour) == ("Gemeente Voorbeeld", "#7a1f3d")
    assert (found.logo.alt, found.logo.media_type) == ("Wapen", "image/svg+xml")
    assert found.logo.data == SHIELD.encode()


def test_a_name_alone_is_enough(write):
    found = read_letterhead(write("name: Gemeente Voorbeeld\n"))

    assert (found.logo, found.colour) == (None, None)


@pytest.mark.parametrize("mode", ["RGB", "L", "P", "1"])
def test_a_png_without_see_through_parts_is_as_good(write, mode):
    found = read_letterhead(write(logo=png(mode), name="logo.png"))

    assert found.logo.media_type == "image/png"


def test_a_file_that_cannot_be_read_is_told(tmp_path):
    assert fault_of(tmp_path / "weg.yaml").startswith("weg.yaml — niet te lezen")


FILES = {
    "": "hier moet ten minste ‘name’ in staan",
    "colour: '#7a1f3d'\n": "name: moet de naam zijn",
    "name: ' '\n": "name: moet de naam zijn",
    f"name: {'x' * 61}\n": "name: moet de naam zijn",
    "name: Voorbeeld\nkleur: rood\n": "kleur: kennen wij niet",
    "name: Voorbeeld\ncolour: rood\n": "colour: moet een kleur zijn",
    "name: Voorbeeld\nlogo: ../geheim.svg\n": "logo: moet de naam zijn van een PNG of SVG",
    FILE.replace("alt: Wapen\n", ""): "alt: ontbreekt",
    FILE.replace("Wapen", "' '"): "alt: ontbreekt",
    FILE.replace("#7a1f3d", "#ffcc00"): "contrast van 1,5 op 1",
    FILE.replace("#7a1f3d", "#777777"): "contrast van 4,4 op 1",
    "name: [": "dit is geen leesbare YAML",
}


@pytest.mark.parametrize("text", FILES)
def test_what_is_wrong_in_the_file_is_told(write, text):
    assert FILES[text] in fault_of(write(text))


def test_a_logo_that_is_not_there_is_told(write, tmp_path):
    path = write()
    (tmp_path / "logo.svg").unlink()

    assert "logo.svg is niet te lezen" in fault_of(path)


PICTURES = {
    "no picture": (b"GIF89a", "is geen PNG en geen SVG"),
    "a PNG that is broken": (png()[:40], "is geen leesbare PNG"),
    "a PNG with layers": (png("RGBA"), "is doorzichtig"),
    "a grey PNG with layers": (png("LA"), "is doorzichtig"),
    "a PNG with a colour left out": (png("P", transparency=0), "is doorzichtig"),
    "a PNG that is too wide": (png("1", (3_001, 2)), "3000 pixels"),
    "a file that is too large": (b"<svg" + b" " * MOST_BYTES, "groter dan 100 kB"),
    "an SVG that is broken": ("<svg", "is geen leesbare SVG"),
    "an SVG of no size": (SHIELD.replace("viewBox", "kader"), "geen viewBox"),
    "an SVG of no kind": ('<svg viewBox="0 0 1 1"/>', "geen viewBox"),
    "entities": (f"<!DOCTYPE svg []>{SHIELD}", "verwijst naar buiten"),
    "a stylesheet": (f'<?xml-stylesheet href="a.css"?>{SHIELD}', "naar buiten"),
    "a picture": (SVG.format(f"<image href='{'a.png'}'/>"), "tekst of een foto"),
    "letters": (SVG.format("<text>Voorbeeld</text>"), "tekst of een foto"),
    "a script": (SVG.format("<script>1</script>"), "niet afdrukken: script"),
    "a page": (SVG.format("<foreignObject/>"), "niet afdrukken: foreignObject"),
    "a shape elsewhere": (SVG.format(LINKED.format("a.svg#b")), "naar buiten"),
    "a paint elsewhere": (SVG.format('<path fill="url(a.svg#b)"/>'), "naar buiten"),
    "a style elsewhere": (SVG.format("<style>@import 'a'</style>"), "naar buiten"),
    "a style with a paint elsewhere": (
        SVG.format("<path style='fill: url( &quot;http://a#b&quot;)'/>"),
        "verwijst naar buiten",
    ),
    "a layer": (SVG.format('<g opacity=".5"/>'), "doorzichtige delen"),
    "a layer by style": (
        SVG.format("<g style='fill:red;opacity:0.9'/>"),
        "doorzichtige",
    ),
    "a layer by class": (
        SVG.format("<style>.a{fill-opacity:50%}</style>"),
        "doorzichtige delen",
    ),
    "a see-through paint": (
        SVG.format('<path fill="rgba(1,1,1,.5)"/>'),
        "doorzichtige",
    ),
    "a see-through number": (SVG.format('<path stroke="#11223344"/>'), "doorzichtige"),
    "a filter": (SVG.format('<path filter="url(#f)"/>'), "doorzichtige delen"),
    "a mask": (SVG.format('<path style="mask:url(#m)"/>'), "doorzichtige delen"),
}


@pytest.mark.parametrize("kind", PICTURES)
def test_a_logo_that_would_spoil_a_paper_is_told(write, kind):
    logo, told = PICTURES[kind]

    assert told in fault_of(write(logo=logo))


@pytest.mark.parametrize(
    "drawn",
    [
        '<g opacity="1" fill-opacity="100%"/>',
        '<defs><linearGradient id="a"/></defs><path fill="url(#a)"/>',
        "<style>.a{fill:#123456;opacity:1.0}</style><path class='a'/>",
        '<path style="filter:none" fill="none"/>',
        LINKED.format("#a"),
    ],
)
def test_what_is_whole_and_stays_inside_is_taken(write, drawn):
    assert read_letterhead(write(logo=SVG.format(drawn))).logo is not None


def test_all_faults_are_told_at_once(write):
    text = FILE.replace("#7a1f3d", "#ffffff").replace("alt: Wapen\n", "")
    told = fault_of(write(text, SVG.format('<g opacity=".5"/>'))).splitlines()

    assert len(told) == 3
    assert all(line.startswith("briefhoofd.yaml — ") for line in told)


def test_the_start_stops_at_a_letterhead_that_cannot_be_used(write, environment):
    path = write(FILE.replace("#7a1f3d", "#ffffff"))
    environment.setenv("RAADWIJZER_LETTERHEAD", str(path))

    with pytest.raises(SettingsError) as caught:
        load_settings()

    assert str(caught.value).startswith(
        "RAADWIJZER_LETTERHEAD: briefhoofd.yaml — colour"
    )


def test_a_letterhead_that_can_be_used_is_read_once(write, environment):
    assert load_settings().whose_paper is None
    environment.setenv("RAADWIJZER_LETTERHEAD", str(write()))
    settings = load_settings()

    assert settings.whose_paper is settings.whose_paper
    assert settings.whose_paper.name == "Gemeente Voorbeeld"


def test_contrast_is_that_of_the_guidelines():
    assert contrast_on_white("#000000") == pytest.approx(21)
    assert contrast_on_white("#767676") > LEAST_CONTRAST > contrast_on_white("#777777")


@pytest.fixture
def run(write, environment, tmp_path):
    """Run a command where this letterhead is set; give its exit code."""
    environment.setenv("RAADWIJZER_LETTERHEAD", str(write()))
    environment.chdir(tmp_path)
    Path("dossier.yaml").write_text(DOSSIER, "utf-8")

    def call(*arguments):
        with pytest.raises(SystemExit) as stopped:
            main(list(arguments))
        return stopped.value.code

    return call


def test_a_memo_from_the_command_line_has_it_and_verifies(run, capsys, environment):
    assert run("memo", "dossier.yaml", "-o", "memo.html", "--kort") == 0
    assert "Gemeente Voorbeeld" in Path("memo.html").read_text("utf-8")
    assert run("memo", "dossier.yaml", "-o", "memo.pdf", "--kort") == 0
    assert run("verify-memo", "memo.pdf") == 0

    environment.delenv("RAADWIJZER_LETTERHEAD")
    assert run("verify-memo", "memo.pdf") == 2
    assert "het briefhoofd" in capsys.readouterr().out
