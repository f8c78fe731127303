"""How far adding is, at a terminal, and what came of it in the end."""

# Imports stand in the functions, so that no command loads what it does not use.
# ruff: noqa: PLC0415

from __future__ import annotations

import sys
from contextlib import ExitStack
from types import TracebackType
from typing import TYPE_CHECKING

from groundcheck.cli.output import write_out
from groundcheck.ledger.added import Done, Summary
from groundcheck.publish.safe import one_line

if TYPE_CHECKING:
    from rich.progress import Progress


class Listing:
    """Told of each item that is done; writes the sum, or as JSON also each item, to stdout.

    The sum is written whatever ends the ``with``, so that the JSON is always whole.
    """

    def __init__(self, as_json: bool) -> None:
        self.summary = Summary()
        self._as_json = as_json
        self._bar: Progress | None = None
        self._open = ExitStack()

    def __enter__(self) -> Listing:
        if self._as_json:
            write_out('{"items": [', "utf-8")
        if sys.stderr.isatty():
            self._bar = self._open.enter_context(_bar())
            self._bar.add_task("looking", total=None, item="")
        return self

    def __call__(self, done: Done) -> None:
        """One more is done."""
        from groundcheck.publish import additions

        if self._as_json:
            comma = "," if self.summary.groups else ""
            write_out(f"{comma}\n  {additions.as_json(done)}", "utf-8")
        self.summary.count(done)
        if self._bar is not None:
            counts = self.summary.counts
            said = f"{counts.total():,} done, {counts['refused']:,} refused"
            (task,) = self._bar.task_ids
            self._bar.update(task, description=said, item=one_line(done.item)[-50:])

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        from groundcheck.publish import additions

        self._open.close()
        if self._as_json:
            write_out(f'\n], "sum": {additions.sum_as_json(self.summary)}}}\n', "utf-8")
        elif self.summary.groups or error is None:
            write_out(additions.as_text(self.summary), None)


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        TextColumn("{task.fields[item]}", markup=False),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
