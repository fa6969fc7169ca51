"""The command as a person or a script meets it: a process with streams and an exit code."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from govdisclose_ld.model import Severity

ROOT = Path(__file__).parents[2]
LUANCHUAN = ROOT / "data/catalogs/luanchuan-fupin-notice-2020-51.txt"
XIXIU = ROOT / "data/catalogs/xixiu-fupin-list.txt"
MEGABYTE = 1 << 20

TABLE = "甲\t乙\t丙\n1\t2\t3\n4\t5\t6\n"
BAD_INPUTS = {
    "missing": (None, "找不到文件"),
    "empty": (b"", "文件是空的"),
    "binary": (bytes(range(256)) * 40, "内容不是 .txt 文件"),
    "no-table": ("这里没有表格。\n".encode(), "文档里没有表格"),
    "no-header": (TABLE.encode(), "没有一个表格有可以辨认的目录表头"),
    "noise": (os.urandom(MEGABYTE) * 50, "内容不是 .txt 文件"),
    "one-line": (b"a" * MEGABYTE * 50, "最长的一行"),
    "too-big": (b"a" * (MEGABYTE * 50 + 1), "文件过大"),
}


def test_data_goes_to_stdout_and_talk_to_stderr(run):
    done = run("convert", LUANCHUAN, "--to", "json")

    assert done.returncode == 0
    assert done.stderr == b""
    assert len(json.loads(done.stdout)["items"]) == 10


@pytest.mark.parametrize("name", BAD_INPUTS)
def test_bad_input_is_told_with_exit_code_3_and_leaves_nothing_behind(run, tmp_path, name):
    content, words = BAD_INPUTS[name]
    if content is not None:
        (tmp_path / f"{name}.txt").write_bytes(content)
    before = sorted(tmp_path.iterdir())

    done = run("convert", f"{name}.txt", "-o", "out.ttl")

    told = done.stderr.decode()
    assert done.returncode == 3
    assert done.stdout == b""
    assert words in told
    assert f"{name}.txt" in told
    assert "→" in told
    assert "Traceback" not in told
    assert sorted(tmp_path.iterdir()) == before


def test_a_national_encoding_is_read_and_told(run, tmp_path):
    (tmp_path / "gb.txt").write_bytes(LUANCHUAN.read_text(encoding="utf-8").encode("gb18030"))

    read = json.loads(run("convert", "gb.txt", "--to", "json").stdout)
    expected = json.loads(run("convert", LUANCHUAN, "--to", "json").stdout)

    assert read["items"] == expected["items"]
    assert "encoding-guessed" in {finding["code"] for finding in read["findings"]}


def test_of_several_inputs_the_good_ones_are_done_and_the_bad_ones_told_last(run, tmp_path):
    (tmp_path / "bad.txt").write_bytes(b"")

    done = run("convert", LUANCHUAN, "bad.txt", XIXIU, "gone.txt", "--to", "turtle", "-o", "out")

    assert done.returncode == 3
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [
        f"{LUANCHUAN.stem}.ttl",
        f"{XIXIU.stem}.ttl",
    ]
    told = done.stderr.decode()
    assert "4 份文件中有 2 份未能处理" in told
    assert "bad.txt" in told
    assert "gone.txt" in told


def test_dash_is_stdin_and_stdout(run):
    done = run("convert", "-", "--to", "nquads", "-o", "-", input=XIXIU.read_bytes())

    assert done.returncode == 0
    assert done.stdout == run("convert", XIXIU, "--to", "nquads").stdout.replace(
        XIXIU.name.encode(), b"stdin"
    )


@pytest.mark.parametrize(
    "env",
    [
        {"LANG": "C", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
)
def test_output_is_utf_8_whatever_the_locale(run, env):
    done = run("convert", LUANCHUAN, "--to", "json", env=env)
    shown = run("inspect", LUANCHUAN, env=env)
    wrong = run("inspect", "没有.txt", env=env)

    assert json.loads(done.stdout.decode("utf-8"))["publisher"] == "栾川县扶贫开发办公室"
    assert "栾川县扶贫开发办公室" in shown.stdout.decode("utf-8")
    assert "找不到文件" in wrong.stderr.decode("utf-8")


def test_a_foreign_file_is_not_overwritten_without_force(run, tmp_path):
    kept = tmp_path / "notes.ttl"
    kept.write_text("# mine\n", encoding="utf-8")

    refused = run("convert", LUANCHUAN, "-o", kept)
    assert refused.returncode == 2
    assert "--force" in refused.stderr.decode()
    assert kept.read_text(encoding="utf-8") == "# mine\n"

    assert run("convert", LUANCHUAN, "-o", kept, "--force").returncode == 0
    assert kept.read_bytes() == run("convert", LUANCHUAN, "--to", "turtle").stdout


@pytest.mark.parametrize("to", ["jsonld", "turtle", "nquads", "trig", "ntriples", "json"])
def test_what_the_program_made_it_may_make_again(run, tmp_path, to):
    first = run("convert", LUANCHUAN, "--to", to, "-o", "out")
    second = run("convert", XIXIU, "--to", to, "-o", "out")

    assert (first.returncode, second.returncode) == (0, 0)
    assert (tmp_path / "out").read_bytes() == run("convert", XIXIU, "--to", to).stdout


def test_a_report_goes_to_a_file_and_may_be_made_again(run, tmp_path):
    for form in ("text", "json", "turtle"):
        for _ in range(2):
            done = run("validate", LUANCHUAN, "--format", form, "-o", f"report.{form}")
            assert done.returncode == 1, done.stderr.decode()
            assert done.stdout == b""
        assert (tmp_path / f"report.{form}").stat().st_size > 1000


def test_an_unwritable_path_is_an_error_of_ours(run, tmp_path):
    (tmp_path / "file").write_bytes(b"")

    done = run("convert", LUANCHUAN, "--to", "json", "-o", "file/out.json")

    assert done.returncode == 2
    assert "Traceback" not in done.stderr.decode()


def test_a_device_is_written_to_and_not_replaced(run):
    done = run("convert", LUANCHUAN, "--to", "json", "-o", "/dev/null")

    assert done.returncode == 0
    assert Path("/dev/null").is_char_device()


def test_fail_on_decides_the_exit_code(run, tmp_path):
    (tmp_path / "small.txt").write_text(
        "某某目录\n\n序号\t一级事项\t公开内容\t公开依据\n1\t政策\t文件\t《中华人民共和国预算法》\n",
        encoding="utf-8",
    )
    codes = {
        level.value: run(
            "validate", "small.txt", "--shapes", "structure", "--fail-on", level.value
        ).returncode
        for level in Severity
    }

    assert codes == {"info": 1, "warning": 1, "violation": 0}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["convert", LUANCHUAN], 2),
        (["convert", LUANCHUAN, "--to", "docx"], 2),
        (["convert", "--to", "json"], 2),
        (["convert", LUANCHUAN, "--to", "json", "--field", "没有"], 4),
        (["convert", LUANCHUAN, "--to", "json", "--division", "1"], 4),
        (["convert", LUANCHUAN, "--to", "turtle", "--base", "nowhere"], 4),
        (["validate", LUANCHUAN, "--shapes", "nothing"], 4),
        (["query", "catalog/list"], 3),
        (["query", "catalog/list", "-p", "division"], 2),
        (["query", "no/such", "--endpoint", "http://127.0.0.1:9/"], 4),
        (["query", "catalog/list", "--endpoint", "http://127.0.0.1:9/", "--timeout", "5"], 5),
        (["build", "nothing.yml"], 3),
        (["list", "findings", "nothing"], 4),
        (["nothing"], 2),
    ],
)
def test_exit_codes(run, arguments, code):
    done = run(*arguments)

    assert done.returncode == code, done.stderr.decode()
    assert done.stdout == b""
    assert "Traceback" not in done.stderr.decode()


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_goes_away_ends_the_command_in_silence(tmp_path, unbuffered):
    with subprocess.Popen(
        [sys.executable, "-m", "govdisclose_ld", "convert", XIXIU, "--to", "nquads"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        told = process.stderr.read()

    assert process.returncode == 141
    assert told == b""


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["INT", "TERM"]
)
def test_an_interrupted_build_leaves_nothing_behind(tmp_path, number, code):
    entries = "".join(
        f"  - {{file: {XIXIU}, division: '520402', slug: s{n}}}\n" for n in range(200)
    )
    (tmp_path / "sources.yml").write_text(f"catalogs:\n{entries}", encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "govdisclose_ld", "build", "sources.yml", "-o", "out"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        preexec_fn=heed_interrupts,  # noqa: PLW1509 - no threads here
    )
    try:
        wait_for(lambda: any(tmp_path.glob(".out.*")))
        process.send_signal(number)
        told = process.communicate(timeout=120)[1].decode()
    finally:
        process.kill()
        process.communicate()

    assert process.returncode == code
    assert "Traceback" not in told
    assert [path.name for path in tmp_path.iterdir()] == ["sources.yml"]


def heed_interrupts():
    """A shell starts what runs in its background deaf to Ctrl-C, and children inherit that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def wait_for(condition, seconds=60):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.05)


def test_version_and_help_do_not_wait_for_the_engines(run):
    script = (
        "import sys; from govdisclose_ld.cli import main\n"
        "sys.argv = ['govdisclose', '{}']\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {{'rdflib', 'pyshacl', 'pyoxigraph', 'rich.console', 'lxml'}}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    for option in ("--version", "--help"):
        done = subprocess.run(
            [sys.executable, "-c", script.format(option)], capture_output=True, check=True
        )
        assert done.stderr.decode().strip() == "[]"
        assert done.stdout


def test_no_color_and_no_terminal_mean_no_escapes(run):
    done = run("inspect", LUANCHUAN)

    assert b"\x1b" not in done.stdout
    assert b"\x1b" not in done.stderr
