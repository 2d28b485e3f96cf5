"""Stopped at any moment, by Ctrl-C, by a polite or a hard kill: the old file or the new one, whole; what is left goes with the next run."""
import json, shutil, signal, time
from support import *


def write(name, features):
    path = FOLDER / name
    path.write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': p, 'geometry': {'type': 'Polygon', 'coordinates': [ring]}} for p, ring in features]}))
    return path


areas = write('areas.geojson', [({'id': 'R1', 'kind': 'nature_reserve', 'zone': 'core'}, [[84, 44], [85, 44], [85, 45], [84, 45], [84, 44]])])
rights = write('rights.geojson', [({'id': f'C{i}', 'kind': 'mining_right'}, [[84 + i % 100 / 100, 44 + i // 100 / 1000], [84.02 + i % 100 / 100, 44 + i // 100 / 1000],
                                  [84.02 + i % 100 / 100, 44.02 + i // 100 / 1000], [84 + i % 100 / 100, 44 + i // 100 / 1000]]) for i in range(1500)])
ENGLISH = {**os.environ, 'LANGUAGE': 'en'}
place = FOLDER / 'out'
place.mkdir()
out, csv = place / '台账.gpkg', place / '重叠.csv'
sidecar = place / (out.name + '.run.json')


def command(output, *more):
    return ['overlay', '--areas', areas, '--activities', rights, '--as-of', '2019-03-31', '-o', output, *more]


def litter():
    return sorted(p.name for p in place.iterdir() if p.name not in (out.name, out.name + '.run.json', csv.name))


start = time.time()
check('the whole job', redline(*command(out, '--csv', csv)).returncode, 0)
takes, whole, table, old = time.time() - start, out.read_bytes(), csv.read_bytes(), b'an older ledger'
seen = 0
for sig in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
    for part in (0.03, 0.2, 0.5, 0.7, 0.85, 0.95) if sig != signal.SIGTERM else (0.4, 0.9):
        out.write_bytes(old)
        csv.write_bytes(old)
        sidecar.write_bytes(old)
        what = f'{sig.name} after {part:.0%} of {takes:.1f} s'
        p = subprocess.Popen([BINARY, *map(str, command(out, '--csv', csv, '--overwrite'))], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENGLISH)
        time.sleep(takes * part)
        p.send_signal(sig)
        sent = time.time()
        status = p.wait()
        true(f'{what}: status {status}', status in (0, -sig, *([130] if sig != signal.SIGKILL else [])))
        for path, complete in ((out, whole), (csv, table)):
            true(f'{what}: {path.name} is the old file or the new one', path.read_bytes() in ((complete,) if status == 0 else (old, complete)))
        true(f'{what}: nothing said of the old ledger stands beside the new one', out.read_bytes() == old or not sidecar.exists() or sidecar.read_bytes() != old)
        soon = max(3, takes / 2)  # a slow or instrumented program does all things slowly
        true(f'{what}: soon ({time.time() - sent:.1f} s)', time.time() - sent < soon)
        if sig != signal.SIGKILL: check(f'{what}: nothing is left behind', litter(), [])
        true(f'{what}: known by its name {litter()}', all(n.startswith('.redline-') and n.endswith('.part') for n in litter()))
        true(f'{what}: one file at most', len([n for n in litter() if not n.endswith('-aside.part')]) <= 1)  # the run before it left one, this one has cleared that
        seen += len(litter())
true(f'a hard kill did leave something to clear ({seen})', seen)
# A living run's file is not litter: two runs into one folder do not disturb each other.
slow = subprocess.Popen([BINARY, *map(str, command(place / 'other.gpkg', '--threads', 1))], stdout=subprocess.DEVNULL, env=ENGLISH)
time.sleep(takes / 2)
check('after all of that a run works', redline(*command(out, '--overwrite')).returncode, 0)
true('and writes what it always writes', out.read_bytes() == whole)
check('the run beside it is not disturbed', slow.wait(), 0)
check('what was left is cleared', litter(), ['other.gpkg', 'other.gpkg.run.json'])
done()
