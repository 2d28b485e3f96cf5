"""Rows of restoration with neither figure nor stage say nothing, unless a day of completion or a deadline speaks; backfill is work."""
from restoration_support import *

LOP = '罗布泊野骆驼'
MU = 2000 / 3
numbers = iter(range(1000))


def read(head, *lines, above='', more=(), options=('--reported-on', '2019-01-01'), as_of='2019-06-30'):
    """The row of the reserve, the stages by site, the codes of the findings, and what the import says."""
    n = next(numbers)
    ws = workspace(f'silent {n}')
    said = imported(ws, *options, write(f'清单{n}.csv', above + '\n'.join(['保护区,矿山名称,' + head, *[f'{LOP},{x}' for x in lines]]) + '\n')).stdout
    for i, text in enumerate(more):
        imported(ws, write(f'清单{n}又{i}.csv', text))
    r = row(status(ws, as_of))
    return r, {s['site']: s.get('stage') for s in r['site_list']}, {f['code'][12:] for f in r['findings']}, said


# --- nothing said, nothing counted: told with what the rows say of their state, or with their names ---
for head, a, b in (('活动类型,状态', '采矿权,在产', '采矿权,停产'), ('责任单位', '某公司', '某局'), ('活动类型,状态', '油井,生产中', '油井,停采'), ('备注', '已巡查', ''),
                   ('治理面积（亩）,责任单位', ',甲', ',乙'), ('回填方量（万m³）,责任单位', ',甲', ',乙')):
    r, stages, codes, said = read(head, '一号铁矿,' + a, '二号铁矿,' + b)
    check(f'{head} {a}: nothing', (r['status'], r['sites'], r['claimed_m2'], stages), ('none', 0, 0, {}))
    true(f'{head} {a}, told: {said}', '2 rows have no figure and no stage that is known (' in said and ('在产' in said or '生产中' in said or '一号铁矿' in said))
r, stages, codes, said = read('治理面积（亩）', '甲,-', '乙,0', '丙,50')
check('- and 0 as before', (stages, '2 rows have neither a figure nor a stage' in said), ({'丙': 'restored'}, True))
r, stages, codes, said = read('指标,数值,单位', '甲,治理面积,,亩', '甲,应治理面积,100,亩')
check('a measure without a figure', (stages['甲'], r['status']), (None, 'not_started'))
r, stages, codes, said = read('活动类型,状态', '甲,采矿权,有效', '乙,采矿权,已治理')
check('stages count', (stages, r['status']), ({'甲': 'valid', '乙': 'restored'}, 'under_way'))
ws = workspace('silent status')
imported(ws, write('说法.csv', f'保护区,状态,日期\n{LOP},基本完成,2019-01-01\n'))
check('the word of a source for its reserve', row(status(ws))['status_claimed'], '基本完成')

# --- a deadline asks for work that has not begun; it takes no finding away ---
ACCEPTED = f'保护区,矿山名称,治理阶段,日期\n{LOP},甲,县级验收,2018-10-01\n'
r, stages, codes, said = read('活动类型,整改时限', '甲,采矿权,2019-03-31', '乙,采矿权,2019-12-31')
check('deadlines', (r['status'], stages, r['claimed_m2'], r['overdue'], 'deadline_passed' in codes), ('not_started', {'甲': 'valid', '乙': 'valid'}, 0, 1, True))
r, stages, codes, said = read('治理面积（亩）,整改时限', '甲,0,2019-12-31', '乙,-,2019-12-31', '丙,,2019-12-31', '丁,30,2019-12-31')
check('deadlines without figures', stages, {'甲': 'valid', '乙': 'valid', '丙': 'valid', '丁': 'restored'})
r, stages, codes, said = read('活动类型,整改时限', '甲,采矿权,2019-12-31', more=[ACCEPTED], options=('--reported-on', '2018-01-01'))
check('accepted, never restored', 'accepted_without_restoration' in codes, True)
r, stages, codes, said = read('治理面积（亩）,完成时间', '甲,60,2018-05-01', more=[f'保护区,矿山名称,整改时限\n{LOP},甲,2018-12-31\n'])
check('a deadline takes nothing back', (stages, round(r['claimed_m2'] / MU, 2)), ({'甲': 'restored'}, 60))

# --- a day of completion beside what must be restored: restored, without a figure ---
for head in ('完成时间', '完成日期', '整改完成时间', '治理完成时间', '实际完成时间', '治理时间', '实际竣工时间'):
    for area in ('应治理面积（亩）', '破坏面积（亩）'):
        r, stages, codes, said = read(f'{area},{head}', '甲,100,', '乙,100,2018-08-01')
        check(f'{area} {head}', (stages['乙'], r['status'], r['claimed_m2'], r['accepted_m2'], round(r['required_m2'] / MU, 2)), ('restored', 'under_way', 0, 0, 200))
        check(f'{area} {head}: an empty one says nothing', stages['甲'] in (None, 'disturbed'), True)
r, stages, codes, said = read('应治理面积（亩）,完成时间', '甲,100,2018-08-01', as_of='2018-07-31')
check('not before that day', (r['status'], round(r['required_m2'] / MU, 2)), ('not_started', 100))
r, stages, codes, said = read('应治理面积（亩）,完成时间,验收时间', '甲,100,2018-05-01,', '乙,100,2018-08-01,2018-10-01')
check('accepted behind it', (stages, codes & {'accepted_without_restoration'}), ({'甲': 'restored', '乙': 'accepted'}, set()))
check('alone', read('完成时间', '甲,2018-05-01')[1], {'甲': 'restored'})
r, stages, codes, said = read('应治理面积（亩）,治理面积（亩）,完成时间', '甲,100,-,2018-05-01', '乙,100,80,2018-05-01', '丙,100,0,2018-05-01')
check('- says no figure, 0 that nothing was done', (stages, round(r['claimed_m2'] / MU, 2)), ({'甲': 'restored', '乙': 'restored', '丙': None}, 80))
for head, line in (('应治理面积（亩）,日期', '甲,100,2018-08-01'), ('应治理面积（亩）,完成时间', '甲,100,未完成'), ('应治理面积（亩）,完成时间', '甲,100,2018年12月底前'), ('应治理面积（亩）,计划完成时间', '甲,100,2018-12-31'),
                   ('应治理面积（亩）,状态,完成时间', '甲,100,推进中,2018-08-01')):
    r, stages, codes, said = read(head, line)
    check(f'{line} under {head} is not done', (stages['甲'] in (None, 'valid', 'filling'), r['claimed_m2']), (True, 0))
check('not under a plan', read('应治理面积（亩）,完成时间', '甲,100,2018-08-01', above='罗布泊野骆驼自然保护区治理恢复方案表\n')[0]['status'], 'not_started')

# --- backfill is work ---
r, stages, codes, said = read('应治理面积（亩）,回填方量（万m³）,完成时间', '甲,100,5,2018-05-01', '乙,100,,')
check('backfill and its day', (r['status'], r['backfill_m3'], stages), ('under_way', 50000, {'甲': 'restored', '乙': None}))
r, stages, codes, said = read('应治理面积（亩）,回填方量（万m³）', '甲,100,5', '乙,100,')
check('backfill alone', (r['status'], r['backfill_m3'], stages), ('under_way', 50000, {'甲': None, '乙': None}))
r, stages, codes, said = read('应治理面积（亩）,回填方量（万m³）', '甲,100,0', '乙,100,-')
check('none', r['status'], 'not_started')
r = redline('--lang', 'zh', 'restoration', 'import', '-w', workspace('silent zh'), write('在产.csv', f'保护区,矿山名称,状态\n{LOP},甲,在产\n'))
true(f'in Chinese: {r.stdout}', '1 行没有数，也没有写认识的阶段（“在产”（第 2 行））：保存，不计入' in r.stdout)
done()
