"""A flood is slowed down, and nobody's address is kept."""

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.exceptions import TooManyRequests

from wizard.guarding.limits import DAY, MOST_CLIENTS, RateLimit, network, spend


class Seconds:
    now = 1000.0

    def __call__(self):
        return self.now


def test_a_burst_is_allowed_and_then_a_number_per_hour():
    clock = Seconds()
    limit = RateLimit(per_hour=120, clock=clock)
    allowed = [limit.wait("192.0.2.1") for _ in range(31)]

    assert allowed[:30] == [0.0] * 30
    assert allowed[30] == pytest.approx(30.0)
    clock.now += 30
    assert limit.wait("192.0.2.1") == 0
    assert limit.wait("192.0.2.1") > 0


def test_clients_do_not_hinder_each_other():
    limit = RateLimit(per_hour=1, clock=Seconds())

    assert limit.wait("192.0.2.1") == 0
    assert limit.wait("192.0.2.2") == 0
    assert limit.wait("192.0.2.1") > 0


def test_nought_is_no_limit():
    limit = RateLimit(per_hour=0, clock=Seconds())

    assert [limit.wait("192.0.2.1") for _ in range(1000)] == [0.0] * 1000


def test_no_address_is_kept_and_each_day_has_its_own_key():
    clock = Seconds()
    limit = RateLimit(per_hour=4, clock=clock)
    limit.wait("192.0.2.1")
    first = dict(limit.buckets)
    clock.now += DAY
    limit.wait("192.0.2.1")

    assert "192.0.2" not in repr(limit)
    assert len(limit.buckets) == 1
    assert not set(first) & set(limit.buckets)


def test_memory_is_bounded():
    limit = RateLimit(per_hour=4, clock=Seconds())
    for number in range(MOST_CLIENTS + 100):
        limit.wait(f"10.{number >> 16}.{(number >> 8) & 255}.{number & 255}")

    assert len(limit.buckets) == MOST_CLIENTS


@pytest.mark.parametrize(
    ("address", "part"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("unix:", "?"),
        ("", "?"),
    ],
)
def test_a_client_is_the_part_of_an_address_it_cannot_choose(address, part):
    assert network(address) == part


@given(st.lists(st.floats(0, 600), max_size=60), st.integers(1, 500))
def test_never_more_than_the_burst_and_what_the_time_gives(pauses, per_hour):
    clock = Seconds()
    limit = RateLimit(per_hour=per_hour, clock=clock)
    allowed = 0
    for pause in pauses:
        clock.now += pause
        allowed += limit.wait("192.0.2.1") == 0

    assert allowed <= limit.burst + sum(pauses) * per_hour / 3600 + 1e-6


def test_a_page_says_when_to_come_back():
    limit = RateLimit(per_hour=1, clock=Seconds())
    with Flask("x").test_request_context(environ_base={"REMOTE_ADDR": "192.0.2.1"}):
        spend(limit)
        with pytest.raises(TooManyRequests) as caught:
            spend(limit)

    assert caught.value.retry_after == 3600
