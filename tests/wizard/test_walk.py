"""The walk through the guide: what is asked, what is saved, and the ways out of a question."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from cop_wizard.values import NONE_ON_PURPOSE, value_at
from support.scripted import BACK, ENTER, SAVE, SKIP, TODO
from support.walking import walk_script

Begin = Callable[..., Any]


def _put(path: str, value: str, text: str) -> str:
    """The text of a plan with one line filled in."""
    line = f"{path}:\n"
    assert line in text
    return text.replace(line, f"{path}: {value}\n", 1)


def test_every_answer_is_on_disk_before_the_next_question(sitting: Begin, tmp_path: Path) -> None:
    """The next question finds the answer in the file."""
    found = []
    begun = sitting(("called", "Our Circle"), ("organisation", "The Division"))
    ask = begun.prompter.line

    def looking(asked: Any) -> Any:
        found.append((tmp_path / "plan.yaml").read_text(encoding="utf-8"))
        return ask(asked)

    begun.prompter.line = looking
    walk_script(begun)
    assert "title: Our Circle\n" not in found[0]
    assert "title: Our Circle\n" in found[1]


def test_the_purpose_sentence_is_composed_from_its_blanks(sitting: Begin) -> None:
    """Three blanks make the sentence, and Enter accepts it."""
    begun = sitting(
        ("called", "Our Circle"),
        ("organisation", ""),
        ("why start", []),
        ("interest, or a concern", "concern"),
        ("care about", "early numeracy"),
        ("already know", ""),
        ("who is the community for", "principals"),
        ("learn to do better", "teach it well"),
        ("what is the community for", ["sharing_knowledge"]),
        ("purpose in one sentence", ENTER),
    )
    walk_script(begun)
    assert value_at(begun.desk.data, ("purpose", "statement")) == (
        "We bring together principals who share a concern about early numeracy, to learn how best to teach it well."
    )


def test_the_sentence_is_shown_while_a_blank_is_typed(sitting: Begin) -> None:
    """The preview holds what is being typed."""
    begun = sitting(("care about", "early numeracy"))
    walk_script(begun, "purpose.focus")
    preview = begun.prompter.asked[0].preview
    assert preview is not None
    assert "an interest in chalk" in preview("chalk")


def test_a_composed_sentence_follows_its_blanks_but_an_edited_one_stays(sitting: Begin) -> None:
    """Changing a blank changes the sentence only as long as nobody has put it in their own words."""
    first = sitting(
        ("care about", "reading"),
        ("already know", ""),
        ("who is", "teachers"),
        ("learn to do", "listen"),
        ("what is the community for", []),
        ("purpose in one sentence", ENTER),
    )
    walk_script(first, "purpose.focus")
    walk_script(sitting(("care about", "writing")), "purpose.focus")
    again = sitting(("purpose in one sentence", "Our own words."))
    assert "interest in writing" in str(value_at(again.desk.data, ("purpose", "statement")))
    walk_script(again, "purpose.statement")
    last = sitting(("care about", "drawing"))
    walk_script(last, "purpose.focus")
    assert value_at(last.desk.data, ("purpose", "statement")) == "Our own words."


def test_back_keeps_later_answers_and_goes_forward_by_the_same_questions(sitting: Begin) -> None:
    """Each with its answer, up to where one was; from there on only what is still open is asked."""
    begun = sitting(
        ("called", "Our Circle"),
        ("organisation", "The Division"),
        ("why start", BACK),
        ("organisation", BACK),
        ("called", "Another name"),
        ("organisation", ENTER),
        ("why start", []),
        ("interest, or a concern", BACK),
        ("why start", []),
        ("interest, or a concern", "concern"),
    )
    walk_script(begun)
    assert value_at(begun.desk.data, ("organization", "name")) == "The Division"
    assert value_at(begun.desk.data, ("title",)) == "Another name"


def test_back_at_the_first_question_stays_there(sitting: Begin) -> None:
    """There is nowhere to go back to, and it says so."""
    begun = sitting(("called", BACK), ("called", "Our Circle"))
    walk_script(begun)
    assert "This is the first question." in begun.prompter.said


def test_a_question_that_comes_to_apply_is_asked(sitting: Begin) -> None:
    """A purpose that needs a decision brings up who decides; without it nobody asks."""
    begun = sitting(
        ("what is the community for", ["gathering_feedback"]),
        ("purpose in one sentence", SKIP),
        ("skip", "open"),
        ("hope to have reached", SKIP),
        ("skip", "open"),
        ("just right as a member", ""),
        ("not do without", SKIP),
        ("skip", "open"),
        ("who decides", SAVE),
    )
    walk_script(begun, "purpose.purposes")


def test_a_question_that_does_not_apply_is_not_asked(sitting: Begin) -> None:
    """Nobody asks who decides where the community only shares knowledge."""
    begun = sitting(
        ("what is the community for", ["sharing_knowledge"]),
        ("purpose in one sentence", SKIP),
        ("skip", "open"),
        ("hope to have reached", SKIP),
        ("skip", "open"),
        ("just right as a member", ""),
        ("not do without", SKIP),
        ("skip", "open"),
        ("how many members", SAVE),
    )
    walk_script(begun, "purpose.purposes")


def test_none_on_purpose_is_an_answer(sitting: Begin) -> None:
    """It is written as plain none and settles the question."""
    begun = sitting(("why start", SKIP), ("skip", "none"), ("interest, or a concern", SAVE))
    walk_script(begun, "purpose.why_now")
    assert value_at(begun.desk.data, ("purpose", "why_now")) is NONE_ON_PURPOSE
    assert "why_now: none\n" in begun.file.text


def test_the_typed_word_none_means_none_on_purpose(sitting: Begin) -> None:
    """What the file calls none can be typed as none."""
    begun = sitting(("organisation", "none"), ("why start", SAVE))
    walk_script(begun, "organization.name")
    assert value_at(begun.desk.data, ("organization", "name")) is NONE_ON_PURPOSE


def test_a_todo_holds_note_owner_and_date_and_goes_when_answered(sitting: Begin) -> None:
    """Putting off writes a to-do; answering takes it away again."""
    begun = sitting(
        ("who is the community for", TODO),
        ("to-do", "Ask the trustees"),
        ("to-do", "Amina"),
        ("to-do", "15 October 2026"),
        ("learn to do better", SAVE),
    )
    walk_script(begun, "purpose.audience")
    assert value_at(begun.desk.data, ("todo", 0)) == {
        "question": "purpose.audience",
        "note": "Ask the trustees",
        "owner": "Amina",
        "by": "2026-10-15",
    }
    again = sitting(("who is the community for", "principals"), ("learn to do better", SAVE))
    walk_script(again, "purpose.audience")
    assert not value_at(again.desk.data, ("todo",))


def test_leaving_and_coming_back_goes_on_at_the_first_gap(sitting: Begin) -> None:
    """A skipped question is not asked again by the same walk, even on another day."""
    begun = sitting(("called", "Our Circle"), ("organisation", ""), ("why start", SAVE))
    walk_script(begun)
    begun.draft.flush()
    later = sitting(("why start", SAVE))
    assert later.draft.skipped == ["organization.name"]
    walk_script(later)


def test_the_draft_of_a_question_is_its_default_next_time(sitting: Begin) -> None:
    """What was typed when the session ended is there again."""
    begun = sitting(("called", "x"))
    begun.draft.note(("organization", "name"), "Prairie Ro")
    begun.draft.flush()
    again = sitting(("organisation", ENTER), ("why start", SAVE))
    walk_script(again)
    assert value_at(again.desk.data, ("organization", "name")) == "Prairie Ro"


def test_questions_for_later_are_not_asked_on_the_firstwalk_script(sitting: Begin) -> None:
    """Who agreed to the norms can only be said once the community is under way."""
    begun = sitting(
        ("something else you want", SKIP),
        ("skip", "open"),
        ("norms help", ""),
        ("values and beliefs", ""),
        ("fit with those", ""),
        ("how often", SAVE),
    )
    walk_script(begun, "norms.own")


def test_a_preset_is_offered_and_can_be_changed(sitting: Begin) -> None:
    """The planning tool fills the audience in beforehand."""
    begun = sitting(("who", ENTER), ("learn", SAVE), guide="planning-tool")
    walk_script(begun, "purpose.audience")
    assert value_at(begun.desk.data, ("purpose", "audience")) == "system education leaders"


def test_each_section_ends_with_a_summary(sitting: Begin) -> None:
    """It says how many were answered and what is open."""
    begun = sitting(("called", "Our Circle"), ("organisation", ""), ("why start", SAVE))
    walk_script(begun)
    said = "\n".join(begun.prompter.said)
    assert "Before you begin: 1 of 2 answered." in said
    assert "Still open: Organisation" in said


def test_a_walk_goes_on_inside_a_form_that_was_begun(sitting: Begin) -> None:
    """One of three sizes was given; the other two are not forgotten."""
    first = sitting(guide="cass")
    sizes = first.guide.vocabulary.parts["Size"].fields
    first.prompter.steps = [(sizes["minimum"].prompt, "6"), (sizes["ideal"].prompt, SAVE)]
    walk_script(first, "membership.size")
    first.draft.flush()
    again = sitting(("how many members", ENTER), (sizes["ideal"].prompt, "12"), ("how many members", SAVE))
    walk_script(again)
    assert value_at(again.desk.data, ("membership", "size")) == {"minimum": "6", "ideal": "12"}


def test_ticks_come_back_after_a_break(sitting: Begin) -> None:
    """What was ticked but not yet accepted is ticked again."""
    begun = sitting()
    begun.draft.note(("purpose", "why_now"), "engaging_staff\nimplementing_change")
    begun.draft.flush()
    again = sitting(("why start", ENTER), ("interest, or a concern", SAVE))
    walk_script(again)
    assert value_at(again.desk.data, ("purpose", "why_now")) == ["engaging_staff", "implementing_change"]


def test_words_for_a_date_are_kept_with_a_remark(sitting: Begin) -> None:
    """Nobody is refused, but they hear that it is no date yet."""
    begun = sitting(("first meeting", "after the harvest"), ("at what time", SAVE))
    walk_script(begun, "launch.first_meeting")
    assert any("Kept in your words" in said for said in begun.prompter.said)
