"""Xinjiang's counties, with Chinese names, in four formats: each name byte by byte, each invalid county repaired and named,
each county × reserve of the demonstration against GEOS."""
import json, sqlite3
from pathlib import Path
from support import *
from osgeo import osr

FORMATS = {  # source, id field, name field, features, invalid
    'geojson': (shared('china-xinjiang-admin', 'derived_xinjiang_county.geojson'), 'adcode', 'name', 105, 7),
    'GBK with .cpg': (shared('derived-chinese-formats', '新疆县级_GBK.shp'), '区划代码', '县名', 96, 6),
    'GBK without .cpg, Gauss-Krueger': (shared('derived-chinese-formats', '新疆县级_GBK_nocpg_GK29.shp'), '区划代码', '县名', 96, 6),
    'geodatabase': (shared('derived-chinese-formats', 'xinjiang_cgcs2000.gdb'), 'XZQDM', 'XZQMC', 96, 6)}
demo = SOURCE / 'testdata' / 'xinjiang'
reserves, rights = demo / '自然保护区_示意.geojson', demo / '矿权_采矿权.shp'


def names_in(*files):
    """What the counties are called, from the JSON text itself, without GDAL."""
    features = [f for file in files for f in json.loads(open(file, 'rb').read().decode('utf-8'))['features']]
    return {str(f['properties']['adcode']): f['properties']['name'].encode() for f in features}


truth = names_in(FORMATS['geojson'][0])
cities = names_in(*[shared('china-xinjiang-admin', 'citys', p.name) for p in sorted(Path(shared('china-xinjiang-admin', 'citys')).glob('65*.json'))])


def bytes_of(ledger, sql):
    db = sqlite3.connect(ledger)
    db.text_factory = bytes
    return {i.decode(): n for i, n in db.execute(sql)}


for what, (source, id_field, name_field, features, invalid) in FORMATS.items():
    expected = truth if what == 'geojson' else cities
    as_activities, as_areas = FOLDER / f'{what} activities.gpkg', FOLDER / f'{what} areas.gpkg'
    r = redline('overlay', '--areas', reserves, '--activities', source, '--activity-id', id_field, '--activity-name', name_field,
                '--activity-kind', '=other', '--as-of', '2019-03-31', '-o', as_activities)
    check(f'{what}: exit status {r.stderr}', r.returncode, 0)
    check(f'{what}: names of activities, byte by byte', bytes_of(as_activities, 'SELECT activity_id, activity_name FROM activity_areas'), expected)
    r = redline('overlay', '--areas', source, '--activities', rights, '--area-id', id_field, '--area-name', name_field,
                '--as-of', '2019-03-31', '-o', as_areas)
    check(f'{what}: exit status {r.stderr}', r.returncode, 0)
    check(f'{what}: names of areas, byte by byte', bytes_of(as_areas, 'SELECT area_id, area_name FROM basemap'), expected)
    for ledger in (as_activities, as_areas):
        counted = rows(ledger, f'SELECT read, repaired, rejected FROM rows WHERE feature IS NULL AND read = {features}')
        check(f'{what}: {ledger.name}: counted', [list(c.values()) for c in counted], [[features, invalid, 0]])
        named = {f['feature'] for f in rows(ledger, "SELECT feature FROM findings WHERE code = 'geometry.repaired'")}
        check(f'{what}: {ledger.name}: a finding for each repaired county', len(named), invalid)
        true(f'{what}: {ledger.name}: under its code', named <= set(expected))

# A county in Gauss-Krueger on the same counties in degrees, borders millimetres apart: what it has outside all of them, 16,488.756 m²
# in strips (GEOS on whole counties, one taken away after the other, in floating precision and on grids alike), is not lost.
itself = FOLDER / 'itself.gpkg'
r = redline('overlay', '--areas', FORMATS['GBK with .cpg'][0], '--area-kind', '=other', '--activities', FORMATS['GBK without .cpg, Gauss-Krueger'][0],
            '--activities-crs', 'EPSG:4517', '--where', 'FID = 48', '--activity-kind', '=other', '--as-of', '2019-03-31', '-o', itself)
check(f'a county on itself: exit status {r.stderr}', r.returncode, 0)
b = rows(itself, 'SELECT whole, in_zones, outside, residue FROM balance')
check('a county on itself: rows of the balance', len(b), 1)
true(f'a county on itself: balance {b}', abs(b[0]['whole'] - 24112324613.751) < 0.01 and abs(b[0]['outside'] - 16488.756) < 0.1 and
     abs(b[0]['residue']) <= 0.01 + 1e-9 * b[0]['whole'])

# Pairs and areas of the GeoJSON: whole geometries, no cells; areas in an equal-area projection, cut to 0.002 degrees (1 mm).
equal = osr.SpatialReference(); equal.ImportFromProj4('+proj=cea +lat_ts=0 +lon_0=86 +a=6378137 +rf=298.257222101 +units=m')
lonlat = osr.SpatialReference(); lonlat.ImportFromEPSG(4490); lonlat.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
to_equal = osr.CoordinateTransformation(lonlat, equal)
gdal.PushErrorHandler('CPLQuietErrorHandler')  # IsValid tells of every defect
ground = {}
ds = gdal.OpenEx(str(reserves))
for f in ds.GetLayer(0):
    g = f.GetGeometryRef().Clone()
    ground[f['编号']] = g if f['编号'] not in ground else ground[f['编号']].Union(g)
oracle = {}
ds = gdal.OpenEx(FORMATS['geojson'][0])
for f in ds.GetLayer(0):
    g = f.GetGeometryRef()
    g = g.Clone() if g.IsValid() else g.MakeValid(['METHOD=STRUCTURE'])
    for reserve, r in ground.items():
        i = g.Intersection(r)
        if i is None or i.GetDimension() < 2 or i.IsEmpty(): continue
        i.Segmentize(0.002); i.Transform(to_equal)
        oracle[str(f['adcode']), reserve] = (i.GetArea(), 0.001 * i.Boundary().Length() + 0.01)
got = {(c['activity_id'], c['area_id']): c['m2'] for c in rows(FOLDER / 'geojson activities.gpkg', """SELECT activity_id, area_id,
  sum(overlap_m2) AS m2 FROM conflicts WHERE certainty <> 'contact' GROUP BY activity_id, area_id""")}
check('the same pairs as GEOS', sorted(got), sorted(oracle))
worst = max(((abs(got[k] - m2) - bound, k) for k, (m2, bound) in oracle.items() if k in got), default=(0, None))
true(f'areas agree with GEOS (worst excess {worst})', worst[0] <= 0)
true('there is something to compare', len(got) > 50)
done()
