"""Stories: statements that belong together.

Each kind of story is a function that gives events: statements made on one day. How an event gets
into print (once, in several outlets' own words, as a wire's text with copies) is ``printing``'s.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from invented import figures, people
from invented.desk import Subject
from invented.model import Told
from invented.people import Speaker
from invented.periods import DAY, Period, as_of, past_day, since
from invented.plans import Plan
from invented.telling import CAMPS, FIGURED, IN_A_TIME, Event, Teller, against, unit_of


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
    for number in range(t.rng.randint(2, 4)):
        if number:
            told = Told(
                figures.more(t.rng, told.value, unit_of(subject)), t.rng.choice(figures.PLAIN)
            )
            day += t.rng.randint(*(4, 12) if same else (9, 15)) * DAY
            speaker = speaker if same else t.speaker(subject, "any")
        period = Period("", day, day + DAY, rolling=True)
        if subject.matter in IN_A_TIME:
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
    plans = (
        _any_plan(t, subject, t.speaker(subject, "own"), t.day),
        _any_plan(t, other, t.speaker(other, "other"), t.day),
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
        period = past_day(day)
        plan = t.plan(subject, speaker, day, t.figure(subject, ("",)), period)
        events.append(Event(day, (plan,), bulletin=True))
    return events


def quiet(t: Teller) -> list[Event]:
    """Nothing is claimed."""
    return [Event(t.day, ())]


KINDS: tuple[tuple[Callable[[Teller], list[Event]], float], ...] = (
    (single, 0.28),
    (dispute, 0.17),
    (denial, 0.10),
    (correction, 0.17),
    (agreement, 0.08),
    (advance, 0.06),
    (neighbours, 0.06),
    (bulletin, 0.04),
    (quiet, 0.04),
)


def _any_plan(t: Teller, subject: Subject, speaker: Speaker, day: date) -> Plan:
    if subject.matter == "capture":
        return t.capture(subject, speaker, day)
    return t.plan(subject, speaker, day, t.figure(subject), t.period(subject, day, day + 3 * DAY))


def _parties(t: Teller, subject: Subject) -> tuple[Speaker, Speaker]:
    """Two speakers of different camps, with different names."""
    one, other = t.rng.sample(CAMPS, 2)
    first = t.speaker(subject, one)
    while True:
        second = t.speaker(subject, other)
        if second.name.split()[-1] != first.name.split()[-1]:
            return first, second


def _apart(t: Teller, plans: tuple[Plan, ...]) -> Event:
    return Event(t.day, plans, apart=t.rng.random() < 0.75)
