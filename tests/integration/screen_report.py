"""The reports of redline screen: every number in HTML, XLSX and DOCX is that of the JSON, maps measure what they say, pages
are well formed and need nothing else, both languages are complete, a missing tool is named and stops nothing else."""
import json, math, os, pathlib, re, shutil, subprocess
import xml.etree.ElementTree as ET
from report_reading import Page, document, workbook
from support import BINARY, FOLDER, SOURCE, check, done, true

HERE = pathlib.Path(__file__).parent
WORKSPACE = SOURCE / 'testdata' / 'xinjiang'
ZH = {'of': '申请编号', 'conflicts': '重叠', 'areas': '面积', 'pieces': '重叠坐标', 'boundary': '申请范围坐标', 'nearest': '邻近', 'applications': '申请'}


def box(w, s, e, n, **properties):
    ring = [[w, s], [e, s], [e, n], [w, n], [w, s]]
    return {'type': 'Feature', 'properties': properties, 'geometry': {'type': 'Polygon', 'coordinates': [ring]}}


def corners(name, w, s, e, n):
    (FOLDER / name).write_text(''.join(f'{i + 1} {x:.9f} {y:.9f}\n' for i, (x, y) in enumerate([(w, n), (e, n), (e, s), (w, s)])), encoding='utf-8')
    return name


# A reserve of two zones side by side and one schematic red line; half.txt lies half in the core, a quarter in the buffer.
(FOLDER / 'reserve.geojson').write_text(json.dumps({'type': 'FeatureCollection', 'features': [
    box(82.5, 44, 82.51, 44.01, id='R', name='甲保护区', zone='核心区', accuracy_m=2), box(82.51, 44, 82.5125, 44.01, id='R', name='甲保护区', zone='缓冲区', accuracy_m=2)]}), encoding='utf-8')
corners('half.txt', 82.505, 44, 82.515, 44.01)
corners('away.txt', 82.53, 44, 82.54, 44.01)
(FOLDER / 'bad.txt').write_text('hello\n')
AREAS = ['--areas', 'reserve.geojson', '--area-kind', '=nature_reserve', '--as-of', '2019-03-31', '--kind', 'mining_right', '--crs', 'EPSG:4490']


def screen(name, *args, lang='zh', status=None, env=None, kinds=('json', 'html', 'xlsx', 'docx')):
    out = [f'--{k}={name}.{k}' for k in kinds]
    r = subprocess.run([BINARY, 'screen', *args, *out, '--lang', lang], cwd=FOLDER, capture_output=True, text=True, env={**os.environ, **(env or {})})
    if status is not None: check(f'exit status of {name}: {r.stderr}', r.returncode, status)
    return r


def degrees(dms):
    d, minutes, seconds = re.fullmatch(r'(\d+)°(\d\d)′(\d\d\.\d{3})″', dms).groups()
    return int(d) + int(minutes) / 60 + float(seconds) / 3600


def near(what, got, expected, tolerance):
    true(f'{what}: {got}, expected {expected}', abs(float(got) - expected) <= tolerance)


def column(sheet, title):
    return [r[sheet[0].index(title)] for r in sheet[1:]]


def same_numbers(name, report):
    """HTML, XLSX and DOCX against the JSON. A printed number is the value rounded once: half of its last digit."""
    page, (tables, _, pictures), book = Page(FOLDER / f'{name}.html'), document(FOLDER / f'{name}.docx'), workbook(FOLDER / f'{name}.xlsx')
    check(f'{name}: no cell with a placeholder', [c for sheet in book.values() for row in sheet for c in row if re.search(r'\{\d\}|\x1f', str(c))], [])
    check(f'{name}: tables of DOCX and HTML', tables, page.tables)
    check(f'{name}: maps', len(pictures), len(page.svgs))
    for i, a in enumerate(report['applications']):
        of = lambda sheet: [book[ZH[sheet]][0]] + [r for r in book[ZH[sheet]][1:] if r[0] == a['id']] if ZH[sheet] in book else [[]]
        areas, overlaps, pieces, nearest = of('areas'), of('conflicts'), of('pieces'), of('nearest')
        for m, printed_m2, ha, km2 in zip(a['area']['methods'], column(areas, '面积 m²'), column(areas, '面积 ha'), column(areas, '面积 km²')):
            near('area m²', printed_m2, m['m2'], 0.005001), near('ha', ha, m['m2'] / 1e4, 0.00005001)
            check('km²', f'{km2:.4f}', m['km2'])
        check('overlaps', len(overlaps) - 1, len(a['conflicts']))
        for c, m2, ha, share, width, row in zip(a['conflicts'], column(overlaps, '重叠 m²'), column(overlaps, '重叠 ha'), column(overlaps, '占申请 %'), column(overlaps, '最大宽度 m'), overlaps[1:]):
            near('overlap', m2, c['overlap_m2'], 0.005001), near('ha', ha, c['overlap_m2'] / 1e4, 0.00005001)
            near('share', share, c['overlap_share'] * 100, 0.0050501), near('width', width, c['width_m'], 0.0055)
            on_page = [f'{row[1]:.0f}', row[2], row[5], f'{m2:.2f}', f'{ha:.4f}', f'{share:.2f}', f'{width:.2f}', row[10], row[12]]
            true(f'on the page: {on_page}', any(on_page in t for t in page.tables))
        rings = [(n + 1, p, c) for n, k in enumerate(a['conflicts']) for p in k['pieces'] for r in p['rings'] for c in r]
        check('corners', len(pieces) - 1, len(rings))
        for (n, piece, (corner, x, y)), row in zip(rings, pieces[1:]):
            check('corner', (row[1], row[5]), (n, corner))
            near('piece', row[3], piece['m2'], 0.005001)
            if a['crs']['code'] == 'EPSG:4490':
                near('longitude', degrees(row[8]), x, 0.000501 / 3600), near('latitude', degrees(row[9]), y, 0.000501 / 3600)
            else:
                near('easting', row[7], x, 0.0055), near('northing', row[6], y, 0.0055)
                true('on the page', any([f'{row[6]:.2f}', f'{row[7]:.2f}', row[8], row[9]] == r[-4:] for t in page.tables for r in t))
        for n, m, bearing in zip(a['nearest'], column(nearest, '距离 m'), column(nearest, '方位')) if a['nearest'] else ():
            near('distance', m, n['distance_m'], 0.0055)
            near('bearing', int(re.search(r'（(\d+)°）', bearing)[1]), n['bearing_deg'], 0.551)
        true('verdict in one sentence', a['verdict_text'] in page.text)
    return page, book


def complete(page, lang, words):
    """No key of a text table shows, and no word of the other language in headings."""
    keys = re.compile(r'\b(screen|screen_report|report|zone|verdict|certainty|disposition|column|area_kind|activity_kind|action)\.[a-z_]+')
    true(f'{lang}: no untranslated key', not [t for t in page.text if keys.search(t) and 'sha256' not in t])
    heads = ' '.join(h for t in page.tables for h in t[0])
    if lang == 'en': true(f'English headings: {heads}', not re.search(r'[\u4e00-\u9fff]', heads))
    for w in words: true(f'{lang}: {w}', any(w in t for t in page.text))


def alone(page):
    check('nothing from elsewhere', [l for l in page.links if not l.startswith('#')], [])
    check('ids are unique', len(page.ids), len(set(page.ids)))


def inside(svg):
    """Everything drawn lies in the box: texts in the sheet, ground in the plot and what is clipped a little around it."""
    root, s = ET.fromstring(svg), '{http://www.w3.org/2000/svg}'
    width, height = (float(v) for v in root.get('viewBox').split()[2:])
    group = root.find(s + 'g')
    dx, dy = (float(v) for v in re.findall(r'[\d.]+', group.get('transform')))
    frame = [float(group.find(s + 'rect').get(k)) for k in ('width', 'height')]
    for t in group.iter(s + 'text'):
        true(f'text {t.text} in the sheet', 0 <= float(t.get('x')) + dx + (20 if 'rotate' in t.get('transform', '') else 0) <= width and 0 <= float(t.get('y')) + dy <= height)
    for p in group.find(s + 'g').iter(s + 'path'):
        xy = [float(v) for v in re.findall(r'-?\d+\.\d|-?\d+', p.get('d').replace('V', ' 0 ').replace('H', ' 0 '))] if 'V' not in p.get('d') else []
        true('ground in the plot', all(-0.03 * frame[0] <= x <= 1.03 * frame[0] for x in xy[::2]) and all(-0.03 * frame[1] <= y <= 1.03 * frame[1] for y in xy[1::2]))
    check('patterns are its own', set(re.findall(r'url\(#([^)]+)\)', svg)) <= {e.get('id') for e in root.iter()}, True)
    return root, group, frame


def measured(svg, west, east, north, south, shown):
    """Corner dots against the graticule's labels, and the scale bar against the length of the parallel."""
    _, group, _ = inside(svg)
    s = '{http://www.w3.org/2000/svg}'
    lons, lats = {}, {}
    for t in group.findall(s + 'text'):
        m = re.fullmatch(r"(\d+)°(\d\d)′(?:(\d\d)″)?([EN])", t.text or '')
        if m: (lons if m[4] == 'E' else lats)[int(m[1]) + int(m[2]) / 60 + int(m[3] or 0) / 3600] = float(t.get('x' if m[4] == 'E' else 'y'))
    true('graticule labelled both ways', len(lons) >= 2 and len(lats) >= 2)
    line = lambda at: (lambda a, b: lambda v: at[a] + (v - a) * (at[b] - at[a]) / (b - a))(min(at), max(at))
    x, y = line(lons), line(lats)
    dots = [(float(c.get('cx')), float(c.get('cy'))) for c in group.find(s + 'g').findall(s + 'circle')]
    for lon, lat in ((west, north), (east, north), (east, south), (west, south)):
        true(f'a corner at {lon} {lat}', any(abs(cx - x(lon)) < 0.3 and abs(cy - y(lat)) < 0.3 for cx, cy in dots))
    bars = [r for r in group.findall(s + 'rect') if r.get('height') == '5']
    length = sum(float(r.get('width')) for r in bars)
    texts = [t.text for t in group.findall(s + 'text')]
    said = max(float(m[1]) * (1000 if m[2] == 'km' else 1) for m in (re.fullmatch(r'([\d.]+) (k?m)', t or '') for t in texts) if m)
    phi, e2 = math.radians((north + south) / 2), 0.00669438002290
    metre = 1 / (6378137 * math.cos(phi) / math.sqrt(1 - e2 * math.sin(phi) ** 2) * math.radians(1))
    near('scale bar', length, x(west + said * metre) - x(west), 0.005 * length)
    for t in shown: true(f'{t} in the map', any(t in (e.text or '') for e in group.iter(s + 'text')))


# --- One application with two overlaps: the numbers, the maps, the page; the same page as the one checked by hand.
if not (shutil.which('rsvg-convert') and shutil.which('weasyprint')):
    if os.environ.get('CI'): raise SystemExit('librsvg2-bin and weasyprint are missing')
    print('rsvg-convert or weasyprint is missing: ./run test installs them'), exit(77)
r = screen('one', 'half.txt', *AREAS, '--declared', '0.8911', '--holder', '某<矿业> & "公司"\x01', '--name', '=1+1', status=1)
one = json.loads((FOLDER / 'one.json').read_text(encoding='utf-8'))
check('two overlaps', [(c['zone'], c['verdict']) for c in one['applications'][0]['conflicts']], [('core', 'prohibited'), ('buffer', 'prohibited')])
page, book = same_numbers('one', one)
alone(page)
complete(page, 'zh', ['保护区域空间核查报告', '一、基本情况', '十、依据和数据来源', '经办人', '复核', '负责人', '结论为建议'])
check('maps: overview, two overlaps, cut', len(page.svgs), 4)
measured(page.svgs[0], 82.505, 82.515, 44.01, 44, ['N', '核心区', '缓冲区', '重叠部分', '申请范围 half', '甲保护区', '1', '2', '3', '4'])
measured(page.svgs[1], 82.505, 82.51, 44.01, 44, ['C1', 'C4', '核心区'])
true('a text is a text', '=1+1' in column(book['申请'], '名称') and any('某<矿业> & "公司"\ufffd' in t for t in page.text))
CELL = 891114.9311  # m² of 0.01° by 0.01° at 44° N
near('half of the cell', column(book['重叠'], '重叠 m²')[0], CELL / 2, 0.006)
near('a quarter', column(book['重叠'], '重叠 m²')[1], CELL / 4, 0.006)
figures, cut = {r[1]: r[2] for r in book['扣除指标'][1:]}, one['applications'][0]['cut']
for title, key in (('扣除后剩余面积（m²，TD/T 1055）', 'remaining_tdt1055_m2'), ('扣除后剩余面积（m²，精确）', 'remaining_m2'), ('块数', 'parts'), ('最窄处（m）', 'min_width_m'), ('扣除面积（m²）', 'removed_m2'),
                   ('缩减比例（%）', 'reduction_percent'), ('其中为取整和减少拐点多扣除（m²）', 'extra_m2')):
    near(f'cut: {title}', figures[title], cut[key], 0.0051)
check('the whole less what is taken off', round(figures['扣除后剩余面积（m²，精确）'] + figures['扣除面积（m²）'], 1), round(CELL, 1))
golden = (HERE / 'screen_report_golden.html').read_text(encoding='utf-8')
ours = (FOLDER / 'one.html').read_text(encoding='utf-8')
strip = lambda s: re.sub(r'(<h2>十、依据.*?<tbody>).*?(</tbody>)', r'\1\2', re.sub(r'<style>.*?</style>', '', s, flags=re.S), flags=re.S)
if strip(ours) != golden: (FOLDER / 'golden_now.html').write_text(strip(ours), encoding='utf-8')
true(f'the page checked by hand; now: {FOLDER}/golden_now.html', strip(ours) == golden)

# --- The same input gives the same bytes.
screen('again', 'half.txt', *AREAS, '--declared', '0.8911', '--holder', '某<矿业> & "公司"\x01', '--name', '=1+1', status=1)
for kind in ('html', 'xlsx', 'docx'): true(f'{kind}: same bytes', (FOLDER / f'one.{kind}').read_bytes() == (FOLDER / f'again.{kind}').read_bytes())

# --- English, several applications, a clear one, a file that cannot be used; a projected CRS with easting and northing.
subprocess.run([BINARY, 'convert', 'half.txt', '--crs', 'EPSG:4490', '--to', 'EPSG:4516', '-o', 'half28.txt'], cwd=FOLDER, capture_output=True, check=True)
screen('plane', 'half28.txt', *AREAS[:-2], status=1)
plane = json.loads((FOLDER / 'plane.json').read_text(encoding='utf-8'))
check('projected', plane['applications'][0]['crs']['code'], 'EPSG:4516')
same_numbers('plane', plane)
screen('several', 'half.txt', 'bad.txt', 'away.txt', *AREAS, '--degrees', 'decimal', status=3)
several = json.loads((FOLDER / 'several.json').read_text(encoding='utf-8'))
page, book = same_numbers('several', several)
alone(page)
check('ids', column(book['申请'], '申请编号'), ['half', 'away'])
complete(page, 'zh', ['不能使用的文件', 'bad.txt', '建议结论：无重叠。与核查的保护区域没有重叠。'])
for svg in page.svgs: inside(svg)
away = [a for a in several['applications'] if a['id'] == 'away'][0]
true('the distance stands in the map', any(f"{away['nearest'][0]['distance_m']:.2f} m" in s for s in page.svgs))
screen('english', 'half.txt', 'bad.txt', 'away.txt', *AREAS, '--degrees', 'decimal', lang='en', status=3)
complete(Page(FOLDER / 'english.html'), 'en', ['Report of screening against protected areas', '1. The application', 'Handled by', 'Applications screened: 2'])
check('sheets', list(workbook(FOLDER / 'english.xlsx'))[0], 'Applications')

# --- A whole workspace: rights, schematic boundaries, many findings; the PDF shows Chinese.
(FOLDER / 'jinghe.txt').write_text('''1 83°00'48.281" 44°35'59.917"
2 83°00'52.520" 44°36'00.295"
3 83°00'53.408" 44°35'56.795"
4 83°00'41.907" 44°35'58.139"
''', encoding='utf-8')
screen('jinghe', 'jinghe.txt', '-w', str(WORKSPACE), '--crs', 'EPSG:4490', '--kind', '采矿权', '--declared', '0.0100', '--against', 'rights', status=1, kinds=('json', 'html', 'xlsx', 'docx', 'pdf'))
page, _ = same_numbers('jinghe', json.loads((FOLDER / 'jinghe.json').read_text(encoding='utf-8')))
complete(page, 'zh', ['示意，非法定边界', '与已有矿业权的关系'])
true('a PDF', (FOLDER / 'jinghe.pdf').read_bytes()[:5] == b'%PDF-')
if shutil.which('pdftotext'):
    words = re.sub(r'\s', '', subprocess.run(['pdftotext', FOLDER / 'jinghe.pdf', '-'], capture_output=True, text=True).stdout)
    true('in Chinese', '保护区域空间核查报告' in words and '新疆艾比湖湿地自然保护区' in words and '\ufffd' not in words)

# --- A tool that is not there is named with its package; the other outputs are written. Existing files are left alone.
r = screen('poor', 'half.txt', *AREAS, lang='en', status=4, kinds=('json', 'html', 'xlsx', 'docx', 'pdf'), env={'PATH': '/nowhere'})
check('the others are there', [(FOLDER / f'poor.{k}').exists() for k in ('json', 'html', 'xlsx', 'docx', 'pdf')], [True, True, True, False, False])
true(f'what to install: {r.stderr}', 'poor.pdf was not written' in r.stderr and 'poor.docx was not written' in r.stderr and 'apt install' in r.stderr)
before = (FOLDER / 'one.html').read_bytes()
r = screen('one', 'half.txt', *AREAS, lang='en', status=4, kinds=('html',))
true('an existing file is left', 'one.html' in r.stderr and (FOLDER / 'one.html').read_bytes() == before)
screen('one', 'half.txt', *AREAS, '--overwrite', status=1, kinds=('html',))
true('or replaced', (FOLDER / 'one.html').read_bytes() != before)
r = screen('twice', 'half.txt', *AREAS, '--html', 'a.html', '--xlsx', './a.html', status=4, kinds=())
true('two outputs under one name', 'a.html' in r.stderr and not (FOLDER / 'a.html').exists())
r = screen('named', 'half.txt', *AREAS, '--html', 'named.docx', lang='en', status=2, kinds=())
true('a report named as another format', 'named.docx" is named as another format' in r.stderr and not (FOLDER / 'named.docx').exists())
r = screen('same', 'half.txt', *AREAS, '--html', 'half.txt', '--overwrite', status=4, kinds=())
true('an input is no output', (FOLDER / 'half.txt').read_text().startswith('1 82.505'))
done()
