"""No option and no setting is without its key."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from factcheck.cli.app import app
from factcheck.cli.configured import ConfiguredCommand, options_of
from factcheck.config import Settings
from factcheck.configuration.keys import KEYS
from factcheck.configuration.kinds import Many, Switch

# Options that belong to one call: how it finds its configuration, and what it reads or shows now.
ONE_CALL = {"config", "isolated", "show-settings", "stdin-filename", "open", "help"}
# A stranger's configuration file must not open one's network.
ONE_CALL |= {"allow-private-hosts"}


COMMANDS: list[Any] = [
    command
    for command in get_command(app).commands.values()
    if isinstance(command, ConfiguredCommand)
]


def option_names(command: Any) -> set[str]:
    options = [one for one in command.params if one.param_type_name == "option"]
    return {max(one.opts, key=len).removeprefix("--") for one in options}


def test_the_commands_that_check_are_configured() -> None:
    assert {"compare", "lint", "batch", "claims"} <= {command.name for command in COMMANDS}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_option_has_its_key(command: Any) -> None:
    missing = option_names(command) - ONE_CALL - set(options_of(command))
    # The list of claims is no report, and watch prints one and clears the terminal before it: the
    # key of --format is for reports, several of them.
    own = {"claims": {"format"}, "watch": {"format", "clear"}}
    assert missing == own.get(command.name, set())
    named = ONE_CALL - {"stdin-filename", "open", "help", "allow-private-hosts"}
    assert named <= option_names(command)


def test_every_key_with_a_flag_is_an_option() -> None:
    known = set().union(*(option_names(command) for command in COMMANDS))
    assert {key.name for key in KEYS if key.flag} <= known
    assert not {key.name for key in KEYS if not key.flag} & known


def test_every_field_of_settings_has_its_key() -> None:
    settable = {key.field for key in KEYS if key.field}
    assert settable == {field.name for field in fields(Settings)}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_options_and_keys_agree_on_what_they_take(command: Any) -> None:
    options = {one.name: one for one in command.params}
    kinds = {key.name: key.kind for key in KEYS}
    for key, name in options_of(command).items():
        option, kind = options[name], kinds[key]
        assert option.multiple == isinstance(kind, Many), key
        if isinstance(kind, Switch):
            assert option.secondary_opts == [f"--no-{key}"], f"{key} can't be switched off"
        default = list(option.default) if option.multiple and option.default else option.default
        if default is not None and not isinstance(default, Path):
            kind.read(getattr(default, "value", default), Path())
