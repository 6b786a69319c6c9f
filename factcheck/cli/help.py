"""The help of a command: one line for each option, examples at the end, a screen in all."""

from __future__ import annotations

from textwrap import wrap
from typing import Any

from typer.core import TyperCommand

from factcheck.cli.options import SELDOM

# Where what an option does begins, at the latest.
_COLUMN = 30


class ShortHelp(TyperCommand):
    """A command whose help has one line for each option and argument.

    Of a pair such as --facts/--no-facts only the one that changes something is listed: the other is
    there to overrule a configuration file. Defaults are told in the words of the options. Options
    of the panel SELDOM are listed by name, docs/configuration.md explains them.
    """

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """`Usage: factcheck lint [OPTIONS] DRAFT...`."""
        arguments = [_name(one) for one in self.get_params(ctx) if _is_argument(one)]
        formatter.write_usage(ctx.command_path, " ".join(["[OPTIONS]", *arguments]))

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """The arguments, then the options, in the order of their declaration."""
        shown = [one for one in self.get_params(ctx) if not getattr(one, "hidden", False)]
        shown.sort(key=lambda one: not _is_argument(one))
        seldom = [one for one in shown if getattr(one, "rich_help_panel", None) == SELDOM]
        with formatter.section("Options"):
            rows = [
                (_name(one), getattr(one, "help", None) or "") for one in shown if one not in seldom
            ]
            formatter.write_dl(rows, col_max=_COLUMN)
        if seldom:
            with formatter.section("More (see docs/configuration.md)"):
                indent = " " * formatter.current_indent
                names = ", ".join(_name(one).replace(" ", "\xa0") for one in seldom)
                for line in wrap(names, formatter.width - len(indent), break_on_hyphens=False):
                    formatter.write(f"{indent}{line}\n".replace("\xa0", " "))


def _is_argument(parameter: Any) -> bool:
    return bool(parameter.param_type_name == "argument")


def _name(parameter: Any) -> str:
    """ "DRAFT...", "--facts" or "-j, --jobs N"."""
    if _is_argument(parameter):
        return str(parameter.metavar or parameter.name)
    listed = parameter.secondary_opts if parameter.default is True else parameter.opts
    names = ", ".join(sorted(listed, key=lambda name: name.startswith("--")))
    return f"{names} {parameter.metavar}" if parameter.metavar else names
