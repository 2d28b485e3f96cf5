"""redline report: every number in HTML and XLSX is that of the ledger, read here by SQL alone; all reserves of the register
stand there; both languages are complete; pages are well formed and need nothing else; nothing is left out in silence."""
import collections, csv, decimal, hashlib, html, os, re, shutil, sqlite3, subprocess
import xml.etree.ElementTree as ET
from osgeo import ogr
from report_reading import Page, workbook
from support import BINARY, FOLDER, SOURCE, check, done, redline, true

DEMO = SOURCE / 'testdata' / 'xinjiang'
LEDGER = FOLDER / 'demo.gpkg'
VERDICTS = {'prohibited': '禁止', 'must_exit': '应退出', 'review': '需人工核定', 'conditional': '有条件', 'incomplete': '核查不完整', 'allowed': '允许', 'clear': '无重叠'}


def run(*args, lang='zh', status=0):
    r = redline(*args, '--lang', lang)
    check(f'{args}: {r.stderr}', r.returncode, status)
    return r


def sql(query, ledger=LEDGER):
    db = sqlite3.connect(f'file:{ledger}?mode=ro', uri=True)
    db.row_factory = sqlite3.Row
    out = [dict(r) for r in db.execute(query)]
    db.close()
    return out


def printed(value, decimals, unit=1):
    """Half to even on the digits of the double that is printed; -0 is 0."""
    d = decimal.Decimal(repr(float(value) / unit)).quantize(decimal.Decimal(1).scaleb(-decimals), decimal.ROUND_HALF_EVEN)
    return float(d) + 0.0


def table(book, sheet):
    """Rows of a sheet as dictionaries by heading."""
    head, *rows = book[sheet]
    return [dict(zip(head, r + [''] * (len(head) - len(r)))) for r in rows]


def areas(what, row, titles, m2):
    check(f'{what}: m², ha, km²', [row[t] for t in titles], [printed(m2, 2), printed(m2, 4, 1e4), printed(m2, 4, 1e6)])


run('overlay', '-q', '-w', DEMO, '-o', LEDGER)
before = hashlib.sha256(LEDGER.read_bytes()).hexdigest()
run('report', LEDGER, '-o', FOLDER / 'a.html', '--xlsx', FOLDER / 'a.xlsx')
check('the ledger is not changed', hashlib.sha256(LEDGER.read_bytes()).hexdigest(), before)
book, page = workbook(FOLDER / 'a.xlsx'), Page(FOLDER / 'a.html')
conflicts = sql("SELECT * FROM conflicts WHERE certainty <> 'contact'")
activities = [a for d in ('points', 'lines', 'areas') for a in sql(f'SELECT * FROM activity_{d}')]
who = lambda c: (c['activity_layer'], c['activity_id'], c['occurrence'])
word = VERDICTS.get
true('there is something to report', len(conflicts) > 1000 and len({c['verdict'] for c in conflicts}) > 2)

# --- Links: every overlap and contact, and every activity with one, is found; what is cut leads to the word that says so.
everything = sql('SELECT conflict_id, activity_id FROM conflicts')
for name, more in (('a.html', ()), ('few.html', ('--rows', 1))):
    if more: run('report', LEDGER, '-o', FOLDER / name, *more)
    text = (FOLDER / name).read_text(encoding='utf-8')
    anchors = re.findall(r'<a id="([^"]*)"></a>', text)
    check(f'{name}: names stand once', len(anchors), len(set(anchors)))
    missing = {v for r in everything for v in r.values()} - set(map(html.unescape, anchors))
    check(f'{name}: every overlap and its activity has a place', missing, set())
    cut = [p for p in re.findall(r'<p class="note">(.*?)</p>', text) if '<a id=' in p]
    true(f'{name}: places of rows that are cut stand before the word that says so', cut and all(re.sub('<.*?>', '', p).startswith('此处列出前') for p in cut))
    in_rows = set(re.findall(r'<tr><td[^>]*><a id="([^"]*)">', text))
    true(f'{name}: rows bear the ids of overlaps', in_rows and in_rows <= {r['conflict_id'] for r in everything})
run('report', LEDGER)
check('no file named: beside the ledger, the same page', (FOLDER / 'demo.html').read_bytes() == (FOLDER / 'a.html').read_bytes(), True)
# In print the first page is the director's, whole: the tables begin on the second.
if shutil.which('weasyprint') and shutil.which('pdftotext'):
    for lang, tables in (('zh', '分项统计与清单'), ('en', 'Figures and lists')):
        run('report', LEDGER, '-o', FOLDER / f'print_{lang}.html', '--pdf', FOLDER / f'{lang}.pdf', lang=lang)
        second = subprocess.run(['pdftotext', '-f', '2', '-l', '2', str(FOLDER / f'{lang}.pdf'), '-'], capture_output=True, text=True).stdout.split('\n')[0]
        check(f'{lang}: the second page', second.strip(), tables)
        rows = subprocess.run(['pdftotext', '-raw', str(FOLDER / f'{lang}.pdf'), '-'], capture_output=True, text=True).stdout.split('\n')
        check(f'{lang}: no heading is broken before its closing bracket', [r for r in rows if r.strip().startswith('）')], [])
elif os.environ.get('CI'):
    raise SystemExit('weasyprint or poppler-utils is missing')
run('report', LEDGER, status=4)  # it is there
os.remove(FOLDER / 'demo.html')

# --- Overlaps, one by one.
rows = {r['冲突编号']: r for r in table(book, '重叠')}
check('every overlap stands in the workbook once', (len(rows), len(table(book, '重叠'))), (len(conflicts), len(conflicts)))
for c in conflicts:
    r = rows[c['conflict_id']]
    areas(c['conflict_id'], r, ('重叠面积(m²)', '重叠面积(ha)', '重叠面积(km²)'), c['overlap_m2'])
    check('texts', [r['活动编号'], r['建议结论'], r['条款'], r['规则编号'], r['保护区域编号']], [c['activity_id'], word(c['verdict']), c['clauses'] or '', c['rule_ids'] or '', c['area_id']])
    for title, value, decimals, unit in (('占活动%', c['overlap_share'], 2, 0.01), ('重叠长度(m)', c['overlap_m'], 2, 1), ('重叠宽度(m)', c['width_m'], 2, 1), ('经度(°)', c['lon'], 6, 1), ('纬度(°)', c['lat'], 6, 1)):
        check(f'{c["conflict_id"]} {title}', r[title], '' if value is None else printed(value, decimals, unit))
check('contacts apart', sorted(r['冲突编号'] for r in table(book, '仅相接')), sorted(c['conflict_id'] for c in sql("SELECT conflict_id FROM conflicts WHERE certainty = 'contact'")))

# --- By reserve: the whole register, those with none too; grouped here from the rows themselves.
register = list(csv.DictReader((SOURCE / 'layers' / 'workspace' / 'register.csv').open(encoding='utf-8')))
place = {s['area_id']: s['register_id'] or s['area_id'] for s in sql("SELECT * FROM summary WHERE area_kind = 'nature_reserve'")}
name = {}
for s in sql("SELECT * FROM summary WHERE area_kind = 'nature_reserve' ORDER BY area_name DESC"): name[place[s['area_id']]] = s['area_name']
reserves = {r['保护区域']: r for r in table(book, '按自然保护区')}
check('29 reserves', (len(reserves), sorted(reserves)), (29, sorted(name.values())))
prefecture = {r['reserve_id']: re.sub(r'\([^)]*\)', '', r['prefecture']) for r in register}


def counted(row, of, what):
    check(f'{what}: activities and overlaps', (row['活动（项）'], row['重叠（处）']), (len({who(c) for c in of}), len(of)))
    for v in list(VERDICTS)[:-1]: check(f'{what}: {v}', row[word(v)], sum(c['verdict'] == v for c in of))


for id, title in name.items():
    row, of = reserves[title], [c for c in conflicts if c['area_kind'] == 'nature_reserve' and place[c['area_id']] == id]
    counted(row, of, title)
    areas(title, row, ('重叠面积合计（m²）', '合计（ha）', '合计（km²）'), sum(s['overlap_m2'] for s in sql("SELECT * FROM summary WHERE area_kind = 'nature_reserve'") if place[s['area_id']] == id))
    check('prefecture', row['所在地'], prefecture[id])
    check('boundary', row['边界'], '有')
    check('schematic', row['示意边界'], '示意')
true('some have none', any(r['重叠（处）'] == 0 for r in reserves.values()))

# --- By prefecture, county, kinds, verdict.
def groups(sheet, title, key, label=lambda k: k):
    rows, by = {r[title]: r for r in table(book, sheet)}, collections.defaultdict(list)
    for c in conflicts: by[key(c)].append(c)
    check(f'{sheet}: lines', set(rows), {label(k) for k in by})
    for k, of in by.items(): counted(rows[label(k)], of, f'{sheet} {k}')
    check(f'{sheet}: nothing twice', sum(r['重叠（处）'] for r in rows.values()), len(conflicts))


groups('按地（州、市）', '所在地', lambda c: prefecture[place[c['area_id']]] if c['area_kind'] == 'nature_reserve' else '未注明')
groups('按县（市）', '县(市)', lambda c: c['county'] or '未注明')
kinds = {r['活动类型']: r for r in table(book, '按活动类型')}
for label, kind in (('采矿权', 'mining_right'), ('探矿权', 'exploration_right'), ('油井', 'oil_well'), ('线性基础设施', 'linear_infrastructure')):
    counted(kinds[label], [c for c in conflicts if c['activity_kind'] == kind], label)
    mine = [a for a in activities if a['activity_kind'] == kind]
    check('checked', kinds[label]['已核查（项）'], len(mine))
    areas(label, kinds[label], ('重叠面积（m²）', '重叠面积（ha）', '重叠面积（km²）'), sum(a['overlap_total_m2'] or 0 for a in mine))
check('all kinds', sum(r['已核查（项）'] for r in kinds.values()), len(activities))
opened = ogr.Open(str(LEDGER))
shapes = {f['conflict_id']: f.GetGeometryRef().Clone() for f in opened.GetLayerByName('conflict_areas') if f.GetGeometryRef()}
opened = None
for r in table(book, '按建议结论'):
    v = [k for k, w in VERDICTS.items() if w == r['建议结论']][0]
    mine = [a for a in activities if a['verdict'] == v]
    check(f'{v}: activities, overlaps', (r['活动（项，按最严结论）'], r['重叠（处）']), (len(mine), sum(c['verdict'] == v for c in conflicts)))
    # The ground belongs to the overlaps counted: GEOS unites those that one activity has with the same verdict.
    of, alone, shared_ = collections.defaultdict(list), 0, 0
    for c in conflicts:
        if c['verdict'] == v and (c['overlap_m2'] or 0) > 0: of[who(c)].append(c)
    for cs in of.values():
        whole = [shapes[c['conflict_id']] for c in cs]
        together = whole[0]
        for g in whole[1:]: together = together.Union(g)
        if len(cs) == 1: alone += cs[0]['overlap_m2']
        else: shared_ += sum(c['overlap_m2'] for c in cs) * together.GetArea() / sum(g.GetArea() for g in whole)
    got = r['这些重叠的面积（m²）']
    # degrees: within one activity the scale differs by less than 2e-4
    true(f'{v}: ground of {len(of)} activities, {got} {alone} {shared_}', abs(got - alone - shared_) <= 0.006 + 2e-4 * shared_)
    true(f'{v}: no more than its overlaps', got <= sum(c['overlap_m2'] or 0 for c in conflicts if c['verdict'] == v) + 0.006)
    check(f'{v}: units', [r['这些重叠的面积（ha）'], r['这些重叠的面积（km²）']], [round(got / 1e4, 4), round(got / 1e6, 4)])
check('all activities', sum(r['活动（项，按最严结论）'] for r in table(book, '按建议结论')), len(activities))
for s, r in zip(sql('SELECT * FROM summary ORDER BY fid'), table(book, '保护区域、分区和活动类型')):
    check('summary', (r['保护区域编号'], r['重叠（处）'], r['禁止'], r['应退出'], r['需人工核定']), (s['area_id'], s['count'], s['prohibited'], s['must_exit'], s['review']))
    areas('summary', r, ('去重面积（m²）', '去重面积（ha）', '去重面积（km²）'), s['overlap_m2'])

# --- The rest of the tables, whole.
for sheet, name_of in (('矿业权相互重叠', 'rights_overlaps'), ('邻近', 'proximity'), ('图层', 'layers_checked'), ('行核对', 'rows'), ('数据问题', 'findings'), ('人工决定', 'decisions'), ('保护区域、分区和活动类型', 'summary')):
    check(sheet, len(book[sheet]) - 1, sql(f'SELECT count(*) AS n FROM {name_of}')[0]['n'])
check('rights', sorted(r['重叠面积(m²)'] for r in table(book, '矿业权相互重叠')), sorted(printed(r['overlap_m2'], 2) for r in sql('SELECT overlap_m2 FROM rights_overlaps')))
check('manifest', [(r['项目'], r['内容']) for r in table(book, '运行清单')], [(r['key'], r['value'] or '') for r in sql('SELECT key, value FROM run ORDER BY fid')])
check('hashes', [r['SHA-256'] for r in table(book, '图层')], [r['sha256'] or '' for r in sql('SELECT sha256 FROM layers_checked ORDER BY fid')])
for r in table(book, '面积平衡'):
    unit = {'m²': 'm2', 'm': 'm', '个': 'count'}[r['单位']]
    b = sql(f"SELECT count(*) AS n, sum(whole) AS whole, sum(in_zones) AS inside, sum(outside) AS outside, max(abs(residue)) AS most FROM balance WHERE unit = '{unit}'")[0]
    check(f'balance {unit}', [r['活动（项）'], r['整体'], r['区内'], r['区外'], r['单项最大残差']], [b['n'], printed(b['whole'], 2), printed(b['inside'], 2), printed(b['outside'], 2), printed(b['most'], 6)])

# --- The page prints what the workbook holds: each row of each table is a row of a sheet with these headings.
def text(value, decimals):
    return value if isinstance(value, str) else f'{value:.{decimals}f}'


def decimals(title):
    if re.search(r'(ha|km²)[)）]', title): return 4
    if '残差' in title or 'esidue' in title: return 6
    return 2 if re.search(r'm²|m\)|%|整体|区内|区外|Whole|In zones|Outside', title) else 0


def on_page(page, book):
    shown, lines = 0, collections.defaultdict(set)
    for t in page.tables:
        if not t or len(t) < 2: continue
        sheets = [s for s, rows in book.items() if set(t[0]) <= set(rows[0])]
        if not sheets: continue
        for sheet in sheets:
            if (sheet, tuple(t[0])) not in lines:
                at = [book[sheet][0].index(h) for h in t[0]]
                lines[sheet, tuple(t[0])] = {tuple(text(r[i] if i < len(r) else '', decimals(h)) for i, h in zip(at, t[0])) for r in book[sheet][1:]}
        for row in t[1:]:
            shown += 1
            true(f'on the page, in the workbook: {row}', any(tuple(row) in lines[s, tuple(t[0])] for s in sheets))
    return shown


true('many rows on the page', on_page(page, book) > 400)
overlaps_of = [t for t in page.tables if t and '条款' in t[0]]
true('at most 10 of each reserve', overlaps_of and all(len(t) - 1 <= 10 for t in overlaps_of))
check('each reserve with overlaps has its list', len([t for t in overlaps_of if '保护区域' not in t[0]]), sum(r['重叠（处）'] > 0 for r in reserves.values()))
more = [m for m in (re.search(r'列出前 10 行；共 (\d+) 行', t) for t in page.text) if m]
check('what is not on the page is counted', sum(int(m[1]) - 10 for m in more) + sum(len(t) - 1 for t in overlaps_of) >= len(conflicts), True)
sentence = next(t for t in page.text if t.startswith('共核查活动'))
check(sentence, [int(n) for n in re.findall(r'\d+', sentence)], [len(activities), len({who(c) for c in conflicts}), len(conflicts)] + [n for n in (sum(c['verdict'] == v for c in conflicts) for v in VERDICTS) if n] + [29, sum(r['重叠（处）'] > 0 for r in reserves.values())])
for said in ('均为建议，不作为行政决定依据', '示意，非法定边界', '仅相接：只有共同边界', '未核查：'): true(said, any(said in t for t in page.text))

# --- Pictures: well formed, bars add up, dots stand for every verdict.
check('two pictures', len(page.svgs), 2)
check('nothing from elsewhere', [l for l in page.links if not l.startswith('#')], [])
true('no address to load', not re.search(r'(src|href|url)\s*[=(]\s*["\']?(https?:|//|file:)', (FOLDER / 'a.html').read_text(encoding='utf-8')))
roots = [ET.fromstring(svg) for svg in page.svgs]
S = '{http://www.w3.org/2000/svg}'
ids = [e.get('id') for r in roots for e in r.iter() if e.get('id')]
check('ids are unique', len(ids), len(set(ids)))
for root in roots: true('patterns are there', set(re.findall(r'url\(#([^)]+)\)', ET.tostring(root, encoding='unicode'))) <= set(ids))
bars = collections.Counter()
for e in roots[0].iter(S + 'rect'):
    if e.find(S + 'title') is not None:
        v, n = e.find(S + 'title').text.rsplit(' ', 1)
        bars[v] += int(n)
for v in list(VERDICTS)[:-1]:
    of = [c for c in conflicts if c['verdict'] == v]
    check(f'bars of {v}: reserves, kinds, prefectures', bars[word(v)], 2 * len(of) + sum(c['area_kind'] == 'nature_reserve' for c in of))
shades = {'prohibited': '#000000', 'must_exit': '#7a0177', 'review': '#2171b5'}
for v in {c['verdict'] for c in conflicts}: true(f'dots of {v}', any(p.get('stroke') == shades[v] and 'h0' in p.get('d') for p in roots[1].iter(S + 'path')))
true('names, north, scale', all(any(w in (t.text or '') for t in roots[1].iter(S + 'text')) for w in ('罗布泊野骆驼', 'N', ' km')))

# --- The same bytes again; English; keys of texts never show; a workbook alone.
run('report', LEDGER, '-o', FOLDER / 'b.html', '--xlsx', FOLDER / 'b.xlsx')
for kind in ('html', 'xlsx'): check(f'{kind}: same bytes', (FOLDER / f'a.{kind}').read_bytes() == (FOLDER / f'b.{kind}').read_bytes(), True)
run('report', LEDGER, '-o', FOLDER / 'en.html', '--xlsx', FOLDER / 'en.xlsx', '--rows', 3, lang='en')
english, words = Page(FOLDER / 'en.html'), workbook(FOLDER / 'en.xlsx')
true('rows on the English page', on_page(english, words) > 100)
true('at most 3', all(len(t) - 1 <= 3 for t in english.tables if t and 'Clauses' in t[0]))
check('as many sheets', len(words), len(book))
check('as many rows', [len(r) for r in words.values()], [len(r) for r in book.values()])
true('English headings', not re.search(r'[\u4e00-\u9fff]', ' '.join(h for r in words.values() for h in r[0])))
key = re.compile(r'\b(ledger_report|report|zone|verdict|certainty|disposition|column|area_kind|activity_kind|unit)\.[a-z_]+')
for p in (page, english): check('untranslated', [t for t in p.text if key.search(t)], [])
for b in (book, words): check('untranslated in the workbook', [v for r in b.values() for row in r[:1] for v in row if key.search(str(v))], [])
run('report', LEDGER, '--xlsx', FOLDER / 'alone.xlsx')
check('the same workbook without a page', (FOLDER / 'alone.xlsx').read_bytes() == (FOLDER / 'a.xlsx').read_bytes(), True)

# --- Prefectures come from the register the ledger was made with, or are not stated.
own = FOLDER / 'own'
run('init', own, '--demo')
lines = (own / 'register.csv').read_text(encoding='utf-8').replace('巴音郭楞州(和静县)', '丙州(丁县、戊县)')
(own / 'register.csv').write_text(lines, encoding='utf-8')
run('overlay', '-q', '-w', own, '-o', FOLDER / 'own.gpkg')
run('report', FOLDER / 'own.gpkg', '-o', FOLDER / 'c.html', '--xlsx', FOLDER / 'c.xlsx')
check('not stated', {r['所在地'] for r in table(workbook(FOLDER / 'c.xlsx'), '按自然保护区')}, {'未注明'})
true('and said', any('台账所用名录与现有名录不一致' in t for t in Page(FOLDER / 'c.html').text))
run('report', FOLDER / 'own.gpkg', '-w', own, '--xlsx', FOLDER / 'd.xlsx')
true('stated', '丙州' in {r['所在地'] for r in table(workbook(FOLDER / 'd.xlsx'), '按自然保护区')})

# --- Hostile texts, odd names, a ledger without overlaps and without a workspace.
(FOLDER / 'areas.geojson').write_text('{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"A\'1","name":"<b>甲&\\"乙\'"},"geometry":{"type":"Polygon","coordinates":[[[82,44],[82.1,44],[82.1,44.1],[82,44.1],[82,44]]]}}]}', encoding='utf-8')
point = lambda id, x: '{"type":"Feature","properties":{"id":"%s"},"geometry":{"type":"Point","coordinates":[%s,44.05]}}' % (id, x)
(FOLDER / 'in.geojson').write_text('{"type":"FeatureCollection","features":[%s]}' % point('=1+1', 82.05), encoding='utf-8')
(FOLDER / 'out.geojson').write_text('{"type":"FeatureCollection","features":[%s]}' % point('B', 83), encoding='utf-8')
for f in ('in', 'out'):
    run('overlay', '-q', '--areas', FOLDER / 'areas.geojson', '--area-kind', '=nature_reserve', '--activities', FOLDER / f'{f}.geojson', '--as-of', '2019-03-31', '-o', FOLDER / f'{f}.gpkg')
    run('report', FOLDER / f'{f}.gpkg', '-o', FOLDER / f'{f}.html', '--xlsx', FOLDER / f'{f}.xlsx')
odd = Page(FOLDER / 'in.html')
true('a name is a text', any('<b>甲&"乙\'' in c for t in odd.tables for r in t for c in r) and '<b>' not in (FOLDER / 'in.html').read_text(encoding='utf-8'))
check('a formula is a text', [r['活动编号'] for r in table(workbook(FOLDER / 'in.xlsx'), '重叠')], ['=1+1'])
for svg in odd.svgs: ET.fromstring(svg)
true('nothing found is said', any('未发现与保护区域重叠' in t for t in Page(FOLDER / 'out.html').text))

# --- Wrong inputs.
for args, status, said in ((('report', FOLDER / 'none.gpkg', '-o', FOLDER / 'x.html'), 3, 'none.gpkg'), (('report', FOLDER / 'in.geojson', '-o', FOLDER / 'x.html'), 3, 'in.geojson'),
                           (('report', LEDGER, '-o', FOLDER / 'a.html'), 4, 'a.html'), (('report', LEDGER, '-o', LEDGER, '--overwrite'), 4, 'demo.gpkg'), (('report', LEDGER, '-o', FOLDER / 'x.rep', '--xlsx', FOLDER / 'x.rep'), 4, 'x.rep'),
                           (('report', LEDGER, '-o', FOLDER / 'x.PDF'), 2, 'x.PDF" is named as another format'), (('report', LEDGER, '--pdf', FOLDER / 'x.html'), 2, 'a .pdf file'),
                           (('restoration', 'report', '-w', SOURCE / 'testdata' / 'xinjiang', '-o', FOLDER / 'x.pdf'), 2, 'a .html file')):
    true(f'{args} says {said}', said in run(*args, lang='en', status=status).stderr)
true('nothing was written', not list(FOLDER.glob('x.*')))
check('the ledger is as it was', hashlib.sha256(LEDGER.read_bytes()).hexdigest(), before)
old = FOLDER / 'old.gpkg'
shutil.copy(LEDGER, old)
db = sqlite3.connect(old)
db.execute('ALTER TABLE proximity RENAME COLUMN limit_m TO bound_m')
db.commit(), db.close()
true('a ledger of another form', 'limit_m' in run('report', old, '-o', FOLDER / 'x.html', lang='en', status=3).stderr)
done()
