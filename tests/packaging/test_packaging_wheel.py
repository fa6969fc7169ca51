"""The wheel works by itself in an empty folder, and the package says what it is."""

from __future__ import annotations

import importlib.metadata
import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import hatchling.build
import pytest

import govdisclose_ld
from govdisclose_ld.readers import list_readers

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LUANCHUAN = ROOT / "data/catalogs/luanchuan-fupin-notice-2020-51.txt"


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory) -> Path:
    """What an installer lays down of the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        name = hatchling.build.build_wheel(str(folder))
    finally:
        os.chdir(before)
    with zipfile.ZipFile(folder / name) as wheel:
        wheel.extractall(folder / "site")
    return folder / "site"


def test_the_wheel_holds_every_file_that_the_library_reads(unpacked):
    assets = unpacked / "govdisclose_ld/_assets"
    for folder in ("ontology", "shapes", "queries", "data/vocabulary", "data/standards"):
        wanted = {p.relative_to(ROOT) for p in (ROOT / folder).rglob("*") if p.is_file()}
        assert wanted
        assert {
            p.relative_to(assets) for p in (assets / folder).rglob("*") if p.is_file()
        } == wanted
    assert (assets / "data/divisions.csv").is_file()
    assert (assets / "data/corrections").is_dir()
    assert (unpacked / "govdisclose_ld/py.typed").is_file()
    sources = {
        p.relative_to(ROOT / "src")
        for p in (ROOT / "src").rglob("*.*")
        if "__pycache__" not in p.parts
    }
    assert sources <= {p.relative_to(unpacked) for p in unpacked.rglob("*.*")}


def test_the_wheel_runs_in_an_empty_folder(unpacked, tmp_path):
    def call(*arguments: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "govdisclose_ld", *arguments],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(unpacked)},
            capture_output=True,
            check=False,
            timeout=120,
        )

    (tmp_path / "catalog.txt").write_bytes(LUANCHUAN.read_bytes())
    where = subprocess.run(
        [sys.executable, "-c", "import govdisclose_ld as g; print(g.__file__)"],
        env={**os.environ, "PYTHONPATH": str(unpacked)},
        capture_output=True,
        check=True,
        cwd=tmp_path,
    ).stdout.decode()

    assert str(unpacked) in where
    assert call("--version").stdout.decode() == f"govdisclose {PROJECT['version']}\n"
    assert len(json.loads(call("convert", "catalog.txt", "--to", "json").stdout)["items"]) == 10
    assert call("validate", "catalog.txt").returncode == 1
    assert call("load", "catalog.txt", "--store", "store").returncode == 0
    asked = call("query", "catalog/list", "--store", "store", "--format", "json")
    assert [row["items"] for row in json.loads(asked.stdout)] == [10]
    for kind in ("shapes", "queries", "standards", "findings", "readers"):
        assert json.loads(call("list", kind, "--format", "json").stdout)


def test_what_is_public_is_little_and_is_there():
    names = govdisclose_ld.__all__

    assert len(names) <= 15
    assert names == sorted(names)
    assert all(getattr(govdisclose_ld, name) for name in names)
    assert set(names) <= set(dir(govdisclose_ld))
    with pytest.raises(AttributeError):
        _ = govdisclose_ld.nothing


def test_the_version_is_one():
    changes = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)

    assert govdisclose_ld.__version__ == PROJECT["version"] == changes[0]


def test_importing_the_package_imports_no_engine():
    script = (
        "import sys, govdisclose_ld; print(sorted({'rdflib', 'pyoxigraph', 'pyshacl', 'yaml', "
        "'lxml', 'typer'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)

    assert done.stdout.strip() == b"[]"


def test_entry_points_lead_to_readers():
    declared = PROJECT["entry-points"]["govdisclose_ld.readers"]
    installed = importlib.metadata.entry_points(group="govdisclose_ld.readers")

    assert {entry.name for entry in installed} >= set(declared)
    assert {entry.load().name for entry in installed} <= {reader.name for reader in list_readers()}


def commands_of_the_readme() -> list[str]:
    """The two lines that set everything up: the main job and the tests."""
    return re.findall(r"^```sh\n(.+)\n```$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)


def test_the_readme_begins_with_the_main_job_and_the_tests():
    build, tests = commands_of_the_readme()

    assert build.endswith("govdisclose build data/sources.yml -o build")
    assert tests.endswith("/pytest")
    first_screen = (ROOT / "README.md").read_text("utf-8").splitlines()[:30]
    assert {build, tests} <= set(first_screen)


def test_ci_runs_the_lines_of_the_readme_and_nothing_like_them():
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")

    assert os.access(ROOT / ".ci/run", os.X_OK)
    assert "README.md" in script
    assert "/pytest" not in script
    assert "govdisclose build data/sources.yml" not in script
