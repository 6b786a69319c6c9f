"""Runs tests on mutants, each in a fork of a process in which everything is loaded."""

from __future__ import annotations
import __future__

import ast
import gc
import importlib
import os
import resource
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from types import FrameType, FunctionType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol
from mutants import ROOT, Mutant

SLOWEST = 10.0
"""Seconds of processor time that a mutant may take beyond what its tests took before (traced, and
with nothing remembered: some three times what they should take)."""

MEMORY = 6 << 30
"""Bytes of address space that a mutant may take: endless growth ends in a MemoryError."""

Line = tuple[str, int]
VERDICTS = {0: "survived", 1: "killed", 2: "fault"}


class Trace:
    """The lines of given files that run, by test and inside which remembered stage."""

    def __init__(self, files: set[str]) -> None:
        self._files = files
        self._lines: set[Line] = set()
        self.inside: dict[str, set[Line]] = defaultdict(set)

    def __call__(self, frame: FrameType, event: str, argument: object) -> Any:
        return self._line if frame.f_code.co_filename in self._files else None

    def _line(self, frame: FrameType, event: str, argument: object) -> Any:
        if event == "line":
            self._lines.add((frame.f_code.co_filename, frame.f_lineno))
        return self._line

    @contextmanager
    def test(self) -> Iterator[set[Line]]:
        """Gives the set that will hold what runs until the end."""
        self._lines = set()
        sys.settrace(self)
        try:
            yield self._lines
        finally:
            sys.settrace(None)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """What runs until the end belongs to the stage, and to the test as before."""
        outer, self._lines = self._lines, set()
        try:
            yield
        finally:
            self.inside[name] |= self._lines
            outer |= self._lines
            self._lines = outer


class Memory:
    """What the stages before the rules gave, so that a mutant of a rule pays for the rule alone."""

    def __init__(self, trace: Trace) -> None:
        self._trace = trace
        self._given: dict[Any, Any] = {}
        self._kept: list[Any] = []
        self.replayed: set[str] = set()

    def remembering(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """`function`, which gives again what it gave once `stage` is in `replayed`."""

        def call(*arguments: Any, **options: Any) -> Any:
            key = (function, *map(self._key, arguments), *sorted(options))
            key += tuple(self._key(options[name]) for name in sorted(options) if name != "timing")
            if stage in self.replayed and key in self._given:
                return self._given[key]
            with self._trace.stage(stage):
                given = function(*arguments, **options)
            given = given if isinstance(given, (tuple, dict)) else tuple(given)
            self._given[key] = given
            return given

        return call

    def _key(self, value: Any) -> Any:
        """The value, or its identity: claims and matches are remembered, so theirs is their own."""
        if isinstance(value, (tuple, list)) and value and type(value[0]).__name__ == "Document":
            return tuple(value)
        if isinstance(value, (str, int, bool)) or type(value).__name__ == "Span":
            return value
        if isinstance(value, (list, tuple)) and value and type(value[0]).__name__ == "Span":
            return tuple(value)
        self._kept.append(value)
        return repr(value) if type(value).__name__ == "Settings" else id(value)

    def install(self) -> None:
        """Put the remembering functions where the real ones are called."""
        from factcheck import drafts, extraction, pipeline
        from factcheck.annotate import language_model

        model: Any = language_model._SpacyModel
        model.parse = self.remembering("parse", model.parse)
        claims = self.remembering("claims", extraction.read_claims)
        for module in (drafts, extraction, pipeline):
            module.read_claims = claims
        for name in ("find_matches", "group_facts"):
            setattr(pipeline, name, self.remembering("match", getattr(pipeline, name)))


class Run:
    """A pytest plugin which runs the tests once as they are, and then on each mutant.

    `told` is called with each mutant and its verdict: killed, timeout, survived, unreached (no test
    runs the statement) or fault (of ours).
    """

    def __init__(
        self, mutants: Sequence[Mutant], told: Callable[[Mutant, str], None], *, jobs: int
    ) -> None:
        self._mutants = mutants
        self._told = told
        self._jobs = jobs
        modules = sorted({one.module for one in mutants})
        self._paths = {name: str(ROOT / (name.replace(".", "/") + ".py")) for name in modules}
        self._trace = Trace(set(self._paths.values()))
        self._memory = Memory(self._trace)
        self._reached: dict[Line, list[int]] = defaultdict(list)
        self._took: list[float] = []
        self._items: list[pytest.Item] = []
        self._statements = {path: statements(path) for path in self._paths.values()}
        self._screen = os.fdopen(os.dup(2), "w")

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Instead of pytest's own loop."""
        # What isn't in the repository must not count.
        self._items = [
            one for one in session.items if "seeds" not in getattr(one, "fixturenames", ())
        ]
        self._memory.install()
        self._run_as_they_are()
        self._memory.replayed = {"parse"}
        gc.collect()
        gc.freeze()
        self._run_mutants()
        return True

    def _run_as_they_are(self) -> None:
        caches = self._caches()
        passed = []
        for item in self._items:
            for cache in caches:
                cache.cache_clear()
            began = time.process_time()
            with self._trace.test() as lines:
                failed = _fails(item, None)
            if failed:
                self._say(f"left out, fails without a change: {item.nodeid}")
                continue
            for line in lines:
                self._reached[line].append(len(passed))
            passed.append(item)
            self._took.append(time.process_time() - began)
        self._items = passed
        self._say(f"{len(passed)} tests took {sum(self._took):.0f} s (traced)")

    def _caches(self, *, tables: bool = False) -> list[Any]:
        """The caches of functions with arguments in the mutated packages: a remembered result of
        one test would hide that the next one needs the function, or that it changed. With `tables`
        those without arguments, too, which are read once from a file."""
        return [
            value
            for name, module in sorted(sys.modules.items())
            if name.startswith(("factcheck.facts", "factcheck.match", "factcheck.rules"))
            for value in vars(module).values()
            if hasattr(value, "cache_clear") and (tables or value.__wrapped__.__code__.co_argcount)
        ]

    def _run_mutants(self) -> None:
        running: dict[int, Mutant] = {}
        began, done = time.monotonic(), 0
        for mutant in self._mutants:
            tests = self._tests_of(mutant)
            if not tests:
                self._told(mutant, "unreached")
                continue
            if len(running) >= self._jobs:
                done += self._await(running)
            child = os.fork()
            if not child:
                self._test(mutant, tests)
            running[child] = mutant
            if done % 200 == 199:
                self._say(f"{done + 1} mutants in {time.monotonic() - began:.0f} s")
        while running:
            self._await(running)

    def _await(self, running: dict[int, Mutant]) -> int:
        child, status = os.wait()
        if os.WIFSIGNALED(status):
            late = os.WTERMSIG(status) in (signal.SIGPROF, signal.SIGALRM)
            verdict = "timeout" if late else "killed"
        else:
            verdict = VERDICTS.get(os.WEXITSTATUS(status), "fault")
        self._told(running.pop(child), verdict)
        return 1

    def _tests_of(self, mutant: Mutant) -> list[int]:
        path = self._paths[mutant.module]
        if _is_table(mutant):
            # It was read once for all tests: whoever reaches the module may have asked for it.
            found = {t for (file, _), tests in self._reached.items() if file == path for t in tests}
            return sorted(found, key=self._took.__getitem__)
        first, last = self._statements[path].get(mutant.line, (mutant.line, mutant.line))
        found = {test for line in range(first, last + 1) for test in self._reached[path, line]}
        return sorted(found, key=self._took.__getitem__)

    def _test(self, mutant: Mutant, tests: Sequence[int]) -> None:
        """In the child: never returns."""
        code = 2
        try:
            limit = SLOWEST + sum(self._took[number] for number in tests)
            signal.setitimer(signal.ITIMER_PROF, limit)
            signal.alarm(int(10 * limit))
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            self._replay_what_comes_before(mutant)
            put_in_place(mutant)
            for cache in self._caches(tables=_is_table(mutant)):
                cache.cache_clear()
            items = [self._items[number] for number in tests]
            follow = zip(items, [*items[1:], None], strict=True)
            code = int(any(_fails(item, after) for item, after in follow))
        except MemoryError:
            code = 1
        except BaseException as error:
            self._say(f"{mutant.module}:{mutant.line}: {error!r}")
        finally:
            os._exit(code)

    def _replay_what_comes_before(self, mutant: Mutant) -> None:
        path = self._paths[mutant.module]
        first, last = self._statements[path].get(mutant.line, (mutant.line, mutant.line))
        lines = {(path, line) for line in range(first, last + 1)}
        for stage in ("claims", "match"):
            if self._trace.inside[stage] & lines:
                break
            self._memory.replayed.add(stage)

    def _say(self, line: str) -> None:
        print(line, file=self._screen, flush=True)


def run_tests(run: Run, paths: Sequence[str], log: Path) -> None:
    """Runs pytest with the plugin; what it prints goes to `log`. Exits when tests can't be read."""
    from hypothesis import HealthCheck, settings

    settings.register_profile(
        "mutation",
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    settings.load_profile("mutation")
    sys.path.insert(0, str(ROOT))
    os.chdir(ROOT)
    screen, target = os.dup(1), os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    errors = os.dup(2)
    for stream in (1, 2):
        os.dup2(target, stream)
    try:
        options = ["-p", "no:cacheprovider", "-p", "no:xdist", "--capture=no", "-q"]
        code = pytest.main([*options, *paths], plugins=[run])
    finally:
        sys.stdout.flush()
        os.dup2(screen, 1)
        os.dup2(errors, 2)
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
        raise SystemExit(f"pytest ended with {code!r}: see {log}")


def put_in_place(mutant: Mutant) -> None:
    """Give the live function the code and the defaults of the mutant, whoever holds it already."""
    module = importlib.import_module(mutant.module)
    live: Any = module
    for name in mutant.function.split("."):
        live = vars(live)[name]
    plain = _undecorated(live)
    names = dict(vars(module))
    flags = __future__.annotations.compiler_flag
    exec(compile(mutant.source, str(module.__file__), "exec", flags, True), names)
    changed = names[mutant.function.rsplit(".", 1)[-1]]
    plain.__code__ = changed.__code__
    plain.__defaults__ = changed.__defaults__
    plain.__kwdefaults__ = changed.__kwdefaults__
    if hasattr(live, "cache_clear"):
        live.cache_clear()


def _is_table(mutant: Mutant) -> bool:
    live = vars(importlib.import_module(mutant.module)).get(mutant.function)
    return hasattr(live, "cache_clear") and not _undecorated(live).__code__.co_argcount


def _undecorated(live: Any) -> FunctionType:
    if isinstance(live, property):
        live = live.fget
    elif isinstance(live, cached_property):
        live = live.func
    elif isinstance(live, (staticmethod, classmethod)):
        live = live.__func__
    live = getattr(live, "__wrapped__", live)
    assert isinstance(live, FunctionType)
    return live


def statements(path: str) -> dict[int, tuple[int, int]]:
    """For each line, the first and last line of the innermost statement it is of.

    A compound statement ends before its body: whether its condition is reached is what counts.
    """
    found: dict[int, tuple[int, int]] = {}

    def note(node: ast.AST) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.stmt):
                first, last = child.lineno, child.end_lineno or child.lineno
                body = getattr(child, "body", None)
                if isinstance(child, (ast.FunctionDef, ast.ClassDef)):
                    pass
                elif body:
                    last = max(first, body[0].lineno - 1)
                for line in range(first, last + 1):
                    found[line] = (first, last)
            note(child)

    note(ast.parse(Path(path).read_text(encoding="utf-8")))
    return found


def _fails(item: pytest.Item, after: pytest.Item | None) -> bool:
    if hasattr(item, "_request"):
        item._initrequest()  # type: ignore[attr-defined]
    return any(report.failed for report in runtestprotocol(item, log=False, nextitem=after))
