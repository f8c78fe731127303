"""Answers that are kept, and made once."""

import asyncio

import pytest

from groundcheck.web.answers import Answers


class Maker:
    """Makes an answer once it is allowed to; counts how often."""

    def __init__(self, answer=b"x"):
        self.answer, self.times, self.go = answer, 0, asyncio.Event()

    async def __call__(self):
        self.times += 1
        await self.go.wait()
        return self.answer


def test_what_many_ask_at_once_is_made_once():
    async def asked():
        answers, make = Answers(1000, 60), Maker()
        waiting = [asyncio.create_task(answers.get("a", make)) for _ in range(5)]
        await asyncio.sleep(0)
        waiting[0].cancel()
        make.go.set()
        found = await asyncio.gather(*waiting, return_exceptions=True)
        assert isinstance(found[0], asyncio.CancelledError)
        assert found[1:] == [b"x"] * 4
        assert await answers.get("a", make) == b"x"
        assert make.times == 1

    asyncio.run(asked())


def test_what_cannot_be_made_is_tried_again():
    async def fails():
        raise KeyError

    async def asked():
        answers, make = Answers(1000, 60), Maker()
        with pytest.raises(KeyError):
            await answers.get("a", fails)
        make.go.set()
        assert await answers.get("a", make) == b"x"

    asyncio.run(asked())


def test_what_takes_too_long_is_given_up():
    async def asked():
        with pytest.raises(TimeoutError):
            await Answers(1000, 0).get("a", Maker())

    asyncio.run(asked())


def test_only_so_much_is_kept_and_what_was_asked_last_stays():
    async def asked():
        answers, makers = Answers(160, 60), {}
        for name, size in [("a", 10), ("large", 11), *((f"{n}", 10) for n in range(15)), ("a", 10)]:
            make = makers.setdefault(name, Maker(b"x" * size))
            make.go.set()
            await answers.get(name, make)
        assert makers["a"].times == 1
        await answers.get("large", makers["large"])
        assert makers["large"].times == 2
        other = makers["other"] = Maker(b"x" * 10)
        other.go.set()
        await answers.get("other", other)
        await answers.get("0", makers["0"])
        assert makers["0"].times == 2
        await answers.get("a", makers["a"])
        assert makers["a"].times == 1

    asyncio.run(asked())
