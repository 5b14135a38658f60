"""How an organisation's documents look: its name, logo, two colours and fonts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture in a local file: ``kind`` is its media type, such as ``image/png``."""

    content: bytes
    kind: str


@dataclass(frozen=True, slots=True)
class Brand:
    """What stands in ``[brand]`` of the settings; "" or ``None``: as the program has it.

    ``name`` is the organisation's, where the plan names none. ``main`` and ``second`` are colours as ``#rrggbb``, the
    first for headings, lines and pictures, the second for what goes beside it. Fonts are those of the reader's system.
    """

    name: str = ""
    logo: Logo | None = None
    main: str = ""
    second: str = ""
    heading_font: str = ""
    text_font: str = ""
