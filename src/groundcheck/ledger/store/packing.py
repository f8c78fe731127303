"""Lines and texts as small bytes. What the lines of claims have in common is not stored again."""

from __future__ import annotations

import zlib
from datetime import date

# Part of the format: bytes packed with it can be read with it alone, so it never changes.
_COMMON = (
    b'"control","change","capture","share","count","event","status","opinion","forecast",'
    b'"candidates":[{"id":"geonames:","name":"","why":"bears the same name"}],"kind":"town",'
    b'"mode":"narrator","source_span":null,"source_text":"","cue_span":null,"cue_text":"",'
    b'"unit":"km2","unit":"settlements","unit":"people","bound":"at least","hedge":"about",'
    b'"low":null,"high":null,"low_open":true,"high_open":true,"certainty":"hedged",'
    b'"readings":["each","together"],"confidence":null,"actor":null,"when":null},'
    b'{"id":"","text":"","spans":[{"start":0,"end":0}],"kind":"control","attribution":{'
    b'"source":"the report","mode":"indirect","source_span":{"start":0,"end":0},'
    b'"source_text":"the ministry","cue_span":{"start":0,"end":0},"cue_text":"said",'
    b'"medium":null,"said":null,"via":null},"actor":"Russian army","places":[{"span":{"start":0,'
    b'"end":0},"text":"Donetsk region","id":"UA-14","name":"Donetsk","kind":"region",'
    b'"candidates":[]}],"quantities":[{"span":{"start":0,"end":0},"text":"75%","value":75.0,'
    b'"unit":"percent","bound":"exact","hedge":"","bounds":{"low":74.5,"high":75.5,'
    b'"low_open":false,"high_open":false},"likely":{"low":74.5,"high":75.5,"low_open":false,'
    b'"high_open":false},"role":"figure","unit_said":true}],"when":{"span":null,"text":"",'
    b'"edtf":"2025-02-20","start":"2025-02-20","end":"2025-02-21","note":""},'
    b'"certainty":"stated","readings":[],"confidence":{"claim":0.98,"kind":0.88,"actor":0.89,'
    b'"places":0.93,"quantities":0.94,"time":0.78,"source":0.82,"mode":0.91,"certainty":0.98,'
    b'"medium":0.74,"said_on":0.91}}'
)


def packed(line: str) -> bytes:
    """A line of JSON in ASCII as bytes."""
    packer = zlib.compressobj(9, wbits=-15, zdict=_COMMON)
    return packer.compress(line.encode("ascii")) + packer.flush()


def unpacked(content: bytes) -> str:
    """The line again. Raises ``zlib.error`` or ``UnicodeError`` where the bytes are damaged."""
    unpacker = zlib.decompressobj(wbits=-15, zdict=_COMMON)
    return (unpacker.decompress(content) + unpacker.flush()).decode("ascii")


def packed_text(text: str) -> bytes:
    """A report's text as bytes, lone surrogates included."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 9)


def unpacked_text(content: bytes) -> str:
    """The text again. Raises ``zlib.error`` or ``UnicodeError`` where the bytes are damaged."""
    return zlib.decompress(content).decode("utf-8", "surrogatepass")


def number(day: date | None) -> int:
    """The day counted from 0001-01-01, which is 1; 0 where it is not known."""
    return 0 if day is None else day.toordinal()


def day(number: int) -> date | None:
    """The day again."""
    return date.fromordinal(number) if number else None


def plain(text: str) -> str:
    """The text as a column can hold it: lone surrogates as escapes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
