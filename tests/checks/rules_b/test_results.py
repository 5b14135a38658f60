"""Evidence, feedback, moments to reflect and to celebrate, and who hears of it all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cop_wizard.diagnostic import Diagnostic

Said = Callable[..., list[Diagnostic]]
Meetings = Callable[..., str]

DATES = ("date: 2051-09-20, topics: Norms", "date: 2051-10-18, topics: Cases", "date: 2051-11-15, topics: Next steps")


def evidence(*rows: str) -> str:
    """Pieces of evidence, each as the inside of a flow mapping."""
    return "results:\n  evidence:\n" + "".join(f"    - {{{row}}}\n" for row in rows)


def purposes(*rows: str) -> str:
    """The purposes of a plan."""
    return f"purpose:\n  purposes: [{', '.join(rows)}]\n"


# --- COP701, COP702: evidence and purposes ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        (["what: A kit, shows: [solving_problems]"], "COP701"),
        (["what: A kit, shows: [solving_problems]", "what: Notes, shows: [Somebody to call]"], ""),
        (["what: A kit, shows: [solving_problems]", "what: Notes"], "COP702"),
        (["what: A kit, shows: [solving_problems]", "what: Notes, shows: none"], "COP701"),
        (["what: A kit", "what: Notes"], ""),
        (["shows: [solving_problems]"], ""),
        (["what: A kit, shows: [solving_problems, somebody to call, shared_learning]"], "COP702"),
    ],
)
def test_evidence_and_purposes_that_do_not_meet(said: Said, rows: list[str], codes: str) -> None:
    """What names no purpose may cover the rest, and a table that has only been begun says nothing."""
    piece = purposes("somebody to call", "solving_problems") + evidence(*rows)
    assert "".join(code for code in ("COP701", "COP702") if said(code, piece)) == codes


def test_purposes_are_named_in_words(said: Said) -> None:
    """The eight in short, one's own in quotation marks."""
    piece = purposes("solving_problems", "shared_learning", "somebody to call") + evidence(
        "what: A kit, shows: [solving_problems]"
    )
    (one,) = said("COP701", piece)
    assert one.message == "Nothing that you collect will tell you about learning together and “somebody to call”."


def test_a_long_piece_of_evidence_is_shortened_at_a_word(said: Said) -> None:
    """The sentence stays readable, and the line of the file is shown anyway."""
    long = "what: Autumn and spring interviews of about three hundred children compared with one another"
    (one,) = said("COP702", purposes("shared_learning") + evidence("what: A kit, shows: [shared_learning]", long))
    assert one.message == "“Autumn and spring interviews of about three …” does not say which purpose it speaks for."


# --- COP703, COP711: only at the end ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("when", "times"),
    [
        ("at the end", 1),
        ("At the end of the year", 1),
        ("after the last meeting", 1),
        ("à la fin", 1),
        ("2051-11-15", 1),
        ("2051-11-14", 0),
        ("at the end of each meeting", 0),
        ("at the end of meetings", 0),
        ("half-way and at the end", 0),
        ("à la fin de chaque rencontre", 0),
        ("in January", 0),
        ("", 0),
        ("none", 0),
    ],
)
def test_feedback_at_the_end_alone_is_too_late(said: Said, meetings: Meetings, when: str, times: int) -> None:
    """In words or as a date, in English or French; the end of every meeting is another thing."""
    piece = meetings(*DATES) + f"results:\n  feedback:\n    - how: A card at the door\n      when: {when}\n"
    assert len(said("COP703", piece)) == times


def test_with_fewer_than_three_dates_no_day_is_the_end(said: Said, meetings: Meetings) -> None:
    """The others have not been written down yet."""
    piece = meetings(*DATES[:2]) + "results:\n  feedback:\n    - how: A card\n      when: 2051-10-18\n"
    assert said("COP703", piece) == []


def test_one_piece_of_evidence_along_the_way_is_enough(said: Said) -> None:
    """So is a single piece, which has to be collected at some time."""
    late, early = "what: A kit, when: at the end", "what: Notes, when: each month"
    assert len(said("COP711", evidence(late, late))) == 1
    assert said("COP711", evidence(late, early)) == []
    assert said("COP711", evidence(late, "what: Notes")) == []
    assert said("COP711", evidence(late)) == []


# --- COP704, COP705: moments ------------------------------------------------------------------------------------------

BEGUN = "results:\n  feedback:\n    - how: A card\n"


@pytest.mark.parametrize(
    ("results", "times"),
    [
        ("", 1),
        ("  celebrating_people: [A handwritten note to each member]\n", 1),
        ("  celebrating_people: [A handwritten note in June]\n", 0),
        ("  celebrating_community: [A potluck at the last meeting]\n", 0),
        ("  celebrating_community: none\n", 0),
        ("  reflection: Small successes are celebrated at once\n", 0),
    ],
)
def test_celebrating_needs_a_time_but_not_a_meeting(said: Said, meetings: Meetings, results: str, times: int) -> None:
    """Whoever says when is believed."""
    assert len(said("COP704", meetings(*DATES) + BEGUN + results)) == times


@pytest.mark.parametrize(
    "rows",
    [
        [*DATES, "topics: Feast"],
        [*DATES, "topics: More, celebration: Soup"],
        [*DATES, "topics: More, celebration: none"],
        DATES[:2],
        ["date: 2051-09-20", "date: 2051-10-18", "date: 2051-11-15"],
        ["date: 2020-01-20, topics: Norms"] * 3,
    ],
)
def test_a_festive_an_unfinished_or_a_past_schedule_is_left_alone(
    said: Said, meetings: Meetings, rows: list[str]
) -> None:
    """A feast is a celebration whatever the column it stands in."""
    assert said("COP704", meetings(*rows) + BEGUN) == []


@pytest.mark.parametrize("code", ["COP704", "COP705"])
def test_moments_are_not_missed_before_results_are_thought_of(said: Said, meetings: Meetings, code: str) -> None:
    """Three topics are a beginning, not a schedule without joy."""
    assert said(code, meetings(*DATES)) == []


@pytest.mark.parametrize(
    "topic",
    ["Barbecue at Sue's", "Fish fry at Colleen's", "Thank you breakfast", "Galette en avance", "Pizza, and next steps"],
)
def test_food_shared_is_a_celebration(said: Said, meetings: Meetings, topic: str) -> None:
    """Whatever people call it where they live."""
    assert said("COP704", meetings(*DATES, f'topics: "{topic}"') + BEGUN) == []


@pytest.mark.parametrize("topic", ["Social media", "Staff recognition policy", "Thankless work", "Dinner ladies"])
def test_words_that_sound_festive_are_not_always(said: Said, meetings: Meetings, topic: str) -> None:
    """Ordinary business goes on."""
    assert len(said("COP704", meetings(*DATES, f"topics: {topic}") + BEGUN)) == 1


def test_a_wish_that_a_meeting_mentions_has_its_day(said: Said, meetings: Meetings) -> None:
    """The same long word is in both."""
    wish = BEGUN + "  celebrating_community: [A map with pins for every classroom]\n"
    assert said("COP704", meetings(*DATES, "topics: We hang up the classroom map") + wish) == []


def test_no_moment_of_either_kind_is_one_piece(said: Said, meetings: Meetings) -> None:
    """Not two about the same list of meetings."""
    (one,) = said("COP704", meetings(*DATES) + BEGUN)
    assert one.message == "None of the 3 meetings has a moment to look back or to celebrate."
    assert said("COP705", meetings(*DATES) + BEGUN) == []


@pytest.mark.parametrize(
    ("reflection", "times"),
    [
        ("", 1),
        ("We want to be thoughtful", 1),
        ("The last quarter of an hour, without the case", 0),
        ("Ten quiet minutes close every meeting", 0),
        ("none", 0),
    ],
)
def test_reflection_that_says_when_is_in_the_schedule(
    said: Said, meetings: Meetings, reflection: str, times: int
) -> None:
    """One sentence about every meeting is as good as a word beside each."""
    feast = "date: 2051-12-01, topics: Feast"
    assert len(said("COP705", meetings(*DATES, feast) + BEGUN + f"  reflection: {reflection}\n")) == times


def test_a_look_back_among_the_topics_is_a_reflection(said: Said, meetings: Meetings) -> None:
    """It need not stand in the column made for it."""
    assert said("COP705", meetings(*DATES, "topics: Half-way look") + BEGUN) == []


# --- COP706 no legacy -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rest", "today", "times"),
    [
        (BEGUN, "2051-10-01", 1),
        (BEGUN, "2051-09-10", 0),
        (BEGUN + "life:\n  review_on: 2051-12-01\n", "2051-10-01", 0),
        (BEGUN + "launch:\n  rhythm: monthly\nmembership:\n  door: open\n", "2051-10-01", 0),
        (BEGUN, "2051-12-01", 0),
        ("", "2051-10-01", 0),
        (BEGUN + "  legacy: none\n", "2051-10-01", 0),
        (BEGUN + "launch:\n  tools:\n    collect_legacy: A shelf\n", "2051-10-01", 0),
        (BEGUN + "launch:\n  tools: none\n", "2051-10-01", 0),
        (BEGUN + "todo:\n  - question: results.legacy\n", "2051-10-01", 0),
    ],
)
def test_the_legacy_is_asked_for_while_there_is_time_to_make_it(
    said: Said, meetings: Meetings, rest: str, today: str, times: int
) -> None:
    """Two months before the last date; a shelf for it is an answer too."""
    assert len(said("COP706", meetings(*DATES) + rest, today)) == times


# --- COP707, COP709, COP710 -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "times"),
    [
        (["what: A kit", "what: Notes"], 0),
        (["what: A kit, collected_by: Devi Ramsaran", "what: Notes"], 1),
        (["what: A kit, collected_by: Devi Ramsaran", "what: Notes, collected_by: nobody yet"], 1),
        (["what: A kit, collected_by: Devi Ramsaran", "what: Notes, collected_by: none"], 0),
        (["what: A kit, collected_by: everybody"], 0),
        (["what: A kit, when: 2026-12-15"], 1),
        (["what: A kit, when: 2027-12-15"], 0),
    ],
)
def test_collectors_are_missed_once_they_begin_to_be_named(said: Said, rows: list[str], times: int) -> None:
    """Or when the day is near."""
    assert len(said("COP707", evidence(*rows))) == times


@pytest.mark.parametrize(
    ("rows", "event", "times"),
    [
        (["what: A kit, when: 2051-06-10"], "", 1),
        (["what: A kit, when: 2051-06-10"], "The first drawings", 0),
        (["what: A kit, when: 2051-06-10", "what: Notes, when: each month"], "", 0),
        (["what: A kit, when: 2051-06-10", "what: Notes, when: 2051-01-10"], "", 0),
        (["what: A kit"], "", 0),
    ],
)
def test_an_event_is_too_early_only_for_everything(said: Said, rows: list[str], event: str, times: int) -> None:
    """One thing that is there by then can be shown, and so can whatever its organisers have thought of."""
    events = f"  sharing_events:\n    - event: CASS Annual Conference\n      date: 2051-03-23\n      what: {event}\n"
    assert len(said("COP709", evidence(*rows) + events)) == times


@pytest.mark.parametrize(
    ("rest", "times"),
    [
        ("", 1),
        ("  told_to: none\n", 0),
        ("  sharing_events: none\n", 0),
        ("todo:\n  - question: results.told_to\n", 0),
        ("leadership:\n  sponsors:\n    - {name: Joanne Cardinal, told: Each June}\n", 0),
    ],
)
def test_results_for_nobody(said: Said, rest: str, times: int) -> None:
    """A sponsor who hears is somebody, and so is a to-do."""
    assert len(said("COP710", evidence("what: A kit, collected_by: Devi Ramsaran") + rest)) == times
    assert said("COP710", evidence("what: A kit") + rest) == []


# --- COP708 feelings with a name --------------------------------------------------------------------------------------

PEOPLE = "membership:\n  roster:\n    - name: Amina Yusuf\n    - name: Tomás Herrera\n    - name: Hope\n"


@pytest.mark.parametrize(
    ("record", "times"),
    [
        ("Amina Yusuf admitted that she was lost.", 1),
        ("Tomás said he still felt like a beginner.", 1),
        ("Nine came. Amina was afraid of the silence.", 1),
        ("Amina Yusuf showed her first interviews.", 0),
        ("Amina leads the reflection; most of us felt better afterwards.", 0),
        ("We thanked Amina. Everybody felt lighter.", 0),
        ("We thanked Amina. They felt lighter, all of them.", 0),
        ("Somebody felt like a beginner.", 0),
        ("Tomás asked who struggled last week.", 0),
        ("The hope felt real.", 0),
    ],
)
def test_only_a_name_right_before_its_feeling_is_told(said: Said, meetings: Meetings, record: str, times: int) -> None:
    """Minutes may name who showed, led or asked something."""
    assert len(said("COP708", PEOPLE + meetings(f"date: 2020-10-18, record: '{record}'"))) == times


def test_the_same_words_count_in_the_section_on_practice(said: Said) -> None:
    """All of it is printed for everybody."""
    (one,) = said("COP708", PEOPLE + "professional_practice:\n  transfer: Tomás Herrera found it hard to wait.\n")
    assert one.path == ("professional_practice", "transfer")
