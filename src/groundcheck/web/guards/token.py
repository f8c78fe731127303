"""The token, without which nothing is written and no address fetched."""

from __future__ import annotations

import hmac

from fastapi import Request

from groundcheck.web.problems import Problem
from groundcheck.web.state import state_of


def needs_token(request: Request, what: str, given: str | None = None) -> None:
    """Raise ``Problem`` unless the request has the token: 403 where there is none to have.

    It stands in the header, or is ``given`` by a form. Compared in a time that does not tell how
    much of it was right.
    """
    token = state_of(request).settings.token
    if token is None:
        raise Problem(403, f"this {what}, which is off; see --token")
    scheme = "bearer"
    if given is None:
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
    right = hmac.compare_digest(given.strip().encode("utf-8", "replace"), token.encode())
    if scheme.lower() != "bearer" or not right:
        headers = {"WWW-Authenticate": 'Bearer realm="groundcheck"'}
        raise Problem(401, f"this {what} and wants the token", headers)
