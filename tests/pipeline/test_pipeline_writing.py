"""Files and folders appear whole or not at all, and nothing is deleted that was not made here."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from govdisclose_ld.errors import InputError, OutputError
from govdisclose_ld.pipeline.writing import MARK, new_folder, write_file


def tree(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_a_file_is_replaced_only_when_it_is_complete(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")

    def chunks():
        yield b"half"
        raise InputError("坏", "bad")

    with pytest.raises(InputError):
        write_file(path, chunks())

    assert path.read_text(encoding="utf-8") == "old"
    assert tree(tmp_path) == ["a.txt"]
    write_file(path, [b"new", b"er"])
    assert path.read_bytes() == b"newer"
    assert tree(tmp_path) == ["a.txt"]


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real.txt").write_bytes(b"old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_file(tmp_path / "link.txt", [b"new"])

    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"new"


def test_a_path_below_a_file_cannot_be_written(tmp_path):
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(OutputError, match="无法写入"):
        write_file(tmp_path / "file/a.txt", [b""])


def test_a_folder_appears_whole_with_the_usual_permissions(tmp_path):
    with new_folder(tmp_path / "deep/out") as folder:
        (folder / "a.txt").write_bytes(b"1")
        assert not (tmp_path / "deep/out").exists()

    umask = os.umask(0)
    os.umask(umask)
    assert tree(tmp_path) == ["deep", "deep/out", f"deep/out/{MARK}", "deep/out/a.txt"]
    assert stat.S_IMODE((tmp_path / "deep/out").stat().st_mode) == 0o777 & ~umask


def test_what_an_earlier_build_left_is_replaced(tmp_path):
    for name in ("a.txt", "b.txt"):
        with new_folder(tmp_path / "out") as folder:
            (folder / name).write_bytes(b"")

    assert tree(tmp_path) == ["out", f"out/{MARK}", "out/b.txt"]


def test_an_error_leaves_the_old_folder_as_it_was(tmp_path):
    with new_folder(tmp_path / "out") as folder:
        (folder / "a.txt").write_bytes(b"")
    with pytest.raises(InputError), new_folder(tmp_path / "out") as folder:  # noqa: PT012
        (folder / "b.txt").write_bytes(b"")
        raise InputError("坏", "bad")

    assert tree(tmp_path) == ["out", f"out/{MARK}", "out/a.txt"]


def fill_with_a_stranger(out: Path) -> None:
    out.mkdir()
    (out / "thesis.doc").write_bytes(b"years of work")


def add_a_stranger(out: Path) -> None:
    with new_folder(out) as folder:
        (folder / "a.txt").write_bytes(b"")
    (out / "thesis.doc").write_bytes(b"years of work")


def put_a_file_in_the_way(out: Path) -> None:
    out.write_bytes(b"years of work")


@pytest.mark.parametrize("prepare", [fill_with_a_stranger, add_a_stranger, put_a_file_in_the_way])
def test_what_was_not_made_here_is_never_touched(tmp_path, prepare):
    out = tmp_path / "out"
    prepare(out)
    before = tree(tmp_path)

    with pytest.raises(OutputError, match="不能覆盖"), new_folder(out):
        pytest.fail("the folder may not be made")

    assert tree(tmp_path) == before


def test_an_empty_folder_may_be_used(tmp_path):
    (tmp_path / "out").mkdir()
    with new_folder(tmp_path / "out") as folder:
        (folder / "a.txt").write_bytes(b"")

    assert tree(tmp_path / "out") == [MARK, "a.txt"]
