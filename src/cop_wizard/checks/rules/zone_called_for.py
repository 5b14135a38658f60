"""People meet online from several places, and nothing says whose clock is meant."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.called_for import called_for, phrases
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.choices import MeetingFormat
from cop_wizard.plan.plan import Plan

_WANTED = phrases("""
time zone
time zones
timezones
fuseau horaire
fuseaux horaires
across the country
across canada
across provinces
several provinces
different provinces
several countries
different countries
several time zones
plusieurs provinces
plusieurs pays
a travers le pays
a travers le canada
""")


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Words for far places, an hour, and a meeting on screen, while the zone is blank."""
    if _meets_online_at_an_hour(plan):
        yield from called_for(
            plan,
            _WANTED,
            ("launch", "zone"),
            _("{place} speaks of {words}, and the plan does not say by whose clock you meet."),
            _("Write the time zone of the hour you gave under `launch.zone`, such as `America/Edmonton`."),
        )


def _meets_online_at_an_hour(plan: Plan) -> bool:
    launch = plan.launch
    on_screen = launch.format in (MeetingFormat.VIRTUAL, MeetingFormat.BOTH)
    return launch.zone is None and on_screen and isinstance(launch.start, dt.time)


def reasons() -> Reasons:
    """Plain craft, without a source."""
    return Reasons(
        title=_("Several time zones, and one clock"),
        why=_(
            "Half past three is a friendly hour in one province and supper in another. With its zone, an hour can be "
            "turned into everybody's own; without, somebody sits alone in front of a camera."
        ),
        do=_("Name the zone once; calendars do the rest."),
        before="""\
membership:
  ideal_member: Librarians across the country who read with children
launch:
  format: virtual
  start: 15:30
""",
        after="""\
membership:
  ideal_member: Librarians across the country who read with children
launch:
  format: virtual
  start: 15:30
  zone: America/Edmonton
""",
    )


RULE = Rule("COP624", look, reasons, unless=(has_ended,), wish=True)
