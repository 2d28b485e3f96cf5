"""Polygons count as restored only where their row says that something was done: a stage, a filled cell of done work, of completion or of acceptance. All others are outlines or being worked on, and are told."""
from restoration_support import *

GRASS, NAME = 'qitai-desert-grassland', '奇台荒漠类草地'
WEST, SOUTH, WIDE, HIGH = 89.85, 44.33, .002, .001
UNIT = 17725.57  # m², worked out in restoration_polygons.py


def square(n):
    x, y = [WEST + WIDE * n, WEST + WIDE * (n + 1)], [SOUTH, SOUTH + HIGH]
    return {'type': 'Polygon', 'coordinates': [[[x[0], y[0]], [x[1], y[0]], [x[1], y[1]], [x[0], y[1]], [x[0], y[0]]]]}


def layer(name, *features):
    """Features as properties; each lies in a square of its own. All have the same fields."""
    fields = dict.fromkeys(k for f in features for k in f)
    list_ = [{'type': 'Feature', 'properties': {**dict.fromkeys(fields), '保护区': NAME, '矿山名称': '甲乙丙丁'[n], **f}, 'geometry': square(n)} for n, f in enumerate(features)]
    return write(name + '.geojson', json.dumps({'type': 'FeatureCollection', 'features': list_}, ensure_ascii=False))


def units(r):
    return tuple(round(r[k + '_m2'] / UNIT, 3) + 0 for k in ('claimed', 'verified', 'accepted'))


def state(ws, day='2019-12-31'):
    return row(status(ws, day), GRASS)


# --- what is asked for: the outline of a site that has not begun ---
ASKED = [{'应治理面积（公顷）': 1.77, '整改时限': '2019-12-31'}, {'应治理面积（公顷）': 1.77, '责任单位': '某县'}, {'破坏面积（公顷）': 1.77, '整改时限': '2019-12-31'}, {'活动类型': '采矿', '整改时限': '2019-12-31'},
         {'应治理面积（公顷）': 1.77, '完成时间': None}, {'应治理面积（公顷）': 1.77, '验收时间': None}, {'应治理面积（公顷）': 1.77, '已治理面积（公顷）': None}, {'应治理面积（公顷）': 1.77, '治理阶段': ''},
         {'应治理面积（公顷）': 1.77, '完成时间': '/', '验收时间': '未验收'}, {'应治理面积（公顷）': 1.77, '面积（公顷）': 1.77}, {'面积（公顷）': 1.77, '整改时限': '2019-12-31'}, {'应治理面积（公顷）': 1.77, '日期': '2018-06-01'}, {'应治理面积（公顷）': 1.77, '状态': None, '整改情况': None}]
for n, asked in enumerate(ASKED):
    ws = workspace(f'asked {n}', with_map=True)
    said = imported(ws, '--reported-on', '2019-01-01', layer(f'问题{n}', asked)).stdout
    r = state(ws)
    check(f'nothing is done by {asked}', (units(r), r['status']), ((0, 0, 0), 'not_started'))
    true(f'{asked} is told: {said}', 'warning: ' in said and '“甲” (row' in said and 'not begun' in said)

# --- nothing at all: being worked on, with what to do ---
for n, bare in enumerate([{}, {'面积（公顷）': 1.77}, {'图斑面积': 1.77, '问题类型': '采矿'}, {'治理阶段': ''}, {'日期': '2018-06-01'}, {'完成时间': None}, {'治理措施': '回填、覆土、撒播草籽'}, {'整改情况': '现场裸露，植被稀疏'}, {'备注': '2017年卫星图斑'}, {'回填方量（m³）': 300}]):
    ws = workspace(f'bare {n}', with_map=True)
    said = imported(ws, '--reported-on', '2019-01-01', layer(f'图斑{n}', bare)).stdout
    r = state(ws)
    check(f'{bare} is not restored', (units(r), r['status']), ((0, 0, 0), 'under_way'))
    true(f'{bare} is told: {said}', 'count as under way, not as restored' in said and '--column stage==治理恢复' in said)

# --- what must still count ---
for n, (done_, accepted) in enumerate([({'治理阶段': '治理恢复'}, 0), ({'状态': '已治理'}, 0), ({'整改情况': '已完成'}, 0), ({'是否完成': '是'}, 0), ({'状态': '全面完成'}, 0), ({'完成时间': '2018-06-01'}, 0), ({'治理完成日期': '2018年6月'}, 0), ({'治理时间': '2018'}, 0),
                                       ({'已治理面积（公顷）': 1.77}, 0), ({'治理面积（公顷）': 1.77}, 0), ({'修复面积（公顷）': 1.77}, 0), ({'累计治理面积（公顷）': 1.77}, 0), ({'本年治理面积（公顷）': 1.77}, 0), ({'应治理面积（公顷）': 1.77, '整改时限': '2018-12-31', '完成时间': '2018-06-01'}, 0),
                                       ({'面积（公顷）': 1.77, '完成时间': '2018-06-01'}, 0), ({'验收时间': '2018-06-01'}, 1), ({'销号时间': '2018-06-01'}, 1), ({'县级验收时间': '2018-06-01'}, 1), ({'完成时间': '2018-06-01', '验收面积（公顷）': 1.77256}, 1), ({'治理阶段': '销号'}, 1)]):
    ws = workspace(f'done {n}', with_map=True)
    said = imported(ws, '--reported-on', '2019-01-01', layer(f'治理{n}', done_)).stdout
    got = units(state(ws))
    check(f'{done_} is done', tuple(round(x, 2) for x in got), (1, 1, accepted))
    true(f'and not doubted: {said}', 'do not say that anything was done' not in said and 'not begun' not in said)
for n, options in enumerate((['--column', 'stage==治理恢复'], ['--column', 'measure==治理面积'])):
    ws = workspace(f'named {n}', with_map=True)
    imported(ws, *options, '--reported-on', '2019-01-01', layer(f'指明{n}', {}))
    check(f'as the user says: {options}', units(state(ws)), (1, 1, 0))

# --- cell by cell, beside another one that is done ---
for n, (heading, word, accepted) in enumerate((('治理阶段', '治理恢复', 0), ('完成时间', '2018-08-01', 0), ('验收时间', '2018-08-01', 1), ('已治理面积（公顷）', 1.77256, 0), ('整改情况', '已完成整改', 0))):
    for asked in ({}, {'应治理面积（公顷）': 1.77256}):
        ws = workspace(f'cells {n} {len(asked)}', with_map=True)
        said = imported(ws, '--reported-on', '2019-01-01', layer(f'单元格{n}{len(asked)}', {**asked, heading: None}, {**asked, heading: word})).stdout
        check(f'{heading}: 乙 alone', tuple(round(x, 2) for x in units(state(ws))), (1, 1, accepted))
        true(f'{heading}: 甲 is told: {said}', '“甲” (row' in said and '“乙” (row' not in said)
ws = workspace('all stages', with_map=True)
imported(ws, layer('各阶段', {'治理阶段': '破坏', '日期': '2018-01-01'}, {'治理阶段': '设施拆除', '日期': '2018-06-01'}, {'治理阶段': None, '日期': '2018-06-01'}, {'治理阶段': '治理恢复', '日期': '2018-06-01'}))
check('beside damage and work', units(state(ws)), (1, 1, 0))

# --- acceptance of a mine that is only drawn as a problem does not complete it, and is told ---
ws = workspace('closed on paper', with_map=True)
imported(ws, '--reported-on', '2018-01-01', layer('问题图斑', {'应治理面积（公顷）': 1.77256, '整改时限': '2019-12-31'}))
imported(ws, write('验收.csv', f'保护区,矿山名称,治理阶段,日期\n{NAME},甲,县级验收,2018-10-01\n'))
r = state(ws)
check('not complete', (units(r), r['share'], r['status'] != 'complete'), ((0, 0, 0), 0, True))
check('and told', len(found(r, 'accepted_without_restoration')), 1)

# --- an outline that is drawn again takes nothing away from what was restored ---
ws = workspace('drawn again', with_map=True)
imported(ws, layer('先治理', {'治理阶段': '治理恢复', '日期': '2018-06-01'}))
imported(ws, '--reported-on', '2019-01-01', layer('再列', {'应治理面积（公顷）': 1.77256, '整改时限': '2018-12-31'}))
check('what was restored stays', units(state(ws)), (1, 1, 0))
done()
