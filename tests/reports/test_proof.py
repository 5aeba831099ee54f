"""The memo says what was proved of the rules, and for which content."""

from dataclasses import replace

import pytest

from reports.composing.memo import Cover, compose
from reports.formats import text
from rules.content.casefile import CaseFile
from rules.judging.advice import advise
from rules.proof.certificate import ClaimVerdict
from tests.law import LIBRARY
from wizard.clock import today

NAMES = ("buurtbemiddeling", "cameratoezicht", "woonoverlastverordening")


@pytest.fixture(scope="module")
def content():
    return LIBRARY


def memo(library, name):
    advice = advise(library.chart(name), CaseFile(name, today(), {}))
    return " ".join(
        text.render(compose([advice], library, Cover("proef", None, "0"))).split()
    )


@pytest.mark.parametrize("name", NAMES)
def test_the_memo_tells_what_was_proved_for_which_fingerprint(content, name):
    said, found = memo(content, name), content.certificate(name)
    proved = found.said(ClaimVerdict.PROVED)

    assert f"Vingerafdruk: {content.decision(name).fingerprint}" in said
    assert (
        f"Nagerekend: {len(proved)} eisen aan onze regels kloppen voor elk mogelijk dossier"
        in said
    )
    assert proved[0] in said
    assert "Klopt niet" not in said


def test_the_memo_does_not_hide_what_fails(content):
    name = "buurtbemiddeling"
    kept = content.certificate(name)
    first, *rest = kept.proofs
    failed = first.model_copy(update={"verdict": ClaimVerdict.FAILED})
    fallen = kept.model_copy(update={"proofs": (failed, *rest)})
    said = memo(replace(content, kept={name: fallen}), name)

    assert f"Klopt niet: {first.says}" in said
    assert (
        f"{len(kept.said(ClaimVerdict.PROVED)) - 1} eisen aan onze regels kloppen"
        in said
    )
