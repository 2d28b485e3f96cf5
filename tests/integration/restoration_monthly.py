"""Reports of one table month by month: what is done so far (已治理面积, or any area under 截至…) is the state of that day and takes the place of the one before; what is called new is added; a plain figure that grows is asked about. All areas in 公顷."""
import sqlite3
from restoration_support import *

WILD = 'bulgan-beaver'
NAME = '布尔根河狸'


def ha(ws, day):
    """Claimed, accepted and under way in 公顷, by site."""
    return {x['site']: tuple(round(x[k] / 10000, 2) for k in ('claimed_m2', 'accepted_m2', 'under_way_m2')) for x in row(status(ws, day), WILD)['site_list']}


def codes(ws, day):
    return sorted(f['code'].split('.')[1] for f in row(status(ws, day), WILD)['findings'] if f['severity'] != 'info')


def report(name, title, head, lines):
    return write(name, f'{title}\n{head}\n' + ''.join(line.replace('布,', NAME + ',') + '\n' for line in lines))


DAYS = ('2018-10-31', '2018-11-30', '2018-12-31')
MONTHS = [('5,3', '8,4'), ('12,8', '10,4'), ('20,12', '10,10')]
TITLES = [f'治理进展月报（截至2018年{m}）' for m in ('10月31日', '11月30日', '12月31日')]
RIGHT = [{'甲': (5, 3, 0), '乙': (8, 4, 0)}, {'甲': (12, 8, 0), '乙': (10, 4, 0)}, {'甲': (20, 12, 0), '乙': (10, 10, 0)}]


def months(name, titles, done, accepted, order=(0, 1, 2)):
    files = [report(f'{name}{i}.csv', titles[i], f'序号,保护区,矿山名称,应治理面积（公顷）,{done},{accepted}', [f'1,布,甲,40,{a}', f'2,布,乙,30,{b}']) for i, (a, b) in enumerate(MONTHS)]
    ws = workspace(name)
    said = [imported(ws, files[i]).stdout for i in order]
    return ws, said, files


# --- done so far, under 截至 and by its own name: the last report stands ---
for name, titles, treated, checked in [('so far', TITLES, '已治理面积（公顷）', '已验收面积（公顷）'), ('so far named otherwise', TITLES, '已完成治理面积（公顷）', '通过验收面积（公顷）'),
                                     ('plain under 截至', TITLES, '治理面积（公顷）', '验收面积（公顷）'), ('so far of the day it was filled in', [t.replace('截至', '填报时间：') for t in TITLES], '已治理面积（公顷）', '已验收面积（公顷）')]:
    ws, said, files = months(name, titles, treated, checked)
    check(f'{name}: each month', [ha(ws, d) for d in DAYS], RIGHT)
    check(f'{name}: nothing to ask', codes(ws, DAYS[2]), [])
    true(f'{name}: the import says so: {said[0]}', 'state of the day' in said[0])
    total = row(status(ws, DAYS[2]), WILD)
    check(f'{name}: of the reserve', (total['claimed_m2'], total['accepted_m2'], total['remaining_m2'], total['status']), (300000, 220000, 480000, 'under_way'))
    turned, _, _ = months(name + ' turned', titles, treated, checked, (2, 0, 1))
    check(f'{name}: whatever was imported first', [ha(turned, d) for d in DAYS], RIGHT)
    true('imported twice', '0 added, 2 known' in imported(ws, write('再.csv', files[1].read_text() + '\n')).stdout)
    check('changes nothing', [ha(ws, d) for d in DAYS], RIGHT)

# --- several rows of one site in a report add up; two reports of one day do not ---
ws = workspace('parts')
for title, lines in zip(TITLES, (['布,甲,5', '布,甲,3'], ['布,甲,6', '布,甲,4'])):
    imported(ws, report(f'分{title[-6:-3]}.csv', title, '保护区,矿山名称,已治理面积（公顷）', lines))
check('each report is the sum of its rows', ([ha(ws, d)['甲'][0] for d in DAYS[:2]], codes(ws, DAYS[1])), ([8, 10], []))
imported(ws, report('另一份.csv', TITLES[1], '保护区,矿山名称,已治理面积（公顷）', ['布,甲,12']))
check('the larger of two reports, with a word', (ha(ws, DAYS[1])['甲'][0], codes(ws, DAYS[1])), (12, ['reports_differ']))

# --- plain figures, no word either way: the larger counts, and that is told; 新增 is added ---
HEAD = '保护区,矿山名称,治理面积（公顷）,填报日期'
plain = lambda ws, n, day, more='': imported(ws, write(f'{ws.name}{day}.csv', f'{HEAD}{",口径" if more else ""}\n{NAME},甲,{n},{day}{more}\n'))
ws, new = workspace('grown'), workspace('said to be new')
for n, day in zip((5, 12, 20), DAYS):
    plain(ws, n, day), plain(new, n, day, ',新增')
check('grown: 20, asked twice', (ha(ws, DAYS[2])['甲'][0], codes(ws, DAYS[2])), (20, ['grown_figure'] * 2))
check('new: 5 + 12 + 20', (ha(new, DAYS[2])['甲'][0], codes(new, DAYS[2])), (37, []))
true('how to say otherwise', '口径 (basis)' in found(row(status(ws, DAYS[2]), WILD), 'grown_figure')[0]['text'])
ws = workspace('smaller is new')
plain(ws, 12, DAYS[0]), plain(ws, 5, DAYS[1])
check('12 + 5', (ha(ws, DAYS[1])['甲'][0], codes(ws, DAYS[1])), (17, []))

# --- so it is where a later report tells when the work was finished or accepted, whatever that day; what it says again is no news ---
DATED = '保护区,点位名称,破坏面积（公顷）,治理面积（公顷）,完成时间,验收时间,上报日期'
YEAR, HALF, LAST = '2018-12-31', '2019-06-30', '2019-12-31'


def dated(name, *reports, head=DATED):
    ws = workspace(name)
    for n, lines in enumerate(reports):
        imported(ws, write(f'{name}{n}.csv', head + '\n' + ''.join(f'{NAME},{line}\n' for line in lines.split('|'))))
    return ha(ws, LAST), codes(ws, LAST)


ASKED = ['grown_figure']
CASES = {  # reports in turn; claimed and accepted; what is asked
    'accepted since': ((f'乙,40,15,,,{YEAR}', f'乙,40,20,,2019-05-01,{HALF}'), (20, 20), ASKED),
    'accepted as before': ((f'乙,40,15,,2018-09-01,{YEAR}', f'乙,40,20,,2018-09-01,{HALF}'), (20, 20), ASKED),
    'finished on another day': ((f'乙,40,15,2018-10-01,,{YEAR}', f'乙,40,20,2019-05-01,,{HALF}'), (20, 0), ASKED),
    'finished before the report that did not know': ((f'乙,40,15,,,{YEAR}', f'乙,40,20,2018-11-15,,{HALF}'), (20, 0), ASKED),
    'no day in the later one': ((f'乙,40,15,2018-10-01,,{YEAR}', f'乙,40,20,,,{HALF}'), (20, 0), ASKED),
    'finished later, and smaller: new': ((f'乙,40,15,2018-10-01,,{YEAR}', f'乙,40,5,2019-05-01,,{HALF}'), (20, 0), []),
    'the row again, with a new one': ((f'乙,40,10,2018-10-01,,{YEAR}', f'乙,40,10,2018-10-01,,{HALF}|乙,,20,2019-05-01,,{HALF}'), (30, 0), []),
    'two rows again': ((f'乙,40,10,2018-06-01,,{YEAR}|乙,,5,2018-10-01,,{YEAR}', f'乙,40,10,2018-06-01,,{HALF}|乙,,5,2018-10-01,,{HALF}'), (15, 0), []),
    'one of two again, the other larger': ((f'乙,40,10,2018-06-01,,{YEAR}|乙,,5,2018-10-01,,{YEAR}', f'乙,40,10,2018-06-01,,{HALF}|乙,,8,2019-05-01,,{HALF}'), (18, 0), ASKED),
    'two files of one report': ((f'乙,40,10,2018-06-01,,{YEAR}', f'乙,40,20,2018-10-01,,{YEAR}'), (30, 0), []),
}
for name, (reports, sums, asked) in CASES.items():
    for turn in (1, -1):
        check(f'{name} {turn}', dated(f'{name} {turn}', *reports[::turn]), ({'乙': (*sums, 0)}, asked))
# a store that was made before the days of reports were kept
ws = workspace('store of before')
before = [write(f'旧库{n}.csv', f'{DATED}\n{NAME},乙,40,{n},{day},,{report}\n') for n, day, report in ((15, '2018-10-01', YEAR), (5, '2019-05-01', HALF))]
imported(ws, before[0])
store = sqlite3.connect(ws / 'restoration.gpkg')
for trigger, in store.execute("SELECT name FROM sqlite_master WHERE type='trigger'").fetchall():
    store.execute(f'DROP TRIGGER "{trigger}"')
store.execute('ALTER TABLE records DROP COLUMN reported_on')
store.commit(), store.close()
check('is read', ha(ws, LAST), {'乙': (15, 0, 0)})
imported(ws, before[1])
check('and added to', (ha(ws, LAST), codes(ws, LAST)), ({'乙': (20, 0, 0)}, []))
# the day of the report by --reported-on or above the header: 15, then 20 with days of completion
for name, head, more in (('by option', '', ['--reported-on']), ('above', '填报日期：{}\n', []), ('until', '截至{}\n', [])):
    ws = workspace('dated ' + name)
    for n, day, finished in ((15, YEAR, '2018-10-01'), (20, HALF, '2019-05-01')):
        text = head.format('{0}年{1}月{2}日'.format(*day.split('-'))) + f'保护区,点位名称,治理面积（公顷）,完成时间\n{NAME},乙,{n},{finished}\n'
        imported(ws, *(more + [day] if more else []), write(f'{name}{day}.csv', text))
    check(f'day of the report {name}', (ha(ws, LAST), codes(ws, LAST)), ({'乙': (20, 0, 0)}, ASKED))

# --- the day of acceptance stays from month to month; another stage on the same day is the next report ---
IDS = '编号,保护区,矿山名称,累计治理面积（公顷）,整改状态,'
ws = workspace('accepted before')
for title in TITLES[:2]:
    imported(ws, report(f'月{title[-6:-3]}.csv', title, IDS + '验收时间', ['K3,布,丙,6,已销号,2018-09-05']))
check('one record', (ha(ws, DAYS[1]), codes(ws, DAYS[1]), len(rows(ws / 'restoration.gpkg', 'SELECT 1 FROM records'))), ({'丙': (6, 6, 0)}, [], 1))
same = write('报告日.csv', IDS + f'验收时间\nK4,{NAME},丁,6,已销号,2018-09-05\n')
imported(ws, '--reported-on', DAYS[0], same), imported(ws, '--reported-on', DAYS[1], same)
imported(ws, report('报告日二.csv', TITLES[2], IDS + '验收时间', ['K4,布,丁,6,已销号,2018-09-05']))
check('by option, too', ha(ws, DAYS[2]), {'丙': (6, 6, 0), '丁': (6, 6, 0)})
ws = workspace('with its document')
for n, title in enumerate(TITLES):
    imported(ws, report(f'文号{n}.csv', title, '序号,应治理面积（公顷）,' + IDS + '验收时间', [f'{n},6,K3,布,丙,6,已销号（新环发〔2018〕9号）,2018-09-05']))
check('each month again, under another serial number', (ha(ws, DAYS[2]), codes(ws, DAYS[2])), ({'丙': (6, 6, 0)}, []))
ws = workspace('closed since')
imported(ws, report('完成一.csv', TITLES[0], IDS + '完成时间', ['K3,布,丙,6,已完成,2018-09-05', 'K5,布,戊,6,整改中,未完成', 'K6,布,己,6,整改中,未完成']))
imported(ws, report('完成二.csv', TITLES[1], IDS + '完成时间', ['K3,布,丙,6,已销号,2018-09-05', 'K5,布,戊,6,已完成,2018-11-05', 'K6,布,己,6,已完成,2018-10-20']))
check('closed, finished, finished before the first report', (ha(ws, DAYS[1]), codes(ws, DAYS[1])), ({'丙': (6, 6, 0), '戊': (6, 0, 0), '己': (6, 0, 0)}, []))

# --- what was accepted had been reported as treated, under way as it was ---
SUMS = '保护区,矿山名称,应治理面积（公顷）,累计治理面积（公顷）,累计验收面积（公顷）,整改状态'
ws = workspace('accepted in parts')
for title, line in zip(TITLES, ('60,30,整改中', '105,90,整改中', '120,120,已销号')):
    imported(ws, report(f'分期{title[-6:-3]}.csv', title, SUMS, ['布,甲,120,' + line]))
check('no acceptance before restoration', (ha(ws, DAYS[2]), codes(ws, DAYS[2])), ({'甲': (120, 120, 0)}, []))
ws = workspace('accepted too early')
for title, line in zip(TITLES, ('60,80,整改中', '120,120,已销号')):
    imported(ws, report(f'过早{title[-6:-3]}.csv', title, SUMS, ['布,甲,120,' + line]))
check('80 accepted of 60 treated', codes(ws, DAYS[1]), ['accepted_before_restored'])

# --- 本月, 本季 and 本年 are new in their month, quarter and year: months add up, a year holds its months; beside a running sum they must agree ---
def each(name, head, *figures, titles=TITLES):
    """Claimed at 甲 on each day, the findings of the last, and what the last import said."""
    ws = workspace(name)
    said = [imported(ws, report(f'{name}{i}.csv', titles[i], '保护区,矿山名称,应治理面积（公顷）,' + head, [f'布,甲,60,{f}'])).stdout for i, f in enumerate(figures)]
    return [ha(ws, d)['甲'][0] for d in DAYS[:len(figures)]], codes(ws, DAYS[-1]), said[-1]


for word in ('本月治理面积（公顷）', '当月新增治理面积（公顷）', '本月完成（公顷）'):
    check(f'{word} adds up', each(f'month {word[:4]}{len(word)}', word, 5, 7, 8)[:2], ([5, 12, 20], []))
check('the same again in another month counts, and is asked', each('month equal', '本月治理面积（公顷）', 5, 5, 8)[:2], ([5, 10, 18], ['equal_years']))
check('titled by their month alone', each('month titled', '本月治理面积（公顷）', 5, 7, 8, titles=[f'2018年{m}月治理月报' for m in (10, 11, 12)])[:2], ([5, 12, 20], []))
check('with a running sum', each('month and sum', '本月治理面积（公顷）,累计治理面积（公顷）', '5,5', '7,12', '8,20')[:2], ([5, 12, 20], []))
check('that does not agree', each('month against sum', '本月治理面积（公顷）,累计治理面积（公顷）', '5,5', '7,12', '8,21')[:2], ([5, 12, 21], ['increment_contradicts']))
got, found_codes, said = each('year so far', '本年新增治理面积（公顷）', 5, 12, 12)
check('本年 of one year is what was done in it so far', (got, found_codes), ([5, 12, 12], []))
check('which is told in passing', [f['severity'] for f in found(row(status(FOLDER / 'year so far', DAYS[2]), WILD), 'period_differs')], ['info'])
check('and a warning where it falls', each('year falls', '本年治理面积（公顷）', 5, 12, 9)[:2], ([5, 12, 12], ['period_differs']))
check('accepted in the month', (each('month accepted', '本月治理面积（公顷）,本月验收面积（公顷）', '5,2', '7,3')[:2], ha(FOLDER / 'month accepted', DAYS[1])), (([5, 12], []), {'甲': (12, 5, 0)}))

# --- 本月 beside 本年累计: what was done in the year so far counts, the month is in it and is told as not read ---
BOTH = '本月完成面积（公顷）,本年累计完成面积（公顷）'
got, found_codes, said = each('month and year', BOTH, '5,5', '7,12', '8,20')
check('neither added nor two claims', (got, found_codes), ([5, 12, 20], []))
true(f'the month is told: {said}', '"本月完成面积（公顷）" (1 cells) looks like areas' in said and '"本年' not in said)
for n, (head, turned) in enumerate([(BOTH, 0), ('本年累计完成面积（公顷）,本月完成面积（公顷）', 1), ('本月治理面积（公顷）,本年累计治理面积（公顷）', 0), ('本月新增（公顷）,本年累计（公顷）', 0), ('本季度完成面积（公顷）,本年度累计完成面积（公顷）', 0)]):
    figures = [','.join(f.split(',')[::-1]) if turned else f for f in ('5,30', '7,37', '8,45')]
    check(f'reported since October alone: {head}', each(f'month in year {n}', head, *figures)[:2], ([30, 37, 45], []))
check('beside the sum of all years that one counts', each('month, year, all', BOTH + ',累计完成面积（公顷）', '5,5,45', '7,12,52', '8,20,60')[:2], ([45, 52, 60], []))
def dated(name, head, titles, figures, days):
    ws = workspace(name)
    for i, (title, f) in enumerate(zip(titles, figures)):
        imported(ws, report(f'{name}{i}.csv', title, '保护区,矿山名称,应治理面积（公顷）,' + head, [f'布,甲,60,{f}']))
    return [ha(ws, d)['甲'][0] for d in days]


check('another year adds to the one before', dated('two years', '本年累计完成面积（公顷）', ('截至2018年12月31日', '截至2019年1月31日', '截至2019年2月28日'), (20, 4, 9), ('2018-12-31', '2019-01-31', '2019-02-28')), [20, 24, 29])
check('first the month alone, then both', (imported(workspace('then both'), report('先月.csv', TITLES[0], '保护区,矿山名称,应治理面积（公顷）,本月完成面积（公顷）', ['布,甲,60,5'])).returncode, imported(FOLDER / 'then both', report('后年.csv', TITLES[1], '保护区,矿山名称,应治理面积（公顷）,' + BOTH, ['布,甲,60,7,12'])).returncode, ha(FOLDER / 'then both', DAYS[1])['甲'][0]), (0, 0, 12))

# --- the day above the header, however it is written; 三季度 is 第三季度 ---
for n, (title, day) in enumerate([('截至2018-10-15', '2018-10-15'), ('截至2018.10.15', '2018-10-15'), ('截至2018/10/15', '2018-10-15'), ('截至2018年10月15', '2018-10-15'), ('截至2018年10月15日', '2018-10-15'), ('填报日期：2018-10-15', '2018-10-15'), ('截至2018年10月底', '2018-10-31'), ('截至2018年10月', '2018-10-31'), ('截至2018-10', '2018-10-31')]):
    said = imported(workspace(f'day {n}'), report(f'日{n}.csv', title, '保护区,矿山名称,应治理面积（公顷）,已治理面积（公顷）', ['布,甲,60,5'])).stdout
    true(f'{title}: {said}', f'the day above the header ({day})' in said)
check('quarters without 第', dated('quarters without', '本季度完成面积（公顷）', [f'2018年{q}季度治理表' for q in ('二', '三', '四')], (5, 7, 8), ('2018-06-30', '2018-09-30', '2018-12-31')), [5, 12, 20])

# --- figures by year in the next report: the same say nothing new, of a year that has grown the larger counts, required once ---
YEARS = '保护区,矿山名称,应治理面积（公顷）,2017年治理面积（公顷）,2018年治理面积（公顷）'
ws = workspace('years reported again')
for title, a, b in zip(TITLES, ('30,8,7,已完成', '30,8,7,已销号', '30,8,7,已销号'), ('30,8,5,整改中', '32,8,5,整改中', '32,8,9,整改中')):
    imported(ws, report(f'年报{title[-6:-3]}.csv', title, YEARS + ',整改状态', [f'布,甲,{a}', f'布,乙,{b}']))
got = {x['site']: tuple(round(x[k] / 10000, 2) for k in ('required_m2', 'claimed_m2', 'accepted_m2', 'under_way_m2')) for x in row(status(ws, DAYS[2]), WILD)['site_list']}
check('甲 8 + 7, closed; 乙 8 + 9 of 32', got, {'甲': (30, 15, 15, 0), '乙': (32, 17, 0, 0)})
check('told of 乙 alone', sorted((f['code'].split('.')[1], '乙' in f['text']) for f in row(status(ws, DAYS[2]), WILD)['findings']), [('period_differs', True), ('reports_differ', True)])
ws = workspace('years with sums again')
for title, line in zip(TITLES, ('8,7,15', '8,9,17', '8,8,16')):
    imported(ws, report(f'年累{title[-6:-3]}.csv', title, YEARS.replace('应治理面积（公顷）,', '') + ',累计治理面积（公顷）', ['布,甲,' + line]))
check('running sums of one day: the larger, whatever the order', (ha(ws, DAYS[2])['甲'][0], 'reports_differ' in codes(ws, DAYS[2])), (17, True))

# --- rows of the whole reserve: two causes or subjects stand beside each other, each in its own place ---
def whole(name, head, *lines):
    ws = workspace(name)
    for i, (title, cells) in enumerate(zip(TITLES, lines)):
        imported(ws, report(f'{name}{i}.csv', title, '保护区,' + head, ['布,' + c for c in cells]))
    return [round(row(status(ws, d), WILD)['claimed_m2'] / 10000, 2) for d in DAYS], codes(ws, DAYS[2])


check('causes', whole('causes', '类别,治理面积（公顷）', ['矿山,50'], ['旅游,20'], ['矿山,60']), ([50, 70, 80], []))
check('subjects, which is told once', whole('subjects', '内容,治理面积（公顷）', ['矿山整治,50'], ['旅游整治,20'], ['矿山整治,60']), ([50, 70, 80], ['subjects_apart']))
check('running sums of causes in one table', whole('sums of causes', '类别,累计治理面积（公顷）', ['矿山,50', '旅游,20'], ['矿山,55', '旅游,20'], ['旅游,25']), ([70, 75, 80], []))
check('without a cause the next report takes the place', whole('no causes', '治理面积（公顷）,备注', ['50,'], ['60,'], ['70,']), ([50, 60, 70], []))
# --- 破坏面积 beside 验收时间 alone is what was damaged all along, whatever the day of the report; the next report says it again ---
LIKE = '保护区,矿山名称,破坏面积（公顷）,治理面积（公顷）,验收时间,填报日期'
ws = workspace('damage')
imported(ws, write('破坏.csv', LIKE + f'\n{NAME},甲,20,15,2018-09-01,2018-12-31\n{NAME},乙,20,15,,2018-12-31\n'))
whole = lambda day='2019-03-31': [round(row(status(ws, day), 'bulgan-beaver')[k] / 10000, 2) for k in ('required_m2', 'accepted_m2', 'remaining_m2')] + codes(ws, day)
check('20 + 20 to do, 15 accepted, also before the report', [whole(d) for d in ('2018-10-31', '2019-03-31')], [[40, 15, 25]] * 2)
imported(ws, write('破坏二.csv', LIKE + f'\n{NAME},甲,20,,,2019-02-28\n{NAME},乙,30,,,2019-02-28\n'))
check('said again, and more', whole(), [50, 15, 35, 'damage_grown'])

# --- of which nobody says how much to restore counts with what was restored, where others of the reserve say it: 100 + 10, 90 accepted of the 110 ---
ws = workspace('derived')
notes = lambda: [l for l in redline('restoration', 'status', '-w', ws, '--as-of', '2019-03-31').stdout.splitlines() if 'required' in l and 'sites have areas' in l]
imported(ws, write('部分应治理.csv', f'保护区,治理点,应治理面积（公顷）,治理面积（公顷）,日期,验收面积（公顷）\n{NAME},甲,,100,2018-03-01,90\n{NAME},乙,10,,2018-03-01,\n'))
check('the share is that of both', whole(), [110, 90, 20])
true('which is told', any('甲' in n and '1000000' in n for n in notes()))
imported(ws, write('全区应治理.csv', f'保护区,治理点,应治理面积（公顷）,日期\n{NAME},,150,2018-03-01\n'))
check('a figure of the whole reserve speaks for its sites', (whole()[0], [n for n in notes() if '甲' in n]), (150, []))

# --- 2017年度 in the title is the year of the work: 30 + 30 and 20 + 25, also where the row or the figure is equal, on whatever day it is reported ---
for name, days in (('titled years', (None, None)), ('titled years reported', ('2018-01-10', '2018-12-31'))):
    ws = workspace(name)
    for year, b, day in ((2017, 20, days[0]), (2018, 25, days[1])):
        said = imported(ws, *(('--reported-on', day) if day else ()), write(f'年度{year}.csv', f'{year}年度布尔根河狸国家级自然保护区治理情况表,,\n矿山名称,应治理面积（公顷）,治理面积（公顷）\n甲,100,30\n乙,80,{b}\n')).stdout
        true(f'the year is told: {said}', f'({year}年) is taken as that of 2 rows' in said)
    check(name, [ha(ws, d) for d in ('2017-12-31', '2018-12-31')], [{'甲': (30, 0, 0), '乙': (20, 0, 0)}, {'甲': (60, 0, 0), '乙': (45, 0, 0)}])

# --- the title names the reserve; quarters and 销号情况 ---
ws = workspace('title')
said = imported(ws, write('标题.csv', '新疆布尔根河狸国家级自然保护区矿山治理情况表（截至2018年10月31日）,,,\n矿山名称,应治理面积（公顷）,治理面积（公顷）,销号情况\n甲,6,6,已销号\n乙,4,3,未销号\n')).stdout
check('of that reserve', ha(ws, DAYS[0]), {'甲': (6, 6, 0), '乙': (3, 0, 0)})
true(f'told: {said}', '2 rows have that of the title above the header' in said and 'warning' not in said)
said = imported(workspace('no reserve'), write('无保护区.csv', '矿山治理情况表,,\n矿山名称,应治理面积（公顷）,治理面积（公顷）,日期\n甲,6,6,2018-10-31\n')).stdout
true(f'no reserve is told: {said}', 'warning' in said and '1 rows name no reserve' in said)
said = imported(workspace('quarters'), write('季度.csv', '保护区,矿山名称,应治理面积（公顷）,2018年一季度,2018年二季度,2018年合计\n' + f'{NAME},甲,6,2,3,5\n')).stdout
true(f'quarters without 治理面积: {said}', all(f'"{h}"' in said for h in ('2018年一季度', '2018年二季度', '2018年合计')) and said.count('warning') >= 3)

# --- the month in the title dates every row of its table, also where the month brought nothing: 30, 30 and 50 of 100, accepted 0, 30 and 50; 5 of 40 stay 5 ---
for name, nothing in (('months of nothing', '0'), ('months left empty', '')):
    ws = workspace(name)
    for month, a, b in ((10, '30,30,0', '5,5,5'), (11, f'{nothing},30,30', f'{nothing},5,5'), (12, '20,50,50', f'{nothing},5,5')):
        imported(ws, write(f'{name}{month}.csv', f'2018年{month}月月报,,,,,\n保护区,治理点,应治理面积（公顷）,本月治理面积（公顷）,累计治理面积（公顷）,累计验收面积（公顷）\n{NAME},甲,100,{a}\n{NAME},乙,40,{b}\n'))
    check(name, [ha(ws, d) for d in ('2018-10-31', '2018-11-30', '2018-12-31')], [{'甲': (n, a, 0), '乙': (5, 5, 0)} for n, a in ((30, 0), (30, 30), (50, 50))])
    check(f'{name}: nothing is found', codes(ws, '2018-12-31'), [])

# --- 本年 beside 累计 in reports of the half-year: 30 of 40 and 50 of 60 both leave 10 for the years before, of which no report is stored; 45 of 60 does not ---
def halves(name, *lines):
    ws = workspace(name)
    for n, (day, line) in enumerate(zip(('2018-06-30', '2018-12-31', '2019-12-31'), lines)):
        imported(ws, write(f'{name}{n}.csv', f'保护区,治理点,应治理面积（公顷）,本年治理面积（公顷）,累计治理面积（公顷）,本年验收面积（公顷）,累计验收面积（公顷）,填报日期\n{NAME},甲,100,{line},{day}\n'))
    return ha(ws, '2019-12-31')['甲'], codes(ws, '2019-12-31')


check('one start of the year', halves('halves', '30,40,10,20', '50,60,40,50', '40,100,50,100'), ((100, 100, 0), []))
check('two starts of the year', halves('halves apart', '30,40,10,20', '45,60,40,50'), ((60, 50, 0), ['increment_contradicts']))
check('more than has been done', halves('more added', '50,40,10,20'), ((40, 20, 0), ['increment_contradicts']))

# --- a site sent back in such a report: all its acceptance falls but what the report itself says; the figure is what stands restored, not what was sent back ---
STATE = '保护区,矿山名称,应治理面积（公顷）,'
BACK = [('已治', STATE + '已治理面积（公顷）,已验收面积（公顷）,整改状态', '6,6,6,已销号', '6,4.5,0,退回整改'), ('累计', STATE + '累计治理面积（公顷）,累计验收面积（公顷）,整改状态', '6,6,6,已销号', '6,4.5,0,退回整改'),
        ('无验收', STATE + '累计治理面积（公顷）,整改状态', '6,6,已销号', '6,4.5,退回再整改'), ('平常', STATE + '治理面积（公顷）,整改状态', '6,6,已销号', '6,4.5,退回再整改'), ('不合格', STATE + '已治理面积（公顷）,验收结论', '6,6,合格', '6,4.5,不合格'),
        ('有日期', STATE + '已治理面积（公顷）,验收时间,验收结论', '6,6,2018-10-20,合格', '6,4.5,2018-11-20,不合格')]
for name, head, *lines in BACK:
    ws = workspace('back ' + name)
    imported(ws, *[report(f'退回{name}{n}.csv', TITLES[n], head, ['布,乙,' + line]) for n, line in enumerate(lines)])
    check(f'sent back, {name}', ([ha(ws, d) for d in DAYS[:2]], row(status(ws, DAYS[1]), WILD)['remaining_m2'], codes(ws, DAYS[1])), ([{'乙': (6, 6, 0)}, {'乙': (4.5, 0, 0)}], 60_000, []))
    check(f'told, {name}', [[w in f['text'] for w in ('60000', ' 0 m²', '4.5')] for f in found(row(status(ws, DAYS[1]), WILD), 'returned_whole')], [[True] * 3])
ws = workspace('back by parts')
HEAD = BACK[0][1]
imported(ws, *[report(f'退回月{n}.csv', TITLES[n], HEAD, lines) for n, lines in enumerate([['布,甲,9,3,0,整改中', '布,乙,6,6,6,已销号'], ['布,甲,9,6,3,整改中', '布,乙,6,4.5,2,退回整改'], ['布,甲,9,9,9,已销号', '布,乙,6,5,2,退回整改']])])
check('what the row says is accepted stays; work goes on while it is sent back', [ha(ws, d) for d in DAYS], [{'甲': (3, 0, 0), '乙': (6, 6, 0)}, {'甲': (6, 3, 0), '乙': (4.5, 2, 0)}, {'甲': (9, 9, 0), '乙': (5, 2, 0)}])
# what was accepted once, in the row that sends it back or again as before, is no acceptance that stays
ws = workspace('back with all accepted')
imported(ws, report('退回全部.csv', TITLES[0], STATE + '累计治理面积（公顷）,验收面积（公顷）,验收时间,整改状态', ['布,乙,6,6,6,2018-06-01,退回整改']))
check('accepted before the return in one row', (ha(ws, DAYS[0]), row(status(ws, DAYS[0]), WILD)['remaining_m2'], len(found(row(status(ws, DAYS[0]), WILD), 'returned_whole'))), ({'乙': (6, 0, 0)}, 60_000, 1))
ws = workspace('back and repeated')
imported(ws, *[report(f'退回重复{n}.csv', TITLES[n], HEAD, ['布,乙,6,6,6,' + word]) for n, word in enumerate(('已销号', '退回整改'))])
check('the same figure again', [ha(ws, d) for d in DAYS[:2]], [{'乙': (6, 6, 0)}, {'乙': (6, 0, 0)}])
imported(ws, report('退回末.csv', '治理进展月报（截至2019年1月31日）', HEAD, ['布,甲,9,9,9,已销号', '布,乙,6,6,6,已销号']))
check('restored and accepted anew', (ha(ws, '2019-01-31'), codes(ws, '2019-01-31')), ({'甲': (9, 9, 0), '乙': (6, 6, 0)}, []))
DATED = STATE + '治理面积（公顷）,整改状态,填报日期'
for name, second, right, told in [('doubtful', report('退回疑.csv', '台账', DATED, ['布,乙,6,4.5,退回整改,2018-11-30']), (0, 0, 0), ['returned_doubtful']), ('a part', report('退回分.csv', '台账', '保护区,矿山名称,面积（公顷）,阶段,日期', ['布,乙,1.5,退回再整改,2018-11-30']), (4.5, 4.5, 0), [])]:
    ws = workspace('back ' + name)
    imported(ws, report('退回前.csv', '台账', DATED, ['布,乙,6,6,已销号,2018-10-31']), second)
    check(f'sent back, {name}', (ha(ws, DAYS[1]), codes(ws, DAYS[1])), ({'乙': right}, told))

done()
