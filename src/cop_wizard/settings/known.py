"""Every setting there is, with what it may say. Those of a group stand in a table of that name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from cop_wizard.diagnostic import Severity
from cop_wizard.documents.brand import Brand, is_readable
from cop_wizard.i18n import _
from cop_wizard.refusals import nearest
from cop_wizard.settings.logo import is_whole, kind_of, size_of

SHEETS = ("letter", "a4")
"""Sizes of paper."""

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_FONT = re.compile(r"[\w][\w \-]{0,60}")
_LARGEST_LOGO = 2_000_000
_WIDEST_LOGO = 5000


class Fault(NamedTuple):
    """What is wrong with a setting, what to write instead, and the part of it that is wrong, or "".

    ``missing``: it may be right, but what it names is not there, which matters only to those who need it.
    """

    message: str
    hint: str
    part: str = ""
    missing: bool = False


Check = Callable[[str, Any, Path], Iterator[Fault]]
"""The faults of a setting, by its name, value, and the folder that paths in it start from."""


def _codes(name: str, value: Any, folder: Path) -> Iterator[Fault]:
    if not isinstance(value, list) or not all(isinstance(code, str) for code in value):
        hint = _('Write: {name} = ["COP410", "COP6"]').format(name=name)
        yield Fault(_("`{name}` is a list of codes.").format(name=name), hint)
        return
    for code in unknown_codes(value):
        yield Fault(no_check(code), _("`cop explain` lists them all."), code)
    for code in value if name == "ignore" else ():
        if _is_mistake(code):
            message = _("`{code}` is a mistake, and a mistake cannot be ignored.").format(code=code)
            yield Fault(message, _("Take it out of the list."), code)


def _yes_no(name: str, value: Any, folder: Path) -> Iterator[Fault]:
    if not isinstance(value, bool):
        message = _("`{name}` is either true or false.").format(name=name)
        yield Fault(message, _("Write: {name} = true").format(name=name))


def _words(name: str, value: Any, folder: Path) -> Iterator[Fault]:
    if not isinstance(value, str) or not value.strip():
        yield Fault(
            _("`{name}` is a few words in quotation marks.").format(name=name),
            _('Write: {name} = "…"').format(name=name),
        )


def _sheet(name: str, value: Any, folder: Path) -> Iterator[Fault]:
    if value not in SHEETS:
        yield Fault(_("`{name}` is a size of paper.").format(name=name), _('Write: paper = "letter" or paper = "a4"'))


def _folder(name: str, value: Any, folder: Path) -> Iterator[Fault]:
    if not isinstance(value, str) or not (folder / value).is_dir():
        message = _("There is no folder “{path}” beside the settings.").format(path=value)
        hint = _("`cop templates --eject` makes one. Until then, delete this line.")
        yield Fault(message, hint, missing=isinstance(value, str))


def _file(name: str, value: Any, folder: Path) -> Iterator[Fault]:
    if not isinstance(value, str):
        message = _("`{name}` is the name of a file, in quotation marks.").format(name=name)
        yield Fault(message, _('Write: {name} = "…"').format(name=name))
    elif not (folder / value).exists():
        message = _("There is no file “{path}” beside the settings.").format(path=value)
        yield Fault(message, _("Put it there, or write where it is."), missing=True)
    elif not (folder / value).is_file():
        yield Fault(_("“{path}” is not an ordinary file.").format(path=value), _("Name the file itself."))


def _logo(name: str, value: Any, folder: Path) -> Iterator[Fault]:
    yield from (faults := list(_file(name, value, folder)))
    if faults:
        return
    path = folder / value
    if path.stat().st_size > _LARGEST_LOGO:
        yield Fault(_("The logo is larger than 2 MB."), _("Save a smaller copy of it."))
    elif not logo_kind(path):
        yield Fault(_("The logo is neither a PNG nor a JPEG picture."), _("Save it as PNG, and name that file."))
    elif not is_whole(content := path.read_bytes()):
        yield Fault(_("The logo is not a whole picture: its file is damaged."), _("Copy or save it again."))
    elif max(size := size_of(content)) > _WIDEST_LOGO:
        message = _("The logo is {width} by {height} dots, more than any paper shows.")
        hint = _("Save a copy of at most {most} by {most}.").format(most=_WIDEST_LOGO)
        yield Fault(message.format(width=size[0], height=size[1]), hint)


def logo_kind(path: Path) -> str:
    """The media type of a picture, by how the file begins; "" for others."""
    with path.open("rb") as file:
        begins = file.read(16)
    return kind_of(begins)


def _colour(name: str, value: Any, folder: Path) -> Iterator[Fault]:
    if not isinstance(value, str) or not _COLOUR.fullmatch(value):
        message = _("`{name}` is a colour, written as # and six digits.").format(name=name)
        yield Fault(message, _('Write: {name} = "#0d5c61"').format(name=name))
    elif not is_readable(value):
        yield Fault(
            _("The colour {value} is too light to be read on white paper.").format(value=value),
            _("Choose a darker one."),
            value,
        )


def _font(name: str, value: Any, folder: Path) -> Iterator[Fault]:
    if not isinstance(value, str) or not _FONT.fullmatch(value):
        message = _("`{name}` is the name of a font, as your word processor shows it.").format(name=name)
        yield Fault(message, _('Write: {name} = "Georgia"').format(name=name))


SETTINGS: dict[str, dict[str, Check]] = {
    "": {
        "select": _codes,
        "ignore": _codes,
        "strict": _yes_no,
        "templates": _folder,
        "reference": _file,
        "paper": _sheet,
        "home": _words,
    },
    "brand": {
        "name": _words,
        "logo": _logo,
        "main": _colour,
        "second": _colour,
        "heading_font": _font,
        "text_font": _font,
    },
}
"""The settings of each group by their names; those of "" stand in no group."""

assert set(SETTINGS["brand"]) == set(Brand.__dataclass_fields__)


def no_setting(name: str, group: str) -> Fault:
    """That there is no setting of this name, and which one may be meant."""
    names = [*SETTINGS[group], *(one for one in SETTINGS if one and not group)]
    meant = nearest(name, names)
    hint = _("Did you mean `{meant}`?").format(meant=meant) if meant else _("There are: {names}.")
    return Fault(_("There is no setting called `{name}`.").format(name=name), hint.format(names=", ".join(names)))


def unknown_codes(given: list[str] | tuple[str, ...]) -> list[str]:
    """Those that neither are the code of a check nor begin one."""
    from cop_wizard.checks.codes import codes

    return [code for code in given if not code or not any(known.startswith(code.upper()) for known in codes())]


def _is_mistake(code: str) -> bool:
    from cop_wizard.checks.codes import codes, severity_of

    return code.upper() in codes() and severity_of(code.upper()) is Severity.ERROR


def no_check(code: str) -> str:
    """That no check has this code, and which one may be meant."""
    from cop_wizard.checks.codes import codes

    said = _("There is no check called `{code}`.").format(code=code)
    meant = nearest("".join(filter(str.isalnum, code)), codes())
    return said + " " + _("Did you mean `{meant}`?").format(meant=meant) if meant else said
