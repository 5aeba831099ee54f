"""The nets that must catch a seeded fault, and a product with one fault in it."""

import inspect
import pickle
import shutil
from contextlib import contextmanager, nullcontext
from unittest.mock import patch

import yaml

from rules import reading_content
from rules.caselaw import judged_cases
from rules.checks import wording
from rules.checks.wording import wording_faults
from rules.grammar import validation
from rules.grammar.errors import ContentError
from rules.grammar.strict_yaml import read, read_file
from rules.loading import CONTENT, load
from rules.proof.examination import CLAIMS
from tests.content import test_eisen, test_figures, test_gevallen, test_ten_of_our_law
from tests.mutants.faults import Content

READERS = (reading_content, validation, wording)
HELD_IN = (test_eisen, test_figures, test_ten_of_our_law)
BESIDE = ("registers", "vroeger")
NOWHERE_IN_A_DECISION = ("registers/gemeenten.yaml", "registers/inwoners.yaml")


class Copies(dict):
    """A copy of each tree that is asked for, and of no other."""

    def __init__(self, kept):
        super().__init__()
        self.kept = kept

    def __iter__(self):
        return iter(self.kept)

    def __missing__(self, name):
        self[name] = pickle.loads(self.kept[name])
        return self[name]


class Product:
    """The content, read once, in which faults can be seeded one at a time.

    Nothing is written in it: while a fault is in it, the reader gets its trees from
    here. A net looks at a product with one decision, which is read in half the time.
    """

    def __init__(self, folder):
        self.folder = folder
        self.readings = {
            path.relative_to(CONTENT).as_posix(): read_file(path, CONTENT)
            for path in sorted(CONTENT.rglob("*.yaml"))
        }
        self.readings |= {name: read("[]", name) for name in NOWHERE_IN_A_DECISION}
        # many times faster to copy than a tree
        self.kept = {n: pickle.dumps(each.value) for n, each in self.readings.items()}

    def root(self, decision):
        """A product with this one decision."""
        root = self.folder / decision
        if not root.exists():
            for each in (*BESIDE, f"besluiten/{decision}"):
                shutil.copytree(CONTENT / each, root / each)
            case = CONTENT / "rechtspraak" / f"{decision}.yaml"
            if case.exists():
                (root / "rechtspraak").mkdir()
                shutil.copy(case, root / "rechtspraak")
        return root

    @contextmanager
    def seeded(self, fault):
        """Let a fault be there: in what is read, or in what reads it; say what changed."""
        copies = Copies(self.kept)
        if fault.seed is not None:
            fault.seed(Content(copies, fault.decision))
        changed = {
            name: read(as_yaml(tree), name)
            for name, tree in copies.items()
            if tree != self.readings[name].value
        }
        slip = patch.object(*fault.slip) if fault.slip else nullcontext()
        with self.lent(self.readings | changed), slip:
            yield bool(changed) or fault.slip is not None

    @contextmanager
    def lent(self, readings=None):
        """Let the reader read from memory."""
        found = readings or self.readings

        def reading_of(path, root):
            return found[path.relative_to(root).as_posix()]

        patches = [patch.object(each, "read_file", reading_of) for each in READERS]
        for each in patches:
            each.start()
        try:
            yield
        finally:
            for each in patches:
                each.stop()


class Plain(yaml.CSafeDumper):
    """Writes everything out, as our reader wants it."""

    def ignore_aliases(self, data):
        return True


def as_yaml(tree):
    return yaml.dump(tree, Dumper=Plain, allow_unicode=True, sort_keys=False)


def check(root, _decision):
    """What `raadwijzer check` says on reading the content."""
    try:
        load(root)
    except ContentError as error:
        return str(error)
    return None


def words(root, _decision):
    """What `raadwijzer check` says of how the content speaks."""
    return "; ".join(map(str, wording_faults(root))) or None


def rulings(root, _decision):
    """What `raadwijzer check` says of the rulings beside our rules."""
    try:
        judged_cases(load(root), root)
    except ContentError as error:
        return str(error)
    return None


def verify(root, decision, claim=None):
    """What `raadwijzer verify` says: the first claim that fails, or one of them."""
    chart = load(root).chart(decision)
    for each in CLAIMS:
        if claim in (None, each.id):
            for failure in each.prove(chart):
                return f"{each.id}: {failure.what}"
    return None


def cases(root, decision, wanted):
    """A written dossier (`tests/content/gevallen`) that does not come out."""
    found = (param.values for param in test_gevallen.cases())
    case = next(
        case for name, case in found if (name, case["name"]) == (decision, wanted)
    )
    with patch.object(test_gevallen, "LIBRARY", load(root)):
        try:
            test_gevallen.test_a_case_comes_out_as_it_must(decision, case)
        except AssertionError as error:
            return f"{wanted}: {error}"
    return None


def held(root, decision, test):
    """What a test over the content says, of this decision."""
    module = next(each for each in HELD_IN if hasattr(each, test))
    function, library = getattr(module, test), load(root)
    remembered = [
        each for each in vars(module).values() if hasattr(each, "cache_clear")
    ]
    given = (
        {"name": decision} if "name" in inspect.signature(function).parameters else {}
    )
    beside = {"LIBRARY": library}
    if hasattr(module, "CASES"):
        beside["CASES"] = judged_cases(library, root)
    with patch.multiple(module, **beside):
        for each in remembered:
            each.cache_clear()
        try:
            function(**given)
        except AssertionError as error:
            return f"{test}: {error}"
        finally:
            for each in remembered:
                each.cache_clear()
    return None


OF_CHECK = {"check": check, "words": words, "rulings": rulings}
NETS = {**OF_CHECK, "verify": verify, "cases": cases, "held": held}
