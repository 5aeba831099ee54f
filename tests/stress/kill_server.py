"""Post answers over HTTP while the whole server is killed again and again.

An answer is acknowledged by its redirect. Every acknowledged answer must stand in the
history of the dossier, in order, and nothing that was never sent may stand there.
Run by `make stress`, or by itself: python -m tests.stress.kill_server URL FOLDER
"""

import http.client
import random
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from rules.loading import load
from tests.server import Server, Visitor
from wizard.keeping.database import open_engine
from wizard.keeping.tables import RevisionRow

ANSWERS = 1_000
CHANCE_OF_A_KILL = 0.03
LONGEST_WAIT = 0.015
DECISION = "cameratoezicht"
VALUES = ("ja", "nee")


@dataclass
class Outcome:
    """What was acknowledged, and what was found afterwards."""

    acknowledged: int
    kills: int
    unanswered: int
    lost: int
    strange: int
    seconds: float

    def __str__(self) -> str:
        return (
            f"{self.acknowledged} acknowledged, {self.kills} kills "
            f"({self.unanswered} before the answer came), {self.lost} lost, "
            f"{self.strange} never sent, {self.seconds:.0f} s"
        )


def post_answers(database_url, folder, chance):
    """Walk round some screens until enough answers are acknowledged."""
    rows = rows_to_answer(load().decision(DECISION))
    server = Server(database_url, folder)
    began = time.perf_counter()
    try:
        acknowledged, kills, unanswered = post(server, rows, chance)
    finally:
        server.kill()
    seconds = time.perf_counter() - began
    lost, strange = compare(database_url, acknowledged)
    return Outcome(len(acknowledged), kills, unanswered, lost, strange, seconds)


def rows_to_answer(decision):
    """Take of each screen one row that always applies, and that is yes or no."""
    fitting = {
        screen.id: row.id
        for screen in decision.screens
        for row in reversed(screen.rows)
        if row.answer.kind == "yes_no" and row.applies_when is None
    }
    assert len(fitting) > 5
    return tuple(fitting.items())


def post(server, rows, chance):
    """Be the visitor and the killer."""
    server.start()
    visitor = Visitor(server.port)
    visitor.ask("GET", f"/{DECISION}/poort")
    visitor.ask("POST", f"/{DECISION}/poort", antwoord="ja")
    acknowledged, kills, unanswered = [], 0, 0
    while len(acknowledged) < ANSWERS:
        number = len(acknowledged)
        screen, question = rows[number % len(rows)]
        value = VALUES[number // len(rows) % 2]
        # Not the first: its answer brings the cookie of the dossier.
        doomed = number > 0 and chance.random() < CHANCE_OF_A_KILL
        killer = threading.Timer(chance.random() * LONGEST_WAIT, server.kill)
        if doomed:
            killer.start()
            kills += 1
        try:
            path = f"/{DECISION}/vraag/{screen.replace('_', '-')}"
            sent = {f"{question}-antwoord": value, "versie": str(number + 9_999)}
            status, text = visitor.ask("POST", path, **sent, bevestigd="ja")
            assert status == 303, (status, text)
            acknowledged.append((question, value))
            if number == 0:
                visitor.ask("GET", "/delen")  # a form of the dossier that is there now
        except (OSError, http.client.HTTPException):
            assert doomed, server.log.read_text()[-2_000:]
            unanswered += 1
        if doomed:
            killer.join()
            server.start()
    return acknowledged, kills, unanswered


def compare(database_url, acknowledged):
    """Count what is missing from the history, and what nobody sent."""
    engine = open_engine(database_url)
    with engine.connect() as connection:
        rows = connection.execute(
            RevisionRow.__table__.select().order_by(RevisionRow.version)
        ).all()
    engine.dispose()
    lost = strange = 0
    for question in {one for one, _ in acknowledged}:
        sent = [value for one, value in acknowledged if one == question]
        kept = [row.new for row in rows if row.key == question]
        lost += max(0, len(sent) - len(kept)) + sum(
            one != other for one, other in zip(sent, kept, strict=False)
        )
        strange += max(0, len(kept) - len(sent))
    return lost, strange


if __name__ == "__main__":
    print(post_answers(sys.argv[1], Path(sys.argv[2]), random.Random(1)))
