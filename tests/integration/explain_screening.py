"""redline explain of a screening's JSON: the sentences of the ledger for the same ground, several applications, decisions, a draft, wrong inputs."""
import json, shutil
from support import FOLDER, check, done, redline, rows, true


def box(w, s, e, n, **properties):
    ring = [[w, s], [e, s], [e, n], [w, n], [w, s]]
    return {'type': 'Feature', 'properties': properties, 'geometry': {'type': 'Polygon', 'coordinates': [ring]}}


def collection(name, *features):
    path = FOLDER / name
    path.write_text(json.dumps({'type': 'FeatureCollection', 'features': features}), encoding='utf-8')
    return path


def screened(name, *args):
    out = FOLDER / name
    r = redline('screen', *args, '--json', out, '--overwrite')
    true(f'{name}: {r.stderr}', out.exists())
    return json.loads(out.read_text(encoding='utf-8'))['applications'], out


def explained(*args, status=0):
    r = redline('explain', *args)
    check(f'explain {args[1:]}: {r.stderr}', r.returncode, status)
    return r.stdout if status == 0 else r.stderr


# A cell of 0.01° has 891 114.9311 m²; half of each application lies in it, one beside it touches, one is far.
reserve = collection('reserve.geojson', box(82.5, 44, 82.51, 44.01, id='R', name='Cell', zone='核心区'))
half, touch, far = ({'id': 'half', 'name': 'Half'}, {'id': 'touch'}, {'id': 'far'})
files = [collection(f'{p["id"]}.geojson', box(w, 44, w + 0.01, 44.01, **p)) for p, w in ((half, 82.505), (touch, 82.51), (far, 82.6))]
AREAS = ('--areas', reserve, '--area-kind', '=nature_reserve', '--area-id', 'id', '--area-name', 'name', '--zone', 'zone', '--as-of', '2019-03-31')
(one, two, three), several = screened('several.json', *files, *AREAS, '--kind', 'mining_right', '--accuracy', '1')
text = explained(several, 'half')
check('once each', (text.count('Activity half Half (mining right): proposed verdict "prohibited".'), text.count('Activity')), (1, 1))
true('how much', 'Overlap 445557.47 m², 50.00 % of the activity' in text and 'whole 891114.93 = in zones 445557.47 + outside 445557.47' in text)
true(f'whose file: {text}', f'Application {files[0]}, new, as of 2019-03-31:' in text)
conflict = one['conflicts'][0]
check('by the id of its overlap', explained(several, conflict['conflict_id']), text)
true('a contact is explained as one', f"Overlap {two['contacts'][0]['conflict_id']}: in Cell, zone core" in explained(several, 'touch') and 'certainty: contact' in explained(several, 'touch'))
true('the nearest', f"Nearest protected area: Cell, at {three['nearest'][0]['distance_m']:.2f} m." in explained(several, 'far'))
whole = explained(several)
check('without an id all of them', [whole.count(f'Activity {i} ') for i in ('half', 'touch', 'far')], [1, 1, 1])
true('a word of what it all is, at the end', whole.endswith('All verdicts are proposals, not administrative decisions.\n'))

# The ledger of the same ground says the same about the overlap, but for its ids.
ledger = FOLDER / 'same.gpkg'
r = redline('overlay', *AREAS, '--activities', files[0], '--activity-kind', '=mining_right', '--activity-id', 'id', '--activity-name', 'name', '--action', 'new', '-o', ledger)
check(f'overlay {r.stderr}', r.returncode, 0)
of_ledger = explained(ledger, 'half')
about = lambda t: [l for l in t.splitlines() if l.startswith('  ') or l.startswith(('Balance', 'Area', 'Activity'))]
check('the same sentences', about(text), about(of_ledger))
check('a ledger needs an id', 'is a ledger: an id is needed' in explained(ledger, status=2), True)

# A draft, a decision, existing rights and what was not checked stand beside.
w = FOLDER / 'w'
w.mkdir()
shutil.copy(reserve, w / 'reserve.geojson')
(w / 'rights.geojson').write_text(files[0].read_text(), encoding='utf-8')
(w / 'redline.toml').write_text('format = "redline-workspace/1"\nas_of = 2019-03-31\n[[layer]]\nname = "reserves"\nrole = "areas"\nsource = "reserve.geojson"\nkind = "nature_reserve"\n'
    '[layer.fields]\nid = "id"\nname = "name"\nzone = "zone"\n[[layer]]\nname = "off"\nrole = "areas"\nsource = "reserve.geojson"\nkind = "wetland"\nenabled = false\n'
    '[[layer]]\nname = "rights"\nrole = "activities"\nsource = "rights.geojson"\nkind = "mining_right"\n[layer.fields]\nid = "id"\n', encoding='utf-8')
(w / 'decisions.csv').write_text('activity_id,area_id,decision,document,office,decided_on,expires_on\nhalf,R,保留,新林函〔2018〕1号,林草局,2018-05-01,2018-12-31\n'
    'half,Z,缓办,新林函〔2018〕2号,林草局,2018-05-01,\n', encoding='utf-8')
draft = collection('draft.geojson', box(82.51, 44, 82.6, 44.02, id='D', name='New'))
(a,), beside = screened('beside.json', files[0], '-w', w, '--kind', 'mining_right', '--with-draft', draft, '--draft-kind', 'wetland', '--against', 'rights')
text = explained(beside)
lines = text.splitlines()
at = next(i for i, l in enumerate(lines) if 'in Cell' in l)
decided = [i for i, l in enumerate(lines) if '新林函〔2018〕1号' in l]
true('a decision about the area stands at its overlap, run out', len(decided) == 1 and at < decided[0] < at + 7 and 'ran out on 2018-12-31' in lines[decided[0]])
true('one about an area it does not meet is not lost', '新林函〔2018〕2号' in text and 'no term' in text)
for words in ('in New (draft)', 'Not checked: off', 'the existing right half', 'Existing rights that it duplicates'):
    true(f'{words}: {text}', words in text)

true('no rule, no line of rules', 'Rules ;' not in text and 'no rule applies' in text)
_, beside = screened('touching.json', files[1], '-w', w, '--kind', 'mining_right', '--with-draft', draft, '--draft-kind', 'wetland')
true('what it were without the draft', 'Without the draft boundary it would be: incomplete' in explained(beside))

# A file that could not be read is named among all; ids that are not there; other files.
(FOLDER / 'bad.txt').write_text('no corners here\n')
_, batch = screened('batch.json', files[0], FOLDER / 'bad.txt', *AREAS)
true('the failed one', str(FOLDER / 'bad.txt') in explained(batch) and str(FOLDER / 'bad.txt') not in explained(batch, 'half'))
good = several.read_text(encoding='utf-8')
for what, name, content, ids, words in (
        ('no such id', 'several.json', good, ['nobody'], 'holds no id "nobody"; its applications: half, touch, far'),
        ('another format', 'two.json', good.replace('redline-screening/1', 'redline-screening/2'), ['half'], 'redline-screening/2'),
        ('JSON of another kind', 'geo.json', files[0].read_text(), ['half'], 'not the JSON of redline screen'),
        ('cut in the middle', 'short.json', good[:len(good) // 2], ['half'], 'not the JSON of redline screen'),
        ('a key is gone', 'gone.json', good.replace('"trace"', '"trails"'), ['half'], '"trace" is missing'),
        ('words for a number', 'words.json', good.replace('"overlap_m2": 445557', '"overlap_m2": "much", "x": 4'), ['half'], '"overlap_m2" is missing'),
        ('a list of no objects', 'list.json', good.replace('"applications": [', '"applications": [7, '), [], 'is missing in'),
        ('text', 'text.json', 'half', ['half'], 'not a Redline ledger')):
    (FOLDER / name).write_text(content, encoding='utf-8')
    said = explained(FOLDER / name, *ids, status=3)
    true(f'{what}: {said}', words in said)
true('a file that is not there', 'no.json' in explained(FOLDER / 'no.json', status=3))
done()
