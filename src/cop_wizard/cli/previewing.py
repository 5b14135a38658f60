"""The plan behind `cop preview`: made into its document again and again, with all the files that takes part."""

from __future__ import annotations

import os
from pathlib import Path

from cop_wizard.checks.plan_guide import guide_name
from cop_wizard.checks.runner import Report
from cop_wizard.cli.jobs import Job
from cop_wizard.cli.making import made
from cop_wizard.cli.plans import check_file
from cop_wizard.cli.preview_problems import problems_of, problems_of_plan
from cop_wizard.errors import CopError
from cop_wizard.guide.load import BUILT_IN
from cop_wizard.preview.following import Sources
from cop_wizard.preview.latest import Problem
from cop_wizard.settings.find import OWN, SHARED, forget, settings_for


class PlanAtWork:
    """A plan that somebody is writing, and the document that they want to see of it."""

    def __init__(self, path: Path, job: Job) -> None:
        self._path = path
        self._job = job
        self._guide: frozenset[Path] = frozenset()
        self._templates: frozenset[Path] = frozenset()

    def make(self) -> bytes | tuple[Problem, ...]:
        """The document, or what has to be put right first."""
        forget()
        try:
            self._remember_templates()
            report = check_file(self._path)
            self._remember_guide(report)
            if report.errors:
                return problems_of_plan(report)
            return made(report, self._job.document, self._job.format, self._job.order)
        except Exception as error:  # whatever it is, the next save may be the one that mends it
            if os.environ.get("COP_DEBUG") and not isinstance(error, CopError):
                raise
            return problems_of(error)

    def sources(self) -> Sources:
        """The plan, its own guide, settings wherever they could stand, and the templates."""
        folder = Path(os.path.realpath(self._path)).parent  # `resolve` ends with an error at a link to itself
        settings = {above / name for above in (folder, *folder.parents) for name in (OWN, SHARED)}
        return Sources(self._guide | {self._path.absolute(), *settings}, self._templates)

    def _remember_guide(self, report: Report) -> None:
        name = guide_name(report.data)
        own = name not in BUILT_IN and name.endswith((".yaml", ".yml")) and name.isprintable()
        self._guide = frozenset({self._path.absolute().parent / name}) if own else frozenset()

    def _remember_templates(self) -> None:
        """The folder that was named, or else the one in the settings. Raises `CopError` for settings with mistakes."""
        named = self._job.order.templates or settings_for(self._path).looks.templates
        self._templates = frozenset({named}) if named else frozenset()
