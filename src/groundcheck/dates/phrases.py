"""The phrases that name a date, each as a pattern and the kind of date it says.

A rule is tried only where one of its opening words stands, and the rules of one word in the
order of the table, so that a text is read once. Words are matched without regard to case;
what depends on capitals or on the words around is decided in ``doubt``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from groundcheck.dates.calendar import (
    DECADES,
    HOLIDAYS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    SEASONS,
    WEEKDAYS,
)
from groundcheck.dates.doubt import is_meant
from groundcheck.dates.said import Said


def _any(words: Iterable[str]) -> str:
    """One of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_G = r"[ \t\u00a0]*\n?[ \t\u00a0]*(?<=\s)"
_DASH = r"[ \t\u00a0]*[-–—‑][ \t\u00a0]*"
_TO = rf"(?:{_DASH}|{_G}(?:to|through|until|till|and|into){_G}(?:the{_G})?)"
_MONTH = rf"(?P<month>{_any(MONTHS)})\b(?:(?<=\b[a-z]{{3}})\.|(?<=\bsept)\.)?"
_ORDINAL = _any(ORDINALS).replace("twenty\\-", "twenty[- ]").replace("thirty\\-", "thirty[- ]")
_DAY = rf"(?:(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?|(?P<dayword>{_ORDINAL}))\b"
_DAY2 = r"(?P<until>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b(?![.,:]?\d)"
_YEAR = r"(?P<year>[12]\d{3})\b(?![.,:]\d|%)"
_WHICH = (
    r"(?P<which>this|last|next|past|previous|preceding|coming|upcoming|current|that|same|following)"
)
_MONTHNO = r"(?P<monthno>1[0-2]|0?[1-9])"
_LOOSE = r"[ ]?[-/][ ]?"
_END = r"(?=\s*(?:$|[,;:)!?’”\"]|\.(?!\d))|['’]s|(?<=[-/]\d)\s|(?<=[-/]\d\d)\s|(?<=[-/]\d{4})\s)"
_OF_YEAR = (
    rf"(?:(?:,{_G}|{_G}(?:of{_G}|in{_G})?|,)(?:(?:the{_G})?(?P<ofyear>this|last|next|that|same|"
    rf"previous){_G}year\b|{_YEAR}))"
)
_N = rf"(?P<n>\d{{1,3}}|(?:a{_G})?few|(?:a{_G})?couple(?:{_G}of)?|{_any(NUMBERS)})"
_UNIT = r"(?P<unit>hour|day|week|month|year|decade)s?\b"
_WEEKDAY = rf"(?P<weekday>{_any(WEEKDAYS)})\b"
_HOUR = rf"(?:{_G}(?:night|morning|evening|afternoon|noon|midday)\b)?"
_PERIOD = (
    rf"(?:{_G}(?:of{_G})?(?:the{_G})?(?:{_MONTH}{_OF_YEAR}?|(?P<whole>[12]\d{{3}})\b|"
    rf"{_WHICH}{_G}(?P<unit>month|year)\b))"
)
_IN_PERIOD = _PERIOD.replace(f"{_G}(?:of{_G})?", f"{_G}(?:of|in){_G}", 1)


class Rule(NamedTuple):
    """A kind of date, the words or classes of words it opens with, and its pattern."""

    kind: str
    opens: str
    pattern: str


_RULES = (
    Rule(
        "day", "digit", r"(?P<year>\d{4})(?P<sep>[-/.])(?P<monthno>\d\d?)(?P=sep)(?P<day>\d\d?)\b"
    ),
    Rule(
        "day", "digit", r"(?P<day>\d\d?)(?P<sep>[-/.])(?P<monthno>\d\d?)(?P=sep)(?P<year>\d{4})\b"
    ),
    Rule("day", "digit", rf"(?P<year>\d{{4}})(?P<sep>[-/. ]){_MONTH}(?P=sep){_DAY}"),
    Rule("day", "digit ordinal", rf"{_DAY}{_TO}{_DAY2}{_G}(?:of{_G})?{_MONTH}{_OF_YEAR}?"),
    Rule("day", "digit ordinal", rf"{_DAY}{_TO}{_MONTH}{_G}{_DAY2}{_OF_YEAR}?"),
    Rule("day", "digit", rf"{_DAY}{_TO}{_DAY2}{_G}(?:of{_G}|in{_G})?{_WHICH}{_G}(?P<unit>month)\b"),
    Rule("day", "month", rf"{_MONTH}{_G}(?:between{_G})?{_DAY}{_TO}{_DAY2}{_OF_YEAR}?"),
    Rule("day", "digit ordinal", rf"{_DAY}(?:{_G}(?:of{_G})?|\.{_G}|-){_MONTH}{_OF_YEAR}?"),
    Rule("day", "month", rf"{_MONTH}(?:{_G}(?:the{_G})?|-){_DAY}(?![.,:]\d|%|-\d){_OF_YEAR}?"),
    Rule("day", "digit ordinal", rf"{_DAY}{_G}of{_G}(?:the{_G})?{_WHICH}{_G}(?P<unit>month)\b"),
    Rule("dotted", "digit", r"(?P<day>0[1-9]|[12]\d|3[01])\.(?P<monthno>0[1-9]|1[0-2])\b"),
    Rule("slashed", "digit", r"(?P<day>\d\d?)/(?P<monthno>\d\d?)\b(?![/\d])"),
    Rule("half", "first second last", rf"(?P<nth>first|second|last){_G}half(?={_G}of\b){_PERIOD}"),
    Rule("half", "h1 h2", rf"h(?P<n>[12]){_PERIOD}"),
    Rule("quarter", "q1 q2 q3 q4", rf"q(?P<n>[1-4])\b{_PERIOD}?"),
    Rule(
        "quarter", "ordinal last", rf"(?P<nth>first|second|third|fourth|last){_G}quarter{_PERIOD}"
    ),
    Rule("weekof", "ordinal last", rf"(?P<nth>{_ORDINAL}|last){_G}week{_PERIOD}"),
    Rule(
        "nthday",
        "ordinal last",
        rf"(?P<nth>first|second|third|fourth|fifth|last){_G}{_WEEKDAY}{_IN_PERIOD}",
    ),
    Rule("weekno", "week", rf"week{_G}(?P<n>5[0-3]|[1-4]\d|[1-9])\b{_OF_YEAR}?"),
    Rule(
        "month", "digit", rf"(?P<year>[12]\d{{3}})(?:[-/]|{_LOOSE}){_MONTHNO}\b(?![-/.]?\d){_END}"
    ),
    Rule("month", "digit", rf"{_MONTHNO}(?:[-/]|{_LOOSE})(?P<year>[12]\d{{3}})\b(?![-/]){_END}"),
    Rule("month", "digit", rf"{_YEAR},?{_G}{_MONTH}(?!{_G}\d)"),
    Rule("month", "month which", rf"(?:{_WHICH}{_G})?{_MONTH}{_OF_YEAR}?"),
    Rule("season", "season which", rf"(?:{_WHICH}{_G})?(?P<season>{_any(SEASONS)})\b{_OF_YEAR}?"),
    Rule(
        "holiday",
        "holiday",
        rf"(?P<holiday>{_any(HOLIDAYS).replace(chr(39), '[’' + chr(39) + ']')})\b{_OF_YEAR}?",
    ),
    Rule(
        "weekday",
        "weekday which",
        rf"(?:{_WHICH}{_G})?{_WEEKDAY}{_HOUR}(?:{_G}(?:of{_G})?(?P<week>this|last|next){_G}week\b)?",
    ),
    Rule(
        "weekday",
        "this last next",
        rf"(?P<week>this|last|next){_G}week{_G}(?:on{_G})?{_WEEKDAY}{_HOUR}",
    ),
    Rule("weekend", "weekend which", rf"(?:{_WHICH}{_G})?weekend\b"),
    Rule("sofar", "so", rf"so{_G}far{_G}this{_G}(?P<unit>day|week|month|year)\b"),
    Rule("sofar", "earlier", rf"earlier{_G}(?:this|in{_G}the){_G}(?P<unit>week|month|year)\b"),
    Rule("sofar", "this", rf"this{_G}(?P<unit>week|month|year){_G}so{_G}far\b"),
    Rule("rest", "later", rf"later{_G}(?:this|in{_G}the){_G}(?P<unit>week|month|year)\b"),
    Rule(
        "rest",
        "rest remainder",
        rf"(?:rest|remainder){_G}of{_G}(?:the{_G}|this{_G}|my{_G}|our{_G})?(?:current{_G})?(?P<unit>week|month|year)\b",
    ),
    Rule("span", "which", rf"{_WHICH}{_G}{_N}{_G}{_UNIT}"),
    Rule(
        "afternext",
        "week weekend month year",
        rf"(?P<unit>week|weekend|month|year){_G}after{_G}(?:the{_G})?next\b",
    ),
    Rule("unit", "which", rf"{_WHICH}{_G}(?P<unit>hour|day|week|month|year|decade)\b"),
    Rule(
        "ago",
        "digit number",
        rf"{_N}{_G}{_UNIT}{_G}(?P<which>ago|earlier|later|hence|from{_G}(?:now|today)|before{_G}(?:that|then)|after{_G}that)\b",
    ),
    Rule("yesterdays", "day", rf"day{_G}(?P<which>before{_G}yesterday|after{_G}tomorrow)\b"),
    Rule(
        "ago",
        "unit",
        rf"(?P<unit>day|week|month|year){_G}(?P<which>before|after)(?:{_G}that)?\b(?=[.,;:)”\"]|$)",
    ),
    Rule(
        "today", "today tonight this", rf"(?:today|tonight|this{_G}(?:morning|afternoon|evening))\b"
    ),
    Rule("yesterday", "yesterday last", rf"(?:yesterday\b{_HOUR}|last{_G}(?:night|evening)\b)"),
    Rule("tomorrow", "tomorrow", rf"tomorrow\b{_HOUR}"),
    Rule("now", "now", r"now\b"),
    Rule("then", "then", r"then\b"),
    Rule("decade", "digit", r"(?P<year>[12]\d\d0)['’]?s\b"),
    Rule("decade", "digit", r"(?P<n>[2-9]0)['’]?s\b"),
    Rule("decade", "decade nineteen", rf"(?:nineteen{_G})?(?P<decade>{_any(DECADES)})\b"),
    Rule("century", "digit", rf"(?P<n>\d\d?)(?:st|nd|rd|th){_G}century\b"),
    Rule("monthday", "digit", r"(?P<day>\d\d?)(?:st|nd|rd|th)\b"),
    Rule("year", "digit", _YEAR),
)

_CLASSES: dict[str, Iterable[str]] = {
    "month": MONTHS,
    "weekday": WEEKDAYS,
    "season": SEASONS,
    "holiday": ("new", "christmas", "xmas"),
    "ordinal": {word.partition("-")[0] for word in ORDINALS},
    "number": NUMBERS,
    "decade": DECADES,
    "unit": ("day", "week", "month", "year"),
    "which": _WHICH.removeprefix("(?P<which>").removesuffix(")").split("|"),
}

_Compiled = tuple[str, re.Pattern[str]]


@cache
def _openers() -> tuple[re.Pattern[str], dict[str, tuple[_Compiled, ...]]]:
    """The pattern of every opening word, and each one's rules ("digit" for a numeral)."""
    rules: dict[str, list[_Compiled]] = {}
    for rule in _RULES:
        compiled = (rule.kind, re.compile(rule.pattern, re.IGNORECASE))
        opening_words = [
            w for opening in rule.opens.split() for w in _CLASSES.get(opening, (opening,))
        ]
        for word in dict.fromkeys(opening_words):
            rules.setdefault(word, []).append(compiled)
    words = _any(word for word in rules if word != "digit")
    digit = r"(?<![\w.,/-])\d|(?<=[-/])(?<!\d[-/])\d|(?<=\b\d{4}-)\d(?=\d{3}\b)"
    opener = re.compile(rf"{digit}|\b(?:{words})(?![a-z])", re.IGNORECASE)
    return opener, {word: tuple(found) for word, found in rules.items()}


def phrases(text: str) -> Iterator[Said]:
    """Every phrase of ``text`` that names a date, in order, none overlapping another."""
    opener, rules = _openers()
    position = 0
    while found := opener.search(text, position):
        position = found.end()
        word = found[0].lower()
        # Letters whose small form is another word's ("ſ", "İ") match without being in the table.
        for kind, pattern in rules.get("digit" if word[0].isdecimal() else word, ()):
            match = pattern.match(text, found.start())
            if match and is_meant(kind, match):
                said = _said(kind, match)
                yield said
                position = said.end
                break


def _said(kind: str, match: re.Match[str]) -> Said:
    got = {name: value.lower() for name, value in match.groupdict().items() if value}
    day = ORDINALS.get(got.get("dayword", "").replace(" ", "-")) or _number(got.get("day"))
    month = MONTHS.get(got.get("month", "")) or _number(got.get("monthno"))
    if (
        kind in ("day", "slashed")
        and "monthno" in got
        and month
        and day
        and month > 12 >= day
        and not match[0][:4].isdecimal()
    ):
        day, month = month, day
    nth = got.get("nth")
    words = got.get("n", "").split()
    n = -1 if nth == "last" else ORDINALS.get(nth or "") or _count(words)
    holiday = HOLIDAYS.get(got.get("holiday", "").replace("’", "'"))
    if holiday:
        month, day = holiday
    if "season" in got:
        month = SEASONS[got["season"]]
    end = match.end()
    if match[0].endswith(".") and kind in ("day", "month"):
        end -= not re.match(r"[ \t]*[\w,(]", match.string[end : end + 4])
    return Said(
        match.start(),
        end,
        {"holiday": "day", "dotted": "day", "slashed": "day"}.get(kind, kind),
        year=_number(got.get("year") or got.get("whole")),
        month=month,
        day=day,
        until_day=_number(got.get("until")),
        weekday=WEEKDAYS.get(got.get("weekday", "")),
        which=" ".join(got.get("which", "").split()) or None,
        of_year=got.get("ofyear"),
        week=got.get("week"),
        unit=got.get("unit"),
        n=DECADES.get(got.get("decade", ""), n),
    )


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _count(words: list[str]) -> int | None:
    """The number that "a couple of", "few", "three" or "12" says."""
    if not words:
        return None
    word = next((w for w in words if w in ("few", "couple")), words[0])
    return int(word) if word.isdecimal() else NUMBERS[word]
