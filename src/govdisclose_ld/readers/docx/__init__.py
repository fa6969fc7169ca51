"""Word documents: body, tables, text boxes, notes and running heads, with all changes accepted."""

from __future__ import annotations

from govdisclose_ld.errors import InputError
from govdisclose_ld.model import Document
from govdisclose_ld.readers.docx.flow import Story
from govdisclose_ld.readers.docx.numbering import Numbering
from govdisclose_ld.readers.docx.running import add_lines, begins_with_prose, running_lines
from govdisclose_ld.readers.draft import Draft
from govdisclose_ld.readers.limits import Limits
from govdisclose_ld.readers.packages import Package, attribute, child, local

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_NOTES = ("footnotes", "endnotes")


def read(data: bytes, name: str, limits: Limits) -> Document:
    """The document that a .docx or .docm file prints; macros are never run."""
    package = Package(data, name, limits)
    parts = dict(package.targets("").values())
    main = parts.get("officeDocument", "word/document.xml")
    body = child(package.tree(main), "body")
    if body is None:
        raise InputError(
            "Word 文件中没有正文",
            "the Word file has no body",
            where=name,
            remedy=("请用 Word 打开并另存一份", "open it in Word and save it afresh"),
        )
    related = dict(package.targets(main).values())
    draft = Draft(name, limits)
    for code in package.unused:
        draft.note(code)
    numbering = Numbering(
        package.tree(related.get("numbering", "")), package.tree(related.get("styles", ""))
    )
    story = Story(draft, numbering)
    running = running_lines(package, main)
    if not begins_with_prose(body):
        add_lines(draft, running["header"])
        running["header"] = []
    story.add(body)
    add_lines(draft, [*running["header"], *running["footer"]])
    if child(body, "altChunk") is not None:
        draft.note("part-not-read")
    for kind in _NOTES:
        notes = package.tree(related.get(kind, ""))
        for note in notes if notes is not None else ():
            if local(note) == kind[:-1] and attribute(note, "type") in {None, "normal"}:
                story.add(note)
    story.close()
    return draft.finish(data, media_type=_MEDIA_TYPE)
