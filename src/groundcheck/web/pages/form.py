"""A report as a browser's form sends it."""

from __future__ import annotations

from urllib.parse import parse_qsl

from fastapi import Request
from pydantic import ValidationError

from groundcheck.web.api.given import GivenReport
from groundcheck.web.problems import Problem

_FIELDS = ("text", "address", "published", "publisher", "title", "url")
_MOST = 20
FORM = "application/x-www-form-urlencoded"


async def form_given(request: Request) -> tuple[GivenReport, str]:
    """The report and the token, ``""`` where none is given.

    Line ends of the text are those that it was pasted with: a browser sends every one as CR LF.
    Raises ``Problem``: 415 for another kind of body, 422 for what is no report.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != FORM:
        raise Problem(415, f"wants {FORM}; programs use /api/v1/check")
    body = (await request.body()).decode("utf-8", "replace")
    try:
        pairs = parse_qsl(body, keep_blank_values=True, max_num_fields=_MOST, errors="replace")
    except ValueError:
        raise Problem(422, f"a form of more than {_MOST} fields") from None
    said = {name: value.replace("\r\n", "\n") for name, value in pairs}
    given = {name: said[name] for name in _FIELDS if said.get(name, "").strip()}
    if "text" in given and "address" in given:
        raise Problem(422, "give either a text or an address")
    if not given.keys() & {"text", "address"}:
        raise Problem(422, "there is no text to check")
    try:
        return GivenReport.model_validate(given), said.get("token", "")
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "form"
        raise Problem(422, f"{where}: {first['msg']}") from None
