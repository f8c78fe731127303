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

from groundcheck.dates import spelled
from groundcheck.dates.calendar import (
    DECADES,
    HOLIDAYS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    SEASONS,
    WEEKDAY_NAMES,
    WEEKDAYS,
)
from groundcheck.dates.doubt import is_meant
from groundcheck.dates.reaches import BASES
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
_DIGITS = r"(?P<day>3[01]|[12]\d|0?[1-9])"
_YEAR = rf"(?:(?P<year>[12]\d{{3}})\b(?![.,:]\d|%)|(?P<yearword>{spelled.YEAR}))"
_SHORT_YEAR = r"(?P<shortyear>\d\d)\b(?![-/.,:]?\d|%)"
_STOPS = r"(?=\s*(?:$|[;:!?)”\"]|[.,](?!\d)))"
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
_LENGTH = (
    rf"(?:\d{{1,3}}|(?:a{_G})?few|(?:a{_G})?couple(?:{_G}of)?|{_any(NUMBERS)}){_G}"
    rf"(?:hour|day|week|month|year)s?\b"
)
_AND_LENGTH = rf"(?:(?:,?{_G}(?:and{_G})?){_LENGTH})"
_BASE = rf"(?P<base>{_any(BASES)})\b"
_COUNTED_FROM = rf"(?P<which>ago|earlier|later|hence|from{_G}(?:now|today))\b"
_UNIT = r"(?P<unit>hour|day|week|month|year|decade)s?\b"
_WEEKDAY = rf"(?P<weekday>{_any(WEEKDAYS)})\b"
_HOUR = rf"(?:{_G}(?:night|morning|evening|afternoon|noon|midday)\b)?"
_PERIOD = (
    rf"(?:{_G}(?:of{_G})?(?:the{_G})?(?:{_MONTH}{_OF_YEAR}?|(?P<whole>[12]\d{{3}})\b|(?P<wholeword>{spelled.YEAR})|"
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
    Rule(
        "glued",
        "month",
        rf"(?P<month>{_any(MONTHS)})[/.]?{_DIGITS}(?:st|nd|rd|th)?\b(?![.,:/-]?\d|%){_OF_YEAR}?",
    ),
    Rule("day", "month", rf"{_MONTH}\.[ ]{_DIGITS}\b(?=[ ]*(?:$|\.(?!\d)))"),
    Rule(
        "day",
        "month",
        rf"{_MONTH}{_G}(?P<dayname>{spelled.DAY})(?:{_STOPS}|(?={_G}{spelled.YEAR})){_OF_YEAR}?",
    ),
    Rule("day", "digit ordinal", rf"{_DAY}{_G}of{_G}(?:the{_G})?{_WHICH}{_G}(?P<unit>month)\b"),
    Rule(
        "short",
        "digit",
        rf"(?P<day>\d\d?)(?P<sep>[-/.])(?P<monthno>\d\d?)(?P=sep){_SHORT_YEAR}",
    ),
    Rule("dotted", "digit", r"(?P<day>0[1-9]|[12]\d|3[01])\.(?P<monthno>0[1-9]|1[0-2])\b"),
    Rule("us", "digit", rf"{_MONTHNO}/{_DIGITS},(?:[ ]?(?P<year>[12]\d{{3}})\b|{_SHORT_YEAR})"),
    Rule("slashed", "digit", r"(?P<day>\d\d?)/(?P<monthno>\d\d?)\b(?![/\d])"),
    Rule("hyphened", "digit", r"(?P<day>\d\d?)-(?P<monthno>\d\d)\b(?![-/\d])"),
    Rule("years", "digit", r"(?P<year>(?:19|20)\d\d)[-–/](?P<n>\d\d)\b(?![-–/.,]?\d)"),
    Rule("half", "first second last", rf"(?P<nth>first|second|last){_G}half(?={_G}of\b){_PERIOD}"),
    Rule("half", "h1 h2", rf"h(?P<n>[12]){_PERIOD}"),
    Rule("quarter", "q1 q2 q3 q4", rf"q(?P<n>[1-4])\b{_PERIOD}?"),
    Rule(
        "quarter", "ordinal last", rf"(?P<nth>first|second|third|fourth|last){_G}quarter{_PERIOD}"
    ),
    Rule(
        "quarter",
        "digit",
        rf"(?P<whole>[12]\d{{3}}),?{_G}(?:the{_G})?(?P<nth>first|second|third|fourth|last){_G}quarter\b",
    ),
    Rule("quarter", "digit", r"(?P<whole>[12]\d{3}),?[ ]?q(?P<n>[1-4])\b"),
    Rule("half", "digit", r"(?P<whole>[12]\d{3}),?[ ]?h(?P<n>[12])\b"),
    Rule("weekof", "ordinal last", rf"(?P<nth>{_ORDINAL}|last){_G}week{_PERIOD}"),
    Rule(
        "nthday",
        "ordinal last",
        rf"(?P<nth>first|second|third|fourth|fifth|last){_G}{_WEEKDAY}{_IN_PERIOD}",
    ),
    Rule("nthbare", "ordinal", rf"(?P<nth>first|second|third|fourth|fifth){_G}{_WEEKDAY}"),
    Rule("weekno", "week", rf"week{_G}(?P<n>5[0-3]|[1-4]\d|[1-9])\b{_OF_YEAR}?"),
    Rule(
        "month", "digit", rf"(?P<year>[12]\d{{3}})(?:[-/]|{_LOOSE}){_MONTHNO}\b(?![-/.]?\d){_END}"
    ),
    Rule("month", "digit", rf"{_MONTHNO}(?:[-/]|{_LOOSE})(?P<year>[12]\d{{3}})\b(?![-/]){_END}"),
    Rule("month", "digit", rf"(?P<year>[12]\d{{3}})[ ]?,?{_G}{_MONTH}(?!{_G}\d)"),
    Rule("month", "month", rf"{_MONTH}{_G}['’]?(?P<shortyear>3[2-9]|[4-9]\d)\b(?!%){_STOPS}"),
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
    Rule(
        "afternext",
        "unit weekend",
        rf"(?P<unit>week|weekend|month|year){_G}after{_G}(?:the{_G})?next\b",
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
        "span",
        "past last previous preceding",
        rf"(?P<which>past|last|previous|preceding){_G}(?P<unit>fortnight)\b",
    ),
    Rule("unit", "which", rf"{_WHICH}{_G}(?P<unit>hour|day|week|month|year|decade)\b"),
    Rule(
        "within",
        "within",
        rf"within{_G}(?:the{_G})?(?:(?P<ahead>next|coming|upcoming){_G})?"
        rf"(?P<lengths>{_LENGTH}{_AND_LENGTH}{{0,3}})(?:{_G}(?:from|of|after){_G}{_BASE})?",
    ),
    Rule(
        "beyond",
        "more less",
        rf"(?P<which>more|less){_G}than{_G}(?P<lengths>{_LENGTH}{_AND_LENGTH}{{0,3}}){_G}"
        rf"(?P<week>after|before|from){_G}{_BASE}",
    ),
    Rule(
        "lengths",
        "digit number",
        rf"(?P<lengths>{_LENGTH}{_AND_LENGTH}{{1,3}}){_G}{_COUNTED_FROM}",
    ),
    Rule(
        "weekdays",
        "digit number",
        rf"{_N}{_G}(?P<weekday>{_any(WEEKDAY_NAMES)})s?{_G}{_COUNTED_FROM}",
    ),
    Rule(
        "ago",
        "digit number",
        rf"{_N}{_G}{_UNIT}{_G}(?P<which>ago|earlier|later|hence|from{_G}(?:now|today)|before{_G}(?:that|then)|after{_G}that)\b",
    ),
    Rule(
        "yesterdays", "day", rf"day{_G}(?P<which>before{_G}yesterday|after{_G}(?:tomorrow|tmrw))\b"
    ),
    Rule(
        "ago",
        "unit",
        rf"(?P<unit>day|week|month|year){_G}(?P<which>before|after)(?:{_G}that)?\b(?=[.,;:)”\"]|$)",
    ),
    Rule(
        "today", "today tonight this", rf"(?:today|tonight|this{_G}(?:morning|afternoon|evening))\b"
    ),
    Rule("yesterday", "yesterday last", rf"(?:yesterday\b{_HOUR}|last{_G}(?:night|evening)\b)"),
    Rule("tomorrow", "tomorrow tmrw", rf"(?:tomorrow|tmrw)\b{_HOUR}"),
    Rule("now", "now", r"now\b"),
    Rule("then", "then", r"then\b"),
    Rule("decade", "digit", r"(?P<year>[12]\d\d0)['’]?s\b"),
    Rule("decade", "digit", r"(?P<n>[2-9]0)['’]?s\b"),
    Rule(
        "decade",
        "eighteen nineteen twenty two",
        rf"(?P<hundreds>eighteen|nineteen|twenty|two{_G}thousand(?:{_G}and)?)(?:{_G}|-)"
        rf"(?P<decade>tens|{_any(DECADES)})\b",
    ),
    Rule("decade", "two noughties", rf"(?P<noughties>two{_G}thousands|noughties)\b"),
    Rule("decade", "decade nineteen", rf"(?:nineteen{_G})?(?P<decade>{_any(DECADES)})\b"),
    Rule("century", "digit", rf"(?P<n>\d\d?)(?:st|nd|rd|th){_G}century\b"),
    Rule(
        "monthday",
        "digit ordinal cardinal",
        rf"(?:(?P<day>\d\d?)(?P<nth>st|nd|rd|th)?|(?P<dayword>{_ORDINAL})|(?P<dayname>{spelled.DAY}))\b",
    ),
    Rule("year", "digit century", _YEAR),
    Rule(
        "oldyear",
        "year",
        rf"year{_G}(?:(?P<year>[1-9]\d\d)\b|(?P<yearword>{spelled.ANY_YEAR}|{spelled.YEAR})){_STOPS}",
    ),
)

_CLASSES: dict[str, Iterable[str]] = {
    "month": MONTHS,
    "weekday": WEEKDAYS,
    "season": SEASONS,
    "holiday": ("new", "christmas", "xmas"),
    "ordinal": {word.partition("-")[0] for word in ORDINALS},
    "number": NUMBERS,
    "cardinal": spelled.DAY_STARTS,
    "century": spelled.YEAR_STARTS,
    "decade": DECADES,
    "unit": ("day", "week", "month", "year"),
    "which": _WHICH.removeprefix("(?P<which>").removesuffix(")").split("|"),
}

_FIRST_OF_TWO_DIGITS = 50


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Each pattern is compiled when a text first asks for it: few texts ask for all."""
    return re.compile(pattern, re.IGNORECASE)


@cache
def _openers() -> tuple[re.Pattern[str], dict[str, tuple[Rule, ...]]]:
    """The pattern of every opening word, and each one's rules ("digit" for a numeral)."""
    rules: dict[str, list[Rule]] = {}
    for rule in _RULES:
        opening_words = [
            w for opening in rule.opens.split() for w in _CLASSES.get(opening, (opening,))
        ]
        for word in dict.fromkeys(opening_words):
            rules.setdefault(word, []).append(rule)
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
        for kind, _, pattern in rules.get("digit" if word[0].isdecimal() else word, ()):
            match = _compiled(pattern).match(text, found.start())
            if match and is_meant(kind, match):
                said = _said(kind, match)
                yield said
                position = said.end
                break


def _said(kind: str, match: re.Match[str]) -> Said:
    got = {name: value.lower() for name, value in match.groupdict().items() if value}
    day = ORDINALS.get(got.get("dayword", "").replace(" ", "-")) or _number(got.get("day"))
    if "dayname" in got:
        day = spelled.number(got["dayname"])
    month = MONTHS.get(got.get("month", "")) or _number(got.get("monthno"))
    if (
        kind in ("day", "slashed", "hyphened", "short")
        and "monthno" in got
        and month
        and day
        and month > 12 >= day
        and not match[0][:4].isdecimal()
    ):
        day, month = month, day
    nth = got.get("nth") if kind != "monthday" else None
    words = got.get("n", "").split()
    n = -1 if nth == "last" else ORDINALS.get(nth or "") or _count(words)
    holiday = HOLIDAYS.get(got.get("holiday", "").replace("’", "'"))
    if holiday:
        month, day = holiday
    if "season" in got:
        month = SEASONS[got["season"]]
    if got.get("unit") == "fortnight":
        got["unit"], n = "week", 2
    end = match.end()
    if match[0].endswith(".") and kind in ("day", "month"):
        end -= not re.match(r"[ \t]*[\w,(]", match.string[end : end + 4])
    return Said(
        match.start(),
        end,
        _KINDS.get(kind, kind),
        year=_year(got),
        month=month,
        day=day,
        until_day=_number(got.get("until")),
        weekday=WEEKDAYS.get(got.get("weekday", "")),
        which=" ".join(got.get("which", "").split()) or None,
        of_year=got.get("ofyear"),
        week=got.get("week"),
        unit=got.get("unit"),
        n=BASES.get(got.get("base", ""), DECADES.get(got.get("decade", ""), n)),
        lengths=_lengths(got.get("lengths", "")),
    )


_KINDS = {
    **dict.fromkeys(("holiday", "dotted", "slashed", "hyphened", "short", "us", "glued"), "day"),
    "nthbare": "nthday",
    "oldyear": "year",
}
"""Kinds that differ only in what makes them doubtful."""


def _year(got: dict[str, str]) -> int | None:
    """The year in digits, in words, in two digits, or the first one of a decade in words."""
    if "shortyear" in got:
        return _century(int(got["shortyear"]))
    if "noughties" in got:
        return 2000
    if "hundreds" in got:
        century = spelled.number(got["hundreds"].removesuffix("and").strip())
        tens = DECADES.get(got["decade"], 10)
        return (century if century >= 100 else 100 * century) + tens
    words = got.get("yearword") or got.get("wholeword")
    return spelled.number(words) if words else _number(got.get("year") or got.get("whole"))


def _century(year: int) -> int:
    """The year that two digits are short for, from 1950 to 2049."""
    return 1900 + year if year >= _FIRST_OF_TWO_DIGITS else 2000 + year


def _lengths(words: str) -> tuple[tuple[int, str], ...]:
    found = re.finditer(rf"{_N}\s+{_UNIT}", words)
    return tuple((_count(one["n"].split()) or 1, one["unit"]) for one in found)


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _count(words: list[str]) -> int | None:
    """The number that "a couple of", "few", "three" or "12" says."""
    if not words:
        return None
    word = next((w for w in words if w in ("few", "couple")), words[0])
    return int(word) if word.isdecimal() else NUMBERS[word]
