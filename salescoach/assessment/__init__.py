"""The skills assessment: two parallel forms from one bank, the profile by topic, and the gain.

Plain values in, plain values out: the bank and its keys are read elsewhere.
"""

from salescoach.assessment.class_file import as_text, read_text
from salescoach.assessment.class_profile import (
    CLASS_FILE,
    LEAST,
    ClassForm,
    ClassProfile,
    ClassTopic,
    class_form,
    edition_of,
    fits,
)
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
    "CLASS_FILE",
    "LEAST",
    "PER_TOPIC",
    "Asked",
    "ClassForm",
    "ClassProfile",
    "ClassTopic",
    "Gain",
    "Missed",
    "Profile",
    "Question",
    "QuestionKey",
    "Topic",
    "TopicScore",
    "as_text",
    "class_form",
    "draw_forms",
    "edition_of",
    "fits",
    "gain",
    "path",
    "profile",
    "questions_from",
    "read_choices",
    "read_text",
]
