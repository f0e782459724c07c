"""The rows of the table: each does one kind of harm, demands the mark, and says in a line what came of it."""

import collections
import contextlib
import dataclasses
import json
import os
import random
import re
import shutil
import signal
import subprocess
import threading
import time

import farm
from dataset import Dataset
from proxy import KINDS, Fault

from .bench import OTHER_OBJECTS, Bench, event_log, events, tested_elsewhere

PARTS = {"spark.hadoop.fs.s3a.multipart.size": "5M"}
MANIFEST = "_limner/manifest.json"
LEASE = "_limner/lease.json"


@dataclasses.dataclass(frozen=True)
class Row:
    """A row: the promise, what is done to break it, and who does it: a function of the bench, or tests that stand elsewhere."""

    name: str
    promise: str
    harm: str
    act: object = None
    java: tuple = ()
    python: tuple = ()

    def run(self, bench):
        """What came of it, in a line. AssertionError if the promise did not hold."""
        if self.act:
            try:
                return self.act(bench)
            finally:
                bench.door.forget()
        count = tested_elsewhere(self.java, self.python)
        tests = [f"`{name.split('.')[-1].replace('#', '.').split('::')[-1]}`" for name in (*self.java, *self.python)]
        return f"{count} {'test' if count == 1 else 'tests'} passed: {', '.join(tests)}"


def succeed(run):
    assert run.code == 0, f"ended with {run.code}:\n{run.text[-5000:]}"
    return run


def kill(pids, signum=signal.SIGKILL):
    """Kills one of some processes, if there is one, with what it started; whether there was."""
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signum)
            return True
    return False


def again(published):
    """How many publications were of a shard that was there already."""
    return sum(count - 1 for count in collections.Counter(published).values())


def share(bench, spec, percent):
    return max(1, spec.shards * percent // 100)


def lost_executor(bench: Bench):
    spec, shares = bench.small, (10, 50, 90) if bench.long else (50,)
    killed = []
    for percent in shares:
        bench.door.when_published(
            "executor", share(bench, spec, percent), lambda: killed.append(kill(sorted(bench.cluster.executors(), key=lambda _: random.random())))
        )
    with bench.render(spec, "executor") as running:
        run = succeed(running())
    assert killed == [True] * len(shares)
    samples = bench.check(spec, "executor")
    redrawn = again(bench.door.published("executor"))
    figures = f"{len(killed)} killed; {samples} samples in {spec.shards} shards, {redrawn} shards published twice; P0; {run.seconds:.0f} s"
    return figures + lost_upload(bench)


def lost_upload(bench):
    """An executor that dies between two parts of an upload."""
    killed = []
    bench.door.when(lambda request: request.operation == "UploadPart", lambda: killed.append(kill(bench.cluster.executors())))
    with bench.render(bench.parts, "executor-parts", PARTS) as running:
        succeed(running())
    assert killed == [True]
    bench.check(bench.parts, "executor-parts")
    return "; one killed amid an upload in parts: P0, no upload left"


@contextlib.contextmanager
def frozen(begun, children):
    """Stops processes from a moment on, those that come later too."""
    over = threading.Event()

    def freeze():
        while not over.wait(0.2):
            if begun():
                for pid in children():
                    kill([pid], signal.SIGSTOP)

    thread = threading.Thread(target=freeze, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
        for pid in children():
            kill([pid], signal.SIGCONT)


def twins(bench: Bench):
    spec, log = bench.small, bench.folder / "twins-events"
    conf = {
        **event_log(log),
        "spark.speculation": "true",
        "spark.speculation.multiplier": "1",
        "spark.speculation.quantile": "0.1",
        "spark.speculation.interval": "100ms",
    }
    host = str(bench.cluster.work(farm.WORKERS[1]))
    begun = lambda: len(bench.door.published("twins")) >= share(bench, spec, 25)  # noqa: E731
    with frozen(begun, lambda: farm.processes("ChildMain", host)), bench.render(spec, "twins", conf, "process") as running:
        run = succeed(running())
    samples = bench.check(spec, "twins")
    started = [event for event in events(log) if event["Event"] == "SparkListenerTaskStart" and event["Task Info"]["Speculative"]]
    assert started, "no twin ran, by the event log"
    return f"twins that ran: {len(started)}; {samples} samples; P0; {run.seconds:.0f} s"


def await_executors(bench, most):
    deadline = time.monotonic() + 300
    while len(bench.cluster.executors()) > most:
        assert time.monotonic() < deadline, f"more than {most} executors are left after five minutes"
        time.sleep(0.2)


def dead_driver(bench: Bench):
    """One place, whose driver is killed again and again."""
    spec, runs = bench.small, 0
    steps = [("published", percent) for percent in ((25, 50, 75) if bench.long else (50,))] + [("before", 0), ("after", 0)]
    for what, percent in steps:
        # Those of a dead driver may still publish what they had begun.
        await_executors(bench, 0)
        finished = set(bench.door.published("driver"))
        count = len(bench.door.published("driver"))
        with bench.render(spec, "driver") as running:
            if what == "published":
                bench.door.when_published("driver", count + share(bench, spec, 25), running.kill)
            else:
                bench.door.when(
                    lambda request: request.key == f"driver/{MANIFEST}" and request.method == "PUT", running.kill, before=what == "before"
                )
            assert running().code == -signal.SIGKILL
        runs += 1
        assert finished.isdisjoint(bench.door.published("driver")[count:]), "a finished shard was drawn again"
    count = len(bench.door.published("driver"))
    with bench.render(spec, "driver") as running:
        run = succeed(running())
    assert "complete:" in run.text and len(bench.door.published("driver")) == count
    samples = bench.check(spec, "driver")
    return f"{runs} drivers killed, the next run found the dataset complete; {samples} samples, no finished shard drawn again; P0"


def failing_store(bench: Bench):
    bench.door.stall_seconds = 30 if bench.long else 2
    control = [name for name in OTHER_OBJECTS | {LEASE} if name.startswith("_limner/")]
    bench.door.plan(
        *[Fault("PUT", kind) for kind in KINDS],
        *[Fault("PUT", kind, lambda request, name=name: request.key.endswith(name)) for name, kind in zip(sorted(control), ("lost", "500", "reset", "503"))],
    )
    with bench.render(bench.small, "store") as running:
        seconds = succeed(running()).seconds
    assert bench.door.unspent() == []
    samples = bench.check(bench.small, "store")
    bench.door.plan(*[Fault(operation, kind) for operation in ("Create", "UploadPart", "Complete") for kind in KINDS])
    with bench.render(bench.parts, "store-parts", PARTS) as running:
        seconds += succeed(running()).seconds
    # What fewer shards than faults leave over.
    left = bench.door.unspent()
    assert not left or not bench.long, left
    samples += bench.check(bench.parts, "store-parts")
    done = sum(bench.door.done.values())
    return f"{done} requests harmed, in {len(bench.door.done)} ways; {samples} samples; P0; {seconds:.0f} s"


def store_gone(bench: Bench):
    spec, gone = bench.small, []

    def close():
        gone.append(time.monotonic())
        bench.door.meddle = lambda request: "503"

    bench.door.when_published("gone", share(bench, spec, 25), close)
    with bench.render(spec, "gone") as running:
        run = running()
    seconds = time.monotonic() - gone[0]
    assert run.code == 75, f"ended with {run.code}:\n{run.text[-5000:]}"
    assert "Run the same command again" in run.text
    assert seconds <= 300, f"it took {seconds:.0f} s to give up"
    bench.door.forget()
    with bench.render(spec, "gone") as running:
        succeed(running())
    samples = bench.check(spec, "gone")
    return f"exit 75 after {seconds:.0f} s; the same command again: {samples} samples, P0"


def two_owners(bench: Bench):
    spec = bench.small
    holding, go = threading.Event(), threading.Event()

    def begins(request):
        return request.method == "PUT" and request.key == "owners/_limner/spec.yaml"

    # Held once it has the lease, before it draws.
    bench.door.when(begins, lambda: (holding.set(), go.wait(1200)))
    with bench.render(spec, "owners", {"spark.hadoop.fs.s3a.connection.timeout": "1800s"}) as first:
        try:
            assert holding.wait(900), "the first run did not begin"
            with bench.render(spec, "owners") as second:
                refused = second(1200)
        finally:
            go.set()
        assert refused.code == 75, f"ended with {refused.code}:\n{refused.text[-4000:]}"
        assert f"another run works at {bench.uri('owners')}: process {first.pid} on " in refused.text
        succeed(first())
    bench.check(spec, "owners")
    figures = f"refused with 75 after {refused.seconds:.1f} s, start of the JVM included, with process and host named; P0"
    if not bench.long:
        return figures
    assert refused.seconds <= 10
    return figures + "; " + dead_owner(bench)


def dead_owner(bench):
    """Of a process of another machine only the clock can tell that it is dead."""
    spec, path = bench.small, f"{farm.BUCKET}/owner/{LEASE}"
    with bench.render(spec, "owner") as running:
        bench.door.when_published("owner", 2, running.kill)
        running()
    killed = time.monotonic()
    with bench.store.filesystem.open_input_stream(path) as stream:
        lease = json.loads(stream.readall())
    with bench.store.filesystem.open_output_stream(path) as stream:
        stream.write(json.dumps({**lease, "host": "elsewhere"}).encode())
    refused = 0
    while True:
        with bench.render(spec, "owner") as running:
            run = running()
        if run.code == 0:
            break
        refused += 1
        assert run.code == 75 and "on elsewhere" in run.text, run.text[-4000:]
        assert time.monotonic() - killed < 120
    assert refused
    bench.check(spec, "owner")
    return f"the lease of a dead owner elsewhere was respected {refused} times, then had run out; P0"


def decommissioned(bench: Bench):
    spec, log, host = bench.small, bench.folder / "decommissioned-events", farm.WORKERS[1]
    bench.door.when_published("decommissioned", share(bench, spec, 50), lambda: bench.cluster.decommission(host))
    # Small shards are drawn faster than an executor leaves.
    bench.door.when_published("decommissioned", spec.shards - 1, lambda: await_executors(bench, 1))
    try:
        with bench.render(spec, "decommissioned", event_log(log)) as running:
            run = succeed(running())
    finally:
        bench.cluster.start(host)
        bench.cluster.wait()
    samples = bench.check(spec, "decommissioned")
    seen = list(events(log))
    ended = [event for event in seen if event["Event"] == "SparkListenerTaskEnd"]
    failed = [event["Task End Reason"] for event in ended if event["Task Info"]["Failed"]]
    gone = [event["Removed Reason"] for event in seen if event["Event"] == "SparkListenerExecutorRemoved"]
    assert failed == []
    assert any("decommission" in reason.lower() for reason in gone), gone
    return f"the executor left when its shard was done; {len(ended)} tasks, none failed; {samples} samples; P0; {run.seconds:.0f} s"


def pixels(bench: Bench):
    spec, folder = bench.small, bench.folder / "pixels"
    succeed(bench.limner("render", spec.path, "--out", folder, "--master", "local[1]", "--shard-size", spec.shard + 3, "--slot", "process"))
    rows = Dataset(folder).table()
    names = [name for name in rows.column_names]
    assert rows.equals(spec.rows), [name for name in names if not rows.column(name).equals(spec.rows.column(name))]
    return f"{len(rows)} of {len(rows)} rows equal in all {len(names)} columns: two slots, one slot, slots as processes, other shards. Another processor was not at hand"


@contextlib.contextmanager
def small_disk(folder, megabytes):
    """A file system of its own. Needs root."""
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def may_mount():
    return os.geteuid() == 0 and subprocess.run(
        ["unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"], stderr=subprocess.DEVNULL, check=False
    ).returncode == 0


def full(folder, but):
    """Fills a disk but for some bytes; returns what does."""
    ballast = folder / "ballast"
    space = os.statvfs(folder)
    ballast.write_bytes(bytes(space.f_bavail * space.f_frsize - but))
    return ballast


def full_disk(bench: Bench):
    if not may_mount():
        return "not tried: mounting a small disk needs root"
    spec = bench.small
    with small_disk(bench.folder / "disk", 64) as disk:
        ballast = full(disk, 200_000)
        out = disk / "faces"
        command = ("render", spec.path, "--out", out, "--master", "local[2]", "--shard-size", spec.shard)
        local = explained(bench.limner(*command), out)
        ballast.unlink()
        succeed(bench.limner(*command))
        bench.check_folder(spec, out)
    figures = f"destination full: exit {local}, folder and remedy named; P0 when there was room"
    if not bench.long:
        return figures
    with small_disk(bench.folder / "buffer", 64) as disk:
        ballast = full(disk, 100_000)
        conf = {"spark.hadoop.fs.s3a.buffer.dir": str(disk)}
        with bench.render(spec, "disk", conf) as running:
            remote = explained(running(), disk)
        ballast.unlink()
        with bench.render(spec, "disk", conf) as running:
            succeed(running())
        bench.check(spec, "disk")
    return figures + f"; an executor's buffer full: exit {remote}, the same"


def explained(run, folder):
    assert run.code in (1, 75), f"ended with {run.code}:\n{run.text[-4000:]}"
    said = "\n".join(line for line in run.text.splitlines() if line.startswith("limner: "))
    assert "no space left" in said and str(folder) in said and "Free some" in said, run.text[-4000:]
    return run.code


def damage(bench: Bench):
    spec, folder, chance = bench.small, bench.folder / "damaged", random.Random(5)
    shutil.copytree(spec.calm, folder)
    count = min(100, spec.shards * 4 // 5)
    shards = sorted((folder / "data").iterdir())
    sound = {path: path.read_bytes() for path in shards}
    damaged = chance.sample(shards, count)
    for number, path in enumerate(damaged):
        content = bytearray(sound[path])
        place = chance.randrange(len(content))
        if number % 2:
            content[place] ^= 1 << chance.randrange(8)
        path.write_bytes(content if number % 2 else content[:place])
    run = succeed(bench.limner("verify", folder, "--repair"))
    found = set(re.findall(r"part-\d+-[0-9a-f]+\.parquet", run.text))
    assert found == {path.name for path in damaged}, f"{len(found)} found of {count}"
    stamps = {path: path.stat().st_mtime_ns for path in shards if path not in damaged}
    assert all(not path.exists() for path in damaged)
    succeed(bench.limner("render", spec.path, "--out", folder, "--master", "local[2]", "--shard-size", spec.shard))
    assert stamps == {path: path.stat().st_mtime_ns for path in stamps}, "a sound shard was drawn again"
    samples = bench.check_folder(spec, folder)
    return f"{len(found)} of {count} found in {spec.shards} shards, just these drawn again; {samples} samples; P0"


def moved(bench: Bench):
    spec = bench.small
    other = bench.folder / "moved.yaml"
    other.write_text(spec.path.read_text().replace("seed: 11", "seed: 12"))
    stamps = {path: path.stat().st_mtime_ns for path in spec.calm.rglob("*")}
    run = bench.limner("render", other, "--out", spec.calm)
    assert run.code == 2, run.text
    assert "seed: 11 -> 12" in run.text and "--from" in run.text, run.text
    assert stamps == {path: path.stat().st_mtime_ns for path in spec.calm.rglob("*")}
    return "exit 2 with `seed: 11 -> 12`, and with `--from` to another place as the remedy; nothing was touched"


class Storm:
    """Random harm, by a seed, until it is over."""

    def __init__(self, bench, seed):
        self._bench = bench
        self._chance = random.Random(seed)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._blow, daemon=True)
        self.done = collections.Counter()

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._over.set()
        self._thread.join()

    def _blow(self):
        seconds = (8, 20) if self._bench.long else (2, 6)
        while not self._over.wait(self._chance.uniform(*seconds)):
            what = self._chance.choice(["executor", "child", "store", "store"])
            if what == "store":
                self._bench.door.plan(
                    Fault(self._chance.choice(["PUT", "PUT", "GET", "HEAD"]), self._chance.choice(KINDS), lambda request: True)
                )
                continue
            pids = self._bench.cluster.executors() if what == "executor" else self._bench.cluster.children()
            if kill(self._chance.sample(pids, len(pids)), signal.SIGKILL if what == "executor" else signal.SIGSEGV):
                self.done[what] += 1


def storm(bench: Bench):
    seed = int(os.environ.get("LIMNER_STORM_SEED") or 20261121)
    spec = bench.storm
    bench.door.stall_seconds = 5
    before = sum(bench.door.done.values())
    codes, seconds = [], 0
    with Storm(bench, seed) as blowing:
        while not codes or codes[-1] != 0:
            with bench.render(spec, "storm", slot="process") as running:
                if not codes:
                    bench.door.when_published("storm", share(bench, spec, 40), running.kill)
                run = running(3000)
            codes.append(run.code)
            seconds += run.seconds
            assert len(codes) <= 10 and run.code in (0, -signal.SIGKILL, 75), f"ended with {run.code}:\n{run.text[-5000:]}"
    bench.door.forget()
    samples = bench.check(spec, "storm")
    harmed = sum(bench.door.done.values()) - before
    return (
        f"seed {seed}: {blowing.done['executor']} executors, {blowing.done['child']} drawing processes and {codes.count(-signal.SIGKILL)} driver killed, "
        f"{harmed} requests harmed, {len(codes)} runs; {samples} samples in {spec.shards} shards; P0; {seconds:.0f} s"
    )


CHILDREN = "ChildSamplersIT"
ROWS = (
    Row("executor", "a lost executor costs only its running shards", "`kill -9` of an executor at 10, 50 and 90%; another amid an upload in parts", lost_executor),
    Row("twins", "one attempt counts", "speculation with multiplier 1, a slot that stands still from 25% on; the event log proves that twins ran", twins),
    Row("driver", "a driver can die", "SIGKILL at 25, 50 and 75%, just before and just after the manifest; the same command again each time", dead_driver),
    Row(
        "store",
        "the store can misbehave",
        "500, 503, a stall of 30 s, a reset connection and a lost reply, each twice running, on PUT, CreateMultipartUpload, UploadPart and Complete",
        failing_store,
    ),
    Row("gone", "a store that is gone ends the run, not the dataset", "from 25% on, 503 for good; later the same command again", store_gone),
    Row("owners", "two runs at one destination do not harm each other", "a second run while the first is at work; a dead owner's lease", two_owners),
    Row(
        "sample",
        "a bad sample costs itself only",
        "a sample that throws, one whose native code crashes, one that never ends, one that takes all memory; more of them than the budget allows",
        java=(f"{CHILDREN}#harmCostsTheSampleThatDoesItAndNoOther", f"{CHILDREN}#aSampleWithoutEndIsEnded", "RenderRunTest#overTheBudgetTheRunStops"),
    ),
    Row(
        "node",
        "a bad node is avoided",
        "a worker on which no graphics can be set up",
        python=("test_farm.py::test_a_node_that_cannot_draw_costs_nothing_and_is_named",),
    ),
    Row("decommission", "decommissioning is graceful", "a worker is told to go at 50%", decommissioned),
    Row(
        "context",
        "a lost GL context is noticed",
        "a reset status and an out-of-memory, told to the renderer in place of the driver's word",
        java=("RenderRunGLTest#aLostContextIsOpenedAnewAndCostsNoRow",),
    ),
    Row("pixels", "pixels repeat", "the same spec by one slot and two, in threads and processes, in other shards", pixels),
    Row("disk", "a full disk is explained", "64 MiB, and no room on it: the destination, then the executors' buffer for uploads", full_disk),
    Row("damage", "damage is found", "random flips and truncations in 100 published shards; `verify --repair`, then `render`", damage),
    Row("moved", "the spec moved", "another seed, the same destination", moved),
    Row(
        "secrets",
        "secrets stay secret",
        "canary keys in settings, environment, address and exceptions; all logs, the event log, the dataset and the words of all processes are searched",
        python=(
            "test_secrets.py::test_no_process_has_a_secret_among_its_words",
            "test_secrets.py::test_no_log_has_a_secret",
            "test_secrets.py::test_no_file_of_the_dataset_has_a_secret",
            "test_secrets.py::test_keys_in_an_address_and_wrong_keys_are_refused_and_not_repeated",
        ),
    ),
    Row(
        "build",
        "a build repeats",
        "a second build in another folder; the list of jars against the class path",
        python=("test_build.py::test_a_build_elsewhere_makes_the_same_jars", "test_sbom.py::test_every_jar_of_a_run_is_listed"),
    ),
    Row("storm", "all of it at once", "executors and drawing processes killed, requests harmed, at random; the driver killed once", storm),
)
