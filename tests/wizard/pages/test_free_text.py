"""Free text through the pages: a person is refused before anything is stored."""

from pathlib import Path

import pytest
import yaml

from rules.loading import load
from tests.rules.synthetic import lay_out

SENTENCES = yaml.safe_load(
    (Path(__file__).parents[1] / "guarding/zinnen.yaml").read_text(encoding="utf-8")
)
FIELD = "/vraag-die-vertelt/vraag/naam-bankje"
DECISION = "vraag_die_vertelt"
TYPED = "naam_bankje-antwoord"
MUCH = 280


@pytest.fixture(scope="module")
def law(tmp_path_factory):
    """A law with one question that takes words of one’s own."""
    root = lay_out(DECISION, tmp_path_factory.mktemp("woorden"))
    asked = root / "besluiten" / DECISION / "vragen.yaml"
    asked.write_text(asked.read_text().replace("max: 20", f"max: {MUCH}"))
    return load(root)


@pytest.fixture
def app(build, clock, law):
    return build(clock, law=law)


@pytest.fixture
def begun(begin):
    return begin({"plan_ligt_er": "ja", "bankje_heeft_naam": "ja"}, decision=DECISION)


@pytest.fixture
def kept(app):
    """Give what the database holds, in every table."""

    def read():
        dossiers = app.extensions["raadwijzer"].dossiers
        with dossiers.engine.connect() as connection:
            tables = connection.exec_driver_sql(
                "select name from sqlite_master where type = 'table'"
            ).scalars()
            return "\n".join(
                str(row)
                for table in list(tables)
                for row in connection.exec_driver_sql(f'select * from "{table}"')
            )

    return read


@pytest.mark.parametrize("severity", ["blokkeer", "waarschuw"])
def test_a_person_is_refused_and_the_text_stays(begun, send, kept, severity):
    before = kept()
    for text in (one["text"] for one in SENTENCES[severity]):
        page = send(FIELD, {TYPED: text}, status=422)

        assert page.title.startswith("Fout:"), text
        assert page.one(f"#{TYPED}").get("value") == text
        assert page.one("#fouten a").get("href") == f"#{TYPED}"

    assert kept() == before


def test_the_refusal_says_why_and_how_it_could_be_written(begun, send):
    page = send(FIELD, {TYPED: "De heer Jansen veroorzaakt overlast."}, status=422)

    assert "niet over personen" in page.text
    assert "Schrijf bijvoorbeeld: ‘Een inwoner veroorzaakt overlast.’" in page.text


def test_what_names_nobody_is_kept(begun, send, kept):
    assert SENTENCES["onschuldig"]
    for text in SENTENCES["onschuldig"]:
        send(FIELD, {TYPED: text})

        assert text in kept()


def test_a_text_that_is_too_long_is_refused(begun, send, kept):
    before = kept()
    page = send(FIELD, {TYPED: "a" * (MUCH + 1)}, status=422)

    assert page.title.startswith("Fout:")
    assert kept() == before
