"""Making statements: what is spoken of, by whom, of which time and how much."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random
from typing import Literal

from invented import figures, people
from invented.desk import Desk, Subject
from invented.model import Matter, Said, Told
from invented.people import Speaker
from invented.periods import DAY, Period, between, month_before
from invented.plans import Plan

FIGURED: tuple[Matter, ...] = ("share", "share", "taken", "taken", "lost", "seized", "held")
ANY_MATTER: tuple[Matter, ...] = (*FIGURED, "capture")
IN_A_TIME: tuple[Matter, ...] = ("taken", "lost", "seized")


Camp = Literal["own", "other", "outside", "any"]
CAMPS: tuple[Camp, ...] = ("own", "other", "outside")


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
        if matter is None:
            return self.subject(self.rng.choice(ANY_MATTER), like)
        return self.desk.subject(self.rng, self.day, matter, like.theatre if like else None)

    def speaker(self, subject: Subject, who: Camp) -> Speaker:
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
        if subject.matter not in IN_A_TIME:
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


def against(one: Plan, other: Plan) -> tuple[Plan, Plan]:
    """Both, each said to stand against the other."""
    return (
        replace(one, said=replace(one.said, against=(other.said.id,))),
        replace(other, said=replace(other.said, against=(one.said.id,))),
    )
