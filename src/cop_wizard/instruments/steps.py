"""The next steps that reviews led to, as to-dos of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cop_wizard.values import Data


def new_todos(reviews: Iterable[Data], there: Sequence[Data]) -> list[Data]:
    """A to-do for each next step in ``reviews``, with who and by when, less those that are ``there`` already.

    A to-do is known again by its note and by what it came of: ``six-elements, 2026-11-20``.
    """
    known = {(row.get("note"), row.get("origin")) for row in there if isinstance(row, dict)}
    new: list[Data] = []
    for review in reviews:
        if not isinstance(review, dict):
            continue
        origin = f"{review.get('instrument')}, {review.get('on')}"
        ratings = review.get("ratings")
        for rating in ratings if isinstance(ratings, list) else []:
            step = rating.get("next_step") if isinstance(rating, dict) else None
            if not isinstance(rating, dict) or not isinstance(step, str) or (step, origin) in known:
                continue
            known.add((step, origin))
            further = {key: rating[key] for key in ("owner", "by") if isinstance(rating.get(key), str)}
            new.append({"note": step, **further, "origin": origin})
    return new
