"""The page that puts measured figures beside published ones says what is measured today."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from groundcheck.geo.control import ControlFigures
from groundcheck.ledger.shipped import load_figures

PAGE = Path(__file__).parents[2] / "docs" / "verification.md"
NEW_YEAR, DAY = date(2026, 1, 1), date(2025, 2, 20)

SHARES = {
    "Luhansk": ("UA-09", "99.6"),
    "Donetsk": ("UA-14", "78.1"),
    "Zaporizhzhia": ("UA-23", "74.8"),
    "Kherson": ("UA-65", "72"),
    "Kharkiv": ("UA-63", "4.7"),
    "Sumy": ("UA-59", "1.0"),
    "Dnipropetrovsk": ("UA-12", "0.6"),
}
MONTHS = {
    (2024, 8): 363, (2024, 11): 730, (2025, 1): 325, (2025, 3): 133, (2025, 5): 449,
    (2025, 6): 556, (2025, 8): 464, (2025, 9): 259, (2026, 1): 245, (2026, 2): 126,
}  # fmt: skip
CONTESTED = {
    "Donetsk": ["UA-14"],
    "Zaporizhzhia": ["UA-23"],
    "Kherson": ["UA-65"],
    "Luhansk": ["UA-09"],
    "Donetsk, Zaporizhzhia and Kherson together": ["UA-14", "UA-23", "UA-65"],
}


def figures_of(layer: str, holder: str = "Russia") -> ControlFigures:
    (only,) = (one for one in load_figures() if (one.layer, one.holder) == (layer, holder))
    return only


def own_km2(figures: ControlFigures, day: date, boundary_set: str) -> float:
    """All that the map of a day shows, inside the outlines and outside of them."""
    (slot,) = {figures.days.index(one.day) for one in figures.measure(sorted(figures.covers), day)}
    both = (*figures.series, *figures.outside)
    return sum(one.km2[slot] for one in both if one.boundary_set == boundary_set)


def shares() -> Iterator[str]:
    for name, (place, published) in SHARES.items():
        both = [one.share for one in figures_of("deepstate-daily").measure([place], NEW_YEAR)]
        gaps = " / ".join(f"{share - float(published):+.2f}" for share in both)
        ours = " | ".join(f"{share:.2f}" for share in both)
        yield f"| {name} (`{place}`) | {ours} | {published} | {gaps} |"


def months() -> Iterator[str]:
    figures = figures_of("deepstate-daily")
    for (year, month), published in MONTHS.items():
        first = date(year, month, 1)
        after = date(year + month // 12, month % 12 + 1, 1)
        changes = [
            figures.change(["UA"], first + timedelta(n), after + timedelta(n))[0] for n in (0, 1)
        ]
        ours = " | ".join(f"{change.km2:.1f}" for change in changes)
        gaps = " / ".join(f"{change.km2 - published:+.1f}" for change in changes)
        maps = f"{changes[0].old.day} to {changes[0].new.day}"
        yield f"| {year}-{month:02} | {ours} | {published} | {gaps} | {maps} |"


def wholes() -> Iterator[str]:
    figures = figures_of("deepstate-daily")
    inside = figures.measure(["UA"], NEW_YEAR)[0]
    own = own_km2(figures, NEW_YEAR, "Minregion")
    first = date(2025, 1, 1)
    gain = figures.change(["UA"], first, NEW_YEAR)[0].km2
    own_gain = own - own_km2(figures, first, "Minregion")
    area, share, year = 116_165, 19.25, 4_336
    yield from (
        f"| the layer's own area on 2026-01-01, km² | {own:,.0f} | {area:,} | {own - area:+,.0f} |",
        f"| of it inside `Minregion`, km² | {inside.km2:,.0f} | {area:,} "
        f"| {inside.km2 - area:+,.0f} |",
        f"| share of `Minregion` ({inside.whole_km2:,.0f} km²), % | {inside.share:.2f} | {share} "
        f"| {inside.share - share:+.2f} |",
        f"| the layer's own area of the official 603,628 km², % | {100 * own / 603_628:.2f} "
        f"| {share} | {100 * own / 603_628 - share:+.2f} |",
        f"| gain in 2025, the layer's own area, km² | {own_gain:,.0f} | {year:,} "
        f"| {own_gain - year:+,.0f} |",
        f"| gain in 2025, inside `Minregion`, km² | {gain:,.0f} | {year:,} | {gain - year:+,.0f} |",
    )


def kursk() -> Iterator[str]:
    held, contested = figures_of("deepstate", "Ukraine").measure(["RU-KRS"], DAY)
    yield f"| DeepState, Kursk, held | {held.km2:,.0f} |"
    yield f"| DeepState, Kursk, with contested ground | {contested.km2:,.0f} |"
    nzz = figures_of("nzz", "Ukraine")
    yield f"| NZZ, Kursk, held | {nzz.measure(['RU-KRS'], DAY)[0].km2:,.0f} |"
    yield f"| NZZ, all that is held outside Ukraine | {own_km2(nzz, DAY, 'CARTO'):,.0f} |"


def contested() -> Iterator[str]:
    for name, places in CONTESTED.items():
        held, both = figures_of("deepstate").measure(places, DAY)[:2]
        yield f"| {name} | {held.share:.2f} | {both.share:.2f} |"


@pytest.mark.parametrize("table", [shares, months, wholes, kursk, contested])
def test_a_table_says_what_is_measured(table: Callable[[], Iterator[str]]) -> None:
    rows = list(table())
    written = PAGE.read_text(encoding="utf-8")
    assert "\n".join(rows) in written


def test_what_the_page_says_of_its_tables() -> None:
    daily = figures_of("deepstate-daily")
    near = {
        name: [
            abs(one.share - float(published)) < 0.105 for one in daily.measure([place], NEW_YEAR)
        ]
        for name, (place, published) in SHARES.items()
    }
    assert [name for name, (ministry, _) in near.items() if not ministry] == [
        "Zaporizhzhia", "Kherson",
    ]  # fmt: skip
    assert near["Zaporizhzhia"][1]
    assert near["Kherson"][1]
    later = [row.split("|")[5].split("/")[1] for row in months()][5:]
    assert max(abs(float(gap)) for gap in later) < 1
    early = [row.split("|")[5].split("/")[0] for row in months()][:2]
    assert max(abs(float(gap)) for gap in early) < 1
