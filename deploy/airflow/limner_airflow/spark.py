"""Steps taken by spark-submit on an Airflow worker."""

import os
import re

from airflow.exceptions import AirflowException
from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator
from airflow.sdk.exceptions import AirflowFailException

from limner_airflow.flow import DAY

HOME = os.environ.get("LIMNER_HOME", "/opt/limner")
JAR = os.environ.get("LIMNER_JAR", f"{HOME}/limner.jar")
CONF = os.environ.get("LIMNER_CONF", f"{HOME}/conf/standalone.conf")

# How the Spark provider tells of an exit code. 2: the input is wrong, and trying again will not mend it.
WRONG_INPUT = re.compile(r"Error code is: 2\b")


class LimnerSubmit(SparkSubmitOperator):
    """Submits one command of Limner. Exit code 2 fails the task at once; 1 and 75 leave it to the retries.

    The connection's deploy mode must be client, where spark-submit ends with Limner's own exit code.
    """

    def execute(self, context):
        self.application_args = [argument for argument in self.application_args if argument]
        self.conf = {key: value for key, value in self.conf.items() if value}
        try:
            super().execute(context)
        except AirflowException as failure:
            if WRONG_INPUT.search(str(failure)):
                raise AirflowFailException(f"the input is wrong; mend it, then clear this task: {failure}") from failure
            raise


def submit(task_id, arguments, **settings):
    """A step of the flow, by the connection spark_default."""
    return LimnerSubmit(
        task_id=task_id,
        name=f"limner-{task_id}-{DAY}",
        application=JAR,
        java_class="io.limner.job.cli.Limner",
        application_args=arguments,
        properties_file=CONF,
        conf={"spark.cores.max": "{{ params.slots or '' }}"},
        **settings,
    )
