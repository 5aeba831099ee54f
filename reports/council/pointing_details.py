"""What points at one person, home or business without a name: a detail said of it.

‘De huurder’ is anybody; with the car he drives, whose son he is or the tent he sleeps in,
a neighbour knows who is meant. It may still be policy, so that none of this is sure. The
words stand in the register `handelingen.yaml`, under `cases`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from rules.content.council_speech import Cases
from rules.content.phrase_matching import Hit, either, has_words

_THE = r"(?:de|het|die|dat|deze|dit|onze|ons)"
_HIS = r"(?:zijn|haar|diens|wiens|z[’']n|d[’']r)"
_ADJECTIVES = r"(?:\w{1,20}e\s){0,2}"
_LIVES = (
    r"(?:woont|slaapt|verblijft|huist|bivakkeert|overnacht|kampeert|logeert|scharrelt"
    r"|schuilt|zwerft|bedelt)"
)
_AT = (
    r"(?:in|boven|naast|achter|onder|tegenover|op|aan|bij|voor|vóór)\s(?:de|het|een)\s"
)
# ‘mw. V.’, ‘meneer B.’
_INITIAL = re.compile(
    r"(?<!\w)(?:(?i:mw|mevr|dhr|hr|mr|drs)\.?|(?i:mevrouw|meneer|mijnheer|heer|familie))"
    r"\s(?:[A-Z]\.\s?){1,3}(?!\w)"
)
# ‘voor ‘Rooie Sjaak’, die …’: no noun before the quotes says what it is.
_NICKNAME = re.compile(
    r"(?:(?<!\w)(?i:voor|met|van|aan|tegen|door|over|bij|dat|en|waar|hoe|wie|is|was|heeft)\s|(?:^|[.?!:]\s|\n))"
    r"[‘'“\"](?:[A-ZÀ-Ý][\w-]{1,20}\s?){1,3}[’'”\"],?\s(?:die|uit|van|op|bij)(?!\w)"
)
# ‘dat M. uit de Bloemenbuurt’: a letter alone, in the middle of a sentence.
_LETTER = re.compile(r"(?<=[a-z]\s)[A-Z]\.\s(?:uit|van|op)\s(?:de|het|[A-Z])")
# ‘plek 38’, ‘huurder Pietersen’: what stands behind the noun.
_NUMBERED = re.compile(r"(?i)\s(?:nr\.?\s|nummer\s)?\d{1,4}[a-z]?(?!\w)")
_CALLED = re.compile(r"\s[A-ZÀ-Ý][a-zà-ÿ]{2,20}(?!\w)")
_SUPERLATIVE = r"(?!\w{3,20}ste\s)"
# Who asks this of any child or home is not about one.
_ANY = re.compile(
    r"(?i)(?<!\w)(?:een|elke?|iedere?|geen|wie|iemand|kinderen|jongeren|ouders|mensen)(?!\w)"
)


@dataclass(frozen=True)
class PointingDetails:
    """Finds details by which one can be known."""

    words: Cases

    def find(self, text: str, hits: Iterable[Hit]) -> str | None:
        """Give the first words that point at one, whatever noun they stand with.

        The hits are those of the lists of `cases`, each named by its list.
        """
        return next(self._found(text, hits), None)

    def is_marked(self, text: str, end: int) -> bool:
        """Tell whether a mark stands behind a noun: ‘de man met de parkieten’."""
        return self._mark.match(text, end) is not None

    def wears_a_mark(self, text: str, end: int) -> bool:
        """Tell whether a few people have a mark that we know: ‘met de zwarte bus’."""
        return self._worn.match(text, end) is not None

    def _found(self, text: str, hits: Iterable[Hit]) -> Iterator[str]:
        for pattern in (_INITIAL, _LETTER, _NICKNAME, self._lodger, self._kin):
            found = pattern.search(text)
            if found:
                yield found[0].strip()
        # Read at words that were found already: tried everywhere, so many nouns are slow.
        for hit in hits:
            said = text[hit.start : hit.end]
            behind = None
            if hit.name == "lots":
                behind = _NUMBERED.match(text, hit.end)
            elif hit.name in ("people", "folk"):
                named = not has_words(self.words.servants, said)
                behind = _CALLED.match(text, hit.end) if named else None
            if behind:
                yield f"{said}{behind[0]}"
        own = self._own_kin.search(text)
        if own and not _ANY.search(text[: own.start()]):
            yield own[0]

    @cached_property
    def _mark(self) -> re.Pattern[str]:
        """Match what somebody or something has that the others have not."""
        nobody = either((*self.words.people, *self.words.crowds, *self.words.nowhere))
        return re.compile(
            rf"(?i)\smet\s(?:(?:{_THE}|{_HIS}|al\s\w{{2,5}}|twee|drie|vier)\s{_SUPERLATIVE}"
            rf"{_ADJECTIVES}(?!(?:{nobody}|{either(self.words.folk)}|{either(self.words.partners)}))\w"
            rf"|(?:een\s)?{_ADJECTIVES}(?:{either(self.words.marks)}))"
        )

    @cached_property
    def _worn(self) -> re.Pattern[str]:
        marks = either(self.words.marks)
        return re.compile(
            rf"(?i)\smet\s(?:(?:{_THE}|{_HIS}|hun|een)\s)?{_ADJECTIVES}(?:{marks})"
        )

    @cached_property
    def _lodger(self) -> re.Pattern[str]:
        """Match who sleeps at one spot: ‘de veteraan die in de tent bij de sluis slaapt’."""
        at = rf"{_AT}(?!(?:{either(self.words.nowhere)}))"
        return re.compile(
            rf"(?i)(?<!\w){_THE}\s{_ADJECTIVES}[\w’'-]{{3,30}},?\s(?:die|dat)\s"
            rf"(?:[\w’'-]{{1,30}}\s){{0,5}}?{at}(?:[\w’'-]{{1,30}},?\s){{1,8}}?{_LIVES}(?!\w)"
        )

    @cached_property
    def _kin(self) -> re.Pattern[str]:
        """Match who is known by another: ‘de zoon van de bakker’, ‘de jongste van de drie’."""
        kin = either(self.words.kin)
        words = self.words
        shops = either(words.shops)
        people = either((*words.people, *words.folk, *words.trades, *words.offices))
        return re.compile(
            rf"(?i)(?<!\w)(?:{_THE}|{_HIS}|hun)\s{_ADJECTIVES}(?:{kin})\svan\s(?:{_THE}|een)\s{_ADJECTIVES}(?:{people}|{shops})"
            rf"|(?<!\w)de\s(?:jongste|oudste|middelste)\svan\s(?:de|het|die)(?!\w)"
            rf"|(?<!\w)(?:{_THE}|een)\s{_ADJECTIVES}(?:{people})\s(?:van|uit)\s(?:de|het|die|dat|onze)\s{_ADJECTIVES}(?:{shops})"
            rf"|(?<!\w){_THE}\s(?:deur|huis|auto|tuin|erf|woning|winkel|zaak|schuur|stichting|gezin|bedrijf)\svan\s(?:de|onze)\s{_ADJECTIVES}(?:{either(words.trades)})"
            r"|(?<!\w)(?:de|die|deze|onze|uw)\s(?:oud|ex)-(?!papier|ijzer|en-)[\w-]{3,30}(?<!en)(?<!s)(?!\w)"
            r"|(?<!\w)een\s(?:oud|ex)-[\w-]{3,30},\s(?:tegenwoordig|nu|inmiddels|thans|later|die)(?!\w)"
        )

    @cached_property
    def _own_kin(self) -> re.Pattern[str]:
        """Match somebody’s own kin: ‘zijn moeder’ has one child in mind."""
        kin = either(self.words.kin)
        return re.compile(rf"(?i)(?<!\w){_HIS}\s{_ADJECTIVES}(?:{kin})")
