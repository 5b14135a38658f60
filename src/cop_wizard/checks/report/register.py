"""The forms a report can take, by the names people ask for them with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from cop_wizard.checks.report.tally import Tally
from cop_wizard.checks.runner import Report
from cop_wizard.look import Look


class Reporter(Protocol):
    """Renders, and only renders: each plan by itself, so that none has to be kept and any process can do it.

    What is written is ``opening``, the plans with ``between`` from one to the next, and the end.
    """

    opening: str
    between: str

    def plan(self, report: Report) -> str:
        """What is to be written for one plan."""

    def end(self, tally: Tally) -> str:
        """What is to be written after the last one; ``tally`` is that of all of them."""


def _text(look: Look, mistakes_first: bool = False) -> Reporter:
    from cop_wizard.checks.report.text import TextReport

    return TextReport(look, mistakes_first)


def _json(_look: Look, _mistakes_first: bool = False) -> Reporter:
    from cop_wizard.checks.report.as_json import JsonReport

    return JsonReport()


def _github(_look: Look, _mistakes_first: bool = False) -> Reporter:
    from cop_wizard.checks.report.github import GithubReport

    return GithubReport()


REPORTERS: dict[str, Callable[..., Reporter]] = {"text": _text, "json": _json, "github": _github}
"""Each is imported when it is asked for. They take a look, and whether all else waits until mistakes are right."""
