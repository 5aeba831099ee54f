"""The start page and the signpost as screens: from a word to what may fit."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from flask import request, url_for

from reports.composing.signpost_paper import state_label
from rules.content.decision import Decision
from rules.content.signpost import Means, Problem
from wizard.counter import Counter, judged_names, slug_of
from wizard.guarding.personal import LONGEST_TEXT, findings
from wizard.keeping.dossier import StoredDossier
from wizard.keeping.keys import Access
from wizard.keeping.remarks import about_of
from wizard.screen_parts import Link, Shown
from wizard.showing.navigation import dossier_bar, subject_and_place
from wizard.showing.signpost_topics import problem_address, signpost_of


@dataclass(frozen=True)
class Suggestion:
    """Something that can be found: where it leads, its group, and its words.

    `state` says how the law stands, where that is not plain.
    """

    link: Link
    about: str
    state: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class SearchList:
    """What the page itself can find, and the words that its script passes over."""

    suggestions: tuple[Suggestion, ...] = ()
    small_words: tuple[str, ...] = ()
    look_alikes: tuple[str, ...] = ()


Line = TypeVar("Line")

QUESTION = "Waar gaat het over?"
INSTRUMENT = "Middel"
UNKNOWN_WORD = "Dat woord kennen wij niet"
FOUND = "Dit vonden wij"
ROOTS = 4  # where the site may hang
LONGEST_NAME = 4  # words: “jan van der berg”


def start_screen(counter: Counter) -> Shown:
    """Show the search field and all the ways in; nothing is judged for it."""
    dossier, root = counter.open_dossier(), request.script_root
    has_signpost = counter.library.signpost is not None
    return Shown(
        "screens/start.html",
        title=QUESTION,
        begin_with=_begin_with(counter, root) if has_signpost else (),
        groups=_groups(counter, root) if has_signpost else (),
        begun=tuple(_begun(counter, dossier)) if dossier else (),
        decisions=_decisions(counter, root),
        search_list=_search_list(counter, root) if has_signpost else SearchList(),
        bar=None if dossier is None else dossier_bar(dossier),
    )


def _begun(counter: Counter, dossier: StoredDossier) -> Iterator[Link]:
    """Lead on with each decision of a dossier, by what its maker calls it."""
    found = [*map(counter.library.decision, judged_names(counter, dossier))]
    for decision in found:
        called = _called(dossier, decision, among_several=len(found) > 1)
        yield Link(called, _onward(dossier, decision))


def _called(dossier: StoredDossier, decision: Decision, *, among_several: bool) -> str:
    """Name it by subject and place; by the decision where that is not enough."""
    names, title = subject_and_place(about_of(dossier.texts)), decision.header.title
    return " · ".join((title, *names) if among_several or not names else names)


def _onward(dossier: StoredDossier, decision: Decision) -> str:
    """Lead to In het kort; to its first screen while nothing of it was answered."""
    answered = dossier.answers.keys() & decision.question_by_id.keys() or any(
        one.id in dossier.answers for one in decision.old
    )
    if answered or dossier.access is not Access.EDIT:
        return url_for("pages.in_short", name=decision.id)
    first = decision.screens[0].id
    return url_for("pages.question", name=decision.id, slug=slug_of(first))


# What stands on the first page for everybody is made once; links start at the root.


@lru_cache(maxsize=ROOTS)
def _begin_with(counter: Counter, _root: str) -> tuple[Link, ...]:
    """Give the topics that many begin with."""
    header = signpost_of(counter).header
    return tuple(
        Link(one.label, problem_address(one.problem)) for one in header.begin_with
    )


@lru_cache(maxsize=ROOTS)
def _groups(counter: Counter, _root: str) -> tuple[Link, ...]:
    """Give the groups of topics."""
    index, groups = url_for("signpost.index"), signpost_of(counter).header.groups
    return tuple(Link(group.title, f"{index}#{group.id}") for group in groups)


@lru_cache(maxsize=ROOTS)
def _decisions(
    counter: Counter, _root: str
) -> tuple[tuple[str, tuple[Decision, ...]], ...]:
    """Give the decisions by group, in the order of the groups; those without one last."""
    found = counter.library.decisions.values()
    return tuple(by_group(counter, ((one.header.group, one) for one in found)))


def by_group(
    counter: Counter, found: Iterable[tuple[str, Line]]
) -> Iterator[tuple[str, tuple[Line, ...]]]:
    """Put lines under the title of their group, in the order of the groups."""
    titles = (
        dict(counter.library.signpost.group_title) if counter.library.signpost else {}
    )
    lines: dict[str, list[Line]] = {group: [] for group in titles}
    for group, line in found:
        lines.setdefault(group, []).append(line)
    for group, several in lines.items():
        if several:
            yield titles.get(group, ""), tuple(several)


@lru_cache(maxsize=ROOTS)
def _search_list(counter: Counter, _root: str) -> SearchList:
    """List what the page itself can find while somebody types."""
    lookup = counter.lookup
    return SearchList(
        suggestions=tuple(
            _suggested(counter, entry.found, entry.terms)
            for entry in lookup.entries
            if isinstance(entry.found, Problem) or entry.found.wanted
        ),
        small_words=tuple(sorted(lookup.small_words)),
        look_alikes=tuple(sorted(lookup.look_alikes)),
    )


def _suggested(
    counter: Counter, found: Problem | Means, words: tuple[str, ...] = ()
) -> Suggestion:
    signpost = signpost_of(counter)
    if isinstance(found, Means):
        title = found.wanted or found.title
        return Suggestion(Link(title, _card(found)), INSTRUMENT, words=words)
    state = state_label(found.state) if found.state else ""
    link = Link(found.title, problem_address(found.id))
    return Suggestion(link, signpost.group_title[found.group], state, words)


def found_screen(counter: Counter, word: str) -> Shown:
    """Show what a word leads to; who seems to name a person is told where to go.

    Nothing of the word itself is shown. `refer` is told first.
    """
    signpost = signpost_of(counter)
    hits = tuple(_suggested(counter, one) for one in counter.lookup.find(word))
    person = _names_a_person(word[:LONGEST_TEXT], found=bool(hits))
    asked = counter.library.say("wegwijzer_persoon")
    title = asked if person else FOUND if hits else UNKNOWN_WORD
    return Shown(
        "screens/zoeken.html",
        title=title,
        hits=hits,
        refer=signpost.header.refer if person else (),
        groups=_groups(counter, request.script_root),
        search_list=_search_list(counter, request.script_root),
    )


def _names_a_person(word: str, *, found: bool) -> bool:
    """Look for a person; a few words that find nothing may be a name without capitals."""
    if findings(word).concerns:
        return True
    name = not found and 1 < len(word.split()) <= LONGEST_NAME
    return name and bool(findings(word.title()).concerns)


def topics_screen(counter: Counter) -> Shown:
    """Show every problem, by group, with the decisions of that group."""
    signpost, decisions = signpost_of(counter), counter.library.decisions.values()
    return Shown(
        "screens/onderwerpen.html",
        title="Onderwerpen",
        intro=signpost.header.intro,
        choices=tuple(
            (
                group.id,
                group.title,
                [
                    Link(one.title, problem_address(one.id))
                    for one in signpost.of_group(group.id)
                ],
                [one for one in decisions if one.header.group == group.id],
            )
            for group in signpost.header.groups
        ),
        other=Link("Ik wil een middel", url_for("signpost.instruments")),
    )


def instruments_screen(counter: Counter) -> Shown:
    """Show the instruments that people ask for by name, and then all others."""
    signpost = signpost_of(counter)
    wanted = tuple(Link(one.wanted or "", _card(one)) for one in signpost.wanted)
    others = [one for one in signpost.means if not one.wanted]
    links = tuple(Link(one.title, _card(one)) for one in others)
    return Shown(
        "screens/onderwerpen.html",
        title="Ik wil een middel",
        intro="Kies een middel. Daarna staat er wie beslist, wat kan, en waarvoor het past.",
        choices=(
            ("gevraagd", "Waar raden om vragen", wanted, ()),
            ("andere", "Alle andere middelen", links, ()),
        ),
        other=Link("Ik heb een onderwerp", url_for("signpost.index")),
    )


def _card(means: Means) -> str:
    return url_for("signpost.instrument", name=slug_of(means.id))
