"""What convert and screen make of the place of a right: the county by name, phone maps, shifted systems."""
import json, zipfile
from corner_support import convert
from support import FOLDER, check, done, redline, true

LIST = '[属性描述]\n坐标系=2000国家大地坐标系\n几度分带=3\n带号={zone}\n[地块坐标]\n3,,1,,面,,,,@\n' \
    'J1,1,4940100.00,{zone}479400.00\nJ2,1,4940100.00,{zone}479600.00\nJ3,1,4940000.00,{zone}479600.00\n'  # 83.74°E, 44.59°N in zone 28
RING = [[83.74, 44.59], [83.75, 44.59], [83.75, 44.6], [83.74, 44.59]]


def box(w, s, e, n):
    return {'type': 'Polygon', 'coordinates': [[[w, s], [e, s], [e, n], [w, n], [w, s]]]}


def geojson(path, features):
    path.write_text(json.dumps({'type': 'FeatureCollection', 'features': [
        {'type': 'Feature', 'properties': p, 'geometry': g} for p, g in features]}, ensure_ascii=False), encoding='utf-8')
    return path


def workspace(name, text=''):
    folder = FOLDER / name
    folder.mkdir()
    (folder / 'redline.toml').write_text('format = "redline-workspace/1"\n' + text, encoding='utf-8')
    return folder


ws = workspace('ws', '[counties]\nsource = "counties.geojson"\nfield = "县名"\n\n'
                     '[[layer]]\nname = "保护区"\nrole = "areas"\nsource = "reserves.geojson"\nkind = "nature_reserve"\nfields = { id = "id" }\n')
geojson(ws / 'counties.geojson', [({'县名': '精河县'}, box(82.5, 44, 83.3, 45)), ({'县名': '乌苏市'}, box(83.3, 44, 84.2, 45)),
                                  ({'县名': '沙湾市'}, box(85, 44, 86, 45)), ({'县名': '沙湾镇'}, box(75, 40, 76, 41)), ({'县名': None}, None)])
geojson(ws / 'reserves.geojson', [({'id': 'R1'}, box(80, 40, 80.1, 40.1))])
right, wrong, bare = FOLDER / '28.txt', FOLDER / '29.txt', FOLDER / 'bare.txt'
right.write_text(LIST.format(zone='28'), encoding='utf-8')
wrong.write_text(LIST.format(zone='29'), encoding='utf-8')
bare.write_text(LIST.format(zone='').replace('几度分带=3\n带号=\n', ''), encoding='utf-8')

for name in ('乌苏市', '乌苏'):
    r = convert(right, '-w', ws, '--county', name)
    true(f'{name}: the place lies in it ({r.stderr})', r.returncode == 0 and 'lies in the county' in r.stdout)
r = convert(wrong, '-w', ws, '--county', '乌苏市')
true('a zone that is wrong throughout', r.returncode == 3 and 'lies outside the county' in r.stderr and 'EPSG:4537' in r.stderr)
check('without the county it passes', convert(wrong).returncode, 0)
r = convert(bare, '-w', ws, '--county', '乌苏市')
true('the county tells the zone, as a proposal', r.returncode == 3 and 'it may be EPSG:4537' in r.stderr and 'only the 3-degree zone with the meridian 84°' in r.stderr)
check('accepted', convert(bare, '-w', ws, '--county', '乌苏市', '--accept').returncode, 0)
# --- of several files, what to do is said as of one
xian = FOLDER / 'xian.txt'
xian.write_text(LIST.format(zone='28').replace('2000国家大地坐标系', '1980西安坐标系'), encoding='utf-8')
for files in ([xian], [xian, right]):
    r = redline('screen', *files, '-w', ws)
    true(f'{len(files)} files: {r.stdout} {r.stderr}', r.returncode == 3 and '[transformation.xian1980]' in r.stdout + r.stderr and '[transformation.]' not in r.stdout + r.stderr)

# Zone 28 is that of 84°: another meridian or zone in words is no agreement.
ROWS = '\n'.join(f'{i} {n}.00 {e}.00' for i, (n, e) in enumerate(((4940100, 28479400), (4940100, 28479600), (4940000, 28479600)), 1))
words = FOLDER / 'words.txt'
for form in ('中央子午线{}°', '中央子午线：{}°', '中央经线{}°', '中央经线为东经{}度', '中央子午线:东经{}°00′', '中央子午线：东经{}度00分', 'L0={}', '中央子午线={}'):
    for meridian, code in ((84, 0), (87, 3)):
        words.write_text(f'2000国家大地坐标系，3度带，{form.format(meridian)}\n{ROWS}\n', encoding='utf-8')
        r = convert(words)
        true(f'{form} {meridian}: {r.stderr}', r.returncode == code and (code == 0 or 'central meridian 87° is not that of zone 28, which is 84°' in r.stderr))
    words.write_text(f'2000国家大地坐标系，3度带，{form.format(84)}\n{ROWS.replace(" 28", " ")}\n', encoding='utf-8')
    check(f'{form}, without the number of the zone', convert(words).returncode, 0)
for form, code in (('28带', 0), ('28号带', 0), ('29带', 3), ('29号带', 3), ('99带', 0), ('3度带28带 中央子午线87°', 3)):
    words.write_text(f'2000国家大地坐标系 {form}\n{ROWS}\n', encoding='utf-8')
    check(f'{form}', convert(words).returncode, code)
for said, code in (('84', 0), ('84°00′', 0), ('东经84度', 0), ('87', 3), ('84.5', 3), ('84°30′', 3)):
    words.write_text(LIST.format(zone='28').replace('带号=28', f'中央子午线={said}'), encoding='utf-8')
    check(f'header {said}', convert(words).returncode, code)
for args, words in ((['--county', '乌苏县'], 'has no county "乌苏县"; did you mean "乌苏市"?'), (['--county', '沙湾'], 'several counties that begin with "沙湾"')):
    r = convert(right, '-w', ws, *args)
    true(f'{args}: {r.stderr}', r.returncode == 3 and words in r.stderr)
r = convert(right, '-w', workspace('none'), '--county', '乌苏市')
true('no layer of counties', r.returncode == 3 and 'names no layer of counties' in r.stderr and '--extent' in r.stderr)
broken = workspace('broken', '[counties]\nsource = "c.geojson"\nfield = "名称"\n')
geojson(broken / 'c.geojson', [({'县名': '乌苏市'}, box(83, 44, 84, 45))])
r = convert(right, '-w', broken, '--county', '乌苏市')
true('the column of names', r.returncode == 3 and '"名称"' in r.stderr and '县名' in r.stderr)
r = redline('screen', wrong, '-w', ws, '--county', '乌苏市')
true(f'screen asks the county too: {r.stderr}', r.returncode == 3 and 'lies outside the county' in r.stderr)
r = redline('screen', right, '-w', ws, '--county', '乌苏市')
true(f'screen goes on in its county: {r.stderr}', r.returncode in (0, 1))


# --- KML of phones ---
def kml(name, head=''):
    ring = ' '.join(f'{x},{y},0' for x, y in RING)
    text = f'<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>{head}<Placemark><name>矿</name>' \
        f'<Polygon><outerBoundaryIs><LinearRing><coordinates>{ring}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>'
    path = FOLDER / name
    if name.endswith('.kmz'):
        with zipfile.ZipFile(path, 'w') as z:
            z.writestr('doc.kml', text)
    else:
        path.write_text(text, encoding='utf-8')
    return path


def ring_of(path):
    return json.loads(path.read_text(encoding='utf-8'))['features'][0]['geometry']['coordinates'][0][0]


r = convert(kml('plain.kml'))
true('KML that says nothing: a remark', r.returncode == 0 and 'may be GCJ-02' in r.stdout and 'the file says' not in r.stdout)
same = sorted(map(tuple, RING[:3]))
for i, (ending, word) in enumerate((('kml', '高德地图'), ('kml', 'GCJ-02'), ('kml', '百度地图'), ('kmz', '腾讯地图'), ('kml', 'http://www.amap.com/'))):
    file = kml(f'phone{i}.{ending}', f'<description>{word} 导出</description>')
    r = convert(file)
    true(f'{word}: doubtful, with the word as evidence', r.returncode == 3 and 'the file says "' in r.stderr and 'GCJ-02 or BD-09' in r.stderr)
    r = convert(file, '--accept')
    true(f'{word}: accepted, said, and not shifted', r.returncode == 0 and '!  the file says' in r.stdout and
         sorted(set(map(tuple, ring_of(FOLDER / 'out.geojson')))) == same)
    check(f'{word}: or stated', convert(file, '--crs', 'EPSG:4326').returncode, 0)
r = convert(kml('ovital.kml', '<name>奥维互动地图</name>'))
true('Ovital exports either: a warning', r.returncode == 0 and '!  the file says "奥维"' in r.stdout)
for name in ('GCJ-02', 'gcj02', '火星坐标系', 'BD-09', '百度坐标'):
    r = convert(kml('plain.kml'), '--crs', name)
    true(f'--crs {name} is refused with advice', r.returncode == 3 and 'shifted system' in r.stderr and 'Export in WGS 84' in r.stderr)
stated = FOLDER / 'stated.txt'
stated.write_text('坐标系：GCJ-02\n点号 纬度 经度\n1 44.59 83.74\n2 44.59 83.75\n3 44.6 83.75\n', encoding='utf-8')
for args in ([], ['--accept']):
    r = convert(stated, *args)
    true(f'a list that says GCJ-02 is refused {args}', r.returncode == 3 and '"GCJ-02" is the shifted system' in r.stderr)
check('a person may know better', convert(stated, '--crs', 'EPSG:4490').returncode, 0)
for words in ('高德地图坐标', '高德坐标', '腾讯地图坐标', '百度经纬度', '高德地图坐标 GCJ-02', '火星坐标系（高德地图坐标）'):
    stated.write_text(f'{words}\n1 83.740127 44.590127\n2 83.750127 44.590127\n3 83.750127 44.600127\n', encoding='utf-8')
    for args in ([], ['--accept']):
        r = convert(stated, '--degrees', 'decimal', *args)
        true(f'a line that says {words} is refused {args}: {r.stderr}', r.returncode == 3 and 'is the shifted system' in r.stderr)
r = convert(kml('far.kml'), '-w', ws, '--county', '精河县')
true('KML outside its county', r.returncode == 0 and '!  the place' in r.stdout and 'outside the county' in r.stdout)
done()
