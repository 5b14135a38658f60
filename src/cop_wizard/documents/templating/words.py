"""The words of a document: a Jinja template in Markdown, read into the pieces of which every format is made.

Only what the template itself says is read as Markdown. Whatever it prints with ``{{ … }}`` is kept aside while that is
done and put back as it is, so no text of a plan can become markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextvars import ContextVar
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from cop_wizard.documents.content.paper import (
    THINGS,
    Grid,
    Heading,
    Items,
    Paragraph,
    Piece,
    Quote,
    Rule,
    Run,
    words_of,
)
from cop_wizard.documents.content.prose import blocks_of
from cop_wizard.documents.content.shapes import Text
from cop_wizard.documents.templating.environment import Dialect, fill
from cop_wizard.documents.templating.slips import one_value
from cop_wizard.i18n import _, ngettext
from cop_wizard.wording import clean, one_line

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_OPEN, _CLOSE = "\ue000", "\ue001"
_KEPT = re.compile(f"{_OPEN}([0-9]{{1,9}}){_CLOSE}")
_kept: ContextVar[list[Any]] = ContextVar("kept")
_LINKS = ("http://", "https://", "mailto:", "#", "./")


class Source(Markup):
    """Text that is read as Markdown: the template's own, or a translation of it. What is filled in is kept aside."""

    __slots__ = ()

    @classmethod
    def escape(cls, value: Any, /) -> Source:
        """A stand-in for ``value``."""
        return cls(value) if isinstance(value, Markup) else cls(_keep(value))


def _keep(value: Any) -> str:
    if value is None or value == "":
        return ""
    kept = _kept.get()
    kept.append(value if isinstance(value, THINGS) else str(one_value(value)))
    return f"{_OPEN}{len(kept) - 1}{_CLOSE}"


@pass_context  # so that Jinja does not apply it when it compiles, where there is nothing to keep things in
def kept_aside(context: Context, value: Any) -> Markup:
    """What stands in the text for something printed. The `finalize` of the environments that words are made in."""
    return value if isinstance(value, Markup) else Source(_keep(value))


def translated(message: str, **values: Any) -> Source:
    """``message`` in the language in use, read as Markdown, with ``values`` put in as plain text."""
    return Source(_(message)) % values


def translated_count(one: str, many: str, count: int, **values: Any) -> Source:
    """As `translated`, for a number of things."""
    return Source(ngettext(one, many, count)) % {"num": count, **values}


def plain_words(words: str) -> str:
    """What a template says, as plain text for a piece that it makes itself; what is filled in stands in its place."""
    if not isinstance(words, Source):
        return words
    kept = _kept.get()
    return _KEPT.sub(lambda found: as_words(kept[int(found[1])]) if int(found[1]) < len(kept) else "", str(words))


def pieces_of(environment: Environment, name: str, values: Mapping[str, Any]) -> tuple[Piece, ...]:
    """The template ``name`` filled with ``values``, read into pieces. Raises `TemplateTrouble`."""
    token = _kept.set([])
    try:
        text = fill(environment, name, values)
        return tuple(_Reader(_kept.get()).pieces(_parser().parse(text)))
    finally:
        _kept.reset(token)


def _said(message: str) -> Source:
    return Source(_(message))


WORDS = Dialect(
    "words",
    kept_aside,
    {"_": _said, "gettext": translated, "ngettext": translated_count},
    blocks=True,
)
"""Of templates that are read as Markdown."""


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # the reader below decides
    return parser


class _Reader:
    """From the parser's tokens to pieces."""

    def __init__(self, kept: Sequence[Any]) -> None:
        self._kept = kept
        self._anchors: set[str] = set()

    def pieces(self, tokens: Sequence[Token]) -> Iterator[Piece]:
        position = 0
        while position < len(tokens):
            token = tokens[position]
            end = _end(tokens, position) if token.nesting == 1 else position
            inside = tokens[position + 1 : end]
            yield from self._piece(token, inside)
            position = end + 1

    def _piece(self, token: Token, inside: Sequence[Token]) -> Iterator[Piece]:
        match token.type:
            case "paragraph_open":
                yield from self._paragraph(inside[0])
            case "heading_open":
                runs = tuple(self._runs(inside[0]))
                yield Heading(min(int(token.tag[1:]), 4), runs, self._anchor(words_of(runs)))
            case "bullet_list_open" | "ordered_list_open":
                yield self._list(inside, token.type == "ordered_list_open")
            case "blockquote_open":
                yield Quote(tuple(self.pieces(inside)))
            case "table_open":
                yield self._grid(inside)
            case "hr":
                yield Rule()
            case "fence" | "code_block":
                yield Paragraph((Run(self._plain(token.content)),))
            case _:
                raise AssertionError(token.type)

    def _paragraph(self, inline: Token) -> Iterator[Piece]:
        alone = _KEPT.fullmatch(inline.content.strip())
        thing = self._value(alone[1]) if alone else None
        if isinstance(thing, THINGS):
            yield thing
        elif isinstance(thing, str):
            yield Text(blocks_of(thing))
        elif runs := tuple(self._runs(inline)):
            yield Paragraph(runs)

    def _list(self, inside: Sequence[Token], numbered: bool) -> Items:
        items = []
        tight = True
        position = 0
        while position < len(inside):
            end = _end(inside, position)
            within = inside[position + 1 : end]
            tight = tight and all(one.hidden for one in within if one.type == "paragraph_open")
            items.append(tuple(self.pieces(within)))
            position = end + 1
        return Items(tuple(item for item in items if item), numbered, tight)

    def _grid(self, inside: Sequence[Token]) -> Grid:
        rows: list[list[tuple[Run, ...]]] = []
        for token in inside:
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(tuple(self._runs(token)))
        return Grid(tuple(rows[0]), tuple(tuple(row) for row in rows[1:]))

    def _runs(self, inline: Token) -> Iterator[Run]:
        strong = emphasis = 0
        link = ""
        for token in inline.children or ():
            match token.type:
                case "text" | "code_inline":
                    marked = strong or emphasis or link
                    for text in filter(None, [self._plain(token.content)] if marked else self._parts(token.content)):
                        yield Run(text, strong > 0, emphasis > 0, link)
                case "softbreak":
                    yield Run(" ", strong > 0, emphasis > 0, link)
                case "hardbreak":
                    yield Run("\n")
                case "strong_open" | "strong_close":
                    strong += token.nesting
                case "em_open" | "em_close":
                    emphasis += token.nesting
                case "link_open":
                    link = self._link(str(token.attrs.get("href", "")))
                case "link_close":
                    link = ""
                case _:  # a picture from elsewhere: its words are all that a document shows
                    yield Run(self._plain(token.content), strong > 0, emphasis > 0, link)

    def _link(self, address: str) -> str:
        address = "".join(self._plain(address).split())
        return address if address.lower().startswith(_LINKS) else ""

    def _parts(self, text: str) -> Iterator[str]:
        """``text`` in stretches, each our own words or something printed, which may be in another language."""
        for position, stretch in enumerate(_KEPT.split(clean(text))):
            yield _flat(as_words(self._value(stretch)) if position % 2 else stretch)

    def _plain(self, text: str) -> str:
        """``text`` with what was kept aside put back, as words."""
        return _KEPT.sub(lambda found: _flat(as_words(self._value(found[1]))), clean(text))

    def _value(self, number: str) -> Any:
        return self._kept[int(number)] if int(number) < len(self._kept) else ""

    def _anchor(self, words: str) -> str:
        slug = re.sub(r"[\W_]+", "-", words.lower()).strip("-")[:60]
        slug = slug if slug[:1].isalpha() else f"part-{slug}".strip("-")
        anchor, number = slug, 1
        while anchor in self._anchors:
            number += 1
            anchor = f"{slug}-{number}"
        self._anchors.add(anchor)
        return anchor


def _flat(text: str) -> str:
    """``text`` on one line; a blank at either end stays, since it parts the text from what is beside it."""
    words = one_line(text)
    return " " * text[:1].isspace() + words + " " * text[-1:].isspace() if words else " " * bool(text)


def as_words(value: Any) -> str:
    """A thing in the middle of a sentence, as words."""
    if isinstance(value, str):
        return value
    from cop_wizard.documents.content.prose import plain

    match value.kind:
        case "text":
            return plain(value.blocks)
        case "line":
            return str(value.text)
        case "choices" | "lines":
            return _(", ").join(value.items)
        case "nothing" | "badge":
            return str(value.words)
        case _:
            return ""


def _end(tokens: Sequence[Token], start: int) -> int:
    depth = 0
    for position in range(start, len(tokens)):
        depth += tokens[position].nesting
        if depth == 0:
            return position
    raise AssertionError("the parser closes what it opens")
