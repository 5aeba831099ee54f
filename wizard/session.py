"""The one module that touches the session: which dossier, and through which door.

The cookie holds the keys that the visitor came in with, and nothing they answered about
a decision. It also holds from which problem a decision was entered, in one word. A dossier
that somebody else lets them read lies beside their own, not in its place; a dossier that
made room for another stays within reach.
"""

from collections.abc import Callable
from typing import NamedTuple

from flask import session

from wizard.keeping.dossier import DossierNotFoundError, StoredDossier
from wizard.keeping.keys import Access, new_code, new_key

OWN = "dossier"
EARLIER = "eerdere"
READING = "meelezen"
BEGINNING = "begin"
HANDED_OUT = "uitgegeven"
GATES = "poort"
WENT_ON = "verder"
CAME_FROM = "aanleiding"
BESIDE = "ernaast"
BEFORE = {
    OWN: "sleutel",
    READING: "leessleutel",
}  # slots of cookies of before, key only
MOST_EARLIER = 20


class Held(NamedTuple):
    """A dossier that this browser can open: the code to name it, the key that opens it."""

    code: str
    key: str


def current(
    open_to_edit: Callable[[str], StoredDossier],
    open_to_read: Callable[[str], StoredDossier],
) -> StoredDossier | None:
    """Give the dossier that lies open; a stale key is forgotten and told."""
    for slot, open_by in ((READING, open_to_read), (OWN, open_to_edit)):
        key = _key(slot)
        if key is not None:
            try:
                found = open_by(key)
            except DossierNotFoundError:
                _drop(slot)
                raise
            _hold(slot, Held(found.code, key))
            return found
    return None


def shown_for() -> str:
    """Give the code of the dossier for which this page is shown, to put in its forms.

    It may be one that the first answer will make; empty when there is none in sight.
    """
    found = _held(READING) or _held(OWN) or _held(BEGINNING)
    if found is None and session.get(GATES):
        found = beginning()
    return found.code if found else ""


def beginning() -> Held:
    """Give the code and key that the next dossier gets.

    They are chosen before it is made, so that a first answer that is sent twice makes
    one dossier.
    """
    found = _held(BEGINNING) or Held(new_code(), new_key())
    _hold(BEGINNING, found)
    return found


def remember(code: str, key: str, access: Access) -> None:
    """Keep the key of a dossier that was just opened or made."""
    # Else the browser forgets the key when it closes, and the dossier is gone with it.
    session.permanent = True
    if access is Access.READ:
        _hold(READING, Held(code, key))
        return
    own = _held(OWN)
    # The one that makes room stays within reach: nobody should lose work by a link.
    if own is not None and own.code != code:
        session[EARLIER] = [own, *(one for one in earlier() if one.code != own.code)]
        session.pop(HANDED_OUT, None)
    if (begun := _held(BEGINNING)) and begun.code == code:
        session.pop(BEGINNING)
    session[EARLIER] = [one for one in earlier() if one.code != code][:MOST_EARLIER]
    _hold(OWN, Held(code, key))
    _drop(READING)


def earlier() -> tuple[Held, ...]:
    """Give the dossiers that were open here before, the last one first."""
    found = session.get(EARLIER)
    pairs = map(_as_held, found if isinstance(found, list | tuple) else ())
    return tuple(pair for pair in pairs if pair)


def within_reach() -> tuple[Held, ...]:
    """Give every dossier that can be worked on here: one’s own, and those of before."""
    mine = own()
    return (*((mine,) if mine else ()), *earlier())


def go_back_to(code: str) -> bool:
    """Lay an earlier dossier, or one’s own under what is read, on top again."""
    for one in within_reach():
        if one.code == code:
            remember(*one, Access.EDIT)
            return True
    return False


def reads() -> bool:
    """Tell whether somebody else’s dossier lies on top."""
    return _held(READING) is not None


def close_reading() -> None:
    """Lay somebody else’s dossier aside; one’s own lies under it."""
    _drop(READING)


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
    _drop(OWN)
    for slot in (HANDED_OUT, CAME_FROM):
        session.pop(slot, None)


def own() -> Held | None:
    """Give the dossier by which the visitor works, to show them their own link."""
    return _held(OWN)


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


def come_from(decision: str, problem: str) -> None:
    """Note from which problem a decision is entered; only the last one is kept."""
    session[CAME_FROM] = [decision, problem]


def came_from(decision: str) -> str:
    """Give the word of the problem from which a decision was entered, if from any."""
    match session.get(CAME_FROM):
        case [str(entered), str(problem)] if entered == decision:
            return problem
        case _:
            return ""


def went_on(page: str, shown: int, kept: int) -> None:
    """Note that who was shown a page at one version kept it at another, and stayed on it.

    A file comes without a new page; the next thing that is sent from it is no clash.
    """
    session[WENT_ON] = [page, shown, kept]


def version_of(page: str, shown: int) -> int:
    """Give the version that a page stands at, shown at an earlier one perhaps."""
    match session.get(WENT_ON):
        case [str(known), int(then), int(kept)] if (known, then) == (page, shown):
            return kept
        case _:
            return shown


def _held(slot: str) -> Held | None:
    return _as_held(session.get(slot))


def _as_held(found: object) -> Held | None:
    """Read a pair as the cookie gives it back: as a list, if it is one at all."""
    match found:
        case [str(code), str(key)]:
            return Held(code, key)
        case _:
            return None


def _key(slot: str) -> str | None:
    """Give the key in a slot, also where a cookie of before has the key alone."""
    if found := _held(slot):
        return found.key
    key = session.get(BEFORE[slot])
    return key if isinstance(key, str) else None


def _hold(slot: str, held: Held) -> None:
    """Keep a pair; what stands there already needs no new cookie."""
    if session.get(slot) != list(held):
        session[slot] = list(held)
    if slot in BEFORE:
        session.pop(BEFORE[slot], None)


def _drop(slot: str) -> None:
    session.pop(slot, None)
    session.pop(BEFORE[slot], None)
