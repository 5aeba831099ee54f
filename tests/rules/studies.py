"""Builds small entries of the register, so that a test says only what it is about."""

from typing import Any

from rules.content.research import EvidenceEntry


def entry(*steps: str, **changes: Any) -> EvidenceEntry:
    """A review, read whole, of the measure itself, that saw less; with these steps."""
    return EvidenceEntry.model_validate(written(*steps, **changes))


def written(*steps: str, **changes: Any) -> dict[str, Any]:
    """The same as a content file has it; a change to None leaves the key out."""
    whole = {
        "id": "bankje-overlast-een",
        "maatregel": "bankje",
        "uitkomst": "overlast",
        "past": "zelfde",
        "gemeten": "klachten over lawaai",
        "richting": "daalt",
        "opzet": "overzichtsstudie",
        "land": "Nederland",
        "jaar": 2020,
        "gelezen": "heel",
        "zekerheid": {"stappen": list(steps), "waarom": "Zo is het gemeten."},
        "bron": "studie-2020",
        **changes,
    }
    return {key: value for key, value in whole.items() if value is not None}


def not_found(**changes: Any) -> EvidenceEntry:
    """A search that found nothing."""
    return EvidenceEntry.model_validate(
        {
            "id": "bankje-overlast-niet_gevonden",
            "maatregel": "bankje",
            "uitkomst": "overlast",
            "gemeten": "klachten over lawaai",
            "richting": "niet gevonden",
            "jaar": 2026,
            "bron": {"gezocht": "bankje overlast"},
            **changes,
        }
    )
