# SPDX-License-Identifier: Apache-2.0
"""golden.py REDLINE [CASE]: runs each folder golden/COMMAND/CASE and compares what a person would see.

commands  lines of `redline …`; all but the last prepare and must succeed in silence on standard error
status    the exit status of the last one (0 where the file is missing)
stdout, stderr  what it prints (nothing where missing); a line that begins with ~ is a pattern, which must fit the whole line
files     the files that are there afterwards, sorted
input/    files the case starts with, as are those of golden/COMMAND/input/
"""
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

GOLDEN = pathlib.Path(__file__).parent / "golden"


def text(path, otherwise=""):
    return path.read_text(encoding="utf-8") if path.exists() else otherwise


def run(line, binary, folder):
    words = shlex.split(line)
    env = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG"))}
    while "=" in words[0]:
        name, value = words.pop(0).split("=", 1)
        env[name] = value
    assert words[0] == "redline", line
    return subprocess.run([binary, *words[1:]], cwd=folder, capture_output=True, text=True, encoding="utf-8", env=env, check=False)


def compare(what, got, expected):
    """The first line that differs, or nothing."""
    ours, theirs = got.splitlines(), expected.splitlines()
    for n, (a, b) in enumerate(zip(ours + ["(end)"], theirs + ["(end)"]), 1):
        fits = re.fullmatch(b[1:], a) if b.startswith("~") else a == b
        if not fits:
            return [f"{what}, line {n}:\n     got {a!r}\nexpected {b!r}"]
    return [] if len(ours) == len(theirs) else [f"{what}: {len(ours)} lines, expected {len(theirs)}"]


def faults(case, binary):
    with tempfile.TemporaryDirectory() as folder:
        for source in (case.parent / "input", case / "input"):
            if source.exists():
                shutil.copytree(source, folder, dirs_exist_ok=True)
        *before, last = text(case / "commands").splitlines()
        for line in before:
            r = run(line, binary, folder)
            if r.returncode != 0 or r.stderr:
                return [f"{line}: exit status {r.returncode}\n{r.stderr}"]
        r = run(last, binary, folder)
        status = int(text(case / "status", "0"))
        out = [] if r.returncode == status else [f"exit status {r.returncode}, expected {status}\n{r.stderr}"]
        out += compare("standard output", r.stdout, text(case / "stdout")) + compare("standard error", r.stderr, text(case / "stderr"))
        if (case / "files").exists():
            there = sorted(str(p.relative_to(folder)) for p in pathlib.Path(folder).rglob("*") if p.is_file())
            out += compare("files", "\n".join(there), text(case / "files"))
        return out


def main(binary, only=""):
    cases = sorted(p.parent for p in GOLDEN.glob("*/*/commands") if only in str(p))
    bad = 0
    for case in cases:
        found = faults(case, binary)
        bad += bool(found)
        for f in found:
            print(f"FAILED {case.relative_to(GOLDEN)}: {f}")
    print(f"{len(cases)} cases, {bad} failed")
    return 1 if bad or not cases else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
