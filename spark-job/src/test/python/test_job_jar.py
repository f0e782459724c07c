"""The jar for spark-submit holds our code and what a cluster lacks, and nothing that a cluster has."""

import re
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


def test_carries_the_licences_of_what_it_holds(jar, root):
    with zipfile.ZipFile(jar) as archive:
        assert archive.read("META-INF/LICENSE") == (root / "LICENSE").read_bytes()
        assert archive.read("META-INF/NOTICE") == (root / "NOTICE").read_bytes()
        texts = {name: archive.read(f"META-INF/licenses/{name}.txt").decode() for name in ("LWJGL", "libffi", "JOML")}
    assert "Redistributions in binary form must reproduce" in texts["LWJGL"]
    for name in ("libffi", "JOML"):
        assert "Permission is hereby granted, free of charge" in texts[name]


# Root packages of what is in the jar, and how NOTICE calls it.
HELD = {
    "io/limner/shaded/snakeyaml/": "SnakeYAML",
    "io/limner/": "Limner",
    "org/lwjgl/": "LWJGL",
    "linux/x64/org/lwjgl/": "LWJGL",
    "org/joml/": "JOML",
    "picocli/": "picocli",
}


def test_notice_names_all_that_it_holds(jar, root):
    notice = (root / "NOTICE").read_text().split("Used from the machine, not distributed")[0]
    files = [re.sub(r"^META-INF/versions/\d+/", "", name) for name in names(jar) if not name.endswith("/")]
    strange = [name for name in files if not name.startswith((*HELD, "META-INF/"))]
    assert strange == []
    for package, title in HELD.items():
        assert any(name.startswith(package) for name in files), package
        assert title in notice


def test_names_nothing_twice(jar):
    held = names(jar)
    assert len(held) == len(set(held))


def test_is_small(jar):
    megabytes = jar.stat().st_size / 1e6
    print(f"\njar for spark-submit: {megabytes:.1f} MB")
    assert megabytes < MOST_MEGABYTES
