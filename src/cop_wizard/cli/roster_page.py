"""What ``cop roster`` shows: who is new, which blanks are filled, where the two differ, what was not understood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cop_wizard.cli.page import Page
from cop_wizard.i18n import _, ngettext
from cop_wizard.values import NONE_ON_PURPOSE, Data

if TYPE_CHECKING:
    from cop_wizard.guide.model import Guide
    from cop_wizard.rosters.columns import Columns
    from cop_wizard.rosters.merge import Merge
    from cop_wizard.rosters.people import Unread


def show(table: Path, columns: Columns, merged: Merge, guide: Guide) -> None:
    """Show it all on stdout."""
    _Shown(guide).show(table, columns, merged)


def _on_the_roster() -> str:
    return _("Looks like {name}, who is on the roster.")


class _Shown:
    def __init__(self, guide: Guide) -> None:
        self._page = Page()
        self._guide = guide

    def show(self, table: Path, columns: Columns, merged: Merge) -> None:
        page = self._page
        if merged.added:
            page.heading(_("New on the roster"))
            for added in merged.added:
                name = self._words("name", added.data["name"]) if "name" in added.data else _("(no name)")
                self._person("+", name, added.data, added.unread)
                if added.like:
                    words = _("Looks like {name}, who is new as well.") if added.also_new else _on_the_roster()
                    page.say(words.format(name=added.like), "yellow", 2)
        if merged.filled:
            page.heading(_("Blanks filled in"))
            for filled in merged.filled:
                self._person("~", filled.name, filled.data, filled.unread)
        if merged.differing:
            page.heading(_("Different; the plan keeps its own"))
            for one in merged.differing:
                words = _("{name}, {field}: “{ours}” in the plan, “{theirs}” in the table")
                ours, theirs = self._words(one.field, one.ours), self._words(one.field, one.theirs)
                field = self._label(one.field)
                page.marked("!", words.format(name=one.name, field=field, ours=ours, theirs=theirs))
        self._columns(columns)
        self._sum(table, merged)

    def _person(self, mark: str, name: str, data: Mapping[str, Data], unread: Sequence[Unread]) -> None:
        """Somebody with all that the plan would get, and what was not understood."""
        left_out = {"name"} | ({"note"} if unread else set())
        parts = ((self._label(key), self._words(key, value)) for key, value in data.items() if key not in left_out)
        told = "; ".join(_("{field} {value}").format(field=label, value=words) for label, words in parts)
        self._page.marked(mark, _("{name}: {words}").format(name=name, words=told) if told else name)
        if unread:
            words = _("Not understood, so it goes into the note: {words}")
            self._page.say(words.format(words="; ".join(one.words for one in unread)), "yellow", 2)

    def _label(self, field: str) -> str:
        from cop_wizard.wording import spoken

        words = self._guide.vocabulary.parts.get("Member")
        return words.fields[field].label if words and field in words.fields else spoken(field)

    def _words(self, field: str, value: Data) -> str:
        from cop_wizard.plan.fields import choices_of, item_type, type_at
        from cop_wizard.plan.shapes import Member

        if value is NONE_ON_PURPOSE:
            return _("none")
        if isinstance(value, list):
            return _(", ").join(self._words(field, item) for item in value)
        annotation = type_at(Member, (field,))
        choices = choices_of(item_type(annotation) or annotation)
        known = self._guide.vocabulary.choices.get(choices.__name__, {}) if choices else {}
        return known[str(value)].label if str(value) in known else str(value)

    def _columns(self, columns: Columns) -> None:
        lost = [
            heading for field, heading in zip(columns.fields, columns.headings, strict=True) if not field and heading
        ]
        if lost:
            self._page.heading(_("Columns that were not understood"))
            self._page.say(_("{names}. What stands there goes into the notes.").format(names=_(", ").join(lost)))

    def _sum(self, table: Path, merged: Merge) -> None:
        page, parts = self._page, []
        if merged.added:
            count = len(merged.added)
            parts.append(ngettext("{count} person is new", "{count} people are new", count).format(count=count))
        if merged.filled:
            count = len(merged.filled)
            parts.append(ngettext("{count} gets more answers", "{count} get more answers", count).format(count=count))
        if parts:
            page.say(_("{table}: {parts}.").format(table=table, parts=_(", ").join(parts)))
        else:
            page.say(_("{table}: everybody in it is on the roster already.").format(table=table))
