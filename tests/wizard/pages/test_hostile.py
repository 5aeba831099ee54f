"""Every route and form under hostile requests: no fault of ours, nothing reflected."""

import random

import pytest

from tests.fuzzer import Fuzzer, doors_of, examples_of, in_process, rules_of

REQUESTS = 1_500
LEAST = 20  # in a hundred that come through each door, whatever is wrong with them


@pytest.mark.parametrize(("seed", "hosts"), [(1, ""), (2, "127.0.0.1")])
def test_no_request_breaks_us_or_comes_back_unescaped(
    build, clock, library, seed, hosts
):
    app = build(clock, hosts=hosts)
    serializer = app.session_interface.get_signing_serializer(app)
    fuzzer = Fuzzer(
        in_process(app.wsgi_app),
        rules_of(app),
        examples_of(library),
        serializer.dumps,
        random.Random(seed),
    )
    fuzzer.run(REQUESTS // 2)

    assert fuzzer.faults == []
    assert fuzzer.visited == set(rules_of(app))
    through = fuzzer.let_in(doors_of(app))
    assert {door: share for door, share in through.items() if share < LEAST} == {}
    assert fuzzer.statuses[200] > REQUESTS // 10
    assert fuzzer.statuses[422] > REQUESTS // 100
    assert fuzzer.ask("GET", "/gezond").status == 200
    assert app.extensions["raadwijzer"].dossiers.is_ready()
