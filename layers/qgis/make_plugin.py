# SPDX-License-Identifier: Apache-2.0
"""make_plugin.py REDLINE OUTPUT.zip: the plugin as a zip that QGIS installs. The same program and source give the same bytes.

The styles of its results are those that the program writes into a ledger: taken from one over a single square, in both languages.
Exit status 1 where the program is missing, is another one, or is not of the plugin's version, or the zip cannot be written."""
import json
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import zipfile

PLUGIN = pathlib.Path(__file__).parent / "plugin"
sys.dont_write_bytecode = True
sys.path.insert(0, str(PLUGIN.parent))
from plugin import binary, texts  # noqa: E402

FILES = ("metadata.txt", "LICENSE", "README.md", "texts.json", "icons/*.svg", "*.py")
SQUARE = {"type": "Polygon", "coordinates": [[[84, 44], [84.1, 44], [84.1, 44.1], [84, 44.1], [84, 44]]]}


def style(redline, language):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        one = {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"id": "1"}, "geometry": SQUARE}]}
        for role in ("areas", "activities"):
            (folder / f"{role}.geojson").write_text(json.dumps(one), encoding="utf-8")
        subprocess.run([redline, "-q", "overlay", "--areas", folder / "areas.geojson", "--area-kind", "=nature_reserve", "--activities",
                        folder / "activities.geojson", "--activity-kind", "=mining_right", "--as-of", "2019-03-31", "-o", folder / "l.gpkg", "--lang", language],
                       check=True)
        db = sqlite3.connect(folder / "l.gpkg")
        qml = db.execute("SELECT styleQML FROM layer_styles WHERE f_table_name = 'conflict_areas'").fetchone()[0]
        db.close()
        return qml


def main(redline, output):
    wanted, found = binary.own_version(), binary.version_of(binary.find(redline))
    if wanted != found:
        print(f"layers/qgis/plugin/metadata.txt says version {wanted}, the program says {found}")
        return 1
    parts = {p.relative_to(PLUGIN).as_posix(): p.read_bytes() for f in FILES for p in PLUGIN.glob(f)}
    for language in ("zh", "en"):
        parts[f"styles/conflict_areas.{language}.qml"] = style(redline, language).encode("utf-8")
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as z:
        for name in sorted(parts):
            entry = zipfile.ZipInfo("redline/" + name, (1980, 1, 1, 0, 0, 0))
            entry.external_attr, entry.compress_type, entry.create_system = 0o644 << 16, zipfile.ZIP_DEFLATED, 3
            z.writestr(entry, parts[name])
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        print(__doc__.splitlines()[0])
        sys.exit(2)
    try:
        sys.exit(main(*sys.argv[1:]))
    except binary.BinaryProblem as e:
        print(texts.text(e.key, "en", *e.args_of_text))
    except (OSError, subprocess.CalledProcessError) as e:
        print(e)
    sys.exit(1)
