"""What the names of columns of restoration tables mean: areas of done work under names that no list holds, which of two such columns counts, and names that are none of them; days of stages in columns of their own; areas that nobody calls restored; acceptance of a whole reserve."""
import json
from restoration_support import *
from osgeo import osr

BULGAN = 'bulgan-beaver'


def in_mu(ws, day='2019-12-31'):
    """Required, claimed and accepted, in 亩, by site; None where nothing is required."""
    mu = lambda v: None if v is None else round(v * .0015, 2)
    return {x['site']: tuple(mu(x[k]) for k in ('required_m2', 'claimed_m2', 'accepted_m2')) for x in row(status(ws, day), BULGAN)['site_list']}


def table(name, head, *lines):
    return write(name, '保护区,点位,' + head + '\n' + ''.join(f'布尔根河狸,{line}\n' for line in lines))


# --- an area of done work, by its words: 治理, 修复, 整改 … and 完成, 已 (one name to a file, one file to a site) ---
DONE = ['治理恢复', '恢复治理', '完成', '已完成', '治理完成', '完成治理恢复', '实际治理', '整改', '已整改', '修复', '生态修复', '复垦', '复绿', '恢复植被', '已修复', '整改完成', '矿山地质环境治理']
ws = workspace('done')
said = ''.join(imported(ws, table(f'做{n}.csv', f'{name}面积（亩）,完成时间,是否销号', f'{name},30,2018-05-01,是')).stdout for n, name in enumerate(DONE))
check('restored and closed', in_mu(ws), dict.fromkeys(DONE, (None, 30, 30)))
true(f'nothing is left unread: {said}', 'not read' not in said and 'not used' not in said)
check('and nothing is doubtful', [f['code'] for f in row(status(ws), BULGAN)['findings']], [])
ws = workspace('in time')
imported(ws, table('年度.csv', '应治理面积（亩）,本年修复面积（亩）,累计完成修复面积（亩）,填报日期', '甲,90,10,40,2018-12-31'))
imported(ws, table('分年.csv', '应治理面积（亩）,2017年复垦面积（亩）,2018年复垦面积（亩）', '乙,90,20,30'))
check('new, running and by year', in_mu(ws), {'甲': (90, 40, 0), '乙': (90, 50, 0)})
ws = workspace('accepted')
imported(ws, table('验收.csv', '应治理面积（亩）,修复面积（亩）,销号面积（亩）,完成时间,销号时间', '甲,60,60,40,2018-05-01,2018-06-01'))
imported(ws, table('通过.csv', '应治理面积（亩）,修复面积（亩）,已通过验收面积（亩）,完成时间,验收时间', '乙,60,60,40,2018-05-01,2018-06-01'))
check('accepted in part', in_mu(ws), dict.fromkeys('甲乙', (60, 60, 40)))

# --- what is not done, is planned or is something else is none, and is told ---
OTHER = ['未修复', '未完成', '计划整改', '拟修复', '待复垦', '剩余整改', '拆除', '复垦任务', '应修复', '目标治理', '植被', '实际', '占地', '新增破坏']
ws = workspace('other')
for n, name in enumerate(OTHER):
    said = imported(ws, table(f'非{n}.csv', f'{name}面积（亩）,治理面积（亩）,完成时间', f'{name},30,12,2018-05-01', f'{name}二,30,,')).stdout
    true(f'{name}面积 is told: {said}', f'"{name}面积（亩）" (2 cells)' in said)
sites = in_mu(ws)
check('only what was treated counts', [sites[n] for n in OTHER], [(None, 12, 0)] * len(OTHER))

# --- of two columns the one that is called done counts, whichever stands first; a name of the list before one by its words ---
ws = workspace('two')
for n, (head, line) in enumerate([('治理面积（亩）,完成面积（亩）', '30,12'), ('实际治理面积（亩）,整改面积（亩）', '12,30'), ('整改面积（亩）,治理面积（亩）', '30,12'), ('面积（亩）,修复面积（亩）', '30,12'), ('恢复面积（亩）,已整改面积（亩）', '30,12')]):
    said = imported(ws, table(f'二{n}.csv', head + ',完成时间', f'{n},{line},2018-05-01')).stdout
    true(f'{head}: the other is told: {said}', 'not read' in said)
check('which counts', in_mu(ws), {str(n): (None, 12, 0) for n in range(5)})

# --- a heading that a shapefile cut at ten bytes ---
ws, cut, system = workspace('cut'), FOLDER / '截断.shp', osr.SpatialReference()
system.ImportFromEPSG(4490)
source = ogr.GetDriverByName('ESRI Shapefile').CreateDataSource(str(cut))
layer = source.CreateLayer('截断', system, ogr.wkbPolygon, ['ENCODING=UTF-8'])
feature = None
cells = {'保护区': '布尔根河狸', '点位': '甲', '修复面积': '30亩', '完成日期': '2018-05-01'}
for name in cells:
    layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
feature = ogr.Feature(layer.GetLayerDefn())
for i, cell in enumerate(cells.values()):
    feature.SetField(i, cell)
feature.SetGeometry(ogr.CreateGeometryFromWkt('POLYGON((90 46,90.001 46,90.001 46.001,90 46))'))
layer.CreateFeature(feature)
source = layer = feature = None
said = imported(ws, cut).stdout
true(f'read: {said}', '"修复面" was cut' in said and '修复面积' in said)
check('the figure is kept', [r['value'] for r in rows(ws / 'restoration.gpkg', 'SELECT value FROM records')], ['30亩'])

# --- days of stages: what is sent back leaves, what is accepted again was restored again ---
DAYS = '应治理面积（亩）,治理面积（亩）,完成时间,验收时间,退回时间,重新验收时间'
ws = workspace('returned')
said = imported(ws, table('退回.csv', DAYS, '甲,60,60,2018-05-01,2018-06-01,2018-09-01,2018-12-01', '乙,60,60,2018-05-01,2018-06-01,2018-09-01,', '丙,60,60,2018-05-01,2018-06-01,未退回,', '丁,60,60,2018-05-01,2018-12-01,2018-09-01,/')).stdout
for day, wanted in [('2018-05-15', [60, 0] * 4), ('2018-06-15', [60, 60] * 3 + [60, 0]), ('2018-09-15', [0, 0, 0, 0, 60, 60, 0, 0]), ('2018-12-31', [60, 60, 0, 0, 60, 60, 60, 60])]:
    check(f'sent back, {day}', sum([list(in_mu(ws, day)[x][1:]) for x in '甲乙丙丁'], []), wanted)
b = row(status(ws, '2018-12-31'), BULGAN)
check('three of four', (b['accepted_m2'], b['remaining_m2'], [f['code'] for f in b['findings']]), (120_000, 40_000, []))
true(f'told: {said}', '"退回时间, 重新验收时间" are read as those of their stages (3 rows)' in said and '“退回时间：未退回” (row 4)' in said and 'looks like' not in said)
ws = workspace('again')
said = imported(ws, table('再整改.csv', '应治理面积（亩）,治理面积（亩）,完成时间,验收时间,退回时间,重新整改完成时间,整改状态', '甲,60,60,2018-05-01,2018-06-01,2018-09-01,2018-11-01,退回整改', '乙,60,60,2018-05-01,2018-06-01,2018-09-01,,已销号')).stdout
check('restored again, not accepted', [in_mu(ws, d) for d in ('2018-06-15', '2018-10-01', '2018-12-31')], [dict.fromkeys('甲乙', (60, 60, 60)), dict.fromkeys('甲乙', (60, 0, 0)), {'甲': (60, 60, 0), '乙': (60, 0, 0)}])
true(f'a stage that is done beside a return is told: {said}', '“销号” (row 3)' in said and 'sent back; check' in said)
ws = workspace('sent back in part')  # two figures of one site: the row of 20 is sent back
imported(ws, table('部分.csv', DAYS, '甲,60,40,2018-05-01,2018-06-01,,', '甲,,20,2018-05-02,2018-06-02,2018-09-01,'))
check('the figure of the row', in_mu(ws), {'甲': (60, 40, 40)})

# --- each level of acceptance by its day; a level says nothing of the others ---
LEVELS = '应治理面积（亩）,治理面积（亩）,完成时间,县级验收时间,州级验收时间,区级验收时间,销号时间'
ws = workspace('levels')
imported(ws, table('各级.csv', LEVELS, '甲,60,60,2018-05-01,2018-06-01,2018-07-01,2018-08-01,2018-09-01', '乙,60,60,2018-05-01,2018-06-01,,,', '丙,60,60,2018-05-01,,2018年7月1日,,', '丁,60,60,2018-05-01,未验收,-,,'))
for day, wanted in [('2018-05-31', [0, 0, 0, 0]), ('2018-06-01', [60, 60, 0, 0]), ('2018-12-31', [60, 60, 60, 0])]:
    check(f'levels, {day}', [in_mu(ws, day)[x][2] for x in '甲乙丙丁'], wanted)
check('by stage', sorted((r['site'], r['stage']) for r in rows(ws / 'restoration.gpkg', "SELECT site, stage FROM records WHERE stage LIKE '%accepted' OR stage = 'closed'")),
      [('丙', 'prefecture_accepted'), ('乙', 'county_accepted'), ('甲', 'closed'), ('甲', 'county_accepted'), ('甲', 'prefecture_accepted'), ('甲', 'region_accepted')])
check('no contradiction', row(status(ws), BULGAN)['findings'], [])
ws = workspace('levels in part')
imported(ws, table('部分验收.csv', '应治理面积（亩）,治理面积（亩）,验收面积（亩）,完成时间,县级验收时间,州级验收时间', '甲,60,60,40,2018-05-01,2018-06-01,2018-07-01'))
check('the accepted area', in_mu(ws), {'甲': (60, 60, 40)})
ws = workspace('levels asked')
ASKED = '应治理面积（亩）,治理面积（亩）,完成时间,县级验收,州级验收,是否销号'
said = imported(ws, table('是否各级.csv', ASKED, '甲,60,60,2018-05-01,是,是,是', '乙,60,60,2018-05-01,是,否,否', '丙,60,60,2018-05-01,否,否,否', '丁,60,60,2018-05-01,2018-06-01,,', '戊,60,60,2018-05-01,√,,2018年12月20日', '己,60,60,2018-05-01,某县局,,')).stdout
check('answers', [in_mu(ws)[x][2] for x in '甲乙丙丁戊己'], [60, 60, 0, 60, 60, 0])
check('and their days', [[in_mu(ws, d)[x][2] for x in '丁戊'] for d in ('2018-05-31', '2018-06-01', '2018-12-20')], [[0, 0], [60, 0], [60, 60]])
true(f'what is no answer is told: {said}', '“县级验收：某县局” (row 7)' in said)
ws = workspace('levels against words')
said = imported(ws, table('相反.csv', '应治理面积（亩）,治理面积（亩）,完成时间,县级验收时间,整改状态,是否通过验收,是否销号', '甲,60,60,2018-05-01,2018-06-01,,否,', '乙,60,60,2018-05-01,2018-06-01,,,否', '丙,60,60,2018-05-01,2018-06-01,整改中,,', '丁,60,60,2018-05-01,2018-06-01,已完成整改,,')).stdout
check('denied, not closed, being worked on, done', in_mu(ws), {'甲': (60, 60, 0), '乙': (60, 60, 60), '丙': (60, 0, 0), '丁': (60, 60, 60)})
true(f'told: {said}', '“是否通过验收：否” (row 2)' in said and '1 rows have a day under "验收时间" and no accepted area' in said)

# --- the same of a row with its polygon ---
ws, drawn = workspace('drawn'), FOLDER / '图斑.geojson'
square = [[[90, 46], [90.001, 46], [90.001, 46.001], [90, 46.001], [90, 46]]]
drawn.write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'geometry': {'type': 'Polygon', 'coordinates': square},
                 'properties': {'保护区': '布尔根河狸', '点位': '甲', '完成时间': '2018-05-01', '验收时间': '2018-06-01', '退回时间': '2018-09-01', '重新验收时间': '2018-12-01'}}]}, ensure_ascii=False))
imported(ws, drawn)
area = row(status(ws, '2018-05-01'), BULGAN)['claimed_m2']
of = lambda day: [row(status(ws, day), BULGAN)[k] for k in ('claimed_m2', 'accepted_m2')]
true(f'a square: {area}', 8_000 < area < 9_000)
check('on the map', [of(d) for d in ('2018-05-15', '2018-06-15', '2018-09-15', '2018-12-31')], [[area, 0], [area, area], [0, 0], [area, area]])

# --- a bare area in a list of problems is no work: nothing is claimed, and it is told ---
ws, PROBLEMS = workspace('problems'), '面积（亩）,存在问题,完成时限'
said = imported(ws, table('问题.csv', PROBLEMS, '甲,30,违规采矿,2018-12-31', '乙,15,违规建房,2018-12-31')).stdout
check('nothing is claimed, the deadline stands', (in_mu(ws), row(status(ws, '2019-12-31'), BULGAN)['overdue']), (dict.fromkeys('甲乙', (None, 0, 0)), 2))
true(f'told: {said}', '2 rows have an area under "面积（亩）" alone' in said and '--column measure==治理面积' in said)
ws = workspace('problems told')
imported(ws, '--column', 'measure==治理面积', FOLDER / '问题.csv')
check('treated, when that is said', in_mu(ws), {'甲': (None, 30, 0), '乙': (None, 15, 0)})
imported(ws, table('错数.csv', PROBLEMS, '丙,三十,违规采矿,'), status=3)
ws = workspace('words of work')
imported(ws, table('备注.csv', '面积（亩）,备注', '甲,30,已恢复植被', '乙,15,尚未治理'))
imported(ws, table('整改.csv', '整改面积（亩）,完成时限', '丙,30,2018-12-31'))
imported(ws, table('完成.csv', '整改面积（亩）,完成时间', '丁,30,2018-12-31'))
imported(ws, write('标题.csv', '生态恢复治理情况统计表,,\n保护区,点位,面积（亩）\n布尔根河狸,戊,30\n'))
imported(ws, write('问题标题.csv', '突出问题整改治理清单,,\n保护区,点位,面积（亩）\n布尔根河狸,己,30\n'))
check('remarks, days and titles', {k: v[1] for k, v in in_mu(ws).items()}, {'甲': 30, '乙': 0, '丙': 0, '丁': 30, '戊': 30, '己': 0})
ws = workspace('unanswered')
said = imported(ws, table('未答.csv', '面积（亩）,占地面积（亩）,是否完成整改,完成时间', '甲,30,60,是,', '乙,15,60,否,', '丙,15,60,部分完成,', '丁,15,60,,', '戊,15,60,,2018-05-01')).stdout
check('no answer is not done', [(x['site'], round(x['claimed_m2'] * .0015, 2), round(x['under_way_m2'] * .0015, 2)) for x in row(status(ws), BULGAN)['site_list']],
      [('丁', 0, 15), ('丙', 0, 15), ('乙', 0, 15), ('戊', 15, 0), ('甲', 30, 0)])
true(f'which is told: {said}', '“是否完成整改：” (row 5)' in said)

# --- what the whole reserve has accepted against what its sites have: told, not where both are the same ---
for n, (whole, line, wanted) in enumerate([('90,90,90', '30,30,2018-05-01,', ['60000', '40000']), ('90,90,60', '30,30,2018-05-01,2018-06-01', ['40000', '60000']), ('90,90,90', '30,30,2018-05-01,2018-06-01', [])]):
    ws = workspace(f'levels of acceptance {n}')
    imported(ws, write(f'总{n}.csv', f'保护区,应治理面积（亩）,已治理面积（亩）,已验收面积（亩）,填报日期\n布尔根河狸,{whole},2018-12-31\n'))
    imported(ws, table(f'点{n}.csv', '应治理面积（亩）,治理面积（亩）,完成时间,验收时间', '丙,60,60,2018-05-01,2018-06-01', f'丁,{line}'))
    b = row(status(ws, '2018-12-31'), BULGAN)
    told = [f['text'] for f in found(b, 'levels_may_overlap')]
    true(f'{whole} {line}: {told}', len(told) == len(wanted) // 2 and all(w in told[0] for w in wanted))

done()
