"""Layers and boundary sets as lists and reports, as text or JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from groundcheck.ledger.layer_report import BoundarySummary, Report, Summary
from groundcheck.ledger.layer_store import File
from groundcheck.publish.tables import written

# Where a fault lies, which differs from file to file.
_PLACE = re.compile(r"\[[^\]]*\]")
_MOST = 40
"""So many lines of one kind are enough for a person; JSON has them all."""


def listing(added: Sequence[Summary], described: Sequence[str], as_json: bool) -> str:
    """The layers in the store, and the descriptions in the package that were not used yet."""
    if as_json:
        return _json({"layers": [asdict(one) for one in added], "descriptions": list(described)})
    lines = [f"{one.name}: {_span(one)}\n  {one.maker}, from {one.source}" for one in added]
    names = {one.name for one in added}
    return _lines(lines, "no layer has been added", [d for d in described if d not in names])


def boundary_listing(
    added: Sequence[BoundarySummary], described: Sequence[str], as_json: bool
) -> str:
    """The boundary sets in the store, and the descriptions in the package."""
    if as_json:
        sets = [asdict(one) for one in added]
        return _json({"boundaries": sets, "descriptions": list(described)})
    lines = []
    for one in added:
        mended = f", {one.repaired} repaired" if one.repaired else ""
        lines.append(
            f"{one.name}: {one.outlines} outline(s){mended}\n  {one.maker}, from {one.source}"
        )
    return _lines(lines, "no boundary set has been added", described)


def report_page(report: Report, as_json: bool) -> str:
    """All about one layer's files."""
    if as_json:
        return _json(asdict(report))
    return "\n".join(_page(report)) + "\n"


def _page(report: Report) -> Iterator[str]:
    summary = report.summary
    yield f"{summary.name}: {summary.maker}"
    yield f"from {summary.source}: {_span(summary)}"
    yield f"counts as held: {report.definition}"
    yield f"licence: {report.licence}"
    yield from _section("files refused", _by_notice(report.refused))
    yield from _section("shapes repaired or left out", _by_notice(report.noticed))
    yield from _section(
        "maps that repeat one of long ago (not measured)",
        [f"{day} repeats {older}" for day, older in report.old],
    )
    yield from _section(
        "days with several files (the one taken last is the day's map)",
        [f"{day}: {count} files" for day, count in report.repeated],
    )
    yield from _section(
        "gaps", [f"{gap.after} to {gap.until}: {gap.days} day(s)" for gap in report.gaps]
    )
    yield from _section(
        "jumps of more than 50 km² a day, as after a redrawing",
        [f"{j.day}: {j.km2:+,.0f} km² held by {j.holder} since {j.after}" for j in report.jumps],
    )
    yield from _section(
        "outside every outline",
        [
            f"{r.boundary_set}, held by {r.holder}: {r.last_km2:,.0f} km² on the last map, "
            f"{r.most_km2:,.0f} at most"
            for r in report.residues
        ],
    )


def _by_notice(files: Sequence[File]) -> list[str]:
    """Each notice with the files that it is about: their number, the first and the last."""
    found: dict[str, list[str]] = {}
    for file in files:
        for notice in file.notices:
            found.setdefault(_PLACE.sub("", notice), []).append(file.name)
    lines = []
    for notice, names in found.items():
        span = names[0] if len(names) == 1 else f"{len(names)} files, {names[0]} to {names[-1]}"
        lines.append(f"{notice}: {span}")
    return lines


def _section(title: str, lines: Sequence[str]) -> Iterator[str]:
    yield f"\n{title}: {len(lines) or 'none'}"
    yield from (f"  {line}" for line in lines[:_MOST])
    if len(lines) > _MOST:
        yield f"  … and {len(lines) - _MOST} more (--format json has all)"


def _span(summary: Summary) -> str:
    if summary.first is None:
        return "no maps"
    return f"{summary.maps:,} map(s), {summary.first} to {summary.last}"


def _lines(lines: Sequence[str], nothing: str, described: Sequence[str]) -> str:
    more = f"descriptions at hand: {', '.join(described)}" if described else ""
    return "\n".join(filter(None, [*(lines or [nothing]), more])) + "\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, default=written) + "\n"
