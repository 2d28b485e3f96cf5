"""The cut through the real program: GDAL takes the same ground away, the corners written are read back and are clear, blocks are lost whole."""
import json, os, random, resource, subprocess
from osgeo import ogr, osr
from support import BINARY, FOLDER, check, done, true


def box(w, s, e, n):
    return [[w, s], [e, s], [e, n], [w, n], [w, s]]


def areas(name, *rings):
    path = FOLDER / name
    path.write_text(json.dumps({'type': 'FeatureCollection', 'features': [
        {'type': 'Feature', 'properties': {'id': f'R{i}', 'name': f'保护区{i}'}, 'geometry': {'type': 'Polygon', 'coordinates': [ring]}} for i, ring in enumerate(rings)]}))
    return ['--areas', path, '--area-kind', '=nature_reserve', '--area-id', 'id', '--area-name', 'name', '--as-of', '2019-03-31', '--overwrite']


def screen(file, *args, kind='mining_right'):
    out = FOLDER / 's.json'
    out.unlink(missing_ok=True)
    r = subprocess.run([BINARY, 'screen', str(file), *map(str, args), '--kind', kind, '--json', str(out), '--lang', 'en'], capture_output=True, text=True,
                       env={**os.environ, 'LANGUAGE': 'en'})
    return json.loads(out.read_text(encoding='utf-8'))['applications'][0], r


def application(name, ring):
    path = FOLDER / name
    path.write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': {}, 'geometry': {'type': 'Polygon', 'coordinates': [ring]}}]}))
    return path


def ground(rings):
    p = ogr.Geometry(ogr.wkbPolygon)
    for ring in rings:
        r = ogr.Geometry(ogr.wkbLinearRing)
        for x, y in ring: r.AddPoint_2D(x, y)
        r.CloseRings()
        p.AddGeometry(r)
    return p


mine, reserve = box(85, 44, 85.02, 44.02), [[85.01, 43.9], [85.5, 43.9], [85.5, 44.5], [85.013, 44.5], [85.01, 43.9]]
basemap = areas('half.geojson', reserve)
file, txt = application('mine.geojson', mine), FOLDER / 'cut.txt'
a, r = screen(file, *basemap, '--cut', txt)
check('a conflict', (r.returncode, len(a['conflicts'])), (1, 1))
c = a['cut']
check('the cut can be staked', (c['outcome'], c['parts'], c['crs']), ('staked', 1, 'EPSG:4326'))
left = ground([mine]).Difference(ground([reserve]))
share = left.GetArea() / ground([mine]).GetArea()  # degrees: the mine is small enough for one scale
whole = c['exact']['remaining_m2'] + c['exact']['removed_m2']
true(f"exact cut by GDAL: {c['exact']['remaining_m2'] / whole} against {share}", abs(c['exact']['remaining_m2'] / whole - share) < 1e-4)
true(f"at most one per cent more: {c['extra_m2']}", 0 <= c['extra_m2'] <= 0.01 * c['exact']['removed_m2'] + 5)
true('what is given up is the overlap and what rounding takes', abs(c['removed_m2'] - c['exact']['removed_m2'] - c['extra_m2']) < 0.01)
true('what remains and what is given up are the whole', abs(c['remaining_m2'] + c['removed_m2'] - whole) < 0.01)
staked = ground([[(x, y) for _, x, y in c['rings'][0]]])
check('GDAL: the staked cut shares no ground with the reserve', staked.Intersection(ground([reserve])).GetArea(), 0.0)
true('and lies in the application', staked.Difference(ground([mine])).GetArea() < 1e-12)
true(f'said in a sentence: {r.stdout}', 'Proposed cut:' in r.stdout and str(txt) in r.stdout)

first = txt.read_bytes()
b, r = screen(txt, *basemap)
check('the corners written are clear', (r.returncode, b['verdict'], b['conflicts'], b['cut']), (0, 'clear', [], None))
# The form prints the area by TD/T 1055; reading it back gives the same digits.
true(f"the same area when read back: {b['area']['tdt1055_m2']} {c['remaining_tdt1055_m2']}", abs(b['area']['tdt1055_m2'] - c['remaining_tdt1055_m2']) < 0.01)
again = FOLDER / 'again.txt'
r = subprocess.run([BINARY, 'convert', str(txt), '-o', str(again), '--overwrite'], capture_output=True, text=True)
r2 = subprocess.run([BINARY, 'convert', str(again), '-o', str(FOLDER / 'third.txt'), '--overwrite'], capture_output=True, text=True)
check('the second round trip: the same bytes', (r.returncode, r2.returncode, (FOLDER / 'third.txt').read_bytes() == again.read_bytes()), (0, 0, True))

a, r = screen(file, *basemap, '--cut', txt)
check('the same bytes again', txt.read_bytes(), first)

a, r = screen(file, *areas('all.geojson', box(84, 43, 86, 45)), '--cut', FOLDER / 'none.txt')
check('nothing useful remains', (r.returncode, a['cut']['outcome'], a['cut']['rings'], a['cut']['reduction_percent']), (1, 'nothing_left', [], 100.0))
true(f'is said, and nothing written: {r.stdout}', 'nothing useful remains' in r.stdout and 'was not written' in r.stdout and not (FOLDER / 'none.txt').exists())

a, r = screen(file, *areas('far.geojson', box(90, 40, 90.1, 40.1)), '--cut', FOLDER / 'none.txt')
check('no conflict, no cut', (a['cut'], (FOLDER / 'none.txt').exists()), (None, False))

# Two by two blocks of one minute; the reserve touches one of them.
minute = 1 / 60
blocks = application('blocks.geojson', box(85, 44, 85 + 2 * minute, 44 + 2 * minute))
a, r = screen(blocks, *areas('corner.geojson', box(85 + 1.9 * minute, 44 + 1.9 * minute, 86, 45)), '--cut', FOLDER / 'blocks.txt', kind='exploration_right')
c = a['cut']
true(f"a whole block is lost: {c['reduction_percent']} %", c['outcome'] == 'staked' and abs(c['reduction_percent'] - 25) < 0.05)
# Said as the smallest blocks that the outline allows: the law knows 15″, 30″ and 1′.
true(f'and the blocks are counted: {r.stdout}', 'blocks of' in r.stdout)
# A whole block goes where the reserve reaches a tenth of one into it: what remains is nine tenths of a block or 1.2 km off, farther than the accuracies.
exact = FOLDER / 'corner.geojson'
exact.write_text(exact.read_text().replace('"id"', '"accuracy_m": 2, "id"'))
for reach, told in ((1.9, False), (1.00002, True)):
    exact.write_text(exact.read_text().replace(str(85 + 1.9 * minute), str(85 + reach * minute)))
    a, r = screen(blocks, '--areas', exact, *areas('unused.geojson')[2:], '--accuracy', '3', kind='exploration_right')
    true(f'{reach}: how far off the rest is: {a["cut"]["clear_from_m"]} {r.stdout}', a['cut']['clear_from_m'] == 5 and ('m off the ground it has left' in r.stdout) == told)
# --- Necks, spikes and walls narrower than 0.1 m go like wider ones; a neck that is only a point stays and is named, number and place.
# 400 by 200 m; metres from its corner.
here = lambda ring: [[28424000 + x, 4940000 + y] for x, y in ring + ring[:1]]
plane, metres = application('plane.geojson', here([[0, 0], [400, 0], [400, 200], [0, 200]])), ['--crs', 'EPSG:4516', '--areas-crs', 'EPSG:4516']
for name, rings, parts, width, left in (
        ('a neck of 40 by 0.08 m', [[[180, 0.08], [220, 0.08], [220, 260], [180, 260]]], 2, 180, 2 * 180 * 200),
        ('a neck of 200 by 0.06 m', [[[100, -50], [300, -50], [300, 199.94], [100, 199.94]]], 2, 100, 2 * 100 * 200),
        ('a spike of 200 m', [[[200, 0.1], [450, 0.1], [450, 260], [200, 260]]], 1, 200, 200 * 200),
        ('a wall of 0.08 m', [[[100, 0.08], [200, 0.08], [200, 100], [100, 100]]], 1, 100, 400 * 200 - 100 * 100)):
    a, r = screen(plane, *areas('narrow.geojson', *map(here, rings)), *metres, '--cut', FOLDER / 'narrow.txt')
    c = a['cut']
    true(f"{name} is given up: {c}", c['parts'] == parts and abs(c['min_width_m'] - width) < 0.1 and left * 0.995 < c['remaining_m2'] < left)
two = [[[200, 100.05], [300, 300], [100, 300]], [[200, 99.95], [100, -100], [300, -100]]]
a, r = screen(plane, *areas('narrow.geojson', *map(here, two)), *metres, '--cut', FOLDER / 'narrow.txt')
c, x = a['cut'], osr.SpatialReference()
x.ImportFromEPSG(4516), x.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
degrees = x.CloneGeogCS()
degrees.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
e, n, _ = osr.CoordinateTransformation(degrees, x).TransformPoint(c['min_width_lon'], c['min_width_lat'])
true(f"two tips 0.1 m apart: {c['min_width_m']} m at {e}, {n}", c['parts'] == 1 and 0.005 < c['min_width_m'] < 0.1 and abs(e - 28424200) < 0.2 and abs(n - 4940100) < 0.2)
# --- A border of 3,000 random teeth, each 1.5 m by up to 300 m: as good a cut as any, in seconds of processor time (it took half a minute).
random.seed(7)
teeth = [[85.5, 43.9], [85.5, 44.5], [85.02, 44.5]] + [[round(85.02 + random.uniform(-0.002, 0.002), 9), round(44.045 - 0.05 * i / 3000, 9)] for i in range(3000)]
teeth += [[85.02, 43.9], teeth[0]]
large, before = box(85, 44, 85.04, 44.04), resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
a, r = screen(application('large.geojson', large), *areas('teeth.geojson', teeth), '--cut', FOLDER / 'teeth.txt')
spent, c = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before, a['cut']
check('teeth: staked', (r.returncode, c['outcome']), (1, 'staked'))
check('teeth: GDAL: no ground shared', ground([[(x, y) for _, x, y in ring] for ring in c['rings']]).Intersection(ground([teeth])).GetArea(), 0.0)
true(f"teeth: one per cent more at most, and what no one can use: {c['extra_m2']}", c['extra_m2'] <= 0.0102 * c['exact']['removed_m2'])
true(f'teeth: {spent} s', spent < 15)

done()
