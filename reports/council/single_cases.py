"""Whether a sentence is about one case: one home, one business, one person or group.

The council decides on policy, and a paper of the council is public. The words stand in
the register `handelingen.yaml`, under `cases`.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from reports.council.pointing_details import PointingDetails
from rules.content.council_speech import Cases
from rules.content.phrase_matching import Hit, Lexicon, either, has_words
from rules.grammar.errors import MONTHS

NEAR, FAR = 90, 400
_PLACE = re.compile(
    r"(?:aan|in|op|uit|van|bij|naast|boven|onder|tegenover|achter)\s"
    r"(?:(?:de|het)\s)?[A-ZÀ-Ý][\w’'-]{1,30}(?:straat|laan|weg|plein|dijk|kade|gracht|hof"
    r"|pad|steeg|singel|park|dreef|markt|plantsoen|flat|haven|ring|hoek|baan|wal|toren)\b"
)
_NAMED = re.compile(r"\s[‘“\"']?(?:(?:De|Het|’t|'t)\s)?[A-ZÀ-Ý][\w’'-]{1,30}")
# What happened once: the past tense in a clause that says which one is meant.
_HAPPENED = re.compile(
    r"(?i)\s(?:van\s(?:(?:de|het|een)\s)?\w{1,20}\s)?(?:die|dat|waar|waarin|waarvan)\s(?:[\w’'-]{1,30}\s){0,6}?"
    r"(?:\w{3,20}(?:elde|erde|igde|aakte|ikte|okte|ekte|akte|ichtte|achtte|ette|eigde|oorde"
    r"|aagde|ielde|eelde|oogde|ofte|aste|iste|ooide|aaide|iende|oonde)"
    r"|stak|beet|schoot|sloeg|stal|brak|reed|was|werd|had|deed|gooide|trok|vocht|kocht|verkocht|plaatsvond|ontplofte"
    r"|(?:is|zijn)\s(?:aangehouden|opgepakt|gevonden|opgenomen|veroordeeld|neergestoken)"
    r"|(?:aangehouden|opgepakt|gevonden|uit huis gezet|opgenomen|veroordeeld)\s(?:is|zijn))(?!\w)"
)
_THAT_ONE = re.compile(r"(?i)\b(?:die|dat|deze|dit)\sene\s[\w’'-]{2,40}")
# ‘boven de bakkerij woont een vrouw’: who lives at one spot is one person.
_AT = r"(?:in|boven|naast|achter|onder|tegenover|op|aan|bij|voor)\s(?:de|het)\s"
_LIVING = (
    r"(?:woont|slaapt|verblijft|huist|bivakkeert|leeft|overnacht|zit|staat|loopt|hangt|scharrelt"
    r"|kampeert|schuilt)"
)
# ‘op de derde verdieping van de flat heeft een bewoner’: where only a few live.
_HOME = (
    rf"{_AT}(?:[\w’'-]{{1,30}}\s){{0,3}}(?:verdieping|\w{{0,20}}flat|appartement\w{{0,4}}"
    r"|portiek\w{0,5}|souterrain|zolder|\w{0,12}huis|woning|caravan|camper|woonboot|loods|schuur"
    r"|tent|garage)\s(?:[\w’'-]{1,30}\s){0,5}?\w{1,20}t\s"
)
# ‘de eigenaresse van de bloemenwinkel op de markt’
_OF_ONE = re.compile(
    r"(?i)\s(?:van|uit)\s(?:de|het)\s[\w’'-]{1,30}\s"
    r"(?:op|aan|bij|naast|tegenover|achter|boven)\s(?:de|het)\s\w"
)
# ‘de man in de schuur achter de molen’: two steps lead to one place.
_TWO_STEPS = re.compile(
    r"(?i)\s(?:van|uit|in|op|aan|bij|boven|naast|achter|tegenover)\s(?:de|het)\s(?:[\w’'-]{1,30}\s){1,3}?"
    r"(?:aan|bij|naast|tegenover|achter|boven|onder|langs)\s(?:de|het)\s\w"
)
# ‘de loods aan de vaart’: what stands beside one thing is one itself.
_BESIDE = re.compile(
    r"(?i)\s(?:aan|bij|naast|boven|onder|achter|tegenover|langs|op de (?:hoek|kop) van|op de hoek)"
    r"\s(?:de|het)\s(?:\w{1,20}e\s){0,2}(?P<spot>[\w’'-]{2,30})"
)
_MONTH = rf"(?:{'|'.join(MONTHS)}|(?:19|20)\d\d)"
_DONE = (
    r"(?:\w{0,12}ge\w{2,20}|be\w{4,20}|ver\w{3,20}|ont\w{3,20}|her\w{3,20})(?:d|t|en)"
)
# ‘de ambtenaar die de brief heeft gelekt’: what somebody did, or did at some time.
_KNOWN_BY = re.compile(
    r"(?i)(?:\s(?:van|uit|bij|met)\s(?:(?:de|het|een|onze)\s)?[\w’'-]{1,30})?"
    r"(?:,\s(?:die|dat|wiens|(?:van|over|met|aan)\swie)\s"
    r"|\s(?:die|dat|wiens|waar\w{0,5}|(?:van|over|met|aan)\swie)\s(?:[^\s.;?!]{1,30}\s){0,9}?"
    rf"(?:(?:in|sinds|vanaf)\s{_MONTH}|vorige?\s\w|afgelopen\s\w|gisteren|onlangs|destijds"
    rf"|(?:heeft|had|is|was|werd)\s{_DONE}|{_DONE}\s(?:heeft|had|is|was|werd))(?!\w))"
)
# ‘die het dossier lekte’: a clause that ends with the past tense.
_ONCE = re.compile(
    r"(?i)(?:\s(?:van|uit|bij|met)\s(?:(?:de|het|een|onze)\s)?[\w’'-]{1,30})?,?\s(?:die|dat|waar\w{0,5})\s(?:[^\s.;?!,]{1,30}\s){0,8}?"
    r"(?!(?:gemeente|ruimte|buurt|schade|periode|orde|eerste|laatste|methode|route|helft|vrede)\b)"
    r"(?:\w{2,20}[^aeiou\W](?:de|te)|\w{0,20}(?:moest|mocht|kon|werd|was|had|hield|gaf|nam|liet|kreeg|ging|viel|riep|sprak|schreef|vond"
    r"|brak|stak|stal|sloeg|trok|deed|kwam))"
    r"(?=[.,;?!]|$|\s(?:is|wordt|kan|mag|moet|heeft|krijgt|kon|mocht|nu|nog|ook|extra|weer|terug"
    r"|beschermd|bescherming|te|uit|weg|niet)\b)"
)
# ‘aan B.J. opgelegde’: letters that stand for a name.
_LETTERS = re.compile(
    r"(?<![\w.])(?:[A-Z]\.){2,4}(?!\w)|(?<=\s)(?:aan|door|tegen|met|over|van)\s[A-Z]\.\s(?=[a-z])"
)
_DOER = re.compile(r"(?i)(?<!\w)(?:de|die|deze|onze|mijn|m’n)\s(?:\w{1,20}e\s){0,2}$")
_WHO = r"(?:een|één|die|deze|de|dezelfde)\s(?:\w{1,20}e\s){0,2}"
_COUNTED = re.compile(r"(?i)\b(?:twee|drie|vier|vijf|\d)\s")
_CERTAIN = re.compile(r"(?i)een (?:bepaalde|zekere)\b")
_GENERAL = re.compile(r"(?i)\b(?:als|indien|ieder|iedere|elk|elke|zodra)\b")
_PRONOUNS = ("hij", "hem", "diens")
_ARTICLE = re.compile(
    r"(?i)(?<!\w)(?:een|geen|elk|elke|ieder|iedere|welk|welke|per|van|voor)"
    r"(?:\s[\w’'-]{1,30})?\s$"
)
TITLE = 40  # letters in which a title says what it is about
# ‘dat een woning’ points at none: the article nearest to the noun counts.
_WORDS_BETWEEN = (
    r"(?:(?!(?:een|geen|elk|elke|ieder|iedere|alle|welke)\s)[\w’'-]{1,30}\s){0,2}"
)


_BACK = re.compile(r"(?i)\b(?:die|dat|deze|dit)\s(?:[\w’'-]{1,30}\s)?$")
_ANY = re.compile(r"\been\s(?:\w{1,20}e\s)?[\w’'-]{1,30}")


@dataclass(frozen=True, slots=True)
class SingleCase:
    """What points at one case; `is_sure` is false where it may also be policy."""

    found: str
    is_sure: bool


@dataclass(frozen=True)
class CaseReader:
    """Finds one case in a sentence."""

    words: Cases

    def find(self, text: str) -> SingleCase | None:
        """Give the first thing that points at one case; a sure one goes first."""
        hits = self._lexicon.find(text)
        one = _THAT_ONE.search(text)
        if one:
            return SingleCase(one[0], is_sure=True)
        deed = any(hit.name == "deeds" for hit in hits)
        found = [
            self._case(hit, hits, text, deed=deed)
            for hit in hits
            # ‘… een woning … als die woning …’ is a rule about any home.
            if hit.name in _NOUNS
            and not refers_back(text, hit.start, hit.end)
            and text[hit.start : hit.end].casefold() not in self.words.public
            and (hit.name != "doers" or self._is_doer(text, hit))
        ]
        cases = sorted((one for one in found if one), key=lambda one: not one.is_sure)
        if cases:
            return cases[0]
        less_sure = self._pointed_out(text, hits)
        return SingleCase(less_sure, is_sure=False) if less_sure else None

    def _pointed_out(self, text: str, hits: list[Hit]) -> str | None:
        """Give what points at one by where somebody lives, or by a detail of him."""
        for pattern in (self._dweller, self._former):
            known = pattern.search(text)
            if known:
                return known[0]
        detail = self._details.find(text, hits)
        if detail:
            return detail
        letters = _LETTERS.search(text)
        if letters and letters[0].split()[-1] not in self.words.abbreviations:
            return letters[0]
        helper = next((hit for hit in hits if hit.name == "helpers"), None)
        crowd = any(hit.name == "crowds" for hit in hits)
        if helper and crowd and _PLACE.search(text):
            return text[helper.start : helper.end]
        return None

    def _is_counted(self, text: str) -> bool:
        """Tell whether a sentence counts cases, or says what holds for each."""
        return bool(_GENERAL.search(text)) or has_words(self.words.counted, text)

    def _is_doer(self, text: str, hit: Hit) -> bool:
        """Tell whether ‘de lasser’ may be a person: by its end, and the article before it."""
        said = text[hit.start : hit.end]
        near = text[max(0, hit.start - NEAR) : hit.start]
        named = has_words(self.words.no_person, said)
        return bool(_DOER.search(near)) and not named

    def find_meant(self, text: str, bodies: list[Hit]) -> SingleCase | None:
        """Give who or what a question means: ‘wordt hij verdacht’ is about one.

        A pronoun behind the name of a body means that body.
        """
        first = min((hit.start for hit in bodies), default=len(text))
        for hit in self._meant.find(text):
            before = text[max(0, hit.start - NEAR) : hit.start]
            said = text[hit.start : hit.end]
            role = said.casefold() in self.words.roles
            if role and has_words(self.words.counted, before):
                continue  # ‘hoe vaak is de bewoner gehoord’
            pronoun = said.casefold() in _PRONOUNS
            if pronoun and self._anybody.search(before):
                continue  # ‘een jongere, nadat hij achttien wordt’
            body = pronoun and hit.start > first
            if not body and not _GENERAL.search(before):
                return SingleCase(said, is_sure=False)
        presumed = self._presumed.search(text)
        if presumed and not self._is_counted(text):
            return SingleCase(presumed[0], is_sure=False)
        return None

    def _case(
        self, noun: Hit, hits: list[Hit], text: str, *, deed: bool
    ) -> SingleCase | None:
        # Only what stands near: with many hits in a long text each pair would be tried.
        first = bisect_left(hits, noun.end, key=lambda hit: hit.start)
        last = bisect_left(hits, noun.end + NEAR, key=lambda hit: hit.start)
        near = hits[first:last]
        found = text[noun.start : noun.end]
        # A name behind it is enough: ‘café De Kroon’ is one, with or without a place.
        if noun.name == "named":
            named = _NAMED.match(text, noun.end)
            return named and SingleCase(f"{found}{named[0]}", is_sure=True)
        definite = self._definite.search(text[max(0, noun.start - NEAR) : noun.start])
        if definite is None:
            return self._titled(noun, near, text)
        return self._pointed_at(noun, near, text, definite, deed=deed)

    def _pointed_at(
        self,
        noun: Hit,
        near: list[Hit],
        text: str,
        definite: re.Match[str],
        *,
        deed: bool,
    ) -> SingleCase | None:
        """Judge a noun with an article before it by what stands behind."""
        found = text[noun.start : noun.end]
        begin = max(0, noun.start - NEAR) + definite.start()
        pointer = next((hit for hit in near if hit.name == "pointers"), None)
        place = _PLACE.search(text, noun.end, noun.end + NEAR)
        happened = _HAPPENED.match(text, noun.end)
        if noun.name in ("crowds", "several"):
            few = _COUNTED.search(text[begin : noun.start])
            near_by = few and (pointer or _BESIDE.match(text, noun.end))
            several = noun.name == "several"
            by = near_by or (few and place) if several else place
            known = by or self._details.wears_a_mark(text, noun.end)
            return SingleCase(text[begin : noun.end], is_sure=False) if known else None
        # *Een* that stands alone, and not in *een bepaalde*.
        vague = text[begin : begin + 4].casefold() == "een "
        if vague and not _CERTAIN.match(text, begin):
            pointer = None
            if noun.name != "people" or place is None:
                return None
        counted = noun.name == "people" and _COUNTED.search(text[begin : noun.start])
        if pointer or place or counted or happened:
            ends = [one.end() for one in (place, happened) if one]
            end = pointer.end if pointer else min(ends, default=noun.end)
            # ‘De huurders in de Esdoornstraat’ may be many, and ‘de huurder’ is one.
            one = pointer or counted or happened or self._is_one(found)
            sure = noun.name in _SURE and bool(one)
            return SingleCase(text[begin:end], is_sure=sure)
        # ‘Overlastgevers uit hun woning’: as many homes as people.
        each = definite[0].casefold().startswith("hun ")
        one = deed and self._is_one(found) and noun.name in _SURE and not each
        befell = any(hit.name == "befell" for hit in near)
        befell = befell and not self._is_counted(text)
        known = self._is_one(found) and (
            befell or self._is_known(noun, text, text[begin : noun.start])
        )
        # ‘De woning ontruimen’: what befalls only one points at one by itself.
        case = SingleCase(text[begin : noun.end], is_sure=one)
        return case if one or known else None

    def _is_known(self, noun: Hit, text: str, before: str) -> bool:
        """Tell whether one thing or person can be found by what is said of it."""
        told = any(one.match(text, noun.end) for one in (_KNOWN_BY, _ONCE))
        if told or has_words(self.words.singling, before):
            return True
        if self._details.is_marked(text, noun.end):
            return True
        steps = (_OF_ONE, _TWO_STEPS) if noun.name in _PERSONS else ()
        if any(one.match(text, noun.end) for one in steps):
            return True
        # What only ends as a person does needs more than a place beside it.
        beside = None if noun.name == "doers" else _BESIDE.match(text, noun.end)
        said = text[noun.start : noun.end].casefold()
        if beside is None or said in self.words.vague:
            return False
        return not self._no_spots & {*beside[0].casefold().split()}

    def _is_one(self, text: str) -> bool:
        """Tell whether a noun is one of its kind: a plural may be policy."""
        noun = text.rsplit(maxsplit=1)[-1]
        plural = noun.casefold().endswith(("en", "s", "’s"))
        return not plural or has_words(self.words.singular, noun)

    def _titled(self, noun: Hit, near: list[Hit], text: str) -> SingleCase | None:
        """Read a title that leaves out its article: ‘Coffeeshop aan de Dorpsstraat’."""
        if (
            noun.name != "things"
            or noun.start > TITLE
            or not self._is_one(text[: noun.end])
        ):
            return None
        if _ARTICLE.search(text[: noun.start]):
            return None
        place = _PLACE.match(text, noun.end + 1)
        pointer = next((one for one in near if one.name == "pointers"), None)
        end = place.end() if place else pointer.end if pointer else None
        if end is None or (pointer and not place and pointer.start > noun.end + 1):
            return None
        return SingleCase(text[noun.start : end], is_sure=False)

    def is_about_nobody(self, text: str) -> bool:
        """Tell whether no person stands in a text, so that ‘hij’ means a body."""
        return not any(
            hit.name == "people"
            and self._definite.search(text[max(0, hit.start - NEAR) : hit.start])
            for hit in self._lexicon.find(text)
        )

    @cached_property
    def _dweller(self) -> re.Pattern[str]:
        """Match one person by where they live: in each order of the words."""
        people = "|".join(("iemand", *sorted(self.words.people, key=len, reverse=True)))
        one = rf"(?:iemand|{_WHO}(?:{people}))(?!\w)"
        at = rf"{_AT}(?!(?:{'|'.join(self.words.nowhere)})(?!\w))"
        spot = rf"{at}(?:[\w’'-]{{1,30}},?\s){{1,8}}?"
        since = r"(?:(?:al|nu|er|daar|nog|sinds)\s(?:[\w’'-]{1,20}\s){0,3}?)?"
        return re.compile(
            rf"(?i)(?<!\w)(?:{spot}{_LIVING}\s{since}{one}"
            rf"|{_LIVING}\s{since}{one}\s{_AT}"
            rf"|{_LIVING}\s{since}een\s[\w’'-]{{1,30}}\smet\s{one}|{_HOME}{since}{one}"
            rf"|{one}\s(?:die|dat)\s(?:[\w’'-]{{1,30}}\s){{0,4}}?{spot}{_LIVING}(?!\w))"
        )

    @cached_property
    def _former(self) -> re.Pattern[str]:
        """Match one by an office that is over: ‘onze vorige griffier’."""
        former, offices = (
            "|".join(words) for words in (self.words.former, self.words.offices)
        )
        return re.compile(
            rf"(?i)(?<!\w)(?:onze|de|deze|die|uw)\s(?:(?:{former})\s|oud-|ex-)(?:{offices})(?!\w)"
        )

    @cached_property
    def _anybody(self) -> re.Pattern[str]:
        """Match one of many in the sentence so far: ‘een bewoner’."""
        words = self.words
        known = either((*words.people, *words.folk, *words.trades, "jongere"))
        return re.compile(
            rf"(?i)(?<!\w)een\s(?:\w{{1,20}}e\s){{0,2}}(?:{known})[^.?!]{{0,{NEAR}}}$"
        )

    @cached_property
    def _presumed(self) -> re.Pattern[str]:
        """Match a question that knows of somebody: ‘klopt het dat de kroegbaas …’."""
        words = self.words
        asked = either(words.presuming)
        known = either((*words.people, *words.folk, *words.trades))
        servants = either(words.servants)
        return re.compile(
            rf"(?i)(?:{asked})\s(?:[\w’'-]{{1,20}}\s){{0,3}}?"
            rf"(?:de|het|onze|die|dat)\s(?:\w{{1,20}}e\s){{0,2}}(?!(?:{servants}))(?:{known})"
        )

    @cached_property
    def _details(self) -> PointingDetails:
        return PointingDetails(self.words)

    @cached_property
    def _no_spots(self) -> frozenset[str]:
        people = (*self.words.people, *self.words.crowds, *self.words.nowhere)
        return frozenset(people)

    @cached_property
    def _meant(self) -> Lexicon:
        return Lexicon({"meant": self.words.meant})

    @cached_property
    def _lexicon(self) -> Lexicon:
        words = self.words
        lists = {name: getattr(words, name) for name in _LISTS}
        return Lexicon(lists | {"folk": (*words.folk, *words.trades)})

    @cached_property
    def _definite(self) -> re.Pattern[str]:
        words = "|".join(sorted(self.words.pointing, key=len, reverse=True))
        return re.compile(rf"(?i)(?<!\w)(?:{words})\s{_WORDS_BETWEEN}$")


_LISTS = (
    *("things", "premises", "people", "folk", "doers", "lots", "crowds", "several"),
    *("pointers", "befell", "deeds", "named", "helpers"),
)
_PERSONS = ("people", "folk", "doers")
_SURE = ("things", "people")
_NOUNS = (*_SURE, "premises", "folk", "doers", "crowds", "several", "named")


def refers_back(text: str, start: int, end: int) -> bool:
    """Tell whether ‘die woning’ means ‘een woning’ of the same sentence: that is a rule.

    The noun is what ends at `end`; what points at it may stand before `start` or behind.
    """
    noun = text[start:end].rsplit(maxsplit=1)[-1].casefold()
    before = text[max(0, start - FAR) : end - len(noun)]
    back = _BACK.search(before)
    said = before[: back.start()].casefold() if back else ""
    return any(words.split()[-1] == noun for words in _ANY.findall(said))
