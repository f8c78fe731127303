"""One text's dates in order, each read in the light of those before it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from groundcheck.dates import edtf, lengths, tense, units
from groundcheck.dates.around import NO_SUCH_DAY, Around, Unresolved, year_of
from groundcheck.dates.joining import DatePhrase
from groundcheck.dates.resolve import resolve
from groundcheck.dates.said import Said
from groundcheck.model.span import Span
from groundcheck.model.when import When

_CLOSE = 300
_UNTIL = ("by", "until", "till", "before", "through", "up to", "prior to", "no later than")
_EDGES = {"end": 12, "close": 12, "beginning": 1, "start": 1}
_LEANING = ("day", "month", "season", "weekday", "monthday")


class Reading:
    """What has been read of one text so far, for the dates that lean on those before them."""

    def __init__(self, text: str, anchor: date | None) -> None:
        self._text, self._anchor = text, anchor
        self._last: str | None = None
        self._last_end = -1
        self._last_year: int | None = None
        self._year_in: tuple[tuple[int, int], int] | None = None
        self._heading: int | None = None
        self._heading_end = -1

    def when(self, phrase: DatePhrase) -> When:
        """The phrase as a time; what it says is remembered for those after it."""
        span, words = Span(phrase.start, phrase.end), self._text[phrase.start : phrase.end]
        bounds = tense.sentence(self._text, phrase.start, phrase.end)
        try:
            found = self._edtf(phrase, bounds)
            start, end = edtf.days_of(found)
        except Unresolved as error:
            return When(span, words, None, note=str(error))
        except ValueError:
            return When(span, words, None, note=NO_SUCH_DAY)
        self._remember(phrase, found, bounds)
        return When(span, words, found, start, end)

    def _edtf(self, phrase: DatePhrase, bounds: tuple[int, int]) -> str:
        around = self._around(phrase, bounds)
        first, last, lead = phrase.first, phrase.last, phrase.lead
        if last is not None:
            return self._range(first, last, around)
        if phrase.lasting is not None:
            n, unit = phrase.lasting
            begins = edtf.days_of(resolve(first, around))[0] or around.day()
            return edtf.of_days(begins, units.day_before(units.moved(begins, unit, n)))
        found = resolve(first, around)
        if phrase.offset is not None:
            n, unit = phrase.offset
            return lengths.counted_from(found, unit, n)
        if lead == "from" and first.until_day is not None:
            return found
        if re.search(r"week|w/c", phrase.part) and first.kind in ("day", "monthday"):
            found = units.week_of(found)
        if lead in ("since", "after", "from"):
            return edtf.since(found)
        if lead in _UNTIL:
            return edtf.until(found)
        if len(found) == 4 and found.isdecimal():
            month = next((m for word, m in _EDGES.items() if word in phrase.part), None)
            return found if month is None else edtf.of_month(int(found), month)
        return found

    def _range(self, first: Said, last: Said, around: Around) -> str:
        """Two dates as one interval; a year or month that only one of them names is both's."""
        if last.kind == "monthday" and first.kind == "day":
            last = replace(last, kind="day", month=first.month, year=first.year)
        if last.kind == "weekday" and last.week is None:
            last = replace(last, week=first.week)
        # What runs on from today ends in what is to come, whatever the tense.
        ahead = first.kind in ("now", "today")
        ends = resolve(last, replace(around, future=True) if ahead else around)
        end_day = edtf.days_of(ends)[1]
        year = year_of(first, around) if first.kind in ("day", "month") else first.year
        if (
            first.kind in _LEANING
            and year is None
            and first.which is None
            and first.week is None
            and end_day is not None
            and around.year is None
        ):
            leaning = replace(around, anchor=units.day_before(end_day), future=False)
            begins = resolve(first, leaning)
        elif last.year is None and year is not None and last.which is None and last.of_year is None:
            begins = resolve(first, around)
            ends = resolve(last, replace(around, year=year))
        else:
            begins = resolve(first, around)
        return edtf.span_of(begins, ends)

    def _around(self, phrase: DatePhrase, bounds: tuple[int, int]) -> Around:
        low = bounds[0]
        same = self._last_end > low
        close = same or (self._last is not None and phrase.start - self._last_end <= _CLOSE)
        year = None
        if self._year_in is not None and self._year_in[0][0] == low:
            year = self._year_in[1]
        elif phrase.start < self._heading_end:
            year = self._heading
        future = tense.is_future(self._text, phrase.start, phrase.end, bounds)
        if future is None and phrase.lead in _UNTIL:
            future = True
        return Around(
            self._anchor,
            year,
            self._last_year,
            self._last if same else None,
            self._last if close else None,
            future,
        )

    def _remember(self, phrase: DatePhrase, found: str, bounds: tuple[int, int]) -> None:
        self._last = edtf.first_of(found) if edtf.last_of(found) == ".." else edtf.last_of(found)
        self._last_end = phrase.end
        if self._last[:4].isdecimal():
            self._last_year = int(self._last[:4])
        said = phrase.first
        if said.year is not None and phrase.last is None:
            self._year_in = bounds, said.year
            if said.kind == "year" and re.match(r"[.:]\s", self._text[phrase.end : phrase.end + 2]):
                before = self._text[max(0, phrase.start - 2) : phrase.start]
                if not before.strip():
                    paragraph = self._text.find("\n", phrase.end)
                    self._heading = said.year
                    self._heading_end = len(self._text) if paragraph < 0 else paragraph
