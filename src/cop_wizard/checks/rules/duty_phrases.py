"""Duties and norm topics, as the coach speaks of them in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from cop_wizard.i18n import _


def duty_words(key: str) -> str:
    """What somebody does who holds a duty, after a name or "nobody": ``sets up the meetings``."""
    return {
        "set_up_meetings": _("sets up the meetings"),
        "craft_questions": _("prepares the questions"),
        "take_notes": _("sees that notes are taken"),
        "clarify_roles": _("makes clear what each member does"),
        "convene": _("calls the community together"),
        "keep_on_track": _("brings the talk back to the purpose"),
        "facilitate_decisions": _("leads the way to a decision"),
        "liaise": _("keeps in touch with other leaders"),
    }[key]


def norm_words(key: str) -> str:
    """What a norm is about, after "the norms do not say": ``what you do when you disagree``."""
    return {
        "role_and_voice": _("how everybody is heard"),
        "stay_on_track": _("how you keep to your purpose"),
        "conflict": _("what you do when you disagree"),
        "decisions": _("how you decide"),
        "shared_resources": _("where shared things go"),
        "new_members": _("how new members come in"),
        "purpose_achieved": _("how you will know that you are done"),
    }[key]


def either(items: Sequence[str]) -> str:
    """``a, b or c``."""
    if len(items) < 2:
        return "".join(items)
    return _("{first} or {last}").format(first=_(", ").join(items[:-1]), last=items[-1])
