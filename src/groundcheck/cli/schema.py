"""``groundcheck schema``: the JSON Schema of what the other commands print as JSON."""

# Imports stand in the functions, so that no command loads what it does not use.
# ruff: noqa: PLC0415

from __future__ import annotations

from typing import Annotated

import typer

from groundcheck.cli.output import write_out


def schema(
    command: Annotated[str, typer.Argument(metavar="read|check", show_default=False)],
) -> None:
    """Print the JSON Schema of a command's JSON.

    Example: groundcheck schema check
    """
    from groundcheck.publish.schema import render

    write_out(render(command), "utf-8")
