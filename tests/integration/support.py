"""What the integration tests share: run the binary, read a ledger, say what failed."""
import json, os, pathlib, shutil, subprocess, sys, tempfile
from osgeo import gdal, ogr

gdal.UseExceptions()
ogr.UseExceptions()
BINARY, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix='redline-test-'))
failed = passed = 0


def shared(*parts):
    """A file of the real data made by others; without it the test is skipped, in CI it has failed."""
    path = pathlib.Path(os.environ.get('REDLINE_SHARED_DATA', SOURCE.parent / 'shared' / 'data')).joinpath(*parts)
    if not path.exists():
        print(f'real data not found: {path} (set REDLINE_SHARED_DATA)')
        sys.exit(1 if os.environ.get('CI') else 77)
    return str(path)


def redline(*args, env=None):
    return subprocess.run([BINARY, *map(str, args)], capture_output=True, text=True, env={**os.environ, 'LANGUAGE': 'en', **(env or {})})


def check(what, got, expected):
    global failed, passed
    if got == expected:
        passed += 1
    else:
        failed += 1
        print(f'FAILED {what}: got {got!r}, expected {expected!r}')


def true(what, condition):
    check(what, bool(condition), True)


def rows(path, sql):
    ds = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    layer = ds.ExecuteSQL(sql)
    out = []
    if layer is not None:
        names = [layer.GetLayerDefn().GetFieldDefn(i).GetName() for i in range(layer.GetLayerDefn().GetFieldCount())]
        out = [{n: f.GetField(n) for n in names} for f in layer]
        ds.ReleaseResultSet(layer)
    return out


def box(x, y, w, h):
    return {'type': 'Polygon', 'coordinates': [[[x, y], [x + w, y], [x + w, y + h], [x, y + h], [x, y]]]}


def write(name, features):
    """A GeoJSON file of (properties, geometry)."""
    path = FOLDER / name
    path.write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': p, 'geometry': g} for p, g in features]}))
    return path


def done():
    print(f'{passed} checks passed, {failed} failed')
    if not failed: shutil.rmtree(FOLDER, ignore_errors=True)  # else it is there to be looked at
    sys.exit(1 if failed else 0)
