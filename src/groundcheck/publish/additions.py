"""What came of adding to a ledger, for a person and for a program."""

from __future__ import annotations

import json
from collections.abc import Iterator

from groundcheck.ledger.added import Done, Summary, What
from groundcheck.model import to_json
from groundcheck.publish.safe import one_line

_WORDS: dict[What, tuple[str, str]] = {
    "new": ("new report", "new reports"),
    "appearance": ("new appearance of a known report", "new appearances of known reports"),
    "reading": ("new reading of a known report", "new readings of known reports"),
    "known": ("known", "known"),
    "forgotten": ("forgotten before, and left out", "forgotten before, and left out"),
    "refused": ("refused", "refused"),
}
_LISTED = ("new", "appearance", "reading", "forgotten", "refused")


def lines(summary: Summary) -> Iterator[str]:
    """Every outcome with its count and the first of its items, refusals by their reasons."""
    for what, words in _WORDS.items():
        groups = [(reason, group) for (w, reason), group in summary.groups.items() if w == what]
        total = sum(group.count for _, group in groups)
        if not total:
            continue
        claims = f", {summary.claims:,} claims in all" if what == "new" else ""
        yield f"{total:,} {words[total != 1]}{claims}"
        for reason, group in sorted(groups, key=lambda one: (-one[1].count, one[0])):
            if what == "refused":
                yield f"  {one_line(reason) or 'for other reasons'}: {group.count:,}"
            if what in _LISTED:
                inner = "    " if what == "refused" else "  "
                yield from (f"{inner}{one_line(item)}" for item in group.items)
                if group.count > len(group.items):
                    yield f"{inner}… and {group.count - len(group.items):,} more"


def as_text(summary: Summary) -> str:
    """The lines as a text; one that says so where there was nothing."""
    return "\n".join(lines(summary) if summary.groups else ["nothing was there to add"]) + "\n"


def brief(summary: Summary) -> str:
    """The counts on one line, with the first reason for which something was refused."""
    counts = summary.counts
    said = [f"{counts[what]:,} {words[counts[what] != 1]}" for what, words in _WORDS.items()
            if counts[what]]  # fmt: skip
    reason = next((one for what, one in summary.groups if what == "refused"), "")
    return ", ".join(said or ["nothing"]) + (f" ({one_line(reason)})" if reason else "")


def as_json(done: Done) -> str:
    """One item as an object on one line."""
    return json.dumps(to_json(done), ensure_ascii=False)


def sum_as_json(summary: Summary) -> str:
    """The counts as an object on one line."""
    counts = summary.counts
    return json.dumps({"claims": summary.claims} | {what: counts[what] for what in _WORDS})
