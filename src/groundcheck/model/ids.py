"""Ids that are the same wherever the same thing is read."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from groundcheck.model.span import Span


def report_id(text: str) -> str:
    """The SHA-256 of the text in UTF-8, in hexadecimal (lone surrogates pass as they are)."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def claim_id(report: str, spans: Sequence[Span], key: str) -> str:
    """A short id from the report's id, the claim's spans and ``key``, which tells twins apart."""
    where = ",".join(f"{span.start}-{span.end}" for span in spans)
    return hashlib.sha256(f"{report}|{where}|{key}".encode("utf-8", "surrogatepass")).hexdigest()[
        :16
    ]
