"""A large ledger in QGIS: from afar each area counts its conflicts, from near each conflict stands; nothing is hidden without a word."""
import json, os, pathlib, re, subprocess, sys, zipfile

if subprocess.run(['/usr/bin/python3', '-c', 'import qgis.core'], capture_output=True, env={'PATH': '/usr/bin:/bin'}).returncode:
    print('python3-qgis is not installed')
    sys.exit(77)
from support import *

sys.path.insert(0, str(SOURCE / 'tests' / 'bench'))
sys.dont_write_bytecode = True
import million

INSIDE = '''
import json, os, sys
from qgis.core import QgsApplication, QgsExpression, QgsExpressionContext, QgsExpressionContextUtils, QgsProject, QgsRectangle, QgsFeatureRequest, QgsSettings
QgsApplication.setPrefixPath("/usr", True)
application = QgsApplication([], False)
application.initQgis()
QgsSettings().setValue("qgis/walForSqlite3", False)
logged = []
QgsApplication.messageLog().messageReceived.connect(lambda text, tag, level: logged.append(f"{tag}: {text}") if level else None)
p = QgsProject.instance()
p.read(sys.argv[1])
o = p.mapLayer("redline_basemap_overview")
answer = {"logged": logged, "overview": None, "layers": {i: [m.isInScaleRange(s) for s in (6e6, 1.1e6, 9e5, 1e5)] for i, m in p.mapLayers().items() if m.isSpatial()}}
answer["groups"] = [g.name() for g in p.layerTreeRoot().findGroups(True)]
answer["relations"] = {r.id(): r.isValid() for r in p.relationManager().relations().values()}
if o:
    answer["overview"] = [dict(zip(o.fields().names(), f.attributes())) for f in o.getFeatures()]
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(o))
    context.lastScope().setVariable("map_scale", 6e6)
    answer["labels"] = []
    for f in o.getFeatures():
        context.setFeature(f)
        answer["labels"].append([f["area_name"], QgsExpression(o.labeling().settings().fieldName).evaluate(context)])
    answer["in_box"] = sorted(f["area_id"] for f in o.getFeatures(QgsFeatureRequest(QgsRectangle(88, 38, 94, 43))))
    answer["rules"] = [sum(1 for f in answer["overview"] if r.label().startswith({"prohibited": "禁止", "must_exit": "应退出", "review": "需人工核定", "conditional": "有条件", "incomplete": "核查不完整", "allowed": "允许", "clear": "无重叠"}.get(f["verdict"], "?")))
                       for r in o.renderer().rootRule().children()]
tables = {}
for sheet in p.layoutManager().printLayouts():
    a = sheet.atlas()
    a.beginRender()
    a.seekTo(3)
    sheet.refresh()
    f = sheet.createExpressionContext().variable("atlas_feature")
    key = "activity_id" if "activity_id" in f.fields().names() else "area_id"
    of_relation = sheet.multiFrames()[-1]
    tables[sheet.name()] = [key, f[key], len(of_relation.contents()), of_relation.maximumNumberOfFeatures()]
answer["tables"] = tables
print(json.dumps(answer, ensure_ascii=False, default=str))
sys.stdout.flush()
os._exit(0)
'''


def inside(project):
    home = FOLDER / 'home'
    home.mkdir(mode=0o700, exist_ok=True)
    env = {'PATH': '/usr/bin:/bin', 'HOME': str(home), 'XDG_RUNTIME_DIR': str(home), 'LANG': 'C.UTF-8', 'QT_QPA_PLATFORM': 'offscreen'}
    r = subprocess.run(['/usr/bin/python3', '-c', INSIDE, str(project)], capture_output=True, text=True, env=env, cwd='/')
    check('GDAL has nothing to say', [l for l in r.stderr.splitlines() if 'ERROR' in l], [])
    return json.loads(r.stdout.splitlines()[-1])


million.make_workspace(SOURCE, FOLDER, 40_000)
ledger, project = FOLDER / 'large.gpkg', FOLDER / 'large.qgz'
check('overlay', redline('-q', 'overlay', '-w', FOLDER, '-o', ledger).returncode, 0)
check('project', redline('-q', 'qgis', ledger, '-o', project, '--lang', 'zh').returncode, 0)
a = inside(project)
check('nothing in the log of QGIS', a['logged'], [])

# ---- what shows where
for i, shown in a['layers'].items():
    if i.startswith(('redline_conflict_', 'redline_activity_')) and not i.endswith(('_highlight', '_all')):
        check(f'{i}: from 1:1000000 on', shown, [False, False, True, True])
    elif i == 'redline_basemap_overview': check(f'{i}: beyond it', shown, [True, True, False, False])
    elif i == 'redline_basemap_names': check(f'{i}: the overview has the names', shown, [False, False, True, True])
    elif i.startswith('redline_basemap'): check(f'{i}: always', shown, [True] * 4)
for words in ('各保护区域的冲突数，比例尺小于 1:1000000 时显示', '冲突（按建议结论），放大到 1:1000000 后显示', '活动（按类型），放大到 1:1000000 后显示'):
    true(f'{words} ({a["groups"][:4]})', words in a['groups'])
check('relations of the sheets', {k: v for k, v in a['relations'].items() if k.startswith('redline_of')}, {'redline_of_activity': True, 'redline_of_area': True})

# ---- the overview counts what the ledger holds, each conflict once
SEVERITY = ('prohibited', 'must_exit', 'review', 'conditional', 'incomplete', 'allowed', 'clear')
counted = {}
for r in rows(ledger, "SELECT area_id, area_kind, verdict, count(*) AS n FROM conflicts WHERE certainty <> 'contact' GROUP BY 1, 2, 3"):
    counted.setdefault((r['area_id'], r['area_kind']), {})[r['verdict']] = r['n']
for r in rows(ledger, "SELECT DISTINCT area_id, area_kind FROM basemap WHERE area_kind = 'nature_reserve'"):
    counted.setdefault((r['area_id'], r['area_kind']), {'clear': 0})  # a reserve without conflicts is named, too
check('an area each', sorted((f['area_id'], f['area_kind']) for f in a['overview']), sorted(counted))
for f in a['overview']:
    own = counted[f['area_id'], f['area_kind']]
    check(f"{f['area_id']}: counts", {v: f[v] for v in SEVERITY[:-1] if f[v]}, {v: n for v, n in own.items() if v != 'clear'})
    check(f"{f['area_id']}: all of them", f['count'], sum(own.values()))
    check(f"{f['area_id']}: the gravest verdict", f['verdict'], min(own, key=SEVERITY.index))
check('each area is drawn by one rule', sum(a['rules']), len(a['overview']))
for name, label in a['labels']:
    true(f'{name}: schematic as it is, behind its name: {label!r}', label.split('\n')[0].endswith('（示意）') and label.count('示意') == 1)
true('QGIS finds them by place', 'lop-nur' in a['in_box'] and 0 < len(a['in_box']) < len(a['overview']))

# ---- tables of the sheets are found by relation
for name, (key, value, n, most) in a['tables'].items():
    contacts = '' if key == 'activity_id' else " AND certainty <> 'contact' AND area_kind = 'nature_reserve'"
    there = list(rows(ledger, f"SELECT count(*) AS n FROM conflicts WHERE {key} = '{value}'{contacts}")[0].values())[0]
    there -= key == 'activity_id'  # the page's own stands above
    check(f'{name}: rows of the table for {value}', n, min(there, most))

# ---- a ledger that is not large has none of it
small = FOLDER / 'small.gpkg'
check('small', redline('-q', 'overlay', '-w', SOURCE / 'testdata/xinjiang', '-o', small).returncode, 0)
check('small: project', redline('-q', 'qgis', small, '-o', FOLDER / 'small.qgz', '--lang', 'zh').returncode, 0)
a = inside(FOLDER / 'small.qgz')
check('small: no overview, all at every scale', (a['overview'], a['layers']['redline_conflict_areas_review']), (None, [True] * 4))
done()
