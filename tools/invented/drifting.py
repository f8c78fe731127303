"""What an outlet makes of a statement: another figure, another hedge, another speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from invented import figures, people
from invented.model import Change, Told
from invented.plans import Version

_OTHER_HEDGES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(figures.PLAIN, (*figures.UPWARD, "nearly", "almost")),
    **dict.fromkeys(("nearly", "almost", "just under"), (*figures.UPWARD,)),
    **dict.fromkeys(("just over", "slightly more than"), ("nearly", "less than")),
    **dict.fromkeys(figures.UPWARD, ("", "nearly")),
    **dict.fromkeys(figures.DOWNWARD, ("", *figures.UPWARD)),
}


def altered(rng: Random, version: Version, ways: Sequence[Change]) -> Version:
    """The version with one thing altered; a statement without a figure gets another speaker.

    Where that is not among the ``ways``, it stays as it is.
    """
    if version.told is None:
        way: Change = "attribution"
    else:
        way = rng.choice([one for one in ways if one != "hedge" or version.told.high is None])
    if way not in ways:
        return version
    if way == "attribution":
        pool = version.plan.subject.theatre.names
        other = people.expert(rng, pool)
        while other.name.split()[-1] == version.speaker.name.split()[-1]:
            other = people.expert(rng, pool)
        return replace(version, speaker=other, changed=(way,))
    told = version.told
    assert told is not None  # noqa: S101
    if way == "hedge":
        new = replace(told, hedge=rng.choice(_OTHER_HEDGES[told.hedge]))
    else:
        new = _figure(rng, told, version.plan.said.unit)
    return replace(version, told=new, changed=(way,))


def _figure(rng: Random, told: Told, unit: str) -> Told:
    """Another figure: its digits changed about, or one well above or below."""
    swapped = float(str(int(told.value))[::-1])
    plausible = told.value == int(told.value) and told.value * 0.4 < swapped < told.value * 1.9
    if plausible and abs(swapped - told.value) > 0.15 * told.value and swapped < 97:
        return Told(swapped, told.hedge)
    low = max(1.0, float(round(told.value * rng.uniform(0.55, 0.75))))
    if unit == "percent" or rng.random() < 0.5:
        return Told(low, told.hedge)
    return Told(float(round(told.value * rng.uniform(1.4, 1.8))), told.hedge)
