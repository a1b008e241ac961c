#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Opens the sample report in headless Chromium at 1280 and 430 px and judges what a reader sees.

report_in_browser.py SAMPLE_REPORT [--pictures FOLDER]

No console errors with the policy in force, no request to anything outside, fonts there, one map
shown and switched without script, no text smaller than 11.5 px, no two texts in one another's way.
With SOJOURN_AXE=/path/to/axe.min.js also no violation found by axe-core.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

FRAME = """<!doctype html><title>frame</title><body style="margin:0">
<iframe id="f" src="{page}" style="border:0;width:{width}px;height:{height}px"></iframe><pre id="told"></pre>
<script>addEventListener('message', e => {{ document.getElementById('told').textContent = e.data; }});</script>"""


def chromium(folder, *arguments):
    profile = tempfile.mkdtemp(dir=folder)
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-sync",
               "--disable-background-networking", "--disable-component-update", "--no-first-run",
               "--disable-dev-shm-usage", "--hide-scrollbars",
               "--host-resolver-rules=MAP * ~NOTFOUND", "--enable-logging=stderr",
               f"--user-data-dir={profile}", "--virtual-time-budget=15000", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=240)


def requests(log):
    """Addresses the page asked for. The browser's own housekeeping has no origin that began it."""
    found = set()
    for line in pathlib.Path(log).read_text(errors="replace").splitlines():
        url = re.search(r'"url":"((?:https?|ftp|wss?)://[^"]*)"', line)
        begun = re.search(r'"initiator":"([^"]*)"', line)
        if url and begun and begun.group(1) != "not an origin":
            found.add(url.group(1))
    return sorted(found)


def sees_a_break(folder, page):
    """The checks must be able to fail: with an image from outside the policy complains, and
    without the policy the request is seen."""
    broken = page.replace("<h1", '<img alt="" src="http://example.invalid/x.png"><h1', 1)
    (folder / "broken.html").write_text(broken)
    (folder / "open.html").write_text(without_policy(broken, "", ""))
    log = folder / "open.json"
    complained = console_complaints(chromium(folder, "--dump-dom", (folder / "broken.html").as_uri()))
    chromium(folder, f"--log-net-log={log}", "--dump-dom", (folder / "open.html").as_uri())
    return bool(complained) and bool(requests(log))


def without_policy(page, probe, axe):
    page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    return page + "".join(f"<script>{script}</script>" for script in [axe, probe] if script)


def probe(folder, page, width, height, scripts):
    (folder / "probed.html").write_text(without_policy(page, *scripts))
    (folder / "frame.html").write_text(FRAME.format(page="probed.html", width=width, height=height))
    run = chromium(folder, "--dump-dom", "--window-size=1400,1000", (folder / "frame.html").as_uri())
    told = re.search(r'<pre id="told">(.*?)</pre>', run.stdout, re.S)
    if not told or not told.group(1):
        raise SystemExit(f"the page told nothing at {width} px\n{run.stderr[-2000:]}")
    unescaped = told.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return json.loads(unescaped)


def console_complaints(run):
    lines = [line for line in run.stderr.splitlines() if ":CONSOLE" in line]
    return [line for line in lines if "Autofill" not in line]


def judge(problems, told, width):
    def demand(holds, what):
        if not holds:
            problems.append(f"{width} px: {what}")
    demand(told["overflow"] <= 0, f"the page is {told['overflow']} px too wide")
    demand(told["fonts"] and told["loaded"] >= 2, "fonts are missing")
    demand(len(told["first_maps"]) == 1, f"maps shown at first: {told['first_maps']}")
    demand(len(told["second_maps"]) == 1 and told["second_maps"] != told["first_maps"],
           f"maps shown after switching: {told['second_maps']}")
    demand(told["smallest"] >= 11.4, f"text of {told['smallest']:.1f} px")
    demand(not told["outside"], f"text outside of its figure: {told['outside'][:5]}")
    demand(not told["collisions"], f"texts collide: {told['collisions'][:8]}")
    demand(not told["all_collisions"], f"texts collide: {told['all_collisions'][:12]}")
    demand(told.get("tip"), "no tip on a focused column")
    demand(not told["axe"], f"axe: {told['axe']}")


def main():
    program = sys.argv[1]
    folder = pathlib.Path(tempfile.mkdtemp())
    report = folder / "report.html"
    subprocess.run([program, str(report)], check=True)
    page = report.read_text()
    here = pathlib.Path(__file__).parent
    axe = os.environ.get("SOJOURN_AXE")
    scripts = ((here / "probe.js").read_text(), pathlib.Path(axe).read_text() if axe else "")
    problems = []

    log = folder / "net.json"
    shot = chromium(folder, f"--log-net-log={log}", f"--screenshot={folder / 'wide.png'}",
                    "--window-size=1280,3200", report.as_uri())
    problems += [f"console: {line}" for line in console_complaints(shot)]
    problems += [f"request: {url}" for url in requests(log)]
    (folder / "narrow.html").write_text(FRAME.format(page="report.html", width=430, height=5200))
    chromium(folder, f"--screenshot={folder / 'narrow.png'}", "--window-size=500,5200",
             (folder / "narrow.html").as_uri())
    for width, height in [(1280, 3200), (430, 900)]:
        judge(problems, probe(folder, page, width, height, scripts), width)
    subprocess.run([program, str(folder / "many.html"), "--many"], check=True)
    judge(problems, probe(folder, (folder / "many.html").read_text(), 1280, 3200, scripts[:1] + ("",)),
          "12 designs, 60 touchpoints, 1280")
    if not sees_a_break(folder, page):
        problems.append("a request to outside went unseen: this test cannot fail")
    for picture in ["wide.png", "narrow.png"]:
        if not (folder / picture).exists() or (folder / picture).stat().st_size < 50_000:
            problems.append(f"{picture} was not drawn")
    if "--pictures" in sys.argv:
        target = pathlib.Path(sys.argv[sys.argv.index("--pictures") + 1])
        target.mkdir(parents=True, exist_ok=True)
        for picture in ["wide.png", "narrow.png"]:
            shutil.copy(folder / picture, target)
    shutil.rmtree(folder, ignore_errors=True)
    print("axe-core: " + ("looked for" if axe else "not looked for, SOJOURN_AXE is not set"))
    print("\n".join(problems) if problems else "the report reads well at 1280 and 430 px")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
