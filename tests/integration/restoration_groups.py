"""Rows that head a group of rows in tables of restoration: with sums of their own, in the column of reserves, under mixed numbers."""
from restoration_support import *

BULGAN, WEST = 'bulgan-beaver', 'west-tianshan'
MU = 2000 / 3
HEAD = ['序号', '保护区', '治理点', '应治理面积（亩）', '治理面积（亩）', '验收面积（亩）', '完成时间']
W, B = '西天山国家级自然保护区', '布尔根河狸自然保护区'
G1, G2, G3, G4 = ['1', None, 'G1', '50', '50', '50', '2018-05-01'], ['2', None, 'G2', '40', '20', None, '2018-06-01'], ['3', None, 'G3', '30', '30', None, '2018-06-01'], ['4', None, 'G4', '10', '10', None, '2018-06-01']
SITES = {'G1': (50, 50, 50), 'G2': (40, 20, 0)}, {'G3': (30, 30, 0)}


def in_mu(x):
    return None if x is None else round(x / MU, 2)


def of(s, reserve):
    """required, claimed and accepted in 亩, by site; those of the reserve alone under ''."""
    r = row(s, reserve)
    own = {x['site']: tuple(in_mu(x[k]) for k in ('required_m2', 'claimed_m2', 'accepted_m2')) for x in r['site_list']}
    return own or {'': tuple(in_mu(r[k]) for k in ('required_m2', 'claimed_m2', 'accepted_m2'))}


def read(name, *lines, merged=(), head=HEAD):
    """The state after the import of one table, and what the import says; as text if nothing is merged, else as a workbook, too."""
    ws = workspace(name)
    table = [head, *[list(line) + [None] * (len(head) - len(line)) for line in lines]]
    said = imported(ws, write(name + '.csv', '\n'.join(','.join(c or '' for c in line) for line in table) + '\n')).stdout
    book = workspace(name + ' book')
    imported(book, xlsx(name + '.xlsx', table, [m for m in merged]))
    s = status(ws)
    check(f'{name}: the same of a workbook', [of(status(book), r) for r in (WEST, BULGAN)], [of(s, r) for r in (WEST, BULGAN)])
    return s, said


def elsewhere(s):
    return s['region']['records_elsewhere']


# --- sums beside the name of the group: the name goes to the rows below, the sums are compared and never counted ---
for name, west, bulgan in [('sums in front', ['一、' + W, None, None, '90', '70', '50'], ['二、' + B, None, None, '30', '30', '0']),
                           ('sums unnumbered', [W, None, None, '90', '70', '50'], [B + '（1处）', None, None, '30', '30', '-']),
                           ('sums in the column', ['一', W, None, '90', '70', '50'], ['二', B, None, '30', '30', '0']),
                           ('a mark behind the numeral', ['一、', W, None, '90', '70', '50'], ['二．', B, None, '30', '30', '0']),
                           ('sums numbered like sites', ['1', W, None, '90', '70', '50'], ['2', B, None, '30', '30', '0']),
                           ('sums at the sites', [None, None, '一、' + W, '90', '70', '50'], [None, None, B, '30', '30', '0']),
                           ('number in the column', [None, '一、' + W, None, '90', '70', '50'], [None, '二、' + B, None, '30', '30', '0'])]:
    s, said = read(name, west, G1, G2, bulgan, G3, ['合计', None, None, '120', '100', '50'])
    check(name, (of(s, WEST), of(s, BULGAN), elsewhere(s)), (*SITES, 0))
    true(f'{name}, told: {said}', all(w in said for w in ('2 rows that name a group of rows (row 2, 5)', '3 rows of totals (row 2, 5, 7)', '3 rows that name no reserve')) and '(a total)' not in said)
s, said = read('sums wrong', ['一、' + W, None, None, '95', '70', '50'], G1, G2, ['二、' + B, None, None, '30', '30', '20'], G3)
true(f'sums that do not fit are told: {said}', said.count('(a total)') == 2 and 'row 2 (a total): "应治理面积（亩）" reads 95' in said and 'row 5 (a total): "验收面积（亩）" reads 20' in said)
s, said = read('sums merged', ['一、' + W, '一、' + W, '一、' + W, '90', '70', '50'], G1, G2, ['二、' + B, '二、' + B, '二、' + B, '30', '30', '0'], G3)
check('in merged cells', (of(s, WEST), of(s, BULGAN), elsewhere(s), '(a total)' in said), (*SITES, 0, False))

# --- without sums in the column of reserves; sums of zones within; a row that heads nothing is of the whole reserve ---
s, said = read('names in the column', ['一', W], G1, G2, [None, B], G3)
check('names alone', (of(s, WEST), of(s, BULGAN), elsewhere(s)), (*SITES, 0))
s, said = read('sums of zones', ['一、' + W, None, None, '90', '70', '50'], ['（一）核心区', None, None, '50', '50', '50'], G1, ['（二）实验区', None, None, '40', '20', '0'], G2, ['二、' + B, None, None, '30', '30', '0'], ['实验区'], G3)
check('two ranks of sums', (of(s, WEST), of(s, BULGAN), elsewhere(s), '(a total)' in said), (*SITES, 0, False))
s, said = read('nothing below', ['一、' + W, None, None, '90', '70', '50'], G1, G2, ['二、' + B, None, None, '30', '30', '0'], ['合计', None, None, '120', '100', '50'])
check('of the whole reserve', (of(s, WEST), of(s, BULGAN), elsewhere(s), '(a total)' in said), (SITES[0], {'': (30, 30, 0)}, 0, False))
s, said = read('whole reserves', ['1', W, None, '90', '70', '50'], ['2', B, None, '30', '30', '0'], ['3', None, 'G3', '30', '30', None, '2018-06-01'])
check('sites below the last alone have it', (of(s, WEST), of(s, BULGAN), elsewhere(s)), ({'': (90, 70, 50)}, SITES[1], 0))
s, said = read('own reserve between', ['一', W], G1, ['2', B, 'G3', '30', '30'], ['3', None, 'G4', '10', '10'])
check('a row with a reserve of its own ends one in the column', (of(s, WEST), of(s, BULGAN), elsewhere(s)), ({'G1': (50, 50, 50)}, SITES[1], 2))
s, said = read('counties', ['伊犁州'], ['1', W, 'G1', '50', '50', '50', '2018-05-01'], ['阿勒泰地区'], ['2', B, 'G3', '30', '30', None, '2018-06-01'])
check('headings of something else', (of(s, WEST), of(s, BULGAN), elsewhere(s), '(row 2, 4)' in said), ({'G1': (50, 50, 50)}, SITES[1], 0, True))

# --- the reserve in the first row of a block of sites alone: the sites below lie in it, which is told once; gaps stay gaps ---
s, said = read('blocks', ['1', W, 'G1', '50', '50', '50', '2018-05-01'], G2, ['3', B, 'G3', '30', '30', None, '2018-06-01'], ['4', None, 'G5', '5', '5', None, '2018-06-01'], ['合计', None, None, '125', '105', '50'])
check('in blocks', (of(s, WEST), of(s, BULGAN), elsewhere(s), said.count('leave the reserve empty'), '2 rows leave' in said, 'warning' in said), (SITES[0], SITES[1] | {'G5': (5, 5, 0)}, 0, 1, True, False))
s, said = read('gaps', ['1', W, 'G1', '50', '50', '50', '2018-05-01'], ['2', W, 'G2', '40', '20', None, '2018-06-01'], G3)
check('a table that repeats the names has gaps', (of(s, WEST), elsewhere(s), 'warning' in said), (SITES[0], 2, True))
s, said = read('behind a total', ['1', W, 'G1', '50', '50', '50', '2018-05-01'], G2, [None, None, '小计', '90', '70', '50'], G3)
check('a total ends the block', (of(s, WEST), elsewhere(s), 'warning' in said), (SITES[0], 2, True))

ws = workspace('ledger')
imported(ws, write('流水.csv', '编号,保护区,治理点,含义,数值,单位,日期,原文\nr1,西天山,,治理面积,90,亩,2018-06-01,甲\nr2,,某矿,治理面积,50,亩,2018-06-01,乙\n'))
check('a row that says what it counts is a record', (row(status(ws), WEST)['claimed_m2'], elsewhere(status(ws))), (60_000, 1))

# --- numbers of mixed forms; a heading without a reserve ends the group, unless it stands below it ---
for name, lines, lost in [('mixed', (['一、' + W], G1, G2, ['（二）' + B], G3, ['三、其他'], G4), 2), ('brackets', (['一、' + W], G1, G2, ['（二）其他'], G4, ['三、' + B], G3), 2), ('a number is missing', (['一、' + W], G1, G2, ['三、' + B], G3, ['五、风景名胜区'], G4), 2),
                          ('unnumbered', ([W], G1, G2, ['二、其他'], G4, [B], G3), 2), ('digits', (['1、' + W], G1, G2, ['2、' + B], G3, ['3. 其他'], G4), 2), ('sums of others', (['一', W, None, '90', '70', '50'], G1, G2, ['二', B, None, '30'], G3, ['三、其他', None, None, '10', '10'], G4), 2)]:
    s, said = read('numbers ' + name, *lines)
    check(f'{name}: G4 has no reserve, which is told', (of(s, WEST), of(s, BULGAN), elsewhere(s), any('no reserve is named in row' in f['text'] for f in s['notes'])), (*SITES, lost, True))

# --- the same row in two groups is two rows; two offices with headings of their own lose none ---
same = ['1', None, '一号采坑', '50', '50', None, '2018-06-01']
ws = workspace('offices')
for n, name in enumerate((W, B)):
    said = imported(ws, write(f'局{n}.csv', '\n'.join(','.join(c or '' for c in line) for line in [HEAD, ['一、' + name] + [None] * 6, same]) + '\n')).stdout
check('a site of each', [of(status(ws), r) for r in (WEST, BULGAN)], [{'一号采坑': (50, 50, 0)}] * 2)

# --- sums are compared with the rows that they close: up to the next reserve, whatever its number; within the group alone ---
s, said = read('sums before another reserve', ['一、' + W, None, None, '90', '70', '50'], G1, G2, ['（二）' + B], G3)
true(f'the sums of 一 end at （二）: {said}', '(a total)' not in said)
s, said = read('total of a group', ['一、' + W], G1, ['二、' + B], ['（一）核心区'], G3, ['（二）实验区'], G4, ['小计', None, None, '40', '40', None])
check('a total of the second group', (of(s, WEST), of(s, BULGAN), '(a total)' in said), ({'G1': (50, 50, 50)}, {'G3': (30, 30, 0), 'G4': (10, 10, 0)}, False))
s, said = read('total of a group wrong', ['一、' + W], G1, ['二、' + B], ['（一）核心区'], G3, ['（二）实验区'], G4, ['小计', None, None, '41', '40', None])
true(f'a wrong one is told: {said}', 'reads 41亩, but the sum' in said or 'reads 41' in said)

# --- years: each counts, what looks like a running sum is told once; a first year that is empty ---
s, said = read('equal years', ['1', W, 'P', '60', '30', '30', '30', '30'], head=['序号', '保护区', '治理点', '应治理面积（亩）', '2017年治理面积（亩）', '2018年治理面积（亩）', '2017年验收面积（亩）', '2018年验收面积（亩）'])
check('30 and 30', (of(s, WEST), [f['code'] for f in row(s, WEST)['findings']]), ({'P': (60, 60, 60)}, ['restoration.equal_years']))
ws = workspace('years twice')
table = '保护区,治理点,2017年治理面积（亩）,2018年治理面积（亩）{0}\n西天山,P,30,30{1}\n'
imported(ws, write('年.csv', table.format('', '')), write('年再.csv', table.format(',备注', ',甲局')))
check('the same years from another file count once', of(status(ws), WEST), {'P': (None, 60, 0)})
years = ['序号', '保护区', '治理点', '应治理面积（亩）', '2016年治理面积（亩）', '2017年治理面积（亩）', '累计治理面积（亩）', '累计验收面积（亩）']
s, said = read('first year empty', ['1', W, 'P', '100', '20', '30', '50', '50'], ['2', W, 'Q', '60', None, '60', '60', '60'], ['合计', None, None, '160', '20', '90', '110', '110'], head=years)
check('required once, nothing contradicts', (of(s, WEST), '(a total)' in said), ({'P': (100, 50, 50), 'Q': (60, 60, 60)}, False))

with_years = ['序号', '保护区', '治理点', '应治理面积（亩）', '2017年治理面积（亩）', '2018年治理面积（亩）', '累计治理面积（亩）']
s, said = read('groups with years', ['一', W, None, '90', '30', '40', '70'], ['1', None, 'G1', '50', '30', '20', '50'], ['2', None, 'G2', '40', None, '20', '20'], ['二', B, None, '30', None, '30', '30'], ['3', None, 'G3', '30', None, '30', '30'], ['合计', None, None, '120', '30', '70', '100'], head=with_years)
check('sums by year above their sites', (of(s, WEST), of(s, BULGAN), elsewhere(s), '(a total)' in said), ({'G1': (50, 50, 0), 'G2': (40, 20, 0)}, SITES[1], 0, False))
s, said = read('a line of text', ['一、' + W], G1, [None, None, None, None, None, None, None, '接上行：已播种'], G2, head=HEAD + ['整改措施'])
check('a text further right ends no group', (of(s, WEST)['G2'], elsewhere(s)), ((40, 20, 0), 0))

# --- headings: sums above their parts, running sums of a day, the year of a report ---
pad = lambda *cells: list(cells)
s, said = read('quarters', pad(None, None, None, None, '一季度', '2季度', '第三季度', '合计'), ['1', W, 'P', '150', '10', '20', '30', '60'], ['合计', None, None, '150', '10', '20', '30', '60'], head=['序号', '保护区', '治理点', '应治理面积（亩）', '2018年完成治理面积（亩）', '2018年完成治理面积（亩）', '2018年完成治理面积（亩）', '2018年完成治理面积（亩）'])
check('60 in 2018, parts are not doubted', (of(s, WEST), 'warning' in said, '（分项）' in said), ({'P': (150, 60, 0)}, False, True))
Q = ['序号', '保护区', '治理点', '应治理面积（亩）'] + ['2018年治理面积（亩）'] * 4
s, said = read('quarters alone', pad(None, None, None, None, '一季度', '2季度', '第三季度', '四季度'), ['1', W, 'P', '150', '10', '20', '30', '40'], ['合计', None, None, '150', '10', '20', '30', '40'], head=Q)
check('four quarters: 100', (of(s, WEST), 'warning' in said), ({'P': (150, 100, 0)}, False))
check('each at its end', [of(status(FOLDER / 'quarters alone', d), WEST)['P'][1] for d in ('2018-03-31', '2018-06-30', '2018-09-30', '2018-12-31')], [10, 30, 60, 100])
s, said = read('halves', ['1', W, 'P', '150', '30', '70'], head=['序号', '保护区', '治理点', '应治理面积（亩）', '2018年上半年治理面积（亩）', '2018年下半年治理面积（亩）'])
check('two halves', (of(s, WEST), [of(status(FOLDER / 'halves', d), WEST)['P'][1] for d in ('2018-06-30', '2018-12-31')], 'warning' in said), ({'P': (150, 100, 0)}, [30, 100], False))
s, said = read('half and quarters', ['1', W, 'P', '150', '10', '20', '30', '40', '30'], head=['序号', '保护区', '治理点', '应治理面积（亩）'] + [f'2018年{x}治理面积（亩）' for x in ('一季度', '二季度', '上半年', '三季度', '四季度')])
check('the half holds its quarters: 30 + 40 + 30', (of(s, WEST), 'warning' in said), ({'P': (150, 100, 0)}, False))
s, said = read('year and quarters', ['1', W, 'P', '150', '10', '20', '30'], head=['序号', '保护区', '治理点', '应治理面积（亩）'] + [f'2018年{x}治理面积（亩）' for x in ('一季度', '二季度', '')])
check('the year holds its quarters', of(s, WEST), {'P': (150, 30, 0)})

s, said = read('of which', pad(None, None, None, None, '小计', '其中：复绿', '其中：自然恢复', None), ['1', W, 'P', '150', '80', '50', '30', '2018-06-01'], head=['序号', '保护区', '治理点', '应治理面积（亩）', '已治理面积（亩）', '已治理面积（亩）', '已治理面积（亩）', '完成时间'])
check('小计 alone', (of(s, WEST), 'warning' in said), ({'P': (150, 80, 0)}, False))
until = ['序号', '保护区', '治理点', '应治理面积（亩）', '截至2017年底累计治理面积（亩）', '2018年新增治理面积（亩）', '截至2018年底累计治理面积（亩）']
ws = workspace('until')
said = imported(ws, write('截至.csv', ','.join(until) + f'\n1,{W},P,100,40,30,70\n2,{W},Q,60,60,0,60\n')).stdout
check('on each day', [of(status(ws, day), WEST) for day in ('2017-12-30', '2018-06-01', '2018-12-31')], [{x: (r, *v, 0) for x, r, v in (('P', 100, [a]), ('Q', 60, [b]))} for a, b in ((0, 0), (40, 60), (70, 60))])
check('nothing is found', (row(status(ws), WEST)['findings'], 'warning' in said), ([], False))
said = imported(workspace('until wrong'), write('截至错.csv', ','.join(until) + f'\n1,{W},P,100,40,30,80\n')).stdout
true(f'40 and 30 are not 80: {said}', 'row 2: 80' in said)
s, said = read('until over two rows', pad(None, None, None, '治理面积', '验收面积', '治理面积', '验收面积'), ['1', W, 'P', '40', '20', '70', '50'], head=['序号', '保护区', '治理点', '截至2017年底累计（亩）', '截至2017年底累计（亩）', '截至2018年6月底累计（亩）', '截至2018年6月底累计（亩）'])
check('of groups', of(s, WEST), {'P': (None, 70, 50)})
s, said = read('by year over years', pad(None, None, None, None, '2016年', '2017年', '2018年', None), ['1', W, 'P', '100', '20', '30', '40', '90'], ['2', W, 'Q', '60', None, '60', None, '60'], head=['序号', '保护区', '治理点', '应治理面积（亩）', '年度完成治理面积（亩）', '年度完成治理面积（亩）', '年度完成治理面积（亩）', '累计完成（亩）'])
check('年度完成 over years', (of(s, WEST), 'has figures by year' in said, 'warning' in said), ({'P': (100, 90, 0), 'Q': (60, 60, 0)}, True, False))
ws = workspace('of the year')
said = imported(ws, write('年度.csv', '2018年度自然保护区治理情况表,,,,,\n序号,所属保护区,治理点,应治理面积（亩）,年度完成治理面积（亩）,备注\n1,西天山,P,100,40,\n')).stdout
check('dated in the year of the title', [of(status(ws, day), WEST).get('P') for day in ('2018-12-30', '2018-12-31')], [None, (100, 40, 0)])
ws = workspace('closed')
said = imported(ws, write('销号.csv', '序号,点位名称,所属保护区,应治理面积（亩）,完成治理面积（亩）,整改时限,整改完成时间,销号时间,销号文号\n1,P,西天山,30,30,2018年10月底前,2018.9.20,2018.10.12,伊州环督〔2018〕12号\n2,Q,西天山,45,40,2018年12月底前,2018.11.20,未销号,\n')).stdout
check('销号时间 is a day of acceptance', ([of(status(ws, day), WEST) for day in ('2018-09-30', '2018-12-31')], 'warning' in said), ([{'P': (30, 30, 0), 'Q': (45, 0, 0)}, {'P': (30, 30, 30), 'Q': (45, 40, 0)}], False))
ws = workspace('closed and accepted')
imported(ws, write('验收销号.csv', '保护区,治理点,治理面积（亩）,完成时间,验收时间,销号时间\n西天山,P,30,2018-05-01,2018-07-01,2018-09-01\n西天山,Q,20,2018-05-01,,2018-09-01\n'))
check('验收时间 first', [{k: v[2] for k, v in of(status(ws, day), WEST).items()} for day in ('2018-08-01', '2018-12-31')], [{'P': 30, 'Q': 0}, {'P': 30, 'Q': 20}])

# --- rows of one table that differ in zone or kind of activity are parts: equal figures of theirs count each, in their own zone; one row twice, or another file, does not ---
ZONED = '保护区,矿山名称,功能区,应治理面积（亩）,已治理面积（亩）,已验收面积（亩）,填报日期\n'


def parts(name, *texts):
    """required, claimed and accepted of the reserve in 亩, those of the zones by number, and what is found; the state on the last day of 2019."""
    ws = workspace(name)
    for n, text in enumerate(texts):
        imported(ws, write(f'{name}{n}.csv', text))
    r = row(status(ws, '2019-12-31'), WEST)
    figures = lambda x: tuple(in_mu(x[k]) for k in ('required_m2', 'claimed_m2', 'accepted_m2'))
    return figures(r), {z['zone']: figures(z) for z in r['zones_stated']}, sorted(f['code'][12:] for f in r['findings'])


day = ',2018-12-31\n'
core, buffer = f'西天山,甲,核心区,30,30,30{day}', f'西天山,甲,缓冲区,30,30,0{day}'
check('30 + 30 in two zones, 30 accepted', parts('two zones', ZONED + core + buffer + f'合计,,,60,60,30{day}'), ((60, 60, 30), {'core': (30, 30, 30), 'buffer': (30, 30, 0)}, []))
check('one zone, saved again', parts('one zone', ZONED + core + f'西天山,甲,核心区,30,30,30.0{day}')[::2], ((30, 30, 30), ['repeated_claim'] * 3))
check('the other zone in another file', parts('two files', ZONED + core, ZONED + buffer)[0], (30, 30, 30))
LISTED = '保护区,矿山名称,功能区,应治理面积（亩）,治理面积（亩）,完成时间,验收时间\n'
listed = ('甲,核心区,30,30,2018-05-01,2018-06-01', '甲,缓冲区,20,20,2018-05-01,2018-06-01', '甲,实验区,15,10,2018-05-01,', '乙,实验区,15,15,2018-05-01,2018-06-01')
check('a row for each zone', parts('listed', LISTED + ''.join(f'西天山,{x}\n' for x in listed) + '合计,,,80,75,,\n'),
      ((80, 75, 65), {'core': (30, 30, 30), 'buffer': (20, 20, 20), 'experimental': (30, 25, 15)}, []))
check('finished one after the other', parts('one by one', LISTED + '西天山,甲,核心区,30,30,2018-05-01,2018-06-01\n西天山,甲,缓冲区,30,30,2018-09-01,2018-10-01\n'), ((60, 60, 60), {'core': (30, 30, 30), 'buffer': (30, 30, 30)}, []))
check('another table names one zone of all', parts('moved', LISTED + '西天山,甲,核心区,30,30,2018-05-01,\n', LISTED + '西天山,甲,缓冲区,40,,2018-07-01,\n')[1:], ({'buffer': (40, 30, 0)}, ['required_changed', 'zones_differ']))
KINDS = '保护区,活动类型,应治理面积（亩）,已治理面积（亩）,已验收面积（亩）,填报日期\n'
check('kinds of activity without a site', parts('kinds', KINDS + f'西天山,采矿,90,30,0{day}西天山,旅游设施,30,30,30{day}西天山,小计,120,60,30{day}')[::2], ((120, 60, 30), []))
check('and at one site', parts('kinds of a site', KINDS.replace('活动', '治理点,活动') + f'西天山,甲,采矿,30,30,0{day}西天山,甲,旅游设施,30,30,30{day}')[::2], ((60, 60, 30), []))
pit = lambda name, kind, accepted: f'西天山,甲,{name},{kind}30,30,{accepted}{day}'
PITS = KINDS.replace('活动类型', '矿山名称,矿坑名称')
check('pits of one mine', parts('pits', PITS + pit('1号坑', '', 30) + pit('2号坑', '', 0) + f'合计,,,60,60,30{day}')[::2], ((60, 60, 30), []))
check('beside a column of kinds', parts('pits and kinds', PITS.replace('称,应', '称,活动类型,应') + pit('1号坑', '采矿,', 30) + pit('2号坑', '采矿,', 0))[::2], ((60, 60, 30), []))
check('one pit twice counts once', parts('one pit', PITS + pit('1号坑', '', 30) + pit('1号坑', '', '30.0'))[::2], ((30, 30, 30), ['repeated_claim'] * 3))

done()
