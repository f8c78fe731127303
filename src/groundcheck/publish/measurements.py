"""Measurements for a person: what each layer shows, in its maker's name, and of how much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from groundcheck.geo.asked import name
from groundcheck.geo.measure import ChangeRow, ReachedRow, Row
from groundcheck.ledger.standing import StandingRow


def measured(rows: Sequence[Row]) -> str:
    """The rows by layer; several days as one line each."""
    return "\n".join(_measured(rows)) + "\n"


def _measured(rows: Sequence[Row]) -> Iterator[str]:
    for (place, holder), of_place in groupby(rows, key=lambda row: (row.place, row.holder)):
        yield f"{name(place)} ({place}): held by {holder}, as each maker shows it"
        for (layer, maker), of_layer in groupby(of_place, key=lambda row: (row.layer, row.maker)):
            yield f"\n  {maker} · {layer}"
            yield from _table(list(of_layer))
        yield ""
    if any(row.km2_with_contested is not None for row in rows):
        yield "Contested is ground that the maker gives to neither side."
    yield "A share is of the same outline's own area, never of an official figure."


def _table(rows: list[Row]) -> Iterator[str]:
    contested = any(row.km2_with_contested is not None for row in rows)
    heading = f"    {'map of':<12}{'outlines':<20}{'held km²':>12}{'share':>9}"
    yield f"{heading}{'with contested':>24}" if contested else heading
    for row in rows:
        wide = ""
        if row.km2_with_contested is not None and row.share_with_contested is not None:
            wide = f"{row.km2_with_contested:>14,.0f}{_percent(row.share_with_contested):>10}"
        yield (
            f"    {row.map_day!s:<12}{_short(row.boundary_set, 19):<20}{row.km2:>12,.0f}"
            f"{_percent(row.share):>9}{wide}"
        )
    if len({row.day for row in rows}) == 1:
        for row in rows:
            yield from _details(row)


def _details(row: Row) -> Iterator[str]:
    yield f"    on {row.boundary_set}: of {row.whole_km2:,.0f} km²"
    if row.front_km2 is not None and row.sliver_km2 is not None:
        share = _percent(100 * (1 - row.front_km2 / row.whole_km2))
        yield (
            f"      not held: {row.front_km2:,.0f} km² by the contact line or apart from held "
            f"ground, {row.sliver_km2:,.0f} km² in slivers"
        )
        yield f"      along a border that two makers draw differently ({share} held without them)"
    if row.outside_km2 is not None:
        yield f"      the layer shows {row.outside_km2:,.0f} km² outside every outline of the set"


def changed(rows: Sequence[ChangeRow]) -> str:
    """A line for each layer and boundary set."""
    lines = []
    for row in rows:
        wide = ""
        if row.km2_with_contested is not None:
            wide = f", {row.km2_with_contested:+,.0f} with contested"
        lines.append(
            f"{name(row.place)}: {row.km2:+,.0f} km² held by {row.holder}{wide}, from the map of "
            f"{row.since} to that of {row.until}\n  {row.maker} · {row.layer}, on "
            f"{row.boundary_set}"
        )
    lines.append("A change is net: ground won less ground lost, of one layer, never across layers.")
    return "\n".join(lines) + "\n"


def reached(rows: Sequence[ReachedRow]) -> str:
    """A line for each layer, boundary set and counting."""
    lines = [f"{name(rows[0].place)}: {rows[0].share:g}% held"] if rows else []
    for row in rows:
        counted = "with contested" if row.contested else "held"
        lines.append(
            f"  {_when(row)}\n    by {row.holder}, {counted}: {row.maker} · {row.layer}, on "
            f"{row.boundary_set}"
        )
    return "\n".join(lines) + "\n"


def standing(rows: Sequence[StandingRow]) -> str:
    """A line for each stretch of maps that show the same at a point."""
    lines = []
    for (point, layer, maker, holder), group in groupby(
        rows, key=lambda row: (row.point, row.layer, row.maker, row.holder)
    ):
        lines.append(f"{point}, ground held by {holder}: {maker} · {layer}")
        for row in group:
            far = f", the line at least {row.line_km:g} km off" if row.line_km else ""
            days = f"{row.first} to {row.last}" if row.first != row.last else f"{row.first}"
            lines.append(f"  {days}: {row.ground}{far}")
    lines.append("A town is an area; the point is one spot of it.")
    return "\n".join(lines) + "\n"


def _when(row: ReachedRow) -> str:
    if row.first is None:
        return f"never up to the last map of {row.last_map}"
    begin = f"on {row.first}"
    if row.first == row.first_map:
        begin = f"before the first map of {row.first_map}"
    if row.since is None:
        return f"first {begin}, no longer on the last map of {row.last_map}"
    if row.since == row.first:
        return f"{begin}, and up to the last map of {row.last_map}"
    return f"first {begin}, for good since {row.since}"


def _percent(share: float) -> str:
    return f"{share:.2f}%" if share >= 99 or share < 1 else f"{share:.1f}%"


def _short(words: str, width: int) -> str:
    return words if len(words) <= width else f"{words[: width - 1]}…"
