"""Long answers, part by part as they are made, with a connection to the ledger of their own."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from groundcheck.ledger.store import View
from groundcheck.ledger.store.sqlite import SqliteLedger
from groundcheck.web.problems import busy

AT_ONCE = 2
"""So many long answers are made at the same time; one more is refused for now."""
_PART = 2**16
"""Bytes that are sent together, at least."""

Parts = Callable[[View], Iterator[bytes]]


class Streams:
    """Makes long answers from the ledger that ``opened`` opens."""

    def __init__(self, opened: Callable[[], SqliteLedger]) -> None:
        self._opened = opened
        self._threads = ThreadPoolExecutor(AT_ONCE, "streaming")
        self.running = 0
        """Long answers that are being made."""

    async def begin(self, parts: Parts) -> Stream:
        """The answer, its first part made, so that what is wrong with it is known.

        Raises ``Problem`` where too many are made at once, and what making it raises.
        """
        if self.running >= AT_ONCE:
            raise busy("too many exports run at once")
        self.running += 1
        stream = Stream(self, _Source(self._opened, parts))
        try:
            await stream.begin()
        except BaseException:
            await stream.close()
            raise
        return stream

    def close(self) -> None:
        """Make no more."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def part(self, source: _Source) -> bytes:
        """The next part, ``b""`` after the last one."""
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, source.part)
        except asyncio.CancelledError:
            source.interrupt()
            raise

    async def end(self, source: _Source) -> None:
        """Give back what the answer held."""
        self.running -= 1
        # Another thread may still be at its last part.
        await asyncio.shield(asyncio.get_running_loop().run_in_executor(None, source.close))


class Stream:
    """One long answer: its parts, to be closed at the end."""

    def __init__(self, streams: Streams, source: _Source) -> None:
        self._streams = streams
        self._source = source
        self._first = b""
        self._open = True

    async def begin(self) -> None:
        """Make the first part."""
        self._first = await self._streams.part(self._source)

    async def parts(self) -> AsyncIterator[bytes]:
        """All parts in order."""
        part = self._first
        while part:
            yield part
            part = await self._streams.part(self._source)

    async def close(self) -> None:
        """End it, finished or not."""
        if self._open:
            self._open = False
            await self._streams.end(self._source)


class StreamResponse(StreamingResponse):
    """A stream as a response; however it ends, the stream is closed."""

    def __init__(self, stream: Stream, headers: dict[str, str], media_type: str) -> None:
        super().__init__(stream.parts(), headers=headers, media_type=media_type)
        self._stream = stream

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            await self._stream.close()


class _Source:
    """The parts as one thread at a time makes them."""

    def __init__(self, opened: Callable[[], SqliteLedger], parts: Parts) -> None:
        self._opened = opened
        self._made = parts
        self._ledger: SqliteLedger | None = None
        self._left: Iterator[bytes] | None = None
        self._one = threading.Lock()

    def part(self) -> bytes:
        with self._one:
            if self._left is None:
                self._ledger = self._opened()
                self._left = self._made(self._ledger)
            found = bytearray()
            for each in self._left:
                found += each
                if len(found) >= _PART:
                    break
            return bytes(found)

    def interrupt(self) -> None:
        ledger = self._ledger
        if ledger is not None:
            ledger.interrupt()

    def close(self) -> None:
        with self._one:
            if self._ledger is not None:
                self._left = None
                self._ledger.close()
                self._ledger = None
