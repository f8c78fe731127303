"""How each kind of ground on a map looks: tones and hatches that colour-blind readers tell apart.

Blue and vermilion are of Okabe and Ito's palette (2008); hatches lean opposite ways, so that
the two also differ in grey.
"""

from __future__ import annotations

from dataclasses import dataclass

from groundcheck.publish.legend import HEIGHT, SAMPLE
from groundcheck.publish.svg import tag

_BLUE, _VERMILION = "#0072b2", "#d55e00"
_HATCH = 6.0


@dataclass(frozen=True, slots=True)
class Look:
    """A tone, the colour of its edge, and where the lines of its hatch lean, in degrees."""

    tone: str
    edge: str = "none"
    lean: int | None = None
    dash: str = ""


LOOKS = {
    "rest": Look("#f1eee6"),
    "silent": Look("#ffffff"),
    "held": Look("#7fb2d6", _BLUE),
    "open": Look("#ffffff", _BLUE, 45),
    "both": Look("#b9b5ab", "#b9b5ab"),
    "first": Look("#cfe4f2", _BLUE, 45),
    "second": Look("#fbe0c8", _VERMILION, -45),
    "open first": Look("none", _BLUE, dash="5 3"),
    "open second": Look("none", _VERMILION, dash="2 2.5"),
}


def hatches(looks: list[str], key: str) -> str:
    """The patterns of ``looks`` that have one; ``key`` keeps two pictures on a page apart."""
    return tag("defs", "".join(_hatch(look, key) for look in looks))


def ground(look: str, path: str, key: str, **more: str) -> str:
    """A shape in a look, whose hatch is among ``hatches`` of the same ``key``.

    ``more`` are further attributes of its element.
    """
    style = LOOKS[look]
    fill = style.tone if style.lean is None else f"url(#{_name(look, key)})"
    dashed = {"stroke_dasharray": style.dash, "stroke_width": "1.4"} if style.dash else {}
    width = dashed or {"stroke_width": "0.8"}
    edge = {"stroke": style.edge, "stroke_linejoin": "round"}
    kind = look.replace(" ", "-")
    return tag("path", class_=kind, d=path, fill=fill, fill_rule="evenodd", **edge, **width, **more)


def sample(look: str, key: str) -> str:
    """A look in the legend."""
    return ground(look, f"M1 1H{SAMPLE - 1:g}V{HEIGHT - 1:g}H1z", key)


def _name(look: str, key: str) -> str:
    return f"{look.replace(' ', '-')}-{key}"


def _hatch(look: str, key: str) -> str:
    style = LOOKS[look]
    if style.lean is None:
        return ""
    kind = look.replace(" ", "-")
    inner = tag("rect", class_=f"{kind}-tone", width=_HATCH, height=_HATCH, fill=style.tone)
    hatch = {"stroke": style.edge, "stroke_width": "2.6"}
    inner += tag("path", class_=f"{kind}-hatch", d=f"M0 0V{_HATCH:g}", **hatch)
    size = {"width": _HATCH, "height": _HATCH}
    turn = f"rotate({style.lean})"
    units = "userSpaceOnUse"
    return tag(
        "pattern", inner, id=_name(look, key), **size, patternUnits=units, patternTransform=turn
    )
