"""Memos from random dossiers, and the programs that people save them again with."""

import json
import random
import shutil
import subprocess
from datetime import date
from io import BytesIO

import pikepdf
import pypdf

from rules.content.casefile import CaseFile
from rules.grammar.answers import (
    DONT_KNOW,
    NO,
    YES,
    AmountKind,
    ChoiceKind,
    DateKind,
    NumberKind,
    Ticks,
    TicksKind,
    parse,
)
from rules.reading_casefile import read_dossier, write_dossier
from tests.law import LIBRARY

TODAY = date(2026, 11, 21)


def random_casefile(law, seed):
    """A dossier in which about half of the questions is answered, by chance.

    It is read as every dossier is that the product prints: from its stored answers, so
    that a phase that nobody gave is read from the others.
    """
    chance = random.Random(seed)
    answers = {}
    for question in law.questions:
        if chance.random() < 0.55:
            unknown = chance.random() < 0.15
            answers[question.id] = (
                DONT_KNOW if unknown else _answer(question.answer, chance)
            )
    written = write_dossier(CaseFile(law.id, TODAY, answers, "gm0851"))
    (read,) = read_dossier(json.dumps(written), LIBRARY, today=TODAY)
    return read


def _answer(kind, chance):
    match kind:
        case NumberKind(min=low, max=high):
            return parse(kind, chance.randint(low, min(high, low + 60)))
        case ChoiceKind(options=options):
            return parse(kind, chance.choice(options).id)
        case TicksKind(options=options):
            return Ticks((chance.choice(options).id,))
        case DateKind(earliest=earliest):
            first = 2010 if earliest is None else earliest.year + 1
            return parse(
                kind, f"{chance.randint(first, 2026)}-0{chance.randint(1, 9)}-11"
            )
        case AmountKind():
            return parse(kind, f"{chance.randint(1, 900)}")
        case _:
            return chance.choice([YES, NO])


def linearized(pdf):
    return _pikepdf(pdf, linearize=True)


def unpacked(pdf):
    return _pikepdf(
        pdf,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
        compress_streams=True,
    )


def _pikepdf(pdf, **options):
    target = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as paper:
        paper.save(target, **options)
    return target.getvalue()


def by_pypdf(pdf):
    target = BytesIO()
    pypdf.PdfWriter(clone_from=BytesIO(pdf)).write(target)
    return target.getvalue()


def as_it_is(pdf):
    return pdf


RESAVERS = (as_it_is, linearized, unpacked, by_pypdf)

PROGRAMS = {
    "qpdf": "qpdf --linearize --object-streams=generate {old} {new}",
    "mutool": "mutool clean -ggg -z -s {old} {new}",
    "gs": "gs -q -dNOPAUSE -dBATCH -sDEVICE=pdfwrite -o {new} {old}",
}


def installed():
    """The programs of other makers that are here."""
    return [name for name in PROGRAMS if shutil.which(name)]


def by_program(name, pdf, folder):
    old, new = folder / "oud.pdf", folder / "nieuw.pdf"
    old.write_bytes(pdf)
    command = PROGRAMS[name].format(old=old, new=new).split()
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    return new.read_bytes()
