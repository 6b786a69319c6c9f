"""The subject of a verb of saying: an entity's name, or the noun phrase as written."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.annotate.saying import (
    BETWEEN,
    DETERMINERS,
    OTHER_PRONOUNS,
    PREPOSITIONS,
    PRONOUNS,
    SAYING,
)
from factcheck.annotate.scene import Scene

_CHAINED = ("conj", "xcomp", "advcl", "ccomp", "aux", "auxpass", "dep", "pcomp")
_AGENTS = ("person", "organisation", "unknown")
_LOOK_BACK = 300
_LONGEST = 12


def parsed_subject(scene: Scene, verb: int) -> str | None:
    """The subject that the parse gives the verb at token `verb`; None when it gives none.

    A conjunct or a participle takes the subject of the verb above it.
    """
    number = scene.sentence_of[verb]
    sentence = scene.sentences[number]
    if not sentence.parsed:
        return None
    tokens, offset = sentence.tokens, scene.offset[number]
    at = verb - offset
    for _ in range(4):
        subject = scene.subject_of.get(offset + at)
        if subject is not None:
            return _phrase_around(scene, subject)
        if tokens[at].dep not in _CHAINED or tokens[at].head == at:
            return None
        at = tokens[at].head
    return None


def _phrase_around(scene: Scene, head: int) -> str | None:
    """The speaker whose head noun is token `head`; None for a word that cannot speak."""
    if scene.quoted[head]:
        return None
    word = scene.tokens[head].text.lower()
    if word in PRONOUNS:
        return person_before(scene, head)
    if word in OTHER_PRONOUNS:
        return ""
    if head in scene.name_at:
        return scene.entities[scene.name_at[head].entity].name
    sentence = scene.sentence_of[head]
    phrase = [head]
    while phrase[0] > scene.offset[sentence]:
        before = scene.tokens[phrase[0] - 1]
        if before.head + scene.offset[sentence] != head or not before.text[:1].isalnum():
            break
        phrase.insert(0, phrase[0] - 1)
    return clean([scene.tokens[index].text for index in phrase[-6:]])


def subject_ending(scene: Scene, region: Sequence[int]) -> str:
    """The entity or noun phrase that ends `region`; "" when it is not clearly one."""
    region = [index for index in region if not scene.quoted[index]]
    if not region:
        return ""
    word = scene.tokens[region[-1]].text.lower()
    if word in PRONOUNS:
        return person_before(scene, region[-1])
    if word in OTHER_PRONOUNS:
        return ""
    if region[-1] in scene.name_at:
        return _head_name(scene, region)
    return _plain_phrase(scene, region)


def _plain_phrase(scene: Scene, region: list[int]) -> str:
    """`the foreign ministry`, or `Officials` at the start of a clause."""
    phrase: list[str] = []
    for index in reversed(region[-7:]):
        text = scene.tokens[index].text
        lower = text.lower()
        if lower in DETERMINERS:
            return clean(phrase)
        if lower in ("and", "but", "as", "while", "that") or not text[:1].isalnum():
            return clean(phrase) if len(phrase) <= 3 and _plural(phrase) else ""
        if lower in SAYING or lower in PREPOSITIONS - {"of"}:
            return ""
        phrase.insert(0, text)
    at_start = len(phrase) == len(region)
    return clean(phrase) if at_start and len(phrase) <= 4 and _plural(phrase) else ""


def _plural(phrase: list[str]) -> bool:
    return bool(phrase) and phrase[-1].endswith("s")


def _head_name(scene: Scene, region: list[int]) -> str:
    """The name that ends `region`, unless it only completes a noun ("the head of the Kremlin")."""
    name = scene.name_at[region[-1]]
    start = region[-1]
    while start - 1 in scene.name_at and scene.name_at[start - 1] is name:
        start -= 1
    lead = [scene.tokens[index].text.lower() for index in region if index < start][-4:]
    before = [word for word in lead if word != "the"]
    if before and before[-1] in ("of", "for", "at", "from", "in"):
        words = [scene.tokens[index].text for index in region[-7:]]
        cut = max((n for n, word in enumerate(words) if not word[:1].isalnum()), default=-1)
        return clean(words[cut + 1 :])
    spoken = scene.entities[name.entity].name
    partner = scene.name_at.get(start - 2) if before and before[-1] == "and" else None
    if partner is not None and scene.entities[partner.entity].kind == "person":
        return f"{scene.entities[partner.entity].name} and {spoken}"
    return spoken


def subject_opening(scene: Scene, region: Sequence[int]) -> str:
    """The entity or noun phrase that begins `region`."""
    phrase: list[int] = []
    for index in region[:_LONGEST]:
        token = scene.tokens[index]
        word = token.text.lower()
        if phrase and token.text in "-." and scene.tokens[index - 1].end == token.start:
            # "32-year-old protester", "Lt. Ann Dobbs".
            continue
        if word in PREPOSITIONS or word in SAYING or (phrase and is_between(token.text)):
            break
        if not token.text[:1].isalnum() and token.text != "'s":
            break
        if phrase and (word in OTHER_PRONOUNS or word in PRONOUNS):
            break
        phrase.append(index)
    if not phrase:
        return ""
    word = scene.tokens[phrase[0]].text.lower()
    if word in PRONOUNS:
        return person_before(scene, phrase[0])
    if word in OTHER_PRONOUNS:
        return ""
    names = [scene.name_at[index] for index in phrase if index in scene.name_at]
    people = dict.fromkeys(
        scene.entities[name.entity].name
        for name in names
        if scene.entities[name.entity].kind == "person"
    )
    if people:
        joined = any(scene.tokens[index].text.lower() == "and" for index in phrase)
        return " and ".join(people) if joined else list(people)[-1]
    if names and phrase[-1] in scene.name_at:
        return scene.entities[names[-1].entity].name
    return clean([scene.tokens[index].text for index in phrase[:6]])


def is_between(text: str) -> bool:
    """Whether a word is an auxiliary or adverb that may part a subject from its verb."""
    lower = text.lower()
    return lower in BETWEEN or (lower.endswith("ly") and len(lower) > 4 and text[0].islower())


def only_agent(scene: Scene, region: Sequence[int]) -> str:
    """The one person or institution named in `region`; "" when there are several or none."""
    found = {
        scene.name_at[index].entity: None
        for index in region
        if index in scene.name_at and not scene.quoted[index]
    }
    agents = [number for number in found if scene.entities[number].kind in _AGENTS]
    return scene.entities[agents[0]].name if len(agents) == 1 else ""


def clean(words: list[str]) -> str:
    """A noun phrase without its article, as written."""
    while words and (words[0].lower() in DETERMINERS or words[0].lower() in ("and", "but", "as")):
        words = words[1:]
    return " ".join(words)


def person_before(scene: Scene, at: int) -> str:
    """Who `he` or `she` at token `at` is: the one person named before it in its paragraph.

    When the paragraph names nobody, the one before it decides. Of several it is the subject of the
    sentence before (B. J. Grosz, A. K. Joshi, S. Weinstein, "Centering", Computational Linguistics
    21(2), 1995); "" when that is nobody.
    """
    blocks = {scene.sentences[scene.sentence_of[at]].block}
    people: dict[int, None] = {}
    for index in range(at - 1, max(-1, at - _LOOK_BACK), -1):
        block = scene.sentences[scene.sentence_of[index]].block
        if block not in blocks:
            if people or len(blocks) == 2:
                break
            blocks.add(block)
        name = scene.name_at.get(index)
        if name is None or scene.quoted[index]:
            continue
        if scene.entities[name.entity].kind == "person":
            people[name.entity] = None
    if len(people) == 1:
        return scene.entities[next(iter(people))].name
    return _subject_before(scene, at) if people else ""


def _subject_before(scene: Scene, at: int) -> str:
    """The person who is the subject of the last sentence before token `at`, in its paragraph."""
    number = scene.sentence_of[at]
    block = scene.sentences[number].block
    while number > 0 and scene.sentences[number - 1].block == block:
        number -= 1
        offset = scene.offset[number]
        tokens = scene.sentences[number].tokens
        if tokens and scene.quoted[offset]:
            continue
        root = next((index for index, token in enumerate(tokens) if token.dep == "ROOT"), None)
        subject = None if root is None else scene.subject_of.get(offset + root)
        name = None if subject is None else scene.name_at.get(subject)
        if name is None or scene.entities[name.entity].kind != "person":
            return ""
        return scene.entities[name.entity].name
    return ""
