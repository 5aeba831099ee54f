"""Twenty thousand hostile requests against the server itself, over a socket."""

import json
import os
import random
import time
from typing import Any

import pytest

from rules.loading import load
from tests.fuzzer import LET_IN, Fuzzer, doors_of, examples_of, over_socket, rules_of
from tests.server import Server, Visitor
from wizard.app import create_app
from wizard.settings import Settings

pytestmark = pytest.mark.stress

REQUESTS = int(os.environ.get("STRESS_REQUESTS", "20000"))
LEAST = 20  # in a hundred that come through each door, whatever is wrong with them
SHUT = {  # what is off by default, or asks for what only an earlier answer gives
    ("GET", "/.well-known/security.txt"),
    ("GET", "/metrics"),
    ("GET", "/klaar/<slip>"),
    ("POST", "/delen/terug"),
    ("GET", "/delen/raadsvergadering.ics"),
    ("GET", "/<decision:name>/controleblad"),  # of few decisions
    ("GET", "/<decision:name>/controleblad.pdf"),
}
SECRET = "een geheim dat alleen in de proef bestaat"


def test_twenty_thousand_hostile_requests(tmp_path):
    database = f"sqlite:///{tmp_path / 'raad.sqlite'}"
    free = {"dossiers_per_hour": "0", "pdfs_per_hour": "0", "hosts": "127.0.0.1"}
    server = Server(database, tmp_path, secret_key=SECRET, **free)
    server.start()
    twin = create_app(Settings(instance=tmp_path / "twin", secret_key=SECRET), load())
    sealing: Any = twin.session_interface
    serializer = sealing.get_signing_serializer(twin)
    examples = examples_of(load())
    examples["form"] += ("pdf",)
    fuzzer = Fuzzer(
        over_socket(server.port),
        rules_of(twin),
        examples,
        serializer.dumps,
        random.Random(20261121),
    )
    began = time.monotonic()
    try:
        fuzzer.run(REQUESTS)
        assert Visitor(server.port).ask("GET", "/gereed")[0] == 200
    finally:
        server.kill()
    seconds = time.monotonic() - began
    statuses = dict(sorted(fuzzer.statuses.items()))
    print(
        f"\n{REQUESTS} hostile requests in {seconds:.0f} s: {statuses}, {len(fuzzer.faults)} faults"
    )

    assert fuzzer.faults == []
    assert fuzzer.visited == set(rules_of(twin))
    through = fuzzer.let_in(doors_of(twin))
    assert {door: share for door, share in through.items() if share < LEAST} == {}
    shut = {one for one, told in fuzzer.answered.items() if not LET_IN & {*told}}
    assert shut <= SHUT
    log = server.log.read_text()
    assert "unexpected error" not in log
    assert "zx9q" not in log
    assert all(json.loads(line) for line in log.splitlines() if line.startswith("{"))
