"""Reading a few sentences as if they had been published on Thursday, 12 March 2026."""

import pytest

import groundcheck


@pytest.fixture
def claims_of():
    """The claims of a text."""

    def read(text, published="2026-03-12"):
        return groundcheck.read(text, published=published).claims

    return read


@pytest.fixture
def claim_of(claims_of):
    """The one claim, the shortest if there are several, that holds the given words."""

    def read(text, words, published="2026-03-12"):
        claims = claims_of(text, published)
        found = sorted((c for c in claims if words in c.text), key=lambda c: len(c.text))
        assert found, f"no claim says {words!r} among {[c.text for c in claims]}"
        return found[0]

    return read
