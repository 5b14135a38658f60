"""The register of pictures: from the subjects in a plan to drawings. Pure geometry; the SVG itself is a template.

To add one: what it is about in ``of_plan/``, its geometry in a module here, and a line below.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cop_wizard.documents.pictures.drawing import Drawing
from cop_wizard.documents.pictures.subjects import Subjects
from cop_wizard.i18n import _


@dataclass(frozen=True, slots=True)
class Picture:
    """``make`` draws it, ``final`` without words on what is missing; ``shows``: whether a plan has anything for it."""

    make: Callable[[Subjects, bool], Drawing]
    shows: Callable[[Subjects], bool] = lambda subjects: True


# Each picture is imported when it is drawn: most documents have one or none.


def _circles(subjects: Subjects, final: bool) -> Drawing:
    from cop_wizard.documents.pictures.circles import draw_circles

    return draw_circles(subjects.characteristics, hints=not final)


def _rings(subjects: Subjects, final: bool) -> Drawing:
    from cop_wizard.documents.pictures.rings import draw_rings

    return draw_rings(subjects.rings, subjects.unplaced)


def _timeline(subjects: Subjects, final: bool) -> Drawing:
    from cop_wizard.documents.pictures.timeline import draw_timeline

    return draw_timeline(subjects.meetings, final)


def _nested(subjects: Subjects, final: bool) -> Drawing:
    from cop_wizard.documents.pictures.nested import draw_nested

    return draw_nested(subjects.nested)


def _leadership(subjects: Subjects, final: bool) -> Drawing:
    from cop_wizard.documents.pictures.leadership import draw_leadership

    return draw_leadership(subjects.leading, final)


def _matrix(subjects: Subjects, final: bool) -> Drawing:
    from cop_wizard.documents.pictures.matrix import draw_matrix

    return draw_matrix(subjects.duties, final)


def _phases(subjects: Subjects, final: bool) -> Drawing:
    from cop_wizard.documents.pictures.phases import draw_phases

    return draw_phases(subjects.life)


def _curve(subjects: Subjects, final: bool) -> Drawing:
    from cop_wizard.documents.pictures.curve import draw_curve

    return draw_curve(subjects.life)


def _wheel(subjects: Subjects, final: bool) -> Drawing:
    from cop_wizard.documents.pictures.wheel import draw_wheel

    return draw_wheel(subjects.models.principles)


def _improvement(subjects: Subjects, final: bool) -> Drawing:
    from cop_wizard.documents.pictures.cycle import draw_cycle

    return draw_cycle("cycle", _("The cycle of improvement"), subjects.models.improvement)


def _inquiry(subjects: Subjects, final: bool) -> Drawing:
    from cop_wizard.documents.pictures.cycle import draw_cycle

    return draw_cycle("pdsa", _("Plan, do, study, act"), subjects.models.inquiry)


def _ladder(subjects: Subjects, final: bool) -> Drawing:
    from cop_wizard.documents.pictures.ladder import draw_ladder

    return draw_ladder(subjects.models.collaboration)


PICTURES: dict[str, Picture] = {
    "circles": Picture(_circles, lambda given: any(one.words for one in given.characteristics)),
    "rings": Picture(_rings, lambda given: bool(given.unplaced or any(ring.people for ring in given.rings))),
    "timeline": Picture(_timeline, lambda given: bool(given.meetings.stops or given.meetings.lanes)),
    "nested": Picture(_nested, lambda given: given.nested.placed),
    "leadership": Picture(_leadership, lambda given: bool(given.leading.structure) and given.leading.named),
    "matrix": Picture(_matrix, lambda given: any(duty.holders or not duty.needed for duty in given.duties)),
    "phases": Picture(_phases, lambda given: given.life.has_phases),
    "curve": Picture(_curve, lambda given: bool(given.life.stage)),
    "wheel": Picture(_wheel),
    "cycle": Picture(_improvement),
    "pdsa": Picture(_inquiry),
    "ladder": Picture(_ladder),
}
"""Every picture by its name, in the order in which the whole plan shows them. The last four are models that need
nothing of a plan."""

_HOPED_FOR = ("circles", "rings", "timeline")
"""Those that a draft of the whole plan has even without a subject, with a word on what will stand there."""

_MODELS = ("wheel", "cycle", "pdsa", "ladder")


def draw(name: str, subjects: Subjects, final: bool = False) -> Drawing | None:
    """One picture, or ``None`` where it would be ``final`` and empty. Raises ``KeyError`` for an unknown name."""
    picture = PICTURES[name]
    return None if final and not picture.shows(subjects) else picture.make(subjects, final)


def draw_all(subjects: Subjects, final: bool = False) -> tuple[Drawing, ...]:
    """The pictures of the whole plan, in their order.

    A draft gets the first three in any case, with a word on what is missing, and the others as soon as the plan has
    anything for them; ``final`` leaves such words out, and all pictures without a subject with them.
    """
    return tuple(
        picture.make(subjects, final)
        for name, picture in PICTURES.items()
        if name not in _MODELS and (picture.shows(subjects) or (name in _HOPED_FOR and not final))
    )
