"""How instruments look in a terminal: which there are, and one with its items and levels."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from cop_wizard.cli.page import DOT, Page
from cop_wizard.guide.model import Guide
from cop_wizard.i18n import _
from cop_wizard.instruments.model import Instrument, Item, Level
from cop_wizard.visible import visible_line


def instruments(found: Iterable[Instrument]) -> None:
    """All of them by name, with what each is called and how long it takes."""
    page = Page()
    page.heading(_("Ways to look at your community"))
    page.say(_("Each is a list of things to look at, alone or together, once or every year."))
    page.gap()
    page.pairs([(one.id, f"{one.title} ({one.minutes})") for one in found])
    page.gap()
    page.say(_("`cop guide NAME` shows one of them whole."))


def instrument(found: Instrument, guide: Guide) -> None:
    """One instrument: what it is for, its levels, its items, and what it asks people to write."""
    page = Page()
    page.heading(found.title)
    page.say(found.about)
    page.gap()
    page.say(_("Time: {minutes}.").format(minutes=found.minutes), "dim")
    usual = found.usual_levels
    if usual:
        page.gap()
        page.say(_("For each, choose one:"), "bold")
        page.pairs([(level.label, level.help) for level in usual])
    if found.columns:
        page.gap()
        page.say(_("And in your own words:"), "bold")
        page.pairs([(column.label, column.prompt) for column in found.columns])
    for position, item in enumerate(found.items, start=1):
        page.gap()
        _item(page, item, f"{position}", item.levels if item.levels != list(usual) else ())
    page.gap()
    page.say(_("Source: {source}").format(source=guide.cite(found.source, found.where)), "dim")


def _item(page: Page, item: Item, number: str, own: Iterable[Level]) -> None:
    named = item.name != item.question
    page.marked(number, Text(visible_line(item.name if named else item.question), style="bold"))
    if named:
        page.say(item.question, indent=4)
    if item.help:
        page.say(item.help, "dim", indent=4)
    for level in own:
        page.marked(DOT, level.label)
