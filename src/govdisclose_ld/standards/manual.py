"""The reference page of the standards, made from their files.

``python -m govdisclose_ld.standards.manual`` writes the generated part of
``docs/reference/standards.md`` again; what stands above its mark is written by hand.
"""

from __future__ import annotations

from collections.abc import Iterator

from govdisclose_ld import assets
from govdisclose_ld.model import Phrase
from govdisclose_ld.standards.deviations import deviation_kinds
from govdisclose_ld.standards.files import list_standards
from govdisclose_ld.standards.requirements import code_label, limit_words
from govdisclose_ld.standards.values import Requirements, Standard, StandardMatter

PAGE = "docs/reference/standards.md"

MARK = "<!-- Below this line: made by python -m govdisclose_ld.standards.manual -->\n"
_OPTIONS = (
    ("channels", "channel", Phrase("勾选渠道", "channels ticked")),
    ("audience", "audience", Phrase("公开对象", "audience")),
    ("mode", "mode", Phrase("公开方式", "mode")),
    ("level", "level", Phrase("公开层级", "levels")),
    ("allowed_channels", "channel", Phrase("只列渠道", "no channels but")),
    ("allowed_modes", "mode", Phrase("只有方式", "no modes but")),
)


def renew_page(page: str) -> str:
    """``page`` with the part below its mark made again: each standard, the kinds of deviation."""
    standards = (line for one in list_standards() for line in _standard(one))
    return "".join([page.partition(MARK)[0], MARK, *standards, *_kinds()])


def _standard(standard: Standard) -> Iterator[str]:
    yield f"\n## {standard.id}\n\n{standard.title.zh} · {standard.title.en}\n\n"
    yield f"- 文号 number: {standard.identifier}\n- 来源 source: {standard.source}\n"
    field = code_label("field", standard.field) if standard.field else Phrase("全部", "all")
    yield f"- 领域 field: {field.zh} · {field.en}\n"
    if standard.shared:
        yield "- 由一个地方的各目录分担 shared out among the catalogs of a place\n"
    if standard.required:
        columns = assets.knowledge("vocabulary/columns.yml")["fields"]
        names = [Phrase.of(columns[name]["label"]) for name in standard.required]
        yield f"- 必须写明 must state: {_listed(names)}\n"
    for line in _asked(standard.required_of(None)):
        yield f"- {line}\n"
    for level, term in standard.defaults.retention:
        yield f"- 公开时长 retention: {_pair('level', level)}: {_pair('retention', term)}\n"
    for rule in standard.defaults.display:
        levels = ", ".join(_pair("level", level) for level in rule.scope)
        amount = f"{rule.amount} {_pair('unit', rule.unit)}"
        yield f"- 公示不少于 on display at least: {levels}: {amount}\n"
    if standard.note.zh:
        yield f"\n{standard.note.zh}\n{standard.note.en}\n"
    if standard.items:
        yield "\n| 事项 item | 名称 | name | 要求 asks |\n|---|---|---|---|\n"
        for matter in standard.matters:
            yield from _rows(standard, matter, 0)


def _rows(standard: Standard, matter: StandardMatter, depth: int) -> Iterator[str]:
    if matter.id:
        yield _row(depth, f"**{matter.id}**", matter.label, matter.article)
        depth += 1
    for item in matter.items:
        own = [
            line
            for line in _asked(standard.required_of(item))
            if line not in _asked(standard.required_of(None))
        ]
        yield _row(depth, f"`{item.id}`", item.label, "；".join([item.article, *own]).strip("；"))
    for below in matter.matters:
        yield from _rows(standard, below, depth)


def _row(depth: int, name: str, label: Phrase, asks: str) -> str:
    return f"| {'— ' * depth}{name} | {label.zh} | {label.en} | {asks} |\n"


def _asked(asked: Requirements) -> list[str]:
    lines = []
    if asked.time_limit:
        words = limit_words(asked.time_limit)
        lines.append(
            _line(Phrase("时限", "limit"), f"{words.zh} · {words.en}", asked, "time_limit")
        )
    for member, scheme, name in _OPTIONS:
        ids: tuple[str, ...] = getattr(asked, member)
        if ids:
            labels = [code_label(scheme, one) for one in ids]
            lines.append(_line(name, _listed(labels), asked, member))
    if asked.least_channels:
        name = Phrase("至少勾选渠道", "channels ticked at least")
        lines.append(_line(name, str(asked.least_channels), asked, "least_channels"))
    return lines


def _line(name: Phrase, value: str, asked: Requirements, member: str) -> str:
    article = asked.article(member)
    return f"{name.zh} {name.en}: {value}{f'（{article}）' if article else ''}"


def _listed(labels: list[Phrase]) -> str:
    return f"{'、'.join(one.zh for one in labels)} · {', '.join(one.en for one in labels)}"


def _pair(scheme: str, identifier: str) -> str:
    label = code_label(scheme, identifier)
    return f"{label.zh} {label.en}"


def _kinds() -> Iterator[str]:
    yield "\n## 偏离的种类 · Kinds of deviation\n\n"
    yield "| 种类 kind | 级别 severity | 含义 | meaning | 怎样改 | remedy |\n"
    yield "|---|---|---|---|---|---|\n"
    for kind in deviation_kinds():
        words = (kind.name.zh, kind.name.en, kind.remedy.zh, kind.remedy.en)
        yield f"| `{kind.code}` | {kind.severity} | {' | '.join(words)} |\n"


def _main() -> None:
    file = assets.path(PAGE)
    file.write_text(renew_page(file.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    _main()
