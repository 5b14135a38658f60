"""The report for other programs: JSON, and GitHub's remarks beside a line."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from cop_wizard.checks.report.register import REPORTERS
from cop_wizard.checks.report.tally import Tally
from cop_wizard.checks.runner import Report, check
from cop_wizard.look import Look

HEAD = "schema_version: 2\nguide: cass\ntitle: Bridge Builders\n"


def report(text: str, name: str = "plan.yaml") -> Report:
    return check(text, Path(name), dt.date(2026, 9, 1))


def said(form: str, *reports: Report) -> str:
    reporter = REPORTERS[form](Look())
    tally = sum(map(Tally.of, reports), Tally())
    return reporter.opening + reporter.between.join(map(reporter.plan, reports)) + reporter.end(tally)


def test_json_holds_every_finding_with_its_place() -> None:
    """Lines and columns from 1, offsets from 0, keys for programs and a path for people."""
    text = HEAD + "membership:\n  roster:\n    - level: cor\n"
    told = json.loads(said("json", report(text), report(HEAD, "other.yaml")))
    assert told["version"] == 1
    assert [one["path"] for one in told["files"]] == ["plan.yaml", "other.yaml"]
    wrong = next(one for one in told["files"][0]["findings"] if one["severity"] == "error")
    assert wrong["code"] == "COP206"
    assert wrong["path"] == "membership.roster[1].level"
    assert wrong["keys"] == ["membership", "roster", 0, "level"]
    assert wrong["span"]["start"] == {"line": 6, "column": 14, "offset": text.index("cor")}
    assert wrong["span"]["end"]["column"] == 17
    assert wrong["fixable"] is True
    assert told["summary"]["files"] == 2
    assert told["summary"]["error"] == 1


def test_json_of_no_plan_at_all_is_whole() -> None:
    """Where no file could be read there is still one object."""
    assert json.loads(said("json"))["summary"]["files"] == 0


def test_github_gets_one_line_for_each_finding() -> None:
    """With level, file, line, column and code; newlines, colons and commas cannot end the command."""
    lines = said("github", report(HEAD + 'purpose:\n  "a::b,\\nc%": x\n', "my, plan.yaml")).splitlines()
    assert lines[0].startswith("::error file=my%2C plan.yaml,line=5,endLine=5,col=3,endColumn=13,title=COP201::")
    assert all(line.startswith(("::error ", "::notice ", "::warning ")) for line in lines)
    assert "%25" in lines[0]


def test_other_programs_cannot_be_steered_by_a_plan() -> None:
    """Escapes are shown, not sent."""
    text = HEAD + 'purpose:\n  focus_kind: "\\e[2J\\u202e"\n'
    for form in REPORTERS:
        told = said(form, report(text))
        assert "\x1b" not in told
        assert "\u202e" not in told
