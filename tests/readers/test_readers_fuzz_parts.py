"""Whatever stands inside a packed file, well-formed but senseless, it is read or refused."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from readers_excel import workbook
from readers_ofd import OfdPage, ofd
from readers_pdf import Page, portable
from readers_word import document

from govdisclose_ld.errors import InputError
from govdisclose_ld.readers import Limits, read_document

SMALL = Limits(
    rows=300, columns=60, cells=3_000, characters=2_000, elements=20_000, pages=5, seconds=5,
    page_bytes=100_000,
)  # fmt: skip
RELAXED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

VALUES = st.sampled_from(
    ["", "0", "1", "2", "-1", "7", "99", "1e9", "9" * 20, "true", "off", "restart", "continue",
     "Wingdings", "F0FE", "d800", "110000", "A1", "A1:B2", "B2:A1", "XFD1048576", "%1.", "甲", "s",
     "n", "str", "inlineStr", "b", "e", "0 0 5 5", "1 0 0 1 0 0", "nan inf", "g 3 2", "3.5"]
)  # fmt: skip


def trees(names: list[str], attributes: list[str], texts: list[str]) -> st.SearchStrategy[str]:
    """XML of elements of these names, nested at random."""
    given_ = st.dictionaries(st.sampled_from(attributes), VALUES, max_size=4)

    def element(name: str, own: dict[str, str], inside: list[str]) -> str:
        head = "".join(f' {key}="{value}"' for key, value in own.items())
        return f"<{name}{head}>{''.join(inside)}</{name}>"

    def larger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        return st.builds(element, st.sampled_from(names), given_, st.lists(inner, max_size=4))

    return st.recursive(st.sampled_from(texts), larger, max_leaves=25)


WORD = trees(
    [f"w:{name}" for name in (
        "p", "r", "t", "tbl", "tr", "tc", "tcPr", "trPr", "pPr", "rPr", "gridSpan", "vMerge",
        "hMerge", "gridBefore", "sdt", "sdtPr", "sdtContent", "sym", "fldChar", "ffData",
        "checkBox", "default", "checked", "ins", "del", "moveTo", "numPr", "ilvl", "numId", "br",
        "pict", "txbxContent", "rFonts", "vanish", "ruby", "rubyBase", "hidden", "altChunk",
    )] + ["w14:checkbox", "w14:checked", "mc:AlternateContent", "mc:Choice", "mc:Fallback"],
    ["w:val", "w14:val", "w:char", "w:font", "w:ascii", "w:type"],
    ["<w:p/>", "<w:t>甲</w:t>", "<w:r><w:t>乙</w:t></w:r>", "<w:tc><w:p/></w:tc>"],
)  # fmt: skip
SHEET = trees(
    ["sheetData", "row", "c", "v", "f", "is", "t", "r", "rPr", "rFont", "cols", "col", "mergeCells",
     "mergeCell"],
    ["r", "s", "t", "ref", "min", "max", "hidden", "val"],
    ["甲", "<v>1</v>", "<v>44260.5</v>", "<c><v>3</v></c>", "<f>A1</f>", "0"],
)  # fmt: skip
OBJECTS = trees(
    [f"ofd:{name}" for name in ("TextObject", "TextCode", "PathObject", "AbbreviatedData",
                                "PageBlock", "FillColor", "Layer")],
    ["Boundary", "CTM", "Size", "X", "Y", "DeltaX", "DeltaY", "Fill", "Stroke", "Value"],
    ["甲乙", "M 0 0 L 5 0 L 5 5 L 0 5 C", "M 1", "A 1 2", "Q 1 1 2 2", "B 1 1 2 2 3 3"],
)  # fmt: skip
OPERATIONS = st.lists(
    st.sampled_from(
        ["q", "Q", "h", "S", "f", "B", "n", "BT", "ET", "W", "0 0 9 9 re", "60 500 10 10 re S",
         "0.5 g", "1 g", "/P cs", "0 0 m", "9 9 l", "0 1 2 3 4 5 c", "1 0 0 1 5 5 cm", "/F1 9 Tf",
         "/F2 0 Tf", "<7532> Tj", "<fe> Tj", "[<7532> -900 <4e59>] TJ", "(a", "]", "99999999 0 m",
         "0 0 0 0 0 0 cm", "/X Do", "50 50 Td", "-1 0 0 -1 9 9 Tm", "9 Ts", "0 Tz", "BI ID x EI"]
    ),
    max_size=60,
)  # fmt: skip


def attempt(data: bytes, name: str) -> None:
    try:
        read = read_document(data, name=name, limits=SMALL)
    except InputError as error:
        if not (error.remedy_zh and error.remedy_en):
            pytest.fail(f"an error without a remedy: {error}")
    else:
        assert all(read.cell(ref) is not None for ref in read.refs())


@given(st.lists(WORD, max_size=5))
@RELAXED
def test_any_elements_of_a_word_file(parts: list[str]) -> None:
    attempt(document(*parts), "a.docx")


@given(st.lists(SHEET, max_size=5))
@RELAXED
def test_any_elements_of_a_sheet(parts: list[str]) -> None:
    attempt(workbook("".join(parts)), "a.xlsx")


@given(st.lists(OBJECTS, max_size=5))
@RELAXED
def test_any_objects_of_an_ofd_page(parts: list[str]) -> None:
    attempt(ofd(OfdPage(parts)), "a.ofd")


@given(OPERATIONS)
@RELAXED
def test_any_operations_of_a_pdf_page(operations: list[str]) -> None:
    attempt(portable(Page(operations=operations)), "a.pdf")
