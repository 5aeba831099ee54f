"""The doors: who may come to a page, and whether a form is about what lies open.

Every route has one door. A door that finds a dossier hands it over; on a route with the
name of a decision it hands over the work on that decision. What a view then shows goes
through the door to its template. What is sent from a form says for which dossier it was
shown: another may lie open by now, and then nothing is done.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from flask import abort, redirect, render_template, request, url_for
from werkzeug.routing import BaseConverter
from werkzeug.wrappers import Response

from wizard import session
from wizard.counter import Work, counter, id_of, slug_of, work_on
from wizard.guarding.security import show_to_search_engines
from wizard.keeping.dossier import DossierNotFoundError, ReadOnlyError, StoredDossier
from wizard.keeping.keys import Access
from wizard.screen_parts import Shown

Found = TypeVar("Found")
Page = Shown | Response | tuple[Shown, int] | tuple[Shown, int, dict[str, str]]
View = Callable[..., Any]
Admit = Callable[[StoredDossier | None, str | None], Response | None]

SHOWN_FOR = "hoort_bij"
VERSION = "versie"
BACK_TO = "terug_naar"
GATE = "poort"
MOVED, SEE_OTHER, CONFLICT, UNPROCESSABLE = 301, 303, 409, 422


class DecisionAddress(BaseConverter):
    """How an address spells the name of a decision: with hyphens, as people do."""

    def to_python(self, value: str) -> str:
        """Give the id that is meant."""
        return id_of(value)

    def to_url(self, value: str) -> str:
        """Spell an id."""
        return str(super().to_url(slug_of(value)))


class GateFirstError(Exception):
    """An answer was sent by who has not passed the gate; it waits for that."""

    def __init__(self, name: str) -> None:
        """Keep at which decision."""
        super().__init__("an answer before the gate")
        self.name = name


class OtherDossierError(Exception):
    """The form was shown for another dossier than the one that lies open now."""

    def __init__(self, shown_for: str, dossier: StoredDossier | None) -> None:
        """Keep the code that the form carries, if any, and what lies open, if anything."""
        super().__init__("a form of another dossier")
        self.shown_for, self.dossier = shown_for, dossier


def show(screen: Shown) -> str:
    """Give a screen to its template."""
    return render_template(screen.template, screen=screen)


def anyone(view: View) -> View:
    """Let everybody in: it asks for no dossier, and changes none that exists."""
    return _named("anyone", view)


def findable(view: View) -> View:
    """Let everybody in, and search engines find it: a page that is the same for all."""

    @wraps(view)
    def enter(**held: Any) -> Any:
        show_to_search_engines()
        return view(**held)

    return _named("findable", enter)


def known(view: View) -> View:
    """Hand over the work on a decision that exists, begun or not; it changes nothing."""

    @wraps(view)
    def enter(name: str, **rest: Any) -> Any:
        return view(work_on(name), **rest)

    return _named("known", enter)


def admitted(view: View) -> View:
    """Let in who has begun, or has passed the gate of this decision."""
    return _door("admitted", view, _admitted)


def begun(view: View) -> View:
    """Let in whoever has a dossier open, to read or to work on; else first the gate."""
    return _door("begun", view, _begun)


def own(view: View) -> View:
    """Let in who may change the dossier that lies open; a reader may not see this."""
    return _door("own", view, _own)


def changing(view: View) -> View:
    """Let a form change the dossier that it was shown for."""
    return _door("changing", view, _own)


def starting(view: View) -> View:
    """Let a form change the dossier that it was shown for, or make it after the gate."""
    return _door("starting", view, _starting)


def is_begun(dossier: StoredDossier | None, name: str) -> bool:
    """Tell whether a dossier lies open that is about this decision."""
    return dossier is not None and name in dossier.decisions


def or_404(found: Found | None) -> Found:
    """Give what was found; where nothing was, the page does not exist."""
    if found is None:
        abort(404)
    return found


def sent_version() -> int:
    """Give the version of the dossier that the page of this form was made from."""
    return request.form.get(VERSION, type=int) or 0


def _door(word: str, view: View, admit: Admit) -> View:
    @wraps(view)
    def enter(**held: Any) -> Any:
        if request.method == "POST":
            _go_back_if_asked()
        name = held.pop("name", None)
        found = counter().open_dossier() if name is None else work_on(name)
        dossier = found.dossier if isinstance(found, Work) else found
        # Before the door: a form of another dossier is told so, and not judged by
        # what this visitor may do with the one that lies open.
        if request.method == "POST":
            _refuse_what_was_shown_for_another(dossier)
        return admit(dossier, name) or view(found, **held)

    return _named(word, enter)


def _named(word: str, view: View) -> View:
    @wraps(view)
    def enter(**held: Any) -> Any:
        match view(**held):
            case Shown() as screen:
                return show(screen)
            case (Shown() as screen, *rest):
                return show(screen), *rest
            case found:
                return found

    enter.door = word  # type: ignore[attr-defined]
    return enter


def _admitted(dossier: StoredDossier | None, name: str | None) -> Response | None:
    assert name is not None
    if session.passed_gate(name):
        return None
    return _begun(dossier, name)


def _begun(dossier: StoredDossier | None, name: str | None) -> Response | None:
    if name is not None and not is_begun(dossier, name):
        return redirect(url_for("pages.gate", name=name), SEE_OTHER)
    if dossier is None:
        raise DossierNotFoundError
    return None


def _own(dossier: StoredDossier | None, name: str | None) -> Response | None:
    return _no_reader(dossier, name) or _begun(dossier, name)


def _starting(dossier: StoredDossier | None, name: str | None) -> Response | None:
    """Ask the gate where it was not passed, with the answer kept in the page."""
    assert name is not None
    _no_reader(dossier, name)
    said = request.form.get(GATE)
    if said == "nee":
        return redirect(url_for("pages.refer", name=name), SEE_OTHER)
    if said == "ja":
        session.pass_gate(name)
    if not is_begun(dossier, name) and not session.passed_gate(name):
        raise GateFirstError(name)
    return None


def _no_reader(dossier: StoredDossier | None, _: str | None) -> Response | None:
    if dossier is not None and dossier.access is not Access.EDIT:
        raise ReadOnlyError
    return None


def _go_back_if_asked() -> None:
    """Open the dossier of the form again, when the visitor chose that."""
    code = request.form.get(BACK_TO, "")
    # Only to the dossier of the form itself: a code opens nothing that the cookie has
    # no key to, and may not even choose among those.
    if code and code == request.form.get(SHOWN_FOR):
        session.go_back_to(code)


def _refuse_what_was_shown_for_another(dossier: StoredDossier | None) -> None:
    opened = session.shown_for() if dossier is None else dossier.code
    shown_for = request.form.get(SHOWN_FOR, "")
    # Nothing lies open and the form knew of nothing: the first answer of a new dossier.
    nothing_yet = dossier is None and not shown_for
    if shown_for != opened and not nothing_yet:
        raise OtherDossierError(shown_for, dossier)
