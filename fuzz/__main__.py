"""Fuzzing, guided by coverage: ``python -m fuzz loading`` or ``python -m fuzz splicing``, then libFuzzer's options.

Needs ``pip install -e ".[fuzz]"``. Without options it looks until it is stopped; ``-max_total_time=40`` bounds it.
What it finds is written to the folder it runs in: make it a file in ``fuzz/corpus``, where the tests try it out.
"""

from __future__ import annotations

import importlib
import sys
import tempfile
from pathlib import Path

import atheris

_CORPUS = Path(__file__).parent / "corpus"
_KINDS = ("loading", "splicing")


def main() -> None:
    """Never returns: libFuzzer ends the process, with 77 where it found something."""
    if len(sys.argv) < 2 or sys.argv[1] not in _KINDS:
        sys.exit(f"usage: python -m fuzz {'|'.join(_KINDS)} [LIBFUZZER OPTION]...")
    kind = sys.argv[1]
    with atheris.instrument_imports(include=["cop_wizard"]):
        harness = importlib.import_module(f"fuzz.{kind}")
    # New inputs go to a folder of their own, so that the corpus in the repository stays small.
    found = tempfile.mkdtemp(prefix=f"cop-fuzz-{kind}-")
    options = sys.argv[2:]
    places = [] if any(not option.startswith("-") for option in options) else [found, str(_CORPUS / kind)]
    atheris.Setup([sys.argv[0], f"-dict={_CORPUS.parent / 'yaml.dict'}", *options, *places], harness.try_out)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
