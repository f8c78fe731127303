import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.text.numbers import find_numbers


def read(text):
    return [(n.text, n.kind, pytest.approx(n.value, rel=1e-12)) for n in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234", 1234), ("1.234.567", 1234567), ("1 234", 1234), ("12\u202f345,5", 12345.5),
        ("1'234'567", 1234567), ("99,7", 99.7), ("1.234,5", 1234.5), ("1,234.5", 1234.5),
        ("0.68", 0.68), (".5", 0.5), ("2½", 2.5), ("2 ½", 2.5), ("½", 0.5), ("1/2", 0.5),
        ("2 1/2", 2.5), ("1e6", 1e6), ("2.5 × 10^3", 2500), ("-4.5", -4.5), ("10k", 10_000),
        ("thirty-five", 35), ("a dozen", 12), ("three dozen", 36), ("half a dozen", 6),
        ("two and a half million", 2.5e6), ("1.2 mln", 1.2e6), ("114 thousand", 114_000),
        ("three hundred and five", 305), ("twenty-one thousand four hundred", 21_400),
        ("two thousand and two hundred", 2200), ("half a million", 500_000),
        ("a quarter of a million", 250_000), ("one hundred thousand", 100_000),
        ("1.2bn", 1.2e9), ("a hundred", 100), ("five hundred and twenty thousand", 520_000),
        ("nine point nought four", 9.04), ("minus three", -3), ("3 lakh", 300_000),
        ("two hundred and three dozen", 236), ("4.7b", 4.7e9), ("38million", 38e6),
        ("a couple of hundred", 200),
        ("a couple thousand", 2000), ("couple of dozen", 24), ("- 3 1/2", -3.5),
        ("−  40 k", -40_000),
    ],
)  # fmt: skip
def test_a_number_is_read_whole(text, value):
    assert [(n.text, n.value) for n in find_numbers(f"{text} ")] == [(text, pytest.approx(value))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a third", 1 / 3), ("two-thirds", 2 / 3), ("three quarters", 0.75), ("half", 0.5),
        ("nine-tenths", 0.9), ("four in five", 0.8), ("one in ten", 0.1), ("3/4", 0.75),
        ("one in twenty", 0.05), ("nine out of ten", 0.9), ("one-fifth", 0.2),
        ("a thirty-second", 1 / 32), ("one sixty-fourth", 1 / 64), ("five forty-firsts", 5 / 41),
        ("five forty firsts", 5 / 41), ("thirty forty sixths", 30 / 46),
        ("minus two over 9", -2 / 9),
        ("one two hundred and seventh", 1 / 207), ("nine one-thousandths", 0.009),
    ],
)  # fmt: skip
def test_a_fraction_is_read_whole(text, value):
    assert read(f"They lost {text}.") == [(text, "fraction", value)]


@pytest.mark.parametrize("text", ["third", "21st", "twenty-first", "hundredth", "4th"])
def test_ordinals_are_told_apart(text):
    assert [n.kind for n in find_numbers(f"the {text} brigade")] == ["ordinal"]


@pytest.mark.parametrize("text", ["a thirty-second visit", "one sixty-fourth brigade"])
def test_a_compound_ordinal_before_a_noun_is_no_part(text):
    assert "fraction" not in [n.kind for n in find_numbers(text)]


@given(st.integers(2, 9), st.integers(3, 9), st.sampled_from(["-", " "]), st.integers(1, 99))
def test_a_compound_denominator_is_read_as_a_whole(ten, one, gap, over):
    below = f"{_TENS[ten - 2]}{gap}{_NTHS[one - 3]}s"
    (number,) = find_numbers(f"{over} {below}")
    assert (number.kind, number.value) == ("fraction", over / (10 * ten + one))


@pytest.mark.parametrize("text", ["- 12 men", "West\n- 12 men", "- 12%", "at - 12", "3 - 12"])
def test_a_stroke_before_more_words_is_a_bullet_or_a_dash(text):
    assert [n.value for n in find_numbers(text)][-1] == 12


def test_a_scale_without_its_article_counts_a_measure_only():
    assert [n.value for n in find_numbers("over thousand sq. km, hundred percent")] == [1000, 100]
    assert find_numbers("thousand men, multi-million dollar, the Hundred Years War") == ()


def test_a_third_of_a_row_is_no_part():
    assert [n.kind for n in find_numbers("a third village and a third of the hills")] == [
        "ordinal",
        "fraction",
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("between one hundred and two hundred", [100, 200]),
        ("between a hundred and twenty", [100, 20]),
        ("one, two, three", [1, 2, 3]),
        ("22,24,26", [22, 24, 26]),
        ("5/17/2018", [5, 17, 2018]),
        ("192.168.1.2", [192, 168, 1, 2]),
        ("eight in five", [8, 5]),
        ("three in 2022", [3, 2022]),
        ("three in five days", [3, 5]),
        ("gained 3bn and 20 more", [3e9, 20]),
        ("423 0000", [423, 0]),
        ("two\n\nthree", [2, 3]),
        ("West - 40", [40]),
        ("1/0", []),
    ],
)
def test_neighbours_stay_apart(text, values):
    assert [n.value for n in find_numbers(text)] == values


@pytest.mark.parametrize(
    "text",
    ["no one came", "the one you meant", "several hundred", "hundreds of men", "a few thousand",
     "the first half", "the last quarter", "a half-hour", "often", "someone", "tenant"],
)  # fmt: skip
def test_words_that_only_look_like_numbers(text):
    assert [n for n in find_numbers(text) if n.kind != "ordinal"] == []


@pytest.mark.parametrize("words", ["two thousand ", "million ", "a dozen ", "half a million "])
def test_a_long_row_of_scales_is_no_infinite_number(words):
    for text in (words * 500, f"half {words * 500}", f"two thirds of a {words * 500}"):
        assert all(n.value < 1e44 for n in find_numbers(text))


def test_the_scale_is_kept_for_ranges():
    assert [n.scale for n in find_numbers("114 to 116 thousand")] == [1, 1000]


def test_a_proportion_keeps_its_parts():
    (number,) = find_numbers("nine out of 12 tanks")
    assert [part.value for part in number.parts] == [9, 12]


@given(st.text(alphabet="1 2,.0½/-e^×%ofthreandhulmiqs\n'", max_size=60))
def test_spans_are_in_order_and_hold_their_words(text):
    end = 0
    for number in find_numbers(text):
        assert number.span.start >= end
        assert number.span.of(text) == number.text
        end = number.span.end


@given(st.integers(0, 10**15))
def test_every_style_of_thousands_is_the_same_number(value):
    plain = f"{value:,}"
    narrow = plain.replace(",", "\u202f")
    assert [n.value for n in find_numbers(f"{plain} and; {value} and; {narrow}")] == [value] * 3


_ONES = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
         "fifteen sixteen seventeen eighteen nineteen").split()  # fmt: skip
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

_NTHS = "third fourth fifth sixth seventh eighth ninth".split()


def spell(value):
    if value < 20:
        return _ONES[value]
    if value < 100:
        ten, one = divmod(value, 10)
        return _TENS[ten - 2] + (f"-{_ONES[one]}" if one else "")
    for size, word in (
        (10**9, "billion"),
        (10**6, "million"),
        (1000, "thousand"),
        (100, "hundred"),
    ):
        if value >= size:
            many, rest = divmod(value, size)
            joint = " and " if 0 < rest < 100 else " "
            return f"{spell(many)} {word}{joint + spell(rest) if rest else ''}"
    raise AssertionError(value)


@given(st.integers(0, 10**12 - 1))
def test_spelled_numbers_mean_what_they_spell(value):
    assert [(n.text, n.value) for n in find_numbers(spell(value))] == [(spell(value), value)]
