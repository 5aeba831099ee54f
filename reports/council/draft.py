"""What lies ready for a paper: facts, requests and points, from what is known."""

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import date

from reports.composing.demands import ALREADY, NOT_YET, in_plan
from reports.composing.reasons import said
from reports.composing.writer import Writer
from reports.council.paper import (
    Draft,
    FactOrigin,
    PaperLine,
    PaperPart,
    PutLine,
    Setting,
)
from reports.document import PaperKind
from reports.dutch import enumerate_words, say_answer, say_date
from rules.content.briefing import Argument
from rules.content.competence import Ready
from rules.content.demands import Repair, Standing
from rules.content.questions import Question, Sensitivity
from rules.grammar.answers import Answer, Number, TicksKind
from rules.grammar.truth import Truth
from rules.judging.advice import Advice, AnswerStatus, Assessed
from rules.judging.answer_meaning import answer_sources, first_sentence, meaning
from rules.judging.demands import JudgedDemand, in_asking_order
from rules.judging.evaluation import judge_of
from rules.judging.journey import applicability

MOST_REQUESTS = 4
MOST_FACTS, READY_FACTS = 10, 5
ASKABLE = ("burgemeester", "college")


def offered_facts(advice: Advice) -> tuple[Assessed, ...]:
    """Give the answered facts that can be told: no judgement, and only the public.

    What the content has no sentence for is no fact of a paper, and neither is the phase,
    what the paper itself says, what we read from an old answer and nobody confirmed, what
    clashes with another answer, or what may not apply.
    """
    told = (AnswerStatus.VOLDAAN, AnswerStatus.NIET_VOLDAAN, AnswerStatus.INFO)
    applies = applicability(advice.chart, advice.answers)
    clashing = {name for each in advice.clashes for name in each.questions}
    return tuple(
        each
        for each in advice.assessed
        if each.answer is not None
        and each.status in told
        and applies[each.question.id] is Truth.YES
        and each.question.id not in clashing
        and each.question.id != advice.decision.header.phase
        and not each.question.is_judgement
        and not each.question.own_text
        and each.question.id not in advice.casefile.inferred
        and each.question.sensitivity is Sensitivity.OPENBAAR
        and (each.question.fact or meaning(each.question, each.answer))
    )


def ready_facts(writer: Writer, advice: Advice) -> tuple[str, ...]:
    """Give the few facts that say the most, in the order of the decision.

    First of each demand that a request lies ready for the fact that it fails on, then
    what else is not in order, then what was counted, then what is in order. A fact that
    only tells whether a demand applies explains no request.
    """
    offered = {each.question.id: each for each in offered_facts(advice)}
    failing = [
        [name for name in judged.carried_by if name in offered]
        for judged in asked_first(writer, advice)
        if judged.stands is Standing.NIET_VOLDAAN
    ]
    firsts = [name for names in failing for name in names[:1]]
    others = [name for names in failing for name in names[1:]]
    ranked = sorted(offered, key=lambda name: _weight(offered[name]))
    best = tuple(dict.fromkeys((*firsts, *others, *ranked)))[:READY_FACTS]
    # Chosen by weight, told in the order of the decision: a paper reads as an account.
    return tuple(q.id for q in advice.decision.questions if q.id in best)


def _weight(each: Assessed) -> int:
    """Rank a fact by its own standing: not in order, counted, in order, the rest."""
    if each.status is AnswerStatus.NIET_VOLDAAN:
        return 0
    return 1 if each.question.fact else 2 + (each.status is not AnswerStatus.VOLDAAN)


def fact_text(
    writer: Writer, advice: Advice, each: Assessed, origin: FactOrigin | None = None
) -> str:
    """Say an answered fact; of what was counted, also who says so, and of when it is.

    Nobody but who fills in the paper vouches for a number, until an origin is given.
    """
    question = each.question
    if question.fact is not None:
        origin = origin or FactOrigin()
        day = say_date(advice.casefile.reference_date)
        return writer.say(
            "stuk_volgens",
            wie=origin.who or writer.say("stuk_opsteller"),
            feit=_counted(question, each.answer),
            wanneer=origin.when or writer.say("stuk_stand", datum=day),
        )
    told = said(question, each.answer)
    return told if isinstance(question.answer, TicksKind) else first_sentence(told)


def _counted(question: Question, answer: Answer | None) -> str:
    """Say what was counted; one is said in a sentence of its own."""
    one = isinstance(answer, Number) and answer.value == 1
    told = question.fact_one if one and question.fact_one else question.fact or ""
    return told.format(waarde=say_answer(question, answer))


def ready_requests(writer: Writer, advice: Advice) -> tuple[PutLine, ...]:
    """Give what repairs the demands, to whom the council can ask it.

    That is of what somebody answered is not met now, or decides later and is not in the
    plan yet. The body that has the power comes first.
    """
    return _repairs(writer, advice, _to_repair(advice))


def offered_requests(writer: Writer, advice: Advice) -> tuple[PutLine, ...]:
    """Give every request that lies ready.

    Repairs first, then those of the table, then what nobody answered yet of a decision
    that is still to come.
    """
    repairs = ready_requests(writer, advice)
    table = writer.library.competence.ready_for(advice.decision.id)
    mended = {each.demand.id for each in _to_repair(advice)}
    others = [
        PutLine(one.to, one.text) for one in table if _is_new(advice, one, mended)
    ]
    ahead = _repairs(writer, advice, _to_provide(advice))
    return tuple(
        dict.fromkeys((*repairs, *sorted(others, key=_by_power(advice)), *ahead))
    )


def _repairs(
    writer: Writer, advice: Advice, found: Iterable[JudgedDemand]
) -> tuple[PutLine, ...]:
    asked = (
        entry
        for judged in found
        for repair in judged.repair
        for entry in asked_for(writer, repair)
    )
    return tuple(sorted(dict.fromkeys(asked), key=_by_power(advice)))


def _is_new(advice: Advice, ready: Ready, mended: AbstractSet[str]) -> bool:
    """Tell whether a request of the table fits the answers, and asks for something new."""
    if advice.outcome.ends or not mended.isdisjoint(ready.about):
        return False
    if ready.when is not None:
        judge = judge_of(advice.decision.in_force(ready.when))
        if judge(advice.answers, {}).truth is not Truth.YES:
            return False
    about = [each for each in advice.judged if each.demand.id in ready.about]
    return not about or not all(_is_done(advice, each) for each in about)


def _is_done(advice: Advice, each: JudgedDemand) -> bool:
    done = (Standing.VOLDAAN, Standing.NVT)
    return each.standing in done or in_plan(advice, each) == ALREADY


def _by_power(advice: Advice) -> Callable[[PutLine], bool]:
    """Sort the body that decides before the others; else the order stays."""
    return lambda entry: entry.to != advice.decision.header.body


def asked_first(writer: Writer, advice: Advice) -> tuple[JudgedDemand, ...]:
    """Give the demands in the order in which the requests that repair them lie ready."""
    body = advice.decision.header.body

    def is_for_another(judged: JudgedDemand) -> bool:
        return all(asked_of(writer, repair) != body for repair in judged.repair)

    return tuple(sorted(_to_repair(advice), key=is_for_another))


def _to_repair(advice: Advice) -> tuple[JudgedDemand, ...]:
    """Give what can be asked to be repaired; nothing of a road that is not taken.

    Nothing either of what clashes: until that is settled nobody knows what is lacking.
    """
    if advice.outcome.ends:
        return ()
    clashing = {name for each in advice.clashes for name in each.questions}
    found = (*advice.improve, *_later(advice, NOT_YET))
    return tuple(each for each in found if not clashing.intersection(each.carried_by))


def _to_provide(advice: Advice) -> tuple[JudgedDemand, ...]:
    """Give what decides later and nobody answered, where a plan can simply provide it.

    To take something away supposes that it is there, and nobody said so.
    """
    if advice.outcome.ends:
        return ()
    decision = advice.decision
    return tuple(
        each
        for each in _later(advice, "")
        if all(
            decision.question_by_id[name].in_order != "nee"
            for name in decision.own_questions(each.demand)
        )
    )


def _later(advice: Advice, plan: str) -> tuple[JudgedDemand, ...]:
    """Give what decides later, and of which the plan is said to stand so."""
    later = (
        each
        for each in advice.judged
        if each.standing is Standing.STRAKS
        and each.demand.decides
        and in_plan(advice, each) == plan
    )
    return tuple(in_asking_order(advice.decision, later))


def asked_through(writer: Writer, name: str) -> str | None:
    """Name the body that the council asks for what a body can do or knows.

    None where it asks nobody in writing: of a court, of residents, of the griffie.
    """
    if name in ASKABLE:
        return name
    body = writer.library.bodies[name]
    return body.put_to or body.via


def asked_of(writer: Writer, repair: Repair) -> str | None:
    """Name the body that the council asks for a repair; None where it can ask nobody."""
    # What the council decides the college prepares (Gemeentewet 160 lid 1 onder b).
    return "college" if repair.who == "raad" else asked_through(writer, repair.who)


def asked_for(writer: Writer, repair: Repair) -> Iterator[PutLine]:
    """Put a repair to whom the council can ask; what nobody can be asked is left out."""
    to = asked_of(writer, repair)
    if to is None:
        return
    if repair.who in (*ASKABLE, "raad"):
        yield PutLine(to, repair.request)
    else:
        body = writer.body(repair.who)
        text = writer.say("stuk_bevorderen", orgaan=body, verzoek=repair.request)
        yield PutLine(to, text)


def points_of(advice: Advice) -> tuple[tuple[Argument, ...], tuple[Argument, ...]]:
    """Give the points for and against, equally many."""
    arguments = advice.decision.arguments
    return arguments.for_, arguments.against


def fact_lines(writer: Writer, advice: Advice, draft: Draft) -> Iterator[PaperLine]:
    """Give the facts that were chosen, each with the articles that it is about itself.

    The grounds of a demand that leans on it prove nothing of the fact. What is no law
    says nothing of this municipality, and is not cited for it either.
    """
    heading = writer.say("stuk_constaterende")
    if draft.place:
        text = writer.say("stuk_plaats", tekst=draft.place)
        yield PaperLine(PaperPart.FACT, heading, _stopped(text))
    for each in _chosen(advice, draft):
        text = fact_text(writer, advice, each, draft.origins.get(each.question.id))
        laws = writer.laws(answer_sources(each.question, each.answer))
        yield PaperLine(PaperPart.FACT, heading, text, writer.notes.cite(laws))


def weighing_lines(writer: Writer, advice: Advice, draft: Draft) -> Iterator[PaperLine]:
    """Give the considerations that were chosen, from either side."""
    heading = writer.say("stuk_overwegende")
    for side in points_of(advice):
        for point in side:
            if point.id in draft.points:
                notes = writer.notes.cite(point.sources)
                yield PaperLine(PaperPart.WEIGHING, heading, point.text, notes)


def request_lines(writer: Writer, draft: Draft) -> Iterator[PaperLine]:
    """Give the requests, those to one body together."""
    for entry in by_body(draft.entries):
        heading = writer.say("stuk_verzoekt", orgaan=writer.body(entry.to))
        text = entry.text.strip().rstrip(".;,")
        parts = (text, *_by_when(writer, text, draft.by))
        yield PaperLine(
            PaperPart.REQUEST, heading, _stopped(", ".join(parts)), to=entry.to
        )


def _by_when(writer: Writer, text: str, by: date | None) -> Iterator[str]:
    """Say by when a request is to be done; nothing where it says so itself."""
    speech = writer.library.competence.words
    if by is None:
        return
    day = say_date(by)
    if speech is not None and speech.terms.is_again(text):
        yield writer.say("stuk_termijn_eerst", datum=day)
    elif speech is None or not speech.terms.says_when(text):
        yield writer.say("stuk_termijn", datum=day)


def by_body(entries: Iterable[PutLine]) -> tuple[PutLine, ...]:
    """Lay what is put to one body together; the body that is named first comes first."""
    found = tuple(entries)
    order = list(dict.fromkeys(entry.to for entry in found))
    return tuple(sorted(found, key=lambda entry: order.index(entry.to)))


def reason_lines(
    writer: Writer, advice: Advice, draft: Draft, setting: Setting
) -> Iterator[PaperLine]:
    """Give the explanation: own words, and where the facts come from."""
    heading = writer.say("stuk_toelichting")
    if draft.reason:
        yield PaperLine(PaperPart.REASON, heading, _stopped(draft.reason))
    if any(_chosen(advice, draft)) and draft.kind is not PaperKind.AMENDMENT:
        yield PaperLine(PaperPart.REASON, heading, origin_of(writer, advice, setting))


def origin_of(writer: Writer, advice: Advice, setting: Setting) -> str:
    """Say who gave the facts of a paper, and in which dossier."""
    day = say_date(advice.casefile.reference_date)
    return writer.say("stuk_herkomst", code=setting.code, datum=day)


def signature(writer: Writer, draft: Draft) -> str:
    """Name the parties; nobody signs here."""
    told = enumerate_words(draft.parties) if draft.parties else writer.say("stuk_leeg")
    return writer.say("stuk_ondertekening", fracties=told)


def _chosen(advice: Advice, draft: Draft) -> Iterator[Assessed]:
    for each in offered_facts(advice):
        if each.question.id in draft.facts:
            yield each


def _stopped(text: str) -> str:
    clean = text.strip()
    return clean if clean.endswith((".", "?", "!", "…")) else f"{clean}."
