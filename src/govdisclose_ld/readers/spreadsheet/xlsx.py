"""Excel workbooks (.xlsx, .xlsm): every sheet, as it was last calculated; macros are never run."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from io import BytesIO

from lxml import etree
from lxml.etree import _Element as Element

from govdisclose_ld.errors import InputError
from govdisclose_ld.model import Document
from govdisclose_ld.readers.draft import Draft
from govdisclose_ld.readers.limits import Limits, refuse
from govdisclose_ld.readers.packages import Package, attribute, child, local
from govdisclose_ld.readers.spreadsheet.controls import check_boxes
from govdisclose_ld.readers.spreadsheet.display import display
from govdisclose_ld.readers.spreadsheet.sheet import Merge, Place, Sheet, add_sheet
from govdisclose_ld.readers.spreadsheet.workbook import (
    Rich,
    Workbook,
    is_on_value,
    read_workbook,
    rich_text,
)
from govdisclose_ld.readers.symbols import translate

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_HIDDEN = {"hidden", "veryHidden"}
_WANTED = ("row", "col", "mergeCell")


def read(data: bytes, name: str, limits: Limits) -> Document:
    """The document that a workbook displays: one table for each sheet with text."""
    package = Package(data, name, limits)
    main = dict(package.targets("").values()).get("officeDocument", "xl/workbook.xml")
    if main.endswith(".bin"):
        raise _binary(name)
    root = package.tree(main)
    sheets = child(root, "sheets")
    if root is None or sheets is None:
        raise InputError(
            "Excel 文件中没有工作表",
            "the Excel file has no sheets",
            where=name,
            remedy=("请用 Excel 打开并另存一份", "open it in Excel and save it afresh"),
        )
    book = read_workbook(package, main, root)
    parts = package.targets(main)
    draft = Draft(name, limits)
    for code in package.unused:
        draft.note(code)
    for entry in sheets:
        kind, part = parts.get(attribute(entry, "id") or "", ("", ""))
        if kind == "worksheet":
            hidden = attribute(entry, "state") in _HIDDEN
            sheet = Sheet(attribute(entry, "name") or "", hidden=hidden)
            _fill(sheet, package, part, book)
            add_sheet(draft, sheet)
    return draft.finish(data, media_type=_MEDIA_TYPE)


def _binary(name: str) -> InputError:
    return InputError(
        "暂不能读取二进制工作簿（.xlsb）",
        "binary workbooks (.xlsb) cannot be read",
        where=name,
        remedy=("请用 Excel 另存为 .xlsx", "open it in Excel and save it as .xlsx"),
    )


def _fill(sheet: Sheet, package: Package, part: str, book: Workbook) -> None:
    row = 0
    for element in _elements(package, part):
        name = local(element)
        if name == "row":
            row = _number(attribute(element, "r")) or row + 1
            _fill_row(sheet, element, row, book)
            _check(sheet, package)
        elif name == "col" and is_on_value(attribute(element, "hidden")):
            first, last = (_number(attribute(element, key)) for key in ("min", "max"))
            sheet.hidden_columns.update(range(first, min(last, package.limits.columns) + 1))
        elif name == "mergeCell" and (merge := _merge(attribute(element, "ref") or "")):
            sheet.merges.append(merge)
    for kind, target in package.targets(part).values():
        if kind == "vmlDrawing":
            for place, mark in check_boxes(package.read(target)):
                sheet.texts[place] = f"{sheet.texts.get(place, '')} {mark}".strip()


def _elements(package: Package, part: str) -> Iterator[Element]:
    """Rows, columns and merged ranges of a sheet, one at a time, so that memory stays bounded."""
    stream = etree.iterparse(
        BytesIO(package.xml(part)),
        events=("end",),
        tag=[f"{{*}}{name}" for name in _WANTED],
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for index, (_, element) in enumerate(stream):
            if index == 0:
                package.check_doctype(element, part)
            yield element
            element.clear()
            while (before := element.getprevious()) is not None:
                element.getparent().remove(before)
    except etree.XMLSyntaxError as error:
        raise package.damaged(f"{part}: {error}") from error


def _check(sheet: Sheet, package: Package) -> None:
    if len(sheet.texts) > (most := package.limits.cells):
        raise refuse(
            package.name,
            f"工作表“{sheet.name}”超过 {most} 个单元格",
            f"sheet '{sheet.name}' has more than {most} cells",
            limit="cells",
        )


def _fill_row(sheet: Sheet, element: Element, row: int, book: Workbook) -> None:
    if is_on_value(attribute(element, "hidden")):
        sheet.hidden_rows.add(row)
    column = 0
    for cell in element:
        if local(cell) != "c":
            continue
        place = _place(attribute(cell, "r") or "") or (row, column + 1)
        column = place[1]
        _fill_cell(sheet, cell, place, book)


def _fill_cell(sheet: Sheet, cell: Element, place: Place, book: Workbook) -> None:
    formula, value = child(cell, "f"), child(cell, "v")
    if formula is not None and (value is None or not value.text):
        if attribute(cell, "t") != "str":
            sheet.uncalculated[place] = f"={formula.text or ''}"
        return
    text = _text(cell, value.text or "" if value is not None else "", book)
    if text is None:
        sheet.unformatted.add(place)
        text = value.text or "" if value is not None else ""
    if text:
        sheet.texts[place] = text


def _text(cell: Element, raw: str, book: Workbook) -> str | None:
    """What a cell displays, or None for a number in a format that is not known."""
    style = book.style(attribute(cell, "s"))
    match attribute(cell, "t"):
        case "s":
            index = _number(raw)
            known = raw.isdecimal() and index < len(book.strings)
            return (book.strings[index] if known else Rich(())).shown(style.font)
        case "inlineStr":
            item = child(cell, "is")
            return rich_text(item).shown(style.font) if item is not None else ""
        case "b":
            return "TRUE" if raw == "1" else "FALSE"
        case "n" | None:
            number = _float(raw)
            if number is None:
                return translate(style.font, raw)
            shown = display(number, style.number_format, since_1904=book.since_1904)
            return None if shown is None else translate(style.font, shown)
        case _:
            return translate(style.font, raw).replace("\r\n", "\n")


def _merge(reference: str) -> Merge | None:
    first, _, last = reference.partition(":")
    start, end = _place(first), _place(last or first)
    return Merge(start, end) if start and end and start != end else None


def _place(reference: str) -> Place | None:
    found = _REFERENCE.fullmatch(reference)
    if not found or not int(found[2]):
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else 0


def _float(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None
