"""Counts for whoever watches the server, in memory that every process can reach.

Each process writes in a place of its own, so no lock is needed that a killed process
could keep. A place is found by process number; where two ever share one, a count may be
lost, which is no harm to a graph. Nothing about any visitor or dossier is counted.
"""

import mmap
import os
import struct
import time
from collections.abc import Callable, Iterable, Iterator

from flask import Flask, Response, g, request

BUCKETS = (0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)  # seconds
STATUSES = ("2xx", "3xx", "4xx", "429", "503", "5xx")
PLACES = 64
MOST_ROUTES = 400
NUMBER = struct.Struct("<d")
SECONDS, QUEUE = 0, 1  # places of the sum of seconds, and of who waits for a paper
FIRST_BUCKET = 2
FIRST_ROUTE = FIRST_BUCKET + len(BUCKETS) + 1
CELLS = FIRST_ROUTE + MOST_ROUTES * len(STATUSES)


class Metrics:
    """Numbers that only go up, and one that goes up and down; made before the fork."""

    def __init__(self) -> None:
        self._memory = mmap.mmap(-1, PLACES * CELLS * NUMBER.size)

    def add(self, cell: int, much: float = 1.0) -> None:
        """Count in the place of this process."""
        at = self._at(cell)
        (now,) = NUMBER.unpack_from(self._memory, at)
        NUMBER.pack_into(self._memory, at, now + much)

    def put(self, cell: int, much: float) -> None:
        """Say how much it is now, in this process."""
        NUMBER.pack_into(self._memory, self._at(cell), much)

    def end(self, process: int) -> None:
        """Let nobody wait at a process that ended; what it counted stays."""
        at = self._at(QUEUE, process)
        NUMBER.pack_into(self._memory, at, 0.0)

    def total(self, cell: int) -> float:
        """Add up what all processes counted, also those that are gone."""
        step = CELLS * NUMBER.size
        places = (place * step + cell * NUMBER.size for place in range(PLACES))
        return sum(float(NUMBER.unpack_from(self._memory, at)[0]) for at in places)

    def _at(self, cell: int, process: int | None = None) -> int:
        place = (process or os.getpid()) % PLACES
        return (place * CELLS + cell) * NUMBER.size


def count_requests(app: Flask, metrics: Metrics, waiting: Callable[[], int]) -> None:
    """Count each request of this application by its route, its status and its time."""

    @app.before_request
    def begin() -> None:
        g.began = time.perf_counter()

    @app.after_request
    def end(response: Response) -> Response:
        taken = time.perf_counter() - g.get("began", time.perf_counter())
        metrics.add(SECONDS, taken)
        slot = next(
            (place for place, most in enumerate(BUCKETS) if taken <= most), len(BUCKETS)
        )
        metrics.add(FIRST_BUCKET + slot)
        metrics.put(QUEUE, waiting())
        route = routes_of(app).index(request.url_rule.rule if request.url_rule else "-")
        status = STATUSES.index(_kind(response.status_code))
        metrics.add(FIRST_ROUTE + route * len(STATUSES) + status)
        return response


def routes_of(app: Flask) -> list[str]:
    """List the patterns of all routes, always in the same order; a path could hold a key."""
    found = app.extensions.get("raadwijzer-routes")
    if found is None:
        rules = {rule.rule for rule in app.url_map.iter_rules()}
        found = app.extensions["raadwijzer-routes"] = ["-", *sorted(rules)]
    return list(found)


def as_prometheus(
    app: Flask, metrics: Metrics, gauges: Iterable[tuple[str, float]]
) -> str:
    """Write everything in the text format of Prometheus."""
    lines = [*_requests(app, metrics), *_times(metrics)]
    lines += ["# TYPE raadwijzer_print_queue gauge"]
    lines += [f"raadwijzer_print_queue {metrics.total(QUEUE):g}"]
    for name, value in gauges:
        lines += [f"# TYPE raadwijzer_{name} gauge", f"raadwijzer_{name} {value:.0f}"]
    return "\n".join(lines) + "\n"


def _requests(app: Flask, metrics: Metrics) -> Iterator[str]:
    yield "# TYPE raadwijzer_requests_total counter"
    for place, route in enumerate(routes_of(app)):
        for kind, status in enumerate(STATUSES):
            count = metrics.total(FIRST_ROUTE + place * len(STATUSES) + kind)
            if count:
                labels = f'route="{route}",status="{status}"'
                yield f"raadwijzer_requests_total{{{labels}}} {count:g}"


def _times(metrics: Metrics) -> Iterator[str]:
    yield "# TYPE raadwijzer_request_seconds histogram"
    so_far = 0.0
    for place, most in enumerate((*BUCKETS, "+Inf")):
        so_far += metrics.total(FIRST_BUCKET + place)
        yield f'raadwijzer_request_seconds_bucket{{le="{most}"}} {so_far:g}'
    yield f"raadwijzer_request_seconds_sum {metrics.total(SECONDS):g}"
    yield f"raadwijzer_request_seconds_count {so_far:g}"


def _kind(status: int) -> str:
    return str(status) if str(status) in STATUSES else f"{status // 100}xx"
