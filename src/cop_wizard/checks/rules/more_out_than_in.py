"""More money is to go out than comes in."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.reading import rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.parsing import name_key
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import ResourceLine
from cop_wizard.values import NoneOnPurpose

_UNIT = r"(?:[A-Z]{0,3}[$€£]|[A-Z]{3}|dollars?|euros?|pounds?)"
_AMOUNT = rf"(?P<before>{_UNIT})?\s*(?P<number>\d[\d ,.'\u00a0\u202f]*)\s*(?P<after>{_UNIT})?"
_PLAIN = r"\d+(?:\.\d{1,2})?"


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Only where every amount is a plain number in one currency for one stretch of time, else nothing adds up."""
    coming, going = plan.resources.money_in, rows(plan.resources.money_out)
    if coming is None or not going or any(words(line.source) for line in going):
        return  # who pays for something directly need not bring the money in first
    lines = rows(coming) + going
    if len({_unit(line) for line in lines}) != 1 or len({name_key(words(line.per)) for line in lines}) != 1:
        return
    comes, goes = _sum(rows(coming)), _sum(going)
    if comes is None or goes is None or goes <= comes:
        return
    first, *others = [("resources", "money_out", place, "amount") for place in range(len(going))]
    yield Advice(
        first,
        _("Money goes out, {out} in all, and by the plan none comes in.").format(out=_shown(goes))
        if isinstance(coming, NoneOnPurpose)
        else _("{out} in all are to go out, and {into} come in.").format(out=_shown(goes), into=_shown(comes)),
        _("Say where the rest comes from, or who pays it, under `source`. Or leave something out."),
        tuple(others),
    )


def _unit(line: ResourceLine) -> str:
    """The currency of an amount; "" where none is written, "?" where it is no plain amount."""
    found = re.fullmatch(_AMOUNT, words(line.amount))
    return name_key((found["before"] or "") + (found["after"] or "")) if found else "?"


def _sum(lines: list[ResourceLine]) -> float | None:
    """All amounts together; ``None`` where one of them is not plainly a number."""
    numbers = [_number(words(line.amount)) for line in lines]
    return None if None in numbers else sum(number for number in numbers if number is not None)


def _number(amount: str) -> float | None:
    """``1,200.50`` and ``1 200,50`` as numbers; ``None`` for what two readers could read in two ways."""
    found = re.fullmatch(_AMOUNT, amount)
    digits = re.sub(r"[\s'\u00a0\u202f]", "", found["number"]) if found else ""
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?", digits):
        digits = digits.replace(",", "")
    elif re.fullmatch(r"\d+,\d{1,2}", digits):
        digits = digits.replace(",", ".")
    return float(digits) if re.fullmatch(_PLAIN, digits) else None


def _shown(number: float) -> str:
    return f"{number:.0f}" if number == int(number) else f"{number:.2f}"


def reasons() -> Reasons:
    """Plain craft, without a source."""
    return Reasons(
        title=_("More money goes out than comes in"),
        why=_(
            "Small sums end friendships. As long as nobody is named for the difference, it is paid by whoever stands "
            "at the till, and who would ask for it back?"
        ),
        do=_("Find the rest, name who pays it, or do with less."),
        before="""\
resources:
  money_in:
    - what: From the division
      amount: $800
  money_out:
    - what: Substitutes
      amount: $1,200
""",
        after="""\
resources:
  money_in:
    - what: From the division
      amount: $800
    - what: From the library
      amount: $400
  money_out:
    - what: Substitutes
      amount: $1,200
""",
    )


RULE = Rule("COP810", look, reasons, unless=(has_ended,))
