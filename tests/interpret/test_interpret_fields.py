"""A field that is given from outside is one of the code list, or the reading is refused."""

from __future__ import annotations

import pytest
from interpret_samples import document

from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.interpret import Known, interpret
from govdisclose_ld.interpret.layouts import Layout

TABLE = [["序号", "一级事项", "公开内容"], ["1", "对象", "名单"]]


@pytest.mark.parametrize("given", ["budgets", "财政预决算"])
def test_a_field_is_given_by_id_or_name(given: str) -> None:
    term = interpret(document(TABLE), Known(field=given)).field
    assert term is not None
    assert term.id == "budgets"


@pytest.mark.parametrize(
    "known", [Known(field="budgtes"), Known(layout=Layout({"field": "x"}, {}))]
)
def test_a_field_that_does_not_exist_is_refused(known: Known) -> None:
    with pytest.raises(ConfigurationError) as refused:
        interpret(document(TABLE), known)
    assert refused.value.remedy_zh
