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

done()
