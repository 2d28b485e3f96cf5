"""No command writes over what a workspace is read from, whatever the output is called and whether the command uses the workspace or not."""
import shutil
from support import *

ws = FOLDER / 'ws'
check('init', redline('init', ws, '--demo').returncode, 0)
(ws / 'decisions.csv').exists() or (ws / 'decisions.csv').write_text('activity_id,area_id,decision,document,office,decided_on,expires_on\n')
sub = ws / 'outputs'
sub.mkdir()
ledger = FOLDER / 'ledger.gpkg'
r = redline('overlay', '-w', ws, '-o', ledger)
check(f'a ledger: {r.stderr}', r.returncode, 0)
check('prepared', redline('prepare', '-w', ws).returncode, 0)
shutil.copytree(SOURCE / 'testdata' / 'xinjiang' / 'restoration', ws / 'restoration', dirs_exist_ok=True)
(ws / 'styles').mkdir(exist_ok=True)
style = ws / 'styles' / 'conflict_areas.qml'
r = redline('qgis', ledger, '-w', ws, '-o', FOLDER / 'p.qgz')
application = FOLDER / 'a.txt'
application.write_text('1 85.10 44.10\n2 85.20 44.10\n3 85.20 44.20\n')
(ws / 'restoration.gpkg').exists() or (ws / 'restoration.gpkg').write_bytes(b'a restoration ledger')
link = FOLDER / 'link'
link.symlink_to(ws)
SCREEN = ['screen', application, '-w', ws, '--crs', 'EPSG:4490', '--kind', 'mining_right']
WRITERS = {
    'overlay': lambda out: ['overlay', '-w', ws, '-o', out],
    'overlay --csv': lambda out: ['overlay', '-w', ws, '-o', FOLDER / 'other.gpkg', '--csv', out],
    'overlay of two files': lambda out: ['overlay', '--areas', ws / '自然保护区_示意.geojson', '--activities', ws / '能源设施.geojson', '-o', out],
    'screen --json': lambda out: [*SCREEN, '--json', out],
    'screen --html': lambda out: [*SCREEN, '--html', out],
    'screen --cut': lambda out: [*SCREEN, '--cut', out],
    'report': lambda out: ['report', ledger, '--html', out],
    'report --xlsx': lambda out: ['report', ledger, '--xlsx', out],
    'qgis': lambda out: ['qgis', ledger, '-o', out],
    'export': lambda out: ['export', ledger, '-o', out, '--layer', 'conflict_areas'],
    'convert': lambda out: ['convert', application, '--crs', 'EPSG:4490', '-o', out],
    'restoration status': lambda out: ['restoration', 'status', '-w', ws, '--json', '-o', out],
    'restoration report': lambda out: ['restoration', 'report', '-w', ws, '--html', out],
}
INPUTS = ['redline.toml', 'register.csv', 'aliases.csv', 'rules.toml', 'decisions.csv', 'restoration.gpkg', '自然保护区_示意.geojson', '矿权_采矿权.dbf', '油井.csv', '新疆范围_示意.geojson', 'basemap.prepared']
there = [name for name in INPUTS if (ws / name).exists()]
true(f'most are there: {there}', len(there) >= 7)
before = {p: p.read_bytes() for p in ws.rglob('*') if p.is_file()}
for what, command in WRITERS.items():
    refusals = 0
    for name in there:
        r = redline(*command((link if name == 'redline.toml' else ws) / name), '--overwrite')
        true(f'{what} over {name}: {r.returncode} {r.stdout} {r.stderr}', r.returncode == 2 and 'nd in' in r.stderr or r.returncode == 4 and ('is an input' in r.stderr or 'is a file of the workspace' in r.stderr))  # 2: no ending of this output
        refusals += r.returncode == 4
    true(f'{what} was refused {refusals} times', refusals >= (0 if what == 'qgis' else 2))
changed = [str(p) for p, content in before.items() if not p.exists() or p.read_bytes() != content]
check('all is as it was', changed, [])
check('nothing new', sorted(p.name for p in ws.rglob('*') if p.is_file() and p not in before), [])

# --- An unreadable workspace keeps what has a fixed name; other files in a workspace may be written.
r = redline('report', ledger, '--html', sub / 'report.html')
check(f'a report inside of the workspace: {r.stderr}', r.returncode, 0)
r = redline('export', ledger, '-o', ws / 'new.geojson', '--layer', 'conflict_areas')
check(f'an export inside of the workspace: {r.stderr}', r.returncode, 0)
check('again', redline('export', ledger, '-o', ws / 'new.geojson', '--layer', 'conflict_areas', '--overwrite').returncode, 0)
(ws / 'redline.toml').write_text('this is no TOML [')
for name in ('redline.toml', 'decisions.csv', 'restoration.gpkg'):
    was = (ws / name).read_bytes()
    check(f'{name} of a workspace that cannot be read', (redline('report', ledger, '--html', ws / name, '--overwrite').returncode, (ws / name).read_bytes() == was), (4, True))
# --- An input of the command itself.
was = application.read_bytes()
r = redline('convert', application, '--crs', 'EPSG:4490', '-o', application, '--overwrite')
check(f'convert over its own input: {r.stderr}', (r.returncode, application.read_bytes() == was), (4, True))
done()
