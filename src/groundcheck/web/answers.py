"""Answers that are kept while nothing changes, and made once however many ask for them at once."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable

_LARGEST = 16
"""No answer takes more than this part of all that is kept."""


class Answers:
    """Keeps ``most`` bytes of answers, those that were asked for last.

    Each is made within ``seconds``, whoever of those who wait for it goes away meanwhile.
    """

    def __init__(self, most: int, seconds: float) -> None:
        self._most = most
        self._seconds = seconds
        self._size = 0
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._coming: dict[str, asyncio.Task[bytes]] = {}

    async def get(self, key: str, make: Callable[[], Awaitable[bytes]]) -> bytes:
        """The answer under ``key``. Raises what ``make`` raises, and ``TimeoutError``."""
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if key not in self._coming:
            self._coming[key] = asyncio.create_task(self._made(key, make))
        return await asyncio.shield(self._coming[key])

    async def _made(self, key: str, make: Callable[[], Awaitable[bytes]]) -> bytes:
        try:
            async with asyncio.timeout(self._seconds):
                answer = await make()
        finally:
            del self._coming[key]
        self._keep(key, answer)
        return answer

    def _keep(self, key: str, answer: bytes) -> None:
        if len(answer) * _LARGEST > self._most:
            return
        self._kept[key] = answer
        self._size += len(answer)
        while self._size > self._most:
            _, old = self._kept.popitem(last=False)
            self._size -= len(old)
