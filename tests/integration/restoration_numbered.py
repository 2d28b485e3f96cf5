"""A numbered mine above its parts in rows without a number counts once; where the parts do not add up the ledger asks; ordinary lists stay as they are."""
from restoration_support import *

LB, DAY = '罗布泊野骆驼', '2018-06-01'
HEAD = ['序号', '保护区', '矿山', '应治理面积（亩）', '治理面积（亩）', '完成时间', '销号时间']
PARTS = 'add up to the numbered row'
count = iter(range(1000))


def read(*lines, head=HEAD, merged=None, reserve='lop-nur'):
    """Sites, and required, claimed and accepted in 亩; what the import says; the findings of the state."""
    n = next(count)
    ws = workspace(f'numbered {n}')
    texts = [[None if c is None else str(c) for c in line] for line in [head, *lines]]
    file = write(f'表{n}.csv', ''.join(','.join(c or '' for c in line) + '\n' for line in texts)) if merged is None else xlsx(f'表{n}.xlsx', texts, merged)
    said = imported(ws, file).stdout
    r = row(status(ws, '2019-12-31'), reserve)
    return (r['sites'], *(None if r[k] is None else round(r[k] * .0015, 2) for k in ('required_m2', 'claimed_m2', 'accepted_m2'))), said, r


def mine(number, name, area, done=None, day=DAY, reserve=LB):
    return [number, reserve, name, area, area if done is None else done, day, day]


C = mine(2, '维权铜矿', 70)
BOTH = (2, 370, 370, 370)

# --- its parts: kept, told, not counted ---
for a, b in (('东采坑', '西采坑'), ('一号坑', '二号坑'), ('1#坑', '2#坑'), ('①一号坑', '②二号坑'), ('1)东坑', '2)西坑'), ('采坑', '废石场'), ('1-1采坑', '1-2采坑'), ('a.东坑', 'b.西坑'), ('含山铜矿', '包头沟矿'), ('核心区', '缓冲区')):
    got, said, r = read(mine(1, '磁海铁矿', 300), mine(None, a, 180), mine(None, b, 120), C)
    check(f'{a}, {b} are parts', (got, PARTS in said or 'add up to those of the numbered row' in said, '3, 4 (2 磁海铁矿)' in said, r['findings']), (BOTH, True, True, []))
check('the last mine', read(C, mine(3, '磁海铁矿', 300), mine(None, '东坑', 180), mine(None, '西坑', 120))[0], BOTH)
check('three parts, other days', read(mine(1, '磁海铁矿', 300), mine(None, '东坑', 150, day='2018-05-01'), mine(None, '西坑', 100), mine(None, '渣场', 50), C)[0], BOTH)
check('two mines with parts of one name', read(mine(1, '甲', 200), mine(None, '露天采坑', 120), mine(None, '废石场', 80), mine(2, '乙', 90), mine(None, '露天采坑', 50), mine(None, '尾矿库', 40), mine(3, '丙', 74))[0], (3, 364, 364, 364))
check('done in part', read(mine(1, '甲', 200, 160, None), mine(None, '采坑', 120, 120, None), mine(None, '渣场', 80, 40, None), C)[0], (2, 270, 230, 70))
check('a number merged over its parts', read(mine('1', '磁海铁矿', 300), mine(None, '东坑', 180), mine(None, '西坑', 120), C, merged=['A2:A4'])[0], BOTH)
check('numbers that are ids', read(mine(1, '磁海铁矿', 300), mine(None, '东坑', 180), mine(None, '西坑', 120), C, head=['编号', *HEAD[1:]])[0], BOTH)
check('a number in front of the name', read(*(x[1:] for x in (mine(0, '1、磁海铁矿', 300), mine(0, '东坑', 180), mine(0, '西坑', 120), mine(0, '2、维权铜矿', 70))), head=HEAD[1:])[0], BOTH)
check('with a total', read(mine(1, '磁海铁矿', 300), mine(None, '东坑', 180), mine(None, '西坑', 120), C, [None, None, '合计', 370, 370, None, None])[0], BOTH)
got, said, _ = read(mine('一', '若羌县', 370), mine(1, '磁海铁矿', 300), mine(None, '东坑', 180), mine(None, '西坑', 120), C, mine('二', '且末县', 50), mine(1, '丙', 50))
check('below their county', (got, 'row 2 (' in said), ((3, 420, 420, 420), False))
check('below a county without number', read(mine(None, '若羌县', 370), mine(1, '磁海铁矿', 300), mine(None, '东坑', 180), mine(None, '西坑', 120), C)[0], BOTH)
YEARS = ['序号', '保护区', '矿山', '应治理面积（亩）', '2017年治理面积（亩）', '2018年治理面积（亩）', '销号时间']
check('by year', read([1, LB, '甲', 100, 40, 60, '2019-01-31'], [None, LB, '东坑', 60, 20, 40, '2019-01-31'], [None, LB, '西坑', 40, 20, 20, '2019-01-31'], [2, LB, '丙', 70, 30, 40, '2019-01-31'], head=YEARS)[0], (2, 170, 170, 170))

# --- parts that say what the mine does not: they count in its place ---
got, said, _ = read(mine(1, '磁海铁矿', 300, day=None), mine(None, '东坑', 180), mine(None, '西坑', 120), C)
check('days of the parts alone', (got, 'row 2 (磁海铁矿)' in said), ((3, 370, 370, 370), True))
got, said, _ = read([1, LB, '磁海铁矿', 300, None, None, None], mine(None, '东坑', 180), mine(None, '西坑', 120), C)
check('work of the parts alone', got, (3, 370, 370, 370))

# --- they do not add up: all count, the import and the state ask ---
for area in (110, 130):
    got, said, r = read(mine(1, '磁海铁矿', 300), mine(None, '东坑', 180), mine(None, '西坑', area), C)
    check(f'180 and {area} of 300', (got[:2], 'row 2 (磁海铁矿) has a number, rows 3, 4 below it have none' in said, len(found(r, 'parts_doubtful'))), ((4, 550 + area), True, 1))
got, said, r = read(mine(1, '磁海铁矿', 300), mine(None, '东坑', 300), C)
check('one part with all of it', (got[:2], len(found(r, 'parts_doubtful'))), ((3, 670), 1))
ws = workspace('repaired')
for b in (110, 120):
    imported(ws, write('台账.csv', ','.join(HEAD) + '\n' + ''.join(','.join('' if c is None else str(c) for c in x) + '\n' for x in (mine(1, '磁海铁矿', 300), mine(None, '东坑', 180), mine(None, '西坑', b), C))))
check('repaired, and imported under its name', found(row(status(ws, '2019-12-31')), 'parts_doubtful'), [])
r = redline('--lang', 'zh', 'restoration', 'import', '-w', workspace('zh'), write('表zh.csv', ','.join(HEAD) + f'\n1,{LB},甲,20,20,,{DAY}\n,{LB},东坑,12,12,,{DAY}\n,{LB},西坑,8,8,,{DAY}\n2,{LB},乙,20,20,,{DAY}\n,{LB},丙,12,12,,{DAY}\n,{LB},丁,9,9,,{DAY}\n'))
true(f'in Chinese: {r.stdout}', '3, 4 (2 甲)' in r.stdout and '第 5 行（乙）有序号，下面第 6, 7 行没有' in r.stdout)

# --- ordinary lists stay plain ---
ZONES = ['序号', '保护区', '矿山', '功能区', '应治理面积（亩）', '治理面积（亩）', '销号时间']
OWNERS = ['序号', '保护区', '企业名称', '矿山名称', '应治理面积（亩）', '治理面积（亩）', '销号时间']
for name, lines, head, merged, own in (
        ('all numbered', [mine(1, '甲', 300), mine(2, '乙', 180), mine(3, '丙', 120)], HEAD, None, (3, 600)),
        ('no numbers', [mine(None, '甲', 301), mine(None, '乙', 180), mine(None, '丙', 120)], HEAD, None, (3, 601)),
        ('one added without a number', [mine(1, '甲', 100), mine(2, '乙', 60), mine(None, '戊', 70), mine(3, '丙', 70)], HEAD, None, (4, 300)),
        ('a larger one without a number', [mine(1, '甲', 100), mine(None, '乙', 160), mine(None, '戊', 70), mine(3, '丙', 70)], HEAD, None, (4, 400)),
        ('the same number in two counties', [mine(1, '甲', 200), mine(1, '乙', 120), mine(1, '丙', 80), mine(2, '丁', 9)], HEAD, None, (4, 409)),
        ('zones of one mine', [[1, LB, '甲', '核心区', 100, 100, DAY], [None, LB, '甲', '缓冲区', 60, 60, DAY], [None, LB, '甲', '实验区', 40, 40, DAY]], ZONES, None, (1, 200)),
        ('zones, all merged', [['1', LB, '甲', '核心区', 100, 100, DAY], [None, None, None, '缓冲区', 60, 60, DAY], [None, None, None, '实验区', 40, 40, DAY]], ZONES, ['A2:A4', 'B2:B4', 'C2:C4'], (1, 200)),
        ('mines of a company', [['1', LB, '甲公司', '一矿', 100, 100, DAY], [None, LB, None, '二矿', 75, 75, DAY], [None, LB, None, '三矿', 60, 60, DAY], ['2', LB, '乙公司', '四矿', 10, 10, DAY]], OWNERS, None, (4, 245)),
        ('mines of a company, merged', [['1', LB, '甲公司', '一矿', 100, 100, DAY], [None, LB, None, '二矿', 75, 75, DAY], [None, LB, None, '三矿', 60, 60, DAY], ['2', LB, '乙公司', '四矿', 10, 10, DAY]], OWNERS, ['A2:A4', 'C2:C4'], (4, 245)),
        ('two reserves', [mine(1, '甲', 200), mine(None, '乙', 120, reserve='卡拉麦里山'), mine(None, '丙', 80, reserve='卡拉麦里山')], HEAD, None, (1, 200))):
    got, said, r = read(*lines, head=head, merged=merged)
    check(f'{name}: {said}', (got[:2], 'number' in said, r['findings']), (own, False, []))
done()
