"""Counts for a graph and an address for reporters, where the operator asked for them."""

import os
import re

import pytest

from wizard.metrics import QUEUE, SECONDS, Metrics


@pytest.fixture
def watched(build, clock):
    return build(clock, metrics=True, security_contact="https://raad.example/meld")


def metrics(app):
    return app.test_client().get("/metrics")


def test_requests_are_counted_by_route_and_status_and_never_by_path(watched):
    client = watched.test_client()
    client.get("/")
    client.get("/d/mijnsleutel")
    told = metrics(watched)

    assert told.content_type.startswith("text/plain; version=0.0.4")
    assert 'raadwijzer_requests_total{route="/",status="2xx"} 1' in told.text
    assert 'route="/d/<key>",status="4xx"} 1' in told.text
    assert "mijnsleutel" not in told.text


def test_times_add_up(watched):
    watched.test_client().get("/gezond")
    text = metrics(watched).text
    buckets = [
        float(one) for one in re.findall(r'seconds_bucket\{le="[^"]+"\} (\S+)', text)
    ]

    assert buckets == sorted(buckets)
    assert f"raadwijzer_request_seconds_count {buckets[-1]:g}" in text
    assert buckets[-1] >= 1


def test_the_last_purge_and_the_number_of_dossiers_are_told(watched):
    assert "raadwijzer_dossiers 0" in metrics(watched).text
    assert "last_purge" not in metrics(watched).text
    watched.extensions["raadwijzer"].dossiers.purge()

    assert "raadwijzer_last_purge_timestamp_seconds 1" in metrics(watched).text


def test_every_line_is_in_the_format_of_prometheus(watched):
    watched.test_client().get("/")
    line = re.compile(r'(# TYPE \w+ \w+|\w+(\{(\w+="[^"]*",?)+\})? [0-9.e+-]+)')

    told = metrics(watched).text.splitlines()

    assert told
    assert [one for one in told if not line.fullmatch(one)] == []


def test_who_waited_at_a_process_that_ended_waits_no_more():
    metrics = Metrics()
    reading, writing = os.pipe()
    process = os.fork()
    if not process:
        metrics.put(QUEUE, 3)
        metrics.add(SECONDS, 2)
        os.write(writing, b".")
        os._exit(0)
    os.read(reading, 1)
    os.waitpid(process, 0)
    metrics.put(QUEUE, 1)
    assert metrics.total(QUEUE) == 4

    metrics.end(process)

    assert metrics.total(QUEUE) == 1
    assert metrics.total(SECONDS) == 2


def test_who_found_a_weakness_finds_an_address(watched):
    told = watched.test_client().get("/.well-known/security.txt")

    assert told.content_type == "text/plain; charset=utf-8"
    assert "Contact: https://raad.example/meld\n" in told.text
    assert re.search(r"^Expires: 2027-05-20T00:00:00Z$", told.text, re.MULTILINE)


@pytest.mark.parametrize("path", ["/metrics", "/.well-known/security.txt"])
def test_what_was_not_asked_for_is_not_there(client, path):
    assert client.get(path).status_code == 404
