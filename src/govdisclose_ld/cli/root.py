"""The root of the command line: its commands by name, their errors as exit codes.

A command's module is imported when it is called, so that ``--version`` and ``--help`` do not wait
for the RDF engines.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from importlib import import_module
from importlib.metadata import version
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from govdisclose_ld.cli.console import discard_output, say, say_error
from govdisclose_ld.errors import GovDiscloseError

INTERRUPTED = 130  # 128 + SIGINT, as shells have it
READER_GONE = 141  # 128 + SIGPIPE

COMMANDS = {
    "inspect": "看一份文件被读成了什么 (what was read from a document)",
    "convert": "转换为关联数据、JSON、Excel (as linked data, JSON, Excel)",
    "validate": "按规则检查目录，逐格定位 (check catalogs; each finding at its cell)",
    "compare": "与标准对照、各地互相比较 (catalogs against a standard, and each other)",
    "diff": "两个版本逐项比较 (two versions of a catalog, item by item)",
    "load": "把目录载入数据库 (put catalogs into a store)",
    "query": "向数据库或远程端点提问 (ask a store or a remote endpoint)",
    "sample": "生成合成样例目录 (synthetic catalogs, marked as such)",
    "build": "按来源清单生成全部成果 (make everything from a list of sources)",
    "align": "列出与标准事项的对应关系，供人核对 (mappings to a standard, for review)",
    "list": "列出规则、查询、标准、发现代码、格式 (what there is: shapes, queries …)",
}


class LazyGroup(TyperGroup):
    """The commands of :data:`COMMANDS`; ``inspect`` is in the module ``inspect_command``."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """The names in the order in which they are met."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> TyperCommand | None:  # noqa: ARG002
        """What help needs of a command: its name and one line."""
        summary = COMMANDS.get(cmd_name)
        return TyperCommand(cmd_name, help=summary) if summary else None

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[Any, Any, list[str]]:
        """The command itself, for it is about to be called."""
        name, stub, rest = super().resolve_command(ctx, args)
        return name, load_command(name) if stub and name else stub, rest

    def invoke(self, ctx: Any) -> Any:
        """Run the command; what it raises becomes a message and an exit code."""
        with _exits(), _progress():
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result


def load_command(name: str) -> Any:
    """The command of that name, from its module."""
    return get_command(import_module(f"govdisclose_ld.cli.{name}_command").app)


def new_app(**options: Any) -> typer.Typer:
    """An application for one command."""
    return typer.Typer(add_completion=False, rich_markup_mode=None, **options)


@contextmanager
def _exits() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError as error:
        discard_output()
        raise typer.Exit(READER_GONE) from error
    except GovDiscloseError as error:
        say_error(error)
        raise typer.Exit(error.exit_code) from error
    except KeyboardInterrupt as error:
        say("已中断 (interrupted)")
        raise typer.Exit(INTERRUPTED) from error


def _progress() -> AbstractContextManager[None]:
    """On a terminal, long documents show how far they have been read."""
    if not sys.stderr.isatty():
        return nullcontext()
    shown: AbstractContextManager[None] = import_module(
        "govdisclose_ld.cli.progress"
    ).shown_progress()
    return shown


def _show_version(wanted: bool) -> None:  # noqa: FBT001
    if wanted:
        typer.echo(f"govdisclose {version('govdisclose-ld')}")
        raise typer.Exit


root_app = new_app(cls=LazyGroup, no_args_is_help=True)


@root_app.callback()
def _root(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_show_version,
            is_eager=True,
            help="显示版本 (show the version)",
        ),
    ] = False,
) -> None:
    """政务公开标准目录 → 可检查、可查询的关联数据。

    Linked data from Chinese government disclosure catalogs: read, check, compare, publish.
    """


app = get_command(root_app)
