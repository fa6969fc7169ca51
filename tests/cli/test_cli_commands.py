"""What each command prints, run within this process."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from govdisclose_ld.catalogs import read_catalog, to_record
from govdisclose_ld.cli.inputs import RDF_SUFFIXES
from govdisclose_ld.cli.root import COMMANDS, load_command, root_app
from govdisclose_ld.rdf import FORMATS, serialise
from govdisclose_ld.readers import list_readers
from govdisclose_ld.review import review_page
from govdisclose_ld.standards import list_standards
from govdisclose_ld.store import Store, list_queries
from govdisclose_ld.validation import list_shapes
from govdisclose_ld.writers import write_catalog

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SMALL = HERE / "small.txt"
LUANCHUAN = ROOT / "data/catalogs/luanchuan-fupin-notice-2020-51.txt"
XIXIU = ROOT / "data/catalogs/xixiu-fupin-list.txt"


@pytest.fixture
def call(monkeypatch, tmp_path):
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)

    def invoke(*arguments, **options):
        return CliRunner().invoke(root_app, [str(a) for a in arguments], **options)

    return invoke


def lines(text: str) -> str:
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())


@pytest.mark.parametrize("width", [64, 100])
def test_inspect_shows_how_each_field_was_read(call, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))
    done = call("inspect", SMALL)

    assert done.exit_code == 0
    assert lines(done.stdout) == (HERE / f"inspect-{width}.txt").read_text(encoding="utf-8")


def test_inspect_as_json_holds_columns_rows_and_the_contract(call):
    shown = json.loads(call("inspect", SMALL, "--format", "json").stdout)
    catalog, _ = read_catalog(SMALL)

    assert shown["catalog"] == to_record(catalog)
    assert [c["heading"] for c in shown["columns"] if c["table"] == 2][10] == "依申请公开"
    assert [row["kind"] for row in shown["rows"]] == ["header"] * 2 + ["item"] * 2 + [
        "header",
        "header",
        "item",
    ]


def test_inspect_as_html_is_the_page_to_review_by(call):
    for _ in range(2):
        assert call("inspect", SMALL, "--format", "html", "-o", "review.html").exit_code == 0
    catalog, _ = read_catalog(SMALL)

    assert Path("review.html").read_text(encoding="utf-8") == review_page(catalog)
    assert call("inspect", SMALL, "--html").stdout == review_page(catalog)


def test_inspect_shows_a_document_without_a_catalog_before_it_fails(call, tmp_path):
    (tmp_path / "plain.txt").write_text("甲\t乙\t丙\n1\t2\t3\n4\t5\t6\n", encoding="utf-8")
    done = call("inspect", "plain.txt")

    assert done.exit_code == 3
    assert "甲 │ 乙 │ 丙" in done.stdout
    assert "没有一个表格有可以辨认的目录表头" in done.stderr


def test_a_drafted_layout_reads_the_document_as_it_was_read(call):
    before = json.loads(call("convert", SMALL, "--to", "json").stdout)
    assert call("inspect", SMALL, "--write-layout", "layout.yml").exit_code == 0
    after = json.loads(call("convert", SMALL, "--to", "json", "--layout", "layout.yml").stdout)

    assert after["items"] == before["items"]


def test_a_layout_outranks_what_was_recognised(call, tmp_path):
    call("inspect", SMALL, "--write-layout", "layout.yml")
    layout = tmp_path / "layout.yml"
    layout.write_text(layout.read_text("utf-8").replace("7: agency", "7: extra"), "utf-8")
    read = json.loads(call("convert", SMALL, "--to", "json", "--layout", "layout.yml").stdout)

    assert read["items"][0]["agencies"] == []
    assert read["items"][0]["extra"]["公开主体"] == "某县应急管理局"


def test_terminal_controls_in_a_document_do_not_reach_the_terminal(call, tmp_path):
    text = SMALL.read_text(encoding="utf-8").replace("受灾面积", "\x1b[31m受灾\x07面积")
    (tmp_path / "evil.txt").write_text(text.replace("灾情报告", "\x1b]0;x\x07报告"), "utf-8")
    done = call("inspect", "evil.txt")

    assert done.exit_code == 0
    assert not {"\x1b", "\x07"} & set(done.stdout)


@pytest.mark.parametrize("name", FORMATS)
def test_convert_writes_what_the_library_serialises(call, name):
    catalogs = [read_catalog(file)[0] for file in (LUANCHUAN, XIXIU)]
    done = call("convert", LUANCHUAN, XIXIU, "--to", name)

    assert done.exit_code == 0
    assert done.stdout_bytes == b"".join(serialise(catalogs, name))


def test_convert_to_json_is_the_contract(call):
    done = call("convert", LUANCHUAN, "--to", "json", "--division", "410324", "--title", "新标题")
    record = json.loads(done.stdout)

    assert list(record) == list(to_record(read_catalog(LUANCHUAN)[0]))
    assert record["title"] == "新标题"
    assert record["division"]["code"] == "410324"


def test_several_inputs_as_json_need_a_folder(call):
    assert call("convert", SMALL, XIXIU, "--to", "json").exit_code == 2
    assert call("convert", SMALL, XIXIU, "--to", "json", "-o", "out").exit_code == 0
    assert sorted(p.name for p in Path("out").iterdir()) == [
        "small.json",
        "xixiu-fupin-list.json",
    ]


@pytest.mark.parametrize("to", ["xlsx", "csv", "html", "md"])
def test_convert_prints_the_national_template(call, to):
    first = call("convert", SMALL, "-o", f"out.{to}")
    again = call("convert", SMALL, "-o", f"out.{to}")
    catalog, _ = read_catalog(SMALL)

    assert first.exit_code == 0, first.stderr
    assert Path(f"out.{to}").read_bytes() == write_catalog(catalog, to)
    assert again.exit_code == 2  # people edit such a file


def test_two_inputs_that_would_be_one_file_are_told_apart(call, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / SMALL.name).write_bytes(XIXIU.read_bytes())
    done = call("convert", SMALL, other / SMALL.name, "--to", "csv", "-o", "out")

    assert done.exit_code == 3
    assert str(SMALL) in done.stderr
    assert Path("out/small.csv").read_text(encoding="utf-8").count("某县应急管理局") > 0


def test_validate_joins_documents_and_rdf(call, tmp_path):
    call("convert", XIXIU, "-o", "x.nq")
    done = call("validate", LUANCHUAN, "x.nq", "--format", "json")
    found = json.loads(done.stdout)["findings"]

    assert done.exit_code == 1
    assert {finding["document"] for finding in found} == {LUANCHUAN.name, XIXIU.name}


def test_load_then_query(call, tmp_path):
    call("convert", XIXIU, "-o", "x.nq")
    loaded = call("load", LUANCHUAN, "x.nq", "--store", "store")
    asked = call("query", "catalog/list", "--store", "store", "--format", "json")

    assert loaded.exit_code == 0, loaded.stderr
    assert [row["items"] for row in json.loads(asked.stdout)] == [10, 36]
    with Store(tmp_path / "store", read_only=True) as store:
        assert "https://w3id.org/govdisclose/ns" in store.graphs()


def test_a_query_comes_from_a_file_or_from_stdin(call, tmp_path):
    call("load", LUANCHUAN, "--store", "store")
    text = "SELECT (COUNT(*) AS ?n) WHERE { ?s <http://www.w3.org/ns/dcat#resource> ?o }"
    (tmp_path / "q.rq").write_text(text, encoding="utf-8")

    by_file = call("query", "q.rq", "--store", "store", "--format", "csv")
    by_stdin = call("query", "-", "--store", "store", "--format", "csv", input=text)

    assert by_file.stdout == by_stdin.stdout
    assert by_file.stdout.split() == ["n", "10"]


def test_an_update_is_refused(call):
    call("load", LUANCHUAN, "--store", "store")
    done = call("query", "-", "--store", "store", input="DROP ALL")

    assert done.exit_code == 4


def test_list_names_everything_there_is(call):
    def names(kind):
        rows = json.loads(call("list", kind, "--format", "json").stdout)
        return [row.get("name", row.get("code")) for row in rows]

    assert names("shapes") == [shapes.name for shapes in list_shapes()]
    assert names("queries") == [query.name for query in list_queries()]
    assert names("readers") == [reader.name for reader in list_readers()]
    assert names("standards") == [standard.id for standard in list_standards()]
    assert {"row-shifted", "encoding-guessed", "agency-missing"} <= set(names("findings"))


@pytest.mark.parametrize("kind", ["shapes", "queries", "readers", "standards", "findings"])
def test_list_explains_each_of_them(call, kind):
    rows = json.loads(call("list", kind, "--format", "json").stdout)
    for name in [row.get("name", row.get("code")) for row in rows]:
        done = call("list", kind, name)
        assert done.exit_code == 0, done.stderr
        assert done.stdout.strip()


def test_list_findings_explains_cause_and_remedy(call):
    shown = call("list", "findings", "row-shifted").stdout

    assert "识别或排版时多出或少了单元格" in shown
    assert "核对这一行" in shown


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name):
    command = load_command(name)

    assert command.help
    assert all(getattr(p, "help", None) for p in command.params if p.name != "help")


def test_the_suffixes_that_are_rdf_are_those_that_can_be_written():
    assert {form.suffix for form in FORMATS.values()} | {".rdf"} == RDF_SUFFIXES
