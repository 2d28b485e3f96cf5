"""What restoration tables hold as programs write them, what a report must not overwrite, what comes back from another store, what is printed."""
import hashlib, json, re, zipfile
from osgeo import osr
from restoration_support import *

LOP = '罗布泊野骆驼'


def xlsx(name, table, setting=''):
    """An XLSX as Excel writes it: texts inline, numbers (int, float, or text in a tuple) as numbers, a ('day', n) with the format of a date, a ('formula', text) without its result."""
    def cell(r, c, v):
        at = f'{chr(65 + c)}{r}'
        if v is None: return ''
        if isinstance(v, tuple) and v[0] == 'formula': return f'<c r="{at}"><f>{v[1]}</f><v></v></c>'
        if isinstance(v, tuple): return f'<c r="{at}" s="{1 if v[0] == "day" else 0}"><v>{v[1]}</v></c>'
        if isinstance(v, str): return f'<c r="{at}" t="inlineStr"><is><t>{v}</t></is></c>'
        return f'<c r="{at}"><v>{v!r}</v></c>'
    data = ''.join(f'<row r="{r}">' + ''.join(cell(r, c, v) for c, v in enumerate(line)) + '</row>' for r, line in enumerate(table, 1))
    main, rel, package = ('http://schemas.openxmlformats.org/' + p for p in ('spreadsheetml/2006/main', 'officeDocument/2006/relationships', 'package/2006'))
    head, kind = '<?xml version="1.0" encoding="UTF-8"?>', 'application/vnd.openxmlformats-officedocument.spreadsheetml.'
    with zipfile.ZipFile(FOLDER / name, 'w') as z:
        z.writestr('[Content_Types].xml', f'{head}<Types xmlns="{package}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
                   '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
                   ''.join(f'<Override PartName="/xl/{p}.xml" ContentType="{kind}{k}+xml"/>' for p, k in (('workbook', 'sheet.main'), ('worksheets/sheet1', 'worksheet'), ('styles', 'styles'))) + '</Types>')
        z.writestr('_rels/.rels', f'{head}<Relationships xmlns="{package}/relationships"><Relationship Id="a" Type="{rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        z.writestr('xl/workbook.xml', f'{head}<workbook xmlns="{main}" xmlns:r="{rel}">{setting}<sheets><sheet name="台账" sheetId="1" r:id="a"/></sheets></workbook>')
        z.writestr('xl/_rels/workbook.xml.rels', f'{head}<Relationships xmlns="{package}/relationships"><Relationship Id="a" Type="{rel}/worksheet" Target="worksheets/sheet1.xml"/>'
                   f'<Relationship Id="b" Type="{rel}/styles" Target="styles.xml"/></Relationships>')
        z.writestr('xl/styles.xml', f'{head}<styleSheet xmlns="{main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
                   '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>')
        z.writestr('xl/worksheets/sheet1.xml', f'{head}<worksheet xmlns="{main}"><sheetData>{data}</sheetData></worksheet>')
    return FOLDER / name


# --- numbers and days as workbooks keep them ---
head = ['条号', '保护区', '治理点', '治理面积', '单位', '应治理面积（亩）', '治理阶段', '完成时间', '整改时限']
book = xlsx('数.xlsx', [head, [55.14, LOP, '甲', 0.1 + 0.2, 'ha', 4.5, '治理恢复', 43252, ('day', 43465)],
                       [('n', '58.100000000000001'), LOP, '乙', ('n', '1e-05'), 'km2', ('n', '6.6666666666666666E-2'), '治理恢复', ('day', 43251), 43465],
                       ['59', LOP, '丙', ('n', '633.47000000000003'), '万m2', ('n', '1.2E+4'), '治理恢复', 2018, '2018年底']])
ws = workspace('numbers')
r = imported(ws, book)
true('days that stand as numbers are told', '2 days stood as numbers' in r.stdout)
got = {r['record_id'][-9:]: r for r in rows(ws / 'restoration.gpkg', 'SELECT * FROM records')}
main = {r['site']: r for r in got.values() if not r['record_id'].endswith('/required')}
check('days', {s: (str(r['day'])[:10].replace('/', '-'), str(r['deadline'])[:10].replace('/', '-')) for s, r in main.items()},
      {'甲': ('2018-06-01', '2018-12-31'), '乙': ('2018-05-31', '2018-12-31'), '丙': ('2018-12-31', '2018-12-31')})
check('items', {s: r['item'] for s, r in main.items()}, {'甲': '55.14', '乙': '58.1', '丙': '59'})
check('what was written is kept', {s: (r['value'], r['date_written']) for s, r in main.items()},
      {'甲': ('0.30000000000000004', '43252'), '乙': ('1e-05', '2018/05/31'), '丙': ('633.47000000000003', '2018')})
check('each figure as Excel shows it', {s['site']: s['claimed_m2'] for s in row(status(ws))['site_list']}, {'甲': 3000, '乙': 10, '丙': 6_334_700})
check('required', {s['site']: s['required_m2'] for s in row(status(ws))['site_list']}, {'甲': 3000, '乙': 44.44, '丙': 8_000_000})
plain = workspace('plain')
r = imported(plain, write('数.csv', f'保护区,治理点,面积,单位,阶段,日期\n{LOP},甲,1,ha,治理恢复,43252\n'), status=3)
true('in a text the number of a day is refused, with the day it may mean', '43252' in r.stderr and '2018-06-01' in r.stderr and 'row 2' in r.stderr)
imported(plain, write('数2.csv', f'保护区,治理点,面积,单位,阶段,日期\n{LOP},甲,0.30000000000000004,ha,治理恢复,2018-01-01\n{LOP},乙,1E-05,km2,治理恢复,201806\n'))
check('and numbers of other programs are read', row(status(plain))['claimed_m2'], 3010)
r = imported(plain, xlsx('1904.xlsx', [head, ['1', LOP, '丁', 1, 'ha', None, '治理恢复', ('day', 41790), None]], '<workbookPr date1904="1"/>'), status=3)
true('a workbook that counts from 1904 is refused', '1904' in r.stderr)

# --- what lies behind the day of the report is told ---
later = workspace('later')
imported(later, write('后.csv', f'保护区,治理点,面积,单位,阶段,日期\n{LOP},甲,1,ha,治理恢复,2018-01-01\n{LOP},甲,2,ha,治理恢复,2020-01-01\n{LOP},乙,3,ha,治理恢复,2021-01-01\n'))
s = status(later)
check('left out', (row(s)['claimed_m2'], [(f['code'], '2 records' in f['text']) for f in s['notes']]), (10_000, [('restoration.later', True)]))
true('also in the text for people', 'dated after 2019-03-31' in redline('restoration', 'status', '-w', later, '--as-of', '2019-03-31').stdout)
check('nothing is left out later', [f['code'] for f in status(later, as_of='2021-12-31')['notes'] if f['code'] == 'restoration.later'], [])

# --- a report is never written over what it is made of ---
full = FOLDER / 'full'
shutil.copytree(SOURCE / 'testdata/xinjiang', full, ignore=shutil.ignore_patterns('restoration', '__pycache__', 'expected.csv'))
check('init full', redline('init', FOLDER / 'own').returncode, 0)
for name in ('register.csv', 'aliases.csv'):
    shutil.copy(FOLDER / 'own' / name, full / name)
reported = write('上报.csv', f'保护区,治理点,面积,单位,阶段,日期\n{LOP},甲,1,ha,治理恢复,2018-01-01\n')
imported(full, reported)
elsewhere = FOLDER / 'elsewhere'
elsewhere.mkdir()
renamed, edited = elsewhere / '另存.csv', elsewhere / '上报.csv'
shutil.copy(reported, renamed)
edited.write_text('a newer one, not imported yet')
shapefile = next(full.glob('*.shp'))
inputs = [full / 'restoration.gpkg', full / 'redline.toml', full / 'register.csv', full / 'aliases.csv', full / 'rules.toml', *full.glob('*.geojson'), *full.glob('*.csv'), shapefile, shapefile.with_suffix('.dbf'), reported, renamed, edited]
kept = {f: hashlib.sha256(f.read_bytes()).hexdigest() for f in inputs if f.exists()}
for f in kept:
    for how in (['status', '-o'], ['status', '--csv', '-o'], ['status', '--json', '-o'], ['report', '-o'], ['report', '--html'], ['report', '--xlsx'], ['report', '--gpkg']):
        if f.suffix == '.geojson' and how[0] == 'report': continue  # the same place in the program
        r = redline('restoration', how[0], '-w', full, '--as-of', '2019-03-31', *how[1:], f, '--overwrite')
        check(f'{" ".join(how)} {f.name}: {r.stderr[:120]}', (r.returncode, f.name in r.stderr), (4, True))
linked = FOLDER / 'link.html'
linked.symlink_to(full / 'restoration.gpkg')
check('by a link', redline('restoration', 'report', '-w', full, '-o', linked, '--overwrite').returncode, 4)
check('two outputs of one name', redline('restoration', 'report', '-w', full, '-o', FOLDER / 'x.html', '--xlsx', FOLDER / 'x.html').returncode, 4)
check('all inputs are as they were', {f: hashlib.sha256(f.read_bytes()).hexdigest() for f in kept}, kept)
check('nothing lies about', [p.name for p in full.iterdir() if p.name.endswith('.part')], [])
out = FOLDER / 'state.csv'
for n in (0, 1):
    check('another file can be replaced', redline('restoration', 'status', '-w', full, '--csv', '-o', out, '--overwrite').returncode, 0)
check('only with --overwrite', redline('restoration', 'status', '-w', full, '--csv', '-o', out).returncode, 4)

# --- a store is not a table; what was taken out of one by other programs keeps its days ---
other = workspace('other')
for source in (full / 'restoration.gpkg', f"{full / 'restoration.gpkg'}:records", later / 'restoration.gpkg'):
    r = imported(other, source, status=3)
    true('a store is refused, with what to do', 'is itself a store' in r.stderr and 'Import the tables' in r.stderr)
shutil.copy(later / 'restoration.gpkg', FOLDER / '别名.gpkg')
imported(other, FOLDER / '别名.gpkg', status=3)
check('nothing came of it', (other / 'restoration.gpkg').exists(), False)
own = FOLDER / 'later' / 'restoration.gpkg'
true('nor can it be imported into itself', 'is itself a store' in imported(later, own, status=3).stderr)
gdal.VectorTranslate(str(FOLDER / '导出.csv'), str(own), layers=['records'], format='CSV')
imported(other, FOLDER / '导出.csv')
for day in ('2018-12-31', '2020-06-30', '2021-12-31'):
    check(f'a table exported from a store says the same on {day}', row(status(other, as_of=day)), row(status(later, as_of=day)))

# --- a damaged store is called damaged, and the disk is not blamed ---
for what, spoil in (('the beginning', lambda b: b'SQLite format 3\0' + b'\1' * 5000), ('no database', lambda b: b'nothing' * 900), ('the end is missing', lambda b: b[:len(b) // 2]), ('empty', lambda b: b'')):
    broken = FOLDER / f'broken {what}'
    shutil.copytree(later, broken)
    store = broken / 'restoration.gpkg'
    store.write_bytes(spoil(store.read_bytes()))
    before = store.read_bytes()
    for command in (['status'], ['report', '-o', FOLDER / 'never.html'], ['import', reported]):
        r = redline('restoration', command[0], '-w', broken, *command[1:])
        check(f'{what}: {command[0]}: {r.stderr[:200]}', (r.returncode, 'damaged' in r.stderr, 'the disk has room' in r.stderr, store.read_bytes() == before), (3, True, False, True))

# --- the report: words a reader knows, and a size that can be printed and sent ---
drawing = json.loads((full / '自然保护区_示意.geojson').read_text(encoding='utf-8'))


def detailed(ring):
    """The ring with points every few hundred metres and teeth of some twenty metres, as surveys have them."""
    out = []
    for (x0, y0), (x1, y1) in zip(ring, ring[1:]):
        n = max(1, int(max(abs(x1 - x0), abs(y1 - y0)) / .002))
        out += [[x0 + (x1 - x0) * k / n + (2e-4 if k % 2 else 0), y0 + (y1 - y0) * k / n + (2e-4 if k % 3 else 0)] if k else [x0, y0] for k in range(n)]
    return out + [ring[-1]]


lop = ogr.Geometry(ogr.wkbMultiPolygon)
for f in drawing['features']:
    g = f['geometry']
    if LOP in f['properties']['BHQMC']: lop = lop.Union(ogr.CreateGeometryFromJson(json.dumps(g)))
    g['coordinates'] = [detailed(r) for r in g['coordinates']] if g['type'] == 'Polygon' else [[detailed(r) for r in p] for p in g['coordinates']]
points = json.dumps(drawing).count('[') - 10
true(f'a map with many points: {points}', points > 40_000)
(full / '自然保护区_示意.geojson').write_text(json.dumps(drawing, ensure_ascii=False), encoding='utf-8')
e = lop.GetEnvelope()
x, y = next((x, y) for k in range(400) for x, y in [(e[0] + (e[1] - e[0]) * (k % 20 + .5) / 20, e[2] + (e[3] - e[2]) * (k // 20 + .5) / 20)] if lop.Contains(ogr.CreateGeometryFromWkt(f'POINT({x} {y})').Buffer(.1)))
square = lambda dx: {'type': 'Polygon', 'coordinates': [[[x + dx, y], [x + dx + .01, y], [x + dx + .01, y + .01], [x + dx, y + .01], [x + dx, y]]]}
feature = lambda dx, **p: {'type': 'Feature', 'properties': {'reserve': LOP, **p}, 'geometry': square(dx)}
imported(full, write('图斑.geojson', json.dumps({'type': 'FeatureCollection', 'features': [feature(0, site='一号', stage='治理恢复', date='2018-01-01', kind='mine'), feature(.005, site='二号', stage='治理恢复', date='2018-02-01', kind='quarry'),
                                                                                          feature(.03, stage='回填', date='2018-03-01')]})))
imported(full, write('代码.csv', f'id,reserve,site,kind,measure,value,unit,stage,date,deadline,required\nk1,{LOP},,restoration,area_treated,5,ha,治理恢复,2018-05-01,,\nk2,{LOP},三号,mine,area_treated,5,ha,州级验收,2018-05-01,2018-06-01,9ha\n'
                     f'k3,{LOP},,,area_required,50,ha,,2018-05-01,,\n'))
s = status(full)
twice = [f['text'] for f in row(s)['findings'] if f['code'] == 'restoration.claimed_twice']
true(f'what is not stated is called so: {twice}', len(twice) == 1 and '()' not in twice[0] and 'not stated' in twice[0])
page, book = FOLDER / 'print.html', FOLDER / 'print.xlsx'
check('report', redline('--lang', 'zh', 'restoration', 'report', '-w', full, '--as-of', '2019-03-31', '-o', page, '--xlsx', book).returncode, 0)
html = page.read_text(encoding='utf-8')
true(f'a page of {len(html)} bytes', len(html) < 1_000_000)
shown = re.sub(r'<[^>]+>', '\n', re.sub(r'<(style|defs)>.*?</\1>', '', html, flags=re.S))
known = {'ha', 'm', 'km', 'N', 'k1', 'k2', 'k3', 'id'}
check('no code stands in the page', sorted({w for w in re.findall(r'[A-Za-z][A-Za-z_]{2,}', re.sub(r'\b[0-9a-f]{12}\b', '', shown))} - known), [])
true('a unit stands once', '9ha' in shown and 'haha' not in shown)
true('no empty brackets', '（）' not in shown and '()' not in shown)
true('words stand there', all(w in shown for w in ('治理面积', '矿山', '采石场', '应治理面积', '未写明')))
with zipfile.ZipFile(book) as z:
    cells = re.findall(r'<t[^>]*>(.*?)</t>', z.read('xl/sharedStrings.xml').decode())
codes = [c for c in cells if re.search(r'[a-z]{3,}_[a-z]+', c)]
true(f'in the workbook codes stand in brackets behind words: {codes}', codes and all(re.fullmatch(r'[^a-z\[]+ \[[a-z_]+\]', c) for c in codes))
true('lists stand open for the printer', '<details>' not in html and '<details open>' in html)
true('the curve has a legend', html.split('class="curve"')[1].split('</div>')[0].count('<i class="line"') == 5)
names = [r['name'] for r in s['reserves']]
region = html.split('class="map"')[1].split('</div>')[0]
short = lambda n: re.sub(r'^新疆(?=.{3})|国家级|自然保护区', '', n)
missing = [n for n in names if short(n) not in region and short(n)[:6] not in region]
check('every reserve has its name at the map', missing, [])
share = lambda r: f"{100 * r['share']:.2f} %"
gdal.SetConfigOption('OGR_XLSX_HEADERS', 'FORCE')
sheet = next(v for v in rows(book, 'SELECT * FROM "总表"') if LOP in str(v.values()))
true('one share in page, workbook and state', share(row(s)) in html and any(isinstance(v, float) and f'{100 * v:.2f} %' == share(row(s)) for v in sheet.values()))
if shutil.which('weasyprint') and shutil.which('pdftotext'):
    pdf = FOLDER / 'print.pdf'
    subprocess.run(['weasyprint', '--quiet', str(page), str(pdf)], check=True)
    true(f'a file of {pdf.stat().st_size} bytes', pdf.stat().st_size < 3_000_000)
    sheets = [[l for l in s.splitlines() if l.strip()] for s in subprocess.run(['pdftotext', '-layout', str(pdf), '-'], capture_output=True, text=True).stdout.split('\f')][:-1]
    true('the first page is the director’s, whole', all(any(w in l for l in sheets[0]) for w in ('自然保护区治理恢复情况', '治理面积随时间的变化', '各保护区的位置和状态', '边界取自工作区')) and '总表' in sheets[1][0])
    headings = re.findall(r'<section class="page" id="[^"]*">\s*<h2>(.*?)</h2>', html)
    check('each reserve begins a page', [h for h in headings if not any(p[0].strip() == h for p in sheets)], [])
    true(f'few pages: {len(sheets)}', len(sheets) <= 6 + len(headings))
else:
    print('printing not tested: weasyprint or pdftotext is missing')

# --- a name that the register does not know ---
r = redline('restoration', 'status', '-w', full, '--reserve', '黄山')
check('no proposal where there is none', (r.returncode, '"-"' in r.stderr, 'nor anything like it' in r.stderr), (2, False, True))
true('else the nearest', f'新疆{LOP}国家级自然保护区' in redline('restoration', 'status', '-w', full, '--reserve', '罗布泊野骆马').stderr)

# --- a formula whose result was never computed is no empty cell ---
r = imported(workspace('formula'), xlsx('公式.xlsx', [['保护区', '矿山名称', '治理面积（亩）', '日期', '序'], [LOP, '甲', ('formula', '50*2'), '2018-06-30', ('formula', '1')], ['合计', None, ('formula', 'SUM(C2:C2)'), None, None]]), status=3)
true(f'named by row and column: {r.stderr}', all(w in r.stderr for w in ('1 problems', 'row 2', '"治理面积（亩）"', 'formula')))
r = imported(workspace('formula of a total'), xlsx('合计式.xlsx', [['保护区', '矿山名称', '治理面积（亩）', '日期'], [LOP, '甲', 100, '2018-06-30'], ['合计', None, ('formula', 'SUM(C2:C2)'), None]]))
true(f'of a total: {r.stdout}', 'row 3 (a total): "治理面积（亩）" is a formula' in r.stdout)

# --- reports of one table on two days: an unchanged running sum is said anew, a plain new figure is the same one ---
mu = lambda ws, day: {x['site']: tuple(round(x[k] * .0015, 2) for k in ('claimed_m2', 'accepted_m2')) for x in row(status(ws, day))['site_list']}
head = '保护区,治理点,累计治理面积（亩）,累计验收面积（亩）\n'
first, second = (head + ''.join(f'{LOP},{line}\n' for line in lines) for lines in (('甲,100,60', '乙,150,150'), ('甲,150,100', '乙,150,150')))
back = write('退回乙.csv', f'保护区,治理点,阶段,日期\n{LOP},乙,退回再整改,2019-04-01\n')
by_option, above = workspace('reported on'), workspace('day above')
imported(by_option, write('期一.csv', first), '--reported-on', '2018-12-31')
imported(by_option, back), imported(by_option, write('期二.csv', second), '--reported-on', '2019-12-31')
said = imported(above, write('上一.csv', '填报单位：甘家湖管理站　填报时间：2018年12月31日　整改截止时间：2019年6月30日,,,\n' + first)).stdout
imported(above, back), imported(above, write('上二.csv', '各点治理情况（截至2019年12月31日）,,,\n填报时间：2020年1月5日,,,\n' + second))
for ws in by_option, above:
    check(f'{ws.name}: in 亩', [mu(ws, d) for d in ('2018-12-30', '2018-12-31', '2019-04-01', '2019-12-31')], [{}, {'甲': (100, 60), '乙': (150, 150)}, {'甲': (100, 60), '乙': (0, 0)}, {'甲': (150, 100), '乙': (150, 150)}])
    check('without contradictions', [f['code'] for f in row(status(ws, '2019-12-31'))['findings'] if f['severity'] != 'info'], [])
true(f'the day is told: {said}', '(2018-12-31) is taken as that of 2 rows' in said and 'warning' not in said)
true('once more it is known', '0 added, 2 known' in imported(above, write('上三.csv', '填报时间：2018-12-31,,,\n' + first)).stdout)
said = imported(workspace('no day'), write('无日.csv', '整改截止时间：2018年12月31日,,,\n' + first)).stdout
true(f'rows without a day: {said}', 'warning' in said and '2 rows have no day at all' in said and 'is taken as' not in said)
said = imported(workspace('two days'), write('两日.csv', '填报时间：2018年12月31日,填报日期：2019年1月5日,,\n' + first)).stdout
true('two days are none', '2 rows have no day at all' in said)
ws = workspace('plain again')
plain = f'保护区,治理点,治理面积（亩）,治理阶段\n{LOP},甲,100,治理恢复\n'
imported(ws, write('平一.csv', plain), '--reported-on', '2018-12-31')
said = imported(ws, write('平二.csv', plain + '\n'), '--reported-on', '2019-12-31').stdout
true(f'a plain figure again: {said}', '1 rows are the same as were imported before' in said)
check('is the same one', [mu(ws, d) for d in ('2018-12-31', '2019-12-31')], [{'甲': (100, 0)}] * 2)
tasks = lambda word, day: imported(ws, write(f'{day}.csv', f'条号,内容,完成情况\n1,拆除,{word}\n' + '\n' * int(day[:4] + day[5:7] == '201912')), '--reported-on', day)
tasks('在推进', '2018-12-31'), tasks('已完成', '2019-06-30'), tasks('在推进', '2019-12-31')
check('a task is open, done, open', [status(ws, d)['tasks']['done'] for d in ('2018-12-31', '2019-06-30', '2019-12-31')], [0, 1, 0])

done()
