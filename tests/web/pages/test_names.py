"""Names of any kind as a step of an address, and back."""

from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from groundcheck.web.pages.names import from_path, in_path


@given(st.text(st.characters(codec=None), max_size=40))
@example("..")
@example("")
@example("~")
@example("~2E")
@example("a/b\\c?d#e%2F;=&+")
@example("\ud800\udc00")
def test_every_name_comes_back_from_one_step(name):
    step = in_path(name)
    assert step.isascii()
    assert not set(step) & set("/.\\?#")
    assert urlsplit(f"http://h/source/{step}").path == f"/source/{step}"
    assert from_path(unquote(step, errors="surrogatepass")) == name


@pytest.mark.parametrize(
    ("name", "step"),
    [
        ("UA-14", "UA-14"),
        ("geonames:704422", "geonames:704422"),
        ('name:O\'Neil "x"', "name:O'Neil%20%22x%22"),
        ("../../etc/passwd", "~2E~2E~2F~2E~2E~2Fetc~2Fpasswd"),
        ("", "~"),
    ],
)
def test_codes_stay_as_they_are(name, step):
    assert in_path(name) == step


@pytest.mark.parametrize("step", ["~FF", "~E2~82", "~zz", "~2"])
def test_what_no_name_was_made_into_stays_as_it_is(step):
    assert from_path(step) == step
