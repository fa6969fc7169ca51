"""``govdisclose compare``: the real command, its outputs and its exit codes."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from govdisclose_ld.catalogs import read_catalog
from govdisclose_ld.standards import load_standard
from govdisclose_ld.store import Store

SAMPLES = Path(__file__).parents[1] / "comparison"
A, B, TOY = SAMPLES / "county-a.txt", SAMPLES / "county-b.txt", SAMPLES / "toy.yml"
STATES = [
    ["answered", "deviating", "answered", "missing"],
    ["deviating", "unknown", "unknown", "answered"],
]


def fill(folder: Path) -> Path:
    standard = load_standard(TOY)
    with Store(folder) as store:
        store.load_reference()
        store.load_standard(standard)
        for file in (A, B):
            store.replace(read_catalog(file, standards=[standard], mappings=())[0])
    return folder


def test_documents_are_compared_without_a_store(run):
    done = run("compare", A, B, "--standard", TOY)
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 0, done.stderr.decode()
    assert lines[0] == "试验标准（toy）"
    first, second = (line.split() for line in lines if line.startswith(("410324", "520402")))
    assert first[:6] == ["410324", "栾川县", "●", "◐", "●", "✕"]
    assert second[:6] == ["520402", "西秀区", "◐", "?", "?", "●"]
    assert "并不证明已经公开" in done.stderr.decode()


def test_a_standard_of_many_items_takes_several_tables(run):
    duties = len(load_standard("regulation-711").items)
    done = run("compare", A, B, "--standard", "regulation-711")
    rows = [line.split() for line in done.stdout.decode().splitlines() if line.startswith("410324")]
    assert len(rows) > 1
    # code, place, score, range and known stand beside the states in every table
    assert sum(len(row) - 5 for row in rows) == duties
    numbers = [
        n
        for line in done.stdout.decode().splitlines()
        if line.startswith("代码")
        for n in line.split()
        if n.isdecimal()
    ]
    assert numbers == [str(n) for n in range(1, duties + 1)]


def test_a_store_is_compared_by_division(run, tmp_path):
    store = fill(tmp_path / "store")
    done = run("compare", "520000", "--standard", TOY, "--store", store, "--format", "csv")
    rows = list(csv.reader(io.StringIO(done.stdout.decode("utf-8-sig"))))
    assert [row[5:9] for row in rows[1:]] == STATES[1:]


def test_every_form_goes_to_a_file(run, tmp_path):
    for form in ("csv", "xlsx", "json", "html", "turtle"):
        target = tmp_path / f"out.{form}"
        options = ("--standard", TOY, "--format", form, "-o", target)
        done = run("compare", A, B, *options)
        assert (done.returncode, done.stdout) == (0, b""), done.stderr.decode()
        assert target.stat().st_size > 500
    record = json.loads((tmp_path / "out.json").read_bytes())
    assert [[cell["state"] for cell in side["cells"]] for side in record["sides"]] == STATES
    # What it made itself it may make again; what it did not, it leaves alone.
    again = run("compare", A, "--standard", TOY, "--format", "json", "-o", tmp_path / "out.json")
    assert again.returncode == 0
    mine = tmp_path / "mine.html"
    mine.write_text("<p>mine", encoding="utf-8")
    done = run("compare", A, "--standard", TOY, "--format", "html", "-o", mine)
    assert (done.returncode, mine.read_text(encoding="utf-8")) == (2, "<p>mine")


def test_pages_go_to_a_folder(run, tmp_path):
    done = run("compare", A, B, "--standard", TOY, "--format", "html", "-o", "pages")
    assert done.returncode == 0, done.stderr.decode()
    assert "覆盖矩阵" in (tmp_path / "pages/index.html").read_text(encoding="utf-8")


def test_a_catalog_is_the_standard_of_others(run):
    done = run("compare", B, "--standard", A, "--format", "json")
    assert done.returncode == 0, done.stderr.decode()
    record = json.loads(done.stdout)
    assert [one["name"] for one in record["duties"]] == [
        *("贫困人口识别", "贫困人口退出", "精准扶贫贷款", "光伏扶贫"),
    ]
    assert record["sides"][0]["cells"][0]["state"] in {"answered", "deviating"}


def test_weights_are_taken_from_a_file(run, tmp_path):
    (tmp_path / "mine.yml").write_text("id: mine\nweights: {coverage: 1}\n", encoding="utf-8")
    done = run("compare", A, "--standard", TOY, "--weights", "mine.yml", "--format", "json")
    record = json.loads(done.stdout)
    assert record["sides"][0]["score"]["value"] == 75
    assert record["weights"] == {"id": "mine", "file": "mine.yml", "weights": {"coverage": 1.0}}


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--standard", "nothing"], 4, "nothing"),
        ([A, "--standard", TOY, "--weights", "nowhere.yml"], 4, "nowhere.yml"),
        (["999999", "--standard", TOY, "--store", "store"], 4, "999999"),
        (["410325", "--standard", TOY, "--store", "store"], 3, "410324 栾川县"),
        (["--standard", "fields-26", "--store", "elsewhere"], 3, "load"),
        ([A, "410324", "--standard", TOY], 2, "410324"),
        ([A, "nowhere.txt", "--standard", TOY], 3, "nowhere.txt"),
        ([A, "--standard", TOY, "--format", "pdf"], 2, "pdf"),
        (["--endpoint", "http://127.0.0.1:9/query", "--standard", TOY], 5, "127.0.0.1"),
    ],
    ids=["standard", "weights", "division", "absent", "store", "both", "file", "form", "endpoint"],
)
def test_what_is_wrong_is_told(arguments, code, said, run, tmp_path):
    if "store" in arguments:
        fill(tmp_path / "store")
    done = run("compare", *arguments)
    assert done.returncode == code, done.stderr.decode()
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_a_catalog_of_another_field_is_told_to_be_left_out(run, tmp_path):
    other = tmp_path / "other.txt"
    text = B.read_text(encoding="utf-8").replace("扶贫领域", "救灾领域").replace("扶贫", "救灾")
    other.write_text(text.replace("贫困", "受灾"), encoding="utf-8")
    done = run("compare", A, other, "--standard", TOY)
    assert done.returncode == 0, done.stderr.decode()
    assert "other.txt：领域为“救灾”" in done.stderr.decode()


def test_documents_that_are_all_of_another_field_are_no_comparison(run, tmp_path):
    other = tmp_path / "other.txt"
    text = B.read_text(encoding="utf-8").replace("扶贫领域", "救灾领域").replace("扶贫", "救灾")
    other.write_text(text.replace("贫困", "受灾"), encoding="utf-8")
    done = run("compare", other, "--standard", TOY)
    assert done.returncode == 3
    assert "--field" in done.stderr.decode()
