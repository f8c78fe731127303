"""Brat files in the form of PolNeAR as training material: the tags and links of words."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from groundcheck.evaluation.corpus import Paired, paired
from groundcheck.evaluation.polnear import AnnotatedText, annotated
from groundcheck.ledger.sources import items
from groundcheck.model import AttributionRelation, Span
from groundcheck.readers.tagger_input import Layout, Window, windows
from groundcheck.text.quotations import quotations
from groundcheck.text.sentences import sentences
from groundcheck.text.wordpieces import WordPieces

OWN = Path(__file__).parent / "attributions"
CASES = Path(__file__).parent.parent / "tests" / "cases"
TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its attributions as the first of its annotators sees them."""

    annotated: AnnotatedText
    layout: Layout


@dataclass(frozen=True, slots=True)
class Example:
    """A window with what the model is to say of it.

    ``tags`` has a number for each word. ``to_source`` and ``to_cue`` say for a word, by its
    place, at which word its source or cue begins, or -1 where it has none in the window.
    """

    window: Window
    tags: tuple[int, ...]
    to_source: dict[int, int]
    to_cue: dict[int, int]


def load(archive: Path, part: str) -> list[Document]:
    """The documents of ``part`` ("train" or "dev") of a PolNeAR archive, by name."""
    files = {
        item.name: item.data
        for item in items(str(archive), print, wanted=lambda name: f"{part}/" in name)
    }
    return [document(one) for one in paired(str(archive), files, ".ann", part)]


def own_reports() -> tuple[list[Document], list[Document]]:
    """Our own reports with attributions: those to learn from, and one in five held out.

    Which are held out is told by the hash of their names.
    """
    files = {f.name: f.read_bytes() for f in sorted(OWN.glob("*.ann"))}
    texts = {f.stem: f for f in CASES.rglob("*.txt")}
    for name in [Path(name).stem for name in files]:
        files[f"{name}.txt"] = texts[name].read_bytes()
    learnt: list[Document] = []
    held: list[Document] = []
    for one in paired("training/attributions", files, ".ann"):
        digest = hashlib.sha256(one.name.encode()).digest()[0]
        (held if digest % 5 == 0 else learnt).append(document(one))
    return learnt, held


def document(one: Paired) -> Document:
    """One text and its brat annotations."""
    layout = Layout(sentences(one.text), quotations(one.text))
    return Document(annotated(one), layout)


def examples(
    documents: Iterable[Document], vocabulary: WordPieces, room: int, start: int = 0
) -> Iterator[Example]:
    """Every window of the documents with its tags and links, ``start`` sentences left out."""
    for doc in documents:
        spans = doc.layout.sentences
        layout = Layout(spans[start:] if start < len(spans) else spans, doc.layout.quotations)
        for window in windows(doc.annotated.text, layout, vocabulary, room):
            yield _example(window, doc.annotated.relations)


def _example(window: Window, relations: Iterable[AttributionRelation]) -> Example:
    tags = [0] * len(window.words)
    to_source: dict[int, int] = {}
    to_cue: dict[int, int] = {}
    for relation in relations:
        starts: dict[str, list[int]] = {}
        for role, spans in (
            ("source", relation.source),
            ("cue", relation.cue),
            ("content", relation.content),
        ):
            runs = [run for span in spans if (run := _words_in(window.words, span))]
            for run in runs:
                if any(tags[place] for place in run):
                    continue
                tags[run.start] = TAGS.index(f"B-{role}")
                for place in run[1:]:
                    tags[place] = TAGS.index(f"I-{role}")
            starts[role] = [run.start for run in runs]
        for place in starts["cue"][:1]:
            to_source[place] = starts["source"][0] if starts["source"] else -1
        for place in starts["content"]:
            to_cue[place] = starts["cue"][0] if starts["cue"] else -1
    return Example(window, tuple(tags), to_source, to_cue)


def _words_in(words: tuple[Span, ...], span: Span) -> range:
    inside = [i for i, word in enumerate(words) if word.overlaps(span)]
    return range(inside[0], inside[-1] + 1) if inside else range(0)
