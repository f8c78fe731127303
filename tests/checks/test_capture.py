from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from groundcheck.checks import EvidenceBase, check_all
from groundcheck.geo.settlements import Settlement
from groundcheck.geo.stretches import Stretch
from groundcheck.model import Place, Span

DAY = date(2031, 5, 8)
FIRST, LAST = date(2031, 1, 1), date(2031, 12, 31)
TOWN = Settlement(1, "Varnholt", "NO", "NO-18", 60.0, 6.0, 24_000)
HAMLET = replace(TOWN, id=2, population=300)
TWIN = replace(TOWN, id=3, region="NO-11", population=700)
NAMES = {"NO": "Norway", "SE": "Sweden"}
SAID = "Sweden captured Varnholt"


@dataclass(frozen=True)
class Layer:
    """A layer that shows every settlement alike: held from one day to another."""

    stretches: tuple = ()
    maker: str = "Mapmakers (maps.example)"
    origin: str = "Mapmakers"
    layer: str = "fake"
    definition: str = "ground where one side's troops are"
    holder: str = "Sweden"
    precision_km: float = 1.0
    inputs: tuple = ("ab" * 32,)

    @property
    def first_day(self):
        return self.stretches[0].first

    @property
    def last_day(self):
        return self.stretches[-1].last

    def history(self, settlement):
        return self.stretches if settlement.country == "NO" else ()


def day(after):
    return DAY + timedelta(days=after)


def taken(after, km=6.0, **slots):
    """A layer that shows the town as held from so many days after the day said on."""
    before = Stretch(FIRST, day(after - 1), "", False, 0.5)
    return Layer((before, Stretch(day(after), LAST, "Sweden", False, km)), **slots)


def never(km=6.0, last=LAST, **slots):
    return Layer((Stretch(FIRST, last, "", False, km),), **slots)


def given_up(after, km=6.0):
    before = Stretch(FIRST, day(after - 1), "Sweden", False, 0.5)
    return Layer((before, Stretch(day(after), LAST, "", False, km)))


def base(*layers, towns=(TOWN,)):
    def find(name, countries):
        return tuple(t for t in towns if t.name == name and t.country in countries)

    return EvidenceBase(name=NAMES.get, settlements=find, points=lambda: layers)


def told(made, words=SAID, actor="Sweden", where="Norway's Nordland", **slots):
    """A report of a capture, on the day said where no ``when`` is given."""
    report = made(f"{words}, in {where}, on Thursday.")
    slots.setdefault("when", report.day("on Thursday", DAY))
    report.claim(words, kind="capture", actor=actor, **slots)
    at = report.text.find("Varnholt")
    span = Span(at, at + 8) if at >= 0 else None
    town = Place(span, "Varnholt", "name:Varnholt", "Varnholt", "town")
    report.claims[0] = replace(report.claims[0], places=(town,))
    return report


@pytest.mark.parametrize(
    ("layer", "verdict", "said"),
    [
        (taken(0), "agrees", "from 2031-05-08 on: the claim agrees"),
        (taken(7), "agrees", "from 2031-05-15 on"),
        (taken(-7), "agrees", "from 2031-05-01 on"),
        (taken(12), "depends", "12 days after it was said"),
        (taken(90), "depends", "90 days after it was said"),
        (taken(-20), "depends", "20 days before"),
        (taken(0, km=0.5), "depends", "within its precision of 1 km"),
        (never(), "disagrees", "stayed at least 6 km away: the claim disagrees"),
        (never(km=2.5), "depends", "came to within 3 km"),
        (never(last=day(59)), "depends", "end too soon"),
        (never(last=day(60)), "disagrees", "last map of 2031-07-07"),
        (given_up(90), "depends", "from its first map of 2031-01-01 to 2031-08-05"),
        (never(last=day(-1)), "not covered", "ends on 2031-05-07"),
        (Layer((Stretch(day(30), LAST, "Sweden", False, 6.0),)), "not covered", "begins on"),
        (
            Layer((Stretch(FIRST, LAST, "", True, 0.0),)),
            "depends",
            "contested ground, which the map gives to nobody",
        ),
    ],
)
def test_a_town_taken_against_the_map(made, layer, verdict, said):
    (finding,) = told(made).of("capture", base(layer))
    assert finding.verdict == verdict
    assert said in finding.summary
    assert "Mapmakers's map" in finding.summary
    assert (finding.stated, finding.found, finding.gap) == (None, None, None)
    assert (finding.decided_by is None) == (verdict != "depends")


def test_the_day_it_changed_and_the_maker_are_told(made):
    (finding,) = told(made).of("capture", base(taken(3)))
    assert finding.became_so == "Mapmakers's map: 2031-05-11"
    assert finding.working[0].source == "Mapmakers (maps.example)"
    assert "a town is an area" in finding.working[0].inputs[0]
    assert finding.evidence[0].inputs == ("ab" * 32,)
    assert finding.evidence[0].day == "2031-05-11"


def test_maps_too_far_apart_date_nothing(made):
    sparse = Layer(
        (Stretch(FIRST, day(-40), "", False, 0.5), Stretch(day(5), LAST, "Sweden", False, 6.0))
    )
    (finding,) = told(made).of("capture", base(sparse))
    assert (finding.verdict, finding.decided_by) == (
        "depends", "the days of the maps, which are too few to date it",
    )  # fmt: skip


def test_held_for_some_days_only(made):
    brief = Layer(
        (
            Stretch(FIRST, day(-1), "", False, 0.5),
            Stretch(day(0), day(3), "Sweden", False, 6.0),
            Stretch(day(4), LAST, "", False, 6.0),
        )
    )
    (finding,) = told(made).of("capture", base(brief))
    assert finding.verdict == "depends"
    assert "from 2031-05-08 to 2031-05-11 only" in finding.summary


@pytest.mark.parametrize(
    ("others", "verdict"),
    [
        ((taken(1, maker="Sketchers", origin="Sketchers"),), "agrees"),
        ((never(maker="Sketchers", origin="Sketchers"),), "depends"),
        ((taken(40, maker="Sketchers", origin="Sketchers"),), "depends"),
        ((taken(0, km=0.5, maker="Sketchers", origin="Sketchers"),), "agrees"),
        ((never(last=day(-3), maker="Sketchers", origin="Sketchers"),), "agrees"),
    ],
)
def test_makers_beside_each_other(made, others, verdict):
    (finding,) = told(made).of("capture", base(taken(0), *others))
    assert finding.verdict == verdict
    assert {step.source for step in finding.working} >= {"Mapmakers (maps.example)", "Sketchers"}


def test_layers_of_one_origin_count_once(made):
    weekly = Layer(
        (Stretch(FIRST, day(5), "", False, 0.5), Stretch(day(12), LAST, "Sweden", False, 6.0)),
        maker="Copyists",
    )
    (finding,) = told(made).of("capture", base(weekly, taken(0)))
    assert finding.verdict == "agrees"
    assert "Copyists" not in finding.summary
    assert "Copyists" in [step.source for step in finding.working]


def test_one_maker_alone_does_not_speak_against_it_where_another_is_open(made):
    near = never(km=1.0, maker="Sketchers", origin="Sketchers")
    (finding,) = told(made).of("capture", base(never(), near))
    assert finding.verdict == "depends"


@pytest.mark.parametrize(
    ("layer", "words", "actor", "verdict"),
    [
        (given_up(2), "Norway retook Varnholt", "Norway", "agrees"),
        (taken(2), "Norwegian troops left Varnholt", "Norway", "agrees"),
        (given_up(2), "Sweden withdrew from Varnholt", "Sweden", "agrees"),
        (never(), "Norwegian troops left Varnholt", "Norway", "depends"),
        (Layer((Stretch(FIRST, LAST, "Sweden", False, 6.0),)), "Norway retook Varnholt", "Norway",
         "disagrees"),
        (taken(0), "Denmark captured Varnholt", "Denmark", "not covered"),
        (taken(0), "Somebody captured Varnholt", None, "not covered"),
    ],
)  # fmt: skip
def test_the_sides(made, layer, words, actor, verdict):
    (finding,) = told(made, words, actor).of("capture", base(layer))
    assert finding.verdict == verdict


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Sweden entered Varnholt", "less than all of it"),
        ("Sweden captured two villages near Varnholt", "something in or near it"),
        ("Sweden captured parts of Varnholt", "something in or near it"),
        ("Sweden captured Varnholt's harbour", "something in or near it"),
        ("Sweden captured Varnholt airport", "something in or near it"),
        ("Sweden may have captured Varnholt", "may be or was meant"),
        ("Sweden tried to capture Varnholt", "may be or was meant"),
        ("Sweden has not captured Varnholt", "hold a “not”"),
        ("Sweden captured the town", "do not name it"),
        ("Varnholt for Sweden", "the words leave it out"),
    ],
)
@pytest.mark.parametrize("layer", [taken(0), never()], ids=["held", "never held"])
def test_words_that_say_less_decide_nothing(made, words, reason, layer):
    (finding,) = told(made, words).of("capture", base(layer))
    assert finding.verdict == "depends"
    assert reason in finding.decided_by


@pytest.mark.parametrize(
    "words",
    [
        "Sweden took full control of the town of Varnholt",
        "Sweden's troops liberated Utmark, Holt and Varnholt",
        "Varnholt fell to Sweden",
        "The village of Varnholt was captured by Sweden",
    ],
)
def test_words_that_say_all_of_it(made, words):
    (finding,) = told(made, words).of("capture", base(taken(0)))
    assert finding.verdict == "agrees"


def test_who_took_it_is_not_guessed_against_anybody(made):
    (finding,) = told(made, "Varnholt was captured").of("capture", base(never()))
    assert finding.decided_by == "who is meant, since the words leave it out"


def test_a_denial_is_never_accused(made):
    report = told(made, "Sweden has not captured Varnholt", certainty="denied")
    (finding,) = report.of("capture", base(taken(0)))
    assert finding.verdict == "depends"
    assert "the words deny it" in finding.summary


@pytest.mark.parametrize("certainty", ["forecast", "demanded"])
def test_what_is_to_come_is_not_looked_up(made, certainty):
    found = told(made, certainty=certainty).check(base(taken(0)))
    assert "capture" not in [finding.check for finding in found]


def test_several_places_of_one_name_are_refused(made):
    report = told(made, where="Norway")
    (finding,) = report.of("capture", base(taken(0), towns=(TOWN, TWIN)))
    assert finding.verdict == "depends"
    assert "which Varnholt is meant: Varnholt (Nordland, 24,000 inhabitants)" in finding.decided_by
    assert len(finding.working) == 2


def test_the_region_named_tells_them_apart(made):
    (finding,) = told(made).of("capture", base(taken(0), towns=(TOWN, TWIN)))
    assert finding.verdict == "agrees"


def test_a_place_of_another_region_is_not_meant(made):
    report = told(made, where="Norway's Rogaland")
    found = report.check(base(taken(0)))
    assert [(f.check, f.verdict) for f in found if f.check != "chronology"] == [
        ("checkability", "not covered")
    ]


def test_a_country_that_the_report_does_not_name(made):
    found = told(made, "Sweden captured Varnholt", where="the west").check(base(taken(0)))
    assert "capture" not in [finding.check for finding in found]


@pytest.mark.parametrize(
    ("town", "where", "verdict"),
    [
        (TOWN, "Norway", "disagrees"),
        (replace(TOWN, population=9_000), "Norway", "depends"),
        (replace(TOWN, population=9_000), "Norway's Nordland", "disagrees"),
        (HAMLET, "Norway's Nordland", "depends"),
    ],
)
def test_small_places_share_their_names(made, town, where, verdict):
    (finding,) = told(made, where=where).of("capture", base(never(), towns=(town,)))
    assert finding.verdict == verdict


@pytest.mark.parametrize(
    ("where", "verdict"), [("Norway", "depends"), ("Norway's Nordland", "disagrees")]
)
def test_a_place_that_the_line_never_came_near(made, where, verdict):
    (finding,) = told(made, where=where).of("capture", base(never(km=25.0)))
    assert finding.verdict == verdict


@pytest.mark.parametrize(
    ("after", "verdict"), [(-36, "agrees"), (-38, "depends"), (7, "agrees"), (8, "depends")]
)
def test_without_a_time_it_is_news_of_the_last_weeks(made, after, verdict):
    (finding,) = told(made, when=None).of("capture", base(taken(after)))
    assert finding.verdict == verdict


def test_a_time_that_the_report_gives_for_all_it_tells(made):
    report = told(made)
    week = replace(report.claims[0].when, span=None, start=day(-10), end=day(-3))
    report.claims[0] = replace(report.claims[0], when=week)
    (finding,) = report.of("capture", base(taken(-6)))
    assert finding.verdict == "agrees"


def test_a_time_after_publication_is_no_day(made):
    report = told(made)
    later = replace(report.claims[0].when, start=day(1), end=day(3))
    report.claims[0] = replace(report.claims[0], when=later)
    (finding,) = report.of("capture", base(taken(0)))
    assert "no day can be made out" in finding.summary


def test_no_day_at_all(made):
    report = told(made, when=None)
    report.published = None
    (finding,) = report.of("capture", base(taken(0)))
    assert (finding.verdict, "no day" in finding.summary) == ("not covered", True)


def test_each_place_of_a_claim_has_its_finding(made):
    report = told(made, "Sweden captured Varnholt and Utmark")
    at = report.text.index("Utmark")
    other = Place(Span(at, at + 6), "Utmark", "name:Utmark", "Utmark", "town")
    claim = report.claims[0]
    report.claims[0] = replace(claim, places=(*claim.places, other))
    found = report.of("capture", base(taken(0)))
    assert [(f.reading, f.verdict) for f in found] == [
        ("each: Varnholt", "agrees"), ("each: Utmark", "not covered"),
    ]  # fmt: skip
    assert "bears the name" in found[1].summary


def test_a_place_that_says_where_another_lies_is_not_a_second_one(made):
    report = told(made, "Sweden captured Utmark near Varnholt")
    at = report.text.index("Utmark")
    other = Place(Span(at, at + 6), "Utmark", "name:Utmark", "Utmark", "town")
    report.claims[0] = replace(report.claims[0], places=(other, *report.claims[0].places))
    utmark = replace(TOWN, id=9, name="Utmark")
    (finding,) = report.of("capture", base(taken(0), towns=(TOWN, utmark)))
    assert finding.verdict == "agrees"
    assert "Utmark" in finding.summary


def test_every_claim_still_has_exactly_one_answer_without_layers(made):
    report = told(made)
    found = check_all(report.report, tuple(report.claims), EvidenceBase())
    assert [(f.check, f.verdict) for f in found if f.check != "chronology"] == [
        ("checkability", "not covered")
    ]
