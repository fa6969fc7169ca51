"""Compressed streams of a PDF, checked before anything is unpacked in full."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from typing import Any

from pdfminer.pdftypes import PDFStream, resolve1
from pdfplumber.page import Page

from govdisclose_ld.readers.limits import Limits, refuse, too_deep

_STREAM = re.compile(rb"stream\r?\n")
_DRAW = re.compile(rb"/([^\s/<>\[\]()]+)\s+Do\b")
_LAYERS = 3
_DEEPEST = 20
_CHUNK = 1 << 20


def check_streams(data: bytes, name: str, limits: Limits) -> None:
    """Refuse a PDF in which a stream unpacks to more than ``limits.unpacked_bytes``, as a small
    file made to exhaust memory does; streams packed several times over are followed."""
    for found in _STREAM.finditer(data):
        packed = data[found.end() : data.find(b"endstream", found.end())]
        for _ in range(_LAYERS):
            packed = _unpacked(packed, name, limits)
            if not packed:
                break


def check_page(page: Page, name: str, limits: Limits) -> None:
    """Refuse a page whose drawing operations come to more than ``limits.page_bytes``.

    Forms (ISO 32000-1, 8.10) count as often as they are drawn: a few that draw each other ten
    times over make a page without end.
    """
    source = page.page_obj
    contents = b" ".join(stream.get_data() for stream in source.contents)
    try:
        size = _drawn(contents, source.resources, {}, depth=1)
    except RecursionError as error:
        raise too_deep(name) from error
    if size > limits.page_bytes:
        number = page.page_number
        raise refuse(
            name,
            f"第 {number} 页的绘图指令展开后过大",
            f"the drawing operations of page {number} come to too much",
            limit="page_bytes",
        )


def _drawn(data: bytes, resources: Any, sizes: dict[int, int], *, depth: int) -> int:
    """The bytes of drawing operations with those of the forms that they draw."""
    if depth > _DEEPEST:
        raise RecursionError
    resources = resolve1(resources)
    forms = resolve1(resources.get("XObject")) if isinstance(resources, dict) else None
    size = len(data)
    if not isinstance(forms, dict):
        return size
    for name, count in Counter(_DRAW.findall(data)).items():
        form = resolve1(forms.get(name.decode("latin-1")))
        if not isinstance(form, PDFStream) or "Image" in str(form.attrs.get("Subtype")):
            continue
        if id(form) not in sizes:
            sizes[id(form)] = _drawn(
                form.get_data(), form.attrs.get("Resources", resources), sizes, depth=depth + 1
            )
        size += count * sizes[id(form)]
    return size


def _unpacked(packed: bytes, name: str, limits: Limits) -> bytes:
    """What a Flate stream holds, or nothing if it is none."""
    if len(packed) < 2 or packed[0] & 0x0F != 8 or int.from_bytes(packed[:2], "big") % 31:
        return b""
    engine = zlib.decompressobj()
    size, parts = 0, []
    try:
        part = engine.decompress(packed, _CHUNK)
        while part:
            size += len(part)
            parts.append(part)
            if size > limits.unpacked_bytes:
                raise refuse(
                    name,
                    "PDF 中的压缩数据展开后过大，可能是压缩炸弹",
                    "a stream of the PDF unpacks to too much: perhaps a bomb",
                    limit="unpacked_bytes",
                )
            part = engine.decompress(engine.unconsumed_tail, _CHUNK)
    except zlib.error:
        return b""
    return b"".join(parts) if size < _CHUNK * 64 else b""
