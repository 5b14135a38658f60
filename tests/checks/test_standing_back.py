"""Where one piece of advice says what matters, the others keep silent; and wishes come last."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cop_wizard.checks.report.text import render
from cop_wizard.checks.runner import Report, check
from cop_wizard.diagnostic import Severity
from cop_wizard.look import Look

HEAD = "schema_version: 2\ntitle: Bridge Builders\n"


def looked_at(text: str, today: str) -> Report:
    report = check(HEAD + text, Path("plan.yaml"), dt.date.fromisoformat(today))
    assert not report.errors, report.errors
    return report


def codes(text: str, today: str) -> list[str]:
    return [one.code for one in looked_at(text, today).of(Severity.ADVICE)]


PEOPLE = """\
membership:
  roster:
    - {name: Amina Yusuf, level: core, status: member}
    - {name: Tomás Herrera, level: core, status: member}
    - {name: Devi Ramsaran, level: active, status: member}
    - {name: Ingrid Sorensen, level: active, status: alumni}
leadership:
  duties:
    set_up_meetings: [Amina Yusuf]
    take_notes: [Ingrid Sorensen]
    convene: [Amina Yusuf]
    craft_questions: [Amina Yusuf]
    keep_on_track: [Amina Yusuf]
"""
ENDED = (
    PEOPLE
    + """\
collaborative_plan:
  meetings:
    - {date: 2025-01-15, topics: Norms}
    - {date: 2025-03-12, topics: Templates}
    - {date: 2025-06-18, topics: TOPIC}
results:
  evidence:
    - {what: Three templates}
    - {what: Time sheets, collected_by: Devi Ramsaran, when: 2025-06-18}
life:
  review_on: REVIEW
  risks:
    - risk: Newcomers stay strangers
"""
)


@pytest.mark.parametrize(
    ("topic", "review", "today", "told"),
    [
        ("What we found", "2025-06-18", "2026-04-15", ["COP808"]),
        ("What we found", "2025-06-18", "2028-04-15", []),
        ("What we found", "none", "2026-04-15", []),
        ("Goodbye and cake", "2025-06-18", "2026-04-15", []),
    ],
)
def test_a_community_that_ended_is_left_in_peace(topic: str, review: str, today: str, told: list[str]) -> None:
    """At most it is asked, for a year, whether it has."""
    assert codes(ENDED.replace("TOPIC", topic).replace("REVIEW", review), today) == told


COMMITTEE = """\
purpose:
  purposes: [advancing_initiatives, gathering_feedback]
membership:
  taking_part: TAKING
  roster: [{name: A}, {name: B}, {name: C}, {name: D}]
collaborative_plan:
  meetings:
    - {date: 2026-09-22, topics: Mandate, record: Approved.}
    - {date: 2026-12-08, topics: Baseline data}
    - {date: 2027-03-09, topics: Budget}
    - {date: 2027-06-08, topics: Year one report}
results:
  evidence:
    - {what: Annual report, kind: product, shows: [gathering_feedback]}
"""


def test_a_committee_hears_once_that_it_is_one() -> None:
    """Not a dozen times what a community would do differently."""
    assert codes(COMMITTEE.replace("TAKING", "required"), "2026-10-01") == ["COP404"]
    assert {"COP404", "COP704", "COP803"} < set(codes(COMMITTEE.replace("TAKING", "voluntary"), "2026-10-01"))


def test_the_end_of_the_dates_is_said_once() -> None:
    """Three weeks before it, only that no meeting follows."""
    told = codes(COMMITTEE.replace("TAKING", "voluntary"), "2027-06-01")
    assert "COP808" in told
    assert not {"COP706", "COP803"} & set(told)


WISHES = (
    COMMITTEE.replace("TAKING", "voluntary").replace("{name: D}", "{name: D}, {name: Ingrid Sorensen, status: alumni}")
    + """\
  feedback: [{how: A card, when: at the end}]
leadership:
  duties: {take_notes: [Ingrid Sorensen]}
norms:
  statements: {role_and_voice: A round, stay_on_track: A question, new_members: Come}
"""
)


def test_the_text_tells_slips_first_and_a_few_wishes() -> None:
    """The rest is a command away; other reports keep the order of the text, and all of it."""
    report = looked_at(WISHES, "2026-10-01")
    lines = render([report], Look()).splitlines()
    told = [
        line[-7:-1] for line in lines if (line.endswith("]") and "[COP5" in line) or "[COP4" in line or "[COP8" in line
    ]
    assert told[:2] == ["COP404", "COP502"]
    (more,) = [line for line in lines if "more: cop validate plan.yaml --select " in line]
    left = more.rpartition(" ")[2].split(",")
    assert not set(left) & set(told)
    assert len(report.advice) >= len(told) + len(left)
    places = [one.span.start.offset for one in report.advice if one.span]
    assert places == sorted(places)
    assert len(places) < len(report.advice)
    assert all(one.span is None for one in report.advice[len(places) :])
