"""Source ids become numbered notes: each source once, in the order of first mention.

The leden of one article share a note, which names them.
"""

from collections.abc import Iterable, Iterator, Mapping

from reports.document import Note
from reports.dutch import enumerate_words
from rules.grammar.sources import SeenExtent, Source

_SEEN = {
    SeenExtent.TEKST: "",
    SeenExtent.FRAGMENT: " Deels gelezen.",
    SeenExtent.SAMENVATTING: " Een samenvatting is gelezen.",
}


class Notes:
    """Numbers the sources of one paper while it is composed."""

    def __init__(
        self, sources: Mapping[str, Source], *, in_short: bool = False
    ) -> None:
        """Start with no notes; `in_short` ones fit at the foot of one page."""
        self.sources = sources
        self._in_short = in_short
        self._cited: dict[str, dict[str, Source]] = {}
        self._numbers: dict[str, int] = {}

    def cite(self, ids: Iterable[str]) -> tuple[int, ...]:
        """Give the numbers of these sources, in increasing order."""
        return tuple(sorted({self._number(self.sources[each]) for each in ids}))

    def _number(self, source: Source) -> int:
        # By law and article, so that its leden share one note, whatever their dates.
        key = f"{source.law} {source.article}" if source.is_law else source.id
        self._cited.setdefault(key, {})[source.id] = source
        return self._numbers.setdefault(key, len(self._numbers) + 1)

    def source_of(self, number: int) -> str:
        """Name the first source that a number stands for."""
        key = next(key for key, each in self._numbers.items() if each == number)
        return next(iter(self._cited[key]))

    def all(self) -> tuple[Note, ...]:
        """Give the notes by number."""
        return tuple(self._notes())

    def _notes(self) -> Iterator[Note]:
        """Give each law its address once: its other articles point to that note."""
        first: dict[str, int] = {}
        for key, number in self._numbers.items():
            sources = tuple(self._cited[key].values())
            head = sources[0]
            href: str | None = head.url
            if not head.is_law:
                # What was not read in full says so, on one page too.
                told = f"{_stopped(head.title)}{_SEEN[head.seen]}"
                if head.interest and not self._in_short:
                    told = _stopped(f"{told} Belang: {head.interest}")
            elif self._in_short:
                told = f"{_articles(sources)}."
            elif head.law in first:
                told, href = f"{_articles(sources)}; zie noot {first[head.law]}.", None
            else:
                first[head.law] = number
                told = f"{_articles(sources)}."
                if day := head.version:
                    told += f" Versie van {day.day}-{day.month}-{day.year}."
                # The address of the whole law, in its version.
                href = head.url.partition("#")[0]
            yield Note(number, told, href, head.id)


def _articles(sources: tuple[Source, ...]) -> str:
    first = sources[0]
    leden = sorted({s.paragraph for s in sources if s.paragraph}, key=order_of_leden)
    told = f", lid {enumerate_words(leden)}" if leden else ""
    return f"{first.law}, artikel {first.article}{told}"


def order_of_leden(lid: str) -> tuple[int, str]:
    """Give what leden are sorted by: lid 10 comes after lid 9, and 2a after 2."""
    digits = "".join(filter(str.isdigit, lid))
    return (int(digits or 0), lid)


def _stopped(text: str) -> str:
    return text if text.endswith(".") else f"{text}."
