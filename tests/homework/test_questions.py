"""Open and closed questions: told apart by their words, with the words that decide."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescoach.questions import FORMS, judge_questions, share_open

OPEN = """How do you plan the rota today?
What happened when you opened the third site?
Tell me about your Mondays.
Could you walk me through a typical week?
When you opened the café, how did you find the staff?
If you could change one thing, what would it be?
Out of curiosity, why did you choose a spreadsheet?
I'd love to hear how you decide.
Thinking about last December, what went wrong?
In what way does that cost you time?
Which of the two worries you more, and why?
Why is that?
What’s changed since spring?
Would you mind telling me how you got here?
Dana, what eats your Mondays?
So what have you tried so far?
Help me understand what a swap of shifts takes."""
FACT = """How many people do you employ?
When will you decide?
Who else decides?
What is your budget?
Could you tell me who decides?
Which tool do you use?
How long does it take?
How satisfied are you with it?
Since when have you had three sites?
By when do you need it?
Where are the kitchens?"""
CLOSED = """Do you use a planning tool?
Are you happy with your supplier?
Is it the cost or the time?
Would you be interested in a demo?
You use a spreadsheet?
Any problems with the rota?
How do you plan the rota, in a spreadsheet?
What holds you back, is it the price?
How about Tuesday?
Can I send you a brochure?"""
LEADING = """Don't you agree that spreadsheets waste time?
You want to save time, right?
Wouldn't it be great to have Mondays free?
That costs you a lot, doesn't it?
Why don't we meet on Tuesday?"""
NONE = """We have sixty features.
Rota planning"""
# Written after the patterns, to see how they do on questions that they were not made for: 48 of
# 50 were told open or not open rightly before the other two were mended.
FRESH = """\
open|What does a normal Tuesday look like in your depot?
open|How has the merger affected the way you plan?
open|Why did the last system not work out?
open|What would a good outcome look like for you in a year?
open|Can you describe what happens when someone calls in sick?
open|Please tell me more about the night shift.
open|In your view, what is holding the team back?
open|What's the story behind the new site?
open|How do your managers feel about the present rota?
open|Walk me through the last time a shift was left empty.
open|If nothing changed, what would next year be like?
open|How important is it to you, and why?
open|What do you like about your current supplier, and what would you change?
open|How are decisions like this usually made?
open|So, Mr Field, how did you end up with two tools?
open|What, if anything, have you tried already?
open|I'm curious how you handle holidays.
open|Since you opened in Leeds, what has been hardest?
open|Could you give me an example of a bad week?
open|What else should I know?
open|How come the rota is made on Sundays?
open|What concerns do your people raise?
fact|Who signs the contract?
fact|How often do you change the rota?
fact|What is the size of your team?
fact|When does the financial year end?
fact|How many sites have you got?
fact|Which of your sites is the largest?
fact|Can you tell me how long that takes?
fact|Where is your head office?
fact|On a scale of one to ten, how happy are you?
fact|What's your role?
fact|How much did you pay last year?
fact|What year did you start?
closed|Is Thursday good for you?
closed|Have you got five minutes?
closed|Does your team work at weekends?
closed|Could we meet next week?
closed|So you plan on paper?
closed|Would you say that it works well?
fact|Do you know who decides?
closed|Were you happy with the result?
closed|Should I send it by email or by post?
closed|Did the fair go well?
closed|Are there any other people involved?
leading|Surely you want to save money, don't you?
leading|Isn't it time for a change?
leading|What if I told you that it could be half the price?
leading|You would agree that paper is slow, wouldn't you?
none|Our tool is the market leader."""
CASES = [
    (line, form)
    for form, lines in (
        ("open", OPEN),
        ("fact", FACT),
        ("closed", CLOSED),
        ("leading", LEADING),
        ("none", NONE),
    )
    for line in lines.splitlines()
] + [(line, form) for form, _, line in (case.partition("|") for case in FRESH.splitlines())]


@pytest.mark.parametrize(("line", "form"), CASES)
def test_each_question_is_told_by_its_form(line: str, form: str) -> None:
    assert [q.form for q in judge_questions(line)] == [form]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Do you like it?", "Do you"),
        ("Dana, what eats your Mondays?", "what"),
        ("You want to save time, right?", ", right?"),
        ("How do you plan the rota, in a spreadsheet?", "in a spreadsheet?"),
        ("Which of the two worries you more, and why?", "and why"),
        ("Is it the cost or the time?", "or"),
    ],
)
def test_the_evidence_is_the_words_that_decide(line: str, words: str) -> None:
    (question,) = judge_questions(line)
    assert line[slice(*question.evidence)] == words


def test_numbers_and_bullets_do_not_matter() -> None:
    text = "1. How do you plan?\n- Do you like it?\n(3) What changed?\n• Tell me more about it."
    judged = judge_questions(text)
    assert [q.form for q in judged] == ["open", "closed", "open", "open"]
    assert text[slice(*judged[0].span)] == "How do you plan?"


def test_a_sentence_before_the_question_is_no_question_of_its_own() -> None:
    (question,) = judge_questions("You opened a third café in June. What has changed since?")
    assert question.is_open


def test_two_questions_on_a_line_are_two() -> None:
    assert [q.form for q in judge_questions("What changed? Are you sure?")] == ["open", "closed"]


def test_whatever_is_not_open_comes_with_advice() -> None:
    for line, form in CASES:
        (question,) = judge_questions(line)
        assert question.why
        assert bool(question.advice) == (form != "open")


def test_the_share_counts_questions_only() -> None:
    assert share_open(judge_questions("We are the best.\nWhat changed?")) == 1
    assert share_open([]) == 0


@given(st.text(max_size=200))
def test_any_text_is_judged_within_its_bounds(text: str) -> None:
    for question in judge_questions(text):
        assert question.form in FORMS
        start, end = question.span
        assert 0 <= start <= question.evidence[0] <= question.evidence[1] <= end <= len(text)
