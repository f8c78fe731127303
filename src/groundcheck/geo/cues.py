"""The words round a name that show what kind of place it is, or that it is none."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# "Kharkiv region": the name is a region's. Soft units leave room for the town.
UNITS = _words(
    "oblast oblasts' region province state governorate krai kray republic raion rayon district "
    "territory voivodeship canton prefecture wilaya emirate county department okrug voblast marz "
    "muhafazah muhafaza muhafazat vilayat vilayet division"
)
UNITS_PLURAL = _words(
    "oblasts regions provinces states governorates krais republics raions rayons districts "
    "territories counties departments prefectures cantons emirates wilayas okrugs"
)
SOFT = _words("direction axis sector front incursion salient frontline border")
SOFT_PLURAL = _words("directions axes sectors fronts")
# Words that may stand before a unit word: "Amhara regional state", "Chukotka autonomous okrug".
UNIT_FIRST = _words("regional autonomous administrative federal economic")
# Units below the first level except in some countries.
LOWER_UNITS = _words("district districts raion raions rayon rayons county counties division")
HAVE_DISTRICTS = _words("AZ IL LY MD ML MT MW UG LK BD BZ BW LS MV NR TL TT KN SZ RS LV SR CY JM")
# Which countries call their first-level regions so, to choose between regions of one name.
UNIT_COUNTRIES = {
    "state": _words("SD SS MM NG US IN BR AU MX MY VE DE AT ET SO"),
    "district": _words("AZ IL LY MD"),
    "governorate": _words("SY YE IQ LB EG JO PS TN OM KW BH SA"),
    "province": _words("SY YE CD AF IQ TR AR CA CN"),
}

# "Kharkiv city", "the city of Kharkiv": the town, whatever else bears the name.
TOWN_AFTER = _words(
    "city town township municipality airport suburbs suburb outskirts streets street downtown "
    "residents port station stadium metro skyline neighborhoods neighbourhoods neighborhood "
    "neighbourhood university hospital airbase garrison cathedral zoo itself"
)
TOWN_AFTER_PLURAL = _words("cities towns")
TOWN_BEFORE = _words(
    "city cities town towns port suburbs outskirts streets centre center township "
    "neighborhoods neighbourhoods downtown mayor garrison gates edge"
)
TOWN_BEFORE_PLURAL = _words("cities towns suburbs outskirts streets")

# "19 percent of", "two-thirds of", "most of": an extent of ground follows.
SHARES = _words(
    "percent percentage pct half third thirds quarter quarters fifth fifths tenth tenths sixth "
    "sixths eighth eighths most all rest whole remainder part parts swathes swaths swath swathe "
    "share proportion much entirety portion portions area territory land bulk chunk chunks "
    "remaining"
)
# "Twelve of Marib's fourteen districts": what has so many parts is a region.
PARTS = _words(
    "districts townships communes municipalities localities counties raions zones woredas "
    "subdistricts sub-districts barangays villages settlements departments"
)
SQUARE = _words("square sq sqkm km2 mi2 hectares ha")
ASIDE = _words("the each neighboring neighbouring nearby adjacent its entire whole all both")

TITLES = _words(
    "gen general col colonel lt lieutenant maj major capt captain sgt sergeant cmdr commander adm "
    "admiral mr mrs ms miss dr prof professor sir dame lord rev sen senator rep judge justice "
    "sheikh brig brigadier marshal spokesman spokeswoman spokesperson minister mayor"
)
# Capitalised words that may follow a country's name and do not make it a first name.
OFFICES = _words(
    "army military forces defense defence defence ministry minister government president prime "
    "foreign air navy police security national state war crisis and border region province "
    "republic parliament embassy ambassador supreme general central bank interior south north "
    "east west desk live update explainer fact situation"
)
# "Arakan Army", "Sudan Liberation Movement", "Kyiv Independent": the name of something else.
BODIES = _words(
    "army liberation independence salvation nationalities independent post times today herald "
    "tribune radio tv television broadcaster gazette telegraph democratic fc united university "
    "institute school airport hotel solidarity doctors observatory alliance movement agreement "
    "accords accord convention treaty protocol declaration offensive-group"
) - {"airport", "university"}

# Capitalised words before a country's name that do not make it a surname.
LEADS = _words(
    "the in of from to for and with north south east west northern southern eastern western "
    "central neighbouring neighboring inside across near"
)

COMPASS = _words(
    "north south east west northern southern eastern western northeastern northwestern "
    "southeastern southwestern upper lower"
)

# Names of regions that mean nothing without their country or a unit word.
GENERIC = _words(
    "north south east west northern southern eastern western central centre center centro middle "
    "upper lower capital national islands island islas norte sur este oeste nord sud est ouest "
    "male nice centrale sentral highlands coast coastal lakes bay river federal district city "
    "community general port saint new old red white blue black green grand great unity"
)
