# SPDX-License-Identifier: Apache-2.0
"""A result file for one test: `with written(writer) as path`."""
import contextlib
import os
import subprocess
import tempfile


@contextlib.contextmanager
def written(writer, *arguments):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "full.h5")
        subprocess.run([writer, path, *arguments], check=True)
        yield path
