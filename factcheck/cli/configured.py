"""Commands whose options have a configuration file behind them: flag beats file beats default."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from factcheck.cli.help import ShortHelp

if TYPE_CHECKING:
    from factcheck.configuration.read import Configuration


class ConfiguredCommand(ShortHelp):
    """A command whose options take their defaults from the configuration file.

    The file becomes click's map of defaults, so that it ranks below flags and the environment, and
    `ctx.obj` becomes the Configuration. A command of this class declares the options `config`,
    `isolated` and `show_settings`; the last is acted on here.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the configuration file that the arguments call for, then the arguments."""
        # The parser eats the list that it is given.
        given, _, _ = self.make_parser(ctx).parse_args(list(args))
        if not (given.get("help") or ctx.resilient_parsing):
            ctx.obj = configuration = _configuration(self._paths(given), given)
            ctx.default_map = self._defaults(configuration, given)
            if given.get("show_settings") and not self._paths(given):
                args = [*args, "."]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        """Run the command, or show its settings."""
        if ctx.params.get("show_settings"):
            from factcheck.cli.output import write_stdout
            from factcheck.cli.settings_shown import render

            write_stdout(render(ctx))
            raise typer.Exit
        return super().invoke(ctx)

    def _paths(self, given: dict[str, Any]) -> list[str]:
        """The files that the command is about: its arguments, or the name of standard input."""
        found: list[str] = []
        for parameter in self.params:
            if parameter.param_type_name == "argument" and parameter.name:
                value = given.get(parameter.name) or ()
                found += [value] if isinstance(value, str) else value
        return [str((path == "-" and given.get("stdin_filename")) or path) for path in found]

    def _defaults(self, configuration: Configuration, given: dict[str, Any]) -> dict[str, Any]:
        if not configuration.values:
            return {}
        options = options_of(self)
        values = {
            options[key]: list(value) if isinstance(value, tuple) else value
            for key, value in configuration.values.items()
            if key in options
        }
        if given.get("select"):
            # Whoever selects on the command line means these rules, not these and more.
            values.pop("extend_select", None)
        return values


def options_of(command: Any) -> dict[str, str]:
    """The names of a command's parameters by the keys that they have in a configuration file."""
    from factcheck.configuration.keys import KEYS
    from factcheck.configuration.kinds import Many

    lists = {key.name: isinstance(key.kind, Many) for key in KEYS}
    return {
        key: one.name
        for one in command.params
        # What takes one value is not the key that takes several: `factcheck claims --format json`.
        if (key := _key(one)) in lists and one.multiple == lists[key]
    }


def _key(parameter: Any) -> str:
    if parameter.param_type_name != "option":
        return ""
    long = [name for name in parameter.opts if name.startswith("--")]
    return long[0].removeprefix("--") if long else ""


def _configuration(paths: list[str], given: dict[str, Any]) -> Configuration:
    from factcheck.configuration.find import find_file
    from factcheck.configuration.read import Configuration, read_file
    from factcheck.model import FactcheckError

    named = given.get("config")
    if named and given.get("isolated"):
        raise FactcheckError("--config and --isolated don't go together: name a file, or use none")
    if given.get("isolated"):
        return Configuration()
    path = Path(named) if named else find_file(paths)
    return read_file(path) if path else Configuration()
