"""Corner lists that are not what they seem: numbers that are missing, two datums in one list, degrees, minutes and seconds with a point."""
import functools, json, re
import corner_support
from support import FOLDER, check, done, redline, true
from workbook import write_workbook

# 100 m by 100.283 m in zone 28 of CGCS2000
SQUARE = [(4940966.783, 28421670.31), (4940966.783, 28421770.25), (4940866.5, 28421770.25), (4940866.5, 28421670.31)]
MORE = [(4940966.78, 28421670.31), (4940966.78, 28421770.25), (4940900.0, 28421790.25), (4940866.5, 28421770.25), (4940866.5, 28421670.31)]
TITLE = '2000国家大地坐标系 3度带'
reserve = FOLDER / 'reserves.geojson'
reserve.write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': {'id': 'R'}, 'geometry': {
    'type': 'Polygon', 'coordinates': [[[83.4, 44.3], [83.5, 44.3], [83.5, 44.4], [83.4, 44.4], [83.4, 44.3]]]}}]}))
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


convert = functools.partial(corner_support.convert, ending='txt')


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

# --- one ring listed from another corner or downwards, or several ---
# by the shoelace 1,140 ha; the triangles 4–5–6 and 1–2–3 have 240 ha each
HEXAGON = dict(enumerate([(4939000, 28421600), (4940500, 28420000), (4942000, 28421600), (4942000, 28423800), (4940500, 28425400), (4939000, 28423800)], 1))
BLOCK = [(4941900, 28422000), (4941900, 28422400), (4941500, 28422400), (4941500, 28422000)]  # 16 ha


def surveyed(name, numbers, corners, area, count=None):
    path = baopan(name, [(f'J{n}', 1, c) for n, c in zip(numbers, corners)])
    path.write_text(path.read_text(encoding='utf-8').replace(f'{len(numbers)},,1', f'{count or len(numbers)},{area},1'), encoding='utf-8')
    return path


def of_hexagon(numbers):
    return [HEXAGON[n] for n in numbers]


def sentence(name, numbers):
    path = FOLDER / f'{name}.txt'
    path.write_text('矿区由6个拐点圈定（2000国家大地坐标系）：' + '、'.join('{}（{}.00，{}.00）'.format(n, *HEXAGON[n]) for n in numbers), encoding='utf-8')
    return path


def shape_of(source):
    r = convert(source)
    true(f'{source}: {r.stdout}{r.stderr}', r.returncode == 0)
    return int(re.search(r'(\d+) rings, \d+ corners', r.stdout)[1]), float(re.search(r'([\d.]+) ha in the plane', r.stdout)[1]), '!  ' in r.stdout


ROTATED, DOWN = [4, 5, 6, 1, 2, 3], [6, 5, 4, 3, 2, 1]
for name, source in {'rotated': text('rotated', ROTATED, of_hexagon(ROTATED)), 'rotated sentence': sentence('said', ROTATED), 'downwards': text('down', DOWN, of_hexagon(DOWN)),
                     'downwards from 3': text('down3', [3, 2, 1, 6, 5, 4], of_hexagon([3, 2, 1, 6, 5, 4])),
                     'rotated, 圈号 1': surveyed('rot1', ROTATED, of_hexagon(ROTATED), '1140.0000'),
                     'rotated and closed': surveyed('rot2', ROTATED + [4], of_hexagon(ROTATED + [4]), '1140.0000')}.items():
    check(f'{name}: one ring, no doubt', shape_of(source), (1, 1140.0, False))
    check(f'{name}: clear', [a['verdict'] for a in screened(source)], ['clear'])
TWO = BLOCK + shifted(BLOCK, -900)
for name, source, verdict in (('5–8 and 1–4 would cross as one', text('cross', [5, 6, 7, 8, 1, 2, 3, 4], TWO), 'review'),
                              ('4–6, an empty line, 1–3', text('parted', ROTATED, of_hexagon(ROTATED)), 'review'),
                              ('1–4 twice, crossing as one', text('anew', [1, 2, 3, 4] * 2, TWO), 'clear'),
                              ('a 1 for a 4', text('typed', [1, 2, 3, 1, 5, 6], of_hexagon(range(1, 7))), 'review')):
    if name.startswith('4–6'):
        source.write_text(source.read_text(encoding='utf-8').replace('\n1 ', '\n\n1 '), encoding='utf-8')
    check(f'{name}: {verdict}', [a['verdict'] for a in screened(source)], [verdict])
for area, rings in (('1140.0000', 1), ('480.0000', 2)):
    check(f'the declared area tells: {area}', shape_of(surveyed('tells', ROTATED, of_hexagon(ROTATED), area))[:2], (rings, float(area)))
check('a 1 for a 4: the area tells', shape_of(surveyed('typed2', [1, 2, 3, 1, 5, 6], of_hexagon(range(1, 7)), '1140.0000'))[:2], (1, 1140.0))
neighbours = baopan('neighbours', [(f'J{n}', 1, c) for n, c in zip((1, 2, 3, 4, 1), BLOCK + BLOCK[:1])],
                    [(f'J{n}', 1, c) for n, c in ((5, (4941900, 28422800)), (6, (4941500, 28422800)), (3, BLOCK[2]), (2, BLOCK[1]), (5, (4941900, 28422800)))])
check('a neighbour listed from its new corners', [a['verdict'] for a in screened(neighbours)], ['clear', 'clear'])
for numbers in ((1001, 1002, 1003, 1004), (5, 6, 7, 8), (3, 4, 12, 11), (4, 3, 2, 1), (7, 1, 4, 8)):
    names = [*numbers, numbers[0]]
    check(f'{numbers}: count and area agree', [a['verdict'] for a in screened(surveyed('agree', names, BLOCK + BLOCK[:1], '16.0000'))], ['clear'])
    if numbers[:2] in ((1001, 1002), (3, 4)):
        for area, count in (('', 5), ('16.0000', 9)):
            check(f'{numbers}, area {area}, count {count}', [a['verdict'] for a in screened(surveyed('doubt', names, BLOCK + BLOCK[:1], area, count))], ['review'])

# --- an area that contradicts: more than 1 % and more than its last place ---
for area, verdict in (('16.0000', 'clear'), ('16.1600', 'clear'), ('16.1700', 'review'), ('25.0000', 'review'), ('12', 'review'), ('0.16', 'clear')):
    check(f'{area} ha of 16', [a['verdict'] for a in screened(surveyed('area', (1, 2, 3, 4), BLOCK, area))], [verdict])
r = redline('screen', surveyed('area', (1, 2, 3, 4), BLOCK, '25.0000'), text('plain', '12345'), *AREAS)
true(f'the line of many files says so: {r.stdout}', 'the declared area' in next(l for l in r.stdout.splitlines() if l.startswith('review')))
for said, verdict in (('0.16平方千米', 'clear'), ('0.2平方千米', 'clear'), ('0.21平方千米', 'review'), ('16公顷', 'clear'), ('25公顷', 'review')):
    check(f'{said} in the text', [a['verdict'] for a in screened(text('told', '1234', BLOCK, TITLE + f' 面积：{said}'))], [verdict])

# --- signs of degrees as people type them: one block of 45″ by 30″ ---
ANGLES = [(83, 0, 30, 44, 35, 30), (83, 0, 30, 44, 36, 0), (83, 1, 15, 44, 36, 0), (83, 1, 15, 44, 35, 30)]


def typed(name, one, join='\n'):
    path = FOLDER / f'{name}.txt'
    path.write_text(NEW_DATUM + '\n' + join.join(f'{i} {one(*a[:3])} {one(*a[3:])}' for i, a in enumerate(ANGLES, 1)), encoding='utf-8')
    return path


def is_block(name, source):
    r = convert(source, ending='geojson')
    true(f'{name}: {r.stdout}{r.stderr}', r.returncode == 0 and '4 corners' in r.stdout and '0.9191 km²' in r.stdout)


NEW_DATUM = '2000国家大地坐标系'
for d, m, s in (('°', '′', '″'), ('°', "'", "''"), ('°', '′', '′′'), ('°', '’', '’’'), ('°', '´', '´´'), ('゜', 'ˊ', '〞'), ('∘', 'ʹ', 'ʺ'), ('°', '`', '``'), ('o', "'", '"')):
    is_block(f'{d}{m}{s}', typed('signs', lambda a, b, c: f'{a}{d}{b:02}{m}{c:02}.00{s}'))
is_block('44-35-30', typed('dashed', lambda a, b, c: f'{a}-{b:02}-{c:02}'))
is_block('decimal minutes', typed('minutes', lambda a, b, c: f'{a}°{b + c / 60:.2f}′'))
run = FOLDER / 'run.txt'
run.write_text(NEW_DATUM + '\n' + ' '.join(f'{i}. E{a}°{b:02}′{c:02}″ N{d}°{e:02}′{f:02}″' for i, (a, b, c, d, e, f) in enumerate(ANGLES, 1)), encoding='utf-8')
is_block('one line', run)
is_block('in a sheet', write_workbook(FOLDER / 'signs.xlsx', {'表': ([[NEW_DATUM], ['点号', '经度', '纬度'],
                                                                     *[[i, f"{a}°{b}'{c}''", f"{d}°{e}'{f}''"] for i, (a, b, c, d, e, f) in enumerate(ANGLES, 1)]], [])}))

# --- zones, units, pages, several areas ---
for words in ('3度带第28带', '3度带28带', '3度带 第28带', '高斯-克吕格3度分带28带', '3度带 L0=84°'):
    r = convert(text('zone', '1234', [(n, e - 28e6) for n, e in BLOCK], f'{NEW_DATUM} {words}'))
    true(f'{words}: {r.stdout}{r.stderr}', r.returncode == 0 and 'EPSG:4537' in r.stdout + r.stderr)
unit = text('unit', '1234', BLOCK)
unit.write_text(unit.read_text(encoding='utf-8').replace('X Y', 'X(m) Y(m)').replace('00 2', '00.00m 2').replace('00\n', '00.00m\n'), encoding='utf-8')
check('4940200.00m', shape_of(unit)[:2], (1, 16.0))
ROWS = [f'{i} {x} {y}' for i, (x, y) in enumerate(BLOCK, 1)]
leaves, areas = FOLDER / 'leaves.txt', FOLDER / 'areas.txt'
leaves.write_text('\n'.join([TITLE, '点号 X Y', *ROWS[:2], '第 1 页 共 2 页', '点号 X Y', *ROWS[2:], '第2页，共2页']), encoding='utf-8')
check('a list over two pages', shape_of(leaves), (1, 16.0, False))
for first_title, second in (('矿区一', '矿区二'), ('地块1：', '地块2：'), ('第一采区', '第二采区')):
    areas.write_text('\n'.join([TITLE, first_title, *ROWS, second, *[f'{i} {x - 900} {y}' for i, (x, y) in enumerate(BLOCK, 1)]]), encoding='utf-8')
    check(f'{second}: an application of its own', [(a['name'], a['verdict']) for a in screened(areas)], [(t.rstrip('：'), 'clear') for t in (first_title, second)])

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

# --- two datums in one list ---
OLD = [(n + 55.5, e - 48.25) for n, e in SQUARE]  # the same corners on Xi'an 1980
XIAN, NEW = '1980西安坐标系', '2000国家大地坐标系'


def both(new, *heads, second=True, merged=()):
    """A table of corners on both datums, the new one behind the old one where `second`."""
    a, b = (OLD, SQUARE) if second else (SQUARE, OLD)
    table = [*heads, *[[i, *p, *q] for i, (p, q) in enumerate(zip(a, b), 1)]]
    return write_workbook(FOLDER / f'{new}.xlsx', {'对照表': (table, list(merged))})


def northings(ending='txt'):
    lines = (FOLDER / f'out.{ending}').read_text(encoding='utf-8').split('[地块坐标]')[1].split()
    return {float(l.split(',')[2]) for l in lines if not l.endswith('@')}


ON_NEW, ON_OLD = ({round(n, 2) for n, _ in c} for c in (SQUARE, OLD))
XY = ['点号', 'X', 'Y', 'X', 'Y']
for name, heads, second, columns in (('old first', (['坐标对照表（3度带）'], ['序号', XIAN, None, NEW, None], XY), True, 'D–E'),
                                     ('new first', (['坐标对照表（3度带）'], ['序号', NEW, None, XIAN, None], XY), False, 'B–C'),
                                     ('title of both', (['2000与1980坐标对照表（3度带）'], [None, XIAN, None, NEW, None], XY), True, 'D–E'),
                                     ('before and after', (['3度带'], [None, f'转换前（{XIAN}）', None, f'转换后（{NEW}）', None], XY), True, 'D–E'),
                                     ('in the heading', (['3度带'], ['点号', f'X（{XIAN}）', f'Y（{XIAN}）', f'X（{NEW}）', f'Y（{NEW}）']), True, 'D–E'),
                                     ('short words', (['3度带'], ['点号', 'X80', 'Y80', 'X2000', 'Y2000']), True, 'D–E')):
    r = convert(both('both', *heads, second=second))
    true(f'{name}: {r.stdout}{r.stderr}', r.returncode == 0 and f'the columns used, {columns}, stand under "' in r.stdout and 'are not used' in r.stdout)
    if r.returncode == 0:
        check(f'{name}: those of CGCS2000', northings(), ON_NEW)
        true(f'{name}: and said so', '坐标系=2000国家大地坐标系' in (FOLDER / 'out.txt').read_text(encoding='utf-8'))
lines = FOLDER / 'lines.txt'
for head in (f'{XIAN} {NEW}\n点号 X Y X Y', '点号 X80 Y80 X2000 Y2000', f'点号 X({XIAN}) Y({XIAN}) X({NEW}) Y({NEW})', f'点号 80X 80Y 2000X 2000Y'):
    lines.write_text('3度带\n' + head + '\n' + ''.join(f'{i} {a} {b} {c} {d}\n' for i, ((a, b), (c, d)) in enumerate(zip(OLD, SQUARE), 1)), encoding='utf-8')
    r = convert(lines)
    true(f'text, {head}: {r.stdout}{r.stderr}', r.returncode == 0 and '4–5, stand under "' in r.stdout and northings() == ON_NEW)
twice = [['3度带'], [None, XIAN, None, None, NEW, None], ['点号', 'X', 'Y', '点号', 'X', 'Y'], *[[i, *p, i, *q] for i, (p, q) in enumerate(zip(OLD, SQUARE), 1)]]
r = convert(write_workbook(FOLDER / 'twice.xlsx', {'对照表': (twice, ['B2:C2'])}))
true(f'numbers beside either pair: {r.stdout}{r.stderr}', r.returncode == 0 and 'two corners in a row' not in r.stdout and northings() == ON_NEW)
mixed = [['3度带'], ['序号', XIAN, None, NEW, None], ['点号', 'X', 'Y', '经度', '纬度'],
         *[[i, *p, *d] for i, (p, d) in enumerate(zip(OLD, (('83°00′48.281″', '44°35′59.917″'), ('83°00′53.408″', '44°35′59.917″'), ('83°00′53.408″', '44°35′56.795″'))), 1)]]
r = convert(write_workbook(FOLDER / 'mixed.xlsx', {'对照表': (mixed, [])}))
true(f'metres on the old datum, degrees on the new one: {r.stdout}{r.stderr}', r.returncode == 0 and 'EPSG:4490' in r.stdout and 'D–E, stand under "2000' in r.stdout)
r = convert(both('unnamed', ['2000与1980坐标对照表（3度带）'], XY))
true(f'two sets that are not named: {r.stderr}', r.returncode == 3 and 'line 对照表:1 names "2000"' in r.stderr and 'names "1980' in r.stderr and 'B–C are used' in r.stderr)
check('written on demand', convert(FOLDER / 'unnamed.xlsx', '--crs', 'EPSG:2352').returncode, 0)
check('those that were said', northings(), ON_OLD)

plain = [[i, *c] for i, c in enumerate(SQUARE, 1)]
for name, title, words in (('converted', f'由{XIAN}转换为{NEW} 3度带', ['it may be EPSG:4516', 'line 1 says that the coordinates were converted from "1980西安', 'line 1 names "2000国家']),
                           ('converted, short', '1980西安坐标系转2000坐标 3度带', ['it may be EPSG:4516', 'converted from "1980西安', 'names "2000坐标"']),
                           ('backwards', f'由{NEW}转换为{XIAN} 3度带', ['it may be EPSG:2352', 'converted from "2000国家', 'names "1980西安']),
                           ('title', '2000与1980坐标对照表 3度带', ['it may be EPSG:4516', 'names "2000"', 'names "1980', 'more than one datum is named'])):
    for source in (text('datums', '1234', SQUARE, title), write_workbook(FOLDER / 'datums.xlsx', {'表': ([[title], HEAD, *plain], [])})):
        at = '' if source.suffix == '.txt' else '表:'
        r = convert(source)
        true(f'{name} {source.suffix}: doubtful, each with its place: {r.stderr}', r.returncode == 3 and all(w.replace('line 1', f'line {at}1') in r.stderr for w in words))
        check(f'{name}: accepted', convert(source, *(['--accept'] if name != 'backwards' else ['--crs', 'EPSG:4516'])).returncode, 0)
foot = text('foot', '1234', SQUARE)
foot.write_text(foot.read_text(encoding='utf-8') + '注：坐标为1980西安坐标系\n', encoding='utf-8')
r = convert(foot)
true(f'a note against the title: {r.stderr}', r.returncode == 3 and 'line 1 names "2000国家' in r.stderr and 'line 7 names "1980西安' in r.stderr)
head = baopan('head', [(f'J{i}', 1, c) for i, c in enumerate(SQUARE, 1)])
head.write_text(head.read_text(encoding='utf-8').replace('坐标系=2000国家大地坐标系', '坐标系=1980西安坐标系转2000国家大地坐标系'), encoding='utf-8')
r = convert(head)
true(f'the header of a TXT: {r.stderr}', r.returncode == 3 and 'converted from "1980西安"' in r.stderr)
r = convert(text('same', '1234', SQUARE, '2000国家大地坐标系（CGCS2000） 3度带 1985国家高程基准'))
check('one datum by two words', (r.returncode, r.stderr), (0, ''))
for title in ('2000国家大地坐标系 3度带 附图1:2000-80', '2000国家大地坐标系 3度带 1980年批准，面积180坐标'):
    r = convert(text('no', '1234', SQUARE, title))
    check(f'numbers that are no datums: {title}', (r.returncode, r.stderr), (0, ''))
remark = text('remark', '1234', SQUARE)
remark.write_text(remark.read_text(encoding='utf-8').replace('X Y', 'X Y 备注').replace('.31\n', '.31 原西安80坐标\n').replace('.25\n', '.25 界桩\n'), encoding='utf-8')
r = convert(remark)
true(f'a column of remarks: {r.stderr}', r.returncode == 3 and 'line 3 says that the coordinates were converted from "西安80"' in r.stderr)
r = redline('screen', FOLDER / 'datums.txt', *AREAS)
true(f'screen asks, too: {r.stderr}', r.returncode == 3 and 'more than one datum is named' in r.stderr)

# --- 83.5945: decimal degrees, or 83°59′45″? ---
DMS = [(44.1415, 83.5945), (44.1415, 84.0012), (44.1350, 84.0012), (44.1350, 83.5945)]  # 27″ by 25″: 599.4 m by 771.8 m, 0.4626 km²
UNITS = '2000国家大地坐标系'


def degrees(name, corners, more=''):
    path = FOLDER / f'{name}.txt'
    path.write_text(f'{UNITS}\n点号 纬度 经度\n' + ''.join(f'{i} {a:.4f} {b:.4f}\n' for i, (a, b) in enumerate(corners, 1)) + more, encoding='utf-8')
    return path


def first():
    return json.loads((FOLDER / 'out.geojson').read_text(encoding='utf-8'))['features'][0]['geometry']['coordinates'][0][0]


def holds(point):
    return any(max(abs(x - point[0]), abs(y - point[1])) < 1e-8 for x, y, *_ in first())


AS_DMS, AS_DECIMAL = (83 + 59 / 60 + 45 / 3600, 44 + 14 / 60 + 15 / 3600), (83.5945, 44.1415)
four = degrees('four', DMS)
r = convert(four, ending='geojson')
# 83°59′45″ is 83.99583°: 0.40133° or 44,676 m × cos 44.1415° = 32.06 km; 44°14′15″ is 44.2375°: 0.096° or 10.69 km; together 33.8 km
true(f'doubtful: {r.stderr}', r.returncode == 3 and 'of all 4 corners could be minutes and seconds' in r.stderr and 'up to 33.8 km elsewhere' in r.stderr and '--degrees dms' in r.stderr)
for args, point, words in ((['--accept'], AS_DECIMAL, 'read as decimal degrees'), (['--degrees', 'decimal'], AS_DECIMAL, ''), (['--degrees', 'dms'], AS_DMS, 'by --degrees dms'),
                           (['--registered-area', '0.4626', '--degrees', 'dms'], AS_DMS, 'as registered'),
                           (['--extent', '83.5,44.1,83.9,44.2'], AS_DECIMAL, 'by the county only decimal degrees fit'),
                           (['--extent', '83.9,44.2,84.1,44.3', '--accept'], AS_DMS, 'by the county only this reading fits')):
    r = convert(four, *args, ending='geojson')
    true(f'{args}: {r.stdout}{r.stderr}', r.returncode == 0 and words in r.stdout and holds(point))
r = convert(four, '--registered-area', '0.4626', ending='geojson')
true(f'the registered area says which: {r.stderr}', r.returncode == 3 and '? the decimals could be minutes and seconds' in r.stderr and 'by the area only this reading fits' in r.stderr)
r = convert(degrees('said', DMS, '面积：0.4626平方千米\n'), ending='geojson')
true(f'the declared area, too: {r.stderr}', r.returncode == 3 and 'by the area only this reading fits' in r.stderr)
r = convert(degrees('three', DMS[:3]), ending='geojson')
true(f'three corners: {r.stderr}', r.returncode == 3 and 'of all 3 corners could be' in r.stderr)
for corners in ([(44.1415, 83.5945), (44.1415, 83.6075), (44.1350, 83.6075), (44.1350, 83.5945)], [(44.12, 83.51), (44.12, 83.52), (44.11, 83.52)]):
    r = convert(degrees('sure', corners), '--degrees', 'dms', ending='geojson')
    sure = corners[1][1] == 83.6075
    true(f'{corners[1]}: {r.stderr}', r.returncode == (3 if sure else 0) and ('no decimals that are minutes' in r.stderr) == sure)
r = convert(degrees('decimal', [(44.1415, 83.5945), (44.1415, 83.6075), (44.1350, 83.6075), (44.1350, 83.5945)]), ending='geojson')
true(f'60.75 is no minute: {r.stdout}', r.returncode == 0 and 'minutes and seconds' not in r.stdout)
r = redline('screen', four, *AREAS)
true(f'screen asks, too: {r.stderr}', r.returncode == 3 and '--degrees dms' in r.stderr)
check('and is told', screened(four, '--degrees', 'dms')[0]['verdict'], 'clear')

# --- a boundary drawn as a line on a phone ---
LINE = [(83.74, 44.59), (83.75, 44.59), (83.75, 44.6), (83.74, 44.59)]
kml, gpx = FOLDER / 'line.kml', FOLDER / 'line.gpx'
for line, code in ((LINE, 0), (LINE[:3], 3)):
    kml.write_text('<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>矿</name><LineString><coordinates>' +
                   ' '.join(f'{x},{y},0' for x, y in line) + '</coordinates></LineString></Placemark></Document></kml>', encoding='utf-8')
    gpx.write_text('<?xml version="1.0"?><gpx version="1.1" creator="t" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>' +
                   ''.join(f'<trkpt lat="{y}" lon="{x}"/>' for x, y in line) + '</trkseg></trk></gpx>', encoding='utf-8')
    for source in (kml, f'{gpx}:tracks'):
        r = convert(source, ending='geojson')
        true(f'{source}: {r.stdout}{r.stderr}', r.returncode == code and (code or ('is read as a polygon' in r.stdout and len(first()) == 4)))
done()
