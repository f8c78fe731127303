"""The OpenAPI of the API, and a page for people that needs nothing from elsewhere."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator
from typing import Any

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.openapi.utils import get_openapi

from groundcheck.publish.json import one_line
from groundcheck.web.api import shapes
from groundcheck.web.guards.paths import API

router = APIRouter(prefix=API, include_in_schema=False)
_BEARER = {"type": "http", "scheme": "bearer", "description": "See groundcheck serve --token."}
_WRITES = (("/reports", "post"), ("/check", "post"))


def maker(app: FastAPI) -> Callable[[], dict[str, Any]]:
    """What makes the OpenAPI of the application, once."""

    def made() -> dict[str, Any]:
        import groundcheck  # noqa: PLC0415

        if app.openapi_schema is None:
            schema = get_openapi(
                title="Groundcheck",
                version=groundcheck.__version__,
                summary="Who says who holds how much ground, and what maps show.",
                routes=app.routes,
            )
            parts = schema.setdefault("components", {})
            parts["schemas"] = parts.get("schemas", {}) | shapes.components()
            parts["securitySchemes"] = {"token": _BEARER}
            for path, method in _WRITES:
                # Checking a text is open; only an address needs the token.
                one = schema["paths"][f"/api/v1{path}"][method]
                one["security"] = [{"token": []}, *([{}] if path == "/check" else [])]
            app.openapi_schema = schema
        return app.openapi_schema

    return made


@router.get("/openapi.json")
async def openapi(request: Request) -> Response:
    """The OpenAPI, served under the prefix that the server stands under."""
    schema = dict(request.app.openapi())
    if prefix := request.scope.get("root_path"):
        schema["servers"] = [{"url": prefix}]
    return Response(one_line(schema), media_type="application/json")


@router.get("")
@router.get("/")
async def overview(request: Request) -> Response:
    """All addresses of the API on one page."""
    prefix = request.scope.get("root_path", "")
    page = "".join(_page(request.app.openapi(), prefix))
    return Response(page, media_type="text/html")


def _page(schema: dict[str, Any], prefix: str) -> Iterator[str]:
    yield (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Groundcheck API</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="stylesheet" href="{html.escape(prefix)}/static/base.css"></head><body><main>'
        "<h1>Groundcheck API</h1><p>The same for programs: "
        f'<a href="{html.escape(prefix)}/api/v1/openapi.json">openapi.json</a>.</p>'
    )
    for path, methods in schema["paths"].items():
        for method, one in methods.items():
            yield f"<h2><code>{method.upper()} {html.escape(path)}</code></h2>"
            yield f"<p>{html.escape(one.get('description', ''))}</p><dl>"
            for each in one.get("parameters", ()):
                words = html.escape(each.get("description", ""))
                yield f"<dt><code>{html.escape(each['name'])}</code></dt><dd>{words}</dd>"
            yield "</dl>"
    yield "</main></body></html>\n"
