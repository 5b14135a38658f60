"""Whether somebody has already put a question on the list of things to do."""

from __future__ import annotations

from cop_wizard.checks.rules.reading import rows, words
from cop_wizard.plan.plan import Plan


def is_put_off(plan: Plan, *questions: str) -> bool:
    """Whether one of these questions, each a key path, is a to-do: then it is not forgotten."""
    return any("".join(words(todo.question).split()) in questions for todo in rows(plan.todo))
