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
done()
