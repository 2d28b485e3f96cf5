# SPDX-License-Identifier: Apache-2.0
"""documented.py REDLINE SOURCE: runs every command line that a guide or a page of docs/commands shows, in order, in a folder of its own for
each document; each must succeed and print nothing on standard error. Then what the guide says of an edited rule is tried."""
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

try:
    from osgeo import gdal
except ImportError:
    print("skipped: python3-gdal is not installed for", sys.executable)
    sys.exit(1 if os.environ.get("CI") else 77)
gdal.UseExceptions()


def commands(document):
    """Lines that begin with `redline ` in code blocks, continued behind a backslash; lines of usage have [ in them."""
    for block in re.findall(r"^```\n(.*?)^```", document.read_text(encoding="utf-8"), re.M | re.S):
        for line in block.replace("\\\n", " ").splitlines():
            if line.startswith("redline ") and "[" not in line:
                yield line


def run(binary, line, folder):
    return subprocess.run([binary, *shlex.split(line)[1:]], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)


def own_data(folder, workspace):
    """The files the guides speak of as "your own": a shapefile of reserves with zone codes and a geodatabase of rights."""
    reserves = str(workspace / "自然保护区_示意.geojson")
    opened = gdal.OpenEx(reserves)  # kept: a layer dies with its dataset
    sql = ("SELECT BHQMC, CASE GNQ WHEN '核心区' THEN '1' WHEN '缓冲区' THEN '2' WHEN '实验区' THEN '3' END AS GNFQ, geometry "
           'FROM "{}" WHERE GNQ IS NOT NULL').format(opened.GetLayer(0).GetName())
    gdal.VectorTranslate(str(folder / "保护区.shp"), reserves, SQLStatement=sql, SQLDialect="SQLite", layerCreationOptions=["ENCODING=UTF-8"])
    rights = gdal.OpenEx(str(workspace / "矿权_采矿权.shp"), open_options=["ENCODING=GBK"])  # as the demonstration says of this file
    gdal.VectorTranslate(str(folder / "rights.gdb"), rights, format="OpenFileGDB", layerName="CKQ",
                         geometryType="MULTIPOLYGON")


def faults_of(binary, document, folder, workspace):
    faults, ran = [], 0
    if document.name.startswith("guide"):
        own_data(folder, workspace)
    for line in commands(document):
        r = run(binary, line, folder)
        ran += 1
        done = (0, 1) if line.startswith("redline screen ") else (0,)  # 1: done, and there is something to act on
        silent = not line.startswith("redline export ")  # which tells there what the format loses
        if r.returncode not in done or bool(r.stderr) == silent:
            faults.append(f"{document.name}: {line}\n  exit status {r.returncode}: {r.stderr}")
    return faults, ran


def begun(binary, document, root):
    """The folder of one document. Pages of commands expect the demonstration, its ledger and a screening to be there, made once in the same
    place and kept aside; guides and the pages of init make them."""
    folder, ready = root / "work", root / "ready"
    shutil.rmtree(folder, ignore_errors=True)
    if document.parent.name != "commands" or document.name.startswith(("init", "README")):
        folder.mkdir()
        return folder
    if not ready.exists():
        folder.mkdir()
        for line in ("redline -q init demo --demo", "redline -q overlay -w demo -o demo.gpkg",
                     "redline -q screen demo/矿权_采矿权.shp -w demo --kind mining_right --encoding GBK --json application.json"):
            run(binary, line, folder)
        folder.rename(ready)
    shutil.copytree(ready, folder)
    return folder


def edited_rule(binary, folder):
    """Section 4 of the guides: the edit is seen."""
    rules = folder / "demo" / "rules.toml"
    text = rules.read_text(encoding="utf-8")
    edited = re.sub(r'(id = "NR94-MINING-RIGHT".*?^effect = )"must_exit"', r'\1"review"', text, count=1, flags=re.M | re.S)
    rules.write_text(edited, encoding="utf-8")
    r = run(binary, "redline check --rules demo/rules.toml --lang en", folder)
    seen = r.returncode == 1 and re.search(r"rules\.examples\.toml, line \d+, example", r.stdout)
    return [] if edited != text and seen else [f"the edit of a rule was not seen: {r.returncode}, {r.stdout}{r.stderr}"]


def main(binary, source):
    docs = pathlib.Path(source) / "docs"
    faults, total = [], 0
    with tempfile.TemporaryDirectory() as root:
        for document in sorted(docs.glob("guide*.md")) + sorted((docs / "commands").glob("*.md")):
            folder = begun(binary, document, pathlib.Path(root))
            found, ran = faults_of(binary, document, folder, pathlib.Path(source) / "testdata" / "xinjiang")
            if ran == 0:
                found.append(f"{document.name}: shows no command line")
            if document.name.startswith("guide"):
                found += edited_rule(binary, folder)
            faults, total = faults + found, total + ran
    print("\n".join(faults) or f"{total} command lines run")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
