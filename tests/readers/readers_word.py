"""Word files for the tests, made of the XML that Word itself writes."""

from __future__ import annotations

import zipfile
from io import BytesIO

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{_W}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(map(run, runs))}</w:p>"


def run(content: str, properties: str = "") -> str:
    """A run of text, or of XML if the content is XML already."""
    if content.startswith("<"):
        return content
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{content}</w:t></w:r>'


def cell(*content: str, span: int = 1, merge: str = "") -> str:
    """A cell of texts or XML blocks; ``merge`` is ``restart`` or ``continue``."""
    down = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    blocks = "".join(
        c if c.startswith(("<w:p>", "<w:tbl>", "<w:sdt>")) else paragraph(c) for c in content
    )
    return (
        f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{down}</w:tcPr>{blocks or paragraph()}</w:tc>'
    )


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def document(
    *blocks: str,
    numbering: str = "",
    styles: str = "",
    notes: str = "",
    space: str = _W,
    extra: dict[str, str] | None = None,
) -> bytes:
    """The bytes of a .docx file with that body; ``space`` is the namespace of its elements."""
    spaces = _SPACES.replace(_W, space)
    parts = {"numbering": numbering, "styles": styles, "footnotes": notes}
    kept = {name: xml for name, xml in parts.items() if xml}
    relations = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>' for name in kept
    )
    body = "".join(blocks)
    files = {
        "_rels/.rels": _relations(
            f'<Relationship Id="d" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/document.xml": f"<w:document {spaces}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(relations),
        **{
            f"word/{name}.xml": f"<w:{name} {spaces}>{xml}</w:{name}>" for name, xml in kept.items()
        },
        **(extra or {}),
    }
    return package(files)


def package(files: dict[str, str | bytes]) -> bytes:
    """A ZIP archive of these files, always the same bytes."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), content, how)
    return buffer.getvalue()


def _relations(content: str) -> str:
    return f'<Relationships xmlns="{_RELATIONS}">{content}</Relationships>'
