"""A break ends before it begins."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.phrases import quoted
from cop_wizard.checks.rules.reading import day, rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.plan import Plan
from cop_wizard.wording import date_words


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Each closure whose two dates are known and the wrong way round."""
    for place, closure in enumerate(rows(plan.launch.closures)):
        begins, ends = day(closure.begins), day(closure.ends)
        if not begins or not ends or begins <= ends:
            continue
        meant = _a_year_later(begins, ends)
        name = words(closure.name)
        message = (
            _("{name} ends on {ends}, before it begins.") if name else _("A break ends on {ends}, before it begins.")
        )
        yield Advice(
            ("launch", "closures", place, "ends"),
            message.format(name=quoted(name), ends=date_words(ends)),
            _("Is {date} meant?").format(date=date_words(meant))
            if meant
            else _("Put the earlier day under `begins` and the later one under `ends`."),
            (("launch", "closures", place, "begins"),),
        )


def _a_year_later(begins: dt.date, ends: dt.date) -> dt.date | None:
    """The end with the year after, where that makes a break of at most three months, as over New Year."""
    try:
        meant = ends.replace(year=ends.year + 1)
    except ValueError:  # 29 February, or the last year there is
        return None
    return meant if 0 <= (meant - begins).days <= 92 else None


def reasons() -> Reasons:
    """Plain craft, without a source."""
    return Reasons(
        title=_("A break ends before it begins"),
        why=_(
            "A break over New Year is easily written with one year for both days. As it stands, no day is kept free, "
            "and a meeting may be planned right into the holidays."
        ),
        do=_("Correct the year, or swap the two days."),
        before="""\
launch:
  closures:
    - name: Winter break
      begins: 2051-12-21
      ends: 2051-01-05
""",
        after="""\
launch:
  closures:
    - name: Winter break
      begins: 2051-12-21
      ends: 2052-01-05
""",
    )


RULE = Rule("COP614", look, reasons)
