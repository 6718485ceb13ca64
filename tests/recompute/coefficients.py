"""Coefficients of pairs of numbers, and counts of steps, each written from its definition."""
from __future__ import annotations

import math
from fractions import Fraction


def pearson(pairs: list[tuple]) -> float | None:
    """The product-moment coefficient (Pearson 1896): the sum of the products of the deviations from both means, over the
    root of the product of their sums of squares. None of fewer than three pairs, or where one side never moves."""
    if len(pairs) < 3 or len({x for x, _ in pairs}) < 2 or len({y for _, y in pairs}) < 2:
        return None
    mean_x = sum(x for x, _ in pairs) / len(pairs)
    mean_y = sum(y for _, y in pairs) / len(pairs)
    products = sum((x - mean_x) * (y - mean_y) for x, y in pairs)
    squares_x = sum((x - mean_x) ** 2 for x, _ in pairs)
    squares_y = sum((y - mean_y) ** 2 for _, y in pairs)
    return float(products) / math.sqrt(float(squares_x) * float(squares_y))


def ranks(values: list) -> list[Fraction]:
    """The rank of each value, from 1; of equal values the mean of the ranks they take up (Kendall and Gibbons 1990, ch. 3):
    as many as are smaller, and half of those that are equal, the value itself among them, and a half."""
    return [
        Fraction(2 * sum(other < value for other in values) + sum(other == value for other in values) + 1, 2)
        for value in values
    ]


def spearman(pairs: list[tuple]) -> float | None:
    """The rank coefficient (Spearman 1904): Pearson's of the ranks."""
    return pearson(list(zip(ranks([x for x, _ in pairs]), ranks([y for _, y in pairs]))))


class Step:
    """A change of both sides from one year to the next. `a` and `b` are its numbers; `exact` are fractions in the same order
    as these and equal where these should be, for ranks and signs: differences themselves, or the ratio of which a logarithm
    is taken, less one."""

    def __init__(self, year: int, before: tuple, after: tuple, change: str):
        self.year = year
        if change == "log":
            self.exact = (after[0] / before[0] - 1, after[1] / before[1] - 1)
            self.a, self.b = (math.log(float(ratio + 1)) for ratio in self.exact)
        else:
            self.exact = (after[0] - before[0], after[1] - before[1])
            self.a, self.b = (float(difference) for difference in self.exact)


def steps(levels: dict[int, tuple], change: str) -> list[Step]:
    """Between adjacent years only; of a logarithm only between amounts above zero."""
    found = []
    for year in sorted(levels):
        if year - 1 in levels:
            before, after = levels[year - 1], levels[year]
            if change != "log" or min(before + after) > 0:
                found.append(Step(year, before, after, change))
    return found


def counted(all_steps: list[Step]) -> dict[str, int]:
    """In how many steps one went up and the other down, both went the same way, or one of them nowhere."""
    signs = [step.exact[0] * step.exact[1] for step in all_steps]
    return {
        "opposite": sum(sign < 0 for sign in signs),
        "together": sum(sign > 0 for sign in signs),
        "still": sum(sign == 0 for sign in signs),
    }


def first_autocorrelation(values: dict[int, float]) -> float | None:
    """The autocorrelation at lag one (Box and Jenkins, *Time Series Analysis*, ch. 2): the sum of the products of each
    deviation with that of the year after, where there is one, over the sum of squares."""
    if len(set(values.values())) < 2:
        return None
    mean = sum(values.values()) / len(values)
    squares = sum((value - mean) ** 2 for value in values.values())
    products = sum((value - mean) * (values[year + 1] - mean) for year, value in values.items() if year + 1 in values)
    return float(products / squares)
