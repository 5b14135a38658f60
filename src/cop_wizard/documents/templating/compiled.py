"""Compiled templates, kept from one run to the next. Whatever goes wrong with them, they are compiled again."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket

from cop_wizard import __version__

_DIGEST = sha256().digest_size


@lru_cache(maxsize=4)
def kept_in(folder: Path | None, dialect: str) -> FileSystemBytecodeCache | None:
    """Where the built-in templates of a dialect are kept, or nothing where they cannot be."""
    # Compiled code depends on the environment as well as on the template, so each kind has names of its own.
    if folder is None:
        return None
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:  # to compile again is no trouble, only slower
        return None
    return _BytecodeCache(str(folder), f"{__version__}-own-{dialect}-%s.cache")


class _BytecodeCache(FileSystemBytecodeCache):
    """A full disk, a folder that cannot be written, or a damaged file is no reason to fail: it is compiled again.

    A digest stands before the code, since Python runs what it reads there, even where a byte of it has changed.
    """

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            content = self._file(bucket).read_bytes()
            digest, code = content[:_DIGEST], content[_DIGEST:]
            if sha256(code).digest() == digest:
                bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        code, file = bucket.bytecode_to_string(), self._file(bucket)
        new = file.with_name(f"{file.name}.{os.getpid()}.new")
        with suppress(OSError):
            new.write_bytes(sha256(code).digest() + code)
            new.replace(file)
        with suppress(OSError):
            new.unlink(missing_ok=True)

    def _file(self, bucket: Bucket) -> Path:
        return Path(self._get_cache_filename(bucket))
