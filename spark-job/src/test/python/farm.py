"""A real cluster and a real store on this machine: a standalone master, two workers, an S3 server, each a process of its own.

Every process ends with the block that opened it, also when a test fails, and with this process if that is killed.
"""

import contextlib
import ctypes
import http.client
import os
import pathlib
import re
import signal
import socket
import subprocess
import time
import urllib.request

import pyarrow.fs

ACCESS_KEY = "limner-test-access"
SECRET_KEY = "limner-test-secret-0123456789"
BUCKET = "limner-test"

# Two workers under one host name would count as one node.
WORKERS = ("127.0.0.2", "127.0.0.3")

# Executors inherit their worker's environment: EGL finds no driver.
NO_GRAPHICS = {"__EGL_VENDOR_LIBRARY_FILENAMES": "/nonexistent.json", "LIBGL_DRIVERS_PATH": "/nonexistent"}


# Of what runs in a `process` block just now.
SESSIONS = set()


def free_port():
    """For who must be told of a port before a server has it: another may take it first. All others bind port 0, and say in their log what they got."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


# Opened here: between fork and exec nothing may be, other threads may hold locks.
LIBC = ctypes.CDLL(None)


def _die_with_parent():
    LIBC.prctl(1, signal.SIGKILL)


@contextlib.contextmanager
def process(command, log, env=None, cwd=None):
    """A child in a process group of its own, which is ended, with all that it started, when the block is left."""
    with open(log, "wb") as sink:
        child = subprocess.Popen(
            [str(word) for word in command],
            stdin=subprocess.DEVNULL,
            stdout=sink,
            stderr=subprocess.STDOUT,
            env={**os.environ, **(env or {})},
            cwd=cwd,
            start_new_session=True,
            preexec_fn=_die_with_parent,
        )
    SESSIONS.add(child.pid)
    try:
        yield child
    finally:
        SESSIONS.discard(child.pid)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGTERM)
        deadline = time.monotonic() + 10
        while group_lives(child) and time.monotonic() < deadline:
            time.sleep(0.1)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait(timeout=30)


def group_lives(child):
    """Whether anything that the child started is left; the child itself is reaped on the way."""
    child.poll()
    try:
        os.killpg(child.pid, 0)
        return True
    except ProcessLookupError:
        return False


def wait_until(ready, what, log, child, seconds=300):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if ready():
            return
        if child.poll() is not None:
            break
        time.sleep(0.2)
    raise AssertionError(f"{what} did not come up within {seconds} s; its log:\n{pathlib.Path(log).read_text()[-4000:]}")


def said(pattern, log):
    """The port in what a log says first of a server; 0 until then."""
    found = re.search(pattern, pathlib.Path(log).read_text(errors="replace"))
    return int(found.group(1)) if found else 0


def bound(service, log):
    """The port of one of Spark's services."""
    return said(rf"Successfully started service '{service}' on port (\d+)\.", log)


def answers(port):
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False


def commands():
    """The words of all processes that run in `process` blocks, and of what those started; other people's are nobody's business."""
    for entry in pathlib.Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if os.getsid(int(entry.name)) in SESSIONS:
                yield (entry / "cmdline").read_bytes()


class Store:
    """An S3 server on loopback that checks signatures, over a folder."""

    def __init__(self, port):
        self.endpoint = f"http://127.0.0.1:{port}"
        self.env = {"AWS_ACCESS_KEY_ID": ACCESS_KEY, "AWS_SECRET_ACCESS_KEY": SECRET_KEY}
        self.filesystem = pyarrow.fs.S3FileSystem(
            access_key=ACCESS_KEY,
            secret_key=SECRET_KEY,
            endpoint_override=f"127.0.0.1:{port}",
            scheme="http",
            region="us-east-1",
        )

    def java_options(self, endpoint=None):
        """Spark's settings as the launcher takes them."""
        settings = {"endpoint": endpoint or self.endpoint, "endpoint.region": "us-east-1", "path.style.access": "true"}
        return " ".join(f"-Dspark.hadoop.fs.s3a.{key}={value}" for key, value in settings.items())

    def keys(self, prefix):
        """Every object below a prefix."""
        selector = pyarrow.fs.FileSelector(f"{BUCKET}/{prefix}", recursive=True, allow_not_found=True)
        return sorted(file.path for file in self.filesystem.get_file_info(selector) if file.is_file)


@contextlib.contextmanager
def store(java, class_path, folder):
    base = folder / "objects"
    (base / BUCKET).mkdir(parents=True)
    # The server takes a folder that others may read for a public bucket, and would let unsigned requests pass.
    (base / BUCKET).chmod(0o700)
    properties = folder / "s3proxy.properties"
    properties.write_text(
        f"""\
s3proxy.endpoint=http://127.0.0.1:0
s3proxy.authorization=aws-v2-or-v4
s3proxy.identity={ACCESS_KEY}
s3proxy.credential={SECRET_KEY}
# Such as the token of a session, which the signature covers.
s3proxy.ignore-unknown-headers=true
jclouds.provider=filesystem-nio2
jclouds.filesystem.basedir={base}
"""
    )
    quiet = folder / "logback.xml"
    quiet.write_text(
        """\
<configuration>
  <appender name="out" class="ch.qos.logback.core.ConsoleAppender"><encoder><pattern>%d %p %c %m%n</pattern></encoder></appender>
  <root level="info"><appender-ref ref="out"/></root>
</configuration>
"""
    )
    log = folder / "s3proxy.log"
    command = [java, "-Xmx256m", f"-Dlogback.configurationFile={quiet}", "-cp", class_path, "org.gaul.s3proxy.Main", "--properties", properties]
    with process(command, log) as child:
        # Before it is bound, its port is 0.
        connector = r"ServerConnector@.*\{127\.0\.0\.1:([1-9]\d*)\}"
        wait_until(lambda: said(connector, log), "the S3 server", log, child)
        yield Store(said(connector, log))


@contextlib.contextmanager
def master(spark_home, log, env, *words):
    """A standalone master. Yields its address and the port of its web page."""
    command = [spark_home / "bin" / "spark-class", "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", 0, "--webui-port", 0]
    with process([*command, *words], log, {**env, "SPARK_LOCAL_IP": "127.0.0.1"}) as child:
        wait_until(lambda: bound("sparkMaster", log) and bound("MasterUI", log), "the master", log, child)
        yield f"spark://127.0.0.1:{bound('sparkMaster', log)}", bound("MasterUI", log)


class Cluster:
    """A standalone master and its workers."""

    def __init__(self, spark_home, java_home, folder):
        self.folder = folder
        self._spark_home = spark_home
        self._env = {
            "SPARK_HOME": str(spark_home),
            "JAVA_HOME": str(java_home),
            "SPARK_DAEMON_MEMORY": "256m",
            "LP_NUM_THREADS": "0",
            # Executors are killed here on purpose; ten in a row would end an application. Workers answer SIGPWR by decommissioning.
            "SPARK_MASTER_OPTS": "-Dspark.deploy.maxExecutorRetries=-1",
            "SPARK_WORKER_OPTS": "-Dspark.decommission.enabled=true",
        }
        self._stack = contextlib.ExitStack()
        self._workers = {}
        self.url = None

    def __enter__(self):
        self.url, self._web = self._stack.enter_context(master(self._spark_home, self.folder / "master.log", self._env))
        return self

    def __exit__(self, *_):
        self._stack.close()

    def start(self, host, env=None):
        """Starts the worker of a host, in place of the one before it."""
        stack = contextlib.ExitStack()
        words = [self._spark_home / "bin" / "spark-class", "org.apache.spark.deploy.worker.Worker", "--host", host, "--cores", 1, "--memory", "2g"]
        words += ["--webui-port", 0, "--work-dir", self.work(host), self.url]
        self.stop(host)
        child = stack.enter_context(
            process(words, self.folder / f"worker-{host}.log", {**self._env, "SPARK_LOCAL_IP": host, **(env or {})})
        )
        self._workers[host] = (child, stack)
        self._stack.push(stack)

    def stop(self, host):
        """Ends the worker of a host and what it started."""
        if host in self._workers:
            self._workers.pop(host)[1].close()

    def decommission(self, host):
        """What a provider's notice does before it takes a machine away."""
        self._workers[host][0].send_signal(signal.SIGPWR)

    def wait(self):
        """Returns when all workers are registered."""
        for host, (child, _) in self._workers.items():
            wait_until(lambda: registered(self._web) == len(self._workers), "the workers", self.folder / f"worker-{host}.log", child)

    def work(self, host):
        return self.folder / f"work-{host}"

    def executors(self):
        """Process ids of the executors."""
        return processes("CoarseGrainedExecutorBackend", self.folder)

    def children(self):
        """Process ids of what draws for executors: they work in their executor's folder."""
        return processes("ChildMain", self.folder)


def processes(word, folder):
    """Processes with a word in their command that work below a folder."""
    found = []
    for entry in pathlib.Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if word.encode() in (entry / "cmdline").read_bytes() and os.readlink(entry / "cwd").startswith(str(folder)):
                found.append(int(entry.name))
    return sorted(found)


@contextlib.contextmanager
def cluster(spark_home, folder, java_home, broken=None):
    """Yields the cluster once both workers have registered. On the worker `broken`, no graphics can be set up."""
    with Cluster(spark_home, java_home, folder) as started:
        for host in WORKERS:
            started.start(host, NO_GRAPHICS if host == broken else None)
        started.wait()
        yield started


def registered(web):
    """How many workers the master calls alive."""
    with contextlib.suppress(OSError, http.client.HTTPException), urllib.request.urlopen(f"http://127.0.0.1:{web}/json/", timeout=10) as answer:
        return answer.read().decode().count('"state" : "ALIVE"') or 0
    return 0
