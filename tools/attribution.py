"""Measure who-says-what on PolNeAR-style brat files, token by token.

    python tools/attribution.py ../shared/polnear/polnear-train-dev.tar.xz

Reads the part ``dev`` of the archive (``dev/text/*.txt`` beside ``dev/attributions/*.ann``, one
or more annotators a text) and compares, for every token, whether it lies in a source, a cue or a
content. Prints precision, recall and F1 of each and exits with 1 where one is below its floor in
``tests/floors.toml``, section ``[polnear]``. Where a text has several annotators each counts.
"""

from __future__ import annotations

import argparse
import re
import sys
import tarfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

from groundcheck.model import Report, Span, report_id
from groundcheck.readers.actors import find_actors
from groundcheck.readers.document import annotate
from groundcheck.readers.frames import find_frames
from groundcheck.readers.speakers import find_turns
from groundcheck.readers.voices import find_zones

FLOORS = Path(__file__).parent.parent / "tests" / "floors.toml"
LAYERS = ("Source", "Cue", "Content")
TOKEN = re.compile(r"\w+|[^\w\s]")
LINE = re.compile(r"T\d+\t(Source|Cue|Content) ([\d ;]+)\t")


def texts(archive: Path) -> Iterator[tuple[str, str, list[str]]]:
    """Name, text and every annotation file of each document of the part ``dev``."""
    with tarfile.open(archive) as tar:
        members = {m.name: m for m in tar.getmembers() if m.isfile() and "/dev/" in f"/{m.name}"}

        def read(name: str) -> str:
            file = tar.extractfile(members[name])
            return file.read().decode("utf-8") if file else ""

        for name in sorted(n for n in members if n.endswith(".txt")):
            stem = Path(name).stem
            notes = sorted(
                n for n in members if n.endswith(".ann") and Path(n).name.startswith(stem)
            )
            yield stem, read(name), [read(n) for n in notes]


def annotated(note: str) -> dict[str, list[Span]]:
    """The spans of each layer, pieces of discontinuous ones apart."""
    spans: dict[str, list[Span]] = {layer: [] for layer in LAYERS}
    for match in LINE.finditer(note):
        for piece in match[2].split(";"):
            start, end = map(int, piece.split())
            spans[match[1]].append(Span(start, end))
    return spans


def found(text: str) -> dict[str, list[Span]]:
    """What the rules find: the frames, and every stretch in another voice than the report's."""
    doc = annotate(Report(report_id(text), text))
    frames = [f for sentence in doc.sentences for f in find_frames(doc, sentence)]
    zones = find_zones(doc, find_actors(doc), find_turns(doc))
    return {
        "Source": [f.source for f in frames if f.source],
        "Cue": [f.cue for f in frames],
        "Content": [zone.span for zone in zones if zone.voice.source],
    }


def tokens(text: str, spans: list[Span]) -> set[int]:
    """The start of every token that lies in one of the spans."""
    covered = bytearray(len(text))
    for span in spans:
        covered[span.start : span.end] = b"\x01" * (min(span.end, len(text)) - span.start)
    return {m.start() for m in TOKEN.finditer(text) if covered[m.start()]}


def main() -> int:
    """Print the figures beside their floors."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("archive", type=Path, help="the .tar.xz with dev/text and dev/attributions")
    archive = parser.parse_args().archive
    if not archive.exists():
        print(f"attribution: {archive}: no such file", file=sys.stderr)
        return 2
    counts = {layer: [0, 0, 0] for layer in LAYERS}
    for _, text, notes in texts(archive):
        mine = {layer: tokens(text, spans) for layer, spans in found(text).items()}
        for note in notes:
            for layer, spans in annotated(note).items():
                theirs = tokens(text, spans)
                both = len(theirs & mine[layer])
                for at, count in enumerate((both, len(theirs), len(mine[layer]))):
                    counts[layer][at] += count
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8")).get("polnear", {})
    below = 0
    for layer, (right, wanted, given) in counts.items():
        f1 = 2 * right / max(1, wanted + given)
        floor = floors.get(layer.lower(), 0.0)
        below += f1 < floor
        precision, recall = right / max(1, given), right / max(1, wanted)
        mark = "below" if f1 < floor else "ok"
        print(
            f"{layer:<8} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  "
            f"floor {floor:.2f}  {mark}"
        )
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
