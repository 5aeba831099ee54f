"""Put in `tests/corpus` what this release makes, so that every later one must open it.

Made-up dossiers go in as a visitor brings them and come out as the site hands them out:
files, links, memos, and the database as SQL. Run it once for each release, on its tree;
a folder that is there is never made again.
"""

import json
import re
import sqlite3
import sys
import time
import tomllib
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from rules.content.decision import Decision
from rules.content.questions import Question
from rules.grammar.answers import (
    ChoiceKind,
    DateKind,
    NumberKind,
    TicksKind,
)
from rules.library import Library
from rules.loading import load
from wizard.app import assemble
from wizard.counter import EXTENSION, slug_of
from wizard.keeping.database import open_engine, upgrade
from wizard.keeping.storage import Dossiers
from wizard.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "tests" / "corpus"
DAY = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)  # on which the tests open them
TOWN = "gm0851"
MAIN = "cameratoezicht"
TOGETHER = 5  # decisions in one dossier, so that all fit in a few
MEMOS = ("memo.pdf", "dossier.pdf")  # of one page, and of everything
TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
LINK = re.compile(r"/([dl])/([a-z0-9]{20,})")
FAULT = re.compile(r"#bestand\">(.*?)</a>")
ACCEPTED, SEE_OTHER = 202, 303
PLAIN = {
    "yes_no": ("ja", "nee"),
    "weighing": ("ja", "nee"),
    "amount": ("120", "3500"),
    "text": ("zoals afgesproken",),
}
LONGEST_NUMBER = 40  # above the least
PATIENCE = 60  # looks at a paper that is still being printed


def made_up(library: Library) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Give each dossier by name, in the format of a dossier file."""
    names = sorted(library.decisions)
    camera = library.decisions[MAIN]
    yield MAIN, _rich(camera)
    for place in range(0, len(names), TOGETHER):
        some = names[place : place + TOGETHER]
        answers: dict[str, Any] = {}
        for name in some:
            answers |= _answers(library.decisions[name], 1.0)
        yield f"besluiten-{place // TOGETHER + 1}", _whole({"decisions": some}, answers)
    yield "leeg", _whole({"decision": MAIN}, {})


def _rich(decision: Decision) -> Mapping[str, Any]:
    """Make a dossier that has every part that a file can have."""
    answers = _answers(decision, 0.6)
    known = sorted(name for name, value in answers.items() if value != "onbekend")
    costs = decision.costs
    assert costs is not None
    return _whole({"decision": decision.id}, answers) | {
        "subject": "Camera’s op de Markt",
        "place": "De Markt en de Kerkstraat",
        "problem": "probleem:explosie",
        "meeting": {"date": "2026-12-10", "item": "7", "number": "2026-114"},
        "remarks": dict.fromkeys(known[:3], "bron: raadsbrief 12 maart, blz. 3"),
        "doubtful": known[3:6],
        "costs": {f"kosten.{item.id}": "1200" for item in costs.items[:2]},
        "texts": {
            f"{decision.id}_motie_toelichting": "Wij willen weten of het doel wordt gehaald."
        },
    }


def _whole(about: Mapping[str, Any], answers: Mapping[str, Any]) -> dict[str, Any]:
    day = DAY.date().isoformat()
    head = {"format": 2, **about, "reference_date": day, "municipality": TOWN}
    return head | {"answers": dict(answers)}


def _answers(decision: Decision, share: float) -> dict[str, Any]:
    """Answer so many of the questions, one in eight with *weet ik niet*; always alike."""
    chance = Random(decision.id)  # noqa: S311 — no secret
    return {
        question.id: "onbekend"
        if chance.random() < 1 / 8
        else _answer(question, chance)
        for question in decision.questions
        if chance.random() < share
    }


def _answer(question: Question, chance: Random) -> Any:
    match question.answer:
        case ChoiceKind(options=options):
            return chance.choice(options).id
        case TicksKind(options=options):
            return [chance.choice(options).id]
        case NumberKind(min=low, max=high):
            return chance.randint(low, min(high, low + LONGEST_NUMBER))
        case DateKind(earliest=earliest):
            first = 2010 if earliest is None else earliest.year + 1
            return date(
                chance.randint(first, 2025), chance.randint(1, 9), 11
            ).isoformat()
        case _:
            return chance.choice(PLAIN[question.answer.kind])


def make(folder: Path) -> None:
    """Fill a folder: bring each dossier in, and keep what the site gives of it."""
    library = load()
    with TemporaryDirectory() as place:
        file = Path(place) / "raadwijzer.sqlite"
        engine = open_engine(f"sqlite:///{file}")
        upgrade(engine)
        dossiers = Dossiers(engine, timedelta(days=30), lambda: DAY)
        settings = Settings(
            instance=Path(place),
            secret_key="x" * 40,
            dossiers_per_hour=0,
            pdfs_per_hour=0,
            pdf_ahead=0,
        )
        app = assemble(settings, library, dossiers, DAY.date)
        try:
            links = [
                _taken(app.test_client(), folder, name, whole)
                for name, whole in made_up(library)
            ]
        finally:
            app.extensions[EXTENSION].print_ahead.close()
            engine.dispose()
        with sqlite3.connect(file) as connection:
            sql = "\n".join(connection.iterdump())
        connection.close()
    (folder / "dossiers.sql").write_text(f"{sql}\n")
    (folder / "links.json").write_text(f"{json.dumps(links, indent=1)}\n")


def _taken(
    client: FlaskClient, folder: Path, name: str, whole: Mapping[str, Any]
) -> dict[str, str]:
    """Bring one dossier in; keep its file and its memos, and give its keys."""
    proof = _proof(client, "/controleren")
    sent = proof | {"dossier": json.dumps(whole)}
    back = client.post("/controleren/openen", data=sent)
    assert back.status_code == SEE_OTHER, FAULT.findall(back.text)
    given = client.get("/delen/dossier.json")
    (folder / f"{name}.json").write_bytes(given.data)
    code = json.loads(given.text)["dossier"]
    if name != "leeg":
        shared = _proof(client, "/delen") | {"hoort_bij": code}
        assert client.post("/delen/leeslink", data=shared).status_code == SEE_OTHER
    keys = dict(LINK.findall(client.get("/delen").text))
    if name == MAIN:
        for paper in MEMOS:
            address = f"/{slug_of(MAIN)}/{paper}"
            (folder / f"{name}-{paper}").write_bytes(_printed(client, address).data)
    found = {"name": name, "code": code, "edit": keys["d"]}
    return found | ({"read": keys["l"]} if "l" in keys else {})


def _proof(client: FlaskClient, path: str) -> dict[str, str]:
    token = TOKEN.search(client.get(path).text)
    assert token is not None, path
    return {"csrf_token": token[1]}


def _printed(client: FlaskClient, path: str) -> TestResponse:
    """Wait for a paper as a browser does."""
    for _ in range(PATIENCE):
        answer = client.get(path)
        if answer.mimetype == "application/pdf":
            return answer
        assert answer.status_code in {ACCEPTED, SEE_OTHER}, answer.text
        path = (
            answer.headers.get("location") or answer.headers["refresh"].split("url=")[1]
        )
        time.sleep(0.5)
    raise TimeoutError(path)


def main() -> None:
    """Make the folder of this version, behind those that are there."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    version = project["version"]
    there = [one.name for one in CORPUS.glob("[0-9]*-*")]
    if any(name.partition("-")[2] == version for name in there):
        print(f"tests/corpus has a folder of {version}; it is never made again.")
        sys.exit(1)
    number = max((int(name.partition("-")[0]) for name in there), default=0) + 1
    folder = CORPUS / f"{number}-{version}"
    with TemporaryDirectory() as draft:
        make(Path(draft))
        copytree(draft, folder)
        folder.chmod(0o755)  # a draft is for its owner alone
    print(f"Made {folder.relative_to(ROOT)}; add it, and never change it again.")


if __name__ == "__main__":
    main()
