"""Steps taken by pods: each is a Spark driver in client mode, and the one that renders asks for executor pods."""

import os

from airflow.exceptions import AirflowException
from airflow.providers.cncf.kubernetes.operators.pod import KubernetesPodOperator
from airflow.sdk.exceptions import AirflowFailException
from kubernetes.client import models as k8s

IMAGE = os.environ.get("LIMNER_IMAGE", "limner:0.1.0")
NAMESPACE = os.environ.get("LIMNER_NAMESPACE", "limner")
CLUSTER = "k8s://https://kubernetes.default.svc"

# Executors have four slots each, as conf/kubernetes.conf says.
EXECUTORS = "{{ '--conf=spark.executor.instances=%d' % ((params.slots + 3) // 4) if params.slots else '' }}"


class LimnerPod(KubernetesPodOperator):
    """Runs one command of Limner. Exit code 2 fails the task at once; 1, 75 and a lost pod leave it to the retries."""

    def execute(self, context):
        self.arguments = [argument for argument in self.arguments if argument]
        return super().execute(context)

    def cleanup(self, pod, remote_pod, *args, **kwargs):
        try:
            super().cleanup(pod, remote_pod, *args, **kwargs)
        except AirflowException as failure:
            if exit_code(remote_pod, self.base_container_name) == 2:
                raise AirflowFailException(f"the input is wrong; mend it, then clear this task: {failure}") from failure
            raise


def exit_code(pod, container):
    """What a pod's container ended with; None if it has not, or nobody knows."""
    for status in (pod.status and pod.status.container_statuses) or []:
        if status.name == container and status.state and status.state.terminated:
            return status.state.terminated.exit_code
    return None


def field(name, path):
    """A variable of the environment out of what the pod is."""
    return k8s.V1EnvVar(name=name, value_from=k8s.V1EnvVarSource(field_ref=k8s.V1ObjectFieldSelector(field_path=path)))


def key(name, entry):
    """A variable of the environment out of the secret that deploy/kubernetes names."""
    chosen = k8s.V1SecretKeySelector(name="limner-store", key=entry)
    return k8s.V1EnvVar(name=name, value_from=k8s.V1EnvVarSource(secret_key_ref=chosen))


def pod(task_id, arguments, **settings):
    """A step of the flow. Only the drawing needs executors; the rest happens in the driver."""
    spark = ["--properties-file", "/opt/limner/conf/kubernetes.conf", "--conf", "spark.driver.host=$(POD_ADDRESS)"]
    if task_id == "render":
        spark += ["--master", CLUSTER, "--conf", "spark.kubernetes.driver.pod.name=$(POD_NAME)", EXECUTORS]
    else:
        spark += ["--master", "local[*]"]
    return LimnerPod(
        task_id=task_id,
        name=f"limner-{task_id}",
        namespace=NAMESPACE,
        image=IMAGE,
        service_account_name="limner",
        cmds=["/opt/spark/bin/spark-submit"],
        arguments=[*spark, "--class", "io.limner.job.cli.Limner", "/opt/limner/limner.jar", *arguments],
        env_vars=[
            field("POD_ADDRESS", "status.podIP"),
            field("POD_NAME", "metadata.name"),
            key("AWS_ACCESS_KEY_ID", "access-key"),
            key("AWS_SECRET_ACCESS_KEY", "secret-key"),
        ],
        container_resources=k8s.V1ResourceRequirements(requests={"cpu": "1", "memory": "3Gi"}, limits={"memory": "3Gi"}),
        security_context=k8s.V1PodSecurityContext(run_as_non_root=True, run_as_user=185, fs_group=0),
        volumes=[k8s.V1Volume(name="spec", config_map=k8s.V1ConfigMapVolumeSource(name="limner-spec"))],
        volume_mounts=[k8s.V1VolumeMount(name="spec", mount_path="/etc/limner")],
        **settings,
    )
