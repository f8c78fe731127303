import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.geo import regions
from groundcheck.geo.states import find_states, state_of


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Russian", "RU"), ("the Russians", "RU"), ("Moscow", "RU"), ("the Kremlin", "RU"),
        ("Kyiv", "UA"), ("Kiev", "UA"), ("Ukraine's", "UA"), ("Damascus", "SY"),
        ("Khartoum", "SD"), ("Sudanese", "SD"), ("South Sudanese", "SS"), ("Kigali", "RW"),
        ("Rwandan", "RW"), ("Congolese", "CD"), ("Burkinabè", "BF"), ("Burkinabe", "BF"),
        ("Malian", "ML"), ("Nigerien", "NE"), ("Nigerian", "NG"), ("US", "US"), ("U.S.", "US"),
        ("us", None), ("Donetsk", None), ("nobody", None), ("", None),
    ],
)  # fmt: skip
def test_state_of(words: str, code: str | None) -> None:
    assert state_of(words) == code


def test_every_country_with_people_has_a_demonym_or_a_name_that_leads_to_it() -> None:
    for code, name, *_ in regions.rows("countries"):
        assert state_of(name.lstrip("=~")) == code


@pytest.mark.parametrize(
    "text",
    [
        "Moscow says so.", "Moscow's forces advanced.", "Moscow now occupies a fifth.",
        "Moscow has repeatedly denied it.", "Moscow may have massed troops.",
        "Moscow is preparing a push.", "ground held by Moscow", "Moscow-backed rebels",
        "What does Moscow want?", "Moscow, which annexed it, is silent.", "pro-Moscow men",
        "according to Moscow", "the Moscow regime", "out of Moscow's hands", "They told Moscow.",
        "That leaves Moscow with a fifth.", "in Moscow's view",
    ],
)  # fmt: skip
def test_a_capital_that_acts_or_is_acted_on_is_the_state(text: str) -> None:
    assert [(m.country, m.how) for m in find_states(text)] == [("RU", "capital")]


@pytest.mark.parametrize(
    "text",
    [
        "The drone flew over Moscow.", "He arrived in Moscow.", "Moscow was hit.",
        "Moscow has been shelled.", "Moscow's suburbs burned.", "Moscow's mayor spoke.",
        "the Moscow-based group", "Moscow region", "near Moscow", "Moscow fell.",
        "the embassy in Moscow said so", "MOSCOW — The day began.",
    ],
)  # fmt: skip
def test_a_capital_where_something_happens_is_the_town(text: str) -> None:
    assert find_states(text) == ()


def test_both_sides_of_a_pair_are_states() -> None:
    assert [m.country for m in find_states("Moscow and Kyiv agreed.")] == ["RU", "UA"]
    assert [m.country for m in find_states("talks between Moscow and Kyiv")] == ["RU", "UA"]


def test_names_and_demonyms_are_found_beside_each_other() -> None:
    text = "Ukraine said Russian troops left; the Kremlin kept silent."
    found = [(m.text, m.country, m.how) for m in find_states(text)]
    assert found == [
        ("Ukraine", "UA", "name"),
        ("Russian", "RU", "demonym"),
        ("Kremlin", "RU", "capital"),
    ]


@given(st.lists(st.sampled_from(["Moscow", "says", "'s", "in", "Kyiv", ",", "US", ".", "-"])))
def test_mentions_are_cut_from_the_text_in_order(pieces: list[str]) -> None:
    text = " ".join(pieces)
    end = 0
    for mention in find_states(text):
        assert mention.span.start >= end
        assert mention.span.of(text) == mention.text
        end = mention.span.end
