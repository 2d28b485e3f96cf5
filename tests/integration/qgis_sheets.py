"""The printed sheets of `redline qgis` in QGIS itself: the page's own conflict is always there, what is left out is counted, every text has room,
nothing lies over anything by accident, words on the map are read on any ground, labels keep inside; and sheets outside China."""
from qgis_support import *

AREAS, RIGHT = 23, '一个名字相当长的采矿权（其名称在两种语言的图件标题中都须放得下）No. 1'


def square(x, y, w, h):
    return {'type': 'Polygon', 'coordinates': [[[x, y], [x + w, y], [x + w, y + h], [x, y + h], [x, y]]]}


def layer_of(folder, name, features):
    (folder / f'{name}.geojson').write_text(json.dumps({'type': 'FeatureCollection', 'features': [
        {'type': 'Feature', 'properties': p, 'geometry': g} for p, g in features]}, ensure_ascii=False), encoding='utf-8')
    return name


def restored(folder, x, y):
    """Sites of four stages, and so ground of four classes, beside the conflicts of the pages."""
    stages = (('破坏', '2015-03-02'), ('设施拆除', '2016-03-02'), ('治理恢复', '2017-03-02'), ('验收', '2018-03-02'))
    sites = [({'编号': f'S{i}-{k}', '保护区': '试验自然保护区', '治理点': f'点{i}', '治理阶段': stage, '完成日期': day}, square(x + .012 + i * .03, y + .06, .02, .02))
             for i in range(4) for k, (stage, day) in enumerate(stages[:i + 1])]
    layer_of(folder, 'sites', sites)
    out = FOLDER / f'{folder.name}-restoration.gpkg'
    for r in (redline('restoration', 'import', folder / 'sites.geojson', '-w', folder), redline('restoration', 'report', '-w', folder, '--gpkg', out)):
        check(f'restoration: {r.stderr}', r.returncode, 0)
    return ['--restoration', out]


def workspace(name, areas, rights, wells, restoration=lambda folder: []):
    folder = FOLDER / name
    folder.mkdir()
    fields = '[layer.fields]\nid = "id"\nname = "name"\nkind = "kind"\n'
    text = 'format = "redline-workspace/1"\nname = "t"\nlanguage = "zh"\nas_of = 2019-03-31\n[settings]\naccuracy_m = 5\n'
    for layer, role, more in ((layer_of(folder, 'areas', areas), 'areas', 'schematic = true\n' + fields + 'zone = "zone"\n'),
                              (layer_of(folder, 'rights', rights), 'activities', fields), (layer_of(folder, 'wells', wells), 'activities', fields)):
        text += f'[[layer]]\nname = "{layer}"\nrole = "{role}"\nsource = "{layer}.geojson"\n{more}'
    (folder / 'redline.toml').write_text(text, encoding='utf-8')
    ledger = FOLDER / f'{name}.gpkg'
    r = redline('-q', 'overlay', '-w', folder, '-o', ledger)
    check(f'{name}: overlay', (r.returncode, r.stderr), (0, ''))
    more = restoration(folder)
    for l in ('zh', 'en'):
        r = redline('-q', '--lang', l, 'qgis', ledger, '-o', FOLDER / f'{name}-{l}.qgz', *more)
        check(f'{name}: project', (r.returncode, r.stderr), (0, ''))
    return ledger


def ground(x, y):
    """A reserve of three zones, and red lines in strips, all of them within one large right; another right only touches."""
    zones = [({'id': 'R1', 'name': '试验自然保护区', 'kind': '自然保护区', 'zone': z}, square(x + i * .2, y, .2, .2)) for i, z in enumerate(('核心区', '缓冲区', '实验区'))]
    strips = [({'id': f'L{i}', 'name': f'一条名字很长的生物多样性维护与水土保持生态保护红线区 {i}', 'kind': '生态保护红线', 'zone': None},
               square(x + .02 + i * .005, y + .05, .004, .1)) for i in range(AREAS - 1)]
    rights = [({'id': 'M1', 'name': RIGHT, 'kind': '采矿权'}, square(x + .01, y + .04, .15, .12)),
              ({'id': 'M2', 'name': '相接矿', 'kind': '采矿权'}, square(x + 2 * .2 + .2, y + .02, .1, .05))]
    wells = [({'id': f'W{i}', 'name': f'井{i}', 'kind': '油井'}, {'type': 'Point', 'coordinates': [x + .003 + i * .04, y + .18]}) for i in range(15)]
    return zones + strips, rights, wells


FACTS = '''
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF
p = QgsProject.instance()
p.read(sys.argv[1])
wanted = json.loads(sys.argv[2])

def needed(label):  # height in mm of the text as it wraps
    font = QFont(label.font())
    font.setPixelSize(round(label.font().pointSizeF() * 25.4 / 72 * 40))
    box = QFontMetricsF(font).boundingRect(QRectF(0, 0, label.rect().width() * 40, 1e6), Qt.TextWordWrap, label.currentText())
    return [box.width() / 40, box.height() / 40]

def page(sheet):
    legend = sheet.itemById("legend")
    legend.adjustBoxSize()
    items = [i for i in sheet.items() if isinstance(i, QgsLayoutItem) and not isinstance(i, QgsLayoutItemPage)]
    chart = sheet.itemById("map")
    out = {"crs": chart.crs().authid(), "scale": chart.scale(), "items": [], "tables": [], "shown_bars": []}
    for i in items:
        r = i.mapRectToScene(i.rect())
        facts = {"id": i.id(), "uuid": i.uuid(), "box": [r.x(), r.y(), r.right(), r.bottom()]}
        if isinstance(i, QgsLayoutItemLabel):
            facts.update(text=i.currentText(), needed=needed(i))
        if isinstance(i, QgsLayoutItemScaleBar) and i.itemOpacity() > 0 and i.dataDefinedProperties().property(QgsLayoutObject.Opacity).valueAsDouble(i.createExpressionContext(), -1)[0] > 0:
            out["shown_bars"].append([i.unitLabel(), i.unitsPerSegment()])
        out["items"].append(facts)
    for t in sheet.multiFrames():
        f = t.frame(0)
        out["tables"].append({"rows": t.contents(), "needed": [t.totalSize().width(), t.totalSize().height()], "room": [f.rect().width(), f.rect().height()]})
    groups = [g.name() for g in legend.model().rootGroup().findGroups(True)]
    out.update(blocking=sorted(i.uuid() for i in items if chart.isLabelBlockingItem(i)), flags=int(chart.mapFlags()), legend_groups=groups,
               legend=[n.name() for n in legend.model().rootGroup().findLayers() if legend.model().layerLegendNodes(n)])
    return out

answer = {"pages": {}, "logged": logged}
for sheet in p.layoutManager().printLayouts():
    if not sheet.name().endswith(tuple(sys.argv[3:])): continue
    a = sheet.atlas()
    key = "conflict_id" if "conflict_id" in a.coverageLayer().fields().names() else "area_id"
    size = sheet.pageCollection().page(0).pageSize()
    old = a.filterExpression() if a.filterFeatures() else "true"
    for value in wanted[key]:
        a.setFilterFeatures(True)
        a.setFilterExpression(f"({old}) AND \\"{key}\\" = '{value}'")
        a.beginRender()
        a.seekTo(0)
        drawn = value == wanted["drawn"] and sheet.name().endswith("A4")
        image = QgsLayoutExporter(sheet).renderPageToImage(0, dpi=60) if drawn else None
        facts = page(sheet)
        facts["size"] = [size.width(), size.height()]
        stamp = next(i for i in facts["items"] if i.get("text", "").startswith(("示意", "Schematic")))
        x, y, right, bottom = stamp["box"]
        k = 60 / 25.4
        if drawn: facts["stamp"] = [QColor(image.pixel(int((x + .9) * k), int(v * k))).getRgb()[:3] for v in (y + 1.5, (y + bottom) / 2, bottom - 1.5)]
        answer["pages"][f"{sheet.name()} {value}"] = facts
        a.endRender()
    a.setFilterExpression(old)
'''


def light(rgb):
    parts = [c / 12.92 if c <= .03928 else ((c + .055) / 1.055) ** 2.4 for c in (v / 255 for v in rgb)]
    return .2126 * parts[0] + .7152 * parts[1] + .0722 * parts[2]


def contrast(a, b):  # WCAG 2.1
    one, other = sorted((light(a), light(b)))
    return (other + .05) / (one + .05)


def apart(a, b):
    return a[2] <= b[0] + .05 or b[2] <= a[0] + .05 or a[3] <= b[1] + .05 or b[3] <= a[1] + .05


def look_at(name, f):
    paper = [297, 210] if 'A4' in name else [420, 297]
    check(f'{name}: paper', f['size'], paper)
    over, frame = set(f['blocking']), next(i['box'] for i in f['items'] if i['id'] == 'map')
    for i in f['items']:
        x, y, right, bottom = i['box']
        true(f"{name}: {i['id']} {i['box']} is on the paper", x >= 3 and y >= 3 and right <= paper[0] - 3 and bottom <= paper[1] - 1.9)
        if i['uuid'] in over: true(f"{name}: {i['id']} lies within the map", x >= frame[0] and y >= frame[1] and right <= frame[2] and bottom <= frame[3])
        if 'text' in i: true(f"{name}: room for {i['text'][:30]!r} {i['needed']}", i['needed'][0] <= right - x + .3 and i['needed'][1] <= bottom - y + .3)
    for n, a in enumerate(f['items']):
        for b in f['items'][n + 1:]:
            if a['id'] == b['id'] == 'scalebar' or {a['id'], b['id']} & {'map'} and {a['uuid'], b['uuid']} & over: continue
            true(f"{name}: {a['id']} {a.get('text', '')[:20]} and {b['id']} {b.get('text', '')[:20]} apart", apart(a['box'], b['box']))
    for t in f['tables']:
        true(f"{name}: the table has room {t['needed']} in {t['room']}", all(n <= r + .05 for n, r in zip(t['needed'], t['room'])))
    check(f'{name}: one scale bar', len(f['shown_bars']), 1)
    unit, length = f['shown_bars'][0]
    check(f'{name}: its unit', unit, 'm' if f['scale'] < 50000 else 'km')
    true(f'{name}: its numbers are round, {length}', str(length).replace('.', '').strip('0') in ('1', '2', '3', '5', '6'))
    if 'stamp' in f: true(f"{name}: stamp {f['stamp']} is read on its ground", min(contrast((183, 28, 28), c) for c in f['stamp']) >= 4.5)
    check(f'{name}: the legend names no restoration, which has no room here', [n for n in f['legend'] + f['legend_groups'] if n in ('未开展', '治理中', '已恢复', '已验收', '治理点（按阶段）', '治理恢复（按阶段）')], [])
    check(f'{name}: no labels in part, nor under what lies on the map', (f['flags'], len(over)), (0, 5))


def sheets(name, l, ledger, papers, count=4):
    own = {c['activity_id']: c for c in rows(ledger, "SELECT * FROM conflicts WHERE activity_id IN ('M2', 'W1')")}
    mild = rows(ledger, "SELECT * FROM conflicts WHERE activity_id = 'M1' ORDER BY overlap_m2 LIMIT 1")[0]  # the last by severity and size
    core = rows(ledger, "SELECT * FROM conflicts WHERE activity_id = 'M1' AND zone = 'core'")[0]
    pages = [mild['conflict_id'], core['conflict_id'], own['M2']['conflict_id'], own['W1']['conflict_id']]
    a = in_qgis(FACTS, FOLDER / f'{name}-{l}.qgz', json.dumps({'conflict_id': pages[:count], 'area_id': ['R1'], 'drawn': core['conflict_id']}), *papers)
    check(f'{name} {l}: nothing in the log', a['logged'], [])
    check(f'{name} {l}: pages drawn', sum('stamp' in f for f in a['pages'].values()), 1 if count > 1 else 0)
    for title, f in a['pages'].items():
        look_at(f'{name} {l} {title}', f)
        texts = ' '.join(i.get('text', '') for i in f['items'])
        if title.endswith('R1'):
            n = rows(ledger, "SELECT count(*) AS n FROM conflicts WHERE area_id = 'R1' AND certainty <> 'contact'")[0]['n']
            shown = len(f['tables'][0]['rows'])
            check(f'{title}: as many rows as the sheet holds', shown, 10 if 'A4' in title else 12)
            words = f'本区共 {n} 处冲突，此处列出最严的 {shown} 处；另有 {n - shown} 处' if l == 'zh' else f'has {n} conflicts, the {shown} most severe listed here; {n - shown} more'
            true(f'{title}: {words!r} in {texts[-400:]}', words in texts)
        if title.endswith(mild['conflict_id']):
            first, others = f['tables'][0]['rows'], f['tables'][1]['rows']
            k = 4 if 'A4' in title else 5
            check(f'{title}: own conflict alone above, so many others below', (len(first), len(others)), (1, k))
            true(f'{title}: the row above is the own one {first}', first[0][0].startswith(mild['area_name'][:12]) and first not in others)
            words = f'该活动共 {AREAS} 处冲突，此处列出 {k + 1} 处' if l == 'zh' else f'has {AREAS} conflicts, {k + 1} listed here'
            more = f'另有 {AREAS - k - 1} 处' if l == 'zh' else f'{AREAS - k - 1} more'
            true(f'{title}: {words!r}, {more!r} in {texts[-900:]}', words in texts and more in texts)
        if title.endswith(own['M2']['conflict_id']):
            true(f'{title}: a contact is not called an overlap', ('相接图（无重叠）' if l == 'zh' else ' touches ') in texts and ('无，仅边界相接' if l == 'zh' else 'none, boundaries touch only') in texts)
            check(f'{title}: it has no numbers', f['tables'][0]['rows'][0][2:4], ['–', '–'])
        check(f'{title}: Gauss-Krueger' if name == 'china' else f'{title}: UTM', f['crs'], {'china': 'EPSG:4537', 'africa': 'EPSG:32634'}[name])
        for verdict in ('应退出：现有权利或设施应当退出', '需人工核定：依据不足以自动判定，须人工核定') if l == 'zh' else ('review: cannot be decided by rules alone: a person must',):
            true(f"{title}: the legend explains {verdict} {f['legend_groups']}", verdict in f['legend_groups'] or name == 'africa')


# ---- labels: whole or not at all; the settings and what is placed

LABELS = '''
from qgis.PyQt.QtCore import QSize
from drawing import finished
p = QgsProject.instance()
p.read(sys.argv[1])
x, y = float(sys.argv[2]), float(sys.argv[3])
engine = p.labelingEngineSettings()
answer = {"partial": engine.testFlag(QgsLabelingEngineSettings.UsePartialCandidates), "placed": 0, "cut": []}
to_map = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4490"), p.crs(), p)
for i in range(12):
    s = QgsMapSettings()
    s.setLayers(p.mapThemeCollection().mapThemeVisibleLayers("全部图层"))
    s.setOutputSize(QSize(300, 220))
    s.setOutputDpi(96)
    s.setDestinationCrs(p.crs())
    s.setLabelingEngineSettings(engine)
    s.setExtent(to_map.transformBoundingBox(QgsRectangle(x + i * .01, y + .165, x + i * .01 + .03, y + .19)))
    job = finished(s)
    shown = s.visibleExtent()
    shown.grow(2 * s.mapUnitsPerPixel())
    for label in job.takeLabelingResults().labelsWithinRect(s.visibleExtent()):
        answer["placed"] += 1
        if not shown.contains(label.labelRect): answer["cut"].append(label.labelText)
'''


def main():
    x, y = 84, 44
    ledger = workspace('china', *ground(x, y), lambda folder: restored(folder, x, y))
    sheets('china', 'zh', ledger, ('A4', 'A3'))
    sheets('china', 'en', ledger, ('A4',))
    a = in_qgis(LABELS, FOLDER / 'china-zh.qgz', x, y)
    check('labels in part are not drawn', a['partial'], False)
    true(f"labels are placed ({a['placed']})", a['placed'] > 12)
    check('and none is cut by the frame', a['cut'], [])
    sheets('africa', 'en', workspace('africa', *ground(21, .5)), ('A4',), 1)
    symmetric = workspace('equator', *[ground(20, -3)[i] + ground(25, 2.8)[i] for i in range(3)])  # as far south as north: no cone
    a = in_qgis("p = QgsProject.instance()\np.read(sys.argv[1])\ne = p.viewSettings().defaultViewExtent()\n"
                "answer = {'valid': p.crs().isValid(), 'km': [e.width() / 1000, e.height() / 1000]}\n", symmetric.parent / 'equator-zh.qgz')
    check('a display for ground on both sides of the equator', (a['valid'], [round(v, -1) for v in a['km']]), (True, [630, 660]))
    done()


main()
