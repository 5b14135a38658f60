"""The language of stretches of text in a PDF file, for programs that read it aloud.

WeasyPrint tells the language of the whole alone. It makes the parts of the tag tree one by one out of boxes of the
page, each of which knows its element: what an element says of its language is added there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

_MAKER = "_build_box_tree"


@contextmanager
def languages_told() -> Iterator[None]:
    """Within this, files are written with the languages that elements of the page name, their outermost aside."""
    tags, pydyf = import_module("weasyprint.pdf.tags"), import_module("pydyf")
    make: Any = getattr(tags, _MAKER, None)
    if make is None:  # another WeasyPrint than those we know: the file says its one language, as before
        yield
        return

    def telling(box: Any, *further: Any) -> Iterator[Any]:
        element = getattr(box, "element", None)
        language = "" if element is None or element.tag == "html" else element.get("lang", "")
        for part in make(box, *further):
            if language:
                part["Lang"] = pydyf.String(language)
            yield part

    setattr(tags, _MAKER, telling)
    try:
        yield
    finally:
        setattr(tags, _MAKER, make)
