"""Whether a capital's name stands for the state or is the town, by the words round it."""

from __future__ import annotations

from groundcheck.geo.cues import TOWN_AFTER, TOWN_BEFORE
from groundcheck.geo.words import Words


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What states do and towns do not; regular forms are made from the stem.
_REGULAR = (
    "accept accuse acknowledge add admit advance agree aim allege allow announce annex answer ask "
    "assert attack attempt back ban blame block call cede claim condemn confirm consider control "
    "count counter decide declare declin demand deny denounce deploy describe dismiss dispute drop "
    "end estimate expect express face fear fire formalize formalise gain grant halt hope impose "
    "insist intend invade invit issue launch lack maintain mass move need negotiate note object "
    "occupy offer oppose order plan pledge point prefer prepare present press pressure proclaim "
    "promise propose protest pull push put quit raise recall receive recognise recognize refus "
    "regain regard reject release remain renounce repeat reply report request respond retain "
    "reveal rule say seek seiz send sign signal stop suffer suggest summon support suspect suspend "
    "threaten treat try urge use view vow want warn welcome work worry boast concede caution "
    "commit contend reckon insist defend desire claw bomb shell strike bombard struggle step "
    "portray stress target wage wield pour provide supply arm fund finance reinforce regroup "
    "retaliate sanction train mobilise mobilize conscript cancel abandon cross pursue share"
)
_IRREGULAR = _words(
    "says said saying say held holds hold holding took takes take taking taken lost loses lose "
    "losing gave gives give giving given made makes make making won wins win winning kept keeps "
    "keep keeping sent sends sending told tells tell telling knew knows know thought thinks think "
    "sought seeks seeking saw sees see left leaves leave leaving withdrew withdraws withdraw "
    "withdrawing withdrawn broke breaks break broken began begins begin struck strikes striking "
    "put puts putting let lets set sets cut cuts met meets meeting got gets get getting gotten "
    "brought brings bring bringing spent spends drew draws draw drawn drove drives drive driven "
    "overran overruns overrun understood understands fights fought fight fighting bought buys "
    "paid pays pay built builds build building found finds find fell spoke speaks speak went goes "
    "go going came comes come wrote writes write written tried tries denies denied deny replied "
    "replies occupies occupied supplies supplied seizes seized refuses refused refusing seizing "
    "invited invites declines declined declining wanted committed controlled controls controlling "
    "dropped dropping stopped stopping planned planning quitting regained annexes annexed"
)


def _forms(stem: str) -> tuple[str, ...]:
    root = stem[:-1] if stem.endswith(("e", "y")) else stem
    third = f"{root}ies" if stem.endswith("y") else f"{stem}s"
    past = f"{root}ied" if stem.endswith("y") else f"{root}ed"
    ing = f"{stem}ing" if stem.endswith("y") else f"{root}ing"
    return stem, third, f"{stem}es", past, ing, f"{root}ies"


_ACTS = _IRREGULAR | frozenset(f for stem in _REGULAR.split() for f in _forms(stem))
_ADVERBS = _words(
    "now also still then already later again never long once soon not however reportedly "
    "repeatedly officially publicly formally initially previously currently effectively "
    "immediately finally quickly consistently even itself too only just in fact yet"
)
_MODALS = _words(
    "has had have having may might will would can could should must shall does did do cannot "
    "hasn hadn won wouldn can couldn doesn didn"
)
_BE = _words("is was are were being")
# Before the name: what is done to a state or by one.
_BEFORE_STATE = _words(
    "by with against between told tells urged urges accused accuses pressed asked asks forced "
    "forces pro anti does did do blamed blames warned warns offered allow allows obliges gave "
    "helped helps helping support supports supporting supported"
)
# "Moscow-backed", "Kyiv-held", "the Kyiv regime".
_AFTER_STATE = _words(
    "backed installed controlled held appointed aligned led occupied imposed armed friendly "
    "regime government authorities officials leadership junta troops forces army military general "
    "ministry administration's proxies diplomats negotiators generals side"
)
_TOWN_VERBS = _words("fell")
_NEAR = _words(
    "in from near to on of at towards toward around outside inside over into through via across "
    "beyond leaving reach reached enter entered under"
)
_LEFT = _words("leave leaves left leaving")


def _acts(words: Words, i: int) -> bool:
    """Whether the words from ``i`` on are the deed of whoever stands before them."""
    for _ in range(3):
        if words.key(i) in _ADVERBS or words.key(i).endswith("ly"):
            i += 1
    key = words.key(i)
    if key in _BE:
        while words.key(i + 1) in _ADVERBS:
            i += 1
        return words.key(i + 1).endswith("ing") and words.key(i + 1) in _ACTS
    if key in _MODALS:
        i += 1
        while words.key(i) in _ADVERBS or words.key(i) in {"t", "long"}:
            i += 1
        if words.key(i) == "have":
            i += 1
        if words.key(i) in {"be", "been"}:
            return words.key(i + 1).endswith("ing")
        return words.key(i) in _ACTS
    if key.startswith("remain") and words.key(i + 1) in {"in", "under", "with"}:
        return False
    return key in _ACTS and key not in _TOWN_VERBS


def stands_for_state(words: Words, start: int, end: int) -> bool:
    """Whether the capital at words ``start``..``end`` is the state: it acts, owns or is acted on.

    "Moscow says", "Moscow's forces", "Moscow, which annexed", "does Moscow want", "Moscow and
    Kyiv agreed", "Kyiv-held" are the state; "in Moscow", "Moscow's suburbs" the town.
    """
    before = words.key(start - 1) if words.joined(start - 1) else ""
    after, gap = words.key(end), words.gap(end - 1).strip()
    if after == "s" and gap and words.joined(end - 1):
        return _owns(words, end + 1, before)
    if before == "to" and words.key(start - 2) == "according":
        return True
    if before in _BEFORE_STATE and after not in TOWN_AFTER:
        return True
    if before == "and" and "between" in words.keys[max(0, start - 5) : start - 1]:
        return True
    if before in _LEFT and after == "with":
        return True
    if before in _NEAR:
        return False
    if gap == "-" or (gap == "" and after in _AFTER_STATE):
        return after in _AFTER_STATE
    if gap == ",":
        return after in {"which", "however", "meanwhile"} and _acts(words, end + 1)
    if gap == "" and after in {"and", "or"} and words.capital(end + 1):
        return _acts(words, end + 2) and before not in {"in", "of"}
    return gap == "" and _acts(words, end)


def _owns(words: Words, i: int, before: str) -> bool:
    """Whether what is owned from word ``i`` on is a state's: "Moscow's forces", not its streets."""
    if before in _NEAR and words.capital(i):
        return False
    return not any(words.key(k) in TOWN_AFTER | TOWN_BEFORE for k in range(i, i + 3))
