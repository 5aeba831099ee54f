"""A change that makes answers fall away: how many, which and why, before it is made."""

from flask import request, url_for

from reports.dutch import counted
from rules.content.questions import Screen
from wizard.counter import ALL, Work
from wizard.guarding.security import typed_fields
from wizard.screen_parts import Link, Shown
from wizard.showing.dossier_changes import Falling
from wizard.showing.navigation import address, bar


def confirm_screen(work: Work, screen: Screen, after: Work, falling: Falling) -> Shown:
    """Tell what falls away with an answer, and why, before it is kept.

    `anyway` is where the form goes for who fills in everything after all.
    """
    changed = [row for row in screen.rows if work.said(row) != after.said(row)]
    return Shown(
        "screens/bevestigen.html",
        title=_falls(falling),
        said=tuple((row, after.said(row)) for row in changed),
        headline=after.advice.headline if falling.ends else None,
        screens=falling.screens,
        chapters=work.decision.header.chapters,
        idle=tuple((one, work.said(one)) for one in falling.idle),
        fields=typed_fields(),
        anyway=_anyway() if falling.ends else "",
        keep=Link("Nee, laat het zoals het was", address(work, screen)),
        bar=bar(work),
    )


def _falls(falling: Falling) -> str:
    screens, answers = len(falling.screens), len(falling.idle)
    if screens:
        verb = "valt" if screens == 1 else "vallen"
        return f"Hierdoor {verb} {counted(screens, 'scherm', 'schermen')} weg"
    if answers == 1:
        return "Hierdoor vervalt een ander antwoord"
    return "Hierdoor vervallen andere antwoorden"


def _anyway() -> str:
    """Give the same address, from where everything is asked after all."""
    asked_for = {**request.args, ALL: "ja"}
    assert request.endpoint is not None
    return url_for(request.endpoint, **{**(request.view_args or {}), **asked_for})
