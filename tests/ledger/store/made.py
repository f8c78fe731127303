"""Small reports to file, in words of our own."""

from datetime import date

from groundcheck.model import (
    THE_REPORT,
    Appearance,
    Attribution,
    Claim,
    Filed,
    Finding,
    Outcome,
    Place,
    Quantity,
    Report,
    Span,
    claim_id,
    report_id,
)
from groundcheck.model.interval import Interval

NAMES = {
    "UA": ("Ukraine", "country"),
    "UA-14": ("Donetsk", "region"),
    "UA-09": ("Luhansk", "region"),
    "RU-KRS": ("Kursk", "region"),
    "geonames:704422": ("Pokrovsk", "town"),
    "geonames:486816": ("Sudzha", "town"),
    "name:Donbas": ("Donbas", "area"),
    "name:Nowhere": ("Nowhere", "area"),
}


def place(code):
    name, kind = NAMES[code]
    return Place(None, name, code, name, kind)


def percent(value):
    bounds = Interval(value - 0.5, value + 0.5)
    return Quantity(Span(0, 2), f"{value}%", float(value), "percent", "exact", "", bounds, bounds)


def claim(words, start=0, report="", **slots):
    spans = (Span(start, start + len(words)),)
    slots = {"kind": "control", "source": THE_REPORT, "places": (), "quantities": (), **slots}
    source = slots.pop("source")
    told = Attribution(source, "narrator" if source == THE_REPORT else "indirect")
    places = tuple(map(place, slots.pop("places")))
    return Claim(
        claim_id(report, spans, words), words, spans, attribution=told, places=places, **slots
    )


def found(about, check="control", verdict="agrees", gap=None, unit="percent"):
    return Finding(about.id, check, verdict, f"{check}: {verdict}", unit=unit, gap=gap)


def filed(text, claims=(), **where):
    """A report of ``claims``, each the keywords of ``claim`` with its ``words``."""
    id_ = report_id(text)
    read = {"reader": "plain", "version": "1", "checked_by": "", "findings": ()}
    read = {name: where.pop(name, default) for name, default in read.items()}
    stood = Appearance(id_, where.pop("item", f"{id_[:6]}.txt"), **where)
    made = tuple(claim(start=100 * at, report=id_, **given) for at, given in enumerate(claims))
    findings = tuple(found(made[at], *rest) for at, *rest in read["findings"])
    report = Report(id_, text, stood.published, stood.url, stood.publisher, stood.title)
    outcome = Outcome(report, made, findings)
    return Filed(outcome, stood, read["reader"], read["version"], read["checked_by"])


def add(ledger, *given):
    with ledger.writing() as writer:
        return [writer.add(one) for one in given]


DAY = date(2025, 2, 20)
