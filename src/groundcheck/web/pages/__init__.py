"""The pages for people: routers that stand beside the API, all under the same guards."""

from __future__ import annotations

from fastapi import APIRouter

from groundcheck.publish.site.addresses import Addresses
from groundcheck.web.pages import map as map_
from groundcheck.web.settings import Settings


def routers(settings: Settings) -> tuple[APIRouter, ...]:
    """The routers of all pages, in the order in which they are looked through."""
    return (map_.router(settings.store, Addresses()),)
