"""Page furniture told from text: bylines, tags, share links, counts, labels.

Each function looks at one short line alone; `factcheck.read.plain` adds what the place on the page
says. The words are those that news pages and content systems commonly print around an article.
"""

from __future__ import annotations

import re

from factcheck.model import FurnitureKind

_MOST_WORDS = 16
_LONGEST = 500

_AGENCIES = (
    r"reuters|thomson reuters|associated press|the associated press|ap|agence france-presse|afp|upi"
    r"|united press international|bloomberg(?: news)?|press association|pa media|dpa|ansa|efe"
    r"|kyodo(?: news)?|xinhua|tass|interfax|ians|pti|ani|aap|the canadian press|canadian press"
    r"|getty images|bbc(?: news)?|cnn|nbc news|cbs news|abc news|fox news|sky news|npr"
    r"|the guardian|the new york times|the washington post|the telegraph|financial times"
    r"|al jazeera|euronews|deutsche welle|dw"
)
_AGENCY = re.compile(
    rf"(?:source:\s|from\s|via\s)?(?:{_AGENCIES})"
    rf"(?:(?:\s?[/,|&]\s?|\sand\s)(?:{_AGENCIES}|agencies|staff)){{0,3}}",
    re.IGNORECASE,
)
_NAME = r"[A-Z][\w.'’-]*"
_BY = re.compile(
    rf"(?!(?i:by (?:mon|tues|wednes|thurs|fri|satur|sun)day))"
    rf"(?:by|words by|written by|story by|reported by|text by|BY|By|Written by|Words by|Story by"
    rf"|Reported by|Text by|Posted by|Published by|Words|Author|Authors|Analysis by"
    r"|Report by)\s?:?\s"
    rf"(?:the\s)?{_NAME}[^.!?;]{{0,120}}"
)
_CREDIT_LINE = re.compile(
    r"\(?(?:(?:additional )?(?:reporting|writing|editing|writing and editing|compiled"
    r"|with reporting)(?: and (?:writing|editing))? by|compiled by|edited by"
    r"|contributed to this)\s.{2,300}",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"(?:[A-Z][\w.'’&/-]*\s|and\s|of\s|the\s|,\s?){0,5}"
    r"(?i:staff|staff writers?|staff reporters?|reporters?|correspondents?|newsroom|news desk"
    r"|web desk|bureau|agencies|news service|wire services?|news agency|editorial board"
    r"|editorial team)"
)
_NAME_AND_POST = re.compile(
    rf"{_NAME}(?:\s{_NAME}){{1,3}},\s(?:[\w’'-]+\s){{0,4}}"
    r"(?i:writer|editor|reporter|correspondent|columnist|critic|analyst|contributor)"
)

_SHARE = re.compile(
    r"(?:share|tweet|email|e-mail|print|save|copy link|copy url|bookmark|like|pin it|whatsapp"
    r"|facebook|twitter|linkedin|reddit|telegram|instagram|youtube|messenger|flipboard|pocket|x)"
    r"(?:\s?[,|/·•]?\s?(?:and\s)?(?:share|tweet|email|print|save|facebook|twitter|linkedin|reddit"
    r"|whatsapp|telegram|instagram|youtube|messenger|flipboard|pocket|copy link|x)){0,8}"
    r"|(?:share|email|print|save|bookmark|gift|listen to|watch|comment on|rate|cite)\s"
    r"(?:this|the)\s(?:article|story|page|post|link|video|item|content)\b.{0,40}"
    r"|(?:share|tweet|post|pin)\s(?:this|on|to|via|with)\b.{0,40}"
    r"|(?:follow|like|join|find|contact|support)\s(?:us|me|@\w{1,30})\b.{0,60}"
    r"|(?:support|join)\sour\s(?:work|journalism|newsletters?|community|channel)\b.{0,40}"
    r"|(?:sign up|sign in|log in|subscribe|unsubscribe|register)"
    r"(?:\s(?:to|for|now|here|today|or|with|free)\b.{0,80})?"
    r"|(?:read|see|view|show|load|learn|hear|watch|find out)\smore\b.{0,100}"
    r"|(?:click|tap)\s(?:here|to|on)\b.{0,80}"
    r"|(?:download|get)\s(?:the|our)\s(?:\w+\s){0,2}app\b.{0,40}"
    r"|(?:leave|post|add|write)\s(?:a|your)\s(?:comment|reply)\b.{0,40}"
    r"|(?:back to top|skip to (?:main )?content|jump to (?:content|comments)"
    r"|join the (?:conversation|discussion)|view (?:all )?comments|show comments|view gallery"
    r"|open image in gallery"
    r"|continue reading|story continues(?: below)?.{0,40}|article continues.{0,40}"
    r"|watch live|play video|listen|next article|previous article|go to homepage"
    r"|return to .{0,40})",
    re.IGNORECASE,
)

_COUNT = re.compile(
    r"[(\[]?\d{1,3}(?:[,. ]?\d{3}){0,3}(?:\.\d)?\s?[km]?[)\]]?"
    r"(?:\s?(?:comments?|shares?|likes?|views?|replies|reactions?|votes?|reads?|followers?|tweets?"
    r"|min(?:ute)?s?[\s-]read|words|photos?|images?|of \d{1,3}))?"
    r"|(?:comments?|shares?|likes?|views?)\s?[:(]?\s?\d[\d,.]{0,9}[km]?\)?"
    r"|(?:reading time|read time|est\. read).{0,30}",
    re.IGNORECASE,
)

_TOPIC_LABEL = re.compile(
    r"(?:tags?|tagged(?: (?:with|in|as))?|topics?|topics covered|related topics?|keywords?|hashtags"
    r"|filed under|posted in|categories|category|sections?|more on(?: this)?|explore more"
    r"|in this (?:article|story)|mentioned in this (?:article|story)"
    r"|topics in this (?:article|story))",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:home|news)(?:\s?[>›»/|]\s?[\w &-]{1,30}){1,6}"
    r"|(?:logo|overview|advertisement|advertising|ad|sponsored(?: content)?|promoted"
    r"|partner content|menu|home|home ?page|news|latest(?: news)?|live|breaking(?: news)?"
    r"|trending(?: now)?"
    r"|most (?:read|popular|viewed|shared)|popular|recommended(?: for you)?"
    r"|you (?:may|might) also like|related(?: (?:articles?|stories|content|links|news|coverage"
    r"|posts|reading))?"
    r"|more from .{1,40}|more stories|more news|editors?['’]? picks?|top stories|read next"
    r"|up next|what to read next"
    r"|comments?|comments are closed\.?|discussion|sources?|references|notes?|footnotes?|credits?"
    r"|exclusive|opinion|analysis|world|politics|business|sport|video|audio|gallery|photos?|image"
    r"|images|pictures|transcript|table of contents|contents|summary|tl;?dr|about the authors?"
    r"|newsletters?|premium|subscriber only|subscribers only|free|close|search|share|end of article"
    r"|key points|at a glance|in brief|in short|loading\.{0,3}|caption|image caption|media caption"
    r"|image source.{0,60}|getty images|page \d{1,3}(?: of \d{1,3})?|\d{1,3} of \d{1,3}"
    r"|-?30-?|###|ends?|\[ends?\]|notes to editors)",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"(?:©|\(c\)\s|copyright\b).{0,160}|.{0,80}\ball rights reserved\.?.{0,80}", re.IGNORECASE
)
_HASHTAGS = re.compile(r"(?:#[\w-]{2,40}[\s,]{0,3}){1,30}")
_TAG_LINE = re.compile(r"(?P<label>[A-Za-z ]{3,30}):\s(?P<tags>\S.{0,400})")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S{3,300}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,24}){1,3}"
)


def is_byline(text: str) -> bool:
    """Whether the line names who wrote or supplied the text."""
    if len(text.split()) > _MOST_WORDS:
        return bool(_CREDIT_LINE.fullmatch(text))
    return bool(
        _CREDIT_LINE.fullmatch(text)
        or _AGENCY.fullmatch(text.rstrip("."))
        or (_BY.fullmatch(text) and _mostly_names(text))
    )


def is_staff_line(text: str) -> bool:
    """Whether a capitalised short line ends in a word for staff ("Our City Reporters")."""
    words = text.split()
    if len(words) > 8 or not text[:1].isupper():
        return False
    return bool(_STAFF.fullmatch(text) or _NAME_AND_POST.fullmatch(text))


def furniture_kind(text: str) -> FurnitureKind:
    """The kind of furniture that a line is on any part of a page, NONE if it may be text."""
    if len(text) > _LONGEST:
        return FurnitureKind.NONE
    if _HASHTAGS.fullmatch(text):
        return FurnitureKind.TAGS
    if _RIGHTS.fullmatch(text) or _ADDRESS.fullmatch(text):
        return FurnitureKind.LABEL
    if is_byline(text):
        return FurnitureKind.BYLINE
    tags = _TAG_LINE.fullmatch(text)
    if tags and _TOPIC_LABEL.fullmatch(tags["label"]) and not text.endswith((".", "!", "?")):
        return FurnitureKind.TAGS
    if len(text.split()) > _MOST_WORDS:
        return FurnitureKind.NONE
    if _COUNT.fullmatch(text):
        return FurnitureKind.COUNT
    if is_topic_label(text) or _LABEL.fullmatch(text.rstrip(":")):
        return FurnitureKind.LABEL
    return FurnitureKind.SHARE if _is_share(text) else FurnitureKind.NONE


def is_topic_label(text: str) -> bool:
    """Whether the line announces a list of topics ("Tags", "Filed under:")."""
    return bool(_TOPIC_LABEL.fullmatch(text.rstrip(": ")))


def _is_share(text: str) -> bool:
    # A sentence that only begins like a link ("Share on the deal fell 3 percent.") has a figure or
    # an end; links seldom have.
    if not _SHARE.fullmatch(text.rstrip(" :>»→.…")):
        return False
    return not (text.endswith(".") and any(character.isdigit() for character in text))


def _mostly_names(text: str) -> bool:
    """Whether few words stand outside capitals, as in "By Jane Doe and John Roe in Oslo"."""
    # What follows a name and a comma says who that is: "By Ana Lind, who covers the coast".
    names = text.split(",", maxsplit=1)[0]
    words = [word for word in re.split(r"[\s|/&]+", names)[1:] if word[:1].isalpha()]
    small = [
        word
        for word in words
        if word[:1].islower()
        and word not in {"and", "by", "in", "for", "of", "at", "the", "with", "de"}
        and word not in {"von", "van", "der", "la", "el", "al", "bin", "ibn", "correspondent"}
        and word not in {"staff", "writer", "editor", "reporter", "special", "to", "contributor"}
    ]
    return bool(words) and len(small) * 3 <= len(words)
