"""``groundcheck watch``: new entries of feeds into the ledger, again and again."""

# Imports stand in the functions, so that no command loads what it does not use.
# ruff: noqa: PLC0415

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from groundcheck.cli import intake_options
from groundcheck.cli.grouped import grouped
from groundcheck.cli.intake_options import Most, NoCheck, Private, WorkersCount
from groundcheck.cli.ledger_option import LedgerAt, ledger_path
from groundcheck.cli.output import write_out
from groundcheck.cli.stopping import stoppable
from groundcheck.cli.store import At
from groundcheck.errors import BadValue


@dataclass(frozen=True, slots=True)
class Watch:
    """What ``watch`` is given."""

    feeds: Annotated[Path, typer.Argument(metavar="FEEDS.toml", show_default=False)]
    once: Annotated[bool, typer.Option("--once", help="Ask each feed once, and end.")] = False
    ledger: LedgerAt = None
    no_check: NoCheck = False
    workers: WorkersCount = 0
    limit: Most = 100
    allow_private: Private = False
    store: At = None


@grouped(Watch)
def watch(given: Watch) -> None:
    """Ask feeds for new entries every so often and add them, until stopped.

    The file has a table for each: [[feed]], url = "https://…", publisher = "…", every = "15m".
    Ctrl-C or SIGTERM ends it, with all kept that was read.

    Example: groundcheck watch feeds.toml --once
    """
    from groundcheck.ledger import addresses, watching
    from groundcheck.ledger.adding import add_all
    from groundcheck.ledger.store.opening import open_ledger
    from groundcheck.ledger.watch_list import Feed, read_feeds
    from groundcheck.publish import additions

    feeds = read_feeds(given.feeds)
    manners = intake_options.sources(given.limit, given.allow_private).manners
    options = intake_options.options(given.no_check, given.workers, given.store)
    ledger = open_ledger(ledger_path(given.ledger))
    usable = False

    def poll(feed: Feed) -> None:
        nonlocal usable
        # What day it is changes while this runs.
        how = replace(intake_options.sources(given.limit), manners=manners)
        summary = add_all(ledger, how.web(ledger, feed.url, feed.publisher), options)
        usable |= summary.usable
        write_out(f"{addresses.shown(feed.url)}: {additions.brief(summary)}\n")

    try:
        with stoppable():
            if given.once:
                for feed in feeds:
                    poll(feed)
            else:
                with suppress(KeyboardInterrupt):
                    watching.watch(feeds, poll)
                return
    finally:
        ledger.close()
    if not usable:
        raise BadValue(f"{given.feeds}: no feed could be read")
