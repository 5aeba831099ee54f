"""Many visitors at once, each walking whole dossiers, in a process of their own.

Raw sockets under asyncio, so that the visitors take little from the server they measure.
python -m tests.stress.visitors PORT VISITORS SECONDS [THINK] prints one line of JSON.
"""

import asyncio
import json
import random
import re
import sys
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from tests.server import offered

DECISIONS = ("cameratoezicht", "buurtbemiddeling", "woonoverlastverordening")
TOKEN = re.compile(rb'name="csrf_token" value="([^"]+)"')
CODE = re.compile(rb'name="hoort_bij" value="([^"]*)"')
VERSION = re.compile(rb'name="versie" value="([^"]+)"')
QUESTION = re.compile(rb'href="(/[a-z]+/vraag/[a-z0-9-]+)"')
CONFIRM, CONFIRMED = b'name="bevestigd" value="ja"', "bevestigd"
PATIENCE = 60


class WrongError(Exception):
    """Something came back that a visitor would not understand."""


@dataclass
class Measured:
    """What all visitors met."""

    milliseconds: dict[str, list[float]] = field(
        default_factory=lambda: defaultdict(list)
    )
    errors: Counter[str] = field(default_factory=Counter)
    dossiers: int = 0

    def told(self, seconds: float) -> dict[str, Any]:
        """Sum up, in one flat table."""
        every = sorted(one for kind in self.milliseconds.values() for one in kind)
        return {
            "pages": len(every),
            "dossiers": self.dossiers,
            "errors": dict(self.errors),
            "per_second": round(len(every) / seconds, 1),
            **percentiles(every),
            "kinds": {
                name: percentiles(sorted(found)) | {"pages": len(found)}
                for name, found in sorted(self.milliseconds.items())
            },
        }


def percentiles(found: list[float]) -> dict[str, float]:
    """Give p50, p95, p99 and the longest, in milliseconds."""
    places = {"p50": 0.5, "p95": 0.95, "p99": 0.99, "max": 1.0}
    last = len(found) - 1
    return {
        name: round(found[int(last * at)], 1) for name, at in places.items() if found
    }


class Walker:
    """One visitor: a connection, a cookie and a token."""

    def __init__(
        self, port: int, measured: Measured, chance: random.Random, think: float
    ):
        self.port, self.measured, self.chance = port, measured, chance
        self.think = think
        self.reader: asyncio.StreamReader | None = None
        self.writer: asyncio.StreamWriter | None = None

    async def walk(self, until: float) -> None:
        """Walk dossier after dossier until the time is up."""
        await asyncio.sleep(self.chance.random() * max(self.think, 1.0))
        while time.monotonic() < until:
            try:
                await self.dossier(until)
            except (
                OSError,
                WrongError,
                asyncio.IncompleteReadError,
                TimeoutError,
            ) as error:
                self.measured.errors[f"{type(error).__name__} {error}"[:200]] += 1
                self.close()
        self.close()

    async def dossier(self, until: float) -> None:
        """Walk from the gate to the result, and take the memo now and then."""
        self.cookie = self.token = self.code = b""
        name = self.chance.choice(DECISIONS)
        await self.get("poort", f"/{name}/poort")
        where = await self.post("poort beantwoord", f"/{name}/poort", antwoord="ja")
        while time.monotonic() < until and not where.endswith("/kort"):
            where = await self.question(where)
        if where.endswith("/kort"):
            await self.get("uitkomst", where)
            self.measured.dossiers += 1

    async def question(self, where: str) -> str:
        """Look at a page and answer what it asks; give the address that follows."""
        if where.endswith("/beeld") or "/hoofdstuk/" in where:
            page = await self.get("eerste beeld", where)
            return self.chance.choice(QUESTION.findall(page)).decode()
        page = await self.get("vraag", where)
        rows = offered(page).items()
        fields = {name: self.chance.choice(choices) for name, choices in rows}
        fields["versie"] = VERSION.findall(page)[0].decode()
        return await self.post("antwoord bewaard", where, **fields)

    async def get(self, kind: str, path: str) -> bytes:
        """Fetch a page and read its token."""
        status, _, body = await self.ask(kind, f"GET {path}", b"")
        if status != 200:
            raise WrongError(f"{kind}: {status}")
        found = TOKEN.search(body)
        self.token = found[1] if found else self.token
        found = CODE.search(body)
        self.code = found[1] if found else self.code
        return body

    async def post(self, kind: str, path: str, **fields: str) -> str:
        """Send a form, and give where it leads."""
        proof = {"csrf_token": self.token.decode(), "hoort_bij": self.code.decode()}
        body = urlencode(fields | proof).encode()
        status, headers, page = await self.ask(kind, f"POST {path}", body)
        if CONFIRM in page and CONFIRMED not in fields:
            return await self.post("bevestigd", path, **fields, **{CONFIRMED: "ja"})
        if status != 303:
            raise WrongError(f"{kind}: {status}")
        return headers["location"]

    async def ask(
        self, kind: str, line: str, body: bytes
    ) -> tuple[int, dict[str, str], bytes]:
        """Send one request over the open connection, and time its answer."""
        if self.think:
            await asyncio.sleep(self.chance.expovariate(1 / self.think))
        head = f"{line} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {len(body)}\r\n"
        if body:
            head += "Content-Type: application/x-www-form-urlencoded\r\n"
        raw = head.encode() + b"Cookie: " + self.cookie + b"\r\n\r\n" + body
        began = time.perf_counter()
        async with asyncio.timeout(PATIENCE):
            status, headers, answer = await self.sent(raw)
        self.measured.milliseconds[kind].append((time.perf_counter() - began) * 1_000)
        if "set-cookie" in headers:
            self.cookie = headers["set-cookie"].partition(";")[0].encode()
        return status, headers, answer

    async def sent(self, raw: bytes) -> tuple[int, dict[str, str], bytes]:
        """Send; once more over a fresh connection if the server had closed this one."""
        if self.writer is not None:
            try:
                self.writer.write(raw)
                return await self.read()
            except (asyncio.IncompleteReadError, ConnectionError) as error:
                self.close()
                if getattr(error, "partial", b""):
                    raise
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        self.writer.write(raw)
        return await self.read()

    async def read(self) -> tuple[int, dict[str, str], bytes]:
        """Read one whole answer."""
        assert self.reader is not None
        head = (
            (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        )
        headers = {}
        for line in head[1:-2]:
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        body = await self.reader.readexactly(int(headers["content-length"]))
        if headers.get("connection", "").lower() == "close":
            self.close()
        return int(head[0].split()[1]), headers, body

    def close(self) -> None:
        """Leave."""
        if self.writer is not None:
            self.writer.close()
        self.reader = self.writer = None


async def visit(
    port: int, visitors: int, seconds: float, think: float
) -> dict[str, Any]:
    """Let them all walk, and give what they met."""
    measured, began = Measured(), time.monotonic()
    walkers = [
        Walker(port, measured, random.Random(number), think)
        for number in range(visitors)
    ]
    await asyncio.gather(*(one.walk(began + seconds) for one in walkers))
    told = measured.told(time.monotonic() - began)
    return told | {"client_seconds": round(time.process_time(), 1)}


if __name__ == "__main__":
    port, visitors = map(int, sys.argv[1:3])
    seconds, think = float(sys.argv[3]), float((*sys.argv, "0")[4])
    print(json.dumps(asyncio.run(visit(port, visitors, seconds, think))))
