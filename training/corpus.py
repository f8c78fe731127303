"""PolNeAR-style brat files as training material: texts, and the tags and links of their words."""

from __future__ import annotations

import re
import tarfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from groundcheck.model import Span
from groundcheck.readers.tagger_input import Layout, Window, windows
from groundcheck.text.quotations import quotations
from groundcheck.text.sentences import sentences
from groundcheck.text.wordpieces import WordPieces

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
_ENTITY = re.compile(r"(T\d+)\t(Source|Cue|Content) ([\d ;]+)\t")
_EVENT = re.compile(r"E\d+\tAttribution")
_PART = re.compile(r"(Source|Cue|Content)\d*:(T\d+)")


@dataclass(frozen=True, slots=True)
class Relation:
    """One attribution: the pieces of each part, in the order of the text."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its attributions as the first of its annotators sees them."""

    name: str
    text: str
    layout: Layout
    relations: tuple[Relation, ...]


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
    files: dict[str, str] = {}
    with tarfile.open(archive) as tar:
        for member in tar:
            if member.isfile() and f"/{part}/" in f"/{member.name}":
                file = tar.extractfile(member)
                files[member.name] = file.read().decode("utf-8") if file else ""
    notes: dict[str, str] = {}
    for name in sorted(n for n in files if n.endswith(".ann")):
        notes.setdefault(Path(name).stem.rsplit("_", 1)[0], files[name])
    texts = {Path(n).stem: files[n] for n in files if n.endswith(".txt")}
    return [document(stem, texts[stem], notes[stem]) for stem in sorted(texts) if stem in notes]


def document(name: str, text: str, note: str) -> Document:
    """One text and its brat annotations."""
    entities = {
        m[1]: tuple(Span(*map(int, piece.split())) for piece in m[3].split(";"))
        for m in _ENTITY.finditer(note)
    }
    relations = []
    for line in note.splitlines():
        if not _EVENT.match(line):
            continue
        parts: dict[str, list[Span]] = {"Source": [], "Cue": [], "Content": []}
        for role, entity in _PART.findall(line):
            parts[role] += entities.get(entity, ())
        relations.append(Relation(*(tuple(sorted(parts[role])) for role in parts)))
    return Document(name, text, Layout(sentences(text), quotations(text)), tuple(relations))


def examples(
    documents: Iterable[Document], vocabulary: WordPieces, room: int, start: int = 0
) -> Iterator[Example]:
    """Every window of the documents with its tags and links, ``start`` sentences left out."""
    for doc in documents:
        spans = doc.layout.sentences
        first = spans[start].start if 0 < start < len(spans) else 0
        for window in windows(doc.text, doc.layout, vocabulary, room, first):
            yield _example(window, doc.relations)


def _example(window: Window, relations: Iterable[Relation]) -> Example:
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
