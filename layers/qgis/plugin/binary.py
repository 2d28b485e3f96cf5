# SPDX-License-Identifier: Apache-2.0
"""Finds the program and says what is wrong with it. Needs no QGIS."""
import configparser
import os
import pathlib
import shutil
import subprocess

OWN_METADATA = pathlib.Path(__file__).parent / "metadata.txt"
NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows opens a console without it


class BinaryProblem(Exception):
    """key and args of a text."""

    def __init__(self, key, *args):
        super().__init__(key, *args)
        self.key, self.args_of_text = key, args


def own_version(metadata=OWN_METADATA):
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(metadata, encoding="utf-8")
    return parser["general"]["version"]


def find(configured):
    """The program named in the settings, else the one on PATH. Raises BinaryProblem."""
    if not configured:
        found = shutil.which("redline")
        if not found:
            raise BinaryProblem("binary.none")
        return found
    path = os.path.expanduser(configured)
    if os.path.isdir(path):
        path = os.path.join(path, "redline.exe" if os.name == "nt" else "redline")
    if not os.path.exists(path):
        raise BinaryProblem("binary.missing", path)
    if not os.path.isfile(path) or not os.access(path, os.X_OK):
        raise BinaryProblem("binary.not_executable", path)
    return path


def version_of(path):
    """What `redline --version` calls itself, such as 0.1.0. Raises BinaryProblem."""
    try:
        run = subprocess.run([path, "--version"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                             timeout=60, check=False, creationflags=NO_WINDOW)
    except (OSError, subprocess.TimeoutExpired) as e:
        raise BinaryProblem("binary.does_not_start", path, str(e)) from e
    said = run.stdout.decode("utf-8", "replace").strip()
    words = said.split()
    if run.returncode != 0:
        raise BinaryProblem("binary.does_not_start", path, said)
    if len(words) < 2 or words[0] != "redline":
        raise BinaryProblem("binary.other_program", path, said[:200])
    return words[1]


def check_version(path, wanted=None):
    """Another first or second number is refused. Returns whether all three agree and the version found."""
    wanted, found = wanted or own_version(), version_of(path)
    if found.split(".")[:2] != wanted.split(".")[:2]:
        raise BinaryProblem("binary.other_version", path, found, wanted)
    return found == wanted, found
