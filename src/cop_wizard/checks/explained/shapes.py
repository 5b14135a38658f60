"""COP20x and COP212, COP213: which names there are in a plan, and what shape stands behind them."""

from __future__ import annotations

from collections.abc import Callable

from cop_wizard.checks.reasons import Reasons
from cop_wizard.i18n import _

EXPLAINED: dict[str, Callable[[], Reasons]] = {
    "COP200": lambda: Reasons(
        title=_("An answer does not fit in its place"),
        why=_("cop cannot use this answer and has no better words for the reason. You should never see this one."),
        do=_("Compare the place with an example plan, and please tell us about it."),
        before="",
        after="",
    ),
    "COP201": lambda: Reasons(
        title=_("There is no place of this name in a plan"),
        why=_(
            "An answer under a misspelt name is lost: the page does not show it, and its question counts as open. A "
            "name can also be right, but stand under the wrong heading."
        ),
        do=_("Take the name that is proposed. For notes of your own, begin the name with x-; cop leaves those alone."),
        before="""\
membership:
  rooster:
    - name: Tomás Herrera
""",
        after="""\
membership:
  roster:
    - name: Tomás Herrera
""",
    ),
    "COP202": lambda: Reasons(
        title=_("One answer stands where a group of answers belongs"),
        why=_("The question has several parts, each with its own name. Nothing says which of them this answers."),
        do=_("Put the parts on lines of their own below, each with its name and two spaces further in."),
        before="""\
membership:
  size: between eight and fifteen
""",
        after="""\
membership:
  size:
    minimum: 8
    maximum: 15
""",
    ),
    "COP203": lambda: Reasons(
        title=_("One answer stands where a list belongs"),
        why=_("There can be several answers here. Written in one line, two people become one person with a long name."),
        do=_("Give each item a line of its own that begins with a dash and a space."),
        before="""\
leadership:
  duties:
    convene: Devi Ramsaran
""",
        after="""\
leadership:
  duties:
    convene:
      - Devi Ramsaran
""",
    ),
    "COP204": lambda: Reasons(
        title=_("A list or a group stands where one answer belongs"),
        why=_(
            "There is room for one answer only, and cop will not choose among yours. A text with a colon in it also "
            "looks like a group."
        ),
        do=_("Write one answer behind the name, without a dash; in quotation marks if it holds a colon."),
        before="""\
purpose:
  focus:
    - early numeracy
""",
        after="""\
purpose:
  focus: early numeracy
""",
    ),
    "COP205": lambda: Reasons(
        title=_("An item of a list is empty"),
        why=_("An empty line in a list could be somebody who was forgotten, and counts as one more when cop counts."),
        do=_("Write what belongs there, or take the line away."),
        before="""\
purpose:
  purposes:
    - solving_problems
    -
""",
        after="""\
purpose:
  purposes:
    - solving_problems
""",
    ),
    "COP212": lambda: Reasons(
        title=_("Something is missing that cannot be left out"),
        why=_(
            "The version in the first line tells cop how to read the plan, today and in ten years. A guide, too, has a "
            "few lines without which it cannot be followed."
        ),
        do=_("Add the line that is named. Every plan begins with `schema_version: 2`."),
        before="""\
title: Numbers First Circle
""",
        after="""\
schema_version: 2
title: Numbers First Circle
""",
    ),
    "COP213": lambda: Reasons(
        title=_("The plan was written for another version of cop"),
        why=_("A newer plan can hold answers that this cop does not know. Reading it as an old one could lose them."),
        do=_("Update cop. If the number is a slip of the pen, write the one that is named."),
        before="""\
schema_version: 99
title: Numbers First Circle
""",
        after="""\
schema_version: 2
title: Numbers First Circle
""",
    ),
}
