"""Word lists of the English of reports: data only, every entry in lower case.

Written by hand for this project from ordinary usage; no list is complete or wants to be.
"""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Abbreviations that stand before a name or another word: their stop never ends a sentence.
BEFORE_A_NAME = _words(
    """gen col lt maj brig adm capt cmdr cdr sgt cpl pvt pfc supt insp det dr mr mrs ms messrs
    prof sen rep gov pres rev hon amb lt-gen maj-gen lt-col dep mt sq e.g i.e eg ie vs cf approx
    ca incl esp viz ex obl vil resp"""
)

# Abbreviations before a figure: their stop does not end a sentence when a digit follows.
BEFORE_A_FIGURE = _words(
    """no nos art arts vol fig para paras ch sec sect pp p est max min tel ext c approx ca
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat
    sun"""
)

# Abbreviations that may stand at a sentence's end: only a common first word begins a new one.
EITHER = _words("inc co ltd corp bros plc llc jr sr st dept univ bn div regt")

# Abbreviated months and weekdays, only when capitalised.
CALENDAR_SHORT = _words(
    """jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat
    sun"""
)

WEEKDAYS = _words("monday tuesday wednesday thursday friday saturday sunday")
# Months, and those of them that are also names.
MONTH_NAMES = _words("april may june august")
MONTHS = _words(
    """january february march april may june july august september october november
    december"""
)

# Words that begin sentences and are hardly ever part of a name.
STARTERS = _words(
    """the a an he she it they we i you this that these those there here his her its their our
    my your in on at by for from with without to of as if when while where after before since
    until during over under but and or so yet nor then now today however meanwhile also both
    each every all some many most more few several no not none nobody nothing what who whom
    whose which why how is are was were has have had do does did will would can could may might
    must shall should let"""
)

# More words that are ordinary at the head of a sentence, for telling names from mere capitals.
ORDINARY = STARTERS | _words(
    """about above according across additionally afterwards again against ago ahead air almost
    along already although altogether always among amid another any anyone anything apart
    approximately around asked away back battle because being below beside besides best better
    between beyond big brief breaking can't casualties certainly claims clashes comparison
    compared comment commenting contact control correction despite didn't don't due earlier
    early either elsewhere enemy enough especially even eventually ever everybody everyone
    everything everywhere exactly except fewer fierce fighting figures finally first five
    following forces former forty four fresh front fully further general-purpose given
    government half hardly having he's heavy hence her hers herself himself hundreds i'm if
    inside instead it's itself just last late later latest least less like likewise listen live
    local locals look losses main maybe men military moreover much names near nearby nearly
    neither never nevertheless new news next nine ninety nonetheless note notably nowhere
    obviously off officials often old once one only onto opinion other others otherwise outside
    overall part people perhaps photo picture please police previously probably question quite
    rather read recent recently regarding residents right roughly same second separately seven
    sent she's similarly simply six sixty small somebody someone something sometimes soldiers
    soon sources still strong such suddenly summary ten territory text thanks that's
    themselves there's thereafter therefore they're third thirty thousands three through
    throughout thus together tomorrow tonight too total toward towards troops twelve twenty two
    twice unable unit units unless unlike up update updated upon us video villages war we're
    weather well what's whatever whenever whereas wherever whether whoever whole within women
    yes yesterday explainer analysis key lead toll verdict outlook elements political eleven
    thirteen fourteen fifteen sixteen seventeen eighteen nineteen seventy eighty hundred fwd re
    reports opponents assault attacks rebels militants fighters separatists enemies dozens
    state live note write written yours zero"""
)

# Words of reporting that may follow a name.
SPEECH = _words(
    """said says say told tells asked asks added adds wrote writes replied replies answered
    answers claimed claims announced announces stated states reported reports warned warns
    insisted insists explained explains recalled shouted declared declares noted notes
    acknowledged acknowledges admitted admits confirmed confirms denied denies argued
    argues"""
)

# Ranks, offices and forms of address that stand before a person's name.
TITLES = _words(
    """gen col lt maj brig adm capt cmdr cdr sgt cpl pvt dr mr mrs ms prof sen rep gov pres rev
    hon amb general colonel lieutenant major brigadier admiral captain commander sergeant
    corporal private marshal commodore president prime-minister minister premier chancellor
    governor mayor senator representative congressman congresswoman secretary ambassador envoy
    spokesman spokeswoman spokesperson chief leader chairman chairwoman chair director adviser
    advisor analyst warlord rebel-leader sheikh sheik shaikh ayatollah mullah imam mufti emir
    king queen prince princess crown-prince sultan pope bishop archbishop patriarch father
    sister professor doctor sir secretary-general lord lady mister judge justice correspondent
    reporter commander-in-chief dictator strongman deputy speaker u daw
    aide official coordinator preacher organizer organiser administrator lecturer researcher"""
)

# Titles that also stand before a name when written small, being seldom anything else there.
SMALL_TITLES = TITLES - _words(
    "major private u daw judge chair father sister deputy director justice representative hon"
)

# What a title may be of: "Secretary of State Jane Roe".
OFFICES = _words("state staff defence defense war interior health energy finance justice")

# Words that belong to a title when a title's word follows them.
TITLE_MODIFIERS = _words(
    """prime vice deputy first second senior chief acting former interim rear field major
    lieutenant brigadier colonel foreign defence defense interior finance justice security
    information energy health culture army navy police opposition party rebel crown grand lead
    state junta militia militants regional district presidential military press war group
    parliament parliamentary lt col maj brig"""
)

# The word by which an organisation is known as one.
BODY_HEADS = _words(
    """ministry staff army armies navy council front observatory institute institution brigade
    brigades union service services agency organization organisation programme program forces
    force government party group watch administration command commission committee congress
    parliament senate assembly duma rada guard guards corps battalion regiment division
    directorate department office bureau bank court coalition alliance movement militia
    federation league nations republic kremlin pentagon crescent cross press news times post
    television radio tv project monitor fund foundation university centre center society
    association company network cabinet house police intelligence authority treasury junta
    brigades"""
)

# Capitalised words of grammar end a name, save those that also spell parts of names.
NOT_INSIDE = STARTERS - _words("a an as at in so do no will may the i on here today now")

# Endings of ordinary words.
ORDINARY_ENDINGS = tuple(sorted(_words("ly ing ings ion ions ment ments ical ated ness ents")))

# Ordinary words that also begin names: no name alone, but kept before another capital.
ALSO_IN_NAMES = _words(
    """new air first second third state front forces government military police news old big red
    great local people women men live right unit units united video war key lead six seven eight
    nine ten live note fact"""
)

# Small words that seldom stand before the name they would belong to.
DOUBTFUL_PARTICLES = _words("at an as de la le en es er")

# Lower-case words inside a name: between two capitals, or before one.
PARTICLES = _words(
    """al el as ad ar ash at an bin ibn ben bint abu umm ould van von der den de del della di da
    dos du la le ter zu ul ur ez es er en"""
)

# Words in the possessive that stand inside a name.
INNER_POSSESSIVES = _words("people's women's children's citizens' workers' lord's")

# Adjectives of nations, creeds and directions: no name when they stand alone.
ADJECTIVES = _words(
    """russian ukrainian american british french german israeli palestinian syrian iraqi iranian
    turkish kurdish sudanese ethiopian eritrean somali libyan egyptian yemeni saudi emirati
    lebanese jordanian afghan pakistani indian chinese taiwanese korean japanese burmese
    rwandan congolese ugandan burundian malian nigerien nigerian burkinabe chadian armenian
    azerbaijani azeri georgian polish belarusian european african asian arab western eastern
    northern southern central soviet islamist islamic muslim christian jewish orthodox catholic
    sunni shia shiite english spanish italian dutch greek serbian kosovar qatari
    kuwaiti omani bahraini tajik uzbek kazakh kyrgyz turkmen mongolian finnish danish swedish
    norwegian hungarian czech slovak austrian swiss belgian portuguese romanian bulgarian albanian
    croatian bosnian moldovan latvian lithuanian estonian irish scottish welsh algerian moroccan
    tunisian kenyan tanzanian zambian angolan mozambican senegalese ghanaian ivorian cameroonian
    gabonese bengali filipino indonesian malaysian brazilian argentine colombian venezuelan
    cuban mexican canadian australian thai vietnamese north south east west northeast
    northwest southeast southwest"""
)

# English words of grammar that other languages of the Latin alphabet seldom write.
ENGLISH = _words(
    """the of and to that it with as by from this have has were are been not but they
    which their said says will would who its than there after about into between where
    when while some more most being because through against could should did does our your
    his she what how only other two three"""
)
