"""Pages as HTML, by templates in which everything is escaped and nothing unseen stays unseen."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from groundcheck.geo.asked import name as place_name
from groundcheck.publish import cards, words
from groundcheck.publish.claimreview import is_address
from groundcheck.publish.safe import visible
from groundcheck.publish.site.links import Links
from groundcheck.publish.site.parts import Page
from groundcheck.publish.time_axis import day_in_words

if TYPE_CHECKING:
    from jinja2 import Environment

POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'"
"""The Content-Security-Policy of every page: nothing from elsewhere, nothing in line."""

MODULES = {
    "home": ("waiting.js",),
    "report": ("report.js", "copying.js"),
    "claim": ("copying.js",),
    "map": ("map.js",),
    "place": ("timeline.js",),
    "timeline": ("timeline.js",),
}
"""The modules that pages of a template load, where a server gives them."""

TITLES = {"json": "JSON", "csv": "CSV", "geojson": "GeoJSON", "svg": "SVG", "png": "PNG"}


def render(page: Page, here: str, at: Links) -> str:
    """The page as HTML; ``here`` is its own address, from which its links lead."""

    def to(path: str) -> str:
        return at.to(here, path)

    return (
        _environment()
        .get_template(f"{page.template}.html")
        .render(page=page, here=here, at=at, to=to)
    )


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415

    made = Environment(
        loader=PackageLoader("groundcheck.publish.site"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals |= {
        "policy": POLICY, "pledge": words.PLEDGE, "modules": MODULES, "titles": TITLES
    }  # fmt: skip
    # Any other scheme could run a script, open a file or start a program.
    made.tests["address"] = lambda url: bool(url) and is_address(url)
    made.filters |= {
        "brief_day": day_in_words,
        "card": _markup(cards.finding),
        "definitions": _markup(cards.rows),
        "json_ld": _json_ld,
        "legend": _markup(cards.legend),
        "long_day": words.long_day,
        "place_name": place_name,
        "plural": words.plural,
        "verdict": _markup(cards.verdict),
    }
    return made


def _shown(value: Any) -> Any:
    """Words with their control characters and marks of direction made visible; markup as it is."""
    if value is None:
        return ""
    return value if hasattr(value, "__html__") else visible(str(value))


def _markup(made: Any) -> Any:
    from markupsafe import Markup  # noqa: PLC0415

    # What cards and marks give has every word escaped already.
    return lambda *given: Markup(made(*given))  # noqa: S704


def _json_ld(data: Any) -> Any:
    """JSON that no text inside can end the element of."""
    from markupsafe import Markup  # noqa: PLC0415

    said = json.dumps(data, ensure_ascii=True, sort_keys=True, indent=1)
    for sign in "<>&":
        said = said.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(said)  # noqa: S704
