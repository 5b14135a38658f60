"""The fields in somebody else's head or foot: places that Word fills in by itself, some of them from elsewhere.

What each field does: ECMA-376 part 1, section 17.16.5. Only those stay that count, date or name the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cop_wizard.documents.formats.word.xml import Element, qn

_HARMLESS = re.compile(
    r"(?:ADVANCE|AUTHOR|COMMENTS|CREATEDATE|DATE|DOCPROPERTY|EDITTIME|EQ|FILENAME|FILESIZE|IF|KEYWORDS|LASTSAVEDBY"
    r"|NUMCHARS|NUMPAGES|NUMWORDS|PAGE|PAGEREF|PRINTDATE|REF|REVNUM|SAVEDATE|SECTION|SECTIONPAGES|SEQ|STYLEREF|SUBJECT"
    r"|SYMBOL|TIME|TITLE)(?!\S)|=",
    re.IGNORECASE,
)
_LINK = re.compile(r"""HYPERLINK\s+(?:"?(?:https?|mailto):|\\l\s)""", re.IGNORECASE)
_CHANGES = tuple(qn(f"w:{tag}") for tag in ("ins", "del", "moveFrom", "moveTo"))


def leads_to_a_page(target: str) -> bool:
    """Whether a link goes to the web or to a mailbox, and not to a file on a disk or in a network."""
    return target.strip().casefold().startswith(("http://", "https://", "mailto:"))


def unwanted_field(root: Element) -> str | None:
    """The instruction of the first field that may do more than count, date or name; ``None`` if there is none.

    Also that of a field with tracked changes: it becomes another one once they are accepted or refused.
    """
    return next((one for one in _instructions(root) if not _is_harmless(one)), None)


def _is_harmless(instruction: str) -> bool:
    return any(kind.match(instruction.strip()) for kind in (_HARMLESS, _LINK))


def _instructions(root: Element) -> Iterator[str]:
    """Each field's own instruction, put together from its runs, without those of the fields inside it."""
    open_fields: list[str] = []
    loose = ""
    tags = [qn(f"w:{tag}") for tag in ("fldSimple", "fldChar", "instrText", "delInstrText")]
    for one in root.iter(*tags):
        if one.tag == tags[0]:
            yield str(one.get(qn("w:instr"), ""))
        elif one.tag == tags[1]:
            kind = one.get(qn("w:fldCharType"))
            if kind == "begin":
                open_fields.append("")
            elif kind == "end" and open_fields:
                yield open_fields.pop()
        else:
            text = str(one.xpath("string()"))  # of all the text in it, also around a comment
            if one.tag == tags[3] or next(one.iterancestors(*_CHANGES), None) is not None:
                yield f"\u00b1 {text}"
            elif open_fields:
                open_fields[-1] += text
            else:
                loose += text
    yield from open_fields
    if loose.strip():
        yield loose
