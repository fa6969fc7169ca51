"""公开依据: citations taken apart, each read as the one law that it names."""

from __future__ import annotations

import pytest

from govdisclose_ld.interpret.citations import normalise_number, read_citations

REGULATION = "government-information-regulation"

TAKEN_APART = {
    # separators: enumeration comma, semicolon, none, space, line, numbers, tags, conjunctions
    "《义务教育法》、《教师法》": ["《义务教育法》", "《教师法》"],
    "《义务教育法》；《教师法》": ["《义务教育法》", "《教师法》"],
    "《义务教育法》《教师法》": ["《义务教育法》", "《教师法》"],
    "《义务教育法》 《教师法》": ["《义务教育法》", "《教师法》"],
    "《义务教育法》\n《教师法》": ["《义务教育法》", "《教师法》"],
    "1.《义务教育法》2.《教师法》": ["《义务教育法》", "《教师法》"],
    "1、《义务教育法》；2、《教师法》": ["《义务教育法》", "《教师法》"],
    "（1）《义务教育法》（2）《教师法》": ["《义务教育法》", "《教师法》"],
    "①《义务教育法》②《教师法》": ["《义务教育法》", "《教师法》"],
    "【法律】《义务教育法》【部门规章】《学籍办法》": ["《义务教育法》", "《学籍办法》"],
    "《政府采购法》及《政府采购法实施条例》": ["《政府采购法》", "《政府采购法实施条例》"],
    "《政府采购法》以及《招标投标法》": ["《政府采购法》", "《招标投标法》"],
    "《政府采购法》和《招标投标法》": ["《政府采购法》", "《招标投标法》"],
    "《药品管理法》第八十二条 《食品安全法》第八十二条": [
        "《药品管理法》第八十二条",
        "《食品安全法》第八十二条",
    ],
    "《社会救助暂行办法》（国务院令第649号）、各地相关政策文件": [
        "《社会救助暂行办法》（国务院令第649号）",
        "各地相关政策文件",
    ],
    # titles without 《》
    "关于印发《甲方案》的通知 关于做好乙工作的意见": [
        "关于印发《甲方案》的通知",
        "关于做好乙工作的意见",
    ],
    "关于印发《甲方案》的通知《乙办法》": ["关于印发《甲方案》的通知", "《乙办法》"],
    # what must stay together
    "关于印发《甲方案》和《乙方案》的通知": ["关于印发《甲方案》和《乙方案》的通知"],
    "《国务院办公厅关于印发〈2019年政务公开工作要点〉的通知》": [
        "《国务院办公厅关于印发〈2019年政务公开工作要点〉的通知》"
    ],
    "《中共中央办公厅、国务院办公厅关于建立贫困退出机制的意见》": [
        "《中共中央办公厅、国务院办公厅关于建立贫困退出机制的意见》"
    ],
    "《政府信息公开条例》第二十条：依照《保密法》的规定": [
        "《政府信息公开条例》第二十条：依照《保密法》的规定"
    ],
    "《政府信息公开条例》（国务院令第711号）等": ["《政府信息公开条例》（国务院令第711号）等"],
}

ONE_LAW = [
    "《中华人民共和国政府信息公开条例》",
    "《政府信息公开条例》",
    "政府信息公开条例",
    "《条例》（国务院令第711号）",
    "国务院令第711号",
    "国务院令711号",
    "《中华人民共和国政府信息公开条例》（国令第711号）",
    "《中华人民共和国政府信息公开条例》(中华人民共和国国务院令第711号)",
    "《政府信息公开条例》（国务院令第４９２号）",
    "《中华人民共和国政府信息公开条例》第二十条第十一项",
]

NUMBERS = {
    "国务院令711号": "国务院令第711号",
    "国令第711号": "国务院令第711号",
    "豫办(2016)28号": "豫办〔2016〕28号",
    "财社[2017]53号": "财社〔2017〕53号",
    "国办发〔2019〕54\n号": "国办发〔2019〕54号",
    "民发〔201680号": "民发〔2016〕80号",
}


@pytest.mark.parametrize(("text", "pieces"), TAKEN_APART.items())
def test_a_list_is_cut_between_citations_and_never_inside_one(text: str, pieces: list[str]) -> None:
    assert [citation.text for citation in read_citations(text)[0]] == pieces


@pytest.mark.parametrize("text", ONE_LAW)
def test_variants_of_one_law_meet(text: str) -> None:
    [citation], notices = read_citations(text)
    assert citation.law
    assert (citation.text, citation.law.key, notices) == (text, REGULATION, ())


@pytest.mark.parametrize(("printed", "usual"), NUMBERS.items())
def test_a_document_number_has_one_form(printed: str, usual: str) -> None:
    assert normalise_number(printed) == usual


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("《甲办法》（国家发展改革委等14部委令第39号）", "国家发展改革委等14部委令第39号"),
        ("《甲办法》（省政府令第100号）", "省政府令第100号"),
        ("《甲办法》（教育部令第32号）", "教育部令第32号"),
        ("《甲办法》（中办发〔2016〕8号）", "中办发〔2016〕8号"),
    ],
)
def test_a_number_keeps_its_issuer(text: str, number: str) -> None:
    [citation], _ = read_citations(text)
    assert citation.number == number


def test_short_and_full_title_are_one_law() -> None:
    keys = {
        citation.law.key
        for text in ("《义务教育法》", "《中华人民共和国义务教育法》", "《义务教育法》第五条")
        for citation in read_citations(text)[0]
        if citation.law
    }
    assert len(keys) == 1


def test_an_article_alone_is_of_the_law_before_it() -> None:
    first, second = read_citations("《食品安全法》第118条、第一百二十一条")[0]
    assert (first.article, second.article) == ("第118条", "第一百二十一条")
    assert first.law is not None
    assert first.law == second.law


@pytest.mark.parametrize(
    "text",
    ["各地相关政策文件", "相关规定", "《条例》", "依据“三定”规定", "本部门职责", "法", "同上"],
)
def test_general_words_name_no_law(text: str) -> None:
    [citation], notices = read_citations(text)
    assert citation.law is None
    assert [notice.code for notice in notices] == ["basis-vague"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("关于印发2018年度扶贫资金使用管理", "basis-incomplete"),
        ("《甲通知》（民发〔201680号）", "basis-number-mended"),
        ("《社会救助暂行办法》（国务院令第711号）", "basis-number-conflict"),
        ("《政府信息公开条例》（国务院令第649号）", "basis-number-conflict"),
    ],
)
def test_a_doubtful_citation_says_so(text: str, code: str) -> None:
    assert [notice.code for notice in read_citations(text)[1]] == [code]


def test_a_wrong_number_does_not_turn_one_law_into_another() -> None:
    [citation], _ = read_citations("《社会救助暂行办法》（国务院令第711号）")
    assert citation.law
    assert citation.law.title == "社会救助暂行办法"


@pytest.mark.parametrize("text", ["", "  ", "、", "无", "/"])
def test_a_blank_cell_cites_nothing(text: str) -> None:
    assert read_citations(text) == ((), ())
