"""Duties, and how they fit the way leadership is arranged."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cop_wizard.diagnostic import Diagnostic

Said = Callable[[str, str], list[Diagnostic]]

KEYS = (
    "set_up_meetings",
    "craft_questions",
    "take_notes",
    "clarify_roles",
    "convene",
    "keep_on_track",
    "liaise",
    "facilitate_decisions",
)


def leadership(*names: str, structure: str = "") -> str:
    """The duties in their order with one name each; "" leaves one out."""
    rows = "".join(f"    {key}: {name}\n" for key, name in zip(KEYS, names, strict=False) if name)
    return f"leadership:\n  structure: {structure}\n  duties:\n{rows}"


A, T, D, R = "[Amina Yusuf]", "[Tomás Herrera]", "[Devi Ramsaran]", "[Rosalind Okafor]"
PEOPLE = "membership:\n  roster:\n" + "".join(
    f"    - name: {name}\n" for name in ("Amina Yusuf", "Tomás Herrera", "Devi Ramsaran", "Rosalind Okafor")
)


def test_a_list_of_duties_that_has_been_begun_has_no_gaps(said: Said) -> None:
    """Four of eight may be all a small community needs, or all it has written so far."""
    assert said("COP501", leadership(A, T, D, A)) == []
    (one,) = said("COP501", leadership(A, T, D, A, A))
    assert one.message == "Nobody yet brings the talk back to the purpose or keeps in touch with other leaders."


def test_nobody_yet_is_nobody(said: Said) -> None:
    """Written out or left blank, the duty is open; "none" settles it."""
    assert len(said("COP501", leadership(A, T, "[nobody yet]", A, A, A, R))) == 1
    assert said("COP501", leadership(A, T, "none", A, A, A, R)) == []
    assert said("COP501", leadership(A, T, "[everybody in turn]", A, A, A, R)) == []


def test_a_duty_that_few_communities_give_away_is_not_missed(said: Said) -> None:
    """Roles and the thread of the talk look after themselves, and so does one small duty."""
    assert said("COP501", leadership(A, T, D, "", A, "", R)) == []
    assert said("COP501", leadership(A, T, D, A, A, A)) == []
    assert len(said("COP501", leadership(A, T, D, "", A, A))) == 1


def test_decisions_need_somebody_only_where_there_are_some(said: Said) -> None:
    """The guide asks for it "if required"."""
    seven = leadership(A, T, D, A, A, T, R)
    assert said("COP501", seven) == []
    six = leadership(A, T, D, A, A, T)
    assert said("COP501", six) == []
    assert len(said("COP501", six + "purpose:\n  purposes: [implementing_change]\n")) == 1
    assert len(said("COP501", six + "norms:\n  decision_rules:\n    - subject: Money\n")) == 1


def test_none_beside_every_duty_is_a_choice(said: Said) -> None:
    """A group that wants no duties is left in peace."""
    assert said("COP501", leadership(*["none"] * 7)) == []
    assert said("COP501", "leadership:\n  duties: none\n") == []


def test_short_and_long_forms_of_a_name_are_one_person(said: Said) -> None:
    """Three times "Amina" and twice "Amina Yusuf" are five."""
    plan = PEOPLE + leadership("[Amina]", "[Amina]", "[Amina]", A, A, T)
    (one,) = said("COP503", plan)
    assert one.message == "Amina Yusuf alone holds 5 of the 8 duties."
    assert len(one.further) == 4
    three_people = PEOPLE.rsplit("    - name", 1)[0]
    assert said("COP503", three_people + leadership(A, A, A, A, A, T)) == []


@pytest.mark.parametrize(
    "plan",
    [
        PEOPLE + leadership(A, A, A, A, "[Amina Yusuf, Tomás Herrera]", T),
        PEOPLE + leadership(A, A, A, A, "[Amina Yusuf and Tomás Herrera]", T),
        PEOPLE + leadership(*["[everybody in turn]"] * 6, T),
        PEOPLE + leadership(*["[Core Team]"] * 6, T),
        leadership(A, A, A, A, A, T),
        PEOPLE + leadership(A, A, A, A, A, T) + "life:\n  risks:\n    - risk: Everything hangs on Amina\n",
    ],
)
def test_a_load_that_is_shared_or_known_is_not_told(said: Said, plan: str) -> None:
    """A second name, a group, nobody else to give it to, or a risk that says it already."""
    assert said("COP503", plan) == []


def test_one_name_beside_everything_is_told_once(said: Said) -> None:
    """Where a team leads, the contradiction is the matter; where one leads, the load."""
    team = PEOPLE + leadership(*[A] * 7, structure="team")
    assert len(said("COP504", team)) == 1
    assert said("COP503", team) == []
    single = PEOPLE + leadership(*[A] * 7, structure="single")
    assert said("COP504", single) == []
    assert len(said("COP503", single)) == 1


def test_the_three_duties_of_the_planning_tool_are_enough_to_tell(said: Said) -> None:
    """Two may be all that has been written down so far."""
    assert len(said("COP504", leadership(A, A, A, structure="shared"))) == 1
    assert said("COP504", leadership(A, A, A, "[Amina Yusuf, Tomás Herrera]", structure="shared")) == []
    assert said("COP504", leadership(A, A, structure="shared")) == []
    assert said("COP504", leadership(A, A, A, "[whoever hosts]", structure="shared")) == []


def test_helpers_do_not_make_a_team(said: Said) -> None:
    """Where one leads, others may do things; only where nobody stands out does it look like a team."""
    spread = leadership(A, T, D, R, A, T, structure="single")
    assert len(said("COP504", spread)) == 1
    assert len(said("COP504", leadership(A, T, D, R, A, structure="single"))) == 1
    assert said("COP504", leadership(A, T, D, R, structure="single")) == []
    assert said("COP504", leadership(A, T, D, A, T, structure="single")) == []
    assert said("COP504", leadership(A, T, D, R, A, A, structure="single")) == []
    described = spread.replace("structure: single", "structure: single\n  description: Amina leads, others help")
    assert said("COP504", described) == []
    assert said("COP504", spread.replace("single", "team")) == []


MEETINGS = "collaborative_plan:\n  meetings:\n    - date: 2026-12-10\n    - date: 2027-01-10\n"


@pytest.mark.parametrize(
    "told",
    [
        "  rotation: In pairs, one stays on\n",
        "  rotation: none\n",
        "  description: The host leads\n",
        "  communication: The next host is named at the end\n",
    ],
)
def test_a_word_on_turns_is_enough(said: Said, told: str) -> None:
    """Wherever it stands, members can know whose turn it is."""
    shared = "leadership:\n  structure: shared\n"
    (one,) = said("COP505", shared + MEETINGS)
    assert "Thursday 10 December 2026" in one.message
    assert said("COP505", shared + told + MEETINGS) == []


def test_turns_matter_only_where_there_are_some(said: Said) -> None:
    """One meeting to come, meetings of the past, or names beside the meetings: nothing to say."""
    shared = "leadership:\n  structure: shared\ncollaborative_plan:\n  meetings:\n"
    assert said("COP505", shared + "    - date: 2026-12-10\n") == []
    assert len(said("COP505", shared + "    - date: 2026-11-22\n    - date: 2026-12-10\n")) == 1
    assert said("COP505", shared + "    - date: 2026-01-10\n    - date: 2026-02-10\n") == []
    assert said("COP505", f"leadership:\n  structure: shared\n{MEETINGS}      led_by: [Amina Yusuf]\n") == []
    assert said("COP505", f"leadership:\n  structure: team\n{MEETINGS}") == []
