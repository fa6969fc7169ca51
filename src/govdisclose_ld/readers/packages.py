"""ZIP packages of XML parts (Office Open XML), read without trusting them."""

from __future__ import annotations

import lzma
import posixpath
import struct
import zipfile
import zlib
from io import BytesIO

from lxml import etree
from lxml.etree import _Element as Element

from govdisclose_ld.errors import InputError
from govdisclose_ld.readers.limits import Limits, refuse, too_deep

_TOO_DEEP = "Excessive depth"
"""How libxml2 refuses elements nested more than 256 deep."""
_SMALL = 10 * 1024 * 1024
_ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    LookupError,
)


class Package:
    """A package whose sizes have been checked: parts come out as bytes or as XML trees.

    Raises InputError if the archive is damaged, or unpacks to more than ``limits`` allow.
    """

    def __init__(self, data: bytes, name: str, limits: Limits):
        self.name = name
        self.limits = limits
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except _ZIP_ERRORS as error:
            raise self.damaged(str(error)) from error
        self._parts = {info.filename: info for info in self._archive.infolist()}
        self._check_sizes()

    def __contains__(self, part: str) -> bool:
        return part in self._parts

    def parts(self, prefix: str) -> list[str]:
        """The names of the parts that start with ``prefix``, sorted."""
        return sorted(part for part in self._parts if part.startswith(prefix))

    @property
    def unused(self) -> list[str]:
        """The codes of what the package carries and no reader ever runs or follows."""
        names = [posixpath.basename(part) for part in self._parts]
        told = {
            "macros-not-run": "vbaProject.bin" in names,
            "links-not-followed": bool(self.parts("xl/externalLinks/")),
        }
        return [code for code, holds in told.items() if holds]

    def read(self, part: str) -> bytes:
        """The bytes of a part; none if there is no such part."""
        info = self._parts.get(part)
        if info is None:
            return b""
        try:
            return self._archive.read(info)
        except _ZIP_ERRORS as error:
            raise self.damaged(f"{part}: {error}") from error

    def xml(self, part: str) -> bytes:
        """The bytes of an XML part, which may not declare a document type: Office Open XML has
        none (ECMA-376 part 2, 8.1.4), and entities could only fetch files or blow up."""
        data = self.read(part)
        if b"<!DOCTYPE" in data:
            raise self._doctype(part)
        return data

    def tree(self, part: str) -> Element | None:
        """The root of an XML part, or None if there is no such part."""
        data = self.xml(part)
        if not data:
            return None
        if data.count(b"<") > (most := self.limits.elements):
            raise refuse(
                self.name,
                f"{part} 的标记超过 {most} 个",
                f"more than {most} tags in {part}",
                limit="elements",
            )
        try:
            root = etree.fromstring(data, xml_parser())
        except etree.XMLSyntaxError as error:
            if _TOO_DEEP in str(error):
                raise too_deep(self.name) from error
            raise self.damaged(f"{part}: {error}") from error
        self.check_doctype(root, part)
        return root

    def check_doctype(self, root: Element, part: str) -> None:
        """Refuse a part that declares a document type in an encoding other than UTF-8."""
        if root.getroottree().docinfo.internalDTD is not None:
            raise self._doctype(part)

    def targets(self, part: str) -> dict[str, tuple[str, str]]:
        """The relationships of a part within the package: id → (last word of its type, part)."""
        folder, file = posixpath.split(part)
        root = self.tree(posixpath.join(folder, "_rels", f"{file}.rels"))
        found = {}
        for relation in root if root is not None else ():
            if relation.get("TargetMode") == "External":
                continue
            target = posixpath.join("/", folder, relation.get("Target") or "")
            kind = (relation.get("Type") or "").rpartition("/")[2]
            found[relation.get("Id") or ""] = (kind, posixpath.normpath(target).lstrip("/"))
        return found

    def _check_sizes(self) -> None:
        infos = self._parts.values()
        total = sum(info.file_size for info in infos)
        swollen = any(
            info.file_size > max(_SMALL, info.compress_size * self.limits.unpacked_ratio)
            for info in infos
        )
        if total > self.limits.unpacked_bytes or swollen:
            raise refuse(
                self.name,
                f"压缩包展开后过大（{total:,} 字节），可能是压缩炸弹",
                f"the archive unpacks to too much ({total:,} bytes): perhaps a zip bomb",
                limit="unpacked_ratio" if swollen else "unpacked_bytes",
            )
        if len(infos) > (most := self.limits.members):
            raise refuse(
                self.name,
                f"压缩包中的文件超过 {most} 个",
                f"more than {most} files in the archive",
                limit="members",
            )

    def _doctype(self, part: str) -> InputError:
        return InputError(
            f"{part} 含有文档类型声明（DOCTYPE），可能是恶意文件",
            f"{part} declares a document type (DOCTYPE): the file may be hostile",
            where=self.name,
            remedy=("请用办公软件另存一份", "save it afresh from an office program"),
        )

    def damaged(self, reason: str) -> InputError:
        """The error for a package that cannot be read."""
        return InputError(
            f"文件已损坏：{reason}",
            f"the file is damaged: {reason}",
            where=self.name,
            remedy=(
                "请用原来的软件打开并另存一份，或重新下载",
                "open it in its program and save it afresh, or download it again",
            ),
        )


def xml_parser() -> etree.XMLParser:
    """A parser that expands no entity, fetches nothing, and bounds depth and text."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def local(element: Element) -> str:
    """The element's name without its namespace, which differs between editions of the format."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element | None, name: str) -> str | None:
    """The value of the attribute of that local name, or None."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def child(element: Element | None, *path: str) -> Element | None:
    """The first element down a path of local names, or None."""
    for name in path:
        if element is None:
            return None
        element = next((below for below in element if local(below) == name), None)
    return element


def is_on(element: Element | None) -> bool:
    """Whether a toggle is there and not switched off (ECMA-376, 17.17.4: absent means on)."""
    return element is not None and attribute(element, "val") not in {"0", "false", "off"}
