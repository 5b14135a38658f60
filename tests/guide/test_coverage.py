"""Every item of the two CASS sources has its place in a guide, and lists are as long as their sources have them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cop_wizard.guide.load import background, load_guide
from cop_wizard.guide.model import Guide, Question
from cop_wizard.plan.choices import (
    CohortTrait,
    ContentKind,
    FormOfWork,
    GuidingPrinciple,
    ImprovementStep,
    InquiryStep,
    JointWork,
    Layer,
    LearningOutcome,
    Level,
    PurposeKind,
    RoleLabel,
)
from cop_wizard.plan.launch import KnowledgeTools
from cop_wizard.plan.leadership import Duties
from cop_wizard.plan.norms import Statements
from cop_wizard.plan.types import Choice

FULL = load_guide("cass")
TOOL = load_guide("planning-tool")
TOPICS = {topic.id: topic for topic in background()}

# What may cover an item: a question of the full guide, a question of the one-page tool, a topic of the background, or
# more than one of these. Items of a list of questions stand as "S0 1.4/1" and so on, in the source's order.
FULL_GUIDE = ("cass",)
ONE_PAGE = ("planning-tool",)
EXPLAINED = ("background",)
ASKED_AND_EXPLAINED = ("cass", "background")


def numbered(item: str, count: int) -> list[str]:
    return [f"{item}/{i}" for i in range(1, count + 1)]


LISTED = {"S0 1.4": 3, "S0 2.3": 4, "S0 3.4": 4, "S0 4.5": 3, "S0 5.5": 4, "S0 7.5": 4, "S0 8.4": 3, "S0 9.2": 3}
EMBEDDED = ("S0 1.1", "S0 2.1")
DRAFTS = ("S0 1.5", "S0 2.4", "S0 3.5", "S0 4.6", "S0 5.6", "S0 7.6", "S0 8.5", "S0 9.3")
ON_ONE_PAGE = {
    "S4 purpose": 3,
    "S4 membership": 5,
    "S4 leadership": 3,
    "S4 guidelines": 1,
    "S4 implementation": 3,
    "S4 results": 2,
    "S4 impact": 3,
}

WHERE_COVERED: dict[str, tuple[str, ...]] = {
    "S0 0.1": ASKED_AND_EXPLAINED,
    "S0 0.2": ASKED_AND_EXPLAINED,
    "S0 0.3": ASKED_AND_EXPLAINED,
    "S0 0.4": EXPLAINED,
    "S0 0.5": EXPLAINED,
    "S0 0.6": EXPLAINED,
    "S0 0.7": EXPLAINED,
    "S0 0.8": EXPLAINED,
    **dict.fromkeys(EMBEDDED, FULL_GUIDE),
    "S0 1.2": FULL_GUIDE,
    "S0 1.3": FULL_GUIDE,
    "S0 2.2": FULL_GUIDE,
    "S0 3.1": ASKED_AND_EXPLAINED,
    "S0 3.2": FULL_GUIDE,
    "S0 3.3": FULL_GUIDE,
    "S0 4.1": FULL_GUIDE,
    "S0 4.2": FULL_GUIDE,
    "S0 4.3": FULL_GUIDE,
    "S0 4.4": ASKED_AND_EXPLAINED,
    "S0 5.1": FULL_GUIDE,
    "S0 5.2": FULL_GUIDE,
    "S0 5.3": FULL_GUIDE,
    "S0 5.4": FULL_GUIDE,
    "S0 6.1": FULL_GUIDE,
    "S0 7.1": FULL_GUIDE,
    "S0 7.2": FULL_GUIDE,
    "S0 7.3": FULL_GUIDE,
    "S0 7.4": FULL_GUIDE,
    "S0 8.1": ASKED_AND_EXPLAINED,
    "S0 8.2": ASKED_AND_EXPLAINED,
    "S0 8.3": ASKED_AND_EXPLAINED,
    "S0 9.1": FULL_GUIDE,
    **dict.fromkeys(DRAFTS, FULL_GUIDE),
    **{item: FULL_GUIDE for name, count in LISTED.items() for item in numbered(name, count)},
    "S4.2": ONE_PAGE,
    "S4.4": ONE_PAGE,
    "S4.5": ONE_PAGE,
    "S4.6": ("cass", "planning-tool"),
    "S4.7": ONE_PAGE,
    "S4.8": ONE_PAGE,
    **{item: ONE_PAGE for name, count in ON_ONE_PAGE.items() for item in numbered(name, count)},
    # from the other sources, asked in the chapters
    **dict.fromkeys(("S1.3", "S1.9", "S2.10", "S2.11", "S3 L28", "S3.5", "S3.13", "S3.14", "S3.15"), FULL_GUIDE),
    **dict.fromkeys(("S1.2", "S2.5", "S2.9", "S3.4", "S3.9", "S3.11", "S3.17", "S3.20"), FULL_GUIDE),
    **dict.fromkeys(("S1.5", "S3.2", "S3.18", "S3.19"), FULL_GUIDE),
}
"""Every item but the three that no single entry can cover: S0 9.4 (the reading list), S4.1 (the boxes) and S4.3 (the
number of questions). Those are counted below."""

COVERED = {
    "cass": {item for question in FULL.questions() for item in question.covers},
    "planning-tool": {item for question in TOOL.questions() for item in question.covers},
    "background": {item for topic in TOPICS.values() for item in topic.covers},
}


@pytest.mark.parametrize(("item", "places"), WHERE_COVERED.items())
def test_an_item_of_the_sources_is_covered(item: str, places: tuple[str, ...]) -> None:
    """It is asked or explained in each of the places where it belongs."""
    assert [place for place in places if item not in COVERED[place]] == []


@pytest.mark.parametrize("place", COVERED)
def test_only_items_that_exist_are_said_to_be_covered(place: str) -> None:
    """A misspelt item would look like coverage and be none."""
    assert COVERED[place] - set(WHERE_COVERED) == set()


def asked(guide: Guide, path: str) -> Question:
    question = guide.question(path)
    assert question is not None
    return question


def labels(choices: type[Choice]) -> list[str]:
    return [FULL.label(choice) for choice in choices]


def fields(part: str) -> list[str]:
    return [words.label for words in FULL.vocabulary.parts[part].fields.values()]


def some_fields(part: str, *names: str) -> list[str]:
    return [FULL.vocabulary.parts[part].fields[name].label for name in names]


def points(topic: str) -> list[str]:
    return [point.name for point in TOPICS[topic].points]


def boxes(guide: str) -> list[str]:
    return [section.title for section in load_guide(guide).sections if section.numbered]


NAMES: list[tuple[Callable[[], list[str]], str]] = [
    (lambda: labels(GuidingPrinciple), "Responsive | Research-informed | Innovative"),
    (
        lambda: labels(PurposeKind),
        (
            "Sharing knowledge | Shared learning | Building professional capacity | Building a bank of resources"
            " | Solving problems of practice | Gathering feedback/input to inform a plan or decision"
            " | Advancing initiatives | Implementing a change"
        ),
    ),
    (lambda: labels(Level), "Core | Active | Occasional | Peripheral | Transactional"),
    (
        lambda: points("why_important"),
        (
            "Connect people | Provide a shared context | Enable dialogue | Stimulate learning"
            " | Capture and diffuse existing knowledge | Introduce collaborative processes"
            " | Help people organize | Generate new knowledge"
        ),
    ),
    (lambda: points("characteristics"), "Domain | Community | Practice"),
    (
        lambda: fields("Duties"),
        (
            "Sets up meetings | Crafts guiding questions or topics for discussion"
            " | Facilitates note-taking and knowledge-gathering | Clarifies the roles and responsibilities of members"
            " | Convenes the community | Keeps the community on track and aligned with their purpose"
            " | Facilitates processes for decision-making (if required) | Liaises with other leaders"
        ),
    ),
    (
        lambda: fields("Statements"),
        (
            "Ensure that all members have a role and a voice | Stay on track and aligned with its purpose"
            " | Manage conflict and disagreement | Make decisions or recommendations"
            " | Gather shared resources or knowledge | Invite new members to join the community as required"
            " | Decide when they have achieved their purpose"
        ),
    ),
    (
        lambda: sorted(labels(ContentKind)),
        "Breakout group discussions | Content presentations | Guest speakers or presenters | Standing agenda items",
    ),
    (
        lambda: boxes("cass"),
        (
            "Purpose | Membership | Leadership | Norms | Launch | Collaborative Plan | Results & Celebration"
            " | Connection to Professional Practice | Further Application"
        ),
    ),
    (
        lambda: boxes("planning-tool"),
        (
            "Purpose | Membership | Leadership | Guidelines | Implementation plan | Results & celebrations"
            " | Impact on practice"
        ),
    ),
    # from the other sources, asked in the chapters
    (lambda: labels(CohortTrait), "Small | Sustained | Role-alike"),
    (lambda: fields("Benefits"), "School | Division | Individual members | Students"),
    (lambda: fields("SupportMap"), "Teachers | Leaders | System"),
    (
        lambda: labels(Layer),
        ("CoP | NIC | PLC | Department/Grade level | Project team/Committee | Social network | Acquaintances"),
    ),
    (
        lambda: labels(RoleLabel),
        "Coordinator | Leader | Expert | Beginner | Lurker | Support | Sponsor | Client | Outsider",
    ),
    # from the other sources, for a community that lives
    (
        lambda: labels(FormOfWork),
        (
            "Problem-solving | Requests for knowledge | Seeking experience | Reusing assets"
            " | Coordination and strategy | Building an argument | Growing confidence | Discussing developments"
            " | Mapping knowledge & identifying gaps"
        ),
    ),
    (lambda: labels(JointWork), "Team teaching | Collaborative planning | Peer coaching | Mentoring"),
    (
        lambda: some_fields("Cycle", *map(str, ImprovementStep)),
        (
            "Analyze data | Set goals | Learn individually and collaboratively | Implement new learning"
            " | Monitor, assess, and adjust practice"
        ),
    ),
    (lambda: some_fields("Cycle", *map(str, InquiryStep)), "Plan | Do | Study | Act"),
]


@pytest.mark.parametrize(("found", "names"), NAMES, ids=[names.split(" | ")[0] for _, names in NAMES])
def test_items_keep_the_names_of_their_source(found: Callable[[], list[str]], names: str) -> None:
    """People who know the printed guide find its lists again, in its order."""
    assert found() == names.split(" | ")


def test_learning_outcomes_begin_with_the_verbs_of_the_source() -> None:
    """The programme names its outcomes by their first words."""
    verbs = [
        "Engage",
        "Work collaboratively",
        "Examine",
        "Acquire and apply",
        "Explore",
        "Demonstrate",
        "Foster",
        "Evaluate",
    ]
    pairs = zip(labels(LearningOutcome), verbs, strict=True)
    assert [label for label, verb in pairs if not label.startswith(verb)] == []
    assert any("Métis" in label for label in labels(LearningOutcome))


def test_fixed_tables_have_the_rows_of_the_model() -> None:
    """Duties, norm topics and knowledge jobs are fields of the model, so their words follow its order."""
    parts = FULL.vocabulary.parts
    for part in (Duties, Statements, KnowledgeTools):
        assert list(parts[part.__name__].fields) == list(part.model_fields)


def test_the_one_page_tool_fills_in_its_audience() -> None:
    """The printed tool was made for one audience; only its own question presets it."""
    assert asked(TOOL, "purpose.audience").preset == "system education leaders"
    assert asked(FULL, "purpose.audience").preset == ""


def test_the_one_page_tool_offers_three_duties_first() -> None:
    """Setting up meetings, crafting questions, keeping on track."""
    assert asked(TOOL, "leadership.duties").first == ["set_up_meetings", "craft_questions", "keep_on_track"]


@pytest.mark.parametrize(
    ("item", "asks"),
    [
        ("S4 implementation/1", {"launch.rhythm", "launch.first_meeting", "launch.start", "launch.place"}),
        ("S4 implementation/2", {"launch.content", "collaborative_plan.meetings"}),
        ("S4 implementation/3", {"launch.tools", "launch.resources"}),
        ("S4.8", {"launch.rhythm", "launch.length", "launch.format", "launch.content", "launch.tools"}),
    ],
)
def test_the_implementation_questions_fill_the_launch(item: str, asks: set[str]) -> None:
    """Frequency, length, format, content and tools are all reached from the tool's three questions."""
    assert asks <= {question.asks for question in TOOL.questions() if item in question.covers}


def test_a_figure_of_three_circles_can_be_labelled() -> None:
    """Each characteristic is explained in a sentence or two."""
    topic = TOPICS["characteristics"]
    assert all(point.text for point in topic.points)
    assert topic.source == "wenger-trayner-2015"
