"""Numbers written in digits, in every usual style of separators and fractions."""

from __future__ import annotations

import math
import re
from functools import cache
from typing import Literal

from groundcheck.text.number_words import SUPERSCRIPTS, VULGAR

NumberKind = Literal["cardinal", "ordinal", "fraction"]

_SPACE = "[ \u00a0\u2009\u202f]"
_VULGAR = "[" + "".join(VULGAR) + "]"
_PLAIN = rf"""
    [1-9]\d{{0,2}}(?:,\d{{3}})+(?:\.\d+)?(?!\d|,\d)        # 1,234.5
  | \d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?:\.\d+)?(?!\d|,\d)     # 12,34,567 (Indian)
  | \d{{1,3}}(?:\.\d{{3}}){{2,}}(?:,\d+)?(?!\d|\.\d)       # 1.234.567
  | \d{{1,3}}(?:\.\d{{3}})+,\d+(?!\d)                      # 1.234,5
  | \d{{1,3}}(?:['’]\d{{3}})+(?:\.\d+)?(?!\d)              # 1'234
  | \d{{1,3}}(?:{_SPACE}\d{{3}})+(?:[.,]\d+)?(?!\d)        # 1 234,5
  | \d+\.\d+(?!\d|\.\d)                                    # 1.5
  | \d+,\d{{1,2}}(?!\d|[.,]\d) | 0,\d+(?!\d|[.,]\d)        # 99,7
  | \d+ | \.\d+(?!\d|\.\d)
"""
_DIGITS = rf"""
    (?P<sign>(?<![\w)%.,/:–−-])[-−](?=[\d.]))?
    (?:
        (?P<part>(?<=[\d][.,/:])\d+)                       # one field of a date or an address
      | (?P<mantissa>(?<![A-Za-z_\d])(?:{_PLAIN}))
        (?: (?P<exp>[eE][+-]?\d{{1,3}}(?!\w))
          | \s?[x×*]\s?10\s?(?P<ten>\^?[-−+]?\d{{1,3}}(?!\d)|[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)
          | \^(?P<power>[-−+]?\d{{1,3}}(?!\d))
          | /(?P<under>\d{{1,3}})(?![\d/]|\.\d)
          | (?:[ ]{{1,2}}|-)(?P<top>\d{{1,3}})/(?P<bottom>\d{{1,3}})(?![\d/])
          | \s?(?P<vulgar>{_VULGAR})
          | (?P<nth>(?:st|nd|rd|th)\b)
        )?
      | (?P<alone>{_VULGAR})
    )
"""


@cache
def pattern() -> re.Pattern[str]:
    """One number in digits; the named groups are read by ``value_of``."""
    return re.compile(_DIGITS, re.VERBOSE)


def value_of(match: re.Match[str]) -> tuple[float, NumberKind] | None:
    """The value and kind (``cardinal``, ``ordinal``, ``fraction``) of a match of ``pattern``.

    ``None`` where the digits are no number: a division by zero, a power beyond floats.
    """
    sign = -1.0 if match["sign"] else 1.0
    if match["alone"]:
        return sign * VULGAR[match["alone"]], "fraction"
    if match["part"]:
        return float(match["part"]), "cardinal"
    value = _plain(match["mantissa"])
    kind: NumberKind = "cardinal"
    if match["nth"]:
        kind = "ordinal"
    elif match["vulgar"]:
        value += VULGAR[match["vulgar"]]
    elif match["under"] or match["bottom"]:
        below = int(match["under"] or match["bottom"])
        if not below:
            return None
        value = value / below if match["under"] else value + int(match["top"]) / below
        kind = "fraction" if match["under"] else "cardinal"
    else:
        value = _raised(value, match)
    return (sign * value, kind) if math.isfinite(value) else None


def _raised(value: float, match: re.Match[str]) -> float:
    try:
        if match["exp"]:
            return float(f"{value!r}{match['exp']}") if "e" not in repr(value) else math.inf
        if match["ten"]:
            return float(f"{value!r}e{int(match['ten'].translate(SUPERSCRIPTS).lstrip('^'))}")
        if match["power"]:
            return float(value ** int(match["power"].translate(SUPERSCRIPTS)))
    except (OverflowError, ZeroDivisionError, ValueError):
        return math.inf
    return value


def _plain(digits: str) -> float:
    """The value of digits with separators; a lone comma before one or two digits is a decimal."""
    digits = re.sub(rf"{_SPACE}|['’]", "", digits)
    comma, point = digits.rfind(","), digits.rfind(".")
    if comma > point and (point >= 0 or len(digits) - comma - 1 != 3 or digits[0] == "0"):
        return float(digits.replace(".", "").replace(",", "."))
    if digits.count(".") > 1:
        return float(digits.replace(".", ""))
    return float(digits.replace(",", ""))
