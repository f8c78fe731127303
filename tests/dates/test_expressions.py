"""Dates in made-up sentences. The day of publication is Wednesday 2025-08-20 unless given."""

from __future__ import annotations

from datetime import date

import pytest

from groundcheck.dates.expressions import DayConflict, find_dates, find_day_conflicts
from groundcheck.model.span import Span

WEDNESDAY = date(2025, 8, 20)

WEEKDAYS = [
    ("The mayor told a radio station Thursday that the road was shut.", "Thursday", "2025-08-14"),
    ("The bridge fell on Wednesday.", "Wednesday", "2025-08-20"),
    ("It was announced late Wednesday.", "late Wednesday", "2025-08-20"),
    ("Shells hit the mill on Monday morning.", "Monday morning", "2025-08-18"),
    ("They had left by Monday morning.", "by Monday morning", "../2025-08-18"),
    ("The patrol came back Saturday night.", "Saturday night", "2025-08-16"),
    ("The council will meet on Friday.", "Friday", "2025-08-22"),
    ("On Friday the council will meet.", "Friday", "2025-08-22"),
    ("He said on Friday that the army will hold.", "Friday", "2025-08-15"),
    ("Talks are due to resume on Monday.", "Monday", "2025-08-25"),
    ("Talks resume next Friday.", "next Friday", "2025-08-29"),
    ("The fort fell last Friday.", "last Friday", "2025-08-15"),
    ("The fort fell last Wednesday.", "last Wednesday", "2025-08-13"),
    ("They met this Monday.", "this Monday", "2025-08-18"),
    ("It fell on Tuesday last week.", "Tuesday last week", "2025-08-12"),
    ("Nobody has moved since Friday.", "since Friday", "2025-08-15/.."),
    ("Friday's strike hit the depot.", "Friday", "2025-08-15"),
    ("nobody has moved since tuesday", "since tuesday", "2025-08-19/.."),
    ("Fighting went on over the weekend.", "the weekend", "2025-08-16/2025-08-17"),
    ("We hold it since the weekend.", "since the weekend", "2025-08-16/.."),
    ("It fell last weekend.", "last weekend", "2025-08-16/2025-08-17"),
    ("They will vote next weekend.", "next weekend", "2025-08-23/2025-08-24"),
    ("Shelling went on Monday and Tuesday.", "Monday and Tuesday", "2025-08-18/2025-08-19"),
    ("It rained from Monday to Wednesday.", "from Monday to Wednesday", "2025-08-18/2025-08-20"),
]

NEAR_DAYS = [
    ("They took the hill today.", "today", "2025-08-20"),
    ("They took the hill yesterday.", "yesterday", "2025-08-19"),
    ("The raid is planned for tonight.", "tonight", "2025-08-20"),
    ("It ends tomorrow.", "tomorrow", "2025-08-21"),
    ("Shells fell this morning.", "this morning", "2025-08-20"),
    ("Shells fell last night.", "last night", "2025-08-19"),
    ("It was the day before yesterday.", "the day before yesterday", "2025-08-18"),
    ("It is the day after tomorrow.", "the day after tomorrow", "2025-08-22"),
    ("It fell two days ago.", "two days ago", "2025-08-18"),
    ("Two weeks ago it was more.", "Two weeks ago", "2025-08-04/2025-08-10"),
    ("It fell a month ago.", "a month ago", "2025-07"),
    ("It fell three years ago.", "three years ago", "2022"),
    ("It fell two days after March 5.", "two days after March 5", "2025-03-07"),
    ("It fell a week before May 20.", "a week before May 20", "2025-05-12/2025-05-18"),
    ("It fell 2 days before yesterday.", "2 days before yesterday", "2025-08-17"),
    ("It opens 3 days from tomorrow.", "3 days from tomorrow", "2025-08-24"),
    ("They arrive two weeks from now.", "two weeks from now", "2025-09-01/2025-09-07"),
]

UNITS = [
    ("They lost ground this week.", "this week", "2025-08-18/2025-08-24"),
    ("They lost ground this month.", "this month", "2025-08"),
    ("They lost ground this year.", "this year", "2025"),
    ("They lost ground last week.", "last week", "2025-08-11/2025-08-17"),
    ("They lost ground last month.", "last month", "2025-07"),
    ("They lost ground last year.", "last year", "2024"),
    ("last year’s push", "last year", "2024"),
    ("Since last year they have stood still.", "Since last year", "2024/.."),
    ("Next year they will try again.", "Next year", "2026"),
    ("Next month they will try again.", "Next month", "2025-09"),
    ("They took six farms in the past month.", "the past month", "2025-07-20/2025-08-20"),
    ("They took six over the past week.", "the past week", "2025-08-13/2025-08-20"),
    ("over the past 24 hours", "the past 24 hours", "2025-08-19/2025-08-20"),
    ("in the past 48 hours", "the past 48 hours", "2025-08-18/2025-08-20"),
    ("in the past 12 months", "the past 12 months", "2024-08-20/2025-08-20"),
    ("in the last three weeks", "the last three weeks", "2025-07-30/2025-08-20"),
    ("over the last two years", "the last two years", "2023-08-20/2025-08-20"),
    ("in the past few days", "the past few days", "2025-08-17/2025-08-20"),
    ("in the next two days", "the next two days", "2025-08-21/2025-08-22"),
    ("So far this year they took 40.", "So far this year", "2025-01-01/2025-08-20"),
    ("So far this month they took 4.", "So far this month", "2025-08-01/2025-08-20"),
    ("It fell earlier this month.", "earlier this month", "2025-08-01/2025-08-20"),
    ("It will fall later this year.", "later this year", "2025-08-20/2025-12-31"),
    ("the third quarter of 2023", "the third quarter of 2023", "2023-07/2023-09"),
    ("In Q1 2024 they lost it.", "Q1 2024", "2024-01/2024-03"),
    ("the first half of 2023", "the first half of 2023", "2023-01/2023-06"),
    ("the first week of May 2024", "the first week of May 2024", "2024-04-29/2024-05-05"),
]

DAYS = [
    ("It fell on February 20, 2024.", "February 20, 2024", "2024-02-20"),
    ("It fell on 20 February 2024.", "20 February 2024", "2024-02-20"),
    ("It fell on 20th February, 2024.", "20th February, 2024", "2024-02-20"),
    ("It fell on the 20th of February 2024.", "the 20th of February 2024", "2024-02-20"),
    ("It fell on Feb. 20.", "Feb. 20", "2025-02-20"),
    ("It fell on 20 Feb.", "20 Feb", "2025-02-20"),
    ("It fell on 20.02.2024.", "20.02.2024", "2024-02-20"),
    ("It fell on 2024-02-20.", "2024-02-20", "2024-02-20"),
    ("It fell on 2024/02/20.", "2024/02/20", "2024-02-20"),
    ("It fell on 20/02/2024.", "20/02/2024", "2024-02-20"),
    ("It fell on 03/04/2024.", "03/04/2024", "2024-04-03"),
    ("It fell on 02/20/2024.", "02/20/2024", "2024-02-20"),
    ("It fell on 30.07, they say.", "30.07", "2025-07-30"),
    ("It fell on March 19.", "March 19", "2025-03-19"),
    ("It fell on October 19.", "October 19", "2024-10-19"),
    ("It fell on August 20.", "August 20", "2025-08-20"),
    ("It fell on August 21.", "August 21", "2024-08-21"),
    ("They will vote on October 19.", "October 19", "2025-10-19"),
    ("It was the night of 3 May 2020.", "the night of 3 May 2020", "2020-05-03"),
    ("On Monday, 3 March, they left.", "Monday, 3 March", "2025-03-03"),
    ("On Tuesday, March 19, they left.", "Tuesday, March 19", "2025-03-19"),
    ("On March 19, a Wednesday, they left.", "March 19, a Wednesday", "2025-03-19"),
    ("since the first of May", "since the first of May", "2025-05-01/.."),
    ("It stood empty since May 9.", "since May 9", "2025-05-09/.."),
    ("There is a truce from June 8.", "from June 8", "2025-06-08/.."),
    ("He ordered them to clear it by October 15.", "by October 15", "../2025-10-15"),
    ("They had cleared it by October 15.", "by October 15", "../2024-10-15"),
    ("They will leave before Christmas.", "before Christmas", "../2025-12-25"),
    ("They held less at New Year.", "New Year", "2025-01-01"),
    ("It fell on New Year’s Eve.", "New Year’s Eve", "2024-12-31"),
    ("5–11 July 2024", "5–11 July 2024", "2024-07-05/2024-07-11"),
    ("from 4 to 22 May", "from 4 to 22 May", "2025-05-04/2025-05-22"),
    ("between 4 and 22 May", "between 4 and 22 May", "2025-05-04/2025-05-22"),
    ("October 5 and 6 were calm", "October 5 and 6", "2024-10-05/2024-10-06"),
    (
        "on October 8 and into the night of October 9",
        "October 8 and into the night of October 9",
        "2024-10-08/2024-10-09",
    ),
    (
        "between November 27 and December 6",
        "between November 27 and December 6",
        "2024-11-27/2024-12-06",
    ),
    (
        "between December 27 and January 6",
        "between December 27 and January 6",
        "2024-12-27/2025-01-06",
    ),
    (
        "from March 1, 2023 to April 2, 2024",
        "from March 1, 2023 to April 2, 2024",
        "2023-03-01/2024-04-02",
    ),
    ("the first Friday of next month", "the first Friday of next month", "2025-09-05"),
    ("the last Monday in May 2024", "the last Monday in May 2024", "2024-05-27"),
    ("the twenty second of June", "the twenty second of June", "2025-06-22"),
    ("They met on the 15th.", "the 15th", "2025-08-15"),
    ("the 20th of last month", "the 20th of last month", "2025-07-20"),
]

MONTHS = [
    ("It fell in November.", "November", "2024-11"),
    ("It fell in November 2023.", "November 2023", "2023-11"),
    ("It fell in August.", "August", "2025-08"),
    ("It fell last August.", "last August", "2024-08"),
    ("In May twenty men died.", "May", "2025-05"),
    ("It fell last May.", "last May", "2025-05"),
    ("We stand here since last May.", "since last May", "2025-05/.."),
    ("We stand here since March.", "since March", "2025-03/.."),
    ("We stand here since September.", "since September", "2024-09/.."),
    ("We stand here since February 2024.", "since February 2024", "2024-02/.."),
    ("It was lost before February 2022.", "before February 2022", "../2022-02"),
    ("By February 2015 it was lost.", "By February 2015", "../2015-02"),
    ("They will be there by June.", "by June", "../2026-06"),
    ("They had been there by June.", "by June", "../2025-06"),
    ("It will go on until April 2027.", "until April 2027", "../2027-04"),
    ("It fell in late October.", "late October", "2024-10"),
    ("It fell in early May.", "early May", "2025-05"),
    ("It fell in mid-June.", "mid-June", "2025-06"),
    ("At the end of March they left.", "the end of March", "2025-03"),
    ("since the beginning of July", "since the beginning of July", "2025-07/.."),
    ("in the first half of June", "the first half of June", "2025-06-01/2025-06-15"),
    ("in the second half of February", "the second half of February", "2025-02-16/2025-02-28"),
    ("between January and March", "between January and March", "2025-01/2025-03"),
    ("in February and March 2014", "February and March 2014", "2014-02/2014-03"),
    ("from May to July 2024", "from May to July 2024", "2024-05/2024-07"),
    ("in november it fell", "november", "2024-11"),
    ("In September they had 12 posts.", "September", "2024-09"),
    ("It fell in 2024-03.", "2024-03", "2024-03"),
    ("It fell in 03/2024.", "03/2024", "2024-03"),
]

YEARS = [
    ("They came in 2022.", "2022", "2022"),
    ("They came in 2014 and stayed.", "2014", "2014"),
    ("They hold it since 2014.", "since 2014", "2014/.."),
    ("They will go before the end of 2026.", "before the end of 2026", "../2026"),
    ("It had gone by the end of 2021.", "by the end of 2021", "../2021"),
    ("It was so at the end of 2023.", "the end of 2023", "2023-12"),
    ("the 2021 election", "2021", "2021"),
    ("in the 1990s", "the 1990s", "199X"),
    ("in the 90s", "the 90s", "199X"),
    ("in the nineties", "the nineties", "199X"),
    ("a war of the 19th century", "the 19th century", "18XX"),
    ("from 2014 to 2018", "from 2014 to 2018", "2014/2018"),
    ("the years 2014-2018.", "2014-2018", "2014/2018"),
    ("between 2014 and 2018", "between 2014 and 2018", "2014/2018"),
    ("(2019)", "2019", "2019"),
    ("They held it in 2023, 2,024 men strong.", "2023", "2023"),
]

SEASONS = [
    ("In the spring they came back.", "the spring", "2025-21"),
    ("They will not be here this summer.", "this summer", "2025-22"),
    ("last winter", "last winter", "2024-24"),
    ("last spring", "last spring", "2025-21"),
    ("It fell in autumn 2023.", "autumn 2023", "2023-23"),
    ("the summer of 2016", "the summer of 2016", "2016-22"),
    ("They pushed in the fall.", "the fall", "2024-23"),
    ("next spring", "next spring", "2026-21"),
    ("since last summer", "since last summer", "2024-22/.."),
]

IN_WORDS = [
    ("They came in nineteen forty-eight.", "nineteen forty-eight", "1948"),
    ("They came in two thousand and nine, and stayed.", "two thousand and nine", "2009"),
    (
        "It has stood since seventeen hundred and twelve.",
        "since seventeen hundred and twelve",
        "1712/..",
    ),
    ("It fell in May of nineteen oh five.", "May of nineteen oh five", "1905-05"),
    (
        "It fell on June the fourth, twenty twenty-one.",
        "June the fourth, twenty twenty-one",
        "2021-06-04",
    ),
    ("It fell on June twenty-four, 2021.", "June twenty-four, 2021", "2021-06-24"),
    (
        "the second half of two thousand and six",
        "the second half of two thousand and six",
        "2006-07/2006-12",
    ),
    ("in the year three hundred and ten", "year three hundred and ten", "0310"),
    ("In the nineteen thirties they left.", "the nineteen thirties", "193X"),
    ("In the twenty-tens they left.", "the twenty-tens", "201X"),
    ("In the noughties they left.", "the noughties", "200X"),
]

SHORT = [
    ("It fell on 23/07/14.", "23/07/14", "2014-07-23"),
    ("It fell on 7-23-14.", "7-23-14", "2014-07-23"),
    ("It fell on 23.07.88.", "23.07.88", "1988-07-23"),
    ("It fell on 07/08,2014.", "07/08,2014", "2014-07-08"),
    ("It fell on 7/29.", "7/29", "2025-07-29"),
    ("Seen again 7/29.", "7/29", "2025-07-29"),
    ("Seen again 29/07, at dawn.", "29/07", "2025-07-29"),
    ("It fell on 7-29.", "7-29", "2025-07-29"),
    ("It fell on 19, they say.", "19", "2025-08-19"),
    ("Bread came for the 19th.", "the 19th", "2025-08-19"),
    ("It fell on the fourteenth.", "the fourteenth", "2025-08-14"),
    ("After Nov.9, 2016 nobody came.", "After Nov.9, 2016", "2016-11-09/.."),
    ("It fell on Nov/9, they say.", "Nov/9", "2024-11-09"),
    ("It fell on November9.", "November9", "2024-11-09"),
    ("It began in March 97.", "March 97", "1997-03"),
    ("The harvest of 2014-15 failed.", "2014-15", "2014/2015"),
    ("In 2014 Q2 it fell.", "2014 Q2", "2014-04/2014-06"),
    ("In 2014H1 it fell.", "2014H1", "2014-01/2014-06"),
    ("2014, the first quarter", "2014, the first quarter", "2014-01/2014-03"),
    ("Station closes tmrw.", "tmrw", "2025-08-21"),
]

REACHING = [
    (
        "It fell a year, two months and 3 days ago.",
        "a year, two months and 3 days ago",
        "2024-06-17",
    ),
    ("It fell one year and two months ago.", "one year and two months ago", "2024-06"),
    ("It fell two Mondays ago.", "two Mondays ago", "2025-08-11"),
    ("It fell a Wednesday ago.", "a Wednesday ago", "2025-08-13"),
    ("It opens three Fridays from now.", "three Fridays from now", "2025-09-05"),
    ("We will hold it within two weeks.", "within two weeks", "2025-08-20/2025-09-03"),
    ("They act within the next 3 days.", "within the next 3 days", "2025-08-20/2025-08-23"),
    (
        "less than two days from tomorrow",
        "less than two days from tomorrow",
        "2025-08-21/2025-08-23",
    ),
    ("more than a month before today", "more than a month before today", "../2025-07-20"),
    ("more than two weeks after today", "more than two weeks after today", "2025-09-03/.."),
    ("A truce for two weeks from June 4", "for two weeks from June 4", "2025-06-04/2025-06-17"),
    (
        "shut for 3 days, starting on Monday",
        "for 3 days, starting on Monday",
        "2025-08-18/2025-08-20",
    ),
    ("It was shut for two days from today.", "for two days from today", "2025-08-20/2025-08-21"),
    (
        "Between now and November 3 it was shut.",
        "Between now and November 3",
        "2025-08-20/2025-11-03",
    ),
    ("They met on the second Tuesday.", "the second Tuesday", "2025-08-12"),
    ("They met on the fourth Friday.", "the fourth Friday", "2025-07-25"),
    ("They met on Saturday the 9th.", "Saturday the 9th", "2025-08-09"),
    ("They met on Sunday the fourteenth.", "Sunday the fourteenth", "2025-09-14"),
    ("It is w/c June 4.", "w/c June 4", "2025-06-02/2025-06-08"),
    ("The month after next it opens.", "The month after next", "2025-10"),
]

ALL = WEEKDAYS + NEAR_DAYS + UNITS + DAYS + MONTHS + YEARS + SEASONS
ALL += IN_WORDS + SHORT + REACHING


@pytest.mark.parametrize(("text", "words", "edtf"), ALL)
def test_one_date(text: str, words: str, edtf: str) -> None:
    found = find_dates(text, WEDNESDAY)
    assert [(w.text, w.edtf) for w in found] == [(words, edtf)]
    assert found[0].span is not None
    assert found[0].span.of(text) == words


SEVERAL = [
    ("2022. On February 24 they came. In May they left.", ["2022", "2022-02-24", "2022-05"]),
    ("In 2014 it began. In March of that year it fell.", ["2014", "2014-03"]),
    ("In 2014 it began, and in the same year it ended.", ["2014", "2014"]),
    ("2011: a revolt began, and it ended on October 20.", ["2011", "2011-10-20"]),
    ("It fell in 2022. By that November it was back.", ["2022", "../2022-11"]),
    ("In December it was 40, a month earlier 50.", ["2024-12", "2024-11"]),
    ("They left on May 3 and came back two days later.", ["2025-05-03", "2025-05-05"]),
    ("It fell on May 3, its twin a day before that.", ["2025-05-03", "2025-05-02"]),
    ("It fell on May 3. Since then nobody came.", ["2025-05-03", "2025-05-03/.."]),
    ("It fell on May 3. The same day the mill burnt.", ["2025-05-03", "2025-05-03"]),
    ("It fell on May 3. The following day the mill burnt.", ["2025-05-03", "2025-05-04"]),
    ("505 in November 2024 and 390 in December", ["2024-11", "2024-12"]),
    ("On Monday they came, on Tuesday they left.", ["2025-08-18", "2025-08-19"]),
    ("They met in March 2024 and again in 2025.", ["2024-03", "2025"]),
    ("October 5 and 12 were calm", ["2024-10-05/2024-10-12"]),
    (
        "Last week between Tuesday and Friday it rained.",
        ["2025-08-11/2025-08-17", "2025-08-12/2025-08-15"],
    ),
]


@pytest.mark.parametrize(("text", "edtf"), SEVERAL)
def test_dates_lean_on_those_before(text: str, edtf: list[str]) -> None:
    assert [w.edtf for w in find_dates(text, WEDNESDAY)] == edtf


NONE = [
    "He may fall.",
    "They may march on the town.",
    "They lost 2024 men.",
    "They lost 2,024 men.",
    "A force of 2014 men held it.",
    "2024 villages were counted.",
    "The share is 30.08 percent.",
    "The share is 19.20.",
    "One in two thousand.",
    "They lost a man in two thousand.",
    "In two thousand homes there was no light.",
    "The demand is based on 4.22.",
    "They used 7/8 of it, 3/4 of that and 5/16.",
    "Call 12-34-56 or read version 1.2.16.",
    "He won on the second.",
    "They will leave within three days.",
    "They left within two weeks.",
    "We will leave within two days of the truce.",
    "They hold 40 of the 45.",
    "The EU 27 agreed for the 27.",
    "They lost 50 posts a year 300.",
    "Roads for twenty-ten trucks",
    "It held for three decades.",
    "They held out for two weeks.",
    "He sat in the sun.",
    "The Sun reported it.",
    "Theresa May spoke.",
    "A second of silence.",
    "The 15th brigade held.",
    "Prices fall and men spring up.",
    "He is a march fly collector.",
    "The Sunday Times reported it.",
    "On Good Friday bells rang."[3:14],
    "Room 2024, building 1999a",
    "It costs $2,014 or $2014.",
    "Version 1.2.3 of 10/11 parts",
    "They hold 4/5 of it.",
    "",
    "\u202edate\u202c \x00\x01",
    "dec mar jan sat",
]


@pytest.mark.parametrize("text", NONE)
def test_no_date(text: str) -> None:
    assert find_dates(text, WEDNESDAY) == ()


UNRESOLVED = [
    ("It fell on Thursday.", None, "no day of publication"),
    ("It fell last year.", None, "no day of publication"),
    ("It fell in March.", None, "no day of publication"),
    ("It fell a month earlier.", WEDNESDAY, "no date before"),
    ("The same day the mill burnt.", WEDNESDAY, "no date before"),
    ("It fell on 30 February 2024.", WEDNESDAY, "not a day"),
    ("It fell on 29 February 2023.", WEDNESDAY, "not a day"),
    ("It fell on 2024-13-01.", WEDNESDAY, "not a day"),
    ("from 22 to 4 May 2024", WEDNESDAY, "not a day"),
    ("They met on the fifth Thursday.", WEDNESDAY, "not a day"),
    ("It fell two Fridays earlier.", WEDNESDAY, "no date before"),
]


@pytest.mark.parametrize(("text", "anchor", "note"), UNRESOLVED)
def test_what_cannot_be_resolved_says_why(text: str, anchor: date | None, note: str) -> None:
    (found,) = find_dates(text, anchor)
    assert (found.edtf, found.start, found.end) == (None, None, None)
    assert note in found.note


@pytest.mark.parametrize(
    ("text", "anchor", "edtf"),
    [
        ("It fell on February 29.", date(2025, 2, 1), "2024-02-29"),
        ("It fell on February 29.", date(2024, 2, 29), "2024-02-29"),
        ("It fell a year ago.", date(2024, 2, 29), "2023"),
        ("in the past month", date(2024, 3, 31), "2024-02-29/2024-03-31"),
        ("in the past year", date(2024, 2, 29), "2023-02-28/2024-02-29"),
        ("It fell yesterday.", date(2025, 1, 1), "2024-12-31"),
        ("It fell last month.", date(2025, 1, 15), "2024-12"),
        ("It fell last week.", date(2025, 1, 1), "2024-12-23/2024-12-29"),
        ("It fell in December.", date(2025, 12, 31), "2025-12"),
        ("It fell in January.", date(2025, 12, 31), "2025-01"),
        ("It fell this winter.", date(2025, 1, 15), "2024-24"),
        ("It fell over the weekend.", date(2025, 8, 23), "2025-08-23/2025-08-24"),
        ("It fell yesterday.", date(1, 1, 1), None),
        ("It ends tomorrow.", date(9999, 12, 31), None),
        ("It fell today.", date(9999, 12, 31), "9999-12-31"),
        ("It fell last year.", date(1, 6, 1), None),
        ("It ends next year.", date(9999, 6, 1), None),
    ],
)
def test_edges_of_the_calendar(text: str, anchor: date, edtf: str | None) -> None:
    assert [w.edtf for w in find_dates(text, anchor)] == [edtf]


def test_absolute_dates_need_no_anchor() -> None:
    found = find_dates("It fell on 3 March 2024, not in 2022.", None)
    assert [w.edtf for w in found] == ["2024-03-03", "2022"]


def test_a_weekday_that_does_not_fit_its_date() -> None:
    text = "They left on Tuesday, March 19, and met on Monday, 3 March."
    assert find_day_conflicts(text, WEDNESDAY) == (
        DayConflict(Span(13, 30), "Tuesday", date(2025, 3, 19), "Wednesday"),
    )


@pytest.mark.parametrize(
    "text",
    ["On Wednesday, March 19, they left.", "On Tuesday they left.", "Monday, 3 March 2025", ""],
)
def test_a_weekday_that_fits_is_no_conflict(text: str) -> None:
    assert find_day_conflicts(text, WEDNESDAY) == ()
