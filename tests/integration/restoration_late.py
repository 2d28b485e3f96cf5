"""A report cannot know what happened after its day: later days of completion and acceptance are planned ones."""
from restoration_support import *

RESERVE_ID = next(r['id'] for r in status(workspace('names'))['reserves'] if '西天山' in r['name'])
HEAD = '保护区,矿山,应治理面积（亩）,治理面积（亩）,完成时间,销号时间'


def in_mu(ws, day='2019-12-31'):
    """Claimed, accepted, remaining in 亩, by site."""
    mu = lambda m2: None if m2 is None else round(m2 * .0015, 2)
    return {x['site']: (mu(x['claimed_m2']), mu(x['accepted_m2']), mu(x['remaining_m2'])) for x in row(status(ws, day), RESERVE_ID)['site_list']}


def table(name, head, *lines, title=''):
    return write(name + '.csv', title + head + '\n' + ''.join(f'西天山,{line}\n' for line in lines))


# --- the day of the report above the header, in a column, by option ---
LATE = [('2019-05-31', '2019-06-30'), ('2019年5月', '2019年6月'), ('2019年5月31日', '2019年'), ('2019.5.31', '2019/6/30'), ('2019', '2019')]
WAYS = [('above', '截至2018年12月31日\n', '', []), ('filled in', '填报日期：2018-12-31\n', '', []), ('column', '', '填报日期', []), ('until', '', '截至日期', []), ('option', '', '', ['--reported-on', '2018-12-31'])]
for way, title, column, options in WAYS:
    for n, (done_on, closed_on) in enumerate(LATE):
        ws = workspace(f'{way} {n}')
        more, cell = (',' + column, ',2018-12-31') if column else ('', '')
        said = imported(ws, *options, table(f'{way}{n}', HEAD + more, f'甲,100,100,{done_on},{closed_on}{cell}', f'乙,100,100,2018-05-31,2018-06-30{cell}', f'丙,100,100,2018-05-31,{closed_on}{cell}', title=title)).stdout
        for day in ('2018-12-31', '2019-12-31', '2030-01-01'):
            check(f'{way}: {done_on}, {closed_on} on {day}', in_mu(ws, day), {'甲': (0, 0, 100), '乙': (100, 100, 0), '丙': (100, 0, 100)})
        r = row(status(ws, '2030-01-01'), RESERVE_ID)
        check(f'{way}: told, and due', (len(found(r, 'planned_day')), [s['site'] for s in r['site_list'] if s['overdue']]), (2, ['丙', '甲']))
        true(f'{way}: told on import: {said}', 'report of 2018-12-31)' in said and '(row ' in said)

# --- how the day of the report is written above the header ---
END = ['截至2018年底', '截至2018年末', '截至2018年年底', '截至2018年', '截至2018年第四季度', '截至2018年四季度末', '截至2018年下半年', '截至二〇一八年十二月三十一日', '截至二零一八年底', '截至18年12月31日', '截至到2018年12月底', '统计时间：2018年第四季度', '统计时间：2018年1月1日至2018年12月31日', '统计时间：2018年1-12月',
       '统计日期：2018年1月1日—12月31日', '数据时点：2018年12月31日', '统计时点为2018年12月', '编制日期：2018年12月28日', '西天山矿山治理台账（2018年12月31日）', '西天山矿山治理台账（2018年12月）', '西天山矿山治理台账（2018年第四季度）', '（数据截至2018年底）', '2018年12月31日', '（2018年12月）', '二〇一八年十二月',
       '2018年12月西天山治理情况月报', '2018年第四季度治理情况季报', '西天山治理情况年报（2018年）', '2018年下半年半年报', '报送时间：2018.12.31', '截至 2018 年 12 月 31 日 24 时']
for n, title in enumerate(END):
    ws = workspace(f'written {n}')
    said = imported(ws, table(f'写法{n}', HEAD, '甲,100,100,2019-05-31,2019-06-30', '乙,100,100,2018-05-31,2018-06-30', title=title + ',' * 5 + '\n')).stdout
    check(f'{title}: 甲 is planned', (in_mu(ws), len(found(row(status(ws, '2019-12-31'), RESERVE_ID), 'planned_day'))), ({'甲': (0, 0, 100), '乙': (100, 100, 0)}, 1))
    true(f'{title}: told: {said}', '(row ' in said and 'can be read' not in said)
for n, (title, day) in enumerate((('截至2018年第三季度', '2018-09-30'), ('截至2018年上半年', '2018-06-30'), ('截至2018年底', '2018-12-31'), ('治理台账（2018年10月）', '2018-10-31'))):
    ws = workspace(f'two reports {n}')
    imported(ws, table(f'前期{n}', '保护区,矿山,应治理面积（亩）,已治理面积（亩）,已验收面积（亩）', '甲,100,50,30', title=title + '\n'))
    imported(ws, table(f'后期{n}', '保护区,矿山,应治理面积（亩）,已治理面积（亩）,已验收面积（亩）', '甲,100,80,60', title='截至2019年6月底\n'))
    check(f'{title}, then June', [in_mu(ws, d)['甲'] for d in (day, '2019-12-31')], [(50, 30, 70), (80, 60, 40)])

# --- what is no day: told where it says 截至; other days in titles are not those of the report ---
for n, title in enumerate(('截至目前', '截至本期', '统计时间：今年以来', '截至上月底')):
    ws = workspace(f'unread {n}')
    said = imported(ws, table(f'未读{n}', HEAD, '甲,100,100,2019-05-31,2019-06-30', title=title + '\n')).stdout
    true(f'{title}: told: {said}', 'warning' in said and title.split('：')[-1] in said and '--reported-on' in said)
    said = imported(ws, '--reported-on', '2018-12-31', table(f'未读给{n}', HEAD, '乙,100,100,2019-05-31,2019-06-30', title=title + '\n')).stdout
    true(f'{title}: not where it is given: {said}', 'can be read' not in said)
for n, title in enumerate(('中央环保督察（2018年6月）反馈问题整改台账', '2018年6月督察反馈问题整改台账', '西天山矿山治理台账（2016—2018年）', '整改时限：截至2018年底', '整改截止时间：2018年12月31日', '西天山矿山（2018年前设立）', '填报日期：    年  月  日', '台账（2018）', '新国土资发〔2018〕12号')):
    ws = workspace(f'no day {n}')
    said = imported(ws, table(f'非日期{n}', HEAD, '甲,100,100,2019-05-31,2019-06-30', title=title + '\n')).stdout
    check(f'{title} is no day of a report', (in_mu(ws), 'can be read' in said), ({'甲': (100, 100, 0)}, False))

# --- what must still count: the day itself, a month or year that the report lies in, earlier ones, no day of a report ---
for n, (done_on, closed_on) in enumerate([('2018-05-31', '2018-12-31'), ('2018年5月', '2018年12月'), ('2018', '2018'), ('2018年12月', '2018-12-31')]):
    ws = workspace(f'in time {n}')
    imported(ws, table(f'及时{n}', HEAD, f'甲,100,100,{done_on},{closed_on}', title='截至2018年12月31日\n'))
    check(f'{done_on}, {closed_on}', (in_mu(ws), found(row(status(ws), RESERVE_ID), 'planned_day')), ({'甲': (100, 100, 0)}, []))
ws = workspace('mid year')
imported(ws, table('年中', HEAD, '甲,100,100,2018,2018年10月', title='截至2018年10月15日\n'))
check('a year and a month that are not over', in_mu(ws), {'甲': (100, 100, 0)})
ws = workspace('no day')
imported(ws, table('无报告日', HEAD, '甲,100,100,2019-05-31,2019-06-30'))
check('without a day of the report', [in_mu(ws, d)['甲'] for d in ('2018-12-31', '2019-12-31')], [(0, 0, 100), (100, 100, 0)])
ws = workspace('days of rows')
imported(ws, '--reported-on', '2018-12-31', table('各行日期', '保护区,矿山,应治理面积（亩）,治理面积（亩）,治理阶段,日期', '甲,100,100,治理恢复,2019-05-31'))
check('the option is for rows without a day', in_mu(ws), {'甲': (100, 0, 100)})

# --- the next report says that it is done; a later one that it is not ---
for way, options in (('above', lambda d: []), ('option', lambda d: ['--reported-on', d])):
    ws = workspace('next ' + way)
    for day in ('2018-12-31', '2019-09-30'):
        imported(ws, *options(day), table(f'{way}{day}', HEAD, '甲,100,100,2019-05-31,2019-06-30', title='' if options(day) else f'截至{day}\n' + ',' * 5 + '\n'))
    check(f'{way}: planned in December, done in June', [in_mu(ws, d)['甲'] for d in ('2018-12-31', '2019-05-30', '2019-06-30', '2019-12-31')], [(0, 0, 100), (0, 0, 100), (100, 100, 0), (100, 100, 0)])
ws = workspace('not done')
imported(ws, table('一八', HEAD, '甲,100,100,2019-05-31,2019-06-30', title='截至2018年12月31日\n'))
imported(ws, table('一九', '保护区,矿山,应治理面积（亩）,已治理面积（亩）,销号时间', '甲,100,40,', title='截至2019年9月30日\n'))
r = row(status(ws, '2019-12-31'), RESERVE_ID)
check('40 of 100', (in_mu(ws), [f['code'] for f in r['findings'] if 'fell' in f['code'] or 'exceeds' in f['code']]), ({'甲': (40, 0, 100)}, []))

# --- other columns: levels of acceptance, areas, stages, remarks in brackets, areas that are called done ---
ws = workspace('columns')
imported(ws, table('各列', '保护区,矿山,应治理面积（亩）,治理面积（亩）,完成时间,县级验收时间,州级验收时间,治理阶段', '甲,100,100,2018-05-01,2018-06-01,2019-06-30,', '乙,100,100,2018-05-01,2019-06-01,2019-06-30,', '丙,100,100,2018-05-01,,,已销号（2019-06-30）', '丁,100,100,2019-05-01,,,治理恢复', '戊,100,100,2019-05-01,,,', title='截至2018年12月31日\n'))
check('each by its own', in_mu(ws), {'甲': (100, 100, 0), '乙': (100, 0, 100), '丙': (100, 0, 100), '丁': (0, 0, 100), '戊': (0, 0, 100)})
ws = workspace('done so far')
imported(ws, table('已治理', '保护区,矿山,应治理面积（亩）,已治理面积（亩）,验收面积（亩）,完成时间,验收时间', '甲,100,60,60,2019-05-31,2019-06-30', title='截至2018年12月31日\n'))
check('what is called done is done, and not accepted', in_mu(ws), {'甲': (60, 0, 100)})
ws = workspace('stage of a day')
imported(ws, table('阶段日期', '保护区,矿山,治理面积（亩）,治理阶段,日期,填报日期', '甲,100,销号,2019-06-30,2018-12-31', '乙,100,销号,2018-06-30,2018-12-31'))
check('a stage of a day after the row was filled in', {k: v[:2] for k, v in in_mu(ws).items()}, {'甲': (0, 0), '乙': (100, 100)})
ws = workspace('workbook')
imported(ws, xlsx('月报.xlsx', [['治理台账（截至2018年12月31日）'], HEAD.split(','), ['西天山', '甲', '100', '100', '43616', '43646'], ['西天山', '乙', '100', '100', '43251', '43281']], []))
check('days as a workbook keeps them', in_mu(ws), {'甲': (0, 0, 100), '乙': (100, 100, 0)})

# --- polygons ---
square = {'type': 'Polygon', 'coordinates': [[[89.85, 44.33], [89.852, 44.33], [89.852, 44.331], [89.85, 44.331], [89.85, 44.33]]]}
for n, (day, expected) in enumerate((('2018-12-31', (0, 0)), ('2019-12-31', (17725.57, 17725.57)))):
    ws = workspace(f'drawn {n}', with_map=True)
    fields = {'保护区': '奇台荒漠类草地', '矿山名称': '甲', '应治理面积（公顷）': 1.772557, '完成时间': '2019-05-01', '验收时间': '2019-06-01', '填报日期': day}
    imported(ws, write(f'图{n}.geojson', json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': fields, 'geometry': square}]}, ensure_ascii=False)))
    r = row(status(ws, '2019-12-31'), 'qitai-desert-grassland')
    check(f'drawn, reported on {day}', (r['verified_m2'], r['accepted_m2']), expected)
done()
