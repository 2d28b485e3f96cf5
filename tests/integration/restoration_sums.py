"""Rows among the sites that sum up others: totals by other names, the reserve itself, counties and companies, 其中."""
from restoration_support import *

LOP = '罗布泊野骆驼'
MU = 2000 / 3
HEAD = ['保护区', '矿山', '应治理面积（亩）', '治理面积（亩）', '验收面积（亩）', '验收时间']
DAY = '2018-06-01'
A, B, C = ['甲', 100, 50, 50, DAY], ['乙', 100, 60, 60, DAY], ['丙', 70, 70, 70, DAY]
ALL = (3, 270, 180, 180)
numbers = iter(range(1000))


def figures(r):
    return (r['sites'], *[None if r[k] is None else round(r[k] / MU, 2) for k in ('required_m2', 'claimed_m2', 'accepted_m2')])


def read(*lines, head=HEAD, title=None, book=False):
    """sites, and required, claimed and accepted in 亩, with what the import says. Lines without a reserve where the head has none."""
    n = next(numbers)
    ws = workspace(f'sums {n}')
    table = [[title] + [None] * (len(head) - 1)] * bool(title) + [head, *lines]
    texts = [[None if c is None else str(c) for c in line] + [None] * (len(head) - len(line)) for line in table]
    file = xlsx(f'表{n}.xlsx', texts, []) if book else write(f'表{n}.csv', '\n'.join(','.join(c or '' for c in line) for line in texts) + '\n')
    said = imported(ws, file).stdout
    return figures(row(status(ws))), said


def of(*sites):
    return [[LOP, *s] for s in sites]


# --- a total by another name, in the column of sites, reserves or numbers ---
for word in ('合计', '汇总', '累计', '合计数', '总数', '总计数', '共', '计', '总', '总共', '共3处', '汇总（3处）', '合 计', 'sum'):
    got, said = read(*of(A, B, C), [LOP, word, 270, 180, 180, DAY])
    check(word, (got, '1 rows of totals (row 5)' in said, 'reads' in said), (ALL, True, False))
check('in the column of reserves', read(*of(A, B, C), ['汇总', None, 270, 180, 180])[0], ALL)
got, said = read(*of(A, B, C), [LOP, '累计', 280, 180, 180])
check('one that does not fit is told', (got, 'row 5 (a total): "应治理面积（亩）" reads 280' in said), (ALL, True))
check('above its rows', read([LOP, '汇总', 270, 180, 180], *of(A, B, C))[0], ALL)
for name in ('设计院矿', '总厂', '共青团矿', '累计坑', '计家沟', '汇总沟'):
    got, said = read(*of(A, B), [LOP, name, 70, 70, 70, DAY])
    check(f'{name} is a site', (got, 'totals' in said), (ALL, False))

# --- the reserve itself, or all of it, in place of a site: never added to the sites, and the only figure where there are none ---
for word in (LOP, '罗布泊野骆驼自然保护区', '罗布泊野骆驼国家级自然保护区', '新疆罗布泊野骆驼国家级自然保护区', '全部', '全保护区', '整个保护区', '全部治理点', '保护区', ''):
    got, said = read(*of(A, B, C), [LOP, word, 270, 180, 180, DAY])
    check(f'"{word}" as a site', (got[0], got[1:]), (3, ALL[1:]))
    got, said = read([LOP, word, 270, 180, 180, DAY])
    check(f'"{word}" alone counts', got[1:], ALL[1:])
got, said = read(*of(A, B, C), [LOP, '全部', 270, 180, 180, DAY])
true(f'told: {said}', '1 rows name the reserve itself (or all of it) as their site' in said)
got, said = read(*of(A), ['卡拉麦里山', '乙', 100, 60, 60, DAY], [None, '全部', 200, 110, 110])
check('of all reserves where none is named', (got, 'rows of totals (row 4)' in said), ((1, 100, 50, 50), True))
check('a name of another reserve is a site', read(*of(A, B), [LOP, '卡拉麦里山', 70, 70, 70, DAY])[0], ALL)

# --- a last row with the sums of all rows under a name of its own: it may be a site, and is asked about ---
got, said = read(*of(A, B, C), [LOP, '丁', 270, 180, 180, DAY])
check('counted and told', (got, 'all figures of the last row (row 5, 丁) are the sums of the rows above' in said), ((4, 540, 360, 360), True))
got, said = read(*of(A, B, C), [LOP, '丁', 270, 180, 170, DAY])
check('one figure differs', 'are the sums of the rows above' in said, False)
got, said = read(*of(['甲', 50], ['乙', 50], ['丙', 100]), head=HEAD[:3])
check('one figure of three rows may be chance', 'are the sums of the rows above' in said, False)

# --- counties with their sums above their mines ---
TITLE, NUMBERED = '罗布泊野骆驼自然保护区治理情况', ['序号', *HEAD[1:]]
for one, two in (('哈密市', '吐鲁番市'), ('哈密市（2处）', '吐鲁番市（1处）'), ('伊州区', '高昌区'), ('哈密地区', '吐鲁番地区'), ('东片区', '西片区'), ('甲公司', '乙公司'), ('东坑组', '西坑组')):
    for book in (False, True):
        got, said = read(['一', one, 200, 110, 110], ['1', *A], ['2', *B], ['二', two, 70, 70, 70], ['3', *C], head=NUMBERED, title=TITLE, book=book)
        check(f'{one} with numerals', (got, '2 rows that name a group of rows' in said, 'reads' in said), (ALL, True, False))
for x, y, i, j in (('一、', '二、', '1、', '2、'), ('（一）', '（二）', '1、', '2、'), ('1、', '2、', '（1）', '（2）')):
    got, said = read([x + '哈密市', 200, 110, 110], [i + '甲', *A[1:]], [j + '乙', *B[1:]], [y + '吐鲁番市', 70, 70, 70], [i + '丙', *C[1:]], head=HEAD[1:], title=TITLE)
    check(f'{x}哈密市 in one cell', got, ALL)
check('decimal numbers', read(['1', '哈密市', 200, 110, 110], ['1.1', *A], ['1.2', *B], ['2', '吐鲁番市', 70, 70, 70], ['2.1', *C], head=NUMBERED, title=TITLE)[0], ALL)
check('with a total', read(['一', '哈密市', 200, 110, 110], ['1', *A], ['2', *B], ['二', '吐鲁番市', 70, 70, 70], ['3', *C], [None, '合计', 270, 180, 180], head=NUMBERED, title=TITLE)[0], ALL)
check('two ranks', read(['一', '新疆', 270, 180, 180], ['（一）', '哈密市', 200, 110, 110], ['1', *A], ['2', *B], ['（二）', '吐鲁番市', 70, 70, 70], ['3', *C], head=NUMBERED, title=TITLE)[0], ALL)
got, said = read(['一', '哈密市', 200, 120, 110], ['1', *A], ['2', *B], ['二', '吐鲁番市', 70, 70, 70], ['3', *C], head=NUMBERED, title=TITLE)
check('a sum that is wrong is told', (got, 'row 3 (a total): "治理面积（亩）" reads 120' in said), (ALL, True))
check('without figures', read(['一', '哈密市'], ['1', *A], ['2', *B], ['二', '吐鲁番市'], ['3', *C], head=NUMBERED, title=TITLE)[0], ALL)

# --- without numbers: by their names, where all figures are the sums ---
for one, two in (('伊州区', '高昌区'), ('哈密市', '鄯善县'), ('巴州', '昌吉州'), ('双井子乡', '柳树泉镇')):
    got, said = read(*of([one, 200, 110, 110], A, B, [two, 70, 70, 70], C) if two != '高昌区' else of([one, 200, 110, 110], A, B, C))
    check(f'{one} without numbers', got, ALL)
    true(f'{one}, told: {said}', 'sums of the rows below it' in said and f'row 2 ({one})' in said)
for whole, parts in (('甲公司', ('甲公司一号矿', '甲公司二号矿')), ('东山铁矿', ('东山铁矿1号坑', '东山铁矿2号坑')), ('东片区', ('甲', '乙')), ('哈密矿业集团', ('一矿', '二矿'))):
    got, said = read(*of([whole, 200, 110, 110, DAY], [parts[0], *A[1:]], [parts[1], *B[1:]], C))
    check(f'{whole} above {parts}', got, ALL)
got, said = read(*of(['甲公司', 200, 110, 110, DAY], ['甲公司一号矿', 100, 50, 50], ['甲公司二号矿', 100, 60, 60]))
true(f'what it alone says is told: {said}', 'what it says under "验收时间" none of them does: not counted' in said)
got, said = read(*of(['哈密市', 200, 110], ['甲', None, 50], ['乙', None, 60]), head=HEAD[:4])
check('a figure that it alone has counts, the others once', (got[1] >= 200, got[2], 'figures count as its own' in said), (True, 110, True))

# --- what is a site stays one ---
NONE = 'sums of the rows below'
for lines in ([['哈密市', 200, 110, 110, DAY], ['吐鲁番市', 100, 60, 60, DAY], ['昌吉州', 100, 50, 50, DAY]], [['甲', 200, 110, 110, DAY], A[:0] + ['乙', 100, 50, 50, DAY], ['丙', 100, 60, 60, DAY]],
              [['东矿区', 100, 50, 50, DAY], ['乙', 100, 50, 50, DAY], ['丙', 200, 120, 120, DAY]], [['甲公司', 100, 100, 100, DAY], ['乙公司', 60, 60, 60, DAY], ['丙公司', 240, 60, 60, DAY]],
              [['磁海', 100, 50, 50, DAY], ['磁海北', 100, 60, 60, DAY], ['磁海南', 200, 110, 110, DAY]]):
    got, said = read(*of(*lines))
    check(f'{[x[0] for x in lines]}', (got[0], got[1], NONE in said), (3, sum(x[1] for x in lines), False))
got, said = read(['一', '甲', 100, 50, 50, DAY], ['二', '乙', 100, 60, 60, DAY], ['三', '丙', 70, 70, 70, DAY], head=NUMBERED, title=TITLE)
check('numerals of one rank', got, ALL)
got, said = read(['一', '甲', 90, 45, 45, DAY], ['1', '乙', 100, 60, 60, DAY], ['2', '丙', 80, 75, 75, DAY], head=NUMBERED, title=TITLE)
check('a higher number without sums is asked about', (got, 'row 3 (甲) has a number above those of the rows below it' in said), (ALL, True))

# --- 其中: a part of the row above ---
for parts in (['其中：一号坑', '二号坑'], ['其中：一号坑', '其中：二号坑'], ['其中:一号坑', '二号坑'], ['其中一号坑', '二号坑'], ['其中，一号坑', '二号坑']):
    got, said = read(*of(['甲矿', 200, 110, 110, DAY], [parts[0], *A[1:]], [parts[1], *B[1:]], C))
    check(f'{parts}', got, (2, 270, 180, 180))
    true(f'told: {said}', 'row 3, 4 is a part of the row above it' in said)
got, said = read(*of(['甲矿', 200, 110, 110, DAY], ['其中：一号坑', *A[1:]], C))
check('one of its parts', got, (2, 270, 180, 180))
got, said = read(*of(['甲矿', 200, 110], ['其中：一号坑', 100, 50, 50, DAY], ['二号坑', 100, 60, 60, DAY]))
true(f'what the parts alone say is told: {said}', 'row 2 lacks what the rows of its parts (其中) say under "验收面积（亩）"' in said)
# --- with figures by year, quarter or month the mine keeps all of them ---
for columns in (['2017年治理面积（亩）', '2018年治理面积（亩）'], ['2018年一季度治理面积（亩）', '2018年二季度治理面积（亩）'], ['2018年3月治理面积（亩）', '2018年4月治理面积（亩）']):
    head = ['保护区', '矿山', '应治理面积（亩）', *columns, '销号时间']
    for one, two in (('其中：一号坑', '二号坑'), ('包括：一号坑', '包括：二号坑'), ('—一号坑', '—二号坑'), ('甲矿其中一号坑', '二号坑')):
        got, said = read(*of(['甲矿', 100, 40, 60, '2019-01-31'], [one, 60, 20, 40, '2019-01-31'], [two, 40, 20, 20, '2019-01-31'], ['丙', 70, 30, 40, '2019-01-31']), head=head)
        check(f'{one} below {columns[0]}', (got, 'row 3, 4 is a part' in said), ((2, 170, 170, 170), True))
    check(f'one part below {columns[0]}', read(*of(['甲矿', 100, 40, 60, '2019-01-31'], ['其中：一号坑', 60, 20, 40, '2019-01-31'], ['丙', 70, 30, 40, '2019-01-31']), head=head)[0], (2, 170, 170, 170))
for total in ('合计', LOP, '罗布泊野骆驼自然保护区', '全部', ''):
    check(f'sites below "{total}"', read(*of([total, 270, 180, 180], ['其中：甲', *A[1:]], B, C))[0], ALL)
check('the site is named without the word', {s['site'] for s in row(status(FOLDER / f'sums {next(numbers) - 1}'))['site_list']} >= {'甲', '乙', '丙'}, True)
r = redline('--lang', 'zh', 'restoration', 'import', '-w', workspace('sums zh'), write('表zh.csv', ','.join(HEAD) + f'\n{LOP},伊州区,200,110,110,\n{LOP},甲,100,50,50,{DAY}\n{LOP},乙,100,60,60,{DAY}\n{LOP},其中：一号坑,60,60,60,{DAY}\n'))
true(f'in Chinese: {r.stdout}', '第 2 (伊州区) 行的各数是下面各行之和' in r.stdout and '第 5 行写的是上一行的一部分' in r.stdout)
done()
