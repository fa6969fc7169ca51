"""Standards read from their files (``data/standards/<id>.yml``, or a user's own) and checked."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from govdisclose_ld import assets
from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.model import Phrase
from govdisclose_ld.standards.entries import Entry, read_entries
from govdisclose_ld.standards.outline import read_label, read_outline
from govdisclose_ld.standards.requirements import code_ids, read_defaults, read_requirements
from govdisclose_ld.standards.values import Defaults, Requirements, Standard

_FOLDER = "data/standards"
_FIELDS = ("content", "basis", "time_limit", "agency", "channels", "audience", "mode", "level")
_SUFFIXES = (".yml", ".yaml")
_OPTIONAL = (
    "field",
    "matters",
    "items",
    "identifier",
    "source",
    "note",
    "required",
    "defaults",
    "requires",
    "exhaustive",
    "shared",
)


def list_standards() -> tuple[Standard, ...]:
    """The standards that ship with the library, in the order of their ids."""
    return tuple(_read_shipped(file) for file in _shipped())


def load_standard(id_or_path: str | Path) -> Standard:
    """One standard, by the id of a shipped one or the path of a YAML file.

    Raises ConfigurationError that names file, line and field, and what was expected there; for
    a file that bears the id of a shipped standard, it names both files.
    """
    path = Path(id_or_path)
    if not is_standard_file(path):
        return _read_shipped(_shipped_file(str(id_or_path)))
    found = _read(path)
    shipped = {file.stem: file for file in _shipped()}.get(found.id)
    if shipped is not None and not (path.exists() and shipped.samefile(path)):
        refuse_shared_ids((_read_shipped(shipped), found))
    return found


def is_standard_file(path: Path) -> bool:
    """Whether the name is that of a YAML file, and so neither an id nor a catalog."""
    return path.suffix.lower() in _SUFFIXES


def refuse_shared_ids(standards: Iterable[Standard]) -> None:
    """Raise ConfigurationError, and name both files, if two of the standards have one id.

    The same standard given twice is no fault.
    """
    seen: dict[str, Standard] = {}
    for standard in standards:
        first = seen.setdefault(standard.id, standard)
        if first != standard:
            raise ConfigurationError(
                f"两个标准用了同一个 id：{standard.id}（{first.file or '—'} 与 {standard.file}）",
                f"two standards share the id {standard.id}: {first.file or '—'}, {standard.file}",
                where=standard.file,
                remedy=("请给其中一个换一个 id", "give one of them another id"),
            )


def _shipped() -> list[Path]:
    return sorted(assets.path(_FOLDER).glob("*.yml"))


def _shipped_file(identifier: str) -> Path:
    known = {file.stem: file for file in _shipped()}
    if identifier in known:
        return known[identifier]
    listed = ", ".join(known)
    near = get_close_matches(identifier, known, n=1, cutoff=0.4)
    raise ConfigurationError(
        f"没有名为 {identifier} 的标准；现有：{listed}",
        f"no standard is called {identifier}; there are: {listed}",
        remedy=(
            (f"是不是 {near[0]}？", f"did you mean {near[0]}?")
            if near
            else ("或给出标准的 YAML 文件路径", "or give the path of a standard's YAML file")
        ),
    )


@cache
def _read_shipped(file: Path) -> Standard:
    return _read(file)


def _read(file: Path) -> Standard:
    top = read_entries(file).fields(required=("id", "title"), optional=_OPTIONAL)
    identifier = top["id"].id()
    if identifier != file.stem:
        top["id"].fail(
            f"应与文件名一致：{file.stem}", f"expected the name of the file: {file.stem}"
        )
    field = top.read("field", lambda entry: entry.one_of(code_ids("field")), default="")
    matters = read_outline(top)
    return Standard(
        id=identifier,
        title=read_label(top["title"]),
        field=field,
        matters=matters,
        identifier=top.read("identifier", Entry.text, default=""),
        source=top.read("source", Entry.text, default=""),
        note=top.read("note", read_label, default=Phrase()),
        required=top["required"].some_of(_FIELDS) if "required" in top else (),
        defaults=top.read("defaults", read_defaults, default=Defaults()),
        requirements=top.read("requires", read_requirements, default=Requirements()),
        exhaustive=top.read("exhaustive", Entry.flag, default=bool(field and matters)),
        shared=top.read("shared", Entry.flag, default=False),
        file=str(file),
    )
