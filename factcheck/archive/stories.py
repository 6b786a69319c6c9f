"""Stories: the articles of an archive in groups that are compared as `compare` compares a folder.

Candidates are joined best first (Kruskal's order) as long as a story stays small enough to be one
comparison; a pair that would overfill its story is compared on its own. So each article is checked
in one story, each candidate pair meets somewhere, and the work grows with the articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.archive.retrieve import Candidate

LARGEST = 40
"""The most articles of one story; an archive of no more is one story, as `compare` takes it."""


@dataclass(frozen=True, slots=True)
class Story:
    """Articles to compare, by their numbers, sorted.

    `bridge` marks a pair whose members stand in two stories: only what holds between them counts.
    """

    articles: tuple[int, ...]
    bridge: bool = False


def stories_of(
    articles: Iterable[int], candidates: Sequence[Candidate], *, largest: int = LARGEST
) -> list[Story]:
    """The stories of an archive: those of one article too, and the bridges last.

    They are the same for any order of `articles` and `candidates`.
    """
    every = sorted(articles)
    if len(every) <= largest:
        return [Story(tuple(every))] if every else []
    parent = {article: article for article in every}
    size = dict.fromkeys(every, 1)

    def root(article: int) -> int:
        while parent[article] != article:
            parent[article] = parent[parent[article]]
            article = parent[article]
        return article

    apart: list[tuple[int, int]] = []
    for one, two in _pairs(candidates):
        first, second = sorted((root(one), root(two)))
        if first == second:
            continue
        if size[first] + size[second] > largest:
            apart.append((one, two))
            continue
        parent[second] = first
        size[first] += size.pop(second)
    members: dict[int, list[int]] = {}
    for article in every:
        members.setdefault(root(article), []).append(article)
    stories = [Story(tuple(held)) for held in members.values()]
    bridges = sorted({pair for pair in apart if root(pair[0]) != root(pair[1])})
    return stories + [Story(pair, bridge=True) for pair in bridges]


def since(stories: Iterable[Story], recent: frozenset[int]) -> Iterator[Story]:
    """The stories that hold one of `recent`."""
    return (story for story in stories if not recent.isdisjoint(story.articles))


def _pairs(candidates: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """Each pair once, the best first."""
    best: dict[tuple[int, int], int] = {}
    for one in candidates:
        pair = (one.probe, one.found) if one.probe < one.found else (one.found, one.probe)
        best[pair] = max(best.get(pair, 0), one.score)
    yield from sorted(best, key=lambda pair: (-best[pair], pair))
