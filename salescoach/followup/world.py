"""From parameters, scenario and strategy to the records that the kernel reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from salescoach.followup import kernel, layout
from salescoach.followup.layout import Desk, World
from salescoach.followup.parameters import Parameters
from salescoach.followup.prospects import Archetype, Scenario, archetype_records
from salescoach.followup.strategies import Settings, Strategy


@dataclass(frozen=True)
class Model:
    """The numbers and the kinds of prospect: everything except scenario and strategy."""

    parameters: Parameters
    archetypes: Mapping[str, Archetype]


def quantiles(points: int = 1024) -> layout.Records:
    """Return the middles of `points` equal parts of 0…1."""
    return np.asarray((np.arange(points) + 0.5) / points)


def world_of(model: Model, scenario: Scenario, strategy: Strategy) -> World:
    """Put everything that a run needs into the records that the kernel reads.

    Exponentials, powers and quantiles are looked up here once, so that the kernel needs no
    maths library and every engine sees the same bits.
    """
    p = model.parameters.values()
    u = quantiles()
    normal = np.array([NormalDist().inv_cdf(x) for x in u])
    sizes = np.exp(p["deal_spread"] * normal)
    unevenness = p["reply_unevenness"]
    s = strategy.settings
    table = strategy.table.cells if strategy.table else np.zeros(0, layout.CELL)
    tables = np.zeros(1, layout.TABLES)
    columns = {
        "exponential": -np.log1p(-u),
        "deal_size": sizes / sizes.mean(),
        "reach": (1.0 + unevenness) * u**unevenness,
        "fade": np.exp(-np.arange(512) / p["recovery_days"]),
        "gap": np.minimum(s.gap * s.growth ** np.minimum(np.arange(64.0), 40.0), s.longest_gap),
        "present": scenario.present_at_start,
        "first_move": strategy.table.first_move if strategy.table else first_move(s),
    }
    for name, values in columns.items():
        tables[name] = values
    return World(
        model=model.parameters.record(),
        settings=s.record(),
        archetypes=archetype_records(model.archetypes),
        mix=scenario.mix(model.archetypes),
        table=table,
        tables=tables,
        capacity=scenario.minutes_a_day,
    )


def first_move(s: Settings) -> int:
    """Return what the first contact contains under these settings."""
    move = kernel.VALUE if s.value_share > 0 else 0
    move |= kernel.ASK if s.ask_date else 0
    return move | (kernel.WAY_OUT if s.way_out_at == 1 else 0)


def new_desk(prospects: int, visits: int = 0) -> Desk:
    """Return an empty desk for this many prospects; `visits` counts cells of a decision table."""
    return Desk(
        people=np.zeros(prospects, layout.PROSPECT),
        first=np.full(kernel.HORIZON, -1, np.int64),
        following=np.full(prospects, -1, np.int64),
        callers=np.full(kernel.HORIZON, -1, np.int64),
        next_caller=np.full(prospects, -1, np.int64),
        heap=np.zeros(2 * prospects + 2, np.int64),
        visits=np.zeros(visits, np.int64),
    )
