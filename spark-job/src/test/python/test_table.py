"""The data source from Python and SQL: the README's lines and the example, as they stand, by spark-submit with the jar."""

import os
import pathlib
import re
import subprocess
import sys

import pyarrow.parquet
import pytest

import pages


@pytest.fixture
def submit(root, tmp_path):
    """Runs a command of a page in a folder of its own, beside what the repository has there; returns what it printed."""
    for name in ("examples", "spark-job"):
        (tmp_path / name).symlink_to(root / name)
    env = {
        **os.environ,
        "PATH": f"{pathlib.Path(sys.executable).parent}:{os.environ['PATH']}",
        "SPARK_LOCAL_IP": "127.0.0.1",
        "LP_NUM_THREADS": "0",
    }

    def run(command):
        done = subprocess.run(
            ["bash", "-euc", command], cwd=tmp_path, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=900, check=False
        )
        assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-6000:]
        return done.stdout

    return run


def shown():
    """The README's line that submits the example."""
    (command,) = [command for command in pages.commands("README.md") if command.startswith("spark-submit ")]
    return command


def test_the_example_goes_from_a_spec_to_batches(submit, root, tmp_path):
    command = shown()
    assert command in (root / "examples/training_batch.py").read_text()
    printed = submit(command)
    assert re.findall(r"batch: (\(8, 3, 192, 192\)) float32 (\(8, 68, 2\)) float32", printed), printed
    assert len(pyarrow.parquet.read_table(tmp_path / "out/training")) == 16
    turned, samples = map(int, re.search(r"degrees: (\d+) of (\d+)", printed).groups())
    assert samples == 100_000 and 25_000 < turned < 42_000
    assert all(float(loss) < 0.05 for loss in re.findall(r"loss of the mean shape: ([\d.]+)", printed))


SESSION = """
from pyspark.sql import SparkSession

spark = SparkSession.builder.getOrCreate()
"""

ASK = """
for line in SQL:
    rows = spark.sql(line).collect()
    print(line.split("(")[0], "->", [len(row[0]["bytes"]) if line.startswith("SELECT image") else row[0] for row in rows][:9])
"""


def test_the_readmes_lines_run(submit, root, tmp_path):
    """Its PySpark and its SQL. A million samples are counted undrawn: drawing them would take days."""
    text = (root / "README.md").read_text()
    (python,) = [block for block in re.findall(r"```python\n(.*?)```", text, re.DOTALL) if 'format("limner")' in block]
    (sql,) = re.findall(r"```sql\n(.*?)```", text, re.DOTALL)
    lines = [line.strip() for line in sql.split(";") if line.strip()]
    smaller = [line.replace("OPTIONS (", "OPTIONS ('set.image.width' '96', 'set.image.height' '96', ") for line in lines]
    (tmp_path / "script.py").write_text(f"SQL = {smaller!r}\n{SESSION}\n{python}\n{ASK}")
    printed = submit(shown().replace("examples/training_batch.py", "script.py"))
    print(printed)
    assert len(pyarrow.parquet.read_table(tmp_path / "out/five")) == 5
    assert re.search(r"SELECT image FROM .* -> \[(\d{4,}, ){4}\d{4,}\]", printed), printed


def test_the_readmes_scala_runs(submit, root, tmp_path):
    (scala,) = re.findall(r"```scala\n(.*?)```", (root / "README.md").read_text(), re.DOTALL)
    count = 'println("turned: " + faces.where($"head_yaw" > 30).count() + " of " + faces.count())'
    (tmp_path / "script.scala").write_text(f"{scala}\n{count}\nsys.exit(0)\n")
    printed = submit(shown().replace("spark-submit", "spark-shell").replace("examples/training_batch.py", "-i script.scala"))
    print(printed)
    assert len(re.findall(r"^\| +\d+\|\[[-\d.]+, ", printed, re.MULTILINE)) == 2, printed
    turned, samples = map(int, re.search(r"turned: (\d+) of (\d+)", printed).groups())
    assert samples == 1_000_000 and 50_000 < turned < 80_000
