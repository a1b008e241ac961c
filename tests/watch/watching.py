# SPDX-License-Identifier: Apache-2.0
"""A running `sojourn watch`, and waiting for what it says. Nothing here sleeps: the state is asked
for with the version known, and answered when there is another."""
import http.client
import json
import os
import signal
import subprocess
import time
from pathlib import Path

PATIENCE = 120  # seconds, for machines that do much else


class Watch:
    def __init__(self, program, folder, *arguments):
        self.process = subprocess.Popen([program, "watch", *arguments], cwd=folder, text=True,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.address = self.process.stdout.readline().strip()
        assert self.address.startswith("http://127.0.0.1:"), self.process.stderr.read()
        self.port = int(self.address.rstrip("/").rsplit(":", 1)[1])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()

    def ask(self, path, method="GET", host=None, body=None):
        """Status, headers, body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        connection.putheader("Host", f"127.0.0.1:{self.port}" if host is None else host)
        if body is not None:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        return answer.status, dict(answer.getheaders()), content

    def text(self, path):
        status, _, content = self.ask(path)
        assert status == 200, (path, status, content)
        return content.decode()

    def until(self, holds, what):
        """The first state of which `holds` is true."""
        end = time.monotonic() + PATIENCE
        state = json.loads(self.text("/state"))
        while not holds(state):
            assert time.monotonic() < end, f"never {what}: {state}"
            state = json.loads(self.text(f"/state?after={state['version']}"))
        return state

    def stop(self):
        """Ctrl-C; the exit code and what was said on stderr."""
        self.process.send_signal(signal.SIGINT)
        _, said = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, said


def save(path, text):
    """As editors do: the whole new file at once in the place of the old one."""
    beside = Path(str(path) + "~")
    beside.write_text(text, encoding="utf-8")
    os.replace(beside, path)
