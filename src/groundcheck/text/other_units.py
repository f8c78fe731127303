"""Units that no claim about ground is made in, known so that they are not read as counted nouns.

``OTHER`` names each unit and what it measures; ``OTHER_SPELLINGS`` are patterns as in ``units``.
"""

from __future__ import annotations

OTHER_SPELLINGS: tuple[tuple[str, str], ...] = (
    (r"(?i:kilomet(?:er|re)s?\s(?:per|an)\shour)|km/h|kph|kmh", "kilometer per hour"),
    (r"(?i:miles\s(?:per|an)\shour)|mph", "mile per hour"),
    (r"(?i:met(?:er|re)s?\sper\ssecond)|m/s", "meter per second"),
    (
        r"(?i:(?:cubic kilomet(?:er|re)s?|kilomet(?:er|re)s? cubed))|km\s?(?:³|\^?3|cubed)",
        "cubic kilometer",
    ),
    (r"(?i:cubic met(?:er|re)s?)|m\s?(?:³|\^3)", "cubic meter"),
    (r"(?i:kilograms?|kilos?|kilogrammes?)|kgs?", "kilogram"),
    (r"(?i:milligrams?)|mg", "milligram"),
    (r"(?i:grams?|grammes?)|g", "gram"),
    (r"(?i:metric[\s-]tons?|tonnes?)|t", "tonne"),
    (r"(?i:kilotons?)|kt", "kiloton"),
    (r"(?i:tons?\sper\sday)|tpd", "ton per day"),
    (r"(?i:tons?)", "ton"),
    (r"lbs?\.?", "pound"),
    (r"(?i:ounces?)|oz", "ounce"),
    (r"(?i:gallons?)|gal", "gallon"),
    (r"(?i:barrels?)|bbl", "barrel"),
    (r"(?i:lit(?:er|re)s?)|[lL]", "liter"),
    (r"(?i:centilit(?:er|re)s?)|cl", "centiliter"),
    (r"(?i:millilit(?:er|re)s?)|ml", "milliliter"),
    (r"(?i:°\s?c(?:elsius)?|degrees?\scelsius)|C", "degree Celsius"),
    (r"(?i:°\s?f|degrees?\sfahrenheit)", "degree Fahrenheit"),
    (r"(?i:kelvins?)|K", "kelvin"),
    (r"(?i:degrees?)|°", "degree"),
    (r"(?i:megawatt[\s-]hours?)|MWh", "megawatt hour"),
    (r"(?i:kilowatt[\s-]hours?)|kWh", "kilowatt hour"),
    (r"Wh", "watt hour"),
    (r"(?i:gigawatts?)|GW", "gigawatt"),
    (r"(?i:megawatts?)|MW", "megawatt"),
    (r"(?i:kilowatts?)|kW", "kilowatt"),
    (r"(?i:watts?)|W", "watt"),
    (r"(?i:gigahertz)|GHz", "gigahertz"),
    (r"(?i:megahertz)|MHz", "megahertz"),
    (r"(?i:kilohertz)|kHz", "kilohertz"),
    (r"(?i:hertz)|Hz", "hertz"),
    (r"(?i:gigabytes?)|GB", "gigabyte"),
    (r"(?i:megabytes?)|MB", "megabyte"),
    (r"(?i:exabytes?)|EB", "exabyte"),
    (r"(?i:bytes?)", "byte"),
    (r"(?i:bits?)|b", "bit"),
    (r"(?i:picomet(?:er|re)s?)|pm", "picometer"),
    (r"(?i:kiloelectronvolts?)|keV", "kiloelectronvolt"),
    (r"(?i:megaelectronvolts?)|MeV", "megaelectronvolt"),
    (r"(?i:teraelectronvolts?)|TeV", "teraelectronvolt"),
    (r"(?i:electronvolts?)|eV", "electronvolt"),
    (r"(?i:milligrays?)|mGy", "milligray"),
    (r"(?i:grays?)|Gy", "gray"),
    (r"(?i:british\sthermal\sunits?)|BTU", "british thermal unit"),
    (r"(?i:cups?)", "cup"),
    (r"(?i:tablespoons?)|tbsp", "tablespoon"),
    (r"(?i:teaspoons?)|tsp", "teaspoon"),
    (r"(?i:dimes?)", "dime"),
    (r"(?i:nanomet(?:er|re)s?)|nm", "nanometer"),
    (r"(?i:(?:US\s|u\.s\.\s)?dollars?)|USD|\$", "dollar"),
    (r"(?i:euros?)|EUR|€", "euro"),
    (r"(?i:pounds? sterling)|GBP|£", "pound sterling"),
    (r"(?i:pounds?)", "pound"),
    (r"(?i:rubles?|roubles?)|RUB", "ruble"),
    (r"(?i:hryvnias?|hryvnya)|UAH", "hryvnia"),
    (r"(?i:yen)|JPY", "yen"),
    (r"(?i:yuan)", "yuan"),
    (r"(?i:rupees?)", "rupee"),
    (r"(?i:cents?)", "cent"),
)

SIGNS_BEFORE = {
    "$": "dollar", "€": "euro", "£": "pound sterling", "¥": "yen", "₽": "ruble", "₴": "hryvnia",
}  # fmt: skip
"""Signs of money that stand before the number."""

OTHER = frozenset({unit for _, unit in OTHER_SPELLINGS})
