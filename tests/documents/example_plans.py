"""The valid examples as subjects of documents, on a day that stays the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from cop_wizard.documents.subject import Subject
from cop_wizard.guide.load import BUILT_IN, load_guide
from cop_wizard.guide.model import Guide
from cop_wizard.plan.plan import Plan
from cop_wizard.progress import Standing, standings
from cop_wizard.yamltext.document import read
from documents.document_plans import TODAY

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "valid").glob("*.yaml"))


def example(path: Path, **options: Any) -> Subject:
    """The plan at ``path``, about to become a document in the words of the full guide."""
    plan, guide, standing = _read(path)
    moment = dt.datetime.combine(TODAY, dt.time(9), dt.UTC)
    given = {"today": TODAY, "now": moment, "whole": guide, "home": path.name, **options}
    return Subject(plan, guide, standing, **given)


@cache
def _read(path: Path) -> tuple[Plan, Guide, Sequence[Standing]]:
    data = read(path.read_text(encoding="utf-8")).data
    guide = load_guide(BUILT_IN[0], "en")
    return Plan.model_validate(data), guide, standings(guide, data, TODAY)
