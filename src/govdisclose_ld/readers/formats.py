"""The formats that need a library: how each is recognised, and the function that reads it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from govdisclose_ld.errors import InputError
from govdisclose_ld.model import Document
from govdisclose_ld.readers.decoding import is_text
from govdisclose_ld.readers.limits import Limits, too_deep
from govdisclose_ld.readers.signatures import (
    contains,
    is_html,
    is_mhtml,
    ole,
    progid,
    starts,
    zipped,
    zipped_as,
)

_OWN = "govdisclose_ld.readers"
_OASIS = "application/vnd.oasis.opendocument"


@dataclass(frozen=True, slots=True)
class Format:
    """A reader whose module is imported when a document needs it.

    ``function`` is the module and the name in it of what reads the format; ``extra`` is the extra
    of this package that installs what the module imports.
    """

    name: str
    suffixes: tuple[str, ...]
    matches: Callable[[bytes], bool]
    function: str
    extra: str = ""
    by_name: bool = False

    def recognises(self, data: bytes, suffix: str) -> float:
        """By content; the suffix breaks ties between formats of one container, and is enough for
        text in a format that has no sure beginning (``by_name``)."""
        named = suffix in self.suffixes
        if self.matches(data):
            return 1.0 if named else 0.9
        return 0.3 if named and self.by_name and is_text(data) else 0.0

    def read(self, data: bytes, name: str, limits: Limits) -> Document:
        """What the format's function reads. Raises InputError if a library is not installed."""
        module_name, _, function = self.function.partition(":")
        try:
            module = import_module(f"{_OWN}.{module_name}")
        except ModuleNotFoundError as error:
            raise self._missing(error.name or "", name) from error
        read = cast(Callable[[bytes, str, Limits], Document], getattr(module, function))
        try:
            return read(data, name, limits)
        except RecursionError as error:
            raise too_deep(name) from error

    def _missing(self, library: str, name: str) -> InputError:
        package = f"govdisclose-ld[{self.extra}]" if self.extra else "govdisclose-ld"
        command = f"pip install '{package}'"
        return InputError(
            f"读取 {self.name} 文件需要 {library}，尚未安装",
            f"reading {self.name} files needs {library}, which is not installed",
            where=name,
            remedy=(f"请运行 {command}", f"run {command}"),
        )


FORMATS: tuple[Format, ...] = (
    Format("html", (".html", ".htm", ".xhtml"), is_html, "html:read", by_name=True),
    Format("mhtml", (".mhtml", ".mht"), is_mhtml, "html.mhtml:read"),
    Format("docx", (".docx", ".docm", ".dotx"), zipped("word/"), "docx:read"),
    Format("xlsx", (".xlsx", ".xlsm", ".xltx"), zipped("xl/"), "spreadsheet.xlsx:read"),
    Format("xls", (".xls", ".xlt", ".et"), ole("Workbook", "Book"), "spreadsheet.xls:read", "xls"),
    Format("pdf", (".pdf",), contains(b"%PDF-"), "pdf:read", "pdf"),
    Format("doc", (".doc", ".dot", ".wps"), ole("WordDocument"), "office:read_doc"),
    Format("rtf", (".rtf",), starts(b"{\\rtf"), "office:read_rtf"),
    Format("odt", (".odt",), zipped_as(f"{_OASIS}.text"), "office:read_odt"),
    Format("ods", (".ods",), zipped_as(f"{_OASIS}.spreadsheet"), "office:read_ods"),
    Format("word-xml", (".xml",), progid("Word.Document"), "office:read_xml"),
    Format("excel-xml", (".xml",), progid("Excel.Sheet"), "office:read_sheet_xml"),
    Format("ofd", (".ofd",), zipped("OFD.xml"), "ofd:read", "pdf"),
    Format("encrypted", (), ole("EncryptedPackage"), "office:refuse_encrypted"),
)
