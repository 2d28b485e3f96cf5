"""The same activities written in every format by GDAL, overlaid on the same areas: the same conflicts, ids, names and areas."""
import shutil, zipfile
from support import *
from postgis_server import PostgisServer, ServerMissing
from osgeo import osr

FIELDS = ['许可证号', '矿山名称', '类型', '开采主矿种']
RIGHTS = [  # id, name, kind, mineral, ring
    ('C6500002011', '新疆天山铁矿有限公司一号矿', '采矿权', '铁矿', [(84.95, 44.02), (85.03, 44.01), (85.04, 44.09), (84.96, 44.08)]),
    ('C6500002012', '巴音郭楞砂石料场', '采矿权', '建筑用砂', [(85.10, 44.105), (85.15, 44.105), (85.13, 44.16)]),
    ('T6500002013', '阿勒泰金矿勘查', '探矿权', '金矿', [(85.18, 44.17), (85.25, 44.18), (85.24, 44.25), (85.17, 44.23)]),
    ('C6500002014', '区外煤矿', '采矿权', '煤', [(86.00, 45.00), (86.02, 45.00), (86.02, 45.02)])]
WELLS = [('W-1', '塔里木一号井', 85.123456, 44.0512345), ('W-2', '轮南二号井', 85.05, 44.125), ('W-3', '区外井', 87.25, 43.5)]


def srs(epsg):
    s = osr.SpatialReference()
    s.ImportFromEPSG(epsg)
    s.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return s


def ring_wkt(ring):
    return 'POLYGON ((' + ','.join(f'{x} {y}' for x, y in [*ring, ring[0]]) + '))'


def write(driver, source, layer, fields, rows, geometry=ogr.wkbPolygon, epsg=4490, options=(), target=''):
    """rows: (values…, WKT or None)"""
    ds = gdal.GetDriverByName(driver).Create(str(source), 0, 0, 0, gdal.GDT_Unknown) if not target else gdal.OpenEx(target, gdal.OF_VECTOR | gdal.OF_UPDATE)
    out = ds.CreateLayer(layer, srs(epsg) if epsg else None, geometry, list(options))
    for name in fields:
        field = ogr.FieldDefn(name, ogr.OFTString)
        field.SetWidth(60)
        out.CreateField(field)
    for *values, wkt in rows:
        f = ogr.Feature(out.GetLayerDefn())
        for i, value in enumerate(values):
            f.SetField(i, value)
        if wkt: f.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        out.CreateFeature(f)
    ds = None
    return source


AREAS = write('GPKG', FOLDER / 'areas.gpkg', 'areas', ['保护区名称', '功能区', '类型', '编号'], [
    ('天池自然保护区', '核心区', '自然保护区', 'R1', ring_wkt([(85.0, 44.0), (85.2, 44.0), (85.2, 44.1), (85.0, 44.1)])),
    ('天池自然保护区', '实验区', '自然保护区', 'R1', ring_wkt([(85.0, 44.1), (85.2, 44.1), (85.2, 44.2), (85.0, 44.2)]))])
POLYGONS = [(i, n, k, m, ring_wkt(r)) for i, n, k, m, r in RIGHTS]
number = 0


def overlay(source, *more, areas=AREAS):
    global number
    number += 1
    out = FOLDER / f'out{number}.gpkg'
    r = redline('overlay', '--areas', areas, '--activities', source, '--as-of', '2019-03-31', '-o', out, *more)
    check(f'{source}: exit status ({r.stderr})', r.returncode, 0)
    return out


def conflicts(out):
    return {(c['activity_id'], c['area_id'], c['zone']): c for c in rows(out, 'SELECT * FROM conflicts')}


def layer_row(out):
    return rows(out, "SELECT * FROM layers_checked WHERE role = 'activities'")[0]


def same(what, out, want, m2, encoding, names=True):
    got = conflicts(out)
    check(f'{what}: conflicts', sorted(got), sorted(want))
    for key in set(got) & set(want):
        a, b = got[key], want[key]
        true(f"{what}: area of {key}: {a['overlap_m2']} and {b['overlap_m2']}", abs(a['overlap_m2'] - b['overlap_m2']) <= m2)
        if names:
            for column in ('activity_name', 'activity_kind', 'mineral', 'area_name', 'verdict'):
                check(f'{what}: {column} of {key}', a[column], b[column])
    check(f'{what}: encoding', layer_row(out)['encoding'], encoding)
    ledger = rows(out, "SELECT * FROM rows WHERE feature IS NULL AND layer <> 'areas'")[0]
    check(f'{what}: rows', (ledger['read'], ledger['used']), (len(RIGHTS), len(RIGHTS)))


def found(out, code):
    return rows(out, f"SELECT * FROM findings WHERE code = '{code}'")


# The standard that the others are held to, itself held to OGR's intersections in an equal-area projection.
standard = conflicts(overlay(write('GPKG', FOLDER / '采矿权.gpkg', '采矿权', FIELDS, POLYGONS)))
check('pairs of right and zone by hand', sorted(standard), [('C6500002011', 'R1', 'core'), ('C6500002012', 'R1', 'experimental'), ('T6500002013', 'R1', 'experimental')])
albers = osr.SpatialReference()
albers.ImportFromProj4('+proj=cea +lon_0=85 +lat_ts=0 +ellps=GRS80')  # differs from CGCS2000 by 0.1 mm of the semi-minor axis
to_albers = osr.CoordinateTransformation(srs(4490), albers)
zones = {zone: ogr.CreateGeometryFromWkt(ring_wkt(r)) for zone, r in (('core', [(85.0, 44.0), (85.2, 44.0), (85.2, 44.1), (85.0, 44.1)]), ('experimental', [(85.0, 44.1), (85.2, 44.1), (85.2, 44.2), (85.0, 44.2)]))}
for (activity, _, zone), c in standard.items():
    piece = ogr.CreateGeometryFromWkt(next(p[-1] for p in POLYGONS if p[0] == activity)).Intersection(zones[zone])
    piece.Segmentize(0.0001)
    piece.Transform(to_albers)
    # Segments of 10 m stray from the straight line in longitude/latitude by less than 1 µm: rounding alone is left.
    true(f"{activity}: {c['overlap_m2']} m² and {piece.GetArea()} by OGR", abs(c['overlap_m2'] - piece.GetArea()) < 0.05)
check('names arrive', standard['C6500002011', 'R1', 'core']['activity_name'], RIGHTS[0][1])

# Exact: coordinates are stored as doubles. 1e-6 m² is the noise of summing doubles of 1e7 m².
EXACT = 1e-6
shp = lambda name, encoding: write('ESRI Shapefile', FOLDER / f'{name}.shp', name, FIELDS, POLYGONS, options=[f'ENCODING={encoding}'])
same('Shapefile, GBK by .cpg, Chinese file name', overlay(shp('采矿权', 'GBK')), standard, EXACT, 'GB18030')
bare = shp('采矿权无声明', 'GBK')
bare.with_suffix('.cpg').unlink()
out = overlay(bare)
same('Shapefile, GBK without .cpg', out, standard, EXACT, 'GB18030')
true('the evidence is told', any('not UTF-8' in f['text'] for f in found(out, 'read.encoding')))
lying = shp('采矿权误声明', 'GBK')
lying.with_suffix('.cpg').write_text('UTF-8')
out = overlay(lying)
same('Shapefile, GBK with a .cpg that says UTF-8', out, standard, EXACT, 'GB18030')
true('the contradiction is told', found(out, 'read.encoding_contradicted'))
same('Shapefile, UTF-8: field names cut at ten bytes', overlay(shp('utf8', 'UTF-8')), standard, EXACT, 'UTF-8')
same('Shapefile in a folder', overlay(f'{FOLDER}:utf8'), standard, EXACT, 'UTF-8')
with zipfile.ZipFile(FOLDER / '打包.zip', 'w') as z:
    for part in ('shp', 'shx', 'dbf', 'prj', 'cpg'):
        z.write(FOLDER / f'采矿权.{part}', f'数据/采矿权.{part}')
same('Shapefile in an archive', overlay(FOLDER / '打包.zip'), standard, EXACT, 'GB18030')
same('GeoJSON', overlay(write('GeoJSON', FOLDER / '采矿权.geojson', 'rights', FIELDS, POLYGONS, epsg=4326, options=['COORDINATE_PRECISION=15'])), standard, EXACT, 'UTF-8')
same('FlatGeobuf', overlay(write('FlatGeobuf', FOLDER / '采矿权.fgb', 'rights', FIELDS, POLYGONS)), standard, EXACT, 'UTF-8')
csv_file = write('CSV', FOLDER / '矿权wkt.csv', 'rights', ['WKT', *FIELDS], [(p[-1], *p[:-1], None) for p in POLYGONS], geometry=ogr.wkbNone)
same('CSV with WKT', overlay(csv_file, '--activities-crs', 'EPSG:4490'), standard, EXACT, 'UTF-8')

# Rounded: a vertex moved by d moves an area by at most d times half the outline on each side; outlines here are below 40 km.
# KML as OGR writes it has 15 significant digits: 1e-13 degrees, so rounding of doubles again.
same('KML', overlay(write('LIBKML', FOLDER / '采矿权.kml', 'rights', FIELDS, POLYGONS, epsg=4326)), standard, EXACT, 'UTF-8')
same('KMZ', overlay(write('LIBKML', FOLDER / '采矿权.kmz', 'rights', FIELDS, POLYGONS, epsg=4326)), standard, EXACT, 'UTF-8')
# Fields without a schema, as Google Earth and Ovital write them: names of one length are fields of their own.
def placemark(values, ring):
    data = ''.join(f'<Data name="{n}"><value>{v}</value></Data>' for n, v in zip(FIELDS, values))
    return (f'<Placemark><name>{values[1]}</name><ExtendedData>{data}</ExtendedData><Polygon><outerBoundaryIs><LinearRing><coordinates>'
            + ' '.join(f'{x},{y}' for x, y in [*ring, ring[0]]) + '</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>')
bare = ('<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>矿权</name>'
        + ''.join(placemark(values, ring) for *values, ring in RIGHTS) + '</Document></kml>')
(FOLDER / '图钉.kml').write_text(bare)
with zipfile.ZipFile(FOLDER / '图钉.kmz', 'w') as z: z.writestr('doc.kml', bare)
for ending in ('kml', 'kmz'):
    same(f'{ending}: ExtendedData without a schema', overlay(FOLDER / f'图钉.{ending}'), standard, EXACT, 'UTF-8')
# A file geodatabase keeps multiples of 1e-9 degrees: 0.06 mm at most from the point, times 40 km.
same('OpenFileGDB', overlay(f"{write('OpenFileGDB', FOLDER / '矿权.gdb', '采矿权', FIELDS, POLYGONS)}:采矿权"), standard, 2.5, 'UTF-8')
# A drawing has no attributes but its layer and no coordinate system; 15 digits again.
dxf = write('DXF', FOLDER / '矿权.dxf', 'entities', [], [(i, w.replace('POLYGON ((', 'LINESTRING (').replace('))', ')')) for i, *_, w in POLYGONS], geometry=ogr.wkbUnknown, epsg=None)
out = overlay(dxf, '--activities-crs', 'EPSG:4490', '--activity-id', 'Layer', '--activity-kind', '=采矿权')
same('DXF', out, standard, EXACT, layer_row(out)['encoding'], names=False)
true('closed lines as polygons are told', found(out, 'read.closed_lines'))

drawing = dxf.read_bytes().replace(b'C6500002011', '甲矿区范围线'.encode('gbk'))
utf8 = dxf.read_bytes().replace(b'C6500002011', '甲矿区范围线'.encode())
check('the drawing OGR writes says ANSI_1252', drawing.count(b'ANSI_1252'), 1)
for what, data, encoding, told in (('ANSI_936', drawing.replace(b'ANSI_1252', b'ANSI_936'), 'GB18030', False), ('the wrong code page', drawing, 'GB18030', True),
                                   ('UTF-8', utf8.replace(b'ANSI_1252', b'UTF-8'), 'UTF-8', False), ('UTF-8 under a code page', utf8, 'UTF-8', True)):
    (FOLDER / 'named.dxf').write_bytes(data)
    out = overlay(FOLDER / 'named.dxf', '--activities-crs', 'EPSG:4490', '--activity-id', 'Layer')
    true(f'DXF, {what}: the layer keeps its Chinese name', any(c['activity_id'] == '甲矿区范围线' for c in conflicts(out).values()))
    check(f'DXF, {what}: encoding', layer_row(out)['encoding'], encoding)
    check(f'DXF, {what}: a contradiction is told', bool(found(out, 'read.encoding_contradicted_dxf')), told)

# Points in tables. 1e-9 degrees is a tenth of a millimetre.
wells = conflicts(overlay(write('GPKG', FOLDER / 'wells.gpkg', 'wells', ['井号', '井名'], [(i, n, f'POINT ({x} {y})') for i, n, x, y in WELLS], geometry=ogr.wkbPoint), '--activity-kind', '=油井'))
check('wells by hand', sorted(wells), [('W-1', 'R1', 'core'), ('W-2', 'R1', 'experimental')])


def same_points(what, out, encoding, degrees=1e-9, read=len(WELLS)):
    got = conflicts(out)
    check(f'{what}: conflicts', sorted(got), sorted(wells))
    for key in set(got) & set(wells):
        check(f'{what}: name', got[key]['activity_name'], wells[key]['activity_name'])
        for axis in ('lon', 'lat'):
            true(f'{what}: {axis} {got[key][axis]} {wells[key][axis]}', abs(got[key][axis] - wells[key][axis]) <= degrees)
    check(f'{what}: encoding', layer_row(out)['encoding'], encoding)
    check(f'{what}: rows', rows(out, "SELECT * FROM rows WHERE feature IS NULL AND layer <> 'areas'")[0]['read'], read)


def dms(v):
    minutes, seconds = divmod(round(v * 3600, 9), 60)
    return f'{int(minutes // 60)}°{int(minutes % 60):02d}′{seconds:.7f}″'


table = '井号,井名,经度,纬度\n' + ''.join(f'{i},{n},{x},{y}\n' for i, n, x, y in WELLS)
for encoding, shown in (('gbk', 'GB18030'), ('utf-8', 'UTF-8'), ('utf-8-sig', 'UTF-8'), ('utf-16', 'UTF-16')):
    (FOLDER / '油井.csv').write_bytes(table.encode(encoding))
    same_points(f'CSV in {encoding}', overlay(FOLDER / '油井.csv', '--activity-kind', '=油井'), shown)
(FOLDER / 'dms.csv').write_text('2019年油井坐标表,,,\n井号,井名,经度,纬度\n' + ''.join(f'{i},{n},{dms(x)},{dms(y)}\n' for i, n, x, y in WELLS))
out = overlay(FOLDER / 'dms.csv', '--activity-kind', '=油井')
same_points('CSV with a title, degrees, minutes, seconds', out, 'UTF-8', 1e-10)
true('the title row is told', found(out, 'read.title_rows'))
true('the assumed datum is told', found(out, 'read.degrees_assumed'))
true('not where the system is stated', not found(overlay(FOLDER / 'dms.csv', '--activity-kind', '=油井', '--activities-crs', 'EPSG:4326'), 'read.degrees_assumed'))
for title in ('2019年油井坐标表\n', '油井坐标表\r\n单位：某局，2019年\n\n'):  # without the separators of the rows below, which may be others than commas
    for encoding, shown in (('gbk', 'GB18030'), ('utf-8', 'UTF-8'), ('utf-8-sig', 'UTF-8')):
        for separator in ',;\t':
            (FOLDER / '油井.csv').write_bytes((title + table.replace(',', separator)).encode(encoding))
            out = overlay(FOLDER / '油井.csv', '--activity-kind', '=油井')
            same_points(f'CSV in {encoding} below {title!r} with {separator!r}', out, shown)
            true('its title is told', found(out, 'read.title_rows'))
plane = osr.CoordinateTransformation(srs(4490), srs(4516))
metres = {i: plane.TransformPoint(x, y)[:2] for i, _, x, y in WELLS}
(FOLDER / 'plane.csv').write_bytes(('井号,井名,X,Y\n' + ''.join(f'{i},{n},{metres[i][1]:.4f},{metres[i][0]:.4f}\n' for i, n, *_ in WELLS)).encode('gbk'))
out = overlay(FOLDER / 'plane.csv', '--activity-kind', '=油井', '--activities-crs', 'EPSG:4516')
same_points('CSV with X north, Y east', out, 'GB18030')
true('which column is north is told', found(out, 'read.x_is_north'))
out = overlay(FOLDER / 'plane.csv', '--activity-kind', '=油井', '--activities-crs', 'EPSG:4516', '--x-field', 'Y', '--y-field', 'X')
same_points('CSV with named columns', out, 'GB18030')
sheet = [('井号', '井名', '经度', '纬度', None), *[(i, n, str(x), str(y), None) for i, n, x, y in WELLS]]
xlsx = write('XLSX', FOLDER / '油井.xlsx', '油井', ['某油田油井坐标表', 'a', 'b', 'c'], sheet, geometry=ogr.wkbNone, epsg=None)
same_points('XLSX with a title', overlay(xlsx, '--activity-kind', '=油井'), 'UTF-8')

# What is reduced is told; what is left is the same. A circle of 1 km radius: an arc's corners stray by 2.4 mm, times 6.3 km.
curved = FOLDER / 'curved.gpkg'
x, y = 500000, 4875000
write('GPKG', curved, 'c', ['许可证号', '类型'], [('K1', '采矿权', f'CURVEPOLYGON ZM (CIRCULARSTRING ZM ({x + 1000} {y} 5 1,{x} {y + 1000} 5 1,{x - 1000} {y} 5 1,{x} {y - 1000} 5 1,{x + 1000} {y} 5 1))')], geometry=ogr.wkbUnknown, epsg=4537)
big = write('GPKG', FOLDER / 'big.gpkg', 'big', ['编号'], [('B', ring_wkt([(83, 43), (86, 43), (86, 46), (83, 46)]))])
out = overlay(curved, areas=big)
for code in ('read.curves', 'read.z', 'read.m'):
    true(f'{code} is told', found(out, code))
check('planar area of the circle', round(rows(out, 'SELECT planar_m2 FROM activity_areas')[0]['planar_m2'] / 1e6, 4), 3.1416)

# The county layers of Xinjiang as real files: GBK with .cpg, GBK without it and far outside its zone 29, file geodatabase.
counties = {}
for name in ('新疆县级_GBK.shp', '新疆县级_GBK_nocpg_GK29.shp', 'xinjiang_cgcs2000.gdb:XZQ'):
    path = shared('derived-chinese-formats', name.split(':')[0]) + name[len(name.split(':')[0]):]
    out = overlay(AREAS, areas=path, *(['--area-name', 'XZQMC'] if 'XZQ' in name else ['--area-name', '县名']))
    counties[name] = sorted((c['area_name'], c['overlap_m2']) for c in conflicts(out).values())
    check(f'{name}: encoding', rows(out, "SELECT encoding FROM layers_checked WHERE role = 'areas'")[0]['encoding'], 'UTF-8' if 'gdb' in name else 'GB18030')
first, plane_, gdb = counties.values()
true('some counties', len(first) >= 2)
# The plane's file was made corner by corner, so a border of 5 km between two corners bows by up to 0.5 m against the straight line
# in degrees; what one county loses its neighbour gains, so that the sum is held to the rounding of corners (1 mm, 0.06 mm) times 60 km.
for what, other, m2, sum_m2 in (('outside its zone', plane_, 2500, 60), ('geodatabase', gdb, 10, 10)):
    true(f'counties, {what}: sum', abs(sum(a for _, a in other) - sum(a for _, a in first)) <= sum_m2)
    check(f'counties, {what}', [n for n, _ in other], [n for n, _ in first])
    for (name, a), (_, b) in zip(first, other):
        true(f'county {name}, {what}: {a} and {b}', abs(a - b) <= m2)
out = overlay(shared('kazakhstan-kalamkas-wells', 'wells.geojson'), areas=write('GPKG', FOLDER / 'kz.gpkg', 'kz', ['编号'], [('KZ', ring_wkt([(50, 44), (54, 44), (54, 46), (50, 46)]))]))
ids = rows(out, 'SELECT count(*) AS n, count(DISTINCT conflict_id) AS d FROM conflicts')[0]
true('wells with repeated ids are all kept apart', ids['n'] > 0 and ids['n'] == ids['d'])

try:
    with PostgisServer() as pg:
        write('PostgreSQL', None, '采矿权', FIELDS, POLYGONS, options=['LAUNDER=NO', 'GEOMETRY_NAME=geom'], target=pg.dsn)
        out = overlay(f'{pg.dsn}:采矿权')
        same('PostGIS', out, standard, EXACT, 'UTF-8')
        same('PostGIS, its only layer', overlay(pg.dsn), standard, EXACT, 'UTF-8')
        pg.sql('CREATE SCHEMA 自然资源; CREATE TABLE 自然资源.矿权 AS SELECT * FROM "采矿权"')
        same('PostGIS, another schema', overlay(f'{pg.dsn}:自然资源.矿权'), standard, EXACT, 'UTF-8')
        check('pairs as PostGIS itself sees them', pg.sql(f'SELECT count(*) FROM "采矿权" WHERE ST_Area(ST_Intersection(geom, ST_GeomFromText(\'{ring_wkt([(85.0, 44.0), (85.2, 44.0), (85.2, 44.2), (85.0, 44.2)])}\', 4490))) > 0'), [(str(len({k[0] for k in standard})),)])
        true('the source is named', '采矿权' in layer_row(out)['source'] and pg.database in layer_row(out)['source'])
        true('no password in the ledger', pg.password.encode() not in out.read_bytes() and pg.password not in pathlib.Path(f'{out}.run.json').read_text())
        for wrong in (f'{pg.dsn}:nolayer', pg.dsn.replace('dbname=redline', 'dbname=none'), f'{pg.dsn} port=1'):
            r = redline('overlay', '--areas', AREAS, '--activities', wrong, '--as-of', '2019-03-31', '-o', FOLDER / 'none.gpkg')
            check('a database that cannot be used: exit status', r.returncode, 3)
            true(f'and no password: {r.stderr}', pg.password not in r.stderr + r.stdout and '***' in r.stderr)
        true('the server is used through its socket only', pg.sql('SHOW listen_addresses') == [('',)])
except ServerMissing as e:
    print(f'PostGIS not tested: {e}')
    true('PostGIS is there in CI', not os.environ.get('CI'))
shutil.rmtree(FOLDER)
done()
