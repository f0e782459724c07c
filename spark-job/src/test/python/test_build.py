"""A build repeats: in another folder, the same jars to the last bit."""

import hashlib
import os
import shutil
import subprocess

JARS = ["schema/target/schema-*.jar", "renderer/target/renderer-*.jar", "spark-job/target/spark-job-*.jar"]


def hashes(home):
    jars = [jar for pattern in JARS for jar in home.glob(pattern)]
    return {jar.name: hashlib.sha256(jar.read_bytes()).hexdigest() for jar in jars}


def test_a_build_elsewhere_makes_the_same_jars(root, tmp_path):
    home = tmp_path / "some other folder" / "limner"
    aside = shutil.ignore_patterns("target", "out", ".venv*", ".git", "__pycache__")
    for name in (".mvn", "schema", "renderer", "spark-job"):
        shutil.copytree(root / name, home / name, ignore=aside)
    for name in ("pom.xml", "LICENSE", "NOTICE"):
        shutil.copy(root / name, home / name)
    # What it needs is here already.
    command = ["mvn", "--batch-mode", "--quiet", "--offline", "package", "-DskipTests", "-Dmaven.test.skip=true"]
    done = subprocess.run(command, cwd=home, env=dict(os.environ), capture_output=True, text=True, timeout=1200, check=False)
    assert done.returncode == 0, done.stdout[-4000:]
    built = hashes(home)
    assert any(name.endswith("-all.jar") for name in built)
    assert len(built) == 4
    assert built == hashes(root)
