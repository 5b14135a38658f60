"""Why the checks on an instrument of one's own exist."""

from __future__ import annotations

from collections.abc import Callable

from cop_wizard.checks.reasons import Reasons
from cop_wizard.i18n import _

_GOOD = """\
title: How our mornings go
levels: [Not yet, Sometimes, Always]
items:
  - We greet each other by name
  - Somebody is there before the first child
"""

EXPLAINED: dict[str, Callable[[], Reasons]] = {
    "COP240": lambda: Reasons(
        title=_("Two items or levels of an instrument are called the same"),
        why=_("Answers are kept by these names, and one name could mean either."),
        do=_("Give each a name, or an id, of its own."),
        before="""\
title: How our mornings go
levels: [Not yet, Sometimes, Always]
items:
  - We greet each other by name
  - We greet each other by name
""",
        after=_GOOD,
    ),
    "COP241": lambda: Reasons(
        title=_("An instrument asks nothing, or nothing can be answered"),
        why=_("Whoever begins a review by it would have nothing to choose and nothing to write."),
        do=_("Add items, and levels to choose from (at least two, the lowest first) or columns to write in."),
        before="""\
title: How our mornings go
items:
  - We greet each other by name
""",
        after=_GOOD,
    ),
    "COP242": lambda: Reasons(
        title=_("An instrument names a list or a place that does not exist"),
        why=_("An item leads to the place of the plan where something can be done; this one would lead nowhere."),
        do=_("Write the place as `cop guide --paths` lists it, or leave the line out."),
        before="""\
title: How our mornings go
levels: [Not yet, Sometimes, Always]
items:
  - question: Do we greet each other by name?
    concerns: [norms.greeting]
""",
        after="""\
title: How our mornings go
levels: [Not yet, Sometimes, Always]
items:
  - question: Do we greet each other by name?
    concerns: [norms.statements]
""",
    ),
}
