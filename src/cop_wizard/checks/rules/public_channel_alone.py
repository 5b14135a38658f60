"""A channel is open to everybody, and nobody looks after it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.phrases import some_quoted
from cop_wizard.checks.rules.reading import is_vacant, rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.choices import SeenBy
from cop_wizard.plan.plan import Plan


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Public channels without an owner; those among members look after themselves."""
    alone = [
        (place, words(one.name))
        for place, one in enumerate(rows(plan.communication.channels))
        if words(one.name)
        and one.open_to is SeenBy.PUBLIC
        and (one.owner is None or (words(one.owner) and is_vacant(words(one.owner))))
    ]
    if alone:
        yield Advice(
            ("communication", "channels", alone[0][0], "open_to"),
            ngettext(
                "{channels} is open to everybody, and nobody looks after it.",
                "{channels} are open to everybody, and nobody looks after them.",
                len(alone),
            ).format(channels=some_quoted([name for _place, name in alone])),
            _("Ask somebody to read there once a week, and put the name under `owner`."),
            tuple(("communication", "channels", place, "open_to") for place, _name in alone[1:]),
        )


def reasons() -> Reasons:
    """Source: Staempfli tool item S2.9, principle 4 (public and private spaces)."""
    return Reasons(
        title=_("A public channel without anybody who looks after it"),
        why=_(
            "A stranger's question that nobody answers for a month tells more about a community than its statement of "
            "purpose. One person who looks in is enough."
        ),
        do=_("Name somebody for each public place, or close those that nobody wants to keep."),
        before="""\
communication:
  channels:
    - name: Numeracy page
      open_to: public
""",
        after="""\
communication:
  channels:
    - name: Numeracy page
      open_to: public
      owner: Lucie Tremblay
""",
        source="staempfli-2020",
        where=_("principle 4"),
    )


RULE = Rule("COP811", look, reasons, unless=(has_ended,), wish=True)
