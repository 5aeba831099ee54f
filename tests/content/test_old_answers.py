"""Answers of an earlier release: what we say of them, and that we judge them as given."""

import re

from reports.composing.memo_core import no_more


def test_every_why_of_the_content_reads_as_whole_sentences(library):
    """On page and paper alike: a capital after each stop, and a stop at the end."""
    found = {
        one.told
        for decision in library.decisions.values()
        for question in decision.questions
        for option in (None, *getattr(question.answer, "options", ()))
        for one in (question if option is None else option).earlier
        if one.told
    }
    found |= {
        each.told
        for decision in library.decisions.values()
        for each in decision.header.dropped
    }

    assert len(found) > 40
    for why in found:
        text = no_more(why)
        assert not re.search(r"[.?!] [a-zé]|[.?!]{2}|want want", text), text
        assert text.endswith((".", "?")), text
