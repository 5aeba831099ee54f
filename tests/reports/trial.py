"""A small decision with phases and demands, with the real fixed sentences around it."""

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from rules.content.casefile import CaseFile
from rules.grammar.answers import parse
from rules.judging.advice import Advice, advise
from rules.library import Library
from rules.loading import load
from tests.rules.synthetic import lay_out

NAME = "eisen"
DAY = date(2025, 12, 1)


@cache
def trial() -> Library:
    with TemporaryDirectory() as folder:
        return load(lay_out(NAME, Path(folder)))


def casefile(*, on: date = DAY, **given: str) -> CaseFile:
    kinds = trial().decision(NAME).question_by_id
    answers = {name: parse(kinds[name].answer, text) for name, text in given.items()}
    return CaseFile(NAME, on, answers)


def advice(found: CaseFile) -> Advice:
    return advise(trial().chart(NAME), found)
