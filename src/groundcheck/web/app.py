"""The application: routes, and the guards around all of them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from groundcheck.ledger.reading import Text
from groundcheck.ledger.workers import Staff
from groundcheck.model import Filed
from groundcheck.web import api, health, pages, problems
from groundcheck.web.guards.bodies import Bodies
from groundcheck.web.guards.faults import Faults
from groundcheck.web.guards.headers import SecurityHeaders
from groundcheck.web.guards.heads import Heads
from groundcheck.web.guards.hosts import KnownHosts
from groundcheck.web.guards.prefix import Prefix
from groundcheck.web.guards.rates import Allowance, Rates
from groundcheck.web.guards.telling import Telling
from groundcheck.web.guards.time_limit import TimeLimit
from groundcheck.web.outside import Outside
from groundcheck.web.pages.problem import ProblemPages
from groundcheck.web.settings import Settings
from groundcheck.web.state import State, made


def make_app(
    settings: Settings,
    outside: Outside | None = None,
    staff: Staff[Text, Filed] | None = None,
) -> FastAPI:
    """The application for these settings; nothing is opened before it is asked for.

    ``staff`` reads the texts, by default processes that read and check like the command line.
    What it holds (``web.state``) stands in ``app.state.held`` and is given back when it stops.
    """
    held = made(settings, outside or Outside(), staff)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        held.close()

    app = FastAPI(
        title="Groundcheck", docs_url=None, redoc_url=None, openapi_url=None, lifespan=lifespan
    )
    app.state.held = held
    problems.handle(app)
    _guard(app, held)
    app.include_router(health.router)
    api.include(app)
    for router in pages.routers(settings):
        app.include_router(router)
    app.mount("/static", _static(), "static")
    return app


def _guard(app: FastAPI, held: State) -> None:
    """Put the guards around the routes: each around those before it."""
    settings, outside, metrics = held.settings, held.outside, held.metrics
    app.add_middleware(Heads)
    app.add_middleware(TimeLimit, seconds=settings.seconds, streaming=settings.streaming_seconds)
    app.add_middleware(Bodies, most=settings.text_limit, seconds=settings.seconds)
    if settings.per_minute:
        allowance = Allowance(settings.per_minute, outside.now)
        app.add_middleware(Rates, allowance=allowance, metrics=metrics)
    app.add_middleware(KnownHosts, names=settings.hosts)
    app.add_middleware(Faults)
    app.add_middleware(ProblemPages, prefix=settings.prefix)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(Telling, outside=outside, metrics=metrics)
    app.add_middleware(Prefix, prefix=settings.prefix)
    if settings.proxies:
        app.add_middleware(ProxyHeadersMiddleware, trusted_hosts=list(settings.proxies))


def _static() -> StaticFiles:
    """The stylesheets and scripts that come with the package, those of the pages first."""
    packages = [("groundcheck.publish.site", "static"), ("groundcheck.publish", "static")]
    return StaticFiles(packages=packages)  # type: ignore[arg-type]
