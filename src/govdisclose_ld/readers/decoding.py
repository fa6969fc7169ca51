"""Text from bytes: UTF-8 and UTF-16 as declared, GB18030 when the outcome reads like Chinese."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from govdisclose_ld.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LINE_END = re.compile(r"\r\n|\n|\r")
LOST = re.compile("\ufffd")
CONTROLS = re.compile(r"[\x01-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
_PLAUSIBLE = 0.7
_SAMPLE = 20_000
_STRAY = 8
_CHINESE = frozenset({"gb2312", "gbk", "gb18030", "hz"})
_LEGACY = ("big5", "cp", "euc", "iso8859", "koi8", "shift_jis")
_LABEL = re.compile(r"[A-Za-z0-9_.:-]{2,40}")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the codec that read it, and whether that codec had to be guessed."""

    text: str
    encoding: str
    guessed: bool = False

    def line_of(self, pattern: re.Pattern[str]) -> int:
        """The line, from 1, of the first place where ``pattern`` is found; 0 if it is not."""
        found = pattern.search(self.text)
        return len(LINE_END.findall(self.text, 0, found.start())) + 1 if found else 0


def decode(data: bytes, where: str, *, declared: str = "") -> Decoded:
    """The text of ``data``: by byte order mark; else as UTF-8, unless ``declared`` (a charset
    label) says otherwise and what comes out as UTF-8 does not read like Chinese; else as
    declared; else as GB18030 if most of what comes out is common Chinese.

    Raises InputError where none of them reads it, or where it is no text at all.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return Decoded(_strictly(data, codec, where), codec)
    if b"\0" in data:
        raise _junk(where)
    told = _codec(declared)
    for codec, sure in (("utf-8", not told), (told, True), ("utf-8", True), ("gb18030", False)):
        text = _attempt(data, codec)
        if text is not None and (sure or _reads_like_chinese(text)):
            guessed = codec == "gb18030" != told
            return Decoded(_checked(text, where), codec, guessed)
    raise _unreadable(data, where)


def is_text(data: bytes) -> bool:
    """Whether the head of ``data`` has no byte that text files do not have."""
    head = data[:_SAMPLE]
    return any(head.startswith(mark) for mark, _ in _MARKS) or b"\0" not in head


def _codec(label: str) -> str:
    """The codec that a charset label names; pages that say GB2312 or GBK mean GB18030."""
    label = label.strip()
    try:
        name = codecs.lookup(label).name if _LABEL.fullmatch(label) else ""
    except LookupError:
        return ""
    if name in _CHINESE:
        return "gb18030"
    return name if name.startswith(_LEGACY) else ""


def _attempt(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec) if codec else None
    except UnicodeError:
        return None


def _strictly(data: bytes, codec: str, where: str) -> str:
    try:
        return _checked(data.decode(codec), where)
    except UnicodeDecodeError as error:
        raise _unreadable(data, where, codec=codec) from error


def _reads_like_chinese(text: str) -> bool:
    """Whether most of the text beyond ASCII is of GB 2312 level 1 (the 3,755 commonest Han
    characters) or its punctuation: bytes of another encoding come out as rare characters."""
    foreign = [char for char in text[:_SAMPLE] if char > "\x7f"]
    common = sum(map(_is_common, foreign))
    return common >= _PLAUSIBLE * len(foreign)


def _is_common(char: str) -> bool:
    try:
        lead = char.encode("gb2312")[0]
    except UnicodeEncodeError:
        return False
    return 0xB0 <= lead <= 0xD7 or 0xA1 <= lead <= 0xA3


def _checked(text: str, where: str) -> str:
    head = text[:_SAMPLE]
    odd = len(CONTROLS.findall(head))
    if odd > max(_STRAY, len(head) / 100) or "\0" in text:
        raise _junk(where)
    return text


def _junk(where: str) -> InputError:
    return InputError(
        "这不是文本，也不是可识别的文档格式",
        "this is neither text nor a document format that is known here",
        where=where,
        remedy=(
            "请确认文件未损坏，并另存为 .docx、.xlsx、.pdf、.html 或 UTF-8 文本",
            "check that the file is whole; save it as .docx, .xlsx, .pdf, .html or UTF-8 text",
        ),
    )


def _unreadable(data: bytes, where: str, *, codec: str = "utf-8") -> InputError:
    try:
        data.decode(codec)
        place = 0
    except UnicodeDecodeError as error:
        place = error.start
    line = data.count(b"\n", 0, place) + 1
    return InputError(
        f"不是有效的 {codec.upper()} 文本（第 {line} 行，第 {place} 字节），也不像 GB18030",
        f"not valid {codec.upper()} (line {line}, byte {place}), nor does it read like GB18030",
        where=where,
        remedy=(
            "请用文本编辑器另存为 UTF-8",
            "open it in a text editor and save it as UTF-8",
        ),
    )
