"""Every error as problem details (RFC 9457), which tell nothing of what is inside."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import Scope

from groundcheck.errors import BadValue, DataError, GroundcheckError, UnreadableInput
from groundcheck.publish.json import one_line

MEDIA_TYPE = "application/problem+json"
_OPTION = re.compile(r"(?<![\w-])--([a-z][a-z-]*)")


class Problem(GroundcheckError):
    """An answer other than what was asked for: its status, one line of why, further headers."""

    def __init__(self, status: int, detail: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.headers = headers or {}


def missing(detail: str) -> Problem:
    """The problem of what is not there."""
    return Problem(404, detail)


def busy(detail: str, seconds: float = 5) -> Problem:
    """The problem of too much at once, which is over after some seconds."""
    return Problem(503, detail, {"Retry-After": f"{max(1, round(seconds))}"})


def response(scope: Scope, problem: Problem, **more: Any) -> Response:
    """The problem as a response; ``more`` are further members of it."""
    data: dict[str, Any] = {
        "type": "about:blank",
        "title": HTTPStatus(problem.status).phrase,
        "status": problem.status,
        "detail": problem.detail,
        **more,
    }
    if id_ := scope.get("state", {}).get("request_id"):
        data["instance"] = f"urn:request:{id_}"
    return Response(
        one_line(data).encode() + b"\n", problem.status, problem.headers, media_type=MEDIA_TYPE
    )


def of_error(error: GroundcheckError) -> Problem:
    """What is said of an error of the program's own tree.

    What was given is wrong in the words of the error, where the command line's options are
    parameters; of damaged data only that it is damaged, since its message names files.
    """
    if isinstance(error, Problem):
        return error
    if isinstance(error, BadValue | UnreadableInput):
        words = _OPTION.sub(lambda found: found[1].replace("-", "_"), str(error))
        return Problem(422, words)
    if isinstance(error, DataError):
        return Problem(500, "data of this server cannot be used; its log says why")
    return Problem(500, "the request could not be answered; the server's log says why")


def handle(app: FastAPI) -> None:
    """Answer every error that a route or the routing raises by a problem."""
    app.add_exception_handler(GroundcheckError, _of_ours)
    app.add_exception_handler(HTTPException, _of_http)
    app.add_exception_handler(RequestValidationError, _of_validation)


async def _of_ours(request: Request, error: Exception) -> Response:
    problem = of_error(error if isinstance(error, GroundcheckError) else GroundcheckError())
    if problem.status == 500:
        request.scope.setdefault("state", {})["fault"] = f"{type(error).__name__}: {error}"
    return response(request.scope, problem)


async def _of_http(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    known = {404: "nothing stands at this address", 405: "this address has no such method"}
    detail = known.get(error.status_code) or HTTPStatus(error.status_code).description
    headers = dict(error.headers or {})
    return response(request.scope, Problem(error.status_code, detail, headers))


async def _of_validation(request: Request, error: Exception) -> Response:
    if not isinstance(error, RequestValidationError):
        raise error
    # Never the value itself, which may be a whole report.
    errors = [
        {"at": [str(step) for step in one["loc"]], "reason": str(one["msg"])}
        for one in error.errors()[:20]
    ]
    first = errors[0] if errors else {"at": [], "reason": "it is not as described"}
    detail = f"{'.'.join(first['at'])}: {first['reason']}"
    return response(request.scope, Problem(422, detail), errors=errors)
