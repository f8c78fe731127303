from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundcheck.text.language import looks_english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("The army said on Monday that it had taken two villages and lost none of its men.", True),
        ("Units of the north group took three villages. Losses of the enemy: 400 men.", True),
        ("Hill fell today", True),
        ("64% 2020", True),
        ("", True),
        ("Армия заявила", False),
        ("Армия заявила в понедельник, что она взяла два села и не потеряла ни одного.", False),
        (
            "Die Armee sagte am Montag, sie habe zwei Dörfer genommen und keinen Mann verloren.",
            False,
        ),
        (
            "L'armée a dit lundi qu'elle avait pris deux villages et n'avait perdu aucun homme.",
            False,
        ),
        (
            "El ejército dijo el lunes que había tomado dos aldeas y no había perdido a nadie.",
            False,
        ),
        ("Het leger zei maandag dat het twee dorpen had ingenomen en niemand had verloren.", False),
        (
            "Ordu pazartesi günü iki köyü aldığını ve hiç kayıp vermediğini açıkladı dün akşam.",
            False,
        ),
        ("军队周一表示已占领两个村庄", False),
    ],
)
def test_english_is_told_from_other_languages(text: str, english: bool) -> None:
    assert looks_english(text) is english


@given(st.text())
def test_any_text_gets_an_answer(text: str) -> None:
    assert looks_english(text) in (True, False)
