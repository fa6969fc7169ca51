"""The IRIs of the data: short, ASCII, minted from few printed fields, never from row hashes.

Which thing gets which IRI is laid down in ``docs/reference/mapping.md``; to change one is a
breaking change for everybody who links to it.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from base64 import b32encode
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import quote

from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.model import Catalog, CellRef, Term
from govdisclose_ld.rdf.vocab import CODE, MEDIA_TYPES, STANDARD

DEFAULT_BASE = "https://w3id.org/govdisclose/id/"
DISTRIBUTION = "govdisclose-ld"

_PATH = r"(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*"
_BASE = re.compile(
    rf"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{{1,5}})?(?:/{_PATH})*(?:/|#)"
)
_DOTS = re.compile(r"/\.{1,2}(?=[/#])")
_DIGEST_BYTES = 10


@lru_cache(maxsize=65536)
def digest(*words: str) -> str:
    """Sixteen characters of ``a-z2-7`` that stand for ``words``.

    Width (NFKC) and white space do not count: 西秀区扶贫办（中心） and 西秀区 扶贫办(中心) are one.
    """
    # Folding drops every control character that Unicode calls white space, the separator too.
    folded = ("".join(unicodedata.normalize("NFKC", word).split()) for word in words)
    data = "\x1f".join(folded).encode("utf-8", "surrogatepass")
    return b32encode(hashlib.sha256(data).digest()[:_DIGEST_BYTES]).decode("ascii").lower()


def check_base(base: str) -> str:
    """``base`` itself, if IRIs can be made by writing something after it.

    Raises ConfigurationError unless it is an absolute ``http(s)`` IRI in ASCII that ends in ``/``
    or ``#``, without query, user name or dot segments (RFC 3986, sections 3 and 5.2.4).
    """
    if _BASE.fullmatch(base) and not _DOTS.search(base):
        return base
    raise ConfigurationError(
        f"数据的基础 IRI 不能用：{base!r}",
        "this base for the IRIs of the data cannot be used",
        where="base",
        remedy=(
            f"请写以 / 或 # 结尾的完整网址，只用 ASCII 字符，例如 {DEFAULT_BASE}",
            "write an absolute http(s) IRI in ASCII that ends in / or #, such as "
            "https://data.example.gov.cn/",
        ),
    )


@lru_cache(maxsize=65536)
def segment(value: str) -> str:
    """``value`` as one segment of an IRI's path; what may not stand there is percent-encoded.

    Raises ConfigurationError if it is empty, ``.`` or ``..``, which no path can hold.
    """
    if value in {"", ".", ".."}:
        raise ConfigurationError(
            f"不能用 {value!r} 作 IRI 的一部分",
            "this cannot be a part of an IRI",
            where="IRI",
            remedy=("请给出区划代码、短名或版本", "give a division code, slug or version"),
        )
    return quote(value.encode("utf-8", "replace"), safe="")


def catalog_iri(catalog: Catalog, *, base: str = DEFAULT_BASE) -> str:
    """The IRI of a catalog, which names its graph too.

    Raises ConfigurationError if ``base`` cannot be used.
    """
    code = catalog.division.code if catalog.division else "unknown"
    parts = (code, catalog.slug, catalog.version)
    return f"{check_base(base)}catalog/{'/'.join(map(segment, parts))}"


def item_iri(catalog: str, key: str) -> str:
    """The IRI of an item, from its catalog's IRI and its key."""
    return f"{catalog}/item/{segment(key)}"


def element_iri(item: str, path: Iterable[int]) -> str:
    """The IRI of an element of an item's content, from its positions, outermost first."""
    return f"{item}/element/{'.'.join(map(str, path))}"


def place_iri(catalog: str, ref: CellRef) -> str:
    """The IRI of the cell that ``ref`` points to, or of the row, table or document."""
    if not ref.table:
        return f"{catalog}/document"
    if not ref.row:
        return f"{catalog}/table/{ref.table}"
    row = f"{catalog}/row/{ref.table}-{ref.row}"
    return f"{row}/cell/{ref.column}" if ref.column else row


def matter_iri(catalog: str, path: Iterable[str]) -> str:
    """The IRI of a matter, from its labels, first level first, empty where a level has none."""
    return f"{catalog}/matter/{digest(*path)}"


def division_iri(base: str, code: str) -> str:
    """The IRI of an administrative division, from its GB/T 2260 code."""
    return f"{base}division/{segment(code)}"


def organisation_iri(base: str, code: str, name: str) -> str:
    """The IRI of a publisher or agency, from the code of its division and its name."""
    return f"{base}org/{segment(code or 'unknown')}/{digest(name)}"


def software_iri(base: str) -> str:
    """The IRI of this program, which reads documents and compares catalogs."""
    return f"{base}software/{DISTRIBUTION}"


def unit_iri(owner: str, name: str) -> str:
    """The IRI of a unit inside an agency, from the agency's IRI and the unit's name."""
    return f"{owner}/unit/{digest(name)}"


def law_iri(base: str, key: str) -> str:
    """The IRI of a law, from its key."""
    return f"{base}law/{segment(key)}"


def term_iri(base: str, term: Term) -> str:
    """The IRI of a code list's term; one that the list does not know stands under ``base``."""
    if term.id:
        return code_iri(term.scheme, term.id)
    return f"{base}{segment(term.scheme)}/{digest(term.label)}"


def code_iri(scheme: str, id_: str) -> str:
    """The IRI of a term of one of our code lists."""
    return f"{CODE}{segment(scheme)}/{segment(id_)}"


def media_type_iri(media_type: str) -> str:
    """The IRI of a media type, which is the page that IANA's registry gives it."""
    return f"{MEDIA_TYPES}{quote(media_type, safe='/+')}"


def standard_item_iri(standard: str, item: str) -> str:
    """The IRI of an item of a standard."""
    return f"{STANDARD}{segment(standard)}/{segment(item)}"


def mapping_iri(subject: str, standard: str, item: str) -> str:
    """The IRI of what is said of one answer, from the item's (or catalog's) IRI."""
    return f"{subject}/mapping/{segment(standard)}-{segment(item)}"
