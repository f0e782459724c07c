"""The commands that the pages show: every line of every block marked as shell."""

import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[4]
PAGES = ["README.md", "CONTRIBUTING.md", "deploy/RUNBOOK.md"]


def blocks(page):
    """Lists of commands, without comments, continued lines joined."""
    for block in re.findall(r"```sh\n(.*?)```", (ROOT / page).read_text(), re.DOTALL):
        lines = [re.sub(r"\s+#.*$", "", line).strip() for line in block.replace("\\\n", " ").splitlines()]
        yield [line for line in lines if line]


def commands(page):
    return [command for block in blocks(page) for command in block]
