"""What deploy/ and the README say is true of what is there."""

import fnmatch
import json
import os
import pathlib
import re
import shlex
import shutil
import stat
import subprocess
import zipfile

import pyspark
import pytest

SCRIPTS = ["limner", ".ci/run", "deploy/bin/gpu-discovery", "deploy/bin/smoke-test", "deploy/bin/submit"]


@pytest.mark.parametrize("script", SCRIPTS)
def test_scripts_are_executable_and_parse(root, script):
    assert os.access(root / script, os.X_OK)
    subprocess.run(["bash", "-n", str(root / script)], check=True)


def fake_nvidia_smi(folder, body):
    tool = folder / "nvidia-smi"
    tool.write_text(f"#!/bin/sh\n{body}\n")
    tool.chmod(tool.stat().st_mode | stat.S_IXUSR)
    return {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}"}


def discover(root, env):
    script = root / "deploy/bin/gpu-discovery"
    return subprocess.run([str(script)], env=env, capture_output=True, text=True, check=False)


def test_gpu_discovery_speaks_as_spark_expects(root, tmp_path):
    done = discover(root, fake_nvidia_smi(tmp_path, "printf '0\\n1\\n7\\n'"))
    assert json.loads(done.stdout) == {"name": "gpu", "addresses": ["0", "1", "7"]}


def test_gpu_discovery_fails_where_there_is_none(root, tmp_path):
    done = discover(root, fake_nvidia_smi(tmp_path, "exit 9"))
    assert done.returncode != 0
    assert "no GPU" in done.stderr


@pytest.mark.skipif(shutil.which("nvidia-smi") is None, reason="no NVIDIA driver here")
def test_gpu_discovery_finds_the_gpus_of_this_machine(root):
    listed = subprocess.run(["nvidia-smi", "--list-gpus"], capture_output=True, text=True, check=True).stdout.splitlines()
    found = json.loads(discover(root, dict(os.environ)).stdout)["addresses"]
    assert found == [re.match(r"GPU (\d+):", line)[1] for line in listed if line.startswith("GPU ")] != []


def test_the_image_copies_what_the_commands_in_its_head_make(root, connector):
    """Every file that the Dockerfile takes from the repository is in it, or is there once its head's commands have run."""
    text = (root / "deploy/docker/Dockerfile").read_text()
    head = text[: text.index("\nARG")]
    setup, fetch, image = re.findall(r"^#   (\S.*)$", head, re.MULTILINE)
    assert setup == "./limner setup"
    assert image.startswith("docker build --file deploy/docker/Dockerfile")
    assert fetch.startswith("mvn --file deploy/s3a/pom.xml ")
    sources = [word for line in re.findall(r"^COPY (?!--from)(.*)$", text, re.MULTILINE) for word in line.split()[:-1]]
    assert len(sources) >= 6
    assert [source for source in sources if not (root / source).exists()] == []
    assert any(connector.glob("hadoop-aws-*.jar"))
    with zipfile.ZipFile(root / "spark-job/target/spark-job-0.1.0-SNAPSHOT-all.jar") as jar:
        natives = fnmatch.filter(jar.namelist(), re.search(r"unzip -j \S+ '(.*)' -d /natives", text)[1])
    assert {os.path.basename(name) for name in natives} == {"liblwjgl.so", "liblwjgl_opengl.so"}


CLUSTERS = {
    "standalone": ["--master", "spark://host:7077"],
    "yarn": [],
    "kubernetes": ["--master", "k8s://https://host:6443", "--conf", "spark.kubernetes.file.upload.path=s3a://bucket/uploads"],
}
RENDER = ["--", "render", "examples/quickstart.yaml", "--out", "s3a://bucket/set"]


def submit(root, *words, expect=0):
    """What deploy/bin/submit said."""
    done = subprocess.run(["deploy/bin/submit", *words], cwd=root, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == expect, done.stdout + done.stderr
    return done.stdout if expect == 0 else done.stderr


def submitted(root, presets, *options):
    """The words of the line that would be run, and its settings; as Spark has it, the last of a key counts."""
    words = shlex.split(submit(root, presets, "--dry-run", *options, *RENDER).replace("\\\n", ""))
    pairs = [words[at + 1].split("=", 1) for at, word in enumerate(words) if word == "--conf"]
    return words, dict(pairs)


@pytest.mark.parametrize("more", ["", ",s3a", ",gpu", ",s3a,gpu", ",metrics", ",elastic,metrics"])
@pytest.mark.parametrize("cluster", CLUSTERS)
def test_submit_joins_the_presets_into_one_line(root, connector, cluster, more):
    words, said = submitted(root, cluster + more, *CLUSTERS[cluster], "--conf", "spark.executor.memory=13g")
    assert words[0].endswith("spark-submit")
    assert said["spark.executor.memory"] == "13g"
    expected = {}
    for name in ["standalone" if cluster == "yarn" else cluster, *more.split(",")[1:]]:
        expected |= dict(settings(root / f"deploy/conf/{name}.conf"))
    moved = {"spark.executor.memory", "spark.kubernetes.executor.podTemplateFile", "spark.executor.resource.gpu.discoveryScript"}
    assert {key: said.get(key) for key in expected.keys() - moved} == {key: expected[key] for key in expected.keys() - moved}
    at = words.index("--class")
    assert words[at + 1] == "io.limner.job.cli.Limner"
    jar, *arguments = words[at + 2 :]
    if cluster == "kubernetes":
        assert jar == "local:///opt/limner/limner.jar"
        assert arguments == ["render", "quickstart.yaml", *RENDER[3:]]
        assert words[words.index("--files") + 1] == "examples/quickstart.yaml"
        assert os.path.isfile(said["spark.kubernetes.executor.podTemplateFile"])
    else:
        assert os.path.isfile(jar)
        assert arguments == RENDER[1:]
        assert ("--jars" in words) == ("s3a" in more)
    if cluster == "yarn" and "gpu" in more:
        assert os.access(words[words.index("--files") + 1], os.X_OK)
        assert said["spark.executor.resource.gpu.discoveryScript"] == "./gpu-discovery"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["standalone", *RENDER], "--master spark://"),
        (["kubernetes", *RENDER], "--master k8s://"),
        (["kubernetes", "--master", "k8s://x", *RENDER], "spark.kubernetes.file.upload.path"),
        (["kubernetes", "--master", "k8s://x", *RENDER, "--assets", "deploy"], "--assets s3a://BUCKET/assets"),
        (["yarn", "--deploy-mode", "cluster", *RENDER, "--assets=deploy"], "--assets s3a://BUCKET/assets"),
        (["s3a", *RENDER], "name a cluster"),
        (["standalone,yarn", *RENDER], "two clusters"),
        (["standalone,auth", "--master", "spark://x", *RENDER], "SPARK_SECRET_FILE"),
        (["yarn,auth", *RENDER], "leave auth out"),
        (["mesos", *RENDER], "there is no preset 'mesos'"),
        (["yarn"], "say what to do after --"),
    ],
)
def test_submit_says_what_is_missing(root, words, said):
    assert said in submit(root, *words, expect=2)


def test_every_setting_is_one_that_spark_or_hadoop_knows(root, connector):
    """A misspelt key would be silently left unread. The names are looked for in the class files that read them."""
    wanted = {key for file in (root / "deploy/conf").glob("*.conf") for key, _ in settings(file)}
    wanted |= {key for file in (root / "deploy/kubernetes").glob("*.yaml") for key in re.findall(r"spark[.][\w.]+(?=[:=])", file.read_text())}
    shown = set(re.findall(r"fs\.s3a(?:\.[a-z]+)+\b", (root / "deploy/RUNBOOK.md").read_text())) - {"fs.s3a.bucket"}
    wanted |= {"spark.hadoop." + key for key in shown}
    # Composed of parts: resources have names of their own, and an executor's environment is anybody's.
    free = ("spark.executor.resource.gpu.", "spark.task.resource.gpu.", "spark.executorEnv.", "spark.kubernetes.authenticate.driver.", "spark.metrics.conf.")
    wanted = {key for key in wanted if not key.startswith(free)}
    assert len(wanted) > 20
    jars = [*(pathlib.Path(pyspark.__file__).parent / "jars").glob("spark-*_2.13-*.jar"), *connector.glob("hadoop-aws-*.jar")]
    seen = set()
    for jar in jars:
        with zipfile.ZipFile(jar) as archive:
            for name in archive.namelist():
                if re.search(r"(internal/config/|deploy/k8s/(Config|Constants)|s3a/Constants|s3a/commit/CommitConstants).*\.class$", name):
                    seen |= set(re.findall(r"(?:spark|fs)\.[\w.]+", archive.read(name).decode("latin-1")))
    known = seen | {"spark.hadoop." + key for key in seen}
    assert [key for key in sorted(wanted) if key not in known and not any(key.startswith(k) for k in known if k.endswith("Ref."))] == []


def settings(path):
    for line in path.read_text().splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split(None, 1)


@pytest.mark.parametrize("name", ["standalone", "kubernetes", "gpu", "s3a", "auth", "metrics", "elastic"])
def test_configurations_are_properties_without_repeats_or_secrets(root, name):
    pairs = list(settings(root / f"deploy/conf/{name}.conf"))
    assert all(len(pair) == 2 and pair[0].startswith("spark.") for pair in pairs)
    keys = [key for key, _ in pairs]
    assert len(keys) == len(set(keys))
    assert not any(re.search(r"fs\.s3a\.(access|secret)\.key", key) for key in keys)


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "deploy/RUNBOOK.md"])
def test_links_lead_somewhere(root, page):
    path = root / page
    links = re.findall(r"\]\(([^)#]+)\)", path.read_text())
    assert links or page == "CONTRIBUTING.md"
    for link in links:
        assert (path.parent / link).exists(), link


def blocks(root, language):
    return re.findall(rf"```{language}\n(.*?)```", (root / "README.md").read_text(), re.DOTALL)


def test_the_readme_spec_is_a_spec(root, limner, tmp_path):
    (spec,) = blocks(root, "yaml")
    (tmp_path / "spec.yaml").write_text(spec)
    limner("plan", tmp_path / "spec.yaml")


@pytest.mark.parametrize("library", ["pyarrow", "duckdb", "datasets"])
def test_the_readme_readers_read(root, small, library, tmp_path, monkeypatch):
    """The README's lines, as they stand, over a dataset at the place that they name."""
    from PIL import Image

    shown = []
    monkeypatch.setattr(Image.Image, "show", lambda picture: shown.append(picture.size))
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "quickstart").symlink_to(small.root)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HF_DATASETS_CACHE", str(tmp_path / "cache"))
    local = [block for block in blocks(root, "python") if "BUCKET" not in block]
    (code,) = [block for block in local if f"import {library}" in block or f"from {library}" in block]
    scope = {}
    exec(compile(code, "README.md", "exec"), scope)
    if library == "pyarrow":
        assert (tmp_path / "first.jpg").stat().st_size > 1000
        assert len(scope["points"]) == 68
    if library == "datasets":
        assert shown == [(256, 256)]
