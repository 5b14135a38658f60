"""Reading how often people meet from the words they use for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_wizard.guide.load import load_guide
from cop_wizard.plan.choices import Rhythm
from cop_wizard.plan.fields import convert
from cop_wizard.plan.plan import Plan
from cop_wizard.schedule.recurrence import READ, read_recurrence
from cop_wizard.schedule.rules import (
    LAST,
    Alternating,
    MonthlyByDate,
    MonthlyByWeekday,
    Recurrence,
    TermWeeks,
    Weekly,
    describe,
)
from schedule.rule_examples import RULES

MON, TUE, WED, THU, FRI = range(5)
SECOND_TUESDAY = MonthlyByWeekday(1, (2,), TUE)
UNDERSTOOD: dict[Recurrence, str] = {
    SECOND_TUESDAY: """second Tuesday | the 2nd Tuesday of the month | Second Tuesday of every month. |
        second Tuesday (of the month) | every month on the second Tuesday | monthly, second Tuesday |
        every second Tuesday of the month | second tuesday of each month | deuxième mardi du mois |
        le 2e mardi de chaque mois | le deuxième mardi | 2ème mardi""",
    MonthlyByWeekday(1, (2, 4), TUE): "2nd and 4th Tuesday | every second and fourth Tuesday | 2e et 4e mardi du mois",
    MonthlyByWeekday(1, (LAST,), FRI): "last Friday | every last Friday | dernier vendredi du mois",
    MonthlyByWeekday(1, (1, LAST), MON): "first and last Monday of the month | premier et dernier lundi du mois",
    MonthlyByWeekday(2, (1,), MON): """first Monday of every second month | first Monday of every other month |
        first Monday every two months | every 2 months on the first Monday | premier lundi tous les deux mois |
        premier lundi d'un mois sur deux | premier lundi d’un mois sur deux""",
    MonthlyByWeekday(3, (1,), MON): "first Monday of every third month | quarterly on the first Monday",
    MonthlyByWeekday(1, (4,), TUE, 1): """Wednesday after the fourth Tuesday | the Wednesday following the 4th Tuesday |
        Wednesday after the fourth Tuesday of the month | mercredi après le quatrième mardi |
        le mercredi suivant le 4e mardi de chaque mois""",
    MonthlyByWeekday(1, (LAST,), FRI, -2): "Wednesday before the last Friday | mercredi avant le dernier vendredi",
    MonthlyByWeekday(1, (1,), MON, 0, (1, 5, 9)): """first Monday of September, January and May |
        the first Monday in January, in May and in September | premier lundi de septembre, janvier et mai |
        premier lundi des mois de septembre, de janvier et de mai""",
    MonthlyByWeekday(1, (2,), TUE, 0, (1, 2, 3, 4, 5, 6, 9, 10, 11, 12)): """
        second Tuesday of each month except July and August | second Tuesday of the month, September to June |
        second Tuesday (September to June) | 2nd Tuesday of the month from September through June |
        second Tuesday, Sept.–June | from September to June, the second Tuesday of the month |
        second Tuesday of every month, but not in July and August | second Tuesday except for July and August |
        second Tuesday of the month, excluding July to August | deuxième mardi du mois sauf en juillet et août |
        deuxième mardi du mois, de septembre à juin | de septembre à juin, le deuxième mardi du mois |
        2e mardi du mois, à l'exception de juillet et août | le 2e mardi, mais pas en juillet et en août""",
    MonthlyByWeekday(1, (2,), TUE, 0, (1, 2, 3, 4, 5, 6, 9, 10, 11)): """
        second Tuesday of the month, September to June, except December |
        second Tuesday, September to November and January to June""",
    MonthlyByWeekday(2, (1,), MON, 0, (1, 3, 5, 9, 11)): """first Monday of every second month, September, November,
        January, March and May""",
    MonthlyByDate((15,), 1, (3, 4, 5)): "the 15th of every month, March to May | le 15 du mois, de mars à mai",
    Weekly(1, (TUE,), (7, 8)): "every Tuesday in July and August | Tuesdays, July and August",
    Weekly(
        2, (), (1, 2, 3, 4, 5, 6, 9, 10, 11, 12)
    ): "every two weeks, September to June | biweekly except July–August",
    MonthlyByWeekday(
        1, (), None, 0, (1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12)
    ): "monthly except July | every month but not July",
    Weekly(
        2
    ): """every other week | biweekly | bi-weekly | fortnightly | every fortnight | every two weeks | every 2 weeks |
        every second week | alternate weeks | once every two weeks | toutes les deux semaines | une semaine sur deux |
        une fois toutes les deux semaines""",
    Weekly(2, (THU,)): """every two weeks on Thursday | every other Thursday | Thursdays, every other week |
        Thursday of every second week | alternate Thursdays | fortnightly on Thursdays | un jeudi sur deux |
        le jeudi, toutes les deux semaines | toutes les deux semaines le jeudi | le jeudi une semaine sur deux""",
    Weekly(3, (MON,)): "every three weeks on Monday | un lundi sur trois",
    Weekly(6): "every six weeks | toutes les six semaines",
    Weekly(1): "weekly | every week | once a week | chaque semaine | une fois par semaine | hebdomadaire",
    Weekly(
        1, (TUE,)
    ): "every Tuesday | Tuesdays | on Tuesdays | weekly on Tuesday | le mardi | tous les mardis | chaque mardi",
    Weekly(
        1, (TUE, THU)
    ): "Tuesdays and Thursdays | every Tuesday and Thursday | every Tues & Thurs | le mardi et le jeudi",
    Alternating((TUE, THU)): """Tuesday and Thursday in alternate weeks | alternating Tuesday and Thursday |
        alternating Tuesdays and Thursdays | Tuesday and Thursday alternately | mardi et jeudi en alternance |
        le mardi et le jeudi en alternance""",
    MonthlyByWeekday(1): "monthly | every month | once a month | une fois par mois | chaque mois | tous les mois",
    MonthlyByWeekday(
        3
    ): "quarterly | every three months | every 3 months | tous les trois mois | une fois tous les trois mois",
    MonthlyByWeekday(12): "once a year | every year | annually | une fois par an",
    MonthlyByDate((15,)): "monthly on the 15th | the 15th of each month | 15th of the month | le 15 de chaque mois",
    MonthlyByDate((1, 15)): "1st and 15th of the month | le 1er et le 15 du mois",
    MonthlyByDate((LAST,)): "last day of the month | dernier jour du mois",
    MonthlyByDate((15,), 1, (1, 5, 9)): "15th of September, January and May | le 15 de septembre, janvier et mai",
    TermWeeks((3, 7)): """week 3 and 7 of each term | weeks 3 and 7 of every semester | week 3 and week 7 of term |
        3rd and 7th week of the term | semaines 3 et 7 de chaque trimestre | 3e et 7e semaine du semestre""",
    TermWeeks((3, 7), (TUE,)): """Tuesday of weeks 3 and 7 of each term | weeks 3 and 7 of each term, on Tuesday |
        mardi des semaines 3 et 7 de chaque trimestre | le mardi des semaines 3 et 7 du trimestre""",
}
EXAMPLES = [(words.strip(), rule) for rule, all_ in UNDERSTOOD.items() for words in " ".join(all_.split()).split("|")]


@pytest.mark.parametrize(("words", "rule"), EXAMPLES)
def test_words_are_understood(words: str, rule: Recurrence) -> None:
    """In English and French, however they are put."""
    assert read_recurrence(words) == rule
    assert read_recurrence(f" {words.upper()} ") == rule
    assert read_recurrence(convert(Plan, ("launch", "rhythm"), words)) == rule


NOT_UNDERSTOOD = """every second Tuesday | 3 to 5 times a semester | twice a month | deux fois par mois | as needed |
    2nd Tuesday except in summer | Tuesday | mardi | week 3 of each month | bimonthly | bimensuel | bihebdomadaire |
    alternate Tuesdays and Thursdays | every Tuesday or Thursday | second Tuesday at 3:30 pm | 6th Tuesday |
    32nd of the month | the 15th | every 0 weeks | every 99 weeks | TBD | weeks 3 to 7 of each term | 0th Tuesday |
    second | Tuesday and | 12 Tuesday | every other Tuesday and Thursday | second Tuesday of term | monthly weekly |
    Mondays and Wednesday | first Monday and third Friday | every day | usually every Tuesday | about monthly |
    the second Tuesday of the month or so | week 0 of each term | week 60 of each term | second Tuesday of Smarch |
    premier lundi sauf en été | à convenir | tous les quinze jours environ | ٣ weeks | monthly-ish | every Tuesday? |
    twice a month, Tuesdays | Tuesdays at 7:45 | Tuesdays 15h30 | Tuesday, September to June | week 3 of term in May |
    every year in May | second Tuesday to June | second Tuesday except | every month except January to December |
    second Tuesday until June 2027 |
    every Tuesday. Or Thursday | every Tuesday for July | May to | Monday to Friday |
    last of the month | first and last of the month | weekly, monthly"""


@pytest.mark.parametrize("words", [*NOT_UNDERSTOOD.split("|"), ",", "and", "", "."])
def test_words_that_are_not_wholly_understood_give_nothing(words: str) -> None:
    """No rule is better than half of one."""
    assert read_recurrence(words.strip()) is None


@pytest.mark.parametrize("rhythm", Rhythm)
def test_every_choice_of_the_list_is_a_rule(rhythm: Rhythm) -> None:
    """And its own name in words is the same one."""
    rule = read_recurrence(rhythm)
    assert rule is not None
    assert read_recurrence(describe(rule)) == rule


@pytest.mark.parametrize("rhythm", Rhythm)
def test_every_choice_of_the_list_is_said_in_the_words_of_the_guide(rhythm: Rhythm) -> None:
    """People chose "Every two weeks", and that is what they are shown again."""
    label = load_guide("cass").vocabulary.choices["Rhythm"][rhythm].label
    rule = read_recurrence(rhythm)
    assert rule is not None
    assert describe(rule) == label.lower()


def test_the_examples_of_words_are_understood() -> None:
    """They are shown to people whose own words were not."""
    assert all(read_recurrence(words) for words in READ)


@pytest.mark.parametrize("value", [None, 3, ("weekly",)])
def test_what_is_no_text_is_no_rule(value: object) -> None:
    """An open answer, for example."""
    assert read_recurrence(value) is None


@pytest.mark.parametrize("kind", RULES)
@given(data=st.data())
def test_a_rule_in_words_is_read_as_the_same_rule(kind: str, data: st.DataObject) -> None:
    """What the screen says is what was understood."""
    rule = data.draw(RULES[kind])
    assert read_recurrence(describe(rule)) == rule


WORDS = """every other the second 2nd Tuesday Tuesdays and , week weeks of in each month term alternate alternating
    after last day 15th 3 7 two le un sur deux mois mardi jeudi May September to from except not in à"""


@given(st.lists(st.sampled_from(WORDS.split()), max_size=8))
def test_any_words_in_any_order_are_a_rule_or_none(words: list[str]) -> None:
    """And a rule means the same when it is said back."""
    rule = read_recurrence(" ".join(words))
    assert rule is None or read_recurrence(describe(rule)) == rule


@given(st.text(max_size=300))
def test_any_text_is_a_rule_or_none(text: str) -> None:
    """Without an error, however strange it is."""
    read_recurrence(text)
