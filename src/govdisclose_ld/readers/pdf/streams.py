"""Compressed streams of a PDF, checked before anything is unpacked in full."""

from __future__ import annotations

import re
import zlib

from govdisclose_ld.readers.limits import Limits, refuse

_STREAM = re.compile(rb"stream\r?\n")
_LAYERS = 3
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
                )
            part = engine.decompress(engine.unconsumed_tail, _CHUNK)
    except zlib.error:
        return b""
    return b"".join(parts) if size < _CHUNK * 64 else b""
