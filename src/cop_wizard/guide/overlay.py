"""Words in another language, laid over those below them."""

from __future__ import annotations

from cop_wizard.values import Data

_NAMES = ("asks", "term", "key", "id")


def overlaid(below: Data, above: Data) -> Data:
    """``below`` with the words of ``above``; items of lists are matched by the key that names them."""
    if isinstance(below, dict) and isinstance(above, dict):
        return {key: overlaid(value, above[key]) if key in above else value for key, value in below.items()}
    if isinstance(below, list) and isinstance(above, list) and all(isinstance(item, dict) for item in below):
        named = {_name(item): item for item in above}
        return [overlaid(item, named[_name(item)]) if _name(item) in named else item for item in below]
    return above


def _name(item: Data) -> str:
    return next((str(item[key]) for key in _NAMES if key in item), "") if isinstance(item, dict) else ""
