"""redline screen through the real program: hand-checked areas, distances and verdicts, GDAL's own overlay, wrong inputs."""
import json, math, os, pathlib, re, shutil, subprocess
from osgeo import ogr
from support import BINARY, FOLDER, SOURCE, check, done, redline, rows, shared, true

WORKSPACE = SOURCE / 'testdata' / 'xinjiang'
# A published mining licence (Jinghe county, 10 corners, seconds with 3 decimals); printed there as 0.044600 km².
JINGHE = '''1 83°00'48.281" 44°35'59.917"
2 83°00'52.520" 44°36'00.295"
3 83°00'53.408" 44°35'56.795"
4 83°00'58.140" 44°35'57.242"
5 83°00'57.912" 44°35'59.845"
6 83°01'01.932" 44°35'58.076"
7 83°01'02.112" 44°35'57.113"
8 83°00'44.937" 44°35'53.927"
9 83°00'41.907" 44°35'58.139"
10 83°00'48.186" 44°36'00.478"
'''
(FOLDER / 'jinghe.txt').write_text(JINGHE, encoding='utf-8')
count = 0


def near(what, got, expected, tolerance):
    true(f'{what}: {got}, expected {expected} ± {tolerance}', abs(got - expected) <= tolerance)


def screen(*args, status=None, stdin=None):
    """The JSON of a run, and its output."""
    global count
    count += 1
    out = FOLDER / f'{count}.json'
    decimal = ['--degrees', 'decimal'] if 'EPSG:4490' in args else []  # 82.505 could be 82°50′50″
    r = subprocess.run([BINARY, 'screen', *map(str, args), *decimal, '--json', str(out), '--lang', 'en'], input=stdin, capture_output=True, text=True,
                       env={**os.environ, 'LANGUAGE': 'en'})
    if status is not None:
        check(f'exit status of run {count} {[str(a) for a in args[:3]]} {r.stderr}', r.returncode, status)
    return (json.loads(out.read_text(encoding='utf-8')) if out.exists() else None), r


def one(*args, **more):
    s, r = screen(*args, **more)
    return s['applications'][0], r


def polygon(*corners, **properties):
    ring = [*corners, corners[0]]
    return {'type': 'Feature', 'properties': properties, 'geometry': {'type': 'Polygon', 'coordinates': [[list(c) for c in ring]]}}


def box(w, s, e, n, **properties):
    return polygon((w, s), (e, s), (e, n), (w, n), **properties)


def collection(name, *features):
    path = FOLDER / name
    path.write_text(json.dumps({'type': 'FeatureCollection', 'features': features}), encoding='utf-8')
    return path


def corner_text(name, w, s, e, n):
    path = FOLDER / name
    path.write_text(''.join(f'{i + 1} {x:.9f} {y:.9f}\n' for i, (x, y) in enumerate([(w, s), (e, s), (e, n), (w, n)])), encoding='utf-8')
    return path


# --- Area by every method: the numbers of the field guide (TD/T 1055 appendix D, planar in both zones).
a, r = one(FOLDER / 'jinghe.txt', '-w', WORKSPACE, '--crs', 'EPSG:4490', '--kind', '采矿权', '--declared', '0.0446', status=1)
near('TD/T 1055', a['area']['tdt1055_m2'], 44528.4625, 0.001)
check('printed', a['area']['tdt1055_km2'], '0.0445')
near('planar, 3-degree zone', a['area']['planar_m2'], 44534.40, 0.01)
check('its meridian', a['area']['planar_meridian'], 84)
near('planar, 6-degree zone', [m for m in a['area']['methods'] if m['meridian'] == 81][0]['m2'], 44555.68, 0.01)
check('the declared area is that of the other zone', (a['area']['declared_is']['meridian'], a['area']['declared_is']['km2']), (81, '0.0446'))
codes = [f['code'] for f in a['findings']]
true('the fourth decimal depends on the method', 'screen.area_planar' in codes and 'screen.declared_planar' in codes)
true('in a sentence', 'the declared 0.0446 km² is the area in the Gauss–Krüger plane (central meridian 81°); by TD/T 1055 it is 0.0445 km²' in r.stdout)
check('verdict in the Ebinur reserve', (a['verdict'], a['conflicts'][0]['area_id'], a['conflicts'][0]['zone']), ('prohibited', 'ebinur-lake', 'experimental'))
true('its clause', 'art. 26' in a['conflicts'][0]['rules'][1]['clause'] and a['conflicts'][0]['rules'][1]['id'] == 'NR94-MINING-RIGHT')
check('nothing useful would remain', (a['cut']['outcome'], a['cut']['reduction_percent']), ('nothing_left', 100.0))

# The same from standard input; and without saying the CRS the proposal is told and nothing is screened.
pasted, _ = one('-', '-w', WORKSPACE, '--crs', 'EPSG:4490', '--kind', 'mining_right', status=1, stdin=JINGHE)
check('pasted text', (pasted['id'], pasted['area']['tdt1055_m2'], pasted['conflicts'][0]['overlap_m2']),
      ('stdin', a['area']['tdt1055_m2'], a['conflicts'][0]['overlap_m2']))
none, r = screen('-', '-w', WORKSPACE, status=3, stdin=JINGHE)
true('a doubtful CRS is proposed, not applied', none is None and '--crs' in r.stderr and 'EPSG:4490' in r.stderr)
accepted, _ = one('-', '-w', WORKSPACE, '--accept', status=1, stdin=JINGHE)
check('accepted', (accepted['crs']['code'], accepted['crs']['how']), ('EPSG:4490', 'detected'))

# --- A reserve of one cell of 0.01°, whose area is known (891 114.9311 m² at 82.5° E, 44° N), and applications around it.
CELL = 891114.9311
reserve = collection('reserve.geojson', box(82.5, 44, 82.51, 44.01, id='R', name='Cell', zone='核心区', accuracy_m=2))
AREAS = ('--areas', reserve, '--area-kind', '=nature_reserve', '--as-of', '2019-03-31', '--kind', 'mining_right')
half = corner_text('half.txt', 82.505, 44, 82.515, 44.01)
a, r = one(half, *AREAS, '--crs', 'EPSG:4490', status=1)
c = a['conflicts'][0]
near('half the cell', c['overlap_m2'], CELL / 2, 0.001)
near('share', c['overlap_share'], 0.5, 1e-6)
near('outside', a['outside_m2'], CELL / 2, 0.001)
check('core', (c['zone'], c['verdict'], c['certainty']), ('core', 'prohibited', 'not_stated'))
check('the piece has its four corners', sorted((round(x, 9), round(y, 9)) for _, x, y in c['pieces'][0]['rings'][0]),
      [(82.505, 44), (82.505, 44.01), (82.51, 44), (82.51, 44.01)])
check('named', [n for n, _, _ in c['pieces'][0]['rings'][0]], ['C1', 'C2', 'C3', 'C4'])

# Clear: distance along a parallel, by the radius of its circle; the northern edge is the nearer one.
away = corner_text('away.txt', 82.52, 44, 82.53, 44.01)
a, r = one(away, *AREAS, '--crs', 'EPSG:4490', status=0)
phi, e2 = math.radians(44.01), 0.00669438002290
parallel = 6378137 * math.cos(phi) / math.sqrt(1 - e2 * math.sin(phi) ** 2) * math.radians(0.01)
check('clear', (a['verdict'], a['conflicts']), ('clear', []))
near('distance', a['nearest'][0]['distance_m'], parallel, 0.2)  # the choice among points of one edge may be off by 1.7e-4 of it (near.hpp)
near('bearing', a['nearest'][0]['bearing_deg'], 270, 0.1)
true('said', f"Nearest protected areas: Cell (core), at {a['nearest'][0]['distance_m']:.2f} m to the west (270°)" in r.stdout)
north, _ = one(corner_text('north.txt', 82.502, 44.02, 82.506, 44.03), *AREAS, '--crs', 'EPSG:4490', status=0)
near('due south', north['nearest'][0]['bearing_deg'], 180, 0.1)

# Contact only.
a, r = one(corner_text('touch.txt', 82.51, 44, 82.52, 44.01), *AREAS, '--crs', 'EPSG:4490', status=0)
check('contact', (a['verdict'], a['conflicts'], len(a['contacts']), a['contacts'][0]['certainty']), ('clear', [], 1, 'contact'))
true('said', 'Touches Cell (core) along a boundary only' in r.stdout)

a, r = one(corner_text('touch.txt', 82.51, 44, 82.52, 44.01), *AREAS, '--crs', 'EPSG:4490', '--accuracy', '3')
true(f'accuracies do not tell contact from overlap: {r.stdout}', 'known to 5.00 m, both sides together' in r.stdout)
# --- Certainty, tested by moving the boundary: a strip of 5 m stays when the application moves by 3 m, and goes when it moves by 6 m.
metre = 0.01 / parallel


def strip(moved, accuracy):
    w = 82.51 - (5 - moved) * metre
    a, _ = one(corner_text(f'strip{moved}.txt', w, 44.002, w + 0.01, 44.008), *AREAS, '--crs', 'EPSG:4490', '--accuracy', accuracy)
    return a


check('1 m and 2 m of accuracy', strip(0, 1)['conflicts'][0]['certainty'], 'certain')
check('moved by 3 m', len(strip(3, 1)['conflicts']), 1)
check('4 m and 2 m of accuracy', strip(0, 4)['conflicts'][0]['certainty'], 'within_accuracy')
a = strip(6, 4)
check('moved by 6 m', len(a['conflicts']), 0)
check('so near that the accuracies decide', (a['verdict'], a['setbacks'][0]['reason']), ('review', 'accuracy'))
near('by a metre', a['setbacks'][0]['distance_m'], 1, 0.01)

# What a cut leaves lies centimetres off the ground it left: said, with the distance from which it is clear, and so it comes out.
a, r = one(half, *AREAS, '--crs', 'EPSG:4490', '--accuracy', '4', '--cut', FOLDER / 'cut_again.txt', status=1)
check('clear from both accuracies', a['cut']['clear_from_m'], 6)
true(f'said: {r.stdout}', re.search(r'keeps only 0\.0\d\d m off .* screened again it is review; it is clear from 6.00 m off', r.stdout))
again, _ = one(FOLDER / 'cut_again.txt', *AREAS, '--crs', 'EPSG:4490', '--accuracy', '4', status=1)
check('and so it is', (again['verdict'], again['conflicts']), ('review', []))

# --- In a projected CRS the overlap's corners are printed in it, and no vertex of the densified edges shows.
true('to 3-degree zone 28', redline('convert', half, '--crs', 'EPSG:4490', '--to', 'EPSG:4516', '-o', FOLDER / 'half28.txt').returncode == 0)
a, _ = one(FOLDER / 'half28.txt', *AREAS, status=1)
check('declared CRS', (a['crs']['code'], a['crs']['how']), ('EPSG:4516', 'declared'))
ring = a['conflicts'][0]['pieces'][0]['rings'][0]
# Edges straight in the plane bow by 0.1 mm against the parallel: the corners of the cell lie on either side of them.
true(f'few corners: {ring}', 4 <= len(ring) <= 6 and all(28e6 < x < 29e6 and 4.8e6 < y < 4.9e6 for _, x, y in ring))
near('overlap', a['conflicts'][0]['overlap_m2'], CELL / 2, 10)

# --- One straight side of 20 km in the plane, and an application with 400 m of it as its own side: they share no ground. Densified to 1 cm,
# the two sides lie 0.6 mm to 1 cm apart in longitude/latitude; 2 cm is what both may have moved together. 5 cm is an overlap.
long = collection('long28.geojson', box(28400000, 4930000, 28421400, 4950000, id='L', name='Long', zone='核心区', accuracy_m=2))
LONG = ('--areas', long, '--areas-crs', 'EPSG:4516', '--area-kind', '=nature_reserve', '--as-of', '2019-03-31', '--kind', 'mining_right', '--crs', 'EPSG:4516')


def beside(what, west, height=400, status=1):
    app = collection(f'{what}.geojson', box(west, 4940200, west + 300, 4940200 + height))
    a, _ = one(app, *LONG, status=status)
    return a['verdict'], len(a['conflicts']), len(a['contacts'])


check('a shared straight side', beside('side', 28421400, status=0)[:2], ('clear', 0))
check('on the other side', beside('other side', 28400000 - 300, status=0)[:2], ('clear', 0))
check('of 9 km', beside('long side', 28421400, 9000, status=0), ('clear', 0, 1))
check('5 cm are an overlap', beside('over', 28421399.95), ('prohibited', 1, 0))
check('50 cm off', beside('off', 28421400.5, status=0), ('clear', 0, 0))
a, _ = one(collection('thread.geojson', box(28421000, 4940200, 28421000.015, 4940600)), *LONG, status=1)
check('a strip of 1.5 cm within is no contact', (a['verdict'], len(a['conflicts'])), ('prohibited', 1))

# --- The same numbers as the ledger of `overlay`, and as GDAL's own overlay.
rights = WORKSPACE / '矿权_采矿权.shp'
s, r = screen(rights, '-w', WORKSPACE, '--kind', 'mining_right', '--encoding', 'GBK', '--accuracy', '1', status=1)
true('a batch has a line for each', r.stdout.count('\n') >= len(s['applications']) > 500)
true('overlay', redline('overlay', '-w', WORKSPACE, '-o', FOLDER / 'all.gpkg').returncode == 0)
ledger = {c['conflict']: c for c in rows(FOLDER / 'all.gpkg', "SELECT activity_id || area_id || zone AS conflict, overlap_m2, width_m, certainty, "
                                         "overlap_share FROM conflicts WHERE activity_id IN (SELECT activity_id FROM activity_areas) AND "
                                         "activity_kind = 'mining_right'")}
ours = {app['id'] + c['area_id'] + c['zone']: c for app in s['applications'] for c in app['conflicts'] + app['contacts']}
check('the same conflicts as in the ledger', sorted(ours), sorted(ledger))
for key, c in ours.items():
    theirs = ledger[key]
    if not (abs(c['overlap_m2'] - theirs['overlap_m2']) <= 1e-4 and abs(c['width_m'] - theirs['width_m']) <= 1e-3
            and c['certainty'] == theirs['certainty'] and abs(c['overlap_share'] - theirs['overlap_share']) <= 1e-6):
        check(f'{key} as in the ledger', c, theirs)
for app in s['applications']:
    total = sum(p['m2'] for c in app['conflicts'] for p in c['pieces'])
    if abs(total - sum(c['overlap_m2'] for c in app['conflicts'])) > 0.01:
        check(f"{app['id']}: pieces add up", total, sum(c['overlap_m2'] for c in app['conflicts']))
sample = [(app, c) for app in s['applications'] for c in app['conflicts'] if c['area_layer'] == '自然保护区' and c['overlap_share'] < 0.999][:5]
true('some are cut', sample)
ground = ogr.Open(str(WORKSPACE / '自然保护区_示意.geojson'))
for app, c in sample:
    mine = ogr.CreateGeometryFromJson(json.dumps({'type': 'MultiPolygon', 'coordinates': [
        [[[x, y] for _, x, y in ring] + [ring[0][1:]] for ring in part['rings']] for part in c['pieces']]}))
    own = ogr.CreateGeometryFromJson(json.dumps({'type': 'MultiPolygon', 'coordinates': [
        [[[x, y] for _, x, y in ring] + [ring[0][1:]] for ring in part] for part in app['parts']]}))
    layer = ground.GetLayer(0)
    layer.ResetReading()
    true(f"{app['id']}: within the application", mine.Difference(own.Buffer(1e-9)).Area() < 1e-12)
    reserve_ground = None
    for f in layer:
        if f['编号'] == c['area_id']:
            reserve_ground = f.GetGeometryRef().Clone() if reserve_ground is None else reserve_ground.Union(f.GetGeometryRef())
    true(f"{app['id']}: within the reserve", mine.Difference(reserve_ground.Buffer(1e-9)).Area() < 1e-12)


# --- A workspace of our own: what is not checked, setbacks, rights, decisions, drafts.
REGISTER = (SOURCE / 'layers/workspace/register.csv').read_text(encoding='utf-8').splitlines()


def workspace(name, extra='', settings='', coverage='', reserves=('kalamaili',)):
    """Its register holds these reserves; 卡拉麦里, by its published extent, lies 400 km from the cell."""
    folder = FOLDER / name
    folder.mkdir()
    (folder / 'register.csv').write_text('\n'.join([REGISTER[0], *(r for r in REGISTER if r.split(',')[0] in reserves)]) + '\n', encoding='utf-8')
    shutil.copy(reserve, folder / 'reserve.geojson')
    (folder / 'redline.toml').write_text('format = "redline-workspace/1"\nas_of = 2019-03-31\nregister = "register.csv"\n[settings]\naccuracy_m = 1\n' + settings +
        '[[layer]]\nname = "reserves"\nrole = "areas"\nsource = "reserve.geojson"\nkind = "nature_reserve"\n' + coverage + '[layer.fields]\nid = "id"\nzone = "zone"\n' +
        extra, encoding='utf-8')
    return folder


def layer(name, source, role='areas', kind='ecological_red_line', more=''):
    return f'[[layer]]\nname = "{name}"\nrole = "{role}"\nsource = "{source}"\nkind = "{kind}"\n{more}'


w = workspace('unchecked', layer('old', 'reserve.geojson', more='valid_to = 2018-12-31\n') + layer('off', 'reserve.geojson', more='enabled = false\n') +
              layer('hollow', 'empty.geojson') +
              layer('elsewhere', 'reserve.geojson', more='coverage = "POLYGON((82 43,82.511 43,82.511 45,82 45,82 43))"\n'))
(w / 'empty.geojson').write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': {'id': 'E'}, 'geometry': None}]}))
a, r = one(away, '-w', w, '--crs', 'EPSG:4490', '--kind', 'mining_right', status=1)
check('not checked', sorted((n['layer'], n['why']) for n in a['not_checked']),
      [('elsewhere', 'not_covered'), ('hollow: E', 'unusable'), ('off', 'disabled'), ('old', 'expired')])
check('capped', a['verdict'], 'incomplete')
true('said', 'Not checked: old (the layer is not in force on that day)' in r.stdout)

# --- A reserve of the register that no layer holds: where its published extent comes within 10 km, nothing can end as clear.
everywhere = 'coverage = "POLYGON((70 30,100 30,100 50,70 50,70 30))"\n'
KALAMAILI = '新疆卡拉麦里山有蹄类野生动物自然保护区'  # 88.5–90.05, 44.6–46.0
w = workspace('unbounded', coverage=everywhere)
for name, west, south, expected in (('inside', 89, 45, 'incomplete'), ('9 km south', 89, 44.508, 'incomplete'), ('12 km south', 89, 44.48, 'clear'),
                                    ('9 km east', 90.165, 45, 'incomplete'), ('13 km east', 90.22, 45, 'clear')):
    place = corner_text(f'kalamaili {name}.txt', west, south, west + 0.01, south + 0.01)
    s, r = screen(place, '-w', w, '--crs', 'EPSG:4490', '--kind', 'mining_right', status=1 if expected == 'incomplete' else 0)
    a = s['applications'][0]
    check(name, (a['verdict'], a['not_checked']), (expected, [{'layer': KALAMAILI, 'why': 'no_boundary'}] if expected == 'incomplete' else []))
    check(f'{name}: said', f'Not checked: {KALAMAILI} (no layer holds the boundary of this reserve' in r.stdout, expected == 'incomplete')
    check(f'{name}: once in the findings', [f['code'] for f in s['findings'] if f['code'] == 'register.no_boundary'], ['register.no_boundary'])
    check('coverage is stated', (s['coverage_not_stated'], 'coverage not stated' in r.stdout), ([], False))
# The reserve by zones that are areas of their own, far from the place: a core zone alone leaves it unbounded.
place = corner_text('kalamaili zones.txt', 89, 45, 89.01, 45.01)
zones = workspace('by_zones', layer('zones', 'zones.geojson', kind='nature_reserve', more=everywhere + '[layer.fields]\nid = "id"\nname = "name"\n'), coverage=everywhere)
for names, expected in ((['核心区'], 'incomplete'), (['核心区', '缓冲区', '实验区'], 'clear'), (['（调整后）'], 'clear'), (['（调整前）'], 'incomplete')):
    (zones / 'zones.geojson').write_text(json.dumps({'type': 'FeatureCollection', 'features': [
        box(89.5 + i / 100, 45.5, 89.51 + i / 100, 45.51, id=n, name=KALAMAILI + n) for i, n in enumerate(names)]}), encoding='utf-8')
    s, r = screen(place, '-w', zones, '--crs', 'EPSG:4490', '--kind', 'mining_right', status=1 if expected == 'incomplete' else 0)
    check(f'{names}', (s['applications'][0]['verdict'], [f for f in s['findings'] if f['code'] == 'register.two_areas']), (expected, []))
# The same in the ledger, where the others have no row of that reserve.
(w / 'rights.geojson').write_text(json.dumps({'type': 'FeatureCollection', 'features': [
    box(89, 45, 89.01, 45.01, id='IN'), box(90.22, 45, 90.23, 45.01, id='OUT'), box(82.505, 44, 82.506, 44.001, id='CORE')]}), encoding='utf-8')
toml = (w / 'redline.toml').read_text(encoding='utf-8')
(w / 'redline.toml').write_text(toml + layer('rights', 'rights.geojson', 'activities', 'mining_right', '[layer.fields]\nid = "id"\n'), encoding='utf-8')
true('overlay', redline('overlay', '-w', w, '-o', FOLDER / 'unbounded.gpkg').returncode == 0)
check('verdicts', [(v['activity_id'], v['verdict']) for v in rows(FOLDER / 'unbounded.gpkg', 'SELECT * FROM activity_areas ORDER BY activity_id')],
      [('CORE', 'must_exit'), ('IN', 'incomplete'), ('OUT', 'clear')])
check('checks', [(v['activity_id'], v['result']) for v in rows(FOLDER / 'unbounded.gpkg', f"SELECT * FROM activity_checks WHERE layer = '{KALAMAILI}'")],
      [('IN', 'not_checked')])

# --- A layer that does not say what it covers: said, and no answer farther than 100 km from its box (0.01° here), 1.25° of longitude.
s, r = screen(away, *AREAS, '--crs', 'EPSG:4490', status=0)
check('not stated', s['coverage_not_stated'], ['reserve'])
true(f'said: {r.stdout}', 'layer "reserve": coverage not stated' in r.stdout)
for name, west, expected in (('90 km', 83.62, 'clear'), ('106 km', 83.83, 'incomplete')):
    place = corner_text(f'{name}.txt', west, 44, west + 0.01, 44.01)
    a, r = one(place, *AREAS, '--crs', 'EPSG:4490', status=1 if expected == 'incomplete' else 0)
    check(name, (a['verdict'], a['not_checked']), (expected, [{'layer': 'reserve', 'why': 'beyond_extent'}] if expected == 'incomplete' else []))

w = workspace('setback', '[setbacks]\nmining_right = 1000\n')
a, _ = one(away, '-w', w, '--crs', 'EPSG:4490', '--kind', 'mining_right', status=0)
check('setback', [(h['area_id'], h['reason'], h['limit_m'], h['distance_m']) for h in a['setbacks']], [('R', 'setback', 1000, a['nearest'][0]['distance_m'])])

field = '[layer.fields]\nid = "no"\nmineral = "mineral"\nvalid_to = "to"\ntop_m = "from_m"\nbottom_m = "to_m"\n'
w = workspace('rights', layer('rights', 'rights.geojson', 'activities', 'mining_right', field))
common = {'mineral': '金矿', 'to': '2030-01-01', 'from_m': None, 'to_m': None}
collection('rights/rights.geojson',
           box(82.52, 44, 82.53, 44.01, **{**common, 'no': 'same-ground'}),
           box(82.525, 44, 82.53, 44.01, **{**common, 'no': 'half'}),
           box(82.525, 44, 82.53, 44.01, **{**common, 'no': 'coal', 'mineral': '煤'}),
           box(82.525, 44, 82.53, 44.01, **{**common, 'no': 'deep', 'from_m': 500, 'to_m': 200}),
           box(82.525, 44, 82.53, 44.01, **{**common, 'no': 'over', 'to': '2015-01-01'}),
           box(82.53, 44, 82.54, 44.01, **{**common, 'no': 'beside'}),
           box(82.9, 44, 82.91, 44.01, **{**common, 'no': 'far'}))
GOLD = ('--crs', 'EPSG:4490', '--kind', 'mining_right', '--mineral', '金矿', '--elevation', '1200,900')
a, r = one(away, '-w', w, *GOLD, '--against', 'rights', status=1)
check('relations', {x['id']: x['relation'] for x in a['rights']},
      {'same-ground': 'duplicate', 'half': 'overlap', 'coal': 'other_mineral', 'deep': 'other_depth', 'over': 'ended', 'beside': 'contact'})
check('two of them matter', sorted(x['id'] for x in a['rights'] if not x['information']), ['half', 'same-ground'])
near('half of the cell', [x for x in a['rights'] if x['id'] == 'half'][0]['overlap_m2'], CELL / 2, 0.01)
check('review, though no reserve is met', (a['verdict'], a['conflicts']), ('review', []))
without, _ = one(away, '-w', w, *GOLD, status=0)
check('only where asked for', (without['verdict'], without['rights']), ('clear', None))
a, _ = one(away, '-w', w, *GOLD, '--against', 'rights', '--action', 'renew', '--licence-no', 'same-ground')
check('its own licence is no conflict', {x['id']: x['relation'] for x in a['rights']}['same-ground'], 'same_right')

a, _ = one(away, '-w', w, *GOLD, status=0)
draft = collection('draft.geojson', box(82.515, 44, 82.525, 44.01, id='D', name='New reserve'))
a, r = one(away, '-w', w, *GOLD, '--with-draft', draft, '--draft-kind', '自然保护区', status=1)
check('a draft counts and is named', [(c['area_id'], c['draft'], c['verdict']) for c in a['conflicts']], [('D', True, 'prohibited')])
check('without it', (a['verdict'], a['verdict_without_draft']), ('prohibited', 'clear'))
true('said', 'New reserve (draft)' in r.stdout and 'Without the draft boundary it would be: clear' in r.stdout)
scenic, _ = one(away, '-w', w, *GOLD, '--with-draft', draft, '--draft-kind', 'scenic_area', status=1)
true(f'the kind that was said decides which rules apply: {scenic["conflicts"][0]["rules"]}', scenic['conflicts'][0]['rules'] != a['conflicts'][0]['rules'] and all('NR94' not in x['id'] for x in scenic['conflicts'][0]['rules']))
# A draft that states no accuracy takes that of the workspace (1 m): with 1 m of the application, a strip of 4 m begins to be certain.
for depth, certainty in ((1.5, 'within_accuracy'), (5, 'certain')):
    near_edge = collection('edge.geojson', box(82.51, 44, 82.52 + depth / 80200, 44.01, id='D'))  # the application begins at 82.52; a degree is 80.2 km
    a, _ = one(away, '-w', w, *GOLD, '--with-draft', near_edge, '--draft-kind', 'scenic_area', status=1)
    check(f'{depth} m of a draft', [c['certainty'] for c in a['conflicts']], [certainty])
true('not in the basemap file', 'New reserve' not in (w / 'reserve.geojson').read_text())

(w / 'decisions.csv').write_text('activity_id,area_id,decision,document,office,decided_on,expires_on\n'
                                 'half,R,保留,新林函〔2018〕1号,林草局,2018-05-01,2020-01-01\nhalf,,缓办,新林函〔2015〕2号,林草局,2015-05-01,2016-01-01\n', encoding='utf-8')
a, r = one(half, '-w', w, *GOLD, status=1)
check('decisions stand beside', [(d['decision'], d['in_force']) for d in a['decisions']], [('保留', True), ('缓办', False)])
check('and change nothing', a['verdict'], 'prohibited')
true('said', '新林函〔2018〕1号' in r.stdout)

# --- A batch goes on after a bad file, lists it, and still writes the others; nothing volatile is inside.
bad = FOLDER / 'bad.txt'
bad.write_text('no corners here\n')
s, r = screen(half, bad, away, *AREAS, '--crs', 'EPSG:4490', status=3)
check('the others', [app['id'] for app in s['applications']], ['half', 'away'])
check('the failed one', [(f['file'], f['code']) for f in s['failed']], [(str(bad), 'corner.form_unknown')])
true('listed', str(bad) in r.stdout and str(bad) in r.stderr and 'prohibited  half' in r.stdout)
check('worst of all', (s['verdict'], s['exit']), ('prohibited', 3))
screen(half, bad, away, *AREAS, '--crs', 'EPSG:4490')
true('the same bytes twice', (FOLDER / f'{count}.json').read_bytes() == (FOLDER / f'{count - 1}.json').read_bytes())
check('the hash is that of the file', s['applications'][0]['sha256'], __import__('hashlib').sha256(half.read_bytes()).hexdigest())
s, _ = screen(bad, FOLDER / 'gone.txt', *AREAS, status=3)
check('nothing could be read', (s['verdict'], s['applications'], len(s['failed'])), (None, [], 2))

# --- Applications of one id in two folders: told apart by their files in the lines of a batch.
(FOLDER / 'other').mkdir()
shutil.copy(away, FOLDER / 'other' / half.name)
_, r = screen(half, FOLDER / 'other' / half.name, *AREAS, '--crs', 'EPSG:4490', status=1)
true(f'told apart: {r.stdout}', f'({FOLDER / "other" / half.name})' in r.stdout and f'prohibited  half' in r.stdout)

# --- A boundary that crosses itself is repaired, said, and never ends as clear.
bow = FOLDER / 'bow.txt'
bow.write_text('1 82.52 44.00\n2 82.53 44.01\n3 82.53 44.00\n4 82.52 44.01\n')
a, r = one(bow, *AREAS, '--crs', 'EPSG:4490', status=1)
check('crossing', (a['verdict'], a['repaired']), ('review', True))
true('said', 'the boundary of the application is not valid' in r.stdout.lower() and 'Self-intersection' in r.stdout)

# --- Real files: areas equal the declared ones, far from the demonstration, so never clear.
DATA = pathlib.Path(shared('chinese-baopan-txt'))
files = sorted((DATA / 'edcfoshan-polygon-txt').glob('*.txt'))
s, r = screen(*files, '-w', WORKSPACE, '--kind', 'mining_right', status=1)
check('each is an application', len(s['applications']), len(files))
for app, file in zip(s['applications'], files):
    declared = float(file.read_text(encoding='utf-8').split('[地块坐标]\n')[1].split(',')[1])
    near(f'{file.name}: declared', app['area']['declared_m2'], declared * 1e4, 1e-6)
    near(f'{file.name}: planar hectares', round(app['area']['planar_m2'] / 1e4, 4), declared, 1e-9)
    check(f'{file.name}: not covered', app['verdict'], 'incomplete')

# --- Wrong inputs, each with its status and what the message names.
old = '[属性描述]\n坐标系=1980西安坐标系\n几度分带=3\n带号=28\n[地块坐标]\n3,,1,,面,,,,@\nJ1,1,4940100.00,28421700.00\nJ2,1,4940100.00,28421800.00\nJ3,1,4940000.00,28421800.00\n'
(FOLDER / 'old.txt').write_text(old, encoding='utf-8')
(FOLDER / 'points.geojson').write_text(json.dumps({'type': 'FeatureCollection', 'features': [
    {'type': 'Feature', 'properties': {}, 'geometry': {'type': 'Point', 'coordinates': [82.5, 44]}}]}))
(FOLDER / 'line.txt').write_text('1 82.52 44.00\n2 82.53 44.01\n3 82.54 44.02\n')
two = collection('two.geojson', box(82.5, 44, 82.51, 44.01), box(82.6, 44, 82.61, 44.01))
kept = FOLDER / 'kept.json'
kept.write_text('kept')
for what, args, status, text in (
        ('no file', [], 2, 'FILE'),
        ('a file that is not there', [FOLDER / 'gone.txt', *AREAS], 3, 'gone.txt'),
        ('an unknown kind', [half, '-w', WORKSPACE, '--kind', 'goldmine'], 2, 'mining_right'),
        ('an unknown action', [half, '-w', WORKSPACE, '--action', 'buy'], 2, 'renew'),
        ('a bad date', [half, '-w', WORKSPACE, '--valid-to', '2019-02-30'], 2, '2019-02-30'),
        ('against what', [half, '-w', WORKSPACE, '--against', 'reserves'], 2, 'rights'),
        ('a workspace and areas', [half, '-w', WORKSPACE, '--areas', reserve], 2, '--areas'),
        ('rights without a workspace', [half, *AREAS, '--against', 'rights'], 2, 'workspace'),
        ('rights that are not there', [half, '-w', FOLDER / 'setback', '--crs', 'EPSG:4490', '--against', 'rights'], 3, 'mining_right'),
        ('--zone without --areas', [half, '-w', WORKSPACE, '--zone', 'GNQ'], 2, '--zone'),
        ('standard input twice', ['-', '-', '-w', WORKSPACE], 2, 'once'),
        ('an old datum without parameters', [FOLDER / 'old.txt', '-w', WORKSPACE], 3, '[transformation.xian1980]'),
        ('points', [FOLDER / 'points.geojson', *AREAS], 3, 'points.geojson'),
        ('corners on a line', [FOLDER / 'line.txt', *AREAS, '--crs', 'EPSG:4490'], 3, 'line.txt'),
        ('one id for two', [two, *AREAS, '--id', 'X'], 3, '2 applications'),
        ('metres said to be degrees', [FOLDER / 'half28.txt', *AREAS, '--crs', 'EPSG:4490'], 3, 'metres'),
        ('a draft that is not there', [half, '-w', WORKSPACE, '--crs', 'EPSG:4490', '--with-draft', FOLDER / 'no.geojson', '--draft-kind', 'wetland'], 3, 'no.geojson'),
        ('a draft that is a corner list', [half, '-w', WORKSPACE, '--crs', 'EPSG:4490', '--with-draft', half, '--draft-kind', 'wetland'], 3, 'redline convert'),
        ('a draft of points', [half, '-w', WORKSPACE, '--crs', 'EPSG:4490', '--with-draft', FOLDER / 'points.geojson', '--draft-kind', 'wetland'], 3, 'points.geojson holds no polygon'),
        ('a draft of no kind', [half, '-w', WORKSPACE, '--with-draft', draft], 2, 'scenic_area  '),
        ('a draft of an unknown kind', [half, '-w', WORKSPACE, '--with-draft', draft, '--draft-kind', 'park'], 2, 'scenic_area'),
        ('the kind of no draft', [half, '-w', WORKSPACE, '--draft-kind', 'wetland'], 2, '--with-draft'),
        ('the system of no draft', [half, '-w', WORKSPACE, '--draft-crs', 'EPSG:4490'], 2, '--with-draft'),
        ('one id for two files', [half, two, *AREAS, '--id', 'X'], 2, '2 files'),
        ('a cut of another format', [half, *AREAS, '--crs', 'EPSG:4490', '--cut', FOLDER / 'cut.geojson'], 2, 'cut.geojson'),
        ('the output is there', [half, *AREAS, '--crs', 'EPSG:4490', '--json', kept], 4, 'kept.json'),
        ('the output is an input', [half, *AREAS, '--crs', 'EPSG:4490', '--overwrite', '--json', half], 4, 'half.txt')):
    r = redline('screen', *args)
    check(f'{what}: status {r.stderr}', r.returncode, status)
    true(f'{what}: names {text!r}: {r.stderr}', text in r.stderr)
check('kept', kept.read_text(), 'kept')
true('the input is what it was', half.read_text().startswith('1 82.505'))
done()
