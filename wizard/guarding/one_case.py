"""Recognise a measure against one building, business or person: a case, and no policy.

Each pattern asks for the deed together with what points at one: a street, a name, an
age. So a text on how often buildings are closed, or on bans in general, passes. What a
pattern may repeat is bounded.
"""

STREET = (
    r"(?:straat|laan|weg|plein|dijk|kade|gracht|hof|pad|steeg|singel|dreef|markt|wal"
    r"|plantsoen|erf|brink|baan|boulevard|haven|ring|park)"
)
CLOSING = r"(?P<keep>\b(?:sluit(?:en|ing)|ontruim(?:en|ing)|dichttimmeren))"
THE = r"(?:de|het|een|één|dit|deze|die|dat)"
BUSINESS = (
    r"(?:(?:\w{1,20})?bedrijf|café|cafe|kroeg|bar|restaurant|hotel|snackbar|shishalounge"
    r"|(?:coffee|grow)shop|winkel|supermarkt|avondwinkel|bakkerij|kapsalon|kapper|garage"
    r"|sportschool|club|clubhuis|discotheek|loods|massagesalon|zaak)"
)
BUILDING = rf"(?:woning|huis|pand|flat|appartement|schuur|schuurtje|kelder|boerderij|{BUSINESS})"
# A street by its name: with a capital, perhaps of more words.
IN_STREET = (
    r"(?:aan|op|in|bij) (?:(?:de|het|’t|'t) )?(?=(?-i:[A-ZÀ-Ý]))"
    rf"(?:[\w’'.-]{{1,20}} ){{0,3}}[\w’'-]{{0,40}}{STREET}\b(?: \d{{1,4}}\w?\b)?"
)
NAMED = r"(?-i:(?:(?:De|Het|’t|'t|Den) )?[A-ZÀ-Ý][\w’'&.-]{1,40}(?: [A-ZÀ-Ý][\w’'&.-]{1,40})?)"
LEGAL_FORM = r"(?: (?-i:B\.?V\.?|N\.?V\.?|V\.?O\.?F\.?))?"
OF_AN_AGE = r"van \d{1,2}\b(?!-\d|(?: jaar)? (?:(?:of|en) (?:ouder|jonger)|tot )\b)"
FROM_A_PLACE = r"uit (?:de |het )?(?-i:[A-ZÀ-Ý])[\w’'-]{1,40}"
BAN = r"(?P<keep>\b\w{0,20}(?:verbod|bevel|gedragsaanwijzing))"

# Of one case: the pattern (without the person, which `person_words` knows), and what to
# write instead.
ONE_BUILDING = (
    rf"{CLOSING} (?:van )?(?:{THE} )?{BUILDING} {IN_STREET}",
    r"\g<keep> van panden",
)
ONE_NAMED = (
    rf"{CLOSING} (?:van )?(?:{THE} )?{BUSINESS} {NAMED}{LEGAL_FORM}",
    r"\g<keep> van panden",
)
TESTING = r"(?P<keep>\bbibob[ -]?(?:toets|onderzoek|advies|procedure|screening))"
ONE_TESTED = (
    rf"{TESTING} (?:(?:van|bij|naar|voor|over) )?(?:{THE} )?{BUSINESS} {NAMED}{LEGAL_FORM}",
    r"\g<keep> bij bedrijven",
)


def one_banned(person: str) -> tuple[str, str]:
    """Give the pattern of a ban on one person, of an age or from a place."""
    on_one = rf"{BAN} (?:voor|tegen|aan|van) {THE} (?:\w{{1,30}} )?{person} "
    return f"{on_one}(?:{OF_AN_AGE}|{FROM_A_PLACE})", r"\g<keep>"
