"""``python -m govdisclose_ld``: the same as the command ``govdisclose``."""

from __future__ import annotations

from govdisclose_ld.cli import main

if __name__ == "__main__":
    main()
