"""Trouble as visitors meet it: no database, a full disk, a colleague, a restored copy."""

import json
import re
import resource
import shutil
import signal
import subprocess
import time
from functools import partial
from threading import Thread

import pytest
from sqlalchemy import text

from tests.server import Server, Visitor, offered
from wizard.keeping.database import open_engine

pytestmark = pytest.mark.stress

DECISION = "cameratoezicht"
FIRST = ("raad-en-plek", "plek_vrij_toegankelijk")
SECOND = ("geld", "kosten_bekend")
FULL = 2_000_000  # bytes that any file may have
CLASHES = 30
# The button of a half-screen; its notices lead back to what was answered.
ONWARD = re.compile(r'--primary-action" href="(/[a-z]+/vraag/[a-z0-9-]+)"')
SORRY = "Uw dossier is nu niet bereikbaar"


@pytest.fixture
def server(durable_url, tmp_path):
    if not durable_url.startswith("sqlite"):
        engine = open_engine(durable_url)
        with engine.begin() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
        engine.dispose()
    made = Server(durable_url, tmp_path, dossiers_per_hour="0", pdf_ahead="0")
    yield made
    made.kill()


@pytest.fixture
def sqlite_server(tmp_path):
    database = f"sqlite:///{tmp_path / 'raad.sqlite'}"
    made = Server(database, tmp_path, dossiers_per_hour="0", pdf_ahead="0")
    yield made
    made.kill()


class Councillor(Visitor):
    """A visitor who answers questions and remembers what was confirmed."""

    def __init__(self, port):
        super().__init__(port)
        self.confirmed, self.where = {}, FIRST

    def arrive(self):
        self.begin(DECISION)
        return self

    def version(self):
        found = re.search(
            r'name="versie" value="(\d+)"', self.ask("GET", address(self.where))[1]
        )
        return found[1]

    def answer(self, value="ja", where=None, version=None):
        where = where or self.where
        version = version or self.version()
        sent = {f"{where[1]}-antwoord": value, "versie": version}
        told = self.fetch("POST", address(where), **sent)
        if told.status == 303:
            self.confirmed[where] = value
        return told

    def chosen(self, where):
        """Give what is kept of a row, as the file says that one can take along."""
        return json.loads(self.ask("GET", "/delen/dossier.json")[1])["answers"].get(
            where[1]
        )

    def edit_key(self):
        return re.search(r"/d/([A-Za-z0-9_-]+)", self.ask("GET", "/delen")[1])[1]


def address(where):
    """Give the address of the screen that a row stands on."""
    return f"/{DECISION}/vraag/{where[0]}"


def walk(councillor, most=1_000):
    """Answer on and on, until something else than a next page comes."""
    path, told = address(FIRST), councillor.fetch("GET", "/")
    for _ in range(most):
        if "/vraag/" not in path:
            page = councillor.ask("GET", path)[1]
            onward = ONWARD.search(page)
            if onward is None:  # all is answered
                return told
            path = onward[1]
        page = councillor.fetch("GET", path)
        if page.status != 200:
            return page
        sent = {name: choices[0] for name, choices in offered(page.data).items()}
        sent["versie"] = re.search(r'name="versie" value="(\d+)"', page.text)[1]
        told = councillor.fetch("POST", path, **sent, bevestigd="ja")
        if told.status != 303:
            return told
        councillor.confirmed |= {
            (path.rpartition("/")[2], name.removesuffix("-antwoord")): value
            for name, value in sent.items()
            if value == "ja" and name.endswith("-antwoord")
        }
        path = told.headers["location"]
        if path.endswith("/kort"):
            return told
    return told


def assert_clear_refusal(told):
    assert told.status == 503
    assert SORRY in told.text
    assert "niet bewaard" in told.text
    assert told.text.rstrip().endswith("</html>")
    assert int(told.headers["retry-after"]) > 0
    assert told.headers["cache-control"] == "no-store"


def test_while_postgresql_is_gone_every_page_says_so_and_then_all_is_there(
    durable_cluster, tmp_path
):
    url = durable_cluster.url.replace("postgresql://", "postgresql+psycopg://")
    server = Server(url, tmp_path, dossiers_per_hour="0", pdf_ahead="0")
    try:
        server.start()
        councillor = Councillor(server.port).arrive()
        first = councillor.where
        version = councillor.version()
        assert councillor.answer().status == 303
        durable_cluster.stop()
        assert_clear_refusal(councillor.answer("nee", first, version))
        for path in (
            address(first),
            f"/{DECISION}/kort",
            f"/{DECISION}/overzicht",
            "/delen",
        ):
            assert_clear_refusal(councillor.fetch("GET", path))
        assert councillor.ask("GET", "/gezond")[0] == 200
        gone = councillor.fetch("GET", "/gereed")
        assert (gone.status, "database: werkt niet" in gone.text) == (503, True)
        assert Visitor(server.port).ask("GET", "/werkwijze")[0] == 200
        durable_cluster.start()
        assert councillor.ask("GET", "/gereed")[0] == 200
        assert councillor.chosen(first) == "ja"
        assert councillor.answer("nee", first).status == 303
        assert councillor.chosen(first) == "nee"
    finally:
        server.kill()
        durable_cluster.start_if_stopped()
    print("\nPostgreSQL gone: 6 pages refused clearly, then everything there")


def test_while_the_file_is_gone_every_page_says_so(sqlite_server, tmp_path):
    server, file, aside = sqlite_server, tmp_path / "raad.sqlite", tmp_path / "elders"
    server.start()
    councillor = Councillor(server.port).arrive()
    assert councillor.answer().status == 303
    first, version = councillor.where, councillor.version()
    aside.mkdir()
    for one in tmp_path.glob("raad.sqlite*"):
        one.rename(aside / one.name)
    for number in range(8):
        assert_clear_refusal(councillor.answer("nee", first, version))
        assert_clear_refusal(
            councillor.fetch("GET", (address(first), "/delen")[number % 2])
        )
        assert councillor.ask("GET", "/gereed")[0] == 503
    assert not file.exists()
    for one in aside.iterdir():
        one.rename(tmp_path / one.name)

    assert councillor.ask("GET", "/gereed")[0] == 200
    assert councillor.chosen(first) == "ja"
    assert councillor.answer("nee", first).status == 303
    print("\nSQLite file gone: 16 pages refused clearly, then everything there")


def test_a_full_disk_is_told_and_keeps_what_was_confirmed(sqlite_server):
    server = sqlite_server

    def narrow():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (FULL, resource.RLIM_INFINITY))

    server.start(narrow)
    crowd: list[Councillor] = []
    for _ in range(60):
        crowd.append(Councillor(server.port).arrive())
        told = walk(crowd[-1])
        if told.status != 303:
            break
    assert_clear_refusal(told)
    confirmed = sum(len(one.confirmed) for one in crowd)
    assert crowd[0].ask("GET", f"/{DECISION}/overzicht")[0] == 200

    for member in server.family():
        unlimited = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
        resource.prlimit(member, resource.RLIMIT_FSIZE, unlimited)
    wrong = [
        (where, value)
        for one in crowd
        for where, value in one.confirmed.items()
        if one.chosen(where) != value
    ]
    print(f"\nfull disk: {confirmed} confirmed answers, {len(wrong)} lost; a clear 503")
    assert wrong == []
    assert walk(crowd[0], 3).status == 303


def at_once(*calls):
    """Make every call in a thread of its own; give their answers in order."""
    found = [None] * len(calls)

    def make(number):
        found[number] = calls[number]()

    threads = [Thread(target=make, args=(number,)) for number in range(len(calls))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


@pytest.fixture
def editors(server):
    """Two people at one dossier, and two of its questions."""
    server.start()
    first, second = Councillor(server.port).arrive(), Councillor(server.port)
    assert first.answer("ja").status == 303
    second.follow(f"/d/{first.edit_key()}")
    second.where = first.where
    return first, second, FIRST, SECOND


def test_of_two_editors_of_one_answer_one_is_asked_again(editors):
    first, second, where, _ = editors
    for _ in range(CLASHES):
        version, present = first.version(), first.chosen(where)
        assert second.version() == version
        mine, theirs = (one for one in ("ja", "nee", "onbekend") if one != present)
        told = at_once(
            partial(first.answer, mine, where, version),
            partial(second.answer, theirs, where, version),
        )
        assert sorted(one.status for one in told) == [303, 409]
        kept = mine if told[0].status == 303 else theirs
        assert first.chosen(where) == second.chosen(where) == kept
        asked_again = max(told, key=lambda one: one.status)
        assert "Iemand anders wijzigde dit antwoord" in asked_again.text
    print(f"\ntwo editors, {CLASHES} clashes: one kept, one asked again, each time")


def test_two_editors_of_different_answers_do_not_hinder_each_other(editors):
    first, second, where, following = editors
    for value in ("nee", "ja") * 10:
        version = first.version()
        assert second.version() == version
        told = at_once(
            partial(first.answer, value, where, version),
            partial(second.answer, value, following, version),
        )
        assert [one.status for one in told] == [303, 303]
        assert first.chosen(where) == first.chosen(following) == value


def order(server, *words):
    """Give a command as an operator does."""
    program = [server.command[0], *words]
    told = subprocess.run(
        program, env=server.environment, capture_output=True, check=True
    )
    assert told.stderr == b""


def test_a_back_up_is_restored_and_the_link_still_opens(sqlite_server, tmp_path):
    """The steps are those of docs/beheer.md, parts 3 and 4."""
    server = sqlite_server
    server.start()
    councillor = Councillor(server.port).arrive()
    where = councillor.where
    assert councillor.answer("ja").status == 303
    key = councillor.edit_key()
    file, copy = tmp_path / "raad.sqlite", tmp_path / "kopie.backup"
    order(server, "backup", str(copy))
    assert councillor.answer("nee", where).status == 303
    assert server.stop() == 0

    for each in (file, tmp_path / "raad.sqlite-wal", tmp_path / "raad.sqlite-shm"):
        each.unlink(missing_ok=True)
    shutil.rmtree(tmp_path / "instance")
    (tmp_path / "instance").mkdir()
    order(server, "restore", str(copy), "--vervang")
    order(server, "purge")
    server.start()

    assert councillor.ask("GET", "/gereed")[0] == 200
    assert councillor.chosen(where) == "ja"
    other = Councillor(server.port)
    other.follow(f"/d/{key}")
    assert other.chosen(where) == "ja"
    print("\nrestored from a back-up: cookie and link open the dossier as it was")


@pytest.mark.postgres
def test_a_dump_of_postgresql_is_restored_and_the_link_still_opens(
    durable_cluster, tmp_path
):
    url = durable_cluster.url.replace("postgresql://", "postgresql+psycopg://")
    server = Server(url, tmp_path, dossiers_per_hour="0", pdf_ahead="0")
    dump = durable_cluster.folder / "dump"
    about = ("-h", "127.0.0.1", "-p", str(durable_cluster.port), "-U", "raadwijzer")
    try:
        server.start()
        councillor = Councillor(server.port).arrive()
        where = councillor.where
        assert councillor.answer("ja").status == 303
        durable_cluster.run("pg_dump", *about, "-Fc", "-f", str(dump), "postgres")
        assert councillor.answer("nee", where).status == 303
        server.stop()
        durable_cluster.run(
            "pg_restore", *about, "--clean", "--if-exists", "-d", "postgres", str(dump)
        )
        server.start()
        assert councillor.chosen(where) == "ja"
    finally:
        server.kill()


def test_a_page_does_not_wait_for_papers(sqlite_server):
    """Every seat of the print room is taken; a page comes through all the same."""
    server = sqlite_server
    server.start()
    councillor = Councillor(server.port).arrive()
    assert councillor.answer("ja").status == 303
    statuses, slowest = [], 0.0

    def click(number):
        one = Councillor(server.port).arrive()
        one.answer("nee" if number % 2 else "ja")
        statuses.append(one.fetch("GET", f"/{DECISION}/dossier.pdf"))

    clicks = [Thread(target=click, args=(number,)) for number in range(30)]
    for thread in clicks:
        thread.start()
    while any(thread.is_alive() for thread in clicks):
        began = time.perf_counter()
        assert councillor.ask("GET", "/werkwijze")[0] == 200
        slowest = max(slowest, time.perf_counter() - began)
        time.sleep(0.01)
    printed = [one for one in statuses if one.status == 200]
    waiting = [one for one in statuses if one.status == 303]
    print(
        f"\n30 dossiers asked at once: {len(printed)} printed, {len(waiting)} in the row; "
        f"slowest page meanwhile {slowest * 1000:.0f} ms"
    )
    assert len(printed) + len(waiting) == 30
    assert printed
    assert all("/klaar/" in one.headers["location"] for one in waiting)
    assert slowest < 3
