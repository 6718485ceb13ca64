"""What the tables say against what is recomputed; each check gives a sentence for every number that differs."""
from __future__ import annotations

import acts
import bootstrap
from coefficients import counted, first_autocorrelation, pearson, spearman, steps

TOLERANCE = 1e-9
LEAST_STEPS = 15
# Known of the agreement of votes in the UN General Assembly, 1994–2019 without 2001.
REFERENCES = [
    (("us", "russia", None), {"pearson_levels": -0.698, "pearson_changes": -0.135, "opposite": 13, "together": 10}),
    (("us", "china", None), {"pearson_levels": -0.885, "pearson_changes": -0.683, "opposite": 15, "together": 8}),
    (("us", "india", None), {"pearson_levels": -0.933, "pearson_changes": -0.818, "opposite": 19, "together": 4}),
    (("us", "russia", "1995"), {"pearson_changes": -0.127}),
    (("us", "china", "1995"), {"pearson_changes": -0.342}),
]


def differing(where: str, told: dict, found: dict, tolerance: float = TOLERANCE) -> list[str]:
    """A sentence for every number of `found` that is not what the table tells."""
    wrong = []
    for name, value in found.items():
        cell = told[name]
        numbers = not isinstance(value, str) and value is not None and cell is not None
        if abs(float(cell) - float(value)) > tolerance if numbers else cell != value:
            shown = [str(x) if x is None or isinstance(x, str) else repr(float(x)) for x in (cell, value)]
            wrong.append(f"{where}: {name} is {shown[0]} in the table and {shown[1]} recomputed")
    return wrong


def of_acts(data: dict) -> list[str]:
    """Of each act its year, and whether it scores for its partner."""
    scoring = {(act["event"], act["act"]) for act in acts.scoring(data["effects"])}
    wrong = []
    for act in data["effects"]:
        key = (act["event"], act["act"])
        found = {"year": acts.year_of(act), "scores": key in scoring}
        wrong += differing(f"effects.csv, act {act['act']} of {act['event']}", act, found)
    return wrong


def of_scores(data: dict, side: str, whose: str) -> list[str]:
    """The yearly scores of a side, and that every year of the period has one row."""
    found = acts.yearly(data, side, whose)
    rows = [row for row in data["scores"] if (row["side"], row["whose"]) == (side, whose)]
    wrong = []
    if [row["year"] for row in rows] != list(data["years"]):
        wrong.append(f"scores.csv, {side}, {whose}: the years are not those of the period")
    for row in (row for row in rows if row["year"] in found):
        score, events = found[row["year"]]
        wrong += differing(f"scores.csv, {side}, {whose}, {row['year']}", row, {"score": score, "events": events})
    return wrong


def levels_of(data: dict, row: dict) -> dict[int, tuple]:
    """The values of both sides of a comparison in the years that both have, without those left out."""
    if row["what"] == "scores":
        a, b = ({year: score for year, (score, _) in acts.yearly(data, row[side], row["whose"]).items()} for side in "ab")
    else:
        of = [value for value in data["series"] if value["series"] == row["what"]]
        a, b = ({value["year"]: value["value"] for value in of if value["line"] == row[side]} for side in "ab")
    out = {int(year) for year in (row["without"] or "").split()}
    return {year: (a[year], b[year]) for year in sorted(a.keys() & b.keys() - out)}


def recomputed(data: dict, row: dict) -> dict:
    """Every number of a comparison, by the names of the columns."""
    levels = levels_of(data, row)
    changes = steps(levels, row["change"])
    counts = counted(changes)
    # A step in which one of them stands still says nothing of how they move.
    enough = counts["opposite"] + counts["together"] >= LEAST_STEPS
    both = list(levels.values())
    exact = [step.exact for step in changes]
    of_changes = (pearson([(step.a, step.b) for step in changes]), spearman(exact)) if enough else (None, None)
    # What grows by shares of itself says by its levels only that it grows.
    of_levels = (pearson(both), spearman(both)) if enough and row["change"] == "difference" else (None, None)
    found = {
        "from": min(levels, default=None),
        "to": max(levels, default=None),
        "n_levels": len(levels),
        "n_steps": len(changes),
        **counts,
        **dict(zip(("pearson_levels", "spearman_levels", "pearson_changes", "spearman_changes"), of_levels + of_changes)),
        "ar1_a": first_autocorrelation({step.year: step.a for step in changes}),
        "ar1_b": first_autocorrelation({step.year: step.b for step in changes}),
    }
    ends: dict = dict.fromkeys(("pearson_low", "pearson_high", "spearman_low", "spearman_high"))
    made = {"block": None, "resamples": None, "level_percent": None}
    if None not in of_changes:
        ends = bootstrap.intervals(changes)
        made = {
            "block": bootstrap.block_length(len(changes)),
            "resamples": bootstrap.RESAMPLES,
            "level_percent": bootstrap.LEVEL_PERCENT,
        }
    return {**found, **ends, **made, "reading": reading(ends)}


def reading(ends: dict) -> str:
    """What may be said: a relation only if both intervals lie on the same side of zero."""
    if ends["pearson_low"] is None:
        return "too-short"
    if max(ends["pearson_high"], ends["spearman_high"]) < 0:
        return "opposite"
    return "together" if min(ends["pearson_low"], ends["spearman_low"]) > 0 else "cannot-tell"


def of_comparison(data: dict, row: dict) -> list[str]:
    """All numbers of a row of comparisons.csv."""
    where = f"comparisons.csv, {row['number']} ({row['what']}: {row['a']}, {row['b']})"
    return differing(where, row, recomputed(data, row))


def of_reference(data: dict, pair: tuple, known: dict) -> list[str]:
    """What is known of the agreement series, to the digits in which it is known."""
    rows = [row for row in data["comparisons"] if row["what"] == "unga-agreement"]
    found = [row for row in rows if (row["a"], row["b"], row["without"]) == pair]
    where = f"comparisons.csv, unga-agreement: {pair[0]}, {pair[1]}, without {pair[2]}"
    return differing(f"{where}, against what is known", found[0], known, 5e-4) if found else [f"{where} is missing"]


def of_plan(data: dict) -> list[str]:
    """The comparisons are those of the plan, each once, and each with its role."""
    plan, wanted = data["plan"], []
    declared = plan["declared"]
    for whose in ("all", "home"):
        wanted.append(("scores", "declared" if whose == "all" else "exploratory", *declared, whose, "difference", None))
        wanted += [("scores", "exploratory", a, b, whose, "difference", None) for a, b in plan.get("explored", [])]
        placebos = [(side, other) for side in declared for other in plan["placebos"]]
        wanted += [("scores", "placebo", a, b, whose, "difference", None) for a, b in placebos]
    for of in plan.get("series", []):
        without = " ".join(map(str, of.get("without", []))) or None
        for out in {None, without}:
            wanted += [(of["series"], "exploratory", a, b, None, of["change"], out) for a, b in of["pairs"]]
        first = of["pairs"][0][0] if of["pairs"] else None
        wanted += [(of["series"], "placebo", first, b, None, of["change"], None) for b in of.get("placebos", []) if first]
    columns = ("what", "role", "a", "b", "whose", "change", "without")
    found = [tuple(row[column] for column in columns) for row in data["comparisons"]]
    wrong = [f"comparisons.csv has no row, or more than one, for {key}" for key in wanted if found.count(key) != 1]
    return wrong + [f"comparisons.csv has {key}, which is not in the plan" for key in found if key not in wanted]
