"""The table of what was tried, as Markdown, alone and in the RUNBOOK."""

import dataclasses
import datetime
import os
import re

from .bench import ROOT

RUNBOOK = ROOT / "deploy/RUNBOOK.md"
HEAD = "| row | promise | what was done | what came of it | when, load |\n|---|---|---|---|---|"
SECTION = re.compile(r"(?<=<!-- faults -->\n).*?(?=<!-- /faults -->)", re.DOTALL)


@dataclasses.dataclass
class Line:
    """A row that was tried."""

    row: object
    came: str
    long: bool
    failed: bool = False
    when: str = dataclasses.field(default_factory=lambda: f"{datetime.date.today()}, {os.getloadavg()[1]:.0f}")

    def __str__(self):
        profile = "" if self.long else ", short"
        return f"| `{self.row.name}` | {self.row.promise} | {self.row.harm} | {self.came} | {self.when}{profile} |"


def text(lines):
    return "\n".join([HEAD, *map(str, lines.values())])


def written():
    """The lines of the RUNBOOK's table by row."""
    (section,) = SECTION.findall(RUNBOOK.read_text())
    return {match[1]: line for line in section.splitlines() if (match := re.match(r"\| `(\w+)` \|", line))}


def write(line):
    """Puts a line into the RUNBOOK, in place of that of the same row."""
    from .rows import ROWS

    kept = {**written(), line.row.name: line}
    ordered = {row.name: kept[row.name] for row in ROWS if row.name in kept}
    RUNBOOK.write_text(SECTION.sub(lambda _: text(ordered) + "\n", RUNBOOK.read_text()))
