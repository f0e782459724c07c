"""The lists of jars name everything that a run has on its class path, and everything that is in the jar for spark-submit."""

import json
import pathlib
import re
import zipfile

import pytest

LISTS = ("target/bom.json", "deploy/s3a/target/bom.json")


@pytest.fixture(scope="module")
def listed(root):
    """File names of all jars that the lists name."""
    names = set()
    for path in LISTS:
        bom = json.loads((root / path).read_text())
        assert bom["bomFormat"] == "CycloneDX"
        for part in bom["components"]:
            name, version, classifier = re.fullmatch(r"pkg:maven/[^/]+/([^@]+)@([^?]+)\?(?:classifier=([^&]+)&)?type=jar", part["purl"]).groups()
            names.add("-".join(word for word in (name, version, classifier) if word) + ".jar")
    return names


@pytest.fixture(scope="module")
def run_time(root):
    """The jars of a run: the launcher's class path, and the connector's."""
    launcher = (root / "target/launcher/stamp").read_text().splitlines()[3]
    connector = (root / "deploy/s3a/target/classpath-runtime").read_text().strip()
    return [pathlib.Path(jar) for jar in f"{launcher}:{connector}".split(":")]


def test_every_jar_of_a_run_is_listed(listed, run_time):
    assert len(run_time) > 100
    assert [jar.name for jar in run_time if jar.name not in listed] == []


def test_nothing_is_listed_that_no_run_has(listed, run_time):
    """Spark's own Scala compiler and the like would hide what matters."""
    strange = listed - {jar.name for jar in run_time}
    assert len(strange) < 0.1 * len(listed), sorted(strange)


def test_all_that_is_in_the_job_jar_is_in_a_jar_that_is_listed(root, run_time):
    (job,) = (root / "spark-job/target").glob("spark-job-*-all.jar")
    held = set()
    for jar in run_time:
        if re.match(r"(schema|renderer|spark-job|lwjgl|joml|picocli|snakeyaml)[-.\d]", jar.name):
            with zipfile.ZipFile(jar) as archive:
                held |= set(archive.namelist())
    with zipfile.ZipFile(job) as archive:
        names = [name.replace("io/limner/shaded/snakeyaml/", "org/yaml/snakeyaml/") for name in archive.namelist()]
    assert [name for name in names if not name.startswith("META-INF/") and not name.endswith("/") and name not in held] == []
