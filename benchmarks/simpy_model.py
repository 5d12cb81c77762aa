"""The same follow-up model, written a second time with SimPy and the standard library.

Written from docs/followup-model.md, not from the kernel: processes instead of a calendar,
objects instead of records, Python's own random numbers instead of counters. It shares no code
with `salescoach.followup.kernel`, so where both agree, both are likely to be right. It is also
what the speed of the engine is measured against.
"""

from __future__ import annotations

import heapq
import math
import random
from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Any

import simpy

from salescoach.followup.prospects import Archetype, Scenario
from salescoach.followup.strategies import Settings
from salescoach.followup.world import Model

YEAR = 250
OPEN, NO, WON, LOST, UNDECIDED, OUT = "open", "no", "won", "lost", "undecided", "out"
DIRECT, RELATIONAL, AVOIDING = 0, 1, 2


class Numbers:
    """The model's parameters as attributes."""

    def __init__(self, model: Model) -> None:
        self.__dict__.update(model.parameters.values())

    def __getattr__(self, name: str) -> float:
        raise AttributeError(name)


@dataclass(slots=True)
class Plan:
    """The next contact."""

    day: float
    parts: frozenset[str]
    rank: int


@dataclass(slots=True)
class Prospect:
    """One prospect; hidden facts, what can be seen, and the plan."""

    kind: Archetype
    arrival: int
    buyer: bool
    fit: float
    ripe: int
    end: int
    style: int
    gap: float
    base: float
    rival: bool
    value: float
    guess: float
    stall: tuple[int, int] | None
    successor: bool
    call_day: int | None
    call_goodwill: float
    goodwill: float
    baseline: float
    last: int = -500
    touches: int = 0
    replies: int = 0
    silences: int = 0
    vague: int = 0
    no_shows: int = 0
    meetings: int = 0
    cue: int | None = None
    stall_heard: int = -1
    date: int | None = None
    is_meeting: bool = False
    pressed: bool = False
    status: str = OPEN
    first_reply: int = 0
    revivals: int = 0
    written_off: bool = False
    plan: Plan | None = None
    ticket: int = 0
    wake: Any = field(default=None, repr=False)


class Year:
    """One year of one salesperson as a SimPy simulation."""

    def __init__(self, model: Model, scenario: Scenario, settings: Settings, seed: int) -> None:
        self.model, self.scenario, self.s = model, scenario, settings
        self.n: Any = Numbers(model)
        self.rng = random.Random(seed)
        self.env = simpy.Environment()
        self.queue: list[tuple[int, int, int, int]] = []
        self.minutes = 0
        self.contacts = 0
        kinds = list(model.archetypes.values())
        weights = [scenario.weights.get(kind.name, 0.0) for kind in kinds]
        drawn = self.rng.choices(kinds, weights, k=scenario.prospects)
        self.people = [self.new_prospect(kind) for kind in drawn]

    # ------------------------------------------------------------------------ prospects
    def new_prospect(self, kind: Archetype) -> Prospect:
        """Draw everything hidden about one prospect."""
        n, r = self.n, self.rng.random
        share = self.scenario.present_at_start
        u = r()
        arrival = 0 if u < share else int(n.arrivals_until * (u - share) / (1 - share))
        ripe = arrival + int(kind.ripe_after + kind.ripe_mean * self.rng.expovariate(1))
        floor = n.window_floor
        length = floor + (1 - floor) * self.rng.expovariate(1)
        end = ripe + int(n.window_least) + int(kind.window_mean * length)
        stall, successor = None, False
        if r() < kind.stall:
            start = ripe - int(n.stall_before) + int(n.stall_within * r())
            stall = (start, start + 5 + int(kind.stall_mean * self.rng.expovariate(1)))
            if start < end:
                end += stall[1] - start
            successor = r() < kind.new_decider
        u = r()
        style = DIRECT if u < kind.direct else (
            RELATIONAL if u < kind.direct + kind.relational else AVOIDING)  # fmt: skip
        buyer = r() < kind.buyer
        call_day: int | None = ripe + 3 + int(n.own_call_spread * r())
        held = stall is not None and stall[0] <= call_day < stall[1]
        if not buyer or call_day >= end or held:
            call_day = None
        sigma = n.deal_spread
        value = kind.value * math.exp(sigma * self.rng.gauss(0, 1) - sigma * sigma / 2)
        uneven = n.reply_unevenness
        return Prospect(
            kind=kind, arrival=arrival, buyer=buyer,
            fit=kind.fit_low + (kind.fit_high - kind.fit_low) * r(), ripe=ripe, end=end,
            style=style, gap=kind.preferred_gap * (1 + n.gap_spread * (r() - 0.5)),
            base=kind.reply * (1 + uneven) * r() ** uneven, rival=r() < kind.competitor,
            value=value, guess=value * (1 + n.guess_spread * (r() - 0.5)), stall=stall,
            successor=successor, call_day=call_day,
            call_goodwill=n.own_call_goodwill + (1 - n.own_call_goodwill) * r(),
            goodwill=n.start_goodwill, baseline=n.start_goodwill,
        )  # fmt: skip

    def goodwill(self, p: Prospect, day: int) -> float:
        """Return goodwill today: it drifts back to its baseline."""
        return p.baseline + (p.goodwill - p.baseline) * math.exp(
            -min(day - p.last, 511) / self.n.recovery_days
        )

    @staticmethod
    def held_up(p: Prospect, day: int) -> bool:
        """Say whether a stall is on."""
        return p.stall is not None and p.stall[0] <= day < p.stall[1]

    def can_buy(self, p: Prospect, day: int) -> bool:
        """Say whether the need is ripe."""
        return p.buyer and p.ripe <= day < p.end and not self.held_up(p, day)

    def kept(self, p: Prospect, day: int) -> bool:
        """Say whether today is the agreed date."""
        return p.date is not None and p.date <= day <= p.date + self.n.date_grace

    # ------------------------------------------------------------------------- contacts
    def contact(self, p: Prospect, day: int, parts: frozenset[str]) -> None:
        """Make one contact."""
        n, r = self.n, self.rng.random
        self.contacts += 1
        if p.successor and p.stall is not None and day >= p.stall[1]:
            p.successor, p.meetings = False, 0
            p.baseline *= n.new_decider_keeps
            p.goodwill *= n.new_decider_keeps
        since, on_date = day - p.last, self.kept(p, day)
        before = self.goodwill(p, day)
        early = self.earliness(p, day, parts, since, on_date)
        hurt = self.hurt(p, day, parts, early)
        gain = n.value_gain * (1 - early) * p.fit * (1 - before) if "value" in parts else 0.0
        gain += n.date_gain if on_date else 0.0
        p.goodwill = max(-1.0, min(1.0, before + gain - hurt))
        p.baseline = max(-1.0, min(1.0, p.baseline - n.scar_share * hurt))
        p.last = day
        p.touches += 1
        if p.goodwill < n.opt_out_below and r() < n.opt_out_slope * (n.opt_out_below - p.goodwill):
            p.status = OUT
        elif "meeting" in parts:
            self.meeting(p, day)
        else:
            chance = self.answer_chance(p, day, parts, since, on_date)
            if r() < chance:
                standing = p.date if p.date is not None and day < p.date else None
                p.date = None
                self.answered(p, day, parts, on_date)
                if p.date is None and p.status == OPEN:
                    p.date = standing
            else:
                if p.date is None or p.date <= day:
                    p.date = None
                    p.silences += 1
                if self.held_up(p, day) and r() < n.told_by_assistant:
                    p.stall_heard = p.stall[1] if p.stall else -1

    def earliness(
        self, p: Prospect, day: int, parts: frozenset[str], since: int, on_date: bool
    ) -> float:
        """Return how much too early it comes."""
        if on_date or "meeting" in parts or "own" in parts:
            return 0.0
        if p.date is not None and p.date > day:
            return self.n.value_before_date if "value" in parts and p.style != DIRECT else 1.0
        welcome = self.n.gap_after_no if p.status == NO else p.gap
        return max(0.0, min(1.0, 1 - since / welcome))

    def hurt(self, p: Prospect, day: int, parts: frozenset[str], early: float) -> float:
        """Return the goodwill it costs."""
        n = self.n
        if "meeting" in parts or "own" in parts:
            return 0.0
        useful = "value" in parts
        push = sum(
            amount for part, amount in
            (("ask", n.push_ask), ("hard", n.push_hard), ("break-up", n.push_break_up))
            if part in parts
        )  # fmt: skip
        push *= (n.push_direct, n.push_relational, n.push_avoiding)[p.style]
        poor = n.irrelevance * (1 - p.fit)
        total = early * (n.value_softens_early if useful else 1) + push
        total += poor * (n.value_softens_irrelevance if useful else 1)
        if self.held_up(p, day) and not useful:
            total += n.push_while_stalled
        if "way-out" in parts:
            total *= n.way_out_softens
        if p.status == NO:
            total *= n.after_no_factor
        total *= p.kind.irritability
        if p.date is not None and day > p.date + n.date_grace and p.style == DIRECT:
            total += n.late_loss
        return total

    def answer_chance(
        self, p: Prospect, day: int, parts: frozenset[str], since: int, on_date: bool
    ) -> float:
        """Return the chance of an answer."""
        n, g = self.n, p.goodwill
        if "own" in parts:
            return 1.0
        if "break-up" in parts:
            lift = max(0.1, min(1.2, n.break_up_at_zero + n.reply_per_goodwill * g))
            chance = p.kind.break_up_reply * lift
        else:
            chance = p.base * max(0.08, min(1.2, n.reply_at_zero + n.reply_per_goodwill * g))
            chance *= 1 if self.can_buy(p, day) else n.reply_not_ripe
            chance *= n.reply_value if "value" in parts else 1
            chance *= n.reply_on_date if on_date else 1
            chance *= n.reply_way_out if "way-out" in parts else 1
            chance *= n.reply_hard if "hard" in parts else 1
            if since > n.memory_days and p.touches > 1:
                faded = 1 - (since - n.memory_days) / n.memory_fades
                chance *= max(n.memory_least, min(1.0, faded))
            if p.status == NO:
                chance *= max(0.15, min(1.0, since / n.reply_after_no_days))
        if self.held_up(p, day):
            chance *= n.reply_stalled
        return max(0.0, min(n.reply_most, chance))

    def heard(self, p: Prospect) -> None:
        """Note that they answered or came."""
        p.silences = 0
        p.replies += 1
        p.first_reply = p.first_reply or p.touches
        if p.cue is None:
            p.cue = p.style if self.rng.random() < self.n.cue_right else (p.style + 1) % 3

    def candour(self, p: Prospect, parts: frozenset[str]) -> float:
        """Return the chance that a non-buyer says so."""
        n = self.n
        honest = (n.candour_direct, n.candour_relational, n.candour_avoiding)[p.style]
        if parts & {"hard", "break-up", "way-out"}:
            honest = max(0.0, min(0.95, n.candour_asked * honest + 0.1))
        return float(honest)

    def meeting(self, p: Prospect, day: int) -> None:
        """Hold the agreed meeting."""
        n, r = self.n, self.rng.random
        p.date = None
        miss = n.no_show_stalled if self.held_up(p, day) else p.kind.no_show
        if p.pressed and p.style == AVOIDING:
            miss = max(0.0, min(0.95, miss + n.no_show_pressed))
        if r() < miss:
            p.no_shows += 1
            if self.held_up(p, day) and r() < n.told_at_no_show:
                p.stall_heard = p.stall[1] if p.stall else -1
            return
        self.heard(p)
        p.vague += 1
        if not p.buyer:
            if r() < self.candour(p, frozenset()):
                p.status = NO
        elif day >= p.end:
            self.elsewhere(p)
        else:
            p.goodwill = max(-1.0, min(1.0, p.goodwill + n.meeting_gain))
            if self.can_buy(p, day):
                p.meetings += 1
                p.vague = 0
                if p.meetings >= p.kind.meetings_needed:
                    win = n.win_base + n.win_fit * p.fit + n.win_goodwill * p.goodwill
                    win *= n.win_competitor if p.rival else 1
                    if r() < max(0.05, min(0.95, win)):
                        p.status = WON
                    else:
                        self.elsewhere(p)
                elif r() < n.next_meeting:
                    p.date, p.is_meeting = day + 4 + self.rng.randrange(8), True
                    p.pressed = False
            elif p.meetings < p.kind.meetings_needed - 1:
                p.meetings += 1
                p.vague = 0

    @staticmethod
    def elsewhere(p: Prospect) -> None:
        """End without us."""
        p.status = LOST if p.rival else UNDECIDED

    def answered(self, p: Prospect, day: int, parts: frozenset[str], on_date: bool) -> None:
        """Take their answer."""
        self.heard(p)
        if self.held_up(p, day):
            p.stall_heard = p.stall[1] if p.stall else -1
        elif not p.buyer:
            self.polite(p, day, parts, on_date)
        elif day >= p.end:
            self.elsewhere(p)
        else:
            p.status = OPEN
            n = self.n
            cold = p.style == RELATIONAL and p.goodwill < n.trust_to_ask
            if cold and parts & {"ask", "hard"} and not on_date and self.rng.random() < n.brush_off:
                p.status = NO
            elif self.can_buy(p, day):
                self.ready(p, day, parts)
            else:
                self.not_yet(p, day, parts, on_date)

    def polite(self, p: Prospect, day: int, parts: frozenset[str], on_date: bool) -> None:
        """Answer of somebody who will not buy."""
        r = self.rng.random
        if r() < self.candour(p, parts):
            p.status = NO
            return
        if on_date or "ask" not in parts:
            p.vague += 1
        if "ask" in parts:
            p.date = day + 4 + self.rng.randrange(16)
            p.is_meeting = r() < self.n.polite_meeting
            p.pressed = True

    def not_yet(self, p: Prospect, day: int, parts: frozenset[str], on_date: bool) -> None:
        """Answer before the need is ripe."""
        n, r = self.n, self.rng.random
        left = p.ripe - day
        refuse = 0.0
        if parts & {"hard", "break-up"}:
            refuse = (n.no_if_hard_direct, n.no_if_hard_relational, n.no_if_hard_avoiding)[p.style]
        elif left > n.far_off_days:
            refuse = n.no_if_far_asked if "ask" in parts else n.no_if_far
        if r() < refuse or ("way-out" in parts and r() < n.exit_not_ripe):
            p.status = NO
            return
        asked = bool(parts & {"ask", "hard"})
        if on_date or not asked:
            p.vague += 1
        if asked:
            lead = (n.named_direct, n.named_relational, n.named_avoiding)[p.style]
            wait = left * (lead + n.named_spread * r())
            if p.style == AVOIDING:
                wait = max(5.0, min(30.0, wait))
            p.date = day + 1 + int(max(3.0, min(120.0, wait)))
            p.is_meeting = False

    def ready(self, p: Prospect, day: int, parts: frozenset[str]) -> None:
        """Answer when they could buy."""
        n, r = self.n, self.rng.random
        if "way-out" in parts and r() < n.exit_ripe:
            p.status = NO
            return
        agrees = (n.meet_direct, n.meet_relational, n.meet_avoiding)[p.style]
        if parts & {"ask", "break-up"}:
            agrees = (n.meet_asked_direct, n.meet_asked_relational, n.meet_asked_avoiding)[p.style]
        if "hard" in parts:
            agrees = (n.meet_hard_direct, n.meet_hard_relational, n.meet_hard_avoiding)[p.style]
        if "own" in parts:
            agrees = n.meet_own_call
        if r() < agrees:
            p.vague = 0
            p.pressed = bool(parts & {"ask", "hard"})
            p.date, p.is_meeting = day + 3 + self.rng.randrange(7), True
        else:
            p.vague += 1

    # ----------------------------------------------------------------------------- plans
    def next_plan(self, p: Prospect, day: int) -> Plan | None:
        """Plan the next contact from the settings."""
        s, n, k = self.s, self.n, p.touches
        parts = set()
        if int((k + 1) * s.value_share + 1e-9) > int(k * s.value_share + 1e-9):
            parts.add("value")
        if s.ask_date and not (s.adapt_style and p.cue == RELATIONAL):
            parts.add("ask")
        if s.way_out_at and k + 1 >= s.way_out_at:
            parts.add("way-out")
        if p.status == NO and s.believe_no:
            return self.away(p, day, parts)
        if p.date is not None and p.is_meeting:
            return Plan(p.date, frozenset({"meeting"}), 0)
        if p.date is not None and s.keep_date:
            return self.on_the_day(p, parts)
        if p.stall_heard > day and s.stall_wait:
            return Plan(day + s.stall_wait, frozenset({"value"}), 3)
        if (
            (s.walk_no_shows and p.no_shows >= s.walk_no_shows)
            or (s.walk_silences and p.silences >= s.walk_silences)
            or (p.written_off and p.silences > 0)
        ):
            return self.away(p, day, parts)
        p.written_off = False
        gap = min(s.gap * s.growth ** min(p.silences, 40), s.longest_gap)
        if s.adapt_style and p.cue == DIRECT:
            gap *= n.adapt_direct
        if s.adapt_style and p.cue == RELATIONAL:
            gap *= n.adapt_relational
        if p.date is not None and day < p.date:
            parts &= {"value"}
        elif s.break_up_at and p.silences >= s.break_up_at:
            parts = {"break-up"}
            p.written_off = True
        elif (
            s.hard_question_at
            and p.silences + p.vague >= s.hard_question_at
            and not (s.adapt_style and p.cue == RELATIONAL)
        ):
            parts.add("hard")
        rank = 2 if p.replies else 3
        if s.value_first and p.guess > 1000 * s.value_first:
            rank -= 1
        due = day + max(1, int(gap + 0.5))
        if p.date is not None and day < p.date <= due:
            return self.on_the_day(p, parts)
        return Plan(due, frozenset(parts), rank)

    def on_the_day(self, p: Prospect, parts: set[str]) -> Plan:
        """Plan the call on the agreed day."""
        assert p.date is not None
        hard = self.s.hard_question_at and p.vague >= self.s.hard_question_at
        return Plan(p.date, frozenset(parts | {"ask"} | ({"hard"} if hard else set())), 1)

    def away(self, p: Prospect, day: int, parts: set[str]) -> Plan | None:
        """Walk away, perhaps to come back."""
        if not self.s.revive_after or p.revivals >= 3:
            return None
        p.revivals += 1
        p.silences = p.no_shows = p.vague = 0
        p.written_off = False
        return Plan(day + self.s.revive_after, frozenset(parts), 3)

    def minutes_of(self, parts: frozenset[str]) -> int:
        """Return the minutes a contact takes."""
        n = self.n
        for whole, minutes in (("meeting", n.minutes_meeting), ("own", n.minutes_own_call),
                               ("break-up", n.minutes_break_up)):  # fmt: skip
            if whole in parts:
                return int(minutes)
        total = n.minutes_contact
        total += n.minutes_value if "value" in parts else 0
        total += n.minutes_ask if "ask" in parts else 0
        return int(total + (n.minutes_hard if "hard" in parts else 0))

    # ------------------------------------------------------------------------- processes
    def live(self, i: int) -> Generator[Any, Any, None]:
        """Wait for each planned day, then stand in the queue until served."""
        p, env = self.people[i], self.env
        while p.plan is not None and p.plan.day < YEAR:
            p.wake = env.event()
            if p.plan.day > env.now:
                yield env.timeout(p.plan.day - env.now) | p.wake
            if p.plan is None or p.plan.day > env.now:
                continue  # they rang meanwhile, and there is a new plan
            p.ticket += 1
            heapq.heappush(self.queue, (p.plan.rank, int(p.plan.day), i, p.ticket))
            p.wake = env.event()
            yield p.wake

    def ring(self, i: int) -> Generator[Any, Any, None]:
        """Ring on the own day, if the salesperson is known and liked well enough."""
        p = self.people[i]
        assert p.call_day is not None
        yield self.env.timeout(p.call_day + 0.25)
        day = p.call_day
        ready = p.status in (OPEN, NO) and p.touches > 0 and p.arrival < day
        if ready and self.goodwill(p, day) > p.call_goodwill:
            p.date = None
            self.serve(i, day, frozenset({"own"}))

    def serve(self, i: int, day: int, parts: frozenset[str]) -> None:
        """Contact, plan, wake the prospect's process."""
        p = self.people[i]
        spent = self.minutes_of(parts)
        self.minutes += spent
        self.today += spent
        self.contact(p, day, parts)
        p.ticket += 1
        p.plan = self.next_plan(p, day) if p.status in (OPEN, NO) else None
        if p.wake is not None and not p.wake.triggered:
            p.wake.succeed()

    def work(self) -> Generator[Any, Any, None]:
        """Serve the queue every day until the minutes are used."""
        for day in range(YEAR):
            self.today = 0
            yield self.env.timeout(day + 0.5 - self.env.now)
            while self.queue and self.today < self.scenario.minutes_a_day:
                _, _, i, ticket = heapq.heappop(self.queue)
                plan = self.people[i].plan
                if ticket == self.people[i].ticket and plan is not None:
                    self.serve(i, day, plan.parts)

    def run(self) -> dict[str, float]:
        """Live through the year and return its outcomes, money in euros."""
        s = self.s
        first = {"value"} if s.value_share > 0 else set()
        first |= {"ask"} if s.ask_date else set()
        first |= {"way-out"} if s.way_out_at == 1 else set()
        self.env.process(self.work())
        for i, p in enumerate(self.people):
            p.plan = Plan(p.arrival, frozenset(first), 2)
            self.env.process(self.live(i))
            if p.call_day is not None and p.call_day < YEAR:
                self.env.process(self.ring(i))
        self.env.run()
        return self.results()

    def results(self) -> dict[str, float]:
        """Add up the year."""
        n = self.n
        total = dict.fromkeys(
            ("revenue", "future", "won", "lost", "undecided", "opted_out", "said_no",
             "still_open", "goodwill"), 0.0,
        )  # fmt: skip
        names = {WON: "won", LOST: "lost", UNDECIDED: "undecided", OUT: "opted_out",
                 NO: "said_no", OPEN: "still_open"}  # fmt: skip
        for p in self.people:
            if p.buyer and p.status in (OPEN, NO) and p.end <= YEAR:
                self.elsewhere(p)
            g = self.goodwill(p, YEAR)
            liked = max(0.0, g)
            total["goodwill"] += g / len(self.people)
            total[names[p.status]] += 1
            if p.status == WON:
                total["revenue"] += p.value
                total["future"] += n.future_repeat * p.value * liked
            elif p.buyer and p.status in (OPEN, NO):
                hope = max(0.0, min(1.0, n.future_open_base + g))
                total["future"] += n.future_open * p.value * p.fit * hope
            elif p.buyer and p.status != OUT:
                total["future"] += n.future_lost * p.value * liked
        return {**total, "minutes": self.minutes, "contacts": self.contacts,
                "worth": total["revenue"] + total["future"]}  # fmt: skip


def run_year(model: Model, scenario: Scenario, settings: Settings, seed: int) -> dict[str, float]:
    """Simulate one year and return its outcomes."""
    return Year(model, scenario, settings, seed).run()
