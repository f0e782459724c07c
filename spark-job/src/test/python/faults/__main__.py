"""./limner test faults: breaks a farm of its own on this machine, and says what came of it.

Without --long what continuous integration tries: some hundred samples, a few minutes. With --long 2,000 samples in 125 shards, every instant
of the harm, a storm over 10,000 samples: about an hour on two cores.
"""

import argparse
import pathlib
import shutil
import sys
import tempfile
import time
import traceback

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

from faults import table  # noqa: E402
from faults.bench import Bench  # noqa: E402
from faults.rows import ROWS  # noqa: E402


def main():
    names = [row.name for row in ROWS]
    parser = argparse.ArgumentParser(prog="limner test faults", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", metavar="ROW", nargs="*", help=f"what to try, of {', '.join(names)}; all unless named")
    parser.add_argument("--long", action="store_true", help="2,000 samples, and 10,000 in the storm")
    parser.add_argument("--write", action="store_true", help="puts the figures into the table of deploy/RUNBOOK.md")
    parser.add_argument("--keep", metavar="FOLDER", help="an empty folder for logs and datasets; one that is removed unless named")
    chosen = parser.parse_args()
    if unknown := [name for name in chosen.rows if name not in names]:
        parser.error(f"there is no row {', '.join(unknown)}; there are {', '.join(names)}")
    folder = pathlib.Path(chosen.keep or tempfile.mkdtemp(prefix="limner-faults-"))
    try:
        rows = [row for row in ROWS if not chosen.rows or row.name in chosen.rows]
        lines = tried(Bench(folder, chosen.long), rows, table.write if chosen.write else lambda line: None)
    finally:
        if not chosen.keep:
            shutil.rmtree(folder, ignore_errors=True)
    print(table.text(lines))
    return 1 if any(line.failed for line in lines.values()) else 0


def tried(bench, rows, keep):
    """The lines of the table, by row. Each that did not fail is kept as soon as it is there: all of them take hours."""
    lines = {}
    with bench:
        for row in rows:
            print(f"{row.name}: {row.harm} ...", flush=True)
            began = time.monotonic()
            try:
                lines[row.name] = table.Line(row, row.run(bench), bench.long)
                keep(lines[row.name])
            except Exception:
                traceback.print_exc()
                lines[row.name] = table.Line(row, "**failed**", bench.long, failed=True)
            print(f"{row.name}: {lines[row.name].came} ({time.monotonic() - began:.0f} s)", flush=True)
    return lines


if __name__ == "__main__":
    sys.exit(main())
