"""How quick `cop` feels to the person who answers: start-up, the first question, Enter, a rendered page."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.measure import COP, HERE, compare, p95, timed

sys.path.insert(0, str(HERE.parent / "tests"))

from support.terminal import Terminal


def shown(words: str, *command: str) -> Callable[[], float]:
    """From the start of a program until its screen shows ``words``."""

    def run() -> float:
        with tempfile.TemporaryDirectory() as folder:
            begin = time.perf_counter()
            terminal = Terminal(*command, cwd=Path(folder)).wait(words)
            taken = time.perf_counter() - begin
            terminal.send("ctrl-c").end()
            return taken

    return run


def enter_to_next(people: int, meetings: int) -> list[float]:
    """From Enter to the next question, in milliseconds, with the checked and fsynced save between."""
    taken = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([*COP, "new", "--no-input"], cwd=folder, capture_output=True, check=False)
        plan = folder / "plan.yaml"
        text = plan.read_text(encoding="utf-8")
        if people:
            rows = "".join(f"    - name: Person {n}\n      role: Coach\n      level: active\n" for n in range(people))
            text = text.replace("  roster:\n", "  roster:\n" + rows)
            rows = "".join(
                f"    - date: {2026 + n // 300}-{n % 12 + 1:02}-{n % 28 + 1:02}\n      topics: Topic {n}\n"
                for n in range(meetings)
            )
            text = text.replace("  meetings:\n", "  meetings:\n" + rows)
        plan.write_text(text, encoding="utf-8")
        for _round in range(10):
            terminal = Terminal("new", cwd=folder).wait("What is your community called?")
            steps = (("Which organisation", f"Circle {_round}"), ("Why start", f"Division {_round}"))
            for wanted, typed in steps:
                terminal.send(typed).wait(typed)
                begin = time.perf_counter()
                terminal.send("enter").wait(lambda text, wanted=wanted: f"? {wanted}" in text)
                taken.append((time.perf_counter() - begin) * 1000)
            terminal.send("ctrl-s").end()
            plan.write_text(text, encoding="utf-8")
            (folder / ".plan.yaml.draft").unlink(missing_ok=True)
    return taken


def measure() -> list[bool]:
    """Print all figures; false for each aim that is missed."""
    two, prompt = str(HERE / "baselines/two_commands.py"), str(HERE / "baselines/one_prompt.py")
    plan = str(HERE.parent / "examples/valid/early-numeracy.yaml")
    template = str(HERE / "baselines/template")
    question = "What is your community called?"
    asked = shown(question, prompt)
    return [
        compare(
            "cop --version : Typer program printing a line",
            0.9,
            timed(*COP, "--version"),
            timed(sys.executable, two, "version"),
        ),
        compare(
            "cop --help : Typer program's --help", 1.4, timed(*COP, "--help"), timed(sys.executable, two, "--help")
        ),
        compare("start to first screen : bare prompt", 1.35, shown("Plan your community of practice", "new"), asked),
        compare("start to first question : bare prompt", 2.2, shown(f"? {question}", "new", "--guide", "cass"), asked),
        p95("Enter to next question, fresh plan (p95)", 40, enter_to_next(0, 0)),
        p95("Enter to next question, 300 members (p95)", 60, enter_to_next(300, 100)),
        compare(
            "cop render : copier copy of one file",
            0.9,
            timed(*COP, "render", plan, "-o", "{folder}/plan.html"),
            timed(sys.executable, "-m", "copier", "copy", "--defaults", "--quiet", template, "{folder}/out"),
        ),
    ]
