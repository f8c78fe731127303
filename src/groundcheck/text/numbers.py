"""Numbers in a text: digits in every style, words, ordinals told apart, fractions.

The grammar works on tokens (a numeral or a number word) and on the text between two of them;
it looks a bounded number of tokens ahead, so the time is linear in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from groundcheck.model.span import Span
from groundcheck.text import number_words as words
from groundcheck.text import units
from groundcheck.text.number_tokens import joint, tokens
from groundcheck.text.numerals import NumberKind


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in a text.

    ``value`` is what it means ("1.2 mln" is 1,200,000, "two-thirds" 0.666…). ``scale`` is the
    factor that a trailing word such as "million" gave (1 without one), by which the first
    number of "114 to 116 thousand" must be multiplied too. ``parts`` holds the two numbers
    of "four in five" and "nine out of 12". ``spelled`` is true when it begins with a word,
    ``rough`` when the words themselves say that nobody counted ("a couple of hundred").
    """

    span: Span
    text: str
    value: float
    kind: NumberKind
    scale: float = 1
    parts: tuple[Number, ...] = ()
    spelled: bool = False
    rough: bool = False


def find_numbers(text: str) -> tuple[Number, ...]:
    """All numbers of ``text`` in order, none overlapping; never raises for any text."""
    return tuple(_Grammar(text).numbers())


_MINUS = re.compile(r"\b(?:minus|negative)\s{1,3}$", re.I)
_ARTICLE = re.compile(r"(?<!\w)an?\s{1,3}$", re.I)
_COUPLE = re.compile(r"(?<!\w)(?:an?\s{1,3})?couple\s{1,3}(?:of\s{1,3})?$", re.I)
# A sign apart from its digits is one only where the figure is all there is on its line: at the
# head of a line with more on it the same stroke is a bullet or a dash.
_SIGN_APART = re.compile(r"(?:^|\n)[^\S\n]*([-−][^\S\n]{1,3})$")
_LINE_ENDS = re.compile(r"[^\S\n]*(?:\n|$)")
_BETWEEN = re.compile(r"\bbetween\s{1,3}(?:an?\s)?$", re.I)
_WORD_BEFORE = re.compile(r"(?<!\w)([A-Za-z]+)(?:\s+of)?\s+$")
_WORD_GAP = re.compile(r"[^\S\n]{1,2}")
_WORD_AFTER = re.compile(r"\s*([-–]?)\s*([A-Za-z]+)|")
_LETTER_SCALE = re.compile(r"(MM|[kKMmBbTt])(?![\w²³^/'’])|\s{1,2}([kK])(?![\w²³^/])")
_GREATEST = 1e30  # beyond it a row of scales is no number that anybody counts to
_ENDS_CLAUSE = re.compile(r"\s*(?:$|[.,;:?!)])")


class _Grammar:
    """The reading of one text; ``i`` is always the index of the next unread token."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokens(text)
        self.kinds = [token.kind for token in self.tokens] + ["end"] * 4
        self.values = [token.value for token in self.tokens] + [0.0] * 4

    def gap(self, i: int) -> str:
        """How token ``i`` is joined to the one before it; ``""`` when it is not."""
        if not 0 < i < len(self.tokens):
            return ""
        return joint(self.text, self.tokens[i - 1], self.tokens[i])

    def numbers(self) -> list[Number]:
        found: list[Number] = []
        i = 0
        while i < len(self.tokens):
            number, after = self.number(i)
            if number is not None:
                joined = self.proportion(number, after)
                number, after = joined or (number, after)
                found.append(number)
            i = max(after, i + 1)
        return found

    def number(self, i: int) -> tuple[Number | None, int]:
        kind = self.kinds[i]
        if kind == "denominator":
            return None, i + 1
        if kind == "ordinal":
            return self.lone_ordinal(i)
        if kind == "digits" and self.tokens[i].number_kind == "ordinal":
            return self.made(i, i + 1, self.values[i], "ordinal"), i + 1
        if kind in {"hundred", "scale", "dozen"}:
            if (couple := self.before(i, _COUPLE, 16)) is not None:
                return self.couple(i, len(couple[0]))
            if not self.countable_alone(i):
                return None, i + 1
        if self.is_pronoun(i):
            return None, i + 1
        return self.measured(i)

    # -- numbers that begin with something other than a plain cardinal

    def lone_ordinal(self, i: int) -> tuple[Number | None, int]:
        """'A third', 'half a million', 'third'; the plain ordinal when nothing else fits."""
        value, word = self.values[i], self.text[self.tokens[i].start : self.tokens[i].end].lower()
        article = self.before(i, _ARTICLE)
        if word in {"half", "quarter"}:
            if self.gap(i + 1) in {" ", "a", "-", "of a"} and self.kinds[i + 1] in {
                "scale",
                "dozen",
                "hundred",
            }:
                return self.multiplied(i, i + 1, 1 / value)
            previous = self.word_before(i)
            if previous in words.ORDINALS or self.hyphenated(i):
                return None, i + 1
            if word == "quarter" and not article:
                return None, i + 1
            return self.made(i, i + 1, 1 / value, "fraction"), i + 1
        if article and value > 2 and self.part_follows(i + 1):
            return self.made(i, i + 1, 1 / value, "fraction"), i + 1
        end = i + 1
        if (
            value >= 20
            and value < 100
            and self.kinds[end] == "ordinal"
            and self.gap(end) in {" ", "-"}
        ):
            end += 1
        return self.made(i, end, value, "ordinal"), end

    def countable_alone(self, i: int) -> bool:
        """Whether "hundred", "million" or "dozen" stands for a number without one before it."""
        article = self.before(i, _ARTICLE)
        if self.text[self.tokens[i].end - 1] in "sS" or (self.values[i] == 12 and not article):
            return False
        previous = self.word_before(i)
        if previous in words.VAGUE_BEFORE_SCALE:
            return False
        following = self.kinds[i + 1] in {"scale", "denominator"} and self.gap(i + 1) == " "
        return bool(article) or following or self.measures(i)

    def measures(self, i: int) -> bool:
        """Whether "thousand" without an article counts a measure, as in "over thousand sq. km"."""
        token = self.tokens[i]
        gap = _WORD_GAP.match(self.text, token.end)
        unit = units.pattern().match(self.text, gap.end()) if gap else None
        if unit is None or self.text[token.start - 1 : token.start] == "-":
            return False
        ground = units.dimension(units.unit_of(unit)) in {"area", "length", "share"}
        return ground and self.text[token.start].islower()

    def couple(self, i: int, before: int) -> tuple[Number | None, int]:
        """As "a couple of hundred", which is roughly two of them."""
        number, after = self.multiplied(i, i, 2.0)
        if number is None or self.text[self.tokens[i].end - 1] in "sS":
            return None, i + 1
        span = Span(self.tokens[i].start - before, number.span.end)
        return replace(number, span=span, text=span.of(self.text), rough=True), after

    def is_pronoun(self, i: int) -> bool:
        token = self.tokens[i]
        if self.text[token.start : token.end].lower() != "one":
            return False
        if self.word_before(i) not in words.PRONOUN_BEFORE_ONE:
            return False
        return not (self.gap(i + 1) in {" ", "-"} and self.kinds[i + 1] != "digits")

    # -- cardinals and what may follow them

    def measured(self, i: int) -> tuple[Number | None, int]:
        value, end, scale = self.cardinal(i)
        kind: NumberKind = self.tokens[i].number_kind if end == i + 1 else "cardinal"
        fraction = self.fraction(i, end, value)
        if fraction is not None:
            value, end, kind = fraction
            while self.kinds[end] == "scale" and self.gap(end) in {" ", "a", "of a"}:
                if value > _GREATEST:
                    break
                value, scale, kind = value * self.values[end], self.values[end], "cardinal"
                end += 1
        elif (
            self.kinds[end] == "ordinal"
            and self.gap(end) in {" ", "-", "and"}
            and self.values[end - 1] > self.values[end]
        ):
            value += self.values[end]
            part = end == i + 1 and self.before(i, _ARTICLE) and self.part_follows(end + 1)
            if part:
                return self.made(i, end + 1, 1 / value, "fraction"), end + 1
            return self.made(i, end + 1, value, "ordinal"), end + 1
        elif self.gap(end) == "point" and self.kinds[end] in {"small", "tens"}:
            value, end = self.point(value, end)
        elif (half := self.and_a_half(value, end, scale)) is not None:
            value, end, scale = half
            kind = "cardinal"
        return self.made(i, end, value, kind, scale), end

    def multiplied(self, i: int, end: int, value: float) -> tuple[Number | None, int]:
        scale = 1.0
        while self.kinds[end] in {"scale", "dozen", "hundred"} and (self.gap(end) or end == i):
            if value > _GREATEST:
                break
            value, scale = value * self.values[end], self.values[end]
            end += 1
        return self.made(i, end, value, "cardinal", scale), end

    def cardinal(self, i: int) -> tuple[float, int, float]:
        """The value of the longest cardinal from ``i``, the index after it, its last scale."""
        total, current, limit, scale = 0.0, 0.0, float("inf"), 1.0
        between = self.before(i, _BETWEEN) is not None
        k, last, before_and = i, "", 0.0
        while k < len(self.tokens):
            kind, value = self.kinds[k], self.values[k]
            joined = self.gap(k) if k > i else "start"
            if not joined or not self.may_follow(k, last, kind, joined, between):
                break
            if k > i and (total + current) * value > _GREATEST:
                break
            if joined == "and":
                before_and = current
            if kind == "dozen":
                current = before_and + ((current - before_and) or 1) * value
            elif kind == "hundred":
                current = (current or 1) * value
            elif kind == "scale":
                if value < limit:
                    total += (current or 1) * value
                else:
                    total = (total + current) * value
                current, limit, scale = 0.0, value, value
            else:
                current, scale = current + value, 1.0
            last = kind
            k += 1
        return total + current, k, scale

    def may_follow(self, k: int, last: str, kind: str, joined: str, between: bool) -> bool:
        if joined == "start":
            return True
        if joined in {"and", ","}:
            return not (between and joined == "and") and self.tail_fits(k, last, joined)
        if joined not in {" ", "-"}:
            return False
        value = self.values[k]
        if kind == "small":
            return last in {"hundred", "scale"} or (last == "tens" and 0 < value < 10)
        if kind == "tens":
            return last in {"hundred", "scale"} and joined == " "
        if kind == "hundred":
            return last in {"small", "tens", "digits"}
        if kind == "dozen":
            return last in {"small", "tens", "digits"}
        if kind == "scale":
            return last != "dozen"
        return kind == "digits" and last == "scale" and self.kinds[k + 1] == "hundred"

    def tail_fits(self, k: int, last: str, joined: str) -> bool:
        """Whether the number after "and" (or a comma) is a smaller part of the same number."""
        if last not in {"hundred", "scale"} or (joined == "," and last != "scale"):
            return False
        kind, value = self.kinds[k], self.values[k]
        if kind == "digits":
            token = self.tokens[k]
            if last == "scale" and self.kinds[k + 1] != "hundred":
                return False
            if not 0 < value < 100 or value != int(value) or token.number_kind != "cardinal":
                return False
        elif kind not in {"small", "tens"}:
            return False
        end = k + 1
        if kind == "tens" and self.kinds[end] == "small" and self.gap(end) in {" ", "-"}:
            end += 1
        part = {"denominator", "ordinal"} if value == 1 else {"denominator"}
        if self.gap(end) in {" ", "-"} and value < self.values[end] and self.kinds[end] in part:
            return False
        if self.kinds[end] == "hundred" and self.gap(end) == " ":
            return last == "scale"
        if self.kinds[end] == "scale" and self.gap(end) == " ":
            return last == "hundred" or self.values[end] < self.values[k - 1]
        return joined != ","

    def point(self, value: float, k: int) -> tuple[float, int]:
        digits = ""
        while self.kinds[k] in {"small", "tens"} and (not digits or self.gap(k) in {" ", "-"}):
            if digits and self.kinds[k - 1] == "tens":
                digits = digits[:-1]
            digits += f"{self.values[k]:.0f}"
            k += 1
        return float(f"{value:.0f}.{digits}"), k

    def fraction(self, i: int, k: int, value: float) -> tuple[float, int, NumberKind] | None:
        """As "two-thirds", "thirty-two fifths": the cardinal before ``k`` over ``k``."""
        if self.gap(k) not in {" ", "-"} or self.tokens[i].number_kind != "cardinal":
            return None
        if self.kinds[k] in {"small", "tens"}:
            return self.over_compound(i, k, value)
        below = self.values[k]
        if self.kinds[k] == "ordinal":
            tens = (
                self.kinds[k + 1] == "denominator" and below >= 20 and self.gap(k + 1) in {" ", "-"}
            )
            one = value == 1 and self.kinds[i] == "small" and (below > 2 or self.is_half(k))
            if not (one or tens):
                return None
            if below >= 20 and self.kinds[k + 1] == "ordinal" and self.gap(k + 1) == "-":
                return value / (below + self.values[k + 1]), k + 2, "fraction"
            return value / below, k + 1, "fraction"
        if self.kinds[k] != "denominator":
            return None
        if below == 1 and not (self.kinds[k - 1] == "tens" and k - 1 > i):
            return None
        if self.kinds[k - 1] == "tens" and k - 1 > i and self.gap(k - 1) == " " and below < 10:
            return (value - self.values[k - 1]) / (self.values[k - 1] + below), k + 1, "fraction"
        return value / below, k + 1, "fraction"

    def over_compound(self, i: int, k: int, value: float) -> tuple[float, int, NumberKind] | None:
        """As "three twenty-firsts", "one one-hundredth": several words at ``k`` below the line."""
        front, end, _ = self.cardinal(k)
        below, joined = self.values[end], self.gap(end)
        if joined not in {" ", "-"} and (joined != "and" or self.kinds[end - 1] != "hundred"):
            return None
        one = value == 1 and self.kinds[i] == "small" and self.part_follows(end + 1)
        if not (self.kinds[end] == "denominator" or (self.kinds[end] == "ordinal" and one)):
            return None
        if below >= 100 and below > front:
            return value / (front * below), end + 1, "fraction"
        if self.values[end - 1] <= below or self.kinds[end - 1] == "small":
            return None
        return value / (front + below), end + 1, "fraction"

    def is_half(self, k: int) -> bool:
        return self.text[self.tokens[k].start : self.tokens[k].end].lower() == "half"

    def and_a_half(self, value: float, k: int, scale: float) -> tuple[float, int, float] | None:
        """As "… and a half", "… and three quarters": a part of the last scale, or of a next one."""
        joined = self.gap(k)
        if joined == "and" and self.kinds[k] in {"small", "tens"}:
            over, end, _ = self.cardinal(k)
            read = self.fraction(k, end, over)
            if read is None or read[0] >= 1:
                return None
            part, end = read[0], read[1]
        elif joined == "and a" and self.kinds[k] == "ordinal" and self.values[k] > 1:
            part, end = 1 / self.values[k], k + 1
        else:
            return None
        if self.kinds[end] == "scale" and self.gap(end) == " ":
            following = self.values[end]
            if scale == 1:
                return (value + part) * following, end + 1, following
            return value + part * following, end + 1, following
        return value + part * max(scale, 1.0), end, scale

    # -- two numbers that make one share

    def proportion(self, first: Number, k: int) -> tuple[Number, int] | None:
        joined = self.gap(k)
        if joined not in {"in", "out of", "over"} or first.kind != "cardinal":
            return None
        if first.value == 0 or (first.value < 0 and joined != "over"):
            return None
        if self.kinds[k] not in {"digits", "small", "tens", "hundred"}:
            return None
        second, after = self.number(k)
        if second is None or second.kind != "cardinal" or not self.is_share(first, second, joined):
            return None
        span = Span(first.span.start, second.span.end)
        value = first.value / second.value
        whole = Number(
            span, span.of(self.text), value, "fraction", 1, (first, second), first.spelled
        )
        return whole, after

    def is_share(self, first: Number, second: Number, joined: str) -> bool:
        if second.value != int(second.value) or second.value <= 0:
            return False
        if joined == "over":
            return bool(_ENDS_CLAUSE.match(self.text, second.span.end))
        if first.value >= second.value:
            return False
        if joined == "out of":
            return True
        following = _WORD_AFTER.match(self.text, second.span.end)
        if following and (following[2] or "").lower() in words.TIME_WORDS:
            return False
        return second.value <= 10 or (first.value == 1 and second.spelled)

    # -- small looks to the left and right

    def before(self, i: int, pattern: re.Pattern[str], reach: int = 12) -> re.Match[str] | None:
        start = self.tokens[i].start
        return pattern.search(self.text[max(0, start - reach) : start])

    def word_before(self, i: int) -> str:
        start = self.tokens[i].start
        match = _WORD_BEFORE.search(self.text[max(0, start - 24) : start])
        return match[1].lower() if match else ""

    def hyphenated(self, i: int) -> bool:
        following = _WORD_AFTER.match(self.text, self.tokens[i].end)
        return bool(following and following[1])

    def part_follows(self, i: int) -> bool:
        match = _WORD_AFTER.match(self.text, self.tokens[i - 1].end)
        if not match or not match[2]:
            return True
        return not match[1] and match[2].lower() in words.AFTER_A_FRACTION

    def made(self, i: int, k: int, value: float, kind: NumberKind, scale: float = 1) -> Number:
        start, end = self.tokens[i].start, self.tokens[k - 1].end
        spelled = self.tokens[i].kind != "digits"
        if spelled and (
            self.tokens[i].kind in {"hundred", "scale", "dozen"}
            or kind == "fraction"
            or value != int(value)
            or self.tokens[i].kind == "ordinal"
        ):
            article = self.before(i, _ARTICLE)
            if article:
                start -= len(article[0])
        elif not spelled and k == i + 1 and kind == "cardinal":
            end, value, scale = self.letter_scale(i, end, value)
        minus = _MINUS.search(self.text[max(0, start - 12) : start])
        apart = _SIGN_APART.search(self.text[max(0, start - 12) : start])
        if minus and kind != "ordinal":
            start, value = start - len(minus[0]), -value
        elif apart and _LINE_ENDS.match(self.text, end) and not spelled:
            start, value = start - len(apart[1]), -value
        span = Span(start, end)
        return Number(span, span.of(self.text), value, kind, scale, (), spelled)

    def letter_scale(self, i: int, end: int, value: float) -> tuple[int, float, float]:
        match = _LETTER_SCALE.match(self.text, end)
        if match is None:
            return end, value, 1
        letter = match[1] or match[2]
        start = self.tokens[i].start
        money = bool(re.search(r"[$£€¥₽₴]\s?$", self.text[max(0, start - 2) : start]))
        factor = words.LETTER_SCALES.get(letter) or (
            words.MONEY_SCALES.get(letter) if money else None
        )
        if letter == "b" and "." in self.text[start:end]:
            factor = words.MONEY_SCALES[letter]  # "M1500b" is a name, "1.2b" an amount
        return (match.end(), value * factor, factor) if factor else (end, value, 1)
