"""Addresses: plain, inside their folder, one for each id."""

import posixpath
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.publish.site.addresses import Addresses, file_name, relative

IDS = st.text(max_size=80) | st.from_regex(r"[A-Za-z]{2}-?[A-Za-z0-9]{0,3}", fullmatch=True)
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@pytest.mark.parametrize(
    ("id_", "name"),
    [
        ("UA-14", "ua-14"),
        ("UA", "ua"),
        ("0123456789abcdef", "0123456789abcdef"),
        ("geonames:704422", "geonames-704422-"),
        ('name:O\'Neil / "x"', "name-o-neil-x-"),
        ("Ada Brook", "ada-brook-"),
        ("../../etc/passwd", "etc-passwd-"),
        ("Волноваха", ""),
        ("CON", "con-"),
        ("ua-14", "ua-14-"),
        ("", ""),
        (".", ""),
    ],
)
def test_codes_stay_and_the_rest_gets_a_hash(id_, name):
    found = file_name(id_)
    assert found == name or (found.startswith(name) and len(found) == len(name) + 10)


@given(IDS, IDS)
def test_two_ids_have_two_names_on_every_file_system(one, other):
    assert (file_name(one).lower() == file_name(other).lower()) == (one == other)


@given(IDS)
def test_names_are_plain_and_short(id_):
    assert NAME.fullmatch(file_name(id_))
    assert len(file_name(id_)) <= 64


@given(IDS, st.integers(1, 9), st.integers(1, 9))
def test_pages_of_one_list_never_meet_those_of_another(id_, page, other):
    at = Addresses()
    assert (at.place(id_, page) == at.place(id_, other)) == (page == other)
    assert at.place(id_, page) not in {at.all("places", other), at.source(id_, other)}


@given(
    st.sampled_from(["index.html", "search.html", "reports/a.html", "places/ua-14.2.html"]),
    st.sampled_from(["index.html", "static/base.css", "reports/a.html", "claims/b.html"]),
)
def test_a_link_leads_where_it_says(here, there):
    link = relative(here, there)
    assert posixpath.normpath(posixpath.join(posixpath.dirname(here), link)) == there
    assert not link.startswith("/")
