"""The agenda is about one meeting: the next, or the one that was named."""

from __future__ import annotations

from typing import Any

import pytest

from cop_wizard.documents.subject import Wish
from cop_wizard.documents.trouble import NothingToShow
from cop_wizard.errors import WrongUse
from cop_wizard.values import NONE_ON_PURPOSE
from documents.document_plans import RICH, people, subject_of, text_of

MEETINGS = [
    {"date": "2026-10-21", "topics": "Looking back", "record": "Ten came."},
    {"date": "2026-12-02", "topics": "Called off", "status": "cancelled"},
    {"date": "2027-01-20", "start": "13:00", "topics": "Half-way", "id": "own-2027-01-20"},
    {"date": "2026-12-09", "start": "13:00", "length": "90 minutes", "topics": "Games", "led_by": ["Marlene"]},
    {"date": "2026-12-09", "start": "9:00", "series": "Small group", "topics": "Early birds"},
    {"date": "10th week of the semester", "topics": "Sometime"},
]
PLAN = {"collaborative_plan": {"meetings": MEETINGS}, "launch": {"series": [{"title": "Small group"}]}}


def _agenda(data: dict[str, Any], meeting: str = "", format: str = "md", **options: Any) -> str:  # noqa: A002
    return text_of(subject_of(data, wish=Wish(meeting=meeting), **options), "agenda", format)


def _with(*meetings: dict[str, Any], **launch: Any) -> dict[str, Any]:
    return {"collaborative_plan": {"meetings": list(meetings)}, "launch": launch}


def test_the_next_meeting_is_the_soonest_that_is_not_called_off() -> None:
    text = _agenda(PLAN)
    assert text.startswith("# Agenda for Wednesday 9 December 2026")
    assert "Early birds" in text
    assert "Games" not in text


@pytest.mark.parametrize(
    ("name", "topics"),
    [
        ("own-2027-01-20", "Half-way"),
        ("2027-01-20", "Half-way"),
        ("20 January 2027", "Half-way"),
        ("January 20", "Half-way"),
        ("20 January", "Half-way"),
        ("20.1.2027", "Half-way"),
        ("2027-1-20", "Half-way"),
        ("4", "Games"),
        ("10th week of the Semester", "Sometime"),
        ("2026-12-02", "Called off"),
    ],
)
def test_a_meeting_is_named_by_id_day_words_or_number(name: str, topics: str) -> None:
    assert topics in _agenda(PLAN, name)


@pytest.mark.parametrize("name", ["7", "0", "2026-12-10", "the one with cake", "31/12/2026", "9" * 5000])
def test_an_unknown_name_is_answered_with_the_meetings_there_are(name: str) -> None:
    with pytest.raises(WrongUse) as caught:
        _agenda(PLAN, name)
    assert "4 (9 December 2026)" in caught.value.hint
    assert "6 (10th week of the semester)" in caught.value.hint


def test_the_meetings_there_are_stand_in_the_order_of_their_days() -> None:
    with pytest.raises(WrongUse) as caught:
        _agenda(PLAN, "the one with cake")
    numbers = [int(words.split(" (")[0].split()[-1]) for words in caught.value.hint.split(")")[:-1]]
    assert numbers == [1, 2, 4, 5, 3, 6]


def test_two_meetings_on_a_day_are_told_apart_by_number() -> None:
    with pytest.raises(WrongUse) as caught:
        _agenda(PLAN, "2026-12-09")
    assert caught.value.hint.endswith(": 4 (9 December 2026) and 5 (9 December 2026).")


def test_without_a_meeting_to_come_it_says_what_to_do() -> None:
    for data in ({}, _with({"date": "2026-10-21"}), {"collaborative_plan": {"meetings": NONE_ON_PURPOSE}}):
        with pytest.raises(NothingToShow):
            _agenda(data)
    with pytest.raises(NothingToShow) as caught:
        _agenda(_with({"date": "2026-10-21"}))
    assert "cop schedule" in caught.value.hint
    assert "1 (21 October 2026)" in caught.value.hint


def test_a_launch_with_a_day_is_a_meeting_too() -> None:
    assert "Wednesday 2 December 2026" in _agenda({"launch": {"first_meeting": "2026-12-02", "start": "13:00"}})


def test_only_beginning_and_end_have_an_hour() -> None:
    text = _agenda(PLAN, "4")
    assert "- **Begins:** 1:00 pm (until 2:30 pm, 1 h 30 min)" in text
    assert "| 1:00 pm | Games | Marlene |" in text
    assert "| 2:30 pm | Close |  |" in text


def test_without_a_length_there_is_no_end() -> None:
    text = _agenda(PLAN, "3")
    assert "| 1:00 pm | Half-way |" in text
    assert "Close" not in text


def test_the_city_of_an_hour_is_told_where_clocks_differ() -> None:
    meetings = ({"date": "2026-12-09", "start": "9:00"}, {"date": "2026-12-16", "zone": "Asia/Seoul"})
    assert "9:00 am (Edmonton)" in _agenda(_with(*meetings, zone="America/Edmonton"))
    assert "9:00 am (Edmonton)" not in _agenda(_with(meetings[0], zone="America/Edmonton"))


def test_what_a_meeting_leaves_blank_is_as_its_series_says() -> None:
    series = {"title": "Night circle", "start": "22:15", "place": "Staff kitchen", "led_by": ["Teodoro"]}
    text = _agenda(_with({"date": "2026-12-09", "series": "night circle"}, series=[series]))
    assert "10:15 pm" in text
    assert "Staff kitchen" in text
    assert "**Led by:** Teodoro" in text


def test_norms_at_hand_are_whole_unless_they_are_long() -> None:
    """A first sentence alone can say something else than the norm: where more was agreed, a sign says so."""
    whole = "The question hangs on the wall. Whoever strays is shown it, kindly."
    long = "We look for what everybody can live with. " + "If that fails we wait. " * 20
    norms = {"statements": {"decisions": long, "new_members": "Bring a friend.", "stay_on_track": whole}}
    text = _agenda({**PLAN, "norms": norms})
    assert "- We look for what everybody can live with. …\n" in text
    assert f"- {whole}\n" in text
    assert "Bring a friend" not in text


def test_standing_items_that_nobody_has_named_are_no_item() -> None:
    assert "tanding" not in _agenda({**PLAN, "launch": {"content": ["standing_items", "guests"]}}, "4")
    assert "tanding" not in _agenda(_with({"date": "2026-12-09"}, content=["standing_items", "guests"]))


def test_the_members_can_be_ticked_off_as_long_as_they_are_few() -> None:
    roster = [{"name": "Ana", "status": "member"}, {"name": "Bo", "status": "invited"}]
    text = _agenda({**_with({"date": "2026-12-09"}), "membership": {"roster": roster}})
    assert "- [ ] Ana" in text
    assert "Bo" not in text
    many = _agenda({**_with({"date": "2026-12-09"}), "membership": {"roster": people(30)}})
    assert "Who is here" not in many


def test_what_came_of_the_last_meeting_is_told_in_short() -> None:
    meetings = (
        {"date": "2026-10-21", "record": "Older."},
        {"date": "2026-11-11", "record": "We chose three games. " + "A long story follows here. " * 9},
        {"date": "2026-12-09"},
    )
    assert "11 November 2026: We chose three games.\n" in _agenda(_with(*meetings))
    assert "Older" not in _agenda(_with(*meetings))


def test_how_we_decide_stands_only_where_something_is_to_be_decided() -> None:
    norms = {"norms": {"decision_rules": [{"subject": "Anything", "method": "consent", "quorum": "half"}]}}
    assert "When we decide" not in _agenda({**_with({"date": "2026-12-09", "topics": "Games"}), **norms})
    decides = _agenda({**_with({"date": "2026-12-09", "topics": "We decide on games"}), **norms})
    assert "**When we decide:**\n\n- Anything: Consent, quorum: half\n" in decides


def test_an_extra_date_of_the_launch_is_a_meeting_too() -> None:
    extra = {"exceptions": [{"date": "2026-12-03", "change": "extra", "start": "9:00"}]}
    assert "Agenda for Thursday 3 December 2026" in _agenda(_with({"date": "2026-12-09"}, **extra))
    twice = _with({"date": "2026-12-03"}, **extra)
    assert "No further date" in _agenda(twice)


def test_the_next_meeting_is_told_with_its_place() -> None:
    text = _agenda(_with({"date": "2026-12-09"}, {"date": "2026-12-16", "start": "9:00", "place": "The barn"}))
    assert "Wednesday 16 December 2026, 9:00 am, The barn" in text


def test_where_no_further_date_is_written_down_it_says_how_often_they_meet() -> None:
    text = _agenda(_with({"date": "2026-12-09"}, rhythm="every second Tuesday"))
    assert "No further date is written down yet." in text
    assert "**How often we meet:** every second Tuesday" in text
    following = _agenda(_with({"date": "2026-12-09"}, {"date": "2026-12-22"}, rhythm="every second Tuesday"))
    assert "every second Tuesday" not in following


def test_on_screen_it_says_how_to_join() -> None:
    link = "https://meet.example.org/us"
    assert f"**How to join:** <{link}>" in _agenda(_with({"date": "2026-12-09"}, format="virtual", place=link))
    assert "**Place:** The barn" in _agenda(_with({"date": "2026-12-09"}, format="both", place="The barn"))


def test_what_comes_up_each_time_is_told_where_the_plan_names_it() -> None:
    meeting = {"date": "2026-12-09", "topics": "Games"}
    text = _agenda(_with(meeting, content=["standing_items", "guests", "the letter of the month"]))
    assert "**Comes up each time:** the letter of the month" in text
    assert "Comes up" not in _agenda(_with(meeting, content=["guests", "a visit"]))


def test_what_is_still_to_do_stands_with_who_and_when() -> None:
    todos = [
        {"question": "launch.place", "note": "Ask for the key"},
        {"note": "Visit the elders", "owner": "Gwen", "by": "2026-12-01"},
        {"question": "norms.own"},
    ]
    data = {**_with({"date": "2026-12-09"}), "todo": todos}
    found = _agenda(data).split("## Still to do")[1].split("##")[0]
    assert found.strip() == "- [ ] Visit the elders: Gwen, by 1 December 2026\n- [ ] Ask for the key"
    assert "Still to do" not in _agenda(data, final=True)


def test_an_empty_meeting_asks_for_topics_and_a_final_one_is_silent() -> None:
    data = _with({"date": "2026-12-09"}, content=["guests"])
    assert "No topic is set yet" in _agenda(data)
    assert "Our meetings can hold: Guests." in _agenda(data)
    assert "No topic" not in _agenda(data, final=True)


def test_after_the_meeting_what_came_of_it_takes_the_place_of_notes() -> None:
    text = _agenda(PLAN, "1")
    assert text.startswith("# Meeting of Wednesday 21 October 2026")
    assert "## What came of it\n\nTen came." in text
    assert "## Notes" not in text
    assert "## Notes" in _agenda(PLAN, "4")


def test_a_meeting_that_is_off_or_not_certain_says_so() -> None:
    assert "called off" in _agenda(PLAN, "2")
    assert "not certain yet" in _agenda(_with({"date": "2026-12-09", "certainty": "tentative"}))


def test_the_next_meeting_is_of_the_same_series() -> None:
    assert "Wednesday 20 January 2027, 1:00 pm: Half-way" in _agenda(PLAN, "4").split("## Next meeting")[1]
    assert "No further date" in _agenda(PLAN, "5").split("## Next meeting")[1]


def test_a_full_plan_has_what_a_meeting_needs() -> None:
    text = _agenda(RICH)
    for expected in ("## What happens", "## Notes", "**Takes notes:**"):
        assert expected in text


@pytest.mark.parametrize("format", ["md", "html"])
def test_hostile_text_stays_text(format: str) -> None:  # noqa: A002  the word people type
    bad = "<script>x</script> | # *a* {{ 1234*3 }} \u202e"
    meeting = {"date": "2026-12-09", "topics": bad, "place": bad, "led_by": [bad], "reflection": bad, "resources": bad}
    text = _agenda({**_with(meeting), "norms": {"own": [{"topic": bad, "statement": bad}]}}, "", format)
    assert "<script>" not in text.replace("\\<script>", "")
    assert "3702" not in text
    assert "\u202e" not in text


def test_the_minutes_hold_all_that_came_of_a_meeting() -> None:
    meeting = {
        "date": "2026-10-21",
        "record": "We chose.",
        "attended": ["Ana"],
        "decisions": [{"what": "We go on", "rule": "Trying", "passed": "yes"}, {"what": "No tea", "passed": "no"}],
    }
    plan = {
        **_with(meeting),
        "membership": {
            "roster": [{"name": name, "status": "member", "level": "core"} for name in ("Ana", "Ben", "Cat")]
        },
        "norms": {"decision_rules": [{"subject": "Trying", "quorum": "half"}]},
        "todo": [
            {"note": "buy chalk", "owner": "Ben", "by": "2026-11-01", "origin": "meeting, 2026-10-21"},
            {"note": "ring Cat", "done": "2026-11-02", "origin": "meeting, 2026-10-21"},
            {"note": "something else", "origin": "six-elements, 2026-10-21"},
        ],
        "results": {
            "evidence": [{"what": "nine of ten came", "when": "2026-10-21"}, {"what": "older", "when": "2026-09-21"}],
            "repertoire": [{"what": "The sheet", "link": "https://here.example/s", "meeting": "2026-10-21"}],
        },
    }
    minutes = _agenda(plan, "2026-10-21")
    for told in (
        "- We go on (by the rule “Trying”; only 1 were there, 2 are needed)",
        "- No tea (not agreed)",
        "- Ben: buy chalk, by 1 November 2026 (late)",
        "- Ring Cat, done",
        "- Nine of ten came",
        "- The sheet: <https://here.example/s>",
    ):
        assert told in minutes
    assert "omething else" not in minutes
    assert "lder" not in minutes


def test_how_much_more_there_is_to_do_is_told() -> None:
    todos = [{"note": f"task {number}"} for number in range(11)]
    assert "and 3 more things in the plan" in _agenda({**PLAN, "todo": todos})
