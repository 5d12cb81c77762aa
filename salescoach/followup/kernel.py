"""The follow-up model itself: what one contact does, and one year of one salesperson.

Read it from top to bottom like a set of equations: luck, the hidden prospect, goodwill,
the answer, the plan, the year. Days are working days, goodwill runs from -1 (furious) to 1
(devoted), money is in whole cents. `p` is a prospect, `m` the model's parameters (a row each
in ``data/parameters.csv``), `s` a strategy's settings, `t` look-up tables.

The same file runs in two ways: as plain Python, the reference, and compiled with Numba, when
``engine.py`` executes it a second time with its own `rule`. Both give the same bits, because
nothing below calls a maths library (exponentials and quantiles come from tables in `t`).
It is long for one file on purpose: Numba's disk cache cannot see edits in an imported file.
"""

# Records are untyped here, because a rule must take both objects and compiled records.
# mypy: disable-error-code="no-any-return"

from __future__ import annotations

from typing import Any

from salescoach.followup.layout import Desk, World

if "rule" not in globals():  # plain Python: a rule is just a function

    def rule(function: Any) -> Any:
        """Leave the function as it is; the compiling engine puts Numba's decorator here."""
        return function

    inlined_rule = rule
    uint64: Any = int

    def borrow(array: Any) -> Any:
        """Leave the array as it is; compiled code gets a view that it need not keep alive."""
        return array


HORIZON = 250  # working days in the simulated year
NEVER = 9999  # a day that does not come

# Status of a prospect. Up to SAID_NO the door can still open.
OPEN, SAID_NO, WON, LOST, NO_DECISION, OPTED_OUT = 0, 1, 2, 3, 4, 5
# Decision style; the cue that a salesperson has picked up is one of these or UNKNOWN.
UNKNOWN, DIRECT, RELATIONAL, AVOIDING = -1, 0, 1, 2
# What a contact contains (flags that add up).
VALUE, ASK, HARD, BREAK_UP, WAY_OUT, MEETING, OWN_CALL = 1, 2, 4, 8, 16, 32, 64
# How a contact ended.
(NOTHING, SILENCE, VAGUE_REPLY, NAMED_DATE, AGREED_MEETING, NO_SHOW, MET, TOLD_STALL, REFUSED,
 CLOSED_WON, CLOSED_LOST, CLOSED_UNDECIDED, WENT_FOR_GOOD) = range(13)  # fmt: skip
# Who is served first on a short day.
FIRST, PROMISED, WARM, COLD = 0, 1, 2, 3
UNTIL_DATE = 10000  # a decision table's "wait until the agreed date"

# ------------------------------------------------------------------------------------- luck
# Counter-based random numbers (SplitMix64's finaliser): a draw depends only on its key and its
# purpose, never on what was drawn before. So two strategies meet the same people and, contact
# by contact, the same luck.
MASK = uint64(0xFFFFFFFFFFFFFFFF)
STEP, SPREAD, SCATTER = (
    uint64(0x9E3779B97F4A7C15), uint64(0xBF58476D1CE4E5B9), uint64(0x94D049BB133111EB),
)  # fmt: skip
BY_11, BY_27, BY_30, BY_31, ONE = uint64(11), uint64(27), uint64(30), uint64(31), uint64(1)
TO_UNIT = 2.0**-53

# Purposes of the draws that make a prospect, and of those that each contact makes.
(WHO, ARRIVAL, IS_BUYER, FIT, RIPENS, WINDOW, STYLE, GAP, REACH, RIVAL, SIZE, GUESS, STALL,
 STALL_START, STALL_LENGTH, NEW_DECIDER, CALL_DAY, CALL_GOODWILL, LUCK) = range(19)  # fmt: skip
ANSWER, PATIENCE, CONSENT, WHEN, CUE, EXIT, ASIDE, TRUST = range(8)


@rule
def scramble(key: Any, counter: Any) -> Any:
    """Return 64 well-mixed bits for this key and counter."""
    z = (uint64(key) + (uint64(counter) + ONE) * STEP) & MASK
    z = ((z ^ (z >> BY_30)) * SPREAD) & MASK
    z = ((z ^ (z >> BY_27)) * SCATTER) & MASK
    return z ^ (z >> BY_31)


@rule
def draw(key: Any, purpose: int) -> float:
    """Return a number from 0 up to, not including, 1."""
    return (scramble(key, purpose) >> BY_11) * TO_UNIT


@rule
def luck(p: Any, purpose: int) -> float:
    """Return this prospect's luck in the current contact, one number for each purpose."""
    return draw(p.luck, 8 * p.touches + purpose)


@rule
def clip(x: float, low: float, high: float) -> float:
    """Keep x between low and high."""
    return low if x < low else (high if x > high else x)


# --------------------------------------------------------------------------- who they are
@rule
def draw_prospect(
    p: Any, key: Any, luck_seed: int, mix: Any, archetypes: Any, m: Any, t: Any
) -> None:
    """Make one prospect: everything hidden is drawn once, here."""
    u = draw(key, WHO)
    kind = 0
    while kind < len(mix) - 1 and u >= mix[kind]:
        kind += 1
    a = archetypes[kind]
    p.archetype = kind
    p.luck = scramble(key, LUCK + luck_seed)
    u = draw(key, ARRIVAL)
    p.arrival = 0
    if u >= t.present:
        p.arrival = int(m.arrivals_until * (u - t.present) / (1.0 - t.present))
    draw_need(p, key, a, m, t)
    draw_person(p, key, a, m, t)
    draw_stall(p, key, a, m, t)
    draw_own_call(p, key, m)
    p.goodwill = m.start_goodwill
    p.baseline = m.start_goodwill
    p.last_contact = -500
    p.touches = p.replies = p.silences = p.vague = p.no_shows = p.meetings = 0
    p.style_cue = UNKNOWN
    p.known_stall_end = -1
    p.agreed_day = -1
    p.agreed_meeting = 0
    p.status = OPEN
    p.first_reply_at = p.break_ups = p.break_ups_answered = p.revivals = p.broke_up = 0
    p.closed_on = NEVER
    p.event = NOTHING
    p.ticket = -1


@rule
def draw_need(p: Any, key: Any, a: Any, m: Any, t: Any) -> None:
    """Draw whether they will ever buy, how well it fits, and when the need is ripe."""
    p.buyer = 1 if draw(key, IS_BUYER) < a.buyer else 0
    p.fit = a.fit_low + (a.fit_high - a.fit_low) * draw(key, FIT)
    p.ripe_day = p.arrival + int(
        a.ripe_after + a.ripe_mean * t.exponential[int(1024.0 * draw(key, RIPENS))]
    )
    length = (
        m.window_floor + (1.0 - m.window_floor) * t.exponential[int(1024.0 * draw(key, WINDOW))]
    )
    p.window_end = p.ripe_day + m.window_least + int(a.window_mean * length)
    p.meetings_needed = a.meetings_needed
    p.competitor = 1 if draw(key, RIVAL) < a.competitor else 0
    p.value_cents = int(100.0 * a.value * t.deal_size[int(1024.0 * draw(key, SIZE))])
    p.value_guess = 0.01 * p.value_cents * (1.0 + m.guess_spread * (draw(key, GUESS) - 0.5))


@rule
def draw_person(p: Any, key: Any, a: Any, m: Any, t: Any) -> None:
    """Draw the style, the rhythm they like, and how easily they can be reached and annoyed."""
    u = draw(key, STYLE)
    p.style = DIRECT if u < a.direct else (RELATIONAL if u < a.direct + a.relational else AVOIDING)
    p.preferred_gap = a.preferred_gap * (1.0 + m.gap_spread * (draw(key, GAP) - 0.5))
    p.irritability = a.irritability
    p.no_show_base = a.no_show
    p.reply_base = a.reply * t.reach[int(1024.0 * draw(key, REACH))]
    p.break_up_base = a.break_up_reply


@rule
def draw_stall(p: Any, key: Any, a: Any, m: Any, t: Any) -> None:
    """Draw a stall with an outside cause; a stall before the end keeps the window open longer."""
    p.stall_start = p.stall_end = NEVER
    p.new_decider = 0
    if draw(key, STALL) < a.stall:
        p.stall_start = (
            p.ripe_day - int(m.stall_before) + int(m.stall_within * draw(key, STALL_START))
        )
        p.stall_end = (
            p.stall_start
            + 5
            + int(a.stall_mean * t.exponential[int(1024.0 * draw(key, STALL_LENGTH))])
        )
        if p.stall_start < p.window_end:
            p.window_end += p.stall_end - p.stall_start
        p.new_decider = 1 if draw(key, NEW_DECIDER) < a.new_decider else 0


@rule
def draw_own_call(p: Any, key: Any, m: Any) -> None:
    """Draw the day on which they would ring by themselves, and the goodwill that it takes."""
    p.call_day = p.ripe_day + 3 + int(m.own_call_spread * draw(key, CALL_DAY))
    p.call_goodwill = m.own_call_goodwill + (1.0 - m.own_call_goodwill) * draw(key, CALL_GOODWILL)
    if p.buyer == 0 or p.call_day >= p.window_end or is_stalled(p, p.call_day):
        p.call_day = NEVER


# ------------------------------------------------------------------ goodwill and irritation
@rule
def is_stalled(p: Any, day: int) -> bool:
    """Say whether something outside holds them up today."""
    return p.stall_start <= day < p.stall_end


@rule
def is_ripe(p: Any, day: int) -> bool:
    """Say whether they could buy today."""
    return p.buyer == 1 and p.ripe_day <= day < p.window_end and not is_stalled(p, day)


@rule
def is_on_date(p: Any, day: int, m: Any) -> bool:
    """Say whether today is the agreed date, give or take the days of grace."""
    return p.agreed_day >= 0 and p.agreed_day <= day <= p.agreed_day + m.date_grace


@rule
def recover(p: Any, day: int, t: Any) -> float:
    """Goodwill today: left alone, it drifts back to its baseline.

    goodwill = baseline + (goodwill - baseline) * exp(-days since the last contact / tau)
    """
    since = day - p.last_contact
    return p.baseline + (p.goodwill - p.baseline) * t.fade[since if since < 511 else 511]


@rule
def by_style(p: Any, direct: float, relational: float, avoiding: float) -> float:
    """Pick the figure that belongs to this prospect's style."""
    return direct if p.style == DIRECT else (relational if p.style == RELATIONAL else avoiding)


@rule
def too_early(p: Any, day: int, move: int, m: Any) -> float:
    """How much sooner than welcome: 0 is welcome, 1 is at once or before the agreed date."""
    if move & (MEETING | OWN_CALL) or is_on_date(p, day, m):
        return 0.0
    if p.agreed_day > day:
        if move & VALUE and p.style != DIRECT:
            return m.value_before_date
        return 1.0
    welcome = m.gap_after_no if p.status == SAID_NO else p.preferred_gap
    return clip(1.0 - (day - p.last_contact) / welcome, 0.0, 1.0)


@rule
def pressure(p: Any, move: int, m: Any) -> float:
    """How much they feel pushed: asking, the hard question and the break-up all press."""
    push = 0.0
    if move & ASK:
        push += m.push_ask
    if move & HARD:
        push += m.push_hard
    if move & BREAK_UP:
        push += m.push_break_up
    return push * by_style(p, m.push_direct, m.push_relational, m.push_avoiding)


@rule
def irritate(p: Any, day: int, move: int, m: Any) -> float:
    """Goodwill that this contact costs.

    irritability * (too early + pressed + irrelevant + pushed while stalled), more after a no;
    something of value softens all but the pressure.
    """
    if move & (MEETING | OWN_CALL):
        return 0.0
    early = too_early(p, day, move, m)
    irrelevant = m.irrelevance * (1.0 - p.fit)
    if move & VALUE:
        early *= m.value_softens_early
        irrelevant *= m.value_softens_irrelevance
    cost = early + pressure(p, move, m) + irrelevant
    if is_stalled(p, day) and not move & VALUE:
        cost += m.push_while_stalled
    if move & WAY_OUT:
        cost *= m.way_out_softens
    if p.status == SAID_NO:
        cost *= m.after_no_factor
    cost *= p.irritability
    if p.agreed_day >= 0 and day > p.agreed_day + m.date_grace and p.style == DIRECT:
        cost += m.late_loss
    return cost


@rule
def please(p: Any, day: int, move: int, goodwill: float, m: Any) -> float:
    """Goodwill that this contact earns: something of value, and calling on the agreed date."""
    gain = 0.0
    if move & VALUE:
        gain += m.value_gain * (1.0 - too_early(p, day, move, m)) * p.fit * (1.0 - goodwill)
    if is_on_date(p, day, m):
        gain += m.date_gain
    return gain


@rule
def opts_out(p: Any, m: Any) -> bool:
    """Say whether they ask never to be contacted again: the lower the goodwill, the likelier."""
    return luck(p, PATIENCE) < m.opt_out_slope * (m.opt_out_below - p.goodwill)


# ----------------------------------------------------------------------------- the answer
@rule
def reply_chance(p: Any, day: int, move: int, since: int, m: Any) -> float:
    """Chance that they answer this contact."""
    g = p.goodwill
    if move & OWN_CALL:
        return 1.0
    if move & BREAK_UP:
        chance = p.break_up_base * clip(m.break_up_at_zero + m.reply_per_goodwill * g, 0.1, 1.2)
    else:
        chance = p.reply_base * clip(m.reply_at_zero + m.reply_per_goodwill * g, 0.08, 1.2)
        if not is_ripe(p, day):
            chance *= m.reply_not_ripe
        if move & VALUE:
            chance *= m.reply_value
        if is_on_date(p, day, m):
            chance *= m.reply_on_date
        if move & WAY_OUT:
            chance *= m.reply_way_out
        if move & HARD:
            chance *= m.reply_hard
        if since > m.memory_days and p.touches > 1:
            chance *= clip(1.0 - (since - m.memory_days) / m.memory_fades, m.memory_least, 1.0)
        if p.status == SAID_NO:
            chance *= clip(since / m.reply_after_no_days, 0.15, 1.0)
    if is_stalled(p, day):
        chance *= m.reply_stalled
    return clip(chance, 0.0, m.reply_most)


@rule
def candour(p: Any, move: int, m: Any) -> float:
    """Chance that somebody who will not buy says so; asked plainly, more do."""
    honest = by_style(p, m.candour_direct, m.candour_relational, m.candour_avoiding)
    if move & (HARD | BREAK_UP | WAY_OUT):
        honest = clip(m.candour_asked * honest + 0.1, 0.0, 0.95)
    return honest


@rule
def name_date(p: Any, day: int, wait: int, meeting: int) -> None:
    """They agree a day, for a meeting or for the next call."""
    p.agreed_day = day + wait
    p.agreed_meeting = meeting
    p.event = AGREED_MEETING if meeting else NAMED_DATE


@rule
def say_no(p: Any) -> None:
    """They decline; the door may open again later."""
    p.status = SAID_NO
    p.event = REFUSED


@rule
def close(p: Any, day: int, status: int) -> None:
    """End the sale today, one way or the other."""
    p.status = status
    p.closed_on = day
    p.event = CLOSED_WON + status - WON


@rule
def decide_without_us(p: Any, day: int) -> None:
    """They bought elsewhere, or nobody decided anything."""
    close(p, day, LOST if p.competitor == 1 else NO_DECISION)


@rule
def hear_from(p: Any, m: Any) -> None:
    """They answered or came: silences start afresh and their style shows, if read rightly."""
    p.silences = 0
    p.replies += 1
    if p.first_reply_at == 0:
        p.first_reply_at = p.touches
    if p.style_cue == UNKNOWN:
        p.style_cue = p.style if luck(p, CUE) < m.cue_right else (p.style + 1) % 3


@rule
def meet(p: Any, day: int, m: Any) -> None:
    """Hold the agreed meeting, if they come; each one that counts is one decider further."""
    p.agreed_day = -1
    no_show = m.no_show_stalled if is_stalled(p, day) else p.no_show_base
    if p.pressed == 1 and p.style == AVOIDING:
        no_show = clip(no_show + m.no_show_pressed, 0.0, 0.95)
    if luck(p, ANSWER) < no_show:
        p.no_shows += 1
        p.event = NO_SHOW
        if is_stalled(p, day) and luck(p, ASIDE) < m.told_at_no_show:
            p.known_stall_end = p.stall_end
        return
    hear_from(p, m)
    p.vague += 1
    p.event = MET
    if p.buyer == 0:
        if luck(p, CONSENT) < candour(p, MEETING, m):
            say_no(p)
        return
    if day >= p.window_end:
        decide_without_us(p, day)
        return
    p.goodwill = clip(p.goodwill + m.meeting_gain, -1.0, 1.0)
    if is_ripe(p, day):
        p.meetings += 1
        p.vague = 0
        if p.meetings >= p.meetings_needed:
            decide(p, day, m)
        elif luck(p, CONSENT) < m.next_meeting:
            name_date(p, day, 4 + int(8.0 * luck(p, WHEN)), 1)
            p.pressed = 0
    elif p.meetings < p.meetings_needed - 1:
        p.meetings += 1
        p.vague = 0


@rule
def decide(p: Any, day: int, m: Any) -> None:
    """Decide at the last meeting: fit and goodwill count, a competitor takes his share."""
    chance = m.win_base + m.win_fit * p.fit + m.win_goodwill * p.goodwill
    if p.competitor == 1:
        chance *= m.win_competitor
    if luck(p, CONSENT) < clip(chance, 0.05, 0.95):
        close(p, day, WON)
    else:
        decide_without_us(p, day)


@rule
def answer(p: Any, day: int, move: int, dated: bool, m: Any) -> None:
    """They reply. What they say depends on where they stand, which nobody can see."""
    hear_from(p, m)
    p.event = VAGUE_REPLY
    if is_stalled(p, day):
        p.known_stall_end = p.stall_end
        p.event = TOLD_STALL
    elif p.buyer == 0:
        answer_of_no_buyer(p, day, move, dated, m)
    elif day >= p.window_end:
        decide_without_us(p, day)
    else:
        p.status = OPEN
        if asked_too_soon(p, move, dated, m):
            say_no(p)
        elif is_ripe(p, day):
            answer_when_ripe(p, day, move, m)
        else:
            answer_not_yet(p, day, move, dated, m)


@rule
def asked_too_soon(p: Any, move: int, dated: bool, m: Any) -> bool:
    """Say whether a relational person, asked before there is trust, closes the door."""
    pressed = move & (ASK | HARD) and not dated
    if not pressed or p.style != RELATIONAL or p.goodwill >= m.trust_to_ask:
        return False
    return luck(p, TRUST) < m.brush_off


@rule
def answer_of_no_buyer(p: Any, day: int, move: int, dated: bool, m: Any) -> None:
    """They will not buy: some say so, the polite ones name a day when asked."""
    if luck(p, CONSENT) < candour(p, move, m):
        say_no(p)
        return
    if dated or not move & ASK:
        p.vague += 1
    if move & ASK:
        meeting = 1 if luck(p, ASIDE) < m.polite_meeting else 0
        name_date(p, day, 4 + int(16.0 * luck(p, WHEN)), meeting)
        p.pressed = 1


@rule
def answer_not_yet(p: Any, day: int, move: int, dated: bool, m: Any) -> None:
    """Answer before the need is ripe: pressed, many say no; asked, they name a day."""
    remaining = p.ripe_day - day
    says_no = 0.0
    if move & (HARD | BREAK_UP):
        says_no = by_style(p, m.no_if_hard_direct, m.no_if_hard_relational, m.no_if_hard_avoiding)
    elif remaining > m.far_off_days:
        says_no = m.no_if_far_asked if move & ASK else m.no_if_far
    if luck(p, CONSENT) < says_no or (move & WAY_OUT and luck(p, EXIT) < m.exit_not_ripe):
        say_no(p)
        return
    if dated or not move & (ASK | HARD):
        p.vague += 1
    if move & (ASK | HARD):
        u = luck(p, WHEN)
        if p.style == DIRECT:
            wait = remaining * (m.named_direct + m.named_spread * u)
        elif p.style == RELATIONAL:
            wait = remaining * (m.named_relational + m.named_spread * u)
        else:
            wait = clip(remaining * (m.named_avoiding + m.named_spread * u), 5.0, 30.0)
        name_date(p, day, 1 + int(clip(wait, 3.0, 120.0)), 0)


@rule
def answer_when_ripe(p: Any, day: int, move: int, m: Any) -> None:
    """Answer when they could buy now: agree to meet, put off, or take the way out."""
    if move & WAY_OUT and luck(p, EXIT) < m.exit_ripe:
        say_no(p)
        return
    agrees = by_style(p, m.meet_direct, m.meet_relational, m.meet_avoiding)
    if move & (ASK | BREAK_UP):
        agrees = by_style(p, m.meet_asked_direct, m.meet_asked_relational, m.meet_asked_avoiding)
    if move & HARD:
        agrees = by_style(p, m.meet_hard_direct, m.meet_hard_relational, m.meet_hard_avoiding)
    if move & OWN_CALL:
        agrees = m.meet_own_call
    if luck(p, CONSENT) < agrees:
        p.vague = 0
        p.pressed = 1 if move & (ASK | HARD) else 0
        name_date(p, day, 3 + int(7.0 * luck(p, WHEN)), 1)
    else:
        p.vague += 1


@rule
def minutes_for(move: int, m: Any) -> int:
    """Minutes that a contact takes."""
    if move & MEETING:
        return int(m.minutes_meeting)
    if move & OWN_CALL:
        return int(m.minutes_own_call)
    if move & BREAK_UP:
        return int(m.minutes_break_up)
    total = m.minutes_contact
    if move & VALUE:
        total += m.minutes_value
    if move & ASK:
        total += m.minutes_ask
    if move & HARD:
        total += m.minutes_hard
    return int(total)


@rule
def contact(p: Any, day: int, move: int, m: Any, t: Any) -> None:
    """One contact: first what it does to goodwill, then what the prospect does."""
    if p.new_decider == 1 and day >= p.stall_end:  # somebody new decides: start again
        p.new_decider = 0
        p.meetings = 0
        p.baseline *= m.new_decider_keeps
        p.goodwill *= m.new_decider_keeps
    dated = is_on_date(p, day, m)
    since = day - p.last_contact
    before = recover(p, day, t)
    hurt = irritate(p, day, move, m)
    p.goodwill = clip(before + please(p, day, move, before, m) - hurt, -1.0, 1.0)
    p.baseline = clip(p.baseline - m.scar_share * hurt, -1.0, 1.0)
    p.last_contact = day
    p.touches += 1
    if p.goodwill < m.opt_out_below and opts_out(p, m):
        close(p, day, OPTED_OUT)
    elif move & MEETING:
        meet(p, day, m)
    elif luck(p, ANSWER) < reply_chance(p, day, move, since, m):
        standing = p.agreed_day if day < p.agreed_day else -1
        p.agreed_day = -1
        answer(p, day, move, dated, m)
        if p.agreed_day < 0 and p.status == OPEN:
            p.agreed_day = standing  # nothing new: it stays as agreed
        if move & BREAK_UP:
            p.break_ups_answered += 1
    else:
        if day >= p.agreed_day:  # before it, no answer is expected, and the day still stands
            p.agreed_day = -1
            p.silences += 1
        p.event = SILENCE
        if is_stalled(p, day) and luck(p, ASIDE) < m.told_by_assistant:
            p.known_stall_end = p.stall_end
    if move & BREAK_UP:
        p.break_ups += 1


# ------------------------------------------------------------------------------- the plan
@rule
def leave(p: Any, day: int, move: int, s: Any) -> None:
    """Walk away; come back after the revival time, three times at most."""
    p.due = NEVER
    if s.revive_after > 0 and p.revivals < 3:
        p.due = day + s.revive_after
        p.revivals += 1
        p.silences = p.no_shows = p.vague = p.broke_up = 0
    p.move = move
    p.priority = COLD


@rule
def plan_by_settings(p: Any, day: int, s: Any, m: Any, t: Any) -> None:
    """Choose the next contact from the sixteen settings and from what can be seen."""
    n = p.touches
    move = 0
    if int((n + 1) * s.value_share + 1e-9) > int(n * s.value_share + 1e-9):
        move |= VALUE
    if s.ask_date and not (s.adapt_style and p.style_cue == RELATIONAL):
        move |= ASK
    if s.way_out_at > 0 and n + 1 >= s.way_out_at:
        move |= WAY_OUT
    if p.status == SAID_NO and s.believe_no:
        leave(p, day, move, s)
        return
    if p.agreed_day >= 0 and (p.agreed_meeting or s.keep_date):
        keep_date(p, move, s)
        return
    if p.known_stall_end > day and s.stall_wait > 0:
        p.due = day + s.stall_wait
        p.move = VALUE
        p.priority = COLD
        return
    if (s.walk_no_shows > 0 and p.no_shows >= s.walk_no_shows) or (
        s.walk_silences > 0 and p.silences >= s.walk_silences) or (
        p.broke_up == 1 and p.silences > 0):  # fmt: skip
        leave(p, day, move, s)
        return
    p.broke_up = 0
    gap = t.gap[p.silences if p.silences < 63 else 63]
    if s.adapt_style:
        if p.style_cue == DIRECT:
            gap *= m.adapt_direct
        elif p.style_cue == RELATIONAL:
            gap *= m.adapt_relational
    if p.agreed_day > day:  # in touch before the agreed day: no more questions
        move &= VALUE
    elif s.break_up_at > 0 and p.silences >= s.break_up_at:
        move = BREAK_UP
        p.broke_up = 1
    elif (
        s.hard_question_at > 0
        and p.silences + p.vague >= s.hard_question_at
        and not (s.adapt_style and p.style_cue == RELATIONAL)
    ):
        move |= HARD
    p.due = day + (int(gap + 0.5) if gap >= 1.0 else 1)
    if p.agreed_day > day and p.due >= p.agreed_day:
        keep_date(p, move, s)  # stayed in touch until the day, and calls on it all the same
        return
    p.move = move
    p.priority = WARM if p.replies > 0 else COLD
    if s.value_first > 0.0 and p.value_guess > 1000.0 * s.value_first:
        p.priority -= 1


@rule
def keep_date(p: Any, move: int, s: Any) -> None:
    """Come on the agreed day: meetings always, call-backs if the strategy keeps dates."""
    p.due = p.agreed_day
    if p.agreed_meeting:
        p.move = MEETING
        p.priority = FIRST
        return
    if s.hard_question_at > 0 and p.vague >= s.hard_question_at:
        move |= HARD
    p.move = move | ASK
    p.priority = PROMISED


@rule
def cell_of(p: Any, day: int) -> int:
    """Return the row of the decision table that describes what can be seen of this prospect."""
    n = p.touches
    touch_bin = n if n < 3 else (3 if n < 6 else (4 if n < 12 else 5))
    cell = p.silences if p.silences < 7 else 7
    cell = cell * 4 + (p.vague if p.vague < 3 else 3)
    cell = cell * 4 + (p.no_shows if p.no_shows < 3 else 3)
    cell = cell * 3 + (p.meetings if p.meetings < 2 else 2)
    cell = cell * 4 + p.style_cue + 1
    cell = cell * 2 + (1 if p.known_stall_end > day else 0)
    cell = cell * 2 + (1 if p.agreed_day >= 0 else 0)
    cell = cell * 2 + (1 if p.status == SAID_NO else 0)
    return cell * 6 + touch_bin


@rule
def plan_by_table(p: Any, day: int, table: Any, visits: Any) -> None:
    """Look the next contact up in a decision table; an agreed meeting is always kept."""
    cell = cell_of(p, day)
    if len(visits) > 0:
        visits[cell] += 1
    row = table[cell]
    p.move = row.move
    p.priority = row.priority
    if p.agreed_day >= 0 and p.agreed_meeting:
        p.due = p.agreed_day
        p.move = MEETING
        p.priority = FIRST
    elif row.wait == UNTIL_DATE:
        p.due = p.agreed_day if p.agreed_day > day else day + 1
    elif row.wait == 0:
        p.due = NEVER
    else:
        p.due = day + row.wait


# -------------------------------------------------------------------- the salesperson's day
# The calendar is a list of prospects for each day; `following` links them. What is due and not
# yet served waits in a heap, ordered by priority, due day and index.
BITS = 20
INDEX = (1 << BITS) - 1


@rule
def put_on_calendar(i: int, day: int, first: Any, following: Any) -> None:
    """Write prospect i on a day's page, unless the day lies beyond the year."""
    if day < HORIZON:
        following[i] = first[day]
        first[day] = i


@rule
def take_off_calendar(i: int, day: int, first: Any, following: Any) -> None:
    """Strike prospect i from a day's page, if it stands there."""
    if day >= HORIZON:
        return
    j = first[day]
    if j == i:
        first[day] = following[i]
        return
    while j >= 0:
        if following[j] == i:
            following[j] = following[i]
            return
        j = following[j]


@rule
def push(heap: Any, size: int, ticket: int) -> int:
    """Add a ticket to the heap; return its new size."""
    k = size
    while k > 0:
        parent = (k - 1) // 2
        if heap[parent] <= ticket:
            break
        heap[k] = heap[parent]
        k = parent
    heap[k] = ticket
    return size + 1


@rule
def pop(heap: Any, size: int) -> int:
    """Take the smallest ticket, heap[0], out of the heap; return the new size."""
    size -= 1
    last = heap[size]
    k = 0
    while 2 * k + 1 < size:
        child = 2 * k + 1
        if child + 1 < size and heap[child + 1] < heap[child]:
            child += 1
        if heap[child] >= last:
            break
        heap[k] = heap[child]
        k = child
    heap[k] = last
    return size


@rule
def calls_today(p: Any, day: int, t: Any) -> bool:
    """Say whether they ring by themselves: they know us, are still open and like us enough."""
    return (
        p.status < WON
        and p.touches > 0
        and p.arrival < day
        and recover(p, day, t) > p.call_goodwill
    )


@inlined_rule
def serve(
    i: int, day: int, move: int, world: Any, desk: Any, watched: int, log: Any, noted: int
) -> int:
    """Make one contact, plan the next, write it on the calendar; return the lines logged."""
    p, m, t = desk.people[i], world.model[0], world.tables[0]
    before = recover(p, day, t)
    contact(p, day, move, m, t)
    p.due = NEVER
    p.ticket = -1
    if p.status < WON:
        if len(world.table) > 0:
            plan_by_table(p, day, world.table, desk.visits)
        else:
            plan_by_settings(p, day, world.settings[0], m, t)
        put_on_calendar(i, p.due, desk.first, desk.following)
    if i == watched and noted < len(log):
        write_log(log[noted], p, day, move, before)
        return noted + 1
    return noted


@rule
def write_log(line: Any, p: Any, day: int, move: int, before: float) -> None:
    """Note what happened and what the salesperson could know after it."""
    line.day = day
    line.move = move
    line.event = p.event
    line.status = p.status
    line.goodwill_before = before
    line.goodwill = p.goodwill
    line.baseline = p.baseline
    line.silences = p.silences
    line.vague = p.vague
    line.no_shows = p.no_shows
    line.meetings = p.meetings
    line.style_cue = p.style_cue
    line.stall_known = 1 if p.known_stall_end > day else 0
    line.agreed_day = p.agreed_day
    line.agreed_meeting = p.agreed_meeting
    line.next_day = p.due


@inlined_rule
def open_desk(pipeline: Any, luck_seed: int, world: Any, desk: Any) -> None:
    """Morning of day 0: draw every prospect and write the first contacts on the calendar."""
    m, t = world.model[0], world.tables[0]
    for day in range(HORIZON):
        desk.first[day] = -1
        desk.callers[day] = -1
    for i in range(len(desk.people)):
        p = desk.people[i]
        draw_prospect(p, scramble(pipeline, i), luck_seed, world.mix, world.archetypes, m, t)
        p.pressed = 0
        p.due = p.arrival
        p.priority = WARM
        p.move = t.first_move
        put_on_calendar(i, p.due, desk.first, desk.following)
        put_on_calendar(i, p.call_day, desk.callers, desk.next_caller)


@inlined_rule
def work_day(
    day: int, waiting: int, world: Any, desk: Any, watched: int, log: Any, noted: int
) -> Any:
    """One day: take the calls that come in, then serve the queue until the minutes are used.

    Returns the minutes used, the tickets left waiting and the lines logged.
    """
    m = world.model[0]
    used = 0
    i = desk.callers[day]
    while i >= 0:
        p = desk.people[i]
        if calls_today(p, day, world.tables[0]):
            if p.due >= day:  # else they are in the queue already, not on a page
                take_off_calendar(i, p.due, desk.first, desk.following)
            p.agreed_day = -1
            used += minutes_for(OWN_CALL, m)
            noted = serve(i, day, OWN_CALL, world, desk, watched, log, noted)
        i = desk.next_caller[i]
    i = desk.first[day]
    while i >= 0:
        p = desk.people[i]
        p.ticket = (((p.priority << 9) | day) << BITS) | i
        waiting = push(desk.heap, waiting, p.ticket)
        i = desk.following[i]
    while waiting > 0 and used < world.capacity:
        ticket = desk.heap[0]
        waiting = pop(desk.heap, waiting)
        i = ticket & INDEX
        p = desk.people[i]
        if p.ticket == ticket:  # else they rang in the meantime and have a new plan
            used += minutes_for(p.move, m)
            noted = serve(i, day, p.move, world, desk, watched, log, noted)
    return used, waiting, noted


@rule
def future_cents(p: Any, goodwill: float, m: Any) -> int:
    """Value what is left after the year: repeat business, or a sale still to come."""
    liked = clip(goodwill, 0.0, 1.0)
    if p.status == WON:
        return int(m.future_repeat * p.value_cents * liked)
    if p.status == OPTED_OUT or p.buyer == 0:
        return 0
    if p.status <= SAID_NO and p.window_end > HORIZON:
        return int(
            m.future_open * p.value_cents * p.fit * clip(m.future_open_base + goodwill, 0.0, 1.0)
        )
    return int(m.future_lost * p.value_cents * liked)


@inlined_rule
def close_year(year: Any, world: Any, desk: Any) -> None:
    """Add up the year: every prospect counts once, in exactly one final status."""
    m, t = world.model[0], world.tables[0]
    year.revenue = year.future = year.contacts = 0
    year.won = year.lost = year.undecided = year.opted_out = year.said_no = year.still_open = 0
    goodwill_left = 0.0
    for i in range(len(desk.people)):
        p = desk.people[i]
        if p.buyer == 1 and p.status <= SAID_NO and p.window_end <= HORIZON:
            decide_without_us(p, p.window_end)
        g = recover(p, HORIZON, t)
        goodwill_left += g
        year.future += future_cents(p, g, m)
        year.contacts += p.touches
        if p.status == WON:
            year.won += 1
            year.revenue += p.value_cents
        elif p.status == LOST:
            year.lost += 1
        elif p.status == NO_DECISION:
            year.undecided += 1
        elif p.status == OPTED_OUT:
            year.opted_out += 1
        elif p.status == SAID_NO:
            year.said_no += 1
        else:
            year.still_open += 1
    year.goodwill = goodwill_left / len(desk.people)


@inlined_rule
def run_year(
    year: Any,
    seed: int,
    replication: int,
    luck_seed: int,
    world: Any,
    desk: Any,
    watched: int,
    log: Any,
) -> int:
    """Simulate one year of one salesperson; return the number of log lines of the watched one."""
    open_desk(scramble(scramble(uint64(0), seed), replication), luck_seed, world, desk)
    year.minutes = 0
    waiting = 0
    noted = 0
    for day in range(HORIZON):
        used, waiting, noted = work_day(day, waiting, world, desk, watched, log, noted)
        year.minutes += used
    close_year(year, world, desk)
    return noted


def entry(version: int) -> Any:
    """Return the one function that a driver calls: a year for each record in `years`.

    `version` is a hash of the source. Numba's disk cache sees it as part of the compiled
    function, so an edited model can never run old. Returns the lines logged in the last year.
    """

    def run_years(
        years: Any,
        seed: int,
        first_replication: int,
        luck_seed: int,
        world: Any,
        desk: Any,
        watched: int,
        log: Any,
    ) -> int:
        noted = 0 * version
        # Compiled code counts references to arrays wherever it passes them on, which would cost
        # more than the model itself; borrowed arrays are not counted.
        our_world = World(
            borrow(world.model),
            borrow(world.settings),
            borrow(world.archetypes),
            borrow(world.mix),
            borrow(world.table),
            borrow(world.tables),
            world.capacity,
        )
        our_desk = Desk(
            borrow(desk.people),
            borrow(desk.first),
            borrow(desk.following),
            borrow(desk.callers),
            borrow(desk.next_caller),
            borrow(desk.heap),
            borrow(desk.visits),
        )
        our_years, our_log = borrow(years), borrow(log)
        for k in range(len(years)):
            noted = run_year(
                our_years[k],
                seed,
                first_replication + k,
                luck_seed,
                our_world,
                our_desk,
                watched,
                our_log,
            )
        return noted

    return run_years
