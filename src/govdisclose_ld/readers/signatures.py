"""How formats show in the bytes of a file."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from io import BytesIO

Test = Callable[[bytes], bool]

_HEAD = 4096
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP_TAIL = 66_000
_ZIP_DIRECTORY = 4_000_000
_HTML = re.compile(
    rb"(?:\s|<\?xml[^>]*>|<!--.*?-->)*<(?:!doctype\s+html|html|head|body|meta|title|table|div)\b",
    re.IGNORECASE | re.DOTALL,
)
_MHTML = re.compile(rb"^(?:mime-version|content-type:\s*multipart/related)", re.I | re.M)


def starts(mark: bytes) -> Test:
    """Whether a file starts with ``mark``."""
    return lambda data: data.startswith(mark)


def contains(mark: bytes) -> Test:
    """Whether ``mark`` stands in the first kilobyte of a file."""
    return lambda data: mark in data[:1024]


def progid(program: str) -> Test:
    """Whether a file is XML of Office 2003, which names its program before the root element."""
    return contains(f'progid="{program}"'.encode("ascii"))


def ole(*streams: str) -> Test:
    """Whether a file is an OLE compound file whose directory names one of these streams."""
    marks = [stream.encode("utf-16-le") + b"\0\0" for stream in streams]
    return lambda data: data.startswith(_OLE) and any(mark in data for mark in marks)


def zipped(prefix: str) -> Test:
    """Whether a file is a ZIP archive with a member whose name starts with ``prefix``."""
    return lambda data: any(name.startswith(prefix) for name in _members(data))


def zipped_as(media_type: str) -> Test:
    """Whether a file is a ZIP archive whose first member states ``media_type`` (OpenDocument)."""
    mark = b"mimetype" + media_type.encode("ascii")
    return lambda data: data.startswith(b"PK") and mark in data[:256]


def is_html(data: bytes) -> bool:
    """Whether a file begins as a web page does, byte order mark and comments aside."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\0", b"")[2:]
    return _HTML.match(head) is not None


def is_mhtml(data: bytes) -> bool:
    """Whether a file begins as a web archive does."""
    head = data[:_HEAD]
    return _MHTML.search(head) is not None and b"multipart/related" in head.lower()


def _members(data: bytes) -> list[str]:
    """The names in a ZIP archive; none if ``data`` is not one or its list of names is absurd."""
    end = data.rfind(b"PK\x05\x06", -_ZIP_TAIL)
    if not data.startswith(b"PK") or end < 0:
        return []
    if int.from_bytes(data[end + 12 : end + 16], "little") > _ZIP_DIRECTORY:
        return []
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        return []
