"""Attribution relations beside those of an annotator: by segment, by token, by relation.

``score`` is what ``groundcheck evaluate polnear`` prints and what the training of a tagger is
steered by; it takes any relations, whoever found them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from groundcheck.errors import BadValue
from groundcheck.evaluation.corpus import Paired
from groundcheck.evaluation.counts import Counts, compared, total
from groundcheck.evaluation.tokens import Tokens
from groundcheck.model import AttributionRelation
from groundcheck.publish import attributions
from groundcheck.publish.standoff import parse

ROLES = ("source", "cue", "content")
ALL = "all"
NEAR = 0.8
"""The least intersection over union of tokens by which two parts of a relation are the same."""

Parts = Mapping[str, frozenset[int]]


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """A text and the attribution relations that an annotator sees in it."""

    name: str
    text: str
    relations: tuple[AttributionRelation, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """What was right, over all documents.

    ``segments`` and ``tokens`` have a row for each role and one for ``all`` three together.
    """

    documents: int
    segments: Mapping[str, Counts]
    tokens: Mapping[str, Counts]
    relations: Counts

    def rows(self) -> dict[str, Counts]:
        """All of it by name: ``segments.source``, ``tokens.all``, ``relations`` and so on."""
        return {
            **{f"segments.{role}": counts for role, counts in self.segments.items()},
            **{f"tokens.{role}": counts for role, counts in self.tokens.items()},
            "relations": self.relations,
        }


def annotated(one: Paired) -> AnnotatedText:
    """The text with the relations that its brat annotations have.

    Raises ``BadValue`` with file and line where these are broken or of another text.
    """
    wanted = parse(one.notes, one.text, one.notes_name)
    return AnnotatedText(one.name, one.text, attributions.relations(wanted))


def score(
    documents: Sequence[AnnotatedText],
    predictions: Sequence[Sequence[AttributionRelation]],
) -> Figures:
    """Hold the relations found in each document (in the same order) against its own.

    A part is reduced to segments: runs of tokens within one sentence, so that a part in several
    pieces or sentences is several segments. A segment is right where both its ends are; two
    relations with the same segment count once. Tokens are right where both have them in the same
    role. A relation is right where each of its parts overlaps by at least ``NEAR`` with that of
    a relation of the annotator, no two answering the same one; a part that both lack is right.

    Raises ``BadValue`` where there are not as many predictions as documents.
    """
    if len(documents) != len(predictions):
        raise BadValue(f"{len(documents)} documents, but predictions for {len(predictions)}")
    segments = dict.fromkeys(ROLES, Counts())
    tokens = dict.fromkeys(ROLES, Counts())
    relations = Counts()
    for document, found in zip(documents, predictions, strict=True):
        counted = Tokens(document.text)
        wanted, given = parts_of(counted, document.relations), parts_of(counted, found)
        for role in ROLES:
            segments[role] += compared(
                _segments(counted, wanted, role), _segments(counted, given, role)
            )
            tokens[role] += compared(_union(wanted, role), _union(given, role))
        relations += Counts(len(_pairs(wanted, given)), len(wanted), len(given))
    return Figures(len(documents), _with_all(segments), _with_all(tokens), relations)


def _with_all(rows: dict[str, Counts]) -> dict[str, Counts]:
    return {**rows, ALL: total(rows.values())}


def parts_of(tokens: Tokens, relations: Sequence[AttributionRelation]) -> list[Parts]:
    """For each relation the tokens of its three parts."""
    return [{role: tokens.within(getattr(one, role)) for role in ROLES} for one in relations]


def _segments(tokens: Tokens, relations: Sequence[Parts], role: str) -> frozenset[tuple[int, int]]:
    return frozenset().union(*(tokens.segments(parts[role]) for parts in relations))


def _union(relations: Sequence[Parts], role: str) -> frozenset[int]:
    return frozenset().union(*(parts[role] for parts in relations))


def _pairs(wanted: Sequence[Parts], given: Sequence[Parts]) -> dict[int, int]:
    """Found relation to the annotated one that it answers, the best likeness first."""
    likeness = [
        (sum(near), -i, -j)
        for i, one in enumerate(wanted)
        for j, other in enumerate(given)
        if min(near := [overlap(one[role], other[role]) for role in ROLES]) >= NEAR
    ]
    answered: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(likeness, reverse=True):
        if -j not in answered and -i not in taken:
            answered[-j] = -i
            taken.add(-i)
    return answered


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """Intersection over union; 1 where both are empty."""
    return len(one & other) / len(one | other) if one or other else 1.0
