"""The common nouns that stand for a party, as patterns: "the army", "police", "the rebels"."""

from __future__ import annotations

import re

FIGHTERS = (
    r"(?:group|rebels?|fighters?|militants?|gunm[ae]n|guerrillas?|insurgents?|insurgency|"
    r"militia(?:s|m[ae]n)?|gangs?|gangsters|cartels?|factions?|movement|jihadists?|terrorists?|"
    r"separatists?|mujahideen|paramilitar(?:y|ies)|tribesmen|squads?|members|warlords?)"
)
FORCES = r"(?:forces|force|troops|soldiers|units|army|mission|coalition)"
_STATE_SIDE = (
    r"(?:(?:pro-)?government|federal|state|national|regular|regime|loyalist|central\s+government|"
    r"republican|security|armed)"
)
GENERIC = re.compile(
    rf"\b(?:(?P<army>{_STATE_SIDE}\s+(?:troops|forces|soldiers|units|army)|army|military(?:\s+council)?|"
    r"junta|generals|air\s+force|navy|high\s+command|(?:defen[cs]e|ground|land|special)\s+forces|"
    r"national\s+(?:army|guard))"
    r"|(?P<police>(?:(?:national|federal|riot|local)\s+)?police|gendarmes|gendarmerie|coast\s+guards?)"
    r"|(?P<state>state(?=\s+(?:control|hands|authority))|(?:the|federal|central|national)\s+authorities)"
    r"|(?P<government>government|regime)"
    r"|(?P<enemy>enemy|adversary|opponent|opposing\s+side|invaders?|occupiers|occupying\s+army|other\s+side|"
    r"mercenaries)"
    r"|(?P<group>group|movement|militia|paramilitar(?:y|ies)|council|front|alliance|coalition|"
    r"resistance(?!\s+(?:groups|forces|fighters|units|to)))"
    r"|(?P<side>(?:rebel|jihadist|insurgent|militant|separatist|guerrilla|opposition|gang)(?=\s+(?:hands|control|rule)\b))"
    r"|(?P<loose>(?:(?:armed|ethnic|local|opposition|resistance|rebel|separatist|southern|northern|"
    r"islamist|jihadist|tribal|clan|drug|criminal|street)\s+)*(?:armies\s+and\s+resistance\s+groups|"
    r"armed\s+groups|rebels?|separatists|insurgents?|militants|terrorists|guerrillas|gunmen|gangs?|cartels|"
    r"bandits|vigilantes|tribes|tribesmen|opposition(?:\s+(?:factions|forces|fighters))?|"
    r"resistance\s+(?:groups|forces|fighters)|ethnic\s+armies|factions|jihadists|militias|tribal\s+alliance|"
    r"forces\s+fighting\s+the\s+\w+|opponents\s+of\s+the\s+(?:army|junta|government))))\b",
    re.IGNORECASE,
)
# Words for whoever fights the state, which say no more than the group that was named does.
ANY_GROUP = (
    "rebel",
    "rebels",
    "militants",
    "jihadists",
    "insurgent",
    "insurgents",
    "separatists",
    "terrorists",
    "guerrillas",
    "islamist militants",
    "islamist insurgents",
    "gunmen",
    "factions",
)
