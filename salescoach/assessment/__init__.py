"""The skills assessment: two parallel forms from one bank, the profile by topic, and the gain.

Plain values in, plain values out: the bank and its keys are read elsewhere.
"""

from salescoach.assessment.forms import (
    PER_TOPIC,
    Asked,
    Question,
    QuestionKey,
    Topic,
    draw_forms,
    questions_from,
)
from salescoach.assessment.scoring import (
    Gain,
    Missed,
    Profile,
    TopicScore,
    gain,
    path,
    profile,
    read_choices,
)

__all__ = [
    "PER_TOPIC",
    "Asked",
    "Gain",
    "Missed",
    "Profile",
    "Question",
    "QuestionKey",
    "Topic",
    "TopicScore",
    "draw_forms",
    "gain",
    "path",
    "profile",
    "questions_from",
    "read_choices",
]
