"""How a page names its sources: by a number that leads to a card, and what the card tells."""

from flask import url_for

from reports.composing.source_notes import Notes
from reports.dutch import capital, say_date
from rules.grammar.sources import SeenExtent, Source, SourceKind
from wizard.screen_parts import SourceNote

KINDS = {
    SourceKind.WET: "Wet",
    SourceKind.VERORDENING: "Verordening",
    SourceKind.RECHTSPRAAK: "Rechtspraak",
    SourceKind.TOEZICHT: "Toezicht",
    SourceKind.BELEID: "Beleid",
    SourceKind.BESLUIT: "Besluit",
    SourceKind.KAMERSTUK: "Kamerstuk",
    SourceKind.ONDERZOEK: "Onderzoek",
    SourceKind.RAADSSTUK: "Raadsstuk",
    SourceKind.PERS: "Nieuwsbericht",
    SourceKind.HANDREIKING: "Handreiking",
    SourceKind.CIJFERS: "Cijfers",
}
SEEN = {
    SeenExtent.TEKST: "de tekst is gelezen",
    SeenExtent.FRAGMENT: "een deel van de tekst is gelezen",
    SeenExtent.SAMENVATTING: "alleen een samenvatting is gelezen",
}


class SourceCards(Notes):
    """The sources of one page, numbered as a paper numbers them, each with its card."""

    def listed(self) -> tuple[SourceNote, ...]:
        """List all that was cited."""
        return tuple(
            SourceNote(
                each.text,
                url_for("about.source", name=each.source),
                about(self.sources[each.source]),
                each.number,
            )
            for each in self.all()
        )


def is_same_work(one: Source, other: Source) -> bool:
    """Tell whether two sources are of one article of one law, or the same text."""
    if not (one.is_law and other.is_law):
        return one.id == other.id
    return (one.law, one.article) == (other.law, other.article)


def note(source: Source) -> SourceNote:
    """Show one source, as a list does."""
    return SourceNote(source.title, source.url, about(source))


def card(source: Source) -> SourceNote:
    """Show one source by itself, with the day on which it was checked."""
    told = f"Nagekeken op {say_date(source.checked_on)}: {SEEN[source.seen]}."
    return SourceNote(source.title, source.url, f"{_kind(source)} {told}")


def about(source: Source) -> str:
    """Tell what kind of source it is and who has a stake; mark what was not read in full."""
    if source.seen is SeenExtent.TEKST:
        return _kind(source)
    return f"{_kind(source)} {capital(SEEN[source.seen])}."


def _kind(source: Source) -> str:
    parts = [f"{KINDS[source.kind]}."]
    if source.is_law and source.valid_from is not None:
        since = say_date(source.valid_from)
        parts.append(f"Deze tekst geldt in elk geval sinds {since}.")
    elif source.year is not None:
        parts[0] = f"{KINDS[source.kind]} uit {source.year}."
    elif source.undated:
        parts[0] = f"{KINDS[source.kind]} zonder datum."
    if source.interest:
        parts.append(f"Belang: {source.interest.removesuffix('.')}.")
    return " ".join(parts)
