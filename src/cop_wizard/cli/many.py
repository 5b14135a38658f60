"""Work on many files, on all processors of the machine where that pays."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

_PAYS = 200
"""From this many files on. Starting a second process takes as long as checking some dozens of plans."""

_AT_MOST = 8
_HANDFUL = 16
"""Files handed to a process at a time."""


def in_order(work: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
    """The results of ``work``, which any process can do, in the order of ``items``."""
    processes = min(_AT_MOST, _processors())
    if len(items) < _PAYS or processes < 2:
        return map(work, items)
    return _shared(work, items, processes)


def _shared(work: Callable[[T], R], items: Sequence[T], processes: int) -> Iterator[R]:
    done = 0
    try:
        from concurrent.futures import ProcessPoolExecutor
        from concurrent.futures.process import BrokenProcessPool
    except ImportError:  # a Python without processes of its own
        yield from map(work, items)
        return
    try:
        with ProcessPoolExecutor(processes, initializer=_serve) as pool:
            try:
                for result in pool.map(work, items, chunksize=_HANDFUL):
                    yield result
                    done += 1
            finally:
                pool.shutdown(wait=False, cancel_futures=True)
    except (BrokenProcessPool, OSError, NotImplementedError):  # a system that allows only one, or stopped one of ours
        yield from map(work, items[done:])


def _serve() -> None:
    """Leave Ctrl-C, which reaches every process of the terminal, to the first one; and do not outlive it."""
    import signal
    import threading
    import time

    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "fork"):  # elsewhere a process that lost its parent is told so
        threading.Thread(target=watch, daemon=True).start()


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
