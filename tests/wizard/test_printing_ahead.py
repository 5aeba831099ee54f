"""The print room: printed once, given at once, and never in the way of a page."""

import time
from concurrent.futures import Future
from dataclasses import replace

import pytest

from reports.document import Attachment
from reports.printer import PrinterBusyError, PrinterError
from tests.reports.sample import CORE, memo
from wizard.printing_ahead import PrintRoom, fingerprint
from wizard.tray import Tray


class SlowPrinter:
    """Takes orders, and prints when it is told to."""

    def __init__(self):
        self.orders = []
        self.full = False

    def submit(self, document):
        if self.full:
            raise PrinterBusyError
        future = Future()
        self.orders.append((document, future))
        return future

    def collect(self, future):
        return future.result(10)

    def print_all(self):
        for document, future in self.orders:
            if not future.done():
                future.set_result(document.title.encode())

    def is_ready(self):
        return True

    def close(self):
        self.full = True


class QuickPrinter(SlowPrinter):
    def submit(self, document):
        future = super().submit(document)
        future.set_result(document.title.encode())
        return future


def paper(title):
    return replace(memo(CORE), title=title)


def room_with(printer, **kwargs):
    return PrintRoom(printer, Tray(), **({"seats": 2, "most_ahead": 3} | kwargs))


def until(condition):
    deadline = time.monotonic() + 10
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.005)
    assert condition()


def test_what_was_printed_ahead_is_given_without_printing_again():
    printer = QuickPrinter()
    room = room_with(printer)
    room.ahead(paper("A"))
    until(lambda: room.tray.get(fingerprint(paper("A"))))

    assert room.pdf(paper("A")) == b"A"
    assert len(printer.orders) == 1


def test_a_second_request_does_not_print_again():
    printer = QuickPrinter()
    room = room_with(printer)

    assert [room.pdf(paper("A")) for _ in range(3)] == [b"A"] * 3
    assert len(printer.orders) == 1


def test_another_answer_is_another_paper():
    printer = QuickPrinter()
    room = room_with(printer)

    assert [room.pdf(paper("A")), room.pdf(paper("B"))] == [b"A", b"B"]


def test_who_clicks_while_it_is_printed_gets_that_same_print():
    printer = SlowPrinter()
    room = room_with(printer)
    room.ahead(paper("A"))
    until(lambda: printer.orders)
    room.ahead(paper("A"))
    printer.print_all()

    assert room.pdf(paper("A")) == b"A"
    assert len(printer.orders) == 1


def test_one_paper_at_a_time_is_printed_ahead_and_the_oldest_makes_room():
    printer = SlowPrinter()
    room = room_with(printer, most_ahead=2)
    room.ahead(paper("eerste"))
    until(lambda: printer.orders)
    for title in "ABCD":
        room.ahead(paper(title))
    assert len(printer.orders) == 1

    for number in (1, 2, 3):
        until(lambda number=number: len(printer.orders) == number)
        printer.print_all()
    until(lambda: not room._working)  # noqa: SLF001 — nothing else tells

    assert [document.title for document, _ in printer.orders] == ["eerste", "C", "D"]


def test_a_click_goes_before_what_is_only_ahead():
    printer = SlowPrinter()
    room = room_with(printer)
    room.ahead(paper("eerste"))
    until(lambda: printer.orders)
    room.ahead(paper("wacht"))
    room._order(fingerprint(paper("klik")), paper("klik"))  # noqa: SLF001
    printer.print_all()
    until(lambda: len(printer.orders) == 3)

    assert [document.title for document, _ in printer.orders][1] == "klik"
    printer.print_all()


def test_nothing_is_printed_ahead_when_that_is_switched_off():
    printer = QuickPrinter()
    room = room_with(printer, most_ahead=0)
    room.ahead(paper("A"))

    assert not room._working  # noqa: SLF001
    assert printer.orders == []


def test_no_more_visitors_wait_than_there_are_seats():
    printer = QuickPrinter()
    room = room_with(printer, seats=1)
    room._seats.acquire()  # noqa: SLF001 — somebody else waits
    with pytest.raises(PrinterBusyError):
        room.pdf(paper("A"))
    room._seats.release()  # noqa: SLF001

    assert room.pdf(paper("A")) == b"A"


def test_a_seat_comes_free_when_the_printer_refuses():
    printer = QuickPrinter()
    printer.full = True
    room = room_with(printer, seats=1)
    for _ in range(3):
        with pytest.raises(PrinterBusyError):
            room.pdf(paper("A"))
    printer.full = False

    assert room.pdf(paper("A")) == b"A"


def test_what_goes_wrong_ahead_is_told_to_nobody_and_tried_again_at_a_click():
    class Jammed(SlowPrinter):
        def submit(self, document):
            future = super().submit(document)
            if len(self.orders) == 1:
                future.set_exception(PrinterError())
            else:
                future.set_result(b"goed")
            return future

    printer = Jammed()
    room = room_with(printer)
    room.ahead(paper("A"))
    until(lambda: printer.orders and not room._working)  # noqa: SLF001

    assert room.pdf(paper("A")) == b"goed"


def test_the_fingerprint_knows_every_word_and_every_attachment():
    papers = [
        memo(CORE),
        paper("A"),
        replace(memo(CORE), footer_line="anders"),
        replace(memo(CORE), attachments=(Attachment("a.json", "x", "y", b"1"),)),
        replace(memo(CORE), attachments=(Attachment("a.json", "x", "y", b"2"),)),
        replace(memo(CORE), sections=memo(CORE).sections[:0]),
    ]

    assert len({fingerprint(one) for one in papers}) == len(papers)
    assert fingerprint(memo(CORE)) == fingerprint(memo(CORE))
