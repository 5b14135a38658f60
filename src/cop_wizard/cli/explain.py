"""``cop explain``: why a check exists, what to do, and an example."""

from __future__ import annotations

from typing import Annotated

import typer

from cop_wizard.i18n import _

_A_FEW = 10
"""So many codes with the same beginning are still named in a message."""


def explain(
    code: Annotated[
        str,
        typer.Argument(
            metavar="[CODE]",
            help=_("The code behind a finding, such as COP401, or a word, such as quorum. Without it: all checks."),
        ),
    ] = "",
) -> int:
    """Say why a check exists, what to do about it, and show an example."""
    from cop_wizard.cli import explain_pages as pages

    several = _begun(code) or _about(code)
    if several:
        pages.contents(several)
    elif code.strip():
        pages.check(_known(code))
    else:
        pages.contents()
    return 0


def _begun(given: str) -> tuple[str, ...]:
    """The codes that a beginning such as ``COP4`` stands for, as it does for `cop validate --select`."""
    from cop_wizard.checks.codes import codes

    name = given.strip().upper()
    return tuple(code for code in codes() if code.startswith(name)) if name.startswith("COP") and len(name) == 4 else ()


def _about(given: str) -> tuple[str, ...]:
    """The codes of the checks that speak of a word, for those who do not know its code."""
    from cop_wizard.checks.codes import codes, reasons_of
    from cop_wizard.plan.parsing import folded

    word = folded(given)
    if not word or any(letter.isdigit() for letter in word):
        return ()
    told = {code: reasons_of(code) for code in codes()}
    return tuple(code for code, one in told.items() if word in folded(f"{one.title} {one.why} {one.do}"))


def _known(given: str) -> str:
    """The code that was meant: in any case, with or without its letters. Raises `WrongUse` for one there is not."""
    from cop_wizard.checks.codes import codes
    from cop_wizard.errors import WrongUse
    from cop_wizard.refusals import nearest

    name = "".join(filter(str.isalnum, given)).upper()
    name = f"COP{name}" if name.isdigit() else name
    known = codes()
    if name in known:
        return name
    begun = [code for code in known if name.startswith("COP") and code.startswith(name)]
    meant = nearest(name, [code for code in known if code[:4] == name[:4]])  # else any number is near some other one
    hint = _("`cop explain` lists all checks.")
    if 0 < len(begun) <= _A_FEW:
        hint = _("There are: {names}.").format(names=", ".join(begun))
    elif meant and not begun:
        hint = _("Did you mean `{meant}`?").format(meant=meant) + " " + hint
    raise WrongUse(_("There is no check called `{code}`.").format(code=" ".join(given.split())[:20]), hint)
