"""LibreOffice as a converter of documents from strangers: a profile of its own for each document,
no macros, no links, no network, and an end after a set time."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

_COMMANDS = (
    "soffice",
    "libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
_KEPT = ("PATH", "SYSTEMROOT", "LANG", "LC_ALL")
_NOWHERE = "127.0.0.1"
_DISCARD_PORT = 9
# Macros are off; no document is trusted, so that nothing it links to is loaded; what asks for the
# network all the same is sent to a proxy that is not there.
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", 3),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", True),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", True),
    ("Office.Writer/Content/Update", "Link", 0),
    ("Office.Calc/Content/Update", "Link", 1),
    ("Inet/Settings", "ooInetProxyType", 2),
    ("Inet/Settings", "ooInetNoProxy", ""),
    *(
        setting
        for kind in ("HTTP", "HTTPS", "FTP")
        for setting in (
            ("Inet/Settings", f"ooInet{kind}ProxyName", _NOWHERE),
            ("Inet/Settings", f"ooInet{kind}ProxyPort", _DISCARD_PORT),
        )
    ),
)


class ConversionError(Exception):
    """LibreOffice made nothing of a document; why, in Chinese and in English."""

    def __init__(self, zh: str, en: str):
        super().__init__(zh, en)
        self.zh = zh
        self.en = en


def find_program() -> str | None:
    """The command that runs LibreOffice, or None where it is not installed."""
    return next((found for command in _COMMANDS if (found := shutil.which(command))), None)


def convert_file(
    program: str, data: bytes, suffix: str, target: str, *, seconds: float, most: int
) -> bytes:
    """A document of the format ``suffix`` in the format ``target``.

    Raises ConversionError if nothing, or more than ``most`` bytes, comes out within ``seconds``;
    then no process is left behind.
    """
    with tempfile.TemporaryDirectory(prefix="govdisclose-") as folder:
        source = Path(folder, f"document{suffix}")
        source.write_bytes(data)
        made = Path(folder, "out", f"document.{target}")
        _run(_command(program, source, made), Path(folder), seconds)
        if not made.is_file():
            raise ConversionError("没有结果", "nothing came out")
        if made.stat().st_size > most:
            raise ConversionError(f"结果超过 {most} 字节", f"more than {most} bytes came out")
        return made.read_bytes()


def _command(program: str, source: Path, made: Path) -> list[str]:
    profile = source.with_name("profile")
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_registry(), encoding="utf-8")
    return [
        program,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--convert-to",
        made.suffix.lstrip("."),
        "--outdir",
        str(made.parent),
        str(source),
    ]


def _run(command: list[str], folder: Path, seconds: float) -> None:
    """Run the program in a session of its own, all of which is ended when the time is over."""
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
    environment |= {"HOME": str(folder), "TMPDIR": str(folder), "TEMP": str(folder)}
    try:
        process = subprocess.Popen(  # noqa: S603  (no shell, and no word of it is the document's)
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=environment,
            start_new_session=True,
        )
    except OSError as error:
        raise ConversionError("无法启动", f"it cannot be started ({error})") from error
    try:
        if process.wait(seconds):
            raise ConversionError("出错退出", f"it ended with code {process.returncode}")
    except subprocess.TimeoutExpired as error:
        raise ConversionError(
            f"超过 {seconds} 秒", f"it took more than {seconds} seconds"
        ) from error
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it started; its launcher leaves the program itself behind."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def _registry() -> str:
    """The settings of a profile, in the form in which LibreOffice keeps them."""
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{str(value).lower()}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><oor:items '
        'xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{items}</oor:items>'
    )
