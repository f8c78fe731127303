"""A claim with its first finding as one SVG picture: the words, the strip, whose maps it shows."""

from __future__ import annotations

from collections.abc import Sequence

from groundcheck.model import Claim, Finding
from groundcheck.publish import words
from groundcheck.publish.claimreview import rating
from groundcheck.publish.lettering import LABEL, NOTE, TITLE, Style, paragraph, written
from groundcheck.publish.safe import shortened
from groundcheck.publish.strip import WIDTH as STRIP
from groundcheck.publish.strip import Look, drawn
from groundcheck.publish.svg import INK, LINE, MARGIN, PAPER, ROOM, SOFT, picture, tag

_COLOURS = {"agrees": "#0b5fa5", "apart": "#8e2f6b", "depends": "#8a5600", "open": SOFT}
"""As in the stylesheet, by the class of a verdict."""
_HALO: dict[str, str | float] = {"paint_order": "stroke", "stroke": PAPER, "stroke_width": 5}


def claim_svg(claim: Claim, findings: Sequence[Finding], stands: str) -> str:
    """The picture of a claim, the same for the same values; ``stands`` names its report."""
    quote, y = paragraph(f"“{shortened(claim.text, 400)}”", (MARGIN, 16), ROOM, TITLE)
    source, y = paragraph(_source(claim, stands), (MARGIN, y + 6), ROOM, LABEL)
    parts = [quote, source]
    if findings:
        found, y = _finding(rating(findings)[1][0], y + 16)
        parts.append(found)
    rule = tag("path", d=f"M{MARGIN:g} {y + 14:.1f}h{ROOM:g}", stroke=LINE, fill="none")
    pledge, y = paragraph(f"Groundcheck. {words.PLEDGE}", (MARGIN, y + 20), ROOM, NOTE)
    title = f"{words.whose(claim)}: {shortened(claim.text, 120)}"
    says = " ".join(shortened(each.summary, 400) for each in findings[:3])
    return picture(title, says, y + 14, [*parts, rule, pledge])


def _source(claim: Claim, stands: str) -> str:
    how = "" if claim.certainty == "stated" else f" ({claim.certainty})"
    told = f", in {shortened(stands, 120)}" if stands else ""
    return f"{words.who(claim.attribution)}{how}{told}"


def _finding(finding: Finding, top: float) -> tuple[str, float]:
    colour = _COLOURS[words.VERDICTS[finding.verdict].css]
    parts = [written(finding.verdict, MARGIN, top + 16, Style(16, colour, bold=True))]
    summary, y = paragraph(finding.summary, (MARGIN, top + 24), ROOM, LABEL)
    parts.append(summary)
    if finding.stated is not None and finding.found is not None:
        strip, height = drawn(
            finding.stated, finding.found, finding.unit, finding.by_maker, _look(colour)
        )
        if strip:
            scale = (ROOM - 40) / STRIP
            place = f"translate({MARGIN:g} {y + 22:.1f}) scale({scale:.3f})"
            parts.append(tag("g", strip, transform=place))
            y += 22 + height * scale
    credit, y = paragraph(words.credit(finding), (MARGIN, y + 6), ROOM, NOTE)
    parts.append(credit)
    return "".join(parts), y


def _look(colour: str) -> Look:
    return {
        "stated": {"fill": INK},
        "found": {"fill": colour},
        "axis": {"stroke": LINE, "fill": "none"},
        "row": {"fill": INK, "font_size": 8, **_HALO},
        "tick": {"fill": SOFT, "font_size": 7, "text_anchor": "middle"},
    }
