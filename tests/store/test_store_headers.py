"""Headers of queries: what is read, and what is refused with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.model import Phrase
from govdisclose_ld.store import Column, Parameter, Store, load_query

GOOD = """\
# title: {zh: 甲, en: a}
# answers: {zh: 乙, en: b}
# source: {zh: 丙, en: c}
# params:
#   - division
#   - {name: days, type: integer, default: 20, meaning: {zh: 天, en: days}}
#   - {name: one, type: code, scheme: channel, required: true, meaning: {zh: 渠, en: it}}
# columns:
#   - item
#   - {name: n, heading: {zh: 数, en: number}, meaning: {zh: 个数, en: how many}}
SELECT ?item ?n { ?item ?days1 ?n FILTER(?n > $days && $division != $one) }
"""


def test_a_header_is_read() -> None:
    query = load_query(GOOD)
    assert (query.title, query.answers, query.source) == (
        Phrase("甲", "a"),
        Phrase("乙", "b"),
        Phrase("丙", "c"),
    )
    assert query.parameters[1:] == (
        Parameter("days", "integer", Phrase("天", "days"), default="20"),
        Parameter("one", "code", Phrase("渠", "it"), scheme="channel", required=True),
    )
    assert query.columns[1] == Column("n", Phrase("数", "number"), Phrase("个数", "how many"))


def test_what_is_shared_needs_no_words_of_its_own() -> None:
    query = load_query(GOOD)
    assert query.parameters[0].type == "division"
    assert query.columns[0].heading == Phrase("事项", "item")


def test_a_plain_query_needs_no_header() -> None:
    query = load_query("# just a remark: nothing else\nSELECT ?s { ?s ?p $o }")
    assert query.parameters == query.columns == ()


def test_a_file_is_known_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "mine.rq"
    file.write_text(GOOD, encoding="utf-8-sig")
    assert load_query(file) == load_query(str(file))
    assert load_query(file).name == "mine"


@pytest.mark.parametrize(
    ("change", "line", "message"),
    [
        (("{zh: 甲, en: a}", "{zh: 甲, en: a"), 2, "not valid YAML"),
        (("# answers: {zh: 乙, en: b}\n", ""), 1, "answers must be a mapping"),
        (("{zh: 丙, en: c}", "{zh: 丙}"), 3, "source zh and en must both be given"),
        (("# source:", "# sauce: 1\n# source:"), 3, "sauce is no field here"),
        (("- division", "- devision"), 5, "devision is not shared"),
        (("type: integer", "type: number"), 6, "type must be one of iri, string"),
        (("default: 20", "default: twenty"), 6, "takes a whole number"),
        (("scheme: channel, ", ""), 7, "only a code, names its scheme"),
        (("scheme: channel", "scheme: chanel"), 7, "no code list chanel"),
        (("required: true", "required: true, default: website"), 7, "has no default"),
        (("name: n,", "name: 1n,"), 10, "name must be a variable's name"),
        (("name: n,", "name: item,"), 10, "item stands twice"),
        (("name: days", "name: division"), 6, "division stands twice"),
        (("# columns:\n#   - item\n#   - {", "# columns:\n#   {"), 8, "columns must be a list"),
        (("meaning: {zh: 天, en: days}", "note: {zh: 天, en: days}"), 6, "note is no field here"),
        (("?days1", "?days"), 11, r"parameter days is \$days"),
        (("$division != $one", "$division != $two"), 11, r"\$two is not in params"),
        (("$division != $one", "$division != 1"), 1, "does not use parameter one"),
        (("SELECT", "DROP ALL ; SELECT"), 11, "DROP changes data"),
        (("SELECT ?item", "SELECT 'item"), 11, "never closed"),
    ],
)
def test_a_bad_header_is_told_with_file_and_line(
    tmp_path: Path, change: tuple[str, str], line: int, message: str
) -> None:
    file = tmp_path / "mine.rq"
    assert change[0] in GOOD
    file.write_text(GOOD.replace(*change), encoding="utf-8")
    with pytest.raises(ConfigurationError, match=message) as caught:
        load_query(file)
    assert caught.value.where == f"{file}:{line}"


@pytest.mark.parametrize("content", [None, b"SELECT '\xff'"])
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "mine.rq"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(ConfigurationError, match="cannot read the query"):
        load_query(file)


@pytest.mark.parametrize(
    ("name", "nearest"),
    [("measure/timelines", "measure/timeliness"), ("coverage", "coverage"), ("x", "/")],
)
def test_an_unknown_name_is_refused_with_the_nearest(name: str, nearest: str) -> None:
    with pytest.raises(ConfigurationError, match=f"did you mean .*{nearest}"):
        load_query(name)


def test_headings_reach_the_rows() -> None:
    with Store() as store:
        rows = store.query(GOOD, one="政府网站")
        assert [column.heading.zh for column in rows.columns] == ["事项", "数"]
