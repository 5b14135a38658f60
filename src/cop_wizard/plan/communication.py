"""Where the community talks and who hears from it. Source: Staempfli tool item S2.9, principle 4 (meeting spaces)."""

from __future__ import annotations

from cop_wizard.plan.base import SectionPart
from cop_wizard.plan.shapes import Channel, Message
from cop_wizard.plan.types import Answer, ForMembers, Many, Paragraph


class Communication(SectionPart):
    """Channels, messages, and the public and private spaces where people meet; relations grow in the private ones."""

    channels: Answer[Many[Channel]] = None
    messages: ForMembers[Many[Message]] = None
    public_spaces: Answer[Paragraph] = None
    private_spaces: ForMembers[Paragraph] = None
