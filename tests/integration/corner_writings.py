"""Corner lists in the many ways people write them: degrees whose form the list states, and what stands beside the corners."""
import json, re
from support import FOLDER, check, done, redline, true
from workbook import write_workbook

DATUM = '2000国家大地坐标系'

reserve = FOLDER / 'reserves.geojson'
reserve.write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': {'id': 'R'}, 'geometry': {
    'type': 'Polygon', 'coordinates': [[[83.4, 44.3], [83.5, 44.3], [83.5, 44.4], [83.4, 44.4], [83.4, 44.3]]]}}]}))
AREAS = ['--areas', reserve, '--area-kind', '=nature_reserve', '--area-id', 'id', '--as-of', '2026-06-01', '--overwrite']


def convert(name, text, *args):
    """Status, areas in km², what was printed."""
    path = FOLDER / name
    path.write_text(text, encoding='utf-8')
    r = redline('convert', path, '-o', FOLDER / 'out.geojson', '--overwrite', *args)
    return r.returncode, re.findall(r'([\d.]+) km² \(TD/T', r.stdout) or re.findall(r'([\d.]+) km2 \(TD/T', r.stdout), r.stdout + r.stderr


# --- degrees, minutes and seconds with a point, or decimal degrees: what the list says ---
# 27″ by 25″ at 44.24°: 599.18 m by 771.64 m, 0.4624 km², its half 0.2312
DMS = [('83.5945', '44.1415'), ('84.0012', '44.1415'), ('84.0012', '44.1350'), ('83.5945', '44.1350')]
# 0.0033° by 0.0033° at 44.593°: 262.3 m by 366.7 m, 0.0961 km²; each number could be minutes and seconds
DECIMAL = [('83.0123', '44.5912'), ('83.0156', '44.5912'), ('83.0156', '44.5945'), ('83.0123', '44.5945')]


def degrees(corners, title=DATUM, head=''):
    return title + '\n' + head + ''.join(f'{i} {a} {b}\n' for i, (a, b) in enumerate(corners, 1))


for title, head in ((f'{DATUM} 单位：度.分秒', ''), (f'{DATUM}（度分秒）', ''), (f'{DATUM} DDD.MMSS', ''), (DATUM, '点号 经度(DD.MMSS) 纬度(DD.MMSS)\n'),
                    (DATUM, '点号 经度(度分秒) 纬度(度分秒)\n'), (DATUM, '（坐标格式：度．分秒）\n'), (DATUM, '点号 经度(°′″) 纬度(°′″)\n')):
    code, areas, said = convert('dms.txt', degrees(DMS, title, head))
    true(f'{title} {head}: {said}', code == 0 and areas == ['0.4624'] and 'as the list says (' in said)
code, areas, said = convert('three.txt', degrees(DMS[:3], f'{DATUM} 单位：度.分秒'))
true(f'three corners: {said}', code == 0 and areas == ['0.2312'])
code, areas, said = convert('short.txt', degrees([('83.59', '44.14'), ('84.01', '44.14'), ('84.01', '44.13')], f'{DATUM} 单位：度.分秒'))
true(f'Excel has dropped the zeros: {said}', code == 0 and areas == ['2.4662'])  # 2′ by 1′: 2663.4 m by 1851.9 m, half of it
for title, head in ((f'{DATUM}（十进制度）', ''), (DATUM, '点号 经度(十进制度) 纬度(十进制度)\n'), (f'{DATUM} DD.DDDD', '')):
    code, areas, said = convert('decimal.txt', degrees(DECIMAL, title, head))
    true(f'{title} {head}: {said}', code == 0 and areas == ['0.0961'] and 'these are decimal degrees' in said)
check('the user decides', convert('decimal.txt', degrees(DMS, f'{DATUM}（十进制度）'), '--degrees', 'dms')[:2], (0, ['0.4624']))
for name, corners, title, words in (('nothing is said, three corners', DMS[:3], DATUM, 'of all 3 corners could be'), ('both are said', DMS, f'{DATUM} 度分秒（十进制度）', 'the list says both "度分秒" and "十进制度"'),
                                    ('no minutes', [('83.0175', '44.5912'), ('83.0180', '44.5912'), ('83.0180', '44.5945')], f'{DATUM} 单位：度.分秒', 'the list says "度.分秒", but some'),
                                    ('度 alone says no notation', DMS, f'{DATUM}，单位：度', 'of all 4 corners could be'),
                                    ('a zone is no unit', DMS, f'{DATUM} 3度带', 'of all 4 corners could be')):
    code, areas, said = convert('doubt.txt', degrees(corners, title))
    true(f'{name}: {said}', code == 3 and words in said)
check('signs tell by themselves', convert('signs.txt', degrees([('83°01′00″', '44°35′45″'), ('83°01′15″', '44°35′45″'), ('83°01′15″', '44°36′00″')], f'{DATUM} 单位：度分秒'))[:2], (0, ['0.0766']))
# --- what stands beside the corners ---
# 100 m by 100 m in the plane: 0.0100 km²
SQUARE = [('4940500.00', '28421950.00'), ('4940600.00', '28421950.00'), ('4940600.00', '28422050.00'), ('4940500.00', '28422050.00')]
ROWS = [f'{i} {a} {b}' for i, (a, b) in enumerate(SQUARE, 1)]
HEAD = [f'矿区范围（{DATUM}）', '拐点 X Y']
used = 'says is used'
for lines, words in ((['S=10000.00平方米 合15.0000亩'], used), (['宗地面积(平方米)：10000.00  建筑占地面积(平方米)：500.00'], used), (['附图：1:2000地形图   2019年3月1日', '联系电话 0991-2345678'], 'line 7: "附图'),
                     (['日期 2019-03-01 电话 13999999999'], 'line 7: "日期'), (['图幅号：K45E001001 比例尺 1:10000'], 'line 7: "图幅号'), (['标高 1200 900'], 'line 7: "标高 1200 900" is no corner'),
                     (['合计 4 0.01'], 'line 7: "合计 4 0.01" is no corner'), (['合计面积\t10000.00\t平方米'], used), (['矿区中心点坐标：', 'X=4940550.00 Y=28422000.00'], 'line 8: "X=4940550'),
                     (['中心点地理坐标：东经83°01′02″，北纬44°35′47″'], 'line 7: "中心点'), (['中心点：4940550.00，28422000.00'], 'line 7: "中心点'),
                     (['', '井口坐标', '主井 4940550.00 28422000.00', '风井 4940560.00 28422010.00'], 'line 10: "风井'),
                     (['井口坐标表', '名称 X Y', '主井 4940550.00 28422000.00', '风井 4940560.00 28422010.00', '', '面积：0.0100平方千米'], 'line 10: "风井')):
    code, areas, said = convert('beside.txt', '\n'.join(HEAD + ROWS + lines))
    true(f'{lines}: {said}', code == 0 and areas == ['0.0100'] and words in said and '4 corners' in said and '!  ' not in said)
for lines in (['中心点坐标：X=4940550.00 Y=28422000.00'], ['井口坐标', '主井 4940550.00 28422000.00', '风井 4940560.00 28422010.00', '矿区拐点坐标'], ['开采标高 1200 900']):
    code, areas, said = convert('before.txt', '\n'.join([HEAD[0], *lines, HEAD[1]] + ROWS))
    true(f'before it, {lines}: {said}', code == 0 and areas == ['0.0100'] and '4 corners' in said)
for title, head in ((['井口及拐点坐标'], HEAD), (['井口坐标', '拐点 X Y'], [HEAD[0]])):
    code, areas, said = convert('section.txt', '\n'.join(head + title + ROWS))
    true(f'corners under {title} stay corners: {said}', code == 0 and areas == ['0.0100'])
# an area without a unit is compared in the one unit by which it fits: 0.0100 km², 1 ha, 10,000 m², 15 mu
for line, unit in (('矿区面积0.0100', 'square kilometres'), ('面积：0.0100', 'square kilometres'), ('面积：1.0000', 'hectares'), ('S=10000.00', 'square metres'), ('面积 15.00', 'mu'), ('面积约为0.0100，标高1200米至900米', 'square kilometres'),
                   ('1、矿区面积：0.0100  开采标高：1200-900米', 'square kilometres'), ('面积：0.0099', 'square kilometres')):
    code, areas, said = convert('unit.txt', '\n'.join(HEAD + ROWS + [line]))
    number = re.search(r'[\d.]{4,}', line)[0]
    fits = 'the area in the text is 0.0099 km², computed are 0.0100' if line.endswith('99') else 'the area in the text, 0.0100 km², is the computed one'
    true(f'{line}: {said}', code == 0 and areas == ['0.0100'] and f'line 7: the area {number} has no unit and is read in {unit}' in said and fits in said and 'holds no coordinates' not in said)
    true(f'{line} above the corners: {said}', f'line 1: the area {number} has no unit and is read in {unit}' in convert('unit.txt', '\n'.join([line] + HEAD + ROWS))[2])
for line in ('矿区面积0.0200', '面积：500'):
    path = FOLDER / 'unit.txt'
    path.write_text('\n'.join(HEAD + ROWS + [line]), encoding='utf-8')
    r = redline('screen', path, *AREAS, '--json', FOLDER / 's.json')
    check(f'{line} fits no unit: {r.stdout}', [(a['verdict'], a['area'].get('declared_m2')) for a in json.loads((FOLDER / 's.json').read_text(encoding='utf-8'))['applications']], [('review', None)])
    true(f'{line}: {r.stdout}', 'has no unit, and in none does it fit the corners' in r.stdout)
for line in ('面积0.0100㎢', '面积：0.0100KM2', '面积(Km²)：0.0100', '面积0.0100km^2', '面积1.00万平方米', '面积（万㎡）：1.00'):
    code, areas, said = convert('unit.txt', '\n'.join(HEAD + ROWS + [line]))
    true(f'{line} has its unit: {said}', 'the area in the text, 0.0100 km², is the computed one' in said and 'no unit' not in said)
for line in ('保护区面积500', '面积1:2000地形图', '面积3块', '面积100%'):
    code, areas, said = convert('unit.txt', '\n'.join(HEAD + ROWS + [line]))
    true(f'{line} is not the area of the corners: {said}', code == 0 and areas == ['0.0100'] and '!  ' not in said)
code, areas, said = convert('unit.txt', '\n'.join(HEAD + ROWS + ['面积：1.0000公顷', '面积：0.0200']))
true(f'beside one with a unit: {said}', code == 0 and 'line 8: the area 0.0200 has no unit and was not compared' in said and '!  ' not in said)
# two squares of 0.0100 km², each with its own area, one of them wrong
OTHER = [f'{i} {float(a) + 200:.2f} {b}' for i, (a, b) in enumerate(SQUARE, 1)]
for first, second, good in (('1.0000', '1.0000', True), ('1.0000', '1.1000', False)):
    code, areas, said = convert('unit.txt', '\n'.join([HEAD[0], '矿区一', HEAD[1], *ROWS, f'面积：{first}', '矿区二', HEAD[1], *OTHER, f'面积：{second}']))
    true(f'{second}: {said}', areas == ['0.0100', '0.0100'] and said.count('is read in hectares') == 2 and ('computed are 0.0100' in said) != good)
code, areas, said = convert('wrong.txt', '\n'.join(HEAD + ROWS + ['S=20000.00平方米']))
true(f'the area of CASS is compared: {said}', code == 0 and '!  ' in said)
for row in ('5 4940550.O0 28422000.00 面积', '5 4940550 2842200O 备注', '拐点5 4940550.00 2842200O.00 标高'):
    code, areas, said = convert('broken.txt', '\n'.join(HEAD + ROWS + [row]))
    true(f'{row} is an error: {said}', code == 3 and 'line 7' in said)

# --- numbers of corners with marks of their own ---
# 15″ by 15″ at 44.598°: 330.9 m by 463.0 m, 0.1532 km²
LATITUDES = [('83°01′00″', '44°35′45″'), ('83°01′15″', '44°35′45″'), ('83°01′15″', '44°36′00″'), ('83°01′00″', '44°36′00″')]


def written(form, corners, between='\n'):
    return between.join(form.format(i, *c) for i, c in enumerate(corners, 1))


for corners, area, forms in ((SQUARE, '0.0100', ('{0}、{1} {2}', '{0}、{1}，{2}', '{0}. {1}, {2}', '{0}:{1},{2}', '{0}：{1}，{2}；', '{0}） {1}, {2}', '（{0}）{1}，{2}', '{0} {1},{2}', 'X{0}={1} Y{0}={2}', 'X{0}={1}，Y{0}={2}；',
                                                 'J{0}：{1}，{2}', '{0}号点：{1}，{2}')),
                             (LATITUDES, '0.1532', ('{0}、{1}，{2}', '{0}、{1}，{2}；', '{0}：{1},{2}', '拐点{0}：{1}E，{2}N', '{0}，{1}，{2}；', '{0}、{1}、{2}'))):
    for form in forms:
        code, areas, said = convert('marks.txt', DATUM + '\n' + written(form, corners) + '\n')
        true(f'{form}: {said}', code == 0 and areas == [area] and '4 corners' in said)
for form, corners, area in (('{0},{1},{2};', SQUARE, '0.0100'), ('{0}、{1}，{2}；', LATITUDES, '0.1532'), ('{0}，{1}，{2}；', LATITUDES, '0.1532'), ('X{0}={1} Y{0}={2};', SQUARE, '0.0100')):
    line = written(form, corners, '')
    for text in (line, line[:-1] + '。', f'勘查区由以下4个拐点坐标圈定：{line[:-1]}，面积{area}平方公里。'):
        code, areas, said = convert('line.txt', f'{DATUM}\n{text}\n')
        true(f'{text}: {said}', code == 0 and areas == [area] and '4 corners' in said)
code, areas, said = convert('signs.txt', degrees([(a + '°', b + '°') for a, b in DECIMAL]))
true(f'decimal degrees with their sign: {said}', code == 0 and areas == ['0.0961'])
code, areas, said = convert('marked.txt', DATUM + '（十进制度）\n' + written('{0}、{1}，{2}', DECIMAL))
true(f'decimal degrees behind marks: {said}', code == 0 and areas == ['0.0961'])
code, areas, said = convert('head.txt', f'{DATUM}\n点号 经度 纬度\n' + written('{0}、{1}，{2}', LATITUDES))
true(f'in the order of the heading: {said}', code == 0 and areas == ['0.1532'])
for bad, words in (('3、4940600.00，2842205O.00', 'line 4'), ('3、83°61′15″，44°36′00″', 'minutes'), ('3、4940600.00', 'line 4')):
    lines = written('{0}、{1}，{2}', SQUARE if bad.startswith('3、49') else LATITUDES).split('\n')
    code, areas, said = convert('bad.txt', '\n'.join([DATUM, *lines[:2], bad, lines[3]]))
    true(f'{bad} is an error: {said}', code == 3 and words in said)
code, areas, said = convert('bad.txt', f'{DATUM}\n' + written('{0}、{1}，{2}；', LATITUDES[:3], '') + '4、83°01′00，44°36′0O″。')
true(f'what is left of a corner in the line: {said}', code == 3 and 'line 2' in said)
two = ['{},{},{},{},{},{}'.format(i + 1, *SQUARE[i], i + 3, *SQUARE[i + 2]) for i in (0, 1)]
code, areas, said = convert('two.txt', '\n'.join([DATUM, *two]))
true(f'two corners in a row: {said}', code == 0 and areas == ['0.0100'])

# --- the TXT form with lines of sums and of those who made it ---
PARCEL = '4,1.0000,{0},{0},面,,,,@\n' + ''.join(f'J{i},1,{{1[{i - 1}][0]}},{{1[{i - 1}][1]}}\n' for i in (1, 2, 3, 4))
for middle, foot, verdicts in (('', '合计：2块 2.0000公顷', 'clear'), ('', '合计,2,2.0000', 'clear'), ('小计：1.0000公顷\n', '总面积：20000平方米', 'clear'), ('', '填表人：张三 日期：2019-3-1', 'clear'), ('', '合计：2块 3.0000公顷', 'review')):
    path = FOLDER / 'sums.txt'
    path.write_text(f'[属性描述]\n坐标系={DATUM}\n几度分带=3\n带号=28\n[地块坐标]\n' + PARCEL.format('a', SQUARE) + middle + PARCEL.format('b', [(f'{float(x) + 200:.2f}', y) for x, y in SQUARE]) + foot + '\n', encoding='utf-8')
    r = redline('screen', path, *AREAS, '--json', FOLDER / 's.json')
    check(f'{foot}: {r.stderr}', [a['verdict'] for a in json.loads((FOLDER / 's.json').read_text(encoding='utf-8'))['applications']], [verdicts] * 2)

# --- registers with a column of strings ---
def string(corners, closed=True):
    return f'1,{len(corners)},' + ','.join(f'{i},{a},{b}' for i, (a, b) in enumerate(corners, 1)) + ',1200,900,,1'


NORTH = [(f'{float(a) + 200:.2f}', b) for a, b in SQUARE]
RIGHTS = [['C6500002010011120000001', '甲矿', '煤', string(SQUARE), '0.01'], ['C6500002010011120000002', '乙矿', '铁', string(NORTH), '0.0100']]
TITLES = ['许可证号', '矿山名称', '矿种', '区域坐标（2000国家大地坐标系）', '面积']


def quoted(rows, mark):
    return '\n'.join(mark.join(f'"{c}"' if ',' in c or '\n' in c else c for c in row) for row in rows) + '\n'


def sources(rows, name):
    for ending, mark in (('csv', ','), ('txt', '\t')):
        path = FOLDER / f'{name}.{ending}'
        path.write_text(quoted(rows, mark), encoding='utf-8')
        yield path
    yield write_workbook(FOLDER / f'{name}.xlsx', {'S': (rows, [])})


def screened(source):
    r = redline('screen', source, *AREAS, '--json', FOLDER / 's.json')
    return r, json.loads((FOLDER / 's.json').read_text(encoding='utf-8'))['applications']


for source in sources([['序号', *TITLES, '经办人', '发证日期'], *[['1', *r, '甲', '2010-01-12'] for r in RIGHTS]], 'unused'):
    r = redline('convert', source, '-o', FOLDER / 'out.geojson', '--overwrite')
    true(f'{source}: {r.stdout}', r.returncode == 0 and '2 more columns (经办人, 发证日期); they were not used' in r.stdout)
for source in sources([TITLES, *RIGHTS, ['合计', '', '', '', '0.02']], 'register'):
    r, found = screened(source)
    check(f'{source.name}: {r.stderr}', [(a['id'], a['verdict'], f'{a["area"]["tdt1055_m2"] / 1e6:.4f}') for a in found],
          [(f'register:{row[0]}', 'clear', '0.0100') for row in RIGHTS])
    true(f'{source.name}: minerals, areas', r.returncode == 0 and json.dumps(found, ensure_ascii=False).count('corner.total_fits') == 2)
for source in sources([TITLES, RIGHTS[0], ['C3', '丙矿', '煤', string(SQUARE)[:60], '0.01'], ['C4', '丁矿', '煤', '见附件', ''], [*RIGHTS[1][:4], '0.05']], 'bad'):
    r, found = screened(source)
    check(f'{source.name}: the others go on', [(a['id'][4:], a['verdict']) for a in found], [(RIGHTS[0][0], 'clear'), (RIGHTS[1][0], 'review')])
    true(f'{source.name}: {r.stdout}{r.stderr}', r.returncode == 3 and all(w in r.stdout + r.stderr for w in ('bad:C3', 'bad:C4', '见附件')))
# A column of the coordinate system: of all lines, or named where they differ.
for systems, status, words in ((['2000国家大地坐标系', 'CGCS2000'], 0, ''), (['1980西安坐标系'] * 2, 3, 'xian1980'), (['2000国家大地坐标系', '西安80'], 3, '西安80')):
    table = [[*TITLES[:3], '区域坐标', '面积', '坐标系'], *([*row, system] for row, system in zip(RIGHTS, systems))]
    for source in sources(table, 'systems'):
        r = redline('screen', source, *AREAS, '--json', FOLDER / 's.json')
        true(f'{source.name} {systems}: {r.stdout}{r.stderr}', r.returncode == status and words in r.stderr)
# The corners written out in the cell: 100 m by 100 m each; with NORTH as a second ring 0.0200 km², with a hole of 60 m by 60 m 0.0064.
INNER = [('4940520.00', '28421970.00'), ('4940580.00', '28421970.00'), ('4940580.00', '28422030.00'), ('4940520.00', '28422030.00')]
OLD = [(f'{float(a) + 40:.2f}', f'{float(b) + 60:.2f}') for a, b in SQUARE]  # of another datum, as it were


def out(corners, form='{0},{1},{2}', between='；'):
    return written(form, corners, between)


def listed(heading, *cells):
    return [['许可证号', '矿山名称', *heading, '面积'], *([f'C{i}', f'矿{i}', *(c if isinstance(c, tuple) else (c,)), ''] for i, c in enumerate(cells, 1))]


def areas_of(source):
    r, found = screened(source)
    return r, [(a['id'].partition(':')[2], a['verdict'], f'{a["area"]["tdt1055_m2"] / 1e6:.4f}') for a in found]


ONE_EACH = [('C1', 'clear', '0.0100'), ('C2', 'clear', '0.0100')]
for form, between in (('{0},{1},{2}', '；'), ('{0},{1},{2}', ';'), ('{0},{1},{2}', '； '), ('{0},{1},{2}', '\n'), ('{0}，{1}，{2}', '；\n'), ('{0},{1},{2}', ' '), ('{0} {1} {2}', ';\n'), ('{0}、X={1}，Y={2}', '；'), ('{0}({1},{2})', '；')):
    for source in sources(listed([f'拐点坐标（{DATUM}）'], out(SQUARE, form, between), out(NORTH, form, between)), 'written'):
        check(f'{source.name}: {form!r} {between!r}', areas_of(source)[1], ONE_EACH)
for heading in ('2000坐标', '坐标（2000国家大地坐标系）', '范围坐标(CGCS2000)'):
    check(heading, areas_of(write_workbook(FOLDER / 'heading.xlsx', {'S': (listed([heading], out(SQUARE), out(NORTH)), [])}))[1], ONE_EACH)
check('several rings, and one deducted', areas_of(write_workbook(FOLDER / 'rings.xlsx', {'S': (listed(['2000坐标'], out(SQUARE + NORTH, between='；').replace('5,', '1,').replace('6,', '2,').replace('7,', '3,').replace('8,', '4,'), out(SQUARE) + '；扣除：' + out(INNER)), [])}))[1],
      [('C1', 'clear', '0.0200'), ('C2', 'clear', '0.0064')])
# Each cell by its own notation: with numbers, pairs in either order, strings, degrees; also where one of them cannot be read.
pairs = lambda corners, swapped=False: '；'.join(f'{b},{a}' if swapped else f'{a},{b}' for a, b in corners)
WEST = [(a, f'{float(b) - 200:.2f}') for a, b in SQUARE]
FOUR = {'C1': '0.0100', 'C2': '0.0100', 'C3': '0.0100', 'C4': '0.1532'}
for cells in ([out(SQUARE), pairs(NORTH), string(WEST), out(LATITUDES)], [pairs(SQUARE), out(NORTH), pairs(WEST, True), pairs(LATITUDES)], [string(SQUARE), pairs(NORTH, True), out(WEST), pairs(LATITUDES)]):
    for source in sources(listed(['2000坐标'], *cells), 'each'):
        r, found = areas_of(source)
        check(f'{source.name} {[c[:30] for c in cells]}: {r.stderr}', (r.returncode, found), (0, [(name, 'clear', area) for name, area in FOUR.items()]))
    # convert reads it as well: one file of degrees; a text asks for its system.
    r = redline('convert', source, '-o', FOLDER / 'each.geojson', '--overwrite')
    made = json.loads((FOLDER / 'each.geojson').read_text(encoding='utf-8'))['features']
    check(f'convert: {r.stderr}', (r.returncode, [(f['properties']['id'], f"{f['properties']['tdt1055_m2'] / 1e6:.4f}") for f in made]), (0, list(FOUR.items())))
    true(f'systems of the rows: {r.stdout}', '4 parcels, 4 rings, 16 corners; coordinate system EPSG:4516, EPSG:4490' in r.stdout and r.stdout.count('text encoding') <= 1)
    lon, lat = made[3]['geometry']['coordinates'][0][0][0]
    true(f'{lon}, {lat}', abs(lon - (83 + 1 / 60)) < 1e-8 and abs(lat - (44 + 35.75 / 60)) < 1e-8)
    r = redline('convert', source, '-o', FOLDER / 'made.txt')
    true(f'{r.stderr}', r.returncode == 3 and 'different coordinate systems (EPSG:4516, EPSG:4490)' in r.stderr and '--to' in r.stderr and not (FOLDER / 'made.txt').exists())
    r = redline('convert', source, '-o', FOLDER / 'made.csv', '--overwrite', '--to', 'EPSG:4516')
    written_out = [line.split(',') for line in (FOLDER / 'made.csv').read_text(encoding='utf-8-sig').splitlines()[1:]]
    check(f'--to: {r.stderr}', {tuple(row[4:6]) for row in written_out if row[0] in ('C1', 'C2', 'C3')}, {*SQUARE, *NORTH, *WEST})
source = write_workbook(FOLDER / 'short.xlsx', {'S': (listed(['2000坐标'], out(SQUARE), pairs(NORTH), pairs([(a, b[2:]) for a, b in WEST])), [])})
r, found = areas_of(source)
true(f'one row without its zone: {r.stderr}', found == ONE_EACH and r.returncode == 3 and 'C3' in r.stderr)
r = redline('convert', source, '-o', FOLDER / 'short.geojson')
true(f'is named by convert, which writes nothing: {r.stderr}', r.returncode == 3 and '1 parcels (C3) are written in another way' in r.stderr and 'no zone number' in r.stderr and not (FOLDER / 'short.geojson').exists())
# Strings of both kinds of rights, either first: 0.01° by 0.01° at 44.605° is 793.6 by 1111.3 m, 0.882 km².
EXPLORED = '1,4,83.0100,44.6000,83.0200,44.6000,83.0200,44.6100,83.0100,44.6100,0,0,1'
for cells in ((string(SQUARE), EXPLORED), (EXPLORED, string(SQUARE))):
    r, found = areas_of(write_workbook(FOLDER / 'kinds.xlsx', {'S': (listed(['区域坐标（2000国家大地坐标系）'], *cells), [])}))
    kinds = [a['kind'] for a in json.loads((FOLDER / 's.json').read_text(encoding='utf-8'))['applications']]
    both = [('mining_right', '0.0100'), ('exploration_right', '0.8822')]
    check(f'both kinds of strings: {r.stderr}', (r.returncode, [(k, f[2]) for k, f in zip(kinds, found)]), (0, both if cells[1] is EXPLORED else both[::-1]))
# Rows in two zones: each in its own, and that is said.
source = write_workbook(FOLDER / 'zones.xlsx', {'S': (listed(['2000坐标'], out(SQUARE), out([(a, '29' + b[2:]) for a, b in NORTH])), [])})
r, found = areas_of(source)
given = json.loads((FOLDER / 's.json').read_text(encoding='utf-8'))['applications']
check('zones', [(a['crs']['code'], round(a['parts'][0][0][0][1])) for a in given], [('EPSG:4516', round(float(SQUARE[0][1]))), ('EPSG:4517', round(float('29' + NORTH[0][1][2:])))])
true('the zones are said', all('(28, 29) and are placed each by its own' in f['text'] for a in given for f in a['findings'] if f['code'] == 'corner.row_zones'))
check('with each of them', [sum(f['code'] == 'corner.row_zones' for f in a['findings']) for a in given], [1, 1])
for heading in (['80坐标', '2000坐标'], ['2000坐标', '80坐标'], ['拐点坐标（1980西安坐标系）', '拐点坐标（2000国家大地坐标系）']):
    both = [(out(OLD), out(SQUARE)), (out(OLD), out(NORTH))]
    for source in sources(listed(heading, *(pair if '2000' in heading[1] else pair[::-1] for pair in both)), 'both'):
        r, found = areas_of(source)
        first = json.loads((FOLDER / 's.json').read_text(encoding='utf-8'))['applications'][0]['parts'][0][0][0]
        check(f'{source.name} {heading}: the column of 2000', (found, [f'{c:.2f}' for c in first[1:3]]), (ONE_EACH, list(SQUARE[0][::-1])))
        true(f'and that is said: {r.stdout}', 'of the columns of coordinates' in (FOLDER / 's.json').read_text(encoding='utf-8'))
source = write_workbook(FOLDER / 'mixed.xlsx', {'S': (listed(['80坐标', '2000坐标'], (out(OLD), ''), (out(OLD), out(NORTH))), [])})
r, found = areas_of(source)
true(f'an empty cell is not filled from the other column: {r.stderr}', found == ONE_EACH[1:] and r.returncode == 3 and 'only "80坐标" has corners' in r.stdout + r.stderr)
for heading, words in ((['拐点坐标1', '拐点坐标2'], '2 columns of coordinates (拐点坐标1, 拐点坐标2)'), (['54坐标', '80坐标'], 'CGCS2000 into the heading'), (['2000坐标', '拐点坐标（CGCS2000）'], 'which one to use')):
    r = redline('screen', write_workbook(FOLDER / 'undecided.xlsx', {'S': (listed(heading, (out(OLD), out(SQUARE))), [])}), *AREAS)
    true(f'{heading}: {r.stderr}', r.returncode == 3 and words in r.stderr)
r = redline('screen', write_workbook(FOLDER / 'old.xlsx', {'S': (listed(['80坐标'], out(SQUARE)), [])}), *AREAS)
true(f'the heading says Xi\'an 1980: {r.stderr}', r.returncode == 3 and 'Xian 1980' in r.stderr)
r, found = areas_of(write_workbook(FOLDER / 'broken.xlsx', {'S': (listed(['2000坐标'], out(SQUARE), out(NORTH).replace('4940800', '494O800'), '见附件'), [])}))
true(f'bad cells fail alone: {r.stdout}{r.stderr}', found == ONE_EACH[:1] and r.returncode == 3 and all(w in r.stdout + r.stderr for w in ('C2', '494O800.00', 'C3', '见附件')))
r, found = areas_of(write_workbook(FOLDER / 'area.xlsx', {'S': ([*listed(['2000坐标'], out(SQUARE))[:1], ['C1', '矿1', out(SQUARE), '0.05']], [])}))
check('the area of the register is compared', found, [('', 'review', '0.0100')])
bare = [[row[0], row[3]] for row in RIGHTS]
for name, text in (('tabs', quoted(bare, '\t').replace('"', '')), ('quotes', f'"{RIGHTS[0][3]}"\n"{RIGHTS[1][3]}"\n')):
    code, areas, said = convert(f'{name}.txt', text, '--accept')
    true(f'{name}: {said}', code == 0 and areas == ['0.0100', '0.0100'])

# --- Heights behind the corners without a heading, and what instruments and survey software write: number, code, east, north, height. 1 km² in the plane, 75 km west of
# the meridian: 1 / (1 + 75² / (2 · 6371²))² = 0.99986 on the ground.
SQUARE = [('4942000.000', '28424500.000'), ('4942000.000', '28425500.000'), ('4941000.000', '28425500.000'), ('4941000.000', '28424500.000')]
for name, row in (('tabs.txt', 'J{i}\t{n}\t{e}\t1000.000'), ('spaces.txt', 'J{i} {n} {e} 1010.5'), ('below.txt', 'J{i} {n} {e} -154.31'), ('commas.txt', '{i},{n},{e},1000.000,'), ('survey.txt', '{i},,{e},{n},1000.0'),
                  ('survey.dat', '{i},,{e},{n},1000.000'), ('code.txt', '{i},JZD,{e},{n},1000.000'), ('code.dat', '{i},JZD,{e},{n},1001')):
    code, areas, said = convert(name, DATUM + '\n' + ''.join(row.format(i=i, n=n, e=e) + '\n' for i, (n, e) in enumerate(SQUARE, 1)))
    true(f'{name}: {said}', code == 0 and areas == ['0.9999'])
# A third number as long as a coordinate is none of them: the row fails.
code, areas, said = convert('long.txt', DATUM + '\n' + ''.join(f'J{i} {n} {e} {e}\n' for i, (n, e) in enumerate(SQUARE, 1)))
true(f'three coordinates: {said}', code == 3)
done()
