# SPDX-License-Identifier: Apache-2.0
"""same_bytes.py WORKSPACE: runs its make.py into a new folder and compares every file with the committed one."""
import os
import subprocess
import sys
import tempfile

from with_gdal import require_gdal

DATA = (".geojson", ".fgb", ".csv", ".shp", ".shx", ".dbf", ".prj", ".cpg")
TYPED = {"expected.csv"}


def data_files(folder):
    below = {os.path.join("restoration", n) for n in os.listdir(os.path.join(folder, "restoration")) if n.endswith(".geojson")}
    return {n for n in os.listdir(folder) if n.endswith(DATA)} - TYPED | below


def contents(folder, name):
    with open(os.path.join(folder, name), "rb") as f:
        return f.read()


def main(workspace):
    require_gdal()
    with tempfile.TemporaryDirectory() as made:
        subprocess.run([sys.executable, os.path.join(workspace, "make.py"), "--out", made], check=True)
        ours, theirs = data_files(made), data_files(workspace)
        faults = [f"{n}: made but not committed" for n in sorted(ours - theirs)]
        faults += [f"{n}: committed but not made" for n in sorted(theirs - ours)]
        faults += [f"{n}: differs" for n in sorted(ours & theirs) if contents(made, n) != contents(workspace, n)]
    print("\n".join(faults) or f"{len(theirs)} files, the same bytes")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    sys.exit(main(sys.argv[1]))
