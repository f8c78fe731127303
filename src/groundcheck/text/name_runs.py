"""Runs of capitalised words, from which names are made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from groundcheck.model.span import Span
from groundcheck.text.wordlists import (
    ADJECTIVES,
    BODY_HEADS,
    DOUBTFUL_PARTICLES,
    INNER_POSSESSIVES,
    MONTH_NAMES,
    MONTHS,
    NOT_INSIDE,
    OFFICES,
    PARTICLES,
    SMALL_TITLES,
    STARTERS,
    TITLES,
    WEEKDAYS,
)

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-‑'’ʼ‘`][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’ʼ]s$", re.IGNORECASE)
_GAP = re.compile(r"[ \t\u00a0]{1,3}|\s?\n\s?")
_STOP_GAP = re.compile(r"\.\s{0,2}")
_SENTENCE_LIKE = frozenset(".!?:—–-•\"“”„«»‘'(…*/")
_SHOUT = 4
_SURE_MONTHS = MONTHS - MONTH_NAMES
_SURE_PARTICLES = PARTICLES - DOUBTFUL_PARTICLES
_LEADERS = _SURE_PARTICLES | SMALL_TITLES
_LINKS = (("of", "the"), ("for", "the"), ("of",), ("for",), ("on",), ("the", "study", "of"))
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")


@dataclass(frozen=True, slots=True)
class Word:
    """A word without its possessive ending.

    ``low`` is the word in lower case without the stops of an abbreviation, ``initial`` says
    that it stands where a capital shows nothing.
    """

    text: str
    low: str
    start: int
    end: int
    initial: bool
    possessive: bool

    @property
    def capital(self) -> bool:
        """Whether it is written as a name is: ``al-Sham`` too, but not ``Nile-based``."""
        head, _, rest = self.text.partition("-")
        tail = rest.rpartition("-")[2]
        if head in PARTICLES:
            return tail[:1].isupper()
        return self.text[0].isupper() and not (len(tail) > 2 and tail.islower())


def words_of(text: str, sentence: Span) -> Iterator[Word]:
    """The words of a sentence in order."""
    last, counted = sentence.start, True
    for match in _TOKEN.finditer(text, sentence.start, sentence.end):
        between = text[max(last, match.start() - 4) : match.start()].rstrip()
        initial = counted or (between != "" and between[-1] in _SENTENCE_LIKE)
        counted = counted and match[0].isdigit()
        owner = _POSSESSIVE.search(match[0]) if match[0][-1] in "sS" else None
        inner = match[0].lower().replace("’", "'") in INNER_POSSESSIVES
        end = match.start() + owner.start() if owner and not inner else match.end()
        word = text[match.start() : end]
        low = word.lower().replace("’", "'").rstrip(".")
        yield Word(word, low, match.start(), end, initial, end < match.end())
        last = match.end()


def runs_of(text: str, line: list[Word]) -> Iterator[list[Word]]:
    """Maximal runs of words that may make a name, with particles, links and small titles."""
    shouted = _shouted(line)
    run: list[Word] = []
    body = False
    for index, word in enumerate(line):
        fit = index not in shouted and not _is_calendar(word, run)
        if run and not (fit and _joins(text, line, index, body=body)):
            yield run
            run, body = [], False
        if fit and (run or _leads(text, line, index)):
            run.append(word)
            body = body or word.low in BODY_HEADS
    if run:
        yield run


def _is_calendar(word: Word, run: list[Word]) -> bool:
    return word.low in WEEKDAYS or word.low in (_SURE_MONTHS if run else MONTHS)


def _shouted(line: list[Word]) -> set[int]:
    found: set[int] = set()
    for shouting, group in groupby(enumerate(line), lambda pair: pair[1].text.isupper()):
        indexes = [index for index, _ in group]
        if shouting and len(indexes) >= _SHOUT:
            found.update(indexes)
    return found


def _leads(text: str, line: list[Word], index: int) -> bool:
    """Whether a name can begin here: a capital, or what stands right before one."""
    word, after = line[index], line[index + 1 : index + 2]
    if word.capital:
        return not (word.initial and word.low in STARTERS and not word.text.isupper())
    fits = word.low in _LEADERS or _ORDINAL.fullmatch(word.text)
    if not (fits and after and after[0].capital and _adjacent(text, [word, *after])):
        return False
    return word.low not in SMALL_TITLES or after[0].low not in ADJECTIVES


def _joins(text: str, line: list[Word], index: int, *, body: bool) -> bool:
    """Whether the word goes on with the name that the word before it belongs to."""
    before, word = line[index - 1], line[index]
    if before.possessive or (word.low in NOT_INSIDE and word.capital and not word.text.isupper()):
        return False
    gap = text[before.end : word.start]
    if not _GAP.fullmatch(gap):
        short = len(before.text) == 1 or before.low in TITLES
        stop = _STOP_GAP.fullmatch(gap) is not None and short
        return word.text[0].isupper() and (stop or (gap == "/" and before.text.isupper()))
    if word.capital:
        return True
    ahead = line[index : index + 2]
    particle = word.low in _SURE_PARTICLES or (word.low in PARTICLES and before.capital)
    if particle and len(ahead) == 2 and ahead[1].capital and _adjacent(text, ahead):
        return True
    office = len(ahead) == 2 and ahead[1].capital and ahead[1].low in OFFICES
    if word.low == "of" and before.low in TITLES and office:
        return True
    return body and _linked(text, line, index)


def _linked(text: str, line: list[Word], index: int) -> bool:
    """Whether the word is in an "of", a "for the" and the like between two capitals."""
    back = next((back for back in (1, 2, 3) if index >= back and line[index - back].capital), 0)
    rest = line[index - back + 1 : index + 4] if back else []
    lows = tuple(word.low for word in rest)
    return any(
        lows[: len(link)] == link
        and len(rest) > len(link) >= back
        and rest[len(link)].capital
        and _adjacent(text, rest[: len(link) + 1])
        for link in _LINKS
    )


def _adjacent(text: str, words: list[Word]) -> bool:
    return all(
        _GAP.fullmatch(text, one.end, two.start) and not one.possessive
        for one, two in pairwise(words)
    )
