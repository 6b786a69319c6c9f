"""Who says a quotation: the verb of saying next to it and that verb's subject.

Patterns next to the marks come first ("…," said X; X said: "…"; "…," X, the Y, said); then, for a
few words quoted inside indirect speech, the verb of saying that governs them, by the dependency
parse where there is one, else the nearest to the left. A pronoun is resolved only when one single
person can be meant.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from factcheck.annotate.nouns import Entity, Name, Sentence, Token
from factcheck.annotate.quote_marks import Marked
from factcheck.annotate.saying import (
    ALSO_NOUNS,
    BETWEEN,
    NAMING,
    OTHER_PRONOUNS,
    PREPOSITIONS,
    PRONOUNS,
    SAYING,
)
from factcheck.model import Span

_AFTER = 18
_BEFORE = 40
_MARKS = "\"'“”‘’«»„"


@dataclass(frozen=True, slots=True)
class Voice:
    """The speaker ("" when not known) and the verb of saying, as a lemma ("" when there is none)."""

    speaker: str = ""
    verb: str = ""


_NOBODY = Voice()


@dataclass(frozen=True, slots=True)
class Scene:
    """What attribution looks at, indexed once: tokens in order, names by token, quoted stretches."""

    tokens: tuple[Token, ...]
    starts: list[int]
    sentence_of: list[int]
    offset: list[int]
    sentences: tuple[Sentence, ...]
    name_at: dict[int, Name]
    entities: tuple[Entity, ...]
    quoted: bytearray

    @staticmethod
    def of(
        shadow: str,
        sentences: tuple[Sentence, ...],
        names: tuple[Name, ...],
        entities: tuple[Entity, ...],
        quoted: list[Span],
    ) -> Scene:
        """Index a document: each table is built in one pass."""
        tokens = [token for sentence in sentences for token in sentence.tokens]
        offset, total = [], 0
        sentence_of: list[int] = []
        for sentence in sentences:
            offset.append(total)
            total += len(sentence.tokens)
            sentence_of.extend([sentence.index] * len(sentence.tokens))
        starts = [token.start for token in tokens]
        name_at = {
            offset[name.sentence] + index: name
            for name in names
            for index in range(name.first, name.last)
        }
        inside = bytearray(len(tokens))
        for span in quoted:
            first = bisect_left(starts, span.start)
            if first < len(tokens) and inside[first]:
                continue
            for index in range(first, bisect_left(starts, span.end)):
                inside[index] = 1
        return Scene(
            tuple(tokens), starts, sentence_of, offset, sentences, name_at, entities, inside
        )


def voice_of(scene: Scene, mark: Marked, sentence: int) -> Voice:
    """The speaker and verb of one quotation that opens in sentence number `sentence`."""
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
        return Voice(_noun_phrase_from(scene, region[skip + 2 :]), "according to")
    verb = next((at for at in range(skip, len(region)) if _says(scene, region, at)), None)
    if verb is None:
        return _NOBODY
    lemma = SAYING[words[verb]]
    if verb == skip:
        speaker = _noun_phrase_from(scene, region[verb + 1 :])
        return Voice(speaker, lemma) if speaker and _comma_or_stop(scene, first, last) else _NOBODY
    if not _comma_or_stop(scene, first, last):
        return _NOBODY
    subject = region[skip:verb]
    if not _is_subject(words[skip:verb]):
        return _NOBODY
    return Voice(_subject_text(scene, subject, from_left=True), lemma)


def _region_after(scene: Scene, first: int, last: int) -> list[int]:
    """Token indexes behind the mark, up to the end of the sentence or the next quotation."""
    region: list[int] = []
    if last >= len(scene.tokens) or last == 0:
        return region
    sentence = scene.sentence_of[last]
    if sentence != scene.sentence_of[last - 1]:
        # A sentence splitter may end the sentence at the mark: "Really?" he asked.
        word = scene.tokens[last].text
        same = scene.sentences[sentence].block == scene.sentences[scene.sentence_of[last - 1]].block
        if not same or not word[:1].islower():
            return region
    for index in range(last, min(last + _AFTER, len(scene.tokens))):
        text = scene.tokens[index].text
        if scene.sentence_of[index] != sentence or scene.quoted[index] or text in ".;!?":
            break
        region.append(index)
    return region


def _comma_or_stop(scene: Scene, first: int, last: int) -> bool:
    """Whether the quoted words end as a statement does: with , ? ! … or a dash, inside or behind."""
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
    if token.pos:
        return token.pos in ("VERB", "AUX")
    if word in ALSO_NOUNS:
        before = scene.tokens[region[at - 1]].text if at else ""
        return at > 0 and (before[:1].isupper() or before.lower() in PRONOUNS)
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
        return Voice(_left_subject(scene, region, at, sentence), lemma)
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
            return Voice(_noun_phrase_from(scene, region[at + 2 :]), "according to")
    return _NOBODY


def _left_subject(scene: Scene, region: list[int], at: int, sentence: int) -> str:
    """The subject to the left of the verb at `region[at]`."""
    end = at
    while end > 0 and _between(scene.tokens[region[end - 1]]):
        end -= 1
    if end == 0:
        return ""
    previous = scene.tokens[region[end - 1]].text.lower()
    participle = scene.tokens[region[at]].text.lower().endswith("ing") and end == at
    if participle:
        return _only_agent(scene, region[:end])
    if previous == ",":
        return _before_apposition(scene, region, end - 1)
    return _subject_text(scene, region[:end], from_left=False)


def _between(token: Token) -> bool:
    text = token.text.lower()
    return text in BETWEEN or (text.endswith("ly") and len(text) > 4)


def _before_apposition(scene: Scene, region: list[int], comma: int) -> str:
    """`X, the Y spokesman, said`: the words before the comma that opens the apposition."""
    for at in range(comma - 1, max(-1, comma - 16), -1):
        if scene.tokens[region[at]].text == ",":
            return _subject_text(scene, region[:at], from_left=False)
    return ""


def _only_agent(scene: Scene, region: list[int]) -> str:
    """The one person or institution named in `region`; "" when there are several or none."""
    found = {
        scene.name_at[index].entity: None
        for index in region
        if index in scene.name_at and not scene.quoted[index]
    }
    agents = [n for n in found if scene.entities[n].kind in ("person", "organisation", "unknown")]
    return scene.entities[agents[0]].name if len(agents) == 1 else ""


# ── the subject's words ───────────────────────────────────────────────────────────────────────


def _subject_text(scene: Scene, region: list[int], *, from_left: bool) -> str:
    """The entity or the words of the noun phrase at one end of `region`."""
    region = [index for index in region if not scene.quoted[index]]
    if not region:
        return ""
    if from_left:
        return _noun_phrase_from(scene, region)
    word = scene.tokens[region[-1]].text.lower()
    if word in PRONOUNS:
        return _person_before(scene, region[-1])
    if word in OTHER_PRONOUNS:
        return ""
    if region[-1] in scene.name_at:
        return _head_name(scene, region)
    phrase: list[str] = []
    for index in reversed(region[-7:]):
        text = scene.tokens[index].text
        if (
            not text[:1].isalnum()
            or text.lower() in SAYING
            or text.lower() in ("that", "and", "but")
        ):
            break
        phrase.insert(0, text)
    return _clean(phrase)


def _head_name(scene: Scene, region: list[int]) -> str:
    """The name that ends `region`, unless it only completes a noun ("the head of the Kremlin")."""
    name = scene.name_at[region[-1]]
    start = region[-1]
    while start - 1 in scene.name_at and scene.name_at[start - 1] is name:
        start -= 1
    lead = [scene.tokens[index].text.lower() for index in region if index < start][-4:]
    before = [word for word in lead if word != "the"]
    if before and before[-1] in ("of", "for", "at", "from", "in"):
        return _clean([scene.tokens[i].text for i in region[-6:] if scene.tokens[i].text != ","])
    return scene.entities[name.entity].name


def _noun_phrase_from(scene: Scene, region: list[int]) -> str:
    """The entity or words of the noun phrase that begins `region`."""
    phrase: list[int] = []
    for index in region[:9]:
        token = scene.tokens[index]
        word = token.text.lower()
        if word in PREPOSITIONS or word in SAYING or (phrase and _between(token)):
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
        return _person_before(scene, phrase[0])
    if word in OTHER_PRONOUNS:
        return ""
    names = [scene.name_at[index] for index in phrase if index in scene.name_at]
    people = [name for name in names if scene.entities[name.entity].kind == "person"]
    if people:
        return scene.entities[people[-1].entity].name
    if names and phrase[-1] in scene.name_at:
        return scene.entities[names[-1].entity].name
    return _clean([scene.tokens[index].text for index in phrase[:6]])


def _clean(words: list[str]) -> str:
    while words and words[0].lower() in ("the", "a", "an", "and", "but", "as", "that"):
        words = words[1:]
    return " ".join(words)


def _person_before(scene: Scene, at: int) -> str:
    """Who `he` or `she` at token `at` is: the one person named in this or the paragraph before.

    The sentence before decides when it names one person, else the paragraph and the one before it;
    "" when several could be meant.
    """
    sentence = scene.sentence_of[at]
    block = scene.sentences[sentence].block
    people: dict[int, None] = {}
    blocks = {block}
    index = at - 1
    while index >= 0 and at - index < 300:
        number = scene.sentence_of[index]
        if scene.sentences[number].block not in blocks:
            if people or len(blocks) == 2:
                break
            blocks.add(scene.sentences[number].block)
        name = scene.name_at.get(index)
        if name is not None and not scene.quoted[index]:
            if scene.entities[name.entity].kind == "person":
                people[name.entity] = None
        index -= 1
    return scene.entities[next(iter(people))].name if len(people) == 1 else ""
