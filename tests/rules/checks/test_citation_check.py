"""A percentage stands only where its source was read whole, or its words are quoted."""

import pytest

from rules.checks.citation_check import citation_faults
from rules.content.briefing import Correction, Fact
from rules.content.research import EvidenceRegister
from rules.grammar.sources import SeenExtent, Source, SourceKind
from rules.grammar.strict_yaml import read

SAID = "In 2020 was het 30%."
TOLD = "30% staat niet in woorden die bij een bron zijn aangehaald"
STATUTE = {"bwb": "BWBR0000001", "article": "1", "valid_from": "2020-01-01"}
OF_STUDIES = [kind for kind in SourceKind if kind is not SourceKind.WET]


def source(name, kind, seen=SeenExtent.FRAGMENT, **changes):
    return Source.model_validate(
        {
            "id": name,
            "kind": kind.value,
            "title": "Een stuk",
            "url": "https://example.org/",
            "checked_on": "2026-11-30",
            "seen": seen.value,
            **({} if kind is SourceKind.WET else {"year": 2020}),
            **changes,
        }
    )


def faults(*sources, kind=Fact, **said):
    """Tell what is wrong with a text that cites these sources."""
    texts = said or {"text": SAID}
    item = kind(id="feit", sources=tuple(each.id for each in sources), **texts)
    part = (item, read("- text: iets\n", "feiten.yaml"), (0,))
    known = {each.id: each for each in sources}
    return [str(each) for each in citation_faults([part], EvidenceRegister(), known)]


@pytest.mark.parametrize("kind", OF_STUDIES)
def test_a_percentage_of_any_kind_of_source_must_have_been_read(kind) -> None:
    (told,) = faults(source("stuk", kind))
    assert TOLD in told
    assert faults(source("stuk", kind, SeenExtent.TEKST)) == []
    assert faults(source("stuk", kind, quote="30 procent deed mee")) == []


def test_a_statute_speaks_for_its_own_percentages_and_for_no_study() -> None:
    law = source("wet-1", SourceKind.WET, SeenExtent.TEKST, **STATUTE)
    assert faults(law) == []
    assert TOLD in faults(law, source("krant", SourceKind.PERS))[0]


def test_a_newspaper_that_was_read_does_not_speak_for_a_study_beside_it() -> None:
    paper = source("krant", SourceKind.PERS, SeenExtent.TEKST)
    assert TOLD in faults(paper, source("studie", SourceKind.ONDERZOEK))[0]


def test_what_is_heard_is_not_ours_but_what_we_say_of_it_is() -> None:
    paper = source("krant", SourceKind.PERS)
    heard = {"heard": SAID, "instead": "Dat is niet zo."}
    ours = {"heard": "Het is veel.", "instead": SAID}
    assert faults(paper, kind=Correction, **heard) == []
    assert TOLD in faults(paper, kind=Correction, **ours)[0]
