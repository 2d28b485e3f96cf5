"""Corner lists in Excel as offices keep them, and corner lists on old datums with the parameters of a workspace."""
import hashlib, json
from support import FOLDER, check, done, redline, true
from workbook import write_workbook

# The corners of every case, northing and easting in zone 28 of CGCS2000; what is written must hold these digits.
SQUARE = [(4940966.783, 28421670.31), (4940966.783, 28421770.25), (4940866.5, 28421770.25), (4940866.5, 28421670.31)]
HOLE = [(4940940.1, 28421700.2), (4940940.1, 28421740.2), (4940900.1, 28421740.2), (4940900.1, 28421700.2)]
NEXT = [(n - 1000, e) for n, e in SQUARE]
TITLE = '某铁矿矿区范围拐点坐标（2000国家大地坐标系，3度带）'


def rows(corners, first=1, names=True):
    return [[(f'{i}' if names is str else i) if names else None, n, e] for i, (n, e) in enumerate(corners, first)]


def written(path):
    """[[(northing, easting) of each ring, not closed] of each parcel] by a reading of our own."""
    parcels = []
    for line in path.read_text(encoding='utf-8').split('[地块坐标]')[1].split():
        f = line.split(',')
        if f[-1] == '@':
            parcels.append({})
        else:
            parcels[-1].setdefault(f[1], []).append((float(f[2]), float(f[3])))
    return [[ring[:-1] for ring in p.values()] for p in parcels]


def convert(name, sheets, *args):
    book = sheets if isinstance(sheets, str) else write_workbook(FOLDER / (name + '.xlsx'), sheets)
    out = FOLDER / (name + '.txt')
    out.unlink(missing_ok=True)
    return redline('convert', book, '-o', out, *args), out


def same(name, sheets, expected, *args):
    r, out = convert(name, sheets, *args)
    check(f'{name} converts', (r.returncode, r.stderr), (0, ''))
    if r.returncode == 0:
        check(f'{name}: the corners', written(out), [[[(round(n, 2), round(e, 2)) for n, e in ring] for ring in p] for p in expected])
    return r.stdout


head = ['序号', 'X', 'Y']
same('numbers', {'界址点': ([[TITLE], [], head, *rows(SQUARE)], ['A1:C1'])}, [[SQUARE]])
text = same('digits', {'界址点': ([[TITLE], head, *rows(SQUARE)], [])}, [[SQUARE]])
true('the digits of Excel are what it shows', 'coordinates of 3 decimals' in text and 'coordinates of 1' not in text)
same('texts', {'界址点': ([[TITLE], head, *[[str(c) for c in r] for r in rows(SQUARE)]], [])}, [[SQUARE]])
same('thousands', {'界址点': ([[TITLE], head, *[[str(a), f'{n:,.2f}', f'{e:,.2f}'] for a, n, e in rows(SQUARE)]], [])}, [[SQUARE]])
same('hole', {'界址点': ([[TITLE], head, *rows(SQUARE), [], *rows(HOLE, 1)], [])}, [[SQUARE, HOLE]])
same('closed', {'界址点': ([[TITLE], head, *rows(SQUARE), [1, *SQUARE[0]], ['备注：面积0.01平方千米']], [])}, [[SQUARE]])
same('two headings', {'Sheet1': ([[TITLE], ['序号', '直角坐标', None], [None, 'X（m）', 'Y（m）'], *rows(SQUARE)], ['A2:A3', 'B2:C2'])}, [[SQUARE]])
same('offset', {'Sheet1': ([[None, None, TITLE], [], [], [None, None, *head], *[[None, None, *r] for r in rows(SQUARE)]], [])}, [[SQUARE]])
same('across', {'Sheet1': ([[TITLE], head + head, *[[i, *a, j, *b] for i, a, j, b in ((1, SQUARE[0], 2, SQUARE[1]), (3, SQUARE[2], 4, SQUARE[3]))]], [])}, [[SQUARE]])
odd = SQUARE + [(4940916.5, 28421600.31)]
same('down, the left column longer', {'Sheet1': ([[TITLE], head + [None] + head, [1, *odd[0], None, 4, *odd[3]], [2, *odd[1], None, 5, *odd[4]],
                                                 [3, *odd[2]]], [])}, [[odd]])
out = same('more columns', {'Sheet1': ([[TITLE], head + ['经度', '纬度', '备注'], *[r + ['83°00′48.281″', '44°35′59.917″', '界桩'] for r in rows(SQUARE)]], [])}, [[SQUARE]])
true(f'what is not used is said: {out}', '3 more columns (经度, 纬度, 备注)' in out)
out = same('a column without a heading', {'Sheet1': ([[TITLE], head + ['采矿权人', '面积', None, '有效期止'], *[r + ['甲公司', None, '界桩', '2030-01-01'] for r in rows(SQUARE)]], [])}, [[SQUARE]])
true(f'it has its number: {out}', '1 more columns (#6)' in out)

# Several parcels: by a column whose cells are merged, by tables with titles of their own, by sheets.
merged = [['地块名称', *head]] + [['甲' if i == 0 else None, *r] for i, r in enumerate(rows(SQUARE))] + \
    [['乙' if i == 0 else None, *r] for i, r in enumerate(rows(NEXT))]
r, out = convert('parcel column', {'Sheet1': ([[TITLE], *merged], ['A3:A6', 'A7:A10'])})
check('parcel column', written(out), [[[(round(n, 2), e) for n, e in q]] for q in (SQUARE, NEXT)])
true('names of the parcels', ',甲,面,' in out.read_text(encoding='utf-8') and ',乙,面,' in out.read_text(encoding='utf-8'))
out = same('titles', {'Sheet1': ([[TITLE], head, *rows(SQUARE), [], ['二号矿体'], head, *rows(NEXT)], [])}, [[SQUARE], [NEXT]])
true('titles are said', 'another table under the title "二号矿体"' in out)
same('a heading on each page', {'Sheet1': ([[TITLE], head, *rows(SQUARE)[:2], ['第2页'], head, *rows(SQUARE)[2:]], [])}, [[SQUARE]])
out = same('sheets', {'甲': ([[TITLE], head, *rows(SQUARE)], []), '说明': ([['本表供参考'], ['联系人', '某某']], []), '乙': ([[TITLE], head, *rows(NEXT)], [])},
           [[SQUARE], [NEXT]])
true('the sheet that was not used is said', 'the sheet "说明" holds no corner list' in out)
same('one sheet', str(FOLDER / 'sheets.xlsx') + ':乙', [[NEXT]])
r, _ = convert('other zones', {'甲': ([['3度带 带号28'], head, *rows(SQUARE)], []), '乙': ([['3度带 带号29'], head, *rows(NEXT)], [])})
true('sheets that contradict each other', r.returncode == 3 and '"带号" was "28" before and is "29" in the sheet "乙"' in r.stderr and 'FILE:SHEET' in r.stderr)

# Degrees in cells: the published parcel of Jinghe, 0.0445 km² by the rule.
JINGHE = """83°00'48.281" 44°35'59.917"|83°00'52.520" 44°36'00.295"|83°00'53.408" 44°35'56.795"|83°00'58.140" 44°35'57.242"|83°00'57.912" 44°35'59.845"
83°01'01.932" 44°35'58.076"|83°01'02.112" 44°35'57.113"|83°00'44.937" 44°35'53.927"|83°00'41.907" 44°35'58.139"|83°00'48.186" 44°36'00.478\""""
degrees = [c.split() for line in JINGHE.split('\n') for c in line.split('|')]
for name, made in {'signs': lambda s: s, 'words': lambda s: s.replace('°', '度').replace("'", '分').replace('"', '秒'),
                   'primes': lambda s: s.replace("'", '′').replace('"', '″')}.items():
    r, out = convert('jinghe ' + name, {'拐点': ([['精河县凝灰岩矿（CGCS2000）'], ['拐点编号', '经度', '纬度'],
                                              *[[f'J{i}', made(a), made(b)] for i, (a, b) in enumerate(degrees, 1)]], [])})
    true(f'Jinghe, {name}: 0.0445 km²', r.returncode == 0 and '0.0445 km²' in r.stdout)
    true(f'Jinghe, {name}: the digits', "44°35′59.917″,83°00′48.281″" in out.read_text(encoding='utf-8'))

# screen takes them in the same way: an application for each parcel, the file hashed.
reserve = FOLDER / 'reserves.geojson'
reserve.write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': {'id': 'R'}, 'geometry': {
    'type': 'Polygon', 'coordinates': [[[82, 44], [84, 44], [84, 45], [82, 45], [82, 44]]]}}]}))
AREAS = ['--areas', reserve, '--area-kind', '=nature_reserve', '--area-id', 'id', '--as-of', '2026-06-01', '--overwrite']
digest = hashlib.sha256((FOLDER / 'sheets.xlsx').read_bytes()).hexdigest()
for file, parcels in ((FOLDER / 'sheets.xlsx', ['甲', '乙']), (f'{FOLDER / "sheets.xlsx"}:乙', ['乙'])):
    r = redline('screen', file, *AREAS, '--json', FOLDER / 's.json')
    true(f'screen {file}: {r.stderr}', r.returncode in (0, 1) and not r.stderr)
    found = json.loads((FOLDER / 's.json').read_text(encoding='utf-8'))['applications']
    check(f'screen {file}: parcels', [a['name'] for a in found], parcels)
    true(f'screen {file}: the hash of the file', all(digest in json.dumps(a) for a in found))

# What cannot be read is an error that names sheet and row.
broken = rows(SQUARE)
broken[2][2] = '2842177O.25'
r, out = convert('broken', {'甲': ([[TITLE], head, *rows(NEXT)], []), '乙': ([[TITLE], head, *broken], [])})
true('sheet and row are named', r.returncode == 3 and 'broken.xlsx:乙' in r.stderr and 'line 5:' in r.stderr and not out.exists())
r, _ = convert('nothing', {'说明': ([['没有坐标'], ['甲', '乙']], [])})
true('a workbook without coordinates', r.returncode == 3 and r.stderr)
r, _ = convert('doubtful', {'Sheet1': ([head, *rows(SQUARE)], [])})
true('a doubtful system stops here too', r.returncode == 3 and 'it may be EPSG:4516' in r.stderr)

# --- old datums: the parameters of the workspace, or the words of the overlay ---
SEVEN, FOUR = '[-12.3, 104.5, 67.8, 0.12, -1.34, 2.56, -3.2]', '[12.5, -7.25, 0.9, 1.5]'


def workspace(name, text):
    folder = FOLDER / name
    folder.mkdir()
    (folder / 'redline.toml').write_text('format = "redline-workspace/1"\n' + text, encoding='utf-8')
    return folder


def old_list(datum):
    text = f'[属性描述]\n坐标系={datum}\n几度分带=3\n带号=28\n精度=0.001\n[地块坐标]\n4,,1,,面,,,,@\n'
    return text + ''.join(f'J{i},1,{n},{e}\n' for i, (n, e) in enumerate(SQUARE, 1))


def ground(path):
    return json.loads(path.read_text(encoding='utf-8'))['features'][0]['geometry']['coordinates'][0][0]


for datum, key, codes in (('1980西安坐标系', 'xian1980', 'EPSG:2352'), ('1954年北京坐标系', 'beijing1954', 'EPSG:2404')):
    source = FOLDER / (key + '.txt')
    source.write_text(old_list(datum), encoding='utf-8')
    none = workspace('none_' + key, '')
    for args in ([], ['-w', none]):
        r = redline('convert', source, '-o', FOLDER / 'no.geojson', *args)
        true(f'{key} without parameters {args} is refused', r.returncode == 3 and 'transformation.' + key in r.stderr and 'redline.toml' in r.stderr)
    for count, values in ((7, SEVEN), (4, FOUR)):
        ws = workspace(f'w{count}_{key}', f'[transformation.{key}]\nvalues = {values}\n')
        out = FOLDER / f'{key}_{count}.geojson'
        r = redline('convert', source, '-o', out, '-w', ws)
        check(f'{key} with {count}', (r.returncode, r.stderr), (0, ''))
        true(f'{key} with {count} is said', f'by the {count} parameters in [transformation.{key}]' in r.stdout)
        back = FOLDER / f'{key}_{count}.txt'
        r = redline('convert', out, '-o', back, '--to', codes, '-w', ws)
        check(f'{key} with {count} back', (r.returncode, r.stderr), (0, ''))
        near = max(min(max(abs(a - c), abs(b - d)) for c, d in written(back)[0][0]) for a, b in SQUARE)
        true(f'{key} with {count}: there and back within a centimetre ({near})', near < 0.0101)
        plain = FOLDER / f'{key}_{count}_moved.txt'
        r = redline('convert', source, '-o', plain, '--to', 'EPSG:4516', '-w', ws)
        check(f'{key} with {count} to zone 28', r.returncode, 0)
        moved = written(plain)[0][0]
        if count == 4:  # the plane formula written out, on the easting without its zone number
            from math import cos, sin
            r_, s_ = 0.9 / 206264.80624709636, 1.5e-6
            expect = [(-7.25 + (1 + s_) * ((e - 28e6) * sin(r_) + n * cos(r_)), 28e6 + 12.5 + (1 + s_) * ((e - 28e6) * cos(r_) - n * sin(r_))) for n, e in SQUARE]
            worst = max(max(abs(a - c), abs(b - d)) for (a, b), (c, d) in zip(moved, expect))
            true(f'{key}: the four parameters by hand ({worst})', worst < 0.0011)
        else:
            true(f'{key}: it has moved by tens of metres', 5 < max(abs(a - c) for (a, _), (c, _) in zip(moved, SQUARE)) < 300)
r = redline('convert', FOLDER / 'xian1980.txt', '-o', FOLDER / 'no2.geojson', '-w', FOLDER / 'w7_beijing1954')
true('parameters of another datum do not serve', r.returncode == 3 and 'transformation.xian1980' in r.stderr)
done()
