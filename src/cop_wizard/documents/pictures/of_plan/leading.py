"""Who leads, and who does what. Source: CASS guide items 3.2, 3.3 and 3.5."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cop_wizard.documents.content.answers import Answers
from cop_wizard.documents.content.facts import belongs, said
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.choices import SeatState, Structure
from cop_wizard.plan.filler import is_filler
from cop_wizard.plan.leadership import Duties, Office
from cop_wizard.plan.plan import Plan
from cop_wizard.values import NONE_ON_PURPOSE, rows
from cop_wizard.wording import one_line, short_date


@dataclass(frozen=True, slots=True)
class Duty:
    """One of the eight duties and who does it; ``needed`` is false where the plan says that nobody has to."""

    label: str
    holders: tuple[str, ...]
    needed: bool = True


@dataclass(frozen=True, slots=True)
class LeaderCard:
    """Somebody who leads, or an office that is vacant (``name`` is ""); ``note`` says more of it."""

    name: str
    roles: tuple[str, ...]
    note: str = ""
    acting: bool = False


@dataclass(frozen=True, slots=True)
class Leading:
    """How leadership is arranged: ``structure`` is ``single``, ``team``, ``shared`` or "", with its ``label``.

    ``cards`` are those who lead, ``helpers`` those who have a part where a single person leads. ``order`` is whose turn
    it is, one after the other; ``members`` how many belong to the community.
    """

    structure: str
    label: str
    meaning: str
    cards: tuple[LeaderCard, ...]
    helpers: tuple[LeaderCard, ...]
    order: tuple[str, ...]
    members: int

    @property
    def named(self) -> bool:
        """Whether there is anybody, or a vacant office, to be shown."""
        return bool(self.cards or self.helpers)


def duties_of(plan: Plan, answers: Answers) -> tuple[Duty, ...]:
    """The eight duties, or none where the plan says nothing of them."""
    duties = said(plan.leadership.duties)
    if duties is None:
        return ()
    return tuple(
        Duty(answers.label(Duties, name), _names(rows(holders)), needed=holders is not NONE_ON_PURPOSE)
        for name, holders in duties
    )


def leading_of(plan: Plan, answers: Answers) -> Leading:
    """Those who hold an office, or else a duty, and the gardener."""
    structure = plan.leadership.structure
    found = _together(_cards(plan))
    cards, helpers = _one_leads(plan, found) if structure is Structure.SINGLE else (found, [])
    known = structure if isinstance(structure, Structure) else None
    return Leading(
        str(known) if known else "",
        answers.words(known) if known else "",
        answers.meaning(known) if known else "",
        tuple(cards),
        tuple(helpers),
        _names(rows(plan.leadership.order)),
        sum(belongs(person) for person in rows(plan.membership.roster)),
    )


def _one_leads(plan: Plan, cards: list[LeaderCard]) -> tuple[list[LeaderCard], list[LeaderCard]]:
    """The one who leads, and the others: who holds the first office, or else more duties than anybody else."""
    if rows(plan.leadership.offices):
        return cards[:1], cards[1:]
    most = _most_duties(plan)
    return [card for card in cards if card.name == most], [card for card in cards if card.name != most]


def _most_duties(plan: Plan) -> str:
    """The name that stands at more duties than any other, or "" where there is no such name."""
    first, second = ([*_counted(plan).most_common(2), ("", 0), ("", 0)])[:2]
    return first[0] if first[1] > second[1] else ""


def _counted(plan: Plan) -> Counter[str]:
    duties = said(plan.leadership.duties)
    return Counter(name for _key, holders in duties or () for name in _names(rows(holders)))


def _names(given: Sequence[object]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one_line(name) for name in given if isinstance(name, str) and not is_filler(name)))


def _cards(plan: Plan) -> list[LeaderCard]:
    offices: list[Office] = rows(plan.leadership.offices)
    cards = [_of_office(office) for office in offices] or _of_duties(plan)
    gardener = _names([plan.leadership.gardener])
    cards += [LeaderCard(name, (_("Gardener"),)) for name in gardener]
    return cards


def _of_office(office: Office) -> LeaderCard:
    holder = _names([office.filled_by])
    role = one_line(office.role) if isinstance(office.role, str) else _("Office")
    if isinstance(office.number, int) and office.number > 1:
        role = _("{role} (× {count})").format(role=role, count=office.number)
    notes = [_("stands in: {name}").format(name=name) for name in _names([office.alternate])]
    if holder and isinstance(office.until, dt.date):
        notes.insert(0, _("until {date}").format(date=f"{short_date(office.until)} {office.until.year}"))
    return LeaderCard(holder[0] if holder else "", (role,), _("; ").join(notes), office.state is SeatState.ACTING)


def _of_duties(plan: Plan) -> list[LeaderCard]:
    return [
        LeaderCard(name, (ngettext("{count} duty", "{count} duties", count).format(count=count),))
        for name, count in _counted(plan).items()
    ]


def _together(cards: Sequence[LeaderCard]) -> list[LeaderCard]:
    """One card for everybody, whatever they hold; vacant offices stay apart."""
    found: dict[object, LeaderCard] = {}
    for position, card in enumerate(cards):
        key: object = card.name or position
        before = found.get(key)
        if before is None:
            found[key] = card
            continue
        notes = _("; ").join(note for note in dict.fromkeys((before.note, card.note)) if note)
        found[key] = LeaderCard(card.name, (*before.roles, *card.roles), notes, before.acting or card.acting)
    return list(found.values())
