"""The smallest program that finds the dates of the plan in ``benchmarks/scheduling.py``, less its closures."""

from __future__ import annotations

import datetime as dt
import sys
from itertools import chain
from pathlib import Path

import yaml
from dateutil.rrule import FR, MONTHLY, TU, WE, WEEKLY, rrule

launch = yaml.load(Path(sys.argv[1]).read_text(encoding="utf-8"), yaml.CSafeLoader)["launch"]
first = dt.datetime.combine(launch["first_meeting"], dt.time(15, 30))
span = {"dtstart": first, "until": dt.datetime.combine(launch["last_meeting"], dt.time(23, 59))}
rules = [
    rrule(WEEKLY, byweekday=1, **span),
    rrule(WEEKLY, byweekday=3, **span),
    rrule(WEEKLY, interval=2, byweekday=0, **span),
    chain(rrule(WEEKLY, interval=2, byweekday=1, **span), rrule(WEEKLY, interval=2, byweekday=3, **span)),
    rrule(WEEKLY, interval=2, byweekday=3, **span),
    rrule(MONTHLY, byweekday=TU(2), **span),
    rrule(MONTHLY, byweekday=[WE(2), WE(4)], **span),
    rrule(MONTHLY, byweekday=FR(-1), **span),
    (moment + dt.timedelta(days=1) for moment in rrule(MONTHLY, byweekday=TU(4), **span)),
    rrule(MONTHLY, bymonthday=15, **span),
]
closed = [(break_["begins"], break_["ends"]) for break_ in launch["closures"]]
for rule in rules:
    for moment in sorted(rule):
        if not any(begins <= moment.date() <= ends for begins, ends in closed):
            print(f"{moment:%A %d %B %Y, %H:%M}")
