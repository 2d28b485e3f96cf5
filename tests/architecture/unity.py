"""The files of each room compiled as one, as the release is: parsed only. Arguments: the source directory."""
import concurrent.futures as cf
import json
import os
import subprocess
import sys
import tempfile

SHOWN = 6  # lines of each failure


def commands(source, build):
    subprocess.run(["cmake", "-S", source, "-B", build, "-G", "Ninja", "-DREDLINE_UNITY=ON", "-DREDLINE_TESTS=OFF", "-DCMAKE_CXX_FLAGS=-O0",
                    "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON"], check=True, stdout=subprocess.DEVNULL)
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as f:
        return [c for c in json.load(f) if "/Unity/" in c["file"]]


def errors(command):
    words = command["command"].split(" -o ")[0] + " -fsyntax-only -fmax-errors=3 " + command["file"]
    done = subprocess.run(words, shell=True, cwd=command["directory"], capture_output=True, text=True)
    lines = [line for line in done.stderr.splitlines() if " error: " in line or "previous" in line]
    return (lines or ["failed: " + command["file"]])[:SHOWN] if done.returncode else []


def main(source):
    with tempfile.TemporaryDirectory() as build:
        units = commands(source, build)
        with cf.ThreadPoolExecutor(os.cpu_count()) as pool:
            found = [line for lines in pool.map(errors, units) for line in lines]
    for line in found:
        print(line)
    if found:
        print("rename what two files of one room both declare, or compile one of them alone (cmake/unity.cmake)")
    print(f"{len(units)} groups of files parsed")
    return 1 if found or len(units) < 20 else 0


sys.exit(main(sys.argv[1]))
