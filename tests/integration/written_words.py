"""What registers write of an act, a renewal, a state and a day, and the verdicts that follow. Figures and verdicts by hand."""
import json
from support import *

def box(x, y, w, h):
    return {'type': 'Polygon', 'coordinates': [[[x, y], [x + w, y], [x + w, y + h], [x, y + h], [x, y]]]}

def write(name, features):
    path = FOLDER / name
    path.write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': p, 'geometry': g} for p, g in features]}))
    return path

out = FOLDER / 'ledger.gpkg'
def overlay(areas, activities, kind='采矿权', as_of='2019-03-31', options=()):
    """Verdicts by licence number: of a ledger with one conflict each."""
    r = redline('overlay', '--areas', areas, '--area-kind', '=自然保护区', '--activities', activities, '--activity-kind', f'={kind}', '--as-of', as_of, '-o', out, '--overwrite', *options)
    check(f'exit status ({r.stderr})', r.returncode, 0)
    return {x['activity_id']: x for x in rows(out, 'SELECT * FROM conflicts')}

def told(code):
    return [(x['feature'], json.loads(x['args'])) for x in rows(out, f"SELECT feature, args FROM findings WHERE code = '{code}'")]

def rights(facts):
    """A right for each, 0.005° wide, inside the core of the reserve."""
    return [({'许可证号': k, '有效期止': '2030-01-01', '签发时间': '2005-01-01', '矿种': '煤', **p}, box(80 + .01 * i, 44.01, .005, .005)) for i, (k, p) in enumerate(facts.items())]

def reserve(designated):
    return write('reserve.geojson', [({'编号': 'A', '名称': '甲保护区', 'GNFQ': '核心区', '批准时间': designated}, box(79.9, 44, 1, .1))])

# What is applied for. The policy of no new, renewed, changed or transferred right holds from 2017-08-01 (POL4-ANY); before it a change of an
# existing right is judged by the Regulations alone, which want it out (must_exit). A smaller ground is never in the way.
ACTS = {'新立|2018-05-01': 'prohibited', '探矿权新立登记|2018-05-01': 'prohibited', '首次设立|2018-05-01': 'prohibited', '变更|2017-07-31': 'must_exit', '转让|2017-08-01': 'prohibited',
        '采矿权延续|2018-05-01': 'prohibited', '首次延续|2018-05-01': 'prohibited', '延续、变更（生产规模）|2018-05-01': 'prohibited', '变更（扩大矿区范围）|2018-05-01': 'prohibited',
        '变更（缩小矿区范围）|2018-05-01': 'allowed', '缩减|': 'allowed', '变更（缩小生产规模）|2018-05-01': 'prohibited', '现状|': 'must_exit', '正在开采|': 'must_exit', '|': 'must_exit',
        '注销|2018-05-01': 'review', '保留|2018-05-01': 'review', '不予延续|2018-05-01': 'review', '延续（已撤回）|2018-05-01': 'review', '注销|': 'review'}
acts = write('acts.geojson', rights({k: {'申请事项': k.split('|')[0], '办理日期': k.split('|')[1] or None} for k in ACTS}))
got = overlay(reserve('2010-01-01'), acts)
check('acts: verdicts', {k: x['verdict'] for k, x in got.items()}, ACTS)
check('acts: rules of a new right', got['新立|2018-05-01']['rule_ids'], 'POL4-ANY; NR94-MINING-RIGHT')
check('acts: an unknown one is told once with its features', told('run.unknown_action'), [('不予延续|2018-05-01', ['不予延续', '1']), ('保留|2018-05-01', ['保留', '1']), ('延续（已撤回）|2018-05-01', ['延续（已撤回）', '1']), ('注销|2018-05-01', ['注销', '2'])])
true('acts: and in the trace', '申请事项“注销”' in got['注销|']['trace'] or 'applied for, "注销"' in got['注销|']['trace'])
plain = write('plain.geojson', rights({'P': {}}))
check('--action 新立 of a right granted in 2005', overlay(reserve('2010-01-01'), plain, options=('--action', '新立'))['P']['verdict'], 'prohibited')
r = redline('overlay', '--areas', 'a', '--activities', 'b', '--action', '注销', '-o', out)
check('--action 注销 is refused', r.returncode, 2)
workspace = FOLDER / 'w'
workspace.mkdir()
for word, status, verdict in (('延续', 0, ['prohibited']), ('注销', 3, None)):
    (workspace / 'redline.toml').write_text('format = "redline-workspace/1"\nas_of = 2019-03-31\n[[layer]]\nrole = "areas"\nsource = "../reserve.geojson"\nkind = "nature_reserve"\n'
                                            f'[[layer]]\nrole = "activities"\nsource = "../plain.geojson"\nkind = "mining_right"\naction = "{word}"\n')
    r = redline('overlay', '-w', workspace, '-o', out, '--overwrite')
    check(f'action = "{word}" in a workspace ({r.stderr})', r.returncode, status)
    if verdict: check('and its verdict', [x['verdict'] for x in rows(out, 'SELECT * FROM conflicts')], verdict)

done()
