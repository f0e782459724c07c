"""Every command that a page shows runs as it stands, or as a dry run where it needs a cluster that is not here."""

import subprocess

import pytest

import pages

# Tested as they stand elsewhere: airflow in test_airflow, spark-submit in test_table, the store at home in test_cluster, the connector by its fixture.
ELSEWHERE = ("airflow ", "export ", "mvn --file deploy/s3a/pom.xml ", "spark-submit ")
# Needs an engine; what it reads is looked at in test_kubernetes.
ENGINE = "docker compose --file deploy/compose/minio.yaml "

SHOWN = sorted({command for page in pages.PAGES for command in pages.commands(page)})


def runnable(command):
    """What is run of a command; None if it is run elsewhere."""
    if command.startswith((*ELSEWHERE, ENGINE)) or ("s3a://" in command and command.startswith("./limner")):
        return None
    if command.startswith("./limner test"):
        return command + " --help"
    if command.startswith("deploy/bin/submit "):
        return command.replace(" -- ", " --dry-run -- ", 1)
    return command


@pytest.mark.parametrize("command", [command for command in SHOWN if runnable(command)])
def test_a_command_runs_as_it_is_shown(root, connector, tmp_path, command):
    """In a folder of its own, beside what the repository has there."""
    for name in ("limner", "deploy", "examples"):
        (tmp_path / name).symlink_to(root / name)
    done = subprocess.run(
        ["bash", "-euc", runnable(command)], cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=900, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_pages_show_commands(root):
    assert len(SHOWN) > 12
    assert "./limner render examples/quickstart.yaml" in SHOWN
