from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.text.names import find_names


def found(text: str) -> list[tuple[str, str, str]]:
    return [(name.kind, name.title, name.core) for name in find_names(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then Col. Gen. Ivo Brandt left.", ("person", "Col. Gen.", "Ivo Brandt")),
        ("Then Gen.Ivo Brandt left.", ("person", "Gen.", "Ivo Brandt")),
        ("He met Prime Minister Ada Rowe.", ("person", "Prime Minister", "Ada Rowe")),
        ("He met Defence Minister Ada Rowe.", ("person", "Defence Minister", "Ada Rowe")),
        ("He met Secretary of State Ada Rowe.", ("person", "Secretary of State", "Ada Rowe")),
        ("It was army spokesman Ali Noor.", ("person", "spokesman", "Ali Noor")),
        ("They saw Sheikh Ali bin Noor al-Hadi.", ("person", "Sheikh", "Ali bin Noor al-Hadi")),
        ("They saw Dr. J. R. O'Neil-Smith.", ("person", "Dr.", "J. R. O'Neil-Smith")),
        ("In May Ada Rowe, head of the staff, left.", ("person", "", "Ada Rowe")),
        ("It was its chief, Ali Noor.", ("person", "", "Ali Noor")),
        ("He met U Kyaw Moe.", ("person", "U", "Kyaw Moe")),
        ("It joined the Hill Liberation Front.", ("body", "", "Hill Liberation Front")),
        ("It is the Ministry of Defence.", ("body", "", "Ministry of Defence")),
        (
            "So says the Institute for the Study of Hills.",
            ("body", "", "Institute for the Study of Hills"),
        ),
        ("The 12th Hill Brigade left.", ("body", "", "12th Hill Brigade")),
        ("the Hill People's Republic", ("body", "", "Hill People's Republic")),
        ("fighters of Jabhat al-Noor left", ("proper", "", "Jabhat al-Noor")),
        ("They left Saint-Étienne.", ("proper", "", "Saint-Étienne")),
        ("New Haven fell.", ("proper", "", "New Haven")),
    ],
)
def test_a_name_with_its_title_and_kind(text: str, expected: tuple[str, str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The last tanks left on Monday, in March and on Dec. 5.",
        "However, it rained. Meanwhile nobody came. On the hill they wait.",
        "Tanks came. The tanks left.",
        "A Russian officer and many Ukrainians left.",
        "ARMY SAYS THE TOWN HAS FALLEN",
        "The President left; the Prime Minister stayed.",
        "Political violence is up. Mobilization is forced.",
        "08:15 — Where are they? Elsewhere, I say.",
        "",
    ],
)
def test_capitals_that_name_nothing(text: str) -> None:
    assert found(text) == []


def test_an_acronym_in_brackets_is_linked_and_known_later() -> None:
    names = find_names("The Hill Defence Forces (HDF) left. Later the HDF came back.")
    assert [(n.core, n.kind, n.acronym) for n in names] == [
        ("Hill Defence Forces", "body", "HDF"),
        ("HDF", "body", ""),
    ]


def test_a_surname_alone_is_the_person_named_in_full() -> None:
    kinds = {n.core: n.kind for n in find_names("Gen. Ivo Brandt left. Then Brandt came to Acre.")}
    assert kinds == {"Ivo Brandt": "person", "Brandt": "person", "Acre": "proper"}


def test_a_possessive_ends_a_name() -> None:
    assert [n.core for n in find_names("They met Acre's General Staff.")] == [
        "Acre",
        "General Staff",
    ]


def test_a_run_of_many_capitals_is_read_and_is_no_name() -> None:
    assert found("they say " + "Foo Bar " * 20_000) == []


@given(st.text(max_size=100) | st.text(st.sampled_from("AbC al-of.'’ \n(1)Gen"), max_size=100))
def test_spans_are_in_bounds_in_order_and_apart(text: str) -> None:
    last = 0
    for name in find_names(text):
        assert last <= name.span.start < name.span.end <= len(text)
        assert name.text == name.span.of(text)
        assert name.core in " ".join(name.text.split())
        assert name.core
        last = name.span.end
