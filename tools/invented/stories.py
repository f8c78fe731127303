"""Stories: statements that belong together, and who prints them when.

Each kind of story is a function that gives events: statements made on one day. How an event gets
into print (once, in several outlets' own words, as a wire's text with copies) is ``printing``'s.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Literal

from invented import figures, people
from invented.desk import Desk, Subject
from invented.model import Matter, Said, Told
from invented.people import Speaker
from invented.periods import DAY, Period, as_of, between, month_before, since
from invented.plans import Plan

FIGURED: tuple[Matter, ...] = ("share", "share", "taken", "taken", "lost", "seized", "held")
_IN_A_TIME: tuple[Matter, ...] = ("taken", "lost", "seized")


@dataclass(frozen=True, slots=True)
class Event:
    """Statements said on one day, to be printed from that day on."""

    day: date
    plans: tuple[Plan, ...]
    alterable: bool = False
    """Whether outlets may alter it: never where it stands against another statement."""
    bulletin: bool = False
    apart: bool = False
    """Whether each statement gets reports of its own."""


class Teller:
    """Makes the statements of one story, with ids, speakers and figures of their own."""

    def __init__(self, story: str, rng: Random, desk: Desk, day: date) -> None:
        self.story = story
        self.rng = rng
        self.desk = desk
        self.day = day
        self._count = 0

    def subject(self, matter: Matter | None = None, like: Subject | None = None) -> Subject | None:
        """Something to speak of, in the same conflict as ``like``."""
        matter = matter or self.rng.choice((*FIGURED, "capture"))
        return self.desk.subject(self.rng, self.day, matter, like.theatre if like else None)

    def speaker(self, subject: Subject, who: Literal["own", "other", "outside", "any"]) -> Speaker:
        """Somebody of the side spoken of, of the other, or of none."""
        rng = self.rng
        if who == "any":
            who = rng.choice(("own", "own", "other", "outside"))
        if who == "outside":
            if rng.random() < 0.5:
                return people.watcher(rng)
            return people.expert(rng, subject.theatre.names)
        side = subject.side if who == "own" else subject.other
        if rng.random() < 0.08:
            return people.body(side.body)
        return people.person(rng, subject.theatre.names, side.roles)

    def figure(self, subject: Subject, hedges: Sequence[str] = figures.ANY) -> Told:
        """A figure for the matter."""
        rng, unit = self.rng, unit_of(subject)
        value = {"percent": figures.share, "km2": figures.area}.get(unit, figures.count)(rng)
        if hedges is figures.ANY and rng.random() < 0.06:
            return Told(float(int(value)), "", float(int(value) + max(3, int(value) // 12)))
        return Told(value, rng.choice(hedges))

    def period(self, subject: Subject, day: date, latest: date) -> Period:
        """The time that a statement of that day speaks of."""
        rng = self.rng
        if subject.matter not in _IN_A_TIME:
            return Period("", day, day + DAY, rolling=True)
        return rng.choice(
            (month_before(rng, day, latest), month_before(rng, day, latest), between(rng, day))
        )

    def plan(
        self, subject: Subject, speaker: Speaker, day: date, told: Told | None, period: Period
    ) -> Plan:
        """The statement."""
        self._count += 1
        said = Said(
            id=f"{self.story}.{self._count}",
            source=speaker.name,
            day=day,
            matter=subject.matter,
            actors=subject.side.names,
            places=subject.places,
            unit=unit_of(subject),
            told=told,
            since=period.since,
            until=period.until,
            medium=people.medium(self.rng)
            if speaker.pronoun != "it" and self.rng.random() < 0.15
            else None,
        )
        when = "" if subject.matter in ("share", "held") and period.rolling else period.words
        return Plan(said, speaker, subject, when, subject.matter == "share" and bool(when))

    def capture(self, subject: Subject, speaker: Speaker, day: date) -> Plan:
        """A capture of the subject's town on that day or the day before."""
        when = self.rng.choice((None, day, day - DAY))
        words = f" on {when:%A}" if when else ""
        since_ = when or day
        return self.plan(subject, speaker, day, None, Period(words, since_, since_ + DAY))


def unit_of(subject: Subject) -> str:
    """The unit of the figure that the matter has, ``""`` where it has none."""
    fixed = {"share": "percent", "taken": "km2", "lost": "km2", "capture": ""}
    nouns = ("settlements", "villages")
    return fixed.get(subject.matter) or (
        ""
        if subject.matter == "capture"
        else nouns[len(subject.places[0] + subject.theatre.country) % 2]
    )


def single(t: Teller) -> list[Event]:
    """One to three statements that have nothing to do with each other."""
    plans: list[Plan] = []
    like = None
    speaker = None
    for _ in range(t.rng.choice((1, 1, 2, 2, 3))):
        subject = t.subject(like=like)
        if subject is None or (like and subject.which != like.which):
            continue
        if speaker is None or t.rng.random() < 0.5:
            speaker = t.speaker(subject, "any")
        like = subject
        plans.append(_any_plan(t, subject, speaker, t.day))
    return [Event(t.day, tuple(plans), alterable=True)] if plans else []


def dispute(t: Teller) -> list[Event]:
    """Two independent sources on one day, with figures that cannot both be."""
    subject = t.subject(t.rng.choice(FIGURED))
    if subject is None:
        return []
    period = t.period(subject, t.day, t.day + 3 * DAY)
    low = t.figure(subject, (*figures.PLAIN, *figures.NEAR, *figures.DOWNWARD))
    if subject.matter == "share":
        low = replace(low, value=min(low.value, 62.0))
    value = figures.higher(t.rng, low.value, unit_of(subject))
    high = Told(value, t.rng.choice((*figures.PLAIN, *figures.UPWARD)))
    one, other = _parties(t, subject)
    told = [low, high]
    t.rng.shuffle(told)
    return [_apart(t, against(
        t.plan(subject, one, t.day, told[0], period), t.plan(subject, other, t.day, told[1], period)
    ))]  # fmt: skip


def denial(t: Teller) -> list[Event]:
    """A side says that it took a town, the other says that it did not."""
    subject = t.subject("capture")
    if subject is None:
        return []
    claim = t.capture(subject, t.speaker(subject, "own"), t.day)
    speaker = t.speaker(subject, "other")
    period = Period("", claim.said.since, claim.said.until)
    answer = t.plan(subject, speaker, t.day, None, period)
    answer = replace(answer, said=replace(answer.said, denied=True, medium=None))
    return [_apart(t, against(claim, answer))]


def correction(t: Teller) -> list[Event]:
    """A source that days later gives another figure for the same time."""
    subject = t.subject(t.rng.choice(("share", "taken", "lost", "seized")))
    if subject is None:
        return []
    later = t.day + t.rng.randint(3, 9) * DAY
    if subject.matter == "share":
        period = as_of(t.rng, t.day - t.rng.randint(2, 4) * DAY)
    else:
        period = t.period(subject, t.day, later)
    low = t.figure(subject, (*figures.PLAIN, *figures.DOWNWARD))
    if subject.matter == "share":
        low = replace(low, value=min(low.value, 62.0))
    high = Told(figures.higher(t.rng, low.value, unit_of(subject)), t.rng.choice(figures.PLAIN))
    told = [low, high]
    t.rng.shuffle(told)
    speaker = t.speaker(subject, "any")
    first = t.plan(subject, speaker, t.day, told[0], period)
    second = t.plan(subject, speaker, later, told[1], period)
    second = replace(second, said=replace(second.said, corrects=first.said.id))
    return [Event(t.day, (first,)), Event(later, (second,))]


def agreement(t: Teller) -> list[Event]:
    """Two independent sources that say the same, or what can both be."""
    subject = t.subject()
    if subject is None:
        return []
    one, other = _parties(t, subject)
    if subject.matter == "capture":
        first = t.capture(subject, one, t.day)
        second = replace(
            t.plan(subject, other, t.day, None, Period("", first.said.since, first.said.until)),
            when=first.when,
        )
        return [_apart(t, (first, second))]
    period = t.period(subject, t.day, t.day + 3 * DAY)
    low = t.figure(subject, (*figures.PLAIN, *figures.UPWARD))
    high = low
    if low.hedge in figures.UPWARD:
        high = Told(figures.more(t.rng, low.value, unit_of(subject)))
    return [_apart(t, (
        t.plan(subject, one, t.day, low, period), t.plan(subject, other, t.day, high, period)
    ))]  # fmt: skip


def advance(t: Teller) -> list[Event]:
    """Figures that rise as a front moves: of one source, or of several in turn."""
    subject = t.subject(t.rng.choice(FIGURED))
    if subject is None:
        return []
    same = t.rng.random() < 0.6
    speaker = t.speaker(subject, "any")
    told = t.figure(subject, (*figures.PLAIN, *figures.UPWARD))
    first = t.day - t.rng.randint(8, 20) * DAY
    events, day = [], t.day
    for number in range(t.rng.randint(2, 5)):
        if number:
            told = Told(
                figures.more(t.rng, told.value, unit_of(subject)), t.rng.choice(figures.PLAIN)
            )
            day += t.rng.randint(4, 12) * DAY
            speaker = speaker if same else t.speaker(subject, "any")
        period = Period("", day, day + DAY, rolling=True)
        if subject.matter in _IN_A_TIME:
            period = since(day, first)
        events.append(Event(day, (t.plan(subject, speaker, day, told, period),)))
    return events


def neighbours(t: Teller) -> list[Event]:
    """Sources that differ, of different places or of different things."""
    subject = t.subject(t.rng.choice(FIGURED))
    if subject is None:
        return []
    other = t.subject(t.rng.choice((subject.matter, *FIGURED)), like=subject)
    if other is None:
        return []
    plans = tuple(
        _any_plan(t, each, t.speaker(each, who), t.day)
        for each, who in ((subject, "own"), (other, "other"))
    )
    return [_apart(t, plans)]


def bulletin(t: Teller) -> list[Event]:
    """A body's daily bulletin: the same phrases and other figures."""
    subject = t.subject(t.rng.choice(("taken", "seized")))
    if subject is None:
        return []
    speaker = people.body(subject.side.body)
    events = []
    for number in range(t.rng.randint(3, 7)):
        day = t.day + number * DAY
        period = Period(" over the past day", day - DAY, day + DAY, rolling=True)
        plan = t.plan(subject, speaker, day, t.figure(subject, ("",)), period)
        events.append(Event(day, (plan,), bulletin=True))
    return events


def quiet(_t: Teller) -> list[Event]:
    """Nothing is claimed."""
    return [Event(_t.day, ())]


KINDS: tuple[tuple[Callable[[Teller], list[Event]], float], ...] = (
    (single, 0.30),
    (dispute, 0.16),
    (denial, 0.09),
    (correction, 0.12),
    (agreement, 0.09),
    (advance, 0.08),
    (neighbours, 0.07),
    (bulletin, 0.05),
    (quiet, 0.04),
)


def against(one: Plan, other: Plan) -> tuple[Plan, Plan]:
    """Both, each said to stand against the other."""
    return (
        replace(one, said=replace(one.said, against=(other.said.id,))),
        replace(other, said=replace(other.said, against=(one.said.id,))),
    )


def _any_plan(t: Teller, subject: Subject, speaker: Speaker, day: date) -> Plan:
    if subject.matter == "capture":
        return t.capture(subject, speaker, day)
    return t.plan(subject, speaker, day, t.figure(subject), t.period(subject, day, day + 3 * DAY))


def _parties(t: Teller, subject: Subject) -> tuple[Speaker, Speaker]:
    """Two speakers of different camps, with different names."""
    one, other = t.rng.sample(("own", "other", "outside"), 2)
    first = t.speaker(subject, one)  # type: ignore[arg-type]
    while True:
        second = t.speaker(subject, other)  # type: ignore[arg-type]
        if second.name.split()[-1] != first.name.split()[-1]:
            return first, second


def _apart(t: Teller, plans: tuple[Plan, ...]) -> Event:
    return Event(t.day, plans, apart=t.rng.random() < 0.75)


_ = timedelta
