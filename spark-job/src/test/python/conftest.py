"""What the reader and cluster tests share: the launcher, and datasets that it drew, each once a session."""

import os
import pathlib
import shutil
import subprocess
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).parent))

import farm  # noqa: E402
from dataset import Dataset  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[4]

# Nothing here asks the network for anything: what a test needs, the set-up brought.
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["HF_DATASETS_OFFLINE"] = "1"

SMALL = """\
limner: 1
name: small
seed: 3
samples: 24
image: { width: 256, height: 256, format: jpeg, quality: 95 }
labels: [landmarks, segmentation, depth, normals]
"""


@pytest.fixture(scope="session")
def root():
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def limner():
    """Runs the launcher; returns the completed process. Fails on an exit code other than the expected one."""

    def run(*arguments, expect=0, timeout=900, cwd=None, env=None):
        done = subprocess.run(
            [str(ROOT / "limner"), *map(str, arguments)],
            cwd=cwd or ROOT,
            env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
        )
        assert done.returncode == expect, (
            f"limner {' '.join(map(str, arguments))} ended with {done.returncode}, not {expect}\n{done.stdout}\n{done.stderr}"
        )
        return done

    return run


@pytest.fixture(scope="session")
def small_spec(tmp_path_factory):
    """A spec of 24 samples at 256 x 256 with every label."""
    path = tmp_path_factory.mktemp("spec with space") / "small.yaml"
    path.write_text(SMALL)
    return path


@pytest.fixture(scope="session")
def small(limner, small_spec, tmp_path_factory):
    """The small spec, drawn in three shards by one slot."""
    out = tmp_path_factory.mktemp("small dataset") / "out"
    limner("render", small_spec, "--out", out, "--master", "local[1]", "--shard-size", 8)
    return Dataset(out)


@pytest.fixture(scope="session")
def places(root):
    """What the set-up left for the tests that start processes."""
    return {
        "java_home": pathlib.Path(os.environ["JAVA_HOME"]),
        "s3proxy": (root / "spark-job/src/test/s3proxy/target/classpath-runtime").read_text().strip(),
    }


@pytest.fixture(scope="session")
def store(places, tmp_path_factory):
    """An S3 server on this machine."""
    java = places["java_home"] / "bin" / "java"
    with farm.store(java, places["s3proxy"], tmp_path_factory.mktemp("store")) as running:
        yield running


@pytest.fixture(scope="session")
def frontal(limner, tmp_path_factory):
    """The 500 faces of examples/frontal.yaml, in half their size."""
    out = tmp_path_factory.mktemp("frontal") / "out"
    small = ("--set", "image.width=256", "--set", "image.height=256")
    limner("render", ROOT / "examples" / "frontal.yaml", "--out", out, *small, timeout=1800)
    return Dataset(out)


# As the Dockerfile's head, the RUNBOOK and deploy/bin/submit say it.
CONNECTOR = "mvn --file deploy/s3a/pom.xml dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory=target/jars"


@pytest.fixture(scope="session")
def connector():
    """The folder with Hadoop's S3 connector, fetched by the command that people are told to use."""
    jars = ROOT / "deploy/s3a/target/jars"
    shutil.rmtree(jars, ignore_errors=True)
    for page in ("docker/Dockerfile", "RUNBOOK.md", "bin/submit"):
        assert CONNECTOR in (ROOT / "deploy" / page).read_text(), page
    # What it fetches is here already: the launcher's tests brought it.
    subprocess.run([*CONNECTOR.split(), "--offline", "--batch-mode", "--quiet"], cwd=ROOT, check=True)
    return jars
