"""A report as workflow commands, which GitHub Actions shows as annotations of lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from govdisclose_ld.model import Severity
from govdisclose_ld.validation.formats.places import place_zh, shorten
from govdisclose_ld.validation.formats.words import notes, summary
from govdisclose_ld.validation.report import Report, Result

_COMMANDS = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write_github(report: Report) -> str:
    """A command for each finding, then a plain line that sums them up, which the log shows.

    The line is that of the source file, where that file is what was checked.
    """
    lines = [_command(report, result) for result in report.results]
    lines += [_single(words.zh) for words in (summary(report), *notes(report))]
    return "\n".join(lines) + "\n"


def _command(report: Report, result: Result) -> str:
    finding = result.finding
    properties = ",".join(f"{name}={_property(text)}" for name, text in _properties(report, result))
    text = "\n".join(_message(result))
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(text)}"


def _properties(report: Report, result: Result) -> Iterator[tuple[str, str]]:
    subject, finding = report.subject_of(result), result.finding
    if path := subject.path or finding.ref.document:
        yield "file", PurePath(path).as_posix()
        if finding.line and subject.has_lines:
            yield "line", str(finding.line)
    place = (
        place_zh(finding).removeprefix(finding.ref.document).strip() if finding.ref.table else ""
    )
    yield "title", f"{finding.code} {place}".strip()


def _message(result: Result) -> Iterator[str]:
    printed = shorten(result.finding.printed)
    yield result.message.zh + (f"（{printed}）" if printed else "")
    yield result.message.en
    if result.remedy:
        yield f"→ {result.remedy.zh} {result.remedy.en}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _single(text: str) -> str:
    """Text on one line that is no command, whatever a file or a waiver is called."""
    return " ".join(text.split()).replace("::", ": :")
