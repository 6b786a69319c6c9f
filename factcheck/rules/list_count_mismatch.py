"""FC103 list-count-mismatch: "four priorities: a, b and c"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.annotate.sentences import split_sentences
from factcheck.annotate.shadow import shadow_of
from factcheck.model import Block, BlockKind, Document, Finding, Location, Severity, Span
from factcheck.rules.enumeration import (
    SCORED,
    Announced,
    announcements,
    dashed_lists,
    lead_in,
    listed_in_place,
)
from factcheck.rules.findings import make_finding
from factcheck.rules.listed_items import (
    LONGEST,
    Counted,
    count_items,
    count_names,
    counted_items,
)
from factcheck.rules.rule import Corpus, Rule

_CODE, _NAME = "FC103", "list-count-mismatch"
# Four matches may have been played at three grounds, and four centres in three towns.
_LOOSE = 0.7
# One bullet is no list: what else there is was not read as a list's items.
_FEWEST_BULLETS = 2


def check(corpus: Corpus) -> Iterable[Finding]:
    """One finding for each announced number that differs from the items which follow it."""
    for document in corpus.documents:
        shadow = shadow_of(document.text)
        for number, block in enumerate(document.blocks):
            if block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING):
                yield from _in_sentences(corpus, document, shadow, block)
                yield from _before_bullets(corpus, document, shadow, number)


def _in_sentences(
    corpus: Corpus, document: Document, shadow: str, block: Block
) -> Iterator[Finding]:
    for sentence in split_sentences(shadow, block.span):
        text = shadow[sentence.start : sentence.end]
        lists = [
            (announced, text[announced.end : announced.end + LONGEST + 1])
            for announced in announcements(text)
        ]
        for announced, listed in (*lists, *dashed_lists(text), *listed_in_place(text)):
            summed = None if announced.of_names else counted_items(listed)
            counted = _counted(announced, listed, summed)
            if counted is None or counted.fewest <= announced.count <= counted.most:
                continue
            # More items than announced can be one item with an apposition; fewer can't.
            fewer = counted.most < announced.count
            place = Span(sentence.start + announced.start, sentence.end)
            yield _finding(
                corpus,
                document,
                announced,
                place,
                counted.most if fewer else counted.fewest,
                confidence=_confidence(announced, sure=fewer or summed is not None),
            )


def _confidence(announced: Announced, *, sure: bool) -> float:
    if announced.is_loose:
        return _LOOSE
    return 0.9 if sure and not announced.is_bare else 0.8


def _counted(announced: Announced, listed: str, summed: int | None) -> Counted | None:
    """How many items follow an announcement; None where it announces no such list."""
    if summed is not None:
        return Counted(summed, summed)
    if announced.noun in SCORED and count_names(listed) is not None:
        return None
    if not announced.of_names:
        return count_items(listed)
    counted = count_names(listed)
    # Of more each second may tell where the first is: "Austin, Texas".
    most = announced.count if announced.is_bare else announced.count + 1
    return counted if counted and counted.fewest <= most else None


def _before_bullets(
    corpus: Corpus, document: Document, shadow: str, number: int
) -> Iterator[Finding]:
    """A block that ends in an announcement, against the bullets that follow it."""
    block = document.blocks[number]
    text = shadow[block.span.start : block.span.end]
    ending = len(text.rstrip())
    announced = next((one for one in announcements(text) if one.end >= ending), lead_in(text))
    if announced is None or announced.of_names:
        return
    bullets = _bullets(document, document.blocks[number + 1 :])
    if len(bullets) < _FEWEST_BULLETS or len(bullets) == announced.count:
        return
    if _goes_on(document, bullets, document.blocks[number + 1 :]):
        return
    place = Span(block.span.start + announced.start, block.span.end)
    related = [Location(document.name, bullet.span) for bullet in (bullets[0], bullets[-1])]
    yield _finding(
        corpus, document, announced, place, len(bullets), confidence=0.85, related=related
    )


def _goes_on(document: Document, bullets: Sequence[Block], following: Sequence[Block]) -> bool:
    """Whether what comes behind some bullets is set in further: the last item goes on, and more may
    follow it."""
    margin = min(_margin(document.text, bullet.span.start) for bullet in bullets)
    after = next((block for block in following if block.span.start > bullets[-1].span.end), None)
    return after is not None and _margin(document.text, after.span.start) > margin


def _bullets(document: Document, following: Sequence[Block]) -> list[Block]:
    """The list items that follow at once, those of the outermost level only."""
    items: list[Block] = []
    for block in following:
        if block.kind is not BlockKind.LIST_ITEM:
            break
        items.append(block)
    margins = [_margin(document.text, item.span.start) for item in items]
    return [item for item, margin in zip(items, margins, strict=True) if margin == min(margins)]


def _margin(text: str, start: int) -> int:
    """The width of the white space before a list item's line."""
    line = text.rfind("\n", 0, start) + 1
    return len(text[line:start]) - len(text[line:start].lstrip())


def _finding(
    corpus: Corpus,
    document: Document,
    announced: Announced,
    place: Span,
    listed: int,
    *,
    confidence: float,
    related: Sequence[Location] = (),
) -> Finding:
    return make_finding(
        corpus,
        code=_CODE,
        rule=_NAME,
        severity=Severity.WARNING if announced.is_bare or announced.is_loose else Severity.ERROR,
        confidence=confidence,
        message=f"{announced.count}{announced.noun and ' '}{announced.noun} are announced, "
        f"{listed} are listed",
        primary=Location(document.name, place, f"{announced.count} announced, {listed} listed"),
        related=related,
        values=(f"{announced.count} announced", f"{listed} listed"),
        topic=f"the {announced.noun or 'list'}: how many",
    )


RULE = Rule(
    code=_CODE,
    name=_NAME,
    summary="A list with more or fewer items than announced.",
    severity=Severity.ERROR,
    check=check,
)
