"""Tables without a header: read where their cells prove a disclosure catalog, and never else."""

from __future__ import annotations

import pytest
from interpret_samples import document, read

from govdisclose_ld.errors import InputError
from govdisclose_ld.interpret import Known, interpret
from govdisclose_ld.model import Catalog, State

REGULATION = "《中华人民共和国政府信息公开条例》（国务院令第711号）"
TWENTY = "信息形成或者变更之日起20个工作日内"
BUREAU = "示例县民政局"
FORM = "■政府网站 □政府公报 □两微一端 ■公开查阅点"
BODY = [
    ["1", "综合业务", "政策文件", "文件名称、文号", REGULATION, TWENTY, BUREAU, FORM],
    ["2", "综合业务", "工作动态", "工作简报", REGULATION, TWENTY, BUREAU, FORM],
    ["3", "临时救助", "办事指南", "申请材料、办理流程", REGULATION, TWENTY, BUREAU, FORM],
    ["4", "临时救助", "审批结果", "结果文书", REGULATION, TWENTY, BUREAU, FORM],
]
TICKS = [["√", "", "√", "", "√", ""]] * 4
HEADER = [
    "序号",
    "一级事项",
    "二级事项",
    "公开内容",
    "公开依据",
    "公开时限",
    "公开主体",
    "公开渠道",
]


def fields(catalog: Catalog, table: int = 1) -> list[str]:
    return [
        f"{c.field}{c.level or ''}{[t.id for t in c.terms] or ''}"
        for c in catalog.columns
        if c.table == table
    ]


def codes(catalog: Catalog) -> list[tuple[str, int, int]]:
    return [(f.code, f.ref.table, f.ref.row) for f in catalog.findings if f.ref.table]


def test_columns_are_told_by_their_cells_and_the_table_says_so() -> None:
    catalog = read(BODY)
    told = ["ordinal", "matters1", "matters2", "content", "basis", "time_limit", "agency"]
    assert fields(catalog) == [*told, "channels"]
    assert [i.ordinal for i in catalog.items] == ["1", "2", "3", "4"]
    assert [m.label for m in catalog.items[2].matters] == ["临时救助", "办事指南"]
    assert catalog.items[0].channels.state is State.READ
    assert all(column.score < 0.9 for column in catalog.columns)
    assert codes(catalog) == [
        ("header-inferred", 1, 0),
        *(("field-by-place", 1, row) for row in range(1, 5)),
    ]


def test_every_row_says_which_of_its_fields_were_taken_by_place() -> None:
    [found, *_] = [f for f in read(BODY).findings if f.code == "field-by-place"]
    assert "一级事项、二级事项、公开内容" in found.message_zh
    assert (found.ref.row, found.ref.column) == (1, 4)


def test_headings_that_nobody_knows_stay_printed() -> None:
    strange = ["栏号", "大类", "小类", "写什么", "凭什么", "多久", "谁来办", "在哪看"]
    catalog = read([strange, *BODY])
    assert [c.heading for c in catalog.columns] == strange
    assert fields(catalog) == fields(read(BODY))
    assert [r.kind for r in catalog.rows] == ["header", *["item"] * 4]
    assert codes(catalog)[0] == ("header-by-contents", 1, 1)


def test_a_heading_that_speaks_of_another_thing_keeps_its_column_from_being_taken() -> None:
    strange = ["栏号", "大类", "小类", "写什么", "凭什么", "办理多久", "谁监督", "在哪看"]
    assert fields(read([strange, *BODY]))[5:] == ["", "", "channels"]


def test_ticks_without_a_heading_are_unknown_and_kept() -> None:
    rows = [[*row, *ticks] for row, ticks in zip(BODY, TICKS, strict=True)]
    catalog = read(rows)
    item = catalog.items[0]
    assert {item.audience.state, item.mode.state, item.level.state} == {State.UNKNOWN}
    assert item.channels.state is State.READ
    assert [extra.text for extra in item.extra] == ["√"] * 3
    found = [f for f in catalog.findings if f.code in ("ticks-unheaded", "mark-unassigned")]
    assert [f.code for f in found].count("ticks-unheaded") == 1
    assert [f.code for f in catalog.findings_of(item)].count("mark-unassigned") == 3


def test_a_column_of_channels_in_ticks_leaves_the_channels_unknown() -> None:
    rows = [[*row[:7], *ticks] for row, ticks in zip(BODY, TICKS, strict=True)]
    assert read(rows).items[0].channels.state is State.UNKNOWN


def test_two_columns_that_read_alike_are_neither() -> None:
    rows = [[*row[:7], "示例县人民政府办公室", row[7]] for row in BODY]
    catalog = read(rows)
    assert fields(catalog)[6:] == ["", "", "channels"]
    assert {item.agencies for item in catalog.items} == {()}


def test_a_line_above_the_rows_is_the_title() -> None:
    title = ["示例县社会救助领域政务公开标准目录", *[""] * 7]
    catalog = read([title, *BODY], prose=())
    assert catalog.title == title[0]
    assert [r.kind for r in catalog.rows] == ["note", *["item"] * 4]


def test_pages_without_any_header_are_read_by_what_all_of_them_hold() -> None:
    catalog = read(BODY[:1], BODY[1:2], BODY[2:])
    assert [i.ordinal for i in catalog.items] == ["1", "2", "3", "4"]
    found = [code for code, _, row in codes(catalog) if row in (0, 1) and code[:6] == "header"]
    assert found == ["header-inferred", "header-missing", "header-missing"]


def test_pages_before_the_first_header_are_read_by_it() -> None:
    catalog = read(BODY[:2], [HEADER, *BODY[2:]])
    assert [i.ordinal for i in catalog.items] == ["1", "2", "3", "4"]
    assert codes(catalog) == [("header-borrowed", 1, 0)]


def test_rows_above_the_header_of_their_own_table_are_read_by_it() -> None:
    catalog = read([*BODY[:2], HEADER, *BODY[2:]])
    assert [i.ordinal for i in catalog.items] == ["1", "2", "3", "4"]
    assert codes(catalog) == [("header-borrowed", 1, 1)]


def test_another_order_of_columns() -> None:
    order = [1, 0, 2, 3, 6, 7, 5, 4]
    catalog = read([[row[i] for i in order] for row in BODY])
    told = ["matters1", "ordinal", "matters2", "content", "agency", "channels", "time_limit"]
    assert fields(catalog) == [*told, "basis"]


def test_plain_words_that_could_be_a_basis_are_no_content() -> None:
    rows = [[*row[:4], "相关政策文件", *row[5:]] for row in BODY]
    with pytest.raises(InputError):
        read(rows)


def test_a_list_of_limits_alone_is_no_catalog() -> None:
    with pytest.raises(InputError):
        read([[row[0], row[5]] for row in BODY])


LISTS = {
    "contacts": [
        ["1", "示例县民政局", "张三", "0000-1234567", "政务服务中心三楼"],
        ["2", "示例县财政局", "李四", "0000-1234568", "政务服务中心二楼"],
        ["3", "示例县教育局", "王五", "0000-1234569", "政务服务中心一楼"],
    ],
    "budget": [
        ["1", "城乡低保资金", "1200", "示例县民政局", "2020年12月31日前"],
        ["2", "临时救助资金", "300", "示例县民政局", "2020年12月31日前"],
        ["3", "特困供养资金", "560", "示例县民政局", "2020年12月31日前"],
    ],
    "navigation": [
        ["首页", "政务公开", "政府信息公开指南", "依申请公开", "政府公报"],
        ["法定主动公开内容", "政府网站", "两微一端", "新闻发布会", "政务服务中心"],
    ],
    "attachments": [
        ["附件1", "示例县社会救助领域基层政务公开标准目录", "主动公开"],
        ["附件2", "示例县养老服务领域基层政务公开标准目录", "主动公开"],
        ["附件3", "示例县户籍管理领域基层政务公开标准目录", "主动公开"],
    ],
    "laws": [
        ["1", "《中华人民共和国政府信息公开条例》", "国务院令第711号", "2019年5月15日"],
        ["2", "《关于全面推进政务公开工作的意见》", "中办发〔2016〕8号", "2016年2月17日"],
    ],
    "documents": [
        [
            "1",
            "关于印发社会救助办法的通知",
            "示政办发〔2020〕8号",
            "主动公开",
            "示例县民政局",
            "有效",
        ],
        ["2", "关于调整低保标准的通知", "示政办发〔2020〕9号", "主动公开", "示例县财政局", "有效"],
        ["3", "关于临时救助工作的通知", "示政办发〔2020〕10号", "主动公开", "示例县民政局", "有效"],
    ],
    "powers": [
        ["1", "社会团体成立登记", "行政许可", REGULATION, BUREAU, "自受理之日起20个工作日内"],
        ["2", "社会团体变更登记", "行政许可", REGULATION, BUREAU, "自受理之日起20个工作日内"],
        ["3", "社会团体注销登记", "行政许可", REGULATION, BUREAU, "自受理之日起20个工作日内"],
    ],
    "services": [
        ["1", "城乡低保办理", "申请书、身份证", REGULATION, BUREAU, "20个工作日", "政务服务中心"],
        ["2", "临时救助办理", "申请书、户口簿", REGULATION, BUREAU, "15个工作日", "政务服务中心"],
        ["3", "特困供养办理", "申请书、收入证明", REGULATION, BUREAU, "10个工作日", "便民服务站"],
    ],
    "tasks": [
        ["1", "加强政策解读", "示例县人民政府办公室", "及时公开", "持续推进"],
        ["2", "做好财政信息公开", "示例县财政局", "每年1月31日前", "年底前完成"],
        ["3", "规范依申请公开", "示例县司法局", "长期公开", "持续推进"],
    ],
    "publicity": [
        ["1", "政策宣传", "电视、报纸", "政府网站、公众号", "示例县融媒体中心", "每年12月31日前"],
        ["2", "业务培训", "集中授课", "会议", "示例县民政局", "每年6月30日前"],
        ["3", "典型宣传", "专栏", "政府网站", "示例县融媒体中心", "每年9月30日前"],
    ],
    "requests": [
        ["1", "张三", "低保名单", "2020-3-1", "依申请公开", "20个工作日", "示例县民政局"],
        ["2", "李四", "救助标准", "2020-4-1", "依申请公开", "20个工作日", "示例县民政局"],
    ],
    "ticks": [
        ["1", "示例县民政局", "√", "", "√"],
        ["2", "示例县财政局", "√", "√", ""],
        ["3", "示例县教育局", "", "√", "√"],
    ],
    "assessment": [
        ["1", "政策文件公开", "10", "每季度", "政府网站", "示例县人民政府办公室"],
        ["2", "财政预决算公开", "15", "每季度", "政府网站", "示例县财政局"],
        ["3", "办事指南公开", "5", "每季度", "政府网站", "示例县政务服务中心"],
    ],
    "fees": [
        ["1", "居民身份证工本费", "20元/证", "《居民身份证法》", "示例县公安局", "窗口"],
        ["2", "不动产登记费", "80元/件", "《不动产登记暂行条例》", "示例县自然资源局", "窗口"],
    ],
    "one row": BODY[:1],
    "nothing": [["", ""], ["", ""]],
}


@pytest.mark.parametrize("name", LISTS)
def test_what_only_looks_like_a_catalog_is_refused(name: str) -> None:
    with pytest.raises(InputError):
        read(LISTS[name])


@pytest.mark.parametrize("name", LISTS)
def test_beside_a_catalog_it_is_left_unread_and_reported(name: str) -> None:
    catalog = interpret(document([HEADER, *BODY], LISTS[name]), Known())
    assert {item.source.table for item in catalog.items} <= {1} or name == "one row"
    if name not in ("one row", "nothing"):
        assert [c for c, table, _ in codes(catalog) if table == 2] == ["header-unknown"]
