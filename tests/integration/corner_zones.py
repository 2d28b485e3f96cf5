"""Zones and central meridians that a list states in titles and in columns: each part by its own, or a doubt."""
import json
from corner_support import AREAS, convert
from support import FOLDER, check, done, redline, true
from workbook import write_workbook

# 1 km by 1 km, and 1 km by 2 km; the degree is 87.4 km long there, so that 78 km west of 84° is 83.11° E, and 73 km west of 87° is 86.17° E.
A = [(4241000, 421500), (4241000, 422500), (4242000, 422500), (4242000, 421500)]
B = [(4241000, 426000), (4241000, 428000), (4242000, 428000), (4242000, 426000)]
DATUM = '2000国家大地坐标系'


def rows(ring):
    return [f'{i} {x}.00 {y}.00' for i, (x, y) in enumerate(ring, 1)]


def listed(*lines, ending='txt'):
    source = FOLDER / f'zones.{ending}'
    source.write_text('\n'.join(lines) + '\n', encoding='utf-8')
    return source


def places():
    """Longitude of each parcel to the hundredth, of its westernmost corner."""
    features = json.loads((FOLDER / 'out.geojson').read_text(encoding='utf-8'))['features']
    return sorted(round(min(x for x, *_ in f['geometry']['coordinates'][0][0]), 2) for f in features)


def read(source, *args):
    r = convert(source, *args)
    return r.returncode, places() if r.returncode == 0 else r.stderr, r.stdout


NUMBERS, MERIDIANS = '? different zone numbers are stated: ', '? different central meridians are stated: '

# --- lines: two that differ are a doubt, in whatever place they stand; the same twice is none ---
for one, other, words in (('（中央子午线87°）', '（中央子午线84°）', MERIDIANS + '87°, 84°'), ('（28带）', '（29带）', NUMBERS + '28, 29'), ('（3度带27带）', '（3度带28带）', NUMBERS + '27, 28')):
    code, said, _ = read(listed(DATUM, '矿区一' + one, *rows(B), '', '矿区二' + other, *rows(A)))
    true(f'{one} and {other}: {said}', code == 3 and words in said)
code, said, _ = read(listed(f'{DATUM} 3度带 中央子午线84°', '矿区一', *rows(A), '', '中央子午线87°', '矿区二', *rows(B)))
true(f'between the tables: {said}', code == 3 and MERIDIANS in said)
code, said, _ = read(listed(f'{DATUM}，中央子午线84°', '点号 X Y', *rows(A), '', '注：中央子午线87°'))
true(f'below the table: {said}', code == 3 and MERIDIANS in said)
check('the same for both', read(listed(DATUM, '矿区一（中央子午线84°）', *rows(A), '', '矿区二（3度带28带，中央子午线84°）', *rows(B)))[:2], (0, [83.10, 83.15]))

# --- a column of corner rows ---
def table(title, column, cells, *more, ring=A, prefix=0):
    return listed(title, '\t'.join(['点号', column, 'X', 'Y']), *[f'{i}\t{cell}\t{x}.00\t{prefix + y}.00' for i, (cell, (x, y)) in enumerate(zip(cells, ring), 1)], *more)


for column, cell in (('带号', '28'), ('投影带号', '28带'), ('带号', '3度带28带'), ('中央子午线', '84'), ('中央经线（°）', '84°00′'), ('带号', '84')):
    code, said, out = read(table(DATUM, column, [cell] * 4))
    true(f'{column} {cell} is used: {said} {out}', (code, said) == (0, [83.10]) and 'other column' not in out)
for title, column, cells, words in ((f'{DATUM} 带号28', '带号', ['29'] * 4, NUMBERS + '28, 29'), (DATUM, '带号', ['28', '28', '29', '29'], NUMBERS + '28, 29'), (f'{DATUM} 28带', '中央子午线', ['87'] * 4, 'central meridian 87° is not that of zone 28')):
    code, said, _ = read(table(title, column, cells))
    true(f'{title} against {column} {cells}: {said}', code == 3 and words in said)
code, said, _ = read(table(DATUM, '带号', ['29'] * 4, prefix=28000000))
true(f'against the eastings: {said}', code == 3 and 'the stated zone 29 contradicts the zone number 28' in said)

# --- rows of a register: each in its own zone ---
STRINGS = [';'.join(f'{i},{x}.00,{y}.00' for i, (x, y) in enumerate(ring, 1)) for ring in (A, B)]


def register(column, *cells):
    return listed(f'许可证号,{column},坐标系,区域坐标', *[f'C650000202011111000003{i},{cell},{DATUM},"{s}"' for i, (cell, s) in enumerate(zip(cells, STRINGS))], ending='csv')


for column, cells in (('带号', ('28', '29')), ('中央经线', ('84', '87')), ('带号', ('3度带28带', '3度带29带'))):
    code, said, out = read(register(column, *cells))
    true(f'{column} {cells}: {said} {out}', (code, said) == (0, [83.10, 86.15]) and 'different zone numbers (28, 29)' in out)
corners = [['许可证号', '坐标系', '中央子午线', '点号', 'X', 'Y']] + [[name, DATUM, meridian, i, x, y] for name, meridian, ring in (('C1', 84, A), ('C2', 87, B)) for i, (x, y) in enumerate(ring, 1)]
check('rows of corners', read(write_workbook(FOLDER / 'zones.xlsx', {'a': (corners, [])}))[:2], (0, [83.10, 86.15]))
code, said, out = read(register('中央经线', '84', '87'), '--crs', 'EPSG:4537')
true(f'a given system decides, and the other row is told: {said} {out}', (code, said) == (0, [83.10, 83.15]) and '!  the zone or meridian that is stated has the central meridian 87°, that of --crs is 84°' in out)
batch = redline('screen', FOLDER / 'zones.csv', *AREAS, '--crs', 'EPSG:4537').stdout.splitlines()
check(f'in the line of a batch: {batch}', ['another zone or meridian is stated' in line for line in batch[:2]], [False, True])
done()
