"""A file from the web, into a temporary one, with a bound on everything a server may do."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, BinaryIO, cast

from groundcheck.errors import UnreadableInput
from groundcheck.ledger import addresses
from groundcheck.ledger.limits import LIMITS, Limits, in_words
from groundcheck.ledger.unpacking import CHUNK, Damaged, Forward, unpacked

if TYPE_CHECKING:
    import httpx

_REDIRECTS = 5
_IN_MEMORY = 2**24
_ERRNO = re.compile(r"\[Errno -?\d+\] ")


def fetch(address: str, limits: Limits = LIMITS) -> BinaryIO:
    """What an http or https address answers with, as a seekable temporary file at its start.

    The address itself may be of this machine or its network. What it redirects to may not, and
    is connected to by the very number that was checked, so that a name cannot change its
    meaning in between. Raises ``UnreadableInput`` for an answer other than 200, one that is too
    large or broken off, and for whatever goes wrong on the way.
    """
    import httpx  # noqa: PLC0415

    import groundcheck  # noqa: PLC0415

    shown = addresses.shown(address)
    headers = {
        "User-Agent": f"groundcheck/{groundcheck.__version__}",
        "Accept-Encoding": "gzip",
    }
    with (
        _telling(shown, limits),
        httpx.Client(headers=headers, timeout=limits.wait, trust_env=False) as client,
    ):
        url = httpx.URL(address)
        numbers: tuple[str, ...] = ()
        for _ in range(_REDIRECTS + 1):
            answer = _ask(client, url, numbers)
            try:
                if not answer.has_redirect_location:
                    return _saved(answer, limits)
                url = _next(url, answer.headers["location"])
            finally:
                answer.close()
            port = url.port or (443 if url.scheme == "https" else 80)
            numbers = addresses.public(url.raw_host.decode(), port)
        raise UnreadableInput(f"it leads on more than {_REDIRECTS} times")


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
        import httpx  # noqa: PLC0415

        phrase = httpx.codes.get_reason_phrase(answer.status_code)
        raise UnreadableInput(f"answers {answer.status_code}" + f" ({phrase})" * bool(phrase))
    too_large = UnreadableInput(f"larger than {in_words(limits.download)}, which is refused")
    if int(answer.headers.get("content-length", 0)) > limits.download:
        raise too_large
    # The caller closes it.
    file = cast(BinaryIO, tempfile.SpooledTemporaryFile(_IN_MEMORY))  # noqa: SIM115
    try:
        size = 0
        for chunk in _body(answer):
            size += len(chunk)
            if size > limits.download:
                raise too_large
            file.write(chunk)
        file.seek(0)
    except BaseException:
        file.close()
        raise
    return file


def _body(answer: httpx.Response) -> Iterable[bytes]:
    """The body in chunks; unpacked here, since httpx unpacks without a bound on memory."""
    encoding = answer.headers.get("content-encoding", "identity").strip().lower()
    raw = answer.iter_raw(CHUNK)
    if encoding in ("", "identity"):
        return raw
    if encoding in ("gzip", "x-gzip"):
        return unpacked("gzip", Forward(raw))
    raise UnreadableInput("answers in a content encoding that was not asked for")


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
