"""A community with years behind it: gathering many answers, and the dashboard, against checking the same plan once.

A person waits for these at the end of a meeting; they may cost no more than a few times what `cop validate` costs.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.measure import COP, compare, timed

PEOPLE, TERMS, MEETINGS = 40, 6, 60
ITEMS = ("joint_enterprise", "mutual_engagement", "shared_repertoire", "negotiation", "participation", "identity")


def _plan() -> str:
    roster = "".join(f"    - name: Person {n}\n      level: active\n      status: member\n" for n in range(PEOPLE))
    came = "[" + ", ".join(f"Person {n}" for n in range(0, PEOPLE, 2)) + "]"
    meetings = "".join(
        f"    - date: {2021 + n // 12}-{n % 12 + 1:02}-05\n      status: held\n      record: We met.\n"
        f"      attended: {came}\n"
        for n in range(MEETINGS)
    )
    reviews = "".join(_review(f"{2021 + term}-06-10", f"Person {n}") for term in range(TERMS) for n in range(PEOPLE))
    return (
        "schema_version: 2\nguide: cass\ntitle: Old friends\n"
        f"membership:\n  roster:\n{roster}collaborative_plan:\n  meetings:\n{meetings}reviews:\n{reviews}"
    )


def _review(day: str, by: str) -> str:
    ratings = "".join(f"      - item: {item}\n        level: in_places\n" for item in ITEMS)
    return f"  - instrument: six-elements\n    on: {day}\n    by: {by}\n    ratings:\n{ratings}"


def measure() -> list[bool]:
    """Print the figures; false for each aim that is missed."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        plan = str(folder / "plan.yaml")
        Path(plan).write_text(_plan(), encoding="utf-8")
        (folder / "answers").mkdir()
        for number in range(PEOPLE):
            (folder / f"answers/{number}.yaml").write_text(
                "reviews:\n" + _review("2027-06-10", f"Person {number}"), encoding="utf-8"
            )
        checking = timed(*COP, "validate", plan)
        return [
            compare(
                f"the dashboard of {TERMS * PEOPLE} reviews and {MEETINGS} meetings : cop validate",
                1.5,
                timed(*COP, "status", plan),
                checking,
            ),
            compare(
                f"{PEOPLE} files brought together : cop validate",
                2.0,
                timed(*COP, "review", plan, "--gather", str(folder / "answers"), "--dry-run"),
                checking,
            ),
            compare(
                "what changed since last time : cop validate",
                1.5,
                timed(*COP, "review", plan, "--compare"),
                checking,
            ),
        ]
