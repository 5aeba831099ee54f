"""A request that lies ready names demands and questions of its own decisions."""

import pytest

from rules.checks.ready_request_check import ready_faults
from rules.content.competence import Subject
from tests.law import LIBRARY


def told(**changes):
    ready = {
        "id": "regels_over_camera",
        "to": "college",
        "decisions": ["cameratoezicht"],
        "text": "de kosten in beeld te brengen",
        **changes,
    }
    subject = Subject.model_validate(
        {
            "id": "geld",
            "title": "geld",
            "about": ["geld"],
            "who": ["college"],
            "routes": [{"body": "college", "form": "motie", "example": "verzoekt"}],
            "sources": ["gemeentewet-189-1"],
            "ready": [ready],
        }
    )
    return list(ready_faults(LIBRARY.decisions, subject))


@pytest.mark.parametrize(
    ("changes", "where", "message"),
    [
        (
            {"about": ["einddatums"]},
            ("ready", 0, "about", 0),
            (
                "'regels_over_camera': eis 'einddatums' staat niet bij cameratoezicht. "
                "Bedoelde u 'einddatum'?"
            ),
        ),
        (
            {"when": {"question": "faze", "one_of": ["idee"]}},
            ("ready", 0, "when", "question"),
            (
                "'regels_over_camera': vraag 'faze' staat niet bij cameratoezicht. "
                "Bedoelde u 'fase'?"
            ),
        ),
        (
            {"when": {"not": {"question": "fase", "one_of": ["idea"]}}},
            ("ready", 0, "when", "not"),
            (
                "'regels_over_camera': vraag 'fase' heeft geen optie 'idea'. "
                "Bedoelde u 'idee'?"
            ),
        ),
        (
            {"decisions": ["cameratoezigt"]},
            ("ready", 0, "decisions"),
            (
                "'regels_over_camera': besluit 'cameratoezigt' bestaat niet. "
                "Bedoelde u 'cameratoezicht'?"
            ),
        ),
    ],
)
def test_a_slip_is_told_with_its_place_and_what_was_meant(changes, where, message):
    assert told(**changes) == [(where, message)]


def test_what_its_decision_has_is_in_order():
    assert (
        told(about=["einddatum"], when={"question": "fase", "one_of": ["idee"]}) == []
    )


def test_a_decision_that_this_content_leaves_out_is_no_fault():
    assert told(decisions=["heel_iets_anders"]) == []
