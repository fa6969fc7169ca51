"""Every doubtful value of every layout can be settled by filling in the drafted corrections."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from corpus.cases import Print, prints
from govdisclose_ld.catalogs import read_catalog
from govdisclose_ld.interpret import draft_corrections
from govdisclose_ld.model import Catalog
from press import print_sheet

RIGHT = {
    "channels": "政府网站",
    "audience": "全社会",
    "mode": "主动公开",
    "disclosure_level": "县级",
    "time_limit": "信息形成之日起7个工作日内",
    "agency": "示例县财政局",
    "basis": "《中华人民共和国预算法》",
}
ONE_OF_EACH = list(
    {p.case.name: p for p in reversed(list(prints())) if not p.case.refused}.values()
)


def read(printed: Print, *corrections: Path) -> Catalog:
    data = print_sheet(printed.sheet, printed.form, printed.style)
    return read_catalog(data, name=f"a{printed.form.suffix}", corrections=corrections)[0]


@pytest.mark.parametrize("printed", ONE_OF_EACH, ids=lambda printed: printed.case.name)
def test_every_drafted_correction_applies_once_it_is_filled_in(
    printed: Print, tmp_path: Path
) -> None:
    drafted = yaml.safe_load(draft_corrections(read(printed)))
    entries = [
        {**one, "right": RIGHT.get(one["field"], "已核对的事项")}
        for one in drafted["corrections"] or ()
    ]
    signed = {"who": "甲", "when": "2024-05-06", "why": "乙"}
    written = yaml.safe_dump({**drafted, **signed, "corrections": entries}, allow_unicode=True)
    file = tmp_path / "a.yml"
    file.write_text(written.replace("'2024-05-06'", "2024-05-06"), encoding="utf-8")
    settled = read(printed, file)
    assert [(one.key, one.field) for one in settled.corrections] == [
        (one["key"], one["field"]) for one in entries
    ]
    assert not [found for found in settled.findings if found.code.startswith("correction-")]
    again = yaml.safe_load(draft_corrections(settled))
    left = {(one["key"], one["field"]) for one in again["corrections"] or ()}
    assert not left & {(one["key"], one["field"]) for one in entries}
