"""What servers ask of visitors: robots.txt, time between two requests, and to be left alone."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from groundcheck.errors import UnreadableInput
from groundcheck.ledger.fetch import Answer, Asking, agent, ask
from groundcheck.ledger.limits import Limits

if TYPE_CHECKING:
    from protego import Protego

_SPACE = 1.0
"""Seconds between two requests to one host that says nothing else."""
_LONGEST = 60.0
"""Nobody waits longer for one page; it is refused, to be asked for another time."""
_ALONE = 60.0
"""Seconds for which a server is left alone that wants it and does not say for how long."""
_KEPT, _TRIED_AGAIN = 3600.0, 300.0
"""Seconds for which robots.txt counts, and after which one that cannot be read is tried again."""
_ROBOTS = Limits(download=2**20, wait=10.0, lasting=30.0)


@dataclass(slots=True)
class _Host:
    free: float = 0.0
    """The moment from which it may be asked again."""
    alone: bool = False
    """Whether it asked to be left alone until then."""


@dataclass(slots=True)
class Manners:
    """How we behave towards servers, as long as the program runs.

    ``private`` allows this machine and its network to be asked. ``now`` and ``sleep`` are the
    clock, in seconds.
    """

    private: bool = False
    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _rules: dict[str, tuple[Protego | str, float]] = field(default_factory=dict)
    _hosts: dict[str, _Host] = field(default_factory=dict)

    def before(self, address: str) -> None:
        """Wait until the address may be asked.

        Raises ``UnreadableInput`` where robots.txt forbids it or cannot be read, where it wants
        more time between two requests than a minute, and where the server wants to be left alone.
        """
        parts = urlsplit(address)
        origin = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
        host = self._hosts.setdefault(parts.hostname or "", _Host())
        wait = host.free - self.now()
        if host.alone and wait > 0:
            raise UnreadableInput(f"the server wants to be left alone for {wait:.0f} seconds more")
        host.alone = False
        space = self._space(origin, address)
        wait = host.free - self.now()
        if wait > _LONGEST:
            raise UnreadableInput(f"robots.txt wants {space:g} seconds between two pages")
        if wait > 0:
            self.sleep(wait)
        host.free = self.now() + space

    def after(self, answer: Answer) -> None:
        """Heed what the answer says about further requests."""
        if answer.status in (429, 503):
            wait = _wanted(answer.headers)
            host = self._hosts.setdefault(urlsplit(answer.url).hostname or "", _Host())
            host.free, host.alone = self.now() + wait, True

    def _space(self, origin: str, address: str) -> float:
        """Seconds that must lie between two requests, where the address may be asked at all."""
        rules, until = self._rules.get(origin, ("", self.now()))
        if until <= self.now():
            rules = self._read(origin)
            until = self.now() + (_TRIED_AGAIN if isinstance(rules, str) else _KEPT)
            self._rules[origin] = rules, until
        if isinstance(rules, str):
            raise UnreadableInput(f"robots.txt {rules}, so nothing there is asked for")
        if not rules.can_fetch(address, agent()):
            raise UnreadableInput("robots.txt does not allow it to be read")
        wanted = rules.crawl_delay(agent())
        return _SPACE if wanted is None else max(0.0, float(wanted))

    def _read(self, origin: str) -> Protego | str:
        """The rules of a server, or why they cannot be known (RFC 9309, 2.3.1)."""
        from protego import Protego  # noqa: PLC0415

        try:
            answer = ask(f"{origin}/robots.txt", Asking(_ROBOTS, public=not self.private))
        except UnreadableInput as error:
            return f"cannot be read ({str(error).rpartition(': ')[2]})"
        with answer.file as file:
            if answer.status >= 500 or answer.status == 429:
                return answer.said
            # Whoever answers that there is none has no rules.
            return Protego.parse(file.read().decode("utf-8", "replace"))


def _wanted(headers: Mapping[str, str]) -> float:
    """Seconds for which the answer wants us to wait: a number, or a day beside that of today."""
    said = headers.get("retry-after", "").strip()
    if said.isascii() and said.isdigit():
        return float(said[:9])
    try:
        then = parsedate_to_datetime(said)
        now = parsedate_to_datetime(headers.get("date", ""))
        return max(0.0, (then - now).total_seconds())
    except (TypeError, ValueError):
        return _ALONE
