"""The day of a table above its header in all its forms: what lies after it is planned; other days above a header are none of the table."""
from restoration_support import *

TITLE = '罗布泊野骆驼自然保护区矿山治理台账'
HEAD = '序号,矿山,应治理面积（亩）,治理面积（亩）,完成时间,销号时间'
count = iter(range(1000))


def read(above, done, closed, said_too=False):
    """Claimed and accepted in 亩 on 2019-12-31 of 100 done on a day, with lines above the header."""
    n = next(count)
    ws = workspace(f'above {n}')
    said = imported(ws, write(f'表{n}.csv', ''.join(line + '\n' for line in above) + f'{HEAD}\n1,甲,100,100,{done},{closed}\n')).stdout
    r = row(status(ws, '2019-12-31'))
    got = tuple(round(r[k] * .0015, 2) for k in ('claimed_m2', 'accepted_m2'))
    return (got, said, r) if said_too else got


# --- it cannot know of days after it ---
OF_REPORT = ('日期：2018年12月31日', '时间：2018年12月31日', '日期：2018-12-31', '日期 2018/12/31', '日期：2018年12月', '（日期：2018年12月31日）', '填报单位：若羌县自然资源局,,,日期：2018年12月31日',
             '填报单位：若羌县自然资源局    日期：2018年12月31日', '填报单位：若羌县自然资源局    时间：2018.12.31', '若羌县自然资源局（盖章）   2018年12月31日', '若羌县自然资源局 2018年12月31日', '若羌县人民政府2018年12月31日',
             '填报单位：若羌县自然资源局   2018年12月31日', '编制单位：罗布泊保护区管理局 2018.12.31', '2018年12月31日　单位：公顷', '单位：亩        2018年12月31日', '单位：亩 二〇一八年十二月三十一日', '2018年12月31日 若羌县自然资源局',
             '数据更新至2018年12月31日', '更新至2018年12月', '统计时段：2018年1-12月', '统计期间：2018年1月至12月', '报告期：2018年第四季度', '至2018年12月31日', '2018年12月31日更新', '填报单位：若羌县 日期：20181231')
for line in OF_REPORT:
    got, said, r = read((TITLE, line), '2019-05-31', '2019-06-30', True)
    check(f'{line}: done later', (got, len(found(r, 'planned_day'))), ((0, 0), 1))
    check(f'{line}: done before', read((TITLE, line), '2018-05-31', '2018-06-30'), (100, 100))
for title in (TITLE + '2018年12月31日', TITLE + '2018年12月', TITLE + ' 2018.12.31', TITLE + '20181231', TITLE + '（附表1）2018年12月31日'):
    check(f'{title}: done later', read((title,), '2019-05-31', '2019-06-30'), (0, 0))
    check(f'{title}: done before', read((title,), '2018-05-31', '2018-06-30'), (100, 100))
check('the day that is called that of the report goes first', [read((TITLE, f'{label}：2018年12月31日', '日期：2019年12月1日'), '2019-05-31', '2019-06-30') for label in ('填报日期', '截至')], [(0, 0)] * 2)
got, said, _ = read((TITLE, '日期：2018年12月31日'), '2019-05-31', '2019-06-30', True)
true(f'told: {said}', '2019-05-31' in said and '2018-12-31' in said)

# --- days of letters, inspections, deadlines, and years are not that of the table ---
for line in ('根据2017年12月31日自治区通报', '根据自治区2017年12月31日通报', '附件（新环发〔2017〕12号，2017年8月1日印发）', '若羌县自然资源局2017年8月1日印发', '（2017年中央环保督察反馈）', '中央环保督察组2017年12月31日反馈问题整改情况', '（2017年12月下达）', '检查时间：2017年8月1日',
             '检查日期：2017-08-01', '督察时间：2017年8月1日 单位：亩', '整改时间：2017年12月31日', '时间：2017年12月31日前', '时间：2017年12月起', '整改时限：2017年12月31日', '验收日期：2017年12月31日', '发文日期：2017年8月1日', '卫星影像时间：2017年8月1日', '单位：亩 根据2017年8月1日影像', '时间：2017年',
             '单位：亩 2017年', '若羌县自然资源局2017年12月31日文件', '批准单位：若羌县人民政府（2017年8月1日批准）', '填报单位：若羌县2017年8月1日成立的工作组', '依据若羌县人民政府 2017年8月1日', '图号：20170801号'):
    got, said, r = read((TITLE, line), '2018-05-31', '2018-06-30', True)
    check(f'{line} is no day of the table: {said}', (got, r['findings']), ((100, 100), []))
for title in (TITLE + '（2017年排查）', '2017年' + TITLE, '罗布泊野骆驼自然保护区2017年12月督察反馈问题治理情况', '罗布泊野骆驼自然保护区2017年排查问题台账', '罗布泊野骆驼自然保护区绿盾2017专项行动（2017年7月）问题整改台账', TITLE + '2017'):
    check(f'{title} is no day of the table', read((title,), '2018-05-31', '2018-06-30'), (100, 100))
done()
