"""Outlines in cells that are not read (a column whose heading does not say 坐标, remarks, rows beside): each is told and is a doubt; whatever is no outline is none."""
import csv, io
from corner_support import applications
from support import FOLDER, check, done, redline, true
from workbook import write_workbook

A = [(4983910.91, 28468455.78), (4983907.06, 28469244.39), (4985018.38, 28469249.73), (4985022.22, 28468461.27)]
B = [(4973925.49, 28465247.10), (4974141.44, 28466433.02), (4975586.96, 28466282.66), (4975924.13, 28465573.78)]
L = [(83.5012, 44.1034), (83.5112, 44.1034), (83.5112, 44.1134), (83.5012, 44.1134)]


def string(ring):
    return f'1,{len(ring)},' + ','.join(f'{i},{x:.2f},{y:.2f}' for i, (x, y) in enumerate(ring, 1)) + ',1200,900,,1'


def written(ring, sign='；'):
    return sign.join(f'{i}、X={x:.2f} Y={y:.2f}' for i, (x, y) in enumerate(ring, 1))


def verdicts(read):
    return [v for *_, v in read] if isinstance(read, list) else read[:300]


def book(cells):
    write_workbook(FOLDER / 'unused.xlsx', {'Sheet1': (cells, [])})
    return FOLDER / 'unused.xlsx'


def table(cells, encoding='gbk'):
    out = io.StringIO()
    csv.writer(out).writerows(cells)
    (FOLDER / 'unused.csv').write_bytes(out.getvalue().encode(encoding))
    return FOLDER / 'unused.csv'


REGISTER = ['许可证号', '矿山名称', '采矿权区域坐标（2000国家大地坐标系）']
FIRST, SECOND = ['C1', '甲', string(A)], ['C2', '乙', string([(x + 5000, y) for x, y in A])]
# Heading, cell.
UNREAD = [
    ('工业场地范围', written(B)), ('工业场地范围', written(B, '\n')), ('拟扩大范围', string(B)), ('拟扩大矿区', string(B)), ('备注', '另有排土场：' + string(B)),
    ('备注', '排土场：' + written(B)), ('说明', ' '.join(f'({x},{y})' for x, y in B)), ('', written(B)), ('项目名称', written(B)),
    ('附记', '；'.join(f'{x}, {y - 28e6:.2f}' for x, y in B)), ('附记', '；'.join(f'{x:.0f}, {y - 28e6:.0f}' for x, y in B)),
    ('尾矿库', ' '.join(f'{x:.4f},{y:.4f}' for x, y in L)), ('尾矿库', '；'.join(f'{int(x)}°{x % 1 * 60:.3f}′ {int(y)}°{y % 1 * 60:.3f}′' for x, y in L)),
]
for heading, cell in UNREAD:
    for make in (book, table):
        read, said = applications(make([[*REGISTER, heading], [*FIRST, cell]]))
        true(f'{heading} {cell[:40]} {make.__name__}: {said[:300]}', isinstance(read, list))
        check(f'{heading} {cell[:40]} {make.__name__}: for review', verdicts(read), ['review'])
        true(f'{heading}: told with its line', f'the column "{heading or "#4"}" holds more coordinates' in said and ('\n' in cell or 'line 2: the column' in said))
        read, said = applications(make([[*REGISTER, heading], [*FIRST, cell], [*SECOND, '']]))
        check(f'{heading} {cell[:40]} {make.__name__}: of two rows the one', verdicts(read), ['review', 'clear'])
        true(f'{heading}: in the line of a batch {said[:300]}', 'is doubtful by its corners' in said)
r = redline('screen', book([[*REGISTER, '拟扩大范围'], [*FIRST, string(B)]]), '--areas', FOLDER / 'reserves.geojson', '--area-kind', '=nature_reserve', '--as-of', '2026-06-01', '--lang', 'zh')
true(f'in Chinese: {r.stdout}', '第 2 行：“拟扩大范围”栏中另有成串的坐标，没有读，也没有核查' in r.stdout)

# All X in one column, all Y in another; a row of its own below the register.
read, said = applications(book([[*REGISTER, '扩界X', '扩界Y'], [*FIRST, '、'.join(f'{x}' for x, _ in B), '、'.join(f'{y}' for _, y in B)]]))
check('in two columns', verdicts(read), ['review'])
read, said = applications(book([REGISTER, FIRST, ['排土场：' + written(B)]]))
true(f'below the register: {read}', not isinstance(read, list) or verdicts(read) != ['clear'])
read, said = applications(book([REGISTER, FIRST, SECOND, ['', '注：扩大部分 ' + string(B)]]))
true(f'below the register, in another column: {read}', not isinstance(read, list) or 'clear' not in verdicts(read))

# Beside a row per corner, behind the columns, and beside two corners in a row.
HEAD = ['2000国家大地坐标系 3度带28带']
LIST = [HEAD, ['点号', 'X', 'Y', '备注']]
for cell in ('排土场：' + written(B), string(B)):
    rows = [*LIST, *[[str(i), f'{x}', f'{y}', cell if i == 1 else ''] for i, (x, y) in enumerate(A, 1)]]
    for make in (book, table):
        read, said = applications(make(rows))
        check(f'beside corners {cell[:20]} {make.__name__}: {said[:300]}', verdicts(read), ['review'])
        check('once', said.count('holds more coordinates, which'), 2)  # terminal and JSON
rows = [*LIST, *[[str(i), f'{x}', f'{y}', string(B)] for i, (x, y) in enumerate(A, 1)]]
read, said = applications(book(rows))
check('the same text in each row: once', (verdicts(read), said.count('holds more coordinates, which')), (['review'], 2))
pairs = [HEAD] + [['点号', 'X', 'Y', '点号', 'X', 'Y', '备注']] + [[str(i), *map(str, A[i - 1]), str(i + 1), *map(str, A[i]), string(B) if i == 1 else ''] for i in (1, 3)]
check('beside two corners in a row', verdicts(applications(book(pairs))[0]), ['review'])

# No outline: points, extents, days, numbers of licences, telephones, reserves, areas, texts.
NONE = [
    ('地理位置', '东经83°30′00″—83°35′00″，北纬44°05′00″—44°10′00″'), ('地理位置', '东经83.5012至83.5512，北纬44.1034至44.1534'), ('井口', f'X={B[0][0]} Y={B[0][1]}'),
    ('井口', f'主井 {B[0][0]},{B[0][1]}；副井 {B[1][0]},{B[1][1]}'), ('中心点经纬度', '83.5012,44.1034'), ('有效期限', '2010-01-01至2030-01-01'), ('发证日期', '20100101、20150101、20200101'),
    ('联系电话', '13999123456、09914567890、4567890'), ('原证号', 'C6500002010011120001234、6500000310001、6500000310002'), ('资源量(吨)', '1234567.5、2234567.5、3234567.5、28465247.1'),
    ('备注', '该矿位于某县城东北约30千米，有公路相通，交通方便'), ('备注', ''), ('开采标高', '1200米至900米'), ('图幅号', 'K44E012013、K44E012014、L45E001002'),
]
for heading, cell in NONE:
    for make in (book, table):
        read, said = applications(make([[*REGISTER, heading], [*FIRST, cell], [*SECOND, cell]]))
        true(f'no outline {heading} {cell} {make.__name__}: {said[:300]}', isinstance(read, list) and verdicts(read) == ['clear', 'clear'] and 'holds more coordinates' not in said)
        rows = [HEAD, ['点号', 'X', 'Y', heading], *[[str(i), f'{x}', f'{y}', cell] for i, (x, y) in enumerate(A, 1)]]
        read, said = applications(make(rows))
        true(f'beside corners no outline {heading} {cell} {make.__name__}: {said[:300]}', 'holds more coordinates' not in said)
read, said = applications(book([HEAD, ['点号', 'X', 'Y', '经纬度'], *[[str(i), f'{x}', f'{y}', f'{l[0]},{l[1]}'] for i, ((x, y), l) in enumerate(zip(A, L), 1)]]))
true(f'each corner once more as degrees: {read}', 'holds more coordinates' not in said)
read, said = applications(book([[*REGISTER, '原区域坐标（1980西安坐标系）'], [*FIRST, string(B)]]))
check('on another datum, as its heading says', (verdicts(read), 'holds more coordinates' in said), (['clear'], False))
done()
