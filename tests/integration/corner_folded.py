"""A list that is folded to the right, with its heading over the first group of columns alone, is one list; corners in columns that are not read are told and are a
doubt; the same corners on another datum or as degrees, points and other long numbers are none."""
import csv, io
from corner_support import AREAS, applications, convert
from support import FOLDER, check, done, redline, true
from workbook import write_workbook

HEAD = ['2000国家大地坐标系 3度带28带']
RING = [(4983910.91, 28468455.78), (4983907.06, 28469244.39), (4983950.00, 28469400.00), (4984400.00, 28469500.00), (4985018.38, 28469249.73), (4985022.22, 28468461.27), (4984700.00, 28468300.00), (4984300.00, 28468250.00)]
A = [(4983910.91, 28468455.78), (4983907.06, 28469244.39), (4985018.38, 28469249.73), (4985022.22, 28468461.27)]
B = [(4973925.49, 28465247.10), (4974141.44, 28466433.02), (4975586.96, 28466282.66), (4975924.13, 28465573.78)]
DEGREES = [(83.599861, 44.989733), (83.609862, 44.989738), (83.609862, 44.999741), (83.599860, 44.999736)]  # of A, to some metres


def hectares(ring):
    return round(abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1]))) / 2e4, 1)


def book(rows):
    write_workbook(FOLDER / 'folded.xlsx', {'S': ([[str(c) if c is not None else '' for c in r] for r in rows], [])})
    return FOLDER / 'folded.xlsx'


def table(rows):
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    (FOLDER / 'folded.csv').write_text(out.getvalue(), encoding='utf-8')
    return FOLDER / 'folded.csv'


def tabs(rows):
    (FOLDER / 'folded.txt').write_text('\n'.join('\t'.join(map(str, r)) for r in rows), encoding='utf-8')
    return FOLDER / 'folded.txt'


def read(source):
    out, said = applications(source)
    return ([(round(h, 1), v) for _, h, v in out] if isinstance(out, list) else out[:300]), said


def folded(groups, between=()):
    """Rows of a ring in so many groups, cells between them."""
    rows = -(-len(RING) // groups)
    out = []
    for r in range(rows):
        out.append([])
        for g in range(groups):
            i = g * rows + r
            out[-1] += ([*between] if g else []) + ([i + 1, *RING[i]] if i < len(RING) else ['', '', ''])
    return out


# --- one list, its heading over the first group ---
one = [(hectares(RING), 'clear')]
for heading in (['点号', 'X', 'Y'], ['拐点编号', 'X坐标', 'Y坐标'], ['序号', 'X', 'Y'], ['点号', 'X', 'Y', '', '', ''], ['点号', 'X', 'Y', '点号', '', '']):
    for make in (book, tabs, table):
        result, said = read(make([HEAD, heading, *folded(2)]))
        check(f'{heading} {make.__name__}: {said[:300]}', result, one)
for what, rows in {'a title': [HEAD, ['矿区范围拐点坐标表'], ['点号', 'X', 'Y'], *folded(2)], 'three groups': [HEAD, ['点号', 'X', 'Y'], *folded(3)], 'remarks between': [HEAD, ['点号', 'X', 'Y', '备注'], *folded(2, ['界桩'])],
                   'a column between': [HEAD, ['点号', 'X', 'Y'], *folded(2, [''])], 'two rows of heading': [HEAD, ['点号', '坐标', '', '点号', '坐标', ''], ['', 'X', 'Y', '', '', ''], *folded(2)],
                   'the second over nothing': [HEAD, ['点号', '坐标', '', '', '', ''], ['', 'X', 'Y', '', '', ''], *folded(2)], 'letters': [HEAD, ['点号', 'X', 'Y'], *[[f'J{c}' if isinstance(c, int) else c for c in r] for r in folded(2)]]}.items():
    result, said = read(book(rows))
    check(f'{what}: {said[:300]}', result, one)
result, said = read(book([HEAD, ['点号', 'Y', 'X'], *[[r[0], r[2], r[1], r[3], r[5], r[4]] for r in folded(2)]]))
check(f'east first: {said[:300]}', result, one)
convert(book([HEAD, ['点号', 'X', 'Y'], *folded(2)]))
check('convert', (FOLDER / 'out.geojson').read_text().count('[83.'), len(RING) + 1)

# --- another outline in columns that are not read ---
first, both = [(hectares(A), 'review')], [[i, *a, *b] for i, (a, b) in enumerate(zip(A, B), 1)]
for heading in (['变更后X', '变更后Y'], ['工业场地X', '工业场地Y'], ['扩大区X', '扩大区Y'], ['原X', '原Y'], ['新X', '新Y'], ['工业场地', ''], ['', ''], ['备注', '']):
    for make in (book, tabs, table) if heading[1] else (book,):  # a text whose heading ends earlier is refused
        result, said = read(make([HEAD, ['点号', 'X', 'Y', *heading], *both]))
        check(f'{heading} {make.__name__}: {said[:300]}', result, first)
        true(f'{heading}: told, {said[:600]}', 'hold another corner in each row, an outline of its own' in said.split('written:')[0])
result, said = read(book([HEAD, ['点号', 'X', 'Y', '扩大区坐标'], *[[i, *a, f'X={b[0]:.2f}，Y={b[1]:.2f}'] for i, (a, b) in enumerate(zip(A, B), 1)]]))
check(f'both in a cell: {said[:300]}', result, first)
result, said = read(book([HEAD, ['点号', 'X', 'Y', '东经', '北纬'], *both]))
check(f'under words of degrees: {said[:300]}', result, first)
result, said = read(book([HEAD, ['点号', 'X', 'Y', '', '', ''], *[[i, *a, f'井{i}', *b] for i, (a, b) in enumerate(zip(A, B), 1)]]))
check(f'other names, without heading: {said[:300]}', result, first)
said = redline('screen', book([HEAD, ['点号', 'X', 'Y', '变更后X', '变更后Y'], *both]), *AREAS, '--lang', 'zh').stdout
true(f'in Chinese: {said}', '是另一个范围，没有读，也没有核查' in said and '由您决定' in said)

# --- nothing to doubt ---
plain = [(hectares(A), 'clear')]
NONE = {'a datum of unknown words': (['校正前X', '校正前Y'], lambda i: [A[i][0] + 3.1, A[i][1] - 110.2]), 'without zone': (['独立X', '独立Y'], lambda i: [A[i][0], round(A[i][1] - 28e6, 2)]),
        'degrees': (['经度', '纬度'], lambda i: list(DEGREES[i])), 'B and L': (['B', 'L'], lambda i: list(DEGREES[i][::-1])), 'heights': (['高程', '备注'], lambda i: [1200.123 + i, '界桩']),
        'lengths and areas': (['边长', '到中心的距离'], lambda i: [788.61 + i, 876543.21 + i]), 'reserves': (['资源量(吨)', '储量(吨)'], lambda i: [1234567.8 + i, 345678.9 + i]), 'the centre': (['中心点X', '中心点Y'], lambda i: list(B[0])), 'wells': (['井口X', '井口Y'], lambda i: list(B[i])),
        'boreholes': (['钻孔X', '钻孔Y'], lambda i: list(B[i])), 'one point': (['参照X', '参照Y'], lambda i: list(B[0])), 'days': (['测量日期', '埋石日期'], lambda i: [20190301 + i, 20190401 + i]), 'telephones': (['联系电话', '备注'], lambda i: [f'1399912345{i}', f'0991-456789{i}'])}
for what, (heading, cells) in NONE.items():
    result, said = read(book([HEAD, ['点号', 'X', 'Y', *heading], *[[i + 1, *A[i], *cells(i)] for i in range(4)]]))
    true(f'{what}: {result} {said[:300]}', 'hold another corner in each row' not in said and result == plain)
done()
