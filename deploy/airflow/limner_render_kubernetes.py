"""Draws a spec on Kubernetes, a partition a day. Leave this file out where there is none. RUNBOOK.md says how to set it up."""

from limner_airflow.flow import flow
from limner_airflow.kubernetes import pod

dag = flow("limner_render_kubernetes", pod)
