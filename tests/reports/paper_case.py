"""A dossier with what was chosen for its papers, and a paper told by its parts."""

from datetime import date
from textwrap import fill

import yaml

from reports.composing.source_notes import Notes
from reports.composing.writer import Writer
from reports.council.draft import (
    MOST_REQUESTS,
    offered_facts,
    offered_requests,
    ready_facts,
)
from reports.council.motion import amendment, motion
from reports.council.paper import Draft, PutLine, Setting
from reports.council.paper_document import document_of
from reports.council.written_questions import offered_questions, written_questions
from reports.document import PaperKind
from rules.judging.advice import advise
from rules.reading_casefile import read_dossier

TODAY = date(2026, 11, 21)
EDITION = "proefversie"
VERSION = "0"
MOST_ASKED = 6
WIDEST = 86


def day(value):
    return date.fromisoformat(value) if value else None


class PaperCase:
    """One dossier with what was chosen for its papers.

    What `stukken.yaml` does not choose is as it lies ready: the facts that say the most,
    and the requests that are offered first, `without` those that this case has no use for.
    """

    def __init__(self, folder, library):
        self.folder, self.library = folder, library
        self.said = yaml.safe_load(
            (folder / "stukken.yaml").read_text(encoding="utf-8")
        )
        whole = (folder / "dossier.yaml").read_text(encoding="utf-8")
        (casefile,) = read_dossier(whole, library, today=TODAY)
        self.advice = advise(library.chart(casefile.decision), casefile)
        listed = library.municipalities.by_code
        place = listed[casefile.municipality].name if casefile.municipality else None
        self.setting = Setting(
            code="bcdfgh",
            municipality=place,
            edition=EDITION,
            day=casefile.reference_date,
            checked=self.advice.decision.header.checked_on,
        )

    def facts(self):
        if "facts" not in self.said:
            return ready_facts(self.writer(), self.advice)
        named = set(self.said["facts"])
        named |= {
            ref for old in self.library.old if named & {*old.refs} for ref in old.refs
        }
        questions = self.advice.decision.questions
        refs = {q.id for q in questions if named & {q.id, *q.refs}}
        offered = {each.question.id for each in offered_facts(self.advice)}
        return tuple(sorted(refs & offered))

    def requests(self):
        if "requests" in self.said:
            return self.ready(self.said["requests"])
        left_out = self.ready(self.said.get("without", ()))
        offered = offered_requests(self.writer(), self.advice)
        return tuple(one for one in offered if one not in left_out)[:MOST_REQUESTS]

    def ready(self, names):
        found = map(self.library.competence.ready.get, names)
        return tuple(PutLine(one.to, one.text) for one in found)

    def draft(self, kind, **more):
        said = self.said
        return Draft(
            kind,
            title=said["title"],
            meeting=day(said["meeting"]),
            parties=tuple(said["parties"]),
            facts=self.facts(),
            points=tuple(said["points"]),
            place=said.get("place", ""),
            reason=said.get("reason", ""),
            article=said.get("article", ""),
            by=day(said["by"]),
            local=said["local"],
            **more,
        )

    def motion(self):
        return self.write(motion, self.draft(PaperKind.MOTION, entries=self.requests()))

    def amendment(self):
        return self.write(
            amendment, self.draft(PaperKind.AMENDMENT, **self.said["amendment"])
        )

    def questions(self):
        asked = tuple(
            PutLine(to, text)
            for to, texts in offered_questions(self.writer(), self.advice).items()
            for text in texts[:MOST_ASKED]
        )
        return self.write(
            written_questions, self.draft(PaperKind.QUESTIONS, entries=asked)
        )

    def papers(self):
        """Give the papers; an amendement only where there is a text to change."""
        found = [self.questions(), self.motion()]
        return [*found, self.amendment()] if "amendment" in self.said else found

    def write(self, compose, draft):
        return compose(self.advice, self.library, draft, self.setting, VERSION)

    def writer(self):
        return Writer(self.library, Notes(self.library.sources), VERSION)

    def printed(self, paper):
        return document_of(self.writer(), paper, self.setting)


def by_part(paper):
    """Tell a paper part by part, without the frame that every paper has."""
    parts = [(f"{paper.kind.value}: {paper.title}", ())]
    for heading, lines in paper.groups:
        parts.append((heading, tuple(filled(line) for line in lines)))
    parts.append(("Noten", tuple(f"[{n.number}] {n.text}" for n in paper.notes)))
    told = ("\n".join((head, *(f"- {one}" for one in lines))) for head, lines in parts)
    return "\n\n".join(told) + "\n"


def filled(line):
    """Give a line in rows that one can read, with its notes behind it."""
    marks = "".join(f"[{number}]" for number in line.notes)
    return fill(f"{line.text}{marks}", WIDEST, subsequent_indent="  ")
