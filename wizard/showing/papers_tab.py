"""Stukken: what can be taken along, what is shared and kept, and how to wipe it."""

from dataclasses import dataclass, replace

from flask import url_for

from reports.dutch import say_date
from wizard.clock import local_day
from wizard.counter import Work
from wizard.screen_parts import Link, Shown
from wizard.showing.draft_as_sent import SORTS
from wizard.showing.navigation import bar
from wizard.showing.several_decisions import bundle, cause, checklist


@dataclass(frozen=True)
class Download:
    """One paper that can be taken along; `forms` are its other forms.

    `inside` says what travels in the file, and `bare` leads to one without that.
    """

    text: str
    about: str
    href: str
    forms: tuple[Link, ...] = ()
    inside: str = ""
    bare: Link | None = None


FORMS = (
    ("docx", "Word"),
    ("odt", "LibreOffice"),
    ("html", "webpagina"),
    ("txt", "tekst"),
)
BRIEF = "Om mee te nemen: de uitkomst, drie vragen, voor en tegen"
WHOLE = "Alle eisen, antwoorden en bronnen, voor de griffie"
INSIDE = "In dit bestand zit ook een lijst van {whose} antwoorden. Zo kan iedereen het narekenen."
SHEET = "Leeg, om af te drukken en te bespreken"


def papers_screen(work: Work) -> Shown:
    """Show the papers of this dossier; who reads along sees only what may be read."""
    name, dossier, mine = work.decision.id, work.dossier, work.may_change
    assert dossier is not None
    sheet = checklist(work)
    until = say_date(local_day(dossier.expires))
    return Shown(
        "screens/meenemen.html",
        title="Stukken",
        cause=cause(work),
        memos=(
            replace(
                _memo(name, "Memo van één bladzijde", BRIEF, "papers.memo"),
                inside=INSIDE.format(whose="uw" if mine else "de"),
                bare=Link(
                    "Zonder antwoorden",
                    url_for("papers.memo", name=name, form="pdf", antwoorden="nee"),
                ),
            ),
            _memo(name, "Volledig dossier", WHOLE, "papers.whole"),
        ),
        drafts=tuple(
            Download(
                sort.title,
                sort.about,
                url_for("drafts.compose", name=name, slug=sort.slug),
            )
            for sort in SORTS
            if mine
        ),
        sheet=Download("Controleblad", SHEET, sheet.href) if sheet else None,
        bundle=bundle(work),
        mine=mine,
        compares=name if work.decision.costs.measures else "",
        kept=f"Dossier {dossier.code}, bewaard tot en met {until}.",
        bar=bar(work, "papers"),
    )


def _memo(name: str, text: str, about: str, endpoint: str) -> Download:
    return Download(
        text,
        about,
        url_for(endpoint, name=name, form="pdf"),
        tuple(
            Link(word, url_for(endpoint, name=name, form=form)) for form, word in FORMS
        ),
    )
