"""Recognise words that may point at one household or person, and reword them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from wizard.guarding.first_names import FIRST_NAMES
from wizard.guarding.one_case import (
    ONE_BUILDING,
    ONE_NAMED,
    ONE_TESTED,
    STREET,
    one_banned,
)

PREFIXES = (
    r"(?:(?:van|von|de|den|der|des|ter|ten|te|in|het|’t|'t|’s|'s|el|al|la|le|du|bin|ben"
    r"|op den|op de) ){0,3}"
)
NAME = r"(?-i:[A-ZÀ-Ý][\w’'-]{1,40})"
# Behind a title or a word for a person a single letter is a name too.
LETTER = r"(?-i:[A-ZÀ-Ý]\.(?!\w)|[A-ZÀ-Ý](?![\w.’']))"
NAMES = rf"{PREFIXES}(?:{NAME}(?:[ -]{NAME})?|{LETTER})"
PERSON = (
    r"(?:man|vrouw|jongen|meisje|buurman|buurvrouw|buurjongen|bewoner|bewoonster"
    r"|inwoner|huurder|huurster|eigenaar|meneer|mevrouw|moeder|vader|zoon|dochter"
    r"|broer|zus|kind|persoon|dader|overlastgever|patiënt|cliënt|jongere|oudere"
    r"|puber|tiener|student|buur|dame|heer)"
)
PERSONS = (
    r"(?:gezin|gezinnen|familie|families|huishoudens?|mannen|vrouwen|(?:buur)?jongens"
    r"|(?:buur)?meisjes"
    r"|jongeren|bewoners|inwoners|huurders|buren|kinderen|mensen|personen|daders"
    r"|overlastgevers|groep|groepje|jeugd|studenten|arbeiders|" + PERSON + ")"
)
ORIGIN_ADJECTIVES = (
    r"(?:marokkaanse?|turkse?|syrische?|eritrese?|somalische?|afghaanse?|iraakse?"
    r"|iraanse?|poolse?|roemeense?|bulgaarse?|antilliaanse?|surinaamse?|oekraïense?"
    r"|russische?|chinese|arabische?|afrikaanse?|algerijnse?|tunesische?|egyptische?"
    r"|indonesische?|molukse?|ghanese|nigeriaanse?|curaçaose?|arubaanse?|joodse?"
    r"|islamitische?|koerdische?|duitse?|belgische?|franse?|spaanse?|italiaanse?"
    r"|hongaarse?|buitenlandse|allochtone|oost-europese|zuid-europese|noord-afrikaanse"
    r"|niet-westerse|getinte|donkere|zwarte)"
)
ORIGIN_NOUNS = (
    r"(?:marokkaan|marokkanen|turk|turken|syriër|syriërs|eritreeër|eritreeërs|somaliër"
    r"|somaliërs|afghaan|afghanen|irakees|irakezen|iraniër|iraniërs|roemeen|roemenen"
    r"|bulgaar|bulgaren|antilliaan|antillianen|surinamer|surinamers|oekraïner"
    r"|oekraïners|rus|russen|chinezen|molukker|molukkers|zigeuners?|allochtoon"
    r"|allochtonen|buitenlanders?|moslims?)"
)
STREET_ENDS = (
    r"(?:straat|laan|weg|plein|dijk|kade|gracht|hof|pad|steeg|singel|park|dreef|ring"
    r"|markt|wal|plantsoen|erf|oord|brink|akker|veld|baan|hoek|boulevard|hout|haven"
    r"|poort|wijk|meent|donk|horst|gaarde|weide|zoom|burcht|stede)"
)
ILLNESS = (
    r"(?:psychose|psychotische?|schizofreen|schizofrene|schizofrenie|verslaafde?"
    r"|verslaving|dement|demente|dementie|alzheimer|autisme|autistische?|autist|adhd"
    r"|depressie|depressieve?|borderline|bipolaire?|suïcidale?|suïcidaal|hiv|kanker"
    r"|verward|verwarde|ptss|psychisch\w{0,20}|psychiatrische?|lvb|gehandicapte?"
    r"|verstandelijk beperkte?|licht verstandelijk\w{0,20}|ongeneeslijk\w{0,20}|zieke?)"
)
MONTH = r"(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?"
FULL_DATE = rf"(?:\d{{1,2}}[-/. ]\d{{1,2}}[-/. ](?:19|20)?\d{{2}}|\d{{1,2}} {MONTH}(?: \d{{4}})?)"
# A number after a street is a count when a plural follows: “Kerkplein 6 camera’s”.
COUNTED = (
    r"(?! \w{3,}(?:en|['’]s)\b| (?:keer|maal|jaar|uur|meter|km|procent|maand|euro)\b"
    r"| ?%)"
)
NUMBER_WORD = (
    r"(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien"
    r"|vijftien|zestien|zeventien|achttien|negentien|twintig"
    r"|(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)(?:en|ën)"
    r"(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig))"
)
SUFFIX = (
    r"(?: ?-? ?(?-i:[IVX]{1,4}|[a-zA-Z])\b| ?-? ?(?:hs|bis|huis)\b| ?[-/] ?\d{1,4})"
)
# What two capitals are the name of, when they are no person: a street, a school, a foundation.
NO_PERSON = re.compile(
    rf"(?i){STREET_ENDS}$|(?:school|college|lyceum|stichting|huis|zaal|prijs|toren|kerk"
    r"|brug|tunnel|zorg|groep|fonds|museum|kliniek|ziekenhuis|hal|stadion|wijk|buurt|kazerne)$"
)
FULL_NAME = (
    rf"(?-i:\b(?P<first>[A-ZÀ-Ý][a-zà-ÿ]{{2,14}}|[A-ZÀ-Ý]{{3,14}}))(?:-[A-Z]\w{{1,14}})? "
    rf"{PREFIXES}(?-i:(?P<last>[A-ZÀ-Ý][\w’']{{1,40}}(?:-(?:(?:van|de|den|der) ){{0,2}}[\w’']{{1,40}})?))"
)
# Where somebody who is only called by the first name is told to live, or what is done.
FIRST_ONLY = (
    r"(?-i:\b(?P<first>[A-ZÀ-Ý][a-zà-ÿ]{2,14})) (?=(?:uit de|uit het|van de overkant|van hiernaast"
    r"|van boven|van beneden|van nummer|op \d|woont|geeft overlast|maakt lawaai|houdt de"
    r"|veroorzaakt|belt elke|schreeuwt|dealt|en zijn (?:vrouw|broer|zoon|vriendin)"
    r"|en haar (?:man|zoon|vriend)|de (?:buurman|buurvrouw|huisbaas|eigenaar|dealer))\b)"
)
ONE = r"(?:de|een|één|deze|die|dat|dit|het|zijn|haar|mijn|onze|zo’n)"


@dataclass(frozen=True)
class PersonWord:
    """A pattern that may point at a person, and what to write instead."""

    kind: str
    pattern: re.Pattern[str]
    instead: str
    holds: Callable[[re.Match[str]], bool] = bool


def _word(
    kind: str,
    pattern: str,
    instead: str,
    *,
    holds: Callable[[re.Match[str]], bool] = bool,
) -> PersonWord:
    """Compile a pattern; capitals only matter where the pattern says so."""
    return PersonWord(kind, re.compile(pattern, re.IGNORECASE), instead, holds)


def _has_prefix(found: re.Match[str]) -> bool:
    """Tell whether small words stand between initials, as in a surname."""
    return bool(re.search(r"\. (?:van|de|den|der|ter|ten|te|el|al)\b", found[0]))


def _is_named(found: re.Match[str]) -> bool:
    """Tell whether a first name is one, and what follows no street or school."""
    last = found.groupdict().get("last") or ""
    known = found["first"].casefold() in FIRST_NAMES
    return known and not NO_PERSON.search(last)


# The order counts: of two that see the same stretch the first one keeps it.
PERSON_WORDS = (
    *(
        _word("een_zaak", pattern, instead)
        for pattern, instead in (
            ONE_BUILDING,
            ONE_NAMED,
            ONE_TESTED,
            one_banned(PERSON),
        )
    ),
    _word(
        "huisnummer",
        rf"(?P<keep>\b(?:aan|op|in|van|uit) (?:de|het|’t|'t) (?-i:(?=[A-ZÀ-Ý])){STREET})"
        rf" (?!(?:19|20)\d\d\b)\d{{1,4}}{SUFFIX}?(?!\w|[.,:]\d)" + COUNTED,
        r"\g<keep>",
    ),
    _word(
        "huisnummer",
        r"(?P<keep>(?-i:\b(?!Rijksweg|Provincialeweg)[A-ZÀ-Ý])[\w’'-]{0,40}"
        rf"{STREET_ENDS})(?:,? (?:nr\.? ?|nummer |huisnummer )?| ?nr\.? ?)"
        rf"(?!(?:19|20)\d\d\b)\d{{1,4}}{SUFFIX}?(?!\w|[.,:]\d)" + COUNTED,
        r"\g<keep>",
    ),
    _word(
        "huisnummer",
        r"(?P<keep>(?-i:\b(?!Rijksweg|Provincialeweg)[A-ZÀ-Ý])[\w’'-]{0,40}"
        rf"{STREET_ENDS}),? (?:nr\.? ?|nummer |huisnummer ){NUMBER_WORD}\b",
        r"\g<keep>",
    ),
    _word(
        "huisnummer",
        r",? ?\b(?:op |van |uit )?(?:\d{1,2}|een|één|twee|drie|vier|vijf|zes|zeven)[ -]?hoog"
        r" (?:voor|achter|links|rechts|midden)\b",
        "",
    ),
    _word(
        "huisnummer",
        r",? ?\bop (?:\d{1,2}|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)[ -]?hoog\b",
        "",
    ),
    _word(
        "huisnummer",
        r"(?P<keep>\b(?:appartement|flat|woning|kamer|unit|huis|pand|portiek|studio))"
        r" (?:nr\.? ?|nummer )?\d{1,4}(?: ?-? ?[a-zA-Z])?(?!\w|[.,:]\d)" + COUNTED,
        r"\g<keep>",
    ),
    _word("huisnummer", r"\b(?:op |aan |van )?huisnummers? \d{1,4}(?: ?[a-z])?\b", ""),
    _word(
        "huisnummer",
        r"(?P<keep>\b(?:bewoners?|buren|pand|huis|woning|woont|wonen)) (?:van |op |aan )"
        r"(?:nummer|nr\.?) ?\d{1,4}(?: ?[a-z])?\b",
        r"\g<keep>",
    ),
    _word(
        "naam",
        r"\b(?:(?:de )?heer en (?:mevrouw|mevr\.?|mw\.?)|(?:de )?heer|dhr\.?|meneer"
        rf"|mevrouw|mevr\.?|mw\.?|mej\.) (?:(?-i:[A-Z]\.) ?(?=(?-i:[\w’']))){{0,4}}{NAMES}",
        "een inwoner",
    ),
    _word(
        "naam", rf"\b(?:(?:de|die|deze) )?(?:familie|fam\.) {NAMES}", "een huishouden"
    ),
    _word(
        "naam",
        r"(?<![\w.])(?!B\.V|N\.V|A\.P\.V|B\. en)(?-i:(?:[A-Z]\. ?){1,4})"
        rf"{PREFIXES}(?-i:[A-Z][a-zà-ÿ’]{{2,40}}(?:-[A-Z]?[a-zà-ÿ’]{{2,40}})?)",
        "een inwoner",
    ),
    _word(
        "naam",
        r"\b(?:(?:mijn|de|onze|zijn|haar) )?(?:buurman|buurvrouw|buurjongen|bewoner"
        rf"|bewoonster|huurder|huurster|zoon|dochter|moeder|vader|broer|bakker|slager|kapper"
        rf"|boer|dokter|dominee|pastoor|meester|juf|kroegbaas) (?:{NAME}|{LETTER})",
        "een inwoner",
    ),
    _word(
        "naam",
        rf"(?<![\w.])(?!B\.V|N\.V|A\.P\.V|B\. en)(?-i:(?:[A-Z]\. ?){{1,4}}){PREFIXES}(?-i:[A-Z]\.)(?!\w)",
        "een inwoner",
        holds=_has_prefix,
    ),
    _word("naam", FULL_NAME, "een inwoner", holds=_is_named),
    _word("naam", FIRST_ONLY, "een inwoner ", holds=_is_named),
    _word(
        "geboortedatum",
        rf"[,;]? ?\(?\b(?:geboren|geb\.) (?:op |d\.d\. )?{FULL_DATE}\)?(?:,(?= ))?",
        "",
    ),
    _word(
        "geboortedatum",
        rf"[,;]? ?\(?\b(?:geboortedatum|geboortejaar)(?: is|:)? ?(?:{FULL_DATE}|\d{{4}})\)?(?:,(?= ))?",
        "",
    ),
    _word(
        "gezin",
        rf"\b(?:het|dit|dat|een|één|ons|hun) (?:\w{{1,30}} )?gezin\b(?: {NAMES})?"
        rf"|\bgezin {NAME}",
        "een huishouden",
    ),
    _word("gezin", r"\b(?:dit|dat|het ene) huishouden\b", "een huishouden"),
    _word("gezin", r"\b(?:die|deze) familie\b", "een huishouden"),
    _word(
        "herkomst",
        # ‘zonder aanzien van afkomst’ says of nobody where they come from
        r",? ?(?<!\baanzien )(?<!\bongeacht )(?<!\blos )"
        r"(?<!\bdiscriminatie op grond )(?<!\bonderscheid op grond )"
        r"(?<!\bdiscriminatie op basis )(?<!\bonderscheid op basis )\b(?:met een |met |van )(?:\w{1,30} )?"
        r"(?:afkomst|komaf|herkomst|origine|nationaliteit|migratieachtergrond)\b",
        "",
    ),
    _word(
        "herkomst",
        rf"\b{ORIGIN_ADJECTIVES} (?P<keep>(?:\w{{1,30}} )?{PERSONS})\b",
        r"\g<keep>",
    ),
    _word("herkomst", rf"\b{ONE} {ORIGIN_NOUNS}\b", "een inwoner"),
    _word("herkomst", rf"\b{ORIGIN_NOUNS}\b", "inwoners"),
    _word(
        "herkomst",
        r"\b(?:de|een|deze|die) (?:asielzoeker|statushouder|vluchteling|arbeidsmigrant"
        r"|illegaal(?=\W{0,3}$|[.,;:!?)]|\s(?:die|in|is|uit|op|met|was|heeft|zonder)\b)"
        r"|woonwagenbewoner)\b(?!s-)",
        "een inwoner",
    ),
    _word(
        "gezondheid",
        rf"\b{ONE} (?:\w{{1,30}} )?{ILLNESS} (?:\w{{1,30}} )?{PERSON}\b",
        "iemand met een zorgvraag",
    ),
    _word(
        "gezondheid",
        rf"\b{ONE} (?:\w{{1,30}} )?{PERSON} (?:\w{{1,30}} ){{0,3}}(?:(?:is|lijkt|was|heeft|met|lijdt aan)"
        rf" (?:\w{{1,30}} ){{0,3}})?{ILLNESS}\b(?: aan \w{{1,30}})?",
        "iemand met een zorgvraag",
    ),
    _word(
        "gezondheid",
        rf"\b(?:hij|zij|ze|iemand) (?:is|heeft|lijkt|was|had|lijdt aan) (?:\w{{1,30}} ){{0,2}}{ILLNESS}\b(?: aan \w{{1,30}})?",
        "iemand met een zorgvraag",
    ),
    _word(
        "gezondheid",
        r"\b(?:de|een|deze|die) (?:verslaafde|alcoholist|junk|junkie|zorgmijder|autist"
        r"|psychiatrisch patiënt|verwarde)\b(?! \w+en\b)",
        "iemand met een zorgvraag",
    ),
)


def person_words(text: str) -> Iterator[tuple[PersonWord, re.Match[str]]]:
    """Give each place that may point at a person, with the rule that saw it."""
    for word in PERSON_WORDS:
        found = word.pattern.search(text)
        while found:
            held = word.holds(found)
            if held:
                yield word, found
            # What does not hold may hide a name that begins inside it.
            found = word.pattern.search(
                text, found.end() if held else found.start() + 1
            )
