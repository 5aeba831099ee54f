"""Every sentence of the content is met: some dossier shows it, on a page or a paper.

Loading is not enough. What nobody can come by is shown, or taken out.
"""

from collections import Counter
from datetime import date, timedelta
from itertools import islice
from random import Random

import pytest

from rules.content.decision_table import Outcome, Title
from rules.content.demands import Demand
from rules.content.questions import Question
from rules.grammar.answers import Day, stored
from tests.content.sentences import (
    Watch,
    all_amiss,
    in_order_of,
    key_of,
    near_order,
    normal,
    sentences,
    told_by,
    words_of_page,
)
from tests.law import LIBRARY
from wizard.counter import EXTENSION
from wizard.keeping.keys import new_code, new_key

NAMES = sorted(LIBRARY.decisions)
TODAY = date(2026, 11, 29)
RESULT = ("kort", "toets", "voor-en-tegen", "geld", "privacy", "stukken")
BESIDE = ("overzicht", "zekerder", "stukken/motie", "stukken/vragen")
PAPERS = ("memo.txt", "dossier.txt")
# Where a sentence is looked for once a dossier brings it about.
LOOK_AT = {
    Title: ("kort",),
    Outcome: ("kort",),
    Demand: ("toets", "stukken/motie"),
    Question: ("toets", "overzicht", "stukken/motie", "dossier.txt"),
}
TRIES, LOOKS = 400, 6


class Reader:
    """Somebody who opens dossiers and reads pages, and keeps a watch on sentences."""

    def __init__(self, client, dossiers, law, watch):
        self.client, self.dossiers, self.law, self.watch = client, dossiers, law, watch
        self.here = f"/{slug(law.id)}"

    def open(self, answers, day=TODAY):
        """Have a dossier with these answers, in their stored form."""
        code, key = new_code(), new_key()
        dossier = self.dossiers.begin(
            (self.law.id,),
            code=code,
            edit_key=key,
            reference_date=day,
            fingerprint="sha256:een",
            municipality=None,
        )
        self.dossiers.save_answers(dossier, answers, expected_version=dossier.version)
        with self.client.session_transaction() as session:
            session.clear()
            session["dossier"] = [code, key]

    def read(self, *addresses):
        """Read pages of this decision."""
        for each in addresses:
            answer = self.client.get(f"{self.here}/{each}", follow_redirects=True)
            assert answer.status_code in (200, 404, 409, 422), each
            text = answer.get_data(as_text=True)
            is_page = answer.mimetype == "text/html"
            self.watch.look(words_of_page(text) if is_page else normal(text))


def slug(name):
    return name.replace("_", "-")


def kept(answers):
    return {name: stored(answer) for name, answer in answers.items()}


def before_anything(reader):
    """What a visitor reads who has no dossier, or one that cannot be judged."""
    reader.read("../", "", "poort", "doorverwijzing")
    early = reader.law.header.valid_from - timedelta(days=1)
    reader.open({}, early)
    reader.read("kort")


def the_walk(reader, chart):
    """Every screen, while nothing is known and while all is in order."""
    for answers in ({}, in_order_of(chart)):
        reader.open(kept(answers))
        reader.read(*(f"vraag/{slug(s.id)}?alles=ja" for s in reader.law.screens))


def the_result(reader, chart):
    """All that follows, while nothing is known, all is in order and all is amiss."""
    for answers in ({}, in_order_of(chart), all_amiss(chart)):
        reader.open(kept(answers))
        reader.read(*RESULT, *BESIDE, *PAPERS)


def the_money(reader):
    """The fields of each measure, what is asked once one is known, and two by two."""
    measures = [each.id for each in reader.law.costs.measures]
    if not measures:
        return
    reader.open({})
    reader.read(*(f"geld/{slug(name)}" for name in measures))
    pairs = zip(measures, (*measures[1:], measures[0]), strict=True)
    reader.read(*(f"vergelijken?naast={a}&naast={b}&kies=1" for a, b in pairs))


def old_answers(reader):
    """Answers of the first release, whatever they were."""
    draw = Random(reader.law.id)
    old = [each for each in LIBRARY.old if each.decision == reader.law.id]
    told = {"yes_no": ("ja", "nee"), "weighing": ("ja", "nee"), "date": ("2020-01-01",)}
    for _ in range(12 if old else 0):
        reader.open(
            {
                each.id: draw.choice(
                    told.get(each.kind)
                    or [option.id for option in each.options]
                    or ("0", "1", "7", "28", "29", "168")
                )
                for each in old
                if draw.random() < 0.7
            }
        )
        reader.read("overzicht", "dossier.txt")


def terms_that_passed(reader, chart):
    """A day so long ago that a term has passed, beside the answer that it denies."""
    for question in reader.law.questions:
        if any(each.once_past for each in question.deadlines):
            answers = {**in_order_of(chart), question.id: Day(date(1990, 1, 1))}
            reader.open(kept(answers))
            reader.read("overzicht")


def what_is_left(reader, chart):
    """Dossiers that chance picks, where one brings about what was not met yet.

    A sentence that is still unseen after a few of those is not met that way.
    """
    looked = Counter()
    for answers in islice(near_order(chart), TRIES):
        left = [e for e in reader.watch if key_of(e) and looked[e.pieces] < LOOKS]
        brought = set(told_by(chart, answers)) if left else set()
        found = [each for each in left if key_of(each) in brought]
        if not left:
            return
        if found:
            looked.update(each.pieces for each in found)
            reader.open(kept(answers))
            reader.read(*dict.fromkeys(p for each in found for p in places_of(each)))


def places_of(sentence):
    """The pages on which a sentence is looked for."""
    kinds = (places for kind, places in LOOK_AT.items() if sentence.of(kind))
    return next(kinds, (*RESULT, *PAPERS))


@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_of_a_decision_is_met(name, client, app):
    law, chart = LIBRARY.decision(name), LIBRARY.chart(name)
    watch = Watch(sentences(law))
    reader = Reader(client, app.extensions[EXTENSION].dossiers, law, watch)
    assert len(watch.unmet) > 200

    before_anything(reader)
    the_walk(reader, chart)
    the_result(reader, chart)
    the_money(reader)
    old_answers(reader)
    terms_that_passed(reader, chart)
    what_is_left(reader, chart)

    assert [str(each) for each in watch] == []
