"""Whether words that may name a date do: "may", "march", "sun", "2014 men", "30.08"."""

from __future__ import annotations

import re
from collections.abc import Callable

from groundcheck.dates import spelled, tense
from groundcheck.dates.calendar import COUNTED, ORDINALS, WEEKDAY_SHORT

_BACK = 48
_BEFORE = re.compile(
    r"\b(?:in|on|since|by|until|till|from|to|of|during|before|after|between|and|through|early|late"
    r"|mid|earlier|around|as|last|this|next|that|the|start|end|beginning|through|throughout|into"
    r"|for|past|or|every|than|annexed|year|late|circa|until)[\s-]+(?:the\s+)?$",
    re.IGNORECASE,
)
_TIME_WORD = re.compile(
    r"\b(?:in|since|by|until|till|during|before|after|early|late|mid|year|throughout|circa"
    r"|end\s+of|beginning\s+of|start\s+of|annexed)[\s-]+(?:the\s+)?(?:year\s+)?$",
    re.IGNORECASE,
)
_LOOSE_WORD = re.compile(r"\b(?:from|to|of|between|and|or|through|than|the|for|into)[\s-]+$", re.I)
_ON = re.compile(
    r"\b(?:on|since|by|until|till|from|to|through|last|next|before|and)\s+(?:the\s+)?$", re.I
)
_YEAR_RANGE = re.compile(r"[-–](?:19|20)\d\d\b")
_AFTER_YEAR = re.compile(r"\b(?:19|20)\d\d[-–]$")
_NEXT_WORD = re.compile(r"['’]?[\s-]*([A-Za-z][A-Za-z0-9]*)?")
_CLAUSE_END = re.compile(r"\s*(?:$|[.,;:!?)\]}”\"–—\n/])|['’]s\b|-\d{4}\b")
_SMALL = frozenset(
    [
        "and",
        "or",
        "but",
        "to",
        "until",
        "till",
        "through",
        "when",
        "while",
        "as",
        "with",
        "after",
        "before",
        "that",
        "which",
        "who",
        "where",
        "by",
        "in",
        "on",
        "at",
        "from",
        "of",
        "for",
        "was",
        "were",
        "is",
        "are",
        "had",
        "has",
        "have",
        "the",
        "a",
        "an",
        "it",
        "they",
        "he",
        "she",
        "we",
        "its",
        "his",
        "their",
    ]
)
_AMBIGUOUS_MONTHS = frozenset(
    ("may", "march", "mar", "jan", "dec", "sep", "jun", "jul", "apr", "oct")
)
_NAMES_AFTER_WEEKDAY = re.compile(r"\s+(?:Times|Telegraph|Mirror|Mail|Express|Post|Herald)\b")
_NAMES_BEFORE_WEEKDAY = re.compile(r"\b(?:Good|Bloody|Black|Palm|Easter|Ash|Holy|Cyber)\s$")


def is_meant(kind: str, match: re.Match[str]) -> bool:
    """Whether the phrase stands for a date here; a kind without a doubt always does."""
    test = _TESTS.get(kind)
    return test is None or test(match)


def _before(match: re.Match[str]) -> str:
    start = match.start()
    return match.string[max(0, start - _BACK) : start]


def _after(match: re.Match[str]) -> str:
    return match.string[match.end() : match.end() + _BACK]


def _month(match: re.Match[str]) -> bool:
    """A bare "May" or "march" wants a word of time before it, a bare "dec" likewise."""
    name = match.groupdict().get("month")
    if _names_something(match):
        return False
    if name is None or _said_year(match) or match.groupdict().get("ofyear"):
        return True
    if match.groupdict().get("which"):
        return name.lower() not in ("may", "march") or name[0].isupper()
    if name.lower() not in _AMBIGUOUS_MONTHS:
        return name[0].isupper() or _BEFORE.search(_before(match)) is not None
    if name[0].islower() and name.lower() == "march" and _after(match).startswith((" on", " of")):
        return False
    words = _TIME_WORD if name[0].islower() else _BEFORE
    return words.search(_before(match)) is not None


_FALLS = re.compile(
    r"\b(?:to|will|would|may|might|could|can|should|must|did|not|n['’]t|soon|further)\s+$",
    re.IGNORECASE,
)
# "The May 22 Hospital", "the 7 July district": a day that something is named after.
_NAMED_AFTER = re.compile(
    r"\s+(?:(?:[A-Z][\w-]+\s+)?(?:Hospital|District|Square|Street|Bridge|Stadium|Avenue|Boulevard|Brigade|"
    r"University|School|Dam|Airport|Base|Camp|Martyrs|Movement|Battalion|Regiment|Quarter|Division|Mosque|Park)"
    r"|(?:district|square|street|bridge|hospital|stadium|avenue|brigade|quarter|neighbou?rhood))\b"
)


def _day(match: re.Match[str]) -> bool:
    """Whether "the 7 July" is a day, and not in the name of a district or a hospital."""
    named = _NAMED_AFTER.match(_after(match)) is not None and not _said_year(match)
    return not (named and re.search(r"\b(?:the|of|at|near|in)\s+$", _before(match), re.IGNORECASE))


def _names_something(match: re.Match[str]) -> bool:
    """Whether a month, with its day before or after it, is part of such a name."""
    day = re.match(r"\s+\d\d?(?=\s)", _after(match))
    rest = _after(match)[day.end() :] if day else _after(match)
    dated = day or re.search(r"\b(?:the|of|at|near|in)\s+\d\d?\s+$", _before(match), re.I)
    return bool(dated) and _NAMED_AFTER.match(rest) is not None


def _said_year(match: re.Match[str]) -> bool:
    said = match.groupdict()
    return any(said.get(name) for name in ("year", "yearword", "shortyear"))


def _season(match: re.Match[str]) -> bool:
    if match["season"].lower() == "fall" and _FALLS.search(_before(match)):
        return False
    if match["which"] or _said_year(match) or match["ofyear"]:
        return True
    return re.search(
        r"\b(?:(?:in|since|by|until|before|during|over|early|late|mid|through|of)[\s-]+(?:the\s+)?)$",
        _before(match),
        re.IGNORECASE,
    ) is not None and (match["season"].lower() != "fall" or " the " in _before(match)[-5:])


def _weekday(match: re.Match[str]) -> bool:
    name = match["weekday"]
    if _NAMES_AFTER_WEEKDAY.match(_after(match)) or _NAMES_BEFORE_WEEKDAY.search(_before(match)):
        return False
    if name.lower() not in WEEKDAY_SHORT:
        return True
    if _after(match)[:1] in ("-", "’", "'"):
        return False
    dated = re.match(r"[.,]*\s+(?:the\s+)?\d|\.?,?\s+[A-Z][a-z]{2,8}\.?\s\d", _after(match))
    if name[0].islower():
        return name.lower() not in ("sat", "sun", "wed") and _ON.search(_before(match)) is not None
    article = re.search(r"\bthe\s+$", _before(match), re.IGNORECASE)
    return article is None and (dated is not None or _ON.search(_before(match)) is not None)


def _year(match: re.Match[str]) -> bool:
    """A number of four digits is a year where the words around it speak of time."""
    before, after = _before(match), _after(match)
    if match["yearword"]:
        return _spelled_year(match["yearword"], before, after)
    year = int(match["year"])
    if not 1500 <= year <= 2199:
        return re.search(r"\byear\s+$", before, re.IGNORECASE) is not None
    following = _NEXT_WORD.match(after)
    word = following[1].lower() if following and following[1] else ""
    if word in COUNTED or re.search(r"[$€£₴#№]\s?$|\b(?:No|no)\.\s?$", before):
        return False
    if _TIME_WORD.search(before) or _YEAR_RANGE.match(after) or _AFTER_YEAR.search(before):
        return True
    if _CLAUSE_END.match(after):
        return (
            _opens_clause(before)
            or _LOOSE_WORD.search(before) is not None
            or (year >= 1900 and before[-1:] in "-–—/")
        )
    if _LOOSE_WORD.search(before):
        return word in _SMALL or re.search(r"\bthe\s+$", before) is not None or not word
    return False


def _spelled_year(words: str, before: str, after: str) -> bool:
    """Whether a year in words is one: "in nineteen ten", but not "one in two thousand"."""
    if re.search(r"(?:\b(?:one|two|three|four|five)|\d)\s+in\s+$", before, re.IGNORECASE):
        return False
    if _TIME_WORD.search(before):
        return (
            spelled.number(words) % 1000 > 0 or re.search(r"\byear\s+$", before, re.I) is not None
        )
    runs_on = re.match(r"\s+(?:until|till)\s", after, re.IGNORECASE) is not None
    return runs_on and _LOOSE_WORD.search(before) is not None


def _opens_clause(before: str) -> bool:
    return not before.strip() or before.rstrip(" ")[-1:] in ".!?:;(\n,[—–-"


def _dotted(match: re.Match[str]) -> bool:
    """Whether "on 30.08" is a day, "30.08 percent" is not."""
    lead = re.search(
        r"\b(?:on|since|from|by|until|till|of|before|dated)\s+$|[(–-]\s?$", _before(match), re.I
    )
    unit = re.match(r"\s*[%a-zA-Z]", _after(match))
    following = _NEXT_WORD.match(_after(match))
    word = following[1].lower() if following and following[1] else ""
    return lead is not None and (unit is None or (word in _SMALL and "%" not in _after(match)[:2]))


def _slashed(match: re.Match[str]) -> bool:
    """Whether "on 3/4" is a day, and "4/22" at the end of a clause, which is no fraction."""
    lead = re.search(r"\b(?:on|since|from|by|until|till|to|before)\s+$", _before(match), re.I)
    odd = match["monthno"][0] == "0" or int(match["monthno"]) in _ODD_DENOMINATORS
    bare = odd and _ENDS.match(_after(match)) is not None
    return (lead is not None or bare) and _is_day_and_month(match)


# Below the line of a fraction these are as good as never seen; as days of a month they are.
_ODD_DENOMINATORS = frozenset((13, 14, 17, 18, 19, 21, 22, 23, 26, 27, 28, 29, 31))
_ENDS = re.compile(r"\s*(?:$|[;!?)”\"]|[.,:](?!\d))")


def _is_day_and_month(match: re.Match[str]) -> bool:
    day, month = int(match["day"]), int(match["monthno"])
    return 1 <= day <= 31 and 1 <= month <= 31 and min(day, month) <= 12


def _hyphened(match: re.Match[str]) -> bool:
    lead = re.search(r"\bon\s+$", _before(match), re.IGNORECASE)
    ends = _ENDS.match(_after(match))
    return lead is not None and ends is not None and _is_day_and_month(match)


def _short(match: re.Match[str]) -> bool:
    """Whether "21/04/16" is a day; with stops each field has two digits, or it is a version."""
    whole = match["sep"] != "." or (len(match["day"]) == len(match["monthno"]) == 2)
    return whole and _is_day_and_month(match)


def _glued(match: re.Match[str]) -> bool:
    """Whether "Oct2" is a day: it is written as a name, or its day as an ordinal."""
    return match["month"][0].isupper() or match[0][-1].isalpha()


def _years(match: re.Match[str]) -> bool:
    """Whether "2013-14" are two years: "2013-12" is a month and "2013-11" may be."""
    first, last = int(match["year"]) % 100, int(match["n"])
    return last > 12 and first < last <= first + 10


_WEEKDAY_THE = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\s+the\s+$", re.IGNORECASE)
_LEAD_THE = re.compile(
    r"\b(?:on|since|by|until|till|from|to|through|before|of|for|\w+day|and)\s+the\s+$", re.I
)
_LEAD_ON = re.compile(r"\bon\s+$", re.IGNORECASE)
_DAY_ENDS = re.compile(
    r"\s*(?:$|[.,;:!?)”\"](?!\d))|\s+(?:and|to|until|till|of\s+(?:this|last|next))\b"
)
_LEAST_ORDINAL_WORD = 10


def _monthday(match: re.Match[str]) -> bool:
    """Whether "on the 15th." is a day of the month, "the 15th brigade" is not."""
    before = _before(match)
    ordinal = ORDINALS.get((match["dayword"] or "").lower().replace(" ", "-"))
    day = int(match["day"]) if match["day"] else ordinal or spelled.number(match["dayname"] or "")
    if not 1 <= day <= 31 or not _DAY_ENDS.match(_after(match)):
        return False
    if _WEEKDAY_THE.search(before):
        return True
    if match["nth"] or (ordinal or 0) >= _LEAST_ORDINAL_WORD:
        return _LEAD_THE.search(before) is not None
    bare = match["day"] is not None and _LEAD_ON.search(before) is not None
    return bare and _ENDS.match(_after(match)) is not None


def _nthbare(match: re.Match[str]) -> bool:
    """Whether "second Sunday" is one of a month rather than one of a row of them."""
    counted = re.search(
        r"\b(?:an?|for|every|each|my|our|his|her|its|their)\s+(?:the\s+)?$", _before(match), re.I
    )
    return counted is None and _ENDS.match(_after(match)) is not None


_OWN_PROMISE = re.compile(r"\b(?:I|[Ww]e)(?:\s+(?:will|shall)|['’]ll)\b[^.;:]*$")


def _within(match: re.Match[str]) -> bool:
    """Whether "within three days" reaches ahead from now.

    What somebody else demands or foresees counts from when he spoke, which is not known here; a
    speaker's own promise counts from the words.
    """
    if match["ahead"] or match["base"]:
        return True
    if re.match(r"\s+(?:of|after|from|before)\b", _after(match), re.IGNORECASE):
        return False
    start, end = match.span()
    low, _ = tense.sentence(match.string, start, end)
    return _OWN_PROMISE.search(match.string, low, start) is not None


def _ago(match: re.Match[str]) -> bool:
    """Whether "three days from today" is a day; "for three days from today" is a length."""
    lasts = re.search(r"\bfor\s+$", _before(match), re.IGNORECASE)
    return lasts is None or not match["which"].lower().startswith("from")


def _oldyear(match: re.Match[str]) -> bool:
    return re.search(r"\b(?:an?|per|each|every)\s+$", _before(match), re.IGNORECASE) is None


def _decade(match: re.Match[str]) -> bool:
    lead = re.search(r"\b(?:the|in|early|late|mid)[\s-]+['’]?$", _before(match), re.IGNORECASE)
    said = match.groupdict()
    if said.get("noughties"):
        return re.search(r"\bthe\s+$", _before(match), re.IGNORECASE) is not None
    return said.get("year") is not None or lead is not None


def _then(match: re.Match[str]) -> bool:
    return re.search(r"\b(?:since|by|until)\s+$", _before(match), re.IGNORECASE) is not None


def _now(match: re.Match[str]) -> bool:
    return re.search(r"\b(?:between|and|until|till|to)\s+$", _before(match), re.I) is not None


_TESTS: dict[str, Callable[[re.Match[str]], bool]] = {
    "day": _day,
    "month": _month,
    "season": _season,
    "weekday": _weekday,
    "year": _year,
    "dotted": _dotted,
    "slashed": _slashed,
    "hyphened": _hyphened,
    "short": _short,
    "glued": _glued,
    "years": _years,
    "nthbare": _nthbare,
    "within": _within,
    "ago": _ago,
    "oldyear": _oldyear,
    "monthday": _monthday,
    "decade": _decade,
    "then": _then,
    "now": _now,
}
