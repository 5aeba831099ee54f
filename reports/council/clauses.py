"""What an act asks, cut into clauses: one for each thing to be done.

Each clause has a kind of deed, and tells what the powers that it names are to that deed.
The words stand in the register `handelingen.yaml`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from reports.council.budget_cover import cover_spans
from rules.content.competence import Competence
from rules.content.council_speech import Doing, Speech
from rules.content.phrase_matching import Hit, has_words

LOOKBACK, NEAR, NEAREST = 60, 60, 30
MONEY = "geld"
_TO = re.compile(
    r"(?i)(?<!\w)te\s{1,3}(?!midden\b)(?:(?:laten|gaan|blijven|doen|kunnen|willen|helpen"
    r"|komen|mogen)\s{1,3}){0,2}(?P<deed>(?!(?:en|in|aan|van|dan|een|hun|hen|binnen)\b)[\w’'-]{1,40}n)(?!\w)"
)
_NEXT = re.compile(
    r"(?i)\s{0,3}(?:[,;.]\s{0,3})?(?:\b(?:en/of|en\s/\sof|en|alsmede|evenals|maar)\b)?\s{0,3}"
)
_LATER = re.compile(r"(?i)[,;.]?\s{1,3}(?:en/of|en|alsmede)\s{1,3}|[;.]\s{1,3}")
_UNDER = re.compile(
    r"(?i)(?:of|dat|die|hoe|wat|wie|welke?|waar\w*|wanneer|omdat|zodat|tenzij|zoals|om|als"
    r"|zodra|nadat|voordat|waarbij|mits|indien)\b"
)
_LEADING = re.compile(
    r"(?i)(?:^|[\s(])(?:(?:over|inzake|omtrent|rond|rondom)\s(?:[\w’'-]{1,30}\s){0,3}"
    r"|(?:voor|over|bij|met|van|tegen|na|naar|in|op|rond|rondom|door|aan|uit"
    r"|vanwege|wegens|omtrent|tussen|onder|via|per|langs|tijdens|naast|achter|boven|binnen"
    r"|vanuit)\s{1,3}(?:(?:de|het|een|alle|meer|minder|extra|onze|hun|zijn|haar|geen|veel"
    r"|\d{1,4}|\w{1,20}e)\s{1,3}){0,3})$"
)
_QUALIFIED = re.compile(
    r"(?i)(?:\s{1,3}(?:de|het|een|\d{1,4}|twee|drie|vier|vijf|zes|meer|\w{1,20}e))"
    r"{0,3}\s{1,3}$"
)
# ‘die op straat komen te staan’, ‘dat hoeft niet te gebeuren’: nothing is asked.
_GOVERNED = re.compile(
    r"(?i)(?<!\w)(?:(?:hoeft|hoeven)(?:\s[^\s.;,]{1,20}){0,3}|kom|komt|komen|kwam|kwamen|blijkt|blijken|bleek|bleken"
    r"|lijkt|lijken|schijnt|schijnen|dreigt|dreigen|weet|weten|valt|vallen|staat|staan"
    r"|zit|zitten|ligt|liggen|loopt|lopen|durft|durven)"
    r"(?:\s{1,3}(?:niet|geen|meer)){0,2}\s{1,3}$"
)
# ‘…, zonder daar al voor te kiezen’: how it is done, and no deed of its own.
_WITHOUT = re.compile(
    r"(?i),\s{1,3}(?:maar\s|en\s)?zonder\s(?:[^\s.,;:]{1,30}\s){0,7}$"
)
# ‘of hij wil nagaan’, ‘hoeveel er zijn’: what stands in a question is asked.
_WHETHER = re.compile(
    r"(?i)\W{0,3}(?:(?:[a-z]|[ivx]{1,5})[.)]\s{1,3})?(?:of|hoe|hoeveel|wat|welke?|wie|waarom)\b"
)
_LOOSE = re.compile(
    r"(?i)(?<!\w)(?:aan|af|bij|dicht|door|in|los|mee|na|neer|op|over|samen|stil|tegen|terug"
    r"|toe|uit|vast|voor|weg)\s{1,3}$"
)
# ‘tussen de scholen, de zorg en politie’: a list that the preposition still leads.
_AMONG = re.compile(
    r"(?i)(?:^|[\s(])(?:met|tussen|bij|aan|door|van|voor|via|naast)\s{1,3}"
    r"(?:[\w’'-]{1,30},?\s{1,3}){0,6}?[\w’'-]{1,30}(?:,|\s(?:en|of|én))\s{1,3}"
    r"(?:(?:de|het|onze|hun)\s{1,3})?$"
)
# ‘jongeren die een gebiedsverbod hebben te helpen’: the power says which ones.
_CLAUSE = re.compile(
    r"(?i)(?!(?:en|of|om|ook|tevens|met|op|in|aan|voor|bij|van|door|over|na|tot|uit|naar)\s)\b"
    r"[\w’'-]{3,40}\s(?:die|dat|wie|waar(?:in|op|aan|uit|van)?)\s"
    r"(?:(?:de|het|een|geen|hun|al|nog|vaak|ooit|eerder|\w{2,20}e)\s){0,3}$"
)
_FINITE = re.compile(
    r"(?i)\s(?:[\w’'-]{1,20}\s)?(?:heeft|had|kreeg|is|was|werd|\w{2,20}(?:[^aeiou\W]t|en))\s"
)
_PASSING = re.compile(r"(?i)\s(?:is|zijn|was|waren|valt|vallen)\b")
# ‘vraagt het college om extra rondes’, ‘dat het licht brandt’: what is to be, and no deed.
_FOR = re.compile(
    r"(?i)\W{0,3}(?:om\s(?!te\b)|(?:om\s)?(?:extra|meer|betere?|vaker|ruimere?)\s"
    r"|(?:ervoor\W{1,3})?dat\s)"
)
# ‘en dit per 1 mei in te voeren’: the object was named before.
_POINTS_BACK = re.compile(
    r"(?i)\W{0,3}(?:om\s)?(?:(?:ze|hen|hem|haar)\s|(?:dit|dat|deze|die)\s(?=(?:te|ook|dan|direct|meteen"
    r"|vervolgens|zo|desnoods|jaarlijks|per|binnen|vóór|voor|uiterlijk|met|in|op|aan|af|uit|weg|toe|vanaf"
    r"|daarna|tijdelijk|eventueel|alsnog|waar|zelf)\s))"
)
_TRULY = 12  # letters that a sentence has at the least to ask something


class ObjectRole(StrEnum):
    """What a power is to a deed: done to, in it, its means, beside it, who is asked.

    With a partner something is talked over or done together; no power over him is used.
    Which one is meant is told in a clause of its own: ‘wie een huisverbod kreeg’.
    """

    OBJECT = "voorwerp"
    BESIDE = "ernaast"
    ABOUT = "waarover"
    CONTENT = "inhoud"
    MEANS = "middel"
    ASKED = "gevraagd"
    PARTNER = "samen met"
    WHICH = "welke"


_DONE_TO = (ObjectRole.OBJECT, ObjectRole.CONTENT)
_USING = (Doing.DO, Doing.RUN, Doing.PROVIDE)


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing that is asked: its words, the kind of deed, the powers it names.

    `is_sure` is false where the reader cannot tell whether it is asked or only
    mentioned in a question that is to be looked into; `over_people` is true where people
    are what the deed is done to.
    """

    text: str
    deed: Doing
    powers: tuple[tuple[str, ObjectRole], ...]
    is_sure: bool = True
    over_people: bool = False

    def of(self, role: ObjectRole) -> tuple[str, ...]:
        """Give the ids of the powers in a role."""
        return tuple(dict.fromkeys(name for name, own in self.powers if own is role))


def clauses_of(asked: str, competence: Competence) -> list[Clause]:
    """Cut what is asked into the things that are to be done; cost and cover are none."""
    # Cost and cover are cut out first, or ‘te dekken uit’ would be a deed of its own.
    spans = cover_spans(asked, competence.speech)
    found: list[Clause] = []
    for first, last in pairwise([(0, 0), *spans, (len(asked), len(asked))]):
        piece = asked[first[1] : last[0]]
        for start, end, is_sure in _cuts(piece):
            clause = _clause(piece[start:end], competence, is_sure=is_sure)
            rest = bool(first[1]) and not _deeds(clause.text)
            clause = _referring(clause, found)
            names = {name for name, _ in clause.powers}
            if rest and names <= {MONEY}:
                continue  # what is left of a sentence on cost
            if len(clause.text) >= _TRULY or clause.powers:
                found.append(clause)
    return found


def _referring(clause: Clause, before: list[Clause]) -> Clause:
    """Give a clause that points back the powers that it points at: ‘en deze te plaatsen’.

    What is meant by a small word is never sure.
    """
    refers = _POINTS_BACK.match(clause.text)
    if clause.powers or not before or refers is None or clause.deed not in _USING:
        return clause
    kept = (ObjectRole.OBJECT, ObjectRole.CONTENT, ObjectRole.ABOUT)
    meant = tuple(
        (name, ObjectRole.OBJECT) for name, role in before[-1].powers if role in kept
    )
    return replace(clause, powers=meant, is_sure=clause.is_sure and not meant)


def _cuts(text: str) -> Iterator[tuple[int, int, bool]]:
    """Give where each thing to be done begins and ends, and whether that is sure."""
    start, is_sure = 0, True
    deeds = _deeds(text)
    while True:
        mine = next((deed for deed in deeds if deed.end() > start), None)
        later = [deed for deed in deeds if mine and deed.start() >= mine.end()]
        cut = _cut(text, mine.end(), later) if mine and later else None
        if cut is None:
            yield start, len(text), is_sure
            return
        place, sure = cut
        yield start, place, is_sure
        start, is_sure = place, sure


def _deeds(text: str) -> list[re.Match[str]]:
    """Give the infinitives that ask; ‘wat te horen is’ only says what there is."""
    return [
        deed
        for deed in _TO.finditer(text)
        if not _PASSING.match(text, deed.end())
        and not _GOVERNED.search(text[max(0, deed.start() - NEAREST) : deed.start()])
        and not _WITHOUT.search(text[max(0, deed.start() - LOOKBACK) : deed.start()])
    ]


def _cut(text: str, end: int, later: list[re.Match[str]]) -> tuple[int, bool] | None:
    """Find where the next thing to be done begins behind a deed that ended here."""
    direct = _NEXT.match(text, end)
    if direct and direct[0].strip() and not _UNDER.match(text, direct.end()):
        return direct.end(), True
    # A joining word behind ‘dat’ or ‘of’ may join two things inside that clause: then
    # it is not sure that the second is asked.
    under = _UNDER.search(text, end)
    for joined in _LATER.finditer(text, end):
        follows = any(deed.start() >= joined.end() for deed in later)
        if follows and not _UNDER.match(text, joined.end()):
            apart = joined[0].strip()[:1] in (";", ".")
            sure = apart or under is None or under.start() > joined.start()
            return joined.end(), sure
    return None


def _clause(text: str, competence: Competence, *, is_sure: bool) -> Clause:
    words = _Wording(text, competence.speech)
    powers = tuple((hit.name, words.role(hit)) for hit in competence.mentions(text))
    return Clause(text.strip(), words.doing, powers, is_sure, words.is_over_people)


@dataclass(frozen=True)
class _Wording:
    """The words of one clause, by which its deed and what a power is to it are told."""

    text: str
    speech: Speech

    @cached_property
    def deed(self) -> re.Match[str] | None:
        """Give its first infinitive."""
        return next(iter(_deeds(self.text)), None)

    @cached_property
    def causes(self) -> bool:
        """Tell whether it makes somebody do something, as a clause without a deed may."""
        return self.deed is None or self.deed["deed"].casefold() in self.speech.causing

    @cached_property
    def doing(self) -> Doing:
        """Tell what kind of deed it asks: that of its first infinitive."""
        text, deed = self.text, self.deed
        if _WHETHER.match(text):
            return Doing.TALK
        hits = [hit for hit in self.speech.doings.find(text) if not _is_part(text, hit)]
        if deed is not None:
            covering = [hit for hit in hits if hit.start < deed.end() <= hit.end]
        else:
            under = _UNDER.search(text, 3)
            most = under.start() if under else NEAR
            covering = [hit for hit in hits if hit.start < most]
        if not covering:
            return Doing.RUN if deed is None and _FOR.match(text) else Doing.DO
        # More words say more of the deed: the longest phrase goes before its parts.
        longest = max(
            covering, key=lambda hit: (hit.end - hit.start, hit.name == Doing.DO)
        )
        said = text[longest.start : longest.end]
        # To speak to a body costs nobody anything; to write to all inhabitants is a deed.
        if longest.name == Doing.TALK and self.speech.is_told_to_people(said):
            return Doing.DO
        return Doing(longest.name)

    @property
    def is_over_people(self) -> bool:
        """Tell whether people are what the deed is done to, or who it makes do something."""
        deed = self.deed
        gains = has_words(self.speech.gains, self.text[deed.end() if deed else 0 :])
        for hit in self.speech.people.find(self.text):
            role = self.role(hit)
            if deed and hit.start < deed.start():
                if role is ObjectRole.OBJECT:
                    return True
            elif self.causes and not gains and role in _DONE_TO:
                return True
        return False

    def role(self, hit: Hit) -> ObjectRole:
        """Tell what a power, or a body, is to the deed."""
        before = self.text[max(0, hit.start - LOOKBACK) : hit.start]
        is_body = self.speech.is_body(self.text[hit.start : hit.end])
        if is_body and self._is_asked(hit):
            return ObjectRole.ASKED
        if is_body and self.speech.partner.search(before):
            return ObjectRole.PARTNER
        if self._tells_which(hit, before):
            return ObjectRole.WHICH
        return self._by_its_place(hit, before, is_body=is_body)

    def _by_its_place(self, hit: Hit, before: str, *, is_body: bool) -> ObjectRole:
        """Tell what a power is to the deed by where it stands and what leads it."""
        deed = self.deed
        within = deed is not None and hit.start < deed.end() <= hit.end
        if within or _is_done_to(before, self.speech):
            return ObjectRole.OBJECT
        leading = _LEADING.search(before)
        if deed is not None and hit.start >= deed.end():
            begins = hit.start - len(before) + leading.start() if leading else None
            return self._behind(hit.start, deed.end(), begins)
        if leading is None:
            among = is_body and _AMONG.search(before)
            return ObjectRole.BESIDE if among else ObjectRole.OBJECT
        word = leading[0].split()[0]
        if self.doing is Doing.RUN and word == "van":
            return ObjectRole.CONTENT  # ‘het loon van de wijkagenten te verhogen’
        return ObjectRole.MEANS if word in ("met", "via") else ObjectRole.BESIDE

    def _behind(self, start: int, end: int, led_from: int | None) -> ObjectRole:
        """Tell what a power is that stands behind the deed: ‘te zorgen dat agenten …’."""
        if self.causes and self.doing is Doing.DO:
            return ObjectRole.OBJECT
        # ‘te zorgen voor meer politie’: what leads it follows the deed at once.
        caused = led_from is None or (self.causes and led_from == end)
        content = has_words(self.speech.content, self.text[end:start])
        if content or (caused and self.doing is Doing.RUN):
            return ObjectRole.CONTENT
        return ObjectRole.ABOUT if led_from is None else ObjectRole.BESIDE

    def _is_asked(self, hit: Hit) -> bool:
        """Tell whether a body is who a deed asks something of: ‘de politie te vragen’."""
        deed = self.deed
        if deed is None or deed["deed"].casefold() not in self.speech.asking:
            return False
        return 0 <= deed.start() - hit.end <= NEAREST

    def _tells_which(self, hit: Hit, before: str) -> bool:
        """Tell whether a power stands in a clause that only says who or what is meant."""
        if self.deed is None or not _CLAUSE.search(before):
            return False
        between = self.text[hit.end : max(hit.end, self.deed.start())]
        return _FINITE.match(between) is not None


def _is_part(text: str, hit: Hit) -> bool:
    """Tell whether the loose part of a verb stands before: *in te houden* holds nothing."""
    begins = text[hit.start : hit.start + 3].casefold() == "te "
    return begins and bool(_LOOSE.search(text[max(0, hit.start - 10) : hit.start]))


def _is_done_to(before: str, speech: Speech) -> bool:
    """Tell whether a noun that says what happens stands before this one."""
    near = _QUALIFIED.sub("", before).casefold()
    return near.endswith(tuple(one.casefold() for one in speech.nominals))
