"""The XML of a Word file, in as few words as it takes. Every text that goes into it is made safe here."""

from __future__ import annotations

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from cop_wizard.wording import clean

__all__ = ["Element", "qn", "text_element", "w"]


def w(tag: str, *children: Element | None, **attributes: object) -> Element:
    """An element of Word's own namespace; ``None`` among the children is left out."""
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), clean(str(value)))
    element.extend(child for child in children if child is not None)
    return element


def text_element(text: str, tag: str = "t") -> Element:
    """Text as it stands, with its blanks. What XML cannot hold becomes a visible replacement."""
    element = w(tag)
    element.text = clean(text)
    element.set(qn("xml:space"), "preserve")
    return element
