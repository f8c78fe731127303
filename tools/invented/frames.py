"""Ways to say who says so.

``{s}`` is the source, ``{c}`` the clause, ``{C}`` the clause as a beginning, ``{d}`` the day with a
space before it, ``{D}`` the day as a beginning, ``{m}`` where it was said, ``{p}`` a pronoun.
"""

from __future__ import annotations

DATED = (
    "{C}, {s} said{d}.",
    "{C}, {s} said in a statement{d}.",
    "{s} said{d} that {c}.",
    "{s} said{d} that {c}.",
    "{s} said in a statement{d} that {c}.",
    "{s} reported{d} that {c}.",
    "{s} announced{d} that {c}.",
    "{s} stated{d} that {c}.",
    "“{C},” {s} said{d}.",
    "{D}, {s} said that {c}.",
    "{s} confirmed{d} that {c}.",
    "{C}, {s} reported{d}.",
    "{C}, {s} announced{d}.",
    "In a statement{d}, {s} said that {c}.",
    "{s} claimed{d} that {c}.",
)
PERSONAL = (
    "{s} told reporters{d} that {c}.",
    "{s} wrote on Telegram{d} that {c}.",
    "{s} said at a briefing{d} that {c}.",
    "“{C},” {s} told reporters{d}.",
    "Speaking to reporters{d}, {s} said that {c}.",
    "{s} briefed reporters{d}. {C}, {p} said.",
    "{s} spoke to reporters{d}. “{C},” {p} said.",
)
TO_MEDIUM = (
    "{s} told {m}{d} that {c}.",
    "“{C},” {s} told {m}{d}.",
    "In an interview with {m}{d}, {s} said that {c}.",
    "{s} said{d} in an interview with {m} that {c}.",
    "{C}, {s} told {m}{d}.",
    "{s} told {m}{d}: “{C}.”",
)
UNDATED = (
    "According to {s}, {c}.",
    "{C}, according to {s}.",
    "{C}, {s} says.",
    "By the account of {s}, {c}.",
)
