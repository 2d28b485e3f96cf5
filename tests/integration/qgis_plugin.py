"""The plugin in real QGIS, from the zip in a fresh profile: its algorithms by qgis_process give the ledger's numbers; from PyQGIS, selected features,
styles of what is loaded, findings in the log, cancelling, a program that is missing or of another version. Skipped without QGIS."""
import csv, json, os, pathlib, subprocess, sys, zipfile

PROCESS = pathlib.Path('/usr/bin/qgis_process.bin')
if not PROCESS.exists() or subprocess.run(['/usr/bin/python3', '-c', 'import qgis.core'], capture_output=True, env={'PATH': '/usr/bin:/bin'}).returncode:
    print('qgis and python3-qgis are not installed')
    sys.exit(77)
from support import *

sys.path.insert(0, str(SOURCE / 'tests' / 'bench'))
sys.dont_write_bytecode = True
import million

WORKSPACE, HOME = FOLDER / '工作区', FOLDER / 'home'
PLUGINS = HOME / '.local/share/QGIS/QGIS3/profiles/default/python/plugins'
SCRIPT = (pathlib.Path(__file__).parent / 'qgis' / 'run_plugin.py').read_text(encoding='utf-8')
corners = (SOURCE / 'docs/pictures/application.txt').read_text(encoding='utf-8')
shutil.copytree(SOURCE / 'testdata' / 'xinjiang', WORKSPACE)
PLUGINS.mkdir(parents=True)
HOME.chmod(0o700)
(FOLDER / 'bin').mkdir()
(FOLDER / 'bin' / 'redline').symlink_to(pathlib.Path(BINARY).resolve())


def environment(binary=True, locale='C.UTF-8'):
    return {'PATH': (f'{FOLDER}/bin:' if binary else '') + '/usr/bin:/bin', 'HOME': str(HOME), 'XDG_RUNTIME_DIR': str(HOME), 'LANG': locale,
            'QT_QPA_PLATFORM': 'offscreen', 'PYTHONDONTWRITEBYTECODE': '1'}


def process(*args, **env):
    return subprocess.run([PROCESS, *map(str, args)], capture_output=True, text=True, env=environment(**env), cwd='/', timeout=600)


def algorithm(name, **parameters):
    r = process('--json', 'run', f'redline:{name}', *[f'--{k}={v}' for k, v in parameters.items()])
    if not r.stdout.strip():
        print(r.stderr)
    return json.loads(r.stdout)['results']


def inside(task, *args, **env):
    given = [a if isinstance(a, str) else json.dumps(a, default=str) for a in args]
    r = subprocess.run(['/usr/bin/python3', '-c', SCRIPT, str(PLUGINS), task, *given], capture_output=True, text=True, env=environment(**env), cwd='/', timeout=600)
    if not r.stdout.strip():
        print(r.stderr)
    return json.loads(r.stdout.splitlines()[-1])


def said(answer, kind):
    return '\n'.join(t for k, t in answer['said'] if k == kind)


def one(path, sql):
    return list(rows(path, sql)[0].values())[0]


# ---- installed
subprocess.run(['/usr/bin/python3', SOURCE / 'layers/qgis/make_plugin.py', BINARY, FOLDER / 'redline.zip'], check=True)
with zipfile.ZipFile(FOLDER / 'redline.zip') as z:
    z.extractall(PLUGINS)
check('enabled', process('plugins', 'enable', 'redline').returncode, 0)
listed = json.loads(process('--json', 'list').stdout)['providers']['redline']['algorithms']
check('algorithms', sorted(listed), [f'redline:{a}' for a in ('overlay', 'restoration_import', 'restoration_report', 'restoration_status', 'screen')])
check('Chinese names', listed['redline:overlay']['name'], '叠加核查')

# ---- overlay: the numbers of the ledger that the program writes by itself
direct, out, project = FOLDER / 'direct.gpkg', FOLDER / '台账 1.gpkg', FOLDER / '图.qgz'
check('by itself', redline('-q', 'overlay', '-w', WORKSPACE, '-o', direct, '--lang', 'zh').returncode, 0)
r = algorithm('overlay', WORKSPACE=WORKSPACE, OUTPUT=out, PROJECT=project)
check('overlay: numbers', (r['ACTIVITIES'], r['CONFLICTS'], r['FINDINGS']),
      (sum(one(direct, f'SELECT count(*) AS n FROM activity_{d}') for d in ('areas', 'lines', 'points')),
       one(direct, "SELECT count(*) AS n FROM conflicts WHERE certainty <> 'contact'"), one(direct, 'SELECT count(*) AS n FROM findings')))
true('overlay: the ledger itself', out.read_bytes() == direct.read_bytes())
true('overlay: a project beside it', project.exists() and r['PROJECT'] == str(project))
r = process('run', 'redline:overlay', f'--WORKSPACE={WORKSPACE}', f'--OUTPUT={out}')
true('a ledger that is there is left as it is, and the message comes through', r.returncode != 0 and '退出状态 4' in r.stdout + r.stderr and '已存在' in r.stdout + r.stderr)
true('', out.read_bytes() == direct.read_bytes())

a = inside('overlay', {'WORKSPACE': WORKSPACE, 'OUTPUT': FOLDER / 'loaded.gpkg'})
check('in QGIS', a['run']['ok'], True)
true('its bar moves', len(a['run']['bar']) > 5 and a['run']['bar'] == sorted(a['run']['bar']) and a['run']['bar'][-1] >= 90)
true('stages have names', '叠加分析' in said(a['run'], 'stage'))
found = {s: one(direct, f"SELECT count(*) AS n FROM findings WHERE severity = '{s}'") for s in ('error', 'warning')}
check('findings in the log by severity', (said(a['run'], 'error').count('错误（'), said(a['run'], 'warning').count('警告（')), (found['error'], found['warning']))
layers = {m['name']: m for m in a['layers']}
check('layers with something in them', {n: m['count'] for n, m in layers.items()},
      {n: c for n, t in (('保护区域', 'basemap'), ('活动（面）', 'activity_areas'), ('活动（线）', 'activity_lines'), ('活动（点）', 'activity_points'), ('冲突（面）', 'conflict_areas'),
                         ('冲突（线）', 'conflict_lines'), ('冲突（点）', 'conflict_points'), ('数据问题', 'findings')) for c in [one(direct, f'SELECT count(*) AS n FROM "{t}"')] if c})
check('their order: findings on top, protected areas at the bottom', [m['name'] for m in a['layers']],
      [n for n in ('数据问题', '冲突（点）', '冲突（线）', '冲突（面）', '活动（点）', '活动（线）', '活动（面）', '保护区域') if n in layers])
for n, m in layers.items(): true(f'{n}: styled', m['valid'] and m['rules'] > 1 and m['labels'] and m['tip'])

# ---- screen: three ways to hand in the same corners
given = {'WORKSPACE': WORKSPACE, 'CRS': 'EPSG:4490', 'AS_OF': '2019-03-31'}
r = algorithm('screen', **given, FILE=SOURCE / 'docs/pictures/application.txt', OVERLAPS=FOLDER / '重叠.gpkg', JSON=FOLDER / 's.json', HTML=FOLDER / 's.html')
redline('-q', 'screen', SOURCE / 'docs/pictures/application.txt', '-w', WORKSPACE, '--crs', 'EPSG:4490', '--as-of', '2019-03-31', '--json', FOLDER / 'd.json', '--lang', 'zh')
own, theirs = (json.loads((FOLDER / n).read_text(encoding='utf-8'))['applications'][0] for n in ('s.json', 'd.json'))
check('from a file: what the program says', (own['verdict'], own['conflicts']), (theirs['verdict'], theirs['conflicts']))
check('from a file: results', (r['VERDICT'], r['APPLICATIONS'], r['CONFLICTS']), (theirs['verdict'], 1, len(theirs['conflicts'])))
true('from a file: the report', '建议' in (FOLDER / 's.html').read_text(encoding='utf-8'))
areas = rows(FOLDER / '重叠.gpkg', 'SELECT area_id, verdict, overlap_m2 FROM "重叠" ORDER BY area_id')
check('overlaps as a layer', areas, [{k: c[k] for k in ('area_id', 'verdict', 'overlap_m2')} for c in sorted(theirs['conflicts'], key=lambda c: c['area_id'])])
ds = gdal.OpenEx(str(FOLDER / '重叠.gpkg'))
for f in ds.GetLayer(0):
    true('their ground', f.GetGeometryRef().IsValid() and abs(f.GetGeometryRef().GetEnvelope()[0] - 83.0116) < 0.001)
ds = f = None
pasted = {**given, 'CORNERS': corners, 'OVERLAPS': 'memory:'}
answers = inside('screen', pasted, {**pasted, 'CORNERS': corners.replace('83°00', '183°00')}, {**pasted, 'FILE': 'x.txt'}, {**given, 'OVERLAPS': 'memory:'})
check('pasted', (answers[0]['ok'], answers[0]['results']['VERDICT'], answers[0]['results']['CONFLICTS']), (True, theirs['verdict'], len(theirs['conflicts'])))
true('a verdict that wants attention is a warning', '退出状态 1' in said(answers[0], 'warning'))
check('wrong corners', answers[1]['ok'], False)
true('wrong corners: what the program says of them', '退出状态 3' in said(answers[1], 'error') and '超出经纬度范围' in said(answers[1], 'error'))
for a in answers[2:]: true('one source, no more, no fewer', not a['ok'] and '只填一项' in said(a, 'error'))

shp = WORKSPACE / '矿权_采矿权.shp'
gdal.VectorTranslate(str(FOLDER / '矿权.gpkg'), gdal.OpenEx(str(shp), open_options=['ENCODING=GBK']), format='GPKG', dstSRS='EPSG:3857', reproject=True)
a = inside('selected', FOLDER.joinpath('矿权.gpkg').as_posix(), '"fid" IN (2, 5, 9)', {'WORKSPACE': WORKSPACE, 'AS_OF': '2019-03-31', 'ACTION': 5, 'KIND': 1, 'JSON': FOLDER / 'sel.json'})
sel = json.loads((FOLDER / 'sel.json').read_text(encoding='utf-8'))['applications']
check('selected features, and only these', (a['run']['ok'], sorted(x['id'] for x in sel), len(a['chosen'])), (True, a['chosen'], 3))
for x in sel:
    there = rows(direct, f"SELECT area_id, zone, overlap_m2 FROM conflicts WHERE activity_id = '{x['id']}' AND certainty <> 'contact' ORDER BY area_id, zone")
    here = sorted((c['area_id'], c['zone'], c['overlap_m2']) for c in x['conflicts'])
    check(f"selected {x['id']}: as many overlaps as in the ledger", [h[:2] for h in here], [(t['area_id'], t['zone']) for t in there])
    for h, t in zip(here, there):  # edges of some km that are straight in Mercator lie up to 0.1 m beside those straight in degrees
        true(f"selected {x['id']}: {h[2]} and {t['overlap_m2']} m²", abs(h[2] - t['overlap_m2']) < 2000)
check('overlaps of the selected, styled', [(m['count'], m['rules'] > 1, m['tip']) for m in a['layers']], [(sum(len(x['conflicts']) for x in sel), True, True)])
true('nothing selected', not a['none']['ok'] and '没有选中' in said(a['none'], 'error'))

# ---- restoration
algorithm('restoration_import', WORKSPACE=WORKSPACE, FILES=WORKSPACE / 'restoration' / '报告台账.csv')
r = algorithm('restoration_status', WORKSPACE=WORKSPACE, AS_OF='2019-03-31', TABLE=FOLDER / 't.csv')
status = json.loads(redline('restoration', 'status', '-w', WORKSPACE, '--as-of', '2019-03-31', '--json').stdout)
check('restoration: numbers', [r[k] for k in ('ACCEPTED', 'CLAIMED', 'VERIFIED', 'OVERDUE')], [status['region'][k] for k in ('accepted_m2', 'claimed_m2', 'verified_m2', 'overdue')])
true('restoration: not nothing', r['ACCEPTED'] > 0)
with open(FOLDER / 't.csv', encoding='utf-8-sig') as f:
    table = list(csv.DictReader(f))
check('restoration: a row for each reserve', [(t['id'], float(t['accepted_m2'])) for t in table], [(s['id'], s['accepted_m2']) for s in status['reserves']])
algorithm('restoration_report', WORKSPACE=WORKSPACE, AS_OF='2019-03-31', HTML=FOLDER / 'r.html', XLSX=FOLDER / 'r.xlsx')
true('restoration: report', (FOLDER / 'r.html').stat().st_size > 1000 and (FOLDER / 'r.xlsx').stat().st_size > 1000)

# ---- the program: missing, not executable, of another version
lost = {'WORKSPACE': WORKSPACE, 'OUTPUT': FOLDER / 'lost.gpkg'}
r = process('run', 'redline:overlay', *[f'--{k}={v}' for k, v in lost.items()], binary=False)
true('missing: said', r.returncode != 0 and '找不到 redline 程序' in r.stdout + r.stderr)
r = process('run', 'redline:overlay', *[f'--{k}={v}' for k, v in lost.items()], binary=False, locale='en_US.UTF-8')
true('missing: said in English where QGIS is', 'was not found' in r.stdout + r.stderr)
for name, body, words in (('newer', 'echo redline 9.0.0', '版本是 9.0.0'), ('other', 'echo something else', '不是 redline 程序')):
    (FOLDER / name).write_text(f'#!/bin/sh\n{body}\n')
    (FOLDER / name).chmod(0o755)
    a = inside('path', str(FOLDER / name), lost)
    true(f'{name}: said', not a['ok'] and words in said(a, 'error'))
(FOLDER / 'newer').chmod(0o644)
true('not executable: said', '不能执行' in said(inside('path', str(FOLDER / 'newer'), lost), 'error') or os.getuid() == 0 and os.access(FOLDER / 'newer', os.X_OK))
true('by the setting, without PATH', inside('path', str(pathlib.Path(BINARY).resolve()), {**lost, 'OUTPUT': FOLDER / 'set.gpkg'}, binary=False)['ok'])
true('nothing was written for lack of a program', not (FOLDER / 'lost.gpkg').exists())
a = inside('path', '', {'WORKSPACE': FOLDER, 'OUTPUT': FOLDER / 'lost.gpkg'})
true('no workspace: the message comes through', not a['ok'] and 'redline.toml' in said(a, 'error') and '退出状态' in said(a, 'error'))

# ---- cancelled in the middle
large, place = FOLDER / 'large', FOLDER / 'place'
large.mkdir(), place.mkdir()
million.make_workspace(SOURCE, large, 100_000)
a = inside('cancel', {'WORKSPACE': large, 'OUTPUT': place / 'cancelled.gpkg'})
check('cancelled', (a['ok'], '已取消' in said(a, 'error')), (False, True))
true(f"in the middle, {a['bar'][-1:]}", 25 <= a['bar'][-1] < 90)
check('nothing is left', list(place.iterdir()), [])
running = [p for p in pathlib.Path('/proc').glob('[0-9]*/cmdline') if p.exists() and b'cancelled.gpkg' in p.read_bytes() and b'/redline\0' in p.read_bytes()]
check('no process goes on', running, [])
done()
