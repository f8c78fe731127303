"""A part, its whole and the share between them, where a sentence gives all three."""

from __future__ import annotations

import re
from collections.abc import Iterator

from groundcheck.checks.figures import Figure, Figures, likely, loose, ratio
from groundcheck.checks.reckoning import Reckoned
from groundcheck.checks.wording import figure, interval, middle
from groundcheck.model import Interval, Step

_WORD = r"(?:[\w'’.-]+\s+)"
_HEDGE = r"(?:about|around|roughly|some|nearly|almost|just|over|under|more than|less than)\s+"
# "30 of the region's 120 townships", "30 townships out of 120"
_OF = re.compile(rf"\s+{_WORD}{{0,3}}?(?:out\s+of|of)\s+{_WORD}{{0,3}}?(?:{_HEDGE})*$")
# "120 dead, among them 30 children"
_AMONG = re.compile(r"[^.;:]{0,80}?\b(?:among them|of whom|of which|of them)\s+(?:[a-z]+\s+){0,2}$")
# "Of the 120 prisoners, 30 were freed"
_OPENING = re.compile(r"^\s*(?:out\s+)?of\s+(?:(?:the|its|their|these|those)\s+)?$", re.IGNORECASE)
_NO_STOP = re.compile(r"[^.;:]{0,80}$")
_SURE = (
    r"(?:or|that is|that's|i\.e\.|which is|which makes|is|are|was|were|makes|equals|=|or rather)"
)
# What stands between the whole and its share: "since January, or", " is ", " (".
_THEN = re.compile(rf"[^.;()]{{0,80}}?(?:[,:—–-]?\s*\b{_SURE}\s+|\s*\()(?:{_HEDGE})*$")
_PERHAPS = re.compile(rf"[^.;()\d]{{0,40}}?[,:—–-]\s*(?:{_HEDGE})*$")
_OR = re.compile(rf"\s*(?:[a-z]+\s+){{0,2}}?,?\s*\(?\s*(?:or|that is|i\.e\.)\s+(?:{_HEDGE})*$")
_OF_IT = re.compile(r"\s+of\s+(?:them|it|those|all|the\s+total|the\s+whole)\b", re.IGNORECASE)
_OF_SOMETHING = re.compile(r"\s+of\s", re.IGNORECASE)
_IS = re.compile(rf"[^.;()\d]{{0,40}}?\b(?:is|are|makes|equals|=|comes to|or)\s+(?:{_HEDGE})*$")


def shares_of_a_whole(figures: Figures) -> Iterator[Reckoned]:
    """Each share that is said of a part and a whole beside it."""
    items = figures.items
    for index in range(len(items) - 1):
        a, b = items[index], items[index + 1]
        c = items[index + 2] if index + 2 < len(items) else None
        if c is not None and c.unit == "percent" and _whole_pair(figures, a, b):
            yield from _of_pair(figures, *_ordered(figures, a, b), b, c)
        elif a.unit == "percent" and c is not None and _whole_pair(figures, b, c):
            yield from _share_first(figures, a, b, c)
        elif a.unit == "percent" and c is not None and _product(figures, a, b, c):
            yield _part_of(a, b, c)
        if b.unit == "percent" and _counted(a) and _OR.match(figures.between(a, b)):
            yield from _carried_over(figures, index)


def _counted(a: Figure) -> bool:
    return a.unit not in ("percent", "days") and not a.is_area


def _same_unit(a: Figure, b: Figure) -> bool:
    return a.unit == b.unit or "number" in (a.unit, b.unit)


def _is_of(figures: Figures, a: Figure, b: Figure) -> bool:
    return bool(_OF.match(figures.between(a, b)))


def _whole_pair(figures: Figures, a: Figure, b: Figure) -> bool:
    if "percent" in (a.unit, b.unit) or not _same_unit(a, b):
        return False
    if _OPENING.search(figures.before(a)) and _NO_STOP.match(figures.between(a, b)):
        return True
    return _is_of(figures, a, b) or bool(_AMONG.match(figures.between(a, b)))


def _ordered(figures: Figures, a: Figure, b: Figure) -> tuple[Figure, Figure]:
    """Part and whole."""
    return (a, b) if _is_of(figures, a, b) else (b, a)


def _of_pair(
    figures: Figures, part: Figure, whole: Figure, last: Figure, share: Figure
) -> Iterator[Reckoned]:
    words = figures.between(last, share)
    after = figures.after(share)
    of_other = _OF_SOMETHING.match(after) and not _OF_IT.match(after)
    if _THEN.match(words) and not of_other:
        yield _share_of(part, whole, share, None)
    elif _THEN.match(words) or _PERHAPS.match(words):
        yield from _only_if_it_fits(_share_of(part, whole, share, "what the share is of"))


def _only_if_it_fits(reckoned: Reckoned) -> Iterator[Reckoned]:
    """A link that the grammar does not show is kept where the figures themselves show it."""
    if reckoned.finding().verdict == "agrees":
        yield reckoned


def _share_first(
    figures: Figures, share: Figure, part: Figure, whole: Figure
) -> Iterator[Reckoned]:
    words = figures.between(share, part)
    if re.match(r"[^.;()\d]{0,60}?(?:\(|,\s*(?:or|that is|i\.e\.)\s+)$", words):
        yield from _only_if_it_fits(_share_of(part, whole, share, "what the share is of"))


def _product(figures: Figures, share: Figure, whole: Figure, part: Figure) -> bool:
    if not _same_unit(whole, part) or "percent" in (whole.unit, part.unit):
        return False
    of = re.match(rf"\s+of\s+{_WORD}{{0,3}}?$", figures.between(share, whole))
    return bool(of and _IS.match(figures.between(whole, part)))


def _carried_over(figures: Figures, index: int) -> Iterator[Reckoned]:
    """Count and share ("40, or 31 percent") whose whole a sentence before named ("12 of 130")."""
    part, share = figures.items[index], figures.items[index + 1]
    if _OF_SOMETHING.match(figures.after(share)) or part.quantity.role == "whole":
        return
    if index and _whole_pair(figures, figures.items[index - 1], part):
        return
    wholes = {middle(b.quantity.value): b for b in _wholes_before(figures, index)}
    here = {
        value: b for value, b in wholes.items() if figures.paragraph(b) == figures.paragraph(part)
    }
    if len(here or wholes) != 1:
        return
    whole = next(iter((here or wholes).values()))
    near = figures.sentence(part) - figures.sentence(whole) <= 2
    same = near and figures.paragraph(part) == figures.paragraph(whole)
    doubt = None if same else f"whether it is still of the {whole.quantity.text} named before"
    yield _share_of(part, whole, share, doubt)


def _wholes_before(figures: Figures, index: int) -> Iterator[Figure]:
    """The wholes among the eight figures before ``index`` that it may be a part of."""
    part = figures.items[index]
    for i in range(max(1, index - 8), index):
        a, b = figures.items[i - 1], figures.items[i]
        pair = b.quantity.role == "whole" or (_same_unit(a, b) and _is_of(figures, a, b))
        larger = middle(b.quantity.value) > middle(part.quantity.value)
        if pair and larger and _same_unit(b, part) and _counted(b):
            yield b


def _share_of(part: Figure, whole: Figure, share: Figure, doubt: str | None) -> Reckoned:
    found = ratio(likely(part), likely(whole))
    exact = 100 * middle(part.quantity.value) / (middle(whole.quantity.value) or 1.0)
    said = f"{part.quantity.text} of {whole.quantity.text} is {exact:.3g}%"
    return Reckoned(
        figure=share,
        found=found,
        widest=ratio(loose(part), loose(whole)),
        says=said,
        steps=(
            Step(
                "divide",
                (part.quantity.text, whole.quantity.text),
                f"{exact:.4g}% ({interval(found, 'percent')} with the rounding of both)",
            ),
        ),
        doubt=doubt,
    )


def _part_of(share: Figure, whole: Figure, part: Figure) -> Reckoned:
    of, size = likely(share), likely(whole)
    low = (of.low or 0.0) * (size.low or 0.0) / 100
    found = Interval(low, (of.high or 100.0) * (size.high or size.low or 0.0) / 100)
    exact = middle(share.quantity.value) * middle(whole.quantity.value) / 100
    return Reckoned(
        figure=part,
        found=found,
        widest=found,
        says=f"{share.quantity.text} of {whole.quantity.text} is {figure(exact)}",
        steps=(Step("multiply", (share.quantity.text, whole.quantity.text), f"{exact:,.6g}"),),
    )
