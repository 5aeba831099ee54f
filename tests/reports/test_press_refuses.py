"""The press is closed: what is not in the document or our own type, is not printed."""

import pytest

from reports.document import Figure, Section, SpoiledError
from reports.formats import press
from tests.reports.sample import CHART, CORE, COST_TABLE, memo

OUTSIDE = [
    "https://voorbeeld.example/logo.png",
    "http://127.0.0.1:9/logo.png",
    "file:///etc/hostname",
    "logo.png",
    "data:image/png;base64,AAAA",
]


def with_drawing(svg: str):
    figure = Figure(svg, "Plaat", "Een plaat.", COST_TABLE)
    return memo(CORE, Section("plaat", "Plaat", (figure,)))


@pytest.mark.parametrize("address", OUTSIDE)
def test_a_picture_may_ask_for_nothing(address):
    drawing = CHART.replace("</svg>", f'<image href="{address}" width="9"/></svg>')

    with pytest.raises(SpoiledError):
        press.render(with_drawing(drawing))


@pytest.mark.parametrize("address", OUTSIDE)
def test_no_type_or_picture_is_fetched(address):
    drawing = f"<div>{CHART}<img src='{address}' alt='Logo'></div>"

    with pytest.raises(SpoiledError, match="may not ask"):
        press.render(with_drawing(drawing))


def test_a_link_is_printed_but_not_followed():
    assert press.render(memo(CORE))
