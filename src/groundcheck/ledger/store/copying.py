"""Which reports are copies of one text: groups, named by the smallest id in each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import combinations

from groundcheck.text import copies


def groups(texts: Mapping[str, str]) -> dict[str, str]:
    """For each report's id that of its group: all that copies of copies tie together."""
    holding: dict[int, list[str]] = {}
    for report, text in texts.items():
        for band in copies.fingerprint(text):
            holding.setdefault(band, []).append(report)
    pairs = {pair for held in holding.values() for pair in combinations(sorted(held), 2)}
    return tied(texts, pairs, lambda one, two: are_copies(texts[one], texts[two]))


def are_copies(one: str, two: str) -> bool:
    """Whether so much of the shorter text stands in the longer one that they are copies."""
    return copies.share(one, two) >= copies.LEAST


def tied(
    reports: Iterable[str],
    pairs: Iterable[tuple[str, str]],
    alike: Callable[[str, str], bool],
) -> dict[str, str]:
    """For each report that of its group: the smallest it is tied to by pairs that are alike."""
    of = {report: report for report in reports}

    def root(report: str) -> str:
        while of[report] != report:
            of[report] = of[of[report]]
            report = of[report]
        return report

    for one, two in sorted(pairs):
        low, high = sorted((root(one), root(two)))
        if low != high and alike(one, two):
            of[high] = low
    return {report: root(report) for report in of}
