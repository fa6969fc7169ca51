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
    "中华人民共和国甲条例 中华人民共和国乙法": ["中华人民共和国甲条例", "中华人民共和国乙法"],
    "政府信息公开条例 预算法": ["政府信息公开条例", "预算法"],
    "《甲法》/《乙法》": ["《甲法》", "《乙法》"],
    "《甲法》|《乙法》+《丙法》": ["《甲法》", "《乙法》", "《丙法》"],
    "●《甲法》●《乙法》": ["《甲法》", "《乙法》"],
    "-《甲法》\n-《乙法》": ["《甲法》", "《乙法》"],
    "一、《甲法》 二、《乙法》": ["《甲法》", "《乙法》"],
    "[法律]《甲法》[法规]《乙条例》": ["《甲法》", "《乙条例》"],
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
    "关于印发《甲方案》、《乙方案》的通知": ["关于印发《甲方案》、《乙方案》的通知"],
    # numbers of a list that lost their stop
    "1.《甲条例》（国务院令第711号） 2《乙法》（2007年通过） 3《丙条例》": [
        "《甲条例》（国务院令第711号）",
        "《乙法》（2007年通过）",
        "《丙条例》",
    ],
    "1 .甲管理办法:2 .乙条例；3 .丙法": ["甲管理办法", "乙条例", "丙法"],
    # a bracket that nothing closes holds nothing together
    "《甲通知》（示政发(2014)74号、《乙通知》示民发(2018)74号": [
        "《甲通知》（示政发(2014)74号",
        "《乙通知》示民发(2018)74号",
    ],
    # words between two citations
    "《信息公开条例》及相关规定、根据国务院《社会救助暂行办法》": [
        "《信息公开条例》及相关规定",
        "根据国务院《社会救助暂行办法》",
    ],
    "《信息公开条例》及相关规定《社会救助暂行办法》": [
        "《信息公开条例》及相关规定",
        "《社会救助暂行办法》",
    ],
    # a line that ends within a title or an issuer's name
    "《甲办法》、各地配套政策\n法规文件": ["《甲办法》", "各地配套政策", "法规文件"],
    "《甲办法》、各地配套政\n策法规文件": ["《甲办法》", "各地配套政策法规文件"],
    "中华人民共和国政府信息\n公开条例": ["中华人民共和国政府信息公开条例"],
    "关于推进中小学信息公开工\n作的意见\n政府信息公开条例": [
        "关于推进中小学信息公开工作的意见",
        "政府信息公开条例",
    ],
    "民政部关于印发《甲办法》的\n通知、民政部关于贯彻《乙意见》的通知": [
        "民政部关于印发《甲办法》的通知",
        "民政部关于贯彻《乙意见》的通知",
    ],
    "民政部关于印发《甲办法》的 通知、民政部关于贯彻《乙意见》的通知": [
        "民政部关于印发《甲办法》的通知",
        "民政部关于贯彻《乙意见》的通知",
    ],
    "财政部等6部门\n《专项资金管理办法》": ["财政部等6部门《专项资金管理办法》"],
    "【法律】相关法律【规章】《甲办法》": ["相关法律", "《甲办法》"],
    "关于推进甲工作的意见、政府信息公开条例": ["关于推进甲工作的意见", "政府信息公开条例"],
    "关于修改甲条例、乙条例、丙条例的决定": ["关于修改甲条例、乙条例、丙条例的决定"],
    # articles, and text that is quoted from the law
    "《食品安全法》\n第一百一十八条": ["《食品安全法》第一百一十八条"],
    "《甲条例》国务院令第711号，第二十条第七款：财政预算、决算信息。": [
        "《甲条例》国务院令第711号，第二十条第七款：财政预算、决算信息"
    ],
    "《甲通知》国办发〔2017〕47号：发布本地区的信息，可包括姓名等，以及讲话。\n《乙法》": [
        "《甲通知》国办发〔2017〕47号：发布本地区的信息，可包括姓名等，以及讲话",
        "《乙法》",
    ],
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
    "主席令第二十一号": "主席令第21号",
    "国务院令第七百一十一号": "国务院令第711号",
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
        ("《甲法》（主席令第二十一号）", "主席令第21号"),
        ("《甲办法》（司法部令2017年第138号）", "司法部令2017年第138号"),
        ("《甲决定》（国务院令2016年第617号）", "国务院令第617号"),
        ("《甲公告》（国家税务总局公告2014年第40号）", "国家税务总局公告2014年第40号"),
        (
            "《甲办法》（发文字号建设部令第11号，发布日期2012年05月28日，发布机关建设部）",
            "建设部令第11号",
        ),
        ("《甲意见》（2016年12月8日发布，建保〔2016〕281号）", "建保〔2016〕281号"),
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


@pytest.mark.parametrize(
    "article", ["第一千零三十四条", "第四十八条第（一）款", "第二十条第（十一）项", "第五条之一"]
)
def test_an_article_is_read_whole(article: str) -> None:
    [citation], notices = read_citations(f"《民法典》{article}")
    assert (citation.article, notices) == (article.replace("（", "(").replace("）", ")"), ())


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
        ("《教育部关于推进信息公开工作的意见", "basis-bracket-mended"),
        ("税收征收管理法》第五条", "basis-bracket-mended"),
        ("《教育部关于推进信息公开", "basis-unclosed"),
        ("《甲办法", "basis-bracket-mended"),
        ("《甲办法》依照《乙办法》执行", "basis-several"),
        ("《食品安全法》第一百一十八夆", "basis-article-unread"),
        ("《食品安全法》第一百一十八", "basis-article-unread"),
        ("《食品安全法》弟一百一十八条", "basis-article-unread"),
        ("《甲办法》（国劳院令第649号）", "basis-title-near"),
        ("《关干全面推进政务公开工作的意见》（中办发〔2016〕8号）", "basis-title-near"),
        ("《中华人民共和国政府信息公开条倒》", "basis-title-near"),
        ("《中华入民共和国示例法》", "basis-title-near"),
        ("《税收征收管埋法》", "basis-title-near"),
        ("《政府信公开条例》", "basis-title-near"),
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


def test_a_law_that_is_known_keeps_its_name_whatever_is_printed_in_it() -> None:
    [citation], _ = read_citations("《中华人民共和国固体废 、物污染环境防治法》")
    assert citation.law
    assert citation.law.title == "固体废物污染环境防治法"


def test_a_title_that_ends_in_brackets_is_whole() -> None:
    assert read_citations("《甲转发<乙关于普法的第七个五年规划（2016－2020年）>》")[1] == ()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("《教育部关于推进信息公开工作的意见", "教育部关于推进信息公开工作的意见"),
        ("（税收征收管理法》第五条", "税收征收管理法"),
        ("《甲办法（国发〔2016〕8号）", "甲办法"),
        (
            "国务院办公厅印发《关于全面推进政务公开工作的意见》实施细则的通知（国办发〔2016〕80号）",
            "国务院办公厅印发《关于全面推进政务公开工作的意见》实施细则的通知",
        ),
        ("财政部印发《甲资金管理办法》", "甲资金管理办法"),
    ],
)
def test_a_title_is_taken_whole(text: str, title: str) -> None:
    [citation], _ = read_citations(text)
    assert citation.law
    assert citation.law.title == title


@pytest.mark.parametrize(
    "text",
    ["《教师法》", "《律师法》", "《城乡规划法》", "《城市规划法》", "《示例市就业促进条例》"],
)
def test_laws_with_like_names_are_no_misprints(text: str) -> None:
    assert read_citations(text)[1] == ()


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("《预算法》及其实施条例", True),
        ("《食品安全法》和实施细则", True),
        ("《预算法》第十四条", False),
        ("《预算法及其实施条例释义》", False),
    ],
)
def test_a_law_that_is_cited_by_another_alone_is_told(text: str, *, several: bool) -> None:
    _, notices = read_citations(text)
    assert ("basis-several" in [one.code for one in notices]) is several


@pytest.mark.parametrize("run", ["　", "、", "和", "1", " 、"])
def test_a_list_is_cut_in_linear_time(run: str) -> None:
    told, _ = read_citations(f"《预算法》{run * (90_000 // len(run))}乙《会计法》")
    assert told[0].text.startswith("《预算法》")
    assert "《会计法》" in told[-1].text
