"""redline verify: a ledger (and the JSON of a screening) equals its recomputation, also with other threads, from elsewhere, with filters, and without a workspace;
each value, row, source, rule set and version that was changed is named; nothing is written and nothing left behind."""
import hashlib, json, os, pathlib, shutil, sqlite3, subprocess, tempfile
from support import BINARY, FOLDER, check, done, redline, true

WORKSPACE, LEDGER = FOLDER / 'demo', FOLDER / 'demo.gpkg'
SCRATCH = FOLDER / 'scratch'  # where the recomputation lies meanwhile
SCRATCH.mkdir()


def run(*args, status=0, cwd=None, lang='en'):
    r = subprocess.run([BINARY, *map(str, args), '--lang', lang], capture_output=True, text=True, cwd=cwd, env={**os.environ, 'TMPDIR': str(SCRATCH)})
    if status is not None: check(f'{args}: {r.stdout}{r.stderr}', r.returncode, status)
    return r


def verify(ledger, *args, status, workspace=WORKSPACE):
    return run('verify', ledger, '-w', workspace, *args, status=status)


def differences(ledger, **more):
    return [{k: d[k] for k in ('kind', 'table', 'row', 'column', 'file', 'recomputed')} for d in json.loads(verify(ledger, '--json', **more).stdout)['differences']]


def changed(name, *statements):
    """A copy of the ledger, edited as with the tool sqlite3; triggers that need spatial functions are taken out first."""
    copy = FOLDER / name
    shutil.copy(LEDGER, copy)
    db = sqlite3.connect(copy)
    for (trigger,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall(): db.execute(f'DROP TRIGGER "{trigger}"')
    for s in statements: check(s, db.execute(s).rowcount in (1, -1), True)
    db.commit(), db.close()
    return copy


def one(query, ledger=LEDGER):
    db = sqlite3.connect(ledger)
    out = db.execute(query).fetchone()
    db.close()
    return out


run('init', WORKSPACE, '--demo')
run('overlay', '-q', '-w', WORKSPACE, '-o', LEDGER)
before = hashlib.sha256(LEDGER.read_bytes()).hexdigest()
listing = sorted(p.name for p in FOLDER.iterdir())

# --- The same: however many threads, from another folder, in another language.
r = verify(LEDGER, status=0)
true(r.stdout, r.stdout.startswith('same: '))
rows = sum(one(f'SELECT count(*) FROM "{t}"')[0] for t in ('conflict_points', 'conflict_lines', 'conflict_areas', 'activity_points', 'activity_lines', 'activity_areas', 'basemap', 'findings', 'proximity', 'rights_overlaps', 'layers_checked', 'rows', 'summary', 'decisions', 'run'))
true('all rows compared', f'15 tables with {rows} rows' in r.stdout)
verify(LEDGER, '--threads', 1, status=0)
run('verify', LEDGER, status=0, cwd=WORKSPACE, lang='zh')
run('verify', 'demo.gpkg', '-w', 'demo', status=0, cwd=FOLDER)
check('as JSON', json.loads(verify(LEDGER, '--json', status=0).stdout) | {'file': ''}, {'format': 'redline-verify/1', 'file': '', 'result': 'same', 'recomputed': True, 'tables': 15, 'rows': rows, 'other_versions': {}, 'differences': []})
run('overlay', '-q', '-w', WORKSPACE, '-o', FOLDER / 'part.gpkg', '--reserve', '罗布泊', '--as-of', '2026-06-01', '--area-method', 'planar', lang='zh')
verify(FOLDER / 'part.gpkg', status=0)
check('nothing written', (hashlib.sha256(LEDGER.read_bytes()).hexdigest(), sorted(p.name for p in FOLDER.iterdir() if not p.name.startswith('part.'))), (before, listing))

# --- What QGIS does when it only looks is no difference; nor is the order of rows.
verify(changed('styles.gpkg', "UPDATE layer_styles SET description = 'x' WHERE id = 1", 'UPDATE summary SET fid = 900000 WHERE fid = 1'), status=0)

# --- One value, one geometry, one row each: named with table, key, column, old and new.
id, area = one("SELECT conflict_id, overlap_m2 FROM conflict_areas WHERE fid = 7")
fid, layer, activity, occurrence = one('SELECT fid, activity_layer, activity_id, occurrence FROM activity_points LIMIT 1')
key = f'{layer} · {activity} · {occurrence}'
for name, statement, expected in (
        ('value', f"UPDATE conflict_areas SET overlap_m2 = overlap_m2 + 0.001 WHERE fid = 7", ('value', 'conflict_areas', id, 'overlap_m2')),
        ('verdict', f"UPDATE activity_points SET verdict = 'allowed' WHERE fid = {fid}", ('value', 'activity_points', key, 'verdict')),
        ('checks', f"UPDATE activity_points SET checks = replace(checks, 'none', 'overlap') WHERE fid = {fid}", ('value', 'activity_points', key, 'checks')),
        ('residue', f"UPDATE activity_points SET outside = outside + 1 WHERE fid = {fid}", ('value', 'activity_points', key, 'outside')),
        ('null', f"UPDATE conflict_areas SET trace = NULL WHERE fid = 7", ('value', 'conflict_areas', id, 'trace')),
        ('geometry', f"UPDATE conflict_areas SET geom = (SELECT geom FROM conflict_areas WHERE fid = 8) WHERE fid = 7", ('value', 'conflict_areas', id, 'geom')),
        ('removed', f"DELETE FROM conflict_areas WHERE fid = 7", ('only_recomputed', 'conflict_areas', id, '')),
        ('added', "INSERT INTO decisions (activity_id, decision) VALUES ('LB01', '同意')", ('only_in_file', 'decisions', 'LB01', '')),
        ('key', "UPDATE run SET value = '2' WHERE key = 'densify_m'", ('value', 'run', 'densify_m', 'value')),
        ('finding', "DELETE FROM findings WHERE fid = 2", ('only_recomputed', 'findings', None, ''))):
    copy = changed(f'{name}.gpkg', statement)
    found = differences(copy, status=1)
    check(f'{name}: one difference', len(found), 1)
    got = tuple(found[0][k] for k in ('kind', 'table', 'row', 'column'))
    check(name, got, expected if expected[2] is not None else (expected[0], expected[1], got[2], expected[3]))
    text = verify(copy, status=1).stdout
    true(f'{name} in words: {text}', expected[1] in text and (expected[2] or '') in text and '1 differences' in text)
d = differences(FOLDER / 'value.gpkg', status=1)[0]
check('old and new', (float(d['file']), float(d['recomputed'])), (area + 0.001, area))
moved = changed('moved.gpkg', "UPDATE conflict_areas SET conflict_id = '0000000000000000' WHERE fid = 7")
check('a row under another key', sorted((d['kind'], d['row']) for d in differences(moved, status=1)), [('only_in_file', '0' * 16), ('only_recomputed', id)])
check('a view that is no longer the three layers', [(d['table'], d['column']) for d in differences(changed('view.gpkg', 'DROP VIEW conflicts', 'CREATE VIEW conflicts AS SELECT fid * 3 + 2 AS fid, * FROM conflict_areas'), status=1)], [('conflicts', 'SQL')])

# --- Many differences: so many printed, the rest counted, all in JSON.
many = changed('many.gpkg')
db = sqlite3.connect(many)
n = db.execute("UPDATE conflict_areas SET rung = 'grid' WHERE rung <> 'grid'").rowcount
db.commit(), db.close()
lines = verify(many, '--limit', 5, status=1).stdout.splitlines()
check('five and the rest', (len([l for l in lines if 'rung' in l]), f'{n - 5} more' in ' '.join(lines)), (5, True))
check('all', len(differences(many, status=1)), n)

# --- A changed source is named, with both hashes, and nothing is recomputed.
other = FOLDER / 'other'
shutil.copytree(WORKSPACE, other)
with (other / '油井.csv').open('a', encoding='utf-8') as f: f.write('\n')
found = differences(LEDGER, workspace=other, status=1)
check('the source', [(d['kind'], d['table'], d['row'], d['column']) for d in found], [('source', 'run', 'input.油井.sha256', 'value')])
check('both hashes', (found[0]['file'], found[0]['recomputed']), tuple(hashlib.sha256((p / '油井.csv').read_bytes()).hexdigest() for p in (WORKSPACE, other)))
true('and nothing else', 'nothing was recomputed' in verify(LEDGER, workspace=other, status=1).stdout)
shutil.copy(WORKSPACE / '油井.csv', other / '油井.csv')
with (other / 'register.csv').open('a', encoding='utf-8') as f: f.write('\n')
check('the register', [(d['kind'], d['row']) for d in differences(LEDGER, workspace=other, status=1)], [('source', 'register_sha256')])
shutil.copy(WORKSPACE / 'register.csv', other / 'register.csv')
coverage = other / '新疆范围_示意.geojson'
with coverage.open('a', encoding='utf-8') as f: f.write('\n')
found = differences(LEDGER, workspace=other, status=1)
check('the coverage', ({d['kind'] for d in found}, {d['row'].rpartition('.')[2] for d in found}, {d['recomputed'] for d in found}), ({'source'}, {'coverage_sha256'}, {hashlib.sha256(coverage.read_bytes()).hexdigest()}))
shutil.copy(WORKSPACE / coverage.name, coverage)
(other / 'decisions.csv').write_text('activity_id,area_id,decision,document,office,decided_on,expires_on\nLB01,,同意,文1,局,2019-01-01,\n', encoding='utf-8')
check('the decisions', [(d['kind'], d['row']) for d in differences(LEDGER, workspace=other, status=1)], [('source', 'decisions_sha256')])
(other / 'decisions.csv').unlink()
with (other / 'redline.toml').open('a', encoding='utf-8') as f: f.write('# a remark\n')
check('settings of other bytes, the same result', [(d['kind'], d['row']) for d in differences(LEDGER, workspace=other, status=1)], [('value', 'workspace_sha256')])

# --- Wrong inputs: status 3, what and what to do; nothing is computed.
(other / '油井.csv').unlink()
true('a missing source', '油井.csv' in verify(LEDGER, workspace=other, status=3).stderr)
shutil.copy(WORKSPACE / '油井.csv', other / '油井.csv')
text = (other / 'rules.toml').read_text(encoding='utf-8')
(other / 'rules.toml').write_text(text + '\n# another\n', encoding='utf-8')
r = verify(LEDGER, workspace=other, status=3)
true(r.stderr, 'rules' in r.stderr and '--rules' in r.stderr)
run('verify', LEDGER, '-w', other, '--rules', WORKSPACE / 'rules.toml', status=1)  # only the remark in redline.toml is left
r = verify(changed('version.gpkg', "UPDATE run SET value = '0.0.1' WHERE key = 'redline'"), status=3)
true(r.stderr, '0.0.1' in r.stderr and 'overlay again' in r.stderr)
library = changed('library.gpkg', "UPDATE run SET value = '3.10.0' WHERE key = 'geos'")
true('another library is said, and compared all the same', 'geos: 3.10.0 → ' in verify(library, status=0).stdout)
true('not a ledger', 'demo.csv' in (shutil.copy(WORKSPACE / '油井.csv', FOLDER / 'demo.csv'), verify(FOLDER / 'demo.csv', status=3))[1].stderr)
verify(FOLDER / 'none.gpkg', status=3)
r = run('verify', LEDGER, status=3, cwd=FOLDER)
true(f'no workspace: {r.stderr}', 'redline.toml' in r.stderr or 'workspace' in r.stderr)
check('a table is gone', verify(changed('table.gpkg', 'DROP TABLE proximity'), status=3).stdout, '')

# --- Without a workspace: the manifest says how the layers were read.
plain = FOLDER / 'plain'
plain.mkdir()
(plain / 'areas.geojson').write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': {'n': 'R', 'q': '1'}, 'geometry': {'type': 'Polygon', 'coordinates': [[[82, 44], [82.1, 44], [82.1, 44.1], [82, 44.1], [82, 44]]]}}]}))
(plain / 'points.csv').write_text('号,东,北,k\na,82.05,44.05,x\nb,83,44,x\nc,82.01,44.01,y\n', encoding='utf-8')
run('overlay', '-q', '--areas', 'areas.geojson', '--area-kind', '=nature_reserve', '--area-name', 'n', '--zone', 'q', '--zone-map', '1=core', '--activities', 'points.csv', '--activity-id', '号', '--x-field', '东', '--y-field', '北',
    '--where', "k='x'", '--activity-kind', '=oil_well', '--accuracy', '3.5', '--action', 'operate', '--activities-crs', 'EPSG:4490', '--encoding', 'UTF-8', '--as-of', '2019-03-31', '-o', 'plain.gpkg', cwd=plain)
check('the filter was in use', one('SELECT count(*) FROM activity_points', plain / 'plain.gpkg')[0], 2)
run('verify', 'plain.gpkg', status=0, cwd=plain)
(plain / 'areas.geojson').write_text((plain / 'areas.geojson').read_text() + '\n')
true('named here too', 'areas' in run('verify', 'plain.gpkg', status=1, cwd=plain).stdout)
db = sqlite3.connect(plain / 'plain.gpkg')
db.execute("DELETE FROM run WHERE key LIKE 'layer.%'")
db.commit(), db.close()
true('a ledger that does not say', 'plain.gpkg' in run('verify', 'plain.gpkg', status=3, cwd=plain).stderr)

# --- The JSON of a screening: the same, each changed value named by its way, a changed application, wrong inputs.
APP = FOLDER / 'app.txt'
APP.write_text('1 83.013411 44.599977\n2 83.014589 44.600082\n3 83.014836 44.599110\n4 83.011641 44.599483\n', encoding='utf-8')
(FOLDER / 'bad.txt').write_text('hello\n', encoding='utf-8')
GIVEN = ['--crs', 'EPSG:4490', '--kind', 'mining_right', '--action', 'renew', '--mineral', '铁', '--name', '=甲"乙', '--declared', '0.01', '--valid-to', '2020-01-01', '--accuracy', '1.5', '--elevation', '900,1200', '--overwrite', '-q']
JSON = FOLDER / 'app.json'
run('screen', 'app.txt', '-w', 'demo', *GIVEN, '--against', 'rights', '--id', 'X1', '--json', 'app.json', status=1, cwd=FOLDER)
true('the same', run('verify', 'app.json', '-w', 'demo', status=0, cwd=FOLDER).stdout.startswith('same: app.json'))
run('screen', 'app.txt', 'bad.txt', '-w', 'demo', *GIVEN, '--json', 'two.json', status=3, cwd=FOLDER, lang='zh')
run('verify', 'two.json', '-w', 'demo', status=0, cwd=FOLDER)
run('screen', 'app.txt', '--areas', 'plain/areas.geojson', '--area-kind', '=nature_reserve', '--with-draft', 'plain/areas.geojson', '--draft-kind', 'scenic_area', '--as-of', '2019-03-31', *GIVEN, '--json', 'draft.json', status=None, cwd=FOLDER)
run('verify', 'draft.json', status=0, cwd=FOLDER)
# A draft that has since changed, or cannot be read any longer, is named: with a workspace and without.
shutil.copy(FOLDER / 'plain/areas.geojson', FOLDER / 'line.geojson')
for name, more in (('with.json', ['-w', 'demo']), ('without.json', [])):
    areas = more or ['--areas', 'plain/areas.geojson', '--area-kind', '=nature_reserve']
    run('screen', 'app.txt', *areas, '--with-draft', 'line.geojson', '--draft-kind', 'scenic_area', '--as-of', '2019-03-31', *GIVEN, '--json', name, status=None, cwd=FOLDER)
    run('verify', name, *more, status=0, cwd=FOLDER)
(FOLDER / 'line.geojson').write_text('{"type": "FeatureCollection", "fea')
for name, more in (('with.json', ['-w', 'demo']), ('without.json', [])):
    found = json.loads(run('verify', name, *more, '--json', status=1, cwd=FOLDER).stdout)['differences']
    check(f'{name}: the draft is named', [d['row'] for d in found], ['input.draft.sha256'])
report = json.loads(JSON.read_text(encoding='utf-8'))
for way, edit in (('applications[0].conflicts[0]', lambda r: r['applications'][0]['conflicts'][0].__setitem__('overlap_m2', 1.5)), ('applications[0]', lambda r: r['applications'][0].__setitem__('verdict', 'clear')),
                  ('applications[0].conflicts[1]', lambda r: r['applications'][0]['conflicts'].pop()), ('manifest', lambda r: r['manifest'].__setitem__('densify_m', '5')), ('extra', lambda r: r.__setitem__('extra', 1))):
    other_json, copy = FOLDER / 'edited.json', json.loads(json.dumps(report))
    edit(copy)
    other_json.write_text(json.dumps(copy, ensure_ascii=False), encoding='utf-8')
    found = json.loads(run('verify', 'edited.json', '-w', 'demo', '--json', status=1, cwd=FOLDER).stdout)['differences']
    check(f'{way}: one difference', [(d['table'], d['row']) for d in found], [('screening', way)])
check('old and new', [(d['file'], d['recomputed']) for d in found], [('', '')])
# --- The layer in which the county was looked up is an input, too.
with_county = FOLDER / 'county'
shutil.copytree(WORKSPACE, with_county)
(with_county / 'counties.geojson').write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': {'n': '精河县'}, 'geometry': {'type': 'Polygon', 'coordinates': [[[82, 44], [84, 44], [84, 45], [82, 45], [82, 44]]]}}]}))
with (with_county / 'redline.toml').open('a', encoding='utf-8') as f: f.write('\n[counties]\nsource = "counties.geojson"\nfield = "n"\n')
run('screen', 'app.txt', '-w', 'county', *GIVEN, '--county', '精河', '--json', 'county.json', status=1, cwd=FOLDER)
run('verify', 'county.json', '-w', 'county', status=0, cwd=FOLDER)
with (with_county / 'counties.geojson').open('a') as f: f.write('\n')
found = json.loads(run('verify', 'county.json', '-w', 'county', '--json', status=1, cwd=FOLDER).stdout)['differences']
check('the counties', [(d['kind'], d['row']) for d in found], [('source', 'counties_sha256')])
APP.write_text(APP.read_text(encoding='utf-8').replace('83.013411', '83.013412'), encoding='utf-8')
found = json.loads(run('verify', 'app.json', '-w', 'demo', '--json', status=1, cwd=FOLDER).stdout)
check('the application changed', ([(d['kind'], d['row']) for d in found['differences']], found['recomputed']), ([('source', 'application.app.txt.sha256')], False))
said = run('verify', 'app.json', '-w', 'demo', status=1, cwd=FOLDER).stdout
true(f'advises the command that made it: {said}', 'run redline screen again' in said and 'overlay' not in said)
APP.unlink()
true('the application is gone', 'app.txt' in run('verify', 'app.json', '-w', 'demo', status=3, cwd=FOLDER).stderr)
for name, edit in (('0.0.1', lambda r: r['manifest'].__setitem__('redline', '0.0.1')), ('rules', lambda r: r['manifest'].__setitem__('rules_sha256', '0')), ('edited.json', lambda r: r['manifest'].pop('options')), ('edited.json', lambda r: r.__setitem__('format', 'x'))):
    copy = json.loads(json.dumps(report))
    edit(copy)
    other_json.write_text(json.dumps(copy), encoding='utf-8')
    said = run('verify', 'edited.json', '-w', 'demo', status=3, cwd=FOLDER).stderr
    true(f'{name}: {said}', name in said and 'overlay' not in said)
r = subprocess.run([BINARY, 'screen', '-', '-w', 'demo', *GIVEN, '--json', 'pasted.json'], input='1 83.013411 44.599977\n2 83.014589 44.600082\n3 83.014836 44.599110\n', text=True, capture_output=True, cwd=FOLDER)
true('pasted text', 'pasted' in run('verify', 'pasted.json', '-w', 'demo', status=3, cwd=FOLDER).stderr)
check('nothing left behind', list(SCRATCH.iterdir()), [])
# --- JSON nested without end, of whatever shape, is refused and not walked through.
import re
screening = FOLDER / 'deep.json'
right = FOLDER / 'deep.txt'
right.write_text('1 85.10 44.10\n2 85.20 44.10\n3 85.20 44.20\n', encoding='utf-8')
run('screen', right, '-w', WORKSPACE, '--crs', 'EPSG:4490', '--kind', 'mining_right', '--json', screening, status=None)
verify(screening, status=0)
whole = screening.read_text(encoding='utf-8')
for depth in (1000, 100_000, 1_000_000):
    for deep in ('[' * depth + ']' * depth, '{"a":' * depth + '1' + '}' * depth, '[' * depth):
        for text in (re.sub(r'"applications": ', '"applications": ' + deep + ', "more": ', whole, count=1), whole.replace('"manifest": {', '"manifest": {"deep": ' + deep + ',', 1)):
            screening.write_text(text, encoding='utf-8')
            true(f'{depth} deep: {verify(screening, status=3).stderr}', 'is not the JSON of redline screen' in verify(screening, status=3).stderr)
deep = changed('deep.gpkg', "UPDATE findings SET args = '[' || replace(hex(zeroblob(100000)), '00', '[') || replace(hex(zeroblob(100000)), '00', ']') || ']' WHERE rowid = 1")
run('report', deep, '--html', FOLDER / 'deep.html', status=0)

# --- No folder for temporary files: the current one; neither: said, and what to do.
elsewhere = FOLDER / 'elsewhere'
elsewhere.mkdir()
for bad in ('/proc', '/nowhere/at/all', str(LEDGER)):
    r = subprocess.run([BINARY, 'verify', str(LEDGER), '-w', str(WORKSPACE), '--lang', 'en'], capture_output=True, text=True, cwd=elsewhere, env={**os.environ, 'TMPDIR': bad})
    check(f'TMPDIR={bad}: {r.stderr}', r.returncode, 0)
    check('nothing is left in the current folder', list(elsewhere.iterdir()), [])
r = subprocess.run([BINARY, 'verify', str(LEDGER), '-w', str(WORKSPACE), '--lang', 'en'], capture_output=True, text=True, cwd='/proc', env={**os.environ, 'TMPDIR': '/proc'})
check(f'no place at all: {r.stderr}', (r.returncode, 'TMPDIR' in r.stderr), (4, True))

done()
