"""Plans that are scheduled, changed by hand and scheduled again, in every order that chance finds."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cop_wizard.values import Data
from cop_wizard.yamltext.document import read
from cop_wizard.yamltext.splice import apply, write
from schedule.plans import meetings, plan_data, schedule, scheduled, with_launch, with_meeting

RHYTHMS = st.sampled_from(
    [
        *("every Tuesday", "every Thursday", "biweekly", "Tuesdays and Thursdays", "alternating Tue and Thu"),
        *("first Monday", "third Friday", "monthly", "monthly on the 15th", "every Tuesday except October"),
        *("weeks 2 and 5 of each term", "as needed", "none of it"),
    ]
)
DAY = st.dates(dt.date(2026, 8, 25), dt.date(2026, 12, 20)).map(str)
HOUR = st.sampled_from(["9:00", "15:30", "16:00"])
PLACE = st.sampled_from(["Annex", "Library"])
TURNS = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            "weekday": st.sampled_from(["tuesday", "thursday"]),
            "start": HOUR,
            "zone": st.sampled_from(["Asia/Tokyo", "UTC"]),
            "place": PLACE,
        },
    ).filter(bool),
    max_size=2,
)
CLOSURES = st.lists(st.fixed_dictionaries({"begins": DAY}), max_size=3)
EXCEPTIONS = st.lists(
    st.fixed_dictionaries(
        {"date": DAY, "change": st.sampled_from(["cancelled", "moved", "replaced", "extra"])},
        optional={
            "series": st.just("Book club"),
            "to": DAY,
            "start": HOUR,
            "place": PLACE,
            "note": st.just("A visit"),
        },
    ),
    max_size=3,
)
SERIES = st.sampled_from(
    [
        [],
        [{"title": "Book club", "rhythm": "first Thursday"}],
        [{"title": "Book club", "rhythm": "biweekly", "in_breaks": "yes", "zone": "Asia/Tokyo"}],
        [{"title": "Book club", "rhythm": "as needed"}],
    ]
)
LAUNCH = st.fixed_dictionaries(
    {
        "rhythm": RHYTHMS,
        "first_meeting": DAY,
        "last_meeting": DAY,
        "start": st.one_of(st.none(), HOUR),
        "in_breaks": st.sampled_from([None, "yes", "no"]),
        "turns": TURNS,
        "closures": CLOSURES,
        "exceptions": EXCEPTIONS,
        "series": SERIES,
        "terms": st.sampled_from(
            [
                [{"begins": "2026-09-01", "ends": "2026-10-16"}, {"begins": "2026-10-26", "ends": "2026-12-18"}],
                [{"begins": "2026-08-20", "ends": "2026-12-31"}],
            ]
        ),
    }
)
EDITS: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.fixed_dictionaries({"date": DAY}),
    st.sampled_from(
        [{"topics": "Fractions"}, {"status": "cancelled"}, {"status": "held"}, {"record": "We met."}, {"start": "7:15"},
         {"led_by": ["Ana"]}, {"certainty": "fixed"}, {"x-room": "12"}, {"place": "The lake"}, {"date": "TBD"},
         {"scheduled": None}, {"id": None}, {"series": "Book club"}, {"zone": "UTC"}]
    ),
)  # fmt: skip
OWN_ROWS = st.one_of(
    st.fixed_dictionaries({"date": DAY, "topics": st.just("Ours")}),
    st.fixed_dictionaries({"date": DAY}, optional={"series": st.just("Book club")}),
)
History = tuple[Data, Data, list[int], dt.date]
TODAY = st.dates(dt.date(2026, 8, 1), dt.date(2026, 12, 1))


def edited_by_hand(draw: st.DrawFn, data: Data) -> tuple[Data, list[int]]:
    """Some meetings changed, moved or copied by a person; and which rows these are."""
    touched: list[int] = []
    for _number in range(draw(st.integers(0, 4))):
        if rows := meetings(data):
            place = draw(st.integers(0, len(rows) - 1))
            changed = with_meeting(data, place, **draw(EDITS))
            if meetings(changed)[place] != rows[place]:
                data = changed
                touched.append(place)
    return data, sorted(set(touched))


@st.composite
def histories(draw: st.DrawFn) -> History:
    """A scheduled plan, the same with other answers and rows changed by hand, these rows, and the day it is by then."""
    data: Data = plan_data(**draw(LAUNCH))
    if draw(st.booleans()):
        own = draw(st.lists(OWN_ROWS, min_size=1, max_size=3))
        data = {**data, "collaborative_plan": {"meetings": own}}  # type: ignore[dict-item]
    before = scheduled(data)
    later, touched = edited_by_hand(draw, before)
    return before, with_launch(later, **draw(LAUNCH)), touched, draw(TODAY)


def without_id(row: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key != "id"}


def without_marks(row: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key not in ("id", "scheduled", "revision")}


def is_own(before: dict[str, Any], now: dict[str, Any]) -> bool:
    """Whether a person changed something about the meeting itself, not only which series it is said to belong to."""
    return any(before.get(key) != now.get(key) for key in {*before, *now} - {"id", "series"})


def is_only_a_day(row: dict[str, Any]) -> bool:
    """Whether a row says nothing of itself but its day; without a rhythm, it follows what is said of that day."""
    return set(row) <= {"date", "series", "id"}


@given(histories())
def test_nothing_that_people_touched_or_that_is_past_changes(found: History) -> None:
    """But for an id, where one is missing, and for what calendars are told of an hour that is that of the series."""
    before, data, touched, today = found
    later = meetings(scheduled(data, today))
    after, said = [without_id(row) for row in later], [without_marks(row) for row in later]
    for place, row in enumerate(meetings(data)):
        own = place in touched and is_own(meetings(before)[place], row) and not is_only_a_day(row)
        past = row["date"] != "TBD" and row["date"] < today.isoformat()
        held = row.get("status") == "held" or "record" in row
        if past or held:
            assert without_id(row) in after
        if own or row.get("topics") in ("Ours", "Fractions"):
            assert without_marks(row) in said


@given(histories())
def test_scheduling_twice_is_scheduling_once(found: History) -> None:
    """Whatever happened to the plan before."""
    _before, data, _touched, today = found
    after = scheduled(data, today)
    again = schedule(after, today)
    assert again.operations == ()


@given(histories())
def test_ids_last_and_are_unique(found: History) -> None:
    """No meeting disappears, none loses its id, and no two share one."""
    _before, data, _touched, today = found
    after = meetings(scheduled(data, today))
    ids = [row["id"] for row in after if "id" in row]
    assert len(ids) == len(set(ids))
    assert {row["id"] for row in meetings(data) if "id" in row} <= set(ids)
    assert all("id" in row for row in after if row["date"] != "TBD")
    assert len(after) >= len(meetings(data))


@given(histories())
def test_revisions_only_go_up(found: History) -> None:
    """By one for each change, or more when a meeting comes back."""
    _before, data, _touched, today = found
    after = {row["id"]: row for row in meetings(scheduled(data, today)) if "id" in row}
    for row in meetings(data):
        now = after.get(row.get("id", ""))
        if now is not None:
            risen = int(now.get("revision", 0)) - int(row.get("revision", 0))
            changed = without_id(now) != without_id(row)
            assert risen in ((1, 3) if changed else (0,))


@given(histories())
def test_a_list_in_order_stays_in_order(found: History) -> None:
    """Of the days that meetings are on."""
    _before, data, _touched, today = found
    dates = [row["date"] for row in meetings(data) if row["date"] != "TBD"]
    if dates == sorted(dates):
        after = [row["date"] for row in meetings(scheduled(data, today)) if row["date"] != "TBD"]
        assert after == sorted(after)


@given(histories())
def test_the_file_says_the_same_as_the_data(found: History) -> None:
    """The operations can be made on the text of a plan, and its comments stay."""
    _before, data, _touched, today = found
    assert isinstance(data, dict)
    text = "# ours\n" + write(data)
    after = apply(text, schedule(data, today).operations)
    assert read(after).data == scheduled(data, today)
    assert after.startswith("# ours\n")
