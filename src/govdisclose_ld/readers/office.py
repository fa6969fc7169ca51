"""Old and foreign office formats, converted by LibreOffice where it is installed."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from govdisclose_ld.errors import InputError
from govdisclose_ld.model import CellRef, Document
from govdisclose_ld.readers.docx import read as read_docx
from govdisclose_ld.readers.limits import Limits, refuse
from govdisclose_ld.readers.notices import notice
from govdisclose_ld.readers.spreadsheet.xlsx import read as read_xlsx

_COMMANDS = (
    "soffice",
    "libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)


@dataclass(frozen=True, slots=True)
class Foreign:
    """A format that LibreOffice opens: the suffix it knows it by, and what to convert it to."""

    suffix: str
    media_type: str
    target: str = "docx"


def convert(data: bytes, name: str, limits: Limits, *, foreign: Foreign) -> Document:
    """The document that a foreign file prints, read from what LibreOffice makes of it.

    LibreOffice runs headless with a fresh profile, whose macro security runs no macro of a
    document. Raises InputError if it is not installed, fails, or takes over ``limits.seconds``.
    """
    program = next((found for command in _COMMANDS if (found := shutil.which(command))), None)
    if program is None:
        raise _not_installed(name, foreign)
    with tempfile.TemporaryDirectory(prefix="govdisclose-") as folder:
        source = Path(folder, f"document{foreign.suffix}")
        source.write_bytes(data)
        try:
            converted = _run(program, source, foreign.target, limits)
        except (OSError, subprocess.SubprocessError) as error:
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


def _run(program: str, source: Path, target: str, limits: Limits) -> bytes:
    """The bytes of ``source`` converted to the format ``target``."""
    profile = source.with_name("profile").as_uri()
    switches = [f"-env:UserInstallation={profile}", "--headless", "--norestore"]
    conversion = ["--convert-to", target, "--outdir", str(source.parent), str(source)]
    subprocess.run(  # noqa: S603  (no shell, and no word of it comes from the document)
        [program, *switches, *conversion],
        capture_output=True,
        check=True,
        timeout=limits.seconds,
        cwd=source.parent,
    )
    result = source.with_suffix(f".{target}")
    if result.stat().st_size > limits.bytes:
        raise refuse(source.name, "转换后的文件过大", "the converted file is too big")
    return result.read_bytes()


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


def refuse_ofd(_: bytes, name: str, __: Limits) -> Document:
    """Never a document: OFD (GB/T 33190) places words on pages and has no tables to read."""
    raise InputError(
        "暂不能读取 OFD 文件",
        "OFD files cannot be read",
        where=name,
        remedy=("请在 OFD 阅读器中另存为 PDF", "save it as PDF in an OFD viewer"),
    )


def refuse_encrypted(_: bytes, name: str, __: Limits) -> Document:
    """Never a document: Office files with a password are encrypted as a whole."""
    raise InputError(
        "文件有密码保护，无法读取",
        "the file is protected by a password",
        where=name,
        remedy=("请打开后取消密码再保存", "open it, remove the password, and save it"),
    )


def _failed(name: str, foreign: Foreign, error: Exception) -> InputError:
    return InputError(
        "LibreOffice 未能转换此文件",
        f"LibreOffice could not convert the file ({type(error).__name__})",
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
