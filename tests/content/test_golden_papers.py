"""The raadsvragen, moties and amendementen of every decision, part by part.

A difference here is a difference in what the council says: read it aloud before
`make golden`. One file tells the papers of one case without the frame that
every paper has, and a fixed sentence by its id. One case has whole papers, so that one
fixed sentence that changes is read in three papers and not in sixty.
"""

from pathlib import Path

import pytest

from reports.formats import text
from tests.golden import hold
from tests.law import LIBRARY, by_id
from tests.reports.paper_case import PaperCase, by_part

CASES = Path(__file__).parent.parent / "casussen"
FOLDERS = sorted(path.parent for path in CASES.glob("*/*/stukken.yaml"))
WHOLE = CASES / "cameratoezicht" / "a1_steenbergen_2017"
WHOLE_PAPERS = ("vragen", "motie", "amendement")
TOLD = by_id(LIBRARY)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_papers_of_a_case_say_what_they_said(folder, update_golden):
    papers = PaperCase(folder, TOLD).papers()
    found = "\n".join(by_part(paper) for paper in papers)

    hold(folder / "stukken.txt", found, update=update_golden)


@pytest.mark.parametrize(("number", "name"), enumerate(WHOLE_PAPERS))
def test_one_case_has_whole_papers(number, name, update_golden):
    case = PaperCase(WHOLE, LIBRARY)
    found = text.render(case.printed(case.papers()[number]))

    hold(WHOLE / f"{name}.txt", found, update=update_golden)


def test_every_decision_has_papers_and_the_council_amends_what_it_decides():
    cases = {folder.parent.name: PaperCase(folder, LIBRARY) for folder in FOLDERS}
    decided = {n for n, one in LIBRARY.decisions.items() if one.header.body == "raad"}

    assert cases.keys() == LIBRARY.decisions.keys()
    assert decided <= {name for name, one in cases.items() if "amendment" in one.said}
