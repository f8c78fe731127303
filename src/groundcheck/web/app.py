"""The application: routes, and the guards around all of them."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles

from groundcheck.web import health, pages, problems
from groundcheck.web.guards.faults import Faults
from groundcheck.web.guards.headers import SecurityHeaders
from groundcheck.web.guards.hosts import KnownHosts
from groundcheck.web.settings import Settings


def make_app(settings: Settings) -> FastAPI:
    """The application for these settings; nothing is opened before it starts."""
    app = FastAPI(title="Groundcheck", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.settings = settings
    problems.handle(app)
    # Each is put around those before it.
    app.add_middleware(KnownHosts, names=settings.hosts)
    app.add_middleware(Faults)
    app.add_middleware(SecurityHeaders)
    app.include_router(health.router)
    app.mount("/static", _static(), "static")
    for router in pages.routers(settings):
        app.include_router(router)
    return app


def _static() -> StaticFiles:
    """The stylesheets and scripts that come with the package, those of the pages first."""
    packages = [("groundcheck.publish.site", "static"), ("groundcheck.publish", "static")]
    return StaticFiles(packages=packages)  # type: ignore[arg-type]
