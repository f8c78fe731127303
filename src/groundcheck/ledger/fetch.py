"""A file from the web, into a temporary one, with a bound on everything a server may do."""

from __future__ import annotations

import io
import re
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO, cast

from groundcheck.errors import UnreadableInput
from groundcheck.ledger import addresses
from groundcheck.ledger.limits import LIMITS, Limits, in_words
from groundcheck.ledger.unpacking import Damaged, Forward, unpacked

if TYPE_CHECKING:
    import httpx

_REDIRECTS = 5
_IN_MEMORY = 2**24
_ERRNO = re.compile(r"\[Errno -?\d+\] ")


@dataclass(frozen=True, slots=True)
class Asking:
    """How an address is asked.

    ``before`` is called with each address on the way, just before it is asked, and may wait, or
    raise ``UnreadableInput`` to leave it alone. With ``public`` the address itself may not be of
    this machine or its network either.
    """

    limits: Limits = LIMITS
    headers: Mapping[str, str] = field(default_factory=dict)
    before: Callable[[str], None] | None = None
    public: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: from where in the end, and the body where the status is 200.

    The names of ``headers`` are in small letters. Whoever has it closes ``file``.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    file: BinaryIO

    @property
    def said(self) -> str:
        """The status in words: "answers 404 (Not Found)"."""
        import httpx  # noqa: PLC0415

        phrase = httpx.codes.get_reason_phrase(self.status)
        return f"answers {self.status}" + f" ({phrase})" * bool(phrase)


def agent() -> str:
    """Who asks, as servers are told."""
    import groundcheck  # noqa: PLC0415

    return f"groundcheck/{groundcheck.__version__}"


def fetch(address: str, limits: Limits = LIMITS) -> BinaryIO:
    """What an http or https address answers with, as a seekable temporary file at its start.

    The address itself may be of this machine or its network. Raises ``UnreadableInput`` for an
    answer other than 200, and as ``ask`` does.
    """
    answer = ask(address, Asking(limits))
    if answer.status != 200:
        answer.file.close()
        raise UnreadableInput(f"{addresses.shown(address)}: {answer.said}")
    return answer.file


def ask(address: str, asking: Asking) -> Answer:
    """What an http or https address answers with, whatever the status.

    What it redirects to may not be of this machine or its network, and is connected to by the
    very number that was checked, so that a name cannot change its meaning in between; with
    ``public`` that holds for the address itself. Raises ``UnreadableInput`` for an answer that is
    too large, too slow or broken off, and for whatever goes wrong on the way.
    """
    import httpx  # noqa: PLC0415

    limits = asking.limits
    headers = {"User-Agent": agent(), "Accept-Encoding": "gzip", **asking.headers}
    with (
        _telling(addresses.shown(address), limits),
        httpx.Client(headers=headers, timeout=limits.wait, trust_env=False) as client,
    ):
        url, public = httpx.URL(address), asking.public
        for _ in range(_REDIRECTS + 1):
            numbers = _public(url) if public else ()
            if asking.before is not None:
                asking.before(str(url))
            answer = _ask(client, url, numbers)
            try:
                if not answer.has_redirect_location:
                    return Answer(
                        str(url),
                        answer.status_code,
                        {name.lower(): value for name, value in answer.headers.items()},
                        _saved(answer, limits),
                    )
                url, public = _next(url, answer.headers["location"]), True
            finally:
                answer.close()
        raise UnreadableInput(f"it leads on more than {_REDIRECTS} times")


def _public(url: httpx.URL) -> tuple[str, ...]:
    """The numbers of the address's host. Raises ``UnreadableInput`` where one is not public."""
    port = url.port or (443 if url.scheme == "https" else 80)
    return addresses.public(url.raw_host.decode(), port)


def _next(url: httpx.URL, location: str) -> httpx.URL:
    """The address that an answer of ``url`` sends us on to."""
    import httpx  # noqa: PLC0415

    there = url.join(location)
    if there.scheme in ("http", "https") and there.host:
        return there
    raise httpx.UnsupportedProtocol(there.scheme)


def _ask(client: httpx.Client, url: httpx.URL, numbers: tuple[str, ...]) -> httpx.Response:
    """The answer of ``url``, its body unread, from the first of ``numbers`` that can be reached."""
    import httpx  # noqa: PLC0415

    if not numbers:
        return client.send(client.build_request("GET", url), stream=True)
    *others, last = (
        client.build_request(
            "GET",
            url.copy_with(host=number),
            headers={"Host": url.netloc.decode()},
            extensions={"sni_hostname": url.raw_host.decode()},
        )
        for number in numbers
    )
    for request in others:
        with suppress(httpx.ConnectError, httpx.ConnectTimeout):
            return client.send(request, stream=True)
    return client.send(last, stream=True)


def _saved(answer: httpx.Response, limits: Limits) -> BinaryIO:
    if answer.status_code != 200:
        return io.BytesIO()
    too_large = UnreadableInput(f"larger than {in_words(limits.download)}, which is refused")
    if int(answer.headers.get("content-length", 0)) > limits.download:
        raise too_large
    # The caller closes it.
    file = cast(BinaryIO, tempfile.SpooledTemporaryFile(_IN_MEMORY))  # noqa: SIM115
    try:
        size = 0
        for chunk in _body(answer, limits):
            size += len(chunk)
            if size > limits.download:
                raise too_large
            file.write(chunk)
        file.seek(0)
    except BaseException:
        file.close()
        raise
    return file


def _body(answer: httpx.Response, limits: Limits) -> Iterable[bytes]:
    """The body in chunks; unpacked here, since httpx unpacks without a bound on memory."""
    encoding = answer.headers.get("content-encoding", "identity").strip().lower()
    raw = _in_time(answer.iter_raw(), limits)
    if encoding in ("", "identity"):
        return raw
    if encoding in ("gzip", "x-gzip"):
        return unpacked("gzip", Forward(raw))
    raise UnreadableInput("answers in a content encoding that was not asked for")


def _in_time(chunks: Iterable[bytes], limits: Limits) -> Iterator[bytes]:
    """The same chunks, as they come in, until the time for all of them is over."""
    latest = time.monotonic() + limits.lasting
    for chunk in chunks:
        if time.monotonic() > latest:
            raise UnreadableInput(f"not all there after {limits.lasting:g} seconds")
        yield chunk


@contextmanager
def _telling(shown: str, limits: Limits) -> Iterator[None]:
    """Every error inside as one line with the address before it."""
    import httpx  # noqa: PLC0415

    try:
        yield
        return
    except Damaged as error:
        reason = f"damaged: {error}"
    except UnreadableInput as error:
        reason = str(error)
    except httpx.TimeoutException:
        reason = f"no answer within {limits.wait:g} seconds"
    except httpx.ConnectError as error:
        reason = f"cannot be reached: {_ERRNO.sub('', str(error)).lower()}"
    except (httpx.InvalidURL, httpx.UnsupportedProtocol, ValueError):
        # The message may quote a piece of the password.
        reason = "it is, or leads to, what is no web address"
    except httpx.HTTPError as error:
        reason = f"the download broke off: {error}"
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
    raise UnreadableInput(f"{shown}: {' '.join(reason.split())}") from None
