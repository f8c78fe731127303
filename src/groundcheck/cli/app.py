"""The program: its commands, and one line instead of a traceback where input is bad."""

# Imports stand in the functions, so that no command loads what it does not use.
# ruff: noqa: PLC0415

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from groundcheck.cli.add import add
from groundcheck.cli.boundaries import boundaries
from groundcheck.cli.bulk import bulk
from groundcheck.cli.check import check
from groundcheck.cli.evaluate import evaluate
from groundcheck.cli.layers import layers
from groundcheck.cli.measure import measure
from groundcheck.cli.output import write_out
from groundcheck.cli.plot import plot
from groundcheck.cli.read import read
from groundcheck.cli.record.backup import backup
from groundcheck.cli.record.contradictions import contradictions
from groundcheck.cli.record.export import export
from groundcheck.cli.record.forget import forget
from groundcheck.cli.record.history import history
from groundcheck.cli.record.info import info
from groundcheck.cli.record.recheck import recheck
from groundcheck.cli.record.search import search
from groundcheck.cli.record.show import show
from groundcheck.cli.record.source import source
from groundcheck.cli.record.sql import sql
from groundcheck.cli.record.verify import verify
from groundcheck.cli.schema import schema
from groundcheck.cli.serve import serve
from groundcheck.cli.watch import watch
from groundcheck.cli.when import when
from groundcheck.errors import GroundcheckError

app = typer.Typer(
    name="groundcheck",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
_COMMANDS = (read, check, measure, when, plot, schema)
_ASKING = (add, watch, search, show, history, source, contradictions, sql)
_KEEPING = (recheck, info, verify, forget, export, backup, serve)
for command in (*_COMMANDS, *_ASKING, *_KEEPING):
    app.command()(command)
app.add_typer(layers, name="layers")
app.add_typer(boundaries, name="boundaries")
app.add_typer(bulk, name="bulk")
app.add_typer(evaluate, name="evaluate")

BAD_INPUT, FAULT, INTERRUPTED = 2, 70, 130
# Newer versions of typer bring their own click; the class of usage errors is reached this way.
_UsageError: type[Exception] = typer.BadParameter.__mro__[1]


def _print_version(wanted: bool) -> None:
    if wanted:
        import groundcheck

        write_out(f"groundcheck {groundcheck.__version__}\n")
        raise typer.Exit


@app.callback()
def _program(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Read reports for claims of who holds how much ground, and check them.

    A check compares statements with their sources: it never calls a claim true or false.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and exit.

    0 is done, 2 bad input with one line on stderr, 130 interrupted, and 1 a ledger in which
    something differs, or a pipe that was closed at its other end, which typer ends quietly. 70
    is a fault of the program itself, also told in one line; with ``GROUNDCHECK_TRACE`` set the
    traceback is shown instead.
    """
    try:
        given = list(sys.argv[1:] if arguments is None else arguments)
        code = app(args=given or ["--help"], prog_name="groundcheck", standalone_mode=False)
    except GroundcheckError as error:
        code = _complain(str(error))
    except _UsageError as error:
        # A group without a command has shown its help, and its error says nothing more.
        code = _complain(_usage(error)) if str(error) else BAD_INPUT
    except (KeyboardInterrupt, typer.Abort):
        code = INTERRUPTED
    except Exception as error:
        if os.environ.get("GROUNDCHECK_TRACE"):
            raise
        what = f"{type(error).__name__}: {error}"
        _complain(f"a fault of the program: {what} (GROUNDCHECK_TRACE=1 shows where)")
        code = FAULT
    sys.exit(code if isinstance(code, int) else 0)


def _complain(message: str) -> int:
    from groundcheck.publish.safe import one_line

    sys.stderr.write(f"groundcheck: {one_line(message)}\n")
    return BAD_INPUT


def _usage(error: Exception) -> str:
    message: str = getattr(error, "format_message", error.__str__)()
    message = message.replace("Value error, ", "").rstrip(".")
    return f"{message[:1].lower()}{message[1:]} (see --help)"
