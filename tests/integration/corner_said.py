"""What stands beside a plain list: zones of its parcels, whose right it is, elevations between two tables, ground that is added, corners that stand elsewhere."""
import json
from corner_support import AREAS
from support import FOLDER, check, done, redline, true
from workbook import write_workbook

DATUM = 'CGCS2000 3度带28带'


def box(x, y, width=500, height=500):
    return [(x, y), (x + height, y), (x + height, y + width), (x, y + width)]


def rows(ring, first=1):
    return [f'{i} {x}.00 {y}.00' for i, (x, y) in enumerate(ring, first)]


A, B, WEST, EAST = box(4911000, 28437000), box(4911000, 28439000), box(4911000, 28618000), box(4911000, 29381000)


def screened(*lines, args=(), name='said.txt', source=None):
    if source is None:
        source = FOLDER / name
        source.write_text('\n'.join(lines) + '\n', encoding='utf-8')
    out = FOLDER / 'said.json'
    out.unlink(missing_ok=True)
    r = redline('screen', source, *AREAS, *args, '--json', out)
    return r, json.loads(out.read_text(encoding='utf-8'))['applications'] if out.exists() else []


def codes(a):
    return [f['code'] for f in a['findings'] if f['severity'] != 'info']



# --- Parcels of a plain list in two zones: each in its own, with a warning; 1.48° east of 84° and 1.49° west of 87°. ---
r, found = screened('CGCS2000 3度带', '矿区一', *rows(WEST), '矿区二', *rows(EAST))
check(f'each in its zone: {r.stderr}', [(a['crs']['code'], codes(a)) for a in found], [('EPSG:4516', ['corner.row_zones']), ('EPSG:4517', ['corner.row_zones'])])
baopan = ['[属性描述]', '坐标系=2000国家大地坐标系', '几度分带=3', '[地块坐标]']
for name, ring in (('甲', WEST), ('乙', EAST)):
    baopan += [f'4,25.0000,{name},{name},面,,,,@'] + [f'J{i},1,{x}.00,{y}.00' for i, (x, y) in enumerate(ring, 1)]
r, found = screened(*baopan)
check(f'TXT form: {r.stderr}', [a['crs']['code'] for a in found], ['EPSG:4516', 'EPSG:4517'])
r, found = screened(*baopan[:3], '带号=28', *baopan[3:])
true(f'a stated zone holds for both: {r.stderr}', r.returncode == 3 and [a['crs']['code'] for a in found] == ['EPSG:4516'] and 'the stated zone 28 contradicts' in r.stderr)
r, found = screened('CGCS2000 3度带', '矿区一', *rows(A), '矿区二', *rows([(x, y + 1000000) for x, y in B]))
true(f'3° from each other: {r.stderr}', r.returncode == 3 and not found and 'they are 3.0° of longitude apart' in r.stderr)
r, found = screened('CGCS2000 3度带', *rows(A[:2] + [(x, y + 1000000) for x, y in A[2:]]))
true(f'one ring in two zones: {r.stderr}', r.returncode == 3 and not found and 'the eastings carry different zone numbers' in r.stderr)

# --- Whose right it is: used where nothing else says it, and for nothing more. ---
LICENCE, LINES = 'C6500002019011110000031', ['采矿许可证号：C6500002019011110000031', '项目名称：精河县某铁矿扩大矿区范围', '采矿权人（盖章）：精河某矿业有限公司']


def identity(a):
    return a['licence_no'], a['name'], a['holder'], a['action'], a['kind']


WHOLE = (LICENCE, '精河县某铁矿扩大矿区范围', '精河某矿业有限公司', 'new', 'mining_right')
for name, lines in (('above', [*LINES, DATUM, *rows(A)]), ('below', [DATUM, *rows(A), *LINES]), ('in one line', ['　'.join(LINES), DATUM, *rows(A)]), ('numbered', [f'{i}、{s}；' for i, s in enumerate(LINES, 1)] + [DATUM, *rows(A)])):
    r, found = screened(*lines)
    check(f'{name}: {r.stderr}', [identity(a) for a in found], [WHOLE])
book = write_workbook(FOLDER / 'said.xlsx', {'Sheet1': ([['采矿许可证号', LICENCE], ['项目名称：精河县某铁矿扩大矿区范围'], ['采矿权人', '精河某矿业有限公司'], [DATUM], ['点号', 'X', 'Y'], *[[i, *c] for i, c in enumerate(A, 1)]], [])})
check('a workbook', [identity(a) for a in screened(source=book)[1]], [WHOLE])
r, found = screened(*LINES, DATUM, *rows(A), args=('--licence-no', 'C1', '--holder', '某人', '--name', '某矿'))
check('an option wins', identity(found[0])[:3], ('C1', '某矿', '某人'))
true('a report has it', redline('screen', FOLDER / 'said.txt', *AREAS, '--html', FOLDER / 'said.html').returncode == 0 and LICENCE in (FOLDER / 'said.html').read_text(encoding='utf-8'))
r, found = screened('勘查许可证号：T6500002019011110000031', '申请人：甲', '申请人：乙', DATUM, *rows(A))
check('a number of an exploration right tells the kind; two that differ name nobody', (found[0]['kind'], found[0]['holder'], codes(found[0])), ('exploration_right', None, ['screen.identity_apart']))
r, found = screened('矿山名称：甲铁矿', DATUM, *rows(A), '矿山名称：乙铁矿', *rows(B))
check(f'each table its own: {r.stderr}', [a['name'] for a in found], ['甲铁矿', '乙铁矿'])
r, found = screened('证号：见附件', DATUM, *rows(A))
check('no number of a licence', found[0]['licence_no'], None)

# --- A line of elevations between two tables is that of the second one, and no name. ---
FIRST, SECOND = '开采深度：由1300米至1200米标高', '开采深度：由1200米至900米标高'


def elevations(a):
    return [f['args'][1] if 'args' in f else f['text'] for f in a['findings'] if f['code'] == 'screen.elevation_of_row']


r, found = screened(DATUM, *rows(A), SECOND, *rows(B))
true(f'the second one: {found[1]["findings"]}', not elevations(found[0]) and '1200–900' in elevations(found[1])[0])
check('it is no name, and the doubt is told', (found[1]['name'], codes(found[1])), (None, ['corner.term_of_next']))
r, found = screened(DATUM, FIRST, *rows(A), SECOND, *rows(B))
true('before each', '1300–1200' in elevations(found[0])[0] and '1200–900' in elevations(found[1])[0] and not codes(found[1]))
r, found = screened(DATUM, *rows(A), FIRST, *rows(B), SECOND)
true('behind each', '1300–1200' in elevations(found[0])[0] and '1200–900' in elevations(found[1])[0] and not codes(found[1]))

# --- Ground that is added to a right. ---
for title in ('扩大范围', '新增范围', '扩界', '拟扩大矿区范围', '新增矿区范围拐点坐标：', '扩大部分'):
    r, found = screened(DATUM, '原矿区范围', *rows(A), title, *rows(B))
    check(f'{title}: {r.stderr}', [codes(a) for a in found], [['screen.outline_enlarged'], ['screen.outline_added']])
r, found = screened(DATUM, '变更前', *rows(A), '变更后', *rows(box(4911000, 28437000, 1000)), '扩大范围', *rows(box(4911000, 28437500)))
check('beside both', [codes(a) for a in found], [['screen.outline_before'], ['screen.outline_after'], ['screen.outline_added']])
check('扩大后 is what is applied for', [codes(a) for a in screened(DATUM, '原矿区范围', *rows(A), '扩大后范围', *rows(B))[1]], [['screen.outline_before'], ['screen.outline_after']])
check('a name is no outline', [codes(a) for a in screened('项目名称：某矿扩大矿区范围项目', DATUM, '矿区一', *rows(A), '矿区二', *rows(B))[1]], [[], []])
r = redline('screen', FOLDER / 'said.txt', FOLDER / 'said.txt', *AREAS)

# --- Corners that stand elsewhere: never clear. ---
for lines in ([*rows(A), '5-8点见附图'], [*rows(A), '其余拐点坐标详见附件2'], [*rows(A[:2]), '……', *rows(A[2:], 3)], [*rows(A), '（以下略）']):
    r, found = screened(DATUM, *lines)
    check(f'{lines[2:]}: {r.stderr}', (found[0]['verdict'], 'corner.elsewhere' in codes(found[0])), ('review', True))
r, found = screened(DATUM, '矿区一', *rows(A), '矿区二', '（坐标见附件2）')
true(f'an area without corners: {[(a["id"], a["verdict"]) for a in found]}', [a['verdict'] for a in found] == ['review'] and 'corner.area_unlisted' in codes(found[0]))
for lines in ([*rows(A), '附图：矿区范围图'], ['拐点坐标见附表', *rows(A)], ['矿区一', *rows(A), '矿区二', *rows(B), '矿区一（面积0.2500平方公里）', '矿区二（面积0.2500平方公里）'], [*rows(A), '面积：0.2500平方公里']):
    check(f'nothing is missing: {lines[-1]}', {a['verdict'] for a in screened(DATUM, *lines)[1]}, {'clear'})
done()
