"""The text at an address, fetched as the ledger fetches: nothing of this machine or its network."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

from groundcheck.ledger.intake import Given, IntakeOptions, Refused
from groundcheck.ledger.intake.manners import Manners
from groundcheck.ledger.intake.web import Web, is_address
from groundcheck.web.problems import Problem, busy

AT_ONCE = 2
"""So many addresses are asked at the same time, and as many wait."""


class Fetching:
    """Fetches pages; ``manners`` say how often a server is asked, and that none is private."""

    def __init__(self, today: Callable[[], date], manners: Manners | None = None) -> None:
        self._today = today
        self._manners = manners or Manners()
        self._threads = ThreadPoolExecutor(AT_ONCE, "fetching")
        self._pending = 0

    async def text(self, address: str) -> Given:
        """The one text that stands there. Raises ``Problem`` where none does, or several do."""
        if not is_address(address):
            raise Problem(422, "address: wants an http or https address")
        if self._pending >= 2 * AT_ONCE:
            raise busy("too many addresses are fetched at once")
        self._pending += 1
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._threads, self._fetched, address)
        finally:
            self._pending -= 1

    def _fetched(self, address: str) -> Given:
        web = Web(self._manners, lambda _: None, 0, IntakeOptions(self._today()))
        found: list[Given] = []
        reason = "there is no text at this address"
        for one in web.given(address):
            if isinstance(one, Given):
                found.append(one)
            elif isinstance(one, Refused):
                reason = one.reason
            if len(found) > 1:
                raise Problem(422, "address: holds several texts; groundcheck add takes them in")
        if not found:
            raise Problem(422, f"address: {reason}")
        return found[0]

    def close(self) -> None:
        """Fetch no more."""
        self._threads.shutdown(wait=False, cancel_futures=True)
