"""A report all of whose slots bite, for whoever makes pages."""

from datetime import date

from groundcheck.model import (
    Appearance,
    Attribution,
    Claim,
    Evidence,
    Filed,
    Finding,
    Interval,
    MakersFigure,
    Outcome,
    Place,
    Report,
    Span,
    Step,
    claim_id,
    report_id,
)

EVIL = (
    "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>\u202eevil\u2028&amp;{{7*7}}\x1b[31m"
)
SOURCES = ("../../etc/passwd", 'A "quoted" name', EVIL, "", "con", "Ä\ud800", "..", "x" * 300)
ADDRESSES = (
    *("javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "file:///etc/passwd"),
    *("//example.org/x", " https://example.org/x", "vbscript:x", "https://exa mple.org/"),
    'https://example.org/"><script>alert(1)</script>',
)
GOOD = "https://example.org/a?b=1&c=2"


def biting() -> list[Filed]:
    """A report all of whose slots bite, with a claim of each odd source, in many places."""
    text = f"{EVIL} and </div></main>\r\nmore words of {EVIL}"
    id_ = report_id(text)
    claims = []
    for number, name in enumerate(SOURCES):
        spans = (Span(number, number + 30),)
        where = Place(None, name, f"name:{name}", name, "area")
        claims.append(
            Claim(
                claim_id(id_, spans, str(number)),
                spans[0].of(text),
                spans,
                "control",
                Attribution(name, "indirect", Span(0, 4), name),
                actor=EVIL,
                places=(where,),
                certainty="denied" if number % 2 else "stated",
            )
        )
    finding = Finding(
        claims[0].id,
        "control",
        "depends",
        EVIL,
        stated=Interval(1, 2),
        found=Interval(3, None),
        unit=EVIL,
        decided_by=EVIL,
        became_so=EVIL,
        working=(Step(EVIL, (EVIL,), EVIL, EVIL),),
        evidence=(Evidence(EVIL, EVIL, EVIL),),
        by_maker=(MakersFigure(EVIL, Interval(3, None)),),
    )
    report = Report(id_, text, date(2025, 3, 1), ADDRESSES[0], EVIL, EVIL)
    outcome = Outcome(report, tuple(claims), (finding,), (EVIL,))
    return [
        Filed(outcome, Appearance(id_, EVIL, None, url, EVIL, EVIL), "plain", "1", "hand")
        for url in (*ADDRESSES, GOOD)
    ]
