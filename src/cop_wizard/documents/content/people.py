"""Who leads and how to reach them, who a name on a letter stands for, and where the members come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cop_wizard.documents.content.facts import belongs, rows, said
from cop_wizard.documents.content.forms import person_words, text
from cop_wizard.documents.content.telling import is_told
from cop_wizard.errors import WrongUse
from cop_wizard.i18n import _
from cop_wizard.plan.choices import RoleLabel
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import Member
from cop_wizard.schedule.slots import same_title
from cop_wizard.wording import one_line, some_of

_NAMED = 12
"""As many names as somebody reads who has mistyped one."""


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to turn to. ``words`` are role and workplace, ``ways`` e-mail and telephone; each may be ""."""

    name: str
    words: str
    ways: str


class NobodyOfThatName(WrongUse):
    """A document was wanted for somebody who is not in the plan; the hint names who is."""

    def __init__(self, name: str, names: Sequence[str], hint: str) -> None:
        shown = one_line(name)
        there = _("There are: {names}.").format(names=some_of(names, _NAMED)) if names else hint
        super().__init__(_("Nobody here is called “{name}”.").format(name=shown[:99] or "?"), there)


def named(people: Iterable[Member], name: str) -> Member | None:
    """The one of ``people`` who is called ``name``, whatever the case and the accents."""
    return next((one for one in people if text(one.name) and same_title(text(one.name), one_line(name))), None)


def person_called(plan: Plan, name: str) -> Member:
    """Somebody on the roster. Raises `NobodyOfThatName`."""
    roster: list[Member] = rows(plan.membership.roster)
    found = named(roster, name)
    if found is None:
        names = [text(one.name) for one in roster if is_told(one.name)]
        raise NobodyOfThatName(name, names, _("Nobody is on the roster yet. Add this person first."))
    return found


def leading(plan: Plan) -> list[Contact]:
    """Who leads, first those who hold an office, else those of the members who do the most of the eight duties."""
    roster: list[Member] = rows(plan.membership.roster)
    return [_contact(name, named(roster, name)) for name in dict.fromkeys(_leaders(plan, roster))]


def _leaders(plan: Plan, roster: list[Member]) -> list[str]:
    offices = [text(one.filled_by) for one in rows(plan.leadership.offices) if is_told(one.filled_by)]
    if any(offices):
        return offices
    duties = said(plan.leadership.duties)
    doing = Counter(text(name) for _duty, names in duties or () for name in rows(names) if is_told(name))
    people = {name: named(roster, name) for name in doing}
    known = [name for name, _times in doing.most_common() if (one := people[name]) is not None and belongs(one)]
    if known:
        return known
    if is_told(plan.leadership.gardener):
        return [text(plan.leadership.gardener)]
    marks = {RoleLabel.LEADER, RoleLabel.COORDINATOR}
    return [text(one.name) for one in roster if is_told(one.name) and marks & set(rows(one.labels))]


def _contact(name: str, person: Member | None) -> Contact:
    if person is None:
        return Contact(name, "", "")
    ways = [text(way) for way in (person.email, person.phone) if is_told(way)]
    return Contact(text(person.name), person_words(person), _(", ").join(ways))


def workplaces(people: Iterable[Member]) -> list[str]:
    """The organisations that people come from, each once, in the order of the roster."""
    found: dict[str, str] = {}
    for one in people:
        if is_told(one.organization):
            found.setdefault(text(one.organization).casefold(), text(one.organization))
    return list(found.values())
