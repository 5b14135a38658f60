"""The register of pictures: from the subjects in a plan to drawings. Pure geometry; the SVG itself is a template."""

from __future__ import annotations

from cop_wizard.documents.pictures.circles import draw_circles
from cop_wizard.documents.pictures.drawing import Drawing
from cop_wizard.documents.pictures.rings import draw_rings
from cop_wizard.documents.pictures.subjects import Subjects
from cop_wizard.documents.pictures.timeline import draw_timeline


def draw_all(subjects: Subjects, final: bool = False) -> tuple[Drawing, ...]:
    """Every picture of the plan, in the order in which they are shown.

    A draft gets them all, with a word on what is missing; ``final`` leaves such words out, and pictures without a
    subject with them.
    """
    filled = any(one.words for one in subjects.characteristics)
    people = subjects.unplaced or any(ring.people for ring in subjects.rings)
    drawings = (
        (draw_circles(subjects.characteristics, hints=not final), filled),
        (draw_rings(subjects.rings, subjects.unplaced), people),
        (draw_timeline(subjects.stops, "" if final else subjects.timeline_note), subjects.stops),
    )
    return tuple(drawing for drawing, has_subject in drawings if has_subject or not final)
