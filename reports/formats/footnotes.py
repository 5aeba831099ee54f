"""Notes of a paper as Word and Writer know them: at the foot of the page of their mark.

The first mark of a note carries it. Each later mark is a cross-reference to the first,
as the word processor itself makes one: a reader can follow it, and it keeps up when
somebody edits, which a number typed in small would not. All that the list of notes said
stands in the notes, so there is no list at the end; only what no mark leads to is there.
"""

import re
from dataclasses import dataclass, field

from reports.document import Document, Note, spans

POINTER = re.compile(r"(?<=\bzie noot )\d+\b")


@dataclass
class Footnotes:
    """The notes of one paper while it is set, in the order of their first marks.

    `counted`: the word processor may count for itself, because that gives our numbers.
    In a paper whose lines were moved by hand it would not; there each mark is written
    out, so that all formats call a note by one number.
    """

    by_number: dict[int, Note]
    counted: bool
    unmarked: tuple[Note, ...]
    placed: list[int] = field(default_factory=list)

    def is_first(self, number: int) -> bool:
        """Tell whether this mark is the first of its note, and remember it."""
        if number in self.placed:
            return False
        self.placed.append(number)
        return True

    def pieces(self, note: Note) -> list[tuple[str, int | None]]:
        """Cut the text of a note before each number of a note that it points to.

        Each piece comes with that number; with None, where no mark stands before it.
        """
        found: list[tuple[str, int | None]] = []
        start = 0
        for hit in POINTER.finditer(note.text):
            if int(hit[0]) in self.placed:
                found.append((note.text[start : hit.start()], int(hit[0])))
                start = hit.end()
        return [*found, (note.text[start:], None)]


def footnotes(document: Document) -> Footnotes:
    """Find the first marks of a paper before it is set."""
    marks = list(dict.fromkeys(n for span in spans(document) for n in span.notes))
    by_number = {note.number: note for note in document.notes}
    unmarked = tuple(n for n in document.notes if n.number not in marks)
    return Footnotes(by_number, marks == list(by_number), unmarked)
