"""What a screening against rights must not take for granted: that a reduction lies in the old right, that an elevation of 0 is one, that every
layer of rights could be read, that the line of a batch has room for one matter only."""
import json
import math
from support import FOLDER, check, done, redline, true

DAY = ('--as-of', '2019-03-31', '--overwrite')
W, S, E, N = 94.52, 44.0, 94.53, 44.01  # the core of the reserve and the registered right


def box(w, s, e, n):
    return [[w, s], [e, s], [e, n], [w, n], [w, s]]


def layer_file(path, features):
    path.write_text(json.dumps({'type': 'FeatureCollection', 'features': [
        {'type': 'Feature', 'properties': p, 'geometry': {'type': 'Polygon', 'coordinates': [ring]}} for p, ring in features]}), encoding='utf-8')


FIELDS = '[layer.fields]\nid = "no"\nlicence_no = "no"\nmineral = "mineral"\ntop_m = "top"\nbottom_m = "bottom"\n'


def workspace(name, rights, more=''):
    w = FOLDER / name
    w.mkdir()
    layer_file(w / 'areas.geojson', [({'no': 'R', 'name': '某自然保护区', 'zone': '核心区'}, box(W, S, E, N))])
    layer_file(w / 'rights.geojson', rights)
    layer_file(w / 'others.geojson', [({'no': 'T9', 'mineral': '金矿', 'top': None, 'bottom': None}, box(95.9, 44, 95.91, 44.01))])
    (w / 'redline.toml').write_text(
        'format = "redline-workspace/1"\n[settings]\naccuracy_m = 1\n'
        '[[layer]]\nname = "保护区"\nrole = "areas"\nsource = "areas.geojson"\nkind = "nature_reserve"\n'
        'coverage = "POLYGON((73 34,97 34,97 50,73 50,73 34))"\n[layer.fields]\nid = "no"\nname = "name"\nzone = "zone"\n'
        f'[[layer]]\nname = "采矿权"\nrole = "activities"\nsource = "rights.geojson"\nkind = "mining_right"\n{more}{FIELDS}'
        f'[[layer]]\nname = "探矿权"\nrole = "activities"\nsource = "others.geojson"\nkind = "exploration_right"\n{FIELDS}', encoding='utf-8')
    return w


def corners(name, ring):
    path = FOLDER / name
    path.write_text(''.join(f'{i} {x} {y}\n' for i, (x, y) in enumerate(ring[:-1], 1)), encoding='utf-8')
    return path


def screen(w, *files, more=()):
    out = FOLDER / 'out.json'
    r = redline('--lang', 'zh', 'screen', *files, '-w', w, '--crs', 'EPSG:4490', '--degrees', 'decimal', '--kind', '采矿权', '--mineral', '金矿', '--json', out, *DAY, *more)
    return r, json.loads(out.read_text(encoding='utf-8'))['applications']


half = corners('half.txt', box(W, S, W + 0.005, N))      # half of the registered right, wholly in the core
wider = corners('wider.txt', box(W - 0.001, S, W + 0.005, N))  # 0.001 degrees of it outside: 80.2 m x 1111 m
clear = corners('clear.txt', box(94.6, 44, 94.61, 44.01))
RIGHT = ('C1', {'no': 'C1', 'mineral': '金矿', 'top': None, 'bottom': None})

# Reductions: the condition is the old right.
w = workspace('reduce', [(RIGHT[1], box(W, S, E, N))])
reduce = ('--action', 'reduce', '--licence-no', 'c1')
NOT_COMPARED, INSIDE = 'screen.reduction_not_compared', 'screen.reduction_inside'
for name, file, more, verdict, code in (
        ('not compared', half, reduce, 'conditional', NOT_COMPARED), ('inside', half, (*reduce, '--against', 'rights'), 'conditional', INSIDE),
        ('outside', wider, (*reduce, '--against', 'rights'), 'review', None),
        ('another licence', half, ('--action', 'reduce', '--licence-no', 'C2', '--against', 'rights'), 'review', None)):
    r, (a,) = screen(w, file, more=more)
    check(f'reduction {name}: verdict', (a['verdict'], r.returncode), (verdict, 1))
    check(f'reduction {name}: finding', [f['code'] for f in a['findings'] if f['code'].startswith('screen.reduction')], [code] if code else [])
    check(f'reduction {name}: in the core it is', [c['zone'] for c in a['conflicts']], ['core'])
    true(f'reduction {name}: outside is told', ('在原许可证登记的范围之外' in r.stdout) == (name == 'outside'))
# 0.001 x 0.01 degrees at 44 degrees north, edges straight in degrees: a = 6378137, e2 of CGCS2000; by the integral of the area between parallels.
A, F = 6378137.0, 1 / 298.257222101
E2 = F * (2 - F)
ECC = math.sqrt(E2)
def q(lat):
    s = math.sin(math.radians(lat))
    return (1 - E2) * (s / (1 - E2 * s * s) + math.atanh(ECC * s) / ECC)
strip = A * A / 2 * math.radians(0.001) * (q(N) - q(S))
r, _ = screen(w, wider, more=(*reduce, '--against', 'rights'))
said = float(r.stdout.split('按缩减核查，但有 ')[1].split(' m²')[0])
true(f'reduction outside: {said} m², by the integral {strip:.2f}', abs(said - strip) < 0.02)  # printed to 0.01
far = workspace('far', [(RIGHT[1], box(95.5, 44, 95.51, 44.01))])
r, (a,) = screen(far, half, more=(*reduce, '--against', 'rights'))
check('reduction of a right that lies elsewhere', a['verdict'], 'review')
true('reduction of a right that lies elsewhere: told', '在原许可证登记的范围之外' in r.stdout)

# Elevations: 0 at an end is a field that nobody filled in, or a depth from the ground.
for name, top, bottom, relation in (('both 0', 0, 0, 'duplicate'), ('a depth', 0, 270, 'duplicate'), ('one value twice', 500, 500, 'duplicate'),
                                    ('below', 500, 200, 'other_depth'), ('none', None, None, 'duplicate'), ('under the sea', -50, -200, 'other_depth')):
    w = workspace('depth ' + name, [({'no': 'C1', 'mineral': '金矿', 'top': top, 'bottom': bottom}, box(94.6, 44, 94.61, 44.01))])
    r, (a,) = screen(w, clear, more=('--against', 'rights', '--elevation', '1200,900'))
    check(f'elevation {name}', [x['relation'] for x in a['rights']], [relation])
    check(f'elevation {name}: verdict', a['verdict'], 'clear' if relation == 'other_depth' else 'review')
    true(f'elevation {name}: both are said', ('申请 1200–900 m' in r.stdout) == (relation == 'other_depth'))

# Layers of rights that could not be used.
for name, more, why in (('disabled', 'enabled = false\n', '图层已停用'), ('expired', 'valid_to = 2018-12-31\n', '核查日期不在图层有效期内'), ('in use', '', None)):
    w = workspace('layer ' + name, [(RIGHT[1], box(W, S, E, N))], more)
    r, (a,) = screen(w, clear, more=('--against', 'rights'))
    check(f'layer {name}: verdict', a['verdict'], 'incomplete' if why else 'clear')
    check(f'layer {name}: not checked', [(n['layer'], n['why']) for n in a['not_checked']], [('采矿权', name)] if why else [])
    true(f'layer {name}: said', not why or f'未核查：采矿权（{why}）' in r.stdout)
    r, (a,) = screen(w, clear)
    check(f'layer {name}: not asked for, no matter', a['verdict'], 'clear')
w = workspace('layer empty', [({'no': 'C1', 'mineral': '金矿', 'top': None, 'bottom': None}, [])])
r, (a,) = screen(w, clear, more=('--against', 'rights'))
check('an empty layer of rights', (a['verdict'], [(n['layer'], n['why']) for n in a['not_checked']]), ('incomplete', [('采矿权', 'empty')]))

# A line of a batch: the duplicate beside the reserve, the layer that was not read.
w = workspace('batch', [(RIGHT[1], box(W, S, W + 0.005, N))])
r, applications = screen(w, half, clear, more=('--against', 'rights',))
line = next(x for x in r.stdout.splitlines() if ' half ' in x)
true(f'batch: the duplicate is in the line: {line}', '某自然保护区' in line and '与已有矿业权重复或重叠 1 处' in line)
w = workspace('batch disabled', [(RIGHT[1], box(W, S, W + 0.005, N))], 'enabled = false\n')
r, applications = screen(w, half, clear, more=('--against', 'rights',))
line = next(x for x in r.stdout.splitlines() if ' half ' in x)
true(f'batch: what was not checked is in the line: {line}', '某自然保护区' in line and '未核查：采矿权' in line)
done()
