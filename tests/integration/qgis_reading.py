"""What people read of a project in QGIS: words instead of codes, columns with their units, a legend that explains, map tips with the trace,
bookmarks that hold their reserves, labels by importance, details by scale."""
import re
from qgis_support import *

WORDS = ('verdict', 'zone', 'certainty', 'area_kind', 'activity_kind', 'disposition', 'rung', 'severity', 'result')
VERDICTS = {'prohibited': '禁止', 'must_exit': '应退出', 'review': '需人工核定', 'conditional': '有条件', 'allowed': '允许', 'clear': '无重叠'}
ABOUT = {'must_exit': '现有权利或设施应当退出', 'review': '依据不足以自动判定，须人工核定', 'prohibited': '法律法规明令禁止，不得新设或继续', 'conditional': '满足所列条件方可'}

TASK = '''
p = QgsProject.instance()
p.read(sys.argv[1])
words = sys.argv[2].split(",")

def context_of(m, feature=None, scale=None):
    c = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(m))
    if feature is not None: c.setFeature(feature)
    if scale: c.lastScope().setVariable("map_scale", scale)
    return c

def said(m, column, value):
    f = QgsFeature(m.fields())
    f.setAttribute(column, value)
    return QgsExpression(f'represent_value("{column}")').evaluate(context_of(m, f))

def enabled(m, scale):
    out = set()
    for rule in m.renderer().rootRule().children():
        for s in rule.symbol().symbolLayers():
            on = s.dataDefinedProperties().property(QgsSymbolLayer.PropertyLayerEnabled)
            if not on.isActive() or on.valueAsBool(context_of(m, None, scale))[0]: out.add(type(s).__name__)
    return sorted(out)

answer = {"logged": logged, "layers": {}, "groups": [g.name() for g in p.layerTreeRoot().findGroups(True)]}
for i, m in p.mapLayers().items():
    own = {"table": m.source().split("layername=")[1].split("|")[0], "shown": p.layerTreeRoot().findLayer(i) is not None,
           "aliases": {f.name(): f.alias() for f in m.fields()}, "words": {}, "codes": []}
    for column in words:
        at = m.fields().indexOf(column)
        if at < 0: continue
        setup = m.editorWidgetSetup(at)
        own["words"][column] = [setup.type(), {v: k for pair in setup.config().get("map", []) for k, v in pair.items()}]
        own["codes"] += [[column, v] for v in m.uniqueValues(at) if v and said(m, column, v) == v]
    if m.isSpatial():
        s = m.labeling().settings()
        text = s.format()
        own.update(seen=[k for k in (6e6, 2.2e6, 9e5, 2e5) if m.isInScaleRange(k)], labels=m.labelsEnabled(), priority=s.priority, label_scale=s.minimumScale,
                   colours=[text.color().getRgb()[:3], text.buffer().color().getRgb()[:3], text.buffer().enabled()])
        feature = next(m.getFeatures(), None)
        if "trace" in m.fields().names() and feature is not None:
            own["tip"] = [feature["activity_name"], feature["trace"], QgsExpression.replaceExpressionText(m.mapTipTemplate(), context_of(m, feature))]
        if hasattr(m.renderer(), "rootRule"):
            own["near"], own["far"] = enabled(m, 1e5), enabled(m, 1e6)
    answer["layers"][i] = own
boxes = {}
for f in p.mapLayer("redline_basemap_all").getFeatures(QgsFeatureRequest().setFilterExpression("\\"area_kind\\" = 'nature_reserve'")):
    b = boxes.setdefault(f["area_name"], QgsRectangle())
    b.combineExtentWith(f.geometry().boundingBox())
answer["reserves"] = {n: [b.xMinimum(), b.yMinimum(), b.xMaximum(), b.yMaximum()] for n, b in boxes.items()}
answer["bookmarks"] = [[b.name(), b.extent().crs().authid(), [b.extent().xMinimum(), b.extent().yMinimum(), b.extent().xMaximum(), b.extent().yMaximum()]]
                       for b in p.bookmarkManager().bookmarks()]
carried = QgsVectorLayer(sys.argv[3] + "|layername=conflict_areas", "c", "ogr")
answer["carried"] = [r.label() for r in carried.renderer().rootRule().children()]
'''


def light(rgb):
    parts = [c / 12.92 if c <= .03928 else ((c + .055) / 1.055) ** 2.4 for c in (v / 255 for v in rgb)]
    return .2126 * parts[0] + .7152 * parts[1] + .0722 * parts[2]


def unit_of(column):
    if column.endswith('_m2'): return 'm²'
    if column.endswith('_share'): return '0–1'
    return '(m)' if column.endswith('_m') else ''


def words_of(name, m):
    for column, (kind, values) in m['words'].items():
        check(f'{name}: {column} by words', kind, 'ValueMap')
        true(f'{name}: {column} has words', len(values) >= 2 and all(k and v for k, v in values.items()))
        if column == 'verdict':
            check(f'{name}: verdicts by their names', {k: values[k] for k in VERDICTS}, VERDICTS)
    check(f'{name}: no code is left as it is', m['codes'], [])
    for column, alias in m['aliases'].items():
        if column == 'fid': continue
        true(f'{name}: {column} is called {alias!r}', alias and alias != column)
        true(f'{name}: {column} ({alias}) has its unit', unit_of(column) in alias)


ledger, project = FOLDER / 'demo.gpkg', FOLDER / 'demo.qgz'
check('overlay', redline('-q', 'overlay', '-w', SOURCE / 'testdata/xinjiang', '-o', ledger).returncode, 0)
check('project', redline('-q', '--lang', 'zh', 'qgis', ledger, '-o', project).returncode, 0)
a = in_qgis(TASK, project, ','.join(WORDS), ledger)
check('nothing in the log of QGIS', a['logged'], [])
for name, m in a['layers'].items(): words_of(name, m)
mapped = {(m['table'], c) for m in a['layers'].values() for c in m['words']}
true(f'words in every table of conflicts and activities ({len(mapped)})',
     {(f'conflict_{g}', c) for g in ('areas', 'lines', 'points') for c in ('verdict', 'zone', 'certainty', 'area_kind', 'activity_kind', 'disposition')} <= mapped)

# ---- the legend says what a verdict means, in the tree (and so in print) and in the style that the ledger carries
there = {r['verdict'] for r in rows(ledger, "SELECT DISTINCT verdict FROM conflict_areas")}
for verdict in there & set(ABOUT):
    true(f'{verdict}: a group that explains', f'{VERDICTS[verdict]}：{ABOUT[verdict]}' in a['groups'])
    true(f'{verdict}: explained by the ledger itself', f'{VERDICTS[verdict]}：{ABOUT[verdict]}' in a['carried'])
true('verdicts to explain', len(there & set(ABOUT)) >= 3)

# ---- map tips carry the trace
tips = [(name, m['tip']) for name, m in a['layers'].items() if 'tip' in m]
true(f'tips of all three kinds of conflicts ({len(tips)})', {a['layers'][n]['table'] for n, _ in tips} == {'conflict_areas', 'conflict_lines', 'conflict_points'})
for name, (activity, trace, shown) in tips:
    true(f'{name}: name, trace and the reminder that it is a proposal', activity in shown and trace.split('; ')[0] in shown and '结论均为建议' in shown and '[%' not in shown)

# ---- bookmarks: 29, each the whole of its reserve, in degrees
check('bookmarks', len(a['bookmarks']), 29)
check('all in EPSG:4490', {crs for _, crs, _ in a['bookmarks']}, {'EPSG:4490'})
core = lambda name: re.sub('新疆|国家级|自然保护区', '', name)  # bookmarks bear the names of the register
reserves = {core(n): box for n, box in a['reserves'].items()}
for name, crs, box in a['bookmarks']:
    own = reserves.get(core(name))
    true(f'{name}: is a reserve on the map', own)
    if own: true(f'{name}: {box} is {own}', max(abs(x - y) for x, y in zip(box, own)) < 1e-4 * max(own[2] - own[0], 1))

# ---- labels by importance, each read on its own white; details by scale
shown = {n: m for n, m in a['layers'].items() if m['shown'] and 'seen' in m}
rank = lambda part: {m['priority'] for n, m in shown.items() if part in n and not n.endswith(('_highlight', '_names'))}
names, conflict, activity = shown['redline_basemap_names']['priority'], rank('redline_conflict_'), rank('redline_activity_')
true(f'reserves before conflicts before activities: {names} {conflict} {activity}', names > max(conflict) and min(conflict) > max(activity))
for n, m in shown.items():
    text, halo, on = m['colours']
    true(f'{n}: text on its halo', on and (light(halo) + .05) / (light(text) + .05) >= 7)
    if '_activity_areas' in n: check(f'{n}: shown from', m['seen'], [9e5, 2e5])
    elif '_activity_' in n: check(f'{n}: shown from', m['seen'], [2.2e6, 9e5, 2e5])
    elif '_conflict_' in n or 'basemap' in n: check(f'{n}: always shown', m['seen'], [6e6, 2.2e6, 9e5, 2e5])
    if '_conflict_' in n or '_activity_' in n: true(f'{n}: labels from near only', m['label_scale'] <= 100000)
    if '_conflict_areas_' in n and not n.endswith('_highlight'):
        check(f'{n}: a sign from afar', m['far'], ['QgsCentroidFillSymbolLayer'])
        true(f'{n}: an outline from near, no sign {m["near"]}', 'QgsSimpleLineSymbolLayer' in m['near'] and 'QgsCentroidFillSymbolLayer' not in m['near'])
done()
