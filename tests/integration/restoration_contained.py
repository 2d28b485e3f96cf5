"""part_of and restates speak of all figures of a row: what it restored, what was accepted, required, filled back."""
from restoration_support import *

LB = '罗布泊野骆驼'


def mu(x):
    return None if x is None else round(x * .0015, 2)


def state(ws, reserve='lop-nur'):
    r = row(status(ws, '2019-12-31'), reserve)
    return (*(mu(r[k + '_m2']) for k in ('required', 'claimed', 'accepted')), r['backfill_m3'])


def table(name, head, whole, part, relation='包含于', reserve=LB):
    return write(name + '.csv', f'id,保护区,矿山,{head},{relation}\np1,{LB},哈密各矿,{whole},\np2,{reserve},裤子山,{part},p1\n')


HEADS = [('治理面积（亩）,验收时间', '500,2018-12-31', '100,2018-12-31', (None, 500, 500, 0)), ('应治理面积（亩）,治理面积（亩）,日期', '500,500,2018-12-31', '100,100,2018-12-31', (500, 500, 0, 0)),
         ('治理面积（亩）,治理阶段,日期', '500,销号,2018-12-31', '100,销号,2018-12-31', (None, 500, 500, 0)), ('治理面积（亩）,验收面积（亩）,日期', '500,400,2018-12-31', '100,100,2018-12-31', (None, 500, 400, 0)),
         ('应治理面积（亩）,日期', '500,2018-12-31', '100,2018-12-31', (500, 0, 0, 0)), ('治理面积（亩）,回填方量（万m³）,日期', '500,10,2018-12-31', '100,2,2018-12-31', (None, 500, 0, 100000)),
         ('应治理面积（亩）,治理面积（亩）,验收面积（亩）,验收时间', '500,400,400,2018-12-31', '100,100,100,2018-06-30', (500, 400, 400, 0)), ('破坏面积（亩）,治理面积（亩）,完成时间,验收时间', '500,500,2018-10-01,2018-12-01', '100,100,2018-05-01,2018-06-01', (500, 500, 500, 0)),
         ('应治理面积（亩）,累计治理面积（亩）,累计验收面积（亩）,填报日期', '500,400,300,2018-12-31', '100,100,80,2018-12-31', (500, 400, 300, 0)),
         # what the whole does not say, the part says for itself
         ('治理面积（亩）,验收面积（亩）,日期', '500,,2018-12-31', '100,100,2018-12-31', (None, 500, 100, 0)), ('治理面积（亩）,回填方量（万m³）,日期', '500,,2018-12-31', '100,2,2018-12-31', (None, 500, 0, 20000)),
         # accepted by its stage in one row, by a day in the other
         ('治理面积（亩）,治理阶段,日期,验收时间', '500,治理恢复,2018-10-01,2018-12-01', '100,销号,2018-10-01,', (None, 500, 500, 0))]
for n, (head, whole, part, expected) in enumerate(HEADS):
    ws = workspace(f'part {n}')
    imported(ws, table(f'包含{n}', head, whole, part))
    check(f'{head}: {part} is part of {whole}', state(ws), expected)
    check(f'{head}: told once', len(found(row(status(ws, '2019-12-31')), 'contained')), 1)
    ws = workspace(f'beside {n}')
    imported(ws, table(f'另外{n}', head, whole, part, '备注'))
    true(f'{head}: without the relation both count: {state(ws)}', state(ws) != expected or '应治理' not in head)
ws = workspace('restated')
imported(ws, table('重述', '应治理面积（亩）,治理面积（亩）,完成时间,验收时间', '500,500,2018-12-01,2018-12-31', '500,500,2018-12-01,2018-12-31', '重述'))
check('restated', state(ws), (500, 500, 500, 0))
ws = workspace('more than the whole')
imported(ws, table('多于', '治理面积（亩）,验收面积（亩）,日期', '500,50,2018-12-31', '100,100,2018-12-31'))
check('more accepted than of the whole', len(found(row(status(ws, '2019-12-31')), 'part_exceeds_whole')), 1)
ws = workspace('corrected')
imported(ws, table('原', '应治理面积（亩）,治理面积（亩）,日期', '500,500,2018-12-31', '100,100,2018-12-31'))
imported(ws, write('更正.csv', f'id,更正,保护区,矿山,应治理面积（亩）,治理面积（亩）,日期\np3,p1,{LB},哈密各矿,450,450,2019-02-01\n'))
check('the whole is corrected', state(ws), (450, 450, 0, 0))
ws = workspace('elsewhere')
imported(ws, table('外区', '治理面积（亩）,日期', '500,2018-12-31', '100,2018-12-31', reserve='阿尔金山'))
s = status(ws, '2019-12-31')
other = next(r for r in s['reserves'] if r['site_list'] and r['id'] != 'lop-nur')
check('a part in another reserve', ([mu(r['claimed_m2']) for r in (row(s), other)], len(found(other, 'contained_elsewhere')), len(found(other, 'contained'))), ([500, 100], 1, 0))
done()
