"""A paper as plain text that somebody can edit, and the paper that the text is then.

The form is what a councillor would type or paste: acts at the start of a row, headings,
numbered or bulleted rows, and `[1]` for a source. Nothing of it is dropped: a row is a
line of the part that it stands in, of an act of its own, or it is told as not read.
"""

import re
from dataclasses import replace

from reports.council.paper import Paper, PaperPart
from reports.council.paper_reading import LABELS, PART_OF, PaperReading
from reports.council.row_openings import opening_of
from reports.council.speech_acts import acts_of
from reports.document import PaperKind
from rules.content.competence import Competence
from rules.content.council_speech import Acting, Speech
from rules.content.phrase_matching import has_words
from rules.grammar.errors import InputError

LONGEST = 12_000  # characters
TOO_LONG = f"Deze tekst is langer dan {LONGEST} tekens. Maak hem korter."
_INVISIBLE = str.maketrans("", "", "\u00ad\u200b\u200c\u200d\u2060\ufeff")


def as_text(paper: Paper) -> str:
    """Write out the lines under their headings."""
    blocks = []
    for heading, lines in paper.groups:
        rows = [heading] if heading else []
        for number, line in enumerate(lines, start=1):
            if line.part in LABELS:
                rows += [LABELS[line.part], line.text]
            elif line.part in (PaperPart.FRAME, PaperPart.UNREAD):
                rows.append(line.text)
            else:
                marks = f" [{', '.join(map(str, line.notes))}]" if line.notes else ""
                rows.append(f"{number}. {line.text}{marks}")
        blocks.append("\n".join(rows))
    return "\n\n".join(blocks) + "\n"


def kind_of(text: str, competence: Competence) -> PaperKind:
    """Recognise whether a text is a motie, an amendement or a set of questions.

    Raises:
        InputError: when the text is too long to read.
    """
    speech = _speech(competence, text)
    rows = [row for row in text.split("\n") if row.strip()]
    first = " ".join(rows[:6])
    asked = sum(row.rstrip().endswith("?") for row in rows)
    questions = speech.headings.find(first)
    if any(hit.name == PaperPart.QUESTION for hit in questions) and asked:
        return PaperKind.QUESTIONS
    begins = [act for act in acts_of(text, speech) if act.kind in PART_OF]
    if asked and not begins:
        return PaperKind.QUESTIONS
    if re.search(r"(?i)^\W*amendement\b", first):
        return PaperKind.AMENDMENT
    changes = any(hit.name in LABELS for row in rows for hit in opening_of(row, speech))
    decides = any(act.kind in (Acting.DECIDE, Acting.CHANGE) for act in begins)
    asks = any(act.kind in (Acting.ASK, Acting.ASSIGN, Acting.ORDER) for act in begins)
    proposes = has_words(speech.proposal, text)
    if (changes or (decides and proposes)) and not asks:
        return PaperKind.AMENDMENT
    return PaperKind.MOTION


def read_text(text: str, paper: Paper, competence: Competence) -> Paper:
    """Read typed text as the lines of this paper.

    Raises:
        InputError: when the text is too long to read; nothing was looked at then.
    """
    speech = _speech(competence, text)
    reading = PaperReading(speech, paper.kind, {note.number for note in paper.notes})
    at = 0
    for row in readable(text).split("\n"):
        reading.take(row, at)
        at += len(row) + 1
    return replace(paper, lines=tuple(reading.lines()))


def readable(text: str) -> str:
    """Write rows with one sort of end, and leave out what nobody can see."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_INVISIBLE)


def _speech(competence: Competence, text: str) -> Speech:
    if len(text) > LONGEST:
        raise InputError(TOO_LONG)
    return competence.speech
