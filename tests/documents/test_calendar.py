"""The calendar file, read back with a second implementation, and taken in again after the plan has changed."""

from __future__ import annotations

import datetime as dt
import re
import warnings
from importlib import import_module
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cop_wizard.documents.formats.zones import spells, zone
from cop_wizard.documents.trouble import NothingToShow
from cop_wizard.plan.plan import Plan
from cop_wizard.schedule.schedule import schedule_of
from cop_wizard.wording import clean, one_line
from cop_wizard.yamltext.operations import edited
from documents.document_plans import TODAY, subject_of, text_of

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # about Python, on being imported
    vobject: Any = import_module("vobject")

LAUNCH = {"start": "15:30", "length": "90 minutes", "zone": "America/Edmonton", "place": "Room 12"}


def calendar_text(meetings: list[dict[str, Any]], **more: Any) -> str:
    data = {"title": "Bridge Builders", "launch": LAUNCH, "collaborative_plan": {"meetings": meetings}, **more}
    return text_of(subject_of(data), "calendar", "ics")


def events(text: str) -> list[Any]:
    """The entries as vobject reads them, in the order of the file."""
    return list(vobject.readOne(text).contents.get("vevent", []))


def only(meeting: dict[str, Any], **more: Any) -> Any:
    (event,) = events(calendar_text([meeting], **more))
    return event


# What stands in it


def test_a_meeting_in_a_zone_of_its_own_says_its_hour_there() -> None:
    """And the file tells both zones."""
    meetings = [{"date": "2026-10-20"}, {"date": "2026-10-27", "start": "9:00", "zone": "Asia/Tokyo"}]
    text = calendar_text(meetings)
    assert "DTSTART;TZID=America/Edmonton:20261020T153000" in text
    assert "DTSTART;TZID=Asia/Tokyo:20261027T090000" in text
    assert {line for line in text.splitlines() if line.startswith("TZID:")} == {
        "TZID:America/Edmonton",
        "TZID:Asia/Tokyo",
    }


def test_another_zone_by_hand_is_a_change_that_calendars_hear_of() -> None:
    """Its number goes up, as for another hour."""
    given = {"date": "2026-10-20", "id": "2026-10-20", "scheduled": "2026-10-20 15:30", "revision": "2"}
    assert only(given).sequence.value == "2"
    assert only({**given, "zone": "Asia/Tokyo"}).sequence.value == "3"


def test_a_meeting_with_all_it_takes_over() -> None:
    """Its own words, and time, length, zone and place from the launch."""
    event = only(
        {
            "date": "2026-10-20",
            "topics": "What a number interview shows us",
            "activities": "Watch three recordings; compare.",
            "led_by": ["Ana Díaz", "Devi"],
            "resources": "Twelve copies",
            "record": "not for others",
        }
    )
    assert event.summary.value == "Bridge Builders: What a number interview shows us"
    assert event.dtstart.value.isoformat() == "2026-10-20T15:30:00-06:00"
    assert event.duration.value == dt.timedelta(minutes=90)
    assert event.location.value == "Room 12"
    assert event.status.value == "CONFIRMED"
    assert event.transp.value == "OPAQUE"
    assert event.sequence.value == "0"
    assert event.description.value == (
        "Activities: Watch three recordings; compare.\nLed by: Ana Díaz, Devi\nResources: Twelve copies"
    )


def test_a_further_series_is_a_category() -> None:
    """It lends its own place, and its name where a topic is missing or only fills the blank."""
    link = "https://meet.example.org/room?id=a;b,c"
    series = {"title": "Book club", "start": "19:00", "place": link, "certainty": "tentative"}
    event = only({"date": "2026-10-20", "series": "book club", "topics": "TBD"}, launch={**LAUNCH, "series": [series]})
    assert event.summary.value == "Bridge Builders: book club"
    assert event.dtstart.value.hour == 19
    assert event.status.value == "TENTATIVE"
    assert event.url.value == link
    assert event.categories.value == ["book club"]


def test_what_is_not_known_is_not_made_up() -> None:
    """No hour: the whole day. No length: no end. No zone: the reader's own clock."""
    whole_day = only({"date": "2026-10-20"}, launch={})
    assert whole_day.dtstart.value == dt.date(2026, 10, 20)
    assert whole_day.transp.value == "TRANSPARENT"
    floating = only({"date": "2026-10-20", "start": "15:30"}, launch={"zone": "the usual one"})
    assert floating.dtstart.value == dt.datetime(2026, 10, 20, 15, 30)  # noqa: DTZ001
    for event in (whole_day, floating):
        assert not {"dtend", "duration", "location", "description"} & set(event.contents)


def test_an_occasion_of_several_days_ends_the_day_after() -> None:
    """As the standard counts whole days; and it leaves them free for other things."""
    results = {
        "sharing_events": [
            {"event": "Conference", "date": "2027-03-20", "ends": "2027-03-22", "what": "The kit"},
            {"event": "Fair", "date": "spring"},
            {"event": "Open day", "date": "2027-05-01", "ends": "2027-04-01"},
        ]
    }
    conference, open_day = events(calendar_text([], results=results))
    assert (conference.dtstart.value, conference.dtend.value) == (dt.date(2027, 3, 20), dt.date(2027, 3, 23))
    assert conference.description.value == "What: The kit"
    assert conference.transp.value == "TRANSPARENT"
    assert "dtend" not in open_day.contents


@pytest.mark.parametrize(
    "data",
    [{}, {"collaborative_plan": {"meetings": [{"date": "10th week of term"}, {"topics": "No date"}]}}],
)
def test_without_a_date_there_is_no_calendar(data: dict[str, Any]) -> None:
    """Instead one is told what to do."""
    with pytest.raises(NothingToShow) as caught:
        text_of(subject_of(data), "calendar", "ics")
    assert "cop schedule" in caught.value.hint


def test_no_e_mail_address_gets_into_it() -> None:
    """Whatever field it stands in; web addresses stay, even those with an at sign."""
    link = "https://teams.example.org/l/19:meeting@thread.v2/0"
    text = calendar_text(
        [
            {
                "date": "2026-10-20",
                "topics": "Ask ana@x.org\nor <bob.lee+cop@school.ab.ca>.",
                "led_by": ["Ana <ana@x.org>"],
                "resources": f"{link} or mailto:devi@x.org",
                "place": "ask office@x.org",
                "series": "series@x.org",
            }
        ],
        title="Write to us@x.org",
        results={"sharing_events": [{"event": "zoe@x.org", "date": "2027-01-01"}]},
    ).replace("\r\n ", "")
    assert re.findall(r"[\w.+-]+@(?!cop\b|thread)[\w.]+", text) == []
    assert link in text.replace("\\", "")


def test_the_file_keeps_to_the_standard() -> None:
    """Lines of 75 bytes at most, ended as it says; every zone that is used is told; names are escaped."""
    text = calendar_text([{"date": "2026-10-20", "topics": "Zoë und 李伟: " * 40}], title="One, two; three \\ four")
    lines = text.encode().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
    assert all(line.decode() or True for line in lines)
    assert "TZID:America/Edmonton\r\n" in text
    for name in ("NAME", "X-WR-CALNAME"):
        assert f"\r\n{name}:One\\, two\\; three \\\\ four\r\n" in text
    for line in ("METHOD:PUBLISH", "VERSION:2.0", "DTSTAMP:20261122T090000Z", "LAST-MODIFIED:20261122T090000Z"):
        assert f"\r\n{line}\r\n" in text
    assert text == calendar_text(
        [{"date": "2026-10-20", "topics": "Zoë und 李伟: " * 40}], title="One, two; three \\ four"
    )


# Zones


def _instant(event: Any) -> dt.datetime:
    moment = event.dtstart.value
    assert isinstance(moment, dt.datetime)
    return moment.astimezone(dt.UTC)


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("America/Edmonton", ["2026-01-15", "2026-07-15", "2026-11-02", "2027-01-15", "2027-03-20", "2027-07-15"]),
        ("Europe/Paris", ["2026-03-28", "2026-03-29", "2026-03-30", "2026-10-25", "2026-10-26", "2028-07-01"]),
        ("America/Toronto", ["2026-03-07", "2026-03-08", "2026-11-01", "2026-11-02", "2027-07-15"]),
        ("Australia/Sydney", ["2026-04-04", "2026-04-05", "2026-10-03", "2026-10-04"]),
        ("Asia/Kolkata", ["2026-07-15"]),
        ("Pacific/Apia", ["2026-07-15"]),
        ("Africa/Casablanca", ["2027-01-15", "2027-02-20", "2027-07-15"]),
        ("UTC", ["2026-07-15"]),
    ],
)
@pytest.mark.parametrize("hour", ["04:30", "15:30"])
def test_an_hour_is_the_right_moment_for_somebody_else(name: str, days: list[str], hour: str) -> None:
    """As the tz database has it (Alberta: UTC-6 from November 2026 on), read by a program that has only the file."""
    text = calendar_text([{"date": day} for day in days], launch={"zone": name, "start": hour})
    with files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as file:
        known = ZoneInfo.from_file(file)
    # Another name than any that this computer knows, so that nothing but the file tells the hours.
    text = text.replace(name, "Nowhere/" + name)
    start = dt.time.fromisoformat(hour)
    for event, day in zip(events(text), days, strict=True):
        expected = dt.datetime.combine(dt.date.fromisoformat(day), start, known)
        assert _instant(event) == expected.astimezone(dt.UTC), day


def test_clocks_change_at_the_hour_that_the_standard_means() -> None:
    """The hour on the clock as it was just before: two in spring, three in autumn."""
    text = calendar_text([{"date": "2026-07-01"}], launch={"zone": "Europe/Paris", "start": "15:30"})
    assert "RDATE:20260329T020000\r\n" in text
    assert "RDATE:20261025T030000\r\n" in text


def test_alberta_keeps_its_summer_hour() -> None:
    """UTC-6 in January 2027, whatever the computer's own tables say."""
    text = calendar_text([{"date": day} for day in ("2026-01-20", "2026-07-20", "2027-01-20", "2027-07-20")])
    assert [_instant(event).hour + _instant(event).minute / 60 for event in events(text)] == [22.5, 21.5, 21.5, 21.5]


@given(
    st.sampled_from(
        ["America/Edmonton", "Europe/Paris", "America/St_Johns", "Australia/Lord_Howe", "Africa/Casablanca"]
    ),
    st.datetimes(dt.datetime(2020, 1, 1), dt.datetime(2035, 12, 31)),  # noqa: DTZ001
)
def test_every_moment_has_the_offset_of_its_spell(name: str, moment: dt.datetime) -> None:
    """Held against the tz database itself."""
    known = zone(name)
    assert known is not None
    instant = moment.replace(tzinfo=dt.UTC)
    offset = dt.timedelta()
    for spell in spells(known, dt.date(2019, 12, 31), dt.date(2036, 1, 1)):
        if spell.begins - spell.before <= moment:
            offset = spell.offset
    assert instant.astimezone(known).utcoffset() == offset


def test_years_far_away_are_told_in_universal_time() -> None:
    """So that no list of clock changes grows without end."""
    days = ["0001-01-01", "1850-06-01", "2026-10-20", "9999-12-31"]
    text = calendar_text([{"date": day} for day in days])
    assert len(text) < 4_000
    assert "DTSTART;TZID=America/Edmonton:20261020T153000" in text
    assert text.count("DTSTART:") - text.count("BEGIN:STANDARD") - text.count("BEGIN:DAYLIGHT") == 3


def test_no_name_of_a_zone_leads_out_of_the_tables() -> None:
    assert zone("../zones") is None
    assert zone("Nowhere/Town") is None
    assert zone("") is None


# Taken in again


class Client:
    """A calendar that follows RFC 5546: entries by UID, of two the one with the higher SEQUENCE, then the newer."""

    def __init__(self) -> None:
        self.store: dict[str, Any] = {}

    def take(self, text: str) -> None:
        read = events(text)
        assert len({event.uid.value for event in read}) == len(read)
        for event in read:
            held = self.store.get(event.uid.value)
            if held is None or int(event.sequence.value) >= int(held.sequence.value):
                self.store[event.uid.value] = event

    @property
    def shown(self) -> list[tuple[str, str]]:
        """Days and topics of what takes place."""
        there = [event for event in self.store.values() if event.status.value != "CANCELLED"]
        return sorted((event.dtstart.value.date().isoformat(), event.summary.value.split(": ")[-1]) for event in there)


def _scheduled(day: str, topic: str, **more: Any) -> dict[str, Any]:
    return {"date": day, "topics": topic, "id": day, "scheduled": f"{day} 15:30", **more}


def test_a_changed_plan_updates_and_doubles_nothing() -> None:
    """Moved by hand, called off, renamed, added; then counted by ``cop schedule``."""
    lasting = {"document": {"calendar_id": "e7f2"}}
    client = Client()
    client.take(calendar_text([_scheduled(f"2026-10-{day}", f"T{day}") for day in (13, 20, 27)], **lasting))
    by_hand = [
        {**_scheduled("2026-10-13", "T13"), "date": "2026-10-14"},
        _scheduled("2026-10-20", "T20", status="cancelled"),
        _scheduled("2026-10-27", "T27, renamed"),
        {"date": "2026-11-03", "topics": "new"},
    ]
    for changed in (by_hand, list(reversed(by_hand))):
        client.take(calendar_text(changed, **lasting, title="Bridge Builders North"))
        assert client.shown == [("2026-10-14", "T13"), ("2026-10-27", "T27, renamed"), ("2026-11-03", "new")]
    counted = [
        {**_scheduled("2026-10-13", "T13", revision="1"), "date": "2026-10-14", "scheduled": "2026-10-14 15:30"},
        {**_scheduled("2026-10-27", "T27", revision="1"), "date": "2026-10-27", "scheduled": "2026-10-27 16:00"},
    ]
    before = {uid: int(event.sequence.value) for uid, event in client.store.items()}
    client.take(calendar_text(counted, **lasting, launch={**LAUNCH, "start": "16:00"}))
    assert all(int(event.sequence.value) >= before[uid] for uid, event in client.store.items())
    assert len(client.store) == 4


@pytest.mark.parametrize(
    ("meeting", "sequence"),
    [
        ({}, 0),
        ({"revision": "3"}, 3),
        ({"revision": "a few"}, 0),
        ({"scheduled": "2026-12-20 15:30"}, 0),
        ({"scheduled": "2026-12-20 15:30", "start": "16:00"}, 1),
        ({"scheduled": "2026-12-20"}, 1),
        ({"scheduled": "2026-12-19 15:30", "revision": "2", "status": "cancelled"}, 4),
        ({"scheduled": "2026-12-20 15:30, cancelled", "revision": "1", "status": "cancelled"}, 3),
        ({"scheduled": "2026-12-20 15:30, cancelled", "revision": "1"}, 4),
        ({"scheduled": "2026-12-20 15:30 Asia/Tokyo"}, 1),
        ({"scheduled": "some day"}, 0),
        ({"scheduled": "2026-13-45 15:30"}, 0),
        ({"status": "cancelled"}, 2),
    ],
)
def test_the_sequence_counts_what_was_done_by_hand(meeting: dict[str, Any], sequence: int) -> None:
    assert only({"date": "2026-12-20", **meeting}).sequence.value == str(sequence)


def test_what_cop_schedule_does_never_lets_the_sequence_go_down() -> None:
    """Over a closure that comes and goes, another hour, and changes by hand in between."""
    plan: dict[str, Any] = {"launch": {**LAUNCH, "rhythm": "weekly", "first_meeting": "2026-12-01"}}
    plan["launch"]["last_meeting"] = "2026-12-29"
    data: Any = {"schema_version": "2", "title": "Bridge Builders", **plan}
    closed = [{"name": "Break", "begins": "2026-12-20", "ends": "2026-12-31"}]
    changes: list[dict[str, Any]] = [
        {},
        {"closures": closed},
        {"closures": []},
        {"start": "16:00"},
        {"closures": closed},
    ]
    client = Client()
    for number, change in enumerate(changes):
        data = {**data, "launch": {**data["launch"], **change}}
        for operation in schedule_of(Plan.model_validate(data), data, TODAY, "e7f2").operations:
            data = edited(data, operation)
        before = {uid: int(event.sequence.value) for uid, event in client.store.items()}
        client.take(text_of(subject_of(data), "calendar", "ics"))
        assert all(int(event.sequence.value) >= before.get(uid, 0) for uid, event in client.store.items())
        days = [day for day, _topic in client.shown]
        assert days == [f"2026-12-{day:02}" for day in ((1, 8, 15) if number in (1, 4) else (1, 8, 15, 22, 29))]
        assert len(client.store) == 5


def test_rows_without_an_id_are_told_apart() -> None:
    """By their day, and by their order on it; a row copied with its id is another one."""
    found = [{"date": "2026-10-20"}, {"date": "2026-10-20"}, *[{"date": "2026-10-27", "id": "same"}] * 2]
    names = [event.uid.value for event in events(calendar_text(found))]
    assert len(set(names)) == 4
    assert names[0] == events(calendar_text([{"date": "2026-10-20"}, {"date": "2026-10-13"}]))[1].uid.value


def test_a_counted_row_never_takes_the_name_of_another() -> None:
    """One that is called like a counted one stands among them."""
    day = "2026-12-01"
    found = [{"date": day, "id": name} for name in (day, f"{day}#2", day, day)]
    assert len({event.uid.value for event in events(calendar_text(found))}) == 4


def test_a_calendar_has_a_name_of_its_own_that_lasts() -> None:
    """Two communities never share an entry; a community with its lasting id keeps it under a new title."""
    meeting = [{"date": "2026-10-20", "id": "2026-10-20"}]
    one, other = (events(calendar_text(meeting, title=title))[0].uid.value for title in ("A", "B"))
    assert one != other
    lasting = {"document": {"calendar_id": "e7f2"}}
    one, other = (events(calendar_text(meeting, title=title, **lasting))[0].uid.value for title in ("A", "B"))
    assert one == other


def test_an_occasion_keeps_its_entry_when_it_moves_within_its_year() -> None:
    dates = ("2027-03-20", "2027-05-01", "2028-03-20")
    first, moved, next_year = (
        events(calendar_text([], results={"sharing_events": [{"event": "Conference", "date": date}]}))[0].uid.value
        for date in dates
    )
    assert first == moved != next_year


# Whatever people write


HOSTILE = st.text(alphabet=st.characters(), max_size=80) | st.text(
    alphabet="\r\n\\;:,\"'=^\t \u2028BEGINVDT", max_size=60
)


@settings(max_examples=200)
@given(HOSTILE, HOSTILE, HOSTILE)
@example("x\r\nBEGIN:VEVENT\r\nUID:evil\r\nEND:VEVENT", "a\\nb\\,c\\\\", 'x";TZID=y:')
@example("\u202eright to left\x00\x1b[2J", "\u2028", "https://x.example/\r\nATTACH:file:///etc/passwd")
def test_no_text_breaks_out_of_its_place(topics: str, place: str, series: str) -> None:
    """It comes back as it was, but for what would steer a screen; and there are no more entries than meetings."""
    meeting = {"date": "2026-10-20", "activities": topics, "place": place, "series": series}
    meeting = {key: value for key, value in meeting.items() if value.strip()}
    text = calendar_text([meeting])
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]", text)
    (event,) = events(text)
    assert set(event.contents) <= {
        "uid", "sequence", "dtstamp", "last-modified", "dtstart", "duration", "summary", "status", "transp",
        "location", "url", "description", "categories",
    }  # fmt: skip
    if "place" in meeting and "@" not in place:
        assert event.location.value == one_line(place)
    if "activities" in meeting and "@" not in topics:
        kept = "\n".join(line.rstrip() for line in clean(topics).split("\n")).strip("\n")
        assert event.description.value.split(":", 1)[1].lstrip(" \n") == kept.lstrip(" \n")
