"""``groundcheck bulk``: whole archives, on this machine or on a cluster."""

# Imports stand in the functions, so that no command loads what it does not use.
# ruff: noqa: PLC0415

from __future__ import annotations

import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from groundcheck.cli import intake_options
from groundcheck.cli.grouped import grouped
from groundcheck.cli.intake_options import Fields, WorkersCount
from groundcheck.cli.options import Encoding, Plain, TextOrJson
from groundcheck.cli.output import write_out
from groundcheck.cli.stopping import stoppable
from groundcheck.cli.store import At, store_path
from groundcheck.errors import BadValue

bulk = typer.Typer(
    help="Archives: every report of them, as tables that any program can ask.",
    no_args_is_help=True,
)
_GO_ON = "groundcheck: interrupted; the same command goes on from there\n"


class EngineKind(StrEnum):
    """Who does the work."""

    local = "local"
    daft = "daft"
    ray = "ray"


Engine = Annotated[
    EngineKind,
    typer.Option("--engine", metavar="local|daft|ray", help="Processes, Daft, or Daft on Ray."),
]
Cluster = Annotated[
    str | None,
    typer.Option(
        "--cluster",
        metavar="ADDRESS",
        help="The Ray cluster; else Ray is begun on this machine.",
        show_default=False,
    ),
]


@dataclass(frozen=True, slots=True)
class Read:
    """What ``bulk read`` is given."""

    sources: Annotated[list[str], typer.Argument(metavar="SOURCE…", show_default=False)]
    out: Annotated[
        Path,
        typer.Option("--out", metavar="DIR", help="The folder to write to.", show_default=False),
    ]
    engine: Engine = EngineKind.local
    workers: WorkersCount = 0
    partitions: Annotated[
        int,
        typer.Option(
            "--partitions",
            metavar="N",
            min=0,
            max=65536,
            help="Into how many parts the work is split; 0: by the size of the sources.",
        ),
    ] = 0
    cluster: Cluster = None
    encoding: Encoding = None
    fields: Fields = None
    kind: TextOrJson = Plain.text


@dataclass(frozen=True, slots=True)
class Check(Read):
    """What ``bulk check`` is given."""

    store: At = None


@bulk.command()
@grouped(Read)
def read(given: Read) -> None:
    """Read every report of archives; tables of Parquet come of it, which groundcheck add takes.

    A source is a folder, JSONL, Parquet, WARC, text, page or an archive of these, here or in object
    storage (s3://…). What was done already is not done again.

    Example: groundcheck bulk read news.parquet --out read --workers 2
    """
    _run(given, None)


@bulk.command()
@grouped(Check)
def check(given: Check) -> None:
    """Read every report of archives and check what it claims; see bulk read.

    Example: groundcheck bulk check crawl.warc.gz --out checked --engine daft
    """
    _run(given, store_path(given.store))


@bulk.command()
def compare(
    out: Annotated[Path, typer.Argument(metavar="DIR", show_default=False)],
    engine: Engine = EngineKind.local,
    workers: WorkersCount = 0,
    cluster: Cluster = None,
    kind: TextOrJson = Plain.text,
) -> None:
    """Set what bulk read or bulk check wrote side by side: copies, propositions, what was altered.

    Example: groundcheck bulk compare read --workers 2
    """
    from groundcheck.bulk import comparing, running

    options = running.Options(engine.value, workers, cluster=cluster)
    with stoppable():
        found = comparing.compare(out, running.engine(options), running.count_of(options))
    write_out(_shown(found, kind is Plain.json))


def _run(given: Read, store: Path | None) -> None:
    from groundcheck.bulk.running import Options, bulk

    how = intake_options.sources(0, encoding=given.encoding, named=given.fields or ())
    options = Options(
        engine=given.engine.value,
        workers=given.workers,
        checks=isinstance(given, Check),
        store=store,
        intake=how.intake,
        partitions=given.partitions,
        cluster=given.cluster,
    )
    try:
        with stoppable():
            ended = bulk(given.sources, given.out, options, _tell)
    except KeyboardInterrupt:
        sys.stderr.write(_GO_ON)
        raise
    write_out(_shown(ended.tally, given.kind is Plain.json))
    if not ended.tally.reports:
        raise BadValue("nothing could be read")


def _tell(done: int, of: int) -> None:
    if sys.stderr.isatty():
        end = "\n" if done == of else ""
        sys.stderr.write(f"\r\x1b[K{done:,} of {of:,} parts done{end}")
        sys.stderr.flush()


def _shown(tally: object, as_json: bool) -> str:
    from groundcheck.model import to_json
    from groundcheck.publish.json import written

    data = to_json(tally)
    if as_json:
        return written(data)
    return "".join(
        f"{name:<12} {value:,}\n" if isinstance(value, int) else f"{name:<12} {value}\n"
        for name, value in data.items()
    )
