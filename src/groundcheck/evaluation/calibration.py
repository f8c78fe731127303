"""Logistic models of how likely something is right, and how well such probabilities hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
from numpy.typing import NDArray

from groundcheck.publish.reliability import Point
from groundcheck.readers.confidence import LEVEL, probability

Array = NDArray[np.float64]

_RIDGE, _RIDGE_OF_LEVEL = 1.0, 0.01
"""What the squares of weights cost. A level without cost runs off where all cases are right."""
_LEAST = 1e-6
_ROUNDS = 50
BINS = 10
_DRAWS = 100


@dataclass(frozen=True, slots=True)
class Case:
    """Something that was right or not, the signs that held, and the report it stands in."""

    report: str
    signs: frozenset[str]
    right: bool


@dataclass(frozen=True, slots=True)
class Calibration:
    """How probabilities held: ``base_loss`` is the log loss of one rate for all cases.

    ``error`` is the expected calibration error, the mean distance between what is said and what
    was right, over ``bins`` of a tenth each, weighed by their counts. ``chance`` is what it would
    be on average if every probability were exact, since few cases never come out evenly.
    """

    count: int
    rate: float
    brier: float
    error: float
    chance: float
    loss: float
    base_loss: float
    bins: tuple[Point, ...]


def fit(cases: Sequence[Case], least: int = 5) -> dict[str, float]:
    """The weight of each sign, and under ``LEVEL`` what they add to, by ridge logistic regression.

    Signs that hold of fewer than ``least`` cases get none, and one whose weight would run against
    the mark before its name ("+", "-") none either; the others are fitted without it.
    """
    seen: dict[str, int] = {}
    for case in cases:
        for sign in case.signs:
            seen[sign] = seen.get(sign, 0) + 1
    names = [LEVEL, *sorted(sign for sign, count in seen.items() if count >= least)]
    while True:
        weights = dict(zip(names, _newton(_matrix(cases, names), _right(cases)), strict=True))
        against = {name for name, weight in weights.items() if _runs_against(name, weight)}
        if not against:
            return weights
        names = [name for name in names if name not in against]


def folds(reports: Sequence[str], count: int = 10, seed: int = 0) -> tuple[frozenset[str], ...]:
    """The reports in ``count`` parts of about one size, the same for the same names."""
    names = sorted(set(reports))
    Random(seed).shuffle(names)  # noqa: S311
    return tuple(frozenset(names[at::count]) for at in range(min(count, len(names))))


def out_of_fold(
    cases: Sequence[Case],
    parts: Sequence[frozenset[str]],
    fitted: Callable[[Sequence[Case]], Mapping[str, float]] = fit,
) -> list[float]:
    """For each case what a model says that was fitted without any case of its report's part."""
    said = [0.0] * len(cases)
    for part in parts:
        weights = fitted([case for case in cases if case.report not in part])
        for at, case in enumerate(cases):
            if case.report in part:
                said[at] = probability(weights, case.signs)
    return said


def calibration(said: Sequence[float], right: Sequence[bool]) -> Calibration:
    """How well the probabilities said of at least one case hold."""
    p, y = np.asarray(said, float), np.asarray(right, float)
    bins = tuple(_bins(p, y))
    rate = float(y.mean())
    return Calibration(
        count=len(p),
        rate=rate,
        brier=float(((p - y) ** 2).mean()),
        error=_error(bins),
        chance=_chance(p),
        loss=_loss(p, y),
        base_loss=_loss(np.full(len(y), rate), y),
        bins=bins,
    )


def _bins(said: Array, right: Array) -> Iterator[Point]:
    places = np.minimum((said * BINS).astype(int), BINS - 1)
    for place in range(BINS):
        inside = places == place
        if inside.any():
            means = float(said[inside].mean()), float(right[inside].mean())
            yield Point(int(inside.sum()), *means)


def _error(bins: Sequence[Point]) -> float:
    apart = sum(one.count * abs(one.said - one.right) for one in bins)
    return apart / sum(one.count for one in bins)


def _chance(said: Array) -> float:
    drawn = np.random.default_rng(0).random((_DRAWS, len(said))) < said
    return float(np.mean([_error(tuple(_bins(said, right.astype(float)))) for right in drawn]))


def _loss(said: Array, right: Array) -> float:
    p = np.clip(said, 1e-9, 1 - 1e-9)
    return float(-(right * np.log(p) + (1 - right) * np.log(1 - p)).mean())


def _matrix(cases: Sequence[Case], names: Sequence[str]) -> Array:
    rows = [[name == LEVEL or name in case.signs for name in names] for case in cases]
    return np.asarray(rows, float)


def _right(cases: Sequence[Case]) -> Array:
    return np.asarray([case.right for case in cases], float)


def _newton(x: Array, y: Array) -> list[float]:
    """The least penalised loss; the step is halved until it lessens it, so that it is found."""
    cost = np.full(x.shape[1], _RIDGE)
    cost[0] = _RIDGE_OF_LEVEL

    def loss(at: Array) -> float:
        z = x @ at
        return float((np.logaddexp(0, z) - y * z).sum() + (cost * at**2).sum() / 2)

    weights = np.zeros(x.shape[1])
    for _ in range(_ROUNDS):
        p = 1 / (1 + np.exp(-(x @ weights)))
        slope = x.T @ (p - y) + cost * weights
        bend = (x.T * (p * (1 - p))) @ x + np.diag(cost)
        step = np.linalg.solve(bend, slope)
        while loss(weights - step) > loss(weights) and np.abs(step).max() > _LEAST:
            step = step / 2
        weights = weights - step
        if np.abs(step).max() < _LEAST:
            break
    return [float(weight) for weight in weights]


def _runs_against(name: str, weight: float) -> bool:
    return (name.startswith("+") and weight < 0) or (name.startswith("-") and weight > 0)
