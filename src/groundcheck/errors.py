"""Everything that can go wrong, as one tree.

    GroundcheckError
    ├── InputError          a file, text, date or option that was given cannot be used
    │   ├── UnreadableInput     the bytes are not a text: missing, binary, wrong encoding, too large
    │   └── BadValue            a value is not of its type's form: a date, an interval, a JSON shape
    └── DataError           data that came with the package or was brought to it is damaged

Every message is one line that names the thing and the reason. The command line prints it
and exits with 2; it never shows a traceback for one of these.
"""

from __future__ import annotations


class GroundcheckError(Exception):
    """The root of every error that Groundcheck raises on purpose."""


class InputError(GroundcheckError):
    """Something that the user gave cannot be used as it is."""


class UnreadableInput(InputError):
    """The bytes given are not a report's text."""


class BadValue(InputError, ValueError):
    """A value does not have the form that its type asks for."""


class DataError(GroundcheckError):
    """A table of the package, or one brought to it, is missing or damaged."""
