"""COP12x: the settings in ``cop.toml`` or ``[tool.cop]``."""

from __future__ import annotations

from collections.abc import Callable

from cop_wizard.checks.reasons import Reasons
from cop_wizard.i18n import _

EXPLAINED: dict[str, Callable[[], Reasons]] = {
    "COP120": lambda: Reasons(
        title=_("The settings file cannot be read"),
        why=_(
            "Settings say which checks count and how documents look. Read in part, they could let through what your "
            "organisation wants to see, so nothing is done until they are right."
        ),
        do=_("Write each setting on a line of its own: its name, an equals sign, its value; text in quotation marks."),
        before="""\
ignore = [COP604]
""",
        after="""\
ignore = ["COP604"]
""",
    ),
    "COP121": lambda: Reasons(
        title=_("There is no setting of this name"),
        why=_("A misspelt setting has no effect, and nothing would show that it has none."),
        do=_(
            "The settings are select, ignore and strict for checks; templates, reference, paper and home for "
            "documents; and in the table [brand] name, logo, main, second, heading_font and text_font."
        ),
        before="""\
ignored = ["COP604"]
""",
        after="""\
ignore = ["COP604"]
""",
    ),
    "COP122": lambda: Reasons(
        title=_("A setting has a value that it cannot have"),
        why=_("With a value nobody can make sense of, the setting has no effect, and nothing would show that."),
        do=_(
            "select and ignore are lists of codes, or of the beginnings of codes (`cop explain` lists them); strict is "
            "true or false. Files and folders are named as they stand beside the settings, and a colour is dark enough "
            "to be read on white paper."
        ),
        before="""\
ignore = "COP604"
""",
        after="""\
ignore = ["COP604"]
""",
    ),
}
