"""A table below another one in the same sheet, under a title of its own, is that of the reserve that its title names; other lines change nothing."""
from restoration_support import *

HEAD = ['序号', '矿山名称', '应治理面积（亩）', '治理面积（亩）', '验收面积（亩）', '验收时间']
A, B = [1, '甲', 100, 50, 50, '2018-06-01'], [1, '乙', 100, 60, 60, '2018-06-01']
count = iter(range(1000))


def read(first, second, again=True, book=True, more=()):
    """The sites of every reserve, and what the import says."""
    n = next(count)
    ws = workspace(f'titles {n}')
    lines = [[first], HEAD, A, [], [second], *([HEAD] * again), B, *more]
    texts = [[None if c is None else str(c) for c in line] + [None] * (6 - len(line)) for line in lines]
    file = xlsx(f'表{n}.xlsx', texts, ['A1:F1', 'A5:F5']) if book else write(f'表{n}.csv', '\n'.join(','.join(c or '' for c in line) for line in texts) + '\n')
    said = imported(ws, file).stdout
    return {r['id']: [x['site'] for x in r['site_list']] for r in status(ws)['reserves'] if r['site_list']}, said


ids = {r['name']: r['id'] for r in status(workspace('names'))['reserves']}
of = lambda name: next(i for n, i in ids.items() if name in n)
LOP, ALTUN, KUNLUN = of('罗布泊'), of('阿尔金山'), of('中昆仑')

for first, reserve in (('罗布泊野骆驼自然保护区矿山治理台账', LOP), ('中昆仑保护区矿山治理情况表', KUNLUN), ('表1 中昆仑保护区', KUNLUN)):
    for second in ('阿尔金山保护区矿山治理台账', '附表2 阿尔金山国家级自然保护区矿山治理台账', '新疆阿尔金山国家级自然保护区治理情况统计表', '表2：阿尔金山保护区', '表2 阿尔金山保护区', '二、阿尔金山自然保护区矿山治理情况', '（二）阿尔金山保护区治理点', '阿尔金山保护区治理点',
                   '阿尔金山片区', '阿尔金山'):
        got, said = read(first, second)
        check(f'{first}, {second}', got, {reserve: ['甲'], ALTUN: ['乙']})
    check(f'{first}, the header once', read(first, '阿尔金山保护区矿山治理台账', again=False)[0], {reserve: ['甲'], ALTUN: ['乙']})
    check(f'{first}, as CSV', read(first, '阿尔金山保护区矿山治理台账', book=False)[0], {reserve: ['甲'], ALTUN: ['乙']})
    got, said = read(first, '保护区外矿山治理台账')
    check(f'{first}, outside: {said}', (got, '保护区外矿山治理台账' in said), ({reserve: ['甲']}, True))
more = [['已关闭矿山'], [2, '丙', 70, 70, 70, '2018-06-01']]
check('a group below the second title', {k: sorted(v) for k, v in read('罗布泊保护区矿山治理台账', '阿尔金山保护区矿山治理台账', more=more)[0].items()}, {LOP: ['甲'], ALTUN: sorted(['丙', '乙'])})

# --- of the same reserve, or remarks ---
for second in ('附表2 已关闭矿山治理台账', '二、已完成治理', '罗布泊保护区矿山治理台账（续）', '罗布泊野骆驼自然保护区探矿权治理台账', '保护区内矿山', '各保护区矿山', '其中阿尔金山保护区1处', '以上不含阿尔金山保护区', '注：不含阿尔金山保护区', '根据阿尔金山保护区管理局意见，以下矿山另行治理', '核心区'):
    got, said = read('罗布泊野骆驼自然保护区矿山治理台账', second)
    check(f'{second}: {said}', {k: sorted(v) for k, v in got.items()}, {LOP: sorted(['甲', '乙'])})
done()
