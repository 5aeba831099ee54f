"""How a paper speaks: its acts, whom it addresses, what is to be done, and one case.

An act is a sentence that does something: asks, orders, decides, declares, changes. The
words stand in the register `handelingen.yaml`; here is what each list is for.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import Field

from rules.content.phrase_matching import Lexicon, Spelling, compiled, either, has_words
from rules.content.verb_forms import of_each_kind, with_let
from rules.grammar.content_model import Content, Flag, Name, Prose
from rules.grammar.references import BodyName

Words = Annotated[tuple[Prose, ...], Field(min_length=1)]
LONG_WORD = 7
PEOPLE = ("inwoners", "ondernemers")


class Acting(StrEnum):
    """What a sentence does."""

    ASK = "vragen"
    ASSIGN = "opdragen"
    ORDER = "bevelen"
    DECLARE = "uitspreken"
    DECIDE = "besluiten"
    CHANGE = "wijzigen"


class Doing(StrEnum):
    """What is done with the subject: talk, prepare, plead, refrain, provide, run, or do it.

    To provide is to do good without power over anybody; to run is the daily work of who
    governs, the college.
    """

    TALK = "praten"
    PREPARE = "voorbereiden"
    PLEAD = "pleiten"
    REFRAIN = "nalaten"
    PROVIDE = "voorzien"
    RUN = "uitvoeren"
    DO = "doen"


class ActWords(Content):
    """The verbs of one kind of act.

    `passive` follows the body that is addressed; so does `inner`, inside a decision.
    """

    id: Acting
    verbs: Words
    passive: tuple[Prose, ...] = ()
    inner: tuple[Prose, ...] = ()


class Addressee(Content):
    """The names of one body; `own` is an organ of the council, `alderman` no body.

    What has no place in the register of bodies is `called` so in a message.
    """

    body: BodyName
    names: Words
    called: Prose | None = None
    own: Flag = False
    alderman: Flag = False


class DeedWords(Content):
    """The infinitives and phrases of one kind of deed."""

    id: Doing
    words: Words


class SpeechSection(Content):
    """The words with which one part of a paper begins."""

    part: Prose
    words: Words


class Cases(Content):
    """What makes a sentence about one case.

    One of the `things`, `people` or `crowds` after a word of `pointing`, with one of
    the `pointers` or a place near it, or with one of the `deeds` that can befall only
    one; a thing that is `named`; one of the `helpers` beside it. What is counted by
    `small` units may point at one, and so may who is `meant` in a question. Who is named
    by `bare` words is nobody in what is said in general, as words of `general` show; nor
    is who has one of the `roles` where cases are `counted`. A few of the `several` at one
    place may be known, and so may one of the `premises` or `folk`, who is `kin` of one, or
    has a `former` office; what is `public` is nobody’s own, a `vague` thing may be anything, and beside
    who is `nowhere` lies no place.
    """

    things: Words
    premises: Words
    people: Words
    folk: Words
    trades: Words
    doers: Words
    no_person: Words
    singular: Words
    singling: Words
    befell: Words
    presuming: Words
    servants: Words
    shops: Words
    marks: Words
    lots: Words
    partners: Words
    crowds: Words
    pointing: Words
    pointers: Words
    deeds: Words
    named: Words
    helpers: Words
    meant: Words
    small: Words
    areas: Words
    records: Words
    bare: Words
    general: Words
    roles: Words
    counted: Words
    several: Words
    kin: Words
    former: Words
    offices: Words
    public: Words
    vague: Words
    nowhere: Words
    abbreviations: Words


class CoverWords(Content):
    """How a paper tells of cost and cover, and asks that of nobody.

    A sentence that begins with one of `heads` and holds one of `tells` is about cost, if
    its only infinitives are `deeds`. What follows a comma or *en* is, where it begins
    with one of `added`; what stands between brackets, where it holds one of `aside`.
    """

    heads: Words
    tells: Words
    deeds: Words
    added: Words
    aside: Words


class RequestTerms(Content):
    """Words by which a request says itself when it is to be done.

    What is asked `again` and again, what counts `each_time` (a request begins with it),
    what holds `always`, so that a last day would turn it round, and what names a moment
    of its `own`.
    """

    again: Words
    each_time: Words
    always: Words
    own: Words

    def is_again(self, text: str) -> bool:
        """Tell whether a request is to be done over and over."""
        return has_words(self.again, text)

    def says_when(self, text: str) -> bool:
        """Tell whether a request says itself when it is to be done."""
        begins = any(compiled(one).match(text.lstrip()) for one in self.each_time)
        return begins or has_words((*self.always, *self.own), text)


class Pronoun(Content):
    """A word that stands for bodies that were named before: ‘verzoekt hen tevens’."""

    words: Words
    bodies: Annotated[tuple[BodyName, ...], Field(min_length=1)]


class Speech(Content):
    """All the words by which a paper is read."""

    acts: Annotated[tuple[ActWords, ...], Field(min_length=1)]
    sections: Annotated[tuple[SpeechSection, ...], Field(min_length=1)]
    closing: Words
    openings: Words
    particles: Mapping[str, Words]
    fillers: Words
    addressees: Annotated[tuple[Addressee, ...], Field(min_length=1)]
    pronouns: Annotated[tuple[Pronoun, ...], Field(min_length=1)]
    cover: CoverWords
    terms: RequestTerms
    asking: Words
    urging: Words
    together: Words
    carrying_out: Words
    own_rules: Words
    writing: Words
    to_read: Words
    of_the_council: Words
    deeds: Annotated[tuple[DeedWords, ...], Field(min_length=1)]
    denials: Words
    refusals: Words
    force: Words
    sent_out: Words
    persons: Words
    gains: Words
    wishes: Words
    own_plans: Words
    rejected: Words
    courtesy: Words
    asked_deeds: Words
    sent: Words
    papers: Words
    nominals: Words
    causing: Words
    content: Words
    national: Words
    granting: Words
    granted: Words
    done: Words
    told: Words
    changes: Words
    norms: Words
    proposal: Words
    kinds: Mapping[Name, Words]
    strong: Mapping[str, Prose]
    cases: Cases

    @cached_property
    def verbs(self) -> Lexicon:
        """Find the verbs that begin an act."""
        return Lexicon({act.id: act.verbs for act in self.acts})

    @cached_property
    def passives(self) -> Lexicon:
        """Find the verbs that follow the body they are put to."""
        return Lexicon({act.id: act.passive for act in self.acts})

    @cached_property
    def inners(self) -> Lexicon:
        """Find the infinitives by which a decision asks something of a body."""
        return Lexicon({act.id: act.inner for act in self.acts})

    @cached_property
    def names(self) -> Lexicon:
        """Find the bodies; each is named by its place in the list."""
        # By its place and not its body: a body has several names, each with its marks.
        found = {str(n): one.names for n, one in enumerate(self.addressees)}
        return Lexicon(found)

    def bodies_in(self, words: str) -> list[Addressee]:
        """Give who is named, in the order of the words; a longer name goes first."""
        return [self.addressees[int(hit.name)] for hit in self.names.longest(words)]

    def is_body(self, words: str) -> bool:
        """Tell whether these words are the name of a body, and nothing more."""
        return words.casefold() in self._body_names

    def is_told_to_people(self, words: str) -> bool:
        """Tell whether these words name those who live or trade in the municipality."""
        named = (self.addressees[int(hit.name)] for hit in self.names.find(words))
        return any(one.body in PEOPLE for one in named)

    @cached_property
    def _body_names(self) -> frozenset[str]:
        named = (name for one in self.addressees for name in one.names)
        return frozenset(name.casefold() for name in named)

    @cached_property
    def doings(self) -> Lexicon:
        """Find what is to be done; to send a paper is to talk."""
        # ‘Te laten doen’ is the deed itself, done by another.
        lists: dict[str, tuple[str, ...]] = {
            deed.id: (*deed.words, *filter(None, map(with_let, deed.words)))
            for deed in self.deeds
        }
        # ‘De evaluatie toe te zenden’: a paper and a verb of sending, near or apart.
        sendings = tuple(
            f"{paper}{gap}{send}"
            for paper in self.papers
            for gap in (" ", " … ")
            for send in self.sent
        )
        lists[Doing.TALK] = (*lists.get(Doing.TALK, ()), *sendings)
        return Lexicon(lists)

    @cached_property
    def partner(self) -> re.Pattern[str]:
        """Match what stands before one with whom something is done together."""
        words = "|".join(compiled(one).pattern[4:] for one in self.together)
        return re.compile(
            rf"(?i)(?<!\w)(?:{words})\s{{1,3}}"
            r"(?:(?:[\w’'&-]{1,30},?\s{1,3}){0,5}?[\w’'&-]{1,30}(?:,|\s(?:en|of|én|&))\s{1,3})?"
            r"(?:(?:de|het|onze|hun|een|lokale)\s{1,3}){0,2}$"
        )

    def meant_at(self, text: str, place: int) -> tuple[tuple[Addressee, ...], int]:
        """Give the bodies that a pronoun at a place stands for, and where it ends."""
        # Reversed, so that the first name of a body is the one that stays.
        named = {one.body: one for one in reversed(self.addressees) if not one.alderman}
        for one in self.pronouns:
            for word in one.words:
                found = compiled(word).match(text, place)
                if found:
                    return tuple(named[body] for body in one.bodies), found.end()
        return (), place

    @cached_property
    def bracketed(self) -> re.Pattern[str]:
        """Match what stands between brackets, with ‘de kosten’ before it."""
        heads = either(self.cover.heads)
        return re.compile(
            rf"(?i)(?:(?<!\w)(?:en\s{{1,3}})?(?:{heads})\s)?\([^()\n]{{1,160}}\)"
        )

    @cached_property
    def added_cover(self) -> re.Pattern[str]:
        """Match how cover is added to a request: ‘, te dekken uit’."""
        words = either(self.cover.added)
        return re.compile(
            rf"(?i)(?:[,;)]\s{{0,3}}(?:en\s{{1,3}})?|\sen\s{{1,3}})(?:{words})"
        )

    @cached_property
    def people(self) -> Lexicon:
        """Find people whom a deed may be done to."""
        return Lexicon({"persons": self.persons})

    @cached_property
    def forces(self) -> Lexicon:
        """Find what says that power is used over somebody."""
        found = (each for one in self.force for each in of_each_kind(one, self.kinds))
        return Lexicon({"force": tuple(found)})

    @cached_property
    def headings(self) -> Lexicon:
        """Find the words with which a part begins; each is named by the part."""
        return Lexicon({section.part: section.words for section in self.sections})

    @cached_property
    def spelling(self) -> Spelling:
        """Know the words that may be misspelt: verbs of acts and names of bodies."""
        verbs = (phrase for act in self.acts for phrase in act.verbs)
        names = (phrase for one in self.addressees for phrase in one.names)
        words = re.findall(r"[a-z]+", " ".join((*verbs, *names)).casefold())
        return Spelling(frozenset(word for word in words if len(word) >= LONG_WORD))

    @cached_property
    def before_verb(self) -> re.Pattern[str]:
        """Tell whether a sentence may begin behind this much text."""
        openings = either(self.openings)
        return re.compile(
            r"(?i)(?:^|[^\w\s’'/-]|(?<!\w)(?:en|of|en/of|of/en|-))\s*"
            rf"(?:(?:{openings})[\s,]{{1,3}}){{0,3}}$"
        )

    @cached_property
    def grant(self) -> re.Pattern[str]:
        """Match a text that gives a power: `who` gets it, and `what` it is."""
        words = "|".join(map(re.escape, self.granting))
        return re.compile(
            r"(?i)\b(?P<who>het college|de wethouder|de raad|de gemeenteraad)"
            rf" (?:van \S{{1,30}} (?:en \S{{1,30}} )?)?(?:{words})\b(?P<what>[^.;]{{0,200}})"
        )

    @cached_property
    def granted_by(self) -> re.Pattern[str]:
        """Match a text that gives a power in the passive: `who` gets it, `what` it is."""
        words = "|".join(map(re.escape, self.granted))
        who = r"(?P<who>het college|de wethouder|de raad|de gemeenteraad)"
        return re.compile(
            rf"(?i)(?P<what>[^.;:‘“\n]{{0,160}}?)\b(?:door {who}\b[^.;]{{0,60}}\b(?:{words})"
            rf"|dat {who.replace('who', 'sub')} (?P<can>[^.;,]{{1,80}}?) (?:kan|mag|kunnen|mogen)"
            rf"|(?:{words}) door {who.replace('who', 'by')}|onder (?:het )?gezag van"
            rf" {who.replace('who', 'over')})\b"
        )

    @cached_property
    def done_by_college(self) -> re.Pattern[str]:
        """Match a question that says that the college did something itself."""
        words = "|".join(map(re.escape, self.done))
        return re.compile(
            rf"(?i)\b(?:{words})\s(?:u|het college)\b[^.?]{{0,120}}"
            r"\b(?:ge\w{2,20}|ver\w{2,20}d|in|op|aan)\b"
        )

    def particle(self, verb: str) -> re.Pattern[str] | None:
        """Match the loose part of a verb, as *op* in *roept … op*."""
        return self._particles.get(verb.casefold().split()[0])

    @cached_property
    def _particles(self) -> Mapping[str, re.Pattern[str]]:
        return {
            verb: re.compile(rf"(?i)[\s,]{{1,3}}(?:{either(loose)})")
            for verb, loose in self.particles.items()
        }

    @cached_property
    def filler(self) -> re.Pattern[str]:
        """Match what may stand between a verb and the body it is put to."""
        # The longest first: alternatives of a pattern are tried in turn, and a short
        # one would stop the match in the middle of a longer.
        words = either(sorted(self.fillers, key=len, reverse=True))
        return re.compile(rf"(?i)[\s:,(]{{0,3}}(?:(?:{words})[\s:,]{{1,3}}){{0,6}}")
