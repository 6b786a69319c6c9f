"""What the installed package stands on: known holes, licences, and a list of it all (an SBOM).

usage: python tools/audit.py [--licences] [--vulnerabilities] [--sbom FILE]

Without arguments the first two. Looked at are the packages that factcheck and its extras need, as
installed beside this Python; the tools for development are not among them. Exit code 1 for a known
vulnerability or a licence that isn't compatible with Apache-2.0, 2 where that can't be told (no
data on vulnerabilities can be had, a package states no licence).
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PACKAGE = "factcheck-cli"
EXTRAS = ("formats", "lsp", "watch")

_PYTHON = (sys.executable, "-m")
PIP_AUDIT = (*_PYTHON, "pip_audit", "--no-deps", "--disable-pip", "--format", "json")
CYCLONEDX = (*_PYTHON, "cyclonedx_py", "environment", "--output-reproducible", "--of", "JSON")

# Licences that may go with Apache-2.0 in one program: those that ask for a notice, and the Mozilla
# Public License, which binds its own files alone.
COMPATIBLE = re.compile(
    r"0BSD|Apache|BSD|CC0|CNRI-Python|HPND|ISC|MIT|MPL|Mozilla Public License|PSF|"
    r"Python Software Foundation|Unlicense|Zlib",
    re.IGNORECASE,
)
# They ask for the same licence of the whole program; the lesser one for more than a notice.
NOT = re.compile(r"\b[AL]?GPL|GNU|SSPL|BUSL|Commons Clause|CC-BY-NC", re.IGNORECASE)


def needed(package: str = PACKAGE, extras: tuple[str, ...] = EXTRAS) -> dict[str, Distribution]:
    """The packages that `package` with `extras` needs, by canonical name, itself left out.

    Raises PackageNotFoundError where one isn't installed.
    """
    found: dict[str, Distribution] = {}
    seen: set[tuple[str, str]] = set()
    waiting = [(package, extra) for extra in ("", *extras)]
    while waiting:
        name, extra = waiting.pop()
        key = (canonicalize_name(name), extra)
        if key in seen:
            continue
        seen.add(key)
        here = distribution(name)
        found[key[0]] = here
        for line in here.requires or ():
            wanted = Requirement(line)
            if wanted.marker is None or wanted.marker.evaluate({"extra": extra}):
                waiting += [(wanted.name, one) for one in ("", *wanted.extras)]
    found.pop(canonicalize_name(package))
    return dict(sorted(found.items()))


def licence_of(package: Distribution) -> str:
    """The licence that a package states: an expression, else classifiers, else a short text."""
    metadata = package.metadata
    if expression := metadata.get("License-Expression"):
        return str(expression)
    classifiers = [
        str(one).rpartition(" :: ")[2]
        for one in metadata.get_all("Classifier") or ()
        if str(one).startswith("License :: ") and not str(one).endswith("OSI Approved")
    ]
    if classifiers:
        return " AND ".join(sorted(classifiers))
    text = str(metadata.get("License") or "").strip()
    return text.splitlines()[0][:80] if text else ""


def compatible(licence: str) -> bool:
    """Whether a licence, or one of those to choose from, may go with Apache-2.0."""
    return any(_all_compatible(choice) for choice in re.split(r"\bOR\b", licence.strip("() ")))


def _all_compatible(choice: str) -> bool:
    parts = [part.strip("() ") for part in re.split(r"\bAND\b|;", choice)]
    return all(COMPATIBLE.search(part) and not NOT.search(part) for part in parts if part)


def licences() -> int:
    """Print the licences that don't fit or aren't told; the exit code."""
    packages = needed()
    told = {name: licence_of(package) for name, package in packages.items()}
    wrong = {name: one for name, one in told.items() if one and not compatible(one)}
    untold = [name for name, one in told.items() if not one]
    for name, one in wrong.items():
        print(f"licence: {name}: {one}: not compatible with Apache-2.0")
    for name in untold:
        print(f"licence: {name}: none stated")
    print(f"licence: {len(packages)} packages, {len(wrong)} not compatible, {len(untold)} untold")
    return 1 if wrong else 2 if untold else 0


def vulnerabilities() -> int:
    """Ask pip-audit about each package and print what it knows; the exit code."""
    packages = needed()
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder, "requirements.txt")
        pins = (f"{name}=={package.version}" for name, package in packages.items())
        listed.write_text("".join(f"{pin}\n" for pin in pins), encoding="utf-8")
        done = subprocess.run(
            [*PIP_AUDIT, "--requirement", str(listed)],
            capture_output=True,
            check=False,
        )
    try:
        read = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        print(f"vulnerabilities: pip-audit failed: {done.stderr.decode()[-300:].strip()}")
        return 2
    skipped = [one["name"] for one in read if "skip_reason" in one]
    known = [(one, hole) for one in read for hole in one.get("vulns", ())]
    for one, hole in known:
        mended = ", ".join(hole["fix_versions"]) or "no version"
        print(f"vulnerabilities: {one['name']} {one['version']}: {hole['id']}, mended in {mended}")
    print(
        f"vulnerabilities: {len(read) - len(skipped)} of {len(read)} packages looked up, "
        f"{len(known)} known" + (f"; no data on {len(skipped)}" if skipped else "")
    )
    return 1 if known else 2 if skipped else 0


def sbom(path: Path) -> None:
    """Write a CycloneDX list of what factcheck needs, the same bytes for the same packages."""
    done = subprocess.run(
        [*CYCLONEDX, sys.executable],
        capture_output=True,
        check=True,
    )
    listed = json.loads(done.stdout)
    kept = set(needed()) | {canonicalize_name(PACKAGE)}
    listed["components"] = [
        one for one in listed["components"] if canonicalize_name(one["name"]) in kept
    ]
    references = {one["bom-ref"] for one in listed["components"]}
    listed["dependencies"] = list(_within(listed.get("dependencies", ()), references))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(listed, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    print(f"sbom: {len(listed['components'])} packages in {path}")


def _within(dependencies: list[dict[str, object]], kept: set[str]) -> Iterator[dict[str, object]]:
    for one in dependencies:
        if one["ref"] in kept:
            on = [other for other in one.get("dependsOn", ()) if other in kept]  # type: ignore[attr-defined]
            yield {"ref": one["ref"], **({"dependsOn": on} if on else {})}


def main() -> None:
    """Do what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--licences", action="store_true")
    parser.add_argument("--vulnerabilities", action="store_true")
    parser.add_argument("--sbom", type=Path, metavar="FILE")
    given = parser.parse_args()
    everything = not (given.licences or given.vulnerabilities or given.sbom)
    codes = [0]
    try:
        if given.licences or everything:
            codes.append(licences())
        if given.vulnerabilities or everything:
            codes.append(vulnerabilities())
        if given.sbom:
            sbom(given.sbom)
    except PackageNotFoundError as missing:
        print(f"{missing} is not installed; run `make audit`, which installs it")
        codes.append(2)
    raise SystemExit(1 if 1 in codes else max(codes))


if __name__ == "__main__":
    main()
