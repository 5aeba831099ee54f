"""What an administrator can set, from the environment, with checks and defaults."""

import difflib
import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryFile
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from reports.document import Letterhead
from rules.grammar.errors import InputError
from wizard.guarding.security import Protection
from wizard.letterhead import LetterheadError, read_letterhead

PREFIX = "RAADWIJZER_"
SHORTEST_SECRET = 32
POSTGRESQL_SCHEMES = ("postgres", "postgresql", "postgresql+psycopg")


class SettingsError(InputError):
    """A setting is wrong; the message is Dutch and meant for the administrator."""


def _known_database(url: str) -> str:
    """Accept SQLite and PostgreSQL, and choose the driver that we ship."""
    scheme, separator, rest = url.partition("://")
    if separator and scheme == "sqlite" and rest.startswith("/"):
        return url
    if separator and rest and scheme in POSTGRESQL_SCHEMES:
        return f"postgresql+psycopg://{rest}"
    message = "no database that we know"
    raise ValueError(message)


class Settings(BaseSettings):
    """Every setting, its default and its bounds; `docs/beheer.md` explains them."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, frozen=True, extra="ignore", hide_input_in_errors=True
    )

    instance: Path = Path("instance")
    secret_key: Annotated[str, Field(min_length=SHORTEST_SECRET)] | None = None
    database_url: Annotated[
        Annotated[str, AfterValidator(_known_database)] | None,
        Field(validation_alias="DATABASE_URL"),
    ] = None
    retention_days: Annotated[int, Field(ge=1, le=365)] = 30
    municipality: Annotated[str, Field(pattern=r"^gm\d{4}$")] | None = None
    letterhead: Path | None = None
    trusted_proxies: Annotated[int, Field(ge=0, le=5)] = 0
    tls: bool = False
    hosts: Annotated[str, Field(pattern=r"^[A-Za-z0-9.,:\[\]-]*$")] = ""
    dossiers_per_hour: Annotated[int, Field(ge=0)] = 120
    pdfs_per_hour: Annotated[int, Field(ge=0)] = 240
    request_bytes: Annotated[int, Field(ge=10_000, le=10_000_000)] = 1_000_000
    workers: Annotated[int, Field(ge=1, le=64)] = 2
    threads: Annotated[int, Field(ge=1, le=64)] = 4
    pdf_seconds: Annotated[int, Field(ge=5, le=300)] = 30
    pdf_queue: Annotated[int, Field(ge=1, le=100)] = 8
    pdf_ahead: Annotated[int, Field(ge=0, le=100)] = 32
    metrics: bool = False
    security_contact: Annotated[
        str, Field(pattern=r"^$|^(https://|mailto:)[^\s]{3,200}$")
    ] = ""
    log_level: Annotated[str, Field(pattern="^(DEBUG|INFO|WARNING|ERROR)$")] = "INFO"

    @property
    def retention(self) -> timedelta:
        """Say how long a dossier is kept after its last change."""
        return timedelta(days=self.retention_days)

    @cached_property
    def database(self) -> str:
        """Give the address of the database: as set, or a file of our own."""
        if self.database_url:
            return self.database_url
        return f"sqlite:///{(self.instance / 'raadwijzer.sqlite').absolute()}"

    @cached_property
    def secret(self) -> str:
        """Give the key that signs cookies: as set, or made once and kept."""
        return self.secret_key or _kept_secret(self.instance)

    @cached_property
    def whose_paper(self) -> Letterhead | None:
        """Read the letterhead that memos get, if one is set.

        Raises:
            LetterheadError: when it cannot be used; all faults at once.
        """
        return None if self.letterhead is None else read_letterhead(self.letterhead)

    def make_room(self) -> None:
        """Make the folder for what is kept there: the database, the secret, or both.

        Raises:
            SettingsError: when nothing can be written in it.
        """
        if self.database_url and self.secret_key:
            return
        try:
            self.instance.mkdir(mode=0o700, parents=True, exist_ok=True)
            # Only writing tells: rights may promise what a mount refuses.
            with TemporaryFile(dir=self.instance):
                pass
        except OSError as error:
            raise _no_room(self.instance) from error

    @property
    def protection(self) -> Protection:
        """Gather what `wizard.guarding.security` must know."""
        return Protection(
            secret=self.secret,
            tls=self.tls,
            trusted_proxies=self.trusted_proxies,
            trusted_hosts=tuple(filter(None, self.hosts.split(","))),
            request_bytes=self.request_bytes,
            session_life=self.retention,
        )


NO_HOSTS = (
    "RAADWIJZER_HOSTS: is nodig als RAADWIJZER_TLS true is, anders kan een bezoeker zelf "
    "een naam verzinnen die in links komt. Zet bijvoorbeeld raadwijzer.voorbeeld.nl."
)


def load_settings() -> Settings:
    """Read the environment, or raise one `SettingsError` that names each fault."""
    faults = _probable_typos()
    try:
        settings = Settings()
    except ValidationError as error:
        faults += tuple(_fault(one["loc"]) for one in error.errors())
    else:
        if settings.tls and not settings.hosts:
            faults = (*faults, NO_HOSTS)
        faults += tuple(_faults_on_paper(settings))
    if faults:
        raise SettingsError("\n".join(faults))
    return settings


def _faults_on_paper(settings: Settings) -> Iterator[str]:
    """Tell what is wrong with the letterhead, which is a file beside the settings."""
    try:
        _ = settings.whose_paper
    except LetterheadError as error:
        for fault in str(error).splitlines():
            yield f"{_variable('letterhead')}: {fault}"


def _variable(field: str) -> str:
    """Name the environment variable of a field."""
    return "DATABASE_URL" if field.upper() == "DATABASE_URL" else PREFIX + field.upper()


def _fault(location: tuple[int | str, ...]) -> str:
    """Say in Dutch which variable is wrong and what it should be."""
    field = str(location[0]).lower()
    return f"{_variable(field)}: {EXPECTED.get(field, 'is geen geldige waarde')}."


EXPECTED = {
    "secret_key": f"moet minstens {SHORTEST_SECRET} tekens hebben",
    "database_url": "moet beginnen met sqlite:/// of postgresql://",
    "retention_days": "moet een geheel getal van 1 tot en met 365 zijn",
    "municipality": "moet een gemeentecode zijn, zoals gm0851",
    "letterhead": "moet het pad van een bestand zijn",
    "trusted_proxies": "moet een geheel getal van 0 tot en met 5 zijn",
    "hosts": "moet een lijst van hostnamen zijn, met komma’s ertussen",
    "tls": "moet true of false zijn",
    "dossiers_per_hour": "moet een geheel getal zijn; 0 zet de grens uit",
    "pdfs_per_hour": "moet een geheel getal zijn; 0 zet de grens uit",
    "request_bytes": "moet een geheel getal van 10000 tot en met 10000000 zijn",
    "workers": "moet een geheel getal van 1 tot en met 64 zijn",
    "threads": "moet een geheel getal van 1 tot en met 64 zijn",
    "pdf_seconds": "moet een geheel getal van 5 tot en met 300 zijn",
    "pdf_queue": "moet een geheel getal van 1 tot en met 100 zijn",
    "pdf_ahead": "moet een geheel getal van 0 tot en met 100 zijn",
    "metrics": "moet true of false zijn",
    "security_contact": "moet beginnen met https:// of mailto:",
    "log_level": "moet DEBUG, INFO, WARNING of ERROR zijn",
}


def _probable_typos() -> tuple[str, ...]:
    """Notice a variable that looks like a setting but is none."""
    known = [_variable(field) for field in Settings.model_fields]
    faults = []
    for name in sorted(os.environ):
        if not name.startswith(PREFIX) or name in known:
            continue
        guess = difflib.get_close_matches(name, known, n=1, cutoff=0.85)
        if guess:
            faults.append(f"{name} bestaat niet. Bedoelde u {guess[0]}?")
    return tuple(faults)


def _no_room(instance: Path) -> SettingsError:
    return SettingsError(
        f"In de map {instance} kan Raadwijzer niets bewaren of lezen. Geef de dienst "
        "schrijfrechten op die map, of kies met RAADWIJZER_INSTANCE een andere map."
    )


def _kept_secret(instance: Path) -> str:
    """Read the secret from the instance folder; the first process makes it.

    It is written beside its place and linked into it: of two processes that
    start together one wins, and the other reads what that one wrote.
    """
    place = instance / "secret.key"
    try:
        instance.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not place.exists():
            draft = instance / f"secret.{secrets.token_hex(8)}"
            descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="ascii") as file:
                file.write(secrets.token_hex(32))
                file.flush()
                os.fsync(descriptor)
            with suppress(FileExistsError):
                os.link(draft, place)
            draft.unlink()
        secret = place.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise _no_room(instance) from error
    if len(secret) < SHORTEST_SECRET:
        message = (
            f"Het bestand {place} is beschadigd: de sleutel is te kort. Zet het terug "
            "uit de back-up, of verwijder het; dan komt er een nieuwe sleutel."
        )
        raise SettingsError(message)
    return secret
