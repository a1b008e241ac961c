#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""readme_examples.py SOJOURN ROOT LANGUAGE: what the README shows runs.

`path`: every command of "Ten minutes" in its order, and the change of the file in between, as a
newcomer would; the new design must be answered, and better bicycles must help.

Otherwise: writes scenarios/incident.h5 into a folder of its own and runs every block of the README in this
language there, `python` or `r`; each must say something, and name every arm or day it speaks of.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

RUN = {"python": [sys.executable, "-c"], "r": ["Rscript", "-e"]}
ARMS = ["baseline", "live_status", "one_more_specialist", "both"]


def answer(told, design):
    """The change of the remembered experience by this design, from the summary of a run."""
    part = told[told.index("Remembered experience\n"):]
    row = next(line for line in part.splitlines() if line.strip().startswith(design))
    numbers = [float(each.replace("\u2212", "-")) for each in
               re.findall(r"[+\u2212-]?\d+\.\d+", row)]
    return numbers[3], row.split()[-1]  # level, its interval, the change


def newcomer(sojourn, root):
    text = (Path(root) / "README.md").read_text(encoding="utf-8")
    section = text[text.index("## Ten minutes"):text.index("## The numbers in")]
    blocks = re.findall(r"^```(sh|yaml)\n(.*?)^```$", section, re.M | re.S)
    assert [language for language, _ in blocks] == ["sh", "sh", "yaml", "sh", "sh"], blocks
    with tempfile.TemporaryDirectory() as folder:
        tools = Path(folder) / "build" / "release"
        tools.mkdir(parents=True)
        (tools / "sojourn").symlink_to(Path(sojourn).resolve())
        journey, said, path = Path(folder) / "my_journey.yaml", [], ""
        for language, block in blocks:
            if language == "yaml":
                before = journey.read_text(encoding="utf-8")
                assert before.count("\nvariants:\n") == 1
                journey.write_text(before.replace("\nvariants:\n", "\nvariants:\n\n" + block),
                                   encoding="utf-8")
                continue
            path += block if block.startswith("export") else ""
            said.append(subprocess.run(["bash", "-euc", path + block], cwd=folder, check=True,
                                       text=True, stdout=subprocess.PIPE).stdout)
            print(said[-1])
        first, again, worse = said[1:]
        assert "no problems" in first and "better bicycles" not in first
        for design in ("third person", "quick form"):  # the same people, the same luck
            assert answer(first, design) == answer(again, design)
        change, verdict = answer(again, "better bicycles")
        assert change > 0 and verdict == "better", (change, verdict)
        assert answer(worse, "better bicycles")[0] > 1.5 * change  # of 12 %, not of 8 %, to 4 %
        found = {each.name for each in Path(folder).iterdir()}
        assert {"my_journey.h5", "my_journey.html", "worse_bicycles.h5", "worse_bicycles.html",
                "scenario.schema.json"} <= found, found
        bullets = "".join(line for line in section.splitlines(True) if line.startswith("- "))
        commands = re.findall(r"`(sojourn [^`]*)`", bullets)
        assert len(commands) >= 6, commands
        for command in commands:
            if command.split()[1] != "watch":  # which goes on; tests/watch holds it
                subprocess.run(["bash", "-euc", path + command], cwd=folder, check=True,
                               stdout=subprocess.DEVNULL)


def main(sojourn, root, language):
    if language == "path":
        newcomer(sojourn, root)
        return
    text = (Path(root) / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)
    assert blocks, f"the README shows nothing in {language}"
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder) / "scenarios" / "incident.h5"
        result.parent.mkdir()
        subprocess.run([sojourn, "run", Path(root) / "scenarios" / "incident.yaml", "-n", "4",
                        "-o", result], check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        for block in blocks:
            said = subprocess.run([*RUN[language], block], cwd=folder, check=True, text=True,
                                  stdout=subprocess.PIPE).stdout
            print(said)
            assert all(arm in said for arm in ARMS), said
            assert "nan" not in said.lower().replace("one_more", ""), said


main(*sys.argv[1:])
