"""The DAGs of deploy/airflow, run by a real Airflow over a real spark-submit: the steps, a backfill, a killed driver, a wrong spec."""

import hashlib
import json
import os
import pathlib
import shlex
import shutil
import signal
import time

import kubernetes_validate
import pyspark
import pytest

import pages
import scheduler
from dataset import Dataset

SAMPLES = 24
SHARDS = 12
FULL = "2026-02-01"
WRONG = "2026-02-02"
DAYS = ["2026-01-01", "2026-01-02", "2026-01-03"]
KILLED = DAYS[1]
STEPS = ["validate", "plan", "render", "verify", "publish"]

SPEC = f"""\
limner: 1
name: nightly
seed: 5
samples: {SAMPLES}
image: {{ width: 128, height: 128, format: jpeg, quality: 90 }}
labels: [landmarks, segmentation]
"""


# The RUNBOOK's lines, which these tests run as they stand.
POOL, CONNECTION, BACKFILL, AGAIN, TRIGGER = [shlex.split(line)[1:] for line in pages.commands("deploy/RUNBOOK.md") if line.startswith("airflow ")]


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A spec, and where the days go."""
    folder = tmp_path_factory.mktemp("nightly")
    (folder / "nightly.yaml").write_text(SPEC)
    return folder


@pytest.fixture(scope="module")
def airflow(root, place):
    conf = place / "nightly.conf"
    conf.write_text((root / "deploy/conf/standalone.conf").read_text() + "spark.driver.host 127.0.0.1\nspark.ui.enabled false\n")
    installed = scheduler.Airflow(
        root,
        place,
        {
            "SPARK_HOME": str(pathlib.Path(pyspark.__file__).parent),
            "SPARK_LOCAL_IP": "127.0.0.1",
            "LP_NUM_THREADS": "0",
            # The drivers live for seconds: what a compiler that thinks hard would win, it costs.
            "JAVA_TOOL_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
            "LIMNER_JAR": str(next((root / "spark-job" / "target").glob("spark-job-*-all.jar"))),
            "LIMNER_CONF": str(conf),
            "LIMNER_SPEC": str(place / "nightly.yaml"),
            "LIMNER_OUT": str(place / "out"),
        },
    )
    installed.prepare()
    installed(*POOL)
    installed(*CONNECTION)
    return installed


def days(place):
    """(sample id, pixel hash, label hash) of every row, by day."""
    return {day: Dataset(place / "out" / f"ds={day}").hashes() for day in DAYS}


def states(airflow, day):
    """How the steps of the newest run of a day ended. How often one was tried is the machine's business, unless it was killed."""
    return {step: state for step, (state, _) in airflow.tasks(day).items()}


def shards(folder):
    """Shards that are there, and when each was written."""
    return {file.name: file.stat().st_mtime_ns for file in (folder / "data").glob("part-*.parquet")}


IMPORT = """
import os, warnings
from airflow.dag_processing.dagbag import DagBag
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    bag = DagBag(os.environ["AIRFLOW__CORE__DAGS_FOLDER"])
ours = [w for w in seen if "/deploy/airflow/" in w.filename or "irflow" in w.category.__module__ + w.category.__name__]
wrong = {"day": "yesterday", "slots": 0, "device": "tpu", "spec": "x.txt", "out": "/data/", "max_failures": -1, "strict": "yes", "assets": "-x"}
right = {"day": "2026-02-02", "slots": 4, "device": "cpu", "spec": "x.yaml", "out": "s3a://b/x", "max_failures": 0, "strict": True, "assets": "/photos"}

def taken(dag, name, value):
    try:
        return dag.params.get_param(name).resolve(value) == value
    except ValueError:
        return False

for name, dag in bag.dags.items():
    assert {n: taken(dag, n, v) for n, v in wrong.items()} == dict.fromkeys(wrong, False)
    assert {n: taken(dag, n, v) for n, v in right.items()} == dict.fromkeys(right, True)
    assert {task.task_id: task.pool for task in dag.tasks if task.pool != "default_pool"} == {"render": "limner", "verify": "limner"}
print([str(warning) for warning in ours], bag.import_errors)
for name, dag in sorted(bag.dags.items()):
    print(name, *[task.task_id for task in dag.topological_sort()])
"""


def test_the_dags_import_without_warnings_with_typed_parameters_and_a_pool(airflow):
    clean, *dags = airflow.python(IMPORT).splitlines()[-3:]
    assert clean == "[] {}"
    assert dags == [" ".join([name, *STEPS]) for name in ("limner_render", "limner_render_kubernetes")]


EXITS = """
import http.server, json, os, pathlib, threading

class OnePod(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(ApiClient().sanitize_for_serialization(manifest)).encode())
    do_DELETE = do_PATCH = do_GET

server = http.server.HTTPServer(("127.0.0.1", 0), OnePod)
threading.Thread(target=server.serve_forever, daemon=True).start()
there = {"server": f"http://127.0.0.1:{server.server_port}"}
config = pathlib.Path(os.environ["KUBECONFIG"])
config.write_text(json.dumps({
    "current-context": "here", "users": [{"name": "me", "user": {}}], "clusters": [{"name": "here", "cluster": there}],
    "contexts": [{"name": "here", "context": {"cluster": "here", "user": "me"}}],
}))

from airflow.exceptions import AirflowException
from airflow.sdk.exceptions import AirflowFailException
from kubernetes.client import ApiClient, models as k8s
from limner_airflow.flow import RENDER
from limner_airflow.kubernetes import pod
from limner_airflow.spark import submit

def outcome(action):
    try:
        action()
    except AirflowFailException:
        return "fails"
    except AirflowException:
        return "is tried again"
    return "succeeds"

def ended(manifest, code):
    state = k8s.V1ContainerState(terminated=k8s.V1ContainerStateTerminated(exit_code=code))
    status = k8s.V1ContainerStatus(name="base", image="", image_id="", ready=False, restart_count=0, state=state)
    manifest.status = k8s.V1PodStatus(phase="Succeeded" if code == 0 else "Failed", container_statuses=[status])

said = {"spark": {}, "pod": {}}
for code in (0, 1, 2, 75):
    os.environ["CODE"] = str(code)
    said["spark"][code] = outcome(lambda: submit("validate", ["plan", "", "x.yaml"]).execute({}))
    step = pod("render", RENDER)
    manifest = step.build_pod_request_obj()
    ended(manifest, code)
    said["pod"][code] = outcome(lambda: step.cleanup(manifest, manifest))
said["manifest"] = ApiClient().sanitize_for_serialization(pod("render", RENDER).build_pod_request_obj())
print(json.dumps(said))
"""


def test_exit_code_2_fails_at_once_and_others_are_tried_again(airflow, tmp_path):
    """With a spark-submit that ends as it is told, and with pods that ended so; the Kubernetes API here knows one pod."""
    program = tmp_path / "spark-submit"
    program.write_text('#!/bin/sh\n[ "${*#*plan x.yaml}" != "$*" ] || exit 99\nexit "$CODE"\n')
    program.chmod(0o755)
    said = json.loads(airflow.python(EXITS, tmp_path, {"KUBECONFIG": str(tmp_path / "kubeconfig")}).splitlines()[-1])
    assert said["spark"] == said["pod"] == {"0": "succeeds", "1": "is tried again", "2": "fails", "75": "is tried again"}
    kubernetes_validate.validate(said["manifest"], "1.30", strict=True)
    (container,) = said["manifest"]["spec"]["containers"]
    assert container["command"] == ["/opt/spark/bin/spark-submit"]
    assert "io.limner.job.cli.Limner" in container["args"]


def test_a_run_goes_through_every_step_and_publishes_its_summary(airflow, place):
    """By hand, as of a midnight: its data interval is the day before."""
    printed = airflow("dags", "test", "limner_render", FULL, "--conf", json.dumps({"shard_size": SAMPLES // SHARDS}))
    assert airflow.tasks(FULL) == {step: ("success", 1) for step in STEPS}, printed[-6000:]
    folder = place / "out" / "ds=2026-01-31"
    assert [sample for sample, _, _ in Dataset(folder).hashes()] == list(range(SAMPLES))
    assert len(shards(folder)) == SHARDS
    manifest = json.loads((folder / "_limner" / "manifest.json").read_text())
    ((told,),) = airflow.rows("select extra from asset_event")
    assert json.loads(told) == {
        "dataset": str(folder),
        "complete": True,
        **manifest["identity"],
        **manifest["totals"],
        "drawn_by": manifest["drawn_by"],
    }
    assert manifest["totals"]["samples"] == SAMPLES


def ended(airflow):
    """Whether all runs have ended, and the scheduler has noticed that their backfill has."""
    return not airflow.rows("select 1 from dag_run where state not in ('success', 'failed')") and not airflow.rows(
        "select 1 from backfill where completed_at is null"
    )


@pytest.fixture(scope="module")
def first(airflow, place):
    """The first backfill, beside a run whose spec is not there. The driver of one day is killed as soon as it has written a shard: what
    it had written by then."""
    airflow(*TRIGGER)
    airflow(*BACKFILL)
    folder = place / "out" / f"ds={KILLED}"
    with airflow.running():
        airflow.wait(lambda: shards(folder), "the first shard of the day whose driver is killed", 1800, 0.02)
        os.kill(json.loads((folder / "_limner" / "lease.json").read_text())["process"], signal.SIGKILL)
        time.sleep(0.5)
        written = shards(folder)
        airflow.wait(lambda: ended(airflow), "the end of the backfill", 1800)
    return written


def test_a_backfill_draws_every_day_and_no_two_alike(airflow, place, first):
    hashes = days(place)
    assert all([sample for sample, _, _ in rows] == list(range(SAMPLES)) for rows in hashes.values())
    assert len({pixels for rows in hashes.values() for _, pixels, _ in rows}) == SAMPLES * len(DAYS)
    for day in DAYS:
        assert states(airflow, day) == dict.fromkeys(STEPS, "success")


def test_a_retry_after_a_killed_driver_draws_what_is_missing(airflow, place, first):
    state, tries = airflow.tasks(KILLED)["render"]
    assert state == "success" and tries >= 2
    now = shards(place / "out" / f"ds={KILLED}")
    assert 0 < len(first) < len(now)
    assert {name: now[name] for name in first} == first


def test_the_callback_of_a_retry_says_how_far_it_came(airflow, first):
    said = summaries(airflow, KILLED, "render")[0]
    assert not said["complete"] and said["shards"] == len(first)
    assert "137" in said["problem"] or "-9" in said["problem"]


def test_a_spec_that_is_not_there_fails_at_once(airflow, first):
    """Three retries are allowed, and none is taken after Limner has said so: it is said once."""
    assert states(airflow, WRONG) == {"validate": "failed", **dict.fromkeys(STEPS[1:], "upstream_failed")}
    (said,) = summaries(airflow, WRONG, "validate")
    assert "/opt/limner/specs/other.yaml" in said["problem"]


def test_a_second_backfill_leaves_equal_data(airflow, place, first):
    """One day is taken away before: it is drawn again, the same. The others are not touched."""
    before, kept = days(place), {day: shards(place / "out" / f"ds={day}") for day in DAYS[:2]}
    shutil.rmtree(place / "out" / f"ds={DAYS[2]}")
    airflow(*AGAIN)
    with airflow.running():
        airflow.wait(lambda: ended(airflow), "the end of the second backfill", 1800)
    assert days(place) == before
    assert {day: shards(place / "out" / f"ds={day}") for day in DAYS[:2]} == kept
    for day in DAYS:
        assert states(airflow, day) == dict.fromkeys(STEPS, "success")
    assert len(airflow.rows("select 1 from asset_event")) == 1 + 2 * len(DAYS)
    for day, rows in before.items():
        print(f"\nds={day}, drawn and backfilled twice: {hashlib.sha256(repr(rows).encode()).hexdigest()}")


def summaries(airflow, day, task):
    """What the callbacks said of a day, in the logs of a task."""
    said = [json.loads(event.split("summary ", 1)[1]) for event in airflow.events(task) if event.startswith("limner run summary")]
    return [summary for summary in said if summary["dataset"].endswith(f"ds={day}")]
