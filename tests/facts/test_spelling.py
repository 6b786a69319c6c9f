"""Spelling keys: British, American and transliterated forms meet, other words stay apart."""

from __future__ import annotations

import pytest

from factcheck.facts.spelling import is_spelling_pair, spelling_key

PAIRS = (
    "colour color|organise organize|organisation organization|civilisational civilizational|"
    "centre center|centred centered|kilometres kilometers|defence defense|programme program|"
    "travelled traveled|traveller traveler|grey gray|analyse analyze|paralysed paralyzed|"
    "neighbourhood neighborhood|favourable favorable|manoeuvre maneuver|manoeuvred maneuvered|"
    "manoeuvring maneuvering|fulfil fulfill|theatre theater|catalogued cataloged|sceptics skeptics|"
    "ageing aging|paediatric pediatric|anaemia anemia|ploughed plowed|signalled signaled|"
    "realises realizes|mould mold|jewellery jewelry|cosy cozy|dialogues dialogs"
)
APART = (
    "rise rice|prise prize|advise advice|promise premise|willing wiling|filled filed|four for|"
    "device devise|hour hor|tour tor|pour por|wise wize|size sise|polled poled|acre acer|our or"
)


@pytest.mark.parametrize("pair", PAIRS.split("|"))
def test_variants_meet(pair: str) -> None:
    british, american = pair.split()
    assert spelling_key(british) == spelling_key(american)


@pytest.mark.parametrize("pair", APART.split("|"))
def test_other_words_stay_apart(pair: str) -> None:
    left, right = pair.split()
    assert spelling_key(left) != spelling_key(right)


@pytest.mark.parametrize("pair", ["kiev kyiv", "koran quran", "petrovskyy petrovsky"])
def test_transliterations_meet_but_are_no_spelling_pair(pair: str) -> None:
    left, right = pair.split()
    assert spelling_key(left) == spelling_key(right)
    assert not is_spelling_pair(left, right)


@pytest.mark.parametrize("pair", ["licence license", "practise practice", "programme program"])
def test_words_with_two_meanings_are_no_spelling_pair(pair: str) -> None:
    left, right = pair.split()
    assert not is_spelling_pair(left, right)


@pytest.mark.parametrize("word", ["promise", "exercise", "surprise", "advertise", "compromise"])
def test_words_only_in_ise_have_no_partner(word: str) -> None:
    assert not is_spelling_pair(word, word)


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("jewellers", "jewelers"),
        ("moulder", "molder"),
        ("moulders", "molders"),
        ("practised", "practiced"),
        ("practising", "practicing"),
        ("cheques", "checks"),
        ("ploughed", "plowed"),
        ("fulfilled", "fulfilled"),
        ("dovsky", "dovskii"),
        ("zelenskyy", "zelenskiy"),
    ],
)
def test_inflected_forms_have_one_key(british: str, american: str) -> None:
    assert spelling_key(british) == spelling_key(american)


@pytest.mark.parametrize("word", ["risk", "sky", "café", "co-op", "our"])
def test_other_words_are_their_own_key(word: str) -> None:
    assert spelling_key(word) == word
