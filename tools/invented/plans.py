"""A statement that is going to be reported, with all that its wording needs, and the wording."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from invented import clauses, figures, frames
from invented.desk import Subject
from invented.model import Carried, Change, Said, Told
from invented.people import Speaker


@dataclass(frozen=True, slots=True)
class Plan:
    """A statement, who says it, and what it is about; ``when`` are the words of its time."""

    said: Said
    speaker: Speaker
    subject: Subject
    when: str = ""
    as_of: bool = False


@dataclass(frozen=True, slots=True)
class Version:
    """How a report has a statement: as it was said, or with what an outlet made of it."""

    plan: Plan
    told: Told | None
    speaker: Speaker
    changed: tuple[Change, ...] = ()

    @property
    def carried(self) -> Carried:
        """What the record keeps of it."""
        return Carried(self.plan.said, self.speaker.name, self.told, self.changed)


def faithful(plan: Plan) -> Version:
    """The statement as it was said."""
    return Version(plan, plan.said.told, plan.speaker)


def wording(seed: str, version: Version, published: date, again: bool = False) -> str:
    """A sentence or two that carry the statement.

    Equal seeds give equal words, but for what the version changes. ``again`` is for a speaker who
    was brought in before.
    """
    rng = Random(seed)
    plan, said = version.plan, version.plan.said
    clause = _clause(rng, version, seed)
    day = said.day.strftime("%A") if (published - said.day).days < 6 else _date(said.day)
    on = rng.choice((f" on {day}", f" on {day}", f" {day}")) if day.isalpha() else f" on {day}"
    speaker = version.speaker
    name = (
        rng.choice(speaker.again)
        if again
        else speaker.first[rng.randrange(2**16) % len(speaker.first)]
    )
    if said.denied:
        shape = rng.choice(
            [one for one in clauses.DENIALS if "{d}" in one or published == said.day]
        )
    else:
        shape = rng.choice(_frames(version, published))
    shape = shape.replace("{c}", clause).replace("{C}", _capital(clause))
    for slot, word in (
        ("{s}", name), ("{d}", on), ("{D}", _capital(on.strip())),
        ("{m}", said.medium or ""), ("{p}", speaker.pronoun),
    ):  # fmt: skip
        shape = shape.replace(slot, word)
    shape = _slots(rng, shape, plan)
    return _capital(_commas(shape))


def _frames(version: Version, published: date) -> tuple[str, ...]:
    if version.plan.said.medium:
        return frames.TO_MEDIUM
    personal = frames.PERSONAL if version.speaker.pronoun != "it" else ()
    undated = frames.UNDATED if published == version.plan.said.day else ()
    return (*frames.DATED, *personal, *undated)


def _clause(rng: Random, version: Version, seed: str) -> str:
    plan, said = version.plan, version.plan.said
    shapes = clauses.SHARE_AS_OF if plan.as_of else clauses.CLAUSES[said.matter]
    if said.told and said.told.value == int(said.told.value) == 1:
        shapes = tuple(one for one in shapes if " are " not in one and " were " not in one)
    shape = rng.choice(shapes)
    if said.denied:
        shape = clauses.perfect(shape).replace("{t}", "")
    else:
        shape = shape.replace("{t}", plan.when)
    figure = (
        figures.words(Random(f"{seed}/figure"), version.told, said.unit) if version.told else ""
    )
    return _slots(rng, shape.replace("{f}", figure), plan)


def _slots(rng: Random, shape: str, plan: Plan) -> str:
    subject = plan.subject
    town = subject.town_words(rng)
    for slot, word in (
        ("{a}", rng.choice(subject.side.fighters)), ("{A}", _capital(rng.choice(subject.side.fighters))),
        ("{b}", rng.choice(subject.other.fighters)), ("{r}", subject.region_words(rng)),
        ("{n}", town), ("{N}", _capital(town)),
    ):  # fmt: skip
        shape = shape.replace(slot, word)
    return shape


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _commas(words: str) -> str:
    """An apposition's closing comma goes before another mark."""
    return words.replace(",.", ".").replace(",,", ",").replace(",:", ":")


def _date(day: date) -> str:
    return f"{day:%B} {day.day}"
