"""Paragraphs without a claim: weather, talks, aid, roads, markets, how people live."""

from __future__ import annotations

import re
from random import Random

_SLOTS: dict[str, tuple[str, ...]] = {
    "who": tuple(
        "residents|shopkeepers|drivers|teachers|farmers|aid workers|doctors|traders|families"
        "|nurses|students|volunteers|elders|bakers|mechanics|pensioners".split("|")
    ),
    "adj": tuple(
        "cautious|weary|guarded|uneasy|hopeful|tense|sombre|resigned|anxious|quiet".split("|")
    ),
    "time": tuple(
        "in the morning|after dark|at first light|by noon|late in the evening|through the night"
        "|before dawn|around midday|during the afternoon".split("|")
    ),
    "weather": tuple(
        "heavy rain|thick fog|a cold wind|blowing dust|a late frost|low cloud|a dry heat|sleet"
        "|a thunderstorm|drizzle".split("|")
    ),
    "road": tuple(
        "the main road|the old highway|the ring road|the track along the river|the road to the"
        " border|the mountain road|the railway line|the bridge by the mill".split("|")
    ),
    "good": tuple(
        "flour|cooking oil|diesel|medicine|sugar|rice|charcoal|blankets|drinking water|candles"
        "|seed|salt|bottled gas|soap".split("|")
    ),
    "city": tuple(
        "Geneva|Vienna|Doha|Oslo|Muscat|Brussels|New York|Lisbon|Helsinki|Tunis|Montevideo|Madrid"
        "|Luxembourg|Cape Town".split("|")
    ),
    "envoy": tuple(
        "diplomats|mediators|envoys|negotiators|delegates|advisers|observers".split("|")
    ),
    "topic": tuple(
        "a pause in the violence|the exchange of prisoners|safe passage for convoys|the reopening"
        " of schools|a joint commission|the return of the displaced|grain exports|the future of"
        " the port|the upkeep of the dam|customs duties".split("|")
    ),
    "place": tuple(
        "the market|the hospital|the bus station|the school yard|the grain store|the mosque"
        "|the church|the pumping station|the library|the town hall|the clinic|the bakery".split("|")
    ),
    "mood": tuple(
        "nobody knew how long that would last|few expected an early end|most had stopped following"
        " the news|people spoke little about what came next|many kept a bag packed by the door"
        "|the talk was mostly of prices|some were already planning for the winter".split("|")
    ),
    "thing": tuple(
        "electricity|the telephone network|running water|the internet|street lighting|heating"
        "|the bus service|rubbish collection".split("|")
    ),
    "season": (
        "spring",
        "summer",
        "autumn",
        "winter",
        "planting season",
        "harvest",
        "rainy season",
    ),
    "also": ("meanwhile", "all the same", "even so", "by contrast", "as before", "once again"),
}
_SENTENCES = (
    "{weather^} settled over the area {time}, and {road} was hard to use.",
    "{who^} queued for {good} outside {place} {time}.",
    "The price of {good} has risen again, {also}, and {good2} is scarce.",
    "{envoy^} met in {city} to talk about {topic}, without a result.",
    "Talks in {city} on {topic} are due to resume next month.",
    "In {city}, {envoy} were {adj} about the chances of an agreement on {topic}.",
    "{thing^} went off {time} and came back only in parts.",
    "{who^} swept broken glass from the steps of {place} {time}.",
    "{road^} was closed to traffic {time} because of {weather}.",
    "The mood among {who} was {adj}, and {mood}.",
    "Lorries with {good} and {good2} waited at the checkpoint {time}.",
    "At {place}, {who} handed out {good} to those who had walked in from the countryside.",
    "The {season} has been a hard one for {who}, and {mood}.",
    "A shipment of {good} was unloaded {time} and taken to {place}.",
    "{who^} and {who2} have been repairing {place} since the end of the {season}.",
    "There was no independent way to check the account.",
    "The accounts could not be verified independently.",
    "Both sides have often given figures that could not be checked.",
    "Journalists have little access to the area, and {thing} is unreliable.",
    "A convoy with {good} turned back because of {weather} on {road}.",
    "The discussion of {topic} in {city} has been put off more than once.",
    "Schools stayed shut {time}, and children played near {place}.",
    "{envoy^} in {city} called for patience and spoke of {topic}.",
    "{who^} complained that {thing} had not worked since the {season}.",
    "Around {place}, life went on {time} much as it had in the {season}.",
    "For {who}, the question of {topic} matters less than the price of {good}.",
    "Nothing was said about casualties.",
    "No further details were given.",
    "The statement gave no details, and questions sent by email went unanswered.",
    "The smell of smoke hung over {place} {time}, while {who} waited for {good}.",
    "Analysts are {adj} and point to {weather} and the state of {road}.",
    "Fewer {who} are to be seen near {place} since the {season} began.",
    "{envoy^} from several countries arrived in {city} to prepare a paper on {topic}.",
    "Of all that people lack, {good} and {thing} come up most often in conversations with {who}.",
    "A fund for {who} was set up in {city}, though {mood}.",
    "The harvest of the last {season} was poor, and {good} has to be brought in by {road}.",
    "Old maps of the area hang in {place}, where {who} meet {time}.",
    "A concert planned at {place} was put off until after the {season}.",
    "{weather^} is forecast for the coming days, which will not make {road} easier to pass.",
    "Those who stayed, most of them {who}, rely on {good} sent by relatives.",
    "{who^} say that {thing} is the first thing they check {time}.",
    "The war has worn down {who} and {who2} alike, and {mood}.",
    "Letters about {topic} have been going back and forth between {city} and {city2} for weeks.",
    "A ferry with {good} on board was held up {time} by {weather}.",
    "Outside {place}, {who} were selling {good} from the back of a van.",
    "Insurance for lorries on {road} costs more than the {good} they carry.",
    "{adj^} voices were heard {time} from {envoy} who had hoped for progress on {topic}.",
    "Nobody at {place} wanted to give a name.",
    "Pictures from {place} showed {who} clearing rubble {time}.",
    "The paper on {topic} was drawn up in {city2} and has yet to be signed in {city}.",
)


_SLOT = re.compile(r"\{([a-z]+)(2?)(\^?)\}")


def sentence(rng: Random) -> str:
    """One sentence."""
    return _filled(rng, rng.choice(_SENTENCES))


def paragraph(rng: Random, words: int) -> str:
    """Different sentences of about so many words in all, at least one."""
    said: list[str] = []
    for shape in rng.sample(_SENTENCES, len(_SENTENCES)):
        said.append(_filled(rng, shape))
        if sum(len(one.split()) for one in said) >= words:
            break
    return " ".join(said)


def _filled(rng: Random, shape: str) -> str:
    used: dict[str, str] = {}

    def word(found: re.Match[str]) -> str:
        name, second, capital = found.groups()
        chosen = rng.choice([one for one in _SLOTS[name] if one != used.get(name)])
        if not second:
            used[name] = chosen
        return chosen[0].upper() + chosen[1:] if capital else chosen

    return _SLOT.sub(word, shape)
