"""Reads the tables of dist/data/ by what datapackage.json says of their columns.

Numbers become exact fractions: what is equal in the decimals of a file is then equal, whatever a float would make of it.
"""
from __future__ import annotations

import csv
import json
from fractions import Fraction
from pathlib import Path

TYPES = {"number": Fraction, "integer": int, "year": int, "boolean": lambda cell: {"true": True, "false": False}[cell]}


def table(folder: Path, package: dict, name: str) -> list[dict]:
    """The rows of a table; an empty cell is None."""
    resource = next(resource for resource in package["resources"] if resource["name"] == name)
    types = {field["name"]: TYPES.get(field["type"], str) for field in resource["schema"]["fields"]}
    with open(folder / resource["path"], encoding=resource["encoding"], newline="") as file:
        return [
            {column: types[column](cell) if cell else None for column, cell in row.items()}
            for row in csv.DictReader(file)
        ]


def read(folder: Path) -> dict:
    """What is recomputed from, and what is compared with it; the period and the plan out of the whole dossier."""
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    data: dict = {name: table(folder, package, name) for name in ["effects", "series", "sides", "scores", "comparisons"]}
    resource = next(resource for resource in package["resources"] if resource["name"] == "dossier")
    dossier = json.loads((folder / resource["path"]).read_text(encoding="utf-8"))
    first, last = dossier["dossier.json"]["domain"].split("/")
    data["years"] = range(int(first[:4]), int(last[:4]) + 1)
    data["plan"] = dossier["test.json"]
    return data
