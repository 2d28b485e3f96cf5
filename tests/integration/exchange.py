"""redline export: what GDAL reads back from KML, GeoJSON, FlatGeobuf and shapefiles equals the ledger, but for the losses that are told; files
appear whole or not at all, and nothing is replaced unasked."""
import json, re, sqlite3
from xml.etree import ElementTree
from support import *

OUT = FOLDER / '转出'
OUT.mkdir()
ledger = FOLDER / '台账.gpkg'
check('overlay', redline('overlay', '-w', SOURCE / 'testdata/xinjiang', '-o', ledger, '--lang', 'zh').returncode, 0)
whole = ledger.read_bytes()
SPATIAL = [f'{a}_{b}' for a in ('conflict', 'activity') for b in ('points', 'lines', 'areas')] + ['basemap', 'findings']
DATES = {'valid_from', 'valid_to', 'granted_on', 'designated_on', 'act_date', 'renewal_filed_on'}
# The table of docs/exchange.md, read from the page itself.
SHORT = dict(re.findall(r'^\| (\w+) \| (\w+) \|', (SOURCE / 'docs/exchange.md').read_text().split('## Names in shapefiles')[1], re.M))


def export(*args, lang='en'):
    return redline('export', ledger, *args, '--lang', lang)


def made(*args, lang='en'):
    r = export(*args, lang=lang)
    check(f'{args[1:]}: exit status', r.returncode, 0)
    return r.stderr


def read(path, name=None):
    ds = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    layer = ds.GetLayerByName(name) if name else ds.GetLayer(0)
    d = layer.GetLayerDefn()
    names = [d.GetFieldDefn(i).GetName() for i in range(d.GetFieldCount())]
    out = [({n: f.GetField(n) for n in names}, f.GetGeometryRef().Clone() if f.GetGeometryRef() else None) for f in layer]
    srs = layer.GetSpatialRef()
    return out, srs.Clone() if srs else None, names


def of_ledger(name):
    return read(ledger, name)[0]


def day(text):
    return text[:10].replace('/', '-') if text else None


def same_places(what, found, wanted, degrees):
    """The same shapes, whatever the order of rings and corners: area, length, bounds."""
    for (_, a), (row, b) in zip(found, wanted):
        if (a is None) != (b is None):
            check(f'{what}: a place or none', a is None, b is None)
            continue
        if a is None: continue
        worst = max(abs(p - q) for p, q in zip(a.GetEnvelope(), b.GetEnvelope()))
        length = b.Boundary().Length() if b.GetDimension() == 2 else 0
        if worst > degrees or length and abs(a.GetArea() - b.GetArea()) > degrees * length + 1e-12:  # sums in another order differ by some 1e-14
            check(f'{what}: the shape of {list(row.values())[:3]}', (worst, a.GetArea()), (0, b.GetArea()))
    check(f'{what}: number of rows', len(found), len(wanted))


def area_of(geometry):
    return geometry.GetArea() if geometry is not None and geometry.GetDimension() == 2 else 0


# ---- a folder of each: every layer, every row, every value
for form, ending in (('geojson', '.geojson'), ('flatgeobuf', '.fgb'), ('shapefile', '.shp')):
    told = made('-o', OUT / form, '--format', form)
    kept = {p.stem for p in (OUT / form).iterdir() if p.suffix == ending}
    filled = [n for n in SPATIAL if of_ledger(n)]
    check(f'{form}: a file for each layer with rows', kept, set(filled))
    check(f'{form}: nothing else', [p.name for p in (OUT / form).iterdir() if p.name.startswith('.')], [])
    for name in filled:
        wanted = of_ledger(name)
        if form == 'flatgeobuf':
            gone = [r for r in wanted if r[1] is None]
            if gone: true(f'{name}: rows without a place are told', f'{name}: {len(gone)} rows without geometry' in told)
            wanted = [r for r in wanted if r[1] is not None]
        found, srs, names = read(OUT / form / f'{name}{ending}')
        if form == 'flatgeobuf':  # in the order of its index
            identity = lambda r: tuple(str(r[0].get(k)) for k in ('conflict_id', 'activity_id', 'activity_layer', 'occurrence', 'area_id', 'zone', 'code', 'feature', 'text', 'args', 'area_m2', 'lon')) + (str(r[1].GetEnvelope()),)
            found, wanted = sorted(found, key=identity), sorted(wanted, key=identity)
        check(f'{form} {name}: coordinate system', srs.GetAuthorityCode(None) if form != 'shapefile' else srs.GetName(),
              {'geojson': '4326', 'flatgeobuf': '4490'}.get(form, 'China Geodetic Coordinate System 2000'))
        same_places(f'{form} {name}', found, wanted, 1e-9 if form == 'geojson' else 0)
        cut, differ = {}, []
        for (a, _), (b, _) in zip(found, wanted):
            for column, value in b.items():
                got = a[SHORT.get(column, column) if form == 'shapefile' else column]
                if column == 'args' and form == 'geojson' and value: value = json.loads(value)  # GDAL writes a list in JSON as a list
                if column == 'checks' and form == 'geojson': got, value = json.loads(got), json.loads(value)  # and an object as an object
                if column in DATES: got, value = day(got), day(value)
                if form == 'shapefile':
                    if isinstance(value, bool): value = int(value)
                    if isinstance(value, str) and len(value.encode()) > 254:
                        cut[column] = cut.get(column, 0) + 1
                        true(f'{name} {column}: cut at a character', value.startswith(got) and 251 <= len(got.encode()) <= 254)
                        continue
                if isinstance(value, float) and abs(got - value) > {'shapefile': 5.1e-10 if column in ('lon', 'lat') or column.endswith('_share') else 5.1e-5, 'geojson': 1e-12 * abs(value), 'flatgeobuf': 0}[form]: differ.append((column, got, value))
                elif not isinstance(value, float) and got != value: differ.append((column, got, value))
        check(f'{form} {name}: values', differ[:3], [])
        if form == 'shapefile':
            check(f'{name}: what was cut is told, by column', [line.split(': ', 3)[-1] for line in told.splitlines() if f' {name}: texts cut' in line],
                  [', '.join(f'{c} ({n})' for c, n in sorted(cut.items()))] if cut else [])
            true(f'{name}: names of ten bytes, each once', all(len(n) <= 10 for n in names) and len(set(names)) == len(names))
            check(f'{name}: encoding', (OUT / form / f'{name}.cpg').read_text().strip(), 'UTF-8')
            check(f'{name}: the five parts', {p.suffix for p in (OUT / form).glob(f'{name}.*')}, {'.shp', '.shx', '.dbf', '.prj', '.cpg'})
    true(f'{form}: the loss is told', form.lower() in told.lower().replace('geojson (rfc', 'geojson(rfc'))
text = (OUT / 'geojson/conflict_areas.geojson').read_text()
check('GeoJSON: RFC 7946 has no crs', 'crs' in json.loads(text), False)
true('GeoJSON: Chinese text as it is', '自然保护区' in text)
def turns_left(ring):
    x, y = ring[0]
    return sum((a[0] - x) * (b[1] - y) - (b[0] - x) * (a[1] - y) for a, b in zip(ring, ring[1:])) > 0


polygons = [p for f in json.loads(text)['features'] if f['geometry'] for p in (f['geometry']['coordinates'] if f['geometry']['type'] == 'MultiPolygon' else [f['geometry']['coordinates']])]
true('GeoJSON: shells run counter-clockwise, holes clockwise', polygons and all(turns_left(p[0]) and not any(turns_left(h) for h in p[1:]) for p in polygons))

# ---- KML for the phone
phone = OUT / '野外.kml'
told = made('-o', phone)
true('KML: phones with another datum are told', 'GCJ-02' in told)
root = ElementTree.parse(phone).getroot()
K = '{http://www.opengis.net/kml/2.2}'
styles = {s.get('id'): s for s in root.iter(f'{K}Style')}
marks = list(root.iter(f'{K}Placemark'))
conflicts = rows(ledger, 'SELECT * FROM conflicts')
check('KML: a mark for each conflict, contacts too', len(marks), len(conflicts))
by_id = {c['conflict_id']: c for c in conflicts}
verdicts = {}
for m in marks:
    data = {d.get('name'): d.find(f'{K}value').text for d in m.iter(f'{K}Data')}
    c = by_id.pop(data['conflict_id'])
    verdicts.setdefault(c['verdict'], set()).add(m.find(f'{K}styleUrl').text.split('-')[-1])
    assert m.find(f'{K}styleUrl').text[1:] in styles
    assert data['area_id'] == c['area_id'] and data['verdict'] == c['verdict']
check('KML: every conflict once', by_id, {})
true(f'KML: one style for a verdict, one verdict for a style: {verdicts}', all(len(s) == 1 for s in verdicts.values()) and len(set().union(*verdicts.values())) == len(verdicts))
made('-o', OUT / 'zh.kml', lang='zh')
folders = [f.find(f'{K}name').text for f in ElementTree.parse(OUT / 'zh.kml').getroot().iter(f'{K}Folder')]
true(f'KML: folders in Chinese: {folders}', '禁止' in ' '.join(folders) and any('冲突' in f for f in folders))
described = ElementTree.parse(OUT / 'zh.kml').getroot().find(f'.//{K}Placemark/{K}description').text
true('KML: the table in Chinese, well formed', '建议' in described and ElementTree.fromstring(f'<x>{described}</x>') is not None)
areas = [f for f in of_ledger('conflict_areas')]
shapes = []
for driver in ('LIBKML', 'KML'):
    if gdal.GetDriverByName(driver) is None: continue
    ds = gdal.OpenEx(str(phone), gdal.OF_VECTOR, allowed_drivers=[driver])
    total = sum(area_of(f.GetGeometryRef()) for i in range(ds.GetLayerCount()) for f in ds.GetLayer(i))
    true(f'{driver}: the area of all shapes', abs(total - sum(area_of(g) for _, g in areas)) < 1e-9)
    shapes.append(sum(ds.GetLayer(i).GetFeatureCount() for i in range(ds.GetLayerCount())))
true(f'read by GDAL: {shapes}', shapes and set(shapes) == {len(conflicts)})

# ---- names: nothing replaced unasked, nothing half
one = OUT / 'one.shp'
made('-o', one, '--layer', 'conflict_areas')
parts = {p.name: p.read_bytes() for p in OUT.glob('one.*')}
r = export('-o', one, '--layer', 'basemap')
check('there already', (r.returncode, {p.name: p.read_bytes() for p in OUT.glob('one.*')} == parts), (4, True))
for missing in ('.shp', '.dbf'):
    kept = one.with_suffix(missing).read_bytes()
    one.with_suffix(missing).unlink()
    r = export('-o', one, '--layer', 'basemap')
    check(f'parts of one are there, {missing} is not', (r.returncode, one.with_suffix(missing).exists()), (4, False))
    one.with_suffix(missing).write_bytes(kept)
one.with_suffix('.qix').write_bytes(b'an index of the old one')
r = export('-o', one, '--layer', 'basemap')
check('an old index: in the way', r.returncode, 4)
made('-o', one, '--layer', 'basemap', '--overwrite')
check('replaced, and the old index is gone', (len(read(one)[0]), one.with_suffix('.qix').exists()), (len(of_ledger('basemap')), False))

# ---- endings in large letters, as they come from other systems
for ending, parts in (('SHP', {'SHP', 'SHX', 'DBF', 'PRJ', 'CPG'}), ('Shp', {'shp', 'shx', 'dbf', 'prj', 'cpg'}), ('GEOJSON', {'GEOJSON'}), ('GeoJson', {'GeoJson'}), ('FGB', {'FGB'}), ('KML', {'KML'})):
    place = OUT / f'large {ending}'
    place.mkdir()
    large = place / f'矿 A.{ending}'
    for more in ((), ('--overwrite',)):
        r = export('-o', large, '--layer', 'basemap', *more)
        check(f'.{ending}: exit status ({r.stderr})', r.returncode, 0)
        check(f'.{ending}: the files', {p.name.split('.', 1)[1] for p in place.iterdir()}, parts)
        if ending != 'KML': check(f'.{ending}: read by GDAL', len(read(next(p for p in place.iterdir() if p.suffix.lower() == f'.{ending}'.lower()))[0]), len(of_ledger('basemap')))
place = OUT / 'large SHP'
(place / '矿 A.dbf').write_bytes(b'of an older shapefile')
r = export('-o', place / '矿 A.SHP', '--layer', 'basemap')
true(f'.SHP: a part that GDAL would take first is in the way: {r.stderr}', r.returncode == 4)
made('-o', place / '矿 A.SHP', '--layer', 'basemap', '--overwrite')
check('.SHP: and goes with --overwrite', (place / '矿 A.dbf').exists(), False)

# ---- of a folder all places are looked at first
place = OUT / 'half'
for form, last in (('geojson', 'findings.geojson'), ('shapefile', 'findings.dbf'), ('shapefile', 'findings.QIX'), ('kml', 'findings.kml')):
    place.mkdir()
    (place / last).write_bytes(b'mine')
    r = export('-o', place, '--format', form)
    check(f'{last} in the way: nothing is written ({r.stderr})', (r.returncode, [p.name for p in place.iterdir()]), (4, [last]))
    true(f'{last} is named', last in r.stderr)
    shutil.rmtree(place)

# ---- a shapefile that cannot be replaced keeps its index
made('-o', OUT / 'kept.shp', '--layer', 'basemap')
(OUT / 'kept.qix').write_bytes(b'its index')
(OUT / 'kept.dbf').unlink()
(OUT / 'kept.dbf').mkdir()
check('a folder for the table: refused', export('-o', OUT / 'kept.shp', '--layer', 'findings', '--overwrite').returncode, 4)
check('the index stays', (OUT / 'kept.qix').read_bytes(), b'its index')

copy = OUT / 'copy.kml'
copy.write_text('mine')
check('KML: there already', (export('-o', copy).returncode, copy.read_text()), (4, 'mine'))
before = sorted(p.name for p in OUT.rglob('*'))
for what, args, status, words in (
        ('unknown ending', ('-o', OUT / 'a.dxf'), 2, ('a.dxf', 'kml')),
        ('no format for a folder', ('-o', OUT / 'folder'), 2, ('folder', 'shapefile')),
        ('unknown format', ('-o', OUT / 'folder', '--format', 'dwg'), 2, ('dwg',)),
        ('format against ending', ('-o', OUT / 'a.kml', '--format', 'shapefile'), 2, ('a.kml',)),
        ('no layer', ('-o', OUT / 'a.fgb'), 2, ('--layer', 'conflict_areas')),
        ('two layers', ('-o', OUT / 'a.geojson', '--layer', 'basemap', '--layer', 'findings'), 2, ('a.geojson',)),
        ('unknown layer', ('-o', OUT / 'a.geojson', '--layer', 'balance'), 2, ('balance', 'basemap')),
        ('no folder', ('-o', FOLDER / 'none/a.kml'), 4, ('none/a.kml',)),
        ('no folder for a folder', ('-o', FOLDER / 'none/a', '--format', 'kml'), 4, ('none/a',))):
    r = export(*args)
    check(f'{what}: exit status', r.returncode, status)
    true(f'{what}: told: {r.stderr}', all(w in r.stderr for w in words))
closed = FOLDER / 'closed'
closed.mkdir(mode=0o555)
FOLDER.chmod(0o755)
readable = shutil.copy(ledger, FOLDER / 'readable.gpkg')
nobody = {'user': 'nobody', 'group': 'nogroup', 'extra_groups': []} if os.geteuid() == 0 else {}
for place in (closed / 'folder', closed / 'a.kml'):
    r = subprocess.run([shutil.copy(BINARY, FOLDER), 'export', readable, '-o', place, '--format', 'kml'], capture_output=True, text=True, env={**os.environ, 'LANGUAGE': 'en'}, **nobody)
    check(f'a folder that may be read only: {r.stderr}', (r.returncode, 'Permission denied' in r.stderr and place.name in r.stderr), (4, True))
check('nothing came of these', sorted(p.name for p in OUT.rglob('*')), before)
for what, source in (('not there', FOLDER / 'none.gpkg'), ('no ledger', SOURCE / 'README.md')):
    check(what, redline('export', source, '-o', OUT / 'a.kml').returncode, 3)
link = OUT / 'link.kml'
link.symlink_to(ledger)
check('onto the ledger itself', (redline('export', ledger, '-o', link, '--overwrite').returncode, ledger.read_bytes() == whole), (4, True))
check('into a file', export('-o', copy / 'a', '--format', 'kml').returncode, 4)

# ---- a ledger without a conflict
empty = FOLDER / 'empty.gpkg'
ground = FOLDER / 'ground.geojson'
box = lambda x: {'type': 'Polygon', 'coordinates': [[[x, 44], [x + .1, 44], [x + .1, 44.1], [x, 44.1], [x, 44]]]}
for name, x in (('ground', 84), ('right', 90)):
    (FOLDER / f'{name}.geojson').write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': {'id': name}, 'geometry': box(x)}]}))
check('no conflicts', redline('overlay', '--areas', ground, '--area-kind', '=自然保护区', '--area-id', 'id', '--activities', FOLDER / 'right.geojson', '--activity-id', 'id', '--activity-kind', '=采矿权', '-o', empty).returncode, 0)
r = redline('export', empty, '-o', OUT / 'empty.kml')
check('an empty KML is a KML', (r.returncode, len(list(ElementTree.parse(OUT / 'empty.kml').getroot().iter(f'{K}Placemark')))), (0, 0))
r = redline('export', empty, '-o', OUT / 'empty.shp', '--layer', 'conflict_areas')
check('an empty shapefile has its columns', (r.returncode, len(read(OUT / 'empty.shp')[0]), len(read(OUT / 'empty.shp')[2]) > 30), (0, 0, True))
r = redline('export', empty, '-o', OUT / 'empty', '--format', 'geojson')
check('a folder of what there is', (r.returncode, {p.name for p in (OUT / 'empty').iterdir()} >= {'activity_areas.geojson', 'basemap.geojson'}, (OUT / 'empty/conflict_areas.geojson').exists()), (0, True, False))
check('the ledger was only read', (ledger.read_bytes() == whole, sorted(p.name for p in FOLDER.glob('台账.gpkg*'))), (True, ['台账.gpkg', '台账.gpkg.run.json']))
check('no hidden files', [p.name for p in OUT.rglob('.*')], [])
done()
