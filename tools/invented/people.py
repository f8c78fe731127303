"""Who speaks and who carries it: invented persons, watchers and outlets."""

from __future__ import annotations

from random import Random

# Given names of men, of women, and family names, by pool. All combinations are invented.
_NAMES: dict[str, tuple[str, str, str]] = {
    "slavic": (
        "Oleh Viktor Taras Bohdan Maksym Ruslan Vadym Artem Pavlo Denys Serhii Yurii Hlib Andrii"
        " Roman Ostap",
        "Oksana Iryna Halyna Daryna Lesia Solomiia Nadiia Larysa",
        "Marchenko Horobets Tkachuk Sydorchuk Velychko Prykhodko Sazonov Demchuk Yarovyi Kolisnyk"
        " Zabolotny Hrytsenko Palamar Verbytsky Stetsiuk Lobanov Murashko Chornovil Dovhan Babych",
    ),
    "arabic": (
        "Tariq Hamid Idris Yasin Nabil Samir Faisal Munir Ziad Bashir Khalid Anwar Rashid Jamal"
        " Hisham Walid",
        "Amal Rania Hanan Salma Layla Nadia Widad Samira",
        "Abdelhadi Jaber Mansouri Qasimi Haddad Barakat Sulaiman Khoury Darwish Zaydan Nasrawi"
        " Shuaib Tamimi Rifai Othman Saqqaf Maqtari Bilal Habbash Fakhri",
    ),
    "burmese": (
        "Min Zaw Aung Thura Kyaw Htet Ye Naing Soe Tun",
        "Thiri Khin Nilar Moe Hnin Ei",
        "Lwin Htun Oo Thant Myat Hlaing Zeya Paing Nyunt Swe Thaung Win",
    ),
    "congolese": (
        "Augustin Célestin Prosper Dieudonné Fidèle Innocent Patrice Léon Gaston Sylvain",
        "Espérance Béatrice Joséphine Clarisse Odette Solange",
        "Mukendi Bahati Kalonji Mbuyi Tshilombo Byamungu Ndayisaba Lukusa Kasongo Mutombo Ilunga"
        " Banza Kitoko Muhindo",
    ),
    "ethiopian": (
        "Dawit Tesfaye Getachew Berhanu Mulugeta Yohannes Abebe Girma Solomon Tadesse Haile",
        "Meseret Tigist Almaz Hirut Selam Genet",
        "Worku Desta Alemu Bekele Negash Teshome Gebre Kassa Wolde Ayele Mengistu Zewde",
    ),
    "somali": (
        "Abdirahman Yusuf Liban Farah Mohamud Nur Bile Guled Dahir Cabdi Isse",
        "Hodan Ifrah Sahra Fadumo Amina Ubah",
        "Warsame Hirsi Gedi Roble Samatar Jimale Elmi Duale Abukar Hersi Kulmiye Afrah",
    ),
    "malian": (
        "Moussa Amadou Bakary Seydou Oumar Ibrahim Modibo Souleymane Cheick Drissa",
        "Aminata Fatoumata Kadiatou Rokia Assitan Mariam",
        "Coulibaly Diarra Traore Sissoko Dembele Sangare Konate Maiga Fofana Kone Samake Togola",
    ),
    "afghan": (
        "Habib Zalmai Nasim Farid Qadir Rahim Gulab Wahid Sharif Mirwais Latif",
        "Shukria Parwana Nargis Zohra Farzana Maliha",
        "Stanekzai Popal Wardaki Noorzai Sahak Hotak Arghandiwal Barakzai Safi Zadran Momand Andar",
    ),
    "nilotic": (
        "Deng Gatluak Lual Majok Ajak Koang Peter Simon Gabriel Santino",
        "Nyandeng Achol Nyakuma Rebecca Adut Abuk",
        "Gatwech Kuol Ayuel Bol Tut Lam Malual Akec Wani Ladu Biel Chuol",
    ),
}

_WATCHERS = (
    ("{} Monitor", "{} Institute", "{} Observatory", "{} Conflict Tracker", "{} Mapping Project"),
    "Halvorsen Kestrel Redfern Aldermoor Tamarisk Lindqvist Harrowgate Castellane Vireo Montclare"
    " Ashdown Brightwater Penhallow Steinmark Corvane Larkfield Osterby Wexcombe Dunmarrow"
    " Fairholt".split(),
)
_EXPERTS = (
    "military analyst|retired general|war studies lecturer|security researcher|defense analyst"
    "|conflict researcher"
).split("|")
_OFFICIALS = (
    "provincial official|regional council member|district administrator|relief coordinator"
    "|provincial council head|local administrator"
).split("|")

AGENCIES = (
    "Meridian News Agency",
    "Norwind Press",
    "Kestrel Wire",
    "Harbourline News",
    "Tricontinental Press",
    "Bluepeak Agency",
)
_TITLES = (
    "Courier Lantern Herald Dispatch Beacon Sentinel Chronicle Ledger Examiner Gazette".split()
)
_TOWNS = (
    "Harbour Northgate Millbrook Eastvale Silverton Redcliff Stonehaven Westmere Oakfield Larkhill"
    " Ferncastle Highmoor"
).split()
_MEDIA = (
    "Radio Halden|Meridian TV|Channel Nine|the Northgate Courier|the Daily Lantern|Radio Castell"
    "|the Evening Beacon|Horizon TV"
).split("|")
OUTLETS = tuple(f"{town} {title}" for title in _TITLES for town in _TOWNS)


class Speaker:
    """One who says something: the full name and the ways to bring it in and to come back to it."""

    def __init__(self, name: str, first: tuple[str, ...], again: tuple[str, ...], pronoun: str):
        self.name = name
        self.first = first
        self.again = again
        self.pronoun = pronoun


def person(rng: Random, pool: str, roles: tuple[str, ...]) -> Speaker:
    """An invented person in one of the roles."""
    men, women, families = (words.split() for words in _NAMES[pool])
    woman = rng.random() < 0.25
    name = f"{rng.choice(women if woman else men)} {rng.choice(families)}"
    role = rng.choice(roles)
    if woman:
        role = role.replace("spokesman", "spokeswoman")
    rank = role.split()[-1] if role.endswith(".") else ""
    plain = role.split(" Brig.")[0].split(" Maj.")[0].split(" Lt.")[0]
    plain = plain.removesuffix(f" {rank}") if rank else plain
    first = [f"{role} {name}"]
    if not role.startswith("the ") and not rank:
        first += [f"{name}, {_article(role)} {role},", f"{name}, {_article(role)} {role},"]
    elif not role.startswith("the "):
        first += [f"{name}, {_article(plain)} {plain},"]
    family = name.split(" ", 1)[1]
    return Speaker(name, tuple(first), (family,), "she" if woman else "he")


def body(name: str) -> Speaker:
    """A ministry, a staff, a movement: always called the same."""
    known = name.removeprefix("the ").removesuffix(" movement")
    return Speaker(known, (name,), (name,), "it")


def watcher(rng: Random) -> Speaker:
    """An invented body that watches a war from outside."""
    shapes, names = _WATCHERS
    name = rng.choice(shapes).format(rng.choice(names))
    first = (f"the {name}", f"the {name}, a monitoring group,", f"the {name}, a research group,")
    return Speaker(name, first, (f"the {name}",), "it")


def expert(rng: Random, pool: str) -> Speaker:
    """An invented person who belongs to no side."""
    return person(rng, pool, (*_EXPERTS, *_OFFICIALS))


def medium(rng: Random) -> str:
    """Where something is said to."""
    return rng.choice(_MEDIA)


def _article(word: str) -> str:
    spelled = word.split(maxsplit=1)[0].isupper() or word[:2].isupper() or word[1:2].isdigit()
    return "an" if word[0].lower() in ("aefhilmnorsx" if spelled else "aeio") else "a"
