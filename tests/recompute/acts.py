"""Yearly scores from the coded acts of effects.csv, by the coding rules of data/README.md."""
from __future__ import annotations

import math
from datetime import date, timedelta
from fractions import Fraction


def year_of(act: dict) -> int:
    """The year of the moment at which an act counts, given in days since the start of 1970-01-01."""
    return (date(1970, 1, 1) + timedelta(days=math.floor(act["counts_at"]))).year


def kept(acts: list[dict], whose: str) -> list[dict]:
    """Everybody's acts, or those in which the home country acts, alone or together with the partner."""
    return [act for act in acts if whose == "all" or act["by"] in ("home", "both")]


def scoring(acts: list[dict]) -> list[dict]:
    """Rule 8: one campaign is one episode and scores once, with each partner by the first of the acts given."""
    told = set()
    found = []
    for act in sorted(acts, key=lambda act: act["counts_at"]):
        campaign = (act["episode"], act["partner"])
        if act["episode"] is None or campaign not in told:
            found.append(act)
        told.add(campaign)
    return found


def yearly(data: dict, side: str, whose: str) -> dict[int, tuple[Fraction, int]]:
    """For every year of the period the sum of what scores for a side, and how many events are behind it."""
    partners = next(row["partners"] for row in data["sides"] if row["id"] == side).split(" ")
    acts = [act for act in kept(data["effects"], whose) if act["partner"] in partners]
    found = {year: (Fraction(0), set()) for year in data["years"]}
    for act in scoring(acts):
        year = year_of(act)
        if year in found:
            score, events = found[year]
            found[year] = (score + act["goldstein"], events | {act["event"]})
    return {year: (score, len(events)) for year, (score, events) in found.items()}
