"""The same bytes for any number of threads, the same rows for any order of input, two runs the same file."""
import hashlib, json, random
from support import *

random.seed(4490)
def square(x, y, s):
    return {'type': 'Polygon', 'coordinates': [[[x, y], [x + s, y], [x + s, y + s], [x, y + s], [x, y]]]}
def write(path, features):
    path.write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': p, 'geometry': g} for p, g in features]}))
    return path
areas = write(FOLDER / 'areas.geojson', [({'id': f'R{i}', 'zone': z, 'kind': 'nature_reserve'}, square(80 + i + k * 0.3, 43, 0.3)) for i in range(4) for k, z in enumerate(('core', 'buffer', 'experimental'))])
rights = [({'id': f'C{i % 90}', 'kind': 'mining_right', 'name': f'n{i}'}, square(80 + 4 * random.random(), 42.9 + 0.4 * random.random(), 0.05)) for i in range(100)]
first = write(FOLDER / 'rights.geojson', rights)

def run(name, *more):
    out = FOLDER / name
    r = redline('overlay', '--areas', areas, '--activities', first, '--as-of', '2019-03-31', '-o', out, '--overwrite', *more)
    check(f'{name} exit', r.returncode, 0)
    return out
digests = {hashlib.sha256(run(f't{n}.gpkg', '--threads', n).read_bytes()).hexdigest() for n in (1, 2, 5)}
check('threads and repetition change no byte', len(digests), 1)

# Rows of both ends of the line: features of another county, and ones that cross themselves and are repaired, over several batches.
def bow_tie(x, y, s):
    return {'type': 'Polygon', 'coordinates': [[[x, y], [x + s, y + s], [x + s, y], [x, y + s], [x, y]]]}
mixed = write(FOLDER / 'mixed.geojson', [({'id': f'M{i}', 'kind': 'mining_right', 'county': ('青河县', '富蕴县')[i % 2]}, (bow_tie if i % 7 == 0 else square)(80 + i / 400, 43.1, 0.01)) for i in range(1400)])
def run_county(n):
    out = FOLDER / f'county{n}.gpkg'
    r = redline('overlay', '--areas', areas, '--activities', mixed, '--county', '青河县', '--as-of', '2019-03-31', '--threads', n, '-o', out, '--overwrite')
    check('county exit', r.returncode, 0)
    return out
several = [run_county(n) for n in (1, 2, 5)]
check('nor of a run of one county', len({hashlib.sha256(p.read_bytes()).hexdigest() for p in several}), 1)
check('the rows of one county', [dict(r) for r in rows(several[-1], "SELECT read, used, repaired, rejected FROM rows WHERE rejected > 1")],
      [{'read': 1400, 'used': 600, 'repaired': 100, 'rejected': 700}])
def set_of(path):
    return sorted(tuple(sorted((k, v) for k, v in c.items() if k != 'fid')) for c in rows(path, 'SELECT conflict_id, activity_id, area_id, zone, overlap_m2, verdict, disposition FROM conflicts'))
before = set_of(run('order1.gpkg'))
random.shuffle(rights)
write(first, rights)
check('another order of input gives the same rows', set_of(run('order2.gpkg')), before)
check('every conflict has its own id', len({dict(r)['conflict_id'] for r in before}), len(before))

# One id of two kinds is no id: each area is of the kind it states.
two = write(FOLDER / 'two.geojson', [({'id': 'T', 'kind': 'nature_reserve'}, square(85, 43, 0.1)), ({'id': 'T', 'kind': 'scenic_area'}, square(85.2, 43, 0.1))])
r = redline('overlay', '--areas', two, '--activities', first, '--as-of', '2019-03-31', '-o', FOLDER / 'two.gpkg')
check('two kinds exit', r.returncode, 0)
check('two kinds', [dict(b) for b in rows(FOLDER / 'two.gpkg', 'SELECT area_kind, zone FROM basemap ORDER BY area_kind')], [{'area_kind': 'nature_reserve', 'zone': 'unzoned'}, {'area_kind': 'scenic_area', 'zone': 'none'}])
check('two kinds are told', len(rows(FOLDER / 'two.gpkg', "SELECT code FROM findings WHERE code = 'run.area_id_constant'")), 1)
done()
