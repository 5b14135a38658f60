"""The closed lists of the sources. Their labels, as people read them, stand in the guide's vocabulary."""

from __future__ import annotations

from cop_wizard.plan.types import Choice


class Reason(Choice):
    """Why use the model now. Source: CASS guide item 0.3 (five reasons)."""

    ENGAGING_STAFF = "engaging_staff"
    ADVANCING_INITIATIVES = "advancing_initiatives"
    IMPLEMENTING_CHANGE = "implementing_change"
    GATHERING_FEEDBACK = "gathering_feedback"
    GENERATING_KNOWLEDGE = "generating_knowledge"


class FocusKind(Choice):
    """Whether members share an interest or a concern. Source: CASS guide item 1.2."""

    INTEREST = "interest"
    CONCERN = "concern"


class PurposeKind(Choice):
    """What a community is for, and equally what the model can be used for elsewhere.

    Source: CASS guide items 1.3 and 9.1, which are one list of eight in two wordings.
    """

    SHARING_KNOWLEDGE = "sharing_knowledge"
    SHARED_LEARNING = "shared_learning"
    BUILDING_CAPACITY = "building_capacity"
    BUILDING_RESOURCES = "building_resources"
    SOLVING_PROBLEMS = "solving_problems"
    GATHERING_FEEDBACK = "gathering_feedback"
    ADVANCING_INITIATIVES = "advancing_initiatives"
    IMPLEMENTING_CHANGE = "implementing_change"


class LearningOutcome(Choice):
    """What goals and meetings can serve. Source: CASS guide item 0.2 (eight outcomes, named by their lead verbs)."""

    ENGAGE = "engage"
    WORK_COLLABORATIVELY = "work_collaboratively"
    EXAMINE = "examine"
    ACQUIRE_AND_APPLY = "acquire_and_apply"
    EXPLORE = "explore"
    DEMONSTRATE = "demonstrate"
    FOSTER = "foster"
    EVALUATE = "evaluate"


class GuidingPrinciple(Choice):
    """What goals and meetings can be true to. Source: CASS guide item 0.1 (three principles)."""

    RESPONSIVE = "responsive"
    RESEARCH_INFORMED = "research_informed"
    INNOVATIVE = "innovative"


class Level(Choice):
    """How closely a person takes part. Source: CASS guide item 2.2, after Wenger-Trayner et al. (2023), p. 77.

    Transactional people work with the community without being members of it.
    """

    CORE = "core"
    ACTIVE = "active"
    OCCASIONAL = "occasional"
    PERIPHERAL = "peripheral"
    TRANSACTIONAL = "transactional"


class Status(Choice):
    """Where a person stands between a first idea and a goodbye. Source: CASS guide item 2.4.

    Up to version 1 of the form a member was ``joined`` and an alumni member had ``left``.
    """

    POTENTIAL = "potential"
    INVITED = "invited"
    MEMBER = "member"
    ON_LEAVE = "on_leave"
    ALUMNI = "alumni"
    DECLINED = "declined"


class TakingPart(Choice):
    """How free members are to come. Source: Staempfli tool (S2 L27, L87): taking part is voluntary."""

    VOLUNTARY = "voluntary"
    EXPECTED = "expected"
    REQUIRED = "required"


class Door(Choice):
    """Who can join once the community is under way. Source: CASS guide item 4.1 (new members)."""

    OPEN = "open"
    ON_REQUEST = "on_request"
    BY_INVITATION = "by_invitation"
    CLOSED = "closed"


class DecisionMethod(Choice):
    """How members come to a decision. Source: CASS guide item 4.1 (decisions)."""

    CONSENSUS = "consensus"
    CONSENT = "consent"
    VOTE = "vote"


class Structure(Choice):
    """How leadership is arranged. Source: CASS guide item 3.3."""

    SINGLE = "single"
    TEAM = "team"
    SHARED = "shared"


class MeetingFormat(Choice):
    """How people come together. Source: CASS guide item 5.1: virtual, in person, or both."""

    IN_PERSON = "in_person"
    VIRTUAL = "virtual"
    BOTH = "both"


class Rhythm(Choice):
    """How often the community meets, where a plain rule can say it. Source: CASS guide item 5.1."""

    WEEKLY = "weekly"
    EVERY_TWO_WEEKS = "every_two_weeks"
    EVERY_THREE_WEEKS = "every_three_weeks"
    EVERY_FOUR_WEEKS = "every_four_weeks"
    MONTHLY = "monthly"
    EVERY_TWO_MONTHS = "every_two_months"
    EVERY_THREE_MONTHS = "every_three_months"


class MeetingKind(Choice):
    """What a meeting is like. Source: Staempfli tool item S2.9, principle 6: the familiar and the exciting mixed."""

    ROUTINE = "routine"
    STIMULATING = "stimulating"


class MeetingStatus(Choice):
    """Whether a meeting is still to come, took place, or was called off."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class ContentKind(Choice):
    """What a meeting can consist of. Source: CASS guide item 5.2 (four kinds)."""

    STANDING_ITEMS = "standing_items"
    GUESTS = "guests"
    PRESENTATIONS = "presentations"
    BREAKOUTS = "breakouts"


class LaunchTest(Choice):
    """What a good launch does. Source: CASS guide item 5.4 (three tests)."""

    ENGAGES_MEMBERS = "engages_members"
    CAN_LAST = "can_last"
    SERVES_PURPOSE = "serves_purpose"


class EvidenceKind(Choice):
    """What can show that a purpose is reached. Source: CASS guide item 7.2 (three kinds)."""

    PRODUCT = "product"
    DECISION = "decision"
    LEARNING = "learning"


class Standard(Choice):
    """The professional standard members work under. Source: CASS guide item 8.1 (two standards)."""

    LQS = "lqs"
    SLQS = "slqs"


class YesNo(Choice):
    """A plain yes or no."""

    YES = "yes"
    NO = "no"


# --- people and seats ---------------------------------------------------------------------------------------------


class RoleLabel(Choice):
    """What part somebody plays, beside the level. Source: Killion handout item S3.15 (nine labels of the picture)."""

    COORDINATOR = "coordinator"
    LEADER = "leader"
    EXPERT = "expert"
    BEGINNER = "beginner"
    LURKER = "lurker"
    SUPPORT = "support"
    SPONSOR = "sponsor"
    CLIENT = "client"
    OUTSIDER = "outsider"


class SeatState(Choice):
    """Whether somebody sits there for good, for the time being, or not at all."""

    FILLED = "filled"
    ACTING = "acting"
    VACANT = "vacant"


class CohortTrait(Choice):
    """What kind of group learns together. Source: 21CSLA definitions item S1.9 (three attributes)."""

    SMALL = "small"
    SUSTAINED = "sustained"
    ROLE_ALIKE = "role_alike"


class Firmness(Choice):
    """Whether a limit binds, or is only wished for."""

    HARD = "hard"
    SOFT = "soft"


class QuorumOf(Choice):
    """Of whom a quorum is counted."""

    ALL_MEMBERS = "all_members"
    THOSE_WHO_MAY_VOTE = "those_who_may_vote"
    THOSE_PRESENT = "those_present"


# --- meetings -----------------------------------------------------------------------------------------------------


class Weekday(Choice):
    """A day of the week."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class Certainty(Choice):
    """How sure a date is."""

    FIXED = "fixed"
    TENTATIVE = "tentative"
    TO_BE_SET = "to_be_set"


class DateChange(Choice):
    """How one date differs from its series."""

    CANCELLED = "cancelled"
    MOVED = "moved"
    REPLACED = "replaced"
    EXTRA = "extra"


# --- groups, life, risks ------------------------------------------------------------------------------------------


class GroupKind(Choice):
    """How another group stands to the community."""

    PARENT = "parent"
    SISTER = "sister"
    SUBGROUP = "subgroup"
    COMMITTEE = "committee"
    CHAPTER = "chapter"
    PARTNER = "partner"


class Layer(Choice):
    """Where a group stands in the nested model of collaboration. Source: Killion handout item S3.14 (seven layers)."""

    COP = "cop"
    NIC = "nic"
    PLC = "plc"
    DEPARTMENT = "department"
    PROJECT_TEAM = "project_team"
    SOCIAL_NETWORK = "social_network"
    ACQUAINTANCES = "acquaintances"


class LifeStatus(Choice):
    """Whether a community, or a group of it, is there at all."""

    PROPOSED = "proposed"
    ACTIVE = "active"
    DORMANT = "dormant"
    MERGED = "merged"
    CLOSED = "closed"


class Phase(Choice):
    """The phases of building a community. Source: Killion handout item S3.20, after EDUCAUSE/NLII 2005 (six phases)."""

    INQUIRE = "inquire"
    DESIGN = "design"
    PROTOTYPE = "prototype"
    LAUNCH = "launch"
    GROW = "grow"
    SUSTAIN = "sustain"


class LifeStage(Choice):
    """How a community ages. Source: Killion handout item S3.11, after Wenger, McDermott & Snyder 2002 (five stages)."""

    POTENTIAL = "potential"
    COALESCING = "coalescing"
    MATURING = "maturing"
    STEWARDSHIP = "stewardship"
    TRANSFORMATION = "transformation"


class RiskKind(Choice):
    """What tends to go wrong. Source: Killion handout items S3.17 (thirteen disorders) and S3.4 (three deficits)."""

    EGALITARIANISM = "egalitarianism"
    IMPERIALISM = "imperialism"
    DISCONNECTEDNESS = "disconnectedness"
    STRATIFICATION = "stratification"
    DEPENDENCE = "dependence"
    MEDIOCRITY = "mediocrity"
    AMNESIA = "amnesia"
    DOGMATISM = "dogmatism"
    INDIVIDUALISM = "individualism"
    COMPETITION = "competition"
    COMPLIANCE = "compliance"
    LAISSEZ_FAIRE_LEADERSHIP = "laissez_faire_leadership"
    SHIFT_FOCUS = "shift_focus"
    INSUFFICIENT_INFRASTRUCTURE = "insufficient_infrastructure"
    INSUFFICIENT_INTERPERSONAL_CAPACITY = "insufficient_interpersonal_capacity"
    INSUFFICIENT_FACILITATION = "insufficient_facilitation"


class Grade(Choice):
    """How likely, or how grave."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


# --- care, evidence, the document ---------------------------------------------------------------------------------


class Repeating(Choice):
    """What of a meeting may be told outside."""

    NOTHING = "nothing"
    WITHOUT_NAMES = "without_names"
    EVERYTHING = "everything"


class SeenBy(Choice):
    """Who may see something, or come in; each includes those after it."""

    PUBLIC = "public"
    MEMBERS = "members"
    LEADERS = "leaders"


class GoalStatus(Choice):
    """What became of a goal."""

    OPEN = "open"
    REACHED = "reached"
    REVISED = "revised"
    DROPPED = "dropped"


class DocumentStatus(Choice):
    """Whether the plan has been agreed to."""

    DRAFT = "draft"
    APPROVED = "approved"


# --- what a community can hold itself against ---------------------------------------------------------------------


class DesignPrinciple(Choice):
    """What a community thrives on. Source: Staempfli tool item S2.9 (nine principles)."""

    EVOLUTION = "evolution"
    DIALOGUE = "dialogue"
    VARIOUS_LEVELS = "various_levels"
    PUBLIC_AND_PRIVATE = "public_and_private"
    DOMAIN = "domain"
    FAMILIAR_AND_STIMULATING = "familiar_and_stimulating"
    RHYTHM = "rhythm"
    GARDENER = "gardener"
    SPONSORSHIP = "sponsorship"


class ImprovementStep(Choice):
    """The steps of continuous improvement. Source: Killion handout item S3.19, after Hirsh & Crow (five steps)."""

    ANALYZE = "analyze"
    SET_GOALS = "set_goals"
    LEARN = "learn"
    IMPLEMENT = "implement"
    MONITOR = "monitor"


class InquiryStep(Choice):
    """Plan-Do-Study-Act. Source: Killion handout item S3.18 (four steps, named only)."""

    PLAN = "plan"
    DO = "do"
    STUDY = "study"
    ACT = "act"


class CollaborationLevel(Choice):
    """How closely people work together, the loosest first. Source: Killion handout item S3.21, Little 1990 (four)."""

    STORYTELLING = "storytelling"
    AID = "aid"
    SHARING = "sharing"
    JOINT_WORK = "joint_work"


# --- what happens at a meeting, and what is kept of it ------------------------------------------------------------


class FormOfWork(Choice):
    """What people do with one another at a meeting. Source: Killion handout item S3.23, after Wenger (nine forms)."""

    PROBLEM_SOLVING = "problem_solving"
    REQUESTS_FOR_KNOWLEDGE = "requests_for_knowledge"
    SEEKING_EXPERIENCE = "seeking_experience"
    REUSING_ASSETS = "reusing_assets"
    COORDINATION_AND_STRATEGY = "coordination_and_strategy"
    BUILDING_AN_ARGUMENT = "building_an_argument"
    GROWING_CONFIDENCE = "growing_confidence"
    DISCUSSING_DEVELOPMENTS = "discussing_developments"
    MAPPING_KNOWLEDGE = "mapping_knowledge"


class JointWork(Choice):
    """Work that needs one another, the top of Little's ladder. Source: Killion handout item S3.22 (four examples)."""

    TEAM_TEACHING = "team_teaching"
    COLLABORATIVE_PLANNING = "collaborative_planning"
    PEER_COACHING = "peer_coaching"
    MENTORING = "mentoring"


class Emphasis(Choice):
    """What learning with one another rests on. Source: Killion handout item S3.3 (seven emphases)."""

    AUTHENTIC_PROBLEMS = "authentic_problems"
    PROFESSIONAL_LEARNING = "professional_learning"
    INVESTIGATION = "investigation"
    INQUIRY = "inquiry"
    EXPERIMENTATION = "experimentation"
    ASSESSMENT_BY_EVIDENCE = "assessment_by_evidence"
    ONGOING_EVALUATION = "ongoing_evaluation"


class RepertoireKind(Choice):
    """What a community keeps for those who come later. Source: 21CSLA definitions item S1.5 (four kinds)."""

    EXPERIENCE = "experience"
    STORY = "story"
    TOOL = "tool"
    WAY_OF_WORKING = "way_of_working"


class TeamKind(Choice):
    """What groups are there already. Source: Killion handout item S3.2 (four existing formats)."""

    TEAM = "team"
    DIVISION = "division"
    COMMITTEE = "committee"
    PLC = "plc"


class Worth(Choice):
    """How much a meeting was worth to those who came."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class CycleMethod(Choice):
    """How an inquiry goes round. Source: Killion handout items S3.18 (four steps) and S3.19 (five steps)."""

    PDSA = "pdsa"
    IMPROVEMENT = "improvement"
