"""What speaks against the place of an application is review, in the line of a batch and in the report, until the user has decided it."""
import json, re, zipfile
from corner_support import convert
from support import FOLDER, box, check, done, ogr, redline, true, write
from osgeo import osr
from workbook import write_workbook

# One hectare at 83.01°, 44.59° in zone 28; and 3 km by 3 km inside the reserve, at 83.45°, 44.35°.
FREE = [(4940900.0, 28421700.0), (4940900.0, 28421800.0), (4940800.0, 28421800.0), (4940800.0, 28421700.0)]
INSIDE = [(4914000.0, 28456000.0), (4914000.0, 28456200.0), (4913800.0, 28456200.0), (4913800.0, 28456000.0)]
reserves = write('reserves.geojson', [({'id': 'R'}, box(83.4, 44.3, .1, .1)), ({'id': 'W'}, box(73, 35, .1, .1)), ({'id': 'E'}, box(97, 50, .1, .1))])
AREAS = ['--areas', reserves, '--area-kind', '=nature_reserve', '--area-id', 'id', '--zone', '=core', '--as-of', '2019-03-31', '--overwrite']
CGCS, KIND = '2000国家大地坐标系', ['--kind', 'mining_right']
REASON = 'Where the application lies is in doubt'
out = FOLDER / 'place.json'


def screen(*args):
    """Exit status, verdicts by id, the whole of what was said, and the JSON."""
    out.unlink(missing_ok=True)
    r = redline('screen', *args, *AREAS, *KIND, '--json', out)
    j = json.loads(out.read_text(encoding='utf-8')) if out.exists() else {'applications': []}
    return r.returncode, {a['id']: a['verdict'] for a in j['applications']}, r.stdout + r.stderr, j


def text(name, said, ring=FREE, prefix=True, ending='txt'):
    path = FOLDER / f'{name}.{ending}'
    less = 0 if prefix else 28000000
    path.write_text(f'{said}\n点号 X Y\n' + ''.join(f'{i} {x:.2f} {y - less:.2f}\n' for i, (x, y) in enumerate(ring, 1)), encoding='utf-8')
    return path


GOOD = text('good', f'{CGCS} 3度带28带')


def doubtful(what, source, args, words, decided=('--accept',)):
    """Alone and in a batch review with its reason; clear, and still said, once it is decided. `words`: in the line."""
    name = source.name.partition('.')[0]
    status, verdicts, said, j = screen(source, *args)
    check(f'{what}: alone', (status, verdicts), (1, {name: 'review'}))
    true(f'{what}: with the reason: {said}', REASON in said and 'Warning: ' in said and any(REASON in r['text'] for r in j['applications'][0]['reasons']))
    status, verdicts, said, _ = screen(source, GOOD, *args)
    line = next((l for l in said.splitlines() if f'  {name}  ' in l), '')
    true(f'{what}: in the line of a batch: {said}', verdicts.get(name) == 'review' and REASON in line and re.search(words, line))
    if GOOD.name not in said.partition('could not be used')[2]:
        check(f'{what}: the good one beside it', verdicts['good'], 'review' if 'EPSG:4515' in args else 'clear')
    status, verdicts, said, _ = screen(source, *args, *decided)
    check(f'{what}: decided', (status, verdicts), (0, {name: 'clear'}))
    status, verdicts, said, _ = screen(source, GOOD, *args, *decided)
    true(f'{what}: decided, and said in the line: {said}', verdicts.get(name) == 'clear' and re.search(words, said) and REASON not in said)


def untouched(what, source, *args, verdict='clear'):
    status, verdicts, said, _ = screen(source, *args)
    check(f'{what}: {said}', (status, set(verdicts.values()), REASON in said, '  ? ' in said), (0 if verdict == 'clear' else 1, {verdict}, False, False))


# --- files that state a CRS: the number of the zone before the eastings says another one ---
def layer(name, epsg, *rings, driver='ESRI Shapefile', ending='shp'):
    path = FOLDER / f'{name}.{ending}'
    ref = None
    if epsg:
        ref = osr.SpatialReference()
        ref.ImportFromEPSG(epsg)
        ref.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    ds = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    l = ds.CreateLayer(name, ref, ogr.wkbPolygon)
    for ring in rings:
        f = ogr.Feature(l.GetLayerDefn())
        f.SetGeometry(ogr.CreateGeometryFromWkt('POLYGON((' + ','.join(f'{y} {x}' for x, y in ring + ring[:1]) + '))'))
        l.CreateFeature(f)
    ds = None
    return path


def zipped(name, path):
    with zipfile.ZipFile(FOLDER / f'{name}.zip', 'w') as z:
        for part in FOLDER.glob(path.stem + '.*'):
            if part.suffix in ('.shp', '.shx', '.dbf', '.prj', '.cpg'):
                z.write(part, part.name)
    return FOLDER / f'{name}.zip'


west, east, six = layer('west', 4515, INSIDE), layer('east', 4517, FREE), layer('six', 4493, [(x, y - 14e6) for x, y in FREE])
for source, stated in ((west, 4515), (east, 4517), (zipped('packed', west), 4515), (layer('gp', 4515, INSIDE, driver='GPKG', ending='gpkg'), 4515), (layer('six14', 4493, [(x, y - 14e6) for x, y in FREE]), 4493)):
    proposed = 4492 if stated == 4493 else 4516
    status, verdicts, said, _ = screen(source)
    true(f'{source.name}: refused with the proposal: {said}', status == 3 and f'it may be EPSG:{proposed}' in said and f'contradicts EPSG:{stated}' in said)
    status, verdicts, said, _ = screen(source, GOOD)
    true(f'{source.name}: named in a batch, and the good one screened: {said}', status == 3 and verdicts == {'good': 'clear'} and f'not usable {source}' in said)
    check(f'{source.name}: convert', convert(source).returncode, 3)
status, verdicts, said, j = screen(west, '--accept')
check('accepted: where the number says', (status, verdicts, j['applications'][0]['crs']['code'], j['applications'][0]['crs']['how']), (1, {'west': 'prohibited'}, 'EPSG:4516', 'detected'))
true(f'and that the .prj was left: {said}', 'the file states EPSG:4515, against the zone number of its eastings; EPSG:4516 is used' in said)
true('in a batch, too', 'the file states EPSG:4515, EPSG:4516 was used by the zone number' in screen(west, GOOD, '--accept')[2])
check('stated by the user: nothing is asked', screen(west, '--crs', 'EPSG:4516')[:2], (1, {'west': 'prohibited'}))
untouched('stated by the user, free', east, '--crs', 'EPSG:4516')
doubtful('the wrong one stated by the user, too', layer('given', 4515, FREE), ['--crs', 'EPSG:4515'], 'the zone number of the eastings contradicts EPSG:4515, by the number it would be EPSG:4516')
true('said once', screen(layer('once', 4515, FREE), '--crs', 'EPSG:4515')[2].count('contradicts EPSG:4515') == 1)
mixed = layer('mixed', 4516, FREE, [(x, y + 1e6) for x, y in FREE])
status, verdicts, said, j = screen(mixed)
check(f'one feature of two: {said}', ([a['verdict'] for a in j['applications']], [a['crs']['how'] for a in j['applications']]), (['clear', 'review'], ['declared', 'contradicted']))
true('of which nothing agrees', 'the zone number of the eastings contradicts EPSG:4516' in said)
check('that is not accepted: nothing was proposed', [a['verdict'] for a in screen(mixed, '--accept')[3]['applications']], ['clear', 'review'])
untouched('the right .prj', layer('right', 4516, FREE))
untouched('without the number', layer('plain', 4537, [(x, y - 28e6) for x, y in FREE]))
untouched('a zone left by two degrees', layer('beyond', 4516, [(x, y + 250000) for x, y in FREE]))

# --- lists: the zone they state, or their eastings have, against --crs ---
ON29 = [(x, y + 1e6) for x, y in FREE]
for name, said, ring in (('h29', f'{CGCS} 3度带29带', ON29), ('n29', CGCS, ON29), ('m29', f'{CGCS} 中央子午线87°', ON29)):
    doubtful(name, text(name, said, ring), ['--crs', 'EPSG:4516'], 'by the number it would be EPSG:4517')
for name, said in (('z29', f'{CGCS} 3度带29带'), ('z87', f'{CGCS} 中央子午线87°'), ('z8530', f'{CGCS} 中央子午线85°30′'), ('zz', f'{CGCS} 28带\n附注：3度带29带'), ('z6', f'{CGCS} 6度带')):
    doubtful(f'{said}, without number', text(name, said, prefix=False), ['--crs', 'EPSG:4537'], 'another zone or meridian is stated')
doubtful('2.9 degrees from the meridian', text('off', CGCS, [(x, y + 310000) for x, y in FREE], prefix=False), ['--crs', 'EPSG:4537'], 'outside the zone')
for said in (f'{CGCS} 3度带28带', f'{CGCS} 中央子午线84°', CGCS, '', f'{CGCS} 3度带'):
    untouched(f'--crs as the list "{said}" says', text('as', said), '--crs', 'EPSG:4516')
    untouched(f'"{said}" without number', text('as', said, prefix=False), '--crs', 'EPSG:4537')
for said in (f'{CGCS} 3度带29带', f'{CGCS} 中央子午线87°', f'{CGCS} 28带\n附注：3度带29带', f'{CGCS} 6度带28带'):
    source = text('two', said)
    check(f'{said}: asked', screen(source)[0], 3)
    untouched(f'{said}: the eastings and --crs agree', source, '--crs', 'EPSG:4516')
    true(f'{said}: it is told in a batch', 'another zone or meridian is stated' in screen(source, GOOD, '--crs', 'EPSG:4516')[2])

# --- another datum than that of --crs ---
SAID = ('1980西安坐标系', '西安80坐标系', '1954年北京坐标系', '北京54', 'GCJ-02', '乌鲁木齐市独立坐标系')
for i, said in enumerate(SAID):
    head = f'[属性描述]\n坐标系={said}\n几度分带=3\n带号=28\n[地块坐标]\n4,,1,甲,面,,,,@\n'
    source = FOLDER / f'datum{i}.txt'
    source.write_text(head + ''.join(f'J{n},1,{x},{y}\n' for n, (x, y) in enumerate(FREE, 1)), encoding='utf-8')
    doubtful(said, source, ['--crs', 'EPSG:4516'], f'the file states "{said}" and was placed as EPSG:4516')
doubtful('in a title', text('title', '1980西安坐标系 3度带28带'), ['--crs', 'EPSG:4516'], 'the file states "1980西安')
doubtful('a .prj', layer('xian', 2352, FREE), ['--crs', 'EPSG:4516'], 'the file states "Xian 1980 / 3-degree Gauss-Kruger zone 28')
doubtful('a .prj of degrees', layer('wgs', 4610, [(44.597, 83.0123), (44.597, 83.0187), (44.5912, 83.0187), (44.5912, 83.0123)]), ['--crs', 'EPSG:4490'], 'the file states "Xian 1980"')
for said in ('WGS84', 'CGCS2000', '2000坐标系', '国家2000', '某某坐标系'):
    untouched(f'{said} and EPSG:4516', text('same', f'坐标系：{said}'), '--crs', 'EPSG:4516')
untouched('nothing stated', layer('bare', None, FREE), '--crs', 'EPSG:4516')
untouched('WGS 84 and CGCS2000', layer('world', 4326, [(44.597, 83.0123), (44.597, 83.0187), (44.5912, 83.0187), (44.5912, 83.0123)]), '--crs', 'EPSG:4490')
untouched('converted from Xi’an 1980: --crs says which', text('from', '由1980西安坐标系转换为2000国家大地坐标系 28带'), '--crs', 'EPSG:4516')
strings = [';'.join(f'{i},{x:.2f},{y:.2f}' for i, (x, y) in enumerate(ring, 1)) for ring in (FREE, [(x - 900, y) for x, y in FREE])]
for cells in (('2000国家大地坐标系', '1980西安坐标系'), ('1980西安坐标系', '2000国家大地坐标系')):
    book = write_workbook(FOLDER / 'rows.xlsx', {'a': ([['许可证号', '坐标系', '区域坐标'], *[[f'C650000202011111000003{i}', cell, s] for i, (cell, s) in enumerate(zip(cells, strings))]], [])})
    read = screen(book, '--crs', 'EPSG:4516')
    check(f'rows of a register {cells}: {read[2]}', list(read[1].values()), ['review' if '1980' in cell else 'clear' for cell in cells])

# --- degrees that may be minutes and seconds: no system says it, --degrees does ---
POINTED = [(83.0043, 44.3542), (83.0052, 44.3542), (83.0052, 44.3530), (83.0043, 44.3530)]


def degrees(name, ring, head='点号,经度,纬度', places=4):
    path = FOLDER / f'{name}.txt'
    path.write_text(head + '\n' + ''.join(f'{i},{e:.{places}f},{n:.{places}f}\n' for i, (e, n) in enumerate(ring, 1)), encoding='utf-8')
    return path


for name, source in (('four', degrees('four', POINTED)), ('six', degrees('six6', POINTED, places=6)), ('system', degrees('system', POINTED, f'{CGCS}\n点号,经度,纬度'))):
    for given in (['--crs', 'EPSG:4490'], ['--accept'], ['--crs', 'EPSG:4490', '--accept']):
        status, verdicts, said, _ = screen(source, *given)
        check(f'{name} {given}: alone: {said}', (status, list(verdicts.values()), REASON in said), (1, ['review'], True))
        said = screen(source, degrees('sure', [(e + 0.0030, n + 0.0057) for e, n in POINTED]), *given)[2]
        true(f'{name} {given}: in a batch: {said}', re.search('review  .*may be minutes and seconds: say --degrees', said) and 'clear  sure' in said)
    for given in ('decimal', 'dms'):
        status, verdicts, said, j = screen(source, '--crs', 'EPSG:4490', '--degrees', given)
        check(f'{name} --degrees {given}: {said}', (status, list(verdicts.values()), REASON in said), (0, ['clear'], False))
        check(f'{name} {given}: verified', redline('verify', out).returncode, 0)
signs = FOLDER / 'signs.txt'
signs.write_text('点号,经度,纬度\n' + ''.join(f'{i},{e},{n}\n' for i, (e, n) in enumerate((('83°00′43″', '44°35′42″'), ('83°00′52″', '44°35′42″'), ('83°00′52″', '44°35′30″'), ('83°00′43″', '44°35′30″')), 1)), encoding='utf-8')
for given in ([], ['--degrees', 'dms'], ['--degrees', 'decimal']):
    untouched(f'signs {given}', signs, '--crs', 'EPSG:4490', *given)
status, verdicts, said, _ = screen(degrees('no', [(83.0091, 44.3592), (83.0099, 44.3592), (83.0099, 44.3580), (83.0091, 44.3580)]), '--crs', 'EPSG:4490', '--degrees', 'dms')
check(f'no minutes, whatever is said: {said}', (status, list(verdicts.values())), (1, ['review']))
untouched('60.75 is no minute', degrees('plain', [(83.0061, 44.5975), (83.0075, 44.5975), (83.0075, 44.5962), (83.0061, 44.5962)]), '--crs', 'EPSG:4490')


# --- phone maps, and the county ---
def kml(name, word):
    ring = ' '.join(f'{x},{y},0' for x, y in ((83.0123, 44.5912), (83.0187, 44.5912), (83.0187, 44.5975), (83.0123, 44.5912)))
    path = FOLDER / f'{name}.kml'
    path.write_text(f'<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>{word}</name><Placemark><name>m</name><Polygon>'
                    f'<outerBoundaryIs><LinearRing><coordinates>{ring}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>', encoding='utf-8')
    return path


for name, word in (('ovital', '奥维互动地图'), ('ovi', 'Ovital Map')):
    doubtful(word, kml(name, word), [], 'the coordinates may be shifted')
for name, word in (('amap', '高德地图'), ('gcj', 'GCJ-02')):
    source = kml(name, word)
    check(f'{word}: refused', screen(source)[0], 3)
    true(f'{word}: accepted, and said in the line', re.search(f'clear  {name}  .*the coordinates may be shifted', screen(source, GOOD, '--accept')[2]))
untouched('of nobody', kml('plainkml', '矿区'))

# --- the table of applications, in both languages ---
for lang, words in (('zh', '文件写明“1980西安'), ('en', 'the file states &quot;1980西安|the file states "1980西安')):
    page = FOLDER / f'page_{lang}.html'
    redline('screen', FOLDER / 'title.txt', GOOD, *AREAS, *KIND, '--crs', 'EPSG:4516', '--html', page, '--lang', lang)
    true(f'in the report ({lang})', re.search(words, page.read_text(encoding='utf-8')))
done()
