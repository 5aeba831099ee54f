"""The type of our papers: static faces of Fira Sans, from a pinned package.

Static, because a variable face costs a fifth of a second a memo, and is stamped with
the hour in which it was used.
"""

from functools import cache
from pathlib import Path

from fontpkg_fira_sans import ROOT

FAMILY = "Fira Sans"
WEIGHTS = {400: "FiraSans-Regular.ttf", 600: "FiraSans-SemiBold.ttf"}


@cache
def files() -> tuple[Path, ...]:
    """List the faces that we use."""
    return tuple(ROOT / "files" / name for name in WEIGHTS.values())


@cache
def stylesheet() -> str:
    """Tell CSS where the faces are."""
    return "\n".join(
        f'@font-face {{ font-family: "{FAMILY}"; font-weight: {weight};'
        f' src: url("{path.as_uri()}") }}'
        for weight, path in zip(WEIGHTS, files(), strict=True)
    )
