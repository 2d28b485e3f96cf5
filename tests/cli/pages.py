# SPDX-License-Identifier: Apache-2.0
"""pages.py REDLINE SOURCE: the program writes the pages of docs/commands anew; they must be the committed ones, byte by byte."""
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata


def columns(line):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def help_faults(binary, command):
    """--help fits a terminal of 100 columns, but for the examples, which are to be copied."""
    faults = []
    for language in ("en", "zh"):
        shown = subprocess.run([binary, *command, "--help", "--lang", language], capture_output=True, text=True, check=True).stdout
        faults += [f"--help {command} {language}: {columns(n)} columns: {n}" for n in shown.splitlines()
                   if columns(n) > 100 and not n.startswith("    redline ")]
        if "help." in shown:
            faults.append(f"--help {command} {language}: a text is missing")
    return faults


def main(binary, source):
    committed = pathlib.Path(source) / "docs" / "commands"
    with tempfile.TemporaryDirectory() as made:
        subprocess.run([binary, "--help-docs", made], check=True)
        ours = {p.name: p.read_bytes() for p in pathlib.Path(made).iterdir()}
    theirs = {p.name: p.read_bytes() for p in committed.iterdir()}
    faults = [f"{n}: made but not committed" for n in sorted(ours.keys() - theirs.keys())]
    faults += [f"{n}: committed but not made" for n in sorted(theirs.keys() - ours.keys())]
    faults += [f"{n}: differs" for n in sorted(ours.keys() & theirs.keys()) if ours[n] != theirs[n]]
    if faults:
        faults.append("write them anew with ./run docs")
    help_text = subprocess.run([binary, "--help", "--lang", "en"], capture_output=True, text=True, check=True).stdout
    for command in re.findall(r"^  ([a-z]+)  ", help_text.partition("Commands:")[2].partition("Examples:")[0], re.M):
        if not {f"{command}.md", f"{command}.zh-CN.md"} <= theirs.keys():
            faults.append(f"{command}: has no page")
        faults += help_faults(binary, [command])
    faults += help_faults(binary, [])
    # A text that is missing is printed as its key.
    faults += [f"{n}: a text is missing: {k}" for n in ours for k in re.findall(r"\bhelp\.[a-z_.]+", ours[n].decode())]
    print("\n".join(faults) or f"{len(theirs)} pages, the same bytes")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
