"""Intervals of the coefficients of changes: a moving-block bootstrap (Künsch 1989, *Annals of Statistics* 17:3)."""
from __future__ import annotations

import math
from itertools import accumulate

from coefficients import Step

SEED = 1991
RESAMPLES = 1999
LEVEL_PERCENT = 99
MASK = (1 << 64) - 1


class SplitMix64:
    """Steele, Lea and Flood, “Fast splittable pseudorandom number generators”, OOPSLA 2014, figure 17."""

    def __init__(self, seed: int):
        self.state = seed

    def next(self) -> int:
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, count: int) -> int:
        """The upper 32 bits as a fraction of one, times the count."""
        return ((self.next() >> 32) * count) >> 32


def block_length(count: int) -> int:
    """The cube root, rounded, and one at least (Hall, Horowitz and Jing 1995, *Biometrika* 82:3)."""
    return max(1, round(count ** (1 / 3)))


def blocks(years: list[int]) -> list[range]:
    """Every run of so many adjacent steps, by their positions; a shorter run between gaps is a block by itself."""
    length = block_length(len(years))
    runs: list[list[int]] = []
    for at, year in enumerate(years):
        if runs and years[at - 1] == year - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    found = []
    for run in runs:
        if len(run) <= length:
            found.append(range(run[0], run[-1] + 1))
        else:
            found.extend(range(start, start + length) for start in run[: len(run) - length + 1])
    return found


def classes(values: list) -> list[int]:
    """For each value how many different ones are smaller."""
    order = {value: at for at, value in enumerate(sorted(set(values)))}
    return [order[value] for value in values]


def drawn_ranks(of: list[int], drawn: list[int]) -> list[float]:
    """Ranks of what was drawn, twice as large and from any zero: a coefficient does not know. Those of a class begin after
    all smaller ones and end with its last, and each of it has the mean."""
    counts = [0] * (max(of) + 1)
    for at in drawn:
        counts[of[at]] += 1
    ends = list(accumulate(counts))
    return [2 * ends[of[at]] - counts[of[at]] for at in drawn]


def coefficient(xs: list[float], ys: list[float]) -> float:
    """Pearson's coefficient of two lists of which neither is all equal."""
    mean_x, mean_y = math.fsum(xs) / len(xs), math.fsum(ys) / len(ys)
    from_x, from_y = [x - mean_x for x in xs], [y - mean_y for y in ys]
    products = math.fsum(x * y for x, y in zip(from_x, from_y))
    return products / math.sqrt(math.fsum(x * x for x in from_x) * math.fsum(y * y for y in from_y))


def intervals(steps: list[Step]) -> dict[str, float]:
    """Both intervals by percentiles: of B sorted values the (B + 1)·α/2-th from each end (Davison and Hinkley 1997, 5.3.1).
    A resample in which one side is always the same counts as no relation."""
    random = SplitMix64(SEED)
    choices = blocks([step.year for step in steps])
    of_a, of_b = (classes([step.exact[side] for step in steps]) for side in (0, 1))
    pearsons, spearmans = [], []
    for _ in range(RESAMPLES):
        drawn: list[int] = []
        while len(drawn) < len(steps):
            drawn.extend(choices[random.below(len(choices))])
        del drawn[len(steps) :]
        if len({of_a[at] for at in drawn}) < 2 or len({of_b[at] for at in drawn}) < 2:
            pearsons.append(0.0)
            spearmans.append(0.0)
            continue
        pearsons.append(coefficient([steps[at].a for at in drawn], [steps[at].b for at in drawn]))
        spearmans.append(coefficient(drawn_ranks(of_a, drawn), drawn_ranks(of_b, drawn)))
    nth = (RESAMPLES + 1) * (100 - LEVEL_PERCENT) // 200
    pearsons.sort()
    spearmans.sort()
    return {
        "pearson_low": pearsons[nth - 1],
        "pearson_high": pearsons[-nth],
        "spearman_low": spearmans[nth - 1],
        "spearman_high": spearmans[-nth],
    }
