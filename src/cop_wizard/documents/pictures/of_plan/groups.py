"""The groups around the community, in the layers of the nested model. Source: Killion handout item S3.14."""

from __future__ import annotations

from dataclasses import dataclass

from cop_wizard.documents.content.answers import Answers
from cop_wizard.i18n import _
from cop_wizard.plan.choices import Layer, LifeStatus
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import Group
from cop_wizard.values import rows
from cop_wizard.wording import one_line

_GONE = (LifeStatus.MERGED, LifeStatus.CLOSED)


@dataclass(frozen=True, slots=True)
class GroupSpot:
    """A group in its layer. ``own`` is this community itself; ``there`` is false where a group does not meet."""

    name: str
    note: str = ""
    own: bool = False
    there: bool = True


@dataclass(frozen=True, slots=True)
class LayerBand:
    """One layer of the model, and the groups that stand in it."""

    label: str
    meaning: str
    groups: tuple[GroupSpot, ...]


@dataclass(frozen=True, slots=True)
class Nested:
    """The layers in the order in which the source names them; ``placed`` is false where no group has one."""

    layers: tuple[LayerBand, ...]
    source: str
    placed: bool


def nested_of(plan: Plan, answers: Answers) -> Nested:
    """The groups that have a layer and have not ended. The community itself is a community of practice."""
    given: list[Group] = rows(plan.groups)
    placed = [group for group in given if isinstance(group.layer, Layer) and group.status not in _GONE]
    title = one_line(plan.title) if isinstance(plan.title, str) else ""
    own = GroupSpot(title or _("This community"), own=True)
    layers = tuple(
        LayerBand(
            answers.words(layer),
            answers.meaning(layer),
            (
                *((own,) if layer is Layer.COP else ()),
                *(_spot(group, answers) for group in placed if group.layer is layer),
            ),
        )
        for layer in Layer
    )
    return Nested(layers, answers.cite("killion-handout", "Nested model of collaboration"), bool(placed))


def _spot(group: Group, answers: Answers) -> GroupSpot:
    there = group.status not in (LifeStatus.PROPOSED, LifeStatus.DORMANT)
    kind = answers.words(group.kind) if group.kind is not None else ""
    status = answers.words(group.status) if group.status is not None and not there else ""
    name = one_line(group.name) if isinstance(group.name, str) else _("without a name")
    return GroupSpot(name, _(", ").join(part for part in (kind, status) if part), there=there)
