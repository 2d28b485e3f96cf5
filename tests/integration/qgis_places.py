"""Where qgis, export and the reports may write: never over a ledger, an input, or a file of a workspace, by whatever name it goes; names that are
none are refused with a word about what to do; files that are no ledger and no restoration layer are told so. The old file is always untouched."""
import os, sqlite3, zipfile
from support import *

ws, ledger, restoration = FOLDER / '工作区', FOLDER / '台账.gpkg', FOLDER / '治理.gpkg'
check('init', redline('init', ws, '--demo').returncode, 0)
check('overlay', redline('overlay', '-w', ws, '-o', ledger).returncode, 0)
reports = sorted((ws / 'restoration').glob('*.geojson'))
check('restoration import', redline('restoration', 'import', *reports, '-w', ws).returncode, 0)
check('restoration report', redline('restoration', 'report', '-w', ws, '--gpkg', restoration).returncode, 0)
page = FOLDER / '报告.qgz'
page.write_text('a report by an odd name')


def everything():
    return {p.relative_to(FOLDER).as_posix(): p.read_bytes() for p in FOLDER.rglob('*') if p.is_file()}


def refused(what, args, status, *words):
    before = everything()
    r = redline(*args)
    check(f'{what}: exit status ({r.stderr})', r.returncode, status)
    true(f'{what}: told: {r.stderr}', all(str(w) in r.stderr for w in words))
    after = everything()
    check(f'{what}: nothing changed', ([n for n in before if after.get(n) != before[n]], sorted(set(after) - set(before))), ([], []))


# ---- projects: not over the ledger, the restoration, the report, whatever their names
(FOLDER / 'dir').mkdir()
os.symlink(ledger, FOLDER / 'link.qgz')
os.symlink(FOLDER, FOLDER / 'dir/up')
os.link(ledger, FOLDER / 'hard.qgz')
for what, source, place in (('a link to the ledger', ledger, FOLDER / 'link.qgz'), ('a hard link to the ledger', ledger, FOLDER / 'hard.qgz'),
                            ('another spelling', FOLDER / 'hard.qgz', FOLDER / 'dir/../dir/up/./hard.qgz')):
    refused(what, ('qgis', source, '-o', place, '--overwrite'), 4, place, 'is an input')
shutil.copy(restoration, FOLDER / 'r.qgz')
refused('the restoration', ('qgis', ledger, '--restoration', FOLDER / 'r.qgz', '-o', FOLDER / 'r.qgz', '--overwrite'), 4, 'r.qgz')
refused('the report', ('qgis', ledger, '--report', page, '-o', page, '--overwrite'), 4, page)
shutil.copy(ledger, FOLDER / 'other.qgz')
refused('another ledger', ('qgis', ledger, '-o', FOLDER / 'other.qgz', '--overwrite'), 4, 'other.qgz', 'is a ledger')
for name in ('台账.gpkg', 'map.zip', 'map', 'map.qgz.bak', 'map.kml'):
    refused(f'no name of a project: {name}', ('qgis', ledger, '-o', FOLDER / name, '--overwrite'), 2, name, '.qgz', 'redline export')
true('said in Chinese', '.qgz' in redline('qgis', ledger, '-o', FOLDER / 'a.kml', '--lang', 'zh').stderr)
plain, packed = FOLDER / 'plain.qgs', FOLDER / 'packed.QGZ'
for place in (plain, packed): check(f'{place.name}: written', redline('qgis', ledger, '-o', place).returncode, 0)
with zipfile.ZipFile(packed) as z: check('.qgs is what a .qgz holds', z.read(z.namelist()[0]), plain.read_bytes())
check('and is replaced where wanted', [redline('qgis', ledger, '-o', plain, *more).returncode for more in ((), ('--overwrite',))], [4, 0])

# ---- nothing but a ledger replaces a ledger
for what, args in (('restoration report --gpkg', ('restoration', 'report', '-w', ws, '--gpkg', ledger, '--overwrite')),
                   ('restoration report --html', ('restoration', 'report', '-w', ws, '--html', ledger, '--overwrite')),
                   ('restoration status', ('restoration', 'status', '-w', ws, '--json', '-o', ledger, '--overwrite')),
                   ('report of another', ('report', FOLDER / 'other.qgz', '--xlsx', ledger, '--overwrite')),
                   ('report of it', ('report', ledger, '--html', ledger, '--overwrite'))):
    refused(what, args, 4, ledger)
os.link(ledger, FOLDER / 'hard.kml')
refused('export onto it by another name', ('export', ledger, '-o', FOLDER / 'hard.kml', '--overwrite'), 4, 'hard.kml')
check('overlay replaces it', redline('overlay', '-w', ws, '-o', FOLDER / 'other.qgz', '--overwrite').returncode, 2)
shutil.copy(ledger, FOLDER / 'old.gpkg')
check('overlay replaces an old one', redline('overlay', '-w', ws, '-o', FOLDER / 'old.gpkg', '--overwrite').returncode, 0)

# ---- files of a workspace, found from the folder they lie in
layer, table = ws / '自然保护区_示意.geojson', ws / '矿权_采矿权.shp'
(ws / 'styles').mkdir()
(ws / 'styles/basemap.qml').write_text('<qgis/>')
os.symlink(layer, FOLDER / 'away.geojson')
shutil.copy(ws / '能源设施.geojson', FOLDER / 'copy.geojson')
one = ('--layer', 'conflict_areas', '--overwrite')
refused('export onto a layer', ('export', ledger, '-o', layer, *one), 4, layer, 'workspace')
refused('export onto a shapefile', ('export', ledger, '-o', table, *one), 4, '矿权_采矿权', 'workspace')
refused('export onto its table alone', ('export', ledger, '-o', ws / '矿权_采矿权.SHP', *one), 4, '矿权_采矿权', 'workspace')
refused('by a link from elsewhere', ('export', ledger, '-o', FOLDER / 'away.geojson', *one), 4, 'away.geojson', 'workspace')
refused('coverage', ('export', ledger, '-o', ws / '新疆范围_示意.geojson', *one), 4, 'workspace')
refused('an input of the ledger that was moved', ('export', ledger, '-o', FOLDER / 'copy.geojson', *one), 4, 'copy.geojson', 'is an input')
for name in ('redline.toml', 'register.csv', 'rules.toml', 'restoration.gpkg', '油井.csv', 'styles/basemap.qml'):
    for what, args in (('report', ('report', ledger, '--html', ws / name, '--overwrite')),
                       ('restoration report', ('restoration', 'report', '-w', ws, '--html', ws / name, '--overwrite'))):
        refused(f'{what} onto {name}', args, 4, name, 'workspace')
(ws / 'styles/basemap.qml').unlink()
settings = (ws / 'redline.toml').read_text()
(ws / 'redline.toml').write_text(settings + '[[layer]]\nname = "gone"\nrole = "areas"\nsource = "gone.shp"\n')
refused('a workspace with a layer that is missing', ('export', ledger, '-o', ws / '新疆范围_示意.geojson', *one), 4, 'workspace')
(ws / 'redline.toml').write_text(settings)
check('beside them is free', redline('export', ledger, '-o', ws / 'new.geojson', '--layer', 'conflict_areas').returncode, 0)

# ---- a ledger is a GeoPackage
square, right = FOLDER / 'square.geojson', FOLDER / 'right.geojson'
for place in (square, right): place.write_text('{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"1"},"geometry":{"type":"Polygon","coordinates":[[[84,44],[84.1,44],[84.1,44.1],[84,44]]]}}]}')
for name in ('out.kml', 'out.geojson', 'out.shp', 'out'):
    refused(f'overlay -o {name}', ('overlay', '--areas', square, '--activities', right, '-o', FOLDER / name), 2, name, '.gpkg', 'redline export')

# ---- files that are no restoration layer, no ledger; one that another program holds
(FOLDER / 'text.gpkg').write_text('no database')
(FOLDER / 'empty.gpkg').write_bytes(b'')
for what, path, word in (('a ledger', ledger, 'restoration_ground'), ('a text', FOLDER / 'text.gpkg', 'restoration_ground'), ('an empty file', FOLDER / 'empty.gpkg', 'restoration_ground'),
                         ('the store', ws / 'restoration.gpkg', 'restoration report --gpkg'), ('nothing', FOLDER / 'none.gpkg', 'none.gpkg'), ('a folder', FOLDER / 'dir', 'restoration_ground')):
    refused(f'--restoration {what}', ('qgis', ledger, '--restoration', path, '-o', FOLDER / 'no.qgz'), 3, path, word)
for option, value in (('--restoration', restoration), ('--report', page)):
    refused(f'--save-styles with {option}', ('qgis', ledger, '--save-styles', option, value, '-w', ws), 2, option, '--save-styles')
held = FOLDER / 'held.gpkg'
shutil.copy(ledger, held)
writer = sqlite3.connect(held, isolation_level=None)
writer.execute('BEGIN EXCLUSIVE')
for what, args in (('qgis', ('qgis', held, '-o', FOLDER / 'no.qgz')), ('export', ('export', held, '-o', FOLDER / 'no.kml')), ('report', ('report', held, '-o', FOLDER / 'no.html')),
                   ('--save-styles', ('qgis', held, '--save-styles', '-w', ws))):
    r = redline(*args)
    true(f'{what} of a ledger that is locked ({r.returncode}): {r.stderr}', r.returncode == 3 and 'held.gpkg is being written by another program' in r.stderr)
writer.execute('ROLLBACK')
writer.close()

# ---- inputs as QGIS leaves them, in WAL mode: reading puts nothing beside them, and a folder nobody may write to will do
box = FOLDER / 'wal'
box.mkdir()
for source, name in ((square, 'areas'), (right, 'rights')):
    gdal.VectorTranslate(str(box / f'{name}.gpkg'), str(source), format='GPKG', layerName=name)
    db = sqlite3.connect(box / f'{name}.gpkg')
    check(f'{name}: WAL', db.execute('PRAGMA journal_mode=WAL').fetchone(), ('wal',))
    db.close()
inside = {p.name: p.read_bytes() for p in box.iterdir()}
check('two files', sorted(inside), ['areas.gpkg', 'rights.gpkg'])
layers = ('--areas', box / 'areas.gpkg', '--area-kind', '=nature_reserve', '--activities', box / 'rights.gpkg', '--activity-kind', '=mining_right')
for mode in (0o755, 0o555):
    box.chmod(mode)
    r = redline('overlay', *layers, '-o', FOLDER / f'wal{mode}.gpkg')
    check(f'overlay ({r.stderr})', (r.returncode, rows(FOLDER / f'wal{mode}.gpkg', 'SELECT count(*) AS n FROM conflicts')), (0, [{'n': 1}]))
    check('the folder is as it was', {p.name: p.read_bytes() for p in box.iterdir()}, inside)
box.chmod(0o755)
old = FOLDER / 'wal_ledger.gpkg'
shutil.copy(ledger, old)
db = sqlite3.connect(old)
db.execute('PRAGMA journal_mode=WAL')
db.close()
key = rows(ledger, 'SELECT conflict_id FROM conflicts LIMIT 1')[0]['conflict_id']
for args in (('explain', old, key), ('export', old, '-o', FOLDER / 'wal.kml'), ('qgis', old, '-o', FOLDER / 'wal.qgz')):
    check(f'{args[0]} of a ledger in WAL mode', (redline(*args).returncode, [p.name for p in FOLDER.glob('wal_ledger.gpkg-*')]), (0, []))
done()
