"""Papers as a dossier of before kept them, as values of the form of today.

Then the questions to each body were a paper of their own, an own text was shared by all
papers and stood in one only where it was ticked, and requests were kept by id.
"""

import json
from collections.abc import Mapping

from werkzeug.datastructures import MultiDict

from reports.council.draft import asked_for
from reports.council.paper import PutLine
from reports.council.written_questions import offered_questions
from wizard.counter import Work

WEIGHED, NONE = "afweging", "geen"
EARLIER_TEXTS = ("plaats", "eigen", "bestaand", "toelichting")
EARLIER_CHOICES = {
    "vragen": ("vragen_burgemeester", "vragen_college"),
    "motie": ("motie", WEIGHED),
    "amendement": ("amendement", WEIGHED),
}
TERMS = ("datum_", "antwoord_voor", "eigen_datum")
SAME = ("titel", "fracties", "voorstel", "artikel", "vergadering", "lokaal", "agenda")


def earlier_values(
    work: Work, slug: str, entry: str, most: int
) -> MultiDict[str, str] | None:
    """Give what an earlier release kept of a paper; nothing where it kept nothing."""
    kept = {} if work.dossier is None else work.dossier.texts
    names = {one: f"{work.decision.id}_{one}" for one in EARLIER_CHOICES[slug]}
    found = {
        one: {key: some for key, some in json.loads(kept[name]).items() if some}
        for one, name in names.items()
        if one != WEIGHED and name in kept
    }
    if not found:
        return None
    values: MultiDict[str, str] = MultiDict()
    entries: list[PutLine] = []
    for one, choices in found.items():
        to = one.removeprefix("vragen_")
        entries += _entries(work, to, choices, kept)
        _take_over(work, slug, choices, kept, values)
    points = kept.get(f"{work.decision.id}_{WEIGHED}", NONE)
    if slug != "vragen" and points != NONE:
        values.setlist("punt", points.split(","))
    if entry:
        for number, each in enumerate(entries[:most], start=1):
            values[f"{entry}_{number}"], values[f"aan_{number}"] = each.text, each.to
    return values


def _take_over(
    work: Work,
    slug: str,
    choices: Mapping[str, list[str]],
    kept: Mapping[str, str],
    values: MultiDict[str, str],
) -> None:
    """Take over what is called the same, and the own texts that stood in the paper."""
    for key in SAME:
        if key in choices:
            values[key] = choices[key][0]
    values.setlist("feit", choices.get("feit", []))
    terms = [key for key in choices if key.startswith(TERMS)]
    values["voor"] = choices[terms[0]][0] if terms else ""
    for key in choices.get("mee", ()):
        name = "nieuw" if (key, slug) == ("eigen", "amendement") else key
        values[name] = kept.get(f"{work.decision.id}_{key}", "")


def _entries(
    work: Work, to: str, choices: Mapping[str, list[str]], kept: Mapping[str, str]
) -> list[PutLine]:
    """Give the questions and requests that were chosen, and the own one."""
    # Then the same could be asked in other words too: what was chosen is kept.
    offered = offered_questions(work.writer(), work.advice, once=False)
    asked = (PutLine(to, text) for text in offered.get(to, ()))
    found = [one for one in asked if one.mark in choices.get("vraag", ())]
    by_id = _requests(work) if "verzoek" in choices else {}
    for name in choices.get("verzoek", ()):
        found += by_id.get(name, ())
    own = kept.get(f"{work.decision.id}_eigen", "")
    if own and "eigen" in choices.get("mee", ()):
        found.append(PutLine(choices.get("eigen_aan", [to])[0], own))
    return found


def _requests(work: Work) -> dict[str, tuple[PutLine, ...]]:
    """Give every request by the id that it had.

    Where a demand now has a repair for each of its questions, it had one for them all:
    that asks for what lacks.
    """
    library = work.library
    writer = work.writer()
    ready = library.competence.ready_for(work.decision.id)
    found: dict[str, tuple[PutLine, ...]] = {
        one.id: (PutLine(one.to, one.text),) for one in ready
    }
    for judged in work.advice.judged:
        repairs = judged.demand.repair
        divided = any(one.mends for one in repairs)
        groups = [judged.repair] if divided else [(one,) for one in repairs]
        for number, group in enumerate(groups, start=1):
            asked = (entry for one in group for entry in asked_for(writer, one))
            found[f"{judged.demand.id}_{number}"] = tuple(asked)
    return found
