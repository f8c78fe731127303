"""Made-up claims and evidence: a text, and the values that a reader would find in it."""

from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest

from groundcheck.checks import EvidenceBase, check_all
from groundcheck.model import (
    Attribution,
    Claim,
    Measurement,
    Place,
    PublishedArea,
    Quantity,
    Report,
    Span,
    When,
    report_id,
)
from groundcheck.text.hedges import commit, row

NAMES = {
    "XA": "Arvania",
    "XA-1": "Northmark",
    "XA-2": "Southmark",
    "XB": "Borland",
    "XB-1": "Eastmark",
}
SIZES = {
    "XA": (("The Survey", 50_000.0),),
    "XA-1": (("The Survey", 10_000.0), ("The Almanac", 10_100.0)),
    "XA-2": (("The Survey", 20_000.0),),
    "XB-1": (("The Survey", 30_000.0),),
}


@dataclass
class Made:
    """A report under construction."""

    text: str
    published: date | None = date(2031, 5, 8)
    claims: list[Claim] = field(default_factory=list)

    def claim(self, words, kind="control", **slots):
        start = self.text.index(words)
        span = Span(start, start + len(words))
        quantities = tuple(
            self.quantity(*figure, start=start) for figure in slots.pop("figures", ())
        )
        places = tuple(self.place(id_) for id_ in slots.pop("places", ()))
        attribution = slots.pop("attribution", Attribution("the report", "narrator"))
        self.claims.append(
            Claim(
                f"c{len(self.claims)}",
                words,
                (span,),
                kind,
                attribution,
                places=places,
                quantities=quantities,
                **slots,
            )
        )
        return self

    def quantity(self, words, value, unit, hedge="", role="figure", *, start=0):
        at = self.text.index(words, start)
        bounds, likely = commit(value, unit, hedge, "%" not in words and "cent" not in words
                                and unit == "percent")  # fmt: skip
        bound = "between" if isinstance(value, tuple) else row(hedge).bound
        return Quantity(
            Span(at, at + len(words)), words, value, unit, bound, hedge, bounds, likely, role
        )

    def place(self, id_):
        name = NAMES.get(id_, id_)
        at = self.text.find(name)
        span = Span(at, at + len(name)) if at >= 0 else None
        return Place(span, name, id_, name, "region" if "-" in id_ else "country")

    def day(self, words, start, days=1):
        at = self.text.index(words)
        end = start + timedelta(days=days)
        edtf = str(start) if days == 1 else f"{start}/{end - timedelta(days=1)}"
        return When(Span(at, at + len(words)), words, edtf, start, end)

    @property
    def report(self):
        return Report(report_id(self.text), self.text, self.published)

    def check(self, evidence=None):
        return check_all(self.report, tuple(self.claims), evidence or evidence_base())

    def of(self, check, evidence=None):
        return [finding for finding in self.check(evidence) if finding.check == check]


@dataclass(frozen=True)
class FakeLayer:
    """A layer whose shares are ``shares[boundary set](place, day)`` percent."""

    shares: dict
    layer: str = "fake-daily"
    maker: str = "Mapmakers"
    definition: str = "ground where one side's troops are"
    holder: str = "Borland"
    country: str = "XA"
    first_day: date = date(2031, 1, 1)
    last_day: date = date(2031, 12, 31)
    covered: tuple = ("XA", "XA-1", "XA-2")
    contested_points: float | None = None
    origin: str = ""

    @property
    def contested(self):
        return self.contested_points is not None

    def regions_of(self, place_id):
        return (place_id,) if place_id in self.covered else ()

    def measure(self, places, day):
        if not all(self.regions_of(p) for p in places):
            return ()
        if not self.first_day <= day <= self.last_day:
            return ()
        found = []
        for name, share in self.shares.items():
            whole = sum(SIZES[p][0][1] for p in places)
            held = sum(SIZES[p][0][1] * share(p, day) / 100 for p in places)
            for points in (0.0, self.contested_points) if self.contested else (0.0,):
                km2 = held + whole * points / 100
                found.append(
                    Measurement(self.layer, day, "+".join(places), self.holder, km2, whole,
                                100 * km2 / whole, name, points > 0, ("ab" * 32,))
                )  # fmt: skip
        return tuple(found)

    def first_day_reaching(self, places, share, boundary_set, contested=False):
        day = self.first_day
        while day <= self.last_day:
            found = {(m.boundary_set, m.contested): m.share for m in self.measure(places, day)}
            if found[boundary_set, contested] >= share:
                return day
            day += timedelta(days=1)
        return None


def evidence_base(*layers):
    def areas(place):
        return tuple(PublishedArea(place, km2, who) for who, km2 in SIZES.get(place, ()))

    return EvidenceBase(areas=areas, control=layers, name=NAMES.get)


@pytest.fixture
def made():
    return Made


@pytest.fixture
def layer():
    return FakeLayer


@pytest.fixture
def evidence():
    return evidence_base
