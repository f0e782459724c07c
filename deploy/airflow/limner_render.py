"""Draws a spec on a Spark cluster every night, and reads every row of it back.

Needs apache-airflow-providers-apache-spark, a Spark connection named "spark_default", and on the worker that submits: the jar,
the spec, and a nightly.conf joined from the presets in conf (RUNBOOK.md says how), at the paths that the variables name. A run that failed goes on where it stopped, so
retries are cheap; a run that is complete does nothing. Each day draws a partition of its own,
ds=YYYY-MM-DD, with other people than any other day; a backfill is a diff.
"""

from datetime import datetime, timedelta

from airflow import DAG
from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator

LIMNER = "{{ var.value.get('limner_home', '/opt/limner') }}"
SPEC = "{{ var.value.get('limner_spec', '/opt/limner/specs/nightly.yaml') }}"
OUT = "{{ var.value.limner_out }}"
DAY = "ds={{ ds }}"

COMMON = {
    "application": f"{LIMNER}/limner.jar",
    "java_class": "io.limner.job.cli.Limner",
    "conn_id": "spark_default",
    "properties_file": f"{LIMNER}/conf/nightly.conf",
    # 75 (try again later) and 1 (failed) are both worth another try; 2 (the spec is wrong) ends at the first plan.
    "retries": 3,
    "retry_delay": timedelta(minutes=2),
    "retry_exponential_backoff": True,
}

with DAG(
    dag_id="limner_render",
    description="A labelled dataset of synthetic faces",
    start_date=datetime(2026, 1, 1),
    schedule="@daily",
    catchup=False,
    # Two runs at one destination refuse each other; two days are two destinations.
    max_active_runs=2,
    tags=["limner"],
) as dag:
    plan = SparkSubmitOperator(
        task_id="plan",
        name="limner-plan-{{ ds }}",
        application_args=["plan", SPEC, "--partition", DAY],
        **{**COMMON, "retries": 0},
    )
    render = SparkSubmitOperator(
        task_id="render",
        name="limner-render-{{ ds }}",
        application_args=["render", SPEC, "--partition", DAY, "--out", OUT],
        **COMMON,
    )
    verify = SparkSubmitOperator(
        task_id="verify",
        name="limner-verify-{{ ds }}",
        application_args=["verify", f"{OUT}/{DAY}"],
        **COMMON,
    )
    plan >> render >> verify
