"""What in a report speaks for or against the reading of a claim, slot by slot, as named signs.

A sign holds of a claim or does not. One that begins with "+" can only make surer, one with "-"
only less sure; the others, such as the kind, may do either. What each is worth stands in
``data/confidence.tsv`` (see ``confidence``); here they are only seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from groundcheck.model import THE_REPORT
from groundcheck.readers.cues import CUE
from groundcheck.readers.sights import STEM, Sight, stems_of

Signs = Mapping[str, tuple[str, ...]]
"""For ``claim`` and for each slot, the signs that hold."""

_PRONOUNS = frozenset("it they he she we i you".split())
_DENIALS = frozenset(
    "no not never none nobody nor neither without deny denies denied cannot isn't aren't wasn't "
    "weren't hasn't haven't hadn't don't doesn't didn't won't can't couldn't wouldn't".split()
)
_DIGITS = frozenset("0123456789")
_FEW_WORDS, _LONG_SENTENCE, _MANY_CLAIMS = 5, 35, 4
_UNITS = frozenset(("percent", "km2", "people", "settlements"))


def signs(sight: Sight) -> Signs:
    """The signs of one claim."""
    seen = {slot: tuple(look(sight)) for slot, look in _LOOKS.items()}
    # Where and when it was said hangs on who is taken to have said it.
    against = tuple([sign for sign in seen["source"] if sign[0] == "-"])
    if against:
        seen["medium"] += against
        seen["said_on"] += against
    return seen


def _claim(sight: Sight) -> Iterator[str]:
    claim = sight.claim
    yield claim.kind
    if len(sight.words) < _FEW_WORDS:
        yield "-few words"
    if sight.sentence.claims >= _MANY_CLAIMS:
        yield "-one of many in its sentence"
    if sight.sentence.asks:
        yield "-question"
    if not claim.quantities:
        yield "-no figure"
    if not claim.places:
        yield "-no place"
    if claim.actor is None:
        yield "-no actor"


def _kind(sight: Sight) -> Iterator[str]:
    claim = sight.claim
    yield claim.kind
    if claim.quantities:
        unit = claim.quantities[0].unit
        yield unit if unit in _UNITS else "another unit"
    if len(claim.quantities) > 1:
        yield "-several figures"
    if claim.certainty != "stated":
        yield "-not stated"
    if claim.attribution.mode == "mixed":
        yield "-mixed"


def _actor(sight: Sight) -> Iterator[str]:
    claim = sight.claim
    yield claim.kind
    if claim.attribution.mode == "direct":
        yield "-direct"
    if len(sight.sentence.words) > _LONG_SENTENCE:
        yield "-long sentence"
    if claim.actor is None:
        yield "-none"
        return
    name = stems_of(claim.actor)
    if not name.isdisjoint([word[:STEM] for word in sight.words]):
        yield "+named in the claim"
    elif not name.isdisjoint([word[:STEM] for word in sight.sentence.words]):
        yield "+named in the sentence"
    elif sight.words and sight.words[0] in _PRONOUNS:
        yield "a pronoun"


def _places(sight: Sight) -> Iterator[str]:
    claim = sight.claim
    places = claim.places
    yield claim.kind
    if claim.attribution.mode == "direct":
        yield "-direct"
    if not places:
        yield "-none"
        return
    named, doubtful, unknown = True, False, False
    for place in places:
        named = named and place.span is not None and sight.at.contains(place.span)
        doubtful = doubtful or bool(place.candidates)
        unknown = unknown or place.id.startswith("name:")
    if named:
        yield "+named in the claim"
    if len(places) > 1:
        yield "-several"
    if doubtful:
        yield "-other candidates"
    if unknown:
        yield "by its name alone"


def _quantities(sight: Sight) -> Iterator[str]:
    figures = sight.claim.quantities
    if not figures:
        yield "+none"
        return
    first = figures[0]
    yield first.unit if first.unit in _UNITS else "another unit"
    if not all(figure.unit_said for figure in figures):
        yield "-unit taken over"
    if not _DIGITS.intersection(first.text):
        yield "-in words"
    if isinstance(first.value, tuple):
        yield "-range"
    if len(figures) > 1:
        yield "-several"


def _time(sight: Sight) -> Iterator[str]:
    claim = sight.claim
    when = claim.when
    yield claim.kind
    if claim.attribution.mode == "direct":
        yield "-direct"
    if when is None:
        yield "-none"
        return
    if when.edtf is None:
        yield "-unresolved"
    if when.span is None:
        yield "as of publication"
    elif sight.at.contains(when.span):
        yield "+said in the claim"
    else:
        yield "said beside the claim"


def _source(sight: Sight) -> Iterator[str]:
    said = sight.claim.attribution
    if said.source == THE_REPORT:
        yield "narrator"
        if sight.sentence.speaks:
            yield "-somebody speaks in the sentence"
        return
    if said.source.startswith(("an unnamed", "unnamed")):
        yield "-unnamed"
    elif said.source[:1].islower():
        yield "-role"
    if said.source_text.lower() in _PRONOUNS:
        yield "-pronoun"
    if said.cue_span is None:
        yield "-no cue"
    elif not CUE.search(said.cue_text):
        # Only the trained tagger takes such words for a cue.
        yield "-cue unknown to the rules"
    if said.mode == "mixed":
        yield "-mixed"


def _mode(sight: Sight) -> Iterator[str]:
    mode = sight.claim.attribution.mode
    yield mode
    if mode == "narrator" and sight.sentence.speaks:
        yield "-somebody speaks in the sentence"
    if mode != "direct" and sight.sentence.quotes:
        yield "-quotation in the sentence"


def _certainty(sight: Sight) -> Iterator[str]:
    certainty = sight.claim.certainty
    yield certainty
    if certainty == "stated" and sight.sentence.hedges:
        yield "-hedge in the sentence"
    if certainty != "denied" and not _DENIALS.isdisjoint(sight.words):
        yield "-denial in the claim"


def _medium(sight: Sight) -> Iterator[str]:
    yield sight.claim.attribution.mode
    if sight.claim.attribution.medium:
        yield "named"


def _said_on(sight: Sight) -> Iterator[str]:
    yield sight.claim.attribution.mode
    if sight.claim.attribution.said:
        yield "known"
    elif sight.sentence.dated:
        yield "-day in the sentence"


_LOOKS: Mapping[str, Callable[[Sight], Iterator[str]]] = {
    "claim": _claim,
    "kind": _kind,
    "actor": _actor,
    "places": _places,
    "quantities": _quantities,
    "time": _time,
    "source": _source,
    "mode": _mode,
    "certainty": _certainty,
    "medium": _medium,
    "said_on": _said_on,
}
