"""Several corners beside each other in one row: two or three columns of a list, in text, CSV and workbooks; by their numbers, and an error without them."""
import math
from corner_support import AREAS, applications
from support import FOLDER, check, done, redline, true
from workbook import write_workbook

DATUM = 'CGCS2000 3度带28带'


def corners(count, x=4911000, y=28437000, radius=500):
    """A regular polygon: its area is count / 2 · r² · sin(2π / count), to a hundredth of a hectare also with corners of two decimals."""
    return [(round(x + radius * math.cos(2 * math.pi * i / count), 2), round(y + radius * math.sin(2 * math.pi * i / count), 2)) for i in range(count)]


def hectares(count, radius=500):
    return round(count / 2 * radius ** 2 * math.sin(2 * math.pi / count) / 1e4, 2)


def numbered(ring, first=1):
    return [(i, *c) for i, c in enumerate(ring, first)]


def down(ring, columns):
    """Rows of a list that goes down the first column, then down the next; the last ones may be shorter."""
    height = math.ceil(len(ring) / columns)
    rows = [[numbered(ring)[c * height + r] for c in range(columns) if c * height + r < len(ring)] for r in range(height)]
    return [[cell for corner in row for cell in corner] for row in rows]


def across(ring, columns):
    all_corners = numbered(ring)
    return [[cell for corner in all_corners[i:i + columns] for cell in corner] for i in range(0, len(ring), columns)]


def listed(rows, separator=' ', ending='txt', title=DATUM):
    source = FOLDER / f'columns.{ending}'
    source.write_text('\n'.join([title] * bool(title) + [separator.join(map(str, row)) for row in rows]) + '\n', encoding='utf-8')
    return source


def area(source):
    """Hectares and verdict of the only application; or what was said."""
    read, said = applications(source)
    return (round(read[0][1], 2), read[0][2]) if len(read) == 1 and not isinstance(read, str) else said


HEAD = ['点号', 'X', 'Y']
for columns in (2, 3, 4):
    for count in (12, 11):
        for layout in (down, across):
            for head in ([], [HEAD * columns]):
                for separator in (' ', '\t', ','):
                    check(f'{columns} columns, {count} corners {layout.__name__}, heading {bool(head)}, by {separator!r}',
                          area(listed(head + layout(corners(count), columns), separator)), (hectares(count), 'clear'))
_, said = applications(listed(down(corners(12), 3)))
true('how it was read is said', 'from line 2 on: 3 corners in a row, read down the left column, then the next to the right' in said)
_, said = applications(listed(across(corners(12), 3)))
true('across', '3 corners in a row, read across' in said)

# --- A second page without a heading: its columns go on where those of the first one end. ---
pages = down(corners(24), 1)
two = [pages[i] + pages[i + 6] for i in range(6)] + [pages[i + 12] + pages[i + 18] for i in range(6)]
true(f'two pages of two columns: {area(listed(two))}', abs(area(listed(two))[0] - hectares(24)) < 0.02 and area(listed(two))[1] == 'clear')

# --- Further columns, and columns that end at different rows, in workbooks and text with tabs. ---
ring = corners(9)
sides = [[i, *ring[i - 1], 350.1, i + 4, *ring[i + 3], 350.2] for i in range(1, 5)]
check('lengths of sides', area(listed([(HEAD + ['边长']) * 2] + sides + [['', '', '', '', 9, *ring[8], 350.3]], '\t')), (hectares(9), 'clear'))
_, said = applications(listed([(HEAD + ['边长']) * 2] + sides + [['', '', '', '', 9, *ring[8], 350.3]], '\t'))
true(f'are named: {said}', '边长' in said)
rows = [[c if c != '' else None for c in row] for row in [HEAD * 3] + down(corners(12), 3)]
book = write_workbook(FOLDER / 'columns.xlsx', {'a': ([[DATUM], *rows], [])})
check('three columns of a workbook', area(book), (hectares(12), 'clear'))
right_longer = [HEAD + [None] + HEAD] + [[i, *ring[i - 1], None, i + 4, *ring[i + 3]] for i in range(1, 5)] + [[None] * 4 + [9, *ring[8]]]
check('the right column is longer', area(write_workbook(FOLDER / 'longer.xlsx', {'a': ([[DATUM], *right_longer], [])})), (hectares(9), 'clear'))
serial = [['序号', 'X坐标', 'Y坐标'] * 2] + down(corners(12), 2)
r = redline('screen', listed(serial, ',', 'csv', ''), *AREAS, '--crs', 'EPSG:4516')
true(f'a CSV: {r.stdout} {r.stderr}', r.returncode == 0 and '0.7499' in r.stdout)

# --- Without numbers of their own nobody can tell the order: an error, also where a system is stated, and nothing is left out. ---
bare = [[*a, *b] for a, b in zip(corners(8)[:4], corners(8)[4:])]
for name, rows in (('without a heading', bare), ('X Y X Y', [['X', 'Y', 'X', 'Y']] + bare), ('X1 Y1 X2 Y2', [['X1', 'Y1', 'X2', 'Y2']] + bare),
                   ('one number for two', [['点号', 'X', 'Y', 'X', 'Y']] + [[i, *row] for i, row in enumerate(bare, 1)])):
    for args in ((), ('--crs', 'EPSG:4516'), ('--accept',)):
        r = redline('screen', listed(rows), *AREAS, *args)
        true(f'{name} {args}: {r.stdout} {r.stderr}', r.returncode == 3 and 'several corners stand in this row without numbers of their own' in r.stderr)
# The same corner on two datums is not two corners (a hundred metres apart, and it is not said which is which): as before.
datums = [[i, x, y, round(x + 2.5, 2), round(y + 90.1, 2)] for i, (x, y) in enumerate(corners(8), 1)]
r = redline('screen', listed([['点号', 'X', 'Y', 'X', 'Y']] + datums), *AREAS)
true(f'two datums: {r.stderr}', r.returncode == 3 and 'does not say which datum each is on' in r.stderr)

# --- A part of a row that is none fails with its line; a ring that two columns make by numbers that do not go on is looked at by a person. ---
broken = down(corners(12), 3)
broken[1][5] = '2843650O.00'
r = redline('screen', listed([HEAD * 3] + broken), *AREAS)
true(f'a letter in the middle column: {r.stderr}', r.returncode == 3 and 'line 4: "2843650O.00" is no coordinate' in r.stderr)
gap = [row for i, row in enumerate(down(corners(12), 2)) if i != 2]
check('a row is missing', area(listed(gap))[1], 'review')
done()
