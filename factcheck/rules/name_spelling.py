"""FC301 name-spelling: one person or organisation spelt in two ways.

Near names are often two people, so a pair counts only with support: the two forms differ in one
word by a slip of the keyboard, one form is rare, and the texts they stand in speak of one story.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factcheck.annotate.canonical import distance, name_relation, word_relation
from factcheck.annotate.data.given import given_names
from factcheck.annotate.data.places import demonyms, places
from factcheck.annotate.entities import is_personal, surname
from factcheck.annotate.pieces import fold
from factcheck.model import Finding, Location, Severity
from factcheck.rules.findings import make_finding
from factcheck.rules.first_names import two_first_names
from factcheck.rules.house_style import house_finding, misnamed
from factcheck.rules.name_forms import Form, Forms, read_forms, spelt_by_region
from factcheck.rules.name_pairs import full_pairs
from factcheck.rules.one_story import are_draft_and_source
from factcheck.rules.rule import Corpus, Rule

SURE = 0.95
# Names besides the one in question that two documents must share to tell one story.
_SHARED_NAMES = 2
_MOST_PLACES = 6
# A bare surname or an acronym is a slip only beside this many mentions of the right form.
_MANY_BARE, _MANY_ACRONYM = 3, 4
_BARE_LENGTH = 5


def check(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each pair of forms, with the places where they stand."""
    forms = read_forms(corpus)
    seen: set[tuple[str, ...]] = set()
    for left, right in sorted(full_pairs(forms), key=_weight):
        relation = name_relation(left.words, right.words)
        if relation not in ("slip", "transliteration"):
            continue
        # "Ann B. Lee" and "Ann Lee" beside "Ann Leee" are one discrepancy.
        ends = {fold(word) for form in (left, right) for word in _ends(form)}
        if tuple(sorted(ends)) in seen:
            continue
        one = _custom if relation == "transliteration" else _slip
        for finding in one(corpus, forms, left, right):
            seen.add(tuple(sorted(ends)))
            yield finding
    yield from _first_names(corpus)
    yield from _bare_slips(corpus, forms)
    yield from _acronyms(corpus, forms)
    yield from _house(corpus)


def _first_names(corpus: Corpus) -> Iterator[Finding]:
    """One person under two first names."""
    for two in two_first_names(corpus):
        places = [
            Location(fact.document, fact.span, name)
            for fact, name in zip((two.left, two.right), two.names, strict=True)
        ]
        yield make_finding(
            corpus,
            code=RULE.code,
            rule=RULE.name,
            severity=Severity.WARNING,
            confidence=two.confidence,
            message=f"“{two.names[0]}” here, “{two.names[1]}” there, {two.reason}",
            primary=places[0],
            related=places[1:],
            values=two.names,
            known_by=(),
            topic=f"{two.names[1]}: first name",
        )


def _house(corpus: Corpus) -> Iterator[Finding]:
    """Names that the house writes otherwise, one finding for each in each text."""
    for name, ours, locations in misnamed(corpus):
        yield house_finding(
            corpus,
            RULE,
            locations,
            message=f"house style: “{ours}”, not “{name}”",
            values=(name, ours),
            topic=f"{ours}: spelling of the name",
        )


def _weight(pair: tuple[Form, Form]) -> tuple[int, tuple[tuple[str, ...], ...]]:
    """Pairs of forms with many mentions first, for the finding that stands for its likes."""
    forms = sorted(pair, key=lambda form: form.words)
    return -sum(len(form.facts) for form in forms), tuple(form.words for form in forms)


def _ends(form: Form) -> tuple[str, ...]:
    if form.kind == "organisation" or not is_personal(form.words):
        return form.words
    return form.words[0], surname(form.words)


def _slip(corpus: Corpus, forms: Forms, left: Form, right: Form) -> Iterator[Finding]:
    rare, usual = sorted((left, right), key=lambda form: (len(form.facts), form.words))
    if not _one_story(corpus, forms, rare, usual) or _contrasted(rare, usual):
        return
    if spelt_by_region(rare.words, usual.words):
        return
    if "person" not in (left.kind, right.kind):
        if len(rare.facts) > 1 or len(usual.facts) < 2 or "unknown" in (left.kind, right.kind):
            return
        yield _finding(corpus, rare, usual, confidence=0.7)
        return
    if _two_in_one_document(rare, usual):
        return
    yield _finding(corpus, rare, usual, confidence=_confidence(forms, rare, usual))


def _confidence(forms: Forms, rare: Form, usual: Form) -> float:
    odd, right = _differing(rare.words, usual.words)
    confidence = 0.7
    if forms.words[odd] == 1 and forms.words[right] >= 3:
        confidence += 0.1
    elif forms.words[odd] > 1 and forms.words[right] > 1:
        confidence -= 0.05
    odd_known, right_known = odd.title() in given_names(), right.title() in given_names()
    if right_known and not odd_known:
        confidence += 0.1
    elif odd_known and right_known:
        confidence -= 0.05
    if rare.documents & usual.documents:
        confidence += 0.05
    if sorted(odd) == sorted(right):
        confidence += 0.03
    return confidence


def _differing(rare: tuple[str, ...], usual: tuple[str, ...]) -> tuple[str, str]:
    """The word of each form in which they differ, folded."""
    if fold(rare[0]) != fold(usual[0]):
        return fold(rare[0]), fold(usual[0])
    return fold(surname(rare)), fold(surname(usual))


def _one_story(corpus: Corpus, forms: Forms, left: Form, right: Form) -> bool:
    """Whether the two forms stand in texts on one story, as a draft and its source are."""
    if left.documents & right.documents:
        return True
    if are_draft_and_source(corpus, left.documents | right.documents):
        return True
    return any(
        len(forms.names[one] & forms.names[two]) >= _SHARED_NAMES
        for one in sorted(left.documents)
        for two in sorted(right.documents)
    )


def _contrasted(left: Form, right: Form) -> bool:
    """Whether one sentence names both: then the writer tells them apart."""
    claims = {(fact.document, fact.claim) for fact in left.facts}
    return any((fact.document, fact.claim) in claims for fact in right.facts)


def _two_in_one_document(left: Form, right: Form) -> bool:
    """Whether a document uses both forms often, as it would for two relatives."""
    counts = [Counter(fact.document for fact in form.facts) for form in (left, right)]
    return any(counts[0][name] > 1 and counts[1][name] > 1 for name in counts[0])


def _custom(corpus: Corpus, forms: Forms, left: Form, right: Form) -> Iterator[Finding]:
    if not _one_story(corpus, forms, left, right) or _contrasted(left, right):
        return
    yield _finding(corpus, left, right, confidence=0.75, custom=True)


def _bare_slips(corpus: Corpus, forms: Forms) -> Iterator[Finding]:
    """A surname alone, once, beside a full name of the same document that is one slip away."""
    people: dict[str, list[Form]] = {}
    for form in forms.full:
        if form.kind == "person":
            for document in sorted(form.documents):
                people.setdefault(document, []).append(form)
    for bare_form in forms.single:
        if not _may_be_slip(forms, bare_form):
            continue
        word = bare_form.words[0]
        near = [
            full
            for full in people.get(bare_form.facts[0].document, ())
            if word_relation(word, surname(full.words)) == "slip"
        ]
        often = [full for full in near if forms.words[fold(surname(full.words))] >= _MANY_BARE]
        if often:
            yield _finding(corpus, bare_form, often[0], confidence=0.7)
        elif len(near) == 1 and _is_second_mention(bare_form, near[0]):
            yield _finding(corpus, bare_form, near[0], confidence=0.7)


def _is_second_mention(bare_form: Form, full: Form) -> bool:
    """Whether a person is called by a surname that nobody was introduced with, and the only one
    nearly so called stands before: news names in full at first mention (AP Stylebook, "names")."""
    fact = bare_form.facts[0]
    before = any(
        other.document == fact.document and other.span.end <= fact.span.start
        for other in full.facts
    )
    initial = fold(bare_form.words[0])[0] == fold(surname(full.words))[0]
    return before and initial and bare_form.kind == "person"


def _may_be_slip(forms: Forms, form: Form) -> bool:
    """Whether a word that stands once, alone, can be a misspelt surname at all."""
    word = form.words[0]
    if len(form.facts) > 1 or len(word) < _BARE_LENGTH or forms.words[fold(word)] > 1:
        return False
    known = word in given_names() or word in places() or word in demonyms()
    return not known and not word.isupper()


def _acronyms(corpus: Corpus, forms: Forms) -> Iterator[Finding]:
    """Capitals that change places once, beside many of the usual form in one document."""
    letters: dict[str, list[Form]] = {}
    for form in forms.single:
        if form.words[0].isupper() and len(form.words[0]) > 3:
            letters.setdefault("".join(sorted(form.words[0])), []).append(form)
    for alike in letters.values():
        for rare in alike:
            for usual in alike:
                if len(rare.facts) > 1 or len(usual.facts) < _MANY_ACRONYM:
                    continue
                swapped = distance(rare.words[0], usual.words[0]) == 1
                if swapped and rare.documents <= usual.documents:
                    yield _finding(corpus, rare, usual, confidence=0.8)


def _finding(
    corpus: Corpus, rare: Form, usual: Form, *, confidence: float, custom: bool = False
) -> Finding:
    severity = Severity.ERROR if confidence >= SURE else Severity.WARNING
    message = f"“{rare.text}” here, “{usual.text}” there: one name in two spellings"
    if custom:
        severity = Severity.INFO
        message = f"one name transliterated as “{rare.text}” and as “{usual.text}”"
    locations = [*_places(rare)[:2], *_places(usual)][:_MOST_PLACES]
    first = locations[0]
    if corpus.has_draft:
        drafts = [at for at in locations if corpus.by_name[at.document].role == "draft"]
        first = drafts[0] if drafts else first
    return make_finding(
        corpus,
        code=RULE.code,
        rule=RULE.name,
        severity=severity,
        confidence=confidence,
        message=message,
        primary=first,
        related=[at for at in locations if at != first],
        values=(rare.text, usual.text),
        known_by=(),
        topic=f"{usual.text}: spelling of the name",
        notes=(f"“{rare.text}” {len(rare.facts)}×, “{usual.text}” {len(usual.facts)}×",),
    )


def _places(form: Form) -> list[Location]:
    """One place for each document, in order."""
    found: dict[str, Location] = {}
    for fact in form.facts:
        found.setdefault(fact.document, Location(fact.document, fact.span, form.text))
    return list(found.values())


RULE = Rule(
    code="FC301",
    name="name-spelling",
    summary="One person or organisation spelt in two ways.",
    severity=Severity.WARNING,
    check=check,
    sic=True,
)
