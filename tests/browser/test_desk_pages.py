"""Feedback page and class report in a real browser: nothing runs, nothing is loaded, all can read.

The class is made of honest answers and of attacks: scripts in answers, names and file names.
"""

from __future__ import annotations

import dataclasses
import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from desk.hand_ins import CATALOG, EXERCISE, SCRIPT, WEAK, hand_in, save
from playwright.sync_api import BrowserContext, Page

from salescoach.answers import Answer
from salescoach.grading import grade
from salescoach.grading.desk import Bench, Grade
from salescoach.grading.output import write_results
from salescoach.grading.report import ClassReport, Unusable
from salescoach.grading.scoring import score_item
from salescoach.keys import question_keys, signal_keys

ATTACKS = (
    "<script>document.title='canary'</script>",
    "</title></style></script><script src=https://evil.example/x.js></script>",
    "<img src=https://evil.example/x.png onerror=\"document.title='canary'\">",
    "<svg onload=\"document.title='canary'\"><style>*{display:none}</style>",
    "<iframe src=javascript:parent.document.title='canary'></iframe>",
    "<a href=javascript:alert(1)>x</a><meta http-equiv=refresh content='0;url=https://evil.example'>",
    '"><body onload=alert(1)><base href=https://evil.example/>',
    "{{ 7 * 7 }}{% raw %}&lt;b&gt;<b>bold</b>",
)
NAMES = ("Ana Lima", "Ben Okoro", "Cleo Sand", "Dan Weiss", "Eve Norde", "Finn Abara", "Gia Roth",
         "Hugo Lindt", "Ida Moen", "Jon Achterberg", "Kim Sato", "Lea Brandt", "Max Iyer",
         "Nia Costa")  # fmt: skip
SENTENCES = SCRIPT.split(". ")


def hand_ins(inbox: Path) -> None:
    luck = random.Random(3)
    for n, name in enumerate(NAMES):
        some = [s for s in SENTENCES if luck.random() < 0.75]
        luck.shuffle(some)
        save(inbox / f"{n}.ipynb", hand_in(
            name, voicemail_cold=". ".join(some) or WEAK,
            voicemail_again=SCRIPT if n % 5 == 0 else WEAK + f" It is {name} again.",
            voicemail_which=f'choice = "{luck.choice("abcc")}"',
            voicemail_mend=f'choice = "{luck.choice("bccd")}"' if n % 4 else "",
        ))  # fmt: skip
    for n, attack in enumerate(ATTACKS):
        file = f"attack {n} {attack.replace('/', '∕')}.ipynb"[:200]
        save(inbox / file, hand_in(
            f"{attack} {n}", voicemail_cold=f"{SCRIPT} {attack}", voicemail_again=attack,
            voicemail_which=attack, voicemail_mend=f'choice = {attack!r}',
        ))  # fmt: skip
    save(inbox / "cut.ipynb", b'{"cells": [')


def signal_answers(bench: Bench) -> dict[str, tuple[object, ...]]:
    """What each trainee answered about six situations of the bank."""
    luck = random.Random(4)
    keys = question_keys(signal_keys(CATALOG))
    found: dict[str, tuple[object, ...]] = {}
    for name in NAMES:
        results = []
        for situation in list(CATALOG.signals)[:40:4]:
            item = dataclasses.replace(CATALOG.item(f"{situation}-kind"), notebook=EXERCISE)
            right = max(keys[item.id], key=lambda o: keys[item.id][o].credit)
            said = right if luck.random() < 0.7 else luck.choice([o.id for o in item.options])
            answers = [Answer(item.id, f'choice = "{said}"')]
            results.append(score_item(item, answers, bench.judge, keys, bench.scorers))
        found[name] = tuple(results)
    return found


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    hand_ins(folder / "inbox")
    grades = grade([folder / "inbox"], CATALOG)
    out = folder / "out"
    write_results(grades, out, show_keys=True)
    answers = signal_answers(Bench(CATALOG))
    full = [dataclasses.replace(g, items=(*g.items, *answers.get(g.trainee, ()))) for g in grades]
    for n, name in enumerate(NAMES):
        for exercise, share in (("00-start-here", 0.4), ("10-habit", 0.6)):
            full.append(Grade(name, exercise, "graded", 20 * share + n % 5, 20, "", items=(
                full[-1].items[:1] or grades[0].items[:1])))  # fmt: skip
    full.append(Grade(f"{ATTACKS[0]} (t99)", EXERCISE, "missing", None, 26, "", "Nothing came."))
    report = ClassReport(
        f"Spring {ATTACKS[0]}", full, [""] * len(full),
        {key.id: key.kind for key in signal_keys(CATALOG).values()},
        [Unusable(f"{ATTACKS[1]}.ipynb", "unreadable", "The file is empty.")], with_roster=True,
    )  # fmt: skip
    (out / "full.html").write_text(report.page(), "utf-8")
    return out


def pages_of(results: Path) -> list[Path]:
    feedback = sorted((results / "feedback").iterdir())
    attacked = [p for p in feedback if not p.name.startswith(tuple(n[:3].lower() for n in NAMES))]
    assert len(attacked) == len(ATTACKS)
    own = [results / name for name in ("report.html", "full.html", "misconceptions.html")]
    return [*own, feedback[0], *attacked]


def test_no_script_runs_and_nothing_is_loaded(results: Path, page: Page) -> None:
    asked: list[str] = []
    events: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: (events.append(dialog.message), dialog.dismiss()))
    page.on("popup", lambda _: events.append("popup"))
    page.on("framenavigated", lambda frame: events.append(frame.url))
    for path in pages_of(results):
        asked.clear()
        events.clear()
        page.goto(path.as_uri())
        page.wait_for_timeout(100)
        assert asked == [path.as_uri()]
        assert events == [path.as_uri()]
        assert page.title() != "canary"
        found = "script, img, iframe, base, object, embed, meta[http-equiv=refresh]"
        assert page.locator(found).count() == 0
        handlers = page.evaluate(
            "() => [...document.querySelectorAll('*')].flatMap((e) => [...e.attributes])"
            ".filter((a) => a.name.startsWith('on') || /javascript:/i.test(a.value)).length"
        )
        assert handlers == 0
        # The policy would stop a script even if one came through.
        assert page.evaluate(
            "() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1';"
            " document.body.append(s); return window.ran === undefined; }"
        )


@pytest.fixture(params=[("light", 1000), ("dark", 1000), ("light", 400), ("dark", 400)],
                ids=lambda p: f"{p[0]}-{p[1]}")  # fmt: skip
def reader(context: BrowserContext, request: pytest.FixtureRequest) -> Iterator[tuple[Page, str]]:
    scheme, width = request.param
    assert context.browser is not None
    own = context.browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    yield own.new_page(), f"{scheme}-{width}"
    own.close()


def test_everybody_can_read_the_pages(results: Path, reader: tuple[Page, str]) -> None:
    page, setting = reader
    for path in (*pages_of(results)[:3], sorted((results / "feedback").glob("ben*"))[0]):
        page.goto(path.as_uri())
        page.evaluate(
            "() => document.querySelectorAll('details').forEach((d) => { d.open = true })"
        )
        violations = Axe().run(page).response["violations"]
        assert [f"{v['id']}: {v['nodes'][0]['html'][:150]}" for v in violations] == []
        assert page.evaluate(
            "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        )
        if shots := os.environ.get("SHOTS"):
            page.screenshot(path=f"{shots}/{path.stem[:12]}-{setting}.png", full_page=True)


def test_the_folded_criteria_are_printed(results: Path, page: Page) -> None:
    path = next((results / "feedback").glob("ana*"))
    page.goto(path.as_uri())
    page.emulate_media(media="print")
    heights = page.locator("details li").evaluate_all(
        "all => all.map((one) => one.checkVisibility({contentVisibilityAuto: true}) ? "
        "one.getBoundingClientRect().height : 0)"
    )
    assert heights
    assert min(heights) > 5


def test_marks_are_told_apart_without_colour_and_lead_to_the_criteria(
    results: Path, page: Page
) -> None:
    page.goto(next((results / "feedback").glob("ben*")).as_uri())
    lines = page.locator("mark").evaluate_all(
        "all => all.map((m) => [m.className, getComputedStyle(m).textDecorationStyle])"
    )
    assert {tuple(line) for line in lines} <= {("good", "solid"), ("bad", "wavy")}
    assert lines
    tags = ", ".join(page.locator("mark sup").all_inner_texts()).split(", ")
    listed = page.locator("details .tag").all_text_contents()
    assert set(tags) <= set(listed)
