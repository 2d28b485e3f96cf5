"""One bad parcel does not stop a file: strings of 区域坐标, printed lists, workbooks (XLSX, XLS, ODS), features; and degrees in three columns."""
import json, zipfile
from old_workbook import write_biff2, write_ods, write_xls
from support import FOLDER, check, done, redline, true
from workbook import write_workbook

reserve = FOLDER / 'reserves.geojson'
reserve.write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': {'id': 'R'}, 'geometry': {
    'type': 'Polygon', 'coordinates': [[[82.5, 44], [82.51, 44], [82.51, 44.01], [82.5, 44.01], [82.5, 44]]]}}]}))
AREAS = ['--areas', reserve, '--area-kind', '=nature_reserve', '--area-id', 'id', '--as-of', '2019-03-31', '--kind', 'mining_right']
OUT = FOLDER / 'out.json'


def screen(name, source, expected, status, *said, crs=('--crs', 'EPSG:4490')):
    """expected: {id: verdict} of the applications that were screened; said: of standard error, a line for each that was not."""
    OUT.unlink(missing_ok=True)
    r = redline('screen', source, *AREAS, *crs, '--json', OUT, '--overwrite')
    check(f'{name}: status, {r.stderr}', r.returncode, status)
    found = {a['id']: a['verdict'] for a in json.loads(OUT.read_text(encoding='utf-8'))['applications']} if OUT.exists() else None
    check(f'{name}: applications', found, expected)
    for words in said:
        true(f'{name}: {words!r} in {r.stderr!r}', words in r.stderr)
        true(f'{name}: {words!r} in the summary', expected is None or words in r.stdout)
    check(f'{name}: one line for each that failed', r.stderr.count('redline: '), max(len(said), 1) if status == 3 else 0)
    return r


def text(name, content):
    path = FOLDER / name
    path.write_text(content, encoding='utf-8')
    return path


def box(w, s):
    return [(s, w), (s, w + 0.01), (s + 0.004, w + 0.01), (s + 0.004, w)]


def string(corners):
    return f'1,{len(corners)},' + ','.join(f'{i},{n:.3f},{e:.3f}' for i, (n, e) in enumerate(corners, 1)) + ',500,900,,1'


INSIDE, CLEAR, THIRD = box(82.505, 44.001), box(82.605, 44.001), box(82.705, 44.001)
cut = string(THIRD)[:40]
screen('strings', text('strings.txt', '\n'.join([string(INSIDE), cut, string(CLEAR)])), {'strings:1': 'prohibited', 'strings:3': 'clear'}, 3,
       'application strings:2 has lines that cannot be used: line 2: the string of a mining right is incomplete')
r = screen('all strings', text('all.txt', '\n'.join([cut, cut])), None, 3)
true(f'each is named: {r.stderr}', 'all.txt: none of its 2 applications can be screened:\n  all:1: line 1: the string of a mining right is incomplete' in r.stderr and '\n  all:2: line 2: ' in r.stderr)
screen('good strings', text('good.txt', '\n'.join([string(INSIDE), string(CLEAR)])), {'good:1': 'prohibited', 'good:2': 'clear'}, 1)


def table(name, corners):
    return [[name, i, f'{n:.3f}', f'{e:.3f}'] for i, (n, e) in enumerate(corners, 1)]


HEAD = ['地块', '点号', '纬度', '经度']
three = table('甲', INSIDE) + table('乙', THIRD) + table('丙', CLEAR)
three[5][2] = '44.OO1'
screen('printed', text('printed.txt', '\n'.join(','.join(map(str, r)) for r in [HEAD, *three])), {'printed:甲': 'prohibited', 'printed:丙': 'clear'}, 3,
       'application printed:乙 has lines that cannot be used: line 7: "44.OO1" is no coordinate')
book = [['拐点坐标'], [], HEAD, *three]
for name, made in {'xlsx': write_workbook(FOLDER / 'book.xlsx', {'甲表': (book, ['A1:D1'])}), 'xls': write_xls(FOLDER / 'book.xls', {'甲表': (book, [(0, 0, 0, 3)])}),
                   'ods': write_ods(FOLDER / 'book.ods', {'甲表': (book, {(0, 0): 4})}), 'biff2': write_biff2(FOLDER / 'book2.xls', book)}.items():
    stem, sheet = made.stem, 'Worksheet' if name == 'biff2' else '甲表'
    screen(f'workbook {name}', made, {f'{stem}:甲': 'prohibited', f'{stem}:丙': 'clear'}, 3,
           f'application {stem}:乙 has lines that cannot be used: sheet "{sheet}", row 9: "44.OO1" is no coordinate')

# Sheets: one of three is bad; its name tells which. All bad: each is named.
def sheet(corners, bad=False):
    rows = [[i, n, e] for i, (n, e) in enumerate(corners, 1)]
    rows[1][2] = '83.O1' if bad else rows[1][2]
    return [['点号', '纬度', '经度'], *rows], []


sheets = {'一': sheet(INSIDE), '二': sheet(THIRD, bad=True), '三': sheet(CLEAR)}
for made in (write_workbook(FOLDER / 's.xlsx', sheets), write_xls(FOLDER / 's.xls', sheets), write_ods(FOLDER / 's.ods', {n: (r, {}) for n, (r, _) in sheets.items()})):
    screen(f'sheets of {made.name}', made, {'s:一': 'prohibited', 's:三': 'clear'}, 3, 'application s:二 has lines that cannot be used: sheet "二", row 3: "83.O1"')
r = screen('all sheets bad', write_workbook(FOLDER / 'bad.xlsx', {'一': sheet(INSIDE, True), '二': sheet(CLEAR, True)}), None, 3)
true(f'each sheet is named: {r.stderr}', 'bad:一: sheet "一", row 3: "83.O1"' in r.stderr and 'bad:二: sheet "二", row 3: "83.O1"' in r.stderr)
r = redline('convert', FOLDER / 's.xlsx', '-o', FOLDER / 'no.txt', '--crs', 'EPSG:4490')
check('convert still writes nothing', (r.returncode, (FOLDER / 'no.txt').exists()), (3, False))

# Parcels whose corners make no polygon, one after the other, are named, too; in a batch each for itself.
FLAT = [(44.001, 82.5), (44.001, 82.51), (44.001, 82.52)]
flat = text('flat.txt', '\n'.join(','.join(map(str, r)) for r in [HEAD, *table('甲', FLAT), *table('乙', FLAT)]))
r = screen('no polygon at all', flat, None, 3)
true(f'both are named: {r.stderr}', 'none of its 2 applications' in r.stderr and 'flat:甲: ' in r.stderr and 'flat:乙: ' in r.stderr)
r = redline('screen', flat, FOLDER / 'good.txt', *AREAS, '--crs', 'EPSG:4490', '--json', OUT, '--overwrite')
report = json.loads(OUT.read_text(encoding='utf-8'))
check('in a batch', (r.returncode, [a['id'] for a in report['applications']], len(report['failed'])), (3, ['good:1', 'good:2'], 2))
r = redline('screen', flat, FOLDER / 'all.txt', *AREAS, '--crs', 'EPSG:4490')
check(f'a batch without one that can be screened: {r.stderr}', (r.returncode, r.stderr.count('redline: ')), (3, 4))

# A KML of a phone: the boundary, a track and a mark, with heights.
def kml(*marks):
    return '<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>' + ''.join(
        f'<Placemark><name>{n}</name>{g}</Placemark>' for n, g in marks) + '</Document></kml>'


def chain(corners, closed=True):
    return '<coordinates>' + ' '.join(f'{e},{n},1200.5' for n, e in [*corners, *corners[:1 if closed else 0]]) + '</coordinates>'


surface = f'<Polygon><outerBoundaryIs><LinearRing>{chain(INSIDE)}</LinearRing></outerBoundaryIs></Polygon>'
track, mark = f'<LineString>{chain(CLEAR, closed=False)}</LineString>', '<Point><coordinates>82.6,44,900</coordinates></Point>'
screen('phone', text('phone.kml', kml(('矿区', surface), ('轨迹', track), ('营地', mark))), {'phone:矿区': 'prohibited'}, 3,
       'application phone:轨迹 was not screened: feature 2 is an open line', 'application phone:营地 was not screened: feature 3 is a point', crs=())
screen('phone without a boundary', text('track.kml', kml(('轨迹', track))), None, 3, crs=())
neither = text('neither.kml', kml(('轨迹', track), ('营地', mark)))
r = screen('a track and a mark', neither, None, 3, crs=())
true(f'both are named: {r.stderr}', 'none of its 2 applications' in r.stderr and 'neither:轨迹: feature 1 is an open line' in r.stderr and 'neither:营地: feature 2 is a point' in r.stderr)
r = redline('convert', neither, '-o', FOLDER / 'no.txt')
true(f'by convert, too: {r.stderr}', r.returncode == 3 and 'has 2 features' in r.stderr and 'feature 1 is an open line' in r.stderr and 'feature 2 is a point' in r.stderr)

# A ring that does not return to its first corner is said; so are points that may be corners.
ring = f'<Polygon><outerBoundaryIs><LinearRing>{chain(THIRD, closed=False)}</LinearRing></outerBoundaryIs></Polygon>'
r = screen('an open ring', text('ring.kml', kml(('矿区', ring))), None, 3, crs=())
true(f'open: {r.stderr}', 'feature 1 cannot be used, and the file was not: a ring is not closed: it begins at (82.705, 44.001) and ends at (82.705, 44.005); close it' in r.stderr)
screen('an open ring beside a polygon', text('rings.kml', kml(('矿区', surface), ('二', ring))), {'rings:矿区': 'prohibited'}, 3, 'application rings:二 was not screened: feature 2 cannot be used: a ring is not closed', crs=())
r = screen('points that may be corners', text('points.kml', kml(*((str(i), f'<Point><coordinates>{e},{n},0</coordinates></Point>') for i, (n, e) in enumerate(INSIDE, 1)))), None, 3, crs=())
true(f'points: {r.stderr}', 'points.kml holds 4 points and no polygon' in r.stderr and 'write them as a list of number, X and Y in their order' in r.stderr)

# A track of points without times, or with fewer times than points: it is a line as any other, closed or open, and what stands beside it is read (GDAL's reader breaks off).
def walked(corners, times=0, more=''):
    return '<gx:Track xmlns:gx="http://www.google.com/kml/ext/2.2">' + more + '<when>2024-05-01T00:00:00Z</when>' * times + ''.join(f'<gx:coord>{e} {n} 1200.5</gx:coord>' for n, e in corners) + '</gx:Track>'


round_walk = [*INSIDE, INSIDE[0]]
for name, track, found, status, said in (('open', walked(CLEAR), {'walk:矿区': 'prohibited'}, 3, ['application walk:走线 was not screened: feature 2 is an open line']),
                                         ('closed', walked(round_walk), {'walk:矿区': 'prohibited', 'walk:走线': 'prohibited'}, 1, []),
                                         ('two of five times', walked(round_walk, 2), {'walk:矿区': 'prohibited', 'walk:走线': 'prohibited'}, 1, []),
                                         ('times in a remark', walked(round_walk, 0, '<!--' + '<when>1</when>' * 5 + '-->'), {'walk:矿区': 'prohibited', 'walk:走线': 'prohibited'}, 1, []),
                                         ('all times', walked(round_walk, 5), {'walk:矿区': 'prohibited', 'walk:走线': 'prohibited'}, 1, [])):
    screen(f'a track, {name}', text('walk.kml', kml(('矿区', surface), ('走线', track))), found, status, *said, crs=())
text('walk.kml', kml(('矿区', surface), ('走线', walked(round_walk))))
with zipfile.ZipFile(FOLDER / 'walk.kmz', 'w') as z: z.write(FOLDER / 'walk.kml', 'doc.kml')
r = redline('screen', FOLDER / 'walk.kmz', FOLDER / 'phone.kml', *AREAS)
true(f'of a batch only that file fails: {r.stderr}', r.returncode == 3 and 'walk.kmz: a track (gx:Track) of doc.kml lacks times' in r.stderr and 'prohibited  phone:矿区' in r.stdout)

# Degrees in three columns, through every kind of file.
def parts(v):
    seconds = round(v * 3600, 3)
    return [int(seconds // 3600), int(seconds % 3600 // 60), round(seconds % 60, 3)]


angles = [[i, *parts(e), *parts(n)] for i, (n, e) in enumerate(INSIDE, 1)]
over = [['拐点坐标', *[None] * 6], ['点号', '经度', None, None, '纬度', None, None], [None, '度', '分', '秒', '度', '分', '秒']]
for made in (write_workbook(FOLDER / 'd.xlsx', {'表': (over + angles, ['A1:G1', 'A2:A3', 'B2:D2', 'E2:G2'])}),
             write_xls(FOLDER / 'd.xls', {'表': (over + angles, [(0, 0, 0, 6), (1, 2, 0, 0), (1, 1, 1, 3), (1, 1, 4, 6)])}),
             write_ods(FOLDER / 'd.ods', {'表': (over + angles, {(0, 0): 7, (1, 1): 3, (1, 4): 3})}), write_biff2(FOLDER / 'd2.xls', over + angles),
             text('d.csv', '点号,经度(度),经度(分),经度(秒),纬度(度),纬度(分),纬度(秒)\n' + '\n'.join(','.join(map(str, a)) for a in angles)),
             text('d.txt', '\n'.join(' '.join(map(str, a)) for a in angles))):
    screen(f'degrees of {made.name}', made, {made.stem: 'prohibited'}, 1)
    exact = json.loads(OUT.read_text(encoding='utf-8'))['applications'][0]['area']['exact_m2']
    true(f'degrees of {made.name}: {exact} m²', abs(exact - 356466) < 300)  # 0.01° × 0.004° at 44°
for change, words in (({1: 60}, 'has 60 minutes or more'), ({2: 60.5}, 'has more than 60 seconds'), ({5: None}, 'are not complete')):
    wrong = [list(a) for a in angles]
    for column, value in change.items():
        wrong[2][column + 1] = value
    r = screen(f'wrong degrees {change}', write_workbook(FOLDER / 'w.xlsx', {'表': (over + wrong, [])}), None, 3)
    true(f'wrong degrees {change}: {r.stderr}', words in r.stderr and 'line 6:' in r.stderr)

# What a workbook is not.
(FOLDER / 'web.xls').write_text('<html><table><tr><td>点号</td><td>X</td></tr></table></html>', encoding='utf-8')
(FOLDER / 'broken.xls').write_bytes((FOLDER / 'book.xls').read_bytes()[:700])
(FOLDER / 'broken.ods').write_bytes((FOLDER / 'book.ods').read_bytes()[:200])
for name in ('web.xls', 'broken.xls', 'broken.ods'):
    r = screen(name, FOLDER / name, None, 3)
    true(f'{name} is named: {r.stderr}', name in r.stderr and 'ERROR' not in r.stderr)

# --- One table of mining and exploration rights: each row is judged as what its column or its licence number says; the officer is told, also of what contradicts.
MINE, SEARCH = 'C6500002011061110000001', 'T6500002011061110000002'
mixed = [['许可证号', '许可证类型', '矿山名称', '区域坐标'], ['A1', '采矿许可证', '甲', string(INSIDE)], ['A2', '勘查许可证', '乙', string(CLEAR)], [MINE, '', '丙', string(THIRD)],
         [SEARCH, None, '丁', string(CLEAR)], ['A5', '新立', '戊', string(CLEAR)], [SEARCH[:-1] + '6', '采矿权', '己', string(CLEAR)]]


def kinds(source, *args):
    """Of each application by its number in the table: its kind and what is said of it."""
    r = redline('screen', source, *AREAS[:-2], '--crs', 'EPSG:4490', *args, '--json', OUT, '--overwrite')
    true(f'mixed: {r.stderr}', r.returncode in (0, 1))
    told = lambda a: [(f['code'].removeprefix('screen.kind_'), f['severity']) for f in a['findings'] if f['code'].startswith('screen.kind_')]
    return [(a['kind'], *told(a)) for a in json.loads(OUT.read_text(encoding='utf-8'))['applications']]


M, E = 'mining_right', 'exploration_right'
expected = [(M, ('of_row', 'info')), (E, ('of_row', 'info')), (M, ('of_number', 'info')), (E, ('of_number', 'info')), (M, ('assumed', 'info')),
            (M, ('two', 'warning'), ('of_row', 'info'))]
register = text('mixed.csv', '\n'.join(','.join('"' + (c or '') + '"' for c in row) for row in mixed))
check('mixed rights', kinds(register), expected)
write_workbook(FOLDER / 'mixed.xlsx', {'S': (mixed, [])})
check('mixed rights in a workbook', kinds(FOLDER / 'mixed.xlsx'), expected)
check('--kind counts, what contradicts is told', kinds(register, '--kind', '探矿权'),
      [(E, ('other', 'warning')), (E,), (E, ('other', 'warning')), (E,), (E,), (E, ('other', 'warning'), ('two', 'warning'))])
layer = FOLDER / 'mixed.geojson'
layer.write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': {'许可证号': row[0], '矿权类型': row[1]}, 'geometry': {
    'type': 'Polygon', 'coordinates': [[[82.6, 44], [82.61, 44], [82.61, 44.01], [82.6, 44.01], [82.6, 44]]]}} for row in mixed[1:]]}), encoding='utf-8')
check('mixed rights as features', kinds(layer), expected)
lone = text('lone.csv', '许可证号,类型,区域坐标\nA2,探矿权,"' + string(CLEAR) + '"')
true('said on the terminal', 'judged as exploration right, new, as its row says' in redline('screen', lone, *AREAS[:-2], '--crs', 'EPSG:4490').stdout)


# --- Registers with a row per corner: number of the licence, name and area are read as from registers of strings. 200 by 100 and 300 by 100 m.
def plane(source, *args):
    """Of each application: number of its licence, m² declared, verdict, what is warned of."""
    r = redline('screen', source, *AREAS[:-2], '--accept', *args, '--json', OUT, '--overwrite')
    true(f'{source}: {r.stderr}', r.returncode in (0, 1))
    return [(a['licence_no'], a['area']['declared_m2'], a['verdict'], *(f['code'] for f in a['findings'] if f['severity'] != 'info'))
            for a in json.loads(OUT.read_text(encoding='utf-8'))['applications']]


def oblong(north, width): return [(north, 28424500), (north, 28424500 + width), (north - 100, 28424500 + width), (north - 100, 28424500)]


def by_corner(*rights):
    rows = [['2000国家大地坐标系'], ['序号', '许可证号', '矿山名称', '拐点', 'X', 'Y', '面积（km2）']]
    for k, (licence, corners, areas) in enumerate(rights, 1):
        rows += [[k, licence, f'矿{k}', i % 4 + 1, n, e, area] for i, ((n, e), area) in enumerate(zip(corners, areas))]
    write_workbook(FOLDER / 'by_corner.xlsx', {'S': ([[None if c is None else str(c) for c in row] for row in rows], [])})
    return text('by_corner.csv', '\n'.join(','.join('' if c is None else str(c) for c in row) for row in rows)), FOLDER / 'by_corner.xlsx'


A, B, LAST = 'C6500002019031234567890', 'C6500002019031234567891', 'corner.total_contradicts'
small, large = oblong(4941100, 200), oblong(4942100, 300)
for name, first, expected in (
        ('repeated', (small, ['0.02'] * 4), (20000, 'clear')), ('merged', (small, ['0.02', None, None, None]), (20000, 'clear')),
        ('a corner lost', (small[:3], ['0.02'] * 3), (20000, 'review', LAST)), ('ten times', (small, ['0.2'] * 4), (200000, 'review', LAST)),
        ('two values', (small, ['0.02', '0.02', '0.03', '0.03']), (20000, 'review', 'corner.area_values')),
        ('a value for each ring', (small + oblong(4943100, 300), ['0.02'] * 4 + ['0.03'] * 4), (50000, 'clear')),
        ('one value for both', (small + oblong(4943100, 300), ['0.05'] * 8), (50000, 'clear'))):
    for source in by_corner((A, *first), (B, large, ['0.03'] * 4)):
        check(f'a row per corner, {name}', plane(source), [(A, *expected), (B, 30000, 'clear')])
layer.write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': {'编号': str(i), '许可证号': licence, '申请人': '甲公司', '矿区面积': area}, 'geometry': {
    'type': 'Polygon', 'coordinates': [[[e, n] for n, e in small[::-1] + small[-1:]]]}} for i, (licence, area) in enumerate(((A, 0.02), (B, 0.2)))]}), encoding='utf-8')
check('features of a register', plane(layer, '--crs', 'EPSG:4516'), [(A, 20000, 'clear'), (B, 200000, 'review', LAST)])
check('their holder', json.loads(OUT.read_text(encoding='utf-8'))['applications'][0]['holder'], '甲公司')
# Areas of a register that have no licence are called as their column calls them.
areas = text('areas.csv', '矿区,拐点坐标,面积\n' + '\n'.join(f'{name},"' + '；'.join(f'{i},{n},{e}' for i, (n, e) in enumerate(c, 1)) + f'",{area}'
                                                      for name, c, area in (('一采区', small, 0.02), ('二采区', large, 0.03))))
screen('areas by name', areas, {'areas:一采区': 'clear', 'areas:二采区': 'clear'}, 0, crs=('--accept',))

# --- Rows of a register in other notations than the first are judged by themselves, or fail alone; each application has its own lines' findings only.
written = lambda corners: '；'.join(f'{i},{n},{e}' for i, (n, e) in enumerate(corners, 1))
degrees = '1,83°02′30″,44°36′00″；2,83°03′30″,44°36′00″；3,83°03′30″,44°37′00″；4,83°02′30″,44°37′00″'
notations = text('notations.csv', '许可证号,名称,坐标\n' + '\n'.join(f'{licence},{name},"{cell}"' for licence, name, cell in (
    (A, '甲', written(small)), ('T65120080102001234', '乙', degrees), (B, '丙', written([(n, e - 28000000) for n, e in large])))))
screen('notations', notations, {f'notations:{A}': 'clear', 'notations:T65120080102001234': 'clear'}, 3, B, crs=('--accept',))
told = json.loads(OUT.read_text(encoding='utf-8'))['applications']
# 1′ by 1′ at 44.6°: 1,324 by 1,852 m.
true(f"degrees: {told[1]['area']}", abs(told[1]['area']['tdt1055_m2'] / (1324 * 1852) - 1) < 0.003)
check('each in its own', [a['crs']['code'] for a in told], ['EPSG:4516', 'EPSG:4490'])
check('lines of its own', [[''.join(c for c in f['text'][:8] if c.isdigit()) for f in a['findings'] if f['code'] == 'corner.unclosed'] for a in told], [['2'], ['3']])

# --- Rights of one title in a file: what was found of one is said of that one alone, in the order of the file.
gap = '；'.join(f'{i},{n},{e}' for i, (n, e) in zip((1, 2, 3, 5), large))
pairs = '；'.join(f'{n},{e}' for n, e in oblong(4943100, 400))
four = [(A, gap, '0.03'), (A, pairs, '0.04'), (A, written(small), '0.03'), (A, written(oblong(4944100, 500)), '0.05')]
EACH = [[('corner.number_missing', 'warning')], [], [('corner.total_contradicts', 'warning')], []]


def of_titles(source, *args):
    """Of each application: width of its box in metres, and what was found of its numbers and area."""
    r = redline('screen', source, *AREAS[:-2], *args, '--json', OUT, '--overwrite')
    true(f'{source}: {r.stderr}', r.returncode in (0, 1, 3))
    found = json.loads(OUT.read_text(encoding='utf-8'))['applications']
    width = lambda a: round(max(c[1] for c in a['parts'][0][0]) - min(c[1] for c in a['parts'][0][0]))
    return [width(a) for a in found], [sorted((f['code'], f['severity']) for f in a['findings'] if f['code'] in ('corner.number_missing', 'corner.total_contradicts', 'corner.count_lies', 'corner.invalid')) for a in found]


head = '许可证号,2000坐标,面积\n'
twice = text('twice.csv', head + ''.join(f'{n},"{c}",{a}\n' for n, c, a in four))
check('one title, strings and pairs', of_titles(twice), ([300, 400, 200, 500], EACH))
broken = text('broken.csv', head + ''.join(f'{n},"{c}",{a}\n' for n, c, a in [*four[:2], (A, written(small)[:-3] + 'O', '0.02'), *four[2:]]))
check('one of them fails', of_titles(broken), ([300, 400, 200, 500], EACH))
BLOCK = '{},2.0000,1,甲,面,,,,@\n'
sheet = lambda count, corners: BLOCK.format(count) + ''.join(f'J{i},1,{n}.000,{e}.000\n' for i, (n, e) in enumerate(corners, 1))
baopan = text('twice.txt', '[属性描述]\n坐标系=2000国家大地坐标系\n几度分带=3\n带号=28\n[地块坐标]\n' + sheet(4, small) + sheet(7, large) + sheet(4, oblong(4943100, 400)))
check('one title in the TXT form', of_titles(baopan), ([200, 300, 400], [[], [('corner.count_lies', 'warning')], []]))

# --- Features of one licence: each area with its own; one that all of them repeat is the sum.
def licensed(name, *rights):
    """Widths in m of parcels of 200 m from south to north, with the area in km² that each states."""
    at = lambda k, width: [(28421600 + 2000 * k + x, 4940000 + y) for x, y in ((0, 0), (width, 0), (width, 200), (0, 200), (0, 0))]
    (FOLDER / name).write_text(json.dumps({'type': 'FeatureCollection', 'crs': {'type': 'name', 'properties': {'name': 'urn:ogc:def:crs:EPSG::4516'}}, 'features': [
        {'type': 'Feature', 'properties': {'许可证号': A if k == 0 else A.lower(), 'area_km2': area}, 'geometry': {'type': 'Polygon', 'coordinates': [at(k, width)]}} for k, (width, area) in enumerate(rights)]}), encoding='utf-8')
    return FOLDER / name


FAR = [('corner.total_contradicts', 'warning')]
for name, rights, found in (('own', [(500, 0.1), (200, 0.04)], [[], []]), ('one is wrong', [(500, 0.1), (200, 0.1)], [[], FAR]), ('both state the sum', [(500, 0.14), (200, 0.14)], [[], []]),
                            ('both state another', [(500, 0.2), (200, 0.2)], [FAR, FAR])):
    check(f'features of one licence: {name}', of_titles(licensed('licence.geojson', *rights)), ([w for w, _ in rights], found))
summed = redline('screen', licensed('licence.geojson', (500, 0.14), (200, 0.14)), *AREAS[:-2], '--json', OUT, '--overwrite')
true('the sum is said', 'that of the 2 parcels of this licence together' in OUT.read_text(encoding='utf-8'))

# --- The holder of a register's rows.
for heading, holder in (('采矿权人', '甲公司'), ('探矿权人名称', '甲公司'), ('申请人', '甲公司'), ('企业名称', '甲公司'), ('企业地址', None), ('测量单位', None)):
    by_string = f'许可证号,{heading},坐标\n{A},甲公司,"{written(small)}"\n'
    by_row = f'许可证号,{heading},拐点,X,Y\n' + ''.join(f'{A},甲公司,{i},{n},{e}\n' for i, (n, e) in enumerate(small, 1))
    for content in (by_string, by_row):
        of_titles(text('holders.csv', '2000国家大地坐标系\n' + content))
        check(f'{heading}: {content}', [a['holder'] for a in json.loads(OUT.read_text(encoding='utf-8'))['applications']], [holder])
done()
