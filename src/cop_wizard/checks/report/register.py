"""The forms a report can take, by the names people ask for them with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from cop_wizard.checks.report.as_json import JsonReport
from cop_wizard.checks.report.github import GithubReport
from cop_wizard.checks.report.look import Look
from cop_wizard.checks.report.text import TextReport
from cop_wizard.checks.runner import Report


class Reporter(Protocol):
    """Renders, and only renders: plans one by one as they are checked, so that none has to be kept."""

    def add(self, report: Report) -> str:
        """What is to be written for one more plan."""

    def end(self) -> str:
        """What is to be written after the last one."""


REPORTERS: dict[str, Callable[[Look], Reporter]] = {
    "text": TextReport,
    "json": lambda _look: JsonReport(),
    "github": lambda _look: GithubReport(),
}
