"""The demonstration ledger in QGIS itself: every layer is valid and has as many features as GDAL finds, also from a folder nobody
may write to. Skipped where python3-qgis is not installed."""
import json, os, pathlib, shutil, sqlite3, subprocess, sys

READER = '''
import json, sys
from qgis.core import QgsApplication, QgsVectorLayer
QgsApplication.setPrefixPath("/usr", True)
application = QgsApplication([], False)
application.initQgis()
found = {}
for name in sys.argv[2:]:
    layer = QgsVectorLayer(f"{sys.argv[1]}|layername={name}", name, "ogr")
    found[name] = [layer.isValid(), layer.featureCount(), sum(1 for _ in layer.getFeatures()) if layer.isValid() else 0, layer.crs().authid()]
    del layer
application.exitQgis()
print(json.dumps(found))
'''


def qgis_there():
    return subprocess.run(['/usr/bin/python3', '-c', 'import qgis.core'], capture_output=True, env={'PATH': '/usr/bin:/bin'}).returncode == 0


if not qgis_there():
    print('python3-qgis is not installed')
    sys.exit(77)
from support import *


def in_qgis(path, names):
    """Read by QGIS in a process of its own, as a person without rights beyond reading where that can be had."""
    home = FOLDER / 'home'
    home.mkdir(mode=0o700, exist_ok=True)
    env = {'PATH': '/usr/bin:/bin', 'HOME': str(home), 'XDG_RUNTIME_DIR': str(home), 'LANG': 'C.UTF-8', 'QT_QPA_PLATFORM': 'offscreen'}
    user = {'user': 65534, 'group': 65534, 'extra_groups': []} if os.getuid() == 0 else {}
    if user:
        os.chown(home, 65534, 65534)
        FOLDER.chmod(0o755)
    r = subprocess.run(['/usr/bin/python3', '-c', READER, str(path), *names], capture_output=True, text=True, env=env, cwd='/', **user)
    if not r.stdout:
        print(r.stderr)
    return json.loads(r.stdout.splitlines()[-1])


def compare(path, expected, spatial):
    found = in_qgis(path, list(expected))
    for name, count in expected.items():
        valid, counted, read, crs = found[name]
        true(f'{path.parent.name}: {name} is valid', valid)
        check(f'{path.parent.name}: {name}, features counted and read', (counted, read), (count, count))
        if name in spatial:
            check(f'{path.parent.name}: {name}, coordinate system', crs, 'EPSG:4490')


out = FOLDER / 'open' / 'demo.gpkg'
out.parent.mkdir()
check('exit status', redline('overlay', '-w', SOURCE / 'testdata/xinjiang', '-o', out).returncode, 0)
ledger = sqlite3.connect(f'file:{out}?mode=ro', uri=True)
kinds = dict(ledger.execute('SELECT table_name, data_type FROM gpkg_contents'))
expected = {name: ledger.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in kinds}
ledger.close()
spatial = {name for name, kind in kinds.items() if kind == 'features'}
check('spatial layers', len(spatial), 8)
true('more than 2000 activities', expected['activity_areas'] + expected['activity_lines'] + expected['activity_points'] > 2000)

shut = FOLDER / 'read_only' / 'demo.gpkg'
shut.parent.mkdir()
shutil.copy(out, shut)
shut.chmod(0o444)
shut.parent.chmod(0o555)
before = shut.read_bytes()
compare(shut, expected, spatial)
check('read-only: the bytes are the same', shut.read_bytes() == before, True)
check('read-only: nothing beside it', sorted(p.name for p in shut.parent.iterdir()), ['demo.gpkg'])
if os.getuid() == 0:
    shutil.chown(out, 65534, 65534)
    shutil.chown(out.parent, 65534, 65534)
compare(out, expected, spatial)
shut.parent.chmod(0o755)
shutil.rmtree(FOLDER)
done()
