"""What the calendar's parts are called in English reports, as data.

Every key is lower case and without a full stop; a reader of text folds case and drops the
stop of an abbreviation before it looks here.
"""

from __future__ import annotations

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
"""Month name or abbreviation to its number, 1 to 12."""

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""Weekdays by the number that ``date.weekday()`` gives them, 0 to 6."""

WEEKDAY_SHORT = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "weds": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}
"""Weekday abbreviations; all but "tues" to "fri" are words of their own, too."""

WEEKDAYS = {name.lower(): number for number, name in enumerate(WEEKDAY_NAMES)} | WEEKDAY_SHORT
"""Weekday name or abbreviation to its number, 0 (Monday) to 6."""

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""Season to its EDTF code in the place of a month."""

SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}
"""EDTF season code to its first month, on the northern half of the globe.

EDTF leaves the months of a season open; these are the meteorological seasons of three whole
months. A winter is named for the year in which it begins.
"""

HOLIDAYS = {
    "new year": (1, 1),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "xmas": (12, 25),
}
"""Feasts on a fixed day, to month and day. Movable ones are left unread."""

NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "couple": 2,
    "three": 3,
    "few": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "eighteen": 18,
    "twenty": 20,
    "thirty": 30,
}
"""Counts of days, weeks, months; "a few" is read as three."""

_UNIT_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]

ORDINALS = (
    {word: number for number, word in enumerate(_UNIT_ORDINALS, start=1)}
    | {f"twenty-{word}": 20 + n for n, word in enumerate(_UNIT_ORDINALS[:9], start=1)}
    | {"thirtieth": 30, "thirty-first": 31}
)
"""Ordinal word to its number, 1 to 31."""

DECADES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
"""A decade's word to its first year in the century."""

UNITS = ("hour", "day", "week", "month", "year", "decade")
"""Lengths of time that "ago", "past" and "next" are counted in."""

COUNTED = frozenset(
    [
        "men",
        "women",
        "people",
        "soldiers",
        "troops",
        "fighters",
        "civilians",
        "servicemen",
        "militants",
        "rebels",
        "prisoners",
        "villages",
        "settlements",
        "towns",
        "localities",
        "square",
        "km",
        "km2",
        "kilometres",
        "kilometers",
        "miles",
        "metres",
        "meters",
        "hectares",
        "sq",
        "tanks",
        "drones",
        "missiles",
        "rockets",
        "shells",
        "vehicles",
        "attacks",
        "strikes",
        "sorties",
        "times",
        "dead",
        "wounded",
        "killed",
        "injured",
        "houses",
        "homes",
        "refugees",
        "percent",
        "tonnes",
        "tons",
        "dollars",
        "euros",
        "residents",
        "families",
        "casualties",
        "guns",
        "aircraft",
        "units",
        "cases",
        "children",
        "bodies",
        "hryvnias",
        "feet",
        "acres",
        "yards",
        "pounds",
        "kilograms",
        "kg",
    ]
)
"""Words that show the number before them to be a count, not a year."""
