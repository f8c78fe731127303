"""``groundcheck schema``: what describes the forms in which the other commands print."""

# Imports stand in the functions, so that no command loads what it does not use.
# ruff: noqa: PLC0415

from __future__ import annotations

from typing import Annotated

import typer

from groundcheck.cli.output import write_out


def schema(
    command: Annotated[
        str,
        typer.Argument(
            metavar="COMMAND",
            help="read, check, show, search, history, contradictions, source, info; or brat.",
            show_default=False,
        ),
    ],
) -> None:
    """Print the JSON Schema of a command's JSON, or brat's annotation.conf for --format brat.

    Example: groundcheck schema check
    """
    from groundcheck.publish import brat
    from groundcheck.publish.command_schema import render

    written = brat.configuration() if command == "brat" else render(command)
    write_out(written, "utf-8")
