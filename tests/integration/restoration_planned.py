"""Planned days are not done days; lower bounds that are met exactly; ground that only the rounding of corners leaves open. Every figure is worked out by hand."""
import re
from osgeo import osr
from restoration_support import *

WEST = 'west-tianshan'
DAYS = ('2010-01-01', '2018-12-30', '2019-03-31', '2030-01-01')


def in_mu(s, reserve):
    """Claimed, accepted, remaining in 亩, overdue, by site."""
    mu = lambda m2: None if m2 is None else round(m2 * .0015, 2)
    return {x['site']: (mu(x['claimed_m2']), mu(x['accepted_m2']), mu(x['remaining_m2']), x['overdue']) for x in row(s, reserve)['site_list']}


def sites(ws, day='2019-03-31', reserve=None):
    return in_mu(status(ws, day), reserve or RESERVE)


def table(name, head, *lines, title=''):
    return write(name, title + '保护区,治理点,' + head + '\n' + ''.join(f'西天山,{line}\n' for line in lines))


RESERVE = next(r['id'] for r in status(workspace('names'))['reserves'] if '西天山' in r['name'])

# --- a day by which something is to be done: nothing is done by it, on any day, and it is the deadline ---
for n, word in enumerate(['2018年12月底前', '2018年12月31日前完成', '2018年底前完成', '2018年12月31日之前', '2018年12月31日以前', '力争2018年底完成', '计划2018年完成', '拟于2018年12月销号', '预计2018年12月31日', '将于2018年底完成', '确保2018年12月底前完成']):
    ws = workspace(f'planned {n}')
    said = imported(ws, table(f'期限{n}.csv', '破坏面积（亩）,治理面积（亩）,完成时间,销号时间', f'甲,120,120,{word},', f'乙,90,90,2018-06-01,{word}', '丙,30,30,2018-06-01,2018-09-01')).stdout
    for day in DAYS:
        late = day > '2018-12-31'
        check(f'{word} on {day}', {k: v for k, v in sites(ws, day).items() if k != '丙'}, {'甲': (0, 0, 120, late), '乙': (90 if day > '2018-06-01' else 0, 0, 90, late)})
    check(f'{word}: what is done stays done', sites(ws)['丙'], (30, 30, 0, False))
    check(f'{word} is told in the state', len(found(row(status(ws), RESERVE), 'planned_day')), 2)
    true(f'{word} is told on import: {said}', word in said and 'planned or asked for' in said)
ws = workspace('another deadline')
imported(ws, table('另有时限.csv', '破坏面积（亩）,治理面积（亩）,完成时间,整改时限', '甲,120,120,2018年6月底前,2018年12月底前'))
check('a deadline that is stated holds', [sites(ws, d)['甲'] for d in ('2018-12-31', '2019-01-01')], [(0, 0, 120, False), (0, 0, 120, True)])
ws = workspace('done before')
imported(ws, table('完成.csv', '破坏面积（亩）,治理面积（亩）,整改情况,完成时间', '甲,120,120,已完成,2018年12月底前'))
check('what is said to be done is', sites(ws)['甲'][0], 120)
ws = workspace('levels')
imported(ws, table('各级.csv', '破坏面积（亩）,治理面积（亩）,完成时间,县级验收时间,州级验收时间', '甲,120,120,2018-06-01,2018-07-01,2018年12月底前', '乙,120,120,2018-06-01,2018年12月底前,'))
check('acceptance of a level that is planned', sites(ws), {'甲': (120, 120, 0, False), '乙': (120, 0, 120, True)})

# --- a table that is a plan: its days are planned, however they are written ---
HEAD = '破坏面积（亩）,治理面积（亩）,回填方量（万m³）,完成时间,销号时间'
LINES = ('甲,120,120,3,2018-10-31,2018-12-31', '乙,180,180,,2018年10月,2018年12月底前', '丙,30,30,,,')
for n, (title, plan) in enumerate([('西天山矿山治理恢复方案表', True), ('整改实施方案', True), ('2018年整改计划', True), ('治理方案落实情况表', False), ('《矿山治理方案》整改台账', False), ('西天山矿山治理任务分解表', True), ('2018年度矿山地质环境治理任务清单', True), ('整改时间表', True), ('治理目标责任表', True), ('西天山整改任务书', True), ('倒排工期表', True), ('挂图作战表', True), ('问题整改清单', True), ('责任分工表', True), ('整改任务一览表', True),
                                     ('任务分解表完成情况', False), ('任务清单销号情况统计表', False), ('治理任务落实台账', False), ('已完成整改任务清单', False), ('治理成果表', False), ('西天山矿山治理统计表', False)]):
    ws = workspace(f'title {n}')
    imported(ws, table(f'标题{n}.csv', HEAD, *LINES, title=title + ',,,,,,\n'))
    s = status(ws)
    got, r = in_mu(s, RESERVE), row(s, RESERVE)
    if plan:
        check(title, got, {'甲': (0, 0, 120, True), '乙': (0, 0, 180, True), '丙': (0, 0, 30, False)})
        check(f'{title}: nothing has begun', (r['status'], r['claimed_m2'], r['accepted_m2'], r['backfill_m3']), ('not_started', 0, 0, 0))
        check(f'{title}: told', len(found(r, 'planned_day')), 3)
    else:
        check(title, got, {'甲': (120, 120, 0, False), '乙': (180, 0, 180, True), '丙': (30, 0, 30, False)})

ws = workspace('list with states')
imported(ws, table('清单有状态.csv', HEAD + ',整改状态', *(line + ',已销号' for line in LINES[:1]), title='2018年整改任务清单,,,,,,,\n'))
check('a list of tasks that tells how far they are', sites(ws, DAYS[-1])['甲'][:2], (120, 120))
ws = workspace('竣工')
imported(ws, table('竣工.csv', '应治理面积（亩）,竣工时间', '甲,120,2018-06-01', '乙,90,'))
check('竣工时间 is a day of completion', [s['stage'] for s in row(status(ws), RESERVE)['site_list'] if s['site'] == '甲'], ['restored'])

# --- prose under 整改情况 ---
ws = workspace('prose')
imported(ws, table('情况.csv', '应治理面积（亩）,治理面积（亩）,整改情况,完成时间', '甲,30,30,计划2019年完成,', '乙,30,30,拟于2019年销号,', '丙,30,30,"已销号，后被退回",2018-06-01', '丁,30,30,"退回后重新整改，已销号",2018-06-01',
                   '戊,30,30,"已完成治理，计划2019年销号",2018-06-01', '己,30,30,"未被退回，已完成整改",2018-06-01', '庚,30,30,"尚未完成，力争2019年6月底前完成",'))
for day in ('2018-06-01', '2019-03-31', '2020-01-01'):
    late = day > '2019-12-31'
    check(f'prose on {day}', {k: (*v[:1], v[3]) for k, v in sites(ws, day).items()}, {'甲': (0, late), '乙': (0, late), '丙': (0, False), '丁': (30, False), '戊': (30, late), '己': (30, False), '庚': (0, late)})
ws = workspace('return after a report')
imported(ws, table('九月.csv', '应治理面积（亩）,治理面积（亩）,整改情况,完成时间,销号时间,填报日期', '丙,30,30,已销号,2018-06-01,2018-08-01,2018-09-30'))
check('closed', sites(ws)['丙'], (30, 30, 0, False))
imported(ws, table('十二月.csv', '应治理面积（亩）,治理面积（亩）,整改情况,完成时间,销号时间,填报日期', '丙,30,30,"已销号，后被退回",2018-06-01,2018-08-01,2018-12-31'))
check('and sent back', [sites(ws, d)['丙'] for d in ('2018-12-30', '2018-12-31')], [(30, 30, 0, False), (0, 0, 30, False)])

# --- 实际完成时间 beside 计划完成时间 ---
ws = workspace('actual')
imported(ws, table('实际.csv', '应治理面积（亩）,治理面积（亩）,计划完成时间,实际完成时间,实际销号时间', '甲,30,30,2018-12-31,,', '乙,30,30,2018-12-31,2018-11-30,', '丙,30,30,2018-12-31,2018-11-30,2018-12-10', '丁,30,30,2018-12-31,,2018-12-10'))
check('by what is actual', [sites(ws, d) for d in ('2018-11-29', '2019-03-31')],
      [{'甲': (0, 0, 30, False), '乙': (0, 0, 30, False), '丙': (0, 0, 30, False), '丁': (0, 0, 30, False)}, {'甲': (0, 0, 30, True), '乙': (30, 0, 30, True), '丙': (30, 30, 0, False), '丁': (30, 30, 0, False)}])

# --- a lower bound that is met exactly ---
for n, (bound, code) in enumerate([('3500余亩', 1), ('3500多亩', 1), ('3500亩以上', 1), ('超过3500亩', 1), ('不少于3500亩', 1), ('至少3500亩', 1), ('≥3500亩', 1), ('近3500亩', 0), ('3500亩', 0)]):
    for accepted, more in (('3500亩', 0), ('3600亩', 1)):
        ws = workspace(f'bound {n} {more}')
        imported(ws, table(f'下限{n}{more}.csv', '应治理面积,治理面积,验收面积,完成时间,验收时间', f'甲,{bound},{accepted},{accepted},2017-10-31,2018-01-10'))
        r = row(status(ws), RESERVE)
        check(f'{bound}, {accepted} accepted', (r['status'], len(found(r, 'lower_bound_met'))), ('basically_complete', 1) if code and not more else ('complete', 0))
ws = workspace('all of it')
imported(ws, table('全部.csv', '应治理面积,治理面积,完成时间,阶段', '甲,3500余亩,3500亩,2017-10-31,治理恢复'), table('销号.csv', '阶段,日期', '甲,销号,2018-01-10'))
check('an acceptance of the whole says that it is all', row(status(ws), RESERVE)['status'], 'complete')

# --- polygons: corners that were rounded apart, and strips that are really missing ---
GRASS, NAME = 'kalamaili', '卡拉麦里'
plane, degrees = osr.SpatialReference(), osr.SpatialReference()
plane.ImportFromEPSG(4518), degrees.ImportFromEPSG(4490)
for system in (plane, degrees):
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
to_degrees = osr.CoordinateTransformation(plane, degrees)
X, Y = 30447523, 5024060


def pit(west, east, system, digits=None, north=200):
    corners = [(X + x, Y + y) for x, y in ((west, 0), (east, 0), (east, north), (west, north), (west, 0))]
    if system == 4490:
        corners = [[round(v, digits) if digits else v for v in to_degrees.TransformPoint(*c)[:2]] for c in corners]
    return {'type': 'Polygon', 'coordinates': [corners]}


def drawn(name, system, *features, **more):
    text = {'type': 'FeatureCollection', 'crs': {'type': 'name', 'properties': {'name': f'urn:ogc:def:crs:EPSG::{system}'}},
            'features': [{'type': 'Feature', 'properties': {'保护区': NAME, '治理点': '坑', '治理阶段': stage, '完成日期': day, **more}, 'geometry': g} for stage, day, g in features]}
    return write(name + '.geojson', json.dumps(text, ensure_ascii=False))


def state(ws, day='2019-03-31'):
    return row(status(ws, day), GRASS)


def areas(finding):
    return [float(a.replace(',', '')) for a in re.findall(r'([\d.,]+) m²', finding['text'])]


def codes(r):
    return sorted(f['code'].split('.')[1] for f in r['findings'])


for n, (to, since) in enumerate([(200, 150), (180, 120), (299, 1), (250.5, 33.3)]):
    ws = workspace(f'overlap {n}', with_map=True)
    imported(ws, drawn(f'重叠{n}', 4518, ('破坏', '2015-06-01', pit(0, 300, 4518)), ('治理恢复', '2018-06-01', pit(0, to, 4518)), ('治理恢复', '2018-09-01', pit(since, 300, 4518))))
    true(f'two claims that overlap restore no more than there is: {codes(state(ws))}', 'restored_exceeds_disturbed' not in codes(state(ws)))
ws = workspace('too much', with_map=True)
imported(ws, drawn('多出', 4518, ('破坏', '2015-06-01', pit(0, 300, 4518)), ('治理恢复', '2018-06-01', pit(0, 301, 4518))))
r = state(ws)
true(f'a metre too much is found: {codes(r)}', 'restored_exceeds_disturbed' in codes(r) and 'beyond_site' in codes(r))
true('the figures told apart are different', len(set(areas(found(r, 'restored_exceeds_disturbed')[0]))) == 2)

damage = drawn('破坏度', 4490, ('破坏', '2015-06-01', pit(0, 300, 4490, 7)), 整改时限='2018-12-31')
ws = workspace('rounded corners', with_map=True)
imported(ws, damage, drawn('治理米', 4518, ('治理恢复', '2018-06-01', pit(0, 300, 4518)), ('销号', '2018-09-01', pit(0, 300, 4518))))
r = state(ws)
check('degrees with 7 decimals and metres are one pit', (r['status'], r['remaining_m2'], r['overdue'], codes(r)), ('complete', 0, 0, ['within_corners']))
told = found(r, 'within_corners')[0]
true(f'what was passed over is told, and small: {told["text"]}', 0.01 < areas(told)[0] < 1000 * .016)
for missing, least in ((1, 195), (.5, 95)):  # of 200 m
    ws = workspace(f'missing {missing}', with_map=True)
    imported(ws, damage, drawn(f'缺条{missing}', 4518, ('治理恢复', '2018-06-01', pit(missing, 300, 4518)), ('销号', '2018-09-01', pit(missing, 300, 4518))))
    r = state(ws)
    true(f'a strip of {missing} m is missing: {r["remaining_m2"]}, {r["status"]}', r['remaining_m2'] > least and r['status'] == 'basically_complete' and r['overdue'] == 1)

# a narrow strip that hangs together with those of the rounding
for n, missing in enumerate((.05, .1, .03)):
    for side in ('west', 'south'):
        ws = workspace(f'thin {n} {side}', with_map=True)
        west, south = (missing, 0) if side == 'west' else (0, missing)
        left = {'type': 'Polygon', 'coordinates': [[(X + x, Y + y) for x, y in ((west, south), (300, south), (300, 200), (west, 200), (west, south))]]}
        imported(ws, damage, drawn(f'窄{n}{side}', 4518, ('治理恢复', '2018-06-01', left), ('销号', '2018-09-01', left)))
        r = state(ws)
        least = missing * (200 if side == 'west' else 300) * .7
        true(f'a strip of {missing} m in the {side} is missing: {r["remaining_m2"]}, {r["status"]}', r['remaining_m2'] > least and r['status'] == 'basically_complete')

# --- a feature without geometry ---
ws = workspace('undrawn', with_map=True)
said = imported(ws, drawn('无图', 4490, ('治理恢复', '2018-06-01', pit(0, 100, 4490)), ('治理恢复', '2018-07-01', None))).stdout
true(f'a feature without geometry is told: {said}', 'neither geometry nor an area' in said and '坑' in said)
done()
