"""Two sets of brat annotations of the same texts, whatever their labels."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence

from groundcheck.evaluation.counts import Counts, compared, total
from groundcheck.evaluation.tokens import Tokens
from groundcheck.publish.standoff import Standoff

ALL = "all"
_NUMBER = re.compile(r"(?<=\D)\d+$")
_ATTRIBUTES = ("A", "M")

Sets = dict[tuple[str, str], set[Hashable]]


def score(texts: Sequence[tuple[str, Standoff, Standoff]]) -> Mapping[str, Counts]:
    """Counts for each label, over texts with the annotations wanted and given.

    Rows are ``spans.LABEL`` (all pieces exactly the same), ``tokens.LABEL``, ``links.KIND`` (an
    event or relation whose trigger and arguments have the same words, numbers of roles aside)
    and ``attributes.NAME`` (the same value of the same thing), and of each ``all`` together. A
    label that is never wanted is left out: whoever does not know it says nothing about it.
    """
    rows: dict[tuple[str, str], Counts] = {}
    for text, wanted, given in texts:
        tokens = Tokens(text)
        one, other = _sets(tokens, wanted), _sets(tokens, given)
        for row in one | other:
            counts = compared(one.get(row, set()), other.get(row, set()))
            rows[row] = rows.get(row, Counts()) + counts
    table: dict[str, Counts] = {}
    wanted_rows = [row for row, counts in rows.items() if counts.wanted]
    for group in ("spans", "tokens", "links", "attributes"):
        labels = sorted(label for kind, label in wanted_rows if kind == group)
        table |= {f"{group}.{label}": rows[group, label] for label in labels}
        if labels:
            table[f"{group}.{ALL}"] = total(rows[group, label] for label in labels)
    return table


def _sets(tokens: Tokens, standoff: Standoff) -> Sets:
    found: Sets = {}
    keys: dict[str, Hashable] = {}
    for entity in standoff.entities:
        spans = tuple(sorted(entity.spans))
        keys[entity.id] = entity.kind, spans
        found.setdefault(("spans", entity.kind), set()).add(spans)
        found.setdefault(("tokens", entity.kind), set()).update(tokens.within(spans))
    for link in standoff.links:
        # What plays a part in an event may be another event: it is known by its trigger.
        keys[link.id] = link.kind, keys.get(link.trigger or "")
    for link in standoff.links:
        played = frozenset((_NUMBER.sub("", role), keys[target]) for role, target in link.arguments)
        trigger = keys.get(link.trigger or "")
        found.setdefault(("links", link.kind), set()).add((trigger, played))
    for remark in standoff.remarks:
        if remark.id.startswith(_ATTRIBUTES):
            said = keys.get(remark.target), remark.value
            found.setdefault(("attributes", remark.kind), set()).add(said)
    return found
