"""`redline qgis` and the styles of a ledger in QGIS itself: every layer valid, every expression and style parses, every row of the
ledger in one layer, sheets for every conflict, the project moved with its ledger, a folder nobody may write to, pictures as before.
`qgis_project.py BINARY SOURCE --draw` draws the pictures anew. Skipped where python3-qgis is not installed."""
import json, os, pathlib, re, shutil, sqlite3, subprocess, sys, zipfile
from xml.etree import ElementTree

if subprocess.run(['/usr/bin/python3', '-c', 'import qgis.core'], capture_output=True, env={'PATH': '/usr/bin:/bin'}).returncode:
    print('python3-qgis is not installed')
    sys.exit(77)
from support import *

DRAWING = (SOURCE / 'docs/pictures/drawing.py').read_text()
HERE = pathlib.Path(__file__).parent / 'qgis'
SPATIAL = [f'{a}_{b}' for a in ('conflict', 'activity') for b in ('areas', 'lines', 'points')] + ['basemap', 'findings']
NOBODY = {'user': 65534, 'group': 65534, 'extra_groups': []} if os.getuid() == 0 else {}


def qgis(*args, nobody=False):
    home = FOLDER / ('home-of-nobody' if nobody else 'home')
    home.mkdir(mode=0o700, exist_ok=True)
    if nobody and NOBODY:
        os.chown(home, 65534, 65534)
        FOLDER.chmod(0o755)
    env = {'PATH': '/usr/bin:/bin', 'HOME': str(home), 'XDG_RUNTIME_DIR': str(home), 'LANG': 'C.UTF-8', 'QT_QPA_PLATFORM': 'offscreen',
           'PYTHONDONTWRITEBYTECODE': '1'}
    r = subprocess.run(['/usr/bin/python3', '-c', DRAWING + (HERE / 'inspect_project.py').read_text(), *map(str, args)], capture_output=True, text=True, env=env,
                       cwd='/', **(NOBODY if nobody else {}))
    if not r.stdout:
        print(r.stderr)
    return json.loads(r.stdout.splitlines()[-1])


def sql(path, query):
    db = sqlite3.connect(f'file:{path}?mode=ro', uri=True)
    found = db.execute(query).fetchall()
    db.close()
    return found


def made(*args):
    r = redline(*args)
    check(f'{args[0]}: exit status, standard error', (r.returncode, r.stderr), (0, ''))
    return r.stdout


def project_xml(path):
    with zipfile.ZipFile(path) as z:
        check('one file in the project', z.namelist(), ['project.qgs'])
        return z.read('project.qgs').decode()


# ---- every layer, every row, every expression of the demonstration

def expressions_of(xml):
    found = set()
    for e in ElementTree.fromstring(xml.split('?>')[-1] if xml.startswith('<?xml') else re.sub('<!DOCTYPE[^>]*>', '', xml)).iter():
        if e.tag == 'rule' and e.get('filter'): found.add(e.get('filter'))
        if e.tag == 'text-style' and e.get('isExpression') == '1': found.add(e.get('fieldName'))
        if e.tag == 'Option' and e.get('name') == 'expression': found.add(e.get('value'))
        if e.tag == 'column' and e.get('attribute'): found.add(e.get('attribute'))
        for key in ('featureFilter', 'sortKey', 'pageNameExpression', 'filenamePattern'):
            if e.get(key): found.add(e.get(key))
        for text in (e.get('labelText'), e.get('action'), e.text if e.tag == 'mapTip' else None):
            found.update(re.findall(r'\[%(.*?)%\]', text or '', re.S))
    return sorted(found)


def parse(xml):
    listed, found = FOLDER / 'expressions.json', expressions_of(xml)
    listed.write_text(json.dumps(found, ensure_ascii=False), encoding='utf-8')
    true('more than 80 expressions', len(found) > 80)
    check('every expression parses', qgis('expressions', listed), [])


def whole_project(ledger, project):
    facts = qgis('project', project)
    check('nothing in the log of QGIS', facts['logged'], [])
    for name, m in facts['layers'].items():
        true(f'{name} is valid', m['valid'])
        true(f'{name}: path relative to the project', f'layername=' in m['source'] and str(ledger.parent) in m['source'])
        true(f'{name} is not to be edited', m['read_only'])
        if m['spatial']: check(f'{name}: coordinate system', m['crs'], 'EPSG:4490')
        true(f'{name}: columns have names', m['aliases'] >= m['fields'] - 1)  # all but fid
    drawn = {}
    for name, m in facts['layers'].items():
        if m['tree'] and not name.endswith(('_highlight', '_names')):
            table = re.search(r'layername=(\w+)', m['source']).group(1)
            drawn[table] = drawn.get(table, 0) + m['count']
    tables = [t for t, in sql(ledger, "SELECT table_name FROM gpkg_contents WHERE table_name <> 'layer_styles'")]
    check('every row of every table stands in one layer', drawn, {t: sql(ledger, f'SELECT count(*) FROM "{t}"')[0][0] for t in tables})
    check('relations hold', [r for r in facts['relations'] if not r[0]], [])
    true('relations from activities to conflicts', len(facts['relations']) >= 3)
    check('ellipsoid and paths', (facts['ellipsoid'], facts['absolute']), ('EPSG:7024', 'false'))
    check('pages of the atlas of conflicts', facts['layouts']['冲突图件 A4'], len(sql(ledger, 'SELECT 1 FROM conflicts')))
    check('pages of the atlas of reserves', facts['layouts']['保护区图件 A3'],
          len(sql(ledger, "SELECT DISTINCT area_id FROM basemap WHERE area_kind = 'nature_reserve'")))
    parse(project_xml(project))
    tips = qgis('tips', project)
    true('map tips speak', tips['said'] > 100)
    check('map tips and actions evaluate', tips['wrong'], [])
    return facts


def carried_styles(ledger):
    folder = FOLDER / 'styles'
    folder.mkdir()
    rows = sql(ledger, 'SELECT f_table_name, styleQML, styleSLD, useAsDefault, f_table_catalog, f_table_schema, f_geometry_column FROM layer_styles')
    check('a style for every spatial layer', sorted(r[0] for r in rows), sorted(SPATIAL))
    check('as QGIS looks for them', {r[3:] for r in rows}, {(1, '', '', 'geom')})
    for table, qml, sld, *_ in rows:
        (folder / f'{table}.qml').write_text(qml, encoding='utf-8')
        (folder / f'{table}.sld').write_text(sld, encoding='utf-8')
    answer = qgis('styles', ledger, folder, *SPATIAL)
    check('styles: nothing in the log of QGIS', answer['logged'], [])
    for t, s in answer['styles'].items():
        true(f'{t}: style of its own, labels, map tip', len(s['default']) > 1 and s['labels'] and s['tip'])
        check(f'{t}: QML loads', s['qml'], ['', True, True])
        check(f'{t}: SLD loads', s['sld'], ['', True])
        check(f'{t}: filters of the SLD', s['sld_filters'], [])
        far = 2 if t == 'conflict_areas' else 1
        check(f'{t}: as many rules in the SLD', len(s['sld_kinds']), far * len(s['default']))
        true(f'{t}: a symbol for every rule', all(s['sld_kinds']))
    hatched = [k for k in answer['styles']['conflict_areas']['sld_kinds'] if 'QgsLinePatternFillSymbolLayer' in k]
    check('hatching also by SLD (a horizontal one comes as a brush)', len(hatched), 4)


# ---- a ledger of a few conflicts of all three kinds

def square(x, y, w, h):
    return {'type': 'Polygon', 'coordinates': [[[x, y], [x + w, y], [x + w, y + h], [x, y + h], [x, y]]]}


def collection(name, features):
    path = FOLDER / f'{name}.geojson'
    path.write_text(json.dumps({'type': 'FeatureCollection', 'features': [
        {'type': 'Feature', 'properties': p, 'geometry': g} for p, g in features]}, ensure_ascii=False), encoding='utf-8')
    return path


def small_ledger():
    areas = collection('areas', [({'id': 'R1', 'name': '试验<保护区> & "甲"', 'kind': '自然保护区', 'zone': z}, square(x, 44, .2, .2))
                                 for z, x in (('核心区', 84), ('缓冲区', 84.2), ('实验区', 84.4))] +
                       [({'id': 'L1', 'name': '红线一', 'kind': '生态保护红线', 'zone': None}, square(84.05, 44.05, .3, .1))])
    rights = collection('rights', [({'id': 'M1', 'name': '甲矿', 'kind': '采矿权'}, square(84.15, 44.02, .1, .05)),
                                   ({'id': 'M2', 'name': '乙矿', 'kind': '采矿权'}, square(84.6, 44.02, .1, .05)),  # touches
                                   ({'id': 'P1', 'name': "丙路'", 'kind': '线性基础设施'}, {'type': 'LineString', 'coordinates': [[84.3, 44.1], [84.7, 44.3]]}),
                                   ({'id': 'W1', 'name': '丁井', 'kind': '油井'}, {'type': 'Point', 'coordinates': [84.1, 44.1]})])
    out = FOLDER / 'small' / '台账 1.gpkg'
    out.parent.mkdir()
    for kind in ('Polygon', 'LineString', 'Point'):  # a layer has one kind of geometry
        data = json.loads(rights.read_text(encoding='utf-8'))
        data['features'] = [f for f in data['features'] if f['geometry']['type'] == kind]
        (FOLDER / f'rights_{kind}.geojson').write_text(json.dumps(data, ensure_ascii=False), encoding='utf-8')
    made('overlay', '--areas', areas, *[x for k in ('Polygon', 'LineString', 'Point') for x in ('--activities', FOLDER / f'rights_{k}.geojson')],
         '--area-id', 'id', '--area-name', 'name', '--area-kind', 'kind', '--zone', 'zone', '--activity-id', 'id', '--activity-name', 'name',
         '--activity-kind', 'kind', '--accuracy', 5, '--as-of', '2019-03-31', '-o', out, '--lang', 'zh')
    return out


def restoration_file():
    path = FOLDER / 'small' / 'ground.gpkg'
    ds = gdal.GetDriverByName('GPKG').Create(str(path), 0, 0, 0)
    srs = __import__('osgeo.osr', fromlist=['osr']).SpatialReference()
    srs.ImportFromEPSG(4490)
    layer = ds.CreateLayer('restoration_ground', srs, ogr.wkbMultiPolygon)
    for n in ('reserve_id', 'reserve', 'zone', 'stage_class', 'stage_text'): layer.CreateField(ogr.FieldDefn(n, ogr.OFTString))
    layer.CreateField(ogr.FieldDefn('area_m2', ogr.OFTReal))
    for n in ('valid_from', 'valid_to'): layer.CreateField(ogr.FieldDefn(n, ogr.OFTDate))
    for i, stage in enumerate(('not_started', 'under_way', 'restored', 'accepted', 'accepted')):
        f = ogr.Feature(layer.GetLayerDefn())
        f['reserve_id'], f['stage_class'], f['area_m2'], f['valid_from'] = 'R1', stage, 1e4, f'2018/0{i + 1}/01'
        f.SetGeometry(ogr.ForceToMultiPolygon(ogr.CreateGeometryFromJson(json.dumps(square(84 + i / 50, 44, .01, .01)))))
        layer.CreateFeature(f)
    return path


def pages_of(pdf):
    return len(re.findall(rb'/Type\s*/Page[^s]', pdf.read_bytes()))


def sheets(ledger, project):
    conflicts = sql(ledger, 'SELECT conflict_id, dimension, certainty FROM conflicts ORDER BY fid')
    true('conflicts of all three kinds, and a contact', {d for _, d, _ in conflicts} == {0, 1, 2} and any(c == 'contact' for *_, c in conflicts))
    for layout, ids in (('冲突图件 A4', [c for c, *_ in conflicts]), ('冲突图件 A3', [c for c, *_ in conflicts]), ('保护区图件 A4', ['R1']), ('保护区图件 A3', ['R1'])):
        pdf = FOLDER / f'{layout}.pdf'
        answer = qgis('atlas', project, layout, pdf)
        check(f'{layout}: export', (answer['result'], answer['logged']), (0, []))
        check(f'{layout}: a page for each, in the order of the ledger', [p['id'] for p in answer['pages']], ids)
        check(f'{layout}: pages of the PDF', pages_of(pdf), len(ids))
        for p in answer['pages']:
            true(f"{layout} {p['id']}: the place is on the map", p['held'])
            check(f"{layout} {p['id']}: Gauss-Krueger zone of 84°", p['crs'], 'EPSG:4537')
            true(f"{layout} {p['id']}: a round scale, {p['scale']}", abs(p['scale'] / round(p['scale'], -3) - 1) < 1e-3)
            true(f"{layout} {p['id']}: labels speak, {p['labels']}", not any('[%' in t or 'rror' in t for t in p['labels']) and any('2019-03-31' in t for t in p['labels']))


# ---- pictures

PICTURES = {'region': [], 'reserve': [88.6, 38.4, 93.8, 42.6], 'conflict': [89.83, 42.07, 89.93, 42.13]}


def like_reference(name, picture, draw):
    if draw: shutil.copy(picture, HERE / f'{name}.png')
    share = qgis('differ', picture, HERE / f'{name}.png')['share']
    true(f'{name}: {share:.4f} of the pixels differ from the reference, at most 0.02', share <= 0.02)  # edges, other Qt versions


def pictures(ledger, project, draw):
    box = sql(ledger, "SELECT min(minx), min(miny), max(maxx), max(maxy) FROM rtree_activity_areas_geom r JOIN activity_areas a ON a.fid = r.id "
                      "WHERE activity_id = 'C6500002009023110000457'")[0]
    w, h = box[2] - box[0], box[3] - box[1]
    PICTURES['conflict'] = [box[0] - w / 2, box[1] - h / 2, box[2] + w / 2, box[3] + h / 2]
    for name, extent in PICTURES.items():
        out = FOLDER / f'{name}.png'
        check(f'{name}: drawn without errors', qgis('image', project, '全部图层', out, 480, 330, *extent)['errors'], [])
        like_reference(name, out, draw)


demo = FOLDER / 'demo' / 'demo.gpkg'
demo.parent.mkdir()
made('overlay', '-w', SOURCE / 'testdata/xinjiang', '-o', demo)
made('qgis', demo, '-o', demo.with_suffix('.qgz'), '--lang', 'zh')
once = demo.with_suffix('.qgz').read_bytes()
true('both Chinese: nothing to say of that', '英文写成' not in made('qgis', demo, '-o', demo.with_suffix('.qgz'), '--lang', 'zh', '--overwrite'))
true('the same bytes again', demo.with_suffix('.qgz').read_bytes() == once)
facts = whole_project(demo, demo.with_suffix('.qgz'))
check('29 reserves as bookmarks', len(set(facts['bookmarks'])), 29)
check('equal areas for the whole region', facts['crs'], 'CGCS2000 / Albers')
carried_styles(demo)
pictures(demo, demo.with_suffix('.qgz'), '--draw' in sys.argv)

# ---- restoration: layers that carry their styles, and move in time

def restoration_in_time():
    ws, ground, project = FOLDER / 'play', FOLDER / 'demo' / 'ground.gpkg', FOLDER / 'demo' / 'play.qgz'
    made('init', ws, '--demo')
    made('restoration', 'import', '-w', ws, ws / 'restoration' / '治理图斑_示例.geojson')
    made('restoration', 'report', '-w', ws, '--as-of', '2019-03-31', '--gpkg', ground)
    days = ('2014-01-01', '2016-06-30', '2018-08-31', '2019-03-31')
    answer = qgis('played', ground, *days)
    check('restoration: nothing in the log of QGIS', answer['logged'], [])
    for name, m in answer['layers'].items():
        check(f'{name}: moves in time by itself', (m['active'], m['fields']), (True, ['valid_from', 'valid_to']))
        check(f'{name}: a rule for each class, and every feature has one', (m['rules'], m['labels'], m['unseen'], m['crs']), (4, True, 0, 'EPSG:4490'))
        check(f'{name}: nothing before the first day', m['shown']['2014-01-01'], [])
        for day in days[1:]:
            columns = 'site, reserve_id, stage_class' if name == 'restoration_sites' else 'reserve_id, stage_class'
            rows_of_day = sql(ground, f"SELECT {columns} FROM {name} WHERE valid_from <= '{day}' AND (valid_to IS NULL OR valid_to >= '{day}')")
            check(f'{name}: what the controller shows on {day}', m['shown'][day], sorted(list(r) for r in rows_of_day))
            true(f'{name}: something on {day}', rows_of_day)
    check('ground is filled, sites are markers', {k: set(m['symbols']) for k, m in answer['layers'].items()},
          {'restoration_ground': {'QgsSimpleFillSymbolLayer'}, 'restoration_sites': {'QgsSimpleMarkerSymbolLayer'}})
    made('qgis', demo, '-o', project, '--lang', 'zh', '--restoration', ground)
    facts = qgis('project', project)
    own = {i: m for i, m in facts['layers'].items() if 'restoration' in i}
    check('in the project: sites, and a layer for each class, all valid and moving', (len(own), {m['valid'] and m['temporal'] for m in own.values()}), (5, {True}))
    place = sql(ground, "SELECT minx, miny FROM restoration_sites s JOIN rtree_restoration_sites_geom r ON r.id = s.fid WHERE site = '示例治理点3'")[0]
    box = [place[0] - .004, place[1] - .003, place[0] + .004, place[1] + .003]
    pictures = []
    for day in days:
        pictures.append(FOLDER / f'{day}.png')
        check(f'drawn on {day} without errors', qgis('moment', day, project, '全部图层', pictures[-1], 240, 180, *box)['errors'], [])
    for a, b in zip(pictures, pictures[1:]):
        true(f'{a.stem} and {b.stem} look different', qgis('differ', a, b)['share'] > .02)
    like_reference('restoration', pictures[2], '--draw' in sys.argv)


restoration_in_time()
small, project = small_ledger(), FOLDER / 'small' / '图 1.qgz'
made('qgis', small, '-o', project, '--lang', 'zh', '--restoration', restoration_file())
facts = qgis('project', project)
check('small: all valid', [i for i, m in facts['layers'].items() if not m['valid']], [])
check('small: one zone, so Gauss-Krueger', facts['authid'], 'EPSG:4537')
stages = {i: m for i, m in facts['layers'].items() if i.startswith('redline_restoration')}
check('restoration by stage', [m['count'] for m in stages.values()].count(1), 3)
check('restoration moves in time', {m['temporal'] for m in stages.values()}, {True})
true('the reserve that no register knows has a bookmark', '试验<保护区> & "甲"' in facts['bookmarks'])
check('what data say is no markup in map tips', qgis('tips', project)['markup'], [])
sheets(small, project)

moved = FOLDER / 'elsewhere' / '别处'
shutil.move(small.parent, moved)
check('moved with its ledger: all valid', [i for i, m in qgis('project', moved / project.name)['layers'].items() if not m['valid']], [])

shut = FOLDER / 'shut'
shut.mkdir()
for f in (demo, demo.with_suffix('.qgz')):
    shutil.copy(f, shut)
    (shut / f.name).chmod(0o444)
shut.chmod(0o555)
before = {p.name: p.read_bytes() for p in shut.iterdir()}
check('read-only folder: all valid', [i for i, m in qgis('project', shut / 'demo.qgz', nobody=True)['layers'].items() if not m['valid']], [])
check('read-only folder: nothing changed', {p.name: p.read_bytes() for p in shut.iterdir()} == before, True)
shut.chmod(0o755)

english = FOLDER / 'demo' / 'english.qgz'
true('an English project of a Chinese ledger: what stays Chinese is said', 'was written in Chinese' in made('qgis', demo, '-o', english, '--lang', 'en'))
groups = qgis('project', english)['groups']
true(f'English groups: {groups[:3]}', 'Conflicts by proposed verdict' in groups)
text = project_xml(english)
parse(text)
check('nothing Chinese but names of data in the English project', sorted(set(re.findall('自然保护区名称|应退出|图例', text))), [])

for what, args, status in (('no ledger', ('qgis', FOLDER / 'none.gpkg', '-o', FOLDER / 'a.qgz'), 3), ('not a ledger', ('qgis', moved / 'ground.gpkg', '-o', FOLDER / 'a.qgz'), 3),
                           ('there already', ('qgis', demo, '-o', demo.with_suffix('.qgz')), 4), ('no restoration', ('qgis', demo, '-o', FOLDER / 'a.qgz', '--restoration', FOLDER / 'none.gpkg'), 3)):
    r = redline(*args)
    check(f'{what}: exit status, a message, no file', (r.returncode, bool(r.stderr), (FOLDER / 'a.qgz').exists()), (status, True, False))
done()
