"""A report for people, for programs, and for what shows it beside the files it is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.model import Severity
from govdisclose_ld.validation.formats.document import write_json
from govdisclose_ld.validation.formats.github import write_github
from govdisclose_ld.validation.formats.junit import write_junit
from govdisclose_ld.validation.formats.page import write_html
from govdisclose_ld.validation.formats.sarif import write_sarif
from govdisclose_ld.validation.formats.table import write_csv
from govdisclose_ld.validation.formats.text import write_text
from govdisclose_ld.validation.formats.turtle import write_turtle
from govdisclose_ld.validation.report import Report
from govdisclose_ld.validation.scores import Score


@dataclass(frozen=True, slots=True)
class _Wishes:
    """What only some forms of a report take heed of."""

    fail_on: Severity = Severity.VIOLATION
    scores: Mapping[str, Sequence[Score]] = field(default_factory=dict)


_WRITERS: dict[str, Callable[[Report, _Wishes], str]] = {
    "text": lambda report, _: write_text(report),
    "json": lambda report, _: write_json(report),
    "html": lambda report, wishes: write_html(report, scores=wishes.scores),
    "junit": lambda report, wishes: write_junit(report, fail_on=wishes.fail_on),
    "sarif": lambda report, _: write_sarif(report),
    "github": lambda report, _: write_github(report),
    "turtle": lambda report, _: write_turtle(report),
    "csv": lambda report, _: write_csv(report),
}
FORMATS = tuple(_WRITERS)


def render(
    report: Report,
    format_name: str,
    *,
    fail_on: Severity = Severity.VIOLATION,
    scores: Mapping[str, Sequence[Score]] | None = None,
) -> str:
    """The report in one of :data:`FORMATS`, ending in a line break; the same bytes every time.

    ``fail_on`` is the severity from which on a test of ``junit`` fails; ``scores`` are shown by
    ``html``, by the IRI of the catalog. Raises ConfigurationError for any other format.
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
    return write(report, _Wishes(fail_on, scores or {}))
