"""Counted nouns: which name people or settlements, and the singular of the rest."""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


PEOPLE = _words(
    """people person persons resident residents soldier soldiers troop troops serviceman servicemen
    servicewoman servicewomen servicemember servicemembers man men woman women prisoner
    prisoners pow pows child children boy boys girl girls baby babies infant infants civilian
    civilians fighter fighters militant militants officer officers official officials refugee
    refugees migrant migrants idp idps dead killed wounded injured missing casualty
    casualties fatality fatalities death deaths life lives victim victims survivor survivors
    worker workers inhabitant inhabitants citizen citizens villager villagers rebel rebels
    insurgent insurgents mercenary mercenaries volunteer volunteers recruit recruits
    conscript conscripts reservist reservists hostage hostages captive captives detainee
    detainees evacuee evacuees returnee returnees commander commanders general generals
    policeman policemen police medic medics doctor doctors nurse nurses patient patients
    journalist journalists reporter reporters pilot pilots sailor sailors marine marines
    paratrooper paratroopers infantryman infantrymen guard guards guardsman guardsmen
    terrorist terrorists gunman gunmen attacker attackers defender defenders protester
    protesters demonstrator demonstrators pupil pupils student students teacher teachers
    pensioner pensioners employee employees engineer engineers rescuer rescuers firefighter
    firefighters driver drivers farmer farmers voter voters passenger passengers leader
    leaders minister ministers deputy deputies lawmaker lawmakers senator senators diplomat
    diplomats analyst analysts expert experts observer observers peacekeeper peacekeepers
    crewman crewmen crewmember crewmembers member members personnel manpower combatant
    combatants operative operatives separatist separatists deserter deserters saboteur
    saboteurs sniper snipers trainer trainers adviser advisers advisor advisors instructor
    instructors soul souls adult adults elder elders orphan orphans parent parents mother
    mothers father fathers brother brothers sister sisters son sons daughter daughters
    tribesman tribesmen clansman clansmen herder herders miner miners trader traders tourist
    tourists foreigner foreigners national nationals partisan partisans guerrilla guerrillas
    jihadist jihadists islamist islamists militiaman militiamen legionnaire legionnaires
    invader invaders occupier occupiers respondent respondents witness witnesses inmate
    inmates abductee abductees"""
)
"""Nouns that count people, singular and plural, and participles that stand for them."""

PEOPLE_PLURAL = _words(
    """people men women servicemen servicewomen children police personnel manpower dead killed
    wounded injured missing policemen infantrymen guardsmen gunmen crewmen tribesmen clansmen
    militiamen"""
)
"""Words of ``PEOPLE`` that are plural without an -s."""

SETTLEMENTS = _words(
    """settlement settlements village villages town towns city cities locality localities community
    communities hamlet hamlets"""
)
"""Nouns that count inhabited places."""

DEMONYM_ENDINGS = ("ans", "ians", "ese", "men", "ites", "ards", "is")
DEMONYMS = _words(
    """rohingya kurds arabs turks poles czechs serbs croats greeks finns danes swedes scots druze
    yazidis alawites tuareg tuaregs hazaras pashtuns tajiks uzbeks tatars cossacks britons
    yemenis israelis iraqis pakistanis saudis azeris chechens balts muslims christians jews
    bedouin bedouins fulani houthis talibs taliban wagnerites azovites spaniards russians
    ukrainians filipinos thais shan karen kachin chin slovaks slovenes bulgars lao afghans"""
)
"""Names of peoples (lower case), which count people whatever the ending."""

INVARIANT = _words(
    """aircraft spacecraft hovercraft sheep cattle livestock fish deer himars artillery"""
)
"""Nouns whose plural is their singular."""

IRREGULAR = {
    "men": "man", "women": "woman", "feet": "foot", "lives": "life", "knives": "knife",
    "wolves": "wolf", "halves": "half", "leaves": "leaf", "mice": "mouse", "geese": "goose",
    "buses": "bus", "gases": "gas", "crises": "crisis", "bases": "base", "axes": "axis",
    "movies": "movie", "ties": "tie", "caches": "cache", "echoes": "echo", "heroes": "hero",
    "horses": "horse", "houses": "house", "headquarters": "headquarters", "series": "series",
    "barracks": "barracks", "means": "means", "crossroads": "crossroads", "statuses": "status",
    "viruses": "virus", "campuses": "campus", "corpses": "corpse", "potatoes": "potato",
    "tornadoes": "tornado", "torpedoes": "torpedo", "embargoes": "embargo",
}  # fmt: skip

NOT_PLURAL = _words(
    """has was is does his this its us as yes less plus perhaps always across towards besides
    afterwards thus versus minus says goes theirs ours hers yours news whereas unless
    regardless sometimes nowadays overseas upwards downwards backwards forwards eastwards
    westwards southwards northwards indoors outdoors previous various famous serious
    dangerous numerous religious precious vs alias gas bus bias chaos status focus campus
    virus political enormous mountainous indigenous continuous"""
)
"""Words in -s that are no plural noun."""

STOP = _words(
    """of in on at to from by with for and or but that which who whom whose where when while as than
    since until till after before during under over near around across along between among
    amid against about into onto upon out off up down through throughout within without per
    via towards toward beyond behind above below despite because so if then there here not no
    nor yet he she it they we you i his her its their our my your him them us me this these
    those the a an each both either neither is are was were be been being am has have had
    having do does did will would shall should may might can could must said says say told
    tells tell wrote writes added adds claimed claims reported reports according ago later
    earlier more altogether total away apart alone together again already still now today
    yesterday tomorrow tonight also only even just too very alive respectively combined wide
    long deep high tall old thick i.e e.g vs versus compared equal such like others"""
)
"""Words at which a counted noun phrase ends."""

COUNTED = _words(
    """tank drone missile rocket bomb shell helicopter jet plane vehicle truck ship boat bridge gun
    howitzer mortar launcher system depot base post bunker position building house home
    school hospital district region province county state governorate township oblast
    territory island brigade battalion regiment division company unit attack strike airstrike
    raid assault sortie command grave station plant refinery factory airfield airport port"""
)
"""Singular nouns that may follow a plain "one"."""

PASSED_OVER = _words("""more other further additional new different another""")
"""Words between a number and its noun that add nothing: "eleven more villages"."""


def singular(noun: str) -> str:
    """The singular of a plural noun, in lower case; a word that is none comes back as it is.

    >>> singular("missiles"), singular("batteries"), singular("aircraft")
    ('missile', 'battery', 'aircraft')
    """
    word = noun.lower()
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word in INVARIANT or not is_plural(word):
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def is_plural(word: str) -> bool:
    """Whether a word looks like the plural of a noun."""
    word = word.lower()
    if word in IRREGULAR or word in INVARIANT:
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is"))
        and word not in NOT_PLURAL
    )


def unit_for(noun: str) -> str:
    """The unit that a counted noun gives: ``people``, ``settlements`` or its singular."""
    word = noun.lower()
    if word in PEOPLE or word in DEMONYMS:
        return "people"
    if (
        noun[:1].isupper()
        and noun[1:].islower()
        and word.endswith(DEMONYM_ENDINGS)
        and len(word) > 5
    ):
        return "people"
    return "settlements" if word in SETTLEMENTS else singular(word)
