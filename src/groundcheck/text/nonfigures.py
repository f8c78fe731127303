"""Numbers that say when, where or which, not how much: dates, clock times, designations, names.

Only what is needed to keep them out of the quantities is recognised here; dates are read by the
package ``dates``, which this layer does not know.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from groundcheck.text.numbers import Number

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST"
    r"|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|january|february|april|june|july|august|september"
    r"|october|november|december)\.?"
)
_WHOLE = "|".join(
    (
        r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@\w[\w.-]{1,64}",
        r"\b\d{4}-\d{2}(?:-\d{2})?(?:T[\d:.Z+-]+)?(?![\w-])",
        r"\b\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})(?!\w)",
        r"\b\d{1,9}(?:\.\d{1,9}){3,}",
        r"\b\d{1,2}(?::\d{2}){1,2}(?!\d)(?:\s?[ap]\.?m\b\.?)?",
        r"\b\d{1,2}(?:[.:]\d{2})?\s?(?:(?:a\.\s?m|p\.\s?m)\.|(?:am|pm|AM|PM)\b)",
        r"\b\w{1,9}\s?o['’]clock\b",
        r"\b\d{3,4}\s?(?:GMT|UTC|EST|CET|MSK|Z)\b",
        r"\b(?:1[5-9]|20)\d0['’]?s\b",
        r"\b(?:1[5-9]|20)\d\d[/–-]\d\d(?!\d)(?!\s?(?:percent|per cent|%|km))",
        r"\+\d[\d ()/-]{6,20}\d|\b\d{3,4}-\d{3,4}-\d{3,4}\b",
        r"(?m:^[ \t]*\d{1,3}[.)](?=\s))",
        r"\b24/7\b|\b9/11\b|\b50[/-]50\b",
        r"#\d+",
        r"\b(?i:half|quarter|twenty|ten|five)\s(?i:past|to)\s(?:[a-z]+|\d{1,2})\b(?!\s?[%\d])",
    )
)
_DESIGNATOR = re.compile(
    r"(?:\b(?:(?i:article|resolution|section|chapter|phase|page|paragraph|clause|annex|aged?|nos?\.|nrs?\.|№|"
    r"type|route|highway|channel|protocol|decree|room|version|stage|grade|category|level|tier|directive|"
    r"unit|brigade|regiment|division|battalion|army|corps|company|serial|model|mark|"
    r"military\sunit|file|case|law|act|item|footnote|chart|figure|table)"
    r"|Number|Order|Hill|Height|Point|Group|Camp|Zone|Sector|Day|Week|Block|Checkpoint|Station|School|Building|"
    r"Operation|Flight|Agenda|Vision|Appendix|Line|Kilometer|Quarter|War|Area|Pier|Gate|Terminal)|№|(?i:\bno\.?))"
    r"\s{1,2}$"
)
_DAY_BEFORE = re.compile(rf"\b{_MONTH}\s+$")
_DAY_AFTER = re.compile(rf"(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{_MONTH}(?!\w)")
_DAY_RANGE_AFTER = re.compile(
    rf"\s?(?:-|–|—|\bto\b|\band\b)\s?\d{{1,2}}\s+(?:of\s+)?{_MONTH}(?!\w)"
)
_DAY_DOT_MONTH = re.compile(r"(?:0?[1-9]|[12]\d|3[01])\.0[1-9]")
_DAY_LEAD = re.compile(rf"\b(?:in|throughout|during)\s+{_MONTH}\s+$", re.I)
_YEAR_STRONG = re.compile(
    rf"(?:\b{_MONTH}(?:\s+\d{{1,2}})?,?|\b(?:in|since|until|till|during|circa|early|late|mid"
    r"|years?|spring|summer|autumn|fall|winter|throughout|annexed|founded|born|dated|season|before"
    r"|(?:end|start|beginning|middle|close|half|quarter|course) of|back in|prior to|as of"
    r"|as early as|as late as))[\s-]*$",
    re.I,
)
_CHAIN = re.compile(r"\s*(?:and|to|or|–|—|-|,|through|until|till)\s*")
_GLUED_BEFORE = re.compile(r"[^\W\d_][-‐‑–/]?$|\d[-/]$")
_NAME_BEFORE = re.compile(r"(?<![.!?:;,\n–—-])\s(?!\bI\b)[A-Z][\w'’-]*[ ]$")
_PRONOUN_BEFORE = re.compile(r"\b(?:the|these|those|all)\s+$", re.I)
_MARK_BEFORE = re.compile(
    r"(?<![\w.:;])(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten)\s[A-Z][a-z]+\s$"
)
_AGE = re.compile(r"[A-Z]\w+,\s$")


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_WHOLE)


class NonFigures:
    """What in one text is no figure. Each question looks at a bounded stretch of the text."""

    def __init__(self, text: str) -> None:
        self._text = text
        spans = [match.span() for match in _pattern().finditer(text)]
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def inside(self, number: Number) -> bool:
        """Whether the number is part of an address, a date in digits, a clock time or a label."""
        at = bisect_right(self._starts, number.span.start) - 1
        return at >= 0 and number.span.start < self._ends[at]

    def is_day(self, number: Number, counted: bool) -> bool:
        """Whether the number is a day of a month; ``counted`` says that a noun or unit follows."""
        if not counted and _DAY_DOT_MONTH.fullmatch(number.text):
            return True
        if (
            number.kind == "fraction"
            or number.value != int(number.value)
            or not 1 <= number.value <= 31
        ):
            return False
        before, after = self._around(number)
        if _DAY_AFTER.match(after) or _DAY_RANGE_AFTER.match(after):
            return True
        if _DAY_BEFORE.search(before):
            return not (counted and _DAY_LEAD.search(before))
        return False

    def is_year(self, number: Number, counted: bool, hedged: bool) -> bool:
        """Whether the number is a calendar year rather than an amount."""
        if not (number.text.isdecimal() and len(number.text) == 4 and 1000 <= number.value < 2200):
            return False
        before, after = self._around(number)
        if _YEAR_STRONG.search(before) or after.startswith(("'s", "’s")):
            return True
        return 1800 <= number.value < 2100 and not counted and not hedged

    def chained(self, text: str) -> bool:
        """Whether the words between two numbers join two days or two years."""
        return bool(_CHAIN.fullmatch(text))

    def is_designation(self, number: Number, counted: bool, hedged: bool) -> bool:
        """Whether the number names one thing: "T-72", "Article 5", "Hill 215", "Oleh, 34,"."""
        before, after = self._around(number)
        if not number.spelled and _GLUED_BEFORE.search(before):
            return not self._range_or_unit(before)
        if _DESIGNATOR.search(before) or _MARK_BEFORE.search(before):
            return True
        if counted or hedged:
            return False
        if _PRONOUN_BEFORE.search(before):
            return True
        glued = after[:1] == "-" and after[1:2].isalpha()
        if after[:1].isalpha() or (glued and "." not in number.text):
            return True
        if number.spelled:
            return False
        if after.startswith(",") and _AGE.search(before):
            return True
        return bool(_NAME_BEFORE.search(before))

    def _around(self, number: Number) -> tuple[str, str]:
        start, end = number.span.start, number.span.end
        return self._text[max(0, start - 32) : start], self._text[end : end + 24]

    @staticmethod
    def _range_or_unit(before: str) -> bool:
        return bool(re.search(r"\d(?:\s?[A-Za-z]{1,2})?[-–/]$", before))
