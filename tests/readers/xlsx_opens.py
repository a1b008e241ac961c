#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""xlsx_opens.py SOJOURN SCENARIO: the tables of a result open, say its numbers and hold no formula."""

import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
import zipfile
from pathlib import Path

import h5py

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SHEETS = ["Answer", "Designs", "Measures", "Agreements", "Staff", "Queues by hour",
          "Assumptions"]


def cells(book, index, texts):
    rows = []
    for row in xml.fromstring(book.read(f"xl/worksheets/sheet{index}.xml")).iter(MAIN + "row"):
        values = []
        for cell in row.iter(MAIN + "c"):
            assert cell.find(MAIN + "f") is None, "a formula"
            value = cell.find(MAIN + "v")
            text = "" if value is None else value.text
            values.append(texts[int(text)] if cell.get("t") == "s" else float(text or "nan"))
        rows.append(values)
    return rows


def read(path):
    with zipfile.ZipFile(path) as book:
        assert book.testzip() is None
        names = [each.get("name") for each in xml.fromstring(book.read("xl/workbook.xml")).iter(
            MAIN + "sheet")]
        assert names == SHEETS, names
        strings = xml.fromstring(book.read("xl/sharedStrings.xml"))
        texts = ["".join(part.text or "" for part in each.iter(MAIN + "t"))
                 for each in strings.iter(MAIN + "si")]
        return {name: cells(book, i + 1, texts) for i, name in enumerate(names)}


def main():
    program, scenario = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        hostile = str(Path(folder) / "s.yaml")
        text = Path(scenario).read_text(encoding="utf-8")
        title = text.split("title: ")[1].split("\n")[0]
        Path(hostile).write_text(text.replace(title, "'=cmd|'' /C calc''!A0'"), encoding="utf-8")
        result, tables = str(Path(folder) / "r.h5"), str(Path(folder) / "r.xlsx")
        quiet = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run([program, "run", hostile, "-n", "2", "--study", "compare", "--no-report",
                        "-o", result], **quiet)
        subprocess.run([program, "export", result, "-o", tables], **quiet)
        sheets = read(tables)
        assert sheets["Answer"][0][0] == "=cmd|' /C calc'!A0"  # a text, not a formula
        with h5py.File(result) as file:
            estimates = file["summary/value"][()][file["summary/versus"][()] < 0]
            assert len(sheets["Measures"]) == len(estimates) + 1
            for row, value in zip(sheets["Measures"][1:], estimates):
                assert abs(row[4] - value) <= 1e-14 * abs(value) or value != value, (row, value)
            assert len(sheets["Designs"]) == len(file["scenario/arm"]) + 1
            hours = file["hours/arrivals"][()].ravel()
            assert len(sheets["Queues by hour"]) == len(hours) + 1
            for row, value in zip(sheets["Queues by hour"][1:], hours):
                assert abs(row[3] - value) <= 1e-14 * value, (row, value)
            assert len(sheets["Assumptions"]) == len(file["parameters/parameter"]) + 1
        print(f"{len(sheets['Measures']) - 1} estimates in {len(SHEETS)} sheets")


main()
