"""No text is worse than linear: twice as long costs about twice as much.

Work is counted in processor time, and only as a ratio within one run: the best of a few
tries on a text against the best on half of it.
"""

import time

import pytest

from reports.council.lint import check_text
from reports.document import PaperKind
from tests.law import LIBRARY
from wizard.guarding.personal import findings, people

BODIES = {body.id: body.name for body in LIBRARY.bodies.values()}
MOST, TRIES, NOISE = 2.5, 12, 0.002
SHORT = 1_000
SEEDS = (
    *(
        "1",
        "a",
        "A",
        "+",
        "-",
        ".",
        "@",
        "€",
        "‘",
        "’",
        "(",
        "\n",
        "\t",
        " ",
        "é",
        "🙂",
    ),
    *(
        "1.",
        "1-",
        "1 ",
        "06-",
        "06 ",
        "+31",
        "NL91",
        "NL91 ABNA ",
        "AB-12-CD ",
        "1234 AB ",
    ),
    *("A.", "A. ", "a.a.", "a@", "a@b.nl ", "@jan ", "jan punt ", "een twee ", "nul-"),
    *(
        "Astraat",
        "Astraat 1",
        "straat 1 ",
        "de ",
        "de de ",
        "van de ",
        "van der ",
        "in het ",
    ),
    *(
        "Jan ",
        "Jan van ",
        "Jan Jansen ",
        "J. Jansen ",
        "de heer ",
        "mevrouw De ",
        "familie A",
    ),
    *(
        "een verwarde ",
        "met een ",
        "het gezin ",
        "de bewoner ",
        "op 3 hoog ",
        "woning 1 ",
    ),
    *(
        "verzoekt ",
        "Verzoekt het college ",
        "Verzoekt het college en ",
        "verzoekt de de ",
    ),
    *(
        "Verzoekt de burgemeester om camera’s te plaatsen en ",
        "te plaatsen ",
        "te ",
        "te te ",
    ),
    *(
        "te wijzigen APV ",
        "politie inzetten ",
        "camera’s ",
        "camera",
        "camera’s te ",
        "of ",
    ),
    *(
        "te onderzoeken of ",
        "te plaatsen, ",
        "te plaatsen en ",
        "; ",
        "en ",
        "en/of ",
        ", ",
    ),
    *(
        "de woning aan de ",
        "de man die ",
        "een man aan ",
        "aan de Kerkstraat ",
        "de twee ",
    ),
    *(
        "beelden drie weken te bewaren ",
        "twee weken ",
        "geen ",
        "niet voor altijd ",
        "€ 1.000 ",
    ),
    *(
        "Vragen aan ",
        "Vragen aan het college: ",
        "? ",
        "Hoe? ",
        "heeft u het ",
        "besluit: ",
    ),
    *(
        "besluit artikel 2:77\n",
        "- verzoekt\n",
        "1. x\n",
        "wordt: ",
        "Het college kan ",
    ),
    *(
        "constaterende dat ",
        "constaterende dat 1 ",
        "volgens ",
        "2025 ",
        "12 mei ",
        "om 22 uur ",
    ),
)


def spent(work, text):
    """Count the processor time of one try."""
    start = time.process_time()
    work(text)
    return time.process_time() - start


def judge(text):
    check_text(
        text, LIBRARY.competence, bodies=BODIES, people=people, kind=PaperKind.MOTION
    )


def of(seed, length):
    return (seed * (length // len(seed) + 1))[:length]


def test_there_are_a_hundred_hostile_texts():
    assert len(set(SEEDS)) >= 100


@pytest.mark.parametrize("work", [findings, judge], ids=["personen", "stukken"])
@pytest.mark.parametrize("seed", SEEDS)
def test_twice_the_text_is_about_twice_the_work(work, seed):
    """The two take turns, so that a machine that is busy is busy for both."""
    half, whole = of(seed, SHORT), of(seed, 2 * SHORT)
    work(half)
    least, most = float("inf"), float("inf")
    for _ in range(TRIES):
        least = min(least, spent(work, half))
        most = min(most, spent(work, whole))
        if most + NOISE <= MOST * (least + NOISE):
            break

    assert most + NOISE <= MOST * (least + NOISE)
