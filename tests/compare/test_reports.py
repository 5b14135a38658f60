"""How the changes are shown: on a screen, as Markdown, as JSON."""

from __future__ import annotations

import json
import re

import pytest
from markdown_it import MarkdownIt

from compare.conftest import Compare
from cop_wizard.cells import room
from cop_wizard.compare.report import data, markdown, text
from cop_wizard.look import Look

OLD = """\
title: Bridge
norms: {statements: {conflict: We argue about ideas and never about colleagues who are not in the room.}}
membership: {roster: [{name: Ana Li, level: active}, {name: Bo Chen}]}
"""
NEW = """\
title: Bridge
norms: {statements: {conflict: We argue about ideas and about nobody else but those who are in the room.}}
membership: {roster: [{name: Ana Li, level: core}, {name: Mei-Ling Chow, status: member}]}
launch: {plan: On the first day we meet in the library and everybody brings an object to tell about.}
"""
HOSTILE = 'title: "\\e[31m\\u202eevil\\u009b2J <script>*b* [l](javascript:x) `c` www.x.org http://x.org a@b.c ~~s~~"'


def test_on_a_wide_screen(compared: Compare) -> None:
    """Under the guide's sections, each with a mark that needs no colour."""
    assert text.render(compared(OLD, NEW), "old.yaml", "plan.yaml", Look(80)).splitlines() == [
        "From old.yaml to plan.yaml: 5 changes",
        "",
        "Membership",
        "  ~ Ana Li: Active → Core",
        "  + Mei-Ling Chow has joined.",
        "  − Bo Chen is no longer on the roster.",
        "",
        "Norms",
        "  ~ The norm “Manage conflict and disagreement” was reworded.",
        "      We argue about ideas and [−never about colleagues] [+about nobody else but",
        "      those] who are [−not] in the room.",
        "",
        "Launch",
        "  + “Plan for the launch” is answered now.",
        "      + On the first day we meet in the library and everybody brings an object",
        "        to tell about.",
    ]


@pytest.mark.parametrize("width", [30, 40, 80, None])
def test_colour_adds_nothing_but_colour(compared: Compare, width: int | None) -> None:
    """The same words without it, and no line runs over the edge."""
    found = compared(
        OLD,
        NEW + "x-a: 1\nresults: {legacy: 語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語}\n",
    )
    plain = text.render(found, "old.yaml", "plan.yaml", Look(width))
    coloured = text.render(found, "old.yaml", "plan.yaml", Look(width, colour=True))
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
    assert "\x1b[31m[−never about" in coloured or width in (30, 40)
    assert width is None or max(room(line) for line in plain.splitlines()) <= width


def test_hostile_text_is_shown_and_not_sent(compared: Compare) -> None:
    """Neither on a screen nor in JSON, and it is no markup in Markdown."""
    found = compared("title: a", HOSTILE)
    for shown in (
        text.render(found, "\x1b]0;a", "\u202eb", Look(80)),
        data.render(found, "\x1b]0;a", "\u202eb"),
        markdown.render(found, "\x1b]0;a", "\u202eb", ""),
    ):
        assert not set(shown) & set("\x1b\x9b\u202e")
    page = markdown.render(found, "a", "b", "")
    html = MarkdownIt("commonmark").enable("strikethrough").render(page)
    assert not re.search(r"http:|www\.|\w@", page), "a reader that makes links of addresses would find one"
    assert not re.search("<(a|em|code|script)[ >]", html)
    assert json.loads(data.render(found, "a", "b"))["changes"][0]["after"].startswith("\x1b[31m\u202eevil")


def test_as_markdown(compared: Compare) -> None:
    """A page whose headings are the guide's sections, with what went struck out and what came in bold."""
    page = markdown.render(compared(OLD, NEW), "old.yaml", "plan.yaml", "")
    html = MarkdownIt("commonmark").enable("strikethrough").render(page)
    assert re.findall("<h[12]>(.*)</h", html) == ["What changed", "Membership", "Norms", "Launch"]
    assert html.count("<li>") == 5
    assert "ideas and <s>never about colleagues</s> <strong>about nobody else but those</strong> who" in html
    assert "Mei-Ling Chow has joined." in html


def test_as_json(compared: Compare) -> None:
    """A form that other programs can rely on."""
    found = compared("membership: {size: none}\ntitle: a", "membership: {size: {ideal: 8}, roster: [{name: A}]}")
    assert json.loads(data.render(found, "old.yaml", "plan.yaml")) == {
        "version": 1,
        "old": "old.yaml",
        "new": "plan.yaml",
        "changes": [
            {
                "kind": "taken_away",
                "path": "title",
                "section": "Before you begin",
                "title": "Name of the community",
                "before": "a",
                "after": None,
                "said": "“Name of the community” has no answer any more. Before: a",
            },
            {
                "kind": "changed",
                "path": "membership.size",
                "section": "Membership",
                "title": "Size",
                "before": "none",
                "after": {"ideal": "8"},
                "said": "“Size”: none, on purpose → Ideal: 8",
            },
            {
                "kind": "answered",
                "path": "membership.roster",
                "section": "Membership",
                "title": "The people",
                "before": None,
                "after": [{"name": "A"}],
                "said": "“The people” is answered now: A",
            },
        ],
    }
