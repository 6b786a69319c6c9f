"""Verbs of saying, and small closed classes of words around a quotation.

The verbs are the reporting verbs of English grammar (Quirk et al. 1985, A Comprehensive Grammar of
the English Language, 14.28-14.30 and 16.31), with the verbs of naming apart: what they quote is a
term and not a statement.
"""

from __future__ import annotations

_PLAIN = """
acknowledge add admit affirm allege announce answer argue ask assert assure boast bemoan
comment complain confess confirm contend counter declare demand emphasise emphasize
exclaim explain inform insist joke lament maintain mention note object observe opine pledge post
predict proclaim promise quip reaffirm recall reiterate remark repeat report respond retort reveal
shout signal state stress suggest testify tweet underline underscore urge vow warn whisper
caution claim concede conclude praise quote hail denounce criticise criticize condemn express
highlight
""".split()
_NAMING_PLAIN = "call dub term label brand describe characterise characterize nickname name".split()
_IRREGULAR = {
    "say": "say says said saying",
    "tell": "tell tells told telling",
    "write": "write writes wrote written writing",
    "reply": "reply replies replied replying",
    "deny": "deny denies denied denying",
    "admit": "admit admits admitted admitting",
    "quip": "quip quips quipped quipping",
    "dub": "dub dubs dubbed dubbing",
    "label": "label labels labeled labelled labeling labelling",
    "signal": "signal signals signaled signalled signaling signalling",
    "testify": "testify testifies testified testifying",
}


def _forms(verb: str) -> tuple[str, ...]:
    if verb in _IRREGULAR:
        return tuple(_IRREGULAR[verb].split())
    stem = verb[:-1] if verb.endswith("e") else verb
    plural = verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    return (verb, plural, stem + "ed", stem + "ing")


NAMING: dict[str, str] = {form: verb for verb in _NAMING_PLAIN for form in _forms(verb)}
"""Forms of the verbs of naming (call, term, describe as …), each with its lemma."""

SAYING: dict[str, str] = {
    form: verb for verb in sorted({*_PLAIN, *_IRREGULAR}) for form in _forms(verb)
} | NAMING
"""Forms of all verbs of saying, each with its lemma."""

# Nouns as often as verbs: these count as verbs of saying only in an inflected form with a subject.
ALSO_NOUNS = frozenset(
    """claim claims report reports comment comments demand demands promise promises pledge pledges
    post posts state states answer answers tweet tweets label labels brand brands term terms name
    names object objects note notes praise call calls signal signals vow vows warning quote quotes
    counter counters stress joke jokes remark remarks shout shouts highlight highlights repeat
    hail recall reply replies named""".split()
)

NEVER_POSSESSED = frozenset(
    """and or but nor of in to is was are were be been has have had as for with that by on at from
    if when while because will would can could may might must should do does did which who than
    then not""".split()
)
"""Words that cannot follow a plural possessive: after these a mark behind an s closes."""

DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your some many several one no".split()
)

PRONOUNS = frozenset(("he", "she"))
OTHER_PRONOUNS = frozenset(("it", "they", "i", "we", "you", "who", "which", "that", "what", "one"))

BETWEEN = frozenset(
    """has had have also later earlier then once again reportedly would will did does could may
    might since previously recently famously simply only even now today yesterday just always often
    never was were is be been being went on to""".split()
)
"""Auxiliaries and adverbs that may stand between a subject and its verb of saying."""

PREPOSITIONS = frozenset(
    """of in on at for with from by to during after before about against between into over under
    through as since until than""".split()
)
