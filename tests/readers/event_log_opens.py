#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""event_log_opens.py SOJOURN SCENARIO: logs say the same as the result, in both forms.

Runs two replications, exports them as CSV and XES, reads both back with the standard library and
compares who goes where directly after what (start and end included) with the result's flow. The XES
log fits xes.xsd by xmllint, and with any of the faults below does not.
"""

import csv
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
from collections import Counter, defaultdict
from pathlib import Path

import h5py

NAMESPACE = "{http://www.xes-standard.org/}"
SCHEMA = str(Path(__file__).with_name("xes.xsd"))
LIFECYCLE = {"schedule", "start", "complete", "pi_abort"}


def run(program, *words):
    subprocess.run([program, *words], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)


def judged(path):
    """What xmllint says of a log by xes.xsd: whether it is one, and why not."""
    said = subprocess.run(["xmllint", "--noout", "--nonet", "--schema", SCHEMA, path], text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return said.returncode == 0, said.stdout[-2000:]


# A log with one fault each: what is written instead.
FAULTS = [
    ('xes.version="1849.2016"', ""),
    ('xes.version="1849.2016"', 'xes.version="1849-2016"'),
    ('xes.features=""', 'xes.features="everything"'),
    ('xmlns="http://www.xes-standard.org/"', ""),
    ('prefix="time"', 'prefix="concept"'),
    (' uri="http://www.xes-standard.org/org.xesext"', ""),
    ('scope="trace"', 'scope="case"'),
    ('scope="trace"', 'scope="event"'),
    ('keys="concept:name"', 'keys=""'),
    ('<classifier name="Touchpoint"', '<classifier name="The touchpoint"'),
    ("<trace>", "<trace><event/>"),
    ("<trace>", "<trace><trace/>"),
    ("<trace>", '<trace><string key="concept:name" value="1"/>'),
    ("<event>", '<event><string key="step"/>'),
    ("<event>", '<event><text key="note" value="none"/>'),
    ("<event>", '<event><int key="n" value="1.5"/>'),
    ("<event>", '<event><float key="n" value="much"/>'),
    ("<event>", '<event><boolean key="n" value="yes"/>'),
    ("<event>", '<event><id key="n" value="7"/>'),
    ("<event>", '<event><list key="n"/>'),
    ('<date key="time:timestamp" value="2024', '<date key="time:timestamp" value="on 2024'),
    ("</log>", '<classifier name="Late" keys="concept:name"/></log>'),
    ("</log>", ""),
]


def refuses_faults(path):
    """The schema is no formality: each fault alone makes it refuse the log."""
    text = Path(path).read_text(encoding="utf-8")
    wrong = Path(path).with_name("wrong.xes")
    for good, bad in FAULTS:
        assert good in text, good
        wrong.write_text(text.replace(good, bad, 1), encoding="utf-8")
        assert not judged(wrong)[0], (good, bad)


def attributes(node):
    return {each.get("key"): each.get("value") for each in node if each.get("key")}


def follows_xes(path):
    root = xml.parse(path).getroot()
    assert root.tag == NAMESPACE + "log" and root.get("xes.version") == "1849.2016"  # a decimal
    fits, why = judged(path)
    assert fits, why
    counts, cases = Counter(), 0
    for trace in root.iter(NAMESPACE + "trace"):
        about, before, times = attributes(trace), "start", []
        cases += 1
        for event in trace.iter(NAMESPACE + "event"):
            says = attributes(event)
            assert says["lifecycle:transition"] in LIFECYCLE
            times.append(says["time:timestamp"])
            if says["lifecycle:transition"] in ("complete", "pi_abort"):
                counts[before, says["concept:name"]] += 1
                before = says["concept:name"]
        assert times == sorted(times)
        counts[before, about.get("exit", "unfinished")] += 1
    return counts, cases


def follows_csv(path):
    journeys = defaultdict(list)
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            assert row["entered"] <= row["began"] <= row["left"]
            journeys[row["case"]].append(row)
    counts = Counter()
    for visits in journeys.values():
        before = "start"
        for row in visits:
            counts[before, row["activity"]] += 1
            before = row["activity"]
        counts[before, visits[-1]["exit"] or "unfinished"] += 1
    return counts, len(journeys)


def flow_of_result(path, n_journeys):
    with h5py.File(path) as file:
        text = lambda name: [each.decode() for each in file[name][()]]
        places = text("scenario/touchpoint")
        froms, tos = places + ["start"], places + text("scenario/exit") + ["unfinished"]
        everyone = file["map/flow"][0, 0]  # of the baseline
        assert everyone.shape == (len(froms), len(tos))
        flow, n = file["map/flow"][()], len(places)  # of every arm and persona
        assert (abs(flow[:, :, n].sum(axis=2) - 100) < 1e-9).all()  # all who come
        assert (abs(flow[:, :, :, n:].sum(axis=(2, 3)) - 100) < 1e-9).all()  # end or are under way
        inside = flow[:, :, :, :n].sum(axis=2) - flow[:, :, :n].sum(axis=3)
        assert (abs(inside) < 1e-9).all()  # what enters a touchpoint leaves it
        return Counter({
            (froms[i], tos[j]): round(float(everyone[i, j]) * n_journeys / 100)
            for i in range(len(froms)) for j in range(len(tos)) if everyone[i, j] > 0
        })


def main():
    program, scenario = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        at = lambda name: str(Path(folder) / name)
        run(program, "run", scenario, "-n", "2", "--study", "compare", "--no-report",
            "-o", at("r.h5"))
        total, n = Counter(), 0
        for replication in ("0", "1"):
            words = ("export", scenario, "--replication", replication, "--force", "-o")
            run(program, *words, at("log.csv"))
            run(program, *words, at("log.xes"))
            by_csv, n_csv = follows_csv(at("log.csv"))
            by_xes, n_xes = follows_xes(at("log.xes"))
            assert n_csv == n_xes > 300, (n_csv, n_xes)
            assert by_csv == by_xes
            total, n = total + by_csv, n + n_csv
        run(program, "export", scenario, "--sample", "2", "-o", at("few.xes"))
        refuses_faults(at("few.xes"))
        expected = flow_of_result(at("r.h5"), n)
        assert total == expected, (total - expected, expected - total)
        run(program, "export", scenario, "--replication", "1", "--sample", "20",
            "-o", at("some.csv"))
        some, n_some = follows_csv(at("some.csv"))
        assert 0.1 * n_csv < n_some < 0.3 * n_csv and all(some[k] <= by_csv[k] for k in some)
        print(f"{n} journeys, {sum(total.values())} moves, the same in CSV, XES and the result")


main()
