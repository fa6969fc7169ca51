"""A report as text for people, as JSON for programs, as a SHACL report in Turtle."""

from __future__ import annotations

from collections.abc import Callable

from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.validation.formats.document import write_json
from govdisclose_ld.validation.formats.text import write_text
from govdisclose_ld.validation.formats.turtle import write_turtle
from govdisclose_ld.validation.report import Report

_WRITERS: dict[str, Callable[[Report], str]] = {
    "text": write_text,
    "json": write_json,
    "turtle": write_turtle,
}
FORMATS = tuple(_WRITERS)


def render(report: Report, format_name: str) -> str:
    """The report in one of :data:`FORMATS`, ending in a line break; the same bytes every time.

    Raises ConfigurationError for any other format.
    """
    try:
        write = _WRITERS[format_name]
    except KeyError as error:
        raise ConfigurationError(
            f"没有 {format_name!r} 这种报告格式",
            f"there is no report format {format_name!r}",
            where="format",
            remedy=(f"可用：{'、'.join(FORMATS)}", f"use one of: {', '.join(FORMATS)}"),
        ) from error
    return write(report)
