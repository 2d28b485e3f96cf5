"""What offices and phones hand in: zipped shapefiles, KML and KMZ, DXF, GeoJSON, and lists with every kind of mistake. Nothing that was not read ends as clear."""
import json, zipfile
from osgeo import ogr, osr
from corner_support import AREAS
from support import FOLDER, check, done, redline, true

LICENCE = 'C6500002019011110000031'


def screened(source, *args):
    """Exit status, {id: verdict}, what was said."""
    out = FOLDER / 'inputs.json'
    out.unlink(missing_ok=True)
    r = redline('screen', source, *AREAS, *args, '--json', out)
    found = json.loads(out.read_text(encoding='utf-8'))['applications'] if out.exists() else []
    return r.returncode, {a['id']: a['verdict'] for a in found}, r.stderr + json.dumps(found, ensure_ascii=False)


def refused(name, source, *words, args=()):
    status, found, said = screened(source, *args)
    true(f'{name}: {status} {found} {said[:600]}', status == 3 and not found and all(w in said for w in words))


def text(name, content):
    path = FOLDER / name
    path.write_text(content, encoding='utf-8')
    return path


def square(x, y, size=0.01):
    return [(x, y), (x + size, y), (x + size, y + size), (x, y + size), (x, y)]


INSIDE, OUTSIDE = square(83.41, 44.31), square(83.31, 44.31)


# --- Shapefiles: GBK without .cpg, in a folder of the archive. ---
def shapefile(name, *features):
    folder = FOLDER / name
    folder.mkdir()
    source = ogr.GetDriverByName('ESRI Shapefile').CreateDataSource(str(folder / f'{name}.shp'))
    system = osr.SpatialReference()
    system.ImportFromEPSG(4490)
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    layer = source.CreateLayer(name, system, ogr.wkbPolygon, ['ENCODING=GBK'])
    for field in ('许可证号', '矿山名称'):
        layer.CreateField(ogr.FieldDefn(field, ogr.OFTString))
    for ring, *values in features:
        feature = ogr.Feature(layer.GetLayerDefn())
        for i, value in enumerate(values):
            feature.SetField(i, value)
        feature.SetGeometry(ogr.CreateGeometryFromWkt('POLYGON((' + ','.join(f'{x} {y}' for x, y in ring) + '))'))
        layer.CreateFeature(feature)
    source = layer = None
    (folder / f'{name}.cpg').unlink(missing_ok=True)
    return folder


def archive(name, *members):
    path = FOLDER / name
    with zipfile.ZipFile(path, 'w') as z:
        for inside, content in members:
            if hasattr(content, 'iterdir'):
                for f in content.iterdir():
                    z.write(f, inside + f.name)
            else:
                z.writestr(inside, content)
    return path


one = shapefile('kq', (INSIDE, LICENCE, '精河铁矿'))
three = shapefile('three', (INSIDE, 'C1', '甲'), (OUTSIDE, 'C2', '乙'), (square(83.21, 44.31), 'C3', '丙'))
status, found, said = screened(archive('one.zip', ('矿区资料/', one)))
true(f'GBK in a folder: {said}', status == 1 and list(found.values()) == ['review'] and LICENCE in said and '精河铁矿' in said)
check('three features', screened(archive('three.zip', ('', three)))[1], {'C1': 'review', 'C2': 'clear', 'C3': 'clear'})
refused('two shapefiles', archive('two.zip', ('', one), ('b/', three)), 'has several layers, name one: kq, three')

CORNER_LIST = ('坐标.txt', '1,4911000,28437000\n2,4911500,28437000\n3,4911500,28437500\n')
for name, beside in (('beside.zip', [CORNER_LIST]), ('folder.zip', [('资料/界址点.TXT', '1'), ('手簿.dat', '2')])):
    status, found, said = screened(archive(name, ('', one), *beside))
    true(f'texts beside: {said}', status == 1 and 'which were not read' in said and all(b[0] in said for b in beside))
_, _, said = screened(archive('sidecars.zip', ('', one), ('照片.jpg', '')))
true(f'nothing beside: {said}', 'which were not read' not in said)

# --- KML and KMZ: all that is in them, or an error. ---
HEAD = '<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>'


def kml(*inner):
    return HEAD + ''.join(inner) + '</Document></kml>'


def polygon(ring):
    return '<Polygon><outerBoundaryIs><LinearRing><coordinates>' + ' '.join(f'{x},{y},0' for x, y in ring) + '</coordinates></LinearRing></outerBoundaryIs></Polygon>'


def mark(name, geometry):
    return f'<Placemark><name>{name}</name>{geometry}</Placemark>'


CLEAR, CONFLICT = kml(mark('矿', polygon(OUTSIDE))), kml(mark('矿', polygon(INSIDE)))
check('a KML', screened(text('a.kml', CLEAR))[:2], (0, {'a': 'clear'}))
check('MultiGeometry', screened(text('multi.kml', kml(mark('矿', f'<MultiGeometry>{polygon(OUTSIDE)}{polygon(INSIDE)}</MultiGeometry>'))))[:2], (1, {'multi': 'review'}))
check('a KMZ', screened(archive('a.kmz', ('doc.kml', CONFLICT)))[:2], (1, {'a': 'review'}))
refused('a KMZ of two', archive('two.kmz', ('doc.kml', CLEAR), ('files/b.kml', CONFLICT)), 'holds 2 KML files (doc.kml, files/b.kml)', 'Unpack the KMZ')
LINK = '<NetworkLink><Link><href>more.kml</href></Link></NetworkLink>'
refused('a link', text('link.kml', kml(mark('矿', polygon(OUTSIDE)), LINK)), 'refers to other files by a NetworkLink')
refused('a link in a KMZ', archive('link.kmz', ('doc.kml', kml(mark('矿', polygon(OUTSIDE)), LINK))), 'refers to other files by a NetworkLink')
check('a link in a comment is none', screened(text('comment.kml', kml(mark('矿', polygon(OUTSIDE)), f'<!-- {LINK} -->')))[0], 0)


# --- GeoJSON: its member crs is understood or refused. ---
def geojson(name, crs=None, *features):
    features = [{'type': 'Feature', 'properties': {'crs': 'x', 'name': n}, 'geometry': {'type': 'Polygon', 'coordinates': [ring]}} for n, ring in features or (('矿', OUTSIDE),)]
    return text(name, json.dumps({'type': 'FeatureCollection', **({'crs': crs} if crs else {}), 'features': features}))


def named(name):
    return {'type': 'name', 'properties': {'name': name}}


check('none', screened(geojson('none.geojson'))[:2], (0, {'none': 'clear'}))
check('two features', screened(geojson('two.geojson', None, ('甲', OUTSIDE), ('乙', INSIDE)))[1], {'two:甲': 'clear', 'two:乙': 'review'})
for name in ('urn:ogc:def:crs:OGC:1.3:CRS84', 'urn:ogc:def:crs:EPSG::4490', 'EPSG:4490'):
    check(name, screened(geojson('known.geojson', named(name)))[0], 0)
check('by its number', screened(geojson('known.geojson', {'type': 'EPSG', 'properties': {'code': 4490}}))[0], 0)
for crs, words in ((named('西安80'), '西安80'), (named('urn:ogc:def:crs:EPSG::99999'), '99999'), ({'type': 'link', 'properties': {'href': 'x'}}, 'link')):
    refused(f'{crs}', geojson('unknown.geojson', crs), 'states a coordinate system by its member crs that is not understood', words)
check('--crs decides, and that the file states another datum is asked', screened(geojson('unknown.geojson', named('西安80')), '--crs', 'EPSG:4490')[:2], (1, {'unknown': 'review'}))
check('once', screened(geojson('unknown.geojson', named('西安80')), '--crs', 'EPSG:4490', '--accept')[:2], (0, {'unknown': 'clear'}))
check('a name that says nothing', screened(geojson('unknown.geojson', named('某坐标系')), '--crs', 'EPSG:4490')[:2], (0, {'unknown': 'clear'}))

# --- DXF in metres: with and without the number of the zone, in blocks, beside text. ---
S = [(28437000, 4911000), (28437500, 4911000), (28437500, 4911500), (28437000, 4911500)]


def ring(points, closed=1):
    return f'0\nLWPOLYLINE\n8\n0\n90\n{len(points)}\n70\n{closed}\n' + ''.join(f'10\n{x}\n20\n{y}\n' for x, y in points)


def dxf(name, entities, blocks=''):
    return text(name, f'0\nSECTION\n2\nHEADER\n0\nENDSEC\n{blocks}0\nSECTION\n2\nENTITIES\n{entities}0\nENDSEC\n0\nEOF\n')


check('with its zone', screened(dxf('a.dxf', ring(S)), '--accept')[:2], (0, {'a': 'clear'}))
refused('without one', dxf('b.dxf', ring([(x - 28000000, y) for x, y in S])), 'carry no zone number')
BLOCK = '0\nSECTION\n2\nBLOCKS\n0\nBLOCK\n8\n0\n2\nB\n70\n0\n10\n0\n20\n0\n' + ring(S) + '0\nENDBLK\n8\n0\n0\nENDSEC\n'
check('a block', screened(dxf('c.dxf', ring([(x + 3000, y) for x, y in S]) + '0\nINSERT\n8\n0\n2\nB\n10\n0\n20\n0\n', BLOCK), '--accept')[1], {'c:1': 'clear', 'c:2': 'clear'})
status, found, said = screened(dxf('d.dxf', ring(S) + '0\nTEXT\n8\n0\n10\n28437000\n20\n4911000\n40\n5\n1\nA\n'), '--accept')
true(f'a text beside: {said}', (status, found) == (3, {'d:1': 'clear'}) and 'feature 2 is a point and no polygon' in said)

# --- A boundary drawn in pieces: joined where all pieces of a layer join, else refused. ---
def line(a, b, layer='0'):
    return f'0\nLINE\n8\n{layer}\n10\n{a[0]}\n20\n{a[1]}\n11\n{b[0]}\n21\n{b[1]}\n'


def pieces(corners, layer='0', apart=0.0):
    """Every second one drawn backwards, and each begins `apart` beside the end of the one before."""
    sides = [((a[0] + apart, a[1]), b) for a, b in zip(corners, corners[1:] + corners[:1])]
    return ''.join(line(*(side[::-1] if i % 2 else side), layer) for i, side in enumerate(sides))


def joined(name, entities, verdicts, *words, status=0, crs='EPSG:4516', blocks=''):
    got, found, said = screened(dxf(name + '.dxf', entities, blocks), '--crs', crs)
    true(f'{name}: {got} {found} {said[:900]}', (got, found) == (status, verdicts) and all(w in said for w in words))


def moved(metres):
    return [(x + metres, y) for x, y in S]


joined('exact', pieces(S), {'exact': 'clear'}, '(4) join end to end into closed boundaries (1)')
joined('nearly', pieces(S, apart=.0008), {'nearly': 'clear'}, '(4) join end to end into closed boundaries (1)')
joined('polylines', ring(S[:3], 0) + ring([S[0], S[3], S[2]], 0), {'polylines': 'clear'}, '(2) join')
joined('one polyline', ring([*S, (S[0][0], S[0][1] + .0005)], 0), {'one polyline': 'clear'}, '(1) join')
joined('two', pieces(S) + pieces(moved(3000)), {'two:1': 'clear', 'two:5': 'clear'}, '(8) join', 'boundaries (2)')
joined('layers', pieces(S, 'A') + pieces(moved(3000), 'B'), {'layers:1': 'clear', 'layers:5': 'clear'}, 'A', 'B', '(4) join')
joined('inner', pieces(S) + pieces([(x * .5 + S[0][0] * .5 + 10, y * .5 + S[0][1] * .5 + 10) for x, y in S]), {'inner:1': 'clear', 'inner:5': 'clear'})
joined('other layer', pieces(S, 'A') + line(*S[:2], 'B'), {'other layer:1': 'clear'}, 'feature 5 is an open line', status=3)
BLOCK = BLOCK.replace(ring(S), pieces(S))
joined('block', '0\nINSERT\n8\n0\n2\nB\n10\n0\n20\n0\n', {'block': 'clear'}, '(4) join', blocks=BLOCK)
both = [screened(dxf('inside.dxf', draw(INSIDE[:-1])), '--crs', 'EPSG:4490')[:2] for draw in (ring, pieces)]
check('the same verdict as for one closed line', both, [(1, {'inside': 'review'})] * 2)
for name, entities in (('a gap', pieces(S, apart=.005)), ('a side is missing', pieces(S).rsplit('0\nLINE', 1)[0]), ('a line too many', pieces(S) + line(S[0], S[2])), ('a loose line', pieces(S) + line(*moved(3000)[:2])),
                       ('a side drawn twice', pieces(S) + line(*S[:2])), ('there and back', line(*S[:2]) + line(*S[1::-1])), ('neighbours', pieces(S) + pieces(moved(500)))):
    refused(name, dxf('refused.dxf', entities), 'open line', args=('--crs', 'EPSG:4516'))
for name, entities in (('there and back over a corner', ring(S[:3], 0) + ring(S[2::-1], 0)), ('sides that cross', pieces([S[0], S[2], S[1], S[3]]))):
    status, found, said = screened(dxf('crossed.dxf', entities), '--crs', 'EPSG:4516')
    true(f'{name}: {status} {found} {said[:600]}', status != 0 and 'clear' not in found.values())

# --- Lists with a mistake each. ---
DATUM, CORNERS = 'CGCS2000 3度带28带\n', [(4911000, 28437000), (4911500, 28437000), (4911500, 28437500), (4911000, 28437500)]


def rows(corners, form='{} {:.2f} {:.2f}\n'):
    return ''.join(form.format(i, *c) for i, c in enumerate(corners, 1))


GOOD = rows(CORNERS)
for name, content in {
        'kilometres': DATUM + rows([(x / 1000, y / 1000) for x, y in CORNERS], '{} {:.5f} {:.5f}\n'), 'no zone in one parcel': DATUM + '矿区一\n' + GOOD + '矿区二\n' + rows([(x, y % 1e6) for x, y in CORNERS]),
        'no zone in one row': DATUM + GOOD.replace('28437500', '437500', 1), 'exchanged in one parcel': DATUM + '矿区一\n' + GOOD + '矿区二\n' + rows([(y, x + 3000) for x, y in CORNERS]),
        'minutes of 60': 'CGCS2000\n1 83°60′00″ 44°35′00″\n2 83°41′00″ 44°35′00″\n3 83°41′00″ 44°36′00″\n4 83°40′30″ 44°36′00″\n', 'decimal commas': DATUM + rows(CORNERS, '{}\t{:.2f}\t{:.2f}\n').replace('.', ','),
        'a letter': DATUM + GOOD.replace('28437500', '2843750O', 1), 'rounded by a program': DATUM + rows(CORNERS, '{} {:.3e} {:.3e}\n'), '6-degree zones': 'CGCS2000 6度带\n' + GOOD,
        'a void corner': DATUM + GOOD + '5（作废） 4911250.00 28436900.00\n', 'void by a remark': DATUM + GOOD + '5 4911250.00 28436900.00 已作废\n',
        'a coordinate is missing': DATUM + GOOD.replace(' 28437500.00\n4', '\n4'), 'south': 'CGCS2000\n1 83°40′00″E 44°35′00″S\n2 83°41′00″E 44°35′00″S\n3 83°41′00″E 44°36′00″S\n'}.items():
    refused(name, text('wrong.txt', content))
for name, content in {'a digit is missing': DATUM + GOOD.replace('4911500.00', '491150.00', 1), 'another area': DATUM + '面积：25.00平方公里\n' + GOOD, 'two areas are announced': DATUM + '矿区由两个区块组成\n' + GOOD}.items():
    check(name, screened(text('wrong.txt', content))[1], {'wrong': 'review'})
status, found, said = screened(text('wrong.txt', DATUM + '矿区一\n' + GOOD + '矿区二\n' + rows([(x, y + 3000) for x, y in CORNERS]).replace('4911500', '49115OO', 1)))
true(f'one of two cannot be read: {said}', (status, found) == (3, {'wrong:矿区一': 'clear'}) and 'application wrong:矿区二 has lines that cannot be used' in said)
wide = str.maketrans('0123456789.', '０１２３４５６７８９．')
check('full-width digits', screened(text('wide.txt', DATUM + GOOD.translate(wide)))[1], {'wide': 'clear'})
done()
