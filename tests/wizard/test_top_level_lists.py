"""Lists that stand at the top of a plan, not in a section: new, mended, changed, compared."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cop_wizard.diagnostic import Diagnostic, Severity
from cop_wizard.guide.load import load_guide
from cop_wizard.skeleton import skeleton
from cop_wizard.values import NONE_ON_PURPOSE, KeyPath, value_at
from cop_wizard.wizard.forms import DONE
from cop_wizard.wizard.mending import mend
from cop_wizard.wizard.prompter import Option
from cop_wizard.wizard.section_review import change_question
from cop_wizard.wizard.tables import ADD
from cop_wizard.yamltext.document import read
from support.scripted import BACK, SKIP

Begin = Callable[..., Any]
HEAD = "schema_version: 2\nguide: cass\ntitle: Us\n"
GROUPS = "groups:\n  - name: Night shift   # ours\n    since: 2026-02-30\n"


@pytest.mark.parametrize(("guide", "there"), [("cass", False), ("cass-extended", True), ("planning-tool", False)])
def test_a_new_plan_has_what_its_guide_asks(guide: str, there: bool) -> None:
    """Lists at the top with a blank line before their question, as every section has."""
    text = skeleton(load_guide(guide))
    data: Any = read(text).data
    assert [key in data for key in ("groups", "care", "sections")] == [there] * 3
    assert ("\n\n# Which groups" in text, "\n\n# What else" in text) == (there, there)
    assert "scheduled" not in text


def test_the_first_row_goes_where_the_guide_has_it(sitting: Begin) -> None:
    """Between the sections, with its question over it."""
    begun = sitting(
        ("which groups", ADD),
        ("called", "Night shift"),
        ("", "sister"),
        ("", ""),
        ("which groups", DONE),
        text=HEAD + "further_application: none\nlife: none\n",
    )
    change_question(begun.desk, begun.session, "groups")
    begun.prompter.finished()
    before, _found, after = begun.file.text.partition("groups:\n  - name: Night shift\n    kind: sister\n")
    assert "# Which groups" in before
    assert after == "life: none\n"


def test_none_on_purpose(sitting: Begin) -> None:
    """No groups at all is an answer."""
    begun = sitting(("which groups", SKIP), ("skip", "none"), text=HEAD)
    change_question(begun.desk, begun.session, "groups")
    assert value_at(begun.desk.data, ("groups",)) is NONE_ON_PURPOSE


@pytest.mark.parametrize("guide", ["cass", "planning-tool"])
def test_a_mistake_in_a_row_is_put_right_there(sitting: Begin, guide: str) -> None:
    """Whichever guide the plan follows."""
    text = HEAD.replace("guide: cass", f"guide: {guide}") + GROUPS
    begun = sitting(("since", "2026-02-27"), text=text, guide=guide, mending=True)
    path: KeyPath = ("groups", 0, "since")
    mend(begun.desk, begun.session, Diagnostic("COP206", Severity.ERROR, "No such date.", path=path), "")
    begun.prompter.finished()
    assert begun.file.text == text.replace("02-30", "02-27")


@pytest.mark.parametrize("guide", ["cass", "planning-tool"])
def test_advice_leads_to_the_row_and_to_the_list(sitting: Begin, guide: str) -> None:
    """Whichever guide the plan follows."""
    text = HEAD.replace("guide: cass", f"guide: {guide}") + GROUPS.replace("02-30", "02-27")
    begun = sitting(("where would you like", "1"), ("", DONE), text=text, guide=guide)
    mend(begun.desk, begun.session, Diagnostic("COP599", Severity.ADVICE, "Who?", path=("groups", 0, "name")), "")
    begun.prompter.finished()
    labels = [option.label for option in begun.prompter.options[0]]
    assert "All about “Night shift" in labels[0]
    assert "add, change or take out (Night shift)" in labels[1]


def test_a_section_is_offered_for_its_own_questions(sitting: Begin) -> None:
    """A chapter that asks about the place comes before the section that holds its neighbours."""
    begun = sitting(("where would you like", "+elsewhere"), ("which section", BACK), text=HEAD)
    path: KeyPath = ("norms", "decision_rules")
    finding = Diagnostic("COP599", Severity.ADVICE, "Who?", hint="Or `norms.own`.", path=path)
    mend(begun.desk, begun.session, finding, "")
    assert begun.prompter.asked[1].default == "decisions"
    assert all(isinstance(option, Option) for option in begun.prompter.options[1])
