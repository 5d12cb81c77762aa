"""Agreement between a key and answers, and the calibration of stated certainty.

Everything here is plain Python on sequences of labels or numbers and returns values. A statistic
that the data cannot define is ``None`` with a reason, never a silent zero.
"""

from salescoach.agreement.calibration import ReliabilityBand, brier, reliability
from salescoach.agreement.confusion import Confusion, LabelScores, confusion, label_scores
from salescoach.agreement.kappa import cohen_kappa
from salescoach.agreement.statistic import Label, Pair, Statistic, bootstrap, score_interval, wilson

__all__ = [
    "Confusion",
    "Label",
    "LabelScores",
    "Pair",
    "ReliabilityBand",
    "Statistic",
    "bootstrap",
    "brier",
    "cohen_kappa",
    "confusion",
    "label_scores",
    "reliability",
    "score_interval",
    "wilson",
]
