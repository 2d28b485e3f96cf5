"""decisions.csv beside a screening: each decision says which area it is about, and whether the application meets it; terminal, report, JSON, explain, zh and en."""
import html, json, re
from support import FOLDER, box, check, done, redline, true

W = FOLDER / 'ws'
W.mkdir()
areas = [({'id': 'T1', 'name': '试验自然保护区'}, box(84, 44, .2, .2)), ({'id': 'H1', 'name': '红线一'}, box(85, 44, .2, .2)), ({'id': 'S', 'name': ''}, box(84.2, 44, .1, .2)), ({'id': '7', 'name': '新疆哈纳斯国家级自然保护区'}, box(84, 44, .05, .05))]
(W / 'areas.geojson').write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': p, 'geometry': g} for p, g in areas]}))
(W / 'redline.toml').write_text('format = "redline-workspace/1"\nas_of = "2019-03-31"\n[[layer]]\nname = "areas"\nrole = "areas"\nsource = "areas.geojson"\nkind = "nature_reserve"\n[layer.fields]\nid = "id"\nname = "name"\n')


def corners(name, w, s, e, n):
    path = FOLDER / f'{name}.txt'
    path.write_text(f'1 {w} {s}\n2 {e} {s}\n3 {e} {n}\n4 {w} {n}\n')
    return path


INSIDE, TOUCHING, FREE = corners('inside', 84.1, 44.1, 84.15, 44.15), corners('touching', 84.3, 44.1, 84.35, 44.15), corners('free', 86, 44, 86.05, 44.05)
HEAD = 'activity_id,area_id,decision,document,office,decided_on,expires_on\n'
OUT, PAGE = FOLDER / 'out.json', FOLDER / 'out.html'


def screened(rows, file=INSIDE, lang='en', *more):
    (W / 'decisions.csv').write_text(HEAD + ''.join(r + '\n' for r in rows), encoding='utf-8')
    r = redline('screen', file, '-w', W, '--crs', 'EPSG:4490', '--kind', 'mining_right', '--lang', lang, '--json', OUT, '--html', PAGE, '--overwrite', *more)
    true(f'{rows}: {r.stderr}', r.returncode in (0, 1))
    return r.stdout, json.loads(OUT.read_text(encoding='utf-8'))['applications'][0]


def row(area, text='同意', activity='inside', term=''):
    return f'{activity},{area},{text},新自然资函1,自然资源厅,2018-05-01,{term}'


def page():
    return ' '.join(html.unescape(re.sub('<[^>]+>', ' ', PAGE.read_text(encoding='utf-8'))).split())


def explained(lang='en'):
    return redline('explain', OUT, '--lang', lang).stdout


# Area, what it is for the application, what the sentence says in both languages.
CASES = [
    ('T1', 'met', 'about "T1 试验自然保护区":', '关于“T1 试验自然保护区”：'),
    ('', 'whole', 'about the application as a whole', '关于整个申请'),
    ('H1', 'not_met', 'about "H1 红线一" (an area that the application does not meet', '关于“H1 红线一”（本申请未涉及该区域'),
    ('S', 'not_met', 'about "S" (an area that the application does not meet', '关于“S”（本申请未涉及该区域'),
    ('NOSUCH', 'unknown', 'about "NOSUCH" (no area of the layers or the register', '关于“NOSUCH”（图层和名录中没有该区域'),
    ('t1', 'unknown', 'about "t1" (no area', '关于“t1”（图层和名录中没有'),
]
verdict = screened([])[1]['verdict']
for area, about, en, zh in CASES:
    for lang, words in (('en', en), ('zh', zh)):
        said, a = screened([row(area)], INSIDE, lang)
        line = next(l for l in said.splitlines() if '同意' in l)
        true(f'{area} {lang}: {line}', words in line)
        check(f'{area} {lang}: JSON', (a['decisions'][0].get('about'), a['decisions'][0].get('met_area_ids')), (about, ['T1'] if about == 'met' else []))
        check(f'{area} {lang}: it changes no verdict', a['verdict'], verdict)
        true(f'{area} {lang}: the report says it beside the verdict', words.rstrip(':：') in page())
        lines = explained(lang).splitlines()
        at = next(i for i, l in enumerate(lines) if '同意' in l)
        true(f'{area} {lang}: explain: {lines[at]}', words.rstrip(':：') in lines[at])
        conflict = next(i for i, l in enumerate(lines) if '试验自然保护区' in l and i < at)
        between = [l for l in lines[conflict:at] if not l.startswith('  ')][1:]
        check(f'{area} {lang}: at its conflict, or behind all of them', between == [], about == 'met')
        codes = [f['code'] for f in a['findings'] if f['code'].startswith('decisions.')]
        check(f'{area} {lang}: a finding', codes, ['decisions.unknown_area'] if about == 'unknown' else [])
        true(f'{area} {lang}: with its line', about != 'unknown' or ('line 2' if lang == 'en' else '第 2 行') in said)

# Several at once are told apart, each once; run out; a licence; two about the same.
said, a = screened([row('H1', '同意甲'), row('T1', '同意乙'), row('T1', '撤销丙'), row('', '缓办丁', term='2018-12-31')])
check('four', [(d.get('about'), d['in_force']) for d in a['decisions']], [('not_met', True), ('met', True), ('met', True), ('whole', False)])
check('two about the same', [f['code'] for f in a['findings'] if f['code'].startswith('decisions.')], ['decisions.twice'])
true(f'run out, and of what: {said}', 'Decision by a person, about the application as a whole, not in force on that day: 缓办丁' in said)
text = explained()
check('each once', [text.count(t) for t in ('同意甲', '同意乙', '撤销丙', '缓办丁')], [1, 1, 1, 1])
_, a = screened([row('T1', activity='C650')], INSIDE, 'en', '--licence-no', 'C650')
check('by the licence', [d.get('about') for d in a['decisions']], ['met'])

# As the register knows the area, whatever its id in the layer.
CORNER = corners('kanas', 84.01, 44.01, 84.04, 44.04)
_, a = screened([row('kanas', activity='kanas'), row('bayanbulak', activity='kanas')], CORNER)
check('by the id of the register', [(d.get('about'), d.get('met_area_ids')) for d in a['decisions']], [('met', ['7']), ('not_met', [])])
lines = explained().splitlines()
true(f'and explained at its conflict: {lines}', 'about "kanas 新疆哈纳斯国家级自然保护区":' in '\n'.join(lines))

# An area that is touched is met; one that is the nearest is not.
_, a = screened([row('S', activity='touching')], TOUCHING)
check('touched', (a['decisions'][0].get('about'), a['contacts'][0]['area_id']), ('met', 'S'))
said, a = screened([row('H1', activity='free')], FREE)
check('near by is not met', (a['verdict'], a['decisions'][0].get('about')), ('clear', 'not_met'))
_, a = screened([row('T1', activity='another')])
check('of another application', (a['decisions'], [f for f in a['findings'] if f['code'].startswith('decisions.')]), ([], []))
check('verify says the same', redline('verify', OUT, '-w', W).returncode, 0)
done()
