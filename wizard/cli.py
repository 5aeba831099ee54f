"""The command line: `raadwijzer`. A contract: others call it.

Bad input gets one clear Dutch message on stderr and exit code 2; nothing is written.
"""

import json
import sys
from collections.abc import Iterable
from importlib.metadata import version
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import click

from reports.composing.json_results import assessment, catalogue, refused
from reports.composing.json_results import decisions as listed
from reports.composing.terminal import assessment_text, catalogue_text, refused_text
from rules.caselaw import judged_cases
from rules.checks.wording import check_wording
from rules.exercises import exercises
from rules.grammar.errors import ContentError, InputError
from rules.judging.advice import Advice, Refused, advise_or_refuse
from rules.library import Library
from rules.loading import CONTENT, load
from rules.reading_casefile import read_dossier
from wizard.clock import today
from wizard.keeping.dossier import (
    ClockJumpedError,
    MostWouldGoError,
    StorageUnavailableError,
)

FAULT, BAD_INPUT = 1, 2
UTF8_BYTES = 4  # that one character takes at the most
MEMO_EXITS = {"klopt": 0, "gewijzigd": 1, "andere regels": 2, "niet na te gaan": 3}
ONLY_BRIEF = (
    "'--zonder-antwoorden' kan alleen bij '--kort', zonder '--beside': de andere memo’s "
    "drukken de antwoorden zelf af."
)
TOO_OLD = "De tabellen zijn niet bij. Doe eerst: raadwijzer upgrade."
CLOCK_JUMPED = (
    "De klok van deze machine staat {days} dagen later dan de vorige keer. Er is niets "
    "verwijderd. Klopt de klok? Doe dan: raadwijzer purge --toch."
)
MOST_WOULD_GO = (
    "Volgens de klok van deze machine zijn {going} van de {there} dossiers verlopen. "
    "Er is niets verwijderd, want van een vorige keer is niets bekend. "
    "Klopt de klok? Doe dan: raadwijzer purge --toch."
)
NO_DATABASE = (
    "De database is niet bereikbaar. Klopt DATABASE_URL, draait de database, "
    "en is er ruimte op de schijf?"
)


@click.group(help="Raadwijzer: van vragen naar een adviesmemo voor de gemeenteraad.")
@click.version_option(package_name="raadwijzer", prog_name="raadwijzer")
def cli() -> None:
    """Group the commands."""


@cli.command(help="Start de website op deze computer.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Adres.")
@click.option("--port", default=8000, show_default=True, help="Poort.")
def serve(host: str, port: int) -> None:
    """Serve the wizard; the database is made when there is none."""
    from wizard.serving import serve as start

    start(host=host, port=port)


@cli.command(help="Breng de tabellen van de database bij.")
def upgrade() -> None:
    """Bring the tables to the form that this version expects."""
    from wizard.maintenance import upgrade_tables

    done = upgrade_tables()
    click.echo("De tabellen zijn bijgewerkt." if done else "De tabellen waren al bij.")


@cli.command(help="Verwijder de dossiers die zijn verlopen.")
@click.option("--toch", is_flag=True, help="Ook na een sprong: de klok klopt.")
def purge(*, toch: bool) -> None:
    """Remove what has expired, and tell how many dossiers that were."""
    from wizard.maintenance import purge_expired

    try:
        gone = purge_expired(certain=toch)
    except ClockJumpedError as jump:
        click.echo(CLOCK_JUMPED.format(days=jump.ahead.days), err=True)
        raise SystemExit(FAULT) from None
    except MostWouldGoError as most:
        click.echo(MOST_WOULD_GO.format(going=most.going, there=most.there), err=True)
        raise SystemExit(FAULT) from None
    if gone is None:
        click.echo(TOO_OLD, err=True)
        raise SystemExit(FAULT)
    click.echo(f"Verwijderd: {_dossiers(gone)}.")


@cli.command(help="Kopieer alle dossiers naar een bestand, ook tijdens gebruik.")
@click.argument("doel")
def backup(doel: str) -> None:
    """Copy all dossiers and the secret into files for their owner alone."""
    from wizard.maintenance import back_up_to

    count = back_up_to(Path(doel))
    if count is None:
        click.echo(TOO_OLD, err=True)
        raise SystemExit(FAULT)
    click.echo(f"Bewaard in {doel}: {_dossiers(count)}.")


@cli.command(help="Zet een back-up terug; wat er staat verdwijnt (--vervang).")
@click.argument("bron")
@click.option("--vervang", is_flag=True, help="Verwijder eerst wat er staat.")
def restore(bron: str, *, vervang: bool) -> None:
    """Fill the database from a copy, whole or not at all."""
    from wizard.maintenance import restore_from

    count, made_by = restore_from(Path(bron), replace=vervang)
    click.echo(f"Teruggezet: {_dossiers(count)}, uit versie {made_by}.")


@cli.command(help="Toon alle vragen van een besluit.")
@click.argument("decision")
@click.option("--json", "as_json", is_flag=True, help="Als JSON.")
def questions(decision: str, *, as_json: bool) -> None:
    """List every question of a decision."""
    library = load()
    found = library.decision(decision)
    _tell(catalogue(found), catalogue_text(found), as_json=as_json)


@cli.command(help="Toon alle besluiten.")
@click.option("--json", "as_json", is_flag=True, help="Als JSON.")
def decisions(*, as_json: bool) -> None:
    """List every decision: id, title, question, group."""
    found = listed(load())
    text = "\n".join(f"{one['id']:<28} {one['title']}" for one in found)
    _tell(found, text, as_json=as_json)


@cli.command(help="Begin een nieuw besluit: vier bestanden met uitleg.")
@click.argument("name")
def new(name: str) -> None:
    """Write a decision that passes every check, to go on from."""
    from rules.scaffold import begin

    for path in begin(name):
        click.echo(str(path))


@cli.command(help="Toon het JSON-schema van een onderdeel, voor een editor.")
@click.argument("part", default="besluit")
def schema(part: str) -> None:
    """Show how a part of a decision is written, for an editor that helps."""
    from rules.scaffold import schema as schema_of

    click.echo(json.dumps(schema_of(part), ensure_ascii=False, indent=2))


@cli.command(help="Beoordeel een dossier (YAML of JSON; - is standaardinvoer).")
@click.argument("dossier")
@click.option("--json", "as_json", is_flag=True, help="Als JSON.")
def assess(dossier: str, *, as_json: bool) -> None:
    """Judge one dossier file; several decisions give a list, in which one may be refused."""
    library = load()
    judged = _judged(dossier, library)
    plain = [
        refused(each) if isinstance(each, Refused) else assessment(each, library)
        for each in judged
    ]
    text = "\n\n".join(
        refused_text(each)
        if isinstance(each, Refused)
        else assessment_text(library, each)
        for each in judged
    )
    _tell(plain[0] if len(plain) == 1 else plain, text, as_json=as_json)


@cli.command(help="Maak het adviesmemo van een dossier.")
@click.argument("dossier")
@click.option(
    "-o", "--output", required=True, help="memo.pdf, .html, .docx, .odt of .txt"
)
@click.option("--beside", help="Tweede dossier, om het verschil te verklaren.")
@click.option("--kort", "brief", is_flag=True, help="Het memo van één bladzijde.")
@click.option(
    "--zonder-antwoorden",
    "bare",
    is_flag=True,
    help="Bij --kort: laat de lijst van antwoorden uit het bestand.",
)
def memo(
    dossier: str, output: str, beside: str | None, *, brief: bool, bare: bool
) -> None:
    """Print the memo in the format of the file name."""
    from reports.composing.difference_part import with_difference
    from reports.composing.memo import Cover, compose
    from reports.composing.receipt import Edition, joined
    from reports.formats.by_file_name import FORMATS, print_document
    from wizard.settings import load_settings

    path = Path(output)
    if path.suffix not in FORMATS:
        known = ", ".join(FORMATS)
        raise InputError(f"'{path.suffix}' kan niet. Kies een naam op {known}.")
    if bare and (beside is not None or not brief):
        raise InputError(ONLY_BRIEF)
    library = load()
    judged = _judged(dossier, library)
    advices = _advices(judged)
    left_out = [each for each in judged if isinstance(each, Refused)]
    cover = Cover(
        "zonder code",
        advices[0].casefile.municipality,
        version("raadwijzer"),
        load_settings().whose_paper,
        with_answers=not bare,
    )
    edition = Edition.BRIEF if brief else Edition.WHOLE
    document = compose(advices, library, cover, edition, left_out)
    if beside is not None:
        other = joined([e.casefile for e in _advices(_judged(beside, library))])
        document = with_difference(document, library, advices, other)
    try:
        path.write_bytes(print_document(document, path.suffix))
    except OSError as error:
        raise InputError(f"Kan niet schrijven: {path} ({error.strerror}).") from error


@cli.command(help="Controleer alle inhoud: vragen, regels, bronnen en teksten.")
def check() -> None:
    """Validate all content: what it says, and how."""
    library = load()
    check_wording(CONTENT)
    judged_cases(library)
    exercises(library)
    decisions = len(library.decisions)
    asked = sum(len(decision.questions) for decision in library.decisions.values())
    click.echo(
        f"In orde: {decisions} besluiten, {asked} vragen, {len(library.sources)} bronnen."
    )
    if library.unnamed_measures:
        told = ", ".join(sorted(library.unnamed_measures))
        click.echo(f"Geen fout, wel goed om te weten: geen besluit noemt {told}.")
    if library.stale_proofs:
        told = ", ".join(sorted(library.stale_proofs))
        click.echo(
            f"Nieuw, of veranderd sinds het bewijs is bewaard: {told}. Doe ook: "
            "raadwijzer verify --keep, en make golden. Lees wat er in de memo’s verandert."
        )


@cli.command(help="Bewijs de eigenschappen van de regels, voor elk mogelijk dossier.")
@click.argument("decision", required=False)
@click.option("--json", "as_json", is_flag=True, help="Als JSON.")
@click.option("--keep", is_flag=True, help="Bewaar het bewijs, voor het memo.")
def verify(decision: str | None, *, as_json: bool, keep: bool) -> None:
    """Prove the rules of one decision or of all; exit 1 when something fails."""
    from rules.loading import keep_certificate
    from rules.proof.examination import as_data, as_text, examine

    library = load()
    names = list(library.decisions) if decision is None else [decision]
    found = [examine(library.chart(name)) for name in names]
    plain = [as_data(each) for each in found]
    _tell(plain if decision is None else plain[0], as_text(found), as_json=as_json)
    if not all(each.certificate.holds for each in found):
        raise SystemExit(FAULT)
    if keep:
        for each in found:
            keep_certificate(each.certificate)


@cli.command(help="Leg rechtspraak en besluiten naast onze regels.")
@click.argument("decision", required=False)
@click.option("--json", "as_json", is_flag=True, help="Als JSON.")
def rulings(decision: str | None, *, as_json: bool) -> None:
    """Show every case: the facts, what was decided, what our rules say, and why."""
    from rules.caselaw import as_data, as_text

    library = load()
    names = list(library.decisions) if decision is None else [decision]
    chosen = {library.decision(name).id for name in names}
    found = [each for each in judged_cases(library) if each.decision in chosen]
    _tell([as_data(each) for each in found], as_text(found), as_json=as_json)


@cli.command(
    help="Controleer een memo-PDF: klopt, gewijzigd (1), andere regels (2) of niet na te "
    "gaan (3), want gemaakt zonder antwoorden?"
)
@click.argument("file")
@click.option("--json", "as_json", is_flag=True, help="Als JSON.")
def verify_memo(file: str, *, as_json: bool) -> None:
    """Make a memo again from what travels in it, and lay both side by side."""
    from reports.checking.pdf_reading import LARGEST
    from reports.checking.verify_memo import as_data, as_text, verify
    from reports.formats import press
    from wizard.settings import load_settings

    ours = load_settings().whose_paper
    found = verify(_bytes(file, most=LARGEST + 1), load(), press.render, ours)
    _tell(as_data(found), as_text(found), as_json=as_json)
    raise SystemExit(MEMO_EXITS[found.verdict.value])


@cli.command(help="Kijk een motie, amendement of vragen na (- is standaardinvoer).")
@click.argument("files", nargs=-1, required=True)
@click.option(
    "--kind",
    type=click.Choice(["motie", "amendement", "vragen"]),
    help="Wat het is; anders zien wij het zelf.",
)
@click.option("--json", "as_json", is_flag=True, help="Als JSON.")
def lint(files: tuple[str, ...], kind: str | None, *, as_json: bool) -> None:
    """Judge each line of each text; exit 1 when something cannot be."""
    from reports.council.findings import LineVerdict
    from reports.council.lint import check_text
    from reports.council.lint_results import KINDS, as_data, as_text
    from reports.council.paper_text import LONGEST
    from wizard.guarding.personal import people

    library = load()
    known = {word: each for each, word in KINDS.items()}
    found = [
        check_text(
            _decoded(file, _bytes(file, most=UTF8_BYTES * LONGEST + 1)),
            library.competence,
            bodies=library.bodies,
            people=people,
            kind=known.get(kind or ""),
        )
        for file in files
    ]
    pairs = list(zip(files, found, strict=True))
    text = "\n\n".join(as_text(*pair) for pair in pairs)
    _tell([as_data(*pair) for pair in pairs], text, as_json=as_json)
    if any(each.verdict is LineVerdict.CANNOT for each in found):
        raise SystemExit(FAULT)


@cli.command(help="Toon welke bronnen het langst niet zijn nagekeken.")
def sources() -> None:
    """List the register, what was checked longest ago first."""
    register = load().sources.values()
    for source in sorted(register, key=lambda s: (s.checked_on, s.id)):
        click.echo(f"{source.checked_on}  {source.id:<44} {source.title}")


def _dossiers(count: int) -> str:
    return f"{count} {'dossier' if count == 1 else 'dossiers'}"


def _judged(dossier: str, library: Library) -> tuple[Advice | Refused, ...]:
    """Judge what can be judged on its date.

    Raises:
        InputError: when nothing can; the message says why of the first decision.
    """
    casefiles = read_dossier(_decoded(dossier, _bytes(dossier)), library, today=today())
    judged = tuple(
        advise_or_refuse(library.chart(each.decision), each) for each in casefiles
    )
    if isinstance(judged[0], Refused) and not _advices(judged):
        raise InputError(judged[0].why)
    return judged


def _advices(judged: Iterable[Advice | Refused]) -> tuple[Advice, ...]:
    return tuple(each for each in judged if isinstance(each, Advice))


def _bytes(file: str, *, most: int = -1) -> bytes:
    try:
        with sys.stdin.buffer if file == "-" else Path(file).open("rb") as source:
            return source.read(most)
    except OSError as error:
        raise InputError(f"Kan '{file}' niet lezen ({error.strerror}).") from error


def _decoded(file: str, raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(f"'{file}' is geen UTF-8. Bewaar het opnieuw.") from None


def _tell(plain: Any, text: str, *, as_json: bool) -> None:
    click.echo(json.dumps(plain, ensure_ascii=False, indent=2) if as_json else text)


def main(arguments: Iterable[str] | None = None) -> None:
    """Run a command, and turn what goes wrong into a message and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # not every terminal knows ’
    try:
        code = cli.main(
            list(arguments) if arguments is not None else None,
            prog_name="raadwijzer",
            standalone_mode=False,
        )
    except ContentError as error:
        click.echo(str(error), err=True)
        code = FAULT
    except StorageUnavailableError:
        click.echo(NO_DATABASE, err=True)
        code = FAULT
    except InputError as error:
        click.echo(str(error), err=True)
        code = BAD_INPUT
    except click.ClickException as error:
        click.echo(_usage(error), err=True)
        code = BAD_INPUT
    except click.Abort:
        code = FAULT
    sys.exit(code or 0)


def _usage(error: click.ClickException) -> str:
    match error:
        case click.NoSuchOption():
            return f"Optie '{error.option_name}' bestaat niet. Zie raadwijzer --help."
        case click.MissingParameter(param=param) if param is not None:
            return f"Er ontbreekt iets: {param.human_readable_name}. Zie --help."
        case click.BadParameter():
            return f"Deze waarde kan niet: {error.message}"
        case click.UsageError():
            return f"Dit commando begrijpen wij niet ({error.message}). Zie --help."
        case _:
            return error.message
