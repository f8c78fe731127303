"""Reports from the web: pages, and feeds with the pages that their entries lead to."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from groundcheck.errors import UnreadableInput
from groundcheck.ledger import addresses
from groundcheck.ledger.fetch import Answer, Asking, ask
from groundcheck.ledger.intake import kinds
from groundcheck.ledger.intake.given import Given, OnlyLink, Refused
from groundcheck.ledger.intake.manners import Manners
from groundcheck.ledger.intake.noted import Noted, Unchanged
from groundcheck.ledger.intake.options import About, IntakeOptions
from groundcheck.ledger.intake.sources import from_bytes
from groundcheck.ledger.limits import Limits, in_words

Coming = Given | Refused | Unchanged | Noted

PAGE = 20 * 2**20
"""Bytes of the largest page that is read."""
LIMITS = Limits(download=50 * 2**20, lasting=120.0)
"""Of one answer; the largest is that of a feed."""
# How a server says that its page is the one we have, and what we send to ask it.
_VALIDATORS = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}


def is_address(source: str) -> bool:
    """Whether the source is a web address."""
    scheme = addresses.SCHEME.match(source)
    return scheme is not None and scheme[1].lower() in ("http", "https")


@dataclass(frozen=True, slots=True)
class Unasked(Refused):
    """An address that gave no answer of use this time, and is to be asked again."""


@dataclass(frozen=True, slots=True)
class Web:
    """A way to ask the web for reports.

    ``kept`` gives what was noted of an address before. Not more than ``most`` entries of a feed
    that are links alone are asked for at once. Addresses of this machine and its network are
    refused, unless ``manners`` allow them; and even then no other server leads us there.
    """

    manners: Manners
    kept: Callable[[str], str | None]
    most: int = 100
    options: IntakeOptions = field(default_factory=IntakeOptions)

    def given(self, address: str, publisher: str | None = None) -> Iterator[Coming]:
        """The texts that a page or a feed gives; ``publisher`` goes before what they say.

        Never raises for what a server does: the reason stands in a ``Refused``.
        """
        shown = addresses.shown(address)
        answered = self._asked(address, self.manners.private)
        if isinstance(answered, Refused | Unchanged):
            yield answered
            return
        answer, data = answered
        about = _about(answer)
        count = asked = left = 0
        whole = True
        for one in from_bytes(shown, data, about, self.options):
            if not isinstance(one, OnlyLink):
                coming: Iterator[Given | Refused | Unchanged | Noted] = iter([_named(one, shown)])
            elif self.kept(_page(one)) is not None:
                coming = iter([Unchanged(_link(one))])
            elif asked < self.most:
                asked += 1
                coming = self._entry(one, _same_host(answer.url, _link(one)))
            else:
                left += 1
                continue
            for each in coming:
                count += not isinstance(each, Noted)
                whole &= not isinstance(each, Unasked)
                yield _published_by(each, publisher)
        if left:
            more = "1 entry more is" if left == 1 else f"{left:,} entries more are"
            yield Refused(shown, f"{more} left for another time, after {self.most:,} (--limit)")
            return
        validators = {name: answer.headers[name] for name in _VALIDATORS if name in answer.headers}
        if validators and whole:
            yield Noted(f"address {shown}", json.dumps(validators), count)

    def _entry(self, entry: OnlyLink, near: bool) -> Iterator[Coming]:
        """The page that an entry of a feed leads to; ``near`` is one of the feed's own host."""
        link = _link(entry)
        answered = self._asked(link, self.manners.private and near)
        if isinstance(answered, Refused | Unchanged):
            yield answered
            return
        answer, data = answered
        about = replace(entry.about, content_type=answer.headers.get("content-type"), url=link)
        count = 0
        for one in from_bytes(link, data, about, self.options):
            count += 1
            yield _named(one, link)
        yield Noted(_page(entry), "", count)

    def _asked(self, address: str, private: bool) -> tuple[Answer, bytes] | Refused | Unchanged:
        shown = addresses.shown(address)
        validators = json.loads(self.kept(f"address {shown}") or "{}")
        headers = {_VALIDATORS[name]: value for name, value in validators.items()}
        try:
            answer = ask(address, Asking(LIMITS, headers, self.manners.before, not private))
        except UnreadableInput as error:
            return Unasked(shown, str(error).removeprefix(f"{shown}: "))
        with answer.file as file:
            self.manners.after(answer)
            if answer.status == 304 and validators:
                return Unchanged(shown)
            if answer.status != 200:
                return Unasked(shown, answer.said)
            data = file.read()
        kind = kinds.told(data[: kinds.HEAD], shown, answer.headers.get("content-type"))
        if kind == "page" and len(data) > PAGE:
            return Refused(shown, f"a page larger than {in_words(PAGE)}, which is refused")
        return answer, data


def _about(answer: Answer) -> About:
    return About(answer.headers.get("content-type"), addresses.shown(answer.url))


def _link(entry: OnlyLink) -> str:
    return entry.about.url or entry.item


def _page(entry: OnlyLink) -> str:
    return f"page {addresses.shown(_link(entry))}"


def _named(one: Given | Refused, address: str) -> Given | Refused:
    """An entry of a feed stands elsewhere in it tomorrow, so that its address names it."""
    if isinstance(one, Given) and one.item != address and one.url:
        return replace(one, item=one.url)
    return one


def _published_by(one: Coming, publisher: str | None) -> Coming:
    if publisher is None or not isinstance(one, Given):
        return one
    return replace(one, publisher=publisher)


def _same_host(one: str, other: str) -> bool:
    try:
        first, second = urlsplit(one), urlsplit(other)
        return (first.hostname, first.port) == (second.hostname, second.port)
    except ValueError:
        return False
