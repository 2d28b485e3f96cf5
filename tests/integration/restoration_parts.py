"""Restoration: rows of one site that are its parts (zones, pits, patches), and the row beside them that is their sum."""
from restoration_support import *

MU = 2000 / 3
HEAD = '保护区,矿山名称,矿坑名称,功能区,应治理面积（亩）,治理面积（亩）,完成时间,验收时间\n'


def sites(name, text, *days):
    """After the import of the tables: what it said, and by site required, claimed, accepted in 亩."""
    ws = workspace(name)
    said = ''.join(imported(ws, write(f'{name}{n}.csv', t)).stdout for n, t in enumerate(text if isinstance(text, list) else [text]))
    figures = [{x['site']: tuple(round((x[k] or 0) / MU, 2) for k in ('required_m2', 'claimed_m2', 'accepted_m2'))
                for x in row(status(ws, day), 'bulgan-beaver')['site_list']} for day in days or ('2018-12-31',)]
    return said, *figures


def table(*lines):
    return HEAD + ''.join(f'布尔根河狸,{x}\n' for x in lines)


# --- a row of a site beside the rows of its parts, above or below, is their sum: pits 30 + 30 = 60, treated 30 + 20 = 50 ---
pits = ['甲,1号坑,,30,30,2018-06-01,', '甲,2号坑,,30,20,2018-06-01,']
zones = ['甲,,缓冲区,30,30,2018-06-01,', '甲,,实验区,30,20,2018-06-01,']
for name, lines in {'above': ['甲,,,60,50,2018-06-01,', *pits], 'below': [*pits, '甲,,,60,50,,'], 'zones': [*zones, '甲,,小计,60,50,,'],
                    'word': [*pits, '甲,全矿,,60,50,2018-06-01,'], 'zones above': ['甲,,-,60,50,,', *zones]}.items():
    said, got = sites(name, table(*lines))
    check(f'{name} counts once', got, {'甲': (60, 50, 0)})
    true(f'{name} is told: {said}', 'sum up other rows' in said and 'warning' not in said)

# --- its acceptance counts where no part speaks of one; 合计 of the table sums the parts; the stage of some part is theirs ---
said, got = sites('accepted', table('甲,,,60,50,2018-06-01,2018-09-01', *pits, '乙,,,5,5,2018-06-01,', '合计,,,65,55,,'))
check('accepted as a whole', got, {'甲': (60, 50, 50), '乙': (5, 5, 0)})
true(f'the total fits: {said}', 'a total)' not in said)
said, got = sites('part accepted', table('甲,,,60,50,2018-06-01,2018-09-01', pits[0] + '2018-09-01', pits[1]))
check('a part accepted', got, {'甲': (60, 50, 30)})

# --- what contradicts: the parts count, and it is told; a smaller row is another part; what may be either is asked ---
said, got = sites('differs', table('甲,,,70,50,2018-06-01,', *pits))
check('the parts count', got, {'甲': (60, 50, 0)})
true(f'70 is not 60: {said}', '70亩, but the rows of the parts sum to 40000 m²' in said)
said, got = sites('part', table('甲,,,7,6,2018-06-01,', *pits))
check('another part', got, {'甲': (67, 56, 0)})
true(f'nothing to tell: {said}', 'parts' not in said and 'warning' not in said)
said, got = sites('either', table('甲,,,7,60,2018-06-01,', *pits))
check('besides', got, {'甲': (67, 110, 0)})
true(f'and is asked: {said}', 'warning' in said and 'row 2 names no zone, kind or pit' in said)

SUBJECT = '保护区,矿山名称,矿坑名称,治理内容,治理面积（亩）,完成时间\n' + ''.join(f'布尔根河狸,甲,{x},2018-06-01\n' for x in (
    ',回填和覆土,50', '1号坑,回填,30', '2号坑,覆土,20'))
check('whatever was done on them', sites('subjects', SUBJECT)[1], {'甲': (0, 50, 0)})

# --- two levels: the site above its zones above their pits; what the whole alone says counts ---
said, got = sites('levels', table('甲,,,60,50,,', '甲,,缓冲区,40,,,', '甲,1号坑,缓冲区,,20,2018-06-01,', '甲,2号坑,缓冲区,,10,2018-06-01,', '甲,3号坑,实验区,20,20,2018-06-01,'))
check('by levels', got, {'甲': (60, 50, 0)})

# --- an event of the whole site is no sum of other events of its parts ---
EVENTS = '保护区,矿山名称,矿坑名称,阶段,面积（亩）,日期\n' + ''.join(f'布尔根河狸,甲,{x}\n' for x in (
    ',破坏,60,2016-12-31', '1号坑,治理恢复,30,2018-06-01', '2号坑,治理恢复,30,2018-06-01', ',验收,60,2018-09-01'))
said, got = sites('events', EVENTS)
check('damage, restoration, acceptance', got, {'甲': (60, 60, 60)})
true(f'no sums: {said}', 'sum up' not in said)

# --- 退回面积 beside 退回时间 is what was sent back, and what was done again; without it the row's figure is ---
BACK = '保护区,矿山名称,治理面积（亩）,验收时间,退回时间,退回面积（亩）,重新整改完成时间,重新验收时间\n'
said, june, got = sites('back', BACK + ''.join(f'布尔根河狸,{x}\n' for x in (
    '甲,60,2018-06-01,2018-09-01,20,,', '乙,60,2018-06-01,2018-09-01,20,2018-10-01,', '丙,60,2018-06-01,2018-09-01,1.5公顷,2018-10-01,2018-11-01',
    '丁,60,2018-06-01,2018-09-01,-,,', '戊,60,2018-06-01,,-,,')), '2018-06-30', '2018-12-31')
check('before', june, {s: (0, 60, 60) for s in '甲乙丙丁戊'})
check('20 of 60', got, {'甲': (0, 40, 40), '乙': (0, 60, 40), '丙': (0, 60, 60), '丁': (0, 0, 0), '戊': (0, 60, 60)})
true(f'it is read: {said}', 'warning' not in said and '退回面积（亩）' in said)
check('nothing to ask', row(status(FOLDER / 'back', '2018-12-31'), 'bulgan-beaver')['findings'], [])
said, got = sites('no area', BACK + '布尔根河狸,甲,60,2018-06-01,2018-09-01,约半,,\n布尔根河狸,乙,60,2018-06-01,,20,,\n布尔根河狸,丙,60,2018-06-01,2018-09-01,61,,\n')
check('no area: all of it', got, {'甲': (0, 0, 0), '乙': (0, 60, 60), '丙': (0, 0, 0)})
true(f'it is told: {said}', '退回面积（亩）：约半' in said)

# --- 面积 alone beside a column of work is being worked on, and the warning is true; in a list with deadlines it is a task ---
for heading, cell, claimed in (('治理措施', '覆土', 0), ('恢复方式', '自然恢复', 0), ('治理项目', '山水林田湖', 0), ('治理年度', '2018', 0)):
    said, got = sites(heading, f'保护区,矿山名称,面积（亩）,{heading}\n布尔根河狸,甲,30,{cell}\n布尔根河狸,乙,40,\n')
    check(heading, got, {'甲': (0, 0, 0), '乙': (0, 0, 0)})
    check(f'{heading}: under way', [x['stage'] for x in row(status(FOLDER / heading, '2018-12-31'), 'bulgan-beaver')['site_list']], ['valid', 'filling'])
    true(f'both are told: {said}', f'“{heading}”' in said and '1 rows have an area under "面积（亩）" alone, without' in said)
said, got = sites('tasks', '保护区,矿山名称,面积（亩）,整改措施,治理措施,完成时限\n布尔根河狸,甲,30,整治,覆土,2019-12-31\n')
true(f'a task: {said}', 'it is kept, not counted' in said)

# --- 治理面积 where 完成面积 is empty: under way, or as stage and days say ---
DONE = '保护区,矿山名称,治理面积（亩）,完成面积（亩）,验收面积（亩）,验收时间,完成时间\n' + ''.join(f'布尔根河狸,{x}\n' for x in (
    '甲,30,20,20,2018-09-01,2018-06-01', '乙,30,,10,2018-09-01,', '丙,30,-,,,', '丁,30,,,,2018-06-01', '戊,30,,,2018-09-01,', '己,,20,,,'))
said, got = sites('less', DONE)
check('as far as is known', got, {'甲': (0, 20, 20), '乙': (0, 10, 10), '丙': (0, 0, 0), '丁': (0, 30, 0), '戊': (0, 30, 30), '己': (0, 20, 0)})
true(f'told: {said}', '2 rows leave "完成面积（亩）" empty and fill "治理面积（亩）", without' in said and '2 rows leave "完成面积（亩）" empty and fill "治理面积（亩）", beside' in said)

# --- numbers of patches beside a column of sites tell its parts apart: equal figures are two, and a row without one is their sum ---
for heading in ('图斑编号', '地块', '点位编号'):
    said, got = sites(f'patch {heading}', f'保护区,矿山名称,{heading},应治理面积（亩）,治理面积（亩）,完成时间\n' + ''.join(
        f'布尔根河狸,甲,{x},2018-06-01\n' for x in (',60,60', 'T1,30,30', 'T2,30,30')))
    check(heading, got, {'甲': (60, 60, 0)})
    true(f'used, and the sum told: {said}', 'not used' not in said and 'sum up other rows' in said)
said, got = sites('patch alone', '保护区,图斑编号,治理面积（亩）,完成时间\n布尔根河狸,T1,30,2018-06-01\n布尔根河狸,T2,30,2018-06-01\n')
check('alone they are the sites', got, {'T1': (0, 30, 0), 'T2': (0, 30, 0)})

# --- running sums of pits in one table add up: 12 + 8 of 20 + 10, then 18 + 10; 3 of 4 and 4 of 5 that each adds contradicts nothing ---
SUMS = '保护区,矿山名称,矿坑名称,应治理面积（亩）,本年治理面积（亩）,累计治理面积（亩）,累计验收面积（亩）,填报日期\n'
reports = [SUMS + ''.join(f'布尔根河狸,甲,{x},{day}\n' for x in lines) for day, lines in (
    ('2017-12-31', ('1号坑,20,4,12,6', '2号坑,10,3,8,2')), ('2018-12-31', ('1号坑,20,6,18,12', '2号坑,10,2,10,10')))]
said, before, after = sites('sums', reports, '2017-12-31', '2018-12-31')
check('sums of parts', (before, after), ({'甲': (30, 20, 8)}, {'甲': (30, 28, 22)}))
check('nothing contradicts', row(status(FOLDER / 'sums', '2018-12-31'), 'bulgan-beaver')['findings'], [])

# --- a later report of one pit alone is of that pit: 8 and 2 of the other stand ---
said, later = sites('one pit', [reports[0], SUMS + '布尔根河狸,甲,1号坑,20,6,18,12,2018-12-31\n'], '2018-12-31')
check('of that pit alone', later, {'甲': (30, 26, 14)})

# --- parts at different stages add up, across stages: 15 + 20 + 30 + 40 claimed, 15 + 40 accepted; without names by what each had to restore ---
STAGES = '保护区,矿山名称,矿坑名称,功能区,应治理面积（亩）,治理面积（亩）,治理阶段,填报日期\n'
four = ('15,15,销号', '20,20,自验', '30,30,复绿', '40,40,县级验收')
for name, part in {'pits': '{}号坑,', 'unnamed': ',', 'patches': 'T{},实验区'}.items():
    text = STAGES + ''.join(f'布尔根河狸,甲,{part.format(n)},{x},2018-09-30\n' for n, x in enumerate(four))
    said, got = sites(f'stages {name}', text)
    check(f'{name} across stages', got, {'甲': (105, 105, 55)})
    check(f'{name}: nothing contradicts', row(status(FOLDER / f'stages {name}', '2018-12-31'), 'bulgan-beaver')['findings'], [])
zones = STAGES + '布尔根河狸,甲,,缓冲区,15,15,销号,2018-09-30\n布尔根河狸,甲,,实验区,40,40,县级验收,2018-09-30\n'
check('zones across stages', sites('stages zones', zones)[1], {'甲': (55, 55, 55)})

# --- month by month, the number of a pit written otherwise: 15 + 20 + 10, then 15 + 20 + 20 of which 15, then 35 are closed ---
MONTHS = '保护区,矿山名称,矿坑名称,应治理面积（亩）,累计治理面积（亩）,状态,填报日期\n'
months = [MONTHS + ''.join(f'布尔根河狸,甲,{x},{day}\n' for x in lines) for day, lines in (
    ('2018-09-30', ('1号坑,15,15,已销号', '2号坑,20,20,已完成治理', '12号坑,30,10,整改中')),
    ('2018-10-31', ('一号坑,15,15,已销号', '二号坑,20,20,已销号', '十二号坑,30,20,整改中')))]
said, before, after = sites('months', months, '2018-09-30', '2018-10-31')
check('by months', (before, after), ({'甲': (65, 45, 15)}, {'甲': (65, 55, 35)}))
check('no false finding', row(status(FOLDER / 'months', '2018-12-31'), 'bulgan-beaver')['findings'], [])

# --- a later table that names another pit: 15 of 30 are accepted; what is done beyond on one pays nothing of another; names that no table joins are asked ---
LATER = '保护区,矿山名称,矿坑名称,应治理面积（亩）,治理面积（亩）,验收时间,填报日期\n'
for name, a, b in (('numbers', '1号坑', '2号坑'), ('names', '东坑', '西坑')):
    said, got = sites(f'later {name}', [LATER + f'布尔根河狸,甲,{a},15,25,2018-05-01,2018-09-30\n', LATER + f'布尔根河狸,甲,{b},15,,,2018-10-31\n'])
    check(f'another pit, {name}', got, {'甲': (30, 25, 25)})
    r = row(status(FOLDER / f'later {name}', '2018-12-31'), 'bulgan-beaver')
    check(f'{name}: 15 remain', (round(r['remaining_m2']), r['share']), (10000, 0.5))
    true(f'asked where not certain: {r}', bool(found(r, 'parts_apart')) == (name == 'names'))

# --- a pit sent back takes its own claim and acceptance, with its figure, with none, and with what stands of it ---
BACK = '保护区,矿山名称,矿坑名称,应治理面积（亩）,累计治理面积（亩）,累计验收面积（亩）,状态,填报日期\n'
accepted = BACK + '布尔根河狸,甲,1号坑,15,15,15,已销号,2018-09-30\n布尔根河狸,甲,2号坑,20,20,20,已销号,2018-09-30\n'
for back in ('20,0,0', '20,,'):
    later = BACK + f'布尔根河狸,甲,1号坑,15,15,15,已销号,2018-10-31\n布尔根河狸,甲,2号坑,{back},退回再整改,2018-10-31\n'
    check(f'a pit sent back: {back}', sites(f'pit back {back}', [accepted, later])[1], {'甲': (35, 15, 15)})
said, got = sites('never done', STAGES + '布尔根河狸,甲,1号坑,,15,15,治理恢复,2018-05-01\n布尔根河狸,甲,2号坑,,20,20,退回再整改,2018-06-01\n')
check('sent back, never claimed', got, {'甲': (35, 15, 0)})

# --- ground under way of sites that do not say what is required: 30 of 30 + 400 are accepted; sites without any area are named ---
OPEN = '保护区,矿山名称,应治理面积（亩）,治理面积（亩）,整改状态,填报日期\n'
ws = workspace('open')
imported(ws, write('open.csv', OPEN + '布尔根河狸,甲,30,30,已销号,2018-12-01\n布尔根河狸,乙,,400,整改中,2018-12-01\n布尔根河狸,丙,,,整改中,2018-12-01\n'))
s = status(ws, '2018-12-31')
r = row(s, 'bulgan-beaver')
check('430 are required', [round(r[k] / MU) for k in ('required_m2', 'accepted_m2', 'remaining_m2')] + [r['status']], [430, 30, 400, 'under_way'])
true(f'and told: {s.keys()}', [n for n in s['notes'] if 'left_out' in n['code'] and '丙' in n['text'] and '乙' not in n['text']])

done()
