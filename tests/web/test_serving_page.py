"""The examples of docs/serving.md run against a server, and its tables are those of the program."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest
import uvicorn

from groundcheck.ledger.workers import Staff
from groundcheck.web.app import make_app
from groundcheck.web.outside import Outside
from groundcheck.web.reading import Checker
from groundcheck.web.serving import bound
from groundcheck.web.settings import Settings

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "serving.md").read_text(encoding="utf-8")


def example(language):
    (found,) = re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    return found


@pytest.fixture(scope="module")
def port(record, tmp_path_factory):
    store = tmp_path_factory.mktemp("store") / "none.sqlite"
    settings = Settings(record, store, seconds=300)
    staff = Staff(Checker(store), 1, 300.0)
    app = make_app(settings, Outside(tell=lambda _: None), staff)
    opened = bound("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, ws="none"))
    thread = Thread(target=server.run, args=([opened],))
    thread.start()
    yield opened.getsockname()[1]
    server.should_exit = True
    thread.join()
    opened.close()


@pytest.mark.parametrize(
    ("language", "program"),
    [("python", [sys.executable, "-c"]), ("javascript", ["node", "--input-type=module", "-e"])],
)
def test_the_examples_run(port, language, program):
    if shutil.which(program[0]) is None:
        pytest.skip(f"{program[0]} is not installed")
    words = example(language).replace("127.0.0.1:8000", f"127.0.0.1:{port}")
    done = subprocess.run([*program, words], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert "depends" in done.stdout
    assert "deepstate-daily 2025-06-13" in done.stdout


def test_every_route_is_on_the_page(made):
    routes = {path.removeprefix("/api/v1") for path in made().openapi()["paths"]}
    table = PAGE.split("| address | gives |")[1].split("\n\n")[0]
    told = set(re.findall(r"(/[a-z]+(?:/\{[a-z]+\}(?:/[a-z]+)?)?)(?=[`?])", table))
    assert told == routes


def test_every_filter_is_on_the_page():
    from groundcheck.ledger.questions.filters import SLOTS

    assert ", ".join(f"`{name}`" for name in SLOTS) in " ".join(PAGE.split())
