"""How an event gets into print: once, in several outlets' own words, or as a wire with copies."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

from invented import people
from invented.bulletins import bulletin
from invented.composing import Draft, composed, quiet
from invented.copying import copied, verbatim
from invented.drifting import altered
from invented.model import Item
from invented.periods import DAY
from invented.plans import Plan, faithful
from invented.telling import Event
from invented.world import THEATRES


@dataclass(frozen=True, slots=True)
class Length:
    """How many words a report has, from and to; most are nearer to the lower end."""

    least: int = 80
    most: int = 250

    def drawn(self, rng: Random) -> int:
        """A number of words."""
        return round(self.least * math.exp(rng.random() * math.log(self.most / self.least)))


def printed(event: Event, seed: str, length: Length) -> Iterator[Item]:
    """Every report of the event."""
    rng = Random(seed)
    if not event.plans:
        draft = quiet(seed, rng.choice(THEATRES), event.day, length.drawn(rng))
        yield _item(rng, draft, event.day, rng.choice(people.OUTLETS))
    elif event.bulletin:
        draft = bulletin(seed, event.plans[0], event.day, length.drawn(rng))
        yield _item(rng, draft, event.day, event.plans[0].subject.side.body.removeprefix("the "))
    elif event.apart:
        for number, plan in enumerate(event.plans):
            yield from _printed(rng, f"{seed}/{number}", (plan,), event, length)
    else:
        yield from _printed(rng, seed, event.plans, event, length)


def _printed(
    rng: Random, seed: str, plans: tuple[Plan, ...], event: Event, length: Length
) -> Iterator[Item]:
    way = rng.random()
    if way < 0.55:
        yield from _wired(rng, seed, plans, event, length)
    elif way < 0.8:
        yield from _retold(rng, seed, plans, event, length)
    else:
        draft = composed(seed, [faithful(one) for one in plans], event.day, length.drawn(rng))
        yield _item(rng, draft, event.day, rng.choice(people.OUTLETS))


def _wired(
    rng: Random, seed: str, plans: tuple[Plan, ...], event: Event, length: Length
) -> Iterator[Item]:
    """An agency's text and its copies; those that alter something come out a day later."""
    agency, words = rng.choice(people.AGENCIES), length.drawn(rng)
    said = [faithful(one) for one in plans]
    draft = composed(seed, said, event.day, words)
    yield _item(rng, draft, event.day, agency, seed)
    outlets = rng.sample(people.OUTLETS, rng.randint(2, 7))
    for outlet in outlets:
        if event.alterable and rng.random() < 0.3:
            which = rng.randrange(len(said))
            versions = [*said]
            versions[which] = altered(rng, said[which], ("figure", "hedge", "attribution"))
            other = composed(seed, versions, event.day, words)
            if rng.random() < 0.6:
                other = _kept(copied(rng, other), other, versions[which].plan)
            yield _item(rng, other, event.day + DAY, outlet, seed)
        else:
            late = event.day + rng.choice((0, 0, 1)) * DAY
            yield _item(rng, copied(rng, draft), late, outlet, seed)


def _retold(
    rng: Random, seed: str, plans: tuple[Plan, ...], event: Event, length: Length
) -> Iterator[Item]:
    """Reports in words of their own; one of the later ones may alter a figure."""
    outlets = rng.sample(people.OUTLETS, rng.randint(2, 5))
    for number, outlet in enumerate(outlets):
        day = event.day + (rng.choice((0, 1, 2)) if number else 0) * DAY
        said = [faithful(one) for one in plans]
        if event.alterable and day > event.day and rng.random() < 0.3:
            said[0] = altered(rng, said[0], ("figure", "hedge"))
        draft = composed(f"{seed}/{number}", said, day, length.drawn(rng))
        yield _item(rng, draft, day, outlet)


def _kept(copy: Draft, whole: Draft, plan: Plan) -> Draft:
    """The copy, or the whole text where the copy was cut before what was altered."""
    told = any(one.said.id == plan.said.id for one in copy.carried)
    return copy if told else verbatim(Random(0), whole)


def _item(rng: Random, draft: Draft, day: date, publisher: str, wire: str | None = None) -> Item:
    text = draft.text
    if rng.random() < 0.5:
        text = f"date {day.isoformat()}\n{text}"
    host = publisher.lower().replace(" ", "-")
    number = rng.randrange(10**6)
    url = f"https://{host}.example/{day:%Y/%m/%d}/{number}"
    return Item(text, day, url, publisher, draft.title, draft.carried, wire)
