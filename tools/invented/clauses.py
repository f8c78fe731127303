"""Ways to say a claim: clauses about who holds or took how much, and what.

``{a}`` are the fighters of a side (plural), ``{b}`` those of the other, ``{f}`` the figure, ``{r}``
the region, ``{n}`` the town, ``{t}`` the time with a space before it, or nothing.
"""

from __future__ import annotations

from invented.model import Matter

SHARE = (
    "{a} now control {f} of {r}",
    "{a} hold {f} of {r}",
    "{a} control {f} of {r}",
    "{a} were holding {f} of {r}",
    "{f} of {r} is now in the hands of {a}",
    "{f} of {r} is under the control of {a}",
    "{f} of {r} is controlled by {a}",
    "{f} of the territory of {r} is held by {a}",
    "{a} have brought {f} of {r} under their control",
    "{a} occupy {f} of {r}",
    "{a} are in control of {f} of the territory of {r}",
    "{a} have extended their control to {f} of {r}",
    "{a} have {f} of {r} in their hands",
    "control of {f} of {r} has passed to {a}",
    "{a} are now in possession of {f} of {r}",
    "the part of {r} that {a} hold stands at {f}",
)
SHARE_AS_OF = (
    "{a} controlled {f} of {r}{t}",
    "{a} held {f} of {r}{t}",
    "{f} of {r} was in the hands of {a}{t}",
    "{f} of {r} was controlled by {a}{t}",
    "{f} of the territory of {r} was held by {a}{t}",
    "{a} were in control of {f} of {r}{t}",
    "{a} occupied {f} of {r}{t}",
    "{a} had {f} of {r} in their hands{t}",
)
TAKEN = (
    "{a} took {f} in {r}{t}",
    "{a} captured {f} of territory in {r}{t}",
    "{a} seized {f} of land in {r}{t}",
    "{a} gained {f} in {r}{t}",
    "{a} occupied {f} in {r}{t}",
    "{a} overran {f} of {r}{t}",
    "{f} of ground in {r} passed to {a}{t}",
    "{f} of {r} fell to {a}{t}",
    "{a} brought {f} of {r} under their control{t}",
    "{a} took control of {f} in {r}{t}",
    "{a} conquered {f} of {r}{t}",
    "{a} made gains of {f} in {r}{t}",
    "{f} in {r} came under the control of {a}{t}",
    "{a} wrested {f} in {r} from {b}{t}",
    "the gains of {a} in {r} came to {f}{t}",
)
LOST = (
    "{a} lost {f} in {r}{t}",
    "{a} lost {f} of territory in {r}{t}",
    "{a} lost control of {f} in {r}{t}",
    "{a} gave up {f} in {r}{t}",
    "{a} ceded {f} of {r}{t}",
    "{a} withdrew from {f} in {r}{t}",
    "{a} were driven from {f} of {r}{t}",
    "{a} were pushed out of {f} in {r}{t}",
    "{a} abandoned {f} of {r}{t}",
    "{a} surrendered {f} in {r}{t}",
    "{a} suffered the loss of {f} in {r}{t}",
    "{a} retreated from {f} in {r}{t}",
)
SEIZED = (
    "{a} captured {f} in {r}{t}",
    "{a} took {f} in {r}{t}",
    "{a} seized {f} in {r}{t}",
    "{a} took control of {f} in {r}{t}",
    "{f} in {r} fell to {a}{t}",
    "{f} in {r} were captured by {a}{t}",
    "{a} overran {f} in {r}{t}",
    "{a} occupied {f} in {r}{t}",
    "{a} brought {f} in {r} under their control{t}",
    "{f} in {r} came under the control of {a}{t}",
    "{f} in {r} passed into the hands of {a}{t}",
    "{a} wrested {f} in {r} from {b}{t}",
    "{a} gained control of {f} in {r}{t}",
    "{f} in {r} were taken by {a}{t}",
)
HELD = (
    "{a} control {f} in {r}",
    "{a} hold {f} in {r}",
    "{a} now hold {f} in {r}",
    "{f} in {r} are under the control of {a}",
    "{f} in {r} are in the hands of {a}",
    "{f} in {r} are controlled by {a}",
    "{f} in {r} are held by {a}",
    "{a} are in control of {f} in {r}",
    "{a} occupy {f} in {r}",
    "{a} have {f} in {r} in their hands",
    "{a} are now in possession of {f} in {r}",
    "{a} keep {f} in {r} under their control",
)
CAPTURE = (
    "{a} captured {n}{t}",
    "{a} took {n}{t}",
    "{a} seized {n}{t}",
    "{a} took control of {n}{t}",
    "{a} took full control of {n}{t}",
    "{n} fell to {a}{t}",
    "{a} overran {n}{t}",
    "{a} stormed and captured {n}{t}",
    "{n} was captured by {a}{t}",
    "{n} was taken by {a}{t}",
    "{a} wrested {n} from {b}{t}",
    "{a} completed the capture of {n}{t}",
    "{a} drove {b} out of {n}{t}",
    "{a} gained control of {n}{t}",
    "{n} passed into the hands of {a}{t}",
    "{n} came under the control of {a}{t}",
)
_HAD = (
    ("were captured", "had been captured"), ("was captured", "had been captured"),
    ("was taken", "had been taken"), ("fell", "had fallen"), ("took", "had taken"),
    ("overran", "had overrun"), ("stormed and captured", "had stormed and captured"),
    ("drove", "had driven"), ("came", "had come"), ("captured", "had captured"),
    ("seized", "had seized"), ("wrested", "had wrested"), ("completed", "had completed"),
    ("gained", "had gained"), ("passed", "had passed"),
)  # fmt: skip

CLAUSES: dict[Matter, tuple[str, ...]] = {
    "share": SHARE,
    "taken": TAKEN,
    "lost": LOST,
    "seized": SEIZED,
    "held": HELD,
    "capture": CAPTURE,
}

# ``{s}`` is the source, ``{d}`` the day of saying with a space before it, ``{c}`` a clause in the
# past perfect, ``{a}`` and ``{n}`` as above.
DENIALS = (
    "{s} denied{d} that {c}.",
    "{s} denied that {c}.",
    "{s} rejected the claim that {c}.",
    "{s} rejected reports that {c}.",
    "{s} dismissed the claim that {c}.",
    "{s} disputed that {c}.",
    "{s} said{d} that {a} had not captured {n}.",
    "“{A} have not taken {n},” {s} said{d}.",
    "{N} has not been captured by {a}, {s} said{d}.",
    "{s} said it was not true that {c}.",
    "{s} denied{d} the capture of {n} by {a}.",
    "{s} said{d} that {n} had not fallen to {a}.",
    "“{N} has not fallen to {a},” {s} said{d}.",
    "{s} called the claim that {c} false.",
)


def perfect(clause: str) -> str:
    """The clause, which is in the simple past, in the past perfect."""
    for simple, had in _HAD:
        if f" {simple} " in clause:
            return clause.replace(f" {simple} ", f" {had} ", 1)
    return clause
