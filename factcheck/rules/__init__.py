"""The rules, in code order. A new rule is one file, one page, one test and one line here."""

from __future__ import annotations

from factcheck.rules.age_mismatch import RULE as AGE_MISMATCH
from factcheck.rules.arithmetic_mismatch import RULE as ARITHMETIC_MISMATCH
from factcheck.rules.certainty_shift import RULE as CERTAINTY_SHIFT
from factcheck.rules.copied_passage import RULE as COPIED_PASSAGE
from factcheck.rules.date_mismatch import RULE as DATE_MISMATCH
from factcheck.rules.duplicate_paragraph import RULE as DUPLICATE_PARAGRAPH
from factcheck.rules.duration_mismatch import RULE as DURATION_MISMATCH
from factcheck.rules.headline_mismatch import RULE as HEADLINE_MISMATCH
from factcheck.rules.impossible_date import RULE as IMPOSSIBLE_DATE
from factcheck.rules.list_count_mismatch import RULE as LIST_COUNT_MISMATCH
from factcheck.rules.malformed_suppression import RULE as MALFORMED_SUPPRESSION
from factcheck.rules.missing_word import RULE as MISSING_WORD
from factcheck.rules.name_spelling import RULE as NAME_SPELLING
from factcheck.rules.opposite_statement import RULE as OPPOSITE_STATEMENT
from factcheck.rules.ordinal_ending import RULE as ORDINAL_ENDING
from factcheck.rules.place_mismatch import RULE as PLACE_MISMATCH
from factcheck.rules.quantity_mismatch import RULE as QUANTITY_MISMATCH
from factcheck.rules.quote_not_in_source import RULE as QUOTE_NOT_IN_SOURCE
from factcheck.rules.quote_speaker import RULE as QUOTE_SPEAKER
from factcheck.rules.quote_wording import RULE as QUOTE_WORDING
from factcheck.rules.repeated_line import RULE as REPEATED_LINE
from factcheck.rules.role_mismatch import RULE as ROLE_MISMATCH
from factcheck.rules.rule import Corpus, Rule
from factcheck.rules.single_source import RULE as SINGLE_SOURCE
from factcheck.rules.spelling_variant import RULE as SPELLING_VARIANT
from factcheck.rules.stray_characters import RULE as STRAY_CHARACTERS
from factcheck.rules.truncated_text import RULE as TRUNCATED_TEXT
from factcheck.rules.undated_relative_time import RULE as UNDATED_RELATIVE_TIME
from factcheck.rules.unnamed_pronoun import RULE as UNNAMED_PRONOUN
from factcheck.rules.unsupported_claim import RULE as UNSUPPORTED_CLAIM
from factcheck.rules.unused_suppression import RULE as UNUSED_SUPPRESSION
from factcheck.rules.weekday_mismatch import RULE as WEEKDAY_MISMATCH

RULES: tuple[Rule, ...] = (
    UNUSED_SUPPRESSION,
    MALFORMED_SUPPRESSION,
    QUANTITY_MISMATCH,
    DURATION_MISMATCH,
    LIST_COUNT_MISMATCH,
    ARITHMETIC_MISMATCH,
    HEADLINE_MISMATCH,
    ORDINAL_ENDING,
    DATE_MISMATCH,
    WEEKDAY_MISMATCH,
    IMPOSSIBLE_DATE,
    AGE_MISMATCH,
    UNDATED_RELATIVE_TIME,
    NAME_SPELLING,
    ROLE_MISMATCH,
    PLACE_MISMATCH,
    SPELLING_VARIANT,
    UNNAMED_PRONOUN,
    QUOTE_WORDING,
    QUOTE_SPEAKER,
    QUOTE_NOT_IN_SOURCE,
    OPPOSITE_STATEMENT,
    CERTAINTY_SHIFT,
    UNSUPPORTED_CLAIM,
    SINGLE_SOURCE,
    COPIED_PASSAGE,
    DUPLICATE_PARAGRAPH,
    REPEATED_LINE,
    MISSING_WORD,
    STRAY_CHARACTERS,
    TRUNCATED_TEXT,
)

__all__ = ["RULES", "Corpus", "Rule"]
