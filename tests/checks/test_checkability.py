from datetime import date

import pytest


@pytest.mark.parametrize(
    ("kind", "certainty", "verdict", "why"),
    [
        ("opinion", "stated", "not checkable", "no place, figure or day"),
        ("forecast", "stated", "not checkable", "to come"),
        ("status", "stated", "not checkable", "law and recognition"),
        ("capture", "forecast", "not checkable", "to come"),
        ("capture", "demanded", "not checkable", "demand"),
        ("capture", "denied", "not checkable", "denial"),
        ("capture", "stated", "not covered", "outlines"),
        ("change", "hedged", "not covered", "start and the end"),
        ("share", "stated", "not covered", "size of the whole"),
        ("count", "stated", "not covered", "another source"),
        ("event", "stated", "not covered", "dated record"),
    ],
)
def test_what_nothing_settles_is_said_with_the_reason(made, kind, certainty, verdict, why):
    report = made("Northmark shall be ours.")
    report.claim("Northmark shall be ours", kind, places=("XA-1",), certainty=certainty)
    (finding,) = report.check()
    assert (finding.check, finding.verdict) == ("checkability", verdict)
    assert why in finding.summary


def test_every_claim_has_a_finding_and_the_order_is_that_of_the_claims(made):
    text = "Borland took 300 sq km (116 sq mi) in Northmark and 9 guns."
    report = made(text)
    report.claim("9 guns", "count", figures=[("9 guns", 9, "gun")])
    figures = [("300 sq km", 300, "km2"), ("116 sq mi", 116, "mi2", "", "conversion")]
    report.claim("Borland took", "change", places=("XA-1",), figures=figures)
    found = [(f.claim, f.check) for f in report.check()]
    assert found == [
        ("c0", "checkability"),
        ("c1", "checkability"),
        ("c1", "conversion"),
        ("c1", "geography"),
    ]


def test_a_claim_with_nothing_to_measure_says_so(made):
    report = made("Borland was advancing.").claim("Borland was advancing", "change")
    (finding,) = report.check()
    assert "no place and no figure" in finding.summary


def test_a_share_left_open_is_said(made):
    report = made("Borland holds a small percentage of it.")
    report.claim("Borland holds a small percentage of it", "share")
    (finding,) = report.check()
    assert "a percentage and give no figure" in finding.summary


def test_what_would_be_needed_names_place_and_time(made):
    report = made("On 5 May Northmark fell.")
    when = report.day("5 May", date(2031, 5, 5))
    report.claim("Northmark fell", "capture", places=("XA-1",), when=when)
    found = {finding.check: finding for finding in report.check()}
    assert "shows Northmark before and after 2031-05-05" in found["checkability"].summary
