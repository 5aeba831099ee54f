import subprocess
import sys
import tempfile
from pathlib import Path
from signal import SIGKILL
from time import monotonic, sleep

import pytest

from reports.document import Figure, Section
from reports.formats.print_pool import (
    Bounds,
    Printer,
    PrinterBusyError,
    PrinterError,
    PrinterMemoryError,
    PrinterTimeoutError,
)
from tests.reports.sample import CHART, CORE, COST_TABLE, memo, paragraph


@pytest.fixture(scope="module")
def printer():
    with Printer(Bounds(queue=2, papers=3)) as started:
        yield started


def printed(printer, document):
    return printer.collect(printer.submit(document))


def test_it_prints_what_the_press_prints(printer, memo_pdf):
    assert printed(printer, memo()) == memo_pdf


def test_papers_can_be_printed_ahead(printer, memo_pdf):
    futures = [printer.submit(memo()) for _ in range(3)]

    assert [printer.collect(future) for future in futures] == [memo_pdf] * 3


def test_a_printer_at_work_is_ready_and_one_that_cannot_start_is_not(monkeypatch):
    with Printer(Bounds()) as one:
        assert one.is_ready()
        waiting = one.submit(memo())
        assert one.is_ready(seconds=0)
        one.collect(waiting)
        monkeypatch.setattr(one, "_revived", lambda *_: (_ for _ in ()).throw(OSError))
        assert not one.is_ready()


def test_a_full_queue_says_so_in_dutch():
    with Printer(Bounds(queue=0)) as small:
        waiting = small.submit(memo(CORE))
        with pytest.raises(PrinterBusyError, match="over een minuut"):
            small.submit(memo(CORE))

        assert small.collect(waiting)
        assert printed(small, memo(CORE))


def test_a_place_in_the_queue_comes_free_when_the_paper_is_spoiled(printer):
    drawing = CHART.replace("</svg>", '<image href="x.png" width="9"/></svg>')
    spoiled = memo(Section("a", "A", (Figure(drawing, "A", "B", COST_TABLE),)))

    for _ in range(4):
        with pytest.raises(PrinterError, match="niet worden gemaakt"):
            printed(printer, spoiled)


def test_a_paper_that_takes_too_long_is_given_up():
    with (
        Printer(Bounds(seconds=0.05)) as hasty,
        pytest.raises(PrinterTimeoutError, match="te lang"),
    ):
        printed(hasty, memo())


def test_a_paper_that_needs_too_much_memory_is_given_up():
    with Printer(Bounds(megabytes=300)) as narrow:
        endless = Section("a", "A", (paragraph("woord " * 2**21),))
        with pytest.raises(PrinterMemoryError, match="te groot"):
            printed(narrow, memo(endless))


def test_a_printer_that_broke_is_replaced(printer, memo_pdf):
    printer.warm()
    pool = printer._press.processes  # noqa: SLF001 — break it on purpose
    pool.submit(sys.exit).exception()
    for process in list(pool._processes.values()):  # noqa: SLF001
        process.kill()

    with pytest.raises(PrinterError):
        printed(printer, memo())
    assert printed(printer, memo()) == memo_pdf


@pytest.fixture
def disk(printer, tmp_path, monkeypatch):
    """What printers leave on the disk; the server of their processes stands already."""
    printer.warm()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return lambda: [each.name for each in tmp_path.rglob("*")]


def gone(left):
    """Wait until nothing is left; a process that ends needs a moment."""
    end = monotonic() + 20
    while left() and monotonic() < end:
        sleep(0.05)
    return left() == []


def test_nothing_is_left_on_the_disk_when_a_printer_closes(disk):
    with Printer(Bounds()) as one:
        assert printed(one, memo())
        assert any(name.startswith("weasyprint") for name in disk())

    assert disk() == []


def test_nothing_is_left_on_the_disk_by_processes_that_were_replaced(disk):
    with Printer(Bounds(papers=1)) as one:
        waiting = [one.submit(memo(CORE)) for _ in range(2)]
        assert all(one.collect(each) for each in waiting)

        assert gone(disk)


def test_nothing_is_left_on_the_disk_when_the_web_process_is_killed(tmp_path):
    killed = """
import os, signal, sys, tempfile
from reports.formats.print_pool import Bounds, Printer
one = Printer(Bounds())
one.warm()
one.is_ready(20)
tempfile.tempdir = sys.argv[1]
two = Printer(Bounds())
assert two.is_ready(20) and os.listdir(sys.argv[1])
os.kill(os.getpid(), signal.SIGKILL)
"""
    ended = subprocess.run([sys.executable, "-c", killed, str(tmp_path)], check=False)

    assert ended.returncode == -SIGKILL
    assert gone(lambda: list(Path(tmp_path).iterdir()))


def test_the_counter_does_not_load_the_press():
    loaded = (
        "import sys, reports.formats.print_pool; sys.exit('weasyprint' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", loaded], check=False).returncode == 0
