"""``govdisclose load``: catalogs and RDF files into a store."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from govdisclose_ld.cli import options
from govdisclose_ld.cli.console import say
from govdisclose_ld.cli.inputs import Inputs
from govdisclose_ld.cli.reading import Reading, reads_documents
from govdisclose_ld.cli.root import new_app
from govdisclose_ld.errors import InputError
from govdisclose_ld.model import Catalog
from govdisclose_ld.rdf import DEFAULT_BASE
from govdisclose_ld.standards import list_standards
from govdisclose_ld.store import Store

app = new_app()


@app.command()
@reads_documents()
def load(
    files: options.Files,
    *,
    store: Annotated[
        Path, typer.Option(metavar="DIR", help="数据库文件夹，没有则新建 (made if it is not there)")
    ],
    base: options.Base = DEFAULT_BASE,
    reading: Reading,
) -> None:
    """把目录文件或 RDF 文件载入数据库；同一目录替换旧的。

    Put documents or RDF files into a store; a catalog replaces its older self.
    """
    inputs = Inputs(files, reading)
    with Store(store) as opened:
        opened.load_reference()
        shipped = {one.id for one in list_standards()}
        for own in (one for one in reading.standards or () if one.id not in shipped):
            opened.load_standard(own)
        for file, catalog in inputs.catalogs_or_rdf():
            try:
                say(f"已载入 loaded  {file}{_put(opened, file, catalog, base)}")
            except InputError as error:
                inputs.note(error)
    inputs.close()


def _put(store: Store, file: Path, catalog: Catalog | None, base: str) -> str:
    if catalog:
        return f" → {store.replace(catalog, base=base)}"
    store.load(file)
    return ""
