"""Restoration tables as offices draw them: headings that a shapefile cuts, dashes for nothing, the unit above the table, names below it, serial numbers."""
from restoration_support import *
import json
from osgeo import osr

BULGAN = 'bulgan-beaver'
MU = 2000 / 3


def sites(ws, reserve=BULGAN, day='2019-03-31'):
    """claimed and accepted in 亩, by site."""
    return {x['site']: tuple(round(x[k] / MU, 2) for k in ('claimed_m2', 'accepted_m2')) for x in row(status(ws, day), reserve)['site_list']}


def shapefile(name, headings, rows):
    """UTF-8, whatever becomes of the headings; each row is a square further to the east."""
    path, system = FOLDER / f'{name}.shp', osr.SpatialReference()
    system.ImportFromEPSG(4490)
    source = ogr.GetDriverByName('ESRI Shapefile').CreateDataSource(str(path))
    layer = source.CreateLayer(name, system, ogr.wkbPolygon, ['ENCODING=UTF-8'])
    for h in headings:
        layer.CreateField(ogr.FieldDefn(h, ogr.OFTString))
    for n, values in enumerate(rows):
        feature = ogr.Feature(layer.GetLayerDefn())
        for i, v in enumerate(values):
            feature.SetField(i, v)
        x = 90 + n / 100
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f'POLYGON(({x} 46,{x + .001} 46,{x + .001} 46.001,{x} 46.001,{x} 46))'))
        layer.CreateFeature(feature)
    source = layer = None
    return path


# --- headings of three characters: what begins known names of one meaning is read, the rest is named; damage is no restoration ---
ws = workspace('cut')
rows_of = [('布尔根河狸', '甲', '破坏', '9', '亩', '2018-06-30', '2018-12-31', 'x'), ('布尔根河狸', '乙', '治理恢复', '6', '亩', '2018-06-30', '2018-12-31', 'y')]
file = shapefile('截断', ['保护区', '矿山名称', '治理阶段', '治理面积', '面积单位', '完成日期', '完成时限', '图斑号'], rows_of)
said = imported(ws, file).stdout
check('read as', [f'"{h}" was cut' in said for h in ('治理阶', '治理面', '面积单', '完成日', '矿山名')], [True] * 5)
true(f'may be two: {said}', '"完成时"' in said and '完成时间' in said and '完成时限' in said and '图斑号' not in said and 'warning' in said)
got = {x['site']: (x['claimed_m2'], x['disturbed_m2']) for x in row(status(ws), BULGAN)['site_list']}
check('damage stays damage', (got['甲'][0], got['甲'][1] > 5000, got['乙'][0] > 3000), (0, True, True))
check('on its day', [r['day'].replace('/', '-') for r in rows(ws / 'restoration.gpkg', 'SELECT day FROM records')], ['2018-06-30'] * 2)

# --- the byte of the next character tells 治理面积 from 治理面貌; 完成时间 and 完成时限 share it: named, and read as they are shown or by a whole name ---
ws = workspace('bytes')
file = shapefile('字节', ['保护区', '矿山名称', '治理阶段', '完成日期', '治理面貌', '治理面积', '面积单位'], [('布尔根河狸', '甲', '治理恢复', '2018-06-30', '7', '6', '亩')])
said = imported(ws, file).stdout
true(f'the area alone: {said}', '"治理面#6" was cut' in said and '"治理面#5" was cut' not in said)
check('its figure', sites(ws), {'甲': (6, 0)})
ws = workspace('same byte')
file = shapefile('同字节', ['保护区', '矿山名称', '治理阶段', '治理面积', '面积单位', '完成时间', '完成时限'], [('布尔根河狸', '甲', '治理恢复', '6', '亩', '2018-06-30', '2018-12-31')])
said = imported(workspace('open'), file).stdout
true(f'both are named: {said}', all(f'"{h}" seems to be cut' in said for h in ('完成时', '完成_1')))
imported(ws, '--column', 'date=完成时', '--column', 'deadline=完成_1', '--column', 'stage=治理阶段', file)
check('as they are shown', [(r['day'].replace('/', '-'), r['deadline'].replace('/', '-'), r['stage'] is not None) for r in rows(ws / 'restoration.gpkg', 'SELECT day, deadline, stage FROM records')], [('2018-06-30', '2018-12-31', True)])
true('a whole name that two may bear', '完成时限' in imported(workspace('whole'), '--column', 'deadline=完成时限', file, status=3).stderr)

# --- polygons without a stage do not count as restored where a column that is not read seems to hold stages ---
for headings, value, words in [(['保护区', '矿山名称', '图斑阶段'], '弃渣', '图斑阶'), (['保护区', '矿山名称', 'JD'], '破坏', 'JD'), (['保护区', '矿山名称', '整治状态'], 'x', '整治状')]:
    ws = workspace(f'stageless {words}')
    file = shapefile(f'无阶段{words}', headings, [('布尔根河狸', '甲', value)])
    r = redline('restoration', 'import', '-w', ws, file)
    if words == 'JD' or '阶段' in words or '状态' in words:
        true(f'{words} is refused: {r.stderr}', r.returncode == 3 and f'"{words}"' in r.stderr and '--column' in r.stderr)
    else:
        true(f'{words} is named: {r.stdout}', r.returncode == 0 and 'warning' in r.stdout and words in r.stdout)
ws = workspace('stageless')
geo = FOLDER / '状态.geojson'
geo.write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': {'保护区': '布尔根河狸', '图斑状态': '破坏'}, 'geometry': {'type': 'Polygon', 'coordinates': [[[90, 46], [90.001, 46], [90.001, 46.001], [90, 46]]]}}]}, ensure_ascii=False))
true('refused', '"图斑状态"' in imported(ws, geo, status=3).stderr)
imported(ws, '--column', 'stage=图斑状态', geo)
check('read when it is said', [r['stage'] for r in rows(ws / 'restoration.gpkg', 'SELECT stage FROM records')], ['disturbed'])

# --- dashes, 无, 未验收 and 0 are empty cells; 0 means that nothing was done, and what contradicts it is refused ---
ws = workspace('empty')
head = '编号,保护区,矿山名称,应治理面积（亩）,治理面积（亩）,日期,验收面积（亩）,验收时间,阶段,备注\n'
cases = ['甲,100,-,2018-06-30,—,无,,－', '乙,100,60,2018-06-30,/,未验收,,——', '丙,100,0,2018-06-30,0,\\,,无', '丁,0,30,2018-06-30,未验收,未验收,-,', '戊,100,0,-,-,-,回填,', '己,-,0.00,2018-06-30,-,-,,-', '庚,100,80,2018-06-30,80,2018-12-01,,']
said = imported(ws, write('空.csv', head + ''.join(f'e{n},布尔根河狸,{c}\n' for n, c in enumerate(cases)))).stdout
b = row(status(ws), BULGAN)
in_mu = lambda x: None if x is None else round(x / MU, 2)
check('what counts, in 亩', {x['site']: tuple(in_mu(x[k]) for k in ('required_m2', 'claimed_m2', 'accepted_m2')) for x in b['site_list']},
      {'甲': (100, 0, 0), '乙': (100, 60, 0), '丙': (100, 0, 0), '丁': (30, 30, 0), '戊': (100, 0, 0), '庚': (100, 80, 80)})
check('the stage counts', [(r['site'], r['stage']) for r in rows(ws / 'restoration.gpkg', "SELECT site, stage FROM records WHERE stage = 'filling'")], [('戊', 'filling')])
true(f'a row of nothing is kept and told: {said}', '1 rows have neither' in said and len([1 for r in rows(ws / 'restoration.gpkg', 'SELECT raw FROM rows')]) == 7)
for what, line in [('nothing accepted, on a day', 'x,布尔根河狸,甲,,60,2018-06-30,0,2018-12-01,,'), ('not accepted, an area', 'x,布尔根河狸,甲,,60,2018-06-30,60,未验收,,'), ('not accepted, a day', 'x,布尔根河狸,甲,,60,2018-06-30,未验收,2018-12-01,,')]:
    imported(ws, write('矛盾.csv', head + line + '\n'), status=3)
imported(ws, write('更正零.csv', '编号,保护区,矿山名称,治理面积（亩）,日期,更正\ny,布尔根河狸,乙,0,2018-09-30,e1\n'), status=3)

# --- the unit above the header, names below the table, totals with a unit ---
ws = workspace('around')
table = '治理恢复情况表,,,,,\n填报单位：青河县自然资源局,,,,单位：{unit},\n序号,保护区,矿山名称,应治理面积,治理面积,日期\n1,布尔根河狸,甲,"1,200",800,2018-06-30\n2,布尔根河狸,乙,100公顷,3公顷,2018-06-30\n合计（{unit}）,,,2700,845,\n填表人：张三,,审核：李四,,电话：0999-123,2018-07-01\n注：面积为实测\n'
said = imported(ws, write('表外.csv', table.format(unit='亩'))).stdout
check('in 亩', {x['site']: (in_mu(x['required_m2']), in_mu(x['claimed_m2'])) for x in row(status(ws), BULGAN)['site_list']}, {'甲': (1200, 800), '乙': (1500, 45)})
true(f'told: {said}', all(w in said for w in ('(亩) was given to 2 figures', '2 rows under the table', 'row 7, 8', '1 rows of totals')))
check('no reserve is lost', (status(ws)['region']['records_elsewhere'], [f for f in status(ws)['notes'] if f['code'] == 'register.unknown_name']), (0, []))
other = workspace('around in hectares')
imported(other, FOLDER / '表外.csv')
said = imported(other, write('表外公顷.csv', table.format(unit='公顷'))).stdout
true(f'the same number in another unit is another row, the rest is known: {said}', '2 added, 3 known' in said)  # 甲 and the total
imported(workspace('two units'), write('两单位.csv', table.format(unit='亩').replace('治理恢复情况表,', '单位：公顷,')), status=3)

# --- offices that both number 1, 2, …: other sites are other rows, the same site is asked about ---
ws, turned = workspace('numbers'), workspace('numbers turned')
head = '编号,保护区,矿山名称,治理面积（亩）,日期\n'
one, two = write('一县.csv', head + '1,布尔根河狸,甲,100,2018-06-30\n2,布尔根河狸,乙,50,2018-06-30\n'), write('二县.csv', head + '1,布尔根河狸,丙,70,2018-06-30\n2,布尔根河狸,丁,80,2018-06-30\n')
imported(ws, one)
said = imported(ws, two).stdout
true(f'told once: {said}', said.count('serial numbers') == 1 and '2 rows' in said)
imported(turned, two, one)
want = {'甲': (100, 0), '乙': (50, 0), '丙': (70, 0), '丁': (80, 0)}
check('all four mines, in either order', (sites(ws), sites(turned)), (want, want))
again = write('二县再.csv', two.read_text(encoding='utf-8') + '\n')
true('again nothing changes', '0 added, 2 known' in imported(ws, again).stdout)
r = imported(ws, write('二县改.csv', head + '1,布尔根河狸,丙,75,2018-06-30\n'), status=3)
true(f'another figure of the same mine is asked about: {r.stderr}', '--column id==' in r.stderr and '`replaces`' in r.stderr)
head = '编号,保护区,矿山名称,治理面积（亩）,日期,更正\n'
r = imported(ws, write('更正谁.csv', head + 'k,布尔根河狸,,75,2018-09-30,1\n'), status=3)
true(f'which one is asked: {r.stderr}', '丙' in r.stderr and '甲' in r.stderr and '1@' in r.stderr)
imported(ws, write('更正丙.csv', head + 'k,布尔根河狸,丙,75,2018-09-30,1\n'))
check('the site tells which', sites(ws), dict(want, 丙=(75, 0)))

# --- names that the register does not have are told at once ---
said = imported(workspace('names unknown'), write('名称.csv', '保护区,矿山名称,治理面积（亩）,日期\n新疆西天山国家级自然保护区管理局,甲,100,2018-06-30\n西天山国家级自然保护区（巩留县）,乙,50,2018-06-30\n新疆 西天山,丁,50,2018-06-30\n全区,,9,2018-06-30\n')).stdout
check('named with a proposal', [said.count(w) for w in ('管理局" (1 rows)', '（巩留县）" (1 rows)', 'did you mean "新疆西天山国家级自然保护区"', '"全区" (1 rows) is no reserve')], [1, 1, 2, 1])

# --- 种植面积 is planted, not yet restored ---
ws = workspace('planted')
imported(ws, write('种植.csv', '保护区,矿山名称,应治理面积（亩）,种植面积（亩）,日期\n布尔根河狸,甲,100,90,2018-06-30\n'))
x = row(status(ws), BULGAN)['site_list'][0]
check('planted', (in_mu(x['claimed_m2']), in_mu(x['under_way_m2'])), (0, 90))
imported(ws, write('两种.csv', '保护区,矿山名称,种植面积（亩）,治理面积（亩）,日期\n布尔根河狸,乙,90,60,2018-06-30\n'))
check('治理面积 goes first', sites(ws)['乙'], (60, 0))

# --- each row of a list of tasks is a task, whatever word its state has; its area counts as restored only where all is done ---
LIST = '任务编号,任务名称,保护区,治理点,应治理面积（亩）,治理面积（亩）,完成时限,完成情况,填报日期\n'
STATES = {'已完成': 'done', '立行立改，长期坚持': 'standing', '已销号': 'done', '验收': 'done', '全面完成': 'done', '已完成整改': 'done', '基本完成': 'open', '大部分完成': 'open', '未开展': 'open', '治理中': 'open', '退回再整改': 'open', '自验': 'open'}
ws = workspace('tasks')
said = imported(ws, write('任务.csv', LIST + ''.join(f'{i},甲,哈纳斯,,,,2018-06-30,{word},2018-12-31\n' for i, word in enumerate(STATES, 1)))).stdout
s = status(ws)
check('all are tasks', [s['tasks'][k] for k in ('total', 'done', 'standing', 'open', 'overdue')], [12, 5, 1, 6, 6])
check('and none speaks of the reserve', row(s, 'kanas')['status_claimed'], None)
true('what the words were taken for', all(w in said for w in ('3 rows read “已销号” (row 4) “验收” (row 5) “全面完成” (row 6) in the column "完成情况": their tasks count as done', '6 rows read')))
ws = workspace('task areas')
imported(ws, write('任务面积.csv', LIST + ''.join(f'{i},甲,哈纳斯,K{i},100,{area},2018-06-30,{word},2018-12-31\n' for i, (area, word) in enumerate([(100, '已销号'), (60, '基本完成'), (60, '在推进'), (60, '治理中'), (60, '退回再整改')], 1))))
s = status(ws)
check('five tasks, 100亩 accepted, three times 60亩 under way', ([s['tasks'][k] for k in ('total', 'done', 'overdue')], {x['site']: (x['claimed_m2'], x['accepted_m2'], x['under_way_m2']) for x in row(s, 'kanas')['site_list']}),
      ([5, 1, 4], {'K1': (66_666.67, 66_666.67, 0), **{f'K{i}': (0, 0, 40_000) for i in (2, 3, 4)}, 'K5': (0, 0, 0)}))
ws = workspace('task names')
imported(ws, write('无编号.csv', '序号,任务名称,保护区,责任单位,完成时限,完成情况\n1,清理探采矿,罗布泊野骆驼,哈密市,2018年12月底前,已完成\n2,旅游设施整治,巩留野核桃,巩留县,2018年底前,基本完成\n'))
s = status(ws)
check('without numbers the names tell tasks apart', ([s['tasks'][k] for k in ('total', 'done', 'open')], [f['text'] for f in s['tasks']['findings']]), ([2, 1, 1], ['task 旅游设施整治 (巩留县) is past its deadline of 2018-12-31 and not done']))

# --- sites under other headings: names, else numbers, else companies; without any the rows are of the whole reserve, which is told ---
ROWS = [['哈纳斯', name, 50 if n < 2 else 30, 50 if n < 2 else 20, '治理恢复', '2018-08-01'] for n, name in enumerate('甲乙丙')]
HEAD, TAIL = ['保护区'], ['应治理面积（亩）', '治理面积（亩）', '治理阶段', '完成时间']
table = lambda heads, rows: '\n'.join(','.join(map(str, line)) for line in [HEAD + heads + TAIL, *rows]) + '\n'
for heading in ('点位名称', '企业名称', '问题点位', '治理点名称', '矿权名称', '采矿权名称', '图斑编号', '整改点位', '问题名称', '项目名称', '井号', '采矿权人'):
    ws = workspace('site ' + heading)
    imported(ws, write(f'site_{heading}.csv', table([heading], ROWS)))
    r = row(status(ws), 'kanas')
    check(f'130 and 120亩 at three sites under {heading}', (r['sites'], in_mu(r['required_m2']), in_mu(r['claimed_m2'])), (3, 130, 120))
ws = workspace('site of several')
said = imported(ws, write('several.csv', table(['企业名称', '图斑编号', '矿权名称'], [[r[0], '某公司', f'T{n}', *r[1:]] for n, r in enumerate(ROWS)]))).stdout
check('the name of the place', (sorted(sites(ws, 'kanas')), 'those of "矿权名称" are taken as their names, not 图斑编号, 企业名称' in said), (['丙', '乙', '甲'], True))
ws = workspace('no site')
said = imported(ws, write('nosite.csv', table(['小地名'], ROWS))).stdout
r = row(status(ws), 'kanas')
true(f'told at import: {said}', '3 rows of 哈纳斯' in said and '--column site=COLUMN (it may be: 小地名)' in said)
check('to do counts twice, done once', (r['sites'], in_mu(r['required_m2']), in_mu(r['claimed_m2']), sorted(f['text'].rsplit('; ')[1].split('.')[0] for f in found(r, 'equal_unnamed'))), (0, 130, 70, ['both count', 'counted once']))
ws = workspace('series')
check('a series of the reserve is none', 'no column names sites' in imported(ws, write('series.csv', '保护区,应治理面积（亩）,治理面积（亩）,填报日期\n哈纳斯,100,20,2017-12-31\n哈纳斯,100,60,2018-12-31\n')).stdout, False)
# --- a cell of blanks is empty, of whatever width they are; what surrounds a word does not count ---
for n, blank in enumerate((' ', '\u3000', '\u00a0', '\n', '\u2003\u200b')):
    ws = workspace(f'blank {n}')
    table = [['保护区', '矿山名称', '应治理面积（亩）', '治理面积（亩）', '阶段', '日期', '时限'], ['布尔根河狸', '甲', '50', blank, '未治理', blank, blank],
             [f'{blank}布尔根河狸', f'乙{blank}', f'50{blank}', '20', f'治理恢复{blank}', f'{blank}2018-06-01{blank}', '2018年12月10日前完成']]
    imported(ws, xlsx(f'空白{n}.xlsx', table, []))
    check(f'blanks {n}', ({x['site']: (round(x['required_m2'] / MU, 2), round(x['claimed_m2'] / MU, 2), x['deadline']) for x in row(status(ws), BULGAN)['site_list']}), {'甲': (50, 0, None), '乙': (50, 20, '2018-12-10')})
ws = workspace('blank text')
imported(ws, write('空白.csv', '保护区,矿山名称,治理面积（亩）,阶段,日期\n布尔根河狸\u3000,\u00a0甲,\u200320,治理恢复\u3000,2018-06-01\u3000\n'))
check('of a text file', sites(ws), {'甲': (20, 0)})

# --- deadlines that are none, and words in place of a day of completion ---
ws = workspace('standing')
said = imported(ws, write('长期.csv', """任务编号,保护区,治理点,应治理面积（亩）,治理面积（亩）,完成情况,完成时限,完成时间,验收时间
1,布尔根河狸,甲,100,100,已完成,2018年年底前,2018-06-20,
2,布尔根河狸,乙,80,30,在推进,2018年12月31日之前,未完成,未完成
3,布尔根河狸,,,,立行立改，长期坚持,长期坚持,,
4,布尔根河狸,,,,长期坚持,立行立改,进行中,
5,布尔根河狸,,,,在推进,长期,,
6,布尔根河狸,,,,在推进,2018年11月30日前完成,,
""")).stdout
s = status(ws)
check('standing tasks, and what is overdue', [s['tasks'][k] for k in ('done', 'standing', 'open')] + [s['tasks']['overdue_items']], [1, 2, 3, ['2', '6']])
true(f'told: {said}', all(w in said for w in ('1 rows have "长期坚持"', '1 rows have "立行立改"', '1 rows have "长期" under "完成时限"')))
check('the words are kept', len([1 for r in rows(ws / 'restoration.gpkg', 'SELECT raw FROM rows') if '"完成时限":"长期坚持"' in r['raw']]), 1)
ws = workspace('unfinished')
said = imported(ws, write('未完成.csv', """保护区,矿山名称,应治理面积（亩）,治理面积（亩）,阶段,完成时间
布尔根河狸,甲,50,30,,未完成
布尔根河狸,乙,50,50,,待验收
布尔根河狸,丙,50,50,治理恢复,待验收
布尔根河狸,丁,50,50,治理恢复,进行中
布尔根河狸,戊,50,50,县级验收,待验收
布尔根河狸,己,50,0,,未完成
布尔根河狸,庚,50,50,治理恢复,2018-06-01
""")).stdout
under_way = {x['site']: round(x['under_way_m2'] / MU, 2) for x in row(status(ws), BULGAN)['site_list']}
check('what is not done is not claimed', sites(ws), {'甲': (0, 0), '乙': (0, 0), '丙': (50, 0), '丁': (0, 0), '戊': (50, 0), '己': (0, 0), '庚': (50, 0)})
check('but under way', [under_way[x] for x in '甲乙丁'], [30, 50, 50])
true(f'told: {said}', '4 rows have words such as 未完成' in said)
imported(ws, write('未知日.csv', '保护区,矿山名称,治理面积（亩）,完成时间\n布尔根河狸,甲,30,择期\n'), status=3)

# --- rows of totals that say how many they sum up ---
ws = workspace('totals counted')
said = imported(ws, write('合计几处.csv', '保护区,矿山名称,治理面积（亩）,日期\n布尔根河狸,合计矿（东）,20,2018-06-01\n布尔根河狸,1号矿,30,2018-06-01\n布尔根河狸小计（2处）,,50,\n合计：2处,,50,\n合 计（1个保护区）,,50,\n总计2处,,51,\n')).stdout
check('four of them', (sites(ws), '4 rows of totals (row 4, 5, 6, 7)' in said, said.count('(a total)'), 'no reserve' in said), ({'合计矿（东）': (20, 0), '1号矿': (30, 0)}, True, 1, False))

# --- names over several columns: 本年, 累计, years; a running sum counts once, what is not read is named with its group ---
groups = [['2018年进展表'] + [None] * 8, ['单位：公顷、万元'] + [None] * 8, ['序号', '保护区', '治理点', '应治理面积', '本年完成', None, '累计完成', None, '填报日期'], [None] * 4 + ['治理面积', '验收面积', '治理面积', '验收面积', None],
          ['1', '布尔根河狸', '甲', '20', '5', '4', '15', '10', '2018-12-31'], ['2', '布尔根河狸', '乙', '10', '0', '0', '10', '10', '2018-12-31']]
ws = workspace('groups')
said = imported(ws, xlsx('本年累计.xlsx', groups, ['A1:I1', 'E3:F3', 'G3:H3'] + [f'{c}3:{c}4' for c in 'ABCDI'])).stdout
check('running sums, in hectares', {k: (v[0] / 15, v[1] / 15) for k, v in sites(ws).items()}, {'甲': (15, 10), '乙': (10, 10)})
true(f'all is read: {said}', '(公顷) was given to' in said and 'not read' not in said)
text = '\n'.join(','.join(c or '' for c in line) for line in groups) + '\n'
ws = workspace('groups text')
imported(ws, write('本年累计.csv', text))
check('of a text file', sites(ws)['甲'], (225, 150))
ws = workspace('groups named')
imported(ws, '--column', 'value=本年完成/治理面积', '--column', 'cumulative==', '--column', 'accepted_sum==', FOLDER / '本年累计.csv')
check('the user says which', sites(ws), {'甲': (75, 60), '乙': (0, 0)})
ws = workspace('risen')
imported(ws, write('增.csv', '保护区,治理点,日期,治理面积（亩）,本年验收面积（亩）,累计验收面积（亩）\n布尔根河狸,甲,2017-12-31,100,20,20\n布尔根河狸,甲,2018-12-31,50,10,45\n布尔根河狸,乙,2018-12-31,60,30,\n'))
check('accepted, new and in sum', sites(ws), {'甲': (150, 45), '乙': (60, 30)})
check('which have not risen by what is new', [f['code'] for f in row(status(ws), BULGAN)['findings']], ['restoration.increment_contradicts'])  # 45 is not 20 + 10
head = '保护区,治理点,应治理面积（亩）,{0},,{1},,{2},\n,,,治理面积,验收面积,治理面积,验收面积,治理面积,验收面积\n'
ws = workspace('years')
said = imported(ws, write('各年.csv', '单位：亩,,,,,,,,\n' + head.format('2017年', '2018年', '累计') + '布尔根河狸,甲,300,100,50,150,100,250,150\n布尔根河狸,乙,200,0,0,200,200,200,200\n合计,,500,100,50,350,300,450,350\n')).stdout
check('years and running sums', (sites(ws), sites(ws, BULGAN, '2018-12-30')), ({'甲': (250, 150), '乙': (200, 200)}, {'甲': (100, 50), '乙': (0, 0)}))
check('required once', row(status(ws), BULGAN)['required_m2'], 333_333.33)
check('nothing is found', ([f['code'] for f in row(status(ws), BULGAN)['findings'] if f['severity'] != 'info'], 'has figures by year' in said, '1 rows of totals (row 6)' in said, 'warning' in said), ([], True, True, False))
imported(ws, write('又一年.csv', '单位：亩,,,,,,\n保护区,治理点,应治理面积（亩）,治理面积,,,\n,,,2017年,2018年,2019年,累计\n布尔根河狸,甲,300,100,150,40,290\n'))
check('the table of the next year', (sites(ws)['甲'], sites(ws, BULGAN, '2019-12-31')['甲']), ((250, 150), (290, 150)))
ws = workspace('years alone')
said = imported(ws, write('平铺.csv', '保护区,治理点,2017年治理面积（亩）,2018年治理面积（亩）,2018年计划治理面积（亩）,治理面积（亩）\n布尔根河狸,甲,100,150,900,800\n')).stdout
check('their sum, whatever stands beside them', sites(ws), {'甲': (250, 0)})
true(f'what was not read: {said}', '"合计/治理面积（亩）"' in said and '"2018年计划治理面积（亩）"' in said)
said = imported(workspace('years differ'), write('差.csv', '保护区,治理点,2017年治理面积（亩）,2018年治理面积（亩）,累计治理面积（亩）\n布尔根河狸,甲,100,150,260\n')).stdout
true(f'not the sum of the years: {said}', 'row 2: 260' in said)
ws = workspace('planned')
said = imported(ws, write('计划.csv', '保护区,治理点,日期,计划,,实际完成,\n,,,治理面积（亩）,投资,治理面积（亩）,投资\n布尔根河狸,甲,2018-06-30,900,1,100,1\n')).stdout
check('a plan is not done', (sites(ws), '"计划/治理面积（亩）"' in said), ({'甲': (100, 0)}, True))
ws = workspace('treated')
imported(ws, xlsx('已治理.xlsx', [['保护区', '治理点', '面积（亩）', None, None, '完成时间'], [None, None, '应治理', '已治理', '累计验收', None], ['布尔根河狸', '甲', '100', '80', '60', '2018-06-30']], ['C1:E1', 'A1:A2', 'B1:B2', 'F1:F2']))
imported(ws, write('已完成.csv', '保护区,治理点,已完成治理面积/亩,累计验收（单位：亩）,日期\n布尔根河狸,乙,80,60,2018-06-30\n布尔根河狸,丙,70,70,2018-06-30\n'))
check('headings of what is done', sites(ws), {'甲': (80, 60), '乙': (80, 60), '丙': (70, 70)})

# --- rows that name a group, rows of units and of the numbers of columns, units above the table ---
head = ['序号', '保护区', '治理点', '应治理面积', '治理面积', '完成时间']
line = lambda n, reserve, site: [n, reserve, site, '150', '10', '2018-06-30']
LOP = '罗布泊野骆驼'
table = [head, [None, None, None, '亩', '（公顷）', None], ['甲', '乙', '丙', '1', '2', '3'], ['一、布尔根河狸自然保护区（2处）'] + [None] * 5, line('1', None, 'A'), ['（一）核心区'] + [None] * 5, line('2', None, 'B'),
         ['小计', None, None, '300', '20', None], [f'二、{LOP}'] + [None] * 5, line('3', None, 'C'), line('5', '布尔根河狸', 'E'), ['三、其他'] + [None] * 5, line('4', None, 'D')]
for name, merged in (('merged', [f'A{n}:F{n}' for n in (4, 6, 9, 12)]), ('alone', [])):
    ws = workspace(f'group rows {name}')
    said = imported(ws, xlsx(f'小标题{name}.xlsx', table, merged)).stdout
    check(f'{name}: 150 亩 required, 10 公顷 done', [{x['site']: (x['required_m2'], x['claimed_m2']) for x in row(status(ws), r)['site_list']} for r in (BULGAN, 'lop-nur')], [{'A': (100_000, 100_000), 'B': (100_000, 100_000), 'E': (100_000, 100_000)}, {'C': (100_000, 100_000)}])
    true(f'told: {said}', all(w in said for w in ('4 rows that name a group of rows (row 4, 6, 9, 12)', '3 rows that name no reserve', '1 rows of totals (row 8)')))
    check('the last one has none', status(ws)['region']['records_elsewhere'], 2)
for n, marks in enumerate(('1,2,3,4,5', '(1),(2),(3),(4),(5)', 'A,B,C,D,E', '栏次,1,2,3,4=2-3')):
    ws = workspace(f'numbered {n}')
    imported(ws, write(f'栏号{n}.csv', f'面积单位：公顷；方量单位：万m³,,,,\n保护区,治理点,治理面积,回填方量,日期\n{marks}\n布尔根河狸,甲,3,1.5,2018-06-30\n'))
    check(f'columns numbered {marks}', [(x['claimed_m2'], x['backfill_m3']) for x in row(status(ws), BULGAN)['site_list']], [(30_000, 15_000)])
imported(workspace('two units above'), write('两种面积.csv', '单位：公顷、亩,,\n保护区,治理点,治理面积,日期\n布尔根河狸,甲,3,2018-06-30\n'), status=3)

# --- units of single columns in the second row, a third row of units, one heading under each year; 亩 is 2000/3 m² ---
tops = ['保护区', '治理点', '破坏面积', '应治理面积', '治理恢复', None, '验收', None, '时限']
below = lambda *units: [None, None, *units, '面积（万平方米）', '处数', '验收面积（亩）', '验收时间', None]
data = ['布尔根河狸', '甲', '45', '3', '2.5', '2', '37.5', '2018.10.15', '2018年12月底']
want = (30_000, 25_000, 25_000, '2018-12-31')  # 3 公顷, 2.5 万平方米, 37.5 亩
upright = [f'{c}1:{c}2' for c in 'ABI']
as_below = lambda cells: [u if c is None and i in (0, 1, 8) else c for i, (u, c) in enumerate(zip(tops, cells))]
for name, table, merged in (('units beside names', [tops, below('（亩）', '（公顷）'), data], []), ('merged upright', [tops, as_below(below('亩', '公顷')), data], upright),
                            ('a third row', [tops, below(None, None), [None, None, '亩', '公顷', '万平方米', '处', '（亩）', None, None], data], [])):
    ws = workspace(name)
    said = imported(ws, xlsx(f'{name}.xlsx', table, ['E1:F1', 'G1:H1'] + merged)).stdout
    check(name, [(x['required_m2'], x['claimed_m2'], x['accepted_m2'], x['deadline']) for x in row(status(ws), BULGAN)['site_list']], [want])
    true(f'{name}, what is not read: {said}', '治理恢复/处数' in said and '1 added' in said)
years = '保护区,治理点,应治理面积（亩）,2016年,2017年,2018年,累计完成\n,,{0},{2}{1},{2}{1},{2}{1},\n{3}布尔根河狸,甲,300,60,90,150,300\n布尔根河狸,乙,600,120,,180,300\n'
for name, cells in (('each year', ('', '（亩）', '治理面积', '')), ('years, units below', ('', '', '治理面积', ',,亩,亩,亩,亩,亩\n')), ('years, of work done', ('亩', '（亩）', '完成治理', ''))):
    ws = workspace(name)
    said = imported(ws, write(f'{name}.csv', years.replace('累计完成', '累计完成（亩）').format(*cells))).stdout
    check(name, [sites(ws, BULGAN, f'{y}-12-31') for y in (2016, 2017, 2018)], [{'甲': (60, 0), '乙': (120, 0)}, {'甲': (150, 0), '乙': (120, 0)}, {'甲': (300, 0), '乙': (300, 0)}])
    true(f'{name}, told: {said}', 'has figures by year' in said and 'not read' not in said and 'warning' not in said)
ws = workspace('figures of single names')
imported(ws, write('面积.csv', '保护区,治理点,破坏,应治理,治理,,验收,\n,,面积（亩）,面积（亩）,面积（亩）,处数,面积（亩）,时间\n布尔根河狸,甲,350,300,60,1,40,2018-06-01\n'))
check('面积 is that of the name above', (sites(ws), in_mu(row(status(ws), BULGAN)['required_m2'])), ({'甲': (60, 40)}, 300))
ws = workspace('years above the names')
said = imported(ws, write('年在上.csv', '单位：亩,,,,,,\n,,,2016年,2017年,2018年,\n保护区,治理点,应治理面积,治理面积,治理面积,治理面积,累计完成治理面积\n布尔根河狸,甲,300,60,90,150,300\n')).stdout
check('years above the names', [sites(ws, BULGAN, f'{y}-12-31')['甲'] for y in (2016, 2017, 2018)], [(60, 0), (150, 0), (300, 0)])
true(f'a running sum stands behind the years: {said}', 'not used' not in said and 'warning' not in said and '(亩) was given to' in said)

# --- a row of headings is never data: repeated it is passed over, else it is refused as what it is; dashes and words of a state are no headings ---
head = '保护区,治理点,阶段,应治理面积（亩）,治理面积（亩）,日期\n'
ws = workspace('printed anew')
said = imported(ws, write('分页.csv', head + f'布尔根河狸,甲,,50,30,2018-06-01\n{head}布尔根河狸,乙,验收,,,2018-06-01\n')).stdout
true(f'a repeated header is told: {said}', 'row 3 repeats the header' in said and '2 added' in said)
for n, (where, text) in enumerate(((4, head + '布尔根河狸,甲,,50,30,2018-06-01\n布尔根河狸,乙,验收,,,\n保护区,矿山名称,治理阶段,,面积（亩）,日期\n'), (2, head + ',,,公顷,公顷,\n布尔根河狸,甲,,5,3,2018-06-01\n'),
                                   (3, '保护区,治理点,应治理面积（亩）,2017年,,日期\n,,,上半年,下半年,\n,,,治理面积,治理面积,\n布尔根河狸,甲,300,60,10,2018-06-01\n'), (2, '保护区,治理点,应治理面积（亩）,2017年,2018年\n,,,整治情况,整治情况\n布尔根河狸,甲,300,60,10\n'))):
    r = imported(workspace(f'heading row {n}'), write(f'表头行{n}.csv', text), status=3)
    true(f'looks like a heading: {r.stderr}', f'row {where} looks like a row of headings' in r.stderr)
ws = workspace('dashes under years')
imported(ws, write('横线.csv', '保护区,治理点,应治理面积（亩）,2017年,2018年\n布尔根河狸,甲,-,—,无\n布尔根河狸,乙,600,120,180\n'))
check('a row of dashes is data', in_mu(row(status(ws), BULGAN)['required_m2']), 600)
# --- the pits of a mine, a row each with days of its own, are parts of it and no change of each other ---
def whole(ws):
    x = row(status(ws, '2019-12-31'), BULGAN)
    return x['required_m2'], x['remaining_m2'], [f['code'] for f in x['findings'] if f['severity'] != 'info']


PITS = '布尔根河狸,甲,20,20,2018-05-01,2018-06-01,{0}\n布尔根河狸,甲,10,10,2018-07-01,2018-08-01,{0}\n布尔根河狸,甲,5,,,,{0}\n合计,,35,30,,,\n'
for n, (what, day) in enumerate((w, d) for w in ('破坏面积（亩）', '应治理面积（亩）') for d in ('2018-12-31', '')):
    ws = workspace(f'pits {n}')
    imported(ws, write(f'坑{n}.csv', f'保护区,点位名称,{what},治理面积（亩）,完成时间,验收时间,上报日期\n' + PITS.format(day)))
    check(f'35 of 亩 in three rows, 5 left: {what} {day}', whole(ws), (23_333.33, 3_333.33, []))
    check('before the last was done', [row(status(ws, '2018-06-30'), BULGAN)[k] for k in ('required_m2', 'accepted_m2')], [23_333.33, 13_333.33])
ws = workspace('pits corrected')
imported(ws, write('坑更正前.csv', '编号,保护区,点位名称,破坏面积（亩）,治理面积（亩）,完成时间,验收时间\np1,布尔根河狸,甲,20,20,2018-08-01,2018-08-01\np2,布尔根河狸,甲,10,10,2018-05-01,2018-06-01\np3,布尔根河狸,甲,5,,,\n'))
imported(ws, write('坑更正.csv', '编号,保护区,点位名称,破坏面积（亩）,治理面积（亩）,日期,更正\np9,布尔根河狸,甲,12,10,2019-01-01,p2\n'))
check('20 + 12 + 5 of 亩', whole(ws), (24_666.67, 4_666.67, []))
ws = workspace('pits judged')
imported(ws, write('坑结论.csv', '治理台账（截至2018年12月31日）,,,,,\n保护区,点位名称,破坏面积（亩）,治理面积（亩）,验收时间,验收结论\n布尔根河狸,甲,20,20,2018-06-01,合格\n布尔根河狸,甲,10,10,2018-08-01,合格\n布尔根河狸,甲,5,,,\n布尔根河狸,乙,8,8,2018-08-01,合格\n合计,,43,38,,\n'))
check('43 of 亩 at two sites', whole(ws), (28_666.67, 3_333.33, []))
ws = workspace('pits with sums')
imported(ws, write('坑累计.csv', '保护区,点位名称,应治理面积（亩）,累计治理面积（亩）,完成时间\n布尔根河狸,甲,30,20,2018-05-01\n布尔根河狸,甲,45,40,2018-07-01\n'))
check('running sums: the requirement has changed', whole(ws), (30_000, 30_000, ['restoration.required_changed']))

done()
