"""The nets that must catch a seeded fault, and a product with one fault in it."""

import shutil
from copy import deepcopy

import yaml

from rules.caselaw import judged_cases
from rules.grammar.errors import ContentError
from rules.judging.dating import eras
from rules.loading import CONTENT, load
from rules.proof.proving import CLAIMS
from tests.content.scenarios import scenarios
from tests.content.verdicts import broken
from tests.mutants.faults import Content


class Product:
    """A copy of the content in which faults can be seeded, one at a time."""

    def __init__(self, root):
        self.root = root
        for part in CONTENT.iterdir():
            if part.is_dir() and part.name != "__pycache__":
                shutil.copytree(part, root / part.name)
        self.files = {
            path.relative_to(root).as_posix(): yaml.load(
                path.read_text(encoding="utf-8"), yaml.CSafeLoader
            )
            for path in sorted(root.rglob("*.yaml"))
        }

    def seed(self, fault):
        """Write the files that a fault changes; give what puts them back."""
        trees = deepcopy(self.files)
        fault.seed(Content(trees, fault.decision))
        changed = [name for name, tree in trees.items() if tree != self.files[name]]
        before = {name: (self.root / name).read_bytes() for name in changed}
        for name in changed:
            text = yaml.dump(
                trees[name],
                Dumper=yaml.CSafeDumper,
                allow_unicode=True,
                sort_keys=False,
            )
            (self.root / name).write_text(text, encoding="utf-8")

        def mend():
            for name, old in before.items():
                (self.root / name).write_bytes(old)

        return changed, mend


def check(root, _decision):
    """What `raadwijzer check` says on reading the content."""
    try:
        load(root)
    except ContentError as error:
        return str(error)
    return None


def verify(root, decision):
    """What `raadwijzer verify` says: the first claim that fails."""
    whole = load(root).chart(decision)
    for law in laws(whole):
        for claim in CLAIMS:
            if law is whole or claim.at_every_date:
                for failure in claim.prove(law):
                    return f"{claim.id}: {failure.what}"
    return None


def laws(whole):
    """The law of now, then that of each earlier date with other questions."""
    yield whole
    seen = {whole.decision.idle}
    for day in reversed(eras(whole.decision)):
        law = whole.at(day)
        if law.decision.idle not in seen:
            seen.add(law.decision.idle)
            yield law


def cases(root, decision):
    """What is written of answers, scenarios and case law, and does not come out."""
    library = load(root)
    chart = library.chart(decision)
    found = [*broken(chart)]
    for scenario in scenarios(library):
        if not found and scenario.casefile.decision == decision:
            outcome = chart.outcome_of(
                chart.decision.with_own_choices(scenario.casefile.answers)
            )
            if outcome != scenario.outcome:
                found.append(f"{scenario.id}: {outcome}")
    if not found:
        try:
            judged_cases(library)
        except ContentError as error:
            found.append(str(error))
    return found[0] if found else None


NETS = {"check": check, "verify": verify, "cases": cases}
