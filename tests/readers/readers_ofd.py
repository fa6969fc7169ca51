"""OFD files for the tests, made by hand after the published structure (GB/T 33190-2016)."""

from __future__ import annotations

from dataclasses import dataclass, field

from readers_word import package

_SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
SIZE = 4.0
"""Height of the letters in millimetres."""


@dataclass
class OfdPage:
    """Objects of a page; places are in millimetres from the upper left corner."""

    objects: list[str] = field(default_factory=list)
    template: str = ""

    def text(self, x: float, top: float, text: str, distances: str | None = None) -> None:
        gaps = distances or f"g {len(text) - 1} {SIZE}"
        self.objects.append(
            f'<ofd:TextObject ID="1" Boundary="{x} {top} {SIZE * len(text)} {SIZE}" Font="2" '
            f'Size="{SIZE}"><ofd:TextCode X="0" Y="3.5" DeltaX="{gaps}">{text}</ofd:TextCode>'
            "</ofd:TextObject>"
        )

    def path(self, x: float, top: float, data: str, attributes: str = "", inside: str = "") -> None:
        self.objects.append(
            f'<ofd:PathObject ID="3" Boundary="{x} {top} 100 100" {attributes}>{inside}'
            f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
        )

    def cell(self, left: float, top: float, right: float, bottom: float, *lines: str) -> None:
        width, height = right - left, bottom - top
        self.path(left, top, f"M 0 0 L {width} 0 L {width} {height} L 0 {height} C")
        for number, line in enumerate(lines):
            self.text(left + 1, top + 1 + 5 * number, line)

    @property
    def xml(self) -> str:
        used = f'<ofd:Template TemplateID="{self.template}"/>' if self.template else ""
        layer = f'<ofd:Layer ID="4">{"".join(self.objects)}</ofd:Layer>'
        return f"<ofd:Page {_SPACE}>{used}<ofd:Content>{layer}</ofd:Content></ofd:Page>"


def ofd(*pages: OfdPage, template: OfdPage | None = None, box: str = "0 0 210 297") -> bytes:
    """The bytes of an OFD file with those pages; ``template`` has the ID 9."""
    listed = "".join(
        f'<ofd:Page ID="{number}" BaseLoc="Pages/Page_{number}/Content.xml"/>'
        for number in range(len(pages))
    )
    template_part = (
        '<ofd:TemplatePage ID="9" BaseLoc="Tpls/Tpl_0/Content.xml"/>' if template else ""
    )
    files: dict[str, str | bytes] = {
        "OFD.xml": f'<ofd:OFD {_SPACE} Version="1.0" DocType="OFD"><ofd:DocBody>'
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {_SPACE}><ofd:CommonData><ofd:PageArea>"
        f"<ofd:PhysicalBox>{box}</ofd:PhysicalBox></ofd:PageArea>{template_part}"
        f"</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
    }
    for number, page in enumerate(pages):
        files[f"Doc_0/Pages/Page_{number}/Content.xml"] = page.xml
    if template:
        files["Doc_0/Tpls/Tpl_0/Content.xml"] = template.xml
    return package(files)
