"""Opening the server: its socket, its log, and its end."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Callable
from contextlib import closing, suppress

import uvicorn

from groundcheck.errors import BadValue
from groundcheck.ledger.store.opening import open_ledger
from groundcheck.web.app import make_app
from groundcheck.web.outside import Outside
from groundcheck.web.settings import Settings
from groundcheck.web.slow import Impatient

_LAST_WORDS = 10
"""Seconds for which answers that have begun may go on after the server is told to stop."""
_BETWEEN = 20
"""Seconds after which a connection without another request is closed."""
_FILES = 65_536


def serve(settings: Settings, begun: Callable[[str], None], outside: Outside | None = None) -> None:
    """Serve until a signal ends it; ``begun`` is told the address once it can be asked.

    What has begun is finished. Raises ``BadValue`` where the address cannot be had, and
    ``DataError`` where the ledger cannot be used.
    """
    outside = outside or Outside()
    with closing(bound(settings.host, settings.port)) as opened:
        _make_ready(settings)
        _allow_files()
        _tell_in_lines(outside)
        config = uvicorn.Config(
            make_app(settings, outside),
            http=Impatient,
            ws="none",
            loop="asyncio",
            lifespan="on",
            log_config=None,
            access_log=False,
            proxy_headers=False,
            server_header=False,
            timeout_keep_alive=_BETWEEN,
            timeout_graceful_shutdown=_LAST_WORDS,
        )
        begun(address(settings, opened.getsockname()[1]))
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[opened])


def bound(host: str, port: int) -> socket.socket:
    """A socket that listens there. Raises ``BadValue`` where that cannot be."""
    shown = f"{host} port {port}"
    try:
        found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
        family, kind, protocol, _, where = found[0]
        opened = socket.socket(family, kind, protocol)
    except (OSError, UnicodeError, OverflowError) as error:
        raise BadValue(f"--host {shown}: {_reason(error)}") from None
    try:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind(where)
        # Clients may knock from now on, and are answered once the application is there.
        opened.listen(2048)
    except (OSError, OverflowError) as error:
        opened.close()
        raise BadValue(f"--host {shown}: {_reason(error)}") from None
    return opened


def address(settings: Settings, port: int) -> str:
    """Where the server is found."""
    host = settings.host.strip("[]")
    host = f"[{host}]" if ":" in host else host
    return f"http://{host}:{port}{settings.prefix}/"


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()


def _make_ready(settings: Settings) -> None:
    """Bring a ledger of an earlier version up to this one, or say at once that it is damaged."""
    path = settings.ledger
    if path.exists():
        open_ledger(path, read_only=not os.access(path, os.W_OK)).close()


def _allow_files() -> None:
    """A connection is a file too, and many systems allow a thousand unless asked for more."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        most = _FILES if hard == resource.RLIM_INFINITY else min(hard, _FILES)
        if soft != resource.RLIM_INFINITY and soft < most:
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


class _Lines(logging.Handler):
    """What uvicorn has to say, as lines of the same log; never a traceback's messages."""

    def __init__(self, outside: Outside) -> None:
        super().__init__(logging.WARNING)
        self._outside = outside

    def emit(self, record: logging.LogRecord) -> None:
        """See ``logging.Handler``."""
        self._outside.tell({"server": record.getMessage().strip()})


def _tell_in_lines(outside: Outside) -> None:
    logger = logging.getLogger("uvicorn")
    logger.handlers = [_Lines(outside)]
    logger.propagate = False
