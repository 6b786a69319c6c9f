"""Who says a quotation: the verb of saying next to it and that verb's subject.

Patterns next to the marks come first ("…," said X; X said: "…"; "…," X, the Y, said); then, for a
few words quoted inside indirect speech, the verb of saying that governs them, by the dependency
parse where there is one, else the nearest to the left. A pronoun is resolved only when one single
person can be meant.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from factcheck.annotate.quote_marks import Marked
from factcheck.annotate.saying import (
    ALSO_NOUNS,
    DETERMINERS,
    NAMING,
    OTHER_PRONOUNS,
    PREPOSITIONS,
    PRONOUNS,
    SAYING,
)
from factcheck.annotate.scene import Scene
from factcheck.annotate.subjects import (
    is_between,
    only_agent,
    parsed_subject,
    subject_ending,
    subject_opening,
)

_AFTER = 18
_BEFORE = 40
_MARKS = "\"'“”‘’«»„"


@dataclass(frozen=True, slots=True)
class Voice:
    """The speaker and the lemma of the verb of saying; "" where the text gives none."""

    speaker: str = ""
    verb: str = ""


_NOBODY = Voice()


def voice_of(scene: Scene, mark: Marked, sentence: int) -> Voice:
    """The speaker and the verb of saying of a quotation that opens in sentence `sentence`."""
    first = bisect_left(scene.starts, mark.start)
    last = bisect_left(scene.starts, mark.end)
    if mark.closed:
        voice = _after(scene, first, last)
        if voice.verb:
            return voice
    return _before(scene, first, sentence)


# ── behind the quotation ──────────────────────────────────────────────────────────────────────


def _after(scene: Scene, first: int, last: int) -> Voice:
    """`"…," said X`, `"…," X said`, `"…," X, the Y, said`, `"…", according to X`."""
    region = _region_after(scene, first, last)
    if not region:
        return _NOBODY
    words = [scene.tokens[index].text.lower() for index in region]
    skip = 1 if words[0] == "," else 0
    if words[skip : skip + 2] == ["according", "to"]:
        return Voice(subject_opening(scene, region[skip + 2 :]), "according to")
    verb = next((at for at in range(skip, len(region)) if _says(scene, region, at)), None)
    if verb is not None and (words[verb] in NAMING or _is_infinitive(words, verb)):
        return _NOBODY
    if verb is None:
        return _NOBODY
    lemma = SAYING[words[verb]]
    if verb == skip:
        speaker = subject_opening(scene, region[verb + 1 :])
        return Voice(speaker, lemma) if speaker and _comma_or_stop(scene, first, last) else _NOBODY
    if not _comma_or_stop(scene, first, last):
        return _NOBODY
    if scene.sentence_of[region[0]] != scene.sentence_of[last - 1] and not _ends_there(words, verb):
        return _NOBODY
    subject = region[skip:verb]
    if not _is_subject(words[skip:verb]):
        return _NOBODY
    return Voice(subject_opening(scene, subject), lemma)


def _ends_there(words: list[str], verb: int) -> bool:
    """Whether the verb has nothing else to report: `"Why?" X asked in May.`"""
    return verb + 1 >= len(words) or words[verb + 1] == "," or words[verb + 1] in PREPOSITIONS


def _is_infinitive(words: list[str], verb: int) -> bool:
    """ "to describe", but not "went on to say"."""
    return verb > 0 and words[verb - 1] == "to" and (verb < 2 or words[verb - 2] != "on")


def _region_after(scene: Scene, first: int, last: int) -> list[int]:
    """Token indexes behind the mark, up to the end of the sentence or the next quotation."""
    region: list[int] = []
    if last >= len(scene.tokens) or last == 0:
        return region
    sentence = scene.sentence_of[last]
    if sentence != scene.sentence_of[last - 1]:
        # A sentence splitter may end the sentence at the mark: "Really?" he asked.
        word = scene.tokens[last].text
        asked = last > 1 and scene.tokens[last - 2].text in "?!"
        same = scene.sentences[sentence].block == scene.sentences[scene.sentence_of[last - 1]].block
        if not same or not (word[:1].islower() or asked):
            return region
    for index in range(last, min(last + _AFTER, len(scene.tokens))):
        text = scene.tokens[index].text
        if scene.sentence_of[index] != sentence or scene.quoted[index] or text in ";!?":
            break
        if text == "." and not _is_inside(scene, index):
            break
        region.append(index)
    return region


def _is_inside(scene: Scene, stop: int) -> bool:
    """Whether a full stop is that of a title in the middle of its sentence: "Lt. Ann Dobbs"."""
    after = stop + 1
    return (
        after < len(scene.tokens)
        and scene.sentence_of[after] == scene.sentence_of[stop]
        and scene.tokens[after].text[:1].isupper()
        and scene.tokens[stop - 1].text[:1].isupper()
    )


def _comma_or_stop(scene: Scene, first: int, last: int) -> bool:
    """Whether the quoted words end as a statement does: with , . ? ! … or a dash."""
    for index in (last, last - 1, last - 2):
        if first < index < len(scene.tokens):
            text = scene.tokens[index].text
            if text and text[-1] in ",.?!…-–—":
                return True
            if index < last and text[0] not in _MARKS:
                return False
    return False


def _is_subject(words: list[str]) -> bool:
    """Whether the words between the quotation and the verb can be its subject and no more."""
    if len(words) > 14:
        return False
    if words[0] in OTHER_PRONOUNS and words[0] not in ("i", "we", "they", "it"):
        return False
    return words[0] not in PREPOSITIONS and words[0] not in ("and", "but", "as", "when", "-")


def _says(scene: Scene, region: list[int], at: int) -> bool:
    token = scene.tokens[region[at]]
    word = token.text.lower()
    if word not in SAYING or scene.quoted[region[at]]:
        return False
    before = scene.tokens[region[at - 1]] if at else None
    if word == "saying" and before is not None and before.text.lower() in DETERMINERS:
        return False
    if token.pos:
        return token.pos in ("VERB", "AUX")
    if word in ALSO_NOUNS:
        return before is not None and (before.text[:1].isupper() or before.text.lower() in PRONOUNS)
    return True


# ── before the quotation ──────────────────────────────────────────────────────────────────────


def _before(scene: Scene, first: int, sentence: int) -> Voice:
    """The nearest verb of saying to the left in the sentence, and its subject."""
    start = max(scene.offset[sentence], first - _BEFORE)
    region = list(range(start, min(first, len(scene.tokens))))
    for at in range(len(region) - 1, -1, -1):
        if scene.tokens[region[at]].text == ";":
            break
        if not _says(scene, region, at):
            continue
        word = scene.tokens[region[at]].text.lower()
        lemma = SAYING[word]
        if lemma in NAMING.values() and len(region) - at > 8:
            continue
        if not _governs(scene, sentence, region[at], first):
            continue
        return Voice(_left_subject(scene, region, at), lemma)
    return _according(scene, region)


def _governs(scene: Scene, sentence: int, verb: int, first: int) -> bool:
    """With a parse: whether the quoted words lie below the verb; without one, yes."""
    if not scene.sentences[sentence].parsed:
        return True
    offset = scene.offset[sentence]
    tokens = scene.sentences[sentence].tokens
    index, target = first - offset, verb - offset
    for _ in range(40):
        if index == target:
            return True
        if not 0 <= index < len(tokens) or tokens[index].head in (index, -1):
            break
        index = tokens[index].head
    # A colon or comma right before the marks binds verb and words more surely than the parser does.
    return first - verb <= 3


def _according(scene: Scene, region: list[int]) -> Voice:
    for at in range(len(region) - 2):
        if scene.tokens[region[at]].text.lower() == "according":
            return Voice(subject_opening(scene, region[at + 2 :]), "according to")
    return _NOBODY


def _left_subject(scene: Scene, region: list[int], at: int) -> str:
    """The subject of the verb at `region[at]`, which stands to its left."""
    end = at
    while end > 0 and is_between(scene.tokens[region[end - 1]].text):
        end -= 1
    if end == 0:
        return ""
    word = scene.tokens[region[at]].text.lower()
    previous = scene.tokens[region[end - 1]]
    pronoun = previous.text in PRONOUNS or previous.text in OTHER_PRONOUNS
    participle = end == at and word in NAMING and word.endswith("ed")
    if participle and previous.text[0].islower() and not pronoun:
        # "a phenomenon termed …": nobody is said to speak.
        return ""
    if region[end - 1] in scene.name_at or previous.text.lower() in PRONOUNS:
        return subject_ending(scene, region[:end])
    parsed = parsed_subject(scene, region[at])
    if parsed is not None:
        return parsed
    if end == at and word.endswith("ing"):
        return only_agent(scene, region[:end])
    if previous.text == ",":
        return _before_apposition(scene, region, end - 1)
    return subject_ending(scene, region[:end])


def _before_apposition(scene: Scene, region: list[int], comma: int) -> str:
    """`X, the Y spokesman, said`: the name before the comma that opens the apposition."""
    for at in range(comma - 1, max(0, comma - 16), -1):
        if scene.tokens[region[at]].text != ",":
            continue
        opener = scene.tokens[region[at + 1]].text
        apposed = opener.lower() in DETERMINERS or opener.lower() in ("who", "whose")
        if region[at - 1] in scene.name_at and (apposed or not opener[0].islower()):
            return subject_ending(scene, region[:at])
    return ""
