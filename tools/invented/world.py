"""Where the invented reports play: conflicts with their sides, regions and towns.

Sides, regions and towns exist; nothing that is said of them here was ever said.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Side:
    """One side: the names a reader may know it by, and how reports call its fighters (plural)."""

    names: tuple[str, ...]
    fighters: tuple[str, ...]
    roles: tuple[str, ...]
    body: str


@dataclass(frozen=True, slots=True)
class Region:
    """A region: its ISO 3166-2 code, its name, and what stands behind the name ("region")."""

    code: str
    name: str
    unit: str


@dataclass(frozen=True, slots=True)
class Theatre:
    """A conflict. ``datelines`` are cities that reports come from; ``names`` a pool of names."""

    country: str
    people: str
    datelines: tuple[str, ...]
    sides: tuple[Side, Side]
    regions: tuple[Region, ...]
    towns: tuple[tuple[str, str], ...]
    names: str


def _side(names: str, fighters: str, roles: str, body: str) -> Side:
    return Side(tuple(names.split("|")), tuple(fighters.split("|")), tuple(roles.split("|")), body)


def _regions(unit: str, rows: str) -> tuple[Region, ...]:
    return tuple(
        Region(code, name, unit)
        for code, _, name in (row.partition("=") for row in rows.split("|"))
    )


def _towns(rows: str) -> tuple[tuple[str, str], ...]:
    """Pairs of a town and the name of its region."""
    found = []
    for row in rows.split("|"):
        region, towns = row.split(":")
        found += [(town, region) for town in towns.split(",")]
    return tuple(found)


_ARMY_ROLES = (
    "army spokesman|military spokesman Col.|army spokesman Brig. Gen.|Defense Ministry spokesman"
    "|the army's chief of operations, Gen.|deputy defense minister|army spokesman Maj."
)

THEATRES: tuple[Theatre, ...] = (
    Theatre(
        "Ukraine",
        "Ukrainian",
        ("KYIV", "KHARKIV", "DNIPRO"),
        (
            _side(
                "Russia|Russian army",
                "Russian forces|Russian troops",
                "Russian Defense Ministry spokesman|Russian army spokesman Col.|Russian deputy"
                " defense minister|Russian military spokesman Maj. Gen.|Kremlin aide",
                "the Russian Defense Ministry",
            ),
            _side(
                "Ukraine|Ukrainian army",
                "Ukrainian forces|Ukrainian troops",
                "Ukrainian army spokesman|Ukrainian military spokesman Col.|Ukrainian brigade"
                " commander|Ukrainian deputy defense minister|Ukrainian presidential adviser",
                "the Ukrainian General Staff",
            ),
        ),
        _regions(
            "region",
            "UA-14=Donetsk|UA-09=Luhansk|UA-23=Zaporizhzhia|UA-65=Kherson|UA-63=Kharkiv"
            "|UA-59=Sumy|UA-12=Dnipropetrovsk|UA-48=Mykolaiv|UA-74=Chernihiv",
        ),
        _towns(
            "Donetsk:Kurakhove,Vuhledar,Toretsk,Selydove,Velyka Novosilka,Chasiv Yar,Siversk"
            "|Kharkiv:Vovchansk,Kupiansk|Zaporizhzhia:Orikhiv,Huliaipole"
        ),
        "slavic",
    ),
    Theatre(
        "Sudan",
        "Sudanese",
        ("CAIRO", "PORT SUDAN", "NAIROBI"),
        (
            _side(
                "RSF",
                "RSF fighters|Rapid Support Forces fighters|RSF troops",
                "RSF spokesman|RSF field commander|RSF political adviser",
                "the Rapid Support Forces",
            ),
            _side(
                "Sudanese army",
                "Sudanese army troops|Sudanese army units|Sudanese army soldiers",
                _ARMY_ROLES,
                "the Sudanese army",
            ),
        ),
        _regions(
            "state",
            "SD-DN=North Darfur|SD-DS=South Darfur|SD-DW=West Darfur|SD-DC=Central Darfur"
            "|SD-DE=East Darfur|SD-KN=North Kordofan|SD-KS=South Kordofan|SD-GK=West Kordofan"
            "|SD-GZ=Gezira|SD-SI=Sennar",
        ),
        _towns(
            "West Kordofan:En Nahud,Babanusa|North Kordofan:Umm Ruwaba,Bara"
            "|South Kordofan:Dilling,Kadugli|Central Darfur:Zalingei|North Darfur:Kutum,Mellit"
            "|South Darfur:Nyala|Sennar:Singa"
        ),
        "arabic",
    ),
    Theatre(
        "Myanmar",
        "Burmese",
        ("BANGKOK", "YANGON", "CHIANG MAI"),
        (
            _side(
                "Arakan Army",
                "Arakan Army fighters|Arakan Army troops|Arakan Army forces",
                "Arakan Army spokesman|Arakan Army commander|Arakan Army officer",
                "the Arakan Army",
            ),
            _side(
                "Myanmar military",
                "Myanmar military troops|Myanmar army soldiers|Myanmar army units",
                "junta spokesman Maj. Gen.|Myanmar military spokesman|junta officer Col.",
                "the Myanmar military",
            ),
        ),
        _regions(
            "State", "MM-16=Rakhine|MM-14=Chin|MM-11=Kachin|MM-12=Kayah|MM-13=Kayin|MM-15=Mon"
        ),
        _towns("Rakhine:Kyauktaw,Buthidaung,Mrauk-U|Kayah:Loikaw|Kayin:Myawaddy|Kachin:Bhamo"),
        "burmese",
    ),
    Theatre(
        "Syria",
        "Syrian",
        ("BEIRUT", "DAMASCUS", "ISTANBUL"),
        (
            _side(
                "HTS",
                "HTS fighters|Hayat Tahrir al-Sham fighters|HTS forces",
                "HTS commander|HTS spokesman|HTS official",
                "Hayat Tahrir al-Sham",
            ),
            _side(
                "Syrian army",
                "Syrian army troops|Syrian army soldiers|Syrian army units",
                "Syrian army spokesman Brig. Gen.|Syrian army commander|Syrian military official",
                "the Syrian army",
            ),
        ),
        _regions(
            "province",
            "SY-HL=Aleppo|SY-ID=Idlib|SY-HM=Hama|SY-HI=Homs|SY-RA=Raqqa"
            "|SY-DY=Deir ez-Zor|SY-HA=Hasakah|SY-DR=Daraa",
        ),
        _towns(
            "Idlib:Saraqib,Ariha,Khan Shaykhun,Maarrat al-Numan|Aleppo:Manbij,Al-Bab|Homs:Palmyra"
            "|Hama:Morek|Daraa:Nawa"
        ),
        "arabic",
    ),
    Theatre(
        "Yemen",
        "Yemeni",
        ("SANAA", "ADEN", "RIYADH"),
        (
            _side(
                "Houthis",
                "Houthi fighters|Houthi forces|Houthi rebels",
                "Houthi spokesman|Houthi military spokesman Brig. Gen.|Houthi commander",
                "the Houthi movement",
            ),
            _side(
                "Yemen|Yemeni army|Yemeni government",
                "Yemeni government forces|Yemeni army troops|Yemeni government troops",
                "Yemeni army spokesman|Yemeni army commander|Yemeni government spokesman",
                "the Yemeni army",
            ),
        ),
        _regions(
            "province",
            "YE-MA=Marib|YE-JA=Al Jawf|YE-SH=Shabwa|YE-BA=Al Bayda|YE-TA=Taiz"
            "|YE-HU=Hodeidah|YE-AB=Abyan|YE-HJ=Hajjah|YE-LA=Lahij",
        ),
        _towns(
            "Marib:Harib|Hajjah:Haradh,Midi|Hodeidah:Hays|Abyan:Lawdar,Zinjibar"
            "|Shabwa:Ataq,Bayhan|Taiz:Mocha"
        ),
        "arabic",
    ),
    Theatre(
        "Congo",
        "Congolese",
        ("KINSHASA", "GOMA", "KIGALI"),
        (
            _side(
                "M23",
                "M23 rebels|M23 fighters|M23 forces",
                "M23 spokesman|M23 military spokesman Lt. Col.|M23 commander",
                "the M23 movement",
            ),
            _side(
                "Congolese army",
                "Congolese army troops|Congolese army soldiers|FARDC soldiers",
                "Congolese army spokesman Gen.|Congolese army spokesman Lt.|Congolese government"
                " spokesman",
                "the Congolese army",
            ),
        ),
        _regions(
            "province",
            "CD-NK=North Kivu|CD-SK=South Kivu|CD-IT=Ituri|CD-MA=Maniema"
            "|CD-TA=Tanganyika|CD-TO=Tshopo",
        ),
        _towns("North Kivu:Rutshuru,Sake,Butembo,Beni,Lubero,Kanyabayonga"),
        "congolese",
    ),
    Theatre(
        "Ethiopia",
        "Ethiopian",
        ("ADDIS ABABA", "NAIROBI", "MEKELLE"),
        (
            _side(
                "Fano",
                "Fano fighters|Fano militias|Fano militiamen",
                "Fano spokesman|Fano commander|Fano organizer",
                "Fano",
            ),
            _side(
                "Ethiopian army",
                "Ethiopian army troops|Ethiopian army soldiers|Ethiopian army units",
                "Ethiopian army spokesman Col.|Ethiopian army commander|federal"
                " government spokesman",
                "the Ethiopian army",
            ),
        ),
        _regions(
            "region", "ET-AM=Amhara|ET-TI=Tigray|ET-AF=Afar|ET-OR=Oromia|ET-BE=Benishangul-Gumuz"
        ),
        _towns(
            "Amhara:Lalibela,Debre Tabor,Finote Selam,Kombolcha,Dessie,Gondar"
            "|Tigray:Alamata,Korem,Maychew,Adwa"
        ),
        "ethiopian",
    ),
    Theatre(
        "Somalia",
        "Somali",
        ("MOGADISHU", "NAIROBI", "BAIDOA"),
        (
            _side(
                "Al-Shabaab",
                "al-Shabaab fighters|al-Shabaab militants|al-Shabaab forces",
                "al-Shabaab spokesman|al-Shabaab commander|al-Shabaab military spokesman",
                "al-Shabaab",
            ),
            _side(
                "Somali army|Somalia",
                "Somali army troops|Somali army soldiers|Somali army units",
                "Somali army spokesman|Somali army commander Gen.|Somali Defense Ministry"
                " spokesman",
                "the Somali army",
            ),
        ),
        _regions(
            "region",
            "SO-SD=Middle Shabelle|SO-SH=Lower Shabelle|SO-HI=Hiiraan|SO-GA=Galguduud"
            "|SO-MU=Mudug|SO-BK=Bakool|SO-GE=Gedo|SO-JH=Lower Juba|SO-JD=Middle Juba",
        ),
        _towns(
            "Middle Shabelle:Jowhar,Adan Yabaal|Hiiraan:Beledweyne,Buulobarde|Mudug:Xarardheere"
            "|Lower Shabelle:Afgooye,Marka|Bakool:Xuddur|Middle Juba:Jilib|Gedo:Bardhere"
        ),
        "somali",
    ),
    Theatre(
        "Mali",
        "Malian",
        ("BAMAKO", "DAKAR", "NIAMEY"),
        (
            _side(
                "JNIM",
                "JNIM fighters|JNIM militants|JNIM forces",
                "JNIM spokesman|JNIM commander|JNIM preacher",
                "JNIM",
            ),
            _side(
                "Malian army",
                "Malian army troops|Malian army soldiers|Malian army units",
                "Malian army spokesman Col.|Malian army chief of staff Gen.|Malian government"
                " spokesman",
                "the Malian army",
            ),
        ),
        _regions(
            "region",
            "ML-5=Mopti|ML-6=Timbuktu|ML-7=Gao|ML-8=Kidal|ML-9=Menaka|ML-4=Segou"
            "|ML-1=Kayes|ML-3=Sikasso",
        ),
        _towns(
            "Kidal:Tessalit,Aguelhok|Gao:Ansongo,Tessit,Bourem|Mopti:Douentza,Bandiagara"
            "|Segou:Niono"
        ),
        "malian",
    ),
    Theatre(
        "Afghanistan",
        "Afghan",
        ("KABUL", "ISLAMABAD", "DUSHANBE"),
        (
            _side(
                "Taliban",
                "Taliban fighters|Taliban forces|Taliban militants",
                "Taliban spokesman|Taliban commander|Taliban shadow governor",
                "the Taliban",
            ),
            _side(
                "Afghan army|Afghanistan|Afghan government",
                "Afghan army troops|Afghan army soldiers|Afghan army units",
                "Afghan army spokesman Gen.|Afghan Defense Ministry spokesman|Afghan army corps"
                " commander",
                "the Afghan Defense Ministry",
            ),
        ),
        _regions(
            "province",
            "AF-HEL=Helmand|AF-KAN=Kandahar|AF-KDZ=Kunduz|AF-TAK=Takhar|AF-BDS=Badakhshan"
            "|AF-FYB=Faryab|AF-GHA=Ghazni|AF-URU=Uruzgan|AF-BGL=Baghlan|AF-ZAB=Zabul|AF-FRA=Farah"
            "|AF-BAL=Balkh|AF-NIM=Nimroz",
        ),
        _towns(
            "Baghlan:Pul-e-Khumri|Takhar:Taloqan|Helmand:Gereshk,Lashkar Gah"
            "|Kandahar:Spin Boldak|Uruzgan:Tarinkot|Faryab:Maymana,Andkhoy|Nimroz:Zaranj"
            "|Jowzjan:Sheberghan"
        ),
        "afghan",
    ),
    Theatre(
        "Iraq",
        "Iraqi",
        ("BAGHDAD", "ERBIL", "AMMAN"),
        (
            _side(
                "Islamic State",
                "Islamic State fighters|Islamic State militants|ISIS fighters",
                "Islamic State commander|Islamic State spokesman|Islamic State preacher",
                "the Islamic State group",
            ),
            _side(
                "Iraqi army|Iraq",
                "Iraqi army troops|Iraqi army soldiers|Iraqi army units",
                "Iraqi army spokesman Brig. Gen.|Iraqi army commander Lt. Gen.|Iraqi government"
                " spokesman",
                "the Iraqi army",
            ),
        ),
        _regions(
            "province", "IQ-AN=Anbar|IQ-NI=Nineveh|IQ-SD=Salah al-Din|IQ-DI=Diyala|IQ-KI=Kirkuk"
        ),
        _towns(
            "Anbar:Ramadi,Fallujah,Haditha,Rawa|Salah al-Din:Tikrit,Baiji|Nineveh:Sinjar,Tal Afar"
            "|Kirkuk:Hawija"
        ),
        "arabic",
    ),
    Theatre(
        "South Sudan",
        "South Sudanese",
        ("JUBA", "KAMPALA", "NAIROBI"),
        (
            _side(
                "SPLM-IO",
                "SPLM-IO fighters|SPLM-IO forces|SPLM-IO rebels",
                "SPLM-IO spokesman|SPLM-IO military spokesman Col.|SPLM-IO commander",
                "the SPLM-IO",
            ),
            _side(
                "South Sudanese army",
                "South Sudanese army troops|South Sudanese army soldiers|South Sudanese army units",
                "South Sudanese army spokesman Maj. Gen.|South Sudanese army commander"
                "|South Sudanese government spokesman",
                "the South Sudanese army",
            ),
        ),
        _regions(
            "state",
            "SS-JG=Jonglei|SS-NU=Upper Nile|SS-UY=Unity|SS-EC=Central Equatoria"
            "|SS-EW=Western Equatoria|SS-EE=Eastern Equatoria|SS-WR=Warrap",
        ),
        _towns("Upper Nile:Nasir|Central Equatoria:Yei|Western Equatoria:Maridi"),
        "nilotic",
    ),
    Theatre(
        "Russia",
        "Russian",
        ("MOSCOW", "KYIV", "KURSK"),
        (
            _side(
                "Ukraine|Ukrainian army",
                "Ukrainian forces|Ukrainian troops",
                "Ukrainian army spokesman|Ukrainian military spokesman Col.|Ukrainian brigade"
                " commander",
                "the Ukrainian command",
            ),
            _side(
                "Russia|Russian army",
                "Russian forces|Russian troops",
                "Russian Defense Ministry spokesman|Russian army spokesman Col.|acting governor",
                "the Russian General Staff",
            ),
        ),
        _regions("region", "RU-KRS=Kursk|RU-BEL=Belgorod|RU-BRY=Bryansk"),
        _towns("Kursk:Sudzha,Rylsk,Glushkovo"),
        "slavic",
    ),
)
