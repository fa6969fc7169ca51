"""The embedded store: what goes in comes out, and nothing else changes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from govdisclose_ld.errors import ConfigurationError, InputError, InputNotFoundError
from govdisclose_ld.model import Catalog, CellRef, Division, Document, Item, Text
from govdisclose_ld.rdf import serialise
from govdisclose_ld.store import Store, query

G = "https://a.example/g"
TRIPLE = b'<https://a.example/s> <https://a.example/p> "\xe4\xb8\xad"@zh .\n'
HOLD = "import sys, pyoxigraph; s = pyoxigraph.Store(sys.argv[1]); print(flush=True); input()"


def catalog_of(*contents: str, version: str = "2020-01-01") -> Catalog:
    return Catalog(
        title="甲县目录",
        document=Document("a.txt", "text/plain", "00", 2, ()),
        slug="health",
        version=version,
        division=Division("990101", "甲县"),
        items=tuple(
            Item(key=str(n), source=CellRef("a.txt", 1, n), content=Text(content))
            for n, content in enumerate(contents, 1)
        ),
    )


def contents(store: Store) -> list[object]:
    text = (
        "SELECT ?c { ?i <https://w3id.org/govdisclose/ns#content> ?content"
        " BIND(STR(?content) AS ?c) } ORDER BY ?c"
    )
    return [row[0] for row in store.query(text)]


def test_a_catalog_takes_the_place_of_its_former_self_alone() -> None:
    with Store() as store:
        store.load(TRIPLE, format="nt", graph=G)
        first = store.replace(catalog_of("一", "二"))
        other = store.replace(catalog_of("三", version="2021-01-01"))
        assert store.replace(catalog_of("四")) == first
        assert contents(store) == ["三", "四"]
        assert store.graphs() == tuple(sorted((G, first, other)))


def test_what_is_stored_is_what_the_mapping_says(tmp_path: Path) -> None:
    catalog = catalog_of('引号"反斜线\\换行\n制表\t', "x" * 5)
    with Store(tmp_path / "s") as store:
        store.replace(catalog, base="https://b.example/")
    with Store(tmp_path / "s", read_only=True) as store:
        expected = b"".join(serialise([catalog], "nquads", base="https://b.example/")).decode()
        # Oxigraph keeps numbers by value, and this one as its supertype.
        expected = expected.replace("#nonNegativeInteger>", "#integer>")
        assert sorted(store.dump()) == sorted(expected.splitlines(keepends=True))


def test_a_catalog_that_cannot_be_mapped_leaves_the_former_one() -> None:
    with Store() as store:
        store.replace(catalog_of("一"))
        twice = (Item(key="1", source=CellRef("a.txt", 1, n)) for n in (1, 2))
        broken = Catalog(**{**_fields(catalog_of("二")), "items": tuple(twice)})
        with pytest.raises(InputError):
            store.replace(broken)
        assert contents(store) == ["一"]


def _fields(catalog: Catalog) -> dict[str, object]:
    return {name: getattr(catalog, name) for name in Catalog.__slots__}


def test_dump_is_sorted_graph_by_graph_and_the_same_again() -> None:
    lines = [
        '<https://a.example/s> <https://a.example/p> "1" .\n',
        '<https://a.example/a> <https://a.example/p> "2" <https://a.example/g> .\n',
        '<https://a.example/b> <https://a.example/p> "3" <https://a.example/g> .\n',
        '<https://a.example/a> <https://a.example/p> "4" <https://a.example/h> .\n',
    ]
    with Store() as store:
        store.load("".join(reversed(lines)).encode(), format="nq")
        assert list(store.dump()) == lines


@pytest.mark.parametrize("format_", ["nt", ".ttl", "TTL", "text/turtle", "trig", "n3"])
def test_formats_go_by_suffix_or_media_type(format_: str) -> None:
    with Store() as store:
        store.load(TRIPLE, format=format_)
        assert len(list(store.dump())) == 1


def test_a_file_goes_by_its_own_suffix(tmp_path: Path) -> None:
    file = tmp_path / "a.nt"
    file.write_bytes(TRIPLE)
    with Store() as store:
        store.load(file)
        store.load(str(file), graph=G)
        assert len(list(store.dump())) == 2


def test_a_big_file_is_loaded_whole_or_not_at_all(tmp_path: Path) -> None:
    good = "".join(
        f"<https://a.example/{n}> <https://a.example/p> 'x{n}' .\n" for n in range(400_000)
    )
    file = tmp_path / "big.ttl"
    file.write_text(good + "<https://a.example/s> .\n", encoding="utf-8")
    with Store() as store:
        with pytest.raises(InputError, match="line 400001"):
            store.load(file)
        assert list(store.dump()) == []
        file.write_text(good, encoding="utf-8")
        store.load(file)
        assert sum(1 for _ in store.dump()) == 400_000


@pytest.mark.parametrize(
    ("source", "format_", "message"),
    [
        (b"<a:s> <a:p> .", "nt", "cannot be read as N-Triples"),
        (b"", "", "none was named"),
        (b"", "xlsx", "not known: xlsx"),
        (Path("/nowhere/a.nt"), "", "no such file"),
        (Path("/nowhere/a.csv"), "", "not known: .csv"),
    ],
)
def test_what_cannot_be_read_as_rdf_is_refused(
    source: Path | bytes, format_: str, message: str
) -> None:
    with Store() as store, pytest.raises(InputError, match=message):
        store.load(source, format=format_)


def test_a_folder_is_no_rdf_file(tmp_path: Path) -> None:
    (tmp_path / "a.nt").mkdir()
    with Store() as store, pytest.raises(InputError, match="the file cannot be read"):
        store.load(tmp_path / "a.nt")


def test_reference_graphs_are_named_by_what_they_describe_and_load_once() -> None:
    with Store() as store:
        graphs = store.load_reference()
        before = list(store.dump())
        assert store.load_reference() == graphs == store.graphs()
        assert len(list(store.dump())) == len(before)
        assert {
            "https://w3id.org/govdisclose/ns",
            "https://w3id.org/govdisclose/code/channel",
            "https://w3id.org/govdisclose/standard/poverty-alleviation-2019",
        } <= set(graphs)


def test_removing_a_graph_leaves_the_others() -> None:
    with Store() as store:
        store.load(TRIPLE, format="nt", graph=G)
        store.load(TRIPLE, format="nt", graph=f"{G}2")
        store.remove(G)
        assert store.graphs() == (f"{G}2",)
        with pytest.raises(InputNotFoundError, match="no such graph"):
            store.remove(G)
        with pytest.raises(ConfigurationError, match="absolute IRI"):
            store.remove("not an iri")


def test_optimizing_changes_no_statement(tmp_path: Path) -> None:
    with Store(tmp_path / "s") as store:
        store.replace(catalog_of("一"))
        before = list(store.dump())
        store.optimize()
        assert list(store.dump()) == before


def test_a_store_on_disk_keeps_what_was_put_in(tmp_path: Path) -> None:
    with Store(tmp_path / "deep" / "s") as store:
        store.replace(catalog_of("一"))
    with Store(tmp_path / "deep" / "s") as store:
        assert contents(store) == ["一"]


def test_readers_cannot_write(tmp_path: Path) -> None:
    Store(tmp_path / "s").close()
    with Store(tmp_path / "s", read_only=True) as store:
        with pytest.raises(ConfigurationError, match="read-only"):
            store.replace(catalog_of("一"))
        with Store(tmp_path / "s", read_only=True) as second:
            assert second.graphs() == ()


def test_a_closed_store_says_so() -> None:
    store = Store()
    store.close()
    with pytest.raises(ConfigurationError, match="the store is closed"):
        store.graphs()


def test_a_store_open_elsewhere_says_so(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path / "s")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as holder:
        assert holder.stdout
        assert holder.stdin
        holder.stdout.readline()
        with pytest.raises(InputError, match="open for writing elsewhere"):
            Store(tmp_path / "s")
        holder.stdin.write(b"\n")


def test_a_store_open_twice_here_says_so(tmp_path: Path) -> None:
    with (
        Store(tmp_path / "s"),
        pytest.raises(InputError, match="open for writing elsewhere"),
    ):
        Store(tmp_path / "s")


def test_a_file_is_no_store(tmp_path: Path) -> None:
    file = tmp_path / "s"
    file.touch()
    for read_only in (True, False):
        with pytest.raises(InputError, match="is a file"):
            Store(file, read_only=read_only)


def test_a_store_cannot_stand_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="cannot be used"):
        Store(tmp_path / "file" / "s")


def test_a_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear reader", encoding="utf-8")
    with pytest.raises(InputError, match="not empty"):
        Store(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


def test_reading_does_not_make_a_store(tmp_path: Path) -> None:
    with pytest.raises(InputNotFoundError, match="no store to read"):
        Store(tmp_path / "s", read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_store_says_so(tmp_path: Path) -> None:
    Store(tmp_path / "s").close()
    (tmp_path / "s" / "CURRENT").write_text("nonsense\n", encoding="utf-8")
    for read_only in (True, False):
        with pytest.raises(InputError, match="damaged"):
            Store(tmp_path / "s", read_only=read_only)


@pytest.mark.parametrize("given", [{"read_only": False}, {"read_only": True, "timeout": 0}])
def test_a_time_out_takes_a_store_that_is_only_read(
    given: dict[str, object], tmp_path: Path
) -> None:
    with pytest.raises(ConfigurationError, match="opened read-only"):
        Store(tmp_path / "s", **{"timeout": 1, **given})


def test_a_syntax_error_shows_its_line() -> None:
    with (
        Store() as store,
        pytest.raises(ConfigurationError, match=r"第 2 行第 10 列：\{ \?a \?b }"),
    ):
        query(store, "SELECT *\n{ ?a ?b }")


def test_a_syntax_error_in_a_file_names_the_file(tmp_path: Path) -> None:
    file = tmp_path / "mine.rq"
    file.write_text("# my query\nSELECT *\n{ ?a ?b }", encoding="utf-8")
    with Store() as store, pytest.raises(ConfigurationError, match=r"mine\.rq:3"):
        query(store, file)
