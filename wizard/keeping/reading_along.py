"""What who reads along gets of a dossier: one list, told on the page and kept to here.

The page that hands out a read link tells the words of this list, and a dossier that is
opened by such a link holds no other texts. What is written for a paper is in no part of
it, so no page, paper or attachment can show it to a reader.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from wizard.keeping.dossier import CAUSE, DOUBT, UNTOLD
from wizard.keeping.remarks import DAY, ITEM, NUMBER, PLACE, REMARK, SUBJECT


@dataclass(frozen=True)
class SharedPart:
    """One thing that a reader sees, in words for its maker, with the texts it shows.

    `texts` names them whole, or by how they begin where it ends in `_`.
    """

    told: str
    texts: tuple[str, ...] = ()

    def holds(self, name: str) -> bool:
        """Tell whether a text of a dossier belongs to this part."""
        return any(
            name.startswith(one) if one.endswith("_") else name == one
            for one in self.texts
        )


SHARED = (
    SharedPart("uw antwoorden, en de opmerkingen daarbij", (REMARK,)),
    SharedPart("waar u twijfelt", (DOUBT,)),
    SharedPart("het onderwerp, de plek en de gemeente", (SUBJECT, PLACE)),
    SharedPart("de vergadering, het agendapunt en het nummer", (DAY, ITEM, NUMBER)),
    SharedPart("de aanleiding, als die op papier komt", (CAUSE, UNTOLD)),
    SharedPart("de uitkomst, de bedragen en de privacy"),
    SharedPart("het memo en het volledige dossier, met de lijst die in de PDF zit"),
    SharedPart("tot wanneer het dossier bewaard blijft"),
)
NOT_SHARED = (
    "de stukken die u opstelt",
    "wat u eerder antwoordde of schreef",
)


def is_shared(name: str) -> bool:
    """Tell whether a reader sees a text of a dossier."""
    return any(part.holds(name) for part in SHARED)


def readable(texts: Mapping[str, str]) -> dict[str, str]:
    """Give the texts that a reader sees; a cause that no paper names is none of them."""
    shown = {name: text for name, text in texts.items() if is_shared(name)}
    if UNTOLD in shown:
        del shown[UNTOLD]
        shown.pop(CAUSE, None)
    return shown
