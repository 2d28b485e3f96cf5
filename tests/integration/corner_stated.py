"""What a list says besides its corners: areas by sheets, which of several outlines is applied for, elevations; and other ways to print the corners."""
import json
from corner_support import AREAS, applications, reserve
from support import FOLDER, check, done, redline, true
from workbook import write_workbook

DATUM = '2000国家大地坐标系，3度带'
# 400 m by 400 m, in it 200 m by 200 m (16 ha and 4 ha), and 100 m by 100 m 600 m to the west.
OUTER = [(4940500, 28422100), (4940900, 28422100), (4940900, 28422500), (4940500, 28422500)]
INNER = [(4940600, 28422400), (4940800, 28422400), (4940800, 28422200), (4940600, 28422200)]
WEST = [(4940500, 28421500), (4940600, 28421500), (4940600, 28421600), (4940500, 28421600)]


def numbered(corners, first=1):
    return [f'{first + i} {x}.00 {y}.00' for i, (x, y) in enumerate(corners)]


def sheet(area, *rings):
    rows = [row for k, ring in enumerate(rings, 1) for row in ([[f'矿区{k}']] if len(rings) > 1 else []) + [[i, *c] for i, c in enumerate(ring, 1)]]
    return [[DATUM], *([[area]] if area else []), ['点号', 'X', 'Y'], *rows], []


def book(sheets):
    global said
    out, said = applications(write_workbook(FOLDER / 'b.xlsx', sheets))
    return out


def read(*lines):
    global said
    source = FOLDER / 'list.txt'
    source.write_text('\n'.join([f'矿区范围拐点坐标（{DATUM}）：', *lines]), encoding='utf-8')
    out, said = applications(source)
    return out


# --- areas of sheets: of the whole where they fit it, else of the corners of their own sheet ---
PARTS = [('甲', 16.0, 'clear'), ('乙', 1.0, 'clear')]
for a, b in (('0.1600', None), (None, '0.0100'), ('0.1600', '0.0100'), ('0.1700', None), ('0.1700', '0.1700'), ('0.1700', '0.0100')):
    check(f'areas of sheets: {a}, {b}', book({'甲': sheet(a and f'矿区面积：{a}平方公里', OUTER), '乙': sheet(b and f'矿区面积：{b}平方公里', WEST)}), PARTS)
check('one of two sheets is wrong', book({'甲': sheet('矿区面积：0.1600平方公里', OUTER), '乙': sheet('矿区面积：0.0300平方公里', WEST)}), [PARTS[0], ('乙', 1.0, 'review')])
check('without a unit', book({'甲': sheet('矿区面积：0.1600', OUTER), '乙': sheet(None, WEST)}), PARTS)
check('of two parcels of a sheet', [v for *_, v in book({'甲': sheet('矿区面积：0.1700平方公里', OUTER, WEST), '乙': sheet(None, INNER)})], ['clear'] * 3)
check('of two parcels, wrong', [v for *_, v in book({'甲': sheet('矿区面积：0.1500平方公里', OUTER, WEST), '乙': sheet(None, INNER)})], ['review', 'review', 'clear'])
for a, b, verdict in (('0.1600', None, 'clear'), ('0.1200', None, 'clear'), ('0.1600', '0.0400', 'clear'), (None, '0.1200', 'clear'), ('0.1400', None, 'review')):
    check(f'a sheet that is deducted: {a}, {b}', book({'矿区': sheet(a and f'矿区面积：{a}平方公里', OUTER), '扣除范围': sheet(b and f'面积：{b}平方公里', INNER)}), [('', 12.0, verdict)])

# --- which outline is applied for: said of each, all are screened ---
def outlines():
    return [f['code'].removeprefix('screen.outline_') for a in json.loads((FOLDER / 's.json').read_text(encoding='utf-8'))['applications']
            for f in a['findings'] if f['code'].startswith('screen.outline_')]


for words in ('扣除保护区后：', '拟变更范围', '变更后矿区范围：', '扣除后', '缩减后范围', '矿区范围（不含保护区）'):
    check(f'{words} behind an untitled one', [h for _, h, _ in read(*numbered(OUTER), words, *numbered(INNER))], [16.0, 4.0])
    check(f'{words}: which is which', outlines(), ['before', 'after'])
read(*numbered(INNER), '原矿区范围：', *numbered(OUTER))
check('the old one behind it', outlines(), ['after', 'before'])
read('变更前：', '矿区一', *numbered(OUTER), '矿区二', *numbered(WEST), '变更后：', '矿区一', *numbered(INNER), '矿区二', *numbered(WEST))
check('two areas before and after', outlines(), ['before', 'before', 'after', 'after'])
read(*numbered(OUTER), '资源储量估算范围：', *numbered(INNER))
check('a range beside it', outlines(), ['beside'])
for a, b in (('矿区一', '矿区二'), ('前进煤矿', '后山矿区'), ('高原矿区', '新源矿区')):
    read(a, *numbered(OUTER), b, *numbered(WEST))
    check(f'{a}, {b} are two areas', outlines(), [])
book({'变更前': sheet(None, OUTER), '变更后': sheet(None, INNER)})
check('sheets', outlines(), ['before', 'after'])
read(*numbered(OUTER), '变更后：', *numbered(INNER))
def columns(titles, before, after, outer=OUTER, inner=INNER):
    source = FOLDER / 'columns.csv'
    source.write_text('\n'.join([titles, *[f'{words},{i},{x}.00,{y}.00' for words, ring in ((before, outer), (after, inner)) for i, (x, y) in enumerate(ring, 1)]]), encoding='utf-8')
    r = redline('screen', source, *AREAS, '--accept', '--json', FOLDER / 's.json')
    return r.stdout


SHARED = [OUTER[0], INNER[0], INNER[1], INNER[2]]
for titles, before, after in (('许可证号,范围,点号,X,Y', 'C1,变更前', 'C1,变更后'), ('许可证号,矿山名称,申请类别,点号,X,Y', 'C1,甲,原范围', 'C1,甲,拟变更范围'), ('矿山名称,范围,点号,X,Y', '甲,变更前', '甲,变更后'), ('许可证号,矿区名称,备注,点号,X,Y', 'C1,甲,变更前', 'C1,甲,变更后')):
    for inner in (INNER, SHARED):
        columns(titles, before, after, inner=inner)
        check(f'{titles}, {before}, {after}', outlines(), ['before', 'after'])
        check('each its corners', [sum(len(ring) for part in a['parts'] for ring in part) for a in json.loads((FOLDER / 's.json').read_text(encoding='utf-8'))['applications']], [4, 4])
columns('许可证号,范围,点号,X,Y', 'C1,矿区范围', 'C1,资源储量估算范围')
check('a range beside it in a column', outlines(), ['beside'])
columns('许可证号,备注,点号,X,Y', 'C1,变更后', 'C2,变更后', inner=WEST)
check('two rights', outlines(), [])
read('变更前：', *numbered(OUTER), '变更后：', *numbered(INNER))
batch = redline('screen', FOLDER / 'list.txt', *AREAS).stdout
true(f'the line of each says it: {batch}', 'not applied for, by its title' in batch and '; applied for, by its title' in batch)

# --- thousands: two numbers of a line, one of them as long as a northing ---
def apart(mark=',', form='{} {} {}'):
    return [form.format(i, *(f'{v:,.2f}'.replace(',', mark) for v in c)) for i, c in enumerate(OUTER, 1)]


for lines in (apart(), apart('，'), apart(form='{},{},{}'), apart(form='{}\t{}\t{}'), apart(form='J{} X={} Y={}'), apart(form='{}、{}，{}')):
    check(f'{lines}', read(*lines), [('', 16.0, 'clear')])
check('an area with thousands', read('矿区面积：160,000.00平方米', *numbered(OUTER)), [('', 16.0, 'clear')])
check('another one', read('矿区面积：140,000.00平方米', *numbered(OUTER)), [('', 16.0, 'review')])

# --- two corners in a row under X1 Y1 X2 Y2, without numbers: refused ---
HEXAGON = [(4940500, 28422100), (4940700, 28422000), (4940900, 28422100), (4940900, 28422500), (4940700, 28422600), (4940500, 28422500)]
pairs = [' '.join(f'{x}.00 {y}.00' for x, y in HEXAGON[i:i + 2]) for i in (0, 2, 4)]
true('nothing is screened', 'several corners stand in this row without numbers of their own' in read('X1 Y1 X2 Y2', *pairs))
check('also where the proposal is accepted', redline('screen', FOLDER / 'list.txt', *AREAS, '--accept').returncode, 3)

# --- elevations in lines beside the corners ---
def heights():
    return [a['elevation_m'] and tuple(a['elevation_m']) for a in json.loads((FOLDER / 's.json').read_text(encoding='utf-8'))['applications']]


for words in ('开采标高：1200m至900m', '开采深度：由1200米至900米标高', '开采标高（1985国家高程基准）：+1200m～+900m', '准采标高为1200～900m，共4个拐点'):
    for lines in ([words, *numbered(OUTER)], [*numbered(OUTER), words]):
        read(*lines)
        check(f'{lines}', heights(), [(1200, 900)])
read('矿区一（面积0.16km²，标高1200-900m）', *numbered(OUTER), '矿区二（面积0.01km²，标高1100-800m）', *numbered(WEST))
check('in titles', heights(), [(1200, 900), (1100, 800)])
for words in ('资源量估算标高：1200m至900m', '高程：1985国家高程基准', '井口标高1250米'):
    read(words, *numbered(OUTER))
    check(words, heights(), [None])
for words in ('开采标高：1150m至900m、1450m至1250m', '开采标高：1150m至900m；1450m至1250m', '开采标高：1150-900m，1300-1200m', '开采标高：1150m至900m（I号矿体），1450m至1250m（II号矿体）', '开采标高：1150m至900m，南区1450m至1250m'):
    for lines in ([words, *numbered(OUTER)], [*numbered(OUTER), words], [f'矿区范围拐点（{words}）：', *numbered(OUTER)]):
        read(*lines)
        check(f'several ranges: {lines}', heights(), [None])
        true(f'are told: {said}', 'neither was used' in said or 'cannot be read' in said)
read('原批准开采标高1150-900m', *numbered(OUTER))
true(f'that of the right there was: {said}', heights() == [None] and 'that of the right there was' in said)
for words in ('开采标高：1200m至900m，面积0.1600平方公里', '开采标高：1200m至900m，共4个拐点，2019-2029年'):
    read(words, *numbered(OUTER))
    check(words, heights(), [(1200, 900)])
read('开采深度：0-270m', *numbered(OUTER))
true(f'a depth below the ground is told: {said}', '0-270m' in said and heights() == [None])
HEADER = ['[属性描述]', '坐标系=2000国家大地坐标系', '几度分带=3', '带号=28', '开采标高=1200m-900m', '申请事项=延续', '[地块坐标]', '4,16.0000,1,甲,面,,,,@']
source = FOLDER / 'list.txt'
source.write_text('\n'.join(HEADER + [f'J{i},1,{x}.00,{y}.00' for i, (x, y) in enumerate(OUTER, 1)]), encoding='utf-8')
applications(source)
check('in the header of a TXT', heights(), [(1200, 900)])

# --- what is applied for, as the source says it ---
STRING = '1,4,' + ','.join(f'{i},{x}.00,{y}.00' for i, (x, y) in enumerate(OUTER, 1)) + ',0,0,,1'


def act(words, *args, start='2020-01-01'):
    global said
    source = FOLDER / 'r.csv'
    source.write_text(f'许可证号,申请事项,有效期起,区域坐标\nC6500002009017110000001,{words},{start},"{STRING}"\n', encoding='utf-8')
    r = redline('screen', source, *AREAS, '--crs', 'EPSG:4516', '--json', FOLDER / 's.json', *args)
    said = r.stdout + r.stderr
    return [a['action'] for a in json.loads((FOLDER / 's.json').read_text(encoding='utf-8'))['applications']]


for words, expected in (('申请事项：延续', 'renew'), ('申请事项：采矿权变更（扩大矿区范围）', 'change'), ('登记事项: 采矿权转让', 'transfer')):
    read(words, *numbered(OUTER))
    check(words, [a['action'] for a in json.loads((FOLDER / 's.json').read_text(encoding='utf-8'))['applications']], [expected])
read('申请事项：延续', '矿区一', *numbered(OUTER), '开采标高：1200m至900m', '矿区二', *numbered(WEST), '开采标高：1100m至800m')
check('beside elevations below each', heights(), [(1200, 900), (1100, 800)])
read('申请事项：注销', *numbered(OUTER))
true(f'an act that is not known, in a line: {said}', 'which is no known act' in said)
check('of a row', act('采矿权延续'), ['renew'])
true(f'it is said: {said}', 'as "申请事项" says: "采矿权延续"' in said)
check('an option wins', act('延续', '--action', 'transfer'), ['transfer'])
true(f'and is held against it: {said}', '--action says transfer, and "申请事项" says "延续"' in said)
check('nothing is said', act(''), ['new'])
true(f'but the right has begun: {said}', 'holds since 2020-01-01, but it is judged as a new one' in said)
check('a word that is not known', act('注销'), ['new'])
true(f'is told: {said}', '"注销", which is no known act' in said)
check('a new one that begins later', act('新立', start='2027-01-01'), ['new'])
true(f'is told, too: {said}', 'valid from 2027-01-01' in said and 'holds since' not in said)

# --- the line of a batch names a right that overlaps for information only ---
folder = FOLDER / 'w'
folder.mkdir()
ring = [[82.5, 44], [82.51, 44], [82.51, 44.01], [82.5, 44.01], [82.5, 44]]
feature = lambda name, top, bottom: {'type': 'Feature', 'properties': {'id': name, 'top_m': top, 'bottom_m': bottom}, 'geometry': {'type': 'Polygon', 'coordinates': [ring]}}
for name, features in (('rights', [feature('deep', 500, 200)]), ('a', [feature('a', 1200, 900)]), ('b', [feature('b', 400, 100)])):
    (folder / f'{name}.geojson').write_text(json.dumps({'type': 'FeatureCollection', 'features': features}))
(folder / 'redline.toml').write_text(f'''format = "redline-workspace/1"
[[layer]]
name = "reserves"
source = "{reserve}"
role = "areas"
kind = "nature_reserve"
[[layer]]
name = "rights"
source = "rights.geojson"
role = "activities"
kind = "mining_right"
''', encoding='utf-8')
lines = redline('screen', folder / 'a.geojson', folder / 'b.geojson', '-w', folder, '--against', 'rights', '--as-of', '2026-06-01', '-q').stdout.split('\n')
true(f'at another depth: {lines}', 'also shares ground with the right deep (other depth), for information' in lines[0] and 'for information' not in lines[1])
r = redline('verify', FOLDER / 's.json')
check(f'the same again: {r.stdout} {r.stderr}', r.returncode, 0)
done()
