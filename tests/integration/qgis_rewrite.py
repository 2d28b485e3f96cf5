"""A ledger written anew again and again while QGIS has it open: QGIS sees the old one or the new one, never half of one; layer names,
conflict ids and styles stay; nothing is left beside it; what is in use is refused and left as it was, or written aside under a name that is
told; a folder nobody may write to."""
import hashlib, sqlite3, time
from qgis_support import *

# Answers one line per line of input: `look` opens the layers anew, `held` reads the one that was opened at the start, `style` saves one.
READER = BEGIN + '''
QgsSettings().setValue("qgis/walForSqlite3", sys.argv[2] == "wal")
path = sys.argv[1]
def opened(name):
    return QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
def told(layer):
    ids = sorted(f["conflict_id"] for f in layer.getFeatures())
    return {"valid": layer.isValid(), "counted": layer.featureCount(), "ids": ids, "rules": [r.label() for r in layer.renderer().rootRule().children()]}
held = opened("conflict_areas")
print(json.dumps(told(held)), flush=True)
for line in sys.stdin:
    word = line.strip()
    if word == "held": answer = told(held)
    if word == "look": answer = told(opened("conflict_areas"))
    if word == "reload": held.dataProvider().reloadData(); answer = told(held)
    if word == "style": answer = held.saveStyleToDatabase("mine", "", True, "")
    if word == "edit": answer = held.startEditing()
    if word == "add":
        f = QgsFeature(held.fields())
        answer = held.addFeature(f)
    if word == "commit": answer = held.commitChanges()
    if word == "close": held = None; QgsProject.instance().clear(); answer = "closed"
    print(json.dumps(answer), flush=True)
os._exit(0)
'''


class Reader:
    def __init__(self, path, mode):
        self.process = subprocess.Popen(['/usr/bin/python3', '-c', READER, str(path), mode], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, text=True, env=environment(), cwd='/')
        self.first = json.loads(self.process.stdout.readline())

    def ask(self, word):
        self.process.stdin.write(word + '\n')
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def end(self):
        self.process.stdin.close()
        self.process.wait(60)


def square(x, y, w, h):
    return {'type': 'Polygon', 'coordinates': [[[x, y], [x + w, y], [x + w, y + h], [x, y + h], [x, y]]]}


def layer(name, features):
    path = FOLDER / name / ('areas.geojson' if name == 'areas' else 'rights.geojson')  # the name of a layer is part of the ids
    path.parent.mkdir()
    path.write_text(json.dumps({'type': 'FeatureCollection', 'features': [
        {'type': 'Feature', 'properties': p, 'geometry': g} for p, g in features]}, ensure_ascii=False), encoding='utf-8')
    return path


areas = layer('areas', [({'id': 'R1', 'name': '甲保护区', 'zone': '核心区'}, square(84, 44, 1, 1))])
few = layer('few', [({'id': f'M{i}', 'name': f'矿{i}'}, square(84 + i / 100, 44, .005, .005)) for i in range(5)])
many = layer('many', [({'id': f'M{i}', 'name': f'矿{i}'}, square(84 + i / 100, 44, .005, .005)) for i in range(90)])
folder = FOLDER / '台 账'
folder.mkdir()
out = folder / 'ledger.gpkg'


def write(activities, *more):
    return redline('overlay', '--areas', areas, '--activities', activities, '--area-id', 'id', '--area-name', 'name', '--area-kind', '=自然保护区', '--zone', 'zone',
                   '--activity-id', 'id', '--activity-name', 'name', '--activity-kind', '=采矿权', '--as-of', '2019-03-31', '-o', out, '--overwrite', *more)


def read(path):
    db = sqlite3.connect(f'file:{path}?immutable=1', uri=True)
    found = ([r[0] for r in db.execute('SELECT conflict_id FROM conflict_areas ORDER BY 1')], sorted(r[0] for r in db.execute('SELECT table_name FROM gpkg_contents')),
             db.execute('SELECT f_table_name, styleQML, styleSLD FROM layer_styles ORDER BY 1').fetchall(), db.execute('PRAGMA integrity_check').fetchall())
    db.close()
    return found


def names():
    return sorted(p.name for p in folder.iterdir())


ALONE = ['ledger.gpkg', 'ledger.gpkg.run.json']
check('first', write(few).returncode, 0)
small = read(out)
check('the other', write(many).returncode, 0)
large = read(out)
check('five and ninety', (len(small[0]), len(large[0])), (5, 90))
check('ids of the five are among the ninety; layers and styles are the same', (set(small[0]) < set(large[0]), small[1:] == large[1:]), (True, True))

# ---- thirty times under a reader that looks, as people have QGIS set and otherwise
for mode in ('wal', 'plain'):
    check(f'{mode}: begins with ninety', write(many).returncode, 0)
    reader = Reader(out, mode)
    check(f'{mode}: reads ninety', (reader.first['valid'], reader.first['ids']), (True, large[0]))
    seen = set()
    for i in range(30):
        wanted = small if i % 2 == 0 else large
        r = write(few if i % 2 == 0 else many)
        check(f'{mode} {i}: written under the reader', (r.returncode, r.stderr), (0, ''))
        check(f'{mode} {i}: what it was to be, whole', read(out) == (*wanted[:3], [('ok',)]), True)
        looked, held = reader.ask('look'), reader.ask('held')
        check(f'{mode} {i}: QGIS opens the new one', (looked['valid'], looked['counted'], looked['ids'], looked['rules']),
              (True, len(wanted[0]), wanted[0], reader.first['rules']))
        true(f'{mode} {i}: the layer that was open shows the old one or the new one, whole', held['ids'] in (small[0], large[0]))
        seen.add(len(held['ids']))
        check(f'{mode} {i}: nothing beside it', names(), ALONE)
        if i % 10 == 9: check(f'{mode} {i}: reloaded, it shows one of them', reader.ask('reload')['ids'] in (small[0], large[0]), True)
    reader.ask('close')
    reader.end()
    check(f'{mode}: nothing is left', names(), ALONE)

# ---- a reader in a loop of its own while the ledger is written: every look is one of the two
LOOP = '''
stop, seen, bad = sys.argv[2], {}, []
while not os.path.exists(stop):
    for name in ("conflict_areas", "activity_areas"):
        layer = QgsVectorLayer(f"{sys.argv[1]}|layername={name}", name, "ogr")
        n = sum(1 for f in layer.getFeatures() if f.hasGeometry()) if layer.isValid() else -1
        seen[n] = seen.get(n, 0) + 1
        if n not in (5, 90) or layer.featureCount() not in (5, 90): bad.append([name, n, layer.featureCount()])
        layer = None
answer = {"seen": seen, "bad": bad}
'''
stop, answer = FOLDER / 'stop', {}
looker = subprocess.Popen(['/usr/bin/python3', '-c', BEGIN + LOOP + END, str(out), str(stop)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment(), cwd='/')
done_times = refused = 0
end = time.monotonic() + 120
while done_times < 30 and time.monotonic() < end:
    before = hashlib.sha256(out.read_bytes()).hexdigest()
    r = write(few if done_times % 2 == 0 else many)
    if r.returncode == 0:
        done_times += 1
        continue
    refused += 1
    check('refused: in use, told', (r.returncode, 'in use by another program' in r.stderr), (4, True))
    check('refused: the old one is as it was', hashlib.sha256(out.read_bytes()).hexdigest(), before)
stop.touch()
answer = json.loads(looker.communicate(timeout=60)[0].splitlines()[-1])
print(f"written {done_times} times, refused {refused} times, looks: {answer['seen']}")
check('thirty times', done_times, 30)
check('no look saw anything else', answer['bad'], [])
true('and it did look at both', set(answer['seen']) == {'5', '90'})
check('whole at the end', read(out) == (*large[:3], [('ok',)]), True)

# ---- QGIS that writes (a style, an edit) keeps a log beside the ledger: refused, or aside
check('ninety again', write(many).returncode, 0)
reader = Reader(out, 'wal')
reader.ask('edit'), reader.ask('add')
log = out.with_name('ledger.gpkg-wal')
true('QGIS keeps -wal beside a ledger that is edited', log.exists())
before = {p.name: p.read_bytes() for p in folder.iterdir()}
r = write(few)
check('refused', (r.returncode, 'ledger.gpkg-wal' in r.stderr, '--aside' in r.stderr), (4, True, True))
check('all is as it was', {p.name: p.read_bytes() for p in folder.iterdir()} == before, True)
r = write(few, '--aside')
check('aside', (r.returncode, r.stderr), (0, ''))
true(f'says the new name: {r.stdout}', 'ledger-2.gpkg' in r.stdout)
check('the one aside is whole, with its own sidecar', (read(folder / 'ledger-2.gpkg')[0], (folder / 'ledger-2.gpkg.run.json').exists()), (small[0], True))
check('the one in use is as it was', {n: (folder / n).read_bytes() == before[n] for n in before}, {n: True for n in before})
check('once more aside: the next name', ('ledger-3.gpkg' in write(few, '--aside').stdout, read(folder / 'ledger-2.gpkg')[0]), (True, small[0]))
reader.ask('close')
reader.end()
for p in folder.glob('ledger-*'): p.unlink()
if log.exists():  # a crash
    check('a log that was left: refused', write(few).returncode, 4)
    sqlite3.connect(out).execute('PRAGMA journal_mode = delete')
check('closed: written', (write(few).returncode, names()), (0, ALONE))

# ---- QGIS that keeps no log has only what is not saved yet in hand: the ledger is replaced, saving into the old one fails and is told, the new one stays whole
reader = Reader(out, 'plain')
reader.ask('edit'), reader.ask('add')
check('an edit that is not saved is nothing that lies beside', names(), ALONE)
check('replaced under it', write(many).returncode, 0)
check('QGIS cannot save any more', reader.ask('commit'), False)
check('the new one is whole, nothing lies beside it', (read(out) == (*large[:3], [('ok',)]), names()), (True, ALONE))
reader.ask('close')
reader.end()
check('and written anew', (write(few).returncode, names()), (0, ALONE))

# ---- the log or journal of a program that died
for suffix in ('-wal', '-shm', '-journal'):
    beside = out.with_name(f'ledger.gpkg{suffix}')
    beside.write_bytes(b'hot')
    before = out.read_bytes()
    r = write(many)
    check(f'{suffix}: refused, named, untouched', (r.returncode, beside.name in r.stderr, out.read_bytes() == before, beside.read_bytes()), (4, True, True, b'hot'))
    r = write(many, '--aside')
    check(f'{suffix}: aside', (r.returncode, 'ledger-2.gpkg' in r.stdout, read(folder / 'ledger-2.gpkg')[0]), (0, True, large[0]))
    for p in (*folder.glob('ledger-2*'), beside): p.unlink()
check('free: the name itself, also with --aside', (write(many, '--aside').returncode, names()), (0, ALONE))

# ---- left in WAL mode with no log: read by the program without a trace, also where nobody may write
db = sqlite3.connect(out)
db.execute('PRAGMA journal_mode = wal')
db.close()
check('in WAL mode', (out.read_bytes()[18:20], names()), (b'\2\2', ALONE))
shut = FOLDER / 'shut'
shutil.copytree(folder, shut)
for p in shut.iterdir(): p.chmod(0o444)
shut.chmod(0o555)
user = {'user': 65534, 'group': 65534, 'extra_groups': []} if os.getuid() == 0 else {}
if user: FOLDER.chmod(0o755)
for place in (folder, shut):
    for args in (('explain', place / 'ledger.gpkg', 'M1'), ('qgis', place / 'ledger.gpkg', '-o', '/dev/null/map.qgz')):
        r = subprocess.run([BINARY, *map(str, args)], capture_output=True, text=True, env={**os.environ, 'LANGUAGE': 'en'}, cwd='/', **user)
        check(f'{place.name}: {args[0]} reads it', r.returncode, 4 if args[0] == 'qgis' else 0)  # /dev/null is no folder
    check(f'{place.name}: no trace', sorted(p.name for p in place.iterdir()), ALONE)
shut.chmod(0o755)
check('and it is written anew', (write(few).returncode, names(), out.read_bytes()[18:20]), (0, ALONE, b'\1\1'))
done()
