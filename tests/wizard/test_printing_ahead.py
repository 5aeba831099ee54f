"""The print room: printed once, given at once, and never in the way of a page."""

import time
from concurrent.futures import Future
from dataclasses import replace

import pytest

from reports.document import Attachment
from reports.formats.print_pool import PrinterBusyError, PrinterError
from tests.reports.sample import CORE, memo
from wizard.finished_papers import FinishedPapers
from wizard.printing_ahead import PrintAhead, StillPrintingError, fingerprint


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
    return PrintAhead(
        printer, FinishedPapers(), **({"seats": 2, "most_ahead": 3} | kwargs)
    )


def all_printed(room):
    """Let the slow printer do all its work."""

    def done():
        room.printer.print_all()
        return room.waiting() == 0

    return done


def until(condition):
    deadline = time.monotonic() + 10
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.005)
    assert condition()


def test_what_was_printed_ahead_is_given_without_printing_again():
    printer = QuickPrinter()
    room = room_with(printer)
    room.ahead(paper("A"))
    until(lambda: room.finished.get(fingerprint(paper("A"))))

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


def test_who_finds_no_seat_gets_a_turn_and_finds_the_paper_ready():
    printer = SlowPrinter()
    room = room_with(printer, seats=1)
    room._seats.acquire()  # noqa: SLF001 — somebody else waits
    for title, before in (("A", 0), ("B", 1), ("C", 2), ("C", 2)):
        with pytest.raises(StillPrintingError) as turn:
            room.pdf(paper(title))
        assert turn.value.before == before
    assert room.waiting() == 3
    with pytest.raises(StillPrintingError):
        room.find(turn.value.key)

    until(all_printed(room))
    assert [room.find(fingerprint(paper(title))) for title in "ABC"] == [
        b"A",
        b"B",
        b"C",
    ]


def test_who_comes_later_does_not_jump_the_row_and_nothing_is_printed_twice():
    printer = SlowPrinter()
    room = room_with(printer, seats=1)
    room._seats.acquire()  # noqa: SLF001 — somebody else waits
    for title in "AB":
        with pytest.raises(StillPrintingError):
            room.pdf(paper(title))
    room._seats.release()  # noqa: SLF001 — and has it now

    for title, before in (("C", 2), ("A", 0), ("B", 1)):
        with pytest.raises(StillPrintingError) as turn:
            room.pdf(paper(title))
        assert turn.value.before == before
    until(all_printed(room))
    assert [document.title for document, _ in printer.orders] == ["A", "B", "C"]


def test_what_another_process_prints_is_not_printed_here_too(monkeypatch):
    printer = SlowPrinter()
    room = room_with(printer)
    monkeypatch.setattr(room.finished, "before", {fingerprint(paper("A")): 4}.get)

    with pytest.raises(StillPrintingError) as turn:
        room.pdf(paper("A"))
    assert turn.value.before == 4
    assert (printer.orders, room.waiting()) == ([], 0)


def test_a_place_in_the_row_is_kept_while_the_printer_has_none():
    class Full(QuickPrinter):
        refused = 0

        def submit(self, document):
            self.refused += 1
            if self.refused < 3:
                raise PrinterBusyError
            return super().submit(document)

    room = room_with(Full(), seats=1)
    room._seats.acquire()  # noqa: SLF001 — somebody else waits
    with pytest.raises(StillPrintingError) as turn:
        room.pdf(paper("A"))
    until(lambda: room.waiting() == 0)

    assert room.find(turn.value.key) == b"A"
    assert room.printer.refused == 3


def test_who_waited_at_a_seat_behind_others_gets_a_place_in_the_row():
    class Slow(QuickPrinter):
        late = True

        def collect(self, future):
            if self.late:
                self.late = False
                raise PrinterBusyError
            return super().collect(future)

    room = room_with(Slow(), seats=1)
    room.finished.put = lambda *_: None
    with pytest.raises(StillPrintingError):
        room.pdf(paper("A"))
    until(lambda: room.waiting() == 0)

    assert room.pdf(paper("B")) == b"B"  # and the seat is free again


def test_a_paper_that_is_in_no_row_is_told_to_be_gone():
    room = room_with(SlowPrinter())

    with pytest.raises(PrinterError) as gone:
        room.find(fingerprint(paper("A")))
    assert not isinstance(gone.value, StillPrintingError)


def test_what_somebody_waits_for_goes_before_what_nobody_asked_for():
    printer = SlowPrinter()
    room = room_with(printer, seats=1)
    room.ahead(paper("eerste"))
    until(lambda: printer.orders)
    room.ahead(paper("niemand"))
    room._seats.acquire()  # noqa: SLF001 — somebody else waits
    with pytest.raises(StillPrintingError):
        room.pdf(paper("iemand"))

    until(all_printed(room))
    titles = [document.title for document, _ in printer.orders]
    assert titles == ["eerste", "iemand", "niemand"]


def test_the_row_of_who_waits_has_an_end():
    room = room_with(SlowPrinter(), seats=1, most_wanted=2)
    room._seats.acquire()  # noqa: SLF001 — somebody else waits
    for title in "AB":
        with pytest.raises(StillPrintingError):
            room.pdf(paper(title))
    with pytest.raises(PrinterBusyError):
        room.pdf(paper("C"))
    until(all_printed(room))


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
