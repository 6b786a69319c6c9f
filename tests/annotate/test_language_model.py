"""Which language model is used, that its files are the ones we checked, and tier 0 without one."""

from __future__ import annotations

import importlib.util
import json
from importlib import resources
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from factcheck.annotate import annotate, load_model, resolve_model
from factcheck.annotate.language_model import OFFICIAL, PINNED, UNUSED
from factcheck.config import Settings
from factcheck.model import FactcheckError, Span
from factcheck.pipeline import run
from factcheck.read import document_from_text

TEXT = "Ann Holt did not sign the treaty on Monday. Nine ships left Corvel."


def recorded_hashes() -> dict[str, str]:
    file = resources.files("factcheck.annotate").joinpath("model_hashes.json")
    hashes: dict[str, str] = json.loads(file.read_text("utf-8"))
    return hashes


def pinned_folder() -> Path:
    """Where the pinned model's data lie on this machine."""
    spec = importlib.util.find_spec(PINNED)
    if spec is None or spec.origin is None:
        pytest.skip(f"{PINNED} is not installed")
    return next(Path(spec.origin).parent.glob(f"{PINNED}-*"))


def package_in(folder: Path, package: str, version: str) -> Path:
    """An empty model package in `folder`; gives its data folder."""
    data = folder / package / f"{package}-{version}"
    data.mkdir(parents=True)
    (folder / package / "__init__.py").write_text("raise ImportError('never run')\n")
    return data


def install(monkeypatch: pytest.MonkeyPatch, folder: Path, *packages: str) -> None:
    """Let only `packages`, which lie in `folder`, be found among the model packages."""
    real = importlib.util.find_spec

    def find_spec(name: str, package: str | None = None) -> ModuleSpec | None:
        if name in packages:
            return ModuleSpec(name, None, origin=str(folder / name / "__init__.py"))
        return None if name in (*OFFICIAL, PINNED) else real(name, package)

    monkeypatch.setattr(importlib.util, "find_spec", find_spec)


def copy_of_pinned(folder: Path) -> Path:
    """The pinned package under `folder`, its data as links; gives its data folder."""
    source = pinned_folder()
    data = package_in(folder, PINNED, source.name.removeprefix(f"{PINNED}-"))
    for file in source.rglob("*"):
        place = data / file.relative_to(source)
        if file.is_dir():
            place.mkdir(exist_ok=True, parents=True)
        else:
            place.parent.mkdir(exist_ok=True, parents=True)
            place.symlink_to(file)
    return data


def test_none_is_tier_0_alone() -> None:
    assert resolve_model("none") == "none"
    assert load_model("none") is None


def test_tier_0_reads_sentences_and_numbers_without_a_model() -> None:
    document = document_from_text(TEXT + "\n", name="a.txt")
    annotated = annotate(document, model=None)
    assert [sentence.parsed for sentence in annotated.sentences] == [False, False]
    report = run([document], settings=Settings(model="none"))
    assert report.tool.model == "none"
    assert any(fact.surface.startswith("Nine") for claim in report.claims for fact in claim.facts)


def test_the_pinned_model_parses_and_keeps_offsets() -> None:
    document = document_from_text(TEXT + "\n", name="a.txt")
    model = load_model(resolve_model("auto"))
    annotated = annotate(document, model=model)
    for sentence in annotated.sentences:
        assert sentence.parsed
        for token in sentence.tokens:
            assert annotated.shadow[token.start : token.end] == token.text
            assert 0 <= token.head < len(sentence.tokens)
            assert token.pos
            assert token.lemma == token.lemma.lower()


def test_what_else_is_parsed_does_not_change_a_parse() -> None:
    model = load_model(resolve_model("auto"))
    assert model is not None
    first, second = Span(0, 43), Span(44, len(TEXT))
    (alone,) = model.parse(TEXT, [second])
    together = list(model.parse(TEXT, [first, second]))
    assert together[1] == alone


def test_every_file_that_is_loaded_has_its_hash_recorded() -> None:
    folder = pinned_folder()
    files = {
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*")
        if file.is_file() and file.relative_to(folder).parts[0] not in UNUSED
    }
    never_loaded = {"accuracy.json", "README.md", "LICENSE", "LICENSES_SOURCES"}
    assert files - never_loaded == set(recorded_hashes())


def test_no_file_that_is_loaded_is_a_pickle() -> None:
    assert not [name for name in recorded_hashes() if name.endswith((".pkl", ".pickle", ".pt"))]


@pytest.mark.parametrize("name", ["config.cfg", "parser/model", "tokenizer"])
def test_a_tampered_copy_is_refused(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = copy_of_pinned(tmp_path)
    content = (data / name).read_bytes()
    (data / name).unlink()
    (data / name).write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    install(monkeypatch, tmp_path, PINNED)
    with pytest.raises(FactcheckError, match="--model none") as caught:
        load_model(f"{PINNED} tampered-{name}")
    assert str(data / name) in str(caught.value)


def test_a_copy_with_a_file_missing_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = copy_of_pinned(tmp_path)
    (data / "vocab" / "strings.json").unlink()
    install(monkeypatch, tmp_path, PINNED)
    with pytest.raises(FactcheckError, match="missing"):
        load_model(f"{PINNED} incomplete")


@pytest.mark.parametrize("official", ["en_core_web_sm", "en_core_web_md", "en_core_web_lg"])
def test_an_official_package_is_preferred(
    official: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package_in(tmp_path, official, "3.8.0")
    package_in(tmp_path, PINNED, "3.8.0")
    install(monkeypatch, tmp_path, official, PINNED)
    assert resolve_model("auto").split()[0] == official
    assert resolve_model(PINNED).split()[0] == PINNED


def test_the_version_is_part_of_the_identity(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package_in(tmp_path, "en_core_web_md", "3.8.0")
    install(monkeypatch, tmp_path, "en_core_web_md")
    assert resolve_model("en_core_web_md") == "en_core_web_md 3.8.0"


def test_without_any_model_the_remedy_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, tmp_path)
    with pytest.raises(FactcheckError, match="--model none"):
        resolve_model("auto")


@pytest.mark.parametrize("wanted", ["no_such_model", "en_core_web_xx", "/models/en"])
def test_an_unknown_model_is_refused_with_a_remedy(wanted: str) -> None:
    with pytest.raises(FactcheckError, match=r"not installed.*--model none"):
        resolve_model(wanted)


@pytest.mark.parametrize("wanted", ["no.such", "json.tool", ".hidden", "../model", "__main__", ""])
def test_a_path_or_a_dotted_name_is_refused_with_a_remedy(wanted: str) -> None:
    with pytest.raises(FactcheckError, match="--model none"):
        resolve_model(wanted)


def test_a_package_that_is_no_model_is_refused() -> None:
    with pytest.raises(FactcheckError, match="--model none"):
        load_model(resolve_model("json"))
