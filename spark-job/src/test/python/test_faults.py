"""The fault bench in its short profile; `./limner test faults --long` tries more, and writes the RUNBOOK's table."""

import os
import pathlib

import pytest

from faults import table
from faults.bench import ROOT, Bench
from faults.rows import ROWS

HERE = pathlib.Path(__file__).parent
# Take minutes also where they are short; `pixels` has a test of its own, in test_cluster.
BY_HAND = ("gone", "storm", "pixels", "store", "twins", "decommission", "damage")


@pytest.fixture(scope="module")
def bench(connector, places, tmp_path_factory):
    assert os.environ["JAVA_HOME"] == str(places["java_home"])
    with Bench(tmp_path_factory.mktemp("faults")) as ready:
        yield ready


@pytest.mark.parametrize("row", [row for row in ROWS if row.act and row.name not in BY_HAND], ids=lambda row: row.name)
def test_a_promise_holds(bench, row):
    came = row.run(bench)
    print(f"\n{row.promise}: {came}")
    if came.startswith("not tried"):
        pytest.skip(came)


def test_the_runbooks_table_has_these_rows():
    lines = table.written()
    assert list(lines) == [row.name for row in ROWS]
    for row in ROWS:
        assert f"| {row.promise} | {row.harm} |" in lines[row.name], "write it anew: ./limner test faults --long --write"
        assert "**failed**" not in lines[row.name]


@pytest.mark.parametrize("row", [row for row in ROWS if not row.act], ids=lambda row: row.name)
def test_what_is_said_to_be_tested_elsewhere_is(row):
    for name in row.java:
        kind, _, method = name.partition("#")
        (source,) = ROOT.glob(f"*/src/test/java/**/{kind}.java")
        assert f" {method}(" in source.read_text(), name
    for name in row.python:
        file, _, function = name.partition("::")
        assert f"def {function}(" in (HERE / file).read_text(), name
    assert row.java or row.python
