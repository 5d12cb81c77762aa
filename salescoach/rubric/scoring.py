"""Judging a text: read it, run the detectors, withhold credit from lists, add up."""

from __future__ import annotations

import re
from dataclasses import replace

from salescoach.rubric import clues, natural
from salescoach.rubric.advice import advise, advise_length
from salescoach.rubric.finding import Finding
from salescoach.rubric.model import ClauseModel
from salescoach.rubric.reading import MOST_CHARACTERS, Reading, Span, read
from salescoach.rubric.table import check_kind, criteria
from salescoach.rubric.totals import total
from salescoach.rubric.verdict import UNSURE_BELOW, ScriptVerdict, Verdict
from salescoach.rubric.weighing import weigh
from salescoach.speech import count_spoken_words, spoken_seconds

#: Lower and upper bounds of the computed criteria, in words.
LENGTHS = {"voicemail": (15, 100), "breakup": (20, 120)}
_COMPUTED = {"voicemail": "concise", "breakup": "short"}
_SUBJECT = re.compile(r"(?i)\A\s*subject:[^\n]*\n")
_ENGLISH = frozenset(
    [
        "the",
        "a",
        "an",
        "i",
        "you",
        "we",
        "to",
        "of",
        "and",
        "for",
        "with",
        "your",
        "is",
        "are",
        "am",
        "it",
        "that",
        "this",
        "on",
        "in",
        "my",
        "have",
        "has",
        "at",
        "be",
        "from",
        "if",
        "not",
        "or",
        "but",
        "call",
        "me",
        "will",
        "would",
        "was",
        "do",
        "can",
        "so",
        "as",
        "our",
    ]
)


def judge(
    kind: str, text: str, model: ClauseModel | None = None, *, scenario: str = ""
) -> ScriptVerdict:
    """Judge a text by its rubric.

    Parameters
    ----------
    kind : str
        ``"voicemail"``, ``"breakup"`` or ``"agreement"``.
    text : str
        The text as the trainee wrote it.
    model : ClauseModel, optional
        Trained weights; without them the patterns judge alone.
    scenario : str, optional
        What is true. It never earns a point; it can show a claimed earlier contact as pretence.

    Returns
    -------
    ScriptVerdict
        Always; text that cannot be judged says so in its notes.

    Raises
    ------
    CoachError
        If there is no such kind.

    Examples
    --------
    >>> verdict = judge("agreement", "When should I call you back?")
    >>> [(v.name, v.met, v.evidence) for v in verdict.criteria][0]
    ('asks_time', True, ((0, 27),))
    """
    check_kind(kind)
    reading = read(text)
    words = count_spoken_words(_SUBJECT.sub("", text) if kind == "breakup" else text)
    seconds = round(spoken_seconds(words), 1)
    if not any(t.kind == "word" for t in reading.tokens):
        return _nothing_to_judge(kind, words, seconds)
    notes = []
    findings = clues.detect(kind, reading, scenario)
    if model is not None:
        findings = weigh(kind, reading, findings, model)
    findings = _without_lists(kind, reading, findings)
    if not looks_english(reading):
        notes.append("This does not look like English; the coach reads English only.")
        findings = {n: replace(f, sure=min(f.sure, 0.5)) for n, f in findings.items()}
    if reading.cut:
        notes.append(f"Only the first {MOST_CHARACTERS} characters were read closely.")
    verdicts = []
    for criterion in criteria(kind):
        name = criterion.name
        if criterion.computed:
            low, high = LENGTHS[kind]
            why, suggestion = advise_length(kind, words, low, high)
            verdicts.append(Verdict(name, low <= words <= high, 1.0, (), why, suggestion, False))
            continue
        finding = findings[name]
        why, suggestion = advise(name, reading, finding, findings)
        evidence = tuple(reading.raw_span(span) for span in finding.spans)
        if finding.met and criterion.absence:
            evidence = ()
        sure = round(finding.sure, 2)
        verdicts.append(
            Verdict(name, finding.met, sure, evidence, why, suggestion, sure < UNSURE_BELOW)
        )
    value, caps = total(kind, {v.name: v.met for v in verdicts})
    return ScriptVerdict(kind, value, words, seconds, tuple(verdicts), caps, tuple(notes))


def _without_lists(kind: str, reading: Reading, findings: dict[str, Finding]) -> dict[str, Finding]:
    """Withhold credit for words that stand in a keyword list."""
    lists = natural.keyword_lists(reading)
    if not lists:
        return findings
    absence = {c.name for c in criteria(kind) if c.absence} | {"identity", "callback"}
    kept = {}
    for name, finding in findings.items():
        if name in absence or not finding.met:
            kept[name] = finding
            continue
        spans = tuple(s for s in finding.spans if not _inside(s, lists))
        kept[name] = replace(finding, spans=spans) if spans else Finding(False, 0.75, (), "none")
    return kept


def _inside(span: Span, lists: tuple[Span, ...]) -> bool:
    return any(a <= span[0] and span[1] <= b for a, b in lists)


def looks_english(reading: Reading) -> bool:
    """Tell whether the common words of a text are English ones; short texts pass."""
    words = [w for t in reading.tokens if t.kind == "word" for w in t.plain.split()]
    letters = [w for w in words if w.isascii()]
    if len(words) < 8:
        return bool(letters) or not words
    return sum(w in _ENGLISH for w in words) >= 0.1 * len(words)


def _nothing_to_judge(kind: str, words: int, seconds: float) -> ScriptVerdict:
    why, suggestion = "There are no words to judge yet.", "Write the first sentence."
    verdicts = tuple(
        Verdict(c.name, c.absence, 0.0, (), why, suggestion, True) for c in criteria(kind)
    )
    return ScriptVerdict(kind, 0.0, words, seconds, verdicts, (), (why,))
