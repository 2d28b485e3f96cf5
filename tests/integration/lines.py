"""Lines and sets of points against one reserve of 0.3 by 0.1 degrees: certainty, the place inside, and what is given twice."""
import json, math
from support import *

def write(path, features):
    path.write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': {'id': i}, 'geometry': g} for i, g in features]}))
    return path
def line(*points): return {'type': 'LineString', 'coordinates': points}
reserve = write(FOLDER / 'reserve.geojson', [('B', {'type': 'Polygon', 'coordinates': [[[85, 44.2], [85.3, 44.2], [85.3, 44.3], [85, 44.3], [85, 44.2]]]})])
def overlay(name, features):
    out = FOLDER / f'{name}.gpkg'
    r = redline('overlay', '--areas', reserve, '--area-kind', '=nature_reserve', '--activities', write(FOLDER / f'{name}.geojson', features),
                '--activity-kind', '=linear_infrastructure', '--accuracy', '5', '--as-of', '2019-03-31', '-o', out)
    check(f'{name}: exit status {r.stderr}', r.returncode, 0)
    return out

# Both accuracies together: 10 m. A degree of latitude is 111,113 m at 44.25°.
out = overlay('certainty', [
    ('through', line([84.5, 44.25], [85.4, 44.25])),           # 5.5 km from both sides
    ('along', line([84.5, 44.20007], [85.4, 44.20007])),       # 7.8 m from the southern side all the way
    ('rising', line([84.9, 44.2], [85.4, 44.20017])),          # 9.4 m in the middle, 14.7 m at 85.29
    ('corner', line([84.9999, 44.2002], [85.0003, 44.1998]))])  # across the corner, nowhere deeper than 4.7 m
got = {c['activity_id']: c for c in rows(out, 'SELECT activity_id, certainty, lon, lat FROM conflicts')}
check('certainty of straight lines', {i: c['certainty'] for i, c in got.items()},
      {'through': 'certain', 'along': 'within_accuracy', 'rising': 'certain', 'corner': 'within_accuracy'})
true(f'the place is the middle of what lies inside {got["through"]}', abs(got['through']['lon'] - 85.15) < 1e-4 and abs(got['through']['lat'] - 44.25) < 1e-9)

# What is given twice counts once. Lengths by hand: along a parallel, and along a meridian by Simpson's rule.
E2 = 1 / 298.257222101 * (2 - 1 / 298.257222101)
def w(lat): return math.sqrt(1 - E2 * math.sin(math.radians(lat)) ** 2)
def east(degrees, lat=44.25): return 6378137 / w(lat) * math.cos(math.radians(lat)) * math.radians(degrees)
def north(a, b): return math.radians(b - a) / 6 * 6378137 * (1 - E2) * sum(k / w(lat) ** 3 for k, lat in ((1, a), (4, (a + b) / 2), (1, b)))
def lines(*of): return {'type': 'MultiLineString', 'coordinates': of}
def points(*of): return {'type': 'MultiPoint', 'coordinates': of}
out = overlay('once', [
    ('spur', line([84.9, 44.25], [85.1, 44.25], [85.1, 44.26], [85.1, 44.25], [84.9, 44.25])),       # out and back
    ('inside', line([85.1, 44.25], [85.2, 44.25], [85.1, 44.25])),
    ('shared', lines([[84.9, 44.25], [85.4, 44.25]], [[84.9, 44.25], [85.1, 44.25], [85.1, 44.35]])),  # 0.2° in both parts
    ('back', line([84.9, 44.21], [85.2, 44.28], [85.0, 44.2333333333333])),  # the last corner on the line but for rounding
    ('cross', line([85.1, 44.25], [85.4, 44.25], [85.4, 44.35], [85.2, 44.35], [85.2, 44.21])),  # itself: nothing twice
    ('wells', points([85.1, 44.25], [80, 40], [80, 40])),
    ('nan', points([float('nan'), 44.25], [85.1, 44.25]))])
b = {r['activity_id']: r for r in rows(out, 'SELECT activity_id, whole, in_zones, outside FROM balance')}
def figures(i): return b[i]['whole'], b[i]['in_zones'], b[i]['outside']
def near(what, got, expected): true(f'{what}: {got}, expected {expected}', all(abs(g - e) < 0.002 for g, e in zip(got, expected)))
near('out and back', figures('spur'), (east(0.2) + north(44.25, 44.26), east(0.1) + north(44.25, 44.26), east(0.1)))
near('out and back inside', figures('inside'), (east(0.1), east(0.1), 0))
near('a shared stretch', figures('shared'), (east(0.5) + north(44.25, 44.35), east(0.3) + north(44.25, 44.3), east(0.2) + north(44.3, 44.35)))
near('nearly back on a slanting line: its own length, which adds up', (figures('back')[1] + figures('back')[2],), (figures('back')[0],))
near('crossing itself', figures('cross'), (east(0.3) + north(44.25, 44.35) + east(0.2, 44.35) + north(44.21, 44.35),
                                           east(0.2) + north(44.21, 44.3), east(0.1) + north(44.25, 44.35) + east(0.2, 44.35) + north(44.3, 44.35)))
check('points given twice', figures('wells'), (2, 1, 1))
said = {f['feature']: f['text'] for f in rows(out, "SELECT feature, text FROM findings WHERE code IN ('geometry.line_once', 'geometry.points_once')")}
check('findings', sorted(said), ['inside', 'shared', 'spur', 'wells'])
true(f'the finding has the lengths: {said["spur"]}', f'{2 * (east(0.2) + north(44.25, 44.26)):.2f}' in said['spur'] and f'{figures("spur")[0]:.3f}' in said['spur'])
check('no number among points', [dict(r) for r in rows(out, "SELECT feature, rejected FROM rows WHERE rejected > 0 AND feature IS NOT NULL")], [{'feature': 'nan', 'rejected': 1}])
ds = gdal.OpenEx(str(out))
layer = ds.GetLayerByName('activity_lines')
layer.SetAttributeFilter("activity_id = 'spur'")
drawn = layer.GetNextFeature()
check('the line stays as drawn', drawn.GetGeometryRef().GetGeometryRef(0).GetPointCount(), 5)

# --- Along straight sides of a projected CRS: densifying bends both by up to 1 cm, so lines that keep that near to the border touch it. Zone core west of
# x = 28410700, experimental east of it, both 20 km long; the lines are given with other corners than the zones, and the scale there is 1.0009.
def plane(name, features):
    path = FOLDER / f'{name}.geojson'
    path.write_text(json.dumps({'type': 'FeatureCollection', 'crs': {'type': 'name', 'properties': {'name': 'urn:ogc:def:crs:EPSG::4516'}},
                                'features': [{'type': 'Feature', 'properties': p, 'geometry': g} for p, g in features]}))
    return path
def zone(w, e, name): return {'id': 'P', 'zone': name}, {'type': 'Polygon', 'coordinates': [[[w, 4930000], [e, 4930000], [e, 4950000], [w, 4950000], [w, 4930000]]]}
EAST, MIDDLE = 28421400, 28410700
ways = {
    'side': line([EAST, 4940200], [EAST, 4949200]),
    'bent side': line([EAST, 4930500], [EAST, 4933210], [EAST, 4949700]),
    'corner': line([EAST, 4940200], [EAST, 4950000], [MIDDLE + 50, 4950000]),
    '5 cm in': line([EAST - 0.05, 4940200], [EAST - 0.05, 4949200]),
    'turns in': line([EAST, 4940200], [EAST, 4949200], [EAST - 100, 4949200]),
    'across': line([EAST, 4931000], [EAST + 10, 4940000], [EAST, 4949000], [EAST - 2000, 4949000], [EAST - 2000, 4931000], [EAST, 4931000]),
    'between zones': line([MIDDLE, 4940200], [MIDDLE, 4949200]),
    'outside': line([EAST + 0.05, 4940200], [EAST + 0.05, 4949200])}
out = FOLDER / 'plane.gpkg'
r = redline('overlay', '--areas', plane('zones', [zone(28400000, MIDDLE, 'core'), zone(MIDDLE, EAST, 'experimental')]), '--area-kind', '=nature_reserve', '--area-id', 'id',
            '--zone', 'zone', '--activities', plane('ways', [({'id': i}, g) for i, g in ways.items()]), '--activity-id', 'id', '--activity-kind', '=linear_infrastructure',
            '--as-of', '2019-03-31', '-o', out)
check(f'in the plane: {r.stderr}', r.returncode, 0)
sure, shares = {}, {}
for c in rows(out, 'SELECT activity_id, zone, certainty, overlap_m FROM conflicts'):
    sure.setdefault(c['activity_id'], set()).add('contact' if c['certainty'] == 'contact' else 'overlap')
    shares[c['activity_id']] = shares.get(c['activity_id'], 0) + c['overlap_m']
check('contacts and overlaps', sure, {'side': {'contact'}, 'bent side': {'contact'}, 'corner': {'contact'}, '5 cm in': {'overlap'}, 'turns in': {'overlap'},
                                      'across': {'overlap'}, 'between zones': {'overlap'}})
b = {r['activity_id']: (r['whole'], r['in_zones'], r['outside']) for r in rows(out, 'SELECT activity_id, whole, in_zones, outside FROM balance')}
for i in ('side', 'bent side', 'corner'): check(f'{i}: all outside', (b[i][1], b[i][2] == b[i][0], shares[i]), (0, True, 0))
true(f'between zones: all of its 9 km inside {b["between zones"]}', abs(b['between zones'][1] - b['between zones'][0]) < 0.01 and abs(shares['between zones'] - b['between zones'][0]) < 0.01)
true(f'5 cm in: all of it {b["5 cm in"]}', abs(b['5 cm in'][1] - b['5 cm in'][0]) < 0.01 and 8990 < b['5 cm in'][0] < 9000)
true(f'turns in: 100 m at least {shares["turns in"]}', shares['turns in'] > 99.8)

# --- The same in degrees, where nothing is densified: what only shares the border touches it, ground on both sides of it is protected ground.
def box(w, s, e, n): return {'type': 'Polygon', 'coordinates': [[[w, s], [e, s], [e, n], [w, n], [w, s]]]}
def checked(name, areas, activities, crs=4490):
    """The verdict, and for each area met whether it is a contact, by activity."""
    out, files = FOLDER / f'{name}.gpkg', []
    for part, features in (('areas', areas), ('activities', activities)):
        files.append(FOLDER / f'{name}-{part}.geojson')
        files[-1].write_text(json.dumps({'type': 'FeatureCollection', 'crs': {'type': 'name', 'properties': {'name': f'urn:ogc:def:crs:EPSG::{crs}'}},
                                         'features': [{'type': 'Feature', 'properties': {'id': i, 'zone': 'core'}, 'geometry': g} for i, g in features.items()]}))
    r = redline('overlay', '--areas', files[0], '--area-kind', '=nature_reserve', '--zone', 'zone', '--activities', files[1], '--activity-kind', '=tourism_facility',
                '--as-of', '2019-03-31', '-o', out)
    check(f'{name}: exit status {r.stderr}', r.returncode, 0)
    met = {}
    for c in rows(out, 'SELECT activity_id, area_id, certainty FROM conflicts'):
        met.setdefault(c['activity_id'], {})[c['area_id']] = 'contact' if c['certainty'] == 'contact' else 'overlap'
    verdicts = {a['activity_id']: a['verdict'] for t in ('areas', 'lines', 'points') for a in rows(out, f'SELECT activity_id, verdict FROM activity_{t}')}
    return met, verdicts, {p['activity_id']: p for p in rows(out, 'SELECT * FROM proximity')}
# A ends where B begins for the middle of the way only.
met, verdicts, near_by = checked('degrees', {'A': box(85, 44.2, 85.3, 44.3), 'B': box(85.3, 44.28, 85.5, 44.4)}, {
    'side': line([85.3, 44.21], [85.3, 44.25]), 'round': line([85.1, 44.2], [85.3, 44.2], [85.3, 44.27]), 'leaves': line([85.1, 44.2], [85.3, 44.2], [85.4, 44.1]),
    'turns in': line([85.3, 44.21], [85.3, 44.25], [85.299, 44.25]), 'between': line([85.3, 44.21], [85.3, 44.39]), 'a millimetre in': line([85.29999999, 44.21], [85.29999999, 44.25]),
    'shared': box(85.1, 44.1, 85.2, 44.2), 'on it': {'type': 'Point', 'coordinates': [85.1, 44.2]}, 'off it': {'type': 'Point', 'coordinates': [85.1, 44.199999999999]},
    'a metre off': {'type': 'Point', 'coordinates': [85.1, 44.19999]}})
check('in degrees: met', met, {'side': {'A': 'contact'}, 'round': {'A': 'contact'}, 'leaves': {'A': 'contact'}, 'turns in': {'A': 'overlap'}, 'between': {'A': 'overlap', 'B': 'overlap'},
                               'a millimetre in': {'A': 'overlap'}, 'shared': {'A': 'contact'}, 'on it': {'A': 'overlap'}})
check('in degrees: clear', sorted(i for i, v in verdicts.items() if v == 'clear'), ['a metre off', 'leaves', 'round', 'shared', 'side'])
check('a point off it by rounding', (verdicts['off it'], near_by['off it']['area_id'], near_by['off it']['reason']), ('review', 'A', 'accuracy'))
# A straight side of 20 km in a projected CRS strays by up to 1 cm: a point that near to it is never clear, on whichever side of it the vertices run.
place = lambda e: {'type': 'Point', 'coordinates': [e, 4943300]}
met, verdicts, near_by = checked('metres', {'A': box(28410700, 4930000, EAST, 4950000), 'C': box(28390000, 4930000, 28400000, 4950000)},
                                 {'on it': place(EAST), 'on its west': place(28410700), '5 cm off': place(EAST + 0.05), '5 cm in': place(EAST - 0.05)}, 4516)
true(f'on a straight side: {verdicts}', verdicts['on it'] != 'clear' and verdicts['on its west'] != 'clear' and 'review' in (verdicts['on it'], verdicts['on its west']))
check('5 cm tell', (verdicts['5 cm off'], met['5 cm in']), ('clear', {'A': 'overlap'}))
# A right across two reserves: a corner on one side of their common border makes no ground between them.
west = {'type': 'Polygon', 'coordinates': [[[28400000, 4930000], [MIDDLE, 4930000], [MIDDLE, 4933210], [MIDDLE, 4950000], [28400000, 4950000], [28400000, 4930000]]]}
met, verdicts, _ = checked('adjoining', {'A': west, 'B': box(MIDDLE, 4930000, EAST, 4950000)}, {'across': box(MIDDLE - 500, 4935000, MIDDLE + 500, 4945000)}, 4516)
check('across two reserves', met, {'across': {'A': 'overlap', 'B': 'overlap'}})
b = rows(FOLDER / 'adjoining.gpkg', 'SELECT whole, in_zones, outside FROM balance')[0]
true(f'nothing outside {b}', b['outside'] < 0.02 and abs(b['whole'] - b['in_zones']) < 0.02)
done()
