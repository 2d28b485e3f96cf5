"""A screening against rights gives the same areas and kinds as the ledger for the same pairs, by every method of area."""
import json
from support import FOLDER, check, done, redline, rows, true

CELL = [(82.52, 44.0), (82.53, 44.0), (82.53, 44.01), (82.52, 44.01)]


def box(w, s, e, n):
    return [(w, s), (e, s), (e, n), (w, n)]


# id: (corners, mineral, top, bottom); the elevations of some are written from below.
RIGHTS = {
    'same': (CELL, '金矿', None, None),
    'nearly': (box(82.52003, 44, 82.53, 44.01), '金矿', None, None),         # 0.3 % less
    'not-quite': (box(82.5202, 44, 82.53, 44.01), '金矿', None, None),       # 2 % less
    'half': (box(82.525, 43.99, 82.54, 44.02), '金矿', None, None),
    'slanted': ([(82.51, 44.003), (82.54, 44.001), (82.5371, 44.0137)], '金矿', None, None),
    'coal': (box(82.525, 44, 82.53, 44.01), '煤', None, None),
    'deep': (box(82.525, 44, 82.53, 44.01), '金矿', 500, 200),
    'deep-reversed': (box(82.525, 44, 82.53, 44.01), '金矿', 200, 500),
    'through-reversed': (box(82.525, 44, 82.53, 44.01), '金矿', 200, 1000),
    'touching-depth': (box(82.525, 44, 82.53, 44.01), '金矿', 900, 200),
    'beside': (box(82.53, 44, 82.54, 44.01), '金矿', None, None),
    'sliver': (box(82.5299999999, 44, 82.54, 44.01), '金矿', None, None),
    'far': (box(82.9, 44, 82.91, 44.01), '金矿', None, None),
}


def feature(name, corners, mineral, top, bottom):
    ring = [list(c) for c in (*corners, corners[0])]
    return {'type': 'Feature', 'properties': {'no': name, 'mineral': mineral, 'from_m': top, 'to_m': bottom}, 'geometry': {'type': 'Polygon', 'coordinates': [ring]}}


def collection(path, features):
    path.write_text(json.dumps({'type': 'FeatureCollection', 'features': features}), encoding='utf-8')
    return path


folder = FOLDER / 'w'
folder.mkdir()
collection(folder / 'rights.geojson', [feature(n, *r) for n, r in RIGHTS.items()])
collection(folder / 'mine.geojson', [feature('application', CELL, '金矿', 1200, 900)])
collection(folder / 'reserves.geojson', [feature('R', box(83, 44, 83.1, 44.1), None, None, None)])


def layer(name, file, role, kind, more):
    return f'[[layer]]\nname = "{name}"\nsource = "{file}"\nrole = "{role}"\nkind = "{kind}"\naccuracy_m = 1\n{more}\n'


FIELDS = '[layer.fields]\nid = "no"\nmineral = "mineral"\ntop_m = "from_m"\nbottom_m = "to_m"'
FORMAT = 'format = "redline-workspace/1"\n'
head = layer('reserves', 'reserves.geojson', 'areas', 'nature_reserve', '[layer.fields]\nid = "no"')
rights = layer('rights', 'rights.geojson', 'activities', 'mining_right', FIELDS)
application = FOLDER / 'application.txt'
application.write_text(''.join(f'{i} {e} {n}\n' for i, (e, n) in enumerate(CELL, 1)), encoding='utf-8')
DAY = ('--as-of', '2019-03-31', '--overwrite')
for method in ('exact', 'geodesic', 'tdt1055', 'planar'):
    setting = f'[settings]\narea_method = "{method}"\n'
    (folder / 'redline.toml').write_text(FORMAT + setting + head + rights + layer('mine', 'mine.geojson', 'activities', 'mining_right', FIELDS), encoding='utf-8')
    ledger, out = FOLDER / f'{method}.gpkg', FOLDER / f'{method}.json'
    r = redline('overlay', '-w', folder, '-o', ledger, *DAY)
    check(f'overlay {method}: {r.stderr}', r.returncode, 0)
    pairs = {}
    for row in rows(ledger, "SELECT * FROM rights_overlaps WHERE activity_id='application' OR other_id='application'"):
        mine = row['activity_id'] == 'application'
        row['mine'], row['its'] = (row['overlap_share'], row['other_share']) if mine else (row['other_share'], row['overlap_share'])
        pairs[row['other_id'] if mine else row['activity_id']] = row
    (folder / 'redline.toml').write_text(FORMAT + setting + head + rights, encoding='utf-8')
    r = redline('screen', application, '-w', folder, '--crs', 'EPSG:4490', '--kind', 'mining_right', '--mineral', '金矿', '--elevation', '1200,900',
                '--accuracy', '1', '--against', 'rights', '--json', out, *DAY)
    check(f'screen {method}: {r.stderr}', r.returncode, 1)
    met = {m['id']: m for m in json.loads(out.read_text(encoding='utf-8'))['applications'][0]['rights']}
    check(f'{method}: the same pairs share ground', sorted(n for n, m in met.items() if m['relation'] != 'contact'), sorted(pairs))
    for name, pair in pairs.items():
        m = met[name]
        check(f'{method} {name}: m²', m['overlap_m2'], round(pair['overlap_m2'], 4))
        check(f'{method} {name}: shares', (m['overlap_share'], m['share_of_right']), (round(pair['mine'], 6), round(pair['its'], 6)))
        check(f'{method} {name}: width and certainty', (m['width_m'], m['certainty']), (round(pair['width_m'], 3), pair['certainty']))
        kind = 'other_depth' if pair['depths_meet'] == 0 else 'other_mineral' if name == 'coal' else pair['relation']
        check(f'{method} {name}: kind', m['relation'], kind)
    check(f'{method}: kinds by hand', {n: m['relation'] for n, m in met.items()}, {
        'same': 'duplicate', 'nearly': 'duplicate', 'not-quite': 'overlap', 'half': 'overlap', 'slanted': 'overlap', 'coal': 'other_mineral', 'deep': 'other_depth',
        'deep-reversed': 'other_depth', 'through-reversed': 'overlap', 'touching-depth': 'other_depth', 'beside': 'contact', 'sliver': 'contact'})

# --- In the plane: 9 km of the straight side of 20 km of another right are a contact, 5 cm within it an overlap.
plane = {**json.loads(collection(folder / 'rights.geojson', [feature('long', box(28400000, 4930000, 28421400, 4950000), '金矿', None, None)]).read_text()),
         'crs': {'type': 'name', 'properties': {'name': 'urn:ogc:def:crs:EPSG::4516'}}}
(folder / 'rights.geojson').write_text(json.dumps(plane), encoding='utf-8')
for west, relation in ((28421400, 'contact'), (28421399.95, 'overlap')):
    application.write_text(''.join(f'J{i} {e} {n}\n' for i, (e, n) in enumerate(box(west, 4940200, 28421700, 4949200), 1)), encoding='utf-8')
    r = redline('screen', application, '-w', folder, '--crs', 'EPSG:4516', '--kind', 'mining_right', '--against', 'rights', '--json', out, *DAY)
    met = json.loads(out.read_text(encoding='utf-8'))['applications'][0]['rights']
    check(f'in the plane from {west}: {r.stderr}', [(m['id'], m['relation']) for m in met], [('long', relation)])

# --- a right that was served a notice of its cancellation is there until it runs out; one renewed in time, too
LAYER_FIELDS = FIELDS + '\nstatus = "status"\nvalid_to = "until"\nrenewal_filed_on = "filed"'
(folder / 'redline.toml').write_text(FORMAT + head + layer('rights', 'rights.geojson', 'activities', 'mining_right', LAYER_FIELDS), encoding='utf-8')
STATES = (('已下达注销告知书', '2020-07-01', None, 'duplicate'), ('已下达注销登记告知书', '2018-07-01', '2018-06-01', 'duplicate'), ('拟注销', '2020-07-01', None, 'duplicate'), ('未注销', '2020-07-01', None, 'duplicate'),
          ('已下达注销告知书', '2018-07-01', None, 'ended'), ('已注销', '2020-07-01', None, 'ended'), ('自行废止', '2020-07-01', None, 'ended'), ('有效', '2019-03-31', None, 'duplicate'), ('有效', '2019-03-30', None, 'ended'),
          ('延续中', '2019-03-30', None, 'duplicate'), ('过期（已申请延续）', '2019-03-30', None, 'duplicate'), ('到期（延续受理）', '2019-03-30', None, 'duplicate'), ('已受理延续', '2019-03-30', None, 'duplicate'),
          ('有效，原证已注销', '2020-07-01', None, 'duplicate'), ('没有注销', '2020-07-01', None, 'duplicate'), ('注销：否', '2020-07-01', None, 'duplicate'), ('注销公告已撤销', '2020-07-01', None, 'duplicate'),
          ('注销后恢复', '2020-07-01', None, 'duplicate'), ('吊销决定已撤回', '2020-07-01', None, 'duplicate'), ('已注销并换发新证', '2020-07-01', None, 'duplicate'), ('部分注销', '2020-07-01', None, 'duplicate'), ('2020年注销', '2020-07-01', None, 'duplicate'),
          ('有效，原证已注销', '2019-03-30', None, 'ended'), ('采矿许可证已注销', '2020-07-01', None, 'ended'), ('已吊销（2018年5月）', '2020-07-01', None, 'ended'), ('已吊销并注销', '2020-07-01', None, 'ended'),
          ('到期未延续', '2019-03-30', None, 'ended'), ('延续中', '2019-03-30', '2019-03-31', 'ended'), ('延续中', '2019-03-30', '2019-03-29', 'duplicate'))
features = []
for i, (status, until, filed, _) in enumerate(STATES):
    features.append(feature(f'{i}', CELL, '金矿', None, None))
    features[-1]['properties'].update(status=status, until=until, filed=filed)
collection(folder / 'rights.geojson', features)
application.write_text(''.join(f'{i} {e} {n}\n' for i, (e, n) in enumerate(CELL, 1)), encoding='utf-8')
r = redline('screen', application, '-w', folder, '--crs', 'EPSG:4490', '--kind', 'mining_right', '--against', 'rights', '--json', out, *DAY)
met = {m['id']: m['relation'] for m in json.loads(out.read_text(encoding='utf-8'))['applications'][0]['rights']}
for i, (status, until, filed, relation) in enumerate(STATES):
    check(f'{status}, until {until}, renewal filed {filed}', met[str(i)], relation)

# --- A feature that says the number of its licence: the registered right of that number is its own, whatever the action; without the number, or with another, it is a duplicate.
OWN, OTHER = 'C6500002019031234567890', 'C6500002019031234567891'


def licensed(path, *rights):
    (FOLDER / path).write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': p, 'geometry': {
        'type': 'Polygon', 'coordinates': [[list(c) for c in (*corners, corners[0])]]}} for p, corners in rights]}), encoding='utf-8')
    return FOLDER / path


licensed('w/rights.geojson', ({'no': 'a', 'licence': OWN}, CELL), ({'no': 'b', 'licence': OTHER}, box(82.525, 44, 82.535, 44.01)))
(folder / 'redline.toml').write_text(FORMAT + head + layer('rights', 'rights.geojson', 'activities', 'mining_right', '[layer.fields]\nid = "no"\nlicence_no = "licence"'), encoding='utf-8')
SAID = {'same_right': 'with its own registered right a (same licence, no conflict)', 'duplicate': 'Same ground as the existing right a (', 'overlap': 'Overlaps the existing right a by'}
for properties, args, relations in (({'许可证号': OWN}, (), ('same_right', 'overlap')), ({'licence_no': OWN}, (), ('same_right', 'overlap')), ({'名称': '甲'}, ('--licence-no', OWN), ('same_right', 'overlap')),
                                    ({'许可证号': OWN.lower()}, (), ('same_right', 'overlap')), ({'名称': '甲'}, ('--licence-no', OWN.lower()), ('same_right', 'overlap')), ({'名称': '甲'}, (), ('duplicate', 'overlap')), ({'许可证号': OTHER}, (), ('duplicate', 'same_right')), ({'许可证号': OWN[:-1]}, (), ('duplicate', 'overlap'))):
    for action in ('new', 'renew', 'change'):
        r = redline('screen', licensed('own.geojson', (properties, CELL)), '-w', folder, '--kind', 'mining_right', '--against', 'rights', '--action', action, *args, '--json', out, *DAY)
        (found,) = json.loads(out.read_text(encoding='utf-8'))['applications']
        check(f'{properties} {args} {action}: {r.stderr}', sorted((m['id'], m['relation'], m['information']) for m in found['rights']),
              [(name, relation, relation == 'same_right') for name, relation in zip('ab', relations)])
        true(f'{properties} {action}: said: {r.stdout}', SAID[relations[0]] in r.stdout and f'mining right, {action}' in r.stdout.replace('renewal', 'renew'))
        check(f'{properties} {action}: what makes the verdict', any('duplicates or overlaps: ' + str(2 - relations.count('same_right')) in reason['text'] for reason in found['reasons']), True)
lone = licensed('own.geojson', ({'许可证号': OWN}, CELL))
licensed('w/rights.geojson', ({'no': 'a', 'licence': OWN}, CELL))
for action in ('new', 'renew'):
    redline('screen', lone, '-w', folder, '--kind', 'mining_right', '--against', 'rights', '--action', action, '--json', out, *DAY)
    (found,) = json.loads(out.read_text(encoding='utf-8'))['applications']
    true(f'its own right alone is no reason to look: {found["reasons"]}', found['verdict'] != 'review' and not any('Existing rights' in reason['text'] for reason in found['reasons']))

# --- Until when a right holds and between which elevations, as a register or a feature says it. The registered right lies between 980 and 500 m.
from workbook import write_workbook
licensed('w/rights.geojson', ({'no': 'below', 'top': 980, 'bottom': 500}, CELL))
DEPTHS = '[layer.fields]\nid = "no"\ntop_m = "top"\nbottom_m = "bottom"'
(folder / 'redline.toml').write_text(FORMAT + head + layer('rights', 'rights.geojson', 'activities', 'mining_right', DEPTHS), encoding='utf-8')
STRING = ';'.join(f'{i},{e:.4f},{n:.4f}' for i, (e, n) in enumerate(CELL, 1))


def workbook(named, columns):
    """A register with a row for the right, and one with a row for each of its corners, of which only the first says what is merged."""
    titles, cells = list(columns), list(columns.values())
    lines = [['许可证号', *titles, '拐点坐标'], [OWN, *cells, STRING]]
    corners = [['许可证号', *titles, '点号', '经度', '纬度']] + [[OWN, *(cells if i == 1 else [None] * len(cells)), i, e, n] for i, (e, n) in enumerate(CELL, 1)]
    repeated = [corners[0]] + [[OWN, *cells, *row[-3:]] for row in corners[1:]]
    return {'strings': write_workbook(FOLDER / f'{named}-strings.xlsx', {'a': (lines, [])}), 'merged': write_workbook(FOLDER / f'{named}-merged.xlsx', {'a': (corners, [])}),
            'corners': write_workbook(FOLDER / f'{named}-corners.xlsx', {'a': (repeated, [])}), 'feature': licensed(f'{named}.geojson', ({'许可证号': OWN, **columns}, CELL))}


def terms(sources, *args):
    """Of each source the end, the elevations, what the registered right below is to it, and what is said of these."""
    r = redline('screen', *sources, '-w', folder, '--crs', 'EPSG:4490', '--against', 'rights', '--json', out, *args, *DAY)
    if r.returncode not in (0, 1):
        return [r.stderr] * len(sources)
    codes = ('screen.term', 'screen.valid_to', 'screen.elevation', 'corner.extra', 'corner.unused')
    return [(a['valid_to'], a['elevation_m'], [m['relation'] for m in a['rights']], sorted((f['code'].partition('.')[2], f['severity']) for f in a['findings'] if f['code'].startswith(codes)))
            for a in json.loads(out.read_text(encoding='utf-8'))['applications']]


END, BETWEEN, UNREAD, OTHER_SAID, DIFFER = ('valid_to_of_row', 'info'), ('elevation_of_row', 'info'), ('term_unread', 'warning'), ('term_other', 'warning'), ('terms_differ', 'warning')
ABOVE, MEETS = ['other_depth'], ['duplicate']
CASES = {
    'both': ({'有效期止': '2030-01-01', '开采标高': '1250m-980m'}, (), ('2030-01-01', [1250, 980], ABOVE, [BETWEEN, END])),
    'a centimetre lower': ({'开采标高(m)': '1250～979.99'}, (), (None, [1250, 979.99], MEETS, [BETWEEN])),
    'words': ({'有效期限': '自2019年3月31日至2029年3月31日', '开采深度': '由1250米至980米标高'}, (), ('2029-03-31', [1250, 980], ABOVE, [BETWEEN, END])),
    'signs': ({'有效期（起止）': '2019.3.31—2029.3.31', '标高（m）': '+1250～-80'}, (), ('2029-03-31', [1250, -80], MEETS, [BETWEEN, END])),
    'below the sea': ({'有效期至': '2029年3月31日', '开采标高': '-80m--400m'}, (), ('2029-03-31', [-80, -400], ABOVE, [BETWEEN, END])),
    'two columns': ({'有效期起': '2019-03-31', '有效期止': '2029/3/31', '采深上限': '1250', '采深下限': '980'}, (), ('2029-03-31', [1250, 980], ABOVE, [BETWEEN, END])),
    'names cut in a .dbf': ({'有效期': '2030-01-01', '开采标': '1250m-980m'}, (), ('2030-01-01', [1250, 980], ABOVE, [BETWEEN, ('term_end', 'info'), END])),
    'one limit': ({'标高上限': '1250'}, (), (None, None, MEETS, [UNREAD])),
    'a single day': ({'有效期': '20290331'}, (), ('2029-03-31', None, MEETS, [('term_end', 'info'), END])),
    'left open': ({'有效期止': '/', '开采标高': '无'}, (), (None, None, MEETS, [])),
    'unread': ({'有效期止': '2029年3月', '开采标高': '1250m以下'}, (), (None, None, MEETS, [UNREAD, UNREAD])),
    'no such day, one level': ({'有效期止': '2029-02-30', '开采标高': '1250'}, (), (None, None, MEETS, [UNREAD, UNREAD])),
    'the wrong way round': ({'有效期': '2029-03-31至2019-03-31', '开采标高': '980-980'}, (), (None, None, MEETS, [UNREAD, UNREAD])),
    'a depth below the ground': ({'开采深度': '0-270m'}, (), (None, None, MEETS, [UNREAD])),
    'ten years': ({'有效期止': '10年'}, (), (None, None, MEETS, [UNREAD])),
    'options agree': ({'有效期止': '2030-01-01', '开采标高': '1250m-980m'}, ('--valid-to', '2030-01-01', '--elevation', '980,1250'), ('2030-01-01', [980, 1250], ABOVE, [])),
    'options win': ({'有效期止': '2030-01-01', '开采标高': '1250m-980m'}, ('--valid-to', '2031-01-01', '--elevation', '1250,900'), ('2031-01-01', [1250, 900], MEETS, [OTHER_SAID, OTHER_SAID])),
    'options where nothing can be read': ({'有效期止': '见附件'}, ('--valid-to', '2031-01-01'), ('2031-01-01', None, MEETS, [('term_unread', 'info')])),
    'two columns that differ': ({'有效期止': '2030-01-01', '有效期至': '2030-01-02', '原开采标高': '1250-980', '拟开采标高': '1250-900'}, (), (None, None, MEETS, [DIFFER, DIFFER])),
    'only the old elevation': ({'原批准开采标高': '1250m-980m'}, (), (None, None, MEETS, [('elevation_before', 'warning')])),
    'the old elevation of a right that is renewed': ({'原开采标高': '1250m-980m'}, ('--action', 'renew'), (None, [1250, 980], ABOVE, [BETWEEN])),
    'another licence': ({'营业执照有效期止': '2030-01-01', '安全生产许可证有效期': '2030-01-01', '估算标高': '1250-980'}, (), None),
}
for name, (columns, args, expected) in CASES.items():
    sources = workbook('terms', columns)
    for form, found in zip(sources, terms(sources.values(), *args)):
        unused = ('unused_fields' if form == 'feature' else 'extra_columns', 'info')
        check(f'{name}, {form}', found, expected or (None, None, MEETS, [unused]))

# A 标高 that is one number in each row is the height of a corner, and no column that is used; a range there is that of the right.
for height, expected in (((1201.5, 1202, 1200, 1199), (None, None, MEETS, [('extra_columns', 'info')])), (('1250-980',) * 4, (None, [1250, 980], ABOVE, [BETWEEN]))):
    source = write_workbook(FOLDER / 'heights.xlsx', {'a': ([['点号', '经度', '纬度', '标高'], *[[i, e, n, h] for i, ((e, n), h) in enumerate(zip(CELL, height), 1)]], [])})
    check(f'标高 {height}', terms([source]), [expected])
# Rows of one right that contradict each other.
rows_of = [['许可证号', '有效期止', '点号', '经度', '纬度'], *[[OWN, '2030-01-01' if i < 3 else '2031-01-01', i, e, n] for i, (e, n) in enumerate(CELL, 1)]]
check('rows that differ', terms([write_workbook(FOLDER / 'differ.xlsx', {'a': (rows_of, [])})]), [(None, None, MEETS, [DIFFER])])
done()
