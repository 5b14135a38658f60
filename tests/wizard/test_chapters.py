"""What waits for those who need it: one entry on the review screen, a list of chapters behind it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cop_wizard.diagnostic import Diagnostic, Severity
from cop_wizard.values import NONE_ON_PURPOSE, KeyPath, value_at
from cop_wizard.wizard.forms import DONE
from cop_wizard.wizard.noticed import Watch
from cop_wizard.wizard.prompter import Option
from cop_wizard.wizard.review import review
from cop_wizard.wizard.tables import ADD
from support.scripted import BACK, SKIP

Begin = Callable[..., Any]
DEEPER = "+deeper"
RULES = "decisions that need a rule"


def advice(path: KeyPath, hint: str = "", severity: Severity = Severity.ADVICE) -> Diagnostic:
    return Diagnostic("COP599", severity, "A vote is mentioned.", hint=hint, path=path)


def options(begun: Any, screen: int) -> dict[str, Option]:
    """The options of one of the lists that were shown."""
    return {option.value: option for option in begun.prompter.options[screen]}


def looked_over(begun: Any, *found: Diagnostic) -> None:
    review(begun.desk, begun.session, Watch(lambda text: found, lambda text, one: "") if found else None)
    begun.prompter.finished()


def test_chapters_wait_behind_one_entry(sitting: Begin) -> None:
    """The review screen lists the sections that everybody is asked, and one more line."""
    begun = sitting(("change anything", DEEPER), ("which chapter", BACK), ("change anything", DONE))
    looked_over(begun)
    there = [section.id for section in begun.guide.sections if section.deeper]
    assert len(there) == 15
    assert not set(there) & set(options(begun, 0))
    assert f"0 of {len(there)} chapters" in options(begun, 0)[DEEPER].label
    assert [*options(begun, 1)] == [*there, DONE]
    assert options(begun, 1)["care"].hint.split() == begun.guide.sections[-6].intro.split()


def test_a_chapter_is_opened_and_counts_its_answers(sitting: Begin) -> None:
    """ "None, on purpose" counts, too; the whole plan is no less complete for a chapter that nobody opened."""
    begun = sitting(
        ("0 % complete", DEEPER),
        ("which chapter", "life"),
        ("life of the community", "life.closing"),
        ("", SKIP),
        ("skip", "none"),
        ("life of the community", DONE),
        ("which chapter", DONE),
        ("% complete", DONE),
    )
    looked_over(begun)
    assert value_at(begun.desk.data, ("life", "closing")) is NONE_ON_PURPOSE
    assert options(begun, -2)["life"].label == "✓ Life of the community: 1 answer"
    assert options(begun, -2)["risks"].label == "· Risks"
    assert "1 of 15 chapters" in options(begun, -1)[DEEPER].label


def test_a_chapter_of_one_question_asks_it_at_once(sitting: Begin) -> None:
    """A list with a single line in it would only be in the way."""
    begun = sitting(
        ("change anything", DEEPER),
        ("which chapter", "decisions"),
        (RULES, ADD),
        ("which decisions", "Admitting a school"),
        ("how is it decided", "vote"),
        ("how many must be there", "half"),
        (RULES, DONE),
        ("which chapter", DONE),
        ("change anything", DONE),
    )
    looked_over(begun)
    assert value_at(begun.desk.data, ("norms", "decision_rules")) == [
        {"subject": "Admitting a school", "method": "vote", "quorum": "half"}
    ]


@pytest.mark.parametrize(
    ("finding", "marked"),
    [
        pytest.param(advice(("norms", "decision_rules")), {"decisions"}, id="about an answer of the chapter"),
        pytest.param(advice(("norms", "decision_rules", 0, "quorum")), {"decisions"}, id="about a row"),
        pytest.param(
            advice(("norms", "statements"), "Write a rule (`norms.decision_rules`)."), {"decisions"}, id="by its hint"
        ),
        pytest.param(advice(("norms", "statements"), "See `decision_rules`."), set(), id="only a word"),
        pytest.param(advice(("norms", "decision_rules"), severity=Severity.ERROR), set(), id="a mistake"),
    ],
)
def test_a_chapter_that_advice_leads_to_is_marked(sitting: Begin, finding: Diagnostic, marked: set[str]) -> None:
    """In the list, and in the line that leads there."""
    begun = sitting(("change anything", DEEPER), ("which chapter", DONE), ("change anything", DONE))
    looked_over(begun, finding)
    assert {value for value, option in options(begun, 1).items() if "recommended" in option.label} == marked
    assert ("Decisions" in options(begun, 0)[DEEPER].hint) is bool(marked)
    assert all("A vote is mentioned." in options(begun, 1)[value].hint for value in marked)
    assert begun.prompter.asked[1].default == next(iter(marked), "")


def test_the_extended_guide_lists_all_its_sections(sitting: Begin) -> None:
    """The chapters are sections like the others."""
    begun = sitting(("change anything", DONE), guide="cass-extended")
    looked_over(begun)
    assert [*options(begun, 0)] == [*(section.id for section in begun.guide.sections), DONE]


def test_the_one_page_tool_goes_deeper_too(sitting: Begin) -> None:
    """Its seven boxes come first, the chapters behind one entry."""
    begun = sitting(("change anything", DONE), guide="planning-tool")
    looked_over(begun)
    assert [*options(begun, 0)] == [*(one.id for one in begun.guide.sections if not one.deeper), DEEPER, DONE]
