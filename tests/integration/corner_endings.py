"""Words with figures behind a corner (。开采深度由1200米至900米标高) take no corner with them; a row that holds a corner and cannot be read is an error. Counts
of corners are compared with those that are there."""
import itertools, json
from corner_support import AREAS, applications, convert
from support import FOLDER, check, done, redline, true
from workbook import write_workbook

HEAD = '2000国家大地坐标系，3度带28带'
RING = [(4983910.91, 28468455.78), (4983907.06, 28469244.39), (4985018.38, 28469249.73), (4985022.22, 28468461.27), (4984500.50, 28467900.25)]
YARD = [(4973925.49, 28465247.10), (4974141.44, 28466433.02), (4975586.96, 28466282.66), (4975924.13, 28465573.78)]
DEGREES = [(83.6012, 44.9734), (83.6112, 44.9734), (83.6112, 44.9834), (83.6012, 44.9834), (83.5980, 44.9780)]


def shoelace(ring):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1]))) / 2


def sexagesimal(v):
    return f'{int(v)}°{int(v % 1 * 60):02d}′{v * 60 % 1 * 60:06.3f}″'


def metres(form):
    return [form.format(i=i, x=x, y=y) for i, (x, y) in enumerate(RING, 1)]


def degrees(form):
    return [form.format(i=i, e=sexagesimal(e), n=sexagesimal(n)) for i, (e, n) in enumerate(DEGREES, 1)]


ROWS = {form: metres(form) for form in ('{i}、X={x:.2f}，Y={y:.2f}', 'J{i} X={x:.2f} Y={y:.2f}', '({i}) X={x:.2f}, Y={y:.2f}', '{i}、{x:.2f}，{y:.2f}', 'X{i}={x:.2f} Y{i}={y:.2f}', '{i}（{x:.2f}，{y:.2f}）',
                                        '{i},{x:.2f},{y:.2f}', '{i} {x:.2f} {y:.2f}', '{i}\t{x:.2f}\t{y:.2f}')}
ROWS.update({form: degrees(form) for form in ('{i}、东经{e}，北纬{n}', '{i}、北纬{n}，东经{e}')})
ENDINGS = ['', '。', '。开采标高1200-900m。', '，开采标高由1200米至900米', '。开采深度由1200米至900米标高。', '，共5个拐点', '（2000国家大地坐标系）', '，有效期至2030年5月1日', '。采矿权人：某公司', '，见附图', '（图幅L45E012003）', '，日期2019年3月31日',
           '，联系电话13999123456', '，联系电话0991-1234567', '（原3号点）', '（中央子午线84°）', '（中央经线84°00′00″）', '，3度带28带', '。比例尺1:2000', '，1985国家高程基准', '，共1页', '，以下空白', '，许可证号C6500002012031120045678', '，20190331']


def screen_all(texts):
    """Rings' sizes and verdict of each text, in one run; None where it cannot be used."""
    files = []
    for i, text in enumerate(texts):
        files.append(FOLDER / f'end{i}.txt')
        files[-1].write_text(text + '\n', encoding='utf-8')
    out = FOLDER / 'ends.json'
    redline('screen', *files, *AREAS, '--json', out)
    read = {}
    for a in json.loads(out.read_text(encoding='utf-8'))['applications']:
        read.setdefault(a['id'].partition(':')[0], []).append(([len(ring) for part in a['parts'] for ring in part], a['verdict']))
    return [read.get(f.stem) for f in files]


# --- behind the last corner, on rows and in one line ---
cases = [(form, end, '\n'.join([HEAD, *rows[:-1], rows[-1] + end])) for (form, rows), end in itertools.product(ROWS.items(), ENDINGS)]
for (form, end, _), read in zip(cases, screen_all([text for *_, text in cases])):
    true(f'rows {form} {end}: {read}', read == [([5], 'clear')])
cases = [(form, end, '\n'.join([HEAD, '；'.join(rows) + end])) for (form, rows), end in itertools.product(ROWS.items(), ENDINGS) if '、' in form or '（' in form or 'J' in form]
for (form, end, _), read in zip(cases, screen_all([text for *_, text in cases])):
    true(f'a line {form} {end}: {read}', read == [([5], 'clear')])

# --- in the middle, under headings, in a sentence, two outlines, further cells, a workbook, convert ---
labelled = ROWS['{i}、X={x:.2f}，Y={y:.2f}']
tabs, spaces, commas = ROWS['{i}\t{x:.2f}\t{y:.2f}'], ROWS['{i} {x:.2f} {y:.2f}'], ROWS['{i},{x:.2f},{y:.2f}']
yard = '；'.join(f'{i}、X={x:.2f} Y={y:.2f}' for i, (x, y) in enumerate(YARD, 1))
PLAIN = {'behind the first': [labelled[0] + '（起点，标高1200米）', *labelled[1:]], 'on the line of the title': ['采矿权由以下5个拐点圈定：' + labelled[0] + '（标高1200米）', *labelled[1:]],
         'two in a line': [*labelled[:3], labelled[3] + '；' + labelled[4] + '，开采标高由1200米至900米'], 'tabs': ['点号\tX\tY', *tabs[:4], tabs[4] + '\t开采标高1200-900m'],
         'blanks': ['点号 X Y', *spaces[:4], spaces[4] + '，开采标高1200-900m'], 'commas': ['点号,X,Y', *commas[:4], commas[4] + ',3度带28带'], 'attached': ['点号,X,Y', *commas[:4], commas[4] + '。开采标高1200-900m'],
         'east first': ['点号 Y X', *[f'{i} {y:.2f} {x:.2f}' for i, (x, y) in enumerate(RING, 1)][:4], f'5 {RING[4][1]:.2f} {RING[4][0]:.2f}，开采标高1200-900m'],
         'the count of a licence': ['采矿权范围由以下5个拐点圈定：', *labelled[:4], labelled[4] + '。开采深度由1200米至900米标高。'], 'one line, many': ['；'.join(labelled) + '，' + '经核查无误' * 200 + '，共5个拐点']}
for (what, lines), read in zip(PLAIN.items(), screen_all(['\n'.join([HEAD, *lines]) for lines in PLAIN.values()])):
    check(what, read, [([5], 'clear')])
read = screen_all(['\n'.join([HEAD, '采矿权由以下5个拐点圈定：' + '；'.join(labelled) + '，开采标高由1200米至900米标高。', '工业场地由以下4个拐点圈定：' + yard + '。'])])[0]
check('two outlines, the first with words behind', [r[0] for r in read], [[5], [4]])
for rest in ('', '2019年新增', '标高1200.5'):
    write_workbook(FOLDER / 'end.xlsx', {'S': ([[HEAD], ['点号', '坐标', '备注'], *[[i, f'X={x:.2f}，Y={y:.2f}', rest if i == 5 else ''] for i, (x, y) in enumerate(RING, 1)]], [])})
    read, said = applications(FOLDER / 'end.xlsx')
    check(f'a workbook, {rest}: {said[:200]}', [(round(h, 1), v) for _, h, v in read], [(round(shoelace(RING) / 1e4, 1), 'clear')])
(FOLDER / 'c.txt').write_text('\n'.join([HEAD, *labelled[:4], labelled[4] + '。开采深度由1200米至900米标高。']), encoding='utf-8')
check('convert', (convert(FOLDER / 'c.txt').returncode < 2, len(json.loads((FOLDER / 'out.geojson').read_text())['features'][0]['geometry']['coordinates'][0][0]) if (FOLDER / 'out.geojson').exists() else 0), (True, 6))

# --- what cannot be read is an error, not a remark ---
LOST = ['5、X=4984500.50，H=1200，Y=28467900.25，标高1200米', '5、X=4984500.50，Y=284679O0.25。开采标高1200米', '5,4984500.50,2846790O.25,开采标高1200-900m', '5 4984500.50 28467900.25 4984500.55 开采标高1200', '5、东经83°35′52.800″（标高12），北纬44°58′40.800″，开采标高1200米',
        '由以下拐点圈定：5、X=4984500.50（标高12），Y=28467900.25，开采标高1200米']
for line, read in zip(LOST, screen_all(['\n'.join([HEAD, *labelled[:4], line]) for line in LOST])):
    check(f'no corner lost: {line}', read, None)

MIXED = '；'.join(labelled[:2] + ['3、4985018.38，28469249.73'] + labelled[3:])
for line in (MIXED, '采矿权由以下5个拐点圈定：' + MIXED, '矿区拐点为 ' + MIXED):
    check(f'one of a line in another writing: {line}', screen_all([HEAD + '\n' + line])[0], None)
other = '保护区边界坐标 ' + ' '.join(f'{x:.2f}/{y:.2f}' for x, y in YARD)
check('an outline in a text', screen_all(['\n'.join([HEAD, *labelled, other])])[0], [([5], 'review')])
check('wells in a text', screen_all(['\n'.join([HEAD, *labelled, '主井、副井、风井、斜井坐标 ' + ' '.join(f'{x:.2f}/{y:.2f}' for x, y in YARD)])])[0], [([5], 'clear')])

# --- texts beside a list that are none of its rows ---
BESIDE = ['矿区位于某县城南20公里，中心地理坐标东经83°36′30″，北纬44°58′40″，海拔1200米', '地理坐标：东经83°35′00″～83°37′00″，北纬44°57′00″～44°59′00″，海拔1200-1400米', '东经83°35′00″至83°37′00″，北纬44°57′00″至44°59′00″', '主井井口坐标X=4984500.50，Y=28468000.25，H=1250',
          '中心点坐标：X=4984500.50 Y=28468000.25，标高1250米', '1、本次申请开采标高1200-900m', '2、联系电话13999123456，邮编832100', '附图1:2000，日期2019年3月31日', '（1）资源量1234567.8吨，储量345678.9吨', '发证日期20190331，有效期至20300331',
          'X=4983907～4985022，Y=28467900～28469249，标高1200米', '图幅L45E012003、L45E012004']
for where in ('before', 'behind'):
    texts = ['\n'.join([HEAD, line, *labelled] if where == 'before' else [HEAD, *labelled, line]) for line in BESIDE]
    for line, read in zip(BESIDE, screen_all(texts)):
        check(f'{where} the corners: {line}', read, [([5], 'clear')])

# --- how many corners there are said to be ---
four = [f'{i} {x:.2f} {y:.2f}' for i, (x, y) in enumerate(RING[:4], 1)]
closed, area = [*four, '1' + four[0][1:]], shoelace(RING[:4]) / 1e6
COUNTS = [('共4个拐点', four, 'clear'), ('共4个拐点', closed, 'clear'), ('共5个拐点', closed, 'clear'), ('共5个拐点', four, 'review'), ('由以下5个拐点圈定', four, 'review'), ('共6个拐点', four, 'review'), ('共3个拐点', four, 'review'),
          (f'共5个拐点，矿区面积{area:.4f}平方公里', four, 'clear')]
for (said, rows, verdict), read in zip(COUNTS, screen_all(['\n'.join([HEAD, said, *rows]) for said, rows, _ in COUNTS])):
    check(f'{said}, {len(rows)} rows', read, [([4], verdict)])
(FOLDER / 'n.txt').write_text('\n'.join([HEAD, '共5个拐点', *four]), encoding='utf-8')
true('said', 'said to be 5 corners, 4 read and none printed again' in applications(FOLDER / 'n.txt')[1])

# --- the last row alone says 井口: a corner, or the mouth of a shaft? ---
for words in (' 井口', '（井口）', '（3号井口）', '，主井口', '(风井)', ' 中心点', '（井口坐标）'):
    (FOLDER / 'last.txt').write_text('\n'.join([HEAD, '点号 X Y', *four, f'5 4984500.50 28467900.25{words}']), encoding='utf-8')
    read, said = applications(FOLDER / 'last.txt')
    true(f'{words}: {read} {said}', read[0][2] == 'review' and 'line 7 on the corners say' in said)
for marks in (['（界桩）', '', '', ''], ['', '', '（井口）', ''], ['（井口）'] * 4, ['', '', '', '（界桩）']):
    (FOLDER / 'last.txt').write_text('\n'.join([HEAD, '点号 X Y', *[r + m for r, m in zip(four, marks)]]), encoding='utf-8')
    check(f'{marks}: a remark', [a[2] for a in applications(FOLDER / 'last.txt')[0]], ['clear'])

# --- two points in one number: it ends nowhere, and its line is named ---
(FOLDER / 'points.txt').write_text('\n'.join([HEAD, '点号 X Y', *four[:3], '4 4985022.22 2.8468461.27']), encoding='utf-8')
r = redline('screen', FOLDER / 'points.txt', *AREAS)
true(f'a number with two points: {r.stderr}', r.returncode == 3 and 'line 6: "2.8468461.27" is no coordinate' in r.stderr)
(FOLDER / 'points.txt').write_text('\n'.join([HEAD, '点号 X Y', *four[:3], '4 4985022.22 28468461.OO']), encoding='utf-8')
r = redline('screen', FOLDER / 'points.txt', *AREAS)
true(f'letters in a number: {r.stderr}', r.returncode == 3 and '"28468461.OO" is no coordinate' in r.stderr)
done()
