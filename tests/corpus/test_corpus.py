"""Every document of the corpus is read as a person reads it, in every format that can carry it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from corpus.cases import Print, load_cases, prints
from corpus.expected import Record, expected, read, with_gaps
from govdisclose_ld.catalogs import read_catalog, to_record
from govdisclose_ld.errors import InputError
from press import print_sheet

PRINTS = list(prints())
READ = [printed for printed in PRINTS if not printed.case.refused]
REFUSED = [printed for printed in PRINTS if printed.case.refused]


@pytest.mark.parametrize("printed", READ, ids=lambda printed: printed.name)
def test_a_document_is_read_as_a_person_reads_it(printed: Print) -> None:
    data = print_sheet(printed.sheet, printed.form, printed.style)
    catalog, _ = read_catalog(data, name=f"document{printed.form.suffix}", corrections=())
    found = read(to_record(catalog))
    right = with_gaps(expected(printed), printed)
    assert shown(found) == shown(right)


@pytest.mark.parametrize("printed", REFUSED, ids=lambda printed: printed.name)
def test_a_document_that_cannot_be_read_is_refused(printed: Print) -> None:
    data = print_sheet(printed.sheet, printed.form, printed.style)
    with pytest.raises(InputError, match=printed.case.refused):
        read_catalog(data, name=f"document{printed.form.suffix}", corrections=())


def shown(record: Record) -> list[str]:
    """The catalog in lines, so that a difference shows where it is."""
    items: list[dict[str, Any]] = record["items"]
    lines = [f"{key}: {record[key]}" for key in sorted(record) if key != "items"]
    for number, item in enumerate(items, 1):
        lines += [
            f"{number}.{key}: {json.dumps(value, ensure_ascii=False, sort_keys=True)}"
            for key, value in sorted(item.items())
        ]
    return lines


def test_every_case_is_printed_in_more_than_one_format() -> None:
    printed = {(p.case.name, p.form.name) for p in PRINTS}
    single = [c.name for c in load_cases() if sum(name == c.name for name, _ in printed) < 2]
    assert [name for name in single if not name.startswith("recovered_")] == []


def test_every_name_is_given_once() -> None:
    names = [p.name for p in PRINTS]
    assert len(set(names)) == len(names)
