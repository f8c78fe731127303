"""What no map, count or calendar can settle, and what would be needed for the rest.

Every claim leaves the program with at least one finding: where nothing could be held against
it, that is said with the reason, since silence would look like agreement.
"""

from __future__ import annotations

from collections.abc import Set

from groundcheck.checks.wording import listed
from groundcheck.model import Claim, Finding, Step
from groundcheck.text.shares import open_shares

_BY_KIND = {
    "opinion": "it gives no place, figure or day of ground that could be measured",
    "forecast": "it speaks of what is to come, and no map or count of it exists yet",
    "status": "a legal or political status follows from law and recognition, not from a map",
}
_BY_CERTAINTY = {
    "forecast": "it speaks of what is to come, and no map or count of it exists yet",
    "demanded": "it is a demand: it says what ought to be, not what is",
}
_DENIED = "it is a denial, and no dated series is at hand that speaks of what was denied"

_NEEDED = {
    "control": "a control layer that covers {where} of {when}",
    "change": "maps of one control layer that covers {where}, at the start and the end of {when}",
    "capture": "a control layer with outlines that shows {where} before and after {when}",
    "share": "the size of the whole that it is a part of, from a source of its own",
    "count": "a count of the same thing by another source",
    "event": "a dated record of the event from another source",
}


def not_checkable(claim: Claim) -> str | None:
    """Why nothing could settle the claim, ``None`` where something could."""
    return _BY_KIND.get(claim.kind) or _BY_CERTAINTY.get(claim.certainty)


def explain(claim: Claim, answered: Set[str]) -> Finding | None:
    """The finding on a claim that nothing can settle, or that nothing at hand has answered.

    ``answered`` holds the ids of the claims whose proposition another check has spoken to.
    """
    reason = not_checkable(claim)
    if reason is None and claim.id in answered:
        return None
    if reason is None and claim.certainty == "denied":
        reason = _DENIED
    if reason is not None:
        return Finding(
            claim=claim.id,
            check="checkability",
            verdict="not checkable",
            summary=f"Not checkable: {reason}",
            working=(Step("ask what would settle it", (claim.text,), reason),),
        )
    needed = needs(claim)
    bare = "" if claim.places or claim.quantities else "the words give no place and no figure; "
    if not claim.quantities and open_shares(claim.text):
        bare = "the words speak of a percentage and give no figure; "
    return Finding(
        claim=claim.id,
        check="checkability",
        verdict="not covered",
        summary=f"Not covered: {bare}it would take {needed}",
        working=(Step("ask what would settle it", (claim.text,), needed),),
    )


def needs(claim: Claim) -> str:
    """What would be needed to hold the claim against something, in plain words."""
    where = listed(tuple(place.name for place in claim.places)) or "the place it speaks of"
    when = "that time"
    if claim.when is not None and claim.when.resolved:
        when = str(claim.when.edtf)
    return _NEEDED.get(claim.kind, "another source").format(where=where, when=when)
