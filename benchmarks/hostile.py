"""Measures `cop validate` on broken and hostile files, each in this one program: ``python -m benchmarks.hostile``.

The aim for anything under 2 MB is 200 ms and 100 MiB, with the program itself, on a quiet machine. Names of worst cases
as arguments measure only those; a number measures so many mutations of the examples.
"""

from __future__ import annotations

import gc
import os
import resource
import signal
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from hostile.mutations import ALL, mutation
from hostile.validating import validate
from hostile.worst_cases import WORST, worst

AIM_MS, AIM_MIB = 200, 100
_PATIENCE = 5
"""Seconds after which a case is given up."""


def too_long(*_: object) -> None:
    """Give a case up."""
    raise TimeoutError(f"more than {_PATIENCE} seconds")


def mebibytes() -> float:
    """The most memory this process has used so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)


def milliseconds(content: bytes, folder: Path) -> float:
    """How long one check takes."""
    begin = time.perf_counter()
    validate(content, folder)
    return (time.perf_counter() - begin) * 1000


def apart(measure: partial[tuple[float, str]]) -> bool:
    """Measure in a process of its own, which alone can tell its memory; print one line; true where the aims are met."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1] == 0
    code, shown = 1, str(measure.args[0])
    try:
        signal.signal(signal.SIGALRM, too_long)
        signal.alarm(_PATIENCE if measure.func is one else 60 * _PATIENCE)
        taken, shown = measure()
        used = mebibytes()
        code = int(taken > AIM_MS or used > AIM_MIB)
        sys.stdout.write(f"{'MISS' if code else 'ok  '} {shown:<58} {taken:8.0f} ms {used:7.0f} MiB\n")
    except BaseException as error:
        sys.stdout.write(f"MISS {shown:<58} {type(error).__name__}: {error}\n")
    finally:
        sys.stdout.flush()
        os._exit(code)


def one(name: str, folder: Path) -> tuple[float, str]:
    """One of the worst cases, at the size that is just read."""
    return milliseconds(worst(name), folder), name


def mutations(count: int, folder: Path) -> tuple[float, str]:
    """The slowest of the mutations, one after the other in one process; the slow ones get two more tries.

    A command clears away nothing, because it ends soon (``cli/run.py``); so that has to be done here now and then.
    """
    times = []
    for number in range(count):
        times.append((milliseconds(mutation(number)[1], folder), number))
        if number % 50 == 0:
            gc.collect()
    again = [number for _taken, number in sorted(times)[-20:]]
    slowest = max((min(milliseconds(mutation(number)[1], folder) for _ in range(3)), number) for number in again)
    return slowest[0], f"slowest of {count} mutations: number {slowest[1]}, of {mutation(slowest[1])[0]}"


def main(wanted: list[str]) -> int:
    """Print all figures; 1 where an aim is missed."""
    count = next((int(word) for word in wanted if word.isdigit()), 0 if wanted else ALL)
    names = [word for word in wanted if word in WORST] or ([] if wanted else list(WORST))
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        milliseconds(b"schema_version: 2\n", folder)  # what is imported once is not measured

        tasks = [partial(mutations, count, folder)] if count else []
        tasks += [partial(one, name, folder) for name in names]
        met = [apart(task) for task in tasks]
    sys.stdout.write(f"aim: {AIM_MS} ms and {AIM_MIB} MiB; met by {sum(met)} of {len(met)}\n")
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
