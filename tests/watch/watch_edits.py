#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""watch_edits.py SOJOURN SCENARIO: a scenario is saved, broken, lost, repaired and saved in a hurry
while `sojourn watch` looks on."""
import json
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from watching import Watch, save

FEW = ["--study", "compare", "-n", "9"]


def complete(edition):
    return lambda state: state["edition"] == edition and state["phase"] == "finished"


def same_as_run(program, folder, watch, state):
    run = subprocess.run([program, "run", "s.yaml", *FEW, "--no-report", "--json", "-q", "-o",
                          "of_run.h5"], cwd=folder, check=True, capture_output=True)
    told = json.loads(run.stdout)
    assert state["content_hash"] == told["outputs"]["content_hash"], "another result than run's"
    assert state["replications"] == told["replications"] == 9
    status, headers, result = watch.ask("/result.h5")
    assert status == 200 and 'filename="s.h5"' in headers["Content-Disposition"]
    (folder / "saved.h5").write_bytes(result)
    drawn = [subprocess.run([program, "plot", name, "--figure", "differences"], cwd=folder,
                            check=True, capture_output=True).stdout
             for name in ("of_run.h5", "saved.h5")]
    assert drawn[0] == drawn[1] and drawn[0]
    subprocess.run([program, "report", "of_run.h5"], cwd=folder, check=True, capture_output=True)
    made = (folder / "of_run.html").read_text(encoding="utf-8")
    shown = watch.text("/report")
    # The section on the very run says command line and output names; all before it is the same.
    assert made.split("sojourn run")[0] == shown.split("sojourn watch")[0]
    for name in ("of_run.h5", "of_run.html", "saved.h5"):
        (folder / name).unlink()


def page_is_closed(watch):
    status, headers, page = watch.ask("/")
    policy = headers["Content-Security-Policy"]
    assert status == 200 and "default-src 'none'" in policy and "unsafe" not in policy
    assert not re.search(rb"""(src|href)=['"](?!/|data:)""", page), "something from elsewhere"
    assert headers["Connection"] == "close" and headers["Cache-Control"] == "no-store"
    assert "frame-ancestors 'self'" in watch.ask("/report")[1]["Content-Security-Policy"]
    own = f":{watch.port}"
    assert watch.ask("/", host="localhost" + own)[0] == 200
    for host in ("example.com" + own, "127.0.0.1", "127.0.0.1:1", "127.0.0.1.example.com" + own, ""):
        assert watch.ask("/state", host=host)[0] == 403, host
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "PATCH", "HEAD"):
        assert watch.ask("/state", method, body=b"x" if method == "POST" else None)[0] == 405, method
    for path in ("/../s.yaml", "/%2e%2e/s.yaml", "/s.yaml", "//etc/passwd", "/report/../../etc/passwd"):
        assert watch.ask(path)[0] == 404, path


def port_is_taken(program, folder, watch):
    second = subprocess.run([program, "watch", "s.yaml", "--port", str(watch.port)], cwd=folder,
                            capture_output=True, text=True)
    assert second.returncode == 73 and second.stdout == ""
    assert second.stderr == (f"sojourn: cannot listen on port {watch.port}: Address already in use\n"
                             "  name another with --port, or none to take a free one\n")


def edits(program, folder, text, watch):
    path = folder / "s.yaml"
    state = watch.until(complete(1), "complete")
    assert state["picture"] == 4 and not state["stale"], state  # after 2, 4, 8 and all 9
    same_as_run(program, folder, watch, state)
    page_is_closed(watch)
    port_is_taken(program, folder, watch)

    title = text.split("title: ")[1].split("\n")[0]
    save(path, text.replace(title, "A new name"))
    watch.until(complete(2), "answered after a save")
    assert "A new name" in watch.text("/report")

    save(path, text.replace(title, "A third name").replace("personas:", "persnas:", 1))
    state = watch.until(lambda s: s["phase"] == "refused", "refused")
    line = 1 + text[:text.index("\npersonas:") + 1].count("\n")
    problem = next(p for p in state["problems"] if "persnas" in p["message"])
    assert (problem["file"], problem["line"], problem["column"]) == ("s.yaml", line, 1), problem
    assert "personas" in problem["hint"] and f"s.yaml:{line}:1: error" in problem["text"]
    assert state["stale"] and state["edition"] == 3 and state["content_hash"] is None
    assert "A new name" in watch.text("/report"), "the last good picture is gone"
    page = watch.text("/")
    assert f"s.yaml:{line}:1: error" in page and "<p id='stale'>" in page

    path.unlink()
    state = watch.until(lambda s: s["edition"] == 4, "told that the file is gone")
    assert state["problems"][0]["message"] == "there is no such file"
    save(path, text)
    state = watch.until(complete(5), "answered again")
    assert not state["stale"] and state["problems"] == [] and title in watch.text("/report")
    assert [each.name for each in folder.iterdir()] == ["s.yaml"], "it left files behind"


def in_a_hurry(program, folder, text):
    """A run of hours is given up for the next save, and the last save counts."""
    path = folder / "s.yaml"
    title = text.split("title: ")[1].split("\n")[0]
    with Watch(program, folder, "s.yaml", "--study", "compare", "-n", "1000000", "-q") as watch:
        watch.until(lambda s: s["picture"] > 0, "drawn")
        for name in ("Hurry 1", "Hurry 2", "Hurry 3"):
            save(path, text.replace(title, name))
        state = watch.until(lambda s: s["edition"] > 1 and not s["stale"]
                            and "Hurry 3" in watch.text("/report"), "drawn with the last name")
        assert state["phase"] == "simulating"
        code, said = watch.stop()
        assert code == 0 and said == "\nstopping; once more to stop at once\n", (code, said)


def ends_with_readers(watch):
    """Ctrl-C while one reader waits for news and another one says nothing."""
    version = json.loads(watch.text("/state"))["version"]
    news = []
    waiting = threading.Thread(target=lambda: news.append(watch.text(f"/state?after={version}")))
    waiting.start()
    with socket.create_connection(("127.0.0.1", watch.port)):
        began = time.monotonic()
        code, said = watch.stop()
        assert code == 0, said
        assert time.monotonic() - began < 15, "it waited for a reader"
    waiting.join()
    assert json.loads(news[0])["version"] == version


def first_picture(program, folder):
    began = time.monotonic()
    with Watch(program, folder, "s.yaml", "-q") as watch:
        watch.until(lambda s: s["picture"] > 0, "drawn")
        seconds = time.monotonic() - began
    assert seconds < 2, f"the first picture took {seconds:.2f} s"
    return seconds


def main():
    program, scenario = sys.argv[1:]
    text = Path(scenario).read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        missing = subprocess.run([program, "watch", "s.yaml"], cwd=folder, capture_output=True)
        assert missing.returncode == 66 and missing.stdout == b""
        save(folder / "s.yaml", text)
        with Watch(program, folder, "s.yaml", *FEW) as watch:
            edits(program, folder, text, watch)
            ends_with_readers(watch)
        in_a_hurry(program, folder, text)
        save(folder / "s.yaml", text)
        print(f"from the start of the program to the first picture: {first_picture(program, folder):.2f} s")


if __name__ == "__main__":
    main()
