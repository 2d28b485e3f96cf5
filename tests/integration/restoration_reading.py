"""How restoration tables are read: names of sites in other widths, units of columns, commas in numbers, figures that are about right, rows without a reserve."""
import csv, json
from restoration_support import *

LOP, BULGAN = '罗布泊野骆驼', 'bulgan-beaver'


def notes(s, code):
    return [f['text'] for f in s['notes'] if f['code'] == code]


# --- one site, however wide its name is written; the name is kept as it was written ---
names = ['1号矿（东）', '１号矿(东)', '1 号矿（东）', '1号矿　(东)']
ws = workspace('names')
head = '编号,保护区,治理点,应治理面积,面积,单位,阶段,日期\n'
imported(ws, write('一.csv', head + f'a1,布尔根河狸,{names[0]},10公顷,6,公顷,治理恢复,2018-01-01\na2,布尔根河狸,{names[1]},,4,公顷,治理恢复,2018-02-01\na3,布尔根河狸,2号矿,,1,公顷,治理恢复,2018-02-01\n'))
imported(ws, write('二.csv', head + f'b1,布尔根河狸,{names[2]},,6,公顷,通过验收,2018-03-01\nb2,布尔根河狸,{names[3]},,4,公顷,通过验收,2018-04-01\nb3,布尔根河狸,North Pit,,1,公顷,治理恢复,2018-03-01\nb4,布尔根河狸,Ｎｏｒｔｈ　Ｐｉｔ,,2,公顷,治理恢复,2018-04-02\nb5,{LOP},１号矿(东),,1,公顷,治理恢复,2018-03-01\n'))
s = status(ws)
b = row(s, BULGAN)
check('one site of each name', {x['site']: (x['claimed_m2'], x['accepted_m2'], x['remaining_m2']) for x in b['site_list']},
      {names[1]: (100_000, 100_000, 0), '2号矿': (10_000, 0, 10_000), 'North Pit': (30_000, 0, 30_000)})
check('written otherwise, told once for each site', [(all(f'"{n}"' in t for n in names), 'North' in t) for t in notes(s, 'restoration.site_names')], [(True, False), (False, True)])
check('kept as written', {r['site'] for r in rows(ws / 'restoration.gpkg', "SELECT site FROM records WHERE site LIKE '%号矿%东%'")}, {*names})
turned = workspace('turned')
imported(turned, FOLDER / '二.csv', FOLDER / '一.csv')
check('in another order of import', status(turned), s)
book = FOLDER / 'names.xlsx'
check('report', redline('--lang', 'zh', 'restoration', 'report', '-w', ws, '--as-of', '2019-03-31', '--xlsx', book).returncode, 0)
gdal.SetConfigOption('OGR_XLSX_HEADERS', 'FORCE')
check('the records of the report stand as written', {v['治理点'] for v in rows(book, 'SELECT * FROM "记录"')} & {*names}, {*names})

# --- the column of units serves every figure that has none of its own; a unit that is missing is asked for by column ---
ws = workspace('units')
head = '编号,保护区,治理点,应治理面积,破坏面积,面积,回填方量,单位,阶段,日期\n'
imported(ws, write('单位.csv', head + 'u1,布尔根河狸,甲,30,300000,15,1.5万m3,公顷,治理恢复,2018-01-01\nu2,布尔根河狸,乙,30亩,,,,公顷,设施拆除,2018-01-01\nu3,布尔根河狸,丙,,,,500,m3,回填,2018-01-01\n'.replace('300000', '40')))
b = row(status(ws), BULGAN)
check('hectares', {x['site']: (x['required_m2'], x['disturbed_m2'], x['claimed_m2'], x['backfill_m3']) for x in b['site_list']},
      {'甲': (300_000, 400_000, 150_000, 15_000), '乙': (20_000, None, 0, 0), '丙': (None, None, 0, 500)})
for what, line, words in [('required without a unit', 'v,布尔根河狸,甲,30,,,,,治理恢复,2018-01-01', ['"应治理面积"', '"30"', 'no unit']), ('a volume where the unit is one of areas', 'v,布尔根河狸,甲,,,,500,公顷,治理恢复,2018-01-01', ['"回填方量"', '"500"', 'no unit']),
                          ('an unknown unit', 'v,布尔根河狸,甲,,,7,,里,治理恢复,2018-01-01', ['"面积"', '"里"']), ('an unknown unit of the required area', 'v,布尔根河狸,甲,7里,,,,,治理恢复,2018-01-01', ['"应治理面积"', '"里"'])]:
    r = imported(ws, write('缺.csv', head + line + '\n'), status=3)
    true(f'{what}: {r.stderr[:300]}', all(w in r.stderr for w in ['row 2', *words]))

# --- ground that is being worked on: the unit tells an area from a volume; a figure without unit is asked for, 25 个 is none ---
ws = workspace('worked')
head = '编号,保护区,治理点,阶段,治理面积,日期\n'
imported(ws, write('在治理.csv', head + 'w1,布尔根河狸,甲,回填,30亩,2018-01-01\nw2,布尔根河狸,乙,治理中,501万m3,2018-01-01\nw3,布尔根河狸,丙,回填,25个,2018-01-01\nw4,布尔根河狸,丁,回填,6亩,2018-01-01\nw5,布尔根河狸,丁,复绿,3亩,2018-02-01\n'))
check('under way', {x['site']: (x['under_way_m2'], x['claimed_m2'], x['backfill_m3']) for x in row(status(ws), BULGAN)['site_list']},
      {'甲': (20_000, 0, 0), '乙': (0, 0, 5_010_000), '丙': (0, 0, 0), '丁': (2_000, 2_000, 0)})
r = imported(ws, write('无单位.csv', head + 'w6,布尔根河狸,甲,回填,30,2018-01-01\n'), status=3)
true(f'ground worked on, without a unit: {r.stderr[:300]}', all(w in r.stderr for w in ['row 2', '"治理面积"', '"30"', 'no unit']))

# --- the unit of the heading goes before the column 单位; where they differ nobody can tell; an organisation is no unit ---
ws = workspace('heading')
head = '保护区,治理点,治理面积（公顷）,单位,日期\n'
imported(ws, write('公顷.csv', head + '布尔根河狸,甲,10,公顷,2018-01-01\n布尔根河狸,乙,10,某县自然资源局,2018-01-01\n布尔根河狸,丙,10,,2018-01-01\n布尔根河狸,丁,30亩,亩,2018-01-01\n'))
check('ten hectares', {x['site']: x['claimed_m2'] for x in row(status(ws), BULGAN)['site_list']}, {'甲': 100_000, '乙': 100_000, '丙': 100_000, '丁': 20_000})
check('who is responsible', [r['responsible'] for r in rows(ws / 'restoration.gpkg', "SELECT responsible FROM records WHERE site='乙'")], ['某县自然资源局'])
r = imported(ws, write('亩还是公顷.csv', head + '布尔根河狸,戊,10,亩,2018-01-01\n'), status=3)
true(f'heading against column: {r.stderr[:300]}', all(w in r.stderr for w in ['row 2', '治理面积（公顷）', '"单位"', '"亩"']))

# --- headers over two rows: units or figures under one name; one figure in two units counts once ---
TWO = '保护区,治理点,治理面积,,面积（亩）,,日期\n,,亩,公顷,应治理,破坏,\n'
ws = workspace('two rows')
imported(ws, write('两行.csv', TWO + '布尔根河狸,甲,30,,45,60,2018-01-01\n布尔根河狸,乙,,3,,,2018-01-01\n布尔根河狸,丙,15.1,1.01,,,2018-01-01\n'))
two_rows = {'甲': (20_000, 30_000, 40_000), '乙': (30_000, 30_000, None), '丙': (10_066.67, 10_066.67, None)}
of_sites = lambda ws: {x['site']: (x['claimed_m2'], x['required_m2'], x['disturbed_m2']) for x in row(status(ws), BULGAN)['site_list']}
check('two rows of a CSV', of_sites(ws), two_rows)
ws = workspace('two rows merged')
imported(ws, xlsx('两行.xlsx', [['治理台账', None, None, None, None, None, None], ['保护区', '治理点', '治理面积', None, '面积（亩）', None, '日期'], [None, None, '亩', '公顷', '应治理', '破坏', ''],
                                ['布尔根河狸', '甲', 30, '', 45, 60, '2018-01-01'], ['布尔根河狸', '乙', '', 3, '', '', '2018-01-01'], ['布尔根河狸', '丙', 15.1, 1.01, '', '', '2018-01-01']],
                  ['A1:G1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:F2', 'G2:G3']))
check('two rows with merged cells', of_sites(ws), two_rows)
r = imported(ws, write('不等.csv', TWO + '布尔根河狸,丁,15.1,1.02,,,2018-01-01\n'), status=3)  # 10,066.67 ± 33.3 against 10,200 ± 50
true(f'one figure in two units that differ: {r.stderr[:300]}', all(w in r.stderr for w in ['row 3', '15.1亩', '1.02公顷']))
ws = workspace('one row')
imported(ws, write('一行.csv', '保护区,治理点,治理面积（亩）,,日期,阶段\n布尔根河狸,,,,,未开展\n布尔根河狸,甲,30,,2018-01-01,治理恢复\n'))
check('a row of data below is no header', of_sites(ws)['甲'], (20_000, None, None))

# --- days of acceptance beside a stage under another heading; accepted areas beside running sums are running sums ---
# (what was restored without a day of its own has that of its acceptance)
for heading in ['阶段', '状态', '整改进展']:
    ws = workspace('accepted under ' + heading)
    imported(ws, write('验收.csv', f'保护区,治理点,应治理面积,治理面积,完成时间,验收时间,时限,{heading}\n布尔根河狸,甲,100亩,100亩,2018-06-30,2018-09-15,2018-08-31,销号\n'))
    for day, accepted, overdue in [('2018-07-01', 0, 0), ('2018-09-05', 0, 1), ('2018-09-15', 66_666.67, 0)]:
        b = row(status(ws, day), BULGAN)
        check(f'{heading}, {day}', (b['claimed_m2'], b['accepted_m2'], b['overdue']), (66_666.67, accepted, overdue))
for headings in ['累计治理面积（亩）,已验收面积（亩）', '累计治理面积（亩）,累计验收面积（亩）', '累计治理面积（亩）,累计已验收面积（亩）']:
    ws = workspace('running ' + headings[9:])
    imported(ws, write('累计.csv', f'保护区,治理点,应治理面积（亩）,{headings},验收日期,填报日期\n' + ''.join(f'布尔根河狸,甲,200,{line}\n' for line in
             ['50,,,2018-03-31', '120,50,2018-06-15,2018-06-30', '200,120,2018-09-15,2018-09-30', '200,200,2018-12-15,2018-12-31'])))
    for day, claimed, accepted in [('2018-04-01', 50, 0), ('2018-06-30', 120, 50), ('2018-09-14', 120, 50), ('2018-09-15', 200, 120), ('2018-09-30', 200, 120), ('2018-12-31', 200, 200)]:
        b = row(status(ws, day), BULGAN)
        check(f'{headings}, {day}', (b['claimed_m2'], b['accepted_m2']), tuple(round(n * 2000 / 3, 2) for n in (claimed, accepted)))

ws = workspace('running above')
imported(ws, write('单位在上.csv', '单位：亩,,,,,\n保护区,治理点,累计治理面积,累计验收面积,验收日期,填报日期\n布尔根河狸,甲,120,0,,2018-03-31\n布尔根河狸,甲,200,未验收,-,2018-06-30\n布尔根河狸,甲,200,120,2018-09-15,2018-09-30\n'))
for day, claimed, accepted in [('2018-03-31', 120, 0), ('2018-06-30', 200, 0), ('2018-09-15', 200, 120)]:
    b = row(status(ws, day), BULGAN)
    check(f'the unit above serves accepted sums, 0 and 未验收 are none, {day}', (b['claimed_m2'], b['accepted_m2']), tuple(round(n * 2000 / 3, 2) for n in (claimed, accepted)))

# --- commas stand between groups of three, or are no thousands separators ---
ws = workspace('commas')
head = '编号,保护区,治理点,面积,单位,阶段,日期\n'
for wrong in ('"1,23"', '"1,2345"', '"12,34,567"', '"1,234,56"', '"1234,567"', '"1，23"', '",123"', '"1,234.5,678"', '"0.123,456"'):
    r = imported(ws, write('逗号.csv', head + f'k,布尔根河狸,甲,{wrong},m2,治理恢复,2018-01-01\n'), status=3)
    true(f'{wrong}: {r.stderr[:200]}', 'row 2' in r.stderr and '"面积"' in r.stderr and 'groups of three' in r.stderr)
imported(ws, write('千分.csv', head + 'k1,布尔根河狸,甲,"1,234",m2,治理恢复,2018-01-01\nk2,布尔根河狸,乙,"1,234,567.8",m2,治理恢复,2018-01-01\nk3,布尔根河狸,丙,"１，０００亩",,治理恢复,2018-01-01\n'))
check('thousands', {x['site']: x['claimed_m2'] for x in row(status(ws), BULGAN)['site_list']}, {'甲': 1234, '乙': 1_234_567.8, '丙': 666_666.67})

# --- a figure that is about right counts as it is written, and is marked ---
ws = workspace('about')
imported(ws, write('约.csv', head + 'q1,布尔根河狸,甲,约100亩,,治理恢复,2018-01-01\nq2,布尔根河狸,甲,大约 2,公顷,治理恢复,2018-02-01\nq3,布尔根河狸,乙,30公顷左右,,治理恢复,2018-02-01\nq4,布尔根河狸,乙,近4,公顷,治理恢复,2018-03-01\nq5,布尔根河狸,丙,5,公顷,治理恢复,2018-02-01\n'))
b = row(status(ws), BULGAN)
check('about', {x['site']: (x['claimed_m2'], x['approximate']) for x in b['site_list']}, {'甲': (86_666.67, True), '乙': (340_000, True), '丙': (50_000, False)})
check('each is named', sorted((f['record'], f['severity']) for f in found(b, 'approximate')), [(f'q{n}', 'info') for n in (1, 2, 3, 4)])
check('the words are kept', [r['value'] for r in rows(ws / 'restoration.gpkg', 'SELECT value FROM records ORDER BY fid')], ['约100亩', '大约 2', '30公顷左右', '近4', '5'])
page = FOLDER / 'about.html'
check('report', redline('--lang', 'zh', 'restoration', 'report', '-w', ws, '--as-of', '2019-03-31', '-o', page).returncode, 0)
text = page.read_text(encoding='utf-8')
true('marked in the table of sites', '约 86,666.67' in text and '约 340,000' in text and '约 50,000' not in text)
curve = lambda text: text.split('class="curve"')[1].split('</svg>')[0]
black, red = 'text-anchor="end">2019-03-31</text>', 'fill="#a61c1c">{}</text>'
check('the curve ends on a day', (curve(text).count(black), '#a61c1c' in curve(text)), (1, False))
late = FOLDER / 'late.html'
imported(ws, write('时限.csv', '保护区,治理点,应治理面积（亩）,时限,日期\n布尔根河狸,甲,200,2018-12-31,2018-01-01\n'))
check('report', redline('restoration', 'report', '-w', ws, '--as-of', '2019-03-31', '-o', late).returncode, 0)
check('and shows a deadline before it', [curve(late.read_text(encoding='utf-8')).count(x) for x in (black, red.format('2018-12-31'))], [1, 1])
imported(ws, write('时限后.csv', '保护区,治理点,应治理面积（亩）,时限,日期\n布尔根河狸,乙,900,2019-06-30,2018-01-01\n'))
check('report', redline('restoration', 'report', '-w', ws, '--as-of', '2019-03-31', '-o', late, '--overwrite').returncode, 0)
check('or ends on one', [curve(late.read_text(encoding='utf-8')).count(x) for x in ('text-anchor="end"', red.format('2019-06-30'))], [0, 1])

loose = workspace('loose')
imported(loose, write('约数.csv', '编号,保护区,治理点,破坏面积,面积,单位,阶段,日期,包含于,合计于\ng1,布尔根河狸,甲,约10,11,公顷,治理恢复,2018-01-01,,\ng2,布尔根河狸,乙,10,11,公顷,治理恢复,2018-01-01,,\n'
                         'h1,布尔根河狸,丙,,约20,公顷,治理恢复,2018-01-01,,\nh2,布尔根河狸,丙,,21,公顷,治理恢复,2018-01-02,h1,h1\n'))
check('what is about right contradicts nothing', sorted((f['code'].split('.')[1], f['record']) for f in row(status(loose), BULGAN)['findings'] if f['severity'] == 'error'), [('restored_exceeds_disturbed', 'g2')])
old = ogr.Open(str(loose / 'restoration.gpkg'), 1)
old.ExecuteSQL("UPDATE records SET value = '1,1' WHERE record_id = 'g2'")  # as an older store may have it
old = None
s = status(loose)
check('a figure that is read no more is told', ([x['claimed_m2'] for x in row(s, BULGAN)['site_list'] if x['site'] == '乙'], [('g2: 乙 1,1公顷' in t) for t in notes(s, 'restoration.unread_figure')]), ([0], [True]))

# --- stages under 状态, two columns of areas, a correction of damage without a stage, and the message on a known file ---
ws = workspace('stages')
file = write('状态.csv', '保护区,治理点,状态,日期,面积（亩）,治理面积（亩）\n布尔根河狸,甲,已治理,2018-01-01,1000,90\n布尔根河狸,甲,退回再整改,2018-06-01,1000,90\n布尔根河狸,乙,验收,2018-06-01,1000,60\n')
said = imported(ws, file).stdout
true('what is read as the stage, what is not read', '状态' in said and '3' in said and '面积（亩）' in said)
r = row(status(ws), BULGAN)
check('sent back', (r['claimed_m2'], r['accepted_m2']), (40000, 40000))
true('what to do if that was misread', '--column' in imported(ws, file).stdout)
head3 = '保护区,治理点,阶段,状态,日期,治理面积（亩）\n布尔根河狸,甲,'
true('a word that is no stage', '重做' in imported(ws, write('无阶段.csv', head3 + ',重做,2018-01-01,90\n'), status=3).stderr)
true('two stages', '退回' in imported(ws, write('两阶段.csv', head3 + '治理恢复,退回,2018-01-01,90\n'), status=3).stderr)
ws = workspace('damage')
imported(ws, write('更正破坏.csv', '编号,保护区,治理点,阶段,日期,数值,单位,更正\nz,布尔根河狸,甲,破坏,2017-01-01,90,亩,\na,布尔根河狸,甲,治理恢复,2018-01-01,90,亩,\ny,布尔根河狸,甲,,2018-06-01,120,亩,z\n'))
r = row(status(ws), BULGAN)
check('corrected damage is damage', (r['required_m2'], r['claimed_m2'], r['findings']), (80000, 60000, []))

# --- rows without a reserve are named; what the register does not know is told in order of name ---
ws = workspace('nowhere')
imported(ws, write('无.csv', head + '\n'.join(f'n{n},{r},甲,{n},公顷,治理恢复,{d}' for n, r, d in ((1, '', '2018-01-01'), (2, '布尔根河狸', '2018-01-01'), (3, '', '2018-01-02'), (4, '黄山', '2018-01-01'), (5, '', '2020-01-01'))) + '\n'))
imported(ws, write('又.csv', head + 'm1,,乙,1,公顷,治理恢复,2018-01-01\nm2,泰山,乙,1,公顷,治理恢复,2018-01-01\n'))
s = status(ws)
check('by file and row', [t.split(';')[0] for t in notes(s, 'restoration.rows_without_reserve')], ['又.csv: no reserve is named in row 2', '无.csv: no reserve is named in row 2, 4'])
check('all of them', s['region']['records_elsewhere'], 5)
check('names in order', [t for t in notes(s, 'register.unknown_name')], sorted(notes(s, 'register.unknown_name')))
turned = workspace('nowhere turned')
imported(turned, FOLDER / '又.csv', FOLDER / '无.csv')
check('whatever was imported first', status(turned), s)
many = workspace('many')
imported(many, write('多.csv', head + ''.join(f'x{n},,甲,{n},公顷,治理恢复,2018-01-01\n' for n in range(1, 41))))
true('not too many numbers', 'in row 2, 3, 4, ' in notes(status(many), 'restoration.rows_without_reserve')[0] and ', 21 and 20 more;' in notes(status(many), 'restoration.rows_without_reserve')[0])

# --- what happened after a row goes on acting on its correction; what was sent back and redone is new; said twice is once; without a day is last ---
ws = workspace('places')
head = '编号,保护区,治理点,阶段,日期,数值,单位,应治理面积,更正,口径\n'
sites = {'正后退': '治理恢复 2018-01-01 100|退回再整改 2018-03-01|改1 2018-06-01 80', '正后验': '治理恢复 2018-01-01 100|县级验收 2018-03-01|改1 2018-06-01 80', '退后正': '治理恢复 2018-01-01 100|退回再整改 2018-03-01|治理恢复 2018-06-01 100|县级验收 2018-07-01|改2 2018-09-01 90',
         '退半': '治理恢复 2018-01-01 100|退回再整改 2018-03-01 50|治理恢复 2018-06-01 50', '再验': '治理恢复 2018-01-01 100|验收 2018-02-01 100|退回再整改 2018-03-01 50|治理恢复 2018-05-01 50|验收 2018-07-01 50',
         '退两次': '治理恢复 2018-01-01 100|退回再整改 2018-03-01 30|退回再整改 2018-03-01 30.0', '无日退': '治理恢复 2018-01-01 100|验收 2018-02-01|退回再整改', '无日验': '治理恢复 2018-01-01 100|验收', '再破坏': '治理恢复 2018-01-01 100|验收 2018-02-01|再次破坏 2018-06-01 40'}
lines = []
for site, events in sites.items():
    for n, event in enumerate(events.split('|'), 1):
        stage, day, value = (event.split(' ') + ['', ''])[:3]
        fixes = f'{site}{stage[1:]}' if stage.startswith('改') else ''
        lines.append(f"{site}{n},布尔根河狸,{site},{'' if fixes else stage},{day},{value},{'亩' if value else ''},{'100亩' if n == 1 else ''},{fixes},\n")
imported(ws, write('先后.csv', head + ''.join(lines)))
b = row(status(ws), BULGAN)
check('claimed, accepted, remaining in 亩', {x['site']: tuple(round(x[k] * .0015) for k in ('claimed_m2', 'accepted_m2', 'remaining_m2')) for x in b['site_list']},
      {'正后退': (0, 0, 100), '正后验': (80, 80, 20), '退后正': (100, 100, 0), '退半': (100, 0, 100), '再验': (100, 100, 0), '退两次': (70, 0, 100), '无日退': (0, 0, 100), '无日验': (100, 100, 0), '再破坏': (60, 60, 40)})
check('what is told', sorted((f['code'].split('.')[1], f['record']) for f in b['findings']), [('cumulative_as_new', '退后正3'), ('disturbed_again', '再破坏3'), ('repeated_claim', '退两次3'), ('undated_last', '无日退3'), ('undated_last', '无日验2')])
early = {x['site']: x['claimed_m2'] for x in row(status(ws, '2018-02-15'), BULGAN)['site_list']}
check('before', (early['正后退'], early['正后验']), (66_666.67, 66_666.67))
side = workspace('side by side')
patch = lambda n, x, day: {'type': 'Feature', 'properties': {'编号': n, '保护区': LOP, '治理点': '甲', '阶段': '治理恢复', '日期': day}, 'geometry': {'type': 'Polygon', 'coordinates': [[[x, 40], [x + .005, 40], [x + .005, 40.01], [x, 40.01], [x, 40]]]}}
imported(side, write('并排.geojson', json.dumps({'type': 'FeatureCollection', 'features': [patch('1', 90, '2018-01-01'), patch('2', 90.005, '2018-06-01')]}, ensure_ascii=False)))
one = row(status(side, '2018-05-31'), 'lop-nur')['claimed_m2']
true('two patches of one size are twice as much', abs(row(status(side), 'lop-nur')['claimed_m2'] - 2 * one) < .02 < one)

# ---- rows of totals are kept and compared with the rows they close, wherever the word stands; they never count
totals = workspace('totals')
sums = """序号,保护区,治理点,县市,治理面积（亩）,应治理面积（亩）,日期
合计,,,,400,500,
1,布尔根河狸,甲矿,青河县,100,200,2018-06-30
2,布尔根河狸,乙矿,青河县,50.25,100,2018-06-30
,布尔根河狸,,青河县小计,150,300,2018-06-30
3,布尔根河狸,丙矿,福海县,150,200,2018-06-30
,布尔根河狸,合　计,,150,250,2018-06-30
总计,,,,300.2,500,
"""
said = imported(totals, write('合计.csv', sums)).stdout
check('rows of totals are named', ('row 2, 5, 7, 8' in said, said.count('(a total)')), (True, 2))
# 400 is not 300.25 (the 亩 of all rows), 150 is 150.25 to half a unit, 250 is not 200, 300.2 is not 300.25 to half of 0.1: that is the limit, and agrees
check('which do not fit, with the sum of their rows in m²', [all(w in said for w in words) for words in (('row 2 (a total)', '400亩', '200166.67'), ('row 7 (a total)', '250亩', '133333.33'), ('row 2 (a total): "治理面积（亩）"',))], [True] * 3)
b = row(status(totals), BULGAN)
check('they never count, and those that do not fit stay findings', (b['claimed_m2'], b['required_m2'], len(b['site_list']), [f['code'] for f in b['findings']], notes(status(totals), 'restoration.rows_without_reserve')), (200_166.67, 333_333.33, 3, ['restoration.totals_differ'] * 2, []))
check('they are kept with their source', len([1 for r in rows(totals / 'restoration.gpkg', 'SELECT raw FROM rows') if '计"' in r['raw']]), 4)
true('again they are known', '0 added, 7 known' in imported(totals, write('合计二.csv', sums + '\n')).stdout)

# ---- damage in a column of its own: also what was disturbed again
damage = workspace('damaged again')
imported(damage, write('破坏列.csv', """编号,保护区,治理点,破坏面积（公顷）,治理面积（公顷）,日期,阶段
1,布尔根河狸,丁矿,10,,2017-06-30,破坏
2,布尔根河狸,丁矿,,10,2018-06-30,复绿
3,布尔根河狸,丁矿,,10,2018-07-30,县级验收
4,布尔根河狸,丁矿,4,,2018-10-30,再次破坏
"""))
b = row(status(damage, '2018-12-31'), BULGAN)
check('4 of 10 hectares are to be done again', [b[k] for k in ('required_m2', 'claimed_m2', 'accepted_m2', 'remaining_m2', 'share')], [100_000, 60_000, 60_000, 40_000, .6])
check('before that', [row(status(damage, '2018-10-29'), BULGAN)[k] for k in ('accepted_m2', 'remaining_m2')], [100_000, 0])
check('told', [f['code'] for f in b['findings']], ['restoration.disturbed_again'])

# --- a day of which only the month or the year is known stands where the exact days of its site need it ---
months = {'退': '复绿 2018年6月 6|退回 2018-06-20', '验': '复绿 2018-06 6|验收 2018-06-20 6', '年': '复绿 2018 6|验收 2018年6月 6|退回 2018-06-20', '改': '复绿 2018-05-10 6|退回 2018-06-10|复绿 2018年6月 6|验收 2018-06-25 6',
          '再': '复绿 2017-05-01 6|再次破坏 2018年6月 2|复绿 2018-06-10 1', '末': '复绿 2018年6月底 6|退回 2018-06-20', '后': '复绿 2018-05 6|退回 2018-06-20', '月': '复绿 2018-06 6|验收 2018/6 6'}
table = [f'{site}{n},布尔根河狸,{site},{event.split()[0]},{event.split()[1]},{(event.split() + [""])[2]},{"公顷" if len(event.split()) > 2 else ""},' for site, events in months.items() for n, event in enumerate(events.split('|'), 1)]
ws, turned = workspace('months'), workspace('months turned')
head = '编号,保护区,治理点,阶段,日期,数值,单位,更正\n'
imported(ws, write('月份.csv', head + '\n'.join(table) + '\n'))
imported(turned, write('月份倒.csv', head + '\n'.join(reversed(table[::2])) + '\n'), write('月份倒二.csv', head + '\n'.join(reversed(table[1::2])) + '\n'))
b = row(status(ws), BULGAN)
sums = lambda b: {x['site']: (x['claimed_m2'] / 10_000, x['accepted_m2'] / 10_000) for x in b['site_list']}
check('restored and accepted, in hectares', sums(b), {'退': (0, 0), '验': (6, 6), '年': (0, 0), '改': (6, 6), '再': (5, 0), '末': (6, 0), '后': (0, 0), '月': (6, 6)})
check('what was assumed', sorted((f['record'], f['severity'], ' before ' in f['text']) for f in found(b, 'imprecise_day')), [('再2', 'info', False), ('年1', 'info', True), ('年2', 'info', True), ('改3', 'info', True), ('退1', 'info', True)])
check('nothing else is told but damage', sorted({f['code'].split('.')[1] for f in b['findings']} - {'imprecise_day'}), ['disturbed_again'])
check('whatever was imported first', row(status(turned), BULGAN), b)
days = {d: sums(row(status(ws, d), BULGAN)) for d in ('2018-06-19', '2018-06-20')}
check('in force with the day that needs it, at the end of the month at the latest', [(s.get('验'), s.get('月')) for s in days.values()], [(None, None), ((6, 6), None)])
# of 90 亩 30 are restored, 20 of them disturbed again, and 20 more restored on an exact day: 30; of a year alone 30 less 20; 破坏 is no return
ws_again = workspace('disturbed in a month')
imported(ws_again, write('月再.csv', '编号,保护区,治理点,阶段,日期,治理面积（亩）,破坏面积（亩）,应治理面积（亩）\n' + ''.join(f'{site}{n},布尔根河狸,{site},{stage},{day},{"" if "破坏" in stage else mu},{mu if "破坏" in stage else ""},{90 if n == 1 else ""}\n' for site, events in (
    ('月', '治理恢复 2018-06-05 30|再次破坏 2018年6月 20|治理恢复 2018-06-20 20'), ('年', '治理恢复 2018年 30|再次破坏 2018年 20'), ('月末', '治理恢复 2018年6月 30|新增破坏 2018年6月 20'), ('前', '破坏 2018-06-05 40|治理恢复 2018-06-05 30')) for n, (stage, day, mu) in enumerate((e.split() for e in events.split('|')), 1)))).stdout
d = row(status(ws_again, '2018-12-31'), BULGAN)
check('disturbed again comes last in its time, in 亩', {x['site']: (round(x['claimed_m2'] * .0015, 2), round(x['required_m2'] * .0015, 2)) for x in d['site_list']}, {'月': (30, 90), '年': (10, 90), '月末': (10, 90), '前': (30, 90)})
check('and is told', [sorted({f['record'] for f in found(d, code)}) for code in ('imprecise_day', 'disturbed_again')] + [sorted({f['code'].split('.')[1] for f in d['findings'] if f['severity'] == 'warning'})], [['年2', '月2', '月末2']] * 2 + [['disturbed_again']])
check('in June', round(row(status(ws_again, '2018-06-30'), BULGAN)['claimed_m2'] * .0015, 2), 70)

gdal.VectorTranslate(str(FOLDER / '月份导出.csv'), str(ws / 'restoration.gpkg'), layers=['records'], format='CSV')
again = workspace('months again')
imported(again, FOLDER / '月份导出.csv')
check('a table out of a store says the same', sums(row(status(again), BULGAN)), sums(b))
imported(ws, write('月份正.csv', head + '正,布尔根河狸,退,,2018-06-25,,,退1\n'))
check('a correction that tells the day', sums(row(status(ws), BULGAN))['退'], (6, 0))
drawn = workspace('months drawn', with_map=True)
shown = json.loads((drawn / '自然保护区_示意.geojson').read_text(encoding='utf-8'))
x, y = next(g.PointOnSurface().GetPoint()[:2] for g in (ogr.CreateGeometryFromJson(json.dumps(f['geometry'])) for f in shown['features'] if LOP in f['properties']['BHQMC']))
patch = lambda n, dx, day: {'type': 'Feature', 'geometry': {'type': 'Polygon', 'coordinates': [[[x + dx, y], [x + dx + .005, y], [x + dx + .005, y + .005], [x + dx, y + .005], [x + dx, y]]]}}
imported(drawn, write('月图.geojson', json.dumps({'type': 'FeatureCollection', 'features': [dict(patch(f'g{n}', n / 100, '2018年6月'), properties={'编号': f'g{n}', '保护区': LOP, '治理点': site, '阶段': '治理恢复', '日期': '2018年6月'}) for n, site in enumerate(('甲', '乙'))]}, ensure_ascii=False)),
         write('月图事.csv', f'编号,保护区,治理点,阶段,日期,数值\nh1,{LOP},甲,验收,2018-06-20,\nh2,{LOP},乙,退回,2018-06-20,\n'))
s = row(status(drawn))
check('by polygon', {x['site']: (x['claimed_m2'] > 100_000, x['accepted_m2'] == x['claimed_m2']) for x in s['site_list']}, {'甲': (True, True), '乙': (False, True)})
check('without contradictions', [f['code'] for f in s['findings'] if f['severity'] != 'info'], [])
for wrong in ('2018.1', ' 2018.1 '):
    true('January or October is asked', all(w in imported(ws, write('十月.csv', head + f'o,布尔根河狸,甲,复绿,{wrong},6,公顷,\n'), status=3).stderr for w in ('row 2', '2018-01', '2018-10')))

# --- what is asked of a site is asked before the day on which its work was done ---
ws = workspace('asked before')
lines = '保护区,治理点,应治理面积（亩）,治理面积（亩）,治理阶段,完成时间,整改时限\n布尔根河狸,甲,50,50,县级验收,2018-03-31,\n布尔根河狸,乙,1000,1000,县级验收,2018-11-30,2018-05-31\n布尔根河狸,丙,450,,设施拆除,,\n'
imported(ws, write('完成.csv', lines), '--reported-on', '2018-12-31')
b = row(status(ws, '2018-06-30'), BULGAN)
check('50 of 1500 亩', (b['required_m2'], b['claimed_m2'], b['accepted_m2'], round(b['share'], 4)), (1_000_000, 33_333.33, 33_333.33, .0333))
check('with the deadline', [f['record'] != '' for f in found(b, 'deadline_passed')], [True])
check('left out: what was done later, not what was asked', [n.split(': ')[1] for n in notes(status(ws, '2018-06-30'), 'restoration.later')], ['2 records, 0 tasks'])
b = row(status(ws), BULGAN)
check('then', (b['required_m2'], b['accepted_m2'], [f['code'] for f in b['findings'] if f['severity'] == 'warning']), (1_000_000, 700_000, []))
imported(ws, write('早先.csv', '保护区,治理点,应治理面积（亩）,填报日期\n布尔根河狸,乙,1200,2018-02-01\n'))
check('what was said by then comes first', [row(status(ws, d), BULGAN)['required_m2'] for d in ('2018-06-30', '2018-12-31')], [1_133_333.33, 1_000_000])
imported(ws, write('更正应治理.csv', '保护区,治理点,应治理面积（亩）,日期,更正\n布尔根河狸,甲,80,2018-10-01,' + next(r['id'] for r in rows(ws / 'restoration.gpkg', "SELECT record_id AS id FROM records WHERE site='甲' AND stage<>''")) + '\n'))
check('a correction counts from its own day', [row(status(ws, d), BULGAN)['required_m2'] for d in ('2018-09-30', '2018-10-01')], [1_133_333.33, 1_153_333.33])


# --- acceptance in columns of its own, running sums and increments ---
ws = workspace('columns')
said = imported(ws, write('分列.csv', """编号,保护区,治理点,治理面积（亩）,完成时间,验收面积（亩）,验收时间,阶段,填报日期,销号台账
p1,布尔根河狸,甲,150,2018-06-01,90,2018-12-01,,,无
p2,布尔根河狸,乙,150,2018-06-01,,2018-12-01,,,
p3,布尔根河狸,丙,150,2018-06-01,,,,,
p4,布尔根河狸,丁,150,,120,2018-12-01,县级验收,2019-01-31,
p5,布尔根河狸,戊,,,60,2018-12-01,,,
p6,布尔根河狸,己,150,2018年11月,150,2018-11-20,,,
""")).stdout
in_mu = lambda ws, day='2019-03-31': {x['site']: tuple(round(x[k] * .0015, 4) for k in ('claimed_m2', 'accepted_m2')) for x in row(status(ws, day), BULGAN)['site_list']}
check('restored and accepted, in 亩', in_mu(ws), {'甲': (150, 90), '乙': (150, 150), '丙': (150, 0), '丁': (150, 120), '戊': (60, 60), '己': (150, 150)})
check('on the day before', in_mu(ws, '2018-11-30'), {'甲': (150, 0), '乙': (150, 0), '丙': (150, 0), '己': (150, 150)})
check('nothing is told: an accepted area was restored', row(status(ws), BULGAN)['findings'], [])
true('a column that looks like a stage is named as not read', 'warning' in said and '"销号台账" (1 cells)' in said and said.count('warning') == 1)
imported(ws, write('分列正.csv', "编号,保护区,治理点,治理面积（亩）,完成时间,更正\np7,布尔根河狸,甲,120,2019-02-01,p1\n"))
check('a correction leaves the acceptance on its day', (in_mu(ws)['甲'], in_mu(ws, '2019-01-31')['甲'], [f['code'] for f in found(row(status(ws), BULGAN), 'accepted_before_restored')]), ((120, 90), (150, 90), []))
ws = workspace('sums')
imported(ws, write('累计.csv', """编号,保护区,治理点,日期,治理面积（亩）,本年治理面积（亩）,累计治理面积（亩）
c1,布尔根河狸,甲,2017-12-31,,20,20
c2,布尔根河狸,甲,2018-06-30,,10,30
c3,布尔根河狸,甲,2018-12-31,,30,50
c4,布尔根河狸,甲,2019-03-01,,10,70
c5,布尔根河狸,乙,2018-12-31,30,,80
c6,布尔根河狸,丙,2018-06-30,,30,
c7,布尔根河狸,丙,2018-12-31,,5,
"""))
check('a running sum stands for all before it, increments add up', in_mu(ws), {'甲': (70, 0), '乙': (80, 0), '丙': (35, 0)})
# c2 rises by 10; c3 by 20 since June and by 30 since the year before; c4 by 20, of which 10 are called new
check('compared', [(f['code'].split('.')[1], f['record']) for f in row(status(ws), BULGAN)['findings']], [('increment_contradicts', 'c4')])
true('which is the new one?', 'nobody can tell' in imported(ws, write('两数.csv', '编号,保护区,治理点,日期,治理面积（亩）,本年治理面积（亩）\ne,布尔根河狸,甲,2017-12-31,100,20\n'), status=3).stderr)

# --- stages and status words under other headings, by their content ---
ws = workspace('progress')
said = imported(ws, write('进度.csv', f"""编号,保护区,治理点,治理面积（亩）,日期,整改情况
s1,布尔根河狸,甲,150,2018-06-01,已销号
s2,布尔根河狸,乙,150,2018-06-01,正在开展
s3,布尔根河狸,丙,150,2018-06-01,全面完成
s4,布尔根河狸,,,2018-06-01,基本完成
s5,{LOP},,,2018-06-01,未开展
s6,布尔根河狸,丁,50,2018-06-01,进展良好
s7,布尔根河狸,戊,40,2018-06-01,拆除厂房3栋，覆土到位
s8,布尔根河狸,己,30,2018-06-01,大部分完成
""")).stdout
check('stages', in_mu(ws), {'甲': (150, 150), '乙': (0, 0), '丙': (150, 0), '丁': (0, 0), '戊': (40, 0), '己': (0, 0)})
check('claimed of the reserves', [row(status(ws), r)['status_claimed'] for r in (BULGAN, 'lop-nur')], ['基本完成', '未开展'])
true('what is read as what, and what is not', all(w in said for w in ('整改情况 holds stages (2 rows)', '"整改情况" reads “进展良好” (row 7) “大部分完成” (row 9) in 2 rows', '"整改情况" hold “拆除厂房3栋，覆土到位” (row 8)', '"整改情况" gives sites a status word in 2 rows')))

# --- ground of which a status says that it is not done is not restored; 未销号 says no more than that nobody accepted it ---
STATES = '甲,10.5,已完成整改|乙,3,整改中|丙,4,已销号|丁,5,退回整改|戊,2,未完成|己,6,未销号|庚,7,待整改'.split('|')
for heading in ('整改状态', '状态', '治理状态', '完成状态', '验收状态', '销号状态'):
    ws = workspace('state ' + heading)
    imported(ws, write(f'{heading}.csv', f'保护区,治理点,治理面积（公顷）,{heading},填报日期\n' + ''.join(f'布尔根河狸,{line},2018-12-31\n' for line in STATES)))
    b = row(status(ws), BULGAN)
    check(f'10.5 + 4 + 6 ha under {heading}, of which 4 accepted', (b['claimed_m2'], b['accepted_m2']), (205_000, 40_000))
ws = workspace('lowered')
said = imported(ws, write('两列.csv', '保护区,治理点,治理面积（亩）,治理阶段,整改状态,日期\n布尔根河狸,甲,30,复绿,整改中,2018-06-01\n布尔根河狸,乙,30,种植,整改中,2018-06-01\n布尔根河狸,丙,30,县级验收,已完成整改,2018-06-01\n布尔根河狸,丁,30,治理恢复,,2018-06-01\n')).stdout
check('the lesser of stage and status', in_mu(ws), {'甲': (0, 0), '乙': (0, 0), '丙': (30, 30), '丁': (30, 0)})
true('which is told', 'in 1 rows the stage and what the column "整改状态" reads (“整改中” (row 2)) contradict each other' in said)

done()
