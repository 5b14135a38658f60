"""How a figure is measured and told: each against a baseline in the same run, so that a slow machine slows both."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent
COP = [sys.executable, "-m", "cop_wizard"]
RUNS = 11


def timed(*command: str, check: bool = True) -> Callable[[], float]:
    """A run of a command as a whole process, in seconds. ``{folder}`` in it becomes an empty folder."""

    def run() -> float:
        with tempfile.TemporaryDirectory() as folder:
            words = [word.replace("{folder}", folder) for word in command]
            begin = time.perf_counter()
            subprocess.run(words, check=check, capture_output=True, stdin=subprocess.DEVNULL)
            return time.perf_counter() - begin

    return run


def compare(
    name: str, aim: float, candidate: Callable[[], float], baseline: Callable[[], float], runs: int = RUNS
) -> bool:
    """Print the ratio of the medians; true where the aim is met."""
    candidate(), baseline()
    pairs = [(candidate(), baseline()) for _round in range(runs)]
    ours = statistics.median(pair[0] for pair in pairs)
    theirs = statistics.median(pair[1] for pair in pairs)
    ratio = statistics.median(pair[0] / pair[1] for pair in pairs)
    return told(name, f"{ratio:5.2f}×", f"≤ {aim:.2f}×", ratio <= aim, f"{ours * 1000:.0f} ms / {theirs * 1000:.0f} ms")


def p95(name: str, aim: float, times: list[float]) -> bool:
    """Print the 95th percentile in milliseconds; true where the aim is met."""
    found = statistics.quantiles(times, n=20)[-1]
    return told(name, f"{found:4.0f} ms", f"≤ {aim:.0f} ms", found <= aim, f"median {statistics.median(times):.0f} ms")


def told(name: str, found: str, aim: str, met: bool, rest: str = "") -> bool:
    """Print one figure; true where the aim is met."""
    sys.stdout.write(f"{'ok  ' if met else 'MISS'} {name:<48} {found:>8}  aim {aim:<9} {rest}\n")
    sys.stdout.flush()
    return met
