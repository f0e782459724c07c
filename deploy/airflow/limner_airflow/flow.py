"""The steps of a run, whoever takes them: validate, plan, render, verify, publish.

The day on which a run's data interval begins names a partition, ds=YYYY-MM-DD: a folder of its own below the destination, and
people of its own. A run that is triggered by hand may name another by the parameter "day". So a backfill is safe to repeat: a day that is there stays, and one that is not is drawn.
"""

import os
from datetime import datetime, timedelta, timezone

from airflow.exceptions import AirflowException
from airflow.sdk import DAG, Asset, CronDataIntervalTimetable, Param, task

from limner_airflow.summary import destination, report, summary

# Limits how many runs draw at once, backfills included. It must exist: airflow pools set limner 2 "runs that draw at once"
POOL = "limner"

# What downstream DAGs are scheduled on; each event carries the run's summary.
FACES = Asset("limner_faces")

PARAMETERS = {
    "spec": Param(
        os.environ.get("LIMNER_SPEC", "/opt/limner/specs/nightly.yaml"),
        type="string",
        pattern=r"^[^-].*\.ya?ml$",
        description="The spec: a file where the driver runs.",
    ),
    "out": Param(
        os.environ.get("LIMNER_OUT", "/var/lib/limner/nightly"),
        type="string",
        pattern="^[^-].*[^/]$",
        description="The dataset: a folder or s3a://bucket/prefix. Days become folders in it.",
    ),
    "assets": Param(
        None,
        type=["null", "string"],
        pattern="^[^-]",
        description="Where the files lie that the spec names: a folder that every machine has, or s3a://bucket/prefix.",
    ),
    "day": Param(
        None,
        type=["null", "string"],
        pattern=r"^\d{4}-\d{2}-\d{2}$",
        description="The day to draw, YYYY-MM-DD; that on which the data interval begins, unless set.",
    ),
    "slots": Param(None, type=["null", "integer"], minimum=1, description="How many draw at once; as many as there are, unless set."),
    "shard_size": Param(None, type=["null", "integer"], minimum=1, description="Samples in a file; from the spec, unless set."),
    "device": Param("auto", type="string", pattern="^(auto|cpu|gpu)$", description="What draws."),
    "max_failures": Param(10, type="integer", minimum=0, description="Samples that may fail before the run does."),
    "strict": Param(False, type="boolean", description="Whether a warning of the plan ends the run."),
}

DAY = "ds={{ params.day or (data_interval_start | ds) }}"
SPEC = ["{{ params.spec }}", "--partition", DAY, "{{ '--assets=%s' % params.assets if params.assets else '' }}"]
SHARDS = "{{ '--shard-size=%d' % params.shard_size if params.shard_size else '' }}"
RENDER = ["render", *SPEC, "--out", "{{ params.out }}", SHARDS, "--device={{ params.device }}", "--max-failures={{ params.max_failures }}"]

# What each step asks of Limner. An argument that comes out empty is left out.
VALIDATE = [*RENDER, "--dry-run"]
PLAN = [
    "plan",
    *SPEC,
    SHARDS,
    "{{ '--slots=%d' % params.slots if params.slots else '' }}",
    "{{ '--strict' if params.strict else '' }}",
]
VERIFY = ["verify", "{{ params.out }}/" + DAY]


def flow(dag_id, step):
    """The DAG, whose steps are taken by the operators that step(task_id, arguments, **settings) returns."""
    with DAG(
        dag_id,
        description="A labelled dataset of synthetic faces, a partition a day",
        schedule=CronDataIntervalTimetable("@daily", timezone="UTC"),
        start_date=datetime(2026, 1, 1, tzinfo=timezone.utc),
        catchup=False,
        params=PARAMETERS,
        # A run that failed goes on where it stopped, so trying again is cheap. What a wrong spec gets is no retry: see spark.py.
        default_args={
            "retries": 3,
            "retry_exponential_backoff": True,
            "max_retry_delay": timedelta(hours=1),
            "on_retry_callback": report,
            "on_failure_callback": report,
        },
        tags=["limner"],
    ) as dag:

        @task(outlets=[FACES], on_success_callback=report)
        def publish(*, outlet_events, **context):
            """Tells of the day's dataset, with what its manifest says of it."""
            facts = summary(destination(context))
            if not facts.get("complete"):
                raise AirflowException(f"verified, but without a manifest that can be read: {facts}")
            outlet_events[FACES].extra = facts
            return facts

        validate, plan = step("validate", VALIDATE), step("plan", PLAN)
        render, verify = step("render", RENDER, pool=POOL), step("verify", VERIFY, pool=POOL)
        validate >> plan >> render >> verify >> publish()
    return dag
