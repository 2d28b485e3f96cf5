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

# --- registers with a column of strings ---
def string(corners, closed=True):
    return f'1,{len(corners)},' + ','.join(f'{i},{a},{b}' for i, (a, b) in enumerate(corners, 1)) + ',1200,900,,1'


NORTH = [(f'{float(a) + 200:.2f}', b) for a, b in SQUARE]
RIGHTS = [['C6500002010011120000001', '甲矿', '煤', string(SQUARE), '0.01'], ['C6500002010011120000002', '乙矿', '铁', string(NORTH), '0.0100']]
TITLES = ['许可证号', '矿山名称', '矿种', '区域坐标（2000国家大地坐标系）', '面积']


def quoted(rows, mark):
    return '\n'.join(mark.join(f'"{c}"' if ',' in c else c for c in row) for row in rows) + '\n'


def sources(rows, name):
    for ending, mark in (('csv', ','), ('txt', '\t')):
        path = FOLDER / f'{name}.{ending}'
        path.write_text(quoted(rows, mark), encoding='utf-8')
        yield path
    yield write_workbook(FOLDER / f'{name}.xlsx', {'S': (rows, [])})


def screened(source):
    r = redline('screen', source, *AREAS, '--json', FOLDER / 's.json')
    return r, json.loads((FOLDER / 's.json').read_text(encoding='utf-8'))['applications']


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
bare = [[row[0], row[3]] for row in RIGHTS]
for name, text in (('tabs', quoted(bare, '\t').replace('"', '')), ('quotes', f'"{RIGHTS[0][3]}"\n"{RIGHTS[1][3]}"\n')):
    code, areas, said = convert(f'{name}.txt', text, '--accept')
    true(f'{name}: {said}', code == 0 and areas == ['0.0100', '0.0100'])
done()
