"""How quick checking and saving are: one plan, a thousand plans, one answer in a large plan."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.measure import COP, HERE, compare, p95, timed, told

EXAMPLES = sorted((HERE.parent / "examples/valid").glob("*.yaml"))
LOADER = "import sys, yaml; [yaml.load(open(name, encoding='utf-8'), yaml.CSafeLoader) for name in sys.argv[1:]]"
MANY = 1000


def many_plans(folder: Path, count: int) -> list[str]:
    """So many plans, each unlike the others: the examples in turn, under titles of their own."""
    texts = [path.read_text(encoding="utf-8") for path in EXAMPLES]
    for number in range(count):
        text = texts[number % len(texts)].replace("\ntitle: ", f"\ntitle: {number} ", 1)
        (folder / f"plan-{number:04}.yaml").write_text(text, encoding="utf-8")
    return [str(path) for path in sorted(folder.glob("plan-*.yaml"))]


def peak_memory(*command: str) -> float:
    """The most memory a command ever holds, in MiB."""
    child = os.posix_spawn(
        command[0], list(command), os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    )
    return os.wait4(child, 0)[2].ru_maxrss / 1024


def large_plan(folder: Path) -> Path:
    """A plan of over 200 kB: eight hundred people and two hundred meetings."""
    text = EXAMPLES[0].read_text(encoding="utf-8")
    people = "".join(
        f"    - name: Person {n}\n      role: Coach in school {n % 40}\n      organization: Riverbend School Division\n"
        f"      email: person{n}@riverbend.example\n      level: active\n      status: member\n"
        f"      note: Has been here since the beginning, and brings questions on number talks.\n"
        for n in range(800)
    )
    meetings = "".join(
        f"    - date: {2027 + n // 28}-{n % 12 + 1:02}-{n % 28 + 1:02}\n      topics: Topic {n}\n" for n in range(200)
    )
    text = text.replace("\n  roster:\n", "\n  roster:\n" + people, 1).replace(
        "\n  meetings:\n", "\n  meetings:\n" + meetings, 1
    )
    plan = folder / "large.yaml"
    plan.write_text(text, encoding="utf-8")
    return plan


def saves(plan: Path) -> list[float]:
    """Milliseconds for one answer to be put in, checked and saved, again and again in different places."""
    from cop_wizard.wizard.planfile import PlanFile
    from cop_wizard.yamltext.splice import Insert, Put

    file, taken = PlanFile.open(plan), []
    for number in range(20):
        begin = time.perf_counter()
        if number % 2:
            file.change([Put(("membership", "roster", number * 37, "note"), f"Changed in round {number}")])
        else:
            file.change([Insert(("membership", "roster"), number * 31, {"name": f"New {number}", "level": "core"})])
        taken.append((time.perf_counter() - begin) * 1000)
    return taken


def measure() -> list[bool]:
    """Print all figures; false for each aim that is missed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        schema = str(folder / "plan.schema.json")
        timed(*COP, "schema", "-o", schema)()
        files = many_plans(folder, MANY)
        jsonschema = [sys.executable, "-m", "check_jsonschema", "--schemafile", schema]
        validate = [*COP, "validate", "--format", "github"]
        few, all_ = peak_memory(*validate, *files[:100]), peak_memory(*validate, *files)
        large = large_plan(folder)
        kilobytes = large.stat().st_size // 1000
        return [
            compare(
                "one plan: cop validate : check-jsonschema",
                0.7,
                timed(*COP, "validate", files[0]),
                timed(*jsonschema, files[0]),
            ),
            compare(
                "1,000 plans: cop validate : check-jsonschema",
                1 / 8,
                timed(*validate, *files),
                timed(*jsonschema, *files),
                runs=3,
            ),
            compare(
                "1,000 plans: cop validate : PyYAML's C loader",
                2.0,
                timed(*validate, *files),
                timed(sys.executable, "-c", LOADER, *files),
                runs=5,
            ),
            told(
                "memory: 1,000 plans : 100 plans",
                f"{all_ / few:5.2f}×",
                "≤ 1.10×",
                all_ / few <= 1.1,
                f"{all_:.0f} MiB / {few:.0f} MiB",
            ),
            p95(f"one answer saved in a plan of {kilobytes} kB (p95)", 100, saves(large)),
        ]
