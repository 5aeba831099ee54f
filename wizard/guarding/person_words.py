"""Recognise words that may point at one household or person, and reword them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

PREFIXES = r"(?:(?:van|de|den|der|ter|ten|te|in|het|’t|'t|el|al|la|le) ){0,3}"
NAME = r"(?-i:[A-ZÀ-Ý][\w’'-]+)"
NAMES = rf"{PREFIXES}{NAME}(?:[ -]{NAME})?"
PERSON = (
    r"(?:man|vrouw|jongen|meisje|buurman|buurvrouw|buurjongen|bewoner|bewoonster"
    r"|inwoner|huurder|huurster|eigenaar|meneer|mevrouw|moeder|vader|zoon|dochter"
    r"|broer|zus|kind|persoon|dader|overlastgever|patiënt|cliënt|jongere|oudere"
    r"|puber|tiener|student|buur|dame|heer)"
)
PERSONS = (
    r"(?:gezin|gezinnen|familie|families|huishoudens?|mannen|vrouwen|jongens|meisjes"
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
    r"|verward|verwarde|ptss|psychisch\w*|psychiatrische?|lvb|gehandicapte?"
    r"|verstandelijk beperkte?|licht verstandelijk\w*|ongeneeslijk\w*|zieke?)"
)
MONTH = r"(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?"
FULL_DATE = rf"(?:\d{{1,2}}[-/. ]\d{{1,2}}[-/. ](?:19|20)?\d{{2}}|\d{{1,2}} {MONTH}(?: \d{{4}})?)"
# A number after a street is a count when a plural follows: “Kerkplein 6 camera’s”.
COUNTED = (
    r"(?! \w{3,}(?:en|['’]s)\b| (?:keer|maal|jaar|uur|meter|km|procent|maand|euro)\b"
    r"| ?%)"
)
ONE = r"(?:de|een|één|deze|die|dat|dit|het|zijn|haar|mijn|onze|zo’n)"


@dataclass(frozen=True)
class PersonWord:
    """A pattern that may point at a person, and what to write instead."""

    kind: str
    pattern: re.Pattern[str]
    instead: str


def _word(kind: str, pattern: str, instead: str) -> PersonWord:
    """Compile a pattern; capitals only matter where the pattern says so."""
    return PersonWord(kind, re.compile(pattern, re.IGNORECASE), instead)


PERSON_WORDS = (
    _word(
        "huisnummer",
        r"(?P<keep>(?-i:\b(?!Rijksweg|Provincialeweg)[A-ZÀ-Ý])[\w’'-]*"
        rf"{STREET_ENDS})(?:,? (?:nr\.? ?|nummer |huisnummer )?| ?nr\.? ?)"
        rf"(?!(?:19|20)\d\d\b)\d{{1,4}}(?: ?-? ?[a-z]\b| ?[-/] ?\d{{1,4}})?(?!\w|[.,:]\d)"
        + COUNTED,
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
        rf"|mevrouw|mevr\.?|mw\.?|mej\.) (?:(?-i:[A-Z]\.) ?){{0,4}}{NAMES}",
        "een inwoner",
    ),
    _word(
        "naam", rf"\b(?:(?:de|die|deze) )?(?:familie|fam\.) {NAMES}", "een huishouden"
    ),
    _word(
        "naam",
        r"(?<![\w.])(?!B\.V|N\.V|A\.P\.V|B\. en)(?-i:(?:[A-Z]\. ?){1,4})"
        r"(?:(?:van|de|den|der|ter|ten|te|’t) ){0,3}(?-i:[A-Z][a-zà-ÿ’-]{2,})",
        "een inwoner",
    ),
    _word(
        "naam",
        r"\b(?:(?:mijn|de|onze|zijn|haar) )?(?:buurman|buurvrouw|buurjongen|bewoner"
        rf"|bewoonster|huurder|huurster|zoon|dochter|moeder|vader|broer) {NAME}",
        "een inwoner",
    ),
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
        rf"\b(?:het|dit|dat|een|één|ons|hun) (?:\w+ )?gezin\b(?: {NAMES})?"
        rf"|\bgezin {NAME}",
        "een huishouden",
    ),
    _word("gezin", r"\b(?:dit|dat|het ene) huishouden\b", "een huishouden"),
    _word("gezin", r"\b(?:die|deze) familie\b", "een huishouden"),
    _word(
        "herkomst",
        r",? ?\b(?:met een |met |van )(?:\w+ )?"
        r"(?:afkomst|komaf|herkomst|origine|nationaliteit|migratieachtergrond)\b",
        "",
    ),
    _word(
        "herkomst",
        rf"\b{ORIGIN_ADJECTIVES} (?P<keep>(?:\w+ )?{PERSONS})\b",
        r"\g<keep>",
    ),
    _word("herkomst", rf"\b{ONE} {ORIGIN_NOUNS}\b", "een inwoner"),
    _word("herkomst", rf"\b{ORIGIN_NOUNS}\b", "inwoners"),
    _word(
        "herkomst",
        r"\b(?:de|een|deze|die) (?:asielzoeker|statushouder|vluchteling|arbeidsmigrant"
        r"|illegaal|woonwagenbewoner)\b(?!s-)",
        "een inwoner",
    ),
    _word(
        "gezondheid",
        rf"\b{ONE} (?:\w+ )?{ILLNESS} (?:\w+ )?{PERSON}\b",
        "iemand met een zorgvraag",
    ),
    _word(
        "gezondheid",
        rf"\b{ONE} (?:\w+ )?{PERSON} (?:\w+ ){{0,3}}(?:(?:is|lijkt|was|heeft|met|lijdt aan)"
        rf" (?:\w+ ){{0,3}})?{ILLNESS}\b(?: aan \w+)?",
        "iemand met een zorgvraag",
    ),
    _word(
        "gezondheid",
        rf"\b(?:hij|zij|ze|iemand) (?:is|heeft|lijkt|was|had|lijdt aan) (?:\w+ ){{0,2}}{ILLNESS}\b(?: aan \w+)?",
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
        for found in word.pattern.finditer(text):
            yield word, found
