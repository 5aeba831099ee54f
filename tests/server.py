"""The real server in a process of its own, and a small visitor to ask it things."""

import contextlib
import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

from wizard.settings import PREFIX

PATIENCE = 60
TAG = re.compile(rb"<(?:input|button)[^>]*>")
ATTRIBUTE = re.compile(rb'([a-z-]+)="([^"]*)"')
PROGRAM = Path(sys.executable).parent / "raadwijzer"


def offered(page: bytes) -> dict[str, list[str]]:
    """Read the rows of a screen: the choices of each, or that it is not known."""
    found: dict[str, list[str]] = {}
    for tag in TAG.findall(page):
        held = {name.decode(): value.decode() for name, value in ATTRIBUTE.findall(tag)}
        row, _, kind = held.get("name", "").partition("-")
        if kind == "antwoord" and held.get("type") in ("radio", "submit"):
            found.setdefault(f"{row}-antwoord", []).append(held["value"])
        elif kind == "onbekend":
            found[f"{row}-onbekend"] = ["ja"]
    return found


class Server:
    """The server with all its processes: started, stopped, or killed at once."""

    def __init__(self, database_url: str, folder: Path, **settings: str):
        with socket.socket() as one:
            one.bind(("127.0.0.1", 0))
            self.port = one.getsockname()[1]
        own = {name: value for name, value in os.environ.items() if PREFIX not in name}
        self.environment = own | {
            "DATABASE_URL": database_url,
            "RAADWIJZER_INSTANCE": str(folder / "instance"),
            **{PREFIX + name.upper(): value for name, value in settings.items()},
        }
        self.command = [str(PROGRAM), "serve"]
        self.log = folder / "server.log"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self, prepare: Callable[[], None] | None = None) -> None:
        """Start, and wait until it is ready; `prepare` runs in the new process."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*self.command, "--port", str(self.port)],
                env=self.environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=prepare,  # noqa: PLW1509 — sets a limit, no more
            )
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.process.poll() is None:
            with contextlib.suppress(OSError, http.client.HTTPException):
                if Visitor(self.port).ask("GET", "/")[0] == 200:
                    return
            time.sleep(0.02)
        raise RuntimeError(self.log.read_text()[-2_000:])

    def stop(self) -> int:
        """Ask it to stop, as systemd would, and give its exit code."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE)

    def kill(self) -> None:
        """Kill it with everything it started."""
        if self.process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def family(self) -> dict[int, int]:
        """Every process that belongs to it, with its parent: printers too."""
        assert self.process is not None
        found = {}
        for place in Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError):
                state, parent, _, house = (
                    place.read_text().rpartition(")")[2].split()[:4]
                )
                if int(house) == self.process.pid and state != "Z":
                    found[int(place.parent.name)] = int(parent)
        return found

    @property
    def processor(self) -> float:
        """Seconds of processor time of all of them, with what they started and ended."""
        ticks = 0
        for member in self.family():
            with contextlib.suppress(OSError):
                after_name = Path(f"/proc/{member}/stat").read_text().rpartition(")")[2]
                ticks += sum(map(int, after_name.split()[11:15]))
        return ticks / os.sysconf("SC_CLK_TCK")

    @property
    def memory(self) -> int:
        """Megabytes of all of them, with what they share counted once."""
        return sum(one.pss for one in self.used())

    @property
    def resident(self) -> int:
        """Megabytes of all of them as `ps` counts them: what they share in each again."""
        return sum(one.rss for one in self.used())

    def used(self) -> list["Used"]:
        """The memory of each process that is still there."""
        found = []
        for member in self.family():
            with contextlib.suppress(OSError):
                found.append(used_by(member))
        return found


class Used(NamedTuple):
    """Megabytes of one process: with its share of what is shared, and with all of it."""

    pss: int
    rss: int


def used_by(process: int) -> Used:
    """Read how much memory a process has now."""
    rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
    told = dict(re.findall(r"^(Pss|Rss):\s+(\d+)", rollup, re.MULTILINE))
    return Used(int(told["Pss"]) // 1024, int(told["Rss"]) // 1024)


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    data: bytes

    @property
    def text(self) -> str:
        return self.data.decode()


class Visitor:
    """A browser of a few lines: one cookie, one token, one dossier."""

    def __init__(self, port: int):
        self.port, self.cookie, self.token, self.code = port, "", "", ""

    @property
    def proof(self) -> dict[str, str]:
        """What every form carries: that it is ours, and for which dossier."""
        return {"csrf_token": self.token, "hoort_bij": self.code}

    def ask(self, method: str, path: str, **fields: str) -> tuple[int, str]:
        answer = self.fetch(method, path, **fields)
        return answer.status, answer.text

    def fetch(self, method: str, path: str, **fields: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        body = urlencode(self.proof | fields) if fields else None
        headers = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        try:
            connection.request(
                method, path, body=body, headers=headers | {"Cookie": self.cookie}
            )
            response = connection.getresponse()
            answer = Answer(
                response.status,
                {name.lower(): value for name, value in response.getheaders()},
                response.read(),
            )
        finally:
            connection.close()
        if "set-cookie" in answer.headers:
            self.cookie = answer.headers["set-cookie"].partition(";")[0]
        found = re.search(rb'name="csrf_token" value="([^"]+)"', answer.data)
        self.token = found[1].decode() if found else self.token
        found = re.search(rb'name="hoort_bij" value="([^"]*)"', answer.data)
        self.code = found[1].decode() if found else self.code
        return answer

    def begin(self, decision: str = "cameratoezicht") -> str:
        """Pass the gate; give the address of the first question."""
        self.ask("GET", f"/{decision}/poort")
        answer = self.fetch("POST", f"/{decision}/poort", antwoord="ja")
        assert answer.status == 303, answer.text
        return answer.headers["location"]

    def answer(
        self,
        where: str,
        choose: Callable[[list[str]], str] = lambda choices: choices[0],
        version: str | None = None,
    ) -> Answer:
        """Fill in a whole screen as its page has it, and confirm what it asks."""
        page = self.fetch("GET", where)
        seen = re.search(r'name="versie" value="(\d+)"', page.text)
        assert seen, page.text
        sent = {name: choose(choices) for name, choices in offered(page.data).items()}
        sent["versie"] = version or seen[1]
        answer = self.fetch("POST", where, **sent)
        if 'name="bevestigd"' in answer.text:
            answer = self.fetch("POST", where, **sent, bevestigd="ja")
        return answer

    def follow(self, link: str) -> None:
        """Open a link to a dossier as a person does: look, and press the button."""
        self.ask("GET", link)
        answer = self.fetch("POST", link, **self.proof)
        assert answer.status == 303, answer.text
