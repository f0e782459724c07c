"""The jar for spark-submit holds our code and what a cluster lacks, and nothing that a cluster has."""

import zipfile

import pytest

FOREIGN = ("org/apache/spark/", "org/apache/hadoop/", "org/apache/parquet/", "software/amazon/", "com/amazonaws/", "scala/")
MOST_MEGABYTES = 60


@pytest.fixture(scope="module")
def jar(root):
    jars = list((root / "spark-job" / "target").glob("spark-job-*-all.jar"))
    assert len(jars) == 1
    return jars[0]


def names(jar):
    with zipfile.ZipFile(jar) as archive:
        return archive.namelist()


def test_holds_no_spark_hadoop_or_aws(jar):
    assert [name for name in names(jar) if name.startswith(FOREIGN)] == []


def test_holds_our_code_and_what_a_cluster_lacks(jar):
    held = set(names(jar))
    assert "io/limner/job/cli/Limner.class" in held
    assert "org/joml/Vector3f.class" in held
    assert "picocli/CommandLine.class" in held
    assert "org/lwjgl/egl/EGL15.class" in held
    assert "linux/x64/org/lwjgl/liblwjgl.so" in held
    assert "linux/x64/org/lwjgl/opengl/liblwjgl_opengl.so" in held


def test_names_nothing_twice(jar):
    held = names(jar)
    assert len(held) == len(set(held))


def test_is_small(jar):
    megabytes = jar.stat().st_size / 1e6
    print(f"\njar for spark-submit: {megabytes:.1f} MB")
    assert megabytes < MOST_MEGABYTES
