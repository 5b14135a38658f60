"""Text that only fills a blank: it can be written and is printed, but it never counts as an answer."""

from __future__ import annotations

import re
from functools import lru_cache

from cop_wizard.plan.parsing import plain_letters
from cop_wizard.values import NoneOnPurpose

_LONGEST = 200
"""Longer text is no filler, unless it repeats one word; looking at it would take long."""

_FILLER = re.compile(
    r"""
      t\.?b\.?[acdns]\.?                                    # TBD, TBC, TBA, t.b.d.
    | (?:still\s+|yet\s+)?to\s+be\s+
      (?:determined|decided|confirmed|completed|announced|set|defined|done|filled(?:\s+in)?|added|agreed|chosen|named)
      (?:\s+later)?
    | (?:a|reste\s+a)\s+(?:definir|determiner|completer|confirmer|preciser|venir|decider|fixer|remplir)
    | not\s+yet\s+(?:known|decided|set|determined|defined|chosen|confirmed)
    | (?:to\s+come|coming\s+soon|fill\s+(?:this\s+)?in|placeholder|your\s+(?:text|answer)\s+here|a\s+faire|todo|fixme)
    | (?:text|answer|name|date)\s+(?:goes\s+)?here
    | lorem(?:\s+ipsum\b.*)?
    | x[x\s/.-]*x | [?]+ | [.\u2026]+ | [-\u2013\u2014_=*#~\s]+ | asdf\w* | qwerty | blah? | foobar
    | [\[<({]\s*(?:insert\s.*|tb[acd].*|your\s.*|\W*|[\w\s]*\bhere)\s*[\])>}]
    | insert\s.*\bhere
    """,
    re.VERBOSE | re.DOTALL,
)


@lru_cache(maxsize=8192)
def is_filler(text: str) -> bool:
    """Whether ``text`` only fills a blank: ``TBD``, ``xxx``, ``lorem ipsum``, ``to be completed``, one word repeated.

    A word said twice with a capital is a name ("Wagga Wagga"); said twice in small letters, or three times, it is not.
    """
    words = text.split()
    if len(words) > 1 and _bare(words[0]) == _bare(words[1]) != "" and len({_bare(word) for word in words}) == 1:
        return len(words) > 2 or text.islower()
    if not words or (len(text) > _LONGEST and text.lstrip()[:5].casefold() != "lorem"):
        return False
    said = plain_letters(" ".join(words))[:_LONGEST]
    return _FILLER.fullmatch(said.rstrip(".!:;, ") or said) is not None


def is_told(value: object) -> bool:
    """Whether a value is there and says something."""
    blank = value is None or value == [] or isinstance(value, NoneOnPurpose)
    return not blank and not (isinstance(value, str) and is_filler(value))


def _bare(word: str) -> str:
    return plain_letters(word).strip(".,;!?-")
