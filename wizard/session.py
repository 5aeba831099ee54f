"""The one module that touches the session: which dossier, and through which door.

A signed cookie holds the key that the visitor came in with, and nothing they answered
about a decision. Answers on the signpost travel in it too: we keep them nowhere.
A dossier that somebody else lets them read lies beside their own, not in its place.
"""

from collections.abc import Callable, Mapping

from flask import session

from wizard.keeping.dossier import DossierNotFoundError, StoredDossier
from wizard.keeping.keys import Access

OWN = "sleutel"
PREVIOUS = "vorige"
READING = "leessleutel"
HANDED_OUT = "uitgegeven"
GATES = "poort"
SIGNPOST = "wegwijzer"
BESIDE = "ernaast"


def current(
    open_to_edit: Callable[[str], StoredDossier],
    open_to_read: Callable[[str], StoredDossier],
) -> StoredDossier | None:
    """Give the dossier that lies open; a stale key is forgotten and told."""
    for slot, open_by in ((READING, open_to_read), (OWN, open_to_edit)):
        key = session.get(slot)
        if isinstance(key, str):
            try:
                return open_by(key)
            except DossierNotFoundError:
                session.pop(slot)
                raise
    return None


def remember(key: str, access: Access) -> None:
    """Keep the key of a dossier that was just opened or made."""
    session.permanent = True
    own = session.get(OWN)
    if access is Access.EDIT and own not in (None, key):
        session[PREVIOUS] = own
        session.pop(HANDED_OUT, None)
    session[OWN if access is Access.EDIT else READING] = key
    if access is Access.EDIT:
        session.pop(READING, None)


def close_reading() -> None:
    """Lay somebody else’s dossier aside; one’s own lies under it."""
    session.pop(READING, None)


def lay_beside(read_key: str) -> None:
    """Keep the read key of a second dossier, to compare with."""
    session[BESIDE] = read_key


def beside(open_to_read: Callable[[str], StoredDossier]) -> StoredDossier | None:
    """Give the second dossier; a stale key is forgotten and told."""
    key = session.get(BESIDE)
    if not isinstance(key, str):
        return None
    try:
        return open_to_read(key)
    except DossierNotFoundError:
        session.pop(BESIDE)
        raise


def put_away_beside() -> None:
    """Lay the second dossier aside."""
    session.pop(BESIDE, None)


def forget_own() -> None:
    """Forget the dossier that was deleted."""
    for slot in (OWN, HANDED_OUT, SIGNPOST):
        session.pop(slot, None)


def own_key() -> str | None:
    """Give the key by which the visitor works, to show them their own link."""
    key = session.get(OWN)
    return key if isinstance(key, str) else None


def previous_key() -> str | None:
    """Give the key of the dossier that lay open before this one."""
    key = session.get(PREVIOUS)
    return key if isinstance(key, str) else None


def hand_out(read_key: str | None) -> None:
    """Keep the last read key, so that its maker can see the link again."""
    session[HANDED_OUT] = read_key


def handed_out() -> str | None:
    """Give the read key that was made here, if it was made here."""
    key = session.get(HANDED_OUT)
    return key if isinstance(key, str) else None


def pass_gate(decision: str) -> None:
    """Note that a question about policy is asked here; nothing else is kept."""
    passed = session.get(GATES)
    session[GATES] = sorted({decision, *(passed if isinstance(passed, list) else ())})


def passed_gate(decision: str) -> bool:
    """Tell whether the gate of this decision was passed."""
    passed = session.get(GATES)
    return isinstance(passed, list) and decision in passed


def on_signpost() -> dict[str, str]:
    """Give the answers on the signpost, in stored form."""
    found = session.get(SIGNPOST)
    return dict(found) if isinstance(found, dict) else {}


def keep_on_signpost(answers: Mapping[str, str]) -> None:
    """Let the cookie carry these answers on the signpost, and no others."""
    session[SIGNPOST] = dict(answers)
    if not answers:
        session.pop(SIGNPOST)
