"""A store before and after a run: its rights are probed, and what lies in it is read where it is."""

import io
import re

import numpy as np
import pyarrow.fs
import pytest
from PIL import Image

import farm
import pages
import proxy
from dataset import Dataset

PLACE = f"s3a://{farm.BUCKET}/probe"


@pytest.fixture(scope="module")
def doctor(limner, store):
    """What `limner doctor --store` says of a place: the outcome by what was tried, and all of its text."""

    def run(place=PLACE, endpoint=None, expect=0, **env):
        settings = {"LIMNER_JVM_OPTIONS": store.java_options(endpoint), **store.env, **env}
        text = limner("doctor", "--store", place, expect=expect, env=settings, timeout=300).stdout
        assert farm.SECRET_KEY not in text
        return {what: state for state, what in re.findall(r"^(\w+) +Store, ([^:]+):", text, re.MULTILINE)}, text

    return run


TRIED = ["list", "write", "read", "upload in parts", "delete of what was uploaded", "giving an upload up", "delete"]


def test_a_sound_store_passes_and_is_left_as_it_was(doctor, store):
    tried, text = doctor()
    assert tried == dict.fromkeys(TRIED, "OK"), text
    assert store.keys("probe") == []


@pytest.mark.parametrize(
    ("refuses", "faults", "remedy"),
    [
        (lambda method, path: method in ("PUT", "POST", "DELETE"), ["write", "upload in parts", "giving an upload up"], "s3:PutObject"),
        (lambda method, path: method == "POST" and "uploads" in path, ["upload in parts", "giving an upload up"], "s3:PutObject"),
        (lambda method, path: method == "DELETE" and "uploadId" in path, ["giving an upload up"], "s3:AbortMultipartUpload"),
        (lambda method, path: "list-type" in path, ["list", "write"], "s3:ListBucket"),
    ],
    ids=["read-only", "no uploads", "no abort", "no list"],
)
def test_a_right_that_is_missing_is_named(doctor, store, refuses, faults, remedy):
    with proxy.proxy(store) as door:
        door.meddle = lambda request: "denied" if refuses(request.method, request.path) else None
        tried, text = doctor(endpoint=door.endpoint, expect=1)
    assert [what for what, state in tried.items() if state == "FAULT"] == faults, text
    assert f"must allow {remedy}" in text
    assert remedy == "s3:PutObject" or "must allow s3:PutObject" not in text
    assert store.keys("probe") == []


def test_a_bucket_that_is_not_there_and_a_wrong_key_are_told(doctor):
    tried, text = doctor("s3a://limner-elsewhere/probe", expect=1)
    assert tried == {"list": "FAULT"} and "make the bucket" in text, text
    tried, text = doctor(AWS_ACCESS_KEY_ID="somebody-else", expect=1)
    assert tried == {"list": "FAULT"} and "AWS_SECRET_ACCESS_KEY" in text, text


def test_a_run_to_a_bucket_that_is_not_there_is_the_users_mistake(limner, store, small_spec):
    env = {"LIMNER_JVM_OPTIONS": store.java_options(), **store.env}
    done = limner("render", small_spec, "--out", "s3a://limner-elsewhere/small", expect=2, env=env, timeout=300)
    assert "limner-elsewhere" in done.stderr


@pytest.fixture(scope="module")
def stored(small, store):
    """The small dataset in the store."""
    pyarrow.fs.copy_files(
        str(small.root), f"{farm.BUCKET}/quickstart", destination_filesystem=store.filesystem, source_filesystem=pyarrow.fs.LocalFileSystem()
    )
    yield Dataset(f"{farm.BUCKET}/quickstart", store.filesystem)
    store.filesystem.delete_dir(f"{farm.BUCKET}/quickstart")


def test_a_store_that_cannot_list_uploads_is_drawn_to(limner, store, small_spec):
    """Only what killed runs left there stays. The purge is what the preset `s3a` asks for."""
    with proxy.proxy(store) as door:
        door.meddle = lambda request: "501" if request.method == "GET" and "uploads" in request.path.partition("?")[2] else None
        keys = ("fs.s3a.multipart.purge", f"fs.s3a.bucket.{farm.BUCKET}.multipart.purge")
        options = " ".join([store.java_options(door.endpoint), *(f"-Dspark.hadoop.{key}=true" for key in keys)])
        env = {"LIMNER_JVM_OPTIONS": options, **store.env}
        place = f"s3a://{farm.BUCKET}/unlisted"
        done = limner("render", small_spec, "--set", "samples=1", "--out", place, "--master", "local[1]", env=env, timeout=600)
    assert "unfinished uploads" in done.stderr and "stay" in done.stderr, done.stderr
    assert any(key.endswith("_limner/manifest.json") for key in store.keys("unlisted"))


def readme(root, *names):
    """The README's lines that say all of these words."""
    blocks = re.findall(r"```python\n(.*?)```", (root / "README.md").read_text(), re.DOTALL)
    (block,) = [block for block in blocks if all(name in block for name in names)]
    return block


@pytest.mark.parametrize("words", [["load_dataset", "s3://"], ["pyarrow.dataset", "S3FileSystem"]], ids=["datasets", "pyarrow"])
def test_the_readmes_lines_stream_from_a_store(root, stored, store, small, words, monkeypatch):
    """As they stand, but for the store's address and the bucket."""
    code = readme(root, *words)
    for said, meant in {"http://127.0.0.1:9000": store.endpoint, "BUCKET": farm.BUCKET}.items():
        assert said in code
        code = code.replace(said, meant)
    for name, value in store.env.items():
        monkeypatch.setenv(name, value)
    scope = {}
    exec(compile(code, "README.md", "exec"), scope)
    assert sorted(scope["seen"]) == [sample for sample, _, _ in small.hashes()]


def test_files_of_the_users_are_read_from_a_store(limner, store, tmp_path):
    """A photograph behind the face: from a folder and from a store, the same pixels."""
    picture = io.BytesIO()
    Image.fromarray(np.random.default_rng(1).integers(0, 255, (64, 64, 3), dtype=np.uint8)).save(picture, "JPEG")
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "wall.jpg").write_bytes(picture.getvalue())
    with store.filesystem.open_output_stream(f"{farm.BUCKET}/assets/photos/wall.jpg") as sink:
        sink.write(picture.getvalue())
    spec = tmp_path / "own.yaml"
    spec.write_text(
        "limner: 1\nname: own\nsamples: 2\nimage: { width: 96, height: 96, format: png }\nlabels: [landmarks]\n"
        "assets: { backgrounds: photos }\nparameters:\n  background.style: { fixed: user }\n"
    )
    env = {"LIMNER_JVM_OPTIONS": store.java_options(), **store.env}
    drawn = []
    for number, assets in enumerate((tmp_path, f"s3a://{farm.BUCKET}/assets")):
        limner("render", spec, "--assets", assets, "--out", tmp_path / f"out{number}", "--master", "local[1]", env=env)
        drawn.append(Dataset(tmp_path / f"out{number}").hashes())
    assert drawn[0] == drawn[1]
    assert all(pixels for _, pixels, _ in drawn[0])
    store.filesystem.delete_dir(f"{farm.BUCKET}/assets")
