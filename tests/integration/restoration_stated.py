"""Reports of what is done so far: 0 takes back what stood; a lower stage after acceptance, and acceptance at several levels, are told."""
from restoration_support import *

LOP, NAME, MU = 'lop-nur', '罗布泊野骆驼', 2000 / 3
HEAD = '保护区,矿山,'
ALL = HEAD + f'应治理面积（亩）,治理面积（亩）,完成时间,销号时间\n{NAME},甲,100,100,2018-05-01,2018-06-01\n'
TOLD = ('cumulative_fell', 'stage_fell', 'levels_not_added', 'damage_restated')


def state(name, *texts, day='2019-12-31', opts=()):
    """claimed, accepted, remaining in mu, the word of the reserve, and what is told."""
    ws = workspace(name)
    for n, text in enumerate(texts):
        imported(ws, write(f'{name} {n}.csv', text) if isinstance(text, str) else text)
    r = row(status(ws, day), LOP)
    return tuple(None if r[k + '_m2'] is None else round(r[k + '_m2'] / MU, 2) for k in ('claimed', 'accepted', 'remaining')) + (r['status'],), sorted({f['code'].split('.')[1] for f in r['findings']} & set(TOLD)), r


# --- 0 of a running sum, or of what is done so far, is less than before ---
def monthly(day, *lines, treated='已治理面积', accepted='已验收面积'):
    return f'罗布泊矿山治理月报（截至{day}）\n{HEAD}应治理面积（亩）,{treated}（亩）,{accepted}（亩）\n' + ''.join(f'{NAME},{x}\n' for x in lines)


def sums(day, *lines):
    return HEAD + '应治理面积（亩）,累计治理面积（亩）,累计验收面积（亩）,填报日期\n' + ''.join(f'{NAME},{x},{day}\n' for x in lines)


def long(day, *lines):
    return '保护区,治理点,指标,数值,单位,日期\n' + ''.join(f'{NAME},甲,{what},{figure},亩,{day}\n' for what, figure in lines)


M, N = '2018年11月30日', '2018年12月31日'
FELL = [('months', monthly(M, '甲,100,100,100'), monthly(N, '甲,100,100,0'), (100, 0, 100)),
        ('0.00', monthly(M, '甲,100,100,100'), monthly(N, '甲,100,100,0.00'), (100, 0, 100)),
        ('0亩', monthly(M, '甲,100,100,100'), monthly(N, '甲,100,100,0亩'), (100, 0, 100)),
        ('未验收', monthly(M, '甲,100,100,100'), monthly(N, '甲,100,100,未验收'), (100, 0, 100)),
        ('both', monthly(M, '甲,100,100,100'), monthly(N, '甲,100,0,0'), (0, 0, 100)),
        ('treated alone', monthly(M, '甲,100,100,100'), monthly(N, '甲,100,0,'), (0, 0, 100)),
        ('never accepted', monthly(M, '甲,100,80,'), monthly(N, '甲,100,0,'), (0, 0, 100)),
        ('plain headings under a day', monthly(M, '甲,100,100,100', treated='治理面积', accepted='验收面积'), monthly(N, '甲,100,100,0', treated='治理面积', accepted='验收面积'), (100, 0, 100)),
        ('sums', sums('2018-11-30', '甲,100,100,100'), sums('2018-12-31', '甲,100,100,0'), (100, 0, 100)),
        ('both sums', sums('2018-11-30', '甲,100,100,100'), sums('2018-12-31', '甲,100,0,0'), (0, 0, 100)),
        ('long', long('2018-11-30', ('应治理面积', 100), ('累计治理面积', 100), ('累计验收面积', 100)), long('2018-12-31', ('累计验收面积', 0)), (100, 0, 100)),
        ('long, so far', long('2018-11-30', ('应治理面积', 100), ('已治理面积', 100), ('已验收面积', 100)), long('2018-12-31', ('已验收面积', 0)), (100, 0, 100)),
        ('closed in a table', ALL, HEAD + f'应治理面积（亩）,已治理面积（亩）,已验收面积（亩）,填报日期\n{NAME},甲,100,100,0,2019-03-01\n', (100, 0, 100)),
        ('closed by stage', HEAD + f'应治理面积（亩）,治理面积（亩）,治理阶段,日期\n{NAME},甲,100,100,治理恢复,2018-05-01\n{NAME},甲,,,销号,2018-06-01\n', sums('2019-03-01', '甲,100,100,0'), (100, 0, 100)),
        ('less is accepted than was closed', ALL, sums('2019-03-01', '甲,100,100,40'), (100, 40, 60)),
        ('less by months than was closed', ALL, monthly('2019年3月31日', '甲,100,100,40'), (100, 40, 60))]
for n, (name, first, then, want) in enumerate(FELL):
    got, told, r = state(f'fell {n}', first, then)
    check(name, (got[:3], told), (want, ['cumulative_fell']))
    true(f'{name}: not complete', got[3] != 'complete')
    check(f'{name}: before', state(f'stood {n}', first, then, day='2018-11-30')[0][1:3], (0, 100) if name == 'never accepted' and False else (state(f'first {n}', first, day='2018-11-30')[0][1:3]))
book = lambda day, figure: xlsx(f'{day}.xlsx', [[f'月报（截至{day}）', None, None, None, None], ['保护区', '矿山', '应治理面积（公顷）', '已治理面积（公顷）', '已验收面积（公顷）'], [NAME, '甲', '10', '10', figure]], ['A1:E1'])
got, told, r = state('workbooks', book(M, '10'), book(N, '0'))
check('workbooks', (got[1:], told), ((0, 150, 'under_way'), ['cumulative_fell']))
got, told, r = state('redone', monthly(M, '甲,100,100,100'), monthly(N, '甲,100,100,0'), monthly('2019年1月31日', '甲,100,100,100'))
check('accepted anew', got, (100, 100, 0, 'complete'))

# --- 0 where nothing stood, an empty cell, 0 of what is new, and 0 of one part beside another change nothing ---
KEPT = [('nothing yet', monthly(M, '甲,100,0,0'), monthly(N, '甲,100,0,0'), (0, 0, 100, 'not_started')), ('begun', monthly(M, '甲,100,0,0'), monthly(N, '甲,100,60,0'), (60, 0, 100, 'under_way')),
        ('empty', monthly(M, '甲,100,100,100'), monthly(N, '甲,100,100,'), (100, 100, 0, 'complete')), ('a stroke', monthly(M, '甲,100,100,100'), monthly(N, '甲,100,100,-'), (100, 100, 0, 'complete')),
        ('new in the month', monthly(M, '甲,100,100,100'), monthly(N, '甲,100,0,0', treated='本月治理面积', accepted='本月验收面积'), (100, 100, 0, 'complete')),
        ('called new', ALL, HEAD + f'治理面积（亩）,验收面积（亩）,口径,日期\n{NAME},甲,0,0,新增,2019-03-01\n', (100, 100, 0, 'complete')),
        ('plain', ALL, HEAD + f'治理面积（亩）,验收面积（亩）,日期\n{NAME},甲,0,0,2019-03-01\n', (100, 100, 0, 'complete')),
        ('another mine', monthly(M, '甲,100,100,100'), monthly(N, '甲,100,100,100', '乙,0,0,0'), (100, 100, 0, 'complete')),
        ('another file of the day', monthly(M, '甲,100,100,100'), monthly(M, '甲,100,100,0'), None)]
for n, (name, first, then, want) in enumerate(KEPT):
    got, told, r = state(f'kept {n}', first, then)
    if want: check(name, (got, told), (want, []))
    else: true(f'{name}: the larger counts, and it is told {got} {r["findings"]}', found(r, 'reports_differ'))
PIT = lambda day, *rows: f'月报（截至{day}）\n{HEAD}矿坑名称,应治理面积（亩）,已治理面积（亩）,已验收面积（亩）\n' + ''.join(f'{NAME},甲,{x}\n' for x in rows)
got, told, r = state('pits', PIT(M, '一号坑,50,50,50', '二号坑,50,50,50'), PIT(N, '一号坑,50,50,50', '二号坑,50,50,0'))
check('one of two pits', (got[:3], told), ((100, 50, 50), ['cumulative_fell']))
ws = workspace('not begun')
imported(ws, write('月.csv', monthly(M, '甲,100,0,0')))
check('0 brings a site to no stage', [s['stage'] for s in row(status(ws), LOP)['site_list']], [None])

# --- a lower stage after all was accepted ---
LATE = ['应治理面积（亩）,治理面积（亩）,状态,填报日期|甲,100,60,整改中,2019-03-01', '状态,填报日期|甲,整改中,2019-03-01', '治理阶段,日期|甲,未治理,2019-03-01', '治理阶段,日期|甲,未开展,2019-03-01', '治理阶段,治理面积（亩）,日期|甲,回填,60,2019-03-01', '整改状态,填报日期|甲,正在治理,2019-03-01',
        '应治理面积（亩）,治理面积（亩）,整改情况,填报日期|甲,100,0,未开展,2019-03-01', '治理阶段,日期|甲,回填,2019年3月']
for n, text in enumerate(LATE):
    head, line = text.split('|')
    for name, base in (('wide', ALL), ('stages', HEAD + f'应治理面积（亩）,治理面积（亩）,治理阶段,日期\n{NAME},甲,100,100,治理恢复,2018-05-01\n{NAME},甲,,,县级验收,2018-06-01\n')):
        got, told, r = state(f'late {name} {n}', base, HEAD + f'{head}\n{NAME},{line}\n')
        check(f'{name}: {line}', (got[1], told), (100, ['stage_fell']))
        true(f'{line}: with its day and source', '2019-03' in found(r, 'stage_fell')[0]['text'])
FINE = [('治理阶段,日期', '甲,回填,2018-03-01'), ('治理阶段,日期', '甲,已告知,2019-03-01'), ('治理阶段,日期', '甲,注销,2019-03-01'), ('治理阶段,日期', '甲,退回再整改,2019-03-01'), ('治理阶段,日期', '甲,销号,2019-03-01'), ('治理阶段,日期', '乙,未治理,2019-03-01'), ('治理阶段', '甲,未治理'), ('应治理面积（亩）,治理阶段,日期', '甲,150,回填,2019-03-01')]
for n, (head, line) in enumerate(FINE):
    check(f'{line} contradicts nothing', [c for c in state(f'fine {n}', ALL, HEAD + f'{head}\n{NAME},{line}\n')[1] if c != 'cumulative_fell'], [])
check('not all was accepted', state('rest', HEAD + f'应治理面积（亩）,治理面积（亩）,完成时间,销号时间\n{NAME},甲,100,60,2018-05-01,2018-06-01\n', HEAD + f'治理阶段,治理面积（亩）,日期\n{NAME},甲,回填,40,2019-03-01\n')[1], [])
check('accepted since', state('since', ALL, HEAD + f'治理阶段,日期\n{NAME},甲,整改中,2019-03-01\n{NAME},甲,销号,2019-06-01\n')[1], [])

# --- acceptance at two levels ---
TABLE = HEAD + '应治理面积（亩）,治理面积（亩）,完成时间,{}\n{},甲,100,60,2018-05-01,2018-06-01\n'
NEXT = HEAD + f'治理阶段,治理面积（亩）,日期\n{NAME},甲,治理恢复,40,2018-09-01\n{NAME},甲,' + '{},40,2018-10-01\n'
for n, (day, stage, accepted) in enumerate((('销号时间', '销号', 100), ('实际销号日期', '销号', 100), ('验收销号时间', '销号', 100), ('验收时间', '验收', 100), ('验收时间', '县级验收', 60), ('验收时间', '销号', 60), ('销号时间', '县级验收', 60), ('县级验收时间', '县级验收', 100), ('县级验收时间', '州级验收', 60))):
    got, told, r = state(f'levels {n}', TABLE.format(day, NAME), NEXT.format(stage))
    check(f'{day}, {stage}', (got[:2], told), ((100, accepted), [] if accepted == 100 else ['levels_not_added']))
for n, heading in enumerate(('销号面积', '已销号面积')):
    got, told, r = state(f'area {n}', HEAD + f'应治理面积（亩）,治理面积（亩）,完成时间,{heading}（亩）\n{NAME},甲,100,60,2018-05-01,60\n', NEXT.format('销号'))
    check(heading, (got[:2], told), ((100, 100), []))
BACK = HEAD + f'治理阶段,治理面积（亩）,日期\n{NAME},甲,退回再整改,30,2019-01-01\n{NAME},甲,治理恢复,30,2019-03-01\n{NAME},甲,' + '{},30,2019-04-01\n'
check('sent back and closed again', state('back', ALL, BACK.format('销号'))[:2], ((100, 100, 0, 'complete'), []))
check('disturbed again and closed again', state('again', ALL, BACK.format('销号').replace('退回再整改', '再次破坏'))[:2], ((100, 100, 0, 'complete'), []))
check('sent back and accepted at another level', state('other', ALL, BACK.format('县级验收'))[:2], ((100, 70, 30, 'mostly_complete'), ['levels_not_added']))
STAGES = HEAD + f'应治理面积（亩）,治理面积（亩）,治理阶段,日期\n{NAME},甲,100,100,治理恢复,2018-05-01\n'
for n, lines in enumerate((('100,县级验收', '100,州级验收'), ('100,县级验收', '60,州级验收'), ('60,县级验收', '40,州级验收'))):
    check(f'nothing was restored between: {lines}', state(f'same {n}', STAGES + ''.join(f'{NAME},甲,,{x},2018-0{6 + k}-01\n' for k, x in enumerate(lines)))[1], [])

# --- what is asked under a heading of completion holds on every day: it does not lack one ---
r = state('undated', HEAD + f'应治理面积（亩）,治理面积（亩）,验收时间\n{NAME},甲,100,100,2018-06-01\n')[2]
check('what is asked lacks no day', found(r, 'undated'), [])
r = state('undated work', HEAD + f'应治理面积（亩）,治理面积（亩）,治理阶段\n{NAME},甲,100,100,治理恢复\n')[2]
check('work lacks its day', [f['text'].split()[0] for f in found(r, 'undated')], ['2'])
true('both languages', [redline('--lang', l, 'restoration', 'status', '-w', FOLDER / 'fell 0').returncode for l in ('zh', 'en')] == [0, 0])
done()
