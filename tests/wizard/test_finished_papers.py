"""The tray of finished papers: bounded, shared, wiped, and never half."""

import multiprocessing

import pytest

from wizard.finished_papers import HEAD, LIFE, FinishedPapers

KEY, OTHER = b"k" * 32, b"a" * 32
PAPER = b"%PDF " * 1_000


class Clock:
    def __init__(self):
        self.moment = 1_000.0

    def __call__(self):
        return self.moment


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def finished(clock):
    return FinishedPapers(places=8, place_bytes=10_000, clock=clock)


def raw(finished):
    return finished._memory[:]  # noqa: SLF001 — is it really gone?


def test_a_paper_is_found_by_its_key_alone(finished):
    finished.put(KEY, PAPER)

    assert finished.get(KEY) == PAPER
    assert finished.get(OTHER) is None


def test_a_newer_paper_takes_the_place_of_the_former(finished):
    finished.put(KEY, PAPER)
    finished.put(KEY, b"kort")

    assert finished.get(KEY) == b"kort"


def test_a_paper_that_does_not_fit_is_left_out(finished):
    finished.put(KEY, b"x" * 10_000)
    assert finished.get(KEY) is None

    finished.put(KEY, b"x" * (10_000 - HEAD.size))
    assert finished.get(KEY) is not None


def test_it_never_holds_more_than_its_places(finished, clock):
    keys = [bytes([number]) * 32 for number in range(100)]
    for key in keys:
        clock.moment += 1
        finished.put(key, key)
    found = [key for key in keys if finished.get(key) == key]

    assert len(raw(finished)) == 80_000
    assert 4 <= len(found) <= 8
    assert keys[-1] in found


def test_what_lies_too_long_is_not_given_and_is_overwritten(finished, clock):
    finished.put(KEY, PAPER)
    clock.moment += LIFE
    assert finished.get(KEY) is None
    assert PAPER in raw(finished)

    finished.wipe()
    assert raw(finished) == bytes(80_000)


def test_a_paper_that_two_wrote_at_once_counts_as_absent(finished):
    finished.put(KEY, PAPER)
    at = raw(finished).index(PAPER)
    finished._memory[at + 100 : at + 105] = b"ander"  # noqa: SLF001 — as a second writer would

    assert finished.get(KEY) is None


def test_a_label_that_makes_no_sense_counts_as_absent(finished, clock):
    for length in (2**63, 10_001, 0):
        finished.put(KEY, PAPER)
        start = raw(finished).index(KEY)
        label = HEAD.pack(KEY, bytes(32), length, clock.moment)
        finished._memory[start : start + HEAD.size] = label  # noqa: SLF001

        assert finished.get(KEY) is None


def test_processes_that_forked_share_it(finished):
    child = multiprocessing.get_context("fork").Process(
        target=finished.put, args=(KEY, PAPER)
    )
    child.start()
    child.join()

    assert finished.get(KEY) == PAPER


@pytest.fixture
def neighbour(finished):
    """Another process of the server, which says what it is still going to print."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()

    def promise():
        finished.expect([OTHER, KEY])
        theirs.send("told")
        theirs.recv()

    process = context.Process(target=promise, daemon=True)
    process.start()
    assert ours.poll(60)
    yield process
    process.kill()
    process.join()


def test_what_another_process_still_prints_is_known_with_its_place(finished, neighbour):
    finished.expect([b"m" * 32])

    assert [finished.before(key) for key in (OTHER, KEY, b"m" * 32)] == [0, 1, 0]
    assert finished.before(b"x" * 32) is None


def test_what_was_printed_or_dropped_is_expected_no_more(finished):
    finished.expect([OTHER, KEY])
    finished.expect([KEY])

    assert [finished.before(key) for key in (OTHER, KEY)] == [None, 0]
    finished.expect([])
    assert finished.before(KEY) is None


def test_a_process_that_was_killed_promises_nothing_and_leaves_its_place(
    finished, neighbour
):
    neighbour.kill()
    neighbour.join()
    assert finished.before(KEY) is None

    finished.expect([KEY])
    assert finished.before(KEY) == 0
    assert OTHER not in finished._lists[:]  # noqa: SLF001 — the place was taken over
