"""Corner lists that are not what they seem: numbers that are missing, two datums in one list, degrees, minutes and seconds with a point."""
import json
from support import FOLDER, check, done, redline, true
from workbook import write_workbook

# 100 m by 100.283 m in zone 28 of CGCS2000
SQUARE = [(4940966.783, 28421670.31), (4940966.783, 28421770.25), (4940866.5, 28421770.25), (4940866.5, 28421670.31)]
MORE = [(4940966.78, 28421670.31), (4940966.78, 28421770.25), (4940900.0, 28421790.25), (4940866.5, 28421770.25), (4940866.5, 28421670.31)]
TITLE = '2000国家大地坐标系 3度带'
reserve = FOLDER / 'reserves.geojson'
reserve.write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': {'id': 'R'}, 'geometry': {
    'type': 'Polygon', 'coordinates': [[[80, 40], [80.1, 40], [80.1, 40.1], [80, 40.1], [80, 40]]]}}]}))
AREAS = ['--areas', reserve, '--area-kind', '=nature_reserve', '--area-id', 'id', '--as-of', '2026-06-01', '--overwrite']


def text(name, names, corners=MORE, title=TITLE):
    path = FOLDER / f'{name}.txt'
    path.write_text(title + '\n点号 X Y\n' + ''.join(f'{n} {x} {y}\n' for n, (x, y) in zip(names, corners)), encoding='utf-8')
    return path


def baopan(name, *parcels):
    path = FOLDER / f'{name}.txt'
    body = ''.join(f'{len(rows)},,{i},{chr(0x7531 + i)},面,,,,@\n' + ''.join(f'{n},{ring},{x},{y}\n' for n, ring, (x, y) in rows) for i, rows in enumerate(parcels, 1))
    path.write_text(f'[属性描述]\n坐标系=2000国家大地坐标系\n几度分带=3\n带号=28\n[地块坐标]\n{body}', encoding='utf-8')
    return path


def convert(source, *args, ending='txt'):
    out = FOLDER / f'out.{ending}'
    out.unlink(missing_ok=True)
    r = redline('convert', source, '-o', out, *args)
    check(f'{source}: written where the status says so', out.exists(), r.returncode < 2)
    return r


def screened(source, *args):
    r = redline('screen', source, *AREAS, '--json', FOLDER / 's.json', *args)
    true(f'screen {source}: {r.stderr}', r.returncode in (0, 1))
    return json.loads((FOLDER / 's.json').read_text(encoding='utf-8'))['applications']


def quiet(r):
    return not any(words in r.stdout for words in ('the numbers go', 'the numbers begin', 'the number of two'))


def shifted(corners, north):
    return [(n + north, e) for n, e in corners]


# --- corners by their numbers ---
for names, words in ((['1', '2', '4', '5', '6'], 'line 5: the numbers go from 2 to 4; missing: 3'),
                     (['J1', 'J2', 'J4', 'J5', 'J6'], 'line 5: the numbers go from J2 to J4; missing: J3'),
                     (['1', '2', '3', '7', '8'], 'line 6: the numbers go from 3 to 7; missing: 4–6'),
                     (['1', '2', '2', '4', '5'], 'line 5: 2 is the number of two corners'),
                     (['1', '2', '2', '4', '5'], 'line 6: the numbers go from 2 to 4; missing: 3'),
                     (['2', '3', '4', '5', '6'], 'line 3: the numbers begin with 2'),
                     (['1', '2', '5', '3', '4'], 'line 6: the numbers go back from 5 to 3')):
    source = text('numbers', names)
    r = convert(source)
    true(f'{names}: {words} ({r.stdout})', r.returncode == 0 and '!  ' in r.stdout and f'1: {words}' in r.stdout)
    a = screened(source)[0]
    true(f'{names}: the outline is to be reviewed ({a["verdict"]})', a['verdict'] == 'review' and 'the numbers of its corners' in json.dumps(a))
for name, source in {'plain': text('plain', '12345'), 'letters': text('letters', ['J01', 'J02', 'J03', 'J04', 'J05']), 'none': text('none', ['']*5),
                     'inserted': text('inserted', ['1', '2', '2-1', '3', '4']),
                     'goes on': baopan('on', [(f'J{i}', 1, c) for i, c in enumerate(SQUARE, 1)], [(f'J{i}', 1, c) for i, c in enumerate(shifted(SQUARE, -900), 5)]),
                     'closing corners have numbers': baopan('closing', [(f'J{i}', 1, c) for i, c in enumerate(SQUARE + SQUARE[:1], 1)],
                                                            [(f'J{i}', 1, c) for i, c in enumerate(shifted(SQUARE + SQUARE[:1], -900), 6)]),
                     'shared': baopan('shared', [('J1', 1, SQUARE[0]), ('J2', 1, SQUARE[1]), ('J3', 1, SQUARE[2]), ('J4', 1, SQUARE[3])],
                                      [('J3', 1, SQUARE[2]), ('J5', 1, (4940800, 28421770.25)), ('J6', 1, (4940800, 28421670.31)), ('J4', 1, SQUARE[3])])}.items():
    r = convert(source)
    true(f'{name}: no false alarm ({r.stdout})', r.returncode == 0 and quiet(r))
    check(f'{name}: clear', {a['verdict'] for a in screened(source)}, {'clear'})
two = baopan('two', [(f'J{i}', 1, c) for i, c in zip((1, 2, 4, 5), SQUARE)], [(f'J{i}', 1, c) for i, c in enumerate(shifted(SQUARE, -900), 1)])
check('the other parcel is not to be reviewed', [a['verdict'] for a in screened(two)], ['review', 'clear'])
true('the parcel is named', '1: line 9: the numbers go from J2 to J4; missing: J3' in convert(two).stdout)
far = baopan('far', [(f'J{i}', 1, c) for i, c in enumerate(SQUARE, 1)], [(f'J{i}', 1, c) for i, c in enumerate(shifted(SQUARE, -900), 6)])
true('the first corner of the second parcel', '2: line 12: the numbers begin with J6, and J5 is nowhere' in convert(far).stdout)
lies = baopan('lies', [(f'J{i}', 1, c) for i, c in enumerate(SQUARE, 1)])
lies.write_text(lies.read_text(encoding='utf-8').replace('4,,1', '7,,1'), encoding='utf-8')
check('a count that lies', screened(lies)[0]['verdict'], 'review')

# --- a list that runs on over two sheets ---
HEAD = ['点号', 'X', 'Y']
SIX = [(4940966.783, 28421670.31), (4940966.783, 28421770.25), (4940920.5, 28421800.25), (4940866.5, 28421770.25), (4940866.5, 28421670.31), (4940920.5, 28421640.31)]


def pages(name, first, second, heads=(HEAD, HEAD)):
    return write_workbook(FOLDER / f'{name}.xlsx', {s: ([[TITLE], h, *rows], []) for s, h, rows in zip(('Sheet1', 'Sheet2'), heads, (first, second))})


numbered = [[i, *c] for i, c in enumerate(SIX, 1)]
r = convert(pages('pages', numbered[:3], numbered[3:]))
true(f'two sheets are one ring, and that is said ({r.stdout})', r.returncode == 0 and '1 parcels, 1 rings, 6 corners' in r.stdout.replace('parcel,', 'parcels,').replace('ring,', 'rings,')
     and '!  ' in r.stdout and 'the sheet "Sheet2" goes on with corner 4' in r.stdout)
a = screened(FOLDER / 'pages.xlsx')
check('one application, to be reviewed', [x['verdict'] for x in a], ['review'])
named = [['地块', *HEAD]] * 2
r = convert(pages('named', [['甲', *c] for c in numbered[:3]], [['甲', *c] for c in numbered[3:]], named))
true(f'the same parcel on two sheets ({r.stdout})', r.returncode == 0 and '6 corners' in r.stdout and 'goes on with corner 4' in r.stdout)
r = convert(pages('others', [['甲', *c] for c in numbered[:3]], [['乙', *c] for c in numbered[3:]], named))
true(f'two parcels whose numbers run on ({r.stdout})', r.returncode == 0 and 'goes on' not in r.stdout and quiet(r))
r = convert(pages('apart', [[i, *c] for i, c in enumerate(SQUARE, 1)], [[i, *c] for i, c in enumerate(shifted(SQUARE, -900), 5)]))
true(f'together they would cross: two parcels, and that is said ({r.stdout})', r.returncode == 0 and '8 corners' in r.stdout and 'would cross itself' in r.stdout)
check('both are to be reviewed', [x['verdict'] for x in screened(FOLDER / 'apart.xlsx')], ['review', 'review'])
done()
