"""Small catalogs read from text, and mapping files made of rows."""

from __future__ import annotations

from pathlib import Path

from govdisclose_ld.alignment import MappingSet, align, load_mappings, write_mappings
from govdisclose_ld.catalogs import read_catalog
from govdisclose_ld.model import Answer, Catalog
from govdisclose_ld.standards import load_standard

STANDARD = load_standard("poverty-alleviation-2019")
ROWS = (
    ("扶贫对象", "贫困人口识别", "识别标准、程序、结果", ""),
    ("扶贫资金项目", "扶贫小额信贷", "贷款对象、额度、期限", ""),
    ("扶贫资金项目", "扶贫项目实施情况公示", "实施前后情况", "《扶贫资金管理办法》"),
    ("机构信息", "内设机构", "名称、职责", ""),
)


def catalog(rows: tuple[tuple[str, str, str, str], ...] = ROWS, **options: object) -> Catalog:
    """A catalog of the field, its rows being matters, content and basis, without mappings."""
    lines = [
        "甲县扶贫领域基层政务公开标准目录",
        "",
        "序号\t一级事项\t二级事项\t公开内容\t公开依据",
        *("\t".join((str(number), *row)) for number, row in enumerate(rows, 1)),
    ]
    text = "\n".join(lines).encode()
    options.setdefault("mappings", ())
    return read_catalog(text, name="a.txt", corrections=(), **options)[0]  # type: ignore[arg-type]


def answers(read: Catalog, ordinal: str) -> list[tuple[str, str, str]]:
    """What one item answers of the standard: item, predicate and status."""
    (item,) = (item for item in read.items if item.ordinal == ordinal)
    return [(a.item, a.predicate, a.status) for a in of_standard(item.answers)]


def of_standard(found: tuple[Answer, ...]) -> list[Answer]:
    return [answer for answer in found if answer.standard == STANDARD.id]


def aligned(read: Catalog, previous: MappingSet | None = None) -> MappingSet:
    return align([read], STANDARD, previous)


def saved(mappings: MappingSet, folder: Path, name: str = "a.sssom.tsv") -> Path:
    file = folder / name
    file.write_bytes(write_mappings(mappings))
    return file


def edited(file: Path, old: str, new: str, times: int = 1) -> MappingSet:
    """The file with a piece of text replaced, as a person would in an editor."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) >= times
    file.write_text(text.replace(old, new, times), encoding="utf-8")
    return load_mappings(file)


def lines(mappings: MappingSet) -> list[str]:
    """The rows as they are written, without metadata and headings."""
    text = write_mappings(mappings).decode()
    return [line for line in text.splitlines() if not line.startswith("#")][1:]
