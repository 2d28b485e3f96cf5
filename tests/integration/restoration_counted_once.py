"""Sums above numbered rows and parts by other words count once; the same mine twice, in two reserves or under two names, is told."""
from restoration_support import *

LB, HEAD = '罗布泊野骆驼', '序号,保护区,矿山名称,应治理面积（亩）,治理面积（亩）,验收面积（亩）,验收时间'


def mu(ws, reserve='lop-nur'):
    r = row(status(ws, '2019-12-31'), reserve)
    return (r['sites'], *(round(r[k + '_m2'] * .0015, 2) for k in ('required', 'claimed', 'accepted')))


def table(name, *rows):
    return write(name + '.csv', HEAD + '\n' + ''.join(f'{n},{LB},{site},{a},{b},{b},2018-06-01\n' for n, site, a, b in rows))


BELOW = ((1, '甲', 100, 50), (2, '乙', 100, 60), (3, '丙', 70, 70))
for n, name in enumerate(('若羌', '哈密', '若羌县境内', '若羌县国土局', '塔什库尔干县矿点', '若羌县矿山', '若羌县矿业', 'A片', '巴州片', '东片', '罗北', '若羌县自然资源局监管', '某某矿业')):
    ws = workspace(f'sum {n}')
    said = imported(ws, table(f'合计{n}', ('', name, 200, 110), *BELOW)).stdout
    check(f'{name} sums up 1 and 2', mu(ws), (3, 270, 180, 180))
    true(f'{name} is told: {said}', name in said)
    ws = workspace(f'two sums {n}')
    imported(ws, table(f'两片{n}', ('', name, 200, 110), (1, '甲', 100, 50), (2, '乙', 100, 60), ('', name + '二', 100, 100), (1, '丁', 30, 30), (2, '戊', 70, 70)))
    check(f'{name} and another', mu(ws), (4, 300, 210, 210))
for n, (own, rows) in enumerate((((4, 370, 210, 210), (('', '己矿', 100, 30), *BELOW)), ((4, 470, 290, 290), ((0, '若羌矿', 200, 110), *BELOW)), ((4, 470, 291, 291), (('', '若羌', 200, 111), *BELOW)), ((3, 270, 180, 180), BELOW),
                                 ((4, 340, 250, 250), (('', '庚矿', 70, 70), (1, '辛矿', 70, 70), (2, '甲', 100, 50), (3, '乙', 100, 60))))):
    ws = workspace(f'sites {n}')
    imported(ws, table(f'各点{n}', *rows))
    check(f'{rows[0]} counts', mu(ws), own)

for n, name in enumerate(('（其中）一号坑', '包括：一号坑', '含：一号坑', '包含:一号坑', '—一号坑', '——一号坑', '·一号坑', '甲矿其中一号坑', '甲矿，其中一号坑', '(其中：一号坑)', '其中包括一号坑')):
    ws = workspace(f'part {n}')
    imported(ws, table(f'其中{n}', (1, '甲矿', 200, 110), ('', '"' + name + '"', 100, 50), ('', '二号坑', 100, 60), (2, '乙矿', 30, 30)))
    check(f'{name} is a part', mu(ws), (2, 230, 140, 140))
for n, name in enumerate(('含山铁矿', '包古图矿', '—丙矿')):
    ws = workspace(f'no part {n}')
    imported(ws, table(f'非其中{n}', (1, '甲矿', 200, 110), (2, name, 100, 50), (3, '乙矿', 30, 30)))
    check(f'{name} is a site', mu(ws), (3, 330, 190, 190))


def simple(name, *rows):
    return write(name + '.csv', '保护区,矿山,应治理面积（亩）,治理面积（亩）,验收时间\n' + ''.join(r + '\n' for r in rows))


for n, (name, figure) in enumerate((('白干湖钨锡矿', '1295.25'), ('白干湖矿', '100'), ('祁漫塔格铁矿', '86.3'), ('白干湖3号铁矿', '50'), ('白干湖', '120'))):
    ws = workspace(f'reserves {n}')
    for file, reserve in enumerate(('中昆仑', '阿尔金山')):
        imported(ws, simple(f'{n} {file}', f'{reserve},{name},{figure},{figure},2018-06-01'))
    told = [len(found(r, 'may_overlap')) for r in status(ws, '2019-12-31')['reserves'] if r['site_list']]
    check(f'{name} in two reserves, told at both', told, [1, 1])
for n, (name, a, b) in enumerate((('白干湖矿', 100, 90), ('一号坑', 100, 100), ('3号', 50, 50), ('甲', 50, 50))):
    ws = workspace(f'not the same {n}')
    imported(ws, simple(f'不同{n}', f'中昆仑,{name},{a},{a},2018-06-01', f'阿尔金山,{name},{b},{b},2018-06-01'))
    check(f'{name} {a}, {b} is not asked about', [len(found(r, 'may_overlap')) for r in status(ws, '2019-12-31')['reserves'] if r['site_list']], [0, 0])
for n, (first, other, asked) in enumerate((('哈密磁海铁矿', '磁海铁矿', True), ('甲', '甲矿', True), ('雅满苏铁矿', '哈密市雅满苏铁矿', True), ('红云滩铁矿', '红云滩', True), ('磁海铁矿', '裤子山', False), ('一号井', '二号井', False), ('东矿', '西矿', False))):
    ws = workspace(f'names {n}')
    for file, name in enumerate((first, other)):
        imported(ws, simple(f'名{n} {file}', f'{LB},{name},100,100,2018-06-01'))
    check(f'{first} and {other}', bool(found(row(status(ws, '2019-12-31')), 'may_overlap')), asked)
done()
