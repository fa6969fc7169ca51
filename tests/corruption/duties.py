"""The truth: duties with every field as it should be read, drawn from a seeded generator."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

Rule = tuple[str, str, int | None, str, str]
"""Kind, trigger, amount, unit, date."""
Cited = tuple[str, str, str]
"""Title, number, article."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit as printed and as it should be read."""

    text: str = ""
    rules: tuple[Rule, ...] = ()
    retention: str = ""
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Basis:
    """A legal basis as printed and what it cites."""

    text: str
    laws: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Duty:
    """One item; choices are the labels of what is ticked, empty where there is no such column."""

    ordinal: str
    matters: tuple[str, ...]
    content: str
    basis: Basis
    limit: Limit
    agency: str
    site: str
    phone: str
    channels: frozenset[str]
    answers: dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a field of choices: how it is printed, and the terms that it stands for."""

    printed: str
    labels: tuple[str, ...]


OPTIONS: dict[str, tuple[tuple[Option, ...], ...]] = {
    "audience": (
        (Option("全社会", ("全社会",)), Option("特定群体", ("特定群体",))),
        (Option("社会", ("全社会",)), Option("特定群众", ("特定群体",))),
    ),
    "mode": (
        (Option("主动", ("主动公开",)), Option("依申请公开", ("依申请公开",))),
        (Option("主动公开", ("主动公开",)), Option("依申请", ("依申请公开",))),
    ),
    "level": (
        (Option("县级", ("县级",)), Option("乡级", ("乡级",))),
        (Option("县级", ("县级",)), Option("乡、村级", ("乡级", "村级"))),
        (Option("市级", ("市级",)), Option("县级", ("县级",)), Option("乡镇级", ("乡级",))),
    ),
}
"""The ways in which each field of choices is printed."""

MATTERS = (
    ("政策文件", ("法律法规", "规范性文件", "政策解读")),
    ("行政许可", ("许可指南", "许可结果")),
    ("资金管理", ("资金分配", "资金使用", "绩效评价")),
    ("监督检查", ("检查计划", "检查结果")),
    ("公共服务", ("服务指南", "办理流程", "咨询投诉")),
)
_DEEPEST = ("基本信息", "办理信息", "结果信息")
_CONTENTS = (
    "文件名称、文号、发文机关、全文",
    "1. 申请条件 2. 办理程序 3. 办理结果",
    "补助对象名单及金额",
    "检查对象、检查事项、检查结果",
    "●办理地点 ●联系电话 ●投诉渠道",
    "年度计划及完成情况",
    "项目名称、资金规模、实施单位及完成时限",
)
_BASES = (
    Basis(
        "《中华人民共和国政府信息公开条例》（国务院令第711号）",
        (("中华人民共和国政府信息公开条例", "国务院令第711号", ""),),
    ),
    Basis(
        "《中华人民共和国义务教育法》、《中华人民共和国预算法》",
        (("义务教育法", "", ""), ("预算法", "", "")),
    ),
    Basis(
        "《社会救助暂行办法》（国务院令第649号）", (("社会救助暂行办法", "国务院令第649号", ""),)
    ),
    Basis("《中华人民共和国食品安全法》第一百一十八条", (("食品安全法", "", "第一百一十八条"),)),
    Basis(
        "《关于全面推进政务公开工作的意见》（中办发〔2016〕8号）",
        (("关于全面推进政务公开工作的意见", "中办发〔2016〕8号", ""),),
    ),
)
_LIMITS = (
    Limit(
        "信息形成或者变更之日起20个工作日内",
        (("limit", "formed-or-changed", 20, "working-day", ""),),
    ),
    Limit("作出行政决定之日起7个工作日内", (("limit", "decision-made", 7, "working-day", ""),)),
    Limit("公示不少于10天", (("display", "", 10, "day", ""),)),
    Limit("每年1月31日前", (("date", "", None, "", "--01-31"),)),
    Limit(
        "信息形成（变更）10个工作日内，保持长期公开",
        (("limit", "formed-or-changed", 10, "working-day", ""),),
        "permanent",
    ),
    Limit("及时公开", vague=True),
    Limit(),
)
_AGENCIES = (
    "县民政局",
    "综合科",
    "县教育局、各乡镇人民政府",
    "乡镇人民政府（街道办事处）",
    "后扶科",
)
_SITES = (
    "示例县人民政府网-政务公开-信息公开目录-基础信息公开",
    "首页>政务公开>重点领域信息公开>民生保障",
)
CHANNELS = ("政府网站", "政府公报", "两微一端", "公开查阅点", "政务服务中心", "其他")
_PHONES = ("0371-66001122", "12345", "")


def draw_duties(
    random: Random, count: int, depth: int, options: dict[str, tuple[Option, ...]]
) -> tuple[Duty, ...]:
    """That many duties with matters of that depth, answering the fields of ``options``."""
    pairs = [(first, second) for first, seconds in MATTERS for second in seconds]
    start = random.randrange(len(pairs))
    one_limit = random.choice(_LIMITS[:2]) if random.random() < 0.3 else None
    one_basis = random.choice(_BASES) if random.random() < 0.2 else None
    drawn = []
    for place in range(count):
        first, second = pairs[(start + place) % len(pairs)]
        content = random.choice(_CONTENTS)
        drawn.append(
            Duty(
                ordinal=str(place + 1),
                matters=(first, second, random.choice(_DEEPEST))[:depth],
                content=f"{second}：{content}" if random.random() < 0.5 else content,
                basis=one_basis or random.choice(_BASES),
                limit=one_limit or random.choice(_LIMITS),
                agency=random.choice(_AGENCIES),
                site=random.choice(_SITES),
                phone=random.choice(_PHONES),
                channels=frozenset(random.sample(CHANNELS, random.randint(1, len(CHANNELS)))),
                answers={name: _answer(random, given) for name, given in options.items()},
            )
        )
    return tuple(drawn)


def _answer(random: Random, options: tuple[Option, ...]) -> frozenset[str]:
    """Mostly the first option, as nearly all catalogs have it."""
    chosen = options[0] if random.random() < 0.9 else random.choice(options)
    return frozenset(chosen.labels)
