"""Every catalog of the layout corpus, printed in the national template's layout, reads the same."""

from __future__ import annotations

from functools import cache

import pytest

from corpus.cases import Print, prints
from corpus.expected import Record, read
from govdisclose_ld.catalogs import read_catalog, to_record
from govdisclose_ld.model import Catalog
from govdisclose_ld.writers import Format, write_catalog
from press import print_sheet

FORMS: tuple[Format, ...] = ("xlsx", "csv", "html", "md")
READ = [printed for printed in prints() if not printed.case.refused]
ONE_OF_EACH = list({printed.case.name: printed for printed in reversed(READ)}.values())
TICKED = ("audience", "mode", "level")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("printed", ONE_OF_EACH, ids=lambda printed: printed.case.name)
def test_a_catalog_of_the_corpus_reads_the_same(printed: Print, form: Format) -> None:
    catalog = source(printed)
    again, _ = read_catalog(write_catalog(catalog, form), name=f"again.{form}", corrections=())
    assert contract(again) == contract(catalog)


@cache
def source(printed: Print) -> Catalog:
    data = print_sheet(printed.sheet, printed.form, printed.style)
    return read_catalog(data, name=f"source{printed.form.suffix}", corrections=())[0]


def contract(catalog: Catalog) -> Record:
    """The fields of the JSON contract but for findings, which speak of the form that was read, and
    the options offered in tick columns, which are those of the template once it is printed."""
    record = read(to_record(catalog))
    return {
        **{key: value for key, value in record.items() if key != "findings"},
        "items": [_item(item) for item in record["items"]],
    }


def _item(item: Record) -> Record:
    kept = {key: value for key, value in item.items() if key not in ("findings", *TICKED)}
    if kept["channels"]["state"] == "unknown" and not kept["channels"]["offered"]:
        kept["channels"] = {**kept["channels"], "state": "blank"}  # there is nothing to print
    ticks = {
        name: {key: value for key, value in item[name].items() if key != "offered"}
        for name in TICKED
    }
    return {**kept, **ticks}
