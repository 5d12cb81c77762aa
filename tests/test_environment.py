"""pyproject.toml, the lock files and environment.yml name the same packages."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
LOCKED = re.compile(r"^([a-z0-9._-]+)==(\S+)", re.MULTILINE | re.IGNORECASE)


def locked(name: str) -> dict[str, set[Version]]:
    """All versions in a lock: there may be one for each system or Python."""
    found: dict[str, set[Version]] = {}
    for package, version in LOCKED.findall((ROOT / "locks" / name).read_text("utf-8")):
        found.setdefault(canonicalize_name(package), set()).add(Version(version))
    return found


def requirements(*extras: str) -> list[Requirement]:
    named = [line for extra in extras for line in EXTRAS[extra]]
    return [Requirement(line) for line in [*PROJECT["dependencies"], *named]]


@pytest.mark.parametrize(
    ("lock", "extras"),
    [("lab.txt", ["fast", "desk"]), ("test.txt", ["fast", "desk", "postgres", "test"])],
)
def test_the_lock_satisfies_pyproject(lock: str, extras: list[str]) -> None:
    versions = locked(lock)
    for requirement in requirements(*extras):
        name = canonicalize_name(requirement.name)
        assert name in versions, f"{name} is not in locks/{lock}: run `make lock`"
        for version in versions[name]:
            assert version in requirement.specifier, f"{name} {version}: run `make lock`"


def test_the_test_lock_has_the_versions_of_the_lab() -> None:
    lab, test = locked("lab.txt"), locked("test.txt")
    assert {name: test.get(name) for name in lab} == lab


def test_the_build_lock_agrees_with_the_test_lock() -> None:
    build, test = locked("build.txt"), locked("test.txt")
    assert {"hatchling", "editables"} <= set(build)
    assert {name: test[name] for name in build if name in test} == {
        name: versions for name, versions in build.items() if name in test
    }


@pytest.mark.parametrize("lock", ["lab.txt", "build.txt", "test.txt"])
def test_every_package_has_a_hash_and_no_lock_names_a_host(lock: str) -> None:
    text = (ROOT / "locks" / lock).read_text("utf-8")
    assert "://" not in text
    assert "--index" not in text
    blocks = re.split(r"^(?=\S)", text, flags=re.MULTILINE)
    assert not [b.splitlines()[0] for b in blocks if b.strip() and "--hash=sha256:" not in b]


def test_environment_yml_lists_what_pyproject_lists() -> None:
    lines = (ROOT / "environment.yml").read_text("utf-8").split("dependencies:")[1].splitlines()
    conda = {line.strip(" -") for line in lines if re.match(r"  - \w", line)} - {"pip", "pip:"}
    wanted = {f"{r.name}{r.specifier}" for r in requirements("fast")}
    assert conda == wanted | {f"python{PROJECT['requires-python']}"}


def test_every_dependency_says_why_it_is_here() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    section = text[text.index("dependencies = [") : text.index("[project.scripts]")]
    unexplained = [
        line.strip()
        for line in section.splitlines()
        if re.match(r'\s+"', line) and not re.search(r'",\s+# \S', line)
    ]
    assert not unexplained
