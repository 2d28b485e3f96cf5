"""Boundaries and zones of the same reserves in different layers (zones_of): joined by id, by name, by alias; gaps and ground outside with
areas worked out by hand; zones that find no area; the same ledger as from one layer that holds both."""
import hashlib, json, math
from osgeo import osr
from support import *

def box(x0, y0, x1, y1):
    return [[x0, y0], [x1, y0], [x1, y1], [x0, y1], [x0, y0]]

def m2(x0, y0, x1, y1):
    """Area of a box between meridians and parallels on the ellipsoid of CGCS2000, in closed form (Snyder 1987, 3-12 and 14-8)."""
    a, f = 6378137.0, 1 / 298.257222101
    e = math.sqrt(f * (2 - f))
    def q(degrees):
        s = math.sin(math.radians(degrees))
        return s / (1 - e * e * s * s) + math.atanh(e * s) / e
    return (a * (1 - f)) ** 2 / 2 * math.radians(x1 - x0) * (q(y1) - q(y0))

BOUNDARIES = [  # id, name, box
    ('A1', '甲河国家级自然保护区', (84.0, 44.0, 84.4, 44.2)),
    ('B1', '新疆乙山自治区级自然保护区', (85.0, 44.0, 85.2, 44.2)),
    ('C1', '丙湖自然保护区', (86.0, 44.0, 86.1, 44.1)),
    ('C2', '丙湖国家级自然保护区', (86.5, 44.0, 86.6, 44.1)),
    ('D1', '新疆罗布泊野骆驼国家级自然保护区', (87.0, 44.0, 87.2, 44.1)),
    ('E1', '戊沟', (88.0, 44.0, 88.2, 44.1)),
    ('F1', '己滩', (89.0, 44.0, 89.2, 44.1))]
ZONES = [  # id, name, zone, box, the boundary it belongs to
    ('A1', '', '核心区', (84.0, 44.0, 84.1, 44.2), 'A1'),
    ('A1', '', '缓冲区', (84.1, 44.0, 84.2, 44.25), 'A1'),         # 0.05° beyond the boundary in the north
    ('A1', '核心区外围', '实验区', (84.2, 44.0, 84.35, 44.2), 'A1'),  # a name that is none; leaves 84.35–84.4 uncovered
    ('', '乙山', '核心区', (85.0, 44.0, 85.1, 44.2), 'B1'),         # by name, written otherwise
    ('', '新疆 乙山 自然保护区', '实验区', (85.1, 44.0, 85.2, 44.2), 'B1'),
    ('', '丙湖', '核心区', (86.0, 44.0, 86.05, 44.1), None),        # two areas are called so
    ('', '罗布泊', '实验区', (87.0, 44.0, 87.2, 44.1), 'D1'),       # an alias of the register
    ('Z9', '丁泉', '缓冲区', (90.0, 44.0, 90.1, 44.1), None),       # no such area
    ('F1', '戊沟', '核心区', (88.0, 44.0, 88.2, 44.1), 'E1'),       # the id of one, the name of another
    ('C2', '丙湖', '实验区', (86.5, 44.0, 86.6, 44.1), 'C2')]       # an id settles what the name leaves open
RIGHTS = [('K1', (84.05, 43.9, 84.45, 44.3)), ('K2', (85.05, 44.05, 85.15, 44.1)), ('K3', (86.02, 44.02, 86.08, 44.08)),
          ('K4', (87.05, 44.02, 87.06, 44.03)), ('K5', (88.0, 44.0, 88.1, 44.05)), ('K6', (89.05, 44.02, 89.06, 44.03)),
          ('K7', (90.02, 44.02, 90.04, 44.04)), ('K8', (91.0, 44.0, 91.1, 44.1)), ('K9', (86.55, 44.02, 86.56, 44.03))]

def shapefile(path, fields, features):
    """In GBK without a .cpg, as the offices have them."""
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(4490)
    ds = ogr.GetDriverByName('ESRI Shapefile').CreateDataSource(str(path))
    layer = ds.CreateLayer(path.stem, srs, ogr.wkbPolygon, ['ENCODING=GBK'])
    for name in fields: layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    for values, ring in features:
        f = ogr.Feature(layer.GetLayerDefn())
        for name, value in zip(fields, values): f.SetField(name, value)
        f.SetGeometry(ogr.CreateGeometryFromJson(json.dumps({'type': 'Polygon', 'coordinates': [ring]})))
        layer.CreateFeature(f)
    ds = None
    path.with_suffix('.cpg').unlink(missing_ok=True)

def geojson(path, features):
    path.write_text(json.dumps({'type': 'FeatureCollection', 'features': [
        {'type': 'Feature', 'properties': p, 'geometry': {'type': 'Polygon', 'coordinates': [ring]}} for p, ring in features]}))

def workspace(name, layers):
    folder = FOLDER / name
    folder.mkdir()
    (folder / 'redline.toml').write_text('format = "redline-workspace/1"\nas_of = 2019-03-31\n' + layers + '''
[[layer]]
name = "rights"
role = "activities"
source = "rights.geojson"
kind = "mining_right"
accuracy_m = 1
''')
    geojson(folder / 'rights.geojson', [({'id': i}, box(*b)) for i, b in RIGHTS])
    return folder

def overlay(folder, out='out.gpkg', *more):
    r = redline('overlay', '-w', folder, '-o', folder / out, '--overwrite', '--quiet', *more)
    check(f'{folder.name} exit: {r.stderr}', r.returncode, 0)
    return folder / out

TWO = '''[[layer]]
name = "zones"
role = "areas"
source = "zones.shp"
zones_of = "boundaries"
accuracy_m = 1
[layer.fields]
id = "BH"
name = "MC"
zone = "GNFQ"
[[layer]]
name = "boundaries"
role = "areas"
source = "boundaries.shp"
kind = "nature_reserve"
accuracy_m = 1
[layer.fields]
id = "BH"
name = "MC"
'''
two = workspace('two', TWO)
shapefile(two / 'boundaries.shp', ['BH', 'MC'], [((i, n), box(*b)) for i, n, b in BOUNDARIES])
shapefile(two / 'zones.shp', ['BH', 'MC', 'GNFQ'], [((i, n, z), box(*b)) for i, n, z, b, _ in ZONES])
true('the names are GBK', '乙山'.encode('gbk') in (two / 'zones.dbf').read_bytes())
ledger = overlay(two)

def conflicts(path):
    return {(c['activity_id'], c['area_id'], c['zone']): c for c in rows(path, 'SELECT * FROM conflicts')}
got = conflicts(ledger)
expected = {  # (activity, area, zone): the box they share
    ('K1', 'A1', 'core'): (84.05, 44.0, 84.1, 44.2), ('K1', 'A1', 'buffer'): (84.1, 44.0, 84.2, 44.25),
    ('K1', 'A1', 'experimental'): (84.2, 44.0, 84.35, 44.2), ('K1', 'A1', 'zone_gap'): (84.35, 44.0, 84.4, 44.2),
    ('K2', 'B1', 'core'): (85.05, 44.05, 85.1, 44.1), ('K2', 'B1', 'experimental'): (85.1, 44.05, 85.15, 44.1),
    ('K3', 'C1', 'unzoned'): (86.02, 44.02, 86.08, 44.08), ('K3', 'zones:5', 'core'): (86.02, 44.02, 86.05, 44.08),
    ('K4', 'D1', 'experimental'): (87.05, 44.02, 87.06, 44.03), ('K5', 'E1', 'core'): (88.0, 44.0, 88.1, 44.05),
    ('K6', 'F1', 'unzoned'): (89.05, 44.02, 89.06, 44.03), ('K7', 'Z9', 'buffer'): (90.02, 44.02, 90.04, 44.04),
    ('K9', 'C2', 'experimental'): (86.55, 44.02, 86.56, 44.03)}
check('the conflicts', sorted(got), sorted(expected))
for key, shared_box in expected.items():
    true(f'{key}: {got[key]["overlap_m2"]} m²', abs(got[key]['overlap_m2'] - m2(*shared_box)) < 0.01)  # as the balance
check('a gap is for review', got['K1', 'A1', 'zone_gap']['verdict'], 'review')
check('names and kind are those of the boundary', {(c['area_name'], c['area_kind'], c['area_layer']) for k, c in got.items() if k[1] == 'A1'},
      {('甲河国家级自然保护区', 'nature_reserve', 'boundaries')})
check('zones without an area keep their layer and get the kind of the boundaries', (got['K7', 'Z9', 'buffer']['area_layer'], got['K7', 'Z9', 'buffer']['area_kind']),
      ('zones', 'nature_reserve'))

findings = rows(ledger, 'SELECT code, severity, layer, feature, text, hint, args FROM findings')
def of(code):
    return [f for f in findings if f['code'] == code]
gap, outside = json.loads(of('basemap.zone_gap')[0]['args']), json.loads(of('basemap.zone_outside')[0]['args'])
check('one gap, in A1', [(f['layer'], f['feature']) for f in of('basemap.zone_gap')], [('boundaries', 'A1')])
true(f'its area {gap}', abs(float(gap[1]) - m2(84.35, 44.0, 84.4, 44.2)) < 0.01)
check('one zone outside, in A1', [(f['layer'], f['feature']) for f in of('basemap.zone_outside')], [('boundaries', 'A1')])
true(f'its area {outside}', abs(float(outside[1]) - m2(84.1, 44.2, 84.2, 44.25)) < 0.01)
check('zone without an area', [(f['layer'], f['feature'], 'Z9' in f['text'], '丁泉' in f['text'], 'aliases.csv' in f['hint']) for f in of('run.zone_without_area')],
      [('zones', 'Z9', True, True, True)])
check('zone of several areas', [(f['layer'], f['feature'], '丙湖' in f['text'], 'C1, C2' in f['text'], bool(f['hint'])) for f in of('run.zone_of_several_areas')],
      [('zones', 'zones:5', True, True, True)])
check('id and name', [(f['feature'], 'E1' in f['text'], bool(f['hint'])) for f in of('run.zone_id_and_name')], [('F1', True, True)])
check('areas that may be zoned by it', [(f['layer'], '丙湖' in f['text']) for f in of('run.zones_beside')], [('boundaries', True)])
check('nothing odd besides', [f['code'] for f in findings if f['code'].startswith('run.') and f['code'] not in
      ('run.zone_without_area', 'run.zone_of_several_areas', 'run.zones_beside', 'run.zone_id_and_name', 'run.no_validity', 'run.no_mineral', 'run.no_status', 'run.no_grant')], [])

check('both layers are used', [(l['layer'], l['role'], l['features'], l['status'], l['encoding']) for l in rows(ledger, 'SELECT * FROM layers_checked') if l['role'] == 'areas'],
      [('zones', 'areas', 10, 'used', 'GB18030'), ('boundaries', 'areas', 7, 'used', 'GB18030')])
check('both row ledgers add up', [(r['layer'], r['read'], r['used'], r['repaired'], r['rejected']) for r in rows(ledger, 'SELECT * FROM rows WHERE feature IS NULL')],
      [('zones', 10, 10, 0, 0), ('boundaries', 7, 7, 0, 0), ('rights', 9, 9, 0, 0)])
check('manifest', [r['value'] for r in rows(ledger, "SELECT value FROM run WHERE key = 'input.zones.zones_of'")], ['boundaries'])
checks = {(c['activity_id'], c['layer']): c['result'] for c in rows(ledger, 'SELECT * FROM activity_checks')}
check('checked against the boundaries', [checks[k, 'boundaries'] for k, _ in RIGHTS], ['overlap'] * 6 + ['none', 'none', 'overlap'])
check('and against the zones that are areas of their own', [checks[k, 'zones'] for k in ('K1', 'K3', 'K7', 'K8')], ['none', 'overlap', 'overlap', 'none'])

digests = {hashlib.sha256(overlay(two, f't{n}.gpkg', '--threads', n).read_bytes()).hexdigest() for n in (1, 2, 5)}
check('threads change no byte', len(digests | {hashlib.sha256(ledger.read_bytes()).hexdigest()}), 1)

# The same data in one layer: boundaries, then zones under the id of their area. Only zones that found one can be put there.
found = [(i, n, z, b, a) for i, n, z, b, a in ZONES if a]
one = workspace('one', '[[layer]]\nname = "boundaries"\nrole = "areas"\nsource = "all.geojson"\nkind = "nature_reserve"\naccuracy_m = 1\n')
geojson(one / 'all.geojson', [({'id': i, 'name': n, 'zone': None}, box(*b)) for i, n, b in BOUNDARIES] +
        [({'id': a, 'name': n, 'zone': z}, box(*b)) for i, n, z, b, a in found])
split = workspace('split', TWO)
shapefile(split / 'boundaries.shp', ['BH', 'MC'], [((i, n), box(*b)) for i, n, b in BOUNDARIES])
shapefile(split / 'zones.shp', ['BH', 'MC', 'GNFQ'], [((i, n, z), box(*b)) for i, n, z, b, _ in found])
a, b = overlay(one), overlay(split)
for table in ('conflicts', 'conflict_areas', 'basemap', 'summary', 'balance', 'activity_areas', 'activity_checks', 'proximity'):
    check(f'{table} as from one layer', rows(b, f'SELECT * FROM {table}'), rows(a, f'SELECT * FROM {table}'))
def odd(path):
    return sorted((f['code'], f['feature'], f['args']) for f in rows(path, "SELECT code, feature, args FROM findings WHERE code LIKE 'basemap.%' OR code LIKE 'register.%'"))
check('findings about the ground as from one layer', odd(b), odd(a))
check('no checks of the zones alone', {c['layer'] for c in rows(b, 'SELECT layer FROM activity_checks WHERE layer IN (SELECT layer FROM layers_checked)')}, {'boundaries'})

# One layer for each zone, all of the same boundaries; one of them is worse drawn, and the whole area is as bad.
several = workspace('several', '''[[layer]]
name = "boundaries"
role = "areas"
source = "boundaries.geojson"
kind = "nature_reserve"
accuracy_m = 1
''' + ''.join(f'[[layer]]\nname = "{z}"\nrole = "areas"\nsource = "{z}.geojson"\nzones_of = "boundaries"\naccuracy_m = {m}\nfields = {{ zone = "={z}" }}\n'
              for z, m in (('core', 1), ('buffer', 700))))
geojson(several / 'boundaries.geojson', [({'id': 'A1'}, box(84, 44, 84.2, 44.2)), ({'id': 'A2'}, box(85, 44, 85.2, 44.2))])
geojson(several / 'core.geojson', [({'id': 'A1'}, box(84, 44, 84.1, 44.2))])
geojson(several / 'buffer.geojson', [({'id': 'A1'}, box(84.1, 44, 84.2, 44.2)), ({'id': 'A1'}, [])])
geojson(several / 'rights.geojson', [({'id': 'N1'}, box(84.05, 44.1, 84.06, 44.11)), ({'id': 'N2'}, box(85.05, 44.1, 85.06, 44.11))])
ledger = overlay(several)
check('several layers of zones', [(c['activity_id'], c['area_id'], c['zone'], c['certainty']) for c in rows(ledger, 'SELECT * FROM conflicts')],
      [('N1', 'A1', 'core', 'certain'), ('N2', 'A2', 'unzoned', 'certain')])
check('the worst accuracy counts', {r['accuracy_m'] for r in rows(ledger, "SELECT accuracy_m FROM basemap WHERE area_id = 'A1'")}, {700})
check('a zone without geometry is a row of its own layer', [(r['layer'], r['feature'], r['rejected']) for r in rows(ledger, 'SELECT * FROM rows WHERE feature IS NOT NULL')],
      [('buffer', 'A1', 1)])

# --reserve takes the zones with their area, and says what it left out of each layer.
r = overlay(two, 'reserve.gpkg', '--reserve', '甲河')
check('--reserve', sorted(k for k in conflicts(r)), sorted(k for k in expected if k[1] == 'A1'))
check('--reserve status', {l['layer']: l['status'] for l in rows(r, "SELECT layer, status FROM layers_checked WHERE role = 'areas'")}, {'zones': 'filtered', 'boundaries': 'filtered'})

# Zones that are not there cap the verdict; boundaries that are not there leave zones that stand alone.
def with_line(name, after, line):
    folder = workspace(name, TWO.replace(f'source = "{after}.shp"\n', f'source = "{after}.shp"\n{line}\n'))
    for layer in ('boundaries', 'zones'):
        for f in two.glob(f'{layer}.*'): (folder / f.name).write_bytes(f.read_bytes())
    return folder
ledger = overlay(with_line('no_zones', 'zones', 'enabled = false'))
check('zones not used', [(c['result'], c['layer']) for c in rows(ledger, "SELECT * FROM activity_checks WHERE activity_id = 'K8' ORDER BY layer")],
      [('none', 'boundaries'), ('not_checked', 'zones')])
check('and the verdict is incomplete', [a['verdict'] for a in rows(ledger, "SELECT verdict FROM activity_areas WHERE activity_id = 'K8'")], ['incomplete'])
ledger = overlay(with_line('no_boundaries', 'boundaries', 'enabled = false'))
check('boundaries not used', [(f['layer'], 'boundaries' in f['text']) for f in rows(ledger, "SELECT * FROM findings WHERE code = 'run.zones_alone'")], [('zones', True)])
check('the zones still count', sorted({c['zone'] for c in rows(ledger, "SELECT zone FROM conflicts WHERE activity_id = 'K1'")}), ['buffer', 'core', 'experimental'])
r = redline('overlay', '-w', with_line('no_column', 'zones', 'note = ""'), '-o', FOLDER / 'x.gpkg', '--overwrite')
(FOLDER / 'no_column' / 'redline.toml').write_text((FOLDER / 'no_column' / 'redline.toml').read_text().replace('zone = "GNFQ"', 'zone = ""'))
r = redline('overlay', '-w', FOLDER / 'no_column', '-o', FOLDER / 'y.gpkg')
check('a layer of zones without a column of zones', (r.returncode, 'zones.shp (layer zones)' in r.stderr, 'zone = "COLUMN"' in r.stderr), (3, True, True))

# --- One layer whose features have numbers of their own or none: one name and different zones, or a boundary, are one area. Core and buffer overlap by 0.01°.
def by_name(name, features, fields='id = "BSM"\nname = "MC"\nzone = "GNFQ"\n'):
    folder = workspace(name, f'[[layer]]\nname = "zones"\nrole = "areas"\nsource = "zones.geojson"\nkind = "nature_reserve"\naccuracy_m = 1\n[layer.fields]\n{fields}')
    geojson(folder / 'zones.geojson', [(p, box(*b)) for p, b in features])
    geojson(folder / 'rights.geojson', [({'id': 'C1'}, box(89.58, 44.3, 89.61, 44.31)), ({'id': 'C2'}, box(89.591, 44.25, 89.599, 44.26)), ({'id': 'C3'}, box(89.66, 44.25, 89.72, 44.26))])
    return overlay(folder)
def said(path, code): return [(f['layer'], json.loads(f['args'])) for f in rows(path, f"SELECT layer, args FROM findings WHERE code = '{code}'")]
THREE = [('核心区', (89.5, 44.2, 89.6, 44.4)), ('缓冲区', (89.59, 44.2, 89.65, 44.4)), ('实验区', (89.65, 44.2, 89.7, 44.4))]
WHOLE = ('', (89.5, 44.2, 89.72, 44.4))
def features(three=THREE, name='庚原自然保护区', **more):
    return [({'BSM': str(i + 1), 'MC': name, 'GNFQ': z} | {k: v[i] for k, v in more.items()}, b) for i, (z, b) in enumerate(three)]
shares = {('C1', 'core'): (89.58, 44.3, 89.6, 44.31), ('C1', 'buffer'): (89.6, 44.3, 89.61, 44.31), ('C2', 'core'): (89.591, 44.25, 89.599, 44.26),
          ('C3', 'experimental'): (89.66, 44.25, 89.7, 44.26)}
def as_one_area(what, path, area, with_gap):
    expected = shares | ({('C3', 'zone_gap'): (89.7, 44.25, 89.72, 44.26)} if with_gap else {})
    got = {(c['activity_id'], c['zone']): c for c in rows(path, 'SELECT * FROM conflicts')}
    check(f'{what}: the conflicts', sorted(got), sorted(expected))
    check(f'{what}: one area', {c['area_id'] for c in got.values()}, {area})
    for key, b in expected.items(): true(f'{what}: {key} {got[key]["overlap_m2"]}', abs(got[key]['overlap_m2'] - m2(*b)) < 0.01)
    overlap = said(path, 'basemap.zone_overlap')
    check(f'{what}: core and buffer overlap', [(l, a[2:]) for l, a in overlap], [('zones', ['core', 'buffer'])])
    true(f'{what}: by {overlap}', abs(float(overlap[0][1][1]) - m2(89.59, 44.2, 89.6, 44.4)) < 0.01)
    check(f'{what}: it is said', said(path, 'run.zones_by_name'), [('zones', ['1', '庚原自然保护区'])])
    check(f'{what}: no doubt about the register', said(path, 'register.two_areas'), [])
as_one_area('a number for each', by_name('numbered', features()), '庚原自然保护区', False)
as_one_area('no numbers', by_name('unnumbered', [({k: v for k, v in p.items() if k != 'BSM'}, b) for p, b in features()], 'name = "MC"\nzone = "GNFQ"\n'), '庚原自然保护区', False)
as_one_area('a boundary with a number', by_name('bounded', features(THREE + [WHOLE])), '4', True)
as_one_area('the area\'s number on some', by_name('partly', features(THREE + [WHOLE], BSM=['Q', 'Q', '', ''])), 'Q', True)
def apart(what, path, areas, told):
    check(f'{what}: areas', sorted({c['area_id'] for c in rows(path, 'SELECT * FROM conflicts')}), areas)
    check(f'{what}: not as one', said(path, 'run.zones_by_name'), [])
    check(f'{what}: said', said(path, 'run.zones_apart'), told)
apart('two reserves of one name', by_name('twins', features(BSM=['Q', 'R', 'R']) + features([('实验区', (89.4, 44.2, 89.5, 44.4))], BSM=['Q'])), ['Q', 'R'], [])
apart('a name that is none', by_name('nameless', features(name='自然保护区')), ['1', '2', '3'], [])
apart('days that contradict', by_name('dated', features(PZ=['2001-01-01', '2001-01-01', '2010-01-01']), 'id = "BSM"\nname = "MC"\nzone = "GNFQ"\ndesignated_on = "PZ"\n'), ['1', '2', '3'],
      [('zones', ['1', '庚原自然保护区'])])

# --- Zones in a projected CRS whose common sides are cut into pieces of other lengths (core 30 km, buffer 20, experimental 10), with and without the boundary.
# Densifying moves sides by up to 1 cm, two of them apart by 2: a right of 1 by 2 km along one lies in its zone alone, all of it.
X, Y = 29500000, 5400000
def plane(path, features):
    path.write_text(json.dumps({'type': 'FeatureCollection', 'crs': {'type': 'name', 'properties': {'name': 'urn:ogc:def:crs:EPSG::4517'}}, 'features': [
        {'type': 'Feature', 'properties': p, 'geometry': {'type': kind, 'coordinates': [[[X + x, Y + y] for x, y in c]] if kind == 'Polygon' else [[X + x, Y + y] for x, y in c]}}
        for p, kind, c in features]}))
def block(x0, y0, x1, y1): return [(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)]
SIDES = {  # the corners of a right, the zones it lies in, what of it lies outside (m², or None: chance), its disposition
    'west': ((9000, 5000, 10000, 7000), {'core'}, 0, 'compensate'), 'east': ((10000, 5000, 11000, 7000), {'buffer'}, 0, 'compensate'),
    'corner of two': ((10000, 20000, 12000, 21000), {'experimental'}, 0, 'compensate'), 'outer side': ((19000, 5000, 20000, 7000), {'buffer'}, 0, 'compensate'),
    'two zones': ((10000, 19000, 12000, 21000), {'buffer', 'experimental'}, 0, 'compensate'), 'three zones': ((9000, 19000, 11000, 21000), {'core', 'buffer', 'experimental'}, 0, 'compensate'),
    '5 cm out': ((19000, 5000, 20000.05, 7000), {'buffer'}, 100, 'cut'), 'half out': ((19000, 5000, 21000, 7000), {'buffer'}, 2e6, 'cut'), 'beside': ((20000, 5000, 21000, 7000), set(), 2e6, None)}
def in_the_plane(name, zones):
    folder = FOLDER / name
    folder.mkdir()
    plane(folder / 'zones.geojson', [({'id': 'Q', 'zone': z, 'd': '2010-01-01'}, 'Polygon', b) for z, b in zones])
    plane(folder / 'rights.geojson', [({'id': i, 'granted': '2005-01-01'}, 'Polygon', block(*b)) for i, (b, *_) in SIDES.items()])
    plane(folder / 'lines.geojson', [({'id': 'edge'}, 'LineString', [(20000, 1000), (20000, 29000)]), ({'id': 'inner'}, 'LineString', [(10000, 1000), (10000, 19000)])])
    (folder / 'redline.toml').write_text('format = "redline-workspace/1"\nas_of = 2019-03-31\n[settings]\naccuracy_m = 1\n' + ''.join(
        f'[[layer]]\nrole = "{role}"\nsource = "{source}.geojson"\nkind = "{kind}"\n[layer.fields]\n{fields}' for role, source, kind, fields in (
            ('areas', 'zones', 'nature_reserve', 'designated_on = "d"\n'), ('activities', 'rights', 'mining_right', 'granted_on = "granted"\n'),
            ('activities', 'lines', 'linear_infrastructure', ''))))
    return overlay(folder)
def whole_rights(what, path):
    conflicts = rows(path, 'SELECT activity_id, zone, certainty, overlap_m2, overlap_share, disposition FROM conflict_areas')
    for b in rows(path, "SELECT * FROM balance WHERE unit = 'm2'"):
        right, zones, outside, disposition = SIDES[b['activity_id']]
        of = [c for c in conflicts if c['activity_id'] == b['activity_id'] and c['certainty'] != 'contact']
        name, (x0, y0, x1, y1) = f'{what}, {b["activity_id"]}', right
        true(f'{name}: its area {b["whole"]}', abs(b['whole'] / ((x1 - x0) * (y1 - y0)) - 1) < 2e-5)  # scale 1.00001 at 20 km; 1 cm along 6 km is 3e-5 at most
        check(f'{name}: zones', {c['zone'] for c in of}, zones)
        true(f'{name}: the balance closes {dict(b)}', abs(b['whole'] - b['in_zones'] - b['outside']) < 0.01 + 1e-9 * b['whole'])
        true(f'{name}: outside {b["outside"]}', b['outside'] == 0 if outside == 0 and len(zones) == 1 else abs(b['outside'] - outside) < (0.01 if outside == 0 else 80))
        true(f'{name}: the zones make it up {of}', abs(sum(c['overlap_m2'] for c in of) - b['in_zones']) < 0.01)
        check(f'{name}: disposition', {c['disposition'] for c in of}, {disposition} if zones else set())
THE_ZONES = [('核心区', block(0, 0, 10000, 30000)), ('缓冲区', block(10000, 0, 20000, 20000)), ('实验区', block(10000, 20000, 20000, 30000))]
GROUNDS = {'zones alone': THE_ZONES, 'with boundary': THE_ZONES + [('', block(0, 0, 20000, 30000))]}
ledgers = {name: in_the_plane(name, zones) for name, zones in GROUNDS.items()}
for name, path in ledgers.items(): whole_rights(name, path)

# The same lines on both grounds: along the outer border a contact, all of it outside; between two zones all of it inside. No strip between sides is a finding, nor
# are corners that were drawn 5 mm apart; 5 cm along 20 km are 1,000 m².
DRAWN = 0.005
drawn = {'drawn 5 mm apart': [('核心区', [(0, 0), (10000 - DRAWN, 0), (10000 + DRAWN, 30000), (0, 30000), (0, 0)]), *THE_ZONES[1:], ('', [(0, DRAWN), (20000, -DRAWN), (20000, 30000), (0, 30000), (0, DRAWN)])],
         '5 cm apart': [THE_ZONES[0], ('缓冲区', block(10000.05, 0, 20000, 20000)), ('实验区', block(9999.95, 20000, 20000, 30000)), ('', block(0, 0, 20000, 29999.95))]}
for name, zones in drawn.items(): ledgers[name] = in_the_plane(f'zones {name}', zones)
for name, path in ledgers.items():
    odd = {f['code'][8:]: float(json.loads(f['args'])[1]) for f in rows(path, "SELECT code, args FROM findings WHERE code LIKE 'basemap.%'")}
    if name == '5 cm apart':
        true(f'what is wider is told: {odd}', sorted(odd) == ['zone_gap', 'zone_outside', 'zone_overlap'] and all(abs(odd[k] - v) < 0.02 * w for k, v, w in
             (('zone_gap', 1000, 20000), ('zone_overlap', 500, 10000), ('zone_outside', 1000, 20000))))
        continue
    check(f'{name}: nothing odd', odd, {})
    true(f'{name}: no gap', 'zone_gap' not in {b['zone'] for b in rows(path, 'SELECT zone FROM basemap')})
    along = {b['activity_id']: (b['whole'], b['in_zones'], b['outside']) for b in rows(path, "SELECT * FROM balance WHERE unit = 'm'")}
    check(f'{name}: the outer border', ({c['certainty'] for c in rows(path, "SELECT certainty FROM conflict_areas WHERE activity_id = 'edge' UNION SELECT certainty FROM conflict_lines WHERE activity_id = 'edge'")},
          along['edge'][1], along['edge'][2] == along['edge'][0]), ({'contact'}, 0, True))
    true(f'{name}: between zones {along["inner"]}', along['inner'][2] < 0.01)
whole_rights('drawn 5 mm apart', ledgers['drawn 5 mm apart'])
done()
