"""Areas that share an id (Id = 0 of ArcGIS, numbers that restart, one code for all) are told apart; zones in names of layers and areas are read."""
import json
from support import *

def square(x, y=44, s=0.1):
    return {'type': 'Polygon', 'coordinates': [[[x, y], [x + s, y], [x + s, y + s], [x, y + s], [x, y]]]}
def write(path, features):
    path = FOLDER / path
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': p, 'geometry': g} for p, g in features]}))
    return path
right = {'valid_from': '1998-01-01', 'valid_to': '2028-01-01', '首次设立时间': '1998-01-01', '矿种': '煤'}
def rights(name, *xs): return write(f'{name}.geojson', [({'编号': f'K{i}', **right}, square(x, 44.01, 0.01)) for i, x in enumerate(xs)])

def overlay(name, features, *more, kind='=自然保护区', act=None, layer=None):
    """The run of the features as they stand; the same rows must come from the reversed ones."""
    seen = []
    for turn in (features, features[::-1]):
        out = FOLDER / f'{name}{len(seen)}.gpkg'
        areas = write(layer or f'{name}_areas.geojson', turn)
        r = redline('overlay', '--areas', areas, *(['--area-kind', kind] if kind else []), '--activities', act, '--activity-kind', '=采矿权', '--as-of', '2019-03-31', '-o', out, '--overwrite', *more)
        check(f'{name}: exit {r.stderr}', r.returncode, 0)
        seen.append([tuple(c.values()) for c in rows(out, 'SELECT activity_id, area_id, area_name, area_kind, area_level, zone, verdict, disposition FROM conflicts ORDER BY activity_id, area_id, zone')])
        text = r.stdout + r.stderr
    check(f'{name}: the same of the reversed features', seen[1], seen[0])
    return out, seen[0], text
def said(path, code): return [(f['layer'], f['text']) for f in rows(path, f"SELECT layer, text FROM findings WHERE code = '{code}'")]
def areas_of(path): return [tuple(a.values()) for a in rows(path, 'SELECT DISTINCT area_name, area_kind, zone FROM basemap ORDER BY area_name, zone')]

# Two reserves of which every record has Id 0: the right of 1998 is older than the one it lies in.
A, B = {'BHQMC': '乌兰甲国家级自然保护区', 'BHQJB': '国家级', 'PZSJ': '1986-01-01'}, {'BHQMC': '乌兰乙自治区级自然保护区', 'BHQJB': '自治区级', 'PZSJ': '2005-01-01'}
k = rights('k', 84.22)
out, got, text = overlay('constant', [({'Id': 0, **A}, square(84)), ({'Id': 0, **B}, square(84.2))], act=k)
check('Id = 0: the reserve the right lies in', got, [('K0', B['BHQMC'], B['BHQMC'], 'nature_reserve', '自治区级', 'unzoned', 'must_exit', 'compensate')])
check('both are there', areas_of(out), sorted([(A['BHQMC'], 'nature_reserve', 'unzoned'), (B['BHQMC'], 'nature_reserve', 'unzoned')]))
true(f'it is said, with id and names {said(out, "run.area_id_constant")}', [t for _, t in said(out, 'run.area_id_constant') if f'0: {B["BHQMC"]}, {A["BHQMC"]}' in t])
true('and on the terminal', '--area-id' in text or B['BHQMC'] in text)
_, stated, text = overlay('stated', [({'Id': 0, **A}, square(84)), ({'Id': 0, **B}, square(84.2))], '--area-id', 'Id', act=k)
check('also where the user names the column', stated, [('K0', f'{B["BHQMC"]} (0)', *got[0][2:])])

# One layer of three kinds: what is said of each is said by its own rules.
three = [({'Id': 0, '名称': '乌兰自然保护区', '类型': '自然保护区'}, square(84)), ({'Id': 0, '名称': '乌兰草原风景名胜区', '类型': '风景名胜区'}, square(84.2)),
         ({'Id': 0, '名称': '水源涵养红线', '类型': '生态保护红线'}, square(84.4))]
out, got, _ = overlay('kinds', three, act=rights('k3', 84.01, 84.21, 84.41), kind=None)
check('three kinds', [(r[0], r[1], r[3]) for r in got], [('K0', '乌兰自然保护区', 'nature_reserve'), ('K1', '乌兰草原风景名胜区', 'scenic_area'), ('K2', '水源涵养红线', 'ecological_red_line')])
nameless = [({'Id': 0, '类型': f[0]['类型']}, f[1]) for f in three]
_, got, _ = overlay('nameless', nameless, act=rights('k3', 84.01, 84.21, 84.41), kind=None)
check('without names', [(r[0], r[3]) for r in got], [('K0', 'nature_reserve'), ('K1', 'scenic_area'), ('K2', 'ecological_red_line')])
_, got, _ = overlay('levels', [({'Id': 0, 'BHQJB': a['BHQJB'], 'PZSJ': a['PZSJ']}, square(x)) for a, x in ((A, 84), (B, 84.2))], act=k)
check('without names, by level and day', [r[4:] for r in got], [('自治区级', 'unzoned', 'must_exit', 'compensate')])
workspace = FOLDER / 'w'
workspace.mkdir()
(workspace / 'redline.toml').write_text('format = "redline-workspace/1"\nas_of = 2019-03-31\n[[layer]]\nname = "保护地"\nrole = "areas"\nsource = "../kinds_areas.geojson"\n')
def screened():
    r = redline('screen', '-w', workspace, write('app.geojson', [({'id': 'T'}, square(84.21, 44.01, 0.01))]), '--kind', '采矿权', '--json', FOLDER / 's.json', '--overwrite')
    check(f'screen: exit {r.stderr}', r.returncode, 1)
    return {(c['area_name'], c['area_kind']) for a in json.loads((FOLDER / 's.json').read_text())['applications'] for c in a['conflicts']}
check('screen says the same', screened(), {('乌兰草原风景名胜区', 'scenic_area')})
r = redline('prepare', '-w', workspace)
check(f'prepare {r.stderr}', r.returncode, 0)
check('and with a prepared basemap', screened(), {('乌兰草原风景名胜区', 'scenic_area')})

# Numbers that restart, with zones: the zones of each reserve are put together by its name.
zones = [({'编号': str(n), 'BHQMC': f'乌兰{r}自然保护区', 'GNFQ': z}, square(x + n / 10, 44)) for r, x in (('甲', 84), ('乙', 85)) for n, z in enumerate(('核心区', '缓冲区', '实验区'), 1)]
zones += [({'编号': '4', 'BHQMC': '乌兰甲自然保护区', 'GNFQ': None}, {'type': 'Polygon', 'coordinates': [[[84.1, 44], [84.5, 44], [84.5, 44.1], [84.1, 44.1], [84.1, 44]]]})]
out, got, _ = overlay('restart', zones, act=rights('kz', 84.12, 84.32, 85.22, 84.45))
check('numbers that restart', [(r[0], r[2], r[5]) for r in got], [('K0', '乌兰甲自然保护区', 'core'), ('K1', '乌兰甲自然保护区', 'experimental'), ('K2', '乌兰乙自然保护区', 'buffer'), ('K3', '乌兰甲自然保护区', 'zone_gap')])
true('numbers that restart are told', said(out, 'run.area_id_shared'))
for name, column, value in (('slash', '编号', '/'), ('code', 'HXBM', '65')):
    out, got, _ = overlay(name, [({column: value, 'BHDMC': f'乌兰{r}自然保护区', 'GNFQ': z}, square(x)) for r, z, x in (('甲', '实验区', 84), ('乙', '核心区', 84.2))], act=rights('k2', 84.01, 84.21))
    check(f'{name} in every record', [(r[0], r[2], r[5]) for r in got], [('K0', '乌兰甲自然保护区', 'experimental'), ('K1', '乌兰乙自然保护区', 'core')])
out, got, _ = overlay('gap', [({'Id': 0, 'BHQMC': '乌兰甲自然保护区', 'GNFQ': None}, square(84)), ({'Id': 0, 'BHQMC': '乌兰乙自然保护区', 'GNFQ': '实验区'}, square(84.2))], act=rights('k2', 84.01, 84.21))
check('a reserve without zones is no gap of another', [(r[0], r[2], r[5]) for r in got], [('K0', '乌兰甲自然保护区', 'unzoned'), ('K1', '乌兰乙自然保护区', 'experimental')])

# One id that is one area: nothing is told apart, whatever words of zones or blanks its names have, and in any order.
whole = {'type': 'Polygon', 'coordinates': [[[84, 44], [84.4, 44], [84.4, 44.1], [84, 44.1], [84, 44]]]}
one = [({'bhqbh': '', '保护区编号': 'R1', '名称': n, '功能区': z, '批准时间': d}, g) for n, z, d, g in (
    ('乌兰自然保护区', '', '1986-01-01', whole), ('乌兰自然保护区核心区', '核心区', '', square(84)), ('核心区二', '核心区', '', square(84.1)), ('乌兰 自然保护区（东部实验区）', '实验区', '1986-01-01', square(84.2)))]
out, got, _ = overlay('one', one, act=rights('k4', 84.01, 84.11, 84.21, 84.31))
check('one area', [(*r[1:3], r[5]) for r in got], [('R1', '乌兰自然保护区', z) for z in ('core', 'core', 'experimental', 'zone_gap')])
check('the day of designation comes with any feature', {str(r['designated_on']).replace('/', '-') for r in rows(out, 'SELECT designated_on FROM conflicts')}, {'1986-01-01'})
check('nothing is said of shared ids', said(out, 'run.area_id_shared') + said(out, 'run.area_id_constant') + said(out, 'run.area_states_differ'), [])
_, days, _ = overlay('days', [({'保护区编号': 'R1', '名称': '乌兰自然保护区', '批准时间': d}, square(x)) for d, x in (('1986-01-01', 84), ('2005-01-01', 84.2))], act=rights('k2', 84.01, 84.21))
check('days of designation that differ leave the disposition open', {r[7] for r in days} & {'cancel', 'compensate'}, set())

# Zones that only the name of a layer or of an area tells.
for word, zone in (('核心区', 'core'), ('缓冲区', 'buffer'), ('实验区', 'experimental')):
    out, got, _ = overlay(f'layer_{zone}', [({'BHQMC': '乌兰自然保护区'}, square(84))], act=rights('k1', 84.01), layer=f'{zone}/{word}.geojson')
    check(f'the layer {word}', [(r[2], r[5]) for r in got], [('乌兰自然保护区', zone)])
    true(f'it is said of {word}', [t for _, t in said(out, 'run.zone_of_layer_name') if word in t])
named = [({'BHQMC': f'乌兰自然保护区{z}', 'Id': 0}, square(x)) for z, x in (('核心区', 84), ('（缓冲区）', 84.1), ('实验区', 84.2))] + [({'BHQMC': '北山自然保护区核心区', 'Id': 0}, square(84.3))]
out, got, _ = overlay('named', named, act=rights('k4', 84.01, 84.11, 84.21, 84.31))
check('names that end with zones', [(r[2], r[5]) for r in got], [('乌兰自然保护区', 'core'), ('乌兰自然保护区', 'buffer'), ('乌兰自然保护区', 'experimental'), ('北山自然保护区', 'core')])
check('zones of one reserve are one area', len({r[1] for r in got}), 2)
true('it is said', said(out, 'run.zone_in_name'))
out, got, _ = overlay('said_no', named, '--zone', '=', act=rights('k4', 84.01, 84.11, 84.21, 84.31))
check('--zone = takes it back', {r[5] for r in got}, {'unzoned'})
out, got, text = overlay('unread', [({'BHQMC': '乌兰核心区域自然保护区', 'Id': 1}, square(84))], act=rights('k1', 84.01))
check('a word inside is no zone, and is told', ([r[5] for r in got], len(said(out, 'run.zone_word_unread'))), (['unzoned'], 1))
out, got, _ = overlay('red', [({'名称': '乌兰核心区', 'Id': 1}, square(84))], act=rights('k1', 84.01), kind='=生态保护红线')
check('a red line has no zones', ([r[2] for r in got], [r[5] for r in got]), (['乌兰核心区'], ['none']))
done()
