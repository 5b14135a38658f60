"""``cop schedule``: what would change is shown, and only a yes writes it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cli.conftest import Cop
from cop_wizard.cells import room
from cop_wizard.cli.run import main
from cop_wizard.values import value_at
from cop_wizard.yamltext.document import read

PLAN = """\
# ours
schema_version: 2
guide: cass
title: Bridge Builders
launch:
  rhythm: second Tuesday of the month  # as agreed in May
  first_meeting: 2026-09-08
  last_meeting: 2026-12-31
  start: 15:30
  place: Room 12, Riverbend School
  region: CA-AB
  closures:
    - name: Fall break
      begins: 2026-11-09
      ends: 2026-11-13
  series:
    - title: Book club of the Riverbend and Hilltop schools
      rhythm: un jeudi sur deux
      first_meeting: 2026-10-01
      last_meeting: 2026-10-29
      start: "19:00"
    - title: Old hands
      rhythm: 3 to 5 times a semester
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1788220800")  # 1 September 2026
    Path("plan.yaml").write_text(PLAN, encoding="utf-8")


def plan() -> str:
    return Path("plan.yaml").read_text(encoding="utf-8")


def replaced(old: str, new: str) -> None:
    assert old in plan()
    Path("plan.yaml").write_text(plan().replace(old, new), encoding="utf-8")


def test_a_look_shows_everything_and_changes_nothing(cop: Cop) -> None:
    """Each series with how it was understood, its dates, what falls out and why, and what is kept in words."""
    ended = cop("schedule", "--dry-run")
    assert ended.code == 0
    assert plan() == PLAN
    assert (
        ended.out
        == """\
The community's own meetings
the second Tuesday of every month, 3:30 pm
+ Tuesday 8 September 2026, 3:30 pm · new
+ Tuesday 13 October 2026, 3:30 pm · new
+ Tuesday 8 December 2026, 3:30 pm · new
· no meeting on Tuesday 10 November 2026: Fall break

Book club of the Riverbend and Hilltop schools
every two weeks on Thursday, 7:00 pm
+ Thursday 1 October 2026, 7:00 pm · new
+ Thursday 15 October 2026, 7:00 pm · new
+ Thursday 29 October 2026, 7:00 pm · new

Old hands
! Kept in words: “3 to 5 times a semester”. No dates can be worked out from that.

"""
    )
    assert "6 new meetings" in ended.err


def test_a_yes_writes_it_and_the_second_time_there_is_nothing_to_do(cop: Cop) -> None:
    """Comments stay, the version before is kept beside it, the next step is named."""
    ended = cop("schedule", "plan.yaml", "--yes")
    assert ended.code == 0
    assert "6 new meetings" in ended.err
    assert "render plan.yaml --format ics" in " ".join(ended.err.split())
    assert plan().startswith(PLAN)
    assert Path("plan.yaml.bak").read_text(encoding="utf-8") == PLAN
    data = read(plan()).data
    assert value_at(data, ("collaborative_plan", "meetings", 1)) == {
        "date": "2026-10-01",
        "series": "Book club of the Riverbend and Hilltop schools",
        "id": "book-club-of-the-riverbend-and-hilltop-schools-2026-10-01",
        "scheduled": "2026-10-01 19:00",
    }
    assert len(str(value_at(data, ("document", "calendar_id")))) == 36
    written = plan()
    again = cop("schedule", "plan.yaml")
    assert again.code == 0
    assert "Nothing to change" in again.err
    assert plan() == written
    assert cop("validate", "plan.yaml").code == 0


def test_what_changed_is_told_meeting_by_meeting(cop: Cop) -> None:
    """Moved, called off, kept by hand, and the numbers."""
    cop("schedule", "--yes")
    replaced("second Tuesday of the month", "second Wednesday of the month")
    replaced("first_meeting: 2026-09-08", "first_meeting: 2026-09-09")
    replaced("last_meeting: 2026-10-29", "last_meeting: 2026-10-16")
    replaced("      scheduled: 2026-12-08 15:30", "      scheduled: 2026-12-08 15:30\n      topics: Fractions")
    ended = cop("schedule", "--yes")
    kept = "= Tuesday 8 December 2026, 3:30 pm · filled in by hand; by the rhythm it is Wednesday 9 December 2026, "
    for line in (
        "→ Wednesday 9 September 2026, 3:30 pm · moved from Tuesday 8 September 2026",
        "× Thursday 29 October 2026, 7:00 pm · called off: no longer a date of the rhythm",
        f"{kept}3:30 pm",
    ):
        assert line in ended.out.splitlines()
    assert "2 changed, 1 called off." in ended.err
    assert "      topics: Fractions" in plan()


def test_words_that_give_no_dates_are_told_with_words_that_do(cop: Cop) -> None:
    """Not: say how often you meet, since somebody did."""
    replaced("rhythm: second Tuesday of the month  # as agreed in May", "rhythm: when the geese come back")
    replaced("rhythm: un jeudi sur deux", "rhythm: as needed")
    said = " ".join(cop("schedule").err.split())
    assert "the words for how often you meet give none" in said
    assert "“second Tuesday of the month”, “every other week”" in said
    assert "edit plan.yaml launch" in said
    assert "Say how often" not in said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("first_meeting: 2026-09-08", "first_meeting: soon", "Say on what day you begin: … edit plan.yaml launch"),
        (
            "rhythm: second Tuesday of the month  # as agreed in May",
            "rhythm: week 3 of each term",
            "Say when your terms are: … edit plan.yaml calendar",
        ),
    ],
)
def test_what_else_is_missing_is_asked_for_by_name(cop: Cop, old: str, new: str, said: str) -> None:
    """A day to begin with, or terms to count in."""
    Path("plan.yaml").write_text(PLAN.partition("  series:")[0], encoding="utf-8")
    replaced(old, new)
    shown = " ".join(cop("schedule").err.split())
    assert all(part in shown for part in said.split(" … "))


def test_dates_outside_the_terms_are_counted_in_one_line(cop: Cop) -> None:
    """Each closure has a line; a summer without a term has one for all its dates."""
    replaced("  region: CA-AB", "  terms:\n    - name: Fall\n      begins: 2026-09-01\n      ends: 2026-10-31")
    lines = cop("schedule", "--dry-run").out.splitlines()
    assert "· 2 dates lie outside the terms" in lines
    assert "· no meeting on Tuesday 10 November 2026: Fall break" not in lines


def test_hours_name_their_city_where_a_plan_has_several_zones(cop: Cop) -> None:
    """The hour of the series, and that of each meeting."""
    replaced(
        "  region: CA-AB", "  zone: Europe/Berlin\n  turns:\n    - start: 16:00\n    - {start: 9:00, zone: Asia/Tokyo}"
    )
    lines = cop("schedule", "--dry-run").out.splitlines()
    assert "the second Tuesday of every month, 3:30 pm (Berlin)" in lines
    assert "+ Tuesday 13 October 2026, 9:00 am (Tokyo) · new" in lines
    assert "every two weeks on Thursday, 7:00 pm (Berlin)" in lines


@pytest.mark.parametrize("width", ["40", "80"])
def test_it_fits_the_screen(cop: Cop, width: str) -> None:
    """Also where a title or a note is long."""
    ended = cop("schedule", "--dry-run", COLUMNS=width)
    assert max(room(line) for line in ended.out.splitlines()) <= int(width)


def test_without_a_terminal_it_says_how_to_go_on(cop: Cop) -> None:
    """Wrong use, and nothing written."""
    ended = cop("schedule")
    assert ended.code == 2
    assert "--yes" in ended.err
    assert "--dry-run" in ended.err
    assert plan() == PLAN


def test_a_plan_without_a_rhythm_is_told_what_to_do(cop: Cop) -> None:
    """There is nothing to ask about."""
    Path("plan.yaml").write_text("schema_version: 2\ntitle: Us\n", encoding="utf-8")
    ended = cop("schedule")
    assert ended.code == 0
    assert "edit plan.yaml launch" in " ".join(ended.err.split())


def test_a_plan_with_mistakes_is_not_touched(cop: Cop) -> None:
    """The places are shown, as other commands show them."""
    replaced("15:30", "25:30")
    ended = cop("schedule", "--yes")
    assert ended.code == 1
    assert "COP209" in ended.err
    assert "cop" in ended.err


def test_a_missing_plan_is_told_with_the_name_that_may_be_meant(cop: Cop) -> None:
    """As other commands do."""
    ended = cop("schedule", "plam.yaml", "--yes")
    assert ended.code == 3
    assert "Did you mean `plan.yaml`?" in ended.err


def test_a_plan_that_cannot_be_written_is_left_as_it_was(cop: Cop) -> None:
    """A read-only file stays whole."""
    if os.geteuid() == 0:
        Path("plan.yaml.bak").mkdir()  # root may write anything, but not over a folder
    else:
        Path("plan.yaml").chmod(0o400)
    ended = cop("schedule", "--yes")
    assert ended.code == 3
    assert plan() == PLAN


def test_a_missing_package_is_named_with_its_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only because the plan names a region."""
    import sys

    monkeypatch.setitem(sys.modules, "holidays", None)
    assert main(["schedule", "--yes"]) == 3
    assert 'pip install "cop-wizard[holidays]"' in capsys.readouterr().err
    replaced("  region: CA-AB\n", "")
    assert main(["schedule", "--yes"]) == 0


def test_an_older_plan_is_brought_up_to_date_with_the_first_change(cop: Cop) -> None:
    """It needs no other command before."""
    replaced("schema_version: 2", "schema_version: 1")
    assert cop("schedule", "--yes").code == 0
    assert "schema_version: 2" in plan()
    assert "Nothing to change" in cop("schedule").err


def test_text_of_the_plan_cannot_steer_the_terminal(cop: Cop) -> None:
    """Titles, places and names are shown, not sent."""
    replaced("title: Old hands", r'title: "Old\e[2Jhands"')
    replaced("name: Fall break", r'name: "Fall\u202ebreak\nnext"')
    ended = cop("schedule", "--dry-run")
    assert "\x1b" not in ended.out
    assert "\u202e" not in ended.out


def test_a_plan_that_somebody_changed_meanwhile_is_not_written_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between what was shown and the yes."""

    def change_and_agree(*_words: str) -> bool:
        replaced("title: Bridge Builders", "title: Theirs")
        return True

    monkeypatch.setattr("cop_wizard.cli.agreeing.agreed", change_and_agree)
    assert main(["schedule"]) == 3
    assert plan() == PLAN.replace("title: Bridge Builders", "title: Theirs")


def test_calendars_are_told_of_every_change_and_never_of_a_second_meeting(cop: Cop) -> None:
    """An entry keeps its name, and its number goes up with each change: called off, back, moved."""

    def entries() -> dict[str, tuple[int, str, str]]:
        assert cop("schedule", "--yes").code == 0
        file = cop("render", "plan.yaml", "--format", "ics", "-o", "-").out.replace("\r\n ", "")
        found = {}
        for event in file.split("BEGIN:VEVENT")[1:]:
            told = dict(line.split(":", 1) for line in event.splitlines() if ":" in line)
            start = next(value for key, value in told.items() if key.startswith("DTSTART"))
            found[told["UID"]] = (int(told["SEQUENCE"]), told["STATUS"], start)
        return found

    before = entries()
    for old, new in (
        ("un jeudi sur deux", "first Thursday"),
        ("rhythm: first Thursday", "rhythm: un jeudi sur deux"),
        ("un jeudi sur deux", "un mercredi sur deux"),
        ("first_meeting: 2026-10-01", "first_meeting: 2026-09-30"),
    ):
        replaced(old, new)
        after = entries()
        assert set(before) <= set(after)
        for uid, (number, *rest) in before.items():
            assert after[uid][0] > number or after[uid] == (number, *rest)
        before = after


def test_more_meetings_than_a_plan_can_hold_are_refused_with_what_to_do(cop: Cop) -> None:
    """Before anything is written."""
    series = "".join(f"    - title: Circle {number}\n" for number in range(13))
    daily = "      rhythm: every Tuesday\n      last_meeting: 2036-09-01\n"
    text = PLAN.partition("    - title: Book club")[0] + series.replace("\n", "\n" + daily)
    Path("plan.yaml").write_text(text, encoding="utf-8")
    ended = cop("schedule", "--yes")
    assert ended.code != 0
    assert "more than fit into one plan file" in " ".join(ended.err.split())
    assert plan() == text


def test_a_remark_behind_what_is_taken_out_is_named(cop: Cop) -> None:
    """It goes with its line, and stands in the version before."""
    text = (
        "schema_version: 2\nlaunch:\n  rhythm: every Tuesday\n  first_meeting: 2026-11-24\n  last_meeting: 2026-11-24\n"
        "  start: '15:30'\n  exceptions:\n    - date: 2026-11-24\n      start: '9:00'\n"
    )
    Path("plan.yaml").write_text(text, encoding="utf-8")
    assert cop("schedule", "--yes").code == 0
    assert "start: 09:00" in plan()
    later = plan().replace("start: 09:00", "start: 09:00  # Ann has the key")
    later = later.replace("    - date: 2026-11-24\n      start: '9:00'\n", "", 1).replace("  exceptions:\n", "", 1)
    Path("plan.yaml").write_text(later, encoding="utf-8")
    ended = cop("schedule", "--yes")
    assert ended.code == 0
    assert "“# Ann has the key”" in ended.err
    assert "# Ann has the key" in Path("plan.yaml.bak").read_text(encoding="utf-8")
