"""--county and --reserve: what is not known because of them is told, and nothing is proposed that would rest on it."""
import json, shutil
from support import *

AREA = {'name': '罗布泊野骆驼国家级自然保护区', 'zone': '核心区'}
areas = write('areas.geojson', [(AREA, box(90, 40, 1, 1))])

def wells(name, counties):
    """One well inside for each county; False: the layer has no such column."""
    return write(name, [({'井号': f'W{i}', **({} if c is False else {'县': c})}, {'type': 'Point', 'coordinates': [90.1 + i / 100, 40.5]}) for i, c in enumerate(counties)])

def run(activities, *more, status=0, lang='en'):
    out = FOLDER / 'o.gpkg'
    out.unlink(missing_ok=True)
    given = [a for f in activities for a in ('--activities', f)]
    r = redline('--lang', lang, 'overlay', '--areas', areas, '--area-kind', '=nature_reserve', *given, '--activity-kind', '=oil_well', '--as-of', '2019-03-31', '-o', out, *more)
    check(f'{more}: exit status ({r.stderr})', r.returncode, status)
    true(f'{more}: a ledger only where it went well', out.exists() == (status == 0))
    return r

def kept():
    return sorted(int(r['activity_id'][1:]) for r in rows(FOLDER / 'o.gpkg', 'SELECT activity_id FROM activity_points'))

def told(code):
    return [(f['layer'], f['severity'], json.loads(f['args'])) for f in rows(FOLDER / 'o.gpkg', f"SELECT * FROM findings WHERE code = '{code}'")]

# ---- the county: stated, another, not known
STATED = ['若羌县', '巴音郭楞蒙古自治州若羌县', '若羌县、且末县', ' 若羌\u3000县 ', '新疆若羌县罗布泊镇']
OTHERS = ['且末县', '于田县', '伊州区', '伊宁市']
UNKNOWN = [None, '', '/', '—', '／', '无', '不详', 'null', '652824', '巴州', '巴音郭楞蒙古自治州', '新疆', '新疆维吾尔自治区', '哈密地区', 'Ruoqiang', 'چاقىلىق']
every = wells('every.geojson', STATED + OTHERS + UNKNOWN)
n, m = len(STATED), len(STATED) + len(OTHERS)
r = run([every], '--county', '若羌县')
check('those of the county', kept(), list(range(n)))
check('how many of another, and which', told('run.other_counties'), [('every', 'info', ['若羌县', str(len(OTHERS)), ', '.join(sorted(OTHERS))])])
check('how many are not known', told('run.county_unknown'), [('every', 'warning', ['若羌县', str(len(UNKNOWN))])])
true(f'the terminal says so: {r.stdout}', f'whose county holds "若羌县": {m - n + len(UNKNOWN)} others were left out, {len(UNKNOWN)} of them' in r.stdout and 'county is not known (no column' in r.stdout)
reasons = {x['feature']: x['reason'] for x in rows(FOLDER / 'o.gpkg', 'SELECT feature, reason FROM rows WHERE feature IS NOT NULL')}
check('a row each', len(reasons), len(OTHERS) + len(UNKNOWN))
for i, c in enumerate(OTHERS): true(f'{c} is another: {reasons[f"W{n + i}"]}', reasons[f'W{n + i}'] == f'not in the chosen county: {c}')
for i, c in enumerate(UNKNOWN): true(f'{c!r} is not known: {reasons[f"W{m + i}"]}', 'county' in reasons[f'W{m + i}'] and 'not in the chosen' not in reasons[f'W{m + i}'])
true('in Chinese, too', '县市不明' in run([every], '--county', '若羌县', lang='zh').stdout)

bare, good = wells('bare.geojson', [False] * 3), wells('good.geojson', ['若羌县', '且末县'])
run([bare, good], '--county', '若羌')
check('a layer without the column', told('run.county_unknown'), [('bare', 'warning', ['若羌', '3'])])
check('only the beginning of the wanted name', (run([wells('short.geojson', ['若羌县', '若羌'])], '--county', '若羌县'), kept(), told('run.county_unknown'))[1:], ([0], [('short', 'warning', ['若羌县', '1'])]))
run([wells('codes.geojson', ['652824', '652825', '若羌县'])], '--county', '652824')
check('a code is compared with codes', (kept(), told('run.other_counties')[0][2], told('run.county_unknown')[0][2]), ([0], ['652824', '1', '652825'], ['652824', '1']))
r = run([good], '--county', '若羌')
check('nothing is said of a layer that states them all', (kept(), told('run.county_unknown'), 'warning' in r.stdout.lower()), ([0], [], False))
r = run([every, bare])
check('nor without the filter', (len(kept()), told('run.county_unknown'), told('run.other_counties'), 'left out' in r.stdout), (m + len(UNKNOWN) + 3, [], [], False))

# ---- a name that nothing bears
r = run([good, bare], '--county', '不存在', status=3)
true(f'names what is there: {r.stderr}', '不存在' in r.stderr and '且末县, 若羌县' in r.stderr and 'of 3 the county is not known' in r.stderr)
r = run([bare], '--county', '若羌', status=3)
true(f'nothing states one: {r.stderr}', 'of all 3 it is not known' in r.stderr and 'layer.fields' in r.stderr)
true('in Chinese', '县市不明' in run([bare], '--county', '若羌', status=3, lang='zh').stderr)

# ---- --reserve: a right that goes on into a reserve that is left out
RIGHT = {'矿种': '煤', '有效期止': '2020-12-31', '首次设立时间': '1980-01-01'}
def reserve(name, zone, where): return ({'name': name, 'GNFQ': zone, '批准时间': '1990-05-01'}, where)
first = write('first.geojson', [reserve('乌兰自然保护区', '核心区', box(84, 44, .1, .1))])
second = write('second.geojson', [reserve('塔什自然保护区', '实验区', box(84.1, 44, .1, .1))])
both = write('both.geojson', [reserve('乌兰自然保护区', '核心区', box(84, 44, .1, .1)), reserve('塔什自然保护区', '实验区', box(84.1, 44, .1, .1))])
line = write('line.geojson', [({'name': '乌兰红线', '批准时间': '1990-05-01'}, box(83.9, 43.9, .5, .5))])
rights = write('rights.geojson', [({'许可证号': name, **RIGHT}, where) for name, where in (
    ('across', box(84.09, 44.01, .02, .01)),    # half in the one, half in the other
    ('out', box(84.19, 44.01, .02, .01)),       # half in the second, half in no reserve
    ('corner', box(83.99, 44.05, .02, .01)),    # half in the first, half in no reserve
    ('inside', box(84.05, 44.05, .01, .01)))])  # wholly in the first

def proposed(layers, *more, lang='en'):
    w = FOLDER / 'w'
    w.mkdir(exist_ok=True)
    text = 'format = "redline-workspace/1"\nas_of = 2019-03-31\n'
    for path, kind in layers: text += f'[[layer]]\nname = "{path.stem}"\nrole = "areas"\nsource = "{path}"\nkind = "{kind}"\n'
    (w / 'redline.toml').write_text(text + f'[[layer]]\nname = "rights"\nrole = "activities"\nsource = "{rights}"\nkind = "mining_right"\n')
    r = redline('--lang', lang, 'overlay', '-w', w, '-o', FOLDER / 'r.gpkg', '--overwrite', *more)
    check(f'{more}: exit status ({r.stderr})', r.returncode, 0)
    return {(c['activity_id'], c['area_name'][:2]): c for c in rows(FOLDER / 'r.gpkg', "SELECT * FROM conflicts WHERE area_kind = 'nature_reserve'")}

for layers in ([(both, 'nature_reserve'), (line, 'ecological_red_line')], [(first, 'nature_reserve'), (second, 'nature_reserve'), (line, 'ecological_red_line')]):
    whole = proposed(layers)
    check('all reserves', {k: c['disposition'] for k, c in whole.items()}, {('across', '乌兰'): 'compensate', ('across', '塔什'): 'compensate', ('out', '塔什'): 'cut', ('corner', '乌兰'): 'cut', ('inside', '乌兰'): 'compensate'})
    for name, key in (('乌兰自然保护区', '乌兰'), ('塔什', '塔什')):
        some = proposed(layers, '--reserve', name)
        check(f'{name}: what goes on is open', {k: c['disposition'] for k, c in some.items() if k[0] == 'across'}, {('across', key): 'none'})
        check(f'{name}: the others as in the whole run', {k: c['disposition'] for k, c in some.items() if k[0] != 'across'}, {k: c['disposition'] for k, c in whole.items() if k[1] == key and k[0] != 'across'})
        check(f'{name}: verdicts stay', {k: c['verdict'] for k, c in some.items()}, {k: c['verdict'] for k, c in whole.items() if k[1] == key})
        true(f'{name}: the trace says why', 'perhaps in others of that kind that this run leaves out' in some['across', key]['trace'] and 'leaves out' not in whole['across', key]['trace'])
        true(f'{name}: in Chinese', '本次未核查的同类区域' in proposed(layers, '--reserve', name, lang='zh')['across', key]['trace'])
    check('a filter that leaves no reserve out changes nothing', {k: c['disposition'] for k, c in proposed(layers, '--reserve', '自然保护区').items()}, {k: c['disposition'] for k, c in whole.items()})
shutil.rmtree(FOLDER)
done()
