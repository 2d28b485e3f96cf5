"""The new corner list after a cut is the whole outline: parcels without a conflict stay as they were given, those of which nothing remains are named."""
import json
from support import FOLDER, check, done, redline, true

# E 505 to 506 km, N 4944 to 4946 km of zone 28 are reserved.
box = lambda x, y, width=1000, height=1000: [(y, x), (y, x + width), (y + height, x + width), (y + height, x)]
reserve = FOLDER / 'reserve.geojson'
corners = [[x, y] for y, x in box(28505000, 4944000, 1000, 2000)]
reserve.write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': {'id': 'R', 'name': '保护区'}, 'geometry': {'type': 'Polygon', 'coordinates': [corners + corners[:1]]}}]}))
AREAS = ['--areas', reserve, '--areas-crs', 'EPSG:4516', '--area-kind', '=nature_reserve', '--area-id', 'id', '--area-name', 'name', '--as-of', '2026-06-01', '--overwrite']
HALF, INSIDE, FAR, FARTHER = box(28504500, 4944500), box(28505100, 4944100, 500, 500), box(28520000, 4950000), box(28530000, 4950000)
HEAD = ['[属性描述]', '坐标系=2000国家大地坐标系', '几度分带=3', '带号=28', '[地块坐标]']


def lines(number, name, ring, decimals=2, hectares='100.0000'):
    return [f'5,{hectares},{number},{name},面,L45G001001,采矿用地,0602,@'] + [f'J{i % 4 + 1},1,{ring[i % 4][0]:.{decimals}f},{ring[i % 4][1]:.{decimals}f}' for i in range(5)]


def text(name, *parcels, head=HEAD):
    path = FOLDER / name
    path.write_text('\r\n'.join([*head, *(line for p in parcels for line in p)]) + '\r\n', encoding='utf-8')
    return path


def cut(*files, args=(), kind='mining_right'):
    """The parcels of the list that was written, each its line and its corners; what was said; the JSON."""
    out, found = FOLDER / 'cut.txt', FOLDER / 's.json'
    out.unlink(missing_ok=True), found.unlink(missing_ok=True)
    r = redline('screen', *files, *AREAS, *(('--kind', kind) if kind else ()), '--cut', out, '--json', found, *args)
    written = {}
    if out.exists():
        for line in out.read_text(encoding='utf-8').partition('[地块坐标]')[2].split():
            if line.endswith('@'): written[at := line.split(',')[2], line.split(',')[3]] = parcel = [line]
            else: parcel.append(line)
    return written, r.stdout + r.stderr, json.loads(found.read_text(encoding='utf-8'))['applications'] if found.exists() else []


def verdicts(path):
    r = redline('screen', path, *AREAS, '--kind', 'mining_right', '--json', FOLDER / 'again.json')
    return [(a['verdict'], a['area']['tdt1055_m2']) for a in json.loads((FOLDER / 'again.json').read_text(encoding='utf-8'))['applications']]


# --- One licence of two parcels, the eastern one half in the reserve. ---
WEST = lines(2, '石灰岩矿（西区）', FAR)
two = text('two.txt', lines(1, '石灰岩矿（东区）', HALF), WEST)
written, said, found = cut(two)
check('both parcels, by their own numbers and names', list(written), [('1', '石灰岩矿（东区）'), ('2', '石灰岩矿（西区）')])
check('the untouched one line by line', written['2', '石灰岩矿（西区）'], WEST)
true('the cut one keeps its fields, not its area', written['1', '石灰岩矿（东区）'][0].endswith('面,L45G001001,采矿用地,0602,@') and ',100.0000,' not in written['1', '石灰岩矿（东区）'][0])
eastings = [float(line.split(',')[3]) for line in written['1', '石灰岩矿（东区）'][1:]]
true(f'half of it: {eastings}', min(eastings) == 28504500 and 28504990 < max(eastings) <= 28505000)
true(f'what stays is said: {said}', 'listed with the corners they have (1): two:石灰岩矿（西区）' in said or 'listed with the corners they have (1): two:2' in said)
line = next(s for s in said.splitlines() if '石灰岩矿（东区）' in s or 'two:1' in s)
true(f'a line of a batch has the reduction: {line}', f"a reduction of {found[0]['cut']['reduction_percent']:.2f} %" in line and abs(found[0]['cut']['reduction_percent'] - 50) < 0.1)
list_of_two = (FOLDER / 'cut.txt').read_bytes()
again = verdicts(FOLDER / 'cut.txt')
check('read back: nothing in the reserve', [v for v, _ in again], ['clear', 'clear'])
true(f'with the same areas: {again}', abs(again[0][1] - found[0]['cut']['remaining_tdt1055_m2']) < 0.01 and abs(again[1][1] - found[1]['area']['tdt1055_m2']) < 0.01)
trips = [FOLDER / 'trip1.txt', FOLDER / 'trip2.txt']
for source, target in zip([FOLDER / 'cut.txt', trips[0]], trips):
    redline('convert', source, '-o', target, '--overwrite')
true('a round trip, and a second one', trips[0].read_bytes() == trips[1].read_bytes() and trips[0].read_bytes().partition('[地块坐标]'.encode())[2] == list_of_two.partition('[地块坐标]'.encode())[2])
cut(two)
check('the same bytes again', (FOLDER / 'cut.txt').read_bytes(), list_of_two)

# --- Nothing remains of one: named by the terminal and the report; the other is the new outline. ---
written, said, found = cut(text('lost.txt', lines('A', '东', INSIDE, hectares='25.0000'), lines('B', '西', FAR)), args=('--html', FOLDER / 'lost.html'))
check('the list is what remains', list(written), [('B', '西')])
true(f'named: {said}', 'Nothing useful remains, not in the list (1): lost:' in said and 'nothing useful remains (a reduction of 100.00 %)' in said)
page = (FOLDER / 'lost.html').read_text(encoding='utf-8')
true('and in the table of the report', 'after the cut nothing useful remains (a reduction of 100.00 %)' in page)
written, said, found = cut(text('all.txt', lines(1, '东', INSIDE, hectares='25.0000')), text('other.txt', lines(1, '别矿', FAR)))
true(f'another application is no rest of it: {said}', not written and 'was not written' in said and 'Nothing useful remains, not in the list (1): all' in said)

# --- Several files: each application its own, parcels of the same number told apart. ---
written, said, found = cut(text('a.txt', lines(1, '甲', HALF)), text('b.txt', lines(1, '乙', FAR)))
check('both, by their files', list(written), [('a', '甲'), ('b', '乙')])
written, said, found = cut(text('a.txt', lines(1, '甲', HALF)), text('c.txt', ['4,0.0000,9,丙,面,,,,@', 'J1,1,44°57′00″,84°33′00″', 'J2,1,44°57′00″,84°35′00″', 'J3,1,44°59′00″,84°35′00″'], head=HEAD[:2] + HEAD[-1:]))
true(f'one in another system is named: {said}', list(written) == [('1', '甲')] and 'in another coordinate system than the list, not in it (1): c' in said)

# --- Digits: millimetres stay; finer ones are told. ---
fine = [(y + 0.123, x + 0.456) for y, x in FAR]
written, said, found = cut(text('mm.txt', lines(1, '东', HALF), lines(2, '西', fine, 3)))
check('millimetres', written['2', '西'][1:], lines(2, '西', fine, 3)[1:])
written, said, found = cut(text('finer.txt', lines(1, '东', HALF), lines(2, '西', [(y + 0.0004, x) for y, x in fine], 4)))
true(f'finer ones: {said}', 'Warning' in said and '4 decimals' in said)

# --- Rings, a printed list, outlines that are not applied for, parcels that could not be read. ---
hole = [f'J{i % 4 + 5},2,{y:.2f},{x:.2f}' for i, (y, x) in enumerate([box(28520400, 4950400, 200, 200)[k % 4] for k in range(5)])]
ringed = ['10,96.0000,2,西,面,,,,@', *WEST[1:], *hole]
written, said, found = cut(text('hole.txt', lines(1, '东', HALF), ringed))
check('a hole', written['2', '西'][1:], ringed[1:])
rows = lambda ring: [f'{i} {y:.2f} {x:.2f}' for i, (y, x) in enumerate(ring, 1)]
printed = FOLDER / 'printed.txt'
printed.write_text('\n'.join(['2000国家大地坐标系 3度带', '东区', *rows(HALF), '西区', *rows(FAR)]), encoding='utf-8')
written, said, found = cut(printed)
check('a printed list', ([name for _, name in written], [line.split(',', 2)[2] for line in list(written.values())[1][1:5]]), (['东区', '西区'], [f'{y:.2f},{x:.2f}' for y, x in FAR]))
printed.write_text('\n'.join(['2000国家大地坐标系 3度带', '变更前', *rows(FAR), '变更后', *rows(HALF)]), encoding='utf-8')
written, said, found = cut(printed)
true(f'the outline before is none of the new one: {said}', [name for _, name in written] == ['变更后'] and 'Not applied for, by their titles, not in the list (1)' in said)
written, said, found = cut(text('bad.txt', lines(1, '东', HALF), lines(2, '西', FAR)[:2]))
true(f'one that cannot be used is missed: {said}', list(written) == [('1', '东')] and 'could not be used, not in the list of corners: 1' in said)
written, said, found = cut(text('none.txt', lines(1, '东', FARTHER), lines(2, '西', FAR)))
true(f'nothing to cut, nothing written: {said}', not written and 'was not written' in said and 'not in the list' not in said)

# --- Whole blocks are in degrees; the parcel beside them then, too. ---
minute = 1 / 60
blocks = [['5,0.0000,1,东,面,,,,@', *(f'J{i % 4 + 1},1,{y},{x}' for i, (y, x) in enumerate([(("44°37′00″", "84°03′00″"), ("44°37′00″", "84°05′00″"), ("44°39′00″", "84°05′00″"), ("44°39′00″", "84°03′00″"))[k % 4] for k in range(5)]))],
          ['5,0.0000,2,西,面,,,,@', *(f'J{i % 4 + 1},1,{y},{x}' for i, (y, x) in enumerate([(("44°47′00″", "84°23′00″"), ("44°47′00″", "84°25′00″"), ("44°49′00″", "84°25′00″"), ("44°49′00″", "84°23′00″"))[k % 4] for k in range(5)]))]]
west = box(28503000, 4940000, 2000, 1500)
reserve_of_blocks = FOLDER / 'b.geojson'
reserve_of_blocks.write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': {'id': 'R', 'name': '保护区'}, 'geometry': {'type': 'Polygon', 'coordinates': [[[84.06, 44.6], [84.1, 44.6], [84.1, 44.63], [84.06, 44.63], [84.06, 44.6]]]}}]}))
degrees, metres = text('degrees.txt', *blocks, head=HEAD[:2] + HEAD[-1:]), FOLDER / 'metres.txt'
redline('convert', degrees, '-o', metres, '--to', 'EPSG:4516', '--overwrite')
for source in (degrees, metres):
    AREAS[1], AREAS[3] = reserve_of_blocks, 'EPSG:4490'
    written, said, found = cut(source, kind='exploration_right')
    ends = {tuple(round(float(d) + float(m) / 60 + float(s) / 3600, 6) for d, m, s in (c.replace('°', ' ').replace('′', ' ').replace('″', ' ').split() for c in line.split(',')[2:])) for line in list(written.values())[-1][1:]} if written else said
    check(f'{source.name}: the parcel beside lost blocks', ends, {(round(44 + m / 60, 6), round(84 + n / 60, 6)) for m in (47, 49) for n in (23, 25)})
done()
