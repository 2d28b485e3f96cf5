"""The desk of a reserve: the register in the summary, names that are sure, proposed or unknown, --reserve, and decisions.csv."""
import hashlib, json, shutil
from support import *

def square(x, y, size=0.1):
    return {'type': 'Polygon', 'coordinates': [[[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]]]}

def layer(path, features):
    path.write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': p, 'geometry': g} for p, g in features]}))

SETTINGS = '''format = "redline-workspace/1"
as_of = 2019-03-31
[[layer]]
name = "reserves"
role = "areas"
source = "reserves.geojson"
kind = "nature_reserve"
[[layer]]
name = "parks"
role = "areas"
source = "parks.geojson"
kind = "scenic_area"
[[layer]]
name = "rights"
role = "activities"
source = "rights.geojson"
kind = "mining_right"
'''
W = FOLDER / 'w'
W.mkdir()
(W / 'redline.toml').write_text(SETTINGS)
RESERVES = [  # (id, name, where): what the register has to say about each
    ('1', '哈纳斯国家级自然保护区', square(80.0, 40.0)),      # the full name without 新疆; far too small and at the wrong place
    ('2', '喀纳斯', square(81.0, 40.0)),                      # an alias of the same reserve
    ('3', '温泉新疆北鲟自然保护区', square(80.4, 44.8)),      # item 56: one character off, only proposed
    ('4', '可可西里国家级自然保护区', square(84.0, 40.0)),    # no reserve of Xinjiang
    ('lop-nur', '中昆仑自然保护区', square(10.0, 50.0)),      # id and name disagree; area of medium, extent of low confidence
    ('6', '布尔根河狸', square(20.0, 50.0)),                  # area and extent both of low confidence
    ('7', '天池博格达峰', square(88.1, 43.85, 0.22)),         # about 432 km² for 380.69 km²: within 25 %, inside the extent
    ('8', '甘家湖梭梭林', square(83.5, 44.8)),               # has zones by the register, none here; small
]
layer(W / 'reserves.geojson', [({'id': i, 'name': n}, g) for i, n, g in RESERVES])
layer(W / 'parks.geojson', [({'id': 'p1', 'name': '天池风景名胜区'}, square(88.0, 43.9))])
layer(W / 'rights.geojson', [({'id': 'R1', 'mineral': '铁'}, square(80.02, 40.02, 0.01)), ({'id': 'R2', 'mineral': '铁'}, square(20.02, 50.02, 0.01)),
                             ({'id': 'R3', 'mineral': '铁'}, square(60, 50, 0.01))])

def run(out, *more, status=0):
    r = redline('overlay', '-w', W, '-o', FOLDER / out, '--overwrite', *more)
    check(f'{out} {more}: exit status ({r.stderr})', r.returncode, status)
    return r

def findings(out, code):
    return rows(FOLDER / out, f"SELECT * FROM findings WHERE code = '{code}'")

# ---- the register in the summary
run('a.gpkg')
reserves = rows(FOLDER / 'a.gpkg', "SELECT DISTINCT register_id, boundary FROM summary WHERE area_kind = 'nature_reserve' AND register_id IS NOT NULL")
check('every reserve in force stands in the summary once', len(reserves), 29)
check('with a boundary', {r['register_id'] for r in reserves if r['boundary'] == 'given'}, {'kanas', 'middle-kunlun', 'bulgan-beaver', 'bogda-peak', 'ganjiahu'})
check('names that are no reserve have no id of the register', {r['area_id'] for r in rows(FOLDER / 'a.gpkg', 'SELECT * FROM summary WHERE register_id IS NULL')}, {'3', '4', 'p1'})
none = findings('a.gpkg', 'register.no_boundary')
check('one finding for those without a boundary', len(none), 1)
true('it counts and names them', '24' in none[0]['text'] and '新疆温泉新疆北鲵国家级自然保护区' in none[0]['text'])
check('proposal', [(f['feature'], f['severity']) for f in findings('a.gpkg', 'register.proposal')], [('3', 'warning')])
check('unknown name', [(f['feature'], f['severity']) for f in findings('a.gpkg', 'register.unknown_name')], [('4', 'info')])
check('two areas of one reserve', [f['feature'] for f in findings('a.gpkg', 'register.two_areas')], ['1'])
check('id and name disagree', [f['feature'] for f in findings('a.gpkg', 'register.id_and_name')], ['lop-nur'])
check('area far from the register, where that is trusted', {f['feature'] for f in findings('a.gpkg', 'register.area_far')}, {'1', 'lop-nur', '8'})
check('centre outside the extent, where that is trusted', {f['feature'] for f in findings('a.gpkg', 'register.outside_extent')}, {'1'})
check('zones that the register knows and the layers lack', [json.loads(f['args'])[0] for f in findings('a.gpkg', 'register.zones_missing')], ['1'])
check('zones that nobody knows of', [json.loads(f['args'])[0] for f in findings('a.gpkg', 'register.zones_unknown')], ['4'])
check('the list is vouched for', findings('a.gpkg', 'workspace.register_stale'), [])
run('late.gpkg', '--as-of', '2023-07-19')
check('the list is not vouched for that late', len(findings('late.gpkg', 'workspace.register_stale')), 1)
register = (SOURCE / 'layers/workspace/register.csv').read_text()
ended = register.replace('unknown,2000,,环保,2019-03-31,面积：两处', 'unknown,2000,2020-06-30,环保,2019-03-31,面积：两处')
true('the edit of the register took', ended != register)
(W / 'register.csv').write_text(ended)
shutil.copy(SOURCE / 'layers/workspace/aliases.csv', W)
(W / 'redline.toml').write_text(SETTINGS.replace('as_of', 'register = "register.csv"\nas_of'))
for day, n in (('2020-06-30', 29), ('2020-07-01', 28)):
    run('b.gpkg', '--as-of', day)
    check(f'reserves in force on {day}', rows(FOLDER / 'b.gpkg', 'SELECT count(DISTINCT register_id) AS n FROM summary')[0]['n'], n)
manifest = {r['key']: r['value'] for r in rows(FOLDER / 'b.gpkg', 'SELECT * FROM run')}
check('hash of the register', manifest.get('register_sha256'), hashlib.sha256(ended.encode() + b'\0' + (W / 'aliases.csv').read_bytes()).hexdigest())
(W / 'redline.toml').write_text(SETTINGS)

# ---- zones that exist but are not given: only what is the same in every zone is confident. Wells: X in core and buffer, R in the experimental zone.
layer(W / 'wells.geojson', [({'id': i}, {'type': 'Point', 'coordinates': c}) for i, c in (('known', [83.55, 44.85]), ('unknown', [80.05, 40.05]), ('none', [30.05, 50.05]), ('stranger', [84.05, 40.05]))])
layer(W / 'reserves.geojson', [({'id': i, 'name': n}, g) for i, n, g in RESERVES + [('9', '伊犁黑蜂', square(30.0, 50.0))]])
(W / 'redline.toml').write_text(SETTINGS.replace('rights.geojson', 'wells.geojson').replace('"mining_right"', '"oil_well"'))
run('z.gpkg')
check('wells by what the register says of zones', {r['activity_id']: r['verdict'] for r in rows(FOLDER / 'z.gpkg', 'SELECT * FROM conflicts')},
      {'known': 'review', 'unknown': 'review', 'none': 'must_exit', 'stranger': 'must_exit'})
r = redline('overlay', '--areas', W / 'reserves.geojson', '--area-kind', '=nature_reserve', '--activities', W / 'wells.geojson', '--activity-kind', '=oil_well', '--as-of', '2019-03-31', '-o', FOLDER / 'y.gpkg')
check('without a workspace there is no register to ask', {r['verdict'] for r in rows(FOLDER / 'y.gpkg', 'SELECT * FROM conflicts')}, {'must_exit'})
layer(W / 'reserves.geojson', [({'id': i, 'name': n}, g) for i, n, g in RESERVES])
(W / 'redline.toml').write_text(SETTINGS)

# ---- --reserve
r = run('c.gpkg', '--reserve', '喀纳斯')
true('it says which areas it took', '哈纳斯国家级自然保护区' in r.stdout and '喀纳斯' in r.stdout)
check('areas taken', {r['area_id'] for r in rows(FOLDER / 'c.gpkg', 'SELECT * FROM basemap')}, {'1', '2'})
left = findings('c.gpkg', 'run.other_reserves')
check('what is left out is one finding a layer', [(f['layer'], json.loads(f['args'])[1]) for f in left], [('reserves', '6'), ('parks', '1')])
check('and a row each', rows(FOLDER / 'c.gpkg', "SELECT count(*) AS n FROM rows WHERE feature IS NOT NULL")[0]['n'], 7)
check('what the filter hides is not called clear', {r['activity_id']: r['verdict'] for r in rows(FOLDER / 'c.gpkg', 'SELECT * FROM activity_areas')},
      {'R1': 'must_exit', 'R2': 'incomplete', 'R3': 'incomplete'})
check('and no register of all reserves is claimed', rows(FOLDER / 'c.gpkg', "SELECT count(*) AS n FROM summary WHERE boundary = 'none'")[0]['n'], 0)
r = run('d.gpkg', '--reserve', '天池风景名胜区')
check('a scenic area by its name', {r['area_id'] for r in rows(FOLDER / 'd.gpkg', 'SELECT * FROM basemap')}, {'p1'})
for wanted, proposed in (('哈那斯', '新疆哈纳斯国家级自然保护区'), ('小叶白腊', '新疆伊犁小叶白蜡国家级自然保护区'), ('可可西理', '可可西里国家级自然保护区')):
    r = run('e.gpkg', '--reserve', wanted, status=3)
    true(f'{wanted}: proposes {proposed} in {r.stderr!r}', proposed in r.stderr)
r = run('e.gpkg', '--reserve', '艾比湖', status=3)
true('known, but not held', '新疆艾比湖湿地国家级自然保护区' in r.stderr and 'no layer holds' in r.stderr)
true('nothing is written', not (FOLDER / 'e.gpkg').exists())

# ---- decisions.csv
HEAD = 'activity_id,area_id,decision,document,office,decided_on,expires_on\n'
GOOD = HEAD + ('R1,1,保留至闭坑,新林函〔2018〕1号,自治区林业厅,2018-05-01,2020-12-31\n'
               'R1,kanas,按名录编号,新林函〔2018〕2号,自治区林业厅,2018-05-01,\n'
               'R2,,已到期的决定,新林函〔2016〕9号,自治区林业厅,2016-05-01,2018-12-31\n'
               'R9,1,无此活动,某函1号,某局,2018-01-01,\n'
               'R1,nowhere,无此区域,某函2号,某局,2019-04-01,\n'
               'R1,1,重复,某函3号,某局,2018-01-01,\n')
(W / 'decisions.csv').write_text(GOOD)
run('f.gpkg')
check('table decisions', len(rows(FOLDER / 'f.gpkg', 'SELECT * FROM decisions')), 6)
for code, line in (('unknown_activity', '5'), ('unknown_area', '6'), ('expired', '4'), ('later', '6'), ('twice', '7')):
    check(f'decisions.{code}', [json.loads(f['args'])[0] for f in findings('f.gpkg', f'decisions.{code}')], [line])
manifest = {r['key']: r['value'] for r in rows(FOLDER / 'f.gpkg', 'SELECT * FROM run')}
check('hash of the decisions', manifest.get('decisions_sha256'), hashlib.sha256(GOOD.encode()).hexdigest())
for table in ('conflicts', 'activity_areas', 'summary'):
    check(f'a decision changes nothing in {table}', rows(FOLDER / 'f.gpkg', f'SELECT * FROM {table}'), rows(FOLDER / 'a.gpkg', f'SELECT * FROM {table}'))
e = redline('explain', FOLDER / 'f.gpkg', 'R1').stdout
for words in ('保留至闭坑', '按名录编号', '新林函〔2018〕1号', 'until 2020-12-31', 'no term', 'Must exit'):
    true(f'explain R1 says {words}', words.lower() in e.lower())
true('not the decision on another area', '无此区域' not in e)
true('a decision on the whole activity, run out', 'ran out on 2018-12-31' in redline('explain', FOLDER / 'f.gpkg', 'R2').stdout)
for what, text, words in (('unknown column', GOOD.replace('office', 'ofice', 1), ('line 1', 'ofice', 'office')),
                          ('missing column', GOOD.replace(',expires_on', '', 1), ('line 1', 'expires_on')),
                          ('bad date', GOOD.replace('2016-05-01', '2016-02-30'), ('line 4', 'decided_on', '2016-02-30')),
                          ('no document', GOOD.replace('某函1号', ''), ('line 5', 'document')),
                          ('term before the decision', GOOD.replace('2018-12-31', '2015-12-31'), ('line 4', '2015-12-31')),
                          ('one value too many', GOOD + 'a,b,c,d,e,2018-01-01,,h\n', ('line 8',))):
    (W / 'decisions.csv').write_text(text)
    r = run('g.gpkg', status=3)
    for w in words + ('decisions.csv',):
        true(f'{what}: says {w!r} in {r.stderr!r}', w in r.stderr)
    true(f'{what}: nothing is written', not (FOLDER / 'g.gpkg').exists())
shutil.rmtree(FOLDER)
done()
