"""A TXT that was put together of several: a second header has to place its parcels as the first one does, or the file is refused and no parcel is blamed.
What is marked as an outer ring in a string and lies inside another one is never taken out in silence."""
import json
from corner_support import AREAS, applications, convert
from support import FOLDER, check, done, redline, true

A = [(4973925.49, 465247.10), (4974141.44, 466433.02), (4975586.96, 466282.66), (4975924.13, 465573.78)]
SYSTEM, WIDTH = '坐标系=2000国家大地坐标系', '几度分带=3'


def part(number, header, corners=A, section='[属性描述]'):
    head = ([section] if section else []) + list(header)
    rows = [f'J{i},1,{x:.2f},{y:.2f}' for i, (x, y) in enumerate(corners, 1)]
    return head + (['[地块坐标]'] if section else []) + [f'4,,{number},地块{number},面,,,,@', *rows]


def prefixed(zone):
    return [(x, y + zone * 1e6) for x, y in A]


def file(name, *parts):
    path = FOLDER / f'{name}.txt'
    path.write_text('\n'.join(line for p in parts for line in p) + '\n', encoding='utf-8')
    return path


def screened(path, *args):
    r = redline('screen', path, *AREAS, '--json', FOLDER / 'h.json', *args, '--lang', 'en')
    return r.returncode, r.stdout + r.stderr


USUAL = [SYSTEM, WIDTH, '带号=28']
# --- other places, whatever says so: refused as a whole, with the line of the header ---
for what, second, line, words in (
        ('another zone', [SYSTEM, WIDTH, '带号=29'], 14, '"带号" was "28" above and is "29" here'),
        ('another zone with a colon', [SYSTEM, WIDTH, '带号：29'], 14, '"带号" was "28" above and is "29" here'),
        ('another zone in full width', [SYSTEM, WIDTH, '带号＝２９'], 14, '"带号" was "28" above'),
        ('another width', [SYSTEM, '几度分带=6', '带号=28'], 13, '"几度分带" was "3" above and is "6" here'),
        ('another datum', ['坐标系=1980西安坐标系', WIDTH, '带号=28'], 12, '"坐标系" was "2000国家大地坐标系" above'),
        ('another unit', USUAL + ['计量单位=毫米'], 15, '"计量单位=毫米" stands in a header between parcels'),
        ('a meridian', [SYSTEM, WIDTH, '中央经线=87'], 14, '"中央经线=87" stands in a header between parcels'),
        ('no zone', [SYSTEM, WIDTH], 11, 'does not say "带号" (the one above says "28")'),
        ('an empty zone', [SYSTEM, WIDTH, '带号='], 11, 'does not say "带号"'),
        ('no datum', [WIDTH, '带号=28'], 11, 'does not say "坐标系"')):
    path = file('apart', part(1, USUAL), part(2, second))
    code, said = screened(path)
    true(f'{what}: refused, {said}', code == 3 and f'line {line}: ' in said and words in said and 'apart:' not in said)
    check(f'{what}: convert', convert(path).returncode, 3)
code, said = screened(file('four', part(1, USUAL), part(2, [], section=None), part(3, [SYSTEM, WIDTH, '带号=29']), part(4, [], section=None)))
true(f'none of four parcels is screened: {said}', code == 3 and 'line 19: "带号" was' in said and 'four:' not in said)
code, said = screened(file('only', part(1, [SYSTEM, WIDTH]), part(2, USUAL)))
true(f'a zone that only the second header says: {said}', code == 3 and '"带号=28" stands in a header between parcels' in said)
code, said = screened(file('lost', part(1, USUAL), [SYSTEM, WIDTH, '带号=29'], part(2, [], section=None)))
true(f'a second header without its section line: {said}', code == 3 and 'line 13: "带号" was "28" above' in said)
code, said = screened(file('info', part(1, USUAL), part(2, ['项目名称=某矿', '带号=29'], section='[项目信息]')))
true(f'a zone in a section of another name: {said}', code == 3 and 'line 13: "带号" was "28"' in said)
for line in ('以下为29带', '备注：以下地块为3度带29带', '说明：下列地块在第29带'):
    code, said = screened(file('beside', part(1, USUAL), [line], part(2, [], section=None)))
    true(f'{line}: {said}', code == 3 and 'line 11: ' in said and 'beside:' not in said)
path = file('footer', part(1, USUAL), ['备注：第28带'], part(2, [], section=None))
check(f'a footer that agrees: {screened(path)[1]}', screened(path)[0], 0)
code, said = screened(file('first', [*USUAL, '带号=29'], part(1, [], section=None)))
true(f'a header that contradicts itself: {said}', code == 3 and '"带号" was "28" before and is "29" here' in said)
code, said = screened(file('names', part(1, USUAL + ['项目名称=甲矿']), part(2, USUAL + ['项目名称=乙矿'])))
true(f'another right: {said}', code == 3 and '"项目名称" was "甲矿" above and is "乙矿" here' in said)

# --- the same place in other words, and what places nothing: both parcels ---
for what, first, second in (('the same', USUAL, USUAL), ('the same in other words', USUAL, ['坐标系=CGCS2000', '几度分带=3度', '带号=028']),
                            ('another day', USUAL + ['数据产生日期=2024年1月3日'], USUAL + ['数据产生日期=2025年6月9日']),
                            ('another accuracy and office', USUAL + ['精度=0.01', '数据产生单位=甲'], USUAL + ['精度=0.001', '数据产生单位=乙', '格式版本号=1.02']),
                            ('three degrees in characters', USUAL, [SYSTEM, '几度分带=三度带', '带号=28'])):
    path = file('same', part(1, first), part(2, second))
    code, said = screened(path)
    check(f'{what}: {said}', (code, [a['verdict'] for a in json.loads((FOLDER / 'h.json').read_text(encoding='utf-8'))['applications']]), (0, ['clear', 'clear']))
path = file('prefix', part(1, USUAL, prefixed(28)), part(2, [SYSTEM, WIDTH], prefixed(28)))
check(f'eastings that have their zone: {screened(path)[1]}', screened(path)[0], 0)
path = file('behind', part(1, [SYSTEM, WIDTH]), ['[属性描述]', '带号=28'])
check(f'one header behind all parcels: {screened(path)[1]}', screened(path)[0], 0)
path = file('twice', ['[属性描述]', SYSTEM], ['[属性描述]', WIDTH, '带号=28'], part(1, [], section=None))
check(f'a header in two sections above all parcels: {screened(path)[1]}', screened(path)[0], 0)

# --- the area of a parcel in another unit: what is compared and reported is that area, not a hectare of each ---
HECTARES = abs(sum(p[0] * q[1] - q[0] * p[1] for p, q in zip(A, A[1:] + A[:1]))) / 2e4
for unit, factor in (('square metres', 1e4), ('mu', 15), ('square kilometres', 0.01), ('hectares', 1)):
    lines = part(1, USUAL)
    lines[5] = f'4,{HECTARES * factor:.4f},1,地块1,面,,,,@'
    code, said = screened(file('units', lines))
    declared = json.loads((FOLDER / 'h.json').read_text(encoding='utf-8'))['applications'][0]['area']['declared_m2']
    check(f'{unit}: {said}', round(declared / 1e4, 1), round(HECTARES, 1))

# --- rings of a string by their last mark ---
OUT, IN = [(4972113.43, 28465980.49), (4972094.17, 28467540.88), (4974317.04, 28467568.05), (4974336.30, 28466008.21)], [(4972664.30, 28466377.48), (4972654.67, 28467157.61), (4973766.10, 28467171.26), (4973775.73, 28466391.27)]
AWAY = [(x + 9000, y) for x, y in IN]


def ring(corners, tail):
    return f'{len(corners)},' + ','.join(f'{i},{x},{y}' for i, (x, y) in enumerate(corners, 1)) + f',{tail},'


def right(*rings, name='seams'):
    path = FOLDER / f'{name}.txt'
    path.write_text(f'{len(rings)},' + ''.join(rings), encoding='utf-8')
    return path


def verdicts(path, *args):
    r = redline('screen', path, *AREAS, '--crs', 'EPSG:4516', '--json', FOLDER / 'h.json', '--lang', 'en', *args)
    return [a['verdict'] for a in json.loads((FOLDER / 'h.json').read_text(encoding='utf-8'))['applications']] if r.returncode < 2 else r.stderr, r.stdout + r.stderr


said_outer = right(ring(OUT, '1500,1200,1#煤,1'), ring(IN, '1300,900,2#煤,1'))
check('two seams, one ring inside the other', verdicts(said_outer)[0], ['review'])
check('the inner one first', verdicts(right(ring(IN, '1300,900,2#煤,1'), ring(OUT, '1500,1200,1#煤,1')))[0], ['review'])
check('a hole that lies outside', verdicts(right(ring(OUT, '0,0,,1'), ring(AWAY, '0,0,,-1')))[0], ['review'])
said_outer = right(ring(OUT, '1500,1200,1#煤,1'), ring(IN, '1300,900,2#煤,1'))
said = verdicts(said_outer)[1]
true(f'with line, ring and what to do: {said}', 'line 1: ring 2 counts as hole' in said and 'screen again' in said)
batch = redline('screen', said_outer, right(ring(OUT, '0,0,,1'), name='plain'), *AREAS, '--crs', 'EPSG:4516', '--lang', 'en').stdout
true(f'also in a batch: {batch}', 'review  seams' in batch and 'clear  plain' in batch)
check('a hole that is marked as one', verdicts(right(ring(OUT, '0,0,,1'), ring(IN, '0,0,,-1')))[0], ['clear'])
check('two that lie apart', verdicts(right(ring(OUT, '1500,1200,,1'), ring(AWAY, '1300,900,,1')))[0], ['clear'])
degrees = [[(83.50, 44.90), (83.52, 44.90), (83.52, 44.92), (83.50, 44.92)], [(83.505, 44.905), (83.515, 44.905), (83.515, 44.915), (83.505, 44.915)]]
for mark, verdict in (('0,0,0', 'review'), ('0,1,0', 'clear')):
    text = '2,' + ''.join('4,' + ','.join(f'{x:.6f},{y:.6f}' for x, y in r) + f',{m},' for r, m in zip(degrees, ('0,0,0', mark)))
    (FOLDER / 'blocks.txt').write_text(text, encoding='utf-8')
    r = redline('screen', FOLDER / 'blocks.txt', *AREAS, '--crs', 'EPSG:4490', '--kind', 'exploration_right', '--json', FOLDER / 'h.json')
    check(f'of an exploration right, {mark}: {r.stderr}', json.loads((FOLDER / 'h.json').read_text(encoding='utf-8'))['applications'][0]['verdict'], verdict)
pairs = [';'.join(f'{x * 10000:.1f},{y * 10000:.0f}' for x, y in [*r, r[0]]) for r in ([(83.5000, 44.5000), (83.5200, 44.5000), (83.5200, 44.5200), (83.5000, 44.5200)], [(83.5030, 44.5030), (83.5130, 44.5030), (83.5130, 44.5130), (83.5030, 44.5130)])]
(FOLDER / 'pairs.txt').write_text(';'.join(pairs), encoding='utf-8')
r = redline('screen', FOLDER / 'pairs.txt', *AREAS, '--crs', 'EPSG:4490', '--kind', 'exploration_right', '--json', FOLDER / 'h.json')
check(f'a string of pairs that says nothing of holes: {r.stdout}{r.stderr}', json.loads((FOLDER / 'h.json').read_text(encoding='utf-8'))['applications'][0]['verdict'], 'review')
string = '2,' + ring(OUT, '1500,1200,1#煤,1') + ring(IN, '1300,900,2#煤,1')
for area, verdict in (('', 'review'), ('2.60', 'clear'), ('3', 'review'), ('3.4677', 'review')):
    (FOLDER / 'list.csv').write_text(f'许可证号,矿山名称,面积,区域坐标\nC6500002012031120045678,甲矿,{area},"{string}"\n', encoding='utf-8')
    check(f'in a register with the area {area}', verdicts(FOLDER / 'list.csv')[0], [verdict])
done()
