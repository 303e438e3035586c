"""How a goal of speed is told: what was measured, against what, and whether that is good enough."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One goal: its number, what was done, the figure and its unit, and the most that it may be."""

    goal: int
    what: str
    figure: float
    unit: str
    most: float
    how: str = ""

    def __str__(self) -> str:
        met = "met" if self.figure <= self.most else "NOT MET"
        return f"{self.goal:3}  {self.what:58} {self.figure:7.2f} {self.unit:18} goal {self.most:g}  {met:8} {self.how}"
