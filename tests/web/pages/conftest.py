"""The pages in this process, over ledgers and over a small layer store of two squares."""

import json
import shutil
from contextlib import closing
from datetime import date, timedelta

import pytest
import shapely
from fastapi.testclient import TestClient

from groundcheck.ledger.descriptions import read_layer
from groundcheck.ledger.importing import import_layer
from groundcheck.ledger.layer_store import LayerStore, Stored, StoredOutline
from groundcheck.ledger.sources import Item
from groundcheck.ledger.store.opening import open_ledger
from groundcheck.ledger.workers import Staff
from groundcheck.web.app import make_app
from groundcheck.web.outside import Outside
from groundcheck.web.reading import Checker
from groundcheck.web.settings import Settings

from ...publish.site.biting import biting  # noqa: TID252


def _description(name, contested, without=""):
    changes = f"changes_only = [{without}]" if without else ""
    return f"""
name = "{name}"
maker = "{name.capitalize()} <b>maps</b>"
definition = "what the map shows"
licence = "CC0"
attribution = "{name.capitalize()}"
valid_days = 3

[date]
from = "file name"
pattern = '(\\d{{4}})-(\\d\\d)-(\\d\\d)'

[[status]]
is = "held"
by = "Sylvania"
where = {{ status = '^held$' }}

[[status]]
is = "contested"
where = {{ status = '^grey$' }}

[[covers]]
holder = "Sylvania"
country = "UA"
contested = {str(contested).lower()}
{changes}
"""


BOUNDARIES = """
name = "Squares"
maker = "Squares"
licence = "CC0"
attribution = "Squares of ours"

[region]
property = "code"
template = "{}"
"""
WEST, EAST = shapely.box(30, 47, 32, 49), shapely.box(32, 47, 34, 49)


def _map(day, **shapes):
    features = [
        {
            "type": "Feature",
            "properties": {"status": status},
            "geometry": shapely.geometry.mapping(shape),
        }
        for status, shape in shapes.items()
    ]
    content = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    return Item(f"{day}.json", content)


@pytest.fixture(scope="session")
def layer_store(tmp_path_factory):
    """A store of two squares, UA-14 and UA-23, on which a front moves east by a tenth a day.

    ``atlas`` has twenty days and tells contested ground; ``hill`` has the first and tenth, and is
    not whole in UA-23.
    """
    path = tmp_path_factory.mktemp("layers") / "layers.sqlite"
    atlas, hill = [], []
    for number in range(20):
        day = date(2030, 3, 1) + timedelta(number)
        front = 31 + number / 10
        held = shapely.box(29, 46, front, 50)
        atlas.append(_map(day, held=held, grey=shapely.box(front, 46, front + 0.2, 50)))
        if number in (0, 9):
            hill.append(_map(day, held=shapely.box(29, 46, front + 0.3, 50)))
    with LayerStore(path) as store:
        outlines = (("UA-14", WEST), ("UA-23", EAST))
        store.put_boundaries(
            Stored("Squares", BOUNDARIES, "here"),
            tuple(StoredOutline(id_, shape, id_ * 12, "") for id_, shape in outlines),
        )
        for name, items, given in (
            ("atlas", atlas, (True,)),
            ("hill", hill, (False, '"UA-23"')),
        ):
            text = _description(name, *given)
            store.put_layer(Stored(name, text, "here"))
            import_layer(store, read_layer(text, name), items, date(2031, 1, 1), lambda _: None)
    return path


HTML = {"Accept": "text/html"}


def application(ledger, **given):
    """An application whose texts are read and checked as everywhere."""
    settings = Settings(**{"ledger": ledger, "seconds": 300, "per_minute": 0} | given)
    staff = Staff(Checker(None), 1, 300.0)
    return make_app(settings, Outside(today=lambda: date(2026, 11, 26), tell=lambda _: None), staff)


@pytest.fixture(scope="session")
def pages(record):
    """Asks the pages over the example feed as a browser does; nothing is followed."""
    client = TestClient(application(record), "http://localhost", headers=HTML)
    client.follow_redirects = False
    with client:
        yield client


@pytest.fixture(scope="session")
def biting_ledger(tmp_path_factory):
    """The file of a ledger with a report all of whose slots bite."""
    path = tmp_path_factory.mktemp("biting") / "ledger.sqlite"
    with closing(open_ledger(path)) as ledger, ledger.writing() as writer:
        for filed in biting():
            writer.add(filed)
    return path


@pytest.fixture(scope="session")
def give(pages):
    """Gives a text as the form does; the address of the page that it leads to."""

    def given(text, **more):
        answer = pages.post("/check", data={"text": text} | more)
        assert answer.status_code == 303, answer.text
        return answer.headers["location"]

    return given


@pytest.fixture(scope="module")
def browser():
    """Headless Chromium; the tests that want it are skipped where it or its driver is missing."""
    driver = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with driver.sync_playwright() as play:
        path = shutil.which("chromium")
        made = play.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture
def opened(browser, root):
    """Opens a page that takes down all that should not happen: ``opened(width, height)``."""
    contexts = []

    def made(width=1440, height=900, **given):
        context = browser.new_context(viewport={"width": width, "height": height}, **given)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.wrong = []
        page.on("console", lambda message: page.wrong.append(message.text))
        page.on("pageerror", lambda error: page.wrong.append(str(error)))
        page.on("dialog", lambda dialog: page.wrong.append(dialog.message))
        page.on(
            "request",
            lambda asked: None if asked.url.startswith(root) else page.wrong.append(asked.url),
        )
        return page

    yield made
    for context in contexts:
        assert [page.wrong for page in context.pages if page.wrong] == []
        context.close()
