"""The polygons of one site at different stages, some of them sent back, and required ground that lies inside the outline of another site: every figure worked out by hand in unit squares."""
import math
from restoration_support import *

GRASS, NAME = 'qitai-desert-grassland', '奇台荒漠类草地'
WEST, SOUTH, WIDE, HIGH = 89.85, 44.33, .002, .001


def zone(south, north, width):
    """Ground between two parallels of CGCS2000, by the closed formula: nothing of Redline's own."""
    a, f = 6378137.0, 1 / 298.257222101
    e = math.sqrt(f * (2 - f))
    q = lambda lat: (s := math.sin(math.radians(lat))) / (1 - (e * s) ** 2) + math.log((1 + e * s) / (1 - e * s)) / (2 * e)
    return (a * (1 - f)) ** 2 * math.radians(width) / 2 * (q(north) - q(south))


UNIT = zone(SOUTH, SOUTH + HIGH, WIDE)  # 17,725.57 m²: squares of one row are equal
check('the unit square', round(UNIT, 2), 17725.57)


def box(west, east):
    x, y = [WEST + WIDE * west, WEST + WIDE * east], [SOUTH, SOUTH + HIGH]
    return {'type': 'Polygon', 'coordinates': [[[x[0], y[0]], [x[1], y[0]], [x[1], y[1]], [x[0], y[1]], [x[0], y[0]]]]}


A, B, C, D = (box(i, i + 1) for i in range(4))


def drawn(name, *features):
    text = {'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': {'保护区': NAME, '治理点': site, '阶段': stage, '日期': day, **(more[0] if more else {})}, 'geometry': g} for site, stage, day, g, *more in features]}
    return write(name + '.geojson', json.dumps(text, ensure_ascii=False))


def figures(r):
    """Required, claimed, verified, accepted, remaining, in unit squares."""
    return tuple(None if r[k + '_m2'] is None else round(r[k + '_m2'] / UNIT, 5) + 0 for k in ('required', 'claimed', 'verified', 'accepted', 'remaining'))


def state(ws, day='2019-03-31'):
    return figures(row(status(ws, day), GRASS))


def codes(ws, day='2019-03-31'):
    return sorted(f['code'].split('.')[1] for f in row(status(ws, day), GRASS)['findings'])


def case(name, *imports):
    ws = workspace(name, with_map=True)
    for n, features in enumerate(imports):
        imported(ws, features if isinstance(features, pathlib.Path) else drawn(f'{name}{n}', *features))
    return ws


DONE, BUSY, PASSED, BACK = '治理恢复', '设施拆除', '验收', '退回再整改'
JUNE, LATER, AGAIN, LAST = '2018-06-01', '2018-09-01', '2018-11-01', '2018-12-01'

# --- three patches of one site in one table: restored, being worked on, accepted. Two are claimed, one is accepted, all three are the site ---
three = [('甲', DONE, JUNE, A), ('甲', BUSY, JUNE, B), ('甲', PASSED, JUNE, C)]
ws = case('three', three, [('甲', BACK, LATER, C)], [('甲', DONE, AGAIN, C), ('甲', PASSED, LAST, C)])
check('each patch at its own stage', state(ws, JUNE), (3, 2, 2, 1, 2))
check('nothing lies beyond the site', 'beyond_site' in codes(ws, JUNE), False)
check('sent back, it takes its own ground alone', state(ws, LATER), (3, 1, 1, 0, 3))
check('restored anew', state(ws, AGAIN), (3, 2, 2, 0, 3))
check('and accepted anew', state(ws, LAST), (3, 2, 2, 1, 2))
check('the site says the same', [round(row(status(ws, d), GRASS)['site_list'][0]['under_way_m2'] / UNIT, 5) for d in (JUNE, LATER, LAST)], [1, 2, 1])
turned = case('turned', three[::-1])
check('in another order of rows', state(turned, JUNE), (3, 2, 2, 1, 2))

# --- the patches in two tables, each by its own stage; the same ground at a later stage is claimed once ---
ws = case('later stages', [('甲', '破坏', '2015-01-01', box(0, 3)), ('甲', DONE, JUNE, A), ('甲', DONE, JUNE, C)], [('甲', PASSED, LATER, C), ('甲', BUSY, LATER, B)], [('甲', BACK, AGAIN, A)])
check('two restored', state(ws, JUNE), (3, 2, 2, 0, 3))
check('one of them accepted', state(ws, LATER), (3, 2, 2, 1, 2))
check('the other sent back: what is accepted stays', state(ws, AGAIN), (3, 1, 1, 1, 2))
check('nothing to tell', codes(ws), [])

# --- two stages of restoration, and acceptance of a third patch ---
ws = case('stages', [('甲', DONE, JUNE, A), ('甲', '自验', JUNE, B), ('甲', PASSED, JUNE, C)])
check('the union of all', state(ws), (None, 3, 3, 1, None))

# --- patches that overlap: restored 0 to 2, accepted 1 to 3.5 ---
ws = case('overlap', [('甲', DONE, JUNE, box(0, 2)), ('甲', PASSED, LATER, box(1, 3.5))])
check('ground of both counts once', state(ws), (None, 3.5, 3.5, 2.5, None))

# --- what is sent back reaches over ground that nobody has claimed, and half of a claim ---
ws = case('over', [('甲', '破坏', '2015-01-01', box(0, 4)), ('甲', DONE, JUNE, A), ('甲', BUSY, JUNE, B), ('甲', PASSED, JUNE, box(2, 4))], [('甲', BACK, LATER, box(1, 3))])
check('the claims before', state(ws, JUNE), (4, 3, 3, 2, 2))
check('half of the acceptance, and nothing of the restoration', state(ws, LATER), (4, 2, 2, 1, 3))

# --- disturbed again, by polygon: half of what was accepted ---
ws = case('disturbed', [('甲', '破坏', '2015-01-01', box(0, 3)), ('甲', DONE, JUNE, A), ('甲', PASSED, JUNE, C)], [('甲', '再次破坏', LATER, box(2, 2.5))])
check('its own half', state(ws), (3, 1.5, 1.5, .5, 2.5))

# --- another site has claimed a part of the ground: it keeps it ---
ws = case('two sites', [('乙', DONE, '2018-01-01', A), ('甲', DONE, JUNE, B), ('甲', PASSED, LATER, box(0, 3))])
check('claimed once by each its own', [round(s['claimed_m2'] / UNIT, 5) for s in row(status(ws), GRASS)['site_list']], [1, 2])  # 乙, 甲
check('in sum the union', state(ws)[1:3], (3, 3))

# --- figures beside the polygons count as they are written: 2 公顷 and the measured square ---
ws = case('figures', [('甲', DONE, JUNE, A, {'治理面积': '2公顷'}), ('甲', PASSED, JUNE, C)])
check('a figure of one patch', row(status(ws), GRASS)['claimed_m2'], round(20_000 + UNIT, 2))

# --- a running sum replaces what its stage said before, and takes no other stage away ---
ws = case('running', [('甲', DONE, JUNE, box(0, 2), {'口径': '累计'}), ('甲', PASSED, JUNE, D)], [('甲', DONE, LATER, A, {'口径': '累计'})])
check('by day', [state(ws, d)[1] for d in (JUNE, LATER)], [3, 2])

# --- sent back by a row without polygon: 5,000 m², then all; restored anew ---
back = [write('退数.csv', f'编号,保护区,治理点,阶段,治理面积（公顷）,日期\nb1,{NAME},甲,{BACK},0.5,{LATER}\n'), write('退全.csv', f'编号,保护区,治理点,阶段,日期\nb2,{NAME},甲,{BACK},{LATER}\n')]
for name, rest in (('part', 2 - 5_000 / UNIT), ('all', 0)):
    ws = case(f'by number {name}', [('甲', DONE, JUNE, A), ('甲', PASSED, JUNE, C)], back[name == 'all'], [('甲', DONE, AGAIN, A), ('甲', DONE, AGAIN, C)])
    check(f'{name}: sent back, and redone', [state(ws, d)[1] for d in (JUNE, LATER, AGAIN)], [2, round(rest, 5), 2])

# --- no site is named: the patches of the reserve ---
ws = case('no site', [('', DONE, JUNE, A), ('', PASSED, JUNE, C)])
check('their union', state(ws)[1:4], (2, 2, 1))

# --- required ground inside the outline of another site is required of the reserve once ---
pit = ('甲', '破坏', '2015-01-01', box(0, 2))
ws = case('inside', [pit, ('乙', DONE, JUNE, A)], [('乙', PASSED, LATER, A)])
check('乙 works inside 甲', state(ws, JUNE), (2, 1, 1, 0, 2))
check('and is accepted there, for both', state(ws, LATER), (2, 1, 1, 1, 1))
check('each site is asked for its own', [(s['site'], round(s['required_m2'] / UNIT, 5), round(s['remaining_m2'] / UNIT, 5)) for s in row(status(ws), GRASS)['site_list']], [('乙', 1, 0), ('甲', 2, 1)])
ws = case('half inside', [pit, ('乙', DONE, JUNE, box(1, 3)), ('丙', BUSY, JUNE, box(2.5, 3.5))])
check('two outlines, and 乙 over both: 3.5 in all, of 2 + 1 outlined and half of 乙 outside', state(ws)[0], 3.5)
check('the disturbed ground is that union', round(row(status(ws), GRASS)['ground']['disturbed_m2'] / UNIT, 5), 3.5)
ws = case('three outlines', [pit, ('乙', '破坏', '2015-01-01', box(1, 3)), ('丙', '破坏', '2015-01-01', box(1, 1.5))])
check('as three outlines are', state(ws)[0], 3)
ws = case('apart', [pit, ('乙', DONE, JUNE, box(2, 3))])
check('beside it nothing is taken off', state(ws)[0], 3)
ws = case('figure', [pit, ('乙', DONE, JUNE, A)], write('数.csv', f'保护区,治理点,应治理面积（公顷）,日期\n{NAME},乙,1,2018-01-01\n'))
check('a stated figure counts as it is written', row(status(ws), GRASS)['required_m2'], round(2 * UNIT + 10_000, 2))
done()
