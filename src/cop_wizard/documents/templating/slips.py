"""What is wrong with a template, told to somebody who can edit it but does not program.

Jinja's own messages are for programmers, and English. Those that people meet are said anew here; what is not known is
passed on as it is, so that it can at least be looked up.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection, Iterable
from dataclasses import fields, is_dataclass
from typing import Any, NamedTuple

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.defaults import DEFAULT_NAMESPACE
from jinja2.exceptions import SecurityError, TemplateRuntimeError

from cop_wizard.documents.trouble import ToolMisuse
from cop_wizard.i18n import _
from cop_wizard.refusals import nearest


class Slip(NamedTuple):
    """What is wrong, and what to do; "" where the built-in template is the best advice."""

    message: str
    hint: str = ""


def slip(error: Exception, environment: Environment, names: Collection[str]) -> Slip:
    """An error in words. ``names`` is what the template was given."""
    for kind, say in _KINDS:
        if isinstance(error, kind):
            return say(error, _Known(environment, {*names, *environment.globals} - _NOT_FOR_PEOPLE))
    return Slip(_("it does not work ({detail}).").format(detail=_detail(error)))


class _Known(NamedTuple):
    """What there is for a template to use."""

    environment: Environment
    names: Collection[str]


def _detail(error: Exception) -> str:
    return " ".join(str(error).split()).rstrip(".")


def _meant(name: str, names: Iterable[str]) -> str:
    """A hint at what may be meant, or else at all there is, where that is not much."""
    known = sorted({one for one in names if not one.startswith("_")})
    if near := nearest(name, known):
        return _("Did you mean “{name}”?").format(name=near)
    return _("There are: {names}.").format(names=", ".join(known)) if 0 < len(known) <= _FEW else ""


_NOT_FOR_PEOPLE = {*DEFAULT_NAMESPACE, "gettext", "ngettext"}
"""Names that work in every template, but that no template about a plan needs."""

_FEW = 30
"""More names than that are no help."""


# --- cannot be read ---------------------------------------------------------------------------------------------------

_NEVER_ENDED = re.compile(r"Unexpected end of template.*needs to be closed is '(\w+)'", re.DOTALL)
_UNKNOWN_TAG = re.compile(r"Encountered unknown tag '(\w+)'(?:.*needs to be closed is '(\w+)')?", re.DOTALL)
_UNKNOWN_FILTER = re.compile(r"No filter named '(\w+)'")
_BAD_SIGN = re.compile(r"unexpected char (.+) at \d+")
_MORE_THAN_A_NAME = re.compile(r"expected token 'end of print statement', got '[.|(\[]'")
_TAG_IN_TRANS = re.compile(r"saw `(\w+)`")


def _syntax(error: Exception, known: _Known) -> Slip:
    detail = _detail(error)
    if found := _NEVER_ENDED.search(detail):
        return _never_ended(found[1])
    if found := _UNKNOWN_TAG.search(detail):
        return _wrong_tag(found[1], found[2])
    if "unclosed translation block" in detail:
        return _never_ended("trans")
    if found := _UNKNOWN_FILTER.search(detail):
        return Slip(
            _("no filter is called “{name}”.").format(name=found[1]), _meant(found[1], known.environment.filters)
        )
    if "unexpected end of template" in detail:
        return Slip(_("braces are opened and never closed."), _("Close {{ with }}, and {% with %}."))
    if "Missing end of comment" in detail:
        return Slip(_("a note is begun with {# and never ended."), _("End it with #}."))
    if found := _TAG_IN_TRANS.search(detail):
        return Slip(
            _("between trans and endtrans there can be no {tag}.").format(tag=f"{{% {found[1]} %}}"),
            _("End the words with {% endtrans %} before it, and begin them again after it."),
        )
    if found := _BAD_SIGN.search(detail):
        message = _("the sign {sign} cannot stand within braces, or its partner is missing.")
        return Slip(message.format(sign=found[1].strip("'")), _("Take it out, or close the quotation mark."))
    return Slip(_("what stands in braces cannot be read ({detail}).").format(detail=detail), _in_braces(detail))


def _never_ended(tag: str) -> Slip:
    return Slip(
        _("{tag} is begun and never ended.").format(tag=f"{{% {tag} … %}}"),
        _("Add {end} where it should end.").format(end=f"{{% end{tag} %}}"),
    )


def _wrong_tag(tag: str, begun: str | None) -> Slip:
    shown = f"{{% {tag} %}}"
    if tag.startswith("end") and begun:
        return Slip(
            _("{tag} stands where {end} belongs.").format(tag=shown, end=f"{{% end{begun} %}}"),
            _("End what was begun last, first."),
        )
    if tag.startswith("end") or tag in ("else", "elif"):
        return Slip(_("{tag} stands here, but what it belongs to was not begun.").format(tag=shown), _("Take it out."))
    return Slip(_("templates know no {tag}.").format(tag=shown), _("There are: if, for, set, macro, import, trans."))


def _in_braces(detail: str) -> str:
    """What to do about more than a name in braces between trans and endtrans, the slip most people make first."""
    if not _MORE_THAN_A_NAME.search(detail):
        return ""
    return _("Between trans and endtrans only plain names stand in braces: {example}").format(
        example="{% trans title=view.title %}… {{ title }} …{% endtrans %}"
    )


# --- is not there -----------------------------------------------------------------------------------------------------

_NO_NAME = re.compile(r"'(\w+)' is undefined")
_NO_PART = re.compile(r"'(.+?)(?: object)?' has no attribute '(\w+)'")
_NO_ENTRY = re.compile(r"object has no element (\S+)")
_NOT_GIVEN = re.compile(r"parameter '(\w+)' was not provided")
_NOT_EXPORTED = re.compile(r"the template '(.+?)' .*does not export the requested name '(\w+)'")


def _undefined(error: Exception, known: _Known) -> Slip:
    detail = _detail(error)
    if found := _NO_NAME.search(detail):
        return Slip(_("there is nothing called “{name}” here.").format(name=found[1]), _meant(found[1], known.names))
    if found := _NO_PART.search(detail):
        return Slip(_("there is no “{name}” in this.").format(name=found[2]), _meant(found[2], _parts(found[1])))
    if found := _NO_ENTRY.search(detail):
        return Slip(_("the list has no entry {number}.").format(number=found[1]))
    if found := _NOT_GIVEN.search(detail):
        return Slip(_("it needs “{name}”, and is not given it.").format(name=found[1]))
    if found := _NOT_EXPORTED.search(detail):
        return Slip(_("there is no “{name}” in the file {file}.").format(name=found[2], file=found[1]))
    return Slip(_("it asks for something that is not there ({detail}).").format(detail=detail))


def _parts(kind: str) -> list[str]:
    """The names in a thing that a template was given, by what Jinja calls its kind."""
    module, _dot, name = kind.rpartition(".")
    found = getattr(sys.modules.get(module), name, None)
    return [field.name for field in fields(found)] if is_dataclass(found) else []


def _no_file(error: Exception, known: _Known) -> Slip:
    assert isinstance(error, TemplateNotFound)
    message = _("it needs the file {name}, which is missing.").format(name=error.name or _detail(error))
    return Slip(message, _("`cop templates --eject` copies all there are."))


# --- does not work ----------------------------------------------------------------------------------------------------


def _of_wrong_kind(error: Exception, known: _Known) -> Slip:
    if isinstance(error, ToolMisuse):
        return Slip(_("it does not work ({detail}).").format(detail=_detail(error)), error.hint)
    detail = _detail(error)
    if "not iterable" in detail or "unpack" in detail:
        return Slip(_("it goes through something that is no list."), _("{% for %} goes through lists alone."))
    if "not callable" in detail:
        return Slip(_("there are brackets behind something that takes none."), _("Take the ( ) out."))
    if found := _MISSING.search(detail):
        return Slip(_("“{name}” is missing in the brackets.").format(name=found[1]))
    if "argument" in detail:
        return Slip(_("there is too much or too little in the brackets."))
    return Slip(
        _("it puts together or compares things of different kinds, such as a text and a number."),
        _("“~” joins everything as text."),
    )


_MISSING = re.compile(r"missing .* arguments?: '(\w+)'")
_INSIDE = re.compile(r"attribute '(\w+)' of")
_NO_TEST = re.compile(r"No test named '(\w+)'")


def _running(error: Exception, known: _Known) -> Slip:
    detail = _detail(error)
    if found := _NO_TEST.search(detail):
        message = _("there is no test “is {name}”.").format(name=found[1])
        return Slip(message, _meant(found[1], known.environment.tests))
    if "cannot assign" in detail:
        return Slip(
            _("it changes what it was given, which templates cannot."), _("Give it another name with {% set %}.")
        )
    return Slip(_("it does not work ({detail}).").format(detail=detail))


def _not_allowed(error: Exception, known: _Known) -> Slip:
    if found := _INSIDE.search(_detail(error)):
        return Slip(_("it uses “{name}”, which templates may not do.").format(name=found[1]))
    return Slip(_("it does something templates may not do ({detail}).").format(detail=_detail(error)))


def _without_end(error: Exception, known: _Known) -> Slip:
    return Slip(_("it calls itself without end."))


def _too_large(error: Exception, known: _Known) -> Slip:
    return Slip(_("it makes more than a document can hold ({detail}).").format(detail=_detail(error)))


def _half_a_letter(error: Exception, known: _Known) -> Slip:
    return Slip(_("it makes half a character, which no file can hold."))


def _no_text(error: Exception, known: _Known) -> Slip:
    return Slip(_("it is not a text file in UTF-8."), _("Save it again as UTF-8."))


def _unreadable(error: Exception, known: _Known) -> Slip:
    assert isinstance(error, OSError)
    return Slip(_("it cannot be read ({detail}).").format(detail=error.strerror or _detail(error)))


def _by_zero(error: Exception, known: _Known) -> Slip:
    return Slip(_("it divides by zero."))


def _no_key(error: Exception, known: _Known) -> Slip:
    return Slip(_("there is nothing called {name} here.").format(name=_detail(error)))


_Say = Callable[[Exception, _Known], Slip]

_KINDS: tuple[tuple[type[Exception], _Say], ...] = (
    (TemplateSyntaxError, _syntax),
    (UndefinedError, _undefined),
    (TemplateNotFound, _no_file),
    (SecurityError, _not_allowed),
    (TemplateRuntimeError, _running),
    (RecursionError, _without_end),
    (ZeroDivisionError, _by_zero),
    (OverflowError, _too_large),
    (MemoryError, _too_large),
    (UnicodeEncodeError, _half_a_letter),
    (UnicodeDecodeError, _no_text),
    (OSError, _unreadable),
    (KeyError, _no_key),
    (TypeError, _of_wrong_kind),
    (ValueError, _of_wrong_kind),
)
"""What is said of which error; the first that fits, so the special ones stand before the general."""


# --- what cannot be printed -------------------------------------------------------------------------------------------

_ONE_VALUE = (str, int, float)


def one_value(value: Any) -> Any:
    """``value``, if it is one that can be printed. Raises `ToolMisuse` for what would only show its inside."""
    if value is None or isinstance(value, _ONE_VALUE) or hasattr(value, "__html__"):
        return value
    if isinstance(value, list | tuple | range):
        raise ToolMisuse(_("a list is printed as a whole"), _("Go through it: {% for one in … %}{{ one }}{% endfor %}"))
    held = [field.name for field in fields(value)] if is_dataclass(value) and not isinstance(value, type) else []
    if held:
        raise ToolMisuse(
            _("something is printed that holds several values"),
            _("Name one of them behind a dot. There are: {names}.").format(names=", ".join(held)),
        )
    raise ToolMisuse(_("something is printed that is neither text nor number"), _("Print a part of it, or a text."))
