"""A polygon of which its row says that less was done there than it covers: the figure counts by number, the polygon is being worked on, and an acceptance without a figure accepts the figure at most."""
from restoration_support import *

GRASS, NAME = 'qitai-desert-grassland', '奇台荒漠类草地'
WEST, SOUTH, WIDE, HIGH = 89.85, 44.33, .002, .001
HA = 1.772557  # of the square, worked out in restoration_polygons.py


def layer(name, **cells):
    x, y = [WEST, WEST + WIDE], [SOUTH, SOUTH + HIGH]
    square = {'type': 'Polygon', 'coordinates': [[[x[0], y[0]], [x[1], y[0]], [x[1], y[1]], [x[0], y[1]], [x[0], y[0]]]]}
    feature = {'type': 'Feature', 'properties': {'保护区': NAME, '矿山名称': '甲', **cells}, 'geometry': square}
    return write(name + '.geojson', json.dumps({'type': 'FeatureCollection', 'features': [feature]}, ensure_ascii=False))


def table(name, head, *lines):
    return write(name + '.csv', f'保护区,矿山名称,{head}\n' + ''.join(f'{NAME},甲,{line}\n' for line in lines))


def state(ws, day='2019-12-31'):
    return row(status(ws, day), GRASS)


def hectares(r):
    return tuple(round(r[k + '_m2'] / 1e4, 2) + 0 for k in ('claimed', 'verified', 'accepted'))


ACCEPTED = [('治理阶段,日期', '县级验收,2018-10-01'), ('验收时间', '2018-10-01'), ('治理阶段,日期', '销号,2018-10-01'), ('验收结论,验收时间', '合格,2018-10-01')]

# --- the figure is less than the outline; then an acceptance without an area ---
PARTLY = [{'应治理面积（公顷）': 1.77, '已治理面积（公顷）': .8, '完成时间': '2018-06-01'}, {'破坏面积（公顷）': 1.77, '治理面积（公顷）': .8, '整改时限': '2018-12-31'}, {'应治理面积（公顷）': 1.77, '累计治理面积（公顷）': .8, '填报日期': '2018-06-30'},
          {'治理面积（亩）': 12, '完成时间': '2018-06-01'}, {'治理面积（m2）': 8000, '治理阶段': '治理恢复', '日期': '2018-06-01'}, {'面积（公顷）': .8, '治理阶段': '治理恢复', '日期': '2018-06-01'}, {'本年治理面积（公顷）': .8, '完成时间': '2018-06-01'},
          {'已治理面积': '约0.8公顷', '完成时间': '2018-06-01'}, {'已治理面积': '0.8公顷以上', '完成时间': '2018-06-01'}, {'复绿面积（公顷）': .8, '治理阶段': '自验', '日期': '2018-06-01'}]
for n, partly in enumerate(PARTLY):
    ws = workspace(f'partly {n}', with_map=True)
    imported(ws, '--reported-on', '2018-07-01', layer(f'进度{n}', **partly))
    r = state(ws, '2018-08-01')
    check(f'{partly}: claimed by number', hectares(r), (.8, 0, 0))
    check(f'{partly}: told', len(found(r, 'partly_done')), 1)
    head, line = ACCEPTED[n % len(ACCEPTED)]
    imported(ws, table(f'验收{n}', head, line))
    r = state(ws)
    check(f'{partly}, {line}: the figure at most', (hectares(r), r['status'] != 'complete', r['remaining_m2'] > 9000), ((.8, 0, .8), True, True))

# --- accepted in the same row ---
for n, partly in enumerate(({'治理面积（公顷）': .8, '治理阶段': '县级验收', '日期': '2018-06-01'}, {'应治理面积（公顷）': 1.77, '治理面积（公顷）': .8, '验收时间': '2018-06-01'}, {'治理面积（公顷）': .8, '验收面积（公顷）': .8, '验收时间': '2018-06-01'},
                            {'应治理面积（公顷）': 1.77, '验收面积（公顷）': .8, '验收时间': '2018-06-01'}, {'验收面积（公顷）': .8})):
    ws = workspace(f'row {n}', with_map=True)
    imported(ws, '--reported-on', '2018-07-01', layer(f'同行{n}', **partly))
    r = state(ws)
    check(f'{partly}: the figure alone', (hectares(r), r['status'], len(found(r, 'partly_done'))), ((.8, 0, .8), 'under_way', 1))

# --- the outline first, then its progress; two reports of it; a correction of the figure ---
ws = workspace('outline first', with_map=True)
imported(ws, layer('范围', 治理阶段='破坏', 日期='2017-01-01'))
imported(ws, layer('先', **{'累计治理面积（公顷）': .5, '填报日期': '2018-06-30'}))
imported(ws, layer('后', **{'累计治理面积（公顷）': .8, '填报日期': '2018-12-31'}))
imported(ws, table('验收', '治理阶段,日期', '销号,2019-02-01'))
check('two reports', [hectares(state(ws, d)) for d in ('2018-07-01', '2019-01-01', '2019-12-31')], [(.5, 0, 0), (.8, 0, 0), (.8, 0, .8)])
ws = workspace('corrected', with_map=True)
imported(ws, layer('原', id='r1', **{'治理面积（公顷）': 1.77, '完成时间': '2018-06-01'}))
imported(ws, write('更正.csv', f'id,更正,保护区,矿山名称,治理面积（公顷）,日期\nr2,r1,{NAME},甲,0.8,2018-09-01\n'))
check('a correction says that it was less', [hectares(state(ws, d)) for d in ('2018-08-01', '2019-01-01')], [(1.77, 1.77, 0), (.8, 0, 0)])
for option, output in (('-o', 'r.html'), ('--xlsx', 'r.xlsx')):
    check(output, redline('restoration', 'report', '-w', ws, '--as-of', '2019-01-01', option, FOLDER / output).returncode, 0)

# --- what must still count: figures that fit, rounded ones, lower bounds, larger ones, none ---
for n, whole in enumerate(({'治理面积（公顷）': 1.77}, {'治理面积（公顷）': 1.7}, {'治理面积（亩）': 26.6}, {'治理面积（公顷）': 2}, {'治理面积': '1.5公顷以上'}, {'治理面积': '25余亩'}, {'应治理面积（公顷）': 3, '治理面积（公顷）': 1.77}, {'治理面积（公顷）': 1.9}, {}, {'回填方量（m³）': 300})):
    ws = workspace(f'whole {n}', with_map=True)
    imported(ws, layer(f'整{n}', 完成时间='2018-06-01', **whole))
    imported(ws, table(f'整验{n}', 'id,治理阶段,日期', f'a{n},县级验收,2018-10-01'))
    r = state(ws)
    check(f'{whole} counts as drawn', (hectares(r)[1:], found(r, 'partly_done')), ((1.77, 1.77), []))
done()
