"""Synthetic catalogs: samples told by a marker in their title, and shown as such everywhere."""

from __future__ import annotations

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.codes import code_list
from govdisclose_ld.interpret.wording import key
from govdisclose_ld.model import Phrase

SYNTHETIC = "synthetic"


def synthetic_marker() -> str:
    """The words by which a title says that the catalog is made up: 合成样例."""
    return code_list("status").terms[SYNTHETIC].label


def synthetic_notice() -> Phrase:
    """What every output says of a synthetic catalog."""
    return Phrase.of(knowledge("vocabulary/metadata.yml")["synthetic"])


def is_synthetic(*titles: str) -> bool:
    """Whether one of the titles carries the marker."""
    marker = key(synthetic_marker())
    return any(marker in key(title) for title in titles)


def marked_title(title: str) -> str:
    """The title with the marker, once."""
    return title if is_synthetic(title) else f"{title}（{synthetic_marker()}）"


def marked_slug(slug: str) -> str:
    """The slug of a synthetic catalog's IRI, which begins with ``synthetic-``."""
    return slug if slug.startswith(f"{SYNTHETIC}-") else f"{SYNTHETIC}-{slug}"
