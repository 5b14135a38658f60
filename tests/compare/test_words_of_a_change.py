"""Each kind of change in one sentence that a community leader would say."""

from __future__ import annotations

import pytest

from compare.conftest import Compare, said, shown
from cop_wizard.compare.change import Kind

ANA = "membership: {roster: [{name: Ana Li, role: Principal, %s}, {name: Bo Chen, level: core}]}"
MEETING = "collaborative_plan: {meetings: [{date: %s, start: 13:00, topics: %s}, {date: 2026-10-20, topics: Cases}]}"
SEAT = "membership: {required_seats: [{role: A teacher from a small school, filled_by: %s}]}"
DUTY = "leadership: {duties: {convene: %s, liaise: [Bo]}}"
NORM = "norms: {statements: {conflict: %s, decisions: We vote.}}"
PURPOSES = "purpose: {purposes: [%s]}"
TODO = "todo: [{question: purpose.focus, note: ask Ines}, %s]"


@pytest.mark.parametrize(
    ("plan", "old", "new", "sentence"),
    [
        (ANA, "level: active", "level: core", "Ana Li: Active → Core"),
        (ANA, "status: invited", "status: member", "Ana Li has joined."),
        (ANA, "status: member", "status: alumni", "Ana Li has left."),
        (ANA, "status: invited", "status: declined", "Ana Li has declined."),
        (ANA, "status: potential", "status: invited", "Ana Li: Potential → Invited"),
        (ANA, "note: ", "note: likes mornings", "Ana Li – Note is answered now: likes mornings"),
        (MEETING, ("2026-09-15", "Us"), ("2026-09-22", "Us"),
         "The meeting of 15 September 2026 is now on 22 September 2026."),
        (MEETING, ("10th week of term", "Us"), ("22 September 2026", "Us"),
         "The meeting of 10th week of term is now on 22 September 2026."),
        (MEETING, ("2026-09-15", "Us"), ("2026-09-15", "You"), "The meeting of 15 September 2026 – Topics: Us → You"),
        (SEAT, "", "Ingrid", "The seat “A teacher from a small school” is filled: Ingrid"),
        (SEAT, "Ingrid", "", "The seat “A teacher from a small school” is vacant again. Before: Ingrid"),
        (SEAT, "Ingrid", "Lars", "The seat “A teacher from a small school” has changed hands: Ingrid → Lars"),
        (DUTY, "[Ana]", "[Bo]", "“Convenes the community” has changed hands: Ana → Bo"),
        (DUTY, "[Ana]", "[Ana, Bo]", "“Convenes the community” is now done by Ana and Bo. Before: Ana"),
        (DUTY, "", "[Bo]", "“Convenes the community” is now done by Bo"),
        (DUTY, "[Ana]", "", "“Convenes the community” is done by nobody any more. Before: Ana"),
        (DUTY, "[Ana]", "none", "“Duties – Convenes the community” is now none, on purpose. Before: Ana"),
        (NORM, "We talk.", "", "The norm “Manage conflict and disagreement” was taken out."),
        (NORM, "", "We talk.", "The norm “Manage conflict and disagreement” is new."),
        (NORM, "We talk.", "none", "The norm “Manage conflict and disagreement” is now none, on purpose."),
        ("title: %s", "", "Bridge", "“Name of the community” is answered now: Bridge"),
        ("title: %s", "Bridge", "", "“Name of the community” has no answer any more. Before: Bridge"),
        ("title: %s", "Bridge", "none", "“Name of the community” is now none, on purpose. Before: Bridge"),
        ("title: %s", "none", "Bridge", "“Name of the community”: none, on purpose → Bridge"),
        ("launch: {start: %s}", "9:30", "15:30", "“Start”: 9:30 am → 3:30 pm"),
        ("launch: {length: %s}", "90 minutes", "2 h", "“Length”: 1 h 30 min → 2 h"),
        ("launch: {format: %s}", "virtual", "in_person", "“Way of meeting”: Online → In person"),
        ("membership: {size: {minimum: %s}}", "8", "5", "“Size – At least”: 8 → 5"),
        (PURPOSES, "shared_learning", "shared_learning, our own", "“What it is for”: added as number 2: our own"),
        (PURPOSES, "shared_learning, our own", "shared_learning", "“What it is for”: taken out: our own"),
        (PURPOSES, "shared_learning, our own", "our own, shared_learning",
         "“What it is for”: the order is now our own and Shared learning"),
        ("purpose: {goals: [{text: One interview for all, by: %s}]}", "2027-06-30", "2028-06-30",
         "“One interview for all” – By when: 30 June 2027 → 30 June 2028"),
        ("purpose: {goals: [{text: One interview for %s}]}", "all", "all of us",
         "Goal: One interview for all → One interview for all of us"),
        ("results: {evidence: [{what: A kit, kind: %s}]}", "product", "decision",
         "“A kit” – Kind: A product → A decision"),
        (TODO, "", "{question: membership.size, note: ask Paul, by: 2026-10-01}",
         "Put off: “Size” (ask Paul; 1 October 2026)"),
        (TODO, "{question: membership.size}", "", "Settled: “Size” is no longer put off."),
        ("guide: %s", "cass", "planning-tool", "“Guide”: cass → planning-tool"),
        ("x-budget: %s", "", "900 dollars", "Your own key `x-budget` was added."),
        ("x-budget: %s", "900 dollars", "", "Your own key `x-budget` was taken out."),
        ("purpose: {x-a: %s}", "1", "2", "Your own key `purpose.x-a` was changed."),
        (ANA, "x-shoe: 1", "x-shoe: 2", "Your own key `membership.roster[1].x-shoe` was changed."),
        ("purpose: {focsu: %s}", "reading", "writing", "“purpose.focsu”: reading → writing"),
    ],
)  # fmt: skip
def test_one_change_is_one_sentence(
    compared: Compare, plan: str, old: str | tuple[str, ...], new: str | tuple[str, ...], sentence: str
) -> None:
    """With labels instead of raw values and dates in words."""
    assert said(compared(plan % old, plan % new)) == [sentence]


def test_people_come_and_go(compared: Compare) -> None:
    """Somebody inserted in the middle is one change, whatever happens to the numbers of those below."""
    people = ["{name: Ana Li, level: core}", "{name: Bo Chen, level: core}", "{name: Cleo Ray, level: core}"]
    new = [people[0], "{name: Dora Mai, role: Principal, level: active, status: member}", *people[1:]]
    roster = "membership: {roster: [%s]}"
    found = compared(roster % ", ".join(people), roster % ", ".join(new))
    assert said(found) == ["Dora Mai has joined (Principal; Active)."]
    assert (found[0].kind, found[0].path) == (Kind.ADDED, ("membership", "roster", 1))
    found = compared(roster % ", ".join(new), roster % ", ".join(people))
    assert said(found) == ["Dora Mai is no longer on the roster."]
    assert (found[0].kind, found[0].path) == (Kind.REMOVED, ("membership", "roster", 1))


def test_somebody_else_in_the_same_post_is_another_person(compared: Compare) -> None:
    """A successor has not been renamed; who keeps an address, or nearly the name, has."""
    roster = "membership: {roster: [{name: %s, role: Principal, organization: Elk Valley, email: %s}]}"
    assert said(compared(roster % ("Anna Smith", "a@x.org"), roster % ("John Smith", "j@x.org"))) == [
        "John Smith was added to the roster (Principal).",
        "Anna Smith is no longer on the roster.",
    ]
    assert said(compared(roster % ("Ana Li", "a@x.org"), roster % ("Ana Wood", "a@x.org"))) == [
        "Ana Li is now called Ana Wood."
    ]


def test_a_whole_row_of_meetings_moves_by_a_week(compared: Compare) -> None:
    """Meetings go by what happens there, although each takes the date that another one had."""
    days, topics = ("2026-09-15", "2026-09-22", "2026-09-29", "2026-10-06"), ("Counting", "Number lines", "Games")
    plans = []
    for start in (0, 1):
        rows = [f"{{date: {day}, topics: {topic}}}" for day, topic in zip(days[start:], topics, strict=False)]
        plans.append(f"collaborative_plan: {{meetings: [{', '.join(rows)}]}}")
    assert said(compared(*plans)) == [
        "The meeting of 15 September 2026 is now on 22 September 2026.",
        "The meeting of 22 September 2026 is now on 29 September 2026.",
        "The meeting of 29 September 2026 is now on 6 October 2026.",
    ]


def test_meetings_come_and_go(compared: Compare) -> None:
    """Also where they are nothing but dates."""
    plan = "collaborative_plan: {meetings: [{date: 2026-09-15}, %s]}"
    assert said(compared(plan % "", plan % "{date: 2026-11-10, topics: Games}")) == [
        "The meeting of 10 November 2026 is new (Games)."
    ]
    assert said(compared(plan % "{date: 2026-11-10}", plan % "{date: 2026-11-12}")) == [
        "The meeting of 10 November 2026 is now on 12 November 2026."
    ]
    assert len(compared(plan % "{date: 2026-11-10}", plan % "{date: 2027-05-12}")) == 2


def test_a_meeting_of_a_further_series_is_told_by_its_name(compared: Compare) -> None:
    """Two series may meet on one day."""
    plan = "collaborative_plan: {meetings: [{date: 2026-09-15, topics: Us}, %s]}"
    book = "{date: 2026-09-15, series: Book club, topics: %s}"
    assert said(compared(plan % "", plan % book % "Emma")) == [
        "The “Book club” meeting of 15 September 2026 is new (Emma)."
    ]
    assert said(compared(plan % book % "Emma", plan % book % "Persuasion")) == [
        "The “Book club” meeting of 15 September 2026 – Topics: Emma → Persuasion"
    ]


def test_a_reworded_norm_shows_its_words(compared: Compare) -> None:
    """Short or long, with what went and what came."""
    found = compared(NORM % "We say it early and kindly.", NORM % "We say it late and kindly.")
    assert said(found) == ["The norm “Manage conflict and disagreement” was reworded."]
    assert shown(found[0]) == "We say it [early] {late} and kindly."


def test_long_answers_are_shown_below_their_sentence(compared: Compare) -> None:
    """Given, reworded, taken away and broken into other lines."""
    text = "We meet in the old library by the river on the second Tuesday of the month and bring one case each."
    plan = "launch: {plan: %s}"
    assert shown(compared(plan % "", plan % text)[0]) == f"{{{text}}}"
    assert shown(compared(plan % text, plan % "none")[0]) == f"[{text}]"
    changed = compared(plan % text, plan % text.replace("one case", "two cases"))[0]
    assert changed.said == "“Plan for the launch” was reworded."
    assert shown(changed) == "… second Tuesday of the month and bring [one case] {two cases} each."
    lines = compared("launch: {plan: 'a b'}", 'launch: {plan: "a\\nb"}')
    assert said(lines) == ["“Plan for the launch” has other line breaks."]


def test_many_answers_at_once_are_one_change(compared: Compare) -> None:
    """A list that was blank is answered, and its rows are named; a long one is counted."""
    people = ", ".join(f"{{name: P{number}}}" for number in range(1, 12))
    assert said(compared("title: a", f"title: a\nmembership: {{roster: [{people}]}}")) == [
        "“The people” is answered now: P1, P2, P3, P4, P5, P6, P7, P8 and 3 more"
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("launch: {first_meeting: 2026-09-15}", "launch: {first_meeting: 15 September 2026}"),
        ("launch: {length: 90 minutes}", "launch: {length: 1.5 hours}"),
        ("title: Bridge   Builders", "title: 'Bridge Builders'"),
        ("title: a", "title: a\npurpose:\nmembership: {roster: [], size: {minimum: }}"),
        ("launch:\n  plan: |\n    words  \n\n", "launch: {plan: words}"),
        ("membership: {roster: [{name: A}, {name: B}]}", "membership: {roster: [{name: B}, {name: A}]}"),
        ("leadership: {duties: {convene: [A, B]}}", "leadership: {duties: {convene: [B, A]}}"),
        ("document: {version: 2}", "document: {version: 2, calendar_id: 6f1e}"),
        ("collaborative_plan: {meetings: [{date: 2026-09-15}]}",
         "collaborative_plan: {meetings: [{date: 2026-09-15, id: a, scheduled: 2026-09-15 15:30, revision: 2}]}"),
        ("collaborative_plan: {meetings: []}", "collaborative_plan: {meetings: [{id: a}]}"),
    ],
)  # fmt: skip
def test_what_means_the_same_is_no_change(compared: Compare, old: str, new: str) -> None:
    """Spelling of dates and lengths, blanks, spaces, order where it means nothing, and the bookkeeping of calendars."""
    assert compared(old, new) == ()


def test_a_section_that_is_none_says_so_of_each_question(compared: Compare) -> None:
    """As everywhere else in the program."""
    found = compared("further_application: {benefits: Calm, uses: [shared_learning]}", "further_application: none")
    assert {change.title for change in found} == {"Other uses", "Possibilities", "Benefits", "Teams you already have"}
    assert {change.kind for change in found} == {Kind.NONE}


def test_sections_come_in_the_order_of_the_guide(compared: Compare) -> None:
    """Whatever their order in the file; what no question asks comes last."""
    found = compared("title: a", "x-a: 1\ntodo: [{question: title}]\nlanguage: fr\nresults: {legacy: b}\ntitle: c")
    assert [change.section for change in found] == [
        "Before you begin", "Results & Celebration", "The plan itself", "To be done", "Other keys",
    ]  # fmt: skip


def test_what_the_guide_does_not_ask_is_told_with_the_words_of_the_full_one() -> None:
    """So that nothing is lost under a shorter guide."""
    from cop_wizard.compare.changes import changes
    from cop_wizard.guide.load import load_guide

    found = changes({}, {"leadership": {"rotation": "Yearly"}}, load_guide("planning-tool"), load_guide("cass"))
    assert [(change.section, change.said) for change in found] == [
        ("More from the plan", "“Taking turns” is answered now: Yearly")
    ]


def test_a_meeting_with_an_id_is_the_same_wherever_it_moves(compared: Compare) -> None:
    """Places that take turns, and days between two others, mislead nobody."""
    rows = "collaborative_plan: {meetings: [%s]}"
    old = ", ".join(f"{{id: {a}, date: {day}, place: {place}}}" for a, day, place in (
        ("a", "2027-01-12", "North"), ("b", "2027-02-09", "South"), ("c", "2027-03-09", "North"),
    ))  # fmt: skip
    new = ", ".join(f"{{id: {a}, date: {day}, place: {place}}}" for a, day, place in (
        ("a", "2027-01-07", "South"), ("b", "2027-02-04", "North"), ("c", "2027-03-04", "South"),
    ))  # fmt: skip
    told = said(compared(rows % old, rows % new))
    moved = [sentence for sentence in told if "is now on" in sentence]
    assert moved == [
        "The meeting of 12 January 2027 is now on 7 January 2027.",
        "The meeting of 9 February 2027 is now on 4 February 2027.",
        "The meeting of 9 March 2027 is now on 4 March 2027.",
    ]
    assert not any("new" in sentence or "taken out" in sentence for sentence in told)
