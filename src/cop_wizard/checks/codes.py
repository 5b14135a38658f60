"""Every check there is, by its code: what it is called, why it exists, how much it matters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cop_wizard.checks.explained import answers, files, guides, instruments, settings, shapes, unfinished
from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.register import RULES
from cop_wizard.diagnostic import Severity
from cop_wizard.i18n import _

_REASONS: dict[str, Callable[[], Reasons]] = {
    **files.EXPLAINED,
    **settings.EXPLAINED,
    **shapes.EXPLAINED,
    **answers.EXPLAINED,
    **guides.EXPLAINED,
    **instruments.EXPLAINED,
    **unfinished.EXPLAINED,
    **{rule.code: rule.reasons for rule in RULES},
}

FIXABLE = frozenset(
    {"COP105", "COP106", "COP108", "COP112", "COP201", "COP203", "COP204", "COP206", "COP208", "COP212", "COP219"}
)
"""Those that `cop validate --fix` puts right where only one correction is possible."""

ABOUT_REMARKS = frozenset({"COP116", "COP117"})
"""Those about remarks that ignore: setting them aside with one more such remark would go round in a circle."""

PLAN, GUIDE, INSTRUMENT, SETTINGS = "plan.yaml", "our-guide.yaml", "our-rubric.yaml", "cop.toml"
"""The files that examples are pieces of."""


@dataclass(frozen=True, slots=True)
class Group:
    """Checks that belong together, in the order of their codes; their examples are pieces of ``file``."""

    title: str
    codes: tuple[str, ...]
    file: str = PLAN


_GROUPS: dict[str, tuple[Callable[[], str], str]] = {
    "COP1": (lambda: _("The file and how it is written"), PLAN),
    "COP12": (lambda: _("The settings"), SETTINGS),
    "COP2": (lambda: _("What stands where in a plan"), PLAN),
    "COP22": (lambda: _("A guide of your own"), GUIDE),
    "COP24": (lambda: _("An instrument of your own"), INSTRUMENT),
    "COP3": (lambda: _("Not there yet"), PLAN),
    "COP4": (lambda: _("Advice: purpose and membership"), PLAN),
    "COP5": (lambda: _("Advice: leadership, norms, decisions"), PLAN),
    "COP6": (lambda: _("Advice: launch, rhythm, meetings"), PLAN),
    "COP7": (lambda: _("Advice: results, evidence, reflection"), PLAN),
    "COP8": (lambda: _("Advice: life of the community"), PLAN),
}
"""By how their codes begin; the longest beginning counts."""


def codes() -> tuple[str, ...]:
    """All codes in their order."""
    return tuple(sorted(_REASONS))


def reasons_of(code: str) -> Reasons:
    """The whole reasoning behind a code, in the language in use. Raises `KeyError` for a code that does not exist."""
    return _REASONS[code]()


def severity_of(code: str) -> Severity:
    """How much a finding of this code matters; some of COP303 matter less than that."""
    special = {
        "COP115": Severity.NOTE,
        "COP116": Severity.ADVICE,
        "COP117": Severity.ADVICE,
        "COP118": Severity.NOTE,
        "COP119": Severity.NOTE,
        "COP219": Severity.NOTE,
        "COP231": Severity.NOTE,
        "COP304": Severity.NOTE,
        "COP305": Severity.NOTE,
        "COP306": Severity.NOTE,
    }
    usual = {"1": Severity.ERROR, "2": Severity.ERROR, "3": Severity.UNFINISHED}
    return special.get(code) or usual.get(code[3], Severity.ADVICE)


def groups() -> Iterator[Group]:
    """All checks by what they are about."""
    for begins, (title, file) in _GROUPS.items():
        inside = tuple(code for code in codes() if _beginning(code) == begins)
        if inside:
            yield Group(title(), inside, file)


def group_of(code: str) -> Group:
    """The group a code belongs to."""
    return next(group for group in groups() if code in group.codes)


def _beginning(code: str) -> str:
    return max((begins for begins in _GROUPS if code.startswith(begins)), key=len)
