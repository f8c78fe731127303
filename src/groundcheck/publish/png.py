"""A picture in SVG as PNG, with letters from a font that comes along.

Drawn by resvg with Roboto and no other font, so that a picture does not depend on the machine
and has its words on one without fonts. Both are an extra (``groundcheck[png]``): resvg is
compiled for each platform, and whoever only reads and checks reports needs neither.
"""

from __future__ import annotations

from groundcheck.errors import BadValue, GroundcheckError

_FACES = ("Roboto", "RobotoBold")
_LARGEST_SCALE = 10


def png(svg: str, scale: float = 2.0) -> bytes:
    """The PNG file of an SVG picture, ``scale`` times its size in pixels.

    Raises ``GroundcheckError`` where resvg or the font is not installed, and ``BadValue`` for
    a scale that is not above 0 and up to 10 or a text that is no SVG.
    """
    try:
        # Optional, and slow to load.
        import font_roboto  # noqa: PLC0415
        import resvg_py  # noqa: PLC0415
    except ImportError:
        raise GroundcheckError(
            "PNG: resvg_py and font-roboto are not installed; `pip install 'groundcheck[png]'`"
        ) from None
    if not 0 < scale <= _LARGEST_SCALE:
        raise BadValue(f"PNG: a scale of {scale:g} is not above 0 and up to {_LARGEST_SCALE}")
    try:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=svg,
                zoom=scale,
                skip_system_fonts=True,
                font_files=[font_roboto.font_files[face] for face in _FACES],
                font_family="Roboto",
                sans_serif_family="Roboto",
            )
        )
    except ValueError as error:
        reason = " ".join(str(error).split())
        raise BadValue(f"PNG: the picture cannot be drawn ({reason})") from None
