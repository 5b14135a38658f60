"""Commands in this process, with every exception let through: above all ``cop validate`` on any bytes."""

from __future__ import annotations

import io
import os
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from cop_wizard.cli.run import main


@dataclass(frozen=True)
class Ended:
    """How it ended."""

    code: int
    out: str
    err: str


def run(*words: str, stdin: str = "") -> Ended:
    """Any command. Exceptions come through, because ``COP_DEBUG`` is set."""
    out, err = io.StringIO(), io.StringIO()
    before, keyboard = os.environ.get("COP_DEBUG"), sys.stdin
    os.environ["COP_DEBUG"] = "1"
    sys.stdin = io.StringIO(stdin)
    try:
        with redirect_stdout(out), redirect_stderr(err):
            code = main(list(words))
    finally:
        sys.stdin = keyboard
        if before is None:
            del os.environ["COP_DEBUG"]
        else:
            os.environ["COP_DEBUG"] = before
    return Ended(code, out.getvalue(), err.getvalue())


def validate(content: bytes, folder: Path) -> Ended:
    """Put the bytes in a file and check it. Whatever they are, there is a plain word about them."""
    plan = folder / "plan.yaml"
    plan.write_bytes(content)
    ended = run("validate", str(plan))
    assert ended.code in (0, 1, 3), ended
    assert "Traceback" not in ended.out + ended.err
    if ended.code == 3:
        assert ended.err.strip()
    else:
        assert not ended.err
        assert ended.out.strip()
        assert ("[COP" in ended.out) or ended.code == 0, ended.out
    return ended
