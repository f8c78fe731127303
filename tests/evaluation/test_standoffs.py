from groundcheck.evaluation.counts import Counts
from groundcheck.evaluation.standoffs import score
from groundcheck.publish.standoff import parse

TEXT = "Ann said Bo left. Bo denied it."
WANTED = """\
T1\tPerson 0 3\tAnn
T2\tPerson 9 11\tBo
T3\tSay 4 8\tsaid
T4\tLeave 12 16\tleft
E1\tLeave:T4 Who:T2
E2\tSay:T3 Who:T1 What:E1
R1\tKnows Arg1:T1 Arg2:T2
A1\tTense E2 past
A2\tSure E1
"""


def rows(given, wanted=WANTED):
    return score([(TEXT, parse(wanted, TEXT), parse(given, TEXT))])


def test_the_same_is_right_whatever_its_ids():
    other = "\n".join(reversed(WANTED.splitlines()))
    other = other.replace("T1", "T71").replace("E1", "E9").replace("Who:", "Who2:")
    found = rows(other)
    assert {counts.f1 for counts in found.values()} == {1.0}
    assert found["spans.all"] == Counts(4, 4, 4)
    assert found["links.Say"] == Counts(1, 1, 1)
    assert found["attributes.Tense"] == Counts(1, 1, 1)
    assert list(found)[:4] == ["spans.Leave", "spans.Person", "spans.Say", "spans.all"]


def test_differences_are_told_apart():
    found = rows(WANTED.replace("0 3\tAnn", "0 8\tAnn said").replace("past", "present"))
    assert found["spans.Person"] == Counts(1, 2, 2)
    assert found["tokens.Person"] == Counts(2, 2, 3)
    assert found["links.Leave"] == Counts(1, 1, 1)
    assert found["links.Say"].right == found["links.Knows"].right == 0
    assert found["attributes.Tense"] == Counts(0, 1, 1)


def test_a_label_that_is_never_wanted_is_left_out():
    found = rows(WANTED + "T9\tPlace 18 20\tBo\n")
    assert "spans.Place" not in found
    assert found["spans.all"].f1 == 1.0


def test_nothing_given():
    found = rows("")
    assert found["spans.all"] == Counts(0, 4, 0)
    assert score([(TEXT, parse("", TEXT), parse(WANTED, TEXT))]) == {}
