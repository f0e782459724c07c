"""A bucket's policies, tried against a store that allows nothing else; keys that are missing, expire or are renewed; a bucket of another region."""

import datetime
import http.server
import json
import threading
import time
import urllib.parse

import pytest

import farm
import proxy
from dataset import Dataset

PREFIX = "rights"


def needed(request):
    """The right that a request needs, in S3's words."""
    query = urllib.parse.parse_qs(urllib.parse.urlsplit(request.path).query, keep_blank_values=True)
    if not request.key:
        named = {"uploads": "s3:ListBucketMultipartUploads", "location": "s3:GetBucketLocation", "delete": "s3:DeleteObject"}
        return next((right for word, right in named.items() if word in query), "s3:ListBucket")
    if request.method in ("PUT", "POST"):
        return "s3:PutObject"
    if request.method == "DELETE":
        return "s3:AbortMultipartUpload" if "uploadId" in query else "s3:DeleteObject"
    return "s3:ListMultipartUploadParts" if "uploadId" in query else "s3:GetObject"


class Policy:
    """A policy as its file says it, for the tests' bucket."""

    def __init__(self, path):
        text = path.read_text().replace("BUCKET", farm.BUCKET).replace("PREFIX", PREFIX)
        policy = json.loads(text)
        assert policy["Version"] == "2012-10-17"
        self.allowed = [part for part in policy["Statement"] if part["Effect"] == "Allow"]
        (denied,) = [part for part in policy["Statement"] if part["Effect"] == "Deny"]
        assert denied["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}
        self.refused = []

    def rights(self):
        return {right for part in self.allowed for right in part["Action"]}

    def __call__(self, request):
        """What the door is to do."""
        right = needed(request)
        place = f"arn:aws:s3:::{farm.BUCKET}" + (f"/{request.key}" if request.key else "")
        for part in self.allowed:
            if right in part["Action"] and any(place == at or (at.endswith("*") and place.startswith(at[:-1])) for at in part["Resource"]):
                return None
        if right == "s3:DeleteObject" and not request.key and right in self.rights():
            return None  # Of many at once: the keys are in what is sent.
        self.refused.append((right, request.method, request.path))
        return "denied"


@pytest.fixture
def door(store):
    with proxy.proxy(store) as opened:
        yield opened


@pytest.fixture
def limner_at(limner, store, door):
    """Limner with the store behind the door."""

    def run(*arguments, **more):
        env = {"LIMNER_JVM_OPTIONS": store.java_options(door.endpoint), **store.env, **more.pop("env", {})}
        return limner(*arguments, env=env, **more)

    return run


@pytest.fixture(scope="module")
def six(tmp_path_factory):
    """A spec of six samples without much in them."""
    path = tmp_path_factory.mktemp("rights") / "six.yaml"
    path.write_text("limner: 1\nname: six\nseed: 3\nsamples: 6\nimage: { width: 32, height: 32, format: png }\nlabels: [landmarks]\n")
    return path


def test_the_writers_policy_is_enough_for_a_run_and_the_readers_for_a_reader(root, door, limner_at, store, six):
    place = f"s3a://{farm.BUCKET}/{PREFIX}/six"
    writer = Policy(root / "deploy/store/writer-policy.json")
    door.meddle = writer
    limner_at("render", six, "--out", place, "--master", "local[1]", "--shard-size", 3)
    limner_at("doctor", "--store", place)
    assert writer.refused == []
    reader = Policy(root / "deploy/store/reader-policy.json")
    door.meddle = reader
    limner_at("verify", place)
    assert reader.refused == []
    before = store.keys(PREFIX)
    done = limner_at("render", six, "--out", f"s3a://{farm.BUCKET}/{PREFIX}/seven", expect=2)
    assert "the store refuses" in done.stderr and "\tat " not in done.stderr
    assert store.keys(PREFIX) == before
    assert writer.rights() - reader.rights() == {"s3:PutObject", "s3:AbortMultipartUpload", "s3:DeleteObject", "s3:ListBucketMultipartUploads"}


def test_the_policies_are_what_the_doctor_asks_for(root):
    code = "".join((root / f"spark-job/src/main/java/io/limner/job/doctor/{name}.java").read_text() for name in ("StoreProbe", "StoreFault"))
    for right in Policy(root / "deploy/store/writer-policy.json").rights() - {"s3:ListBucketMultipartUploads"}:
        assert right in code


def test_keys_that_expire_half_way_end_with_75_and_the_rest_is_drawn_with_new_ones(door, limner_at, store, six, monkeypatch):
    expired = b"<Error><Code>ExpiredToken</Code><Message>The provided token has expired.</Message></Error>"
    monkeypatch.setitem(proxy.ANSWERS, "expired", (400, expired))
    place, prefix = f"s3a://{farm.BUCKET}/expired", "expired"
    words = ("render", six, "--out", place, "--master", "local[1]", "--shard-size", 2)
    door.meddle = lambda request: "expired" if door.published(prefix) else None
    done = limner_at(*words, expect=75)
    assert "keys have expired" in done.stderr and "finished shards stay" in done.stderr and "\tat " not in done.stderr
    assert len(door.published(prefix)) == 1
    door.meddle = lambda request: None
    limner_at(*words)
    assert len(door.published(prefix)) == 3
    assert [sample for sample, _, _ in Dataset(f"{farm.BUCKET}/expired", store.filesystem).hashes()] == list(range(6))


@pytest.fixture
def role():
    """Hands out the keys of a session as a container's role does, others each time, which want to be renewed after five seconds."""

    class Handler(http.server.BaseHTTPRequestHandler):
        given = 0

        def do_GET(self):
            Handler.given += 1
            until = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=65)
            keys = {"AccessKeyId": farm.ACCESS_KEY, "SecretAccessKey": farm.SECRET_KEY, "Token": f"session-{Handler.given}"}
            content = json.dumps({**keys, "Expiration": until.strftime("%Y-%m-%dT%H:%M:%SZ")}).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/keys"
        server.shutdown()


def test_keys_of_a_role_are_renewed_in_the_midst_of_a_run(door, limner, store, six, role):
    seen = []
    door.meddle = lambda request: seen.append((request.token, request.key))
    door.when(lambda request: request.is_shard() and request.operation in ("PUT", "Complete"), lambda: time.sleep(6))
    none = {"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": "", "AWS_SESSION_TOKEN": ""}
    env = {"LIMNER_JVM_OPTIONS": store.java_options(door.endpoint), "AWS_CONTAINER_CREDENTIALS_FULL_URI": role, **none}
    place = f"s3a://{farm.BUCKET}/renewed"
    limner("render", six, "--out", place, "--master", "local[1]", "--shard-size", 2, env=env)
    tokens = [token for token, _ in seen]
    assert all(token and token.startswith("session-") for token in tokens)
    assert len(set(tokens)) > 1, "the first shard takes longer than the first keys were good for"
    assert [sample for sample, _, _ in Dataset(f"{farm.BUCKET}/renewed", store.filesystem).hashes()] == list(range(6))


def test_without_keys_and_in_another_region_nothing_is_begun(door, limner_at, store, six, monkeypatch):
    none = {"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": "", "AWS_EC2_METADATA_DISABLED": "true"}
    done = limner_at("render", six, "--out", f"s3a://{farm.BUCKET}/nobody", expect=2, env=none)
    assert "keys in the environment" in done.stderr and "\tat " not in done.stderr
    monkeypatch.setitem(proxy.ANSWERS, "region", (301, b"<Error><Code>PermanentRedirect</Code><Message>Use another endpoint.</Message></Error>"))
    door.meddle = lambda request: "region"
    done = limner_at("render", six, "--out", f"s3a://{farm.BUCKET}/nobody", expect=2)
    assert "its region" in done.stderr and "\tat " not in done.stderr
    assert store.keys("nobody") == []
