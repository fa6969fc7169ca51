"""Old and foreign office formats, converted by LibreOffice where it is installed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import partial

from govdisclose_ld.errors import InputError
from govdisclose_ld.model import CellRef, Document
from govdisclose_ld.readers.docx import read as read_docx
from govdisclose_ld.readers.libreoffice import ConversionError, convert_file, find_program
from govdisclose_ld.readers.limits import Limits
from govdisclose_ld.readers.notices import notice
from govdisclose_ld.readers.packages import Package
from govdisclose_ld.readers.spreadsheet.xlsx import read as read_xlsx


@dataclass(frozen=True, slots=True)
class Foreign:
    """A format that LibreOffice opens: the suffix it knows it by, and what to convert it to."""

    suffix: str
    media_type: str
    target: str = "docx"


def convert(data: bytes, name: str, limits: Limits, *, foreign: Foreign) -> Document:
    """The document that a foreign file prints, read from what LibreOffice makes of it.

    LibreOffice runs apart from the user's own, without macros, links or network. Raises InputError
    if it is not installed, fails, or takes over ``limits.seconds``.
    """
    program = find_program()
    if program is None:
        raise _not_installed(name, foreign)
    if data.startswith(b"PK"):
        Package(data, name, limits)
    try:
        converted = convert_file(
            program,
            data,
            foreign.suffix,
            foreign.target,
            seconds=limits.seconds,
            most=limits.bytes,
        )
    except ConversionError as error:
        raise _failed(name, foreign, error) from error
    read = read_xlsx if foreign.target == "xlsx" else read_docx
    document = read(converted, name, limits)
    return replace(
        document,
        media_type=foreign.media_type,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        findings=(notice("converted", CellRef(name), format=foreign.suffix), *document.findings),
    )


def _not_installed(name: str, foreign: Foreign) -> InputError:
    return InputError(
        f"读取 {foreign.suffix} 文件需要 LibreOffice，未找到 soffice",
        f"reading {foreign.suffix} files needs LibreOffice; soffice was not found",
        where=name,
        remedy=(
            f"请安装 LibreOffice，或用 Word/WPS 另存为 .{foreign.target}",
            f"install LibreOffice, or save the file as .{foreign.target} in Word or WPS",
        ),
    )


def refuse_encrypted(_: bytes, name: str, __: Limits) -> Document:
    """Never a document: Office files with a password are encrypted as a whole."""
    raise InputError(
        "文件有密码保护，无法读取",
        "the file is protected by a password",
        where=name,
        remedy=("请打开后取消密码再保存", "open it, remove the password, and save it"),
    )


def _failed(name: str, foreign: Foreign, error: ConversionError) -> InputError:
    return InputError(
        f"LibreOffice 未能转换此文件：{error.zh}",
        f"LibreOffice could not convert the file: {error.en}",
        where=name,
        remedy=(
            f"请用 Word 或 WPS 打开并另存为 .{foreign.target}",
            f"open it in Word or WPS and save it as .{foreign.target}",
        ),
    )


read_doc = partial(convert, foreign=Foreign(".doc", "application/msword"))
read_rtf = partial(convert, foreign=Foreign(".rtf", "application/rtf"))
read_odt = partial(convert, foreign=Foreign(".odt", "application/vnd.oasis.opendocument.text"))
read_ods = partial(
    convert, foreign=Foreign(".ods", "application/vnd.oasis.opendocument.spreadsheet", "xlsx")
)
read_xml = partial(convert, foreign=Foreign(".xml", "application/xml"))
read_sheet_xml = partial(convert, foreign=Foreign(".xml", "application/xml", "xlsx"))
