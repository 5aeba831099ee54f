"""Hostile requests for every route and form, and what must hold of each answer.

A request is raw bytes, so that one hostile list serves both the application in this
process and a server behind a socket. The same seed gives the same requests.
"""

import io
import json
import random
import re
import socket
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, quote_from_bytes, unquote_to_bytes, urlsplit

from flask import Flask

from rules.content.decision import Decision
from rules.library import Library
from tests.server import offered
from wizard.counter import slug_of
from wizard.showing.draft_as_sent import SORTS

MARK = "zx9q"
SUM = "7*7191"  # a template that is run would print 50337
SUMMED = b"50337"
HTML = (
    f"<{MARK}>",
    f'"><{MARK} a="',
    f"'><{MARK} a='",
    f'" {MARK}="1',
    f"</textarea><{MARK}>",
    f"</title></script><{MARK}>",
    f"<svg/onload=1><{MARK}/>",
    f"--><{MARK}><!--",
    f"&lt;{MARK}&gt;<{MARK}>",
    f"javascript:alert('{MARK}')",
)
TEMPLATES = (
    f"{{{{{SUM}}}}}",
    f"${{{SUM}}}",
    f"#{{{SUM}}}",
    f"<%= {SUM} %>",
    f"{{% if 1 %}}{{{{{SUM}}}}}{{% endif %}}",
    "{{config}}{{self.__init__.__globals__}}",
    "{{''.__class__.__mro__[1].__subclasses__()}}",
    "%(x)s %s %n {0} {x.__class__}",
)
SQL = (
    "' OR '1'='1",
    "'; DROP TABLE dossier; --",
    '" OR 1=1 --',
    "1 UNION SELECT edit_key_hash FROM dossier --",
    "1); DELETE FROM revision; --",
    "\\'; SELECT pg_sleep(9); --",
    "%' ESCAPE '",
)
PATHS = (
    "../../../../etc/passwd",
    "..%2f..%2f..%2fetc%2fpasswd",
    "%2e%2e/%2e%2e/etc/passwd",
    "....//....//etc/passwd",
    "..\\..\\windows\\win.ini",
    "/etc/passwd",
    "//evil.example/",
    "\\\\evil.example\\x",
    "file:///etc/passwd",
    "css/../../wizard/settings.py",
    "css/./screen.css/..",
    ".",
    "..",
    "~root",
    "CON",
    "a" * 255,
)
NUMBERS = (
    "9" * 400,
    "9" * 5_000,
    "-1",
    "-0",
    "1e309",
    "NaN",
    "Infinity",
    "0x10",
    "1_000",
    "٣",
    "²",
    "７",
    "Ⅷ",
    "1.000.000.000.000,99",
    "€ -5",
    "0,001",
    "1,2,3",
    str(2**63),
    str(-(2**63) - 1),
)
DATES = (
    "31-2-2026",
    "0-0-0",
    "1-1-1",
    "29-2-2100",
    "1-13-2026",
    "9999999-1-1",
    "2026-11-21T00:00:00Z",
    "1-1-99999",
    "31-12-9999",
    "-1-1-2026",
)
TEXTS = (
    "",
    " ",
    "\t\n",
    "\u202e\u200b\u200d\ufeff",
    "e" + "\u0301" * 1_000,
    "\U0001f3f4\U000e0067\U000e0062",
    "\uffff\U0010ffff",
    "\x00",
    "\x1b[31m",
    f"a\r\nX-Injected: {MARK}",
    f"a\r\n\r\n<{MARK}>",
    "x" * 90_000,
    "ja\x00nee",
    "JA",
    "ja" * 200,
    "[object Object]",
    "null",
    "undefined",
    "__proto__",
)
BYTES = (
    b"\xff\xfe",
    b"\xc0\xaf",
    b"\xed\xa0\x80",
    b"\x80" * 40,
    b"%",
    b"%zz",
    b"%u0041",
    b"\xf4\x90\x80\x80",
    b"a\x00b",
)
HOSTILE: tuple[str | bytes, ...] = (
    *(HTML + TEMPLATES + SQL + PATHS + NUMBERS + DATES + TEXTS),
    *BYTES,
)
PLAIN = ("ja", "nee", "onbekend", "7", "28 dagen", "1-7-2026", "5.000,50", "geweld")
METHODS = (
    "PUT",
    "DELETE",
    "PATCH",
    "OPTIONS",
    "TRACE",
    "HEAD",
    "CONNECT",
    "FOO",
    "get",
)
HEADERS = {
    "Accept": ("*/*", "text/html;q=x", "a" * 4_000, f"<{MARK}>"),
    "Accept-Encoding": ("gzip", "gzip;q=-1", "br;q=nan, gzip;q=1e999", "\xff"),
    "Accept-Language": ("nl", "a-b-c-d;q=", "*" * 500),
    "Host": ("evil.example", "127.0.0.1:99999", "a b", f"<{MARK}>", "", "[::1"),
    "If-Modified-Since": ("gisteren", "Thu, 99 Foo 0000 00:00:00 GMT", "0"),
    "If-None-Match": ("*", '"', 'W/"' + "x" * 3_000, f'"<{MARK}>"'),
    "Origin": ("null", "https://evil.example"),
    "Range": ("bytes=0-", "bytes=-1", "bytes=9-1,0-0", "bytes=" + "9" * 99, "x"),
    "Referer": ("https://evil.example/", f"<{MARK}>"),
    "Sec-Fetch-Site": ("cross-site", "none", "same-site", "\xe9"),
    "User-Agent": ("", f"<{MARK}>", "x" * 4_000),
    "X-Forwarded-For": ("1.2.3.4", "x", "::", "1.2.3.4, 5.6.7.8", "9" * 999),
    "X-Forwarded-Host": ("evil.example", f"<{MARK}>"),
    "X-Forwarded-Proto": ("https", "javascript"),
    "X-HTTP-Method-Override": ("DELETE",),
    "X-CSRFToken": ("x", "\xff"),
}
TYPES = (
    "application/json",
    "text/xml",
    "multipart/form-data",
    'multipart/form-data; boundary=""',
    "multipart/form-data; boundary=" + "x" * 300,
    "application/x-www-form-urlencoded; charset=utf-16",
    "application/x-www-form-urlencoded; charset=geen",
    "/",
    "",
)
BODIES = (
    b"",
    b'{"antwoord": {"$gt": ""}}',
    b"[" * 50_000,
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    b"&" * 5_000,
    b"a=1&" * 2_000,
    b"--grens\r\nContent-Disposition: form-data; name=",
    bytes(range(256)) * 20,
    b"x" * 150_000,
)
FILES = (
    b"%PDF-1.7\n" + b"(" * 9_000,
    b"PK\x03\x04" + b"\0" * 99,
    b"{" * 9_000,
    b"\xff" * 999,
)
BOUNDARY = "grens"
MOST_FORMS = 60
FRESH = 40  # hostile requests after which a new dossier is begun
SCREENS = 3  # that a dossier has before it is spoiled
ENDS = ("/wissen", "/delen/bewerklink")  # after these the cookie opens nothing
LET_IN = {200, 202, 301, 302, 303, 422}  # what a door answers to whom it knows


@dataclass(frozen=True)
class Request:
    """One request, as it goes over the wire."""

    method: str
    target: bytes
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""

    def raw(self) -> bytes:
        """Write it as HTTP/1.1 that ends the connection."""
        lines = [f"{self.method} ".encode("latin-1") + self.target + b" HTTP/1.1"]
        given = {name.lower() for name, _ in self.headers}
        standard = [("Host", "127.0.0.1"), ("Content-Length", str(len(self.body)))]
        for name, value in (*standard, *self.headers, ("Connection", "close")):
            if (name, value) in self.headers or name.lower() not in given:
                lines.append(f"{name}: {value}".encode("latin-1", "replace"))
        return b"\r\n".join(lines) + b"\r\n\r\n" + self.body

    def __str__(self) -> str:
        return f"{self.method} {self.target[:300]!r} {self.headers!r:.400} {self.body[:200]!r}"


@dataclass(frozen=True)
class Answer:
    """What came back; status 0 when the server closed without a word."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str:
        return next((value for key, value in self.headers if key.lower() == name), "")


Send = Callable[[Request], Answer]


def in_process(application: Callable[..., object]) -> Send:
    """Send to a WSGI application, as a server would."""

    def send(request: Request) -> Answer:
        path, _, query = request.target.partition(b"?")
        environ = {
            "REQUEST_METHOD": request.method,
            "SCRIPT_NAME": "",
            "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
            "QUERY_STRING": query.decode("latin-1"),
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "CONTENT_LENGTH": str(len(request.body)),
            "HTTP_HOST": "127.0.0.1",
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(request.body),
            "wsgi.errors": sys.stderr,
            "wsgi.multithread": True,
            "wsgi.multiprocess": True,
            "wsgi.run_once": False,
        }
        for name, value in request.headers:
            key = name.upper().replace("-", "_")
            prefix = "" if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else "HTTP_"
            environ[prefix + key] = value
        told = []
        chunks = application(
            environ, lambda status, headers, _=None: told.append((status, headers))
        )
        try:
            body = b"".join(chunks)
        finally:
            getattr(chunks, "close", lambda: None)()
        status, headers = told[-1]
        return Answer(int(status.split()[0]), tuple(headers), body)

    return send


def over_socket(port: int) -> Send:
    """Send to a server on loopback, byte by byte as written."""

    def send(request: Request) -> Answer:
        with socket.create_connection(("127.0.0.1", port), timeout=60) as line:
            try:
                line.sendall(request.raw())
                told = b"".join(iter(lambda: line.recv(65_536), b""))
            except (BrokenPipeError, ConnectionResetError):
                return Answer(0, (), b"")
        head, _, body = told.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        if not lines[0].startswith("HTTP/"):
            return Answer(0, (), told)
        headers = (one.partition(":") for one in lines[1:])
        return Answer(
            int(lines[0].split()[1]),
            tuple((name, value.strip()) for name, _, value in headers),
            body,
        )

    return send


@dataclass
class Fuzzer:
    """Walks between good and bad: a real dossier, and hostile things done to it."""

    send: Send
    rules: list[tuple[str, str]]
    """Each method with a pattern of a path, as `GET`, `/<name>/poort`."""
    examples: dict[str, tuple[str, ...]]
    """What fits in the holes of a pattern, by what stands before the hole: first as
    `decision/vraag/slug`, then as `vraag/slug`, then as `slug`."""
    sign: Callable[[dict[str, object]], str]
    """Makes a session cookie that the server believes, for the strangest contents."""
    random: random.Random
    name: str = ""
    cookie: str = ""
    token: str = ""
    code: str = ""
    fields: set[str] = field(default_factory=lambda: {"versie"})
    forms: set[tuple[str, ...]] = field(default_factory=set)
    """The fields that stand together in one form, to be filled in together."""
    statuses: Counter[int] = field(default_factory=Counter)
    answered: dict[tuple[str, str], Counter[int]] = field(
        default_factory=lambda: defaultdict(Counter)
    )
    """How often each route gave which status."""
    faults: list[str] = field(default_factory=list)

    def run(self, count: int) -> None:
        """Send so many hostile requests; a fresh dossier now and then."""
        order, since = [], FRESH
        for _ in range(count):
            if since >= FRESH:
                self.begin()
                since = 0
            if not order:
                forms = [one for one in self.rules if one[0] == "POST"]
                order = self.random.sample(
                    self.rules + 3 * forms, len(self.rules + 3 * forms)
                )
            method, pattern = order.pop()
            request = self.hostile(method, pattern)
            answer = self.send(request)
            self.statuses[answer.status] += 1
            self.answered[method, pattern][answer.status] += 1
            self.faults += (f"{why}: {request}" for why in wrong(answer))
            self.learn(answer, keep_cookie=False)
            since += FRESH if pattern in ENDS and answer.status == 303 else 1

    def begin(self) -> None:
        """Start a real dossier, so that what comes next has something to spoil.

        Raises:
            AssertionError: when there is none; whatever is sent then, every door is shut.
        """
        self.cookie = self.token = self.code = ""
        self.name = self.random.choice(self.examples["name"])
        self.ask("GET", f"/{self.name}/poort")
        answer = self.ask("POST", f"/{self.name}/poort", antwoord="ja")
        where = urlsplit(answer.header("location")).path
        for _ in range(SCREENS):
            where = self.fill_in(where)
        shared = self.ask("GET", "/delen")
        assert shared.status == 200, f"no dossier of {self.name}: {shared.status}"
        about = {
            "onderwerp": "Het plein",
            "plek": "De Markt",
            "vergadering": "1-12-2026",
        }
        kept = self.ask("POST", "/waarover", **about).status
        assert kept == 303, f"what it is about was not kept: {kept}"
        shown = self.ask("POST", "/delen/leeslink", zo="ja").header("location")
        told = self.ask("GET", shown or "/delen").body
        for door in "dl":
            links = re.findall(rb"/%s/([A-Za-z0-9_-]{20,})" % door.encode(), told)
            assert links, f"no link /{door}/ to the dossier of {self.name}"
            self.examples[f"{door}/key"] = tuple(link.decode() for link in links)

    def fill_in(self, where: str) -> str:
        """Fill in a screen as its page has it, and give where that leads."""
        page = self.ask("GET", where)
        rows = offered(page.body).items()
        if not rows:  # the first picture, or the end
            return where
        sent = {row: self.random.choice(choices) for row, choices in rows}
        seen = re.search(rb'name="versie" value="(\d+)"', page.body)
        sent["versie"] = seen[1].decode() if seen else "0"
        answer = self.ask("POST", where, **sent)
        if b'name="bevestigd"' in answer.body:
            answer = self.ask("POST", where, **sent, bevestigd="ja")
        assert answer.status == 303, f"{where} was not kept: {answer.status}"
        return urlsplit(answer.header("location")).path

    def ask(self, method: str, path: str, **fields: str) -> Answer:
        """Ask something as an honest visitor would."""
        body = urlencoded([*fields.items(), *self.proof()]) if fields else b""
        kind = (
            (("Content-Type", "application/x-www-form-urlencoded"),) if fields else ()
        )
        cookie = (("Cookie", self.cookie),) if self.cookie else ()
        answer = self.send(Request(method, path.encode(), (*kind, *cookie), body))
        self.faults += (f"{why}: honest {method} {path}" for why in wrong(answer))
        self.learn(answer, keep_cookie=True)
        return answer

    def learn(self, answer: Answer, *, keep_cookie: bool) -> None:
        """Pick up the token and the names of fields that a page shows."""
        if keep_cookie and answer.header("set-cookie"):
            self.cookie = answer.header("set-cookie").partition(";")[0]
        found = re.search(rb'name="csrf_token" value="([^"]+)"', answer.body)
        if found and keep_cookie:
            self.token = found[1].decode()
        shown = re.search(rb'name="hoort_bij" value="([^"]*)"', answer.body)
        if shown and keep_cookie:
            self.code = shown[1].decode()
        for form in re.findall(rb"<form.*?</form>", answer.body, re.DOTALL):
            names = {
                name.decode()
                for name in re.findall(
                    rb'<(?:input|select|textarea)[^>]* name="([a-z0-9_.-]+)"', form
                )
            } - {"csrf_token", "hoort_bij"}
            self.fields.update(names)
            if len(names) > 1 and len(self.forms) < MOST_FORMS:
                self.forms.add(tuple(sorted(names)))

    def hostile(self, method: str, pattern: str) -> Request:
        """Make one request for a route with something wrong in it."""
        chance = self.random
        target = quote_from_bytes(self.path(pattern)).encode()
        if chance.random() < 0.1:
            target = (
                self.path(pattern)
                .replace(b" ", b"+")
                .replace(b"\r", b"")
                .replace(b"\n", b"")
            )
        if chance.random() < 0.25:
            name = chance.choice(["terug", "versie", "x", *self.fields])
            target += b"?" + urlencoded([(name, self.value())])
        headers = [("Cookie", self.jar())]
        some = chance.sample(sorted(HEADERS), chance.choice((0, 0, 1, 2)))
        headers += ((name, chance.choice(HEADERS[name])) for name in some)
        if chance.random() < 0.08:
            method = chance.choice(METHODS)
        kind, body = (
            self.form() if method == "POST" or chance.random() < 0.03 else ("", b"")
        )
        if pattern == "/controleren/openen" and chance.random() < 0.7:
            kind, body = self.brought()
        if kind:
            headers.append(("Content-Type", kind))
        return Request(method, target, tuple(headers), body)

    @property
    def visited(self) -> set[tuple[str, str]]:
        """Each method and route that was asked for."""
        return set(self.answered)

    def let_in(self, doors: Mapping[tuple[str, str], str]) -> dict[str, float]:
        """Tell for each door how many in a hundred came through it, and were looked at."""
        asked: Counter[str] = Counter()
        came: Counter[str] = Counter()
        for route, statuses in self.answered.items():
            asked[doors[route]] += statuses.total()
            came[doors[route]] += sum(statuses[one] for one in LET_IN)
        return {door: 100 * came[door] / asked[door] for door in asked}

    def path(self, pattern: str) -> bytes:
        """Fill the holes of a pattern, most of them with what fits."""

        def fill(hole: re.Match[str]) -> str:
            name = hole[1].rpartition(":")[2]
            place = f"{pattern[: hole.start()].rpartition('/')[0].rpartition('/')[2]}/{name}"
            tries = (f"{self.name}/{place}", place, name)
            fitting = next(
                (self.examples[one] for one in tries if one in self.examples), ("x",)
            )
            if self.random.random() < 0.85:
                stays = hole[1] == "decision:name" and self.random.random() < 0.7
                return self.name if stays else self.random.choice(fitting)
            value = self.value()
            text = value if isinstance(value, str) else value.decode("latin-1")
            return text[:3_000]

        return re.sub("<([^>]+)>", fill, pattern).encode("utf-8", "surrogatepass")

    def value(self) -> str | bytes:
        """Choose something hostile, or two things glued together."""
        chance = self.random
        if chance.random() < 0.15:
            return chance.choice(PLAIN)
        one = chance.choice(HOSTILE)
        if isinstance(one, str) and chance.random() < 0.15:
            return chance.choice(PLAIN) + one + chance.choice(HTML)
        return one

    def jar(self) -> str:
        """Choose a cookie: the real one, a forged one, or noise."""
        chance = self.random.random()
        if chance < 0.85:
            return self.cookie
        if chance < 0.93:
            return f"raadwijzer={self.sign(self.contents())}"
        noise = self.random.choice(
            ("raadwijzer=", "=", ";;;", "raadwijzer=a.b.c", "a=\xff")
        )
        return noise + self.random.choice(("", "x" * 5_000, f"<{MARK}>", "=;=;"))

    def contents(self) -> dict[str, object]:
        """Fill a session with what no version of ours would put there."""
        odd = (None, 5, -1.5, "x" * 900, [1, None], {"a": []}, "\x00", True, *HTML[:2])
        names = (
            "sleutel",
            "dossier",
            "meelezen",
            "eerdere",
            "begin",
            "uitgegeven",
            "poort",
        )
        chosen = [name for name in names if self.random.random() < 0.5]
        return {name: self.random.choice(odd) for name in chosen}

    def form(self) -> tuple[str, bytes]:
        """Make a body: mostly a form with a good token, sometimes rubbish."""
        chance = self.random
        if chance.random() < 0.08:
            return chance.choice(TYPES), chance.choice(BODIES)
        count = min(len(self.fields), chance.randint(1, 3))
        names = chance.sample(sorted(self.fields), count)
        if self.forms and chance.random() < 0.4:
            names = list(chance.choice(sorted(self.forms)))
        worst = chance.choice(names)
        pairs: list[tuple[str | bytes, str | bytes]] = [
            (one, self.value() if one == worst else chance.choice(PLAIN))
            for one in names
        ]
        if chance.random() < 0.1:
            pairs.append((self.value(), self.value()))
        if chance.random() < 0.93:
            pairs += self.proof()
        if chance.random() < 0.2:
            return f"multipart/form-data; boundary={BOUNDARY}", self.multipart(pairs)
        return "application/x-www-form-urlencoded", urlencoded(pairs)

    def brought(self) -> tuple[str, bytes]:
        """Make a dossier file that is nearly right, with something wrong in it."""
        chance = self.random

        def odd() -> object:
            found = self.value()
            text = found if isinstance(found, str) else found.decode("latin-1")
            return chance.choice((text, text[:40], 7, 10**30, None, True, [text], {}))

        def name() -> str:
            own = self.examples.get(f"{self.name}/opmerking/slug", ("x",))
            fitting = chance.choice(own).replace("-", "_")
            return chance.choice((fitting, "T01", "D20", str(odd())[:60]))

        whole: dict[str, object] = {
            "decision": self.name.replace("-", "_"),
            "answers": {
                name(): chance.choice((*PLAIN, odd()))
                for _ in range(chance.randint(0, 4))
            },
        }
        parts: dict[str, object] = {
            "reference_date": chance.choice((*DATES, "2015-06-01", odd())),
            "municipality": chance.choice(("gm0851", "gm9999", odd())),
            "texts": {
                f"{chance.choice(self.examples['stukken/slug'])}_toelichting": odd(),
                str(odd())[:60]: odd(),
            },
            "costs": {f"kosten.{name()}": odd()},
            "doubtful": [name(), odd()],
            "format": chance.choice((1, 2, odd())),
            "decisions": [self.name.replace("-", "_"), odd()],
            "subject": odd(),
            "place": odd(),
            "problem": chance.choice(
                (f"probleem:{chance.choice(self.examples['problem'])}", odd())
            ),
            "meeting": chance.choice(
                ({"date": odd(), "item": odd(), "number": odd()}, odd())
            ),
            "remarks": {name(): odd(), str(odd())[:60]: odd()},
            "drafts": {"motie": odd()},
        }
        for part in chance.sample(sorted(parts), chance.randint(0, 6)):
            whole[part] = parts[part]
        text = json.dumps(whole, ensure_ascii=chance.random() < 0.5)
        pairs = [*self.proof(), ("dossier", text)]
        return "application/x-www-form-urlencoded", urlencoded(pairs)

    def proof(self) -> list[tuple[str | bytes, str | bytes]]:
        """Give what every form of ours carries."""
        return [("csrf_token", self.token), ("hoort_bij", self.code)]

    def multipart(self, pairs: list[tuple[str | bytes, str | bytes]]) -> bytes:
        """Write a form with a file in it."""
        parts = []
        for name, value in pairs:
            head = (
                b'Content-Disposition: form-data; name="' + as_bytes(name)[:200] + b'"'
            )
            parts.append(head + b"\r\n\r\n" + as_bytes(value))
        name = self.random.choice(("bestand", "memo", "dossier", *sorted(self.fields)))
        file = as_bytes(self.value())[:200]
        head = (
            f'Content-Disposition: form-data; name="{name}"; filename="'.encode() + file
        )
        parts.append(
            head + b'"\r\nContent-Type: x/y\r\n\r\n' + self.random.choice(FILES)
        )
        edge = f"--{BOUNDARY}".encode()
        return (
            b"".join(edge + b"\r\n" + part + b"\r\n" for part in parts)
            + edge
            + b"--\r\n"
        )


def as_bytes(value: str | bytes) -> bytes:
    return value if isinstance(value, bytes) else value.encode("utf-8", "surrogatepass")


def urlencoded(pairs: list[tuple[str | bytes, str | bytes]]) -> bytes:
    return b"&".join(
        f"{quote(as_bytes(name))}={quote(as_bytes(value))}".encode()
        for name, value in pairs
    )


def wrong(answer: Answer) -> Iterator[str]:
    """Tell what may never be true of an answer."""
    if answer.status >= 500 and answer.status not in (501, 503, 505):
        yield f"status {answer.status}"
    if answer.status == 503 and not answer.header("retry-after"):
        yield "503 without Retry-After"
    if any(name.lower() == "x-injected" for name, _ in answer.headers):
        yield "splits a header"
    where = urlsplit(answer.header("location"))
    if where.netloc not in ("", "127.0.0.1"):
        yield f"sends away to {where.netloc[:80]}"
    yield from wrong_words(answer)


def wrong_words(answer: Answer) -> Iterator[str]:
    """Tell what may never stand on a page."""
    for told in (b"root:x:0:0", b"Traceback (most recent"):
        if told in answer.body:
            yield "shows the machine"
    if "html" not in answer.header("content-type"):
        return
    for mark in (f"<{MARK}", f"</{MARK}", f'" {MARK}=', 'href="javascript:'):
        if mark.encode() in answer.body:
            yield f"reflects {mark}"
    if SUMMED in answer.body:
        yield "runs a template"


def rules_of(app: Flask) -> list[tuple[str, str]]:
    """List every method and route of an application."""
    return sorted(
        (method, rule.rule)
        for rule in app.url_map.iter_rules()
        for method in rule.methods - {"HEAD", "OPTIONS"}
    )


def doors_of(app: Flask) -> dict[tuple[str, str], str]:
    """Give the door of each method and route; our own files have none."""
    return {
        (method, rule.rule): getattr(app.view_functions[rule.endpoint], "door", "files")
        for rule in app.url_map.iter_rules()
        for method in rule.methods - {"HEAD", "OPTIONS"}
    }


def examples_of(library: Library) -> dict[str, tuple[str, ...]]:
    """Give what fits in the holes of our paths; no PDF, for that is slow by nature."""
    slugs = {
        f"{slug_of(decision.id)}/{place}/slug": tuple(map(slug_of, ids))
        for decision in library.decisions.values()
        for place, ids in places_of(decision).items()
        if ids
    }
    problems = library.signpost.problems if library.signpost else ()
    means = library.signpost.means_by_id if library.signpost else ()
    return slugs | {
        "stukken/slug": tuple(sort.slug for sort in SORTS),
        "wegwijzer/name": tuple(slug_of(problem.id) for problem in problems),
        "problem": tuple(slug_of(problem.id) for problem in problems),
        "middel/name": tuple(map(slug_of, means)),
        "bron/name": tuple(library.sources)[:20],
        "decision": tuple(map(slug_of, library.decisions)),
        "example": ("steenbergen-camera", "enschede-buurtbemiddeling"),
        "rest": ("probleem",),
        "name": tuple(map(slug_of, library.decisions)),
        "form": ("html", "docx", "odt", "txt"),
        "static/name": ("css/screen.css", "css/tokens.css"),
        "slip": ("geenbewijs",),
        "measure": ("vaste-cameras", "niets-nieuws"),
    }


def places_of(decision: Decision) -> dict[str, tuple[str, ...]]:
    """Give the ids that stand in the addresses of a decision, by the word before them."""
    measures = tuple(decision.costs.measure_by_id)
    return {
        "vraag": tuple(screen.id for screen in decision.screens),
        "opmerking": tuple(question.id for question in decision.questions),
        "hoofdstuk": tuple(chapter.id for chapter in decision.header.chapters),
        "geld": measures,
        "kosten": measures,
    }
