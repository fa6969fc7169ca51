"""The docs say what the program does: generated parts are fresh, every key and link is true."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from govdisclose_ld.catalogs import read_catalog, to_record

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


def load_refresh() -> Any:
    spec = importlib.util.spec_from_file_location("refresh", ROOT / "docs/refresh.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["refresh"] = module
    spec.loader.exec_module(module)
    return module


refresh = load_refresh()


@pytest.mark.parametrize("path", refresh.references(), ids=lambda path: path.name)
def test_reference_pages_are_fresh(path):
    assert path.read_text(encoding="utf-8") == refresh.references()[path], (
        "run python docs/refresh.py"
    )


@pytest.mark.parametrize("path", refresh.WITH_EXAMPLES, ids=lambda path: path.name)
def test_commands_print_what_the_page_shows(path, tmp_path):
    page = path.read_text(encoding="utf-8")

    assert refresh.with_output(page, refresh.example_folder(tmp_path)) == page


def test_the_library_example_of_the_readme_runs(tmp_path, monkeypatch, capsys):
    example = re.search(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert example is not None
    monkeypatch.chdir(refresh.example_folder(tmp_path))
    names: dict[str, Any] = {}
    exec(example[1], names)  # noqa: S102

    assert capsys.readouterr().out.split("\n")[0] == "1 1 3"
    assert len(names["rows"]) == 12


def test_links_between_pages_lead_somewhere():
    for page in PAGES:
        text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        for link in re.findall(r"\]\(([^)#\s]+)", text):
            if "://" not in link:
                assert (page.parent / link).exists(), f"{page.name}: {link}"


def test_every_page_is_reached_from_the_readme():
    reached, found = set(), [ROOT / "README.md"]
    while found:
        page = found.pop()
        if page in reached:
            continue
        reached.add(page)
        links = re.findall(r"\]\(([^)#\s]+\.md)", page.read_text(encoding="utf-8"))
        found += [(page.parent / link).resolve() for link in links if "://" not in link]

    assert {page for page in PAGES if "docs" in page.parts} <= reached


LEGEND = """某县救灾领域政务公开标准目录

序号\t一级事项\t公开内容\t公开渠道（“■”为必选，“□”为可选）\t公开对象\t公开方式
1\t灾情\t1. 甲 （1）乙 （2）丙 2. 丁\t■政府网站 □政府公报\t√面向集体成员\t主动公开
"""


def keys(value: Any, path: str = "") -> set[str]:
    if isinstance(value, dict):
        return {
            p
            for name, inner in value.items()
            for p in (f"{path}.{name}", *keys(inner, f"{path}.{name}"))
        }
    if isinstance(value, list):
        return {p for inner in value for p in (f"{path}[]", *keys(inner, f"{path}[]"))}
    return set()


def general(path: str) -> str:
    """Choices share their fields, elements nest, columns without a field have any heading."""
    path = path.lstrip(".")
    path = re.sub(r"^items\[\]\.(channels|audience|mode|level)\.", ".", path)
    path = re.sub(r"(\.elements\[\]){2,}.*", ".elements[].elements[]", path)
    return re.sub(r"^(items\[\]\.extra)\..*", r"\1", path)


def test_every_key_of_the_json_contract_is_documented_and_none_else(tmp_path):
    (tmp_path / "legend.txt").write_text(LEGEND, encoding="utf-8")
    sources = [*(ROOT / "data/catalogs").iterdir(), tmp_path / "legend.txt"]
    made = {general(k) for source in sources for k in keys(to_record(read_catalog(source)[0]))}
    page = (ROOT / "docs/reference/json.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ((?:`[\w.\[\]]+` ?)+)\|", page, re.MULTILINE)
    documented = {name for row in rows for name in re.findall(r"`([^`]+)`", row)}

    def leaves(names: set[str]) -> set[str]:
        return {n for n in names if not any(o.startswith((f"{n}.", f"{n}[")) for o in names)}

    assert leaves(made) - documented == set()
    assert {n for n in leaves(documented) if n not in made} == set()
