"""What deploy/ and the README say is true of what is there."""

import fnmatch
import json
import os
import py_compile
import re
import shutil
import stat
import subprocess
import zipfile

import pytest
import yaml

SCRIPTS = ["limner", ".ci/run", "deploy/bin/gpu-discovery", "deploy/bin/smoke-test"]


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


def test_airflow_dag_compiles(root, tmp_path):
    py_compile.compile(str(root / "deploy/airflow/limner_render.py"), cfile=str(tmp_path / "dag.pyc"), doraise=True)


@pytest.mark.parametrize("name", ["render.yaml", "executor.yaml"])
def test_kubernetes_files_parse(root, name):
    documents = list(yaml.safe_load_all((root / "deploy/kubernetes" / name).read_text()))
    assert all({"apiVersion", "kind", "metadata"} <= set(document) for document in documents)


def test_the_image_copies_what_the_commands_in_its_head_make(root):
    """Every file that the Dockerfile takes from the repository is in it, or is there once its head's commands have run."""
    text = (root / "deploy/docker/Dockerfile").read_text()
    head = text[: text.index("\nARG")]
    setup, connector, image = re.findall(r"^#   (\S.*)$", head, re.MULTILINE)
    assert setup == "./limner setup"
    assert image.startswith("docker build --file deploy/docker/Dockerfile")
    assert connector in (root / "deploy/RUNBOOK.md").read_text()
    shutil.rmtree(root / "deploy/s3a/target/jars", ignore_errors=True)
    # What it fetches is here already: the launcher's tests brought it.
    subprocess.run([*connector.split(), "--offline", "--batch-mode", "--quiet"], cwd=root, check=True)
    sources = [word for line in re.findall(r"^COPY (?!--from)(.*)$", text, re.MULTILINE) for word in line.split()[:-1]]
    assert len(sources) >= 6
    assert [source for source in sources if not (root / source).exists()] == []
    assert any((root / "deploy/s3a/target/jars").glob("hadoop-aws-*.jar"))
    with zipfile.ZipFile(root / "spark-job/target/spark-job-0.1.0-SNAPSHOT-all.jar") as jar:
        natives = fnmatch.filter(jar.namelist(), re.search(r"unzip -j \S+ '(.*)' -d /natives", text)[1])
    assert {os.path.basename(name) for name in natives} == {"liblwjgl.so", "liblwjgl_opengl.so"}


def settings(path):
    for line in path.read_text().splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split(None, 1)


@pytest.mark.parametrize("name", ["standalone", "kubernetes", "gpu", "s3a"])
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
    (code,) = [block for block in blocks(root, "python") if f"import {library}" in block or f"from {library}" in block]
    scope = {}
    exec(compile(code, "README.md", "exec"), scope)
    if library == "pyarrow":
        assert (tmp_path / "first.jpg").stat().st_size > 1000
        assert len(scope["points"]) == 68
    if library == "datasets":
        assert shown == [(256, 256)]
