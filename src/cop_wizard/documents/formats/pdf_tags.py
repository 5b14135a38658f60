"""Lists in the tag tree of a PDF file, mended: WeasyPrint leaves in them what the standard does not allow.

In a list there are items, in an item a label and a body (ISO 32000-1, 14.8.4.3.3). The rows of a list of terms
(``dl``) become items with the term as label; whatever else stands between items or in them gets a body around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def mend_lists(pdf: Any) -> None:
    """Puts right the lists of a file (a ``pydyf.PDF``) that is about to be written."""
    parts: list[Any] = [one for one in pdf.objects if isinstance(one, dict)]
    tree = {one.reference: one for one in parts if one.get("Type") == "/StructElem"}
    for one in list(tree.values()):
        if one["S"] == "/L":
            _mend_list(pdf, tree, one)
    for one in list(tree.values()):
        if one["S"] == "/LI":
            _mend_item(pdf, tree, one)


def _mend_list(pdf: Any, tree: dict[Any, Any], listing: Any) -> None:
    for position, reference in enumerate(listing["K"]):
        part = tree[reference]
        if part["S"] == "/Div":
            _make_item(tree, part)
        elif part["S"] not in ("/L", "/LI", "/Caption"):
            item = _around(pdf, listing, "/LI", [part])
            tree[item.reference] = item
            listing["K"][position] = item.reference


def _make_item(tree: dict[Any, Any], row: Any) -> None:
    """A row of a list of terms: its term and what is said of it are items of their own, and become one."""
    bodies = list(_bodies(tree, row))
    row["S"], row["K"][:] = "/LI", [body.reference for body in bodies]
    for position, body in enumerate(bodies):
        body["P"] = row.reference
        if position == 0 and len(bodies) > 1:
            body["S"] = "/Lbl"


def _bodies(tree: dict[Any, Any], within: Any) -> Iterator[Any]:
    for part in _inside(tree, within):
        if part["S"] == "/LBody":
            yield part
        else:
            yield from _bodies(tree, part)


def _mend_item(pdf: Any, tree: dict[Any, Any], item: Any) -> None:
    parts = _inside(tree, item)
    if all(part["S"] in ("/Lbl", "/LBody") for part in parts):
        return
    labels = [part for part in parts if part["S"] == "/Lbl"]
    others = [part for part in parts if part["S"] != "/Lbl"]
    for part in others:
        part["S"] = "/Div" if part["S"] == "/LBody" else part["S"]
    body = _around(pdf, item, "/LBody", others)
    item["K"][:] = [part.reference for part in (*labels, body)]


def _inside(tree: dict[Any, Any], element: Any) -> list[Any]:
    return [tree[reference] for reference in element["K"] if reference in tree]


def _around(pdf: Any, parent: Any, kind: str, parts: list[Any]) -> Any:
    """A new element of ``parent`` that holds ``parts``."""
    inside = type(parent["K"])(part.reference for part in parts)
    element = type(parent)({"Type": "/StructElem", "S": kind, "K": inside, "Pg": parent["Pg"], "P": parent.reference})
    pdf.add_object(element)
    for part in parts:
        part["P"] = element.reference
    return element
