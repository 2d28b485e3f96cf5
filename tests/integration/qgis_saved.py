"""Only what a person changed is taken by --save-styles: a project that QGIS opened and saved again is as it was made, also of a large ledger, with a
restoration, on a computer without the font. A style saved from a table does not label twice what the project labels by a layer of its own."""
import json
import qgis_support
from qgis_support import *

ws, ledger, restoration = FOLDER / '工作区', FOLDER / '台账.gpkg', FOLDER / '治理.gpkg'
check('init', redline('init', ws, '--demo').returncode, 0)
check('overlay', redline('overlay', '-w', ws, '-o', ledger).returncode, 0)
check('import', redline('restoration', 'import', *sorted((ws / 'restoration').glob('*.geojson')), '-w', ws).returncode, 0)
check('restoration', redline('restoration', 'report', '-w', ws, '--gpkg', restoration).returncode, 0)
usual, map_file, saved = environment(), FOLDER / '图.qgz', FOLDER / '存.qgz'
SAVE = '''
p = QgsProject.instance()
assert p.read(sys.argv[1])
answer = p.write(sys.argv[2])
'''
FONT = SAVE.replace('answer', '''
m = p.mapLayer("redline_findings")
settings = m.labeling().settings()
text = settings.format(); font = text.font(); font.setFamily("DejaVu Serif"); text.setFont(font); settings.setFormat(text)
m.setLabeling(QgsVectorLayerSimpleLabeling(settings))
answer''')
SCALE = SAVE.replace('answer', '''
p.mapLayer("redline_conflict_areas_review").setMinimumScale(123456)
answer''')
OVERVIEW = SAVE.replace('answer', '''
from PyQt5.QtGui import QColor
p.mapLayer("redline_basemap_overview").renderer().rootRule().children()[0].symbol().setColor(QColor("#123456"))
answer''')
OVERVIEW_SHOWN = '''
p = QgsProject.instance()
assert p.read(sys.argv[1])
m = p.mapLayer("redline_basemap_overview")
answer = [m.renderer().rootRule().children()[0].symbol().color().name(), m.hasScaleBasedVisibility(), m.maximumScale()]
'''


def unchanged(what, source, *more):
    check(f'{what}: project', redline('qgis', source, '-o', map_file, '-w', ws, '--overwrite', *more).returncode, 0)
    in_qgis(SAVE, map_file, saved)
    before = sorted(p.name for p in ws.rglob('*'))
    r = redline('qgis', saved, '--save-styles', '-w', ws)
    true(f'{what}: nothing was changed, and said so: {r.stdout}{r.stderr}', r.returncode == 0 and 'no style was changed' in r.stdout)
    check(f'{what}: nothing was saved', sorted(p.name for p in ws.rglob('*')), before)


def changed(what, task, names, keep=False):
    in_qgis(task, map_file, saved)
    check(f'{what}: save', redline('qgis', saved, '--save-styles', '-w', ws).returncode, 0)
    check(f'{what}: taken', sorted(p.stem for p in (ws / 'styles').glob('*.qml')), names)
    if not keep: shutil.rmtree(ws / 'styles')


for lang in ('zh', 'en'):
    unchanged(f'as made, {lang}', ledger, '--lang', lang)
unchanged('with a restoration', ledger, '--restoration', restoration)

# ---- a computer without the font: QGIS writes the family it took instead, or none
(FOLDER / 'fonts.conf').write_text(f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir><cachedir>{FOLDER}/fonts</cachedir></fontconfig>')
qgis_support.environment = lambda: {**usual, 'FONTCONFIG_FILE': str(FOLDER / 'fonts.conf')}
unchanged('another font', ledger)
changed('a font that a person chose', FONT, ['findings'])
qgis_support.environment = lambda: usual

# ---- a large ledger: layers show from near only
def squares(places, name):
    boxes = [{'type': 'Feature', 'properties': {'id': str(i)}, 'geometry': {'type': 'Polygon', 'coordinates': [[[x, y], [x + s, y], [x + s, y + s], [x, y + s], [x, y]]]}} for i, (x, y, s) in enumerate(places)]
    (FOLDER / name).write_text(json.dumps({'type': 'FeatureCollection', 'features': boxes}))
    return FOLDER / name


large = FOLDER / '大.gpkg'
rights = squares([(84 + .004 * (i % 240), 44 + .004 * (i // 240), .002) for i in range(20500)], 'rights.geojson')
check('large ledger', redline('overlay', '--areas', squares([(84, 44, 1)], 'area.geojson'), '--area-kind', '=nature_reserve', '--activities', rights, '--activity-kind', '=mining_right', '-o', large).returncode, 0)
for lang in ('zh', 'en'):
    unchanged(f'large, {lang}', large, '--lang', lang)
changed('a scale that a person set', SCALE, ['conflict_areas_review'])
changed('the overview of a large ledger', OVERVIEW, ['basemap_overview'], keep=True)
r = redline('qgis', large, '-o', map_file, '-w', ws, '--overwrite')
true(f'it is used: {r.stdout}', 'styles/basemap_overview.qml' in r.stdout)
check('it comes back', in_qgis(OVERVIEW_SHOWN, map_file), ['#123456', True, 1000000])
unchanged('with a style of the overview', large)
shutil.rmtree(ws / 'styles')

# ---- the style of a table, saved from the ledger, has labels and no limit by scale
LABELS = '''
p = QgsProject.instance()
assert p.read(sys.argv[1])
answer = {i: [m.labelsEnabled(), m.hasScaleBasedVisibility(), m.minimumScale() if m.hasScaleBasedVisibility() else 0] for i, m in p.mapLayers().items() if m.isSpatial()}
'''
IN_LEDGER = '''
from PyQt5.QtGui import QColor
for name in sys.argv[2:]:
    layer = QgsVectorLayer(f"{sys.argv[1]}|layername={name}", "x", "ogr")
    layer.renderer().rootRule().children()[0].symbol().setColor(QColor("#123456"))
    layer.saveStyleToDatabase("mine", "", True, "")
answer = True
'''
for what, source in (('small', ledger), ('large', large)):
    check(f'{what}: project', redline('qgis', source, '-o', map_file, '-w', ws, '--overwrite').returncode, 0)
    wanted = in_qgis(LABELS, map_file)
    copy = FOLDER / f'{what}.gpkg'
    shutil.copy(source, copy)
    in_qgis(IN_LEDGER, copy, 'basemap', 'conflict_areas')
    check(f'{what}: saved', redline('qgis', copy, '--save-styles', '-w', ws).returncode, 0)
    check(f'{what}: the two', sorted(p.stem for p in (ws / 'styles').glob('*.qml')), ['basemap', 'conflict_areas'])
    r = redline('qgis', source, '-o', map_file, '-w', ws, '--overwrite')
    true(f'{what}: they are used: {r.stdout}', 'styles/basemap.qml' in r.stdout)
    true(f'{what}: the style has labels', 'labelsEnabled="1"' in (ws / 'styles/basemap.qml').read_text())
    true(f'{what}: a layer of names', wanted['redline_basemap_names'][0])
    check(f'{what}: layers are labelled and limited as before', {i: s for i, s in in_qgis(LABELS, map_file).items() if s != wanted[i]}, {})
    unchanged(f'{what}, with styles of tables', source)
    shutil.rmtree(ws / 'styles')

# ---- a project that is older than the styles of the workspace: what it was written with is no change, and replaces none
def older(what, project):
    before = {p: p.read_bytes() for p in (ws / 'styles').iterdir()}
    for more in ((), ('--overwrite',)):
        r = redline('qgis', project, '--save-styles', '-w', ws, *more)
        true(f'{what} {more}: no change: {r.stdout}{r.stderr}', r.returncode == 0 and 'no style was changed' in r.stdout)
        check(f'{what} {more}: the styles are as they were', {p: p.read_bytes() for p in (ws / 'styles').iterdir()} == before, True)


copy, second, third = FOLDER / 'copy.gpkg', FOLDER / '二.qgz', FOLDER / '三.qgz'
check('older: project', redline('qgis', ledger, '-o', map_file, '-w', ws, '--overwrite').returncode, 0)
in_qgis(SAVE, map_file, saved)
shutil.copy(ledger, copy)
in_qgis(IN_LEDGER, copy, 'activity_areas', 'findings')
check('older: styles came', redline('qgis', copy, '--save-styles', '-w', ws).returncode, 0)
older('built-in looks', saved)
check('older: project with styles', redline('qgis', ledger, '-o', map_file, '-w', ws, '--overwrite').returncode, 0)
in_qgis(SAVE, map_file, second)
for p in (ws / 'styles').glob('*.qml'): p.write_text(p.read_text().replace('18,52,86', '18,52,87'))
older('an earlier style', second)
in_qgis(FONT, map_file, third)
check('older: what was changed is taken', redline('qgis', third, '--save-styles', '-w', ws, '--overwrite').stdout.count('findings.qml'), 1)
shutil.rmtree(ws / 'styles')

# ---- what a new project would lose is not replaced
ADDED = SAVE.replace('answer', '''
p.addMapLayer(QgsVectorLayer("Point?crs=EPSG:4490", "我的图层", "memory"))
sheet = QgsPrintLayout(p); sheet.initializeDefaults(); sheet.setName("我的图件"); p.layoutManager().addLayout(sheet)
answer''')


def kept(what, path, *said):
    was = path.read_bytes()
    r = redline('qgis', ledger, '-o', path, '-w', ws, '--overwrite')
    true(f'{what}: refused, and why: {r.stderr}', r.returncode == 4 and all(name in r.stderr for name in said))
    check(f'{what}: as it was', path.read_bytes() == was, True)


kept('a style changed in it', third, 'findings', '--save-styles')
check('its styles are saved', redline('qgis', third, '--save-styles', '-w', ws).returncode, 0)
check('then it is replaced', redline('qgis', ledger, '-o', third, '-w', ws, '--overwrite').returncode, 0)
in_qgis(ADDED, third, second)
kept('a layer and a sheet added', second, '我的图层', '我的图件')
in_qgis(SAVE, third, saved)
check('only opened and saved: replaced', redline('qgis', ledger, '-o', saved, '-w', ws, '--overwrite').returncode, 0)
for name, text in (('note.qgz', 'hello'), ('mine.qgs', '<qgis version="3.22"><title>mine</title></qgis>'), ('empty.qgs', '')):
    (FOLDER / name).write_text(text)
    kept(f'no project of ours, {name}', FOLDER / name, name)
done()
