"""What is known of a right besides its ground on the map: the day of its establishment, its other parcels, the extent of one drawn as a point.
Nothing that rests on what is not known is proposed. Figures by hand: a degree of latitude is 111.1 km at 44°, a circle of 5.2 km² has a radius of 1287 m."""
import json
from support import *

def ring(x, y, w, h):
    return [[[x, y], [x + w, y], [x + w, y + h], [x, y + h], [x, y]]]
def box(*of):
    return {'type': 'Polygon', 'coordinates': ring(*of)}
def boxes(*several):
    return {'type': 'MultiPolygon', 'coordinates': [ring(*of) for of in several]}
def point(x, y):
    return {'type': 'Point', 'coordinates': [x, y]}

areas = write('reserve.geojson', [({'编号': 'A', '名称': '甲保护区', 'GNFQ': '核心区', '批准时间': '1986-01-01'}, box(80, 44, 1, .1))])
out = FOLDER / 'ledger.gpkg'
def overlay(features, kind='=采矿权'):
    r = redline('overlay', '--areas', areas, '--area-kind', '=自然保护区', '--activities', write('k.geojson', features), '--activity-kind', kind, '--as-of', '2019-03-31', '-o', out, '--overwrite')
    check(f'exit status ({r.stderr})', r.returncode, 0)
    return rows(out, 'SELECT * FROM conflicts')

def told(code):
    return [(x['feature'], json.loads(x['args'] or '[]')) for x in rows(out, f"SELECT feature, args FROM findings WHERE code = '{code}'")]
def said(c, zh, en):
    return zh in c['trace'] or en in c['trace']

# --- The day on which a licence was issued is that of the right where the licence is the first, or where it lies before the reserve.
INSIDE = box(80.1, 44.01, .01, .01)
RIGHT = {'许可证号': 'C1', '矿种': '铁', '有效期止': '2030-01-01'}
ORIGINS = [  # facts, disposition, whether it is told
    ({'签发时间': '2015-01-01', '变更类型': '延续', '原许可证号': '6500008410001'}, 'notify', [['延续', '1']]),
    ({'签发时间': '2015-01-01', '变更类型': '变更'}, 'notify', [['变更', '1']]),
    ({'签发时间': '2015-01-01'}, 'notify', [['—', '1']]),
    ({'QFSJ': '2015-01-01', 'BGLX': '延续'}, 'notify', [['延续', '1']]),
    ({'发证日期': '2015-01-01'}, 'notify', [['—', '1']]),
    ({'签发时间': '2015-01-01', '变更类型': '新立'}, 'cancel', []),
    ({'签发时间': '2015-01-01', '变更类型': '首次登记'}, 'cancel', []),
    ({'签发时间': '1984-01-01', '变更类型': '延续'}, 'compensate', [['延续', '1']]),
    ({'签发时间': '2015-01-01', '变更类型': '延续', '首次设立时间': '1984-01-01'}, 'compensate', []),
    ({'签发时间': '2015-01-01', '变更类型': '延续', 'SCSLSJ': '1990-01-01'}, 'cancel', []),
    ({'设立时间': '1990-01-01'}, 'cancel', []),
    ({}, 'notify', [])]
for facts, disposition, findings in ORIGINS:
    c, = overlay([({**RIGHT, **facts}, INSIDE)])
    check(f'{facts}', (c['disposition'], [args for _, args in told('run.issued_not_granted')]), (disposition, findings))
c, = overlay([({**RIGHT, '签发时间': '2015-01-01', '变更类型': '延续'}, INSIDE)])
true('the trace: on that day or before', said(c, '2015-01-01 或更早', '2015-01-01 or before'))
check('and no year nought', '0000' in c['trace'], False)

# --- Parcels of one licence in rows of their own: none of them alone is the right. As one feature it is partly inside.
TWO = ((80.1, 44.01, .01, .01), (80.1, 44.2, .01, .01))
FACTS = {**RIGHT, '首次设立时间': '1990-01-01'}
for rest in ({}, {'编号': 1}):
    features = [({**FACTS, **{k: v + i for k, v in rest.items()}}, box(*of)) for i, of in enumerate(TWO)]
    c, = overlay(features)
    check('one inside, one outside', (c['verdict'], c['disposition'], told('run.licence_in_rows')), ('must_exit', 'none', [(c['activity_id'], ['C1', '2'])]))
    true('the trace says why', said(c, '同一许可证另有其他块', 'other parcels bear its licence number'))
c, = overlay([(FACTS, boxes(*TWO))])
check('as one feature', (c['disposition'], told('run.licence_in_rows')), ('cut', []))
c, d = sorted(overlay([({'activity_id': 'a', **FACTS}, box(*TWO[0])), ({'activity_id': 'b', **FACTS}, box(80.2, 44.09, .01, .02))]), key=lambda c: c['activity_id'])
check('ids of their own, one partly inside', (c['disposition'], d['disposition'], told('run.licence_in_rows'), told('run.duplicate_id')), ('none', 'cut', [('a', ['C1', '2'])], []))
c, = overlay([({**FACTS, '有效期止': '2010-01-01'}, box(*of)) for of in TWO])
check('over, whatever its extent', c['disposition'], 'cancel')
c, = overlay([({**FACTS, '许可证号': n}, box(*of)) for n, of in zip(('C1', 'C2'), TWO)])
check('two licences', (c['disposition'], told('run.licence_in_rows')), ('cancel', []))
got = overlay([({**FACTS, '许可证号': '/', 'activity_id': f'K{i}'}, box(80.1 + i / 10, 44.01, .01, .01)) for i in range(3)])
check('no number is no licence', ([c['disposition'] for c in got], told('run.licence_in_rows')), (['cancel'] * 3, []))
got = overlay([({'编号': 'W1', '名称': n}, point(80.1, 44.05)) for n in '甲乙'], '=油井')
check('wells with one number', ([c['disposition'] for c in got], told('run.licence_in_rows')), (['seal'] * 2, []))

# --- A right drawn as a point: 267 m outside it is clear for no one who states 5.2 km²; 1667 m are out of its reach.
def activity(features, kind='=采矿权'):
    overlay(features, kind)
    return [(a['activity_id'], a['verdict']) for a in rows(out, 'SELECT activity_id, verdict FROM activity_points ORDER BY activity_id')]
NEAR, FAR = point(80.5, 44.1024), point(80.5, 44.115)
check('the stated area reaches it', activity([({**FACTS, '许可证号': 'C1', '矿区面积': 5.2}, NEAR), ({**FACTS, '许可证号': 'C2', '矿区面积': 5.2}, FAR), ({**FACTS, '许可证号': 'C3', '矿区面积': .01}, NEAR)]),
      [('C1', 'review'), ('C2', 'clear'), ('C3', 'clear')])
check('and it is told', told('run.extent_may_reach'), [('C1', ['5200000', '1287', '甲保护区', '267'])])
near, = rows(out, 'SELECT * FROM proximity')
check('with a row', (near['activity_id'], near['reason'], round(near['limit_m']), round(near['distance_m'])), ('C1', 'stated_area', 1287, 267))
c, = overlay([({**FACTS, '矿区面积': 5.2}, point(80.5, 44.05))])
check('inside: what is cut cannot be known', (c['verdict'], c['disposition']), ('must_exit', 'none'))
check('no area stated', activity([(FACTS, NEAR), ({**FACTS, '许可证号': 'C2'}, FAR)]), [('C1', 'clear'), ('C2', 'clear')])
check('which is told once', told('run.right_without_extent'), [('C1', ['mining_right', '2'])])
check('a quarry is where it is', (activity([({'编号': 'Q1', '占地面积': 5200000}, NEAR)], '=采矿点'), told('run.right_without_extent'), told('run.extent_may_reach')), ([('Q1', 'clear')], [], []))
done()
