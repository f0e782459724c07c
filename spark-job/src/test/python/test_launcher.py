"""The launcher: quick when there is nothing to do, and honest about the user's mistakes."""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile

import pytest


TRAPPED = ("mvn", "java", "javac", "npm", "apt-get", "sudo")


class Built:
    """A copy of the launcher that finds a finished build. Its JVM prints what it is told, and the trapped tools leave a trace."""

    def __init__(self, root, folder):
        self.home = folder / "limner copy"
        self.traces = folder / "traces"
        state, java = self.home / "target" / "launcher", folder / "jdk" / "bin" / "java"
        built, connector = state / "build-0", self.home / "deploy" / "s3a" / "target" / "classpath-runtime"
        for parent in (built / "natives", java.parent, connector.parent, folder / "traps"):
            parent.mkdir(parents=True)
        connector.write_text("/connector.jar")
        (built / "own.jar").touch()
        self.script(java, 'echo java >>"$TRACES"', "printf '%s\\n' \"$@\"")
        for name in TRAPPED:
            self.script(folder / "traps" / name, f'echo {name} >>"$TRACES"', "exit 1")
        shutil.copy(root / "limner", self.home / "limner")
        lines = [self.home, java.parent.parent, built, built / "own.jar"]
        (state / "stamp").write_text("".join(f"{line}\n" for line in lines))
        self.env = {**os.environ, "PATH": f"{folder / 'traps'}:{os.environ['PATH']}", "TRACES": str(self.traces)}
        self.env.pop("JAVA_HOME", None)

    @staticmethod
    def script(path, *lines):
        path.write_text("\n".join(["#!/bin/sh", *lines, ""]))
        path.chmod(0o755)

    def run(self, *arguments):
        """The completed launcher, and the names of the tools that it started."""
        self.traces.write_text("")
        command = [str(self.home / "limner"), *arguments]
        done = subprocess.run(command, env=self.env, capture_output=True, text=True, timeout=60, check=False)
        return done, self.traces.read_text().split()


@pytest.fixture
def built(root, tmp_path):
    return Built(root, tmp_path.resolve())


def test_with_nothing_to_do_it_starts_one_jvm_and_nothing_else(built):
    done, started = built.run("setup")
    assert (done.returncode, started) == (0, [])
    done, started = built.run("plan", "x.yaml")
    assert (done.returncode, started) == (0, ["java"])
    assert done.stdout.splitlines()[-3:] == ["io.limner.job.cli.Limner", "plan", "x.yaml"]


def test_a_newer_source_is_built(built):
    """So that the traps above are known to catch something."""
    source = built.home / "pom.xml"
    source.touch()
    os.utime(source, (2**32, 2**32))
    done, started = built.run("setup")
    assert done.returncode == 1
    assert "mvn" in started


@pytest.mark.parametrize("arguments", [["--out", "s3a://bucket/set"], ["--out=s3a://bucket/set"], ["s3a://bucket/a.yaml"]])
def test_a_path_in_a_store_brings_the_connector(built, arguments):
    done, _ = built.run("render", *arguments)
    assert ":/connector.jar" in done.stdout


def test_a_path_on_disk_does_not(built):
    done, _ = built.run("render", "--out=/bucket/set")
    assert "/connector.jar" not in done.stdout


def test_help_and_version(limner):
    text = limner("--help").stdout
    for command in ("render", "plan", "preview", "verify", "doctor", "parameters"):
        assert command in text
    assert "0.1.0" in limner("--version").stdout


def test_paths_are_the_callers(limner, tmp_path):
    """A relative path is relative to where the user stands, not to where Limner lives."""
    folder = tmp_path / "folder with space"
    folder.mkdir()
    (folder / "one.yaml").write_text("limner: 1\nname: one\nseed: 1\nsamples: 1\nimage: { width: 64, height: 64 }\n")
    assert "1" in limner("plan", "one.yaml", cwd=folder).stdout


def test_a_misspelt_spec_ends_with_2_and_no_stack_trace(limner, tmp_path):
    spec = tmp_path / "bad.yaml"
    spec.write_text("limner: 1\nname: bad\nseed: 1\nsamples: 1\nparameters:\n  subject.agee: { fixed: 30 }\n")
    done = limner("render", spec, "--out", tmp_path / "out", expect=2)
    text = done.stdout + done.stderr
    assert "bad.yaml:6" in text
    assert "subject.age" in text
    assert "\tat " not in text and "Exception" not in text
    assert not (tmp_path / "out").exists()


def test_an_unknown_flag_ends_with_2(limner):
    limner("render", "--no-such-flag", expect=2)


def test_a_missing_spec_ends_with_2(limner, tmp_path):
    done = limner("plan", tmp_path / "nowhere.yaml", expect=2)
    assert "nowhere.yaml" in done.stdout + done.stderr


def test_the_second_render_finds_the_dataset_complete(limner, small, small_spec):
    stamps = {part: os.stat(part).st_mtime_ns for part in small.parts()}
    limner("render", small_spec, "--out", small.root, "--master", "local[1]", "--shard-size", 8)
    assert {part: os.stat(part).st_mtime_ns for part in small.parts()} == stamps


def test_without_root_it_names_the_line_to_run_and_stops(root):
    """On a machine without Maven, as somebody who may install nothing."""
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder) / "limner copy"
        tools = pathlib.Path(folder) / "tools"
        home.mkdir()
        tools.mkdir()
        shutil.copy(root / "limner", home / "limner")
        for name in "bash dirname readlink mkdir grep sed head find apt-get apt-cache flock ldconfig uname".split():
            if where := shutil.which(name):
                (tools / name).symlink_to(where)
        for path in (pathlib.Path(folder), home, tools):
            path.chmod(0o777)
        done = subprocess.run(
            [str(home / "limner"), "plan", "x"],
            env={"PATH": str(tools), "HOME": folder},
            user=65534 if os.geteuid() == 0 else None,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 1, done.stderr
    assert "Maven 3.8 or newer" in done.stderr
    assert re.search(r"^  apt-get update && apt-get install --yes --no-install-recommends .*maven", done.stderr, re.MULTILINE)
