"""Write the word groups that the clause model generalises with.

Words are embedded one by one by a sentence encoder and clustered: 600 narrow groups, whose centres
are clustered into 150 wide ones. The coach itself needs only the written file.

The encoder is all-MiniLM-L6-v2 (Apache License 2.0), given as a folder. Sentence Transformers is
not among the project's dependencies, since this script runs once in a blue moon:
``pip install sentence-transformers scikit-learn`` into an environment of its own, then
``python scripts/write_word_groups.py FOLDER``. Train again afterwards.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
GROUPS = ROOT / "data" / "rubric" / "word_groups.txt"
NARROW, WIDE = 600, 150
#: The commonest words are too different from each other to be of one kind ('you', 'we').
COMMONEST = 120


def corpus_words() -> Counter[str]:
    """Count the words of the labelled texts; those set aside count too, without their labels."""
    counts: Counter[str] = Counter()
    for path in sorted((ROOT / "data" / "scripts").glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            counts.update(re.findall(r"[a-z]{2,}", json.loads(line)["text"].lower()))
    return counts


def main() -> int:
    """Embed, cluster and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("encoder", type=Path, help="folder of all-MiniLM-L6-v2")
    folder = parser.parse_args().encoder
    if not (folder / "tokenizer.json").is_file():
        print(f"{folder} holds no encoder: tokenizer.json is missing.", file=sys.stderr)
        return 2
    from sentence_transformers import SentenceTransformer
    from sklearn.cluster import KMeans

    counts = corpus_words()
    known = json.loads((folder / "tokenizer.json").read_text("utf-8"))["model"]["vocab"]
    listed = {w for w in known if re.fullmatch(r"[a-z]{2,}", w)} | {
        w for w, n in counts.items() if n > 1
    }
    words = sorted(listed - {w for w, _ in counts.most_common(COMMONEST)})
    places = SentenceTransformer(str(folder), device="cpu").encode(words, batch_size=256)
    narrow = KMeans(NARROW, n_init=3, random_state=0).fit(places)
    wide = KMeans(WIDE, n_init=3, random_state=0).fit(narrow.cluster_centers_)
    members: dict[tuple[int, int], list[str]] = {}
    for word, group in zip(words, narrow.labels_, strict=True):
        members.setdefault((int(wide.labels_[group]), int(group)), []).append(word)
    lines = [f"w{a} n{b} {' '.join(found)}\n" for (a, b), found in sorted(members.items())]
    GROUPS.write_text("".join(lines), "utf-8")
    print(f"Wrote {GROUPS.relative_to(ROOT)}: {len(words)} words.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
