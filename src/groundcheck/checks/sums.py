"""Lists of counts that must add up to their total."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from groundcheck.checks.figures import Figure, Figures, likely, plus
from groundcheck.checks.reckoning import Reckoned
from groundcheck.checks.wording import figure, interval, middle
from groundcheck.model import Claim, Interval, Span, Step

_REACH = 40
"""A total is looked for among so many figures before it, which keeps the work linear."""

_TOTAL = r"(?:in all|in total|all told|altogether|overall|combined)"
_AFTER = re.compile(rf"\s*(?:[a-z]+\s+){{0,3}}?{_TOTAL}\b", re.IGNORECASE)
_BEFORE = re.compile(rf"(?:^|[:;,—–.]\s*){_TOTAL}\b[^.;:\d]{{0,60}}$", re.IGNORECASE)
_A_TOTAL_OF = re.compile(r"\b(?:a|the|its|their)\s+total\s+(?:of|to|is|was)\s+\w{0,12}\s*$", re.I)
_OWN = re.compile(r"(?:a|the|its|their)\s+total\s+of\b", re.IGNORECASE)
# Figures that are parts of one another add up to nothing.
_NESTED = re.compile(r"\b(?:of (?:them|whom|which|these)|including|among|another|again)\b", re.I)
_TOGETHER = re.compile(r"\b(?:together with|along with|as well as|plus)\b|:", re.IGNORECASE)


def totals(figures: Figures) -> Iterator[Reckoned]:
    """Each total that the text says is one, against the figures that it is the total of."""
    items = figures.items
    for index, total in enumerate(items):
        if total.unit == "percent" or not _is_total(figures, total):
            continue
        parts = _parts(figures, items[max(0, index - _REACH) : index], total)
        for some in parts:
            reckoned = _sum(figures, some, total)
            fits = reckoned.finding().verdict == "agrees"
            if fits or (some is parts[-1] and reckoned.doubt is None):
                yield reckoned
                break


def _is_total(figures: Figures, figure: Figure) -> bool:
    before = figures.before(figure, 90)
    if _OWN.match(figure.quantity.text):
        return True
    if _AFTER.match(figures.after(figure)):
        return True
    return bool(_BEFORE.search(before) or _A_TOTAL_OF.search(before))


def _alike(a: Figure, b: Figure) -> bool:
    return a.unit == b.unit or (not a.quantity.unit_said and a.unit == "number")


def _parts(
    figures: Figures, earlier: Sequence[Figure], total: Figure
) -> tuple[tuple[Figure, ...], ...]:
    """The figures that may be the parts: of the sentence, of the paragraph, of all before."""
    alike = [f for f in earlier if _alike(f, total) and not _is_total(figures, f)]
    sentence = tuple(f for f in alike if figures.sentence(f) == figures.sentence(total))
    if len(sentence) > 1:
        return (sentence,)
    paragraph = tuple(f for f in alike if figures.paragraph(f) == figures.paragraph(total))
    if len(paragraph) < 2:
        return ()
    near = figures.paragraph(total) - 3
    before = tuple(f for f in alike if figures.paragraph(f) >= near)
    return (paragraph,) if paragraph == before else (paragraph, before)


def _sum(figures: Figures, parts: tuple[Figure, ...], total: Figure) -> Reckoned:
    found = plus([likely(part) for part in parts])
    exact = sum(middle(part.quantity.value) for part in parts)
    same = figures.sentence(parts[0]) == figures.sentence(total)
    list_ = figures.text[parts[0].span.end : total.span.start]
    said = _OWN.match(total.quantity.text) or _A_TOTAL_OF.search(figures.before(total))
    tied = bool(_TOGETHER.search(list_) or (said and len(parts) > 2)) if same else len(parts) > 2
    sure = tied and not _NESTED.search(list_)
    terms = " + ".join(figure(middle(part.quantity.value)) for part in parts)
    low = exact if any(p.quantity.bounds.low is None for p in parts) else found.low
    hedged = any(part.quantity.hedge for part in parts)
    high = found.high if found.high is not None else exact
    widest = Interval(0.95 * (low or 0.0), 1.05 * high) if hedged else found
    return Reckoned(
        figure=total,
        found=found,
        widest=widest,
        says=f"{terms} = {figure(exact)}",
        steps=(
            Step(
                "add",
                tuple(part.quantity.text for part in parts),
                f"{figure(exact)} ({interval(found, total.unit)} as the words have it)",
            ),
        ),
        doubt=None if sure else "whether the total is of just these figures",
    )


_WITH = re.compile(
    r"^(?:together\s+with|along\s+with|with|counting|including|added\s+to)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def named_and_counted(figures: Figures, claims: Sequence[Claim]) -> Iterator[Reckoned]:
    """A total "with the five taken before", after a sentence that names the others."""
    captures = sorted(
        (claim for claim in claims if claim.kind == "capture"), key=lambda claim: claim.spans[0]
    )
    for more, total in figures.neighbours():
        index = figures.sentence(more)
        opening = figures.text[figures.sentence_starts[index] : more.span.start]
        same = index == figures.sentence(total) and more.unit == total.unit == "settlements"
        if not same or index == 0 or not _WITH.match(opening):
            continue
        before = Span(figures.sentence_starts[index - 1], figures.sentence_starts[index])
        names = _named(captures, before)
        if len(names) < 2:
            continue
        exact = len(names) + middle(more.quantity.value)
        yield Reckoned(
            figure=total,
            found=Interval.point(exact),
            widest=Interval.point(exact),
            says=f"{len(names)} named + {more.quantity.text} = {figure(exact)}",
            steps=(
                Step("count the names", names, str(len(names))),
                Step("add", (str(len(names)), more.quantity.text), figure(exact)),
            ),
            doubt="whether all of them were named",
        )


def _named(captures: Sequence[Claim], where: Span) -> tuple[str, ...]:
    """The towns that the captures within ``where`` name, each once."""
    first = bisect_left(captures, where.start, key=lambda claim: claim.spans[0].start)
    names: dict[str, None] = {}
    for claim in captures[first:]:
        if claim.spans[0].start >= where.end:
            break
        towns = (p for p in claim.places if p.kind == "town" or p.id.startswith("name:"))
        names.update((place.name, None) for place in towns)
    return tuple(names)
