"""A statement that is going to be reported, with all that its wording needs, and the wording."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from invented import clauses, figures, frames
from invented.desk import Subject
from invented.model import Carried, Change, Said, Told
from invented.people import Speaker
from invented.periods import spoken


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
    plan, said, speaker = version.plan, version.plan.said, version.speaker
    clause = _clause(rng, version, seed)
    on = _day(rng, said.day, published)
    # As many draws whoever speaks, so that another speaker changes nothing else.
    ways = speaker.again if again else speaker.first
    name = ways[int(rng.random() * len(ways))]
    shape = rng.choice(_shapes(version, published))
    words = {
        "{c}": clause,
        "{C}": _capital(clause),
        "{s}": name,
        "{d}": on,
        "{D}": _capital(on.strip()),
        "{m}": said.medium or "",
        "{p}": speaker.pronoun,
    }
    return _capital(_commas(_slots(rng, _filled(shape, words), plan)))


def _day(rng: Random, day: date, published: date) -> str:
    """The day of saying, with a space before it: " on Monday", " Monday", " on March 1"."""
    if (published - day).days >= 6:
        return f" on {spoken(day)}"
    return f"{rng.choice((' on', ' on', ''))} {day:%A}"


def _shapes(version: Version, published: date) -> tuple[str, ...]:
    said = version.plan.said
    if not said.denied:
        return _frames(version, published)
    return tuple(one for one in clauses.DENIALS if "{d}" in one or published == said.day)


def _frames(version: Version, published: date) -> tuple[str, ...]:
    if version.plan.said.medium:
        return frames.TO_MEDIUM
    personal = frames.PERSONAL if version.speaker.pronoun != "it" else ()
    undated = frames.UNDATED if published == version.plan.said.day else ()
    return (*frames.DATED, *personal, *undated)


def _clause(rng: Random, version: Version, seed: str) -> str:
    plan, said = version.plan, version.plan.said
    shape = rng.choice(clauses.SHARE_AS_OF if plan.as_of else clauses.CLAUSES[said.matter])
    if said.denied:
        shape = clauses.perfect(shape)
    told = version.told
    figure = figures.words(Random(f"{seed}/figure"), told, said.unit) if told else ""
    when = "" if said.denied else plan.when
    return _slots(rng, _filled(shape, {"{t}": when, "{f}": figure}), plan)


def _slots(rng: Random, shape: str, plan: Plan) -> str:
    subject = plan.subject
    town, side = subject.town_words(rng), rng.choice(subject.side.fighters)
    words = {
        "{a}": side,
        "{A}": _capital(side),
        "{b}": rng.choice(subject.other.fighters),
        "{r}": subject.region_words(rng),
        "{n}": town,
        "{N}": _capital(town),
    }
    return _filled(shape, words)


def _filled(shape: str, words: dict[str, str]) -> str:
    for slot, word in words.items():
        shape = shape.replace(slot, word)
    return shape


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _commas(words: str) -> str:
    """An apposition's closing comma goes before another mark."""
    return words.replace(",.", ".").replace(",,", ",").replace(",:", ":")
