"""Draws a spec on a Spark cluster, a partition a day, by spark-submit on an Airflow worker. RUNBOOK.md says how to set it up."""

from limner_airflow.flow import flow
from limner_airflow.spark import submit

dag = flow("limner_render", submit)
