"""One call for all formats."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Literal, cast, get_args

from govdisclose_ld.errors import ConfigurationError, OutputError
from govdisclose_ld.model import Catalog
from govdisclose_ld.writers.delimited import write_csv
from govdisclose_ld.writers.html import write_html
from govdisclose_ld.writers.markdown import write_markdown
from govdisclose_ld.writers.template import Printed, print_catalog

Format = Literal["xlsx", "csv", "html", "md"]

_Writer = Callable[[Printed], bytes]
_WRITERS: dict[str, _Writer] = {
    "csv": write_csv,
    "html": write_html,
    "md": write_markdown,
}


def write_catalog(catalog: Catalog, format: Format) -> bytes:  # noqa: A002
    """The catalog as a document in the layout of the national template (国办发〔2019〕54号).

    Its title, office and date stand above one table (one for each section, where it has several);
    the other prose of the source and its rows of notes are not printed. What cannot be told is
    printed so that reading it again cannot tell it either, and what was inferred stays blank.

    Raises ConfigurationError for a format that is not known, and OutputError if the format cannot
    hold the catalog or needs a library that is not installed (openpyxl for ``xlsx``).
    """
    return write_printed(print_catalog(catalog), format)


def write_printed(printed: Printed, format: str) -> bytes:  # noqa: A002
    """A printed document, whatever made it, in one of the formats; raises as above."""
    return _writer(format)(printed)


def _writer(name: str) -> _Writer:
    if name in _WRITERS:
        return _WRITERS[name]
    if name == "xlsx":
        return _xlsx()
    known = "、".join(get_args(Format))
    raise ConfigurationError(
        f"没有“{name}”这种输出格式",
        f"there is no output format {name!r}",
        where="format",
        remedy=(f"可用格式：{known}", f"the formats are: {known}"),
    )


def _xlsx() -> _Writer:
    try:
        module = import_module("govdisclose_ld.writers.xlsx")
    except ModuleNotFoundError as error:
        raise OutputError(
            f"写 xlsx 文件需要 {error.name}，尚未安装",
            f"writing xlsx files needs {error.name}, which is not installed",
            where="xlsx",
            remedy=(
                "请运行 pip install 'govdisclose-ld[xlsx]'，或改用 csv、html、md",
                "run pip install 'govdisclose-ld[xlsx]', or write csv, html or md instead",
            ),
        ) from error
    return cast(_Writer, module.write_xlsx)
