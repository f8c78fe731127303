"""Figures of an evaluation as a table for a person or as JSON for a program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import StringIO
from typing import Any

from groundcheck.evaluation.counts import Counts
from groundcheck.evaluation.failures import Failure
from groundcheck.evaluation.gold import Miss
from groundcheck.model import to_json
from groundcheck.publish.json import written
from groundcheck.publish.safe import one_line, shortened

_WIDTH = 100


def text(title: str, rows: Mapping[str, Counts]) -> str:
    """A table with a line for each row; a name ``GROUP.ROW`` begins a new part with its group."""
    # What draws tables takes long to load.
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=SIMPLE_HEAD, title=Text(title), title_justify="left", title_style="")
    for name in ("", "precision", "recall", "F1", "right", "wanted", "given"):
        table.add_column(name, justify="right" if name else "left")
    group = None
    for name, counts in rows.items():
        part = name.rpartition(".")[0]
        if group not in (None, part):
            table.add_section()
        group = part
        rates = (f"{rate:.3f}" for rate in (counts.precision, counts.recall, counts.f1))
        numbers = (f"{count:,}" for count in (counts.right, counts.wanted, counts.given))
        table.add_row(Text(one_line(name.replace(".", " "))), *rates, *numbers)
    page = StringIO()
    Console(file=page, width=_WIDTH, color_system=None, highlight=False).print(table)
    return "\n".join(line.rstrip() for line in page.getvalue().splitlines()).rstrip() + "\n"


def json(documents: int, rows: Mapping[str, Counts], **more: Any) -> str:
    """``{documents, rows: {NAME: {precision, recall, f1, right, wanted, given}}}`` and ``more``."""
    data = {
        name: {"precision": c.precision, "recall": c.recall, "f1": c.f1} | to_json(c)
        for name, c in rows.items()
    }
    return written({"documents": documents, "rows": data, **more})


def misses(found: Sequence[Miss]) -> str:
    """What was missed, slot by slot: the report, the words, what was wanted and what was found."""
    lines: list[str] = []
    for slot in dict.fromkeys(miss.slot for miss in found):
        lines.append(f"\n{slot}")
        for miss in found:
            if miss.slot == slot:
                both = f"wanted {_said(miss.wanted)}, found {_said(miss.given)}"
                lines.append(f"  {miss.report} “{shortened(miss.quote, 60)}”: {one_line(both)}")
    return "".join(f"{line}\n" for line in lines)


def failures(ways: Mapping[str, int], shown: Sequence[Failure]) -> str:
    """How often relations fail in which way, and those that are to be shown."""
    lines = ["", "ways in which relations fail"]
    lines += [f"  {count:>6,}  {way}" for way, count in ways.items()]
    for failure in shown:
        lines += ["", f"{one_line(failure.way)}, {one_line(failure.text)}"]
        lines += [f"  wanted  {one_line(failure.wanted)}"] if failure.wanted else []
        lines += [f"  found   {one_line(failure.given)}"] if failure.given else []
    return "".join(f"{line}\n" for line in lines)


def _said(value: Any) -> str:
    """A slot's value in short."""
    if isinstance(value, dict) and "bound" in value:
        return f"{value['bound']} {value['value']} {value['unit']}"
    if isinstance(value, dict):
        return str(value.get("id"))
    if isinstance(value, list):
        return "[" + ", ".join(_said(one) for one in value) + "]"
    return "nothing" if value is None else str(value)
