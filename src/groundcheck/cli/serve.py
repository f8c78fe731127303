"""``groundcheck serve``: the ledger as a web page and a REST API."""

# Imports stand in the functions, so that no command loads what it does not use.
# ruff: noqa: PLC0415

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import Annotated, Any

import typer

from groundcheck.cli.grouped import grouped
from groundcheck.cli.ledger_option import LedgerAt, ledger_path
from groundcheck.cli.stopping import stoppable
from groundcheck.cli.store import At, store_path


def _option(name: str, metavar: str | None, says: str, least: int | None = None) -> Any:
    return typer.Option(name, metavar=metavar, help=says, min=least)


@dataclass(frozen=True, slots=True)
class Serve:
    """What ``serve`` is given."""

    ledger: LedgerAt = None
    store: At = None
    host: Annotated[str, _option("--host", "ADDRESS", "Where it can be reached.")] = "127.0.0.1"
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0: any that is free.")] = (
        8000
    )
    prefix: Annotated[
        str, _option("--prefix", "PATH", "The path under which a proxy serves it, like /ground.")
    ] = ""
    token: Annotated[
        str | None,
        typer.Option(
            "--token",
            metavar="WORD",
            help="What whoever writes must know; else GROUNDCHECK_TOKEN. Without it nobody can.",
            show_default=False,
        ),
    ] = None
    allow_fetch: Annotated[
        bool, typer.Option("--allow-fetch", help="Fetch addresses for whoever has the token.")
    ] = False
    allow_host: Annotated[
        list[str] | None,
        typer.Option(
            "--allow-host",
            metavar="NAME",
            help="A name that it is called by, as its proxy sends it. May be given several times.",
            show_default=False,
        ),
    ] = None
    proxy: Annotated[
        list[str] | None,
        typer.Option(
            "--proxy",
            metavar="ADDRESS",
            help="A proxy that is believed who asks. May be given several times.",
            show_default=False,
        ),
    ] = None
    workers: Annotated[
        int, _option("--workers", "N", "Processes that read texts; 0: one a core.", 0)
    ] = 0
    per_minute: Annotated[
        int, _option("--per-minute", "N", "Requests of one client in a minute; 0: any.", 0)
    ] = 600
    seconds: Annotated[float, _option("--seconds", "N", "The longest for one request.")] = 30.0


@grouped(Serve)
def serve(given: Serve) -> None:
    """Open the ledger to browsers and programs, by default on this machine alone.

    Reading is open; whatever writes or fetches an address wants the token. Ctrl-C or SIGTERM
    stops it once what has begun is finished. Each request is a line of JSON on stderr.

    Example: groundcheck serve --port 8080
    """
    from groundcheck.web.serving import serve as served
    from groundcheck.web.settings import Settings

    settings = Settings(
        ledger=ledger_path(given.ledger),
        store=store_path(given.store),
        host=given.host,
        port=given.port,
        prefix=given.prefix,
        token=given.token or os.environ.get("GROUNDCHECK_TOKEN") or None,
        allow_fetch=given.allow_fetch,
        hosts=tuple(given.allow_host or ()),
        proxies=tuple(given.proxy or ()),
        workers=given.workers or os.cpu_count() or 1,
        per_minute=given.per_minute,
        seconds=given.seconds,
    )

    def begun(address: str) -> None:
        writing = "on, for whoever has the token" if settings.token else "off (no --token)"
        sys.stderr.write(f"groundcheck: {address} (Ctrl-C stops it); writing is {writing}\n")
        if not settings.on_loopback:
            sys.stderr.write("groundcheck: other machines can read it; see docs/serving.md\n")
        sys.stderr.flush()

    with stoppable():
        served(settings, begun)
    sys.stderr.write("groundcheck: stopped\n")
