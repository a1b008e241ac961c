#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""readme_examples.py SOJOURN ROOT LANGUAGE: what the README shows of reading results runs.

Writes scenarios/incident.h5 into a folder of its own and runs every block of the README in this
language there, `python` or `r`; each must say something, and name every arm or day it speaks of.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

RUN = {"python": [sys.executable, "-c"], "r": ["Rscript", "-e"]}
ARMS = ["baseline", "live_status", "one_more_specialist", "both"]


def main(sojourn, root, language):
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
