"""Mapping files as people and spreadsheets leave them; and those that cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest
from alignment_samples import aligned, catalog, lines, saved
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govdisclose_ld.alignment import (
    MappingSet,
    index_mappings,
    load_mappings,
    mapping_files,
    write_mappings,
)
from govdisclose_ld.errors import ConfigurationError, InputNotFoundError

HEAD = "subject_id\tpredicate_id\tobject_id\tmapping_justification"
SUBJECT = "catalog:410324/poverty-alleviation/2020-12-14/item/abc"
ROW = f"{SUBJECT}\tskos:exactMatch\tstd:poverty-alleviation-2019/exit\tsemapv:LexicalMatching"
REVIEWED = f"{HEAD}\treview_status\tpredicate_modifier\tconfidence"


def written(folder: Path, text: str, encoding: str = "utf-8", newline: str = "\n") -> Path:
    file = folder / "a.sssom.tsv"
    file.write_bytes(text.replace("\n", newline).encode(encoding))
    return file


@pytest.fixture
def whole() -> MappingSet:
    return aligned(catalog())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_encodings_of_spreadsheets_are_read(
    tmp_path: Path, whole: MappingSet, encoding: str, newline: str
) -> None:
    file = written(tmp_path, write_mappings(whole).decode(), encoding, newline)
    back = load_mappings(file)
    assert back.rows == whole.rows
    assert lines(back) == lines(whole)
    assert back.metadata == whole.metadata


def test_what_excel_makes_of_the_file_is_read(tmp_path: Path, whole: MappingSet) -> None:
    """Metadata lines filled up with empty cells, cells with commas in quotes, trailing tabs."""
    made = []
    for line in write_mappings(whole).decode().splitlines():
        cells = [f'"{cell}"' if "," in cell or "：" in cell else cell for cell in line.split("\t")]
        made.append("\t".join(cells) + "\t" * (25 - len(cells)))
    back = load_mappings(written(tmp_path, "\n".join(made) + "\n", "utf-16", "\r\n"))
    assert back.rows == whole.rows
    assert lines(aligned(catalog(), back)) == lines(whole)


def test_the_mark_for_excel_is_written_and_read(tmp_path: Path, whole: MappingSet) -> None:
    data = write_mappings(whole, mark=True)
    assert data.startswith(b"\xef\xbb\xbf#mapping_set_id")
    file = tmp_path / "a.sssom.tsv"
    file.write_bytes(data)
    assert load_mappings(file).rows == whole.rows


def test_commas_for_tabs_are_read(tmp_path: Path) -> None:
    file = written(tmp_path, f"{HEAD}\n{ROW}\n".replace("\t", ","))
    assert [row.item for row in load_mappings(file).rows] == ["exit"]


@pytest.mark.parametrize("start", ["=cmd|'/c calc'!A1", "+1", "-甲", "@SUM(A1)"])
def test_no_cell_is_run_as_a_formula(tmp_path: Path, start: str) -> None:
    rows = (("扶贫对象", "贫困人口识别", start, ""),)
    data = aligned(catalog(rows))
    assert not any("\t" + sign in f"\t{row}" for row in lines(data) for sign in "=+-@")
    back = load_mappings(saved(data, tmp_path))
    assert back.rows[0].text("subject_content").startswith(start[0])


def test_an_untold_state_goes_by_the_justification(tmp_path: Path) -> None:
    """SSSOM of other makers: what was curated by hand is accepted, the rest proposed."""
    curated = (
        ROW.replace("exit", "complaints")
        .replace("LexicalM", "ManualM")
        .replace("ManualMatching", "ManualMappingCuration")
    )
    file = written(tmp_path, f"{HEAD}\n{ROW}\n{curated}\n")
    assert [row.status for row in load_mappings(file).rows] == ["candidate", "accepted"]


def test_full_iris_and_other_bases_are_understood(tmp_path: Path) -> None:
    row = ROW.replace("catalog:", "https://data.example.gov.cn/id/catalog/").replace(
        "skos:", "http://www.w3.org/2004/02/skos/core#"
    )
    (found,) = load_mappings(written(tmp_path, f"{HEAD}\n{row}\n")).rows
    assert (found.catalog, found.key) == ("410324/poverty-alleviation/2020-12-14", "abc")
    assert found.predicate == "exactMatch"


def test_metadata_over_several_lines_are_read_whole(tmp_path: Path) -> None:
    file = written(tmp_path, f"#see_also: [a,\n#  b]\n#license: x\t\t\t\n{HEAD}\n{ROW}\n")
    assert load_mappings(file).metadata == {"see_also": ["a", "b"], "license": "x"}


@pytest.mark.parametrize("word", ["accepted", "Accepted", "接受", "同意"])
def test_a_state_may_be_written_as_a_clerk_would(tmp_path: Path, word: str) -> None:
    file = written(tmp_path, f"{REVIEWED}\n{ROW}\t{word}\t\t8e-01\n")
    (row,) = load_mappings(file).rows
    assert (row.status, row.confidence) == ("accepted", 0.8)


def test_a_catalog_as_a_whole_is_a_subject_too(tmp_path: Path) -> None:
    row = ROW.replace("/item/abc", "")
    assert load_mappings(written(tmp_path, f"{HEAD}\n{row}\n")).rows[0].key == ""


def test_columns_and_metadata_of_others_are_kept(tmp_path: Path, whole: MappingSet) -> None:
    text = write_mappings(whole).decode()
    text = text.replace("#license", "#mapping_set_version: '7'\n#license", 1)
    heading, *rows = [line for line in text.splitlines() if not line.startswith("#")]
    text = text.replace(heading, f"{heading}\tmapping_date")
    text = text.replace(rows[0], f"{rows[0]}\t2021-03-04")
    back = aligned(catalog(), load_mappings(written(tmp_path, text)))
    assert back.metadata["mapping_set_version"] == "7"
    assert back.rows[0].text("mapping_date") == "2021-03-04"
    assert back.columns[-1] == "mapping_date"


BAD = {
    "unknown-column": (HEAD.replace("object_id", "objekt_id"), ROW, 1, "object_id"),
    "column-twice": (HEAD.replace("object_id", "subject_id"), ROW, 1, "subject_id"),
    "column-missing": (HEAD.replace("\tobject_id", ""), ROW, 1, "object_id"),
    "predicate": (HEAD, ROW.replace("exactMatch", "sameAs"), 2, "skos:broadMatch"),
    "justification": (HEAD, ROW.replace("LexicalMatching", "Guess"), 2, "semapv:MappingReview"),
    "subject": (HEAD, ROW.replace("catalog:", "x:"), 2, "subject_id"),
    "object": (HEAD, ROW.replace("std:", "x:"), 2, "object_id"),
    "object-without-item": (HEAD, ROW.replace("/exit", ""), 2, "object_id"),
    "confidence": (REVIEWED, f"{ROW}\taccepted\t\t1.5", 2, "confidence"),
    "confidence-word": (REVIEWED, f"{ROW}\taccepted\t\tnan", 2, "confidence"),
    "state": (REVIEWED, f"{ROW}\tmaybe\t\t1", 2, "review_status"),
    "modifier": (REVIEWED, f"{ROW}\tcandidate\tNo\t1", 2, "predicate_modifier"),
    "accepted-not": (REVIEWED, f"{ROW}\taccepted\tNot\t1", 2, "rejected"),
    "too-many-cells": (HEAD, f"{ROW}\tmore", 2, "5"),
    "two-rows": (REVIEWED, f"{ROW}\taccepted\t\t1\n{ROW}\trejected\tNot\t1", 3, "a.sssom.tsv:2"),
    "quote": (HEAD, f'"{ROW}', 2, "cannot be split"),
}


@pytest.mark.parametrize(("head", "row", "line", "word"), BAD.values(), ids=BAD.keys())
def test_a_wrong_file_tells_file_line_and_field(
    tmp_path: Path, head: str, row: str, line: int, word: str
) -> None:
    with pytest.raises(ConfigurationError) as caught:
        load_mappings(written(tmp_path, f"{head}\n{row}\n"))
    told = str(caught.value)
    assert f"a.sssom.tsv:{line}" in told
    assert word in told


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "#license: x\n",
        "#a: [1\nsubject_id\n",
        "#- a\nsubject_id\n",
        "#a: &x 1\n#b: *x\nsubject_id\n",
    ],
    ids=["empty", "blank", "no-headings", "no-yaml", "no-mapping", "aliases"],
)
def test_what_is_no_mapping_file_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigurationError, match=r"a\.sssom\.tsv"):
        load_mappings(written(tmp_path, text))


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.sssom.tsv"
    file.write_bytes(b"\x00\x01\x02" * 100)
    with pytest.raises(ConfigurationError):
        load_mappings(file)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputNotFoundError):
        load_mappings(tmp_path / "none.sssom.tsv")


def test_two_files_that_contradict_are_both_named(tmp_path: Path) -> None:
    one, other = tmp_path / "one.sssom.tsv", tmp_path / "two.sssom.tsv"
    one.write_text(f"{REVIEWED}\n{ROW}\taccepted\t\t1\n", encoding="utf-8")
    other.write_text(f"{REVIEWED}\n{ROW}\trejected\tNot\t1\n", encoding="utf-8")
    with pytest.raises(ConfigurationError) as caught:
        index_mappings([one, other])
    assert "one.sssom.tsv:2" in str(caught.value)
    assert "two.sssom.tsv:2" in str(caught.value)


def test_a_file_changed_on_disk_is_read_again(tmp_path: Path) -> None:
    file = written(tmp_path, f"{HEAD}\n{ROW}\n")
    assert load_mappings(file).rows[0].item == "exit"
    written(tmp_path, f"{HEAD}\n{ROW}\n".replace("/exit", "/complaints"))
    assert load_mappings(file).rows[0].item == "complaints"


def test_only_mapping_files_of_a_folder_are_taken(tmp_path: Path) -> None:
    (tmp_path / "b.sssom.tsv").touch()
    (tmp_path / "a.sssom.tsv").touch()
    (tmp_path / "notes.tsv").touch()
    assert [file.name for file in mapping_files(tmp_path)] == ["a.sssom.tsv", "b.sssom.tsv"]


def test_a_folder_whose_tables_are_named_otherwise_is_told(tmp_path: Path) -> None:
    assert mapping_files(tmp_path) == ()
    (tmp_path / "a.sssom.txt").touch()
    with pytest.raises(ConfigurationError, match=r"a\.sssom\.txt"):
        mapping_files(tmp_path)


def test_a_prefix_that_means_something_else_is_refused(tmp_path: Path) -> None:
    text = f"#curie_map:\n#  skos: http://example.org/\n{HEAD}\n{ROW}\n"
    other = text.replace("skos:exactMatch", "http://www.w3.org/2004/02/skos/core#exactMatch")
    with pytest.raises(ConfigurationError, match=r"curie_map\.skos"):
        aligned(catalog(), load_mappings(written(tmp_path, other)))


pieces = st.lists(
    st.sampled_from([HEAD, ROW, REVIEWED, "#curie_map:", "#  skos: x", "#a: [", '"', "\t", "\n"])
    | st.text(max_size=6),
    max_size=12,
).map("".join)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.one_of(st.binary(max_size=200), pieces.map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_are_read_or_refused_with_a_message(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / f"{hash(data)}.sssom.tsv"
    file.write_bytes(data)
    refusal = refused(file)
    assert str(file) in refusal or not refusal
    assert refusal or write_mappings(load_mappings(file))


def refused(file: Path) -> str:
    try:
        load_mappings(file)
    except ConfigurationError as error:
        return str(error)
    return ""
