"""A real Airflow on this machine: scheduler, executor and API server over a SQLite database, all out of .venv-airflow."""

import contextlib
import json
import os
import sqlite3
import subprocess
import sys
import time

import farm

class Airflow:
    """One installation, with the DAGs of deploy/airflow and a Spark connection to this machine."""

    def __init__(self, root, folder, settings):
        self.programs = root / ".venv-airflow" / "bin"
        self.home = folder / "airflow"
        self.port = farm.free_port()
        self.env = {
            **os.environ,
            # spark-submit is pyspark's, which the tests' own environment has.
            "PATH": f"{os.path.dirname(sys.executable)}:{os.environ['PATH']}",
            "AIRFLOW_HOME": str(self.home),
            "AIRFLOW__CORE__DAGS_FOLDER": str(root / "deploy" / "airflow"),
            "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
            "AIRFLOW__CORE__DAGS_ARE_PAUSED_AT_CREATION": "False",
            "AIRFLOW__CORE__EXECUTOR": "LocalExecutor",
            "AIRFLOW__CORE__PARALLELISM": "2",
            "AIRFLOW__CORE__DEFAULT_TASK_RETRY_DELAY": "1",
            # A busy machine is no fault.
            "AIRFLOW__CORE__DAGBAG_IMPORT_TIMEOUT": "600",
            "AIRFLOW__DAG_PROCESSOR__DAG_FILE_PROCESSOR_TIMEOUT": "600",
            "AIRFLOW__SCHEDULER__TASK_INSTANCE_HEARTBEAT_TIMEOUT": "1800",
            "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"http://127.0.0.1:{self.port}/execution/",
            "AIRFLOW__API_AUTH__JWT_SECRET": "a secret of the tests, long enough for the signature that Airflow makes with it",
            "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": f"sqlite:///{self.home}/airflow.db?timeout=300",
            # Nothing runs but what the tests ask for.
            "AIRFLOW__SCHEDULER__USE_JOB_SCHEDULE": "False",
            "AIRFLOW__SCHEDULER__SCHEDULER_HEARTBEAT_SEC": "1",
            "AIRFLOW_CONN_SPARK_DEFAULT": json.dumps({"conn_type": "spark", "host": "local[1]"}),
            **settings,
        }

    def __call__(self, *words, expect=0):
        """What a command of airflow printed."""
        command = [str(self.programs / "airflow"), *map(str, words)]
        done = subprocess.run(command, env=self.env, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=1800, check=False)
        assert done.returncode == expect, f"{command} ended with {done.returncode}\n{done.stdout[-6000:]}\n{done.stderr[-6000:]}"
        return done.stdout + done.stderr

    def python(self, code, programs="/nonexistent", more=None):
        """What a few lines print, run where the DAGs are imported, with a folder of programs before others."""
        env = {**self.env, "PYTHONPATH": self.env["AIRFLOW__CORE__DAGS_FOLDER"], "PATH": f"{programs}:{self.env['PATH']}", **(more or {})}
        command = [self.programs / "python", "-c", code]
        done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=1800, check=False)
        assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-6000:]
        return done.stdout

    def prepare(self):
        """Makes the database, in the mode in which readers do not wait for a writer, with the DAGs in it."""
        self("db", "migrate")
        with contextlib.closing(sqlite3.connect(self.home / "airflow.db")) as database:
            database.execute("pragma journal_mode = wal")
        self("dags", "reserialize")

    def rows(self, query, *values):
        """Rows of the metadata database."""
        with contextlib.closing(sqlite3.connect(f"file:{self.home}/airflow.db?mode=ro", uri=True, timeout=60)) as database:
            return database.execute(query, values).fetchall()

    def tasks(self, day):
        """(state, tries) of the tasks of the newest run of a day."""
        rows = self.rows(
            "select task_id, state, try_number from task_instance where run_id ="
            " (select run_id from dag_run where substr(coalesce(logical_date, conf ->> 'day'), 1, 10) = ? order by id desc limit 1)",
            day,
        )
        return {task: (state, tries) for task, state, tries in rows}

    def wait(self, ready, what, seconds=300, pause=0.2):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if ready():
                return
            time.sleep(pause)
        logs = "".join(f"\n== {log.name}\n{log.read_text()[-3000:]}" for log in sorted(self.home.parent.glob("*.log")))
        raise AssertionError(f"{what} not within {seconds} s; tasks: {self.rows('select run_id, task_id, state, try_number from task_instance')}{logs}")

    def events(self, task):
        """What the logs of all tries of a task say, of all runs."""
        for file in sorted(self.home.glob(f"logs/dag_id=*/run_id=*/task_id={task}/*.log")):
            yield from (json.loads(line)["event"] for line in file.read_text().splitlines())

    @contextlib.contextmanager
    def running(self):
        """The scheduler with its executor, and the API that tasks talk to. What is asked of Airflow is asked before: SQLite does not
        take long transactions of two processes at once."""
        parts = {
            "api-server": ["--host", "127.0.0.1", "--port", self.port, "--workers", 1, "--apps", "execution"],
            "scheduler": [],
        }
        with contextlib.ExitStack() as stack:
            for part, words in parts.items():
                log = self.home.parent / f"{part}.log"
                child = stack.enter_context(farm.process([self.programs / "airflow", part, *words], log, self.env))
                if part == "api-server":
                    # Else a task may ask it in vain, and lose one of its tries.
                    farm.wait_until(lambda: farm.answers(self.port), "Airflow's API", log, child)
            yield self
