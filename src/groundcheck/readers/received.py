"""A text as a report: its id, and its day of publication as given or as it says at its head."""

from __future__ import annotations

from datetime import date

from groundcheck.errors import BadValue
from groundcheck.model import Report, from_json, report_id
from groundcheck.text.header import find_header


def received(text: str, published: date | str | None = None) -> tuple[Report, tuple[str, ...]]:
    """The text as a report, and what is to be noted about its day.

    A leading ``date 2025-02-20`` is the day of publication; ``published`` goes before it. Raises
    ``BadValue`` where ``published`` is a string that is not a day.
    """
    header = find_header(text)
    said, notes = (None, ()) if header is None else _leading_day(header[1])
    given = _day(published) if isinstance(published, str) else published
    if given is not None and said is not None and given != said:
        notes += (f"The text begins with the date {said}; the day given, {given}, is used.",)
    day = given or said
    if day is None:
        notes += ("No day of publication is known, so relative dates stay unresolved.",)
    return Report(report_id(text), text, day), notes


def _leading_day(written: str) -> tuple[date | None, tuple[str, ...]]:
    try:
        return _day(written), ()
    except BadValue:
        return None, (f"The leading date {written} is no day of the calendar and is not used.",)


def _day(written: str) -> date:
    try:
        return from_json(date, written)
    except BadValue:
        raise BadValue(f"day of publication: {written!r} is not a day like 2025-02-20") from None
