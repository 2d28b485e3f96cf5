"""What must be restored of a mine, written once over the rows of its parts, is the mine's; a figure of one part stays that of the part."""
from restoration_support import *

TITLE, DAY = '罗布泊野骆驼自然保护区矿山治理台账', '2018-06-01'
count = iter(range(1000))


def read(*lines, part='坑号', merged=(), done='治理面积（亩）', closed='销号时间', title=TITLE, book=True):
    """Sites, required, claimed, accepted and what remains in 亩; what the import says."""
    n = next(count)
    ws = workspace(f'required {n}')
    head = ['序号', '矿山名称', part, '应治理面积（亩）', done, closed]
    texts = [[None if c is None else str(c) for c in line] for line in ([title] + [None] * 5, head, *lines)]
    file = xlsx(f'表{n}.xlsx', texts, ['A1:F1', *merged]) if book else write(f'表{n}.csv', '\n'.join(','.join(c or '' for c in line) for line in texts) + '\n')
    said = imported(ws, file).stdout
    s = status(ws, '2019-12-31')
    r = row(s)
    return (r['sites'], *(None if r[k] is None else round(r[k] * .0015, 2) for k in ('required_m2', 'claimed_m2', 'accepted_m2', 'remaining_m2'))), said, [f['code'] for f in r['findings'] + s['notes']]


OVER = ['A3:A4', 'B3:B4', 'D3:D4']
for part, a, b in (('坑号', '1号坑', '2号坑'), ('功能区', '核心区', '缓冲区'), ('图斑编号', 'T1', 'T2')):
    got, said, codes = read([1, '甲', a, 100, 60, DAY], [None, None, b, None, 40, DAY], part=part, merged=OVER)
    check(f'merged over {part}', (got, 'is that of the whole site' in said, 'restoration.required_derived' in codes), ((1, 100, 100, 100, 0), True, False))
    check(f'merged over {part}, less done', read([1, '甲', a, 100, 50, DAY], [None, None, b, None, 30, DAY], part=part, merged=OVER)[0], (1, 100, 80, 80, 20))
    check(f'merged over {part}, one accepted', read([1, '甲', a, 100, 60, DAY], [None, None, b, None, 40, None], part=part, merged=OVER)[0], (1, 100, 100, 60, 40))
    check(f'in the first row of {part} alone, and their sum', read([1, '甲', a, 100, 60, DAY], [None, '甲', b, None, 40, DAY], part=part, book=False)[0], (1, 100, 100, 100, 0))
check('three parts, another mine', read([1, '甲', '1号坑', 100, 60, DAY], [None, None, '2号坑', None, 30, DAY], [None, None, '3号坑', None, 10, DAY], [2, '乙', '1号坑', 50, 50, DAY], merged=['A3:A5', 'B3:B5', 'D3:D5'])[0], (2, 150, 150, 150, 0))
check('a report of the state', read([1, '甲', '1号坑', 100, 60, 60], [None, None, '2号坑', None, 40, 40], merged=OVER, done='已治理面积（亩）', closed='已验收面积（亩）', title=TITLE + '（截至2018年12月31日）')[0], (1, 100, 100, 100, 0))

# --- figures of the parts stay theirs ---
for name, lines, merged, own in (
        ('each its own', ([1, '甲', '1号坑', 60, 60, DAY], [None, '甲', '2号坑', 40, 40, DAY]), (), (1, 100, 100, 100, 0)),
        ('one part alone has one', ([1, '甲', '1号坑', 70, 60, DAY], [None, '甲', '2号坑', None, 40, DAY]), (), (1, 110, 100, 100, 10)),
        ('two mines under one figure', ([1, '甲', '1号坑', 100, 60, DAY], [2, '乙', '1号坑', None, 40, DAY]), ['D3:D4'], (2, 140, 100, 100, 40)),
        ('merged over two of three parts', ([1, '甲', '1号坑', 100, 60, DAY], [None, '甲', '2号坑', None, 40, DAY], [None, '甲', '3号坑', 50, 50, DAY]), ['D3:D4'], (1, 190, 150, 150, 40))):
    got, said, _ = read(*lines, merged=merged)
    check(f'{name}: {said}', (got, 'of the whole site' in said), (own, False))
ws = workspace('two reports')
for n, (lines, merged) in enumerate((([['1', '甲', '1号坑', '100', '60', DAY], [None, None, '2号坑', None, '40', DAY]], OVER), ([['1', '甲', '1号坑', '60', '60', DAY], [None, '甲', '2号坑', '40', '40', DAY]], []))):
    imported(ws, xlsx(f'台账{n}.xlsx', [[TITLE] + [None] * 5, ['序号', '矿山名称', '坑号', '应治理面积（亩）', '治理面积（亩）', '销号时间'], *lines], ['A1:F1', *merged]))
r = row(status(ws, '2019-12-31'))
check('written once, and later for each part: never both', [round(r[k] * .0015, 2) for k in ('required_m2', 'accepted_m2', 'remaining_m2')], [100, 100, 0])
done()
