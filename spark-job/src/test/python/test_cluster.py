"""The same spec, drawn by one slot, by two slots in other shards, and by a cluster into a store, gives the same rows."""

import os
import pathlib
import re
import subprocess
import urllib.error
import urllib.request

import pyspark
import pytest

import farm
import pages
from dataset import Dataset

SAMPLES = 24
SPARK_HOME = pathlib.Path(pyspark.__file__).parent


@pytest.fixture(scope="module")
def master(places, tmp_path_factory):
    with farm.cluster(SPARK_HOME, tmp_path_factory.mktemp("cluster"), places["java_home"]) as running:
        yield running.url


@pytest.fixture(scope="module")
def submit(root, connector, store, master, tmp_path_factory):
    """Runs deploy/bin/submit, offline, against the cluster and the store."""
    log = tmp_path_factory.mktemp("submit") / "submit.log"
    settings = {
        "spark.executor.memory": "1g",
        "spark.driver.memory": "1g",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.cores.max": len(farm.WORKERS),
        "spark.scheduler.minRegisteredResourcesRatio": "1.0",
        "spark.scheduler.maxRegisteredResourcesWaitingTime": "300s",
        "spark.hadoop.fs.s3a.endpoint": store.endpoint,
        "spark.hadoop.fs.s3a.endpoint.region": "us-east-1",
        "spark.hadoop.fs.s3a.path.style.access": "true",
        "spark.hadoop.fs.s3a.connection.ssl.enabled": "false",
    }

    def run(*arguments, expect=0):
        command = [root / "deploy/bin/submit", "standalone,s3a", "--master", master]
        command += [word for key, value in settings.items() for word in ("--conf", f"{key}={value}")]
        command += ["--", *arguments]
        env = {
            "SPARK_HOME": str(SPARK_HOME),
            "SPARK_LOCAL_IP": "127.0.0.1",
            "AWS_ACCESS_KEY_ID": farm.ACCESS_KEY,
            "AWS_SECRET_ACCESS_KEY": farm.SECRET_KEY,
        }
        with farm.process(command, log, env) as child:
            code = child.wait(timeout=1800)
        text = log.read_text()
        assert code == expect, f"submit {arguments} ended with {code}, not {expect}:\n{text[-6000:]}"
        return text

    return run


@pytest.fixture(scope="module")
def drawn(submit, small_spec, store):
    """The small spec, drawn by the cluster into the store."""
    text = submit("render", small_spec, "--out", f"s3a://{farm.BUCKET}/sets/small", "--shard-size", 3)
    return text, Dataset(f"{farm.BUCKET}/sets/small", store.filesystem)


def test_the_cluster_draws_the_rows_that_one_slot_draws(drawn, small):
    _, dataset = drawn
    expected = small.hashes()
    assert [sample for sample, _, _ in expected] == list(range(SAMPLES))
    assert all(pixels and labels for _, pixels, labels in expected)
    assert dataset.hashes() == expected


def test_two_slots_and_other_shards_draw_the_rows_that_one_slot_draws(limner, small, small_spec, tmp_path):
    limner("render", small_spec, "--out", tmp_path / "out", "--master", "local[2]", "--shard-size", 5)
    other = Dataset(tmp_path / "out")
    assert len(other.parts()) == 5
    assert other.hashes() == small.hashes()


def test_shards_are_what_the_store_holds(drawn):
    _, dataset = drawn
    assert len(dataset.parts()) == 8
    assert all(re.search(r"part-\d+-[0-9a-f]+\.parquet$", part) for part in dataset.parts())


def test_a_second_run_finds_the_dataset_complete(drawn, submit, small_spec, store):
    before = store.keys("sets/small")
    submit("render", small_spec, "--out", f"s3a://{farm.BUCKET}/sets/small", "--shard-size", 3)
    assert store.keys("sets/small") == before


def test_verify_reads_the_store(drawn, submit):
    submit("verify", f"s3a://{farm.BUCKET}/sets/small")


def test_both_workers_took_part(drawn, master, tmp_path_factory):
    """The settings above have the driver wait for both executors, and there are more shards than executors."""
    folders = [path for path in tmp_path_factory.getbasetemp().glob("cluster*/work-*") if any(path.glob("app-*/*/stderr"))]
    assert sorted({path.name for path in folders}) == [f"work-{host}" for host in farm.WORKERS]


def test_secrets_stay_out_of_what_is_printed(drawn):
    text, _ = drawn
    assert farm.SECRET_KEY not in text


def test_the_store_at_home(store, root):
    """The RUNBOOK's block as it stands, but for the store: here it is the tests' own, on another port and with other keys."""
    (block,) = [block for block in pages.blocks("deploy/RUNBOOK.md") if block[0].startswith("docker compose")]
    script = "\n".join(block[1:])
    for said, meant in {
        "http://127.0.0.1:9000": store.endpoint,
        "AWS_ACCESS_KEY_ID=limner ": f"AWS_ACCESS_KEY_ID={farm.ACCESS_KEY} ",
        "limner-at-home": farm.SECRET_KEY,
        "s3a://faces/": f"s3a://{farm.BUCKET}/faces/",
    }.items():
        assert said in script
        script = script.replace(said, meant)
    done = subprocess.run(["bash", "-euc", script], cwd=root, capture_output=True, text=True, timeout=1800, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "all 4 samples are there and right" in done.stdout


def test_unsigned_requests_are_refused(store):
    """The store does check signatures: else the tests above prove less than they say."""
    with pytest.raises(urllib.error.HTTPError) as refusal:
        urllib.request.urlopen(f"{store.endpoint}/{farm.BUCKET}/", timeout=10)
    assert refusal.value.code == 403


def test_nothing_is_left_running_after_a_failure(tmp_path):
    """What a failing test leaves behind would disturb every run after it."""
    with pytest.raises(RuntimeError):
        with farm.process(["bash", "-c", "sleep 600 & sleep 600"], tmp_path / "log") as child:
            assert farm.group_lives(child)
            raise RuntimeError("a test failed")
    assert not farm.group_lives(child)
    assert subprocess.run(["kill", "-0", str(child.pid)], stderr=subprocess.DEVNULL, check=False).returncode != 0
