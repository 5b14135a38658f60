"""What comes of a review: its next steps are to-dos, what is seen to go wrong can be a risk of the plan."""

from __future__ import annotations

from cop_wizard.i18n import _, ngettext
from cop_wizard.instruments.model import Instrument, Item
from cop_wizard.instruments.seen import own_item
from cop_wizard.instruments.steps import new_todos
from cop_wizard.values import Data, KeyPath
from cop_wizard.wizard.desk import Desk
from cop_wizard.wizard.interview import SaveAndLeave
from cop_wizard.wizard.prompter import INSIDE, Ask, Leave, Option, Way
from cop_wizard.wizard.reviewing import Reviewing

_TODO, _RISKS = ("todo",), ("life", "risks")
_RISK_LIST = "RiskKind"


def follow_up(reviewing: Reviewing) -> None:
    """Take the next steps of a review into the plan's to-dos, and offer what was seen to go wrong as risks."""
    place = reviewing.place()
    if place is None:
        return
    _take_steps(reviewing.desk, reviewing.desk.value(place))
    ratings = _rows(reviewing.desk, (*place, "ratings"))
    if reviewing.instrument.names == _RISK_LIST:
        _offer_risks(reviewing.desk, reviewing.instrument, ratings)


def _take_steps(desk: Desk, review: Data) -> None:
    new = new_todos([review], _rows(desk, _TODO))
    if not new:
        return
    desk.append(_TODO, new)
    told = ngettext("{count} next step is a to-do now.", "{count} next steps are to-dos now.", len(new))
    desk.prompter.show(f"✓ {told.format(count=len(new))}", "good")


def _offer_risks(desk: Desk, instrument: Instrument, ratings: list[dict[str, Data]]) -> None:
    known = {row.get("risk") for row in _rows(desk, _RISKS)}
    seen: dict[str, dict[str, Data]] = {}
    for rating in ratings:
        name = rating.get("item")
        if isinstance(name, str) and name not in known and _goes_wrong(_item(instrument, name), rating):
            seen[name] = {"risk": name}
            for key, source in (("sign", "signs"), ("response", "response"), ("owner", "owner")):
                if isinstance(value := rating.get(source), str):
                    seen[name][key] = " ".join(value.split())
    if not seen:
        return
    ask = Ask(question=_("Keep an eye on these, as risks of your plan?"), optional=True, ways=INSIDE)
    options = [Option(name, _item(instrument, name).name) for name in seen]
    reply = desk.prompter.tick(ask, options, list(seen))
    if isinstance(reply, Leave):
        if reply.way is Way.SAVE:
            raise SaveAndLeave
        return
    if reply:
        desk.append(_RISKS, [seen[name] for name in reply])


def _goes_wrong(item: Item, rating: dict[str, Data]) -> bool:
    """Whether it is there, not only its first signs."""
    return bool(item.levels) and item.levels[-1].calls and rating.get("level") == item.levels[-1].id


def _item(instrument: Instrument, name: str) -> Item:
    return instrument.item(name) or own_item(name, instrument)


def _rows(desk: Desk, path: KeyPath) -> list[dict[str, Data]]:
    rows = desk.value(path)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
