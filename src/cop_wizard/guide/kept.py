"""The words of the built-in guides as plain data, kept between runs: reading YAML takes thirty times as long as JSON.

What is kept is found by what the files say, so it can never be older than they are. Where nothing can be kept, the
files are read each time, and nobody notices but the clock.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from cop_wizard.keeping import KEEPING
from cop_wizard.values import Data
from cop_wizard.yamltext.document import read

CONTENT = Path(__file__).parent / "content"


@lru_cache(maxsize=8)
def content(language: str, root: Path | None = None) -> dict[str, Data]:
    """What every content file of a language says, by its name from the language's folder below ``root``.

    Without a ``root``, those of the guides.
    """
    top = (root or CONTENT) / language
    texts = {path.relative_to(top).as_posix(): path.read_bytes() for path in sorted(top.rglob("*.yaml"))}
    place = _place("guides" if root is None else root.parent.name, language, texts)
    found = _kept(place)
    if found is None:
        found = {name: read(text.decode("utf-8")).data for name, text in texts.items()}
        _keep(place, found)
    return found


def _place(room: str, language: str, texts: dict[str, bytes]) -> Path | None:
    if KEEPING.folder is None or not texts:
        return None
    digest = hashlib.sha256()
    for name, text in texts.items():
        digest.update(f"{name}\0{len(text)}\0".encode() + text)
    return KEEPING.folder() / room / f"{language}-{digest.hexdigest()[:32]}.json"


def _kept(place: Path | None) -> dict[str, Data] | None:
    """What was kept, if it is whole: what somebody else has put there is not believed."""
    with suppress(OSError, ValueError, RecursionError):
        if place is not None and place.is_file():  # reading a pipe would wait for ever
            digest, _line, kept = place.read_bytes().partition(b"\n")
            if digest == _digest(kept):
                found: dict[str, Data] = json.loads(kept)
                return found
    return None


def _digest(kept: bytes) -> bytes:
    return hashlib.sha256(kept).hexdigest().encode()


def _keep(place: Path | None, found: dict[str, Data]) -> None:
    """Write beside the place, then swap it in, so that a run at the same time never sees half of it."""
    if place is None:
        return
    with suppress(OSError, TypeError, ValueError):
        kept = json.dumps(found, ensure_ascii=False).encode()
        place.parent.mkdir(parents=True, exist_ok=True)
        for older in place.parent.glob(f"{place.name.partition('-')[0]}-*.json"):
            older.unlink(missing_ok=True)
        beside = place.with_name(f"{place.stem}.{os.getpid()}.new")
        beside.write_bytes(_digest(kept) + b"\n" + kept)
        beside.replace(place)
