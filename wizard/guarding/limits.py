"""Slow down who asks too much, without keeping anybody's address."""

import hashlib
import hmac
import ipaddress
import math
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from flask import request
from werkzeug.exceptions import TooManyRequests

HOUR = 3_600.0
DAY = 24 * HOUR
MOST_CLIENTS = 20_000
BURST = 4
IPV6_NETWORK = 64


@dataclass
class Bucket:
    """What one client may still ask, and when that was reckoned."""

    tokens: float
    at: float


@dataclass
class RateLimit:
    """A number per hour and per client, with room for a burst of a quarter.

    A client is a keyed hash of a network address. The key is made in memory,
    is replaced each day and is never written, so the hash cannot be led back
    to an address. Each process counts for itself: with n processes a client
    may reach n times the number. It stops a flood, it is no exact account.
    """

    per_hour: int
    clock: Callable[[], float] = time.monotonic
    buckets: OrderedDict[bytes, Bucket] = field(default_factory=OrderedDict)
    _key: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    _key_made: float = -math.inf
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def wait(self, address: str) -> float:
        """Spend one, and give 0; or give the seconds until one is free."""
        if self.per_hour == 0:
            return 0.0
        with self._lock:
            now = self.clock()
            bucket = self._bucket(address, now)
            if bucket.tokens >= 1:
                bucket.tokens -= 1
                return 0.0
            return (1 - bucket.tokens) * HOUR / self.per_hour

    @property
    def burst(self) -> float:
        """Say how many may come at once."""
        return max(1.0, self.per_hour / BURST)

    def _bucket(self, address: str, now: float) -> Bucket:
        """Find or make the bucket of a client, filled up to this moment."""
        # With the key go the counts: nothing here outlives a day.
        if now - self._key_made >= DAY:
            self._key, self._key_made = secrets.token_bytes(32), now
            self.buckets.clear()
        client = hmac.digest(self._key, network(address).encode(), hashlib.sha256)
        bucket = self.buckets.setdefault(client, Bucket(self.burst, now))
        self.buckets.move_to_end(client)
        if len(self.buckets) > MOST_CLIENTS:
            # Who asked longest ago is forgotten first: a flood of addresses costs no
            # memory.
            self.buckets.popitem(last=False)
        gained = (now - bucket.at) * self.per_hour / HOUR
        bucket.tokens, bucket.at = min(self.burst, bucket.tokens + gained), now
        return bucket


def network(address: str) -> str:
    """Give the part of an address that one client cannot change at will."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "?"
    if isinstance(parsed, ipaddress.IPv6Address):
        parsed = parsed.ipv4_mapped or parsed
    if isinstance(parsed, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((parsed, IPV6_NETWORK), strict=False))
    return str(parsed)


def spend(limit: RateLimit) -> None:
    """Count this request.

    Raises:
        TooManyRequests: when it is one too many; `Retry-After` gives whole seconds.
    """
    seconds = limit.wait(request.remote_addr or "")
    if seconds > 0:
        raise TooManyRequests(retry_after=math.ceil(seconds))
