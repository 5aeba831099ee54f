"""How a value sounds in Dutch: dates, amounts, enumerations, answers."""

from rules.grammar.answers import (
    Amount,
    Answer,
    Answerable,
    Choice,
    ChoiceKind,
    Day,
    DontKnow,
    Number,
    NumberKind,
    Ticks,
    TicksKind,
    YesNo,
)
from rules.grammar.errors import in_dutch
from rules.judging.answer_meaning import listed

# A title, a fault and a paper sound alike: these have their home in the law.
say_date, enumerate_words = in_dutch, listed


def say_number(value: int) -> str:
    """Say a whole number with Dutch thousands.

    >>> say_number(17942942)
    '17.942.942'
    """
    return f"{value:,}".replace(",", ".")


def counted(number: int, one: str, more: str) -> str:
    """Say a number with the right form of its noun.

    >>> counted(1, "vraag", "vragen"), counted(3, "vraag", "vragen")
    ('1 vraag', '3 vragen')
    """
    return f"{number} {one if number == 1 else more}"


def say_cents(cents: int) -> str:
    r"""Say an amount of eurocents; whole euros without decimals.

    >>> say_cents(500000), say_cents(1250)
    ('€\xa05.000', '€\xa012,50')
    """
    sign = "−" if cents < 0 else ""
    euros, rest = divmod(abs(cents), 100)
    tail = f",{rest:02d}" if rest else ""
    return f"{sign}€\N{NO-BREAK SPACE}{say_number(euros)}{tail}"


def capital(text: str) -> str:
    """Start a text with a capital; the accents of “één” stay on the small letter.

    >>> capital("één eis"), capital("de raad")
    ('Eén eis', 'De raad')
    """
    if text.startswith("één"):
        return f"E{text[1:]}"
    return text[:1].upper() + text[1:]


def uncapital(text: str) -> str:
    """Let a text go on in the middle of a sentence: without its capital."""
    return text[:1].lower() + text[1:]


_ARTICLES = ("De", "Het", "Een")


def in_sentence(title: str) -> str:
    """Let a title stand in a sentence; a name, capital after capital, stays a name.

    >>> in_sentence("Hulp van het Rode Kruis"), in_sentence("Rode Kruis")
    ('hulp van het Rode Kruis', 'Rode Kruis')
    >>> in_sentence("Een DPIA vooraf"), in_sentence("DPIA vooraf")
    ('een DPIA vooraf', 'DPIA vooraf')
    >>> in_sentence("Het Bibob-beleid is er")
    'het Bibob-beleid is er'
    """
    first, _, rest = title.partition(" ")
    is_name = rest[:1].isupper() and not rest[1:2].isupper() and first not in _ARTICLES
    return title if is_name or first[1:2].isupper() else uncapital(title)


def say_answer(question: Answerable, answer: Answer | None) -> str:
    """Say an answer as the person meant it."""
    match answer:
        case None:
            said = "niet ingevuld"
        case DontKnow():
            said = "weet ik niet"
        case YesNo(value):
            said = "ja" if value else "nee"
        case Number(value):
            said = f"{say_number(value)} {_unit(question, value)}".strip()
        case Amount(value):
            said = say_cents(value)
        case Day(value):
            said = say_date(value)
        case Ticks() | Choice():
            said = _labels(question, answer)
    return said


def _unit(question: Answerable, value: int) -> str:
    """Give the unit, that we know in the plural only: one of it goes without."""
    kind = question.answer
    return kind.unit if isinstance(kind, NumberKind) and value != 1 else ""


def _labels(question: Answerable, answer: Ticks | Choice) -> str:
    """Give the words of what was chosen."""
    kind = question.answer
    if not isinstance(kind, ChoiceKind | TicksKind):
        return str(answer.value)
    if isinstance(answer, Choice):
        return kind.label(answer.value)
    # An option may hold a comma or ‘en’ itself, so that those cannot stand between two.
    first, *others = map(kind.label, answer.value)
    return "; ".join((first, *map(in_sentence, others)))
