from dataclasses import fields
from datetime import date

import pytest

from groundcheck.cli.query_options import Filters
from groundcheck.errors import BadValue
from groundcheck.ledger.store.query import ALL, Query

GIVEN = [
    ({}, ALL),
    ({"place": "Donetsk"}, Query(place="UA-14")),
    ({"place": "Toretsk"}, Query(place="geonames:709354")),
    ({"place": " geonames:7"}, Query(place="geonames:7")),
    ({"place": "name:nowhere"}, Query(place="name:nowhere")),
    ({"verdict": "More-than-measured"}, Query(verdict="more than measured")),
    ({"kind": "control", "certainty": "denied"}, Query(kind="control", certainty="denied")),
    (
        {"since": "2025-01-01", "until": "2025-01-01", "limit": 0},
        Query(since=date(2025, 1, 1), until=date(2025, 1, 1), limit=0),
    ),
    ({"words": '"a b" c*', "source": "A", "origin": "B"}, None),
]


@pytest.mark.parametrize(("given", "wanted"), GIVEN)
def test_options_become_a_query(given, wanted):
    found = Filters(**given).query()
    assert found == (wanted or Query(**given))


def test_every_option_reaches_the_query():
    assert {field.name for field in fields(Filters)} <= {field.name for field in fields(Query)}
    words = {"words", "source", "origin", "outlet", "actor", "check"}
    query = Filters(**{name: name for name in words}).query()
    assert all(getattr(query, name) == name for name in words)


REFUSED = [
    ({"kind": "war"}, "--kind war: wants one of control"),
    ({"verdict": "true"}, "--verdict true: wants one of agrees"),
    ({"certainty": "sure"}, "--certainty sure"),
    ({"since": "2025-02"}, "--since 2025-02: is not a day"),
    ({"until": "2025-02-30"}, "--until 2025-02-30: is not a day"),
    ({"since": "2025-02-02", "until": "2025-02-01"}, "is after --until"),
    ({"limit": -1}, "--limit -1"),
    ({"place": "Xyzzyville"}, "no region or country of that name"),
    ({"place": "Springfield"}, "and 29 more: give the id"),
    ({"place": "Georgia"}, "give the code"),
]


@pytest.mark.parametrize(("given", "reason"), REFUSED)
def test_what_cannot_be_is_refused(given, reason):
    with pytest.raises(BadValue, match=reason):
        Filters(**given).query()
