"""Stylesheets, fonts and pictures: read once, compressed once, kept by the browser."""

import gzip
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from flask import Flask, Response, abort, request

from wizard.compression import is_wanted

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".woff2": "font/woff2",
}
# The sheets that every page needs go out as one: on a slow line each costs a round trip.
SHEET = "css/raadwijzer.css"
SHEETS = ("css/nlds.css", "css/tokens.css", "css/screen.css")
# A comment is for makers, except one that names a licence (`/*!`); so is an indent.
COMMENT = re.compile(rb"/\*(?!!).*?\*/", re.DOTALL)
LINE = re.compile(rb"^ *//.*\n", re.MULTILINE)
SPACE = re.compile(rb"\s+")
FOREVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True)
class Asset:
    """One file as it goes out, plain and compressed, with a name for its content."""

    plain: bytes
    packed: bytes
    kind: str
    print: str


def serve_assets(app: Flask, folder: Path) -> None:
    """Serve what lies in the folder, each under an address that names its content."""
    files = {
        path.relative_to(folder).as_posix(): _asset(path.read_bytes(), path.suffix)
        for path in sorted(folder.rglob("*"))
        if path.suffix in TYPES
    }
    files[SHEET] = _asset(b"\n".join(files[name].plain for name in SHEETS), ".css")

    @app.template_global()
    def asset(name: str) -> str:
        return f"{request.script_root}/static/{name}?v={files[name].print}"

    @app.get("/static/<path:name>", endpoint="static")
    def static(name: str) -> Response:
        if name not in files:
            abort(404)
        found = files[name]
        packs = is_wanted() and len(found.packed) < len(found.plain)
        response = Response(found.packed if packs else found.plain)
        response.headers["Content-Type"] = found.kind
        # Of two versions behind one proxy, the other's sheet is never kept as ours.
        ours = request.args.get("v", found.print) == found.print
        response.headers["Cache-Control"] = FOREVER if ours else "no-store"
        response.headers["Vary"] = "Accept-Encoding"
        if packs:
            response.headers["Content-Encoding"] = "gzip"
        return response


def _asset(content: bytes, suffix: str) -> Asset:
    plain = content
    if suffix == ".css":
        plain = SPACE.sub(b" ", COMMENT.sub(b"", content))
    elif suffix == ".js":
        plain = LINE.sub(b"", content)
    return Asset(
        plain=plain,
        packed=gzip.compress(plain, compresslevel=9, mtime=0),
        kind=TYPES[suffix],
        print=hashlib.sha256(plain).hexdigest()[:12],
    )
