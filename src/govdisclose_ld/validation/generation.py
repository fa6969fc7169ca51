"""The shapes of the shipped standards as files.

``python -m govdisclose_ld.validation.generation`` writes ``shapes/standards/<id>.ttl`` anew for
every shipped standard; a test fails when a file is not what this module would write.
"""

from __future__ import annotations

from pathlib import Path

from govdisclose_ld import assets
from govdisclose_ld.standards import list_standards
from govdisclose_ld.validation.standards import standard_shapes


def write_standard_shapes(folder: Path) -> list[Path]:
    """The files written into ``folder``, one for every shipped standard."""
    written = []
    for standard in list_standards():
        file = folder / f"{standard.id}.ttl"
        file.write_text(standard_shapes(standard), encoding="utf-8", newline="\n")
        written.append(file)
    return written


if __name__ == "__main__":
    write_standard_shapes(assets.path("shapes/standards"))
