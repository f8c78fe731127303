"""In which ways attribution relations go wrong: missed, invented, or wrong in a part and how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from groundcheck.evaluation.polnear import NEAR, ROLES, AnnotatedText, Parts, overlap, parts_of
from groundcheck.evaluation.tokens import Tokens
from groundcheck.model import AttributionRelation

MISSED, INVENTED = "missed", "invented"


@dataclass(frozen=True, slots=True)
class Failure:
    """One relation that is wrong: in which ``way``, of which text, with the words of both sides.

    ``way`` is ``missed``, ``invented`` or a role with what is wrong of it: ``content: shorter``.
    """

    way: str
    text: str
    wanted: str
    given: str


def failures(
    documents: Sequence[AnnotatedText], found: Sequence[Sequence[AttributionRelation]]
) -> tuple[Failure, ...]:
    """Every failure, in the order of the texts.

    A found relation answers the annotated one whose tokens it shares most of, cue and content
    taken together; no two answer the same. One that is wrong in two parts fails in two ways.
    """
    return tuple(
        failure
        for document, given in zip(documents, found, strict=True)
        for failure in _of_one(document, given)
    )


def counted(found: Sequence[Failure]) -> dict[str, int]:
    """How often each way occurs, the most frequent first."""
    return dict(sorted(Counter(f.way for f in found).items(), key=lambda item: (-item[1], item[0])))


def _of_one(document: AnnotatedText, found: Sequence[AttributionRelation]) -> list[Failure]:
    tokens = Tokens(document.text)
    wanted, given = parts_of(tokens, document.relations), parts_of(tokens, found)
    answers = _answers(wanted, given)
    result = []
    for number, relation in enumerate(document.relations):
        if number not in answers:
            result.append(Failure(MISSED, document.name, _words(document.text, relation), ""))
            continue
        other = answers[number]
        for role in ROLES:
            way = _way(wanted[number][role], given[other][role])
            if way:
                words = _words(document.text, relation), _words(document.text, found[other])
                result.append(Failure(f"{role}: {way}", document.name, *words))
    for number in sorted(set(range(len(found))) - set(answers.values())):
        invented = _words(document.text, found[number])
        result.append(Failure(INVENTED, document.name, "", invented))
    return result


def _answers(wanted: Sequence[Parts], given: Sequence[Parts]) -> dict[int, int]:
    shared = [
        (len(said(one) & said(other)), -i, -j)
        for i, one in enumerate(wanted)
        for j, other in enumerate(given)
        if said(one) & said(other)
    ]
    answers: dict[int, int] = {}
    for _, i, j in sorted(shared, reverse=True):
        if -i not in answers and -j not in answers.values():
            answers[-i] = -j
    return answers


def said(parts: Parts) -> frozenset[int]:
    """The tokens of cue and content, by which relations are told to be about the same words."""
    return parts["cue"] | parts["content"]


def _way(wanted: frozenset[int], given: frozenset[int]) -> str:
    """How a part is wrong, empty where it is right."""
    if overlap(wanted, given) >= NEAR:
        return ""
    if not given:
        return "left out"
    if not wanted:
        return "one too many"
    if not wanted & given:
        return "other words"
    if wanted < given:
        return "longer"
    return "shorter" if given < wanted else "shifted"


def _words(text: str, relation: AttributionRelation) -> str:
    parts = (relation.source, relation.cue, relation.content)
    said = (" … ".join(piece.of(text) for piece in part) for part in parts)
    return " | ".join(" ".join(words.split()) for words in said)
