"""Formats that LibreOffice must convert: what is asked of it, and what is said without it."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest
from readers_shown import shown
from readers_word import cell, document, package, paragraph, row, table

from govdisclose_ld.errors import InputError
from govdisclose_ld.readers import Limits, libreoffice, read_document

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
WORD = OLE + "WordDocument\0".encode("utf-16-le")
RTF = rb"{\rtf1\ansi\ansicpg936 \u26631?\u39064?}"


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a program named soffice on the path that does what ``script`` says."""
    program = folder / "soffice"
    program.write_text(
        f"#!{sys.executable}\nimport os, sys, pathlib, subprocess, time\n{script}", encoding="utf-8"
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


def test_an_old_word_file_is_read_from_what_libreoffice_makes_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    converted = document(paragraph("标题"), table(row(cell("序号"), cell("事项"))))
    (tmp_path / "made.docx").write_bytes(converted)
    script = (
        "source = pathlib.Path(sys.argv[-1])\n"
        "target = sys.argv[sys.argv.index('--convert-to') + 1]\n"
        "folder = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])\n"
        "assert '--headless' in sys.argv\n"
        "assert source.name == 'document.doc' and source.read_bytes()\n"
        "assert any(word.startswith('-env:UserInstallation=file:///') for word in sys.argv)\n"
        "assert source.with_name('profile').joinpath('user/registrymodifications.xcu').is_file()\n"
        "assert os.environ['HOME'] == str(source.parent) and 'SECRET' not in os.environ\n"
        "folder.mkdir()\n"
        f"made = pathlib.Path({str(tmp_path / 'made.docx')!r}).read_bytes()\n"
        "(folder / f'document.{target}').write_bytes(made)\n"
    )
    monkeypatch.setenv("SECRET", "1")
    stand_in(tmp_path, monkeypatch, script)
    read = read_document(WORD, name="目录.wps")
    assert shown(read) == ["P@0: 标题", "T1", "  1@0: 序号 | 事项", "F info converted 0,0,0@0"]
    assert (read.name, read.size, read.media_type) == ("目录.wps", len(WORD), "application/msword")


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("sys.exit(7)", "it ended with code 7"),
        ("", "nothing came out"),
        ("time.sleep(60)", "it took more than 1 seconds"),
    ],
)
def test_a_conversion_that_fails_or_hangs_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, reason: str
) -> None:
    stand_in(tmp_path, monkeypatch, script)
    with pytest.raises(InputError, match=f"could not convert the file: {reason}"):
        read_document(WORD, name="a.doc", limits=Limits(seconds=1))


@pytest.mark.skipif(os.name != "posix", reason="process groups are those of POSIX")
def test_a_conversion_that_hangs_leaves_no_process_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = tmp_path / "pid"
    script = (
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"pathlib.Path({str(note)!r}).write_text(str(child.pid))\n"
        "time.sleep(60)\n"
    )
    stand_in(tmp_path, monkeypatch, script)
    with pytest.raises(InputError, match="more than 1 seconds"):
        read_document(WORD, name="a.doc", limits=Limits(seconds=1))
    assert _has_ended(int(note.read_text()))


def _has_ended(pid: int) -> bool:
    """Whether a process is gone, or waits as a zombie to be reaped."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            os.kill(pid, 0)
            state = Path(f"/proc/{pid}/stat")
            if state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.05)
    return False


def test_a_zip_bomb_is_refused_before_libreoffice_sees_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, monkeypatch, "sys.exit(1)")
    kind = "application/vnd.oasis.opendocument.text"
    bomb = package({"mimetype": kind, "content.xml": bytes(20_000_000)})
    with pytest.raises(InputError, match="perhaps a zip bomb"):
        read_document(bomb, name="a.odt")


@pytest.mark.parametrize(
    ("data", "suffix", "target"),
    [
        (WORD, ".doc", "docx"),
        (RTF, ".rtf", "docx"),
        (package({"mimetype": "application/vnd.oasis.opendocument.text"}), ".odt", "docx"),
        (package({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), ".ods", "xlsx"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>', ".xml", "docx"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><w/>', ".xml", "xlsx"),
    ],
    ids=["doc", "rtf", "odt", "ods", "word xml", "excel xml"],
)
def test_without_libreoffice_the_remedy_is_named(
    monkeypatch: pytest.MonkeyPatch, data: bytes, suffix: str, target: str
) -> None:
    monkeypatch.setattr(libreoffice, "_COMMANDS", ())
    with pytest.raises(InputError) as caught:
        read_document(data, name=f"a{suffix}")
    assert f"reading {suffix} files needs LibreOffice" in str(caught.value)
    assert f"save the file as .{target} in Word or WPS" in str(caught.value)


def test_encrypted_files_say_what_to_do() -> None:
    with pytest.raises(InputError, match="protected by a password"):
        read_document(OLE + "EncryptedPackage\0".encode("utf-16-le"), name="a.docx")
