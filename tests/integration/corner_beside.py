"""Lists beside each other under titles of their own (变更前 | 变更后) are applications of their own, as if one stood below the other; one list in several columns stays one."""
import csv, io
from corner_support import applications
from support import FOLDER, check, done, true
from workbook import write_workbook

A = [(4983910.91, 28468455.78), (4983907.06, 28469244.39), (4985018.38, 28469249.73), (4985022.22, 28468461.27)]
B = [(4973925.49, 28465247.10), (4974141.44, 28466433.02), (4975586.96, 28466282.66), (4975924.13, 28465573.78)]
IN = [(4984110.0, 28468655.0), (4984110.0, 28469055.0), (4984810.0, 28469055.0), (4984810.0, 28468655.0)]
C = [(x + 9000, y) for x, y in B[:3]]
HA, HB, HI = 87.6, 163.7, 28.0
HEAD = '矿区范围拐点坐标对照表（2000国家大地坐标系，3度带28带）'


def side(titles, rings, heading=('点号', 'X', 'Y'), gap=0, first=None):
    """Rows of a sheet: the title of all, the titles over the first column of each list, the headings, the corners."""
    width = len(heading) + gap
    over = sum(([t] + [''] * (width - 1) for t in titles), [])
    rows = [[HEAD], over[:len(over) - gap], (([*heading] + [''] * gap) * len(titles))[:len(over) - gap]]
    for i in range(max(map(len, rings))):
        row = []
        for k, ring in enumerate(rings):
            start = first[k] if first else 1
            row += ([str(start + i), f'{ring[i][0]:.2f}', f'{ring[i][1]:.2f}'] if i < len(ring) else [''] * 3) + [''] * (width - 3)
        rows.append(row[:len(row) - gap])
    return rows


def book(rows):
    write_workbook(FOLDER / 'beside.xlsx', {'Sheet1': (rows, [])})
    return FOLDER / 'beside.xlsx'


def commas(rows):
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    (FOLDER / 'beside.csv').write_bytes(out.getvalue().encode('gbk'))
    return FOLDER / 'beside.csv'


def tabs(rows):  # pasted from Word or Excel
    (FOLDER / 'beside.txt').write_text('\n'.join('\t'.join(r) for r in rows) + '\n', encoding='utf-8')
    return FOLDER / 'beside.txt'


def spaces(rows):
    (FOLDER / 'beside.txt').write_text('\n'.join('   '.join(c for c in r if c) for r in rows) + '\n', encoding='utf-8')
    return FOLDER / 'beside.txt'


def below(titles, rings):
    rows = [[HEAD]]
    for t, ring in zip(titles, rings):
        rows += [[t], ['点号', 'X', 'Y'], *[[str(i), f'{x:.2f}', f'{y:.2f}'] for i, (x, y) in enumerate(ring, 1)]]
    return rows


def hectares(read):
    return [round(h, 1) for _, h, _ in read] if isinstance(read, list) else read[:300]


def names(read):
    return [n for n, *_ in read] if isinstance(read, list) else read[:300]


TITLES = [('变更前', '变更后'), ('原矿区范围', '拟变更矿区范围'), ('扣除前', '扣除后'), ('采矿许可证范围', '资源储量估算范围'), ('甲煤矿', '乙煤矿'), ('矿区范围', '工业场地'), ('一采区', '二采区'),
          ('变更前拐点坐标', '变更后拐点坐标'), ('变更前（面积0.88平方公里）', '变更后（面积1.64平方公里）'), ('现采矿权', '拟扩大范围'), ('某某煤矿', '主井广场'), ('东块段', '西块段'), ('调整前：', '调整后：'), ('', '变更后')]
for titles in TITLES:
    for make in (book, commas, tabs, *([spaces] if all(titles) else [])):
        read, said = applications(make(side(titles, [A, B])))
        check(f'{titles} {make.__name__}: two applications', hectares(read), [HA, HB])
        true(f'{titles} {make.__name__}: the second by its title {names(read)}', names(read)[-1].startswith(titles[1].rstrip('：').split('（')[0]))
        true(f'{titles} {make.__name__}: the first, too {names(read)}', not titles[0] or names(read)[0].startswith(titles[0].rstrip('：').split('（')[0]))
        true(f'{titles}: nothing is in doubt: {said[:500]}', isinstance(read, list) and all(v == 'clear' for *_, v in read))
    one, two = applications(book(side(titles, [A, B]))), applications(book(below(titles, [A, B]))) if all(titles) else None
    if two and '面积' not in titles[0]: check(f'{titles}: as one below the other', [x[1:] for x in one[0]], [x[1:] for x in two[0]])
read, said = applications(book(side(('变更前', '变更后'), [A, B])))
true(f'which is which: {said[:600]}', 'not applied for, by its title: the outline before' in said and 'applied for, by its title' in said)

# One within the other, unlike lengths, three lists, a gap between, numbers that go on, pages, a row of dates between, merged headings.
T = ('变更前', '变更后')
for make in (book, commas, tabs, spaces):
    n = make.__name__
    check(f'{n}: a reduction', hectares(applications(make(side(T, [A, IN])))[0]), [HA, HI])
    if make is not spaces: check(f'{n}: the second is longer', hectares(applications(make(side(T, [C, A])))[0]), hectares(applications(make(below(T, [C, A])))[0]))
    if make is not spaces: check(f'{n}: the first is longer', hectares(applications(make(side(T, [A, C])))[0]), hectares(applications(make(below(T, [A, C])))[0]))
    check(f'{n}: three', hectares(applications(make(side(('变更前', '变更后', '重叠范围'), [A, B, IN])))[0]), [HA, HB, HI])
    check(f'{n}: numbers go on', hectares(applications(make(side(T, [A, B], first=[1, 5])))[0]), [HA, HB])
for make in (book, commas, tabs):
    n = make.__name__
    check(f'{n}: a gap between', hectares(applications(make(side(T, [A, B], gap=1)))[0]), [HA, HB])
    rows = side(T, [A, B])
    check(f'{n}: a row between', hectares(applications(make(rows[:2] + [['单位：米']] + rows[2:]))[0]), [HA, HB])
    check(f'{n}: an empty row between', hectares(applications(make(rows[:2] + [[]] + rows[2:]))[0]), [HA, HB])
    check(f'{n}: two pages', hectares(applications(make(rows[:5] + [['第 1 页 共 2 页']] + rows[1:3] + rows[5:]))[0]), [HA, HB])
    check(f'{n}: what follows', hectares(applications(make(rows + [['面积单位：平方公里'], ['三采区'], ['点号', 'X', 'Y'], *[[str(i), f'{x}', f'{y}'] for i, (x, y) in enumerate(IN, 1)]]))[0]), [HA, HB, HI])
    more = [r + c for r, c in zip(rows, ([], [''], ['备注'], *[['']] * 4))]
    check(f'{n}: a column behind', hectares(applications(make(more))[0]), [HA, HB])
    check(f'{n}: longer by a column each', hectares(applications(make(side(T, [A, B], heading=('点号', 'X', 'Y', '边长'))))[0]), [HA, HB])
    merged = [[HEAD], ['点号', '变更前', '', '点号', '变更后', ''], ['', 'X', 'Y', '', 'X', 'Y'], *rows[3:]]
    check(f'{n}: a heading over two rows', hectares(applications(make(merged))[0]), [HA, HB])
    for words in ('{0}拐点 X Y',) if make is commas else ('{0}点号 {0}X {0}Y', '点号 {0}X {0}Y', '{0}拐点 X Y', '{0}点号 {0}X坐标 {0}Y坐标'):
        heading = [w.format(t) for t in T for w in words.split()]
        read, said = applications(make([[HEAD], heading, *rows[3:]]))
        check(f'{n}: {words}', (hectares(read), names(read)[-1:]), ([HA, HB], ['变更后']))
    read, _ = applications(make(side(('矿区范围', '扣除范围'), [A, IN])))
    check(f'{n}: what is deducted is a hole', hectares(read), [round(HA - HI, 1)])
    bad = [list(r) for r in rows]
    bad[4][1] = '49839O7.06'
    read, said = applications(make(bad))
    true(f'{n}: a row that cannot be read: {said[:600]}', '49839O7.06' in said and (isinstance(read, str) or hectares(read) == [HB]))

# --- What is one list stays one.
across = [[HEAD], ['点号', 'X', 'Y', '点号', 'X', 'Y'], *[[str(i), *map(str, A[i - 1]), str(i + 1), *map(str, A[i])] for i in (1, 3)]]
down = [[HEAD], ['点号', 'X', 'Y', '点号', 'X', 'Y'], *[[str(i), *map(str, A[i - 1]), str(i + 2), *map(str, A[i + 1])] for i in (1, 2)]]
for make in (book, commas, tabs, spaces):
    for name, rows in (('across', across), ('down', down)):
        check(f'{make.__name__} {name}', hectares(applications(make(rows))[0]), [HA])
        for over in (['矿区范围拐点坐标'], ['拐点坐标', '', '', '拐点坐标'], ['某公司', '', '', '单位：米'], ['采矿权人：某公司', '', '', '面积：0.8763平方公里'], ['拐点坐标', '', '', '拐点坐标（续）']):
            if make is spaces and '' in over: over = [c for c in over if c]
            read, said = applications(make(rows[:1] + [over] + rows[1:]))
            check(f'{make.__name__} {name} below {over}', hectares(read), [HA])
same = [[HEAD], ['1980西安坐标系', '', '', '2000国家大地坐标系'], ['点号', 'X', 'Y', '点号', 'X', 'Y'], *[[str(i), f'{x - 1.5:.2f}', f'{y - 110:.2f}', str(i), f'{x:.2f}', f'{y:.2f}'] for i, (x, y) in enumerate(A, 1)]]
before = applications(book(same))[0]
true(f'one list on two datums is no two outlines: {before}', not isinstance(before, list) or len(before) == 1)

read, said = applications(spaces(side(T, [C, A])))
check('without cells, a corner alone whose number fits both', [v for *_, v in read] if isinstance(read, list) else read[:300], ['review'])

# --- Titles of outlines over corners that run across: whose is a corner?
read, said = applications(book(across[:1] + [['变更前', '', '', '变更后']] + across[1:]))
check('in doubt', [v for *_, v in read] if isinstance(read, list) else read[:300], ['review'])
true(f'and told: {said[:600]}', 'line 2: the titles above the columns beside each other (变更前, 变更后) are outlines of their own' in said)
done()
