"""The reader against our own annotated reports: never below the best figures reached.

A found claim answers an annotated one where the shorter of their two texts lies for four fifths
in the other. Slots are compared as they are published; names agree when the words of one are
among the words of the other.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import groundcheck
from groundcheck.publish.shape import published

HERE = Path(__file__).parent
SLOTS = (
    "kind", "actor", "places", "quantities", "time",
    "source", "mode", "certainty", "medium", "said_on",
)  # fmt: skip
ASIDE = ("opinion", "forecast")


@dataclass
class Tally:
    right: int = 0
    wanted: int = 0
    given: int = 0

    def add(self, right: int, wanted: int, given: int) -> None:
        self.right, self.wanted, self.given = (
            self.right + right,
            self.wanted + wanted,
            self.given + given,
        )

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, self.wanted + self.given)


def words(name: str) -> set[str]:
    kept = "".join(c if c.isalnum() else " " for c in name.casefold()).split()
    return set(kept) - {"the", "a", "an", "of"}


def same_name(wanted: Any, given: str | None) -> bool:
    options = [wanted] if isinstance(wanted, str) else wanted
    have = words(given or "")
    return bool(have) and any(words(o) <= have or have <= words(o) for o in options)


def same_figure(wanted: dict[str, Any], given: dict[str, Any]) -> bool:
    a, b = (v if isinstance(v, list) else [v] for v in (wanted["value"], given["value"]))
    near = len(a) == len(b) and all(
        abs(x - y) <= 0.005 * max(1, abs(x)) for x, y in zip(a, b, strict=True)
    )
    return near and wanted["unit"] == given["unit"] and wanted["bound"] == given["bound"]


def same_place(wanted: str, given: dict[str, Any]) -> bool:
    return wanted in (given["id"], f"name:{given['name']}", f"name:{given['text']}")


def matched(wanted: list[Any], given: list[Any], same: Any) -> int:
    left = list(given)
    for one in wanted:
        hit = next((other for other in left if same(one, other)), None)
        if hit is not None:
            left.remove(hit)
    return len(given) - len(left)


def slot(name: str, wanted: Any, given: Any) -> tuple[int, int, int]:
    if name in ("places", "quantities"):
        same = same_place if name == "places" else same_figure
        return matched(wanted or [], given or [], same), len(wanted or []), len(given or [])
    agree = (
        same_name(wanted, given)
        if name in ("actor", "source", "medium") and wanted
        else wanted == given
    )
    return int(bool(agree) and wanted is not None), int(bool(wanted)), int(bool(given))


def pairs(wanted: list[tuple[int, int]], given: list[tuple[int, int]]) -> dict[int, int]:
    """Annotated claim to found claim, the largest shared part first."""
    scored = []
    for i, (a, b) in enumerate(wanted):
        for j, (c, d) in enumerate(given):
            shared = min(b, d) - max(a, c)
            if shared > 0 and shared >= 0.8 * min(b - a, d - c):
                scored.append((shared / (max(b, d) - min(a, c)), i, j))
    chosen: dict[int, int] = {}
    for _, i, j in sorted(scored, reverse=True):
        if i not in chosen and j not in chosen.values():
            chosen[i] = j
    return chosen


def score(folder: Path) -> dict[str, float]:
    """F1 of claims, of every slot and of all slots together, over all cases of a folder."""
    tallies = {name: Tally() for name in ("claims", *SLOTS)}
    for file in sorted(folder.glob("*.txt")):
        gold = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))["claims"]
        text = file.read_text(encoding="utf-8")
        found = [c for c in published(groundcheck.read(text).claims) if c["kind"] not in ASIDE]
        spans = [(text.index(g["quote"]), text.index(g["quote"]) + len(g["quote"])) for g in gold]
        chosen = pairs(spans, [(c["spans"][0][0], c["spans"][-1][1]) for c in found])
        tallies["claims"].add(len(chosen), len(gold), len(found))
        for i, annotated in enumerate(gold):
            claim = found[chosen[i]] if i in chosen else {}
            for name in SLOTS:
                tallies[name].add(*slot(name, annotated.get(name), claim.get(name)))
    together = Tally()
    for name in SLOTS:
        together.add(tallies[name].right, tallies[name].wanted, tallies[name].given)
    return {name: tally.f1 for name, tally in (*tallies.items(), ("slots", together))}


def test_the_reader_keeps_its_floors():
    floors = tomllib.loads((HERE.parent / "floors.toml").read_text(encoding="utf-8"))["cases"]
    figures = score(HERE)
    assert {n: round(f, 3) for n, f in figures.items() if f < floors.get(n, 0)} == {}
    assert set(floors) <= set(figures)
