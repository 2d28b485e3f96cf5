"""Bad input that reading must notice: exchanged axes, another zone, units, tables, rings, numbers, fields, CRS."""
import json, re, shutil, struct
from support import *
from osgeo import osr


def srs(epsg):
    s = osr.SpatialReference()
    s.ImportFromEPSG(epsg)
    s.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return s


def layer(name, rings, epsg=None, driver='GPKG'):
    path = FOLDER / f'{name}.{"gpkg" if driver == "GPKG" else "shp"}'
    if path.exists(): path.unlink()
    ds = gdal.GetDriverByName(driver).Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    out = ds.CreateLayer(name, srs(epsg) if epsg else None, ogr.wkbPolygon)
    out.CreateField(ogr.FieldDefn('id', ogr.OFTString))
    for i, ring in enumerate(rings):
        f = ogr.Feature(out.GetLayerDefn())
        f.SetField(0, f'C{i}')
        f.SetGeometry(ogr.CreateGeometryFromWkt('POLYGON ((' + ','.join(f'{x!r} {y!r}' for x, y in [*ring, ring[0]]) + '))'))
        out.CreateFeature(f)
    ds = None
    return path


RING = [(84.1, 44.1), (84.2, 44.1), (84.2, 44.2)]
OTHER = [(84.3, 44.3), (84.4, 44.3), (84.4, 44.4)]
AREAS = layer('areas', [[(84, 44), (85, 44), (85, 45), (84, 45)]], 4490)
swap = lambda ring: [(y, x) for x, y in ring]
shift = lambda ring, dx: [(x + dx, y) for x, y in ring]


def to(epsg, ring):
    t = osr.CoordinateTransformation(srs(4490), srs(epsg))
    return [t.TransformPoint(x, y)[:2] for x, y in ring]


number = 0


def overlay(activities, *more, areas=AREAS):
    global number
    number += 1
    out = FOLDER / f'out{number}.gpkg'
    return redline('overlay', '--areas', areas, '--activities', activities, '--as-of', '2019-03-31', '-o', out, *more), out


def refused(what, activities, *words, more=(), areas=AREAS):
    r, out = overlay(activities, *more, areas=areas)
    check(f'{what}: exit status', r.returncode, 3)
    for w in words: true(f'{what}: says {w!r} in {r.stderr!r}', w in r.stderr)
    true(f'{what}: no output appears', not out.exists())


def told(what, activities, code, rejected, used, *words, more=()):
    """A finding with these words; every feature is a row of the ledger."""
    r, out = overlay(activities, *more)
    check(f'{what}: exit status ({r.stderr})', r.returncode, 0)
    if r.returncode: return
    texts = [f['text'] for f in rows(out, f"SELECT text FROM findings WHERE code = '{code}'")]
    true(f'{what}: {code} among the findings', texts)
    for w in words: true(f'{what}: says {w!r} in {texts}', all(w in t for t in texts))
    row = rows(out, "SELECT * FROM rows WHERE feature IS NULL AND layer <> 'areas'")[0]
    check(f'{what}: rows', (row['read'], row['rejected'], row['used'] + row['repaired']), (rejected + used, rejected, used))


def good(what, activities, *more):
    r, out = overlay(activities, *more)
    check(f'{what}: exit status ({r.stderr})', r.returncode, 0)
    check(f'{what}: conflicts', rows(out, 'SELECT count(*) AS n FROM conflicts')[0]['n'] if out.exists() else None, 1)


# x and y exchanged
refused('axes exchanged, in range', layer('a', [swap(RING)], 4490), 'exchanged', 'a.gpkg', 'EPSG:4490')
refused('axes exchanged, out of range', layer('a', [swap(shift(RING, 20))], 4490), 'exchanged')
refused('areas with axes exchanged', layer('ok', [RING], 4490), 'exchanged', 'wrong.gpkg', areas=layer('wrong', [swap(RING)], 4490))
told('one of three exchanged', layer('a', [RING, swap(OTHER), OTHER], 4490), 'crs.swapped', 1, 2, '44.3')
refused('metres exchanged', layer('a', [swap(to(4516, RING))], 4516), 'exchanged')

# another zone: the proposed code is right, for with it the run finds the conflict
ZONE_28 = layer('zone28', [to(4516, RING)], 4516)
good('the truth', ZONE_28)
in_zone_29 = layer('a', [to(4516, RING)], 4517)
refused('zone 28 under zone 29', in_zone_29, 'zone number', 'EPSG:4516', 'EPSG:4517')
good('as proposed', in_zone_29, '--activities-crs', 'EPSG:4516')
told('stated to be far outside the zone', in_zone_29, 'crs.other_zone', 0, 1, 'EPSG:4516', more=['--activities-crs', 'EPSG:4517'])
told('one of two in another zone', layer('a', [to(4517, RING), to(4516, RING)], 4517), 'crs.other_zone', 0, 2, 'EPSG:4516')
r, made = overlay(layer('a', [to(4517, RING), to(4516, RING)], 4517))
true(f'the terminal names the row and what to do: {r.stdout}', all(w in r.stdout for w in ('1 features', 'EPSG:4517: C1;', 'EPSG:4516', 'split the layer')))
# C1, read as zone 29, lies 10 degrees west of the first area, on ground that the layer speaks for; by its number it lies inside: not clear
wide = layer('wide', [[(84, 44), (85, 44), (85, 45), (84, 45)], [(73, 50), (92, 50), (92, 50.1), (73, 50.1)]], 4490)
made = overlay(layer('a', [to(4517, RING), to(4516, RING)], 4517), areas=wide)[1]
check('of another zone by its number: never clear', [(x['activity_id'], x['verdict']) for x in rows(made, 'SELECT activity_id, verdict FROM activity_areas ORDER BY 1')], [('C0', 'review'), ('C1', 'review')])
true('and why', 'it may lie elsewhere' in redline('explain', made, 'C1').stdout)
# areas: the second one, read as zone 29, lies 10 degrees west; who stands where its number would put it is not clear
areas = layer('two', [to(4517, [(88, 46), (88.1, 46), (88.1, 46.1), (88, 46.1)]), to(4516, RING)], 4517)
there, far_off = RING, shift(RING, 1)
r, made = overlay(layer('a', [there, far_off], 4490), areas=areas)
what = {x['activity_id']: x['verdict'] for x in rows(made, 'SELECT activity_id, verdict FROM activity_areas')}
check('an area of another zone: who stands at its other place is for review', what, {'C0': 'review', 'C1': 'clear'})
check('and the layer says so', [(c['activity_id'], c['layer'], c['result']) for c in rows(made, "SELECT * FROM activity_checks WHERE result = 'not_checked'")], [('C0', 'two: C1', 'not_checked')])
true('explained', 'two: C1' in redline('explain', made, 'C0').stdout and 'not clear until' in redline('explain', made, 'C0').stdout)
place = next(f for f in rows(made, "SELECT * FROM findings WHERE code = 'run.other_place'"))
xs, ys = [x for x, _ in RING], [y for _, y in RING]
check('the finding has the box', (place['feature'], all(f'{v:.4f}' in place['text'] for v in (min(xs), max(xs), min(ys), max(ys)))), ('C1', True))
# areas without a usable polygon: nothing that may lie in them is clear. Of unknown place: everything; an unclosed line: what meets its box
def as_json(name, features):
    path = FOLDER / f'{name}.geojson'
    path.write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': {'id': i}, 'geometry': g} for i, g in features]}))
    return path
def drawn(kind, corners): return {'type': kind, 'coordinates': corners}
used = ('R1', drawn('Polygon', [[[84, 44], [85, 44], [85, 45], [84, 45], [84, 44]]]))
unclosed = ('R2', drawn('LineString', [[85.5, 44], [86.5, 44], [86.5, 45], [85.5, 45], [85.5, 44.001]]))
three = layer('a', [RING, shift(RING, 1.8), shift(RING, 1.2)], 4490)  # in R1, in the box of R2, in neither
for what, more, verdicts in (('without geometry', ('R2', None), ['review', 'incomplete', 'incomplete']), ('an unclosed line', unclosed, ['review', 'incomplete', 'clear']),
                             ('a name on the map', ('R2', drawn('Point', [86, 44.1])), ['review', 'clear', 'clear'])):
    r, made = overlay(three, areas=as_json('some', [used, more]))
    check(f'an area {what}: verdicts', [x['verdict'] for x in rows(made, 'SELECT verdict FROM activity_areas ORDER BY activity_id')], verdicts)
    check(f'an area {what}: told on the terminal', 'were not checked against: R2' in r.stdout, 'incomplete' in verdicts)
    check(f'an area {what}: explained', 'some: R2 has no usable polygon' in redline('explain', made, 'C1').stdout, 'incomplete' in verdicts)
two = FOLDER / 'two.sqlite'
ds = ogr.GetDriverByName('SQLite').CreateDataSource(str(two), options=['SPATIALITE=YES'])
table = ds.CreateLayer('rights', srs(4490), ogr.wkbNone)
for name, kind in (('centre', ogr.wkbPoint), ('outline', ogr.wkbPolygon)):
    column = ogr.GeomFieldDefn(name, kind)
    column.SetSpatialRef(srs(4490))
    table.CreateGeomField(column)
f = ogr.Feature(table.GetLayerDefn())
f.SetGeomField(0, ogr.CreateGeometryFromWkt('POINT (84.5 44.5)'))
f.SetGeomField(1, ogr.CreateGeometryFromWkt('POLYGON ((84.1 44.1, 84.2 44.1, 84.2 44.2, 84.1 44.1))'))
table.CreateFeature(f)
f = table = ds = None
told('two columns of geometry', two, 'read.several_geometries', 0, 1, '"centre" is read', '"outline" is not')
# a table: every row in the zone of its own number; all three lie in the area
wells = FOLDER / 'wells.csv'
points = [to(4517, [(84.9, 44.2)]), to(4516, [(84.3, 44.4)]), to(4516, [(84.5, 44.6)])]
wells.write_text('id,X,Y\n' + ''.join(f'C{i},{n:.3f},{e:.3f}\n' for i, [(e, n)] in enumerate(points)))
told('rows of a table in zones of their own', wells, 'run.own_zones', 0, 3, '28 (2), 29 (1)', more=['--activities-crs', 'EPSG:4517'])
r, made = overlay(wells, '--activities-crs', 'EPSG:4517')
true(f'the terminal says so: {r.stdout}', 'layer "wells"' in r.stdout and '28 (2), 29 (1)' in r.stdout)
check('-q does not', overlay(wells, '--activities-crs', 'EPSG:4517', '-q')[0].stdout, '')
check('all of them meet the area', rows(made, 'SELECT count(*) AS n FROM conflicts')[0]['n'], 3)
where = {r['activity_id']: (r['lon'], r['lat']) for r in rows(made, 'SELECT activity_id, lon, lat FROM conflicts')}
for i, (lon, lat) in enumerate([(84.9, 44.2), (84.3, 44.4), (84.5, 44.6)]):
    true(f'C{i} lies where it was measured: {where}', abs(where[f'C{i}'][0] - lon) < 1e-7 and abs(where[f'C{i}'][1] - lat) < 1e-7)
# the same wells with their zone numbers, or the meridians of the zones, in a column
plain = [(e % 1e6, n) for [(e, n)] in points]
for column, numbers in (('带号', (29, 28, 28)), ('中央子午线', ('87°', '84°', '84°'))):
    wells.write_text(f'id,{column},X,Y\n' + ''.join(f'C{i},{z},{n:.3f},{e:.3f}\n' for i, (z, (e, n)) in enumerate(zip(numbers, plain))))
    told(f'zones in the column {column}', wells, 'read.zone_column', 0, 3, column, '28, 29', more=['--activities-crs', 'EPSG:4517'])
    made = overlay(wells, '--activities-crs', 'EPSG:4517')[1]
    again = {r['activity_id']: (round(r['lon'], 7), round(r['lat'], 7)) for r in rows(made, 'SELECT activity_id, lon, lat FROM conflicts')}
    check(f'{column}: the same places', again, {k: (round(x, 7), round(y, 7)) for k, (x, y) in where.items()})
    refused(f'{column}: one zone without number', wells, 'carries a zone number', more=['--activities-crs', 'EPSG:4537'])
wells.write_text('id,带号,X,Y\n' + ''.join(f'C{i},28,{n:.3f},{e:.3f}\n' for i, (e, n) in enumerate(plain[1:])))
good_one = overlay(wells, '--activities-crs', 'EPSG:4537')[1]
check('one zone in the column: as the CRS says', rows(good_one, 'SELECT count(*) AS n FROM conflicts')[0]['n'], 2)
# one zone that is not the CRS's, other headings and words, outlines: none of them is placed in the zone of the CRS unsaid
wells.write_text('id,带号,X,Y\n' + ''.join(f'C{i},29,{n:.3f},{e:.3f}\n' for i, (e, n) in enumerate(plain[:1])))
refused('one zone in the column, another in the CRS', wells, 'carries a zone number', more=['--activities-crs', 'EPSG:4537'])
lon = rows(overlay(wells, '--activities-crs', 'EPSG:4538')[1], 'SELECT lon FROM conflicts')[0]['lon']
true(f'with the CRS of the column it lies where it was measured: {lon}', abs(lon - 84.9) < 1e-7)
WORDS = {'3度带第28带': '3度带第29带', '三度带28带': '三度带29带', '28.0': '29.0', '28带（84°）': '29带（87°）'}
for column, west, east in [('带号', *w) for w in WORDS.items()] + [('3度带号', 28, 29), ('三度带带号', 28, 29), ('坐标带', 28, 29), ('度带', 28, 29), ('中央子午线经度', 84, 87), ('L0', 84, 87)]:
    wells.write_text(f'id,{column},X,Y\n' + ''.join(f'C{i},{z},{n:.3f},{e:.3f}\n' for i, (z, (e, n)) in enumerate(zip((east, west, west), plain))))
    refused(f'{column} {west}: one zone without number', wells, 'carries a zone number', more=['--activities-crs', 'EPSG:4537'])
wells.write_text('id,带号,wkt\n' + ''.join(f'C{i},{z},"POLYGON(({e:.3f} {n:.3f},{e + 100:.3f} {n:.3f},{e:.3f} {n + 100:.3f},{e:.3f} {n:.3f}))"\n' for i, (z, (e, n)) in enumerate(zip((29, 28, 28), plain))))
refused('outlines in WKT: one zone without number', wells, 'carries a zone number', more=['--activities-crs', 'EPSG:4537'])
made = overlay(wells, '--activities-crs', 'EPSG:4517')[1]
found = {r['activity_id']: r['x'] for r in rows(made, 'SELECT activity_id, lon AS x FROM conflicts')}
true(f'outlines in WKT: in zones of their own {found}', all(0 < found[f'C{i}'] - lon < .002 for i, lon in enumerate((84.9, 84.3, 84.5))))
# a table of corners is no table of wells
wells.write_text('许可证号,点号,X,Y\n' + ''.join(f'C{k},{j},{n:.3f},{e:.3f}\n' for k, ring in enumerate((RING, OTHER)) for j, (e, n) in enumerate(to(4516, ring))))
told('corners as rows', wells, 'run.rows_are_corners', 0, 6, '点号', '2 ids', more=['--activities-crs', 'EPSG:4516'])
true('the terminal says so', 'redline convert' in overlay(wells, '--activities-crs', 'EPSG:4516')[0].stdout)
one_zone = FOLDER / 'one_zone.csv'  # two points of one zone, the second 660 km west of its meridian
points = [to(4518, [(90.1, 44.2)]), to(4518, [(82.0, 44.4)])]
one_zone.write_text('id,X,Y\n' + ''.join(f'C{i},{n:.3f},{e:.3f}\n' for i, [(e, n)] in enumerate(points)))
told('a table in one zone, far beyond its strip', one_zone, 'crs.other_zone', 0, 2, 'EPSG:4517', more=['--activities-crs', 'EPSG:4518'])
beyond = [(86.4, 44.4), (86.5, 44.4), (86.5, 44.5)]  # 335 km past the meridian of zone 27, 670 km past that of zone 26
told('one zone drawn beyond its strip is one zone', layer('a', [to(4514, RING), to(4514, beyond)], 4514), 'crs.other_zone', 0, 2, 'EPSG:4515')
six_digits = layer('a', [to(4537, RING)], 4516)
refused('no zone number', six_digits, 'no zone number', 'EPSG:4537')
good('as proposed', six_digits, '--activities-crs', 'EPSG:4537')
with_number = layer('a', [to(4516, RING)], 4537)
refused('an unwanted zone number', with_number, 'carries a zone number', 'EPSG:4516')
good('as proposed', with_number, '--activities-crs', 'EPSG:4516')
refused('a six-degree zone under a three-degree one', layer('a', [to(4492, RING)], 4516), 'EPSG:4492')
told('one of two without number', layer('a', [to(4516, RING), to(4537, RING)], 4516), 'crs.no_prefix', 1, 1, 'EPSG:4537')

# degrees and metres
refused('degrees under metres', layer('a', [RING], 4516), 'degrees', 'EPSG:4490')
refused('metres under degrees', layer('a', [to(4516, RING)], 4490), 'metres', 'EPSG:4516')
refused('metres without a zone under degrees', layer('a', [to(4537, RING)], 4490), 'metres', 'central meridian')
refused('far away', layer('a', [shift(to(4516, RING), 4e6)], 4516), '4516')

# numbers and rings
nan = layer('nan', [RING, OTHER], 4490, 'ESRI Shapefile')
shp = bytearray(nan.read_bytes())  # header 100, record header 8, type 4, box 32, counts 8, one part 4, first corner 16: the second

shp[172:180] = struct.pack('<d', float('nan'))
nan.write_bytes(shp)
told('NaN', nan, 'geometry.not_finite', 1, 1)
for text in ('nan', 'inf', '1e999'):
    (FOLDER / 'nan.csv').write_text(f'id,lon,lat\nC1,{text},44.1\nC2,84.2,44.2\n')
    told(f'{text} in a table', FOLDER / 'nan.csv', 'read.row_no_number', 1, 1)
(FOLDER / 'ring.geojson').write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': {'id': i}, 'geometry': {
    'type': 'Polygon', 'coordinates': [[*map(list, RING), *end]]}} for i, end in (('C1', [[84.1, 44.2]]), ('C2', [[84.1, 44.1]]))]}))
told('an unclosed ring', FOLDER / 'ring.geojson', 'read.unclosed_ring', 1, 1, '84.1, 44.2')

# tables
write = lambda name, text: (FOLDER / name).write_text(text) and FOLDER / name
refused('headings exchanged', write('t.csv', 'id,纬度,经度\nC1,84.1,44.1\nC2,84.2,44.2\n'), '纬度', 'other way round')
told('a total and a row of zeros', write('t.csv', 'id,经度,纬度\nC1,84.1,44.1\nC2,0,0\n合计,,\n'), 'read.row_zero', 2, 1)
told('one row exchanged', write('t.csv', 'id,X,Y\n' + ''.join(f'C{i},{4900000 + i},28421000\n' for i in range(20)) + 'C99,28421000,4900000\n'), 'read.row_swapped', 1, 20, more=['--activities-crs', 'EPSG:4516'])
refused('undecided columns', write('t.csv', 'id,x,y\nC1,500000,600000\n'), '"x"', '--x-field', more=['--activities-crs', 'EPSG:4516'])
refused('no coordinates', write('t.csv', 'id,name\nC1,a\n'), 'id, name', '--x-field')
refused('a column that is not there', write('t.csv', 'id,east_m,north_m\nC1,28421000,4900000\n'), 'east_m', more=['--x-field', 'east', '--y-field', 'north_m'])
refused('a table of metres without CRS', write('t.csv', 'id,X,Y\nC1,4900000,28421000\n'), 't.csv', '--activities-crs')
stray = write('t.csv', 'id,经度,纬度\nC1,84°06\'00",44.1\nC2,84.2,44.2\nC3,84.25,44.25\n')
r, out = overlay(stray)
check('a sign for seconds that opens no quotation swallows no row', (r.returncode, rows(out, 'SELECT count(*) AS n FROM conflicts')[0]['n'] if out.exists() else None), (0, 3))

# One language in a text, as the run says.
HAN = re.compile('[\u4e00-\u9fff]')
table = write('t.csv', 'id,lon,lat\nC1,84.1,44.1\nC2,0,0\nC3,a,b\n')
bow = layer('bow', [[(84.1, 44.1), (84.2, 44.2), (84.2, 44.1), (84.1, 44.2)]], 4490)
for language in ('zh', 'en'):
    for source in (table, bow):
        r, out = overlay(source, '--lang', language)
        reasons = [x['reason'] for x in rows(out, 'SELECT reason FROM rows WHERE reason IS NOT NULL')]
        texts = reasons + [x['text'] for x in rows(out, "SELECT text FROM findings WHERE code <> 'read.fields'")]
        true(f'{language}, {source.name}: there are reasons', reasons)
        for text in texts:
            true(f'{language}: one language in {text!r}', not HAN.search(text) if language == 'en' else not re.search('[a-z]{3} [a-z]{3}|[a-z]-[a-z]', text))

refused('a quotation that never closes', write('t.csv', 'id,name,lon,lat\nC1,"a,84.2,44.2\nC2,b,84.3,44.3\n'), 'line 2')

# fields and CRS
refused('a missing field', ZONE_28, 'nofield', 'did you mean', more=['--activity-id', 'nofield'])
refused('a layer without CRS', layer('d', [RING], None, 'ESRI Shapefile'), 'd.shp', '--activities-crs')
refused('a condition that is none', ZONE_28, 'nosuch', more=['--where', 'nosuch = 1'])
refused('the name of a field without quotes', write('w.csv', '编号,lon,lat\nF,84.2,44.2\n'), '编号', '"', "'F'", 'double quotes', more=['--where', "编号 = 'F'", '--activities-crs', 'EPSG:4490'])
refused('a table of whole outlines', write('kq.csv', '许可证号,矿种,区域坐标\nC1,煤,"1,4890000,28500000;2,4890000,28501000;3,4891000,28501000"\n'), '区域坐标', 'redline convert')
for name, ellipsoid in (('IAG75', '6378140,298.257'), ('Krasovsky', '6378245,298.3')):
    user = f'GEOGCS["mine",DATUM["D_mine",SPHEROID["{name}",{ellipsoid}]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]'
    refused(f'a CRS of the ellipsoid {name} alone', layer(f'of_{name}', [RING], 4490), name, '--activities-crs', 'xian1980', 'beijing1954', more=['--activities-crs', user])
shutil.rmtree(FOLDER)
done()
