"""A prepared basemap and other days: areas that were designated later are said as without it, warning by warning, and verify agrees."""
import json
from support import FOLDER, box, check, done, redline, true

W = FOLDER / 'ws'
W.mkdir()
AREAS = [('R1', 'One', '1985-06-01', ''), ('R2', 'Two', '1997', ''), ('R3', 'Three', '', ''), ('R4', 'Four', '2005-03', ''), ('R5', 'Five', '2010-01-01', '1990-01-01')]


def layer(areas):
    features = [{'type': 'Feature', 'properties': dict(zip(('id', 'name', 'designated', 'since'), a)), 'geometry': box(84 + i / 2, 44, .3, .3)} for i, a in enumerate(areas)]
    (W / 'areas.geojson').write_text(json.dumps({'type': 'FeatureCollection', 'features': features}))


layer(AREAS)
(W / 'redline.toml').write_text('''format = "redline-workspace/1"
as_of = "2019-03-31"
[[layer]]
name = "reserves"
role = "areas"
source = "areas.geojson"
kind = "nature_reserve"
[layer.fields]
id = "id"
name = "name"
designated_on = "designated"
valid_from = "since"
''')
CORNERS = FOLDER / 'a.txt'
CORNERS.write_text('1 84.6 44.1\n2 84.7 44.1\n3 84.7 44.2\n4 84.6 44.2\n')
OUT = FOLDER / 'out.json'


def prepared_for(day):
    r = redline('prepare', '-w', W, '--as-of', day)
    check(f'prepare for {day}: {r.stderr}', r.returncode, 0)
    return r.stdout


def screened(day, *more):
    r = redline('screen', CORNERS, '-w', W, '--crs', 'EPSG:4490', '--kind', 'mining_right', '--as-of', day, '--lang', 'en', '--json', OUT, '--overwrite', *more)
    true(f'{day} {more}: {r.stderr}', r.returncode in (0, 1))
    return OUT.read_bytes(), r


def same(day):
    ours, r = screened(day)
    theirs, _ = screened(day, '--no-prepared')
    true(f'{day}: the same bytes', ours == theirs)
    if day not in VERIFIED:
        v = redline('verify', OUT, '-w', W)
        check(f'{day}: verify {v.stdout} {v.stderr}', v.returncode, 0)
    VERIFIED.add(day)
    said = [f for f in json.loads(ours)['findings'] if f['code'] == 'run.designated_later']
    return sorted(f['feature'] for f in said), [f['text'] for f in said], r.stderr


VERIFIED = set()
# Which are younger than the day; R2 of a year counts until its last day, R5 holds from a day of its own.
DAYS = {'1980-01-01': ['R1', 'R2', 'R4'], '1985-05-31': ['R1', 'R2', 'R4'], '1996-06-01': ['R2', 'R4'], '1997-06-30': ['R2', 'R4'], '1997-12-31': ['R4'], '2005-03-30': ['R4'], '2005-03-31': [], '2019-03-31': [], '2024-02-29': []}
for made_for in ('2019-03-31', '1996-06-01', '1985-05-31', '2005-03-30'):
    prepared_for(made_for)
    for day, younger in DAYS.items():
        ids, texts, said = same(day)
        check(f'prepared for {made_for}, as of {day}: younger areas', ids, younger)
        true(f'prepared for {made_for}: the texts name {day}: {texts}', all(day in t for t in texts))
        unfit = 'renews it' in said
        fits = ids == DAYS[made_for] and (day >= '1990-01-01') == (made_for >= '1990-01-01')
        check(f'prepared for {made_for}, as of {day}: said to be unfit {said!r}', unfit, not fits)

# prepare names the days it fits.
true('from the last designation on', '2005-03-31' in prepared_for('2019-03-31'))
said = prepared_for('1996-06-01')
true(f'between two: {said}', '1990-01-01' in said and '1997-12-30' in said)

# Without days of designation, or where all hold from a day of their own, every day fits as before.
layer([(i, n, '', s) for i, n, _, s in AREAS])
prepared_for('2019-03-31')
for day in ('1991-01-01', '1997-06-30', '2024-02-29'):
    ids, _, said = same(day)
    check(f'no days of designation, {day}', (ids, said), ([], ''))
layer([(i, n, d, '1970-01-01') for i, n, d, _ in AREAS])
prepared_for('2019-03-31')
for day in ('1971-01-01', '1996-06-01', '2024-02-29'):
    ids, _, said = same(day)
    check(f'terms of their own, {day}', (ids, said), ([], ''))
done()
