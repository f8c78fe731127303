"""The bytes of a stream, no more of them than may be held."""

from __future__ import annotations

from groundcheck.ledger.unpacking import CHUNK, Forward


def held(stream: Forward, most: int) -> bytes:
    """The bytes up to ``most``; what comes after them is not even unpacked."""
    data = bytearray()
    while len(data) < most and (chunk := stream.read(min(CHUNK, most - len(data)))):
        data += chunk
    return bytes(data)
