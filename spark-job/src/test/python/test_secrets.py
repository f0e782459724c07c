"""Keys in configuration, environment, address and answers of a store are nowhere to be found afterwards; a cluster with a secret lets in who knows it."""

import io
import pathlib
import subprocess
import time

import pyarrow.parquet
import pyspark
import pytest

import farm
from dataset import Dataset

SPARK_HOME = pathlib.Path(pyspark.__file__).parent

# Each of another kind, so that a hit says where it came from.
CANARIES = {
    "the store's secret, in the configuration": farm.SECRET_KEY,
    "a setting with 'credential' in its name": "canary-credential-5f2c",
    "a setting called awsAccessKeyId": "canary-access-key-77ab",
    "a password in the environment": "canary-environment-91d3",
    "the cluster's secret": "canary-cluster-0c4e8812",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("locked")


def secret_file(path, secret):
    """As the RUNBOOK makes it."""
    settings = ["spark.authenticate true", "spark.network.crypto.enabled true", "spark.master.rest.enabled false"]
    page = (pathlib.Path(__file__).resolve().parents[4] / "deploy/RUNBOOK.md").read_text()
    assert all(f"'{line}'" in page for line in settings)
    path.write_text("\n".join([*settings, f"spark.authenticate.secret {secret}", ""]))
    path.chmod(0o600)
    return path


@pytest.fixture(scope="module")
def master(folder, places):
    """A master and a worker that were started with a secret."""
    secret = secret_file(folder / "secret.conf", CANARIES["the cluster's secret"])
    host = farm.WORKERS[0]
    env = {"SPARK_HOME": str(SPARK_HOME), "JAVA_HOME": str(places["java_home"]), "SPARK_DAEMON_MEMORY": "256m", "LP_NUM_THREADS": "0"}
    with farm.master(SPARK_HOME, folder / "master.log", env, "--properties-file", secret) as (url, web):
        words = [SPARK_HOME / "bin" / "spark-class", "org.apache.spark.deploy.worker.Worker", "--host", host, "--cores", 1, "--memory", "2g"]
        words += ["--webui-port", 0, "--work-dir", folder / "work", "--properties-file", secret, url]
        with farm.process(words, folder / "worker.log", {**env, "SPARK_LOCAL_IP": host}) as child:
            farm.wait_until(lambda: farm.registered(web) == 1, "the worker", folder / "worker.log", child)
            yield url


@pytest.fixture(scope="module")
def submitted(root, connector, store, master, folder):
    """Starts deploy/bin/submit in the background, with keys in the configuration and in the environment."""
    conf = folder / "conf"
    conf.mkdir()
    (folder / "events").mkdir()
    settings = {
        "spark.hadoop.fs.s3a.access.key": farm.ACCESS_KEY,
        "spark.hadoop.fs.s3a.secret.key": farm.SECRET_KEY,
        "spark.limner.test.credential": CANARIES["a setting with 'credential' in its name"],
        "spark.limner.test.awsAccessKeyId": CANARIES["a setting called awsAccessKeyId"],
        "spark.eventLog.enabled": "true",
        "spark.eventLog.dir": f"file://{folder / 'events'}",
        "spark.eventLog.compress": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.hadoop.fs.s3a.endpoint": store.endpoint,
        "spark.hadoop.fs.s3a.endpoint.region": "us-east-1",
        "spark.hadoop.fs.s3a.path.style.access": "true",
    }
    (conf / "spark-defaults.conf").write_text("".join(f"{key} {value}\n" for key, value in settings.items()))

    def start(name, secret, *arguments):
        log = folder / f"{name}.log"
        command = [root / "deploy/bin/submit", "standalone,auth,s3a", "--master", master]
        # Presets win over the configuration.
        command += ["--conf", "spark.executor.memory=1g", "--conf", "spark.driver.memory=1g", "--", *arguments]
        env = {
            "SPARK_HOME": str(SPARK_HOME),
            "SPARK_CONF_DIR": str(conf),
            "SPARK_LOCAL_IP": "127.0.0.1",
            "SPARK_SECRET_FILE": str(secret),
            "LIMNER_TEST_PASSWORD": CANARIES["a password in the environment"],
        }
        return farm.process(command, log, env), log

    return start


def hits(content):
    """Which canaries are in some bytes."""
    return [what for what, canary in CANARIES.items() if canary.encode() in content]


@pytest.fixture(scope="module")
def run(submitted, folder, small_spec):
    """A run whose processes were looked at while it drew: those seen by kind, and the canaries in their words."""
    started, log = submitted("run", folder / "secret.conf", "render", small_spec, "--out", f"s3a://{farm.BUCKET}/secrets", "--shard-size", 6)
    seen, found = set(), set()
    with started as child:
        deadline = time.monotonic() + 1800
        while child.poll() is None and time.monotonic() < deadline:
            for words in farm.commands():
                seen |= {kind for kind in ("SparkSubmit", "CoarseGrainedExecutorBackend", "ChildMain") if kind.encode() in words}
                found |= set(hits(words))
            time.sleep(0.3)
        assert child.poll() == 0, log.read_text()[-6000:]
    return seen, found


def test_a_cluster_with_a_secret_draws_for_who_knows_it(run, small, store):
    assert Dataset(f"{farm.BUCKET}/secrets", store.filesystem).hashes() == small.hashes()


def test_no_process_has_a_secret_among_its_words(run):
    seen, found = run
    assert seen == {"SparkSubmit", "CoarseGrainedExecutorBackend", "ChildMain"}
    assert found == set()


def test_only_processes_of_the_tests_are_looked_at(tmp_path):
    """Their words are all that such a test may be refused for."""
    command = ["bash", "-c", "read -r", "canary-of-another"]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as other:
        assert not [words for words in farm.commands() if b"canary-of-another" in words]
        with farm.process(["sh", "-c", "sleep 600; true", "canary-of-another"], tmp_path / "log"):
            assert [words for words in farm.commands() if b"canary-of-another" in words]
        other.communicate(b"\n")


def test_no_log_has_a_secret(run, folder):
    """Of driver, executor, master and worker, and Spark's event log."""
    logs = [*folder.glob("*.log"), *folder.glob("events/**/*"), *folder.glob("work/**/std*")]
    logs = [path for path in logs if path.is_file()]
    events = [path for path in logs if "events" in path.parts]
    assert any(b"spark.limner.test.credential" in path.read_bytes() for path in events), "the event log has the settings"
    assert any(path.name == "stderr" and path.stat().st_size for path in logs)
    assert {str(path): hits(path.read_bytes()) for path in logs if hits(path.read_bytes())} == {}


def test_no_file_of_the_dataset_has_a_secret(run, store):
    keys = store.keys("secrets")
    assert any("_limner/manifest.json" in key for key in keys) and any(key.endswith("README.md") for key in keys)
    for key in keys:
        with store.filesystem.open_input_file(key) as file:
            content = file.read()
        if key.endswith(".parquet"):
            # Pages are compressed.
            table = pyarrow.parquet.read_table(io.BytesIO(content)).drop_columns(["image", "segmentation", "depth", "normals"])
            content += str(table.to_pylist()).encode()
        assert hits(content) == [], key


def test_who_has_another_secret_is_refused(submitted, folder, small_spec, store):
    other = secret_file(folder / "other.conf", "somebody-elses")
    started, log = submitted("other", other, "render", small_spec, "--out", f"s3a://{farm.BUCKET}/refused")
    with started as child:
        # Spark asks three times, with 20 s between.
        assert child.wait(timeout=1800) != 0
    text = log.read_text()
    assert "All masters are unresponsive" in text, text[-4000:]
    assert "limner: Spark was stopped before the run was done" in text, text[-4000:]
    assert "\tat io.limner" not in text
    assert [key for key in store.keys("refused") if key.endswith(".parquet")] == []


def test_keys_in_an_address_and_wrong_keys_are_refused_and_not_repeated(limner, store, small_spec):
    done = limner("render", small_spec, "--out", f"s3a://canary-id:canary-secret@{farm.BUCKET}/x", expect=2)
    assert "keys do not belong in a URL" in done.stderr
    assert "canary" not in done.stderr + done.stdout
    env = {"LIMNER_JVM_OPTIONS": store.java_options(), "AWS_ACCESS_KEY_ID": farm.ACCESS_KEY, "AWS_SECRET_ACCESS_KEY": "canary-wrong"}
    done = limner("render", small_spec, "--out", f"s3a://{farm.BUCKET}/x", expect=2, env=env)
    assert "canary" not in done.stderr + done.stdout
    assert store.keys("x") == []
