"""redline prepare: with and without the prepared basemap the same bytes come out; whatever is stale, damaged or another's is noticed."""
import hashlib, json, math, os, pathlib, random, resource, shutil, signal, sqlite3, struct, subprocess, time
from osgeo import gdal, ogr, osr
from support import BINARY, FOLDER, SOURCE, check, done, redline, shared, true

WORKSPACE = FOLDER / 'ws'
shutil.copytree(SOURCE / 'testdata' / 'xinjiang', WORKSPACE)
FILE = WORKSPACE / 'basemap.prepared'
DATA = pathlib.Path(shared('chinese-baopan-txt'))
chance = random.Random(20190331)
NOTICE = 'redline prepare renews it.'
made = 0
pages = True  # compare the reports, too


def prepare(where=WORKSPACE, *args, status=0):
    r = redline('prepare', '-w', where, '--lang', 'en', *args)
    check(f'prepare {where.name} {args}: {r.stderr}', r.returncode, status)
    return r


def run(args, where, *more):
    out, page = FOLDER / 'out.json', FOLDER / 'out.html'
    out.unlink(missing_ok=True), page.unlink(missing_ok=True)
    html = ['--html', page] if pages else []
    language = [] if '--lang' in args else ['--lang', 'en']
    r = redline('screen', *args, '-w', where, '--json', out, *html, *language, *more)
    return (r.returncode, r.stdout, out.read_bytes() if out.exists() else None, page.read_bytes() if page.exists() else None), r.stderr


def same(what, args, where=WORKSPACE, fits=True):
    """The result with and without; `fits`: whether the prepared one is to be used without a word, or said to be unfit."""
    ours, said = run(args, where)
    theirs, said_without = run(args, where, '--no-prepared')
    true(f'{what}: the same bytes', ours == theirs)
    if fits is True: check(f'{what}: nothing is said', said, said_without)
    if fits is False: true(f'{what}: said to be unfit: {said!r}', said.startswith('redline: ') and NOTICE in said and said.endswith(said_without))
    return json.loads(ours[2]) if ours[2] else None, said


def text_file(points):
    global made
    made += 1
    path = FOLDER / f'a{made}.txt'
    path.write_text(''.join(f'{i} {x:.6f} {y:.6f}\n' for i, (x, y) in enumerate(points, 1)), encoding='utf-8')
    return path


def blob(x, y, size):
    n = chance.randint(3, 9)
    turns = sorted(chance.uniform(0, 6.283) for _ in range(n))
    return [(x + size * chance.uniform(.4, 1) * math.cos(t), y + size * chance.uniform(.4, 1) * math.sin(t)) for t in turns]


def corners_of(path):
    out = []
    ds = ogr.Open(str(path))
    for f in ds.GetLayer(0):
        g = f.GetGeometryRef()
        for i in range(g.GetGeometryCount()):
            ring = g.GetGeometryRef(i)
            ring = ring.GetGeometryRef(0) if ring.GetGeometryCount() else ring
            out += [ring.GetPoint_2D(k) for k in range(ring.GetPointCount())]
    return out


# --- The same bytes: real files, each alone and all in one; random applications on borders, inside and far away.
r = prepare()
true(f'says what it made: {r.stdout}', 'basemap.prepared' in r.stdout and 'layers: 4' in r.stdout)
check('sound', prepare(WORKSPACE, '--check').returncode, 0)
real = sorted(DATA.rglob('*.txt'))
true(f'{len(real)} real files', len(real) >= 12)
for f in real:
    same(f.name, [f, '--accept'])
same('all real files', [*real, '--accept'])
corners = corners_of(WORKSPACE / '自然保护区_示意.geojson') + corners_of(WORKSPACE / '生态保护红线_示意.fgb') + corners_of(WORKSPACE / '水源保护区_示意.geojson')
for i in range(40):
    x, y = chance.choice(corners) if i % 4 else (chance.uniform(73, 97), chance.uniform(34, 50))
    text_file(blob(x + chance.gauss(0, .05), y + chance.gauss(0, .05), chance.choice((.002, .02, .1, .5))))
batch = [FOLDER / f'a{i}.txt' for i in range(1, made + 1)]
s, _ = same('random applications', [*batch, '--crs', 'EPSG:4490', '--kind', 'mining_right', '--accuracy', '5'])
verdicts = {a['verdict'] for a in s['applications']}
true(f'of all sorts: {verdicts}', {'prohibited', 'clear'} <= verdicts and any(a['nearest'] for a in s['applications']))
for i in (1, 4, 8):
    same(f'random application {i} alone', [batch[i], '--crs', 'EPSG:4490', '--kind', 'mining_right'])
half = batch[1]
GIVEN = ['--crs', 'EPSG:4490', '--kind', 'mining_right']
same('against rights', [half, *GIVEN, '--against', 'rights'])
draft = FOLDER / 'draft.geojson'
x, y = corners[100]
draft.write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': {'id': 'D1', 'name': 'Draft'}, 'geometry': {
    'type': 'Polygon', 'coordinates': [[[x - 1, y - 1], [x + 1, y - 1], [x + 1, y + 1], [x - 1, y + 1], [x - 1, y - 1]]]}}]}))
inside = text_file([(x - .01, y - .01), (x + .01, y - .01), (x + .01, y + .01)])
s, _ = same('with a draft', [inside, *GIVEN, '--with-draft', draft, '--draft-kind', 'nature_reserve'])
true('the draft counts', any(c['draft'] for c in s['applications'][0]['conflicts']))
same('in Chinese', [half, *GIVEN, '--lang', 'zh'])

pages = False
# --- On other days: used where the same boundaries are in force, else said.
for day, fits in (('2018-10-31', False), ('2018-11-01', True), ('2019-03-31', True), ('2024-02-29', True)):
    same(f'as of {day}', [half, *GIVEN, '--as-of', day], fits=fits)

# --- Every source: one byte, with the length and the times as before. Put back, it fits again, also with new times.
for name in ('自然保护区_示意.geojson', '生态保护红线_示意.fgb', '风景名胜区_示意.geojson', '水源保护区_示意.geojson', '新疆范围_示意.geojson'):
    path = WORKSPACE / name
    bytes_, times = path.read_bytes(), path.stat()
    at = bytes_.index(b'4', len(bytes_) // 2) if path.suffix == '.geojson' else len(bytes_) - 9
    path.write_bytes(bytes_[:at] + bytes([bytes_[at] ^ 1]) + bytes_[at + 1:])
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    _, said = same(f'a byte of {name}', [half, *GIVEN], fits=False)
    true(f'names it: {said}', name in said)
    r = prepare(WORKSPACE, '--check', status=1)
    true(f'--check names it: {r.stdout}', name in r.stdout)
    path.write_bytes(bytes_)
    same(f'{name} put back', [half, *GIVEN])
path = WORKSPACE / '自然保护区_示意.geojson'
path.rename(FOLDER / 'away')
(status, *_), said = run([half, *GIVEN], WORKSPACE)
check(f'a source that is gone: {said}', status, 3)
path.write_text('no map')
torn = FOLDER / 'torn.fgb'
gdal.VectorTranslate(str(torn), str(draft), format='FlatGeobuf')
whole = torn.read_bytes()
torn.write_bytes(whole[:-40])
rights = WORKSPACE / '矿权_探矿权.geojson'
of_rights = rights.read_bytes()
rights.write_text('no map')
DRAFT = ['--draft-kind', 'wetland', '--with-draft']
for more, said_of in (([*DRAFT, FOLDER / 'none.geojson'], 'none.geojson'), ([*DRAFT, half, '--draft-crs', 'EPSG:4490'], half.name), ([*DRAFT, torn], torn.name), (['--against', 'rights'], rights.name)):
    (status, *_), said = run([half, *GIVEN, *more], WORKSPACE)
    true(f'what is wrong with the draft or the rights is said before the sources are looked at: {said}', status == 3 and said_of in said and path.name not in said)
rights.write_bytes(of_rights)
path.unlink()
(FOLDER / 'away').rename(path)

# --- redline.toml, the register, another workspace, another version.
toml = WORKSPACE / 'redline.toml'
was = toml.read_text(encoding='utf-8')
toml.write_text(was.replace('kind = "water_source"', 'kind = "wetland"'), encoding='utf-8')
same('another kind in redline.toml', [half, *GIVEN], fits=False)
toml.write_text(was, encoding='utf-8')
same('as it was', [half, *GIVEN])
check('a new workspace', redline('init', FOLDER / 'other', '--demo').returncode, 0)
shutil.copy(FILE, FOLDER / 'other')
same('of another workspace', [half, *GIVEN], FOLDER / 'other', fits=False)
moved = FOLDER / 'moved'
shutil.copytree(WORKSPACE, moved)
same('a copy of the whole folder fits', [half, *GIVEN], moved)
check('from inside', subprocess.run([BINARY, 'prepare', '--check'], cwd=moved, capture_output=True).returncode, 0)
shutil.rmtree(moved)
whole = FILE.read_bytes()
mark = b'redline-basemap/5'
check('the format is named once', whole.count(mark), 1)

# --- Damage anywhere: never another result. A flipped bit is either never looked at or said.
heard = 0
for i in range(20):
    at = chance.randrange(len(whole)) if i >= 8 else (0, 1000, len(whole) // 2, len(whole) - 1, len(whole) - 40, len(whole) - 90, len(whole) - 200, len(whole) - 5000)[i]
    FILE.write_bytes(whole[:at] + bytes([whole[at] ^ (1 << chance.randrange(8))]) + whole[at + 1:])
    _, said = same(f'a bit at {at} of {len(whole)}', [chance.choice(batch), *GIVEN], fits=None)
    true(f'and nothing else is said: {said}', not said or 'damaged' in said)
    heard += 'damaged' in said
    if i < 12: check(f'--check finds the bit at {at}', redline('prepare', '-w', WORKSPACE, '--check').returncode, 1)
true(f'damage was met {heard} times', heard > 3)  # tables and trailer are read every time
for size in (0, 1, 95, 96, 4096, len(whole) // 2, len(whole) - 1):
    FILE.write_bytes(whole[:size])
    same(f'cut to {size} bytes', [half, *GIVEN], fits=False)
FILE.write_bytes(os.urandom(len(whole)))
same('noise', [half, *GIVEN], fits=False)
FILE.unlink()
FILE.mkdir()
same('a folder in its place', [half, *GIVEN], fits=False)
FILE.rmdir()
same('none at all', [half, *GIVEN])
check('--check without one', prepare(WORKSPACE, '--check', status=1).stderr, '')
FILE.write_bytes(whole)
same('whole again', [half, *GIVEN])
r = redline('-q', 'screen', half, *GIVEN, '--lang', 'en', '-w', WORKSPACE, '--as-of', '2018-10-31')
check('quiet says the result alone', ('Proposed verdict' in r.stdout, 'All verdicts are' in r.stdout, r.stderr), (True, False, ''))
check('what is prepared again is the same, byte by byte', (prepare().returncode, FILE.read_bytes() == whole), (0, True))

# --- Forged, with sums that are right: never a crash, never more memory than the file is worth; where it does not fit together it is said.
BLOCK, MAGIC = 1 << 16, b'redline-blocks/1'


def sealed(data):
    sums = b''.join(hashlib.sha256(data[i:i + BLOCK]).hexdigest().encode() for i in range(0, len(data), BLOCK))
    end = hashlib.sha256(MAGIC + str(len(data)).encode() + b':' + sums).hexdigest().encode()
    return data + sums + struct.pack('<Q', len(MAGIC)) + MAGIC + struct.pack('<Q', len(data)) + end


def little_memory():
    resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))


data = whole[:struct.unpack('<Q', whole[-72:-64])[0]]
check('sealed as the program does', sealed(data), whole)
head_at = len(data) - 8 - struct.unpack('<Q', data[-8:])[0]
tables_at, tables_size = struct.unpack('<QQ', data[-24:-8])
check('the tables stand before the head', tables_at + tables_size, head_at)
ends, said_of_damage = {}, 0
for i in range(60):
    forged = bytearray(data)
    first, last = ((tables_at, head_at), (head_at, len(data)), (len(data) - 24, len(data)), (0, tables_at))[i % 4]
    for _ in range(chance.choice((1, 1, 3, 200 if i % 4 == 3 else 5))):
        at = chance.randrange(first, last)
        new = chance.choice((bytes([forged[at] ^ 1 << chance.randrange(8)]), b'\xff' * 8, b'\xff\xff\xff\x7f', bytes(8), struct.pack('<d', 1e300), struct.pack('<Q', 1 << chance.randrange(20, 63))))
        forged[at:at + len(new)] = new
    FILE.write_bytes(sealed(bytes(forged[:len(data)])))
    r = subprocess.run([BINARY, 'screen', str(chance.choice(batch)), *GIVEN, '-w', str(WORKSPACE), '--lang', 'en'], capture_output=True, text=True, errors='replace', preexec_fn=little_memory)
    true(f'forged {i} at {at} of {len(data)}: {r.returncode} {r.stderr[-300:]}', r.returncode in (0, 1) or r.returncode == 3 and r.stderr.startswith('redline: '))
    said_of_damage += 'is damaged' in r.stderr
true(f'{said_of_damage} times it was noticed', said_of_damage > 8)
FILE.unlink()
os.mkfifo(FILE)
same('a pipe in its place', [half, *GIVEN], fits=False)
FILE.unlink()
FILE.write_bytes(whole)

# --- Dates of single areas, zones in a layer of their own (a shapefile), a GeoPackage.
dated = FOLDER / 'dated'
dated.mkdir()


def layer(path, driver, kind, fields, features):
    ds = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(4490)
    srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    lyr = ds.CreateLayer(path.stem, srs, ogr.wkbPolygon)
    for f in fields: lyr.CreateField(ogr.FieldDefn(f, ogr.OFTString))
    for values, (w, s, e, n) in features:
        f = ogr.Feature(lyr.GetLayerDefn())
        for k, v in zip(fields, values): f.SetField(k, v)
        f.SetGeometry(ogr.CreateGeometryFromWkt(f'POLYGON(({w} {s},{e} {s},{e} {n},{w} {n},{w} {s}))'))
        lyr.CreateFeature(f)


layer(dated / 'reserves.gpkg', 'GPKG', 'area', ['id', 'name', 'since', 'until'], [
    (('R1', 'One', '1990-01-01', ''), (84, 44, 84.4, 44.4)), (('R2', 'Two', '2000-05-01', '2010-06-30'), (84.5, 44, 84.9, 44.4)),
    (('R3', 'Three', '2022-03-01', ''), (85, 44, 85.4, 44.4))])
layer(dated / 'zones.shp', 'ESRI Shapefile', 'zone', ['id', 'zone'], [
    (('R1', 'core'), (84.1, 44.1, 84.2, 44.2)), (('R2', 'core'), (84.6, 44.1, 84.7, 44.2)), (('R9', 'buffer'), (86, 44, 86.1, 44.1))])
(dated / 'redline.toml').write_text('''format = "redline-workspace/1"
as_of = "2019-03-31"
[[layer]]
name = "reserves"
role = "areas"
source = "reserves.gpkg"
kind = "nature_reserve"
[layer.fields]
id = "id"
valid_from = "since"
valid_to = "until"
[[layer]]
name = "zones"
role = "areas"
source = "zones.shp"
zones_of = "reserves"
[layer.fields]
id = "id"
zone = "zone"
''')
near = text_file([(84.15, 44.15), (84.65, 44.15), (84.65, 44.3), (84.15, 44.3)])
for made_for in ('2019-03-31', '2005-01-01'):
    prepare(dated, '--as-of', made_for)
    for day, of in (('1995-01-01', ''), ('2000-04-30', ''), ('2000-05-01', '2005-01-01'), ('2010-06-30', '2005-01-01'), ('2010-07-01', '2019-03-31'),
                    ('2022-02-28', '2019-03-31'), ('2022-03-01', '')):  # R1, R2, R3 begin; R2 ends
        s, _ = same(f'dated areas of {made_for} on {day}', [near, *GIVEN, '--as-of', day], dated, fits=of == made_for)
        out = [f for f in s['findings'] if f['code'] == 'run.area_not_in_force']
        true(f'those not in force are named with the day {day}: {out}', out and all(day in f['text'] for f in out))
prepare(dated)
for part in ('zones.dbf', 'zones.shx', 'zones.prj'):
    path = dated / part
    was = path.read_bytes()
    path.write_bytes(was + b' ')
    _, said = same(f'{part} of a shapefile', [near, *GIVEN], dated, fits=False)
    path.write_bytes(was)
(dated / 'zones.cpg').write_text('GBK')
same('a new part of a shapefile', [near, *GIVEN], dated, fits=False)
(dated / 'zones.cpg').unlink()
same('dated, as it was', [near, *GIVEN], dated)
db = sqlite3.connect(dated / 'reserves.gpkg')
db.execute('pragma journal_mode = wal')
db.execute('create table if not exists note (t text)')
db.commit()
_, said = same('a GeoPackage with a log of changes beside it', [near, *GIVEN], dated, fits=False)
r = prepare(dated, status=3)
true(f'not prepared while that is so: {r.stderr}', 'reserves.gpkg' in r.stderr)
db.execute('pragma journal_mode = delete')
db.close()

# --- What is read beside a file belongs to it: one byte more in any of them is another source.
class Beside:
    """A workspace whose one layer of areas is a file with others beside it."""
    def __init__(self, name, source, fields='', more=''):
        self.folder, self.source = FOLDER / name, source
        self.folder.mkdir()
        (self.folder / 'redline.toml').write_text(f'''format = "redline-workspace/1"
as_of = "2019-03-31"
[[layer]]
name = "areas"
role = "areas"
source = "{source}"
kind = "nature_reserve"
{more}
[layer.fields]
id = "id"
{fields}''')

    def hash_in_manifest(self):
        s, _ = run([near, *GIVEN, '--no-prepared'], self.folder)
        true(f'{self.source} can be read: {s[1]}', s[2])
        return json.loads(s[2])['manifest']['input.areas.sha256']

    def check(self, *parts):
        prepare(self.folder)
        same(f'{self.source} as it is', [near, *GIVEN], self.folder)
        was = self.hash_in_manifest()
        for part in parts:
            path = self.folder / part
            bytes_ = path.read_bytes() if path.exists() else None
            path.write_bytes((bytes_ or b'') + b' ')
            _, said = run([near, *GIVEN], self.folder)
            true(f'{part} beside {self.source}: {said}', NOTICE in said and self.source in said)
            true(f'{part} beside {self.source} in the manifest', self.hash_in_manifest() != was)
            path.write_bytes(bytes_) if bytes_ is not None else path.unlink()
        (self.folder / (pathlib.Path(self.source).stem + '.pdf')).write_bytes(b'another file of that name')
        same(f'{self.source}, put back, beside a file that is not read', [near, *GIVEN], self.folder)


AREAS = [(('R1', 'One'), (84, 44, 84.4, 44.4)), (('R2', 'Two'), (84.5, 44, 84.9, 44.4))]
for name, driver in (('区域.tab', 'MapInfo File'), ('areas.mif', 'MapInfo File'), ('AREAS.SHP', 'ESRI Shapefile')):
    w = Beside(name.lower() + '-ws', name)
    layer(w.folder / name, driver, 'area', ['id', 'name'], AREAS)
    if name == 'AREAS.SHP':
        for f in list(w.folder.glob('AREAS.*')): f.rename(w.folder / f.name.upper())
    stem = name[:-4]
    w.check(*{'区域.tab': ('区域.dat', '区域.map', '区域.id', '区域.IND'), 'areas.mif': ('areas.mid', 'areas.MID'), 'AREAS.SHP': ('AREAS.DBF', 'AREAS.CPG', 'AREAS.SHX')}[name])
w = Beside('csv-ws', 'areas.csv', more='crs = "EPSG:4490"')
(w.folder / 'areas.csv').write_text('id,wkt\nR1,"POLYGON ((84 44,84.4 44,84.4 44.4,84 44.4,84 44))"\n')
w.check('areas.csvt', 'areas.prj')
w = Beside('view-ws', 'view.tab')
layer(w.folder / 'one.tab', 'MapInfo File', 'area', ['id', 'name'], AREAS)
(w.folder / 'view.tab').write_text('!table\n!version 100\nOpen Table "one" Hide\n\nCreate View view As\nSelect id,name\nFrom one\nwhere one.rowid=one.rowid\n')
true(f'a view is not prepared', prepare(w.folder, status=3).stderr)

# --- Others at the same time; stopped; a folder one may not write to; verify does not lean on it.
pairs = [subprocess.Popen([BINARY, 'prepare', '-w', WORKSPACE], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(4)]
check('four at once', [p.wait() for p in pairs], [0] * 4)
check('one file, the same', ([p.name for p in WORKSPACE.iterdir() if 'prepared' in p.name or p.name.startswith('.redline')], FILE.read_bytes() == whole), (['basemap.prepared'], True))
start = time.time()
prepare()
takes = time.time() - start
for part in (.2, .4, .6, .75, .9):
    FILE.write_bytes(b'old')
    p = subprocess.Popen([BINARY, 'prepare', '-w', WORKSPACE], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(takes * part)
    p.send_signal(signal.SIGINT)
    status = p.wait()
    true(f'stopped after {part:.0%}: {status}', status in (0, 130, -signal.SIGINT))
    true('the old file or the new one', FILE.read_bytes() == (whole if status == 0 else b'old') or FILE.read_bytes() == whole)
    check('nothing left behind', [p.name for p in WORKSPACE.iterdir() if p.name.startswith('.redline')], [])
FILE.write_bytes(whole)
out = FOLDER / 'verified.json'
redline('screen', half, *GIVEN, '-w', WORKSPACE, '--json', out)
check('verify recomputes from the layers', redline('verify', out, '-w', WORKSPACE).returncode, 0)
if os.geteuid() == 0:
    os.chmod(FOLDER, 0o755)
    someone = dict(user=65534, group=65534)
else:
    someone = {}
os.chmod(WORKSPACE, 0o555)
reach = subprocess.run([BINARY, '--version'], capture_output=True, **someone).returncode if os.access(BINARY, os.X_OK) else 1
if reach == 0:
    r = subprocess.run([BINARY, 'screen', half, *GIVEN, '-w', WORKSPACE], capture_output=True, text=True, env={**os.environ, 'LANGUAGE': 'en'}, **someone)
    true(f'a folder that may only be read: {r.stderr}', r.returncode in (0, 1) and not r.stderr)
    r = subprocess.run([BINARY, 'prepare', '-w', WORKSPACE], capture_output=True, text=True, env={**os.environ, 'LANGUAGE': 'en'}, **someone)
    check(f'cannot be prepared there: {r.stderr}', r.returncode, 4)
os.chmod(WORKSPACE, 0o755)
check('outside of a workspace', redline('prepare', '-w', FOLDER).returncode, 3)
done()
