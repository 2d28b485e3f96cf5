"""Ground that is disturbed again and of which no row says how much: nothing of the site stays restored or accepted."""
from restoration_support import *

LOP, NAME, MU = 'lop-nur', '罗布泊野骆驼', 2000 / 3
HEAD = '保护区,矿山,'
DONE = HEAD + f'应治理面积（亩）,治理面积（亩）,完成时间,销号时间\n{NAME},甲,100,100,2018-05-01,2018-06-01\n'
STAGED = HEAD + f'应治理面积（公顷）,治理面积（公顷）,治理阶段,日期\n{NAME},甲,3,3,县级验收,2018-05-01\n'


def imported_in_turn(name, *texts):
    ws = workspace(name)
    for n, text in enumerate(texts):
        imported(ws, text if not isinstance(text, str) else write(f'{name} {n}.csv', text))
    return ws


def figures(ws, day='2019-12-31'):
    r = row(status(ws, day), LOP)
    return tuple(None if r[k + '_m2'] is None else round(r[k + '_m2'] / MU, 2) for k in ('required', 'claimed', 'accepted', 'remaining')), r


def said(r):
    return sorted(f['code'].split('.')[1] for f in r['findings'] if f['code'].split('.')[1].startswith(('disturbed', 'damage', 'returned')))


# --- no figure: all of it, by whatever column and word the row says so, on whatever day behind the work, also without one ---
WHOLE = [('治理阶段,日期', '再次破坏,2018-10-01'), ('治理阶段,日期', '新增破坏,2018-10-01'), ('治理阶段,日期', '破坏,2018-10-01'), ('整改情况,日期', '再次破坏,2018-10-01'), ('状态,填报日期', '再次破坏,2018-10-01'),
         ('治理阶段', '再次破坏'), ('治理阶段,日期', '再次破坏,2018-06-01'), ('治理阶段,日期', '再次破坏,2018年6月'), ('治理阶段,日期', '再次破坏,2018年'), ('应治理面积（亩）,治理阶段,日期', '100,再次破坏,2018-10-01'),
         ('治理面积（亩）,治理阶段,日期', '0,再次破坏,2018-10-01'), ('破坏面积（亩）,治理阶段,日期', '-,再次破坏,2018-10-01'), ('回填方量（万m³）,治理阶段,日期', '2,再次破坏,2018-10-01'), ('指标,数值,单位,治理阶段,日期', '拆除设施,20,个,再次破坏,2018-10-01')]
for n, (head, line) in enumerate(WHOLE):
    for name, first, asked in (('wide', DONE, 100), ('staged', STAGED, 45)):
        if name == 'staged' and '2018-06-01' not in line and '2018-10-01' not in line: continue
        got, r = figures(imported_in_turn(f'{name} {n}', first, HEAD + f'{head}\n{NAME},甲,{line}\n'))
        check(f'{name}, {head}: {line}', (got, r['status'] in ('not_started', 'under_way')), ((100 if '应治理' in head else asked, 0, 0, 100 if '应治理' in head else asked), True))
        check(f'{name}, {head}: {line} is told', said(r), ['disturbed_whole'])
check('the day before', figures(imported_in_turn('before', DONE, HEAD + f'治理阶段,日期\n{NAME},甲,再次破坏,2018-10-01\n'), '2018-09-30')[0], (100, 100, 100, 0))
ws = imported_in_turn('workbook', xlsx('表.xlsx', [['甲矿治理台账', None, None, None, None], ['保护区', '矿山', '应治理面积（亩）', '治理面积（亩）', '治理阶段', '日期'], [NAME, '甲', '100', '100', '区级验收', '2018-05-01'], [NAME, '甲', None, None, '再次破坏', '2018-10-01']], ['A1:E1']))
check('a workbook', figures(ws)[0], (100, 0, 0, 100))
for n, work in enumerate(('应治理面积（亩）,治理阶段,日期\n{0},甲,100,治理恢复,2018-05-01\n{0},甲,,销号,2018-06-01\n', '应治理面积（亩）,完成时间,验收时间\n{0},甲,100,2018-05-01,2018-06-01\n')):
    got, r = figures(imported_in_turn(f'no area {n}', HEAD + work.format(NAME), HEAD + f'治理阶段,日期\n{NAME},甲,再次破坏,2018-10-01\n'))
    check('accepted without an area', (got, said(r)), ((100, 0, 0, 100), ['disturbed_whole']))
check('restored without a day', figures(imported_in_turn('no day', HEAD + f'应治理面积（亩）,治理面积（亩）,治理阶段\n{NAME},甲,100,100,治理恢复\n', HEAD + f'治理阶段,日期\n{NAME},甲,再次破坏,2018-10-01\n'))[0], (100, 0, 0, 100))
got, r = figures(imported_in_turn('one row', HEAD + f'应治理面积（亩）,治理面积（亩）,完成时间,销号时间,治理阶段\n{NAME},甲,100,100,2018-05-01,2018-06-01,再次破坏\n'))
check('one row with its days', got, (100, 0, 0, 100))
got, r = figures(imported_in_turn('no site', DONE, f'保护区,治理阶段,日期\n{NAME},再次破坏,2018-10-01\n'))
check('without a site no site is touched, and it is told', (got, said(r)), ((100, 100, 100, 0), ['returned_no_site']))

# --- by polygon: the same ---
BOX = lambda x, w: {'type': 'Polygon', 'coordinates': [[[x, 40.8], [x + w, 40.8], [x + w, 40.81], [x, 40.81], [x, 40.8]]]}
feature = lambda stage, day: {'type': 'Feature', 'properties': {'保护区': NAME, '矿山': '甲', '治理阶段': stage, '日期': day}, 'geometry': BOX(91.2, .01)}
for word in ('再次破坏', '破坏'):
    ws = workspace('drawn ' + word, with_map=True)
    imported(ws, write(f'面{word}.geojson', json.dumps({'type': 'FeatureCollection', 'features': [feature('破坏', '2017-01-01'), feature('治理恢复', '2017-11-01'), feature('销号', '2018-01-01')]}, ensure_ascii=False)))
    whole = row(status(ws, '2019-12-31'), LOP)['required_m2']
    true('all of it is accepted', row(status(ws, '2019-12-31'), LOP)['accepted_m2'] == whole > 900000)
    imported(ws, write(f'又{word}.csv', HEAD + f'治理阶段,日期\n{NAME},甲,{word},2018-10-01\n'))
    r = row(status(ws, '2019-12-31'), LOP)
    check(f'drawn, then {word}', ([r[k + '_m2'] for k in ('claimed', 'verified', 'accepted', 'remaining')], said(r)), ([0, 0, 0, whole], ['disturbed_whole']))

# --- done anew it counts; a figure takes its own part; damage before the work, or at another site, takes nothing ---
NEXT = HEAD + f'治理阶段,治理面积（亩）,日期\n{NAME},甲,再次破坏,,2018-10-01\n'
AFTER = [(f'{NAME},甲,治理恢复,100,2019-03-01\n{NAME},甲,销号,,2019-04-01\n', (100, 100, 100, 0)), (f'{NAME},甲,治理恢复,60,2019-03-01\n{NAME},甲,销号,60,2019-04-01\n', (100, 60, 60, 40)), (f'{NAME},甲,销号,,2019-04-01\n', (100, 0, 0, 100))]
for n, (lines, want) in enumerate(AFTER):
    check(f'done anew: {lines}', figures(imported_in_turn(f'anew {n}', DONE, NEXT + lines))[0], want)
PART = [('治理面积（亩）,治理阶段,日期', '20,再次破坏,2018-10-01'), ('破坏面积（亩）,治理阶段,日期', '20,破坏,2018-10-01'), ('指标,数值,单位,治理阶段,日期', '治理面积,20,亩,再次破坏,2018-10-01'), ('指标,数值,单位,治理阶段,日期', '应治理面积,20,亩,再次破坏,2018-10-01')]
for n, (head, line) in enumerate(PART):
    got, r = figures(imported_in_turn(f'part {n}', DONE, HEAD + f'{head}\n{NAME},甲,{line}\n'))
    check(f'{head}: {line}', (got, said(r)), ((100, 80, 80, 20), ['disturbed_again']))
for n, line in enumerate(('甲,破坏,2017-06-01', '甲,破坏,2018-05-01', '甲,破坏,', '乙,破坏,2018-10-01')):
    got, r = figures(imported_in_turn(f'nothing {n}', DONE, HEAD + f'治理阶段,日期\n{NAME},{line}\n'))
    check(f'{line} takes nothing', (got[1:], said(r)), ((100, 100, 0), []))
true('both languages', [redline('--lang', l, 'restoration', 'status', '-w', FOLDER / 'wide 0').returncode for l in ('zh', 'en')] == [0, 0])
done()
