"""Read the content as a reader does: words that steer, long sentences, double questions.

The words stand in the register `woorden.yaml`, each with what can be said instead.
What is official (titles of sources, addresses) is not ours to reword, and what is said
to be heard is a quotation. Figures that go round and that we do not show are found too.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from rules.content.research import Withheld
from rules.grammar.content_model import Content, Prose, Worded
from rules.grammar.errors import ContentError, Fault
from rules.grammar.references import Loc
from rules.grammar.strict_yaml import ReadFile, read_file
from rules.grammar.validation import read_items

ASKED, TOLD, AVERAGE = 20, 25, 14

_SILENT = frozenset(
    ("url", "heard", "id", "duiding", "unit", "place", "gezocht", "words")
)
_ASKING = frozenset(("text", "help", "ask", "label", "intro", "refer"))
_SENTENCE_END = re.compile(r"(?<=[.!?…])[’”)]*\s+|\n+")
_WORD = re.compile(r"[^\W_][^\s]*")
_OF_A_QUESTION = frozenset(("ask", "answer", "if_yes", "in_order"))
_ABBREVIATION = re.compile(r"\b[A-Z][A-Za-z]*[A-Z][A-Za-z]*\b")
_DENIAL = re.compile(r"(?i)\b(?:niet|niets|niemand|nergens|nooit|geen|zonder)\b")
_TWO_QUESTIONS = re.compile(
    r"[,;] en (?:is|zijn|was|waren|heeft|hebben|kan|kunnen|mag|mogen|moet|wordt|worden"
    r"|staat)\b"
)


# What points at the row above, while a paper or a page may quote a row on its own.
_POINTS_BACK = re.compile(r"(?i)\b(?:die dag|daar|dat bestuur|die stukken)\b")
_POINTS_AROUND = re.compile(r"(?i)\b(?:deze|beide)\b")


class WordSort(Worded):
    """Why a word is not used."""

    STUURT = "stuurt", "stuurt de lezer"
    MOEILIJK = "moeilijk", "is geen gewoon woord"
    KLEUR = "kleur", "legt de betekenis in een kleur"


class Avoided(Content):
    """A word that we do not use, and what to say instead."""

    word: Prose
    kind: WordSort
    instead: Prose
    forms: tuple[Prose, ...] = ()
    allowed: tuple[Prose, ...] = ()


def wording_faults(root: Path) -> list[Fault]:
    """List everything in the content that a reader should not meet."""
    readings = [read_file(path, root) for path in sorted(_files(root))]
    check = _Check(_avoided(root), _terms(root), withheld_figures(root))
    return [fault for reading in readings for fault in check.of(reading)]


def check_wording(root: Path) -> None:
    """Check the words of the content.

    Raises:
        ContentError: with every fault that was found.
    """
    faults = wording_faults(root)
    if faults:
        raise ContentError(faults)


def fixed_text_reader(root: Path) -> Callable[[str], list[str]]:
    """Give what reads one text that stands in code or a template, and tells its faults."""
    check = _Check(_avoided(root), _terms(root))
    return lambda text: [*check.words(text), *_too_long(text, TOLD)]


def _files(root: Path) -> Iterator[Path]:
    for folder in ("besluiten", "wegwijzer", "controlebladen", "voorbeelden"):
        yield from (root / folder).rglob("*.yaml")
    yield from (root / "rechtspraak").glob("*.yaml")
    registers = ("gedeeld", "organen", "begrippen", "zinnen", "bewijs", "maatregelen")
    for name in (*registers, "poort"):
        yield from (root / "registers").glob(f"{name}.yaml")
        yield from (root / "registers" / name).rglob("*.yaml")


def _avoided(root: Path) -> tuple[Avoided, ...]:
    found = read_items(root / "registers" / "woorden.yaml", root, Avoided)
    return tuple(each for each, _, _ in found)


def withheld_figures(root: Path) -> tuple[Withheld, ...]:
    """Read the figures that we do not show, where they are written."""
    path = root / "registers" / "niet_tonen.yaml"
    if not path.exists():
        return ()
    return tuple(each for each, _, _ in read_items(path, root, Withheld))


def _terms(root: Path) -> frozenset[str]:
    """Give the words that the glossary explains, in all their spellings."""
    terms = read_file(root / "registers" / "begrippen.yaml", root).value
    names = (str(item.get("term", "")) for item in terms)
    return frozenset(word for name in names for word in _ABBREVIATION.findall(name))


class _Check:
    """Looks at every text of a file."""

    def __init__(
        self,
        avoided: tuple[Avoided, ...],
        explained: frozenset[str],
        withheld: tuple[Withheld, ...] = (),
    ) -> None:
        self.explained = explained
        self.withheld = withheld
        self.patterns: Mapping[re.Pattern[str], Avoided] = {
            re.compile(
                rf"(?i)\b(?:{'|'.join(map(re.escape, (a.word, *a.forms)))})\b"
            ): a
            for a in avoided
        }

    def of(self, reading: ReadFile) -> Iterator[Fault]:
        """Find what is wrong in one file."""
        told, silent = list(_texts(reading.value, (), "")), _official(reading)
        texts = [(loc, text) for loc, text, _ in told if silent.isdisjoint(loc)]
        for loc, text in texts:
            for message in (*self.text(text), *_too_long(text, _most(reading, loc))):
                yield reading.fault(loc, message)
        asked = _questions(reading.value)
        wrong = ((loc, message) for loc, q in asked for message in self.question(q))
        for loc, message in (*_pointing(texts), *wrong):
            yield reading.fault(loc, message)
        for loc, text, names in told:
            for message in self.figures(text, names):
                yield reading.fault(loc, message)
        lengths = [_words(each) for _, text in texts for each in _sentences(text)]
        if lengths and sum(lengths) / len(lengths) > AVERAGE:
            average = f"{sum(lengths) / len(lengths):.1f}".replace(".", ",")
            message = (
                f"zinnen zijn gemiddeld {average} woorden lang, meer dan {AVERAGE}."
            )
            yield Fault(reading.file, 0, message)

    def text(self, text: str) -> Iterator[str]:
        """Find what is wrong with one text."""
        if re.search(r"[\"']", text):
            yield "rechte aanhalingstekens: gebruik ‘ ’ of “ ”."
        yield from self.words(text)

    def words(self, text: str) -> Iterator[str]:
        """Find the words of one text that we do not use."""
        for pattern, avoided in self.patterns.items():
            # Taken out for this word only: another may not hide behind what is allowed.
            clean = text
            for phrase in avoided.allowed:
                clean = re.sub(rf"(?i)\b{re.escape(phrase)}\b", "…", clean)
            found = pattern.search(clean)
            if found:
                yield (
                    f"‘{found[0]}’ {avoided.kind.dutch}. "
                    f"Schrijf bijvoorbeeld: {avoided.instead}."
                )

    def figures(self, text: str, names: str) -> Iterator[str]:
        """Find figures that are not shown; `names` is all that stands around the text."""
        written = re.sub(r"\s+(?:%|procent)", "%", text)
        for each in self.withheld if "%" in written else ():
            if not any(word in names for word in each.words):
                continue
            for figure in each.figures:
                told = re.search(rf"(?<![\d,]){re.escape(figure)}", written)
                if told and not any(word in text for word in each.unless):
                    yield f"{figure} tonen wij hier niet: {each.because}."

    def question(self, question: Mapping[str, Any]) -> Iterator[str]:
        """Find what is wrong with one question as a whole."""
        yield from _points_back(question)
        name, text = question["id"], str(question.get("text", ""))
        if text.count("?") > 1 or _TWO_QUESTIONS.search(text):
            yield f"vraag '{name}' vraagt twee dingen: maak er twee vragen van."
        unexplained = set(_ABBREVIATION.findall(text)) - self.explained
        for word in sorted(unexplained):
            if word not in str(question.get("help", "")):
                yield f"vraag '{name}': ‘{word}’ staat niet bij de begrippen en niet in help."
        told = [str(question.get(key, "")) for key in ("if_yes", "if_no")]
        said, denied = (len(_DENIAL.findall(text)) for text in told)
        # A ‘ja’ that denies more than the ‘nee’: the two are most likely swapped.
        if said > denied:
            yield f"vraag '{name}': if_yes ontkent meer dan if_no. Zijn zij verwisseld?"


def _most(reading: ReadFile, loc: Loc) -> int:
    asked = "/vragen" in reading.file or reading.file.endswith("gedeeld.yaml")
    keys = {str(key) for key in loc}
    return ASKED if asked and keys & _ASKING and "if_no" not in keys else TOLD


def _official(reading: ReadFile) -> frozenset[str]:
    """Give the keys whose text is not ours: the title of a case is official."""
    is_case = reading.file.startswith("rechtspraak/")
    return _SILENT | {"title"} if is_case else _SILENT


def _points_back(question: Mapping[str, Any]) -> Iterator[str]:
    """Find a word for what another row says, where no text stands on its own."""
    found = _POINTS_BACK.search(str(question.get("text", "")))
    if found and "if_unknown" not in question:
        yield (
            f"vraag '{question['id']}': ‘{found[0]}’ wijst naar een andere rij, en een "
            "vraag staat soms los. Noem het bij zijn naam, of geef if_unknown."
        )


def _pointing(texts: Iterable[tuple[Loc, str]]) -> Iterator[tuple[Loc, str]]:
    """Find what a paper of the council would ask with a word for what stands elsewhere."""
    for loc, text in texts:
        found = _POINTS_AROUND.search(text) if loc[-1] == "request" else None
        if found:
            message = (
                f"‘{found[0]}’ in een request: een motie staat op zichzelf, dus noem het "
                "bij zijn naam."
            )
            yield loc, message


def _texts(value: Any, loc: Loc, names: str) -> Iterator[tuple[Loc, str, str]]:
    """Give every text with the words, ids and sources that stand around it."""
    if isinstance(value, dict):
        near = " ".join([names, *(_flat(inner) for inner in value.values())])
        for key, inner in value.items():
            if key not in ("heard", "url"):
                yield from _texts(inner, (*loc, key), near)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*loc, index), names)
    elif isinstance(value, str) and " " in value:
        yield loc, value, names


def _flat(value: Any) -> str:
    if isinstance(value, list):
        return " ".join(each for each in value if isinstance(each, str))
    return value if isinstance(value, str) else ""


def _too_long(text: str, most: int) -> Iterator[str]:
    for sentence in _sentences(text):
        if (words := _words(sentence)) > most:
            yield f"deze zin heeft {words} woorden, ten hoogste {most}: {sentence}"


def _words(sentence: str) -> int:
    return len(_WORD.findall(sentence))


def _questions(value: Any) -> Iterator[tuple[Loc, Mapping[str, Any]]]:
    """Give every question: on its own, or as a row of a card."""
    for index, item in enumerate(value if isinstance(value, list) else ()):
        if not isinstance(item, dict):
            continue
        if "id" in item and item.keys() & _OF_A_QUESTION:
            yield (index,), item
        for loc, row in _questions(item.get("rows")):
            yield (index, "rows", *loc), row


def _sentences(text: str) -> Iterator[str]:
    for sentence in _SENTENCE_END.split(text):
        if sentence.strip():
            yield sentence.strip()
