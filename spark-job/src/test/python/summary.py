"""Adds up what the Java and the Python tests reported and prints it as the last line of a test run.

Usage: summary.py REPOSITORY. Exits 1 where no report was found, or one of a test that failed.
"""

import pathlib
import sys
import xml.etree.ElementTree as ElementTree


def suites(root):
    """Every test suite in the reports of Surefire, Failsafe and pytest below the repository."""
    patterns = ("*/target/surefire-reports/TEST-*.xml", "*/target/failsafe-reports/TEST-*.xml", "target/pytest.xml")
    for pattern in patterns:
        for path in sorted(root.glob(pattern)):
            yield from ElementTree.parse(path).getroot().iter("testsuite")


def main(repository):
    counts = {"tests": 0, "failures": 0, "errors": 0, "skipped": 0}
    for suite in suites(pathlib.Path(repository)):
        for name in counts:
            counts[name] += int(suite.get(name, "0"))
    print("Tests run: {tests}, Failures: {failures}, Errors: {errors}, Skipped: {skipped}".format(**counts))
    return 0 if counts["tests"] and not counts["failures"] and not counts["errors"] else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
