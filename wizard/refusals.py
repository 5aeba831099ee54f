"""What we tell a visitor when something cannot be done, by kind of trouble."""

from dataclasses import dataclass, replace

from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from wizard.guarding.fields import FieldTooLongError, FieldUnreadableError
from wizard.guarding.security import ForeignFormError, UnreadableInputError
from wizard.keeping.dossier import (
    DossierNotFoundError,
    ReadOnlyError,
    StorageUnavailableError,
)


@dataclass(frozen=True)
class Refusal:
    """A status, what is the matter, and what the visitor can do about it."""

    status: int
    title: str
    message: str
    next_step: str
    may_send_again: bool = False


UNAVAILABLE = Refusal(
    503,
    "Uw dossier is nu niet bereikbaar",
    "De opslag werkt even niet. Uw laatste stap is niet bewaard. "
    "Wat eerder is bewaard, staat er nog.",
    "Probeer het over een paar minuten opnieuw.",
    may_send_again=True,
)
NOT_FOUND = Refusal(
    404,
    "Deze pagina bestaat niet",
    "Misschien klopt de link niet. Het kan ook zijn dat het dossier is gewist "
    "of verlopen.",
    "Controleer de link, of begin opnieuw op de startpagina.",
)
READ_ONLY = Refusal(
    403,
    "U kunt dit dossier alleen lezen",
    "Met een leeslink kunt u niets veranderen.",
    "Vraag de maker van het dossier om de wijziging.",
)
EXPIRED_FORM = Refusal(
    400,
    "Het formulier is verlopen",
    "Wij konden niet nagaan of dit formulier van u komt. "
    "Er is niets bewaard. Uw cookies zijn misschien gewist of staan uit.",
    "Controleer uw invoer en verstuur die opnieuw.",
    may_send_again=True,
)
NO_COOKIES = Refusal(
    400,
    "Uw browser bewaart geen cookies",
    "Raadwijzer heeft één cookie nodig om uw antwoorden aan uw dossier te koppelen. "
    "Er is niets bewaard.",
    "Sta cookies van deze site toe, of kies een andere browser. "
    "Verstuur uw invoer daarna opnieuw.",
    may_send_again=True,
)
FOREIGN_FORM = Refusal(
    403,
    "Dit formulier komt van een andere website",
    "Om uw dossier te beschermen is er niets bewaard.",
    "Open uw dossier met uw eigen link en vul het antwoord daar in.",
)
UNREADABLE = Refusal(
    400,
    "Deze invoer is niet te lezen",
    "De invoer bevat tekens die geen tekst zijn. Er is niets bewaard.",
    "Ga terug en typ de tekst opnieuw, zonder te plakken.",
)
TOO_LARGE = Refusal(
    413,
    "Dit is te groot",
    "U stuurde meer dan wij kunnen aannemen. Er is niets bewaard.",
    "Ga terug en maak de tekst korter, of kies een kleiner bestand.",
)
TOO_MANY = Refusal(
    429,
    "Even wachten",
    "Vanaf uw netwerk komen nu veel aanvragen tegelijk. Er is niets verloren.",
    "Probeer het over een paar minuten opnieuw.",
    may_send_again=True,
)
UNEXPECTED = Refusal(
    500,
    "Er ging iets mis bij ons",
    "Dit hoort niet. Wat eerder is bewaard, staat er nog.",
    "Probeer het opnieuw. Lukt het niet? Noem dan het foutnummer.",
)
BY_STATUS = {
    400: Refusal(
        400,
        "Deze vraag aan ons klopt niet",
        "Wij begrijpen niet wat er werd gevraagd. Er is niets bewaard.",
        "Ga terug en probeer het opnieuw.",
    ),
    403: READ_ONLY,
    404: NOT_FOUND,
    405: Refusal(
        405,
        "Dat kan hier niet",
        "Deze pagina kunt u niet op deze manier gebruiken. Er is niets bewaard.",
        "Ga terug en gebruik de knoppen op de pagina.",
    ),
    413: TOO_LARGE,
    414: TOO_LARGE,
    415: Refusal(
        415,
        "Deze vorm van invoer kennen wij niet",
        "U kunt hier alleen een formulier versturen. Er is niets bewaard.",
        "Ga terug en gebruik het formulier op de pagina.",
    ),
    429: TOO_MANY,
    503: UNAVAILABLE,
}


BY_KIND: tuple[tuple[type[BaseException], Refusal], ...] = (
    (StorageUnavailableError, UNAVAILABLE),
    (DossierNotFoundError, NOT_FOUND),
    (ReadOnlyError, READ_ONLY),
    (CSRFError, EXPIRED_FORM),
    (ForeignFormError, FOREIGN_FORM),
    (UnreadableInputError, UNREADABLE),
    (FieldUnreadableError, UNREADABLE),
)


def refusal_of(error: BaseException) -> Refusal:
    """Choose the words for an error; anything unknown is our own fault."""
    if isinstance(error, FieldTooLongError):
        told = f"In één veld passen {_said(error.bound.characters)} tekens. "
        sent = f"U stuurde er {_said(error.length)}. Er is niets bewaard."
        return replace(TOO_LARGE, message=told + sent)
    for kind, refusal in BY_KIND:
        if isinstance(error, kind):
            return refusal
    if isinstance(error, HTTPException) and error.code:
        return BY_STATUS.get(error.code, UNEXPECTED)
    return UNEXPECTED


def _said(number: int) -> str:
    return f"{number:,}".replace(",", ".")
