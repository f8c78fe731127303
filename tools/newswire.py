"""Write reports with a known truth: many outlets that carry, shorten and alter the same statements.

python tools/newswire.py --count 5000 --seed 1 --out DIR
python tools/newswire.py --count 100000 --words 100 3000 --out DIR

DIR gets ``news.jsonl``, one report a line, and ``record.json``, what is known of them: a report is
named there by the number of its line. Equal arguments give equal files.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from invented import Item, Length, generate, recorded


def main() -> None:
    """Write both files."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--count", type=int, default=5000, help="how many reports")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--words", type=int, nargs=2, default=(80, 250), metavar=("LEAST", "MOST"))
    parser.add_argument("--out", type=Path, required=True, help="the folder to write to")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    items = generate(asked.count, asked.seed, Length(*asked.words))
    with (asked.out / "news.jsonl").open("w", encoding="utf-8") as lines:
        record = recorded(_written(items, lines.write))
    (asked.out / "record.json").write_text(
        json.dumps(record.as_json(), ensure_ascii=False, indent=0, default=str) + "\n",
        encoding="utf-8",
    )
    print(
        f"{asked.count:,} reports, {len(record.statements):,} statements,"
        f" {len(record.copies):,} wires with copies, {len(record.drifts):,} altered,"
        f" {len(record.contradictions):,} contradictions, {len(record.corrections):,} corrections"
    )


def _written(items: Iterator[Item], write: object) -> Iterator[Item]:
    for item in items:
        write(line(item) + "\n")  # type: ignore[operator]
        yield item


def line(item: Item) -> str:
    """The report as a line of JSONL."""
    said = {
        "text": item.text,
        "published": item.published.isoformat(),
        "url": item.url,
        "publisher": item.publisher,
        "title": item.title,
    }
    return json.dumps(said, ensure_ascii=False)


if __name__ == "__main__":
    main()
