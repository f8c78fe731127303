"""One statement as several reports carry it: what was changed on the way, and by whom first.

Carried is what copies of one report have in common, what one source said on one day (a report that
does not give the day may come a day late; then only the same figure shows that it is the same
statement), or what is said in the very same words. It is compared with the earliest report on
record: the figure, its bound ("75%", "over 75%"), how surely it is said, whose it is, in which
outlet it was said, and its unit.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from groundcheck.checks.bearing import days_apart, same_time, timed
from groundcheck.checks.chains import age, chains, value
from groundcheck.checks.corroboration import quoted, said_by
from groundcheck.checks.measures import figure_of, in_base
from groundcheck.checks.proposition import REPORT, UNNAMED
from groundcheck.checks.source_names import part_of
from groundcheck.checks.verdicts import rounding
from groundcheck.checks.wording import middle
from groundcheck.model import THE_REPORT, Evidence, Finding, Quantity, Statement, Step
from groundcheck.text.units import convert

NAME = "drift"


class Change(NamedTuple):
    """What is not as it was: ``what`` it is of, and how it was and became, in words."""

    what: str
    before: str
    after: str


class Drifted(NamedTuple):
    """A statement that was changed on the way, and who is first on record with each change."""

    original: Statement
    later: Statement
    changes: tuple[Change, ...]
    first: tuple[Statement, ...]


def drifted(statements: Iterable[Statement]) -> Iterator[Drifted]:
    """Every statement of one proposition that is not as its earliest report has it."""
    for chain in chains(statements):
        pairs = list(_pairs(chain))
        first: dict[tuple[str, str], Statement] = {}
        for _, later, changes in pairs:
            for change in changes:
                first.setdefault((change.what, change.after), later)
        for original, later, changes in pairs:
            if changes:
                firsts = tuple(first[change.what, change.after] for change in changes)
                yield Drifted(original, later, changes, firsts)


def check(statement: Statement, others: Sequence[Statement]) -> tuple[Finding, ...]:
    """What became of the statement on the way to its report, if anything did."""
    same = [of for of in others if of.proposition == statement.proposition]
    if all(of.claim.id != statement.claim.id for of in same):
        same.append(statement)
    return tuple(finding(of) for of in drifted(same) if of.later.claim.id == statement.claim.id)


def finding(drift: Drifted) -> Finding:
    """A drift as a finding about the later statement, with both of the originals quoted."""
    what = {change.what for change in drift.changes}
    told = "; ".join(f"{of.what}: {of.before} became {of.after}" for of in drift.changes)
    original, later = drift.original, drift.later
    first = tuple(
        Step("look who has it first", (change.what, change.after), _where(of), quoted(of))
        for change, of in zip(drift.changes, drift.first, strict=True)
    )
    return Finding(
        claim=later.claim.id,
        check=NAME,
        verdict="disagrees" if "figure" in what else "depends",
        summary=f"Not as {_where(original)} has it ({told})",
        decided_by=None if "figure" in what else "which report's words are taken",
        working=(
            Step("read the earliest on record", (said_by(original),), quoted(original)),
            Step("read this one", (said_by(later),), quoted(later)),
            *first,
        ),
        evidence=(
            Evidence(said_by(original), quoted(original), _day(original), (original.claim.id,)),
        ),
    )


def changes_of(original: Statement, later: Statement) -> tuple[Change, ...]:
    """What is not the same in the later of two accounts of one statement."""
    found = [*_of_figure(original, later)]
    was, became = original.claim, later.claim
    if was.certainty != became.certainty:
        found.append(Change("certainty", was.certainty, became.certainty))
    if _other_source(original, later):
        found.append(Change("attribution", _named(original), _named(later)))
    medium = was.attribution.medium
    lost = medium is not None and became.attribution.medium is None
    # An outlet that only leaves out where it was said alters nothing of what was said.
    if found and lost and original.origin == later.origin and medium != later.appeared.publisher:
        found.append(Change("medium", str(medium), "not given"))
    return tuple(found)


def _other_source(original: Statement, later: Statement) -> bool:
    """Whether another is named, or nobody; a part of the name is the same one in one chain."""
    was, became = original.origin, later.origin
    if was.startswith(REPORT) and became.startswith(REPORT):
        return False
    if was == became or was.startswith(UNNAMED) or became.startswith(UNNAMED):
        return False
    return not (part_of(was, became) or part_of(became, was))


def _pairs(chain: Sequence[Statement]) -> Iterator[tuple[Statement, Statement, tuple[Change, ...]]]:
    """Each later statement with the one of the earliest report that it is an account of.

    Where that is open, because the report has several that fit, there is none.
    """
    by_report: dict[str, list[Statement]] = defaultdict(list)
    for one in chain:
        by_report[one.report].append(one)
    base = _earliest(by_report)
    for report, said in by_report.items():
        if report == base:
            continue
        left = list(by_report[base])
        for one in said:
            same = next((of for of in left if not changes_of(of, one) and _meet(of, one)), None)
            if same is not None:
                left.remove(same)
        for one in said:
            if any(not changes_of(of, one) and _meet(of, one) for of in by_report[base]):
                continue
            fitting = [of for of in left if _meet(of, one) and _could_be(of, one, by_report[base])]
            if len(fitting) == 1:
                yield fitting[0], one, changes_of(fitting[0], one)


def _could_be(original: Statement, one: Statement, beside: Sequence[Statement]) -> bool:
    """Another's words are an account of it only where the report has none by that source.

    Without a figure it is no account of a figure, and a denial none of what it denies. A figure of
    another day in nobody's mouth is that day's, as in a daily bulletin.
    """
    if (value(original) is None) != (value(one) is None):
        return False
    if (original.claim.certainty == "denied") != (one.claim.certainty == "denied"):
        return False
    nobody = original.origin.startswith((REPORT, UNNAMED))
    if nobody and original.said != one.said and value(original) != value(one):
        return False
    if original.origin == one.origin:
        return True
    return all(of.origin != one.origin for of in beside) and value(original) == value(one)


def _earliest(by_report: dict[str, list[Statement]]) -> str:
    """The first report; of several of the first day one that says what most reports say."""
    days = {report: age(said[0])[0] for report, said in by_report.items()}
    first = [report for report, day in days.items() if day == min(days.values())]
    often = Counter(map(_says, by_report.values()))
    return max(first, key=lambda of: (often[_says(by_report[of])], -first.index(of)))


def _says(said: Sequence[Statement]) -> tuple[object, ...]:
    return tuple((value(of), _bound(of), of.claim.certainty, of.origin) for of in said)


def _of_figure(original: Statement, later: Statement) -> Iterator[Change]:
    was, became = figure_of(original.claim), figure_of(later.claim)
    if was is None or became is None:
        return
    if not _same_figure(original, was, became):
        yield Change("figure", _full(was), _full(became))
        return
    if was.bound != became.bound:
        yield Change("bound", _full(was), _full(became))
    if was.unit != became.unit:
        yield Change("unit", _full(was), _full(became))


def _same_figure(original: Statement, was: Quantity, became: Quantity) -> bool:
    if was.unit == became.unit:
        return was.value == became.value
    given = [of for of in original.claim.quantities if of.unit == became.unit]
    if given:
        return any(of.value == became.value for of in given)
    one, other = in_base(was), in_base(became)
    if one.unit != other.unit:
        return False
    rounded = [
        rounding(middle(of.value), 0.025).scaled(convert(1.0, of.unit, one.unit))
        for of in (was, became)
    ]
    return rounded[0].overlaps(rounded[1])


def _full(of: Quantity) -> str:
    return f"“{' '.join(of.text.split())}”"


def _meet(one: Statement, other: Statement) -> bool:
    """Whether both may speak of the same days."""
    given = timed(one.claim), timed(other.claim)
    if all(given):
        return same_time(one, other)
    apart = days_apart(one, other)
    return not any(given) or apart is None or apart <= 1


def _bound(one: Statement) -> str:
    figure = figure_of(one.claim)
    return figure.bound if figure else ""


def _named(one: Statement) -> str:
    source = one.claim.attribution.source
    return "the report's own voice" if source == THE_REPORT else source


def _where(one: Statement) -> str:
    return f"{one.appeared.outlet} ({one.appeared.published or 'without a day'})"


def _day(one: Statement) -> str | None:
    return str(one.said) if one.said else None
