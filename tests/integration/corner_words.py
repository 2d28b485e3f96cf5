"""What the words beside a list say: a mining or an exploration right, how many corners, elevations as licences print them; tables pasted cell by cell; the short remarks of a batch."""
import json
from corner_support import AREAS
from support import FOLDER, check, done, redline, true
from workbook import write_workbook

DATUM, SQUARE, OTHER = 'CGCS2000 3度带28带', [(4911000, 28437000), (4911500, 28437000), (4911500, 28437500), (4911000, 28437500)], [(4911000, 28439000), (4911500, 28439000), (4911500, 28439500), (4911000, 28439500)]


def rows(ring=SQUARE):
    return [f'{i} {x}.00 {y}.00' for i, (x, y) in enumerate(ring, 1)]


def screened(*lines, args=(), source=None):
    if source is None:
        source = FOLDER / 'words.txt'
        source.write_text('\n'.join(lines) + '\n', encoding='utf-8')
    out = FOLDER / 'words.json'
    out.unlink(missing_ok=True)
    r = redline('screen', source, *AREAS, *args, '--json', out)
    return r, json.loads(out.read_text(encoding='utf-8'))['applications'] if out.exists() else []


def said(a, part):
    return [f['code'] for f in a['findings'] if part in f['code']]


def kinds(*lines, **more):
    r, found = screened(*lines, **more)
    return [(a['kind'], *said(a, 'screen.kind_')) for a in found] or r.stderr


# --- The kind of right by the words beside the corners. ---
EXPLORATION, MINING = [('exploration_right', 'screen.kind_of_words')], [('mining_right', 'screen.kind_of_words')]
for words in ('探矿权延续登记申请书', '探矿权拐点坐标', '勘查许可证', '勘查项目名称：某地金矿普查', '探矿权人：某公司', '勘查区范围拐点坐标', '勘查矿种：金', '附：T6542002010014010000123'):
    check(words, (kinds(words, DATUM, *rows()), kinds(DATUM, *rows(), words)), (EXPLORATION, EXPLORATION))
for words in ('采矿许可证（副本）', '采矿权拐点坐标', '采矿权人：某公司'):
    check(words, kinds(words, DATUM, *rows()), MINING)
for words in ('矿区范围拐点坐标', '周边无其他探矿权', '依据《某地铁矿勘探报告》', '与相邻探矿权不重叠', '勘查单位：某地质队'):
    check(f'{words}: whose it is, is not said', kinds(words, DATUM, *rows()), [('mining_right', 'screen.kind_assumed')])
check('a number beside it', kinds('勘查许可证号：T6542002010014010000123', '探矿权申请书', DATUM, *rows()), [('exploration_right', 'screen.kind_of_number')])
check('both', kinds('采矿权申请书', '勘查许可证', DATUM, *rows()), [('mining_right', 'screen.kind_words_apart')])
check('a number against the words', kinds('采矿许可证号：C6542002010014010000123', '探矿权拐点坐标', DATUM, *rows()), [('mining_right', 'screen.kind_words_apart', 'screen.kind_of_number')])
check('--kind decides', kinds('探矿权拐点坐标', DATUM, *rows(), args=('--kind', 'exploration_right')), [('exploration_right',)])
check('and what contradicts is told', kinds('探矿权拐点坐标', DATUM, *rows(), args=('--kind', 'mining_right')), [('mining_right', 'screen.kind_other')])
check('each its own', kinds(DATUM, '探矿权拐点坐标', *rows(), '采矿权拐点坐标', *rows(OTHER)), EXPLORATION + MINING)
check('one title for all', kinds('探矿权申请书', DATUM, '矿区一', *rows(), '矿区二', *rows(OTHER)), EXPLORATION * 2)
r, found = screened('探矿权延续登记申请书', DATUM, *rows())
true(f'by which word: {r.stdout}', 'it says "探矿权"' in r.stdout)
sheet = [['探矿权拐点坐标表'], [DATUM], ['点号', 'X', 'Y'], *[[i, *c] for i, c in enumerate(SQUARE, 1)]]
check('a sheet', kinds(source=write_workbook(FOLDER / 'kind.xlsx', {'Sheet1': (sheet, [])})), EXPLORATION)
check('the name of a sheet', kinds(source=write_workbook(FOLDER / 'named.xlsx', {'探矿权': (sheet[1:], [])})), EXPLORATION)
string = '1,4,' + ','.join(f'{i},{x},{y}' for i, (x, y) in enumerate(SQUARE, 1)) + ',9,8,,1'
check('a string below a title', kinds('探矿权区域坐标', '2000国家大地坐标系', string), EXPLORATION)
register = [['探矿权登记一览表'], ['序号', '项目名称', '区域坐标'], [1, '甲', string], [2, '乙采矿权', string]]
check('a register', kinds(source=write_workbook(FOLDER / 'register.xlsx', {'Sheet1': (register, [])}), args=('--crs', 'EPSG:4516')), EXPLORATION + [('mining_right', 'screen.kind_words_apart')])
form = ['[属性描述]', '坐标系=2000国家大地坐标系', '几度分带=3', '带号=28', '[地块坐标]']
parcel = lambda name: [f'4,25.0000,1,{name},面,,,,@'] + [f'J{i},1,{x}.00,{y}.00' for i, (x, y) in enumerate(SQUARE, 1)]
check('the TXT form', (kinds(*form, *parcel('某地金矿探矿权')), kinds(*form[:4], '项目名称=某地勘查项目', *form[4:], *parcel('一'))), (EXPLORATION, EXPLORATION))
minutes = ['探矿权申请区块', 'CGCS2000', '点号 经度 纬度', "1 83°24′00″ 44°23′00″", "2 83°26′00″ 44°23′00″", "3 83°26′00″ 44°25′00″", "4 83°24′00″ 44°25′00″"]
r, found = screened(*minutes, args=('--cut', FOLDER / 'blocks.txt'))
true(f'whole blocks are cut: {found[0]["cut"]}', found[0]['kind'] == 'exploration_right' and abs(found[0]['cut']['reduction_percent'] - 50) < 0.1 and 'blocks of' in r.stdout)

# --- In a batch: the kind that was assumed, or is not said alike. ---
second = FOLDER / 'second.txt'
second.write_text('\n'.join(['采矿权', '探矿权', DATUM, *rows(OTHER)]), encoding='utf-8')
(FOLDER / 'first.txt').write_text('\n'.join([DATUM, *rows()]), encoding='utf-8')
r = redline('screen', FOLDER / 'first.txt', second, *AREAS)
true(f'the lines of a batch: {r.stdout}', 'no --kind, judged as mining right' in r.stdout.splitlines()[0] and 'mining or exploration right is not said alike' in r.stdout.splitlines()[1])
r = redline('screen', FOLDER / 'first.txt', second, *AREAS, '--kind', 'mining_right')
true(f'not where it was given: {r.stdout}', '--kind' not in r.stdout and 'alike' not in r.stdout)
# A draft is called so, and what the verdict would be without it.
draft = FOLDER / 'draft.geojson'
draft.write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': {'id': 'D', 'name': '新区'}, 'geometry': {'type': 'Polygon', 'coordinates': [[[83.2, 44.3], [83.3, 44.3], [83.3, 44.4], [83.2, 44.4], [83.2, 44.3]]]}}]}))
r = redline('screen', FOLDER / 'first.txt', second, *AREAS, '--with-draft', draft, '--draft-kind', 'nature_reserve')
true(f'a draft in a line: {r.stdout}', all('(draft)' in line and 'without the draft: clear' in line for line in r.stdout.splitlines()[:2]))
r = redline('screen', FOLDER / 'first.txt', second, *AREAS)
true('none without one', 'draft' not in r.stdout)

# --- How many corners there are, in every wording. ---
for n, fits in (('6', False), ('4', True)):
    chinese = {'6': '六', '4': '四'}[n]
    numbers = '、'.join(map(str, range(1, int(n) + 1)))
    for words in (f'共有{n}个拐点', f'拐点个数：{n}', f'共{n}点', f'共计{n}个点', f'拐点数{n}', f'界址点总数为{n}个', f'点数：{n}', f'{chinese}个拐点', f'矿区范围由{chinese}个拐点圈定', f'由{numbers}号拐点圈定', f'由1-{n}号拐点依次连线圈定', f'由以下{n}个拐点圈定',
                  f'矿区由{n}个拐点坐标圈定', f'开采深度：由800米至500米标高 共有{n}个拐点圈定'):
        r, found = screened(DATUM, words, *rows(), args=('--kind', 'mining_right'))
        check(f'{words}: {r.stderr}', [(a['verdict'], said(a, 'corner.count_lies')) for a in found], [('clear', []) if fits else ('review', ['corner.count_lies'])])
for words in ('共用拐点2个', '其中1、2、3号拐点与邻矿共用', '前3个拐点不变', '钻孔6个', '控制点数6', '第6个拐点', '共6点钟', '共12页'):
    r, found = screened(DATUM, words, *rows(), args=('--kind', 'mining_right'))
    check(f'{words} is no number of all: {r.stderr}', [a['verdict'] for a in found], ['clear'])
for names, verdict in ((('4', '4'), ['clear', 'clear']), (('4', '6'), ['clear', 'review']), (('十二', '4'), ['review', 'clear'])):
    r, found = screened(DATUM, '矿区一', f'共有{names[0]}个拐点', *rows(), '矿区二', f'共有{names[1]}个拐点', *rows(OTHER), args=('--kind', 'mining_right'))
    check(f'of each parcel {names}: {r.stderr}', [a['verdict'] for a in found], verdict)

# --- Elevations as licences print them. ---
for words in ('开采深度：由800米至500米标高 共有4个拐点圈定', '开采深度：由800米至500米标高共有4个拐点圈定', '开采深度：由800米至500米标高　共由四个拐点圈定', '开采深度：由800米至500米标高，共4个拐点'):
    r, found = screened(DATUM, *rows(), words)
    check(words, [(a['elevation_m'], said(a, 'term_unread'), a['verdict']) for a in found], [([800, 500], [], 'clear')])

# --- A table of Word, a cell in each line. ---
cells = lambda ring: [str(v) for i, c in enumerate(ring, 1) for v in (i, *(f'{x}.00' for x in c))]
HEADING = ['点号', 'X', 'Y']
plain = screened(DATUM, *rows())[1][0]['parts']
for name, lines in {'cells': [DATUM, *HEADING, *cells(SQUARE)], 'blank lines': [line for cell in [DATUM, *HEADING, *cells(SQUARE)] for line in (cell, '')], 'text behind it': [DATUM, '拐点坐标', *HEADING, *cells(SQUARE), '面积：0.2500平方公里', '共有4个拐点'],
                    'four cells': [DATUM, '序号', *HEADING, *[v for i in range(4) for v in ([str(i + 1)] + cells(SQUARE)[3 * i:3 * i + 3])]]}.items():
    r, found = screened(*lines)
    check(f'{name}: {r.stderr}', [([(x, y) for _, x, y in a['parts'][0][0]], a['verdict']) for a in found], [([(x, y) for _, x, y in plain[0][0]], 'clear')])
r, found = screened(DATUM, '矿区一', *HEADING, *cells(SQUARE), '矿区二', *HEADING, *cells(OTHER))
check(f'two tables: {r.stderr}', [(a['id'], len(a['parts'][0][0])) for a in found], [('words:矿区一', 4), ('words:矿区二', 4)])
degrees = ['CGCS2000', '点号', '经度', '纬度', *[v for i, c in enumerate(("83°12′00″ 44°23′00″", "83°14′00″ 44°23′00″", "83°14′00″ 44°25′00″"), 1) for v in (str(i), *c.split())]]
r, found = screened(*degrees)
check(f'degrees: {r.stderr}', [len(a['parts'][0][0]) for a in found], [3])
r, found = screened(DATUM, '点号', 'Y', 'X', *[v for i, (x, y) in enumerate(SQUARE, 1) for v in (str(i), f'{y}.00', f'{x}.00')])
check(f'the heading tells the order: {r.stderr}', [[(x, y) for _, x, y in a['parts'][0][0]] for a in found], [[(x, y) for _, x, y in plain[0][0]]])
whole = cells(SQUARE)
for name, lines in {'a cell is missing': [DATUM, *HEADING, *whole[:4], *whole[5:]], 'a number is missing': [DATUM, *HEADING, *whole[:3], *whole[4:]], 'no heading': [DATUM, *whole], 'one more': [DATUM, *HEADING, *whole, '5', '4911000.00']}.items():
    r, found = screened(*lines)
    true(f'{name}: {r.stderr}', r.returncode == 3 and not found and 'each cell on a line of its own' in r.stderr and 'Paste the table into Excel' in r.stderr)
done()
