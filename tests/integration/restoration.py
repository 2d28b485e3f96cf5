"""The restoration ledger through the real binary: the report's own figures, then planted truth, bad input, two importers, a killed one."""
import csv, fcntl, hashlib, json, os, pathlib, shutil, subprocess, time, xml.dom.minidom, zipfile
from osgeo import osr
from restoration_support import *


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


# --- every figure that was read out of the report, as it was written down, where those facts are at hand ---
FACTS = pathlib.Path(os.environ.get('REDLINE_REPORT', SOURCE.parent / 'shared/facts/x')).parent
if (FACTS / 'report_ledger.csv').exists():
    def figures(path):  # rows without a figure say a stage only: they are ours, with the words they stand in
        listed = csv.DictReader(open(path, encoding='utf-8-sig'))
        return sorted(tuple(r[k] for k in ('item', 'subject', 'kind', 'measure', 'value', 'deadline', 'quote')) + (r['unit'] or r['status'],) for r in listed if r['value'])

    check('each figure of the report, none more', figures(DATA / '报告台账.csv'), figures(FACTS / 'report_ledger.csv'))
    tasks = [[tuple(r[k] for k in ('item', 'deadline')) for r in csv.DictReader(open(p, encoding='utf-8-sig'))] for p in (DATA / '整改任务.csv', FACTS / 'report_tasks.csv')]
    check('each task of the report', tasks[0], tasks[1])

# --- the report's ledger, figure by figure; expected values typed by hand from the report ---
ws = workspace('report')
imported(ws, DATA / '报告台账.csv', DATA / '整改任务.csv')
s = status(ws)
check('format', s['format'], 'redline-restoration/1')
check('29 reserves', len(s['reserves']), 29)
lop = row(s, 'lop-nur')
ha = 633.47 + 79.21 + 96.1 + 143.2  # 哈密 (58) and 吐鲁番 (59); 裤子山 (16), 维权铜矿 (17) and 55.14 are in them
check('罗布泊 claimed, item 58 and 59', lop['claimed_m2'], round(ha * 10000, 2))
check('罗布泊 accepted, item 59', lop['accepted_m2'], round((79.21 + 96.1 + 143.2) * 10000, 2))
check('罗布泊 required: the damage of item 57 is for reference only', (lop['required_m2'], lop['remaining_m2'], lop['share'], [f['record'] for f in found(lop, 'reference_only')]), (None, None, None, ['57#5']))
check('the region rests on one reserve: 3500 亩 of 艾比湖, item 61', [s['region'][k] for k in ('required_m2', 'share', 'share_basis')],
      [2_333_333.33, 0, {'count': 1, 'of': 29, 'reserves': ['ebinur-lake']}])
check('罗布泊 backfill, items 58 and 59', lop['backfill_m3'], (501 + 582.23 * 1 + 186 + 233.8 + 200) * 10000)
check('罗布泊 counted twice by the report', lop['double_counted_m2'], round((633.47 + 10.35 + 7.4) * 10000, 2))
check('罗布泊 verified: the report has no polygons', lop['verified_m2'], 0)
check('罗布泊 status claimed, item 15', lop['status_claimed'], '大部分完成')
check('罗布泊 status computed', lop['status'], 'under_way')
check('two sites of 哈密 overdue, item 58', lop['overdue'], 2)
check('两河源, item 55.9', row(s, 'two-rivers-source')['claimed_m2'], 380_000)
xt = row(s, 'west-tianshan')
check('西天山, item 64', (xt['claimed_m2'], xt['accepted_m2'], xt['required_m2'], xt['share']), (19_199, 19_199, None, None))
check('region claimed', s['region']['claimed_m2'], round(ha * 10000 + 380_000 + 19_199, 2))
check('tasks', {k: s['tasks'][k] for k in ('total', 'done', 'standing', 'open', 'overdue')}, {'total': 94, 'done': 44, 'standing': 14, 'open': 36, 'overdue': 4})
check('overdue tasks', s['tasks']['overdue_items'], ['11', '32', '58', '65'])
text = ' '.join(f['text'] for f in s['tasks']['findings'])
true('1: 55 = 58.5 % does not follow from the annex', '55' in text and '44 are done (46.8 %)' in text and '61.7 %' in text)
total = found(s['region'], 'parts_contradict_total')
check('2: 9 + 6 is not 16', [(f['record'], ' 15 ' in f['text']) for f in total], [('三(四)3#3', True)])
check('2: 基本完成 is 9 here and 7 there', [f['record'] for f in found(s['region'], 'restated_otherwise')], ['15#13'])
bogda = found(row(s, 'bogda-peak'), 'parts_contradict_total')
true('3: 99 removed, but 54 + 3', len(bogda) == 1 and '三(四)1' in bogda[0]['text'] and '57' in bogda[0]['text'] and '55.10' in bogda[0]['text'])
inside = {f['record'] for f in found(lop, 'contained')}
true('5: what is counted twice', {'16#4', '17#4', '55.14#4', '55.14#5', '57#7'} <= inside)
true('5: with item numbers', any('16:' in f['text'] and '58:' in f['text'] for f in found(lop, 'contained')))
check('5: 3 licences of 55.16 and the 9 of 55.15', [f['record'] for f in found(row(s, 'altun-mountain'), 'may_overlap')], ['55.16#3'])
share = found(s['region'], 'share_contradicts')
true('6: 82/2165 is 3.79 %', len(share) == 1 and '3.77' in share[0]['text'] and '3.79' in share[0]['text'])
check('10: overdue tasks named', sorted(f['record'] for f in found(s['tasks'], 'task_overdue')), ['11', '32', '58', '65'])
kinds = {f['code'] for part in [s['region'], s['tasks'], *s['reserves']] for f in part['findings']}
check('kinds of findings, no other', kinds, {'restoration.' + k for k in ('tasks_contradict', 'task_overdue', 'parts_contradict_total', 'restated_otherwise',
                                                                       'share_contradicts', 'contained', 'may_overlap', 'deadline_passed', 'accepted_without_restoration', 'reference_only')})
# Rows with a stage, by hand: 59#10 and 64#2 are accepted with their area, 64#3 is the next level of 64#2, 若羌 (60) was reported restored, 17#4 is part of 59#14.
check('11: accepted, but never reported restored', sorted(f['record'] for r in s['reserves'] for f in found(r, 'accepted_without_restoration')), ['55.15#2'])
never = {l: ' '.join(f['text'] for r in status(ws, lang=l)['reserves'] for f in found(r, 'accepted_without_restoration')) for l in ('en', 'zh')}
check('11: said as it is, not as if restored later', (never['en'].count('accepted, but no record says that it was restored: '), 'before' in never['en'], never['zh'].count('只有验收、没有治理记录：'), '先验收' in never['zh']), (1, False, 1, False))
remarked = rows(ws / 'restoration.gpkg', 'SELECT record_id FROM records WHERE remark IS NOT NULL')
check('what differs in scope only is kept as a remark (4, 7, 9, 11)', {r['record_id'] for r in remarked},
      {'57#1', '58#1', '59#1', '60#2', '三(七)1#4', '55.13#1', '55.13#2', '15#1', '15#6', '57#5'})
check('8: 33 wells may be among the 43', [f['record'] for f in found(row(s, 'shaya-wetland') if any(r['id'] == 'shaya-wetland' for r in s['reserves']) else
      next(r for r in s['reserves'] if '沙雅' in r['name']), 'may_overlap')], ['55.12#1'])
check('before the report there is less', row(status(ws, as_of='2018-03-31'), 'lop-nur')['claimed_m2'], 792_100)
listed = list(csv.DictReader(redline('restoration', 'status', '-w', ws, '--as-of', '2019-03-31', '--csv').stdout.lstrip('\ufeff').splitlines()))
check('CSV: 29 reserves and the region', len(listed), 30)
check('CSV: on how many the share rests', {r['id']: r['share_reserves'] for r in listed if r['id'] in ('region', 'ebinur-lake', 'lop-nur')}, {'region': '1', 'ebinur-lake': '1', 'lop-nur': '0'})
check('CSV: the same number', next(r for r in listed if r['id'] == 'lop-nur')['claimed_m2'], '9519800')
check('one reserve by a name people use', [r['id'] for r in status(ws, '2019-03-31', '--reserve', '罗布泊野骆驼')['reserves']], ['lop-nur'])
true('the text for people', '9,519,800' in redline('restoration', 'status', '-w', ws, '--as-of', '2019-03-31').stdout)
told = [redline('--lang', l, 'restoration', 'status', '-w', ws, '--as-of', '2019-03-31').stdout for l in ('en', 'zh')]
true(f'told to people: {told[0][-900:]}', 'rest on 1 of 29 reserves: 艾比湖湿地' in told[0] and '只依据 29 个保护区中的 1 个（艾比湖湿地）' in told[1])
true('in Chinese', '推进中 / 大部分完成' in redline('--lang', 'zh', 'restoration', 'status', '-w', ws, '--as-of', '2019-03-31').stdout)

# --- the word of each of the 29 reserves, by hand from items 6, 15, 55 to 65 and 三(四)1 of the report ---
UNDER_WAY = {'altun-mountain', 'west-tianshan', 'tomur-peak', 'lop-nur', 'tarim-populus', 'ebinur-lake', 'huocheng-tortoise', 'taxkorgan', 'middle-kunlun', 'pamir-wetland',
             'two-rivers-source', 'bogda-peak', 'gongliu-walnut', 'qitai-desert-grassland', 'gongnaisi-meadow', 'shaya-upper-tarim'}  # something removed, filled, restored or accepted
check('words', {r['id']: r['status'] for r in s['reserves'] if r['status'] != 'none'}, {**dict.fromkeys(UNDER_WAY, 'under_way'), 'ili-black-bee': 'not_started'})  # three coal mines still to be closed
check('of these the report calls done or mostly done, but prints no figure', {r['id'] for r in s['reserves'] if r['status'] == 'none' and r['status_claimed']},
      {'kalamaili', 'ili-fraxinus', 'jintas-steppe', 'bayanbulak', 'kektohay-wetland', 'bulgan-beaver'})
ebinur = {x['site']: x for x in row(s, 'ebinur-lake')['site_list']}
check('艾比湖, item 61: pens removed, 1000 亩 planted', {k: (x['stage'], x['under_way_m2'], x['claimed_m2']) for k, x in ebinur.items()},
      {'围堰养殖螃蟹': ('dismantled', 0, 0), '梭梭种植': ('planted', 666_666.67, 0)})
planted = workspace('planted')
imported(planted, write('种植.csv', '编号,保护区,治理点,指标,数值,单位,阶段,日期\np1,艾比湖湿地,甲,种植面积,30,公顷,,2018-04-15\np2,艾比湖湿地,乙,area_planted,30,公顷,,2018-04-15\n'
                        'p3,艾比湖湿地,乙,治理面积,20,公顷,复绿,2018-09-30\np4,艾比湖湿地,丙,治理面积,5,公顷,,2018-09-30\n'))
got = {x['site']: (x['stage'], x['under_way_m2'], x['claimed_m2']) for x in row(status(planted), 'ebinur-lake')['site_list']}
check('what is planted is under way until it is green', got, {'甲': ('planted', 300_000, 0), '乙': ('restored', 100_000, 200_000), '丙': ('restored', 0, 50_000)})
if (FACTS / 'rectification_report_2019.txt').exists():
    printed = ''.join((FACTS / 'rectification_report_2019.txt').read_text(encoding='utf-8').split())
    check('rows without a figure quote the report', [r['id'] for r in csv.DictReader(open(DATA / '报告台账.csv', encoding='utf-8-sig')) if not r['value'] and ''.join(r['quote'].split()) not in printed], [])

# --- importing twice, in another order, row by row: nothing changes ---
before, store = s, ws / 'restoration.gpkg'
old = digest(store)
true('a second import says so', 'before' in imported(ws, DATA / '报告台账.csv').stdout)
check('and changes no byte', digest(store), old)
lines = (DATA / '报告台账.csv').read_text(encoding='utf-8-sig').splitlines()
again = write('倒序.csv', '\n'.join([lines[0], *reversed(lines[1:])]), 'gb18030')  # other order, other encoding
true('known rows are not added', '0 added, 206 known' in imported(ws, again).stdout)
check('the same state', status(ws)['reserves'], before['reserves'])
renamed = write('改名.csv', '\n'.join([lines[0].replace('id,item,reserve', '编号,条号,保护区').replace('stage', '阶段'), *lines[1:]]))
true('nor are rows under other names of columns', '0 added, 206 known' in imported(ws, renamed).stdout)
other = workspace('report2')
imported(other, DATA / '整改任务.csv', again)
check('another order of import, the same state', status(other)['reserves'], before['reserves'])
check('every row is kept with its source', rows(store, 'SELECT count(*) AS n FROM rows')[0]['n'], 206 + 94)

# --- a correction is a new row; the old one stays ---
imported(ws, write('更正.csv', 'id,replaces,item,reserve,site,measure,value,unit,stage,date,basis\n更正1,58#4,58,罗布泊野骆驼,哈密24个退出矿山,area_treated,600,万m2,治理恢复,2019-03-31,累计\n'))
s = status(ws)
check('corrected, and 55.14 follows the correction', row(s, 'lop-nur')['claimed_m2'], round((600 + 79.21 + 96.1 + 143.2) * 10000, 2))
check('55.14 now states it otherwise', [f['record'] for f in found(row(s, 'lop-nur'), 'restated_otherwise')], ['55.14#4'])
check('the corrected row is still there', rows(store, "SELECT count(*) AS n FROM records WHERE record_id='58#4'")[0]['n'], 1)

imported(ws, write('更正2.csv', 'id,replaces,item,reserve,site,measure,value,unit,stage,date,basis\n更正2,58#4,58,罗布泊野骆驼,哈密24个退出矿山,area_treated,610,万m2,治理恢复,2019-04-30,累计\n'))
check('a second correction counts from its day on', [row(status(ws, as_of=d), 'lop-nur')['claimed_m2'] for d in ('2019-04-29', '2019-04-30')],
      [round((v + 79.21 + 96.1 + 143.2) * 10000, 2) for v in (600, 610)])
check('and the first is named', [[f['record'] for f in found(row(status(ws, as_of=d), 'lop-nur'), 'corrected_twice')] for d in ('2019-04-29', '2019-04-30')], [[], ['更正1']])

# --- bad rows: nothing is written, each is named ---
bad = workspace('bad')
for what, line, words in [('a unit', 'a,罗布泊野骆驼,s,1,里,治理恢复,2018-01-01', ['row 2', '里']), ('a number', 'a,罗布泊野骆驼,s,1x,ha,治理恢复,2018-01-01', ['row 2']),
                          ('a stage', 'a,罗布泊野骆驼,s,1,ha,收工,2018-01-01', ['row 2', '收工']), ('a date', 'a,罗布泊野骆驼,s,1,ha,治理恢复,2018-02-30', ['row 2', '2018-02-30'])]:
    r = imported(bad, write('bad.csv', f'编号,保护区,治理点,面积,单位,阶段,日期\n{line}\n'), status=3)
    true(f'{what} is named', all(w in r.stderr for w in words))
r = imported(bad, write('clash.csv', '编号,保护区,治理点,面积,单位,阶段,日期\na,罗布泊野骆驼,s,1,ha,治理恢复,2018-01-01\na,罗布泊野骆驼,s,2,ha,治理恢复,2018-01-01\n'), status=3)
true('an id with two contents', 'row 3' in r.stderr and '"a"' in r.stderr)
true('a replaced row that is not there', 'nobody' in imported(bad, write('r.csv', '编号,保护区,面积,单位,更正\nb,罗布泊野骆驼,1,ha,nobody\n'), status=3).stderr)
for what, line, words in [('negative', 'a,罗布泊野骆驼,s,-3,公顷', ['sign.csv', 'row 2', '"面积"', '-3']), ('no number', 'a,罗布泊野骆驼,s,NaN,公顷', ['row 2', '"面积"', 'NaN'])]:
    true(f'an area that is {what}', all(w in imported(bad, write('sign.csv', f'编号,保护区,治理点,面积,单位\n{line}\n'), status=3).stderr for w in words))
head = '编号,保护区,治理点,面积,单位,阶段,日期,更正\n'
true('a row that replaces itself', all(w in imported(bad, write('self.csv', head + 'a,罗布泊野骆驼,s,1,ha,治理恢复,2018-01-01,a\n'), status=3).stderr for w in ('row 2', 'replaces itself')))
r = imported(bad, write('circle.csv', head + 'a,罗布泊野骆驼,s,1,ha,治理恢复,2018-01-01,b\nb,罗布泊野骆驼,s,2,ha,治理恢复,2018-01-01,a\nc,罗布泊野骆驼,s,3,ha,治理恢复,2018-01-01,a\n'), status=3)
true('rows that replace each other', 'row 2' in r.stderr and 'row 3' in r.stderr and 'in turn' in r.stderr and 'row 4' not in r.stderr)
true('no header', 'header' in imported(bad, write('h.csv', 'x,y\n1,2\n'), status=3).stderr)
imported(bad, FOLDER / 'missing.csv', status=3)
true('a quotation mark without its pair', 'quotation mark' in imported(bad, write('q.csv', '编号,保护区,治理点,面积,单位\na,罗布泊野骆驼,"s,1,ha\nb,罗布泊野骆驼,t,1,ha\n'), status=3).stderr)
true('a file in UTF-16', 'CSV UTF-8' in imported(bad, write('u.csv', '编号,保护区,治理点\n', 'utf-16'), status=3).stderr)
check('nothing was written', sorted(p.name for p in bad.iterdir() if 'restoration' in p.name and p.suffix == '.gpkg'), [])
check('a reserve that is none', redline('restoration', 'status', '-w', ws, '--reserve', '黄山').returncode, 2)
check('a day that is none', redline('restoration', 'status', '-w', ws, '--as-of', 'soon').returncode, 2)

# --- what remains is summed site by site: 乙 has 10 ha too many, 甲 owes 10 ha ---
debts = workspace('debts')
imported(debts, write('欠账.csv', '编号,保护区,治理点,应治理面积,面积,单位,阶段,日期\n1,布尔根河狸,甲,10公顷,,,设施拆除,2018-01-01\n2,布尔根河狸,乙,10公顷,20,公顷,治理恢复,2018-01-01\n3,布尔根河狸,乙,,20,公顷,通过验收,2018-02-01\n'))
s = status(debts)
b = row(s, 'bulgan-beaver')
check('required, accepted, remaining, share, word', [b[k] for k in ('required_m2', 'accepted_m2', 'remaining_m2', 'share', 'status')], [200_000, 200_000, 100_000, .5, 'mostly_complete'])
check('the region too', [s['region'][k] for k in ('remaining_m2', 'share', 'status')], [100_000, .5, 'mostly_complete'])
check('and each site', {x['site']: x['remaining_m2'] for x in b['site_list']}, {'甲': 100_000, '乙': 0})
bare = redline('restoration', 'status', '-w', debts, '--as-of', '2017-01-01').stdout
true(f'no share, no basis: {bare[-300:]}', 'none of the 29 reserves is it known' in bare)
marked = workspace('marked')
imported(marked, write('参考.csv', '编号,保护区,治理点,应治理面积,面积,单位,阶段,日期,备注\n1,布尔根河狸,甲,10公顷,4,公顷,治理恢复,2018-01-01,范围不同，仅供参考\n2,布尔根河狸,乙,10公顷,4,公顷,通过验收,2018-01-01,图件见附件\n3,艾比湖湿地,丙,10公顷,,,设施拆除,2018-01-01,\n'))
s = status(marked)
b = row(s, 'bulgan-beaver')
check('what is for reference only is not required, what was restored is claimed', [b[k] for k in ('required_m2', 'claimed_m2', 'share')] + [[f['record'] for f in found(b, 'reference_only')]], [100_000, 80_000, .4, ['1/required']])
check('the region rests on two', s['region']['share_basis'], {'count': 2, 'of': 29, 'reserves': ['ebinur-lake', 'bulgan-beaver']})
imported(debts, write('重复.csv', '编号,保护区,治理点,面积,单位,阶段,日期,条号\n4,布尔根河狸,乙,300,亩,治理恢复,2018-01-01,另一份文件\n'))
b = row(status(debts), 'bulgan-beaver')
check('the same figure from another file counts once', (b['claimed_m2'], b['double_counted_m2'], [f['record'] for f in found(b, 'repeated_claim')]), (200_000, 200_000, ['4']))

# --- a spreadsheet as offices keep it: a title above the header, merged cells, units in headings and behind numbers ---
sheet = [['某某地区治理恢复台账', None, None, None, None, None, None], [None] * 7,
         ['保护区', '治理点', '治理阶段', '治理面积（亩）', '应治理面积', '回填方量（万m³）', '完成时间'],
         ['布尔根河狸', '甲矿', '治理恢复', '300', '40公顷', '1.5', '2018年6月'],
         [None, '乙矿', '通过验收', '60', '6万平方米', None, '2018-09-30'],
         [None, '丙矿', '设施拆除', None, '0.05平方公里', None, '2018年底']]
office = workspace('office')
r = imported(office, xlsx('台账.xlsx', sheet, ['A1:G1', 'A4:A6']))
true('three rows below the header', '3 rows read, 3 added' in r.stdout)
b = row(status(office), 'bulgan-beaver')
check('mixed units', (b['required_m2'], b['claimed_m2'], b['accepted_m2'], b['backfill_m3'], b['sites']), (510_000, 240_000, 40_000, 15_000, 3))
check('share and status', (b['share'], b['status']), (40 / 510, 'under_way'))
check('nothing odd: the 60亩 of 乙矿 were accepted, so they were restored', [f['code'] for f in b['findings']], [])
check('row numbers of the sheet', [r['row_number'] for r in rows(office / 'restoration.gpkg', 'SELECT row_number FROM rows ORDER BY row_number')], [4, 5, 6])
shared = [['保护区', '治理点', '条号', '治理阶段', '治理面积', '单位', '完成时间'],
          ['布尔根河狸', '甲矿', '58', '治理恢复', '300', '亩', '2018-06-30'], [None, '乙矿', None, '治理恢复', None, None, None], [None, '丙矿', None, '治理恢复', None, None, None]]
merged = workspace('merged')
r = imported(merged, xlsx('合并.xlsx', shared, ['A2:A4', 'C2:C4', 'E2:E4', 'F2:F4', 'G2:G4']))
check('one number over three rows is one number', row(status(merged), 'bulgan-beaver')['claimed_m2'], 200_000)
true('the other rows say so', all(w in r.stdout for w in ('row 3', 'row 4', '300', '治理面积')) and 'row 2' not in r.stdout)
check('texts and numbers that are no figures repeat', [(v['item'], v['unit'], v['day'].replace('/', '-'), v['value'], '300' in (v['remark'] or '')) for v in rows(merged / 'restoration.gpkg', 'SELECT item, unit, day, value, remark FROM records ORDER BY fid')],
      [('58', '亩', '2018-06-30', '300', False)] + [('58', '亩', '2018-06-30', None, True)] * 2)
same = write('台账.csv', '治理点,阶段,面积,单位,应治理面积,回填方量,日期,保护区\n甲矿,治理恢复,20,ha,600亩,15000m3,2018-06-30,布尔根河狸\n'
             '乙矿,通过验收,0.04,km2,90亩,,2018-09-30,布尔根河狸\n丙矿,设施拆除,,,5ha,,2018-12-31,布尔根河狸\n')
twin = workspace('twin')
imported(twin, same)
t = row(status(twin), 'bulgan-beaver')
check('other units, the same numbers', {k: v for k, v in t.items() if k.endswith(('_m2', '_m3', 'share', 'status'))},
      {k: v for k, v in b.items() if k.endswith(('_m2', '_m3', 'share', 'status'))})

# --- polygons on the demonstration map: planted truth, each fault found and nothing else ---


def layer(name, driver, features, fields=('编号', '保护区', '治理点', '治理项目', '阶段', '日期', '时限')):
    path = FOLDER / name
    ds = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(4490)
    srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    l = ds.CreateLayer(path.stem, srs, ogr.wkbPolygon, ['ENCODING=UTF-8'] if driver == 'ESRI Shapefile' else [])
    for f in fields:
        l.CreateField(ogr.FieldDefn(f, ogr.OFTString))
    for values, (x0, y0, x1, y1) in features:
        f = ogr.Feature(l.GetLayerDefn())
        for i, v in enumerate(values):
            f.SetField(i, v)
        f.SetGeometry(ogr.CreateGeometryFromWkt(f'POLYGON(({x0} {y0},{x1} {y0},{x1} {y1},{x0} {y1},{x0} {y0}))'))
        l.CreateFeature(f)
    ds = None
    return path


lop, km, kun = '罗布泊野骆驼', '卡拉麦里', '中昆仑'
drawing = ogr.Open(str(SOURCE / 'testdata/xinjiang/自然保护区_示意.geojson'))
whole = {}
for f in drawing.GetLayer(0):
    whole.setdefault(f.GetField('BHQMC'), []).append(f.GetGeometryRef().Clone())


def inside(name):
    """A point well inside a reserve of the drawing, found without Redline: the centre of its largest square cell of a coarse grid."""
    g = ogr.Geometry(ogr.wkbMultiPolygon)
    for key, parts in whole.items():
        if name in key:
            for p in parts:
                g = g.Union(p)
    e = g.GetEnvelope()
    n = 12
    for k in sorted(range(n * n), key=lambda k: abs(k // n - n / 2) + abs(k % n - n / 2)):
        x, y = e[0] + (e[1] - e[0]) * (k // n + .5) / n, e[2] + (e[3] - e[2]) * (k % n + .5) / n
        if g.Contains(ogr.CreateGeometryFromWkt(f'POINT({x} {y})').Buffer(.05)):
            return x, y
    raise SystemExit(f'no place inside {name}')


def at(reserve, dx, dy, w=.01, h=.01):
    x, y = inside(reserve)
    return (x + dx, y + dy, x + dx + w, y + dy + h)


clean = [(('c1', lop, '一号', '甲', '破坏', '2015-01-01', '2019-12-31'), at(lop, 0, 0)), (('c2', lop, '一号', '甲', '治理恢复', '2017-06-01', ''), at(lop, 0, 0)),
         (('c3', lop, '一号', '甲', '州级验收', '2018-06-01', ''), at(lop, 0, 0, .005)), (('c4', '', '二号', '甲', '治理恢复', '2018-01-01', ''), at(lop, .02, 0))]
planted = [(('d1', lop, '三号', '乙', '治理恢复', '2018-02-01', ''), at(lop, .025, 0)), (('u1', lop, '四号', '甲', '治理恢复', '2017-01-01', ''), at(lop, 0, .02)),
           (('u2', lop, '四号', '甲', '治理恢复', '2018-01-01', ''), at(lop, 0, .02)), (('w1', km, '五号', '甲', '治理恢复', '2018-01-01', ''), at(lop, .02, .02)),
           (('r1', lop, '六号', '甲', '治理恢复', '2017-01-01', ''), at(lop, .04, 0)), (('r2', lop, '六号', '甲', '再次破坏', '2018-01-01', ''), at(lop, .04, 0, .005))]
demo = workspace('demo', with_map=True)
true('a GeoPackage', '4 polygons added' in imported(demo, layer('治理.gpkg', 'GPKG', clean)).stdout)
s = status(demo)
check('a clean history has no findings', [f for r in s['reserves'] for f in r['findings']] + s['region']['findings'], [])
l = row(s, 'lop-nur')
g = l['ground']
true('balance', abs(g['disturbed_m2'] - sum(g[k + '_m2'] for k in ('not_started', 'under_way', 'restored', 'accepted'))) <= .04)
true('a polygon without reserve is found by the map', l['sites'] == 2)
check('verified = restored + accepted', l['verified_m2'], round(g['restored_m2'] + g['accepted_m2'], 2))
check('accepted by polygon', l['accepted_m2'], g['accepted_m2'])
true('half of one of two', abs(g['accepted_m2'] / g['disturbed_m2'] - .25) < .001)
true('zones add up', abs(sum(z['disturbed_m2'] for z in g['zones']) - g['disturbed_m2']) <= .02)
check('nothing restored in 2016', row(status(demo, as_of='2016-01-01'), 'lop-nur')['ground']['restored_m2'], 0)
imported(demo, layer('planted.shp', 'ESRI Shapefile', planted, ('BH', 'BHQ', 'ZLD', 'XM', 'JD', 'RQ', 'SX')), '--column', 'id=BH', '--column', 'reserve=BHQ', '--column', 'site=ZLD',
         '--column', 'programme=XM', '--column', 'stage=JD', '--column', 'date=RQ', '--column', 'deadline=SX')
s = status(demo)
check('each planted fault, and nothing else', sorted((f['code'].split('.')[1], f['record']) for part in [s['region'], *s['reserves']] for f in part['findings']),
      [('claimed_twice', 'd1'), ('cumulative_as_new', 'u2'), ('wrong_reserve', 'w1')])
l = row(s, 'lop-nur')
true('ground disturbed again left "restored"', abs(l['ground']['not_started_m2'] / g['accepted_m2'] - 1) < .01)
true('balance with faults', abs(l['ground']['residue_m2']) <= .01 + 1e-9 * l['ground']['disturbed_m2'])
back = workspace('back', with_map=True)
imported(back, FOLDER / '治理.gpkg', write('退回.csv', '编号,保护区,治理点,阶段,日期\nb1,罗布泊野骆驼,一号,退回再整改,2018-12-01\n'))
before, after = (row(status(back, as_of=d), 'lop-nur') for d in ('2018-11-30', '2018-12-01'))
true('until it is sent back site 一号 is restored, half of it accepted', before['accepted_m2'] > 0 and before['ground']['under_way_m2'] == 0)
true('a row without polygon sends its ground back', (after['accepted_m2'], after['ground']['accepted_m2']) == (0, 0) and abs(after['ground']['under_way_m2'] / before['ground']['accepted_m2'] - 2) < .01)
check('the other site stays verified', after['verified_m2'], after['ground']['restored_m2'])
true('a quarter left, half the ground', abs(after['verified_m2'] / before['verified_m2'] - .5) < .001 and after['findings'] == [])
spans = FOLDER / '退回.gpkg'
check('a layer of it', redline('restoration', 'report', '-w', back, '--as-of', '2019-03-31', '--gpkg', spans).returncode, 0)
check('on the map as well, from that day', sorted({r['valid_from'] for r in rows(spans, "SELECT valid_from FROM restoration_ground WHERE stage_class = 'under_way'")}), ['2018/12/01'])
bare = workspace('bare')
imported(bare, FOLDER / '治理.gpkg')
s = status(bare)
true('polygons without a map: told, not called outside', 'no layer of nature reserves' in ' '.join(f['text'] for f in s['notes']) and row(s, 'lop-nur')['findings'] == [])
true('claimed by their own area', row(s, 'lop-nur')['claimed_m2'] > 0 and row(s, 'lop-nur')['verified_m2'] == 0)
point = write('点.geojson', json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': {'保护区': lop, '治理点': 's', '阶段': '治理恢复'},
                                                                                 'geometry': {'type': 'Point', 'coordinates': [90, 41]}}]}))
true('points have no area', 'only polygons' in imported(demo, point, status=3).stderr)

play = FOLDER / '地块.gpkg'
check('a layer for QGIS', redline('restoration', 'report', '-w', demo, '--as-of', '2019-03-31', '--gpkg', play).returncode, 0)
for day in ('2016-01-01', '2017-12-31', '2018-06-01', '2019-03-31'):
    spans = rows(play, f"SELECT reserve_id, stage_class, sum(area_m2) AS m2 FROM restoration_ground WHERE valid_from <= '{day}' AND (valid_to IS NULL OR valid_to >= '{day}') "
                       "AND reserve_id = 'lop-nur' GROUP BY reserve_id, stage_class")
    g = row(status(demo, as_of=day), 'lop-nur')['ground']
    check(f'what QGIS shows on {day} is the state of that day', {r['stage_class']: round(r['m2'], 2) for r in spans},
          {c: g[c + '_m2'] for c in ('not_started', 'under_way', 'restored', 'accepted') if g[c + '_m2'] > 0})
check('no polygons, no layer', redline('restoration', 'report', '-w', other, '--gpkg', FOLDER / 'none.gpkg').returncode, 2)
broken = workspace('broken')
(broken / 'restoration.gpkg').write_bytes(b'SQLite format 3\0' + b'\1' * 5000)
r = redline('restoration', 'status', '-w', broken)
check('a damaged store is an input that cannot be used', (r.returncode, 'restoration.gpkg cannot be read' in r.stderr), (3, True))
old = digest(broken / 'restoration.gpkg')
true('and is not written to', redline('restoration', 'import', '-w', broken, DATA / '整改任务.csv').returncode in (3, 4) and digest(broken / 'restoration.gpkg') == old)

# --- the report: self-contained HTML and a workbook, the same numbers as status ---
html, book = FOLDER / 'r.html', FOLDER / 'r.xlsx'
r = redline('--lang', 'zh', 'restoration', 'report', '-w', other, '--as-of', '2019-03-31', '-o', html, '--xlsx', book)
check(f'report: {r.stderr[:200]}', r.returncode, 0)
page = html.read_text(encoding='utf-8')
true('numbers of the status', all(n in page for n in ('9,519,800', '3,185,100', '19,199', '380,000', '951.98 ha')))
true('on how many reserves the share rests', '只依据 29 个保护区中的 1 个（艾比湖湿地）' in page)
true('contradictions with their items', '三(四)1: 人类活动点建筑设施 99处' in page and '3.79' in page)
own = page.replace('xmlns="http://www.w3.org/2000/svg"', '').replace('url(#', '(#')  # the name of SVG, patterns of the same page
true('nothing is loaded from elsewhere', not any(w in own for w in ('http://', 'https://', '<script', '<link', 'url(')))
true('no field was left open', '{{' not in page and '}}' not in page)
named = {r['reserve'] for r in csv.DictReader(open(DATA / '报告台账.csv', encoding='utf-8-sig'))}
no_reserve = {n for n in named if '非保护区' in n or n in ('全区', '兵团', '乌鲁木齐南山风景名胜区', '艾比湖(流域)')}
check('one section for each reserve, a list of records for those that have some', (page.count('<section'), page.count('<summary>记录')), (29, len(named - no_reserve)))
gdal.SetConfigOption('OGR_XLSX_HEADERS', 'FORCE')
xml.dom.minidom.parseString('<svg>' + ''.join(part.split('</svg>')[0].split('>', 1)[1] for part in page.split('<svg ')[1:]) + '</svg>')
sheet = rows(book, 'SELECT * FROM "总表"')
check('the workbook says so, too', ([v['比例依据的保护区数'] for v in sheet if '全区' in v.values()], sum('29 个保护区中的 1 个' in str(v) for v in rows(book, 'SELECT * FROM "说明"'))), ([1], 1))
true('the workbook has them too', any(9519800 in v.values() for v in sheet) and len(sheet) >= 30)
check('all records', len(rows(book, 'SELECT * FROM "记录"')), 206)
check('a report that exists is kept', redline('restoration', 'report', '-w', other, '-o', html).returncode, 4)
check('no file named', redline('restoration', 'report', '-w', other).returncode, 2)
hostile = workspace('hostile')
imported(hostile, write('恶意.csv', '编号,保护区,治理点,面积,单位,阶段,日期\n"=1+1",罗布泊野骆驼,"<script>alert(1)</script>",1,ha,治理恢复,2018-01-01\n'))
r = redline('restoration', 'report', '-w', hostile, '--as-of', '2019-03-31', '-o', FOLDER / 'h.html', '--xlsx', FOLDER / 'h.xlsx')
true('markup in a name stays text', '<script' not in (FOLDER / 'h.html').read_text(encoding='utf-8'))
with zipfile.ZipFile(FOLDER / 'h.xlsx') as z:
    true('a formula in a name stays text', not any(b'<f>' in z.read(n) for n in z.namelist()))

# --- two importers at once, and one that is killed ---


def big(name, n, first=0):
    return write(name, '编号,保护区,治理点,面积,单位,阶段,日期\n' + ''.join(f'{name}{i},罗布泊野骆驼,点{i},{1 + i % 7},亩,治理恢复,2018-01-{1 + i % 28:02}\n' for i in range(first, first + n)))


both = workspace('both')
files = [big(f'并{k}.csv', 4000) for k in range(4)]
running = [subprocess.Popen([BINARY, 'restoration', 'import', '-w', str(both), str(f)], stdout=subprocess.DEVNULL) for f in files]
check('four importers at once', [p.wait() for p in running], [0, 0, 0, 0])
check('no row is lost', rows(both / 'restoration.gpkg', 'SELECT count(*) AS n FROM records')[0]['n'], 16_000)
lock = open(both / '.restoration.gpkg.lock', 'w')
fcntl.flock(lock, fcntl.LOCK_EX)
r = redline('restoration', 'import', '-w', both, '--wait', '0.3', big('又.csv', 5))
check('one that may not wait longer is refused', r.returncode, 4)
true('with a message', 'another program is writing' in r.stderr)
lock.close()
old, killed = digest(both / 'restoration.gpkg'), 0
heavy = big('重.csv', 60_000)
for delay in (.02, .05, .1, .15, .2, .3):
    p = subprocess.Popen([BINARY, 'restoration', 'import', '-w', str(both), str(heavy)], stdout=subprocess.DEVNULL)
    time.sleep(delay)
    p.kill()
    killed += p.wait() == -9
    if digest(both / 'restoration.gpkg') != old:
        break
    check('a killed import changes nothing', digest(both / 'restoration.gpkg'), old)
true('some were killed in the middle', killed >= 3)
imported(both, heavy)
check('and can be done again', rows(both / 'restoration.gpkg', 'SELECT count(*) AS n FROM records')[0]['n'], 76_000)
check('nothing is left lying about', [p.name for p in both.iterdir() if p.suffix == '.part'], [])
check('a healthy database', rows(both / 'restoration.gpkg', 'PRAGMA integrity_check')[0], {'integrity_check': 'ok'})

done()
