"""COP214 to COP216, COP218 and COP22x: the guide a plan follows, and guides of one's own."""

from __future__ import annotations

from collections.abc import Callable

from cop_wizard.checks.reasons import Reasons
from cop_wizard.i18n import _

EXPLAINED: dict[str, Callable[[], Reasons]] = {
    "COP214": lambda: Reasons(
        title=_("The guide that the plan follows cannot be found"),
        why=_("The guide says which questions there are. Without it nobody can tell what is still open."),
        do=_("Check the name: `cass` and `planning-tool` come with cop, any other is a file beside the plan."),
        before="""\
guide: planing-tool
""",
        after="""\
guide: planning-tool
""",
    ),
    "COP215": lambda: Reasons(
        title=_("The guide lies outside the plan's folder"),
        why=_(
            "A plan is sent around and copied. A guide from elsewhere would stay behind, and a plan from a stranger "
            "must not reach into your other folders."
        ),
        do=_("Put the guide's file beside the plan, or in a folder below it, and name it from there."),
        before="""\
guide: ../division/our-guide.yaml
""",
        after="""\
guide: our-guide.yaml
""",
    ),
    "COP216": lambda: Reasons(
        title=_("The plan's own guide has mistakes in it"),
        why=_("Half a guide would ask half the questions. So none of it is used until all of it can be."),
        do=_("Put right what is listed under the guide's own name. The plan itself may be in order."),
        before="""\
guide: our-guide.yaml  # in which a question says `requierd: yes`
""",
        after="""\
guide: our-guide.yaml  # in which the question says `required: yes`
""",
    ),
    "COP218": lambda: Reasons(
        title=_("This is not the name of a language"),
        why=_("The words of the guide are kept by the short names of languages, and this one can be none of them."),
        do=_("Write the short name, for example en for English or fr for French."),
        before="""\
language: English, please
""",
        after="""\
language: en
""",
    ),
    "COP220": lambda: Reasons(
        title=_("A guide asks about a place that a plan does not have"),
        why=_("The answer could not be kept anywhere. Whoever follows the guide would answer for nothing."),
        do=_("Take one of the places that `cop guide --paths` lists."),
        before="""\
title: Our division's guide
sections:
  - id: people
    title: People
    questions:
      - asks: membership.rooster
""",
        after="""\
title: Our division's guide
sections:
  - id: people
    title: People
    questions:
      - asks: membership.roster
""",
    ),
    "COP221": lambda: Reasons(
        title=_("A guide asks the same thing twice"),
        why=_("The second answer would take the place of the first, and people tire of being asked again."),
        do=_("Keep the question where it fits best and take the other one out."),
        before="""\
title: Our division's guide
sections:
  - id: people
    title: People
    questions:
      - asks: membership.roster
      - asks: membership.roster
        prompt: Who will you call first?
""",
        after="""\
title: Our division's guide
sections:
  - id: people
    title: People
    questions:
      - asks: membership.roster
        prompt: Who will you call first?
""",
    ),
    "COP222": lambda: Reasons(
        title=_("A guide builds on another one that does not exist"),
        why=_("Words that your guide leaves out come from the guide below it, so cop has to know which one that is."),
        do=_("Write `extends: cass` or `extends: planning-tool`, or leave the line out."),
        before="""\
title: Our division's guide
extends: cas
sections:
  - id: people
    title: People
    questions:
      - asks: membership.roster
""",
        after="""\
title: Our division's guide
extends: cass
sections:
  - id: people
    title: People
    questions:
      - asks: membership.roster
""",
    ),
    "COP223": lambda: Reasons(
        title=_("A question of a guide has no words"),
        why=_("The guide it builds on does not ask this one, so there is nothing to show."),
        do=_("Add `prompt:` with what you want to ask, or build on the guide that has the question."),
        before="""\
title: Our division's guide
extends: planning-tool
sections:
  - id: start
    title: How it began
    questions:
      - asks: purpose.why_now
""",
        after="""\
title: Our division's guide
extends: planning-tool
sections:
  - id: start
    title: How it began
    questions:
      - asks: purpose.why_now
        prompt: What made you think of a community just now?
""",
    ),
    "COP224": lambda: Reasons(
        title=_("A guide names an answer that its question does not have"),
        why=_(
            "What comes first must be one of the answers on offer, and a question that waits for an impossible answer "
            "would never be asked."
        ),
        do=_("Take one of the answers that are named; `cop guide` lists them with their question."),
        before="""\
title: Our division's guide
sections:
  - id: why
    title: Why we meet
    questions:
      - asks: purpose.purposes
        first: [solving_problem]
""",
        after="""\
title: Our division's guide
sections:
  - id: why
    title: Why we meet
    questions:
      - asks: purpose.purposes
        first: [solving_problems]
""",
    ),
    "COP225": lambda: Reasons(
        title=_("A guide fills in an answer that its question cannot have"),
        why=_("Everybody who follows the guide would begin with a mistake in the plan that they did not make."),
        do=_("Correct the preset, or propose the answer under `example:` instead."),
        before="""\
title: Our division's guide
sections:
  - id: start
    title: How we begin
    questions:
      - asks: launch.first_meeting
        preset: 2026-09-31
""",
        after="""\
title: Our division's guide
sections:
  - id: start
    title: How we begin
    questions:
      - asks: launch.first_meeting
        preset: 2026-09-30
""",
    ),
    "COP226": lambda: Reasons(
        title=_("Two sections of a guide have the same id"),
        why=_("The id is how a section is called on the command line, and one name can lead to one section only."),
        do=_("Give each section an id of its own. Their titles may be alike."),
        before="""\
title: Our division's guide
sections:
  - id: people
    title: People
    questions:
      - asks: membership.roster
  - id: people
    title: Leaders
    questions:
      - asks: leadership.structure
""",
        after="""\
title: Our division's guide
sections:
  - id: people
    title: People
    questions:
      - asks: membership.roster
  - id: leaders
    title: Leaders
    questions:
      - asks: leadership.structure
""",
    ),
    "COP227": lambda: Reasons(
        title=_("A guide asks nothing"),
        why=_("A plan that follows it would be finished before it has begun."),
        do=_("Add a section with at least one question. `cop guide --paths` lists what can be asked."),
        before="""\
title: Our division's guide
sections:
  - id: people
    title: People
    questions: []
""",
        after="""\
title: Our division's guide
sections:
  - id: people
    title: People
    questions:
      - asks: membership.roster
""",
    ),
}
