"""Laws of the restoration ledger through the real binary, on the invented polygons of the demonstration and on a random register of figures:
order of import, splitting a polygon, importing twice and changing units change nothing. And: each fault planted in the demonstration is
found, nothing else is; zones that stand in a layer of their own; zones by name; what the layers for maps and the report say."""
import csv, json, random, shutil, xml.dom.minidom
from osgeo import osr
from restoration_support import *

POLYGONS = DATA / '治理图斑_示例.geojson'
AS_OF = '2019-03-31'
random.seed(4)


def codes(s):
    return sorted((f['code'].split('.')[1], f['record']) for part in [s['region'], *s['reserves']] for f in part['findings'])


def collection(name, features):
    path = FOLDER / name
    whole = json.load(open(POLYGONS, encoding='utf-8'))
    path.write_text(json.dumps({**whole, 'features': features}, ensure_ascii=False), encoding='utf-8')
    return path


features = json.load(open(POLYGONS, encoding='utf-8'))['features']

# --- the demonstration: four faults are planted, and the deadlines that have passed are known ---
base = workspace('base', '--demo')
imported(base, POLYGONS)
s = s_base = status(base)
faults = [c for c in codes(s) if c[0] != 'deadline_passed']
check('each planted fault, and nothing else', faults, [('claimed_twice', '示例7-重复'), ('cumulative_as_new', '示例11-累计'), ('wrong_reserve', '示例错区')])
lop = row(s, 'lop-nur')['ground']
true('ground sent back is under way, ground disturbed again not started', lop['under_way_m2'] > 0 and lop['not_started_m2'] > 0)
before = row(status(base, '2019-01-31'), 'lop-nur')['ground']
true('until it was disturbed again it was restored', before['restored_m2'] + before['accepted_m2'] > lop['restored_m2'] + lop['accepted_m2'])
for day in ('2016-06-30', '2018-06-30', AS_OF):
    for r in status(base, day)['reserves']:
        if g := r['ground']:
            parts = sum(g[k + '_m2'] for k in ('not_started', 'under_way', 'restored', 'accepted'))
            true(f"{r['id']} {day}: disturbed is the sum of its parts", abs(g['disturbed_m2'] - parts) <= .04)
            true(f"{r['id']} {day}: zones add up", abs(sum(z['disturbed_m2'] for z in g['zones']) - g['disturbed_m2']) <= .01 * (1 + len(g['zones'])))
lines = redline('restoration', 'status', '-w', base, '--as-of', AS_OF).stdout
check('the balance is printed for the region and for each reserve with polygons', lines.count('Balance of polygons'), 1 + sum(r['ground'] is not None for r in s['reserves']))

# --- the class of each m², recomputed without Redline: GEOS on an equal-area projection (edges bend there by less than 1e-6 of an area) ---
CLASSES = ('not_started', 'under_way', 'restored', 'accepted')
ORDER = {'有效': (0, 0), '破坏': (1, 0), '再次破坏': (17, 0), '设施拆除': (5, 1), '治理恢复': (9, 2), '自验': (10, 2), '县级验收': (12, 3), '州级验收': (13, 3), '销号': (15, 3), '退回再整改': (16, 1)}
TAKES_BACK = {'破坏', '再次破坏', '退回再整改'}


def equal_area(geometry):
    g = ogr.CreateGeometryFromJson(json.dumps(geometry))
    source, target = osr.SpatialReference(), osr.SpatialReference()
    source.ImportFromEPSG(4490), source.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    target.ImportFromProj4('+proj=cea +ellps=GRS80 +units=m')
    g.Transform(osr.CoordinateTransformation(source, target))
    return g


def by_hand(records, day):
    """m² by class: (day, stage, id, polygon) in order; ground rises, and falls only where it is sent back or disturbed."""
    ground = [ogr.Geometry(ogr.wkbPolygon) for _ in CLASSES]
    for when, stage, code, geometry in sorted(records, key=lambda r: (r[0], ORDER[r[1]][0], r[2])):
        if when > day:
            continue
        rest, to = equal_area(geometry), ORDER[stage][1]
        for c in range(4):
            if stage in TAKES_BACK or c < to:
                ground[c] = ground[c].Difference(rest)
            elif c > to:
                rest = rest.Difference(ground[c])
        ground[to] = ground[to].Union(rest)
    return {c: g.GetArea() for c, g in zip(CLASSES, ground)}


def classes_hold(what, records, ws, *days):
    for day in days:
        r, hand = row(status(ws, day), 'lop-nur'), by_hand(records, day)
        g = r['ground']
        true(f'{what} {day}: {g} by hand {hand}', all(abs(g[c + '_m2'] - hand[c]) <= .01 + 2e-6 * g['disturbed_m2'] for c in CLASSES))
        check(f'{what} {day}: verified and accepted', [r[k] for k in ('verified_m2', 'accepted_m2')], [round(g['restored_m2'] + g['accepted_m2'], 2), g['accepted_m2']])
    play = FOLDER / f'{what}.gpkg'
    check(f'{what}: layers', redline('restoration', 'report', '-w', ws, '--as-of', days[-1], '--gpkg', play).returncode, 0)
    for day in days:
        shown = {r['stage_class']: r['m2'] for r in rows(play, "SELECT stage_class, sum(area_m2) AS m2 FROM restoration_ground WHERE reserve_id = 'lop-nur' "
                                                               f"AND valid_from <= '{day}' AND (valid_to IS NULL OR valid_to >= '{day}') GROUP BY stage_class")}
        hand = by_hand(records, day)
        true(f'{what} {day}: on the map {shown} by hand {hand}', all(abs(shown.get(c, 0) - hand[c]) <= .01 + 2e-6 * sum(hand.values()) for c in CLASSES))


def record_of(f):
    p = f['properties']
    return p['完成日期'], p['治理阶段'], p['编号'], f['geometry']


classes_hold('demonstration', [record_of(f) for f in features if '罗布泊' in f['properties']['保护区']], base, '2016-06-30', '2018-12-31', AS_OF)
accepted = [row(status(base, day), 'lop-nur')['accepted_m2'] for day in ('2018-12-31', AS_OF)]
again = sum(equal_area(f['geometry']).GetArea() for f in features if f['properties']['编号'] == '示例3-5')  # half of 示例治理点3, all that was accepted there
true(f'from the end of 2018 on only what was disturbed again is no more accepted: {accepted}, {again}', again > 20_000 and abs(accepted[0] - accepted[1] - again) <= .1)

# three sites accepted: one then uploads a larger polygon, one is claimed by another programme, one is dismantled and checked
x0, y0 = next(f['geometry'] for f in features if '罗布泊' in f['properties']['保护区'])['coordinates'][0][0]
cells = lambda a, b: {'type': 'Polygon', 'coordinates': [[[x0 + x * .001, y0 + y] for x, y in ((a, 0), (b, 0), (b, .001), (a, .001), (a, 0))]]}
made = [(site, stage, day, cells(x + a, x + b), programme) for site, x, a, b, stage, day, programme in (
    ('甲', 0, 0, 10, '破坏', '2016-01-01', 'P'), ('甲', 0, 0, 6, '治理恢复', '2017-06-30', 'P'), ('甲', 0, 0, 6, '县级验收', '2017-08-30', 'P'), ('甲', 0, 0, 8, '治理恢复', '2018-10-31', 'P'),
    ('乙', 20, 0, 6, '破坏', '2016-01-01', 'P'), ('乙', 20, 0, 6, '治理恢复', '2017-06-30', 'P'), ('乙', 20, 0, 6, '销号', '2017-08-30', 'P'), ('乙', 20, 0, 6, '治理恢复', '2018-10-31', 'Q'),
    ('丙', 40, 0, 6, '破坏', '2016-01-01', 'P'), ('丙', 40, 0, 6, '治理恢复', '2017-06-30', 'P'), ('丙', 40, 0, 6, '销号', '2017-08-30', 'P'), ('丙', 40, 0, 6, '设施拆除', '2018-10-31', 'P'),
    ('丙', 40, 0, 6, '自验', '2018-11-30', 'P'), ('丙', 40, 2, 4, '再次破坏', '2019-01-31', 'P'), ('丙', 40, 4, 5, '退回再整改', '2019-02-28', 'P'))]
lower = [{'type': 'Feature', 'properties': {'编号': f'k{n}', '保护区': '罗布泊', '治理点': site, '治理阶段': stage, '完成日期': day, '治理项目': programme}, 'geometry': g}
         for n, (site, stage, day, g, programme) in enumerate(made)]
kept = workspace('kept', with_map=True)
imported(kept, collection('lower.geojson', lower))
classes_hold('lower', [record_of(f) for f in lower], kept, '2017-12-31', '2018-12-31', AS_OF)
s, cell = status(kept, '2018-12-31'), equal_area(cells(0, 1)).GetArea()
true('each keeps what was accepted', all(abs(x['accepted_m2'] - 6 * cell) < .1 for x in row(s, 'lop-nur')['site_list']))
for name, r in (('demonstration', row(s_base, 'lop-nur')), ('lower', row(status(kept), 'lop-nur'))):  # 罗布泊 has polygons only; none of its sites lies elsewhere
    ground = r['ground']['under_way_m2']
    true(f"{name}: under way by site is the balance: {ground}", ground > 0 and abs(sum(x['under_way_m2'] for x in r['site_list']) - ground) <= .1)
check('what was told before is still told', sorted(c for c, _ in codes(s)), ['claimed_twice', 'cumulative_as_new', 'stage_fell'])
back = workspace('kept_back', with_map=True)
imported(back, collection('lower_b.geojson', lower[::-1]))
check('in any order of import', status(back, '2018-12-31'), s)
s = s_base

# --- order of import: shuffled, and in three files: not a letter of the state differs ---
shuffled = random.sample(features, len(features))
parts = [collection(f'part{k}.geojson', shuffled[k::3]) for k in range(3)]
other = workspace('other', '--demo')
imported(other, *parts)
check('order of import', status(other), s)

# --- importing twice ---
check('the file is known', 'before' in imported(base, POLYGONS).stdout, True)
check('its rows are known in another file', '0 added' in imported(base, collection('again.geojson', shuffled)).stdout, True)
check('importing twice', status(base), s)

# --- splitting: every polygon in two, along its own middle; both halves are reported ---
halves = []
for f in features:
    g = ogr.CreateGeometryFromJson(json.dumps(f['geometry']))
    x0, x1, y0, y1 = g.GetEnvelope()
    middle = round((x0 + x1) / 2, 5)  # the same cut for all polygons of one outline
    for k, (a, b) in enumerate(((x0 - 1, middle), (middle, x1 + 1))):
        box = ogr.CreateGeometryFromWkt(f'POLYGON(({a} {y0 - 1},{b} {y0 - 1},{b} {y1 + 1},{a} {y1 + 1},{a} {y0 - 1}))')
        half = g.Intersection(box)
        parts = [half.GetGeometryRef(i).Clone() for i in range(half.GetGeometryCount())] if half.GetGeometryName() == 'MULTIPOLYGON' else [half]
        for n, part in enumerate(parts):
            if part.GetArea() > 0:
                halves.append({**f, 'properties': {**f['properties'], '编号': f"{f['properties']['编号']}/{k}{n}"}, 'geometry': json.loads(part.ExportToJson())})
true('there are many halves', len(halves) > 1.9 * len(features))
split = workspace('split', '--demo')
imported(split, collection('halves.geojson', halves))
t = s_split = status(split)


def close(what, a, b, bound):
    """Sums of areas: each half may differ by its rounding (0.0001 m²) and by the corners the cut adds (1e-15 degrees), so 0.05 m² a reserve."""
    true(f'{what}: {a} and {b}', (a is None) == (b is None) and (a is None or abs(a - b) <= bound))


for r in s['reserves']:
    q = row(t, r['id'])
    for column in ('required_m2', 'claimed_m2', 'verified_m2', 'accepted_m2', 'remaining_m2', 'double_counted_m2'):
        close(f"split, {r['id']} {column}", r[column], q[column], .05)
    check(f"split, {r['id']} words", (r['sites'], r['status'], r['overdue']), (q['sites'], q['status'], q['overdue']))
    for column in ('disturbed_m2', 'not_started_m2', 'under_way_m2', 'restored_m2', 'accepted_m2'):
        if r['ground']: close(f"split, {r['id']} ground {column}", r['ground'][column], q['ground'][column], .05)
check('split: the same kinds of findings in the same reserves', {(r['id'], f['code']) for r in t['reserves'] for f in r['findings']},
      {(r['id'], f['code']) for r in s['reserves'] for f in r['findings']})

# --- another coordinate system: the same corners; an edge of 600 m that is straight in the plane bends by 7 mm in degrees, 1e-5 of the area ---
gauss, plane = osr.SpatialReference(), FOLDER / 'plane.gpkg'
degrees = osr.SpatialReference()
gauss.ImportFromEPSG(4542), degrees.ImportFromEPSG(4490)
for x in (gauss, degrees): x.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
ds = ogr.GetDriverByName('GPKG').CreateDataSource(str(plane))
layer = ds.CreateLayer('plane', gauss, ogr.wkbPolygon)
for name in features[0]['properties']: layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
turn = osr.CoordinateTransformation(degrees, gauss)
for f in features:
    g, out = ogr.CreateGeometryFromJson(json.dumps(f['geometry'])), ogr.Feature(layer.GetLayerDefn())
    if not 88.5 <= g.Centroid().GetX() <= 91.5: continue  # the zone of 90°
    g.Transform(turn)
    for name, value in f['properties'].items(): out.SetField(name, value)
    out.SetGeometry(g)
    layer.CreateFeature(out)
n = layer.GetFeatureCount()
ds = layer = None
true('some lie in the zone', n > 10)
ids = {r['编号'] for r in rows(plane, 'SELECT "编号" FROM plane')}
a, b = workspace('in_degrees', '--demo'), workspace('in_plane', '--demo')
imported(a, collection('zone.geojson', [f for f in features if f['properties']['编号'] in ids]))
imported(b, plane)
for r, q in zip(status(a)['reserves'], status(b)['reserves']):
    close(f"Gauss-Krüger, {r['id']}", r['verified_m2'], q['verified_m2'], 1e-5 * r['verified_m2'] + .01)

# --- units: a random register of figures, each a multiple of 0.003 亩 (2 m²), written in any unit ---
UNITS = {'亩': 1500, '公顷': 10 ** 4, 'm²': 1, '平方米': 1, '万m²': 10 ** 4, 'km²': 10 ** 6, '万平方米': 10 ** 4}  # 亩: 2000/3 m², so per 1000 m² 1.5


def written(m2, unit):
    if unit == '亩': return f'{m2 * 15 // 10000}.{m2 * 15 % 10000:04}'
    whole = UNITS[unit]
    return str(m2) if whole == 1 else f'{m2 // whole}.{m2 % whole:0{len(str(whole)) - 1}}'


stages = ['破坏', '治理恢复', '治理恢复', '自验', '县级验收', '退回再整改']
register = [(f'r{i}', random.choice(['罗布泊野骆驼', '卡拉麦里', '布尔根河狸', '塔什库尔干']), f'点{random.randrange(25)}', random.choice(['核心区', '缓冲区', '']),
             2000 * random.randrange(1, 4000), random.choice(stages), f'20{random.randrange(12, 19)}-{random.randrange(1, 13):02}-{random.randrange(1, 29):02}',
             random.choice(['新增', '新增', '累计'])) for i in range(300)]


def table(name, unit):
    path = FOLDER / name
    with open(path, 'w', encoding='utf-8') as f:
        f.write('编号,保护区,治理点,功能区,面积,单位,阶段,日期,口径\n')
        for i, (code, reserve, site, zone, m2, stage, day, basis) in enumerate(register):
            u = unit(i)
            f.write(f'{code},{reserve},{site},{zone},{written(m2, u)},{u},{stage},{day},{basis}\n')
    return path


def state_in(name, unit):
    ws = workspace(name)
    imported(ws, table(f'{name}.csv', unit))
    s = status(ws, '2018-12-31')
    return [{k: v for k, v in r.items() if k not in ('findings', 'name')} for r in s['reserves']], codes(s)


metres = state_in('metres', lambda i: 'm²')
true('there is something to add', sum(r['claimed_m2'] for r in metres[0]) > 10 ** 7 and any(r['zones_stated'] for r in metres[0]) and metres[1])
check('in 亩', state_in('mu', lambda i: '亩'), metres)
check('in any unit', state_in('any', lambda i: list(UNITS)[i % len(UNITS)]), metres)
random.shuffle(register)
check('in any order', state_in('order', lambda i: list(UNITS)[i % len(UNITS)]), metres)

# --- zones by name, the report's own: 裤子山 lies in the buffer zone (item 16), the crab pens of 艾比湖 too (61) ---
ws = workspace('report', '--demo')
imported(ws, DATA / '报告台账.csv')
r = status(ws)
zones = {x['id']: x['zones_stated'] for x in r['reserves'] if x['zones_stated']}
check('zones by name', sorted(zones), ['ebinur-lake', 'huocheng-tortoise', 'lop-nur'])
check('the ski field, item 63', [(z['zone'], z['sites']) for z in zones['huocheng-tortoise']], [('experimental', 1)])
check('裤子山', [(z['zone'], z['sites'], z['claimed_m2'], z['backfill_m3']) for z in zones['lop-nur']], [('buffer', 1, 103_500, 128_000)])
check('3500 亩', [(z['zone'], z['required_m2']) for z in zones['ebinur-lake']], [('buffer', round(3500 * 2000 / 3, 2))])

# --- boundaries in one layer, function zones in another ---
two = FOLDER / 'two'
two.mkdir()
(two / 'redline.toml').write_text('''format = "redline-workspace/1"
as_of = 2019-03-31
[[layer]]
name = "zones"
role = "areas"
source = "zones.geojson"
zones_of = "boundaries"
[[layer]]
name = "boundaries"
role = "areas"
source = "boundaries.geojson"
kind = "nature_reserve"
[[layer]]
name = "zones_of_red_lines"
role = "areas"
source = "zones.geojson"
zones_of = "red_lines"
[[layer]]
name = "red_lines"
role = "areas"
source = "boundaries.geojson"
kind = "ecological_red_line"
''', encoding='utf-8')


def ring(x0, y0, x1, y1):
    return {'type': 'Polygon', 'coordinates': [[[x0, y0], [x1, y0], [x1, y1], [x0, y1], [x0, y0]]]}


def write_geojson(path, features):
    path.write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': p, 'geometry': g} for p, g in features]},
                               ensure_ascii=False), encoding='utf-8')


write_geojson(two / 'boundaries.geojson', [({'id': 'KM', 'name': '卡拉麦里山有蹄类野生动物自然保护区'}, ring(89, 45, 89.4, 45.4))])
write_geojson(two / 'zones.geojson', [({'id': 'KM', 'name': '', 'zone': '核心区'}, ring(89, 45, 89.2, 45.4)),
                                      ({'id': 'KM', 'name': '', 'zone': '实验区'}, ring(89.2, 45, 89.3, 45.4))])  # leaves 89.3–89.4 without a zone
write_geojson(two / 'ground.geojson', [({'编号': 'x1', '治理点': '一号', '阶段': '治理恢复', '日期': '2018-01-01'}, ring(89.19, 45.1, 89.21, 45.11)),
                                       ({'编号': 'x2', '治理点': '二号', '阶段': '治理恢复', '日期': '2018-01-01'}, ring(89.29, 45.1, 89.31, 45.11))])
imported(two, two / 'ground.geojson')
t = status(two)
km = row(t, 'kalamaili')
areas = {z['zone']: z['restored_m2'] for z in km['ground']['zones']}
check('zones of the other layer', sorted(areas), ['core', 'experimental', 'zone_gap'])
true(f'a quarter, a half, a quarter: {areas}', all(abs(areas[z] / km['verified_m2'] - share) < 1e-6 for z, share in (('core', .25), ('experimental', .5), ('zone_gap', .25))))
check('nothing is outside', (km['findings'], [n['code'] for n in t['notes']]), ([], []))

found_in = found
# --- figures through the binary: each case a few rows, expected values by hand ---
COLUMNS = ('编号', '保护区', '治理点', '面积', '单位', '阶段', '日期', '应治理面积', '时限', '更正', '口径', '条号')
BEAVER, CAMEL = '布尔根河狸', '罗布泊野骆驼'
cases = 0


def figures(*lines, polygons=(), reserve=BEAVER, as_of=AS_OF):
    """The state of a reserve after these rows: (reserve, region, {site: row}, findings)."""
    global cases
    cases += 1
    ws, path = workspace(f'case{cases}', with_map=bool(polygons)), FOLDER / f'case{cases}.csv'
    path.write_text('\n'.join([','.join(COLUMNS), *(','.join([line[0], reserve, *line[1:]]) + ',' * (len(COLUMNS) - 1 - len(line)) for line in lines)]) + '\n', encoding='utf-8')
    drawn = [{'type': 'Feature', 'properties': dict(zip(('编号', '保护区', '治理点', '阶段', '日期'), (code, reserve, *more))), 'geometry': g} for code, *more, g in polygons]
    imported(ws, *([collection(f'case{cases}.geojson', drawn)] if drawn else []), path)
    s = status(ws, as_of)
    r = row(s, {BEAVER: 'bulgan-beaver', CAMEL: 'lop-nur'}[reserve])
    return r, s['region'], {x['site']: x for x in r['site_list']}, [c for c in codes(s)]


# acceptance of drawn ground by a row of a table: its polygon is restored since 2017 and due by the end of 2018
x0, y0 = next(f['geometry'] for f in features if CAMEL in f['properties']['保护区'])['coordinates'][0][0]
pit, part = ring(x0, y0, x0 + .01, y0 + .01), ring(x0, y0, x0 + .005, y0 + .01)
drawn = [('p1', '一号', '破坏', '2015-01-01', pit), ('p2', '一号', '治理恢复', '2017-06-01', pit)]


def settled(what, *lines, polygons=drawn, share, findings):
    r, region, sites, found = figures(*lines, polygons=polygons, reserve=CAMEL)
    whole = r['ground']['disturbed_m2']
    close(f'{what}: accepted', r['accepted_m2'], share * whole, .01)
    close(f'{what}: remaining', r['remaining_m2'], (1 - share) * whole, .02)
    check(f'{what}: the site says what the reserve says', [sites['一号'][k] for k in ('accepted_m2', 'remaining_m2')], [r[k] for k in ('accepted_m2', 'remaining_m2')])
    check(f'{what}: verified by polygon, as accepted', (r['ground']['accepted_m2'], r['verified_m2']), (r['accepted_m2'], whole))
    check(f'{what}: overdue while anything remains', (sites['一号']['overdue'], r['overdue'], region['overdue']), (share < 1,) + (int(share < 1),) * 2)
    check(f'{what}: findings', found, findings)


due = ('deadline_passed', 'a')
settled('closed without figure', ('a', '一号', '', '', '销号', '2018-01-01', '', '2018-12-31'), share=1, findings=[])
spans = FOLDER / 'accepted.gpkg'
check('a layer of it', redline('restoration', 'report', '-w', FOLDER / f'case{cases}', '--as-of', AS_OF, '--gpkg', spans).returncode, 0)
check('accepted on the map from that day', [r['valid_from'] for r in rows(spans, "SELECT valid_from FROM restoration_ground WHERE stage_class = 'accepted' AND valid_to IS NULL")][:1], ['2018/01/01'])
settled('a part that nobody has drawn', ('a', '一号', '40', '公顷', '验收', '2018-01-01', '', '2018-12-31'), share=0, findings=[('accepted_undrawn', 'a'), due])
settled('nearly all of it', ('a', '一号', '95', '公顷', '验收', '2018-01-01', '', '2018-12-31'), share=1, findings=[])  # of 95.13 ha
settled('one half drawn, then all', ('a', '一号', '', '', '区级验收', '2018-03-01', '', '2018-12-31'), polygons=[*drawn, ('p3', '一号', '县级验收', '2018-01-01', part)], share=1, findings=[])

# the numbers alone
r, region, sites, found = figures(('a', 's', '10', '公顷', '治理恢复', '2018-01-01'), ('b', 's', '6', '公顷', '验收', '2018-02-01'), ('c', 's', '9', '公顷', '验收', '2018-03-01'))
check('accepted more than restored, in sum: claimed stays what was claimed', (r['claimed_m2'], region['claimed_m2'], found), (100_000, 100_000, [('accepted_exceeds_restored', 'c')]))
r, region, sites, found = figures(('a', '一号', '500', '公顷', '自验', '2018-01-01'), polygons=drawn, reserve=CAMEL)
check('a figure five times its polygon, at another stage', found, [('drawn_and_stated', 'a'), ('restored_exceeds_disturbed', 'a')])
r, region, sites, found = figures(('a', '', '', '', '已告知', '2017-01-01', '10公顷', '2018-12-31'), ('b', '', '', '', '销号', '2018-01-01'))
check('a deadline of the whole reserve, and the same word for the region', (r['overdue'], region['overdue'], r['status'], region['status']), (1, 1, 'under_way', 'under_way'))
true('it is called the reserve as a whole', ('deadline_passed', 'b') in found)
twice = [('a', 's', '10', '公顷', '治理恢复', '2018-01-01', '', '', '', '', '1'), ('b', 's', '150', '亩', '治理恢复', '2018-01-01', '', '', '', '', '2')]
check('two equal claims', figures(*twice)[0]['claimed_m2'], 100_000)
r, region, sites, found = figures(*twice, ('c', 's', '8', '公顷', '治理恢复', '2018-01-01', '', '', 'a', '', '1'))
check('one of them corrected', (r['claimed_m2'], found), (80_000, [('repeats_corrected', 'b')]))
r, region, sites, found = figures(('a', 's', '10', '公顷', '验收', '2018-01-01', '12公顷', '2018-12-31', '', '累计'), 
                                  ('c', 's', '8', '公顷', '', '2018-02-01', '', '', 'a'))
check('blank cells of a correction stay as they were', (r['required_m2'], r['accepted_m2'], r['remaining_m2'], r['overdue'], sites['s']['deadline'], sites['s']['stage']),
      (120_000, 80_000, 40_000, 1, '2018-12-31', 'accepted'))
r, region, sites, found = figures(polygons=[('p1', '一号', '破坏', '2015-01-01', pit), ('q1', '二号', '破坏', '2015-01-01', part)], reserve=CAMEL)
check('disturbed grounds that overlap', found, [('outlines_overlap', '')])
close('are required once', r['required_m2'], r['ground']['disturbed_m2'], .01)
close('of each site its own', sites['一号']['required_m2'] + sites['二号']['required_m2'], 1.5 * r['required_m2'], .02 + 1e-6 * r['required_m2'])
nested = [('p1', '一号', '破坏', '2015-01-01', pit), ('q1', '二号', '破坏', '2015-01-01', part)]
r, region, sites, found = figures(polygons=[*nested, ('p2', '一号', '治理恢复', '2017-01-01', pit), ('p3', '一号', '验收', '2018-01-01', pit)], reserve=CAMEL)
check('accepted by one of them, for both', (r['remaining_m2'], r['share'], region['remaining_m2'], [x['remaining_m2'] for x in sites.values()]), (0, 1, 0, [0, 0]))
r, region, sites, found = figures(polygons=[*nested, ('q2', '二号', '治理恢复', '2017-01-01', part), ('q3', '二号', '验收', '2018-01-01', part)], reserve=CAMEL)
close('one half accepted by the smaller', r['remaining_m2'], r['required_m2'] / 2, .01 + 1e-6 * r['required_m2'])
stated = [('a', '一号', '', '', '破坏', '2015-01-01', '95.13公顷'), ('b', '二号', '', '', '破坏', '2015-01-01', '47.57公顷')]
r, region, sites, found = figures(*stated, polygons=nested, reserve=CAMEL)
close('stated, each as its outline', r['required_m2'], 951_300 + 475_700 - r['ground']['disturbed_m2'] / 2, .02 + 1e-6 * r['required_m2'])
r, region, sites, found_else = figures(stated[0], ('b', '二号', '', '', '破坏', '2015-01-01', '30公顷'), polygons=nested, reserve=CAMEL)
check('stated otherwise', (r['required_m2'], found, found_else), (1_251_300, [('outlines_overlap', '')], []))
r, region, sites, found = figures(polygons=[*nested, ('q2', '二号', '治理恢复', '2017-01-01', part), ('q3', '二号', '验收', '2018-01-01', part)], reserve=CAMEL)
check('which has no debt', sites['二号']['remaining_m2'], 0)

# disturbed again, by number, where acceptance goes by polygons: nobody can tell which part, so that none of it stays accepted; 95.13 ha less 8 ha stay claimed
accepted = [*drawn, ('p3', '一号', '销号', '2018-03-01', pit)]
r, region, sites, found = figures(('a', '一号', '8', '公顷', '再次破坏', '2018-06-01'), polygons=accepted, reserve=CAMEL)
check('disturbed again, not drawn', (r['accepted_m2'], r['verified_m2'], r['remaining_m2'], r['status'], found), (0, 0, r['ground']['disturbed_m2'], 'under_way', [('disturbed_again', 'a'), ('returned_undrawn', 'a')]))
close('claimed less that', r['claimed_m2'], r['ground']['disturbed_m2'] - 80_000, .02)
check('the day before', (figures(('a', '一号', '8', '公顷', '再次破坏', '2018-06-01'), polygons=accepted, reserve=CAMEL, as_of='2018-05-31')[0]['share']), 1)
r, region, sites, found = figures(('a', '一号', '8', '公顷', '破坏', '2014-06-01'), polygons=accepted, reserve=CAMEL)
check('damage before all restoration takes nothing', (r['share'], found), (1, []))

# ground restored, disturbed and restored again is claimed once, of whichever site; while it is disturbed it is not
for site in '一号', '二号':
    again = [('q1', site, '再次破坏', '2017-08-01', part), ('q2', site, '治理恢复', '2018-01-01', part)]
    r, region, sites, found = figures(polygons=[*drawn, *again], reserve=CAMEL)
    close(f'once, by {site}', r['claimed_m2'], r['ground']['disturbed_m2'], .02 + 1e-6 * r['claimed_m2'])
    close(f'verified, by {site}', r['verified_m2'], r['claimed_m2'], .02 + 1e-6 * r['claimed_m2'])
    check(f'nothing is counted twice, by {site}', (r['double_counted_m2'], [c for c, _ in found if c != 'outlines_overlap']), (0, []))
    between = figures(polygons=[*drawn, *again], reserve=CAMEL, as_of='2017-12-31')[0]
    close(f'one half in between, by {site}', between['claimed_m2'], r['claimed_m2'] / 2, .02 + 1e-6 * r['claimed_m2'])

# a figure is rounded, a polygon is not: 17,725.57 m² against 26.6 亩 (17,733.33 ± 33.33), 1.77 公顷 (17,700 ± 50), 53.2 亩 (35,466.67) of two such polygons; not against 2 公顷 or 26.7 亩
GRASS, T1, T2 = '奇台荒漠类草地', ring(89.85, 44.33, 89.852, 44.331), ring(89.852, 44.33, 89.854, 44.331)


def rounded(name, *parts, before=None, **asked):
    ws, path = workspace('rounded ' + name, with_map=True), FOLDER / f'rounded_{name}.geojson'
    write_geojson(path, [({'保护区': GRASS, '图斑编号': 'T1', '整改状态': '已销号', '完成时间': '2018-05-01', '验收时间': '2018-08-01', '完成时限': '2018-12-31', **asked}, g) for g in parts])
    imported(ws, *([write(f'rounded_{name}.csv', before)] if before else []), path)
    r = row(status(ws, '2019-01-01'), 'qitai-desert-grassland')
    return r['remaining_m2'], r['share'], r['status'], r['overdue'], [f['code'].split('.')[1] for f in r['findings']]


DONE = (0, 1, 'complete', 0, ['within_rounding'])
check('26.6 亩', rounded('mu', T1, 破坏面积='26.6亩'), DONE)
check('with other figures', rounded('three', T1, 破坏面积='26.6亩', 治理面积='26.6亩', 验收面积='26.6亩'), DONE)
check('more by polygon than 1.77 公顷', rounded('ha', T1, 应治理面积='1.77公顷'), (0, 1, 'complete', 0, []))
check('of a table before', rounded('table', T1, T2, before=f'保护区,图斑编号,应治理面积（亩）,治理面积（亩）,完成时间\n{GRASS},T1,53.2,53.2,2018-01-01\n')[:4], DONE[:4])
check('26.7 亩 are 17,800 m²', rounded('more', T1, 破坏面积='26.7亩')[:1], (74.43,))
check('2 公顷 are not met by 1.77', rounded('coarse', T1, 应治理面积='2公顷')[:1], (2274.43,))

# a polygon of 95.13 ha with a figure of 1500 亩 (100 ha): the excess is no new ground in later years, whichever file brings it
def yearly(name, *files):
    ws = workspace(name, with_map=True)
    imported(ws, *files)
    return row(status(ws), 'lop-nur')


uploads = [{'type': 'Feature', 'properties': {'id': f'u{y}', 'reserve': CAMEL, 'site': '一号', 'value': '1500', 'unit': '亩', 'required': '1600亩', 'stage': '治理恢复', 'date': f'{y}-06-01'}, 'geometry': pit} for y in (2016, 2017, 2018)]
for n in (1, 2, 3):
    r = yearly(f'upload{n}', collection(f'upload{n}.geojson', uploads[:n]))
    check(f'{n} uploads of a figure above its polygon', (r['claimed_m2'], sorted({f['record'] for f in found_in(r, 'cumulative_as_new')})), (1_000_000, ['u2017', 'u2018'][:n - 1]))
one = [{**uploads[0], 'properties': {k: v for k, v in uploads[0]['properties'].items() if k != 'id'}}]
drawn_in = collection('one.geojson', one)
gdal.VectorTranslate(str(FOLDER / 'one.shp'), str(drawn_in), format='ESRI Shapefile', layerCreationOptions=['ENCODING=UTF-8'])
r, alone = yearly('both', drawn_in, FOLDER / 'one.shp'), yearly('alone', drawn_in)
for k in ('required_m2', 'claimed_m2', 'verified_m2', 'remaining_m2', 'sites'):
    check(f'the same rows from two formats: {k}', r[k], alone[k])
true('are told', found_in(r, 'cumulative_as_new') and found_in(r, 'repeated_claim'))

# a reserve without boundary in a workspace that has another: nothing is verified, and acceptance counts by number
bare_map = FOLDER / 'bare_map'
shutil.copytree(two, bare_map, ignore=shutil.ignore_patterns('restoration.gpkg', 'ground.geojson'))
far = [({'编号': f'f{n}', '保护区': CAMEL, '治理点': '一号', '阶段': stage, '日期': f'201{n}-01-01'}, pit) for n, stage in ((5, '破坏'), (6, '治理恢复'), (7, '验收'))]
write_geojson(bare_map / 'far.geojson', far)
write_geojson(bare_map / 'near.geojson', [({'编号': 'k1', '治理点': '一号', '阶段': '验收', '日期': '2018-01-01'}, ring(89.1, 45.1, 89.11, 45.11))])
imported(bare_map, bare_map / 'far.geojson', bare_map / 'near.geojson')
t = status(bare_map)
r, near = row(t, 'lop-nur'), row(t, 'kalamaili')
check('no boundary: accepted as claimed', (r['accepted_m2'], r['verified_m2'], r['remaining_m2'], [f['code'] for f in r['findings']]), (r['claimed_m2'], 0, 0, ['restoration.no_boundary']))
check('and the other by polygon', (near['accepted_m2'], t['region']['accepted_m2']), (near['verified_m2'], round(near['accepted_m2'] + r['accepted_m2'], 2)))
r, region, sites, found = figures(('a', 's', '', '', '设施拆除', '2018-01-01', '1000000公顷'), ('b', 's', '899999.99999', '公顷', '治理恢复', '2018-01-01'), ('c', 's', '', '', '销号', '2018-02-01'))
true('a share that just misses its threshold is printed so', .899999 < r['share'] < .9 and r['status'] == 'mostly_complete')
true('and to people', '89.99%' in redline('restoration', 'status', '-w', FOLDER / f'case{cases}', '--as-of', AS_OF).stdout)


# larger than the reserve: 布尔根河狸 has 5,000 ha by the register
big = [('a', 's', '', '', '破坏', '2017-01-01', '5001公顷'), ('b', 't', '5000', '公顷', '治理恢复', '2018-01-01'), ('c', 'u', '99999999', '亩', '治理恢复', '2018-01-01')]
check('larger than the reserve', figures(*big)[3], [('exceeds_reserve', 'a'), ('exceeds_reserve', 'c')])
check('in sum', figures(('a', 's', '3000', '公顷', '治理恢复', '2017-01-01'), ('b', 't', '3000', '公顷', '治理恢复', '2018-01-01'))[3], [('exceeds_reserve', '')])

# one area, reported by the county in 亩 and by the prefecture in rounded hectares, in two files
office = lambda name, figure, day: write(f'{name}.csv', f'编号,保护区,治理点,面积,单位,阶段,日期\n{name},{BEAVER},甲矿,{figure},治理恢复,{day}\n')
for name, day in (('one_day', '2018-06-01'), ('a_week_later', '2018-06-08')):
    states = []
    for turn in (1, -1):
        ws = workspace(f'{name}{turn}')
        imported(ws, *[office('county', '151.3,亩', '2018-06-01'), office('prefecture', '10.09,公顷', day)][::turn])
        states.append(row(status(ws), 'bulgan-beaver'))
    check(f'{name}: counted once, by the finer', (states[0]['claimed_m2'], [(f['code'], f['record']) for f in states[0]['findings']]), (100_866.67, [('restoration.possible_double_report', 'prefecture')]))
    check(f'{name}: in any order', states[1], states[0])

# a list of rectifications: each row is a task and what was done at its site; 30 + 45 亩 are done, 60 亩 are not
def listed(name, text, status_of='2018-12-31'):
    ws = workspace(name)
    r = imported(ws, write(f'{name}.csv', text))
    s = status(ws, status_of)
    return r.stdout, row(s, 'bulgan-beaver'), s['tasks']


LINES = f'1,{BEAVER},甲矿,30,2018-06-01,已完成\n2,{BEAVER},乙矿,45,2018-07-01,已完成\n3,{BEAVER},丙矿,60,2018-08-01,在推进\n4,{BEAVER},丁矿,,2018-08-01,在推进\n'
told, r, tasks = listed('list', '条号,保护区,矿山,治理面积（亩）,完成时间,完成情况\n' + LINES)
check('areas of a list of tasks', ({x['site']: (x['claimed_m2'], x['under_way_m2']) for x in r['site_list']}, r['claimed_m2'], r['findings']),
      ({'甲矿': (20_000, 0), '乙矿': (30_000, 0), '丙矿': (0, 40_000)}, 50_000, []))
check('and its tasks', [tasks[k] for k in ('total', 'done', 'open')], [4, 2, 2])
true('what is not done is told', '1 rows have a task that is not done' in told)
told, r, tasks = listed('numbered', '序号,保护区,矿山,治理面积（亩）,完成时间,完成情况\n' + LINES.replace(f'4,{BEAVER},丁矿,,2018-08-01,在推进\n', ''))
check('without item numbers: the areas alone', (r['claimed_m2'], tasks['total'], '3 rows have the state of a task but no item number' in told), (50_000, 0, True))
told, r, tasks = listed('with_status', f'条号,保护区,矿山,状态,治理面积（亩）,完成时间,完成情况\n1,{BEAVER},甲矿,回填,30,2018-06-01,已完成\n')
check('a stage in the column of status counts here, too', (r['claimed_m2'], [x['stage'] for x in r['site_list']], tasks['done']), (0, ['filling'], 1))
told, r, tasks = listed('staged', f'条号,保护区,矿山,应治理面积（亩）,治理阶段,治理面积（亩）,完成时间,完成情况\n1,{BEAVER},甲矿,30,治理恢复,15,2018-06-01,在推进\n')
check('its own stage goes before the state', (r['required_m2'], r['claimed_m2'], tasks['open']), (20_000, 10_000, 1))

# a deadline that has passed is overdue exactly as long as something remains
for name, state in (('demonstration', s_base), ('in halves', s_split)):
    due = [x for r in state['reserves'] for x in r['site_list'] if x['deadline'] and x['remaining_m2'] is not None]
    true(f'{name}: there are deadlines', due)
    check(f'{name}: overdue', [x['overdue'] for x in due], [x['deadline'] < AS_OF and x['remaining_m2'] > 0 for x in due])

# --- layers for maps ---
play = FOLDER / 'play.gpkg'
check('layers', redline('restoration', 'report', '-w', base, '--as-of', AS_OF, '--gpkg', play).returncode, 0)
styles = rows(play, 'SELECT f_table_name, styleQML, styleSLD, useAsDefault, f_geometry_column FROM layer_styles ORDER BY f_table_name')
check('a style for each layer', [(r['f_table_name'], r['useAsDefault'], r['f_geometry_column']) for r in styles], [('restoration_ground', 1, 'geom'), ('restoration_sites', 1, 'geom')])
for r in styles:
    for language in ('styleQML', 'styleSLD'):
        text = r[language]
        xml.dom.minidom.parseString(text if language == 'styleSLD' else text[text.index('<qgis'):])
    check(f"{r['f_table_name']}: a rule for each class", r['styleQML'].count('<rule key='), 4)
    true(f"{r['f_table_name']}: moves in time", 'startField="valid_from" endField="valid_to"' in r['styleQML'])
for day in ('2016-06-30', '2018-05-15', '2018-11-30', AS_OF):
    shown = rows(play, f"SELECT site, stage, stage_class, reserve_id FROM restoration_sites WHERE valid_from <= '{day}' AND (valid_to IS NULL OR valid_to >= '{day}')")
    listed = {site['site']: site['stage'] for r in status(base, day)['reserves'] for site in r['site_list']}
    check(f'sites by stage on {day}', {r['site']: r['stage'] for r in shown}, listed)
inside = rows(play, "SELECT s.site FROM restoration_sites s WHERE s.site = '示例治理点错区' AND s.reserve_id = 'altun-mountain'")
true('a site stands in the reserve its ground lies in, whatever its row says', len(inside) > 0)

# --- sides that are straight in a projected system: a pit of 300 x 200 m, restored and accepted in parts that are the whole ---
METRES = {'type': 'name', 'properties': {'name': 'urn:ogc:def:crs:EPSG::4540'}}
PX, PY = 430000.123, 4402000.456


def pit_in_parts(name, parts, as_of=AS_OF):
    """State of the reserve and the site: the pit disturbed whole, each part (x0, y0, x1, y1 within it) restored and accepted."""
    feature = lambda code, stage, day, r: {'type': 'Feature', 'geometry': ring(PX + r[0], PY + r[1], PX + r[2], PY + r[3]),
                                           'properties': {'编号': code, '保护区': CAMEL, '治理点': '坑', '阶段': stage, '日期': day, '时限': '2018-12-31'}}
    rows_of = [feature('a', '破坏', '2016-01-01', (0, 0, 300, 200))]
    for n, part in enumerate(parts):
        rows_of += [feature(f'r{n}', '治理恢复', '2018-06-01', part), feature(f'v{n}', '县级验收', '2018-09-01', part)]
    ws, path = workspace('pit_' + name, with_map=True), FOLDER / f'pit_{name}.geojson'
    path.write_text(json.dumps({'type': 'FeatureCollection', 'crs': METRES, 'features': rows_of}, ensure_ascii=False), encoding='utf-8')
    imported(ws, path)
    s = status(ws, as_of)
    r = row(s)
    return r, r['site_list'][0]['overdue'], codes(s)


whole, *_ = pit_in_parts('whole', [(0, 0, 300, 200)])
uneven = [(0, 0, 37.1, 61.7), (0, 61.7, 37.1, 200), (37.1, 0, 120.33, 200), (120.33, 0, 300, 11.3), (120.33, 11.3, 300, 199), (120.33, 199, 300, 200)]
for name, parts in (('halves', [(0, 0, 120, 200), (120, 0, 300, 200)]), ('uneven', uneven)):
    r, late, told = pit_in_parts(name, parts)
    check(f'{name}: nothing is left', (r['remaining_m2'], r['share'], r['status'], late, told), (0, 1, 'complete', False, []))
    check(f'{name}: as if never split', [r[k] for k in ('required_m2', 'accepted_m2', 'verified_m2')], [whole[k] for k in ('required_m2', 'accepted_m2', 'verified_m2')])
    g = r['ground']
    check(f'{name}: the balance closes as printed', [g[k + '_m2'] for k in ('disturbed', 'not_started', 'under_way', 'restored', 'accepted')], [whole['accepted_m2'], 0, 0, 0, whole['accepted_m2']])
SCALE = whole['required_m2'] / 60000  # of the plane against the ground
for name, parts, left in (('strip', [(0, 0, 299.95, 200)], 10), ('metre', [(0, 0, 300, 199), (0, 199, 299, 200)], 1)):
    r, late, told = pit_in_parts(name, parts)
    close(f'{name}: what is really left', r['remaining_m2'], left * SCALE, .01)
    check(f'{name}: is not done', (r['status'], late), ('basically_complete', True))

# --- the report ---
page, book = FOLDER / 'r.html', FOLDER / 'r.xlsx'
check('report', redline('--lang', 'zh', 'restoration', 'report', '-w', base, '--as-of', AS_OF, '-o', page, '--xlsx', book).returncode, 0)
text = page.read_text(encoding='utf-8')
sections = text.split('<section')[1:]
check('a section for each reserve', (len(sections), sum('<summary>' in x for x in sections)), (len(s['reserves']), sum(bool(r['sites'] or r['ground']) for r in s['reserves'])))
true('a map, the sites and the balance in each with ground', all('<svg' in x and '图形平衡' in x for x in sections if '<summary>' in x and '示例治理点错区' not in x))
true('drawn by its boundary, which is schematic', '示意，非法定边界' in text and '只有名录四至' not in text)
true('a boundary is no rectangle', max(len(p.split('L')) for p in text.split('<path d="')[1:]) > 50)
true('zones in words', '核心区' in text and '>core<' not in text)
true('causes of sites', '采石场' in text)
sheet = rows(book, 'SELECT * FROM "功能区"')
check('a row for each reserve and zone', len(sheet), sum(len(r['ground']['zones']) for r in s['reserves'] if r['ground']))
bare = redline('--lang', 'zh', 'restoration', 'report', '-w', FOLDER / 'metres', '--as-of', '2018-12-31', '-o', FOLDER / 'bare.html')
true('without a map: extents of the register, dashed and called schematic', bare.returncode == 0 and '只有名录四至，示意' in (FOLDER / 'bare.html').read_text(encoding='utf-8'))
done()
