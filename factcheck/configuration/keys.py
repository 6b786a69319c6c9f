"""The keys of a configuration file, in the order of the documentation.

A new field of Settings, or a new option of a command, is one line here.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.configuration.kinds import (
    Choice,
    Kind,
    Many,
    Number,
    Record,
    RuleWord,
    Switch,
    Table,
    Text,
    Whole,
)
from factcheck.configuration.path_kinds import File, Glob, Output, Source


@dataclass(frozen=True, slots=True)
class Key:
    """One key: the flag `--name` is the same thing on the command line, where `flag` is true.

    `about` is one line for people. `field` is the field of Settings that it sets; "" where it is
    the business of the command line alone.
    """

    name: str
    kind: Kind
    about: str
    field: str = ""
    flag: bool = True


_RULES = Many(RuleWord())
_SEVERITIES = ("error", "warning", "info")
_FIELD = Text("the name of a field (a string)")
_STYLE = Record(
    {
        "spelling": Choice(("british", "american")),
        "names": Table(Text("a name (a string)"), Many(Text("a name (a string)"))),
    }
)

KEYS: tuple[Key, ...] = (
    Key("select", _RULES, "Run only these rules.", "select"),
    Key("ignore", _RULES, "Leave these rules out.", "ignore"),
    Key("extend-select", _RULES, "Run these rules as well.", "extend_select"),
    Key("extend-ignore", _RULES, "Leave these rules out as well.", "extend_ignore"),
    Key(
        "severity",
        Table(RuleWord(), Choice((*_SEVERITIES, "off"))),
        "The severity of a rule's findings.",
        "severity",
        flag=False,
    ),
    Key(
        "per-file-ignores",
        Table(Glob(), _RULES),
        "Rules left out where a finding stands in files of a pattern.",
        "per_file_ignores",
        flag=False,
    ),
    Key("min-confidence", Number(0, 1), "Hide findings below this.", "min_confidence"),
    Key("pedantic", Switch(), "Show findings of any confidence.", "pedantic"),
    Key("exclude", Many(Glob()), "Files and folders left out of folders.", "exclude"),
    Key("ignore-files", Switch(), "Leave out what .gitignore files do.", "ignore_files"),
    Key("force-exclude", Switch(), "Exclude files named one by one too.", "force_exclude"),
    Key("text-field", _FIELD, "The field of a record that holds its text.", "text_field"),
    Key("title-field", _FIELD, "The field that holds its title.", "title_field"),
    Key("date-field", _FIELD, "The field that holds the day it appeared.", "date_field"),
    Key("id-field", _FIELD, "The field that it is called by.", "id_field"),
    Key("offline", Switch(), "Fetch no page.", "offline"),
    Key("baseline", File(), "A file of accepted findings.", "baseline"),
    Key("style", _STYLE, "The house's spelling, and its names.", "style", flag=False),
    Key("against", Many(Source()), "Sources that drafts are checked against."),
    Key("archive", Source(), "An archive that drafts are checked against too (docs/scale.md)."),
    Key("memory-limit", Text('a size ("1GB")'), "What a join over an archive may hold in memory."),
    Key("reference", Many(Source()), "Primary documents: named as the ones to check against."),
    Key("fail-on", Choice(_SEVERITIES), "The least severity that makes the exit code 1."),
    Key("exit-zero", Switch(), "Exit with 0 whatever is found."),
    Key("format", Many(Output()), "The reports to write."),
    Key(
        "dated",
        Text("a day or today (a string)"),
        "The day that `html` names, or `today`.",
    ),
    Key("facts", Switch(), "Also list every fact by who gives it."),
    Key("statistics", Switch(), "Print how often each rule fired, no findings."),
    Key("timing", Switch(), "Tell on standard error where the time went."),
    Key("quiet", Switch(), "Only findings that decide the exit code; no summary."),
    Key("verbose", Switch(), "Tell on standard error what is read and what is kept."),
    Key("color", Choice(("auto", "always", "never")), "When to use colour."),
    Key("model", Text("the name of a model (a string)"), "The language model.", "model"),
    Key("jobs", Whole(0), "Processes to use; 0 for one a core.", "jobs"),
    Key("cache", Switch(), "Keep extracted facts between runs.", "use_cache"),
    Key("cache-dir", File(), "Where extracted facts are kept.", "cache_dir"),
)
