import pytest

from groundcheck.checks.source_names import SourceNames, is_named, source_key

SAME = [
    ["Gen. Ivo Brandt", "Ivo Brandt", "IVO BRANDT", "Colonel  Ivo Brandt", "lt. col. ivo brandt"],
    ["Valery Rostky", "Valeriy Rostskiy".replace("Rosts", "Rost"), "Valerii Rostkyi"],
    ["Désiré Kabo", "Desire Kabo", "President Désiré Kabo"],
    [
        "Sweden's Defence Ministry",
        "Sweden’s Defense Ministry",
        "the Swedish Defense Ministry",
        "Swedish Ministry of Defence",
        "the Ministry of Defence of Sweden",
        "Swedish MoD",
    ],
    [
        "Norway's General Staff",
        "the Norwegian general staff",
        "General Staff of the Armed Forces of Norway",
    ],
    ["United Nations", "the U.N.", "UN"],
    ["Norway", "the Norwegians", "Oslo"],
    ["RSF", "the Rapid Support Forces"],
    ["Sudanese army", "Sudanese Armed Forces", "Sudan's army"],
    ["Nordland monitoring group", "the Nordland Monitoring Group"],
]
OTHERS = [
    ("Ivo Brandt", "Ada Brandt"),
    ("Ivo Brandt", "Brandt"),
    ("Swedish Defence Ministry", "Norwegian Defence Ministry"),
    ("Swedish Defence Ministry", "Defence Ministry"),
    ("Swedish Defence Ministry", "Swedish Foreign Ministry"),
    ("Sweden", "Swedish Defence Ministry"),
    ("mayor of Narvik", "governor of Narvik"),
]


@pytest.mark.parametrize("names", SAME, ids=lambda names: names[0])
def test_spellings_of_one_name(names):
    assert {source_key(name) for name in names} == {source_key(names[0])}


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_names_of_two(one, other):
    assert source_key(one) != source_key(other)


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("Ivo Brandt", True),
        ("Abdel al-Burh", True),
        ("Swedish Defence Ministry", True),
        ("general staff", True),
        ("Norway", True),
        ("mayor of Narvik", True),
        ("a senior officer", False),
        ("Western officials", False),
        ("U.N. official", False),
        ("a Swedish government spokesman", False),
        ("group of British researchers", False),
        ("residents and aid workers", False),
        ("", False),
        ("…", False),
    ],
)
def test_who_is_named(name, named):
    assert is_named(name) == named


def names(*said):
    return SourceNames(map(source_key, said))


def test_a_bare_surname_is_the_only_full_name_that_it_fits():
    known = names("Ivo Brandt", "Brandt", "Ada Rowe")
    assert known.resolved("brandt") == "ivo brandt"
    assert known.may_be_one("brandt", "ivo brandt")
    assert not known.may_be_one("brandt", "ada rowe")


def test_of_two_full_names_it_is_neither_and_may_be_both():
    known = names("Ivo Brandt", "Ada Brandt", "Brandt")
    assert known.resolved("brandt") == "brandt"
    assert known.candidates("brandt") == ("ada brandt", "ivo brandt")
    assert known.may_be_one("brandt", "ada brandt")
    assert known.may_be_one("ivo brandt", "brandt")
    assert not known.may_be_one("ivo brandt", "ada brandt")


def test_a_ministry_without_its_state():
    ministry, swedish = source_key("Defence Ministry"), source_key("Swedish Defence Ministry")
    assert names("Swedish Defence Ministry").resolved(ministry) == swedish
    both = names("Swedish Defence Ministry", "Norway's Defence Ministry")
    assert both.resolved(ministry) == ministry
    assert both.may_be_one(ministry, swedish)


def test_a_body_is_no_ones_surname():
    assert names("Ada Rowe", "General Staff of Norway").candidates("staff") == ()


def test_a_report_in_its_own_voice_is_nobody_else():
    assert names("Ivo Brandt").resolved("report:brandt") == "report:brandt"
