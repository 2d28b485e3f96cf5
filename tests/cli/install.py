# SPDX-License-Identifier: Apache-2.0
"""install.py CMAKE BUILD SOURCE: installs into a new folder; the files are those of installed.txt and the documents, and the installed
program makes and overlays the demonstration from its own copy of the data, even after the folder was moved."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile


def documents(source):
    doc = pathlib.PurePath("share/doc/redline")
    there = [p.relative_to(source / "docs") for p in (source / "docs").rglob("*") if p.suffix in (".md", ".png")]
    return {str(doc / p) for p in there} | {str(doc / n) for n in ("README.md", "README.zh-CN.md", "CHANGELOG.md", "LICENSE")}


def compare(found, expected):
    return [f"{n}: installed, not expected" for n in sorted(found - expected)] + [f"{n}: not installed" for n in sorted(expected - found)]


def command(program, folder, *arguments):
    env = {k: v for k, v in os.environ.items() if k != "REDLINE_DATA"}
    r = subprocess.run([program, *arguments, "--lang", "en"], cwd=folder, capture_output=True, text=True, env=env, check=False)
    return [] if r.returncode == 0 and not r.stderr else [f"{' '.join(arguments)}: exit status {r.returncode}, {r.stderr}"]


def main(cmake, build, source):
    with tempfile.TemporaryDirectory() as folder:
        first, prefix = pathlib.Path(folder, "first"), pathlib.Path(folder, "moved")
        subprocess.run([cmake, "--install", build, "--prefix", first], check=True, capture_output=True)
        found = {str(p.relative_to(first)) for p in first.rglob("*") if p.is_file()}
        expected = set((pathlib.Path(__file__).parent / "installed.txt").read_text(encoding="utf-8").split())
        faults = compare(found, expected | documents(pathlib.Path(source)))
        shutil.move(first, prefix)
        # A file that only the installed copy has shows where the demonstration is taken from.
        (prefix / "share/redline/xinjiang/only_here.txt").write_text("installed")
        program = str(prefix / "bin" / "redline")
        faults += command(program, folder, "init", "demo", "--demo")
        if not pathlib.Path(folder, "demo", "only_here.txt").exists():
            faults.append("init --demo did not take the installed data")
        faults += command(program, folder, "overlay", "-w", "demo", "-o", "demo.gpkg")
        faults += command(program, folder, "doctor")
        if not pathlib.Path(folder, "demo.gpkg").exists():
            faults.append("no ledger")
    print("\n".join(faults) or f"{len(found)} files installed; the installed program works")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
