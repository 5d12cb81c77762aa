"""Grades thousands of damaged notebooks, and watches what the desk does meanwhile.

Good hand-ins are mutated in their bytes, their JSON structure and their text, packed into zips
and saved in odd encodings. Nothing may raise, take longer than the limit, need more than 500 MB,
run anything, start a process, open a socket, or write outside the output folder: an audit hook of
the interpreter sees each of these, whoever does it.

Run: python benchmarks/fuzz_desk.py --count 5000 --seed 1
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import random
import resource
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from salescoach.answers import format_cell
from salescoach.catalog import open_catalog, workbook
from salescoach.grading import grade
from salescoach.grading.desk import FILE_STATUSES, Grade
from salescoach.grading.output import write_results
from salescoach.grading.scoring import DESK_FAILED

EXERCISE = workbook() / "exercises" / "exercise-03-voicemail.ipynb"
SCRIPT = (
    "Hi Tomasz, Ines Duarte from Gearline. I sent you an email on Monday. You are about to run a "
    "third shift; two shops like yours told us that machines stood still at night for want of a "
    "part. If that is worth a chat, I'm on 0113 496 0122. If not, just say so, that's fine."
)
ANSWERS = {
    "me": 'name = "Ana Lima"',
    "voicemail-cold": SCRIPT,
    "voicemail-again": SCRIPT[:150],
    "voicemail-which": 'choice = "b"',
    "voicemail-mend": 'choice = "c"',
}
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252",
             "latin-1", "cp037", "utf-7")  # fmt: skip
FORBIDDEN = ("exec", "compile", "import", "socket.", "subprocess.", "os.system", "os.exec",
             "os.fork", "os.posix_spawn", "os.spawn", "ctypes.", "pickle.", "marshal.",
             "urllib.", "webbrowser.", "shutil.unpack_archive", "sys._getframe.x")  # fmt: skip


def good() -> dict[str, Any]:
    filled: dict[str, Any] = json.loads(EXERCISE.read_text("utf-8"))
    for cell in filled["cells"]:
        first = "".join(cell["source"]).partition("\n")[0]
        item = first.removeprefix("%%answer ")
        if first.startswith("%%answer") and item in ANSWERS:
            cell["source"] = format_cell(item, ANSWERS[item]).splitlines(keepends=True)
    return filled


class Mutator:
    """Damages a good notebook; the same seed gives the same bytes."""

    def __init__(self, seed: int, canary: Path) -> None:
        self.random = random.Random(seed)
        run = f"open({str(canary)!r}, 'w').write('x')"
        touch = f"touch {canary}"
        self.snippets = [
            run, f"__import__('os').system({touch!r})", f"!{touch}", f"%sx {touch}", f"$({touch})",
            f"{{{{ self.__init__.__globals__.__builtins__.{run} }}}}", f"{{% set x = {run} %}}",
            f"%%bash\n{touch}", f"!!python/object/apply:os.system [{touch!r}]", "{{ 7 * 7 }}",
            "<script>document.title = 'canary'</script>", "=cmd|'/c calc'!A0", "\x1b]0;x\x07",
            f"`{touch}`", "<!--", "]]>", "&lt;", "</article>", "{#", "{%", "%n%s",
        ]  # fmt: skip

    def value(self) -> Any:
        """Give something that does not belong where it will stand."""
        pick = self.random.choice
        return pick([
            None, True, False, 0, -1, 2**70, 1.5, float("nan"), float("inf"), "", "x", [], {}, [[]],
            [None], {"a": 1}, "\ud800", "\0", "%%answer", "%%answer voicemail-cold\nx", "x" * 5000,
            [["a"]] * 50, "code", "markdown", "raw", 3, 4, 5, 99, ["a", 3], {"cells": []},
        ])  # fmt: skip

    def spot(self, root: Any) -> tuple[Any, Any]:
        """Pick a container of the tree and a key in it."""
        found = []
        stack = [root]
        while stack:
            node = stack.pop()
            keys = list(node) if isinstance(node, dict) else range(len(node))
            for key in keys:
                found.append((node, key))
                if isinstance(node[key], (dict, list)) and node[key]:
                    stack.append(node[key])
        return self.random.choice(found) if found else (None, None)

    def structure(self, root: dict[str, Any]) -> dict[str, Any]:
        """Delete, replace, wrap, double and swap parts of the tree."""
        for _ in range(self.random.randint(1, 6)):
            node, key = self.spot(root)
            if node is None:
                break
            action = self.random.randrange(7)
            if action == 0:
                del node[key]
            elif action == 1:
                node[key] = self.value()
            elif action == 2:
                node[key] = [node[key]]
            elif action == 3:
                node[key] = {"cell_type": "code", "source": node[key]}
            elif action == 4 and isinstance(node, list):
                node.insert(self.random.randint(0, len(node)), json.loads(json.dumps(node[key])))
            elif action == 5 and isinstance(node, dict):
                node[self.random.choice([*node, "cells", "source", "nbformat"])] = node.pop(key)
            elif action == 6:
                other, place = self.spot(root)
                node[key] = json.loads(json.dumps(other[place]))
        return root

    def text(self, root: dict[str, Any]) -> dict[str, Any]:
        """Mangle the text of some answer cells."""
        cells = [c for c in root["cells"] if "%%answer" in "".join(c["source"])]
        for cell in self.random.sample(cells, self.random.randint(1, len(cells))):
            cell["source"] = self.mangled("".join(cell["source"]))
        return root

    def mangled(self, text: str) -> str:
        """Cut, swap, repeat, and put in what hurts parsers and templates."""
        for _ in range(self.random.randint(1, 5)):
            place = self.random.randint(0, len(text))
            end = min(len(text), place + self.random.randint(0, 30))
            action = self.random.randrange(12)
            if action == 0:
                text = text[:place] + text[end:]
            elif action == 1:
                text = text[:place] + self.random.choice(self.snippets) + text[place:]
            elif action == 2:
                run = self.random.choice(
                    [
                        " ",
                        "a",
                        "%",
                        "\n",
                        "0",
                        "'",
                        '"',
                        "(",
                        "[",
                        "é",
                        "🙂",
                        "a.",
                        "if ",
                        "\u0301",
                        "\t",
                        "=",
                        "#",
                        "-",
                        "0113 ",
                    ]
                )
                text = text[:place] + run * self.random.choice([3, 50, 3000]) + text[place:]
            elif action == 3:
                code_point = self.random.choice(
                    [
                        0,
                        7,
                        27,
                        0x85,
                        0x200B,
                        0x202E,
                        0x2028,
                        0xD800,
                        0xFEFF,
                        0xFFFF,
                        0x1F600,
                        0x10FFFF,
                    ]
                )
                text = text[:place] + chr(code_point) + text[place:]
            elif action == 4:
                text = text.swapcase()
            elif action == 5:
                lines = text.split("\n")
                self.random.shuffle(lines)
                text = "\n".join(lines)
            elif action == 6:
                text = text.replace("\n", self.random.choice(["\r", "\r\n", "\u2028", " ", "\x0b"]))
            elif action == 7:
                line, _, body = text.partition("\n")
                line = "".join(c for c in line if self.random.random() > 0.08)
                text = f"{line}\n{body}"
            elif action == 8:
                text = f"{text}\nchoice = {self.toml()}"
            elif action == 9:
                line, _, _ = text.partition("\n")
                text = f"{line}\nchoice = {self.toml()}\nname = {self.toml()}"
            elif action == 10:
                text = text[::-1]
            else:
                text += text[:place] * self.random.choice([1, 3, 40])
        return text[:60_000]

    def toml(self) -> str:
        """Give a value that TOML forbids, or that no setting of ours may have."""
        return self.random.choice([
            "nan", "-inf", "9" * 6000, "1e999", "[" * 2000, "{a.b.c = 1}", "'''", '"\\uD800"',
            "1979-05-27", "99:99:99", "true", '"a"', "'B'", '"' + "é" * 3000 + '"', "0b1", "+",
            "[1, [2, [3]]]", '"""\n"""', "{" * 500, "2000-02-30T00:00:00Z", '"\\x00"', "0o7", "",
        ])  # fmt: skip

    def bytes(self, content: bytes) -> bytes:
        """Damage bytes as a bad disk, a bad mail programme or an attacker does."""
        data = bytearray(content)
        for _ in range(self.random.randint(1, 10)):
            place = self.random.randint(0, len(data))
            end = min(len(data), place + self.random.choice([0, 1, 4, 40, 400]))
            action = self.random.randrange(5)
            if action == 0:
                data[place:end] = b""
            elif action == 1:
                data[place:end] = self.random.randbytes(self.random.randint(0, 20))
            elif action == 2:
                data[place:place] = data[place:end]
            elif action == 3 and self.random.random() < 0.3:
                del data[place:]
            else:
                signs = b'"\\[]{},:\0\xff\n 0'
                words = [b"\\ud800", b"1e999", b"NaN", b"[" * 3000, b"\\u0000", b"\xef\xbb\xbf"]
                data[place:place] = self.random.choice([*(bytes([s]) for s in signs), *words])
        return bytes(data)

    def hand_in(self) -> tuple[str, bytes]:
        """Give the name and the bytes of one damaged hand-in."""
        root = good()
        kinds: list[Callable[[dict[str, Any]], dict[str, Any]]] = [self.text, self.structure]
        for change in self.random.choice([[], kinds[:1], kinds[:1], kinds[1:], kinds]):
            root = change(root)
        as_ascii = self.random.random() < 0.5
        text = json.dumps(root, ensure_ascii=as_ascii, indent=self.random.choice([None, 1]))
        encoding = self.random.choice(ENCODINGS) if self.random.random() < 0.2 else "utf-8"
        can_hold = encoding.startswith("utf-") and encoding != "utf-7"
        content = text.encode(encoding, "surrogatepass" if can_hold else "replace")
        if self.random.random() < 0.4:
            content = self.bytes(content)
        if self.random.random() < 0.1:
            buffer = io.BytesIO()
            with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
                for n in range(self.random.randint(1, 3)):
                    inner = self.mangled("a")[:90].encode("utf-8", "replace").decode()
                    archive.writestr(f"../{inner}{n}.ipynb", content)
            content = buffer.getvalue()
            return "x.zip", self.bytes(content) if self.random.random() < 0.7 else content
        return "x.ipynb", content


class Watch:
    """An audit hook that notes what the desk must never do, while it is switched on."""

    def __init__(self, writable: Path) -> None:
        self.on = False  # a hook cannot be taken away again
        self.seen: list[str] = []
        self.writable = (str(writable), tempfile.gettempdir())
        sys.addaudithook(self)

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Note an event that must not happen."""
        if not self.on:
            return
        if event.startswith(FORBIDDEN):
            self.seen.append(f"{event} {str(arguments)[:200]}")
        elif event == "open":
            path, _, flags = arguments
            writes = isinstance(flags, int) and flags & 0b11
            if (
                writes
                and isinstance(path, (str, bytes))
                and not str(path).startswith(self.writable)
            ):
                self.seen.append(f"open {path!r} to write")


def faults_of(grades: list[Grade], out: Path) -> list[str]:
    """Check what holds for every result, whatever was handed in."""
    faults = []
    for g in grades:
        if g.status not in FILE_STATUSES:
            faults.append(f"status {g.status}")
        if (g.score is None) != (not g.items) or (g.score is None) != (g.max is None):
            faults.append("score without items, or items without score")
        if g.score is not None and not 0 <= g.score <= (g.max or 0):
            faults.append(f"score {g.score} of {g.max}")
        if g.score is None and not g.note.endswith("."):
            faults.append("no sentence")
        for r in g.items:
            if DESK_FAILED in r.reason:
                faults.append(f"{r.item.id}: {r.reason}")
            if r.score is not None and not 0 <= r.score <= r.item.points:
                faults.append(f"{r.item.id}: {r.score}")
    write_results(grades, out)
    with (out / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        if len(list(csv.DictReader(file))) != len(grades):
            faults.append("grades.csv has another number of rows")
    for page in [out / "report.html", *(out / "feedback").glob("*.html")]:
        text = page.read_text("utf-8").lower()
        if "<script" in text or "default-src 'none'" not in text:
            faults.append(f"{page.name} holds a script")
        page.unlink()
    return faults


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=5.0, help="limit for one file")
    parser.add_argument("--megabytes", type=int, default=500, help="limit for the process")
    arguments = parser.parse_args()

    catalog = open_catalog()
    statuses: Counter[str] = Counter()
    slowest = 0.0
    faults = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        canary = folder / "canary"
        for encoding in (
            *ENCODINGS,
            "cp437",
        ):  # what Python loads on first use must not look like an attack
            "a".encode(encoding).decode(encoding)
        (folder / "x.ipynb").write_text(json.dumps(good()))
        faults_of(grade([folder / "x.ipynb"], catalog), folder / "out")
        watch = Watch(folder)
        for number in range(arguments.count):
            seed = arguments.seed * 1_000_003 + number
            file, content = Mutator(seed, canary).hand_in()
            path = folder / file
            path.write_bytes(content)
            watch.on = True
            start = time.perf_counter()
            try:
                grades = grade([path], catalog)
                found = faults_of(grades, folder / "out")
                statuses.update(g.status for g in grades)
            except Exception:
                found = [traceback.format_exc()]
            seconds = time.perf_counter() - start
            watch.on = False
            slowest = max(slowest, seconds)
            if seconds > arguments.seconds:
                found.append(f"took {seconds:.1f} s")
            if watch.seen:
                found += watch.seen
                watch.seen = []
            if canary.exists():
                found.append("the canary is dead")
                canary.unlink()
            faults += [f"seed {seed}: {fault}" for fault in found]
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    if megabytes > arguments.megabytes:
        faults.append(f"needed {megabytes} MB")
    print(f"{arguments.count} damaged hand-ins, seed {arguments.seed}: {dict(statuses)}")
    print(f"slowest {slowest:.2f} s, most memory {megabytes} MB, faults {len(faults)}")
    for fault in faults[:20]:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
