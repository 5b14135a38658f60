"""Whether the file of a logo holds a whole picture. Half of one, as a copy cut short leaves, fails in every format.

How PNG files are built: PNG specification, third edition, section 5; JPEG files: ITU-T T.81, annex B.
"""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

LOGOS = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
"""Pictures that Word, browsers and printers take alike, by how their files begin."""

_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
"""The markers with which a JPEG tells its size."""

_SCAN, _END = 0xDA, b"\xff\xd9"


def kind_of(begins: bytes) -> str:
    """The media type of a picture, by how its file begins; "" for others."""
    return next((kind for sign, kind in LOGOS.items() if begins.startswith(sign)), "")


def is_whole(content: bytes) -> bool:
    """Whether a PNG or JPEG picture has a size, and goes on to its end."""
    return _png_is_whole(content) if kind_of(content) == "image/png" else _jpeg_is_whole(content)


def size_of(content: bytes) -> tuple[int, int]:
    """Width and height in dots of a PNG or JPEG picture; 0 and 0 where it does not say."""
    if kind_of(content) == "image/png":
        return int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
    frame = next((place for kind, place in _parts(content) if kind in _FRAMES), len(content))
    height, width = content[frame + 5 : frame + 7], content[frame + 7 : frame + 9]
    return int.from_bytes(width), int.from_bytes(height)


def _png_is_whole(content: bytes) -> bool:
    names: list[bytes] = []
    place = 8
    while place + 12 <= len(content) and names[-1:] != [b"IEND"]:
        ends = place + 8 + int.from_bytes(content[place : place + 4])
        if crc32(content[place + 4 : ends]) != int.from_bytes(content[ends : ends + 4]):
            return False
        names.append(content[place + 4 : place + 8])
        place = ends + 4
    return all(size_of(content)) and names[:1] == [b"IHDR"] and b"IDAT" in names and names[-1] == b"IEND"


def _jpeg_is_whole(content: bytes) -> bool:
    parts = list(_parts(content))
    sized = any(kind in _FRAMES for kind, _place in parts)
    return sized and parts[-1][0] == _SCAN and content.find(_END, parts[-1][1]) != -1


def _parts(content: bytes) -> Iterator[tuple[int, int]]:
    """The parts of a JPEG up to the picture itself: marker and place of each."""
    place = 2
    while place + 4 <= len(content) and content[place] == 0xFF:
        kind = content[place + 1]
        if kind == 0xFF:  # a marker may have any number of these before it
            place += 1
            continue
        yield kind, place
        if kind == _SCAN:
            return
        place += 2 + int.from_bytes(content[place + 2 : place + 4])
