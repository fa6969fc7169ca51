"""Fuzz one target, guided by coverage: ``python tests/fuzz/fuzz.py TARGET [libFuzzer options]``."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parent))

# Modules, besides our own, whose branches guide the fuzzer; named before they are imported.
_LIBRARIES = {
    "xls": ["xlrd"],
    "mhtml": ["email"],
    "pdf": ["pdfminer"],
    "pdf-page": ["pdfminer"],
}


def main() -> None:
    name, *options = sys.argv[1:]
    with atheris.instrument_imports(include=["govdisclose_ld.readers", *_LIBRARIES.get(name, ())]):
        target = import_module("fuzz_targets").TARGETS[name]
        _warm(target)
    corpus = Path(options.pop(0)) if options and not options[0].startswith("-") else None
    if corpus is not None:
        corpus.mkdir(parents=True, exist_ok=True)
        for number, seed in enumerate(target.seeds):
            (corpus / f"seed-{number}").write_bytes(seed)
    folders = [str(folder) for folder in (corpus, target.regressions) if folder and folder.is_dir()]
    arguments = [sys.argv[0], "-timeout=20", "-rss_limit_mb=2048", *options, *folders]
    atheris.Setup(arguments, target.attempt)
    atheris.Fuzz()


def _warm(target: object) -> None:
    """Read the seeds once, so that the modules that are imported late are instrumented too."""
    for seed in target.seeds:
        target.attempt(seed)


if __name__ == "__main__":
    main()
