"""rights_overlaps: pairs of rights that share ground, against OGR/GEOS over all pairs, on made-up rights, the demonstration and real licences."""
import hashlib, json, math, random
from support import *

random.seed(19)

def box(x0, y0, x1, y1):
    return [[x0, y0], [x1, y0], [x1, y1], [x0, y1], [x0, y0]]

def polygon(ring):
    return ogr.CreateGeometryFromJson(json.dumps({'type': 'Polygon', 'coordinates': [ring]}))

E2 = 2 / 298.257222101 - 1 / 298.257222101 ** 2
E, B = math.sqrt(E2), 6378137.0 * (1 - 1 / 298.257222101)
NODES = [(0.1834346424956498, 0.3626837833783620), (0.5255324099163290, 0.3137066458778873), (0.7966664774136267, 0.2223810344533745), (0.9602898564975363, 0.1012285362903763)]

def below(phi):
    """Area between the equator and a parallel, for one radian of longitude (Snyder 1987, 3-12)."""
    s = math.sin(math.radians(phi))
    return B * B / 2 * (s / (1 - E2 * s * s) + math.atanh(E * s) / E)

def m2(g):
    """Area on the ellipsoid inside edges straight in longitude/latitude: Gauss's eight points on each edge."""
    if g.GetGeometryCount() and g.GetGeometryName() != 'POLYGON':
        return sum(m2(g.GetGeometryRef(i)) for i in range(g.GetGeometryCount()))
    if g.GetGeometryName() != 'POLYGON' or g.IsEmpty(): return 0.0
    def ring(points):
        total = 0.0
        for (x0, y0), (x1, y1) in zip(points, points[1:]):
            mid, half = (y0 + y1) / 2, (y1 - y0) / 2
            total += math.radians(x1 - x0) / 2 * sum(w * (below(mid + t * half) + below(mid - t * half)) for t, w in NODES)
        return abs(total)
    rings = [ring([p[:2] for p in g.GetGeometryRef(i).GetPoints()]) for i in range(g.GetGeometryCount())]
    return rings[0] - sum(rings[1:])

def outline(g):
    if g.GetGeometryName() == 'POLYGON': return g.Boundary().Length()
    return sum(outline(g.GetGeometryRef(i)) for i in range(g.GetGeometryCount()))

def all_pairs(grounds):
    """key → polygon, as {(key, key): (m², share, share, thickness in m)} by looking at every pair."""
    out, boxes = {}, {k: g.GetEnvelope() for k, g in grounds.items()}
    keys = sorted(grounds, key=lambda k: boxes[k][0])
    whole = {k: m2(g) for k, g in grounds.items()}
    for i, a in enumerate(keys):
        for b in keys[i + 1:]:
            if boxes[b][0] > boxes[a][1]: break
            if boxes[b][2] > boxes[a][3] or boxes[a][2] > boxes[b][3]: continue
            shared_part = grounds[a].Intersection(grounds[b])
            area = m2(shared_part) if shared_part is not None else 0
            if area <= 0: continue
            length = outline(shared_part) * 111320  # of the outline, too long rather than too short
            p, q = sorted((a, b))
            out[p, q] = (area, area / whole[p], area / whole[q], 2 * area / length)
    return out

def ledger_pairs(path, key=lambda layer, i, n: (layer, i, n)):
    out = {}
    for r in rows(path, 'SELECT * FROM rights_overlaps'):
        pair = key(r['activity_layer'], r['activity_id'], r['occurrence']), key(r['other_layer'], r['other_id'], r['other_occurrence'])
        true(f'{pair} once, and in order', pair not in out and pair[0] < pair[1])
        out[pair] = r
    return out

def compare(what, got, oracle, m_of_edge=0.0):
    """m_of_edge: how far an edge may lie from the oracle's."""
    thick = {k for k, v in oracle.items() if v[3] > 1e-5}
    check(f'{what}: pairs the oracle does not know', sorted(set(got) - set(oracle)), [])
    check(f'{what}: pairs missed', sorted(thick - set(got)), [])
    for k, r in got.items():
        area, a, b, thickness = oracle[k]
        bound = 0.01 + 1e-9 * area + m_of_edge * 2 * area / max(thickness, 1e-9)
        true(f'{what} {k}: {r["overlap_m2"]} m², oracle {area}', abs(r['overlap_m2'] - area) <= bound)
        share_bound = 1e-6 if m_of_edge else 1e-9
        true(f'{what} {k}: shares', abs(r['overlap_share'] - a) < share_bound and abs(r['other_share'] - b) < share_bound)
        if abs(min(a, b) - 0.99) > 1e-6: check(f'{what} {k}: relation', r['relation'], 'duplicate' if min(a, b) >= 0.99 else 'overlap')

AREAS = FOLDER / 'areas.geojson'
def geojson(path, features):
    path.write_text(json.dumps({'type': 'FeatureCollection', 'features': [
        {'type': 'Feature', 'properties': p, 'geometry': {'type': 'Polygon', 'coordinates': [ring]}} for p, ring in features]}))
    return path
geojson(AREAS, [({'id': 'R', 'kind': 'nature_reserve'}, box(100, 44, 100.1, 44.1))])

def overlay(out, *activities, more=()):
    out = FOLDER / out
    options = [x for a in activities for x in ('--activities', a)]
    r = redline('overlay', '--areas', AREAS, *options, '--as-of', '2019-03-31', '-o', out, '--overwrite', '--quiet', *more)
    check(f'{out.name} exit: {r.stderr}', r.returncode, 0)
    return out

# --- made-up rights: crooked stars of two kinds, some moved a little, some drawn twice, a grid that shares its borders
def star(x, y, size):
    n = random.randint(5, 12)
    ring = [[x + size * r * math.cos(2 * math.pi * k / n), y + size * r * math.sin(2 * math.pi * k / n)] for k in range(n) for r in [0.4 + 0.6 * random.random()]]
    return ring + ring[:1]
rights = []
for i in range(400):
    ring = star(84 + 2 * random.random(), 44 + random.random(), 0.02 + 0.06 * random.random())
    rights.append(({'id': f'S{i}', 'kind': random.choice(('mining_right', 'exploration_right'))}, ring))
    if i % 9 == 0: rights.append(({'id': f'S{i}again', 'kind': 'mining_right'}, ring))
    if i % 9 == 1: rights.append(({'id': f'S{i}moved', 'kind': 'mining_right'}, [[x + 1e-4, y] for x, y in ring]))
for i in range(12):
    for j in range(12): rights.append(({'id': f'G{i}-{j}', 'kind': 'mining_right'}, box(90 + i / 8, 44 + j / 8, 90 + (i + 1) / 8, 44 + (j + 1) / 8)))
first = geojson(FOLDER / 'made.geojson', rights)
ledger = overlay('made.gpkg', first)
oracle = all_pairs({('made', p['id'], '1'): polygon(ring) for p, ring in rights})
got = ledger_pairs(ledger)
true(f'many pairs ({len(got)})', len(got) > 500)
true('duplicates among them', sum(r['relation'] == 'duplicate' for r in got.values()) >= 40)
compare('made up', got, oracle)
check('a grid that shares its borders has no overlaps', [k for k in got if k[0][1].startswith('G')], [])
digests = {hashlib.sha256(overlay(f't{n}.gpkg', first, more=('--threads', n)).read_bytes()).hexdigest() for n in (1, 2, 5)}
check('threads change no byte', len(digests), 1)
def values(path):
    return sorted(tuple(r.items()) for r in rows(path, 'SELECT * FROM rights_overlaps'))
random.shuffle(rights)
before = values(ledger)
geojson(first, rights)
check('another order of input gives the same rows', values(overlay('order.gpkg', first)), before)

# --- what a row says
def right(i, kind, x0, x1, **more):
    return {'id': i, 'kind': kind, **more}, box(x0, 44, x1, 44.1)
said = geojson(FOLDER / 'said.geojson', [
    right('A', 'mining_right', 84.0, 84.1, holder='甲矿业（集团）公司', mineral='煤', top_m=900, bottom_m=700),
    right('B', 'exploration_right', 84.05, 84.15, holder='甲矿业(集团)公司', mineral='铁', top_m=700, bottom_m=500),
    right('C', 'mining_right', 84.1, 84.2, holder='乙公司', mineral='铁', top_m=600, bottom_m=400),   # touches A
    right('D', 'mine_site', 84.0, 84.2),                                                                  # no right
    right('E', 'mining_right', 84.0, 84.1009),                                                            # A again, but for 0.9 %
    right('F', 'mining_right', 85.0, 85.1), right('F', 'mining_right', 85.05, 85.15),                     # one id twice
    right('H', 'mining_right', 86.0, 86.1), right('I', 'mining_right', 86.1 - 1e-6, 86.2), right('J', 'mining_right', 86.2 - 1e-11, 86.3)])
ledger = overlay('said.gpkg', said, more=('--accuracy', '5'))
with_width = {(r['activity_id'], r['other_id']): r for r in rows(ledger, 'SELECT * FROM rights_overlaps')}
check('the pairs', sorted(with_width), [('A', 'B'), ('A', 'E'), ('B', 'C'), ('B', 'E'), ('C', 'E'), ('F', 'F'), ('H', 'I')])
def raw(columns, a, b):
    import sqlite3
    with sqlite3.connect(ledger) as db:
        return db.execute(f'SELECT {columns} FROM rights_overlaps WHERE activity_id = ? AND other_id = ?', (a, b)).fetchone()
check('same holder, other mineral, other depth', raw('activity_kind, other_kind, same_holder, mineral, other_mineral, top_m, bottom_m, other_top_m, other_bottom_m, depths_meet', 'A', 'B'),
      ('mining_right', 'exploration_right', 1, '煤', '铁', 900, 700, 700, 500, 0))
check('other holder, same depth', raw('same_holder, depths_meet', 'B', 'C'), (0, 1))
check('what is not stated is empty', raw('same_holder, other_mineral, depths_meet', 'A', 'E'), (None, None, None))
check('duplicate', [with_width[k]['relation'] for k in (('A', 'E'), ('A', 'B'))], ['duplicate', 'overlap'])
true('one id twice: told apart by occurrence', with_width['F', 'F']['occurrence'] < with_width['F', 'F']['other_occurrence'])
true('a strip of 8 cm is a row with its width', abs(with_width['H', 'I']['width_m'] - 1e-6 * 80200) < 0.001)  # a degree of longitude at 44°: 80.2 km
check('and within the accuracy', [with_width[k]['certainty'] for k in (('H', 'I'), ('A', 'B'))], ['within_accuracy', 'certain'])
check('elevations also stand with the activity', [(a['top_m'], a['bottom_m']) for a in rows(ledger, "SELECT * FROM activity_areas WHERE activity_id = 'A'")], [(900, 700)])
check('overlap changes no verdict', {a['verdict'] for a in rows(ledger, "SELECT verdict FROM activity_areas WHERE activity_kind LIKE '%right'")}, {'incomplete'})  # that of the areas' layer, 1,000 km off without coverage
other_method = {(r['activity_id'], r['other_id']): r for r in rows(overlay('geodesic.gpkg', said, more=('--area-method', 'geodesic')), 'SELECT * FROM rights_overlaps')}
true('--area-method changes overlap_m2 and no share', other_method['A', 'B']['overlap_m2'] != with_width['A', 'B']['overlap_m2'] and
     other_method['A', 'B']['overlap_share'] == with_width['A', 'B']['overlap_share'])

# --- one right in degrees and in a projected system, edges of 8 km: the same ground, as overlaid and not as its corners
projected = FOLDER / 'projected.gpkg'
gdal.VectorTranslate(str(projected), str(geojson(FOLDER / 'degrees.geojson', [({'id': 'P', 'kind': 'mining_right'}, box(84.0, 44, 84.1, 44.1))])), dstSRS='EPSG:4516', layerName='projected')
ledger = overlay('crs.gpkg', FOLDER / 'degrees.geojson', projected)
r = rows(ledger, 'SELECT * FROM rights_overlaps')
check('in another coordinate system', [(x['relation'], x['activity_layer'], x['other_layer']) for x in r], [('duplicate', 'degrees', 'projected')])
corners = m2(polygon(box(84.0, 44, 84.1, 44.1)))
true(f'the bow of the projected edges counts: {corners - r[0]["overlap_m2"]:.0f} m²', 1000 < corners - r[0]['overlap_m2'] < 100000)

# --- neighbours in the plane: 400 m of a straight side of 20 km, which lies up to 1 cm elsewhere once both are densified; 5 cm are an overlap
gdal.VectorTranslate(str(FOLDER / 'plane.gpkg'), str(geojson(FOLDER / 'plane.geojson', [({'id': i, 'kind': 'mining_right'}, box(28000000 + x0, y0, 28000000 + x1, y1)) for i, x0, y0, x1, y1 in (
    ('long', 400000, 4930000, 421400, 4950000), ('east', 421400, 4940200, 421700, 4940600), ('west', 399700, 4940200, 400000, 4940600), ('over', 421399.95, 4945000, 421700, 4945400))])),
    options=['-a_srs', 'EPSG:4516', '-nln', 'plane'])
check('a shared straight side is no overlap of rights', [(x['activity_id'], x['other_id']) for x in rows(overlay('plane_ledger.gpkg', FOLDER / 'plane.gpkg'), 'SELECT * FROM rights_overlaps')], [('long', 'over')])

# --- the demonstration: several layers and formats
ledger = FOLDER / 'xinjiang.gpkg'
r = redline('overlay', '-w', SOURCE / 'testdata' / 'xinjiang', '-o', ledger, '--quiet')
check('demonstration exit', r.returncode, 0)
ds = gdal.OpenEx(str(ledger))
layer = ds.GetLayer('activity_areas')
layer.SetAttributeFilter("activity_kind IN ('mining_right', 'exploration_right')")
grounds = {(f['activity_layer'], f['activity_id'], f['occurrence']): f.GetGeometryRef().Clone() for f in layer}
layer = ds = None
true(f'rights of both kinds ({len(grounds)})', len(grounds) > 1000)
compare('demonstration', ledger_pairs(ledger), all_pairs(grounds))

# --- real licences of the DRC
licences = shared('drc-mining-licences', 'Licences_3.geojson')
ledger = overlay('drc.gpkg', licences, more=('--activity-kind', '=采矿权'))
ds = gdal.OpenEx(licences)
grounds = {}
for f in ds.GetLayer(0):
    g = f.GetGeometryRef()
    if g is not None: grounds['Licences_3', f'Licences_3:{f.GetFID()}', '1'] = g.Clone() if g.IsValid() else g.MakeValid(['METHOD=STRUCTURE'])
got = ledger_pairs(ledger)
compare('DRC', got, all_pairs(grounds))
true(f'overlaps of real licences ({len(got)})', len(got) > 100)
done()
