"""The mutants of a module: its functions with one small change each, by mutmut's operators.

What is changed is what mutmut changes: numbers, strings, comparisons, `and` and `or`, arithmetic,
arguments (dropped, or None), assignments, `not`, `break` and `continue`, the arms of a conditional
expression, names of string methods. Decorated functions (properties, caches) are changed too, which
mutmut's own runner leaves out. Tables of a module outside its functions are not.

Left out, because nothing that the program does depends on it: annotations, docstrings, `assert` and
`raise` with all that is in them (what is asserted narrows a type; a message is for programmers),
`strict=` of `zip` (an assertion), and arguments of `len`, `isinstance` and `cast`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import libcst as cst
from libcst import matchers
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.file_mutation import deep_replace
from mutmut.mutation.mutators import mutation_operators

ROOT = Path(__file__).resolve().parents[1]
UNCHANGED = (cst.Annotation, cst.Decorator, cst.Assert, cst.Raise)
_TYPES_AND_SIZES = matchers.Call(
    matchers.Name("len") | matchers.Name("isinstance") | matchers.Name("cast")
)
_DOCSTRING = matchers.Expr(matchers.SimpleString() | matchers.ConcatenatedString())


@dataclass(frozen=True, slots=True)
class Mutant:
    """One changed function: its module and qualified name, its whole new source (without
    decorators), the line that changed, and how that line reads before and after."""

    module: str
    function: str
    source: str
    line: int
    before: str
    after: str

    @property
    def key(self) -> str:
        """What names this mutant in the log: a digest of where it is and what it says."""
        told = f"{self.module}\0{self.function}\0{self.source}".encode()
        return hashlib.sha256(told).hexdigest()[:16]


def mutants_of(module: str) -> tuple[Mutant, ...]:
    """All mutants of a module given by its dotted name, in the order of its text, none twice."""
    path = ROOT / (module.replace(".", "/") + ".py")
    wrapper = MetadataWrapper(cst.parse_module(path.read_text(encoding="utf-8")))
    lines = wrapper.resolve(PositionProvider)
    found: dict[str, Mutant] = {}
    for name, function in _functions(wrapper.module.body):
        first = lines[function.name].start.line
        plain = _source(function)
        visitor = _Changes()
        function.visit(visitor)
        for old, new in visitor.changes:
            changed = deep_replace(function, old, new)
            assert isinstance(changed, cst.FunctionDef)
            mutant = _mutant(module, name, first, plain, _source(changed))
            if mutant is not None:
                found.setdefault(mutant.key, mutant)
    return tuple(sorted(found.values(), key=lambda one: one.line))


def _functions(
    body: tuple[cst.BaseStatement, ...] | list[cst.BaseStatement], within: str = ""
) -> Iterator[tuple[str, cst.FunctionDef]]:
    """The functions and methods of a module, each with its qualified name."""
    for statement in body:
        if isinstance(statement, cst.FunctionDef):
            yield within + statement.name.value, statement
        elif isinstance(statement, cst.ClassDef) and isinstance(statement.body, cst.IndentedBlock):
            yield from _functions(list(statement.body.body), f"{within}{statement.name.value}.")


class _Changes(cst.CSTVisitor):
    """Collects for each node what it may be replaced by."""

    def __init__(self) -> None:
        super().__init__()
        self.changes: list[tuple[cst.CSTNode, cst.CSTNode]] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        if isinstance(node, UNCHANGED) or matchers.matches(node, _TYPES_AND_SIZES | _DOCSTRING):
            return False
        if isinstance(node, cst.Arg) and node.keyword and node.keyword.value == "strict":
            return False
        for kind, operator in mutation_operators:
            if isinstance(node, kind):
                self.changes += [(node, new) for new in operator(node) if not _lax(node, new)]
        return True


def _lax(old: cst.CSTNode, new: cst.CSTNode) -> bool:
    """Whether a call is changed in nothing but its `strict=`."""
    return (
        isinstance(old, cst.Call)
        and isinstance(new, cst.Call)
        and _bare(old) == _bare(new)
        and old.func.deep_equals(new.func)
    )


def _bare(call: cst.Call) -> list[str]:
    module = cst.Module([])
    return [
        module.code_for_node(one.with_changes(comma=cst.MaybeSentinel.DEFAULT))
        for one in call.args
        if not (one.keyword and one.keyword.value == "strict")
    ]


def _source(function: cst.FunctionDef) -> str:
    return cst.Module([]).code_for_node(function.with_changes(decorators=[], leading_lines=[]))


def _mutant(module: str, name: str, first: int, plain: str, source: str) -> Mutant | None:
    """The mutant of which `source` is the text; None where it says what `plain` says."""
    old, new = plain.splitlines(), source.splitlines()
    for number, (one, two) in enumerate(zip(old, new, strict=False)):
        if one != two:
            return Mutant(module, name, source, first + number, one.strip(), two.strip())
    return None
