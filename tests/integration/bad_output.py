"""Bad output: an exit status and a sentence, the old file untouched, no litter, and the next run works."""
import json, resource, shutil, sqlite3
from support import *


def write(name, features):
    path = FOLDER / name
    path.write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': p, 'geometry': {'type': 'Polygon', 'coordinates': [ring]}} for p, ring in features]}))
    return path


def triangle(x, y, s):
    return [[x, y], [x + s, y], [x + s, y + s], [x, y]]


areas = write('areas.geojson', [({'id': 'R1', 'kind': 'nature_reserve', 'zone': 'core'}, [[84, 44], [85, 44], [85, 45], [84, 45], [84, 44]])])
few = write('few.geojson', [({'id': f'C{i}', 'kind': 'mining_right'}, triangle(84 + i / 10, 44.1, 0.02)) for i in range(9)])
many = write('many.geojson', [({'id': f'C{i}', 'kind': 'mining_right'}, triangle(84 + i % 100 / 100, 44 + i // 100 / 1000, 0.02)) for i in range(6000)])
place = FOLDER / 'out'
place.mkdir()
out = place / '台账.gpkg'


def command(activities, output, *more):
    return ['overlay', '--areas', areas, '--activities', activities, '--as-of', '2019-03-31', '-o', output, *more]


def litter():
    return sorted(p.name for p in place.iterdir() if p.name not in (out.name, out.name + '.run.json'))


def refused(what, r, *words, kept=None, status=4):
    check(f'{what}: exit status ({r.stderr})', r.returncode, status)
    for w in words: true(f'{what}: says {w!r} in {r.stderr!r}', w in r.stderr)
    for path, content in (kept or {}).items(): true(f'{what}: {path} is as it was', path.read_bytes() == content)
    check(f'{what}: litter', litter(), [])


check('a good run', redline(*command(few, out)).returncode, 0)
old = out.read_bytes()
again = command(few, out, '--overwrite')

# Locked: a writer with its journal, an exclusive lock without one, a reader of a ledger in write-ahead mode.
db = sqlite3.connect(out, isolation_level=None)
db.execute('BEGIN EXCLUSIVE')
refused('locked by a writer', redline(*again), 'in use', kept={out: old})
db.execute('ROLLBACK'); db.execute('BEGIN'); db.execute('SELECT count(*) FROM conflicts').fetchone()
refused('locked by a reader', redline(*again), 'in use', kept={out: old})
db.execute('ROLLBACK'); db.execute('PRAGMA journal_mode=WAL'); db.execute('SELECT count(*) FROM conflicts').fetchone()
wal = out.read_bytes()
r = redline(*again)
check('a ledger open with -wal beside it', (r.returncode, '-wal' in r.stderr), (4, True))
true('a ledger open with -wal: untouched', out.read_bytes() == wal)
db.execute('PRAGMA journal_mode=DELETE'); db.close()
(place / (out.name + '-journal')).write_bytes(b'left by a crash')
r = redline(*again)
check('a journal left by a crash', (r.returncode, '-journal' in r.stderr), (4, True))
(place / (out.name + '-journal')).unlink()
check('unlocked again', redline(*again).returncode, 0)
true('and the same bytes', out.read_bytes() == old)

# A ledger with what people put into it, and databases that are none: nothing is lost unsaid.
def forged(*statements):
    shutil.copy(kept_ledger, out)
    db = sqlite3.connect(out)
    for s in statements: db.execute(s)
    db.commit()
    db.close()
    return out.read_bytes()


kept_ledger = FOLDER / 'kept.gpkg'
shutil.copy(out, kept_ledger)
STYLE = "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, styleName, styleQML, useAsDefault, update_time) VALUES ('', '', '{}', 'mine', '{}', {}, '2026-01-02T03:04:05.006Z')"
for what, statements, words in (
        ('a project and a layer of others', ['CREATE TABLE qgis_projects (name TEXT)', 'CREATE VIEW "我的图层" AS SELECT 1'], ['qgis_projects, 我的图层', '--aside', 'elsewhere']),
        ('what people say of a layer', ['CREATE TABLE gpkg_metadata (id INTEGER)', 'INSERT INTO gpkg_metadata VALUES (1)'], ['gpkg_metadata']),
        ('a column that somebody added', ['ALTER TABLE findings ADD COLUMN 备注 TEXT'], ['findings.备注']),
        ('a style that QGIS saved', [STYLE.format('conflict_areas', '<qgis/>', 1)], ['conflict_areas (mine)', '--save-styles', '--aside']),
        ('a second style', [STYLE.format('basemap', '<qgis/>', 0)], ['basemap (mine)']),
        ('a built-in style that QGIS changed', ["UPDATE layer_styles SET styleQML = '<qgis/>', update_time = '2026-01-02' WHERE f_table_name = 'findings'"], ['findings (redline)'])):
    content = forged(*statements)
    refused(what, redline(*again), *words, kept={out: content})
    r = redline(*again, '--aside')
    check(f'{what}: aside ({r.stderr})', (r.returncode, '台账-2.gpkg' in r.stdout, litter(), out.read_bytes() == content), (0, True, ['台账-2.gpkg', '台账-2.gpkg.run.json'], True))
    for p in place.glob('台账-2*'): p.unlink()
r = redline('-q', '--lang', 'zh', *again)
check('in Chinese', (r.returncode, '样式：findings (redline)' in r.stderr), (4, True))
shown = sqlite3.connect(out).execute("SELECT styleQML FROM layer_styles WHERE f_table_name = 'basemap'").fetchone()[0]
forged(f"UPDATE layer_styles SET update_time = '2026-01-02' WHERE f_table_name = 'basemap'")
check(f'saved in QGIS as it was ({len(shown)}): nothing to lose', (redline(*again).returncode, out.read_bytes() == old), (0, True))
forged('CREATE TABLE gpkg_metadata (id INTEGER)', 'CREATE TABLE gpkg_metadata_reference (id INTEGER)')
check('tables of the format in which nobody said anything', (redline(*again).returncode, out.read_bytes() == old), (0, True))
others = place / 'others.gpkg'
gdal.VectorTranslate(str(others), str(few), format='GPKG')
content = others.read_bytes()
r = redline(*command(few, others, '--overwrite'))
check('a GeoPackage that is no ledger', (r.returncode, 'others.gpkg' in r.stderr, 'no ledger' in r.stderr, others.read_bytes() == content), (4, True, True, True))
others.unlink()
(place / 'file.gpkg').write_text('no database')
check('a file that is no database: as asked for', redline(*command(few, place / 'file.gpkg', '--overwrite')).returncode, 0)
for p in place.glob('file*'): p.unlink()

# A link: what is in use is called by its own name. A log that is none leaves no trace of reading.
linked, log = place / 'link.gpkg', place / (out.name + '-wal')
linked.symlink_to(out)
log.write_bytes(b'no log')
r = redline(*command(few, linked, '--overwrite'))
check('a link', (r.returncode, str(log) in r.stderr, 'link.gpkg-wal' in r.stderr), (4, True, False))
linked.unlink()
for mode in (b'\1\1', b'\2\2'):  # of the header: a rollback journal, a write-ahead log
    content = out.read_bytes()
    out.write_bytes(content[:18] + mode + content[20:])
    for bytes_of_log in (b'no log', b''):
        log.write_bytes(bytes_of_log)
        check(f'{mode} {bytes_of_log}: read', (redline('export', out, '-o', FOLDER / 'read.kml', '--overwrite').returncode, litter(), log.read_bytes()), (0, [log.name], bytes_of_log))
    log.unlink()
out.write_bytes(old)

# Places that cannot be.
refused('a missing folder', redline(*command(few, FOLDER / 'no' / 'such' / 'a.gpkg')), 'such')
refused('a folder as output', redline(*command(few, FOLDER / 'out', '--overwrite')), 'out')
refused('a device as output', redline(*command(few, '/dev/full', '--overwrite')), '/dev/full')
(FOLDER / 'file').write_text('a file, no folder')
refused('a file as folder', redline(*command(few, FOLDER / 'file' / 'a.gpkg')), 'file')

# An output that is an input.
inputs = {areas: areas.read_bytes(), few: few.read_bytes()}
link = FOLDER / 'link.geojson'
link.symlink_to(few)
for target in (areas, few, link, FOLDER / 'out' / '..' / 'few.geojson'):
    refused(f'output = input {target}', redline(*command(few, target, '--overwrite')), 'input', kept=inputs)
for option in ('--geojson', '--csv'):
    refused(f'{option} = input', redline(*command(few, out, '--overwrite', option, few)), 'input', kept={**inputs, out: old})
refused('--csv = output', redline(*command(few, place / 'a.csv', '--csv', place / 'a.csv')), 'Two outputs', kept={out: old})
refused('--csv with another ending', redline(*command(few, out, '--overwrite', '--csv', place / 'a.txt')), '.geojson', kept={out: old}, status=2)
shape = FOLDER / 'shape.shp'
gdal.VectorTranslate(str(shape), str(few), format='ESRI Shapefile')
parts = {p: p.read_bytes() for p in FOLDER.glob('shape.*')}
refused('output = the table of an input shapefile', redline(*command(shape, FOLDER / 'shape.dbf', '--overwrite')), 'input', kept=parts)
before = redline(*command(few, out, '--overwrite', '--csv', FOLDER / 'nowhere' / 'a.csv'))
refused('a missing folder for the table', before, 'nowhere', kept={out: old})

# No room: a disk of 1 MB (root), or a limit on the size of a file, which a full disk cannot tell from.
big = command(many, out, '--overwrite')
r = subprocess.run([BINARY, *map(str, big)], capture_output=True, text=True, env={**os.environ, 'LANGUAGE': 'en'},
                   preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000)))
refused('a limit on the size of a file', r, 'cannot be written', kept={out: old})
disk = FOLDER / 'disk'
disk.mkdir()
if subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', str(disk)], capture_output=True).returncode == 0:
    try:
        small = disk / 'a.gpkg'
        small.write_bytes(b'old')
        refused('a full disk', redline(*command(many, small, '--overwrite')), str(disk), 'No space left', ' room', 'unchanged', kept={small: b'old'})
        check('a full disk: litter', [p.name for p in disk.iterdir()], ['a.gpkg'])
        (disk / 'filler').write_bytes(bytes(980_000))
        refused('hardly room', redline(*command(few, small, '--overwrite')), 'a.gpkg', kept={small: b'old'})
    finally:
        subprocess.run(['umount', str(disk)])
else:
    print('no right to mount a small disk: the limit on the size of a file has to do')

# A folder that may be read only: root may write anywhere, so the run is nobody's.
FOLDER.chmod(0o755)
closed = FOLDER / 'closed'
closed.mkdir(mode=0o555)
anyones = shutil.copy(BINARY, FOLDER)  # the build may lie where nobody can not look
as_nobody = {'user': 'nobody', 'group': 'nogroup', 'extra_groups': []} if os.geteuid() == 0 else {}
r = subprocess.run([anyones, *map(str, command(few, closed / 'a.gpkg'))], capture_output=True, text=True, env={**os.environ, 'LANGUAGE': 'en'}, **as_nobody)
refused('a folder that may be read only', r, 'a.gpkg', 'Permission denied')
check('a folder that may be read only: empty', list(closed.iterdir()), [])

# What is printed is a result, too.
with open('/dev/full', 'w') as full:
    r = subprocess.run([BINARY, 'doctor'], stdout=full, stderr=subprocess.PIPE, text=True, env={**os.environ, 'LANGUAGE': 'en'})
check('no room for what is printed', (r.returncode, 'standard output' in r.stderr), (4, True))
done()
