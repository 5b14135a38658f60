"""COP206 to COP211, COP217, COP219, COP230 and COP231: single answers that cannot be, or may not be, what is meant."""

from __future__ import annotations

from collections.abc import Callable

from cop_wizard.checks.reasons import Reasons
from cop_wizard.i18n import _

EXPLAINED: dict[str, Callable[[], Reasons]] = {
    "COP206": lambda: Reasons(
        title=_("This is not one of the answers to choose from"),
        why=_(
            "Some questions have a fixed list of answers, so that the page can draw a picture of them and the coach "
            "can reason about them. A word beside the list would be in none of it."
        ),
        do=_("Write one of the answers that are named, letter for letter. `cop guide` explains what each means."),
        before="""\
membership:
  roster:
    - name: Halvard Lindqvist
      level: periferal
""",
        after="""\
membership:
  roster:
    - name: Halvard Lindqvist
      level: peripheral
""",
    ),
    "COP207": lambda: Reasons(
        title=_("This day is not in the calendar"),
        why=_("No month has that day, so nobody would know when to come."),
        do=_("Write year, month and day. If you do not know the date yet, write it in words."),
        before="""\
launch:
  first_meeting: 2026-09-31
""",
        after="""\
launch:
  first_meeting: 2026-09-30
""",
    ),
    "COP208": lambda: Reasons(
        title=_("A date is not written as year, month, day"),
        why=_(
            "04/05/2026 is the fourth of May for some readers and the fifth of April for others. Half of them would "
            "come on the wrong day. With the year first there is one way to read it."
        ),
        do=_("Write the year, the month and the day: 2026-09-15. The page still says Tuesday 15 September 2026."),
        before="""\
launch:
  first_meeting: 15/09/2026
""",
        after="""\
launch:
  first_meeting: 2026-09-15
""",
    ),
    "COP209": lambda: Reasons(
        title=_("This is not a time of day"),
        why=_("A number alone could be morning or evening, and a calendar cannot hold it."),
        do=_("Write hours and minutes: 15:30 or 3:30 pm."),
        before="""\
launch:
  start: 9
""",
        after="""\
launch:
  start: "9:00"
""",
    ),
    "COP210": lambda: Reasons(
        title=_("This is not a length of time"),
        why=_("Without its unit, 90 could be minutes or days. The page and the calendar need to know."),
        do=_("Write the number with its unit, like 90 minutes or 1.5 hours."),
        before="""\
launch:
  length: 90
""",
        after="""\
launch:
  length: 90 minutes
""",
    ),
    "COP211": lambda: Reasons(
        title=_("This is not a number of people or things"),
        why=_("People come whole. cop compares these numbers with the roster, and half a person fits no list."),
        do=_("Write a whole number, or say it in words: about fifteen."),
        before="""\
membership:
  size:
    ideal: 12.5
""",
        after="""\
membership:
  size:
    ideal: 12
""",
    ),
    "COP217": lambda: Reasons(
        title=_("A to-do is about a question that does not exist"),
        why=_("It would stand in the list for ever, since no answer could settle it."),
        do=_("Name the question as the plan does: its section, a dot, its name. `cop guide --paths` lists them."),
        before="""\
todo:
  - question: norms.agreement
    note: Ask everybody on the first evening
    owner: Amina Yusuf
""",
        after="""\
todo:
  - question: norms.agreements
    note: Ask everybody on the first evening
    owner: Amina Yusuf
""",
    ),
    "COP230": lambda: Reasons(
        title=_("There is no time zone of this name"),
        why=_(
            "Calendars know time zones by the name of a large city in them. With another name they would show your "
            "members the wrong hour, or none."
        ),
        do=_("Write the continent and the city, such as America/Edmonton, or leave the time zone out."),
        before="""\
launch:
  zone: America/Edmunton
""",
        after="""\
launch:
  zone: America/Edmonton
""",
    ),
    "COP231": lambda: Reasons(
        title=_("The plan has the form of an earlier version"),
        why=_(
            "Later versions of cop call a few things by other names. Your plan is understood as it is; brought up to "
            "date, it says what the documentation says."
        ),
        do=_("Run `cop migrate`. It shows the lines that change and keeps your comments and the version before."),
        before="""\
schema_version: 1
membership:
  roster:
    - name: Amina Yusuf
      status: joined
""",
        after="""\
schema_version: 2
membership:
  roster:
    - name: Amina Yusuf
      status: member
""",
    ),
    "COP232": lambda: Reasons(
        title=_("A review names a level that its instrument has not"),
        why=_("What was seen would count for nothing, and nobody would notice that it is missing among the others."),
        do=_("Write one of the levels of the instrument; `cop guide six-elements` shows them with their names."),
        before="""\
reviews:
  - instrument: six-elements
    on: 2026-11-20
    ratings:
      - item: identity
        level: in_place
""",
        after="""\
reviews:
  - instrument: six-elements
    on: 2026-11-20
    ratings:
      - item: identity
        level: in_places
""",
    ),
    "COP233": lambda: Reasons(
        title=_("A review was made by an instrument that is not there"),
        why=_("Without it nobody knows what the items and the levels of the review mean."),
        do=_("Write its name as `cop guide instruments` lists it, or put the file of your own beside the plan."),
        before="""\
reviews:
  - instrument: six-element
    on: 2026-11-20
    ratings:
      - item: identity
        level: in_places
""",
        after="""\
reviews:
  - instrument: six-elements
    on: 2026-11-20
    ratings:
      - item: identity
        level: in_places
""",
    ),
    "COP219": lambda: Reasons(
        title=_("Your own words are those of an answer to choose from"),
        why=_(
            "Where your own words are welcome, cop keeps every text as it is. But a picture or the coach counts the "
            "answers of the list by their short names, and would count this one among your own."
        ),
        do=_("Write the short name, if that is what you mean. The page says it in full words again."),
        before="""\
purpose:
  purposes:
    - learning together
""",
        after="""\
purpose:
  purposes:
    - shared_learning
""",
    ),
}
