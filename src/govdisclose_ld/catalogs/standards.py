"""Any standard that a user can name: a shipped one, a YAML file, or another catalog."""

from __future__ import annotations

from pathlib import Path

from govdisclose_ld.catalogs.exemplars import standard_from
from govdisclose_ld.catalogs.reading import read_catalog
from govdisclose_ld.interpret import Known
from govdisclose_ld.readers import Limits
from govdisclose_ld.standards import Standard, is_standard_file, list_standards, load_standard


def find_standard(
    id_or_path: str | Path, *, known: Known | None = None, limits: Limits | None = None
) -> Standard:
    """The standard of that name: the one function behind every ``--standard ID|FILE``.

    ``id_or_path`` is the id of a shipped standard, the path of a standard's YAML file, or the
    path of a catalog in any format that :func:`read_catalog` reads, which then is the standard
    for others (:func:`standard_from`); ``known`` and ``limits`` serve its reading.

    Raises ConfigurationError for an unknown id, for a wrong file (with file, line and field) and
    for a file that bears the id of a shipped standard; InputError for a catalog that cannot be
    read.
    """
    name = str(id_or_path)
    path = Path(id_or_path)
    shipped = any(standard.id == name for standard in list_standards())
    if shipped or is_standard_file(path) or not path.exists():
        return load_standard(id_or_path)
    # What it answers itself is no matter here.
    catalog, _ = read_catalog(path, known=known, limits=limits, standards=(), mappings=())
    return standard_from(catalog)
