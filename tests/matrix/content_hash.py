#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares the content hash of runs that must not differ.

content_hash.py runs PROGRAM   threads 1, 2, 4, 8 on each executor, against the approved hashes
content_hash.py builds         g++ and clang++, Debug and Release, built here for it

SOJOURN_APPROVE=1 writes the hashes of `runs` to approved_hashes.json.
"""
import itertools
import json
import os
import pathlib
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).resolve().parent
root = here.parent.parent
approved_file = here / "approved_hashes.json"

# Few replications: a difference in one bit of one draw shows in the first.
scenarios = {
    "incident": ["scenarios/incident.yaml", "--replications", "3"],
    "unlimited": ["tests/matrix/unlimited.yaml", "--replications", "3"],
    # Skills, several held at once, set-up, every order of service, holidays, groups, members,
    # what is told in line.
    "stations": ["tests/matrix/stations.yaml", "--replications", "3"],
    # A network of acquaintances and members, ratings, people who help each other.
    "people": ["tests/matrix/people.yaml", "--replications", "3"],
    # A flow with relationships and a survey; cars without a queue, word of mouth and renewal.
    "cloud_server": ["scenarios/cloud_server.yaml", "--study", "compare", "--replications", "2"],
    "ecampus": ["scenarios/ecampus.yaml", "--study", "compare", "--replications", "3"],
}


def content_hash(program, arguments, options):
    with tempfile.TemporaryDirectory() as folder:
        result = pathlib.Path(folder) / "result.h5"
        command = [program, "run", *arguments, *options, "-o", str(result), "--no-report", "--json"]
        done = subprocess.run(command, cwd=root, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"{' '.join(command)}\nexit {done.returncode}\n{done.stderr}")
        return json.loads(done.stdout)["outputs"]["content_hash"]


def hashes_of(program, options):
    return {name: content_hash(program, run, options) for name, run in scenarios.items()}


def compare(found, expected):
    """found: {setting: {scenario: hash}}; expected: {scenario: hash}."""
    for setting, hashes in found.items():
        print(setting, *(f"{name} {value[:16]}" for name, value in hashes.items()))
    wrong = [setting for setting, hashes in found.items() if hashes != expected]
    if wrong:
        sys.exit(f"expected {json.dumps(expected)}\nbut differs: {', '.join(wrong)}")


def runs(program):
    settings = [(executor, threads) for executor, threads in
                itertools.product(["tbb", "threads"], ["1", "2", "4", "8"])] + [("serial", "1")]
    found = {f"{executor} {threads}":
             hashes_of(program, ["--executor", executor, "--threads", threads])
             for executor, threads in settings}
    if os.environ.get("SOJOURN_APPROVE"):
        approved_file.write_text(json.dumps(found["serial 1"], indent=2) + "\n")
    compare(found, json.loads(approved_file.read_text()))
    check_can_fail(program, found["serial 1"])


def check_can_fail(program, hashes):
    """A comparison that never differs proves nothing: another seed must give other hashes."""
    other = hashes_of(program, ["--seed", "987654321"])
    same = [name for name in hashes if hashes[name] == other[name]]
    if same:
        sys.exit(f"another seed gives the same hash: {', '.join(same)}")


def build(folder, compiler, build_type):
    quiet = {"check": True, "stdout": subprocess.DEVNULL}
    subprocess.run(["cmake", "-S", root, "-B", folder, "-G", "Ninja", "-DBUILD_TESTING=OFF",
                    f"-DCMAKE_CXX_COMPILER={compiler}", f"-DCMAKE_BUILD_TYPE={build_type}"], **quiet)
    subprocess.run(["cmake", "--build", folder, "--target", "sojourn"], **quiet)
    return str(pathlib.Path(folder) / "sojourn")


def builds():
    found = {}
    for compiler, build_type in itertools.product(["g++", "clang++"], ["Debug", "Release"]):
        with tempfile.TemporaryDirectory() as folder:
            program = build(folder, compiler, build_type)
            found[f"{compiler} {build_type}"] = hashes_of(program, [])
    compare(found, json.loads(approved_file.read_text()))


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] == "runs":
        runs(sys.argv[2])
    elif sys.argv[1:] == ["builds"]:
        builds()
    else:
        sys.exit(__doc__)
