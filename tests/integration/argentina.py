"""Real wells on real concessions: 2,215 heads, 47 concessions, and every single pair against two other ways to ask.

Seven concessions are invalid. Five hold shells inside shells, two a ring that touches itself. The repair (structure) keeps
all ground of every shell but its holes: a well lies in the repaired concession just if it lies in one of its parts. So the
first oracle needs no repair at all: a ray cast over the rings of each part, in plain Python. The second is GEOS on the
repaired whole. An even-odd count over the whole invalid polygon would call the inner shells holes; where it would differ on a
well, this test says so.

The layer has 2,215 wells under 1,869 ids (GDAL makes them the fids, too), so all is counted with repetition.
"""
from collections import Counter
from support import *

concessions = shared('argentina-neuquen-oil', 'concesiones_neuquina.geojson')
heads = shared('argentina-neuquen-oil', 'derived_well_heads.geojson')
out = FOLDER / 'argentina.gpkg'
r = redline('overlay', '--areas', concessions, '--activities', heads, '--activity-kind', '=oil_well', '--as-of', '2019-03-31', '-o', out)
check(f'exit status {r.stderr}', r.returncode, 0)


def inside(ring, x, y):
    odd = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:]):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            odd = not odd
    return odd


def in_part(part, x, y):  # a shell and its holes
    return inside(part[0], x, y) and not any(inside(hole, x, y) for hole in part[1:])


source = gdal.OpenEx(heads)
wells = [(f.GetFID(), f.GetGeometryRef().GetX(), f.GetGeometryRef().GetY()) for f in source.GetLayer(0)]
by_ray, by_geos, even_odd, invalid = Counter(), Counter(), Counter(), []
ground = gdal.OpenEx(concessions)
for f in ground.GetLayer(0):
    g = f.GetGeometryRef()
    parts = [[ring.GetPoints(2) for ring in part] for part in g]
    w, e, s, n = g.GetEnvelope()
    gdal.PushErrorHandler('CPLQuietErrorHandler')
    valid = g.IsValid()
    gdal.PopErrorHandler()
    repaired = g if valid else g.MakeValid(['METHOD=STRUCTURE'])
    if not valid: invalid.append(f['id'])
    for fid, x, y in wells:
        if not (w <= x <= e and s <= y <= n): continue
        times = sum(in_part(part, x, y) for part in parts)
        by_ray[fid, f['id']] += times > 0
        even_odd[fid, f['id']] += times % 2
        by_geos[fid, f['id']] += repaired.Intersects(ogr.CreateGeometryFromWkt(f'POINT({x!r} {y!r})'))

ledger = rows(out, """SELECT p.source_fid AS well, c.occurrence AS occurrence, c.area_id AS area, c.overlap_m2 AS m2, c.certainty AS certainty FROM conflicts c
  JOIN activity_points p ON p.activity_id = c.activity_id AND p.occurrence = c.occurrence""")
got = Counter((c['well'], c['area']) for c in ledger)
check('wells, ids', (len(wells), len({fid for fid, _, _ in wells})), (2215, 1869))
check('a row for every well', rows(out, 'SELECT count(*) AS n FROM activity_points')[0]['n'], 2215)
check('pairs', len(ledger), 2220)
check('concessions with wells', len({a for _, a in got}), 47)
check('wells inside', len({(c['well'], c['occurrence']) for c in ledger}), 2212)
check('only wells that a ray finds inside', sorted((got - by_ray).elements()), [])
check('all wells that a ray finds inside', sorted((by_ray - got).elements()), [])
check('the same pairs as GEOS on the repaired ground', (got - by_geos, by_geos - got), (Counter(), Counter()))
check('no well on the ground where the meanings of an invalid shell differ', (by_ray - even_odd, even_odd - by_ray), (Counter(), Counter()))
check('a point has no area', {c['m2'] for c in ledger}, {0})
check('no well is only touched', [c for c in ledger if c['certainty'] == 'contact'], [])

found = rows(out, "SELECT feature FROM findings WHERE code = 'geometry.repaired'")
check('invalid concessions are repaired, each with a finding', sorted(f['feature'] for f in found), sorted(invalid))
check('they are seven', len(invalid), 7)
# The three wells outside are no loss: they are written, with nothing found.
outside = Counter(fid for fid, _, _ in wells) - Counter(fid for fid, _ in {(c['well'], c['occurrence']) for c in ledger})
none = rows(out, """SELECT p.source_fid AS well FROM activity_checks k JOIN activity_points p ON p.activity_id = k.activity_id
  AND p.occurrence = k.occurrence WHERE k.result = 'none'""")
check('none found is written for the others', Counter(c['well'] for c in none), outside)
check('they are three', len(none), 3)
done()
