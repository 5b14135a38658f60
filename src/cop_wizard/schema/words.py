"""The words an editor shows over each place of a plan: the guide's, as it asks about that place."""

from __future__ import annotations

from dataclasses import dataclass

from cop_wizard.guide.model import FieldWords, Guide, Question, Section
from cop_wizard.i18n import _
from cop_wizard.values import KeyPath


@dataclass(frozen=True)
class Words:
    """The ``title`` of a place, and what is said about it. Either may be ""."""

    title: str = ""
    description: str = ""


def of_answer(path: KeyPath, guide: Guide, whole: Guide) -> Words:
    """The words for the place that a question asks, from ``whole`` where ``guide`` does not ask it."""
    asks = ".".join(map(str, path))
    question = guide.question(asks) or whole.question(asks)
    return _of_question(question, guide) if question else _unasked(asks)


def of_section(name: str, guide: Guide, whole: Guide) -> Words:
    """The words for a section of the plan: those of the guide's section of that name, or else the one that asks it."""
    sections = (*guide.sections, *whole.sections)
    found = next((one for one in sections if one.id == name), None) or next(
        (one for one in sections if _asks_in(one, name)), None
    )
    return Words(found.title, found.intro.strip()) if found else Words()


def of_field(part: str, field: str, guide: Guide) -> Words:
    """The words for a field of a row or a small form, by the name of its class."""
    rows = guide.vocabulary.parts.get(part)
    words = rows.fields.get(field) if rows else None
    return _of_field(words) if words else Words()


def of_row(part: str, guide: Guide) -> Words:
    """The word for one row of a list."""
    rows = guide.vocabulary.parts.get(part)
    return Words(rows.one) if rows else Words()


def of_plan() -> Words:
    """The words for the plan as a whole."""
    return Words(
        _("A plan for a community of practice"),
        _("Leave a line empty if there is no answer yet; write none where there is none, on purpose."),
    )


def _asks_in(section: Section, name: str) -> bool:
    return any(question.path[0] == name for question in section.questions)


def _of_question(question: Question, guide: Guide) -> Words:
    source = guide.cite(question.source, question.where)
    said = (question.prompt, question.why, _example(question.example), source)
    return Words(question.title, _paragraphs(*said))


def _of_field(words: FieldWords) -> Words:
    return Words(words.label, _paragraphs(words.prompt, words.help, _example(words.example)))


def _example(example: str) -> str:
    return _("For example: {example}").format(example=example.strip()) if example.strip() else ""


def _paragraphs(*said: str) -> str:
    return "\n\n".join(one.strip() for one in said if one.strip())


def _unasked(asks: str) -> Words:
    """The words for what stands in a plan without being asked (``guide.places.UNASKED``)."""
    told = {
        "schema_version": Words(_("Version"), _("The version of the plan's form. cop writes it and reads it.")),
        "guide": Words(
            _("Guide"),
            _(
                "The guide this plan follows: cass (the full one), cass-extended (the same with all chapters), "
                "planning-tool (one page), or a file beside the plan."
            ),
        ),
        "language": Words(_("Language"), _("The language of the guide, by its short name, for example en or fr.")),
        "todo": Words(
            _("To do"),
            _("Questions put off, and steps that a review or a meeting led to; who sees to them, and by when."),
        ),
        "reviews": Words(
            _("Reviews"),
            _("What you saw when you looked at your community. `cop review` asks for it and writes it here."),
        ),
        "document.calendar_id": Words(
            _("Calendar number"),
            _("Tells calendars that two files are about the same meetings. `cop schedule` writes it."),
        ),
    }
    return told.get(asks, Words())
