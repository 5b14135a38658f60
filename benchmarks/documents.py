"""How quick documents are: many pages against a template tool, and each format against the page, with its memory."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.measure import COP, HERE, told

PLANS = 200
COPIES = 20
"""So many runs of copier stand for two hundred: each is a process like the others."""

EXAMPLE = HERE.parent / "examples/valid/early-numeracy.yaml"
FORMATS = {"md": 1.25, "docx": 4.0, "pdf": 12.0}
"""Each format with how many times a page's time it may take."""


def measure() -> list[bool]:
    """Print the figures; false where an aim is missed."""
    with tempfile.TemporaryDirectory() as name:
        return [_many(Path(name)), *_formats(Path(name))]


def _many(folder: Path) -> bool:
    plans = folder / "plans"
    plans.mkdir()
    for number in range(PLANS):
        shutil.copy(EXAMPLE, plans / f"plan-{number:03}.yaml")
    ours = _took(*COP, "render", str(plans), "-o", f"{folder}/pages/")[0]
    template = str(HERE / "baselines/template")
    copies = [
        _took(sys.executable, "-m", "copier", "copy", "--defaults", "--quiet", template, f"{folder}/copy-{number}")[0]
        for number in range(COPIES)
    ]
    theirs = statistics.mean(copies) * PLANS
    ratio = theirs / ours
    return told(
        f"{PLANS} plans to HTML: how often copier copy's time",
        f"{ratio:5.1f}×",
        "≥ 6.0×",
        ratio >= 6,
        f"{ours:.1f} s / {theirs:.0f} s",
    )


def _formats(folder: Path) -> list[bool]:
    page = [_took(*COP, "render", str(EXAMPLE), "-o", f"{folder}/one.html") for _round in range(5)]
    usual = statistics.median(took for took, _memory in page)
    found = []
    for form, aim in FORMATS.items():
        runs = [_took(*COP, "render", str(EXAMPLE), "-o", f"{folder}/one.{form}") for _round in range(5)]
        took = statistics.median(took for took, _memory in runs)
        memory = max(memory for _took, memory in runs)
        rest = f"{took * 1000:.0f} ms, {memory:.0f} MB; page: {usual * 1000:.0f} ms, {max(m for _t, m in page):.0f} MB"
        found.append(
            told(f"A plan as {form} : as a page", f"{took / usual:5.2f}×", f"≤ {aim:.2f}×", took <= aim * usual, rest)
        )
    return found


def _took(*command: str) -> tuple[float, float]:
    """Seconds and megabytes of a whole process."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, command
    return time.perf_counter() - begin, usage.ru_maxrss / 1024
