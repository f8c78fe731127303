"""A report of given statements: dateline, paragraphs, filler up to a length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from invented import filler
from invented.model import Carried
from invented.plans import Version, wording
from invented.world import Theatre

_CONTEXT = (
    "The war in {country} has gone on for longer than anyone expected.",
    "{country} has known little quiet since the war began.",
    "Of the wars of these years, the one in {country} is among the least visited by reporters.",
    "Life in much of {country} is shaped by the war.",
    "For most people in {country}, the war is part of every day.",
    "The war in {country} is now and then forgotten abroad.",
)
_TITLES = (
    "{side} in {place}: what is known",
    "War in {country}: the situation in {place}",
    "{country}: new figures for {place}",
    "New account of the front in {place}",
    "What officials say about {place}",
    "{place}: competing accounts",
    "Eyes on {place}",
    "{country}'s war reaches a new stage",
    "Fight for {place} goes on",
    "The day in {country}",
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and what is said in it."""

    text: str
    carried: tuple[Carried, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A report before an outlet prints it."""

    title: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        """The paragraphs, with a blank line between them."""
        return "\n\n".join(one.text for one in self.paragraphs)

    @property
    def carried(self) -> tuple[Carried, ...]:
        """All statements, in order."""
        return tuple(said for one in self.paragraphs for said in one.carried)

    @property
    def words(self) -> int:
        """How many words there are."""
        return sum(len(one.text.split()) for one in self.paragraphs)


def composed(seed: str, versions: Sequence[Version], published: date, words: int) -> Draft:
    """A report that carries the statements, of about so many words.

    Equal seeds give equal reports, but for what the versions change.
    """
    rng = Random(seed)
    theatre = versions[0].plan.subject.theatre
    met: set[str] = set()
    paragraphs = []
    for number, version in enumerate(versions):
        again = version.speaker.name in met
        met.add(version.speaker.name)
        told = wording(f"{seed}/{number}", version, published, again)
        if rng.random() < 0.35:
            told = f"{told} {filler.sentence(rng)}"
        paragraphs.append(Paragraph(told, (version.carried,)))
    country = any(theatre.country in one.text for one in paragraphs)
    if not country or rng.random() < 0.3:
        paragraphs.append(Paragraph(rng.choice(_CONTEXT).format(country=theatre.country)))
    paragraphs += _padding(rng, words - sum(len(one.text.split()) for one in paragraphs))
    paragraphs = _mixed(rng, paragraphs)
    if rng.random() < 0.15:
        paragraphs[:0] = [Paragraph(filler.paragraph(rng, 18))]
    paragraphs[0] = replace(
        paragraphs[0], text=_dateline(rng, theatre, published) + paragraphs[0].text
    )
    return Draft(_title(rng, versions[0]), tuple(paragraphs))


def quiet(seed: str, theatre: Theatre, published: date, words: int) -> Draft:
    """A report in which nobody claims anything."""
    rng = Random(seed)
    paragraphs = [Paragraph(rng.choice(_CONTEXT).format(country=theatre.country))]
    paragraphs += _padding(rng, words)
    paragraphs[0] = replace(
        paragraphs[0], text=_dateline(rng, theatre, published) + paragraphs[0].text
    )
    return Draft(f"Life in {theatre.country}", tuple(paragraphs))


def _mixed(rng: Random, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The first stays; what is claimed stays in order, for later sentences rest on earlier ones."""
    first, *rest = paragraphs
    claims = iter([one for one in rest if one.carried])
    return [first, *(next(claims) if one.carried else one for one in rng.sample(rest, len(rest)))]


def _padding(rng: Random, words: int) -> list[Paragraph]:
    found = []
    while words > 8:
        text = filler.paragraph(rng, min(words, rng.randint(15, 60)))
        found.append(Paragraph(text))
        words -= len(text.split())
    return found


def _dateline(rng: Random, theatre: Theatre, day: date) -> str:
    city = rng.choice(theatre.datelines)
    return rng.choice(
        (f"{city} — ", f"{city} - ", f"{city}, {day:%B} {day.day} — ", f"{city} (Own report) — ",
         "", "", f"{city.title()}, {_month(day)} {day.day} — ")
    )  # fmt: skip


def _month(day: date) -> str:
    """The month as it is shortened: "Mar.", "May"."""
    return f"{day:%b}." if len(f"{day:%B}") > 4 else f"{day:%B}"


def _title(rng: Random, version: Version) -> str:
    subject = version.plan.subject
    place = subject.town[0] if subject.town else subject.regions[0].name
    side = subject.side.names[0]
    return rng.choice(_TITLES).format(country=subject.theatre.country, place=place, side=side)
