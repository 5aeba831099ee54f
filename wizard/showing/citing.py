"""How a page names its sources: by a number that leads to a card, and what the card tells."""

from collections.abc import Iterable

from flask import url_for

from reports.dutch import say_date
from reports.notes import Notes as ReportNotes
from rules.content.demands import Demand
from rules.grammar.sources import Kind, Seen, Source
from wizard.screens.parts import Mark, Sentence, SourceNote

KINDS = {
    Kind.WET: "Wet",
    Kind.VERORDENING: "Verordening",
    Kind.RECHTSPRAAK: "Rechtspraak",
    Kind.TOEZICHT: "Toezicht",
    Kind.BELEID: "Beleid",
    Kind.BESLUIT: "Besluit",
    Kind.KAMERSTUK: "Kamerstuk",
    Kind.ONDERZOEK: "Onderzoek",
    Kind.RAADSSTUK: "Raadsstuk",
    Kind.PERS: "Nieuwsbericht",
    Kind.HANDREIKING: "Handreiking",
    Kind.CIJFERS: "Cijfers",
}
SEEN = {
    Seen.TEKST: "de tekst is gelezen",
    Seen.FRAGMENT: "een deel van de tekst is gelezen",
    Seen.SAMENVATTING: "alleen een samenvatting is gelezen",
}


class Notes(ReportNotes):
    """The sources of one page, numbered as a paper numbers them; a mark leads to its card."""

    def marks(self, sources: Iterable[str]) -> tuple[Mark, ...]:
        """Give the marks of these sources; the leden of one article share one."""
        return tuple(Mark(n, self.source_of(n)) for n in self.cite(sources))

    def sentence(
        self, text: str, sources: Iterable[str], *, is_open: bool = False
    ) -> Sentence:
        """Give a sentence with its marks."""
        return Sentence(text, self.marks(sources), is_open)

    def beside(self, demand: Demand) -> tuple[Sentence, ...]:
        """Tell what belongs beside a demand: how else it is read, then the later leden."""
        return (
            *(Sentence(text) for text in demand.readings),
            *(self.sentence(each.text, each.sources) for each in demand.exceptions),
        )

    def listed(self) -> tuple[SourceNote, ...]:
        """List all that was cited."""
        return tuple(
            SourceNote(
                each.number,
                each.text,
                url_for("about.source", name=each.source),
                about(self.sources[each.source]),
            )
            for each in self.all()
        )


def is_same_work(one: Source, other: Source) -> bool:
    """Tell whether two sources are of one article of one law, or the same text."""
    if not (one.is_law and other.is_law):
        return one.id == other.id
    return (one.law, one.article) == (other.law, other.article)


def note(source: Source, number: int) -> SourceNote:
    """Show one source."""
    return SourceNote(number, source.title, source.url, about(source))


def about(source: Source) -> str:
    """Tell what kind of source it is, how much was read, when, and who has a stake."""
    parts = [
        f"{KINDS[source.kind]}.",
        f"Nagekeken op {say_date(source.checked_on)}: {SEEN[source.seen]}.",
    ]
    if source.is_law and source.valid_from is not None:
        parts.insert(1, f"Deze tekst geldt in elk geval sinds {_valid(source)}.")
    elif source.year is not None:
        parts[0] = f"{KINDS[source.kind]} uit {source.year}."
    elif source.undated:
        parts[0] = f"{KINDS[source.kind]} zonder datum."
    if source.interest:
        parts.append(f"Belang: {source.interest.removesuffix('.')}.")
    return " ".join(parts)


def _valid(source: Source) -> str:
    assert source.valid_from is not None
    return say_date(source.valid_from)
