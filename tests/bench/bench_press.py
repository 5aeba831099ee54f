"""How fast, light and sound is the memo as PDF, beside others that print the same?

First a long memo, by all who can; then the memo of one page, beside Typst and beside the
whole dossier of the same answers.

Every contender has a process of its own and they take turns, each time with other
content, so that noise and caches favour nobody. Run by `make bench`, or by hand:
`python -m tests.bench.bench_press`.
"""

# ruff: noqa: PLC0415 — each contender, in its own process, loads only itself

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import page

from reports.composing.memo import Cover, compose
from reports.composing.receipt import Edition
from reports.document import Document
from rules.judging.advice import advise
from rules.loading import CONTENT, load
from rules.reading_casefile import read_dossier
from tests.conftest import CHROMIUM
from tests.reports.sample import memo
from wizard.clock import today

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "12"))
TARGET = 0.66
TYPST, WHOLE = 4, 0.5  # what one page may take beside Typst, and beside the whole
CASE = CONTENT.parent / "tests/casussen/cameratoezicht/a1_steenbergen_2017/dossier.yaml"
VARIABLE = "fontpkg_source_sans_3"


@dataclass
class Contender:
    """One way to print, what it needs, and what was measured."""

    name: str
    render: Callable[[Document], bytes]
    lacks: str = ""
    document: Document = field(default_factory=memo)
    seconds: list[float] = field(default_factory=list)
    pdf: bytes = b""
    pss: int = 0


def tuned(document: Document) -> bytes:
    """The press as it is."""
    from reports.formats import press

    return press.render(document)


def base(document: Document) -> bytes:
    """The same memo without the levers: a variable face, loose tables, nothing kept."""
    from weasyprint import HTML, Attachment
    from weasyprint.text.fonts import FontConfiguration

    from reports.formats import html
    from reports.formats.pdf_tags import mend

    style = html.stylesheet().replace("table-layout: fixed", "table-layout: auto")
    style = variable_face() + style.replace("Fira Sans", "Bench")
    text = html.paper(document, contents=False)
    text = text.replace("</head>", f"<style>{style}</style></head>")
    files = [
        Attachment(string=file.data, name=file.name, relationship="Data")
        for file in document.attachments
    ]
    return HTML(string=text).write_pdf(
        font_config=FontConfiguration(),
        pdf_variant="pdf/a-3a",
        finisher=mend,
        attachments=files,
    )


@cache
def variable_face() -> str:
    """Find a variable face; without it, base has the static one and is too fast."""
    package = find_spec(VARIABLE)
    if package is None or package.origin is None:
        return ""
    files = sorted((Path(package.origin).parent / "files").glob("*.ttf"))
    upright = next(path for path in files if "Italic" not in path.name)
    return (
        f'@font-face {{ font-family: "Bench"; font-weight: 200 900;'
        f' src: url("{upright.as_uri()}") }}'
    )


def with_typst(document: Document) -> bytes:
    """Typst: the same content, its own tags, both standards asked for."""
    import typst

    from reports.formats import typefaces
    from tests.bench.typst_paper import typst_source

    return typst.compile(
        typst_source(document).encode(),
        font_paths=[typefaces.files()[0].parent],
        ignore_system_fonts=True,
        pdf_standards=["ua-1", "a-3a"],
    )


@cache
def browser() -> Any:
    """Start a browser that stays, as a server would."""
    from playwright.sync_api import sync_playwright

    return (
        sync_playwright()
        .start()
        .chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
    )


def with_chromium(document: Document) -> bytes:
    """Chromium, warm: the page that stands alone, printed with tags and outline."""
    from reports.formats import html

    sheet = browser().new_page()
    try:
        sheet.set_content(html.render(document))
        return sheet.pdf(
            prefer_css_page_size=True, tagged=True, outline=True, print_background=True
        )
    finally:
        sheet.close()


def with_libreoffice(document: Document) -> bytes:
    """LibreOffice, cold: the DOCX, to PDF/UA and PDF/A-3."""
    from reports.formats import docx

    wish = '{"PDFUACompliance":{"type":"boolean","value":"true"},'
    wish += '"SelectPdfVersion":{"type":"long","value":"3"}}'
    with TemporaryDirectory() as folder:
        source = Path(folder) / "memo.docx"
        source.write_bytes(docx.render(document))
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}",
                "--headless",
                "--convert-to",
                f"pdf:writer_pdf_Export:{wish}",
                "--outdir",
                folder,
                source,
            ],
            check=True,
            capture_output=True,
        )
        return source.with_suffix(".pdf").read_bytes()


def timed(
    render: Callable[[Document], bytes], document: Document
) -> tuple[float, bytes]:
    """Print once, in the contender’s own process."""
    start = perf_counter()
    pdf = render(document)
    return perf_counter() - start, pdf


def memory(process: int) -> int:
    """Count the bytes of a process and all it started, shared ones by share (PSS)."""
    try:
        rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
        children = Path(f"/proc/{process}/task/{process}/children").read_text()
    except OSError:
        return 0
    own = sum(
        int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")
    )
    return own * 1024 + sum(map(memory, map(int, children.split())))


def own_memory() -> int:
    """Measure from inside; of children that are gone, the largest at its peak."""
    gone = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    return max(memory(os.getpid()), gone)


def contenders() -> list[Contender]:
    """List who takes part, and why another does not."""
    chromium = "" if CHROMIUM else "no chromium"
    soffice = "" if shutil.which("soffice") else "no LibreOffice"
    return [
        Contender("our press", tuned),
        Contender("our press, base", base),
        Contender("typst", with_typst, "" if find_spec("typst") else "no typst"),
        Contender("chromium, warm", with_chromium, chromium),
        Contender("libreoffice, cold", with_libreoffice, soffice),
    ]


def one_page() -> list[Contender]:
    """List who prints the memo of one page, and who the whole dossier behind it."""
    library = load()
    (case,) = read_dossier(CASE.read_text("utf-8"), library, today=today())
    advice = advise(library.chart(case.decision), case)
    brief, whole = (
        compose([advice], library, Cover("proef", None, "0"), edition)
        for edition in (Edition.BRIEF, Edition.WHOLE)
    )
    return [
        Contender("one page", tuned, document=brief),
        Contender("one page, typst", with_typst, document=brief),
        Contender("whole dossier", tuned, document=whole),
    ]


def race(racers: list[Contender]) -> None:
    """Let them take turns."""
    context = get_context("spawn")
    pools = [ProcessPoolExecutor(1, mp_context=context) for _ in racers]
    for number in range(ROUNDS + 1):
        for racer, pool in zip(racers, pools, strict=True):
            paper = racer.document
            fresh = replace(paper, title=f"{paper.title}, ronde {number}")
            seconds, racer.pdf = pool.submit(timed, racer.render, fresh).result()
            if number:  # the first is to get warm
                racer.seconds.append(seconds)
            racer.pss = max(racer.pss, pool.submit(own_memory).result())
    for pool in pools:
        pool.shutdown()


def judged(pdf: bytes, profile: str) -> str:
    """Ask the independent judge."""
    report = page.validate_pdf_bytes(pdf, profile=profile)
    return "pass" if report.is_compliant else f"fail {report.rules.failed}"


def table(racers: list[Contender]) -> list[str]:
    """Lay the contenders side by side."""
    lines = [
        f"Memo to PDF, {ROUNDS} rounds taking turns, other content each time",
        f"{'':18}{'median':>9}{'worst':>9}{'memory':>9}{'size':>9}  {'UA-1':9}A-3a",
    ]
    for racer in racers:
        if racer.lacks:
            lines.append(f"{racer.name:18}  left out: {racer.lacks}")
            continue
        lines.append(
            f"{racer.name:18}{median(racer.seconds) * 1000:6.0f} ms"
            f"{max(racer.seconds) * 1000:6.0f} ms{racer.pss / 2**20:6.0f} MB"
            f"{len(racer.pdf) / 1000:6.0f} kB  "
            f"{judged(racer.pdf, 'ua1'):9}{judged(racer.pdf, '3a')}"
        )
    return lines


def against(one: Contender, other: Contender) -> float:
    """Give how many times the other one takes."""
    return median(one.seconds) / median(other.seconds)


def report(racers: list[Contender], short: list[Contender]) -> str:
    """Make the tables."""
    face = "" if variable_face() else f" (base too fast: no {VARIABLE})"
    ours, typst, whole = short
    return "\n".join(
        (
            *table(racers),
            f"ours against base: {against(*racers[:2]):.2f}, to be at most {TARGET}{face}",
            *table(short),
            f"one page against typst: {against(ours, typst):.2f}, to be at most {TYPST}",
            f"one page against the whole: {against(ours, whole):.2f}, at most {WHOLE}",
        )
    )


def main() -> str:
    """Race and report."""
    racers, short = contenders(), one_page()
    race([racer for racer in racers if not racer.lacks])
    race(short)
    return report(racers, short)


if __name__ == "__main__":
    sys.stdout.write(main() + "\n")
