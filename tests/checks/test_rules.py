"""The coach's rules: each finds what its example shows, is content with the better one, and else holds its tongue."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cop_wizard.checks.rules.register import RULES
from cop_wizard.checks.rules.rule import Rule
from cop_wizard.checks.runner import check
from cop_wizard.diagnostic import Diagnostic, Severity
from cop_wizard.guide.load import bibliography, load_guide
from cop_wizard.plan.fields import type_at
from cop_wizard.plan.plan import Plan
from cop_wizard.skeleton import skeleton
from cop_wizard.values import value_at
from cop_wizard.yamltext.document import read
from cop_wizard.yamltext.splice import Put, apply

TODAY = dt.date(2026, 11, 22)
HERE = Path(__file__).parent / "plan.yaml"
EXAMPLES = sorted((Path(__file__).parents[2] / "examples/valid").glob("*.yaml"))
PLAIN_CRAFT = {
    "COP414", "COP418", "COP605", "COP606", "COP611", "COP614", "COP616", "COP617", "COP619",
    "COP620", "COP622", "COP624", "COP625", "COP713", "COP810", "COP813", "COP814", "COP815", "COP816",
    "COP820",
}  # fmt: skip
every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


def plan_of(piece: str) -> str:
    return "schema_version: 2\n" + piece


def advice_in(text: str) -> list[Diagnostic]:
    report = check(text, HERE, TODAY)
    assert not report.errors, report.errors
    return list(report.of(Severity.ADVICE))


@every_rule
def test_a_rule_finds_what_its_example_shows(rule: Rule) -> None:
    """The piece before is found, the piece after is not, by this rule or any other one that the first was free of."""
    reasons = rule.reasons()
    before, after = advice_in(plan_of(reasons.before)), advice_in(plan_of(reasons.after))
    assert rule.code in {one.code for one in before}
    assert {one.code for one in after} <= {one.code for one in before} - {rule.code}


@every_rule
def test_advice_points_at_a_place_that_can_be_answered(rule: Rule) -> None:
    """Its path and all further ones lead to an answer of the plan, and one of them to a line of the file."""
    for found in advice_in(plan_of(rule.reasons().before)):
        if found.code == rule.code:
            assert type_at(Plan, found.path) is not None
            assert found.span is not None or found.further
            assert found.message.endswith((".", "?"))
            assert found.hint.endswith((".", "?"))


@every_rule
def test_a_rule_is_silent_where_the_plan_says_none_on_purpose(rule: Rule) -> None:
    """With "none" in place of the answer it is about, it has nothing to say about that answer."""
    text = plan_of(rule.reasons().before)
    for found in advice_in(text):
        if found.code == rule.code:
            place = found.path[: 1 if len(found.path) == 1 or isinstance(found.path[1], int) else 2]
            wanted = apply(text, [Put(place, read("x: none").data["x"])])  # type: ignore[index,call-overload]
            again = [one for one in advice_in(wanted) if one.code == rule.code]
            assert [one for one in again if one.path[: len(place)] == place] == []


@every_rule
def test_a_rule_says_nothing_about_what_is_broken(rule: Rule) -> None:
    """With nonsense in place of any of its answers, it does not judge by what is left."""
    text = plan_of(rule.reasons().before)
    data = read(text).data
    for section in data if isinstance(data, dict) else ():
        inside = value_at(data, (section,))
        for key in inside if isinstance(inside, dict) else ():
            if isinstance(inside, dict) and isinstance(inside[key], list):
                broken = apply(text, [Put((section, key), {"nonsense": "here"})])
                report = check(broken, HERE, TODAY)
                assert report.errors
                about = [one for one in report.of(Severity.ADVICE) if one.path[:2] == (section, key)]
                assert about == []


@every_rule
def test_a_rule_explains_itself(rule: Rule) -> None:
    """All parts are there, and the source is in the bibliography; slips need none."""
    reasons = rule.reasons()
    assert reasons.title
    assert not reasons.title.endswith(".")
    assert reasons.why.endswith((".", "?"))
    assert reasons.do.endswith((".", "?"))
    assert reasons.source in ({""} if rule.code in PLAIN_CRAFT else {work.key for work in bibliography()})


@pytest.mark.parametrize("guide", ["cass", "planning-tool"])
def test_a_plan_that_has_just_begun_gets_no_advice(guide: str) -> None:
    """There is nothing to say yet about blanks; what is open is told as unfinished."""
    assert advice_in(skeleton(load_guide(guide))) == []


def test_codes_are_in_order_and_each_is_there_once() -> None:
    """The register reads like a table of contents."""
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert all(code[:4] in ("COP4", "COP5", "COP6", "COP7", "COP8") for code in codes)


@pytest.mark.parametrize("plan", EXAMPLES, ids=lambda path: path.stem)
def test_the_example_plans_are_what_the_coach_would_write(plan: Path) -> None:
    """On the day they were written for, the coach has nothing to add."""
    report = check(plan.read_text(encoding="utf-8"), plan, dt.date(2026, 8, 1))
    assert [f"{one.code} {one.message}" for one in report.of(Severity.ADVICE)] == []
