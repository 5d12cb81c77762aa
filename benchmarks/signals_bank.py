"""Measures how far words alone give the keys of the signal bank away.

Trains a bag-of-words model on one random half of the items and predicts the other, both ways, over
ten splits; and lists single words that point to one kind. A reader of the definitions should do far
better than such a model: if it does well, the bank teaches words instead of judgement.

Run: python benchmarks/signals_bank.py
"""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.pipeline import make_pipeline

from salescoach.agreement import cohen_kappa

DATA = Path(__file__).parents[1] / "data"
LEAST = 6


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def telling_words(
    texts: Sequence[str], kinds: Sequence[str], least: int = LEAST
) -> list[tuple[float, int, str, str]]:
    """List (share, items, word, kind): how many of a word's items are of its commonest kind."""
    kinds_of: dict[str, Counter[str]] = defaultdict(Counter)
    for text, kind in zip(texts, kinds, strict=True):
        for word in set(re.findall(r"[^\W\d_]+(?:'[a-z]+)?", text.lower())):
            kinds_of[word][kind] += 1
    found = []
    for word, counts in kinds_of.items():
        kind, most = counts.most_common(1)[0]
        if counts.total() >= least:
            found.append((most / counts.total(), counts.total(), word, kind))
    return sorted(found, reverse=True)


def halves(texts: Sequence[str], labels: Sequence[str], seeds: int = 10) -> tuple[float, float]:
    """Mean share right and mean kappa of bag of words, one half on the other."""
    right, kappas = [], []
    for seed in range(seeds):
        for train, test in StratifiedKFold(2, shuffle=True, random_state=seed).split(texts, labels):
            model = make_pipeline(
                TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
                LogisticRegression(C=30, max_iter=2000),
            )
            model.fit([texts[i] for i in train], [labels[i] for i in train])
            key, said = [labels[i] for i in test], list(model.predict([texts[i] for i in test]))
            right.append(fmean(k == s for k, s in zip(key, said, strict=True)))
            kappas.append(cohen_kappa(key, said).value or 0.0)
    return fmean(right), fmean(kappas)


def main() -> None:
    keys = {row["id"]: row for row in rows(DATA / "keys" / "signals.csv")}
    items = rows(DATA / "signals.csv")
    texts = [row["situation"] for row in items]
    for field in ("kind", "best_move"):
        labels = [keys[row["id"]][field] for row in items]
        rare = {label for label, count in Counter(labels).items() if count < 2}
        kept = [(t, k) for t, k in zip(texts, labels, strict=True) if k not in rare]
        right, kappa = halves([t for t, _ in kept], [k for _, k in kept])
        most = Counter(labels).most_common(1)[0][1] / len(labels)
        print(f"{field}: {right:.0%} right, kappa {kappa:.2f}; always the commonest: {most:.0%}")
    words = telling_words(texts, [keys[row["id"]]["kind"] for row in items])
    print(f"words in {LEAST} items or more that point to one kind most:")
    for share, n, word, kind in words[:15]:
        print(f"  {word}: {share:.0%} of {n} items are {kind}")


if __name__ == "__main__":
    main()
