"""Boxes to tick, in Word with a click and on paper with a pen."""

from __future__ import annotations

from docx.oxml.parser import parse_xml

from cop_wizard.documents.content.paper import Run
from cop_wizard.documents.formats.word.file import Place, WordFile
from cop_wizard.documents.formats.word.runs import Look, text_runs
from cop_wizard.documents.formats.word.xml import Element, w

_HANGING = 360
_BOX = """
<w:sdt xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
       xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">
  <w:sdtPr>
    <w14:checkbox>
      <w14:checked w14:val="0"/>
      <w14:checkedState w14:val="2612" w14:font="MS Gothic"/>
      <w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/>
    </w14:checkbox>
  </w:sdtPr>
  <w:sdtContent>
    <w:r>
      <w:rPr><w:rFonts w:hint="eastAsia" w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic"/></w:rPr>
      <w:t>☐</w:t>
    </w:r>
  </w:sdtContent>
</w:sdt>
"""


def to_tick(words: str, note: str, file: WordFile, place: Place) -> Element:
    """A box and what it stands for, with a note that may be ""."""
    style = "List Continue" if place.style == "Normal" else place.style
    made = file.paragraph(
        style,
        (Run(words),),
        indent=place.indent + _HANGING,
        hanging=_HANGING,
        look=Look(size=place.size),
        before=(parse_xml(_BOX), w("r", w("tab"))),
    )
    if note:
        made.extend(text_runs(f" · {note}", Look(style=file.styles.id("Quiet"), size=place.size)))
    return made
