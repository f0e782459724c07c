"""What is said of a run: to the tasks' logs, and with the asset."""

import json
import logging

from airflow.sdk import ObjectStoragePath

log = logging.getLogger(__name__)

# What Hadoop and Airflow call the same store.
SCHEMES = {"s3a://": "s3://"}


def destination(context):
    """Where the run's day lies: a folder, or a URI as Limner writes it."""
    params = context["params"]
    return f"{params['out']}/ds={params['day'] or context['data_interval_start'].strftime('%Y-%m-%d')}"


def summary(dataset):
    """The totals of a dataset, out of its manifest; without one, which is written last, how many of its shards are there."""
    place = dataset
    for hadoop, airflow in SCHEMES.items():
        place = place.replace(hadoop, airflow, 1) if place.startswith(hadoop) else place
    folder = ObjectStoragePath(place)
    facts = {"dataset": dataset, "complete": False}
    try:
        manifest = json.loads((folder / "_limner" / "manifest.json").read_text())
    except FileNotFoundError:
        data = folder / "data"
        return facts | {"shards": sum(file.name.endswith(".parquet") for file in data.iterdir()) if data.exists() else 0}
    except (OSError, ValueError) as unreadable:
        return facts | {"unreadable": str(unreadable)}
    return facts | {"complete": True, **manifest["identity"], **manifest["totals"], "drawn_by": manifest["drawn_by"]}


def shortened(text, most=2000):
    """The beginning, where the exit code is, and the end, which says why."""
    return text if len(text) <= most else f"{text[: most // 4]} ... {text[-most * 3 // 4 :]}"


def report(context):
    """A callback: the run's summary as one line of JSON in the task's log. Put a notifier of your own beside it where flow.py names it."""
    instance = context["task_instance"]
    said = {"dag": instance.dag_id, "run": instance.run_id, "task": instance.task_id, "try": instance.try_number}
    if problem := context.get("exception"):
        said["problem"] = shortened(str(problem))
    log.info("limner run summary %s", json.dumps(said | summary(destination(context)), sort_keys=True))
