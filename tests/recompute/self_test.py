"""Whether a wrong number would be noticed: one is made wrong in memory, and the check of its table must say so."""
from __future__ import annotations

import copy
from fractions import Fraction
from typing import Callable

import checks
from bootstrap import SplitMix64, block_length, blocks
from coefficients import ranks

# Table, the row in which this is so, the column, and how its number is made wrong.
SMALL = Fraction(1, 10**8)
WRONG = [
    ("effects", {"partner": "us", "by": "both"}, "goldstein", lambda x: x + Fraction(1, 10)),
    ("effects", {"scores": False}, "scores", lambda x: not x),
    ("effects", {"partner": "us", "by": "both"}, "counts_at", lambda x: x + 366),
    ("sides", {"id": "us"}, "partners", lambda _: "russia"),
    ("series", {"series": "unga-agreement", "line": "us"}, "value", lambda x: x + SMALL),
    ("scores", {"side": "us", "whose": "home"}, "score", lambda x: x + SMALL),
    ("scores", {"side": "us", "whose": "all"}, "events", lambda x: x + 1),
    ("scores", {"side": "us", "whose": "all"}, "year", lambda x: x + 1),
    *(
        ("comparisons", {"what": "unga-agreement"}, column, lambda x: x + SMALL)
        for column in ("pearson_levels", "spearman_levels", "pearson_changes", "spearman_changes", "ar1_a", "ar1_b")
    ),
    *(
        ("comparisons", {"what": "unga-agreement"}, column, lambda x: x + SMALL)
        for column in ("pearson_low", "pearson_high", "spearman_low", "spearman_high")
    ),
    *(
        ("comparisons", {"what": "scores"}, column, lambda x: x + 1)
        for column in ("from", "to", "n_levels", "n_steps", "opposite", "together", "still", "block")
    ),
    ("comparisons", {"what": "scores"}, "spearman_low", lambda _: None),
    ("comparisons", {"what": "scores"}, "reading", lambda _: "opposite"),
    ("comparisons", {"what": "scores"}, "role", lambda _: "placebo"),
]


def few(data: dict) -> list[str]:
    """The checks of which one at least sees each of these numbers."""
    rows = data["comparisons"]
    some = [rows[0], next(row for row in rows if row["what"] == "unga-agreement")]
    return [
        *checks.of_acts(data),
        *checks.of_plan(data),
        *(sentence for whose in ("all", "home") for sentence in checks.of_scores(data, "us", whose)),
        *(sentence for row in some for sentence in checks.of_comparison(data, row)),
        *(sentence for pair, known in checks.REFERENCES for sentence in checks.of_reference(data, pair, known)),
    ]


def is_noticed(data: dict, name: str, where: dict, column: str, wrong: Callable) -> list[str]:
    """Nothing if making this number wrong is noticed."""
    bad = copy.deepcopy(data)
    row = next((row for row in bad[name] if all(row[key] == value for key, value in where.items())), None)
    if row is None:
        return [f"{name}.csv has no row with {where} to make wrong"]
    row[column] = wrong(row[column])
    return [] if few(bad) else [f"{name}.csv: a wrong {column} where {where} is not noticed"]


def vectors() -> list[str]:
    """Published values of the generator, and small cases that can be reckoned by hand."""
    random = SplitMix64(1234567)
    published = [6457827717110365317, 3203168211198807973, 9817491932198370423]
    cases = [
        ("SplitMix64", [random.next() for _ in published], published),
        ("ranks", ranks([10, 20, 10, 5]), [2.5, 4, 2.5, 1]),
        ("block_length", [block_length(n) for n in (1, 8, 15, 23, 34, 100)], [1, 2, 2, 3, 3, 5]),
        ("blocks", [list(b) for b in blocks([1, 2, 3, 5, 7, 8, 9])], [[0, 1], [1, 2], [3], [4, 5], [5, 6]]),
    ]
    return [f"{name} gives {found}, not {wanted}" for name, found, wanted in cases if found != wanted]


def everything(data: dict) -> list[list[str]]:
    """What is wrong by each check: that all is well as it is, then each number made wrong."""
    missing = copy.deepcopy(data)
    del missing["comparisons"][-1]
    lost = [] if few(missing) else ["a row that comparisons.csv lost is not noticed"]
    return [vectors(), few(data), lost, *(is_noticed(data, *wrong) for wrong in WRONG)]
