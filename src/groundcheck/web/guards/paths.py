"""Which part of the server a request is for, whatever prefix it stands under."""

from __future__ import annotations

from starlette.types import Scope

UNLIMITED = ("/static", "/healthz", "/metrics")
"""What costs nothing, and what a watchman asks for."""
API = "/api/v1"
EXPORTS = f"{API}/exports"


def inner(scope: Scope) -> str:
    """The path without the prefix that the server stands under."""
    path: str = scope["path"]
    return path.removeprefix(scope.get("root_path", ""))


def under(path: str, start: str) -> bool:
    """Whether the path is this one or stands under it."""
    return path == start or path.startswith(f"{start}/")
