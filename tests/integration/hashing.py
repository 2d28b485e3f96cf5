"""Huge inputs: the hashing of them stops with the run, and no error of another input waits for it."""
import json, signal, time
from support import *

HUGE = 400 << 30  # sparse: costs no room on the disk, but minutes to hash
DEADLINE = 30     # seconds, generous for a slow or instrumented program


def write(name, features):
    path = FOLDER / name
    path.write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': p, 'geometry': {'type': 'Polygon', 'coordinates': [ring]}} for p, ring in features]}))
    return path


def square(x, y, s):
    return [[x, y], [x + s, y], [x + s, y + s], [x, y + s], [x, y]]


small = write('small.geojson', [({'id': 'R1', 'kind': 'nature_reserve', 'zone': 'core'}, square(84, 44, 1))])
rights = write('rights.geojson', [({'id': f'C{i}', 'kind': 'mining_right'}, square(84 + i / 100, 44.1, .02)) for i in range(50)])
broken = FOLDER / 'broken.geojson'
broken.write_text(rights.read_text()[:-400])
ws = FOLDER / 'ws'
ws.mkdir()
gdal.VectorTranslate(str(ws / 'areas.shp'), str(small))
(ws / 'redline.toml').write_text('''format = "redline-workspace/1"
as_of = "2019-03-31"
[[layer]]
name = "areas"
role = "areas"
source = "areas.shp"
kind = "nature_reserve"
[layer.fields]
id = "id"
''')
good, bad = FOLDER / 'good.txt', FOLDER / 'bad.txt'
good.write_text('1 84.10 44.10\n2 84.20 44.10\n3 84.20 44.20\n')
bad.write_text('1 84.10\n2\n')
check('prepared', redline('prepare', '-w', ws).returncode, 0)
check('a ledger', redline('overlay', '--areas', ws / 'areas.shp', '--activities', rights, '--as-of', '2019-03-31', '-o', FOLDER / 'whole.gpkg').returncode, 0)
part = ws / 'areas.sbn'
with open(part, 'wb') as f: f.truncate(HUGE)

OVERLAY = ['overlay', '--areas', ws / 'areas.shp', '--as-of', '2019-03-31', '-o', FOLDER / 'out.gpkg', '--activities']
SCREEN = ['screen', '-w', ws, '--crs', 'EPSG:4490', '--kind', 'mining_right']
for what, args in (('overlay', [*OVERLAY, broken]), ('overlay, one thread', [*OVERLAY, broken, '--threads', '1']), ('screen', [*SCREEN, bad]), ('screen several', [*SCREEN, bad, FOLDER / 'none.txt']),
                   ('screen without the prepared', [*SCREEN, bad, '--no-prepared'])):
    began = time.time()
    r = redline(*args, '--lang', 'en')
    check(f'{what}: an input that cannot be used ({r.stderr})', r.returncode, 3)
    true(f'{what}: does not wait for the others ({time.time() - began:.1f} s)', time.time() - began < DEADLINE)
check('nothing was written', (FOLDER / 'out.gpkg').exists(), False)
for what, args in (('overlay', [*OVERLAY, rights]), ('overlay, one thread', [*OVERLAY, rights, '--threads', '1']), ('screen', [*SCREEN, good]), ('screen without the prepared', [*SCREEN, good, '--no-prepared']),
                   ('prepare', ['prepare', '-w', ws]), ('prepare --check', ['prepare', '--check', '-w', ws]), ('verify', ['verify', FOLDER / 'whole.gpkg'])):
    for sig in (signal.SIGINT, signal.SIGTERM):
        p = subprocess.Popen([BINARY, *map(str, args)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env={**os.environ, 'LANGUAGE': 'en'})
        time.sleep(3)
        true(f'{what}: still at work', p.poll() is None)
        p.send_signal(sig)
        began = time.time()
        try:
            said = p.communicate(timeout=DEADLINE)[1]
        except subprocess.TimeoutExpired:
            p.kill()
            said = p.communicate()[1]
        check(f'{what}: stopped by {sig.name} ({said})', p.returncode, 130)
        true(f'{what}: soon ({time.time() - began:.1f} s)', time.time() - began < DEADLINE / 3)
    true(f'{what}: nothing left behind', not [q for q in (*FOLDER.iterdir(), *ws.iterdir()) if q.name.startswith('.redline') or q.name == 'out.gpkg'])
part.unlink()
done()
