"""Running text in Word: directions, scripts, links and line breaks.

Word does not find a text's direction by itself, as a browser does: it has to be told, paragraph by paragraph and
stretch by stretch.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from cop_wizard.documents.content.addresses import parted
from cop_wizard.documents.content.direction import reads_from_right
from cop_wizard.documents.content.paper import Run
from cop_wizard.documents.formats.word.xml import Element, text_element, w

_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_LTR = "A-Za-z\u00aa-\u02b8\u0370-\u058f\u0900-\u1fff\u2c00-\ud7ff\uf900-\ufb1c\uff21-\uffdc"
_RIGHT_TO_LEFT = re.compile(f"[{_RTL}](?:[^{_LTR}]*[{_RTL}])?")
_LEFT_TO_RIGHT = re.compile(f"[{_LTR}](?:[^{_RTL}]*[{_LTR}])?")
_EAST_ASIAN = re.compile(
    "[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]"
)
_HOUR = re.compile(r"(?<=\d:\d\d) (?=[ap]m\b)")
"""The blank in an hour, where no line may end."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a stretch of text looks. ``style`` is the id of a character style, or ""; ``size`` in points, 0: as it is.

    ``language``: another one than that of the document, or "".
    """

    strong: bool = False
    emphasis: bool = False
    style: str = ""
    size: float = 0
    language: str = ""


PLAIN = Look()
STRONG = Look(strong=True)


def text_runs(text: str, look: Look = PLAIN, from_right: bool = False) -> Iterator[Element]:
    """``text`` as runs; a newline in it is a line break. ``from_right``: the paragraph is."""
    for position, line in enumerate(_HOUR.sub("\u00a0", text).split("\n")):
        if position:
            yield w("r", w("br"))
        for words, rtl in _stretches(line, from_right):
            yield w("r", _properties(words, look, rtl), text_element(words))


def _stretches(text: str, from_right: bool) -> Iterator[tuple[str, bool]]:
    """``text`` in stretches of one direction each, and whether that is from right to left."""
    other = _LEFT_TO_RIGHT if from_right else _RIGHT_TO_LEFT
    end = 0
    for found in other.finditer(text):
        if found.start() > end:
            yield text[end : found.start()], from_right
        yield found[0], not from_right
        end = found.end()
    if end < len(text):
        yield text[end:], from_right


def _properties(text: str, look: Look, rtl: bool) -> Element | None:
    size = round(look.size * 2)
    made = [
        w("rStyle", val=look.style) if look.style else None,
        w("rFonts", hint="eastAsia") if _EAST_ASIAN.search(text) else None,
        *((w("b"), w("bCs")) if look.strong else ()),
        *((w("i"), w("iCs")) if look.emphasis else ()),
        *((w("sz", val=size), w("szCs", val=size)) if size else ()),
        w("rtl") if rtl else None,
        w("lang", **{"bidi" if rtl else "val": look.language}) if look.language else None,
    ]
    return w("rPr", *made) if any(one is not None for one in made) else None


def mark_of(look: Look) -> Element | None:
    """How the end of a paragraph in that look is set: its size is that of the dot before an item, and of its line."""
    size = round(look.size * 2)
    return w("rPr", w("sz", val=size), w("szCs", val=size)) if size else None


@dataclass(frozen=True, slots=True)
class Link:
    """What a link needs beside its words: ``attributes`` of its element, and the character style it has."""

    attributes: dict[str, str]
    style: str


class Linker:
    """Knows where links lead, and in which language a text is. The document has its own; where there is none, addresses
    stay plain text, and all is in one language.
    """

    def link(self, address: str) -> Link | None:
        """The link to ``address`` (a web or e-mail address, or ``#anchor``), or ``None`` where there can be none."""
        return None

    def language_of(self, text: str) -> str:
        """The language of ``text`` where it is another one than the document's, else ""."""
        return ""


def content(runs: Iterable[Run], linker: Linker, look: Look = PLAIN) -> tuple[list[Element], bool]:
    """``runs`` as what stands in a paragraph, addresses in them as links; and whether it reads from right to left."""
    runs = tuple(runs)
    from_right = reads_from_right("".join(run.text for run in runs))
    made: list[Element] = []
    for run in runs:
        own = replace(
            look,
            strong=look.strong or run.strong,
            emphasis=look.emphasis or run.emphasis,
            language=linker.language_of(run.text),
        )
        for words, address in [(run.text, run.link)] if run.link else parted(run.text):
            made += _linked(words, linker.link(address) if address else None, own, from_right)
    return made, from_right


def _linked(words: str, link: Link | None, look: Look, from_right: bool) -> Iterator[Element]:
    if link is None:
        yield from text_runs(words, look, from_right)
        return
    made = w("hyperlink", *text_runs(words, replace(look, style=link.style), from_right))
    for name, value in link.attributes.items():
        made.set(name, value)
    yield made
