"""A document as plain text, to be pasted where nothing else can go, such as a mail. Lines are not broken."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cop_wizard.documents.composing import compose
from cop_wizard.documents.content.paper import Heading, Items, Paragraph, Quote, Run, words_of
from cop_wizard.documents.content.shapes import Block, Text
from cop_wizard.documents.subject import Subject
from cop_wizard.documents.templating.words import as_words


def render_text(document: str, subject: Subject) -> str:
    """A document as plain text: paragraphs, lists and headings. Raises `TemplateTrouble` and `NothingToShow`."""
    return _pieces(compose(document, subject).pieces) + "\n"


def _pieces(pieces: Iterable[Any]) -> str:
    return "\n\n".join(text for text in map(_piece, pieces) if text)


def _piece(piece: Any) -> str:
    match piece:
        case Paragraph():
            return _lines(piece.runs)
        case Heading():
            return words_of(piece.runs).upper()
        case Items():
            signs = (f"{number}. " if piece.numbered else "- " for number in range(1, len(piece.items) + 1))
            return "\n".join(
                sign + _pieces(item).replace("\n", "\n" + " " * len(sign))
                for sign, item in zip(signs, piece.items, strict=True)
            )
        case Quote():
            return "\n".join("> " + line for line in _pieces(piece.pieces).split("\n"))
        case Text():
            return "\n\n".join(map(_block, piece.blocks))
        case _:
            return as_words(piece)


def _lines(runs: Iterable[Run]) -> str:
    said = "".join(f"{run.text} ({run.link})" if run.link not in ("", run.text) else run.text for run in runs)
    return "\n".join(" ".join(line.split()) for line in said.split("\n"))


def _block(block: Block) -> str:
    signs = {"bullets": "- ", "paragraph": ""}
    return "\n".join(signs.get(block.kind, f"{number}. ") + line for number, line in enumerate(block.lines, 1))
