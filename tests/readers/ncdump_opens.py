# SPDX-License-Identifier: Apache-2.0
"""ncdump prints a result, all values included."""
import subprocess
import sys

from written import written


def main(writer):
    with written(writer) as path:
        text = subprocess.run(["ncdump", path], check=True, capture_output=True, text=True).stdout
    for expected in ("group: scenario {", "string arm(arm) ;", 'remembered_0:units = "affect" ;',
                     "double flow(arm, persona, from, to) ;", "group: run {",
                     'arm = "arm_0", "arm_1", "arm_2" ;'):
        assert expected in text, expected


main(sys.argv[1])
