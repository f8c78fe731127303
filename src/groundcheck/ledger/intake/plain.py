"""A plain text as a report."""

from __future__ import annotations

from collections.abc import Iterator

from groundcheck.errors import UnreadableInput
from groundcheck.ledger.decoding import LIMIT, decoded, marked
from groundcheck.ledger.intake.given import Given, Refused
from groundcheck.ledger.intake.held import held
from groundcheck.ledger.intake.kinds import charset
from groundcheck.ledger.intake.making import Found, made
from groundcheck.ledger.intake.options import About, IntakeOptions
from groundcheck.ledger.streams import Stream
from groundcheck.text.header import find_header


def read(stream: Stream, about: About, options: IntakeOptions) -> Iterator[Given | Refused]:
    """The text; a leading ``date YYYY-MM-DD`` is its day of publication and stays in it."""
    data = held(stream.bytes, LIMIT + 1)
    encoding = options.encoding or marked(data) or charset(about.content_type)
    try:
        text = decoded(data, stream.name, encoding)
    except UnreadableInput as error:
        yield Refused(stream.name, str(error).removeprefix(f"{stream.name}: "))
        return
    header = find_header(text)
    yield made(stream.name, Found(text, header and header[1]), about, options)
