"""How a row of a paper begins: a bullet, a label, ‘De raad,’, the heading of a part."""

import re

from reports.council.paper import PaperPart
from rules.content.council_speech import Speech
from rules.content.phrase_matching import Hit

OPENING = 160  # letters in which a part begins
REASONED = (PaperPart.FACT, PaperPart.WEIGHING)
ITEM = re.compile(
    r"^\s*(?:\d{1,2}[.)]|\d{1,2}(?=\s[A-Z][a-z]{1,20}\s[^?]{1,400}\?)|\d{1,2}:(?=\s)|[-–—•*▪◦‣·])\s*"
)
LETTERED = re.compile(r"(?:[a-z]|[ivx]{1,5}|[IVX]{1,5})[.)]\s{1,3}")
# ‘De raad van X,’ and ‘Wij, raadsleden van X,’: what follows may begin a part.
_SELF = (
    r"(?:(?:de|deze)\s)?(?:gemeenteraad|raad|(?:gemeente)?raadsleden|wij|ondergetekenden?"
    r"|leden\svan\sde\s(?:gemeente)?raad|fracties?)"
)
_WHO = (
    rf"(?i)[\W_]{{0,9}}{_SELF}(?:[\s,]{{1,3}}{_SELF}){{0,2}}"
    r"(?:\s(?:van|der)(?:\s[\w’'-]{1,30}){1,4})?"
    r"(?:[\s,;:–-]{1,5}(?:in\s(?:\w{1,20}\s)?vergadering\s)?(?:bijeen|vergaderd|vergaderend|vergadering)\b[^,;:\n]{0,60})?"
)
PLAIN_COUNCIL = re.compile(rf"{_WHO}[\s,;:–-]{{1,5}}")
# ‘…, gehoord de beraadslaging,’ and ‘…, behandelende agendapunt 5,’ stand in many
# openings and tell nothing.
_HEARD = (
    r"(?:gehoord(?:\shebbende?)?|behandelende?|besprekende?|beraadslagende?(?:\sover)?"
    r"|sprekende?\sover|ter\s(?:bespreking|behandeling)\svan|bij\s(?:de\s)?(?:bespreking|behandeling)\svan"
    r"|bij\sagendapunt|sprekende\sbij)"
)
COUNCIL = re.compile(
    rf"{_WHO}(?:[\s,;:–-]{{1,5}}{_HEARD}\s[^,;:\n]{{1,90}}){{0,3}}[\s,;:–-]{{1,5}}"
)


def opening_of(row: str, speech: Speech) -> list[Hit]:
    """Give the section that begins with a row, if any."""
    head = row[:OPENING]
    bare = re.match(r"[\W_]*", head)
    councils = [each.match(head) for each in (COUNCIL, PLAIN_COUNCIL)]
    start = bare.end() if bare else 0
    label = LETTERED.match(head, start)
    hits = sorted(speech.headings.find(head), key=lambda hit: hit.start - hit.end)
    own = [hit for hit in hits if hit.start == (label.end() if label else start)]
    for council in councils:
        if council and (not own or own[0].name not in REASONED):
            reasons = [hit for hit in hits if hit.start == council.end()]
            own = [hit for hit in reasons if hit.name in REASONED] or own
    return own[:1]


def heading_end(text: str, opening: Hit, part: PaperPart) -> int:
    """Give where the heading of a part ends: at its colon, or behind its words."""
    if part is PaperPart.QUESTION:
        asked = text.find("?", opening.start)
        colon, comma = (text.find(sign, opening.end - 1) for sign in ":,")
        if colon >= 0 and (asked < 0 or colon < asked):
            return colon + 1
        return (
            comma + 1 if 0 <= comma < asked else len(text) if asked < 0 else opening.end
        )
    behind = re.compile(r"(?i)(?:\s*(?:dat|het volgende|op))?\s*:?").match(
        text, opening.end
    )
    return behind.end() if behind else opening.end
