"""From a document to bytes: the same ones each time."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document

_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest a zip file can say. When the document was made stands in its properties."""
_FIRST = "[Content_Types].xml"


def saved(document: Document) -> bytes:
    """The file, with its parts in a fixed order and without the time at which it was packed."""
    packed = BytesIO()
    document.save(packed)
    made = BytesIO()
    with ZipFile(packed) as given, ZipFile(made, "w", ZIP_DEFLATED) as to:
        for name in sorted(given.namelist(), key=lambda name: (name != _FIRST, name)):
            entry = ZipInfo(name, _TIME)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3
            to.writestr(entry, given.read(name), compresslevel=6)
    return made.getvalue()
