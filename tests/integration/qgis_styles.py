"""Styles changed in QGIS: saved into the workspace from a ledger and from a project, seen again in QGIS after the next run, named in the
manifest; nothing taken that was not changed; broken files told by name and cause."""
import shutil
from qgis_support import *

IN_LEDGER = '''
from PyQt5.QtGui import QColor
layer = QgsVectorLayer(f"{sys.argv[1]}|layername={sys.argv[2]}", "x", "ogr")
for rule in layer.renderer().rootRule().children():
    if rule.filterExpression() == sys.argv[3]: rule.symbol().setColor(QColor(sys.argv[4]))
answer = layer.saveStyleToDatabase("mine", "", True, "")
'''
LOOK = '''
layer = QgsVectorLayer(f"{sys.argv[1]}|layername={sys.argv[2]}", "x", "ogr")
answer = {r.filterExpression(): r.symbol().color().name() for r in layer.renderer().rootRule().children()}
'''
PROJECT = '''
p = QgsProject.instance()
assert p.read(sys.argv[1])
answer = {i: [m.isValid(), [[r.filterExpression(), r.label(), r.symbol().color().name()] for r in m.renderer().rootRule().children()],
              m.labeling().settings().format().size() if m.labeling() else 0, m.hasScaleBasedVisibility(), m.featureCount()]
          for i, m in p.mapLayers().items() if m.isSpatial() and m.renderer().type() == "RuleRenderer"}
answer["logged"] = logged
'''
IN_PROJECT = '''
from PyQt5.QtGui import QColor
p = QgsProject.instance()
assert p.read(sys.argv[1])
for name in sys.argv[3:]:
    m = p.mapLayer(name)
    m.renderer().rootRule().children()[0].symbol().setColor(QColor("#0a0b0c"))
    settings = m.labeling().settings()
    text = settings.format(); text.setSize(17); settings.setFormat(text)
    m.setLabeling(QgsVectorLayerSimpleLabeling(settings))
answer = p.write(sys.argv[2])
'''
DRAGGED = '''
from PyQt5.QtGui import QColor
p = QgsProject.instance()
m = QgsVectorLayer(f"{sys.argv[1]}|layername=basemap", "mine", "ogr")
m.renderer().rootRule().children()[0].symbol().setOpacity(0.25)
p.addMapLayer(m)
p.addMapLayer(QgsVectorLayer(f"{sys.argv[1]}|layername=findings", "findings", "ogr"))
answer = p.write(sys.argv[2])
'''


def sql(path, query):
    db = sqlite3.connect(f'file:{path}?immutable=1', uri=True)
    found = db.execute(query).fetchall()
    db.close()
    return found


import sqlite3
ws, out, map_file = FOLDER / '工作区', FOLDER / '台账.gpkg', FOLDER / '图.qgz'
check('init', redline('init', ws, '--demo').returncode, 0)


def run(*more):
    r = redline('overlay', '-w', ws, '-o', out, '--overwrite', *more)
    check('overlay', (r.returncode, r.stderr), (0, ''))


def save(source, *more):
    r = redline('qgis', source, '--save-styles', '-w', ws, *more)
    return r.returncode, r.stdout, r.stderr


def files():
    return sorted(p.name for p in (ws / 'styles').iterdir()) if (ws / 'styles').exists() else []


# ---- from the ledger
run()
before = sql(out, 'SELECT conflict_id FROM conflicts ORDER BY fid')
status, said, _ = save(out)
check('nothing changed, nothing saved', (status, files()), (0, []))
true(f'and said so: {said}', 'no style was changed' in said)
in_qgis(IN_LEDGER, out, 'conflict_areas', "\"verdict\" = 'must_exit'", '#123456')
status, said, errors = save(out)
check('saved from the ledger', (status, files(), errors), (0, ['conflict_areas.qml', 'conflict_areas.sld'], ''))
check('saved again: as before', save(out)[0], 0)
run()
seen = in_qgis(LOOK, out, 'conflict_areas')
check('QGIS shows the colour after the next run', {f: c for f, c in seen.items() if c == '#123456'}, {"\"verdict\" = 'must_exit'": '#123456'})
check('conflict ids are the same', sql(out, 'SELECT conflict_id FROM conflicts ORDER BY fid') == before, True)
digest = __import__('hashlib').sha256((ws / 'styles/conflict_areas.qml').read_bytes()).hexdigest()
check('in the manifest', sql(out, "SELECT value FROM run WHERE key = 'input.styles/conflict_areas.qml.sha256'"), [(digest,)])
check('beside the ledger', json.loads(pathlib.Path(f'{out}.run.json').read_text())['styles']['styles/conflict_areas.qml'], digest)
check('the SLD came along', sql(out, "SELECT styleSLD FROM layer_styles WHERE f_table_name = 'conflict_areas'")[0][0] == (ws / 'styles/conflict_areas.sld').read_text(), True)
check('verify: the same', redline('verify', out, '-w', ws).returncode, 0)
kept = (ws / 'styles/conflict_areas.qml').read_text()
(ws / 'styles/conflict_areas.qml').write_text(kept.replace('18,52,86', '18,52,87'))
r = redline('verify', out, '-w', ws)
check('verify names the style that changed', (r.returncode, 'conflict_areas.qml' in r.stdout), (1, True))
(ws / 'styles/conflict_areas.qml').write_text(kept)

# ---- in the project: the rule of a layer alone, without filter and title
r = redline('qgis', out, '-o', map_file, '-w', ws)
check('project', (r.returncode, r.stderr), (0, ''))
true('says which style it took', 'styles/conflict_areas.qml' in r.stdout)
shown = in_qgis(PROJECT, map_file)
check('nothing in the log of QGIS', shown.pop('logged'), [])
check('all valid', [i for i, m in shown.items() if not m[0]], [])
check('the layer of that verdict', shown['redline_conflict_areas_must_exit'][1], [['', '', '#123456']])
others = {i: m[1] for i, m in shown.items() if i.startswith('redline_conflict_areas_') and not i.endswith(('_must_exit', '_others', '_highlight'))}
true('the other verdicts have one rule each', others and all(len(rules) == 1 and rules[0][2] != '#123456' for rules in others.values()))
resaved = FOLDER / 'resaved.qgz'
in_qgis(IN_PROJECT, map_file, resaved)
odd = FOLDER / '图 }{ 甲'
odd.mkdir()
for name in ('a.qgz', 'b}.Qgz', 'c.QGZ', '{d.qgz'):
    shutil.copy(resaved, odd / name)
    check(f'{name}: read whatever the letters of its name', save(odd / name)[::2], (0, ''))
(odd / 'broken.Qgz').write_bytes(b'PK no zip')
check('no project: told by name', (lambda r: (r[0], 'broken.Qgz' in r[2]))(save(odd / 'broken.Qgz')), (3, True))
status, said, errors = save(resaved)
check('saved by QGIS without a change: nothing to take', (status, files(), errors), (0, ['conflict_areas.qml', 'conflict_areas.sld'], ''))
true(f'said: {said}', 'no style was changed' in said)

# ---- from the project
right, well = 'redline_activity_areas_mining_right', 'redline_conflict_areas_prohibited'
for name in (right, well): true(f'{name} is in the project', name in shown)
changed = FOLDER / 'changed.qgz'
in_qgis(IN_PROJECT, map_file, changed, right, well)
status, said, errors = save(changed)
check('the two that changed, no others', (status, errors, [f for f in files() if f not in ('conflict_areas.qml', 'conflict_areas.sld')]),
      (0, '', ['activity_areas_mining_right.qml', 'conflict_areas_prohibited.qml']))
check('project anew', redline('qgis', out, '-o', map_file, '-w', ws, '--overwrite').returncode, 0)
again = in_qgis(PROJECT, map_file)
for name in (right, well): check(f'{name} comes back', (again[name][1][0][2], again[name][2], again[name][3:]), ('#0a0b0c', 17, shown[name][3:]))
for name in set(shown) - {right, well}: check(f'{name} is as before', again[name], shown[name])
run()
check('styles of layers of the project are no inputs of the ledger', sql(out, "SELECT count(*) FROM run WHERE key LIKE 'input.styles/%.sha256'"), [(2,)])
extracted = FOLDER / 'plain.qgs'
with __import__('zipfile').ZipFile(changed) as z: extracted.write_bytes(z.read(next(n for n in z.namelist() if n.endswith('.qgs'))))
check('a .qgs holds the same', (save(extracted)[0], files() == ['activity_areas_mining_right.qml', 'conflict_areas.qml', 'conflict_areas.sld', 'conflict_areas_prohibited.qml']), (0, True))
in_qgis(IN_PROJECT, map_file, changed, 'redline_conflict_areas_review')
check('by name alone', (save(changed, '--layer', 'basemap_nature_reserve_core')[0], 'conflict_areas_review.qml' in files(), 'basemap_nature_reserve_core.qml' in files()), (0, False, True))
status, _, errors = save(changed, '--layer', 'nowhere')
check('a layer that is not there', (status, 'nowhere' in errors), (3, True))

# ---- a layer dragged into an empty project
hand = FOLDER / 'hand.qgz'
in_qgis(DRAGGED, out, hand)
status, said, errors = save(hand)
check('the table it shows', (status, errors, 'basemap.qml' in files(), 'findings.qml' in files()), (0, '', True, False))
run()
seen = in_qgis(LOOK.replace('r.symbol().color().name()', 'r.symbol().opacity()'), out, 'basemap')
check('dragged: comes back', list(seen.values()).count(0.25), 1)

# ---- files that are there
(ws / 'styles/basemap.qml').write_text('<qgis version="x"/>')
status, _, errors = save(hand)
check('another file is there: not replaced', (status, 'basemap.qml' in errors, (ws / 'styles/basemap.qml').read_text()), (4, True, '<qgis version="x"/>'))
check('replaced where wanted', (save(hand, '--overwrite')[0], len((ws / 'styles/basemap.qml').read_text()) > 1000), (0, True))

# ---- wrong files
ledger = out.read_bytes()
for what, name, text, words in (('no XML', 'basemap.qml', '<qgis>\n<renderer-v2>\n</qgis>', ('basemap.qml', 'line 3', 'mismatched')),
                                ('empty', 'basemap.qml', '', ('basemap.qml', 'no element')),
                                ('bytes', 'basemap.qml', '\0\1\2', ('basemap.qml',)),
                                ('another root', 'basemap.qml', '<html/>', ('basemap.qml', 'html', 'qgis')),
                                ('another geometry', 'basemap.qml', '<qgis><layerGeometryType>0</layerGeometryType></qgis>', ('basemap.qml', 'points', 'areas')),
                                ('SLD that is QML', 'basemap.sld', '<qgis/>', ('basemap.sld', 'StyledLayerDescriptor')),
                                ('entities without end', 'basemap.qml', '<!DOCTYPE q [' + ''.join(f'<!ENTITY e{i + 1} "{f"&e{i};" * 10}">' for i in range(1, 9)) + '<!ENTITY e1 "' + 'a' * 1000 + '">]><qgis a="&e9;"/>', ('basemap.qml',))):
    saved = {p: p.read_bytes() for p in (ws / 'styles').iterdir()}
    (ws / 'styles' / name).write_text(text)
    for command in (('overlay', '-w', ws, '-o', out, '--overwrite'), ('qgis', out, '-o', map_file, '--overwrite', '-w', ws)):
        r = redline(*command)
        check(f'{what}: {command[0]}, exit status', r.returncode, 3)
        true(f'{what}: {command[0]} names file and cause: {r.stderr}', all(w in r.stderr for w in words))
    check(f'{what}: the ledger is as it was', out.read_bytes() == ledger, True)
    for p in (ws / 'styles').iterdir(): p.unlink()
    for p, data in saved.items(): p.write_bytes(data)
(ws / 'styles/conflict_aeras.qml').write_text('<qgis/>')
run()
check('a file for no layer is a finding', sql(out, "SELECT layer, severity FROM findings WHERE code = 'style.unknown_layer'"), [('conflict_aeras', 'warning')])
r = redline('qgis', out, '-o', map_file, '--overwrite', '-w', ws)
check('and is told with a project', (r.returncode, 'conflict_aeras.qml' in r.stderr), (0, True))
for what, source, word in (('no file', FOLDER / 'none.qgz', 'none.qgz'), ('no ledger', ws / 'redline.toml', 'redline.toml'), ('no project', extracted.with_name('a.qgs'), 'a.qgs')):
    extracted.with_name('a.qgs').write_text('<svg/>')
    status, _, errors = save(source)
    check(f'{what}: exit status, named', (status, word in errors), (3, True))
done()
