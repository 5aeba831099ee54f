"""Post answers while the writing process is killed again and again.

What was acknowledged must be there; what was not may be there, whole or not at all.
Run by `make stress`, or by itself: python tests/stress/kill_writes.py DATABASE_URL
"""

import contextlib
import multiprocessing
import os
import random
import signal
import sys
import time
from dataclasses import dataclass
from datetime import timedelta

from wizard.clock import now, today
from wizard.keeping.database import open_engine, upgrade
from wizard.keeping.storage import Dossiers

ANSWERS = 1_000
QUESTIONS = 50
CHANCE_OF_A_KILL = 0.3
LONGEST_WAIT = 0.006  # a save takes a few milliseconds: kills fall before, in and after


@dataclass
class Outcome:
    """What was asked of the writer, and what was found afterwards."""

    acknowledged: int
    kills: int
    unanswered: int
    lost: int
    wrong: int
    seconds: float

    def __str__(self) -> str:
        return (
            f"{self.acknowledged} acknowledged, {self.kills} kills "
            f"({self.unanswered} before the answer came), {self.lost} lost, "
            f"{self.wrong} wrong at the end, {self.seconds:.1f} s"
        )


@contextlib.contextmanager
def storage(url):
    engine = open_engine(url)
    try:
        yield Dossiers(engine, timedelta(days=30), now)
    finally:
        engine.dispose()


def write(url, edit_key, pipe):
    """Save what comes in, and say so only when it is saved."""
    with storage(url) as dossiers:
        dossier = dossiers.open_by_edit_key(edit_key)
        pipe.send("ready")
        while True:
            key, value = pipe.recv()
            dossier = dossiers.save_answers(
                dossier, {key: value}, expected_version=dossier.version
            )
            pipe.send(value)


class Writer:
    """The process that is killed; a new one takes its place."""

    def __init__(self, url, edit_key):
        self.about, self.process, self.pipe = (url, edit_key), None, None

    def start(self):
        if self.process is None:
            context = multiprocessing.get_context("fork")
            self.pipe, other = context.Pipe()
            self.process = context.Process(
                target=write, args=(*self.about, other), daemon=True
            )
            self.process.start()
            other.close()
            assert self.pipe.recv() == "ready"

    def kill(self):
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.join()
        self.process = None

    def heard(self, value):
        """Tell whether the acknowledgement came through before the kill."""
        with contextlib.suppress(EOFError, ConnectionResetError):
            return self.pipe.poll() and self.pipe.recv() == value
        return False


def post_answers(url, chance):
    """Post until enough answers are acknowledged, and count what is lost."""
    with storage(url) as dossiers:
        upgrade(dossiers.engine)
        made = dossiers.create(
            ("cameratoezicht",),
            reference_date=today(),
            fingerprint="sha256:proef",
            municipality=None,
        )
    writer, acknowledged = Writer(url, made.edit_key), []
    kills = unanswered = 0
    began = time.perf_counter()
    while len(acknowledged) < ANSWERS:
        number = len(acknowledged)
        key, value = f"vraag_{number % QUESTIONS}", str(number)
        writer.start()
        writer.pipe.send((key, value))
        if chance.random() < CHANCE_OF_A_KILL:
            time.sleep(chance.random() * LONGEST_WAIT)
            writer.kill()
            kills += 1
            if not writer.heard(value):
                unanswered += 1
                continue
        else:
            assert writer.pipe.recv() == value
        acknowledged.append((key, value))
    if writer.process is not None:
        writer.kill()
    lost, wrong = compare(url, made.edit_key, acknowledged)
    seconds = time.perf_counter() - began
    return Outcome(len(acknowledged), kills, unanswered, lost, wrong, seconds)


def compare(url, edit_key, acknowledged):
    """Count acknowledged answers without a trace, and values that are not the last."""
    with storage(url) as dossiers:
        dossier = dossiers.open_by_edit_key(edit_key)
        revisions = dossiers.revisions(dossier, since_version=0)
    kept = {(one.key, one.new) for one in revisions}
    last = dict(acknowledged)
    lost = sum(one not in kept for one in acknowledged)
    wrong = sum(dossier.answers.get(key) != value for key, value in last.items())
    return lost, wrong


if __name__ == "__main__":
    print(post_answers(sys.argv[1], random.Random(1)))
