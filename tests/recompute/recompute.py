"""Recomputes every number of scores.csv and comparisons.csv from the other tables of dist/data/, with nothing but Python's
standard library, and says where they differ by more than 1e-9. It shares no code with the explainer.

    python3 tests/recompute/recompute.py [--self-test] [FOLDER]

FOLDER is dist/data without it. With --self-test single numbers are made wrong in memory, and each must be noticed.
"""
from __future__ import annotations

import sys

sys.dont_write_bytecode = True

from pathlib import Path

import checks
import self_test
import tables


def everything(data: dict) -> list[list[str]]:
    """What is wrong by each check."""
    sides = [(row["id"], whose) for row in data["sides"] for whose in ("all", "home")]
    return [
        checks.of_acts(data),
        checks.of_plan(data),
        *(checks.of_scores(data, side, whose) for side, whose in sides),
        *(checks.of_comparison(data, row) for row in data["comparisons"]),
        *(checks.of_reference(data, pair, known) for pair, known in checks.REFERENCES),
    ]


def main(arguments: list[str]) -> int:
    folders = [argument for argument in arguments if argument != "--self-test"]
    data = tables.read(Path(folders[0] if folders else "dist/data"))
    results = self_test.everything(data) if "--self-test" in arguments else everything(data)
    for sentence in (sentence for wrong in results for sentence in wrong):
        print(sentence)
    failed = sum(bool(wrong) for wrong in results)
    print(f"{len(results) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
