"""Prints how long each reader takes for a catalog of 40 rows; with a number of pages, also how a
PDF of so many pages streams: ``python benchmarks/readers.py 500``."""

from __future__ import annotations

import csv
import io
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import openpyxl
import xlwt

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "readers"))

from readers_ofd import OfdPage, ofd
from readers_pdf import Page, portable
from readers_word import cell, document, paragraph, row, table

from govdisclose_ld.readers import read_document

CHANNELS = "☑ 政府网站 ☐ 政府公报 ☐ 两微一端 ☐ 广播电视 ☐ 纸质媒体 ☐ 公开查阅点 ☐ 其他"
TEXTS = ["扶贫对象", "贫困人口识别", "识别标准、程序、结果", "《中国农村扶贫开发纲要》"]
TEXTS += ["信息形成或变更之日起20个工作日内", "县级扶贫部门", CHANNELS, "√", "", "√", "", "√"]
ROWS = [[str(number), *TEXTS] for number in range(1, 41)]
RUNS = 5


def as_csv() -> bytes:
    stream = io.StringIO()
    csv.writer(stream).writerows(ROWS)
    return stream.getvalue().encode()


def as_html() -> bytes:
    rows = "".join(f"<tr>{''.join(f'<td>{text}</td>' for text in row)}</tr>" for row in ROWS)
    return f"<html><body><p>目录</p><table>{rows}</table></body></html>".encode()


def as_xlsx() -> bytes:
    book = openpyxl.Workbook()
    for texts in ROWS:
        book.active.append(texts)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_xls() -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    for number, texts in enumerate(ROWS):
        for column, text in enumerate(texts):
            sheet.write(number, column, text)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_pdf(times: int = 1) -> bytes:
    pages = []
    for start in [*range(0, len(ROWS), 8)] * times:
        page = Page()
        for number, texts in enumerate(ROWS[start : start + 8]):
            for column, text in enumerate(texts):
                left, top = 20 + 60 * column, 30 + 65 * number
                lines = [text[i : i + 5] for i in range(0, min(len(text), 25), 5)]
                page.cell((left, top, left + 60, top + 65), *lines)
        pages.append(page)
    return portable(*pages)


def as_ofd() -> bytes:
    pages = []
    for start in range(0, len(ROWS), 8):
        page = OfdPage()
        for number, texts in enumerate(ROWS[start : start + 8]):
            for column, text in enumerate(texts):
                left, top = 7 + 22 * column, 10 + 23 * number
                lines = [text[i : i + 5] for i in range(0, min(len(text), 20), 5)]
                page.cell(left, top, left + 22, top + 23, *lines)
        pages.append(page)
    return ofd(*pages, box="0 0 297 210")


FORMATS: dict[str, Callable[[], bytes]] = {
    "txt": lambda: "\n".join("\t".join(texts) for texts in ROWS).encode(),
    "csv": as_csv,
    "md": lambda: "\n".join(f"| {' | '.join(texts)} |" for texts in ROWS).encode(),
    "html": as_html,
    "docx": lambda: document(paragraph("目录"), table(*[row(*map(cell, texts)) for texts in ROWS])),
    "xlsx": as_xlsx,
    "xls": as_xls,
    "pdf": as_pdf,
    "ofd": as_ofd,
}


def main() -> None:
    print(f"{'format':8}{'bytes':>10}{'tables':>8}{'best ms':>10}{'first ms':>10}")
    for suffix, make in FORMATS.items():
        data = make()
        times = []
        for _ in range(RUNS):
            start = time.perf_counter()
            read = read_document(data, name=f"a.{suffix}")
            times.append((time.perf_counter() - start) * 1000)
        print(f"{suffix:8}{len(data):10}{len(read.tables):8}{min(times):10.1f}{times[0]:10.1f}")


def stream(pages: int) -> None:
    """Seconds and memory (the most that the process has held) as a long PDF is read."""
    data = as_pdf(-(-pages // 5))
    start = time.perf_counter()
    print(f"\n{'page':8}{'seconds':>10}{'MiB':>10}")

    def told(done: int, total: int) -> None:
        if done in {1, total} or done % (total // 5) == 0:
            held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"{done:<8}{time.perf_counter() - start:10.1f}{held:10.0f}", flush=True)

    read_document(data, name="a.pdf", progress=told)


if __name__ == "__main__":
    main()
    if len(sys.argv) > 1:
        stream(int(sys.argv[1]))
