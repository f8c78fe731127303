"""Texts read in processes: once, in time, and no more of them than can wait."""

import asyncio
from datetime import date

import pytest

from groundcheck.ledger.intake import Given
from groundcheck.ledger.reading import text_of
from groundcheck.ledger.workers import Staff
from groundcheck.web.problems import Problem
from groundcheck.web.reading import Readings


def text(words):
    return text_of(Given("api", words, date(2031, 5, 9)))


@pytest.fixture
def readings(reading):
    opened = Readings(reading, 2)
    yield opened
    opened.close()


def test_one_text_asked_for_by_many_is_read_once(readings):
    async def asked():
        found = await asyncio.gather(*(readings.read(text("The same text.")) for _ in range(20)))
        assert readings.busy == 0
        return found

    found = asyncio.run(asked())
    assert all(one is found[0] for one in found)
    assert readings.kept(found[0].outcome.report.id) is found[0]
    assert readings.kept("0" * 64) is None


def test_one_text_of_two_days_is_two(readings):
    async def asked():
        other = text_of(Given("api", "The same text.", date(2031, 5, 10)))
        return await asyncio.gather(readings.read(text("The same text.")), readings.read(other))

    one, other = asyncio.run(asked())
    assert one.outcome.report.published != other.outcome.report.published


def test_more_than_can_wait_are_refused(readings):
    async def asked():
        given = (readings.read(text(f"Text {number}.")) for number in range(5))
        return await asyncio.gather(*given, return_exceptions=True)

    refused = [one for one in asyncio.run(asked()) if isinstance(one, Problem)]
    assert [(one.status, "Retry-After" in one.headers) for one in refused] == [(503, True)] * 2


@pytest.mark.parametrize(
    ("words", "status"), [("die at once", 422), ("refuse it", 422), ("fault of ours", 500)]
)
def test_what_goes_wrong_is_told_and_the_next_text_is_read(readings, words, status):
    with pytest.raises(Problem) as problem:
        asyncio.run(readings.read(text(words)))
    assert problem.value.status == status
    if status == 500:
        assert "api" not in problem.value.detail
    assert asyncio.run(readings.read(text("A sound text."))).outcome.notes == ()


def test_what_takes_too_long_is_ended(reading):
    readings = Readings(Staff(reading.begin, 1, 0.2), 2)
    with pytest.raises(Problem, match=r"longer than 0\.2 seconds"):
        asyncio.run(readings.read(text("hang on")))
    readings.close()


def test_closing_ends_what_is_read(reading):
    async def asked():
        readings = Readings(Staff(reading.begin, 1, 600.0), 2)
        # Whoever waits for the first knows that a process is there.
        await readings.read(text("A sound text."))
        hanging = asyncio.create_task(readings.read(text("hang on")))
        await asyncio.sleep(0)
        await asyncio.get_running_loop().run_in_executor(None, readings.close)
        with pytest.raises(BaseException):  # noqa: B017, PT011
            await hanging

    asyncio.run(asked())
