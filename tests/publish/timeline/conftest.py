"""Claims as a timeline takes them, and pictures to look into."""

import xml.etree.ElementTree as ET
from datetime import date, timedelta

import pytest

from groundcheck.model import Interval
from groundcheck.publish import figures
from groundcheck.publish.timeline import Claimed

START = date(2031, 1, 1)
FIGURE = Interval(60.0, 61.0)


class Claims:
    """Makes claims, each with an id of its own."""

    def __init__(self):
        self.count = 0

    def __call__(self, day=0, stated=FIGURE, *, source="Ada Brook", until=None, **more):
        self.count += 1
        since = None if day is None else START + timedelta(day)
        last = since if until is None else START + timedelta(until)
        slots = {
            "id": f"{self.count:016x}",
            "source": source,
            "kind": "control",
            "certainty": "stated",
            "words": f"the valley, {self.count}",
            "outlet": "The Ledger",
            "since": since,
            "until": last,
            "percent": stated,
            "km2": None,
            "figure": figures.interval(stated, "percent") if stated else "",
        }
        return Claimed(**slots | more)


@pytest.fixture
def claim():
    return Claims()


class Picture:
    """A picture, by what stands in it."""

    def __init__(self, svg):
        self.root = ET.fromstring(svg)

    def of(self, class_):
        return [one for one in self.root.iter() if class_ in (one.get("class") or "").split()]

    def words(self):
        return " ".join(one.text or "" for one in self.root.iter() if one.tag.endswith("}text"))


@pytest.fixture
def picture():
    return Picture
