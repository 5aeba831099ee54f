"""Two answers that do not fit together come first on the result, with the way to mend it."""

import pytest

from tests.reports.trial import trial


@pytest.fixture
def law():
    return trial()


def test_a_clash_is_told_before_the_headline(begin, visit):
    answers = {"fase": "besluit", "duur": "altijd", "einddatum": "ja"}
    begin(answers, decision="eisen")
    page = visit("/eisen/kort")

    told = page.one("main").text
    clash = told.index("Dit past niet bij elkaar")
    assert clash < told.index(page.heading)
    assert page.all(".rw-melding form")
    assert "Nog niet vast" in told
