"""Who leads and how to reach them, who a name on a letter stands for, and where the members come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cop_wizard.documents.audience.left_out import Kind, in_place_of
from cop_wizard.documents.content.facts import belongs, said
from cop_wizard.documents.content.forms import person_words, text
from cop_wizard.errors import WrongUse
from cop_wizard.i18n import _
from cop_wizard.plan.choices import RoleLabel, YesNo
from cop_wizard.plan.filler import is_told
from cop_wizard.plan.parsing import folded, same_name
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import Member
from cop_wizard.rosters.names import after_title, plain_name
from cop_wizard.values import rows
from cop_wizard.wording import one_line, sentence_case, some_of

_NAMED = 12
"""As many names as somebody reads who has mistyped one."""


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to turn to. ``words`` are role and workplace, ``way`` is how to reach them; each may be ""."""

    name: str
    words: str
    way: str


class NobodyOfThatName(WrongUse):
    """A document was wanted for somebody who is not in the plan; the hint names who is."""

    def __init__(self, name: str, names: Sequence[str], hint: str) -> None:
        shown = one_line(name)
        there = _("There are: {names}.").format(names=some_of(names, _NAMED)) if names else hint
        super().__init__(_("Nobody here is called “{name}”.").format(name=shown[:99] or "?"), there)


def meant(names: Iterable[str], wanted: str) -> list[str]:
    """The names that ``wanted`` may mean, however they are typed: those that are the same, else those that are but for
    titles and degrees, else those of which it, or what stands after its title, is a part.
    """
    each = list(dict.fromkeys(names))
    words = one_line(wanted)
    same = [name for name in each if same_name(name, words)]
    bare, part, surname = plain_name(words), folded(words), after_title(words)
    return (
        same
        or [name for name in each if bare and plain_name(name) == bare]
        or [name for name in each if part and part in folded(name)]
        or [name for name in each if surname and surname in folded(name)]
    )


def the_one_meant(names: Sequence[str], wanted: str, hint: str) -> str:
    """The name that ``wanted`` means. Raises `NobodyOfThatName`, whose hint is ``hint`` where there are no names, and
    `WrongUse` where it is part of several.
    """
    found = meant(names, wanted)
    if not found:
        raise NobodyOfThatName(wanted, list(names), hint)
    if len(found) > 1:
        raise WrongUse(
            _("“{name}” can mean several people.").format(name=one_line(wanted)[:99]),
            _("Which one? {names}.").format(names=some_of(found, _NAMED)),
        )
    return found[0]


def named(people: Iterable[Member], name: str) -> Member | None:
    """The one of ``people`` who is called ``name``, whatever the case and the accents."""
    return next((one for one in people if text(one.name) and same_name(text(one.name), one_line(name))), None)


def person_called(plan: Plan, name: str) -> Member:
    """Somebody on the roster, by the whole name or a part that only this name has. Raises as `the_one_meant` does."""
    roster: list[Member] = rows(plan.membership.roster)
    names = [text(one.name) for one in roster if is_told(one.name) and text(one.name)]
    called = the_one_meant(names, name, _("Nobody is on the roster yet. Add this person first."))
    return next(one for one in roster if text(one.name) == called)


def name_words(plan: Plan, name: str) -> str:
    """A name as it is; what stands in the place of one ("the host of the day") with a capital, as names have."""
    return name if named(rows(plan.membership.roster), name) else sentence_case(name)


def contacts(plan: Plan) -> list[Contact]:
    """Who leads and may be named to others: those who speak for a community to people who are not in it.

    Of the ways to reach them each tells one: e-mail before telephone.
    """
    roster: list[Member] = rows(plan.membership.roster)
    people = [(name, named(roster, name)) for name in dict.fromkeys(_leaders(plan, roster))]
    return [_contact(name, one) for name, one in people if _nameable(name, one)]


def _nameable(name: str, person: Member | None) -> bool:
    return name != in_place_of(Kind.NAME) and (person is None or person.may_be_named is not YesNo.NO)


def _leaders(plan: Plan, roster: list[Member]) -> Iterator[str]:
    """First those who hold an office, then who keeps the community together, then the members who do the most of the
    eight duties, at last those who are marked as leaders.
    """
    yield from (text(one.filled_by) for one in rows(plan.leadership.offices) if is_told(one.filled_by))
    if is_told(plan.leadership.gardener):
        yield text(plan.leadership.gardener)
    duties = said(plan.leadership.duties)
    doing = Counter(text(name) for _duty, names in duties or () for name in rows(names) if is_told(name))
    people = {name: named(roster, name) for name in doing}
    yield from (name for name, _times in doing.most_common() if (one := people[name]) is not None and belongs(one))
    marks = {RoleLabel.LEADER, RoleLabel.COORDINATOR}
    yield from (text(one.name) for one in roster if is_told(one.name) and marks & set(rows(one.labels)))


def _contact(name: str, person: Member | None) -> Contact:
    if person is None:
        return Contact(name, "", "")
    ways = [text(way) for way in (person.email, person.phone) if is_told(way)]
    return Contact(text(person.name), person_words(person), next(iter(ways), ""))


def workplaces(people: Iterable[Member]) -> list[str]:
    """The organisations that people come from, each once, in the order of the roster."""
    found: dict[str, str] = {}
    for one in people:
        if is_told(one.organization):
            found.setdefault(text(one.organization).casefold(), text(one.organization))
    return list(found.values())
