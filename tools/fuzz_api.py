"""Cases that schemathesis makes of the OpenAPI, sent to the API: none may be a server error.

    python tools/fuzz_api.py [--cases 20000] [--ledger FILE]

Each case is one request, half of them such as the OpenAPI allows, the others such as it forbids;
now and then an id, a place or a name in it is one that is on record. An answer is at fault where
its status is 500 or more, where an error is no problem details, and where what is answered is not
as the OpenAPI has it. Nothing leaves this machine. The ledger is a copy, since the token is sent.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import requests
import schemathesis
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable

from groundcheck.ledger.adding import add
from groundcheck.ledger.store.opening import open_ledger
from groundcheck.web.app import make_app
from groundcheck.web.outside import Outside
from groundcheck.web.settings import Settings

ROOT = Path(__file__).parent.parent
BASE = "http://localhost"
TOKEN = "a-token-for-cases-that-are-made"  # noqa: S105
MODES = (schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE)


class Fuzz:
    """Sends cases to an application and says what is at fault with the answers."""

    def __init__(self, app: FastAPI, client: TestClient, known: dict[str, list[str]]) -> None:
        self.statuses: Counter[int] = Counter()
        self.faults: list[str] = []
        self._client = client
        self._known = known
        described = app.openapi()
        schema = schemathesis.openapi.from_dict(described)
        found: Iterable[Any] = schema.get_all_operations()
        self.operations = [one.ok() for one in found]
        self._components = described["components"]

    def run(self, cases: int, start: int = 0) -> None:
        """Send so many cases or a few more, the same for the same ``start``.

        Of some operations there are fewer than their part, so that others make up for them.
        """
        while self.statuses.total() < cases:
            left = cases - self.statuses.total()
            each = -(-left // (len(self.operations) * len(MODES)))
            for operation in self.operations:
                for mode in MODES:
                    made = operation.as_strategy(generation_mode=mode)
                    self._send(operation, made, each, start)
            start += 1

    def _send(self, operation: Any, made: Any, count: int, start: int) -> None:
        @seed(start)
        @settings(
            max_examples=count,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(made, st.data())
        def send(case: Any, data: Any) -> None:
            for part in (case.path_parameters, case.query):
                for name in part or ():
                    if name in self._known and data.draw(st.booleans()):
                        part[name] = data.draw(st.sampled_from(self._known[name]))
            self._ask(operation, case)

        # Where nothing can be given, nothing wrong can be.
        with suppress(Unsatisfiable):
            send()

    def _ask(self, operation: Any, case: Any) -> None:
        try:
            asked: Any = requests.Request(**case.as_transport_kwargs(base_url=BASE)).prepare()
        except (ValueError, requests.RequestException, TypeError):
            # No client can send this.
            return
        headers = {name: value for name, value in asked.headers.items() if name != "Cookie"}
        headers.setdefault("Authorization", f"Bearer {TOKEN}")
        answer = self._client.request(
            asked.method, asked.url, headers=headers, content=asked.body or b""
        )
        self.statuses[answer.status_code] += 1
        fault = self._fault(operation, answer)
        if fault:
            body = repr(asked.body)[:300]
            self.faults.append(f"{asked.method} {asked.url} {body}: {fault}")

    def _fault(self, operation: Any, answer: Any) -> str:
        status, kind = answer.status_code, answer.headers.get("content-type", "")
        if status >= 500:
            return f"{status} {answer.text[:200]}"
        if status >= 400:
            told = answer.json() if kind == "application/problem+json" else {}
            return "" if told.get("status") == status else f"{status} without a problem"
        documented = operation.definition.raw["responses"].get(str(status))
        if documented is None:
            return f"{status} is not described"
        schema = documented.get("content", {}).get("application/json", {}).get("schema")
        if schema is None:
            return ""
        whole = schema | {"components": self._components}
        error = jsonschema.Draft202012Validator(whole).iter_errors(answer.json())
        return next((f"{status} {one.message[:200]}" for one in error), "")


def known(path: Path) -> dict[str, list[str]]:
    """Ids and names that are on record, by the parameter that may hold them."""
    with closing(open_ledger(path, read_only=True)) as view:
        claims = [one.claim.id for one in view.statements()][:20]
        reports = [one.id for one in view.reports()][:20]
        names = [name for name, _ in view.sources()][:20]
        places = [id_ for id_, _, _ in view.places()][:20]
    return {"id": claims + reports, "name": names, "source": names, "place": places}


def main() -> None:
    """Send the cases; exits with 1 where an answer is at fault."""
    options = argparse.ArgumentParser(description="The API against cases of its OpenAPI.")
    options.add_argument("--cases", type=int, default=20_000)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--ledger", type=Path)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.sqlite"
        _fill(path, given.ledger)
        app = make_app(
            Settings(path, token=TOKEN, per_minute=0, seconds=120), Outside(tell=lambda _: None)
        )
        with TestClient(app, BASE, raise_server_exceptions=False) as client:
            fuzz = Fuzz(app, client, known(path))
            fuzz.run(given.cases, given.seed)
    for line in _told(fuzz):
        print(line)
    if fuzz.faults:
        sys.exit(1)


def _fill(path: Path, ledger: Path | None) -> None:
    if ledger is not None:
        shutil.copy(ledger, path)
        return
    with closing(open_ledger(path)) as opened:
        add(opened, [str(ROOT / "examples" / "feed.xml")])


def _told(fuzz: Fuzz) -> Iterator[str]:
    counts = ", ".join(f"{status}: {count:,}" for status, count in sorted(fuzz.statuses.items()))
    yield f"{fuzz.statuses.total():,} cases of {len(fuzz.operations)} operations; {counts}"
    yield f"{len(fuzz.faults)} at fault"
    yield from fuzz.faults[:50]


if __name__ == "__main__":
    main()
