"""A cluster with a node that cannot draw; what a run says of itself while it goes and when it is done; the presets that start it."""

import http.client
import json
import os
import pathlib
import re
import time
import urllib.request

import pyspark
import pytest

import farm
from dataset import Dataset

SPARK_HOME = pathlib.Path(pyspark.__file__).parent
GOOD, BAD = farm.WORKERS


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("farm")


@pytest.fixture(scope="module")
def master(folder):
    with farm.cluster(SPARK_HOME, folder, os.environ["JAVA_HOME"], broken=BAD) as running:
        yield running.url


@pytest.fixture
def submitted(root, master, tmp_path):
    """Starts deploy/bin/submit in the background; yields the process and the file of its log."""

    def start(presets, *arguments, **more):
        settings = {
            "spark.executor.memory": "1g",
            "spark.driver.memory": "1g",
            "spark.driver.host": "127.0.0.1",
            "spark.driver.bindAddress": "127.0.0.1",
            "spark.ui.port": 0,
            "spark.executor.heartbeatInterval": "1s",
            "spark.scheduler.minRegisteredResourcesRatio": "1.0",
            "spark.scheduler.maxRegisteredResourcesWaitingTime": "300s",
            **more,
        }
        command = [root / "deploy/bin/submit", presets, "--master", master]
        command += [word for key, value in settings.items() for word in ("--conf", f"{key}={value}")]
        log = tmp_path / "submit.log"
        env = {"SPARK_HOME": str(SPARK_HOME), "SPARK_LOCAL_IP": "127.0.0.1"}
        return farm.process([*command, "--", *arguments], log, env), log

    return start


def fetch(port, path):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5) as answer:
            return answer.read().decode()
    except (OSError, http.client.HTTPException):
        return ""


def metrics(text):
    return {name: float(value) for name, value in re.findall(r"^metrics_limner_driver_limner_(\w+)_Value\S* (\S+)$", text, re.MULTILINE)}


def test_a_node_that_cannot_draw_costs_nothing_and_is_named(submitted, folder, small, small_spec, tmp_path):
    started, log = submitted("standalone,metrics", "render", small_spec, "--out", tmp_path / "out", "--shard-size", 2)
    seen, executors, drawing = {}, "", 0
    with started as child:
        deadline = time.monotonic() + 1800
        while child.poll() is None and time.monotonic() < deadline:
            port = farm.bound("SparkUI", log)
            now = metrics(fetch(port, "/metrics/prometheus/"))
            if now.get("samples_drawn", 0) >= seen.get("samples_drawn", 0):
                seen = now or seen
            executors = fetch(port, "/metrics/executors/prometheus/") or executors
            drawing = max(drawing, len(farm.processes("ChildMain", folder)))
            time.sleep(0.5)
        text = log.read_text()
        assert child.poll() == 0, text[-6000:]

    assert Dataset(tmp_path / "out").hashes() == small.hashes()
    # A cluster draws in processes, and none of them outlives its executor.
    assert drawing > 0
    gone = time.monotonic() + 300
    while farm.processes("ChildMain", folder) and time.monotonic() < gone:
        time.sleep(0.2)
    assert farm.processes("ChildMain", folder) == []

    assert seen["samples"] == 24
    assert 0 < seen["samples_drawn"] <= 24
    assert seen["images_per_second"] > 0
    assert seen["samples_failed"] == 0
    assert any(name.startswith("executor_") and value > 0 for name, value in seen.items())
    assert "metrics_executor_completedTasks_total" in executors

    reason = f"mended by trying again: {BAD}: EglException: no OpenGL 4.5 context"
    assert reason in text
    run = json.loads((tmp_path / "out/_limner/manifest.json").read_text())["run"]
    assert any(fault.startswith(f"{BAD}: EglException") for fault in run["faults"])
    assert {executor["host"]: executor["samples"] for executor in run["executors"]} == {GOOD: 24, BAD: 0}
    lines = [json.loads(line[line.index("{") :]) for line in text.splitlines() if '"images_per_second"' in line]
    assert lines[-1]["done"] == lines[-1]["samples"] == 24


def test_executors_come_as_there_is_work(submitted, small, small_spec, tmp_path):
    """The other preset, beside it; the bad node is the cluster's still."""
    started, log = submitted("standalone,elastic", "render", small_spec, "--out", tmp_path / "out", "--shard-size", 8)
    with started as child:
        assert child.wait(timeout=1800) == 0, log.read_text()[-6000:]
    assert Dataset(tmp_path / "out").hashes() == small.hashes()
    assert "ExecutorAllocationManager" in log.read_text()


def test_a_run_without_executors_says_what_it_waits_for(submitted, small_spec, tmp_path):
    """No worker has room for such an executor, and Spark waits for one without end."""
    started, log = submitted("standalone", "render", small_spec, "--out", tmp_path / "out", **{"spark.executor.memory": "64g"})
    with started as child:
        farm.wait_until(lambda: '"waits_for"' in log.read_text(), "what it waits for", log, child)
        assert child.poll() is None
    line = re.search("^limner: (no executor yet after 1 min: .*)$", log.read_text(), re.MULTILINE).group(1)
    assert "spark.executor.memory=64g" in line and "ask for less" in line
    assert not list((tmp_path / "out").glob("data/*"))
