"""What somebody noted in a few words: what the dossier is about, and beside an answer.

Each is a text of the dossier under a name of its own, so that it goes where the dossier
goes, and can be removed for good.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from rules.content.casefile import About, Meeting
from wizard.keeping.dossier import CAUSE, UNTOLD, text_key

REMARK = "opmerking_"
SUBJECT, PLACE, PROBLEM = "over_onderwerp", "over_plek", CAUSE
DAY, ITEM, NUMBER = "over_vergadering", "over_agendapunt", "over_nummer"
NAMES = (SUBJECT, PLACE, PROBLEM, DAY, ITEM, NUMBER)
Texts = Mapping[str, str]


def about_of(texts: Texts) -> About:
    """Read what a dossier is about from its texts; a problem that no paper names is none."""
    day = texts.get(DAY)
    return About(
        subject=texts.get(SUBJECT, ""),
        place=texts.get(PLACE, ""),
        problem="" if UNTOLD in texts else texts.get(PROBLEM, ""),
        meeting=Meeting(
            day=None if day is None else date.fromisoformat(day),
            item=texts.get(ITEM, ""),
            number=texts.get(NUMBER, ""),
        ),
    )


def kept_about(about: About) -> dict[str, str | None]:
    """Give what to store, so that a dossier is about this; `None` where nothing is said."""
    day = about.meeting.day
    said = {
        SUBJECT: about.subject,
        PLACE: about.place,
        PROBLEM: about.problem,
        DAY: "" if day is None else day.isoformat(),
        ITEM: about.meeting.item,
        NUMBER: about.meeting.number,
    }
    return {text_key(name): said[name] or None for name in NAMES}


def remarks_of(texts: Texts, questions: Iterable[str]) -> dict[str, str]:
    """Read what was noted beside the answers to these questions."""
    return {one: texts[REMARK + one] for one in questions if REMARK + one in texts}


def kept_remarks(remarks: Mapping[str, str]) -> dict[str, str]:
    """Give what to store, so that these remarks stand beside their answers."""
    return {text_key(REMARK + name): text for name, text in remarks.items() if text}


def is_noted(name: str) -> bool:
    """Tell whether a text of a dossier is one of these."""
    return name in NAMES or name.startswith(REMARK)
