"""Make every generated part of the docs anew: ``python docs/refresh.py``.

Reference pages come from the command line's own help and from the knowledge files; in README,
tutorial and how-tos the output below each ``$ command`` of a ``console`` block comes from running
it. Tests compare both with what stands in the repository.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from govdisclose_ld.cli.root import COMMANDS, load_command
from govdisclose_ld.interpret.explanations import explanations
from govdisclose_ld.standards.manual import renew_page as renew_standards
from govdisclose_ld.validation import describe_shapes

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "docs/reference"
WITH_EXAMPLES = (
    ROOT / "README.md",
    ROOT / "docs/tutorial.md",
    *sorted((ROOT / "docs/how-to").glob("*.md")),
)
_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"^<!-- file: (\S+) -->\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ENVIRONMENT = {"COLUMNS": "100", "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}

_EXIT_CODES = """\
| 退出码 exit code | 含义 | meaning |
| --- | --- | --- |
| 0 | 通过 | passes |
| 1 | 有达到 `--fail-on` 级别的发现；`diff --exit-code` 有实质变化 | \
findings at or above `--fail-on`; changes found by `diff --exit-code` |
| 2 | 命令用法不对，或结果不能写入 | wrong usage, or a result that cannot be written |
| 3 | 有输入读不出来（其余的照常完成） | an input cannot be read (the others are done) |
| 4 | 规则、查询或配置有误 | bad shapes, query or configuration |
| 5 | 远程端点出错或超时 | an endpoint failed or timed out |
| 130 | 被中断（Ctrl-C） | interrupted |
| 141, 143 | 读取输出的程序已退出；被终止 | whoever read the output has gone; terminated |
"""


def references() -> dict[Path, str]:
    """The generated reference pages by path."""
    return {
        REFERENCE / "cli.md": "\n".join(_cli_page()),
        REFERENCE / "findings.md": "\n".join(_findings_page()),
        REFERENCE / "standards.md": renew_standards(
            (REFERENCE / "standards.md").read_text("utf-8")
        ),
    }


def with_output(page: str, folder: Path) -> str:
    """The page with the real output below each command of its ``console`` blocks.

    Commands run one after the other in ``folder``. A block after ``<!-- file: NAME -->`` is
    written there as a file, once the commands above it have run.
    """
    pieces, end = [], 0
    parts = [*_FILE.finditer(page), *_BLOCK.finditer(page)]
    for part in sorted(parts, key=lambda match: match.start()):
        pieces.append(page[end : part.start()])
        pieces.append(_done(part, folder))
        end = part.end()
    return "".join([*pieces, page[end:]])


def example_folder(path: Path) -> Path:
    """A folder for the examples of one page: what a fresh clone has of data, and nothing else."""
    shutil.copytree(ROOT / "data", path / "data")
    return path


def _done(part: re.Match[str], folder: Path) -> str:
    if part.re is _BLOCK:
        return "".join(_run(part[0], folder))
    file = folder / part[1]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(part[2], encoding="utf-8")
    return part[0]


def _run(block: str, folder: Path) -> Iterator[str]:
    for line in block.splitlines():
        if line.startswith("$ "):
            yield f"{line}\n"
            yield _output(line.removeprefix("$ "), folder)


def _output(command: str, folder: Path) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={**os.environ, **_ENVIRONMENT, "PATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    text = done.stdout.decode("utf-8")
    if "Traceback (most recent call last)" in text:
        raise RuntimeError(f"{command}\n{text}")  # no page shows a fault of the program
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())


def _cli_page() -> Iterator[str]:
    yield "# 命令 Command line\n"
    yield "<!-- 由 docs/refresh.py 生成 made by docs/refresh.py -->\n"
    yield (
        "标准输出是数据，标准错误是说明；`-` 是标准输入或标准输出；无论什么语言环境都用 UTF-8。\n"
        "Standard output is data, standard error is talk; `-` is standard input or output; UTF-8 "
        "whatever the locale.\n"
    )
    yield _EXIT_CODES
    for name in COMMANDS:
        command = load_command(name)
        yield f"## govdisclose {name}\n\n{_cleaned(command.help)}\n"
        yield "| 参数 argument | 默认 default | 说明 meaning |\n| --- | --- | --- |"
        yield from (_parameter(parameter) for parameter in command.params)
        yield ""


def _parameter(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        name = parameter.metavar or parameter.name.upper()
        many = " …" if parameter.nargs == -1 else ""
        shown = f"`{name.strip('[]')}`{many}"
    else:
        names = ", ".join(f"`{option}`" for option in parameter.opts)
        shown = f"{names} {_value(parameter)}".strip()
    return f"| {shown} | {_default(parameter)} | {_cell(parameter.help or '')} |"


def _value(parameter: Any) -> str:
    choices = parameter.type_descriptor.choices
    if choices:
        return " \\| ".join(f"`{choice.value}`" for choice in choices)
    return f"*{parameter.metavar}*" if parameter.metavar else ""


def _default(parameter: Any) -> str:
    if parameter.required:
        return "必填 required"
    if isinstance(parameter.show_default, str):
        return f"`{parameter.show_default}`"
    default = parameter.default
    return f"`{getattr(default, 'value', default)}`" if default else ""


def _findings_page() -> Iterator[str]:
    yield "# 发现代码 Findings\n"
    yield "<!-- 由 docs/refresh.py 生成 made by docs/refresh.py -->\n"
    yield (
        "代码是稳定的，可以据此筛选和豁免。先是目录完整性（`completeness`）的规则，"
        "再是读取时的发现；其他规则用 `govdisclose list shapes NAME` 查看。\n"
        "Codes are stable: filter and waive by them. First the rules of completeness, then what "
        "the reading finds; other shapes are listed by `govdisclose list shapes NAME`.\n"
    )
    yield "# 完整性 Completeness\n"
    for rule in describe_shapes("completeness"):
        yield f"## {rule.code}\n\n{rule.severity.value}\n"
        yield f"- {rule.message.zh}\n  {rule.message.en}"
        yield f"- 依据 source：{rule.source.zh}"
        yield f"- 处理 remedy：{rule.remedy.zh}\n  {rule.remedy.en}\n"
    yield "# 读取 Reading\n"
    for code, entry in explanations().items():
        yield f"## {code}\n\n{entry.severity.value}\n"
        yield f"- {_words(entry.zh)}\n  {_words(entry.en)}"
        yield f"- 原因 cause：{entry.cause_zh}\n  {entry.cause_en}"
        yield f"- 处理 remedy：{entry.remedy_zh}\n  {entry.remedy_en}"
        if entry.told_by:
            same = ", ".join(f"`{one}`" for one in sorted(entry.told_by))
            yield f"- 同一格已有下列发现时不另列 not given where the cell has one of：{same}"
        yield ""


def _words(message: str) -> str:
    """A message with its placeholders shown as such."""
    return re.sub(r"\{(\w+)\}", r"*\1*", message)


def _cleaned(text: str) -> str:
    return "\n".join(line.strip() for line in text.strip().splitlines())


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def main() -> None:
    """Write every page whose generated parts have changed."""
    pages = references()
    for path in WITH_EXAMPLES:
        with TemporaryDirectory() as folder:
            page = path.read_text(encoding="utf-8")
            pages[path] = with_output(page, example_folder(Path(folder)))
    for path, content in pages.items():
        if not path.exists() or path.read_text(encoding="utf-8") != content:
            path.write_text(content, encoding="utf-8")
            print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
