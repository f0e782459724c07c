"""Manifests, image and compose file are what their schemas say, and agree with each other and with the presets of deploy/conf."""

import copy
import json
import pathlib
import re
import subprocess
import sys

import kubernetes_validate
import pytest
import yaml
from kubeflow_spark_api.models.spark_v1beta2_spark_application import SparkV1beta2SparkApplication

KUBERNETES = "1.30"
APPLICATIONS = ["spark-application.yaml", "spark-application-gpu.yaml"]


@pytest.fixture(scope="module")
def manifests(root):
    """Documents by the name of their file."""
    return {file.name: list(yaml.safe_load_all(file.read_text())) for file in sorted((root / "deploy/kubernetes").glob("*.yaml"))}


def job(manifests):
    return next(document for document in manifests["render.yaml"] if document["kind"] == "Job")


def test_kubernetes_own_objects_are_as_its_schema_says(manifests):
    kinds = []
    for documents in manifests.values():
        for document in documents:
            if "sparkoperator" not in document["apiVersion"]:
                kubernetes_validate.validate(document, KUBERNETES, strict=True)
                kinds.append(document["kind"])
    assert sorted(kinds) == ["Job", "Pod", "Role", "RoleBinding", "Service", "ServiceAccount"]


def test_the_schema_finds_a_slip(manifests):
    """Or the test above would prove nothing."""
    slip = json.loads(json.dumps(job(manifests)).replace("backoffLimit", "backOffLimit"))
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(slip, KUBERNETES, strict=True)


def read_back(document):
    """A SparkApplication as the operator's own types have it; what they do not know is gone, and a wrong type is an error."""
    return SparkV1beta2SparkApplication.from_dict(document).to_dict()


@pytest.mark.parametrize("name", APPLICATIONS)
def test_spark_applications_are_as_the_operator_says(manifests, name):
    (document,) = manifests[name]
    assert read_back(document) == document
    slip = copy.deepcopy(document)
    slip["spec"]["drivr"] = slip["spec"]["driver"]
    assert read_back(slip) != slip
    slip["spec"]["executor"]["instances"] = "four"
    with pytest.raises(ValueError):
        read_back(slip)


def test_the_gpu_variant_differs_in_what_a_gpu_needs(manifests):
    plain, gpu = ({**manifests[name][0]["spec"]["sparkConf"]} for name in APPLICATIONS)
    assert plain.items() < gpu.items()
    assert set(gpu) - set(plain) == {key for key in gpu if ".resource.gpu." in key}


def presets(root, *names):
    pairs = [line.split(None, 1) for name in names for line in (root / f"deploy/conf/{name}.conf").read_text().splitlines()]
    return {pair[0]: pair[1] for pair in pairs if len(pair) == 2 and pair[0].startswith("spark.")}


@pytest.mark.parametrize(("name", "conf"), zip(APPLICATIONS, (["kubernetes"], ["kubernetes", "gpu"])))
def test_spark_applications_say_what_the_presets_say(root, manifests, name, conf):
    spec, preset = manifests[name][0]["spec"], presets(root, *conf)
    assert {key: preset[key] for key in spec["sparkConf"]} == spec["sparkConf"]
    executor = spec["executor"]
    for key in ("instances", "cores", "memory", "memoryOverhead"):
        assert str(executor[key]) == preset[f"spark.executor.{key}"]
    assert spec["image"] == preset["spark.kubernetes.container.image"]


def test_all_name_one_image_one_secret_and_one_spec(root, manifests):
    text = {file.name: file.read_text() for file in (root / "deploy/kubernetes").glob("*.yaml")}
    dockerfile = (root / "deploy/docker/Dockerfile").read_text()
    (image,) = re.findall(r"--tag (\S+)", dockerfile)
    for name in ["render.yaml", *APPLICATIONS]:
        assert re.findall(r"image: (\S+)", text[name]) == [image], name
        assert set(re.findall(r"name: limner-store, key: (\S+) ", text[name])) == {"access-key", "secret-key"}
        assert "limner-spec" in text[name] and "/etc/limner/spec.yaml" in text[name]
    assert image in (root / "deploy/airflow/limner_airflow/kubernetes.py").read_text()


def test_the_image_has_what_the_manifests_name(root):
    """Paths below /opt/limner, wherever they are said."""
    copied = re.findall(r"^COPY .* (/opt/limner\S*)$", (root / "deploy/docker/Dockerfile").read_text(), re.MULTILINE)
    said = set()
    for folder in ("kubernetes", "conf", "airflow/limner_airflow"):
        for file in (root / "deploy" / folder).iterdir():
            if file.is_file() and file.name not in ("spark.py", "flow.py"):
                said |= set(re.findall(r"/opt/limner/[\w./-]*\w", file.read_text()))
    assert "/opt/limner/limner.jar" in said
    for path in said:
        folder = next(place for place in copied if path == place or path.startswith(place.rstrip("/") + "/"))
        if folder.endswith(("conf", "kubernetes")):
            assert (root / "deploy" / path.removeprefix("/opt/limner/")).is_file(), path
        elif folder.endswith("bin/"):
            assert pathlib.PurePath(path).name in ("gpu-discovery", "submit"), path


def test_hadolint_finds_nothing_in_the_dockerfile(root, tmp_path):
    linter = pathlib.Path(sys.executable).with_name("hadolint")
    subprocess.run([linter, "--failure-threshold", "info", root / "deploy/docker/Dockerfile"], check=True)
    slip = tmp_path / "Dockerfile"
    slip.write_text("FROM debian\nRUN apt-get install curl\n")
    assert subprocess.run([linter, slip], capture_output=True, check=False).returncode != 0


def test_the_store_at_home_listens_on_loopback_only_and_makes_its_bucket(root):
    store = yaml.safe_load((root / "deploy/compose/minio.yaml").read_text())
    assert {"services", "volumes"} <= set(store) <= {"name", "services", "volumes", "x-keys"}
    known = {"image", "command", "environment", "ports", "volumes", "healthcheck", "depends_on", "entrypoint"}
    for name, service in store["services"].items():
        assert set(service) <= known, name
        assert re.search(r":RELEASE\.", service["image"])
        assert all(port.startswith("127.0.0.1:") for port in service.get("ports", []))
        assert set(service.get("depends_on", {})) <= set(store["services"])
        volumes = [volume.split(":")[0] for volume in service.get("volumes", [])]
        assert set(volumes) <= set(store["volumes"])
    assert "store/faces" in store["services"]["bucket"]["command"][0]
