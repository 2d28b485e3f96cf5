"""The action of a feature in QGIS opens the report that `redline report` writes beside the ledger, at the row of that feature."""
import html, re, urllib.parse
from qgis_support import *

LINKS = '''
p = QgsProject.instance()
assert p.read(sys.argv[1])
answer = []
for i, m in p.mapLayers().items():
    for action in m.actions().actions():
        for feature in m.getFeatures():
            context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(m))
            context.setFeature(feature)
            answer.append([m.id(), feature["conflict_id" if "conflict_id" in m.fields().names() else "activity_id"],
                           QgsExpression.replaceExpressionText(action.command(), context)])
'''
folder = FOLDER / '台账 1'
folder.mkdir()
ledger, project = folder / '核查 #1.gpkg', folder / '图.qgz'
check('overlay', redline('overlay', '-w', SOURCE / 'testdata/xinjiang', '-o', ledger).returncode, 0)
for command in (('report', ledger), ('qgis', ledger, '-o', project)):
    r = redline(*command)
    check(f'{command[0]}: exit status', (r.returncode, r.stderr), (0, ''))
page = folder / '核查 #1.html'
anchors = set(map(html.unescape, re.findall(r'<a id="([^"]*)"></a>', page.read_text(encoding='utf-8'))))
links = in_qgis(LINKS, project)
true(f'actions of conflicts and activities: {len(links)}', len({i for i, *_ in links}) > 5 and len(links) > 2000)
wrong, unplaced = [], set()
for layer, name, url in links:
    address = urllib.parse.urlsplit(url)
    if pathlib.Path(urllib.parse.unquote(address.path)) != page: wrong.append(url)
    if urllib.parse.unquote(address.fragment) not in anchors: unplaced.add((layer, urllib.parse.unquote(address.fragment)))
check('the file is the one that redline report has written', wrong[:2], [])
check('every conflict has its row', [u for u in unplaced if 'conflict' in u[0]], [])
clear = {r['activity_id'] for t in ('points', 'lines', 'areas') for r in rows(ledger, f"SELECT activity_id FROM activity_{t} WHERE activity_id NOT IN (SELECT activity_id FROM conflicts)")}
check('activities without a row are those without a conflict', {name for layer, name in unplaced} - clear, set())
done()
