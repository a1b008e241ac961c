#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""names_and_sizes.py SOJOURN: whatever its names and size, nothing breaks.

One touchpoint, 60 touchpoints with 12 designs and 8 personas, names of 80 letters, in other
scripts, and names that try to become script, markup, formula or terminal command: through check,
run, report, plot, the event logs and the tables.
"""
import csv
import html.parser
import re
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as xml
import zipfile
from pathlib import Path

import journey

MOST_BYTES = 2_000_000
VOID = {"meta", "input", "img", "br", "hr", "link"}
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def run(program, *words, fails=False):
    done = subprocess.run([program, *map(str, words)], capture_output=True, check=False)
    assert (done.returncode != 0) == fails, (words, done.returncode, done.stderr.decode()[-800:])
    return (done.stdout + done.stderr).decode()


def columns(line):
    return sum(0 if unicodedata.combining(c) or unicodedata.category(c) == "Cf" else
               2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def check_terminal(text, what):
    assert not FORBIDDEN.search(text), (what, "a control character", FORBIDDEN.search(text))
    for line in text.splitlines():
        assert columns(line) <= 80, (what, columns(line), line)


class Page(html.parser.HTMLParser):
    """Names of elements and attributes; every element closed where it should be."""

    def __init__(self, text):
        super().__init__()
        self.open, self.elements, self.attributes, self.shown = [], set(), set(), []
        self.feed(text)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag, attrs):
        self.elements.add(tag)
        self.attributes.update(name for name, _ in attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.add(tag)
        self.attributes.update(name for name, _ in attrs)

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, (tag, self.open)
        self.open.pop()

    def handle_data(self, data):
        if self.open and self.open[-1] not in ("script", "style"):
            self.shown.append(data)


def check_page(text, like, what):
    page = Page(text)
    assert len(text.encode()) <= MOST_BYTES, (what, len(text.encode()))
    assert not FORBIDDEN.search(text.replace("\n", " ")), what
    assert not re.search(r"\b(nan|inf)\b", " ".join(page.shown)), what
    assert not {a for a in page.attributes if a.startswith("on")} | (page.attributes & {"style"})
    if like:
        extra = page.elements - like.elements, page.attributes - like.attributes
        assert extra == (set(), set()), (what, extra)
    return page


def check_figures(program, result, what):
    for line in run(program, "plot", result).splitlines():
        name = line.strip().split(" ")[0]
        if not re.fullmatch(r"[a-z_]+(:[a-z0-9_]+)*", name):
            continue
        text = run(program, "plot", result, "--figure", name)
        names = {each.tag.split("}")[1] for each in xml.fromstring(text).iter()}
        assert not names & {"script", "image", "foreignObject", "a"}, (what, name, names)


def check_logs(program, scenario, folder):
    run(program, "export", scenario, "-o", folder / "log.csv")
    with open(folder / "log.csv", newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    assert len(rows) > 100 and len({len(row) for row in rows}) == 1
    for cell in (cell for row in rows for cell in row):
        assert not re.match(r"[=+@\t\r]|-(?![0-9.])", cell), ("a formula", cell)
    run(program, "export", scenario, "-o", folder / "log.xes")
    assert len(list(xml.parse(folder / "log.xes").getroot())) > 50


def check_tables(program, result, folder):
    run(program, "export", result, "-o", folder / "t.xlsx")
    with zipfile.ZipFile(folder / "t.xlsx") as book:
        for name in book.namelist():
            if name.endswith(".xml"):
                root = xml.fromstring(book.read(name))
                assert not any(each.tag.endswith("}f") for each in root.iter()), (name, "a formula")


def through_everything(program, what, text, like=None):
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        scenario, result = folder / "s.yaml", folder / "s.h5"
        scenario.write_text(text, encoding="utf-8")
        check_terminal(run(program, "check", scenario).replace(place, ""), what)
        summary = run(program, "run", scenario, "-o", result, "-q").replace(place + "/", "")
        check_terminal(summary, what)
        page = check_page((folder / "s.html").read_text(encoding="utf-8"), like, what)
        check_figures(program, result, what)
        check_logs(program, scenario, folder)
        check_tables(program, result, folder)
        return page


def refuses_escapes(program):
    """A name with terminal escapes is refused, and the message sends none."""
    with tempfile.TemporaryDirectory() as place:
        scenario = Path(place) / "s.yaml"
        scenario.write_text(journey.scenario(names=[journey.ESCAPES]), encoding="utf-8")
        told = run(program, "check", scenario, fails=True)
        assert "control character" in told and not FORBIDDEN.search(told), told


def sees_a_break():
    """The checks can fail."""
    for bad in ("<p><b>open</p>", "<p onload='x'>y</p>"):
        try:
            check_page(bad, None, "bad")
        except AssertionError:
            continue
        raise SystemExit(f"went unseen: {bad}")


def main():
    program = sys.argv[1]
    sees_a_break()
    refuses_escapes(program)
    through_everything(program, "one", journey.scenario(1, 1, 1))
    size = 16, 4, 4
    plain = through_everything(program, "plain", journey.scenario(*size))
    page = through_everything(program, "hostile", journey.scenario(*size, journey.HOSTILE), plain)
    shown = "".join(page.shown)
    for name in (journey.HOSTILE[0], journey.HOSTILE[3], journey.HOSTILE[13]):
        assert name in shown, (name, "is not told as it was written")
    through_everything(program, "large", journey.scenario(60, 12, 8, ["W" * 80]))
    print("names and sizes break nothing")


main()
