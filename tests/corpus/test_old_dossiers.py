"""Every dossier, link and memo that an earlier release gave still opens.

Each folder holds what one release made: files as the site hands them out or as README
describes them, its database as SQL, the keys of its links, and a memo where it made one.
The dossiers are made up. A folder is never made again; a new release adds one, with
`bin/corpus.py`.
"""

import io
import json
import re
import sqlite3
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from types import MappingProxyType

import pytest

from reports.checking.verify_memo import FileVerdict, verify
from reports.composing.memo import Cover, compose
from reports.composing.receipt import receipt_of
from reports.formats import press
from rules.grammar.strict_yaml import read_file
from rules.judging.advice import advise
from rules.loading import CONTENT
from rules.reading_casefile import read_dossier
from wizard import cli
from wizard.app import assemble
from wizard.counter import slug_of
from wizard.keeping.database import open_engine, upgrade
from wizard.keeping.storage import Dossiers
from wizard.settings import Settings

HERE = Path(__file__).parent
LINKS = sorted(HERE.glob("*/links.json"))
DATABASES = sorted(HERE.glob("*/dossiers.sql"))
QUESTIONS = sorted((CONTENT / "vroeger").glob("*.yaml"))
MEMOS = sorted(HERE.glob("*/*.pdf"))
FILES = sorted({*HERE.glob("*/*.json"), *HERE.glob("*/*.yaml")} - set(LINKS))
HANDED_OUT = [file for file in FILES if '"format"' in file.read_text()]
PARTS = (
    *("texts", "costs", "reference_date", "municipality"),
    *("subject", "place", "problem", "meeting", "remarks"),
)
DAY = date(2026, 11, 21)
SECRET = "een geheim dat alleen in de tests bestaat"
DATED = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)  # as long as no dossier expired
TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


def named(path):
    return path.relative_to(HERE).as_posix()


# What does not open yet. Whoever mends it sees this test turn, and takes the line away.
SITE: dict[str, str] = {}
STORED: dict[str, str] = {}


def marks(name, faults):
    """Mark what is known to fail; once it is mended the mark itself is a fault."""
    return [
        pytest.mark.xfail(strict=True, reason=reason)
        for place, reason in faults.items()
        if Path(name).match(place)
    ]


def each(paths, faults=MappingProxyType({})):
    """Give one case for each file."""
    return [
        pytest.param(path, id=named(path), marks=marks(named(path), faults))
        for path in paths
    ]


def stored():
    """Give one case for each dossier in each database."""
    return [
        pytest.param(
            file.parent,
            link,
            id=f"{file.parent.name}/{link['name']}",
            marks=marks(link["name"], STORED),
        )
        for file in LINKS
        for link in json.loads(file.read_text())
    ]


@pytest.fixture(scope="module")
def open_site(library, tmp_path_factory):
    """Give a browser on the database of a release, brought up to date; or on none."""
    engines = []

    @cache
    def app(release):
        file = tmp_path_factory.mktemp("corpus") / "raadwijzer.sqlite"
        if release is not None:
            connection = sqlite3.connect(file)
            connection.executescript((release / "dossiers.sql").read_text())
            connection.close()
        engines.append(open_engine(f"sqlite:///{file}"))
        upgrade(engines[-1])
        free = {"dossiers_per_hour": 0, "pdfs_per_hour": 0, "pdf_ahead": 0}
        folder = tmp_path_factory.getbasetemp()
        settings = Settings(instance=folder, secret_key=SECRET, **free)
        dossiers = Dossiers(engines[-1], timedelta(days=30), lambda: DATED)
        made = assemble(settings, library, dossiers, DATED.date)
        made.config["PROPAGATE_EXCEPTIONS"] = False
        return made

    yield lambda release=None: app(release).test_client()
    for engine in engines:
        engine.dispose()


def bring(client, file):
    """Send a file in as a browser does."""
    token = TOKEN.search(client.get("/controleren").text)[1]
    data = {"csrf_token": token, "bestand": (io.BytesIO(file.read_bytes()), file.name)}
    return client.post("/controleren/openen", data=data)


def follow(client, path):
    """Ask for a page, also where another answers for it."""
    return client.get(path, follow_redirects=True)


def open_by_button(client, path):
    """Open a link to work with: look which dossier it is, and press the button."""
    token = TOKEN.search(client.get(path).text)[1]
    data = {"csrf_token": token}
    return client.post(path, data=data, follow_redirects=True)


def test_every_file_of_the_corpus_is_opened_by_a_test():
    opened = {*LINKS, *DATABASES, *MEMOS, *FILES}
    there = {
        path
        for path in HERE.rglob("*")
        if path.is_file() and path.suffix not in {".py", ".pyc"}
    }
    releases = {path.parent for path in there}

    assert there == opened
    assert len(releases) >= 4
    assert {path.parent for path in LINKS} == releases
    assert {path.parent for path in DATABASES} == releases
    assert {path.parent for path in FILES} == releases
    assert {path.parent for path in HANDED_OUT} == releases
    assert MEMOS


def test_the_newest_release_gave_every_part_that_a_file_can_have():
    newest = max(HANDED_OUT, key=lambda file: int(file.parent.name.partition("-")[0]))
    told = [json.loads(file.read_text()) for file in newest.parent.glob("*.json")]
    files = [one for one in told if isinstance(one, dict)]
    parts = {part for file in files for part, value in file.items() if value}
    memos = {file.name for file in newest.parent.glob("*.pdf")}

    assert parts >= {*PARTS, "format", "answers", "decision", "decisions"}
    assert any(
        name.startswith("twijfel_") for one in files for name in one.get("texts", ())
    )
    assert {name.rpartition("-")[2] for name in memos} == {"memo.pdf", "dossier.pdf"}


def test_every_stored_dossier_has_its_link():
    assert LINKS
    for file in LINKS:
        rows = (file.parent / "dossiers.sql").read_text().count('INTO "dossier"')

        assert len(json.loads(file.read_text())) == rows > 0


def test_every_question_that_was_answered_is_still_asked_or_kept_in_its_words(library):
    """Who takes a question of a release away, lays it down in `rules/vroeger` first."""
    kept = [entry for file in QUESTIONS for entry in read_file(file, CONTENT).value]
    words = {entry["id"]: entry["text"] for entry in kept}
    answered = {
        question
        for file in HANDED_OUT
        for question in json.loads(file.read_text())["answers"]
    }

    assert len(answered) > 100
    asked = {one.id for law in library.decisions.values() for one in law.questions}
    assert answered <= set(words) | asked
    assert all(words.values())


@pytest.mark.parametrize("file", each(FILES, SITE))
def test_a_file_comes_back_on_the_site(open_site, file):
    client = open_site()
    back = bring(client, file)

    assert back.status_code == 303, back.text
    assert client.get(back.location).status_code == 200


@pytest.mark.parametrize("file", each(HANDED_OUT))
def test_a_file_that_the_site_gave_comes_back_whole(open_site, library, file):
    client = open_site()
    bring(client, file)
    before, after = file.read_text(), client.get("/delen/dossier.json").text
    meant, came = (read_dossier(each, library, today=DAY) for each in (before, after))

    assert meant
    assert [each.answers for each in came] == [each.answers for each in meant]
    for part in PARTS:
        assert json.loads(after).get(part) == json.loads(before).get(part)


@pytest.mark.parametrize("file", each(FILES))
def test_what_is_told_of_old_answers_is_told_after_coming_back(
    open_site, library, file
):
    """What was read anew, what counts no more, what clashes: nothing is lost on the way."""
    client = open_site()
    bring(client, file)
    after = client.get("/delen/dossier.json").text
    meant, came = (
        read_dossier(each, library, today=DAY)
        for each in (file.read_text("utf-8"), after)
    )

    assert meant
    for part in ("answers", "translated", "untranslated", "clashes"):
        said = [getattr(each, part) for each in meant]
        assert [getattr(each, part) for each in came] == said


def test_the_corpus_has_answers_that_count_no_more_and_answers_that_clash(library):
    found = [
        casefile
        for file in FILES
        for casefile in read_dossier(file.read_text("utf-8"), library, today=DAY)
    ]

    assert max(len(each.untranslated) for each in found) > 10
    assert any(each.clashes for each in found)


@pytest.mark.parametrize("file", each(FILES))
def test_the_engine_judges_a_file(library, monkeypatch, capsys, file):
    monkeypatch.setattr(cli, "load", lambda: library)
    with pytest.raises(SystemExit) as stopped:
        cli.main(["assess", "--json", str(file)])
    said = capsys.readouterr()

    assert (stopped.value.code, said.err) == (0, "")
    assert json.loads(said.out)


@pytest.mark.parametrize(("release", "link"), stored())
def test_a_stored_dossier_opens_everywhere(open_site, release, link):
    client = open_site(release)
    opened = open_by_button(client, f"/d/{link['edit']}")
    taken = client.get("/delen/dossier.json")

    assert opened.status_code == 200
    assert json.loads(taken.text)["dossier"] == link["code"]
    pages = ["/", "/wissen", "/delen"]
    for name in map(slug_of, decisions_of(json.loads(taken.text))):
        pages += [f"/{name}", f"/{name}/advies", f"/{name}/advies/memo.txt"]
    assert {page: follow(client, page).status_code for page in pages} == dict.fromkeys(
        pages, 200
    )


def decisions_of(dossier):
    return dossier.get("decisions") or [dossier["decision"]]


@pytest.mark.parametrize(
    ("release", "link"), [case for case in stored() if "read" in case.values[1]]
)
def test_a_read_link_opens_and_changes_nothing(open_site, release, link):
    client = open_site(release)

    assert follow(client, f"/l/{link['read']}").status_code == 200
    assert client.get("/wissen").status_code in {403, 404}


@pytest.mark.parametrize("file", each(MEMOS))
def test_a_memo_gets_a_verdict(library, file):
    found = verify(file.read_bytes(), library, press.render)

    assert found.verdict in FileVerdict
    assert found.receipt is not None
    assert found.verdict is not FileVerdict.CHANGED


@pytest.mark.parametrize("file", each(FILES))
def test_what_travels_in_a_memo_makes_the_same_memo(library, file):
    """Also what is told of old answers: otherwise a sound memo would be called changed."""
    casefiles = read_dossier(file.read_text("utf-8"), library, today=DAY)
    advices = [advise(library.chart(each.decision), each) for each in casefiles]
    travelled = receipt_of(compose(advices, library, Cover("ABC-123", None, "0")))
    again = read_dossier(json.dumps(travelled.dossier), library, today=DAY)

    assert again == casefiles
