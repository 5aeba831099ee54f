"""Tell whether a memo says what its own answers give under our rules.

It shows that answers, rules and text belong together, and not who made the file: there
is no signature, and whoever makes a new memo from other answers makes a sound one.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from importlib.metadata import version
from typing import Any

from reports.checking.pdf_differences import (
    INSIDE,
    NOT_INSIDE,
    Change,
    alterations,
    is_only_added,
    is_redrawn,
    oddities,
    unsaid,
)
from reports.checking.pdf_reading import Look, UnreadablePdfError, look
from reports.composing.difference_part import with_difference
from reports.composing.memo import ANSWERS, Cover, compose, edition_named
from reports.composing.receipt import (
    NAME,
    Edition,
    Receipt,
    engine,
    joined,
    read_receipt,
    receipt_of,
)
from reports.document import Document, Letterhead
from reports.dutch import enumerate_words, say_date
from rules.grammar.errors import InputError
from rules.judging.advice import Advice, Refused, advise
from rules.judging.law_by_date import refusal
from rules.library import Library
from rules.reading_casefile import read_dossier

PRINT = Callable[[Document], bytes]
NO_DAY = date.min
MOST_PIXELS = 80_000_000  # of our own print: sixty pages of A4
OURS = re.compile(r"(?i)\bregelversie\s+[0-9a-f]{12}\b")
NO_SIGNATURE = (
    "Wij kijken of antwoorden, regels en tekst bij elkaar horen. "
    "Wie het bestand maakte, zien wij niet: er staat geen handtekening in."
)
SAME, UNTOLD = "gelijk", "niet na te gaan"
NO_MEMO = (
    "Dit is geen memo van Raadwijzer: er zit geen bijlage met antwoorden in. "
    "Een motie, een amendement of vragen kunnen wij niet narekenen."
)
NO_LIST = "In dit memo zit geen lijst van antwoorden. Neem een memo waar die lijst wel in zit."
ADDED = (
    "Van de tekst van het memo ontbreekt niets. Er is alleen iets bij gezet, zoals een "
    "stempel. Alle andere tekst is gelijk aan wat Raadwijzer maakt."
)
LETTERHEAD = "het briefhoofd"
OTHER_LETTERHEAD = (
    "Op dit memo staat een briefhoofd dat wij hier niet hebben. Laat het nakijken bij de "
    "Raadwijzer die dat briefhoofd gebruikt."
)
REDRAWN = (
    "Een ander programma tekende de bladzijden opnieuw. De tekst is gelijk. Een verschil "
    "van één teken dat alleen in het beeld te zien is, vinden wij dan niet."
)


class FileVerdict(StrEnum):
    """What can be said of a file."""

    SOUND = "klopt"
    CHANGED = "gewijzigd"
    OTHER_RULES = "andere regels"
    UNTOLD = "niet na te gaan"


@dataclass(frozen=True, slots=True)
class OtherRules:
    """One thing that was made with other rules, and what the outcome was and is.

    `decision` is empty where it is the program that differs, or the letterhead.
    """

    what: str
    then: str
    now: str
    outcome_then: str = ""
    outcome_now: str = ""
    decision: str = ""


@dataclass(frozen=True)
class Verification:
    """A verdict with its grounds; `receipt` is what the file says it was made from."""

    verdict: FileVerdict
    changes: tuple[Change, ...] = ()
    other_rules: tuple[OtherRules, ...] = ()
    remarks: tuple[str, ...] = ()
    receipt: Receipt | None = None
    advices: tuple[Advice, ...] = field(default=(), repr=False)

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """Answer in three lines: the content, the program, the text of the paper."""
        content = [each.what for each in self.other_rules if each.decision]
        named = [each.what for each in self.other_rules if not each.decision]
        has_other_program = any(what != LETTERHEAD for what in named)
        told = f"veranderd: {enumerate_words(content)}" if content else SAME
        program = _versions(self.receipt) if has_other_program else SAME
        if self.receipt is None:
            told = program = UNTOLD
        is_other = self.verdict is FileVerdict.OTHER_RULES
        is_unseen = is_other or self.verdict is FileVerdict.UNTOLD
        text = "gewijzigd" if self.changes else UNTOLD if is_unseen else SAME
        return (
            ("De inhoud van dit besluit", told),
            ("Het programma", program),
            ("De tekst van het papier", text),
        )


def _versions(receipt: Receipt | None) -> str:
    """Tell from which version to which; a version in the making has no new number."""
    now, then = version("raadwijzer"), "" if receipt is None else receipt.version
    return f"veranderd binnen versie {now}" if then == now else f"versie {then} → {now}"


def verify(
    pdf: bytes, library: Library, print_pdf: PRINT, letterhead: Letterhead | None = None
) -> Verification:
    """Make the memo again from what travels in it, and lay both side by side.

    `letterhead` is ours: a memo that has it gets it back, and one without gets none. One
    that has another cannot be made again, for we never print a picture out of a file.

    Raises:
        UnreadablePdfError: when the file cannot safely be read as a PDF, or is no memo.
    """
    seen = look(pdf)
    odd = tuple(oddities(seen))
    receipt, faults = _receipt_in(seen)
    if receipt is None:
        if not seen.files and not _is_ours(seen):
            raise UnreadablePdfError(NO_MEMO)
        if _says_without(seen, library):
            odd = tuple(each for each in odd if each.what != NOT_INSIDE)
            verdict = FileVerdict.CHANGED if odd else FileVerdict.UNTOLD
            return Verification(verdict, odd)
        return Verification(FileVerdict.CHANGED, (*odd, *faults))
    if receipt != receipt.sealed():
        odd = (*odd, Change(INSIDE, "Het zegel van de bijlage is gebroken."))
    advices, faults = _advices(receipt, library)
    remade = _Remade(receipt, library, advices, letterhead)
    other, strange = tuple(remade.other_rules()), tuple(remade.other_letterhead())
    # What was made with other rules cannot be made again. It is only called changed for
    # what needs no rules to see.
    if strange or (other and not remade.says_the_same(other)):
        changes = (*odd, *unsaid(receipt, _says(receipt), seen))
        verdict = FileVerdict.CHANGED if changes else FileVerdict.OTHER_RULES
        told = (OTHER_LETTERHEAD,) if strange else ()
        other = (*other, *strange)
        return Verification(verdict, changes, other, told, receipt, advices)
    if faults:
        return Verification(FileVerdict.CHANGED, (*odd, *faults), (), (), receipt)
    # The same bytes end the matter: nothing of the stranger’s file is drawn then.
    printed = print_pdf(remade.document)
    if printed == pdf:
        return Verification(FileVerdict.SOUND, (), (), (), receipt, advices)
    ours, seen = _drawn(printed, pdf, seen)
    altered = alterations(remade.document, ours, seen)
    changes = (*odd, *remade.against(), *altered)
    verdict = FileVerdict.CHANGED if changes else FileVerdict.SOUND
    remarks = tuple(_remarks(ours, seen, is_changed=bool(changes)))
    return Verification(verdict, changes, other, remarks, receipt, advices)


@dataclass(frozen=True)
class _Remade:
    """What the receipt of a memo gives under our rules of now, on our own paper."""

    receipt: Receipt
    library: Library
    advices: tuple[Advice, ...]
    letterhead: Letterhead | None

    @cached_property
    def document(self) -> Document:
        """Compose the memo again from what travels in it, on our paper where it was."""
        receipt = self.receipt
        ours = self.letterhead if receipt.letterhead else None
        cover = Cover(receipt.code, receipt.place, receipt.version, ours)
        edition, refused = Edition(receipt.edition), tuple(self._refused())
        document = compose(self.advices, self.library, cover, edition, refused)
        if receipt.beside is None:
            return document
        return with_difference(document, self.library, self.advices, receipt.beside)

    def _refused(self) -> Iterator[Refused]:
        """Refuse again what the memo says it cannot judge, by the rules of now."""
        day = self.advices[0].casefile.reference_date
        for name in self.receipt.refused:
            each = self.library.decisions.get(name)
            if each is not None and (why := refusal(each, day)) is not None:
                yield Refused(each, day, why)

    def says_the_same(self, other: tuple[OtherRules, ...]) -> bool:
        """Tell whether another program, with the same content, says the same words."""
        if not self.advices or any(each.decision for each in other):
            return False
        return receipt_of(self.document).text == self.receipt.text

    def other_rules(self) -> Iterator[OtherRules]:
        """Tell which decisions have other rules by now, and whether the program has."""
        receipt, decisions = self.receipt, self.library.decisions
        now = {advice.decision.id: advice.outcome.label for advice in self.advices}
        for name, fingerprint in {**receipt.refused, **receipt.rules}.items():
            decision = decisions.get(name)
            if decision is None:
                yield OtherRules(f"besluit {name}", fingerprint, "", decision=name)
            elif decision.fingerprint != fingerprint:
                was = decision.outcome_by_id.get(receipt.outcomes.get(name, ""))
                yield OtherRules(
                    decision.header.title,
                    fingerprint,
                    decision.fingerprint,
                    was.label if was is not None else "",
                    now.get(name, ""),
                    decision=name,
                )
        if receipt.engine != engine():
            yield OtherRules("het programma", receipt.engine, engine())

    def other_letterhead(self) -> Iterator[OtherRules]:
        """Tell of a letterhead that is not ours, or no longer."""
        ours = self.letterhead.fingerprint if self.letterhead is not None else ""
        if self.receipt.letterhead not in ("", ours):
            yield OtherRules(LETTERHEAD, self.receipt.letterhead, ours)

    def against(self) -> Iterator[Change]:
        """Lay the receipt beside the one that its own answers give."""
        receipt = self.receipt
        # Another engine may come here when it says the same words: that is told apart.
        right = replace(receipt_of(self.document), engine=receipt.engine).sealed()
        if receipt.outcomes != right.outcomes:
            yield Change(
                INSIDE,
                "De uitkomst in de bijlage volgt niet uit de antwoorden.",
                ", ".join(right.outcomes.values()),
                ", ".join(receipt.outcomes.values()),
            )
        if receipt.text != right.text:
            told = "De antwoorden in de bijlage horen bij een andere tekst."
            yield Change(INSIDE, told)
        ours = (right.data, _with_opinions(right, self.advices).data)
        if receipt.data not in ours and receipt.text == right.text:
            yield Change(INSIDE, "De bijlage is anders geschreven dan wij dat doen.")


def _drawn(printed: bytes, pdf: bytes, seen: Look) -> tuple[Look, Look]:
    """Look at our own print, and draw both where their pages can be laid side by side.

    Only here is it worth drawing, and never more than the memo itself takes.
    """
    ours = look(printed)
    if [page.size for page in ours.pages] != [page.size for page in seen.pages]:
        return ours, seen
    # What it takes to draw our own pages, with some room for rounding.
    pixels = sum((page.size[0] + 2) * (page.size[1] + 2) for page in ours.pages)
    return look(printed, MOST_PIXELS), look(pdf, pixels)


def _remarks(ours: Look, seen: Look, *, is_changed: bool) -> Iterator[str]:
    if not is_changed and is_redrawn(ours, seen):
        yield REDRAWN
    if is_changed and is_only_added(ours, seen):
        yield ADDED


def _is_ours(seen: Look) -> bool:
    """Tell whether a page or the cover says what only we write.

    The word *adviesmemo* is common in a town hall; a version of our rules is not.
    """
    told = (*(page.text for page in seen.pages), *seen.metadata.values())
    return any(OURS.search(each) for each in told)


def _says_without(seen: Look, library: Library) -> bool:
    """Tell whether the paper says of itself that no answers travel in it, and none do."""
    said = "".join(f"{ANSWERS} {library.say('zonder_antwoorden')}".split())
    pages = ("".join(page.text.split()) for page in seen.pages)
    return not seen.files and any(said in page for page in pages)


def read_memo(pdf: bytes) -> Receipt:
    """Give what travels in a memo, without a judgement on the rest of the file.

    Raises:
        InputError: when it cannot be read, or holds no receipt.
    """
    seen = look(pdf)
    receipt, faults = _receipt_in(seen)
    if receipt is None:
        missing = NO_LIST if _is_ours(seen) else NOT_INSIDE
        raise InputError(next((fault.what for fault in faults), missing))
    return receipt


def _receipt_in(seen: Look) -> tuple[Receipt | None, tuple[Change, ...]]:
    """Find the receipt by its name, or else what may be it under another."""
    # A renamed receipt is still read: then the name is the only thing that is wrong.
    files = sorted(seen.files, key=lambda file: file.name != NAME)
    if not files:
        return None, ()
    try:
        return read_receipt(files[0].data), ()
    except InputError as error:
        return None, (Change(INSIDE, str(error)),)


def _advices(
    receipt: Receipt, library: Library
) -> tuple[tuple[Advice, ...], tuple[Change, ...]]:
    """Judge the answers, or say in Dutch why that cannot be done."""
    try:
        casefiles = read_dossier(json.dumps(receipt.dossier), library, today=NO_DAY)
        # Read here too, so that a fault in it is told and does not break the composing.
        if receipt.beside is not None:
            read_dossier(json.dumps(receipt.beside), library, today=NO_DAY)
        judged = (advise(library.chart(each.decision), each) for each in casefiles)
        return tuple(judged), ()
    except InputError as error:
        return (), (Change(INSIDE, str(error)),)


def _says(receipt: Receipt) -> Iterator[str]:
    """Give what the cover says in words, as far as no rule is needed for it."""
    yield edition_named(receipt.rules.values())
    day = receipt.dossier.get("reference_date")
    if isinstance(day, str):
        try:
            yield say_date(date.fromisoformat(day))
        except ValueError:
            yield day


def _with_opinions(receipt: Receipt, advices: tuple[Advice, ...]) -> Receipt:
    """Give a receipt as release 0.2.0 wrote it: own opinions were in that of one page."""
    casefiles = (replace(advice.casefile, remarks={}) for advice in advices)
    is_brief = receipt.edition == Edition.BRIEF.value
    return replace(receipt, dossier=joined(casefiles)).sealed() if is_brief else receipt


# --- told ---------------------------------------------------------------------

TOLD = {
    FileVerdict.SOUND: "De tekst volgt uit de antwoorden in het bestand en uit onze regels.",
    FileVerdict.CHANGED: "Het bestand is niet zoals Raadwijzer het uit deze antwoorden maakt.",
    FileVerdict.OTHER_RULES: "Het memo is gemaakt met andere regels of een ander briefhoofd "
    "dan wij nu hebben. Dat is geen gebrek. Wij kunnen de tekst niet opnieuw maken.",
    FileVerdict.UNTOLD: "Dit memo is gemaakt zonder de lijst van antwoorden. Dat is geen "
    "gebrek. Zonder die lijst kunnen wij niet nagaan of de tekst uit de antwoorden volgt, "
    "en ook niet of er iets aan is veranderd.",
}


def as_data(found: Verification) -> dict[str, Any]:
    """Give a verification as plain data."""
    made_from = found.receipt
    return {
        "verdict": found.verdict.value,
        "lines": dict(found.lines),
        "changes": [asdict(change) for change in found.changes],
        "other_rules": [
            {key: said for key, said in asdict(other).items() if key != "decision"}
            for other in found.other_rules
        ],
        "remarks": [*found.remarks, NO_SIGNATURE],
        "made_from": None
        if made_from is None
        else {
            "code": made_from.code,
            "version": made_from.version,
            "rules": dict(made_from.rules),
            "outcomes": dict(made_from.outcomes),
            "dossier": made_from.dossier,
        },
    }


def as_text(found: Verification) -> str:
    """Give a verification as text for a terminal."""
    return "\n".join(_told(found))


def _told(found: Verification) -> Iterator[str]:
    yield f"{found.verdict}: {TOLD[found.verdict]}"
    yield from (f"{name}: {told}" for name, told in found.lines)
    for other in found.other_rules:
        yield f"- {other.what}: {other.then[:19]} → {other.now[:19] or 'bestaat niet'}"
        if other.outcome_now:
            yield f"  uitkomst toen: {other.outcome_then}"
            yield f"  uitkomst nu:   {other.outcome_now}"
    for change in found.changes:
        yield f"- {change.where}: {change.what}"
        if change.ours:
            yield f"  hoort: {change.ours}"
        if change.theirs:
            yield f"  staat: {change.theirs}"
    yield from found.remarks
    yield NO_SIGNATURE
