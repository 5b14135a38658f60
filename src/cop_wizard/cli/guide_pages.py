"""How the guide looks in a terminal: its contents, its sections, the glossary, the background, the sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rich.text import Text

from cop_wizard.cli.page import DOT, Page
from cop_wizard.guide.model import Guide, Question, Section, Term, Topic, Work
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.fields import choices_of, item_type, part_type, type_at
from cop_wizard.plan.plan import Plan
from cop_wizard.visible import visible_line


def headings(sections: Sequence[Section]) -> Iterator[tuple[Section, str]]:
    """Each section with its heading: its number, where it counts, and its title."""
    number = 0
    for section in sections:
        number += section.numbered
        title = visible_line(section.title)
        yield section, f"{number}. {title}" if section.numbered else title


def contents(guide: Guide) -> None:
    """What the guide is, its sections, and where to read on."""
    page = Page()
    page.heading(guide.title)
    page.say(guide.description)
    if guide.minutes:
        page.gap()
        page.say(_("Time: {minutes} minutes.").format(minutes=guide.minutes), "dim")
    page.gap()
    named = list(headings(guide.sections))
    page.pairs([(heading, _count(section)) for section, heading in named if not section.deeper])
    chapters = [(heading, _count(section)) for section, heading in named if section.deeper]
    if chapters:
        page.gap()
        page.say(_("Chapters, for those who need them:"), "bold")
        page.pairs(chapters)
    page.gap()
    option = "" if guide.name == "cass" else f" --guide {guide.name}"
    first = guide.sections[min(1, len(guide.sections) - 1)].id
    page.say(_("To read on:"), "bold")
    page.pairs(
        [
            (f"cop guide {first}{option}", _("one section")),
            (f"cop guide all{option}", _("the whole guide")),
            ("cop guide background", _("what a community of practice is")),
            ("cop guide glossary", _("the words of the field")),
            ("cop guide instruments", _("ways to look at a living community")),
            ("cop guide references", _("the sources")),
        ],
        "cyan",
    )


def _count(section: Section) -> str:
    count = len(section.questions)
    return ngettext("{count} question", "{count} questions", count).format(count=count)


def section(of: Section, guide: Guide) -> None:
    """One section: its introduction, then each question with why it is asked, an example and the source."""
    page = Page()
    heading = next(title for one, title in headings(guide.sections) if one.id == of.id)
    page.heading(heading)
    page.say(of.intro)
    page.gap()
    number = heading.partition(". ")[0] if of.numbered else ""
    for position, question in enumerate(of.questions, start=1):
        _question(page, question, guide, f"{number}.{position}" if number else f"{position}")


def _question(page: Page, question: Question, guide: Guide, number: str) -> None:
    asked = Text(visible_line(question.prompt), style="bold")
    if question.required:
        asked.append(" " + _("(needed)"), style="yellow")
    if question.deeper:
        asked.append(" " + _("(if you need it)"), style="dim")
    page.marked(number, asked)
    if question.why:
        page.say(question.why, indent=4)
    for mark, text in _offered(question, guide):
        page.marked(mark, text)
    if question.example:
        page.say(_("For example:"), "dim", indent=4)
        page.say(question.example, "italic green", indent=6)
    further = [_applies(question, guide), guide.cite(question.source, question.where)]
    page.say("\n".join(filter(None, further)) or " ", "dim", indent=4)
    page.gap()


def _offered(question: Question, guide: Guide) -> Iterator[tuple[str, Text]]:
    """What can be chosen, or the rows and columns to fill in."""
    found: Any = type_at(Plan, question.path)
    found = item_type(found) or found
    closed = choices_of(found)
    if closed is not None:
        for choice in closed:
            label = guide.vocabulary.choices.get(closed.__name__, {}).get(choice.value)
            if label is not None:
                yield DOT, Text.assemble(visible_line(label.label), (f": {visible_line(label.help)}", "dim"))
        return
    part = part_type(found)
    words = guide.vocabulary.parts.get(part.__name__) if part else None
    if words is not None:
        labels = "; ".join(visible_line(field.label) for field in words.fields.values())
        yield DOT, Text(f"{_('What you can fill in')}: {labels}", style="dim")


def _applies(question: Question, guide: Guide) -> str:
    if question.when is None:
        return ""
    other = guide.question(question.when.question)
    found: Any = type_at(Plan, tuple(question.when.question.split(".")))
    closed = choices_of(item_type(found) or found) if found is not None else None
    labels = guide.vocabulary.choices.get(closed.__name__, {}) if closed else {}
    answers = [labels[answer].label if answer in labels else answer for answer in question.when.any_of]
    title = other.title if other else question.when.question
    return _("Asked only where the answer to “{question}” is: {answers}.").format(
        question=title, answers=_(" or ").join(f"“{answer}”" for answer in answers)
    )


def paths(sections: Iterable[Section]) -> None:
    """The name each question has in a plan file."""
    page = Page()
    asked = [question for section in sections for question in section.questions]
    page.pairs([(question.asks, question.prompt) for question in asked], "cyan", indent=0)


def glossary(terms: Sequence[Term], guide: Guide) -> None:
    """The words of the field."""
    page = Page()
    page.heading(_("Glossary"))
    for term in sorted(terms, key=lambda one: one.term.casefold()):
        page.say(term.term, "bold")
        page.say(term.meaning, indent=2)
        page.say(guide.cite(term.source, term.where), "dim", indent=2)
        page.gap()


def background(topics: Sequence[Topic], guide: Guide) -> None:
    """What the guide explains without asking about it."""
    page = Page()
    for topic in topics:
        page.heading(topic.title)
        page.say(topic.text)
        for point in topic.points:
            page.gap()
            page.say(point.name, "bold", indent=2)
            page.say(point.text, indent=2)
            if cited := guide.cite(point.source, point.where):
                page.say(cited, "dim", indent=2)
        page.gap()
        if cited := guide.cite(topic.source, topic.where):
            page.say(cited, "dim")
            page.gap()


def references(works: Sequence[Work]) -> None:
    """The works cited, and the reading list of each source."""
    page = Page()
    lists = [work for work in works if any(work.key in other.listed_by for other in works)]
    own = [work for work in works if not work.listed_by]
    page.heading(_("What the guides are made from"))
    for work in own:
        _work(page, work)
    for source in lists:
        page.heading(_("Read on with {source}").format(source=source.short or source.author))
        for work in sorted(
            (one for one in works if source.key in one.listed_by), key=lambda one: one.author.casefold()
        ):
            _work(page, work)


def _work(page: Page, work: Work) -> None:
    author = visible_line(work.author) + (f" ({visible_line(work.year)})" if work.year else "")
    title = Text(f"{author.rstrip('.')}. ")
    title.append(f"{visible_line(work.title).rstrip('.')}.", "italic")
    if work.published:
        title.append(f" {visible_line(work.published).rstrip('.')}.")
    page.marked("–", title)
    if work.link:
        page.whole(work.link, indent=2)
    page.gap()
