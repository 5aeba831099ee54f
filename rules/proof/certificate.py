"""What was proved of a decision, and for which content: printed on a page and in a memo.

A certificate is kept beside the content, because proving takes seconds and a memo must
not wait. It counts for the content of its fingerprint only.
"""

from enum import StrEnum
from typing import Annotated

import yaml
from pydantic import Field

from rules.grammar.content_model import Content, Date, Name, Prose

PREFACE = "# Gemaakt door `raadwijzer verify --keep`; niet met de hand te wijzigen.\n"


class ClaimVerdict(StrEnum):
    """How a claim stands: for every dossier, for a sample of dossiers, or not at all."""

    PROVED = "bewezen"
    TESTED = "getoetst"
    FAILED = "faalt"


class Proof(Content):
    """A claim about a decision, in words, and how it stands."""

    claim: Name
    says: Prose
    verdict: ClaimVerdict


class Certificate(Content):
    """What was proved of one decision.

    `fingerprint` is that of the content; `days` are the first days of the law that was
    looked at.
    """

    decision: Name
    fingerprint: Annotated[str, Field(pattern=r"^sha256:[0-9a-f]+$")]
    days: tuple[Date, ...]
    proofs: tuple[Proof, ...]

    @property
    def holds(self) -> bool:
        """Whether no claim fails."""
        return not self.said(ClaimVerdict.FAILED)

    def said(self, verdict: ClaimVerdict) -> tuple[str, ...]:
        """Give the claims that stand so, in words."""
        return tuple(proof.says for proof in self.proofs if proof.verdict is verdict)

    def as_yaml(self) -> str:
        """Write the certificate as a file of the content."""
        plain = self.model_dump(mode="json")
        return PREFACE + yaml.safe_dump(plain, allow_unicode=True, sort_keys=False)
