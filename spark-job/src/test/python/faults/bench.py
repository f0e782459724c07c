"""A farm to do harm to, and the mark that every run must reach however it was disturbed."""

import contextlib
import dataclasses
import hashlib
import io
import json
import os
import pathlib
import re
import signal
import struct
import subprocess
import time

import botocore.session
import numpy as np
import pyarrow
import pyspark
from PIL import Image

import farm
import proxy
from dataset import Dataset

ROOT = pathlib.Path(__file__).resolve().parents[5]
SPARK_HOME = pathlib.Path(pyspark.__file__).parent

# Faces that are quickly drawn: what is tried is what becomes of rows, not how they look.
FACE = """\
limner: 1
name: {name}
seed: {seed}
samples: {samples}
image: {{ width: {size}, height: {size}, format: png }}
labels: [landmarks]
defaults: neutral
parameters: {{ hair.style: bald, head.yaw: {{ uniform: [-30, 30] }}, capture.noise: {noise} }}
"""

# Beside the shards a finished dataset has these and no others.
OTHER_OBJECTS = {"README.md", "contact-sheet.jpg", "_limner/manifest.json", "_limner/plan.json", "_limner/spec.yaml"}


@dataclasses.dataclass(frozen=True)
class Size:
    """How much is drawn: `samples` in shards of `shard`, and the same for the dataset whose shards are uploaded in parts."""

    samples: int
    shard: int
    parts_samples: int
    parts_shard: int
    storm: int

    @property
    def shards(self):
        return -(-self.samples // self.shard)


SHORT = Size(samples=96, shard=4, parts_samples=40, parts_shard=8, storm=400)
LONG = Size(samples=2000, shard=16, parts_samples=40, parts_shard=8, storm=10_000)


@dataclasses.dataclass
class Spec:
    """A spec, and the rows that one slot draws of it when nothing disturbs it."""

    path: pathlib.Path
    shard: int
    calm: pathlib.Path
    seconds: float
    rows: pyarrow.Table

    @property
    def shards(self):
        return -(-len(self.rows) // self.shard)


@dataclasses.dataclass
class Run:
    """A command that has ended."""

    code: int
    text: str
    seconds: float


class Bench:
    """The fixture: a standalone master, two workers, an S3 server behind a door, and Limner as people start it."""

    def __init__(self, folder, long=False):
        self.folder = pathlib.Path(folder).resolve()
        self.long = long
        self.size = LONG if long else SHORT
        self._stack = contextlib.ExitStack()
        self._specs = {}
        self._logs = 0
        self._java_home = pathlib.Path(os.environ["JAVA_HOME"])

    def __enter__(self):
        with contextlib.ExitStack() as stack:
            class_path = (ROOT / "spark-job/src/test/s3proxy/target/classpath-runtime").read_text().strip()
            self.store = stack.enter_context(farm.store(self._java_home / "bin/java", class_path, self._new("store")))
            self.door = stack.enter_context(proxy.proxy(self.store))
            self.cluster = stack.enter_context(farm.cluster(SPARK_HOME, self._new("cluster"), self._java_home))
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_):
        self._stack.close()

    def _new(self, name):
        folder = self.folder / name
        folder.mkdir(parents=True)
        return folder

    # What is drawn ------------------------------------------------------------------------------------------------------------

    @property
    def small(self):
        """Many small samples, a shard in one request."""
        return self._spec("small", self.size.samples, self.size.shard, 32)

    @property
    def parts(self):
        """Few large samples, a shard in several requests: a store takes no part below 5 MB."""
        return self._spec("parts", self.size.parts_samples, self.size.parts_shard, 512)

    @property
    def storm(self):
        """Very many small samples."""
        return self._spec("storm", self.size.storm, self.size.shard, 32)

    def _spec(self, name, samples, shard, size):
        if name not in self._specs:
            path = self.folder / f"{name}.yaml"
            path.write_text(FACE.format(name=name, seed=11, samples=samples, size=size, noise=0.1 if size > 64 else 0))
            calm = self.folder / f"{name}-calm"
            run = self.limner("render", path, "--out", calm, "--master", "local[2]", "--shard-size", shard)
            assert run.code == 0, run.text[-4000:]
            self._specs[name] = Spec(path, shard, calm, run.seconds, Dataset(calm).table())
            assert own_hashes_hold(self._specs[name].rows)
        return self._specs[name]

    # Commands -----------------------------------------------------------------------------------------------------------------

    def limner(self, *arguments, timeout=1800):
        """The launcher on this machine."""
        with self._started([ROOT / "limner", *arguments], {"LIMNER_JVM_OPTIONS": self._java_options()}) as running:
            return running(timeout)

    def submit(self, *arguments, conf=None):
        """A context that starts deploy/bin/submit and yields a function of a time limit that waits for its end."""
        settings = {
            "spark.executor.memory": "768m",
            "spark.driver.memory": "768m",
            "spark.driver.host": "127.0.0.1",
            "spark.driver.bindAddress": "127.0.0.1",
            "spark.ui.enabled": "false",
            "spark.scheduler.minRegisteredResourcesRatio": "1.0",
            "spark.scheduler.maxRegisteredResourcesWaitingTime": "60s",
            "spark.hadoop.fs.s3a.endpoint": self.door.endpoint,
            "spark.hadoop.fs.s3a.endpoint.region": "us-east-1",
            "spark.hadoop.fs.s3a.path.style.access": "true",
            "spark.hadoop.fs.s3a.connection.ssl.enabled": "false",
            **(conf or {}),
        }
        command = [ROOT / "deploy/bin/submit", "standalone,s3a", "--master", self.cluster.url]
        command += [word for key, value in settings.items() for word in ("--conf", f"{key}={value}")]
        return self._started([*command, "--", *arguments], {"SPARK_HOME": str(SPARK_HOME), "SPARK_LOCAL_IP": "127.0.0.1"})

    def render(self, spec, prefix, conf=None, slot=None):
        """Like `submit`: a spec to a prefix of the store. Slots are processes, as on any cluster, unless time is short."""
        slot = slot or ("process" if self.long else "thread")
        return self.submit("render", spec.path, "--out", self.uri(prefix), "--shard-size", spec.shard, "--slot", slot, conf=conf)

    def uri(self, prefix):
        return f"s3a://{farm.BUCKET}/{prefix}"

    def _java_options(self):
        return self.store.java_options(self.door.endpoint)

    @contextlib.contextmanager
    def _started(self, command, env):
        self._logs += 1
        log = self.folder / f"command-{self._logs}.log"
        began = time.monotonic()
        with farm.process(command, log, {**self.store.env, **env}) as child:

            def wait(timeout=1800):
                code = child.wait(timeout=timeout)
                return Run(code, log.read_text(errors="replace"), time.monotonic() - began)

            wait.kill = lambda: os.kill(child.pid, signal.SIGKILL)
            wait.pid = child.pid
            yield wait

    # The mark -----------------------------------------------------------------------------------------------------------------

    def check(self, spec, prefix):
        """P0 of a dataset in the store. Returns how many samples it has."""
        dataset = Dataset(f"{farm.BUCKET}/{prefix}", self.store.filesystem)
        objects = {key.removeprefix(f"{farm.BUCKET}/{prefix}/") for key in self.store.keys(prefix)}
        with self.store.filesystem.open_input_stream(f"{farm.BUCKET}/{prefix}/_limner/manifest.json") as stream:
            manifest = json.loads(stream.readall())
        mark(spec, dataset, objects, manifest)
        assert self.pending(prefix) == [], "uploads that were begun and never completed"
        return len(spec.rows)

    def check_folder(self, spec, folder):
        """P0 of a dataset in a folder."""
        objects = {str(path.relative_to(folder)) for path in pathlib.Path(folder).rglob("*") if path.is_file()}
        mark(spec, Dataset(folder), objects, json.loads((folder / "_limner/manifest.json").read_text()))
        return len(spec.rows)

    def pending(self, prefix):
        """Keys of the uploads below a prefix that are neither completed nor given up, by the store's own word."""
        client = botocore.session.get_session().create_client(
            "s3",
            region_name="us-east-1",
            endpoint_url=self.store.endpoint,
            aws_access_key_id=farm.ACCESS_KEY,
            aws_secret_access_key=farm.SECRET_KEY,
            config=botocore.config.Config(s3={"addressing_style": "path"}),
        )
        uploads = client.list_multipart_uploads(Bucket=farm.BUCKET).get("Uploads", [])
        return [upload["Key"] for upload in uploads if upload["Key"].startswith(f"{prefix}/")]


def mark(spec, dataset, objects, manifest):
    """Every sample once, every row equal to the undisturbed one in every column, nothing else there, all of it in the manifest."""
    rows = dataset.table()
    ids = rows.column("sample_id").to_pylist()
    assert ids == list(range(len(spec.rows))), f"sample ids are not 0 to {len(spec.rows) - 1}, each once"
    # The jar for a cluster is another build than the launcher's classes, which a row says in `renderer`.
    for column in set(spec.rows.column_names) - {"renderer"}:
        assert rows.column(column).equals(spec.rows.column(column)), f"{column} differs from the undisturbed run"
    assert own_hashes_hold(rows)
    listed = {f"data/{entry['file']}" for entry in manifest["shards"]}
    assert {name for name in objects if name.startswith("data/")} == listed, "the manifest lists other shards than there are"
    assert objects - listed == OTHER_OBJECTS, f"stray objects: {sorted(objects - listed - OTHER_OBJECTS)}"


def own_hashes_hold(rows):
    """Whether each row's pixel hash is that of its PNG, by FORMAT.md and not by Limner."""
    for image, said in zip(rows.column("image").to_pylist(), rows.column("pixel_hash").to_pylist()):
        pixels = np.asarray(Image.open(io.BytesIO(image["bytes"])).convert("RGB"))
        digest = hashlib.sha256(struct.pack(">ii", pixels.shape[1], pixels.shape[0]) + pixels.tobytes()).hexdigest()
        if digest != said:
            return False
    return True


def events(folder):
    """What Spark wrote to an event log."""
    for path in sorted(pathlib.Path(folder).rglob("events_*")):
        for line in path.read_text().splitlines():
            yield json.loads(line)


def event_log(folder):
    """Settings for an event log that `events` reads."""
    folder.mkdir()
    return {"spark.eventLog.enabled": "true", "spark.eventLog.dir": folder.as_uri(), "spark.eventLog.compress": "false"}


def tested_elsewhere(java, python):
    """Runs tests that prove a promise elsewhere: Java's as Class#method, Python's as file.py::test. Returns their number."""
    if java:
        command = ["mvn", "--offline", "--batch-mode", "--quiet", "-pl", "schema,renderer,spark-job", "-am", "test"]
        command += [f"-Dtest={','.join(java)}", "-Dsurefire.failIfNoSpecifiedTests=false"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, (done.stdout + done.stderr)[-4000:]
    if python:
        here = ROOT / "spark-job/src/test/python"
        command = [ROOT / ".venv/bin/python", "-m", "pytest", "-q", *python]
        done = subprocess.run(list(map(str, command)), cwd=here, capture_output=True, text=True, check=False)
        assert done.returncode == 0 and not re.search(r"\bskipped\b", done.stdout.splitlines()[-1]), done.stdout[-4000:]
    return len(java) + len(python)
